//! The grammars that stand alone: what reads, writes; what it wrote reads back the same.
#![no_main]

use gongwen::numeral::{self, Form, Numeral, Script};
use gongwen::{Amount, DocumentKind, DocumentNumber, Locator, TimeValue, Title};
use jiff::civil::Date;
use libfuzzer_sys::fuzz_target;
use rust_decimal::Decimal;

fuzz_target!(|text: &str| {
    if let Ok(value) = text.parse::<TimeValue>() {
        let written = value.to_string();
        assert_eq!(written.parse(), Ok(value), "{text:?} is written {written:?}");
        let _ = value.resolve(None);
        for day in ["-009999-01-01", "1900-02-28", "2024-02-29", "9999-12-31"] {
            let days = value.resolve(day.parse::<Date>().expect("a day"));
            assert!(days.is_none_or(|(first, last)| first <= last), "{text:?} is {days:?} on {day}");
        }
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
        for form in [Form::Arabic, Form::Grouped, Form::Mixed, Form::Han, Form::Financial, Form::Digits] {
            for script in [Script::Simplified, Script::Traditional] {
                let written = n.written(form, script).to_string();
                let read = numeral::parse(&written).map(Numeral::value);
                assert_eq!(read, Some(n.value()), "{text:?} is written {written:?}");
            }
        }
    }
});
