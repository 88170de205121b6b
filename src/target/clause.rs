//! The clause around an amount: where it begins, what of it stands before the amount.

use core::ops::Range;

use super::action::ACTIONS;
use super::change::{change, first_change};
use super::due::{self, compares_with};
use super::find::Finder;
use super::lexicon::LIMITS;
use super::phrase::is_measurable;
use super::subject::subject_before;
use super::topic::names_measure;
use super::wrapped::is_unwrapped;
use crate::breaks::is_lowered;
use crate::document::Entity;
use crate::few::{few, gaps};
use crate::numeral::arabic_digit;
use crate::quantity::Quantity;
use crate::time::{TimeExpr, TimeValue};
use crate::token::{has_chars, is_han, marks_back, tail};
use crate::unit::UnitKind;
use crate::words::{Endings, Words, endings, words};

/// Verbs that only say that there is, was or will be so much of what they act on: 实现利润.
static LIGHT: Words = words![
    "完成", "实现", "取得", "形成", "确保", "争取", "推进", "实施", "落实", "获得", "开展", "安排", "投入",
    "筹集", "拉动", "带动", "支持", "扩大", "达成", "守住", "拥有", "突破", "促成", "募集", "筹措", "保障",
    "提供", "释放", "改善", "优化调整", "创造", "引导设立", "鼓励", "帮助", "撬动", "推广", "消除", "解决",
    "提请", "组织", "补充", "壮大", "恢复", "完善", "抓好", "减轻", "强化", "发现", "承接", "实现了",
];

/// Words of a limit, before what it is set by.
static SET_BY: Words = words![LIMITS, "不得低于", "不得少于", "不得超过", "不得高于"];

/// The part of a clause before an amount or a verb.
#[derive(Clone, Copy)]
pub(super) struct Clause {
    pub(super) start: usize,
    pub(super) end: usize,
    /// How many entities end before its end.
    pub(super) entities: usize,
    /// 、 stands in it.
    pub(super) lists: bool,
}

/// How many entities stand in a clause before an amount at most.
const MOST_IN_CLAUSE: usize = 8;

impl Clause {
    pub(super) const fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

impl Finder<'_> {
    /// Whether an amount counts things rather than measuring them.
    pub(super) fn counts(&self, i: usize) -> bool {
        self.quantity(i).is_some() && matches!(self.kinds[i], UnitKind::Count | UnitKind::None)
    }

    /// How far back from a place its sentence is read: some bytes at most, so that long sentences take linear time.
    pub(super) fn reach(&self, end: usize, bytes: usize) -> usize {
        let floor = self.sentence.max(end.saturating_sub(bytes));
        (floor..end).find(|at| self.text.is_char_boundary(*at)).unwrap_or(end)
    }

    /// Where the last marker ends that stands before a place; the start of the text for none.
    pub(super) fn marker_before(&self, place: usize) -> usize {
        self.markers.partition_point(|m| *m <= place).checked_sub(1).map_or(0, |m| self.markers[m])
    }

    /// Where an entity begins, or the text ends if there are not so many.
    pub(super) fn start_of(&self, n: usize) -> usize {
        if n < self.entities.len() { self.places.range(n).start } else { self.text.len() }
    }

    /// Where an entity ends, with the words that bound it, or the text if there are not so many.
    pub(super) fn end_of(&self, n: usize) -> usize {
        if n < self.entities.len() { self.places.extent(n).end } else { self.text.len() }
    }

