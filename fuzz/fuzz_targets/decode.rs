//! Any bytes are a document or an error with a place in them; the first byte picks what is declared.
#![no_main]

use gongwen::{Encoding, Error, ParseOptions};
use libfuzzer_sys::fuzz_target;

#[path = "../../tests/invariants/mod.rs"]
mod invariants;

fuzz_target!(|bytes: &[u8]| {
    let Some((first, bytes)) = bytes.split_first() else { return };
    let options = ParseOptions::new();
    let options = match first % 6 {
        0 => options.encoding(Encoding::Utf8),
        1 => options.encoding(Encoding::Utf16Le),
        2 => options.encoding(Encoding::Utf16Be),
        3 => options.encoding(Encoding::Gb18030),
        4 => options.encoding(Encoding::Big5),
        _ => options,
    };
    match options.parse_bytes(bytes) {
        Ok(document) => invariants::check(document.text(), &document),
        Err(Error::Malformed { offset, .. }) => {
            assert!(offset <= bytes.len(), "offset {offset} of {}", bytes.len())
        }
        Err(other) => panic!("{other}"),
    }
    // What is UTF-8 is read as that, whatever else it might be, and is not copied.
    if let (Ok(text), 5) = (std::str::from_utf8(bytes), first % 6) {
        let document = options.parse_bytes(bytes).expect("UTF-8 is never refused");
        // UTF-16 may have announced itself: its marks are no UTF-8. UTF-8's own mark is not part of the text.
        assert_eq!(document.text(), text.strip_prefix('\u{feff}').unwrap_or(text));
    }
});
