//! Tables of words that are looked for at the speed of a table lookup.

use core::ops::Range;

use crate::charset::{CharSet, char_at};

/// How many words a table has at most.
pub(crate) const FEW: usize = 64;
/// How many words the largest tables have at most.
pub(crate) const MANY: usize = 512;

/// Some words and what each stands for; `words!` makes one of words alone. There are so many of them at most.
///
/// Words are kept by their first and by their last character, so that at a place in a text only the few are compared that
/// share a byte with the character there, longer ones first. They are compared as numbers, eight bytes at a time: few have more.
pub(crate) struct Words<T: 'static = (), const MOST: usize = FEW> {
    table: &'static [(&'static str, T)],
    by_first: Index<[Slot; MOST]>,
    by_last: Index<[Slot; MOST]>,
}

/// The words of a table by a byte of their first or last character.
struct Index<S: ?Sized = [Slot]> {
    /// A bit for the last twelve of each of these characters: most texts begin and end in none of them, and one look says so.
    characters: [u64; 64],
    /// Where the words of each byte begin among the slots, and how many there are.
    starts: [u16; 256],
    slots: S,
}

/// How many bits of a number say how many words there are of a byte, and how many those can tell.
const LENGTH_BITS: u32 = 7;
const LENGTHS: u16 = (1 << LENGTH_BITS) - 1;

/// A word by its place in the table.
#[derive(Clone, Copy)]
struct Slot {
    /// Its first or last eight bytes.
    bytes: u64,
    /// How many bits of these it does not have.
    none: u8,
    /// How many bytes it takes.
    len: u8,
    word: u16,
}

impl<const MOST: usize> Index<[Slot; MOST]> {
    /// The words of a table. The compiler does this for ten thousand of them, and what it calls takes it longer than what it adds.
    const fn of<T>(table: &[(&str, T)], last: bool) -> Self {
        assert!(table.len() <= MOST, "a table has too many words");
        let none = Slot { bytes: 0, none: 0, len: 0, word: 0 };
        let mut index = Self { characters: [0; 64], starts: [0; 256], slots: [none; MOST] };
        // The words as they come, what they are found by, and how many share that.
        let (mut slots, mut keys, mut counts) = ([none; MOST], [0; MOST], [0; 256]);
        let mut i = 0;
        while i < table.len() {
            let word = table[i].0.as_bytes();
            let bytes = eight(word, last);
            let end = if last { bytes } else { first_char(bytes) };
            let (a, b, c) = ((end >> 40 & 0xFF) as u8, (end >> 48 & 0xFF) as u8, (end >> 56) as u8);
            let place = if c < 0x80 { c >> 6 } else { b & 0x3F };
            index.characters[place as usize] |= 1 << (c & 0x3F);
            let key = if c < 0x80 || a == 0 { c } else { byte_of_three(a, b, c) } as usize;
            keys[i] = key;
            counts[key] += 1;
            assert!(word.len() <= u8::MAX as usize, "a word is too long");
            let none = if word.len() < 8 { 64 - 8 * word.len() as u8 } else { 0 };
            slots[i] = Slot { bytes, none, len: word.len() as u8, word: i as u16 };
            i += 1;
        }
        let mut taken = 0;
        i = 0;
        while i < table.len() {
            let (key, slot) = (keys[i], slots[i]);
            // The first word of a byte takes the next slots for all of them.
            if counts[key] > 0 {
                assert!(counts[key] <= LENGTHS, "a table has too many words that share a byte");
                index.starts[key] = taken << LENGTH_BITS;
                taken += counts[key];
                counts[key] = 0;
            }
            let first = (index.starts[key] >> LENGTH_BITS) as usize;
            let mut at = first + (index.starts[key] & LENGTHS) as usize;
            index.starts[key] += 1;
            // Insertion keeps longer words before shorter ones, and equal ones in their order.
            while at > first && index.slots[at - 1].len < slot.len {
                index.slots[at] = index.slots[at - 1];
                at -= 1;
            }
            index.slots[at] = slot;
            while at > first && index.slots[at - 1].len == slot.len {
                at -= 1;
                let twin = index.slots[at].bytes == slot.bytes
                    && same(table[index.slots[at].word as usize].0, table[i].0);
                assert!(!twin, "a word stands twice in a table");
            }
            i += 1;
        }
        index
    }
}

impl Index {
    /// Whether a word has such a character: one of three bytes by the last two of them.
    const fn may_have(&self, b: u8, c: u8) -> bool {
        self.characters[b as usize & 0x3F] >> (c & 0x3F) & 1 == 1
    }

    /// Whether a word has such an ASCII character.
    const fn may_have_ascii(&self, b: u8) -> bool {
        self.may_have(b >> 6, b)
    }

