//! The markers that items of lists and outlines begin with.

use alloc::string::String;

use nom::Parser;
use nom::branch::alt;
use nom::character::complete::{char, one_of, satisfy};
use nom::combinator::{map_opt, opt, peek, verify};
use nom::multi::fold_many_m_n;
use nom::sequence::{delimited, preceded};
use rust_decimal::Decimal;

use crate::charset::CharSet;
use crate::few::few;
use crate::numeral::{
    self, HEAVENLY_STEMS, Notation, Number, arabic_digit, digits, han_digit, number, starts_number,
};
use crate::token::{Match, NO, ends, folded, gap, has_end, is_gap, is_han, strip_any, tail};
use crate::unit::{UnitKind, unit_at};
use crate::words::{Words, words};

/// How the items of a series are marked.
///
/// GB/T 9704 orders the levels of official documents 一、 → （一） → 1. → （1）; texts use other orders as well, and any style may
/// stand in any other.
///
/// A marker begins a line or a clause; a series is two or more that follow one another, and only the styles of outlines stand
/// alone at the start of a line. No markers: 统一是, 万一是, 第一要务, 一、二类水质, 依照第（一）项, 依照本法第三条.
///
/// ```
/// use gongwen::Style;
///
/// let document = gongwen::parse("一、指标\n（一）水质\n1. 断面\n2. 水源\n");
/// let styles: Vec<Style> = document.items().map(|item| item.style()).collect();
/// assert_eq!(styles, [Style::Han, Style::HanParen, Style::Arabic, Style::Arabic]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Style {
    /// 一是 二是; 第一是; 一就是
    Shi,
    /// 一要 二要
    Yao,
    /// 第一，第二，; 第一个是
    Di,
    /// 其一 其二; 另一是
    Qi,
    /// 首先 其次 再次 然后 最后, counted by position
    Shouxian,
    /// 一方面 另一方面
    Yifangmian,
    /// 一则 二则
    Ze,
    /// 一来 二来
    Lai,
    /// 第一编, 第一篇 at the start of a line
    Part,
    /// 第一章 at the start of a line
    Chapter,
    /// 第一节 at the start of a line
    Section,
    /// 第一条 at the start of a line
    Article,
    /// 一、 二、
    Han,
    /// （一） (一) ㈠
    HanParen,
    /// 1. 1． 1、
    Arabic,
    /// （1） (1) ⑴
    ArabicParen,
    /// 1） 1)
    ArabicHalfParen,
    /// ①
    Circled,
    /// 1.1 5.1.7, each level nested
    Decimal,
    /// 甲、 乙、
    Heavenly,
    /// 壹、 貳、
    Financial,
    /// —— at the start of a line, counted by position
    Dash,
    /// ● • · ◆ at the start of a line, counted by position
    Bullet,
}

impl Style {
    /// Whether a single heading of this style at the start of a line stands for itself.
    pub(crate) const fn stands_alone(self) -> bool {
        matches!(
            self,
            Self::Part
                | Self::Chapter
                | Self::Section
                | Self::Article
                | Self::Financial
                | Self::Han
                | Self::HanParen
                | Self::Decimal
        )
    }

    /// Whether it is a level that laws are divided into.
    pub(crate) const fn is_division(self) -> bool {
        matches!(self, Self::Part | Self::Chapter | Self::Section | Self::Article)
    }

    /// Whether it is marked in words, as running text is.
    pub(crate) const fn is_word(self) -> bool {
        matches!(self, Self::Shi | Self::Yao | Self::Di | Self::Qi | Self::Ze | Self::Lai)
    }

    /// Whether ordinals are not written and count the items.
    pub(crate) const fn by_position(self) -> bool {
        matches!(self, Self::Shouxian | Self::Dash | Self::Bullet)
    }
}

/// Where a marker stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// Directly behind other words: 原因一是.
    Glued,
    /// At the start of a clause.
    Clause,
    /// At the start of a line.
    Line,
}

/// A marker that may begin an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub style: Style,
    /// The ordinal written; 0 for one that is counted, [`NEXT`] for 最后.
    pub ordinal: u32,
    /// What stands before the last number of a decimal marker, as a value to compare: 5.1 in 5.1.7.
    pub prefix: u32,
    pub place: Place,
    /// It has a second number, as 第17-1條 and 第十七条之一 have, and stands behind the item of the first.
    pub sub: bool,
    /// Length in bytes.
    pub len: usize,
}

/// The ordinal of 最后 and 另一方面: whatever comes next.
pub(crate) const NEXT: u32 = u32::MAX;

