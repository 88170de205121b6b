//! What a time expression says, without a clock: types and their notation.

use core::fmt;
use core::str::FromStr;

use rust_decimal::Decimal;

use crate::pad::pad;

/// The value of a time expression: a point, a range of points, or a length of time.
///
/// `Display` writes the notation below and `FromStr` reads it back, each the inverse of the other. `FromStr` also reads the
/// Chinese form itself in either script, without the words that bound it: 二〇二一年三月, “十四五”末, 前三季度, 3月19日至20日, 三年.
/// White space around either says nothing. A range that goes back (`2025/2021`) is read, and has no days.
///
/// | written | notation |
/// |---|---|
/// | 2021年 · 民國110年 | `2021` |
/// | 2021年3月30日 · 2021-03-30 | `2021-03-30` |
/// | 3月30日 · 3月 · 30日 | `XXXX-03-30` · `XXXX-03` · `XXXX-XX-30` |
/// | 15年3月 (no century) | `XX15-03` |
/// | 2021年上半年 · 第三季度 · 3月上旬 | `2021-H1` · `XXXX-Q3` · `XXXX-03-T1` |
/// | 2025年初 · 年中 · 年底 | `2025-start` · `XXXX-mid` · `XXXX-end` |
/// | 今年 · 去年3月 · 上月 · 本月9日 · 明天 · 上季度 | `Y+0` · `Y-1-03` · `M-1` · `M+0-09` · `D+1` · `Q-1` |
/// | 本月下旬 · 大前年 · 今明两年 | `M+0-T3` · `Y-3` · `Y+0/Y+1` |
/// | 20世纪90年代 · 九十年代 · 21世纪 · 本世纪中叶 | `199X` · `XX9X` · `20XX` · `C+0-mid` |
/// | 上世纪九十年代 · 本世纪50年代初 | `C-1-9X` · `C+0-5X-start` |
/// | “十四五” · “十四五”末 | `FYP14` · `FYP14-end` |
/// | 2014—2020年 · 1—9月 | `2014/2020` · `XXXX-01/XXXX-09` |
/// | 三年 · 15个工作日 · 4小时22分 · 3至5年 | `P3Y` · `P15WD` · `PT4H22M` · `P3Y/P5Y` |
/// | 两、三年 · 一刻钟 · 五千多年 | `P2Y/P3Y` · `PT15M` · `P5000Y` |
/// | 5月11、12日 · 一、二季度 · 五六十年代 | `XXXX-05-11/XXXX-05-12` · `XXXX-Q1/XXXX-Q2` · `XX5X/XX6X` |
/// | 上两个月 · 下三年 | `M-2/M-1` · `Y+1/Y+3` |
///
/// # Grammar
///
/// ```text
/// value    = point ["/" point] | length ["/" length]
/// point    = unit ["-" part]
/// part     = "start" | "mid" | "end"
/// unit     = year | year "-" half | year "-" quarter | year "-" month
///          | year "-" month "-" (third | day)
///          | "XXXX-XX-" day | decade | century | plan | relative
/// year     = 4digit | "XXXX" | "XX" 2digit | "Y" offset
/// half     = "H" ("1" | "2")          quarter = "Q" ("1" … "4")
/// month    = "01" … "12"              day     = "01" … "31", as many as the month has
/// third    = "T" ("1" | "2" | "3")    ten days of a month
/// plan     = "FYP" ("1" … "99")
/// decade   = 3digit "X" | "XX" digit "X"
/// century  = 2digit "XX"
/// relative = ("M" | "Q" | "D" | "C") offset | "M" offset "-" (third | day)
///          | "C" offset "-" digit "X"
/// offset   = ("+" | "-") 1*3digit     from -128 to +127
/// length   = "P" 1*(count ("Y" | "M" | "W" | "D" | "WD")) ["T" clock] | "PT" clock
///          | "P0D"                    nothing, as in 0至3年
/// clock    = 1*(count ("H" | "M" | "S"))
/// count    = 1*digit ["." 1*digit]    above 0, at most eight digits, each unit once
/// ```
///
/// # Standards
///
/// | here | ISO 8601-1 | EDTF, ISO 8601-2 | TIMEX3 |
/// |---|---|---|---|
/// | `2021`, `2021-03`, `2021-03-30` | the same | the same | the same |
/// | `2014/2020` | an interval | the same | `beginPoint`, `endPoint` |
/// | `XXXX-03-30` | – | the same | the same |
/// | `199X`, `20XX` | `199`, `20` | the same, for a year of it | `199`, `20` |
/// | `2021-Q3`, `2021-H1` | – | `2021-35`, `2021-40` | the same |
/// | `2025-start`, `-mid`, `-end` | – | – | `mod` `START`, `MID`, `END` |
/// | `P3Y`, `PT4H22M` | the same; decimals in the last place only | – | the same |
/// | `P3Y/P5Y`, `P15WD`, `2021-03-T1`, `Y-1`, `C-1-9X`, `FYP14` | – | – | – |
///
/// [`to_edtf`](Self::to_edtf) writes EDTF. An approximate time is the same value: see
/// [`TimeExpr::approximate`](crate::TimeExpr::approximate), which EDTF writes `~`.
/// Notation that ISO 8601 knows and Chinese texts do not have, such as weeks of a year, is refused.
///
/// ```
/// use gongwen::{TimeValue, TimeValueError};
///
/// let plan: TimeValue = "“十四五”末".parse()?;
/// assert_eq!(plan.to_string(), "FYP14-end");
/// assert_eq!("FYP14-end".parse(), Ok(plan));
/// assert_eq!("二〇二四年第三季度".parse::<TimeValue>()?.to_string(), "2024-Q3");
/// // A day that there is not, and words that bound a time.
/// assert!("2月30日".parse::<TimeValue>().is_err());
/// assert!("2025年底前".parse::<TimeValue>().is_err());
/// # Ok::<(), TimeValueError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TimeValue {
    /// A point: a year, a month, a day, a plan…
    Point(Point),
    /// From the first point through the last one.
    Range(Point, Point),
    /// A length of time.
    Duration(Duration),
    /// A length of time between two.
    Durations(Duration, Duration),
}

