//! Noise taken out of a text, with the way back to where everything stood.
//!
//! Normalizing deletes byte order marks, zero-width and control characters, carriage returns before line feeds, and readings in
//! brackets behind a Han character (國(guó)家), and widens the half-width marks of Chinese prose (产值(含税),). What else ends a
//! line becomes a line feed, and a rare space a thin one. What is written in another shape, full width or 〇○零, stays and is read by the grammars' own
//! tables; they read Traditional text in a copy with Simplified characters at the same offsets. Clean text costs one pass over
//! its bytes and is borrowed as it is.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::cell::{Cell, OnceCell};
use core::ops::Range;

use crate::Span;
use crate::charset::CharSet;
use crate::script::{self, FIRST_BYTES, Folding, TRADITIONAL};
use crate::title::squeeze;
use crate::width;

/// A text without noise.
///
/// Offsets into it are ranges, offsets into the source are [`Span`]s, and [`Normalized::span`] alone turns one into the other.
pub(crate) struct Normalized<'a> {
    text: Cow<'a, str>,
    /// The text in Simplified characters, where it is not in them already.
    folded: Option<String>,
    /// Whether the text is in Traditional script, not only with a name or quotation in it.
    traditional: bool,
    cuts: Vec<Cut>,
    /// How many of them stand before the place that was asked for last: the next one is near it, mostly.
    before: Cell<usize>,
}

/// A deletion, or as many side by side as one can say: none is noise behind a reading. Or the end of a mark that was widened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cut {
    /// Where in the normalized text.
    at: usize,
    /// How many bytes all deletions up to and with this one took, less those that marks grew by.
    removed: isize,
    /// What was deleted ends with the reading of the character before it, and belongs to what ends there; so does what a mark
    /// grew by.
    reading: bool,
}

impl Cut {
    /// The cut behind marks that grew by so much.
    const fn behind(self, growth: usize) -> Self {
        Self { at: self.at + growth, removed: self.removed - growth.cast_signed(), ..self }
    }
}

/// Notes a deletion, with the one before it where nothing stands between them.
fn cut(cuts: &mut Vec<Cut>, cut: Cut) {
    // Two at most: 國\0(guó)\0(guó) is one, whatever stands between its readings.
    while cuts.last().is_some_and(|last| last.at == cut.at && (cut.reading || !last.reading)) {
        cuts.pop();
    }
    cuts.push(cut);
}

impl<'a> Normalized<'a> {
    /// A text in which [`at_disturbance`] finds nothing.
    pub const fn clean(source: &'a str) -> Self {
        Self {
            text: Cow::Borrowed(source),
            folded: None,
            traditional: false,
            cuts: Vec::new(),
            before: Cell::new(0),
        }
    }

