//! Quantities: exact amounts with their units and bounds.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::Span;
use crate::charset::CharSet;
use crate::numeral::{Notation, Number, arabic_digit, number, starts_number};
use crate::script::simplified;
use crate::token::{begins, begins_line, ends, fold, gap, head, is_gap, is_han, strip_any, strip_any_end};
use crate::unit::{self, Unit, UnitKind, unit_at};
use crate::words::{Words, words};

/// An amount with its unit in a text.
///
/// `span` is the number with its magnitude and unit (`1.2万亿元`); `extent` takes in the words that bound it (`不低于60%`).
///
/// | written | amount | unit |
/// |---|---|---|
/// | 1.2万亿元 · 1亿6325万人次 · 18，000万吨 | 1200000000000 · 163250000 · 180000000 | 元 · 人次 · 吨 |
/// | 60% · 百分之六十 · 六成 | 60 | % |
/// | 5个百分点 | 5 | 百分点 |
/// | 5%—6% · 30到50万 · 五六十个 · 2倍以上3倍以下 | 5..6 · 300000..500000 · 50..60 · 2..3 | % · – · 个 · 倍 |
/// | 三分之一 · 翻一番 · 负百分之五 | 1/3 · 2 · -5 | – · 倍 · % |
/// | 37元/人 | 37 | 元/人 |
///
/// The extent takes in a currency and a rate as well: `不超过人民币500万元`, `每人每月300元`, `每小时60公里`. What a unit is in base units
/// says [`in_base_units`](Self::in_base_units), which currency an amount is in [`currency`](Self::currency).
///
/// A numeral is read whole or not at all: one beyond 28 digits (`10^30元`) is a
/// [diagnostic](crate::DiagnosticKind::NumberTooLarge), and one whose magnitudes do not fall (`1亿1亿元`) is nothing.
///
/// Not quantities: a number without unit, magnitude or percent; ordinals; 一 with a classifier; slogans in quotes (“四个意识”);
/// vague numbers (数十, 几百); numbers of lines, phases, articles and pages.
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
    /// Whether more or less is meant.
    pub bound: Option<Bound>,
    /// What a classifier counts: 试验区 in 11个试验区.
    pub noun: Option<Span>,
}

/// An exact number, a range of two, or a fraction.
///
/// Written `60`, `5..6`, `1/3`: decimals without exponent or trailing zeros.
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
}

impl Quantity {
    /// The ISO 4217 code of an amount of money in the text it was read from: `TWD` of 新台币200元, where the unit alone is 元.
    ///
    /// ```
    /// let document = gongwen::parse("罚款新台币200元，补贴港币3万元，奖励500元。");
    /// let codes: Vec<_> = document.quantities().map(|q| q.currency(document.text())).collect();
    /// assert_eq!(codes, [Some("TWD"), Some("HKD"), Some("CNY")]);
    /// ```
    pub fn currency(&self, text: &str) -> Option<&'static str> {
        let code = self.unit.currency()?;
        let before = simplified(text.get(self.extent.start..self.span.start).unwrap_or(""));
        let word = CURRENCY_WORDS.strip_end(before.trim_end_matches(|c| is_gap(c) || c == '\n'));
        Some(word.map_or(code, |(_, code)| code))
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
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
pub struct AmountError;

impl FromStr for Amount {
    type Err = AmountError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let decimal = |s: &str| Decimal::from_str_exact(s).map_err(|_| AmountError);
        if let Some((low, high)) = s.split_once("..") {
            Ok(Self::Range { low: decimal(low)?, high: decimal(high)? })
        } else if let Some((numerator, denominator)) = s.split_once('/') {
            Ok(Self::Fraction { numerator: decimal(numerator)?, denominator: decimal(denominator)? })
        } else {
            decimal(s).map(Self::Exact)
        }
    }
}

#[cfg(feature = "serde")]
mod json {
    use alloc::borrow::Cow;
    use alloc::string::ToString;

    use super::Amount;

    impl serde::Serialize for Amount {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_str(&self.to_string())
        }
    }

    impl<'de> serde::Deserialize<'de> for Amount {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            Cow::<str>::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
        }
    }
}

/// On which side of the number the amount meant lies.
///
/// 以上 以下 以内 include the number (Civil Code, article 1259); 超过 and 不满 do not. 不, 未, 不得, 不应, 不宜, 不能, 不可 and 不会 before
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
    /// 左右, 上下 behind the amount; 约, 大约, 近, 将近, 接近 before it
    About,
    /// 以上, 及以上 behind; 不低于, 不少于, 至少, 最少, 满, 大于等于, ≥ before
    AtLeast,
    /// 以下, 以内, 之内 behind; 不超过, 不高于, 至多, 最多, 小于等于, ≤ before
    AtMost,
    /// 多, 余 inside; 超过, 超, 过, 逾, 高于, 多于, 大于, 突破, 跨过, ＞ before
    Over,
    /// 未满 behind; 低于, 少于, 小于, 不足, 不到, 不满, 未满, 未达, ＜ before
    Under,
}

