//! The words of a table in a part of a text that moves on, each read once.

use alloc::vec::Vec;
use core::ops::Range;

use crate::token::tail;
use crate::words::{MANY, Words};

/// How many characters before a part a word may begin that reaches into it.
const REACH: usize = 5;

/// What the words of a part of a text say.
pub(super) struct Window<T> {
    /// What was read so far.
    read: Range<usize>,
    /// Where the last word ends within which no other one is read: there is no 预期目标 in 超过预期目标.
    until: usize,
    words: Vec<(Range<usize>, T)>,
}

impl<T> Default for Window<T> {
    fn default() -> Self {
        Self { read: 0..0, until: 0, words: Vec::new() }
    }
}

impl<T> Window<T> {
    /// The words that were read, in their order.
    pub fn words(&self) -> &[(Range<usize>, T)] {
        &self.words
    }

    /// Reads a part of a text, behind what was read of it already: `guards` says whether no other word is read within one, and
    /// `says` what it says, if anything, behind what the last one did.
    pub fn read<W: Copy>(
        &mut self,
        text: &str,
        part: &Range<usize>,
        table: &Words<W, MANY>,
        guards: impl Fn(W) -> bool,
        says: impl Fn(Option<&T>, &Range<usize>, W) -> Option<T>,
    ) {
        let mut from = self.read.end;
        if !(self.read.start..=self.read.end).contains(&part.start) {
            // What is read must not depend on where it begins: 纲要 may reach into it.
            from = part.start - tail(&text[..part.start], REACH).len();
            *self =
                Self { read: part.start..part.start, until: from, words: core::mem::take(&mut self.words) };
            self.words.clear();
        }
        if part.end <= self.read.end {
            return;
        }
        for (at, len, meaning) in table.find_from(text, from..part.end) {
            if at < self.until {
                continue;
            }
            let range = at..at + len;
            if guards(meaning) {
                self.until = range.end;
            }
            if at >= self.read.start
                && let Some(said) = says(self.words.last().map(|(_, said)| said), &range, meaning)
            {
                self.words.push((range, said));
            }
        }
        self.read.end = part.end;
    }
}
