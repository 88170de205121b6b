//! Titles in 《…》.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use nom::Parser;
use nom::bytes::complete::{take_while, take_while_m_n};
use nom::character::complete::{char, one_of};
use nom::combinator::{all_consuming, map_opt, opt, verify};
use nom::sequence::{delimited, preceded};

use crate::Span;
use crate::document_number::Reference;
use crate::numeral::{Number, arabic_digit, number};
use crate::time::{CalendarUnit, Point, TimeValue, Year};
use crate::token::{Match, NO, closing, fold, strip_any_end};
use crate::words::{Words, words};

/// A document title 《…》 in a text.
///
/// One title is the outermost pair of marks. White space, line breaks and readings are not part of its name.
///
/// | written | field |
/// |---|---|
/// | 《国家新型城镇化规划（2014—2020年）》 | name 国家新型城镇化规划, period 2014/2020 |
/// | 《工作规则（修订版）》 · 《编制指南》（试行） | edition 修订版 · 试行 |
/// | 《关于修改〈立法法〉的决定》 | inner 〈立法法〉 |
/// | 《实施意见》（国办发〔2020〕24号） | number |
/// | 《关于…的意见》（以下简称《意见》） | alias 意见; the second title refers to the first |
/// | 《甲办法》和《乙办法》（以下统称“两办法”） | none: together they have an [`Abbreviation`](crate::Abbreviation) |
/// | 《滨湖市社区工作条例》…《条例》 | the second refers to the first, if no other name before it ends so |
///
/// A short name that is defined again means the title before it that defined it last. A title with a number of its own
/// refers to none, nor does the repetition of a full name.
///
/// No titles: a 《 with no 》 within 256 characters, and a 》 with no 《, which are diagnostics; 「…」.
///
/// ```
/// let text = "《防洪规划（2023—2035年）》（水规〔2023〕6号）（以下简称《规划》）";
/// let document = gongwen::parse(text);
/// let title = document.titles().next().unwrap();
/// assert_eq!(title.name, "防洪规划");
/// assert_eq!(title.period.unwrap().to_string(), "2023/2035");
/// assert_eq!(title.number.as_ref().unwrap().issuer.as_deref(), Some("水规"));
/// assert_eq!(title.alias.as_deref(), Some("规划"));
/// // The citation as a whole, to mark, link or cut out.
/// assert_eq!(document.slice(title.extent), text);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[non_exhaustive]
pub struct Title {
    /// The title with its marks.
    pub span: Span,
    /// The title with what is said at it: edition, number and short name, and the brackets that they stand in.
    pub extent: Span,
    /// What stands between the marks, less a trailing edition or period.
    pub name: String,
    /// 修订版, 试行, 草案, 征求意见稿 …, without its brackets, inside or directly behind the marks.
    pub edition: Option<String>,
    /// The years in a bracket at the end, `2014/2020` or `2025`; or from one to another in a bracket within, which stays in
    /// the name: 《…规划（2021—2025年）实施方案》.
    pub period: Option<TimeValue>,
    /// The document number directly at the title.
    pub number: Option<Reference>,
    /// The short name defined at the title.
    pub alias: Option<String>,
    /// The fuller title that a short one means, as an index into the entities.
    pub refers_to: Option<usize>,
    /// Titles within the name, eight levels deep at most.
    pub inner: Vec<Title>,
}

/// A title as the grammar sees it; ranges count from the start of its input.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    pub name: String,
    pub edition: Option<String>,
    pub period: Option<TimeValue>,
    pub inner: Vec<(Range<usize>, Found)>,
    pub len: usize,
}

/// The farthest that 》 may stand from 《, in characters.
const BOUND: usize = 256;

/// How deep titles within titles are told apart: each keeps a name of its own, and readers of JSON go down 128 levels only.
const DEPTH: usize = 8;

/// `title = 《 (text | title)* 》` — the input begins with 《.
pub(crate) fn title(input: &str) -> Option<Found> {
    let end = end_of(input)?;
    Some(parts(input, end, DEPTH))
}

/// Where the title that a text begins with ends, behind its closing mark.
pub(crate) fn end_of(input: &str) -> Option<usize> {
    let open = input.chars().next()?;
    let close = closing(open)?;
    let mut depth = 0usize;
    for (at, c) in input.char_indices().take(BOUND + 2) {
        if c == open {
            depth += 1;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                return Some(at + c.len_utf8());
            }
        }
    }
    None
}

