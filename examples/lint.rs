//! What looks wrong in a document, shown in its lines: `cargo run --release --example lint -- FILE`
//!
//! Exits with 1 if there is anything.

mod support;

use std::io::IsTerminal;
use std::process::ExitCode;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use gongwen::{Diagnostic, Document};

/// Nobody reads more, and each takes time in proportion to its place and its line.
const SHOWN: usize = 200;

fn main() -> ExitCode {
    support::run("lint [OPTIONS] [FILE]: what looks wrong in a document", |name, document, output| {
        let renderer = if std::io::stdout().is_terminal() { Renderer::styled() } else { Renderer::plain() };
        let diagnostics = document.diagnostics();
        for diagnostic in diagnostics.iter().take(SHOWN) {
            writeln!(output, "{}\n", render(name, document, diagnostic, &renderer))?;
        }
        if diagnostics.len() > SHOWN {
            writeln!(output, "and {} more", diagnostics.len() - SHOWN)?;
        }
        Ok(ExitCode::from(u8::from(!diagnostics.is_empty())))
    })
}

fn render(name: &str, document: &Document<'_>, diagnostic: &Diagnostic, renderer: &Renderer) -> String {
    let text = document.text();
    let span = diagnostic.span;
    // Only its own lines: the renderer reads all that it is given, for each diagnostic anew.
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.end..].find('\n').map_or(text.len(), |at| span.end + at);
    let snippet = Snippet::source(&text[start..end])
        .line_start(document.position(start).line)
        .path(name)
        .annotation(AnnotationKind::Primary.span(span.start - start..span.end - start));
    renderer.render(&[Level::WARNING.primary_title(diagnostic.kind.to_string()).element(snippet)])
}
