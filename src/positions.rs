//! Offsets as people, editors and other languages count them.

use alloc::vec::Vec;

use crate::span::Position;

/// Many places of one text in characters, in UTF-16 and as lines and columns: see
/// [`Document::positions`](crate::Document::positions).
///
/// Python and Spark count characters, Java and JavaScript units of UTF-16. An offset within a character counts as that
/// character's start, one behind the end as the end.
///
/// ```
/// let document = gongwen::parse("🚰供水通知\n供水率达到95%。");
/// let positions = document.positions();
/// let rate = document.quantities().next().unwrap().span;
/// assert_eq!((positions.chars(rate.start), positions.chars(rate.end)), (11, 14));
/// // 🚰 is one character, and two units of UTF-16.
/// assert_eq!(positions.utf16(rate.start), 12);
/// assert_eq!(positions.position(rate.start), document.position(rate.start));
/// ```
#[derive(Clone, Debug)]
pub struct Positions<'t> {
    text: &'t str,
    marks: Vec<Mark>,
}

/// What stands before every so many bytes of the text.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    chars: usize,
    utf16: usize,
    lines: usize,
    /// Where the line begins.
    line: usize,
}

impl Mark {
    /// The same behind some more bytes, which begin at an offset.
    fn behind(mut self, bytes: &[u8], at: usize) -> Self {
        for (i, byte) in bytes.iter().enumerate() {
            // Each character has one byte that goes on with no other. F0 or more begins one beyond the Basic Multilingual Plane,
            // which takes two units of UTF-16.
            let begins = usize::from(byte & 0xC0 != 0x80);
            self.chars += begins;
            self.utf16 += begins + usize::from(*byte >= 0xF0);
            if *byte == b'\n' {
                self.lines += 1;
                self.line = at + i + 1;
            }
        }
        self
    }
}

/// How many bytes stand between two marks.
const APART: usize = 256;

impl<'t> Positions<'t> {
    /// Goes through a text once, and keeps four numbers for every 256 bytes of it: on 64 bits an eighth of its room.
    pub fn of(text: &'t str) -> Self {
        let mut mark = Mark::default();
        let marks = text.as_bytes().chunks(APART).enumerate().map(|(i, bytes)| {
            let before = mark;
            mark = mark.behind(bytes, i * APART);
            before
        });
        Self { text, marks: marks.collect() }
    }

    /// What stands before a place.
    fn before(&self, offset: usize) -> Mark {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        // A text that ends with a mark has none behind its end.
        let n = (offset / APART).min(self.marks.len().saturating_sub(1));
        let mark = self.marks.get(n).copied().unwrap_or_default();
        mark.behind(&self.text.as_bytes()[n * APART..offset], n * APART)
    }

    /// How many characters stand before a byte offset.
    pub fn chars(&self, offset: usize) -> usize {
        self.before(offset).chars
    }

    /// How many units of UTF-16 stand before a byte offset.
    pub fn utf16(&self, offset: usize) -> usize {
        self.before(offset).utf16
    }

    /// Line and columns of a byte offset, as [`Position::of`] has them, in the time that a few hundred bytes take.
    pub fn position(&self, offset: usize) -> Position {
        let place = self.before(offset);
        let line = self.before(place.line);
        Position {
            line: place.lines + 1,
            column: place.chars - line.chars + 1,
            utf16: place.utf16 - line.utf16,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_counted_from_the_start() {
        let long = "城市𠮷a\n".repeat(100);
        let line = "供水".repeat(200);
        for text in ["", "a", "\n", "一a\n𠮷b", &long, &line, &"a".repeat(APART), &"a\n".repeat(APART)] {
            let positions = Positions::of(text);
            for offset in (0..text.len() + 3).chain([usize::MAX]) {
                let floor = (0..=offset.min(text.len())).rfind(|at| text.is_char_boundary(*at)).unwrap();
                assert_eq!(positions.position(offset), Position::of(text, offset), "{offset}");
                assert_eq!(positions.chars(offset), text[..floor].chars().count(), "{offset}");
                assert_eq!(positions.utf16(offset), text[..floor].encode_utf16().count(), "{offset}");
            }
        }
    }
}
