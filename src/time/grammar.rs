//! The grammar of time expressions.
//!
//! A grammar takes the text from where an expression may begin and returns what it matched; what must not stand before
//! it is looked up in the text in front.

use nom::Parser;
use nom::character::complete::{char, one_of};
use nom::combinator::{opt, verify};
use rust_decimal::Decimal;

use super::value::{CalendarUnit as U, Duration, Part, Point, TimeValue, Year};
use super::{TimeBound, day_exists};
use crate::numeral::{Notation, Number, arabic_digit, number};
use crate::token::{Match, NO, begins, entry, fold, gap, is_gap, strip_any, strip_any_end};

/// A match: what it says and how long it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Found {
    /// The value; none for a date that the calendar does not have.
    pub value: Option<TimeValue>,
    /// Length in bytes.
    pub len: usize,
}

/// Either a value or the knowledge that there is no such day.
type Dated = Result<Point, ()>;

/// The whole of a text as one time expression, for `FromStr`.
pub(crate) fn whole(text: &str) -> Option<TimeValue> {
    let text = &*crate::script::simplified(text);
    let found = match number(text) {
        Ok((rest, n)) => digits_at("", text, Some((&n, rest))),
        Err(_) => digits_at("", text, None),
    };
    let found = found.or_else(|| word_at("", text))?;
    (found.len == text.len()).then_some(found.value).flatten()
}

fn found<'a>(input: &'a str, rest: &'a str, value: TimeValue) -> Found {
    Found { value: Some(value), len: input.len() - rest.len() }
}

fn dated<'a>(input: &'a str, rest: &'a str, point: Dated) -> Found {
    Found { value: point.ok().map(TimeValue::Point), len: input.len() - rest.len() }
}

// ---------------------------------------------------------------------------------------------------------------------
// Small productions
// ---------------------------------------------------------------------------------------------------------------------

/// Signs and words between the two ends of a range.
const CONNECTORS: [&str; 12] = ["起至", "——", "—", "–", "-", "－", "─", "~", "～", "〜", "至", "到"];

/// `connector = — | - | ~ | 至 | 到 …`
fn connector(input: &str) -> Match<'_, ()> {
    let rest = strip_any(gap(input), &CONNECTORS).ok_or(NO)?;
    Ok((gap(rest), ()))
}

/// A whole number with no decimals, neighbours or vagueness.
fn whole_number(input: &str) -> Match<'_, (u32, Number)> {
    let (rest, n) = number(input)?;
    Ok((rest, (n.whole().ok_or(NO)?, n)))
}

/// A whole number of one or two digits in a range, as months and days are.
fn small(input: &str, max: u32) -> Match<'_, u8> {
    let (rest, (value, n)) = whole_number(input)?;
    let short = matches!(n.notation, Notation::Arabic | Notation::Digits) && n.digits <= 2 && !n.grouped
        || n.notation == Notation::Han;
    match u8::try_from(value) {
        Ok(small) if short && (1..=max).contains(&value) => Ok((rest, small)),
        _ => Err(NO),
    }
}

/// The value of a year written with four digits: 2021, 二〇二一.
fn four_digits(n: &Number) -> Option<i16> {
    let digits = matches!(n.notation, Notation::Arabic | Notation::Digits) && n.digits == 4 && !grouped(n);
    n.whole().filter(|y| digits && (1000..3000).contains(y)).and_then(|y| y.try_into().ok())
}

fn grouped(n: &Number) -> bool {
    n.grouped
}

/// `年底 年末 年终 年初 年中` behind 年, with 年 a second time as in 今年年底.
fn part_of_year(input: &str) -> Match<'_, Part> {
    let rest = fold(input);
    let rest = rest.strip_prefix('年').filter(|r| begins(r, "底末初终終")).unwrap_or(rest);
    if let Some(rest) = rest.strip_prefix("伊始") {
        return Ok((rest, Part::Start));
    }
    let (rest, c) = one_of("底末终終初中")(rest)?;
    match c {
        '初' if !begins(rest, "中级級步始衷审等创心见一二三") => Ok((rest, Part::Start)),
        '中' if middle_ends(rest) => Ok((rest, Part::Mid)),
        '底' | '末' => Ok((rest, Part::End)),
        '终' | '終' if !begins(rest, "奖獎总考评决结止端身於于") => Ok((rest, Part::End)),
        _ => Err(NO),
    }
}

/// 中 is the middle of a time only where no word can begin with it: 2025年中心城 is no middle.
fn middle_ends(rest: &str) -> bool {
    rest.is_empty() || begins(rest, "，。、；）),前后後起时以至到的已")
}

/// `初 上旬 中旬 下旬 底 末` behind 月.
fn part_of_month(input: &str) -> Match<'_, MonthPart> {
    let rest = fold(input);
    let thirds = [("上旬", 1), ("初旬", 1), ("中旬", 2), ("下旬", 3)];
    if let Ok((rest, n)) = entry(rest, &thirds) {
        return Ok((rest, MonthPart::Third(n)));
    }
    let (rest, part) = part_of_year(rest)?;
    Ok((rest, MonthPart::Part(part)))
}

enum MonthPart {
    Third(u8),
    Part(Part),
}

/// `月` or `月份`, not the beginning of a word such as 月球.
fn month_sign(input: &str) -> Match<'_, ()> {
    let rest = fold(input).strip_prefix('月').ok_or(NO)?;
    if begins(rest, "球饼餅亮薪租供刊嫂经票龄齡均坛光色") {
        return Err(NO);
    }
    Ok((rest.strip_prefix('份').filter(|r| !r.starts_with('额')).unwrap_or(rest), ()))
}

/// `日` or `号` behind the number of a day in a month.
fn day_sign(input: &str) -> Match<'_, ()> {
    let (rest, c) = one_of("日号號")(fold(input))?;
    let word = match c {
        '日' => begins(rest, "元本常均产报報圆語语") && !rest.starts_with("本市"),
        _ => begins(rest, "线線楼樓院文令机炉井码机台通召"),
    };
    if word { Err(NO) } else { Ok((rest, ())) }
}

// ---------------------------------------------------------------------------------------------------------------------
// Points
// ---------------------------------------------------------------------------------------------------------------------

/// What may follow a year: a month, a quarter, a half, a part; else the year itself.
fn in_year(year: Year, input: &str) -> (&str, Dated) {
    let rest = fold(input);
    // Words for months are tried first: they are what follows most often.
    if let Ok((behind, (month, _))) = whole_number(rest) {
        if let Ok((behind, ())) = month_sign(behind) {
            return in_month(year, month, behind);
        }
        if let Ok((behind, n)) = quarter(rest) {
            return quarter_part(year, n, behind);
        }
        // 2019年1-5月 is a range; its caller reads it.
    } else if let Ok((behind, n)) = quarter(rest) {
        return quarter_part(year, n, behind);
    } else if let Ok((behind, n)) = half_year(rest) {
        return (behind, Ok(Point::whole(U::Half(year, n))));
    } else if let Ok((behind, part)) = part_of_year(rest) {
        return (behind, Ok(Point { unit: U::Year(year), part: Some(part) }));
    }
    (input, Ok(Point::whole(U::Year(year))))
}

fn quarter_part(year: Year, n: u8, rest: &str) -> (&str, Dated) {
    let unit = U::Quarter(year, n);
    match part_of_year(rest) {
        Ok((behind, part)) if !rest.starts_with(['中', '年', ' ', '\n']) => {
            (behind, Ok(Point { unit, part: Some(part) }))
        }
        _ => (rest, Ok(Point::whole(unit))),
    }
}

/// What may follow a month: a day, a third, a part; else the month itself.
fn in_month(year: Year, month: u32, input: &str) -> (&str, Dated) {
    let rest = fold(input);
    let Some(month) = u8::try_from(month).ok().filter(|m| (1..=12).contains(m)) else {
        // 13月45日: take the day along, so that it is not read apart.
        let behind = number(rest).ok().and_then(|(r, _)| day_sign(r).ok()).map_or(input, |(r, ())| r);
        return (behind, Err(()));
    };
    let whole = Ok(Point::whole(U::Month(year, month)));
    if let Ok((behind, (day, n))) = whole_number(rest) {
        let short = n.digits <= 2 && !n.magnitude;
        if let Ok((behind, ())) = day_sign(behind) {
            let exists = u8::try_from(day).ok().filter(|d| day_exists(year, month, *d));
            return (behind, exists.map(|d| Point::whole(U::Day(year, month, d))).ok_or(()));
        }
        // 三月十二 and 6月29 with nothing behind them are days as well.
        let ends = behind.is_empty() || begins(behind, "，。；,;\n");
        if let Some(day) = u8::try_from(day).ok().filter(|d| day_exists(year, month, *d) && short && ends)
            && rest.len() == input.len()
            && !n.decimal
        {
            return (behind, Ok(Point::whole(U::Day(year, month, day))));
        }
        return (input, whole);
    }
    match part_of_month(rest) {
        Ok((behind, MonthPart::Third(n))) => (behind, Ok(Point::whole(U::Third(year, month, n)))),
        Ok((behind, MonthPart::Part(part))) if rest.len() == input.len() => {
            (behind, Ok(Point { unit: U::Month(year, month), part: Some(part) }))
        }
        _ => (input, whole),
    }
}

