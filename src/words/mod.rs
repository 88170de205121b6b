//! Tables of words that are looked for at the speed of a table lookup.

mod index;

use core::ops::Range;

use crate::charset::{CharSet, char_at};
use index::{Index, Slot, byte_of, first_eight, last_eight, width};

/// How many words a table has at most.
pub(crate) const FEW: usize = 64;
/// How many some have that are a little longer.
pub(crate) const MORE: usize = 96;
/// How many long tables have at most.
pub(crate) const MANY: usize = 512;
/// How many the longest has.
pub(crate) const MOST: usize = 640;

/// Some words and what each stands for, looked for by how they begin; `words!` makes some that stand for nothing but themselves.
/// There are so many of them at most.
///
/// Words are kept by their first character, so that at a place in a text only the few are compared that share a byte with the
/// character there, longer ones first. They are compared as numbers, eight bytes at a time: few have more.
pub(crate) struct Words<T: 'static = (), const MOST: usize = FEW> {
    table: &'static [(&'static str, T)],
    index: Index<[Slot; MOST]>,
}

/// The same looked for by how they end, and kept by their last character; `endings!` makes some.
pub(crate) struct Endings<T: 'static = (), const MOST: usize = FEW> {
    table: &'static [(&'static str, T)],
    index: Index<[Slot; MOST]>,
}

/// The same looked for in both ways; `both_ways!` makes some.
pub(crate) struct BothWays<T: 'static = (), const MOST: usize = FEW> {
    words: Words<T, MOST>,
    endings: Endings<T, MOST>,
}

impl<T: Copy, const MOST: usize> Words<T, MOST> {
    /// A table of words, none of them empty.
    pub const fn of(table: &'static [(&'static str, T)]) -> Self {
        Self { table, index: Index::of(table, false) }
    }

    /// The characters that the words begin with.
    pub const fn first_chars(&self) -> CharSet {
        characters(self.table, false)
    }

    /// The longest of the words that a text begins with and for which what stands behind it fits: that, and what it stands for.
    pub fn strip_if<'t>(&self, text: &'t str, fits: impl Fn(&'t str, T) -> bool) -> Option<(&'t str, T)> {
        let index: &Index = &self.index;
        let slots = index.begun(text.as_bytes());
        let mut found =
            begun(self.table, slots, text.as_bytes()).map(|(len, meaning)| (&text[len..], meaning));
        found.find(|(rest, meaning)| fits(rest, *meaning))
    }

    /// The longest of the words that a text begins with: the text behind it, and what it stands for.
    #[inline]
    pub fn strip<'t>(&self, text: &'t str) -> Option<(&'t str, T)> {
        let index: &Index = &self.index;
        self.first_of(index.begun(text.as_bytes()), text.as_bytes())
            .map(|(len, meaning)| (&text[len..], meaning))
    }

    /// The text behind all of the words that it begins with, one behind the other.
    pub fn behind_all<'t>(&self, text: &'t str) -> &'t str {
        let mut rest = text;
        while let Some((behind, _)) = self.strip(rest) {
            rest = behind;
        }
        rest
    }

    /// The longest of some words, the first of which a text begins with as far as it is kept: its length, and what it stands for.
    #[inline]
    fn first_of(&self, slots: &[Slot], text: &[u8]) -> Option<(usize, T)> {
        match slots {
            [] => None,
            [slot, ..] if slot.is_whole() => Some((slot.len.into(), self.table[usize::from(slot.word)].1)),
            slots => long_begun(self.table, slots, text),
        }
    }

    /// Whether a text begins with one of the words.
    #[inline]
    pub fn begins(&self, text: &str) -> bool {
        self.strip(text).is_some()
    }

    /// The length of the longest of the words that a text begins with; 0 for none.
    #[inline]
    pub fn longest(&self, text: &str) -> usize {
        self.strip(text).map_or(0, |(rest, _)| text.len() - rest.len())
    }

    /// The words that stand in a text, where they begin and how long they are; of those that begin at one place the longest.
    pub fn find_all<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, usize, T)> + 't {
        self.find_from(text, 0..text.len())
    }

    /// The words that begin in a part of a text, even where they end behind it, as [`find_all`](Self::find_all) has them.
    pub fn find_from<'t>(
        &'t self,
        text: &'t str,
        part: Range<usize>,
    ) -> impl Iterator<Item = (usize, usize, T)> + 't {
        let index: &Index = &self.index;
        let mut rest = &text.as_bytes()[part.clone()];
        core::iter::from_fn(move || {
            loop {
                let here = index.skip(rest);
                let width = width(*here.first()?);
                let at = part.end - here.len();
                rest = &here[width..];
                let byte = byte_of(here, width);
                let behind = &text.as_bytes()[at..];
                if let Some((len, meaning)) = self.first_of(index.begun_so(behind, byte), behind) {
                    return Some((at, len, meaning));
                }
            }
        })
    }

    /// Where the first of the words stands in a text.
    pub fn find(&self, text: &str) -> Option<usize> {
        self.find_all(text).next().map(|(at, ..)| at)
    }

    /// Whether one of the words stands in a text.
    pub fn within(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// All of the words, in the order in which they were given.
    #[cfg(test)]
    pub fn all(&self) -> impl Iterator<Item = &'static str> {
        self.table.iter().map(|(word, _)| *word)
    }

    /// Whether a text is one of the words.
    pub fn has(&self, text: &str) -> bool {
        self.longest(text) == text.len() && !text.is_empty()
    }
}