/// One stretch of the calendar, as exactly as it was named, and one that there is: no 13月 and no 2月30日.
///
/// ```
/// use gongwen::{CalendarUnit, Part, Point, Year};
/// let point = Point::new(CalendarUnit::Month(Year::Given(2025), 3), Some(Part::End)).unwrap();
/// assert_eq!(gongwen::TimeValue::from(point).to_string(), "2025-03-end");
/// assert_eq!(Point::new(CalendarUnit::Day(Year::Given(2025), 2, 29), None), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Point {
    pub(crate) unit: CalendarUnit,
    pub(crate) part: Option<Part>,
}

/// A unit of the calendar.
///
/// Months are 1–12, days 1–31 and within their month where that is known: a [`Point`] holds no other.
///
/// ```
/// use gongwen::{CalendarUnit, TimeValue, Year};
///
/// let Ok(TimeValue::Point(point)) = "今年二季度".parse() else { unreachable!() };
/// assert_eq!(point.unit(), CalendarUnit::Quarter(Year::Relative(0), 2));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CalendarUnit {
    /// 2021年, 今年
    Year(Year),
    /// 上半年 (1), 下半年 (2)
    Half(Year, u8),
    /// 第三季度 (3)
    Quarter(Year, u8),
    /// 3月
    Month(Year, u8),
    /// 3月上旬 (1) 中旬 (2) 下旬 (3)
    Third(Year, u8, u8),
    /// 3月30日
    Day(Year, u8, u8),
    /// 30日, with no month
    DayOfMonth(u8),
    /// 本月 (0), 上月 (-1)
    RelativeMonth(i8),
    /// 本月9日
    RelativeMonthDay(i8, u8),
    /// 本月下旬
    RelativeThird(i8, u8),
    /// 今天 (0), 昨天 (-1)
    RelativeDay(i8),
    /// 本季度 (0), 上季度 (-1)
    RelativeQuarter(i8),
    /// 20世纪90年代: the year it begins with
    Decade(u16),
    /// 九十年代, with no century: 9
    DecadeOnly(u8),
    /// 21世纪: 20, as in 20XX
    Century(u8),
    /// 本世纪 (0), 下世纪 (1)
    RelativeCentury(i8),
    /// 上世纪九十年代: -1, 9
    RelativeDecade(i8, u8),
    /// “十四五”: 14
    Plan(u8),
}

/// The year of a date.
///
/// ```
/// use gongwen::{TimeValue, Year};
///
/// let year = |text: &str| text.parse::<TimeValue>().ok()?.year();
/// assert_eq!(year("民國110年"), Some(Year::Given(2021)));
/// assert_eq!((year("去年3月"), year("6月1日")), (Some(Year::Relative(-1)), Some(Year::Open)));
/// assert_eq!(year("本月"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Year {
    /// Not written.
    Open,
    /// 2021年
    Given(i16),
    /// 15年 in 15年3月: two digits
    Short(u8),
    /// 今年 (0), 去年 (-1)
    Relative(i8),
}

