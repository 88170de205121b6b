//! Times that begin with a numeral: 2025年底, 3月, 三季度, 30日.

use super::digits::in_digits;
use super::duration::{counts_months, has_seconds, is_counted, is_named, is_of_history, length, says_when};
use super::grammar::{Found, dated, found};
use super::parts::{
    IN_YEAR, day_sign, first_of_year, four_digits, in_month, in_year, month_sign, quarter, quarter_part,
    small, year_sign,
};
use super::range::{
    CONNECTS, RANGES, day_range, decades, elided, in_the_year_after, joined, listed, quarters, seasons,
    with_range,
};
use super::value::{CalendarUnit as U, Part, Point, TimeValue, Year};
use super::word::{century_or_decade, part_of_period};
use crate::charset::CharSet;
use crate::few::few;
use crate::numeral::{HEAVENLY_STEMS, Notation, Number, arabic_digit, number, starts_number};
use crate::token::{begins_line, fold, gap, has_end, has_start, is_gap, strip_any};

/// What the number of a time is followed by: its unit, or the sign of a range.
pub(crate) static FOLLOWS: CharSet =
    CharSet::of("年月日号季世个周星礼天小钟分刻秒工交营半自财、").or(&CONNECTS);

/// What stands behind 个 in a length of time: 三个月, 三个多小时, 两个半月.
pub(crate) static COUNTED: CharSet = CharSet::of("月季周星礼小钟工交营自日半多余 \n");

/// Whether a numeral may be that of a time, as the text behind it and behind white space says: most have no unit of time there;
/// dates have four or eight digits, or are no number.
#[inline]
pub(crate) fn may_be_time(n: &Number, rest: &str, behind: &str) -> bool {
    let date = || n.digits == 8 || n.digits == 4 && (n.decimal || few!("/.．／·").begins(rest));
    is_sign(behind) || date()
}

/// Whether a text begins with what follows the number of a time: not 个 of 三个, and not 分 of 三分之一.
#[inline]
fn is_sign(text: &str) -> bool {
    FOLLOWS.begins(text) && !is_other_sign(text)
}

/// Whether 个 or 分 at the start of a text is that of another number.
fn is_other_sign(text: &str) -> bool {
    text.strip_prefix('个').is_some_and(|behind| !COUNTED.begins(behind))
        || text
            .strip_prefix('分')
            .is_some_and(|behind| !behind.starts_with(['钟', '\n']) && !has_seconds(text))
}

/// A time that begins with a numeral; `read` is that numeral with the text behind it, if it is one.
pub(crate) fn numbered(before: &str, input: &str, read: Option<(&Number, &str)>) -> Option<Found> {
    let digits = read.map(|(n, _)| n.digits);
    // The digits before 年 are no date.
    let year = read.is_some_and(|(_, rest)| rest.starts_with('年'));
    // What begins with four digits and a sign may be no number: 2021.3.30.
    if !year
        && matches!(digits, None | Some(4 | 8))
        && input.starts_with(|c| arabic_digit(c).is_some())
        && let Some(found) = in_digits(before, input)
    {
        return Some(found);
    }
    let (n, rest) = read?;
    if n.digits == 4
        && few!("/／").begins(rest)
        && let Some(found) = seasons(input, n, rest)
    {
        return Some(found);
    }
    let behind = fold(rest);
    let sign = behind.chars().next().filter(|_| is_sign(behind))?;
    // Behind a sign of a range, there is no time but one whose last number has its unit.
    if CONNECTS.has(sign) {
        return elided(before, input, n, rest);
    }
    if sign == '、' {
        return listed(before, input, n, rest);
    }
    if let Some(year) = four_digits(n) {
        // 1990年代末
        if let Some(behind) = fold(rest).strip_prefix("年代").filter(|_| year % 10 == 0) {
            let (behind, part) = part_of_period(behind);
            let point = Point { unit: U::Decade(year.unsigned_abs()), part };
            return Some(with_range(input, behind, Ok(point)));
        }
        let Ok((behind, ())) = year_sign(rest) else { return long_length(before, input, n, rest) };
        return if counts_history(before, behind) {
            length(before, input, n, rest)
        } else if is_of_moon(before) {
            // The months and days behind it are not ours.
            Some(dated(input, behind, Ok(Point::whole(U::Year(Year::Given(year))))))
        } else {
            Some(year_at(Year::Given(year), input, behind))
        };
    }
    // 七八月, 五六十年代; 七八年 is a length.
    if n.high.is_some()
        && (matches!(sign, '月' | '季') || behind.starts_with("年代"))
        && let Some(found) = joined(before, input, n, rest)
    {
        return Some(found);
    }
    if let Some(value) = n.whole()
        && let Some(found) = named(before, input, value, n, rest, sign)
    {
        return Some(found);
    }
    // A number that is alone in its line is a cell of a table: 12⏎天园街.
    if gap(rest).starts_with('\n') && begins_line(before) {
        return None;
    }
    length(before, input, n, rest)
}

