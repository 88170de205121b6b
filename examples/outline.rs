//! The task tree of a document: `cargo run --release --example outline -- examples/notice.txt`

mod support;

use std::process::ExitCode;

fn main() -> ExitCode {
    support::run("outline [OPTIONS] [FILE]: the task tree of a document", |_, document, output| {
        for item in document.items() {
            let words: Vec<&str> = item.heading().split_whitespace().collect();
            let indent = 2 * item.depth();
            writeln!(output, "{:indent$}{} {}", "", item.marker(), words.join(" "))?;
        }
        Ok(ExitCode::SUCCESS)
    })
}
