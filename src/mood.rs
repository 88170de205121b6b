//! Whether a text speaks of what is aimed at, what has come about, or what is ruled.
//!
//! Sentences rarely say so each for itself: a heading does for its section (一、2025年工作回顾, 二、主要目标), an opening for its
//! paragraph, and a text in articles for the whole. A sentence's own words come first where they are sure.

use alloc::vec::Vec;
use core::cell::Cell;
use core::ops::Range;

use crate::target::Modality;
use crate::token::{boundary_before, boundary_behind, has_end, head, line, tail};
use crate::words::{Words, words};

/// What the opening of a paragraph says of it, and the words that do.
type Opening = Option<(Mood, Range<usize>)>;

/// What the parts of a text speak of.
pub(crate) struct Moods<'t> {
    text: &'t str,
    /// From each place on: what its section speaks of, and the words that say so.
    parts: Vec<(usize, Mood, Range<usize>)>,
    /// The text is a law or regulation in articles.
    law: bool,
    /// The paragraph that was last looked at, and what its opening says.
    paragraph: Cell<(Range<usize>, Opening)>,
    /// The same with which way it leans.
    leaning: Cell<(Range<usize>, i32)>,
    /// The cues around the place that was last looked at.
    passage: Cell<Passage>,
    leanings: Cell<Leanings>,
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

/// Openings of paragraphs, in their first characters.
static OPENS_BACK: Words =
    words!["过去一年", "一年来", "五年来", "过去五年", "回顾", "去年", "这五年", "这一年"];
static OPENS_AHEAD: Words = words!["今年", "明年", "新的一年", "下一步", "今后", "做好今年", "展望"];

/// Words that announce aims: …主要预期目标是：
static AIMS: Words = words!["目标是", "目标为", "任务是", "要求是", "目标："];

/// Comparisons that statistics make of what has come about.
static COMPARED: Words = words!["同比", "比上年", "较上年", "上年同期"];

/// What a word of a sentence says for what its amount is; the weak ones only where no other word does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cue {
    Fact,
    Goal,
    Rule,
    WeakRule,
}

static CUES: Words<Cue> = Words::of(&[
    ("同比", Cue::Fact),
    ("去年", Cue::Fact),
    ("上年", Cue::Fact),
    ("已", Cue::Fact),
    ("共发生", Cue::Fact),
    ("造成", Cue::Fact),
    ("截至", Cue::Fact),
    ("几年来", Cue::Fact),
    ("近年来", Cue::Fact),
    ("顺利实现", Cue::Fact),
    ("目标顺利", Cue::Fact),
    ("完成了", Cue::Fact),
    ("实现了", Cue::Fact),
    ("达到了", Cue::Fact),
    ("收官之年", Cue::Fact),
    ("力争", Cue::Goal),
    ("确保", Cue::Goal),
    ("目标是", Cue::Goal),
    ("目标为", Cue::Goal),
    ("目标：", Cue::Goal),
    ("预期目标", Cue::Goal),
    ("预期", Cue::Goal),
    ("努力", Cue::Goal),
    ("拟安排", Cue::Goal),
    ("今年要", Cue::Goal),
    ("力求", Cue::Goal),
    ("拟", Cue::Goal),
    ("处以", Cue::Rule),
    ("并处", Cue::Rule),
    ("罚款", Cue::Rule),
    ("应当", Cue::Rule),
    ("不得", Cue::Rule),
    ("予以", Cue::WeakRule),
    ("准入", Cue::WeakRule),
    ("限额", Cue::WeakRule),
    ("标准为", Cue::WeakRule),
    ("补贴标准", Cue::WeakRule),
    ("放宽到", Cue::WeakRule),
    ("为限", Cue::WeakRule),
    ("最低标准", Cue::WeakRule),
    ("上限", Cue::WeakRule),
    ("给予", Cue::WeakRule),
    ("一次性", Cue::WeakRule),
    ("每人每月", Cue::WeakRule),
]);

