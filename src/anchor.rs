//! What times hang on: the year that a date leaves out, and the day that a length of time counts from.
//!
//! Both stand elsewhere in the text. This pass goes over the times once, in order; each looks at the one before it and at a few
//! words, and an answer carries the index of the entity that it came from.

use jiff::civil::Date;

use crate::document::Entity;
use crate::few::gaps;
use crate::normalize::Normalized;
use crate::scan::Scanned;
use crate::time::{CalendarUnit, Point, TimeBound, TimeExpr, TimeValue, Year, is_afterwards};
use crate::token::{ends, is_han, is_stop, marks_back, tail};
use crate::words::{Endings, Words, endings, words};

/// Resolves what hangs on another time, and leaves open what hangs on an event.
///
/// `infer_years` looks for years that are not written among the times before: see
/// [`ParseOptions::infer_years`](crate::ParseOptions::infer_years).
pub(crate) fn settle(
    normalized: &Normalized<'_>,
    scanned: &mut Scanned,
    as_of: Option<Date>,
    infer_years: bool,
) {
    let mut years = Years::default();
    for i in 0..scanned.entities.len() {
        if !matches!(scanned.entities[i], Entity::Time(_)) {
            continue;
        }
        let places = scanned.places();
        let (range, extent) = (places.range(i), places.extent(i));
        let end = i.checked_sub(1).map_or(0, |n| places.extent(n).end.max(places.range(n).end));
        let words = || gaps!("\n").trim(&normalized.folded()[end..extent.start.max(end)]);
        let (before, [Entity::Time(time), ..]) = scanned.entities.split_at_mut(i) else { continue };
        // The time directly before.
        let before = if let Some(Entity::Time(time)) = before.last() { Some(time) } else { None };
        if time.value.is_length() {
            let own = &normalized.folded()[extent.start..range.start];
            let hook = Hook::of(words(), own, time.bound, before);
            match if hook == Hook::Today && follows_event(time, words()) { Hook::Event } else { hook } {
                Hook::Today => {}
                Hook::Event => (time.first, time.last) = (None, None),
                Hook::Day(day) => {
                    (time.first, time.last) = day.and_then(|day| time.counted_from(day)).unzip();
                    time.inferred_from = i.checked_sub(1).filter(|_| time.first.is_some());
                }
            }
        } else if infer_years && !years.recurs(words()) {
            years.fill_in(i, time, as_of);
        }
    }
}

/// What a length of time counts from.
#[derive(Debug, PartialEq)]
enum Hook {
    /// From the day that the text is read on: 三年内.
    Today,
    /// From an event whose day is not known here: 自受理之日起30日内.
    Event,
    /// From a time that stands before it, if that has days: 自2021年1月1日起三年内.
    Day(Option<Date>),
}

/// Words between a time that begins something and how long that goes on.
static LINKS: Words = words![
    "的", "，", ",", "在", "于", "连续", "持续", "计", "算", "计算", "为期", "期限", "期限为", "有效期",
    "有效期为", "，有效期", "，有效期为", "，期限为", "，为期", "，在", "，连续", "，持续",
];

/// How far before a length of time the event that it counts from is looked for, in characters.
const REACH: usize = 24;

/// How many characters may stand between 自2021年起 and 三年内.
const WORDS_BETWEEN: usize = 8;

impl Hook {
    /// `words` is what stands between a length of time and the entity before it, which `before` is if that is a time;
    /// `own` are the words before it that belong to its extent.
    fn of(words: &str, own: &str, bound: Option<TimeBound>, before: Option<&TimeExpr>) -> Self {
        use TimeBound as B;
        let own = gaps!("\n").trim(own);
        let afterwards = is_afterwards(own);
        let bound = bound.filter(|_| !afterwards && own != "后");
        // 近三年 and 未来五年 say themselves where they hang; 三年来 ends today.
        if matches!(bound, Some(B::Last | B::Next | B::Since)) {
            return Self::Today;
        }
        if let Some(point) = before.filter(|time| !time.value.is_length()) {
            let begins = matches!(point.bound, Some(B::Since | B::After));
            let linked = words.is_empty() || LINKS.has(words);
            // 自2021年起对试点地区三年内的…: what is short and has no mark is one clause.
            let near = bound == Some(B::Within)
                && words.chars().nth(WORDS_BETWEEN).is_none()
                && words.chars().all(char::is_alphanumeric);
            if matches!(words, "后" | "之后" | "以后") || words.is_empty() && own == "后" {
                // “十五”后两年 are its last ones.
                let within = words == "后" && bound.is_none() && !point.value.names_day();
                return if within { Self::Event } else { Self::Day(point.last) };
            }
            if begins && (linked || near) {
                return Self::Day(if point.bound == Some(B::After) { point.last } else { point.first });
            }
            // 2月13日的31天前, 2月13日三天后
            if point.bound.is_none() && matches!(words, "" | "的") {
                match bound {
                    Some(B::After) => return Self::Day(point.last),
                    Some(B::By) => return Self::Day(point.first),
                    _ => {}
                }
            }
        }
        if afterwards || hangs_on_event(words) { Self::Event } else { Self::Today }
    }
}

