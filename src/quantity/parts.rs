//! Fractions, powers and rates of so many: 三分之一, 1/3, 16.5/10万, 10^4元.

use nom::Parser;
use nom::character::complete::char;
use nom::sequence::preceded;
use rust_decimal::Decimal;

use super::Amount;
use super::grammar::{Found, measured};
use super::range::from_to;
use crate::few::few;
use crate::numeral::{Notation, Number, number};
use crate::token::{CONNECTORS, gap, is_han};
use crate::unit::{Unit, UnitKind, unit_at};

/// Powers and fractions; `None` if it is none of them, `Some(None)` if it is a broken one.
#[allow(clippy::option_option)] // a third answer, explained above
#[cold] // as few quantities are one
pub(super) fn in_parts(before: &str, input: &str, n: &Number, rest: &str) -> Option<Option<Found>> {
    match rest.chars().next()? {
        '^' => Some(power(before, input, n, rest)),
        '又' => fraction(before, input, n, rest).or_else(|| mixed(input, n, rest).map(Some)),
        '分' => fraction(before, input, n, rest),
        _ => slashed(input, n, rest).map(Some),
    }
}

/// `lettered = number (K | M | G | T) 个`: 10K个, as numbers are typed.
#[cold] // as few are
pub(super) fn lettered(before: &str, input: &str, n: &Number, rest: &str) -> Option<Found> {
    let low = n.low.filter(|_| n.high.is_none() && n.notation == Notation::Arabic)?;
    let (value, rest) = thousands(low, rest).filter(|(_, rest)| rest.starts_with('个'))?;
    let n = Number { low: Some(value), ..*n };
    measured(before, input, &n, rest).map(|(unit, kind, behind)| Found {
        amount: Some(Amount::Exact(value)),
        unit,
        kind,
        vague: false,
        len: input.len() - behind.len(),
    })
}

/// `power = number ^ number unit`: 10^4元
fn power(before: &str, input: &str, n: &Number, rest: &str) -> Option<Found> {
    let (behind, exponent) = preceded(char('^'), number).parse(rest).ok()?;
    let ten = n.notation == Notation::Arabic && n.low == Some(Decimal::TEN);
    let whole = exponent.notation == Notation::Arabic && !exponent.decimal;
    if !(ten && whole) {
        return None;
    }
    let value = exponent.whole().and_then(|e| 10i128.checked_pow(e));
    let low = value.and_then(|value| Decimal::try_from_i128_with_scale(value, 0).ok());
    let n = Number { low, magnitude: true, ..*n };
    measured(before, input, &n, behind).map(|(unit, kind, behind)| Found {
        amount: low.map(Amount::Exact),
        unit,
        kind,
        vague: false,
        len: input.len() - behind.len(),
    })
}

/// 百分之六十, 千分之五, 三分之一, 一又二分之一; `None` if it is none of them, `Some(None)` if it is a broken one.
#[allow(clippy::option_option)] // the same
fn fraction(before: &str, input: &str, n: &Number, rest: &str) -> Option<Option<Found>> {
    let (whole, denominator, rest) = match rest.strip_prefix('又') {
        Some(behind) => {
            let (behind, d) = number(behind).ok()?;
            (n.low?, d, behind)
        }
        None => (Decimal::ZERO, *n, rest),
    };
    let behind = rest.strip_prefix("分之")?;
    let Ok((behind, numerator)) = number(gap(behind)) else { return Some(None) };
    if numerator.magnitude || numerator.disordered || denominator.disordered {
        return Some(None);
    }
    // The sign before 负三分之一 and 负百分之五 is that of the whole.
    let negative = n.low.is_some_and(|v| v.is_sign_negative());
    let signed = |value: Decimal| if negative { -value } else { value };
    let (whole, denominator) = (whole.abs(), Number { low: denominator.low.map(|d| d.abs()), ..denominator });
    let unit = match denominator.low {
        Some(d) if denominator.bare && d == Decimal::ONE_HUNDRED => Some("%"),
        Some(d) if denominator.bare && d == Decimal::ONE_THOUSAND => Some("‰"),
        _ => None,
    };
    let Some(unit) = unit else {
        // 二分之一年 is no half of anything that is counted here.
        if behind.strip_prefix('年').is_some_and(|rest| !few!("轻级龄度代产报").begins(rest)) {
            return Some(None);
        }
        let (Some(numerator_value), Some(denominator)) = (numerator.low, denominator.low) else {
            return Some(None);
        };
        let Some(numerator_value) =
            whole.checked_mul(denominator).and_then(|w| w.checked_add(numerator_value))
        else {
            return Some(None);
        };
        if denominator.is_zero() {
            return Some(None);
        }
        let (unit, kind, rest) = match unit_at(behind) {
            // Fractions of counted things are numbers alone, but where 个 is all that is said.
            Some((unit, kind, len))
                if !matches!(kind, UnitKind::Count | UnitKind::Other)
                    || unit.as_str() == "个" && !behind[len..].starts_with(is_han) =>
            {
                (unit, kind, &behind[len..])
            }
            _ => (Unit::default(), UnitKind::None, behind),
        };
        let amount = Some(Amount::Fraction { numerator: signed(numerator_value), denominator });
        return Some(Some(Found { amount, unit, kind, vague: false, len: input.len() - rest.len() }));
    };
    let amount = match (numerator.low, numerator.high) {
        (Some(low), Some(high)) if negative => Some(Amount::Range { low: -high, high: -low }),
        (Some(low), Some(high)) => Some(Amount::Range { low, high }),
        (Some(low), None) => Some(Amount::Exact(signed(low))),
        _ => None,
    };
    let (amount, behind) = match amount {
        Some(Amount::Exact(value)) => match thousands(value, behind) {
            Some((value, behind)) => (Some(Amount::Exact(value)), behind),
            None => (amount, behind),
        },
        _ => (amount, behind),
    };
    let mut found = Found {
        amount,
        unit: Unit::known(unit),
        kind: UnitKind::Percent,
        vague: numerator.vague,
        len: input.len() - behind.len(),
    };
    if negative {
        return Some(Some(found));
    }
    // 百分之五以上百分之十以下
    if let (Some(next), Some(low)) = (behind.strip_prefix("以上百分之"), numerator.low)
        && let Ok((after, high)) = number(next)
        && let (Some(after), Some(high)) = (after.strip_prefix("以下"), high.low.filter(|high| *high > low))
    {
        found.amount = Some(Amount::Range { low, high });
        found.len = input.len() - after.len();
        return Some(Some(found));
    }
    // 百分之十到二十, 百分之三十一到百分之百
    if let (Some((next, ())), Some(low), false) =
        (CONNECTORS.strip(gap(behind)), numerator.low, from_to(before))
    {
        let next = gap(next);
        let written_out = next.strip_prefix("百分之");
        if let Ok((after, high)) = number(written_out.unwrap_or(next)) {
            let unit_follows =
                written_out.is_none() && (few!("年月日时个").begins(after) || unit_at(after).is_some());
            if let Some(high) = high.low.filter(|high| *high > low && !unit_follows) {
                found.amount = Some(Amount::Range { low, high });
                found.len = input.len() - after.len();
            }
        }
    }
    Some(Some(found))
}