/// Where a marker behind some text stands.
pub(crate) fn place(before: &str) -> Place {
    match before.as_bytes() {
        [] | [.., b'\n'] => return Place::Line,
        _ if ends_in_han(before) => return Place::Glued,
        _ => {}
    }
    let trimmed = before.trim_end_matches(is_gap);
    // Where pages lost their line breaks, a wide gap stands for one.
    let (wide, narrow) = before[trimmed.len()..].chars().fold((0, 0), |(wide, narrow), c| match c {
        '\u{3000}' => (wide + 1, narrow),
        '\t' => (wide + 2, narrow),
        _ => (wide, narrow + 1),
    });
    if wide >= 2 || narrow >= 4 {
        return Place::Line;
    }
    match trimmed.chars().next_back() {
        None | Some('\n') => Place::Line,
        // Markdown headings and emphasis before a marker.
        Some('#' | '*')
            if trimmed.trim_end_matches(['#', '*', ' ']).is_empty()
                || trimmed.trim_end_matches(['#', '*', ' ']).ends_with('\n') =>
        {
            Place::Line
        }
        Some(
            '。' | '；' | '：' | '，' | '！' | '？' | ';' | ':' | ',' | '!' | '?' | '”' | '’' | '）' | ')'
            | '》' | '】' | '…' | '—',
        ) => Place::Clause,
        Some('“' | '‘') => Place::Clause,
        _ => Place::Glued,
    }
}

/// Whether a text ends in a Han character; with these bytes begin those from U+4000 to U+9FFF.
const fn ends_in_han(text: &str) -> bool {
    matches!(text.as_bytes(), [.., 0xE4..=0xE9, _, _])
}

/// The same for a marker that begins with no digit, before which the number of a page may stand: 15三、.
fn place_on_page(before: &str) -> Place {
    if before.ends_with('\n') || page_number(before) > 0 { Place::Line } else { place(before) }
}

/// The length of the number of a page that alone stands in its line before a marker.
pub(crate) fn page_number(before: &str) -> usize {
    let digits = before.bytes().rev().take(4).take_while(u8::is_ascii_digit).count();
    let alone = (1..=3).contains(&digits) && place(&before[..before.len() - digits]) == Place::Line;
    if alone { digits } else { 0 }
}

/// Whether a clause ended fully before an inline marker with a number alone: 。；： and brackets, not a comma.
fn closed(before: &str) -> bool {
    static CLOSE: CharSet = CharSet::of("。；：！？;:!?”’）)》】…");
    before.trim_end_matches(is_gap).ends_with(|c| CLOSE.has(c))
}

const fn found(style: Style, ordinal: u32, place: Place, input: &str, rest: &str) -> Found {
    Found { style, ordinal, prefix: 0, place, sub: false, len: input.len() - rest.len() }
}

/// What stands behind the numeral of a marker: in words, as a sign, or a space in 三  十、.
static MARKS: CharSet =
    CharSet::of("方是就即要则来、﹑）).．﹒ \u{a0}\u{3000}\t").and_all('\u{2002}', '\u{200a}');

/// A marker that begins with a numeral: 一是, 一要, 一、, 1., 1）, 1.1, 一方面, 一则. `read` is the numeral with the text behind
/// it, if it is one.
#[inline]
pub(crate) fn numeral(before: &str, input: &str, read: Option<(&Number, &str)>) -> Option<Found> {
    // Most numerals are followed by nothing that a marker has; 1.1 is read as a number with decimals. Digits of both behind a
    // Han character are none.
    if read.is_some_and(|(n, rest)| {
        !n.decimal && !MARKS.begins(rest)
            || (n.decimal || n.notation == Notation::Arabic) && ends_in_han(before)
    }) {
        return None;
    }
    marked(before, input, read)
}

