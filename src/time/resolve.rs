//! From what was written to days of the calendar.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::value::{CalendarUnit as U, Count, Duration, Part, Point, TimeValue, Year};
use super::{TimeBound, TimeExpr};

/// First and last day, both inclusive.
type Days = (Date, Date);

impl TimeValue {
    /// The first and the last day of it, both inclusive.
    ///
    /// A year that is not written and a relative form are read from `as_of`; without it they stay open and there is no
    /// answer. A bare length of time has none either: see [`TimeExpr::resolve`].
    ///
    /// ```
    /// use gongwen::{Date, TimeValue};
    ///
    /// let value: TimeValue = "2014/2020".parse()?;
    /// assert_eq!(value.resolve(None), Some(("2014-01-01".parse()?, "2020-12-31".parse()?)));
    /// let value: TimeValue = "3月30日".parse()?;
    /// assert_eq!(value.resolve(None), None);
    /// let day: Date = "2021-03-30".parse()?;
    /// assert_eq!(value.resolve("2021-06-01".parse::<Date>()?), Some((day, day)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn resolve(&self, as_of: impl Into<Option<Date>>) -> Option<(Date, Date)> {
        let as_of = as_of.into();
        match self {
            Self::Point(point) => days(*point, as_of),
            Self::Range(first, last) => {
                let start = days(*first, as_of)?.0;
                let end = days(*last, as_of).map(|(_, end)| end).filter(|end| start <= *end);
                // 11月至2月 ends in the year after.
                let later = || {
                    let year =
                        last.year().filter(|year| *year == Year::Open).and(start.year().checked_add(1))?;
                    days(last.with_year(Year::Given(year)), None)
                };
                Some((start, end.or_else(|| later().map(|(_, end)| end).filter(|end| start <= *end))?))
            }
            Self::Duration(_) | Self::Durations(..) => None,
        }
    }
}

impl TimeExpr {
    /// The first and the last day meant, both inclusive.
    ///
    /// Points and ranges resolve as [`TimeValue::resolve`] says. A length of time hangs on `as_of`: 三年内 and 未来三年 begin with
    /// it, 近三年 ends with it; 三年后 and 三年前 are the year, month or day that lies so far away, as exact as the smallest unit
    /// named. Of 三至五年内 the longer counts. The day that a term counts from is not counted (Civil Code, article 201): three
    /// years from the 1st of April end on a 1st of April. Working days are Monday to Friday; holidays are not known here.
    ///
    /// ```
    /// let document = gongwen::parse("未来三年新增学位，10个工作日内答复。");
    /// let from: gongwen::Date = "2024-04-01".parse()?;
    /// let days = document.times().map(|time| time.resolve(from).unwrap());
    /// let [(_, school), (_, reply)] = days.collect::<Vec<_>>()[..] else { unreachable!() };
    /// assert_eq!((school, reply), ("2027-04-01".parse()?, "2024-04-15".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn resolve(&self, as_of: impl Into<Option<Date>>) -> Option<(Date, Date)> {
        let as_of = as_of.into();
        if !self.value.is_length() {
            return self.value.resolve(as_of);
        }
        self.bound?;
        self.counted_from(as_of?)
    }

    /// The days of a length of time that hangs on a day: with no bound, it begins there.
    pub(crate) fn counted_from(&self, day: Date) -> Option<Days> {
        let (TimeValue::Duration(duration) | TimeValue::Durations(_, duration)) = &self.value else {
            return None;
        };
        match self.bound {
            None | Some(TimeBound::Within | TimeBound::Next) => Some((day, shifted(day, duration, 1)?)),
            Some(TimeBound::Last | TimeBound::Since) => Some((shifted(day, duration, -1)?, day)),
            Some(TimeBound::After) => stretch(shifted(day, duration, 1)?, duration),
            Some(TimeBound::By) => stretch(shifted(day, duration, -1)?, duration),
        }
    }
}

/// Whether a day has a date of four digits for its year, as JSON and other languages write it; before the year 0 none has.
fn is_written(day: Date) -> bool {
    day.year() >= 0
}

