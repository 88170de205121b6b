//! The short way to read the numerals that most texts have.

use rust_decimal::Decimal;

use super::read::{NONE_YET, begins_kilo};
use super::run::first;
use super::{Notation, Number, big_unit, han_digit, small_unit};
use crate::charset::CharSet;
use crate::token::{gap, is_gap};

/// The numerals that most texts have, without the machinery for all of them: `2021`, `6.5`, `3.2万`, `三`, `十五`, `二百零三万`.
///
/// `c` is the first character.
pub(super) fn short(input: &str, c: char) -> Option<(&str, Number)> {
    if c.is_ascii_digit() {
        return arabic(input);
    }
    let rest = &input[c.len_utf8()..];
    let (value, digits) = match c {
        '十' => (10, 0),
        // 百分之六十
        '百' if ends_before(rest) => {
            return Some((rest, Number { bare: true, ..plain(Decimal::ONE_HUNDRED, Notation::Han) }));
        }
        c => (han_digit(c)?, 1),
    };
    // Most are a single character.
    if ends_before(rest) {
        return Some((rest, Number { digits, ..plain(value.into(), Notation::Han) }));
    }
    if digits == 0 { han(rest, 10, 1) } else { positional(input).or_else(|| han(input, 0, NONE_YET)) }
}

/// `一九八三` `二〇二一`: three digits or more, since two may be neighbours.
fn positional(input: &str) -> Option<(&str, Number)> {
    let (mut value, mut digits, mut rest) = (0, 0, input);
    while let Some((c, width)) = first(rest).filter(|(c, _)| !matches!(c, '两' | '兩')) {
        let Some(digit) = han_digit(c) else { break };
        (value, digits, rest) = (value * 10 + i64::from(digit), digits + 1, &rest[width..]);
        if digits > 9 {
            return None;
        }
    }
    let number = Number { digits, ..plain(value.into(), Notation::Digits) };
    (digits > 2 && ends_before(rest)).then_some((rest, number))
}

/// `2021` `6.5` `3.2万`
fn arabic(input: &str) -> Option<(&str, Number)> {
    let bytes = input.as_bytes();
    // The value of so many digits at most, behind others, and how many they are: in all they fit.
    let digits = |mut value: i64, from: usize, most: usize| {
        let mut count = 0;
        while count < most
            && let Some(digit @ b'0'..=b'9') = bytes.get(from + count)
        {
            value = value * 10 + i64::from(digit - b'0');
            count += 1;
        }
        (value, count)
    };
    let (mut mantissa, whole) = digits(0, 0, 10);
    if whole > 9 {
        return None;
    }
    let (mut end, mut scale) = (whole, 0);
    if bytes.get(whole) == Some(&b'.') && bytes.get(whole + 1).is_some_and(u8::is_ascii_digit) {
        let (both, decimals) = digits(mantissa, whole + 1, 7);
        end += 1 + decimals;
        scale = u32::try_from(decimals).ok()?;
        if decimals > 6 {
            return None;
        }
        mantissa = both;
        while scale > 0 && mantissa % 10 == 0 {
            (mantissa, scale) = (mantissa / 10, scale - 1);
        }
    }
    let rest = &input[end..];
    let (low, rest, notation) = match magnitude(rest) {
        None => (Decimal::new(mantissa, scale), rest, Notation::Arabic),
        Some((power, behind)) => {
            (mantissa.checked_mul(10i64.pow(power.checked_sub(scale)?))?.into(), behind, Notation::Mixed)
        }
    };
    let number = Number {
        digits: whole,
        decimal: end > whole,
        magnitude: notation == Notation::Mixed,
        ..plain(low, notation)
    };
    // 1、2: only Han digits go on behind it.
    (rest.starts_with('、') || ends_before(rest)).then_some((rest, number))
}

/// `三` `十五` `二百零三` `五千万`: digits with 千 百 十, each below the one before it, and at most one magnitude.
///
/// `value` was read already, with a last magnitude of `below`.
fn han(mut rest: &str, mut value: i64, mut below: u32) -> Option<(&str, Number)> {
    let digits = usize::from(below == NONE_YET);
    let mut zero = false;
    while let Some((c, width)) = first(rest) {
        let Some(digit) = han_digit(c) else { break };
        let behind = &rest[width..];
        let inside = below != NONE_YET;
        match digit {
            0 if inside && !zero => {
                (zero, rest) = (true, behind);
                continue;
            }
            0 if inside => return None,
            // 两 behind a magnitude may be the unit of weight.
            2 if inside && matches!(c, '两' | '兩') => return None,
            _ => {}
        }
        let unit = first(behind).and_then(|(c, width)| Some((small_unit(c)?, c, &behind[width..])));
        match unit.filter(|_| digit > 0) {
            Some((exponent, c, behind)) if exponent < below => {
                // 五千瓦: 千 belongs to the unit.
                if c == '千' && begins_kilo(behind) {
                    return None;
                }
                value += i64::from(digit) * 10i64.pow(exponent);
                (below, zero, rest) = (exponent, false, behind);
            }
            Some(_) => return None,
            None => {
                // 一百二 is 120, as spoken.
                if inside && below > 1 && !zero {
                    return None;
                }
                (value, zero, rest) = (value + i64::from(digit), false, behind);
                break;
            }
        }
    }
    if zero {
        return None;
    }
    let magnitude = magnitude(rest).filter(|_| value > 0);
    let (low, rest) = match magnitude {
        None => (Decimal::from(value), rest),
        Some((power, behind)) => ((value * 10i64.pow(power)).into(), behind),
    };
    let number = Number { digits, magnitude: magnitude.is_some(), ..plain(low, Notation::Han) };
    ends_before(rest).then_some((rest, number))
}

