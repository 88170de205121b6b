//! JSON for reading: what fits into a line stands in one.

use serde_json::Value;

const WIDTH: usize = 100;

/// A value over as many lines as it needs.
pub fn pretty(value: &Value) -> String {
    indented(value, 0)
}

fn indented(value: &Value, indent: usize) -> String {
    let line = joined(value, ", ", &joined_value);
    if line.chars().count() + indent <= WIDTH {
        return line;
    }
    let inner = indent + 2;
    let separator = format!(",\n{:inner$}", "");
    let body = joined(value, &separator, &|value| indented(value, inner));
    match value {
        Value::Array(_) | Value::Object(_) => {
            let (open, rest) = body.split_at(1);
            let (items, close) = rest.split_at(rest.len() - 1);
            format!("{open}\n{:inner$}{items}\n{:indent$}{close}", "", "")
        }
        _ => body,
    }
}

fn joined_value(value: &Value) -> String {
    joined(value, ", ", &joined_value)
}

/// The parts of a value in their brackets, each written by `part`.
fn joined(value: &Value, separator: &str, part: &dyn Fn(&Value) -> String) -> String {
    match value {
        Value::Array(values) => {
            let parts: Vec<String> = values.iter().map(part).collect();
            format!("[{}]", parts.join(separator))
        }
        Value::Object(fields) => {
            let parts: Vec<String> = fields
                .iter()
                .map(|(key, value)| format!("{}: {}", Value::from(key.as_str()), part(value)))
                .collect();
            format!("{{{}}}", parts.join(separator))
        }
        scalar => scalar.to_string(),
    }
}
