//! Whether a text speaks of what is aimed at, what has come about, or what is ruled.
//!
//! Sentences rarely say so each for itself: a heading does for its section (一、2025年工作回顾, 二、主要目标), an opening for its
//! paragraph, and a text in articles for the whole. A sentence's own words come first where they are sure.

use alloc::vec::Vec;

use crate::target::Modality;
use crate::token::{begins, has_end, head, strip_any, tail};
use crate::words::{Words, words};

/// What the parts of a text speak of.
pub(crate) struct Moods {
    /// From each place on: what its section and what its paragraph speaks of.
    parts: Vec<(usize, Mood)>,
    /// The text is a law or regulation in articles.
    law: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mood {
    None,
    Fact,
    Goal,
    /// Notes and explanations.
    Note,
}

static LOOKS_BACK: Words = words![
    "回顾", "总结", "成就", "成绩", "执行情况", "过去", "进展", "发展基础", "现状", "胜利", "取得", "成效",
    "回眸", "完成情况",
];
static LOOKS_AHEAD: Words = words![
    "目标", "任务", "安排", "部署", "总体要求", "重点工作", "工作重点", "主要考虑", "主要思路", "重大举措",
    "工作建议", "政策取向", "主要工作", "打算", "今后", "开好局", "计划要点", "实事", "下一步",
];
static NOTES: Words = words!["名词解释", "注释", "名词注释"];

/// Openings of paragraphs, near their start.
static OPENS_BACK: Words =
    words!["过去一年", "一年来", "五年来", "过去五年", "回顾", "去年", "这五年", "这一年"];
static OPENS_AHEAD: Words = words!["今年", "明年", "新的一年", "下一步", "今后", "做好今年", "展望"];

/// Comparisons that statistics make of what has come about.
static COMPARED: Words = words!["同比", "比上年", "较上年", "上年同期"];

/// Sure words of a sentence.
static FACTS: Words = words![
    "同比", "去年", "上年", "已", "共发生", "造成", "截至", "几年来", "近年来", "顺利实现", "目标顺利",
    "完成了", "实现了", "达到了", "收官之年",
];
static GOALS: Words = words![
    "力争", "争取", "确保", "目标是", "目标为", "目标：", "预期目标", "预期", "努力", "拟安排", "今年要",
    "力求", "拟",
];
static RULES: Words = words!["处以", "并处", "罚款", "应当", "不得"];

/// Words that other words outweigh.
static WEAK_RULES: Words = words![
    "予以", "准入", "限额", "标准为", "补贴标准", "放宽到", "为限", "最低标准", "上限", "给予", "一次性",
    "每人每月", "不得少于",
];
static WEAK_GOALS: Words = words![
    "将", "要", "推动", "支持", "加快", "提出", "滚动实施", "应该", "守住", "推进", "建成适宜", "以内",
    "目标",
];
static WEAK_FACTS: Words = words![
    "了", "完成", "迈上", "突破", "发生", "增至", "升至", "恢复", "超过", "较", "只是", "位居", "参加",
    "建成", "投产", "发布", "累计",
];

impl Moods {
    /// Reads the headings and openings of a text.
    pub fn of(text: &str) -> Self {
        let mut parts: Vec<(usize, Mood)> = Vec::new();
        // A text without headings keeps the mood of its last opening.
        let (mut section, mut drift, mut articles, mut at) = (Mood::None, Mood::None, 0, 0);
        for line in text.split_inclusive('\n') {
            let words = line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*'));
            articles += usize::from(is_article(words));
            let mut paragraph = if section == Mood::None { drift } else { section };
            if let Some(mood) = heading(words) {
                section = mood;
                paragraph = mood;
            } else if let Some(mood) = opening(words)
                && !(section == Mood::Goal && mood == Mood::Fact)
            {
                paragraph = mood;
                drift = mood;
            } else if section == Mood::None && COMPARED.within(words) {
                drift = Mood::Fact;
                paragraph = drift;
            }
            if parts.last().is_none_or(|(_, mood)| *mood != paragraph) {
                parts.push((at, paragraph));
            }
            at += line.len();
        }
        Self { parts, law: articles >= 3 }
    }

    fn at(&self, place: usize) -> Mood {
        let n = self.parts.partition_point(|(from, _)| *from <= place);
        n.checked_sub(1).map_or(Mood::None, |i| self.parts[i].1)
    }

