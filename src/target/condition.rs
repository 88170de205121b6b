//! Conditions: an amount that only says when something holds is no target.

use super::action::is_whole_verb;
use super::find::{Finder, Found};
use super::lexicon::{LIMITS, MUST};
use super::payment;
use super::spot::Spot;
use crate::few::{few, gaps};
use crate::normalize::Normalized;
use crate::outline::{TaskList, around};
use crate::quantity::Bound;
use crate::token::{has_chars, has_end, has_start, head, strip_any, strip_any_end, tail};
use crate::unit::UnitKind;
use crate::words::{BothWays, Endings, Words, both_ways, endings, words};

/// How many characters before and behind an amount are read.
const NEAR: usize = 60;

/// What stands behind a bracket that words begin with: 5000万元以上（含），.
fn behind_bracket(words: &str) -> &str {
    let Some(inside) = words.strip_prefix(['（', '(']) else { return words };
    head(inside, NEAR).find(['）', ')']).map_or(words, |at| inside[at..].trim_start_matches(['）', ')']))
}

/// Whether the next clause says that something is granted: ，给予一次性奖励.
fn grants_next(after: &str) -> bool {
    static GRANTS: Words =
        words!["给予", "予以", "再给予", "一次性给予", "一次性奖励", "按", "可给予", "分别给予"];
    behind_bracket(after)
        .strip_prefix(['，', ','])
        .is_some_and(|clause| GRANTS.begins(gaps!().trim_start(clause)))
}

impl Finder<'_> {
    /// Whether the clause of an amount, or the row that it begins, ends as a condition does: 排放达20吨以上，屡教不改的，责令停产;
    /// 人数达五十人时，应设专人.
    pub(super) fn is_condition(&self, spot: &Spot<'_>) -> bool {
        /// What rules is no condition: 注册资本不低于500万元，跨省经营的，….
        static RULED: Words = words![MUST, LIMITS, "不得", "不宜"];
        let &Spot { quantity, after, .. } = spot;
        let before = &self.text[spot.left.start..spot.start];
        let reaches = matches!(quantity.bound, Some(Bound::AtLeast | Bound::Over | Bound::Under))
            || has_end(before, &["达", "达到"])
            // 造成3人以下死亡，或者10人以下重伤的，处…
            || few!("死重轻").begins(after) && quantity.bound == Some(Bound::AtMost);
        if reaches && (self.is_interval(spot) || self.defines(spot)) {
            return true;
        }
        if few!("，,（(").begins(after) && self.earns(spot) {
            return true;
        }
        if reaches
            && few!("的、").begins(after)
            && few!("、且").ends(&self.text[..spot.left.start])
            && self.is_picked(spot)
        {
            return true;
        }
        // Behind many amounts stands none of these.
        if !few!("，、或且而并死重轻时").begins(after) {
            return false;
        }
        // 若占比小于20%，则不列入
        if after.starts_with("，则") && opens_condition(before) {
            return true;
        }
        if !(reaches || after.starts_with('时')) {
            return false;
        }
        (closes_clause(after) || picks(before, after)) && !RULED.within(before)
    }

    /// Whether an amount is the last of a row that says for whom something is done: 对产值达到3亿元、税收增长10%以上的企业，.
    #[cold]
    fn is_picked(&self, spot: &Spot<'_>) -> bool {
        let mut start = spot.left.start;
        for last in (0..spot.i).rev().take(3) {
            if !few!("、且").ends(&self.text[..start]) || self.quantity(last).is_none() {
                return false;
            }
            let clause = self.left(last);
            start = clause.start;
            if picks(&self.text[clause.range()], &self.text[self.end_of(last)..]) {
                return true;
            }
        }
        false
    }

    /// Whether something is granted in the next clause for what is so much: 连片新建50亩以上，每亩补贴5万元.
    #[inline(never)]
    fn earns(&self, spot: &Spot<'_>) -> bool {
        let bounded = spot.quantity.bound.is_some() && spot.quantity.extent.end > spot.quantity.span.end;
        if bounded && spot.before.starts_with('对') && grants_next(spot.after) {
            return true;
        }
        let reached = || has_end(spot.before, &["达", "达到", "超过", "超", "满"]);
        if !(bounded || reached()) || self.quantity(spot.i + 1).is_none() {
            return false;
        }
        // 新建50亩以上，或改建100亩以上，每亩补贴5万元: there may be others that do.
        for next in spot.i + 1..spot.i + 4 {
            let Some(amount) = self.quantity(next) else { break };
            let between = self.text.get(self.end_of(next - 1)..self.begin_of(next)).map(behind_bracket);
            let Some(clause) = between.and_then(|words| words.strip_prefix(['，', ','])) else { break };
            if self.grants(next, gaps!().trim_start(clause)) {
                return true;
            }
            let another = matches!(amount.bound, Some(Bound::AtLeast)) && amount.extent.end > amount.span.end;
            if !another || few!("，；。").within(clause) {
                break;
            }
        }
        false
    }

    /// Whether the clause up to an amount, or what stands behind that, only says that so much is granted.
    fn grants(&self, i: usize, clause: &str) -> bool {
        static GRANTED_BY: Words = words![
            "给予", "的比例给予", "的标准给予", "比例给予", "标准给予", "予以补助", "予以奖励", "予以补贴",
            "予以奖补", "标准予以", "的标准予以",
        ];
        matches!(self.kinds[i], UnitKind::Currency | UnitKind::Percent | UnitKind::Rate)
            && (is_grant(clause)
                || clause.starts_with('按')
                    && !few!("，。；").within(clause)
                    && GRANTED_BY.begins(&self.text[self.end_of(i)..]))
    }

    /// Whether two amounts say between which values something lies: 大于等于二十头小于二百头, 100吨以上不足500吨.
    fn is_interval(&self, spot: &Spot<'_>) -> bool {
        let above = |bound: Bound| matches!(bound, Bound::AtLeast | Bound::Over);
        let pair = |a: usize, b: usize| {
            let (Some(first), Some(last)) = (self.quantity(a), self.quantity(b)) else { return false };
            let opposite =
                first.bound.zip(last.bound).is_some_and(|(first, last)| above(first) != above(last));
            opposite
                && first.unit == last.unit
                && matches!(self.text.get(self.end_of(a)..self.begin_of(b)), Some("" | "，" | "、"))
                && bounds_value(&self.text[self.begin_of(b)..])
        };
        let before = |i: usize| i.checked_sub(1).is_some_and(|last| pair(last, i));
        pair(spot.i, spot.i + 1) || before(spot.i)
    }

    /// Whether an amount stands in what a word is said to mean: 大户，是指存栏量超过500头的养殖户.
    fn defines(&self, spot: &Spot<'_>) -> bool {
        static MEANS: Words = words!["是指", "系指", "，指", "：指", "即指"];
        // What follows a definition may rule: 包裹，是指…的物品，其重量不超过50千克.
        static MAY_RULE: Words = words![MUST, "不得", "要", "其", "控制"];
        let sentence = &self.text[self.reach(spot.start, DEFINED)..spot.start];
        let Some((at, len, ())) = MEANS.find_all(sentence).last() else { return false };
        let behind = &sentence[at + len..];
        !few!("标导挥定出明派引控望责").begins(behind)
            && !few!("；：）").within(behind)
            && !MAY_RULE.find_all(behind).any(|(at, ..)| !few!("主重需必").ends(&behind[..at]))
    }
}