/// A part of a stretch of time.
///
/// ```
/// use gongwen::{Part, TimeValue};
///
/// let Ok(TimeValue::Point(point)) = "2026年中".parse() else { unreachable!() };
/// assert_eq!((point.part(), point.part().unwrap().to_string()), (Some(Part::Mid), "mid".into()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Part {
    /// 初: January; the 1st to 10th; the first year of a plan; the first third of a century
    Start,
    /// 年中, 中叶: June and July; the 11th to 20th; the third year of a plan; the middle third
    Mid,
    /// 底 末: December; from the 21st; the last year of a plan; the last third
    End,
}

/// A length of time as it was written: 1年6个月 stays a year and six months.
///
/// ```
/// use gongwen::{Duration, TimeValue};
///
/// let term: TimeValue = "1年6个月".parse()?;
/// let TimeValue::Duration(term) = term else { unreachable!() };
/// assert_eq!((term.years.to_string(), term.months.to_string()), ("1".into(), "6".into()));
/// assert_eq!("P1Y6M".parse(), Ok(term));
/// # Ok::<(), gongwen::TimeValueError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Duration {
    /// 年
    pub years: Count,
    /// 个月; 季度 counts three
    pub months: Count,
    /// 周 星期
    pub weeks: Count,
    /// 天 日 自然日 日历天
    pub days: Count,
    /// 工作日 交易日 营业日 工作天
    pub working_days: Count,
    /// 小时
    pub hours: Count,
    /// 分钟; 刻钟 counts fifteen
    pub minutes: Count,
    /// 秒
    pub seconds: Count,
}

/// How many of a unit of time: a decimal as it was written, of at most eight digits from the first that is no zero.
///
/// ```
/// use gongwen::{Count, Decimal};
///
/// let hours = Count::new(Decimal::new(15, 1)).unwrap();
/// assert_eq!((hours.to_string(), Decimal::from(hours)), ("1.5".into(), Decimal::new(15, 1)));
/// assert_eq!(Count::new(Decimal::from(-3)), None);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Count {
    /// 32 × the digits + how many of them are decimals: a length of time has eight of these, and most are zero.
    packed: u32,
}

impl Count {
    /// None for a negative number and for one of more than eight digits.
    pub fn new(value: Decimal) -> Option<Self> {
        let value = value.normalize();
        let mantissa = u32::try_from(value.mantissa()).ok().filter(|m| *m < 100_000_000)?;
        // 28 decimals at most
        Some(Self { packed: 32 * mantissa + value.scale() })
    }

    /// Whether it is nothing.
    pub const fn is_zero(self) -> bool {
        self.packed == 0
    }
}

impl From<Count> for Decimal {
    fn from(count: Count) -> Self {
        Self::new((count.packed / 32).into(), count.packed % 32)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Decimal::from(*self).fmt(f)
    }
}

impl Duration {
    /// The fields with the letters of the notation, dates first.
    fn fields(&self) -> [(Count, &'static str); 8] {
        [
            (self.years, "Y"),
            (self.months, "M"),
            (self.weeks, "W"),
            (self.days, "D"),
            (self.working_days, "WD"),
            (self.hours, "H"),
            (self.minutes, "M"),
            (self.seconds, "S"),
        ]
    }

    fn field(&mut self, time: bool, letters: &str) -> Option<&mut Count> {
        Some(match (time, letters) {
            (false, "Y") => &mut self.years,
            (false, "M") => &mut self.months,
            (false, "W") => &mut self.weeks,
            (false, "D") => &mut self.days,
            (false, "WD") => &mut self.working_days,
            (true, "H") => &mut self.hours,
            (true, "M") => &mut self.minutes,
            (true, "S") => &mut self.seconds,
            _ => return None,
        })
    }

    /// Whether nothing was said: no field is set.
    pub fn is_zero(&self) -> bool {
        self.fields().iter().all(|(value, _)| value.is_zero())
    }
}

impl TimeValue {
    /// Whether it is a length of time, or between two of them.
    ///
    /// ```
    /// use gongwen::TimeValue;
    ///
    /// assert!("三至五年".parse::<TimeValue>()?.is_length());
    /// assert!(!"2025年".parse::<TimeValue>()?.is_length());
    /// # Ok::<(), gongwen::TimeValueError>(())
    /// ```
    pub const fn is_length(&self) -> bool {
        matches!(self, Self::Duration(_) | Self::Durations(..))
    }