    /// What the amount at a place is. `before` is its sentence up to and with it, `after` the rest of the clause; `past` says
    /// whether its time lies before the date of the text, `by` whether it is a term.
    pub fn modality(
        &self,
        place: usize,
        before: &str,
        after: &str,
        past: Option<bool>,
        by: bool,
    ) -> Modality {
        // 确定了20个: the verb directly before the amount is done.
        let done = tail(before, 14).contains('了');
        let fact = says_fact(before) || says_fact(after) || done;
        if self.law {
            return if RULES.within(before) || !fact { Modality::Rule } else { Modality::Fact };
        }
        let mood = self.at(place);
        if past == Some(true) {
            return Modality::Fact;
        }
        if past == Some(false) && by && !before.contains(['了', '已']) {
            return Modality::Goal;
        }
        match mood {
            Mood::Note => return Modality::Unknown,
            Mood::Fact => return if GOALS.within(before) && !fact { Modality::Goal } else { Modality::Fact },
            Mood::Goal => return if fact && !GOALS.within(before) { Modality::Fact } else { Modality::Goal },
            Mood::None => {}
        }
        let sure_goal = by || GOALS.within(before);
        if RULES.within(before) {
            Modality::Rule
        } else if fact && !sure_goal {
            Modality::Fact
        } else if sure_goal {
            Modality::Goal
        } else if WEAK_RULES.within(before) || WEAK_RULES.within(after) {
            Modality::Rule
        } else if WEAK_GOALS.within(before) {
            Modality::Goal
        } else if WEAK_FACTS.within(before) || WEAK_FACTS.within(after) {
            Modality::Fact
        } else {
            Modality::Unknown
        }
    }
}

/// Whether some words say for sure that something has come about; 比去年 only compares.
fn says_fact(words: &str) -> bool {
    let mut rest = words;
    while let Some(at) = FACTS.find(rest) {
        let compared = rest[..at].ends_with(['比', '较']) && begins(&rest[at..], "去上");
        if !compared {
            return true;
        }
        rest = &rest[at + '去'.len_utf8()..];
    }
    false
}

fn is_article(line: &str) -> bool {
    line.strip_prefix('第').is_some_and(|rest| {
        rest.char_indices()
            .take(8)
            .any(|(at, c)| c == '条' && !rest[at + c.len_utf8()..].starts_with(['第', '规', '的']))
    })
}

/// What a heading says of its section, if a line is one.
fn heading(line: &str) -> Option<Mood> {
    // 48 characters of three bytes at most
    if line.is_empty() || line.len() > 160 || line.contains(['。', '；', '！', '？', '：']) {
        return None;
    }
    let length = line.chars().take(50).count();
    let numbered = begins(line, "一二三四五六七八九十") && line.chars().take(4).any(|c| c == '、')
        || line.starts_with('第') && line.chars().take(6).any(|c| matches!(c, '章' | '篇' | '分'));
    let named = length <= 26
        && has_end(
            line,
            &["回顾", "目标任务", "目标", "工作安排", "重点工作", "主要任务", "名词解释", "注释"],
        );
    if !(numbered && length <= 48 || named) {
        return None;
    }
    let back = LOOKS_BACK.find(line);
    let ahead = LOOKS_AHEAD.find(line);
    Some(match (back, ahead) {
        _ if NOTES.within(line) => Mood::Note,
        // 2025年主要工作和“十四五”发展成就 looks back; 发展成就和2026年目标任务 ahead.
        (Some(_), Some(_)) if has_end(line, &["目标", "任务", "安排", "部署"]) => Mood::Goal,
        (Some(_), _) => Mood::Fact,
        (None, Some(_)) => Mood::Goal,
        (None, None) if line.ends_with("工作") => Mood::Goal,
        // A chapter that says neither leaves the mood as it is: 一、工业.
        (None, None) => return None,
    })
}

/// What the opening of a paragraph says of it.
fn opening(line: &str) -> Option<Mood> {
    if strip_any(line, &["今年以来", "今年上半年", "今年前"]).is_some() {
        return Some(Mood::Fact);
    }
    if OPENS_BACK.within(head(line, 10)) {
        return Some(Mood::Fact);
    }
    let ahead = OPENS_AHEAD.longest(line) > 0;
    // …主要预期目标是：
    let opening = head(line, 60);
    let aims = ["目标是", "目标为", "任务是", "要求是", "目标："].iter().any(|word| opening.contains(word));
    (ahead || aims).then_some(Mood::Goal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_and_sentences() {
        let text = "一、2024年工作回顾\n新建道路5公里。\n二、2025年主要任务\n新建道路6公里。比去年多一成。去年建成7公里。\n";
        let moods = Moods::of(text);
        let place = |word: &str| text.find(word).unwrap();
        for (word, before, expected) in [
            ("5公里", "新建道路5公里", Modality::Fact),
            ("6公里", "新建道路6公里", Modality::Goal),
            ("一成", "比去年多一成", Modality::Goal),
            ("7公里", "去年建成7公里", Modality::Fact),
        ] {
            assert_eq!(moods.modality(place(word), before, "", None, false), expected, "{word}");
        }
    }

    #[test]
    fn laws_rule() {
        let text = "第一条 为了。\n第二条 适用。\n第三条 处三万元以上罚款。\n";
        assert_eq!(Moods::of(text).modality(text.len() - 6, "处三万元", "", None, false), Modality::Rule);
    }

    #[test]
    fn sentences_alone() {
        for (before, by, expected) in [
            ("力争达到5%", false, Modality::Goal),
            ("同比增长5%", false, Modality::Fact),
            ("率达到5%", true, Modality::Goal),
            ("处以5万元罚款", false, Modality::Rule),
            ("增长5%", false, Modality::Unknown),
        ] {
            assert_eq!(Moods::of("").modality(0, before, "", None, by), expected, "{before}");
        }
    }
}