fn date(year: i32, month: u8, day: u8) -> Option<Date> {
    Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?)
        .ok()
        .filter(|day| is_written(*day))
}

/// From the first day of a month through the last of a later one.
fn months(year: i32, first: u8, last: u8) -> Option<Days> {
    Some((date(year, first, 1)?, date(year, last, 1)?.last_of_month()))
}

fn years(first: i32, last: i32) -> Option<Days> {
    Some((date(first, 1, 1)?, date(last, 12, 31)?))
}

fn year(year: Year, as_of: Option<Date>) -> Option<i32> {
    Some(match year {
        Year::Given(y) => y.into(),
        Year::Open => as_of?.year().into(),
        Year::Relative(n) => i32::from(as_of?.year()) + i32::from(n),
        Year::Short(y) => {
            // 58年 is past, as 五十年代 is: no more than ten years lie ahead.
            let last = i32::from(as_of?.year()) + 10;
            last - (last - i32::from(y)).rem_euclid(100)
        }
    })
}

fn days(point: Point, as_of: Option<Date>) -> Option<Days> {
    let quarter = |y, n: u8| months(y, n * 3 - 2, n * 3);
    let whole = match point.unit {
        U::Year(y) => {
            let y = year(y, as_of)?;
            return match point.part {
                None => years(y, y),
                Some(Part::Start) => months(y, 1, 1),
                Some(Part::Mid) => months(y, 6, 7),
                Some(Part::End) => months(y, 12, 12),
            };
        }
        U::Half(y, n) => months(year(y, as_of)?, n * 6 - 5, n * 6)?,
        U::Quarter(y, n) => quarter(year(y, as_of)?, n)?,
        U::RelativeQuarter(n) => {
            let today = as_of?;
            let day = today.first_of_month().checked_add((i64::from(n) * 3).months()).ok()?;
            quarter(day.year().into(), u8::try_from(day.month()).ok()?.div_ceil(3))?
        }
        U::Month(y, m) => months(year(y, as_of)?, m, m)?,
        U::RelativeMonth(n) => {
            let first = month_from(as_of?, n)?;
            (first, first.last_of_month())
        }
        U::Third(y, m, n) => return third(months(year(y, as_of)?, m, m)?, n),
        U::Day(y, m, d) => one(date(year(y, as_of)?, m, d)?),
        U::DayOfMonth(d) => {
            let today = as_of?;
            one(date(today.year().into(), today.month().try_into().ok()?, d)?)
        }
        U::RelativeThird(month, n) => {
            let first = month_from(as_of?, month)?;
            return third((first, first.last_of_month()), n);
        }
        U::RelativeMonthDay(n, d) => {
            let first = month_from(as_of?, n)?;
            one(date(first.year().into(), first.month().try_into().ok()?, d)?)
        }
        U::RelativeDay(n) => one(as_of?.checked_add(i64::from(n).days()).ok()?),
        U::Decade(y) => return part_of_years(y.into(), 10, point.part),
        U::DecadeOnly(n) => {
            // 五十年代 is past; only the decade that comes next is said to lie ahead, and a further one is 2050年代.
            let last = i32::from(as_of?.year()) + 10;
            let first = last - (last - i32::from(n) * 10).rem_euclid(100);
            return part_of_years(first, 10, point.part);
        }
        U::Century(n) => return part_of_years(i32::from(n) * 100, 100, point.part),
        U::RelativeCentury(n) => return part_of_years(century_from(as_of?, n), 100, point.part),
        U::RelativeDecade(century, n) => {
            return part_of_years(century_from(as_of?, century) + i32::from(n) * 10, 10, point.part);
        }
        U::Plan(n) => {
            let first = plan(n);
            return match point.part {
                None => years(first, first + 4),
                Some(Part::Start) => years(first, first),
                Some(Part::Mid) => years(first + 2, first + 2),
                Some(Part::End) => years(first + 4, first + 4),
            };
        }
    };
    match point.part {
        None => Some(whole),
        Some(part) => {
            let (first, last) = whole;
            if first.first_of_month() == last.first_of_month() {
                third(whole, part as u8 + 1)
            } else {
                // The first, middle or last month of a quarter or half year.
                let span = (last.month() - first.month()) / 2;
                let month = match part {
                    Part::Start => first.month(),
                    Part::Mid => first.month() + span,
                    Part::End => last.month(),
                };
                let month = month.try_into().ok()?;
                months(first.year().into(), month, month)
            }
        }
    }
}

