//! The examples run and print what they should.
//!
//! `BLESS=1 cargo test --features serde --test examples` writes the files of `tests/expected/` anew.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// How a run of an example ended.
struct Run {
    code: Option<i32>,
    output: String,
    errors: String,
}

impl Run {
    /// The one line that says what went wrong.
    fn error(&self) -> &str {
        let lines: Vec<&str> = self.errors.lines().filter(|line| line.starts_with("error: ")).collect();
        assert_eq!((self.code, lines.len(), self.output.as_str()), (Some(2), 1, ""), "{}", self.errors);
        lines[0]
    }

    /// The output of a run that went well.
    fn output(&self) -> &str {
        assert_eq!(self.code, Some(0), "{}", self.errors);
        &self.output
    }
}

fn run(example: &str, arguments: &[&str], input: &[u8]) -> Run {
    let mut child = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--features", "serde", "--example", example, "--"])
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("CARGO_TERM_COLOR", "never")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("cargo runs: it runs this test");
    // Inputs are smaller than the buffer of a pipe. One that fails before it reads closes the pipe; that is no matter here.
    _ = child.stdin.take().expect("it is piped").write_all(input);
    let ended = child.wait_with_output().expect("it can be waited for");
    let text = |bytes| String::from_utf8(bytes).expect("examples write UTF-8").replace('\r', "");
    Run { code: ended.status.code(), output: text(ended.stdout), errors: text(ended.stderr) }
}

// ---------------------------------------------------------------------------------------------------------------------
// Output
// ---------------------------------------------------------------------------------------------------------------------

fn prints_expected(example: &str, file: &str) {
    is_expected(run(example, &["examples/notice.txt"], b"").output(), file);
}

fn is_expected(output: &str, file: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expected").join(file);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, output).expect("tests/expected can be written");
    } else {
        let expected = std::fs::read_to_string(path).expect("BLESS=1 makes the file").replace('\r', "");
        assert!(output == expected, "{file} is out of date; BLESS=1 writes it anew");
    }
}

#[test]
fn extract_prints_json() {
    prints_expected("extract", "notice.json");
}

#[test]
fn outline_prints_the_tree() {
    prints_expected("outline", "notice.outline.txt");
}

#[test]
fn targets_prints_a_table() {
    prints_expected("targets", "notice.targets.tsv");
}

#[test]
fn lint_shows_the_place() {
    let run = run("lint", &[], "会议提出三点要求：一是抓早，三是抓小。\n".as_bytes());
    assert_eq!(run.code, Some(1), "{}", run.errors);
    assert!(run.output.contains("item 2 is missing before item 3"), "{}", run.output);
    // Carets stand under Han characters, which take two columns each.
    let lines: Vec<&str> = run.output.lines().collect();
    let carets = lines.iter().rposition(|line| line.contains("^^^^")).expect("there are carets");
    let before = lines[carets - 1].split("三是").next().expect("split gives one at least");
    let width: usize = before.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    assert_eq!(lines[carets].find('^'), Some(width), "{}", run.output);
}

/// A draft with one of everything that can be wrong.
#[test]
fn lint_shows_everything() {
    let run = run("lint", &["examples/draft.txt"], b"");
    assert_eq!(run.code, Some(1), "{}", run.errors);
    for words in [
        "《 is not closed", "3 announced, 2 found", "item 2 is missing", "no such date",
        "nothing says which", "defined here and not used",
    ] {
        assert!(run.output.contains(words), "{words}");
    }
    is_expected(&run.output, "draft.lint.txt");
}

/// A note may be wrong, and fails nothing.
#[test]
fn notes_of_lint_are_no_failure() {
    let run = run("lint", &[], "按照《实施意见》办理。\n".as_bytes());
    assert!(run.output().starts_with("note: nothing says which 《实施意见》 is meant"), "{}", run.output);
    for (text, noted) in [
        ("依《實施要點》辦理。", true),
        ("依《水利法》办理。", false),
        ("成立防汛指挥部（以下简称指挥部）。指挥部设在水务局。", false),
        ("成立防汛指挥部（以下简称指挥部）。", true),
        ("《防汛预案》（以下简称《预案》）印发，《预案》自即日起施行。", false),
    ] {
        assert_eq!(self::run("lint", &[], text.as_bytes()).output().starts_with("note: "), noted, "{text}");
    }
}

#[test]
fn lint_has_nothing_to_say_about_the_notice() {
    assert_eq!(run("lint", &["examples/notice.txt"], b"").output(), "");
}

#[test]
fn report_escapes_everything() {
    let text = "一、<script>alert('1')</script>\n《甲<乙>&\"丙\"》提出，到2025年，<b>绿地率</b>提高到40%。\n二、\"><img src=x>\n";
    let run = run("report", &[], text.as_bytes());
    let page = run.output();
    for raw in ["<script", "<b>", "<img", "<乙>", "&\"", "'1'"] {
        assert!(!page.contains(raw), "{raw}");
    }
    for escaped in ["&lt;script&gt;alert(&#39;1&#39;)", "&lt;乙&gt;&amp;&quot;丙&quot;"] {
        assert!(page.contains(escaped), "{escaped}");
    }
}

