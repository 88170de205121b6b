//! Times that begin with a word: 今年, 第三季度, 前8个月, “十四五”, 年底, 民國110年, 本世纪.

use nom::character::complete::one_of;

use super::duration::{DurationUnit, duration_unit};
use super::grammar::{Dated, Found, dated, found};
use super::numbered::year_at;
use super::parts::{
    MonthPart, day_sign, first_of_year, half_year, in_year, part_of_month, part_of_year, quarter,
    quarter_part, small, whole_number, year_sign,
};
use super::range::{decades, quarters, with_range};
use super::value::{CalendarUnit as U, Part, Point, TimeValue, Year};
use crate::charset::CharSet;
use crate::few::few;
use crate::numeral::{self, starts_number};
use crate::token::{Match, NO, entry, fold, gap, is_gap, strip_any};
use crate::words::{Endings, Words, endings};

/// Relative years, months, quarters and days, and the characters that make them part of another word when they stand before
/// them.
static RELATIVE: Words<(U, &str)> = Words::of(&[
    ("今年度", (U::Year(Year::Relative(0)), "")),
    ("今年", (U::Year(Year::Relative(0)), "")),
    ("本年度", (U::Year(Year::Relative(0)), "资基样版日")),
    ("本年", (U::Year(Year::Relative(0)), "成资基样版日")),
    ("去年度", (U::Year(Year::Relative(-1)), "失")),
    ("去年", (U::Year(Year::Relative(-1)), "失")),
    ("上年度", (U::Year(Year::Relative(-1)), "以加")),
    ("上一年度", (U::Year(Year::Relative(-1)), "以加")),
    ("上一年", (U::Year(Year::Relative(-1)), "以加")),
    ("上年", (U::Year(Year::Relative(-1)), "以加网早晚实际础地场会身手路岸海陆线界")),
    ("大前年", (U::Year(Year::Relative(-3)), "")),
    ("前年", (U::Year(Year::Relative(-2)), "大目之以年日月天先生施")),
    ("明年度", (U::Year(Year::Relative(1)), "说声证表文透")),
    ("明年", (U::Year(Year::Relative(1)), "说声证表文透")),
    ("来年度", (U::Year(Year::Relative(1)), "以年近未将往历出")),
    ("来年", (U::Year(Year::Relative(1)), "以年近未将往历出")),
    ("下一年度", (U::Year(Year::Relative(1)), "以")),
    ("下一年", (U::Year(Year::Relative(1)), "以")),
    ("下年度", (U::Year(Year::Relative(1)), "以之天属")),
    ("下年", (U::Year(Year::Relative(1)), "以之天属")),
    ("本月", (U::RelativeMonth(0), "基日")),
    ("上月", (U::RelativeMonth(-1), "以")),
    ("上个月", (U::RelativeMonth(-1), "以")),
    ("上一个月", (U::RelativeMonth(-1), "以")),
    ("上一月", (U::RelativeMonth(-1), "以")),
    ("上上月", (U::RelativeMonth(-2), "")),
    ("上上个月", (U::RelativeMonth(-2), "")),
    ("下月", (U::RelativeMonth(1), "以")),
    ("下个月", (U::RelativeMonth(1), "以")),
    ("下一个月", (U::RelativeMonth(1), "以")),
    ("下一月", (U::RelativeMonth(1), "以")),
    ("下下月", (U::RelativeMonth(2), "")),
    ("下下个月", (U::RelativeMonth(2), "")),
    ("本季度", (U::RelativeQuarter(0), "基")),
    ("上季度", (U::RelativeQuarter(-1), "以")),
    ("上个季度", (U::RelativeQuarter(-1), "以")),
    ("上一季度", (U::RelativeQuarter(-1), "以")),
    ("上一个季度", (U::RelativeQuarter(-1), "以")),
    ("下季度", (U::RelativeQuarter(1), "以")),
    ("下个季度", (U::RelativeQuarter(1), "以")),
    ("下一季度", (U::RelativeQuarter(1), "以")),
    ("下一个季度", (U::RelativeQuarter(1), "以")),
    ("今天", (U::RelativeDay(0), "如")),
    ("今日", (U::RelativeDay(0), "时")),
    ("昨天", (U::RelativeDay(-1), "")),
    ("昨日", (U::RelativeDay(-1), "")),
    ("明天", (U::RelativeDay(1), "")),
    ("明日", (U::RelativeDay(1), "")),
    ("大后天", (U::RelativeDay(3), "")),
    ("后天", (U::RelativeDay(2), "大明先以之然今")),
    ("大前天", (U::RelativeDay(-3), "")),
    ("前天", (U::RelativeDay(-2), "大目之以年日月天")),
    ("大后年", (U::Year(Year::Relative(3)), "")),
    ("后年", (U::Year(Year::Relative(2)), "大明以之今最年日月先成产用营工施标建毕效")),
    ("本世纪", (U::RelativeCentury(0), "")),
]);

