//! Places in the source text.

use core::ops::Range;

use crate::positions::ends_line;

/// A passage of the source: byte offsets, half-open, always on character boundaries.
///
/// The text meant is the one that was parsed; for bytes it is the decoded text that [`Document::text`] returns.
///
/// [`Document::text`]: crate::Document::text
///
/// ```
/// use gongwen::Span;
///
/// let document = gongwen::parse("投产8条线");
/// let span = document.quantities().next().unwrap().span;
/// assert_eq!((span, span.len()), (Span::new(6, 10), 4));
/// assert_eq!(&document.text()[span.range()], "8条");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset behind the last byte.
    pub end: usize,
}

impl Span {
    /// The passage from `start` up to, but without, `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Length in bytes; 0 if the end stands before the start.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the passage is empty.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether `other` lies within this passage.
    ///
    /// ```
    /// let document = gongwen::parse("不少于15天");
    /// let time = document.times().next().unwrap();
    /// assert!(time.extent.contains(time.span));
    /// ```
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The passage as a range, for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.range()
    }
}

/// Where an offset is, as people and editors count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[non_exhaustive]
pub struct Position {
    /// Line, from 1; lines end with a line feed, a carriage return, or both, as the Language Server Protocol has it.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Column in UTF-16 code units, from 0, as the Language Server Protocol counts.
    pub utf16: usize,
}

impl Position {
    /// Line and character as the Language Server Protocol has them: both from 0, the character in UTF-16 code units.
    ///
    /// ```
    /// let document = gongwen::parse("通知\n𠮷林市于2月30日开会。");
    /// let place = document.position(document.diagnostics()[0].span.start);
    /// assert_eq!((place.line, place.column), (2, 5));
    /// assert_eq!(place.lsp(), (1, 5));
    /// ```
    pub fn lsp(self) -> (u32, u32) {
        // The protocol counts no farther.
        let [line, character] =
            [self.line.saturating_sub(1), self.utf16].map(|n| u32::try_from(n).unwrap_or(u32::MAX));
        (line, character)
    }

    /// The position of a byte offset in a text. An offset within a character counts as that character's start,
    /// one behind the end as the end. Takes time in proportion to the offset.
    ///
    /// ```
    /// use gongwen::Position;
    ///
    /// let text = "第一行\n🚰供水";
    /// let place = Position::of(text, text.find('供').unwrap());
    /// // 🚰 is one character, and two units of UTF-16.
    /// assert_eq!((place.line, place.column, place.utf16), (2, 2, 2));
    /// ```
    pub fn of(text: &str, offset: usize) -> Self {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &text[..offset];
        let ends = |at: &usize| ends_line(text.as_bytes(), *at);
        let start = (0..offset).rfind(ends).map_or(0, |at| at + 1);
        Self {
            line: (0..start).filter(ends).count() + 1,
            column: before[start..].chars().count() + 1,
            utf16: before[start..].encode_utf16().count(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions() {
        let text = "一a\n𠮷b";
        for (offset, line, column, utf16) in [
            (0, 1, 1, 0),
            (1, 1, 1, 0),
            (3, 1, 2, 1),
            (5, 2, 1, 0),
            (9, 2, 2, 2),
            (10, 2, 3, 3),
            (99, 2, 3, 3),
        ] {
            let p = Position::of(text, offset);
            assert_eq!((p.line, p.column, p.utf16), (line, column, utf16), "{offset}");
        }
    }

    #[test]
    fn spans() {
        let span = Span::new(3, 9);
        assert_eq!((span.len(), span.is_empty(), span.range()), (6, false, 3..9));
        assert!(span.contains(Span::new(3, 3)) && !span.contains(Span::new(8, 10)));
        assert_eq!(Span::from(1..2), Span::new(1, 2));
    }
}