#[test]
fn report_shows_what_a_page_cannot_hold() {
    // A sequence for terminals, a null, an override of direction; carriage returns say nothing.
    let run = run("report", &[], "到2025年，\x1b[31m绿地率\0提高到\u{202e}40%。\r\n".as_bytes());
    let page = run.output();
    assert!(page.contains('\u{241b}') && page.contains('\u{2400}') && page.contains('\u{fffd}'));
    assert!(!page.contains(['\x1b', '\0', '\u{202e}', '\u{240d}']));
}

#[test]
fn report_stands_alone() {
    let run = run("report", &["examples/notice.txt"], b"");
    let page = run.output();
    for part in ["<nav>", "<table>", "<svg", "class=\"time\"", "class=\"title\"", "class=\"quantity target\""]
    {
        assert!(page.contains(part), "{part}");
    }
    for outside in ["http:", "https:", "<script", "<link", "@import", "url(", "src="] {
        assert!(!page.contains(outside), "{outside}");
    }
    for tag in ["span", "p", "ul", "li", "a", "tr", "td", "section"] {
        let open = page.matches(&format!("<{tag} ")).count() + page.matches(&format!("<{tag}>")).count();
        assert_eq!(open, page.matches(&format!("</{tag}>")).count(), "{tag}");
    }
}

/// Every link of the page leads to a place of its own.
#[test]
fn report_leads_everywhere() {
    for file in ["examples/notice.txt", "examples/draft.txt"] {
        let run = run("report", &[file], b"");
        let after = |mark: &'static str| {
            run.output().split(mark).skip(1).map(|rest| rest.split('"').next().unwrap_or_default())
        };
        let places: Vec<&str> = after(" id=\"").collect();
        let distinct: std::collections::BTreeSet<&str> = places.iter().copied().collect();
        assert_eq!(places.len(), distinct.len(), "{file}: a place twice");
        assert!(after("href=\"#").count() > 5, "{file}");
        for link in after("href=\"#") {
            assert!(distinct.contains(link), "{file}: {link} leads nowhere");
        }
    }
}

#[test]
fn report_marks_remarks() {
    let run = run("report", &[], "二月三十日<前>报送，<《规划。\n".as_bytes());
    let page = run.output();
    assert!(page.contains("data-tip=\"remark: no such date\">二月三十日</span>&lt;前&gt;"), "{page}");
    assert!(page.contains("data-tip=\"remark: 《 is not closed\">《</span>"), "{page}");
    assert!(!page.contains("<section"), "nothing to list");
}

// ---------------------------------------------------------------------------------------------------------------------
// Encodings
// ---------------------------------------------------------------------------------------------------------------------

const SIMPLIFIED: &str = "经市政府同意，现就做好节约用水工作提出两点要求：一是摸清家底，二是管住浪费。\n\
    到2025年底前，再生水利用率提高到百分之四十，管网漏损率控制在8%以内。\n";

const TRADITIONAL: &str = "海港市政府於民國113年5月1日公布《海港市綠色運輸計畫（2024—2027年）》，要求各機關確實辦理。\n\
    目標為2027年底前電動公車比率達到60%左右，並新設充電站1,200座。\n";

