//! Numbers that documents bear: 国发〔2014〕4号, 国务院令第623号, GB/T 51328-2018.

use alloc::string::{String, ToString};
use core::fmt;

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{take_while_m_n, take_while1};
use nom::character::complete::{char, one_of, satisfy};
use nom::combinator::{map_opt, opt, peek, verify};
use nom::sequence::{delimited, preceded, terminated};

use crate::Span;
use crate::breaks::is_full;
use crate::few::few;
use crate::numeral::{Notation, arabic_digit, digits, number};
use crate::pad::pad;
use crate::script::simplified;
use crate::token::{
    Match, NO, begins, closing, ends, fold, folded, gap, has_chars, has_end, has_start, is_gap, is_han,
    spaced, strip_any, strip_any_end, tail,
};
use crate::words::{Endings, Words, endings, words};

/// The number of a document in a text.
///
/// | written | issuer | year | serial |
/// |---|---|---|---|
/// | 国发〔2014〕4号 · 国办发(1985)49号 · 人薪发［1995］32号 | 国发 · 国办发 · 人薪发 | 2014 · 1985 · 1995 | 4 · 49 · 32 |
/// | 〔2021〕第3号 | – | 2021 | 3 |
/// | 国务院令第623号 · 主席令（第二号） | 国务院令 · 主席令 | – | 623 · 2 |
/// | 商务部公告2026年第18号 · 商务部2026年第18号公告 | 商务部公告 | 2026 | 18 |
/// | 商务部公告（2026年第18号） · 商务部公告〔2026〕18号 | 商务部公告 | 2026 | 18 |
/// | 国发〔2019〕6号、8号 | 国发, both | 2019 | 6, 8 |
/// | 国发〔二〇一四〕4号 · 国发〔89〕7号 | 国发 | 2014 · 1989 | 4 · 7 |
/// | 〔1996〕武司字第82号 · （83）国函字43号 | 武司字 · 国函字 | 1996 · 1983 | 82 · 43 |
/// | （2023）京0108民初88号 · （2021）最高法民申9号, of courts | 京0108民初 · 最高法民申 | 2023 · 2021 | 88 · 9 |
/// | 财政部 税务总局公告2024年第3号, of two organs | 财政部税务总局公告 | 2024 | 3 |
/// | 国务院一九八〇年223号文件 (without 文件) | 国务院 | 1980 | 223 |
/// | 金管保財字第10302511151號 · 釋字第六八一號 | 金管保財字 · 釋字 | – | 10302511151 · 681 |
/// | GB/T 51328-2018 · T/CECS 10001-2019 · GB 3838 | GB/T · T/CECS · GB | 2018 · 2019 · – | 51328 · 10001 · 3838 |
///
/// GB/T 9704 sets the first form for official documents. A 号 without an issuer or a year in brackets is none
/// (17号线, 第5号); neither is the year in it a time.
///
/// ```
/// use gongwen::DocumentNumber;
///
/// let number: DocumentNumber = "江财预（2024）88号".parse()?;
/// assert_eq!(number.reference.issuer.as_deref(), Some("江财预"));
/// assert_eq!((number.reference.year, number.reference.serial.as_str()), (Some(2024), "88"));
/// # Ok::<(), gongwen::DocumentNumberError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[non_exhaustive]
pub struct DocumentNumber {
    /// Where it stands, issuer included.
    pub span: Span,
    /// What it says.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub reference: Reference,
}

/// What the number of a document says.
///
/// ```
/// let document = gongwen::parse("依据《路灯标准》（CJJ 45-2015），抽检。");
/// let number = document.titles().next().unwrap().number.as_ref();
/// let number = number.or(document.document_numbers().next().map(|n| &n.reference)).unwrap();
/// assert_eq!((number.issuer.as_deref(), number.year), (Some("CJJ"), Some(2015)));
///
/// // However it was written, a number is cited in one way.
/// let number: gongwen::Reference = "江财预 (2024) 88 号".parse()?;
/// assert_eq!(number.to_string(), "江财预〔2024〕88号");
/// # Ok::<(), gongwen::DocumentNumberError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[non_exhaustive]
pub struct Reference {
    /// Who gave it, as it stands in the number: 国发, 国务院令, GB/T.
    pub issuer: Option<String>,
    /// The year in it.
    pub year: Option<u16>,
    /// The running number in digits; a standard's may have points.
    pub serial: String,
}

/// Writes the citation as the documents themselves do: 国办发〔2011〕35号, with the brackets of GB/T 9704, 国务院令第641号,
/// 商务部公告2024年第18号, GB/T 50378-2019, （2023）京0108民初88号. `FromStr` reads it back, unless it took the text around to tell the issuer.
impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(padded) = pad(self, f) {
            return padded;
        }
        let Self { issuer, year, serial } = self;
        let issuer = issuer.as_deref().unwrap_or("");
        let standard = issuer.starts_with(|c: char| c.is_ascii_uppercase());
        let sign = if simplified(issuer) == issuer { '号' } else { '號' };
        match year {
            Some(year) if standard => write!(f, "{issuer} {serial}-{year}"),
            None if standard => write!(f, "{issuer} {serial}"),
            Some(year) if matches!(case_code(issuer), Ok(("", _))) => {
                write!(f, "（{year}）{issuer}{serial}{sign}")
            }
            Some(year) if has_end(issuer, &KINDS) => {
                write!(f, "{issuer}{year}年第{serial}{sign}")
            }
            Some(year) => write!(f, "{issuer}〔{year}〕{serial}{sign}"),
            None => write!(f, "{issuer}第{serial}{sign}"),
        }
    }
}

/// Writes the [`Reference`].
impl fmt::Display for DocumentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.reference.fmt(f)
    }
}

/// A match: what it says, how long it is, and how many bytes before it belong to it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    pub reference: Reference,
    pub back: usize,
    pub len: usize,
}