/// A match: what it says and where.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    /// The amount; none if the number is too large.
    pub amount: Option<Amount>,
    pub unit: Unit,
    pub kind: UnitKind,
    /// 多 or 余 is part of the number.
    pub vague: bool,
    /// Length in bytes.
    pub len: usize,
}

/// Signs and words between the two ends of a range.
static CONNECTORS: Words = words!["——", "—", "–", "-", "－", "─", "~", "～", "〜", "至", "到"];

/// What the number of a quantity is followed by: a unit, the sign of a range, a fraction.
pub(crate) static FOLLOWS: CharSet = CharSet::of("分又以^/／成—–-－─~～〜至到").or(&unit::STARTS);

/// A quantity that begins with a numeral, which was read already.
pub(crate) fn quantity_at(before: &str, input: &str, n: &Number, rest: &str) -> Option<Found> {
    let rest = &input[input.len() - rest.len()..];
    if !n.magnitude && !fold(rest).starts_with(|c| FOLLOWS.has(c)) {
        return None;
    }
    if n.disordered {
        return None;
    }
    if let Some(found) = power(before, input, n, rest) {
        return found;
    }
    // Cells of a table run together: no amount has so many digits without a comma.
    if n.notation == Notation::Arabic && !n.grouped && (13..=28).contains(&n.digits) {
        return None;
    }
    if let Some(found) = fraction(before, input, n, rest) {
        return found;
    }
    if let Some(found) = slashed(input, n, rest) {
        return Some(found);
    }
    let (unit, kind, behind) = measured(before, input, n, rest)?;
    let amount = match (n.low, n.high) {
        (Some(low), None) => Some(Amount::Exact(low)),
        (Some(low), Some(high)) => Some(Amount::Range { low, high }),
        _ => None,
    };
    // 1倍多: 多 stands inside the span.
    let more = if unit.as_str() == "倍" {
        behind.strip_prefix('多').filter(|r| !begins(r, "样元"))
    } else {
        None
    };
    let behind = more.unwrap_or(behind);
    let vague = n.vague || more.is_some();
    let mut found = Found { amount, unit, kind, vague, len: input.len() - behind.len() };
    found.tenths(n);
    if let Some(range) = range(before, input, n, &found, behind) {
        return Some(range);
    }
    if found.unit.as_str() == "" && !n.magnitude {
        return None;
    }
    found.half(behind, input);
    Some(found)
}

/// `10^4元`; `None` if it is none, `Some(None)` if nothing is measured by it.
#[allow(clippy::option_option)] // a third answer, explained above and used once
fn power(before: &str, input: &str, n: &Number, rest: &str) -> Option<Option<Found>> {
    let behind = rest.strip_prefix('^')?;
    let Ok((behind, exponent)) = number(behind) else { return Some(None) };
    let ten = n.notation == Notation::Arabic && n.low == Some(Decimal::TEN);
    let whole = exponent.notation == Notation::Arabic && !exponent.decimal;
    if !(ten && whole) {
        return Some(None);
    }
    let value = exponent.whole().and_then(|e| 10i128.checked_pow(e));
    let low = value.and_then(|value| Decimal::try_from_i128_with_scale(value, 0).ok());
    let n = Number { low, magnitude: true, ..*n };
    Some(measured(before, input, &n, behind).map(|(unit, kind, behind)| Found {
        amount: low.map(Amount::Exact),
        unit,
        kind,
        vague: false,
        len: input.len() - behind.len(),
    }))
}

impl Found {
    /// 六成 is 60 %.
    fn tenths(&mut self, _: &Number) {
        if self.unit.as_str() == "成" {
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
    }

    /// 三斤半, 三成半
    fn half(&mut self, behind: &str, input: &str) {
        let measure = matches!(
            self.kind,
            UnitKind::Mass | UnitKind::Length | UnitKind::Percent | UnitKind::Area | UnitKind::Volume
        );
        let Some(rest) =
            behind.strip_prefix('半').filter(|r| measure && !begins(r, "径导数年个天月小价岛身"))
        else {
            return;
        };
        let tenths = input[..self.len].ends_with('成');
        let half = if tenths { Decimal::from(5) } else { Decimal::new(5, 1) };
        if let Some(Amount::Exact(value)) = self.amount {
            self.amount = value.checked_add(half).map(Amount::Exact);
            self.len = input.len() - rest.len();
        }
    }
}

/// The unit behind a number, and the text behind the unit; an empty unit where only a magnitude stands or a range may follow.
fn measured<'a>(before: &str, input: &str, n: &Number, rest: &'a str) -> Option<(Unit, UnitKind, &'a str)> {
    let alone = begins_line(before);
    let at = if alone { gap(rest) } else { fold(rest) };
    if n.disordered {
        return None;
    }
    // 1个多百分点
    let at = at.strip_prefix("个多").filter(|r| r.starts_with("百分点")).unwrap_or(at);
    if let Some(behind) = tenths(at, n) {
        return Some((Unit::known("成"), UnitKind::Percent, behind));
    }
    if let Some((unit, kind, len)) = unit_at(at) {
        let behind = &at[len..];
        if fits(before, input, n, &unit, kind, behind) {
            return Some((unit, kind, behind));
        }
        if !n.magnitude {
            return None;
        }
    }
    let level = begins(gap(rest), "级");
    // A bare 万 or 千亿 counts nothing without a unit; 2万亿级 is a class.
    let counts = n.magnitude && !level && (n.vague || !n.bare) && n.notation != Notation::Digits;
    // Without a magnitude, a range may still follow whose last end has the unit.
    (counts || !n.magnitude).then_some((Unit::default(), UnitKind::None, rest))
}