/// The first year of a five-year plan: 1953–57, 1958–62, 1966–70, and every five years from there.
fn plan(n: u8) -> i32 {
    match n {
        0 | 1 => 1953,
        2 => 1958,
        _ => 1966 + 5 * (i32::from(n) - 3),
    }
}

/// The 1st to 10th, the 11th to 20th, or the rest of a month.
fn third((first, last): Days, n: u8) -> Option<Days> {
    let day = |d: u8| date(first.year().into(), first.month().try_into().ok()?, d);
    match n {
        1 => Some((first, day(10)?)),
        2 => Some((day(11)?, day(20)?)),
        _ => Some((day(21)?, last)),
    }
}

/// The whole or a third of so many years; the first third is the longest.
fn part_of_years(first: i32, count: i32, part: Option<Part>) -> Option<Days> {
    let (short, last) = (count / 3, first + count - 1);
    let middle = last - 2 * short;
    match part {
        None => years(first, last),
        Some(Part::Start) => years(first, middle),
        Some(Part::Mid) => years(middle + 1, middle + short),
        Some(Part::End) => years(middle + short + 1, last),
    }
}

fn one(day: Date) -> Days {
    (day, day)
}

/// The first year of the century that lies so many before or after that of a day.
fn century_from(today: Date, n: i8) -> i32 {
    (i32::from(today.year()).div_euclid(100) + i32::from(n)) * 100
}

fn month_from(today: Date, n: i8) -> Option<Date> {
    today.first_of_month().checked_add(i64::from(n).months()).ok()
}

/// Whole part and what is left, times `sub`: 3.5 years are 3 years and 6 months.
fn split(value: Decimal, sub: u32) -> Option<(i64, Decimal)> {
    let whole = value.trunc();
    Some((whole.to_i64()?, (value - whole).checked_mul(sub.into())?))
}

/// The day that lies a duration after (`sign` 1) or before (-1) another.
fn shifted(from: Date, d: &Duration, sign: i64) -> Option<Date> {
    let sum = |a: Decimal, b: Count| a.checked_add(b.into());
    let (years, months) = split(d.years.into(), 12)?;
    let (months, month_days) = split(sum(months, d.months)?, 30)?;
    let (weeks, week_days) = split(d.weeks.into(), 7)?;
    let hours = sum(Decimal::from(d.minutes).checked_div(60.into())?, d.hours)?.checked_div(24.into())?;
    let days = sum(month_days.checked_add(week_days)?.checked_add(hours)?, d.days)?.trunc().to_i64()?;
    let span = Span::new()
        .try_years(years.checked_mul(sign)?)
        .ok()?
        .try_months(months.checked_mul(sign)?)
        .ok()?
        .try_weeks(weeks.checked_mul(sign)?)
        .ok()?
        .try_days(days.checked_mul(sign)?)
        .ok()?;
    let to = from.checked_add(span).ok()?;
    working_days(to, Decimal::from(d.working_days).trunc().to_i64()?, sign).filter(|day| is_written(*day))
}

/// So many days from Monday to Friday on.
fn working_days(from: Date, days: i64, sign: i64) -> Option<Date> {
    let mut to = from.checked_add(Span::new().try_weeks(days / 5 * sign).ok()?).ok()?;
    let mut left = days % 5;
    while left > 0 {
        to = to.checked_add(sign.days()).ok()?;
        left -= i64::from(!matches!(to.weekday(), Weekday::Saturday | Weekday::Sunday));
    }
    Some(to)
}