    /// The part of a quantity's clause before it, without the words that bound it.
    pub(super) fn left(&self, i: usize) -> Clause {
        let end = self.begin_of(i);
        let floor = self.reach(end, 360).max(self.marker_before(self.places.range(i).start));
        // What stands before so many others is not read again for each of them.
        let many = i.checked_sub(MOST_IN_CLAUSE).map_or(0, |n| self.places.range(n).end);
        let floor = floor.max(many);
        let (mut depth, mut start, mut lists, mut title) = (0, floor, false, end);
        for (at, c) in marks_back(&self.text[floor..end]) {
            match c {
                // A title may have any of these in it.
                _ if floor + at > title => {}
                '》' if depth == 0 => title = self.title_before(i, floor + at + c.len_utf8()).unwrap_or(end),
                '）' | ')' => depth += 1,
                '（' | '(' if depth > 0 => depth -= 1,
                // 2，187亿元 has one within it.
                '，' | ',' if depth == 0 && self.within_numeral(floor + at, c) => {}
                '，' | ',' | '；' | ';' | '：' | ':' | '。' | '！' | '？' | '（' | '(' if depth == 0 =>
                {
                    start = floor + at + c.len_utf8();
                    break;
                }
                // A blank in a headline ends a clause.
                ' ' | '\u{3000}' if depth == 0 && self.headline_ends(floor + at) => {
                    start = floor + at + c.len_utf8();
                    break;
                }
                // So does the end of a line in plans without marks: an amount stands before it, or it was not wrapped.
                '\n' if depth == 0
                    && !is_lowered(&self.text[..floor + at], &self.text[floor + at + 1..])
                    && (self.amount_ends(i, floor + at) || is_unwrapped(self.text, floor + at))
                    && begins_clause(&self.text[floor + at..end]) =>
                {
                    start = floor + at + c.len_utf8();
                    break;
                }
                // A comma in a list is the end of a clause where an amount stands before it.
                // So is one behind what has not changed: 出口与上年持平、进口下降3%.
                '、' if depth == 0
                    && (self.text[..floor + at].ends_with("持平")
                        || self.amount_ends(i, floor + at)
                            && !self.changes_from(i, floor + at + c.len_utf8(), &(floor..end))) =>
                {
                    start = floor + at + c.len_utf8();
                    break;
                }
                '、' if depth == 0 && self.is_next_share(i, floor + at + c.len_utf8()) => {
                    start = end;
                    break;
                }
                '、' => lists = true,
                _ => {}
            }
        }
        let start = self.behind_and(i, start..end).unwrap_or(start);
        Clause { start, end, entities: i, lists }
    }

    /// Whether an amount that begins at a place is the share of something, as the amount before it is: 30%以上的村达标、50%以上的
    /// 户达标.
    fn is_next_share(&self, i: usize, at: usize) -> bool {
        let share =
            |i: usize| self.kinds[i] == UnitKind::Percent && self.text[self.end_of(i)..].starts_with('的');
        self.begin_of(i) == at && share(i) && i.checked_sub(1).is_some_and(share)
    }

    /// Where the title begins that ends at a place before an entity.
    #[cold] // as few clauses have one
    fn title_before(&self, before: usize, at: usize) -> Option<usize> {
        let n = self.ended(before, at).checked_sub(1)?;
        let whole = self.places.range(n).end == at && matches!(self.entities[n], Entity::Title(_));
        whole.then(|| self.places.range(n).start)
    }

    /// Where another verb begins behind the amount before one: 拨款 in 注资20亿元并拨款3亿元.
    fn behind_and(&self, i: usize, clause: Range<usize>) -> Option<usize> {
        let last = self.end_of(i.checked_sub(1)?);
        let behind = self.text.get(last..clause.end).filter(|_| last > clause.start)?;
        // 投资3亿元新建学校10所: what the money is spent on is done.
        if self.kinds[i - 1] == UnitKind::Currency && ACTIONS.begins(behind) {
            return self.spent(i - 1, clause.start).then_some(last);
        }
        let money = self.kinds[i - 1] == UnitKind::Currency;
        let behind = behind.strip_prefix('并').or_else(|| behind.strip_prefix('且').filter(|_| money))?;
        // 5万千瓦并网 is one verb.
        let verb = !few!("网购轨行列入处存").begins(behind) && self.quantity(i - 1).is_some();
        verb.then(|| clause.end - behind.strip_prefix('且').unwrap_or(behind).len())
    }

