//! Times: dates, periods and durations, and the words that bound them.

mod bound;
mod day;
mod digits;
mod duration;
mod edtf;
mod grammar;
mod numbered;
mod parts;
mod range;
mod resolve;
mod value;
mod word;

use jiff::civil::Date;

pub(crate) use self::bound::{Context, is_afterwards};
pub use self::day::{NotADayError, YearRangeError};
pub(crate) use self::duration::is_year_of_republic;
pub(crate) use self::grammar::Found;
pub(crate) use self::numbered::{COUNTED, FOLLOWS, may_be_time, numbered};
pub use self::value::{CalendarUnit, Count, Duration, Part, Point, TimeValue, TimeValueError, Year};
pub(crate) use self::word::{SECOND, word_at, word_back};
use crate::Span;
use crate::quantity::Bound;

/// A time expression in a text.
///
/// `span` is the time itself (`2025年底`); `extent` takes in the words that bound it (`到2025年底前`).
/// The forms are those of [`TimeValue`]. No times are: 全年, 当年, 周年 (40周年), years of the Republic without 民國, a 年 that
/// belongs to a word (年报), years in document numbers and titles, 近年来, 目前, weekdays and clock times, 每年, 第三年,
/// 百年一遇.
///
/// ```
/// use gongwen::{Bound, TimeBound};
///
/// let document = gongwen::parse("应于2024年6月底前完成，公示期不少于7日。");
/// let deadline = document.times().next().unwrap();
/// assert_eq!(document.slice(deadline.span), "2024年6月底");
/// assert_eq!(document.slice(deadline.extent), "2024年6月底前");
/// assert_eq!(deadline.value.to_string(), "2024-06-end");
/// assert_eq!(deadline.bound, Some(TimeBound::By));
/// assert_eq!(deadline.last, Some("2024-06-30".parse()?));
/// // A length of time may be a limit, as an amount may be.
/// let notice = document.times().nth(1).unwrap();
/// assert_eq!(notice.limit, Some(Bound::AtLeast));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[non_exhaustive]
pub struct TimeExpr {
    /// The time itself.
    pub span: Span,
    /// The time with the words that bound it: 到…, 自…起, …前, …左右.
    pub extent: Span,
    /// What was written.
    pub value: TimeValue,
    /// On which side of it: 到2025年, 1978年以后, 三年内.
    pub bound: Option<TimeBound>,
    /// Whether it is meant loosely: 左右, 前后, 上下, 约, 大概, 将近, and 来 in 十来天.
    pub approximate: bool,
    /// What a length of time is a limit of: 不超过30天, 至少五年, 三年以下. The words are those of [`Bound`].
    pub limit: Option<Bound>,
    /// First day meant, where it is known: from what is written, from the time that it counts from (自2021年1月1日起三年内), by
    /// [`as_of`](crate::ParseOptions::as_of) or by [`infer_years`](crate::ParseOptions::infer_years).
    #[cfg_attr(feature = "schemars1", schemars(with = "Option<crate::schema::Day>"))]
    pub first: Option<Date>,
    /// Last day meant.
    #[cfg_attr(feature = "schemars1", schemars(with = "Option<crate::schema::Day>"))]
    pub last: Option<Date>,
    /// Where the days come from if this time alone does not say them: the index among
    /// [`Document::entities`](crate::Document::entities) of the time that states its year (with
    /// [`infer_years`](crate::ParseOptions::infer_years)), or from which it counts (自2021年1月1日起三年内).
    pub inferred_from: Option<usize>,
}

impl TimeExpr {
    /// The first and the last day meant, which are known both or not at all.
    ///
    /// ```
    /// let document = gongwen::parse("2024年2月底前报送。");
    /// let days = document.times().next().unwrap().days();
    /// assert_eq!(days, Some(("2024-02-21".parse()?, "2024-02-29".parse()?)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn days(&self) -> Option<(Date, Date)> {
        self.first.zip(self.last)
    }
}

/// How a time bounds what is said.
///
/// The days of a point are those of the point itself, whatever its bound: 2025年以前 has the days of 2025, by the end of which
/// something is done, and 2021年以后 those of 2021. A length of time has days where there is one to count from: see
/// [`TimeExpr::resolve`].
///
/// ```
/// let document = gongwen::parse("自2019年起试点，近三年扩面，2030年前覆盖，五年内评估。");
/// let bounds = document.times().filter_map(|time| time.bound).map(|bound| bound.as_str());
/// assert_eq!(bounds.collect::<Vec<_>>(), ["since", "last", "by", "within"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum TimeBound {
    /// 到2025年, 2025年底前, 截至2020年底; of a length of time how long ago: 三年前
    By,
    /// 自2021年1月1日起, 2013年以来
    Since,
    /// 1978年以后, 三年后
    After,
    /// 三年内, 今年内
    Within,
    /// 近三年, 过去五年, 五年来
    Last,
    /// 未来五年, 今后5年
    Next,
}

/// Whether a month has a day; in a year that is not known, February has 29.
pub(crate) fn day_exists(year: Year, month: u8, day: u8) -> bool {
    let year = match year {
        Year::Given(y) => y,
        _ => 2000,
    };
    let number = |n: u8| i8::try_from(n).ok();
    let (Some(month), Some(day)) = (number(month), number(day)) else { return false };
    Date::new(year, month, day).is_ok()
}
