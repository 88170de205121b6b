//! `schema/document.json` describes the JSON of every document.
//!
//! `BLESS=1 cargo test --manifest-path tests/schema/Cargo.toml` writes it anew from the types.

#![cfg(test)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use gongwen::{Document, ParseOptions, TimeValue};
use jsonschema::Validator;
use serde_json::{Value, json};

/// The folder of the crate.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn path() -> PathBuf {
    root().join("schema/document.json")
}

fn schema() -> Value {
    let text = fs::read_to_string(path()).expect("schema/document.json is checked in");
    serde_json::from_str(&text).expect("it is JSON")
}

fn validator() -> Validator {
    jsonschema::draft202012::options().should_validate_formats(true).build(&schema()).expect("it is a schema")
}

fn json(document: &Document<'_>) -> Value {
    serde_json::to_value(document).expect("a document has no maps with odd keys")
}

/// Documents of every kind: the cases in `tests/spec/`, each file a document and each case one, and the notice.
fn texts() -> Vec<String> {
    let mut texts = vec![include_str!("../../../examples/notice.txt").to_owned()];
    let folder = root().join("tests/spec");
    for entry in fs::read_dir(folder).expect("the folder of cases") {
        let content = fs::read_to_string(entry.expect("an entry").path()).expect("a file of cases");
        texts.extend(content.split("\n===").filter_map(|case| Some(case.split_once('\n')?.1.to_owned())));
        texts.push(content);
    }
    texts
}

#[test]
fn every_document_fits() {
    let validator = validator();
    let options = ParseOptions::new().as_of("2024-03-18".parse().expect("a date")).infer_years(true);
    let texts = texts();
    assert!(texts.len() > 300, "{} texts", texts.len());
    for text in texts {
        let document = json(&options.parse(&text).expect("no limit is set"));
        let errors: Vec<String> = validator
            .iter_errors(&document)
            .map(|error| format!("{error} at {}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{text}\n{}", errors.join("\n"));
    }
}

/// Every field that a document has is described: one that the schema does not know would pass unseen.
#[test]
fn every_field_is_described() {
    fn named(schema: &Value, found: &mut BTreeSet<String>) {
        match schema {
            Value::Object(fields) => {
                if let Some(Value::Object(properties)) = fields.get("properties") {
                    found.extend(properties.keys().cloned());
                }
                fields.values().for_each(|inner| named(inner, found));
            }
            Value::Array(values) => values.iter().for_each(|inner| named(inner, found)),
            _ => {}
        }
    }
    fn used(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(fields) => {
                found.extend(fields.keys().cloned());
                fields.values().for_each(|inner| used(inner, found));
            }
            Value::Array(values) => values.iter().for_each(|inner| used(inner, found)),
            _ => {}
        }
    }
    let (mut described, mut written) = (BTreeSet::new(), BTreeSet::new());
    named(&schema(), &mut described);
    for text in texts() {
        used(&json(&gongwen::parse(&text)), &mut written);
    }
    assert_eq!(described, written, "described and written");
}

/// What is no document is refused, or the test above would show nothing.
#[test]
fn other_json_does_not_fit() {
    let validator = validator();
    let document = json(&gongwen::parse("到2025年，绿地率由38%提高到40%；一是抓早；三是抓小；《规划。"));
    assert!(validator.is_valid(&document));
    for (pointer, wrong) in [
        ("", json!([])),
        ("/entities", Value::Null),
        ("/entities/0/type", json!("date")),
        ("/entities/0/value", json!("2025年")),
        ("/entities/0/bound", json!("before")),
        ("/entities/0/first", json!("2025-02-30")),
        ("/entities/1/value", json!("1e3")),
        ("/entities/1/value", json!(38)),
        ("/entities/1/span/start", json!(-1)),
        ("/lists/0/style", json!("一是")),
        ("/lists/0/items/0/ordinal", json!("1")),
        ("/targets/0/change", json!("up")),
        ("/targets/0/subject", Value::Null),
        ("/diagnostics/0/kind", json!("odd")),
    ] {
        let mut changed = document.clone();
        *changed.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")) = wrong;
        assert!(!validator.is_valid(&changed), "{pointer}");
    }
    for (pointer, field) in
        [("/entities/0", "bound"), ("/targets/0", "due"), ("", "lists"), ("/lists/0", "lead")]
    {
        let mut changed = document.clone();
        let fields = changed.pointer_mut(pointer).and_then(Value::as_object_mut).expect("an object");
        assert!(fields.remove(field).is_some());
        assert!(!validator.is_valid(&changed), "{pointer} without {field}");
    }
}

/// The pattern of times takes every notation there is, and nothing that is none by its looks.
#[test]
fn times_fit_their_pattern() {
    let schema = schema();
    let times = json!({"$defs": schema["$defs"], "$ref": "#/$defs/TimeValue"});
    let validator = jsonschema::validator_for(&times).expect("it is a schema");
    for value in [
        "2021", "XXXX", "XX15-03", "2021-03-30", "XXXX-XX-30", "2021-H1", "XXXX-Q3", "XXXX-03-T1",
        "2025-start", "Y-1-10-start", "Y+0-Q1", "M-1", "M+0-09", "D+1", "Q-1", "199X", "XX9X", "20XX",
        "C+0-mid", "FYP14-end", "2014/2020", "XXXX-01/XXXX-09", "P15WD", "PT4H22M39S", "P3Y/P5Y", "PT1.12H",
        "M-2/M-1", "C-1-9X", "C+0-3X/C+0-5X-start",
    ] {
        assert!(value.parse::<TimeValue>().is_ok(), "{value}");
        assert!(validator.is_valid(&json!(value)), "{value}");
    }
    for value in ["", "2021年", "2021-W05", "21", "2021-Q5", "P1X", "FYP", "2021/", "2021-end-start"] {
        assert!(!validator.is_valid(&json!(value)), "{value}");
    }
}

/// Leaves the first paragraph of every description without its links: the rest speaks of Rust.
fn summarize(schema: &mut Value) {
    let link = regex::Regex::new(r"\[(`[^`]*`)\]\([^)]*\)").expect("a valid pattern");
    match schema {
        Value::Object(fields) => {
            for (key, value) in fields {
                match value {
                    Value::String(text) if key == "description" => {
                        let first = text.split("\n\n").next().unwrap_or_default().replace('\n', " ");
                        *text = link.replace_all(&first, "$1").into_owned();
                    }
                    other => summarize(other),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(summarize),
        _ => {}
    }
}

#[test]
fn the_file_is_what_the_types_say() {
    let generator = schemars::generate::SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut generated = generator.into_root_schema_for::<Document<'static>>().to_value();
    summarize(&mut generated);
    if std::env::var_os("BLESS").is_some() {
        let text = serde_json::to_string_pretty(&generated).expect("a schema is JSON");
        fs::write(path(), text + "\n").expect("schema/document.json can be written");
    } else {
        assert_eq!(schema(), generated, "schema/document.json is out of date; BLESS=1 writes it anew");
    }
}
