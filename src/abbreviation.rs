//! Short names defined in brackets: （以下简称“领导小组”）.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::take_while_m_n;
use nom::character::complete::{anychar, char, one_of, satisfy};
use nom::combinator::{not, opt, peek};
use nom::sequence::{preceded, terminated};

use crate::Span;
use crate::document::Entity;
use crate::document_number::ends_title;
use crate::few::few;
use crate::title::squeeze;
use crate::token::{
    Match, NO, begins, closing, folded, gap, has_chars, is_gap, is_han, spaced, strip_any, tail,
};
use crate::words::{Endings, Words, endings, words};

/// A short name for something that is no title.
///
/// | written | short | full |
/// |---|---|---|
/// | 成立领导小组（以下简称“领导小组”） | 领导小组 | 领导小组 |
/// | 市生态环境局、市财政局（以下统称“牵头部门”） | 牵头部门 | 市生态环境局、市财政局 |
/// | 国家发展改革委员会（简称发改委） | 发改委 | 国家发展改革委员会 |
/// | 某公司（下称公司） | 公司 | 某公司 |
///
/// The words before 称 are 简, 统, 合 with 以下 or 下 before them, in either script; the quotes may be missing. The short name
/// of a title (《…》（以下简称《意见》）) is its [`alias`](crate::Title::alias). None: a bracket without 称 (（WHO）, （即…）), and 称 as
/// a verb (所称房屋). Where the name is used says [`Document::abbreviation_uses`](crate::Document::abbreviation_uses).
///
/// ```
/// let document = gongwen::parse("市水务局、市气象局（以下统称“预警单位”）应当会商。");
/// let short = document.abbreviations().next().unwrap();
/// assert_eq!(short.short, "预警单位");
/// assert_eq!(document.slice(short.full), "市水务局、市气象局");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[non_exhaustive]
pub struct Abbreviation {
    /// From 以下 or 简称 to the end of the short name with its closing mark, brackets left out.
    pub span: Span,
    /// The short name.
    pub short: String,
    /// The words it stands for.
    pub full: Span,
}

/// Where the short names of a text stand behind their definitions: see
/// [`Document::abbreviation_uses`](crate::Document::abbreviation_uses).
#[derive(Clone)]
pub(crate) struct Uses<'d> {
    text: &'d str,
    /// What is still to come, from the next that has no uses in it.
    entities: &'d [Entity],
    at: usize,
    /// The short names that are defined so far.
    names: BTreeMap<&'d str, &'d Abbreviation>,
    /// How long these are, each length once, the longest first.
    lengths: Vec<usize>,
}

impl<'d> Uses<'d> {
    pub(crate) fn of(text: &'d str, entities: &'d [Entity]) -> Self {
        let entities = Self::from_stop(entities);
        Self { text, entities, at: 0, names: BTreeMap::new(), lengths: Vec::new() }
    }

    fn from_stop(entities: &[Entity]) -> &[Entity] {
        let stops = |entity: &Entity| matches!(entity, Entity::Abbreviation(_) | Entity::Title(_));
        &entities[entities.iter().position(stops).unwrap_or(entities.len())..]
    }

    /// The longest short name that stands here and ends at some place at most.
    fn here(&self, end: usize) -> Option<(Span, &'d Abbreviation)> {
        // A name has 31 characters at most, so that there are few lengths.
        self.lengths.iter().find_map(|len| {
            let span = Span::new(self.at, self.at + len);
            let words = self.text.get(span.range()).filter(|_| span.end <= end)?;
            Some((span, *self.names.get(words)?))
        })
    }

    fn define(&mut self, short: &'d Abbreviation) {
        self.names.insert(&short.short, short);
        let len = short.short.len();
        if let Err(place) = self.lengths.binary_search_by(|other| len.cmp(other)) {
            self.lengths.insert(place, len);
        }
    }
}

