//! The targets of a document as rows of a table.

use gongwen::{Document, Item, Target, TargetAmount};

/// A row for each target, in text order: item, subject, change, value, unit, bound, due, modality, sentence. What is not said
/// is empty.
pub fn rows(document: &Document<'_>) -> Vec<[String; 9]> {
    document.targets().iter().map(|target| row(document, target)).collect()
}

fn row(document: &Document<'_>, target: &Target) -> [String; 9] {
    let [value, unit, bound] = match &target.amount {
        TargetAmount::Quantity(q) => [q.amount.to_string(), q.unit.to_string(), said(q.bound)],
        TargetAmount::Duration(time) => [time.value.to_string(), String::new(), said(time.bound)],
        _ => Default::default(),
    };
    [
        path(document, target.amount.span().start),
        squeezed(document.slice(target.subject)),
        target.change.to_string(),
        value,
        unit,
        bound,
        // The time above it where the sentence has none.
        said(target.due.or(target.inherited_due).map(|time| time.value)),
        target.modality.to_string(),
        squeezed(document.slice(document.sentence(target.span))),
    ]
}

/// What is said, or nothing.
fn said(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// The markers of the items around a place, from the outermost in: 二、（一）1．
fn path(document: &Document<'_>, offset: usize) -> String {
    let item = document.item_at(offset);
    item.iter().flat_map(Item::path).map(|item| squeezed(item.marker())).collect()
}

/// A passage without the line breaks and tabs that would break the table.
fn squeezed(passage: &str) -> String {
    passage.replace(['\n', '\r', '\t'], "")
}
