//! Numerals: every way Chinese text writes a number, read as an exact decimal.
//!
//! | written | value | notation |
//! |---|---|---|
//! | `60` · `６０` · `1,130` · `18，000` · `330 000` · `1 9 9 3` · `4．75` · `8·5` · `7. 2` before % | 60 · 60 · 1130 · 18000 · 330000 · 1993 · 4.75 · 8.5 · 7.2 | [`Arabic`](Notation::Arabic) |
//! | `三亿五千万` · `一千二百` · `三点五` · `壹佰贰拾` · `廿` | 350000000 · 1200 · 3.5 · 120 · 20 | [`Han`](Notation::Han) |
//! | `二〇二一` · `五五○` · `一、一○○` · `一六·六` · `六五.六` before 亿 | 2021 · 550 · 1100 · 16.6 · 65.6 | [`Digits`](Notation::Digits) |
//! | `1.2万亿` · `1亿6325万` · `3千` | 1200000000000 · 163250000 · 3000 | [`Mixed`](Notation::Mixed) |
//!
//! Both scripts are read, and 两 兩 〇 ○ 零; 负, − and 零下 before a number make it negative. A last digit behind a magnitude stands for tens of it as in speech
//! (`一万三` is 13000). A numeral is taken whole or not at all: one that does not fit [`Decimal`]
//! (96 bits, 28 digits) has no value, and one with a malformed middle is no numeral.
//!
//! [`Numeral::written`] is the way back: a value in any of these notations, in either script.
//!
//! GB/T 15835 is the standard for the use of both kinds of numerals in publications.

use core::fmt;
use core::str::FromStr;

use rust_decimal::Decimal;

use self::read::long;
pub(crate) use self::read::until_refused;
pub(crate) use self::short::GOES_ON;
use self::short::short;
use crate::charset::{CharSet, char_at};
use crate::token::{Match, NO};

mod groups;
mod read;
mod run;
mod short;
mod write;

pub use write::{Form, Script, Written};

/// How a numeral was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Notation {
    /// Digits 0–9, half or full width.
    Arabic,
    /// Han characters with 十 百 千 万 亿, or a single one.
    Han,
    /// Han characters one for each digit: 二〇二一.
    Digits,
    /// Digits 0–9 with Han magnitudes: 1.2万亿.
    Mixed,
}

/// A number that remembers how it was written.
///
/// ```
/// use gongwen::numeral::{Notation, Numeral};
/// let n: Numeral = "三亿五千万".parse()?;
/// assert_eq!(n.value().to_string(), "350000000");
/// assert_eq!(n.notation(), Notation::Han);
/// # Ok::<(), gongwen::numeral::NumeralError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Numeral {
    value: Decimal,
    notation: Notation,
}

impl Numeral {
    /// The exact value.
    pub const fn value(self) -> Decimal {
        self.value
    }

    /// How it was written.
    pub const fn notation(self) -> Notation {
        self.notation
    }
}

/// Writes the value in digits, without grouping; [`Numeral::written`] has other forms.
impl fmt::Display for Numeral {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

/// Why a text is not a single number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum NumeralError {
    /// The text is not one whole numeral; a vague one (十几) and a range (五六十) are none.
    #[error("not a numeral")]
    Malformed,
    /// The number needs more than 96 bits or 28 decimals.
    #[error("the number has more than 28 digits")]
    TooLarge,
}

impl FromStr for Numeral {
    type Err = NumeralError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        match number(s.trim()) {
            Ok(("", n)) if n.high.is_none() && !n.vague && !n.disordered => match n.low {
                Some(value) => Ok(Self { value, notation: n.notation }),
                None => Err(NumeralError::TooLarge),
            },
            _ => Err(NumeralError::Malformed),
        }
    }
}

/// The value of a text that is one whole numeral.
///
/// ```
/// # use gongwen::numeral;
/// assert_eq!(numeral::parse("十三万五").map(|n| n.value().to_string()), Some("135000".into()));
/// assert_eq!(numeral::parse("三亿人"), None);
/// ```
pub fn parse(text: &str) -> Option<Numeral> {
    text.parse().ok()
}

