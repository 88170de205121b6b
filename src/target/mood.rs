//! Whether a text speaks of what is aimed at, what has come about, or what is ruled.
//!
//! Sentences rarely say so each for itself: a heading does for its section (一、2025年工作回顾, 二、主要目标), an opening for its
//! paragraph, and a text in articles for the whole. A sentence's own words come first where they are sure.

use alloc::vec::Vec;
use core::cell::{Cell, RefCell};
use core::ops::Range;

use super::Modality;
use super::cue::{Cue, Cues, Passage};
use super::leaning::{Leaning, Leanings};
use crate::charset::CharSet;
use crate::few::few;
use crate::token::{
    before_margin, behind_margin, boundary_before, boundary_behind, has_end, head, line, strip_any, tail,
};
use crate::words::{Words, words};

/// What the opening of a paragraph says of it, and the words that do.
type Opening = Option<(Mood, Range<usize>)>;

/// What the parts of a text speak of.
pub(super) struct Moods<'t> {
    text: &'t str,
    /// From each place on: what its section speaks of, and the words that say so.
    parts: Vec<(usize, Mood, Range<usize>)>,
    /// The year of the text, if it says so.
    year: Option<i16>,
    /// The text is a law or regulation in articles.
    law: bool,
    /// The paragraph that was last looked at, and what its opening says.
    paragraph: Cell<(Range<usize>, Opening)>,
    /// The same with which way it leans.
    leaning: Cell<(Range<usize>, Around)>,
    /// The rest of its clause, up to the mark that ends it.
    rest: Cell<Range<usize>>,
    /// The cues around the place that was last looked at.
    passage: RefCell<Passage>,
    leanings: Cell<Leanings>,
}