/// `quarter = 第? n 季度`
fn quarter(input: &str) -> Match<'_, u8> {
    let (rest, _) = opt(char('第')).parse(input)?;
    let (rest, n) = small(fold(rest), 4)?;
    let rest = strip_any(fold(rest), &["季度", "季"]).ok_or(NO)?;
    if input.len() - rest.len() > 0 && begins(rest, "稻节節作如园度") {
        return Err(NO);
    }
    Ok((rest, n))
}

/// `half = 上半年 | 下半年 | 前半年 | 后半年`
fn half_year(input: &str) -> Match<'_, u8> {
    entry(input, &[("上半年", 1), ("前半年", 1), ("下半年", 2), ("后半年", 2), ("後半年", 2)])
}

/// `first = 前 n (个? 季度 | 个月 | 月)` and `后` for the last ones: the months they span.
fn first_of_year(year: Year, input: &str) -> Match<'_, TimeValue> {
    let (rest, end) = entry(input, &[("前", false), ("后", true), ("後", true)])?;
    let (rest, n) = small(fold(rest), 12)?;
    let behind = fold(rest);
    let (behind, _) = opt(one_of("个個")).parse(behind)?;
    if let Some(rest) = behind.strip_prefix("季度")
        && n <= 4
    {
        let (a, b) = if end { (5 - n, 4) } else { (1, n) };
        return Ok((
            rest,
            TimeValue::Range(Point::whole(U::Quarter(year, a)), Point::whole(U::Quarter(year, b))),
        ));
    }
    let (rest, ()) = month_sign(behind)?;
    let (a, b) = if end { (13 - n, 12) } else { (1, n) };
    Ok((rest, TimeValue::Range(Point::whole(U::Month(year, a)), Point::whole(U::Month(year, b)))))
}

/// `年` behind the number of a year, with 度 and 份; not 年 as part of a word.
fn year_sign(input: &str) -> Match<'_, ()> {
    let rest = fold(input).strip_prefix('年').ok_or(NO)?;
    let rest = rest.strip_prefix('度').or_else(|| rest.strip_prefix('份')).unwrap_or(rest);
    Ok((rest, ()))
}

/// A point that begins with a number whose value is known: a year, month or day with its sign.
fn point(input: &str) -> Match<'_, Dated> {
    let (rest, (n, shape)) = whole_number(input)?;
    if let Some(year) = four_digits(&shape) {
        let (rest, ()) = year_sign(rest)?;
        return Ok(in_year(Year::Given(year), rest));
    }
    if let Ok((rest, ())) = month_sign(rest) {
        return Ok(in_month(Year::Open, n, rest));
    }
    let day = u8::try_from(n).ok().filter(|d| (1..=31).contains(d)).ok_or(NO)?;
    let (rest, ()) = day_sign(rest)?;
    Ok((rest, Ok(Point::whole(U::DayOfMonth(day)))))
}

/// `iso = 2021-03-30 | 2021.03.30 | 2021/3/30 | 2019·2·10 | 2013.03`
fn iso(input: &str) -> Match<'_, Dated> {
    let field = |input, min: usize, max: usize| -> Match<'_, u32> {
        let input: &str = input;
        let len: usize =
            input.chars().take_while(|c| arabic_digit(*c).is_some()).take(max + 1).map(char::len_utf8).sum();
        let count = input[..len].chars().count();
        if !(min..=max).contains(&count) {
            return Err(NO);
        }
        let value = input[..len].chars().filter_map(arabic_digit).fold(0, |n, d| n * 10 + u32::from(d));
        Ok((&input[len..], value))
    };
    let (rest, year) = verify(|i| field(i, 4, 4), |y: &u32| (1000..3000).contains(y)).parse(input)?;
    let (rest, separator) = one_of("-－–./．·")(rest)?;
    let (rest, month) = field(rest, 1, 2)?;
    let year = Year::Given(i16::try_from(year).map_err(|_| NO)?);
    let day = one_of::<_, _, ()>("-－–./．·")(rest)
        .ok()
        .filter(|(_, s)| *s == separator || separator == '.' && *s == '-')
        .and_then(|(rest, _)| field(rest, 1, 2).ok());
    let (rest, point) = if let Some((rest, day)) = day {
        let exists =
            u8::try_from(month).ok().zip(u8::try_from(day).ok()).filter(|(m, d)| day_exists(year, *m, *d));
        (rest, exists.map(|(m, d)| Point::whole(U::Day(year, m, d))).ok_or(()))
    } else {
        // 2013.03: only with a dot and two digits, and where nothing makes it an amount.
        let two = input.len() - rest.len() == 7 && separator == '.';
        let month = u8::try_from(month).ok().filter(|m| (1..=12).contains(m) && two).ok_or(NO)?;
        let ends = gap(rest);
        if !(ends.is_empty() || begins(ends, "\n，。；、）)-至")) {
            return Err(NO);
        }
        (rest, Ok(Point::whole(U::Month(year, month))))
    };
    if begins(rest, ".-/·%％") && rest[1..].starts_with(|c| arabic_digit(c).is_some()) {
        return Err(NO);
    }
    if rest.starts_with(|c: char| arabic_digit(c).is_some() || c.is_ascii_alphabetic()) {
        return Err(NO);
    }
    Ok((rest, point))
}

// ---------------------------------------------------------------------------------------------------------------------
// Ranges
// ---------------------------------------------------------------------------------------------------------------------

/// The last point of a range, which may leave out what it shares with the first: 3月19日至20日.
fn until(first: Point, input: &str) -> Match<'_, Dated> {
    let (rest, ()) = connector(input)?;
    if let Ok((rest, point)) = iso(rest) {
        return Ok((rest, point));
    }
    if let (U::Quarter(year, _), Ok((rest, n))) = (first.unit, quarter(rest)) {
        return Ok((rest, Ok(Point::whole(U::Quarter(year, n)))));
    }
    let (rest, last) = match point(rest) {
        Ok(found) => found,
        Err(_) => relative_point(rest)?,
    };
    let Ok(last) = last else { return Ok((rest, Err(()))) };
    let (year, month) = match first.unit {
        U::Day(year, month, _) => (Some(year), Some(month)),
        _ => (first.year(), None),
    };
    let inherited = match (last.unit, year, month) {
        (U::DayOfMonth(day), Some(year), Some(month)) => {
            if !day_exists(year, month, day) {
                return Ok((rest, Err(())));
            }
            Point::whole(U::Day(year, month, day))
        }
        _ => last,
    };
    let inherited = match (inherited.year(), first.year()) {
        (Some(Year::Open), Some(year)) => inherited.with_year(year),
        _ => inherited,
    };
    Ok((rest, Ok(inherited)))
}

/// A point with the range it may begin.
fn with_range<'a>(input: &'a str, rest: &'a str, first: Dated) -> Found {
    let Ok(first) = first else { return dated(input, rest, Err(())) };
    // 2015年和2018年之间
    if let Some(Ok((behind, Ok(last)))) = rest.strip_prefix(['和', '与', '與']).map(|r| point(gap(r)))
        && comparable(first, last)
        && begins(behind.strip_prefix('之').unwrap_or(behind), "间")
    {
        return found(input, behind, TimeValue::Range(first, last));
    }
    match until(first, rest) {
        Ok((rest, Ok(last))) if comparable(first, last) => found(input, rest, TimeValue::Range(first, last)),
        Ok((rest, Err(()))) => dated(input, rest, Err(())),
        _ => dated(input, rest, Ok(first)),
    }
}