/// `bracketed = in_brackets (coded | 第? serial)`: 〔2014〕4号; the input begins with the bracket.
pub(crate) fn bracketed(before: &str, input: &str) -> Option<Found> {
    let Ok((rest, (year, close))) = in_brackets(input) else { return dated(before, input) };
    let parts = coded(fold(rest)).or_else(|_| if year.full { case(gap(rest)) } else { Err(NO) });
    if let Ok((rest, (code, serial))) = parts {
        // Two digits are a year of the Republic in Traditional script: （58）台財錢字.
        let of_republic = !year.full && input[..input.len() - rest.len()].ends_with('號');
        return (!of_republic).then(|| Found {
            reference: Reference { issuer: squeezed(code), year: Some(year.value), serial },
            back: 0,
            len: input.len() - rest.len(),
        });
    }
    // 国发〔89〕7号; in other brackets two digits may be a note.
    // A page may break the line before the serial.
    let (rest, serial) = nth(fold(rest))
        .or_else(|_| first_of_row(gap(rest)))
        .ok()
        .filter(|_| year.full || input.starts_with('〔'))?;
    let issuer = announcing(before).unwrap_or_else(|| code(before));
    if issuer.is_empty() && !year.full {
        return None;
    }
    // (1985)49号 without an issuer may be anything; 〔2021〕第3号 is none but a document number.
    if issuer.is_empty() && matches!(close, ')' | '）' | ']' | '】') {
        return None;
    }
    let apart = before.trim_end_matches(is_gap);
    // A code that is set apart may have its line broken before the bracket.
    let apart = if apart.ends_with(issuer) { apart } else { before.trim_end() };
    let apart = if issuer.is_empty() { before } else { apart };
    let number = Numbered { year: Some(year.value), serial, len: input.len() - rest.len() };
    Some(number.of(issuer, before, apart))
}

/// The first of some serials that share a sign: 4 in 〔2014〕4、5号. The others are read behind it.
#[cold] // as few numbers do
fn first_of_row(input: &str) -> Match<'_, String> {
    /// How many may share one.
    const ROW: usize = 8;
    let (behind, first) = bare_serial(input)?;
    let mut rest = behind;
    for _ in 1..ROW {
        let next = rest.strip_prefix(['、', '和']).ok_or(NO)?;
        if let Ok((rest, _)) = serial(next) {
            return if ends_serial(rest) { Ok((behind, first)) } else { Err(NO) };
        }
        (rest, _) = bare_serial(next)?;
    }
    Err(NO)
}

/// A serial that goes on behind a document number, and its length; not 5号楼.
pub(crate) fn further(input: &str) -> Option<(usize, String)> {
    let (rest, serial) = serial(input).or_else(|_| first_of_row(input)).ok()?;
    (ends_serial(rest) && input.starts_with(|c| arabic_digit(c).is_some()))
        .then(|| (input.len() - rest.len(), serial))
}

/// Whether the sign of a serial that goes on behind a document number is no part of a word: not 5号楼.
fn ends_serial(rest: &str) -> bool {
    !rest.starts_with(is_han) || begins(rest, "文和及等的执规要精通所")
}

/// The year in a bracket, and whether all of its digits are written.
#[derive(Clone, Copy)]
struct Dated {
    value: u16,
    full: bool,
}

/// `in_brackets = ( 〔 | [ | （ | … ) (year | short_year) ( 〕 | ] | ） | … )`, with the closing bracket.
fn in_brackets(input: &str) -> Match<'_, (Dated, char)> {
    let (inside, open) = one_of("〔[［（(【﹝")(input)?;
    // Most brackets hold words.
    if !gap(inside).starts_with(|c| arabic_digit(c).is_some()) {
        return if open == '〔' && begins(inside, "一二") { in_han(inside) } else { Err(NO) };
    }
    let close = closing(open).ok_or(NO)?;
    // 〔2017] and [2017〕 are typing errors.
    let closes =
        |c: &char| *c == close || open == '〔' && "］])）".contains(*c) || *c == '〕' && "[［".contains(open);
    let full = spaced(year).map(|value| Dated { value, full: true });
    let short = short_year.map(|value| Dated { value, full: false });
    (alt((full, short)), spaced(satisfy(|c| closes(&c)))).parse(inside)
}

/// `year_in_han 〕`: 〔二〇一八〕.
fn in_han(inside: &str) -> Match<'_, (Dated, char)> {
    let year = map_opt(number, |n| {
        let year = n.whole().filter(|year| n.notation == Notation::Digits && (1900..2200).contains(year))?;
        Some(Dated { value: u16::try_from(year).ok()?, full: true })
    });
    (year, char('〕')).parse(inside)
}

/// `organ (公告 | 通告) （ year 年 第 serial ）`: the whole number stands in brackets: 财政部公告（2021年第5号）.
#[cold] // as few brackets begin with a year
fn dated(before: &str, input: &str) -> Option<Found> {
    let named = before.trim_end();
    strip_any_end(named, &KINDS)?;
    let inside = (terminated(year, char('年')), preceded(spaced(char('第')), spaced(serial)));
    let (rest, (year, serial)) = delimited(one_of("（("), inside, one_of("）)")).parse(input).ok()?;
    order(before, named, Numbered { year: Some(year), serial, len: input.len() - rest.len() })
}

/// The organ whose announcement a text ends with, and that word: 海关总署公告 before 〔2019〕5号.
fn announcing(before: &str) -> Option<&str> {
    let named = before.trim_end_matches(is_gap);
    let stem = strip_any_end(named, &KINDS).filter(|stem| ends(stem, ORGAN_ENDS))?;
    let issuer = organ(named);
    (issuer.len() > named.len() - stem.len()).then_some(issuer)
}

/// `coded = name 字 nth` behind a year: 武司字第82号 in 〔1996〕武司字第82号.
fn coded(input: &str) -> Match<'_, (&str, String)> {
    let (_, name) = take_while_m_n(2, 9, is_name)(input)?;
    let end = name.find('字').filter(|at| *at > 0).ok_or(NO)? + '字'.len_utf8();
    let (rest, serial) = nth(gap(&input[end..]))?;
    Ok((rest, (&input[..end], serial)))
}

/// `case = case_code serial`: 京0108民初88号 in （2023）京0108民初88号.
fn case(input: &str) -> Match<'_, (&str, String)> {
    (case_code, serial).parse(input)
}

