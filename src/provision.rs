//! References into a document: 第二百六十六条第二款第（三）项.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::ops::Range;
use core::str::FromStr;

use crate::Span;
use crate::document_kind::DocumentKind;
use crate::numeral::number;
use crate::script::simplified;
use crate::token::{Match, NO, begins, ends, fold, gap, head, is_gap, is_han, strip_any, tail};
use crate::words::{Words, words};

/// A reference to a provision of a document, directly behind what names the document.
///
/// | written | title | law | locator |
/// |---|---|---|---|
/// | 《刑法》第二百六十六条 · 《办法》（试行）第六条 | that title | – | article 266 · 6 |
/// | 本法第三条 · 该条例第五条 · 本办法第九条 | – | 本法 · 该条例 · 本办法 | article 3 · 5 · 9 |
/// | 依照民事诉讼法第二百零七条 · 違反銀行法第八條 | – | 民事诉讼法 · 銀行法 | article 207 · 8 |
/// | 本条第二款 · 前款第三项 | – | 本条 · 前款 | paragraph 2 · item 3 |
///
/// A list is one provision a member, each with what it leaves out taken from the one before: 第九条、第十条; 第八条第一款和
/// 第三款; 第一、三款; 第（一）、（二）项. A range is one provision with an end: 第三条至第五条. The forms are those of
/// [`Locator`].
///
/// None are: the 第三条 that heads an article, one that nothing stands before to say what it is of (依照第三条), chapters
/// (本法第三章), and counted things (本通知第一项任务).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[non_exhaustive]
pub struct Provision {
    /// The reference without the words or the title that it stands behind.
    pub span: Span,
    /// The title it belongs to, as an index into the entities.
    pub title: Option<usize>,
    /// What it belongs to where that is no title, as written: 本法, 该条例, 民事诉讼法, 本条.
    pub law: Option<String>,
    /// What it says.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub locator: Locator,
}

/// A place in a document, or a range of them.
///
/// | written | value |
/// |---|---|
/// | 第二百六十六条第二款第（三）项 | article 266, paragraph 2, item 3 |
/// | 第六条之一 · 第 17-1 條 | article 6, sub-article 1 · article 17, sub-article 1 |
/// | 第三條第一項第二款第三目 | article 3, paragraph 1, item 2, sub-item 3 |
/// | 第三条至第五条 · 第三至五条 | article 3, end article 5 |
/// | 第八条第一款至第三款 | article 8, paragraph 1, end article 8, paragraph 3 |
///
/// On the mainland an article (条) has paragraphs (款), these have items (项), and these sub-items (目), by the Legislation Law.
/// In Taiwan paragraphs are 項 and items are 款. Which of the two is meant is told by the order, or, where only one of them
/// stands, by the script.
///
/// ```
/// use gongwen::Locator;
///
/// let locator: Locator = "第266条第2款第（三）项".parse()?;
/// assert_eq!((locator.start.article, locator.start.paragraph, locator.start.item), (Some(266), Some(2), Some(3)));
/// assert_eq!(locator.to_string(), "第二百六十六条第二款第（三）项");
/// # Ok::<(), gongwen::LocatorError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
pub struct Locator {
    /// The place, or the first of a range.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub start: Place,
    /// The last place of a range.
    pub end: Option<Place>,
}

/// One place in a document, from the article down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
pub struct Place {
    /// 条. None behind 本条 and 前款.
    pub article: Option<u16>,
    /// The number behind 之: 第六条之一.
    pub sub_article: Option<u16>,
    /// 款 on the mainland, 項 in Taiwan.
    pub paragraph: Option<u16>,
    /// 项 on the mainland, 款 in Taiwan.
    pub item: Option<u16>,
    /// 目.
    pub sub_item: Option<u16>,
}

/// The text is not the notation of a [`Locator`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("not a provision")]
pub struct LocatorError;

