//! A document as one page of HTML: `cargo run --release --features serde --example report -- examples/notice.txt > report.html`
//!
//! The page needs no network and no scripts. What was found is marked in the text and explained at a touch or on hover.

#[path = "support/style.rs"]
mod style;
mod support;
#[path = "support/table.rs"]
mod table;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use gongwen::{Diagnostic, Document, Entity, Span, Target, TaskList};
use jiff::civil::Date;
use serde_json::Value;

fn main() -> ExitCode {
    support::run("report [OPTIONS] [FILE]: a document as a page of HTML", |name, document, output| {
        output.write_all(page(name, document)?.as_bytes())?;
        Ok(ExitCode::SUCCESS)
    })
}

fn page(name: &str, document: &Document<'_>) -> io::Result<String> {
    let name = Path::new(name).file_name().map_or(name.into(), |name| name.to_string_lossy());
    let heading = heading(document).unwrap_or(&name);
    Ok(format!(
        "<!DOCTYPE html>\n<html lang=\"zh\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n\
         <header>\n<h1>{title}</h1>\n<p lang=\"en\">{name} · {entities} entities · {targets} targets · {remarks} remarks</p>\n\
         {legend}</header>\n{outline}<main>\n{text}</main>\n{table}{timeline}</body>\n</html>\n",
        title = escape(heading),
        style = style::STYLE,
        name = escape(&name),
        entities = document.entities().len(),
        targets = document.targets().len(),
        remarks = document.diagnostics().len(),
        legend = legend(document),
        outline = outline(document),
        text = text(document)?,
        table = targets(document),
        timeline = timeline(document),
    ))
}

/// What a document is called: the title in its first sentence, such as 关于印发《…》的通知.
fn heading<'d>(document: &'d Document<'_>) -> Option<&'d str> {
    let head = document.text().find('。').unwrap_or(document.text().len());
    let title = document.titles().next().filter(|title| title.span.start < head)?;
    Some(&title.name)
}

/// What the colours mean, and the way to what stands below the text.
fn legend(document: &Document<'_>) -> String {
    let targets = if document.targets().is_empty() { "" } else { " · <a href=\"#targets\">Targets</a>" };
    let dated = document.times().any(|time| time.days().is_some());
    let timeline = if dated { " · <a href=\"#timeline\">Timeline</a>" } else { "" };
    format!("<p lang=\"en\">{}{targets}{timeline}</p>\n", style::LEGEND)
}

/// Text as it may stand between tags and in quoted attributes. What a page cannot hold, or what would turn the words around it
/// back to front, is shown by a sign.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\'' => escaped += "&#39;",
            '\n' | '\r' | '\t' => escaped.push(c),
            '\0'..'\x20' => escaped.extend(char::from_u32(0x2400 + u32::from(c))),
            '\x7f'..'\u{a0}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}

// ---------------------------------------------------------------------------------------------------------------------
// The outline
// ---------------------------------------------------------------------------------------------------------------------

fn outline(document: &Document<'_>) -> String {
    if document.lists().is_empty() {
        return String::new();
    }
    format!(
        "<nav>\n<details open><summary lang=\"en\">Outline</summary>\n{}</details>\n</nav>\n",
        lists(document, document.lists())
    )
}

fn lists(document: &Document<'_>, of: &[TaskList]) -> String {
    let mut html = String::new();
    for list in of {
        html += "<ul>\n";
        for item in &list.items {
            let words = [document.slice(item.marker), document.slice(item.heading)].map(escape).join(" ");
            let inside = lists(document, &item.lists);
            _ = writeln!(html, "<li><a href=\"#i{}\">{words}</a>{inside}</li>", item.span.start);
        }
        html += "</ul>\n";
    }
    html
}

// ---------------------------------------------------------------------------------------------------------------------
// The text
// ---------------------------------------------------------------------------------------------------------------------

/// What a piece of the text is part of.
#[derive(Clone, Copy, Default)]
struct Marks<'d> {
    entity: Option<&'d Entity>,
    target: Option<&'d Target>,
    remark: Option<&'d Diagnostic>,
}

