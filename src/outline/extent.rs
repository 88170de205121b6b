//! How far items reach: to the next one, or to where their sentence or paragraph ends.

use alloc::vec::Vec;
use core::ops::RangeInclusive;

use super::link::{Item, Items, Series};
use crate::marker;
use crate::numeral::{number, starts_number};
use crate::token::{before_margin, fold, is_alphanumeric, is_gap};

/// Where sentences and paragraphs end, as the scan comes by them.
#[derive(Default)]
pub(crate) struct Breaks {
    /// Behind each 。！？ that stands in no entity.
    stops: Vec<usize>,
    /// The line feeds, of which few are ever asked whether they end a paragraph.
    feeds: Vec<usize>,
    /// Something was found.
    wanted: bool,
    /// Until then, only the last stop and the last end of a paragraph are noted.
    last: (Option<usize>, Option<usize>),
    /// How many of each a text of its length may have.
    usual: usize,
}

/// What was passed on the way through a text.
#[derive(Default)]
pub(crate) struct Passed {
    stops: usize,
    feeds: usize,
    /// Where the last paragraph began that was asked for.
    paragraph: usize,
}

impl Breaks {
    /// Those of a text of some length.
    pub fn of(len: usize) -> Self {
        Self { usual: len / 256 + 8, ..Self::default() }
    }

    /// Keeps what comes from here on, and the last before it: something was found.
    pub fn want(&mut self) {
        if !self.wanted {
            self.wanted = true;
            // A list that grows from nothing moves again and again.
            self.stops.reserve(self.usual);
            self.feeds.reserve(self.usual);
            self.stops.extend(self.last.0);
            self.feeds.extend(self.last.1);
        }
    }

    /// Takes note of the place behind a 。！？.
    #[inline]
    pub fn stop(&mut self, behind: usize) {
        if self.wanted {
            self.stops.push(behind);
        } else {
            self.last.0 = Some(behind);
        }
    }

    /// Takes note of a line feed, which may end a paragraph.
    #[inline]
    pub fn line_feed(&mut self, text: &str, at: usize) {
        if self.wanted {
            self.feeds.push(at);
        } else if ends_paragraph(text, at) {
            self.last.1 = Some(at);
        }
    }

    /// Where the sentence begins that a place is in, which is no earlier than the last one that was asked for.
    pub fn sentence(&self, text: &str, place: usize, passed: &mut Passed) -> usize {
        pass(&self.stops, &mut passed.stops, place + 1);
        let stop = passed.stops.checked_sub(1).map_or(0, |n| self.stops[n]);
        // What stands before it says nothing any more.
        pass(&self.feeds, &mut passed.feeds, stop);
        while let Some(at) = self.feeds.get(passed.feeds).filter(|at| **at < place) {
            passed.feeds += 1;
            if ends_paragraph(text, *at) {
                passed.paragraph = at + 1;
            }
        }
        stop.max(passed.paragraph)
    }

    /// Where the next sentence ends.
    fn next_stop(&self, from: usize) -> Option<usize> {
        self.stops.get(self.stops.partition_point(|at| *at < from)).copied()
    }

    /// Where the paragraph ends that a place is in. `known` is a part of the text without an end of one but the last that was found,
    /// so that series in one paragraph do not all look for it.
    fn paragraph_end(&self, text: &str, from: usize, known: &mut Option<RangeInclusive<usize>>) -> usize {
        let feeds = &self.feeds[self.feeds.partition_point(|at| *at < from)..];
        let passed = |at: usize| known.as_ref().filter(|known| known.contains(&at)).map(|known| *known.end());
        let end = passed(from).or_else(|| {
            feeds.iter().find_map(|at| passed(*at).or_else(|| ends_paragraph(text, *at).then_some(*at)))
        });
        let end = end.unwrap_or(text.len());
        *known = Some(from..=end);
        end
    }
}

/// Counts on over those of a list that stand before a place, some at once.
fn pass(list: &[usize], passed: &mut usize, place: usize) {
    while let Some(some) = list[*passed..].first_chunk::<4>() {
        let n = some.iter().filter(|at| **at < place).count();
        *passed += n;
        if n < some.len() {
            return;
        }
    }
    *passed += list[*passed..].iter().take_while(|at| **at < place).count();
}

/// Whether a line feed ends a paragraph.
fn ends_paragraph(text: &str, at: usize) -> bool {
    // Most lines are empty or end with a full stop.
    matches!(text.as_bytes()[..at], [.., b'\n'] | [.., 0xE3, 0x80, 0x82]) || ends_line(text, at)
}

/// The same for one behind anything else: pages break lines in the middle of a sentence, too.
#[inline(never)]
fn ends_line(text: &str, at: usize) -> bool {
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
    !(goes_on && is_full(&text[..at])) || starts_item(&text[at + 1..])
}

/// Whether the line that a text ends with is full: a short one is a paragraph by itself, however far it is indented.
fn is_full(text: &str) -> bool {
    const FULL: usize = 16;
    let (mut words, mut front) = (0, text.as_bytes());
    // Of these bytes are nearly all characters, and no space is.
    while let [before @ .., 0xE4..=0xEF, _, _] | [before @ .., 0xE3, _, 0x81..=0xBF] = front {
        (words, front) = (words + 1, before);
        if words == FULL {
            return true;
        }
    }
    for c in text[..front.len()].chars().rev().take(40 - words) {
        if c == '\n' {
            return false;
        }
        words += usize::from(!is_gap(c));
        if words == FULL {
            return true;
        }
    }
    false
}

/// Whether a line begins with what may be a marker.
#[inline(never)] // as few lines are asked
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

/// Says where the items of a series end. What is known of the paragraph that the last series ends in is kept for the next.
pub(super) fn measure(
    text: &str,
    s: &Series,
    items: &mut Items,
    breaks: &Breaks,
    known: &mut Option<RangeInclusive<usize>>,
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
        end = end.min(breaks.paragraph_end(text, words, known));
        // Items in one sentence end with it.
        let sentence = |item: &Item| text[..item.at].trim_end().ends_with(['；', ';', '，', ',']);
        if s.items(items).skip(1).all(sentence) {
            end = end.min(breaks.next_stop(behind + 1).unwrap_or(end));
        }
    }
    items[s.last].end = trimmed(behind, end.max(behind));
}