/// Words that speak for what has come about (above 0) or for what is meant to (below), wherever they stand in a paragraph.
///
/// Words with 0 only keep their characters from being read as others: 重要 is no 要.
static LEANINGS: Words<i8> = Words::of(&[
    ("了", 2),
    ("已", 2),
    ("同比", 2),
    ("去年", 2),
    ("上年", 2),
    ("年来", 2),
    ("以来", 2),
    ("取得", 2),
    ("突破", 2),
    ("居全国", 2),
    ("居全省", 2),
    ("居第", 2),
    ("位居", 2),
    ("稳居", 2),
    ("居世界", 2),
    ("荣获", 2),
    ("获批", 2),
    ("获评", 2),
    ("获得", 2),
    ("入选", 2),
    ("圆满", 2),
    ("历史", 1),
    ("首个", 1),
    ("首次", 2),
    ("首条", 1),
    ("全国首", 1),
    ("成功", 2),
    ("明显", 1),
    ("超额", 2),
    ("提前完成", 2),
    ("成效", 1),
    ("跃升", 1),
    ("投产", 1),
    ("建成", 1),
    ("完成", 1),
    ("达到", 1),
    ("累计", 1),
    ("顺利", 1),
    ("显著", 1),
    ("增至", 2),
    ("升至", 2),
    ("降至", 1),
    ("惠及", 1),
    ("落地", 1),
    ("全覆盖", 1),
    ("成为", 1),
    ("连续", 1),
    ("基本建成", 2),
    ("决战决胜", 1),
    ("下降", 1),
    ("增长", 1),
    ("表示", 1),
    ("发布", 1),
    ("恢复", 1),
    ("参加", 1),
    ("目前", 2),
    ("至此", 2),
    ("只是", 1),
    ("超过", 1),
    ("迈上", 2),
    ("介绍", 1),
    ("出席", 2),
    ("会见", 2),
    ("发生", 1),
    ("造成", 2),
    ("据统计", 2),
    ("公报", 2),
    ("应该", -2),
    ("守住", -1),
    ("提出", -1),
    ("以内", -1),
    ("必须", -2),
    ("要", -2),
    ("将", -2),
    ("拟", -2),
    ("力争", -3),
    ("争取", -1),
    ("确保", -3),
    ("计划", -1),
    ("下一步", -3),
    ("今年", -2),
    ("今年以来", 2),
    ("明年", -2),
    ("今后", -3),
    ("未来", -2),
    ("目标", -1),
    ("任务", -1),
    ("左右", -1),
    ("加快", -1),
    ("加大", -1),
    ("加强", -1),
    ("抓好", -2),
    ("做好", -2),
    ("办好", -2),
    ("力度", -1),
    ("推动", -1),
    ("推进", -1),
    ("完善", -1),
    ("健全", -1),
    ("强化", -1),
    ("坚持", -1),
    ("拓展", -1),
    ("培育", -1),
    ("打造", -1),
    ("支持", -1),
    ("鼓励", -2),
    ("引导", -1),
    ("探索", -1),
    ("布局", -1),
    ("规划", -1),
    ("着力", -2),
    ("大力", -2),
    ("积极", -1),
    ("全力", -1),
    ("继续", -2),
    ("重要", 0),
    ("主要", 0),
    ("需要", 0),
    ("必要", 0),
    ("要求", 0),
    ("要素", 0),
    ("要点", 0),
    ("要件", 0),
    ("纲要", 0),
    ("将军", 0),
    ("将近", 0),
    ("模拟", 0),
    ("虚拟", 0),
    ("为了", 0),
    ("了解", 0),
    ("而已", 0),
    ("五年计划", 0),
    ("建设厅", 0),
    ("建设部", 0),
]);

/// Which way the words of a text lean, read as far as was asked and kept as running sums.
#[derive(Default)]
struct Leanings {
    /// What was read so far.
    read: Range<usize>,
    /// Where words that lean begin and end, and the sum with them.
    words: Vec<(usize, usize, i32)>,
}

impl Leanings {
    /// Which way the words of a part of a text lean on the whole.
    fn of(&mut self, text: &str, part: Range<usize>) -> i32 {
        if !(self.read.start..=self.read.end).contains(&part.start) {
            self.words.clear();
            self.read = part.start..part.start;
        }
        if self.read.end < part.end {
            let from = self.read.end;
            // A word ends where it ends, even behind the part.
            let words = &text[from..boundary_behind(text, part.end + LONGEST)];
            let (_, mut end, mut sum) = self.words.last().copied().unwrap_or_default();
            for (at, len, weight) in LEANINGS.find_all(words).take_while(|(at, ..)| from + at < part.end) {
                // A word within another one says nothing.
                if from + at >= end {
                    end = from + at + len;
                    sum += i32::from(weight);
                    self.words.push((from + at, end, sum));
                }
            }
            self.read.end = part.end;
        }
        let first = self.words.partition_point(|(start, ..)| *start < part.start);
        let last = self.words.partition_point(|(_, end, _)| *end <= part.end);
        let sum = |n: usize| n.checked_sub(1).map_or(0, |n| self.words[n].2);
        sum(last.max(first)) - sum(first)
    }
}