/// The digit 0–9 that a character stands for, half or full width.
pub(crate) const fn arabic_digit(c: char) -> Option<u8> {
    match c {
        '0'..='9' => Some(c as u8 - b'0'),
        '０'..='９' => Some((c as u32 - '０' as u32).to_le_bytes()[0]),
        _ => None,
    }
}

/// The value of the Arabic digits that a text begins with, how many they are, and the text behind them.
pub(crate) fn digits(text: &str) -> (u32, usize, &str) {
    let (mut value, mut count, mut rest) = (0u32, 0, text.chars());
    loop {
        let behind = rest.as_str();
        let Some(digit) = rest.next().and_then(arabic_digit) else { return (value, count, behind) };
        value = value.saturating_mul(10).saturating_add(digit.into());
        count += 1;
    }
}

/// What a Han character is in a numeral.
#[derive(Clone, Copy)]
enum Part {
    /// A digit, financial forms included.
    Digit,
    /// 十 百 千, by their powers of ten.
    Small,
    /// 万 亿 兆, by theirs.
    Big,
    /// 多 余 几 来: the number is somewhat larger than what stands there.
    Vague,
}

/// They are kept by their code points modulo this, which no two of them share.
const MODULUS: usize = 231;

/// The Han characters of numerals, with what they are and their values.
static PARTS: [(u16, Part, u8); MODULUS] = {
    use Part::{Big, Digit, Small, Vague};
    const ALL: [(&str, Part, u8); 17] = [
        ("〇○零", Digit, 0),
        ("一壹弌", Digit, 1),
        ("二贰貳弍两兩", Digit, 2),
        ("三叁參叄", Digit, 3),
        ("四肆", Digit, 4),
        ("五伍", Digit, 5),
        ("六陆陸", Digit, 6),
        ("七柒", Digit, 7),
        ("八捌", Digit, 8),
        ("九玖", Digit, 9),
        ("十拾", Small, 1),
        ("百佰", Small, 2),
        ("千仟", Small, 3),
        ("万萬", Big, 4),
        ("亿億", Big, 8),
        ("兆", Big, 12),
        ("多余餘几幾来來", Vague, 0),
    ];
    let mut parts = [(0, Vague, 0); MODULUS];
    let mut i = 0;
    while i < ALL.len() {
        let (characters, part, value) = ALL[i];
        let mut at = 0;
        while at < characters.len() {
            let (c, len) = char_at(characters.as_bytes(), at);
            assert!(parts[c as usize % MODULUS].0 == 0, "two characters have one place");
            #[allow(clippy::cast_possible_truncation)] // OK because they take three bytes
            {
                parts[c as usize % MODULUS] = (c as u16, part, value);
            }
            at += len;
        }
        i += 1;
    }
    parts
};

/// What a character is in a numeral, and its value.
fn part(c: char) -> Option<(Part, u8)> {
    let (of, part, value) = PARTS[c as usize % MODULUS];
    (u32::from(of) == u32::from(c) && of > 0).then_some((part, value))
}

/// The digit that a Han character stands for, financial forms included.
pub(crate) fn han_digit(c: char) -> Option<u8> {
    match part(c) {
        Some((Part::Digit, digit)) => Some(digit),
        _ => None,
    }
}

/// The power of ten of 十 百 千.
fn small_unit(c: char) -> Option<u32> {
    match part(c) {
        Some((Part::Small, power)) => Some(power.into()),
        _ => None,
    }
}

/// The power of ten of 万 亿 兆.
fn big_unit(c: char) -> Option<u32> {
    match part(c) {
        Some((Part::Big, power)) => Some(power.into()),
        _ => None,
    }
}

/// 多 余 几 来: the number is somewhat larger than what stands there.
fn is_vague(c: char) -> bool {
    matches!(part(c), Some((Part::Vague, _)))
}

