//! Laws that tie the documents of two texts together. Shared by the tests and by `fuzz/`.

// OK because no user of this module needs all of it.
#![allow(dead_code)]

use gongwen::{Document, Entity, Layers, ParseOptions, Span, Target, TargetAmount, Title};
use serde_json::Value;

/// A paragraph before a text moves every entity by its length and changes none.
///
/// It ends in a full stop and a blank line, so that nothing reaches over it. Only entities are compared: a series may take
/// up what stands before it, and a line may nest otherwise. The paragraph is in the script of the text: the script is
/// decided for a document as a whole, and what 21年3月 means depends on it.
pub fn paragraph_before(text: &str) {
    for options in [
        ParseOptions::new(),
        ParseOptions::new().infer_years(true).as_of("2024-03-18".parse().expect("a day")),
    ] {
        let (found, expected) = shifted(text, "總說。\n\n", &options);
        if found != expected {
            let (found, expected) = shifted(text, "前言。\n\n", &options);
            assert_eq!(found, expected, "{text:?} behind a paragraph");
        }
    }
}

/// Lines that end in CR LF say what lines that end in LF do.
pub fn carriage_returns(text: &str) {
    let unix = text.replace('\r', "");
    Dressed::new(&unix, |_, after| if after == Some('\n') { ("\r", 0) } else { ("", 0) }).holds(&unix);
}

/// What an entity says, without where it stands.
pub fn said(text: &str, entity: &Entity) -> String {
    match entity {
        Entity::Title(title) => title_said(title),
        Entity::DocumentNumber(number) => format!("{:?}", number.reference),
        Entity::Abbreviation(a) => a.short.clone(),
        Entity::Provision(p) => format!("{:?} {} {}", p.law, p.locator, p.title.is_some()),
        Entity::Time(t) => format!("{} {:?} {}", t.value, t.bound, t.approximate),
        Entity::Quantity(q) => {
            let noun: Option<String> =
                q.noun.map(|noun| text[noun.range()].chars().filter(|c| !c.is_whitespace()).collect());
            format!("{} {:?} {:?} {noun:?}", q.amount, q.unit.as_str(), q.bound)
        }
        other => format!("{other:?}"),
    }
}

/// All but the place and the reference, which counts entities.
fn title_said(title: &Title) -> String {
    let inner: Vec<String> = title.inner.iter().map(title_said).collect();
    format!(
        "《{}》 {:?} {:?} {:?} {:?} {inner:?} {}",
        title.name,
        title.edition,
        title.period.map(|p| p.to_string()),
        title.number,
        title.alias,
        title.refers_to.is_some()
    )
}

/// What all entities of a text say, in their order.
pub fn all_said(text: &str) -> Vec<String> {
    gongwen::parse(text).entities().iter().map(|e| said(text, e)).collect()
}

/// A document as JSON, with every span led through `place`.
fn placed(document: &Document<'_>, place: &dyn Fn(Span) -> Span) -> Value {
    fn walk(value: &mut Value, place: &dyn Fn(Span) -> Span) {
        match value {
            Value::Object(fields) => {
                let offset =
                    |name| fields.get(name).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok());
                if let (2, Some(start), Some(end)) = (fields.len(), offset("start"), offset("end")) {
                    let span = place(Span::new(start, end));
                    fields.insert("start".into(), span.start.into());
                    fields.insert("end".into(), span.end.into());
                } else {
                    fields.values_mut().for_each(|value| walk(value, place));
                }
            }
            Value::Array(values) => values.iter_mut().for_each(|value| walk(value, place)),
            _ => {}
        }
    }
    let mut value = serde_json::to_value(document).expect("a document is plain data");
    walk(&mut value, place);
    value
}

/// Layers alone and together.
pub const LAYERS: [Layers; 10] = [
    Layers::NONE,
    Layers::TITLES,
    Layers::LISTS,
    Layers::TITLES.union(Layers::LISTS),
    Layers::TIMES,
    Layers::QUANTITIES,
    Layers::TIMES.union(Layers::QUANTITIES),
    Layers::TITLES.union(Layers::TIMES),
    Layers::TARGETS,
    Layers::ALL,
];

