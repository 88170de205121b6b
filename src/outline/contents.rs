//! Tables of contents, which name the headings that come again in the text.

use core::ops::Range;

use super::Marker;
use super::link::{Item, Items, Series};
use crate::token::{head, line};

/// Finds the tables of contents: series of bare lines whose headings come again as a series of the text.
pub(super) fn contents(text: &str, markers: &[Marker], series: &mut [Series], items: &mut Items) {
    let mut covered = 0;
    for i in 0..series.len() {
        let s = &series[i];
        // What stands in an item of the text is no table; what stands in a table is part of it.
        let outermost = items[s.first].at >= covered;
        let again = || {
            let mut ahead = series[i + 1..].iter().take(AHEAD);
            let bare = outermost && s.line && s.style.stands_alone() && s.count > 1;
            let sentences = || text[items[s.first].at..items[s.last].at].contains('。');
            bare && ahead
                .any(|t| t.line && t.style == s.style && t.prefix == s.prefix && same(text, items, s, t))
                && !sentences()
        };
        if s.contents || again() {
            let last = &mut items[s.last];
            last.end = lines(text, markers, last.at..last.end).max(last.at + last.marker);
            series[i].contents = true;
        }
        covered = covered.max(items[series[i].last].end);
    }
}

/// How many series a table of contents may be away from what it lists.
const AHEAD: usize = 64;

/// Whether the first items of a series are named as those of another.
fn same(text: &str, items: &[Item], s: &Series, t: &Series) -> bool {
    let name = |item: &Item| {
        let line = text[item.at..item.end].chars().take_while(|c| *c != '\n').take(80);
        line.filter(|c| !c.is_whitespace())
    };
    t.count > 1 && s.items(items).zip(t.items(items)).take(3).all(|(a, b)| name(a).eq(name(b)))
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

/// The lines that end in dots and the number of a page, which only those of a table of contents do.
pub(super) struct Leaders<'t> {
    text: &'t str,
    /// No dots stand between the last place that was asked for and this one.
    none_before: usize,
}

impl<'t> Leaders<'t> {
    pub(super) const fn of(text: &'t str) -> Self {
        Self { text, none_before: 0 }
    }

    /// Whether the line goes on behind a place with dots and the number of a page. Places are asked from the first one on.
    pub(super) fn stand_behind(&mut self, at: usize) -> bool {
        self.none_before = self.none_before.max(at);
        // Most texts have no dots at all, and blocks of bytes say so.
        while self.none_before < at + LINE {
            let block = self.text.as_bytes()[self.none_before..].first_chunk();
            if block.is_none_or(may_have_dots) {
                return ends_in_page(&self.text[at..]);
            }
            self.none_before += BLOCK;
        }
        false
    }
}

/// How long a line of a table of contents is at most, in bytes.
const LINE: usize = 480;

/// How many bytes are compared at once.
const BLOCK: usize = 96;

/// Whether dots may stand in some bytes or begin there.
fn may_have_dots(block: &[u8; BLOCK]) -> bool {
    // However they stand, .... has the first of these pairs at an even place and …… the second.
    let dots = [u16::from_ne_bytes(*b".."), u16::from_ne_bytes([0x80, 0xA6])];
    let pairs = block.as_chunks().0.iter().map(|pair| u16::from_ne_bytes(*pair));
    pairs.fold(0, |seen, pair| seen | u16::from(pair == dots[0]) | u16::from(pair == dots[1])) != 0
}

/// Whether the line that a text begins with ends in dots and the number of a page.
fn ends_in_page(text: &str) -> bool {
    let line = line(head(text, LINE / 3));
    line.contains("....")
        || line.ends_with(|c: char| c.is_ascii_digit() || c.is_whitespace())
            && line.trim_end().ends_with(|c: char| c.is_ascii_digit())
            && line.contains("……")
}
