//! Every test that the page of promises names is there, and runs, or the page says what runs it.

use std::fs;
use std::path::Path;

/// Whether a test is left out unless it is asked for.
fn is_ignored(file: &str, name: &str) -> bool {
    let before = file.split(&format!("fn {name}(")).next().unwrap_or_default();
    // Attributes stand directly before it.
    before
        .trim_end()
        .lines()
        .rev()
        .take_while(|line| line.trim_start().starts_with(['#', '/']))
        .any(|l| l.contains("#[ignore"))
}

/// Whether what is written as code is the name of a function, so that a test of that name must be there.
fn is_name(code: &str) -> bool {
    let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    code.starts_with(|c: char| c.is_ascii_lowercase()) && code.chars().all(word)
}

/// What the page names that is no test: lints, features, crates.
const NO_TESTS: [&str; 6] = ["unsafe_code", "incompatible_msrv", "encoding", "serde", "alloc", "std"];

/// What is wrong with the tests that a point names, and how many it names; `read` gives the text of a file, if there is one.
fn check(point: &str, read: impl Fn(&str) -> Option<String>) -> Result<usize, String> {
    let mut checked = 0;
    // `test`, `test` in `file`: names stand before the file that they are in.
    let mut names: Vec<&str> = Vec::new();
    for code in point.split('`').skip(1).step_by(2) {
        if code.contains('/') && code.contains(".rs") {
            let file = read(code).ok_or_else(|| format!("there is no {code}"))?;
            for name in names.drain(..) {
                if !file.contains(&format!("fn {name}(")) {
                    return Err(format!("{code} has no test {name}"));
                }
                if !point.contains("`.ci/run ") && is_ignored(&file, name) {
                    return Err(format!("nothing says what runs {name} of {code}"));
                }
                checked += 1;
            }
        } else if is_name(code) && !NO_TESTS.contains(&code) {
            // Fuzz targets are files of their own.
            if read(&format!("fuzz/fuzz_targets/{code}.rs")).is_none() {
                names.push(code);
            }
        }
    }
    if names.is_empty() { Ok(checked) } else { Err(format!("in no file: {names:?}")) }
}

/// Whether this is the repository; a package has no fuzz targets.
fn is_repository(root: &Path) -> bool {
    root.join("fuzz/fuzz_targets").is_dir()
}

#[test]
fn every_promise_has_its_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("docs/promises.md")).expect("the page");
    // Only behind the words that say what they are, where no file can be asked.
    let fuzz = ["parse", "decode", "laws", "values"];
    let read = |file: &str| {
        let target = file.strip_prefix("fuzz/fuzz_targets/").and_then(|file| file.strip_suffix(".rs"));
        match target {
            Some(target) if !is_repository(root) => fuzz.contains(&target).then(String::new),
            _ => fs::read_to_string(root.join(file)).ok(),
        }
    };
    let mut checked = 0;
    for point in page.split("\n- ").skip(1).map(|rest| rest.split("\n\n").next().unwrap_or(rest)) {
        checked += check(point, read).unwrap_or_else(|wrong| panic!("{wrong}, in\n{point}"));
        for folder in point.split('`').skip(1).step_by(2).filter(|code| *code == "tests/no_std") {
            assert!(!is_repository(root) || root.join(folder).join("Cargo.toml").is_file(), "{folder}");
        }
    }
    assert!(checked > 50, "{checked} tests are named");
}

/// The check fails for what it should.
#[test]
fn names_that_are_none_are_found_out() {
    let read = |file: &str| {
        let text = "#[test]\nfn utf8_is_8_bits() {}\n#[test]\n#[ignore = \"long\"]\nfn spans() {}\n";
        (file == "tests/a.rs").then(|| text.to_owned())
    };
    assert_eq!(check("`utf8_is_8_bits` in `tests/a.rs`", read), Ok(1));
    assert_eq!(check("`spans` in `tests/a.rs`, which `.ci/run long` runs", read), Ok(1));
    for point in [
        "`utf8_is_7_bits` in `tests/a.rs`",
        "`positions` in `tests/a.rs`",
        "`spans` in `tests/a.rs`",
        "`utf8_is_8_bits` in `tests/b.rs`",
        "`positions`",
    ] {
        assert!(check(point, read).is_err(), "{point}");
    }
}
