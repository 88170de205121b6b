//! Values in columns: what `{:<12}` asks of types that are written in parts.

use alloc::string::ToString;
use core::fmt;

/// Writes a value with the width, alignment and fill that are asked for, as text; none where nothing is asked, for then it
/// is written in its parts.
pub(crate) fn pad(value: &impl fmt::Display, f: &mut fmt::Formatter<'_>) -> Option<fmt::Result> {
    // Without a width in the format `to_string` writes the parts.
    f.width().is_some().then(|| f.pad(&value.to_string()))
}

#[cfg(test)]
mod tests {
    use std::format;

    use crate::{Amount, BaseUnit, Document, Encoding, Part, Ratio, TimeValue};

    #[test]
    fn values_in_columns() {
        let amount: Amount = "5..6".parse().unwrap();
        assert_eq!(
            format!("{amount:>6}|{amount:<6}|{amount:^6}|{amount:-^6}"),
            "  5..6|5..6  | 5..6 |-5..6-"
        );
        assert_eq!(format!("{amount:.1}|{amount}"), "5..6|5..6");
        let time: TimeValue = "2025-end".parse().unwrap();
        assert_eq!(format!("{time:>10}|{:<6}|", Part::End), "  2025-end|end   |");
        assert_eq!(format!("{:>7}|", Ratio::new(2000, 3).unwrap()), " 2000/3|");
        assert_eq!(format!("{:<8}|{:>3}|", Encoding::Utf8, BaseUnit::Kilogram), "UTF-8   | kg|");
        let document: Document<'_> =
            crate::parse("《林权办法》（滨政发〔2021〕7号）第十二条规定，三年内造林1.2万亩。");
        let quantity = document.quantities().next().unwrap();
        assert_eq!(format!("{:>3}|", quantity.unit), "  亩|");
        let measure = quantity.in_base_units().unwrap();
        assert_eq!(format!("{measure:>12}|"), "  8000000 m²|");
        let number = document.document_numbers().next().unwrap();
        assert_eq!(format!("{number:>12}|"), " 滨政发〔2021〕7号|");
        let provision = document.provisions().next().unwrap();
        assert_eq!(format!("{:<6}|", provision.locator), "第十二条  |");
        assert_eq!(format!("{:>4}|", document.times().next().unwrap().value), " P3Y|");
    }
}