/// The text, a paragraph a line. It is cut wherever anything begins or ends, so that marks need not nest.
fn text(document: &Document<'_>) -> io::Result<String> {
    let text = document.text();
    let mut cuts = vec![0, text.len()];
    cuts.extend(text.match_indices('\n').flat_map(|(at, _)| [at, at + 1]));
    let entities = document.entities().iter().map(Entity::span);
    let remarks = document.diagnostics().iter().map(|remark| remark.span);
    let spans = entities.chain(document.targets().iter().map(|target| target.span)).chain(remarks);
    cuts.extend(spans.flat_map(|span| [span.start, span.end]));
    let anchors: Vec<usize> = document.items().map(|item| item.span().start).collect();
    cuts.extend(&anchors);
    cuts.sort_unstable();
    cuts.dedup();

    let mut marks = vec![Marks::default(); cuts.len()];
    let pieces =
        |span: Span| cuts.partition_point(|at| *at < span.start)..cuts.partition_point(|at| *at < span.end);
    for target in document.targets() {
        marks[pieces(target.span)].iter_mut().for_each(|mark| mark.target = Some(target));
    }
    for remark in document.diagnostics() {
        marks[pieces(remark.span)].iter_mut().for_each(|mark| mark.remark = Some(remark));
    }
    for entity in document.entities() {
        marks[pieces(entity.span())].iter_mut().for_each(|mark| mark.entity = Some(entity));
    }

    let mut html = String::from("<p>");
    for (piece, mark) in cuts.windows(2).zip(&marks) {
        if anchors.binary_search(&piece[0]).is_ok() {
            _ = write!(html, "<a id=\"i{}\"></a>", piece[0]);
        }
        match &text[piece[0]..piece[1]] {
            "\n" => html += "</p>\n<p>",
            words => html += &marked(document, words, piece[0], *mark)?,
        }
    }
    Ok(html + "</p>\n")
}

/// A piece of the text in its marks.
fn marked(document: &Document<'_>, words: &str, at: usize, mark: Marks<'_>) -> io::Result<String> {
    let mut classes = Vec::new();
    let mut tips = Vec::new();
    let mut id = String::new();
    if let Some(entity) = mark.entity {
        let json = serde_json::to_value(entity)?;
        classes.push(json["type"].as_str().unwrap_or_default().to_owned());
        tips.push(explained(document, entity, &json));
        if entity.span().start == at {
            id = format!(" id=\"e{at}\"");
        }
    }
    if let Some(target) = mark.target {
        classes.push("target".into());
        tips.push(aimed(document, target));
    }
    if let Some(remark) = mark.remark {
        classes.push("remark".into());
        tips.push(format!("remark: {}", remark.kind));
    }
    if classes.is_empty() {
        return Ok(escape(words));
    }
    let (classes, tips) = (classes.join(" "), escape(&tips.join(" · ")));
    Ok(format!("<span{id} class=\"{classes}\" tabindex=\"0\" data-tip=\"{tips}\">{}</span>", escape(words)))
}

/// The fields of an entity that a reader wants, in this order.
const FIELDS: [&str; 13] = [
    "name", "edition", "period", "alias", "issuer", "year", "serial", "short", "value", "unit", "bound",
    "first", "last",
];

/// An entity in words: `time: value 2025-end, bound by, first 2025-12-01, last 2025-12-31`
fn explained(document: &Document<'_>, entity: &Entity, json: &Value) -> String {
    let kind = json["type"].as_str().unwrap_or_default().replace('_', " ");
    let mut parts: Vec<String> = FIELDS
        .iter()
        .filter_map(|field| match &json[field] {
            Value::String(value) if !value.is_empty() => Some(format!("{field} {value}")),
            Value::Number(value) => Some(format!("{field} {value}")),
            _ => None,
        })
        .collect();
    match entity {
        Entity::Title(title) => {
            parts.extend(document.fuller_title(title).map(|fuller| format!("short for {}", fuller.name)));
        }
        Entity::Abbreviation(short) => parts.push(format!("short for {}", document.slice(short.full))),
        Entity::Provision(provision) => {
            let title = provision.title.and_then(|i| document.entities().get(i));
            let title = title.map(|title| document.slice(title.span()).to_owned());
            let of = title.or_else(|| provision.law.clone()).unwrap_or_default();
            parts.push(format!("{} of {of}", provision.locator));
        }
        _ => {}
    }
    format!("{kind}: {}", parts.join(", "))
}

/// A target in words: `target: 森林覆盖率 up_to, due 2025-end, goal`
fn aimed(document: &Document<'_>, target: &Target) -> String {
    let subject = document.slice(target.subject);
    let due = target.due.or(target.inherited_due).map(|due| format!(", due {}", due.value));
    format!("target: {subject} {}{}, {}", target.change, due.unwrap_or_default(), target.modality)
}

