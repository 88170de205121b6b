//! Whether each target is aimed at, has come about, or is ruled: by the words around it, and by its time.

use core::ops::Range;

use super::due::{compares_with, stated_year};
use super::find::{Finder, Found};
use super::mood::{Given, Kind, Moods, Verdict, When};
use super::{Change, Modality, payment, precision};
use crate::few::{few, gaps};
use crate::quantity::Bound;
use crate::time::{CalendarUnit, Point, TimeBound, TimeExpr, TimeValue, Year};
use crate::token::{has_start, strip_any, tail};
use crate::unit::UnitKind;
use crate::words::{Endings, endings};

/// What is charged by a rule: fees and prices that are set.
static FEES: Endings = endings![
    "收费", "收费标准", "限价", "水价", "电价", "气价", "热价", "票价", "运价", "基准价", "指导价", "水费",
    "电费", "燃气费", "供暖费", "学费", "住宿费", "书簿费", "簿籍费", "课本费", "保教费", "保育费", "处理费",
    "资源费", "停车费", "停放费", "服务费", "手续费", "报名费", "考试费", "工本费", "检验费", "检测费",
    "登记费", "管理费", "物业费", "租赁费", "使用费", "占用费", "通行费", "供水价格", "供热价格", "供暖价格",
    "学费标准", "销售价格", "收费价格",
];

