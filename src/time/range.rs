//! Two times that make a range: 2014—2020年, 3月至5月, 五六十年代, 6月11-13日.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::day_exists;
use super::digits::iso;
use super::duration::{duration, is_counted, is_named, scaled};
use super::grammar::{Dated, Found, dated, found};
use super::numbered::one_of_so_many;
use super::parts::{
    THIRDS, day_sign, four_digits, in_month, in_year, month_sign, point, quarter, small, two_thirds,
    whole_number, year_sign,
};
use super::value::{CalendarUnit as U, Point, TimeValue, Year};
use super::word::{part_of_period, relative_point};
use crate::charset::CharSet;
use crate::few::few;
use crate::numeral::{Notation, Number, number};
use crate::token::{CONNECTORS, Match, NO, entry, fold, gap, goes_on_with_number, strip_any};

/// `connector = 起至 | — | - | ~ | 至 | 到 …`
pub(super) fn connector(input: &str) -> Match<'_, ()> {
    let at = gap(input);
    if !CONNECTS.begins(at) {
        return Err(NO);
    }
    let rest = at.strip_prefix("起至").or_else(|| Some(CONNECTORS.strip(at)?.0)).ok_or(NO)?;
    // A page may break the line there: 1953年到⏎1980年.
    Ok((fold(rest), ()))
}

/// The last point of a range, which may leave out what it shares with the first: 3月19日至20日.
pub(super) fn until(first: Point, input: &str) -> Match<'_, Dated> {
    // A page may break the line before 至, too.
    let over_line = || gap(input).starts_with('\n') && few!("至到").begins(fold(input));
    let (rest, ()) = connector(if over_line() { fold(input) } else { input })?;
    // 8月至次年3月
    if let (Some(rest), Some(year)) = (strip_any(rest, &["次年", "翌年", "第二年"]), first.year())
        && let Ok((rest, (month, _))) = whole_number(fold(rest))
        && let Ok((rest, ())) = month_sign(rest)
    {
        return Ok(in_month(after(year), month, rest));
    }
    if let Ok((rest, point)) = iso(rest) {
        return Ok((rest, point));
    }
    if let (U::Quarter(year, _), Ok((rest, n))) = (first.unit, quarter(rest)) {
        return Ok((rest, Ok(Point::whole(U::Quarter(year, n)))));
    }
    // 3月上旬至中旬
    if let (U::Third(year, month, from), Ok((rest, n))) = (first.unit, entry(rest, &THIRDS))
        && from < n
    {
        return Ok((rest, Ok(Point::whole(U::Third(year, month, n)))));
    }
    if let U::Decade(_) | U::DecadeOnly(_) | U::RelativeDecade(..) = first.unit {
        return decade_until(first.unit, rest).ok_or(NO);
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
        (Some(Year::Open), Some(year)) => in_the_year_after(first, inherited.with_year(year)),
        _ => inherited,
    };
    Ok((rest, Ok(inherited)))
}

/// The year after another; that of one which is not written is not written either: 11月至2月.
const fn after(year: Year) -> Year {
    match year {
        Year::Given(y) => Year::Given(y + 1),
        Year::Relative(n) => Year::Relative(n.saturating_add(1)),
        year => year,
    }
}

/// The last point of a range in the year after that of the first, if it has the year from it and an earlier month: 2021年11月至2月,
/// 2021年12月30日至1月2日.
pub(super) fn in_the_year_after(first: Point, last: Point) -> Point {
    let month = |point: Point| match point.unit {
        U::Month(_, month) | U::Third(_, month, _) | U::Day(_, month, _) => Some(month),
        _ => None,
    };
    match (month(first), month(last), first.year()) {
        (Some(a), Some(b), Some(year)) if b < a => last.with_year(after(year)),
        _ => last,
    }
}

/// The last decade of a range, in the century of the first: 20世纪80年代至90年代.
#[cold] // as few are
fn decade_until(first: U, input: &str) -> Option<(&str, Dated)> {
    let (rest, (n, _)) = whole_number(input).ok()?;
    let rest = fold(rest).strip_prefix("年代")?;
    let decade = one_of_so_many(n, 99).filter(|n| n % 10 == 0)? / 10;
    let unit = match first {
        U::Decade(year) => U::Decade(year - year % 100 + u16::from(decade) * 10),
        U::RelativeDecade(century, _) => U::RelativeDecade(century, decade),
        _ => U::DecadeOnly(decade),
    };
    let (rest, part) = part_of_period(rest);
    Some((rest, Ok(Point { unit, part })))
}