    /// Takes the noise out of a text.
    pub fn new(source: &'a str) -> Self {
        let mut text = String::new();
        let mut cuts = Vec::new();
        let mut folding: Option<Folding> = None;
        let (mut kept, mut at, mut removed) = (0, 0, 0isize);
        // Whether the text has readings at all is asked once, when the first one is met.
        let readings = OnceCell::new();
        // Where in the text the marks stand that may be widened, and the titles, in which none is.
        let mut stops = Vec::new();
        loop {
            at = LOOKED_AT.find(source.as_bytes(), at);
            if source.as_bytes().get(at).is_some_and(|b| FIRST_BYTES.contains(b)) {
                at = folding.get_or_insert_with(|| Folding::behind(&text, kept, source)).fold(at);
                continue;
            }
            let Some(c) = source[at..].chars().next() else { break };
            if let Some(form) = script::shape(c) {
                at = folding.get_or_insert_with(|| Folding::behind(&text, kept, source)).reshape(at, form);
                continue;
            }
            // What is taken out: its length, what it leaves, and whether it belongs to the character before it as a reading does.
            let taken = if TAKEN.has(c) || c > '\u{ffff}' {
                taken(c, &source[at + c.len_utf8()..]).map(|(left, ends)| (c.len_utf8(), left, ends))
            } else {
                reading(&source[at..])
                    .filter(|_| last_is_ideograph(&source[kept..at], &text))
                    .filter(|_| *readings.get_or_init(|| has_readings(source)))
                    .map(|found| (found.len, "", true))
            };
            if let Some((len, left, reading)) = taken {
                if kept == 0 {
                    text.reserve_exact(source.len());
                }
                text.push_str(&source[kept..at]);
                text.push_str(left);
                if let Some(folding) = &mut folding {
                    folding.replace(at..at + len, left);
                }
                // A carriage return alone has no more bytes than a line feed.
                if len > left.len() {
                    removed += (len - left.len()).cast_signed();
                    cut(&mut cuts, Cut { at: text.len(), removed, reading });
                }
                at += len;
                kept = at;
            } else {
                if width::STOPS.has(c) {
                    stops.push(text.len() + at - kept);
                }
                at += c.len_utf8();
            }
        }
        let text = if kept == 0 {
            Cow::Borrowed(source)
        } else {
            text.push_str(&source[kept..]);
            Cow::Owned(text)
        };
        // One character in five has another form in Traditional script.
        let traditional = folding.as_ref().is_some_and(|folding| folding.forms() * 60 > text.len());
        let before = Cell::new(0);
        let mut normalized = Self { folded: folding.map(Folding::finish), text, traditional, cuts, before };
        let marks = width::in_prose_of(normalized.folded(), &stops);
        if !marks.is_empty() {
            normalized.widen(&marks);
        }
        normalized
    }

    /// Widens the marks at some places.
    #[cold] // as most texts have full-width marks
    fn widen(&mut self, marks: &[usize]) {
        self.text = Cow::Owned(width::widened(&self.text, marks));
        self.folded = self.folded.take().map(|folded| width::widened(&folded, marks));
        let mut cuts = Vec::with_capacity(self.cuts.len() + marks.len());
        let mut deletions = self.cuts.iter().peekable();
        let (mut removed, mut growth) = (0, 0);
        for mark in marks {
            while let Some(cut) = deletions.next_if(|cut| cut.at <= *mark) {
                removed = cut.removed;
                cuts.push(cut.behind(growth));
            }
            growth += width::GROWTH;
            cuts.push(Cut { at: mark + 1, removed, reading: true }.behind(growth));
        }
        cuts.extend(deletions.map(|cut| cut.behind(growth)));
        self.cuts = cuts;
    }

    /// A name from a passage of the normalized text, less white space, with those of its marks in half width that were so.
    pub fn as_written(&self, name: String, passage: Range<usize>) -> String {
        if !self.cuts.is_empty() && width::has_wide(&name) { self.narrowed(name, passage) } else { name }
    }

    #[cold]
    fn narrowed(&self, name: String, passage: Range<usize>) -> String {
        let text = &self.text[passage.clone()];
        let wide = squeeze(text);
        let Some(from) = wide.find(&name) else { return name };
        let skipped = wide[..from].chars().count();
        let narrow = squeeze(&width::narrowed(text, |end| self.is_end_of_widened(passage.start + end)));
        narrow.chars().skip(skipped).take(name.chars().count()).collect()
    }

    /// Whether a mark that was widened ends at a place: noise and readings only take away.
    fn is_end_of_widened(&self, at: usize) -> bool {
        let n = self.cuts.partition_point(|cut| cut.at < at);
        self.cuts.get(n).is_some_and(|cut| cut.at == at && cut.removed < self.removed(n))
    }

    /// How many bytes were removed up to and with the n-th cut.
    fn removed(&self, n: usize) -> isize {
        n.checked_sub(1).map_or(0, |i| self.cuts[i].removed)
    }

