//! Texts that differ in what says nothing give the same document.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/laws/mod.rs"]
mod laws;

fuzz_target!(|text: &str| {
    laws::paragraph_before(text);
    laws::carriage_returns(text);
    laws::layers_alone(text);
    laws::noise_behind(text);
    // Where and which, from the text itself.
    let mut seed = text.bytes().fold(7u64, |hash, b| (hash ^ u64::from(b)).wrapping_mul(0x100_0000_01B3));
    let mut pick = move || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed >> 32) as usize % 16
    };
    laws::noise_within(text, &mut pick);
    laws::readings(text, pick);
});
