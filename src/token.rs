//! What every grammar shares: the type of a match, words, tables of words, and gaps.

use nom::Parser;
use nom::sequence::preceded;

use crate::words::{Words, words};

/// What a grammar returns: the text behind its match, and what it matched.
pub(crate) type Match<'a, T> = nom::IResult<&'a str, T, ()>;

/// The refusal of a grammar.
pub(crate) const NO: nom::Err<()> = nom::Err::Error(());

/// A grammar behind spaces.
pub(crate) fn spaced<'a, T>(
    grammar: impl Parser<&'a str, Output = T, Error = ()>,
) -> impl Parser<&'a str, Output = T, Error = ()> {
    preceded(|input| Ok((gap(input), ())), grammar)
}

/// A grammar behind spaces and at most one line break.
pub(crate) fn folded<'a, T>(
    grammar: impl Parser<&'a str, Output = T, Error = ()>,
) -> impl Parser<&'a str, Output = T, Error = ()> {
    preceded(|input| Ok((fold(input), ())), grammar)
}

/// Signs and words between the two ends of a range.
pub(crate) static CONNECTORS: Words =
    words!["——", "――", "—", "―", "–", "-", "－", "─", "~", "～", "〜", "至", "到"];

/// The mark that closes a bracket, a title or a quotation.
pub(crate) const fn closing(open: char) -> Option<char> {
    Some(match open {
        '（' => '）',
        '(' => ')',
        '〔' => '〕',
        '[' => ']',
        '［' => '］',
        '【' => '】',
        '﹝' => '﹞',
        '《' => '》',
        '〈' => '〉',
        '‹' => '›',
        '<' => '>',
        '“' => '”',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        '"' => '"',
        _ => return None,
    })
}

/// The first word of a table that the text begins with, and what it stands for.
pub(crate) fn entry<'a, T: Copy>(input: &'a str, table: &[(&str, T)]) -> Match<'a, T> {
    let found = table.iter().find_map(|(word, meaning)| Some((input.strip_prefix(word)?, *meaning)));
    found.ok_or(NO)
}

/// The first of some words that the text begins with, taken off.
pub(crate) fn strip_any<'a>(input: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|word| input.strip_prefix(word))
}

/// The first of some words that the text ends with, taken off.
pub(crate) fn strip_any_end<'a>(input: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|word| input.strip_suffix(word))
}

/// Whether a text begins with one of some words.
pub(crate) fn has_start(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.starts_with(word))
}

/// Whether a text ends with one of some words.
pub(crate) fn has_end(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.ends_with(word))
}

/// Whether a text begins with one of the characters of a set.
pub(crate) fn begins(text: &str, set: &str) -> bool {
    match *text.as_bytes() {
        [a @ 0xE0..0xF0, b, c, ..] => has(set, [a, b, c]),
        _ => text.chars().next().is_some_and(|c| set.chars().any(|s| s == c)),
    }
}

/// Whether a text ends with one of the characters of a set.
pub(crate) fn ends(text: &str, set: &str) -> bool {
    match *text.as_bytes() {
        [.., a @ 0xE0..0xF0, b, c] => has(set, [a, b, c]),
        _ => text.chars().next_back().is_some_and(|c| set.chars().any(|s| s == c)),
    }
}

/// Whether a set has a character of three bytes, as nearly all of them are.
fn has(set: &str, [a, b, c]: [u8; 3]) -> bool {
    let mut rest = set.as_bytes();
    loop {
        while let [x @ 0xE0..=0xFF, y, z, behind @ ..] = rest {
            // Two bytes at a time are compared.
            if u16::from_le_bytes([*y, *z]) == u16::from_le_bytes([b, c]) && *x == a {
                return true;
            }
            rest = behind;
        }
        let [_, behind @ ..] = rest else { return false };
        rest = behind;
    }
}