/// `成` as tenths, not as in 成立 and 成为.
fn tenths<'a>(at: &'a str, n: &Number) -> Option<&'a str> {
    let behind = at.strip_prefix('成')?;
    let small = n.low.is_some_and(|v| v > Decimal::ZERO && v <= Decimal::TEN) && !n.vague;
    let word = begins(behind, "立果都为為功员本长熟效就渝绩品型交形千了人因份像材套群");
    (small && !word).then_some(behind)
}

/// Whether a unit behind a number makes it a quantity.
fn fits(before: &str, input: &str, n: &Number, unit: &Unit, kind: UnitKind, behind: &str) -> bool {
    let han = n.notation == Notation::Han;
    let one = han && n.low == Some(Decimal::ONE) && n.high.is_none() && !n.vague && !n.decimal;
    let name = unit.as_str();
    let plural = n.low.is_some_and(|v| v >= Decimal::TWO);
    if n.bare && !n.vague {
        // 千万个, 百亿元 are amounts; 千瓦, 万户 and 亿元 by themselves are not.
        let double = n.magnitude
            && n.low.is_some_and(|v| v >= Decimal::from(1_000_000) && v != Decimal::from(100_000_000));
        if !double {
            return false;
        }
    }
    // 零件, 零头
    if han && kind == UnitKind::Count && name != "个" && n.low.is_some_and(|v| v.is_zero()) {
        return false;
    }
    if one {
        let short = matches!(
            name,
            "度" | "平" | "克" | "两" | "担" | "元" | "瓦" | "伏" | "赫" | "顷" | "桶" | "圆" | "升" | "米"
        );
        // 一级 and 一点 are none, 一居里 and 一岁 are amounts.
        let counts = kind == UnitKind::Count || matches!(name, "级" | "点" | "分" | "°");
        if counts || short {
            return false;
        }
    }
    match name {
        // 党的十九大 is a congress.
        "大" => {
            plural
                && starts_han(behind)
                && !(han
                    && (n.low > Some(Decimal::TEN)
                        || n.low > Some(Decimal::from(6)) && begins(behind, "以期的路政后精报")))
                && !before.ends_with("党的")
        }
        "国" => plural && starts_han(behind) && !behind.starts_with("集团"),
        // 三级 is a grade, 两级 and 省、市、县三级 count.
        "级" => !n.magnitude && (!han || input.starts_with('两') || ends(before, "省市县区乡镇村")),
        // 前二项, and 、24条 in a list of articles, refer to something.
        "款" | "对" if han => false,
        // 约法三章
        "章" if ends(before, "法") => false,
        "条" | "项" | "款" | "章" | "目" => {
            !(in_list(before, name) || han && ends(before, "前上本") || coined(before, name, behind))
        }
        // 零点 is midnight.
        "点" if n.low == Some(Decimal::ZERO) => false,
        "点" => {
            let clock = behind.starts_with(|c| arabic_digit(c).is_some()) && !han
                || strip_any_end(
                    before.trim_end_matches(is_gap),
                    &["上午", "下午", "凌晨", "晚", "早", "晨", "中午", "上", "日"],
                )
                .is_some();
            !clock
        }
        "分" => n.notation == Notation::Arabic && !ends(before, "时点") && !n.magnitude,
        "度" => !(ends(before, "年") || han && n.low < Some(Decimal::TEN)),
        // 三番五次
        "次" if before.ends_with("三番") => false,
        // 二次污染; a text that begins with 四次会议 had it cut off.
        "次" if input.starts_with('二') && SECOND.strip(behind).is_some() => false,
        "次" => !(han && (before.is_empty() || ends(before, "会届大协")) && starts_meeting(behind)),
        // 9GB/T 51328-2018: a standard behind the number of a note.
        "GB" => !begins(behind, "/"),
        "平" | "伏" => !han || n.magnitude,
        // 七万万两以上 has a unit, 三两天 and 三升级 have none.
        "两" | "升" => !han || n.magnitude || !starts_han(behind),
        // 22亿方, 360万线
        "方" | "线" | "双" | "P" => n.magnitude,
        // 五位一体
        "位" if behind.starts_with("一体") => false,
        // 二类 and 二轮 are the second; two of them are 两类.
        "类" | "轮" => !(input.starts_with('二') && n.low == Some(Decimal::TWO)),
        // 详见481页
        "页" => !ends(before, "见卷版集册"),
        // 金管保三字第…號
        "字" => !fold(behind).starts_with('第'),
        "部" | "本" | "首" | "门" | "篇" | "封" | "座" | "所" => !n.decimal || n.magnitude,
        "步" => !han,
        // 第二十届, and 二十届 for short
        "届" => !han,
        "起" => !begins(behind, "至到"),
        // 五名义务兵; not 名义
        "名" if behind.starts_with('义') => behind.starts_with("义务"),
        // 2人均年满18周岁, 1亿人居住; not 人均收入, 人居环境.
        "人" if behind.starts_with('均') => begins(&behind['均'.len_utf8()..], "为已未须具持系属年"),
        "人" if behind.starts_with('居') => begins(&behind['居'.len_utf8()..], "住"),
        "人" => !(han && n.low == Some(Decimal::ONE)),
        _ => true,
    }
}

