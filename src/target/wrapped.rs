//! Lines that a page wrapped, and lines that it did not. In texts of lines of one length the end of a line breaks words in two
//! (提高⏎到, 办⏎理, 口袋公⏎园); in plans without marks it ends a clause.

use alloc::string::String;
use core::ops::Range;

use super::{Change, action, change, noun};
use crate::few::{few, gaps};
use crate::numeral::starts_number;
use crate::token::{boundary_before, head, is_han, line, tail};

/// The last words before an amount without the end of the line in them, and how much of that stands before it.
fn joined(words: &str) -> Option<(&str, String, usize)> {
    let near = tail(words, 8);
    let at = few!("\n").rfind(near)?;
    let front = line_before(gaps!().trim_end(&near[..at]));
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

/// A noun with what the next line has of it, where the line it ends is full: 口袋公⏎园.
#[cold]
pub(super) fn broken_noun(text: &str, noun: Range<usize>, limit: usize) -> Range<usize> {
    /// More than any noun takes.
    const NOUN: usize = 120;
    let Range { start, end } = noun.clone();
    let limit = limit.max(end).min(boundary_before(text, end + NOUN));
    let Some(next) = text.get(end..limit).and_then(|rest| rest.strip_prefix('\n')) else { return noun };
    // 方案規劃⏎十九、: another item begins there.
    if next.starts_with(starts_number) || !is_full(text, end) {
        return noun;
    }
    let words = [&text[start..end], next].concat();
    match noun::noun_after(&words, 0, words.len()) {
        // Another clause begins there: 劳动力⏎失业率控制在.
        Some(whole) if start + whole.end > end => {
            let near = &words[..boundary_before(&words, whole.end + '在'.len_utf8())];
            let clause = change::first_change(near).is_some();
            if clause { noun } else { start..start + whole.end + '\n'.len_utf8() }
        }
        _ => noun,
    }
}

/// Whether the line that ends at a place is as long as one beside it, and no longer than lines of a page are.
fn is_full(text: &str, end: usize) -> bool {
    let lines = Lines::around(text, end);
    let own = width(lines.own);
    let alike = |other: &str| own.abs_diff(width(other)) <= 3;
    (36..=100).contains(&own) && (alike(lines.above) || alike(lines.below))
}

/// Whether the line that ends at a place was not wrapped there: one beside it is wider, or the one above broke off within a
/// sentence though it is narrower.
#[cold]
pub(super) fn is_unwrapped(text: &str, end: usize) -> bool {
    /// By so much the lines of a page may differ.
    const RAGGED: usize = 8;
    let Lines { above, own, below } = Lines::around(text, end);
    // 一七九⏎四万吨: a numeral goes on.
    if own.ends_with(starts_number) && below.starts_with(starts_number) {
        return false;
    }
    let broken = above.ends_with(is_han) && few!("，").within(above);
    let least = width(own) + RAGGED;
    width(above) > least || width(below) > least || broken && width(above) + RAGGED < width(own)
}

/// A line and those beside it.
struct Lines<'t> {
    above: &'t str,
    own: &'t str,
    below: &'t str,
}

impl<'t> Lines<'t> {
    /// The line that ends at a line feed, and those beside it; of longer ones what is near.
    fn around(text: &'t str, end: usize) -> Self {
        let own = line_before(&text[..end]);
        let above = text[..end - own.len()].strip_suffix('\n').map_or("", line_before);
        Self { above, own, below: line(head(&text[end + '\n'.len_utf8()..], PAGE)) }
    }
}

/// No line of a page has so many characters.
const PAGE: usize = 200;

/// The line that a text ends with, or the end of a longer one.
fn line_before(text: &str) -> &str {
    let near = tail(text, PAGE);
    &near[near.rfind('\n').map_or(0, |at| at + 1)..]
}

/// How wide a line is printed: a Han character is two wide.
fn width(line: &str) -> usize {
    line.trim_end().chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}
