//! Which amounts are targets, and of what.
//!
//! There is no parser of syntax here: a clause is cut at its marks, the word before the amount says what changes, and tables of
//! words say where the name of the thing begins and ends. Where that is not clear, there is no target.

use alloc::vec::Vec;
use core::num::NonZero;
use core::ops::Range;

use super::amount::TargetAmount;
use super::due::date_of;
use super::mood::Moods;
use super::refusal::describes;
use super::spot::Spot;
use super::{Change, Modality, Target, action, change, noun, phrase, subject, wrapped};
use crate::Span;
use crate::breaks::Breaks;
use crate::document::Entity;
use crate::few::{few, gaps};
use crate::layers::Layers;
use crate::normalize::Normalized;
use crate::outline::TaskList;
use crate::places::Places;
use crate::quantity::Quantity;
use crate::scan::{Scanned, make_room};
use crate::script::simplified;
use crate::token::{gap, has_chars, head};
use crate::unit::UnitKind;

/// The targets of a text, if they are wanted, in the order of their amounts; fills in what classifiers count on the way.
pub(crate) fn targets(
    normalized: Normalized<'_>,
    scanned: &mut Scanned,
    lists: &[TaskList],
    layers: Layers,
) -> Vec<Target> {
    let wanted = layers.contains(Layers::TARGETS);
    let mut finder = Finder {
        text: normalized.folded(),
        entities: &scanned.entities,
        places: scanned.places(),
        kinds: &scanned.kinds,
        markers: scanned.markers.iter().map(|m| m.at + m.found.len).collect(),
        breaks: Breaks::new(normalized.folded(), scanned.places()),
        sentence: 0,
        known: None,
        found: Vec::new(),
        lengths: Vec::new(),
        nouns: Vec::new(),
        year: date_of(&scanned.entities, scanned.places()),
    };
    // One pass for all of them, then the next: the code of one pass fits into the cache of instructions.
    for i in 0..finder.entities.len() {
        if let Entity::Quantity(_) = &finder.entities[i]
            && let Some(noun) = finder.noun(i)
        {
            finder.nouns.push((i, noun));
        }
    }
    if wanted {
        finder.find();
        finder.judge();
    }
    let mut found = core::mem::take(&mut finder.found);
    found.retain(|judged| !finder.is_conditional(&judged.found, lists, &normalized));
    let nouns = finder.nouns;
    // The text has been read: targets take the room that a normalized one took.
    let places = normalized.without_text();
    for (i, noun) in nouns {
        if let Entity::Quantity(quantity) = &mut scanned.entities[i] {
            quantity.noun = Some(places.span(noun));
        }
    }
    let mut targets = Vec::with_capacity(found.len());
    targets.extend(found.iter().filter_map(|judged| judged.build(&scanned.entities, &places)));
    targets
}

/// The number of an entity, so that none takes no room beside it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Nth(NonZero<usize>);

impl Nth {
    pub(super) const fn of(n: usize) -> Self {
        Self(NonZero::<usize>::MIN.saturating_add(n))
    }

    pub(super) const fn get(self) -> usize {
        self.0.get() - 1
    }
}

/// A target as its clause says it.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// The entity that is its amount.
    pub(super) entity: usize,
    pub(super) subject: Range<usize>,
    pub(super) change: Change,
    pub(super) baseline: Option<Nth>,
    /// The subject stands in an earlier clause.
    pub(super) carried: bool,
}

impl Found {
    /// A target that has its own subject, and no baseline.
    pub(super) const fn new(entity: usize, subject: Range<usize>, change: Change) -> Self {
        Self { entity, subject, change, baseline: None, carried: false }
    }

    /// One whose subject stands in an earlier clause.
    pub(super) const fn carried(entity: usize, subject: Range<usize>, change: Change) -> Self {
        Self { carried: true, ..Self::new(entity, subject, change) }
    }
}

/// A target before its places are led back to the source. All of a text are kept until the last is found, so they are small.
struct Judged {
    found: Found,
    /// Where its sentence begins.
    sentence: usize,
    due: Option<Nth>,
    modality: Modality,
    /// The words that decided it; empty for none.
    cue: Range<usize>,
}

impl Judged {
    /// A target before its time and modality are known.
    const fn not_yet(found: Found, sentence: usize) -> Self {
        Self { found, sentence, due: None, modality: Modality::Unknown, cue: 0..0 }
    }