/// The ten stems, which count as well: 甲、乙、, and in the years of the other calendar.
pub(crate) const HEAVENLY_STEMS: [char; 10] = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];

/// Han characters that a numeral begins with: digits and magnitudes below 万.
pub(crate) static HAN_STARTS: CharSet =
    CharSet::of("〇○零一壹弌二贰貳弍两兩三叁參叄四肆五伍六陆陸七柒八捌九玖十拾百佰千仟廿卅");

/// Characters that a numeral begins with: these and digits.
pub(crate) static STARTS: CharSet = CharSet::of("0123456789０１２３４５６７８９").or(&HAN_STARTS);

/// Characters that a numeral begins with wherever one is looked for: the same, 万 and above, and signs.
pub(crate) static BEGINS: CharSet = CharSet::of("万萬亿億兆-－−负負").or(&STARTS);

/// Whether a character can begin a numeral.
pub(crate) fn starts_number(c: char) -> bool {
    STARTS.has(c)
}

/// Whether two digits side by side are two numbers: 五六, 三五, not 五七.
const fn are_neighbours(a: u8, b: u8) -> bool {
    a > 0 && (b == a + 1 || a == 3 && b == 5)
}

/// A number, or two that differ in one digit (五六十), as the grammars see it.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(clippy::struct_excessive_bools)] // independent observations, not states
pub(crate) struct Number {
    /// The value, the lower one of two; none if it does not fit.
    pub low: Option<Decimal>,
    /// The higher value of 五六十.
    pub high: Option<Decimal>,
    pub notation: Notation,
    /// Characters of the first run of digits that stand before a point or magnitude.
    pub digits: usize,
    /// Has decimals.
    pub decimal: bool,
    /// Ends in 万 亿 兆.
    pub magnitude: bool,
    /// Has 多 余 几 来 inside or behind.
    pub vague: bool,
    /// Begins with 百 千 万 and no digit before it.
    pub bare: bool,
    /// Has commas, 、 or spaces between groups of digits.
    pub grouped: bool,
    /// Its magnitudes make no number: 1亿1亿.
    pub disordered: bool,
}

impl Number {
    /// Whether it is an amount without a unit: 3.8万, 三万八千.
    pub fn counts_alone(&self) -> bool {
        let large = || self.low.is_some_and(|low| low >= Decimal::from(10_000));
        self.magnitude || self.notation == Notation::Han && !self.bare && large()
    }

    /// The value as a small whole number, for ordinals, months and years.
    pub fn whole(&self) -> Option<u32> {
        if self.decimal || self.high.is_some() || self.vague || self.disordered {
            return None;
        }
        u32::try_from(self.low?.mantissa()).ok().filter(|_| self.low.is_some_and(|v| v.scale() == 0))
    }
}

/// `number = sign? (run | magnitude | 点 decimals | 多)+` — a numeral as far as it goes.
///
/// 1.2.3 is no number.
#[inline]
pub(crate) fn number(input: &str) -> Match<'_, Number> {
    let c = input.chars().next().filter(|c| BEGINS.has(*c)).ok_or(NO)?;
    number_from(c, input)
}