    /// The first and the last point, which for a single one are the same; none for a length of time.
    ///
    /// ```
    /// use gongwen::TimeValue;
    ///
    /// let (first, last) = "3月5日至9日".parse::<TimeValue>()?.points().unwrap();
    /// assert_eq!((first.to_string(), last.to_string()), ("XXXX-03-05".into(), "XXXX-03-09".into()));
    /// # Ok::<(), gongwen::TimeValueError>(())
    /// ```
    pub const fn points(&self) -> Option<(Point, Point)> {
        match self {
            Self::Point(point) => Some((*point, *point)),
            Self::Range(first, last) => Some((*first, *last)),
            Self::Duration(_) | Self::Durations(..) => None,
        }
    }

    /// The year that a point, or the first of two, lies in, where it has one.
    pub const fn year(&self) -> Option<Year> {
        match self {
            Self::Point(point) | Self::Range(point, _) => point.year(),
            Self::Duration(_) | Self::Durations(..) => None,
        }
    }
}

impl Point {
    /// A unit of the calendar or a part of it; none where the calendar has no such thing.
    pub fn new(unit: CalendarUnit, part: Option<Part>) -> Option<Self> {
        use CalendarUnit as U;
        let within = |n: u8, max: u8| (1..=max).contains(&n);
        let year = match (Self { unit, part }).year() {
            Some(Year::Given(year)) => (0..10_000).contains(&year),
            Some(Year::Short(year)) => year < 100,
            _ => true,
        };
        let exists = match unit {
            U::Year(_)
            | U::RelativeMonth(_)
            | U::RelativeDay(_)
            | U::RelativeQuarter(_)
            | U::RelativeCentury(_) => true,
            U::Half(_, n) => within(n, 2),
            U::Quarter(_, n) => within(n, 4),
            U::Month(_, month) => within(month, 12),
            U::Third(_, month, n) => within(month, 12) && within(n, 3),
            U::Day(year, month, day) => super::day_exists(year, month, day),
            U::DayOfMonth(day) | U::RelativeMonthDay(_, day) => within(day, 31),
            U::RelativeThird(_, n) => within(n, 3),
            U::Decade(year) => year < 10_000 && year % 10 == 0,
            U::DecadeOnly(n) | U::RelativeDecade(_, n) => n < 10,
            U::Century(n) => n < 100,
            U::Plan(n) => within(n, 99),
        };
        // A third of a month and a day have no beginning, middle and end here.
        let whole = matches!(
            unit,
            U::Third(..)
                | U::RelativeThird(..)
                | U::Day(..)
                | U::DayOfMonth(_)
                | U::RelativeMonthDay(..)
                | U::RelativeDay(_)
        );
        (exists && year && !(whole && part.is_some())).then_some(Self { unit, part })
    }

    /// What is named.
    pub const fn unit(self) -> CalendarUnit {
        self.unit
    }

    /// Which part of it, if only a part is meant: 年底, 3月初.
    pub const fn part(self) -> Option<Part> {
        self.part
    }

    /// The whole of a unit that there is.
    pub(crate) const fn whole(unit: CalendarUnit) -> Self {
        Self { unit, part: None }
    }

    /// The year it lies in, where it has one.
    pub const fn year(self) -> Option<Year> {
        use CalendarUnit as U;
        match self.unit {
            U::Year(y)
            | U::Half(y, _)
            | U::Quarter(y, _)
            | U::Month(y, _)
            | U::Third(y, ..)
            | U::Day(y, ..) => Some(y),
            _ => None,
        }
    }

