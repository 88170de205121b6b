//! Real documents, where a corpus lies beside the project. Run with `cargo test --release --features serde -- --ignored`.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use gongwen::{Document, Error, ParseOptions, Style, TaskList};
use regex::Regex;
use serde_json::Value;

mod invariants;
mod laws;

/// The folder of the corpus, if there is one; a missing one is a remark and no failure.
fn corpus() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: there is no {}", folder.display());
    None
}

/// Every text file below a folder, in a stable order.
fn texts(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a readable folder")
        .map(|e| e.expect("a readable entry").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            texts(&path, found);
        } else if path.extension().is_some_and(|e| e == "txt") {
            found.push(path);
        }
    }
}

/// The objects of a file with one JSON object a line.
fn lines(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).expect("a list of files");
    text.lines().map(|line| serde_json::from_str(line).expect("an object a line")).collect()
}

/// Runs `check` on every one and names all that fail, not only the first.
fn all<T>(things: &[T], name: impl Fn(&T) -> String, check: impl Fn(&T) + std::panic::RefUnwindSafe)
where
    T: std::panic::RefUnwindSafe,
{
    let failed: Vec<String> =
        things.iter().filter(|thing| std::panic::catch_unwind(|| check(thing)).is_err()).map(&name).collect();
    assert!(failed.is_empty(), "{} of {} failed:\n{}", failed.len(), things.len(), failed.join("\n"));
}

#[test]
#[ignore = "needs the corpus, and wants a release build"]
fn documents_hold_the_invariants() {
    let Some(folder) = corpus() else { return };
    let mut paths = Vec::new();
    texts(&folder, &mut paths);
    let listed = lines(&folder.join("manifest.jsonl"));
    for entry in &listed {
        let path = folder.join(entry["file"].as_str().expect("a file name"));
        assert!(path.is_file(), "{} is listed and missing", path.display());
    }
    assert!(paths.len() >= listed.len(), "{} texts, {} listed", paths.len(), listed.len());
    let counts: std::sync::Mutex<[usize; 5]> = std::sync::Mutex::default();
    all(
        &paths,
        |path| path.display().to_string(),
        |path| {
            let text = fs::read_to_string(path).expect("UTF-8");
            let document = gongwen::parse(&text);
            invariants::check(&text, &document);
            let found = [
                text.len(),
                document.entities().len(),
                document.items().count(),
                document.targets().len(),
                document.diagnostics().len(),
            ];
            // OK because nothing that could panic runs while the lock is held.
            let mut counts = counts.lock().expect("an unbroken lock");
            counts.iter_mut().zip(found).for_each(|(sum, n)| *sum += n);
        },
    );
    let [bytes, entities, items, targets, diagnostics] = *counts.lock().expect("an unbroken lock");
    println!(
        "{} documents, {bytes} bytes: {entities} entities, {items} items, {targets} targets, {diagnostics} diagnostics",
        paths.len()
    );
    assert!(entities > 0 && items > 0 && targets > 0, "nothing found in the whole corpus");
}

/// How many characters may stand between 《 and 》: what the documentation of a title says.
const BOUND: usize = 256;

/// The outermost balanced pairs 《…》 of a text, found by counting marks alone; 《》 is a blank and none.
///
/// Every 《 is tried in turn: it opens a pair if the marks behind it come out even within the bound, and then nothing inside
/// that pair is tried again.
fn pairs(text: &str) -> Vec<(usize, usize)> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let mut depth = 0i32;
        let mut end = None;
        for (i, (_, c)) in chars.iter().enumerate().skip(at).take(BOUND + 2) {
            depth += i32::from(*c == '《') - i32::from(*c == '》');
            if depth <= 0 {
                end = (*c == '》' && i > at).then_some(i);
                break;
            }
        }
        if let Some(end) = end.filter(|_| chars[at].1 == '《') {
            if end > at + 1 {
                found.push((chars[at].0, chars[end].0 + '》'.len_utf8()));
            }
            at = end;
        }
        at += 1;
    }
    found
}

#[test]
fn pairs_are_counted() {
    let long = "长".repeat(BOUND);
    for (text, found) in [
        ("《甲》与《乙》", vec!["《甲》", "《乙》"]),
        ("《甲《乙》丙》丁》", vec!["《甲《乙》丙》"]),
        ("《甲《乙》", vec!["《乙》"]),
        ("甲》《乙", vec![]),
        ("依照《》处理《甲》", vec!["《甲》"]),
        (&format!("《{long}》"), vec![&*format!("《{long}》")]),
        (&format!("《{long}长》"), vec![]),
    ] {
        let read: Vec<&str> = pairs(text).iter().map(|(start, end)| &text[*start..*end]).collect();
        assert_eq!(read, found, "{text}");
    }
}

