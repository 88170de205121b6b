//! Simplified text written in Traditional characters says the same.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use gongwen::{Document, Entity, Target, TaskList};
use proptest::collection::vec;
use proptest::prelude::*;

mod generators;
mod laws;

use generators::{config, outline, sentence};

/// A converter by the name of the place whose characters it writes.
type Converter = (&'static str, fn(&str) -> String);

/// The converters: character by character with phrases, and as Taiwan and Hong Kong write.
const CONVERTERS: [Converter; 3] = [
    ("Traditional", |text| hanconv::s2t(text)),
    ("Taiwan", |text| hanconv::s2tw(text)),
    ("Hong Kong", |text| hanconv::s2hk(text)),
];

/// Names and subjects are kept as written; for comparing they are brought back to one script.
fn simplified(text: &str) -> String {
    let hanconv = hanconv::t2s(hanconv::hk2s(hanconv::tw2s(text)));
    hanconv.split_whitespace().collect()
}

fn entity(document: &Document<'_>, entity: &Entity) -> String {
    // In Traditional script 項 is what 款 is in Simplified, and 款 what 项 is: the laws of Taiwan count otherwise.
    if let Entity::Provision(provision) = entity {
        return simplified(document.slice(provision.span));
    }
    simplified(&laws::said(document.text(), entity))
}

fn target(document: &Document<'_>, t: &Target) -> String {
    let due = t.due.map(|d| d.value.to_string());
    let slice = |span| simplified(document.slice(span));
    format!("{} {:?} {} {due:?} {:?}", slice(t.subject), t.change, slice(t.amount.span()), t.modality)
}

fn item(list: &TaskList, out: &mut Vec<String>) {
    for item in &list.items {
        out.push(format!("{:?} {}", list.style, item.ordinal));
        item.lists.iter().for_each(|inner| self::item(inner, out));
    }
}

/// What a document says: its entities, targets and items.
fn said(text: &str) -> [Vec<String>; 3] {
    let document = gongwen::parse(text);
    let mut items = Vec::new();
    document.lists().iter().for_each(|list| item(list, &mut items));
    [
        document.entities().iter().map(|e| entity(&document, e)).collect(),
        document.targets().iter().map(|t| target(&document, t)).collect(),
        items,
    ]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn sentences_say_the_same_in_both_scripts(sentences in vec(sentence(), 1..6)) {
        let text = sentences.join("。") + "。";
        for (script, convert) in CONVERTERS {
            prop_assert_eq!(said(&text), said(&convert(&text)), "{} in {}", text, script);
        }
    }

    #[test]
    fn outlines_say_the_same_in_both_scripts(text in outline()) {
        for (script, convert) in CONVERTERS {
            prop_assert_eq!(said(&text), said(&convert(&text)), "{} in {}", text, script);
        }
    }
}

/// What stands in one list and not in the other.
fn missing<'a>(some: &'a [String], others: &[String]) -> Vec<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for other in others {
        *counts.entry(other).or_default() += 1;
    }
    let mut lost = Vec::new();
    for one in some {
        match counts.get_mut(one.as_str()) {
            Some(n) if *n > 0 => *n -= 1,
            _ => lost.push(one.as_str()),
        }
    }
    lost
}

#[test]
#[ignore = "needs the corpus, and wants a release build"]
fn documents_say_the_same_in_both_scripts() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder)
        .into_iter()
        .flatten()
        .filter_map(|folder| fs::read_dir(folder.ok()?.path()).ok())
        .flat_map(|files| files.filter_map(|file| Some(file.ok()?.path())))
        .filter(|path| {
            path.extension().is_some_and(|e| e == "txt") && !path.to_string_lossy().contains("/trad-")
        })
        .collect();
    paths.sort();
    if paths.is_empty() {
        println!("skipped: there is no {}", folder.display());
        return;
    }
    for (script, convert) in CONVERTERS {
        let (mut all, mut other) = ([0usize; 3], [0usize; 3]);
        for path in &paths {
            let text = fs::read_to_string(path).expect("UTF-8");
            let (plain, converted) = (said(&text), said(&convert(&text)));
            for kind in 0..3 {
                let (lost, new) =
                    (missing(&plain[kind], &converted[kind]), missing(&converted[kind], &plain[kind]));
                all[kind] += plain[kind].len();
                other[kind] += lost.len();
                if std::env::var_os("SHOW").is_some() {
                    for (a, b) in lost.iter().zip(new.iter().chain(std::iter::repeat(&"-"))) {
                        println!(
                            "    {kind} {}: {a} → {b}",
                            path.file_stem().unwrap_or_default().to_string_lossy()
                        );
                    }
                }
            }
        }
        println!("{script}: entities, targets, items {all:?}, otherwise {other:?}");
        for kind in 0..3 {
            assert!(other[kind] * 200 <= all[kind], "{script}: {} of {} differ", other[kind], all[kind]);
        }
    }
}