    /// The target, led back to the source.
    fn build(&self, entities: &[Entity], places: &Normalized<'_>) -> Option<Target> {
        let amount_of = |entity: usize| match &entities[entity] {
            Entity::Quantity(quantity) => Some(TargetAmount::Quantity(quantity.clone())),
            Entity::Time(time) => Some(TargetAmount::Duration(*time)),
            _ => None,
        };
        let due = self
            .due
            .and_then(|n| if let Entity::Time(time) = &entities[n.get()] { Some(*time) } else { None });
        let Found { entity, subject, change, baseline, carried } = &self.found;
        let amount = amount_of(*entity)?;
        let subject = places.span(subject.clone());
        let mut span = amount.extent();
        if !carried {
            span = Span::new(span.start.min(subject.start), span.end.max(subject.end));
        }
        Some(Target {
            span,
            subject,
            carried: *carried,
            change: *change,
            amount,
            baseline: baseline.and_then(|n| amount_of(n.get())),
            due,
            inherited_due: None,
            modality: self.modality,
            cue: (!self.cue.is_empty()).then(|| places.span(self.cue.clone())),
        })
    }
}

/// How many amounts are looked at before it is settled which of them are targets: the code for both does not fit into the cache
/// of a core.
const AT_ONCE: usize = 64;

/// What was seen at an entity, before it is known what stands before it.
enum Seen<'a> {
    /// An amount, and whether it is refused.
    Amount(Spot<'a>, bool),
    /// A length of time that is a target.
    Length(Found),
}

pub(super) struct Finder<'a> {
    pub(super) text: &'a str,
    pub(super) entities: &'a [Entity],
    pub(super) places: Places<'a>,
    /// What the units of quantities measure.
    pub(super) kinds: &'a [UnitKind],
    /// Where markers end.
    pub(super) markers: Vec<usize>,
    breaks: Breaks<'a>,
    /// Where the sentence began.
    pub(super) sentence: usize,
    /// The last amount for which that was asked, and the answer.
    known: Option<(usize, usize)>,
    /// The targets found so far; they are small until they are built, and then as many as they are.
    found: Vec<Judged>,
    /// The lengths of time that are the amounts of the last target that has them.
    pub(super) lengths: Vec<usize>,
    /// What classifiers count, by entity.
    pub(super) nouns: Vec<(usize, Range<usize>)>,
    /// The year of the first full date near the start: that of the text.
    pub(super) year: Option<i16>,
}

/// The length of a second unit in brackets: （个）, （盒、支）.
fn second_unit(behind: &str) -> usize {
    let close = behind.strip_prefix('（').and_then(|rest| head(rest, 4).find('）'));
    close.map_or(0, |at| '（'.len_utf8() + at + '）'.len_utf8())
}

/// Whether an amount says of what age or class things are.
fn is_attribute(quantity: &Quantity) -> bool {
    matches!(&*simplified(quantity.unit.as_str()), "岁" | "周岁" | "类" | "级")
}

