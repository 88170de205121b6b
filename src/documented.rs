//! What the documentation of an enum says, for tests of what it promises.

use alloc::format;
use alloc::string::String;

/// What is said of a variant, a line each.
pub(crate) fn variant(source: &str, name: &str, variant: &str) -> String {
    let body = source.split(&format!("pub enum {name} {{\n")).nth(1).expect("the enum");
    let mut docs = String::new();
    for line in body.lines() {
        match line.trim().strip_prefix("///") {
            Some(doc) => docs.extend([doc.trim(), "\n"]),
            None if line.trim().strip_suffix(',') == Some(variant) => return docs,
            None => docs.clear(),
        }
    }
    unreachable!("{name} has no {variant}")
}