/// Whether two points can bound a range: a day and a day, a month and a month, …, and not the second before the first.
fn comparable(first: Point, last: Point) -> bool {
    let ordered = match (first.unit, last.unit) {
        (U::Year(Year::Given(a)), U::Year(Year::Given(b))) => a < b,
        (U::Day(a, m, d), U::Day(b, n, e)) if a == b => (m, d) < (n, e) || a == Year::Open && m != n,
        (U::DayOfMonth(a), U::DayOfMonth(b)) => a < b,
        (U::Quarter(a, m), U::Quarter(b, n)) if a == b => m < n,
        _ => true,
    };
    let rank = |p: Point| match p.unit {
        U::Year(_) => 1,
        U::Half(..) => 2,
        U::Quarter(..) | U::RelativeQuarter(_) => 3,
        U::Month(..) | U::RelativeMonth(_) | U::Third(..) => 4,
        U::Day(..) | U::DayOfMonth(_) | U::RelativeMonthDay(..) | U::RelativeDay(_) => 5,
        U::Decade(_) | U::DecadeOnly(_) => 6,
        U::Century(_) | U::RelativeCentury(_) => 7,
        U::Plan(_) => 8,
    };
    // 1985年到1989年9月: both years are stated.
    let dated = matches!((first.year(), last.year()), (Some(Year::Given(a)), Some(Year::Given(b))) if a < b);
    ordered && (rank(first) == rank(last) || dated)
}

/// A range whose first number leaves its sign to the last: 2014-2020年, 1—9月, 11-13日, 3至5年, 2022-23至2031-32年度.
fn elided(before: &str, input: &str, n: &Number, rest: &str) -> Option<Found> {
    let (behind, ()) = connector(rest).ok()?;
    let (behind, (last, shape)) = whole_number(behind).ok()?;
    let first = n.whole()?;
    if let Some(year) = four_digits(n) {
        let year_of = |n: u32, shape: &Number, from: i16| {
            four_digits(shape).or_else(|| {
                let n = i16::try_from(n).ok()?;
                let full = from - from % 100 + n;
                (shape.digits == 2 && full > from).then_some(full)
            })
        };
        let mut end = year_of(last, &shape, year)?;
        let mut behind = behind;
        // 2022-23至2031-32年度
        if let Ok((next, ())) = connector(behind)
            && let Ok((next, (_from, shape))) = whole_number(next)
        {
            let from = four_digits(&shape)?;
            let _: u32 = u32::try_from(from).ok()?;
            end = from;
            behind = next;
            if let Ok((next, ())) = connector(behind) {
                let (next, (to, shape)) = whole_number(next).ok()?;
                end = year_of(to, &shape, from)?;
                behind = next;
            }
        }
        let (behind, ()) = year_sign(behind).ok()?;
        let range = (Point::whole(U::Year(Year::Given(year))), Point::whole(U::Year(Year::Given(end))));
        return (year < end).then(|| found(input, behind, TimeValue::Range(range.0, range.1)));
    }
    if n.decimal || n.grouped {
        return None;
    }
    let small = |n: u32, max: u8| u8::try_from(n).ok().filter(|n| (1..=max).contains(n));
    if let Ok((behind, ())) = month_sign(behind) {
        let (first, last) = (small(first, 12)?, small(last, 12)?);
        let (a, b) = (Point::whole(U::Month(Year::Open, first)), Point::whole(U::Month(Year::Open, last)));
        return (first < last).then(|| found(input, behind, TimeValue::Range(a, b)));
    }
    if let Ok((after, ())) = day_sign(behind)
        && let (Some(first), Some(last)) = (small(first, 31), small(last, 31))
        && first < last
        && !is_length_of_days(before, after)
    {
        let (a, b) = (Point::whole(U::DayOfMonth(first)), Point::whole(U::DayOfMonth(last)));
        return Some(found(input, after, TimeValue::Range(a, b)));
    }
    if let Some(behind) = fold(behind).strip_prefix("季度") {
        let (first, last) = (small(first, 4)?, small(last, 4)?);
        let (a, b) =
            (Point::whole(U::Quarter(Year::Open, first)), Point::whole(U::Quarter(Year::Open, last)));
        return (first < last).then(|| found(input, behind, TimeValue::Range(a, b)));
    }
    let (behind, high) = duration(shape.low?, behind, before).ok()?;
    let scale = |low: Decimal, like: Duration| -> Option<Duration> { scaled(low, like) };
    let low = scale(n.low?, high)?;
    (n.low < shape.low).then(|| found(input, behind, TimeValue::Durations(low, high)))
}

/// A duration of another number in the unit of the first field of `like`.
fn scaled(value: Decimal, like: Duration) -> Option<Duration> {
    let mut d = Duration::default();
    let slot = match like {
        Duration { years, .. } if !years.is_zero() => &mut d.years,
        Duration { months, .. } if !months.is_zero() => &mut d.months,
        Duration { weeks, .. } if !weeks.is_zero() => &mut d.weeks,
        Duration { days, .. } if !days.is_zero() => &mut d.days,
        Duration { working_days, .. } if !working_days.is_zero() => &mut d.working_days,
        Duration { hours, .. } if !hours.is_zero() => &mut d.hours,
        Duration { minutes, .. } if !minutes.is_zero() => &mut d.minutes,
        Duration { seconds, .. } if !seconds.is_zero() => &mut d.seconds,
        _ => return None,
    };
    *slot = value;
    Some(d)
}

// ---------------------------------------------------------------------------------------------------------------------
// Durations
// ---------------------------------------------------------------------------------------------------------------------

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum DurationUnit {
    Year,
    Quarter,
    Month,
    Week,
    Day,
    WorkingDay,
    Hour,
    Minute,
    Second,
}

impl DurationUnit {
    fn of(self, n: Decimal) -> Option<Duration> {
        let mut d = Duration::default();
        match self {
            Self::Year => d.years = n,
            Self::Quarter => d.months = n.checked_mul(3.into())?,
            Self::Month => d.months = n,
            Self::Week => d.weeks = n,
            Self::Day => d.days = n,
            Self::WorkingDay => d.working_days = n,
            Self::Hour => d.hours = n,
            Self::Minute => d.minutes = n,
            Self::Second => d.seconds = n,
        }
        Some(d)
    }

    /// Half of it: 半年 is six months, 半天 twelve hours.
    fn half(self) -> Duration {
        let mut d = Duration::default();
        match self {
            Self::Year => d.months = 6.into(),
            Self::Quarter => d.months = Decimal::new(15, 1),
            Self::Month => d.months = Decimal::new(5, 1),
            Self::Week => d.weeks = Decimal::new(5, 1),
            Self::Day => d.hours = 12.into(),
            Self::WorkingDay => d.working_days = Decimal::new(5, 1),
            Self::Hour => d.minutes = 30.into(),
            Self::Minute => d.seconds = 30.into(),
            Self::Second => d.seconds = Decimal::new(5, 1),
        }
        d
    }
}

const DURATION_UNITS: [(&str, DurationUnit); 20] = [
    ("工作日", DurationUnit::WorkingDay),
    ("交易日", DurationUnit::WorkingDay),
    ("小时", DurationUnit::Hour),
    ("小時", DurationUnit::Hour),
    ("钟头", DurationUnit::Hour),
    ("鐘頭", DurationUnit::Hour),
    ("分钟", DurationUnit::Minute),
    ("分鐘", DurationUnit::Minute),
    ("秒钟", DurationUnit::Second),
    ("秒鐘", DurationUnit::Second),
    ("秒", DurationUnit::Second),
    ("星期", DurationUnit::Week),
    ("礼拜", DurationUnit::Week),
    ("周", DurationUnit::Week),
    ("週", DurationUnit::Week),
    ("季度", DurationUnit::Quarter),
    ("年", DurationUnit::Year),
    ("天", DurationUnit::Day),
    ("日", DurationUnit::Day),
    ("月", DurationUnit::Month),
];

/// `unit = 年 | 个? 季度 | 个月 | 周 | 天 | 日 | 个? 工作日 | 个? 小时 | 分钟 | 秒`
fn duration_unit(input: &str) -> Match<'_, DurationUnit> {
    use DurationUnit as D;
    let input = fold(input);
    let (rest, counted) = opt(one_of("个個")).parse(input)?;
    let rest = if counted.is_some() { rest.trim_start_matches(['多', '余', ' ']) } else { rest };
    let (rest, unit) = entry(rest, &DURATION_UNITS)?;
    let counts = counted.is_some();
    let fits = match unit {
        D::Month | D::Quarter => counts,
        D::Year | D::Day | D::Second | D::Minute => !counts,
        D::Week => !begins(rest, "年岁歲边邊期刊界末密全到围"),
        D::WorkingDay | D::Hour => true,
    };
    let word = match unit {
        D::Year => year_word(rest),
        D::Day => begins(rest, "元本常均产報报河然津水山空线線鹅"),
        D::Second => begins(rest, "杀殺差"),
        _ => false,
    };
    if fits && !word { Ok((rest, unit)) } else { Err(NO) }
}

/// Words that begin with 年 behind a number: 三年级, 90年代, 十年一遇, 五年计划, 三年困难时期 stays.
fn year_word(rest: &str) -> bool {
    begins(rest, "级級代龄齡版薪鉴鑑画货糕会均产华年")
        || ["一遇", "一度", "计划", "計劃", "规划", "規劃", "级"].iter().any(|w| rest.starts_with(w))
}