/// The code of a court and of the kind of its cases: 京0108民初, 最高法民申.
fn case_code(input: &str) -> Match<'_, &str> {
    let court = input.strip_prefix("最高法").or_else(|| input.strip_prefix(is_name)).ok_or(NO)?;
    let (behind, digits) = take_while_m_n(0, 4, |c: char| arabic_digit(c).is_some())(court)?;
    let (rest, kind) = take_while_m_n(1, 6, is_name)(behind)?;
    // Courts of the provinces have no digits, and few others have none.
    let court = !digits.is_empty() || input.starts_with("最高法") || begins(input, HEADS);
    let known = court && kind.contains(|c| CASES.contains(c)) && kind.ends_with(|c| STAGES.contains(c));
    if known { Ok((rest, &input[..input.len() - rest.len()])) } else { Err(NO) }
}

/// What a case of a court is about: 民, 刑, 行政, 执行, 破产, 赔偿, 财产, 知识产权, 司法.
const CASES: &str = "民刑行执執破赔賠财財知司";

/// How far a case has come, or its own kind: 初, 终, 申, 再, 执.
const STAGES: &str = "初终終申再监監抗执執恢异異复複保破辖轄特督赔賠调調撤更救";

/// The last two digits of a year before 2000: 83 in （83）国函字43号.
fn short_year(input: &str) -> Match<'_, u16> {
    let (value, count, rest) = digits(input);
    match u16::try_from(value) {
        Ok(year @ 49..100) if count == 2 => Ok((rest, 1900 + year)),
        _ => Err(NO),
    }
}

/// `nth = 第? serial`
fn nth(input: &str) -> Match<'_, String> {
    preceded(opt(char('第')), folded(serial)).parse(input)
}

/// An order, announcement or letter with a running number; the input begins with 第, or with the bracket of （第二号）.
///
/// 令 or 公告 may stand behind the number as well: 国家税务总局2019年第14号公告.
pub(crate) fn numbered(before: &str, input: &str) -> Option<Found> {
    let trimmed = before.trim_end();
    let mut in_brackets = delimited(one_of("（("), preceded(char('第'), spaced(serial)), one_of("）)"));
    if let Ok((rest, serial)) = in_brackets.parse(input) {
        return order(before, trimmed, Numbered { year: None, serial, len: input.len() - rest.len() });
    }
    let Some(behind) = input.strip_prefix('第') else { return papered(before, input) };
    if trimmed.ends_with('字') {
        return lettered(before, input, behind);
    }
    let (rest, serial) = spaced(serial).parse(behind).ok()?;
    // 商务部公告2026年第18号
    let (named, year) = match trimmed.strip_suffix('年').map(|t| t.trim_end_matches(is_gap)) {
        Some(dated) => {
            let named = dated.trim_end_matches(|c| arabic_digit(c).is_some());
            (named.trim_end_matches(is_gap), Some(year(&dated[named.len()..]).ok()?.1))
        }
        None => (trimmed, None),
    };
    let number = Numbered { year, serial, len: input.len() - rest.len() };
    match strip_any(rest, &KINDS) {
        Some(behind) if !has_end(named, &KINDS) => {
            followed(before, named, number, &rest[..rest.len() - behind.len()])
        }
        _ => order(before, named, number),
    }
}

/// What a number says, and how long it is behind its issuer.
struct Numbered {
    year: Option<u16>,
    serial: String,
    len: usize,
}

impl Numbered {
    /// With its issuer, who stands at the end of `named`, the start of the text before.
    fn of(self, issuer: &str, before: &str, named: &str) -> Found {
        let Self { year, serial, len } = self;
        let back = before.len() - named.len() + issuer.len();
        Found { reference: Reference { issuer: squeezed(issuer), year, serial }, back, len }
    }
}

/// What an order or announcement calls itself.
const KINDS: [&str; 3] = ["令", "公告", "通告"];

/// `organ (令 | 公告 | 通告)` before a number: 国务院令第623号. Only orders may go without an organ.
fn order(before: &str, named: &str, number: Numbered) -> Option<Found> {
    let stem = strip_any_end(named, &KINDS)?;
    let issuer = organ(named);
    let kind = named.len() - stem.len();
    let known = number.year.is_some()
        || named.ends_with('令')
        || issuer.len() > kind && ends(&issuer[..issuer.len() - kind], ORGAN_ENDS);
    known.then(|| number.of(issuer, before, named))
}

/// `organ (year 年)? 第 number 号 (令 | 公告 | 通告)`: the kind of an order behind its number.
fn followed(before: &str, named: &str, number: Numbered, kind: &str) -> Option<Found> {
    let len = number.len + kind.len();
    let mut found = Numbered { len, ..number }.of(known_organ(named)?, before, named);
    found.reference.issuer.get_or_insert_default().push_str(kind);
    Some(found)
}

/// `organ year 年 number 号 文`: 国务院一九八〇年223号文件.
fn papered(before: &str, input: &str) -> Option<Found> {
    let (rest, serial) = serial(input).ok()?;
    let front = before.trim_end().strip_suffix('年').filter(|_| rest.starts_with('文'))?;
    let digits: usize = front.chars().rev().take(4).map(char::len_utf8).sum();
    let (named, year) = front.split_at(front.len() - digits);
    let year = number(year).ok().filter(|(rest, n)| rest.is_empty() && n.digits == 4)?.1.whole()?;
    let year = u16::try_from(year).ok().filter(|year| (1949..2200).contains(year))?;
    let number = Numbered { year: Some(year), serial, len: input.len() - rest.len() };
    Some(number.of(known_organ(named)?, before, named))
}

/// What the names of organs end in.
pub(crate) const ORGAN_ENDS: &str = "部委局院会會署府办辦行厅廳";

/// `金管保財字 第 10302511151 號`: pages of laws break the line anywhere in it, and a serial may end in a letter.
fn lettered(before: &str, input: &str, behind: &str) -> Option<Found> {
    // 釋字第六八一號
    let (rest, serial) = match preceded(peek(satisfy(is_han)), serial).parse(behind) {
        Ok(found) => found,
        Err(_) => letter_serial(behind).ok()?,
    };
    let trimmed = before.trim_end();
    let issuer = letters(trimmed);
    let number = Numbered { year: None, serial, len: input.len() - rest.len() };
    // A line may break before 字; without any other character it is no code.
    (issuer.chars().filter(|c| !c.is_whitespace()).count() >= 2).then(|| number.of(issuer, before, trimmed))
}

