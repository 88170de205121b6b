//! Series of markers and their nesting: from 一是…二是… in a paragraph to the outline of a document.
//!
//! Three steps: markers are linked into series, series get their extent, and extents nest by position.

mod build;
mod contents;
mod extent;
mod link;
mod nest;

use alloc::vec::Vec;

use self::build::Builder;
use self::contents::contents;
use self::extent::measure;
use self::link::{Item, Series, link};
use self::nest::nest;
use crate::Span;
use crate::announcement::Announcement;
use crate::breaks::Breaks;
use crate::error::Diagnostic;
use crate::marker::{self, Style};
use crate::normalize::Normalized;
use crate::scan::Scanned;

/// The list that stands around a place, and its item there; of several lists the one that begins last.
///
/// Of lists side by side, one may begin before the other has ended: where it goes on from one of its items to the next. That is
/// rare, so some lists before the place are asked at most.
pub(crate) fn around(lists: &[TaskList], place: Span) -> Option<(&TaskList, Option<&TaskItem>)> {
    const ASKED: usize = 8;
    let n = lists.partition_point(|list| list.span.start <= place.start);
    let list = lists[..n].iter().rev().take(ASKED).find(|list| list.span.contains(place))?;
    let n = list.items.partition_point(|item| item.span.start <= place.start);
    Some((list, list.items[..n].last().filter(|item| item.span.contains(place))))
}

/// A series of items whose ordinals follow one another.
///
/// A single marker is no list, except that an outline heading may stand alone at the start of a line. A series may cross
/// paragraphs, and may begin above 1 where the text is an excerpt.
///
/// ```
/// use gongwen::Style;
///
/// let document = gongwen::parse("主要任务有：一是清淤，二是筑堤，三是绿化。");
/// let list = &document.lists()[0];
/// assert_eq!((list.style, list.items.len()), (Style::Shi, 3));
/// assert_eq!(document.slice(list.lead.unwrap()), "主要任务有：");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[non_exhaustive]
pub struct TaskList {
    /// From the first marker to the end of the last item.
    pub span: Span,
    /// How its items are marked.
    pub style: Style,
    /// Whether it is a table of contents, which names the headings that come again in the text; so are the lists in it.
    #[cfg_attr(feature = "serde", serde(default))]
    pub contents: bool,
    /// The sentence or clause that announces it, if one ends directly before it.
    pub lead: Option<Span>,
    /// Who announces how many items there, if that is said.
    #[cfg_attr(feature = "serde", serde(default))]
    pub announcement: Option<Announcement>,
    /// The items in their order.
    pub items: Vec<TaskItem>,
}

impl TaskList {
    /// How deep lists stand in one another at most: those of the document are the first level.
    ///
    /// An outline of all styles, each in the one before, has eighteen levels. A list that would stand deeper stands
    /// beside those of the last level. So a function that calls itself for the lists in an item needs no bound of
    /// its own, and readers of JSON that refuse 128 levels take all lists.
    ///
    /// ```
    /// let document = gongwen::parse("一、治水\n（一）清淤。做到：一是疏河，二是清塘。\n");
    /// assert!(document.items().all(|item| item.depth() < gongwen::TaskList::MAX_DEPTH));
    /// ```
    pub const MAX_DEPTH: usize = 20;
}

/// An item of a list or outline.
///
/// ```
/// let document = gongwen::parse("第四条　河道实行河长制。河长定期巡查。\n第五条　禁止围垦。\n");
/// let item = &document.lists()[0].items[0];
/// assert_eq!((item.ordinal, document.slice(item.marker)), (4, "第四条"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[non_exhaustive]
pub struct TaskItem {
    /// From the marker to the next one of the series; the last item of an inline series ends with its paragraph, the last
    /// one of an outline with the next heading of an outer level.
    pub span: Span,
    /// The ordinal as written, or by position where none is.
    pub ordinal: u32,
    /// The marker: 一是, （一）, 第三条.
    pub marker: Span,
    /// The words behind the marker that name the item: the rest of its line or first sentence, of 一是 and its like the first
    /// clause. Empty where none stand there, as where a list or a full stop comes at once.
    pub heading: Span,
    /// Series inside it.
    pub lists: Vec<TaskList>,
}

impl TaskItem {
    /// The item without its marker and heading, from the mark that ends the heading on; [`Item::body`](crate::Item::body) leaves
    /// that out.
    ///
    /// ```
    /// let document = gongwen::parse("一是建好队伍，配齐人员；二是管好经费。");
    /// let item = &document.lists()[0].items[0];
    /// assert_eq!(document.slice(item.heading), "建好队伍");
    /// assert_eq!(document.slice(item.body()), "，配齐人员；");
    /// ```
    pub const fn body(&self) -> Span {
        Span::new(self.heading.end, self.span.end)
    }
}

/// A marker and where it begins in the normalized text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Marker {
    pub at: usize,
    pub found: marker::Found,
}

/// The lists of a text, and what is wrong with them.
pub(crate) fn lists(normalized: &Normalized<'_>, scanned: &mut Scanned) -> Vec<TaskList> {
    let markers = &scanned.markers;
    if markers.is_empty() {
        return Vec::new();
    }
    let text = normalized.folded();
    let (mut series, mut items) = link(text, markers);
    keep_lists(&mut series, &items);
    if series.is_empty() {
        return Vec::new();
    }
    measure(text, &series, &mut items, Breaks::new(text, scanned.places()));
    contents(text, markers, &mut series, &mut items);
    nest(&mut series, &mut items);
    let diagnostics = &mut scanned.diagnostics;
    for s in &series {
        diagnostics.extend(
            s.diagnostics
                .iter()
                .map(|(range, kind)| Diagnostic { span: normalized.span(range.clone()), kind: kind.clone() }),
        );
    }
    let mut builder = Builder { text, normalized, series: &series, items: &items, diagnostics };
    builder.lists(0, 0, false)
}

