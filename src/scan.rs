//! One pass over the text that finds every entity and every marker.
//!
//! A table says for each character whether anything can begin with it; only there are grammars tried. What a grammar matched is
//! stepped over, so each is tried a bounded number of times for each character.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::abbreviation::{self, Abbreviation};
use crate::bounds;
use crate::charset::{CharSet, char_at};
use crate::document::Entity;
use crate::document_number::{self, DocumentNumber};
use crate::error::{Diagnostic, DiagnosticKind};
use crate::few::{few, gaps};
use crate::layers::Layers;
use crate::marker;
use crate::normalize::{DISTURBANCES, Normalized, at_disturbance, is_disturbed};
use crate::numeral::{self, Notation, Number, arabic_digit, number, number_from, starts_number};
use crate::outline::Marker;
use crate::places::{Place, Places};
use crate::provision::{self, Provision};
use crate::quantity::{self, Bound, Quantity};
use crate::refer::refer;
use crate::time::{self, TimeExpr, Year};
use crate::title::{self, Title};
use crate::token::{ends, fold, fold_end, gap, has_end, is_gap, is_han, strip_any_end};
use crate::unit::UnitKind;

/// Characters that something can begin with.
const TRIGGERS: &str = "﹝―参〇○零弌一二三四五六七八九十百千万两兩萬壹贰貳弍叁參叄肆伍陆陸柒捌玖拾佰仟廿卅半翻《》第今去本明昨来后上下前年“‘（〔［【称稱首其再然最另\
㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩—─－●•·◆■◇★▲▶►➤甲乙丙丁戊己庚辛壬癸￥¥£€＄\
０１２３４５６７８９0123456789\"'([$";

static START: CharSet = CharSet::of(TRIGGERS).and_all('①', '⒛').and_all('㉑', '㉟');

/// What stands behind a numeral that is a time, a quantity or a marker: 十四五规划, 一、, 一是. White space may stand before it.
static FOLLOWS: CharSet = FOLLOWS_ANY.or(&quantity::FOLLOWS);

/// The same for what is no quantity.
const FOLLOWS_ANY: CharSet =
    CharSet::of("一二三四五六七八九时期间规以末开收计方）)、﹑.．﹒是就即要则来 \u{a0}\u{3000}\t\n")
        .and_all('\u{2002}', '\u{200a}')
        .or(&time::FOLLOWS);

/// What stands second where something begins with a digit or a number below 万: what follows a numeral, or more of it, and the
/// 下 of 零下5℃.
static SECOND_OF_NUMERAL: CharSet =
    CharSet::of("下").or(&FOLLOWS_ANY).or(&quantity::FOLLOWS).or(&numeral::GOES_ON);

/// The same for 一.
static SECOND_OF_ONE: CharSet = FOLLOWS_ANY.or(&quantity::FOLLOWS_ONE).or(&numeral::GOES_ON);

/// What stands behind 一个 that is an amount.
static COUNTED_ONCE: CharSet = CharSet::of("百千比亿").or(&time::COUNTED);

/// The same for 百 千 万.
static SECOND_OF_BARE: CharSet = FOLLOWS_ANY.or(&quantity::FOLLOWS_BARE).or(&numeral::GOES_ON);

/// What stands second where words begin something: 今年, 其次, “十四五”, 甲、.
static SECOND_OF_WORD: CharSet = CharSet::of("").or(&marker::SECOND).or(&time::SECOND);

/// What a character may begin, which says what has to stand behind it.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Start {
    /// What begins with 第.
    Ordinal,
    /// Anything else, or any of those that follow in Traditional script.
    Other,
    /// A numeral whatever stands behind it.
    Digit,
    /// A numeral, or a part of a word.
    Numeral,
    /// The same of 一.
    One,
    /// The same of 百 千 万.
    Bare,
    /// A time or a marker, or nothing.
    Word,
}

/// How many places the table of starts has.
const PLACES: usize = 1 << 9;

/// The place of a character in it, which it has alone.
const fn place_of(c: u32) -> usize {
    ((c * 1697) & 0xFFFF) as usize / (0x1_0000 / PLACES)
}

/// What characters begin, so that one look tells it.
static STARTS: [(u32, Start); PLACES] = {
    const ALL: [(&str, Start); 6] = [
        ("0123456789", Start::Digit),
        ("〇○零壹弌二贰弍两三叁四肆五伍六陆七柒八捌九玖十拾佰仟廿卅", Start::Numeral),
        ("一", Start::One),
        ("百千万", Start::Bare),
        ("首其再然最另参甲乙丙丁戊己庚辛壬癸“\"'‘上下今去本明昨来后前年半", Start::Word),
        ("第", Start::Ordinal),
    ];
    let mut starts = [(0, Start::Other); PLACES];
    let mut i = 0;
    while i < ALL.len() {
        let (characters, start) = ALL[i];
        let mut at = 0;
        while at < characters.len() {
            let (c, len) = char_at(characters.as_bytes(), at);
            let place = place_of(c);
            assert!(starts[place].0 == 0, "two characters have one place");
            starts[place] = (c, start);
            at += len;
        }
        i += 1;
    }
    starts
};

impl Start {
    fn of(c: u32) -> Self {
        let (of, start) = STARTS[place_of(c)];
        if of == c { start } else { Self::Other }
    }

    /// Whether nothing begins, as the next character says: most 上, 本 and 一 begin nothing.
    #[allow(clippy::needless_bitwise_bool)] // OK because which of them stands here no branch foresees
    fn is_none(self, text: &str, behind: usize) -> bool {
        static BEHIND: [&CharSet; 7] = [
            &START, &START, &START, &SECOND_OF_NUMERAL, &SECOND_OF_NUMERAL, &SECOND_OF_BARE, &SECOND_OF_WORD,
        ];
        (self > Self::Digit) & !BEHIND[self as usize].stands_at(text.as_bytes(), behind)
            || self == Self::One && !counts_one(&text[..behind - '一'.len_utf8()], &text[behind..])
    }
}