/// Whether a clause up to an amount only says that so much is granted.
fn is_grant(clause: &str) -> bool {
    static GRANTS: Endings = endings![
        "给予", "奖励", "奖补", "补助", "补贴", "资助", "一次性奖励", "一次性补助", "一次性补贴",
        "给予一次性奖励", "给予一次性补助", "给予一次性补贴", "给予一次性",
    ];
    static TO_EACH: BothWays =
        both_ways!["每亩", "每家", "每户", "每人", "每吨", "每个", "每台", "每头", "最高", "不超过"];
    if few!("，。；：").within(clause) || has_chars(clause, 16) {
        return false;
    }
    let words = gaps!().trim_end(clause);
    let words = TO_EACH.strip_end(words).map_or(words, |(rest, ())| rest);
    let Some((front, ())) = GRANTS.strip_end(words) else { return false };
    let front = strip_any_end(front, &["一次性", "分别", "可", "再", "按"]).unwrap_or(front);
    front.is_empty()
        || front.ends_with("财政")
        || TO_EACH.has(front)
        || few!("每").begins(front) && !has_chars(front, 7)
}

/// Whether an amount is one of a row that says for whom something is done: 对达到营业收入5亿元以上、研发投入5%以上的企业，.
fn picks(before: &str, after: &str) -> bool {
    let Some(whom) = gaps!("\n").trim_start(before).strip_prefix(['对', '凡']) else { return false };
    let row = few!("、或且而并").begins(after) && !few!("口外接").begins(whom);
    let clause = head(after, NEAR).split(['，', '。', '；']).next().unwrap_or_default();
    row && few!("的").within(clause)
}

/// Whether the amount behind some words is a step by which something else is reckoned, or says for each of what it is given:
/// 产值每新增, 每引进, 每成功推荐.
#[cold]
pub(super) fn is_step(before: &str) -> bool {
    let near = tail(before, 8);
    let Some(at) = few!("每").rfind(near) else { return false };
    let words = gaps!().trim(&near[at + '每'.len_utf8()..]);
    let verb = strip_any(words, &["成功", "再", "多", "新"]).unwrap_or(words);
    STEPS.has(words) || STEPS.has(verb) || is_whole_verb(verb)
}

