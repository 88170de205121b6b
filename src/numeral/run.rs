//! Runs of digits, with what may part them.

use super::{arabic_digit, are_neighbours, big_unit, han_digit, small_unit};
use crate::token::{begins, gap, has_start, is_gap, is_thin_gap};

/// A run of digits: its value as mantissa and scale, and its extent.
#[derive(Default)]
pub(super) struct Run {
    pub(super) mantissa: u128,
    pub(super) overflow: bool,
    pub(super) scale: u32,
    /// Digits before the point.
    pub(super) digits: usize,
    pub(super) grouped: bool,
    pub(super) len: usize,
}

impl Run {
    pub(super) fn push(&mut self, text: &str, digit: impl Fn(char) -> Option<u8>) {
        for d in text.chars().filter_map(digit) {
            match self.mantissa.checked_mul(10).and_then(|m| m.checked_add(d.into())) {
                Some(m) => self.mantissa = m,
                None => self.overflow = true,
            }
        }
    }

    /// Adds a group of digits that a space parts from the comma before it.
    #[cold] // as few numbers have one
    fn group_apart(&mut self, input: &str) {
        let rest = &input[self.len..];
        if self.digits <= 3
            && self.mantissa > 0
            && let Some(behind) = rest.strip_prefix([',', '，'])
            && let Some(group) = group_apart(behind)
        {
            self.push(group, arabic_digit);
            self.digits += 3;
            self.grouped = true;
            self.len += rest.len() - behind.len() + blank(behind) + group.len();
        }
    }

    /// Adds decimals that a space parts from the point.
    #[cold] // the same
    fn decimals_apart(&mut self, input: &str) {
        let rest = &input[self.len..];
        if let Some(behind) = rest.strip_prefix(is_gap).unwrap_or(rest).strip_prefix(['.', '．'])
            && let Some(tenths) = tenths_apart(behind)
        {
            self.push(tenths, arabic_digit);
            let digits = tenths.chars().filter(|c| !is_gap(*c)).count();
            self.scale = u32::try_from(digits).unwrap_or(0);
            self.len += rest.len() - behind.len() + blank(behind) + tenths.len();
        }
    }

    /// Adds decimals behind a point that was typed among Han digits: 六五.六亿.
    #[cold] // the same
    fn typed_decimals(&mut self, input: &str) {
        let Some(behind) = input[self.len..].strip_prefix('.') else { return };
        let (decimals, len) = count(behind, han_digit);
        let rest = gap(&behind[len..]);
        if decimals > 0 && (rest.is_empty() || has_tenths(rest)) {
            self.push(&behind[..len], han_digit);
            self.scale = u32::try_from(decimals).unwrap_or(u32::MAX);
            self.len += '.'.len_utf8() + len;
        }
    }
}

/// The first character of a text and its length in bytes.
#[inline]
pub(super) fn first(s: &str) -> Option<(char, usize)> {
    s.chars().next().map(|c| (c, c.len_utf8()))
}

/// The length of a space at the start of a text.
fn blank(s: &str) -> usize {
    first(s).map_or(0, |(c, len)| if is_gap(c) { len } else { 0 })
}

/// How many digits a text begins with, and how many bytes they take.
pub(super) fn count(s: &str, digit: impl Fn(char) -> Option<u8>) -> (usize, usize) {
    s.chars().take_while(|c| digit(*c).is_some()).fold((0, 0), |(n, len), c| (n + 1, len + c.len_utf8()))
}

/// `run = digit+ (separator digit{3})* (point digit+)?`, or digits with a space between each two.
///
/// `digit` is the digit table; `separator` and `point` say which characters may stand between groups and before decimals.
fn run(
    input: &str,
    digit: impl Fn(char) -> Option<u8> + Copy,
    separator: impl Fn(char) -> bool,
    point: impl Fn(char) -> bool,
) -> Option<Run> {
    let (digits, len) = match first(input)? {
        // 两 stands for a digit alone: 二两 is a weight.
        (c @ ('两' | '兩'), len) if digit(c).is_some() => (1, len),
        _ => count(input, |c| digit(c).filter(|_| !matches!(c, '两' | '兩'))),
    };
    if digits == 0 {
        return None;
    }
    let mut run = Run { digits, len, ..Run::default() };
    run.push(&input[..len], digit);
    if digits <= 3 && run.mantissa > 0 {
        while let Some((_, width)) = first(&input[run.len..]).filter(|(c, _)| separator(*c)) {
            let group = &input[run.len + width..];
            let (3, len) = count(group, digit) else { break };
            run.push(&group[..len], digit);
            run.digits += 3;
            run.grouped = true;
            run.len += width + len;
        }
    }
    if digits == 1 && !run.grouped {
        // Old prints set a space between digits: 1 9 9 3.
        while let Some((_, width)) = first(&input[run.len..]).filter(|(c, _)| is_thin_gap(*c)) {
            let group = &input[run.len + width..];
            let (1, len) = count(group, digit) else { break };
            run.push(&group[..len], digit);
            run.digits += 1;
            run.len += width + len;
        }
    }
    // They also leave one beside a raised point: 8· 5.
    let rest = &input[run.len..];
    let before = blank(rest);
    if let Some((c, width)) = first(&rest[before..]).filter(|(c, _)| point(*c)) {
        let raised = matches!(c, '·' | '•' | '‧');
        let behind = &rest[before + width..];
        let after = if raised { blank(behind) } else { 0 };
        let (decimals, len) = count(&behind[after..], digit);
        if decimals > 0 && (before == 0 || raised) {
            run.push(&behind[after..after + len], digit);
            run.scale = u32::try_from(decimals).unwrap_or(u32::MAX);
            run.len += before + width + after + len;
        }
    }
    Some(run)
}