/// What a range goes on with behind its first point.
pub(super) static RANGES: CharSet =
    CharSet::of("和与 \u{a0}\u{3000}\t\n").and_all('\u{2002}', '\u{200a}').or(&CONNECTS);

/// A point with the range it may begin.
pub(super) fn with_range<'a>(input: &'a str, rest: &'a str, first: Dated) -> Found {
    if !RANGES.begins(rest) {
        return dated(input, rest, first);
    }
    let Ok(first) = first else {
        // 2月30日至3月2日: a range that begins on no day is none, and its end no time of its own.
        let rest = until(Point::whole(U::Year(Year::Open)), rest).map_or(rest, |(rest, _)| rest);
        return dated(input, rest, Err(()));
    };
    // 2015年和2018年之间
    if let Some(Ok((behind, Ok(last)))) = rest.strip_prefix(['和', '与']).map(|r| point(gap(r)))
        && comparable(first, last)
        && few!("间").begins(behind.strip_prefix('之').unwrap_or(behind))
    {
        return found(input, behind, TimeValue::Range(first, last));
    }
    match until(first, rest) {
        Ok((rest, Ok(last))) if comparable(first, last) => found(input, rest, TimeValue::Range(first, last)),
        Ok((rest, Err(()))) => dated(input, rest, Err(())),
        _ => dated(input, rest, Ok(first)),
    }
}

/// What relative years are compared from.
const SOME_DAY: Date = jiff::civil::date(2000, 6, 15);

/// Whether two points can bound a range: a day and a day, a month and a month, …, and not the second before the first.
pub(super) fn comparable(first: Point, last: Point) -> bool {
    let ordered = match (first.unit, last.unit) {
        (U::Year(Year::Given(a)), U::Year(Year::Given(b))) => a < b,
        (U::Day(a, m, d), U::Day(b, n, e)) if a == b => (m, d) < (n, e) || a == Year::Open && m != n,
        (U::DayOfMonth(a), U::DayOfMonth(b)) => a < b,
        (U::Quarter(a, m), U::Quarter(b, n)) if a == b => m < n,
        (U::Decade(a), U::Decade(b)) => a < b,
        (U::RelativeDecade(_, a), U::RelativeDecade(_, b)) => a < b,
        _ => true,
    };
    let rank = |p: Point| match p.unit {
        U::Year(_) => 1,
        U::Half(..) => 2,
        U::Quarter(..) | U::RelativeQuarter(_) => 3,
        U::Month(..) | U::RelativeMonth(_) | U::Third(..) | U::RelativeThird(..) => 4,
        U::Day(..) | U::DayOfMonth(_) | U::RelativeMonthDay(..) | U::RelativeDay(_) => 5,
        U::Decade(_) | U::DecadeOnly(_) | U::RelativeDecade(..) => 6,
        U::Century(_) | U::RelativeCentury(_) => 7,
        U::Plan(_) => 8,
    };
    // 2021年11月至2021年2月 goes back.
    let stated = matches!(
        (first.year(), last.year()),
        (Some(Year::Given(_)), Some(Year::Given(_))) | (Some(Year::Relative(_)), Some(Year::Relative(_)))
    );
    if stated && TimeValue::Range(first, last).resolve(SOME_DAY).is_none() {
        return false;
    }
    // 1985年到1989年9月: both years are stated.
    let dated = matches!((first.year(), last.year()), (Some(Year::Given(a)), Some(Year::Given(b))) if a < b);
    ordered && (rank(first) == rank(last) || dated)
}

