//! The short way to read the numerals that most texts have.

use rust_decimal::Decimal;

use super::read::{NONE_YET, begins_kilo, begins_measure, begins_word, below_zero};
use super::run::{first, group_apart, tenths_apart};
use super::{Notation, Number, arabic_digit, are_neighbours, big_unit, han_digit, is_vague, small_unit};
use crate::charset::CharSet;
use crate::few::few;
use crate::token::{Match, NO, gap, is_gap};

/// The numerals that most texts have, without the machinery for all of them: `2021`, `6.5`, `3.2万`, `三`, `十五`, `二百零三万`,
/// `三十三点六`, `20多`. What begins like one and is none is refused.
///
/// `c` is the first character.
pub(super) fn short(input: &str, c: char) -> Option<Match<'_, Number>> {
    if arabic_digit(c).is_some() {
        return arabic(input);
    }
    let rest = &input[c.len_utf8()..];
    let (value, digits) = match c {
        '十' => (10, 0),
        '百' | '千' | '万' => return bare(c, rest),
        '零' if below_zero(rest).is_some() => return None,
        c => (i64::from(han_digit(c)?), 1),
    };
    // Most are a single character.
    if ends_before(rest) || enumerates(rest) {
        return Some(Ok((rest, Number { digits, ..plain(value.into(), Notation::Han) })));
    }
    if let Some(found) = tens(value, digits, rest) {
        return Some(Ok(found));
    }
    let found = if digits == 0 {
        han(rest, 10, 1)
    } else if rest.starts_with(|c| han_digit(c).is_some()) {
        positional(input)
    } else {
        han(input, 0, NONE_YET)
    };
    found.map(Ok)
}

/// `十五` `二十` `二十三`: most of the others. `value` is that of the first character: 十, or so many digits.
fn tens(value: i64, digits: usize, rest: &str) -> Option<(&str, Number)> {
    let (tens, rest) = match digits {
        0 => (value, rest),
        _ if value > 0 => (value * 10, rest.strip_prefix('十')?),
        _ => return None,
    };
    let unit = first(rest).filter(|(c, _)| !matches!(c, '两' | '兩'));
    let unit = unit.and_then(|(c, width)| Some((han_digit(c).filter(|digit| *digit > 0)?, &rest[width..])));
    let (unit, rest) = unit.unwrap_or((0, rest));
    let low = Decimal::from(tens + i64::from(unit));
    ends_before(rest).then(|| (rest, Number { digits, ..plain(low, Notation::Han) }))
}

/// `百` `千万` `万亿`: a magnitude without a digit before it; 千瓦 is none.
fn bare(c: char, rest: &str) -> Option<Match<'_, Number>> {
    if c == '千' && begins_kilo(rest) {
        return Some(Err(NO));
    }
    let power = small_unit(c).or_else(|| big_unit(c))?;
    let (power, rest, magnitude) = match magnitude(rest).filter(|_| power < 4) {
        Some((above, rest)) => (power + above, rest, true),
        None => (power, rest, power >= 4),
    };
    let low = Decimal::from(10i64.pow(power));
    let number = Number { bare: true, magnitude, ..plain(low, Notation::Han) };
    (ends_before(rest) || begins_kilo_unit(rest)).then_some(Ok((rest, number)))
}

/// `一九八三` `二〇二一` `八五`, but not two digits that are neighbours.
fn positional(input: &str) -> Option<(&str, Number)> {
    let (mut value, mut digits, mut rest, mut pair) = (0, 0, input, false);
    let mut last = 0;
    while let Some((c, width)) = first(rest).filter(|(c, _)| !matches!(c, '两' | '兩')) {
        let Some(digit) = han_digit(c) else { break };
        pair = digits == 1 && are_neighbours(last, digit);
        (value, digits, rest, last) = (value * 10 + i64::from(digit), digits + 1, &rest[width..], digit);
        if digits > 9 {
            return None;
        }
    }
    let number = Number { digits, ..plain(value.into(), Notation::Digits) };
    (digits > 1 && !pair && ends_before(rest)).then_some((rest, number))
}

