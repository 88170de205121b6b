//! The time by which or in which a target holds, in its sentence.

use core::ops::Range;

use super::action::ACTIONS;
use super::clause::{before_standard, last_clause};
use super::find::{Finder, Found, Nth};
use super::leading::begins_in_action;
use super::lexicon::{PLACES, SUMS, SUMS_UP};
use super::{change, payment};
use crate::document::Entity;
use crate::few::{few, gaps};
use crate::numeral::starts_number;
use crate::places::Places;
use crate::time::{CalendarUnit, Part, Point, TimeBound, TimeExpr, TimeValue, Year};
use crate::token::{has_chars, has_end, has_start, head, strip_any, strip_any_end, tail};
use crate::unit::UnitKind;
use crate::words::{Endings, Words, endings, words};

/// The year in which a text was written, if it says so.
pub(super) fn date_of(entities: &[Entity], places: Places<'_>) -> Option<i16> {
    entities[..places.begun(HEAD)].iter().find_map(|entity| match entity {
        Entity::Time(time)
            if matches!(time.value, TimeValue::Point(Point { unit: CalendarUnit::Day(..), .. })) =>
        {
            stated_year(time)
        }
        _ => None,
    })
}

/// How far from the start the date of a text may stand.
const HEAD: usize = 4_500;

/// What a line ends with that says what is aimed at.
static ANNOUNCES_AIMS: Endings = endings!["目标", "目标是", "目标为"];

/// How many characters of it are read.
const LEAD: usize = 40;

/// The year that a time names.
pub(super) const fn stated_year(time: &TimeExpr) -> Option<i16> {
    match time.value.year() {
        Some(Year::Given(year)) => Some(year),
        _ => None,
    }
}

/// A time before an amount in its sentence.
struct Timed<'t> {
    n: usize,
    time: &'t TimeExpr,
    range: Range<usize>,
    /// The words of the sentence before it, and those between it and the amount.
    front: &'t str,
    between: &'t str,
}

