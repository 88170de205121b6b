//! Series of markers and their nesting: from 一是…二是… in a paragraph to the outline of a document.
//!
//! Three steps: markers are linked into series, series get their extent, and extents nest by position.

use alloc::vec::Vec;
use core::ops::Range;

use crate::Span;
use crate::announcement::{self, Announcement};
use crate::charset::CharSet;
use crate::error::{Diagnostic, DiagnosticKind};
use crate::marker::{self, NEXT, Place, Style};
use crate::normalize::Normalized;
use crate::numeral::{arabic_digit, number, starts_number};
use crate::token::{fold, gap, is_alphanumeric, is_gap, tail};

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
    /// The words behind the marker that name the item.
    pub heading: Span,
    /// Series inside it.
    pub lists: Vec<TaskList>,
}

impl TaskItem {
    /// The item without its marker and heading.
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

/// A series under construction.
#[allow(clippy::struct_excessive_bools)] // independent observations, not states
struct Series {
    style: Style,
    prefix: u32,
    /// Whether the first marker stood at the start of a line.
    line: bool,
    /// Whether a later one did.
    lines: bool,
    /// Whether the first stood behind other words.
    glued: bool,
    /// Whether it stands in a table of contents.
    contents: bool,
    /// Whether every marker has been the same word: 一是…，一是….
    alike: bool,
    items: Vec<Item>,
    /// What may come next as well: the ordinal behind one that was written in the place of another.
    instead: u32,
    /// Where its last item ends at the latest, if it gets no other.
    limit: Option<usize>,
    diagnostics: Vec<(Range<usize>, DiagnosticKind)>,
}

struct Item {
    at: usize,
    ordinal: u32,
    marker: usize,
    end: usize,
}

impl Series {
    fn last(&self) -> u32 {
        self.items.last().map_or(0, |item| item.ordinal)
    }

    /// How far out the style stands in the usual order of levels.
    fn rank(&self) -> u32 {
        match self.style {
            Style::Part => 0,
            Style::Chapter => 1,
            Style::Section => 2,
            Style::Article => 3,
            Style::Financial => 3,
            Style::Han => 4,
            Style::HanParen => 5,
            Style::Decimal => 5 + self.prefix % 10,
            Style::Arabic | Style::Heavenly => 6,
            Style::ArabicParen => 7,
            Style::ArabicHalfParen => 8,
            Style::Circled => 9,
            _ => 10,
        }
    }

    /// Whether its items stand in running text, whatever line they begin on.
    fn inline(&self) -> bool {
        // 1）上报；2）审核。 in one paragraph.
        let run = self.items.len() > 1 && !self.lines && !self.style.stands_alone();
        !self.line
            || run
            || !matches!(
                self.style,
                Style::Part
                    | Style::Chapter
                    | Style::Section
                    | Style::Article
                    | Style::Han
                    | Style::HanParen
                    | Style::Arabic
                    | Style::ArabicParen
                    | Style::ArabicHalfParen
                    | Style::Circled
                    | Style::Decimal
                    | Style::Heavenly
                    | Style::Financial
            )
    }

    fn is_list(&self) -> bool {
        // ② behind a quotation refers to a footnote.
        if self.style == Style::Circled
            && !self.line
            && self.items.first().is_some_and(|item| item.ordinal > 1)
        {
            return false;
        }
        match self.items.len() {
            0 => false,
            1 => self.style.stands_alone() && self.line,
            _ => true,
        }
    }