/// How far around a paragraph is looked where it leans neither way.
const AROUND: usize = 1500;

/// The cues of a passage, which the targets in it share.
#[derive(Default)]
struct Passage {
    /// What was read so far.
    read: Range<usize>,
    cues: Vec<(Range<usize>, Cue)>,
}

impl Passage {
    /// Reads a part of a text, behind what was read of it already.
    fn read(&mut self, text: &str, part: &Range<usize>) {
        if !(self.read.start..=self.read.end).contains(&part.start) {
            self.cues.clear();
            self.read = part.start..part.start;
        }
        let from = self.read.end;
        if part.end <= from {
            return;
        }
        // The last word may go on behind the part.
        let words = &text[from..boundary_behind(text, part.end + LONGEST)];
        for (at, len, cue) in CUES.find_all(words).take_while(|(at, ..)| from + at < part.end) {
            // 比去年 only compares.
            let compared = cue == Cue::Fact
                && words[at..].starts_with(['去', '上'])
                && text[..from + at].ends_with(['比', '较']);
            if !compared {
                self.cues.push((from + at..from + at + len, cue));
            }
        }
        self.read.end = part.end;
    }
}

/// How long a cue is at most, in bytes.
const LONGEST: usize = 24;

/// Where the first word of each kind of cue stands.
#[derive(Default)]
struct Cues([Option<Range<usize>>; 4]);

impl Cues {
    /// The cues in a part of a passage.
    fn of(passage: &Passage, part: &Range<usize>) -> Self {
        let mut cues = Self::default();
        let from = passage.cues.partition_point(|(range, _)| range.start < part.start);
        for (range, cue) in passage.cues[from..].iter().take_while(|(range, _)| range.start < part.end) {
            if range.end <= part.end {
                cues.0[*cue as usize].get_or_insert(range.clone());
            }
        }
        cues
    }

    fn get(&self, cue: Cue) -> Option<Range<usize>> {
        self.0[cue as usize].clone()
    }
}

/// What an amount is, and the words that decided it: a cue in its sentence, the heading of its section, the opening of its
/// paragraph; none where the words around it did on the whole, or a term.
pub(crate) type Verdict = (Modality, Option<Range<usize>>);

impl<'t> Moods<'t> {
    /// Reads the headings of a text, and the openings where there are none.
    pub fn of(text: &'t str) -> Self {
        let mut parts: Vec<(usize, Mood, Range<usize>)> = Vec::new();
        // A text without headings keeps the mood of its last opening.
        let (mut section, mut drift, mut articles, mut at) = (false, Mood::None, 0, 0);
        while at < text.len() {
            let line = line(&text[at..]);
            let words = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*'));
            articles += usize::from(is_article(words));
            let start = at + line.len() - words.len();
            let mut cue = start..start;
            if let Some(mood) = heading(words) {
                section = true;
                drift = mood;
                cue.end += words.trim_end().len();
            } else if !section {
                if let Some((mood, words)) = opening(words) {
                    drift = mood;
                    cue = start + words.start..start + words.end;
                } else if let Some((at, len, ())) = COMPARED.find_all(words).next() {
                    drift = Mood::Fact;
                    cue = start + at..start + at + len;
                }
            }
            if parts.last().is_none_or(|(_, mood, _)| *mood != drift) {
                parts.push((at, drift, cue));
            }
            at += line.len() + 1;
        }
        Self {
            text,
            parts,
            law: articles >= 3,
            paragraph: Cell::new((0..0, None)),
            leaning: Cell::new((0..0, 0)),
            passage: Cell::default(),
            leanings: Cell::default(),
        }
    }

    /// What the section and paragraph around a place speak of, and the words that say so.
    fn at(&self, place: usize) -> (Mood, Option<Range<usize>>) {
        let n = self.parts.partition_point(|(from, ..)| *from <= place);
        let section = n.checked_sub(1).map(|i| &self.parts[i]);
        let mood = section.map_or(Mood::None, |(_, mood, _)| *mood);
        match self.opening_at(place) {
            Some((opening, cue)) if (opening, mood) != (Mood::Fact, Mood::Goal) => (opening, Some(cue)),
            _ => (mood, section.map(|(.., cue)| cue.clone()).filter(|cue| !cue.is_empty())),
        }
    }