impl Timed<'_> {
    /// Whether it is the day on which something was made known: 今天公布.
    fn is_of_news(&self) -> bool {
        use CalendarUnit::{Day, DayOfMonth, RelativeDay};
        let TimeValue::Point(Point { unit, .. }) = self.time.value else { return false };
        // 会议14日通过方案，将投入5亿元
        let passed = || {
            static PASSED: Words =
                words!["通过", "审议通过", "表决通过", "审议并通过", "讨论通过", "会议通过"];
            let meets = has_end(gaps!().trim_end(self.front), &["会议", "会", "院"]);
            meets && PASSED.begins(self.between) && few!("，,").within(self.between)
        };
        match unit {
            RelativeDay(_) => is_news(head(self.between, 60)),
            DayOfMonth(_) | Day(..) => self.time.bound.is_none() && (passed() || self.is_of_report()),
            _ => false,
        }
    }

    /// Whether it is the day of a report, which the first clause behind it tells of: 记者6日从市统计局获悉，; 新华社北京6日电;
    /// but on 6日发布新品5款 so many came out.
    #[inline(never)]
    fn is_of_report(&self) -> bool {
        static REPORTED: Words = words![
            "获悉", "公布", "发布", "宣布", "通报", "披露", "透露", "介绍", "了解到", "得知", "报道", "表示",
            "消息",
        ];
        let apart = few!("，,").begins(self.between);
        let words = if apart { few!("，,").trim_start(self.between) } else { self.between };
        // 新华社6日电, but not 6日电力负荷
        if few!("电讯").begins(words) {
            let front = tail(self.front, 12);
            return !apart
                && few!("社网报台").within(front)
                && !few!("力量能价网站商信息").begins(&words[3..]);
        }
        let words = head(words, 60);
        let own = clause(words);
        own.len() < words.len() && REPORTED.within(own)
    }

    /// Whether it is that of an earlier clause which only tells what there was then: 去年同期为增长5%，降幅收窄2个百分点.
    fn is_of_same_time(&self) -> bool {
        let told = self.between.strip_prefix("同期").map(clause);
        told.is_some_and(|told| !told.is_empty() && told.len() + "同期".len() < self.between.len())
    }

    /// Whether something is compared with it, or starts from it.
    fn is_compared(&self, found: &Found) -> bool {
        // 从1991年到1995年 is one time, and 从1991年以来 begins one.
        let from = few!("由从").ends(gaps!().trim_end(self.front));
        let from_to = from
            && (matches!(self.time.value, TimeValue::Range(..)) || self.time.bound == Some(TimeBound::Since));
        !from_to
            && (compares_with(self.front) || from && found.baseline.is_some() || self.is_compared_apart())
    }

    /// Whether words part a time from the one of comparing: 同完成恢复的1952年相比; 2020年较受灾严重的2019年增长.
    fn is_compared_apart(&self) -> bool {
        let behind = gaps!().trim_start(self.between);
        let beside = few!("相比").begins(behind)
            && strip_any(behind, &["相比较", "相比", "比较", "相较", "比"])
                .is_some_and(|rest| few!("，,").begins(rest) || change::behind_change(rest).is_some());
        let than = few!("的").ends(self.front) && change::behind_change(behind).is_some();
        if !(beside || than) {
            return false;
        }
        let near = tail(self.front, 24);
        let own = last_clause(near);
        if beside {
            return few!("同与和跟较比").within(own);
        }
        few!("较比").rfind(own).is_some_and(|at| few!("年期月度").ends(&own[..at]))
    }

    /// Whether it is in a bracket that ends before the amount, or says in whose prices.
    fn is_aside(&self) -> bool {
        closes_bracket(self.between)
            && !(few!("（(").ends(self.front) && few!("）)").begins(gaps!().trim_start(self.between)))
            // 按1995年价
            || few!("按以").ends(gaps!().trim_end(self.front))
                && has_start(gaps!().trim_start(self.between), &["价", "不变价", "可比价", "当年价"])
    }

    /// Whether what lasted so long is something else, before the comma behind it: 水库蓄水4个月，; but 这五年，.
    fn ends_clause(&self) -> bool {
        few!("，,").begins(self.between)
            && !self.front.is_empty()
            && !few!("，。；：\n,;、前后头这近约的过来斗力").ends(gaps!().trim_end(self.front))
    }

    /// Whether it is the term of a condition: 未在竣工后六个月内报送资料的，处…罚款.
    fn is_of_condition(&self) -> bool {
        self.between.contains("的，") || self.between.contains("者，")
    }

    /// Whether it is the length of time over which a mean was taken of what an earlier clause gave for its own time:
    /// 6月份工业增加值增长8%，两年平均增长7%.
    fn is_of_mean(&self, found: &Found) -> bool {
        found.carried
            && self.time.value.is_length()
            && self.time.bound.is_none()
            && has_start(self.between, &["平均", "年均"])
            && few!("，；,").ends(self.front)
    }

    /// Whether it is a part of the year that is spoken of behind it: 下半年加快，全年增长19%.
    fn is_within_year(&self) -> bool {
        is_part_of_year(self.time) && self.between.contains("全年")
    }
}

