//! How precise the amounts of a passage are: what was counted is 1186万人, what is aimed at 1100万人.

use rust_decimal::Decimal;

use crate::quantity::{Amount, Quantity};

/// For so many significant digits: above 0 what has come about, below what is meant to.
const DIGITS_LEAN: [i32; 4] = [-1, 1, 3, 5];

/// What was counted and is given roughly, 3600多万, leans so much: nobody aims at a little more.
const ROUGH: i32 = 4;

/// Amounts say no more than so much, however many they are.
const LEAST_SUM: i32 = -12;
const MOST_SUM: i32 = 16;

/// Which way some quantities lean on the whole, each with whether it is given roughly.
pub(super) fn leaning<'a>(quantities: impl Iterator<Item = (&'a Quantity, bool)>) -> i32 {
    let sum = quantities
        .filter(|(quantity, _)| !quantity.unit.as_str().is_empty())
        .filter_map(|(quantity, rough)| match quantity.amount {
            Amount::Exact(_) | Amount::Range { .. } if rough => Some(ROUGH),
            Amount::Exact(value) | Amount::Range { low: value, .. } => {
                Some(DIGITS_LEAN[digits(value).min(DIGITS_LEAN.len()) - 1])
            }
            Amount::Fraction { .. } => None,
        })
        .fold(0i32, i32::saturating_add);
    sum.clamp(LEAST_SUM, MOST_SUM)
}

/// The number of significant digits: two of 5200000 and of 0.52. At least one.
fn digits(value: Decimal) -> usize {
    let mut digits = value.mantissa().unsigned_abs();
    while digits > 9 && digits.is_multiple_of(10) {
        digits /= 10;
    }
    digits.checked_ilog10().map_or(1, |power| power as usize + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn significant_digits() {
        for (value, expected) in [("0", 1), ("5", 1), ("5200000", 2), ("0.52", 2), ("11.860", 4), ("-30", 1)]
        {
            assert_eq!(digits(value.parse().unwrap()), expected, "{value}");
        }
    }
}
