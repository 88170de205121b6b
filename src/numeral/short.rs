//! The short way to read the numerals that most texts have.

use rust_decimal::Decimal;

use super::run::first;
use super::{Notation, Number, big_unit, han_digit, small_unit};
use crate::charset::CharSet;

/// The numerals that most texts have, without the machinery for all of them: `2021`, `6.5`, `3.2万`, `三`, `十五`, `二十`.
pub(super) fn short(input: &str) -> Option<(&str, Number)> {
    let number = |rest, low, notation, digits, decimal| {
        let number = Number {
            low: Some(low),
            high: None,
            notation,
            digits,
            decimal,
            magnitude: notation == Notation::Mixed,
            vague: false,
            bare: false,
            grouped: false,
            disordered: false,
        };
        ends_before(rest).then_some((rest, number))
    };
    let bytes = input.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take(10).take_while(|b| b.is_ascii_digit()).count();
    let value =
        |from: usize, len: usize| bytes[from..from + len].iter().fold(0, |n, b| n * 10 + i64::from(b - b'0'));
    match bytes.first()? {
        b'0'..=b'9' => {
            let whole = digits(0);
            if whole > 9 {
                return None;
            }
            let (mut mantissa, mut end, mut scale) = (value(0, whole), whole, 0);
            if bytes.get(whole) == Some(&b'.') && bytes.get(whole + 1).is_some_and(u8::is_ascii_digit) {
                let decimals = digits(whole + 1);
                end += 1 + decimals;
                scale = u32::try_from(decimals).ok()?;
                // Trailing zeros are for the long way, and so is 1.2.3.
                if decimals > 6 || bytes[end - 1] == b'0' {
                    return None;
                }
                mantissa = mantissa * 10i64.pow(scale) + value(whole + 1, decimals);
            }
            let rest = &input[end..];
            let magnitude =
                first(rest).and_then(|(c, width)| Some((big_unit(c).filter(|p| *p < 12)?, width)));
            let Some((power, width)) = magnitude else {
                return number(rest, Decimal::new(mantissa, scale), Notation::Arabic, whole, scale > 0);
            };
            let low = mantissa.checked_mul(10i64.pow(power.checked_sub(scale)?))?;
            number(&rest[width..], low.into(), Notation::Mixed, whole, scale > 0)
        }
        0xE0.. => {
            let (c, width) = first(input)?;
            let rest = &input[width..];
            let unit = |rest: &'_ str| {
                first(rest).and_then(|(c, width)| {
                    Some((han_digit(c).filter(|d| *d > 0 && !matches!(c, '两' | '兩'))?, width))
                })
            };
            let (tens, digits, rest) = match (c, han_digit(c)) {
                ('十', _) => (1, 0, rest),
                (_, Some(digit)) => match rest.strip_prefix('十').filter(|_| digit > 0) {
                    Some(rest) => (digit, 1, rest),
                    None => return number(rest, Decimal::from(digit), Notation::Han, 1, false),
                },
                _ => return None,
            };
            let (ones, rest) = unit(rest).map_or((0, rest), |(ones, width)| (ones, &rest[width..]));
            number(rest, Decimal::from(tens * 10 + ones), Notation::Han, digits, false)
        }
        _ => None,
    }
}

/// Characters with which a numeral can go on.
pub(super) static GOES_ON: CharSet = CharSet::of(
    "0123456789０１２３４５６７８９〇○零一壹弌二贰貳弍两兩三叁參叄四肆五伍六陆陸七柒八捌九玖十拾百佰千仟万萬亿億兆点點\
多余餘几幾来來",
)
.or(&SEPARATORS);

/// Those of them that do so only before another.
static SEPARATORS: CharSet = CharSet::of(",，、 .．·•‧\u{a0}\u{3000}\t").and_all('\u{2002}', '\u{200a}');

/// Whether a numeral ends before a text, whatever it is.
fn ends_before(text: &str) -> bool {
    let mut chars = text.chars();
    match chars.next() {
        Some('\n') => line_goes_on(text).is_none(),
        Some(c) if SEPARATORS.has(c) => !chars.next().is_some_and(|c| GOES_ON.has(c)),
        c => !c.is_some_and(|c| GOES_ON.has(c)),
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
    use super::super::read::long;
    use super::*;

    #[test]
    fn the_short_way_agrees_with_the_long_one() {
        let parts = [
            "", "一", "两", "十", "零", "百", "万", "亿", "0", "7", "05", "6.5", "1.20", "3.00001", ".",
            "，", "、", " ", "点", "多", "年", "·",
        ];
        let n = parts.len();
        for i in 0..n * n * n * n {
            let text = [parts[i % n], parts[i / n % n], parts[i / n / n % n], parts[i / n / n / n]].concat();
            if let Some(found) = short(&text) {
                assert_eq!(long(&text), Ok(found), "{text}");
            }
        }
    }
}