/// The same where a mark stands behind the numeral.
fn marked(before: &str, input: &str, read: Option<(&Number, &str)>) -> Option<Found> {
    let first = input.chars().next()?;
    if arabic_digit(first).is_some() {
        return arabic(before, input);
    }
    if let Some(rest) = input.strip_prefix("一方面") {
        // 任何一方面 is a noun.
        if few!("何每某这哪同个").ends(before) {
            return None;
        }
        return Some(found(Style::Yifangmian, 1, place(before), input, rest));
    }
    let (shape, rest) = read?;
    let rest = &input[input.len() - rest.len()..];
    // 一 是抓早: a page may set the numeral apart.
    let apart = gap(rest);
    let rest = match apart.chars().next() {
        Some('是') if place(before) >= Place::Clause => apart,
        // 一 、 总则, where its line begins
        Some('、') if place_on_page(before) == Place::Line => apart,
        _ => rest,
    };
    // Laws of Taiwan set 三  十、 as wide as 三十一、.
    let tens = if rest.starts_with(is_gap) { gap(rest).strip_prefix('十') } else { None };
    let tens = tens.filter(|behind| behind.starts_with('、'));
    let rest = tens.unwrap_or(rest);
    let rest_char =
        rest.chars().next().filter(|c| matches!(c, '是' | '就' | '即' | '要' | '、' | '﹑' | '则' | '来'))?;
    let mut ordinal = ordinal_value(shape)?;
    if tens.is_some() {
        ordinal = if ordinal < 10 { ordinal * 10 } else { return None };
    }
    if shape.notation != Notation::Han || ordinal > 99 {
        return None;
    }
    let place = place_on_page(before);
    let behind = &rest[rest_char.len_utf8()..];
    match rest_char {
        '是' => shi(before, ordinal, place, input, behind),
        '就' | '即' => {
            let behind = if rest_char == '就' { behind.strip_prefix('是')? } else { behind };
            (place >= Place::Clause && (rest_char == '就' || few!("是，").begins(behind)))
                .then(|| found(Style::Shi, ordinal, place, input, behind))
        }
        '要' => {
            // “三要三不要” counts what it says itself.
            let again = behind.starts_with(first);
            let word = again || few!("务义素点件求闻").begins(behind) || few!("第").ends(before);
            (place >= Place::Clause && !word).then(|| found(Style::Yao, ordinal, place, input, behind))
        }
        '、' | '﹑' => {
            if place != Place::Line && !(place == Place::Clause && closed(before)) {
                return None;
            }
            let usual = few!("一二三四五六七八九十").begins(input);
            let financial = !usual && (!matches!(first, '一'..='龥') || han_digit(first).is_some());
            let style = if financial { Style::Financial } else { Style::Han };
            let enumerates = is_enumeration(behind)
                && (ordinal_word(behind, ordinal) || place != Place::Line && counts_on(behind, ordinal));
            let weight = !usual && matches!(first, '两' | '百' | '千' | '零' | '〇' | '○');
            let lone = financial && place != Place::Line;
            (!enumerates && !weight && !lone).then(|| found(style, ordinal, place, input, behind))
        }
        '则' => (place >= Place::Clause).then(|| found(Style::Ze, ordinal, place, input, behind)),
        '来' => {
            (place >= Place::Clause && ordinal <= 4).then(|| found(Style::Lai, ordinal, place, input, behind))
        }
        _ => None,
    }
}

/// The ordinal that a text begins with, and how it is written.
fn ordinal(input: &str) -> Match<'_, (u32, Number)> {
    map_opt(number, |n| Some((ordinal_value(&n)?, n))).parse(input)
}

/// A number as an ordinal, which no list has more of; 三、四十 is no group.
fn ordinal_value(n: &Number) -> Option<u32> {
    n.whole().filter(|v| (1..=9_999).contains(v) && !n.grouped && !n.magnitude)
}

/// Characters before 一是 that make it part of another word: 统一是, 其中之一是, 正月十五是.
const NOT_BEFORE_SHI: &str = "统之唯万衷抽年月初第周成分划归专单合同专惟均某任有即不非十百千两五六";

fn shi<'a>(before: &str, ordinal: u32, place: Place, input: &'a str, behind: &'a str) -> Option<Found> {
    // 有一是一，有二是二
    let proverb =
        behind.starts_with(|c| han_digit(c).is_some()) && few!("一二三四五六七八九").begins(input) && {
            let again = input.chars().next();
            behind.chars().next() == again && !behind[again.map_or(0, char::len_utf8)..].starts_with('手')
        };
    let glued = place == Place::Glued && (ends(before, NOT_BEFORE_SHI) || before.is_empty());
    if proverb || glued || ordinal == 1 && before.ends_with('另') {
        return None;
    }
    Some(found(Style::Shi, ordinal, place, input, behind))
}

/// Whether what follows 一、 goes on counting: 一、二类水质, 二、三百亿度, 一、二季度.
fn is_enumeration(behind: &str) -> bool {
    behind.starts_with(|c| han_digit(c).is_some() || c == '十')
}

/// Whether a numeral can go on with a count: 二、三年, 一、五○○人; 一、三年来的工作 begins an item.
fn counts_on(behind: &str, ordinal: u32) -> bool {
    let Ok((rest, n)) = number(behind) else { return true };
    let one = behind.chars().next().map(char::len_utf8) == Some(behind.len() - rest.len());
    !one || n.low == Some(Decimal::from(ordinal + 1))
        || few!("、，。；类级季产次审批期档版等线号楼层是要").begins(rest)
}

/// Whether a numeral is the next one and followed by what makes both a class: 一、二类水质, not 五、一次性补贴.
fn ordinal_word(behind: &str, ordinal: u32) -> bool {
    match number(behind) {
        Ok((rest, n)) => {
            let next = n.low.is_some_and(|v| v == Decimal::from(ordinal + 1));
            let class = few!("、，类级季产次审批期档版等线号楼层是要百千").begins(rest);
            next && (n.grouped || n.magnitude || class) || n.high.is_some()
        }
        Err(_) => false,
    }
}

