//! A line filter: JSON lines in, JSON lines out, in the same order.
//!
//! Reads `{"id": any, "text": "…", "as_of": "2021-04-01"}` from standard input, a line each, and writes
//! `{"id": …, "document": {…}}`, or `{"id": …, "error": "…"}` for a line that it cannot use. One line is in memory at a time.

use std::io::{self, BufRead, Write};

use gongwen::ParseOptions;
use jiff::civil::Date;
use serde_json::{Value, json};

fn main() -> io::Result<()> {
    let mut input = io::stdin().lock();
    let mut output = io::BufWriter::new(io::stdout().lock());
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        if !line.trim_ascii().is_empty() {
            let answer = answer(&line);
            match serde_json::to_writer(&mut output, &answer)
                .map_err(io::Error::from)
                .and_then(|()| output.write_all(b"\n"))
            {
                // The reader has enough.
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
                other => other?,
            }
        }
        line.clear();
    }
    output.flush()
}

/// The answer to one line.
fn answer(line: &[u8]) -> Value {
    let request: Value = match serde_json::from_slice(line) {
        Ok(request) => request,
        Err(error) => return json!({"id": null, "error": error.to_string()}),
    };
    let id = &request["id"];
    match document(&request) {
        Ok(document) => json!({"id": id, "document": document}),
        Err(error) => json!({"id": id, "error": error}),
    }
}

fn document(request: &Value) -> Result<Value, String> {
    let text = request["text"].as_str().ok_or("no text")?;
    let mut options = ParseOptions::new();
    match &request["as_of"] {
        Value::Null => {}
        Value::String(date) => options = options.as_of(as_of(date)?),
        _ => return Err("as_of is no string".into()),
    }
    let document = options.parse(text).map_err(|error| error.to_string())?;
    serde_json::to_value(document).map_err(|error| error.to_string())
}

/// A date; a year or a month stands for its first day.
fn as_of(date: &str) -> Result<Date, String> {
    let full = match date.len() {
        4 => format!("{date}-01-01"),
        7 => format!("{date}-01"),
        _ => date.into(),
    };
    full.parse().map_err(|error| format!("as_of {date:?}: {error}"))
}
