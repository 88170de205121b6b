//! Numerals: every way Chinese text writes a number, read as an exact decimal.
//!
//! | written | value | notation |
//! |---|---|---|
//! | `60` · `６０` · `1,130` · `18，000` · `330 000` · `1 9 9 3` · `4．75` · `8·5` | 60 · 60 · 1130 · 18000 · 330000 · 1993 · 4.75 · 8.5 | [`Arabic`](Notation::Arabic) |
//! | `三亿五千万` · `一千二百` · `三点五` · `壹佰贰拾` · `廿` | 350000000 · 1200 · 3.5 · 120 · 20 | [`Han`](Notation::Han) |
//! | `二〇二一` · `五五○` · `一、一○○` · `一六·六` | 2021 · 550 · 1100 · 16.6 | [`Digits`](Notation::Digits) |
//! | `1.2万亿` · `1亿6325万` · `3千` | 1200000000000 · 163250000 · 3000 | [`Mixed`](Notation::Mixed) |
//!
//! Both scripts are read, and 两 兩 〇 ○ 零. A last digit behind a magnitude stands for tens of it as in speech
//! (`一万三` is 13000). A numeral is taken whole or not at all: one that does not fit [`Decimal`]
//! (96 bits, 28 digits) has no value, and one with a malformed middle is no numeral.
//!
//! [`Numeral::written`] is the way back: a value in any of these notations, in either script.
//!
//! GB/T 15835 is the standard for the use of both kinds of numerals in publications.

use core::fmt;
use core::str::FromStr;

use rust_decimal::Decimal;

use crate::charset::CharSet;
use crate::token::{Match, NO, begins, gap};

mod write;

pub use write::{Form, Script, Written};

/// How a numeral was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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