/// Which way a paragraph leans, with what stands around it.
#[derive(Clone, Copy, Default)]
struct Around {
    words: i32,
    amounts: i32,
    /// The words are those of a rule.
    ruled: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mood {
    None,
    Fact,
    Goal,
    /// A paragraph that opens with a term speaks of aims.
    Term,
    /// One that opens with the years that have passed looks back.
    Past,
    /// Notes and explanations.
    Note,
}

static LOOKS_BACK: Words = words![
    "回顾", "总结", "成就", "成绩", "执行情况", "过去", "进展", "发展基础", "现状", "胜利", "取得", "成效",
    "回眸", "完成情况", "施政成果", "重要成果",
];
static LOOKS_AHEAD: Words = words![
    "目标", "任务", "安排", "部署", "总体要求", "重点工作", "工作重点", "主要考虑", "主要思路", "重大举措",
    "工作建议", "政策取向", "主要工作", "打算", "今后", "开好局", "计划要点", "实事", "下一步",
];
static NOTES: Words = words!["名词解释", "注释"];

/// Words with which a paragraph opens.
static OPENS_NOW: Words = words!["今年以来", "今年上半年", "今年前"];
static OPENS_AHEAD: Words = words!["今年", "明年", "新的一年", "下一步", "今后", "做好今年", "展望"];

/// Words that look back in its first characters; a plan has its five years, too.
static BACKS: Words<bool> = Words::of(&[
    ("过去一年", true),
    ("一年来", true),
    ("五年来", true),
    ("过去五年", true),
    ("回顾", true),
    ("去年", true),
    ("这五年", true),
    ("这五年内", false),
    ("这一年", true),
]);

/// What a word in a paragraph says of it.
#[derive(Clone, Copy)]
enum Sign {
    /// In its first characters: it tells what a plan puts forward.
    Plan,
    /// In its first sentence: it announces aims, as in …主要预期目标是：
    Aim,
    /// Anywhere: statistics compare what has come about.
    Compared,
}

static SIGNS: Words<Sign> = Words::of(&[
    ("目标是", Sign::Aim),
    ("目标为", Sign::Aim),
    ("任务是", Sign::Aim),
    ("要求是", Sign::Aim),
    ("目标：", Sign::Aim),
    ("指标如下", Sign::Aim),
    ("目标如下", Sign::Aim),
    ("提出", Sign::Plan),
    ("明确", Sign::Plan),
    ("同比", Sign::Compared),
    ("比上年", Sign::Compared),
    ("较上年", Sign::Compared),
    ("上年同期", Sign::Compared),
]);

/// What puts something forward; what is made clear is told by fewer.
static PLANNERS: Words<bool> = Words::of(&[
    ("方案", true),
    ("规划", true),
    ("意见", true),
    ("计划", true),
    ("》", true),
    ("通知", false),
    ("纲要", false),
    ("建议", false),
]);

/// What any of the words that compare has in it, for a quick look.
const COMPARES: [&str; 2] = ["同比", "上年"];

/// What ends the words behind an amount that may say what it is.
static CLAUSE_ENDS: CharSet = CharSet::of("。\n；");

/// How many bytes before an amount a verb may stand that is done.
const DONE_WITHIN: usize = 42;

/// How far around a paragraph is looked where it leans neither way.
const AROUND: usize = 1500;

/// A text with so many articles is a law.
const ARTICLES: usize = 3;

/// A text is one of rules where a word of rules stands in so many bytes of it.
const DENSE: usize = 250;

/// But a paragraph without such a word that leans so much tells what has come about.
const REPORT: i32 = 4;

/// What an amount is, and the words that decided it: a cue in its sentence, the heading of its section, the opening of its
/// paragraph; none where the words around it did on the whole, or a term.
pub(super) type Verdict = (Modality, Option<Range<usize>>);

impl<'t> Moods<'t> {
    /// Reads the headings of a text up to the last place of interest, and the openings where there are none.
    pub fn of(text: &'t str, until: usize, year: Option<i16>) -> Self {
        let mut parts: Vec<(usize, Mood, Range<usize>)> = Vec::new();
        // A text without headings keeps the mood of its last opening.
        let (mut section, mut drift, mut articles, mut at) = (false, Mood::None, 0, 0);
        // In a law that is all one has to know.
        while at < text.len() && articles < ARTICLES {
            // Paragraphs are set apart by empty lines.
            if text.as_bytes()[at] == b'\n' {
                at += 1;
                continue;
            }
            let line = line(&text[at..]);
            let words = behind_greeting(behind_margin(line));
            let (from, start) = (at, at + line.len() - words.len());
            at += line.len() + 1;
            articles += usize::from(is_article(words));
            let mut cue = start..start;
            if from > until {
                // All that counts from here on are articles.
            } else if let Some(mood) = heading(words) {
                section = true;
                drift = mood;
                cue.end += words.trim_end().len();
            // Where the text looks back already, comparisons change nothing.
            } else if !section && let Some((mood, words)) = says(words, drift != Mood::Fact) {
                drift = mood;
                cue = start + words.start..start + words.end;
            }
            if parts.last().is_none_or(|(_, mood, _)| *mood != drift) {
                parts.push((from, drift, cue));
            }
        }
        Self {
            text,
            year,
            parts,
            law: articles >= ARTICLES,
            paragraph: Cell::new((0..0, None)),
            leaning: Cell::default(),
            rest: Cell::default(),
            passage: RefCell::default(),
            leanings: Cell::default(),
        }
    }

    /// What the section and paragraph around a place speak of, and the words that say so.
    fn at(&self, place: usize) -> (Mood, Option<Range<usize>>) {
        let n = self.parts.partition_point(|(from, ..)| *from <= place);
        let section = n.checked_sub(1).map(|i| &self.parts[i]);
        let mood = section.map_or(Mood::None, |(_, mood, _)| *mood);
        match self.opening_at(place) {
            // 五年来，… looks back among aims, too.
            Some((Mood::Past, cue)) => (Mood::Fact, Some(cue)),
            // A section that looks back may count from year to year: 到2020年，…
            Some((Mood::Term, cue)) if mood != Mood::Fact => (Mood::Goal, Some(cue)),
            Some((opening, cue)) if opening != Mood::Term && (opening, mood) != (Mood::Fact, Mood::Goal) => {
                (opening, Some(cue))
            }
            _ => (mood, section.map(|(.., cue)| cue.clone()).filter(|cue| !cue.is_empty())),
        }
    }

