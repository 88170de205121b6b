//! Markers linked into series: which one goes on with which.

use alloc::vec::Vec;
use core::iter::successors;
use core::ops::Range;

use super::Marker;
use super::contents::Leaders;
use crate::error::DiagnosticKind;
use crate::marker::{NEXT, Place, Style};
use crate::numeral::arabic_digit;
use crate::token::gap;

/// A series under construction.
#[allow(clippy::struct_excessive_bools)] // independent observations, not states
pub(super) struct Series {
    pub(super) style: Style,
    pub(super) prefix: u32,
    /// Whether the first marker stood at the start of a line.
    pub(super) line: bool,
    /// Whether a later one did.
    pub(super) lines: bool,
    /// Whether the first stood behind other words.
    pub(super) glued: bool,
    /// Whether it stands in a table of contents.
    pub(super) contents: bool,
    /// Whether every marker has been the same word: 一是…，一是….
    pub(super) alike: bool,
    /// Whether nothing goes on with it: 最后 was its last.
    pub(super) done: bool,
    /// Whether it goes on with those of a list before it, or one behind it with its own, under another heading.
    pub(super) goes_on: bool,
    /// Its first and its last item, as indices, and how many it has.
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) count: usize,
    /// The ordinal of the last one.
    pub(super) ordinal: u32,
    /// What may come next as well: the ordinal behind one that was written in the place of another.
    pub(super) instead: u32,
    /// Where its last item ends at the latest, if it gets no other.
    pub(super) limit: Option<usize>,
    pub(super) diagnostics: Vec<(Range<usize>, DiagnosticKind)>,
    /// The next series in the same item, or in none; 0 behind the last.
    pub(super) next: usize,
}

pub(super) struct Item {
    pub(super) at: usize,
    pub(super) ordinal: u32,
    pub(super) marker: usize,
    pub(super) end: usize,
    /// The next item of the series; 0 behind the last.
    pub(super) next: usize,
    /// The first series in it; 0 for none.
    pub(super) inside: usize,
}

/// The items of all series, in text order.
pub(super) type Items = Vec<Item>;

impl Series {
    /// Its items in their order.
    pub(super) fn items<'i>(&self, items: &'i [Item]) -> impl Iterator<Item = &'i Item> {
        successors(Some(&items[self.first]), |item| (item.next > 0).then(|| &items[item.next]))
    }

    /// How far out the style stands in the usual order of levels.
    pub(super) fn rank(&self) -> u32 {
        match self.style {
            Style::Part => 0,
            Style::Chapter => 10,
            Style::Section => 20,
            Style::Article | Style::Financial => 30,
            Style::Han => 40,
            Style::HanParen => 50,
            Style::Arabic | Style::Heavenly => 60,
            // 2.1.3 stands inside 2.1, and （1） inside it.
            Style::Decimal => 60 + self.prefix % 10,
            Style::ArabicParen => 70,
            Style::ArabicHalfParen => 80,
            Style::Circled => 90,
            _ => 100,
        }
    }

    /// Whether its items stand in running text, whatever line they begin on.
    pub(super) fn inline(&self) -> bool {
        // 1）上报；2）审核。 in one paragraph.
        let run = self.count > 1 && !self.lines && !self.style.stands_alone();
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

    pub(super) fn is_list(&self, items: &[Item]) -> bool {
        // ② behind a quotation refers to a footnote.
        if self.style == Style::Circled && !self.line && items[self.first].ordinal > 1 {
            return false;
        }
        self.count > 1 || self.goes_on || self.style.stands_alone() && self.line
    }
}

/// How many series of one style may be open at a time; texts that nest deeper than this are not documents.
const OPEN: usize = 6;

/// Series while they are linked: all of them, and those that may still go on, the outermost first.
struct Linker<'t> {
    text: &'t str,
    series: Vec<Series>,
    items: Items,
    open: Vec<usize>,
    /// A series of dashes or bullets was begun.
    dashed: bool,
    leaders: Leaders<'t>,
}