/// Whether an article or item goes on a list of such: 24條 in 2、43、24條.
fn in_list(before: &str, unit: &str) -> bool {
    matches!(unit, "条" | "项" | "款" | "章" | "目")
        && before
            .trim_end()
            .strip_suffix(['、', '～', '~', '至', '-'])
            .is_some_and(|b| b.trim_end().ends_with(starts_number))
}

/// Whether what a number counts is a set phrase: 收支两条线.
fn coined(before: &str, unit: &str, behind: &str) -> bool {
    unit == "条"
        && behind.starts_with('线')
        && strip_any_end(before.trim_end_matches('“'), &["收支"]).is_some()
}

/// What 二次 makes a second one of, where two times are 两次: 二次污染.
static SECOND: Words = words![
    "污染", "供水", "创业", "原料", "利用", "开发", "加工", "分配", "能源", "装修", "搬迁", "转移", "电池",
    "元件", "灾害", "伤害", "感染", "回路", "设备", "系统", "公开", "招标", "出让", "精选", "育苗", "抽样",
    "验收", "元", "函数", "曲线",
];

fn starts_meeting(text: &str) -> bool {
    strip_any(text, &["会议", "全会", "全体", "代表"]).is_some()
}

fn starts_han(text: &str) -> bool {
    text.starts_with(is_han)
}

/// 百分之六十, 千分之五, 三分之一, 一又二分之一; `None` if it is none of them, `Some(None)` if it is a broken one.
#[allow(clippy::option_option)] // a third answer, explained above and used once
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
            Some((unit, kind, len)) if !matches!(kind, UnitKind::Count | UnitKind::Other) => {
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
                written_out.is_none() && (begins(after, "年月日时个") || unit_at(after).is_some());
            if let Some(high) = high.low.filter(|high| *high > low && !unit_follows) {
                found.amount = Some(Amount::Range { low, high });
                found.len = input.len() - after.len();
            }
        }
    }
    Some(Some(found))
}

/// 1/3, 2/3
fn slashed(input: &str, n: &Number, rest: &str) -> Option<Found> {
    let behind = rest.strip_prefix(['/', '／'])?;
    let numerator = n.low.filter(|_| n.notation == Notation::Arabic && !n.decimal && n.digits <= 2)?;
    let (rest, d) = number(behind).ok()?;
    let denominator =
        d.low.filter(|v| d.notation == Notation::Arabic && !d.decimal && d.digits <= 3 && !v.is_zero())?;
    let ends_word = !rest.starts_with(|c: char| {
        c.is_ascii_alphanumeric() || matches!(c, '/' | '／' | '-' | '.' | '年' | '月')
    });
    let (unit, kind, rest) = match unit_at(rest) {
        Some((unit, kind, len)) => (unit, kind, &rest[len..]),
        None => (Unit::default(), UnitKind::None, rest),
    };
    (ends_word && (numerator.abs() < denominator || kind == UnitKind::Count)).then(|| Found {
        amount: Some(Amount::Fraction { numerator, denominator }),
        unit,
        kind,
        vague: false,
        len: input.len() - rest.len(),
    })
}

/// Whether a word before a number makes it the start of a change: 从5个到10个 is no range.
fn from_to(before: &str) -> bool {
    ends(before.trim_end_matches(is_gap), "从由")
}

/// A range whose first end was read: 5%—6%, 5至6个, 30到50万, 2倍以上3倍以下.
fn range(before: &str, input: &str, n: &Number, first: &Found, behind: &str) -> Option<Found> {
    let Some(Amount::Exact(low)) = first.amount else { return None };
    let unit_less = first.unit.as_str().is_empty();
    if from_to(before) && !unit_less {
        return None;
    }
    let bounded = behind.strip_prefix("以上");
    let next = match bounded {
        Some(next) => next.strip_prefix(['、', '，']).unwrap_or(next),
        None => gap(CONNECTORS.strip(gap(behind))?.0),
    };
    let next = next.trim_start_matches(['$', '￥', '¥', '£', '€']);
    let (rest, m) = number(next).ok()?;
    let (unit, kind, rest) = measured("-", next, &m, &next[next.len() - rest.len()..])?;
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
        Some(_) => rest.strip_prefix("以下")?,
        None => rest,
    };
    if unit_less && unit.as_str().is_empty() && !m.magnitude || in_list(before, unit.as_str()) {
        return None;
    }
    // A magnitude written once at the end counts for both: 30到50万.
    let low = if unit_less && m.magnitude && !n.magnitude { carried(low, high, next)? } else { low };
    let low = if unit.as_str() == "成" && unit_less { low.checked_mul(10.into())? } else { low };
    let kind = if unit.as_str() == "成" { UnitKind::Percent } else { kind };
    let unit = if unit.as_str() == "成" { Unit::known("%") } else { unit };
    (low < high).then(|| Found {
        amount: Some(Amount::Range { low, high }),
        unit,
        kind,
        vague: false,
        len: input.len() - rest.len(),
    })
}