#[test]
#[ignore = "needs the corpus, and wants a release build"]
fn every_pair_of_marks_is_a_title() {
    let Some(folder) = corpus() else { return };
    let mut paths = Vec::new();
    texts(&folder, &mut paths);
    let (mut titles, mut differences) = (0, Vec::new());
    for path in &paths {
        let text = fs::read_to_string(path).expect("UTF-8");
        let document = gongwen::parse(&text);
        let found: Vec<(usize, usize)> = document.titles().map(|t| (t.span.start, t.span.end)).collect();
        let counted = pairs(&text);
        titles += counted.len();
        let missed = counted.iter().filter(|pair| !found.contains(pair)).map(|pair| ('-', pair));
        let extra = found.iter().filter(|pair| !counted.contains(pair)).map(|pair| ('+', pair));
        differences.extend(missed.chain(extra).map(|(sign, (start, end))| {
            format!("{sign} {}:{start} {}", path.display(), &text[*start..*end])
        }));
    }
    println!("{titles} pairs of marks in {} documents", paths.len());
    assert!(titles > 0, "no titles in the whole corpus");
    assert!(differences.is_empty(), "{} differ:\n{}", differences.len(), differences.join("\n"));
}

#[test]
#[ignore = "needs the corpus, and wants a release build"]
fn layers_say_the_same_alone() {
    let Some(folder) = corpus() else { return };
    let mut paths = Vec::new();
    texts(&folder, &mut paths);
    all(
        &paths,
        |path| path.display().to_string(),
        |path| {
            let text = fs::read_to_string(path).expect("UTF-8");
            laws::layers_alone(&text);
        },
    );
}

#[test]
#[ignore = "needs the corpus, and wants a release build"]
#[cfg(feature = "encoding")]
fn every_encoding_gives_the_text_of_its_twin() {
    let Some(folder) = corpus() else { return };
    let files = lines(&folder.join("encoded.jsonl"));
    let twins = std::sync::atomic::AtomicUsize::new(0);
    all(
        &files,
        |entry| format!("{} ({})", entry["file"], entry["encoding"]),
        |entry| {
            let bytes = fs::read(folder.join(entry["file"].as_str().expect("a file name"))).expect("a file");
            // A copy that lost characters on its way is not its twin, and may hold bytes that its encoding has not.
            let lossy = entry["lossy"].as_bool() == Some(true);
            match ParseOptions::new().parse_bytes(&bytes) {
                Ok(document) => {
                    assert!(!document.text().contains('\u{fffd}') || lossy, "a replacement character");
                    invariants::check(document.text(), &document);
                    if let (false, Some(twin)) = (lossy, entry["utf8"].as_str()) {
                        let text = fs::read_to_string(folder.join(twin)).expect("a twin in UTF-8");
                        let same =
                            text.chars().zip(document.text().chars()).take_while(|(a, b)| a == b).count();
                        assert!(text == document.text(), "differs from {twin} behind {same} characters");
                        assert!(gongwen::parse(&text) == document, "other values than {twin}");
                        twins.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                    }
                }
                Err(error @ Error::Malformed { .. }) if lossy => println!("{}: {error}", entry["file"]),
                Err(error) => panic!("{error}"),
            }
        },
    );
    println!("{} files, {} equal to their twins", files.len(), twins.into_inner());
}

// ---------------------------------------------------------------------------------------------------------------------
// Lists, counted in another way
// ---------------------------------------------------------------------------------------------------------------------

/// Where the items of each list of some styles begin, and their ordinals.
fn series(document: &Document<'_>, styles: &[Style]) -> Vec<Vec<(usize, u32)>> {
    fn walk(lists: &[TaskList], styles: &[Style], found: &mut Vec<Vec<(usize, u32)>>) {
        for list in lists {
            if styles.contains(&list.style) {
                found.push(list.items.iter().map(|item| (item.marker.start, item.ordinal)).collect());
            }
            list.items.iter().for_each(|item| walk(&item.lists, styles, found));
        }
    }
    let mut found = Vec::new();
    walk(document.lists(), styles, &mut found);
    found
}

