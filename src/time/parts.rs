//! The parts of a date: the signs of year, month and day, and what stands in a year or a month.

use nom::Parser;
use nom::character::complete::{char, one_of};
use nom::combinator::opt;

use super::day_exists;
use super::grammar::Dated;
use super::value::{CalendarUnit as U, Part, Point, TimeValue, Year};
use crate::charset::CharSet;
use crate::few::few;
use crate::numeral;
use crate::numeral::{Notation, Number, number};
use crate::token::{Match, NO, begins, entry, fold, has_start, strip_any};
use crate::words::Words;

/// A whole number with no decimals, neighbours or vagueness.
pub(super) fn whole_number(input: &str) -> Match<'_, (u32, Number)> {
    let (rest, n) = number(input)?;
    Ok((rest, (n.whole().ok_or(NO)?, n)))
}

/// A whole number of one or two digits in a range, as months and days are.
pub(super) fn small(input: &str, max: u32) -> Match<'_, u8> {
    let (rest, (value, n)) = whole_number(input)?;
    let short = matches!(n.notation, Notation::Arabic | Notation::Digits) && n.digits <= 2 && !n.grouped
        || n.notation == Notation::Han;
    match u8::try_from(value) {
        Ok(small) if short && (1..=max).contains(&value) => Ok((rest, small)),
        _ => Err(NO),
    }
}

/// The value of a year written with four digits: 2021, 二〇二一.
pub(super) fn four_digits(n: &Number) -> Option<i16> {
    let digits = matches!(n.notation, Notation::Arabic | Notation::Digits) && n.digits == 4 && !n.grouped;
    n.whole().filter(|y| digits && (1000..3000).contains(y)).and_then(|y| y.try_into().ok())
}

/// `年底 年末 年终 年初 年中` behind 年, with 年 a second time as in 今年年底.
pub(super) fn part_of_year(input: &str) -> Match<'_, Part> {
    let rest = fold(input);
    let again = rest.strip_prefix('年').filter(|r| few!("底末初终中").begins(r));
    let rest = again.unwrap_or(rest);
    if let Some(rest) = rest.strip_prefix("伊始") {
        return Ok((rest, Part::Start));
    }
    let (rest, c) = one_of("底末终初中")(rest)?;
    match c {
        // 年初预算 is a budget, 年末期股息 a dividend.
        '初' if !few!("中级步始衷审等创心见一二三四五六七八九十").begins(rest)
            && !rest.starts_with("预算") =>
        {
            Ok((rest, Part::Start))
        }
        '中' if again.is_some() || middle_ends(rest) => Ok((rest, Part::Mid)),
        '底' => Ok((rest, Part::End)),
        '末' if !has_start(rest, &["期股", "期普", "期派"]) => Ok((rest, Part::End)),
        '终' if !few!("奖总考评决结止端身于").begins(rest) => Ok((rest, Part::End)),
        _ => Err(NO),
    }
}

/// 中 is the middle of a time only where no word can begin with it: 2025年中心城 is no middle.
pub(super) fn middle_ends(rest: &str) -> bool {
    rest.is_empty() || few!("，。、；）),前后起时以至到的已开召完启入竣").begins(rest)
}

/// Thirds of a month.
pub(super) const THIRDS: [(&str, u8); 4] = [("上旬", 1), ("初旬", 1), ("中旬", 2), ("下旬", 3)];

/// `上中旬 中、下旬`: the first and the last third.
pub(super) fn two_thirds(input: &str) -> Match<'_, (u8, u8)> {
    const TWO: [(&str, (u8, u8)); 4] =
        [("上中旬", (1, 2)), ("上、中旬", (1, 2)), ("中下旬", (2, 3)), ("中、下旬", (2, 3))];
    entry(input, &TWO)
}

/// `初 上旬 中旬 下旬 底 末` behind 月.
pub(super) fn part_of_month(input: &str) -> Match<'_, MonthPart> {
    let rest = fold(input);
    if let Ok((rest, n)) = entry(rest, &THIRDS) {
        return Ok((rest, MonthPart::Third(n)));
    }
    // Read by whoever reads the range: 5月中、下旬 has no middle.
    if two_thirds(rest).is_ok() {
        return Err(NO);
    }
    let (rest, part) = part_of_year(rest)?;
    Ok((rest, MonthPart::Part(part)))
}