impl Finder<'_> {
    /// The term in the sentence of whose year 年末 before a noun is the end: 到2030年 in 到2030年，年末总人口达到500万人.
    fn year_end_of(&self, n: usize) -> Option<usize> {
        let end = |time: &TimeExpr| {
            time.bound.is_none()
                && matches!(
                    time.value,
                    TimeValue::Point(Point { unit: CalendarUnit::Year(Year::Open), part: Some(Part::End) })
                )
        };
        self.time(n).filter(|time| end(time))?;
        let term = (n.saturating_sub(12)..n).rev().find(|m| {
            self.time(*m).is_some_and(|time| time.bound == Some(TimeBound::By) && stated_year(time).is_some())
        })?;
        (self.places.range(term).start >= self.sentence).then_some(term)
    }

    /// The time that governs an amount: the last one before it in its sentence that is neither compared with nor reported.
    pub(super) fn due(&self, i: usize, found: &Found) -> Option<usize> {
        /// How many times are asked about all that stands behind them.
        const MOST_ASKED: usize = 6;
        let at = self.places.range(i).start;
        let mut asked = 0;
        // The length of time of a mean.
        let mut mean = None;
        for n in (0..i).rev().take(48) {
            let range = self.places.range(n);
            if range.start < self.sentence {
                return mean.or_else(|| self.led_by(n, at));
            }
            // A length of time that was an amount is no term.
            let Some(time) = self.time(n).filter(|_| !self.lengths.contains(&n)) else { continue };
            let (front, between) = (&self.text[self.sentence..range.start], &self.text[range.end..at]);
            // 三年毛入园率, 30日回访率
            if self.is_of_rate(n) {
                continue;
            }
            let timed = Timed { n, time, range, front, between };
            let other = || !found.carried && self.is_of_other(n, i, found.baseline.is_some());
            // 由原来的两个月压缩到20天
            let base = found.baseline.is_some_and(|base| base.get() == n);
            if base
                || timed.is_of_news()
                || timed.is_compared(found)
                || other()
                || self.compared_with(n).is_some()
            {
                continue;
            }
            if asked == MOST_ASKED {
                return mean;
            }
            asked += 1;
            if is_beside(&timed)
                || self.is_of_object(&timed)
                || timed.is_aside()
                || timed.is_of_same_time()
                || self.is_of_granted(&timed, found)
                || self.is_of_standard(&timed, found)
            {
                continue;
            }
            if reports(between) && time.bound != Some(TimeBound::By) {
                return mean;
            }
            if time.value.is_length() && self.lasts_elsewhere(&timed, found) {
                continue;
            }
            if mean.is_none() && timed.is_of_mean(found) {
                mean = Some(n);
                continue;
            }
            if timed.is_within_year() {
                return None;
            }
            // 2019年和2020年分别为5亿元和6亿元
            let row = few!("、和与及").ends(gaps!("\n").trim_end(front));
            // 到2030年，…；年末总人口控制在500万人以内: the end of that year.
            if let Some(term) = self.year_end_of(n) {
                return Some(term);
            }
            return Some(if row { self.respectively(n, i) } else { self.as_of(n) });
        }
        mean
    }

    /// The time of an amount that stands in a row of as many as there are times before 分别, of which the last was found.
    #[cold]
    fn respectively(&self, last: usize, i: usize) -> usize {
        let joined = |n: usize| {
            let between = self.text.get(self.places.extent(n).end..self.places.range(n + 1).start);
            self.time(n).is_some()
                && matches!(
                    between.map(|words| gaps!("\n").trim(words)),
                    Some("、" | "和" | "与" | "及" | "以及")
                )
        };
        let mut first = last;
        while first > 0 && last - first < 8 && joined(first - 1) {
            first -= 1;
        }
        let row = self.row_start(i);
        let words = tail(&self.text[self.places.range(last).end..self.begin_of(row)], 40);
        let own = &words[few!("，；,;").rfind(words).unwrap_or(0)..];
        // 2019年和2020年，城镇和农村收入分别为: those are told one by one.
        let told = own.find("分别").is_some_and(|at| !few!("、和与及").within(&own[..at]));
        if told && self.row_end(row) - row == last - first { first + (i - row) } else { self.as_of(last) }
    }

    /// Whether a year that is over says to whom something is granted: 上年度获评的企业，奖励10万元; 上年度产值1亿元以下，奖励5万元.
    fn is_of_granted(&self, timed: &Timed<'_>, found: &Found) -> bool {
        let over = matches!(timed.time.value, TimeValue::Point(point)
            if matches!(point.unit(), CalendarUnit::Year(Year::Relative(..0))));
        let subject = &self.text[found.subject.clone()];
        // 每家企业最高50万元
        over && (payment::is_reward(subject) || few!("每").begins(subject)) && self.meets(timed, found)
    }

    #[cold]
    fn meets(&self, timed: &Timed<'_>, found: &Found) -> bool {
        let Some(words) =
            self.text.get(timed.range.end..found.subject.start.min(self.places.range(found.entity).start))
        else {
            return false;
        };
        // Whom the last 的 describes
        let which =
            words.rsplit_once('的').is_some_and(|(_, whom)| has_chars(whom, 2) || few!("，,").begins(whom));
        // An amount in an earlier clause is what has to be met.
        let amount = self.quantity(timed.n + 1).filter(|amount| amount.bound.is_some());
        let met = || {
            amount.is_some()
                && few!("，,").begins(&self.text[self.end_of(timed.n + 1)..])
                && timed.n + 1 < found.entity
        };
        which || met()
    }

    /// The day up to which the time of a year goes that directly follows it: 截至8月底，今年新建公路.
    fn as_of(&self, n: usize) -> usize {
        let goes_up_to = |day: &usize| {
            let this_year = matches!(&self.text[self.places.range(n)], "今年" | "本年" | "本年度");
            let until = self.time(*day).is_some_and(|time| time.bound == Some(TimeBound::By));
            let Range { start, end } = self.places.extent(*day);
            this_year
                && until
                && has_start(&self.text[start..end], &["截至", "截止"])
                && matches!(self.text.get(end..self.places.range(n).start), Some("，" | ","))
        };
        n.checked_sub(1).filter(goes_up_to).unwrap_or(n)
    }

    /// Whether a time is that of what an amount is set by, held against or was before.
    fn is_of_standard(&self, timed: &Timed<'_>, found: &Found) -> bool {
        let front = timed.front;
        // 津贴按上年度月工资的二倍计发
        let by = || {
            let behind_name = self.text.get(found.subject.end..timed.range.start);
            behind_name.is_some_and(|words| words.starts_with('按'))
        };
        // 不得低于上一年收入的70%，最高不得超过…: it is that of the amount behind it, whichever is asked.
        let behind = self.text.get(timed.range.end..self.begin_of(timed.n + 1)).unwrap_or("");
        // 产值将为2020年的3倍
        let multiple =
            || behind == "的" && self.kinds[timed.n + 1] == UnitKind::Multiple && few!("为是").ends(front);
        let set = || few!("于过").ends(front) || before_standard(front).is_some() || multiple();
        let standard = few!("的").ends(behind) && (set() || by());
        // 将2020年印发的20项办法合并为8项
        let before = |base: Nth| few!("将把").ends(front) && self.is_of_base(&timed.range, base.get());
        standard || found.baseline.is_some_and(before)
    }

    /// Whether a time says which things an earlier clause without an amount acts on: 巩固2020年脱贫成果，; 继续推进2023年开工的项目，.
    fn is_of_object(&self, timed: &Timed<'_>) -> bool {
        let Timed { n, time, range, front, between } = timed;
        let own = clause(between);
        let amount = || self.quantity(n + 1).is_some() && self.begin_of(n + 1) < range.end + own.len();
        if time.value.is_length()
            || time.bound.is_some()
            || own.is_empty()
            || own.len() == between.len()
            || amount()
        {
            return false;
        }
        let front = tail(front, 48);
        let words = last_clause(front);
        // 推进“十五五”规划编制，
        let plan = || {
            static WORKS: Words = words![
                "推进", "贯彻", "落实", "谋划", "启动", "做好", "抓好", "开展", "推动", "组织", "研究",
                "起草", "衔接", "对接", "加快", "加强", "深化", "有序推进", "扎实推进", "科学谋划",
                "全面启动",
            ];
            let drawn = matches!(time.value, TimeValue::Point(Point { unit: CalendarUnit::Plan(_), .. }));
            drawn && has_start(own, &["规划", "纲要"]) && !few!("期").begins(&own[6..]) && WORKS.begins(words)
        };
        begins_in_action(words) || words.starts_with("巩固") || plan()
    }

    /// Whether a length of time is none in which the amount came about.
    fn lasts_elsewhere(&self, timed: &Timed<'_>, found: &Found) -> bool {
        // 高中前两年
        if few!("前后").ends(timed.front) && is_at_school(timed.front) {
            return true;
        }
        match timed.time.bound {
            None => self.is_no_term(timed, found) || timed.ends_clause(),
            Some(TimeBound::Within) => timed.is_of_condition(),
            Some(_) => false,
        }
    }

    /// Whether a length of time without a bound says no more than how long something is or was.
    fn is_no_term(&self, timed: &Timed<'_>, found: &Found) -> bool {
        let &Timed { n, front, between, .. } = timed;
        // 用两年时间将筹资标准提高到100元
        if behind_taken(front, between).is_some() {
            return false;
        }
        let during = few!("，,").begins(between) || spans(front, between) || opens(front, between);
        // That of a clause before governs what is carried over from there.
        let own = !found.carried || few!("前后").ends(front);
        !during
            || is_listed(front)
            || self.gives_length(n)
            || is_limited(front)
            || own && is_within_clause(front, between)
            || change::ends_in_change(front)
            || few!("是为满").ends(front)
    }

    /// Whether a time is that of another amount than one: 比重提高到2020年的3%，占比超过70%. Where both have a baseline, both go
    /// over the same time, but for one that is compared with: 等于1950年的3倍.
    fn is_of_other(&self, time: usize, i: usize, raised: bool) -> bool {
        let end = self.places.range(time).end;
        let of = self.text.get(end..self.begin_of(time + 1));
        let other = time + 1 < i && matches!(of, Some("的")) && self.quantity(time + 1).is_some();
        other && (!raised || self.kinds[time + 1] == UnitKind::Multiple)
    }

    /// Whether a time stands in the attribute of the amount that a change starts from.
    fn is_of_base(&self, time: &Range<usize>, base: usize) -> bool {
        let start = self.begin_of(base);
        let which = self.text.get(time.end..start).and_then(|words| words.strip_suffix('的'));
        which.is_some_and(|words| !words.is_empty() && !few!("，；").within(words))
    }

    /// The time in the line above a sentence that says what is aimed at: 今年的主要目标是：⏎粮食产量达到90万吨.
    /// Items of a list inherit it.
    fn led_by(&self, last: usize, place: usize) -> Option<usize> {
        let above = tail(&self.text[..self.sentence], LEAD);
        let blank = above.len() - gaps!("\n").trim_end(above).len();
        let front = &self.text[..self.sentence - blank];
        let lead = front.strip_suffix(['：', ':'])?;
        let (lead, ()) = ANNOUNCES_AIMS.strip_end(lead)?;
        if self.marker_before(place) >= self.sentence {
            return None;
        }
        let near = tail(lead, LEAD);
        let floor = lead.len() - near.len() + few!("。；\n").rfind(near).unwrap_or(0);
        let within = (0..=last).rev().take_while(|n| self.places.range(*n).start >= floor);
        within.take(4).find(|n| {
            let front = self.text.get(floor..self.places.range(*n).start);
            self.time(*n).is_some_and(|time| {
                !time.value.is_length() && front.is_some_and(|front| !compares_with(front))
            })
        })
    }

    /// Whether a length of time says how long the time directly before it is: 1981年到1990年的10年间.
    fn gives_length(&self, n: usize) -> bool {
        n.checked_sub(1).is_some_and(|before| {
            self.time(before).is_some_and(|time| !time.value.is_length())
                && matches!(
                    &self.text[self.places.range(before).end..self.places.range(n).start],
                    "" | "的" | "这"
                )
        })
    }
}

