//! What amounts go on with as they are spoken: 三成五, 三块八, 1米68, 四倍半, 260元多, 3个亿.

use nom::Parser;
use nom::branch::alt;
use nom::character::complete::one_of;
use nom::combinator::{map_opt, opt};
use nom::sequence::terminated;
use rust_decimal::Decimal;

use super::Amount;
use super::grammar::Found;
use crate::few::few;
use crate::numeral::{Number, arabic_digit, han_digit, number};
use crate::token::{entry, fold, gap, has_end, is_alphanumeric, is_han, tail};
use crate::unit::{Unit, UnitKind, unit_at};

/// Magnitudes that stand apart from their number.
pub(super) const POWERS: [(&str, i64); 3] =
    [("万亿", 1_000_000_000_000), ("万", 10_000), ("亿", 100_000_000)];

/// The text behind 多 or 余 where it makes more of what was measured: 4倍多, 260元多，, 五万元余, 六成多. 多 begins the next word in
/// 67万吨多增加, and 比…多 compares.
#[cold] // as few quantities are followed by it
pub(super) fn more<'a>(before: &str, kind: UnitKind, behind: &str, rest: &'a str) -> Option<&'a str> {
    if kind == UnitKind::Multiple {
        return behind.starts_with('多').then_some(rest).filter(|r| !few!("样元").begins(r));
    }
    let measures = !matches!(kind, UnitKind::None | UnitKind::Other);
    let ends = !rest.starts_with(is_alphanumeric) || rest.starts_with('的');
    (measures && ends && !tail(before, 8).contains('比')).then_some(rest)
}

/// A number that is spoken in 万 or 亿, and the text behind it: 3个亿, 2个多亿元. What 亿元 or 万亿级 make a class of is counted:
/// 4个亿元村, 3个万亿级产业.
#[cold] // as few classifiers are followed by one
pub(super) fn spoken<'a>(n: &Number, rest: &'a str) -> Option<(Number, &'a str)> {
    let counted = gap(rest).strip_prefix('个')?;
    let more = counted.strip_prefix('多');
    let (behind, power) = entry(more.unwrap_or(counted), &POWERS).ok()?;
    let unit = unit_at(behind).map_or(0, |(.., len)| len);
    // 5个亿元以上项目 are a class of projects.
    let class = unit > 0 && behind[unit..].strip_prefix("以上").is_some_and(|rest| rest.starts_with(is_han));
    // 5个万寿菊基地, 3个亿联项目
    let ends =
        |text: &str| !text.starts_with(is_alphanumeric) || few!("以左上的和与及至到用投资建").begins(text);
    if n.magnitude || n.bare || more.is_none() && (class || !ends(&behind[unit..])) {
        return None;
    }
    Some((Number { vague: n.vague || more.is_some(), ..under(n, power) }, behind))
}

/// A number under a magnitude that stands apart from it; too large, it has no value.
pub(super) fn under(n: &Number, power: i64) -> Number {
    let times = |d: Decimal| d.checked_mul(power.into());
    Number { low: n.low.and_then(times), high: n.high.and_then(times), magnitude: true, ..*n }
}

impl Found {
    /// 六成 is 60 %.
    #[cold] // as few are
    pub(super) fn tenths(&mut self) {
        let ten = |d: Decimal| d.checked_mul(10.into());
        self.amount = match self.amount {
            Some(Amount::Exact(d)) => ten(d).map(Amount::Exact),
            Some(Amount::Range { low, high }) => {
                ten(low).zip(ten(high)).map(|(low, high)| Amount::Range { low, high })
            }
            other => other,
        };
        self.unit = Unit::known("%");
        self.kind = UnitKind::Percent;
    }

    /// 三成五 is 35 %; 三成五年级学生 is not.
    #[cold] // as few are
    pub(super) fn and_half_tenth(&mut self, behind: &str, input: &str) {
        let mut chars = behind.chars();
        if let Some(digit) = chars.next().and_then(han_digit).filter(|digit| *digit > 0) {
            let rest = chars.as_str();
            let ends = !rest.starts_with(char::is_alphanumeric)
                || few!("以左上的由为是来至到和多余提升降增减").begins(rest);
            self.extend(Decimal::from(digit), rest, input, ends);
        }
    }