    /// How many cuts stand before a place.
    fn cuts_before(&self, is_before: impl Fn(&Cut) -> bool) -> usize {
        /// How many are stepped over before all of them are searched.
        const NEAR: usize = 8;
        let mut n = self.before.get();
        for _ in 0..NEAR {
            match n.checked_sub(1) {
                Some(last) if !is_before(&self.cuts[last]) => n = last,
                _ if self.cuts.get(n).is_some_and(&is_before) => n += 1,
                _ => {
                    self.before.set(n);
                    return n;
                }
            }
        }
        n = self.cuts.partition_point(is_before);
        self.before.set(n);
        n
    }

    /// The normalized text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The normalized text with the Traditional characters of known words in their Simplified forms, at the same offsets.
    pub fn folded(&self) -> &str {
        self.folded.as_deref().unwrap_or(&self.text)
    }

    /// Where a passage of the source stands in the normalized text.
    pub fn range(&self, span: Span) -> Range<usize> {
        let place = |offset: usize| {
            let n = self.cuts.partition_point(|cut| cut.at.wrapping_add_signed(cut.removed) <= offset);
            // A place within a cut is where that was.
            let place = offset.wrapping_add_signed(-self.removed(n));
            self.cuts.get(n).map_or(place, |next| place.min(next.at))
        };
        place(span.start)..place(span.end)
    }

    /// The way back to the source alone.
    pub fn without_text(self) -> Normalized<'static> {
        Normalized { text: Cow::Borrowed(""), folded: None, ..self }
    }

    /// Whether something was cut out of it or widened, so that offsets differ.
    pub fn is_cut(&self) -> bool {
        !self.cuts.is_empty()
    }

    /// Whether the text is in Traditional script.
    pub fn is_traditional(&self) -> bool {
        self.traditional
    }

    /// The passage of the source that a range of the normalized text came from, with the readings in and behind it.
    pub fn span(&self, range: Range<usize>) -> Span {
        if self.cuts.is_empty() {
            return Span::from(range);
        }
        let before = self.cuts_before(|cut| cut.at < range.end);
        let behind = self.cuts[before..].iter().take_while(|cut| cut.at == range.end);
        let n = before + behind.zip(1..).filter(|(cut, _)| cut.reading).last().map_or(0, |(_, n)| n);
        let end = range.end.wrapping_add_signed(self.removed(n));
        if range.is_empty() {
            return Span::new(end, end);
        }
        // What was deleted before the first character stays outside.
        let before = self.cuts_before(|cut| cut.at <= range.start);
        let start = range.start.wrapping_add_signed(self.removed(before));
        Span::new(start, end)
    }
}

/// Characters that say nothing: controls but tab and those that end lines, zero-width characters, fillers, marks of direction and
/// byte order, and what chooses the shape of the character before it, with those of four bytes that share a bit with one. A
/// carriage return before a line feed is one.
static NOISE: CharSet =
    CharSet::of("\r\u{7f}\u{ad}\u{34f}\u{61c}\u{115f}\u{1160}\u{17b4}\u{17b5}\u{3164}\u{feff}\u{ffa0}")
        .and_all('\0', '\u{8}')
        .and_all('\u{c}', '\u{1f}')
        .and_all('\u{80}', '\u{84}')
        .and_all('\u{86}', '\u{9f}')
        .and_all('\u{180b}', '\u{180f}')
        .and_all('\u{200b}', '\u{200f}')
        .and_all('\u{202a}', '\u{202e}')
        .and_all('\u{2060}', '\u{206f}')
        .and_all('\u{fe00}', '\u{fe0f}')
        .and_all('\u{fff0}', '\u{fffb}')
        .and(0x1_BCA0)
        .and(0x1_D173)
        .and(0xE_0000)
        .and(0xE_0400)
        .and(0xE_0800)
        .and(0xE_0C00);

/// Whether a character says nothing.
fn is_noise(c: char) -> bool {
    NOISE.has(c) || c > '\u{ffff}' && is_far_noise(c)
}

