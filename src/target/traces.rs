//! Which of the characters that are asked for stand in some words. The words are read once, and leave a bit for each: one look at
//! them says that a word stands nowhere, since one of its characters does not.

use crate::charset::char_at;

/// The characters that are asked for. Those for which no bit is left, at the end, share the last one.
const ASKED: &str = "\n出占能可限多以够少每比较把使将增了上下时财已拟共新还为生是有其损缴第居排应不构司门府治各委院企位累须得全我向给部由从等关线校组现地团局处会队所社后别";

/// The bit of each by its last twelve bits, which no two of them have; 0 for all others.
static BITS: [u8; 4096] = {
    let (mut bits, mut at, mut bit) = ([0; 4096], 0, 1);
    while at < ASKED.len() {
        let (c, len) = char_at(ASKED.as_bytes(), at);
        assert!(bits[c as usize & 0xFFF] == 0, "another character would be taken for it");
        bits[c as usize & 0xFFF] = bit;
        if bit < MARK - 1 {
            bit += 1;
        }
        at += len;
    }
    bits
};

/// The bit of whatever is no Han character.
const MARK: u8 = 63;

/// Some of the characters that are asked for; `asked!` makes them.
#[derive(Clone, Copy)]
pub(super) struct Asked(u64);

impl Asked {
    pub(super) const fn of(chars: &str) -> Self {
        let (mut asked, mut at) = (0, 0);
        while at < chars.len() {
            let (c, len) = char_at(chars.as_bytes(), at);
            let bit = BITS[c as usize & 0xFFF];
            assert!(bit > 0, "a character is missing in the row of those that are asked for");
            asked |= 1 << bit;
            at += len;
        }
        Self(asked)
    }
}

/// What some words have left.
#[derive(Clone, Copy)]
pub(super) struct Traces(u64);

impl Traces {
    /// Those of a text, which are those of any part of it, too.
    pub(super) fn of(text: &str) -> Self {
        let (mut traces, mut rest) = (0, text.as_bytes());
        loop {
            let (at, mark);
            (at, mark, rest) = match *rest {
                [a @ 0xE0..0xF0, b, c, ref behind @ ..] => {
                    // With these begin the characters from U+4000 to U+9FFF.
                    (usize::from(b & 0x3F) << 6 | usize::from(c & 0x3F), !matches!(a, 0xE4..=0xE9), behind)
                }
                [c @ 0..0x80, ref behind @ ..] => (usize::from(c), true, behind),
                [] => return Self(traces),
                // A character of two or four bytes may be any.
                _ => return Self(u64::MAX),
            };
            traces |= u64::from(mark) << MARK | 1 << BITS[at];
        }
    }

    /// Whether one of some characters may be among them.
    pub(super) const fn may_have(self, asked: Asked) -> bool {
        self.0 & asked.0 != 0
    }

    /// Whether anything but Han characters may.
    pub(super) const fn may_have_marks(self) -> bool {
        self.0 >> MARK != 0
    }
}

/// Some of the characters that are asked for.
macro_rules! asked {
    ($chars:literal) => {
        const { $crate::target::traces::Asked::of($chars) }
    };
}
pub(super) use asked;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traces() {
        for (text, has) in [("国家增产", true), ("国家，a", false), ("", false), ("增é", true), ("𠮷", true)]
        {
            assert_eq!(Traces::of(text).may_have(asked!("了增")), has, "{text}");
        }
        for (text, marks) in [("国家", false), ("国，", true), ("a", true), ("𠮷", true), ("", false)] {
            assert_eq!(Traces::of(text).may_have_marks(), marks, "{text}");
        }
    }
}