/// Whether 一 before what follows a numeral counts anything.
fn counts_one(before: &str, behind: &str) -> bool {
    // 一个 is an amount only as 一个月 and 一个百分点.
    let counts = match behind.strip_prefix('个') {
        Some(behind) => COUNTED_ONCE.begins(behind),
        None => SECOND_OF_ONE.begins(behind),
    };
    // 负一层 is a floor.
    counts || before.ends_with(['负', '負', '-', '－', '−', ' '])
}

/// Digits of financial numerals, which are parts of names as well.
static FINANCIAL: CharSet = CharSet::of("壹贰叁肆伍陆柒捌玖弌弍叄");

/// What numerals begin with that may be part of something else, whatever stands before them.
static MAY_BE_REFUSED: CharSet = CharSet::of("0０").or(&FINANCIAL);

/// What stands before a numeral that may be part of something else, be refused, or have a sign: few are.
static TELLS: CharSet = CharSet::of("数几上成国．×，红第“‘－−负負的\u{a0}\u{3000}")
    .and_all('\0', '\x7f')
    .and_all('\u{2002}', '\u{200a}');

/// What one pass finds.
#[derive(Default)]
pub(crate) struct Scanned {
    /// In text order, not overlapping.
    pub entities: Vec<Entity>,
    /// Where they stand in the normalized text, if that is not where they stand in the source.
    apart: Option<Vec<Place>>,
    /// What the units of quantities measure.
    pub kinds: Vec<UnitKind>,
    pub markers: Vec<Marker>,
    pub diagnostics: Vec<Diagnostic>,
}

impl Scanned {
    /// Where the entities stand in the normalized text.
    pub fn places(&self) -> Places<'_> {
        Places::new(&self.entities, self.apart.as_ref())
    }

    /// Takes note of how far an entity reaches with the words that bound it.
    pub fn extend(&mut self, i: usize, extent: &Range<usize>) {
        if let Some(places) = &mut self.apart {
            places[i].extent = extent.clone();
        }
    }
}

/// Finds the entities and markers of a text as it is; none where it needs to be normalized first.
pub(crate) fn scan_clean(text: &str, as_of: Option<Date>, layers: Layers) -> Option<Scanned> {
    static STOPS: CharSet = CharSet::of("").or(&START).or(&DISTURBANCES);
    let normalized = Normalized::clean(text);
    let mut scanner = Scanner::new(&normalized, as_of, layers);
    scanner.run(&STOPS, true).then(|| scanner.finish())
}

/// Finds the entities and markers of a text.
pub(crate) fn scan(normalized: &Normalized<'_>, as_of: Option<Date>, layers: Layers) -> Scanned {
    let mut scanner = Scanner::new(normalized, as_of, layers);
    scanner.run(&START, false);
    scanner.finish()
}

struct Scanner<'t> {
    /// In Simplified characters, as the grammars read it.
    text: &'t str,
    /// As written, for names and units; at the same offsets.
    written: &'t str,
    normalized: &'t Normalized<'t>,
    as_of: Option<Date>,
    layers: Layers,
    /// The end of the last entity: none may begin before it.
    floor: usize,
    /// The end of the bracket in which the last short name was defined.
    defined: usize,
    out: Scanned,
}

impl<'t> Scanner<'t> {
    fn new(normalized: &'t Normalized<'_>, as_of: Option<Date>, layers: Layers) -> Self {
        let (text, written) = (normalized.folded(), normalized.text());
        let apart = normalized.is_cut().then(Vec::new);
        let out = Scanned { apart, ..Scanned::default() };
        Self { text, written, normalized, as_of, layers, floor: 0, defined: 0, out }
    }

    fn finish(mut self) -> Scanned {
        if self.layers.bounds() {
            bounds::read(&mut self.out, self.normalized, self.as_of);
        }
        if self.layers.contains(Layers::TITLES) {
            refer(&mut self.out.entities);
        }
        // What stays does not keep the room that it grew into while the other passes need some.
        self.out.entities.shrink_to_fit();
        self.out
    }

    /// Goes through the text, from one character of a set to the next. Where `clean` is asked for, false says that the text needs
    /// to be normalized first.
    fn run(&mut self, stops: &CharSet, clean: bool) -> bool {
        let text = self.text;
        let bytes = text.as_bytes();
        let mut at = stops.find(bytes, 0);
        while at < bytes.len() {
            let (c, len) = char_at(bytes, at);
            let (start, behind) = (Start::of(c), at + len);
            if start == Start::Other && clean && DISTURBANCES.stands_at(bytes, at) && at_disturbance(text, at)
            {
                return false;
            }
            // Most of the others begin nothing.
            let mut next = behind;
            if !start.is_none(text, behind) {
                let Some(c) = char::from_u32(c) else { break };
                next = match start {
                    Start::Digit | Start::Numeral | Start::One | Start::Bare => self.numeral(at, c),
                    Start::Other | Start::Word => self.begin(at, c),
                    Start::Ordinal => self.ordinal(at),
                };
                // What was stepped over is looked at as well.
                if clean && next > behind && is_disturbed(text, behind..next) {
                    return false;
                }
            }
            at = stops.find(bytes, next);
        }
        true
    }