/// `2021` `6.5` `3.2万` `20多`, half and full width
fn arabic(input: &str) -> Option<Match<'_, Number>> {
    let bytes = input.as_bytes();
    // The value of so many digits at most, behind others, how many they are, and where they end: in all they fit.
    let digits = |mut value: i64, mut at: usize, most: usize| {
        let mut count = 0;
        while count < most
            && let Some((digit, width)) = digit_at(bytes, at)
        {
            (value, at, count) = (value * 10 + i64::from(digit), at + width, count + 1);
        }
        (value, count, at)
    };
    let (mut mantissa, whole, mut end) = digits(0, 0, 10);
    if whole > 9 {
        return None;
    }
    let mut scale = 0;
    let point = match bytes[end..] {
        [b'.', ..] => 1,
        [0xC2, 0xB7, ..] => '·'.len_utf8(),
        [0xEF, 0xBC, 0x8E, ..] => '．'.len_utf8(),
        _ => 0,
    };
    if point > 0
        && let (both, decimals @ 1.., behind) = digits(mantissa, end + point, 7)
    {
        if decimals > 6 {
            return None;
        }
        (mantissa, scale, end) = (both, u32::try_from(decimals).ok()?, behind);
    }
    let mut rest = &input[end..];
    let decimal = scale > 0;
    // Most have nothing behind them that can belong to them.
    if !MAY_GO_ON.begins(rest) {
        let (mantissa, scale) = trimmed(mantissa, scale);
        let low = Decimal::new(mantissa, scale);
        return Some(Ok((rest, Number { digits: whole, decimal, ..plain(low, Notation::Arabic) })));
    }
    // 1.2.3 is no number.
    if decimal
        && rest.starts_with(['.', '．'])
        && rest.trim_start_matches(['.', '．']).starts_with(|c| arabic_digit(c).is_some())
    {
        return Some(Err(NO));
    }
    let round = !decimal && mantissa > 0 && mantissa % 10 == 0;
    let more = if round { more(rest).or_else(|| more(near(rest)?)) } else { None };
    rest = more.unwrap_or(rest);
    let (mantissa, scale) = trimmed(mantissa, scale);
    let (low, rest, notation) = match apart(rest).and_then(magnitude) {
        None => (Decimal::new(mantissa, scale), rest, Notation::Arabic),
        Some((power, behind)) => {
            (mantissa.checked_mul(10i64.pow(power.checked_sub(scale)?))?.into(), behind, Notation::Mixed)
        }
    };
    let number = Number {
        digits: whole,
        decimal,
        magnitude: notation == Notation::Mixed,
        vague: more.is_some(),
        ..plain(low, notation)
    };
    // 1、2: only Han digits go on behind it.
    (rest.starts_with('、') || ends_before(rest) || begins_kilo_unit(rest)).then_some(Ok((rest, number)))
}

/// The digit at an offset, and its length in bytes.
fn digit_at(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    match bytes.get(at) {
        Some(digit @ b'0'..=b'9') => Some((digit - b'0', 1)),
        Some(0xEF) => match bytes[at..] {
            [_, 0xBC, digit @ 0x90..0x9A, ..] => Some((digit - 0x90, '０'.len_utf8())),
            _ => None,
        },
        _ => None,
    }
}

/// Decimals without zeros at their end.
fn trimmed(mut mantissa: i64, mut scale: u32) -> (i64, u32) {
    while scale > 0 && mantissa % 10 == 0 {
        (mantissa, scale) = (mantissa / 10, scale - 1);
    }
    (mantissa, scale)
}

/// Where a magnitude may stand behind Arabic digits: at once, or a space apart.
fn apart(text: &str) -> Option<&str> {
    let behind = gap(text);
    let spaces = text.len() - behind.len();
    (spaces == 0 || spaces <= 6 && !begins_measure(behind)).then_some(behind)
}

