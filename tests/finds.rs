//! What the fuzzer found, each by its name, so that it stays mended.

use gongwen::TimeValue;

mod invariants;

fn holds(text: &str) {
    invariants::check(text, &gongwen::parse(text));
}

/// 32仟 has two digits and is no year of a century: 2300 and 32000 is more than a year can be.
#[test]
fn a_year_behind_a_dash_is_below_a_hundred() {
    assert!("2321-32仟-0".parse::<TimeValue>().is_err());
    holds("2321-32仟-0年");
    holds("2021-32仟年");
}

/// The digits before a comma may be of full width, and take three bytes each.
#[test]
fn a_group_behind_digits_of_full_width_is_none_by_itself() {
    holds("９1,1302021-03-30");
    holds("％９１,1302元");
}
