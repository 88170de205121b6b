//! The targets of a document as rows of a table.

use gongwen::{Document, Span};

pub const COLUMNS: [&str; 9] =
    ["item", "subject", "change", "value", "unit", "bound", "due", "modality", "sentence"];

/// A row for each target, in text order. What is not said is empty.
pub fn rows(document: &Document<'_>) -> serde_json::Result<Vec<[String; 9]>> {
    document
        .targets()
        .iter()
        .map(|target| {
            let json = serde_json::to_value(target)?;
            let word =
                |pointer: &str| json.pointer(pointer).and_then(|v| v.as_str()).unwrap_or_default().to_owned();
            Ok([
                path(document, target.amount()),
                squeezed(document.slice(target.subject)),
                word("/change"),
                word("/quantity/value"),
                word("/quantity/unit"),
                word("/quantity/bound"),
                // The time above it where the sentence has none.
                word(if target.due.is_some() { "/due/value" } else { "/inherited_due/value" }),
                word("/modality"),
                squeezed(document.slice(document.sentence(target.span))),
            ])
        })
        .collect()
}

/// The markers of the items around a passage, from the outermost in: 二、（一）1．
fn path(document: &Document<'_>, span: Span) -> String {
    let mut path = String::new();
    let mut lists = document.lists();
    while let Some(item) = lists.iter().flat_map(|list| &list.items).find(|item| item.span.contains(span)) {
        path += &squeezed(document.slice(item.marker));
        lists = &item.lists;
    }
    path
}

/// A passage without the line breaks and tabs that would break the table.
fn squeezed(passage: &str) -> String {
    passage.replace(['\n', '\r', '\t'], "")
}