/// A range whose first number leaves its sign to the last: 2014-2020年, 1—9月, 11-13日, 3至5年, 2022-23至2031-32年度.
#[cold] // as few are
pub(super) fn elided(before: &str, input: &str, n: &Number, rest: &str) -> Option<Found> {
    let (behind, ()) = connector(rest).ok()?;
    let (behind, (last, shape)) = whole_number(behind).ok()?;
    if let Some(year) = four_digits(n) {
        let mut end = year_of(last, &shape, year)?;
        let mut behind = behind;
        // 2022-23至2031-32年度
        if let Ok((next, ())) = connector(behind)
            && let Ok((next, (_from, shape))) = whole_number(next)
        {
            let from = four_digits(&shape)?;
            end = from;
            behind = next;
            if let Ok((next, ())) = connector(behind) {
                let (next, (to, shape)) = whole_number(next).ok()?;
                end = year_of(to, &shape, from)?;
                behind = next;
            }
        }
        let (behind, ()) = year_sign(behind).ok().filter(|(behind, ())| !behind.starts_with('代'))?;
        return years_and_part(input, behind, year, end);
    }
    if n.decimal || n.grouped { None } else { between(before, input, n, &shape, behind) }
}

/// The last year of a range, of four digits or of the last two: 2012-13, 1995—05.
fn year_of(n: u32, shape: &Number, from: i16) -> Option<i16> {
    /// How many years a range over the end of a century has at most: 2020-14 is none.
    const LONG: i16 = 30;
    four_digits(shape).or_else(|| {
        let n = i16::try_from(n).ok().filter(|n| shape.digits == 2 && *n < 100)?;
        let full = from - from % 100 + n;
        Some(if full > from { full } else { full + 100 }).filter(|year| full > from || *year <= from + LONG)
    })
}

/// 2019/20年度, 2019/20至2023/24年度: years of two halves, from the first through the last one.
#[cold] // as few are
pub(super) fn seasons(input: &str, n: &Number, rest: &str) -> Option<Found> {
    let half = |rest: &'_ str, from| -> Option<(usize, i16)> {
        let (behind, (n, shape)) = whole_number(rest.strip_prefix(['/', '／'])?).ok()?;
        let next = year_of(n, &shape, from).filter(|year| shape.digits == 2 && *year == from + 1)?;
        Some((behind.len(), next))
    };
    let at = |left: usize| &input[input.len() - left..];
    let first = four_digits(n)?;
    let (left, mut last) = half(rest, first)?;
    let mut rest = at(left);
    if let Ok((next, ())) = connector(rest) {
        let (behind, (_, shape)) = whole_number(next).ok()?;
        let (left, year) = half(behind, four_digits(&shape)?)?;
        (rest, last) = (at(left), year);
    }
    let rest = strip_any(fold(rest), &["年度", "财政年度", "财年", "学年"])?;
    years(input, rest, first, last)
}

/// From one year through another, or through a part of that: 2012—2014年上半年.
fn years_and_part<'a>(input: &'a str, rest: &'a str, first: i16, last: i16) -> Option<Found> {
    if few!("上下一二三四第").begins(rest)
        && first < last
        && let (behind, Ok(point)) = in_year(Year::Given(last), rest)
        && matches!(point.unit, U::Half(..) | U::Quarter(..))
    {
        let first = Point::whole(U::Year(Year::Given(first)));
        return Some(found(input, behind, TimeValue::Range(first, point)));
    }
    years(input, rest, first, last)
}

/// From one year through another.
fn years<'a>(input: &'a str, rest: &'a str, first: i16, last: i16) -> Option<Found> {
    let point = |year| Point::whole(U::Year(Year::Given(year)));
    (first < last).then(|| found(input, rest, TimeValue::Range(point(first), point(last))))
}