/// `(digit | capital)+ 号`, with white space anywhere.
fn letter_serial(input: &str) -> Match<'_, String> {
    let written = |c: char| c.is_whitespace() || c.is_ascii_uppercase() || arabic_digit(c).is_some();
    let (rest, serial) = terminated(take_while1(written), one_of("号號")).parse(input)?;
    let digit = |c: char| arabic_digit(c).map_or(c, |d| char::from(b'0' + d));
    let serial: String = serial.chars().filter(|c| !c.is_whitespace()).take(17).map(digit).collect();
    if serial.is_empty() || serial.len() > 16 { Err(NO) } else { Ok((rest, serial)) }
}

/// The code that a text ends with, behind the name of the organ: 金管保財字, 院臺規字, 華總（一）義字.
fn letters(before: &str) -> &str {
    let bracket = |c: char| matches!(c, '（' | '）' | '(' | ')');
    // A line may break before 字 or the numeral before it: 檢人⏎字第5830號.
    let stem = before.strip_suffix('字').unwrap_or(before);
    let stem = stem.trim_end_matches(|c| bracket(c) || NUMERALS.contains(c));
    let above = stem.trim_end();
    let above = if above.len() < stem.len() { above } else { before };
    let len: usize =
        above.chars().rev().take(24).take_while(|c| is_name(*c) || bracket(*c)).map(char::len_utf8).sum();
    let mut tail = &before[above.len() - len..];
    // A bracket with a Han numeral belongs to the code; what stands before any other does not.
    while let Some(at) = tail.find(['）', ')']) {
        let behind = at + tail[at..].chars().next().map_or(1, char::len_utf8);
        let open = tail[..at].rfind(['（', '(']);
        let inside = open.map(|o| tail[o + tail[o..].chars().next().map_or(1, char::len_utf8)..at].chars());
        let inside = inside.map(|chars| chars.filter(|c| !c.is_whitespace()));
        if inside.is_some_and(|mut chars| {
            chars.next().is_some_and(|c| NUMERALS.contains(c)) && chars.next().is_none()
        }) {
            let open = open.unwrap_or(0);
            let head = organ_ends(&tail[..open]);
            return if tail[head..].is_empty() { &tail[behind..] } else { &tail[head..] };
        }
        tail = &tail[behind..];
    }
    let tail = tail.trim_start_matches(['（', '(']);
    // 9月以院臺交字, 依據院臺勞字, 日臺教國署高字: what leads up to these is none of the code.
    let behind_lead = |head: &&str| {
        let at = tail.rfind(*head)?;
        ends(&tail[..at], "日以依據据經").then(|| &tail[at..])
    };
    let tail = NO_ORGANS.iter().find_map(behind_lead).unwrap_or(tail);
    // 決議及本部衛授食字: what stands before is another organ's.
    let tail = tail.rfind('及').map_or(tail, |at| &tail[at + '及'.len_utf8()..]);
    let tail = strip_any(tail, &["本部", "原"]).filter(|code| has_chars(code, 3)).unwrap_or(tail);
    let code = &tail[organ_ends(tail)..];
    // 另依金管保三字: no code has these characters; 以 and 經 begin some.
    // 前以公競字
    let by = code.rfind('以').filter(|at| *at > 0);
    let bare = by.or(code.rfind(['依', '奉', '據', '据'])).map_or(code, |at| &code[at + '依'.len_utf8()..]);
    if bare.chars().count() > 2 { bare } else { code }
}

/// Numerals in codes: 華總（一）義字.
const NUMERALS: &str = "一二三四五六七八九十";

/// What codes begin with that look as if the name of an organ did: 院臺交字, 臺教國署高字.
const NO_ORGANS: [&str; 3] = ["院", "臺教", "台教"];

/// Where the names of organs end that a text begins with: behind 委員會 in 金融監督管理委員會金管保財字.
fn organ_ends(text: &str) -> usize {
    let mut from = 0;
    while !has_start(&text[from..], &NO_ORGANS) {
        // 衛部醫字 and 衛署醫字 begin with no organ: there is none of two characters but 總統.
        let ends = |(at, c): &(usize, char)| {
            "院部會会署府局廳厅统統處处".contains(*c) && (*at > '部'.len_utf8() || !matches!(c, '部' | '署'))
        };
        let end = text[from..].char_indices().skip(1).find(ends);
        let Some(end) = end.map(|(at, c)| from + at + c.len_utf8()) else { break };
        if text[end..].chars().count() < 2 {
            break;
        }
        from = end;
    }
    from
}

/// A standard; the input begins with the digits behind its letters.
pub(crate) fn standard(before: &str, input: &str) -> Option<Found> {
    let trimmed = before.trim_end_matches(is_gap);
    // No further back than an issuer is long: codes may run on without end.
    let near = tail(trimmed, 4);
    let stem = near.trim_end_matches(|c: char| c.is_ascii_uppercase() || matches!(c, '/' | '0'..='9'));
    // The number of a note may stand before it: 9GB/T 51328-2018.
    let issuer = near[stem.len()..].trim_start_matches(|c: char| c.is_ascii_digit());
    let head = issuer.bytes().take_while(u8::is_ascii_uppercase).count();
    let last = issuer.rsplit('/').next().unwrap_or("");
    // T/CECS 10001-2019, of an association
    let group = issuer
        .strip_prefix("T/")
        .is_some_and(|of| (2..=6).contains(&of.len()) && of.bytes().all(|b| b.is_ascii_uppercase()));
    let shaped = group
        || (2..=4).contains(&head)
            && issuer.len() <= 9
            && (issuer.len() == head || issuer.starts_with("DB") || matches!(last, "T" | "Z"))
            && issuer.ends_with(|c: char| {
                c.is_ascii_uppercase() || issuer.starts_with("DB") && c.is_ascii_digit()
            });
    if !shaped || before.len() - trimmed.len() > 3 {
        return None;
    }
    let end = input.find(|c| arabic_digit(c).is_none() && !matches!(c, '.' | '．')).unwrap_or(input.len());
    let serial = input[..end].trim_end_matches(['.', '．']);
    let digits = serial.chars().count();
    let year = verify(year, |year| (1950..2100).contains(year));
    let dated = preceded(spaced(one_of("—–-－")), spaced(year)).parse(&input[serial.len()..]).ok();
    let (year, len) = match dated {
        Some((rest, year)) if (1..=9).contains(&digits) => (Some(year), input.len() - rest.len()),
        // GB 3838: a national standard is known without its year.
        _ if matches!(issuer, "GB" | "GB/T" | "GB/Z" | "GBZ" | "CNS")
            && whole(trimmed, issuer, input, serial) =>
        {
            (None, serial.len())
        }
        _ => return None,
    };
    let half = |c| arabic_digit(c).map_or('.', |d| char::from(b'0' + d));
    Some(Numbered { year, serial: serial.chars().map(half).collect(), len }.of(issuer, before, trimmed))
}