/// 2000小时, 1500天, 1200个工作日: no year has these signs. In the cells of a table one may stand beside them.
#[cold] // as few numbers of four digits have one
fn long_length(before: &str, input: &str, n: &Number, rest: &str) -> Option<Found> {
    const UNITS: [&str; 9] = ["小时", "个小时", "个钟头", "分钟", "秒", "天", "个工作日", "工作日", "个月"];
    strip_any(gap(rest), &UNITS)?;
    length(before, input, n, rest)
}

/// Whether a number with 年 that may be a year counts them: 有1500年历史, 近2000年的历史.
fn counts_history(before: &str, behind: &str) -> bool {
    is_of_history(behind) && few!("有近约逾达过余了").ends(before)
}

/// A year with what follows it: a month, a range, 前三季度.
pub(super) fn year_at<'a>(year: Year, input: &'a str, rest: &'a str) -> Found {
    /// What it goes on with: what stands in a year, and what makes a range of it.
    static GOES_ON: CharSet = CharSet::of("的").or(&IN_YEAR).or(&RANGES);
    if !GOES_ON.begins(rest) {
        return dated(input, rest, Ok(Point::whole(U::Year(year))));
    }
    let behind = fold(rest);
    // 1956年的第二、三季度
    let inside = behind.strip_prefix('的').unwrap_or(behind);
    if let Ok((rest, range)) = first_of_year(year, inside).or_else(|_| quarters(year, inside)) {
        return found(input, rest, range);
    }
    // 2019年1-5月
    if let Ok((after, n)) = number(behind)
        && n.digits <= 2
        && let Some(Found { value: Some(TimeValue::Range(a, b)), len }) = joined("", behind, &n, after)
        && matches!(a.unit, U::Month(..) | U::Quarter(..))
    {
        let rest = &behind[len..];
        let (a, b) = (a.with_year(year), b.with_year(year));
        return found(input, rest, TimeValue::Range(a, in_the_year_after(a, b)));
    }
    // 6月11-13日 behind a year or alone
    let (rest, point) = in_year(year, rest);
    day_range(input, rest, point)
}

/// Whether a text begins with the number of a month.
fn small_month(input: &str) -> bool {
    small(fold(input), 12).is_ok_and(|(rest, _)| month_sign(rest).is_ok())
}

/// Months, days, quarters, decades and centuries with their number; `sign` is what stands behind it.
fn named(before: &str, input: &str, n: u32, shape: &Number, rest: &str, sign: char) -> Option<Found> {
    // 两日 are two.
    if shape.bare || input.starts_with('两') || shape.magnitude || shape.grouped && shape.digits > 2 {
        return None;
    }
    match sign {
        '年' => short_year(input, n, shape, rest),
        '月' => month(before, input, n, shape, rest),
        '世' => century(input, n, rest),
        '季' => numbered_quarter(input, rest),
        '日' | '号' => day(before, input, n, shape, rest),
        _ => None,
    }
}

/// The number of a day, month or the like, if it is one of so many.
pub(super) fn one_of_so_many(n: u32, max: u32) -> Option<u8> {
    u8::try_from(n).ok().filter(|_| (1..=max).contains(&n))
}

/// 15年3月2日, 零七年八月: a year of two digits, if a month or part follows; 九十年代.
#[cold] // as few numerals are followed by this sign
fn short_year(input: &str, n: u32, shape: &Number, rest: &str) -> Option<Found> {
    let two_digits = shape.digits == 2 && matches!(shape.notation, Notation::Arabic | Notation::Digits);
    if two_digits && let Ok((behind, ())) = year_sign(rest) {
        let year = Year::Short(one_of_so_many(n, 99).unwrap_or(0));
        if let Ok((rest, range)) = first_of_year(year, fold(behind)) {
            return Some(found(input, rest, range));
        }
        let (after, point) = in_year(year, behind);
        let dated =
            !matches!(point, Ok(Point { unit: U::Year(_), part: None | Some(Part::Start | Part::Mid) }));
        let counted = matches!(point, Err(()));
        // 15年2月30日 is no day; 15年24个月 counts.
        if counted && small_month(behind) {
            return Some(with_range(input, after, point));
        }
        if dated && !counted && n < 100 {
            return Some(with_range(input, after, point));
        }
    }
    let behind = fold(rest).strip_prefix("年代")?;
    let decade = one_of_so_many(n, 99).filter(|n| n % 10 == 0)? / 10;
    let (behind, part) = part_of_period(behind);
    let point = Point { unit: U::DecadeOnly(decade), part };
    Some(with_range(input, behind, Ok(point)))
}