    /// Tries what can begin with the character at a place, and returns where to go on.
    #[inline(never)] // so that the many places where nothing begins do not pay for its large frame
    fn begin(&mut self, at: usize, c: char) -> usize {
        if starts_number(c) {
            return self.numeral(at, c);
        }
        let next = at + c.len_utf8();
        let (before, input) = self.text.split_at(at);
        let done = match c {
            '《' => self.title(at),
            '》' => {
                self.remark(at..next, DiagnosticKind::StrayTitleEnd);
                None
            }
            '〔' | '[' | '［' | '﹝' | '【' => {
                self.cited(at, document_number::bracketed).and_then(|found| self.document_number(at, found))
            }
            '（' | '(' => {
                // What a bracket begins with says which grammar can read it.
                let number = match fold(&input[c.len_utf8()..]).chars().next() {
                    Some('第') => self.cited(at, document_number::numbered),
                    Some(c) if arabic_digit(c).is_some() => self.cited(at, document_number::bracketed),
                    Some(c) if starts_number(c) => None,
                    _ => return next,
                };
                number
                    .and_then(|found| self.document_number(at, found))
                    .or_else(|| Some(self.marker(at, marker::bracketed(before, input)?)))
            }
            '称' => self.short_name(at),
            '首' | '其' | '再' | '然' | '最' | '另' => {
                // 最后 and 其次 leave what follows to the grammars.
                let found = marker::word(before, input);
                // 首季度
                let time = || if c == '首' { time::word_at(before, input) } else { None };
                match found {
                    Some(found) => Some(self.marker(at, found)),
                    None => time().and_then(|found| self.time(at, found)),
                }
            }
            '“' | '"' | '\'' | '‘' | '上' | '下' | '今' | '去' | '本' | '明' | '昨' | '来' | '后' | '前'
            | '年' | '半' => {
                let start = at - time::word_back(before, c);
                let longer = || time::word_at(&self.text[..start], &self.text[start..]);
                let longer = if start < at { longer() } else { None };
                longer
                    .and_then(|found| self.time(start, found))
                    .or_else(|| time::word_at(before, input).and_then(|found| self.time(at, found)))
            }
            '翻' => quantity::doubling(input).and_then(|found| self.quantity(at, found)),
            '$' | '＄' | '￥' | '¥' | '£' | '€' => {
                quantity::signed_currency(before, input).and_then(|(back, found)| {
                    let found = quantity::Found { len: back + found.len, ..found };
                    self.quantity(at - back, found)
                })
            }
            '①'..='⒛' | '㉑'..='㉟' | '㈠'..='㈩' => {
                marker::enclosed(before, input).map(|found| self.marker(at, found))
            }
            '―' | '参' | '—' | '─' | '－' | '●' | '•' | '·' | '◆' | '■' | '◇' | '★' | '▲' | '▶' | '►'
            | '➤' | '甲' | '乙' | '丙' | '丁' | '戊' | '己' | '庚' | '辛' | '壬' | '癸' => {
                marker::line_start(before, input).map(|found| self.marker(at, found))
            }
            '萬' => return self.numeral(at, c),
            _ => None,
        };
        done.unwrap_or(next)
    }

    /// A document number at a place. Its issuer is looked for between the last entity and the place.
    #[inline]
    fn cited(
        &self,
        at: usize,
        read: fn(&str, &str) -> Option<document_number::Found>,
    ) -> Option<document_number::Found> {
        let floor = self.floor.min(at);
        let found = read(&self.written[floor..at], &self.written[at..])?;
        // 自2024年1月1日起国发〔2014〕4号: the words that bound a time are no part of the name behind them.
        let from = self.bounded(floor, at);
        if at - found.back >= from { Some(found) } else { read(&self.written[from..at], &self.written[at..]) }
    }

    /// Where the last entity that ends at a place before another ends with the words that bound it.
    fn bounded(&self, floor: usize, at: usize) -> usize {
        bounds::end_of_last(&self.out, self.text).clamp(floor, at)
    }

    fn remark(&mut self, range: Range<usize>, kind: DiagnosticKind) {
        self.out.diagnostics.push(Diagnostic { span: self.normalized.span(range), kind });
    }

    /// Adds an entity, and returns where to go on.
    fn push(&mut self, range: Range<usize>, entity: Entity) -> usize {
        self.push_with(range, entity, UnitKind::None)
    }

    /// The same with what its unit measures.
    #[inline]
    fn push_with(&mut self, range: Range<usize>, entity: Entity, kind: UnitKind) -> usize {
        let end = range.end;
        self.floor = end;
        if self.out.entities.len() == self.out.entities.capacity() {
            self.make_room();
        }
        if let Some(apart) = &mut self.out.apart {
            make_room(apart);
            apart.push(Place { extent: range.clone(), range });
        }
        self.out.kinds.push(kind);
        self.out.entities.push(entity);
        end
    }

    /// Lets the list of entities grow.
    #[cold]
    fn make_room(&mut self) {
        if self.out.entities.is_empty() {
            // A good part of what most texts have, so that the lists need not grow from nothing.
            let usual = (self.text.len() / 1280 + 1).next_power_of_two();
            self.out.kinds.reserve(usual);
            self.out.entities.reserve(usual);
        }
        make_room(&mut self.out.entities);
    }

    fn marker(&mut self, at: usize, found: marker::Found) -> usize {
        if self.out.markers.is_empty() {
            self.out.markers.reserve(32);
        }
        self.out.markers.push(Marker { at, found });
        at + found.len
    }

    fn title(&mut self, at: usize) -> Option<usize> {
        let Some(found) = title::title(&self.written[at..]) else {
            self.remark(at..at + '《'.len_utf8(), DiagnosticKind::UnclosedTitle);
            return None;
        };
        let range = at..at + found.len;
        // 《》 is a blank to be filled in.
        if found.name.is_empty() {
            return Some(range.end);
        }
        let mut title = self.build(at, found);
        if title.edition.is_none()
            && let Ok((rest, edition)) = title::edition_behind(&self.written[range.end..])
        {
            let end = self.written.len() - rest.len();
            title.edition = Some(self.normalized.as_written(edition, range.end..end));
            title.extent = self.normalized.span(at..end);
        }
        // A number directly before a title is its number as well.
        if let Some(Entity::DocumentNumber(number)) = self.out.entities.last()
            && self.text[self.floor..at].chars().all(is_gap)
        {
            title.number = Some(number.reference.clone());
            title.extent.start = number.span.start;
        }
        Some(self.push(range, Entity::Title(Box::new(title))))
    }