impl FromStr for Locator {
    type Err = LocatorError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let s = s.trim();
        match chain(&simplified(s), s, "", None)[..] {
            [(ref range, locator)] if range.len() == s.len() => Ok(locator),
            _ => Err(LocatorError),
        }
    }
}

impl fmt::Display for Locator {
    /// As mainland documents write it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.start.write(f, 0)?;
        if let Some(end) = self.end {
            // What both have in common is said once, but something is left to say.
            let same = self.start.levels().iter().zip(end.levels()).take_while(|(a, b)| **a == *b).count();
            let last = end.levels().iter().rposition(Option::is_some).unwrap_or(0);
            f.write_str("至")?;
            end.write(f, same.min(last))?;
        }
        Ok(())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, 0)
    }
}

impl Place {
    /// The levels from the article down; an article and its sub-article are one.
    const fn levels(&self) -> [Option<(u16, Option<u16>)>; 4] {
        const fn plain(n: Option<u16>) -> Option<(u16, Option<u16>)> {
            match n {
                Some(n) => Some((n, None)),
                None => None,
            }
        }
        let article = match self.article {
            Some(n) => Some((n, self.sub_article)),
            None => None,
        };
        [article, plain(self.paragraph), plain(self.item), plain(self.sub_item)]
    }

    fn write(&self, f: &mut fmt::Formatter<'_>, from: usize) -> fmt::Result {
        for (level, number) in self.levels().iter().enumerate().skip(from) {
            let Some((n, sub)) = *number else { continue };
            match level {
                0 => write!(f, "第{}条", Han(n))?,
                1 => write!(f, "第{}款", Han(n))?,
                2 => write!(f, "第（{}）项", Han(n))?,
                _ => write!(f, "第{}目", Han(n))?,
            }
            if let Some(sub) = sub {
                write!(f, "之{}", Han(sub))?;
            }
        }
        Ok(())
    }
}

/// A number in Han characters, as articles are numbered: 二百零七, 十二.
struct Han(u16);

impl fmt::Display for Han {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
        let (mut rest, mut zero) = (self.0, false);
        if rest == 0 {
            return f.write_str(DIGITS[0]);
        }
        for (power, name) in [(10_000, "万"), (1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = rest / power;
            let leading = rest == self.0;
            rest %= power;
            if digit == 0 {
                zero |= !leading;
                continue;
            }
            if zero {
                f.write_str(DIGITS[0])?;
                zero = false;
            }
            // 十二, not 一十二.
            if !(leading && power == 10 && digit == 1) {
                f.write_str(DIGITS[usize::from(digit)])?;
            }
            f.write_str(name)?;
        }
        Ok(())
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// What a reference stands behind
// ---------------------------------------------------------------------------------------------------------------------

/// What a reference belongs to that is no title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Law {
    /// Where its words stand.
    pub words: Range<usize>,
    /// Whether it is a document, which has articles, and no part of one (本条, 前款).
    pub document: bool,
}

/// The words that a text ends with and a reference may stand behind: 本法, 前款, 民事诉讼法.
///
/// The text is in Simplified characters and begins behind the last entity.
pub(crate) fn law(before: &str) -> Option<Law> {
    // （以下簡稱本條例）第三條
    let end = before.trim_end_matches(|c| is_gap(c) || matches!(c, '\n' | '）' | ')')).len();
    let text = &before[..end];
    let (start, document) = own(text).or_else(|| {
        let bare = !before[end..].contains(['）', ')']);
        unmarked(text).filter(|_| bare).map(|start| (start, true))
    })?;
    Some(Law { words: start..end, document })
}

/// Words that point at a document, and at a part of one.
static POINTING: Words = words!["本", "该", "上述", "前述"];
static POINTING_AT_PARTS: Words = words!["本", "该", "同", "前"];

/// 同意见 is no document; 同法 is.
static SAME: Words = words!["同法", "同条例", "同办法", "同规定", "同规则", "同细则"];

/// Words between 本 and the kind of document: 本实施细则.
static MODIFIERS: Words = words!["实施", "施行", "暂行", "试行", "管理", "司法"];

/// Where 本法, 本实施细则, 该条例, 前款 begins that a text ends with, and whether it is a document.
fn own(text: &str) -> Option<(usize, bool)> {
    let part = || {
        let stem = text.strip_suffix(['条', '款', '项'])?;
        Some((POINTING_AT_PARTS.strip_end(stem)?.0, false))
    };
    let same = || Some((SAME.strip_end(text)?.0, true));
    let document = || {
        let stem = text.strip_suffix(DocumentKind::of(tail(text, 6)).1?)?;
        let stem = MODIFIERS.strip_end(stem).map_or(stem, |(stem, ())| stem);
        Some((POINTING.strip_end(stem)?.0, true))
    };
    let (stem, document) = part().or_else(same).or_else(document)?;
    // 基本法, 日本法 and 合同法 are names.
    let within = match text[stem.len()..].chars().next() {
        Some('本') => ends(stem, "基根日成样资版文"),
        Some('同') => ends(stem, "合共相"),
        Some('前') => ends(stem, "目以之"),
        _ => false,
    };
    (!within).then_some((stem.len(), document))
}

/// What the name of a law that stands without marks ends in.
static NAMES: Words = words!["法", "法典", "条例", "办法", "规则", "细则", "通则", "准则"];

/// Words that end like one.
static NO_NAMES: Words = words![
    "依法", "方法", "做法", "立法", "司法", "执法", "违法", "合法", "非法", "守法", "犯法", "枉法", "普法"
];

/// What a word before or in the name of a law is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lead {
    /// Leads up to a name wherever it stands.
    Anywhere,
    /// Leads up to a name from the start of a clause alone.
    Start,
    /// Part of a name, though a leading word is in it.
    Name,
}