/// What `extract` prints of a text in UTF-8.
fn plain(text: &str) -> String {
    run("extract", &["-"], text.as_bytes()).output().to_owned()
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn gb18030() {
    let (bytes, _, lost) = encoding_rs::GB18030.encode(SIMPLIFIED);
    assert!(!lost);
    assert_eq!(run("extract", &[], &bytes).output(), plain(SIMPLIFIED));
    assert_eq!(run("extract", &["--encoding", "gb18030"], &bytes).output(), plain(SIMPLIFIED));
}

#[test]
fn big5() {
    let (bytes, _, lost) = encoding_rs::BIG5.encode(TRADITIONAL);
    assert!(!lost);
    let expected = plain(TRADITIONAL);
    for found in ["海港市綠色運輸計畫", "2024-05-01", "2027-end", "\"1200\""] {
        assert!(expected.contains(found), "{found}");
    }
    assert_eq!(run("extract", &[], &bytes).output(), expected);
    assert_eq!(run("extract", &["--encoding=big5", "-"], &bytes).output(), expected);
}

#[test]
fn utf_16() {
    for (text, expected) in [(SIMPLIFIED, plain(SIMPLIFIED)), (TRADITIONAL, plain(TRADITIONAL))] {
        let marked = format!("\u{feff}{text}");
        for (name, bytes) in
            [("utf-16le", u16::to_le_bytes as fn(u16) -> [u8; 2]), ("utf-16be", u16::to_be_bytes)]
        {
            assert_eq!(run("extract", &[], &utf16(&marked, bytes)).output(), expected, "{name} with a mark");
            assert_eq!(
                run("extract", &["--encoding", name], &utf16(text, bytes)).output(),
                expected,
                "{name}"
            );
        }
    }
}

#[test]
fn as_of_gives_days() {
    let text = "今年底前完成。".as_bytes();
    assert!(run("extract", &[], text).output().contains("\"first\": null"));
    assert!(run("extract", &["--as-of", "2024-03-18"], text).output().contains("\"last\": \"2024-12-31\""));
}

#[test]
fn years_are_inferred_if_asked_for() {
    let text = "2021年启动，年底前完成。".as_bytes();
    assert!(run("extract", &[], text).output().contains("\"last\": null"));
    let output = run("extract", &["--infer-years"], text);
    assert!(output.output().contains("\"last\": \"2021-12-31\""));
    assert!(output.output().contains("\"inferred_from\": 0"));
}

// ---------------------------------------------------------------------------------------------------------------------
// Bad input
// ---------------------------------------------------------------------------------------------------------------------

#[test]
fn files_that_cannot_be_read() {
    assert!(run("extract", &["no/such/file.txt"], b"").error().starts_with("error: no/such/file.txt: "));
    assert!(run("extract", &["examples"], b"").error().starts_with("error: examples: "));
}

#[test]
fn bytes_that_are_no_text() {
    let mut bytes = "国务院关于印发".as_bytes().to_vec();
    bytes.truncate(20);
    assert_eq!(run("extract", &[], &bytes).error(), "error: standard input: malformed UTF-8 at byte 18");
    let declared = run("extract", &["--encoding", "gb18030"], b"abc\xff");
    assert_eq!(declared.error(), "error: standard input: malformed GB 18030 at byte 3");
}

/// One answer a line, with the options of the line.
#[test]
fn the_line_filter_answers_every_line() {
    let lines = [
        (r#"{"id": 1, "text": "今年完成。", "as_of": "2024"}"#, r#""last":"2024-12-31""#),
        (r#"{"id": 2, "text": "2021年启动，年底前完成。", "infer_years": true}"#, r#""inferred_from":0"#),
        (r#"{"id": 3, "text": "2021年启动，年底前完成。", "infer_years": null}"#, r#""inferred_from":null"#),
        (
            r#"{"id": 4, "text": "公文", "infer_years": 1}"#,
            r#""error":"infer_years is neither true nor false""#,
        ),
        (r#"{"id": 5, "text": "公文", "as_of": 2024}"#, r#""error":"as_of is no string""#),
    ];
    let input = lines.map(|(line, _)| line).join("\n");
    let run = run("jsonl", &[], input.as_bytes());
    let answers: Vec<&str> = run.output().lines().collect();
    assert_eq!(answers.len(), lines.len());
    for (n, ((_, part), answer)) in (1..).zip(lines.iter().zip(answers)) {
        assert!(answer.starts_with(&format!("{{\"id\":{n},")) && answer.contains(part), "{answer}");
    }
}

#[test]
fn strictness_names_line_and_column() {
    let text = "第一行。\n会议于2024年2月30日召开。\n".as_bytes();
    let strict = run("extract", &["--strict"], text);
    assert_eq!(strict.error(), "error: standard input:2:4: no such date");
    assert!(run("extract", &[], text).output().contains("\"impossible_date\""));
}

#[test]
fn options_that_are_wrong() {
    for (arguments, message) in [
        (&["--fast"][..], "error: unknown option --fast; --help lists them"),
        (&["--encoding"], "error: --encoding needs a value"),
        (
            &["--encoding", "ebcdic"],
            "error: unknown encoding ebcdic: utf-8, utf-16le, utf-16be, gb18030 or big5",
        ),
        (&["--as-of", "2024-02-30"], "error: no date: 2024-02-30; one is written 2024-03-18"),
        (&["a.txt", "b.txt"], "error: one file at a time: b.txt"),
    ] {
        assert_eq!(run("extract", arguments, b"").error(), message);
    }
}

#[test]
fn help_is_no_error() {
    for option in ["--help", "-h"] {
        assert!(run("extract", &[option], b"").output().contains("--as-of DATE"));
    }
}

/// A reader that has enough ends the example quietly.
#[test]
#[cfg(unix)]
fn broken_pipe_is_no_error() {
    let mut child = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--features", "serde", "--example", "extract", "--", "examples/notice.txt"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("cargo runs: it runs this test");
    drop(child.stdout.take());
    let ended = child.wait_with_output().expect("it can be waited for");
    let errors = String::from_utf8_lossy(&ended.stderr);
    assert!(ended.status.success() && !errors.contains("panicked"), "{errors}");
}