impl Finder<'_> {
    /// Whether an amount is money that one person or firm may get, or a share of something.
    fn is_small_sum(&self, i: usize) -> bool {
        const LESS_THAN: f64 = 1e8;
        match self.kinds[i] {
            UnitKind::Currency => self.quantity(i).is_some_and(|sum| sum.amount.to_f64() < LESS_THAN),
            UnitKind::Rate | UnitKind::Percent => true,
            _ => false,
        }
    }

    /// Whether an amount of money is what has to be paid.
    fn is_fee(&self, i: usize, name: &str) -> bool {
        matches!(self.kinds[i], UnitKind::Currency | UnitKind::Rate) && FEES.ends(name)
    }

    /// Whether an amount is aimed at, has come about, or is ruled, and the words that say so.
    pub(super) fn modality(&self, moods: &Moods<'_>, found: &Found, governing: Option<usize>) -> Verdict {
        let i = found.entity;
        let at = self.places.range(i).start;
        let end = self.end_of(i);
        let floor = self.reach(at, 600);
        let due = governing.and_then(|n| self.time(n));
        let year = due.and_then(stated_year);
        let past = year.zip(self.year).map(|(due, now)| due < now);
        // 增长6%（预期性）: a plan says so of its indicators.
        if let Some(label) = indicator_of_plan(&self.text[end..]) {
            return (Modality::Goal, Some(end + label.start..end + label.end));
        }
        // 截至 looks back.
        let until = governing.is_some_and(|n| {
            // A line above may state it.
            let front = self.text.get(self.sentence..self.places.range(n).start).unwrap_or("");
            let front = gaps!().trim_end(front);
            let behind = &self.text[self.places.range(n).end..];
            few!("至止间").ends(front) && tail(front, 40).contains('截') || has_start(behind, &["为止", "止"])
        });
        let term = due.is_some_and(|t| matches!(t.bound, Some(TimeBound::By | TimeBound::Next))) && !until;
        let bound = self.quantity(i).map_or_else(|| self.time(i)?.limit, |quantity| quantity.bound);
        let bounded = matches!(bound, Some(Bound::AtLeast | Bound::AtMost));
        let to_come = || year.zip(self.published).is_some_and(|(due, now)| due > now);
        let when = match past {
            Some(true) => When::Past,
            Some(false) if term || to_come() => When::Ahead,
            _ => When::Open,
        };
        let name = &self.text[found.subject.clone()];
        // 按工资总额的2%缴纳保险费
        let levied = || self.kinds[i] == UnitKind::Percent && few!("费税金").ends(name);
        let kind = match found.change {
            _ if found.baseline.is_some() => Kind::Raised,
            Change::Count | Change::To if payment::is_reward(name) => Kind::Granted,
            Change::Count if levied() => Kind::Granted,
            Change::To if self.is_fee(i, name) => Kind::Charged,
            _ => Kind::Other,
        };
        let given = Given { at, when, term, bounded, kind };
        let (mut modality, cue) = moods.modality(&(floor..end), given, |part| self.precision(part));
        // 生活补贴25万元: where nothing else is said, what one may get is set.
        if modality == Modality::Unknown && kind == Kind::Granted && self.is_small_sum(i) {
            modality = Modality::Rule;
        }
        // 前10个月 are reported when they are over.
        let elapsed = |n: usize| {
            let time = &self.text[self.places.range(n)];
            time.starts_with('前') && few!("月度").ends(time)
        };
        if cue.is_none() && !term && past.is_none() && governing.is_some_and(elapsed) {
            modality = Modality::Fact;
        }
        let above = cue.as_ref().filter(|cue| cue.end <= self.sentence && !term);
        // 三年来，…: its own years are over, whatever the text around aims at.
        let over = due.is_some_and(|time| time.bound == Some(TimeBound::Last));
        if over && modality == Modality::Goal && (cue.is_none() || above.is_some()) {
            return (Modality::Fact, governing.map(|n| self.places.extent(n)));
        }
        if let Some(above) = above
            && let Some(overruled) = self.overruled(modality, above, i, governing, past)
        {
            return overruled;
        }
        // Where the term decided, it is the cue.
        let decided = cue.is_none() && (term && modality == Modality::Goal || past == Some(true));
        (modality, cue.or_else(|| governing.filter(|_| decided).map(|n| self.places.extent(n))))
    }

    /// The other way round than what stands above a sentence has it, where its own words or its time say so.
    fn overruled(
        &self,
        modality: Modality,
        above: &Range<usize>,
        i: usize,
        governing: Option<usize>,
        past: Option<bool>,
    ) -> Option<Verdict> {
        let due = governing.and_then(|n| self.time(n));
        let term = |decides: bool| governing.filter(|_| decides).map(|n| self.places.extent(n));
        match modality {
            Modality::Goal => {
                let so_far = || term(past.is_none() && due.is_some_and(is_from_january));
                let words = self.states_level(i, due).or_else(so_far)?;
                Some((Modality::Fact, Some(words)))
            }
            // 今年以来，…
            Modality::Fact if !self.text[above.clone()].starts_with('今') => {
                let to_come = governing.is_some_and(|n| self.is_to_come(n, self.places.range(i).start));
                Some((Modality::Goal, Some(term(to_come)?)))
            }
            _ => None,
        }
    }

    /// The words directly before an amount that state how much there is, whatever its section is about: 造价高达, 产量只有.
    fn states_level(&self, i: usize, due: Option<&TimeExpr>) -> Option<Range<usize>> {
        static STATES_LEVEL: Endings = endings!["高达", "只有", "仅有", "只不过", "仅为"];
        let left = self.left(i);
        let words = gaps!().trim_end(&self.text[left.range()]);
        let (front, ()) = STATES_LEVEL.strip_end(words)?;
        // 五年内投资还只有2亿元, 将高达
        let planned = few!("将要须应可还").within(front) || due.is_some_and(|time| time.value.is_length());
        (!planned).then(|| left.start + front.len()..left.start + words.len())
    }

    /// Whether the time before an amount is a year that has not ended, of which its clause reports nothing done: 今年扩大到80户.
    fn is_to_come(&self, n: usize, at: usize) -> bool {
        let year = |point: Point| matches!(point.unit(), CalendarUnit::Year(Year::Relative(0 | 1)));
        self.time(n).is_some_and(|time| matches!(time.value, TimeValue::Point(point) if year(point)))
            && !few!("了已").within(&self.text[self.places.range(n).end..at])
    }

    /// Which way the quantities in a part of the text lean by how precise they are.
    fn precision(&self, part: &Range<usize>) -> i32 {
        let inside = self.places.begun(part.start)..self.places.begun(part.end);
        let quantities = inside.filter_map(|n| {
            let rough = || few!("多余").within(&self.text[self.places.range(n)]);
            self.quantity(n).filter(|_| !self.is_of_year_before(n)).map(|quantity| (quantity, rough()))
        });
        precision::leaning(quantities)
    }

    /// Whether an amount is that of a year something is compared with, 比1980年的320万吨: plans and reports know it alike.
    fn is_of_year_before(&self, n: usize) -> bool {
        n.checked_sub(1).is_some_and(|before| {
            let Range { start, end } = self.places.range(before);
            self.time(before).is_some()
                && &self.text[end..self.places.range(n).start] == "的"
                && compares_with(&self.text[..start])
        })
    }
}

/// Where a bracket directly behind an amount says that it is a target of a plan.
fn indicator_of_plan(after: &str) -> Option<Range<usize>> {
    let inside = after.strip_prefix(['（', '(', '〔', '［', '['])?;
    let word = strip_any(inside, &["预期性", "约束性"]).map(|rest| inside.len() - rest.len())?;
    let start = after.len() - inside.len();
    Some(start..start + word)
}

/// Whether a time begins with the first month of a year and ends with a later one: 1—9月.
const fn is_from_january(time: &TimeExpr) -> bool {
    let TimeValue::Range(from, to) = time.value else { return false };
    matches!(from.unit(), CalendarUnit::Month(_, 1)) && matches!(to.unit(), CalendarUnit::Month(..))
}