    /// Which way the paragraph around a place leans, and what stands around it.
    fn leaning_at(&self, place: usize, figures: impl Fn(&Range<usize>) -> i32) -> Around {
        let (line, mut known) = self.leaning.take();
        let line = if line.contains(&place) {
            line
        } else {
            let line = self.line(place);
            let start = boundary_behind(self.text, line.start.saturating_sub(AROUND));
            let end = boundary_before(self.text, line.end + AROUND);
            let around = self.leaning(start..end);
            let own = self.leaning(line.clone());
            // The paragraph itself counts once more.
            let (words, amounts) = (around.sum + 2 * own.sum, figures(&line));
            let dense = usize::try_from(around.norms).is_ok_and(|norms| norms * DENSE > end - start);
            let ruled = dense && (own.norms > 0 || words + 2 * amounts < REPORT);
            known = Around { words, amounts, ruled };
            line.start..line.end + 1
        };
        self.leaning.set((line, known));
        known
    }

    /// Which way a part of the text leans.
    fn leaning(&self, part: Range<usize>) -> Leaning {
        let mut leanings = self.leanings.take();
        let sum = leanings.of(self.text, part);
        self.leanings.set(leanings);
        sum
    }

    /// The line around a place.
    fn line(&self, place: usize) -> Range<usize> {
        let start = self.text[..place].rfind('\n').map_or(0, |at| at + 1);
        start..place + line(&self.text[place..]).len()
    }

    /// What the opening of the paragraph around a place says of it, and where.
    fn opening_at(&self, place: usize) -> Opening {
        let (mut line, mut found) = self.paragraph.take();
        if !line.contains(&place) {
            let Range { start, end } = self.line(place);
            line = start..end + 1;
            let words = behind_greeting(behind_margin(&self.text[start..end]));
            let from = end - words.len();
            found = opening(words)
                .or_else(|| term(words, self.year))
                .map(|(mood, words)| (mood, from + words.start..from + words.end));
        }
        self.paragraph.set((line, found.clone()));
        found
    }

    /// The rest of the clause behind a place.
    fn rest(&self, place: usize) -> Range<usize> {
        let known = self.rest.take();
        let rest = if known.contains(&place) {
            known
        } else {
            let near = head(&self.text[place..], 60);
            let len = CLAUSE_ENDS.find(near.as_bytes(), 0);
            // Where no mark ends it, that of the next place reaches further.
            if len == near.len() {
                return place..place + len;
            }
            place..place + len
        };
        self.rest.set(rest.clone());
        place..rest.end
    }

