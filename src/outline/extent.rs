//! How far items reach: to the next one, or to where their sentence or paragraph ends.

use alloc::vec::Vec;
use core::cmp::Reverse;

use super::link::{Item, Items, Series};
use crate::breaks::{Behind, Breaks};
use crate::marker;
use crate::token::{before_margin, fold};

/// Says where the items of all series end.
pub(super) fn measure(text: &str, series: &[Series], items: &mut Items, breaks: Breaks<'_>) {
    let mut order: Vec<&Series> = series.iter().collect();
    order.sort_unstable_by_key(|s| Reverse(s.last));
    let (mut paragraphs, mut stops) = (Behind::new(breaks), Behind::new(breaks));
    for s in order {
        measure_one(text, s, items, &mut paragraphs, &mut stops);
    }
}

/// The same of a series; those that end behind it were asked before.
fn measure_one(
    text: &str,
    s: &Series,
    items: &mut Items,
    paragraphs: &mut Behind<'_>,
    stops: &mut Behind<'_>,
) {
    // The marks of the next Markdown heading are no part of an item.
    let trimmed = |from: usize, to: usize| from + before_margin(&text[from..to]).len();
    let mut i = s.first;
    while i != s.last {
        let next = items[items[i].next].at;
        let item = &mut items[i];
        let next_line = next - marker::page_number(&text[..next]);
        item.end = trimmed(item.at + item.marker, next_line);
        i = item.next;
    }
    let (at, marker) = (items[s.last].at, items[s.last].marker);
    let behind = at + marker;
    let mut end = s.limit.unwrap_or(text.len());
    if s.inline() && !s.contents {
        // The words may stand in the line behind the marker.
        let words = behind + text[behind..].len() - fold(&text[behind..]).len();
        end = end.min(paragraphs.paragraph(words).unwrap_or(text.len()));
        // Items in one sentence end with it.
        let sentence = |item: &Item| text[..item.at].trim_end().ends_with(['；', ';', '，', ',']);
        if s.items(items).skip(1).all(sentence) {
            end = end.min(stops.stop(behind).map_or(end, |at| at + '。'.len_utf8()));
        }
    }
    items[s.last].end = trimmed(behind, end.max(behind));
}
