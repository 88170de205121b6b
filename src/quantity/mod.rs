//! Quantities: exact amounts with their units and bounds.

mod context;
mod fit;
mod grammar;
mod parts;
mod range;
mod slogan;
mod spoken;

use core::fmt;
use core::str::FromStr;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

pub(crate) use self::context::{Context, bound_by_time, is_part};
pub(crate) use self::grammar::{
    FOLLOWS, FOLLOWS_BARE, FOLLOWS_ONE, Found, doubling, may_measure, quantity_at, signed_currency,
};
pub(crate) use self::slogan::is_slogan;
use crate::Span;
use crate::currency::Currency;
use crate::measure::Ratio;
use crate::pad::pad;
use crate::unit::Unit;

/// An amount with its unit in a text.
///
/// `span` is the number with its magnitude and unit (`1.2万亿元`); `extent` takes in the words that bound it (`不低于60%`).
///
/// | written | amount | unit |
/// |---|---|---|
/// | 1.2万亿元 · 1亿6325万人次 · 18，000万吨 · 3个亿 | 1200000000000 · 163250000 · 180000000 · 300000000 | 元 · 人次 · 吨 · – |
/// | 60% · 百分之六十 · 六成 · 六折 | 60 | % |
/// | 5个百分点 · 2.1和5个百分点 | 5 · 2.1, 5 | 百分点 |
/// | 260元多 · 四倍半 · 三块八 · 1米68 · 零下6℃ · 零下5～10℃ | 260 · 4.5 · 3.8 · 1.68 · -6 · -10..-5 | 元 · 倍 · 元 · 米 · ℃ · ℃ |
/// | ￥300 · HK$500 | 300 · 500 | 元 · 港元 |
/// | 5%—6% · 30到50万 · 五六十个 · 2倍以上3倍以下 | 5..6 · 300000..500000 · 50..60 · 2..3 | % · – · 个 · 倍 |
/// | 三分之一 · 翻一番 · 负百分之五 | 1/3 · 2 · -5 | – · 倍 · % |
/// | 37元/人 · 300元/人·年 | 37 · 300 | 元/人 · 元/人·年 |
///
/// The extent takes in a currency and a rate as well: `不超过人民币500万元`, `每人每月300元`, `每小时60公里`. What a unit is in base units
/// says [`in_base_units`](Self::in_base_units), and what money is in the unit of its currency
/// [`in_currency`](Self::in_currency).
///
/// A numeral is read whole or not at all: one beyond 28 digits (`10^30元`) is a
/// [diagnostic](crate::DiagnosticKind::NumberTooLarge), and one whose magnitudes do not fall (`1亿1亿元`) is nothing. Neither is an
/// amount whose unit goes on with what is not known: `3克/oz`.
///
/// Not quantities: a number without unit, magnitude or percent; ordinals; 一 with a classifier; slogans in quotes (“四个意识”);
/// vague numbers (数十, 几百); numbers of lines, phases, articles and pages; ranges that fall (10—5%); thirteen and more Arabic
/// digits without a comma, which are codes or cells of a table run together.
///
/// ```
/// use gongwen::Bound;
///
/// let document = gongwen::parse("新建不少于11个生态监测站。");
/// let stations = document.quantities().next().unwrap();
/// assert_eq!((stations.amount.to_string(), stations.unit.as_str()), ("11".into(), "个"));
/// assert_eq!(stations.bound, Some(Bound::AtLeast));
/// assert_eq!(document.slice(stations.extent), "不少于11个");
/// assert_eq!(document.slice(stations.noun.unwrap()), "生态监测站");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[non_exhaustive]
pub struct Quantity {
    /// The number with its magnitude and unit.
    pub span: Span,
    /// The quantity with the words that bound it.
    pub extent: Span,
    /// How much.
    #[cfg_attr(feature = "serde", serde(rename = "value"))]
    pub amount: Amount,
    /// Of what.
    pub unit: Unit,
    /// The currency of an amount of money, where it is named before the amount or by its unit or sign; none of one in coins (5毛),
    /// which is no amount in the currency's unit: see [`in_currency`](Self::in_currency).
    pub currency: Option<Currency>,
    /// Whether more or less is meant.
    pub bound: Option<Bound>,
    /// What a classifier counts: 试验区 in 11个试验区.
    pub noun: Option<Span>,
}