pub(super) enum MonthPart {
    Third(u8),
    Part(Part),
}

/// `月` or `月份`, not the beginning of a word such as 月球.
pub(super) fn month_sign(input: &str) -> Match<'_, ()> {
    let rest = fold(input).strip_prefix('月').ok_or(NO)?;
    // 十月革命 is a name.
    if few!("球饼亮薪租供刊嫂经票龄均坛光色").begins(rest) || rest.starts_with("革命") {
        return Err(NO);
    }
    Ok((rest.strip_prefix('份').filter(|r| !r.starts_with('额')).unwrap_or(rest), ()))
}

/// `日` or `号` behind the number of a day, with no month before it: not 日本, 日报; but 30日报送.
pub(super) fn day_sign(input: &str) -> Match<'_, ()> {
    let (rest, c) = one_of("日号")(fold(input))?;
    let reports = rest.strip_prefix('报').is_some_and(|behind| few!("送告名到道导请经备").begins(behind));
    let word = match c {
        '日' => few!("元本常均产报圆语历").begins(rest) && !rest.starts_with("本市") && !reports,
        _ => begins(rest, "线楼院文令机炉井码机台通召"),
    };
    if word { Err(NO) } else { Ok((rest, ())) }
}

/// `日` or `号` behind the number of a day in a month: 三月二十三日本办法修正.
fn day_in_month_sign(input: &str) -> Match<'_, ()> {
    match fold(input).strip_prefix('日') {
        Some(rest) => Ok((rest, ())),
        None => day_sign(input),
    }
}

/// What may follow a year: a month, a quarter, a half, a part; else the year itself.
pub(super) fn in_year(year: Year, input: &str) -> (&str, Dated) {
    // 一九五七年的第四季度, 今年的3月
    if let Some(behind) = input.strip_prefix('的') {
        return match directly_in_year(year, behind) {
            (rest, Ok(point)) if !matches!(point.unit, U::Year(_)) => (rest, Ok(point)),
            _ => (input, Ok(Point::whole(U::Year(year)))),
        };
    }
    directly_in_year(year, input)
}

/// What the numbers and words behind a year begin with, and spaces and line breaks before them.
pub(super) const IN_YEAR: CharSet = CharSet::of("Q首头最第上下前后年伊底末终初中 \u{a0}\u{3000}\t\n")
    .and_all('\u{2002}', '\u{200a}')
    .or(&numeral::BEGINS);