    /// The rest of a text from the next character on that a word may have.
    fn skip<'t>(&self, mut text: &'t [u8]) -> &'t [u8] {
        loop {
            // Nearly all characters take three bytes, and so does the next one: two are looked up before the length is asked for
            // again. What is left of one of four bytes begins no word.
            while let [0xE0..=0xFF, b, c, 0xE0..=0xFF, e, f, behind @ ..] = text {
                if self.may_have(*b, *c) {
                    return text;
                }
                if self.may_have(*e, *f) {
                    return &text[3..];
                }
                text = behind;
            }
            match text {
                [0xE0..=0xFF, b, c, behind @ ..] if !self.may_have(*b, *c) => text = behind,
                [b @ 0..0x80, behind @ ..] if !self.may_have_ascii(*b) => text = behind,
                _ => return text,
            }
        }
    }

    /// The words with the byte of the first character of a text, from the first one on whose first eight bytes it begins with;
    /// none for most texts, as no word has that character.
    #[inline(never)]
    fn begun(&self, text: &[u8]) -> &[Slot] {
        let may_begin = match *text {
            [0xE0..0xF0, b, c, ..] => self.may_have(b, c),
            [b @ 0..0x80, ..] => self.may_have_ascii(b),
            _ => !text.is_empty(),
        };
        if may_begin { self.begun_so(text, byte_of(text, width(text[0]))) } else { &[] }
    }

    /// The same of those with such a byte.
    #[inline(never)]
    fn begun_so(&self, text: &[u8], byte: u8) -> &[Slot] {
        let (first, mut slots) = (first_eight(text), self.at(byte));
        while let [slot, behind @ ..] = slots
            && !slot.begins(first)
        {
            slots = behind;
        }
        slots
    }

    /// The same for its end.
    #[inline(never)]
    fn ended(&self, text: &[u8]) -> &[Slot] {
        let may_end = match *text {
            [.., 0xE0..0xF0, b, c] => self.may_have(b, c),
            [.., b @ 0..0x80] => self.may_have_ascii(b),
            _ => !text.is_empty(),
        };
        if may_end { self.ended_so(text, byte_of(text, text.len())) } else { &[] }
    }

    /// The same of those with such a byte.
    #[inline(never)]
    fn ended_so(&self, text: &[u8], byte: u8) -> &[Slot] {
        let (last, mut slots) = (last_eight(text), self.at(byte));
        while let [slot, behind @ ..] = slots
            && !slot.ends(last)
        {
            slots = behind;
        }
        slots
    }

    /// The words with such a byte.
    fn at(&self, byte: u8) -> &[Slot] {
        let start = self.starts[usize::from(byte)];
        &self.slots[usize::from(start >> LENGTH_BITS)..][..usize::from(start & LENGTHS)]
    }
}

impl Slot {
    /// Whether a text with these first bytes begins with those of the word that are kept here: a longer one has more of them.
    const fn begins(&self, first: u64) -> bool {
        (self.bytes ^ first) << self.none == 0
    }

    /// The same for its last bytes.
    const fn ends(&self, last: u64) -> bool {
        (self.bytes ^ last) >> self.none == 0
    }

    /// Whether all bytes of the word are kept here, as of most.
    const fn is_whole(&self) -> bool {
        self.len <= 8
    }
}

/// The first eight bytes of a text, the first of them lowest; 0 for those that it does not have, as no word has that.
const fn first_eight(text: &[u8]) -> u64 {
    match text.first_chunk() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => all(text),
    }
}

/// The last eight bytes of a text, the last of them highest; 0 for those that it does not have.
const fn last_eight(text: &[u8]) -> u64 {
    match text.last_chunk() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None if text.is_empty() => 0,
        None => all(text) << (64 - 8 * text.len()),
    }
}

/// The first or last eight bytes of a word, which mostly has one or two characters: the compiler makes those at once.
const fn eight(word: &[u8], last: bool) -> u64 {
    match *word {
        [a, b, c] => three(a, b, c) << if last { 40 } else { 0 },
        [a, b, c, d, e, f] => (three(a, b, c) | three(d, e, f) << 24) << if last { 16 } else { 0 },
        _ if last => last_eight(word),
        _ => first_eight(word),
    }
}

/// Three bytes, the first of them lowest.
const fn three(a: u8, b: u8, c: u8) -> u64 {
    a as u64 | (b as u64) << 8 | (c as u64) << 16
}

/// The first character of a word by its first bytes, its last byte highest.
const fn first_char(bytes: u64) -> u64 {
    bytes << (64 - 8 * width((bytes & 0xFF) as u8))
}

/// All bytes of a text that has less than eight.
#[cold]
const fn all(text: &[u8]) -> u64 {
    let (mut value, mut at) = (0, text.len());
    while at > 0 {
        at -= 1;
        value = value << 8 | text[at] as u64;
    }
    value
}

/// Whether two words of one length are the same.
const fn same(a: &str, b: &str) -> bool {
    let (a, b, mut at) = (a.as_bytes(), b.as_bytes(), 0);
    while at < a.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len()
}