    fn end(&self) -> usize {
        self.items.last().map_or(0, |item| item.end)
    }
}

/// How many series of one style may be open at a time; texts that nest deeper than this are not documents.
const OPEN: usize = 6;

/// The lists of a text, and what is wrong with them.
pub(crate) fn lists(
    normalized: &Normalized<'_>,
    markers: &[Marker],
    breaks: &Breaks,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<TaskList> {
    if markers.is_empty() {
        return Vec::new();
    }
    let text = normalized.folded();
    let mut series = link(text, markers);
    series.retain(Series::is_list);
    for s in &mut series {
        measure(text, s, breaks);
    }
    series.sort_by_key(|s| s.items[0].at);
    contents(text, markers, &mut series);
    let tree = nest(&mut series);
    for s in &series {
        diagnostics.extend(
            s.diagnostics
                .iter()
                .map(|(range, kind)| Diagnostic { span: normalized.span(range.clone()), kind: kind.clone() }),
        );
    }
    let mut builder = Builder { text, normalized, series: &series, children: &tree, diagnostics };
    builder.lists(&tree.roots, 0, false)
}

// ---------------------------------------------------------------------------------------------------------------------
// Linking
// ---------------------------------------------------------------------------------------------------------------------

/// Series while they are linked: all of them, and those that may still go on, the outermost first.
struct Linker<'t> {
    text: &'t str,
    series: Vec<Series>,
    open: Vec<usize>,
}

fn link(text: &str, markers: &[Marker]) -> Vec<Series> {
    let mut linker = Linker { text, series: Vec::new(), open: Vec::new() };
    for m in markers {
        linker.take(m);
    }
    linker.series
}

impl Linker<'_> {
    fn take(&mut self, m: &Marker) {
        let found = m.found;
        // A heading ends the dashes and bullets before it.
        if found.place == Place::Line && found.style.stands_alone() && found.style != Style::Decimal {
            self.close(m.at, |s| matches!(s.style, Style::Dash | Style::Bullet));
        }
        // A law that numbers its articles 第 5 條 refers to them as 第五條, at the start of a line too.
        if found.style == Style::Article && self.refers(m) {
            return;
        }
        match continued(self.text, &self.series, &self.open, m) {
            Some((depth, ordinal)) => self.append(m, depth, ordinal),
            None => self.begin(m),
        }
    }

    /// Whether an open series of articles has its numbers in other digits than a marker.
    fn refers(&self, m: &Marker) -> bool {
        let arabic =
            |at: usize| gap(&self.text[at + '第'.len_utf8()..]).starts_with(|c| arabic_digit(c).is_some());
        let series = self.open.iter().map(|i| &self.series[*i]).find(|s| s.style == Style::Article);
        series.is_some_and(|s| arabic(s.items[0].at) && !arabic(m.at))
    }

    /// Ends the open series of a kind.
    fn close(&mut self, at: usize, which: impl Fn(&Series) -> bool) {
        let series = &mut self.series;
        self.open.retain(|i| {
            let closed = which(&series[*i]);
            if closed {
                series[*i].limit.get_or_insert(at);
            }
            !closed
        });
    }

    /// Adds an item to an open series, which ends those inside it.
    fn append(&mut self, m: &Marker, depth: usize, ordinal: u32) {
        for closed in self.open.drain(depth + 1..) {
            self.series[closed].limit.get_or_insert(m.at);
        }
        let s = &mut self.series[self.open[depth]];
        remark(s, ordinal, m);
        s.limit = None;
        let first = s.items[0].at;
        s.lines |= m.found.place == Place::Line;
        s.alike &= self.text[first..first + s.items[0].marker] == self.text[m.at..m.at + m.found.len];
        s.items.push(Item { at: m.at, ordinal, marker: m.found.len, end: 0 });
        // Nothing follows 最后 but a new 首先.
        if s.style == Style::Shouxian && self.text[m.at..].starts_with("最后") {
            self.open.remove(depth);
        }
    }

