//! Which amounts are targets, and of what.
//!
//! There is no parser of syntax here: a clause is cut at its marks, the word before the amount says what changes, and tables of
//! words say where the name of the thing begins and ends. Where that is not clear, there is no target.

use alloc::vec::Vec;
use core::num::NonZero;
use core::ops::Range;

use jiff::civil::Date;

use super::amount::TargetAmount;
use super::condition::is_step;
use super::due::date_of;
use super::mood::Moods;
use super::refusal::describes;
use super::spot::Spot;
use super::traces::asked;
use super::{Change, Modality, Target, change, phrase, subject};
use crate::Span;
use crate::breaks::Breaks;
use crate::document::Entity;
use crate::few::{few, gaps};
use crate::layers::Layers;
use crate::normalize::Normalized;
use crate::outline::TaskList;
use crate::places::Places;
use crate::quantity::Bound;
use crate::scan::{Scanned, make_room};
use crate::token::{gap, has_chars, tail};
use crate::unit::UnitKind;

/// The targets of a text, if they are wanted, in the order of their amounts; fills in what classifiers count on the way.
pub(crate) fn targets(
    normalized: Normalized<'_>,
    scanned: &mut Scanned,
    lists: &[TaskList],
    layers: Layers,
    published: Option<Date>,
) -> Vec<Target> {
    let wanted = layers.contains(Layers::TARGETS);
    let published = published.map(Date::year);
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
        year: date_of(&scanned.entities, scanned.places()).or(published),
        published,
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

    /// The same of an amount that has its verb in it: 翻一番.
    fn up(self) -> Self {
        Self { change: Change::UpTo, ..self }
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
    /// The year of the first full date near the start, or else that of publication: the year of the text.
    pub(super) year: Option<i16>,
    /// That of publication, if it is known: the date near the start may be that of another text.
    pub(super) published: Option<i16>,
}

impl Finder<'_> {
    /// Finds the targets, but for their times and modalities.
    fn find(&mut self) {
        let (mut nouns, mut seen) = (0_usize, Vec::with_capacity(AT_ONCE.min(self.entities.len())));
        for (i, entity) in self.entities.iter().enumerate() {
            match entity {
                Entity::Quantity(quantity) => {
                    self.advance(i);
                    // 整治12条流域面积50平方公里以上河流: how large each is.
                    let inner = self.is_in_name(i, nouns.checked_sub(1).and_then(|n| self.nouns.get(n)));
                    let noun = self.nouns.get(nouns).filter(|(of, _)| *of == i).map(|(_, noun)| noun.clone());
                    nouns += usize::from(noun.is_some());
                    let spot = Spot::of(self, i, quantity, noun);
                    let refused = inner || self.is_refused(&spot);
                    seen.push((self.sentence, Seen::Amount(spot, refused)));
                }
                Entity::Time(time) if time.value.is_length() => {
                    self.advance(i);
                    let last = match seen.last() {
                        Some((sentence, Seen::Length(last))) if *sentence == self.sentence => Some(last),
                        _ => None,
                    };
                    seen.extend(self.lasting(i, last).map(|found| (self.sentence, Seen::Length(found))));
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
                Seen::Amount(spot, refused) => self
                    .target(spot, *refused)
                    .map(|found| if self.doubles(spot) { found.up() } else { found }),
                Seen::Length(found) => Some(found.clone()),
            };
            let Some(mut found) = found else { continue };
            if let Some(name) = self.indicator(&found.subject) {
                found.subject = name;
            }
            if let Some(name) = self.standard_of(&found) {
                found.carried = name.end <= found.subject.start;
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
            let (modality, cue) = self.modality(&moods, &judged.found, due);
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

    /// Whether an amount is no target unless it is paid, a share or a rate, or there has to be so much.
    fn is_refused(&self, spot: &Spot<'_>) -> bool {
        describes(spot) && !self.aims(spot, spot.after) && !self.is_life(spot)
            || self.is_condition(spot)
            || self.announces(spot)
    }

    /// Whether an age is that to which people live, as the clause before says: 预期寿命提高1岁、达到79岁.
    fn is_life(&self, spot: &Spot<'_>) -> bool {
        matches!(spot.quantity.unit.as_str(), "岁" | "歲")
            && few!("到至达").ends(spot.before)
            && tail(&self.text[self.sentence..spot.left.start], 16).contains("寿命")
    }

    fn target(&self, spot: &Spot<'_>, refused: bool) -> Option<Found> {
        if spot.seen.may_have(asked!("每")) && is_step(spot.before) {
            return None;
        }
        let last = spot.before.chars().next_back();
        let found = self
            .paid(spot)
            .or_else(|| self.portion(spot))
            .or_else(|| self.rated(spot))
            .or_else(|| match last? {
                '长' => self.stretched(spot),
                '由' => self.composed(spot),
                _ => self.partaking(spot).or_else(|| self.composed_of(spot)),
            })
            .or_else(|| self.provided(spot))
            .or_else(|| self.among(spot))
            .or_else(|| {
                last.filter(|c| matches!(c, '多' | '少' | '高' | '低' | '快' | '慢' | '了' | '出'))
                    .and_then(|_| self.than_before(spot))
            })
            .or_else(|| self.needed(spot));
        if found.is_some() || refused {
            return found;
        }
        self.shared(spot)
            .or_else(|| self.coordinated(spot))
            .or_else(|| last.filter(|c| *c == '括').and_then(|_| self.included(spot)))
            .or_else(|| self.changed(spot))
            .or_else(|| self.graded(spot))
            .or_else(|| self.lies(spot))
            .or_else(|| self.limited(spot))
            .or_else(|| self.acted(spot))
            .or_else(|| self.taking_part(spot))
            .or_else(|| self.summed(spot))
            .or_else(|| last.filter(|c| *c == '有').and_then(|_| self.existing(spot)))
            .or_else(|| self.named(spot))
            .or_else(|| self.happened(spot))
            .or_else(|| self.permitted(spot))
    }

    /// A length of time that a term or period has or gets, or the last one comes to: 办理时限压缩至10个工作日,
    /// 受教育年限提高1年，达到11年.
    fn lasting(&self, i: usize, last: Option<&Found>) -> Option<Found> {
        // Before most lengths of time no verb of change stands, wherever their clause begins.
        let behind_verb = |text| change::change(gaps!("\n").trim_end(text).trim_end_matches('了')).is_some();
        if !behind_verb(&self.text[..self.begin_of(i)]) {
            return self.limited_term(i, last);
        }
        let left = self.left(i);
        let before = gaps!("\n").trim_end(&self.text[left.range()]);
        let stem = before.strip_suffix('了').unwrap_or(before);
        let (head, change, _) = change::change(stem)?;
        let (head, baseline) = self.baseline(i, &left, head);
        let Some(subject) = subject::subject_before(self.behind_time(&left, head)) else {
            let last = last.filter(|_| baseline.is_none())?;
            let own = gaps!("，、").trim(self.text.get(self.end_of(last.entity)..left.start + head.len())?);
            let goes_on = match i - last.entity {
                1 => matches!(own, "" | "同比" | "环比"),
                // 优良天数为318天，比上年增加11天
                2 => {
                    own.strip_prefix(['比', '较']).and_then(|than| than.strip_suffix("同期").or(Some(than)))
                        == self.time(i - 1).and(self.text.get(self.places.range(i - 1)))
                }
                _ => false,
            };
            return goes_on.then(|| Found::carried(i, last.subject.clone(), change));
        };
        // Other things grow for a time: 连续增长三年.
        let timely = phrase::is_timely(subject) || change::shortens(&stem[head.len()..]);
        let place = || self.place(subject);
        timely.then(|| Found { baseline: baseline.map(Nth::of), ..Found::new(i, place(), change) })
    }

    /// A term that may not be longer or shorter than a length of time: 公示时间不得少于15日.
    #[cold]
    fn limited_term(&self, i: usize, last: Option<&Found>) -> Option<Found> {
        if !matches!(self.time(i)?.limit, Some(Bound::AtLeast | Bound::AtMost)) {
            return None;
        }
        let after = gap(&self.text[self.end_of(i)..]);
        let whole = after.is_empty() || few!("，。；、,;：:（(\n").begins(after);
        let left = self.left(i);
        if !(whole && few!("不最逾").begins(&self.text[self.begin_of(i)..self.start_of(i)])) {
            return None;
        }
        let words = before_beginning(self.behind_time(&left, &self.text[left.range()]));
        let Some(name) = subject::subject_before(words) else {
            // 加班时间每日不得超过三小时，每月累计不得超过三十六小时
            let last = last.filter(|last| last.entity + 1 == i && phrase::is_adverbial(words))?;
            return Some(Found::carried(i, last.subject.clone(), Change::To));
        };
        let own = has_chars(name, 3) || !matches!(name, "时间" | "期限" | "时限" | "期间");
        (phrase::is_timely(name) && own).then(|| Found::new(i, self.place(name), Change::To))
    }
}

/// The name of a term before what it begins with: 保存时间 in 保存时间自交易完成之日起.
fn before_beginning(words: &str) -> &str {
    let Some(front) = words.strip_suffix('起') else { return words };
    let from = few!("自从").rfind(front).filter(|at| *at > 0);
    from.map_or(words, |at| &words[..at])
}