/// 万 or 亿 at the start of a text: its power of ten, and what stands behind it.
fn magnitude(text: &str) -> Option<(u32, &str)> {
    let (c, width) = first(text)?;
    Some((big_unit(c).filter(|power| *power < 12)?, &text[width..]))
}

/// A number without any of what only the long way reads.
const fn plain(low: Decimal, notation: Notation) -> Number {
    Number {
        low: Some(low),
        high: None,
        notation,
        digits: 0,
        decimal: false,
        magnitude: false,
        vague: false,
        bare: false,
        grouped: false,
        disordered: false,
    }
}

/// Characters with which a numeral can go on.
pub(crate) static GOES_ON: CharSet = CharSet::of(
    "0123456789０１２３４５６７８９〇○零一壹弌二贰貳弍两兩三叁參叄四肆五伍六陆陸七柒八捌九玖十拾百佰千仟万萬亿億兆点點\
多余餘几幾来來",
)
.or(&SEPARATORS);

/// Those of them that do so only before another.
static SEPARATORS: CharSet = CharSet::of(",，、 .．·•‧\u{a0}\u{3000}\t").and_all('\u{2002}', '\u{200a}');

/// Whether a numeral ends before a text, whatever it is.
fn ends_before(text: &str) -> bool {
    let goes_on = |text: &str| text.starts_with(|c| GOES_ON.has(c));
    let Some(c) = text.chars().next() else { return true };
    if c == '\n' {
        return line_goes_on(text).is_none();
    }
    if !GOES_ON.has(c) {
        return true;
    }
    let behind = &text[c.len_utf8()..];
    match c {
        // 1. 总则: a space behind a point ends it as well.
        '.' | '．' => !goes_on(behind) || behind.starts_with(is_gap),
        c if is_gap(c) => !goes_on(gap(behind)),
        c => SEPARATORS.has(c) && !goes_on(behind),
    }
}

/// What stands behind a line break and the spaces of a hanging line, if it is a Han numeral and no heading: 二⏎十五公分, not 二⏎十、.
pub(super) fn line_goes_on(text: &str) -> Option<&str> {
    let behind = text.strip_prefix('\n')?.trim_start_matches(' ');
    let han = |c: &char| small_unit(*c).is_some() || big_unit(*c).is_some() || han_digit(*c).is_some();
    let len: usize = behind.chars().take(12).take_while(han).map(char::len_utf8).sum();
    let heading = behind[len..].starts_with(['、', '﹑', '.', '．', '是', '，', '。', '；', '：', ' ', '\n']);
    (len > 0 && !heading).then_some(behind)
}

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use super::super::read::long;
    use super::*;

    #[test]
    fn the_short_way_agrees_with_the_long_one() {
        let parts = [
            "", "一", "七", "两", "十", "零", "百", "千", "万", "亿", "0", "7", "05", "6.5", "1.20",
            "3.00001", ".", "，", "、", " ", "点", "多", "年", "瓦", "·", "-", "\n",
        ];
        let agree = |text: &str| {
            if let Some(found) = text.chars().next().and_then(|c| short(text, c)) {
                assert_eq!(long(text), Ok(found), "{text}");
            }
        };
        let n = parts.len();
        for i in 0..n * n * n * n {
            agree(&[parts[i % n], parts[i / n % n], parts[i / n / n % n], parts[i / n / n / n]].concat());
        }
        // Longer ones by chance.
        let mut chance = 1u32;
        for _ in 0..200_000 {
            let text: String = (0..8)
                .map(|_| {
                    chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    parts[(chance >> 16) as usize % n]
                })
                .collect();
            agree(&text);
        }
        let written = [
            "一千二百三十四", "三百零五万", "二千零六十亿", "五千瓦", "一百二", "一百零二十", "三万三万",
            "一百十六", "二千三百", "零三", "一千零零三", "四十五万", "一十", "九千九百九十九",
        ];
        written.into_iter().for_each(agree);
        // As many digits as are read, and more.
        for (whole, decimals) in (1..=24).flat_map(|whole| (0..=24).map(move |decimals| (whole, decimals))) {
            agree(&["9".repeat(whole), ".".into(), "9".repeat(decimals)].concat());
            agree(&["9".repeat(whole), ".".into(), "0".repeat(decimals), "亿".into()].concat());
            agree(&"九".repeat(whole));
        }
        assert!(written[..3].iter().all(|text| short(text, '一').is_some()));
    }
}
