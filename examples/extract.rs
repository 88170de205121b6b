//! A document as JSON: `cargo run --release --features serde --example extract -- examples/notice.txt`

#[path = "support/json.rs"]
mod json;
mod support;

use std::process::ExitCode;

fn main() -> ExitCode {
    support::run("extract [OPTIONS] [FILE]: what a document says, as JSON", |_, document, output| {
        writeln!(output, "{}", json::pretty(&serde_json::to_value(document)?))?;
        Ok(ExitCode::SUCCESS)
    })
}