    /// Begins a series, if the marker can.
    fn begin(&mut self, m: &Marker) {
        let found = m.found;
        let ordinal = match found.ordinal {
            0 => 1,
            NEXT => return,
            n => n,
        };
        let glued = found.place == Place::Glued;
        if glued && (ordinal > 1 || !matches!(found.style, Style::Shi | Style::Yifangmian | Style::HanParen))
        {
            return;
        }
        // 其次 and 再次 begin nothing.
        if found.style == Style::Shouxian && ordinal > 1 {
            return;
        }
        let new = Series {
            style: found.style,
            prefix: found.prefix,
            line: found.place == Place::Line,
            lines: false,
            instead: 0,
            glued,
            contents: found.contents,
            alike: true,
            items: alloc::vec![Item { at: m.at, ordinal, marker: found.len, end: 0 }],
            limit: None,
            diagnostics: Vec::new(),
        };
        // Part, chapter, section and article stand in this order always: articles behind a chapter are its own, and never go
        // on with those before it.
        if new.line && new.style.is_division() {
            self.close(m.at, |s| s.line && s.style.is_division() && s.rank() > new.rank());
        }
        // An excerpt may begin inside an outer level: （七） behind 36. is no part of it, and 37. behind it is its own.
        if new.line && ordinal > 1 && matches!(new.style, Style::Han | Style::HanParen) {
            self.close(m.at, |s| s.line && s.rank() > new.rank());
        }
        // Its last item ends where an outer heading comes, or the same style begins again.
        for i in &self.open {
            let older = &mut self.series[*i];
            let outer = new.line && older.line && older.rank() > new.rank();
            let again = older.style == new.style
                && !new.glued
                && (older.style != Style::Decimal || older.prefix % 10 >= new.prefix % 10);
            if outer || again {
                older.limit.get_or_insert(m.at);
            }
        }
        let mut alike = self.open.iter().enumerate().filter(|(_, i)| self.series[**i].style == new.style);
        if let Some((oldest, _)) = alike.next()
            && alike.count() + 1 >= OPEN
        {
            self.open.remove(oldest);
        }
        self.open.push(self.series.len());
        self.series.push(new);
    }
}

/// The open series that a marker continues, as a place among the open ones, and the ordinal it has there.
fn continued(text: &str, series: &[Series], open: &[usize], m: &Marker) -> Option<(usize, u32)> {
    let found = m.found;
    let like =
        |s: &Series| s.style == found.style && s.prefix == found.prefix && s.contents == found.contents;
    let near = |s: &Series, bytes: usize| s.items.last().is_some_and(|item| m.at - item.at <= bytes);
    let mut second = None;
    for (depth, i) in open.iter().enumerate().rev() {
        let s = &series[*i];
        if !like(s) {
            continue;
        }
        let next = s.last() + 1;
        let follows = match (s.style, found.ordinal) {
            (Style::Dash | Style::Bullet, _) => true,
            (Style::Shouxian, 1) => false,
            // 然后 tells what comes next in a sentence; 最后 may close a page.
            (Style::Shouxian, NEXT) => near(s, if text[m.at..].starts_with("然后") { 600 } else { 6000 }),
            (Style::Shouxian, n) => n <= next && near(s, 6000),
            (Style::Yifangmian, _) => {
                s.items.len() == 1
                    && near(s, 1500)
                    && (found.ordinal == NEXT || found.place != Place::Glued || near(s, 400))
            }
            (Style::Ze | Style::Lai, n) => n == next && near(s, 3000),
            (Style::Circled, n) if found.place == Place::Glued => n == next && near(s, 600),
            (_, NEXT) => near(s, 1500),
            (_, n) => n == next || n == s.instead,
        };
        if !follows {
            continue;
        }
        if s.glued && s.items.len() == 1 && (found.place == Place::Glued || !near(s, 3000)) {
            continue;
        }
        if s.glued && s.items.len() == 1 {
            second.get_or_insert((depth, next));
            continue;
        }
        let instead = s.instead > 0 && found.ordinal == s.instead;
        return Some((depth, if instead { found.ordinal } else { next }));
    }
    if second.is_some() {
        return second;
    }
    // 一是…，一是…: either-or in one sentence or two, where the first is still alone.
    let top = open.iter().enumerate().rev().find(|(_, i)| like(&series[**i]));
    let (depth, s) = top.map(|(depth, i)| (depth, &series[*i]))?;
    let last = s.last();
    if found.place == Place::Glued {
        return None;
    }
    if found.ordinal == 1 && matches!(found.style, Style::Shi | Style::Yao | Style::Ze) && !s.glued {
        let same_paragraph = !text[s.items.last()?.at..m.at].contains('\n');
        return (s.alike && same_paragraph && near(s, 400)).then_some((depth, last + 1));
    }
    if found.sub && found.ordinal == last {
        return Some((depth, last));
    }
    // A gap or a repeat is one only nearby in rank and place; a step back begins a series of its own.
    let gap = found.ordinal > last && found.ordinal - last <= 6;
    let repeat = found.ordinal == last && last > 1 && s.style != Style::Decimal;
    let here = s.limit.is_none() && if s.inline() { near(s, 9000) } else { found.place == Place::Line };
    let outer = open[depth + 1..].iter().any(|i| series[*i].line && series[*i].rank() < s.rank());
    // 一是…，二是…，三是…，二是…: a slip in one paragraph; elsewhere an excerpt of another series.
    let back = found.ordinal > 1
        && found.ordinal < last
        && s.style.is_word()
        && near(s, 1500)
        && !text[s.items.last()?.at..m.at].contains('\n');
    ((gap || repeat || back) && here && !outer).then_some((depth, found.ordinal))
}

