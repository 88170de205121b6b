//! Offsets as people, editors and other languages count them.

use alloc::vec::Vec;
use core::ops::Range;

use crate::span::Position;

/// Many places of one text in characters, in UTF-16 and as lines and columns: see
/// [`Document::positions`](crate::Document::positions).
///
/// Python and Spark count characters, Java and JavaScript units of UTF-16. An offset within a character counts as that
/// character's start, one behind the end as the end. What begins with `offset_of` leads the other way: from what they count
/// to a byte offset of the text, always at the start of a character or the end of the text.
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
    /// The same behind some more bytes of a text.
    fn behind(mut self, text: &[u8], more: Range<usize>) -> Self {
        for (at, byte) in more.clone().zip(&text[more]) {
            // Each character has one byte that goes on with no other. F0 or more begins one beyond the Basic Multilingual Plane,
            // which takes two units of UTF-16.
            let begins = usize::from(byte & 0xC0 != 0x80);
            self.chars += begins;
            self.utf16 += begins + usize::from(*byte >= 0xF0);
            if ends_line(text, at) {
                self.lines += 1;
                self.line = at + 1;
            }
        }
        self
    }
}

/// Whether a byte is the last of what ends a line: a line feed, or a carriage return without one.
pub(crate) fn ends_line(text: &[u8], at: usize) -> bool {
    text[at] == b'\n' || text[at] == b'\r' && text.get(at + 1) != Some(&b'\n')
}

/// How many bytes stand between two marks.
const APART: usize = 256;