/// From one number of months, days, quarters, decades or the like through another; their sign stands behind the last one.
fn between(before: &str, input: &str, n: &Number, shape: &Number, behind: &str) -> Option<Found> {
    let (first, last) = (n.whole()?, shape.whole()?);
    let small = |n: u32, max: u8| u8::try_from(n).ok().filter(|n| (1..=max).contains(n));
    if let Ok((behind, ())) = month_sign(behind) {
        let (first, last) = (small(first, 12)?, small(last, 12)?);
        let (a, b) = (Point::whole(U::Month(Year::Open, first)), Point::whole(U::Month(Year::Open, last)));
        // 11-2月 is a winter.
        let winter = first >= 10 && last <= 4 && shape.notation == n.notation;
        return (first < last || winter).then(|| found(input, behind, TimeValue::Range(a, b)));
    }
    if let Ok((after, ())) = day_sign(behind)
        && let (Some(first), Some(last)) = (small(first, 31), small(last, 31))
        && first < last
        && !is_counted(before, after)
        // 国发〔2014〕4-6号 numbers documents.
        && !(fold(behind).starts_with('号') && few!("〕]］】}｝").ends(before))
        && (n.notation != Notation::Han || is_named(before, after))
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
    if let Some(behind) = fold(behind).strip_prefix("年代") {
        let decade = |n: u32| small(n, 99).filter(|n| n % 10 == 0).map(|n| U::DecadeOnly(n / 10));
        let (first, last) = (decade(first)?, decade(last)?);
        let (behind, part) = part_of_period(behind);
        let range = TimeValue::Range(Point::whole(first), Point { unit: last, part });
        return (n.low < shape.low).then(|| found(input, behind, range));
    }
    let (behind, high) = duration(shape.low?, behind).ok()?;
    let low = scaled(n.low?, high)?;
    // 114-117年 are years of the Republic without its name.
    if (100..200).contains(&first) && n.notation == Notation::Arabic && !high.years.is_zero() {
        return None;
    }
    (n.low < shape.low).then(|| found(input, behind, TimeValue::Durations(low, high)))
}

/// Neighbours with 、 between them, which leave their sign to the last: 两、三年, 5月11、12日, 一、二季度, 2022、2023年.
#[cold] // as few are
pub(super) fn listed(before: &str, input: &str, n: &Number, rest: &str) -> Option<Found> {
    /// How many may stand in a row: a month for each of a year.
    const MOST: usize = 12;
    if n.grouped || n.magnitude {
        return None;
    }
    let first = n.whole()?;
    let (mut last, mut shape, mut rest) = (first, *n, rest);
    let mut steps = None;
    for _ in 1..MOST {
        let Some(next) = gap(rest).strip_prefix('、') else { break };
        let (behind, (mut value, mut number)) = whole_number(gap(next)).ok()?;
        // 十五、六天
        if n.notation == Notation::Han && last > 10 && value < 10 {
            value = value.checked_add(last - last % 10)?;
            number.low = Some(value.into());
        }
        let step = value.checked_sub(last).filter(|step| *step > 0)?;
        if number.grouped || steps.is_some_and(|steps| steps != step) {
            return None;
        }
        (last, shape, rest, steps) = (value, number, behind, Some(step));
    }
    let step = steps?;
    if let (Some(first), Some(last)) = (four_digits(n), four_digits(&shape)) {
        // 1979、1980两年
        let both = entry(rest, &[("两年", 1), ("二年", 1), ("三年", 2)]);
        let rest = match both {
            Ok((rest, more)) if i32::from(last - first) == more => rest,
            _ => year_sign(rest).ok().filter(|(behind, ())| !behind.starts_with('代'))?.0,
        };
        return if step == 1 { years(input, rest, first, last) } else { None };
    }
    let two = first + step == last;
    let unit = gap(rest);
    if unit.starts_with("年代") || few!("月日号季").begins(unit) {
        // These are as likely to be a few that stand apart, and no more than their neighbours make one stretch.
        let near = if unit.starts_with('年') { 10 } else { 1 };
        // 5、6号 are days of a month that stands before them.
        let numbered = unit.starts_with('号') && !before.ends_with('月');
        return if step == near && !numbered { between(before, input, n, &shape, rest) } else { None };
    }
    // A number at the start of a sentence may head it, and that of a table is no length: 一、两年来的工作.
    let inside = goes_on_with_number(before);
    // 二、三十年
    let tens = n.notation == Notation::Han && first < 10 && (20..100).contains(&last) && last % 10 == 0;
    let (low, high) = if tens { (first, last / 10) } else { (first, last) };
    let neighbours = high == low + 1 || n.notation == Notation::Han && (low, high) == (3, 5);
    let low = Number { low: Some((if tens { 10 * first } else { first }).into()), ..*n };
    (two && inside && neighbours).then(|| between(before, input, &low, &shape, rest)).flatten()
}