/// Notes a gap, a repeat or a step back before an item is added.
fn remark(s: &mut Series, ordinal: u32, m: &Marker) {
    let (expected, range) = (s.last() + 1, m.at..m.at + m.found.len);
    if s.style.by_position() || s.style == Style::Yifangmian || m.found.sub {
        return;
    }
    let slip = if ordinal == s.instead || ordinal == expected {
        None
    } else if ordinal > expected {
        Some(DiagnosticKind::OrdinalGap { expected, found: ordinal })
    } else if ordinal + 1 == expected {
        Some(DiagnosticKind::OrdinalRepeat { found: ordinal })
    } else {
        Some(DiagnosticKind::OrdinalStepBack { expected, found: ordinal })
    };
    s.instead = if slip.is_some() && ordinal < expected { expected + 1 } else { 0 };
    s.diagnostics.extend(slip.map(|kind| (range, kind)));
}

// ---------------------------------------------------------------------------------------------------------------------
// Extent
// ---------------------------------------------------------------------------------------------------------------------

/// Where sentences and paragraphs end, as the scan comes by them.
#[derive(Default)]
pub(crate) struct Breaks {
    /// Behind each 。！？ that stands in no entity.
    pub stops: Vec<usize>,
    /// The line feeds that end a paragraph.
    pub paragraphs: Vec<usize>,
    /// Something was found.
    wanted: bool,
    /// Until then, only the last one of both is noted.
    last: (Option<usize>, Option<usize>),
}

impl Breaks {
    /// Keeps what comes from here on, and the last before it: something was found.
    pub fn want(&mut self) {
        if !self.wanted {
            self.wanted = true;
            self.stops.extend(self.last.0);
            self.paragraphs.extend(self.last.1);
        }
    }

    /// Takes note of a character that may end a sentence or paragraph.
    pub fn take(&mut self, text: &str, at: usize, c: char) {
        let (list, noted, place) = match c {
            '\n' if ends_paragraph(text, at) => (&mut self.paragraphs, &mut self.last.1, at),
            '\n' => return,
            c => (&mut self.stops, &mut self.last.0, at + c.len_utf8()),
        };
        if self.wanted {
            list.push(place);
        } else {
            *noted = Some(place);
        }
    }

    fn next(list: &[usize], from: usize) -> Option<usize> {
        list.get(list.partition_point(|at| *at < from)).copied()
    }

    /// Where the sentence begins that a place is in. The cursors are how many breaks of both kinds stand before it: they go on
    /// from those of an earlier place.
    pub fn sentence(&self, place: usize, (stops, paragraphs): &mut (usize, usize)) -> usize {
        while self.stops.get(*stops).is_some_and(|at| *at <= place) {
            *stops += 1;
        }
        while self.paragraphs.get(*paragraphs).is_some_and(|at| *at < place) {
            *paragraphs += 1;
        }
        let stop = stops.checked_sub(1).map_or(0, |n| self.stops[n]);
        let line = paragraphs.checked_sub(1).map_or(0, |n| self.paragraphs[n] + 1);
        stop.max(line)
    }
}