/// `duration = n unit 半? (零? n unit)*` — the units get smaller; `value` is the first number, already read.
fn duration<'a>(number_read: Decimal, input: &'a str, before: &str) -> Match<'a, Duration> {
    let (rest, unit) = match half_unit(number_read, input) {
        Ok((rest, d)) => return Ok((rest, d)),
        Err(_) => duration_unit(input)?,
    };
    let _ = before;
    let mut total = unit.of(number_read).ok_or(NO)?;
    let mut last = unit;
    let mut rest = rest;
    // 三年半, 三天半
    if let Some(behind) = rest.strip_prefix('半').filter(|r| !begins(r, "导徑径数數价壁岛")) {
        let half = unit.half();
        let whole = unit.of(Decimal::ONE).unwrap_or_default();
        if whole.years.is_zero() {
            total = unit.of(number_read + Decimal::new(5, 1)).ok_or(NO)?;
        } else {
            total.months = half.months;
        }
        return Ok((behind, total));
    }
    loop {
        let next = rest.strip_prefix(['零', '又']).unwrap_or(rest);
        let Ok((behind, n)) = number(next) else { break };
        let (Some(value), None, false) = (n.low, n.high, n.vague) else { break };
        if n.digits == 4 && n.notation == Notation::Arabic {
            break;
        }
        // 4小时22分: 分 stands for 分钟 behind hours.
        let minutes = last == DurationUnit::Hour && fold(behind).starts_with('分');
        let (behind, unit) = match duration_unit(behind) {
            Ok(found) => found,
            Err(_) if minutes => (&fold(behind)['分'.len_utf8()..], DurationUnit::Minute),
            Err(_) => break,
        };
        if unit <= last {
            break;
        }
        let part = unit.of(value).ok_or(NO)?;
        total = Duration {
            years: total.years + part.years,
            months: total.months + part.months,
            weeks: total.weeks + part.weeks,
            days: total.days + part.days,
            working_days: total.working_days + part.working_days,
            hours: total.hours + part.hours,
            minutes: total.minutes + part.minutes,
            seconds: total.seconds + part.seconds,
        };
        last = unit;
        rest = behind;
    }
    Ok((rest, total))
}

/// `n 个半 (月 | 小时)`: two and a half.
fn half_unit(n: Decimal, input: &str) -> Match<'_, Duration> {
    let (rest, _) = one_of("个個")(fold(input))?;
    let (rest, _) = char('半')(rest)?;
    let units = [("月", DurationUnit::Month), ("小时", DurationUnit::Hour), ("小時", DurationUnit::Hour)];
    let (rest, unit) = entry(rest, &units)?;
    let n = n.checked_add(Decimal::new(5, 1)).ok_or(NO)?;
    Ok((rest, unit.of(n).ok_or(NO)?))
}

fn has_end(text: &str, words: &[&str]) -> bool {
    strip_any_end(text, words).is_some()
}

/// Days that are counted, not named: 30日内, 公示5日, 90日.
fn is_length_of_days(before: &str, after: &str) -> bool {
    let after = gap(after);
    ["内", "內", "之内", "之內", "以内", "以內", "以上", "以下", "左右"].iter().any(|w| after.starts_with(w))
        || has_end(
            before.trim_end_matches(is_gap),
            &[
                "满",
                "滿",
                "逾",
                "超过",
                "超過",
                "少于",
                "少於",
                "至少",
                "提前",
                "延长",
                "延長",
                "每",
                "最长",
                "为期",
                "為期",
                "期限为",
                "公示",
                "近",
                "连续",
                "連續",
                "持续",
                "累计",
                "不足",
                "最多",
                "共",
                "达",
                "於",
                "长达",
                "休假",
                "假",
            ],
        ) && !before.ends_with("截至")
}

// ---------------------------------------------------------------------------------------------------------------------
// Entry points
// ---------------------------------------------------------------------------------------------------------------------

/// A time that begins with a numeral; `read` is that numeral with the text behind it, if it is one.
pub(crate) fn digits_at(before: &str, input: &str, read: Option<(&Number, &str)>) -> Option<Found> {
    let ahead = before.chars().next_back();
    let glued = ahead.is_some_and(|c| arabic_digit(c).is_some() || matches!(c, '.' | '．' | '/'));
    if !glued
        && input.starts_with(|c| arabic_digit(c).is_some())
        && !ahead.is_some_and(|c| c.is_ascii_alphabetic() || c == '-')
        && let Ok((rest, point)) = iso(input)
    {
        return Some(with_range(input, rest, point));
    }
    let (n, rest) = read?;
    let rest: &str = slice_from(input, rest);
    if let Some(found) = elided(before, input, n, rest) {
        return Some(found);
    }
    if let Some(year) = four_digits(n) {
        let (rest, ()) = year_sign(rest).ok()?;
        return Some(year_at(Year::Given(year), input, rest));
    }
    if let Some(value) = n.whole()
        && let Some(found) = named(before, input, value, n, rest)
    {
        return Some(found);
    }
    length(before, input, n, rest)
}

/// `rest` as a suffix of `input`; both come from the same text.
fn slice_from<'a>(input: &'a str, rest: &str) -> &'a str {
    &input[input.len() - rest.len()..]
}

/// A year with what follows it: a month, a range, 前三季度.
fn year_at<'a>(year: Year, input: &'a str, rest: &'a str) -> Found {
    let behind = fold(rest);
    if let Ok((rest, range)) = first_of_year(year, behind) {
        return found(input, rest, range);
    }
    // 2019年1-5月
    if let Ok((after, n)) = number(behind)
        && n.digits <= 2
        && let Some(Found { value: Some(TimeValue::Range(a, b)), len }) = elided("", behind, &n, after)
        && matches!(a.unit, U::Month(..) | U::Quarter(..))
    {
        let rest = &behind[len..];
        return found(input, rest, TimeValue::Range(a.with_year(year), b.with_year(year)));
    }
    // 6月11-13日 behind a year or alone
    let (rest, point) = in_year(year, rest);
    day_range(input, rest, point)
}

/// A month and two days of it: 6月11-13日.
fn day_range<'a>(input: &'a str, rest: &'a str, point: Dated) -> Found {
    if let Ok(Point { unit: U::Month(year, month), part: None }) = point
        && let Ok((after, n)) = number(fold(rest))
        && let Some(Found { value: Some(TimeValue::Range(a, b)), len }) = elided("", fold(rest), &n, after)
        && let (U::DayOfMonth(a), U::DayOfMonth(b)) = (a.unit, b.unit)
    {
        let rest = &fold(rest)[len..];
        let day = |d| day_exists(year, month, d).then(|| Point::whole(U::Day(year, month, d)));
        let range = day(a).zip(day(b)).map(|(a, b)| TimeValue::Range(a, b));
        return Found { value: range, len: input.len() - rest.len() };
    }
    with_range(input, rest, point)
}

