//! Half-width marks in Chinese prose, which the grammars read in full width.
//!
//! 产值(含税),增长5% means by `(`, `)` and `,` what full-width marks mean. In 18:00, 1,234, f(x) and a URL they are marks of other
//! kinds, and stay. So do those in a title, whose name is as written.

use alloc::string::String;
use alloc::vec::Vec;

use crate::charset::CharSet;
use crate::title;

/// The marks that may stand in Chinese prose.
const HALF: &str = ",;:()?!";

/// The set of them.
pub(crate) static MARKS: CharSet = CharSet::of(HALF);

/// These, and what a title begins with.
pub(crate) static STOPS: CharSet = CharSet::of("《").or(&MARKS);

/// How many bytes a mark takes more in full width.
pub(crate) const GROWTH: usize = 2;

/// The farthest that the two brackets of a pair stand apart, in bytes.
const PAIR: usize = 256;

/// How far behind a mark its full-width form stands in Unicode.
const FULL_WIDTH: u32 = 0xFEE0;

/// A mark in full width.
fn wide(mark: u8) -> Option<char> {
    let full = char::from_u32(u32::from(mark) + FULL_WIDTH);
    full.filter(|_| HALF.as_bytes().contains(&mark))
}

/// A mark in half width.
fn half(mark: char) -> Option<char> {
    let narrow = char::from_u32(u32::from(mark).checked_sub(FULL_WIDTH)?);
    narrow.filter(|c| HALF.contains(*c))
}

/// Whether a text has a mark in full width.
pub(crate) fn has_wide(text: &str) -> bool {
    text.chars().any(|c| half(c).is_some())
}

/// A text with those of its full-width marks in half width that end at places which the function names.
pub(crate) fn narrowed(text: &str, is_widened: impl Fn(usize) -> bool) -> String {
    let narrow = |(at, c): (usize, char)| half(c).filter(|_| is_widened(at + c.len_utf8())).unwrap_or(c);
    text.char_indices().map(narrow).collect()
}

/// Whether a character is one of Chinese prose: a Han character or a mark that stands between them. Digits are none.
const fn is_prose(c: char) -> bool {
    matches!(
        c,
        '\u{4e00}'..='\u{9fff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3ffff}'
            | '\u{3001}'..='\u{3020}'
            | '\u{ff01}'..='\u{ff0d}'
            | '\u{ff1a}'..='\u{ff20}'
    )
}

/// Whether the half-width mark at a place stands in Chinese prose: next to it, over quotation marks and spaces, is a character of
/// prose.
#[inline(never)] // as few marks are asked
pub(crate) fn in_prose(text: &str, at: usize) -> bool {
    // Farther nobody looks.
    const NEAR: usize = 12;
    let mut before = text[..at]
        .chars()
        .rev()
        .take(NEAR)
        .skip_while(|c| matches!(c, ' ' | '”' | '’' | '"' | '\'' | ')' | ']'));
    let behind = text[at + 1..]
        .chars()
        .take(NEAR)
        .find(|c| !matches!(c, ' ' | '\n' | '“' | '‘' | '"' | '\'' | '(' | '['));
    behind.is_some_and(is_prose)
        || match before.next() {
            // 增长5%,GDP
            Some('%') => before.find(|c| !c.is_ascii_digit() && *c != '.').is_some_and(is_prose),
            c => c.is_some_and(is_prose),
        }
}

/// Which of the half-width marks of a text stand in Chinese prose. `stops` are their places, and those of the titles.
pub(crate) fn in_prose_of(text: &str, stops: &[usize]) -> Vec<usize> {
    let mut marks: Vec<(usize, bool)> = Vec::new();
    // The opening brackets among them that none has closed.
    let mut open: Vec<usize> = Vec::new();
    // Where the last title ends.
    let mut titled = 0;
    for at in stops.iter().copied() {
        let Some(mark) = text.as_bytes().get(at).filter(|_| at >= titled) else { continue };
        if !mark.is_ascii() {
            titled = at + title::end_of(&text[at..]).unwrap_or(0);
            continue;
        }
        // 增长率(GDP), stands behind a bracket of prose.
        let beside = marks.last().is_some_and(|(last, prose)| *prose && last + 1 == at);
        let mut prose = beside || in_prose(text, at);
        match mark {
            b'(' => open.push(marks.len()),
            // The two of a pair are of one width.
            b')' => match open.pop() {
                Some(first) if at - marks[first].0 <= PAIR => {
                    prose |= marks[first].1;
                    marks[first].1 = prose;
                }
                // What stands before it is farther off.
                Some(_) => open.clear(),
                None => {}
            },
            _ => {}
        }
        marks.push((at, prose));
    }
    marks.into_iter().filter(|(_, prose)| *prose).map(|(at, _)| at).collect()
}

/// The text with the marks at some places in full width.
pub(crate) fn widened(text: &str, marks: &[usize]) -> String {
    let mut wider = String::with_capacity(text.len() + GROWTH * marks.len());
    let mut from = 0;
    for at in marks {
        wider.push_str(&text[from..*at]);
        wider.extend(wide(text.as_bytes()[*at]));
        from = at + 1;
    }
    wider.push_str(&text[from..]);
    wider
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_have_a_full_width() {
        let wider: String = HALF.bytes().filter_map(wide).collect();
        assert_eq!(wider, "，；：（）？！");
        assert!(wider.chars().filter_map(half).eq(HALF.chars()));
        assert_eq!((wide(b'.'), half('、'), half(',')), (None, None, None));
    }

    #[test]
    fn marks_of_prose_are_widened() {
        for (text, wide) in [
            ("产值(含税),增长5%,其中:城市6%;GDP增长7%!", "产值（含税），增长5%，其中：城市6%；GDP增长7%！"),
            ("增长率(GDP),\n(GDP)率", "增长率（GDP），\n（GDP）率"),
            ("“十四五”,\"甲\",乙", "“十四五”，\"甲\"，乙"),
            ("(1)城(2) 乡1)县", "（1）城（2） 乡1）县"),
            ("时间:18:00,比例1:2,共1,234人", "时间：18:00，比例1:2，共1,234人"),
            ("见http://a.cn:80/?b=1,f(x)和f(x, y)", "见http://a.cn:80/?b=1,f（x）和f(x, y)"),
            ("Beijing (China), he said: no!", "Beijing (China), he said: no!"),
            ("《办法(试行),一》(试行)", "《办法(试行),一》（试行）"),
            ("１２,３４５人", "１２,３４５人"),
            ("", ""),
        ] {
            let stops = text.char_indices().filter(|(_, c)| STOPS.has(*c)).map(|(at, _)| at);
            let marks = in_prose_of(text, &stops.collect::<Vec<_>>());
            assert_eq!(widened(text, &marks), wide);
        }
    }
}