/// The first end of a range under the magnitude of the last one.
fn carried(low: Decimal, high: Decimal, text: &str) -> Option<Decimal> {
    let digits: String = text.chars().take_while(|c| !matches!(c, '万' | '亿' | '兆')).collect();
    let (rest, stem) = number(&digits).ok()?;
    let stem = stem.low.filter(|stem| rest.is_empty() && !stem.is_zero())?;
    let scaled = low.checked_mul(high.checked_div(stem)?)?;
    Some(if scaled <= high { scaled.normalize() } else { low })
}

/// `翻一番`, `翻两番`: the input begins with 翻.
pub(crate) fn doubling(input: &str) -> Option<Found> {
    let behind = input.strip_prefix('翻')?.trim_start_matches('了');
    let (rest, n) = number(behind).ok()?;
    let rest = rest.strip_prefix('番')?;
    let times = n.whole().filter(|n| (1..=20).contains(n))?;
    Some(Found {
        amount: Some(Amount::Exact(Decimal::from(1u64 << times))),
        unit: Unit::known("倍"),
        kind: UnitKind::Multiple,
        vague: false,
        len: input.len() - rest.len(),
    })
}

/// A number in Arabic digits behind the sign of a currency: ￥300.
pub(crate) fn signed_currency(input: &str) -> Option<Found> {
    let (sign, unit) = match input.chars().next()? {
        c @ ('$' | '＄') => (c, "美元"),
        c @ ('￥' | '¥') => (c, "元"),
        c @ '£' => (c, "英镑"),
        c @ '€' => (c, "欧元"),
        _ => return None,
    };
    let (rest, n) = number(&input[sign.len_utf8()..]).ok()?;
    // $20，300美元: two amounts, since one has not two currencies.
    let (rest, n) = match input.find('，').filter(|_| n.grouped) {
        Some(comma) if unit_at(rest).is_some_and(|(_, kind, _)| kind == UnitKind::Currency) => {
            let (_, n) = number(&input[sign.len_utf8()..comma]).ok()?;
            (&input[comma..], n)
        }
        _ => (rest, n),
    };
    let digits = matches!(n.notation, Notation::Arabic | Notation::Mixed) && n.high.is_none();
    digits.then(|| Found {
        amount: n.low.map(Amount::Exact),
        unit: Unit::known(unit),
        kind: UnitKind::Currency,
        vague: n.vague,
        len: input.len() - rest.len(),
    })
}

/// Whether a numeral opens a slogan quoted whole: “四个意识”, “三项”制度.
pub(crate) fn is_slogan(before: &str, input: &str) -> bool {
    let close = match before.trim_end_matches(is_gap).chars().next_back() {
        Some('“') => '”',
        Some('「') => '」',
        Some('‘') => '’',
        Some('"') => '"',
        _ => return false,
    };
    // A line may break in it: “五位⏎一体”.
    for (han, c) in input.chars().filter(|c| !is_gap(*c) && *c != '\n').take(10).enumerate() {
        if c == close {
            return (2..=8).contains(&han);
        }
        if han > 8 || !is_han(c) && c != '、' {
            return false;
        }
    }
    false
}

/// What the words around a quantity make of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Context {
    pub bound: Option<Bound>,
    /// Bytes before the quantity that belong to its extent.
    pub back: usize,
    /// Bytes behind it that do.
    pub ahead: usize,
}

/// Words behind a quantity.
static AFTER: Words<Bound> = Words::of(&[
    ("及以上", Bound::AtLeast),
    ("或以上", Bound::AtLeast),
    ("以上", Bound::AtLeast),
    ("及以下", Bound::AtMost),
    ("或以下", Bound::AtMost),
    ("以下", Bound::AtMost),
    ("以内", Bound::AtMost),
    ("之内", Bound::AtMost),
    ("左右", Bound::About),
    ("上下", Bound::About),
    ("未满", Bound::Under),
]);