/// An exact number, a range of two, or a fraction.
///
/// Written `60`, `5..6`, `1/3`: decimals without exponent or trailing zeros. `FromStr` refuses a range that falls and a
/// denominator of 0; one that is put together by hand is not checked.
///
/// ```
/// use gongwen::Amount;
///
/// let document = gongwen::parse("招录30至50名，三分之二为应届生。");
/// let amounts: Vec<Amount> = document.quantities().map(|q| q.amount).collect();
/// assert_eq!(amounts, ["30..50".parse()?, "2/3".parse()?]);
/// assert!(matches!(amounts[0], Amount::Range { high, .. } if high == 50.into()));
/// # Ok::<(), gongwen::AmountError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Amount {
    /// 60
    Exact(Decimal),
    /// 5—6
    Range {
        /// The lower end.
        low: Decimal,
        /// The upper end.
        high: Decimal,
    },
    /// 三分之一
    Fraction {
        /// 一
        numerator: Decimal,
        /// 三
        denominator: Decimal,
    },
}

impl Amount {
    /// The amount as one number: the middle of a range, the quotient of a fraction.
    ///
    /// ```
    /// use gongwen::Amount;
    ///
    /// assert_eq!("5..6".parse::<Amount>()?.to_f64(), 5.5);
    /// assert_eq!("1/4".parse::<Amount>()?.to_f64(), 0.25);
    /// # Ok::<(), gongwen::AmountError>(())
    /// ```
    pub fn to_f64(self) -> f64 {
        let f = |d: Decimal| d.to_f64().unwrap_or(f64::NAN);
        match self {
            Self::Exact(value) => f(value),
            Self::Range { low, high } => f64::midpoint(f(low), f(high)),
            Self::Fraction { numerator, denominator } => f(numerator) / f(denominator),
        }
    }

    /// The lower and the upper end, which of a single number are the same: of a fraction, where a decimal says it exactly.
    ///
    /// ```
    /// use gongwen::{Amount, Decimal};
    ///
    /// assert_eq!("5..6".parse::<Amount>()?.ends(), Some((5.into(), 6.into())));
    /// let quarter = Decimal::new(25, 2);
    /// assert_eq!("1/4".parse::<Amount>()?.ends(), Some((quarter, quarter)));
    /// assert_eq!("1/3".parse::<Amount>()?.ends(), None);
    /// # Ok::<(), gongwen::AmountError>(())
    /// ```
    pub fn ends(self) -> Option<(Decimal, Decimal)> {
        Some(match self {
            Self::Exact(value) => (value, value),
            Self::Range { low, high } => (low, high),
            Self::Fraction { numerator, denominator } => {
                let ratio = |d| Ratio::try_from(d).ok();
                let quotient = ratio(numerator)?.checked_div(ratio(denominator)?)?.to_decimal()?;
                (quotient, quotient)
            }
        })
    }
}

impl From<Decimal> for Amount {
    fn from(value: Decimal) -> Self {
        Self::Exact(value)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(padded) = pad(self, f) {
            return padded;
        }
        match self {
            Self::Exact(value) => write!(f, "{}", value.normalize()),
            Self::Range { low, high } => write!(f, "{}..{}", low.normalize(), high.normalize()),
            Self::Fraction { numerator, denominator } => {
                write!(f, "{}/{}", numerator.normalize(), denominator.normalize())
            }
        }
    }
}

/// The text is not the notation of an [`Amount`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("not an amount")]
#[non_exhaustive]
pub struct AmountError;

impl FromStr for Amount {
    type Err = AmountError;