static LEADING: Words<Lead> = {
    use Lead::{Anywhere, Name, Start};
    Words::of(&[
        ("依照", Anywhere),
        ("依据", Anywhere),
        ("依", Anywhere),
        ("按照", Anywhere),
        ("按", Anywhere),
        ("根据", Anywhere),
        ("违反", Anywhere),
        ("适用", Anywhere),
        ("符合", Anywhere),
        ("认定", Anywhere),
        ("准用", Anywhere),
        ("比照", Anywhere),
        ("参照", Anywhere),
        ("参酌", Anywhere),
        ("援引", Anywhere),
        ("视同", Anywhere),
        ("审查", Anywhere),
        ("审理", Anywhere),
        ("从事", Anywhere),
        ("具备", Anywhere),
        ("考虑", Anywhere),
        ("注意", Anywhere),
        ("承担", Anywhere),
        ("超过", Anywhere),
        ("超出", Anywhere),
        ("修正前", Anywhere),
        ("修正后", Anywhere),
        ("修改前", Anywhere),
        ("修改后", Anywhere),
        ("修订前", Anywhere),
        ("修订后", Anywhere),
        ("现行", Anywhere),
        ("构成", Anywhere),
        ("具有", Anywhere),
        ("执行", Anywhere),
        ("应当", Anywhere),
        ("遵守", Anywhere),
        ("公布", Anywhere),
        ("涉及", Anywhere),
        ("分别", Anywhere),
        ("我国", Anywhere),
        ("或者", Anywhere),
        ("或", Anywhere),
        ("以及", Anywhere),
        ("的", Anywhere),
        ("之", Anywhere),
        ("了", Anywhere),
        ("以", Anywhere),
        ("将", Anywhere),
        ("但", Anywhere),
        ("是", Anywhere),
        ("犯", Anywhere),
        ("犯罪", Name),
        ("侵犯", Name),
        ("有", Anywhere),
        ("国有", Name),
        ("公有", Name),
        ("私有", Name),
        ("所有", Name),
        ("有限", Name),
        ("有线", Name),
        ("有机", Name),
        ("有毒", Name),
        ("为", Anywhere),
        ("行为", Name),
        ("于", Anywhere),
        ("在", Anywhere),
        ("并", Anywhere),
        ("合并", Name),
        ("其", Anywhere),
        ("其他", Name),
        ("除", Anywhere),
        ("消除", Name),
        ("解除", Name),
        ("因", Anywhere),
        ("基因", Name),
        ("对", Anywhere),
        ("对外", Name),
        ("应对", Name),
        ("指", Anywhere),
        ("指定", Name),
        ("指导", Name),
        ("指挥", Name),
        ("受", Anywhere),
        ("受害", Name),
        ("受理", Name),
        ("受刑", Name),
        ("受益", Name),
        ("受贿", Name),
        ("属", Anywhere),
        ("所属", Name),
        ("附属", Name),
        ("金属", Name),
        ("家属", Name),
        ("原", Start),
        ("原住", Name),
        ("原子", Name),
        ("原产", Name),
        ("经", Start),
        ("经济", Name),
        ("经营", Name),
        ("经销", Name),
        ("规定", Start),
        ("关于", Start),
        ("和", Start),
        ("及", Start),
        ("与", Start),
    ])
};