/// Months, days, quarters, decades and centuries with their number.
fn named(before: &str, input: &str, n: u32, shape: &Number, rest: &str) -> Option<Found> {
    if shape.bare || shape.magnitude || shape.grouped && shape.digits > 2 {
        return None;
    }
    let small = |max: u32| u8::try_from(n).ok().filter(|_| (1..=max).contains(&n));
    let two_digits = shape.digits == 2 && matches!(shape.notation, Notation::Arabic | Notation::Digits);
    // 15年3月2日, 零七年八月: a year of two digits, if a month or part follows
    if two_digits && let Ok((behind, ())) = year_sign(rest) {
        let year = Year::Short(small(99).unwrap_or(0));
        if let Ok((rest, range)) = first_of_year(year, fold(behind)) {
            return Some(found(input, rest, range));
        }
        let (after, point) = in_year(year, behind);
        let dated =
            !matches!(point, Ok(Point { unit: U::Year(_), part: None | Some(Part::Start | Part::Mid) }));
        let counted = matches!(point, Err(()));
        if dated && !counted && n < 100 {
            return Some(with_range(input, after, point));
        }
    }
    if let Ok((behind, ())) = month_sign(rest) {
        let plausible = shape.digits <= 2 || shape.notation == Notation::Han;
        if (1..=12).contains(&n) && plausible {
            let (behind, point) = in_month(Year::Open, n, behind);
            return Some(day_range(input, behind, point));
        }
        let (after, point) = in_month(Year::Open, n, behind);
        // 13月45日 is a date that does not exist; 15月 alone is nothing.
        return (plausible && after.len() < behind.len() && point.is_err())
            .then(|| dated(input, after, Err(())));
    }
    if let Some(behind) = strip_any(fold(rest), &["世纪", "世紀"]) {
        if behind.starts_with("海上") {
            return None;
        }
        let century = small(30)? - 1;
        let (behind, point) = century_or_decade(Ok(century), behind);
        return Some(with_range(input, behind, Ok(point)));
    }
    if let Some(behind) = fold(rest).strip_prefix("年代") {
        let decade = small(99).filter(|n| n % 10 == 0)? / 10;
        let (behind, part) = part_of_period(behind);
        let point = Point { unit: U::DecadeOnly(decade), part };
        return Some(with_range(input, behind, Ok(point)));
    }
    if let Ok((behind, quarter)) = quarter(input) {
        let grade = behind.len() + "季".len() == fold(rest).len() && !fold(rest).starts_with("季度");
        if !grade {
            let (behind, point) = quarter_part(Year::Open, quarter, behind);
            return Some(with_range(input, behind, point));
        }
    }
    if let Ok((behind, ())) = day_sign(rest) {
        let day = small(31)?;
        let numbered = fold(rest).starts_with(['号', '號']);
        if numbered {
            // 17号线: a number with 号 is a day only where nothing follows that it could number.
            let ends = behind.is_empty() || begins(behind, "，。；,前后後起至到—-上晚");
            return (ends && !before.ends_with('第'))
                .then(|| with_range(input, behind, Ok(Point::whole(U::DayOfMonth(day)))));
        }
        let notice =
            shape.notation == Notation::Han && behind.starts_with('前') && !behind.starts_with("前后");
        if is_length_of_days(before, behind) || notice {
            return None;
        }
        return Some(with_range(input, behind, Ok(Point::whole(U::DayOfMonth(day)))));
    }
    None
}

/// `初 中叶 末` of a century or decade.
fn part_of_period(input: &str) -> (&str, Option<Part>) {
    const PARTS: [(&str, Part); 10] = [
        ("初期", Part::Start),
        ("初叶", Part::Start),
        ("初", Part::Start),
        ("中叶", Part::Mid),
        ("中葉", Part::Mid),
        ("中期", Part::Mid),
        ("末期", Part::End),
        ("后期", Part::End),
        ("末叶", Part::End),
        ("末", Part::End),
    ];
    entry(input, &PARTS).map_or((input, None), |(rest, part)| (rest, Some(part)))
}

/// What follows 世纪: a decade of it, a part of it; `Err` holds a relative century.
fn century_or_decade(century: Result<u8, i8>, input: &str) -> (&str, Point) {
    if let Ok((rest, (n, _))) = whole_number(fold(input))
        && let (Some(rest), true) = (fold(rest).strip_prefix("年代"), n % 10 == 0 && n < 100)
    {
        let (rest, part) = part_of_period(rest);
        let decade = u8::try_from(n / 10).unwrap_or(0);
        let unit = match century {
            Ok(century) => U::Decade(u16::from(century) * 100 + u16::from(decade) * 10),
            Err(_) => U::DecadeOnly(decade),
        };
        return (rest, Point { unit, part });
    }
    let (rest, part) = part_of_period(input);
    let unit = match century {
        Ok(century) => U::Century(century),
        Err(n) => U::RelativeCentury(n),
    };
    (rest, Point { unit, part })
}

/// A length of time that begins with a numeral, alone or as a range: 三年, 3年至5年, 3年以上7年以下.
fn length(before: &str, input: &str, n: &Number, rest: &str) -> Option<Found> {
    let low = n.low.filter(rust_decimal::Decimal::is_sign_positive)?;
    if n.bare && !n.vague || low >= Decimal::from(1000) && fold(rest).starts_with('年') {
        return None;
    }
    let (behind, d) = duration(low, rest, before).ok()?;
    if low == Decimal::ONE && n.notation == Notation::Han && !one_counts(before, rest, behind) {
        return None;
    }
    // 三年多, 一个多月
    let behind = behind.strip_prefix('多').filter(|_| n.high.is_none()).unwrap_or(behind);
    if let Some(high) = n.high {
        let high = scaled(high, d)?;
        return Some(found(input, behind, TimeValue::Durations(d, high)));
    }
    let second = |from: &str| -> Option<(usize, Duration)> {
        let (rest, n) = number(from).ok()?;
        let (rest, high) = duration(n.low?, rest, "").ok()?;
        (n.high.is_none() && n.low > Some(low) || scaled(low, high) != scaled(low, d))
            .then_some((rest.len(), high))
    };
    if let Ok((next, ())) = connector(behind)
        && let Some((left, high)) = second(next)
    {
        return Some(found(input, &input[input.len() - left..], TimeValue::Durations(d, high)));
    }
    if let Some(next) = behind.strip_prefix("以上") {
        let next = next.strip_prefix(['、', '，']).unwrap_or(next);
        if let Some((left, high)) = second(next) {
            let rest = &input[input.len() - left..];
            if let Some(rest) = rest.strip_prefix("以下") {
                return Some(found(input, rest, TimeValue::Durations(d, high)));
            }
        }
    }
    Some(found(input, behind, TimeValue::Duration(d)))
}

/// 一年 is a length of time unless a word before it makes it one among many: 的一年, 这一年, 每一天.
fn one_counts(before: &str, rest: &str, behind: &str) -> bool {
    let before = before.trim_end_matches(is_gap);
    let past = has_end(before, &["过去的", "過去的", "今后的", "未来的"]);
    let among = has_end(
        before,
        &[
            "的", "这", "這", "那", "每", "同", "某", "新", "又", "当", "另", "哪", "任", "第", "有", "头",
            "唯", "上", "下",
        ],
    );
    let unit = fold(rest);
    let vague = unit.starts_with(['日', '天', '秒']) && !behind.starts_with(['内', '以', '之']);
    (past || !among) && !vague
}

/// Relative years: word, offset, and the characters that make it part of another word when they stand before it.
const YEARS: [(&str, i8, &str); 14] = [
    ("今年度", 0, ""),
    ("今年", 0, ""),
    ("本年度", 0, "成资資基样版日"),
    ("本年", 0, "成资資基样版日"),
    ("去年度", -1, "过過失"),
    ("去年", -1, "过過失"),
    ("上年度", -1, "以加"),
    ("上一年度", -1, "以加"),
    ("上一年", -1, "以加"),
    ("上年", -1, "以加网早晚实际础地场会身手路岸海陆线"),
    ("前年", -2, "目之以年日月天先生"),
    ("明年", 1, "说說声聲证證表文透"),
    ("来年", 1, "以年近未将往历出"),
    ("下年", 1, "以之天属"),
];

/// Relative months, quarters and days.
const RELATIVE: [(&str, U, &str); 24] = [
    ("本月", U::RelativeMonth(0), "基日"),
    ("上月", U::RelativeMonth(-1), "以"),
    ("上个月", U::RelativeMonth(-1), "以"),
    ("上個月", U::RelativeMonth(-1), "以"),
    ("上一个月", U::RelativeMonth(-1), "以"),
    ("下月", U::RelativeMonth(1), "以"),
    ("下个月", U::RelativeMonth(1), "以"),
    ("下個月", U::RelativeMonth(1), "以"),
    ("下下个月", U::RelativeMonth(2), ""),
    ("本季度", U::RelativeQuarter(0), "基"),
    ("上季度", U::RelativeQuarter(-1), "以"),
    ("上个季度", U::RelativeQuarter(-1), "以"),
    ("下季度", U::RelativeQuarter(1), "以"),
    ("今天", U::RelativeDay(0), "如"),
    ("今日", U::RelativeDay(0), "时"),
    ("昨天", U::RelativeDay(-1), ""),
    ("昨日", U::RelativeDay(-1), ""),
    ("明天", U::RelativeDay(1), ""),
    ("明日", U::RelativeDay(1), ""),
    ("后天", U::RelativeDay(2), "先以之然今"),
    ("前天", U::RelativeDay(-2), "目之以年日月天"),
    ("后年", U::Year(Year::Relative(2)), "以之今最年日月先"),
    ("本世纪", U::RelativeCentury(0), ""),
    ("本世紀", U::RelativeCentury(0), ""),
];

/// A relative point with what follows it: 今年一季度, 本月9日.
fn relative_point(input: &str) -> Match<'_, Dated> {
    for (word, offset, _) in &YEARS {
        if let Some(rest) = input.strip_prefix(word) {
            return Ok(in_year(Year::Relative(*offset), rest));
        }
    }
    for (word, unit, _) in &RELATIVE {
        if let Some(rest) = input.strip_prefix(word) {
            return Ok(in_relative(*unit, rest));
        }
    }
    Err(NO)
}