/// Each layer says alone what it says beside others.
pub fn layers_alone(text: &str) {
    let whole = gongwen::parse(text);
    for layers in LAYERS {
        let part = ParseOptions::new().layers(layers).parse(text).expect("no limit is set");
        let wanted = |entity: &&Entity| {
            layers.contains(match entity {
                Entity::Time(_) => Layers::TIMES,
                Entity::Quantity(_) => Layers::QUANTITIES,
                _ => Layers::TITLES,
            })
        };
        let expected: Vec<_> = whole.entities().iter().filter(wanted).map(|e| led(&whole, e)).collect();
        let found: Vec<_> = part.entities().iter().map(|e| led(&part, e)).collect();
        assert_eq!(found, expected, "{layers:?} of {text:?}");
        let lists = if layers.contains(Layers::LISTS) { whole.lists() } else { &[] };
        assert_eq!(part.lists(), lists, "{layers:?} of {text:?}");
        let targets = if layers.contains(Layers::TARGETS) { whole.targets() } else { &[] };
        let plain = |targets: &[Target]| -> Vec<Target> { targets.iter().map(without_references).collect() };
        assert_eq!(plain(part.targets()), plain(targets), "{layers:?} of {text:?}");
        assert!(part.diagnostics().iter().all(|d| whole.diagnostics().contains(d)), "{layers:?} of {text:?}");
        if layers == Layers::ALL {
            assert_eq!(part, whole);
        }
    }
}

/// An entity, and where the one stands that it refers to, whatever its index.
fn led(document: &Document<'_>, entity: &Entity) -> (Entity, Option<Span>) {
    let mut entity = entity.clone();
    let reference = match &mut entity {
        Entity::Title(title) => title.refers_to.take(),
        Entity::Time(time) => time.inferred_from.take(),
        Entity::Provision(provision) => provision.title.take(),
        _ => None,
    };
    (entity, reference.map(|i| document.entities()[i].span()))
}

fn without_references(target: &Target) -> Target {
    let mut target = target.clone();
    let amounts = [Some(&mut target.amount), target.baseline.as_mut()];
    let lengths = amounts.into_iter().flatten().filter_map(|amount| match amount {
        TargetAmount::Duration(time) => Some(time),
        _ => None,
    });
    for time in lengths.chain(target.due.as_mut()).chain(target.inherited_due.as_mut()) {
        time.inferred_from = None;
    }
    target
}

/// Asserts that two documents are one but for their places, and names the first part that differs.
fn same(plain: &Value, other: &Value, text: &str, of: &str) {
    for part in ["entities", "lists", "targets", "diagnostics"] {
        let of_part = |value: &Value| value[part].as_array().cloned().unwrap_or_default();
        for (plain, other) in of_part(plain).iter().zip(&of_part(other)) {
            assert_eq!(plain, other, "{part} of {of:?}, of which {text:?} is the plain form");
        }
        assert_eq!(
            of_part(plain).len(),
            of_part(other).len(),
            "{part} of {of:?}, of which {text:?} is the plain form"
        );
    }
}

/// A text into which something was written that says nothing.
pub struct Dressed {
    pub text: String,
    /// Where in the plain text, how many bytes, and how many of them belong to the character before.
    inserted: Vec<(usize, usize, usize)>,
}

impl Dressed {
    /// Asks `insert` for each place of a text what is written there, and how many bytes of that are readings of the character
    /// before, with what stands between.
    pub fn new<'a>(
        plain: &str,
        mut insert: impl FnMut(Option<char>, Option<char>) -> (&'a str, usize),
    ) -> Self {
        let mut dressed = Self { text: String::new(), inserted: Vec::new() };
        let mut before = None;
        for (at, after) in plain.char_indices().map(|(at, c)| (at, Some(c))).chain([(plain.len(), None)]) {
            let (piece, read) = insert(before, after);
            if !piece.is_empty() {
                dressed.text.push_str(piece);
                dressed.inserted.push((at, piece.len(), read));
            }
            dressed.text.extend(after);
            before = after;
        }
        dressed
    }

    /// Where a passage of the plain text went.
    fn span(&self, span: Span) -> Span {
        let before = |at: usize| self.inserted.iter().take_while(|i| i.0 < at).map(|i| i.1).sum::<usize>();
        let here = |at: usize| self.inserted.iter().find(|i| i.0 == at).map_or((0, 0), |i| (i.1, i.2));
        let end = span.end + before(span.end) + here(span.end).1;
        // What was written before the first character stays outside.
        let start = if span.is_empty() { end } else { span.start + before(span.start) + here(span.start).0 };
        Span::new(start, end)
    }

    /// The dressed text says what the plain one says, at the places where that went.
    pub fn holds(&self, plain: &str) {
        let expected = placed(&gongwen::parse(plain), &|span| self.span(span));
        let found = placed(&gongwen::parse(&self.text), &|span| span);
        same(&expected, &found, plain, &self.text);
    }
}

/// Whether a bracket may be the reading of a character already.
pub fn may_have_readings(text: &str) -> bool {
    let letter = |c: char| !matches!(c, ' ' | '\u{3000}' | '\u{a0}') && !is_noise(c);
    text.split(['(', '（'])
        .skip(1)
        .any(|rest| rest.chars().find(|c| letter(*c)).is_some_and(char::is_lowercase))
}

