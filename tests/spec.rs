//! Cases as data: `tests/spec/*.txt` hold texts and what is found in them.
//!
//! A file begins with remarks. Every case begins with a line `===`, which may bear a name; then comes the text, a line `---`,
//! and the dump expected of it, a line for every thing found. In a text `\r`, `\t` and `\u{200b}` stand for what they stand for
//! in Rust. `=== as_of 2021-04-01` parses with that date and dumps the days that times mean.
//!
//! `BLESS=1 cargo test --features serde --test spec` writes what is found into the files. It leaves `known_failures.txt` alone:
//! its cases say what should be found and is not yet, and one that comes true must move out.

#![allow(clippy::format_push_string)] // a dump is read by people; how fast it is written is nothing

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use gongwen::{
    Document, DocumentNumber, Entity, ParseOptions, Quantity, Reference, Span, Target, TaskList, TimeExpr,
    Title,
};

mod invariants;
mod laws;

const KNOWN_FAILURES: &str = "known_failures";

struct File {
    path: PathBuf,
    remarks: String,
    cases: Vec<Case>,
}

struct Case {
    /// Of its first line in the file, from 1.
    line: usize,
    name: String,
    text: String,
    expected: String,
}

impl File {
    fn read(path: PathBuf) -> Self {
        let content = fs::read_to_string(&path).expect("a readable file of cases");
        let mut file = Self { path, remarks: String::new(), cases: Vec::new() };
        let mut in_text = true;
        for (at, line) in content.lines().enumerate() {
            if let Some(name) = line.strip_prefix("===") {
                in_text = true;
                file.cases.push(Case {
                    line: at + 1,
                    name: name.trim().to_owned(),
                    text: String::new(),
                    expected: String::new(),
                });
                continue;
            }
            let part = match file.cases.last_mut() {
                None => &mut file.remarks,
                Some(_) if line == "---" => {
                    in_text = false;
                    continue;
                }
                Some(case) if in_text => &mut case.text,
                Some(case) => &mut case.expected,
            };
            part.push_str(line);
            part.push('\n');
        }
        for case in &mut file.cases {
            // The line break before `---` is the format's.
            case.text.pop();
        }
        file
    }

    fn write(&self) {
        let mut content = self.remarks.clone();
        for case in &self.cases {
            let space = if case.name.is_empty() { "" } else { " " };
            writeln!(content, "==={space}{}\n{}\n---", case.name, case.text).expect("a string takes all");
            content.push_str(&case.expected);
        }
        fs::write(&self.path, content).expect("a file of cases that can be written");
    }

    fn stem(&self) -> &str {
        self.path.file_stem().and_then(|s| s.to_str()).unwrap_or_default()
    }
}

impl Case {
    /// What is found in the text, after a check that it holds the invariants.
    fn found(&self) -> String {
        let text = decoded(&self.text);
        let as_of = self.name.strip_prefix("as_of ").map(|date| date.parse().expect("a date"));
        let options = as_of.map_or(ParseOptions::new(), |date| ParseOptions::new().as_of(date));
        let document = options.parse(&text).expect("any text is a document");
        invariants::check(&text, &document);
        Dump { document: &document, days: as_of.is_some(), out: String::new() }.all()
    }
}

/// A text with its escapes read.
fn decoded(text: &str) -> String {
    let mut decoded = String::new();
    let mut rest = text;
    while let Some((before, escape)) = rest.split_once('\\') {
        decoded.push_str(before);
        let (c, len) = match escape.as_bytes().first() {
            Some(b'n') => ('\n', 1),
            Some(b'r') => ('\r', 1),
            Some(b't') => ('\t', 1),
            Some(b'u') => {
                let (digits, _) =
                    escape[1..].strip_prefix('{').and_then(|e| e.split_once('}')).expect("\\u{…}");
                let code = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
                (code.expect("the number of a character"), digits.len() + 3)
            }
            _ => ('\\', 0),
        };
        decoded.push(c);
        rest = &escape[len..];
    }
    decoded + rest
}

/// A text with what cannot be seen in it escaped.
fn escaped(text: &str) -> String {
    let hidden = |c: char| c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{3000}' | '\u{feff}');
    text.chars().fold(String::new(), |mut out, c| {
        if hidden(c) {
            out.extend(c.escape_default());
        } else {
            out.push(c);
        }
        out
    })
}

/// The name that JSON gives to the variant of an enum.
macro_rules! name {
    ($value:expr) => {
        serde_json::to_value($value).expect("plain data").as_str().expect("a name").to_owned()
    };
}

struct Dump<'d> {
    document: &'d Document<'d>,
    days: bool,
    out: String,
}

