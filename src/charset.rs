//! Sets of characters that are searched for at the speed of a table lookup.

/// How many blocks of 64 characters there are of at most three bytes.
const BLOCKS: usize = 1024;

/// A set of characters: a bit for each of at most three bytes, and one for each 1024 of the others, in the place of the surrogate
/// that UTF-16 begins these with, which is no character.
pub(crate) struct CharSet {
    words: [u64; BLOCKS],
}

/// The place of the bit of a character.
const fn place(c: u32) -> u32 {
    if c > 0xFFFF { 0xD7C0 + (c >> 10) } else { c }
}

/// The same of one of four bytes, by the first three of them.
const fn place_of_four(a: u8, b: u8, c: u8) -> usize {
    place((a as u32 & 0x07) << 18 | (b as u32 & 0x3F) << 12 | (c as u32 & 0x3F) << 6) as usize
}

/// The code point that begins at an offset and its length in bytes.
#[inline]
pub(crate) const fn char_at(bytes: &[u8], at: usize) -> (u32, usize) {
    let b = bytes[at];
    if b < 0x80 {
        (b as u32, 1)
    } else if b < 0xE0 {
        ((b as u32 & 0x1F) << 6 | bytes[at + 1] as u32 & 0x3F, 2)
    } else if b < 0xF0 {
        ((b as u32 & 0x0F) << 12 | (bytes[at + 1] as u32 & 0x3F) << 6 | bytes[at + 2] as u32 & 0x3F, 3)
    } else {
        four_at(bytes, at)
    }
}

/// The same of one of four bytes, as few are.
#[cold]
const fn four_at(bytes: &[u8], at: usize) -> (u32, usize) {
    let low = (bytes[at + 2] as u32 & 0x3F) << 6 | bytes[at + 3] as u32 & 0x3F;
    ((bytes[at] as u32 & 0x07) << 18 | (bytes[at + 1] as u32 & 0x3F) << 12 | low, 4)
}

impl CharSet {
    /// The characters of a text.
    pub const fn of(text: &str) -> Self {
        Self { words: [0; BLOCKS] }.and_each(text, 1)
    }

    /// The first, third, … character of a text.
    pub const fn alternate(text: &str) -> Self {
        Self { words: [0; BLOCKS] }.and_each(text, 2)
    }

    /// The set with one more character; one of four bytes brings those with it that share its bit.
    pub const fn and(mut self, c: u32) -> Self {
        self.add(c);
        self
    }

    /// Adds one more character, as [`and`](Self::and) does: the compiler, which makes all sets, would copy one for each of many.
    pub const fn add(&mut self, c: u32) {
        let at = place(c);
        self.words[at as usize / 64] |= 1 << (at % 64);
    }

    /// The set with the characters from one to another.
    pub const fn and_all(mut self, from: char, to: char) -> Self {
        let mut c = from as u32;
        while c <= to as u32 {
            self.add(c);
            c += 1;
        }
        self
    }

    /// The characters of both sets.
    pub const fn or(mut self, other: &Self) -> Self {
        let mut i = 0;
        while i < self.words.len() {
            let word = other.words[i];
            if word != 0 {
                self.words[i] |= word;
            }
            i += 1;
        }
        self
    }

    /// Whether a character of at most three bytes is in the set.
    pub fn has(&self, c: char) -> bool {
        let c = u32::from(c);
        self.words.get(c as usize / 64).is_some_and(|word| word >> (c % 64) & 1 == 1)
    }

    /// Whether a text begins with a character of the set.
    #[inline]
    pub fn begins(&self, text: &str) -> bool {
        self.stands_at(text.as_bytes(), 0)
    }

    /// Whether a character of the set stands at an offset where one begins, which may be the end of a text.
    #[inline]
    pub fn stands_at(&self, text: &[u8], at: usize) -> bool {
        match text.get(at..) {
            Some(&[a @ 0xE0..0xF0, b, c, ..]) => {
                self.wide(a, b).is_some_and(|word| word >> (c & 0x3F) & 1 == 1)
            }
            Some(&[a @ 0..0x80, ..]) => self.words[usize::from(a / 64)] >> (a % 64) & 1 == 1,
            Some(&[a @ 0xC0..0xE0, b, ..]) => self.has_short(a, b),
            Some(&[a @ 0xF0..=0xFF, b, c, ..]) => self.has_long(a, b, c),
            _ => false,
        }
    }

    /// Whether a text ends with a character of the set.
    #[inline]
    pub fn ends(&self, text: &str) -> bool {
        match *text.as_bytes() {
            [.., a @ 0xE0..0xF0, b, c] => self.wide(a, b).is_some_and(|word| word >> (c & 0x3F) & 1 == 1),
            [.., a @ 0..0x80] => self.words[usize::from(a / 64)] >> (a % 64) & 1 == 1,
            [.., a @ 0xC0..0xE0, b] => self.has_short(a, b),
            [.., a @ 0xF0..=0xFF, b, c, _] => self.has_long(a, b, c),
            _ => false,
        }
    }

    /// Whether a character of two bytes, as few are, is in the set.
    #[inline(never)]
    const fn has_short(&self, a: u8, b: u8) -> bool {
        self.words[a as usize & 0x1F] >> (b & 0x3F) & 1 == 1
    }

