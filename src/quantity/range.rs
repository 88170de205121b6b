//! Ranges of two amounts: 5%—6%, 30到50万, 一、二个, 2倍以上3倍以下.

use rust_decimal::Decimal;

use super::Amount;
use super::fit::in_list;
use super::grammar::{CONNECTS, Found, measured};
use super::spoken::spoken;
use crate::few::few;
use crate::numeral::{Notation, Number, number};
use crate::token::{CONNECTORS, fold, gap, goes_on_with_number, is_gap};
use crate::unit::{Unit, UnitKind};

/// Two neighbours with 、 between them, behind a word: 本地区一、二个城市, 多五、六倍, 每班30、40人; each has its own in 分别3、4个. At the start of a line the first is a marker.
#[cold] // as few are
pub(super) fn listed(before: &str, input: &str, n: &Number, rest: &str) -> Option<Found> {
    let next =
        rest.strip_prefix('、').filter(|_| goes_on_with_number(before) && !few!("别各").ends(before))?;
    let (behind, m) = number(next).ok()?;
    let plain = m.notation == n.notation
        && m.high.is_none()
        && !m.vague
        && m.digits == n.digits
        && n.digits <= 2
        && !n.decimal;
    let (low, high) = (n.low?, m.low.filter(|_| plain)?);
    let step = high - low;
    let tens = || step == Decimal::TEN && (low % Decimal::TEN).is_zero();
    let spoken = || n.notation == Notation::Han && (low, high) == (3.into(), 5.into());
    if !(step == Decimal::ONE || tens() || spoken()) {
        return None;
    }
    let (unit, kind, behind) = measured(before, next, &m, behind)?;
    matches!(unit.as_str(), "个" | "人" | "倍" | "次" | "名" | "户" | "种" | "家").then(|| Found {
        amount: Some(Amount::Range { low, high }),
        unit,
        kind,
        vague: false,
        len: input.len() - behind.len(),
    })
}

/// Whether a word before a number makes it the start of a change: 从5个到10个 is no range.
pub(super) fn from_to(before: &str) -> bool {
    few!("从由").ends(before.trim_end_matches(is_gap))
}

/// A range whose first end was read: 5%—6%, 5至6个, 30到50万, 2倍以上3倍以下.
#[cold] // as few quantities are one
pub(super) fn range(before: &str, input: &str, n: &Number, first: &Found, behind: &str) -> Option<Found> {
    let Some(Amount::Exact(low)) = first.amount else { return None };
    let bounded = gap(behind).strip_prefix("以上");
    let next = if let Some(next) = bounded {
        fold(next.strip_prefix(['、', '，']).unwrap_or(next))
    } else {
        let at = Some(gap(behind)).filter(|at| CONNECTS.begins(at))?;
        gap(CONNECTORS.strip(at)?.0)
    };
    let unit_less = first.unit.as_str().is_empty();
    if from_to(before) && !unit_less {
        return None;
    }
    let next = next.trim_start_matches(['$', '￥', '¥', '£', '€']);
    // 零下3到零上5度
    let above = next.strip_prefix("零上").filter(|_| low.is_sign_negative());
    let next = above.unwrap_or(next);
    let (rest, m) = number(next).ok()?;
    let (m, rest) = if few!("个").begins(gap(rest)) { spoken(&m, rest) } else { None }.unwrap_or((m, rest));
    let written = &next[..next.len() - rest.len()];
    let (unit, kind, rest) = measured("-", next, &m, &next[written.len()..])?;
    let mut high = m.low.filter(|_| m.high.is_none())?;
    if m.vague {
        return None;
    }
    if unit.as_str() == "成" {
        high = high.checked_mul(10.into())?;
    }
    let same = unit == first.unit || first.unit.as_str() == "%" && unit.as_str() == "成";
    if !unit_less && !same {
        return None;
    }
    let rest = match bounded {
        Some(_) => gap(rest).strip_prefix("以下")?,
        None => rest,
    };
    if unit_less && unit.as_str().is_empty() && !m.magnitude || in_list(before, unit.as_str()) {
        return None;
    }
    // A magnitude written once at the end counts for both: 30到50万, 3至5千元.
    let low = if unit_less && !n.magnitude && (m.magnitude || few!("百千").ends(written)) {
        carried(n, low, high, written)?
    } else {
        low
    };
    let low = if unit.as_str() == "成" && unit_less { low.checked_mul(10.into())? } else { low };
    let kind = if unit.as_str() == "成" { UnitKind::Percent } else { kind };
    let unit = if unit.as_str() == "成" { Unit::known("%") } else { unit };
    // 零下5至10℃ is said of both ends; -3至-5℃ falls.
    if unit_less && above.is_none() && low.is_sign_negative() && few!("零负").begins(input) {
        high = -high.abs();
    }
    let (low, high) = if low.is_sign_negative() && high.is_sign_negative() && high < low {
        (high, low)
    } else {
        (low, high)
    };
    (low < high).then(|| Found {
        amount: Some(Amount::Range { low, high }),
        unit,
        kind,
        vague: false,
        len: input.len() - rest.len(),
    })
}

/// The first end of a range under the magnitude of the last one, which may begin with 百 or 千: 3 in 3至5千万 is 3000万. Where
/// that is more than the last end, 百 and 千 are of that one alone: 200到3千万 begins with 200万, 800至1千 with 800.
fn carried(n: &Number, low: Decimal, high: Decimal, written: &str) -> Option<Decimal> {
    let large = |c: char| matches!(c, '万' | '亿' | '兆');
    let digits = written.find(['百', '千']).filter(|_| n.notation == Notation::Arabic || n.digits == 1);
    // 三至五百二十万 and 3至5万3千 have it within their digits.
    let digits = digits.filter(|at| {
        let behind = &written[at + '百'.len_utf8()..];
        behind.trim_start_matches(large).is_empty() && !written[..*at].contains(large)
    });
    let small = digits.and_then(|at| under(low, high, &written[..at])).filter(|scaled| *scaled < high);
    if small.is_some() {
        return small;
    }
    let Some(at) = written.find(large) else { return Some(low) };
    let scaled = under(low, high, &written[..at])?;
    Some(if scaled <= high { scaled } else { low })
}

/// The first end of a range times what the last one has behind its digits.
fn under(low: Decimal, high: Decimal, digits: &str) -> Option<Decimal> {
    let (rest, stem) = number(digits.strip_suffix('个').unwrap_or(digits)).ok()?; // 3到5个亿
    // 40~60 万户
    let stem = stem.low.filter(|stem| gap(rest).is_empty() && !stem.is_zero())?;
    low.checked_mul(high.checked_div(stem)?).map(|scaled| scaled.normalize())
}