    fn build(&self, at: usize, found: title::Found) -> Title {
        let title::Found { name, edition, period, inner, len } = found;
        let span = self.normalized.span(at..at + len);
        Title {
            span,
            extent: span,
            name,
            edition,
            period,
            number: None,
            alias: None,
            refers_to: None,
            inner: inner.into_iter().map(|(range, found)| self.build(at + range.start, found)).collect(),
        }
    }

    fn document_number(&mut self, at: usize, mut found: document_number::Found) -> Option<usize> {
        let range = at - found.back..at + found.len;
        if range.start < self.floor {
            return None;
        }
        let issuer = found.reference.issuer.take();
        found.reference.issuer = issuer.map(|issuer| self.normalized.as_written(issuer, range.clone()));
        let title_end = self.floor;
        if let Some(Entity::Title(title)) = self.out.entities.last_mut()
            && title.number.is_none()
            && abbreviation::directly_behind(&self.text[title_end..range.start])
        {
            title.number = Some(found.reference.clone());
            let said = title::end_of_said(&self.text[title_end..], range.end - title_end);
            title.extent.end = self.normalized.span(range.start..title_end + said).end;
        }
        let end = range.end;
        let further = found.reference.year.is_some() && few!("、和").begins(&self.text[end..]);
        let last = further.then(|| found.reference.clone());
        let span = self.normalized.span(range.clone());
        self.push(range, Entity::DocumentNumber(DocumentNumber { span, reference: found.reference }));
        Some(last.map_or(end, |last| self.further_numbers(&last, end)))
    }

    /// 国发〔2019〕6号、8号和9号: numbers with the issuer and year of the first; returns where the last one ends.
    #[cold] // as few stand behind one
    fn further_numbers(&mut self, of: &document_number::Reference, mut end: usize) -> usize {
        while let Some(next) = self.text[end..].strip_prefix(['、', '和'])
            && let Some((len, serial)) = document_number::further(next)
        {
            let at = self.text.len() - next.len();
            let reference = document_number::Reference { serial, ..of.clone() };
            let span = self.normalized.span(at..at + len);
            end = self.push(at..at + len, Entity::DocumentNumber(DocumentNumber { span, reference }));
        }
        end
    }

    /// What begins with 第; a numeral behind it is stepped over, since ordinals count nothing.
    #[inline(never)] // as that for numerals
    fn ordinal(&mut self, at: usize) -> usize {
        let (before, input) = self.text.split_at(at);
        // What the number counts says which grammar can read it.
        let inside = gap(&input['第'.len_utf8()..]);
        let read = number(inside).ok();
        let apart = read.as_ref().filter(|(rest, _)| gaps!().begins(rest));
        let apart = apart.and_then(|read| marker::spaced_out(inside, read));
        let read = apart.as_ref().or(read.as_ref()).map(|(rest, n)| (n, *rest));
        let counted = read.and_then(|(_, rest)| fold(rest).chars().next());
        // Most of them head a line; what refers to a provision as well stands there for its number.
        if matches!(counted, Some('条' | '章' | '节'))
            && before.ends_with(['\n', ' ', '\u{3000}'])
            && self.floor < at
            && let Some(found) = read.and_then(|read| marker::ordinal_marker(before, input, read))
        {
            return self.marker(at, found);
        }
        let front = before.trim_end();
        let lettered = front.ends_with('字') && front.len() > self.floor;
        let time =
            |scanner: &mut Self| time::word_at(before, input).and_then(|found| scanner.time(at, found));
        let found = match counted {
            Some('条' | '款' | '项' | '目' | '和' | '及' | '与' | '或') if !lettered => {
                self.provisions(at, front)
            }
            // 第一、二季度
            Some('、' | '至' | '到' | '-' | '—') if !lettered => {
                self.provisions(at, front).or_else(|| time(self))
            }
            Some('季' | '个') if !lettered => time(self),
            counted if lettered || counted == Some('号') => {
                self.cited(at, document_number::numbered).and_then(|found| self.document_number(at, found))
            }
            Some(_) => None,
            // 前款第（三）项
            None if few!("（(").begins(inside) => self.provisions(at, front),
            None => return at + ordinals(input, read),
        };
        found
            .or_else(|| Some(self.marker(at, marker::ordinal_marker(before, input, read?)?)))
            .unwrap_or_else(|| at + ordinals(input, read))
    }

    /// References to provisions, directly behind what they are of: a title, 本法, 民事诉讼法. `front` is the text before, less
    /// white space.
    fn provisions(&mut self, at: usize, front: &str) -> Option<usize> {
        // Most that stands before 第 ends a sentence, and the number heads an article.
        if !front.ends_with(|c| provision::BEFORE.has(c)) {
            return None;
        }
        let mut from = self.floor.min(at);
        let unread = &self.text[from..at];
        let last = self.last_before_number();
        let title = last.filter(|i| {
            let between = &self.text[self.out.places().range(*i).end..at];
            matches!(self.out.entities[*i], Entity::Title(_)) && provision::behind_title(between)
        });
        // （以下简称本条例）第三条
        let short = match last.map(|i| (&self.out.entities[i], self.out.places().range(i))) {
            Some((Entity::Abbreviation(a), range)) if matches!(&self.text[range.end..at], "）" | ")") => {
                // The definition ends with the name, but for a mark behind it.
                let words = self.written[range.clone()].trim_end_matches(['”', '"', '’', '\'', '」', '』']);
                let name = words.strip_suffix(a.short.as_str()).map_or(0, str::len);
                Some((a.short.clone(), range.start + name..range.start + words.len()))
            }
            _ => None,
        };
        let mut words = if title.is_none() && short.is_none() { Some(provision::law(unread)?) } else { None };
        // 自2024年1月1日起民法典第三条; farther from the time no words bound it.
        if let Some(law) = &words
            && from > 0
            && law.words.start < 64
            && let bounded = self.bounded(from, at)
            && from + law.words.start < bounded
        {
            words = Some(provision::law(&self.text[bounded..at])?);
            from = bounded;
        }
        let document = words.as_ref().is_none_or(|words| words.document);
        let of = match (&words, title) {
            (Some(words), _) => &self.written[from..at][words.words.clone()],
            (None, Some(title)) => self.written[self.out.places().range(title)].trim_start_matches('《'),
            (None, None) => "",
        };
        let found = provision::chain(&self.text[at..], &self.written[at..], of, Some(document));
        let end = at + found.last()?.0.end;
        // Behind a space or a line break it may be the heading of an article.
        let apart = unread.ends_with(|c: char| c.is_whitespace());
        let heads = || {
            self.text[end..].starts_with(char::is_whitespace)
                || marker::ordinal_word_marker(&self.text[..at], &self.text[at..]).is_some()
        };
        if apart && heads() {
            return None;
        }
        let named = words.map(|words| {
            let of = &self.written[from..at][words.words.clone()];
            let law = self.normalized.as_written(title::squeeze(of), from..at);
            (law, from + words.words.start..from + words.words.end)
        });
        let (law, place) = named.or(short).unzip();
        let law_span = place.map(|place| self.normalized.span(place));
        for (range, locator) in found {
            let range = at + range.start..at + range.end;
            let span = self.normalized.span(range.clone());
            let provision = Provision { span, title, law: law.clone(), law_span, locator };
            self.push(range, Entity::Provision(provision));
        }
        Some(end)
    }