fn directly_in_year(year: Year, input: &str) -> (&str, Dated) {
    static BEGINS: CharSet = IN_YEAR;
    let rest = fold(input);
    if !BEGINS.begins(rest) {
        return (input, Ok(Point::whole(U::Year(year))));
    }
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

pub(super) fn quarter_part(year: Year, n: u8, rest: &str) -> (&str, Dated) {
    let unit = U::Quarter(year, n);
    match part_of_year(rest) {
        Ok((behind, part)) if !rest.starts_with(['中', '年', ' ', '\n']) => {
            (behind, Ok(Point { unit, part: Some(part) }))
        }
        _ => (rest, Ok(Point::whole(unit))),
    }
}

/// What may follow a month: a day, a third, a part; else the month itself.
pub(super) fn in_month(year: Year, month: u32, input: &str) -> (&str, Dated) {
    let rest = fold(input);
    let Some(month) = u8::try_from(month).ok().filter(|m| (1..=12).contains(m)) else {
        // 13月45日: take the day along, so that it is not read apart.
        let behind =
            number(rest).ok().and_then(|(r, _)| day_in_month_sign(r).ok()).map_or(input, |(r, ())| r);
        return (behind, Err(()));
    };
    let whole = Ok(Point::whole(U::Month(year, month)));
    // 二月的十五号
    if let Some(behind) = input.strip_prefix('的') {
        let day = small(behind, 31).ok().and_then(|(rest, day)| Some((day_in_month_sign(rest).ok()?.0, day)));
        return match day.filter(|(_, day)| day_exists(year, month, *day)) {
            Some((rest, day)) => (rest, Ok(Point::whole(U::Day(year, month, day)))),
            None => (input, whole),
        };
    }
    if let Ok((behind, (day, n))) = whole_number(rest) {
        let short = n.digits <= 2 && !n.magnitude;
        if let Ok((behind, ())) = day_in_month_sign(behind) {
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

/// `quarter = n 季度 | 第 n 个? 季度 | 首个? 季度 | Q n`
pub(super) fn quarter(input: &str) -> Match<'_, u8> {
    if let Some(rest) = input.strip_prefix('Q') {
        let word = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphanumeric());
        return small(rest, 4).ok().filter(|(rest, _)| !word(rest)).ok_or(NO);
    }
    if let Some(rest) = input.strip_prefix('首') {
        let rest = rest.strip_prefix('个').unwrap_or(rest);
        let rest = strip_any(rest, &["季度", "季"]).filter(|rest| !few!("稻节作如园度赛").begins(rest));
        return Ok((rest.ok_or(NO)?, 1));
    }
    let (rest, ordinal) = opt(char('第')).parse(input)?;
    let (rest, n) = small(fold(rest), 4)?;
    let rest = rest.strip_prefix('个').filter(|_| ordinal.is_some()).unwrap_or(rest);
    let rest = strip_any(fold(rest), &["季度", "季"]).ok_or(NO)?;
    if few!("稻节作如园度").begins(rest) {
        return Err(NO);
    }
    Ok((rest, n))
}

/// `half = 上半年 | 下半年 | 前半年 | 后半年`
pub(super) fn half_year(input: &str) -> Match<'_, u8> {
    static HALVES: Words<u8> = Words::of(&[
        ("上半年度", 1),
        ("上半年", 1),
        ("前半年", 1),
        ("下半年度", 2),
        ("下半年", 2),
        ("后半年", 2),
    ]);
    HALVES.strip(input).ok_or(NO)
}

/// `first = (前 | 头 | 首) n (个? 季度 | 个月 | 月)` and `后 | 最后` for the last ones: the months they span.
pub(super) fn first_of_year(year: Year, input: &str) -> Match<'_, TimeValue> {
    let words = [("前", false), ("头", false), ("首", false), ("后", true), ("最后", true)];
    let (rest, end) = entry(input, &words)?;
    let (rest, n) = small(fold(rest), 12)?;
    let behind = fold(rest);
    let (behind, _) = opt(one_of("个")).parse(behind)?;
    // 首三季
    let quarters =
        behind.strip_prefix("季度").or_else(|| behind.strip_prefix('季').filter(|_| input.starts_with('首')));
    if let Some(rest) = quarters
        && n <= 4
    {
        let (a, b) = if end { (5 - n, 4) } else { (1, n) };
        return Ok((rest, from_to(U::Quarter(year, a), U::Quarter(year, b))));
    }
    let (rest, ()) = month_sign(behind)?;
    let (a, b) = if end { (13 - n, 12) } else { (1, n) };
    Ok((rest, from_to(U::Month(year, a), U::Month(year, b))))
}

/// From one unit through another, which may be the same.
fn from_to(first: U, last: U) -> TimeValue {
    let (first, last) = (Point::whole(first), Point::whole(last));
    if first == last { TimeValue::Point(first) } else { TimeValue::Range(first, last) }
}

/// `年` behind the number of a year, with 度 and 份; not 年 as part of a word.
pub(super) fn year_sign(input: &str) -> Match<'_, ()> {
    let rest = fold(input);
    let Some(rest) = rest.strip_prefix('年') else {
        // 2013-14财政年度
        return Ok((strip_any(rest, &["财政年度", "财年"]).ok_or(NO)?, ()));
    };
    let rest = rest.strip_prefix('度').or_else(|| rest.strip_prefix('份')).unwrap_or(rest);
    Ok((rest, ()))
}

/// A point that begins with a number whose value is known: a year, month or day with its sign.
pub(super) fn point(input: &str) -> Match<'_, Dated> {
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