    /// Whether a sum of money stands behind a verb that spends it.
    #[cold]
    fn spent(&self, money: usize, floor: usize) -> bool {
        static SPENDS: Endings =
            endings!["投资", "投入", "出资", "斥资", "耗资", "筹资", "筹集", "安排", "集资", "筹措"];
        let before = self.text.get(floor..self.begin_of(money)).unwrap_or("");
        SPENDS.ends(few!("了").trim_end(gaps!().trim_end(before)))
    }

    /// Whether the amount at a place is one of those that a change starts from: 75% in 分别从50%、75%提高到.
    #[cold]
    fn changes_from(&self, i: usize, at: usize, clause: &Range<usize>) -> bool {
        let first = self.ended(i, at);
        // They may be more than two.
        let n = self.row_end(first).min(i.saturating_sub(1));
        // 分别从2012年的50%、75%提高到2022年的60%、80%
        let until = if n + 1 < i && self.time(n + 1).is_some() { self.start_of(n + 1) } else { clause.end };
        first < i
            && self.quantity(n).is_some()
            && self.places.range(first).start == at
            && few!("从由").within(&self.text[clause.start..at])
            && self.text.get(self.end_of(n)..until).is_some_and(|verb| {
                change(gaps!().trim(verb)).is_some_and(|(rest, _, copula)| rest.is_empty() && !copula)
            })
    }

    /// Whether a rate or sum without blanks around its number ends before a blank that a name follows.
    fn headline_ends(&self, at: usize) -> bool {
        if !few!("%元").ends(&self.text[..at]) {
            return false;
        }
        let Some(i) = self.places.ended(at).checked_sub(1) else { return false };
        self.places.range(i).end == at
            && self.behind_blank(i).is_some_and(|behind| {
                behind.starts_with(is_han) && !few!("以左及等的和上下之内").begins(behind)
            })
    }

    /// Whether a mark stands between the digits of a quantity.
    pub(super) fn within_numeral(&self, at: usize, mark: char) -> bool {
        let digit = |c| arabic_digit(c).is_some();
        self.text[..at].ends_with(digit)
            && self.text[at + mark.len_utf8()..].starts_with(digit)
            && self.start_of(self.places.ended(at)) < at
    }

    /// How many entities end at a place or before it, looked for backwards from one that does not.
    pub(super) fn ended(&self, before: usize, at: usize) -> usize {
        let mut n = before;
        while n > 0 && self.places.range(n - 1).end > at {
            n -= 1;
        }
        n
    }

    /// Where a quantity begins with the words that bound it, behind the entity before it; or the text ends if there are not so many.
    pub(super) fn begin_of(&self, i: usize) -> usize {
        if i >= self.entities.len() {
            return self.text.len();
        }
        let floor = i.checked_sub(1).map_or(0, |p| self.places.range(p).end);
        self.places.extent(i).start.max(floor)
    }

    /// Where a quantity ends with the words that bound it, and 的 behind them.
    pub(super) fn behind_particle(&self, n: usize) -> usize {
        let end = self.end_of(n);
        end + if self.text[end..].starts_with('的') { '的'.len_utf8() } else { 0 }
    }

    /// Whether the entity before another one reaches into a name.
    pub(super) fn is_cut(&self, i: usize, name: &str) -> bool {
        i.checked_sub(1).is_some_and(|p| self.places.range(p).end > self.place(name).start)
    }

    /// What stands behind the blank that ends a rate or sum, if none stands before its number: 税收收入增幅3.5% 失业率4.2%.
    pub(super) fn behind_blank(&self, i: usize) -> Option<&str> {
        let range = self.places.range(i);
        let tight = matches!(self.kinds[i], UnitKind::Percent | UnitKind::Currency)
            && !self.text[..range.start].ends_with([' ', '\u{3000}']);
        self.text[range.end..].strip_prefix([' ', '\u{3000}']).filter(|_| tight)
    }