/// How long, in characters, the name of a law may be.
const MOST_OF_NAME: usize = 32;

/// Where the name of a law begins that stands without marks and that a text ends with: 民事诉讼法 in 依照民事诉讼法.
fn unmarked(text: &str) -> Option<usize> {
    let (stem, ()) = NAMES.strip_end(text)?;
    if NO_NAMES.strip_end(text).is_some() && !text.ends_with("公司法") {
        return None;
    }
    let run: usize =
        text.chars().rev().take(MOST_OF_NAME).take_while(|c| is_han(*c)).map(char::len_utf8).sum();
    let from = text.len() - run;
    let mut start = from;
    // A run that goes on before has no known start.
    let mut known = !text[..from].ends_with(is_han);
    let mut read = from;
    for (at, len, lead) in LEADING.find_all(&text[from..stem.len()]) {
        let (at, end) = (from + at, from + at + len);
        if at < read {
            continue;
        }
        read = end;
        // In 安全审查条例 the word belongs to the name.
        let leads = match lead {
            Lead::Anywhere => end < stem.len() || at == start && known,
            Lead::Start => at == start && known,
            Lead::Name => false,
        };
        if leads {
            (start, known) = (end, true);
        }
    }
    // 本条例及所得税法, 第七条及所得税法: what is cited before 及 is another law; 投资信托及顾问法 is a name.
    let from = start;
    for (at, c) in text[from..stem.len()].char_indices() {
        let at = from + at;
        let cited =
            || NAMES.strip_end(&text[..at]).is_some() || text[..at].ends_with(['条', '款', '项', '目']);
        if matches!(c, '和' | '及' | '与') && cited() {
            (start, known) = (at + c.len_utf8(), true);
        }
    }
    let least = if matches!(&text[stem.len()..], "法" | "法典") { 2 } else { 4 };
    (known && text[start..].chars().count() >= least).then_some(start)
}

/// How many bytes the brackets between a title and a reference may take.
const MOST_BETWEEN: usize = 192;

/// Whether a reference may stand behind a title with this in between: brackets at the title, or the end of the bracket it is in.
pub(crate) fn behind_title(between: &str) -> bool {
    if between.len() > MOST_BETWEEN {
        return false;
    }
    let mut rest = between;
    loop {
        rest = fold(rest);
        if let Some(inside) = rest.strip_prefix(['（', '(']) {
            let Some((at, _)) = inside.char_indices().find(|(_, c)| matches!(c, '）' | ')')) else {
                return false;
            };
            rest = &inside[at..];
        } else if let Some(behind) = rest.strip_prefix(['）', ')']) {
            rest = behind;
        } else {
            return rest.is_empty() || matches!(rest, "的" | "中");
        }
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// The reference
// ---------------------------------------------------------------------------------------------------------------------

/// A measure word of provisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Measure {
    Tiao,
    Kuan,
    Xiang,
    Mu,
}

/// `measure = 条 | 款 | 项 | 目` — and no word that begins with one: 条款, 项目.
fn measure(input: &str) -> Match<'_, Measure> {
    let mut chars = input.chars();
    let measure = match chars.next() {
        Some('条') => Measure::Tiao,
        Some('款') => Measure::Kuan,
        Some('项') => Measure::Xiang,
        Some('目') => Measure::Mu,
        _ => return Err(NO),
    };
    let rest = chars.as_str();
    match (measure, rest.chars().next()) {
        (Measure::Tiao, Some('款' | '例' | '件'))
        | (Measure::Xiang, Some('目'))
        | (Measure::Mu, Some('标' | '录' | '的')) => Err(NO),
        _ => Ok((rest, measure)),
    }
}