/// Runs of 一是, 二是, 三是… at the starts of clauses, by a counter that knows nothing else.
fn runs(text: &str, marker: &Regex) -> Vec<Vec<(usize, u32)>> {
    let mut runs: Vec<Vec<(usize, u32)>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for found in marker.captures_iter(text) {
        let number = found.get(1).expect("the number is no option");
        let Some(ordinal) = gongwen::numeral::parse(number.as_str()).and_then(|n| n.to_string().parse().ok())
        else {
            continue;
        };
        let place = (number.start(), ordinal);
        let before = |run: &&usize| runs[**run].last().is_some_and(|last| last.1 + 1 == ordinal);
        if let Some(run) = open.iter().rev().find(before).copied() {
            open.truncate(open.iter().position(|other| *other == run).map_or(0, |at| at + 1));
            runs[run].push(place);
        } else {
            open.push(runs.len());
            runs.push(vec![place]);
        }
    }
    runs.retain(|run| run.len() > 1);
    runs
}

/// What a simple counter finds is found; what is found beyond it begins behind a noun, repeats a number, or is either-or.
#[test]
#[ignore = "needs the corpus, and wants a release build"]
fn a_simple_counter_finds_the_same_series() {
    let Some(folder) = corpus() else { return };
    let mut paths = Vec::new();
    texts(&folder, &mut paths);
    let marker = Regex::new(r"(?m)(?:^|[。；：，！？、;:,!?”’）)》」\s])([一二三四五六七八九十]{1,3})是")
        .expect("an expression");
    let (mut counted, mut equal) = (0, 0);
    let mut missed = Vec::new();
    for path in &paths {
        let text = fs::read_to_string(path).expect("UTF-8");
        let found = series(&gongwen::parse(&text), &[Style::Shi]);
        for run in runs(&text, &marker) {
            counted += 1;
            equal += usize::from(found.contains(&run));
            if !found.iter().any(|series| run.iter().all(|place| series.contains(place))) {
                missed.push(format!("{}: {run:?}", path.display()));
            }
        }
    }
    println!("{counted} runs, {equal} equal to a series");
    assert!(counted > 0, "there is no 一是…二是… in the whole corpus");
    assert!(missed.is_empty(), "{} runs are not within one series:\n{}", missed.len(), missed.join("\n"));
}

/// Every 第三条 with a space behind it at the start of a line is an item, and no article is left out that is there.
#[test]
#[ignore = "needs the corpus, and wants a release build"]
fn articles_of_laws_are_items() {
    let Some(folder) = corpus() else { return };
    let article = Regex::new(
        r"(?m)^[ \u{3000}\t]*第 ?([零〇一二三四五六七八九十百千]+|[0-9]+) ?[条條](?:$|[ \u{3000}])",
    )
    .expect("an expression");
    let mut missed = Vec::new();
    let (mut articles, mut gaps) = (0, Vec::new());
    for kind in ["laws", "trad-tw-laws"] {
        let mut paths = Vec::new();
        texts(&folder.join(kind), &mut paths);
        for path in &paths {
            let text = fs::read_to_string(path).expect("UTF-8");
            let found: Vec<(usize, u32)> = series(&gongwen::parse(&text), &[Style::Article]).concat();
            let ordinals: HashMap<usize, u32> = found.iter().copied().collect();
            let mut written = HashSet::new();
            for line in article.captures_iter(&text) {
                let number = line.get(1).expect("the number is no option").as_str();
                let at = line.get(0).map(|line| line.start() + line.as_str().find('第').unwrap_or(0));
                let value: Option<u32> =
                    gongwen::numeral::parse(number).and_then(|n| n.to_string().parse().ok());
                articles += 1;
                written.extend(value);
                if at.and_then(|at| ordinals.get(&at)) != value.as_ref() {
                    missed.push(format!("{}: {}", path.display(), line[0].trim()));
                }
            }
            let mut sorted = found;
            sorted.sort_unstable();
            for pair in sorted.windows(2).filter(|pair| pair[1].1 > pair[0].1 + 1) {
                let (from, to) = (pair[0].1 + 1, pair[1].1);
                let there: Vec<u32> = (from..to).filter(|n| written.contains(n)).collect();
                gaps.push(format!("{}: {from} to {}", path.display(), to - 1));
                if !there.is_empty() {
                    missed.push(format!("{}: {there:?} are left out", path.display()));
                }
            }
        }
    }
    println!("{articles} articles; left out in the text:\n{}", gaps.join("\n"));
    assert!(articles > 0, "there is no article in the whole corpus");
    assert!(missed.is_empty(), "{} are missed:\n{}", missed.len(), missed.join("\n"));
}