/// The series of some markers, by their first items.
pub(super) fn link(text: &str, markers: &[Marker]) -> (Vec<Series>, Items) {
    let (items, leaders) = (Vec::with_capacity(markers.len()), Leaders::of(text));
    let mut linker = Linker { text, series: Vec::new(), items, open: Vec::new(), dashed: false, leaders };
    for m in markers {
        linker.take(m);
    }
    (linker.series, linker.items)
}

impl Linker<'_> {
    fn take(&mut self, m: &Marker) {
        let found = m.found;
        // A heading ends the dashes and bullets before it.
        let heads = |style: Style| style.stands_alone() && style != Style::Decimal;
        if self.dashed && found.place == Place::Line && heads(found.style) {
            self.close(m.at, |s| matches!(s.style, Style::Dash | Style::Bullet));
        }
        // A law that numbers its articles 第 5 條 refers to them as 第五條, at the start of a line too.
        if found.style == Style::Article && self.refers(m) {
            return;
        }
        let contents = found.place == Place::Line && self.leaders.stand_behind(m.at + found.len);
        match self.continued(m, contents) {
            Some((depth, ordinal)) => self.append(m, depth, ordinal),
            None => self.begin(m, contents),
        }
    }

    /// Whether an open series of articles has its numbers in other digits than a marker.
    fn refers(&self, m: &Marker) -> bool {
        let arabic =
            |at: usize| gap(&self.text[at + '第'.len_utf8()..]).starts_with(|c| arabic_digit(c).is_some());
        let series = self.open.iter().map(|i| &self.series[*i]).find(|s| s.style == Style::Article);
        series.is_some_and(|s| arabic(self.items[s.first].at) && !arabic(m.at))
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
        for closed in &self.open[depth + 1..] {
            self.series[*closed].limit.get_or_insert(m.at);
        }
        self.open.truncate(depth + 1);
        let s = &mut self.series[self.open[depth]];
        remark(s, ordinal, m);
        s.limit = None;
        s.lines |= m.found.place == Place::Line;
        let first = &self.items[s.first];
        s.alike =
            s.alike && self.text[first.at..first.at + first.marker] == self.text[m.at..m.at + m.found.len];
        let item = self.items.len();
        self.items[s.last].next = item;
        (s.last, s.count, s.ordinal) = (item, s.count + 1, ordinal);
        self.items.push(Item { at: m.at, ordinal, marker: m.found.len, end: 0, next: 0, inside: 0 });
        // Nothing follows 最后 but a new 首先, which ends it.
        s.done = s.style == Style::Shouxian && self.text[m.at..].starts_with("最后");
    }

    /// Begins a series, if the marker can.
    fn begin(&mut self, m: &Marker, contents: bool) {
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
        let item = self.items.len();
        self.items.push(Item { at: m.at, ordinal, marker: found.len, end: 0, next: 0, inside: 0 });
        let new = Series {
            style: found.style,
            prefix: found.prefix,
            line: found.place == Place::Line,
            lines: false,
            instead: 0,
            glued,
            contents,
            alike: true,
            done: false,
            goes_on: false,
            first: item,
            last: item,
            count: 1,
            ordinal,
            limit: None,
            diagnostics: Vec::new(),
            next: 0,
        };
        // Part, chapter, section and article stand in this order always: articles behind a chapter are its own, and never go
        // on with those before it.
        if new.line && new.style.is_division() {
            self.close(m.at, |s| s.line && s.style.is_division() && s.rank() > new.rank());
        }
        // An excerpt may begin inside an outer level: （七） behind 36. is no part of it, and 37. behind it is its own.
        // So it may inside a chapter: 第十章 behind 四十六、 ends the one before, and holds 四十七、.
        let holds =
            matches!(new.style, Style::Part | Style::Chapter | Style::Section | Style::Han | Style::HanParen);
        if new.line && ordinal > 1 && holds {
            self.close(m.at, |s| s.line && s.rank() > new.rank());
        }
        // Its last item ends where an outer heading comes, or the same style begins again.
        for i in &self.open {
            let older = &mut self.series[*i];
            let outer = new.line && older.line && older.rank() > new.rank();
            let outer = outer && !announces(self.text, self.items[older.last].at, m);
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
            let oldest = self.open.remove(oldest);
            // No other will end it: 原因一是城，二是乡原因一是….
            self.series[oldest].limit.get_or_insert(m.at);
        }
        self.dashed |= matches!(new.style, Style::Dash | Style::Bullet);
        self.open.push(self.series.len());
        self.series.push(new);
    }

    /// The open series that a marker continues, as a place among the open ones, and the ordinal it has there.
    fn continued(&self, m: &Marker, contents: bool) -> Option<(usize, u32)> {
        let Self { text, series, items, open, .. } = self;
        let found = m.found;
        // 第一，…。第二是…: both are ordinals, and the first says how they are marked.
        let ordinals = |s: &Series| {
            matches!((s.style, found.style), (Style::Di, Style::Shi) | (Style::Shi, Style::Di))
                && [m.at, items[s.last].at].iter().all(|at| text[*at..].starts_with('第'))
        };
        let like = |s: &Series| {
            let style = s.style == found.style || ordinals(s);
            style && s.prefix == found.prefix && s.contents == contents && !s.done
        };
        let near = |s: &Series, bytes: usize| m.at - items[s.last].at <= bytes;
        let mut second = None;
        for (depth, i) in open.iter().enumerate().rev() {
            let s = &series[*i];
            if !like(s) {
                continue;
            }
            let next = s.ordinal + 1;
            let follows = match (s.style, found.ordinal) {
                (Style::Dash | Style::Bullet, _) => true,
                (Style::Shouxian, 1) => false,
                // 然后 tells what comes next in a sentence; 最后 may close a page.
                (Style::Shouxian, NEXT) => near(s, if text[m.at..].starts_with("然后") { 600 } else { 6000 }),
                (Style::Shouxian, n) => n <= next && near(s, 6000),
                (Style::Yifangmian, _) => {
                    s.count == 1
                        && near(s, 1500)
                        && (found.ordinal == NEXT || found.place != Place::Glued || near(s, 400))
                }
                (Style::Ze | Style::Lai, n) => n == next && near(s, 3000),
                (Style::Circled | Style::ArabicParen, n) if found.place == Place::Glued => {
                    n == next && near(s, 600)
                }
                (_, NEXT) => near(s, 1500),
                (_, n) => n == next || n == s.instead,
            };
            if !follows {
                continue;
            }
            if s.glued && s.count == 1 && (found.place == Place::Glued || !near(s, 3000)) {
                continue;
            }
            if s.glued && s.count == 1 {
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
        let last = s.ordinal;
        if found.place == Place::Glued {
            return None;
        }
        if found.ordinal == 1 && matches!(found.style, Style::Shi | Style::Yao | Style::Ze) && !s.glued {
            let same_paragraph = !text[items[s.last].at..m.at].contains('\n');
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
            && !text[items[s.last].at..m.at].contains('\n');
        ((gap || repeat || back) && here && !outer).then_some((depth, found.ordinal))
    }
}

/// Whether a marker begins the list that an item announces, of whatever level: 2.有下列情形之一的：⏎（一）….
fn announces(text: &str, item: usize, m: &Marker) -> bool {
    /// The longest line that is read for it, in bytes.
    const LINE: usize = 900;
    if m.found.ordinal != 1 || m.found.style != Style::HanParen {
        return false;
    }
    let line = text[..m.at].trim_end();
    line.ends_with(['：', ':'])
        && line.get(item..).is_some_and(|line| line.len() <= LINE && !line.contains('\n'))
}

/// Notes a gap, a repeat or a step back before an item is added.
fn remark(s: &mut Series, ordinal: u32, m: &Marker) {
    let (expected, range) = (s.ordinal + 1, m.at..m.at + m.found.len);
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
