//! Verbs that the end of a line breaks in two, in texts of lines of one length: 提高⏎到, 办⏎理.

use alloc::string::String;

use super::{Change, action, change};
use crate::few::{few, gaps};
use crate::token::{is_han, tail};

/// The last words before an amount without the end of the line in them, and how much of that stands before it.
fn joined(words: &str) -> Option<(&str, String, usize)> {
    let near = tail(words, 8);
    let at = few!("\n").rfind(near)?;
    let front = gaps!().trim_end(&near[..at]);
    let front = &front[few!("\n").rfind(front).map_or(0, |at| at + 1)..];
    let behind = gaps!().trim_start(&near[at + 1..]);
    let broken = front.ends_with(is_han) && behind.starts_with(is_han);
    let before = &words[..words.len() - near.len() + at];
    broken.then(|| (gaps!().trim_end(before), [front, behind].concat(), front.len()))
}

/// The verb of change that some words end in, of which the end of a line is a part.
#[cold]
pub(super) fn broken_change(words: &str) -> Option<(&str, Change, bool)> {
    let (before, words, front) = joined(words)?;
    let (rest, change, copula) = change::change(&words)?;
    // What stands whole in its line was seen before.
    let head = front.checked_sub(rest.len()).filter(|part| *part > 0)?;
    Some((&before[..before.len() - head], change, copula))
}

/// Whether some words end in a verb of action of which the end of a line is a part.
#[cold]
pub(super) fn ends_in_broken_action(words: &str) -> bool {
    joined(words).is_some_and(|(_, words, _)| action::ends_in_action(&words))
}
