//! Where sentences and paragraphs end.
//!
//! Both are asked for around what was found: most of a text has nothing of which they are asked.

use core::ops::Range;

use crate::Span;
use crate::few::gaps;
use crate::marker;
use crate::normalize::{Normalized, is_line_end};
use crate::numeral::{number, starts_number};
use crate::places::Places;
use crate::token::{boundary_before, boundary_behind, is_alphanumeric, is_gap, line, marks_back};

/// The ends of the sentences and paragraphs of a text: those marks that stand in no entity.
#[derive(Clone, Copy)]
pub(crate) struct Breaks<'a> {
    text: &'a str,
    places: Places<'a>,
}

impl<'a> Breaks<'a> {
    pub fn new(text: &'a str, places: Places<'a>) -> Self {
        Self { text, places }
    }

    /// Where the sentence of an entity begins. That of an earlier one is known, so that no text is read twice.
    pub fn sentence(self, i: usize, known: Option<(usize, usize)>) -> usize {
        let mut end = self.places.range(i).start;
        for n in (known.map_or(0, |(n, _)| n)..i).rev() {
            let range = self.places.range(n);
            if let Some(at) = self.last(range.end..end) {
                return at;
            }
            end = range.start;
        }
        known.map_or_else(|| self.last(0..end).unwrap_or(0), |(_, sentence)| sentence)
    }

    /// The last place in a passage without entities where a sentence begins.
    fn last(self, passage: Range<usize>) -> Option<usize> {
        let mut front = without_marks(self.text.get(passage.clone())?.as_bytes());
        loop {
            // Nearly all characters take three bytes, and which of them is a mark is asked without a branch.
            while let [before @ .., a @ 0xE0..0xF0, b, c] = front
                && !ends_sentence([*a, *b, *c])
            {
                front = before;
            }
            let end = passage.start + front.len();
            front = match front {
                [.., 0xE0..0xF0, _, _] => return Some(end),
                [.., b'\n'] if ends_paragraph(self.text, end - 1) => return Some(end),
                [before @ .., _] => before,
                [] => return None,
            };
        }
    }
}

/// The breaks behind places that are asked for from the end of a text on, so that no text is read twice.
pub(crate) struct Behind<'a> {
    breaks: Breaks<'a>,
    /// The last place that was asked for, and what stands behind it.
    known: (usize, Option<usize>),
}

impl<'a> Behind<'a> {
    pub fn new(breaks: Breaks<'a>) -> Self {
        Self { breaks, known: (breaks.text.len(), None) }
    }

    /// The next line feed that ends a paragraph, behind a place that is not behind the last one that was asked for.
    pub fn paragraph(&mut self, from: usize) -> Option<usize> {
        let text = self.breaks.text;
        self.next(
            from,
            |rest| Some(line(rest).len()).filter(|len| *len < rest.len()),
            |at| ends_paragraph(text, at),
        )
    }

    /// The next mark that ends a sentence, behind such a place.
    pub fn stop(&mut self, from: usize) -> Option<usize> {
        self.next(from, |rest| rest.find(['。', '！', '？']), |_| true)
    }

    fn next(
        &mut self,
        mut from: usize,
        find: impl Fn(&str) -> Option<usize>,
        ends: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let Breaks { text, places } = self.breaks;
        let within =
            |at: usize| places.begun(at + 1).checked_sub(1).is_some_and(|n| places.range(n).end > at);
        let (to, _) = self.known;
        debug_assert!(from <= to, "{from} is asked for behind {to}");
        self.known.0 = from;
        while let Some(len) = text.get(from..to).and_then(&find) {
            let at = from + len;
            if !within(at) && ends(at) {
                self.known.1 = Some(at);
                break;
            }
            from = boundary_behind(text, at + 1);
        }
        self.known.1
    }
}

/// The sentence that a passage of a text as it was given begins in, to the end of the passage at least. `within` says of a place
/// whether it is in an entity.
pub(crate) fn sentence(text: &str, passage: Range<usize>, within: impl Fn(usize) -> bool) -> Range<usize> {
    /// So many wrapped lines are stepped over in each direction, so that a text of such lines alone is not one sentence.
    const WRAPPED: usize = 32;
    let ends = |at: usize, c: char, wrapped: &mut usize| match c {
        '。' | '！' | '？' => !within(at),
        c if !is_line_end(c, &text[at + c.len_utf8()..]) || within(at) => false,
        _ => {
            *wrapped += 1;
            *wrapped > WRAPPED || ends_given_paragraph(text, at)
        }
    };
    let (before, behind) = (&text[..passage.start], &text[passage.end..]);
    let mut wrapped = 0;
    let mark = marks_back(before).find(|(at, c)| ends(*at, *c, &mut wrapped));
    let start = mark.map_or(0, |(at, c)| at + c.len_utf8());
    let start = passage.start - before[start..].trim_start().len();
    wrapped = 0;
    // Before an empty passage, as a caret is, stands the end of the sentence before.
    let last = text[passage.clone()].char_indices().next_back();
    if last.is_some_and(|(at, c)| ends(passage.start + at, c, &mut wrapped)) {
        return start..passage.end;
    }
    let mut marks =
        behind.match_indices(['。', '！', '？', '\n', '\r', '\u{b}', '\u{85}', '\u{2028}', '\u{2029}']);
    let end = marks.find_map(|(at, mark)| {
        let end = passage.end + at;
        let ends = mark.chars().all(|c| ends(end, c, &mut wrapped));
        // A line break is no part of it.
        let stop = matches!(mark, "。" | "！" | "？");
        ends.then(|| if stop { end + mark.len() } else { end - gap_before(&behind[..at]) })
    });
    start..end.unwrap_or(text.len())
}