/// How two references are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    /// By 、 or 和.
    And,
    /// By ，, which more often ends a clause.
    Comma,
    /// By 至.
    To,
}

/// `joint = 、 | ， | 和 | 及 | 与 | 或 | 至` — the gap behind it too.
fn joint(input: &str) -> Match<'_, Joint> {
    static JOINTS: Words<Joint> = Words::of(&[
        ("、", Joint::And),
        ("、或", Joint::And),
        ("和", Joint::And),
        ("及", Joint::And),
        ("以及", Joint::And),
        ("与", Joint::And),
        ("或", Joint::And),
        ("或者", Joint::And),
        ("暨", Joint::And),
        ("，", Joint::Comma),
        (",", Joint::Comma),
        ("至", Joint::To),
        ("到", Joint::To),
        ("—", Joint::To),
        ("-", Joint::To),
        ("－", Joint::To),
        ("–", Joint::To),
        ("～", Joint::To),
        ("~", Joint::To),
    ]);
    let (rest, joint) = JOINTS.strip(fold(input)).ok_or(NO)?;
    Ok((fold(rest), joint))
}

/// `number = numeral | （ numeral ）` — of a provision.
fn provision_number(input: &str) -> Match<'_, u16> {
    // Some pages have the letter ㄧ for 一.
    if let Some(rest) = input.strip_prefix('ㄧ') {
        return Ok((rest, 1));
    }
    let inside = input.strip_prefix(['（', '(']);
    let (rest, n) = number(inside.map_or(input, gap))?;
    let plain = !n.magnitude && !n.grouped;
    let value =
        n.whole().filter(|_| plain).and_then(|n| u16::try_from(n).ok()).filter(|n| (1..10_000).contains(n));
    let rest = match inside {
        Some(_) => gap(rest).strip_prefix(['）', ')']).ok_or(NO)?,
        None => rest,
    };
    Ok((rest, value.ok_or(NO)?))
}

/// `sub = 之 numeral` — behind 条; 之一般 is none.
fn sub_article(input: &str) -> Match<'_, u16> {
    let rest = gap(input).strip_prefix('之').ok_or(NO)?;
    let (rest, n) = provision_number(rest).ok().filter(|_| !rest.starts_with(['（', '('])).ok_or(NO)?;
    if begins(rest, "般种个部定切类些") { Err(NO) } else { Ok((rest, n)) }
}

/// A number, alone or one of several that share 第 and a measure word: 第九、十条.
#[derive(Clone, Copy)]
struct Member {
    start: usize,
    end: usize,
    joint: Joint,
    number: u16,
    /// Of 之一.
    sub: Option<u16>,
}

/// `第 member (joint? member)* measure`
struct Group {
    members: Vec<Member>,
    measure: Measure,
}

/// The references of a chain, as far as it is read.
struct Chain<'t> {
    input: &'t str,
    found: Vec<(Range<usize>, Locator)>,
    /// The last place, which says what the next one leaves out.
    last: Place,
    /// 项 stands above 款, as in Taiwan.
    xiang_first: bool,
    traditional: bool,
    /// Whether it is one of articles; of parts of one; or may be either.
    articles: Option<bool>,
}

