//! What a sum of money is, behind it: a fine, an allowance, a bond.

use core::ops::Range;

use super::action::ACTIONS;
use super::leading::leading;
use super::lexicon::RECIPIENTS;
use super::noun::noun_after;
use super::topic::names_measure;
use crate::few::few;
use crate::token::{has_chars, is_han, strip_any, strip_any_end, tail};
use crate::words::{BothWays, Endings, MANY, Words, both_ways, endings, words};

/// Verbs that give, take or raise money.
static PAYMENTS: BothWays<(), MANY> = both_ways![
    "筹措", "处", "处以", "并处", "可处", "可以处", "可并处", "可以并处", "单处", "给予", "奖励", "补助",
    "补贴", "发放", "增发", "另发", "加发", "发行", "安排", "投入", "下达", "拨付", "筹集", "募集", "争取",
    "减免", "收取", "缴纳", "征收", "追加", "新增", "设立", "落实", "领取", "享受", "申领", "获得", "可获",
    "带动", "撬动", "拉动", "拨出", "划拨", "使用", "申请", "免除", "取消", "化解", "代发", "返还", "偿还",
    "退还", "清偿", "盘活", "增加发放", "支付", "加付", "给付", "补发", "预付", "垫付", "提供", "捐赠",
    "投放", "预拨", "追缴", "追讨", "讨回", "追回", "冻结", "代偿", "注入", "认购", "清收", "整合", "收缴",
    "上缴", "清欠", "准备",
];

/// Verbs, which are nouns as well, that put money into what is done with it.
static INVESTS: Endings = endings!["投资", "出资", "斥资", "耗资", "集资"];

/// How long the word for a fine is that a text begins with.
pub(super) fn fine(text: &str) -> Option<usize> {
    static FINES: Words = words![
        "罚款", "罚金", "罚鍰", "罚锾", "罰鍰", "滞纳金", "赔偿金", "补偿金", "违约金", "经济补偿金",
        "经济赔偿金"
    ];
    Some(FINES.longest(text)).filter(|len| *len > 0)
}

/// What an amount of money is, behind it: 处5万元以下的罚款, 增发1000亿元国债.
pub(super) fn paid(text: &str, before: &str, from: usize) -> Option<Range<usize>> {
    /// What only says by what a sum is set: 奖励2万元的标准.
    static SETTINGS: Words = words!["标准", "比例", "额度", "幅度", "办法", "方式", "档次"];
    // 奖励10万元且每家最高50万元: a clause goes on.
    if few!("且并但而").begins(&text[from..])
        || SETTINGS.begins(text[from..].strip_prefix('的').unwrap_or(""))
    {
        return None;
    }
    // 给予一次性8万元的安家补贴, 分别给予…, 给予每家…
    let words = few!("了").trim_end(before);
    let words =
        strip_any_end(words, &["一次性", "每家", "每人", "每个", "总额", "最高", "累计"]).unwrap_or(words);
    // 投资3000万元新建文化馆
    let invests = || INVESTS.ends(words) && ACTIONS.begins(&text[from..]);
    // 化解农村信用社等140亿元成本
    let lists = || words.strip_suffix('等').is_some_and(pays_for);
    if PAYMENTS.strip_end(words).is_none() && !invests() && !lists() && !is_given_to(words, &text[from..]) {
        return None;
    }
    let behind =
        strip_any(&text[from..], &["不等的", "的", "不等"]).map_or(from, |rest| text.len() - rest.len());
    // 一次性奖励支持 is 一次性奖励.
    let support = |noun: Range<usize>| match text[noun.clone()].strip_suffix("支持") {
        Some(stem) if REWARDS.ends(stem) => noun.start..noun.start + stem.len(),
        _ => noun,
    };
    // 筹措8亿元实施社保工程: what it is for stands for it.
    // 给予1万元奖励，: a verb that stands alone is the name.
    let verb = leading(&text[behind..]);
    let alone = verb > 0 && few!("，。；、：）\n").begins(&text[behind + verb..]);
    if alone && REWARDS.has(&text[behind..behind + verb]) {
        return Some(behind..behind + verb);
    }
    // 服务奖励, 落户补贴: what it is given for is a part of the name.
    let name = ATTRIBUTES.begins(&text[behind..]);
    let named = name.then(|| noun_after(text, behind, text.len())).flatten();
    if let Some(noun) = named.filter(|noun| REWARDS.ends(&text[noun.clone()])) {
        return Some(support(noun));
    }
    if verb > 0 {
        return noun_after(text, behind + verb, text.len())
            .filter(|noun| noun.end - noun.start >= 2 * '元'.len_utf8());
    }
    let noun = noun_after(text, behind, text.len()).filter(|noun| noun.start == behind)?;
    let name = &text[noun.clone()];
    // 增发1万亿元国债支持灾后重建: what it is for is no part of it.
    let end = PURPOSES.find(name).filter(|at| !REWARDS.has(&name[*at..])).unwrap_or(name.len());
    (end >= 2 * '元'.len_utf8()).then(|| support(noun.start..noun.start + end))
}