impl Finder<'_> {
    /// Finds the targets, but for their times and modalities.
    fn find(&mut self) {
        let (mut nouns, mut seen) = (0, Vec::with_capacity(AT_ONCE.min(self.entities.len())));
        for (i, entity) in self.entities.iter().enumerate() {
            match entity {
                Entity::Quantity(quantity) => {
                    self.advance(i);
                    let noun = self.nouns.get(nouns).filter(|(of, _)| *of == i).map(|(_, noun)| noun.clone());
                    nouns += usize::from(noun.is_some());
                    let spot = Spot::of(self, i, quantity, noun);
                    let refused = self.is_refused(&spot);
                    seen.push((self.sentence, Seen::Amount(spot, refused)));
                }
                Entity::Time(time) if time.value.is_length() => {
                    self.advance(i);
                    seen.extend(self.lasting(i).map(|found| (self.sentence, Seen::Length(found))));
                }
                _ => {}
            }
            if seen.len() == AT_ONCE {
                self.settle(&mut seen);
            }
        }
        self.settle(&mut seen);
    }

    /// Finds the targets among what was seen, and in which sentence.
    fn settle(&mut self, seen: &mut Vec<(usize, Seen<'_>)>) {
        for (sentence, seen) in seen.iter_mut() {
            self.sentence = *sentence;
            let found = match seen {
                Seen::Amount(spot, refused) => self.target(spot, *refused),
                Seen::Length(found) => Some(found.clone()),
            };
            let Some(mut found) = found else { continue };
            if let Some(name) = self.indicator(&found.subject) {
                found.subject = name;
            }
            // 将24项措施调整为30项: what it starts from is no target of its own.
            let base = found.baseline.map(Nth::get);
            let starts =
                |last: &Found| base.is_some_and(|base| last.baseline.is_none() && last.entity >= base);
            while self.last().is_some_and(starts) {
                self.found.pop();
            }
            make_room(&mut self.found);
            self.found.push(Judged::not_yet(found, *sentence));
        }
        seen.clear();
    }

    /// Gives those that were found their times and modalities.
    fn judge(&mut self) {
        let mut all = core::mem::take(&mut self.found);
        let Some(until) = all.iter().map(|judged| self.end_of(judged.found.entity)).max() else { return };
        let moods = Moods::of(self.text, until, self.year);
        for judged in &mut all {
            let i = judged.found.entity;
            self.sentence = judged.sentence;
            let due = self.due(i, &judged.found);
            let raised = judged.found.baseline.is_some();
            let (modality, cue) = self.modality(&moods, i, due, raised);
            judged.due = due.map(Nth::of);
            judged.modality = modality;
            judged.cue = cue.unwrap_or_default();
            if self.time(i).is_some() {
                self.lengths = [Some(i), judged.found.baseline.map(Nth::get)].into_iter().flatten().collect();
            }
        }
        self.found = all;
    }

    /// Moves on to an entity: notes where its sentence began.
    fn advance(&mut self, i: usize) {
        self.sentence = self.breaks.sentence(i, self.known);
        self.known = Some((i, self.sentence));
    }

    /// The last target of the sentence before the one that is looked for.
    pub(super) fn last(&self) -> Option<&Found> {
        self.found.last().filter(|judged| judged.sentence == self.sentence).map(|judged| &judged.found)
    }

    /// The last target of the sentence but so many.
    pub(super) fn last_but(&self, n: usize) -> Option<&Found> {
        let mut sentence = self.found.iter().rev().take_while(|judged| judged.sentence == self.sentence);
        sentence.nth(n).map(|judged| &judged.found)
    }

    /// What a classifier counts.
    pub(super) fn noun(&self, i: usize) -> Option<Range<usize>> {
        if !matches!(self.kinds[i], UnitKind::Count | UnitKind::None | UnitKind::Area) {
            return None;
        }
        let outer = self.end_of(i);
        // 100条（个）河湖: a second unit stands between.
        let from = outer + second_unit(&self.text[outer..]);
        // 28个项目和近200家企业: what bounds the next amount is no part of it.
        let next = self.begin_or_end(i + 1);
        let mut limit = self.behind_quotes(from).unwrap_or(next).max(from);
        // 3个过千亿元城市: the amount behind it is part of the name.
        if limit.saturating_sub(from) <= '过'.len_utf8() && few!("过超").begins(&self.text[from..]) {
            limit = self.start_of(i + 2);
        }
        // 30万名80岁以上老年人, 2个1类新药: what says which is part of the name.
        let attribute = limit == from && self.quantity(i + 1).is_some_and(is_attribute);
        let beside = limit.saturating_sub(from) <= '　'.len_utf8();
        let noun = if let Some(noun) = beside.then(|| self.sized(i, from, limit)).flatten() {
            noun
        } else if attribute {
            let behind = noun::noun_after(self.text, self.end_of(i + 1), self.start_of(i + 2))?;
            from..behind.end
        } else {
            noun::noun_after(self.text, from, limit)?
        };
        // 新增20个口袋公⏎园
        let broken = matches!(self.text.as_bytes()[noun.end..], [b'\n', 0xE4..=0xE9, ..]);
        let noun = if broken { wrapped::broken_noun(self.text, noun, next) } else { noun };
        let noun = self.own_noun(i, noun::before_deed(self.text, noun)?);
        // 为6000栋高层建筑安装设备: what is done for them is no part of them.
        let served = action::serves(&self.text[..self.begin_of(i)]);
        Some(if served { self.served(noun, next) } else { noun })
    }

    /// For whom something is done, with the row of attributes before the last of them: 低保、特困老年人 in
    /// 为1万名低保、特困老年人提供助餐.
    fn served(&self, noun: Range<usize>, limit: usize) -> Range<usize> {
        let mut last = noun.clone();
        for _ in 0..5 {
            let rest = &self.text[last.end..];
            let Some(behind) = rest.strip_prefix(['、', '等']) else { break };
            let from = last.end + (rest.len() - behind.len());
            let next = noun::noun_after(self.text, from, limit).filter(|next| next.start == from);
            let Some(next) = next else { return noun::before_action(self.text, noun) };
            last = next;
        }
        let last = noun::before_action(self.text, last);
        let row = last.end > noun.end && action::begins_service(&self.text[last.end..]);
        if row { noun.start..last.end } else { noun::before_action(self.text, noun) }
    }

    /// Where the next entity behind a quotation begins, if one stands in it: 30个“10分钟便民圈”.
    fn behind_quotes(&self, from: usize) -> Option<usize> {
        let quoted = gap(&self.text[from..]).strip_prefix('“')?;
        let close = head(quoted, 24).find('”')?;
        let end = self.text.len() - quoted.len() + close + '”'.len_utf8();
        Some(self.begin_or_end(self.places.begun(end)).max(end))
    }

    /// The noun of an amount with the size of each before it: 20万千瓦机组 in 3台20万千瓦机组, 5000吨级泊位.
    #[inline(never)]
    fn sized(&self, i: usize, from: usize, limit: usize) -> Option<Range<usize>> {
        use UnitKind::{Area, Count, Currency, Length, Mass, Other, Power, Volume};
        let adjoins = gaps!().trim(self.text.get(from..limit)?).is_empty();
        let near = self.kinds.get(i + 1).filter(|_| adjoins && self.kinds[i] == Count)?;
        let size = |n: usize| {
            let class = few!("级").begins(&self.text[self.end_of(n)..]);
            matches!(self.kinds[n], Power | Currency | Other)
                || class && matches!(self.kinds[n], Length | Area | Mass | Volume)
        };
        if !size(i + 1) {
            return None;
        }
        // 500千伏和220千伏变电站
        let mut last = i + 1;
        let between = self.text.get(self.end_of(last)..self.start_of(last + 1));
        if matches!(between, Some("和" | "、" | "及")) && self.kinds.get(last + 1) == Some(near) {
            last += 1;
        }
        let noun = noun::noun_after(self.text, self.behind_particle(last), self.start_of(last + 1))?;
        let name = self.text[noun.clone()].split('、').next().unwrap_or("");
        let name = name.strip_suffix("建设").filter(|stem| has_chars(stem, 2)).unwrap_or(name);
        has_chars(name, 2).then(|| limit..noun.start + name.len())
    }

    /// The noun of an amount without what the next amount measures: 5个重点县 in 5个重点县和南部平原20万亩.
    fn own_noun(&self, i: usize, noun: Range<usize>) -> Range<usize> {
        if self.quantity(i + 1).is_none() || self.begin_of(i + 1) != noun.end {
            return noun;
        }
        let name = &self.text[noun.clone()];
        let Some(at) = few!("和及与").rfind(name) else { return noun };
        let (front, behind) = (&name[..at], &name[at + '和'.len_utf8()..]);
        // 80个国家和国际组织120名代表: both are counted.
        let apart = has_chars(front, 4) && has_chars(behind, 4) && !few!("级类型性省市等的").ends(front);
        if apart { noun.start..noun.start + at } else { noun }
    }

    /// Whether an amount is no target unless it is paid, a share or a rate, or there has to be so much.
    fn is_refused(&self, spot: &Spot<'_>) -> bool {
        describes(spot) && !self.aims(spot, spot.after) || self.is_condition(spot) || self.announces(spot)
    }

    fn target(&self, spot: &Spot<'_>, refused: bool) -> Option<Found> {
        let found = self
            .paid(spot)
            .or_else(|| self.portion(spot))
            .or_else(|| self.rated(spot))
            .or_else(|| match spot.before.chars().next_back()? {
                '长' => self.stretched(spot),
                '由' => self.composed(spot),
                _ => self.partaking(spot).or_else(|| self.composed_of(spot)),
            })
            .or_else(|| self.provided(spot))
            .or_else(|| self.among(spot));
        if found.is_some() || refused {
            return found;
        }
        self.shared(spot)
            .or_else(|| self.coordinated(spot))
            .or_else(|| self.changed(spot))
            .or_else(|| self.lies(spot))
            .or_else(|| self.limited(spot))
            .or_else(|| self.acted(spot))
            .or_else(|| self.taking_part(spot))
            .or_else(|| self.summed(spot))
            .or_else(|| self.named(spot))
            .or_else(|| self.happened(spot))
            .or_else(|| self.permitted(spot))
    }

    /// A length of time that a term or period has or gets: 办理时限压缩至10个工作日.
    fn lasting(&self, i: usize) -> Option<Found> {
        // Before most lengths of time no verb of change stands, wherever their clause begins.
        let behind_verb = |text| change::change(gaps!("\n").trim_end(text).trim_end_matches('了')).is_some();
        if !behind_verb(&self.text[..self.begin_of(i)]) {
            return None;
        }
        let left = self.left(i);
        let before = gaps!("\n").trim_end(&self.text[left.range()]);
        let stem = before.strip_suffix('了').unwrap_or(before);
        let (head, change, _) = change::change(stem)?;
        let (head, baseline) = self.baseline(i, &left, head);
        let subject = subject::subject_before(self.behind_time(&left, head))?;
        // Other things grow for a time: 连续增长三年.
        let timely = phrase::is_timely(subject) || change::shortens(&stem[head.len()..]);
        let place = || self.place(subject);
        timely.then(|| Found { baseline: baseline.map(Nth::of), ..Found::new(i, place(), change) })
    }
}
