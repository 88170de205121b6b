//! Tables of contents, which name the headings that come again in the text.

use core::ops::Range;

use super::Marker;
use super::link::{Item, Series};

/// Finds the tables of contents: series of bare lines whose headings come again as a series of the text.
pub(super) fn contents(text: &str, markers: &[Marker], series: &mut [Series]) {
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