    /// Numerals that are no amount: vague ones, slogans, what is cut off something, a digit within a word.
    #[cold] // as few can be one
    fn refused(&self, before: &str, input: &str, n: &Number) -> bool {
        let first = input.chars().next().unwrap_or(' ');
        let last = before.chars().next_back().unwrap_or(' ');
        let arabic = arabic_digit(first).is_some();
        // 数十, 几百, 上千; not 中位数百分之六十, 加上百分之五, 迈上万亿元台阶
        let percent = input[first.len_utf8()..].starts_with("分之");
        let step = || before.strip_suffix('上').is_some_and(|b| few!("迈跨站登踏").ends(b));
        let vague = !percent
            && ((n.bare || first == '十') && matches!(last, '数' | '几')
                || n.bare && matches!(last, '上' | '成') && !step());
        // .5 has lost its first digit, and 21，7％ its point.
        let separated = || {
            before.strip_suffix(['，', ',']).is_some_and(|b| {
                let number = b.trim_end_matches(|c| arabic_digit(c).is_some());
                // 居全国第4，21个学科: an ordinal ends before the comma.
                number.len() < b.len() && self.floor < b.len() && !number.ends_with('第')
            })
        };
        // 1,2345元 and 1、000元: no numeral is grouped so, and what stands behind the comma is none by itself.
        let group = || {
            let digits =
                |text: &str| text.chars().rev().take(4).take_while(|c| arabic_digit(*c).is_some()).count();
            let grouped = before.strip_suffix(',').is_some_and(|b| {
                let count = digits(b);
                let ordinal = || b.chars().rev().nth(count) == Some('第');
                (1..=3).contains(&count) && self.floor < b.len() && !ordinal()
            });
            let front = before.trim_end_matches(is_gap);
            let front = front.strip_suffix([',', '，', '、', '\'']).unwrap_or(front);
            let zeros = matches!(first, '0' | '０') && n.digits > 1 && front.len() < before.len();
            grouped || zeros && digits(front) > 0
        };
        // 3.7×10⁴ is one number; 收入×100% and 480毫米×140毫米 have two.
        let power = last == '×' && n.low == Some(Decimal::TEN);
        // A Han numeral that begins above is not read by its end: 五⏎五万吨.
        let above = || {
            let line = before.trim_end_matches(' ').strip_suffix('\n');
            matches!(last, ' ' | '\n')
                && line.is_some_and(|line| line.trim_end_matches(is_gap).ends_with(starts_number))
        };
        // 1.3人户: the point belongs to a marker.
        let marked = || self.out.markers.last().is_some_and(|m| m.at + m.found.len == before.len());
        let point = matches!(last, '.' | '．') && !marked();
        let cut = arabic && (point || power || n.digits <= 2 && separated() || group()) || !arabic && above();
        // 陆家嘴, 队伍: financial numerals stand in company; 贰点零伍 does.
        let alone = || {
            let behind = &input[first.len_utf8()..];
            let decimals = behind.strip_prefix('点').filter(|r| few!("零壹贰叁肆伍陆柒捌玖").begins(r));
            let behind = decimals.unwrap_or(behind).chars().next();
            !behind.is_some_and(|c| starts_number(c) || matches!(c, '元' | '圆' | '万' | '亿'))
        };
        let lone = FINANCIAL.has(first) && alone();
        let red_cross = first == '十' && last == '红';
        vague
            || cut
            || lone
            || red_cross
            || last == '第'
            || !is_han(last) && quantity::is_slogan(before, input)
    }

