//! Who announces a list and how many items: 会议强调，要抓好三件事：

use core::ops::Range;

use crate::Span;
use crate::marker;
use crate::numeral::starts_number;
use crate::token::{begins, ends, gap, has_end, is_han, is_stop};
use crate::words::{Endings, Words, endings, words};

/// What the lead of a list says of it: verb, speaker, count; at least the verb or the count.
///
/// | lead | speaker | verb | count |
/// |---|---|---|---|
/// | 会议强调，要做好三方面工作： | 会议 | 强调 | 3 |
/// | 王某某在座谈会上提出四点建议： | 王某某 | 提出 | 4 |
/// | 现就有关事项通知如下： | | 通知 | |
/// | 主要有以下三个方面： | | | 3 |
///
/// A verb that is no announcement here is none: 符合下列要求, 提出的问题, 应当提出.
///
/// ```
/// let document = gongwen::parse("周海在开工仪式上提出两点希望：一是保安全，二是保质量。");
/// let said = document.lists()[0].announcement.unwrap();
/// assert_eq!(document.slice(said.speaker.unwrap()), "周海");
/// assert_eq!((document.slice(said.verb.unwrap()), said.count), ("提出", Some(2)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[non_exhaustive]
pub struct Announcement {
    /// 强调, 指出, 要求, 提出, 部署…
    pub verb: Option<Span>,
    /// Who or what speaks: 会议, 《意见》, a person; only where it stands before the verb.
    pub speaker: Option<Span>,
    /// How many items are announced: 三点, 4条, 六个方面.
    pub count: Option<u32>,
}

/// The same, as places in the lead.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub verb: Option<Range<usize>>,
    pub speaker: Option<Range<usize>>,
    pub count: Option<u32>,
}

/// How a verb is told from the noun written alike.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Is a verb always.
    Verb,
    /// Is a verb behind a speaker: 会议要求, but 符合要求.
    Spoken,
    /// Is a verb before 如下 only: 通知如下.
    Document,
}

static VERBS: Words<Kind> = Words::of(&[
    ("强调", Kind::Verb),
    ("指出", Kind::Verb),
    ("提出", Kind::Verb),
    ("认为", Kind::Verb),
    ("表示", Kind::Verb),
    ("要求", Kind::Spoken),
    ("部署", Kind::Spoken),
    ("明确", Kind::Spoken),
    ("建议", Kind::Spoken),
    ("希望", Kind::Spoken),
    ("倡议", Kind::Spoken),
    ("主张", Kind::Spoken),
    ("决定", Kind::Spoken),
    ("介绍", Kind::Spoken),
    ("通知", Kind::Document),
    ("通告", Kind::Document),
    ("公告", Kind::Document),
    ("解释", Kind::Document),
    ("批复", Kind::Document),
    ("函复", Kind::Document),
    ("答复", Kind::Document),
]);

/// What a clause may begin with before its subject.
static OPENINGS: Words = words![
    "最后", "同时", "此外", "为此", "对此", "随后", "会上", "会后", "其中", "日前", "近日", "今天", "当天",
    "因此", "所以", "而", "但", "答", "现", "特",
];

/// What ends a subject before its verb.
static ENDS_SUBJECT: Words = words![
    "在", "就", "对", "向", "从", "围绕", "针对", "还", "也", "并", "又", "再次", "特别", "着重", "进一步",
    "分别", "同时", "曾", "主持", "发表", "出席", "作", "首先", "最后", "一致", "郑重", "通过", "结合", "现",
    "共", "均", "已", "明确", "突出", "，", "同志在", "还就", "则", "专门", "率先", "反复", "为", "等在",
    "如何",
];

/// Rules of what one may or must say announce nothing.
static MODALS: Words =
    words!["可以", "应当", "应该", "有权", "不得", "必须", "需要", "如果", "拟", "所", "向", "依法", "由"];

/// What a verb governs that is a list.
static OBJECTS: Words = words![
    "以下", "如下", "下列", "下述", "一系列", "几", "具体", "明确", "要", "了", "意见", "建议", "希望",
    "倡议", "措施", "任务", "主张", "目标"
];

/// The ends of names of bodies, offices and papers that speak.
const SPEAKERS: &[&str] = &[
    "会议", "会", "》", "中央", "国务院", "委", "院", "书记", "主席", "理", "长", "主任", "部", "厅", "局",
    "府", "报告", "通知", "意见", "讲话", "文件", "方案", "规划", "纲要", "建议", "公报", "指示", "方", "我",
    "我们", "他", "她", "同志", "代表", "委员", "专家", "教授",
];

/// What stands in no name: 落实省委部署, 符合下列要求.
static NO_NAMES: Words =
    words!["按", "根据", "依", "落实", "符合", "贯彻", "提出", "基本", "具体", "有关", "相关", "以", "之",];

/// What stands before a noun that a verb is written like: 下列要求, 决策部署.
static NOUN_BEFORE: Endings =
    endings!["下列", "以下", "如下", "左列", "基本", "有关", "相关", "主要", "总体", "决策", "工作", "设计"];

/// What a lead announces; of several verbs the last.
pub(crate) fn announcement(lead: &str) -> Option<Found> {
    let count = marker::announced(lead);
    let verbs = VERBS.find_all(lead).filter_map(|(at, len, kind)| speech(lead, at..at + len, kind));
    match verbs.last() {
        Some(speech) => Some(Found { count, ..speech }),
        None => count.map(|_| Found { verb: None, speaker: None, count }),
    }
}

