//! Dates in digits alone: 2021-03-30, 20210330.

use nom::Parser;
use nom::character::complete::one_of;
use nom::combinator::verify;

use super::day_exists;
use super::grammar::{Dated, Found, found};
use super::range::{CONNECTS, comparable, connector, with_range};
use super::value::{CalendarUnit as U, Point, TimeValue, Year};
use crate::few::few;
use crate::numeral::arabic_digit;
use crate::token::{Match, NO, begins, ends, gap};

/// What stands between the parts of a date in digits, as its half-width form.
fn separator(input: &str) -> Match<'_, char> {
    let (rest, c) = one_of("-－–./．／·")(input)?;
    let half = match c {
        '－' => '-',
        '．' => '.',
        '／' => '/',
        c => c,
    };
    Ok((rest, half))
}

/// `iso = 2021-03-30 | 2021.03.30 | 2021/3/30 | 2019·2·10 | 2013.03`
pub(super) fn iso(input: &str) -> Match<'_, Dated> {
    // Most numbers have no sign behind the fourth digit.
    let sign = input.get(4..).and_then(|rest| rest.chars().next());
    if matches!(input.as_bytes(), [b'0'..=b'9', ..])
        && !matches!(sign, Some('-' | '－' | '–' | '.' | '/' | '．' | '／' | '·'))
    {
        return Err(NO);
    }
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
    let (rest, separator) = separator(rest)?;
    let (rest, month) = field(rest, 1, 2)?;
    let year = Year::Given(i16::try_from(year).map_err(|_| NO)?);
    let day = self::separator(rest)
        .ok()
        .filter(|(_, s)| *s == separator || separator == '.' && *s == '-')
        .and_then(|(rest, _)| field(rest, 1, 2).ok());
    let (rest, point) = if let Some((rest, day)) = day {
        let exists =
            u8::try_from(month).ok().zip(u8::try_from(day).ok()).filter(|(m, d)| day_exists(year, *m, *d));
        (rest, exists.map(|(m, d)| Point::whole(U::Day(year, m, d))).ok_or(()))
    } else {
        // 2013.03: only with a dot and two digits, and where nothing makes it an amount.
        let two = input[..input.len() - rest.len()].chars().count() == 7 && separator == '.';
        let month = u8::try_from(month).ok().filter(|m| (1..=12).contains(m) && two).ok_or(NO)?;
        let ends = gap(rest);
        if !(ends.is_empty() || begins(ends, "\n，。；、）)-－至")) {
            return Err(NO);
        }
        (rest, Ok(Point::whole(U::Month(year, month))))
    };
    let goes_on =
        few!(".-/．－／·%％").begins(rest) && rest.chars().nth(1).is_some_and(|c| arabic_digit(c).is_some());
    // 2021.03.12-2021.04.05
    let range = || {
        let year = rest.strip_prefix(['-', '－']).map(|last| field(last, 4, 4));
        year.is_some_and(|year| year.is_ok_and(|(behind, _)| few!("-./－．／").begins(behind)))
    };
    if goes_on && !range() {
        return Err(NO);
    }
    if rest.starts_with(|c: char| arabic_digit(c).is_some() || c.is_ascii_alphabetic()) {
        return Err(NO);
    }
    Ok((rest, point))
}

/// `compact = 20210330`, standing alone: the basic form of ISO 8601; also 20210312至20210405.
fn compact(before: &str, input: &str) -> Option<Found> {
    let (rest, first) = eight_digits(input)?;
    let ends_so = |rest: &str| rest.is_empty() || begins(rest, "，。；：、）)]】 \n至到起前止");
    if !(before.is_empty() || ends(before, "，。；：、（([【 \n于在至到自从")) {
        return None;
    }
    if CONNECTS.begins(rest)
        && let Ok((last, ())) = connector(rest)
        && let Some((behind, last)) = eight_digits(last)
        && comparable(first, last)
        && ends_so(behind)
    {
        return Some(found(input, behind, TimeValue::Range(first, last)));
    }
    ends_so(rest).then(|| found(input, rest, TimeValue::Point(first)))
}

/// A day in eight digits.
fn eight_digits(input: &str) -> Option<(&str, Point)> {
    let mut rest = input;
    let mut number = |digits: usize| {
        (0..digits).try_fold(0u16, |n, _| {
            let c = rest.chars().next()?;
            rest = &rest[c.len_utf8()..];
            Some(n * 10 + u16::from(arabic_digit(c)?))
        })
    };
    let (year, month, day) = (number(4)?, number(2)?, number(2)?);
    let year = Year::Given(i16::try_from(year).ok().filter(|year| (1900..2100).contains(year))?);
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    day_exists(year, month, day).then(|| (rest, Point::whole(U::Day(year, month, day))))
}

/// A date in digits alone: 2021-03-30, 20210330.
#[cold] // as few are
pub(super) fn in_digits(before: &str, input: &str) -> Option<Found> {
    let apart = |c: char| {
        !(arabic_digit(c).is_some()
            || c.is_ascii_alphabetic()
            || matches!(c, '.' | '．' | '/' | '／' | '-' | '－'))
    };
    if before.chars().next_back().is_none_or(apart)
        && let Ok((rest, point)) = iso(input)
    {
        return Some(with_range(input, rest, point));
    }
    compact(before, input)
}