/// `chain = element (joint element)*` — the references that a text begins with: where they stand and what they say.
///
/// The first text is the second in Simplified characters. `of` is what words they stand behind, as written; `articles` says
/// whether the first is an article, and whether any is.
pub(crate) fn chain(
    input: &str,
    written: &str,
    of: &str,
    articles: Option<bool>,
) -> Vec<(Range<usize>, Locator)> {
    // The measure words tell the script: 條, 項.
    let traditional = head(written, 12).contains(['條', '項']) || of.ends_with(['條', '項']);
    // What stands below 前項 is an item whatever the script.
    let xiang_first = traditional || of.ends_with('项');
    let mut chain =
        Chain { input, found: Vec::new(), last: Place::default(), xiang_first, traditional, articles };
    let mut next = chain.element(input, Joint::And);
    while let Some(rest) = next {
        next = joint(rest).ok().and_then(|(behind, joint)| chain.element(behind, joint));
    }
    chain.found
}

impl<'t> Chain<'t> {
    fn at(&self, rest: &str) -> usize {
        self.input.len() - rest.len()
    }

    /// `element = group+` — read and kept; the text behind it.
    ///
    /// Only behind another may 第 be left out, and then only before brackets.
    fn element(&mut self, input: &'t str, joint: Joint) -> Option<&'t str> {
        let inside = match input.strip_prefix('第') {
            Some(inside) => gap(inside),
            None if !self.found.is_empty() && begins(input, "（(") => input,
            None => return None,
        };
        let (mut rest, first) = self.group(input, inside, joint)?;
        let article = first.measure == Measure::Tiao;
        match self.articles {
            Some(true) if self.found.is_empty() && !article => return None,
            Some(false) if article => return None,
            _ => {}
        }
        // A comma joins articles that count on.
        let counts_on = || article && Some(first.members[0].number) > self.last.article;
        if joint == Joint::Comma && !counts_on() {
            return None;
        }
        let mut groups = alloc::vec![first];
        while let Some(inside) = fold(rest).strip_prefix('第') {
            let Some((behind, group)) = self.group(rest, gap(inside), Joint::And) else { break };
            // A measure comes once, and an article first.
            if group.measure == Measure::Tiao || groups.iter().any(|g| g.measure == group.measure) {
                break;
            }
            groups.push(group);
            rest = behind;
        }
        self.order(&groups);
        self.keep_all(&groups, self.at(input), joint)?;
        Some(rest)
    }

    /// `group = 第 member (joint? member)* measure (之 number)?` — the input behind 第, which stands at the start.
    fn group(&self, start: &'t str, inside: &'t str, joint: Joint) -> Option<(&'t str, Group)> {
        let mut members: Vec<Member> = Vec::new();
        let (mut rest, mut from, mut joined) = (inside, start, joint);
        loop {
            let (mut behind, number) = provision_number(rest).ok()?;
            let mut sub = None;
            // 第 17-1 條; 第3-5条 is a range.
            if let Some(Ok((after, n))) = strip_any(behind, &["-", "－"]).map(provision_number)
                && (self.traditional || n <= number)
                && gap(after).starts_with('条')
            {
                (behind, sub) = (after, Some(n));
            }
            let mut member =
                Member { start: self.at(from), end: self.at(behind), joint: joined, number, sub };
            if let Ok((mut after, measure)) = measure(fold(behind)) {
                if let (Measure::Tiao, None, Ok((behind, n))) = (measure, sub, sub_article(after)) {
                    (after, member.sub) = (behind, Some(n));
                }
                member.end = self.at(after);
                members.push(member);
                return Some((after, Group { members, measure }));
            }
            members.push(member);
            // Brackets may follow one another.
            (rest, joined) = match self::joint(behind) {
                Ok((after, joint @ (Joint::And | Joint::To))) => (after, joint),
                _ if begins(behind, "（(") => (behind, Joint::And),
                _ => return None,
            };
            from = rest;
            if members.len() == MOST_MEMBERS {
                return None;
            }
        }
    }

    /// Which of 款 and 项 stands above the other, if both do.
    fn order(&mut self, groups: &[Group]) {
        let at = |measure| groups.iter().position(|g| g.measure == measure);
        if let (Some(kuan), Some(xiang)) = (at(Measure::Kuan), at(Measure::Xiang)) {
            self.xiang_first = xiang < kuan;
        }
    }

    /// Adds what the groups of an element say: one reference for each number with no group below it.
    fn keep_all(&mut self, groups: &[Group], start: usize, joint: Joint) -> Option<()> {
        let mut place = self.last;
        let (mut start, mut joint) = (start, joint);
        for (level, group) in groups.iter().enumerate() {
            for (at, member) in group.members.iter().enumerate() {
                if at > 0 {
                    (start, joint) = (member.start, member.joint);
                }
                self.set(&mut place, group.measure, *member);
                let goes_on = at + 1 == group.members.len() && level + 1 < groups.len();
                if !goes_on {
                    self.keep(start..member.end, place, joint)?;
                }
            }
        }
        Some(())
    }

    /// Goes to a place at or below another one.
    fn set(&self, place: &mut Place, measure: Measure, member: Member) {
        let number = Some(member.number);
        match (measure, self.xiang_first) {
            (Measure::Tiao, _) => {
                *place = Place { article: number, sub_article: member.sub, ..Place::default() }
            }
            (Measure::Kuan, false) | (Measure::Xiang, true) => {
                (place.paragraph, place.item, place.sub_item) = (number, None, None);
            }
            (Measure::Kuan | Measure::Xiang, _) => (place.item, place.sub_item) = (number, None),
            (Measure::Mu, _) => place.sub_item = number,
        }
    }

    /// Adds a reference; none if it is the end of a range that does not run forward.
    fn keep(&mut self, range: Range<usize>, place: Place, joint: Joint) -> Option<()> {
        if joint == Joint::To {
            let (whole, locator) =
                self.found.last_mut().filter(|(_, l)| l.end.is_none() && l.start < place)?;
            whole.end = range.end;
            locator.end = Some(place);
        } else {
            self.found.push((range, Locator { start: place, end: None }));
        }
        self.last = place;
        Some(())
    }
}

/// How many numbers may share a measure word.
const MOST_MEMBERS: usize = 32;

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::ToString;