    /// Whether an amount, or the word that bounds it, ends at a place before an entity.
    pub(super) fn amount_ends(&self, before: usize, at: usize) -> bool {
        self.ended(before, at).checked_sub(1).is_some_and(|i| {
            matches!(self.entities[i], Entity::Quantity(_))
                && at - self.places.range(i).end <= 21
                && !few!("、").within(&self.text[self.places.range(i).end..at])
                && (self.end_of(i) >= at || in_brackets(&self.text[self.end_of(i)..at]))
        })
    }

    /// What stands behind the last time in the words before a verb, if that time is an adverbial.
    pub(super) fn behind_time<'t>(&self, left: &Clause, head: &'t str) -> &'t str {
        self.around_time(left, head).1
    }

    /// The name of what the verb behind some words of a clause is said of.
    ///
    /// It stands behind the last time (2020年总产值增长) or, where only adverbs do, before it: 总产值2020年比上年增长.
    pub(super) fn subject(&self, left: &Clause, head: &str) -> Option<Range<usize>> {
        let (front, behind) = self.around_time(left, head);
        let before_time = || {
            if front.is_empty() {
                return None;
            }
            // 总产值（按1990年不变价格计算）: the time stands in a bracket.
            let bracket = few!("（").rfind(front).filter(|at| !few!("）").within(&front[*at..]));
            let front = &front[..bracket.unwrap_or(front.len())];
            let front = gaps!("，在到至于前后近这第由从").trim_end(front);
            let name = subject_before(self.around_time(left, front).1).filter(|name| is_measurable(name))?;
            (names_measure(name) || self.last().is_none() && has_chars(name, 3)).then_some(name)
        };
        // 属于市里的是12个: what is meant stands before.
        let name = subject_before(behind).filter(|name| !few!("的").ends(name)).or_else(before_time)?;
        let name = without_plan(name);
        Some(self.with_attribute(left.start, self.place(name)))
    }

    /// The name of a measure with the verb of action before it, which another verb makes a part of it: 接待游客人次增长.
    fn with_attribute(&self, floor: usize, name: Range<usize>) -> Range<usize> {
        let front = &self.text[floor..name.start];
        let Some((before, ())) = ACTIONS.strip_end(front) else { return name };
        let verb = &front[before.len()..];
        // What is new is a part of it whatever it is: 新登记企业增长; but not in 创新投入强度.
        let new = before.strip_suffix('新').filter(|rest| !few!("创更翻革维全自").ends(rest));
        if new.is_some() || verb.starts_with('新') {
            return floor + new.unwrap_or(before).len()..name.end;
        }
        if names_measure(&self.text[name.clone()]) && !LIGHT.has(verb) {
            return floor + before.len()..name.end;
        }
        name
    }

    /// What stands before and behind the last time in the words before a verb, if that time is an adverbial.
    pub(super) fn around_time<'t>(&self, left: &Clause, head: &'t str) -> (&'t str, &'t str) {
        // Nothing was found in most clauses.
        match left.entities.checked_sub(1) {
            Some(last) if self.places.range(last).start >= left.start => self.around_found(left, head),
            _ => ("", head),
        }
    }

    /// What stands before and behind the last time in the words before a verb, in a clause in which something was found.
    #[inline(never)]
    fn around_found<'t>(&self, left: &Clause, head: &'t str) -> (&'t str, &'t str) {
        let end = left.start + head.len();
        let mut start = left.start;
        let mut cut = head.len();
        let mut i = self.ended(left.entities, end);
        for _ in 0..4 {
            let Some(previous) = i.checked_sub(1) else { break };
            let range = self.places.range(previous);
            if range.start < left.start {
                break;
            }
            if matches!(self.entities[previous], Entity::Time(_)) {
                let front = &self.text[left.start..range.start];
                // “15分钟生活圈” and 城市一刻钟生活圈 are names.
                if opens_quotation(front) || self.is_within_name(previous, front) {
                    i = previous;
                    continue;
                }
                // 支出不得低于上年收入的70%: so is what a limit is set by.
                if let Some(named) = before_standard(front).filter(|named| has_chars(named, 2)) {
                    cut = cut.min(named.len());
                } else if let Some(at) = self.compared_with(previous).filter(|at| *at >= left.start) {
                    cut = cut.min(at - left.start);
                } else if compares_with(front) {
                    // 较1955年增长: the comparison is no part of the subject, nor is what stands behind it.
                    let word = gaps!().trim_end(front).chars().next_back().map_or(0, char::len_utf8);
                    cut = cut.min(gaps!().trim_end(front).len() - word);
                } else {
                    start = self.places.extent(previous).end.min(end);
                    break;
                }
            }
            i = previous;
        }
        let words = head.get(start - left.start..cut).unwrap_or("");
        // 五年中新建的
        let words = if few!("中").begins(words) { self.behind_middle(start, words) } else { words };
        let words = if few!("时的左多").begins(words) { self.behind_taken(start, words) } else { words };
        let front = i.checked_sub(1).filter(|_| start > left.start);
        let front = front
            .and_then(|n| head.get(..self.places.extent(n).start.max(left.start) - left.start))
            .unwrap_or("");
        // 城镇化率五年提高3个百分点: a length of time before the verb has the subject before it.
        let own = gaps!().trim(words).is_empty();
        match i.checked_sub(1).filter(|_| own && start > left.start) {
            Some(n) if self.time(n).is_some_and(|time| time.value.is_length() && time.bound.is_none()) => {
                (front, front)
            }
            _ => (front, words),
        }
    }

    /// The words behind a time and 中, where that belongs to the time: 五年中, 年度中.
    #[cold]
    fn behind_middle<'t>(&self, start: usize, words: &'t str) -> &'t str {
        let rest = &words['中'.len_utf8()..];
        let acted = few!("由分").begins(rest) || rest.starts_with("国家") || ACTIONS.begins(rest);
        let lasts = || {
            let time = self.places.ended(start).checked_sub(1).and_then(|n| self.time(n));
            time.is_some_and(|time| time.value.is_length()) && due::behind_middle(words).is_some()
        };
        if acted || lasts() { rest } else { words }
    }

    /// The words behind the time that something takes: 用三年时间.
    #[cold]
    fn behind_taken<'t>(&self, start: usize, words: &'t str) -> &'t str {
        let last = self.places.ended(start).checked_sub(1).filter(|n| self.time(*n).is_some());
        let front = last.map_or("", |n| &self.text[..self.places.extent(n).start]);
        due::behind_taken(front, words).unwrap_or(words)
    }

    /// Where the word stands that compares with a time, or with the one before it in a row: 比 in 比上半年、一季度.
    pub(super) fn compared_with(&self, n: usize) -> Option<usize> {
        let mut n = n;
        for _ in 0..3 {
            let start = self.places.range(n).start;
            let front = &self.text[..start];
            let Some(row) = front.strip_suffix(['、', '和', '与', '及']) else { break };
            let last = n.checked_sub(1).filter(|last| self.time(*last).is_some())?;
            let between = row.get(self.places.range(last).end..)?;
            if !matches!(between, "" | "同期") {
                return None;
            }
            n = last;
            let words = gaps!().trim_end(&self.text[..self.places.range(n).start]);
            if few!("比较").ends(words) {
                return Some(words.len() - '比'.len_utf8());
            }
        }
        None
    }

    /// Whether some minutes say of what kind what they stand in is: 城市一刻钟生活圈.
    fn is_within_name(&self, n: usize, front: &str) -> bool {
        let minutes = self.time(n).is_some_and(|time| {
            time.bound.is_none()
                && matches!(&time.value, TimeValue::Duration(length) if !length.minutes.is_zero())
        });
        let behind = &self.text[self.places.range(n).end..];
        minutes && front.ends_with(is_han) && behind.starts_with(is_han) || self.is_of_rate(n)
    }

    /// Whether a length of time without a bound says of which rate something is: 三年毛入园率, 24小时随访率; a day alone is
    /// read in 30日回访率.
    pub(super) fn is_of_rate(&self, n: usize) -> bool {
        // Few times stand before one of these.
        few!("毛净入生存成保巩义续留随回复再").begins(&self.text[self.places.range(n).end..])
            && self.is_of_named_rate(n)
    }

    #[cold]
    fn is_of_named_rate(&self, n: usize) -> bool {
        use crate::time::{CalendarUnit, Point};
        static RATES: Words = words![
            "毛入", "净入", "入园率", "入学率", "生存率", "存活率", "成活率", "保存率", "保留率", "巩固率",
            "义务教育巩固", "续签率", "续约率", "续保率", "留存率", "留任率", "随访率", "回访率", "复发率",
            "再入院率", "无病生存率", "总生存率", "保有率",
        ];
        let day = |value: &TimeValue| {
            matches!(value, TimeValue::Point(Point { unit: CalendarUnit::DayOfMonth(_), .. }))
        };
        let length = |time: &TimeExpr| time.bound.is_none() && (time.value.is_length() || day(&time.value));
        self.time(n).is_some_and(length) && RATES.begins(&self.text[self.places.range(n).end..])
    }

    pub(super) fn place(&self, phrase: &str) -> Range<usize> {
        let start = phrase.as_ptr() as usize - self.text.as_ptr() as usize;
        start..start + phrase.len()
    }

    pub(super) fn time(&self, n: usize) -> Option<&TimeExpr> {
        if let Entity::Time(time) = &self.entities[n] { Some(time) } else { None }
    }

    pub(super) fn quantity(&self, n: usize) -> Option<&Quantity> {
        if let Some(Entity::Quantity(quantity)) = self.entities.get(n) { Some(quantity) } else { None }
    }
}

