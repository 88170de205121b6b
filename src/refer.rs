//! Which fuller title a short one means: 《意见》 behind 《关于…的意见》（以下简称《意见》）, or a name by its ending.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::cmp::Ordering;

use crate::document::Entity;
use crate::document_kind::DocumentKind;
use crate::script::simplified;
use crate::time::TimeValue;
use crate::title::Title;
use crate::token::ends;

/// Finds which fuller title each short one means.
pub(crate) fn refer(entities: &mut [Entity]) {
    for (i, other) in References::of(entities) {
        if let Entity::Title(title) = &mut entities[i] {
            title.refers_to = Some(other);
        }
    }
}

/// The titles so far, by the names that a later one may call them.
#[derive(Default)]
struct References<'t> {
    /// The last title that defines an alias.
    aliases: BTreeMap<&'t str, usize>,
    /// The titles by their names, or none where two have one name.
    endings: BTreeMap<FromEnd<'t>, Option<usize>>,
    /// The names there were, with the last period of each.
    names: BTreeMap<&'t str, Option<TimeValue>>,
}

impl<'t> References<'t> {
    /// The titles that mean another one, and which.
    fn of(entities: &'t [Entity]) -> Vec<(usize, usize)> {
        let mut references = Self::default();
        let mut found = Vec::new();
        for (i, entity) in entities.iter().enumerate() {
            if let Entity::Title(title) = entity {
                found.extend(references.take(entities, i, title).map(|other| (i, other)));
            }
        }
        found
    }

    /// Which title this one means; it may be meant itself from now on.
    fn take(&mut self, entities: &[Entity], i: usize, title: &'t Title) -> Option<usize> {
        let name = title.name.as_str();
        let known = self.names.get(name);
        // 《规划（2021—2025年）》 is no repetition of 《规划（2016—2020年）》.
        let repeats = known.is_some_and(|p| p.is_none() || title.period.is_none() || *p == title.period);
        let mut refers_to = None;
        if title.number.is_none() {
            // A certificate has no short name: 《营业执照》 is no other's tail.
            let tail = || {
                let full = known.is_some() || ends(name, "照證证書书表");
                let (at, _) = name.char_indices().rev().take(TAIL).last().filter(|_| !full)?;
                let i = self.ending(&name[at..])?;
                // What a longer name says before its tail is in the fuller one too.
                let Entity::Title(fuller) = &entities[i] else { return None };
                (at == 0 || fuller.name.len() > name.len() && fuller.name.ends_with(name)).then_some(i)
            };
            // 《办法（草案）》 may be the alias with its bracket.
            let bracketed = || {
                let edition = title.edition.as_ref()?;
                let forms = [["（", "）"], ["(", ")"]];
                forms.iter().find_map(|[open, close]| {
                    self.aliases.get([name, open, edition, close].concat().as_str())
                })
            };
            refers_to = self.aliases.get(name).or_else(bracketed).copied().or_else(tail);
        }
        // 《办法》（以下简称《办法》） says nothing new where it means another.
        if let Some(alias) = title.alias.as_ref().filter(|alias| refers_to.is_none() || *alias != name) {
            self.aliases.insert(alias, i);
        }
        if refers_to.is_none() && !repeats && !is_generic(name) {
            self.keep(name.into(), i);
            if let Some(edition) = &title.edition {
                self.keep([name, edition].concat().into(), i);
            }
            self.names.insert(name, title.period);
        }
        refers_to
    }

    fn keep(&mut self, name: Cow<'t, str>, i: usize) {
        self.endings.entry(FromEnd(name)).and_modify(|other| *other = None).or_insert(Some(i));
    }

    /// The title that alone has a longer name with this ending.
    fn ending(&self, tail: &'t str) -> Option<usize> {
        let names = self.endings.range(FromEnd(tail.into())..);
        let mut longer = names
            .take_while(|(name, _)| name.0.ends_with(tail))
            .filter(|(name, _)| name.0.len() > tail.len())
            .map(|(_, i)| *i);
        longer.next().filter(|_| longer.next().is_none())?
    }
}

/// A name in an order by which those with one ending stand side by side.
#[derive(PartialEq, Eq)]
struct FromEnd<'t>(Cow<'t, str>);

impl Ord for FromEnd<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.bytes().rev().cmp(other.0.bytes().rev())
    }
}

impl PartialOrd for FromEnd<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Whether a name is only that of a kind of document, and names none that could be meant later: 通知, 实施意见; not 信访条例.
fn is_generic(name: &str) -> bool {
    const LONGEST: usize = 4;
    /// What says how a document is used, not of what it is.
    const USES: [&str; 20] = [
        "实施", "施行", "管理", "暂行", "试行", "工作", "指导", "若干", "补充", "有关", "行动", "总体",
        "发展", "建设", "具体", "配套", "操作", "年度", "综合", "专项",
    ];
    if name.chars().nth(LONGEST).is_some() {
        return false;
    }
    let stem = DocumentKind::word_of(name).and_then(|kind| name.strip_suffix(kind));
    stem.is_none_or(|stem| stem.chars().nth(1).is_none() || USES.contains(&&*simplified(stem)))
}

/// How long, in characters, a tail may be by which a title is looked up.
const TAIL: usize = 12;
