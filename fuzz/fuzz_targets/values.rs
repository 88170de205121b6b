//! The grammars that stand alone: what reads, writes; what it wrote reads back the same.
#![no_main]

use gongwen::numeral::{self, Numeral};
use gongwen::{Amount, TimeValue};
use libfuzzer_sys::fuzz_target;
use rust_decimal::Decimal;

fuzz_target!(|text: &str| {
    if let Ok(value) = text.parse::<TimeValue>() {
        let written = value.to_string();
        assert_eq!(written.parse(), Ok(value), "{text:?} is written {written:?}");
        let _ = value.resolve(None);
    }
    if let Ok(amount) = text.parse::<Amount>() {
        let written = amount.to_string();
        assert_eq!(written.parse(), Ok(amount), "{text:?} is written {written:?}");
        let _ = amount.to_f64();
    }
    if let Some(n) = numeral::parse(text) {
        let written = n.to_string();
        assert_eq!(
            numeral::parse(&written).map(Numeral::value),
            Some(n.value()),
            "{text:?} is written {written:?}"
        );
        assert_eq!(written.parse::<Decimal>(), Ok(n.value()));
    }
});