/// The digit that a Han character stands for, financial forms included.
pub(crate) const fn han_digit(c: char) -> Option<u8> {
    Some(match c {
        '〇' | '○' | '零' => 0,
        '一' | '壹' | '弌' => 1,
        '二' | '贰' | '貳' | '弍' | '两' | '兩' => 2,
        '三' | '叁' | '參' | '叄' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The power of ten of 十 百 千.
const fn small_unit(c: char) -> Option<u32> {
    match c {
        '十' | '拾' => Some(1),
        '百' | '佰' => Some(2),
        '千' | '仟' => Some(3),
        _ => None,
    }
}

/// The power of ten of 万 亿 兆.
const fn big_unit(c: char) -> Option<u32> {
    match c {
        '万' | '萬' => Some(4),
        '亿' | '億' => Some(8),
        '兆' => Some(12),
        _ => None,
    }
}

/// 多 余 几 来: the number is somewhat larger than what stands there.
const fn is_vague(c: char) -> bool {
    matches!(c, '多' | '余' | '餘' | '几' | '幾' | '来' | '來')
}

/// Characters that a numeral begins with: digits and magnitudes below 万.
pub(crate) static STARTS: CharSet = CharSet::of(
    "0123456789０１２３４５６７８９〇○零一壹弌二贰貳弍两兩三叁參叄四肆五伍六陆陸七柒八捌九玖十拾百佰千仟廿卅",
);

/// Whether a character can begin a numeral.
pub(crate) fn starts_number(c: char) -> bool {
    STARTS.has(c)
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
    /// The value as a small whole number, for ordinals, months and years.
    pub fn whole(&self) -> Option<u32> {
        if self.decimal || self.high.is_some() || self.vague || self.disordered {
            return None;
        }
        u32::try_from(self.low?.mantissa()).ok().filter(|_| self.low.is_some_and(|v| v.scale() == 0))
    }
}

/// A whole number under construction, in groups of ten thousand and of a hundred million.
#[derive(Clone, Copy, Default)]
struct Groups {
    /// Closed by 亿 or 兆.
    upper: u128,
    /// What the last 亿 or 兆 closed: the next one behind it multiplies that alone.
    last: u128,
    /// The power of ten of the last 亿 (12 of 万亿, 16 of 亿亿): what follows is smaller.
    below: Option<u32>,
    /// 1亿1亿, 3万2万: magnitudes that do not fall.
    disordered: bool,
    /// Closed by 万.
    middle: u128,
    /// Not closed yet.
    section: u128,
    overflow: bool,
}

impl Groups {
    fn checked(&mut self, value: Option<u128>) -> u128 {
        self.overflow |= value.is_none();
        value.unwrap_or(0)
    }

    fn times(&mut self, value: u128, exponent: u32) -> u128 {
        let product = 10u128.checked_pow(exponent).and_then(|p| value.checked_mul(p));
        self.checked(product)
    }

    /// Adds digits that stand before a magnitude below 万, or before none.
    fn add(&mut self, value: u128, exponent: u32) {
        let value = self.times(value, exponent);
        let sum = self.section.checked_add(value);
        self.section = self.checked(sum);
    }

    /// Closes what is open by 万 (4), 亿 (8) or 兆 (12); where nothing is, multiplies what the last one closed.
    fn close(&mut self, exponent: u32) {
        if exponent == 4 && self.section > 0 {
            self.disordered |= self.middle > 0;
            let closed = self.times(self.section, 4);
            let sum = self.middle.checked_add(closed);
            self.middle = self.checked(sum);
        } else if let Some(open) = self.middle.checked_add(self.section).filter(|open| *open > 0) {
            self.last = self.times(open, exponent);
            let least = |below| 10u128.checked_pow(below).is_some_and(|unit| self.last >= unit);
            self.disordered |= self.below.is_some_and(least);
            // 一万亿 goes on with 二亿, 一万五千亿 does not.
            let whole = if self.section == 0 { 4 } else { 0 };
            self.below = Some(exponent + whole);
            let sum = self.upper.checked_add(self.last);
            self.upper = self.checked(sum);
            self.middle = 0;
        } else {
            // 七亿亿三亿: the second 亿 belongs to 七亿.
            let closed = self.times(self.last, exponent);
            let sum = (self.upper - self.last.min(self.upper)).checked_add(closed);
            self.upper = self.checked(sum);
            self.last = closed;
            self.below = self.below.and_then(|below| below.checked_add(exponent));
        }
        self.section = 0;
    }

    fn total(&self) -> Option<u128> {
        if self.overflow {
            return None;
        }
        self.upper.checked_add(self.middle)?.checked_add(self.section)
    }
}

fn decimal(mantissa: Option<u128>, mut scale: u32, negative: bool) -> Option<Decimal> {
    let mut mantissa = i128::try_from(mantissa?).ok()?;
    // 1.2345万亿 fits only without the zeros behind it.
    while scale > 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        scale -= 1;
    }
    Decimal::try_from_i128_with_scale(if negative { -mantissa } else { mantissa }, scale).ok()
}

/// A run of digits: its value as mantissa and scale, and its extent.
#[derive(Default)]
struct Run {
    mantissa: u128,
    overflow: bool,
    scale: u32,
    /// Digits before the point.
    digits: usize,
    grouped: bool,
    len: usize,
}

impl Run {
    fn push(&mut self, text: &str, digit: impl Fn(char) -> Option<u8>) {
        for d in text.chars().filter_map(digit) {
            match self.mantissa.checked_mul(10).and_then(|m| m.checked_add(d.into())) {
                Some(m) => self.mantissa = m,
                None => self.overflow = true,
            }
        }
    }
}

/// The first character of a text and its length in bytes.
fn first(s: &str) -> Option<(char, usize)> {
    s.chars().next().map(|c| (c, c.len_utf8()))
}

/// How many digits a text begins with, and how many bytes they take.
fn count(s: &str, digit: impl Fn(char) -> Option<u8>) -> (usize, usize) {
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
        while let Some(group) = input[run.len..].strip_prefix(' ') {
            let (1, len) = count(group, digit) else { break };
            run.push(&group[..len], digit);
            run.digits += 1;
            run.len += 1 + len;
        }
    }
    // They also leave one beside a raised point: 8· 5.
    let rest = &input[run.len..];
    let before = usize::from(rest.starts_with(' '));
    if let Some((c, width)) = first(&rest[before..]).filter(|(c, _)| point(*c)) {
        let raised = matches!(c, '·' | '•' | '‧');
        let behind = &rest[before + width..];
        let after = usize::from(raised && behind.starts_with(' '));
        let (decimals, len) = count(&behind[after..], digit);
        if decimals > 0 && (before == 0 || raised) {
            run.push(&behind[after..after + len], digit);
            run.scale = u32::try_from(decimals).unwrap_or(u32::MAX);
            run.len += before + width + after + len;
        }
    }
    Some(run)
}

/// `1,130` `18，000` `330 000` `4．75` `8·5`
fn arabic_run(input: &str) -> Option<Run> {
    run(
        input,
        arabic_digit,
        |c| matches!(c, ',' | '，' | ' ' | '\u{a0}'),
        |c| matches!(c, '.' | '．' | '·' | '•' | '‧'),
    )
}

/// `二〇二一` `一、一○○` `一六·六`
fn han_run(input: &str) -> Option<Run> {
    run(input, han_digit, |c| matches!(c, '、' | '，' | ','), |c| matches!(c, '·' | '•' | '．' | '‧'))
}

/// Two neighbouring digits that name a range: 五六, 三五.
fn neighbours(text: &str) -> Option<(u8, u8)> {
    let mut chars = text.chars();
    let (a, b) = (han_digit(chars.next()?)?, han_digit(chars.next()?)?);
    (are_neighbours(a, b) && chars.next().is_none()).then_some((a, b))
}

/// Whether two digits side by side are two numbers: 五六, 三五, not 五七.
const fn are_neighbours(a: u8, b: u8) -> bool {
    a > 0 && (b == a + 1 || a == 3 && b == 5)
}

/// Two neighbouring digits with a comma between them, before a magnitude: 二、三百亿.
fn listed(text: &str) -> Option<(u8, u8)> {
    let mut chars = text.chars();
    let (a, comma, b) = (han_digit(chars.next()?)?, chars.next()?, han_digit(chars.next()?)?);
    let magnitude = chars.next().is_some_and(|c| small_unit(c).is_some() || big_unit(c).is_some());
    (comma == '、' && a > 0 && b == a + 1 && magnitude).then_some((a, b))
}

/// Digits that no magnitude has closed yet; two values where they are neighbours.
#[derive(Clone, Copy)]
struct Pending {
    low: u128,
    high: u128,
    digits: usize,
}

/// Reads a numeral from left to right, a run of digits or a magnitude at a time.
#[allow(clippy::struct_excessive_bools)] // independent observations, not states
struct Reader<'a> {
    input: &'a str,
    at: usize,
    low: Groups,
    high: Option<Groups>,
    pending: Option<Pending>,
    /// Power of ten of the last magnitude; the next must stay below it.
    below: u32,
    /// A 零 stands behind the last magnitude.
    zero: bool,
    scale: u32,
    digits: usize,
    arabic: bool,
    han: bool,
    positional: bool,
    vague: bool,
    bare: bool,
    grouped: bool,
}