/// Where the last character of a text begins.
const fn last_char(text: &[u8]) -> usize {
    let mut at = text.len() - 1;
    while at > 0 && text[at] & 0xC0 == 0x80 {
        at -= 1;
    }
    at
}

/// How many bytes the character takes that a byte begins.
const fn width(first: u8) -> usize {
    match first {
        0..0xC0 => 1,
        0xC0..0xE0 => 2,
        0xE0..0xF0 => 3,
        _ => 4,
    }
}

/// A byte that tells most characters apart, of the one that ends at a place.
const fn byte_of(text: &[u8], end: usize) -> u8 {
    let last = text[end - 1];
    if last < 0x80 || end < 3 {
        return last;
    }
    byte_of_three(text[end - 3], text[end - 2], last)
}

/// The same of one that ends in three bytes. The first has its part: without it 同 and the comma were alike.
const fn byte_of_three(a: u8, b: u8, c: u8) -> u8 {
    (a ^ b) << 6 | c & 0x3F
}

impl<T: Copy, const MOST: usize> Words<T, MOST> {
    /// A table of words, none of them empty.
    pub const fn of(table: &'static [(&'static str, T)]) -> Self {
        Self { table, by_first: Index::of(table, false), by_last: Index::of(table, true) }
    }

    /// The characters that the words begin with.
    pub const fn first_chars(&self) -> CharSet {
        self.characters(false)
    }

    /// The characters that the words end in.
    pub const fn last_chars(&self) -> CharSet {
        self.characters(true)
    }

    const fn characters(&self, last: bool) -> CharSet {
        let mut set = CharSet::of("");
        let mut i = 0;
        while i < self.table.len() {
            let word = self.table[i].0.as_bytes();
            set.add(char_at(word, if last { last_char(word) } else { 0 }).0);
            i += 1;
        }
        set
    }

    /// The longest of the words that a text begins with and for which what stands behind it fits: that, and what it stands for.
    pub fn strip_if<'t>(&self, text: &'t str, fits: impl Fn(&'t str, T) -> bool) -> Option<(&'t str, T)> {
        let index: &Index = &self.by_first;
        let slots = index.begun(text.as_bytes());
        let mut found =
            begun(self.table, slots, text.as_bytes()).map(|(len, meaning)| (&text[len..], meaning));
        found.find(|(rest, meaning)| fits(rest, *meaning))
    }

    /// The longest of the words that a text begins with: the text behind it, and what it stands for.
    #[inline]
    pub fn strip<'t>(&self, text: &'t str) -> Option<(&'t str, T)> {
        let index: &Index = &self.by_first;
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

    /// What stands before all of the words that a text ends with, one after the other.
    pub fn before_all<'t>(&self, text: &'t str) -> &'t str {
        let mut rest = text;
        while let Some((before, _)) = self.strip_end(rest) {
            rest = before;
        }
        rest
    }

    /// The longest of the words that a text ends with: the text before it, and what it stands for.
    #[inline]
    pub fn strip_end<'t>(&self, text: &'t str) -> Option<(&'t str, T)> {
        let index: &Index = &self.by_last;
        match index.ended(text.as_bytes()) {
            [] => None,
            [slot, ..] if slot.is_whole() => {
                Some((&text[..text.len() - usize::from(slot.len)], self.table[usize::from(slot.word)].1))
            }
            slots => long_ended(self.table, slots, text),
        }
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

    /// Whether a text ends with one of the words.
    #[inline]
    pub fn ends(&self, text: &str) -> bool {
        self.strip_end(text).is_some()
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
        let index: &Index = &self.by_first;
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

/// A table of words that stand for nothing but themselves.
macro_rules! words {
    // Those of lists that several tables share, and more: words![SUMS, PLACES, "全社会"]
    ($($list:ident),+ $(, $word:literal)* $(,)?) => {{
        const LISTS: &[&[&str]] = &[$(&$list,)+ &[$($word),*]];
        const TABLE: [(&str, ()); $crate::words::count(LISTS)] = $crate::words::joined(LISTS);
        $crate::words::Words::of(&TABLE)
    }};
    ($($word:literal),* $(,)?) => { $crate::words::Words::of(&[$(($word, ())),*]) };
}
pub(crate) use words;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lookups() {
        const SHARED: [&str; 2] = ["厂", "工厂"];
        static WORDS: Words = words!["建", "建设", "新建", "A"];
        static MORE: Words = words![SHARED, "建设"];
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
        static WORDS: Words<u8> = Words::of(&[("到", 1), ("截至", 2), ("至", 3)]);
        assert_eq!(WORDS.strip_end("截至"), Some(("", 2)));
        assert_eq!(WORDS.strip("至今"), Some(("今", 3)));
        assert!(WORDS.find_all("从到至").eq([(3, 3, 1), (6, 3, 3)]));
        assert!(WORDS.find_from("至到截至至", 3..9).eq([(3, 3, 1), (6, 6, 2)]));
    }
}