/// Numbers that leave their sign to the last of them, with the sign of a range or 、 between them, or as one numeral: 七八月.
pub(super) fn joined(before: &str, input: &str, n: &Number, rest: &str) -> Option<Found> {
    match n.high {
        Some(high) => {
            let near = n.low.is_some_and(|low| {
                let step = high - low;
                step == Decimal::ONE || step == Decimal::TEN
            });
            let (low, high) = (Number { high: None, ..*n }, Number { low: Some(high), high: None, ..*n });
            near.then(|| between(before, input, &low, &high, rest)).flatten()
        }
        None if gap(rest).starts_with('、') => listed(before, input, n, rest),
        None => elided(before, input, n, rest),
    }
}

/// `第二至第四季度`, `第一、二季度`
#[cold] // as few are
pub(super) fn quarters(year: Year, input: &str) -> Match<'_, TimeValue> {
    let (rest, first) = small(fold(input.strip_prefix('第').ok_or(NO)?), 4)?;
    let (mut last, mut rest) = (first, rest);
    loop {
        let next = gap(rest).strip_prefix('、');
        let to = match next {
            Some(next) => next,
            None if last == first => connector(rest)?.0,
            None => break,
        };
        let (behind, n) = small(gap(to.strip_prefix('第').unwrap_or(to)), 4)?;
        if n <= last || next.is_some() && n != last + 1 {
            return Err(NO);
        }
        (last, rest) = (n, behind);
    }
    let rest = gap(rest).strip_prefix("季度").ok_or(NO)?;
    let point = |n| Point::whole(U::Quarter(year, n));
    Ok((rest, TimeValue::Range(point(first), point(last))))
}

/// Two decades that share a century: 五六十年代, 80、90年代, 80至90年代.
pub(super) fn decades(input: &str) -> Option<(&str, Point, Point)> {
    let input = fold(input);
    let (rest, n) = number(input).ok()?;
    match joined("", input, &n, rest)? {
        Found { value: Some(TimeValue::Range(a, b)), len } if matches!(a.unit, U::DecadeOnly(_)) => {
            Some((&input[len..], a, b))
        }
        _ => None,
    }
}

/// What the signs and words between the two ends of a range begin with.
pub(super) static CONNECTS: CharSet = CharSet::of("起").or(&CONNECTORS.first_chars());

/// A month and two days of it: 6月11-13日.
pub(super) fn day_range<'a>(input: &'a str, rest: &'a str, point: Dated) -> Found {
    if let Ok(Point { unit: U::Month(year, month), part: None }) = point
        && let Ok((after, n)) = number(fold(rest))
        && let Some(Found { value: Some(TimeValue::Range(a, b)), len }) = joined("月", fold(rest), &n, after)
        && let (U::DayOfMonth(a), U::DayOfMonth(b)) = (a.unit, b.unit)
    {
        let rest = &fold(rest)[len..];
        let day = |d| day_exists(year, month, d).then(|| Point::whole(U::Day(year, month, d)));
        let range = day(a).zip(day(b)).map(|(a, b)| TimeValue::Range(a, b));
        return Found { value: range, len: input.len() - rest.len() };
    }
    // 5月中下旬
    if let Ok(Point { unit: U::Month(year, month), part: None }) = point
        && rest.starts_with(['上', '中'])
        && let Ok((rest, (first, last))) = two_thirds(rest)
    {
        let third = |n| Point::whole(U::Third(year, month, n));
        return found(input, rest, TimeValue::Range(third(first), third(last)));
    }
    // 7月前十天
    if let Ok(Point { unit: U::Month(year, month), part: None }) = point
        && rest.starts_with('前')
        && let Some((rest, n)) = first_days(rest)
    {
        let day = |d| Point::whole(U::Day(year, month, d));
        return found(input, rest, TimeValue::Range(day(1), day(n)));
    }
    with_range(input, rest, point)
}

/// `前 n 天` of a month, by its middle at most: 3月前30天 count back from it, and so do 3月前10天内.
#[cold] // as few months are followed by it
fn first_days(input: &str) -> Option<(&str, u8)> {
    let (rest, n) = small(input.strip_prefix('前')?, 15).ok()?;
    let rest = rest.strip_prefix('天')?;
    (n > 1 && !few!("内之以").begins(rest)).then_some((rest, n))
}