impl<'d> Iterator for Uses<'d> {
    type Item = (Span, &'d Abbreviation);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let stop = self.entities.first();
            let end = stop.map_or(self.text.len(), |stop| stop.span().start);
            while self.at < end && !self.names.is_empty() {
                let found = self.here(end);
                self.at = match found {
                    Some((span, _)) => span.end,
                    None => self.at + self.text[self.at..].chars().next().map_or(1, char::len_utf8),
                };
                if found.is_some() {
                    return found;
                }
            }
            let stop = stop?;
            self.entities = Self::from_stop(&self.entities[1..]);
            self.at = stop.span().end;
            if let Entity::Abbreviation(short) = stop {
                self.define(short);
            }
        }
    }
}

/// The definition of a short name: ranges count from 称.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ShortName {
    pub short: String,
    /// Bytes before 称 that belong to the definition.
    pub back: usize,
    /// Bytes from 称 to behind the short name.
    pub len: usize,
    /// The short name stands in title marks and will be read as a title.
    pub marked: bool,
}

/// What stands before 称 in a definition.
static DEFINING: Endings = endings![
    "以下分别简", "以下分別簡", "以下统一简", "以下统", "以下統", "以下简", "以下簡", "以下合", "以下均",
    "以下并", "以下", "下简", "下簡", "下统", "下", "简", "簡", "统", "統",
];

/// Marks that a short name stands in.
const MARKS: &str = "《〈“「『‘\"";

/// `short_name = 称 (为 | ： | 作)? (marked | bare)`, behind 以下简 or the like.
pub(crate) fn short_name(before: &str, input: &str) -> Option<ShortName> {
    let front = DEFINING.strip_end(before).map(|(front, ())| front);
    let front = if tail(before, 8).contains('\n') { over_line(before).or(front) } else { front }?;
    let bracket = front.trim_end_matches(is_gap).ends_with(['（', '(', '，', ',', '、', '；', '［']);
    let below = before[front.len()..].contains('下');
    // 作 is part of an unmarked name: 作业基金.
    let defines = alt((one_of("为為：:"), terminated(char('作'), peek(one_of("《“「\"")))));
    let unmarked = preceded(not(one_of(MARKS)), bare).map(|short| (None, short));
    let marked = marked.map(|(open, short)| (Some(open), short));
    let mut definition = (anychar, spaced(opt(defines)), folded(alt((marked, unmarked))));
    let (rest, (.., (open, short))) = definition.parse(input).ok()?;
    let short = squeeze(short);
    let clear = bracket || below && open.is_some();
    let collective = before.ends_with(['统', '統']) && !below && open.is_none();
    if !clear || !short.contains(char::is_alphanumeric) || collective {
        return None;
    }
    Some(ShortName {
        short,
        back: before.len() - front.len(),
        len: input[..input.len() - rest.len()].trim_end_matches(is_gap).len(),
        marked: open == Some('《'),
    })
}

/// The text before what defines, where a page broke the line in that: 以下⏎简.
#[cold]
fn over_line(before: &str) -> Option<&str> {
    let near = squeeze(tail(before, 8));
    let (rest, ()) = DEFINING.strip_end(&near)?;
    let count = near[rest.len()..].chars().count();
    let mut written = before.char_indices().rev().filter(|(_, c)| !c.is_whitespace());
    written.nth(count.checked_sub(1)?).map(|(at, _)| &before[..at])
}

/// `marked = “ text ”`, with the opening mark.
fn marked(input: &str) -> Match<'_, (char, &str)> {
    let (inside, open) = one_of(MARKS)(input)?;
    let close = closing(open).ok_or(NO)?;
    let (rest, short) = terminated(take_while_m_n(0, 31, |c| c != close), char(close)).parse(inside)?;
    Ok((rest, (open, short)))
}

/// A short name without marks, which stands in a bracket only: to its end or a comma.
fn bare(input: &str) -> Match<'_, &str> {
    let ends = |c| matches!(c, '）' | ')' | '，' | ',' | '；' | '］');
    terminated(take_while_m_n(0, 23, move |c| !ends(c)), peek(satisfy(ends))).parse(input)
}

