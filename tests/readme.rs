//! The README says what is so: its output is the output of now, its code is code that runs.
//!
//! `BLESS=1 cargo test --features serde --test readme` writes the output anew.

#[path = "../examples/support/json.rs"]
mod json;

use std::ops::Range;
use std::path::{Path, PathBuf};

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

fn readme() -> String {
    // A checkout on Windows may have carriage returns.
    std::fs::read_to_string(path()).expect("README.md stands beside Cargo.toml").replace('\r', "")
}

/// Where the first fenced block of a language is, less its fences.
fn block(readme: &str, language: &str) -> Range<usize> {
    let fence = format!("\n```{language}\n");
    let start = readme.find(&fence).unwrap_or_else(|| panic!("no {language} block")) + fence.len();
    // An empty block ends where it begins, with the line feed of its first fence.
    let end = start - 1 + readme[start - 1..].find("\n```").expect("a block ends") + 1;
    start..end
}

#[test]
fn output_is_true() {
    let readme = readme();
    let input = readme[block(&readme, "text")].trim_end();
    let document = serde_json::to_value(gongwen::parse(input).targets())
        .expect("OK because a document has no maps with odd keys");
    let shown = block(&readme, "json");
    if std::env::var_os("BLESS").is_some() {
        let blessed = [&readme[..shown.start], &json::pretty(&document), "\n", &readme[shown.end..]].concat();
        std::fs::write(path(), blessed).expect("README.md can be written");
    } else {
        assert_eq!(readme[shown.clone()].trim_end(), json::pretty(&document));
        let value: serde_json::Value = serde_json::from_str(&readme[shown]).expect("the output is JSON");
        assert_eq!(value, document);
    }
}

/// Commands of the `console` blocks with the output that follows them.
fn commands(readme: &str) -> Vec<(&str, String)> {
    let mut commands: Vec<(&str, String)> = Vec::new();
    for block in readme.split("\n```console\n").skip(1) {
        for line in block.lines().take_while(|line| *line != "```") {
            match (line.strip_prefix("$ "), commands.last_mut()) {
                (Some(command), _) => commands.push((command, String::new())),
                (None, Some((_, output))) => output.extend([line, "\n"]),
                (None, None) => panic!("{line} is the output of nothing"),
            }
        }
    }
    commands
}

#[test]
#[cfg(unix)]
fn commands_print_what_is_shown() {
    let mut readme = readme();
    let page = readme.clone();
    // The tests themselves are what runs, and a dependency is added elsewhere.
    let elsewhere = ["cargo test", "cargo add", "cargo doc"];
    let shown = commands(&page);
    assert!(shown.len() > 4, "{} commands", shown.len());
    for (command, output) in shown {
        if elsewhere.iter().any(|words| command.starts_with(words)) {
            continue;
        }
        let ran = std::process::Command::new("sh")
            .args(["-c", command])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .expect("a shell");
        assert!(ran.status.code() < Some(2), "{command}\n{}", String::from_utf8_lossy(&ran.stderr));
        let printed = String::from_utf8(ran.stdout).expect("examples write UTF-8");
        let printed = format!("{}\n", printed.trim_end());
        if output.is_empty() {
            // What it prints is too long for the page.
            assert!(printed.len() > 1, "{command}");
        } else if std::env::var_os("BLESS").is_some() {
            let before = format!("$ {command}\n{output}");
            readme = readme.replace(&before, &format!("$ {command}\n{printed}"));
            std::fs::write(path(), &readme).expect("README.md can be written");
        } else {
            assert_eq!(output, printed, "{command}\n{}", String::from_utf8_lossy(&ran.stderr));
        }
    }
}

#[test]
fn is_short() {
    let lines = readme().lines().count();
    assert!(lines < 120, "{lines} lines");
}

#[test]
fn code_runs() -> Result<(), Box<dyn std::error::Error>> {
    // README
    use gongwen::{Change, ParseOptions, parse};

    let document = parse("会议提出两点要求：一是抓早，二是抓小。");
    assert!(document.items().map(|item| item.heading()).eq(["抓早", "抓小"]));

    let options = ParseOptions::new().as_of("2024-03-18".parse()?);
    let document = options.parse("今年底前，绿地率提高到40%。")?;
    let target = &document.targets()[0];
    assert_eq!((document.slice(target.subject), target.change), ("绿地率", Change::UpTo));
    assert_eq!(document.times().next().unwrap().last, Some("2024-12-31".parse()?));
    // end
    Ok(())
}

#[test]
fn code_is_the_code_that_runs() {
    let readme = readme();
    let source = include_str!("readme.rs").replace('\r', "");
    let (_, behind) = source.split_once("    // README\n").expect("the code has a start");
    let (code, _) = behind.split_once("    // end\n").expect("the code has an end");
    let unindented = |code: &str| code.lines().map(str::trim_start).collect::<Vec<_>>().join("\n");
    assert_eq!(unindented(&readme[block(&readme, "rust")]), unindented(code));
}