/// No magnitude was read yet.
const NONE_YET: u32 = u32::MAX;

impl<'a> Reader<'a> {
    fn new(input: &'a str) -> Self {
        Self {
            input,
            at: 0,
            low: Groups::default(),
            high: None,
            pending: None,
            below: NONE_YET,
            zero: false,
            scale: 0,
            digits: 0,
            arabic: false,
            han: false,
            positional: false,
            vague: false,
            bare: false,
            grouped: false,
        }
    }

    fn rest(&self) -> &'a str {
        &self.input[self.at..]
    }

    /// Runs of digits follow a magnitude or nothing, never each other.
    fn takes_digits(&self) -> bool {
        self.pending.is_none() && !self.vague && self.scale == 0
    }

    fn take(&mut self, run: &Run) {
        if self.at == 0 {
            self.digits = run.digits;
        }
        self.grouped |= run.grouped;
        self.scale += run.scale;
        self.low.overflow |= run.overflow;
        self.at += run.len;
    }

    /// `60` `1,130` `4.75`, and `6325` in 1亿6325万
    fn arabic(&mut self) -> bool {
        let Some(run) = self.takes_digits().then(|| arabic_run(self.rest())).flatten() else { return false };
        if self.at > 0 {
            let next = first(gap(&self.rest()[run.len..])).map(|(c, _)| c);
            let magnitude = next.is_some_and(|c| small_unit(c).is_some() || big_unit(c).is_some());
            let fits = u32::try_from(run.digits).is_ok_and(|digits| digits <= self.below);
            // 3万5 may be anything; 9萬8,396 is one number.
            let unclear = run.digits == 1 && !self.zero && !magnitude;
            if run.scale > 0 || !fits || unclear {
                return false;
            }
        }
        self.arabic = true;
        self.pending = Some(Pending { low: run.mantissa, high: run.mantissa, digits: run.digits });
        self.take(&run);
        true
    }

    /// `三` `二〇二一` `五六`
    fn han(&mut self) -> bool {
        let rest = self.rest();
        let Some((c, width)) = first(rest).filter(|(c, _)| han_digit(*c).is_some()) else { return false };
        if !self.takes_digits() {
            return false;
        }
        if self.at > 0 && matches!(c, '零' | '〇' | '○') {
            self.zero = true;
            self.at += width;
            return true;
        }
        let Some(run) = han_run(rest) else { return false };
        if self.at > 0 {
            // 两 behind a number is the unit of weight unless a magnitude follows.
            let next = first(&rest[width..]).map(|(c, _)| c);
            let magnitude = next.is_some_and(|c| small_unit(c).is_some() || big_unit(c).is_some());
            if matches!(c, '两' | '兩') && !magnitude || run.scale > 0 || run.grouped {
                return false;
            }
        }
        let mut run = run;
        let (mut pair, mut pair_len) = (None, 0);
        if run.scale == 0 && !run.grouped {
            // A third digit is enough to know that it is no pair.
            pair_len = rest.chars().take(3).take_while(|c| han_digit(*c).is_some()).map(char::len_utf8).sum();
            pair = neighbours(&rest[..pair_len]);
            // 二、三百亿度
            if pair.is_none() && run.digits == 1 {
                pair = listed(rest);
                pair_len = 3 * '、'.len_utf8();
            }
        }
        if let Some((low, high)) = pair {
            self.pending = Some(Pending { low: low.into(), high: high.into(), digits: 1 });
            self.high.get_or_insert(self.low);
            run.len = pair_len;
        } else if self.at > 0 && run.digits > 1 {
            return false;
        } else {
            self.positional |= run.digits > 1;
            self.pending = Some(Pending { low: run.mantissa, high: run.mantissa, digits: run.digits });
        }
        self.han = true;
        self.take(&run);
        true
    }

    /// 十 百 千, 廿 卅
    fn small(&mut self) -> bool {
        let Some((c, width)) = first(self.rest()) else { return false };
        // 12千米, 330千伏: 千 belongs to the unit; not in 三万五千伏, whose 万 is followed by 千.
        let inside = self.below == 4 && !self.zero && self.pending.is_some_and(|p| p.digits == 1);
        if c == '千' && !inside && begins(&self.rest()[width..], "瓦克米伏卡帕赫焦升") {
            return false;
        }
        let (exponent, value) = match (small_unit(c), c) {
            (Some(exponent), _) => (exponent, 1),
            (None, '廿') if self.at == 0 => (1, 2),
            (None, '卅') if self.at == 0 => (1, 3),
            _ => return false,
        };
        if exponent >= self.below || self.vague && self.pending.is_some() {
            return false;
        }
        let pending = match self.pending.take() {
            Some(pending) => pending,
            // 千瓦, 百姓: a bare magnitude is a number only behind a digit, or as 十.
            None if self.at == 0 || self.zero || exponent == 1 => {
                self.bare |= self.at == 0 && exponent > 1;
                Pending { low: value, high: value, digits: 1 }
            }
            None => return false,
        };
        self.add(pending, exponent);
        self.han = true;
        self.zero = false;
        self.below = exponent;
        self.at += width;
        true
    }

    /// 万 亿 兆
    fn big(&mut self) -> bool {
        let rest = self.rest();
        let Some((exponent, width)) = first(rest).and_then(|(c, width)| Some((big_unit(c)?, width))) else {
            return false;
        };
        if is_megaunit(exponent, &rest[width..]) {
            return false;
        }
        if let Some(pending) = self.pending.take() {
            self.add(pending, 0);
        } else if self.at == 0 {
            self.bare = true;
            self.add(Pending { low: 1, high: 1, digits: 1 }, 0);
        }
        self.low.close(exponent);
        if let Some(high) = &mut self.high {
            high.close(exponent);
        }
        self.han = true;
        self.zero = false;
        self.below = exponent;
        self.at += width;
        true
    }

    /// `点五` in 三点五, `点123` in 一百点123; not 三点一刻, 八点二十
    fn point(&mut self) -> bool {
        let rest = self.rest();
        let Some((_, width)) = first(rest).filter(|(c, _)| matches!(c, '点' | '點')) else { return false };
        if self.scale > 0 || self.vague {
            return false;
        }
        let behind = &rest[width..];
        let (decimals, len) = match count(behind, han_digit) {
            (0, _) => count(behind, arabic_digit),
            han => han,
        };
        let clock = behind[len..].starts_with(['十', '刻', '分']);
        // 1点5 is a number as spoken; 3点一 is a point and an item.
        let mixed = !self.han && first(behind).is_some_and(|(c, _)| arabic_digit(c).is_none());
        if decimals == 0 || clock || mixed {
            return false;
        }
        self.settle();
        let mut run = Run::default();
        let total = self.low.total();
        run.overflow = total.is_none();
        run.mantissa = total.unwrap_or(0);
        run.push(&behind[..len], |c| han_digit(c).or_else(|| arabic_digit(c)));
        self.scale = u32::try_from(decimals).unwrap_or(u32::MAX);
        self.low = Groups { section: run.mantissa, overflow: run.overflow, ..Groups::default() };
        self.high = None;
        self.below = NONE_YET;
        self.at += width + len;
        // 1.5 written 一点五 may still be followed by 万 and 亿.
        while self.big() {}
        true
    }

    /// 多 余 几 来 behind tens and above
    fn vague(&mut self) -> bool {
        let rest = self.rest();
        let Some((c, width)) = first(rest).filter(|(c, _)| is_vague(*c)) else { return false };
        let round = match self.pending {
            Some(p) => p.low > 0 && p.low % 10 == 0 && self.scale == 0,
            None => self.below != NONE_YET,
        };
        if self.at == 0 || self.vague || !round || begins_word(c, &rest[width..]) {
            return false;
        }
        self.vague = true;
        self.at += width;
        true
    }

    /// A space before a magnitude: 1.2 万亿, 7万 5千
    fn gap(&mut self) -> bool {
        let rest = self.rest();
        let behind = gap(rest);
        let skipped = rest.len() - behind.len();
        if skipped == 0 || skipped > 6 || !self.arabic {
            return false;
        }
        let unit = |s: &str| first(s).and_then(|(c, _)| small_unit(c).or_else(|| big_unit(c)));
        let joined = if self.pending.is_some() || self.scale > 0 {
            unit(behind).is_some() && !begins_measure(behind)
        } else {
            // 7万 5千, 9 萬 8,396
            arabic_run(behind).is_some_and(|run| {
                let magnitude = unit(gap(&behind[run.len..])).filter(|exponent| *exponent < self.below);
                let fits = u32::try_from(run.digits).is_ok_and(|digits| digits <= self.below && digits <= 4);
                run.scale == 0 && fits && (run.digits == 4 || magnitude.is_some())
            })
        };
        if joined {
            self.at += skipped;
        }
        joined
    }

    fn add(&mut self, pending: Pending, exponent: u32) {
        self.low.add(pending.low, exponent);
        if let Some(high) = &mut self.high {
            high.add(pending.high, exponent);
        }
    }

    /// Adds digits that no magnitude followed: 一万三 is 13000, 一万零三 and 120 are as they stand.
    fn settle(&mut self) {
        if let Some(pending) = self.pending.take() {
            let tens = pending.digits == 1 && !self.zero && self.below != NONE_YET && self.below >= 2;
            self.add(pending, if tens { self.below - 1 } else { 0 });
        }
    }
}

