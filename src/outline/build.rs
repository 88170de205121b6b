//! Lists made of series: spans, headings, what announces them.

use alloc::vec::Vec;
use core::iter::successors;
use core::ops::Range;

use super::link::{Item, Series};
use super::{TaskItem, TaskList};
use crate::announcement::{self, Announcement};
use crate::charset::CharSet;
use crate::error::{Diagnostic, DiagnosticKind};
use crate::few::gaps;
use crate::marker::{self, Style};
use crate::normalize::Normalized;
use crate::token::{boundary_before, fold, marks_back, tail};

/// What may end a heading, and the heading of an item in running text.
static MARKS: CharSet = CharSet::of("。\n！？\u{3000} .…");
static MARKS_INLINE: CharSet = CharSet::of("，；,;").or(&MARKS);

/// How many bytes are compared at once.
const BLOCK: usize = 32;

/// How far there surely are none of the marks in a text: the first sentence of an article is long, and blocks of bytes say so.
fn without_marks(text: &str) -> usize {
    // Spaces and line feeds, the last bytes of 。 and of a wide space, those of ！ and ？.
    let ends = |a: u8, b: u8| {
        u8::from(a <= b' ')
            | u8::from(a == 0x80) & u8::from(b & !2 == 0x80)
            | u8::from(a == 0xBC) & (u8::from(b == 0x81) | u8::from(b == 0x9F))
    };
    let mut rest = text.as_bytes();
    while let Some((block, behind)) = rest.split_first_chunk::<BLOCK>()
        && let Some((next, _)) = rest[1..].split_first_chunk::<BLOCK>()
        && block.iter().zip(next).fold(0, |seen, (a, b)| seen | ends(*a, *b)) == 0
    {
        rest = behind;
    }
    boundary_before(text, text.len() - rest.len())
}

pub(super) struct Builder<'a, 'd> {
    pub(super) text: &'a str,
    pub(super) normalized: &'a Normalized<'a>,
    pub(super) series: &'a [Series],
    pub(super) items: &'a [Item],
    pub(super) diagnostics: &'d mut Vec<Diagnostic>,
}

impl Builder<'_, '_> {
    /// A series and the others in the same item, or in none, as lists; what announces each stands behind that place and the list
    /// before.
    pub(super) fn lists(&mut self, first: usize, floor: usize, contents: bool) -> Vec<TaskList> {
        let series = self.series;
        let next = |i: &usize| Some(series[*i].next).filter(|next| *next > 0);
        let mut lists = Vec::with_capacity(successors(Some(first), next).count());
        let mut floor = floor;
        for i in successors(Some(first), next) {
            lists.push(self.list(&series[i], floor, contents));
            floor = floor.max(self.items[series[i].last].end);
        }
        lists
    }

    /// The list of a series with the lists in its items; no deeper than [`TaskList::MAX_DEPTH`].
    fn list(&mut self, s: &Series, floor: usize, contents: bool) -> TaskList {
        let contents = contents || s.contents;
        let lead = self.lead(s, floor);
        let announcement = lead.clone().and_then(|lead| self.announcement(s, lead));
        let mut items = Vec::with_capacity(s.count);
        for item in s.items(self.items) {
            let behind = item.at + item.marker;
            let (end, lists) = match item.inside {
                0 => (item.end, Vec::new()),
                first => (self.items[self.series[first].first].at, self.lists(first, behind, contents)),
            };
            items.push(TaskItem {
                span: self.normalized.span(item.at..item.end),
                ordinal: item.ordinal,
                marker: self.normalized.span(item.at..behind),
                heading: self.normalized.span(self.heading(s, behind..end)),
                lists,
            });
        }
        TaskList {
            span: self.normalized.span(self.items[s.first].at..self.items[s.last].end),
            style: s.style,
            contents,
            lead: lead.map(|range| self.normalized.span(range)),
            announcement,
            items,
        }
    }

    /// The words that name an item: its line or first sentence; inline, its first clause; at most up to the first list in it.
    fn heading(&self, s: &Series, within: Range<usize>) -> Range<usize> {
        let (from, body) = (within.start, &self.text[within]);
        // They may stand in the line behind the marker; the article of a Taiwanese law has none.
        let start = if s.style == Style::Article { body } else { fold(body) };
        let start = gaps!("，,：:、").trim_start(start);
        let from = from + body.len() - start.len();
        let marks = if s.inline() { &MARKS_INLINE } else { &MARKS };
        let stop = |(at, c): (usize, char)| match c {
            // Where a page lost its line breaks, a wide gap ends the heading: 发展目标　　到2025年.
            '\u{3000}' => start[at..].starts_with("\u{3000}\u{3000}") && at >= 9,
            ' ' => start[at..].starts_with("    ") && at >= 9,
            '.' | '…' => {
                s.contents
                    && start[at..].starts_with(['.', '…'])
                    && start[at + c.len_utf8()..].starts_with(['.', '…'])
            }
            _ => true,
        };
        // Tables of contents have dots as well, and clauses are short.
        let mut len = if s.contents || s.inline() { 0 } else { without_marks(start) };
        loop {
            len = marks.find(start.as_bytes(), len);
            match start[len..].chars().next() {
                Some(c) if !stop((len, c)) => len += c.len_utf8(),
                _ => break,
            }
        }
        let words = match &start.as_bytes()[..len] {
            // Nearly all end in a Han character.
            [] | [.., 0xE4..=0xE9, _, _] => &start[..len],
            _ => start[..len].trim_end_matches(|c: char| {
                matches!(c, '，' | ',' | '：' | ':' | '；' | ';') || c.is_whitespace()
            }),
        };
        from..from + words.len()
    }

    /// The sentence that ends directly before the first marker, as far as it stands behind a place.
    fn lead(&self, s: &Series, floor: usize) -> Option<Range<usize>> {
        let at = self.items[s.first].at;
        let floor = (at - tail(&self.text[..at], 200).len()).max(floor.min(at));
        let before = self.text[floor..at].trim_end();
        let end = floor + before.len();
        let clause = before.ends_with(['：', ':', '。', '，', '；', ',']) || s.glued && s.style.is_word();
        if !clause {
            return None;
        }
        let crossing = self.text[end..at].contains('\n');
        let sentence = before.trim_end_matches(['：', ':', '。', '，', '；', ',']);
        let start = marks_back(sentence)
            .find(|(_, c)| matches!(c, '。' | '！' | '？' | '\n' | '；'))
            .map_or(0, |(i, c)| i + c.len_utf8());
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
        let items = u32::try_from(s.count).unwrap_or(u32::MAX);
        if let Some(announced) = found.count
            && announced != items
            && self.items[s.first].ordinal == 1
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
    use alloc::string::String;

    use super::*;

    #[test]
    fn no_mark_is_stepped_over() {
        let words = "公a文".repeat(20);
        for mark in ['。', '\n', '！', '？', '\u{3000}', ' '] {
            for (at, _) in words.char_indices() {
                let text: String = [&words[..at], mark.encode_utf8(&mut [0; 4]), &words[at..]].concat();
                let clear = without_marks(&text);
                assert!(clear <= at && at < clear + 2 * BLOCK && text.is_char_boundary(clear), "{text}");
            }
        }
    }
}
