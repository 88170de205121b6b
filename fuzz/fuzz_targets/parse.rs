//! Any text is a document that holds the invariants.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/invariants/mod.rs"]
mod invariants;

fuzz_target!(|text: &str| invariants::check(text, &gongwen::parse(text)));
