//! What the fuzzer found, each by its name, so that it stays mended.

use gongwen::TimeValue;

mod invariants;
mod laws;

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

/// A short line is none that a page broke, whether it begins the text or not: 一是 is no part of an issuer.
#[test]
fn an_issuer_is_the_same_behind_a_paragraph() {
    laws::paragraph_before("一是\n亿令第623号月国发〔2014〕4号");
    laws::paragraph_before("国务\n院令第623号，一是\n人民政府令第7号");
    assert_eq!(laws::all_said("国务\n院令第623号"), laws::all_said("国务院令第623号"));
}

/// The digits before a comma may be of full width, and take three bytes each.
#[test]
fn a_group_behind_digits_of_full_width_is_none_by_itself() {
    holds("９1,1302021-03-30");
    holds("％９１,1302元");
}