/// 3月, 六月十一日
pub(super) fn month(before: &str, input: &str, n: u32, shape: &Number, rest: &str) -> Option<Found> {
    let (behind, ()) = month_sign(rest).ok()?;
    // 五月初五 is a day of another calendar.
    if behind.strip_prefix('初').is_some_and(|day| few!("一二三四五六七八九十").begins(day)) {
        return None;
    }
    let plausible = shape.digits <= 2 || shape.notation == Notation::Han;
    // 一百零七年七月: a year of the Republic without its name is no year, and so this no month of ours.
    let blank = |c| is_gap(c) || c == '\n';
    let front = before.trim_end_matches(blank);
    // 106年1月至6月
    let front = front.strip_suffix(['至', '到', '-', '－', '—', '~', '～']).map_or(front, |first| {
        let month = first.strip_suffix("月份").or(first.strip_suffix('月'));
        month.map_or(front, |month| month.trim_end_matches(starts_number))
    });
    let of_republic =
        front.strip_suffix('年').is_some_and(|b| b.trim_end_matches(blank).ends_with(starts_number));
    let counted = !fold(rest).starts_with("月份") && counts_months(before, behind);
    if of_republic || counted || is_of_moon(before) {
        return None;
    }
    if (1..=12).contains(&n) && plausible {
        let (behind, point) = in_month(Year::Open, n, behind);
        return Some(day_range(input, behind, point));
    }
    // 13月, 13月45日
    let (after, point) = in_month(Year::Open, n, behind);
    (plausible && n > 12).then(|| with_range(input, after, point))
}

/// Whether some words name the other calendar: 农历八月十五, 闰二月, 农历甲辰年八月.
fn is_of_moon(before: &str) -> bool {
    const CALENDARS: [&str; 5] = ["农历", "阴历", "夏历", "旧历", "闰"];
    let front = before.trim_end_matches(|c| is_gap(c) || c == '\n');
    if has_end(front, &CALENDARS) {
        return true;
    }
    let year = front.strip_suffix('年').and_then(|front| front.strip_suffix(BRANCHES));
    year.is_some_and(|front| front.ends_with(HEAVENLY_STEMS))
}

/// The branches with which the stems count its years.
const BRANCHES: [char; 12] = ['子', '丑', '寅', '卯', '辰', '巳', '午', '未', '申', '酉', '戌', '亥'];

/// 20世纪, 二十世纪九十年代
#[cold] // as few numerals are followed by this sign
pub(super) fn century(input: &str, n: u32, rest: &str) -> Option<Found> {
    let behind = fold(rest).strip_prefix("世纪").filter(|behind| !behind.starts_with("海上"))?;
    if let Some((rest, first, last)) = decades(behind) {
        let start = u16::from(one_of_so_many(n, 30)? - 1) * 100;
        let of = |point: Point| match point.unit {
            U::DecadeOnly(n) => Point { unit: U::Decade(start + u16::from(n) * 10), ..point },
            _ => point,
        };
        return Some(found(input, rest, TimeValue::Range(of(first), of(last))));
    }
    let (behind, point) = century_or_decade(Ok(one_of_so_many(n, 30)? - 1), behind);
    Some(with_range(input, behind, Ok(point)))
}

/// 三季度, 4季度初
#[cold] // as few numerals are followed by this sign
fn numbered_quarter(input: &str, rest: &str) -> Option<Found> {
    let (behind, quarter) = quarter(input).ok()?;
    let grade = behind.len() + "季".len() == fold(rest).len() && !fold(rest).starts_with("季度");
    if grade {
        return None;
    }
    let (behind, point) = quarter_part(Year::Open, quarter, behind);
    Some(with_range(input, behind, point))
}

/// By which clock a day is told, before it.
const LOCAL: [&str; 5] = ["北京时间", "当地时间", "美东时间", "东部时间", "本地时间"];

/// Words for a month without its number, before a day of it.
const MONTHS: [&str; 11] =
    ["每月", "每个月", "各月", "当月", "本月", "该月", "同月", "上月", "下月", "次月", "翌月"];

