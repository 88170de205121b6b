//! Laws that tie the documents of two texts together. Shared by the tests and by `fuzz/`.

// OK because no user of this module needs all of it.
#![allow(dead_code)]

use gongwen::{Document, Entity, Layers, ParseOptions, Span, Target, TargetAmount, Title};

/// A paragraph before a text moves every entity by its length and changes none.
///
/// It ends in a full stop and a blank line, so that nothing reaches over it. Only entities are compared: a series may take
/// up what stands before it, and a line may nest otherwise. The paragraph is in the script of the text: the script is
/// decided for a document as a whole, and what 21年3月 means depends on it.
pub fn paragraph_before(text: &str) {
    let behind = |before: &str| {
        let shifted: Vec<Entity> =
            gongwen::parse(text).entities().iter().map(|e| entity_moved(e, before.len())).collect();
        (gongwen::parse(&format!("{before}{text}")).entities().to_vec(), shifted)
    };
    let (found, shifted) = behind("總說。\n\n");
    if found != shifted {
        let (found, shifted) = behind("前言。\n\n");
        assert_eq!(found, shifted, "{text:?} behind a paragraph");
    }
}

/// Lines that end in CR LF say what lines that end in LF do.
pub fn carriage_returns(text: &str) {
    let unix = text.replace('\r', "");
    let dos = unix.replace('\n', "\r\n");
    assert_eq!(all_said(&unix), all_said(&dos), "{unix:?} with other line ends");
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

fn moved(span: Span, by: usize) -> Span {
    Span::new(span.start + by, span.end + by)
}

fn title_moved(title: &mut Title, by: usize) {
    title.span = moved(title.span, by);
    title.inner.iter_mut().for_each(|inner| title_moved(inner, by));
}

fn entity_moved(entity: &Entity, by: usize) -> Entity {
    let mut entity = entity.clone();
    match &mut entity {
        Entity::Title(title) => title_moved(title, by),
        Entity::DocumentNumber(number) => number.span = moved(number.span, by),
        Entity::Abbreviation(a) => (a.span, a.full) = (moved(a.span, by), moved(a.full, by)),
        Entity::Provision(p) => p.span = moved(p.span, by),
        Entity::Time(t) => (t.span, t.extent) = (moved(t.span, by), moved(t.extent, by)),
        Entity::Quantity(q) => {
            (q.span, q.extent) = (moved(q.span, by), moved(q.extent, by));
            q.noun = q.noun.map(|noun| moved(noun, by));
        }
        _ => {}
    }
    entity
}

/// Layers for which numerals are told apart; what they say is the same for any text.
pub const WITH_AMOUNTS: [Layers; 6] = [
    Layers::TIMES,
    Layers::QUANTITIES,
    Layers::TIMES.union(Layers::QUANTITIES),
    Layers::TITLES.union(Layers::TIMES),
    Layers::TARGETS,
    Layers::ALL,
];

/// Layers for which they are not: the same unless an amount takes characters from something else, as in `9GB/T 51328-2018`.
pub const WITHOUT_AMOUNTS: [Layers; 4] =
    [Layers::NONE, Layers::TITLES, Layers::LISTS, Layers::TITLES.union(Layers::LISTS)];

/// Each of these says alone what it says beside others.
pub fn layers_alone(text: &str, sets: &[Layers]) {
    let whole = gongwen::parse(text);
    for &layers in sets {
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
        Entity::Provision(provision) => provision.title.take(),
        Entity::Time(time) => time.inferred_from.take(),
        Entity::Provision(provision) => provision.title.take(),
        _ => None,
    };
    (entity, reference.map(|i| document.entities()[i].span()))
}

fn without_references(target: &Target) -> Target {
    let mut target = target.clone();
    let amounts = [Some(&mut target.quantity), target.baseline.as_mut()];
    let lengths = amounts.into_iter().flatten().filter_map(|amount| match amount {
        TargetAmount::Duration(time) => Some(time),
        _ => None,
    });
    for time in lengths.chain(target.due.as_mut()).chain(target.inherited_due.as_mut()) {
        time.inferred_from = None;
    }
    target
}
