//! The words of a table by the character that they begin with or end in, arranged by the compiler.

/// The words of a table by a byte of their first or last character.
pub(super) struct Index<S: ?Sized = [Slot]> {
    /// A bit for the last twelve of each of these characters: most texts begin and end in none of them, and one look says so.
    characters: [u64; 64],
    /// Where the words of each byte begin among the slots; those of the next byte follow.
    starts: [u16; 257],
    slots: S,
}

/// A word by its place in the table.
#[derive(Clone, Copy)]
pub(super) struct Slot {
    /// Its first or last eight bytes.
    bytes: u64,
    /// How many bits of these it does not have.
    none: u8,
    /// How many bytes it takes.
    pub len: u8,
    pub word: u16,
}

impl<const MOST: usize> Index<[Slot; MOST]> {
    /// The words of a table. The compiler does this for ten thousand of them, and what it calls takes it longer than what it adds.
    pub const fn of<T>(table: &[(&str, T)], last: bool) -> Self {
        assert!(table.len() <= MOST, "a table has too many words");
        let none = Slot { bytes: 0, none: 0, len: 0, word: 0 };
        let mut index = Self { characters: [0; 64], starts: [0; 257], slots: [none; MOST] };
        // The words as they come, what they are found by, and how many share that.
        let (mut slots, mut keys, mut counts) = ([none; MOST], [0; MOST], [0; 256]);
        let mut i = 0;
        while i < table.len() {
            let word = table[i].0.as_bytes();
            let bytes = eight(word, last);
            let end = if last { word.len() } else { width(word[0]) };
            let c = word[end - 1];
            let place = if c < 0x80 { c >> 6 } else { word[end - 2] & 0x3F };
            index.characters[place as usize] |= 1 << (c & 0x3F);
            let key = byte_of(word, end) as usize;
            keys[i] = key;
            counts[key] += 1;
            assert!(word.len() <= u8::MAX as usize, "a word is too long");
            #[allow(clippy::cast_possible_truncation)] // OK because words and the table are short
            {
                let none = if word.len() < 8 { 64 - 8 * word.len() as u8 } else { 0 };
                slots[i] = Slot { bytes, none, len: word.len() as u8, word: i as u16 };
            }
            i += 1;
        }
        i = 0;
        while i < counts.len() {
            index.starts[i + 1] = index.starts[i] + counts[i];
            i += 1;
        }
        i = 0;
        while i < table.len() {
            let (key, slot) = (keys[i], slots[i]);
            let first = index.starts[key] as usize;
            let mut at = (index.starts[key + 1] - counts[key]) as usize;
            counts[key] -= 1;
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
    pub fn skip<'t>(&self, mut text: &'t [u8]) -> &'t [u8] {
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
    pub fn begun(&self, text: &[u8]) -> &[Slot] {
        let may_begin = match *text {
            [0xE0..0xF0, b, c, ..] => self.may_have(b, c),
            [b @ 0..0x80, ..] => self.may_have_ascii(b),
            _ => !text.is_empty(),
        };
        if may_begin { self.begun_so(text, byte_of(text, width(text[0]))) } else { &[] }
    }

    /// The same of those with such a byte.
    #[inline(never)]
    pub fn begun_so(&self, text: &[u8], byte: u8) -> &[Slot] {
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
    pub fn ended(&self, text: &[u8]) -> &[Slot] {
        let may_end = match *text {
            [.., 0xE0..0xF0, b, c] => self.may_have(b, c),
            [.., b @ 0..0x80] => self.may_have_ascii(b),
            _ => !text.is_empty(),
        };
        if may_end { self.ended_so(text, byte_of(text, text.len())) } else { &[] }
    }

    /// The same of those with such a byte.
    #[inline(never)]
    pub fn ended_so(&self, text: &[u8], byte: u8) -> &[Slot] {
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
        let byte = usize::from(byte);
        &self.slots[self.starts[byte].into()..self.starts[byte + 1].into()]
    }
}

impl Slot {
    /// Whether a text with these first bytes begins with those of the word that are kept here: a longer one has more of them.
    pub const fn begins(&self, first: u64) -> bool {
        (self.bytes ^ first) << self.none == 0
    }

    /// The same for its last bytes.
    pub const fn ends(&self, last: u64) -> bool {
        (self.bytes ^ last) >> self.none == 0
    }

    /// Whether all bytes of the word are kept here, as of most.
    pub const fn is_whole(&self) -> bool {
        self.len <= 8
    }
}

/// The first eight bytes of a text, the first of them lowest; 0 for those that it does not have, as no word has that.
pub(super) const fn first_eight(text: &[u8]) -> u64 {
    match text.first_chunk() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => all(text),
    }
}

/// The last eight bytes of a text, the last of them highest; 0 for those that it does not have.
pub(super) const fn last_eight(text: &[u8]) -> u64 {
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

/// How many bytes the character takes that a byte begins.
pub(super) const fn width(first: u8) -> usize {
    match first {
        0..0xC0 => 1,
        0xC0..0xE0 => 2,
        0xE0..0xF0 => 3,
        _ => 4,
    }
}

/// A byte that tells most characters apart, of the one that ends at a place.
pub(super) const fn byte_of(text: &[u8], end: usize) -> u8 {
    let last = text[end - 1];
    if last < 0x80 || end < 3 {
        return last;
    }
    // Of three bytes the first has its part: without it 同 and the comma were alike.
    (text[end - 2] ^ text[end - 3]) << 6 | last & 0x3F
}
