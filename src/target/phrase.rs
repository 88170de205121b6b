//! What some words are by themselves: a scope, a place, an adverb, the name of something that is measured.

use super::action::ACTIONS;
use super::change::first_change;
use super::leading::leading;
use super::lexicon::{PLACES, SUMS};
use super::subject::TRAILING;
use super::traces::{Traces, asked};
use crate::few::{few, gaps};
use crate::token::{has_chars, has_end, has_start, is_han, marks_back, strip_any, strip_any_end};
use crate::words::{Endings, MORE, Words, endings, words};

/// Whether some words before an amount are adverbs and modals and no more: 原则上, 合计.
pub(super) fn is_adverbial(words: &str) -> bool {
    let mut rest = gaps!("\n").trim(words);
    while let Some((shorter, ())) = TRAILING.strip_end(rest) {
        rest = gaps!().trim_end(shorter);
    }
    rest.is_empty()
}

/// Whether some words only say for each of what an amount is, and what is done with it: 每宗, 每次扣, 每人最高可补贴.
pub(super) fn is_each(words: &str) -> bool {
    static EACH: Words = words![
        "每人", "每户", "每名", "每个", "每家", "每校", "每人每月", "每人每年", "每宗", "每件", "每次",
        "每例", "每项", "每单", "每起", "每部", "每辆", "每台", "每亩", "每套", "每间",
    ];
    static GIVEN: Words = words![
        "补贴", "补助", "奖励", "资助", "给予", "扣", "扣减", "减", "加", "计", "得", "记", "扣分", "加分"
    ];
    let Some((behind, ())) = EACH.strip(gaps!("\n").trim(words)) else { return false };
    let behind = strip_any(behind, &["最高可", "最高", "最多可", "最多", "一次性", "可"]).unwrap_or(behind);
    behind.is_empty() || GIVEN.has(behind)
}

/// Who pays, without the verb of paying before a sum: 中央财政 in 中央财政安排.
pub(super) fn payer(name: &str) -> &str {
    // 政府合共拨款: how it is given is no part of the name.
    if let Some(how) = name.strip_suffix("拨款")
        && has_end(how, &["额外", "合共", "共", "再", "另", "会", "已", "将"])
    {
        return &name[how.len()..];
    }
    let who = strip_any_end(name, &["安排", "拨付"]);
    who.filter(|who| has_end(who, &["财政", "国家", "政府"])).unwrap_or(name)
}

/// Whether a phrase can have an amount of its own; 全长 and 约 cannot.
pub(super) fn is_measurable(subject: &str) -> bool {
    static DESCRIPTIONS: Endings = endings![
        "全长", "总长", "长", "宽", "相距", "历时", "全文", "分为", "包括", "涵盖", "其中", "提出", "年满",
        "一式", "半径", "直径", "宽度", "高度", "规格", "间隔", "距离", "距", "号牌", "每副", "区分为",
        "主跨", "震源深度", "设计时速", "总库容", "的是", "的为", "下列", "以下为", "两种", "三种", "以下",
        "附件", "方面",
    ];
    let seen = Traces::of(subject);
    let share = seen.may_have(asked!("占")) && few!("占").within(subject) && !few!("比率重例").ends(subject);
    // 每人占有粮食
    let share = share && !subject.contains("占有");
    // 东距县城18公里
    let distance = few!("距").begins(subject) || subject.chars().nth(1) == Some('距');
    // 棉被 is a thing.
    let list = few!("等、的和与及或在到至从由向以对把被将有第每按下前这那且").ends(subject)
        && !subject.ends_with("棉被");
    !(share
        || distance
        || list
        || few!("包分含下比较高低").begins(subject) && describes_or_compares(subject)
        || DESCRIPTIONS.ends(subject) && !subject.ends_with("拓宽")
        || matches!(subject, "金额" | "数量"))
        && (!seen.may_have_marks() || is_balanced(subject))
}

/// Whether a phrase begins as one that says what something is made of, or that compares.
#[cold]
fn describes_or_compares(phrase: &str) -> bool {
    // 包含西药406个
    let parts = has_start(phrase, &["包含", "包括", "分为", "含", "下列"]);
    let level = few!("比较").begins(phrase)
        && !phrase.chars().nth(1).is_some_and(|c| matches!(c, '例' | '率' | '重' | '值'));
    parts || level || phrase.starts_with("高于") || phrase.starts_with("低于")
}

/// Whether some words name how far apart or how large something is.
pub(super) fn is_dimension(words: &str) -> bool {
    static DIMENSIONS: Endings = endings![
        "宽度", "高度", "距离", "间隔", "间距", "长度", "厚度", "净宽", "净高", "轴距", "净距", "半径"
    ];
    DIMENSIONS.ends(words) && !few!("距").begins(words) && is_balanced(words)
}

/// Whether as many quotation marks and brackets are opened as closed.
pub(super) fn is_balanced(words: &str) -> bool {
    let (mut quotes, mut brackets) = (0, 0);
    for (_, c) in marks_back(words) {
        match c {
            '“' => quotes += 1,
            '”' => quotes -= 1,
            '（' => brackets += 1,
            '）' => brackets -= 1,
            _ => {}
        }
    }
    (quotes, brackets) == (0, 0)
}

/// Whether a phrase names something that is measured in time: 办理时限, 平均受教育年限.
pub(super) fn is_timely(subject: &str) -> bool {
    static TIMELY: Endings = endings![
        "期", "限", "时限", "期限", "时间", "周期", "天数", "年限", "寿命", "时长", "间隔", "用时", "时数",
        "工期", "学制", "日数", "学时", "工时", "时延", "延迟",
    ];
    TIMELY.ends(subject)
}

/// Whether some words are the name of a place and no more: 三峡库区, 广东省.
pub(super) fn is_place(words: &str) -> bool {
    let words = gaps!("\n").trim(words);
    few!("省市县区州国盟旗镇乡").ends(words)
        && (2..=6).contains(&words.chars().count())
        && leading(words) == 0
}

/// Whether some words only name whose the things are that an amount behind them counts: 空气质量 before 六项指标全部达标.
pub(super) fn is_owner(words: &str) -> bool {
    let words = gaps!("\n").trim(words);
    has_chars(words, 2)
        && !has_chars(words, if few!("、").within(words) { 80 } else { 25 })
        && words.chars().all(|c| is_han(c) || matches!(c, '、' | '“' | '”'))
        && !few!("的在从由对将把向与被使让为是有以按于经至到等了并已不这那每符").within(words)
        && leading(words) == 0
        && ACTIONS.find(words).is_none()
        && first_change(words).is_none()
}

/// Whether some words before an amount only say where or how it was counted: 全省, 其中, 目前共有.
pub(super) fn is_scope(words: &str) -> bool {
    behind_scope(words).is_empty()
}

/// What stands behind such words.
pub(super) fn behind_scope(words: &str) -> &str {
    static SCOPES: Words<(), MORE> = words![
        SUMS, PLACES, "全系统", "全年", "全行业", "省内", "其中", "当中", "共有", "共", "有", "已有", "另有",
        "还有", "目前", "当前", "年内", "当年", "现有", "至少", "同时", "此外", "将", "要", "组织", "引导",
        "推动", "促进", "带动", "帮助", "支持", "使", "让", "全部", "已累计", "已共", "累计已", "已经有",
        "其他", "另外", "计有", "计", "首批", "第一批", "年度", "本年度"
    ];
    let mut rest = gaps!("\n，、").trim(words);
    while let Some((behind, ())) = SCOPES.strip(rest) {
        rest = gaps!().trim_start(behind);
    }
    rest
}