/// Whether a length of time between some words is the one in which something changed: 吞吐量5年增长1.6倍, but not 连续三年增长.
fn spans(front: &str, between: &str) -> bool {
    static OVER_TIME: Words = words![SUMS, "共", "年均", "平均", "新增", "净增", "来"];
    let behind = gaps!().trim_start(between);
    (OVER_TIME.begins(behind) || change::behind_change(behind).is_some()) && !few!("续第每满隔").ends(front)
}

/// Whether a length of time stands in a list, or sums up one of years: 压缩至5个月、9个月; 2021、2022两年.
fn is_listed(front: &str) -> bool {
    front.strip_suffix('、').is_some_and(|front| few!("月天日年时周").ends(front))
        || front.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether words before a length of time and 前 or 后 name the school of which it is a part: 高中前两年; but 开学前 is a time.
#[cold]
fn is_at_school(front: &str) -> bool {
    static SCHOOLS: Endings = endings![
        "小学", "中学", "初中", "高中", "国中", "大学", "大专", "中专", "高职", "中职", "职高", "技校",
        "本科", "专科", "幼儿园", "义务教育", "学校", "学院", "研究生", "博士", "硕士",
    ];
    SCHOOLS.ends(front.trim_end_matches(['前', '后']))
}

/// What stands behind a length of time within which something was done.
static WITHIN: Words = words!["间，", "间,", "期间，", "中，", "里，"];

/// Whether a length of time behind some words is itself an amount, a limit: 营业时间不少于五天, 最多得提前三年.
fn is_limited(front: &str) -> bool {
    static LIMITED: Endings = endings![
        "超过", "多于", "少于", "高于", "低于", "至少", "至多", "最多", "最少", "最长", "最短", "达", "达到",
        "提前",
    ];
    LIMITED.ends(front)
}

/// Whether a length of time stands behind other words in a clause before that of the amount: 城镇化率五年提高
/// 3个百分点，收入达到4万元. That of a whole is that of its parts, too: 技师五年增加6万人，其中女技师增加2万人.
fn is_within_clause(front: &str, between: &str) -> bool {
    let front = gaps!().trim_end(front);
    !front.is_empty()
        && !few!("，。；：\n,;").ends(front)
        && !few!("，,").begins(between)
        && between.rfind(['，', '；', ',', ';']).is_some_and(|at| {
            !few!("其").begins(gaps!().trim_start(between[at..].trim_start_matches(['，', '；', ',', ';'])))
        })
        && !WITHIN.begins(between)
}

/// Whether a length of time that opens a clause is the one in which something was done: 五年间，; 五年全市新建道路90公里.
fn opens(front: &str, between: &str) -> bool {
    static WHERE: Words = words![PLACES, "全社会"];
    // 五年间产值翻番, but not 两年间隔.
    let during = between.strip_prefix('间').is_some_and(|rest| !few!("隔断或歇").begins(rest))
        || behind_middle(between).is_some();
    if WITHIN.begins(between) || during {
        return !few!("续第每满隔于").ends(front);
    }
    let behind = &between[WHERE.longest(between)..];
    few!("，。；：\n,").close(front)
        && (behind.len() < between.len() && (SUMS_UP.begins(behind) || ends_in_sum(behind))
            || ACTIONS.begins(behind))
}

/// What stands behind a length of time within which something was done, and 中: 五年中全国共取得; not 五年中央财政.
pub(super) fn behind_middle(words: &str) -> Option<&str> {
    let rest = words.strip_prefix('中')?;
    // More characters make a word with it than are compared at once.
    let other = few!("国央小等学医药期外型心部华专职东南亚欧美").begins(rest) && !rest.starts_with("国家")
        || few!("非间长高低青老介水游标试档式科石成级层原").begins(rest);
    (has_chars(rest, 2) && !other).then_some(rest)
}

/// What stands behind a length of time that is said to be what something takes: 用两年时间, 花了三年左右的时间, 经过五年努力.
pub(super) fn behind_taken<'t>(front: &str, words: &'t str) -> Option<&'t str> {
    static EFFORTS: Words = words!["努力", "的努力", "奋斗", "的奋斗", "不懈努力", "的不懈努力", "的建设"];
    let front = front.strip_suffix('了').unwrap_or(front);
    let through = has_end(front, &["经过", "通过"]);
    if !(through || few!("用花以").ends(front)) {
        return None;
    }
    let about = strip_any(words, &["左右", "多"]).unwrap_or(words);
    let time = strip_any(about, &["时间", "的时间"]);
    time.or_else(|| EFFORTS.strip(about).filter(|_| through).map(|(rest, ())| rest))
}