    fn short_name(&mut self, at: usize) -> Option<usize> {
        let (before, input) = self.written.split_at(at);
        let found = abbreviation::short_name(before, input)?;
        let range = at - found.back..at + found.len;
        if range.start < self.floor {
            return None;
        }
        let owner = self.last_before_number();
        let behind = owner.map_or(0, |owner| self.out.places().range(owner).end);
        // 《甲办法》和《乙办法》（以下统称“两办法”）: neither is called so alone.
        let run = owner.filter(|_| few!("统合").ends(&self.text[..at])).and_then(|owner| self.run_to(owner));
        if run.is_none()
            && let Some(Entity::Title(title)) = owner.and_then(|i| self.out.entities.get_mut(i))
            && title.alias.is_none()
            && abbreviation::directly_behind(&self.text[behind..range.start])
        {
            title.alias = Some(short(&self.normalized.as_written(found.short, range.clone())));
            let said = title::end_of_said(&self.text[behind..], range.end - behind);
            title.extent.end = self.normalized.span(range.start..behind + said).end;
            // A short name in marks is read as a title next, and so is what stands in one: 以下简称2019年《证券法》.
            let next = self.written[at..range.end].find('《');
            return Some(next.map_or(range.end, |title| at + title));
        }
        if found.marked {
            return None;
        }
        if let Some(start) = run
            && abbreviation::directly_behind(&self.text[behind..range.start])
        {
            return Some(self.abbreviation(range, found.short, start..behind));
        }
        // What stands before the number of an article or item is no part of it, and what another short name stands for is none.
        let marker = self.out.markers.last().map_or(0, |m| m.at + m.found.len);
        let from = marker.max(self.defined).min(range.start);
        // 一、保障措施⏎市城管局（以下统称…）: a heading ends with its line. Where a page breaks a sentence the line is longer.
        let headed =
            from == marker && self.out.markers.last().is_some_and(|m| m.found.place == marker::Place::Line);
        let mut line = self.text.as_bytes()[from..range.start].iter().take(if headed { 49 } else { 0 });
        let from = line.position(|b| *b == b'\n').map_or(from, |len| from + len + 1);
        let before = abbreviation::before_bracket(&self.text[from..range.start]);
        let full = abbreviation::full_name(before, &found.short);
        let full = from + full.start..from + full.end;
        if full.is_empty() {
            return None;
        }
        let full = full.start.max(self.after_title(full.start))..full.end;
        if full.is_empty() {
            return None;
        }
        Some(self.abbreviation(range, found.short, full))
    }

    /// Adds a short name, and returns where to go on.
    fn abbreviation(&mut self, range: Range<usize>, name: String, full: Range<usize>) -> usize {
        let span = self.normalized.span(range.clone());
        let short = short(&self.normalized.as_written(name, range.clone()));
        let entity = Abbreviation { span, short, full: self.normalized.span(full) };
        let behind = &self.text[range.end..];
        self.defined = self.text.len() - behind.strip_prefix(['）', ')']).unwrap_or(behind).len();
        self.push(range, Entity::Abbreviation(entity))
    }

    /// Where the titles begin of which one is the last, if it is: 《甲办法》、《乙办法》和《丙办法》.
    #[inline(never)] // as few have a name together
    fn run_to(&self, last: usize) -> Option<usize> {
        /// How many entities are asked, numbers among them.
        const ASKED: usize = 32;
        let place = |i: usize| self.out.places().range(i);
        let mut first = last;
        for i in (last.saturating_sub(ASKED)..last).rev() {
            let number = matches!(self.out.entities[i], Entity::DocumentNumber(_));
            let title = matches!(self.out.entities[i], Entity::Title(_));
            if title && abbreviation::joins_titles(&self.text[place(i).end..place(first).start]) {
                first = i;
            } else if !number {
                break;
            }
        }
        (first < last).then(|| place(first).start)
    }

    /// The last entity; where that is a number, the one before it, which may be the title that has it.
    fn last_before_number(&self) -> Option<usize> {
        let last = self.out.entities.len().checked_sub(1)?;
        let numbers = last > 0 && matches!(self.out.entities[last], Entity::DocumentNumber(_));
        Some(last - usize::from(numbers))
    }

    /// A full name does not begin inside a title.
    fn after_title(&self, start: usize) -> usize {
        let last = self.out.entities.len().checked_sub(1);
        let title = last.filter(|last| matches!(self.out.entities[*last], Entity::Title(_)));
        title
            .map(|title| self.out.places().range(title))
            .map_or(start, |range| if range.contains(&start) { range.end } else { start })
    }

    fn time(&mut self, at: usize, found: time::Found) -> Option<usize> {
        let range = at..at + found.len;
        if at < self.floor {
            return None;
        }
        // In Traditional script two digits are years of the Republic without its name, and no time of ours.
        if self.normalized.is_traditional()
            && found.value.is_some_and(|value| matches!(value.year(), Some(Year::Short(_))))
        {
            return Some(range.end);
        }
        if self.normalized.is_traditional()
            && time::is_year_of_republic(
                &self.text[self.floor..at],
                &self.text[range.clone()],
                &self.text[range.end..],
            )
        {
            return Some(range.end);
        }
        let Some(value) = found.value else {
            self.remark(range.clone(), DiagnosticKind::ImpossibleDate);
            return Some(range.end);
        };
        // The words around it are read when all times are found.
        let span = self.normalized.span(range.clone());
        let expr = TimeExpr {
            span,
            extent: span,
            value,
            bound: None,
            approximate: false,
            limit: None,
            first: None,
            last: None,
            inferred_from: None,
        };
        Some(self.push(range, Entity::Time(expr)))
    }

    fn quantity(&mut self, at: usize, found: quantity::Found) -> Option<usize> {
        let range = at..at + found.len;
        if at < self.floor {
            return None;
        }
        let Some(amount) = found.amount else {
            self.remark(range.clone(), DiagnosticKind::NumberTooLarge);
            return Some(range.end);
        };
        let span = self.normalized.span(range.clone());
        let quantity = Quantity {
            span,
            extent: span,
            amount,
            unit: found.unit.in_script_of(&self.text[at..], &self.written[at..], found.len),
            currency: None,
            // 十多 is over what it says, unless the words around it say otherwise; they are read when all amounts are found.
            bound: found.vague.then_some(Bound::Over),
            noun: None,
        };
        Some(self.push_with(range, Entity::Quantity(quantity), found.kind))
    }