    /// What an amount is. `before` is its sentence up to and with it; `past` says whether its time lies before the date of the
    /// text, `by` whether it is a term, `bounded` whether it is a limit, `raised` whether it is told what it was
    /// before, and `figures` which way the amounts of a part of the text lean.
    pub fn modality(
        &self,
        before: &Range<usize>,
        past: Option<bool>,
        by: bool,
        bounded: bool,
        raised: bool,
        figures: impl Fn(&Range<usize>) -> i32,
    ) -> Verdict {
        let words = &self.text[before.clone()];
        if !self.law && past == Some(false) && by && !few!("了已").within(words) {
            return (Modality::Goal, None);
        }
        let after = self.rest(before.end);
        let mut passage = self.passage.borrow_mut();
        passage.read(self.text, &(before.start..after.end));
        let place = before.end;
        let (said, behind) = (Cues::of(&passage, before), Cues::of(&passage, &after));
        // The clause of the amount itself, if anything is said before it
        let clause = if said.is_empty() { None } else { few!("，；。：\n,;").rfind(words) };
        let clause = before.start + clause.unwrap_or(0);
        let own = Cues::of(&passage, &(clause..place));
        // 确定了20个: the verb directly before the amount is done.
        let near = before.start.max(place.saturating_sub(DONE_WITHIN))..place;
        let done = Cues::of(&passage, &near).last(Cue::Done);
        // What its own clause says outranks what was said before: 去年取得了成效，今年要扩大到500户. A plan compares with 了, too.
        let owned = own.first(Cue::Fact).or_else(|| {
            done.clone()
                .filter(|done| done.start >= clause && !few!("比较").within(&self.text[clause..done.start]))
        });
        let done_itself = owned.is_some();
        let (goal, fact) = match (own.first(Cue::Goal), owned) {
            (Some(goal), None) => (Some(goal), None),
            (None, Some(fact)) => (None, Some(fact)),
            _ => {
                let fact = said.first(Cue::Fact).or_else(|| behind.first(Cue::Fact)).or(done);
                (said.first(Cue::Goal), fact)
            }
        };
        if self.law {
            // 已转移财产的，处十万元罚款: what is done already is a part of the case.
            let rule = said.first(Cue::Rule).or_else(|| own.first(Cue::Norm));
            return match (rule.or_else(|| behind.first(Cue::Rule)), fact) {
                (None, Some(fact)) => (Modality::Fact, Some(fact)),
                (rule, _) => (Modality::Rule, rule),
            };
        }
        // Where a text has several documents in it, the date above may be that of another: 到2010年，处理率不低于70%.
        if past == Some(true) && !(by && bounded && fact.is_none()) {
            return (Modality::Fact, fact);
        }
        // A norm is one under any heading: 間距不宜小於50公尺.
        if let Some(norm) = own.first(Cue::Norm) {
            return (Modality::Rule, Some(norm));
        }
        let (mood, cue) = self.at(place);
        // A review tells of efforts, too: 经过努力，产值增长5%.
        let aims = |goal: &Range<usize>| {
            goal.start >= clause || !matches!(&self.text[goal.clone()], "努力" | "预期" | "确保")
        };
        // A plan that closes with penalties aims at none of them.
        if mood == Mood::Goal
            && let Some(rule) = own.first(Cue::Rule).or_else(|| behind.first(Cue::Rule))
            && matches!(&self.text[rule.clone()], "罚款" | "罚锾" | "罚金" | "处以" | "并处")
        {
            return (Modality::Rule, Some(rule));
        }
        match mood {
            Mood::Note => return (Modality::Unknown, cue),
            Mood::Fact if fact.is_none() && goal.as_ref().is_some_and(aims) => return (Modality::Goal, goal),
            Mood::Fact => return (Modality::Fact, cue),
            Mood::Goal if fact.is_some() && goal.is_none() => return (Modality::Fact, fact),
            Mood::Goal => return (Modality::Goal, cue),
            Mood::None | Mood::Term | Mood::Past => {}
        }
        // A weak word says something of its own clause only, which may go over lines: 给予表彰，新增企业300家.
        let weak = || {
            const MARKS: [char; 6] = ['，', '；', '。', '：', ',', ';'];
            let from = words.rfind(MARKS).map_or(before.start, |at| before.start + at);
            let until = self.text[after.clone()].find(MARKS).map_or(after.end, |at| place + at);
            // A standard that is raised is no rule yet: 补贴从每人每月80元提高到90元.
            let standard = said.first(Cue::Standard).or_else(|| behind.first(Cue::Standard));
            let standard = standard.filter(|_| !raised);
            standard.or_else(|| Cues::of(&passage, &(from..until)).first(Cue::WeakRule))
        };
        if let Some(rule) = said.first(Cue::Rule).or_else(|| behind.first(Cue::Rule)) {
            (Modality::Rule, Some(rule))
        } else if goal.is_some() || by && !done_itself {
            (Modality::Goal, goal)
        } else if let Some(fact) = fact {
            (Modality::Fact, Some(fact))
        } else if let Some(rule) = weak() {
            (Modality::Rule, Some(rule))
        } else {
            // A plan sets limits, a report has counted. The sentence itself counts most.
            let Around { words, amounts, ruled } = self.leaning_at(place, figures);
            if ruled && !raised {
                return (Modality::Rule, None);
            }
            let sentence = self.leaning(before.clone()).sum + self.leaning(after).sum;
            (plainly(words + 2 * sentence - 10 * i32::from(bounded), amounts), None)
        }
    }
}

/// What words and amounts that lean so much plainly mean, where a sentence has no sure word. Where no word leans, one amount alone
/// does not say.
const fn plainly(words: i32, amounts: i32) -> Modality {
    // Four amounts weigh as much as seven words.
    let sum = words.saturating_mul(4).saturating_add(7 * amounts);
    match sum.signum() {
        _ if words == 0 && amounts.abs() < ALONE => Modality::Unknown,
        1 => Modality::Fact,
        -1 => Modality::Goal,
        _ => Modality::Unknown,
    }
}

/// What amounts have to lean to say something by themselves.
const ALONE: i32 = 3;

fn is_article(line: &str) -> bool {
    line.strip_prefix('第').is_some_and(|rest| {
        rest.char_indices()
            .take(8)
            .any(|(at, c)| c == '条' && !few!("第规的").begins(&rest[at + c.len_utf8()..]))
    })
}

/// What a heading says of its section, if a line is one.
fn heading(line: &str) -> Option<Mood> {
    static SECTIONS: Words =
        words!["回顾", "目标任务", "目标", "工作安排", "重点工作", "主要任务", "名词解释", "注释"];
    // 48 characters of three bytes at most
    if line.is_empty() || line.len() > 180 {
        return None;
    }
    let line = before_margin(line);
    let numbered = match line.chars().next() {
        Some('一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十') => {
            head(line, 4).contains('、')
        }
        Some('第') => head(line, 6).contains(['章', '篇', '分']),
        _ => false,
    };
    // 2026年市十件民生实事
    let works = || few!("件项").within(line) && line.contains('年');
    let named = SECTIONS.ends(line) || line.ends_with("民生实事") && works();
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

/// A paragraph of a speech behind those whom it addresses: 各位代表！今年….
fn behind_greeting(line: &str) -> &str {
    line.strip_prefix("各位代表").and_then(|rest| strip_any(rest, &["！", "，"])).unwrap_or(line)
}

/// The term that a paragraph opens with, unless it lies before the date of the text: 到2030年，….
fn term(line: &str, now: Option<i16>) -> Opening {
    let rest = strip_any(line, &["到", "至"])?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let behind = rest[digits..].trim_start_matches(' ').strip_prefix('年')?;
    let year: i16 = rest[..digits].parse().ok().filter(|_| digits == 4)?;
    let ahead = now.is_none_or(|now| year >= now) && few!("，,底末时").begins(behind);
    ahead.then(|| (Mood::Term, 0..line.len() - behind.len()))
}

/// What the opening of a paragraph says of it, and which words of it do.
fn opening(line: &str) -> Opening {
    passed(line).map(|words| (Mood::Past, words)).or_else(|| says(line, false))
}

/// The years that have passed, which a paragraph opens with: 五年来，, 过去的十年里，.
fn passed(line: &str) -> Option<Range<usize>> {
    const NUMBERS: &str = "一二两三四五六七八九十几多0123456789０１２３４５６７８９";
    let front = strip_any(line, &["过去的", "过去", "近"]).unwrap_or(line);
    let number = front.len() - front.trim_start_matches(|c| NUMBERS.contains(c)).len();
    let behind = front[number..].strip_prefix('年').filter(|_| number > 0)?;
    let over = match behind.strip_prefix('来') {
        Some(rest) => rest,
        // 五年间 may be those of a plan.
        None if line.starts_with("过去") => strip_any(behind, &["间", "里", "中"]).unwrap_or(behind),
        None => return None,
    };
    few!("，,").begins(over).then(|| 0..line.len() - over.len())
}

/// In how many characters of a paragraph aims are announced; what looks back and what plans put forward stand in fewer.
const AIMS_WITHIN: usize = 60;
const BACK_WITHIN: usize = 10;
const PLANS_WITHIN: usize = 16;

/// Whether a comparison is one of what is foreseen: 今年拟安排9亿元，比上年增加1亿元; 营收同比增长7%左右.
fn foresees(line: &str, at: usize) -> bool {
    static AHEAD: Words = words!["拟", "将", "今年"];
    static CLAUSE: CharSet = CharSet::of("，。；、,");
    let behind = head(&line[at..], 24);
    if behind[..CLAUSE.find(behind.as_bytes(), 0)].contains("左右") {
        return true;
    }
    let before = tail(&line[..at], 120);
    let sentence = &before[few!("。；").rfind(before).unwrap_or(0)..];
    // 今年以来, 今年1—5月 and 今年一季度 are over.
    AHEAD.find_all(sentence).any(|(at, len, ())| {
        !few!("模虚").ends(&sentence[..at])
            && !few!("近以上前一二三四0123456789").begins(&sentence[at + len..])
    })
}

/// The same, or what the whole of it says: where it opens with nothing, comparisons count.
fn says(line: &str, whole: bool) -> Opening {
    let opens = |words: &Words, mood| match words.longest(line) {
        0 => None,
        len => Some((mood, 0..len)),
    };
    let ahead = opens(&OPENS_NOW, Mood::Fact).or_else(|| opens(&OPENS_AHEAD, Mood::Goal));
    // One character more tells 这五年内 from 这五年.
    let mut looks = BACKS.find_all(head(line, BACK_WITHIN + 1));
    let back = looks.find(|(at, len, back)| *back && at + len <= head(line, BACK_WITHIN).len());
    if let Some((at, len, _)) = back
        && !matches!(ahead, Some((Mood::Fact, _)))
    {
        return Some((Mood::Fact, at..at + len));
    }
    // What opens it says more than an aim, an aim more than a plan, a plan more than a comparison.
    if ahead.is_some() {
        return ahead;
    }
    let near = head(line, AIMS_WITHIN);
    let further = whole && near.len() < line.len() && COMPARES.iter().any(|word| line.contains(word));
    let (mut plan, mut compared) = (None, None);
    for (at, len, sign) in SIGNS.find_all(if further { line } else { near }) {
        let end = at + len;
        match sign {
            Sign::Aim if end <= near.len() => return Some((Mood::Goal, at..end)),
            Sign::Plan if plan.is_none() && end <= head(line, PLANS_WITHIN).len() => {
                plan = plan_of(line, at..end);
            }
            Sign::Compared if whole && compared.is_none() && !foresees(line, at) => {
                compared = Some(at..end);
            }
            _ => {}
        }
    }
    plan.map(|words| (Mood::Goal, words)).or_else(|| compared.map(|words| (Mood::Fact, words)))
}

/// The words that say that a plan puts something forward, with those of which kind it is: 规划提出.
fn plan_of(line: &str, verb: Range<usize>) -> Option<Range<usize>> {
    let (front, clear) = PLANNERS.strip_end(&line[..verb.start])?;
    // 按照规划提出的要求 is no more than what something follows.
    let says = clear || &line[verb.clone()] == "提出";
    (says && !few!("的").begins(&line[verb.end..])).then_some(front.len()..verb.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_and_sentences() {
        let text = "一、2024年工作回顾\n新建道路5公里。\n二、2025年主要任务\n新建道路6公里。比去年多一成。去年建成7公里。\n";
        let moods = Moods::of(text, text.len(), None);
        for (word, before, expected) in [
            ("5公里", "新建道路5公里", Modality::Fact),
            ("6公里", "新建道路6公里", Modality::Goal),
            ("一成", "比去年多一成", Modality::Goal),
            ("7公里", "去年建成7公里", Modality::Fact),
        ] {
            let end = text.find(word).unwrap() + word.len();
            let (found, _) = moods.modality(&(end - before.len()..end), None, false, false, false, |_| 0);
            assert_eq!(found, expected, "{word}");
        }
    }

    #[test]
    fn laws_rule() {
        let text = "第一条 为了。\n第二条 适用。\n第三条 处三万元以上罚款。\n";
        let place = text.find("以上").unwrap();
        let verdict =
            Moods::of(text, text.len(), None).modality(&(0..place), None, false, false, false, |_| 0);
        assert_eq!(verdict.0, Modality::Rule);
    }

    #[test]
    fn sentences_alone() {
        for (before, by, expected) in [
            ("力争达到5%", false, Modality::Goal),
            ("同比增长5%", false, Modality::Fact),
            ("率达到5%", true, Modality::Goal),
            ("处以5万元罚款", false, Modality::Rule),
            ("增至5%", false, Modality::Fact),
            ("增长5%", false, Modality::Unknown),
            ("鼓励20家企业", false, Modality::Goal),
            ("支持20家企业", false, Modality::Unknown),
            ("铺路5公里", false, Modality::Unknown),
        ] {
            let end = before.len();
            let verdict = Moods::of(before, end, None).modality(&(0..end), None, by, false, false, |_| 0);
            assert_eq!(verdict.0, expected, "{before}");
        }
    }
}