/// Characters with which a numeral can go on.
static GOES_ON: CharSet = CharSet::of(
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
        Some(c) if SEPARATORS.has(c) => !chars.next().is_some_and(|c| GOES_ON.has(c)),
        c => !c.is_some_and(|c| GOES_ON.has(c)),
    }
}

/// The numerals that most texts have, without the machinery for all of them: `2021`, `6.5`, `3.2万`, `三`, `十五`, `二十`.
fn short(input: &str) -> Option<(&str, Number)> {
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
            let (power, width) = match first(rest).map(|(c, width)| (big_unit(c), width)) {
                Some((Some(power @ (4 | 8)), width)) => (power, width),
                _ => {
                    let low = Decimal::new(mantissa, scale);
                    return number(rest, low, Notation::Arabic, whole, scale > 0);
                }
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

/// `number = sign? (run | magnitude | 点 decimals | 多)+` — a numeral as far as it goes.
///
/// 1.2.3 is no number.
pub(crate) fn number(input: &str) -> Match<'_, Number> {
    match short(input) {
        Some(found) => Ok(found),
        None => long(input),
    }
}

/// The general way, for all of them.
fn long(input: &str) -> Match<'_, Number> {
    let begins = |c| GOES_ON.has(c) || matches!(c, '廿' | '卅' | '-' | '－' | '−' | '负' | '負');
    if !input.starts_with(begins) {
        return Err(NO);
    }
    let (negative, unsigned) = match first(input) {
        Some(('-' | '－' | '−' | '负' | '負', width)) => {
            let rest = &input[width..];
            // 负 1200, 负的百分之五
            let spoken = rest
                .strip_prefix('的')
                .filter(|r| ["百分之", "千分之"].iter().any(|word| r.starts_with(word)));
            (true, spoken.or_else(|| rest.strip_prefix(' ')).unwrap_or(rest))
        }
        _ => (false, input),
    };
    let mut r = Reader::new(unsigned);
    while r.arabic() || r.han() || r.small() || r.big() || r.point() || r.vague() || r.gap() {}
    if r.at == 0 {
        return Err(NO);
    }
    let rest = r.rest();
    if r.arabic && r.scale > 0 && rest.starts_with(['.', '．']) {
        let behind = rest.trim_start_matches(['.', '．']);
        if behind.starts_with(|c| arabic_digit(c).is_some()) {
            return Err(NO);
        }
    }
    let magnitude = r.pending.is_none() && r.below >= 4 && r.below != NONE_YET;
    let closed = r.below != NONE_YET;
    r.settle();
    let mut low = decimal(r.low.total(), r.scale, negative);
    let mut high = r.high.and_then(|h| decimal(h.total(), r.scale, negative));
    if negative && high.is_some() {
        core::mem::swap(&mut low, &mut high);
    }
    let number = Number {
        low,
        high,
        notation: match (r.arabic, r.han) {
            (true, false) => Notation::Arabic,
            (true, true) => Notation::Mixed,
            _ if r.positional && !closed => Notation::Digits,
            _ => Notation::Han,
        },
        digits: r.digits,
        decimal: r.scale > 0,
        magnitude,
        vague: r.vague,
        bare: r.bare,
        grouped: r.grouped,
        disordered: r.low.disordered,
    };
    Ok((rest, number))
}