    /// Reads the notation: `60`, `-0.5`, `5..6`, `1/3`; a point stands between digits, and there is no sign but `-`. A range that
    /// falls and a denominator that is not above zero are none.
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let s = s.trim();
        let decimal = |s: &str| plain(s).and_then(|s| Decimal::from_str_exact(s).ok()).ok_or(AmountError);
        let (amount, fits) = if let Some((low, high)) = s.split_once("..") {
            let (low, high) = (decimal(low)?, decimal(high)?);
            (Self::Range { low, high }, low <= high)
        } else if let Some((numerator, denominator)) = s.split_once('/') {
            let (numerator, denominator) = (decimal(numerator)?, decimal(denominator)?);
            (Self::Fraction { numerator, denominator }, denominator > Decimal::ZERO)
        } else {
            (Self::Exact(decimal(s)?), true)
        };
        fits.then_some(amount).ok_or(AmountError)
    }
}

/// A text that is a decimal as it is written here; the parser of decimals takes `1_000`, `+5`, `5.` and `.5` as well.
fn plain(s: &str) -> Option<&str> {
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let unsigned = s.strip_prefix('-').unwrap_or(s);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    (digits(whole) && digits(decimals)).then_some(s)
}

/// On which side of the number the amount meant lies.
///
/// 以上 以下 以内 include the number (Civil Code, article 1259) unless a bracket says that it is not (5%（不含）以上); 超过 and 不满 do not. 不, 未, 不得, 不应, 不宜, 不能, 不可 and 不会 before
/// a comparison turn it round: 不得低于 is [`AtLeast`](Self::AtLeast). 过 of 通过 and 约 of 节约 are no bounds.
///
/// ```
/// use gongwen::Bound;
///
/// let document = gongwen::parse("满20年，不足3万元，逾百亿元，5台以内");
/// let bounds: Vec<Bound> = document.quantities().filter_map(|q| q.bound).collect();
/// assert_eq!(bounds, [Bound::Under, Bound::Over, Bound::AtMost]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Bound {
    /// 来 inside; 左右, 上下 behind the amount; 约, 大约, 近, 将近, 接近, 逼近 before it
    About,
    /// 以上, 及以上, 或以上 behind; 不低于, 不少于, 至少, 最少, 最低, 满, 大于等于, ≥, >=, ＞＝ before
    AtLeast,
    /// 以下, 及以下, 或以下, 以内, 之内, 限额内, 限额以内, 额度内, 额度以内, 为限 behind; 不超过, 不高于, 至多, 最多, 最高, 小于等于, ≤, <=, ＜＝
    /// before
    AtMost,
    /// 多, 余 inside; 强 behind a share; 超过, 超过了, 超, 过, 逾, 高于, 多于, 大于, 突破, 突破了, 跨过, 跨过了, 迈过, 冲破, ＞, > before
    Over,
    /// 未满 behind, 弱 behind a share; 低于, 少于, 小于, 不足, 不到, 不满, 未满, 未达, ＜, < before
    Under,
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn amounts_round_trip() {
        for text in ["60", "0.5", "-3", "5..6", "5..5", "1/3"] {
            assert_eq!(text.parse::<Amount>().map(|a| a.to_string()).as_deref(), Ok(text));
        }
        let others = [
            "1e5", "1_000", "+5", "5.", ".5", ".", "", "-", "--5", "5..", "..6", "1/-2", "1/0", "6..5",
            "1/2/3", "5...6", "5.0.0", "５", "1,000",
        ];
        for text in others {
            assert_eq!(text.parse::<Amount>(), Err(AmountError), "{text}");
        }
    }

    #[test]
    fn ends() {
        for (text, low, high) in [
            ("60", "60", "60"),
            ("-3..0.5", "-3", "0.5"),
            ("3/8", "0.375", "0.375"),
            ("-0.5/4", "-0.125", "-0.125"),
            ("6/3", "2", "2"),
        ] {
            let ends = text.parse::<Amount>().unwrap().ends();
            assert_eq!(ends, Some((low.parse().unwrap(), high.parse().unwrap())), "{text}");
        }
        // The quotient of the last would be rounded to 28 digits.
        for text in ["1/3", "9/7", "1/79228162514264337593543950335"] {
            assert_eq!(text.parse::<Amount>().unwrap().ends(), None, "{text}");
        }
        let nothing = Amount::Fraction { numerator: Decimal::ONE, denominator: Decimal::ZERO };
        assert_eq!(nothing.ends(), None);
    }
}