    /// The same with another year, where it has one.
    #[must_use]
    pub(crate) const fn with_year(self, year: Year) -> Self {
        use CalendarUnit as U;
        let unit = match self.unit {
            U::Year(_) => U::Year(year),
            U::Half(_, n) => U::Half(year, n),
            U::Quarter(_, n) => U::Quarter(year, n),
            U::Month(_, m) => U::Month(year, m),
            U::Third(_, m, n) => U::Third(year, m, n),
            U::Day(_, m, d) => U::Day(year, m, d),
            other => other,
        };
        Self { unit, part: self.part }
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(padded) = pad(self, f) {
            return padded;
        }
        match self {
            Self::Open => f.write_str("XXXX"),
            Self::Given(y) => write!(f, "{y:04}"),
            Self::Short(y) => write!(f, "XX{y:02}"),
            Self::Relative(n) => write!(f, "Y{n:+}"),
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use CalendarUnit as U;

        if let Some(padded) = pad(self, f) {
            return padded;
        }
        match self.unit {
            U::Year(y) => write!(f, "{y}")?,
            U::Half(y, n) => write!(f, "{y}-H{n}")?,
            U::Quarter(y, n) => write!(f, "{y}-Q{n}")?,
            U::Month(y, m) => write!(f, "{y}-{m:02}")?,
            U::Third(y, m, n) => write!(f, "{y}-{m:02}-T{n}")?,
            U::Day(y, m, d) => write!(f, "{y}-{m:02}-{d:02}")?,
            U::DayOfMonth(d) => write!(f, "XXXX-XX-{d:02}")?,
            U::RelativeMonth(n) => write!(f, "M{n:+}")?,
            U::RelativeMonthDay(n, d) => write!(f, "M{n:+}-{d:02}")?,
            U::RelativeThird(month, n) => write!(f, "M{month:+}-T{n}")?,
            U::RelativeDay(n) => write!(f, "D{n:+}")?,
            U::RelativeQuarter(n) => write!(f, "Q{n:+}")?,
            U::Decade(y) => write!(f, "{:03}X", y / 10)?,
            U::DecadeOnly(n) => write!(f, "XX{n}X")?,
            U::Century(n) => write!(f, "{n:02}XX")?,
            U::RelativeCentury(n) => write!(f, "C{n:+}")?,
            U::RelativeDecade(century, n) => write!(f, "C{century:+}-{n}X")?,
            U::Plan(n) => write!(f, "FYP{n}")?,
        }
        self.part.map_or(Ok(()), |part| write!(f, "-{part}"))
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(padded) = pad(self, f) {
            return padded;
        }
        f.write_str("P")?;
        let fields = self.fields();
        for (i, (value, letters)) in fields.iter().enumerate() {
            if i == 5 && fields[5..].iter().any(|(value, _)| !value.is_zero()) {
                f.write_str("T")?;
            }
            if !value.is_zero() {
                write!(f, "{value}{letters}")?;
            }
        }
        if self.is_zero() { f.write_str("0D") } else { Ok(()) }
    }
}

impl fmt::Display for TimeValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(padded) = pad(self, f) {
            return padded;
        }
        match self {
            Self::Point(point) => point.fmt(f),
            Self::Range(first, last) => write!(f, "{first}/{last}"),
            Self::Duration(duration) => duration.fmt(f),
            Self::Durations(low, high) => write!(f, "{low}/{high}"),
        }
    }
}

impl From<Point> for TimeValue {
    fn from(point: Point) -> Self {
        Self::Point(point)
    }
}

impl From<Duration> for TimeValue {
    fn from(duration: Duration) -> Self {
        Self::Duration(duration)
    }
}

/// The text is neither the notation of a [`TimeValue`] nor a time in Chinese.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("not a time value")]
#[non_exhaustive]
pub struct TimeValueError;

impl FromStr for TimeValue {
    type Err = TimeValueError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let s = s.trim();
        notation(s).or_else(|| super::grammar::whole(s)).ok_or(TimeValueError)
    }
}

/// Reads the notation of one point: `2025-03-end`, `FYP14`.
impl FromStr for Point {
    type Err = TimeValueError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        point(s.trim()).ok_or(TimeValueError)
    }
}

/// Reads the notation of one length of time: `P3Y`, `PT4H22M`.
impl FromStr for Duration {
    type Err = TimeValueError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        duration(s.trim()).ok_or(TimeValueError)
    }
}

fn notation(s: &str) -> Option<TimeValue> {
    Some(match s.split_once('/') {
        None if s.starts_with('P') => TimeValue::Duration(duration(s)?),
        None => TimeValue::Point(point(s)?),
        Some((a, b)) if a.starts_with('P') => TimeValue::Durations(duration(a)?, duration(b)?),
        Some((a, b)) => TimeValue::Range(point(a)?, point(b)?),
    })
}

/// A signed number of one to three digits, as in Y+0 and M-1.
fn signed(s: &str) -> Option<i8> {
    s.starts_with(['+', '-']).then(|| s.parse().ok()).flatten()
}

/// A number of exactly `width` digits.
fn digits<T: FromStr>(s: &str, width: usize) -> Option<T> {
    (s.len() == width && s.bytes().all(|b| b.is_ascii_digit())).then(|| s.parse().ok()).flatten()
}