impl Dump<'_> {
    fn all(mut self) -> String {
        for entity in self.document.entities() {
            self.entity(entity);
        }
        self.lists(self.document.lists(), 0);
        for target in self.document.targets() {
            self.target(target);
        }
        for diagnostic in self.document.diagnostics() {
            let kind = name!(&serde_json::to_value(diagnostic).expect("plain data")["kind"]);
            self.line(0, &format!("diagnostic {kind} {}: {}", self.slice(diagnostic.span), diagnostic.kind));
        }
        self.out
    }

    fn line(&mut self, depth: usize, line: &str) {
        writeln!(self.out, "{:indent$}{}", "", line.trim_end(), indent = 2 * depth)
            .expect("a string takes all");
    }

    fn slice(&self, span: Span) -> String {
        escaped(self.document.slice(span))
    }

    fn entity(&mut self, entity: &Entity) {
        match entity {
            Entity::Title(title) => self.title(title, 0),
            Entity::DocumentNumber(DocumentNumber { span, reference, .. }) => {
                let line = format!("number {}{}", self.slice(*span), fields(reference));
                self.line(0, &line);
            }
            Entity::Abbreviation(a) => {
                let (span, full) = (self.slice(a.span), self.slice(a.full));
                self.line(0, &format!("abbreviation {span} short={} full={full}", a.short));
            }
            Entity::Provision(p) => {
                let mut line = format!("provision {}", self.slice(p.span));
                set(&mut line, "title", p.title.map(|i| self.slice(self.document.entities()[i].span())));
                set(&mut line, "law", p.law.as_ref());
                // Told where white space or noise stands in it.
                let place = p.law_span.map(|span| self.slice(span));
                set(&mut line, "law_span", place.filter(|place| Some(place) != p.law.as_ref()));
                set(&mut line, "locator", Some(p.locator));
                self.line(0, &line);
            }
            Entity::Time(time) => {
                let line = format!("time {}", self.time(time));
                self.line(0, &line);
            }
            Entity::Quantity(quantity) => {
                let line = format!("quantity {}", self.quantity(quantity));
                self.line(0, &line);
            }
            other => panic!("a kind of entity that has no dump: {other:?}"),
        }
    }

    fn title(&mut self, title: &Title, depth: usize) {
        let mut line = format!("title {} name={}", self.slice(title.span), title.name);
        set(&mut line, "edition", title.edition.as_ref());
        set(&mut line, "period", title.period);
        if let Some(number) = &title.number {
            line += &format!(" number=[{}]", fields(number).trim_start());
        }
        set(&mut line, "alias", title.alias.as_ref());
        set(&mut line, "refers_to", title.refers_to.map(|i| self.slice(self.document.entities()[i].span())));
        self.line(depth, &line);
        for inner in &title.inner {
            self.title(inner, depth + 1);
        }
    }

    fn time(&self, time: &TimeExpr) -> String {
        let mut line = self.slice(time.span);
        set(&mut line, "extent", (time.extent != time.span).then(|| self.slice(time.extent)));
        set(&mut line, "value", Some(time.value));
        set(&mut line, "bound", time.bound.map(|b| name!(b)));
        set(&mut line, "limit", time.limit.map(|b| name!(b)));
        line += if time.approximate { " approximate" } else { "" };
        if self.days {
            set(&mut line, "days", time.first.zip(time.last).map(|(first, last)| format!("{first}..{last}")));
        }
        line
    }

    fn quantity(&self, quantity: &Quantity) -> String {
        let mut line = self.slice(quantity.span);
        set(&mut line, "extent", (quantity.extent != quantity.span).then(|| self.slice(quantity.extent)));
        set(&mut line, "value", Some(quantity.amount));
        set(&mut line, "unit", Some(&quantity.unit).filter(|unit| !unit.as_str().is_empty()));
        set(&mut line, "bound", quantity.bound.map(|b| name!(b)));
        set(&mut line, "noun", quantity.noun.map(|noun| self.slice(noun)));
        line
    }

    fn lists(&mut self, lists: &[TaskList], depth: usize) {
        for list in lists {
            let mut line = format!("list {}", name!(list.style));
            line += if list.contents { " contents" } else { "" };
            set(&mut line, "lead", list.lead.map(|lead| self.slice(lead)));
            if let Some(announcement) = &list.announcement {
                set(&mut line, "speaker", announcement.speaker.map(|speaker| self.slice(speaker)));
                set(&mut line, "verb", announcement.verb.map(|verb| self.slice(verb)));
                set(&mut line, "count", announcement.count);
            }
            self.line(depth, &line);
            for item in &list.items {
                let mut line = format!("item {} {}", item.ordinal, self.slice(item.marker));
                set(
                    &mut line,
                    "heading",
                    Some(self.slice(item.heading)).filter(|heading| !heading.is_empty()),
                );
                // How the item ends shows where it ends.
                let body = self.document.slice(item.body());
                let tail = body.char_indices().nth_back(3).map_or(body, |(at, _)| &body[at..]);
                set(&mut line, "ends", (!body.is_empty()).then(|| format!("…{}", escaped(tail))));
                self.line(depth + 1, &line);
                self.lists(&item.lists, depth + 2);
            }
        }
    }

    fn target(&mut self, target: &Target) {
        let mut line = format!("target {} subject={}", self.slice(target.span), self.slice(target.subject));
        set(&mut line, "change", Some(name!(target.change)));
        set(&mut line, "quantity", Some(self.slice(target.amount.span())));
        set(&mut line, "baseline", target.baseline.as_ref().map(|b| self.slice(b.span())));
        set(&mut line, "due", target.due.map(|due| self.slice(due.span)));
        set(&mut line, "inherited_due", target.inherited_due.map(|due| self.slice(due.span)));
        set(&mut line, "modality", Some(name!(target.modality)));
        self.line(0, &line);
    }
}

