//! The amount from which something changes: 从34.6% in 从34.6%提高到49%.

use core::ops::Range;

use super::clause::Clause;
use super::find::Finder;
use super::{Change, phrase};
use crate::document::Entity;
use crate::few::{few, gaps};
use crate::time::TimeBound;
use crate::token::{gap, has_chars, is_han, strip_any_end, tail};
use crate::unit::UnitKind;
use crate::words::{Endings, endings};

impl Finder<'_> {
    /// Up or down, from the two amounts.
    pub(super) fn direction(&self, base: usize, i: usize) -> Change {
        match (&self.entities[base], &self.entities[i]) {
            (Entity::Quantity(a), Entity::Quantity(b)) if a.amount.to_f64() > b.amount.to_f64() => {
                Change::DownTo
            }
            _ => Change::UpTo,
        }
    }

    /// 从34.6% before 提升到: the amount that a change starts from, and the words before it.
    pub(super) fn baseline<'t>(&self, i: usize, left: &Clause, head: &'t str) -> (&'t str, Option<usize>) {
        // 增加到2002年的18914亿元: a time may stand between the verb and the amount.
        let verb = left.start + head.len();
        let dated = i.checked_sub(1).is_some_and(|p| {
            matches!(self.entities[p], Entity::Time(_)) && self.places.range(p).start >= verb
        });
        // 由8亿元到1957年将增加为9亿元: one may stand before it, too.
        let by = i.checked_sub(1).map(|p| self.places.extent(p)).filter(|by| {
            !dated
                && matches!(&self.entities[i - 1], Entity::Time(time) if time.bound == Some(TimeBound::By))
                && by.start >= left.start
                && matches!(self.text.get(by.end..verb), Some("" | "将" | "预计"))
        });
        let between = usize::from(dated || by.is_some());
        let Some(previous) = i.checked_sub(1 + between) else { return (head, None) };
        let range = self.places.range(previous);
        let adjacent = by.map_or(left.start + gaps!().trim_end(head).len(), |by| by.start);
        let alike = match (&self.entities[previous], &self.entities[i]) {
            (Entity::Quantity(_), Entity::Quantity(_)) => true,
            (Entity::Time(a), Entity::Time(b)) => a.value.is_length() && b.value.is_length(),
            _ => false,
        };
        let of = self.text.get(self.end_of(previous)..adjacent).unwrap_or("");
        // 从5吨大幅增加到11吨
        let of = if phrase::is_adverbial(of) { "" } else { of };
        let adjoins = !has_chars(of, 4) && self.text[self.end_of(i)..].starts_with(of);
        if range.start < left.start || !alike || range.end > verb {
            return (head, None);
        }
        let front = &head[..range.start - left.start];
        if !adjoins {
            let counted = few!("从由").ends(front) && self.counts_alike(previous, i, adjacent);
            let of_both = counted.then(|| (&front[..front.len() - '从'.len_utf8()], Some(previous)));
            return of_both.unwrap_or((head, None));
        }
        if let Some(front) = self.compared(i, previous, front) {
            return (front, Some(previous));
        }
        // 自8000点成长至1.6万点
        let from = front.strip_suffix('自').filter(|rest| !few!("各来独亲").ends(rest)).map(str::len);
        match few!("从由").rfind(front).or(from) {
            // 分别从20%、30%提高到25%、35%
            Some(at) => (&head[..at], Some(self.row_start(previous))),
            None => (head, None),
        }
    }

    /// Whether an amount and what it counts stand before a place, and the next one counts alike: 由113个城市增加到333个.
    #[cold]
    fn counts_alike(&self, first: usize, next: usize, place: usize) -> bool {
        let unit = |n: usize| self.quantity(n).map(|quantity| quantity.unit.as_str());
        self.counts(first)
            && unit(first) == unit(next)
            && self.noun(first).is_some_and(|noun| noun.end == place)
    }

    /// 比1958年的 before 214亿元, which something grows from: the words before 比.
    #[inline(never)]
    fn compared<'t>(&self, i: usize, previous: usize, front: &'t str) -> Option<&'t str> {
        use UnitKind::{Multiple, Percent, PercentagePoint};
        let (kind, from) = (self.kinds[i], self.kinds[previous]);
        // Anything may be so many per cent more.
        if !(from == kind || matches!(kind, Percent | Multiple) || (from, kind) == (Percent, PercentagePoint))
        {
            return None;
        }
        let Some(time) = previous.checked_sub(1).filter(|n| self.time(*n).is_some()) else {
            return before_bare_year(front);
        };
        let time = self.places.extent(time);
        let between = self.text.get(time.end..self.begin_of(previous))?;
        if !matches!(gaps!("\n").trim(between), "" | "的" | "同期" | "同期的" | "末的" | "时的") {
            return None;
        }
        let before = front.get(..time.start.checked_sub(self.place(front).start)?)?;
        let head = gaps!().trim_end(before).strip_suffix(['比', '较'])?;
        // 占比, 计较 are other words.
        (!few!("占正反百计").ends(head)).then_some(head)
    }

    /// The amount that a change starts from where a comma parts it from the verb, behind what has changed: 占比由上年的30%左右，提高到50%.
    #[inline(never)]
    pub(super) fn baseline_apart(&self, i: usize, left: &Clause) -> Option<(Range<usize>, usize)> {
        // 提高到2020年的50%
        let dated = i.checked_sub(1).filter(|p| matches!(self.entities[*p], Entity::Time(_)));
        let last = dated.filter(|p| self.begin_of(*p) >= left.start).unwrap_or(i).checked_sub(1)?;
        // 分别从20%、30%，提高到25%、35%: as many as they come to.
        let from = self.row_start(last);
        let whole = from == last || self.row_end(i) - i == last - from;
        let between = self.text.get(self.places.extent(last).end..left.start)?;
        // 由2.5吨煤，降低到2.3吨煤: what is measured may stand behind both.
        let of = between.strip_suffix(['，', ','])?;
        let alike = whole && self.kinds[from] == self.kinds[i] && self.quantity(from).is_some();
        if !alike || has_chars(of, 4) || !self.text[self.end_of(i)..].starts_with(of) {
            return None;
        }
        let clause = self.left(from);
        let before = self.text[clause.range()].trim_end_matches('的');
        let time = from
            .checked_sub(1)
            .map(|p| self.places.range(p))
            .filter(|time| time.start >= clause.start && time.end == clause.start + before.len());
        let front = time.map_or(&self.text[clause.range()], |time| &self.text[clause.start..time.start]);
        let head = before_from(front)?;
        let subject = self.subject(&clause, head).or_else(|| self.carry(&clause))?;
        Some((subject, from))
    }

    /// What is brought down to fewer, and how many there were: 手续 in 将原有的五道手续简化为两道.
    #[inline(never)]
    pub(super) fn merged(&self, i: usize, left: &Clause, head: &str) -> Option<(Range<usize>, usize)> {
        /// 20个园区整合优化为8个
        static TOGETHER: Endings =
            endings!["整合", "优化", "整合优化", "调整", "撤并", "合并", "归并", "精简", "精简优化", "压减"];
        let previous = i.checked_sub(1).filter(|p| self.counts(*p) && self.counts(i))?;
        let start = self.begin_of(previous);
        let front = self.text.get(left.start..start)?;
        let front = strip_any_end(front, &["过去的", "原有的", "原来的", "现有的", "原有", "原来", "现有"]);
        let front = front.unwrap_or(&self.text[left.start..start]);
        let name = gap(self.text.get(self.end_of(previous)..left.start + head.len())?);
        let done = TOGETHER.strip_end(name).map(|(stem, ())| stem);
        // 将上年实施的20项措施调整为30项
        let which = few!("的").ends(front) && few!("将把").within(tail(front, 14));
        let taken = few!("将把").ends(front) || which || done.is_some() && phrase::is_scope(front);
        let name = done.unwrap_or(name);
        let taken = taken && has_chars(name, 2) && !few!("的从由，、").within(name);
        taken.then(|| (self.place(name), previous))
    }
}

/// The words before a comparison with a year of the Republic, which is no time where nothing says so: 较104年的 before 0.72%.
fn before_bare_year(front: &str) -> Option<&str> {
    let year = strip_any_end(front.strip_suffix('的').unwrap_or(front), &["年度", "年"])?;
    let head = gaps!().trim_end(year).trim_end_matches(|c: char| c.is_ascii_digit());
    matches!(year.len() - head.len(), 2 | 3).then(|| gaps!().trim_end(head).strip_suffix(['比', '较']))?
}

/// The words before the 从 or 由 that some words end in, or that is followed by no more than what says when an amount was so
/// much: 从开始时, 由第一个五年.
fn before_from(front: &str) -> Option<&str> {
    /// How many characters that takes.
    const LONG: usize = 9;
    let near = tail(gaps!().trim_end(front), LONG);
    let at = few!("从由").rfind(near)?;
    let behind = &near[at + '从'.len_utf8()..];
    let word = few!("业事属于此而来容严").begins(behind) || few!("自理缘经服").ends(&near[..at]);
    let when = !word && behind.chars().all(is_han);
    when.then(|| &front[..near.as_ptr() as usize - front.as_ptr() as usize + at])
}