/// Whether 号 behind a number numbers what stands before it, as in 人民路5号、7号, and tells no day.
#[cold] // as few numerals are followed by this sign
fn is_number_of(before: &str) -> bool {
    /// How many numbers of a row are looked at.
    const ROW: usize = 8;
    let mut front = before.trim_end_matches(is_gap);
    // 国发〔2014〕4-6号
    let first = few!("-－—–~～至到").trim_end(front).trim_end_matches(starts_number);
    if first.len() < front.len() && few!("〕]］】}｝").ends(first) {
        return true;
    }
    for _ in 0..ROW {
        let Some(row) = front.strip_suffix('、').and_then(|row| row.strip_suffix(['号', '日'])) else {
            break;
        };
        front = row.trim_end_matches(starts_number).trim_end_matches(is_gap);
    }
    // What tells the day: 定于5号, 他5号到, 9月3号、5号.
    !few!("月在于自从至到由及和或与是的了将定前后就我你他她们").ends(front)
        && front.chars().next_back().is_some_and(|c| {
            c.is_alphanumeric()
                || matches!(c, '）' | ')' | '〕' | ']' | '］' | '】' | '》' | '”' | '}' | '｝')
        })
}

/// Whether a number of days before something is told: 会议召开3日前, 在30日前书面通知.
#[cold] // as few days are
fn is_notice(before: &str, behind: &str) -> bool {
    const EVENTS: [&str; 41] = [
        "开庭", "召开", "举行", "举办", "开会", "会议", "大会", "期满", "届满", "到期", "截止", "终止",
        "解除", "开工", "施工", "动工", "竣工", "开标", "投标", "开业", "停业", "歇业", "实施", "施行",
        "执行", "生效", "变更", "选举", "演出", "活动", "考试", "面试", "比赛", "出境", "离境", "出发",
        "使用", "作业", "听证", "交易", "拍卖",
    ];
    const TOLD: [&str; 8] = ["通知", "书面", "以书面", "告知", "公告", "预告", "通告", "申报"];
    let front = before.strip_suffix(['之', '的']).unwrap_or(before);
    has_end(front, &EVENTS) || has_start(behind, &TOLD)
}

/// Whether days in a bracket say that the end of a length of time is one of those meant, or none: 6日以上（不含6日）.
#[cold]
fn is_end_of_length(front: &str, behind: &str) -> bool {
    let said = front.strip_suffix("不含").or_else(|| front.strip_suffix('含'));
    let length = said.and_then(|front| front.strip_suffix(['（', '(']));
    few!("）)").begins(gap(behind)) && length.is_some_and(|of| has_end(of, &["以上", "以下", "以内", "之内"]))
}

/// 30日, 15号
#[cold] // as few numerals are followed by this sign
pub(super) fn day(before: &str, input: &str, n: u32, shape: &Number, rest: &str) -> Option<Found> {
    let (behind, ()) = day_sign(rest).ok()?;
    let day = one_of_so_many(n, 31)?;
    let numbered = fold(rest).starts_with(['号']);
    if numbered {
        // 17号线: a number with 号 is a day only where nothing follows that it could number.
        let ends = behind.is_empty() || few!("，。；,前后起至到—-上晚").begins(behind) || says_when(before);
        return (ends && !is_number_of(before))
            .then(|| with_range(input, behind, Ok(Point::whole(U::DayOfMonth(day)))));
    }
    // A day behind a month that was no month is none either.
    let front = before.trim_end_matches(is_gap);
    let front = front.strip_suffix('的').unwrap_or(front);
    let month = has_end(front, &MONTHS) || has_end(front, &LOCAL);
    if front.ends_with('月') && !month {
        return None;
    }
    // 12日前往北京
    let until = strip_any(behind, &["前", "以前", "之前"]).filter(|on| !few!("后往来去赴").begins(on));
    // 开庭3日前 is three days before something, 于25日前 and 材料须25日前报送 a day.
    let named = month || says_when(before);
    // 15日内 and 三十日之期间 count days.
    let counted = is_counted(before, if until.is_some() { "" } else { behind })
        && !month
        && !(named && few!("以之后").begins(behind));
    let notice = until.is_some_and(|on| !named && (shape.notation == Notation::Han || is_notice(front, on)));
    let written_out =
        shape.notation == Notation::Han && !named && !is_named(front, behind) && !behind.is_empty();
    if counted || notice || written_out || few!("含").ends(front) && is_end_of_length(front, behind) {
        return None;
    }
    Some(with_range(input, behind, Ok(Point::whole(U::DayOfMonth(day)))))
}