/// Whether what follows the place sums up: 五年全社会投资累计完成.
fn ends_in_sum(behind: &str) -> bool {
    SUMS_UP.ends(behind) || behind.ends_with("完成")
}

/// What a time is the base of.
static BASE_OF: Words =
    words!["基数", "基础上", "基期", "水平", "为基数", "为基期", "为基准", "为基础", "不变价",];

/// Whether a time belongs to something beside the amount: people (毕业2年内的学生), a law (2021年3月3日修正施行前), or a date before
/// it (3月1日、2日).
fn is_beside(timed: &Timed<'_>) -> bool {
    static BECAME: Endings =
        endings!["毕业", "登记", "注册", "成立", "退役", "创办", "开业", "离校", "出生", "设立", "获证"];
    static PUBLISHED: Words = words![
        "公布", "发布", "施行", "修正施行", "修正公布", "修订施行", "修正", "修订", "印发", "实施", "生效"
    ];
    let &Timed { time, front, between, .. } = timed;
    // 按1980年不变价格计算
    if few!("按照以").ends(front) && has_start(between, &["不变价", "价格", "可比价", "口径"]) {
        return true;
    }
    // 按年底存栏数平均每户一头
    if few!("按").ends(front) && clause(between).contains("平均") {
        return true;
    }
    // 以2015年为基数, 在2015年的基础上, 保持去年的水平: what is built on.
    if few!("的基水为").begins(between)
        && BASE_OF.begins(between.strip_prefix('的').unwrap_or(between))
        && !few!("，。；").ends(front)
    {
        return true;
    }
    if time.bound == Some(TimeBound::Within) {
        return BECAME.ends(front) && !has_start(between, &["内，", "内,", "以内，"]);
    }
    // 为10年来最高增幅
    if time.bound == Some(TimeBound::Last) && few!("来以").begins(between) && is_record(between) {
        return true;
    }
    // 对2020年已达标的街道进行升级, 面向2030年的重大项目, 基于2020年建设用地规模的1.3倍
    if (few!("对向").ends(front) || front.ends_with("基于")) && few!("的").within(clause(between)) {
        return true;
    }
    let act = PUBLISHED.longest(between);
    if act > 0 {
        return few!("前后").begins(&between[act..])
            || has_start(&between[act..], &["以前", "以后", "之前", "之后"]);
    }
    let day = matches!(time.value, TimeValue::Point(Point { unit: CalendarUnit::DayOfMonth(_), .. }));
    day && few!("、").ends(gaps!().trim_end(front))
}