/// How many bytes the brackets between a title and what is said of it may take.
const MOST_BETWEEN: usize = 600;

/// Whether the place behind `between` is in a bracket that stands directly at a title; `between` begins behind the title.
pub(crate) fn directly_behind(between: &str) -> bool {
    // What defines nothing leaves the title the last one, for all that stand behind.
    if between.len() > MOST_BETWEEN {
        return false;
    }
    let mut rest = gap(between);
    while let Some(inside) = rest.strip_prefix(['（', '(']) {
        match inside.find(['）', ')']) {
            Some(close) => {
                rest = gap(&inside[close..][inside[close..].chars().next().map_or(0, char::len_utf8)..]);
            }
            None => return true,
        }
    }
    rest.is_empty() || matches!(rest, "，" | ",")
}

/// Whether nothing but a joint stands between two titles, with a bracket before it or without: 《…》（…）和《…》.
pub(crate) fn joins_titles(between: &str) -> bool {
    if between.len() > MOST_BETWEEN {
        return false;
    }
    let inside = between.strip_prefix(['（', '(']);
    let rest = inside.map_or(Some(between), |inside| inside.split_once(['）', ')']).map(|(_, rest)| rest));
    rest.is_some_and(|rest| matches!(rest.trim(), "" | "、" | "，" | "和" | "及" | "与" | "或" | "以及"))
}

/// Words that lead up to what a short name stands for and are no part of it.
const LEADING: &[&str] = &[
    "根据", "按照", "依照", "依据", "关于", "对于", "本办法所称", "本条例所称", "本规定所称", "本法所称",
    "所称", "为了", "通过", "经由", "全面推行", "推行", "推进", "开展", "实施", "制定", "成立", "设立",
    "建立", "完善", "健全", "落实", "加快", "深化", "优化", "采用", "印发", "召开", "出台", "发布", "公布",
    "应当", "应", "得", "均", "并", "但", "须", "凡", "各", "将", "对", "由", "向", "与", "和", "及", "、",
    "或", "报", "指", "针对", "在", "是", "经", "以", "为", "依", "本细则依", "本办法依", "本规则依",
    "本标准依", "本条例依", "本准则依", "本规程依", "本要点依", "本规定依", "本通则依", "本章程依",
    "本须知依", "本纲要依",
];

/// Verbs behind 为 that say what is done, and what joins them.
const PURPOSES: &[&str] = &[
    "进一步", "切实", "加强", "规范", "保障", "促进", "做好", "完善", "健全", "维护", "保护", "防治", "防止",
    "预防", "控制", "减轻", "提高", "推动", "发挥", "落实", "统筹", "加快", "强化", "优化", "改善", "鼓励",
    "支持", "引导", "深化", "扩大", "保证", "确保", "严格", "充分", "合理", "有效",
];

/// Characters of these that begin words as well: 应急 is no word for what ought to be, and 经济部 and 各级 are no verbs.
const BEGINNINGS: &[(&str, &str)] = &[
    ("应", "急用届变"),
    ("经", "济营费销理贸纪验"),
    ("各", "级类种界项"),
    ("在", "建职校册线岗编"),
    ("对", "外口"),
    ("以", "色往"),
    ("为", "民"),
    ("和", "平谐"),
    ("与", "会"),
    ("向", "阳"),
    ("报", "告社名刊纸业馆警"),
    ("或", "许"),
    ("指", "挥导定标数"),
];

/// Verbs whose object a short name stands for, wherever they stand in the clause.
static VERBS: Words = words![
    "申办", "同意", "原则同意", "批准", "适用于", "组织编制", "组成", "组建", "设立", "参加", "委托", "委任",
    "报请", "会同", "充分发挥", "启动", "当将", "须将", "应将", "应设", "成立", "成立了", "签订", "签订了",
    "被告", "抄送", "应在", "应符合", "应与", "应当与", "应向", "应当向", "决定对", "应当符合",
];

