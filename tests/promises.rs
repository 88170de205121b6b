//! Every test that the page of promises names is there.

use std::fs;
use std::path::Path;

#[test]
fn every_promise_has_its_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("docs/promises.md")).expect("the page");
    // `test`, `test` in `file`: names stand before the file that they are in.
    let mut names: Vec<&str> = Vec::new();
    let mut checked = 0;
    for code in page.split('`').skip(1).step_by(2) {
        let is_name = code.contains('_') && code.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        if code.contains('/') && code.contains(".rs") {
            let file = fs::read_to_string(root.join(code)).unwrap_or_else(|e| panic!("{code}: {e}"));
            for name in names.drain(..) {
                assert!(file.contains(&format!("fn {name}(")), "{code} has no test {name}");
                checked += 1;
            }
        } else if is_name && !["incompatible_msrv", "unsafe_code"].contains(&code) {
            names.push(code);
        }
    }
    assert!(names.is_empty(), "in no file: {names:?}");
    assert!(checked > 30, "{checked} tests are named");
}