fn year(s: &str) -> Option<Year> {
    match s {
        "XXXX" => Some(Year::Open),
        _ if s.starts_with('Y') => signed(&s[1..]).map(Year::Relative),
        _ if s.starts_with("XX") => digits(&s[2..], 2).map(Year::Short),
        _ => digits(s, 4).map(Year::Given),
    }
}

fn point(s: &str) -> Option<Point> {
    use CalendarUnit as U;
    // The sign of a relative form is no separator.
    let head = match s.as_bytes().first()? {
        b'Y' | b'M' | b'D' | b'Q' | b'C' => 2 + s.get(2..)?.find('-').unwrap_or(s.len() - 2),
        _ => s.find('-').unwrap_or(s.len()),
    };
    let (head, tail) = (s.get(..head)?, s.get(head..)?);
    let (tail, part) = match tail.rsplit_once('-') {
        Some((rest, "start")) => (rest, Some(Part::Start)),
        Some((rest, "mid")) => (rest, Some(Part::Mid)),
        Some((rest, "end")) => (rest, Some(Part::End)),
        _ => (tail, None),
    };
    let mut fields = tail.split('-').skip(1);
    let (a, b) = (fields.next(), fields.next());
    if fields.next().is_some() {
        return None;
    }
    let month = |s: &str| digits::<u8>(s, 2).filter(|m| (1..=12).contains(m));
    let day = |s: &str| digits::<u8>(s, 2).filter(|d| (1..=31).contains(d));
    let ranked = |s: &str, letter: char, max: u8| {
        s.strip_prefix(letter).and_then(|n| digits::<u8>(n, 1)).filter(|n| (1..=max).contains(n))
    };
    let unit = match (head, a, b) {
        (_, None, None) if head.starts_with("FYP") => U::Plan(digits(&head[3..], head.len() - 3)?),
        (_, None, None) if head.starts_with('D') => U::RelativeDay(signed(&head[1..])?),
        (_, None, None) if head.starts_with('Q') => U::RelativeQuarter(signed(&head[1..])?),
        (_, None, None) if head.starts_with('C') => U::RelativeCentury(signed(&head[1..])?),
        (_, None, None) if head.starts_with('M') => U::RelativeMonth(signed(&head[1..])?),
        (_, Some(decade), None) if head.starts_with('C') => {
            U::RelativeDecade(signed(&head[1..])?, digits(decade.strip_suffix('X')?, 1)?)
        }
        (_, Some(d), None) if head.starts_with('M') => {
            let month = signed(&head[1..])?;
            match ranked(d, 'T', 3) {
                Some(n) => U::RelativeThird(month, n),
                None => U::RelativeMonthDay(month, day(d)?),
            }
        }
        ("XXXX", Some("XX"), Some(d)) => U::DayOfMonth(day(d)?),
        (_, None, None) if head.len() == 4 && head != "XXXX" && head.ends_with('X') => {
            if let Some(decade) = head.strip_prefix("XX") {
                U::DecadeOnly(digits(&decade[..1], 1)?)
            } else if let Some(century) = head.strip_suffix("XX") {
                U::Century(digits(century, 2)?)
            } else {
                U::Decade(digits::<u16>(&head[..3], 3)? * 10)
            }
        }
        (_, None, None) => U::Year(year(head)?),
        (_, Some(m), None) => {
            let y = year(head)?;
            if let Some(n) = ranked(m, 'H', 2) {
                U::Half(y, n)
            } else if let Some(n) = ranked(m, 'Q', 4) {
                U::Quarter(y, n)
            } else {
                U::Month(y, month(m)?)
            }
        }
        (_, Some(m), Some(d)) => {
            let (y, m) = (year(head)?, month(m)?);
            match ranked(d, 'T', 3) {
                Some(n) => U::Third(y, m, n),
                None => U::Day(y, m, day(d).filter(|d| super::day_exists(y, m, *d))?),
            }
        }
        _ => return None,
    };
    Point::new(unit, part)
}

