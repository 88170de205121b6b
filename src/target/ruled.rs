//! What a rule sets: what there has to be, between what a measure has to lie.

use super::find::{Finder, Found};
use super::lexicon::{LIMITS, MUST};
use super::spot::Spot;
use super::traces::asked;
use super::{Change, action, noun, phrase, topic};
use crate::few::{few, gaps};
use crate::quantity::{Amount, Bound};
use crate::token::{has_end, strip_any};
use crate::unit::UnitKind;
use crate::words::{Words, words};

/// Whether words before an amount and its bound make a limit of that: 距离必须 before 大于25米, which else is a condition.
pub(super) fn binds(before: &str, bound: Option<Bound>) -> bool {
    static MODALS: Words = words![MUST];
    matches!(bound, Some(Bound::AtLeast | Bound::AtMost | Bound::Over | Bound::Under)) && MODALS.ends(before)
}

/// Whether the words that bound an amount set a limit to it: 不得少于.
pub(super) fn is_limit(extent: &str) -> bool {
    static SETS_LIMIT: Words = words![LIMITS, "不得", "不宜", "不应"];
    SETS_LIMIT.begins(extent)
}

impl Finder<'_> {
    /// What a rule says there has to be: 应当有3名以上合伙人, 应设置厨余、其他两类收集容器.
    pub(super) fn provided(&self, spot: &Spot<'_>) -> Option<Found> {
        let kind = matches!(spot.kind, UnitKind::Count | UnitKind::Currency);
        let whole = !matches!(spot.quantity.amount, Amount::Fraction { .. });
        // A modal stands in all of these.
        let modal = spot.seen.may_have(asked!("应须可得"));
        if kind && whole && modal && action::is_required(spot.before, spot.left.lists) {
            self.required(spot.i)
        } else {
            None
        }
    }

    #[cold]
    fn required(&self, i: usize) -> Option<Found> {
        let from = self.behind_particle(i);
        // 应当有三人以上为发起人, 可以委托一至二人作为代理人
        let role = strip_any(&self.text[from..], &["作为", "担任", "为"]);
        let from = role.map_or(from, |rest| self.text.len() - rest.len());
        let noun = noun::noun_after(self.text, from, self.start_of(i + 1))?;
        let noun = noun::before_action(self.text, noun);
        // 应当有两名见证人的，: a condition
        let behind = self.text[noun.end..].strip_prefix('的').unwrap_or("");
        let condition = few!("，；。,;").begins(behind);
        (!condition && !noun::is_fixed(&self.text[noun.clone()])).then(|| Found::new(i, noun, Change::Count))
    }

    /// Where a measure has to lie: 距离应在十公尺以上.
    pub(super) fn lies(&self, spot: &Spot<'_>) -> Option<Found> {
        let change = match spot.quantity.bound {
            Some(Bound::AtMost) => Change::Hold,
            Some(Bound::AtLeast | Bound::About) => Change::To,
            // 增速在4%—5%之间
            None if spot.after.starts_with("之间") => Change::To,
            _ => return None,
        };
        // 每月金额以三万元为限
        let within = few!("以").ends(spot.before) && self.text[..spot.end].ends_with("为限");
        if within || few!("在").ends(spot.before) { self.lies_in(spot, change) } else { None }
    }

    #[cold]
    fn lies_in(&self, spot: &Spot<'_>, change: Change) -> Option<Found> {
        let &Spot { i, ref left, before, after, .. } = spot;
        let head = before.strip_suffix(['在', '以'])?;
        let after = after.strip_prefix("之间").unwrap_or(after);
        let subject =
            self.subject(left, head).filter(|_| after.is_empty() || few!("，。；、,;\n").begins(after))?;
        let name = &self.text[subject.clone()];
        // 违法所得数额在五万元以上，且…: without a modal it may be a condition.
        let condition = few!("额").ends(name) && !few!("应须需").ends(head) && !few!("以").ends(before);
        // 增速都在8%以上
        let measure = topic::names_measure(name) || has_end(name, &["速", "幅", "幅度", "速度"]);
        (measure && !condition).then(|| Found::new(i, subject, change))
    }

    /// A limit behind the clause that names what it is set to: 补助的总额，原则上不超过60万元.
    pub(super) fn limited(&self, spot: &Spot<'_>) -> Option<Found> {
        if is_limit(&self.text[spot.left.end..]) { self.limit(spot) } else { None }
    }

    #[cold]
    fn limit(&self, spot: &Spot<'_>) -> Option<Found> {
        let &Spot { i, ref left, before, after, .. } = spot;
        let whole = after.is_empty() || few!("，。；,;\n").begins(after);
        // 用水量控制在30亿吨，其中2025年不超过26亿吨
        if whole
            && before.starts_with("其中")
            && let Some(last) =
                self.last().filter(|last| last.entity < i && self.kinds[last.entity] == spot.kind)
            && gaps!().trim(self.behind_time(left, before)).is_empty()
        {
            return Some(Found::carried(i, last.subject.clone(), Change::To));
        }
        if !(whole && few!("，,").ends(&self.text[..left.start]) && phrase::is_adverbial(before)) {
            return None;
        }
        // 执法人员进行检查，不得少于二人: who does it.
        let topic = self.topic(left).or_else(|| self.limited_before(left))?;
        let name = &self.text[topic.clone()];
        let doer = name.find("进行").filter(|at| *at >= 2 * '人'.len_utf8()).unwrap_or(name.len());
        let subject = topic.start..topic.start + doer;
        Some(Found::carried(i, subject, Change::To))
    }
}