/// The same of one of four bytes: tags, shapes of Han characters, what forms shorthand and musical notes.
#[cold]
const fn is_far_noise(c: char) -> bool {
    matches!(c, '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Spaces that word processors leave between a number and its unit, and others that few texts have: each is read as a thin one, at
/// the same offset.
static SPACES: CharSet = CharSet::of("\u{1680}\u{2000}\u{2001}\u{202f}\u{205f}");
const THIN_SPACE: &str = "\u{2009}";

/// What ends a line in texts of other programs, and is read as a line feed: Word ends paragraphs with a carriage return alone.
static LINE_ENDS: CharSet = CharSet::of("\r\u{b}\u{85}\u{2028}\u{2029}");

/// All that may be taken out but readings.
static TAKEN: CharSet = CharSet::of("").or(&NOISE).or(&LINE_ENDS).or(&SPACES);

/// What a character leaves that is taken out, and whether it belongs to the one before it.
#[inline(never)] // as few are
fn taken(c: char, behind: &str) -> Option<(&'static str, bool)> {
    if LINE_ENDS.has(c) && ends_line(c, behind) {
        Some(("\n", true))
    } else if is_noise(c) {
        Some(("", false))
    } else {
        SPACES.has(c).then_some((THIN_SPACE, false))
    }
}

/// Whether a line ends with a character at a place in a text as it was given: a line feed, or what is read as one.
pub(crate) fn is_line_end(c: char, behind: &str) -> bool {
    c == '\n' || LINE_ENDS.has(c) && ends_line(c, behind)
}

/// Whether one of these ends a line, by the text behind it: a carriage return is noise where a line feed follows.
#[cold] // as few lines end so
fn ends_line(c: char, behind: &str) -> bool {
    /// How much noise may stand before the line feed.
    const NEAR: usize = 8;
    let mut near = behind.chars().take(NEAR).skip_while(|c| is_noise(*c));
    c != '\r' || near.next() != Some('\n')
}

/// Noise, and brackets that may hold a reading.
static SUSPECTS: CharSet = CharSet::of("(（").or(&NOISE);

/// What a text is normalized for: noise, ends of lines, Traditional characters and marks, brackets that may hold a reading, and
/// marks that may be widened.
pub(crate) static DISTURBANCES: CharSet = CharSet::of("")
    .or(&width::MARKS)
    .or(&SUSPECTS)
    .or(&LINE_ENDS)
    .or(&SPACES)
    .or(&TRADITIONAL)
    .or(&script::SHAPES);

/// This, and what a title begins with.
static LOOKED_AT: CharSet = CharSet::of("").or(&DISTURBANCES).or(&width::STOPS);

/// Whether a text needs to be normalized for what stands in a part of it; what stands elsewhere is not asked.
///
/// Most texts need not, and are read as they are: the scan asks this of the characters that it stops at and of those that it
/// steps over, so that they are not read twice.
pub(crate) fn is_disturbed(text: &str, part: Range<usize>) -> bool {
    let mut at = part.start;
    loop {
        at = DISTURBANCES.find(&text.as_bytes()[..part.end], at);
        if at == part.end {
            return false;
        }
        if at_disturbance(text, at) {
            return true;
        }
        at += text[at..].chars().next().map_or(1, char::len_utf8);
    }
}

/// The same of the character at a place.
pub(crate) fn at_disturbance(text: &str, at: usize) -> bool {
    match text[at..].chars().next() {
        // What a reading stands in is widened, if it is none.
        Some(c) if width::MARKS.has(c) => width::in_prose(text, at),
        Some('（') => last_is_ideograph(&text[..at], "") && reading(&text[at..]).is_some(),
        Some(c) => DISTURBANCES.has(c) || c > '\u{ffff}' && is_far_noise(c),
        None => false,
    }
}

/// Whether a character is written in Han script, those beyond the Basic Multilingual Plane and 〇 with it.
const fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇')
}

/// Whether the character before a bracket is Han; readings may stand twice, 国(guo)(guo).
fn last_is_ideograph(pending: &str, text: &str) -> bool {
    pending.chars().next_back().or_else(|| text.chars().next_back()).is_some_and(is_ideograph)
}

/// Whether a text has readings at all: one with a tone mark, or two without. A lone (an) is a word, and 表(a) has a letter.
fn has_readings(source: &str) -> bool {
    let (mut plain, mut at) = (0, 0);
    loop {
        at = SUSPECTS.find(source.as_bytes(), at);
        let Some(c) = source[at..].chars().next() else { return false };
        if is_noise(c) {
            at += c.len_utf8();
            continue;
        }
        let before = source[..at].trim_end_matches(is_noise);
        if let Some(found) = reading(&source[at..]).filter(|_| last_is_ideograph(before, "")) {
            plain += usize::from(found.letters > 1);
            if found.toned || plain == 2 {
                return true;
            }
        }
        at += c.len_utf8();
    }
}

/// A bracket with a reading.
struct Reading {
    len: usize,
    letters: usize,
    /// It has a tone mark.
    toned: bool,
}

/// `reading = ( syllable )`, with spaces and noise in the brackets.
fn reading(text: &str) -> Option<Reading> {
    let open = text.chars().next().filter(|c| matches!(c, '(' | '（'))?.len_utf8();
    let mut syllable = [0u8; 6];
    let (mut len, mut toned) = (0, false);
    // Noise is stepped over whatever there is of it, so that a text reads as it does without.
    for (i, c) in text[open..].char_indices().filter(|(_, c)| !is_noise(*c)).take(14) {
        match c {
            ')' | '）' => {
                let known = len > 0 && is_syllable(&syllable[..len]);
                return known.then_some(Reading { len: open + i + c.len_utf8(), letters: len, toned });
            }
            ' ' | '\u{a0}' | '\u{3000}' => {}
            _ => {
                let (letter, tone) = plain_letter(c)?;
                toned |= tone;
                if letter.is_none() && len == 0 {
                    return None;
                }
                if let Some(letter) = letter {
                    *syllable.get_mut(len)? = letter;
                    len += 1;
                }
            }
        }
    }
    None
}

/// A letter of pinyin without its tone (ü is v), and whether it had one. A combining mark is a tone and no letter.
fn plain_letter(c: char) -> Option<(Option<u8>, bool)> {
    let letter = |l: u8, tone| Some((Some(l), tone));
    match c {
        'a'..='z' => letter(c as u8, false),
        'ā' | 'á' | 'ǎ' | 'à' | 'ă' => letter(b'a', true),
        'ē' | 'é' | 'ě' | 'è' | 'ê' => letter(b'e', true),
        'ī' | 'í' | 'ǐ' | 'ì' => letter(b'i', true),
        'ō' | 'ó' | 'ǒ' | 'ò' => letter(b'o', true),
        'ū' | 'ú' | 'ǔ' | 'ù' => letter(b'u', true),
        'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => letter(b'v', true),
        'ü' => letter(b'v', false),
        'ń' | 'ň' | 'ǹ' => letter(b'n', true),
        'ḿ' => letter(b'm', true),
        'ɡ' => letter(b'g', false),
        'ɑ' => letter(b'a', false),
        '\u{300}' | '\u{301}' | '\u{304}' | '\u{30c}' => Some((None, true)),
        _ => None,
    }
}

/// The finals that each initial of pinyin takes. The finals of an initial are separated by spaces.
const SYLLABLES: [(&str, &str); 24] = [
    ("zh", "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo"),
    ("ch", "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo"),
    ("sh", "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo"),
    ("b", "a ai an ang ao ei en eng i ian iao ie in ing o u"),
    ("p", "a ai an ang ao ei en eng i ian iao ie in ing o ou u"),
    ("m", "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u"),
    ("f", "a an ang ei en eng iao o ou u"),
    ("d", "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo"),
    ("t", "a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo"),
    ("n", "a ai an ang ao e ei en eng i ia ian iang iao ie in ing iu ong ou u uan un uo v ve g"),
    ("l", "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve"),
    ("g", "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo"),
    ("k", "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo"),
    ("h", "a ai an ang ao e ei en eng m ng ong ou u ua uai uan uang ui un uo"),
    ("j", "i ia ian iang iao ie in ing iong iu u uan ue un"),
    ("q", "i ia ian iang iao ie in ing iong iu u uan ue un"),
    ("x", "i ia ian iang iao ie in ing iong iu u uan ue un"),
    ("r", "an ang ao e en eng i ong ou u ua uan ui un uo"),
    ("z", "a ai an ang ao e ei en eng i ong ou u uan ui un uo"),
    ("c", "a ai an ang ao e ei en eng i ong ou u uan ui un uo"),
    ("s", "a ai an ang ao e en eng i ong ou u uan ui un uo"),
    ("y", "a an ang ao e i in ing o ong ou u uan ue un"),
    ("w", "a ai an ang ei en eng o u"),
    ("", "a ai an ang ao e ei en eng er o ou"),
];

/// Whether some letters are a syllable of pinyin.
fn is_syllable(letters: &[u8]) -> bool {
    let Ok(letters) = core::str::from_utf8(letters) else { return false };
    SYLLABLES.iter().any(|(initial, finals)| {
        letters.strip_prefix(initial).is_some_and(|rest| finals.split(' ').any(|f| f == rest))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clean_text_is_borrowed() {
        for text in ["", "国务院印发《意见》（试行），增长（GDP）。", "三级（县）\n\t段落", "—“引号”…"]
        {
            let normalized = Normalized::new(text);
            assert!(matches!(normalized.text, Cow::Borrowed(_)), "{text}");
            assert_eq!(normalized.span(0..text.len()), Span::new(0, text.len()));
        }
    }

    #[test]
    fn noise_is_deleted() {
        for (source, text) in [
            ("國(guó)家發(fā)展", "國家發展"),
            ("会(huì )议(yì)", "会议"),
            ("国(guo)(guo)家(jia)", "国家"),
            ("務(wù)（ wù ）", "務"),
            ("\u{feff}一\r\n二\u{200b}三\0", "一\n二三"),
            ("增长率(GDP)發(fā)", "增长率（GDP）發"),
            ("农业(ag)發(fā)", "农业（ag）發"),
            ("安全(an)", "安全（an）"),
            ("女(nǚ)略(lüè)", "女略"),
            ("a(bā)", "a(bā)"),
            ("表(a)、表(e)", "表（a）、表（e）"),
            ("表(a1)、表(a2)", "表（a1）、表（a2）"),
            ("国\u{fe00}家\u{2068}\u{61c}\u{34f}", "国家"),
            ("国\u{e0100}家\u{3164}\u{115f}\u{fff9}\u{e0001}\u{1d173}", "国家"),
            ("𠮷\u{1d172}家𝄞", "𠮷\u{1d172}家𝄞"),
            ("5\u{202f}个\u{205f}国\u{e0101}\u{2001}家", "5\u{2009}个\u{2009}国\u{2009}家"),
            ("一\r二\u{b}三\u{85}四\u{2028}五\r\r\n六\r\u{200b}\n", "一\n二\n三\n四\n五\n六\n"),
            ("國\u{200b}(gu\u{ad}ó)家", "國家"),
            ("国(       g\u{200b}\u{200b}\u{200b}u\u{200b}ó\u{200b}\u{200b}\u{200b}  )家(jiā)", "国家"),
            ("国(guo\u{301})家(\u{301})", "国家（\u{301}）"),
            ("二(èr)是(", "二是（"),
            ("嗯(ńg)嗯(ňg)嗯(ǹg)高(ɡāo)安(ɑ\u{304}n)噷(hḿ)", "嗯嗯嗯高安噷"),
        ] {
            assert_eq!(Normalized::new(source).text(), text, "{source}");
        }
    }

    #[test]
    fn spans_lead_back() {
        let source = "共27個(gè)\r\n國(guó)家";
        let normalized = Normalized::new(source);
        assert_eq!(normalized.text(), "共27個\n國家");
        let slice = |range: Range<usize>| &source[normalized.span(range).range()];
        assert_eq!(slice(3..8), "27個(gè)");
        assert_eq!(slice(8..9), "\n");
        assert_eq!(slice(9..12), "國(guó)");
        assert_eq!(slice(9..15), "國(guó)家");
        assert_eq!(slice(0..15), source);
        assert_eq!(slice(0..0), "");
        for range in [0..3, 3..8, 8..9, 9..12, 9..15] {
            assert_eq!(normalized.range(normalized.span(range.clone())), range);
        }
        let source = "國\u{2028}家\r\u{2029}家";
        let normalized = Normalized::new(source);
        assert_eq!((normalized.text(), normalized.folded()), ("國\n家\n\n家", "国\n家\n\n家"));
        for (range, part) in
            [(0..3, "國"), (3..4, "\u{2028}"), (4..8, "家\r"), (8..9, "\u{2029}"), (9..12, "家")]
        {
            let span = normalized.span(range.clone());
            assert_eq!((&source[span.range()], normalized.range(span)), (part, range));
        }
        let source = "國\u{200b}(guó)\u{200b}家";
        let normalized = Normalized::new(source);
        assert_eq!(&source[normalized.span(0..3).range()], "國\u{200b}(guó)");
    }

    #[test]
    fn spans_lead_back_from_marks_that_were_widened() {
        let source = "\0产值\0(\0國(guó)內\0)\0,\0增長";
        let normalized = Normalized::new(source);
        assert_eq!(normalized.text(), "产值（國內），增長");
        assert_eq!(normalized.folded(), "产值（国内），增长");
        let slice = |range: Range<usize>| &source[normalized.span(range).range()];
        assert_eq!(slice(0..6), "产值");
        assert_eq!(slice(6..9), "(");
        assert_eq!(slice(9..12), "國(guó)");
        assert_eq!(slice(15..18), ")");
        assert_eq!(slice(18..21), ",");
        assert_eq!(slice(18..27), ",\0增長");
        let starts = [0, 3, 6, 9, 12, 15, 18, 21, 24, 27];
        for (i, start) in starts.into_iter().enumerate() {
            for end in &starts[i + 1..] {
                assert_eq!(normalized.range(normalized.span(start..*end)), start..*end, "{start} {end}");
            }
        }
        assert_eq!(normalized.as_written("（國內）".into(), 0..27), "(國內)");
        assert_eq!(Normalized::new("（甲,乙）").as_written("（甲，乙）".into(), 0..15), "（甲,乙）");
    }

    #[test]
    fn what_is_deleted_side_by_side_is_one_cut() {
        for (source, cuts) in [
            ("國\0\0\0家", 1),
            ("國(guó)(guó)家", 1),
            ("國\0(guó)\0(guó)家", 1),
            ("國(guó)\0(guó)\0家", 2),
            ("國(guó)\0\0家", 2),
            ("\0國\0家\0", 3),
        ] {
            let normalized = Normalized::new(source);
            assert_eq!((normalized.text(), normalized.cuts.len()), ("國家", cuts), "{source:?}");
            // Each character with what stands behind it, but for noise.
            for range in [0..3, 3..6, 0..6] {
                let span = normalized.span(range.clone());
                assert!(!source[span.range()].starts_with('\0') && !source[span.range()].ends_with('\0'));
                assert_eq!(normalized.range(span), range, "{source:?}");
            }
        }
    }
}