/// Relative centuries.
static CENTURIES: Words<i8> = Words::of(&[("上世纪", -1), ("上个世纪", -1), ("下世纪", 1), ("下个世纪", 1)]);

/// A relative point with what follows it: 今年一季度, 本月9日.
pub(super) fn relative_point(input: &str) -> Match<'_, Dated> {
    let (rest, (unit, _)) = RELATIVE.strip(input).ok_or(NO)?;
    Ok(match unit {
        U::Year(year) => in_year(year, rest),
        unit => in_relative(unit, rest),
    })
}

pub(super) fn in_relative(unit: U, rest: &str) -> (&str, Dated) {
    match unit {
        U::RelativeMonth(n) => {
            if let Ok((behind, (day, _))) = whole_number(fold(rest))
                && let Ok((behind, ())) = day_sign(behind)
            {
                let day = u8::try_from(day).ok().filter(|d| (1..=31).contains(d));
                return (behind, day.map(|d| Point::whole(U::RelativeMonthDay(n, d))).ok_or(()));
            }
            match part_of_month(rest) {
                Ok((behind, MonthPart::Third(third))) => {
                    (behind, Ok(Point::whole(U::RelativeThird(n, third))))
                }
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

/// Characters that stand second in a time that begins with a word; those of lengths and numerals stand second in 半年 and 前三季度.
pub(crate) static SECOND: CharSet =
    CharSet::of("年月季世个日天半一上下底末初终中（( \u{a0}\u{3000}\t\n工交小钟分秒星礼周营")
        .and_all('\u{2002}', '\u{200a}')
        .or(&numeral::STARTS);

/// A time that begins with a word: 今年, 第三季度, 前8个月, “十四五”, 年底, 民國110年, 半年.
pub(crate) fn word_at(before: &str, input: &str) -> Option<Found> {
    let ahead = before.chars().next_back();
    match input.chars().next()? {
        '今' | '明' => relative(ahead, input)
            .or_else(|| in_a_row(ahead, input))
            .or_else(|| day_in_brackets(ahead, input)),
        '昨' => relative(ahead, input).or_else(|| day_in_brackets(ahead, input)),
        '去' | '本' | '来' | '后' | '大' => relative(ahead, input),
        '首' => first_of(input),
        '上' | '下' => {
            if let Ok((rest, n)) = half_year(input) {
                return Some(with_range(input, rest, Ok(Point::whole(U::Half(Year::Open, n)))));
            }
            if let Some((rest, offset)) = CENTURIES.strip(input) {
                return Some(of_century(offset, input, rest));
            }
            several(ahead, input).or_else(|| relative(ahead, input))
        }
        '前' => {
            // 前三季度 of this year; 满前3个月 and 提前2个月 count back from something.
            let starts = || {
                ahead.is_none_or(|c| {
                    !c.is_alphanumeric() || matches!(c, '在' | '和' | '与' | '及' | '对' | '的' | '据' | '了')
                })
            };
            match first_of_year(Year::Open, input) {
                // 届满前一个月 is the month before, and no January.
                Ok((rest, range @ TimeValue::Range(first, _)))
                    if starts() || tells_of(before, matches!(first.unit, U::Quarter(..))) =>
                {
                    Some(found(input, rest, range))
                }
                _ => relative(ahead, input),
            }
        }
        // 已连续第四个季度增长 counts quarters.
        '第' => ordinal(input).filter(|_| !before.ends_with("连续")),
        '年' => {
            if !few!("底末初终中").begins(&input['年'.len_utf8()..])
                || ahead.is_some_and(|c| matches!(c, '周' | '多' | '几' | '两' | '些' | '学' | '末'))
                // 107 年底: a year of the Republic without its name.
                || before.trim_end().ends_with(starts_number)
            {
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
            if ahead
                .is_some_and(|c| matches!(c, '上' | '下' | '前' | '后' | '多' | '大' | '个' | '年' | '天'))
            {
                return None;
            }
            let (behind, unit) = duration_unit(rest).ok()?;
            // 半年多来
            let behind =
                behind.strip_prefix('多').filter(|r| few!("来以前后的时，。").begins(r)).unwrap_or(behind);
            let fits = matches!(
                unit,
                DurationUnit::Year
                    | DurationUnit::Month
                    | DurationUnit::Hour
                    | DurationUnit::Day
                    | DurationUnit::Minute
            ) && !rest.starts_with('日')
                // 半年报 is a report.
                && !few!("报").begins(behind);
            fits.then(|| unit.half()).flatten().map(|half| found(input, behind, TimeValue::Duration(half)))
        }
        '“' | '"' | '\'' | '＂' | '‘' => quoted_plan(input),
        '十' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' => {
            bare_plan(ahead, input)
        }
        _ => None,
    }
}

/// Whether a verb before 前八个月 or 前三季度 tells of them: 消化前8个月的欠账, 回顾前三季度的工作; 到期前三个月 and 提前三个月 count back from
/// something.
#[inline(never)] // as few stand behind a word
fn tells_of(before: &str, quarters: bool) -> bool {
    static VERBS: Endings = endings![
        "完成", "实现", "消化", "弥补", "总结", "回顾", "分析", "审议", "听取", "通报", "公布", "发布",
        "梳理", "盘点", "汇报", "研究", "部署", "比较", "扣除", "统计", "汇总", "反映", "巩固", "延续",
        "超过", "高于", "低于", "从", "比", "较",
    ];
    // 目前三季度
    quarters && !few!("提目以此之会届满期").ends(before) || VERBS.ends(before)
}

/// `several = (上 | 下) n (年 | 个月 | 个季度)` — whole ones before or after the present one, as 上个月 is; 以上三年 is none.
#[cold] // as few words are
fn several(ahead: Option<char>, input: &str) -> Option<Found> {
    let free = ahead.is_none_or(|c| !c.is_alphanumeric());
    let (rest, sign) = entry(input, &[("上", -1), ("下", 1)]).ok().filter(|_| free)?;
    // 上百年 is vague.
    let (rest, n) = small(rest, 100).ok().filter(|(_, n)| *n > 1 && !few!("百").begins(rest))?;
    let (rest, unit) = duration_unit(rest).ok()?;
    let n = sign * i8::try_from(n).ok()?;
    let (first, last) = if n < 0 { (n, -1) } else { (1, n) };
    let of = |n| {
        Some(Point::whole(match unit {
            DurationUnit::Year => U::Year(Year::Relative(n)),
            DurationUnit::Quarter => U::RelativeQuarter(n),
            DurationUnit::Month => U::RelativeMonth(n),
            _ => return None,
        }))
    };
    Some(found(input, rest, TimeValue::Range(of(first)?, of(last)?)))
}

/// `首季`, `首三季`, `首八个月` of this year.
#[inline(never)] // as few words are
fn first_of(input: &str) -> Option<Found> {
    if let Ok((rest, n)) = quarter(input) {
        return Some(with_range(input, rest, Ok(Point::whole(U::Quarter(Year::Open, n)))));
    }
    match first_of_year(Year::Open, input) {
        Ok((rest, range @ TimeValue::Range(..))) => Some(found(input, rest, range)),
        _ => None,
    }
}

/// `今(20)日`, `昨（19）日`: the news has the number of the day within its name.
#[inline(never)] // as few words are
fn day_in_brackets(ahead: Option<char>, input: &str) -> Option<Found> {
    let (rest, n) = entry(input, &[("今", 0), ("昨", -1), ("明", 1)]).ok()?;
    let (rest, _) = small(gap(rest.strip_prefix(['（', '('])?), 31).ok()?;
    let rest = gap(rest).strip_prefix(['）', ')'])?.strip_prefix(['日', '天'])?;
    // 说明（3）日
    let word = ahead.is_some_and(|c| "说声证表文透如".contains(c));
    (!word).then(|| with_range(input, rest, Ok(Point::whole(U::RelativeDay(n)))))
}

/// `今明两年`, `明后天`: relative years or days that follow one another.
#[cold] // as few words are
fn in_a_row(ahead: Option<char>, input: &str) -> Option<Found> {
    const ROWS: [(&str, (i8, i8, bool)); 9] = [
        ("今明两年", (0, 1, false)),
        ("今明二年", (0, 1, false)),
        ("今、明两年", (0, 1, false)),
        ("今明后三年", (0, 2, false)),
        ("明后两年", (1, 2, false)),
        ("明后年", (1, 2, false)),
        ("今明两天", (0, 1, true)),
        ("明后两天", (1, 2, true)),
        ("明后天", (1, 2, true)),
    ];
    // 说明后年
    let word = ahead.is_some_and(|c| "说声证表文透如".contains(c));
    let (rest, (first, last, days)) = entry(input, &ROWS).ok().filter(|_| !word)?;
    let of = |n| Point::whole(if days { U::RelativeDay(n) } else { U::Year(Year::Relative(n)) });
    Some(found(input, rest, TimeValue::Range(of(first), of(last))))
}

/// How many bytes before one of these characters a word begins that ends in it: 大前年, 今明两年.
pub(crate) fn word_back(before: &str, c: char) -> usize {
    let words: &[&str] = match c {
        '前' => &["大"],
        '后' => &["今明", "大", "明"],
        '明' => &["今、", "今"],
        _ => return 0,
    };
    words.iter().find(|word| before.ends_with(*word)).map_or(0, |word| word.len())
}

/// Relative years, months and days, if no other word ends in their first character.
pub(super) fn relative(ahead: Option<char>, input: &str) -> Option<Found> {
    let (rest, (unit, not_behind)) = RELATIVE.strip(input)?;
    // 革命后年资 counts from an event.
    let seniority = rest.starts_with('资') && (input.starts_with("后年") || input.starts_with("前年"));
    if seniority || ahead.is_some_and(|c| not_behind.contains(c)) {
        return None;
    }
    match unit {
        U::Year(year) => {
            let word_goes_on = few!("龄均幼级薪华代限").begins(rest) || rest.starts_with("轻人");
            (!word_goes_on).then(|| year_at(year, input, rest))
        }
        U::RelativeCentury(n) => Some(of_century(n, input, rest)),
        unit => {
            let (rest, point) = in_relative(unit, rest);
            Some(with_range(input, rest, point))
        }
    }
}

/// A relative century, or what of it follows: 上世纪八九十年代, 下世纪初.
#[cold] // as few words are
fn of_century(century: i8, input: &str, rest: &str) -> Found {
    if let Some((rest, first, last)) = decades(rest) {
        let of = |point: Point| match point.unit {
            U::DecadeOnly(n) => Point { unit: U::RelativeDecade(century, n), ..point },
            _ => point,
        };
        return found(input, rest, TimeValue::Range(of(first), of(last)));
    }
    let (rest, point) = century_or_decade(Err(century), rest);
    with_range(input, rest, Ok(point))
}

/// `第三季度`, `第十四个五年规划`
#[cold] // as few words are
pub(super) fn ordinal(input: &str) -> Option<Found> {
    if let Ok((rest, n)) = quarter(input) {
        let (rest, point) = quarter_part(Year::Open, n, rest);
        return Some(with_range(input, rest, point));
    }
    if let Ok((rest, range)) = quarters(Year::Open, input) {
        return Some(found(input, rest, range));
    }
    let rest = input.strip_prefix('第')?;
    let (rest, n) = small(fold(rest), 40).ok()?;
    let (rest, _) = one_of::<_, _, ()>("个")(fold(rest)).ok()?;
    let rest = gap(rest).strip_prefix("五年")?;
    let rest = match strip_any(rest, &["规划", "计划"]) {
        Some(rest) => rest,
        None if few!("（(").begins(rest) => rest,
        None => return None,
    };
    let (rest, part) = part_of_plan(rest);
    Some(dated(input, rest, Ok(Point { unit: U::Plan(n), part })))
}

/// `民國110年`, `中華民國八十五年十二月二十七日`
#[cold] // as few words are
pub(super) fn republic(input: &str) -> Option<Found> {
    let rest = strip_any(input, &["中华民国", "民国"])?;
    let (rest, (n, _)) = whole_number(fold(rest)).ok()?;
    let year = i16::try_from(n).ok().filter(|n| (1..=300).contains(n))? + 1911;
    let (rest, ()) = year_sign(rest).ok()?;
    Some(year_at(Year::Given(year), input, rest))
}

/// The number of a plan: 一五 is the first, 十五 the tenth, 十四五 the fourteenth. Spaces may stand in it.
pub(super) fn plan_number(text: &str) -> Option<u8> {
    let digit =
        |c: char| "一二三四五六七八九".chars().position(|d| d == c).and_then(|i| u8::try_from(i + 1).ok());
    let mut chars = text.chars().filter(|c| !is_gap(*c) && *c != '\n');
    let n = match (chars.next()?, chars.next()?, chars.next()) {
        ('十', '五', None) => 10,
        ('十', unit, Some('五')) => 10 + digit(unit)?,
        (unit, '五', None) => digit(unit)?,
        _ => return None,
    };
    chars.next().is_none().then_some(n)
}

/// `“十四五”`, with 末 and 初
#[cold] // as few words are
pub(super) fn quoted_plan(input: &str) -> Option<Found> {
    // Old scans mix marks of both widths and shapes: "九五”.
    let open = input.chars().next()?;
    let inside = &input[open.len_utf8()..];
    // Most that is quoted is no plan: “四个意识”.
    let mut chars = inside.chars().filter(|c| !is_gap(*c) && *c != '\n');
    if !matches!((chars.next(), chars.next()), (Some('十'), Some(_)) | (Some(_), Some('五'))) {
        return None;
    }
    let (end, close) =
        inside.char_indices().take(9).find(|(_, c)| matches!(c, '”' | '’' | '"' | '\'' | '＂'))?;
    let n = plan_number(&inside[..end])?;
    // The plans for the spread of legal knowledge are counted by themselves: “八五”普法.
    let rest = &inside[end + close.len_utf8()..];
    if rest.starts_with("普法") {
        return None;
    }
    let (rest, part) = part_of_plan(rest);
    Some(dated(input, rest, Ok(Point { unit: U::Plan(n), part })))
}

/// The part of a period that a text begins with, if it does.
fn part<'a>(input: &'a str, parts: &[(&str, Part)]) -> (&'a str, Option<Part>) {
    entry(input, parts).map_or((input, None), |(rest, part)| (rest, Some(part)))
}

/// `初 期末` of a plan.
pub(super) fn part_of_plan(input: &str) -> (&str, Option<Part>) {
    const PARTS: [(&str, Part); 6] = [
        ("末期", Part::End),
        ("时期末", Part::End),
        ("期末", Part::End),
        ("末", Part::End),
        ("初期", Part::Start),
        ("初", Part::Start),
    ];
    part(input, &PARTS)
}

/// `十四五时期`, `六五计划`: without quotes only where a word for a period or plan follows, and `六五”期间`, whose opening quote
/// was lost in print.
#[cold] // as few words are
fn bare_plan(ahead: Option<char>, input: &str) -> Option<Found> {
    let digit = |c: char| "一二三四五六七八九".contains(c);
    let long = input.strip_prefix('十').and_then(|rest| rest.strip_prefix(digit));
    // 六五 and 十五 may be numbers, 十四五 is none.
    let (tens, follows) = match long.and_then(|rest| rest.strip_prefix('五')) {
        Some(rest) => (rest, &["时期", "期间", "规划", "计划", "以来", "末", "开局", "收官"][..]),
        None => (
            input.strip_prefix(|c| c == '十' || digit(c))?.strip_prefix('五')?,
            &["时期", "期间", "计划"][..],
        ),
    };
    let n = plan_number(&input[..input.len() - tens.len()])?;
    let quote = tens.strip_prefix(['”', '’', '"']);
    strip_any(quote.unwrap_or(tens), follows).map(|_| {
        // Behind a word the quote may close what was opened before: “青年人才十四五”规划.
        let own = quote.filter(|_| ahead.is_none_or(|c| !c.is_alphanumeric()));
        let (rest, part) = part_of_plan(own.unwrap_or(tens));
        dated(input, rest, Ok(Point { unit: U::Plan(n), part }))
    })
}

/// `初 中叶 末` of a century or decade.
pub(super) fn part_of_period(input: &str) -> (&str, Option<Part>) {
    const PARTS: [(&str, Part); 9] = [
        ("初期", Part::Start),
        ("初叶", Part::Start),
        ("初", Part::Start),
        ("中叶", Part::Mid),
        ("中期", Part::Mid),
        ("末期", Part::End),
        ("后期", Part::End),
        ("末叶", Part::End),
        ("末", Part::End),
    ];
    part(input, &PARTS)
}

/// What follows 世纪: a decade of it, a part of it; `Err` holds a relative century.
pub(super) fn century_or_decade(century: Result<u8, i8>, input: &str) -> (&str, Point) {
    if let Ok((rest, (n, _))) = whole_number(fold(input))
        && let (Some(rest), true) = (fold(rest).strip_prefix("年代"), n % 10 == 0 && n < 100)
    {
        let (rest, part) = part_of_period(rest);
        let decade = u8::try_from(n / 10).unwrap_or(0);
        let unit = match century {
            Ok(century) => U::Decade(u16::from(century) * 100 + u16::from(decade) * 10),
            Err(n) => U::RelativeDecade(n, decade),
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