/// `1.` `1、` `1）` `1.1`
fn arabic(before: &str, input: &str) -> Option<Found> {
    let (value, count, rest) = digits(input);
    // 1 . 总则, where its line begins
    let apart = gap(rest);
    let set = apart.len() < rest.len() && few!(".、").begins(apart) && place(before) == Place::Line;
    let rest =
        if set && !gap(apart.trim_start_matches(['.', '、'])).starts_with(|c| arabic_digit(c).is_some()) {
            apart
        } else {
            rest
        };
    let mark = rest.chars().next().filter(|c| matches!(c, '）' | ')' | '、' | '.' | '．' | '﹒'))?;
    if value == 0 || count > 3 {
        return None;
    }
    let behind = &rest[mark.len_utf8()..];
    let place = place(before);
    if place == Place::Glued || place == Place::Clause && !closed(before) {
        return None;
    }
    match mark {
        '）' | ')' => {
            // (cid:10) and 1：1） close a bracket or end a ratio; 材料：1） does not.
            let open = before
                .chars()
                .rev()
                .take(60)
                .take_while(|c| *c != '\n')
                .find(|c| matches!(c, '(' | '（' | ')' | '）'));
            let ratio = before.strip_suffix([':', '：']).unwrap_or(before);
            let closes = matches!(open, Some('(' | '（')) || few!("0123456789").ends(ratio);
            (place == Place::Line || !closes)
                .then(|| found(Style::ArabicHalfParen, value, place, input, behind))
        }
        '、' => {
            // A list of articles may be broken over lines: 31、32、⏎34、34-1.
            let listed = before
                .trim_end()
                .ends_with(|c: char| matches!(c, '、' | '～' | '~') || arabic_digit(c).is_some());
            let goes_on =
                behind.starts_with(|c| arabic_digit(c).is_some()) && (place != Place::Line || listed);
            (!goes_on).then(|| found(Style::Arabic, value, place, input, behind))
        }
        '.' | '．' | '﹒' => {
            let (_, count, after) = digits(behind);
            if count == 0 {
                return Some(found(Style::Arabic, value, place, input, behind));
            }
            // 1.2025年…: an item that begins with a year.
            let year = count == 4 && gap(after).starts_with('年');
            // 4.6月8日: so does one that begins with a day.
            let day = || {
                let (_, days, behind) = digits(gap(after.strip_prefix('月').unwrap_or("")));
                place == Place::Line && count <= 2 && days > 0 && gap(behind).starts_with('日')
            };
            if year || day() || place == Place::Line && value <= 20 && counts_persons(after) {
                return Some(found(Style::Arabic, value, place, input, behind));
            }
            decimal(input, place, value)
        }
        _ => None,
    }
}

/// Whether a number before a text counts what has no tenths, and more words follow: 1.3人户家庭 is the first item.
fn counts_persons(behind: &str) -> bool {
    strip_any(behind, &["人户", "人家庭", "名", "周岁及", "周岁以"])
        .is_some_and(|rest| rest.starts_with(is_han))
}

/// `decimal = level (. level)+ (. | 、)?` at the start of a line before words: 5.1.7 实施保障.
#[cold] // as few headings are
fn decimal(input: &str, place: Place, first: u32) -> Option<Found> {
    if place != Place::Line || first > 99 {
        return None;
    }
    // The levels before the last one as one number, the last one, and how many there are.
    let further = fold_many_m_n(
        1,
        3,
        preceded(one_of(".．"), level),
        || (0, first, 1),
        |(prefix, last, levels), next| (prefix * 100 + last, next, levels + 1),
    );
    // A trailing point belongs to the marker: 1.1. 总则
    let point = opt(one_of(".．、"));
    let (rest, (prefix, last, levels)) = delimited(level, further, point).parse(input).ok()?;
    let words = gap(rest);
    let named = words.starts_with(|c: char| c.is_alphabetic() || matches!(c, '“' | '《' | '（'))
        && !few!("万亿千百").begins(words);
    let spaced = words.len() < rest.len();
    // 3.2.2 6小时内水位超过警戒值: a heading that deep may begin with an amount.
    let counted = || {
        let behind = words.trim_start_matches(|c| arabic_digit(c).is_some());
        levels > 2 && spaced && behind.len() < words.len() && behind.starts_with(is_han)
    };
    let named = named || counted();
    // 4.5 公里 is an amount, 2.1 部门职责 is a heading.
    let amount = unit_at(words).is_some_and(|(_, kind, len)| {
        !spaced
            || kind != UnitKind::Count
            || gap(&words[len..]).is_empty()
            || gap(&words[len..]).starts_with('\n')
    });
    (last > 0 && named && !amount)
        .then(|| Found { prefix: prefix * 10 + levels, ..found(Style::Decimal, last, place, input, rest) })
}

/// A number of one or two digits in a decimal marker.
fn level(input: &str) -> Match<'_, u32> {
    let (value, count, rest) = digits(input);
    if (1..=2).contains(&count) { Ok((rest, value)) } else { Err(NO) }
}

