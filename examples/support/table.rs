//! The targets of a document as rows of a table.

use gongwen::{Document, Item, Target, TargetAmount};

/// What a target is told in.
#[allow(dead_code)] // a page shows some of it
pub struct Row {
    /// The markers of the items that it is in.
    pub item: String,
    pub subject: String,
    pub change: String,
    pub value: String,
    pub unit: String,
    /// The currency of money, where it is said.
    pub currency: String,
    pub bound: String,
    /// What it was before, as written.
    pub baseline: String,
    pub due: String,
    /// The last day of the time that it is due.
    pub due_by: String,
    pub modality: String,
    pub sentence: String,
}

/// A row for each target, in text order. What is not said is empty.
pub fn rows(document: &Document<'_>) -> Vec<Row> {
    document.targets().iter().map(|target| row(document, target)).collect()
}

fn row(document: &Document<'_>, target: &Target) -> Row {
    let [value, unit, currency, bound] = match &target.amount {
        TargetAmount::Quantity(q) => {
            [q.amount.to_string(), q.unit.to_string(), said(q.currency), said(q.bound)]
        }
        TargetAmount::Duration(time) => {
            [time.value.to_string(), String::new(), String::new(), said(time.bound)]
        }
        _ => Default::default(),
    };
    // The time above it where the sentence has none.
    let due = target.due.or(target.inherited_due);
    Row {
        item: path(document, target.amount.span().start),
        subject: squeezed(document.slice(target.subject)),
        change: target.change.to_string(),
        value,
        unit,
        currency,
        bound,
        baseline: said(target.baseline.as_ref().map(|before| squeezed(document.slice(before.span())))),
        due: said(due.map(|time| time.value)),
        due_by: said(due.and_then(|time| time.last)),
        modality: target.modality.to_string(),
        sentence: squeezed(document.slice(document.sentence(target.span))),
    }
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