    use super::*;

    /// The references that a text begins with, by what they say.
    fn read(text: &str) -> String {
        let found = chain(&simplified(text), text, "", None);
        let said: Vec<String> =
            found.iter().map(|(range, l)| format!("{}={l}", &text[range.clone()])).collect();
        said.join(" ")
    }

    #[test]
    fn locators() {
        for (text, expected) in [
            ("第二百六十六条第二款第（三）项的", "第二百六十六条第二款第（三）项"),
            ("第266条第2款第(3)项", "第二百六十六条第二款第（三）项"),
            ("第６条", "第六条"),
            ("第六条之一第二款", "第六条之一第二款"),
            ("第六条之一般规定", "第六条"),
            ("第 17-1 條", "第十七条之一"),
            ("第三條第一項第二款第三目", "第三条第一款第（二）项第三目"),
            ("第三條第一項", "第三条第一款"),
            ("第三條第四款", "第三条第（四）项"),
            ("第三条第四款", "第三条第四款"),
            ("第三条第四项", "第三条第（四）项"),
            ("第三条至第五条", "第三条至第五条"),
            ("第三至五条", "第三条至第五条"),
            ("第3-5条", "第三条至第五条"),
            ("第八条第一款至第三款", "第八条第一款至第三款"),
            ("第三条至第三条之二", "第三条至第三条之二"),
            ("第二款第（一）项", "第二款第（一）项"),
            ("第二十\n條", "第二十条"),
            ("第一千零二十条", "第一千零二十条"),
            ("第一百一十条", "第一百一十条"),
        ] {
            let found = chain(&simplified(text), text, "", None);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].1.to_string(), expected, "{text}");
            assert_eq!(expected.parse(), Ok(found[0].1), "{text}");
        }
        for text in [
            "", "第三章", "第三条款", "第三项目", "第三", "三条", "第三四条", "第一万条", "第0条",
            "第三条、", "第五条规定",
        ] {
            assert_eq!(text.parse::<Locator>(), Err(LocatorError), "{text}");
        }
    }

    #[test]
    fn chains() {
        for (text, expected) in [
            ("第九条、第十条的规定", "第九条=第九条 第十条=第十条"),
            ("第九、十条", "第九=第九条 十条=第十条"),
            ("第八条第一款和第三款", "第八条第一款=第八条第一款 第三款=第八条第三款"),
            ("第八条第一、三款", "第八条第一=第八条第一款 三款=第八条第三款"),
            ("第八条第一至三款、第五款", "第八条第一至三款=第八条第一款至第三款 第五款=第八条第五款"),
            (
                "第二条第一款第（一）、（三）（四）项",
                "第二条第一款第（一）=第二条第一款第（一）项 （三）=第二条第一款第（三）项 （四）项=第二条第一款第（四）项",
            ),
            ("第五条至第三条", "第五条=第五条"),
            ("第五条，第三条", "第五条=第五条"),
            ("第二十条，第二十一条第一款，应当", "第二十条=第二十条 第二十一条第一款=第二十一条第一款"),
            (
                "第十條第一項、\n第三項或第十二條",
                "第十條第一項=第十条第一款 第三項=第十条第三款 第十二條=第十二条",
            ),
            (
                "第一条第一款第一项、第三项",
                "第一条第一款第一项=第一条第一款第（一）项 第三项=第一条第一款第（三）项",
            ),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    /// 款 is an item below 項, and in Traditional script.
    #[test]
    fn levels() {
        for (of, text, expected) in [
            ("前項", "第四款", "第（四）项"),
            ("前條", "第四款", "第（四）项"),
            ("前条", "第四款", "第四款"),
            ("前款", "第四项", "第（四）项"),
            ("本法", "第四條第ㄧ項", "第四条第一款"),
        ] {
            let found = chain(&simplified(text), text, of, None);
            assert_eq!(found[0].1.to_string(), expected, "{of}{text}");
        }
    }

    #[test]
    fn laws() {
        for (before, expected) in [
            ("依照本法", "本法"),
            ("违反本实施细则", "本实施细则"),
            ("（以下简称本条例）", "本条例"),
            ("有前款", "前款"),
            ("依照刑法", "刑法"),
            ("依中华人民共和国对外贸易法", "中华人民共和国对外贸易法"),
            ("违反本条例及所得税法", "所得税法"),
            ("，未成年人保护法", "未成年人保护法"),
            ("依证券投资信托及顾问法", "证券投资信托及顾问法"),
            ("按照基本法", "基本法"),
            ("依照劳动合同法", "劳动合同法"),
            ("依同法", "同法"),
            ("依照同条", "同条"),
            ("成本项", ""),
            ("被申请人没有民法典", "民法典"),
            ("，国有财产法", "国有财产法"),
            ("依照第七条及渔业法", "渔业法"),
            ("按照网络安全审查条例", "网络安全审查条例"),
            ("依原渡口管理条例", "渡口管理条例"),
            ("依公务人员任用法", "公务人员任用法"),
            ("或保安处分执行法", "保安处分执行法"),
            ("及本施行细则", "本施行细则"),
            ("及同法施行细则", "同法施行细则"),
            ("依证券交易法及投资信托及顾问法", "投资信托及顾问法"),
            ("按照办法", ""),
            ("依法", ""),
            ("这种做法", ""),
            ("规定", ""),
            ("", ""),
        ] {
            let found = law(before).map_or("", |l| &before[l.words]);
            assert_eq!(found, expected, "{before}");
        }
    }

    #[test]
    fn between_a_title_and_a_reference() {
        for (between, expected) in
            [("", true), ("（试行）", true), ("）", true), ("的", true), ("（试行", false), ("规定的", false)]
        {
            assert_eq!(behind_title(between), expected, "{between}");
        }
    }
}
