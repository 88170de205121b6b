//! What a heading says of its section, and an opening of its paragraph: that they look back, or ahead.

use core::ops::Range;

use crate::charset::CharSet;
use crate::few::few;
use crate::token::{before_margin, has_end, head, strip_any, tail};
use crate::words::{Endings, Words, endings, words};

/// What the opening of a paragraph says of it, and the words that do.
pub(super) type Opening = Option<(Mood, Range<usize>)>;

/// What a section or a paragraph speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mood {
    None,
    /// What has come about.
    Fact,
    /// What is aimed at.
    Goal,
    /// A paragraph that opens with a term speaks of aims.
    Term,
    /// One that opens with the years that have passed looks back.
    Past,
    /// Notes and explanations.
    Note,
}

/// What headings have in them that look back.
static LOOKS_BACK: Words = words![
    "回顾", "总结", "成就", "成绩", "执行情况", "过去", "进展", "发展基础", "现状", "胜利", "取得", "成效",
    "回眸", "完成情况", "全面完成", "圆满完成", "超额完成", "如期完成", "顺利完成", "施政成果", "重要成果",
];

/// What headings have in them that look ahead.
static LOOKS_AHEAD: Words = words![
    "目标", "任务", "安排", "部署", "总体要求", "重点工作", "工作重点", "主要考虑", "主要思路", "重大举措",
    "工作建议", "约束性指标", "预期性指标", "指标分工", "政策取向", "主要工作", "打算", "今后", "开好局",
    "计划要点", "实事", "下一步",
];

/// What headings of notes have in them.
static NOTES: Words = words!["名词解释", "注释"];

/// Words with which a paragraph opens that looks back, though they begin as those do that look ahead.
static OPENS_NOW: Words = words!["今年以来", "今年来，", "今年上半年", "今年前"];

/// Words with which a paragraph opens that looks ahead.
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
    /// In its first characters: it reports what a plan puts forward.
    Plan,
    /// In its first sentence: it announces aims, as in …主要预期目标是：
    Aim,
    /// Anywhere: statistics compare what has come about.
    Compared,
}

/// Words that are signs of what a paragraph speaks of.
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

/// What puts something forward; fewer of them make something clear.
static PLANNERS: Endings<bool> = Endings::of(&[
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

/// Whether a line begins an article of a law: 第三条, but not 第三条规定的.
pub(super) fn is_article(line: &str) -> bool {
    line.strip_prefix('第').is_some_and(|rest| {
        rest.char_indices()
            .take(8)
            .any(|(at, c)| c == '条' && !few!("第规的").begins(&rest[at + c.len_utf8()..]))
    })
}

/// What a heading says of its section, if a line is one.
pub(super) fn heading(line: &str) -> Option<Mood> {
    static SECTIONS: Endings = endings![
        "回顾", "完成情况", "执行情况", "目标任务", "目标", "工作安排", "重点工作", "主要任务", "名词解释",
        "注释"
    ];
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
pub(super) fn behind_greeting(line: &str) -> &str {
    line.strip_prefix("各位代表").and_then(|rest| strip_any(rest, &["！", "，"])).unwrap_or(line)
}

/// The year of four digits that some words begin with, and what stands behind it.
fn year_at(words: &str) -> Option<(i16, &str)> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let behind = words[digits..].trim_start_matches(' ').strip_prefix('年')?;
    let year = words[..digits].parse().ok().filter(|_| digits == 4)?;
    Some((year, behind))
}

/// The term that a paragraph opens with, unless it lies before the date of the text: 到2030年，….
pub(super) fn term(line: &str, now: Option<i16>) -> Opening {
    let (year, behind) = year_at(strip_any(line, &["到", "至"])?)?;
    let ahead = now.is_none_or(|now| year >= now) && few!("，,底末时").begins(behind);
    ahead.then(|| (Mood::Term, 0..line.len() - behind.len()))
}

/// The year before that of the text which a paragraph opens with: 2014年，….
pub(super) fn past_year(line: &str, now: Option<i16>) -> Opening {
    let (year, behind) = year_at(line)?;
    let past = now.is_some_and(|now| year < now) && few!("，,").begins(behind);
    past.then(|| (Mood::Past, 0..line.len() - behind.len()))
}

/// What the opening of a paragraph says of it, and which words of it do.
pub(super) fn opening(line: &str) -> Opening {
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

/// In how many of a text that lost its lines a comparison says what the rest is.
const COMPARED_WITHIN: usize = 600;

/// Whether a comparison is one of what is foreseen: 今年拟安排9亿元，比上年增加1亿元; 营收同比增长7%左右.
fn foresees(line: &str, at: usize) -> bool {
    static AHEAD: Words = words!["拟", "将", "今年", "预计", "估计"];
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
            && !few!("近以来上前一二三四0123456789").begins(&sentence[at + len..])
    })
}

/// What the opening of a paragraph says but for the years that have passed, or what the `whole` of it does: where it opens with
/// nothing, comparisons count.
pub(super) fn says(line: &str, whole: bool) -> Opening {
    let opens = |words: &Words, mood| match words.longest(line) {
        0 => None,
        len => Some((mood, 0..len)),
    };
    let ahead = opens(&OPENS_NOW, Mood::Fact).or_else(|| opens(&OPENS_AHEAD, Mood::Goal));
    // With one character more 这五年内 is read apart from 这五年.
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
    let paragraph = if whole && near.len() < line.len() { head(line, COMPARED_WITHIN) } else { near };
    let further = paragraph.len() > near.len() && COMPARES.iter().any(|word| paragraph.contains(word));
    let (mut plan, mut compared) = (None, None);
    for (at, len, sign) in SIGNS.find_all(if further { paragraph } else { near }) {
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