/// `mixed = number 又 number / number`: 2又3/4个
fn mixed(input: &str, n: &Number, rest: &str) -> Option<Found> {
    let behind = rest.strip_prefix('又')?;
    let (slash, numerator) = number(behind).ok()?;
    let found = slashed(behind, &numerator, slash)?;
    let whole = n.low.filter(|whole| n.whole().is_some() && !whole.is_sign_negative())?;
    let Some(Amount::Fraction { numerator, denominator }) = found.amount else { return None };
    let numerator = whole.checked_mul(denominator)?.checked_add(numerator)?;
    let len = input.len() - behind.len() + found.len;
    Some(Found { amount: Some(Amount::Fraction { numerator, denominator }), len, ..found })
}

/// How many there are of whom so many are told: 1万, 10万, 100万.
const PER: [Decimal; 3] = [
    Decimal::from_parts(10_000, 0, 0, false, 0),
    Decimal::from_parts(100_000, 0, 0, false, 0),
    Decimal::from_parts(1_000_000, 0, 0, false, 0),
];

/// 1/3, 1 / 3, and 16.5/10万 as the statistics of health have it.
fn slashed(input: &str, n: &Number, rest: &str) -> Option<Found> {
    let behind = gap(rest).strip_prefix(['/', '／'])?;
    // Spaces stand on both sides or on none.
    let apart = gap(rest).len() < rest.len();
    let behind = if apart { Some(gap(behind)).filter(|b| b.len() < behind.len())? } else { behind };
    let (rest, d) = number(behind).ok()?;
    let rate = d.low.is_some_and(|v| d.magnitude && PER.contains(&v));
    let short = |n: &Number, digits| n.notation == Notation::Arabic && !n.decimal && n.digits <= digits;
    let numerator = n.low.filter(|_| rate || short(n, 2))?;
    let denominator = d.low.filter(|v| rate || short(&d, 3) && *v > Decimal::ZERO)?;
    let ends_word = !rest.starts_with(|c: char| {
        c.is_ascii_alphanumeric() || matches!(c, '/' | '／' | '-' | '.' | '年' | '月' | '日' | '天')
    });
    let (unit, kind, rest) = match unit_at(rest) {
        // 1/2个月
        Some((unit, ..))
            if unit.as_str() == "个" && few!("月星季礼小钟世").begins(&rest['个'.len_utf8()..]) =>
        {
            return None;
        }
        Some((unit, kind, len)) => (unit, kind, &rest[len..]),
        None => (Unit::default(), UnitKind::None, rest),
    };
    let fits = match kind {
        UnitKind::Count => true,
        // 5/10万元 in a table are two sums.
        _ => numerator.abs() < denominator && (!rate || kind == UnitKind::None),
    };
    (ends_word && fits).then(|| Found {
        amount: Some(Amount::Fraction { numerator, denominator }),
        unit,
        kind,
        vague: false,
        len: input.len() - rest.len(),
    })
}

/// A value with the letter of its magnitude behind it: 15K, 2Ｍ; not 15Km.
fn thousands(value: Decimal, rest: &str) -> Option<(Decimal, &str)> {
    let letter = rest.chars().next()?;
    let power = match letter {
        'K' | 'k' | 'Ｋ' | 'ｋ' => 3,
        'M' | 'Ｍ' => 6,
        'G' | 'Ｇ' => 9,
        'T' | 'Ｔ' => 12,
        _ => return None,
    };
    let behind = &rest[letter.len_utf8()..];
    let word = behind.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '+' | '-'));
    let value = value.checked_mul(Decimal::from(10i64.pow(power)))?;
    (!word).then_some((value, behind))
}