/// Words before a quantity, what a negation makes of them, and the characters before them that make them another word.
static BEFORE: Words<(Bound, Option<Bound>, &str)> = Words::of(&[
    ("大于等于", (Bound::AtLeast, None, "")),
    ("小于等于", (Bound::AtMost, None, "")),
    ("超过", (Bound::Over, Some(Bound::AtMost), "")),
    ("多于", (Bound::Over, Some(Bound::AtMost), "")),
    ("高于", (Bound::Over, Some(Bound::AtMost), "")),
    ("大于", (Bound::Over, Some(Bound::AtMost), "")),
    ("突破", (Bound::Over, Some(Bound::AtMost), "")),
    ("跨过", (Bound::Over, None, "")),
    ("逾", (Bound::Over, Some(Bound::AtMost), "")),
    ("低于", (Bound::Under, Some(Bound::AtLeast), "")),
    ("少于", (Bound::Under, Some(Bound::AtLeast), "")),
    ("小于", (Bound::Under, Some(Bound::AtLeast), "")),
    ("不足", (Bound::Under, None, "")),
    ("不到", (Bound::Under, None, "达")),
    ("不满", (Bound::Under, None, "")),
    ("未满", (Bound::Under, None, "")),
    ("未达", (Bound::Under, None, "")),
    ("至少", (Bound::AtLeast, None, "")),
    ("最少", (Bound::AtLeast, None, "")),
    ("至多", (Bound::AtMost, None, "")),
    ("最多", (Bound::AtMost, None, "")),
    ("将近", (Bound::About, None, "")),
    ("接近", (Bound::About, None, "")),
    ("大约", (Bound::About, None, "")),
    ("超", (Bound::Over, Some(Bound::AtMost), "")),
    ("过", (Bound::Over, None, "经通不度审渡路越跳走读看听说做错难改转闪作受见上下")),
    ("约", (Bound::About, None, "节公条合契制签履特预违")),
    ("近", (Bound::About, None, "附最邻靠临")),
    ("满", (Bound::AtLeast, None, "年充圆美饱不未")),
    ("≥", (Bound::AtLeast, None, "")),
    ("≤", (Bound::AtMost, None, "")),
    ("＞", (Bound::Over, None, "")),
    ("＜", (Bound::Under, None, "")),
]);

/// What negates a comparison before it: 不得低于, 未逾.
static NEGATIONS: Words = words!["不得", "不应", "不宜", "不能", "不可", "不会", "不", "未"];

/// Words for a currency before a number, with their codes of ISO 4217: 新台币 in 新台币200元.
static CURRENCY_WORDS: Words<&str> = Words::of(&[
    ("等值人民币", "CNY"),
    ("等值新台币", "TWD"),
    ("等值美元", "USD"),
    ("人民币", "CNY"),
    ("新台币", "TWD"),
    ("台币", "TWD"),
    ("美金", "USD"),
    ("港币", "HKD"),
    ("澳门币", "MOP"),
    ("日币", "JPY"),
]);

/// Persons and times that a quantity is one for, before it: 每人每月 in 每人每月500元, 每小时 in 每小时60公里.
static RATES: Words = words![
    "每人", "每人次", "每户", "每名", "每位", "每个", "每件", "每辆", "每台", "每套", "每班", "每生", "每次",
    "每处", "每年", "每月", "每周", "每日", "每天", "每小时", "每时", "每分钟", "每秒", "每学年", "每学期",
];

/// Measures that it is one for: 每亩 in 每亩300元.
static MEASURES: Words = words![
    "每亩", "每公顷", "每平方米", "每平方公里", "每立方米", "每吨", "每公斤", "每千克", "每斤", "每公里",
    "每千瓦", "每千瓦时", "每度",
];

/// The characters that words before a quantity end in.
static ENDS: CharSet = BEFORE.ends().or(&CURRENCY_WORDS.ends()).or(&RATES.ends()).or(&MEASURES.ends());

/// The words without those at their end that make a rate of what follows.
fn before_rate(mut words: &str) -> &str {
    // 每生每学年 is as long as they get.
    for _ in 0..3 {
        words = RATES.strip_end(words).map_or(words, |(front, ())| front);
    }
    words
}

/// The bound that some words end in, and how many bytes of them it takes.
fn bound_before(words: &str) -> Option<(Bound, usize)> {
    let (front, (bound, negated, not_behind)) = BEFORE.strip_end(words)?;
    if ends(front, not_behind) {
        return None;
    }
    match (negated, NEGATIONS.strip_end(front)) {
        (Some(negated), Some((front, ()))) => Some((negated, words.len() - front.len())),
        _ => Some((bound, words.len() - front.len())),
    }
}

/// Whether 约 between some words and a number is the adverb: 约有70%, 大约增加了3倍, not 公约 and 约定的.
fn roughly(front: &str, between: &str) -> bool {
    let few = between.chars().count() <= if front.ends_with('大') { 5 } else { 3 };
    let word = ends(front, "节公条合契制签履特预违邀相立失集") || begins(between, "定谈束见请法会稿旦");
    few && !word && between.chars().all(|c| is_han(c) && c != '的' && !starts_number(c))
}

