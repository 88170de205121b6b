//! A few characters that a text may begin or end with. Two bits, looked up by a character, say that it is none of them; only where
//! both are set are the characters compared.

use crate::charset::char_at;

/// How many there may be.
const MOST: usize = 32;

/// What stands where there is none: no character has this number.
const NONE: u16 = 0xD800;

/// Some characters of at most three bytes; `few!` makes them where they are asked for, and `gaps!` adds spaces.
pub(crate) struct Few {
    /// A bit for the last six bits of each, and one for those of the byte before.
    last: u64,
    before: u64,
    /// All of them: they are compared at once, since which of them stands somewhere no branch foresees.
    codes: [u16; MOST],
}

impl Few {
    /// The characters of a text.
    pub const fn of(chars: &'static str) -> Self {
        Self { last: 0, before: 0, codes: [NONE; MOST] }.and(chars, 0)
    }

    /// Spaces, and the characters of a text.
    pub const fn gaps_and(chars: &'static str) -> Self {
        const GAPS: &str =
            " \t\u{a0}\u{3000}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}\u{2008}\u{2009}\u{200a}";
        Self::of(GAPS).and(chars, 13)
    }

    /// Those of a text behind so many others.
    const fn and(mut self, chars: &str, mut n: usize) -> Self {
        let mut at = 0;
        while at < chars.len() {
            let (c, len) = char_at(chars.as_bytes(), at);
            self.last |= 1 << (c & 0x3F);
            self.before |= 1 << (c >> 6 & 0x3F);
            #[allow(clippy::cast_possible_truncation)] // OK because they take three bytes
            {
                self.codes[n] = c as u16;
            }
            at += len;
            n += 1;
        }
        self
    }

    /// Whether one of them may end in such bytes.
    const fn may_have(&self, before: u8, last: u8) -> bool {
        (self.before >> (before & 0x3F)) & (self.last >> (last & 0x3F)) & 1 == 1
    }

    /// The length of the one that a text begins with, which was asked already whether it may be one of them.
    #[inline(never)] // as few characters get so far
    #[allow(clippy::needless_bitwise_bool)] // OK because the comparisons are made all at once
    fn begun(&self, text: &str) -> Option<usize> {
        let c = text.chars().next()?;
        let code = u16::try_from(u32::from(c)).ok()?;
        self.codes.iter().fold(false, |has, one| has | (*one == code)).then(|| c.len_utf8())
    }

    /// The length of the one that a text begins with.
    fn first(&self, text: &str) -> Option<usize> {
        let may = match *text.as_bytes() {
            [0xE0..0xF0, b, c, ..] => self.may_have(b, c),
            [c @ 0..0x80, ..] => self.may_have(c >> 6, c),
            _ => true,
        };
        if may { self.begun(text) } else { None }
    }

    /// The length of the one that a text ends with.
    fn last(&self, text: &str) -> Option<usize> {
        let may = match *text.as_bytes() {
            [.., 0xE0..0xF0, b, c] => self.may_have(b, c),
            [.., c @ 0..0x80] => self.may_have(c >> 6, c),
            _ => true,
        };
        if may { self.begun(&text[text.len() - text.chars().next_back()?.len_utf8()..]) } else { None }
    }

    /// Whether a text begins with one of them.
    pub fn begins(&self, text: &str) -> bool {
        self.first(text).is_some()
    }

    /// Whether a text ends with one of them.
    pub fn ends(&self, text: &str) -> bool {
        self.last(text).is_some()
    }

    /// Whether a sentence begins behind a text, of which one of them is the last mark: where the text begins, one does, too.
    pub fn close(&self, text: &str) -> bool {
        text.is_empty() || self.ends(text)
    }

    /// Where the last one in a text stands.
    pub fn rfind(&self, text: &str) -> Option<usize> {
        let mut front = text.as_bytes();
        loop {
            front = match front {
                // Nearly all characters take three bytes, and the others one.
                [before @ .., 0xE0..0xF0, b, c] if !self.may_have(*b, *c) => before,
                [before @ .., c @ 0..0x80] if !self.may_have(c >> 6, *c) => before,
                _ => {
                    let rest = &text[..front.len()];
                    if let Some(width) = self.last(rest) {
                        return Some(rest.len() - width);
                    }
                    &front[..rest.len() - rest.chars().next_back()?.len_utf8()]
                }
            };
        }
    }

    /// Whether one of them stands in a text.
    pub fn within(&self, text: &str) -> bool {
        self.rfind(text).is_some()
    }

    /// A text from the first other character on.
    pub fn trim_start<'t>(&self, mut text: &'t str) -> &'t str {
        while let Some(width) = self.first(text) {
            text = &text[width..];
        }
        text
    }

    /// A text up to the last other character.
    pub fn trim_end<'t>(&self, mut text: &'t str) -> &'t str {
        while let Some(width) = self.last(text) {
            text = &text[..text.len() - width];
        }
        text
    }

    /// Both.
    pub fn trim<'t>(&self, text: &'t str) -> &'t str {
        self.trim_end(self.trim_start(text))
    }
}

/// A few characters.
macro_rules! few {
    ($chars:literal) => {{
        static FEW: $crate::few::Few = $crate::few::Few::of($chars);
        &FEW
    }};
}

/// Spaces that pages and print leave inside an expression, and a few characters.
macro_rules! gaps {
    ($chars:literal) => {{
        static GAPS: $crate::few::Few = $crate::few::Few::gaps_and($chars);
        &GAPS
    }};
    () => {
        gaps!("")
    };
}
pub(crate) use {few, gaps};

#[cfg(test)]
mod tests {
    use crate::token::is_gap;

    #[test]
    fn beginnings_and_ends() {
        for (text, begin, end) in [
            ("国a", true, true),
            ("é国é", true, true),
            ("b国", false, true),
            ("𠮷", false, false),
            ("囼", false, false),
            ("", false, false),
        ] {
            let set = few!("一国aé");
            assert_eq!((set.begins(text), set.ends(text)), (begin, end), "{text}");
        }
        // 因 and the comma have the bits of a space between them.
        assert!(!few!("因,").begins(" ") && !few!("因,").ends(" "));
        for c in (0..0x8000).filter_map(char::from_u32) {
            let text = c.encode_utf8(&mut [0; 4]).to_owned();
            assert_eq!((gaps!().begins(&text), gaps!("，").ends(&text)), (is_gap(c), is_gap(c) || c == '，'));
        }
    }

    #[test]
    fn last_of_a_text() {
        for (text, at) in
            [("一国a𠮷囼国国", Some(6)), ("é国", Some(0)), ("国一", Some(3)), ("国囼b", None), ("", None)]
        {
            assert_eq!(few!("一éa").rfind(text), at, "{text}");
        }
    }

    #[test]
    fn trimmed() {
        assert_eq!(gaps!("，").trim("\u{a0}， 国， 国\u{2003}\u{3000}"), "国， 国");
        assert_eq!(few!("的").trim_end("国的 的的"), "国的 ");
        assert_eq!(few!("的").trim("的的"), "");
    }
}
