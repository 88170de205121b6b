//! The targets of a document, a line each: `cargo run --release --example targets -- examples/notice.txt`

mod support;
#[path = "support/table.rs"]
mod table;

use std::process::ExitCode;

const COLUMNS: [&str; 9] =
    ["item", "subject", "change", "value", "unit", "bound", "due", "modality", "sentence"];

fn main() -> ExitCode {
    let about = "targets [OPTIONS] [FILE]: the targets of a document as a table, separated by tabs";
    support::run(about, |_, document, output| {
        writeln!(output, "{}", COLUMNS.join("\t"))?;
        for row in table::rows(document) {
            writeln!(output, "{}", row.join("\t"))?;
        }
        Ok(ExitCode::SUCCESS)
    })
}
