//! The task tree of a document: `cargo run --release --example outline -- examples/notice.txt`

mod support;

use std::process::ExitCode;

fn main() -> ExitCode {
    support::run("outline [OPTIONS] [FILE]: the task tree of a document", |_, document, output| {
        for (depth, item) in document.items() {
            let marker = document.slice(item.marker);
            let heading = document.slice(item.heading);
            let words: Vec<&str> = heading.split_whitespace().collect();
            writeln!(output, "{:indent$}{marker} {}", "", words.join(" "), indent = 2 * depth)?;
        }
        Ok(ExitCode::SUCCESS)
    })
}
