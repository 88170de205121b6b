//! What looks wrong in a document, shown in its lines: `cargo run --release --example lint -- FILE`
//!
//! Warnings are the remarks of the library; with one, lint exits with 1. Notes are about short names, where only the author
//! can be sure.

mod support;

use std::collections::{BTreeSet, HashMap};
use std::io::IsTerminal;
use std::process::ExitCode;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use gongwen::{Diagnostic, Document, Entity, Positions, Span};

/// Nobody reads more, and each takes time in proportion to its line.
const SHOWN: usize = 200;

struct Remark {
    level: Level<'static>,
    /// The name of its kind, where it has one.
    name: Option<&'static str>,
    span: Span,
    words: String,
}

fn main() -> ExitCode {
    support::run("lint [OPTIONS] [FILE]: what looks wrong in a document", |name, document, output| {
        let renderer = if std::io::stdout().is_terminal() { Renderer::styled() } else { Renderer::plain() };
        let mut remarks: Vec<Remark> = document.diagnostics().iter().map(warning).collect();
        let uses = last_uses(document);
        remarks.extend(document.entities().iter().flat_map(|entity| short_names(&uses, entity)));
        remarks.sort_by_key(|remark| remark.span);
        let positions = document.positions();
        for remark in remarks.iter().take(SHOWN) {
            writeln!(output, "{}\n", render(name, document.text(), &positions, remark, &renderer))?;
        }
        if remarks.len() > SHOWN {
            writeln!(output, "and {} more", remarks.len() - SHOWN)?;
        }
        Ok(ExitCode::from(u8::from(!document.diagnostics().is_empty())))
    })
}

fn warning(diagnostic: &Diagnostic) -> Remark {
    let kind = &diagnostic.kind;
    let name = Some(kind.as_str());
    Remark { level: Level::WARNING, name, span: diagnostic.span, words: kind.to_string() }
}

/// What stands before the kind of a document in a name that is nobody's: 《实施意见》.
const VAGUE: [&str; 13] =
    ["", "实施", "實施", "工作", "行动", "行動", "总体", "總體", "若干", "暂行", "暫行", "指导", "指導"];

/// Where each short name stands for the last time: the text is read once for all of them.
fn last_uses<'d>(document: &'d Document<'_>) -> HashMap<&'d str, usize> {
    let aliases = document.titles().filter_map(|title| title.alias.as_deref());
    let names = aliases.chain(document.abbreviations().map(|short| short.short.as_str()));
    let mut uses: HashMap<&str, usize> = names.map(|name| (name, 0)).collect();
    let lengths: BTreeSet<usize> = uses.keys().map(|name| name.len()).collect();
    let text = document.text();
    for (at, _) in text.char_indices() {
        for name in lengths.iter().filter_map(|len| text.get(at..at + len)) {
            if let Some(last) = uses.get_mut(name) {
                *last = at;
            }
        }
    }
    uses
}

/// A short name that nothing defines, and one that is defined and not used.
fn short_names(uses: &HashMap<&str, usize>, entity: &Entity) -> Vec<Remark> {
    let note = |span, words| Remark { level: Level::NOTE, name: None, span, words };
    let mut notes = Vec::new();
    // The short name, and where its definition ends.
    let (span, defined) = match entity {
        Entity::Title(title) => {
            let before = title.kind_word().and_then(|word| title.name.strip_suffix(word));
            let short = before.is_some_and(|before| VAGUE.contains(&before));
            if short && title.refers_to.is_none() && title.number.is_none() {
                notes.push(note(title.span, format!("nothing says which 《{}》 is meant", title.name)));
            }
            (title.span, title.alias.as_ref().map(|alias| (alias, title.extent.end)))
        }
        Entity::Abbreviation(short) => (short.span, Some((&short.short, short.span.end))),
        _ => return notes,
    };
    if let Some((short, from)) = defined
        && uses.get(short.as_str()).is_none_or(|last| *last < from)
    {
        notes.push(note(span, format!("the short name {short} is defined here and not used")));
    }
    notes
}

fn render(name: &str, text: &str, positions: &Positions<'_>, remark: &Remark, renderer: &Renderer) -> String {
    let span = remark.span;
    // Only its own lines: the renderer reads all that it is given, for each remark anew.
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.end..].find('\n').map_or(text.len(), |at| span.end + at);
    let snippet = Snippet::source(&text[start..end])
        .line_start(positions.position(start).line)
        .path(name)
        .annotation(AnnotationKind::Primary.span(span.start - start..span.end - start));
    let mut title = remark.level.clone().primary_title(remark.words.as_str());
    if let Some(name) = remark.name {
        title = title.id(name);
    }
    renderer.render(&[title.element(snippet)])
}