/// Words that begin with 多 余 来: the number before them ends there.
fn begins_word(c: char, behind: &str) -> bool {
    match c {
        '多' => {
            behind.starts_with("元化") || behind.starts_with(['样', '樣', '边', '邊', '功', '方', '式', '民'])
        }
        '余' | '餘' => behind.starts_with(['额', '額', '热', '熱', '量', '下', '地', '款']),
        // 十来个 is a number; 来 elsewhere is mostly the verb.
        '来' | '來' => {
            !behind.starts_with(['个', '個', '名', '家', '条', '條', '项', '項', '万', '萬', '岁', '歲'])
        }
        _ => false,
    }
}

/// Measures that begin with a magnitude character: 28 千瓦.
fn begins_measure(s: &str) -> bool {
    s.starts_with(['千', '百', '十', '万', '亿'])
        && first(s).is_some_and(|(_, width)| {
            s[width..].starts_with(['瓦', '克', '米', '伏', '卡', '帕', '赫', '姓', '分', '别', '一', '字'])
        })
}

/// 兆 before 瓦 or 赫 is mega-.
fn is_megaunit(exponent: u32, behind: &str) -> bool {
    exponent == 12 && behind.starts_with(['瓦', '赫', '帕', '字', '比', '焦', '欧', '伏', '位'])
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

    #[test]
    fn too_large_is_an_error_and_taken_whole() {
        let text = "9".repeat(400);
        assert_eq!(text.parse::<Numeral>(), Err(NumeralError::TooLarge));
        let text = format!("一{}", "亿".repeat(9_999));
        assert_eq!(text.parse::<Numeral>(), Err(NumeralError::TooLarge));
    }
}