// ---------------------------------------------------------------------------------------------------------------------
// The targets
// ---------------------------------------------------------------------------------------------------------------------

fn targets(document: &Document<'_>) -> String {
    if document.targets().is_empty() {
        return String::new();
    }
    let mut html = String::from(
        "<section id=\"targets\">\n<h2 lang=\"en\">Targets</h2>\n<div class=\"wide\"><table>\n\
         <tr lang=\"en\"><th>subject</th><th>change</th><th>amount</th><th>due</th><th>modality</th><th>item</th></tr>\n",
    );
    for (row, target) in table::rows(document).iter().zip(document.targets()) {
        let [item, subject, change, bound, due, modality] =
            [&row.item, &row.subject, &row.change, &row.bound, &row.due, &row.modality]
                .map(|cell| escape(cell));
        let amount = document.slice(target.amount.span()).split_whitespace().collect::<String>();
        let link = format!("<a href=\"#e{}\">{subject}</a>", target.amount.span().start);
        let cells = [link, change, format!("{} <i>{bound}</i>", escape(&amount)), due, modality, item];
        _ = writeln!(html, "<tr>{}</tr>", cells.map(|cell| format!("<td>{cell}</td>")).concat());
    }
    html + "</table></div>\n</section>\n"
}

// ---------------------------------------------------------------------------------------------------------------------
// The timeline
// ---------------------------------------------------------------------------------------------------------------------

const ROW: u32 = 24;

/// The times that have days, each once and in order, as bars over years. Across, everything is a share of the width, so that
/// the drawing is as wide as its place and its words stay legible.
fn timeline(document: &Document<'_>) -> String {
    let mut bars = BTreeMap::new();
    for time in document.times() {
        if let Some(days) = time.days() {
            bars.entry(days).or_insert(time.span);
        }
    }
    let Some(from) = bars.keys().map(|(first, _)| first.year()).min() else { return String::new() };
    let to = bars.keys().map(|(_, last)| last.year()).max().unwrap_or(from) + 1;
    let scale = 100.0 / f64::from(to - from);
    let x = |date: Date| (f64::from(date.year() - from) + f64::from(date.day_of_year() - 1) / 366.0) * scale;

    let mut drawing = String::new();
    let mut y = ROW;
    for ((first, last), span) in &bars {
        let (left, width) = (x(*first), (x(*last) - x(*first)).max(0.6));
        // The label stands on the side that has more room.
        let room = 100.0 - left - width;
        let (text, gap, class) = match (room.max(left) < 30.0, room < left) {
            (true, _) => (left, 6, "on"),
            (_, true) => (left, -6, "left"),
            _ => (left + width, 6, "right"),
        };
        let label = document.slice(*span).split_whitespace().collect::<String>();
        _ = writeln!(
            drawing,
            "<a href=\"#e{}\"><title>{first} – {last}</title><rect x=\"{left:.1}%\" y=\"{}\" width=\"{width:.1}%\" \
             height=\"14\"/><text x=\"{text:.1}%\" dx=\"{gap}\" y=\"{}\" class=\"{class}\">{}</text></a>",
            span.start,
            y + 4,
            y + 15,
            escape(&label),
        );
        y += ROW;
    }
    format!(
        "<section id=\"timeline\">\n<h2 lang=\"en\">Timeline</h2>\n\
         <svg height=\"{}\" role=\"img\" aria-label=\"Timeline\">\n{}{drawing}</svg>\n</section>\n",
        y + 4,
        years(from, to, scale),
    )
}

/// A line for each year, or for every fifth, tenth … where there are many.
fn years(from: i16, to: i16, scale: f64) -> String {
    let step = [1, 2, 5, 10, 20, 50, 100].into_iter().find(|step| (to - from) / step <= 8).unwrap_or(500);
    let mut lines = String::new();
    for year in (from..=to).filter(|year| year % step == 0) {
        let x = f64::from(year - from) * scale;
        let label = if year < to { year.to_string() } else { String::new() };
        _ = writeln!(
            lines,
            "<line x1=\"{x:.1}%\" x2=\"{x:.1}%\" y2=\"100%\"/><text class=\"year\" x=\"{x:.1}%\" dx=\"4\" y=\"14\">{label}</text>",
        );
    }
    lines
}