/// Whether letters and a serial are all there is of a standard: 16GB 3200 is an amount, GB 3838A is something else.
fn whole(trimmed: &str, issuer: &str, input: &str, serial: &str) -> bool {
    let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '%');
    let front = trimmed[..trimmed.len() - issuer.len()].trim_end_matches(is_gap);
    (3..=6).contains(&serial.chars().count())
        && !front.ends_with(word)
        && !input[serial.len()..].starts_with(word)
}

/// Four digits that are a year.
fn year(input: &str) -> Match<'_, u16> {
    let (value, _, rest) = digits(input);
    match u16::try_from(value) {
        Ok(year @ 1900..2200) => Ok((rest, year)),
        _ => Err(NO),
    }
}

/// `serial = number 号`: the running number in digits.
fn serial(input: &str) -> Match<'_, String> {
    terminated(bare_serial, spaced(one_of("号號"))).parse(input)
}

/// The same without its sign.
fn bare_serial(input: &str) -> Match<'_, String> {
    let (rest, n) = number(input)?;
    let plain = !(n.decimal || n.high.is_some() || n.vague || n.magnitude || n.grouped);
    let value = n.low.filter(|_| plain).ok_or(NO)?;
    let zeros = match n.notation {
        Notation::Arabic => input.chars().take_while(|c| arabic_digit(*c) == Some(0)).count(),
        _ => 0,
    };
    // 法释〔2010〕07号 keeps its zero.
    let mut digits = "0".repeat(zeros.min(n.digits.saturating_sub(1)));
    digits.push_str(&value.to_string());
    Ok((rest, digits))
}

fn squeezed(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.chars().filter(|c| !is_gap(*c) && *c != '\n').collect())
}

const fn is_name(c: char) -> bool {
    is_han(c) || c == '〇'
}

/// The last so many Han characters of a text.
fn han_tail(text: &str, max: usize) -> &str {
    let len: usize = text.chars().rev().take(max).take_while(|c| is_name(*c)).map(char::len_utf8).sum();
    &text[text.len() - len..]
}

/// Characters that issuers' codes are made of: 国办发, 穗残联规字, 高检发释字.
const CODE: &str = "国國办辦发發函字规規政府委财財税稅教科工信民人社劳勞薪卫衛医醫药藥环環建交水农農林商文旅广廣电電体體金银銀保证證监監\
审審计計统統海关關法释釋检檢高司公安外汇匯质質食市场場知识識产產权權扶贫能源铁鐵航残殘联聯妇婦团團档密编编机機综改革企股土资資地震气氣\
象测測绘繪厅廳署局基层層党组組干宣战纪院会會令县縣区區省乡鎮镇经經贸貿住房城乡应應急管退役军人乐侨僑台臺港澳研邮郵烟煙草盐粮储物价價消\
防警际際行通综执生态態自然动動植检总總秘明传傳批示决裁复復议議办辦暂住器械流清洁节約约减灾災震林草湿沙河湖长督察考核评用合作社供销销邮\
京津沪滬渝冀豫云雲辽遼黑湘皖鲁魯新苏蘇浙赣贛鄂桂甘晋晉蒙陕陝吉闽閩贵貴粤粵青藏川宁寧琼瓊穗深杭甬昆兰蓉汉漢郑沈哈长并呼乌拉银西合福南济\
中央直联防治武工行青少老龄红十协人大政协";

/// Characters that begin a code: 国, 中, and the short names of provinces and some cities.
const HEADS: &str =
    "国國中京津沪滬渝冀豫云雲辽遼黑湘皖鲁魯苏蘇浙赣贛鄂桂甘晋晉蒙陕陝吉闽閩贵貴粤粵藏川琼瓊穗深杭甬蓉";

/// Verbs that cite or repeal what stands behind them.
static CITING: Words = words![
    "详见", "参见", "参照", "对照", "比照", "遵照", "按照", "依照", "根据", "依据", "废止", "执行", "落实",
    "贯彻", "违反", "结合", "见", "印发", "印制", "下发", "制发", "颁发", "颁布", "发布", "公布", "发出",
    "转发", "批转", "签发", "核发", "下达", "送达", "制定", "制订", "修订", "出台", "出具", "作出", "做出",
    "报送", "收到", "接到", "取得", "撤销", "办理", "审查", "获", "经由",
];

/// Organs that a code may stand directly behind: 市政府穗府〔2021〕3号.
static ORGANS: Words =
    words!["政府", "国务院", "办公厅", "办公室", "委员会", "省委", "市委", "区委", "县委", "党委", "文件",];

/// The code of the issuer that a text ends with.
fn code(before: &str) -> &str {
    let code = code_in_line(before);
    // What begins a line, and not as codes begin, may be the rest of one.
    match before.trim_end_matches(is_gap).strip_suffix(code) {
        Some(front) if front.ends_with(['）', ')']) => with_office(before, code).unwrap_or(code),
        Some(front) if front.ends_with('\n') && !begins(code, HEADS) => {
            code_over_line(before, front, code).unwrap_or(code)
        }
        _ => code,
    }
}

