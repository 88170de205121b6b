//! The grammars that stand alone: what reads, writes; what it wrote reads back the same.
#![no_main]

use gongwen::numeral::{self, Numeral};
use gongwen::{Amount, DocumentKind, DocumentNumber, Locator, TimeValue, Title};
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
    if let Ok(locator) = text.parse::<Locator>() {
        let written = locator.to_string();
        assert_eq!(written.parse(), Ok(locator), "{text:?} is written {written:?}");
    }
    if let Ok(title) = text.parse::<Title>() {
        assert_eq!(title.kind_word().is_none(), title.kind() == DocumentKind::Other, "{text:?}");
    }
    if let Ok(number) = text.parse::<DocumentNumber>() {
        assert_eq!(&text[number.span.range()], text.trim());
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