impl<T: Copy, const MOST: usize> Endings<T, MOST> {
    /// A table of words, none of them empty.
    pub const fn of(table: &'static [(&'static str, T)]) -> Self {
        Self { table, index: Index::of(table, true) }
    }

    /// The characters that the words end in.
    pub const fn last_chars(&self) -> CharSet {
        characters(self.table, true)
    }

    /// The longest of the words that a text ends with: the text before it, and what it stands for.
    #[inline]
    pub fn strip_end<'t>(&self, text: &'t str) -> Option<(&'t str, T)> {
        let index: &Index = &self.index;
        match index.ended(text.as_bytes()) {
            [] => None,
            [slot, ..] if slot.is_whole() => {
                Some((&text[..text.len() - usize::from(slot.len)], self.table[usize::from(slot.word)].1))
            }
            slots => long_ended(self.table, slots, text),
        }
    }

    /// Whether a text ends with one of the words.
    #[inline]
    pub fn ends(&self, text: &str) -> bool {
        self.strip_end(text).is_some()
    }

    /// What stands before all of the words that a text ends with, one after the other.
    pub fn before_all<'t>(&self, text: &'t str) -> &'t str {
        let mut rest = text;
        while let Some((before, _)) = self.strip_end(rest) {
            rest = before;
        }
        rest
    }

    /// All of the words, in the order in which they were given.
    #[cfg(test)]
    pub fn all(&self) -> impl Iterator<Item = &'static str> {
        self.table.iter().map(|(word, _)| *word)
    }
}

impl<T: Copy, const MOST: usize> BothWays<T, MOST> {
    /// A table of words, none of them empty.
    pub const fn of(table: &'static [(&'static str, T)]) -> Self {
        Self { words: Words::of(table), endings: Endings::of(table) }
    }

    /// As [`Words::first_chars`].
    pub const fn first_chars(&self) -> CharSet {
        self.words.first_chars()
    }

    /// As [`Endings::last_chars`].
    pub const fn last_chars(&self) -> CharSet {
        self.endings.last_chars()
    }

    /// As [`Words::strip`].
    #[inline]
    pub fn strip<'t>(&self, text: &'t str) -> Option<(&'t str, T)> {
        self.words.strip(text)
    }

    /// As [`Words::begins`].
    #[inline]
    pub fn begins(&self, text: &str) -> bool {
        self.words.begins(text)
    }

    /// As [`Words::longest`].
    #[inline]
    pub fn longest(&self, text: &str) -> usize {
        self.words.longest(text)
    }

    /// As [`Words::behind_all`].
    pub fn behind_all<'t>(&self, text: &'t str) -> &'t str {
        self.words.behind_all(text)
    }

    /// As [`Words::find_all`].
    pub fn find_all<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, usize, T)> + 't {
        self.words.find_all(text)
    }

    /// As [`Words::find`].
    pub fn find(&self, text: &str) -> Option<usize> {
        self.words.find(text)
    }

    /// As [`Words::within`].
    pub fn within(&self, text: &str) -> bool {
        self.words.within(text)
    }

    /// As [`Words::has`].
    pub fn has(&self, text: &str) -> bool {
        self.words.has(text)
    }

    /// As [`Words::all`].
    #[cfg(test)]
    pub fn all(&self) -> impl Iterator<Item = &'static str> {
        self.words.all()
    }

    /// As [`Endings::strip_end`].
    #[inline]
    pub fn strip_end<'t>(&self, text: &'t str) -> Option<(&'t str, T)> {
        self.endings.strip_end(text)
    }

    /// As [`Endings::ends`].
    #[inline]
    pub fn ends(&self, text: &str) -> bool {
        self.endings.ends(text)
    }
}

/// The characters that some words begin with or end in.
const fn characters<T>(table: &[(&str, T)], last: bool) -> CharSet {
    let mut set = CharSet::of("");
    let mut i = 0;
    while i < table.len() {
        let word = table[i].0.as_bytes();
        set.add(char_at(word, if last { last_char(word) } else { 0 }).0);
        i += 1;
    }
    set
}

/// Where the last character of a text begins.
const fn last_char(text: &[u8]) -> usize {
    let mut at = text.len() - 1;
    while at > 0 && text[at] & 0xC0 == 0x80 {
        at -= 1;
    }
    at
}

