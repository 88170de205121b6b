//! The targets of a document, a line each: `cargo run --release --example targets -- examples/notice.txt`

mod support;
#[path = "support/table.rs"]
mod table;

use std::process::ExitCode;

const COLUMNS: [&str; 12] = [
    "item", "subject", "change", "value", "unit", "currency", "bound", "baseline", "due", "due_by",
    "modality", "sentence",
];

fn main() -> ExitCode {
    let about = "targets [OPTIONS] [FILE]: the targets of a document as a table, separated by tabs";
    support::run(about, |_, document, output| {
        writeln!(output, "{}", COLUMNS.join("\t"))?;
        for row in table::rows(document) {
            let cells = [
                row.item, row.subject, row.change, row.value, row.unit, row.currency, row.bound,
                row.baseline, row.due, row.due_by, row.modality, row.sentence,
            ];
            writeln!(output, "{}", cells.join("\t"))?;
        }
        Ok(ExitCode::SUCCESS)
    })
}