/// What stands behind a space or two before 多 or 余, as PDFs leave them: 70 餘國.
pub(super) fn near(text: &str) -> Option<&str> {
    let behind = gap(text);
    let spaces = text.len() - behind.len();
    ((1..=6).contains(&spaces) && behind.starts_with(['多', '余', '餘'])).then_some(behind)
}

/// The text behind 多 余 几 来, where it makes a round number vague.
fn more(text: &str) -> Option<&str> {
    let (c, width) = first(text).filter(|(c, _)| is_vague(*c))?;
    let behind = &text[width..];
    (!begins_word(c, behind)).then_some(behind)
}

/// `三` `十五` `二百零三` `五千万` `三亿五千万` `十二点五` `三十多万`: digits with 千 百 十, each below the one before it, with 亿
/// and 万 in their order.
///
/// `value` was read already, with a last magnitude of `below`.
fn han(mut rest: &str, mut value: i64, mut below: u32) -> Option<(&str, Number)> {
    let digits = usize::from(below == NONE_YET);
    // What 亿 and 万 closed, and the last of them; the value is what stands behind.
    let (mut closed, mut last) = (0, NONE_YET);
    let mut pending;
    loop {
        (rest, value, below, pending) = section(rest, value, below)?;
        let Some((power, behind)) = magnitude(rest).filter(|_| value > 0) else { break };
        if power >= last {
            return None;
        }
        (closed, value, last, below, rest) = (closed + value * 10i64.pow(power), 0, power, power, behind);
    }
    if closed == 0
        && let Some(behind) = rest.strip_prefix('点')
    {
        return decimals(behind, value, digits);
    }
    let more = if pending || below == NONE_YET { None } else { more(rest) };
    if let Some(behind) = more {
        rest = behind;
        if let Some((power, behind)) = magnitude(rest).filter(|(power, _)| value > 0 && *power < last) {
            (closed, value, below, rest) = (closed + value * 10i64.pow(power), 0, power, behind);
        }
    }
    let magnitude = !pending && below >= 4 && below != NONE_YET;
    let low = Decimal::from(closed + value);
    let number = Number { digits, magnitude, vague: more.is_some(), ..plain(low, Notation::Han) };
    (ends_before(rest) || !pending && begins_kilo_unit(rest)).then_some((rest, number))
}

/// `二百零三`: what 千 百 十 and digits add to a value, the last of them, and whether a digit stands at the end.
fn section(mut rest: &str, mut value: i64, mut below: u32) -> Option<(&str, i64, u32, bool)> {
    let mut zero = false;
    while let Some((c, width)) = first(rest) {
        let behind = &rest[width..];
        let inside = below != NONE_YET;
        // 一百十八
        if c == '十' && inside && below > 1 {
            (value, below, zero, rest) = (value + 10, 1, false, behind);
            continue;
        }
        let Some(digit) = han_digit(c) else { break };
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
            // 一百二 is 120, as spoken.
            None if inside && below > 1 && !zero => return None,
            None => return Some((behind, value + i64::from(digit), below, true)),
        }
    }
    (!zero).then_some((rest, value, below, false))
}

/// `三点五`: the digits behind 点; not in 八点十分.
fn decimals(text: &str, whole: i64, digits: usize) -> Option<(&str, Number)> {
    let (mut mantissa, mut scale, mut rest) = (whole, 0, text);
    while let Some((c, width)) = first(rest)
        && let Some(digit) = han_digit(c)
    {
        (mantissa, scale, rest) = (mantissa * 10 + i64::from(digit), scale + 1, &rest[width..]);
        if scale > 6 {
            return None;
        }
    }
    if scale == 0 || few!("十刻分").begins(rest) {
        return None;
    }
    let (mantissa, scale) = trimmed(mantissa, scale);
    let number = Number { digits, decimal: true, ..plain(Decimal::new(mantissa, scale), Notation::Han) };
    ends_before(rest).then_some((rest, number))
}