/// The bound of an adverb or comparison that other words part from the number.
fn bound_apart(before: &str, kind: UnitKind) -> Option<Bound> {
    /// Adverbs with their bounds, and comparisons that are bounds behind a negation.
    static APART: Words<(Bound, bool)> = Words::of(&[
        ("至少", (Bound::AtLeast, false)),
        ("最少", (Bound::AtLeast, false)),
        ("至多", (Bound::AtMost, false)),
        ("最多", (Bound::AtMost, false)),
        ("低于", (Bound::AtLeast, true)),
        ("少于", (Bound::AtLeast, true)),
        ("超过", (Bound::AtMost, true)),
        ("高于", (Bound::AtMost, true)),
        ("约", (Bound::About, false)),
    ]);
    let len: usize = before
        .chars()
        .rev()
        .take(24)
        .take_while(|c| !matches!(c, '，' | '。' | '、' | '；' | '：' | '\n'))
        .map(char::len_utf8)
        .sum();
    let tail = &before[before.len() - len..];
    let (mut adverb, mut comparison) = (None, None);
    for (at, len, (bound, compares)) in APART.find_all(tail) {
        let last = if compares { &mut comparison } else { &mut adverb };
        // 公约 says nothing of an amount.
        if bound != Bound::About || roughly(&tail[..at], &tail[at + len..]) {
            *last = Some((at, len, bound));
        }
    }
    // 至少讨论了104项
    if let Some((at, len, bound)) = adverb {
        return (bound == Bound::About || tail[at + len..].chars().count() <= 4).then_some(bound);
    }
    // 不得少于已投选票总数的三分之一
    let (at, len, bound) = comparison.filter(|_| matches!(kind, UnitKind::Percent | UnitKind::None))?;
    let between = &tail[at + len..];
    let whole = strip_any_end(between, &["的", "之", "总额", "总数", "金额", "总量"]).is_some();
    (whole && NEGATIONS.strip_end(&tail[..at]).is_some() && !between.contains(starts_number)).then_some(bound)
}

impl Context {
    /// Reads the words on both sides of a quantity.
    pub fn around(before: &str, after: &str, found: &Found) -> Self {
        let mut context = Self::default();
        // A hard-wrapped line may end between the two.
        let behind = fold(after);
        // 60%（含）以上 says what 以上 means.
        let behind = strip_any(behind, &["（含）", "(含)", "（含本数）", "(含本数)"]).unwrap_or(behind);
        if let Some((rest, bound)) = AFTER.strip(behind) {
            // 以下简称 defines a short name.
            if !begins(rest, "简称统合") {
                context.bound = Some(bound);
                context.ahead = after.len() - rest.len();
            }
        }
        let trimmed = before.trim_end_matches(|c| is_gap(c) || c == '\n');
        if !trimmed.chars().next_back().is_some_and(|c| ENDS.has(c)) {
            context.bound = context.bound.or_else(|| bound_apart(trimmed, found.kind));
            return context.vague(found.vague);
        }
        let money = CURRENCY_WORDS.strip_end(trimmed).filter(|_| found.kind == UnitKind::Currency);
        let amount = money.map_or(trimmed, |(front, _)| front);
        // 低于每立方米19微克: the bound stands before the rate. Without one, 建筑面积 in 建筑面积每平方米37元 goes with the measure.
        let rated = MEASURES.strip_end(amount).map_or(amount, |(front, ())| front);
        let mut front = before_rate(amount);
        if let Some((words, (bound, len))) =
            [before_rate(rated), amount].into_iter().find_map(|words| Some((words, bound_before(words)?)))
        {
            // 近3个纳税年度 are the last three.
            let last = bound == Bound::About
                && words.ends_with('近')
                && found.unit.as_str() == "个"
                && ["年度", "学年", "学期", "财年"].iter().any(|word| head(behind, 6).contains(word));
            context.bound = context.bound.or(Some(bound).filter(|_| !last));
            front = before_rate(&words[..words.len() - len]);
        } else if context.bound.is_none() {
            context.bound = bound_apart(trimmed, found.kind);
        }
        if front.len() < trimmed.len() {
            context.back = before.len() - front.len();
        }
        context.vague(found.vague)
    }