impl<'t> Positions<'t> {
    /// Goes through a text once, and keeps four numbers for every 256 bytes of it: on 64 bits an eighth of its room.
    pub fn of(text: &'t str) -> Self {
        let mut mark = Mark::default();
        let marks = (0..text.len()).step_by(APART).map(|at| {
            let before = mark;
            mark = mark.behind(text.as_bytes(), at..text.len().min(at + APART));
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
        mark.behind(self.text.as_bytes(), n * APART..offset)
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

    /// The byte offset that so many characters stand before; the end of a text that has no more.
    ///
    /// ```
    /// let document = gongwen::parse("新建水厂3座");
    /// // What Python has as text[4:6]
    /// let positions = document.positions();
    /// let span = gongwen::Span::new(positions.offset_of_chars(4), positions.offset_of_chars(6));
    /// assert_eq!(document.slice(span), "3座");
    /// ```
    pub fn offset_of_chars(&self, chars: usize) -> usize {
        self.exceeds(|mark| mark.chars, chars)
    }

    /// The byte offset that so many units of UTF-16 stand before. One between the two units of a character counts as the
    /// character's start.
    ///
    /// ```
    /// let document = gongwen::parse("🚰供水率达到95%");
    /// let positions = document.positions();
    /// assert_eq!([0, 1, 2, 3, 99].map(|n| positions.offset_of_utf16(n)), [0, 0, 4, 7, 22]);
    /// ```
    pub fn offset_of_utf16(&self, units: usize) -> usize {
        self.exceeds(|mark| mark.utf16, units)
    }

    /// The byte offset of a line and character of the Language Server Protocol, which [`Position::lsp`] leads to. A character
    /// behind the end of its line counts as that end, a line behind the last as the end of the text.
    ///
    /// ```
    /// let document = gongwen::parse("通知\n𠮷林市于6月30日开会。");
    /// let positions = document.positions();
    /// // Where the pointer rests in an editor.
    /// let offset = positions.offset_of_lsp(1, 6);
    /// assert_eq!(positions.position(offset).lsp(), (1, 6));
    /// let entity = document.entity_at(offset).unwrap();
    /// assert_eq!(document.slice(entity.span()), "6月30日");
    /// ```
    pub fn offset_of_lsp(&self, line: u32, character: u32) -> usize {
        let n = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
        let Some(start) = self.line(n(line)) else { return self.text.len() };
        let next = self.line(n(line).saturating_add(1));
        let end = next.map_or(self.text.len(), |next| {
            let line = &self.text[..next];
            line.strip_suffix("\r\n").map_or(next - 1, str::len)
        });
        self.offset_of_utf16(self.utf16(start).saturating_add(n(character))).min(end)
    }

    /// Where the character begins with which a count of what stands before exceeds a number.
    fn exceeds(&self, counted: fn(&Mark) -> usize, number: usize) -> usize {
        // Where no more stands before a mark, the character begins behind it.
        let n = self.marks.partition_point(|mark| counted(mark) <= number).saturating_sub(1);
        let mut mark = self.marks.get(n).copied().unwrap_or_default();
        let text = self.text.as_bytes();
        let found = (n * APART..text.len()).find(|at| {
            mark = mark.behind(text, *at..at + 1);
            counted(&mark) > number
        });
        found.unwrap_or(text.len())
    }

    /// Where a line begins, counted from 0; none behind the last.
    fn line(&self, line: usize) -> Option<usize> {
        let Some(wanted) = line.checked_sub(1) else { return Some(0) };
        let n = self.marks.partition_point(|mark| mark.lines <= wanted).checked_sub(1)?;
        let text = self.text.as_bytes();
        let mut ends = (n * APART..text.len()).filter(|at| ends_line(text, *at));
        ends.nth(wanted - self.marks[n].lines).map(|at| at + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_counted_from_the_start() {
        let long = "城市𠮷a\n".repeat(100);
        let line = "供水".repeat(200);
        let returns = "城市\r\n𠮷a\r".repeat(100);
        for text in [
            "",
            "a",
            "\n",
            "\r",
            "\r\n",
            "一a\n𠮷b",
            &long,
            &line,
            &returns,
            &"a".repeat(APART),
            &"a\n".repeat(APART),
        ] {
            let positions = Positions::of(text);
            for offset in (0..text.len() + 3).chain([usize::MAX]) {
                let floor = (0..=offset.min(text.len())).rfind(|at| text.is_char_boundary(*at)).unwrap();
                assert_eq!(positions.position(offset), Position::of(text, offset), "{offset}");
                assert_eq!(positions.chars(offset), text[..floor].chars().count(), "{offset}");
                assert_eq!(positions.utf16(offset), text[..floor].encode_utf16().count(), "{offset}");
                let (line, character) = Position::of(text, offset).lsp();
                assert_eq!(positions.offset_of_chars(positions.chars(offset)), floor, "{offset}");
                assert_eq!(positions.offset_of_utf16(positions.utf16(offset)), floor, "{offset}");
                // Between the two characters of an end of a line there is no place of the protocol.
                let within = text[..floor].ends_with('\r') && text[floor..].starts_with('\n');
                assert_eq!(positions.offset_of_lsp(line, character), floor - usize::from(within), "{offset}");
            }
        }
    }

    #[test]
    fn lines_end_as_those_of_the_protocol() {
        let positions = Positions::of("甲\r乙\r3月1日\r\n丙\u{2028}丁");
        let places = [0, 4, 8, 17, 18, 26].map(|at| positions.position(at));
        assert_eq!(places.map(Position::lsp), [(0, 0), (1, 0), (2, 0), (2, 5), (3, 0), (3, 2)]);
        assert_eq!([0, 1, 2, 3].map(|line| positions.offset_of_lsp(line, 99)), [3, 7, 16, 27]);
    }

    #[test]
    fn places_that_there_are_not() {
        let text = "城\n𠮷a\r\n";
        let positions = Positions::of(text);
        for (line, character, offset) in
            [(0, 1, 3), (0, 2, 3), (0, u32::MAX, 3), (1, 1, 4), (1, 9, 9), (2, 0, 11), (2, 1, 11), (3, 0, 11)]
        {
            assert_eq!(positions.offset_of_lsp(line, character), offset, "{line}:{character}");
        }
        // Between the two units of a character.
        assert_eq!(positions.offset_of_utf16(3), 4);
        for n in [7, 8, usize::MAX] {
            assert_eq!(
                (positions.offset_of_chars(n), positions.offset_of_utf16(n + usize::from(n == 7))),
                (11, 11)
            );
        }
        assert_eq!(positions.offset_of_lsp(u32::MAX, u32::MAX), text.len());
        assert_eq!(Positions::of("").offset_of_lsp(0, 0), 0);
    }
}