    /// Which way the paragraph around a place leans, or what stands around it.
    fn leaning_at(&self, place: usize) -> i32 {
        let (line, mut known) = self.leaning.take();
        let (line, lean) = if line.contains(&place) {
            (line, known)
        } else {
            let line = self.line(place);
            let start = boundary_behind(self.text, line.start.saturating_sub(AROUND));
            let end = boundary_before(self.text, line.end + AROUND);
            let around = self.leaning(start..end);
            known = self.leaning(line.clone());
            // The paragraph itself counts twice.
            if known.abs() < 2 {
                known += around;
            }
            (line.start..line.end + 1, known)
        };
        self.leaning.set((line, lean));
        lean
    }

    /// Which way a part of the text leans.
    fn leaning(&self, part: Range<usize>) -> i32 {
        let mut leanings = self.leanings.take();
        let sum = leanings.of(self.text, part);
        self.leanings.set(leanings);
        sum
    }

    /// The line around a place.
    fn line(&self, place: usize) -> Range<usize> {
        let start = self.text[..place].rfind('\n').map_or(0, |at| at + 1);
        let end = self.text[place..].find('\n').map_or(self.text.len(), |at| place + at);
        start..end
    }

    /// What the opening of the paragraph around a place says of it, and where.
    fn opening_at(&self, place: usize) -> Opening {
        let (mut line, mut found) = self.paragraph.take();
        if !line.contains(&place) {
            let Range { start, end } = self.line(place);
            line = start..end + 1;
            let words = self.text[start..end]
                .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*'));
            let from = end - words.len();
            found = opening(words).map(|(mood, words)| (mood, from + words.start..from + words.end));
        }
        self.paragraph.set((line, found.clone()));
        found
    }

    /// What an amount is. `before` is its sentence up to and with it, `after` the rest of the clause; `past` says whether its
    /// time lies before the date of the text, `by` whether it is a term, `bounded` whether it is a limit.
    pub fn modality(
        &self,
        before: &Range<usize>,
        after: &Range<usize>,
        past: Option<bool>,
        by: bool,
        bounded: bool,
    ) -> Verdict {
        let mut passage = self.passage.take();
        passage.read(self.text, before);
        passage.read(self.text, after);
        let (said, behind) = (Cues::of(&passage, before), Cues::of(&passage, after));
        self.passage.set(passage);
        let (around, place) = ((before.clone(), after.clone()), before.end);
        let before = &self.text[before.clone()];
        let goal = said.get(Cue::Goal);
        let fact = said.get(Cue::Fact).or_else(|| behind.get(Cue::Fact));
        // 确定了20个: the verb directly before the amount is done.
        let done = tail(before, 14).rfind('了').map(|at| place - tail(before, 14).len() + at);
        let fact = fact.or_else(|| done.map(|at| at..at + '了'.len_utf8()));
        if self.law {
            return match (said.get(Cue::Rule), fact) {
                (None, Some(fact)) => (Modality::Fact, Some(fact)),
                (rule, _) => (Modality::Rule, rule),
            };
        }
        if past == Some(true) {
            return (Modality::Fact, fact);
        }
        if past == Some(false) && by && !before.contains(['了', '已']) {
            return (Modality::Goal, None);
        }
        let (mood, cue) = self.at(place);
        match mood {
            Mood::Note => return (Modality::Unknown, cue),
            Mood::Fact if goal.is_some() && fact.is_none() => return (Modality::Goal, goal),
            Mood::Fact => return (Modality::Fact, cue),
            Mood::Goal if fact.is_some() && goal.is_none() => return (Modality::Fact, fact),
            Mood::Goal => return (Modality::Goal, cue),
            Mood::None => {}
        }
        let weak = || said.get(Cue::WeakRule).or_else(|| behind.get(Cue::WeakRule));
        if let Some(rule) = said.get(Cue::Rule).or_else(|| behind.get(Cue::Rule)) {
            (Modality::Rule, Some(rule))
        } else if by || goal.is_some() {
            (Modality::Goal, goal)
        } else if let Some(fact) = fact {
            (Modality::Fact, Some(fact))
        } else if let Some(rule) = weak() {
            (Modality::Rule, Some(rule))
        } else {
            // A plan sets limits, a report has counted. The sentence itself counts most.
            let paragraph = self.leaning_at(place);
            let sentence = self.leaning(around.0) + self.leaning(around.1) - 2 * i32::from(bounded);
            (plainly(paragraph + 2 * sentence), None)
        }
    }
}