/// Verbs that say by what something grows each time.
pub(super) static STEPS: Words = words![
    "增加", "增长", "提高", "提升", "上升", "减少", "降低", "下降", "缩短", "超过", "超", "超出", "多", "少",
    "达到", "新增投资", "引进投资", "投资", "满", "节省", "增", "减", "升高", "延长",
];

/// How many bytes before an amount the words that define may stand.
const DEFINED: usize = 240;

/// Whether words before an amount only compare values: 小于, 不足; not 不超过, which sets a limit.
fn bounds_value(words: &str) -> bool {
    static VALUES: Words =
        words!["大于等于", "小于等于", "大于", "小于", "不足", "不满", "未满", "未达", "低于", "高于"];
    VALUES.begins(words)
}

/// Whether a clause begins as a condition does: 若, 如果, 如; not 如期, 如下.
fn opens_condition(clause: &str) -> bool {
    static IF: Words = words!["若", "如果", "如", "倘若", "假如", "倘"];
    IF.strip(gaps!("\n").trim_start(clause))
        .is_some_and(|(rest, ())| !few!("期下今此东皋何实约干").begins(rest))
}

/// Whether the clause ends as a condition does, or the row that goes on behind an amount.
#[inline(never)]
fn closes_clause(after: &str) -> bool {
    // 时 closes the clause; 时间, 时期 are words.
    if let Some(behind) = after.strip_prefix('时') {
        return !few!("间代段期候刻装长尚效政点速区局").begins(behind);
    }
    if few!("死重轻").begins(after) && !has_start(after, &["死亡", "重伤", "轻伤"]) {
        return false;
    }
    closes(head(after, NEAR))
}

/// Whether a clause of the row that a text begins with ends in 的 or 者: 情节严重的，; but not 消费者，, and not 这是难免的，.
fn closes(text: &str) -> bool {
    let closed = |at: usize| {
        text[..at].strip_suffix(['的', '者']).is_some_and(|clause| {
            !few!("业记作费投学患老使用消劳动读译编笔强弱").ends(clause) && !few!("是").within(clause)
        })
    };
    for (at, mark) in text.match_indices(['，', '；', '。', '：', '\n']) {
        if matches!(mark, "，" | "；") && closed(at) {
            return true;
        }
        // 达到3000⏎万元、1亿元的: a page broke the row.
        if mark != "，" && !(mark == "\n" && row_goes_on(&text[at..])) {
            break;
        }
    }
    false
}

/// Whether a line begins in the middle of an amount: ⏎万元, ⏎亿元.
fn row_goes_on(text: &str) -> bool {
    few!("万亿元").begins(gaps!("\n").trim_start(text))
}

impl Finder<'_> {
    /// Whether a target stands in an item of a list of conditions, and neither rules nor punishes: 符合下列条件之一的：
    /// （一）年产值达到5亿元.
    pub(super) fn is_conditional(
        &self,
        found: &Found,
        lists: &[TaskList],
        normalized: &Normalized<'_>,
    ) -> bool {
        static RULES: Words = words![MUST, "不得"];
        let place = self.entities[found.entity].span();
        let at = self.places.range(found.entity).start;
        // An item begins at its marker.
        if at - self.marker_before(at) > 3 * NEAR {
            return false;
        }
        let (mut lists, mut named) = (lists, false);
        loop {
            let Some((list, Some(item))) = around(lists, place) else { return false };
            // An item of a list of conditions may be one itself: 符合下列条件：（一）达到以下指标：1. 血糖≥7mmol/L
            named |= list.lead.is_some_and(|lead| names_conditions(&self.text[normalized.range(lead)]));
            // What stands in a line below may be no part of the last item.
            let before = &self.text[normalized.range(item.span).start..at];
            let near = tail(before, NEAR);
            if near.len() == before.len() && !near.contains('\n') && named {
                let clause = few!("，,；;。：:").rfind(near).map_or(near, |at| &near[at..]);
                return payment::fine(&self.text[found.subject.start..]).is_none() && !RULES.within(clause);
            }
            lists = &item.lists;
        }
    }
}

/// Whether the lead of a list says that conditions follow.
fn names_conditions(lead: &str) -> bool {
    static CONDITIONS: Words = words![
        "下列条件", "以下条件", "如下条件", "基本条件", "下列情形", "以下情形", "情形包括", "诊断标准",
        "符合以下标准", "符合下列标准",
    ];
    // 有下列情形之一的，按照下列规定处罚
    static PUNISHES: Words = words!["处罚", "罚款", "按照下列", "依照下列", "依下列", "按下列", "按以下"];
    let lead = tail(lead, NEAR);
    CONDITIONS.within(lead) && !PUNISHES.within(lead)
}