/// `bracketed = （ ordinal ）`: （一）, (1); the input begins with the bracket.
pub(crate) fn bracketed(before: &str, input: &str) -> Option<Found> {
    let inside = preceded(peek(satisfy(starts_number)), ordinal);
    let mut marker = delimited(one_of("（("), folded(inside), folded(one_of("）)")));
    let (rest, (value, shape)) = marker.parse(input).ok()?;
    let place = place_on_page(before);
    let style = match shape.notation {
        Notation::Arabic if shape.digits <= 2 => Style::ArabicParen,
        Notation::Han if value <= 99 => Style::HanParen,
        _ => return None,
    };
    if place == Place::Line {
        return Some(found(style, value, place, input, rest));
    }
    // 第（一）项, 依照第（一）（二）项, 华总（一）义字
    let behind_number = before
        .strip_suffix(['）', ')'])
        .is_some_and(|b| b.ends_with(|c| arabic_digit(c).is_some() || han_digit(c).is_some() || c == '十'));
    let noun = ["项目", "目标", "目的", "款项"].iter().any(|word| rest.starts_with(word));
    let reference =
        few!("第条款项件字").ends(before) || behind_number || few!("项款目字义").begins(rest) && !noun;
    if reference {
        return None;
    }
    // Behind words it goes on with a series at most: …精准性（一）研究.
    let clause = place == Place::Clause && (closed(before) || few!("，,").ends(before));
    let place = if clause { Place::Clause } else { Place::Glued };
    // Digits refer to a note as well: they go on only (1)登记(2)复核.
    let glued = (style == Style::HanParen || value > 1) && rest.starts_with(is_han);
    (clause || glued).then(|| found(style, value, place, input, rest))
}

/// Whether the line begins with the heading of a chapter, and a gap ends it: 第七章 罚则 第四十二条.
fn behind_chapter(before: &str) -> bool {
    before.ends_with(is_gap) && {
        let line = tail(before, 30);
        let line = gap(&line[line.rfind('\n').map_or(0, |at| at + 1)..]);
        line.starts_with('第') && !line.contains('。') && line.contains('章')
    }
}

/// The part of a text that a word behind 第N names, and the length of the word.
fn division(text: &str) -> Option<(Style, usize)> {
    let style = match text.chars().next()? {
        '编' | '篇' => Style::Part,
        '部' if text.starts_with("部分") => return Some((Style::Part, "部分".len())),
        '章' => Style::Chapter,
        '节' => Style::Section,
        '条' => Style::Article,
        _ => return None,
    };
    Some((style, '章'.len_utf8()))
}

/// What stands behind 第三条 where it refers to an article and heads none.
static REFERS: CharSet = CharSet::of("第、和至及或，规的所中款项文附");

/// What a decision does with an article that it amends: 第九条修改为：“…”. An article may be about what is added or changed
/// (第九条　增加的投入…), and then a gap stands before it.
static AMENDED: Words = words![
    "修改为", "修改成", "修订为", "修正为", "改为", "改作", "调整为", "变更为", "增加一", "增加二", "增加两",
    "增加三", "增加四", "增加第", "增加下列", "增加以下", "增加如下", "增设一", "增列", "增订", "删去",
    "删除", "后增加", "后增", "前增加", "之后增", "之前增", "后加", "之后加", "后面增", "后另起", "后新增",
    "条文修", "予以删", "予以修", "修改如下", "修正如下", "作如下修", "作以下修", "作了修",
];

/// `第一章` `第一条` `第一，`; the input begins with 第.
pub(crate) fn ordinal_word_marker(before: &str, input: &str) -> Option<Found> {
    let (rest, n) = number(gap(input.strip_prefix('第')?)).ok()?;
    ordinal_marker(before, input, (&n, rest))
}

/// 第 十 二 章: a numeral with spaces between its characters, of which the first ones were read as one.
pub(crate) fn spaced_out<'t>(input: &'t str, (rest, n): &(&'t str, Number)) -> Option<(&'t str, Number)> {
    let next = gap(rest);
    if n.notation != Notation::Han || next.len() == rest.len() || !numeral::HAN_STARTS.begins(next) {
        return None;
    }
    let len = input
        .char_indices()
        .take(16)
        .find(|(_, c)| !(is_gap(*c) || numeral::HAN_STARTS.has(*c)))
        .map(|(at, _)| input[..at].trim_end_matches(is_gap).len())?;
    let characters: String = input[..len].chars().filter(|c| !is_gap(*c)).collect();
    let behind = &input[len..];
    let (left, n) = number(&characters).ok()?;
    (left.is_empty() && division(gap(behind)).is_some()).then_some((behind, n))
}

/// The same where the numeral was read, with the text behind it.
pub(crate) fn ordinal_marker(before: &str, input: &str, (shape, rest): (&Number, &str)) -> Option<Found> {
    let value = ordinal_value(shape)?;
    let rest = &input[input.len() - rest.len()..];
    divided(before, input, value, gap(rest)).or_else(|| {
        let counts = shape.notation == Notation::Han && value <= 30;
        if counts { counted(before, input, value, rest) } else { None }
    })
}