/// What the title of a document ends in, below which its number stands.
static TITLE_ENDS: Endings = endings![
    "通知", "意见", "意見", "决定", "決定", "公告", "通告", "通报", "通報", "批复", "批復", "办法", "辦法",
    "规定", "規定", "方案", "规划", "規劃", "细则", "細則", "条例", "條例", "纪要", "的函", "措施", "计划",
    "計劃", "要点", "要點", "预案", "預案", "报告", "報告", "答复", "答復", "复函", "復函", "解释", "解釋",
    "规则", "規則", "说明", "章程", "目录", "目錄", "清单", "清單", "标准", "標準", "指南", "指引", "请示",
    "議案", "议案", "决定书", "判决书", "裁定书", "通知书", "告知书",
];

/// Whether a line may be the title of a document.
pub(crate) fn ends_title(line: &str) -> bool {
    TITLE_ENDS.ends(line)
}

/// The code behind the name of the organ that it is short for: 署监发 in 海关总署署监发.
fn behind_organ(text: &str) -> Option<&str> {
    let ends = text.char_indices().filter(|(_, c)| ORGAN_ENDS.contains(*c)).map(|(at, c)| at + c.len_utf8());
    let split =
        |at: usize| Some((tail(&text[..at], 12), &text[at..])).filter(|(organ, _)| has_chars(organ, 4));
    let short = |(organ, own): &(&str, &str)| {
        has_chars(own, 3)
            && !own.contains('的')
            && !has_chars(own, 8)
            && own.chars().next().is_some_and(|c| organ.contains(c))
            && own.chars().next_back().is_some_and(|c| CODE.contains(c))
    };
    ends.filter_map(split).rfind(short).map(|(_, own)| own)
}

/// The code behind the preposition of its clause: 穗检刑诉 in 检察院以穗检刑诉, 江政函 in 旧址被江政函.
fn behind_preposition(text: &str) -> Option<&str> {
    let near = han_tail(text, 8);
    let own = &near[few!("以被由").rfind(near)? + '以'.len_utf8()..];
    let coded = begins(own, HEADS) || own.chars().rev().take(2).all(|c| CODE.contains(c));
    (has_chars(own, 3) && !begins(own, "及上下来") && coded).then_some(own)
}

/// A code of one or two characters with the office in brackets before them: 法（研）复.
#[cold] // as few have one
fn with_office<'t>(before: &'t str, code: &str) -> Option<&'t str> {
    let end = before.trim_end_matches(is_gap).len();
    let front = before[..end].strip_suffix(code).filter(|_| !has_chars(code, 3))?;
    let inside = front.strip_suffix(['）', ')'])?;
    // One or two characters in the bracket
    let near = tail(inside, 3);
    let open = near.rfind(['（', '('])?;
    let office = near[open..].trim_start_matches(['（', '(']);
    let organ = han_tail(&inside[..inside.len() - near.len() + open], 4);
    let coded = matches!(organ, "法" | "高检" | "最高法" | "国税" | "司");
    let start = inside.len() - near.len() + open - organ.len();
    (coded && !office.is_empty() && office.chars().all(is_han)).then(|| &before[start..end])
}

/// The code that a page broke in two, by what the next line has of it: 环⏎办水体, behind a full line.
#[cold] // as few stand there
fn code_over_line<'t>(before: &'t str, front: &str, code: &str) -> Option<&'t str> {
    let above = front.strip_suffix('\n')?.trim_end_matches(is_gap);
    // A bracket that opens in the line is not closed in it: （穗人社⏎发.
    let line = &above[few!("\n").rfind(above).map_or(0, |at| at + 1)..];
    let open = || line.rfind(['（', '(']) > line.rfind(['）', ')']);
    if !above.ends_with(is_han) || TITLE_ENDS.ends(above) || !(is_full(above) || open()) {
        return None;
    }
    let joined = [han_tail(above, 24), code].concat();
    let whole = Some(code_in_line(&joined)).filter(|whole| has_chars(whole, 2))?.len();
    let end = front.len() + code.len();
    // In 通⏎知国办发 it begins later.
    let start = if whole > code.len() { above.len() + code.len() - whole } else { end - whole };
    Some(&before[start..end])
}

/// The same in its last line.
fn code_in_line(before: &str) -> &str {
    let trimmed = before.trim_end_matches(is_gap);
    if before.len() - trimmed.len() > 6 {
        return "";
    }
    if let Some(code) = set_apart(trimmed.trim_end()) {
        return code;
    }
    // 4号和国发: what stands behind another number
    let written = han_tail(trimmed, 24);
    let written = written.strip_prefix(['号', '號']).unwrap_or(written);
    let tail = &*simplified(written);
    let named = |name: &str| &written[written.len() - name.len()..];
    let begins_there = trimmed.len() == tail.len()
        || trimmed[..trimmed.len() - tail.len()].ends_with([
            '（', '(', '\n', '，', ',', '、', '》', '；', '：', ' ', '【', '［', '[', '\u{3000}', '\t', '）',
            ')', '号', '號',
        ]);
    let count = tail.chars().count();
    let lead =
        ["要", "以", "依", "按", "据", "与", "和", "及", "经", "了", "过", "的", "被", "由", "对", "原"];
    // 应同时参照国办函…: what cites it ends before its code.
    let verb = CITING.find_all(tail).last();
    let citing = verb.map_or(0, |(at, len, ())| at + len);
    let mut bare = &tail[citing..];
    while let Some(rest) = strip_any(bare, &lead) {
        bare = rest;
    }
    if let Some((at, len, ())) = ORGANS.find_all(bare).last()
        && let own = &bare[at + len..]
        && begins(own, HEADS)
        && has_chars(own, 2)
    {
        bare = own;
    }
    if let Some(own) = behind_organ(tail).or_else(|| behind_preposition(tail)) {
        return named(own);
    }
    // 我部联合印发工信部联原: what is cited begins behind the verb.
    let cited = || verb.is_some_and(|(_, len, ())| len > '见'.len_utf8()) && has_chars(bare, 3);
    let begins_there = begins_there && count <= 9 || cited();
    if begins_there && !bare.is_empty() && bare.chars().count() <= 7 && !bare.contains('的') {
        return named(bare);
    }
    let run: usize = tail.chars().rev().take(9).take_while(|c| CODE.contains(*c)).map(char::len_utf8).sum();
    let run = &tail[tail.len() - run..];
    // In a longer run the code begins with the last character that codes begin with.
    let head = run.char_indices().rev().find(|(i, c)| HEADS.contains(*c) && run[*i..].chars().count() >= 2);
    match head {
        Some((i, _)) => named(&run[i..]),
        None if run.chars().count() <= 6 => named(run),
        None => "",
    }
}