/// 万, 亿 or 万亿 at the start of a text: its power of ten, and what stands behind it.
fn magnitude(text: &str) -> Option<(u32, &str)> {
    let (c, width) = first(text)?;
    let (power, behind) = (big_unit(c).filter(|power| *power < 12)?, &text[width..]);
    match behind.strip_prefix('亿').filter(|_| power == 4) {
        Some(behind) => Some((12, behind)),
        None => Some((power, behind)),
    }
}

/// Whether a unit of thousands of another stands behind a number: 35千瓦, 5万千瓦.
fn begins_kilo_unit(text: &str) -> bool {
    text.strip_prefix('千').is_some_and(begins_kilo)
}

/// Whether 、 behind a digit parts it from the next one: 一、二类, but not 一、一○○ and 二、三百.
fn enumerates(text: &str) -> bool {
    let Some(behind) = text.strip_prefix('、') else { return false };
    let mut chars = behind.chars();
    let digit = |c: char| han_digit(c).is_some();
    !(chars.next().is_some_and(digit)
        && chars.next().is_some_and(|c| digit(c) || small_unit(c).is_some() || big_unit(c).is_some()))
}

/// A number without any of what only the long way reads.
pub(super) const fn plain(low: Decimal, notation: Notation) -> Number {
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
static SEPARATORS: CharSet = CharSet::of("',，、 .．·•‧\u{a0}\u{3000}\t").and_all('\u{2002}', '\u{200a}');

/// The same, and line breaks.
static MAY_GO_ON: CharSet = CharSet::of("\n").or(&GOES_ON);

/// Whether a numeral ends before a text, whatever it is.
#[inline]
fn ends_before(text: &str) -> bool {
    !MAY_GO_ON.begins(text) || separated(text)
}

/// The same before a character with which one may go on.
#[inline(never)] // as few do
fn separated(text: &str) -> bool {
    let goes_on = |text: &str| GOES_ON.begins(text);
    let Some(c) = text.chars().next() else { return true };
    if c == '\n' {
        return line_goes_on(text).is_none();
    }
    let behind = &text[c.len_utf8()..];
    match c {
        // 1. 总则: a space behind a point ends it as well, but for 7. 2％; and one behind a comma, but for 1, 234万元.
        '.' | '．' => !goes_on(behind) || behind.starts_with(is_gap) && tenths_apart(behind).is_none(),
        ',' | '，' if behind.starts_with(is_gap) => group_apart(behind).is_none(),
        c if is_gap(c) => !goes_on(gap(behind)) && line_goes_on(behind).is_none(),
        c => SEPARATORS.has(c) && !goes_on(behind),
    }
}

/// What stands behind a line break, blanks before it and the spaces of a hanging line, if it is a Han numeral and no heading:
/// 二⏎十五公分, not 二⏎十、.
pub(super) fn line_goes_on(text: &str) -> Option<&str> {
    let behind = gap(text).strip_prefix('\n')?.trim_start_matches(' ');
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
            "3.00001", ".", "，", "、", " ", "点", "多", "年", "瓦", "·", "-", "\n", "２", "．", "来个",
            "分",
        ];
        let agree = |text: &str| {
            if let Some(found) = text.chars().next().and_then(|c| short(text, c)) {
                assert_eq!(long(text), found, "{text}");
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
            "一百十六", "二千三百", "零三", "一千零零三", "四十五万", "一十", "九千九百九十九", "三亿五千万",
            "八十五万六千", "四千万零六千", "三万五千伏", "一万亿二亿", "一万五千亿", "三十多万亿",
            "三万多亿", "二十多元化", "十几年", "三十三点六", "八点三十分", "一点零五零万", "千万亿", "万万",
            "百零五", "20多万千瓦", "3.5 万亿", "5 万分", "一百万千瓦", "1.5.5", "１．５．5", "三、二百",
            "一、二三",
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