/// What stands before the bracket that a definition is in: （ and commas off, and a foreign name in the same bracket too.
pub(crate) fn before_bracket(before: &str) -> &str {
    let trimmed = before
        .trim_end_matches(|c| is_gap(c) || matches!(c, '（' | '(' | '，' | ',' | '、' | '；' | ';' | '［'));
    if trimmed.len() < before.len() && before[trimmed.len()..].contains(['（', '(', '［']) {
        return trimmed;
    }
    // （Session Management Function，简称SMF）
    let mut depth = 0;
    for (at, c) in trimmed.char_indices().rev().take(80) {
        match c {
            '）' | ')' => depth += 1,
            '（' | '(' if depth == 0 => return trimmed[..at].trim_end(),
            '（' | '(' => depth -= 1,
            '。' | '\n' => break,
            _ => {}
        }
    }
    trimmed
}

/// The words before a bracket that a short name in it stands for: back to the start of the clause, less what leads up to them.
///
/// The text is in Simplified characters, and so is the `short` name as far as it is asked.
pub(crate) fn full_name(before: &str, short: &str) -> Range<usize> {
    let end = before.trim_end_matches(is_gap).len();
    let mut start = clause_start(&before[..end]);
    start += before[start..end].len() - before[start..end].trim_start().len();
    // 参加城镇职工养老保险（以下简称参保）: the verb has its character in the short name; 委托评审委员会（以下简称委员会）.
    let first = short.chars().next().unwrap_or(' ');
    let named = |verb: &Range<usize>| {
        before[verb.clone()].starts_with(first) && !before[verb.end..end].contains(first)
    };
    let verbs = VERBS.find_all(&before[start..end]).map(|(at, len, ())| start + at..start + at + len);
    let verb = verbs.map(|verb| if named(&verb) { verb.start } else { verb.end }).max();
    // 日常工作由市数据局承担, 资金转向某公司: who does it stands behind 由.
    let doer = few!("由向").rfind(&before[start..end]).map(|at| start + at).filter(|at| {
        let behind = &before[at + '由'.len_utf8()..end];
        *at > start
            && !few!("自理事缘来方导意趋转投流走定双横纵倾内外志").ends(&before[..*at])
            && has_chars(behind, 3)
            && !few!("的").within(behind)
    });
    let verb = verb.max(doer.map(|at| at + '由'.len_utf8()));
    // 依法设立的开发区: the particle goes with the verb.
    let object = verb.map(|at| end - before[at..end].trim_start_matches('的').len());
    if let Some(at) = object.filter(|at| before[*at..end].chars().count() >= 2) {
        start = at;
    }
    // 为加强和规范渡口（以下简称渡口）管理: what is done for a purpose is no part of the name.
    let mut purpose = false;
    for _ in 0..8 {
        let words = &before[start..end];
        match strip_any(words, LEADING).or_else(|| strip_any(words, PURPOSES).filter(|_| purpose)) {
            // 对事故负有责任的公司: the preposition opens a modifier.
            Some(rest)
                if rest.chars().count() >= 2
                    && !(begins(words, "对以为通") && rest.contains('的'))
                    && !BEGINNINGS.iter().any(|(c, more)| begins(words, c) && begins(rest, more)) =>
            {
                purpose |= words.starts_with('为');
                start = end - rest.len();
            }
            _ => break,
        }
    }
    start..end
}