    /// What begins with a numeral: a standard, a time, a quantity, a marker, or nothing; returns where to go on.
    #[inline(never)] // so that what begins with other characters does not pay for its large frame
    fn numeral(&mut self, at: usize, first: char) -> usize {
        let (before, input) = self.text.split_at(at);
        // What stands before most numerals says nothing of what they are.
        let told = TELLS.ends(before);
        // Behind a Han character or a mark there is none of what digits belong to.
        if told
            && arabic_digit(first).is_some()
            && before.ends_with(|c: char| c.is_ascii() || is_gap(c))
            && let Some(end) = self.within_code(at)
        {
            return end;
        }
        let Ok((rest, n)) = number_from(first, input) else { return self.no_number(at, first) };
        let end = at + (input.len() - rest.len()).max(1);
        // Most numerals are part of a word: 统一, 三农. What is read needs something behind it, or decimals and dates in digits.
        let follows = FOLLOWS.begins(rest) || n.decimal || n.digits >= 8 || n.counts_alone();
        let plan = few!("计时期”’\"").begins(rest) && input[..end - at].ends_with('五');
        if !(follows || plan || n.notation == Notation::Arabic && few!("和与").begins(rest)) {
            return end;
        }
        let behind = fold(rest);
        let year = behind.strip_prefix('年');
        if told
            && year.is_some()
            && fold_end(before).ends_with('国')
            && let Some(end) = self.year_of_republic(at)
        {
            return end;
        }
        if (first == '十' || plan)
            && let Some(end) = self.plan(at)
        {
            return end;
        }
        // A heading's number comes before anything else that it may look like.
        let heading = marker::numeral(before, input, Some((&n, rest)));
        if let Some(found) = heading
            && heads(input, &found)
        {
            return self.marker(at, found);
        }
        if let Some(behind) = year.map(gap)
            && behind.starts_with(|c| c == '第' || arabic_digit(c).is_some())
            && let Some(end) = self.numbered_by_year(before, behind)
        {
            return end;
        }
        // What is no marker is an amount or nothing; where it may be a marker, an amount comes first.
        if !self.layers.amounts() && heading.is_none() {
            return end;
        }
        if time::may_be_time(&n, rest, behind)
            && let Some(found) = time::numbered(before, input, Some((&n, rest)))
            && let Some(end) = self.time(at, found)
        {
            return end;
        }
        // 74.4⏎⏎万亿元: an empty line stands in it.
        let behind = behind.strip_prefix('\n').map_or(behind, gap);
        if quantity::may_measure(&n, behind)
            && !((told || MAY_BE_REFUSED.has(first)) && self.refused(before, input, &n))
        {
            // -5%: the sign is read with the number.
            if told
                && let Some(start) = signed(before).map(|back| at - back).filter(|start| *start >= self.floor)
                && let Ok((rest, n)) = number(&self.text[start..])
                && quantity::may_measure(&n, fold(rest))
                && let Some(found) = quantity::quantity_at(&self.text[..start], &self.text[start..], &n, rest)
                && let Some(end) = self.quantity(start, found)
            {
                return end;
            }
            if let Some(found) = quantity::quantity_at(before, input, &n, rest)
                && let Some(end) = self.quantity(at, found)
            {
                return end;
            }
        }
        heading.map_or(end, |found| self.marker(at, found))
    }

    /// What begins with digits that are no number: 2021.3.30, the heading 1.1.1.
    #[cold] // as few do
    fn no_number(&mut self, at: usize, first: char) -> usize {
        let (before, input) = self.text.split_at(at);
        if first == '十'
            && let Some(end) = self.plan(at)
        {
            return end;
        }
        let heading = marker::numeral(before, input, None);
        if let Some(found) = heading
            && heads(input, &found)
        {
            return self.marker(at, found);
        }
        let amounts = self.layers.amounts() || heading.is_some();
        let found = if amounts { time::numbered(before, input, None) } else { None };
        found.and_then(|found| self.time(at, found)).unwrap_or_else(|| {
            // What was read until a second point refused it is not read again.
            let read = numeral::until_refused(input);
            at + read + digits(&input[read..])
        })
    }

    /// 民国110年: its name begins nothing else, and most that begins so has no number.
    #[cold] // as few numerals stand behind it
    fn year_of_republic(&mut self, at: usize) -> Option<usize> {
        let before = strip_any_end(fold_end(&self.text[..at]), &["中华民国", "民国"])?;
        let found = time::word_at(before, &self.text[before.len()..]);
        self.time(before.len(), found?)
    }

    /// 十四五规划, 六五计划
    #[cold] // as few numerals begin so
    fn plan(&mut self, at: usize) -> Option<usize> {
        let (before, input) = self.text.split_at(at);
        let named = input.chars().skip(1).take(2).any(|c| c == '五');
        let found = if named { time::word_at(before, input) } else { None };
        self.time(at, found?)
    }

    /// Digits that belong to what stands before them, a standard or a code (GB/T 7714, PM2, A-35), and where they end.
    #[inline(never)] // as few digits do
    fn within_code(&mut self, at: usize) -> Option<usize> {
        let (before, input) = self.text.split_at(at);
        let numbered = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
        if before.trim_end_matches(is_gap).ends_with(numbered)
            && let Some(found) = document_number::standard(&self.written[..at], &self.written[at..])
            && let Some(end) = self.document_number(at, found)
        {
            return Some(end);
        }
        let hyphen = before.strip_suffix('-').is_some_and(|b| b.ends_with(|c: char| c.is_ascii_uppercase()));
        let within = hyphen || before.ends_with(|c: char| c.is_ascii_alphabetic() || c == '_');
        within.then(|| at + digits(input))
    }

    /// 商务部公告2026年第18号, 商务部2026年第18号公告: the year belongs to the number that stands behind it.
    #[cold] // as few years do
    fn numbered_by_year(&mut self, before: &str, behind: &str) -> Option<usize> {
        let organ = before.trim_end_matches(is_gap);
        let named = ends(organ, document_number::ORGAN_ENDS) || has_end(organ, &["公告", "通告", "令"]);
        let at = self.text.len() - behind.len();
        let found = named.then(|| self.cited(at, document_number::numbered)).flatten()?;
        self.document_number(at, found)
    }
}

