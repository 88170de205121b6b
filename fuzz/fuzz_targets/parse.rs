//! Any text is a document that holds the invariants, however it is resolved.
#![no_main]

use gongwen::ParseOptions;
use libfuzzer_sys::fuzz_target;

#[path = "../../tests/invariants/mod.rs"]
mod invariants;

fuzz_target!(|text: &str| {
    invariants::check(text, &gongwen::parse(text));
    let options = ParseOptions::new().infer_years(true).as_of("2024-02-29".parse().expect("a day"));
    invariants::check(text, &options.parse(text).expect("any text is a document"));
});