/// The code that a bracket begins with, its characters set apart: （ 国 函 [2011]167号）.
fn set_apart(text: &str) -> Option<&str> {
    let len: usize =
        text.chars().rev().take(18).take_while(|c| is_name(*c) || is_gap(*c)).map(char::len_utf8).sum();
    let (before, code) = text.split_at(text.len() - len);
    let code = code.trim_start_matches(is_gap);
    let set = code.contains(is_gap) && (before.is_empty() || before.ends_with(['（', '(', '\n']));
    // 附件 国函 is two words: each character of a code stands alone.
    (set && code.split(is_gap).all(|word| word.chars().count() <= 1)).then_some(code)
}

/// What stands before the name of an organ and is no part of it.
static NO_ORGAN: Words = words![
    "签署", "公布", "发布", "根据", "按照", "依据", "依照", "执行", "违反", "通过", "废止", "修改", "以及",
    "载于", "日以", "印发", "施行", "实施", "修订", "和", "及", "与", "的", "以", "由", "经", "按", "见",
];

/// What stands before and behind 和 in the name of one organ.
const AND_IN_NAMES: [(&str, &str); 10] = [
    ("共", "国"),
    ("工业", "信息化"),
    ("住房", "城乡建设"),
    ("发展", "改革"),
    ("资源", "社会保障"),
    ("文化", "旅游"),
    ("卫生", "计划生育"),
    ("林业", "草原"),
    ("粮食", "物资储备"),
    ("规划", "自然资源"),
];

/// The name of the organ before and with 令 or 公告.
fn organ(before: &str) -> &str {
    let organ = organ_in_line(before);
    let front = &before[..before.len() - organ.len()];
    // 国务⏎院令: so little is no name.
    if front.ends_with('\n') && !has_chars(organ, 3) { organ_over_line(before, front, organ) } else { organ }
}

/// The name that a page broke in two, by what the next line has of it.
#[cold] // as few stand there
fn organ_over_line<'t>(before: &'t str, front: &str, organ: &'t str) -> &'t str {
    let above = front.trim_end();
    if !above.ends_with(is_han) {
        return organ;
    }
    let joined = [han_tail(above, 32), organ].concat();
    let whole = organ_in_line(&joined);
    // A short line is none that a page broke, unless the name of an organ ends there: 国务⏎院令, not 一是⏎亿令.
    let named = || strip_any_end(whole, &KINDS).is_some_and(|stem| ends(stem, ORGAN_ENDS));
    let more = whole.len().saturating_sub(organ.len());
    if more > 0 && (is_full(above) || named()) { &before[above.len() - more..] } else { organ }
}

/// The same in its last line, with those that announce together.
fn organ_in_line(before: &str) -> &str {
    let tail = alone_in_line(before);
    // 中华人民共和国国务院、中华人民共和国中央军事委员会令: two organs sign together.
    let front = before.strip_suffix(tail).and_then(|front| front.strip_suffix('、'));
    match front.map(|front| han_tail(front, 24)).filter(|first| same_state(first, tail)) {
        Some(first) => &before[before.len() - tail.len() - '、'.len_utf8() - first.len()..],
        None => with_joint(before, tail),
    }
}

/// The name of one organ in the last line of a text.
fn alone_in_line(before: &str) -> &str {
    let written = han_tail(before, 32);
    let folded = simplified(written);
    // The 和 of 共和国 and 文化和旅游部 joins no two organs.
    let inside = |at: usize| {
        let (front, behind) = folded.split_at(at);
        behind.starts_with('和')
            && AND_IN_NAMES
                .iter()
                .any(|(a, b)| front.ends_with(a) && behind['和'.len_utf8()..].starts_with(b))
    };
    let joins = |at: usize| !inside(at);
    let front = NO_ORGAN.find_all(&folded).filter(|(at, ..)| joins(*at)).last();
    let tail = &folded[front.map_or(0, |(at, len, ())| at + len)..];
    let tail = tail.trim_start_matches(['本', '原', '日']);
    &written[written.len() - tail.len()..]
}

/// The name of an organ with those that announce with it, which blanks set apart: 财政部 税务总局公告.
fn with_joint<'t>(before: &'t str, organ: &'t str) -> &'t str {
    /// How many may announce together.
    const MOST: usize = 8;
    let mut whole = organ;
    let announces = strip_any_end(organ, &KINDS).is_some_and(|stem| ends(stem, ORGAN_ENDS));
    for _ in 0..if announces { MOST } else { 0 } {
        let front = &before[..before.len() - whole.len()];
        let apart = front.trim_end_matches(is_gap);
        let apart =
            if apart.len() == front.len() { apart.strip_suffix('、').unwrap_or(apart) } else { apart };
        let written = han_tail(apart, 24);
        let name = alone_in_line(apart);
        // 按照财政部、税务总局公告
        let alone = name.len() < written.len()
            || matches!(
                apart[..apart.len() - name.len()].chars().next_back(),
                None | Some('\n' | '（' | '(' | '》' | '、' | '；' | '，' | '。' | '：' | ' ' | '\u{3000}')
            );
        if apart.len() == front.len() || !alone || !has_chars(name, 3) || !ends(name, ORGAN_ENDS) {
            break;
        }
        whole = &before[apart.len() - name.len()..];
    }
    whole
}

/// The name of the organ that a text ends with, if it ends as such names do.
fn known_organ(before: &str) -> Option<&str> {
    Some(organ(before)).filter(|organ| organ.chars().count() >= 3 && ends(organ, ORGAN_ENDS))
}