/// Where a marker behind some text stands, which may be the heading of a chapter in the same line.
fn place_in_chapter(before: &str) -> Place {
    let place = place_on_page(before);
    if place == Place::Glued && behind_chapter(before) { Place::Line } else { place }
}

/// `第一章` `第一条`, behind the number.
fn divided(before: &str, input: &str, value: u32, after: &str) -> Option<Found> {
    // 第 17-1 條 stands behind 第 17 條.
    let sub = strip_any(after, &["-", "－"])
        .map(|r| r.trim_start_matches(|c| arabic_digit(c).is_some() || is_gap(c)));
    let (style, word) = division(sub.unwrap_or(after))?;
    let place = place_in_chapter(before);
    let article = place != Place::Line;
    if article && !closed(before) {
        return None;
    }
    let behind = &sub.unwrap_or(after)[word..];
    let beside = behind
        .strip_prefix('之')
        .map(|r| r.trim_start_matches(|c: char| han_digit(c).is_some() || c == '十'));
    let sub = sub.is_some() || beside.is_some();
    let behind = beside.unwrap_or(behind);
    let reference =
        behind.starts_with(|c| REFERS.has(c)) && !behind.starts_with("中国") && !behind.starts_with("中央")
            || style == Style::Article && AMENDED.begins(behind);
    // 第一节课; 第二部分 heads a part only where it stands alone.
    let word = style == Style::Section && behind.starts_with('课')
        || style == Style::Part
            && word > '编'.len_utf8()
            && !(behind.starts_with(is_gap) || behind.starts_with(['\n', '：']));
    // Where a line break is lost, an article goes on with its series at most.
    let lost = style == Style::Article && behind.starts_with(is_gap);
    if reference || word || article && !lost {
        return None;
    }
    let place = if article { Place::Glued } else { place };
    Some(Found { sub, ..found(style, value, place, input, behind) })
}

/// `第一，` `第一是` `第一个是`, behind the number.
fn counted(before: &str, input: &str, value: u32, rest: &str) -> Option<Found> {
    let mark = rest.chars().next()?;
    let behind = match mark {
        '，' | ',' | '：' | ':' | '、' | '是' => &rest[mark.len_utf8()..],
        _ => rest.strip_prefix("个是")?,
    };
    let place = place_in_chapter(before);
    let fits = mark != '、'
        || !behind.starts_with('第')
            && (place == Place::Line || !ordinal_word(behind, value) && !is_enumeration(behind));
    let style = if mark == '是' { Style::Shi } else { Style::Di };
    (fits && place >= Place::Clause).then(|| found(style, value, place, input, behind))
}

/// The characters that stand second in a word, and behind 甲.
pub(crate) static SECOND: CharSet = CharSet::of("先次后、．.").or(&numeral::STARTS);

/// Words that count items, and whether a mark has to stand behind them.
static WORDS: Words<(Style, u32, bool)> = Words::of(&[
    ("首先", (Style::Shouxian, 1, false)),
    ("其次", (Style::Shouxian, 2, false)),
    ("再次", (Style::Shouxian, 3, true)),
    ("然后", (Style::Shouxian, NEXT, false)),
    ("最后", (Style::Shouxian, NEXT, true)),
    ("另一是", (Style::Qi, NEXT, false)),
    ("另一方面", (Style::Yifangmian, NEXT, false)),
]);

/// `word = first | next | … | 其 ordinal`; the input begins with the word.
pub(crate) fn word(before: &str, input: &str) -> Option<Found> {
    let (rest, style, ordinal) = match WORDS.strip(input) {
        Some((rest, (style, ordinal, marked))) => {
            // 最后，第四，…: the marker is the second.
            let fits = !marked || few!("，,、是：").begins(rest) && !rest.starts_with("，第");
            (fits.then_some(rest)?, style, ordinal)
        }
        None => of_them(input).map(|(rest, ordinal)| (rest, Style::Qi, ordinal)).ok()?,
    };
    let place = place(before);
    (place >= Place::Clause || style == Style::Yifangmian).then(|| found(style, ordinal, place, input, rest))
}

/// `of_them = 其 ordinal 是?`, as 其一 before a mark and 其一是.
fn of_them(input: &str) -> Match<'_, u32> {
    let fits = |(value, n): &(u32, Number)| n.notation == Notation::Han && *value <= 10;
    let (rest, (value, _)) = preceded(char('其'), verify(ordinal, fits)).parse(input)?;
    let (rest, _) = alt((char('是'), peek(one_of("，,、：:")))).parse(rest)?;
    Ok((rest, value))
}