/// Where the last clause of a text begins; brackets in it are stepped over, and line breaks within a word.
fn clause_start(text: &str) -> usize {
    let mut depth = 0;
    let mut last = text.len();
    let mut chars = text.char_indices().rev().take(96).peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '）' | ')' => depth += 1,
            '（' | '(' if depth > 0 => depth -= 1,
            '，' | ',' | '；' | ';' | '：' | ':' | '！' | '？' | '（' | '(' | '》' if depth == 0 => {
                return last;
            }
            '。' => return last,
            // A paragraph ends whatever bracket is open in it.
            '\n' => {
                let wrapped = text[last..].starts_with(is_han)
                    && chars.peek().is_some_and(|(_, before)| {
                        is_han(*before) && !matches!(before, '号' | '號' | '书' | '書')
                    })
                    && !ends_title(&text[..at]);
                if !wrapped {
                    return last;
                }
            }
            _ => {}
        }
        last = at;
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names() {
        for (text, short, back) in [
            ("《通知》（以下简|称《意见》）", "意见", 9),
            ("会议(以下简|称“会议”)", "会议", 9),
            ("制度（以下统|称“三项制度”）", "三项制度", 9),
            ("征收管理法(以下简|称税收征管法)的", "税收征管法", 9),
            ("目录（下|称目录）", "目录", 3),
            ("纲要（简|称《纲要》）", "纲要", 3),
            ("俄国防部|称，", "", 0),
            ("委员会 （ 以下简|称 卫健委 ） ", "卫健委", 9),
            ("他以下的人|称“大家”", "", 0),
        ] {
            let (before, input) = text.split_once('|').unwrap();
            let found = short_name(before, input);
            assert_eq!(found.as_ref().map_or("", |f| &f.short), short, "{text}");
            assert_eq!(found.map_or(0, |f| f.back), back, "{text}");
        }
    }

    #[test]
    fn what_a_short_name_stands_for() {
        for (before, full) in [
            ("规定，对全面推行公示制度、审核制度", "公示制度、审核制度"),
            ("部门应当将取得资格的旅行社", "取得资格的旅行社"),
            ("。将取得资格的旅行社", "取得资格的旅行社"),
            ("应急（含演练）预案", "应急（含演练）预案"),
            ("凡应登记企业", "登记企业"),
            ("本规程依电业法", "电业法"),
            ("居民参加长期护理保险", "长期护理保险"),
            ("市政府成立防汛领导小组", "防汛领导小组"),
            ("日常工作由市数据局", "市数据局"),
            ("选址由市里定的粮库", "选址由市里定的粮库"),
            ("完善沙河轻轨公司", "沙河轻轨公司"),
            ("（2021）京01民终7号\n沙河科技公司", "沙河科技公司"),
        ] {
            assert_eq!(&before[full_name(before, "简称")], full);
        }
        for (before, short, full) in [
            ("居民可参加长期护理保险", "参保", "参加长期护理保险"),
            ("可委托评审委员会", "委员会", "评审委员会"),
        ] {
            assert_eq!(&before[full_name(before, short)], full);
        }
    }

    #[test]
    fn uses() {
        for (text, expected) in [
            ("牵头部门。市水务局（以下统称“牵头部门”）负责，牵头部门", "牵头部门"),
            (
                "市指挥部（以下简称指挥部）、指挥部办公室（以下简称指挥部办公室）。指挥部办公室报指挥部",
                "指挥部|指挥部办公室|指挥部",
            ),
            // The last definition before counts, and no definition is a use.
            ("甲局（以下简称“该局”），该局。乙局（以下简称“该局”），该局", "该局|该局"),
            ("管理委员会（以下简称管委会）按《管委会规则》办，管委会落实", "管委会"),
            ("制度一和制度二（以下统称“三项制度”）。落实三项制度", "三项制度"),
            ("没有定义的管委会", ""),
        ] {
            let document = crate::parse(text);
            let words: Vec<&str> =
                document.abbreviation_uses().map(|(span, _)| document.slice(span)).collect();
            assert_eq!(words.join("|"), expected, "{text}");
        }
        let document = crate::parse("甲局（以下简称“该局”），该局。乙局（以下简称“该局”），该局");
        let full = document.abbreviation_uses().map(|(_, short)| document.slice(short.full));
        assert_eq!(full.collect::<Vec<_>>(), ["甲局", "乙局"]);
    }

    #[test]
    fn brackets_at_titles() {
        for (between, expected) in [
            ("（", true),
            ("（国发〔2014〕4号，", true),
            ("（试行）（", true),
            ("等文件（", false),
            ("", true),
        ] {
            assert_eq!(directly_behind(between), expected, "{between}");
        }
    }
}
