//! Real documents, where a corpus lies beside the project. Run with `cargo test --release -- --ignored`.

use std::fs;
use std::path::{Path, PathBuf};

use gongwen::{Error, ParseOptions};
use serde_json::Value;

mod invariants;

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
