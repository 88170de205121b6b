//! Texts that differ in what says nothing give the same document.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/laws/mod.rs"]
mod laws;

fuzz_target!(|text: &str| {
    laws::paragraph_before(text);
    laws::carriage_returns(text);
    laws::layers_alone(text, &laws::WITH_AMOUNTS);
});