    /// The same of one of four bytes, as fewer are.
    #[cold]
    const fn has_long(&self, a: u8, b: u8, c: u8) -> bool {
        let at = place_of_four(a, b, c);
        self.words[at / 64] >> (at % 64) & 1 == 1
    }

    /// The set with those of a text as well.
    pub const fn with(self, text: &str) -> Self {
        self.and_each(text, 1)
    }

    const fn and_each(mut self, text: &str, step: usize) -> Self {
        let (mut at, mut n) = (0, 0);
        while at < text.len() {
            let (c, len) = char_at(text.as_bytes(), at);
            if n % step == 0 {
                self.add(c);
            }
            at += len;
            n += 1;
        }
        self
    }

    /// Where the next character of the set stands, at or behind an offset; else the length of the text.
    pub fn find(&self, text: &[u8], at: usize) -> usize {
        let at = self.find_or_long(text, at);
        if text.get(at).is_some_and(|byte| *byte >= 0xF0) { self.find_from_long(text, at) } else { at }
    }

    /// The same from a character of four bytes on, as few are.
    #[cold]
    fn find_from_long(&self, text: &[u8], mut at: usize) -> usize {
        while let Some(&[a @ 0xF0..=0xFF, b, c, _, ..]) = text.get(at..) {
            if self.has_long(a, b, c) {
                return at;
            }
            at = self.find_or_long(text, at + 4);
        }
        at
    }

    /// The same, or where the next character of four bytes stands.
    #[inline]
    fn find_or_long(&self, text: &[u8], at: usize) -> usize {
        let mut rest = text.get(at..).unwrap_or_default();
        loop {
            // Nearly all characters of Han text take three bytes, and so does the next one: two are looked up before the length
            // is asked for again.
            while let Some((&[a, b, c, d, e, f], behind)) = rest.split_first_chunk() {
                let Some(first) = self.wide(a, b) else { break };
                if first >> (c & 0x3F) & 1 == 1 {
                    return text.len() - rest.len();
                }
                let Some(second) = self.wide(d, e) else {
                    rest = &rest[3..];
                    break;
                };
                if second >> (f & 0x3F) & 1 == 1 {
                    return text.len() - rest.len() + 3;
                }
                rest = behind;
            }
            let (word, bit, len) = match *rest {
                [a @ 0..0x80, ..] => (self.words[usize::from(a / 64)], a % 64, 1),
                [a @ 0x80..0xE0, b, ..] => (self.words[usize::from(a & 0x1F)], b & 0x3F, 2),
                [a @ 0xE0..0xF0, b, c, ..] => (self.wide(a, b).unwrap_or(0), c & 0x3F, 3),
                [a, _, _, _, ..] if a >= 0xF0 => return text.len() - rest.len(),
                // The end, or a character that is cut off.
                _ => return text.len(),
            };
            if word >> bit & 1 == 1 {
                return text.len() - rest.len();
            }
            rest = &rest[len..];
        }
    }

    /// The characters of three bytes that begin with two; none if no such character begins so.
    fn wide(&self, a: u8, b: u8) -> Option<u64> {
        // From E0 80 to EF BF, these are the numbers of the words. What begins a shorter character falls below them, and what
        // begins a longer one above.
        let at = (usize::from(a) << 6) + usize::from(b);
        self.words.get(at.wrapping_sub((0xE0 << 6) + 0x80)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds() {
        const SET: CharSet = CharSet::of("a一¥");
        for (text, at) in [
            ("a", 0),
            ("b一", 1),
            ("国国国国国国a国国国一", 18),
            ("国é国国国国国国国国国国一", 35),
            ("𠮷国国国国国国国一国国", 25),
            ("𠮷国¥", 7),
            ("𠮷", 4),
            ("", 0),
            ("é\n国", 6),
            // Its last bits are those of a.
            ("\u{461}国a", 5),
            ("国߿a", 5),
            ("ࠀ\u{ffff}一", 6),
            ("\u{10000}国𐀀一", 11),
        ] {
            assert_eq!(SET.find(text.as_bytes(), 0), at, "{text}");
        }
        assert_eq!(SET.find("aa".as_bytes(), 1), 1);
        let longer = CharSet::of("国").and('\u{e0100}'.into());
        for (text, at) in [("一𠮷\u{e0100}国", 7), ("\u{e0000}", 0), ("\u{e0400}国", 4), ("\u{10ffff}一", 7)]
        {
            assert_eq!(longer.find(text.as_bytes(), 0), at, "{text}");
        }
        assert!(longer.begins("\u{e0100}") && longer.ends("一\u{e0100}"));
        assert!(!longer.begins("𠮷") && !longer.ends("\u{e0400}"));
    }

    #[test]
    fn beginnings_and_ends() {
        const SET: CharSet = CharSet::of("a一¥");
        for (text, begins, ends) in [
            ("a国一", true, true),
            ("一", true, true),
            ("¥国a", true, true),
            ("国¥", false, true),
            ("一𠮷", true, false),
            ("𠮷b", false, false),
            ("", false, false),
        ] {
            assert_eq!((SET.begins(text), SET.ends(text)), (begins, ends), "{text}");
        }
    }
}
