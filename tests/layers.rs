//! Layers switched off: what is left says the same, and less work is done for it.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use gongwen::{DiagnosticKind, Error, Layers, ParseOptions};

mod laws;

/// The texts of every case in `tests/spec/`, known failures too.
fn texts() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec");
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder of cases") {
        let content = fs::read_to_string(entry.expect("an entry").path()).expect("a file of cases");
        for case in content.split("\n===").skip(1) {
            let (_, case) = case.split_once('\n').expect("a case has a text");
            texts.push(case.split("\n---").next().unwrap_or_default().to_owned());
        }
    }
    texts
}

#[test]
fn every_case_says_the_same_layer_by_layer() {
    let texts = texts();
    assert!(texts.len() > 300, "{} cases", texts.len());
    for text in texts.iter().map(String::as_str).chain([include_str!("../examples/notice.txt")]) {
        laws::layers_alone(text);
    }
}

#[test]
fn remarks_come_with_their_layer() {
    let text = "《规划。2月30日前抓好：一是甲；三是乙。投资99999999999999999999999999999999元。";
    let remarks = |layers| {
        let document = ParseOptions::new().layers(layers).parse(text).expect("no limit is set");
        document.diagnostics().iter().map(|d| d.kind.clone()).collect::<Vec<_>>()
    };
    let gap = DiagnosticKind::OrdinalGap { expected: 2, found: 3 };
    assert_eq!(remarks(Layers::TITLES), [DiagnosticKind::UnclosedTitle]);
    assert_eq!(remarks(Layers::TIMES), [DiagnosticKind::ImpossibleDate]);
    assert_eq!(remarks(Layers::QUANTITIES), [DiagnosticKind::NumberTooLarge]);
    assert_eq!(remarks(Layers::LISTS), [gap]);
    assert_eq!(remarks(Layers::ALL).len(), 4);
    assert!(remarks(Layers::NONE).is_empty());
    // Strictness heeds the layers as well.
    let strict =
        |layers| ParseOptions::new().strict(true).layers(layers).parse("《规划》：一是甲；三是乙。").err();
    assert_eq!(strict(Layers::TITLES), None);
    assert!(matches!(strict(Layers::LISTS), Some(Error::Strict { .. })));
}

#[test]
fn references_lead_to_what_is_there() {
    let text = "2021年3月1日，《城市更新规划》（以下简称《规划》）印发。落实《规划》，4月底前报送；自5月1日起三年内见效。";
    let options = ParseOptions::new().infer_years(true);
    let titles = options.clone().layers(Layers::TITLES).parse(text).expect("no limit is set");
    let last = titles.titles().last().expect("there are titles");
    assert_eq!(titles.fuller_title(last).map(|t| t.name.as_str()), Some("城市更新规划"));
    let times = options.layers(Layers::TIMES).parse(text).expect("no limit is set");
    let from: Vec<_> = times.times().map(|t| t.inferred_from).collect();
    assert_eq!(from, [None, Some(0), Some(0), Some(2)]);
}

#[test]
fn less_is_done_for_less() {
    let text = include_str!("../examples/notice.txt").repeat(20);
    let layers = [Layers::ALL, Layers::TIMES | Layers::QUANTITIES, Layers::TITLES];
    let options = layers.map(|layers| ParseOptions::new().layers(layers));
    let mut best = [Duration::MAX; 3];
    // In turn, so that other load on the machine meets all of them. Titles have to be told from amounts, which are read for them.
    for _ in 0..15 {
        for (best, options) in best.iter_mut().zip(&options) {
            let start = Instant::now();
            assert!(options.parse(&text).is_ok());
            *best = start.elapsed().min(*best);
        }
    }
    let [all, amounts, titles] = best;
    assert!(titles < all && amounts < all, "{titles:?} {amounts:?} {all:?}");
}
