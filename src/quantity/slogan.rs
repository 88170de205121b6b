//! Numerals of slogans and names quoted whole, which count nothing: “四个意识”, “碳达峰十大行动”.

use crate::token::{closing, is_gap, is_han};

/// Whether a numeral opens a slogan quoted whole: “四个意识”, “三项”制度.
pub(crate) fn is_slogan(before: &str, input: &str) -> bool {
    let quoted = before.trim_end_matches(is_gap).chars().next_back().filter(|c| matches!(c, '“' | '‘' | '"'));
    let Some(close) = quoted.and_then(closing) else { return false };
    // A line may break in it: “五位⏎一体”.
    for (len, c) in input.chars().filter(|c| !is_gap(*c) && *c != '\n').take(12).enumerate() {
        if c == close {
            return (2..=10).contains(&len);
        }
        if !is_in_name(c) && !c.is_ascii_digit() {
            return false;
        }
    }
    false
}

/// Whether a count stands in a name quoted whole, behind the first words of it: “碳达峰十大行动”, “一个目标、两个重点”.
pub(super) fn is_in_quoted_name(before: &str, behind: &str) -> bool {
    let open = before.chars().rev().take(12).find(|c| !is_in_name(*c));
    // Most stand in none.
    let Some(close @ ('”' | '’')) = open.and_then(closing) else { return false };
    behind.chars().take(12).find(|c| !is_in_name(*c)) == Some(close)
}

const fn is_in_name(c: char) -> bool {
    is_han(c) || c == '、'
}