/// Those of some words of a table that a text begins with, longer ones first: their lengths, and what they stand for.
fn begun<T: Copy>(table: &[(&str, T)], slots: &[Slot], text: &[u8]) -> impl Iterator<Item = (usize, T)> {
    let first = first_eight(text);
    slots.iter().filter(move |slot| slot.begins(first)).filter_map(move |slot| {
        let (word, meaning) = table[usize::from(slot.word)];
        (slot.is_whole() || text.starts_with(word.as_bytes())).then_some((slot.len.into(), meaning))
    })
}

/// The first of them, where it is longer than what is kept of it.
#[cold] // as few are
fn long_begun<T: Copy>(table: &[(&str, T)], slots: &[Slot], text: &[u8]) -> Option<(usize, T)> {
    begun(table, slots, text).next()
}

/// The same for the end of a text, with the text before the word.
#[cold] // the same
fn long_ended<'t, T: Copy>(table: &[(&str, T)], slots: &[Slot], text: &'t str) -> Option<(&'t str, T)> {
    let last = last_eight(text.as_bytes());
    let mut slots = slots.iter().filter(|slot| slot.ends(last));
    slots.find_map(|slot| {
        let (word, meaning) = table[usize::from(slot.word)];
        let fits = slot.is_whole() || text.ends_with(word);
        fits.then(|| (&text[..text.len() - usize::from(slot.len)], meaning))
    })
}

/// How many words some lists have.
pub(crate) const fn count(lists: &[&[&str]]) -> usize {
    let (mut count, mut i) = (0, 0);
    while i < lists.len() {
        count += lists[i].len();
        i += 1;
    }
    count
}

/// The words of some lists as entries of a table.
pub(crate) const fn joined<const N: usize>(lists: &[&[&'static str]]) -> [(&'static str, ()); N] {
    let (mut table, mut n, mut i) = ([("", ()); N], 0, 0);
    while i < lists.len() {
        let mut at = 0;
        while at < lists[i].len() {
            table[n] = (lists[i][at], ());
            n += 1;
            at += 1;
        }
        i += 1;
    }
    table
}

/// Entries of a table for words that stand for nothing but themselves.
macro_rules! entries {
    // Those of lists that several tables share, and more: entries![SUMS, PLACES, "全社会"]
    ($($list:ident),+ $(, $word:literal)* $(,)?) => {{
        const LISTS: &[&[&str]] = &[$(&$list,)+ &[$($word),*]];
        const TABLE: [(&str, ()); $crate::words::count(LISTS)] = $crate::words::joined(LISTS);
        &TABLE
    }};
    ($($word:literal),* $(,)?) => { &[$(($word, ())),*] };
}

/// A table of such words.
macro_rules! words {
    ($($words:tt)*) => { $crate::words::Words::of($crate::words::entries![$($words)*]) };
}

/// The same by how they end.
macro_rules! endings {
    ($($words:tt)*) => { $crate::words::Endings::of($crate::words::entries![$($words)*]) };
}

/// The same in both ways.
macro_rules! both_ways {
    ($($words:tt)*) => { $crate::words::BothWays::of($crate::words::entries![$($words)*]) };
}
pub(crate) use {both_ways, endings, entries, words};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lookups() {
        const SHARED: [&str; 2] = ["厂", "工厂"];
        static WORDS: BothWays = both_ways!["建", "建设", "新建", "A"];
        static MORE: BothWays = both_ways![SHARED, "建设"];
        assert_eq!(WORDS.longest("建设厂"), 6);
        assert_eq!(WORDS.longest("厂建设"), 0);
        assert_eq!(WORDS.longest("A股"), 1);
        assert_eq!(WORDS.longest("𠮷"), 0);
        assert_eq!(WORDS.strip_end("要新建"), Some(("要", ())));
        assert_eq!(WORDS.strip_end("要新"), None);
        assert_eq!(WORDS.strip_end(""), None);
        assert_eq!(WORDS.find("要新建"), Some(3));
        assert_eq!(WORDS.find("新厂é𠮷"), None);
        assert_eq!(WORDS.find(""), None);
        assert_eq!(MORE.all().collect::<Vec<_>>(), ["厂", "工厂", "建设"]);
        assert!(MORE.begins("厂房") && MORE.ends("新建设") && !MORE.begins("设厂") && !MORE.ends(""));
        assert!(WORDS.has("建") && !WORDS.has("设") && !WORDS.has(""));
    }

    #[test]
    fn meanings() {
        static WORDS: BothWays<u8> = BothWays::of(&[("到", 1), ("截至", 2), ("至", 3)]);
        assert_eq!(WORDS.strip_end("截至"), Some(("", 2)));
        assert_eq!(WORDS.strip("至今"), Some(("今", 3)));
        assert!(WORDS.find_all("从到至").eq([(3, 3, 1), (6, 3, 3)]));
        assert!(WORDS.words.find_from("至到截至至", 3..9).eq([(3, 3, 1), (6, 6, 2)]));
    }
}