/// Whether a text has so many characters at least; it takes one at least.
pub(crate) fn has_chars(text: &str, least: usize) -> bool {
    text.len() >= 4 * least || text.chars().nth(least - 1).is_some()
}

/// Whether only white space stands between a place and the start of its line: a cell of a table, mostly.
pub(crate) fn begins_line(before: &str) -> bool {
    let trimmed = before.trim_end_matches(is_gap);
    trimmed.is_empty() || trimmed.ends_with('\n')
}

/// Whether a number behind a text stands within a sentence. At the start of one it may head it, and behind 第 or 表 it is that
/// of a thing.
pub(crate) fn goes_on_with_number(before: &str) -> bool {
    before.ends_with(is_han) && !ends(before, "第表图件号")
}

/// The start of a text, as long as so many Han characters are at most.
pub(crate) fn head(text: &str, characters: usize) -> &str {
    &text[..boundary_before(text, 3 * characters)]
}

/// The end of a text, as long as so many Han characters are at most.
pub(crate) fn tail(text: &str, characters: usize) -> &str {
    &text[boundary_behind(text, text.len().saturating_sub(3 * characters))..]
}

/// The last place at or before an offset where a character begins, or the end of the text.
pub(crate) fn boundary_before(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The first place at or behind an offset where a character begins, or the end of the text.
pub(crate) fn boundary_behind(text: &str, offset: usize) -> usize {
    (offset..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// The characters of a text other than Han characters, from its end on, and where they stand: what marks are looked for among.
pub(crate) fn marks_back(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut rest = text;
    core::iter::from_fn(move || {
        let mut front = rest.as_bytes();
        // With these bytes begin the characters from U+4000 to U+9FFF.
        while let [before @ .., 0xE4..=0xE9, _, _] = front {
            front = before;
        }
        let c = text[..front.len()].chars().next_back()?;
        rest = &text[..front.len() - c.len_utf8()];
        Some((rest.len(), c))
    })
}

/// The first line of a text, without the line feed.
pub(crate) fn line(text: &str) -> &str {
    let bytes = text.as_bytes();
    // Blocks are compared byte by byte all at once.
    let blocks = bytes.as_chunks::<32>().0.iter();
    let at =
        blocks.take_while(|block| block.iter().fold(0, |end, b| end | u8::from(*b == b'\n')) == 0).count()
            * 32;
    &text[..at + before_feed(&bytes[at..])]
}

/// How many bytes stand before the first line feed in some bytes.
fn before_feed(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::MAX / 0xFF;
    let (words, rest) = bytes.as_chunks::<8>();
    for (n, word) in words.iter().enumerate() {
        // The lowest bit that is left is that of the first byte that is one.
        let other = u64::from_le_bytes(*word) ^ (ONES * u64::from(b'\n'));
        let feeds = other.wrapping_sub(ONES) & !other & ONES << 7;
        if feeds != 0 {
            return 8 * n + feeds.trailing_zeros() as usize / 8;
        }
    }
    rest.iter().position(|b| *b == b'\n').map_or(bytes.len(), |at| 8 * words.len() + at)
}

/// [`char::is_alphanumeric`], answered at once for Han characters and for the marks that stand between them.
pub(crate) fn is_alphanumeric(c: char) -> bool {
    match c {
        '\u{4e00}'..='\u{9fff}' => true,
        '\u{2000}'..='\u{206f}'
        | '\u{3000}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}'
        | '\u{ff01}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}' => false,
        c => c.is_alphanumeric(),
    }
}

/// Chinese characters that words are written with.
pub(crate) const fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// Spaces that pages and print leave inside an expression.
pub(crate) const fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{3000}' | '\t' | '\u{2002}'..='\u{200a}')
}

/// The same within a number; a tab or a wide space parts the columns of a table.
pub(crate) const fn is_thin_gap(c: char) -> bool {
    is_gap(c) && !matches!(c, '\t' | '\u{3000}')
}

/// What ends a clause.
pub(crate) const fn is_stop(c: char) -> bool {
    matches!(c, '，' | ',' | '。' | '；' | ';' | '：' | ':' | '！' | '？' | '\n')
}

/// What stands around the words of a line: spaces, and the marks of Markdown.
pub(crate) fn is_margin(c: char) -> bool {
    c.is_whitespace() || matches!(c, '#' | '*')
}

/// The words of a line, from the first on; most lines begin with one, or with two wide spaces before it.
pub(crate) fn behind_margin(line: &str) -> &str {
    let line = line.strip_prefix("　　").unwrap_or(line);
    match line.as_bytes() {
        [] | [0xE4..=0xE9, ..] => line,
        _ => line.trim_start_matches(is_margin),
    }
}

/// The words of a line, or of some of them, up to the last.
pub(crate) fn before_margin(lines: &str) -> &str {
    let mut lines = lines;
    while let Some(before) = lines.strip_suffix('\n') {
        lines = before;
    }
    match lines.as_bytes() {
        [] | [.., 0xE4..=0xE9, _, _] | [.., 0xE3, 0x80, 0x81..=0xBF] => lines,
        _ => lines.trim_end_matches(is_margin),
    }
}

/// Whether a text may begin with a space or line break; most do not, and bytes say so.
fn may_be_gap(input: &str) -> bool {
    matches!(
        input.as_bytes(),
        [b' ' | b'\t' | b'\n' | 0xC2, ..] | [0xE3, 0x80, 0x80, ..] | [0xE2, 0x80, 0x82..0x8B, ..]
    )
}

/// The text behind spaces.
pub(crate) fn gap(input: &str) -> &str {
    if may_be_gap(input) { input.trim_start_matches(is_gap) } else { input }
}

/// The text behind spaces and at most one line break, as hard-wrapped pages leave inside an expression.
pub(crate) fn fold(input: &str) -> &str {
    if !may_be_gap(input) {
        return input;
    }
    let rest = gap(input);
    rest.strip_prefix('\n').map_or(rest, gap)
}

/// The text before spaces and line breaks.
pub(crate) fn fold_end(input: &str) -> &str {
    let may_be_gap = matches!(
        input.as_bytes(),
        [.., b' ' | b'\t' | b'\n'] | [.., 0xC2, 0xA0] | [.., 0xE3, 0x80, 0x80] | [.., 0xE2, 0x80, 0x82..0x8B]
    );
    if may_be_gap { input.trim_end_matches(|c| is_gap(c) || c == '\n') } else { input }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_of_characters() {
        for (text, set, begin, end) in [
            ("国a", "一国", true, false),
            ("a国", "一国a", true, true),
            ("国", "é𠮷国", true, true),
            ("é", "国é", true, true),
            ("𠮷", "国𠮷é", true, true),
            ("", "国", false, false),
            ("国", "", false, false),
        ] {
            assert_eq!((begins(text, set), ends(text, set)), (begin, end), "{text} {set}");
        }
    }

    #[test]
    fn marks_from_the_end_on() {
        assert!(marks_back("a国，é国国。𠮷").eq([(18, '𠮷'), (15, '。'), (7, 'é'), (4, '，'), (0, 'a')]));
        assert!(marks_back("国").chain(marks_back("")).eq([]));
    }

    #[test]
    fn counts_of_characters() {
        for (text, count) in [("a国", 2), ("国国国", 3), ("𠮷", 1), ("", 0)] {
            assert!((1..9).all(|least| has_chars(text, least) == (count >= least)), "{text}");
        }
    }

    #[test]
    fn lines_end_at_the_first_line_feed() {
        let text = "五位一体，".repeat(20);
        for at in [0, 3, 30, 33, 96, 99, 300] {
            let mut lines = text.clone();
            lines.insert(at, '\n');
            assert_eq!(line(&lines), &text[..at]);
        }
        assert_eq!(line(&text), text);
    }

    #[test]
    fn alphanumeric_characters_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
        }
    }
}