/// How many bytes of white space a text ends with.
fn gap_before(text: &str) -> usize {
    text.len() - text.trim_end().len()
}

/// Whether a line feed of a text as it was given ends a paragraph: what stands around it is read without its noise.
fn ends_given_paragraph(text: &str, at: usize) -> bool {
    // Farther nobody looks.
    const AROUND: usize = 192;
    let from = boundary_before(text, at.saturating_sub(AROUND));
    let to = boundary_behind(text, text.len().min(at + AROUND));
    let around = Normalized::new(&text[from..to]);
    let place = around.range(Span::new(at - from, at - from)).start;
    // A reading may have one in it, which is left out with that.
    around.text()[place..].starts_with('\n') && ends_paragraph(around.text(), place)
}

/// How many bytes are compared at once.
const BLOCK: usize = 32;

/// Some bytes without those at their end that surely are of no mark that ends a sentence, and no line feed.
fn without_marks(bytes: &[u8]) -> &[u8] {
    // The last bytes of 。 and of ！ and ？ with those before them.
    let ends = |a: u8, b: u8| {
        u8::from(b == b'\n')
            | u8::from(a == 0x80) & u8::from(b == 0x82)
            | u8::from(a == 0xBC) & (u8::from(b == 0x81) | u8::from(b == 0x9F))
    };
    let mut front = bytes;
    while let Some((before, block)) = front.split_last_chunk::<BLOCK>()
        && let Some(previous) = front[..front.len() - 1].last_chunk::<BLOCK>()
        && previous.iter().zip(block).fold(0, |seen, (a, b)| seen | ends(*a, *b)) == 0
    {
        front = before;
    }
    front
}

/// Whether a character of three bytes is a mark that ends a sentence: 。！？
#[allow(clippy::needless_bitwise_bool)] // OK because the comparisons are made all at once
fn ends_sentence(c: [u8; 3]) -> bool {
    (c == [0xE3, 0x80, 0x82]) | (c == [0xEF, 0xBC, 0x81]) | (c == [0xEF, 0xBC, 0x9F])
}

/// Whether a line feed ends a paragraph: pages break lines in the middle of a sentence, too.
#[inline(never)]
fn ends_paragraph(text: &str, at: usize) -> bool {
    // Blanks at the end of a line say nothing.
    let line = gaps!().trim_end(&text[..at]);
    let before = line.chars().next_back();
    let open = before.is_some_and(|c| {
        is_alphanumeric(c) || matches!(c, '，' | '、' | '（' | '）' | '“' | '”' | '《' | '》' | '%')
    });
    if !open {
        return true;
    }
    if is_lowered(&text[..at], &text[at + 1..]) {
        return false;
    }
    let after = text[at + 1..].chars().next();
    let goes_on = after
        .is_some_and(|c| is_alphanumeric(c) || matches!(c, '，' | '。' | '、' | '；' | '）' | '”' | '》'));
    !(goes_on && is_full(line)) || starts_item(&text[at + 1..])
}

/// Whether a line feed stands before or behind a digit that a page has set lower, on a line of its own: 广义货币M⏎2⏎增长12%.
pub(crate) fn is_lowered(before: &str, after: &str) -> bool {
    let digit = |c: u8| matches!(c, b'0'..=b'3');
    match *before.as_bytes() {
        [.., b'M'] => matches!(*after.as_bytes(), [c] | [c, b'\n', ..] if digit(c)),
        [.., b'M', b'\n', c] => digit(c),
        _ => false,
    }
}

/// Whether the line that a text ends with is full: a short one is a paragraph by itself, however far it is indented.
pub(crate) fn is_full(text: &str) -> bool {
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
#[cold] // as few lines are asked
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

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use super::*;

    #[test]
    fn no_mark_is_stepped_over() {
        let words = "公a文".repeat(20);
        for mark in ['。', '\n', '！', '？'] {
            for (at, _) in words.char_indices() {
                let text: String = [&words[..at], mark.encode_utf8(&mut [0; 4]), &words[at..]].concat();
                let front = without_marks(text.as_bytes()).len();
                assert!(front >= at + mark.len_utf8() && front < at + mark.len_utf8() + 2 * BLOCK, "{text}");
            }
        }
    }
}