/// A name without the plan for it: 工业总产值计划增长 is said of 工业总产值.
fn without_plan(name: &str) -> &str {
    let stem = name.strip_suffix("计划").filter(|stem| has_chars(stem, 4));
    stem.filter(|stem| names_measure(stem) || stem.ends_with("生产") || stem.ends_with('产')).unwrap_or(name)
}

/// The words before a limit that is set by what follows, up to a time: 比例 in 比例不得低于职工 before 上年度工资的5%.
pub(super) fn before_standard(words: &str) -> Option<&str> {
    let near = tail(words, 12);
    let (at, len, ()) = SET_BY.find_all(near).last()?;
    let between = &near[at + len..];
    between.chars().all(is_han).then(|| &words[..words.len() - near.len() + at])
}

/// Whether a line begins with a name of its own, and not with what goes on with the amount before it.
#[cold]
fn begins_clause(line: &str) -> bool {
    let line = gaps!("\n").trim_start(line);
    line.starts_with(is_han)
        && has_chars(line, 4)
        && !few!("以左及等的和上下之内为至到并从由").begins(line)
        && first_change(line) != Some(0)
}

/// Whether a quotation that some words begin is still open at their end.
fn opens_quotation(words: &str) -> bool {
    let marks = marks_back(words).map(|(_, c)| i32::from(c == '“') - i32::from(c == '”'));
    marks.sum::<i32>() > 0
}

/// The last clause of some words, behind the mark before it.
pub(super) fn last_clause(words: &str) -> &str {
    let clause = &words[few!("，；。：\n,;").rfind(words).unwrap_or(0)..];
    clause.trim_start_matches(['，', '；', '。', '：', '\n', ',', ';'])
}

/// Whether some words are in brackets, as a second unit is: 住房7.4万套（间）.
pub(super) fn in_brackets(words: &str) -> bool {
    words.starts_with('（') && words.ends_with('）')
}