/// `1,130` `18，000` `330 000` `1'000` `4．75` `8·5` `7. 2％`
pub(super) fn arabic_run(input: &str) -> Option<Run> {
    let mut run = run(
        input,
        arabic_digit,
        |c| matches!(c, ',' | '，' | '\'') || is_thin_gap(c),
        |c| matches!(c, '.' | '．' | '·' | '•' | '‧'),
    )?;
    if run.scale == 0 && input[run.len..].starts_with(|c| matches!(c, '.' | '．' | ',' | '，') || is_gap(c))
    {
        run.group_apart(input);
        run.decimals_apart(input);
    }
    Some(run)
}

/// The digits of tenths and hundredths behind a point with a space on one side, as print leaves it: 3. 5％, 7 ．2 亿, 1 0 ．0 6 ‰;
/// none where nothing that has tenths stands behind them, as in 3. 5个部门.
pub(super) fn tenths_apart(behind_point: &str) -> Option<&str> {
    let digits = &behind_point[blank(behind_point)..];
    let (decimals, mut len) = count(digits, arabic_digit);
    let space = blank(&digits[len..]);
    if decimals == 1
        && space > 0
        && let (1, next) = count(&digits[len + space..], arabic_digit)
    {
        len += space + next;
    }
    ((1..=2).contains(&decimals) && has_tenths(gap(&digits[len..]))).then_some(&digits[..len])
}

/// Whether a text begins with a unit or magnitude that has tenths.
fn has_tenths(unit: &str) -> bool {
    begins(unit, "%％‰℃万亿倍吨元岁")
        || unit.strip_prefix('m').is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphabetic()))
        || has_start(unit, &["百分点", "个百分点", "公里", "公顷", "平方", "立方", "千瓦", "千米"])
}

/// A group of three digits behind a comma and a space: 234 in 1, 234万元. Without a magnitude or money behind it, it is
/// another number.
pub(super) fn group_apart(behind_comma: &str) -> Option<&str> {
    let group = behind_comma.strip_prefix(is_gap)?;
    let (digits, len) = count(group, arabic_digit);
    (digits == 3 && begins(gap(&group[len..]), "万亿元")).then_some(&group[..len])
}

/// `二〇二一` `一、一○○` `一六·六` `六五.六` before 亿
pub(super) fn han_run(input: &str) -> Option<Run> {
    let mut run =
        run(input, han_digit, |c| matches!(c, '、' | '，' | ','), |c| matches!(c, '·' | '•' | '．' | '‧'))?;
    if run.scale == 0 && input[run.len..].starts_with('.') {
        run.typed_decimals(input);
    }
    Some(run)
}

/// The four Han digits of a year with Arabic zeros for 〇 among them, as they are typed: 二0二0年, 一九九０年.
pub(super) fn year_with_arabic_zeros(input: &str) -> Option<(&str, u16)> {
    let (mut year, mut zeros, mut rest) = (0, false, input);
    for at in 0..4 {
        let (c, width) = first(rest)?;
        let zero = at > 0 && matches!(c, '0' | '０');
        let digit = if zero { 0 } else { han_digit(c)? };
        (year, zeros, rest) = (year * 10 + u16::from(digit), zeros || zero, &rest[width..]);
    }
    (zeros && rest.starts_with('年')).then_some((rest, year))
}

/// Two neighbouring digits that name a range: 五六, 三五.
pub(super) fn neighbours(text: &str) -> Option<(u8, u8)> {
    let mut chars = text.chars();
    let (a, b) = (han_digit(chars.next()?)?, han_digit(chars.next()?)?);
    (are_neighbours(a, b) && chars.next().is_none()).then_some((a, b))
}

/// Two neighbouring digits with a comma between them, before a magnitude: 二、三百亿, but not 一、二十五.
pub(super) fn listed(text: &str) -> Option<(u8, u8)> {
    let mut chars = text.chars();
    let (a, comma, b) = (han_digit(chars.next()?)?, chars.next()?, han_digit(chars.next()?)?);
    let magnitude = chars.next().is_some_and(|c| small_unit(c).is_some() || big_unit(c).is_some());
    let closed = chars.next().is_none_or(|c| han_digit(c).is_none());
    (comma == '、' && a > 0 && b == a + 1 && magnitude && closed).then_some((a, b))
}
