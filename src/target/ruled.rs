//! What a rule sets: what there has to be, between what a measure has to lie.

use core::ops::Range;

use super::clause::Clause;
use super::find::{Finder, Found};
use super::lexicon::{LIMITS, MUST};
use super::spot::Spot;
use super::traces::asked;
use super::{Change, action, change, noun, phrase, topic};
use crate::few::{few, gaps};
use crate::quantity::{Amount, Bound};
use crate::token::{has_chars, has_end, head, strip_any, tail};
use crate::unit::UnitKind;
use crate::words::{Endings, Words, endings, words};

/// Whether words before an amount and its bound make a limit of that: 距离必须 before 大于25米, which else is a condition.
pub(super) fn binds(before: &str, bound: Option<Bound>) -> bool {
    static MODALS: Endings = endings![MUST];
    matches!(bound, Some(Bound::AtLeast | Bound::AtMost | Bound::Over | Bound::Under)) && MODALS.ends(before)
}

/// Whether some words only say that something is set, and by whom: 由省政府确定, 浮动.
fn is_set(words: &str) -> bool {
    static SETS: Endings = endings![
        "确定", "浮动", "调整", "选择", "核定", "执行", "自主确定", "合理确定", "酌情确定", "酌定", "约定",
        "掌握", "设定", "选定", "决定", "规定", "收取", "收费", "发放",
    ];
    let clause = head(words, 20);
    let clause = &clause[..clause.find(['，', '。', '；', '、', '\n', ',']).unwrap_or(clause.len())];
    let ends = clause.len() < head(words, 20).len() || clause.len() == words.len();
    ends && SETS.strip_end(clause).is_some_and(|(who, ())| who.is_empty() || few!("由按根依自").begins(who))
}

/// Whether the words that bound an amount set a limit to it: 不得少于.
pub(super) fn is_limit(extent: &str) -> bool {
    static SETS_LIMIT: Words = words![LIMITS, "不得", "不宜", "不应"];
    SETS_LIMIT.begins(extent)
}

/// Whether a text goes on with a second limit: 且不得高于12%.
pub(super) fn limits_again(after: &str) -> bool {
    few!("且并但").begins(after) && strip_any(after, &["并且", "且", "并", "但"]).is_some_and(is_limit)
}

/// Whether some words set a limit to the amount behind them: 不得低于上年收入的.
pub(super) fn within(before: &str) -> bool {
    static SETS_LIMIT: Words = words![LIMITS, "不得", "不宜", "不应"];
    SETS_LIMIT.within(tail(before, 30))
}

/// Whether the words between two amounts only say that one or the other is meant, and what the second is a part of.
pub(super) fn is_or(between: &str) -> bool {
    static OR: Words = words!["或者", "或"];
    OR.strip(gaps!().trim(between)).is_some_and(|(of, ())| {
        of.is_empty() || few!("的").ends(of) && !few!("，、；。：有为是达").within(of) && !has_chars(of, 16)
    })
}

/// What stands before the first modal of a clause: 业务人员 in 业务人员应符合资格条件.
#[cold]
fn before_modal(clause: &str) -> Option<&str> {
    static MODALS: Words = words![MUST, "可以", "可", "得", "不得"];
    let modal = |(at, len, ()): &(usize, usize, ())| {
        let (before, behind) = (&clause[..*at], &clause[at + len..]);
        !few!("供反对相响适效感取获所难值使觉认许宁").ends(before)
            && !few!("再靠行能持见到出的").begins(behind)
    };
    MODALS.find_all(clause).find(modal).map(|(at, ..)| &clause[..at])
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

    /// What the clause before a second limit rules something else of: 业务人员应符合资格条件，且不得少于三人.
    #[cold]
    fn limited_as_well(&self, next: &Clause) -> Option<Range<usize>> {
        let clause = self.clause_before(next);
        let head = before_modal(&self.text[clause.range()])?;
        // 批准文件在有效期内可多次使用
        let at = few!("在").rfind(head).filter(|_| few!("内中").ends(head)).unwrap_or(head.len());
        self.subject(&clause, &head[..at]).filter(|name| phrase::is_measurable(&self.text[name.clone()]))
    }

    /// Where a measure has to lie: 距离应在十公尺以上.
    pub(super) fn lies(&self, spot: &Spot<'_>) -> Option<Found> {
        let change = match spot.quantity.bound {
            Some(Bound::AtMost) => Change::Hold,
            Some(Bound::AtLeast | Bound::About) => Change::To,
            // 增速在4%—5%之间
            None if spot.after.starts_with("之间") => Change::To,
            // 保证金数额在5%至20%范围内确定
            None if few!("范幅区的").begins(spot.after) => return self.set_within(spot),
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
        if let Some(between) = after.strip_prefix("之间")
            && is_set(between)
        {
            return self.set_in(spot, head);
        }
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

    /// What is set within some limits: 税率在3%至5%的幅度内由省政府确定, 保证金数额在起拍价的5%至20%范围内确定.
    #[cold]
    fn set_within(&self, spot: &Spot<'_>) -> Option<Found> {
        static LIMITED: Words = words![
            "范围内", "范围之内", "幅度内", "幅度之内", "区间内", "范围", "幅度", "区间", "的范围内",
            "的幅度内", "的范围之内", "的幅度之内", "的区间内",
        ];
        let (behind, ()) = LIMITED.strip(spot.after)?;
        let near = tail(spot.before, 12);
        let of = few!("在").rfind(near).filter(|_| few!("的在").ends(near))?;
        let head = &spot.before[..spot.before.len() - near.len() + of];
        if is_set(behind) { self.set_in(spot, head) } else { None }
    }

    fn set_in(&self, spot: &Spot<'_>, head: &str) -> Option<Found> {
        let range = matches!(spot.quantity.amount, Amount::Range { .. });
        // 数额由法院在…范围内确定
        let by = few!("由").rfind(head).filter(|at| *at > 0 && !few!("自理事缘").ends(&head[..*at]));
        let subject = self.subject(&spot.left, &head[..by.unwrap_or(head.len())]).filter(|_| range)?;
        let measure = topic::is_payment(&self.text[subject.clone()]);
        measure.then(|| Found::new(spot.i, subject, Change::To))
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
        let more = strip_any(before, &["并且", "而且", "但是", "且", "但", "并", "也", "亦", "又"]);
        let adverbs = phrase::is_adverbial(more.unwrap_or(before));
        if !(whole && few!("，,").ends(&self.text[..left.start]) && adverbs) {
            return None;
        }
        // 执法人员进行检查，不得少于二人: who does it.
        let as_well = || self.limited_before(left).or_else(|| self.limited_as_well(left));
        let topic = more.and_then(|_| as_well()).or_else(|| self.topic(left));
        let topic = topic.or_else(|| self.limited_before(left))?;
        // 可以减少宽度，但不得小于8公里
        let name = change::leading_change(&self.text[topic.clone()]).0;
        let topic = self.place(name);
        let doer = name.find("进行").filter(|at| *at >= 2 * '人'.len_utf8()).unwrap_or(name.len());
        let subject = topic.start..topic.start + doer;
        Some(Found::carried(i, subject, Change::To))
    }
}