/// The year, month or day around a day, as exact as the duration that led there.
fn stretch(day: Date, d: &Duration) -> Option<Days> {
    let whole = |count: Count| Decimal::from(count).fract().is_zero();
    let fine = !(d.weeks.is_zero() && d.days.is_zero() && d.working_days.is_zero() && d.hours.is_zero());
    if fine || !whole(d.months) {
        Some(one(day))
    } else if d.months.is_zero() && whole(d.years) {
        years(day.year().into(), day.year().into())
    } else {
        Some((day.first_of_month(), day.last_of_month()))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn stated_years_need_no_clock() {
        for (value, first, last) in [
            ("2014/2020", date(2014, 1, 1), date(2020, 12, 31)),
            ("2021-02", date(2021, 2, 1), date(2021, 2, 28)),
            ("2025-start", date(2025, 1, 1), date(2025, 1, 31)),
            ("2025-mid", date(2025, 6, 1), date(2025, 7, 31)),
            ("2025-end", date(2025, 12, 1), date(2025, 12, 31)),
            ("2021-03-end", date(2021, 3, 21), date(2021, 3, 31)),
            ("2024-02-T3", date(2024, 2, 21), date(2024, 2, 29)),
            ("2021-H2", date(2021, 7, 1), date(2021, 12, 31)),
            ("2013-Q1-end", date(2013, 3, 1), date(2013, 3, 31)),
            ("FYP1", date(1953, 1, 1), date(1957, 12, 31)),
            ("FYP2", date(1958, 1, 1), date(1962, 12, 31)),
            ("FYP14", date(2021, 1, 1), date(2025, 12, 31)),
            ("FYP14-end", date(2025, 1, 1), date(2025, 12, 31)),
            ("199X", date(1990, 1, 1), date(1999, 12, 31)),
            ("20XX-mid", date(2034, 1, 1), date(2066, 12, 31)),
        ] {
            let value: TimeValue = value.parse().unwrap();
            assert_eq!(value.resolve(None), Some((first, last)), "{value}");
        }
        // Both years are said: nothing goes on into the next one.
        assert_eq!("2021-11/2021-02".parse::<TimeValue>().unwrap().resolve(None), None);
    }

    #[test]
    fn open_years_take_the_clock() {
        let today = date(2021, 6, 14);
        for (value, first, last) in [
            ("XXXX-03-30", date(2021, 3, 30), date(2021, 3, 30)),
            ("XXXX-11/XXXX-02", date(2021, 11, 1), date(2022, 2, 28)),
            ("XX98-04", date(1998, 4, 1), date(1998, 4, 30)),
            ("Y-1-10-start", date(2020, 10, 1), date(2020, 10, 10)),
            ("M-1", date(2021, 5, 1), date(2021, 5, 31)),
            ("M-1-T2", date(2021, 5, 11), date(2021, 5, 20)),
            ("M-4-T3", date(2021, 2, 21), date(2021, 2, 28)),
            ("Q-1-end", date(2021, 3, 1), date(2021, 3, 31)),
            ("D-1", date(2021, 6, 13), date(2021, 6, 13)),
            ("XX9X", date(1990, 1, 1), date(1999, 12, 31)),
            ("XX5X", date(1950, 1, 1), date(1959, 12, 31)),
            ("XX2X", date(2020, 1, 1), date(2029, 12, 31)),
            ("XX3X", date(2030, 1, 1), date(2039, 12, 31)),
            ("XX4X", date(1940, 1, 1), date(1949, 12, 31)),
            ("XX72-04", date(1972, 4, 1), date(1972, 4, 30)),
            ("XX70-04", date(1970, 4, 1), date(1970, 4, 30)),
            ("XX31-04", date(2031, 4, 1), date(2031, 4, 30)),
            ("XX32-04", date(1932, 4, 1), date(1932, 4, 30)),
            ("XX21-04", date(2021, 4, 1), date(2021, 4, 30)),
            ("C+1-start", date(2100, 1, 1), date(2133, 12, 31)),
            ("C-1-9X", date(1990, 1, 1), date(1999, 12, 31)),
            ("C+0-5X-start", date(2050, 1, 1), date(2053, 12, 31)),
            ("C-1-8X/C-1-9X", date(1980, 1, 1), date(1999, 12, 31)),
        ] {
            let value: TimeValue = value.parse().unwrap();
            assert_eq!(value.resolve(None), None, "{value}");
            assert_eq!(value.resolve(today), Some((first, last)), "{value}");
        }
        assert_eq!("XXXX-02-29".parse::<TimeValue>().unwrap().resolve(today), None);
    }

    #[test]
    fn what_goes_on_into_a_leap_year_ends_on_its_last_day() {
        for value in ["XXXX-11/XXXX-02", "XXXX-11-01/XXXX-02-29"] {
            let value: TimeValue = value.parse().unwrap();
            let end = value.resolve(date(2023, 6, 14)).map(|(_, end)| end);
            assert_eq!(end, Some(date(2024, 2, 29)), "{value}");
        }
    }

    /// Which month, third or year is the middle of something.
    #[test]
    fn parts_of_units() {
        for (value, first, last) in [
            ("2021-H1-mid", date(2021, 3, 1), date(2021, 3, 31)),
            ("2021-H2-mid", date(2021, 9, 1), date(2021, 9, 30)),
            ("2021-Q3-mid", date(2021, 8, 1), date(2021, 8, 31)),
            ("2021-Q3-start", date(2021, 7, 1), date(2021, 7, 31)),
            ("2021-H2-end", date(2021, 12, 1), date(2021, 12, 31)),
            ("FYP14-start", date(2021, 1, 1), date(2021, 12, 31)),
            ("FYP14-mid", date(2023, 1, 1), date(2023, 12, 31)),
            ("FYP14-end", date(2025, 1, 1), date(2025, 12, 31)),
        ] {
            let value: TimeValue = value.parse().unwrap();
            assert_eq!(value.resolve(None), Some((first, last)), "{value}");
        }
    }

    #[test]
    fn working_days_leave_out_weekends() {
        // A Friday.
        let from = date(2024, 3, 1);
        for (days, sign, to) in [
            (0, 1, date(2024, 3, 1)),
            (1, 1, date(2024, 3, 4)),
            (5, 1, date(2024, 3, 8)),
            (13, 1, date(2024, 3, 20)),
            (1, -1, date(2024, 2, 29)),
            (5, -1, date(2024, 2, 23)),
            (13, -1, date(2024, 2, 13)),
        ] {
            assert_eq!(working_days(from, days, sign), Some(to), "{days}");
        }
    }

    #[test]
    fn durations_hang_on_the_clock() {
        use TimeBound as B;
        let expr = |value: &str, bound| TimeExpr {
            span: crate::Span::default(),
            extent: crate::Span::default(),
            value: value.parse().unwrap(),
            bound,
            approximate: false,
            limit: None,
            first: None,
            last: None,
            inferred_from: None,
        };
        let today = date(2021, 6, 14);
        for (value, bound, first, last) in [
            ("P3Y", B::Within, today, date(2024, 6, 14)),
            ("P3Y", B::Last, date(2018, 6, 14), today),
            ("P3Y", B::After, date(2024, 1, 1), date(2024, 12, 31)),
            ("P3Y", B::By, date(2018, 1, 1), date(2018, 12, 31)),
            ("P7.5Y", B::After, date(2028, 12, 1), date(2028, 12, 31)),
            ("P20D", B::After, date(2021, 7, 4), date(2021, 7, 4)),
            ("P5WD", B::After, date(2021, 6, 21), date(2021, 6, 21)),
            ("P0.5M", B::Within, today, date(2021, 6, 29)),
            ("P3Y/P5Y", B::Within, today, date(2026, 6, 14)),
        ] {
            assert_eq!(expr(value, Some(bound)).resolve(today), Some((first, last)), "{value} {bound:?}");
        }
        assert_eq!(expr("P3Y", None).resolve(today), None);
        // No day before the year 0 has a date that others read.
        assert_eq!(expr("P3Y", Some(B::Last)).resolve(date(1, 6, 14)), None);
        assert_eq!("C-1".parse::<TimeValue>().unwrap().resolve(date(50, 1, 1)), None);
        assert_eq!(expr("P99999999Y", Some(B::After)).resolve(today), None);
    }
}