fn duration(s: &str) -> Option<Duration> {
    let mut rest = s.strip_prefix('P')?;
    let mut duration = Duration::default();
    let mut time = false;
    if rest == "0D" {
        return Some(duration);
    }
    while !rest.is_empty() {
        if let Some(behind) = rest.strip_prefix('T').filter(|_| !time) {
            time = true;
            rest = behind;
        }
        let number = rest.find(|c: char| c != '.' && !c.is_ascii_digit())?;
        // A point stands between digits, and nothing is rounded.
        let written = Some(&rest[..number]).filter(|n| !n.starts_with('.') && !n.ends_with('.'))?;
        let value = Count::new(Decimal::from_str_exact(written).ok()?)?;
        rest = &rest[number..];
        let letters =
            rest.find(|c: char| !matches!(c, 'Y' | 'M' | 'W' | 'D' | 'H' | 'S')).unwrap_or(rest.len());
        let field = duration.field(time, &rest[..letters])?;
        if !field.is_zero() || value.is_zero() {
            return None;
        }
        *field = value;
        rest = &rest[letters..];
    }
    (!duration.is_zero()).then_some(duration)
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn notation_round_trips() {
        for text in [
            "2021", "XXXX", "XX15-03", "2021-03", "2021-03-30", "XXXX-03-30", "XXXX-XX-30", "2021-H1",
            "XXXX-Q3", "XXXX-03-T1", "2025-start", "XXXX-end", "Y+0", "Y-1-10-start", "Y+0-Q1", "M-1",
            "M+0-09", "D+1", "Q-1", "199X", "XX9X", "20XX", "C+0", "C+1-start", "FYP14", "FYP14-end",
            "2014/2020", "XXXX-01/XXXX-09", "P3Y", "P15WD", "PT4H22M39S", "P3Y/P5Y", "PT1.12H", "P1Y6M",
            "P1DT12H", "P2W", "M-2/M-1", "C-1-end", "199X-end", "FYP1-start", "XX15-03-T2", "2024-02-29",
            "XXXX-02-29", "Y-1-Q1/Y-1-Q3", "C-1-9X", "C+0-5X-start", "C-1-8X/C-1-9X",
        ] {
            assert_eq!(text.parse::<TimeValue>().map(|v| v.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn chinese_is_read_as_well() {
        for (text, value) in [
            ("二〇二一年三月", "2021-03"),
            ("２０２１年３月３０日", "2021-03-30"),
            (" 2021 年 3 月 30 日 ", "2021-03-30"),
            ("民國一百一十年", "2021"),
            ("3月30号", "XXXX-03-30"),
            ("30日", "XXXX-XX-30"),
            ("九八年四月", "XX98-04"),
            ("2021年上半年", "2021-H1"),
            ("下半年", "XXXX-H2"),
            ("第三季度", "XXXX-Q3"),
            ("一九五七年的第四季度", "1957-Q4"),
            ("前三季度", "XXXX-Q1/XXXX-Q3"),
            ("前8个月", "XXXX-01/XXXX-08"),
            ("1—9月", "XXXX-01/XXXX-09"),
            ("3月上旬", "XXXX-03-T1"),
            ("年底", "XXXX-end"),
            ("2025年年初", "2025-start"),
            ("3月19日至20日", "XXXX-03-19/XXXX-03-20"),
            ("2014—2020年", "2014/2020"),
            ("2021年11月至次年3月", "2021-11/2022-03"),
            ("“十四五”", "FYP14"),
            ("“十四五”末", "FYP14-end"),
            ("十四五", "FYP14"),
            ("第十四個五年規劃", "FYP14"),
            ("20世纪90年代", "199X"),
            ("1990年代末", "199X-end"),
            ("九十年代", "XX9X"),
            ("本世纪中叶", "C+0-mid"),
            ("上世纪八九十年代", "C-1-8X/C-1-9X"),
            ("本世纪50年代初", "C+0-5X-start"),
            ("今年一季度", "Y+0-Q1"),
            ("去年十月初", "Y-1-10-start"),
            ("上两个月", "M-2/M-1"),
            ("昨天", "D-1"),
            ("三年", "P3Y"),
            ("半年", "P6M"),
            ("一年半", "P1Y6M"),
            ("15個工作日", "P15WD"),
            ("4小时22分39秒", "PT4H22M39S"),
            ("两天又一个月", "P1M2D"),
            ("3至5年", "P3Y/P5Y"),
            ("两、三年", "P2Y/P3Y"),
            ("4、5个月", "P4M/P5M"),
            ("一天", "P1D"),
            ("半年多", "P6M"),
        ] {
            assert_eq!(text.parse::<TimeValue>().map(|v| v.to_string()).as_deref(), Ok(value), "{text}");
        }
        for text in [
            "到2025年", "三年内", "2月30日", "13月", "2023年2月29日", "2月28日至30日", "十五", "年年",
            "三人", "2021", "全年", "当年", "几十年", "2021年和", "第三年",
        ] {
            // 2021 alone is notation.
            assert_eq!(text.parse::<TimeValue>().is_ok(), text == "2021", "{text}");
        }
    }

    #[test]
    fn points_are_what_the_calendar_has() {
        use CalendarUnit as U;
        let years = [(Year::Given(0), true), (Year::Given(9999), true), (Year::Short(99), true)];
        let others = [(Year::Given(-1), false), (Year::Given(10_000), false), (Year::Short(100), false)];
        for (year, exists) in years.into_iter().chain(others) {
            let point = Point::new(U::Year(year), None);
            assert_eq!(point.is_some(), exists, "{year:?}");
            assert_eq!(Point::new(U::Month(year, 3), Some(Part::End)).is_some(), exists, "{year:?}");
        }
        let year = Year::Open;
        for (unit, exists) in [
            (U::Half(year, 2), true),
            (U::Half(year, 3), false),
            (U::Quarter(year, 0), false),
            (U::Third(year, 12, 3), true),
            (U::Third(year, 13, 3), false),
            (U::Third(year, 12, 4), false),
            (U::Day(year, 2, 29), true),
            (U::Day(year, 2, 30), false),
            (U::DayOfMonth(31), true),
            (U::RelativeMonthDay(1, 32), false),
            (U::RelativeThird(-1, 3), true),
            (U::RelativeThird(-1, 4), false),
            (U::Decade(1990), true),
            (U::Decade(1995), false),
            (U::Decade(9990), true),
            (U::Decade(10_000), false),
            (U::DecadeOnly(9), true),
            (U::DecadeOnly(10), false),
            (U::Century(99), true),
            (U::Century(100), false),
            (U::Plan(99), true),
            (U::Plan(0), false),
        ] {
            let point = Point::new(unit, None);
            assert_eq!(point.map(Point::unit), exists.then_some(unit), "{unit:?}");
            assert_eq!(point.and_then(Point::part), None, "{unit:?}");
        }
        // A day is whole, a month has parts.
        assert_eq!(Point::new(U::RelativeDay(1), Some(Part::Mid)), None);
        let middle = Point::new(U::RelativeMonth(1), Some(Part::Mid));
        assert_eq!(middle.and_then(Point::part), Some(Part::Mid));
    }

    #[test]
    fn counts_have_eight_digits() {
        for (value, fits) in [
            ("99999999", true),
            ("0.99999999", true),
            ("100000000", false),
            ("100000001", false),
            ("-1", false),
        ] {
            let value: Decimal = value.parse().unwrap();
            assert_eq!(Count::new(value).map(Decimal::from), fits.then_some(value), "{value}");
        }
    }

    #[test]
    fn impossible_values_are_refused() {
        for text in [
            "", "P", "PT", "2021-13", "2021-00", "2021-02-30", "2023-02-29", "XXXX-02-30", "2021-Q5",
            "2021-H3", "P1X", "P1Y1Y", "Y0", "FYP0", "FYP", "2021/", "M+0-32", "M+0-T4", "20X", "XXX",
            "2021-03-30-01", "P0Y", "P0Y1M", "é", "Yé", "M+é", "2021-W05", "P1Y2Y", "PT1Y", "P-1Y",
            "2021-03-30T10", "2021/P3Y", "P3Y/2021", "2021-T1", "+021", "P1.5.2Y", "M+1000", "FYP+14",
            "FYP-1", "FYP 14", "FYP100", "FYP１", "Y++1", "Y+", "P.5Y", "P5.Y", "P.Y", "P+5Y", "P1_0Y",
            "P100000000Y", "20 21", "2021 /2022",
        ] {
            assert_eq!(notation(text), None, "{text}");
            assert_eq!(text.parse::<TimeValue>(), Err(TimeValueError), "{text}");
        }
        // More decimals than a number has would be rounded, to nothing here.
        let tiny = alloc::format!("P1.{}1Y", "0".repeat(28));
        assert_eq!(tiny.parse::<Duration>(), Err(TimeValueError));
    }

    #[test]
    fn white_space_around_says_nothing() {
        for text in ["FYP14", "2021/2022", "P3Y", "P3Y/P5Y", "3月30日"] {
            let padded = alloc::format!("\t{text}\u{3000}\n");
            assert_eq!(padded.parse::<TimeValue>(), text.parse(), "{text}");
        }
        assert_eq!(" FYP14\n".parse::<Point>(), "FYP14".parse());
        assert_eq!(" P3Y\n".parse::<Duration>(), "P3Y".parse());
    }
}