/// ① ⑴ ⒈ ㈠: numbers in one character.
pub(crate) fn enclosed(before: &str, input: &str) -> Option<Found> {
    let place = place(before);
    let c = input.chars().next()?;
    let nth = |first: char, c: char| u32::from(c) - u32::from(first) + 1;
    let (style, ordinal) = match c {
        '①'..='⑳' => (Style::Circled, nth('①', c)),
        '㉑'..='㉟' => (Style::Circled, nth('㉑', c) + 20),
        '⑴'..='⒇' => (Style::ArabicParen, nth('⑴', c)),
        '⒈'..='⒛' => (Style::Arabic, nth('⒈', c)),
        '㈠'..='㈩' => (Style::HanParen, nth('㈠', c)),
        _ => return None,
    };
    let rest = &input[c.len_utf8()..];
    let boundary =
        place == Place::Line || place == Place::Clause && (closed(before) || few!("，,").ends(before));
    // Behind words it goes on with a series at most: ①登记②复核, not 服务②。, which refers to a note.
    let glued = style == Style::Circled && ordinal > 1 && gap(rest).starts_with(is_han);
    let place = if boundary { place } else { Place::Glued };
    (boundary || glued).then(|| found(style, ordinal, place, input, rest))
}

/// —— ● 甲、 at the start of a line.
pub(crate) fn line_start(before: &str, input: &str) -> Option<Found> {
    if place(before) != Place::Line {
        return None;
    }
    let c = input.chars().next()?;
    match c {
        '—' | '─' | '－' | '―' => {
            let rest = strip_any(input, &["———", "——", "──", "－－", "――"])?;
            let head: usize = rest.chars().take(60).take_while(|c| *c != '\n').map(char::len_utf8).sum();
            let line = &rest[..head];
            // ——2026年1月27日在…会议上 is the subtitle of a report.
            let subtitle = ["会议上", "大会上", "全会上"].iter().any(|end| line.trim_end().ends_with(end));
            (!line.trim().is_empty() && !subtitle).then(|| found(Style::Dash, 0, Place::Line, input, rest))
        }
        '●' | '•' | '·' | '◆' | '■' | '◇' | '★' | '▲' | '▶' | '►' | '➤' | '○' => {
            let rest = &input[c.len_utf8()..];
            // · 331 · is the number of a page.
            let words =
                gap(rest).starts_with(|d: char| d.is_alphabetic() || matches!(d, '“' | '《' | '（' | '【'));
            words.then(|| found(Style::Bullet, 0, Place::Line, input, rest))
        }
        '参' => {
            let rest = input.strip_prefix("参、")?;
            Some(found(Style::Financial, 3, Place::Line, input, rest))
        }
        _ => {
            let ordinal = HEAVENLY_STEMS.iter().position(|stem| *stem == c)?;
            let rest = input[c.len_utf8()..].strip_prefix(['、', '．', '.'])?;
            Some(found(Style::Heavenly, u32::try_from(ordinal).ok()? + 1, Place::Line, input, rest))
        }
    }
}