/// Whether a line feed ends a paragraph: pages break lines in the middle of a sentence, too.
fn ends_paragraph(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let open = before.is_some_and(|c| {
        is_alphanumeric(c) || matches!(c, '，' | '、' | '（' | '）' | '“' | '”' | '《' | '》' | '%' | ' ')
    });
    if !open {
        return true;
    }
    let after = text[at + 1..].chars().next();
    let goes_on = after
        .is_some_and(|c| is_alphanumeric(c) || matches!(c, '，' | '。' | '、' | '；' | '）' | '”' | '》'));
    // A short line is one by itself, however far it is indented.
    let full = || {
        let line = text[..at].chars().rev().take(40).take_while(|c| *c != '\n');
        line.filter(|c| !is_gap(*c)).take(16).count() >= 16
    };
    !(goes_on && full()) || marker::place(&text[..=at]) == Place::Line && starts_item(&text[at + 1..])
}

/// Whether a line begins with what may be a marker.
fn starts_item(line: &str) -> bool {
    let before = "";
    match line.chars().next() {
        Some('（' | '(') => marker::bracketed(before, line).is_some(),
        Some('第') => marker::ordinal_word_marker(before, line).is_some(),
        Some(c) if starts_number(c) => {
            let read = number(line).ok();
            marker::numeral(before, line, read.as_ref().map(|(rest, n)| (n, *rest))).is_some()
        }
        _ => false,
    }
}

fn measure(text: &str, s: &mut Series, breaks: &Breaks) {
    // The marks of the next Markdown heading are no part of an item.
    let trimmed = |from: usize, to: usize| {
        from + text[from..to].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*')).len()
    };
    let count = s.items.len();
    for i in 1..count {
        let next = s.items[i].at;
        let item = &mut s.items[i - 1];
        let next = next - marker::page_number(&text[..next]);
        item.end = trimmed(item.at + item.marker, next);
    }
    let (at, marker) = (s.items[count - 1].at, s.items[count - 1].marker);
    let behind = at + marker;
    let mut end = s.limit.unwrap_or(text.len());
    if s.inline() && !s.contents {
        // The words may stand in the line behind the marker.
        let words = behind + text[behind..].len() - fold(&text[behind..]).len();
        end = end.min(Breaks::next(&breaks.paragraphs, words).unwrap_or(text.len()));
        // Items in one sentence end with it.
        let sentence = |item: &Item| text[..item.at].trim_end().ends_with(['；', ';', '，', ',']);
        if count > 1 && s.items[1..].iter().all(sentence) {
            end = end.min(Breaks::next(&breaks.stops, behind + 1).unwrap_or(end));
        }
    }
    s.items[count - 1].end = trimmed(behind, end.max(behind));
}

/// Finds the tables of contents: series of bare lines whose headings come again as a series of the text.
fn contents(text: &str, markers: &[Marker], series: &mut [Series]) {
    let mut covered = 0;
    for i in 0..series.len() {
        let s = &series[i];
        // What stands in an item of the text is no table; what stands in a table is part of it.
        let outermost = s.items[0].at >= covered;
        let again = || {
            let mut ahead = series[i + 1..].iter().take(AHEAD);
            let bare = outermost && s.line && s.style.stands_alone() && s.items.len() > 1;
            let sentences = || text[s.items[0].at..s.items[s.items.len() - 1].at].contains('。');
            bare && ahead.any(|t| t.line && t.style == s.style && t.prefix == s.prefix && same(text, s, t))
                && !sentences()
        };
        if s.contents || again() {
            let last = &series[i].items[series[i].items.len() - 1];
            let end = lines(text, markers, last.at..last.end);
            let s = &mut series[i];
            s.contents = true;
            if let Some(last) = s.items.last_mut() {
                last.end = end.max(last.at + last.marker);
            }
        }
        covered = covered.max(series[i].end());
    }
}

/// How many series a table of contents may be away from what it lists.
const AHEAD: usize = 64;

/// Whether the first items of a series are named as those of another.
fn same(text: &str, s: &Series, t: &Series) -> bool {
    let name = |item: &Item| {
        let line = text[item.at..item.end].chars().take_while(|c| *c != '\n').take(80);
        line.filter(|c| !c.is_whitespace())
    };
    t.items.len() > 1 && s.items.iter().zip(&t.items).take(3).all(|(a, b)| name(a).eq(name(b)))
}