/// Takes out the series that are none: a single 1. may be anything, but where items count on from heading to heading, 50. may stand
/// alone under one.
fn keep_lists(series: &mut Vec<Series>, items: &[Item]) {
    let counts = |s: &Series| s.line && s.style == Style::Arabic && s.ordinal > 1;
    // The ordinal of the last item of a list before, and of the first of one behind.
    let (mut before, mut behind) = (0, 0);
    for s in series.iter_mut().filter(|s| counts(s)) {
        s.goes_on |= items[s.first].ordinal == before + 1;
        before = if s.count > 1 || s.goes_on { s.ordinal } else { 0 };
    }
    for s in series.iter_mut().rev().filter(|s| counts(s)) {
        s.goes_on |= s.ordinal + 1 == behind;
        behind = if s.count > 1 || s.goes_on { items[s.first].ordinal } else { 0 };
    }
    series.retain(|s| s.is_list(items));
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::{String, ToString};

    fn show(text: &str) -> String {
        fn walk(text: &str, lists: &[TaskList], out: &mut String) {
            for list in lists {
                out.push('[');
                for item in &list.items {
                    out.push_str(&text[item.marker.range()]);
                    walk(text, &item.lists, out);
                }
                out.push(']');
            }
        }
        let document = crate::parse(text);
        let mut out = String::new();
        walk(text, document.lists(), &mut out);
        out
    }

    #[test]
    fn series_and_nesting() {
        for (text, expected) in [
            ("提出三点要求：一是抓早。二是抓小。三是抓实。", "[一是二是三是]"),
            ("一是抓早。\n\n二是抓小。\n", "[一是二是]"),
            ("只有一是抓早。", ""),
            ("三是抓早。四是抓小。", "[三是四是]"),
            ("《办法》一是明确责任。二是加强监管。", "[一是二是]"),
            ("其原因一是缺水，二是缺电。", "[一是二是]"),
            ("抓两头：一是抓新建，一是抓改造。", "[一是一是]"),
            (
                "一、总体要求\n（一）思想。\n（二）原则。\n1.导向。增强。\n2.引领。围绕。\n二、任务\n（一）抓。",
                "[一、[（一）（二）[1.2.]]二、[（一）]]",
            ),
            ("（二）重点任务。\n抓好几个环节。一是抓早。二是抓小。", "[（二）[一是二是]]"),
            (
                "第一章 总则\n第一条 为了。\n第二条 适用。\n第二章 罚则\n第三条 处罚：\n（一）甲的；\n（二）乙的。\n",
                "[第一章[第一条第二条]第二章[第三条[（一）（二）]]]",
            ),
            ("一方面要快，另一方面要稳。", "[一方面另一方面]"),
            ("首先，看。其次，听。最后，写。", "[首先其次最后]"),
            ("首先要保工资。", ""),
            ("——抓早。\n——抓小。\n后文。", "[————]"),
            ("1. 甲\n只有一个", ""),
            ("5.1 目标\n5.1.1 近期\n5.1.2 远期\n5.2 任务\n", "[5.1[5.1.15.1.2]5.2]"),
            ("一是抓早。二是抓小。\n又说：一是看。二是听。", "[一是二是][一是二是]"),
        ] {
            assert_eq!(show(text), expected, "{text}");
        }
    }

    #[test]
    fn restarts_do_not_nest() {
        let text = "一是甲。二是乙。".repeat(50);
        assert_eq!(show(&text), "[一是二是]".repeat(50));
        let text = "一、甲\n".repeat(2000);
        assert_eq!(show(&text), "[一、]".repeat(2000));
    }

    #[test]
    fn leads_headings_and_spans() {
        let text = "会议指出，要做好三点工作：一是抓早，常抓；二是抓小；三是抓实。会后检查。";
        let document = crate::parse(text);
        let list = &document.lists()[0];
        assert_eq!(list.lead.map(|s| &text[s.range()]), Some("会议指出，要做好三点工作："));
        let headings: Vec<&str> = list.items.iter().map(|i| &text[i.heading.range()]).collect();
        assert_eq!(headings, ["抓早", "抓小", "抓实"]);
        assert_eq!(&text[list.items[2].span.range()], "三是抓实。");
        assert_eq!(&text[list.items[0].body().range()], "，常抓；");
    }

    #[test]
    fn remarks() {
        let kinds = |text: &str| -> Vec<String> {
            crate::parse(text).diagnostics().iter().map(|d| d.kind.to_string()).collect()
        };
        assert_eq!(kinds("一是甲。二是乙。四是丁。"), ["item 3 is missing before item 4"]);
        assert_eq!(kinds("提出三点建议：一是甲。二是乙。"), ["3 announced, 2 found"]);
        assert_eq!(kinds("提出两点建议：一是甲。二是乙。"), [""; 0]);
        assert_eq!(kinds("（一）甲\n（二）乙\n（二）丙\n"), ["item 2 comes twice"]);
    }
}