/// Name, edition and period of a title that takes `len` bytes, and the titles inside it, so many levels of them.
fn parts(input: &str, len: usize, levels: usize) -> Found {
    let open = input.chars().next().map_or(0, char::len_utf8);
    let close = input[..len].chars().next_back().map_or(0, char::len_utf8);
    let text = &input[open..len - close];
    let mut name = trim(text);
    let (mut edition, mut period) = (None, None);
    while let Some((head, inside)) = trailing_bracket(name) {
        if period.is_none()
            && let Some(found) = period_in(inside)
        {
            period = Some(found);
        } else if edition.is_none() && is_edition(inside) {
            edition = Some(squeeze(inside));
        } else {
            break;
        }
        name = trim(head);
    }
    // 《…规划（2021—2025年）实施方案》: the years of a bracket within are no part of another title, and stay in the name.
    period = period.or_else(|| period_within(name));
    // Titles within: a Latin <…> must hold Han characters, or it is a comparison.
    let mut inner = Vec::new();
    let mut at = 0;
    while levels > 0
        && let Some((i, c)) = text[at..].char_indices().find(|(_, c)| matches!(c, '《' | '〈' | '‹' | '<'))
    {
        let from = at + i;
        at = from + c.len_utf8();
        if let Some(len) = end_of(&text[from..]) {
            let found = parts(&text[from..], len, levels - 1);
            let named = !found.name.is_empty();
            if named && (c != '<' || found.name.chars().any(|c| c > '\u{2e7f}')) {
                inner.push((open + from..open + from + len, found));
                at = from + len;
            }
        }
    }
    Found { name: squeeze(name), edition, period, inner, len }
}

/// The years of the first bracket in a name without titles in it, from one to another.
fn period_within(name: &str) -> Option<TimeValue> {
    if name.contains(['《', '〈', '<']) {
        return None;
    }
    let (_, inside) = name.split_once(['（', '(', '〔'])?;
    let (inside, _) = inside.split_once(['）', ')', '〕'])?;
    period_in(inside).filter(|period| matches!(period, TimeValue::Range(..)))
}

fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace())
}

/// A text without white space.
pub(crate) fn squeeze(text: &str) -> String {
    if text.contains(char::is_whitespace) {
        text.chars().filter(|c| !c.is_whitespace()).collect()
    } else {
        text.into()
    }
}

/// What stands before a bracket at the end of a text, and what stands in it.
fn trailing_bracket(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_suffix(['）', ')', '〕'])?;
    let at = inside.rfind(['（', '(', '〔'])?;
    let open = inside[at..].chars().next()?.len_utf8();
    (!inside[at + open..].contains(['）', ')']) && at > 0).then(|| (&inside[..at], &inside[at + open..]))
}

/// `period = given_year (connector given_year)?`: 2014—2020年, 2020-2022, 2025.
pub(crate) fn period_in(text: &str) -> Option<TimeValue> {
    static CONNECTORS: Words = words!["——", "—", "–", "-", "－", "─", "~", "～", "〜", "至", "到", "−"];
    let connector = |input| CONNECTORS.strip(input).ok_or(NO);
    let range = (given_year, opt(preceded(connector, given_year)));
    let (_, (first, last)) = all_consuming(range).parse(text).ok()?;
    let year = |n: i16| Point::whole(CalendarUnit::Year(Year::Given(n)));
    match last {
        None => Some(TimeValue::Point(year(first))),
        Some(last) => (first < last).then(|| TimeValue::Range(year(first), year(last))),
    }
}

/// `given_year = digit{4} 年? 度?`, with white space around it.
fn given_year(input: &str) -> Match<'_, i16> {
    let four = map_opt(number, |n: Number| n.whole().filter(|_| n.digits == 4)?.try_into().ok());
    let blank = || take_while(char::is_whitespace);
    let signs = (blank(), opt(char('年')), opt(char('度')), blank());
    delimited(blank(), verify(four, |year| (1000..3000).contains(year)), signs).parse(input)
}

/// Words that editions end with: 试行, 草案, 征求意见稿, 2021年修正 …
const EDITIONS: [&str; 26] = [
    "试行", "試行", "暂行", "暫行", "草案", "稿", "版", "修正", "修订", "修訂", "修订本", "修訂本", "修正本",
    "节选", "節選", "摘要", "摘编", "修正案", "试点", "合订本", "增订本", "征求意见", "单行本",
    "公开征求意见稿", "全文", "节录",
];