/// Characters that are taken out of every text.
pub fn is_noise(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{c}'..='\u{1f}' | '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}' | '\u{ad}'
        | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{115f}' | '\u{1160}' | '\u{17b4}'
        | '\u{17b5}' | '\u{3164}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Noise that is written into texts.
pub const NOISE: [&str; 10] = [
    "\u{200b}", "\u{fe0f}", "\u{feff}", "\0", "\u{ad}", "\u{200e}\u{2068}", "\u{2060}", "\u{7f}\u{84}",
    "\u{e0100}", "\u{3164}",
];

/// Readings as pages have them, and how many bytes of each belong to the character before.
pub const READINGS: [(&str, usize); 10] = [
    ("(guó)", 6),
    ("(guo)", 5),
    ("（huì ）", 11),
    ("( jiā )", 8),
    ("(lǜ)", 5),
    ("(lv)", 4),
    ("(fā)(fā)", 10),
    ("(zhuang)\u{200b}", 8),
    ("\u{200b}(nǚ)", 8),
    ("(e\u{301}r)", 6),
];

/// Noise behind everything has a text normalized that would be read as it is: it says the same, at the same places.
pub fn noise_behind(text: &str) {
    Dressed::new(text, |_, after| if after.is_none() { ("\u{200b}", 0) } else { ("", 0) }).holds(text);
}

/// Noise anywhere says nothing; `pick` says where and which.
pub fn noise_within(text: &str, mut pick: impl FnMut() -> usize) {
    // A line is empty or not whatever noise it has, but what is all noise already has nothing to compare.
    Dressed::new(text, |_, _| (NOISE.get(pick()).copied().unwrap_or(""), 0)).holds(text);
}

/// Readings behind Han characters say nothing; `pick` says where and which.
pub fn readings(text: &str, mut pick: impl FnMut() -> usize) {
    if may_have_readings(text) {
        return;
    }
    let mut toned = false;
    Dressed::new(text, |before, _| {
        if !before.is_some_and(|c| matches!(c, '\u{4e00}'..='\u{9fff}')) {
            return ("", 0);
        }
        // The first has a tone: without any, a text has no readings but letters in brackets.
        let n = if toned { pick() } else { 0 };
        toned = true;
        READINGS.get(n).copied().unwrap_or(("", 0))
    })
    .holds(text);
}

/// Marks in full width, and those that pages have in their place.
pub const HALF_WIDTH: [(char, char); 7] =
    [('，', ','), ('；', ';'), ('：', ':'), ('（', '('), ('）', ')'), ('？', '?'), ('！', '!')];

/// Quotation marks, and those that Traditional text has in their place.
pub const CORNERS: [(char, char); 4] = [('“', '「'), ('”', '」'), ('‘', '『'), ('’', '』')];

/// Other marks say the same at the same places, but for the names that have them, which are as written.
pub fn other_marks(text: &str, marks: &[(char, char)]) {
    let other = |c: char| marks.iter().find(|(mark, _)| *mark == c).map_or(c, |(_, other)| *other);
    // A mark between two letters or digits may be one of another kind in half width: 1,234.
    let ascii = |c: Option<&char>| c.is_some_and(char::is_ascii_alphanumeric);
    let chars: Vec<char> = text.chars().collect();
    let (mut written, mut places) = (String::new(), vec![0]);
    for (i, c) in chars.iter().enumerate() {
        let within = ascii(i.checked_sub(1).and_then(|before| chars.get(before))) && ascii(chars.get(i + 1));
        written.push(if within { *c } else { other(*c) });
        places.resize(places.len() + c.len_utf8(), written.len());
    }
    let expected = placed(&gongwen::parse(text), &|span| Span::new(places[span.start], places[span.end]));
    let found = placed(&gongwen::parse(&written), &|span| span);
    let all = |value: Value| -> Value {
        let json: String = value.to_string().chars().map(other).collect();
        serde_json::from_str(&json).expect("marks of JSON are as they were")
    };
    same(&all(expected), &all(found), text, &written);
}

/// A paragraph before a text moves every entity by its length and changes none; see [`paragraph_before`].
fn shifted(text: &str, before: &str, options: &ParseOptions) -> (Value, Value) {
    let entities = |text: &str, by: usize| {
        let document = options.parse(text).expect("any text is a document");
        placed(&document, &|span| Span::new(span.start + by, span.end + by))["entities"].take()
    };
    (entities(&format!("{before}{text}"), 0), entities(text, before.len()))
}