/// What words that lean so much plainly mean, where a sentence has no sure word.
const fn plainly(leaning: i32) -> Modality {
    match leaning.signum() {
        1 => Modality::Fact,
        -1 => Modality::Goal,
        _ => Modality::Unknown,
    }
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
    static NAMES: Words =
        words!["回顾", "目标任务", "目标", "工作安排", "重点工作", "主要任务", "名词解释", "注释"];
    // 48 characters of three bytes at most
    if line.is_empty() || line.len() > 180 {
        return None;
    }
    let line = line.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*'));
    let numbered = match line.chars().next() {
        Some('一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十') => {
            head(line, 4).contains('、')
        }
        Some('第') => head(line, 6).contains(['章', '篇', '分']),
        _ => false,
    };
    let named = NAMES.strip_end(line).is_some();
    if !(numbered || named) || line.contains(['。', '；', '！', '？', '：']) {
        return None;
    }
    let length = line.chars().take(50).count();
    if !(numbered && length <= 48 || named && length <= 26) {
        return None;
    }
    let back = LOOKS_BACK.find(line);
    let ahead = LOOKS_AHEAD.find(line);
    Some(match (back, ahead) {
        _ if NOTES.within(line) => Mood::Note,
        // 2025年主要工作和“十四五”发展成就 looks back; 发展成就和2026年目标任务 does first, and then ahead.
        (Some(_), Some(_)) if has_end(line, &["目标", "任务", "安排", "部署"]) => Mood::None,
        (Some(_), _) => Mood::Fact,
        (None, Some(_)) => Mood::Goal,
        (None, None) if line.ends_with("工作") => Mood::Goal,
        // A chapter that says neither leaves the mood as it is: 一、工业.
        (None, None) => return None,
    })
}

/// What the opening of a paragraph says of it, and which words of it do.
fn opening(line: &str) -> Opening {
    static RECENT: Words = words!["今年以来", "今年上半年", "今年前"];
    let opens = |words: &Words| match words.longest(line) {
        0 => None,
        len => Some(0..len),
    };
    let within = |words: &Words, part: &str| words.find_all(part).next().map(|(at, len, ())| at..at + len);
    if let Some(cue) = opens(&RECENT).or_else(|| within(&OPENS_BACK, head(line, 10))) {
        return Some((Mood::Fact, cue));
    }
    opens(&OPENS_AHEAD).or_else(|| within(&AIMS, head(line, 60))).map(|cue| (Mood::Goal, cue))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn docs_name_every_cue() {
        let docs = include_str!("target.rs");
        let leaning = LEANINGS.all().filter(|word| Leanings::default().of(word, 0..word.len()) != 0);
        for word in CUES.all().chain(leaning) {
            assert!(docs.contains(word), "{word}");
        }
    }

    #[test]
    fn sections_and_sentences() {
        let text = "一、2024年工作回顾\n新建道路5公里。\n二、2025年主要任务\n新建道路6公里。比去年多一成。去年建成7公里。\n";
        let moods = Moods::of(text);
        for (word, before, expected) in [
            ("5公里", "新建道路5公里", Modality::Fact),
            ("6公里", "新建道路6公里", Modality::Goal),
            ("一成", "比去年多一成", Modality::Goal),
            ("7公里", "去年建成7公里", Modality::Fact),
        ] {
            let end = text.find(word).unwrap() + word.len();
            let (found, _) = moods.modality(&(end - before.len()..end), &(end..end), None, false, false);
            assert_eq!(found, expected, "{word}");
        }
    }

    #[test]
    fn laws_rule() {
        let text = "第一条 为了。\n第二条 适用。\n第三条 处三万元以上罚款。\n";
        let place = text.find("以上").unwrap();
        let verdict = Moods::of(text).modality(&(0..place), &(place..place), None, false, false);
        assert_eq!(verdict.0, Modality::Rule);
    }

    #[test]
    fn sentences_alone() {
        for (before, by, expected) in [
            ("力争达到5%", false, Modality::Goal),
            ("同比增长5%", false, Modality::Fact),
            ("率达到5%", true, Modality::Goal),
            ("处以5万元罚款", false, Modality::Rule),
            ("增长5%", false, Modality::Fact),
            ("支持20家企业", false, Modality::Goal),
            ("铺路5公里", false, Modality::Unknown),
        ] {
            let end = before.len();
            let verdict = Moods::of(before).modality(&(0..end), &(end..end), None, by, false);
            assert_eq!(verdict.0, expected, "{before}");
        }
    }
}