fn in_relative(unit: U, rest: &str) -> (&str, Dated) {
    match unit {
        U::RelativeMonth(n) => {
            if let Ok((behind, day)) = small(fold(rest), 31)
                && let Ok((behind, ())) = day_sign(behind)
            {
                return (behind, Ok(Point::whole(U::RelativeMonthDay(n, day))));
            }
            match part_of_month(rest) {
                Ok((behind, MonthPart::Part(part))) if !rest.starts_with(['年', ' ', '\n']) => {
                    (behind, Ok(Point { unit, part: Some(part) }))
                }
                _ => (rest, Ok(Point::whole(unit))),
            }
        }
        U::RelativeQuarter(_) => match part_of_year(rest) {
            Ok((behind, part)) if !rest.starts_with(['年', ' ', '\n', '中']) => {
                (behind, Ok(Point { unit, part: Some(part) }))
            }
            _ => (rest, Ok(Point::whole(unit))),
        },
        U::RelativeCentury(n) => {
            let (rest, point) = century_or_decade(Err(n), rest);
            (rest, Ok(point))
        }
        _ => (rest, Ok(Point::whole(unit))),
    }
}

/// A time that begins with a word: 今年, 第三季度, 前8个月, “十四五”, 年底, 民國110年, 半年.
pub(crate) fn word_at(before: &str, input: &str) -> Option<Found> {
    let ahead = before.chars().next_back();
    match input.chars().next()? {
        '今' | '去' | '本' | '明' | '昨' | '来' | '后' => relative(ahead, input),
        '上' | '下' => {
            if let Ok((rest, n)) = half_year(input) {
                return Some(with_range(input, rest, Ok(Point::whole(U::Half(Year::Open, n)))));
            }
            for (word, offset) in [
                ("上世纪", -1),
                ("上世紀", -1),
                ("上个世纪", -1),
                ("下世纪", 1),
                ("下世紀", 1),
                ("下个世纪", 1),
            ] {
                if let Some(rest) = input.strip_prefix(word) {
                    let (rest, point) = century_or_decade(Err(offset), rest);
                    return Some(with_range(input, rest, Ok(point)));
                }
            }
            relative(ahead, input)
        }
        '前' => {
            // 前三季度 of this year; 满前3个月 and 提前2个月 count back from something.
            let starts = ahead.is_none_or(|c| {
                !c.is_alphanumeric() || matches!(c, '在' | '和' | '与' | '及' | '对' | '的' | '据')
            });
            match first_of_year(Year::Open, input) {
                Ok((rest, range)) if starts => Some(found(input, rest, range)),
                _ => relative(ahead, input),
            }
        }
        '第' => ordinal(input),
        '年' => {
            let known = input.starts_with("年底")
                || input.starts_with("年末")
                || input.starts_with("年初")
                || input.starts_with("年终")
                || input.starts_with("年終")
                || input.starts_with("年中");
            if !known || ahead.is_some_and(|c| matches!(c, '周' | '週' | '多' | '几' | '两' | '些')) {
                return None;
            }
            let middle = input.starts_with("年中");
            if middle && ahead.is_some_and(|c| c.is_alphanumeric() && !matches!(c, '到' | '至' | '在' | '于'))
            {
                return None;
            }
            let (rest, part) = part_of_year(&input['年'.len_utf8()..]).ok()?;
            Some(dated(input, rest, Ok(Point { unit: U::Year(Year::Open), part: Some(part) })))
        }
        '民' | '中' => republic(input),
        '半' => {
            let rest = &input['半'.len_utf8()..];
            if ahead.is_some_and(|c| {
                matches!(c, '上' | '下' | '前' | '后' | '後' | '多' | '大' | '个' | '年' | '天')
            }) {
                return None;
            }
            let (behind, unit) = duration_unit(rest).ok()?;
            let fits = matches!(
                unit,
                DurationUnit::Year | DurationUnit::Month | DurationUnit::Hour | DurationUnit::Day
            ) && !rest.starts_with('日');
            fits.then(|| found(input, behind, TimeValue::Duration(unit.half())))
        }
        '“' | '"' | '「' | '『' | '＂' | '‘' => quoted_plan(input),
        '十' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' => bare_plan(input),
        _ => None,
    }
}

/// Relative years, months and days, if no other word ends in their first character.
fn relative(ahead: Option<char>, input: &str) -> Option<Found> {
    for (word, offset, not_behind) in &YEARS {
        if let Some(rest) = input.strip_prefix(word) {
            let word_goes_on = begins(rest, "龄齡均轻輕幼级級薪华产代限");
            if word_goes_on || ahead.is_some_and(|c| not_behind.contains(c)) {
                return None;
            }
            return Some(year_at(Year::Relative(*offset), input, rest));
        }
    }
    for (word, unit, not_behind) in &RELATIVE {
        if let Some(rest) = input.strip_prefix(word) {
            if ahead.is_some_and(|c| not_behind.contains(c)) {
                return None;
            }
            let (rest, point) = in_relative(*unit, rest);
            return Some(with_range(input, rest, point));
        }
    }
    None
}

/// `第三季度`, `第十四个五年规划`
fn ordinal(input: &str) -> Option<Found> {
    if let Ok((rest, n)) = quarter(input) {
        let (rest, point) = quarter_part(Year::Open, n, rest);
        return Some(with_range(input, rest, point));
    }
    let rest = input.strip_prefix('第')?;
    let (rest, n) = small(fold(rest), 40).ok()?;
    let (rest, _) = one_of::<_, _, ()>("个個")(fold(rest)).ok()?;
    let rest = gap(rest).strip_prefix("五年")?;
    let rest = match strip_any(rest, &["规划", "規劃", "计划", "計劃"]) {
        Some(rest) => rest,
        None if begins(rest, "（(") => rest,
        None => return None,
    };
    Some(dated(input, rest, Ok(Point::whole(U::Plan(n)))))
}

/// `民國110年`, `中華民國八十五年十二月二十七日`
fn republic(input: &str) -> Option<Found> {
    let rest = strip_any(input, &["中華民國", "中华民国", "民國", "民国"])?;
    let (rest, (n, _)) = whole_number(fold(rest)).ok()?;
    let year = i16::try_from(n).ok().filter(|n| (1..=300).contains(n))? + 1911;
    let (rest, ()) = year_sign(rest).ok()?;
    Some(year_at(Year::Given(year), input, rest))
}

/// The number of a plan: 一五 is the first, 十五 the tenth, 十四五 the fourteenth.
fn plan_number(text: &str) -> Option<u8> {
    let stem = text.strip_suffix('五')?;
    let digit = |s: &str| {
        "一二三四五六七八九".chars().position(|c| s.chars().eq([c])).and_then(|i| u8::try_from(i + 1).ok())
    };
    match stem.strip_prefix('十') {
        Some("") => Some(10),
        Some(unit) => digit(unit).map(|n| n + 10),
        None => digit(stem),
    }
}

/// `“十四五”`, with 末 and 初
fn quoted_plan(input: &str) -> Option<Found> {
    let (open, close) = match input.chars().next()? {
        '“' => ('“', "”"),
        '‘' => ('‘', "’"),
        '「' => ('「', "」"),
        '『' => ('『', "』"),
        c => (c, if c == '"' { "\"" } else { "＂" }),
    };
    let inside = &input[open.len_utf8()..];
    let end = inside.char_indices().take(7).find(|(_, c)| close.starts_with(*c))?.0;
    let text = inside[..end].trim_matches(is_gap);
    let compact = text.chars().filter(|c| !is_gap(*c) && *c != '\n');
    let mut buffer = [0; 12];
    let mut len = 0;
    for c in compact {
        if len + c.len_utf8() > buffer.len() {
            return None;
        }
        len += c.encode_utf8(&mut buffer[len..]).len();
    }
    let n = plan_number(core::str::from_utf8(&buffer[..len]).ok()?)?;
    let rest = &inside[end + close.len()..];
    let (rest, part) = part_of_plan(rest);
    Some(dated(input, rest, Ok(Point { unit: U::Plan(n), part })))
}

fn part_of_plan(input: &str) -> (&str, Option<Part>) {
    const PARTS: [(&str, Part); 5] = [
        ("时期末", Part::End),
        ("期末", Part::End),
        ("末", Part::End),
        ("初期", Part::Start),
        ("初", Part::Start),
    ];
    entry(input, &PARTS).map_or((input, None), |(rest, part)| (rest, Some(part)))
}