/// Where the run of lines ends that begins at a marker and in which each begins with one.
fn lines(text: &str, markers: &[Marker], within: Range<usize>) -> usize {
    let mut end = within.start;
    let ahead = &markers[markers.partition_point(|m| m.at < within.start)..];
    for m in ahead.iter().take_while(|m| m.at < within.end) {
        // A marker in a line that was passed.
        if m.at < end {
            continue;
        }
        if !text[end..m.at].trim().is_empty() {
            break;
        }
        end = text[m.at..within.end].find('\n').map_or(within.end, |len| m.at + len);
    }
    end
}

// ---------------------------------------------------------------------------------------------------------------------
// Nesting
// ---------------------------------------------------------------------------------------------------------------------

/// Which series stand in which item; series are named by their index.
struct Tree {
    roots: Vec<usize>,
    /// For each series and item, the series inside it.
    inside: Vec<Vec<Vec<usize>>>,
}

/// Puts each series, in the order of their starts, into the innermost item that contains it.
fn nest(series: &mut [Series]) -> Tree {
    let mut tree = Tree {
        roots: Vec::new(),
        inside: series.iter().map(|s| s.items.iter().map(|_| Vec::new()).collect()).collect(),
    };
    let mut stack: Vec<usize> = Vec::new();
    for i in 0..series.len() {
        let start = series[i].items[0].at;
        while stack.last().is_some_and(|top| series[*top].end() <= start) {
            stack.pop();
        }
        let last = series[i].items.last().map_or(start, |item| item.at + item.marker);
        let parent = stack.iter().rev().find_map(|candidate| {
            let items = &series[*candidate].items;
            let n = items.partition_point(|item| item.at <= start).checked_sub(1)?;
            (start >= items[n].at + items[n].marker && last <= items[n].end)
                .then_some((*candidate, n, items[n].end))
        });
        match parent {
            Some((candidate, n, end)) => {
                if let Some(item) = series[i].items.last_mut() {
                    item.end = item.end.min(end);
                }
                tree.inside[candidate][n].push(i);
            }
            None => tree.roots.push(i),
        }
        stack.push(i);
        // The innermost end first, so that popping from the top is enough.
        let mut at = stack.len() - 1;
        while at > 0 && series[stack[at - 1]].end() < series[stack[at]].end() {
            stack.swap(at - 1, at);
            at -= 1;
        }
    }
    tree
}

/// What may end a heading.
static MARKS: CharSet = CharSet::of("。\n！？，；,;\u{3000} .…");

struct Builder<'a, 'd> {
    text: &'a str,
    normalized: &'a Normalized<'a>,
    series: &'a [Series],
    children: &'a Tree,
    diagnostics: &'d mut Vec<Diagnostic>,
}

impl Builder<'_, '_> {
    /// The lists of the series in one item, or in none; what announces each stands behind that place and the list before.
    fn lists(&mut self, series: &[usize], floor: usize, contents: bool) -> Vec<TaskList> {
        let mut floor = floor;
        let list = |i: &usize| {
            let list = self.list(*i, floor, contents);
            floor = floor.max(self.series[*i].end());
            list
        };
        series.iter().map(list).collect()
    }

    /// The list of a series with the lists in its items; the depth is bounded by the number of styles.
    fn list(&mut self, i: usize, floor: usize, contents: bool) -> TaskList {
        let s = &self.series[i];
        let contents = contents || s.contents;
        let lead = self.lead(s, floor);
        let announcement = lead.clone().and_then(|lead| self.announcement(s, lead));
        let items = s
            .items
            .iter()
            .zip(&self.children.inside[i])
            .map(|(item, inside)| {
                let first = inside.first().map_or(item.end, |first| self.series[*first].items[0].at);
                TaskItem {
                    span: self.normalized.span(item.at..item.end),
                    ordinal: item.ordinal,
                    marker: self.normalized.span(item.at..item.at + item.marker),
                    heading: self.normalized.span(self.heading(s, item, first)),
                    lists: self.lists(inside, item.at + item.marker, contents),
                }
            })
            .collect();
        TaskList {
            span: self.normalized.span(s.items[0].at..s.end()),
            style: s.style,
            contents,
            lead: lead.map(|range| self.normalized.span(range)),
            announcement,
            items,
        }
    }