/// Whether two names are those of organs of one state.
fn same_state(first: &str, second: &str) -> bool {
    let state = |name: &str| has_start(name, &["中华人民共和国", "中華人民共和國"]);
    state(first) && state(second)
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;

    fn read(text: &str) -> (String, &str) {
        let (before, input) = text.split_once('|').unwrap();
        let found =
            bracketed(before, input).or_else(|| numbered(before, input)).or_else(|| standard(before, input));
        match found {
            None => ("-".into(), ""),
            Some(f) => {
                let Reference { issuer, year, serial } = f.reference;
                let start = before.len() - f.back;
                let all = [before, input].concat();
                let span = &text.replace('|', "")[start..before.len() + f.len];
                assert_eq!(&all[start..before.len() + f.len], span);
                (
                    format!("{} {} {serial}", issuer.unwrap_or("-".into()), year.unwrap_or(0)),
                    &text[start..start],
                )
            }
        }
    }

    #[test]
    fn numbers() {
        for (text, expected) in [
            ("国发|〔2014〕4号", "国发 2014 4"),
            ("国办发 |〔2011〕 35 号", "国办发 2011 35"),
            ("现就《规则》（穗残联规字|[2019]1号", "穗残联规字 2019 1"),
            ("的实施意见国办发|〔2020〕24号", "国办发 2020 24"),
            ("根據中發|〔1994〕8號", "中發 1994 8"),
            ("凡需新建的，按国办发|(1985)49号", "国办发 1985 49"),
            ("人薪发|［1995］32号", "人薪发 1995 32"),
            ("|〔2021〕第3号", "- 2021 3"),
            ("国务院令|第623号", "国务院令 0 623"),
            ("国务院令|第 623 号", "国务院令 0 623"),
            ("主席令|（第二号）", "主席令 0 2"),
            ("日前签署国务院令|第785号", "国务院令 0 785"),
            ("商务部公告2026年|第18号", "商务部公告 2026 18"),
            (
                "中华人民共和国国务院、中华人民共和国中央军事委员会令|第7号",
                "中华人民共和国国务院、中华人民共和国中央军事委员会令 0 7",
            ),
            ("规定了条件、中华人民共和国农业部令|第7号", "中华人民共和国农业部令 0 7"),
            ("金管保財字|第10302511151號", "金管保財字 0 10302511151"),
            ("GB/T |51328-2018", "GB/T 2018 51328"),
            ("《防洪标准》（GB|50201-2014", "GB 2014 50201"),
            ("GB/T\u{3000}|51328-2018", "GB/T 2018 51328"),
            ("DB33/T |1164—2019", "DB33/T 2019 1164"),
            ("国家税务总局2019年|第14号公告同时废止", "国家税务总局公告 2019 14"),
            ("海关总署|第14号令公布", "海关总署令 0 14"),
            ("依司法院釋字|第六八一號", "釋字 0 681"),
            ("商品檢驗局檢南分人\n  字|第 5830 號", "檢南分人字 0 5830"),
            ("委員會金管銀（\n  三）字|第 0943001 號", "金管銀（三）字 0 0943001"),
            ("（ 国 函\n|[2011] 167 号）", "国函 2011 167"),
            ("《地表水标准》（GB |3838）", "GB 0 3838"),
            ("CNS |7129 之", "CNS 0 7129"),
            ("请示（|〔1996〕武司字第82号", "武司字 1996 82"),
            ("国务院|（83）国函字43号文件", "国函字 1983 43"),
            ("不服|（2023）京0108民初88号民事判决", "京0108民初 2023 88"),
            ("再审一案|(2021)最高法民申9号", "最高法民申 2021 9"),
            ("某会议|（2021）京城简讯9号", "-"),
            (
                "关于种子税费的公告\n财政部 海关总署 税务总局公告2024年|第3号",
                "财政部海关总署税务总局公告 2024 3",
            ),
            ("关于开展管网排查的通知\n沙府办字|〔2023〕58号", "沙府办字 2023 58"),
            ("人民检察院以穗沙检刑诉|〔2022〕7号", "穗沙检刑诉 2022 7"),
            ("旧址被沙政函|〔2009〕8号公布", "沙政函 2009 8"),
            ("8月1日臺教國署高字|第1120000001號", "臺教國署高字 0 1120000001"),
            ("9月以院臺農字|第1100000002號", "院臺農字 0 1100000002"),
            ("国务院|（49）国函字43号文件", "国函字 1949 43"),
            ("年龄|（83）岁", "-"),
            ("详见环办函|〔2017〕6号", "环办函 2017 6"),
            ("现已废止粤财规|〔2012〕6号", "粤财规 2012 6"),
            ("应参照鄂教基|〔2012〕6号", "鄂教基 2012 6"),
            ("中国人民银行公告|〔2019〕第6号", "中国人民银行公告 2019 6"),
            ("依据国家税务总局公告|〔2019〕6号", "国家税务总局公告 2019 6"),
            ("民航局公告|〔2019〕6号", "民航局公告 2019 6"),
            ("国家广播电视总局公告|（2019年第6号）", "国家广播电视总局公告 2019 6"),
            ("文化和旅游部公告|（2019年第6号）", "文化和旅游部公告 2019 6"),
            ("自然资源部和水利部令|第6号", "水利部令 0 6"),
            ("同上|（2019年第6号）", "-"),
            ("国办发|〔二〇一九〕6号", "国办发 2019 6"),
            ("国办发|〔二十〕6号", "-"),
            ("国办发|〔89〕6号", "国办发 1989 6"),
            ("|〔89〕6号", "-"),
            ("公司|[89]6号楼", "-"),
            ("国办发|〔2019]6号", "国办发 2019 6"),
            ("国办发|[2019〕6号", "国办发 2019 6"),
            ("国办发|(2019]6号", "-"),
            ("按国务院一九八〇年|223号文件", "国务院 1980 223"),
            ("公交一九八〇年|223号文件", "-"),
            ("依金管保三字|第10302511151號", "金管保三字 0 10302511151"),
            ("依經授水字|第10302511151號", "經授水字 0 10302511151"),
            ("标准9GB/T |51328-2018", "GB/T 2018 51328"),
            ("内存16 GB |3200", "-"),
            ("硬盘 GB |3200GB", "-"),
            ("联合发布2019年|第14号公告", "-"),
            ("公交|第14号令人满意", "-"),
            ("地铁|第17号线", "-"),
            ("A4|4-2018", "-"),
            ("见|(2018)3号", "-"),
        ] {
            assert_eq!(read(text).0, expected, "{text}");
        }
    }
}