/// `十四五时期`: without quotes only where a word for a period or plan follows.
fn bare_plan(input: &str) -> Option<Found> {
    let len = input
        .char_indices()
        .take(4)
        .find(|(_, c)| !matches!(c, '十' | '一'..='九') && !"一二三四五六七八九".contains(*c))?
        .0;
    let n = plan_number(&input[..len]).filter(|n| *n >= 11)?;
    let rest = &input[len..];
    let follows = ["时期", "時期", "期间", "期間", "规划", "規劃", "以来", "末", "开局", "收官", "计划"];
    follows.iter().any(|w| rest.starts_with(w)).then(|| {
        let (rest, part) = part_of_plan(rest);
        dated(input, rest, Ok(Point { unit: U::Plan(n), part }))
    })
}

// ---------------------------------------------------------------------------------------------------------------------
// Bounds
// ---------------------------------------------------------------------------------------------------------------------

/// What the words around a time make of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Context {
    pub bound: Option<TimeBound>,
    pub approximate: bool,
    /// Bytes before the time that belong to its extent.
    pub back: usize,
    /// Bytes behind it that do.
    pub ahead: usize,
}

/// Words before a time.
const BEFORE: [(&str, Option<TimeBound>); 30] = [
    ("截止到", Some(TimeBound::By)),
    ("截至到", Some(TimeBound::By)),
    ("截至", Some(TimeBound::By)),
    ("截止", Some(TimeBound::By)),
    ("直到", Some(TimeBound::By)),
    ("力争到", Some(TimeBound::By)),
    ("到", Some(TimeBound::By)),
    ("至", Some(TimeBound::By)),
    ("自从", Some(TimeBound::Since)),
    ("自", Some(TimeBound::Since)),
    ("从", Some(TimeBound::Since)),
    ("從", Some(TimeBound::Since)),
    ("过去的", Some(TimeBound::Last)),
    ("过去", Some(TimeBound::Last)),
    ("過去", Some(TimeBound::Last)),
    ("最近", Some(TimeBound::Last)),
    ("近", Some(TimeBound::Last)),
    ("未来", Some(TimeBound::Next)),
    ("未來", Some(TimeBound::Next)),
    ("今后", Some(TimeBound::Next)),
    ("今後", Some(TimeBound::Next)),
    ("下一个", Some(TimeBound::Next)),
    ("接下来", Some(TimeBound::Next)),
    ("上", Some(TimeBound::Last)),
    ("前", Some(TimeBound::Last)),
    ("下", Some(TimeBound::Next)),
    ("后", Some(TimeBound::Next)),
    ("大约", None),
    ("约", None),
    ("約", None),
];

/// Words behind a time, the bound they give a point, and the one they give a length of time.
const AFTER: [(&str, Option<TimeBound>, Option<TimeBound>); 29] = [
    ("及以前", Some(TimeBound::By), Some(TimeBound::By)),
    ("或之前", Some(TimeBound::By), Some(TimeBound::By)),
    ("及之前", Some(TimeBound::By), Some(TimeBound::By)),
    ("或之后", Some(TimeBound::After), Some(TimeBound::After)),
    ("及之后", Some(TimeBound::After), Some(TimeBound::After)),
    ("及以后", Some(TimeBound::After), Some(TimeBound::After)),
    ("以来", Some(TimeBound::Since), Some(TimeBound::Last)),
    ("以來", Some(TimeBound::Since), Some(TimeBound::Last)),
    ("之前", Some(TimeBound::By), Some(TimeBound::By)),
    ("以前", Some(TimeBound::By), Some(TimeBound::By)),
    ("之后", Some(TimeBound::After), Some(TimeBound::After)),
    ("以后", Some(TimeBound::After), Some(TimeBound::After)),
    ("之後", Some(TimeBound::After), Some(TimeBound::After)),
    ("以後", Some(TimeBound::After), Some(TimeBound::After)),
    ("之内", None, Some(TimeBound::Within)),
    ("之內", None, Some(TimeBound::Within)),
    ("以内", None, Some(TimeBound::Within)),
    ("以內", None, Some(TimeBound::Within)),
    ("开始", Some(TimeBound::Since), None),
    ("前后", None, None),
    ("前後", None, None),
    ("左右", None, None),
    ("内", None, Some(TimeBound::Within)),
    ("內", None, Some(TimeBound::Within)),
    ("来", None, Some(TimeBound::Last)),
    ("來", None, Some(TimeBound::Last)),
    ("后", Some(TimeBound::After), Some(TimeBound::After)),
    ("後", Some(TimeBound::After), Some(TimeBound::After)),
    ("起", Some(TimeBound::Since), None),
];

impl Context {
    /// Reads the words on both sides of a time.
    pub fn around(before: &str, after: &str, value: &TimeValue) -> Self {
        let length = matches!(value, TimeValue::Duration(_) | TimeValue::Durations(..));
        let mut context = Self::default();
        context.read_after(after, length);
        context.read_before(before, length);
        context
    }

    fn read_after(&mut self, after: &str, length: bool) {
        let mut rest = after;
        for word in ["时期", "時期", "期间", "期間", "年间", "间", "間", "底"] {
            if let Some(behind) = rest.strip_prefix(word) {
                rest = behind;
                break;
            }
        }
        let trimmed = gap(rest);
        if let Some((word, point, duration)) = AFTER.iter().find(|(word, ..)| trimmed.starts_with(word)) {
            let behind = &trimmed[word.len()..];
            if !goes_on(word, behind) {
                self.bound = if length { *duration } else { *point };
                self.approximate = matches!(*word, "左右" | "前后" | "前後");
                if self.bound.is_some() || self.approximate {
                    rest = behind;
                }
            }
        } else if let Some(behind) = trimmed.strip_prefix('前')
            && !begins(behind, "三期半沿列身景述提往来进瞻夕几十五")
        {
            self.bound = Some(TimeBound::By);
            rest = behind;
        }
        if let Some(behind) = rest.strip_prefix("至今").or_else(|| rest.strip_prefix('止')) {
            rest = behind;
        }
        self.ahead = after.len() - rest.len();
    }

    fn read_before(&mut self, before: &str, length: bool) {
        let trimmed = before.trim_end_matches(|c| is_gap(c) || c == '\n');
        let Some((word, bound)) = BEFORE.iter().find(|(word, _)| trimmed.ends_with(word)) else { return };
        let in_front = trimmed[..trimmed.len() - word.len()].chars().next_back();
        let fits = match bound {
            // 上两个月, 下三年: only where no other word can end in the character.
            Some(TimeBound::Last | TimeBound::Next) if word.chars().count() == 1 && *word != "近" => {
                length && in_front.is_none_or(|c| !c.is_alphanumeric())
            }
            Some(TimeBound::Last | TimeBound::Next) => {
                length && (*word != "近" || !in_front.is_some_and(|c| "附接临最邻靠".contains(c)))
            }
            Some(TimeBound::By) if length => false,
            // 达到, 提高到: the time behind is not what they reach.
            Some(TimeBound::By) => {
                !(matches!(*word, "到" | "至")
                    && in_front.is_some_and(|c| "达達得感甚乃直以夏冬".contains(c) && c != '直'))
            }
            // 从 bounds only together with 起 or 以来.
            Some(TimeBound::Since) if matches!(*word, "从" | "從") => self.bound == Some(TimeBound::Since),
            Some(TimeBound::Since) => !length && !in_front.is_some_and(|c| "各来來亲独服顺听".contains(c)),
            _ => true,
        };
        if !fits {
            return;
        }
        self.back = before.len() - trimmed.len() + word.len();
        match bound {
            Some(TimeBound::Last | TimeBound::Next) => self.bound = *bound,
            Some(_) => self.bound = self.bound.or(*bound),
            None => self.approximate = true,
        }
    }
}