/// Whether the words before a length of time name an event that it counts from: 受理之日起, 批准后, 期满前.
fn hangs_on_event(words: &str) -> bool {
    let near = tail(words, REACH);
    let stop = marks_back(near).find(|(_, c)| is_stop(*c));
    let (earlier, own) = stop.map_or(("", near), |(at, c)| (&near[..at], &near[at + c.len_utf8()..]));
    let said = |clause: &str| DAYS.within(clause) && !DAYS_OF_READING.within(clause);
    let own_words = own.trim_end_matches(['的', '在', '于', '第']);
    // 自受理之日起，应当于30日内: over one comma at most.
    let other = || earlier.ends_with('起') && said(earlier.rsplit(is_stop).next().unwrap_or_default());
    (said(own) || ends(own_words, "起后前时") || other()) && !NOW.ends(own_words)
}

/// Whether an event stands directly before a length of time that ends in 前 or 后: 会议召开十日前. 将在十日后 counts from today, and
/// so do years, 我国三年前.
#[cold] // as few lengths end so
fn follows_event(time: &TimeExpr, words: &str) -> bool {
    let (TimeValue::Duration(length) | TimeValue::Durations(_, length)) = time.value else { return false };
    matches!(time.bound, Some(TimeBound::By | TimeBound::After))
        && length.years.is_zero()
        && words.ends_with(is_han)
        && !ends(words, "在于将到自从至约近的是了他她我你您们")
        && !NOW.ends(words)
}

/// The day of an event, and the day that the text is read on.
static DAYS: Words = words!["之日", "日起", "次日", "翌日", "当日", "月起"];
static DAYS_OF_READING: Words = words!["即日", "今日", "本日"];

/// What counts from today.
static NOW: Endings = endings!["今后", "从今以后", "即日起", "现在起", "今起", "目前起"];

/// The years and months stated so far.
#[derive(Default)]
struct Years {
    /// The last year written out, and the entity that does it.
    year: Option<(usize, i16)>,
    /// The month of the last time that has one, by its first day.
    month: Option<(usize, Date)>,
    /// Whether the last time comes round every year, or in a year that hangs on an event.
    recurring: bool,
}

/// Words before a date that comes round, or that hangs on an event: 每年3月31日前, 次年1月1日.
static RECURRING: Endings = endings![
    "每年", "每年的", "每年度", "每月", "每月的", "每个月", "各年", "各月", "历年", "次年", "次年度",
    "次年的", "次月", "翌年", "翌月", "当年", "当年的", "当月", "该年", "该月", "隔年", "次季", "每季度",
    "每季",
];

impl Years {
    /// Whether a time names no year of its own, by the words between it and the entity before; 每年6月30日和12月31日 is two.
    fn recurs(&mut self, words: &str) -> bool {
        let goes_on = matches!(words, "、" | "和" | "及" | "或" | "与" | "以及" | "至");
        self.recurring = self.recurring && goes_on || RECURRING.ends(words);
        self.recurring
    }

