//! Tables of words that are looked for at the speed of a table lookup.

use crate::charset::{CharSet, char_at};

/// Some words, with the sets of their first and last characters.
pub(crate) struct Words {
    table: &'static [&'static str],
    first: CharSet,
    last: CharSet,
}

impl Words {
    /// A table of words of characters of three bytes.
    pub const fn of(words: &'static [&'static str]) -> Self {
        let (mut first, mut last) = (CharSet::of(""), CharSet::of(""));
        let mut i = 0;
        while i < words.len() {
            let bytes = words[i].as_bytes();
            first = first.and(char_at(bytes, 0).0);
            let mut at = bytes.len() - 1;
            while bytes[at] & 0xC0 == 0x80 {
                at -= 1;
            }
            last = last.and(char_at(bytes, at).0);
            i += 1;
        }
        Self { table: words, first, last }
    }

    /// The length of the longest of the words that a text begins with; 0 for none.
    pub fn longest(&self, text: &str) -> usize {
        if !text.chars().next().is_some_and(|c| self.first.has(c)) {
            return 0;
        }
        self.table.iter().filter(|w| text.starts_with(**w)).map(|w| w.len()).max().unwrap_or(0)
    }

    /// The text without the longest of the words that it ends with.
    pub fn strip_end<'t>(&self, text: &'t str) -> Option<&'t str> {
        if !text.chars().next_back().is_some_and(|c| self.last.has(c)) {
            return None;
        }
        self.table.iter().filter_map(|w| text.strip_suffix(*w)).min_by_key(|rest| rest.len())
    }

    /// Where the first of the words stands in a text.
    pub fn find(&self, text: &str) -> Option<usize> {
        let mut at = 0;
        loop {
            at = self.first.find(text.as_bytes(), at);
            let c = text[at..].chars().next()?;
            if self.table.iter().any(|w| text[at..].starts_with(w)) {
                return Some(at);
            }
            at += c.len_utf8();
        }
    }

    /// Whether one of the words stands in a text.
    pub fn within(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// Whether a text is one of the words.
    pub fn has(&self, text: &str) -> bool {
        self.table.contains(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lookups() {
        static WORDS: Words = Words::of(&["建", "建设", "新建"]);
        assert_eq!(WORDS.longest("建设厂"), 6);
        assert_eq!(WORDS.longest("厂建设"), 0);
        assert_eq!(WORDS.strip_end("要新建"), Some("要"));
        assert_eq!(WORDS.strip_end("要新"), None);
        assert_eq!(WORDS.find("要新建"), Some(3));
        assert_eq!(WORDS.find("新厂"), None);
        assert_eq!(WORDS.find(""), None);
        assert!(WORDS.has("建") && !WORDS.has("设"));
    }
}