/// A verb with its speaker, if it announces something.
fn speech(lead: &str, verb: Range<usize>, kind: Kind) -> Option<Found> {
    let start = clause(lead, verb.start);
    let (before, behind) = (&lead[start..verb.start], gap(&lead[verb.end..]));
    // 提出的问题; 可以提出, 应提出
    if begins(behind, "的者人和与及、”》") || MODALS.within(before) || ends(before, "应得可须")
    {
        return None;
    }
    let ends_clause = begins(behind, "，：:,。") || behind.is_empty();
    let listed = ends_clause || OBJECTS.begins(behind) || behind.starts_with(starts_number);
    let speaker = subject(lead, start, verb.start).or_else(|| {
        // 某某主持会议并讲话，强调：…
        let goes_on = before.trim().is_empty() || begins(before, "并还也又");
        let end = lead[..start].trim_end_matches(is_stop).len();
        subject(lead, clause(lead, end), end).filter(|earlier| goes_on && is_speaker(&lead[earlier.clone()]))
    });
    let known = speaker.clone().filter(|words| is_speaker(&lead[words.clone()]));
    let (announces, speaker) = match kind {
        Kind::Verb => (listed, speaker),
        // 会议对…作出部署 names its speaker, 按照上级要求 does not.
        Kind::Spoken => {
            let noun = ends(before, "点条项个些大类种的") || NOUN_BEFORE.ends(before);
            (known.is_some() && !noun && (listed || begins(behind, "对将")), known)
        }
        Kind::Document => (behind.starts_with("如下"), known),
    };
    announces.then_some(Found { verb: Some(verb), speaker, count: None })
}

/// Where the clause begins that a place stands in.
fn clause(lead: &str, at: usize) -> usize {
    lead[..at].rsplit(|c| is_stop(c) || matches!(c, '“' | '”')).next().map_or(0, |words| at - words.len())
}

/// The words of a clause that may be its subject.
fn subject(lead: &str, start: usize, end: usize) -> Option<Range<usize>> {
    let mut words = gap(&lead[start..end]);
    while let Some((rest, ())) = OPENINGS.strip(words) {
        words = gap(rest);
    }
    let from = end - words.len();
    // The words inside a title are its own.
    let title = words.rfind('》').map_or(0, |at| at + '》'.len_utf8());
    let len = ENDS_SUBJECT.find(&words[title..]).map_or(words.len(), |at| title + at);
    let words = words[..len].trim_end();
    let fits = !words.is_empty()
        && words.chars().count() <= LONGEST
        && !ends(words, "的了是")
        && !begins(words, "将把就对关按以于在从")
        && !ends(words, "应得须可");
    fits.then_some(from..from + words.len())
}

/// How long, in characters, a speaker may be.
const LONGEST: usize = 40;

/// Whether words name a body, an office, a paper or, as it seems, a person.
fn is_speaker(words: &str) -> bool {
    let name = (2..=4).contains(&words.chars().count()) && words.chars().all(|c| is_han(c) || c == '·');
    // Words inside a title are its own.
    let outside = words.rfind('》').map_or(words, |at| &words[at..]);
    (has_end(words, SPEAKERS) || name && !ends(words, "等")) && !NO_NAMES.within(outside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn announcements() {
        for (lead, speaker, verb, count) in [
            ("会议强调，要做好三方面工作：", Some("会议"), Some("强调"), Some(3)),
            ("王立新在座谈会上提出四点建议：", Some("王立新"), Some("提出"), Some(4)),
            ("王立新主持会议并讲话，强调：", Some("王立新"), Some("强调"), None),
            ("现就有关事项通知如下：", None, Some("通知"), None),
            ("主要有以下三个方面：", None, None, Some(3)),
            ("会议要求：", Some("会议"), Some("要求"), None),
            ("《滨江市养老服务意见》明确了以下任务：", Some("《滨江市养老服务意见》"), Some("明确"), None),
            ("对此，《通知》提出，", Some("《通知》"), Some("提出"), None),
            ("省政府决定对三项规定作如下修改：", Some("省政府"), Some("决定"), None),
            ("周海表示，从一年来的成效看，", Some("周海"), Some("表示"), None),
            ("会议强调，要落实书记提出的三点要求：", Some("会议"), Some("强调"), Some(3)),
            ("最后，王立新提出三点希望：", Some("王立新"), Some("提出"), Some(3)),
            ("现提出以下意见。", None, Some("提出"), None),
            ("现将有关情况通报和函复如下：", None, Some("函复"), None),
            ("提出要求：", None, Some("提出"), None),
        ] {
            let slice = |range: Option<Range<usize>>| range.map(|r| &lead[r]);
            let found = announcement(lead);
            let found = found.map_or((None, None, None), |f| (slice(f.speaker), slice(f.verb), f.count));
            assert_eq!(found, (speaker, verb, count), "{lead}");
        }
    }

    #[test]
    fn no_announcements() {
        for lead in [
            "应当符合下列要求：",
            "依照下列规定处理：",
            "信访人可以提出下列事项：",
            "按照上级要求，",
            "有下列情形之一的，应当提出申请：",
            "对供应工作的基本要求：",
            "就提出的问题和建议，",
            "应提出下列证明文件：",
        ] {
            assert_eq!(announcement(lead), None, "{lead}");
        }
    }
}