/// Words that begin with the word of a bound: 2013年起草, 2021年后续.
fn goes_on(word: &str, behind: &str) -> bool {
    match word {
        "起" => begins(behind, "草点步义诉火重码到飞伏跑降来源算"),
        "后" | "後" => begins(behind, "续續期备勤者面台端方半疫天"),
        "内" | "內" => begins(behind, "部容外地蒙陆需在涵政阁控贸河"),
        "来" | "來" => begins(behind, "源自到说看访华的信电临年") && !behind.starts_with("的"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    fn read(text: &str) -> (alloc::string::String, &str) {
        let (found, text) = match text.split_once('|') {
            Some((before, text)) => (at(before, text), text),
            None => (at("", text), text),
        };
        match found {
            None => ("-".into(), ""),
            Some(Found { value: None, len }) => ("impossible".into(), &text[..len]),
            Some(Found { value: Some(v), len }) => (v.to_string(), &text[..len]),
        }
    }

    fn at(before: &str, text: &str) -> Option<Found> {
        let n = number(text).ok();
        let digits = if crate::numeral::starts_number(text.chars().next()?) {
            digits_at(before, text, n.as_ref().map(|(rest, n)| (n, *rest)))
        } else {
            None
        };
        digits.or_else(|| word_at(before, text))
    }

    #[test]
    fn points() {
        for (text, value, span) in [
            ("2021年", "2021", "2021年"),
            ("２０２１年度", "2021", "２０２１年度"),
            ("二○二一年四月", "2021-04", "二○二一年四月"),
            ("2021 年 3 月 30 日发", "2021-03-30", "2021 年 3 月 30 日"),
            ("2021-03-30 09", "2021-03-30", "2021-03-30"),
            ("2021.03.30", "2021-03-30", "2021.03.30"),
            ("2021/3/30）", "2021-03-30", "2021/3/30"),
            ("3月30日", "XXXX-03-30", "3月30日"),
            ("十一月十日", "XXXX-11-10", "十一月十日"),
            ("3月份的", "XXXX-03", "3月份"),
            ("30日在", "XXXX-XX-30", "30日"),
            ("2021年上半年", "2021-H1", "2021年上半年"),
            ("下半年", "XXXX-H2", "下半年"),
            ("2021年第三季度", "2021-Q3", "2021年第三季度"),
            ("一季度", "XXXX-Q1", "一季度"),
            ("1季度中国", "XXXX-Q1", "1季度"),
            ("第四季度", "XXXX-Q4", "第四季度"),
            ("3月上旬", "XXXX-03-T1", "3月上旬"),
            ("2025年初", "2025-start", "2025年初"),
            ("2025年初步", "2025", "2025年"),
            ("2025年中，", "2025-mid", "2025年中"),
            ("2025 年中心城", "2025", "2025 年"),
            ("2025年底前", "2025-end", "2025年底"),
            ("3月底", "XXXX-03-end", "3月底"),
            ("年底", "XXXX-end", "年底"),
            ("年终", "XXXX-end", "年终"),
            ("年终奖", "-", ""),
            ("民國110年", "2021", "民國110年"),
            ("中華民國八十五年十二月九日", "1996-12-09", "中華民國八十五年十二月九日"),
            ("15年3月2日", "XX15-03-02", "15年3月2日"),
            ("零七年八月", "XX07-08", "零七年八月"),
            ("2月30日", "impossible", "2月30日"),
            ("2021年13月45日", "impossible", "2021年13月45日"),
            ("12月32日", "impossible", "12月32日"),
            ("17号线", "-", ""),
            ("移动", "-", ""),
            ("4/5G", "-", ""),
        ] {
            assert_eq!(read(text), (value.into(), span), "{text}");
        }
    }

    #[test]
    fn relative_and_periods() {
        for (text, value, span) in [
            ("今年一季度", "Y+0-Q1", "今年一季度"),
            ("去年10月初", "Y-1-10-start", "去年10月初"),
            ("去年前三季度", "Y-1-Q1/Y-1-Q3", "去年前三季度"),
            ("今年底", "Y+0-end", "今年底"),
            ("今年年底", "Y+0-end", "今年年底"),
            ("本月9日", "M+0-09", "本月9日"),
            ("上个月", "M-1", "上个月"),
            ("今天", "D+0", "今天"),
            ("上年度", "Y-1", "上年度"),
            ("60岁以|上年轻人", "-", ""),
            ("说|明年度", "-", ""),
            ("目|前年均", "-", ""),
            ("过|去年代", "-", ""),
            ("“十四五”时期", "FYP14", "“十四五”"),
            ("“十五”", "FYP10", "“十五”"),
            ("“九五”期间", "FYP9", "“九五”"),
            ("“十四五”末", "FYP14-end", "“十四五”末"),
            ("“八七”扶贫", "-", ""),
            ("十四五规划", "FYP14", "十四五"),
            ("十四五个", "-", ""),
            ("第十四个五年规划", "FYP14", "第十四个五年规划"),
            ("20世纪90年代", "199X", "20世纪90年代"),
            ("九十年代初", "XX9X-start", "九十年代初"),
            ("21世纪", "20XX", "21世纪"),
            ("本世纪中叶", "C+0-mid", "本世纪中叶"),
            ("下世纪初", "C+1-start", "下世纪初"),
            ("前三季度", "XXXX-Q1/XXXX-Q3", "前三季度"),
            ("前10个月", "XXXX-01/XXXX-10", "前10个月"),
            ("提|前2个月", "-", ""),
        ] {
            assert_eq!(read(text), (value.into(), span), "{text}");
        }
    }

    #[test]
    fn ranges() {
        for (text, value, span) in [
            ("2014-2020年", "2014/2020", "2014-2020年"),
            ("2014年至2020年", "2014/2020", "2014年至2020年"),
            ("2012-13年度", "2012/2013", "2012-13年度"),
            ("2022-23至2031-32年度", "2022/2032", "2022-23至2031-32年度"),
            ("1—9月", "XXXX-01/XXXX-09", "1—9月"),
            ("2019年1-5月", "2019-01/2019-05", "2019年1-5月"),
            ("2018年2——4月", "2018-02/2018-04", "2018年2——4月"),
            ("2017年8月至11月", "2017-08/2017-11", "2017年8月至11月"),
            ("2017年8月至2018年3月", "2017-08/2018-03", "2017年8月至2018年3月"),
            ("3月19日至20日", "XXXX-03-19/XXXX-03-20", "3月19日至20日"),
            ("6月11-13日", "XXXX-06-11/XXXX-06-13", "6月11-13日"),
            ("2021年2月14日至16日", "2021-02-14/2021-02-16", "2021年2月14日至16日"),
            ("2020-05-26至2020-05-29", "2020-05-26/2020-05-29", "2020-05-26至2020-05-29"),
            ("2021年到北京", "2021", "2021年"),
            ("2020-2014年", "-", ""),
        ] {
            assert_eq!(read(text), (value.into(), span), "{text}");
        }
    }

    #[test]
    fn durations() {
        for (text, value, span) in [
            ("三年内", "P3Y", "三年"),
            ("6个月", "P6M", "6个月"),
            ("半年", "P6M", "半年"),
            ("半个月", "P0.5M", "半个月"),
            ("15个工作日", "P15WD", "15个工作日"),
            ("24小时", "PT24H", "24小时"),
            ("4小时22分39秒", "PT4H22M39S", "4小时22分39秒"),
            ("1.12小时", "PT1.12H", "1.12小时"),
            ("三·○七天", "P3.07D", "三·○七天"),
            ("3至5年", "P3Y/P5Y", "3至5年"),
            ("3年以上7年以下", "P3Y/P7Y", "3年以上7年以下"),
            ("30日内", "P30D", "30日"),
            ("90日", "P90D", "90日"),
            ("公示|5日", "P5D", "5日"),
            ("30~90日", "P30D/P90D", "30~90日"),
            ("一年半", "P1Y6M", "一年半"),
            ("两个半月", "P2.5M", "两个半月"),
            ("1年2个月", "P1Y2M", "1年2个月"),
            ("两年零三个月", "P2Y3M", "两年零三个月"),
            ("30多年来", "P30Y", "30多年"),
            ("17个多月", "P17M", "17个多月"),
            ("一两年", "P1Y/P2Y", "一两年"),
            ("五年计划", "-", ""),
            ("三年级", "-", ""),
            ("100年一遇", "-", ""),
            ("40周年", "-", ""),
            ("的|一年", "-", ""),
            ("过去的|一年", "P1Y", "一年"),
            ("千年", "-", ""),
        ] {
            assert_eq!(read(text), (value.into(), span), "{text}");
        }
    }

    #[test]
    fn bounds() {
        use TimeBound as B;
        for (before, text, after, bound, approximate) in [
            ("到", "2025年", "，", Some(B::By), false),
            ("", "2025年底", "前", Some(B::By), false),
            ("截至", "2020年底", "", Some(B::By), false),
            ("", "2030年", "以前", Some(B::By), false),
            ("", "2030年", "前列", None, false),
            ("自", "2021年1月1日", "起施行", Some(B::Since), false),
            ("", "2013年", "起草", None, false),
            ("", "2013年", "以来", Some(B::Since), false),
            ("", "1978年", "以后", Some(B::After), false),
            ("", "2021年", "后续", None, false),
            ("", "三年", "内", Some(B::Within), false),
            ("近", "三年", "", Some(B::Last), false),
            ("", "五年", "来", Some(B::Last), false),
            ("未来", "五年", "内", Some(B::Next), false),
            ("", "三年", "后", Some(B::After), false),
            ("", "2020年", "左右", None, true),
            ("约", "三年", "", None, true),
            ("", "2020年", "前后", None, true),
        ] {
            let value = whole(text).unwrap();
            let context = Context::around(before, after, &value);
            assert_eq!((context.bound, context.approximate), (bound, approximate), "{before}{text}{after}");
        }
    }
}