/// Whether some words end in those to whom a reward behind the sum is given: 给予承办单位 before 20万元奖励.
fn is_given_to(words: &str, behind: &str) -> bool {
    static WHOM: Endings = endings![RECIPIENTS, "方", "者", "村", "所在地", "人"];
    let near = tail(words, 14);
    let Some((_, whom)) = near.rsplit_once("给予") else { return false };
    if few!("每").begins(whom) {
        return has_chars(whom, 2) && !has_chars(whom, 6);
    }
    let rewards = REWARDS.begins(behind.strip_prefix('的').unwrap_or(behind));
    rewards && WHOM.ends(whom) && has_chars(whom, 2) && whom.chars().all(is_han)
}

/// Whether a row that ends some words stands behind a verb of payment: 化解了农村信用社.
#[cold]
fn pays_for(words: &str) -> bool {
    let near = tail(words, 30);
    let verb = PAYMENTS.find_all(near).last();
    let row = verb.map_or("", |(at, len, ())| few!("了").trim_start(&near[at + len..]));
    has_chars(row, 2) && row.chars().all(|c| is_han(c) && c != '的' || c == '、')
}

/// The words up to the verb of giving before what a share is of: 给予 in 给予设备投资.
#[cold]
pub(super) fn before_base(before: &str) -> Option<&str> {
    static GIVES: Words = words!["给予", "享受"];
    let before = before.strip_suffix('的').unwrap_or(before);
    let near = tail(before, 24);
    let (at, len, ()) = GIVES.find_all(near).last()?;
    let base = &near[at + len..];
    let whole = has_chars(base, 2)
        && few!("资额用款价本入息租值金费率").ends(base)
        && base.chars().all(|c| is_han(c) && !matches!(c, '按' | '不' | '每'));
    whole.then(|| &before[..before.len() - base.len()])
}

/// What is paid, where only a part of it is: 住房租赁补贴 in 发放住房租赁补贴的50%.
#[cold]
pub(super) fn in_part(before: &str) -> Option<&str> {
    static PAYS: Words = words![
        "发放", "发给", "支付", "预付", "返还", "退还", "计发", "拨付", "缴纳", "交纳", "领取", "退回"
    ];
    let words = before.strip_suffix('的')?;
    let near = tail(words, 20);
    let (at, len, ()) = PAYS.find_all(near).next()?;
    let name = &near[at + len..];
    let own = has_chars(name, 3) && few!("贴金资款费酬助奖价薪税").ends(name);
    let front = &words[..words.len() - near.len() + at];
    // 按不超过应付金额的, 累计支付…超过: a standard is no name.
    (own && name.chars().all(is_han) && !few!("的不超为至按达").within(name) && !few!("所已未应").ends(front))
        .then_some(name)
}

/// What is given, in words that are verbs as well.
pub(super) static REWARDS: BothWays =
    both_ways!["奖励", "补助", "补贴", "资助", "救助", "支持", "扶持", "奖金", "津贴", "补偿", "贴息"];

/// Whether some words name what is given.
pub(super) fn is_reward(words: &str) -> bool {
    REWARDS.ends(words)
}

/// Whether the words before a limit only say of how much, and for whom, it is one: 最高, 单个项目年度累计最高.
pub(super) fn is_cap(words: &str) -> bool {
    static OF: Words =
        words!["每", "单", "同一", "一个", "年度", "全年", "一年", "当年", "累计", "合计", "总共", "各"];
    static MOST: [&str; 7] = ["最高", "最多", "最高限额", "累计", "合计", "总共", "原则上"];
    let mut of = words;
    while let Some(rest) = strip_any_end(of, &MOST) {
        of = rest;
    }
    of.is_empty()
        || OF.begins(of)
            && !has_chars(of, 13)
            && of.chars().all(is_han)
            && !REWARDS.ends(of)
            && !names_measure(of)
}

/// Verbs that say what it is given for.
static ATTRIBUTES: Words = words![
    "服务", "落户", "培训", "认定", "建设", "开办", "运营", "评定", "引进", "研发", "改造", "采购", "推广",
    "安置", "救助", "招聘", "生产", "种植", "转化", "创建", "资助", "设立", "开工", "投产",
];

/// Words that say what money is for.
static PURPOSES: Words =
    words!["支持", "加强", "加快", "推进", "用于", "帮助", "办好", "解决", "重点", "对", "给", "专项用于"];