/// Whether a bracket names an edition.
pub(crate) fn is_edition(text: &str) -> bool {
    // A page may break the line in it: 试⏎行.
    let text = &*squeeze(text);
    let short = text.chars().count() <= 14;
    short
        && strip_any_end(text, &EDITIONS).is_some_and(|stem| {
            stem.is_empty()
                || !stem.contains(['，', '《', '、', '。'])
                    && !stem.starts_with(|c: char| arabic_digit(c).is_some() && text.ends_with('稿'))
        })
}

/// `edition_behind = （ edition ）`: the edition in a bracket directly behind a title.
pub(crate) fn edition_behind(text: &str) -> Match<'_, String> {
    let inside = take_while_m_n(1, 15, |c| !matches!(c, '）' | ')'));
    let edition = verify(inside, |inside: &str| is_edition(inside)).map(squeeze);
    delimited(one_of("（("), edition, one_of("）)")).parse(fold(text))
}

/// Where what is said at a title ends: the rest of a text, `text`, begins behind the title, and has an edition, a number or
/// a short name up to `len`. A bracket that is open there is closed within so many characters, or left out of it.
pub(crate) fn end_of_said(text: &str, len: usize) -> usize {
    const REST: usize = 64;
    let open = |text: &str| text.matches(['（', '(']).count();
    let closed = |text: &str| text.matches(['）', ')']).count();
    let mut depth = open(&text[..len]).saturating_sub(closed(&text[..len]));
    if depth == 0 {
        return len;
    }
    for (at, c) in text[len..].char_indices().take(REST) {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' if depth == 1 => return len + at + c.len_utf8(),
            '）' | ')' => depth -= 1,
            _ => {}
        }
    }
    len
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn titles() {
        for (text, name, edition, period, inner) in [
            ("《关于改进作风的意见》。", "关于改进作风的意见", "", "", 0),
            ("《国家规划（2014-2020年）》", "国家规划", "", "2014/2020", 0),
            ("《报告（2025）》", "报告", "", "2025", 0),
            ("《工作规则(修订版)》", "工作规则", "修订版", "", 0),
            ("《行动计划（2020—2022）（试行）》", "行动计划", "试行", "2020/2022", 0),
            ("《\n工作\n方案 》", "工作方案", "", "", 0),
            ("《规划(2021—2025年)实施方案》", "规划(2021—2025年)实施方案", "", "2021/2025", 0),
            ("《规划(2021年)实施方案》", "规划(2021年)实施方案", "", "", 0),
            ("《印发〈规划(2021—2025年)〉的通知》", "印发〈规划(2021—2025年)〉的通知", "", "", 1),
            ("《关于修改〈立法法〉的决定》", "关于修改〈立法法〉的决定", "", "", 1),
            ("《〈《公约》议定书〉修正案》", "〈《公约》议定书〉修正案", "", "", 1),
            ("《规范（一）》", "规范（一）", "", "", 0),
            ("《实施<防洪法>办法》", "实施<防洪法>办法", "", "", 1),
        ] {
            let found = title(text).unwrap();
            assert_eq!(found.name, name);
            assert_eq!(found.edition.as_deref().unwrap_or(""), edition, "{text}");
            assert_eq!(found.period.map(|p| p.to_string()).unwrap_or_default(), period, "{text}");
            assert_eq!(found.inner.len(), inner, "{text}");
        }
        assert_eq!(title("《没有结尾"), None);
        assert_eq!(title(&alloc::format!("《{}》", "长".repeat(256))).map(|t| t.len), Some(258 * 3));
        assert_eq!(title(&alloc::format!("《{}》", "长".repeat(257))), None);
    }

    #[test]
    fn titles_within_titles_go_eight_levels_deep() {
        fn depth(found: &Found) -> usize {
            found.inner.iter().map(|(_, inner)| 1 + depth(inner)).max().unwrap_or(0)
        }
        for (levels, expected) in [(1, 0), (2, 1), (9, 8), (10, 8), (128, 8)] {
            let text = alloc::format!("{}办法{}", "《".repeat(levels), "》".repeat(levels));
            let found = title(&text).unwrap();
            assert_eq!((depth(&found), found.len), (expected, text.len()), "{levels}");
        }
    }
}