    /// The same around 十多: it is over what it says.
    fn vague(mut self, vague: bool) -> Self {
        if vague {
            self.bound = self.bound.filter(|b| *b != Bound::About).or(Some(Bound::Over));
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};

    use super::*;

    fn read(text: &str) -> (String, String, &str) {
        let (before, text) = text.split_once('|').unwrap_or(("", text));
        let found = match number(text) {
            Ok((rest, n)) => quantity_at(before, text, &n, rest),
            Err(_) => doubling(text).or_else(|| signed_currency(text)),
        };
        match found {
            None => ("-".into(), String::new(), ""),
            Some(f) => {
                (f.amount.map_or("too large".into(), |a| a.to_string()), f.unit.to_string(), &text[..f.len])
            }
        }
    }

    #[test]
    fn quantities() {
        for (text, amount, unit, span) in [
            ("60%左右", "60", "%", "60%"),
            ("1.2万亿元", "1200000000000", "元", "1.2万亿元"),
            ("1.2 万亿 元", "1200000000000", "元", "1.2 万亿 元"),
            ("1亿左右", "100000000", "", "1亿"),
            ("1386万，", "13860000", "", "1386万"),
            ("5个百分点", "5", "百分点", "5个百分点"),
            ("百分之六十", "60", "%", "百分之六十"),
            ("百分之一六·六", "16.6", "%", "百分之一六·六"),
            ("百分之百", "100", "%", "百分之百"),
            ("百分之十到二十", "10..20", "%", "百分之十到二十"),
            ("千分之五", "5", "‰", "千分之五"),
            ("三分之一以上", "1/3", "", "三分之一"),
            ("一又二分之一", "3/2", "", "一又二分之一"),
            ("负百分之五", "-5", "%", "负百分之五"),
            ("负三分之一", "-1/3", "", "负三分之一"),
            ("负一又二分之一", "-3/2", "", "负一又二分之一"),
            ("10^4元", "10000", "元", "10^4元"),
            ("10^30元", "too large", "元", "10^30元"),
            ("五千以上一万元以下", "5000..10000", "元", "五千以上一万元以下"),
            ("三轮", "3", "轮", "三轮"),
            ("两处以上", "2", "处", "两处"),
            ("22亿方，", "2200000000", "方", "22亿方"),
            ("1/3以上", "1/3", "", "1/3"),
            ("六成", "60", "%", "六成"),
            ("三成半", "35", "%", "三成半"),
            ("三成立", "-", "", ""),
            ("翻一番", "2", "倍", "翻一番"),
            ("翻两番", "4", "倍", "翻两番"),
            ("5%—6%", "5..6", "%", "5%—6%"),
            ("5—6%", "5..6", "%", "5—6%"),
            ("30到50个", "30..50", "个", "30到50个"),
            ("3—5万人", "30000..50000", "人", "3—5万人"),
            ("700万到800万吨", "7000000..8000000", "吨", "700万到800万吨"),
            ("五六十个", "50..60", "个", "五六十个"),
            ("2倍以上3倍以下", "2..3", "倍", "2倍以上3倍以下"),
            ("百分之五以上百分之十以下", "5..10", "%", "百分之五以上百分之十以下"),
            ("40万路端；", "400000", "路端", "40万路端"),
            ("6，169万双", "61690000", "双", "6，169万双"),
            ("七万万两以上", "700000000", "两", "七万万两"),
            ("1000百帕", "1000", "百帕", "1000百帕"),
            ("由|5个到10个", "5", "个", "5个"),
            ("37元／月", "37", "元/月", "37元／月"),
            ("330 000个", "330000", "个", "330 000个"),
            ("620多万套", "6200000", "套", "620多万套"),
            ("￥300", "300", "元", "￥300"),
            ("￥1，300，", "1300", "元", "￥1，300"),
            ("$20，300美元", "20", "美元", "$20"),
            ("三斤半", "3.5", "斤", "三斤半"),
            ("两级", "2", "级", "两级"),
            ("四点建议", "4", "点", "四点"),
            ("六6方面", "-", "", ""),
        ] {
            assert_eq!(read(text), (amount.into(), unit.into(), span), "{text}");
        }
    }

    #[test]
    fn not_quantities() {
        for text in [
            "一个", "一批", "17号线", "二期", "三亚", "四川", "千瓦", "百姓", "亿元以上", "千亿级",
            "三级医院", "2024成都", "100", "六四", "三农", "9点30分", "下午|3点", "一国两制", "一度",
            "二十国集团", "9人民", "二轮延包", "二类水质", "十字路口", "零点", "10^x元", "3^2元", "1亿1亿元",
            "四方", "见|48页", "管保|三字\n第9号", "两对", "二次污染", "四次会议", "收支|两条线",
            "2、43、|55～57条",
        ] {
            assert_eq!(read(text).0, "-", "{text}");
        }
    }

    #[test]
    fn too_large() {
        assert_eq!(read(&alloc::format!("{}元", "9".repeat(400))).0, "too large");
    }

    #[test]
    fn bounds() {
        for (before, after, bound) in [
            ("", "左右", Some(Bound::About)),
            ("不低于", "", Some(Bound::AtLeast)),
            ("不得超过", "", Some(Bound::AtMost)),
            ("超过", "", Some(Bound::Over)),
            ("经过", "", None),
            ("近", "", Some(Bound::About)),
            ("附近", "", None),
            ("控制在", "以内", Some(Bound::AtMost)),
            ("年满", "", None),
            ("满", "", Some(Bound::AtLeast)),
            ("公约", "", None),
            ("不低于每人每月", "", Some(Bound::AtLeast)),
            ("每人每月不低于", "", Some(Bound::AtLeast)),
            ("", "\n左右", Some(Bound::About)),
            ("不到", "", Some(Bound::Under)),
            ("大约增加了", "", Some(Bound::About)),
            ("约清淤", "", Some(Bound::About)),
            ("约定的", "", None),
            ("公约组织", "", None),
            ("约占全国的", "", None),
            ("", "以上", Some(Bound::AtLeast)),
        ] {
            let found =
                Found { amount: None, unit: Unit::known("个"), kind: UnitKind::Count, vague: false, len: 0 };
            assert_eq!(Context::around(before, after, &found).bound, bound, "{before}…{after}");
        }
    }

    #[test]
    fn amounts_round_trip() {
        for text in ["60", "0.5", "-3", "5..6", "1/3"] {
            assert_eq!(text.parse::<Amount>().map(|a| a.to_string()).as_deref(), Ok(text));
        }
        assert_eq!("1e5".parse::<Amount>(), Err(AmountError));
    }
}