/// Whether some words close a bracket that they do not open, so that what stands before them is in it: 馆（12月休馆）.
fn closes_bracket(words: &str) -> bool {
    (words.contains('）') || words.contains(')'))
        && words.find(['）', ')']).is_some_and(|close| !words[..close].contains(['（', '(']))
}

/// Whether a time is a half, a quarter or a month of a year.
const fn is_part_of_year(time: &TimeExpr) -> bool {
    use CalendarUnit::{Half, Month, Quarter};
    match time.value {
        TimeValue::Point(Point { unit: Half(..) | Quarter(..) | Month(..), .. }) => true,
        // 年末
        TimeValue::Point(Point { unit: CalendarUnit::Year(Year::Open), part, .. }) => part.is_some(),
        _ => false,
    }
}

/// Whether a time behind some words is one that is compared with: 较1955年, 比2020年.
pub(super) fn compares_with(front: &str) -> bool {
    let front = gaps!().trim_end(front);
    // 较过去五年
    let front = if few!("去近前").ends(front) {
        strip_any_end(front, &["过去", "最近", "近", "此前", "之前", "前"]).unwrap_or(front)
    } else {
        front
    };
    few!("比较与同由从").ends(front)
}

/// Whether some words report what follows, so that a time before them is not the one that governs it.
fn reports(between: &str) -> bool {
    static REPORTS: Words = words!["提出", "指出", "强调", "要求", "规定", "印发", "明确", "透露", "显示"];
    // 达到要求, 按规定 report nothing, and 覆盖率要求达到24% says of that itself how much it has to be.
    REPORTS.find_all(between).any(|(at, len, ())| {
        let called = || between[at..].starts_with("要求") && calls_for(&between[at + len..]);
        !(few!("到合按照据足").ends(&between[..at]) || called())
    })
}

/// Whether words behind 要求 are a verb of change and no more than that: 达到, 控制在, 增长5%; but not 提高医保待遇.
#[cold]
fn calls_for(behind: &str) -> bool {
    let Some(rest) = change::behind_change(behind) else { return false };
    let verb = &behind[..behind.len() - rest.len()];
    few!("到至达在为").ends(gaps!().trim_end(verb)) || rest.is_empty() || rest.starts_with(starts_number)
}

/// Whether some words behind a length of time say that nothing in it was so high or low: 来最高, 以来首次.
fn is_record(between: &str) -> bool {
    let behind = gaps!("的").trim_start(few!("来以").trim_start(between));
    few!("最").begins(behind) || has_start(behind, &["新高", "首次", "首个", "罕见", "少有"])
}

/// Some words up to the first comma.
fn clause(words: &str) -> &str {
    words.find(['，', ',']).map_or(words, |at| &words[..at])
}

/// Whether the clause that some words begin with is one of news: 今天公布.
fn is_news(between: &str) -> bool {
    static NEWS: Words = words!["公布", "宣布", "发布", "表示", "指出", "提出"];
    let clause = clause(between);
    NEWS.within(clause) || clause.ends_with('说') || clause.ends_with("通过")
}