/// The same for a text that begins with such a character.
#[inline]
pub(crate) fn number_from(c: char, input: &str) -> Match<'_, Number> {
    match short(input, c) {
        Some(found) => found,
        None => long(input),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn starts_are_digits_and_magnitudes() {
        for c in '\0'..='\u{ffff}' {
            let starts = arabic_digit(c).is_some() || han_digit(c).is_some() || small_unit(c).is_some();
            assert_eq!(starts_number(c), starts || matches!(c, '廿' | '卅'), "{c}");
        }
    }

    fn value(text: &str) -> String {
        parse(text).map_or("-".into(), |n| n.to_string())
    }

    #[test]
    fn arabic() {
        for (text, expected) in [
            ("60", "60"),
            ("６０", "60"),
            ("1,130", "1130"),
            ("18，000", "18000"),
            ("330 000", "330000"),
            ("1 9 9 3", "1993"),
            ("4．75", "4.75"),
            ("8· 5", "8.5"),
            ("8\u{a0}·\u{a0}5", "8.5"),
            ("330\u{a0}000", "330000"),
            ("330\u{2009}000", "330000"),
            ("330\u{3000}000", "-"),
            ("1,0000", "-"),
            ("12,34,567", "-"),
            ("０.４", "0.4"),
            ("-10.1", "-10.1"),
            ("1,2", "-"),
            ("12,34", "-"),
            ("1.2.3", "-"),
            ("", "-"),
            ("-", "-"),
            ("01.10", "1.1"),
            ("233,333，333,434.344", "233333333434.344"),
            ("0,123", "-"),
            ("2021 3", "-"),
            ("1 2 3 45", "-"),
            ("1.25.", "-"),
            ("12345678.25", "12345678.25"),
            ("1234567890.125", "1234567890.125"),
            ("1.1234567", "1.1234567"),
        ] {
            assert_eq!(value(text), expected, "{text}");
        }
    }

    #[test]
    fn han() {
        for (text, expected) in [
            ("一", "1"),
            ("十", "10"),
            ("十五", "15"),
            ("二十", "20"),
            ("一百一十", "110"),
            ("一百零三", "103"),
            ("一千零一十一", "1011"),
            ("一万三", "13000"),
            ("两千三百五", "2350"),
            ("十三万五", "135000"),
            ("四千万零六千", "40006000"),
            ("一百零一万零三千零十二", "1013012"),
            ("四亿五千六百四十二万零一十五", "456420015"),
            ("二十一万亿", "21000000000000"),
            ("三百五十一万亿", "351000000000000"),
            ("一亿亿", "10000000000000000"),
            ("三点一四", "3.14"),
            ("两千三点一", "2300.1"),
            ("十点二三三", "10.233"),
            ("零点五", "0.5"),
            ("壹佰贰拾叁", "123"),
            ("廿三", "23"),
            ("二〇二一", "2021"),
            ("二○○八", "2008"),
            ("五五○", "550"),
            ("一、一○○", "1100"),
            ("三三、七二○", "33720"),
            ("一六·六", "16.6"),
            ("六五.六", "65.6"),
            ("六五.六亿", "6560000000"),
            ("三.", "-"),
            ("四千零四万", "40040000"),
            ("负四十五亿零四百零四万", "-4504040000"),
            ("一百十六", "116"),
            ("五六十", "-"),
            ("十几", "-"),
            ("三亿人", "-"),
            ("一千亿一千万一千零一", "100010001001"),
            ("七亿亿三亿", "70000000300000000"),
            ("三亿五亿", "-"),
            ("三万二万", "-"),
            ("五万万", "500000000"),
            ("卅五", "35"),
            ("卅", "30"),
            ("一百卅", "-"),
            ("一百廿", "-"),
            ("三万千", "-"),
            ("三百三千", "-"),
            ("三百二一", "-"),
            ("四万七三一九", "47319"),
            ("四万七三一", "-"),
            ("零下六", "-6"),
            ("零下12.5", "-12.5"),
            ("三百一、一○○", "-"),
            ("三百一·五", "-"),
            ("两十", "20"),
            ("一点五点五", "-"),
            ("十多点五", "-"),
        ] {
            assert_eq!(value(text), expected, "{text}");
        }
    }

    #[test]
    fn mixed() {
        for (text, expected) in [
            ("1.2万亿", "1200000000000"),
            ("1亿6325万", "163250000"),
            ("3千", "3000"),
            ("3万4000", "34000"),
            ("5万4千6百", "54600"),
            ("5亿1万4千6百", "500014600"),
            ("100万三千", "1003000"),
            ("1百01", "101"),
            ("1千零20", "1020"),
            ("一百点123", "100.123"),
            ("1点5", "1.5"),
            ("3点一", "-"),
            ("7万 5千 4百", "75400"),
            ("1.2 万亿", "1200000000000"),
            ("16.4亿", "1640000000"),
            ("2兆", "2000000000000"),
            ("25万6千", "256000"),
            ("1亿1亿", "-"),
            ("1万亿2亿3万", "1000200030000"),
            ("8萬 7,940", "87940"),
            ("8萬 119", "-"),
            ("8千 7940", "-"),
            ("8千 79.4", "-"),
            ("7万 5.5千", "-"),
            ("3万5", "-"),
            ("3万05", "30005"),
            ("3千2百1十6", "3216"),
            ("3百1234", "-"),
            ("3万12.5", "-"),
            ("1.5 百", "150"),
            ("1      百", "100"),
            ("1       百", "-"),
            ("10 亿", "1000000000"),
        ] {
            assert_eq!(value(text), expected, "{text}");
        }
    }

    #[test]
    fn pairs_and_vague() {
        for (text, low, high, vague, len) in [
            ("五六十个", "50", "60", false, 9),
            ("十五六人", "15", "16", false, 9),
            ("三五百公里", "300", "500", false, 9),
            ("七百三四十秒", "730", "740", false, 15),
            ("两三千人", "2000", "3000", false, 9),
            ("负五六十个", "-60", "-50", false, 12),
            ("620多万套", "6200000", "", true, 9),
            ("300余家", "300", "", true, 6),
            ("4万余字", "40000", "", true, 7),
            ("一百零几万个", "1000000", "", true, 15),
            ("十多万个", "100000", "", true, 9),
        ] {
            let (rest, n) = number(text).unwrap();
            assert_eq!(n.low.unwrap().to_string(), low, "{text}");
            assert_eq!(n.high.map(|d| d.to_string()).unwrap_or_default(), high, "{text}");
            assert_eq!((n.vague, text.len() - rest.len()), (vague, len), "{text}");
        }
    }

    /// Where a numeral ends, and what of the text behind it is none of it.
    #[test]
    fn ends() {
        for (text, low, rest) in [
            // 千 of a measure belongs to it, unless digits stand before it that it multiplies.
            ("1.5千克", "1.5", "千克"),
            ("35千瓦", "35", "千瓦"),
            ("三万五千伏", "35000", "伏"),
            ("三万零五千瓦", "30005", "千瓦"),
            ("28 千瓦", "28", " 千瓦"),
            ("3 百分点", "3", " 百分点"),
            ("28 万字", "280000", "字"),
            ("10 亿米", "1000000000", "米"),
            ("202 万亩", "2020000", "亩"),
            ("5 万分", "5", " 万分"),
            ("50万伏", "500000", "伏"),
            ("2兆瓦", "2", "兆瓦"),
            ("七万万两", "700000000", "两"),
            ("三万两千", "32000", ""),
            ("三百兩萬", "3020000", ""),
            // 多 余 来 begin words as well.
            ("三十来把", "30", "来把"),
            ("三十来个", "30", "个"),
            ("20多样", "20", "多样"),
            ("20多元化", "20", "多元化"),
            ("20多元", "20", "元"),
            ("20余额", "20", "余额"),
            ("20余元", "20", "元"),
            ("25多", "25", "多"),
            ("0多", "0", "多"),
            ("2.50多", "2.5", "多"),
            ("三百多多", "300", "多"),
            ("五多", "5", "多"),
            ("零、一", "0", "、一"),
            ("1.5.", "1.5", "."),
            ("15..5", "15", "..5"),
        ] {
            let (behind, n) = number(text).unwrap();
            assert_eq!((n.low.unwrap().to_string().as_str(), behind), (low, rest), "{text}");
        }
        // A number that is cut by a second point is none.
        for text in ["1.5.5", "1.5..5", "多", "个"] {
            assert_eq!(number(text), Err(NO), "{text}");
        }
    }

    #[test]
    fn too_large_is_an_error_and_taken_whole() {
        let text = "9".repeat(400);
        assert_eq!(text.parse::<Numeral>(), Err(NumeralError::TooLarge));
        let text = format!("一{}", "亿".repeat(9_999));
        assert_eq!(text.parse::<Numeral>(), Err(NumeralError::TooLarge));
    }
}
