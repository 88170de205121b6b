//! Every test that the page of promises names is there, and runs, or the page says what runs it.

use std::fs;
use std::path::Path;

/// Whether a test is left out unless it is asked for.
fn is_ignored(file: &str, name: &str) -> bool {
    let before = file.split(&format!("fn {name}(")).next().unwrap_or_default();
    // Attributes stand directly before it.
    before
        .lines()
        .rev()
        .skip(1)
        .take_while(|line| line.trim_start().starts_with(['#', '/']))
        .any(|l| l.contains("#[ignore"))
}

#[test]
fn every_promise_has_its_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("docs/promises.md")).expect("the page");
    let mut checked = 0;
    for point in page.split("\n- ").skip(1).map(|rest| rest.split("\n\n").next().unwrap_or(rest)) {
        // `test`, `test` in `file`: names stand before the file that they are in.
        let mut names: Vec<&str> = Vec::new();
        for code in point.split('`').skip(1).step_by(2) {
            let is_name = code.contains('_') && code.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
            if code.contains('/') && code.contains(".rs") {
                let file = fs::read_to_string(root.join(code)).unwrap_or_else(|e| panic!("{code}: {e}"));
                for name in names.drain(..) {
                    assert!(file.contains(&format!("fn {name}(")), "{code} has no test {name}");
                    let told = point.contains("`.ci/run ");
                    assert!(told || !is_ignored(&file, name), "nothing says what runs {name} of {code}");
                    checked += 1;
                }
            } else if is_name && !["incompatible_msrv", "unsafe_code"].contains(&code) {
                names.push(code);
            }
        }
        assert!(names.is_empty(), "in no file: {names:?}");
    }
    assert!(checked > 30, "{checked} tests are named");
}