/// Adds a field if it is set.
fn set(line: &mut String, field: &str, value: Option<impl ToString>) {
    if let Some(value) = value {
        *line += &format!(" {field}={}", value.to_string());
    }
}

fn fields(reference: &Reference) -> String {
    let mut line = String::new();
    set(&mut line, "issuer", reference.issuer.as_ref());
    set(&mut line, "year", reference.year);
    set(&mut line, "serial", Some(&reference.serial));
    line
}

/// The lines of two dumps, those of one alone marked.
fn difference(expected: &str, found: &str) -> String {
    let mut out = String::new();
    let mut ahead = found.lines().peekable();
    for line in expected.lines() {
        if ahead.clone().any(|other| other == line) {
            while let Some(other) = ahead.next_if(|other| *other != line) {
                out += &format!("    + {other}\n");
            }
            ahead.next();
            out += &format!("      {line}\n");
        } else {
            out += &format!("    - {line}\n");
        }
    }
    ahead.fold(out, |out, other| out + &format!("    + {other}\n"))
}

fn files() -> Vec<File> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder of cases")
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    paths.sort();
    paths.into_iter().map(File::read).collect()
}

#[test]
fn cases_come_out_as_written() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut report = String::new();
    for mut file in files().into_iter().filter(|f| f.stem() != KNOWN_FAILURES) {
        let stem = file.stem().to_owned();
        for case in &mut file.cases {
            let found = case.found();
            if bless {
                case.expected = found;
            } else if case.expected != found {
                let diff = difference(&case.expected, &found);
                report += &format!("{stem}.txt:{}\n{}\n{diff}\n", case.line, case.text);
            }
        }
        if bless {
            file.write();
        }
    }
    assert!(report.is_empty(), "expected (-) and found (+) differ:\n\n{report}");
}

#[test]
fn known_failures_fail() {
    let files = files();
    let known = files.iter().filter(|f| f.stem() == KNOWN_FAILURES).flat_map(|f| &f.cases);
    let mended: Vec<String> = known
        .filter(|case| case.found() == case.expected)
        .map(|case| format!("{KNOWN_FAILURES}.txt:{} {}", case.line, case.text))
        .collect();
    assert!(mended.is_empty(), "these come out right now; move them out:\n{}", mended.join("\n"));
}

/// Whatever the form of a number, its citation says the same.
#[test]
fn citations_read_back() {
    let mut numbers = 0;
    for case in files().iter().flat_map(|file| &file.cases) {
        let document = gongwen::parse(&case.text);
        let titles = document.titles().filter_map(|title| title.number.as_ref());
        for reference in document.document_numbers().map(|number| &number.reference).chain(titles) {
            assert_eq!(reference.to_string().parse().as_ref(), Ok(reference), "{reference}");
            numbers += 1;
        }
    }
    assert!(numbers > 40, "{numbers} numbers");
}

#[test]
fn other_marks_say_the_same() {
    for case in files().iter().flat_map(|file| &file.cases) {
        let text = decoded(&case.text);
        laws::other_marks(&text, &laws::HALF_WIDTH);
        laws::other_marks(&text, &laws::CORNERS);
    }
}

#[test]
fn no_case_stands_twice() {
    let mut seen = std::collections::HashMap::new();
    for file in files() {
        for case in &file.cases {
            let here = format!("{}.txt:{}", file.stem(), case.line);
            let key = (case.text.clone(), case.name.starts_with("as_of"));
            if let Some(there) = seen.insert(key, here.clone()) {
                panic!("{here} repeats {there}");
            }
        }
    }
    assert!(seen.len() > 100, "the files of cases are missing");
}