    /// The words that name an item: its line or first sentence; inline, its first clause; at most up to the first list in it.
    fn heading(&self, s: &Series, item: &Item, first: usize) -> Range<usize> {
        let from = item.at + item.marker;
        let body = &self.text[from..first];
        // They may stand in the line behind the marker; the article of a Taiwanese law has none.
        let start = if s.style == Style::Article { body } else { fold(body) };
        let start =
            start.trim_start_matches(|c: char| is_gap(c) || matches!(c, '，' | ',' | '：' | ':' | '、'));
        let from = from + body.len() - start.len();
        let stop = |(at, c): (usize, char)| match c {
            '。' | '\n' | '！' | '？' => true,
            '，' | '；' | ',' | ';' => s.inline(),
            // Where a page lost its line breaks, a wide gap ends the heading: 发展目标　　到2025年.
            '\u{3000}' => start[at..].starts_with("\u{3000}\u{3000}") && at >= 9,
            ' ' => start[at..].starts_with("    ") && at >= 9,
            '.' | '…' => {
                s.contents
                    && start[at..].starts_with(['.', '…'])
                    && start[at + c.len_utf8()..].starts_with(['.', '…'])
            }
            _ => false,
        };
        let mut len = 0;
        loop {
            len = MARKS.find(start.as_bytes(), len);
            match start[len..].chars().next() {
                Some(c) if !stop((len, c)) => len += c.len_utf8(),
                _ => break,
            }
        }
        let words = start[..len].trim_end_matches(|c: char| {
            matches!(c, '，' | ',' | '：' | ':' | '；' | ';') || c.is_whitespace()
        });
        from..from + words.len()
    }

    /// The sentence that ends directly before the first marker, as far as it stands behind a place.
    fn lead(&self, s: &Series, floor: usize) -> Option<Range<usize>> {
        let at = s.items[0].at;
        let floor = (at - tail(&self.text[..at], 200).len()).max(floor.min(at));
        let before = self.text[floor..at].trim_end();
        let end = floor + before.len();
        let clause = before.ends_with(['：', ':', '。', '，', '；', ',']) || s.glued && s.style.is_word();
        if !clause {
            return None;
        }
        let crossing = self.text[end..at].contains('\n');
        let sentence = before.trim_end_matches(['：', ':', '。', '，', '；', ',']);
        let start = sentence
            .rfind(['。', '！', '？', '\n', '；'])
            .map_or(0, |i| i + sentence[i..].chars().next().map_or(1, char::len_utf8));
        // A paragraph before an outline announces it only if it says so.
        if crossing
            && !before.ends_with(['：', ':'])
            && marker::announced(sentence).is_none()
            && !sentence[start..].contains("以下")
            && !sentence[start..].contains("如下")
        {
            return None;
        }
        let skipped = sentence[start..].len() - sentence[start..].trim_start().len();
        (start + skipped < sentence.len()).then_some(floor + start + skipped..end)
    }

    /// Who announces how many items, and a remark if there are not so many.
    fn announcement(&mut self, s: &Series, lead: Range<usize>) -> Option<Announcement> {
        let found = announcement::announcement(&self.text[lead.clone()])?;
        let items = u32::try_from(s.items.len()).unwrap_or(u32::MAX);
        if let Some(announced) = found.count
            && announced != items
            && s.items[0].ordinal == 1
            && items > 1
        {
            let kind = DiagnosticKind::CountMismatch { announced, found: items };
            self.diagnostics.push(Diagnostic { span: self.normalized.span(lead.clone()), kind });
        }
        let span =
            |range: Range<usize>| self.normalized.span(lead.start + range.start..lead.start + range.end);
        Some(Announcement {
            verb: found.verb.map(span),
            speaker: found.speaker.map(span),
            count: found.count,
        })
    }
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