    /// 128元5角, 五十六元七角八分, 六元零五分, 四块两毛: the smaller coins of the same currency.
    #[cold] // as few are
    pub(super) fn and_small_change(&mut self, behind: &str, input: &str) {
        let digit = |n: Number| n.low.filter(|v| n.whole().is_some() && !v.is_zero() && *v < Decimal::TEN);
        let coins = |signs, scale| {
            let part = move |value: Decimal| value.checked_mul(Decimal::new(1, scale));
            map_opt(terminated(map_opt(number, digit), one_of(signs)), part)
        };
        let both = |(tenths, hundredths): (Decimal, Option<Decimal>)| tenths + hundredths.unwrap_or_default();
        let mut change = alt(((coins("角毛", 1), opt(coins("分", 2))).map(both), coins("分", 2)));
        let spoken = self.unit.as_str() == "块";
        let (rest, change) = match change.parse(behind) {
            Ok(found) => found,
            Err(_) if spoken => match last_digit(behind) {
                Some((rest, digit)) => (rest, Decimal::new(digit.into(), 1)),
                None => return,
            },
            Err(_) => return,
        };
        // 三块八毛五
        let tenths = behind[..behind.len() - rest.len()].ends_with(['角', '毛']);
        let (rest, change) = match last_digit(rest).filter(|_| spoken && tenths) {
            Some((rest, digit)) => (rest, change + Decimal::new(digit.into(), 2)),
            None => (rest, change),
        };
        // 3元三角债
        let ends = !rest.starts_with(is_han) || few!("以左上的由为是至到和提降调涨钱").begins(rest);
        let whole = self.len;
        self.extend(change, rest, input, ends && (spoken || self.unit.as_str() == "元"));
        // 三块八 is money, 三块 may be land.
        if spoken && self.len > whole {
            (self.unit, self.kind) = (Unit::known("元"), UnitKind::Currency);
        }
    }

    /// 1米68, 一米六八, 三米五, 1米7: a length as it is spoken; and 120米2, whose 2 is a power. False where it cannot be told: 5米2, but
    /// not 身高1米2.
    #[cold] // as few are
    pub(super) fn and_centimetres(&mut self, before: &str, behind: &str, input: &str) -> bool {
        let digits = |digit: fn(char) -> Option<u8>| -> (u8, u32) {
            let values = behind.chars().map_while(digit);
            values
                .take(3)
                .fold((0, 0), |(value, count), d| (value.wrapping_mul(10).wrapping_add(d), count + 1))
        };
        let arabic = input.starts_with(|c| arabic_digit(c).is_some());
        let (value, count) = digits(if arabic { arabic_digit } else { han_digit });
        let rest = &behind[behind.chars().take(count as usize).map(char::len_utf8).sum()..];
        let ends = !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '．' | '%' | '％'))
            || few!("以左上的由为是至到和及高长宽深").begins(rest);
        if !ends || !matches!(self.unit.as_str(), "米" | "公里" | "尺") {
            return true;
        }
        let measured = || {
            let front = has_end(before, &["约", "达", "为", "超过", "不足"]);
            let front = if front {
                before.trim_end_matches(['约', '达', '为', '超', '过', '不', '足'])
            } else {
                before
            };
            few!("高长宽深厚径").ends(front)
        };
        let power =
            arabic && count == 1 && matches!(value, 2 | 3) && self.unit.as_str() == "米" && !measured();
        let small = matches!(self.amount, Some(Amount::Exact(v)) if v > Decimal::ZERO && v < Decimal::TEN);
        let whole = self.len;
        if matches!(count, 1 | 2) && small && !power {
            self.extend(Decimal::new(value.into(), count), rest, input, true);
        } else if power && !small {
            let area = value == 2;
            self.unit = Unit::known(if area { "平方米" } else { "立方米" });
            self.kind = if area { UnitKind::Area } else { UnitKind::Volume };
            self.len = input.len() - rest.len();
        }
        self.len > whole || !(arabic && count == 1)
    }

    /// Adds to the amount what was read up to `rest`, if that belongs to it.
    pub(super) fn extend(&mut self, more: Decimal, rest: &str, input: &str, belongs: bool) {
        if let Some(Amount::Exact(value)) = self.amount
            && belongs
            && value.fract().is_zero()
            && let Some(sum) = value.checked_add(more)
        {
            self.amount = Some(Amount::Exact(sum));
            self.len = input.len() - rest.len();
        }
    }

    /// 三斤半, 三成半, 四倍半, 七岁半
    #[cold] // as few are
    pub(super) fn half(&mut self, behind: &str, input: &str) {
        let measure = matches!(
            self.kind,
            UnitKind::Mass
                | UnitKind::Length
                | UnitKind::Percent
                | UnitKind::Area
                | UnitKind::Volume
                | UnitKind::Multiple
        ) || matches!(self.unit.as_str(), "岁" | "周岁");
        let Some(rest) =
            behind.strip_prefix('半').filter(|r| measure && !few!("径导数年个天月小价岛身").begins(fold(r)))
        else {
            return;
        };
        let tenths = input[..self.len].ends_with(['成', '折']);
        let half = if tenths { Decimal::from(5) } else { Decimal::new(5, 1) };
        if let Some(Amount::Exact(value)) = self.amount {
            self.amount = value.checked_add(half).map(Amount::Exact);
            self.len = input.len() - rest.len();
        }
    }
}

/// The digit of tenths that a spoken amount ends in: 八 in 三块八; not in 三块八一路.
fn last_digit(text: &str) -> Option<(&str, u8)> {
    let mut chars = text.chars();
    let digit =
        chars.next().and_then(|c| han_digit(c).or_else(|| arabic_digit(c))).filter(|digit| *digit > 0)?;
    let rest = chars.as_str();
    let ends = !rest
        .starts_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '．' | '%' | '％' | '、'))
        || rest.starts_with('钱');
    ends.then_some((rest, digit))
}
