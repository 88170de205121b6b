//! The subject of a clause that leaves its own out, which an earlier one names: 产值达到5亿元，增长6%.

use core::ops::Range;

use super::clause::Clause;
use super::find::{Finder, Found};
use super::{change, phrase, topic};
use crate::few::few;
use crate::token::{gap, has_end, head, tail};
use crate::words::{Endings, Words, endings, words};

impl Finder<'_> {
    /// The subject of the clause before, for one that has none of its own.
    pub(super) fn carry(&self, left: &Clause) -> Option<Range<usize>> {
        /// 国家决定集中力量抓好 names nothing.
        static NAMELESS_VERBS: Endings =
            endings!["抓好", "办好", "做好", "用好", "提取", "核准", "节约", "派出", "会出现", "了", "取得",];
        let mut clause = self.clause_before(left);
        // 工业增加值下降，三季度由负转正，同比增长1%
        if few!("正负增降升盈亏涨跌").ends(&self.text[clause.range()]) && self.only_turns(&clause) {
            clause = self.clause_before(&clause);
        }
        if let Some(topic) = self.topic_of(clause) {
            return Some(topic);
        }
        // 人均纯收入实际增长，考虑价格下降因素，比上年增长4%: how it is reckoned, or when, names nothing.
        if is_reckoning(&self.text[clause.range()]) || self.is_time(&clause) {
            clause = self.clause_before(&clause);
        }
        let names = |subject: &Range<usize>| !NAMELESS_VERBS.ends(&self.text[subject.clone()]);
        if let Some(last) = self.last() {
            if let Some(own) = self.goes_on(&clause) {
                return Some(own);
            }
            return Some(self.outside(last).subject.clone()).filter(names);
        }
        if let Some(whole) = self.in_part(&clause) {
            return Some(whole);
        }
        // The verb that the clause has, with its subject.
        let mut at = change::first_change(&self.text[clause.range()])?;
        // 实现粮食产量稳步增长，达到2亿吨: the first verb only says that the second came about.
        let behind = change::behind_change(&self.text[clause.start + at..clause.end]).filter(|_| at == 0);
        if let Some(second) = behind.and_then(change::first_change) {
            clause.start = clause.end - behind.map_or(0, str::len);
            at = second;
        }
        let head = without_degree(&self.text[clause.start..clause.start + at]);
        // 实现粮食生产“八连增”，达到2亿吨: the verb stands in what is quoted.
        let quoted = few!("“‘").rfind(head).filter(|at| !few!("”’").within(&head[*at..]));
        let head = quoted.map_or(head, |at| &head[..at]);
        // 提高企业退休人员基本养老金，人均每年增长10%: without a subject, what the verb acts on.
        let subject = self.subject(&clause, head).or_else(|| {
            let object = change::behind_change(&self.text[clause.start + at..clause.end]);
            let object = object.filter(|name| topic::names_measure(name) && phrase::is_measurable(name))?;
            Some(self.place(object))
        });
        subject.filter(names)
    }

    /// Whether a clause only says that what was spoken of turned round: 三季度由负转正.
    #[cold]
    fn only_turns(&self, clause: &Clause) -> bool {
        let words = &self.text[clause.range()];
        few!("转为").within(words) && self.subject(clause, words).is_none()
    }

    /// The measure of a clause before that reports its change and no amount: 港口吞吐量稳步增长，达到6亿吨.
    #[cold]
    fn goes_on(&self, clause: &Clause) -> Option<Range<usize>> {
        let text = &self.text[clause.range()];
        let at = change::first_change(text)?;
        let amounts = self.start_of(clause.entities) < clause.end
            || clause
                .entities
                .checked_sub(1)
                .is_some_and(|n| self.end_of(n) > clause.start && self.quantity(n).is_some());
        let ends = change::behind_change(&text[at..]).is_some_and(str::is_empty);
        let subject = self.subject(clause, &text[..at]).filter(|_| ends && !amounts)?;
        topic::names_measure(&self.text[subject.clone()]).then_some(subject)
    }

    /// The target before one that stands in a bracket behind it: 产量5万吨（其中春茶2万吨），增长6%.
    fn outside<'f>(&'f self, last: &'f Found) -> &'f Found {
        let end = self.end_of(last.entity);
        if !few!("）)").begins(gap(head(&self.text[end..], 16))) {
            return last;
        }
        let front = &self.text[..last.subject.start.min(self.begin_of(last.entity))];
        let near = tail(front, 16);
        let Some(open) = few!("（(").rfind(near).map(|at| front.len() - near.len() + at) else {
            return last;
        };
        let before = (1..4).filter_map(|n| self.last_but(n)).find(|found| self.end_of(found.entity) <= open);
        let adjoins = |found: &&Found| {
            let between = &self.text[self.end_of(found.entity)..open];
            between.len() <= 48 && gap(between).is_empty()
        };
        before.filter(adjoins).unwrap_or(last)
    }
}

/// The words before a change without how large it is: 播种面积 in 播种面积有较大幅度的增长.
fn without_degree(head: &str) -> &str {
    let Some(degree) = head.strip_suffix('的') else { return head };
    let at = few!("有")
        .rfind(degree)
        .filter(|at| few!("较很了明显大一新更").begins(&degree[at + '有'.len_utf8()..]));
    at.map_or(head, |at| &degree[..at])
}

/// Whether a clause only says how an amount is reckoned: 考虑价格下降因素, 按可比价格计算.
fn is_reckoning(clause: &str) -> bool {
    static RECKONS: Words = words!["考虑", "扣除", "剔除", "按", "若扣除", "如果扣除"];
    has_end(clause, &["因素", "影响", "计算"]) && RECKONS.begins(gap(clause))
}