    /// Gives a time the year that it leaves out, and notes what it states itself.
    fn fill_in(&mut self, i: usize, time: &mut TimeExpr, as_of: Option<Date>) {
        let Some((first, last)) = time.value.points() else { return };
        let lacks = |point: Point| match point.year() {
            Some(Year::Open | Year::Short(_)) => true,
            // 今年 is the year of the reader where he says which it is.
            Some(Year::Relative(_)) => as_of.is_none(),
            _ => false,
        };
        let source = if matches!(first.unit, CalendarUnit::DayOfMonth(_)) {
            self.month
        } else if lacks(first) || lacks(last) {
            self.year.and_then(|(n, year)| Some((n, Date::new(year, 1, 1).ok()?)))
        } else {
            None
        };
        if let Some((n, from)) = source {
            (time.first, time.last) = time.value.resolve(from).unzip();
            time.inferred_from = Some(n).filter(|_| time.first.is_some());
        }
        if let Some(Year::Given(year)) = last.year() {
            self.year = Some((i, year));
        }
        if let (CalendarUnit::Month(..) | CalendarUnit::Third(..) | CalendarUnit::Day(..), Some(day)) =
            (last.unit, time.last)
        {
            self.month = Some((i, day.first_of_month()));
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;

    use jiff::civil::date;

    use crate::{Document, Entity, ParseOptions};

    /// Each time with its days and the text of the entity that they were inferred from.
    fn days(document: &Document<'_>) -> Vec<(String, String, String)> {
        let source = |n: usize| document.slice(document.entities()[n].span()).to_string();
        let times =
            document.entities().iter().filter_map(|e| if let Entity::Time(t) = e { Some(t) } else { None });
        times
            .map(|time| {
                let days = time
                    .first
                    .zip(time.last)
                    .map(|(first, last)| [first.to_string(), last.to_string()].join(".."));
                (
                    document.slice(time.span).to_string(),
                    days.unwrap_or_default(),
                    time.inferred_from.map(source).unwrap_or_default(),
                )
            })
            .collect()
    }

    /// The last time of a text: its days and where they come from.
    #[track_caller]
    fn check(options: &ParseOptions, cases: &[(&str, &str, &str)]) {
        for (text, expected, from) in cases {
            let document = options.parse(text).unwrap();
            let (_, days, source) = days(&document).pop().unwrap();
            assert_eq!((days.as_str(), source.as_str()), (*expected, *from), "{text}");
        }
    }

    #[test]
    fn lengths_count_from_the_time_before_them() {
        let as_of = ParseOptions::new().as_of(date(2030, 5, 5));
        let cases = [
            ("自2021年1月1日起三年内完成。", "2021-01-01..2024-01-01", "2021年1月1日"),
            ("自2021年1月1日起，三年内完成。", "2021-01-01..2024-01-01", "2021年1月1日"),
            ("有效期自2021年1月1日起5年。", "2021-01-01..2026-01-01", "2021年1月1日"),
            ("自2021年3月1日起施行，有效期5年。", "", ""),
            ("从2005年开始连续三年提高标准。", "2005-01-01..2008-01-01", "2005年"),
            ("自2021年1月1日起可继续执行三年内有效。", "2021-01-01..2024-01-01", "2021年1月1日"),
            ("自2021年1月1日起对试点地区的企业三年内免征。", "2021-01-01..2024-01-01", "2021年1月1日"),
            ("任期自2021年1月1日算三年。", "2021-01-01..2024-01-01", "2021年1月1日"),
            ("2020年以后的三年内。", "2020-12-31..2023-12-31", "2020年"),
            ("2020年后三年内。", "2020-12-31..2023-12-31", "2020年"),
            ("2024年2月28日三天后。", "2024-03-02..2024-03-02", "2024年2月28日"),
            ("2024年3月13日的31天前。", "2024-02-11..2024-02-11", "2024年3月13日"),
            ("2021年3月起三个月后。", "2021-06-01..2021-06-30", "2021年3月"),
            ("自2021年1月1日起20个工作日内。", "2021-01-01..2021-01-29", "2021年1月1日"),
        ];
        check(&ParseOptions::new(), &cases);
        check(&as_of, &cases);
    }

    #[test]
    fn words_link_a_length_to_the_time_before_it() {
        for words in [
            "的", "，", ",", "在", "于", "连续", "持续", "计", "计算", "为期", "期限", "期限为", "有效期",
            "有效期为", "，有效期", "，有效期为", "，期限为", "，为期", "，在", "，连续", "，持续",
        ] {
            let text = ["自2021年1月1日起", words, "三年。"].concat();
            check(&ParseOptions::new(), &[(text.as_str(), "2021-01-01..2024-01-01", "2021年1月1日")]);
        }
    }

    #[test]
    fn what_comes_round_has_no_year() {
        for words in [
            "每年", "每年的", "每年度", "各年", "历年", "次年", "次年度", "次年的", "翌年", "当年", "当年的",
            "该年", "隔年",
        ] {
            let text = ["2021年施行，", words, "3月31日前报送。"].concat();
            check(&ParseOptions::new().infer_years(true), &[(text.as_str(), "", "")]);
        }
        for words in ["每月", "次月", "当月"] {
            let text = ["2021年3月施行，", words, "15日前报送。"].concat();
            check(&ParseOptions::new().infer_years(true), &[(text.as_str(), "", "")]);
        }
    }

    #[test]
    fn lengths_that_hang_on_an_event_stay_open() {
        let as_of = ParseOptions::new().as_of(date(2030, 5, 5));
        for text in [
            "会议召开十日前通知。",
            "公示结束5个工作日后公布。",
            "自受理之日起30日内答复。",
            "自受理之日起，应当在30日内答复。",
            "應自通知書送達之翌日起十四日內繳納。",
            "批准后20日内公布。",
            "收到申请之后十日内答复。",
            "期满前三个月内申请。",
            "此后五年稳定增长。",
            "办结后的三年内。",
        ] {
            let document = as_of.parse(text).unwrap();
            assert_eq!(days(&document).last().map(|(_, days, _)| days.as_str()), Some(""), "{text}");
        }
        check(
            &as_of,
            &[
                ("三年内完成。", "2030-05-05..2033-05-05", ""),
                ("自即日起三个月内报送。", "2030-05-05..2030-08-05", ""),
                ("今后五年。", "2030-05-05..2035-05-05", ""),
                ("近三年。", "2027-05-05..2030-05-05", ""),
                ("到2035年，近三年。", "2027-05-05..2030-05-05", ""),
                ("自今年3月起两年内。", "2030-03-01..2032-03-01", "今年3月"),
            ],
        );
    }

    #[test]
    fn years_come_from_the_nearest_time_before() {
        let cases = [
            ("2021年2月启动，3月30日前报送。", "2021-03-30..2021-03-30", "2021年2月"),
            ("2020年总结，2021年启动，上半年完成。", "2021-01-01..2021-06-30", "2021年"),
            ("2021年3月19日开会，20日结束。", "2021-03-20..2021-03-20", "2021年3月19日"),
            ("2021年启动，4月19日开会，20日结束。", "2021-04-20..2021-04-20", "4月19日"),
            ("2020年11月至2021年2月，3月底。", "2021-03-21..2021-03-31", "2020年11月至2021年2月"),
            ("2021年，一季度向好，年底收官。", "2021-12-01..2021-12-31", "2021年"),
            ("2021年，11月至2月。", "2021-11-01..2022-02-28", "2021年"),
            ("2012年，九八年四月。", "1998-04-01..1998-04-30", "2012年"),
            ("2021年。自3月1日起三年内。", "2021-03-01..2024-03-01", "3月1日"),
            ("2021年启动，3月30日和4月20日报送。", "2021-04-20..2021-04-20", "2021年"),
            // A year that does not have the day gives none.
            ("2021年，2月29日。", "", ""),
            // What comes round every year, or hangs on an event, has no year of its own.
            ("2021年起，每年3月31日前报送。", "", ""),
            ("2021年施行，每年6月30日和12月31日前报送。", "", ""),
            ("2021年施行，次年1月1日生效。", "", ""),
            ("2021年的方案，每月15日前报送。", "", ""),
            // Nothing is stated before.
            ("3月30日，2021年。", "2021-01-01..2021-12-31", ""),
            // Titles and document numbers state no dates.
            ("《2021年工作要点》，3月30日。", "", ""),
        ];
        check(&ParseOptions::new().infer_years(true), &cases);
        for (text, ..) in &cases[..6] {
            let document = ParseOptions::new().parse(text).unwrap();
            let (_, days, source) = days(&document).pop().unwrap();
            assert_eq!((days.as_str(), source.as_str()), ("", ""), "{text}");
        }
    }

    #[test]
    fn today_is_asked_where_the_text_is_silent() {
        let options = ParseOptions::new().infer_years(true).as_of(date(2030, 5, 5));
        check(
            &options,
            &[
                ("3月30日。", "2030-03-30..2030-03-30", ""),
                ("2021年，3月30日。", "2021-03-30..2021-03-30", "2021年"),
                ("2021年，今年一季度。", "2030-01-01..2030-03-31", ""),
            ],
        );
        check(
            &ParseOptions::new().infer_years(true),
            &[("2021年，今年一季度。", "2021-01-01..2021-03-31", "2021年"), ("今年一季度。", "", "")],
        );
    }
}