/// Lets a list of large things grow by half where it is full: doubled, it would leave as much room unused as a text takes.
#[inline]
pub(crate) fn make_room<T>(list: &mut Vec<T>) {
    if list.len() == list.capacity() {
        list.reserve_exact(list.len() / 2 + 4);
    }
}

/// A short name without the marks around it, but with those in it: “十四五”规划.
fn short(name: &str) -> String {
    let inside = |(open, close)| name.strip_prefix(open)?.strip_suffix(close);
    [('《', '》'), ('“', '”'), ('"', '"')].into_iter().find_map(inside).unwrap_or(name).into()
}

/// How long a run of digits, points and signs is that was no number.
fn digits(input: &str) -> usize {
    let len: usize = input
        .chars()
        .take_while(|c| arabic_digit(*c).is_some() || matches!(c, '.' | '．' | ',' | '·'))
        .map(char::len_utf8)
        .sum();
    len.max(input.chars().next().map_or(1, char::len_utf8))
}

/// What an ordinal counts, and what joins it to the next one.
static CLASSIFIERS: CharSet = CharSet::of("年个天日月次届条款项目位名号期批");
static JOINTS: CharSet = CharSet::of("、至-—～和及");

/// The length of 第 with its numerals and what they count: 第三年, 第一、二产业, 第六条至第八条, 第 6、7、30 條. `read` is the first
/// numeral with the text behind it, if it stands in the same line.
fn ordinals(input: &str, read: Option<(&Number, &str)>) -> usize {
    let sign = '第'.len_utf8();
    let first = match read {
        Some((n, behind)) => (!n.magnitude).then_some(behind),
        None => number(fold(&input[sign..])).ok().filter(|(_, n)| !n.magnitude).map(|(behind, _)| behind),
    };
    let Some(mut behind) = first else { return sign };
    loop {
        let mut at = input.len() - behind.len();
        // The classifier belongs to the ordinal: 第三年 is no length of time.
        let counted = gap(behind);
        if counted.starts_with(|c| CLASSIFIERS.has(c)) {
            at = input.len() - counted.len() + '年'.len_utf8();
            // 第七个五年, without 计划, is no length of time.
            if counted.starts_with("个五年") {
                at += "五年".len();
            }
        }
        // A chain goes on with 、 or 至, over line breaks.
        let joint = fold(&input[at..]);
        let Some(c) = joint.chars().next().filter(|c| JOINTS.has(*c)) else { return at };
        let next = fold(&joint[c.len_utf8()..]);
        if !next.starts_with(starts_number) {
            return at;
        }
        // 第一、200万人 is no chain.
        match number(next) {
            Ok((rest, n)) if !n.magnitude && !n.decimal && !few!("%％万亿").begins(rest) => behind = rest,
            _ => return at,
        }
    }
}

/// The sign before a number, if it is one and no dash: its length.
#[inline]
fn signed(before: &str) -> Option<usize> {
    /// Signs, and what may stand behind one.
    static SIGNS: CharSet = CharSet::of("-－−负負 的");
    let sign = before.chars().next_back().filter(|c| SIGNS.has(*c))?;
    let front = &before[..before.len() - sign.len_utf8()];
    // 负 1200 may stand apart, and so may 负的百分之五.
    if matches!(sign, ' ' | '的') && front.ends_with('负') {
        return signed(front).map(|len| len + sign.len_utf8());
    }
    if !matches!(sign, '-' | '－' | '−' | '负' | '負') {
        return None;
    }
    let front = front.chars().next_back();
    let front = front.filter(|c| !is_gap(*c)).or(front);
    let free = match (sign, front) {
        (_, None) => true,
        ('负' | '負', Some(c)) => {
            !c.is_alphanumeric() || matches!(c, '为' | '為' | '是' | '至' | '到' | '约' | '即' | '达')
        }
        (_, Some(c)) => {
            !(c.is_ascii_alphanumeric()
                || starts_number(c)
                || matches!(c, '%' | '％' | '-' | '年' | '月' | '日' | '万' | '亿' | ')' | '）' | '.'))
        }
    };
    free.then_some(sign.len_utf8())
}

/// Whether a marker at the start of a line is one before its number can be anything else.
fn heads(input: &str, found: &marker::Found) -> bool {
    use marker::{Place, Style};
    if found.place != Place::Line {
        return found.style == Style::Arabic
            && found.place == Place::Clause
            && !input[..found.len].ends_with('、');
    }
    // 5.6到5.78元: two numbers joined by a point are a heading only where a space or a third one follows.
    let clear = found.style != Style::Decimal
        || input[found.len..].starts_with(is_gap)
        || input[..found.len].matches(['.', '．']).count() > 1;
    clear
        && matches!(
            found.style,
            Style::Arabic | Style::Decimal | Style::Han | Style::ArabicHalfParen | Style::Financial
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_trigger_is_in_the_table() {
        for c in TRIGGERS.chars() {
            let mut text = String::from("了");
            text.push(c);
            assert_eq!(START.find(text.as_bytes(), 0), 3, "{c}");
        }
    }

    #[test]
    fn numerals_are_in_the_table_of_starts() {
        let numeral =
            |c: char| matches!(Start::of(c.into()), Start::Digit | Start::Numeral | Start::One | Start::Bare);
        for c in ('\0'..='\u{ffff}').filter(|c| numeral(*c)) {
            assert!(starts_number(c) || c == '万', "{c}");
        }
        // Those of Traditional script are folded before, or asked for where nothing else begins.
        for c in ('\0'..='\u{ffff}').filter(|c| numeral::HAN_STARTS.has(*c)) {
            let simplified = crate::script::simplified(c.encode_utf8(&mut [0; 4])).starts_with(c);
            assert!(!simplified || numeral(c) || Start::of(c.into()) == Start::Other, "{c}");
        }
    }

    #[test]
    fn numerals_all_trigger() {
        for c in ('\0'..='\u{ffff}').filter(|c| starts_number(*c)) {
            assert!(TRIGGERS.contains(c), "{c}");
        }
    }
}