/// The number of items that a lead announces: 四点建议：, 提出3点希望：; 以下几点 announces none.
pub(crate) fn announced(lead: &str) -> Option<u32> {
    const NOUNS: &[&str] = &[
        "建议", "希望", "要求", "意见", "主张", "倡议", "举措", "措施", "方面", "工作", "内容", "任务",
        "看法", "原则", "坚持", "办法", "规定", "事", "部分", "特点", "问题", "亮点", "重点", "环节", "关系",
        "原因", "因素", "步骤", "阶段", "事情",
    ];
    let trimmed = lead.trim_end_matches(['：', ':', '。', '，', '；', ' ', '\n', '\u{3000}', '—']);
    let floor = trimmed.len() - tail(trimmed, 14).len();
    // The last number in front of a classifier for points, not for anything else.
    let mut best = None;
    let mut at = floor;
    while let Some((i, c)) = trimmed[at..].char_indices().find(|(_, c)| starts_number(*c)) {
        let from = at + i;
        let Ok((rest, n)) = number(&trimmed[from..]) else {
            at = from + c.len_utf8();
            continue;
        };
        at = trimmed.len() - rest.len();
        let units = ["点", "项", "条", "个", "方面", "大", "件", "步", "股"];
        let counted =
            strip_any(gap(rest), &units).is_some_and(|behind| behind.is_empty() || has_end(behind, NOUNS));
        // 第十六条 is an article, also where the window begins in its number.
        let ordinal = trimmed[..from].ends_with(|c| c == '第' || starts_number(c));
        if counted && !ordinal {
            best = n.whole().filter(|n| (2..=60).contains(n));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Style, u32, &str)> {
        let (before, written) = text.split_once('|').unwrap();
        // Grammars read Simplified characters, at the same offsets.
        let input = &*crate::script::simplified(written);
        let found = match input.chars().next()? {
            '（' | '(' => bracketed(before, input),
            '第' => ordinal_word_marker(before, input),
            '首' | '其' | '再' | '然' | '最' | '另' => word(before, input),
            '①'..='⒛' | '㉑'..='㉟' | '㈠'..='㈩' => enclosed(before, input),
            c if starts_number(c) => {
                let read = number(input).ok();
                numeral(before, input, read.as_ref().map(|(rest, n)| (n, *rest)))
            }
            _ => line_start(before, input),
        }?;
        Some((found.style, found.ordinal, &written[..found.len]))
    }

    #[test]
    fn markers() {
        for (text, style, ordinal, marker) in [
            ("。|一是坚持", Style::Shi, 1, "一是"),
            ("；|十四是坚持", Style::Shi, 14, "十四是"),
            ("，|二就是", Style::Shi, 2, "二就是"),
            ("《条例》|一是明确", Style::Shi, 1, "一是"),
            ("主要原因|一是保证", Style::Shi, 1, "一是"),
            ("。|一要加快", Style::Yao, 1, "一要"),
            ("。|第一，要", Style::Di, 1, "第一，"),
            ("：|第二、改革", Style::Di, 2, "第二、"),
            ("：|第一个是", Style::Di, 1, "第一个是"),
            ("：|其一，", Style::Qi, 1, "其一"),
            ("，|另一是", Style::Qi, NEXT, "另一是"),
            ("。|首先，", Style::Shouxian, 1, "首先"),
            ("。|其次是", Style::Shouxian, 2, "其次"),
            ("，|一方面要", Style::Yifangmian, 1, "一方面"),
            ("|第一章 总则", Style::Chapter, 1, "第一章"),
            ("## |第四章 罚则", Style::Chapter, 4, "第四章"),
            ("\n|第 5 條\n", Style::Article, 5, "第 5 條"),
            ("\n|第三十八条 有", Style::Article, 38, "第三十八条"),
            ("\n　　|一、总体要求", Style::Han, 1, "一、"),
            ("。|十、删去", Style::Han, 10, "十、"),
            ("\n|一、2025年工作", Style::Han, 1, "一、"),
            ("\n|（一）指导", Style::HanParen, 1, "（一）"),
            ("\n|(一 ) 引言", Style::HanParen, 1, "(一 )"),
            ("；|（2）改善", Style::ArabicParen, 2, "（2）"),
            ("。|1.坚持", Style::Arabic, 1, "1."),
            ("\n|１．承租", Style::Arabic, 1, "１．"),
            ("\n|1.2025年工作", Style::Arabic, 1, "1."),
            ("\n|12、坚持", Style::Arabic, 12, "12、"),
            ("\n|1）基础", Style::ArabicHalfParen, 1, "1）"),
            ("材料：|1）申请书；", Style::ArabicHalfParen, 1, "1）"),
            ("：|①评价", Style::Circled, 1, "①"),
            ("\n|12.1.2 深入", Style::Decimal, 2, "12.1.2"),
            ("\n|10.6优化", Style::Decimal, 6, "10.6"),
            ("\n|甲、掌握", Style::Heavenly, 1, "甲、"),
            ("\n|貳、機關", Style::Financial, 2, "貳、"),
            ("\n|——经济", Style::Dash, 0, "——"),
            ("\n|● 户籍", Style::Bullet, 0, "●"),
            ("\n|㈠发展", Style::HanParen, 1, "㈠"),
            ("\n第七章 罚则 |第四十二条 开发", Style::Article, 42, "第四十二条"),
            ("：|一、三年来的工作", Style::Han, 1, "一、"),
            ("\n15|三、强化", Style::Han, 3, "三、"),
            ("\n 2|第三节 依据", Style::Section, 3, "第三节"),
            ("\n|（\n三）改革", Style::HanParen, 3, "（\n三）"),
            ("①登记|②复核", Style::Circled, 2, "②"),
        ] {
            assert_eq!(read(text), Some((style, ordinal, marker)), "{text}");
        }
    }

    #[test]
    fn no_markers() {
        for text in [
            "祖国统|一是", "其中之|一是", "百分之|二十是", "正月|十五是", "。|一是一", "第|一要务",
            "全国|第一，", "，|第一、二产业", "：|第一、第二产业", "，|一、二类水质", "，|一、二季度",
            "，|二、三百亿度", "和平统|一、一国两制", "依照第|(一)项", "\n|第三条规定", "\n|第三条第一款",
            "增长|5.1", "\n|5.1%", "\n|3.2亿", "\n|9.4\n禽蛋", "方法|（一）", "\n|2021.03", "任选|其一，",
            "，|再次表明", "。|二、三年内", "；|最后，第四，", "。|一、三产业", "。|一、五○○人", "2025|二、",
            "服务|②。", "金额|10.1%", "\n|1.5", "\n|10.1%",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn announced_counts() {
        for (lead, count) in [
            ("提出四点建议：", Some(4)),
            ("提出3点希望。", Some(3)),
            ("主要有以下三个方面：", Some(3)),
            ("《条例》共6章64条，", None),
            ("23个主要指标", None),
            ("做了以下工作。", None),
        ] {
            assert_eq!(announced(lead), count, "{lead}");
        }
    }
}
