//! References one behind another: 第八条第一款和第三款, 第三条至第五条.

use alloc::vec::Vec;
use core::ops::Range;

use super::{Locator, Place};
use crate::numeral::number;
use crate::token::{Match, NO, begins, fold, gap, has_start, head, strip_any};
use crate::words::Words;

/// What a measure word counts: 条 款 项 目.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Article,
    Paragraph,
    Item,
    SubItem,
}

/// `level = 条 | 款 | 项 | 目` — and no word that begins with one: 条款, 项目.
fn level(input: &str) -> Match<'_, Level> {
    let mut chars = input.chars();
    let level = match chars.next() {
        Some('条') => Level::Article,
        Some('款') => Level::Paragraph,
        Some('项') => Level::Item,
        Some('目') => Level::SubItem,
        _ => return Err(NO),
    };
    let rest = chars.as_str();
    match (level, rest.chars().next()) {
        (Level::Article, Some('款' | '例' | '件'))
        | (Level::Item, Some('目'))
        | (Level::SubItem, Some('标' | '录' | '的')) => Err(NO),
        _ => Ok((rest, level)),
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
    level: Level,
}

/// The references of a chain, as far as it is read.
struct Chain<'t> {
    input: &'t str,
    found: Vec<(Range<usize>, Locator)>,
    /// The numbers of the reference that is read.
    members: Vec<Member>,
    /// The last place, which says what the next one leaves out.
    last: Place,
    /// 项 stands above 款, as in Taiwan.
    item_first: bool,
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
    // 《中華人民共和國…法》 has the levels of the mainland in either script, and what stands below 前項 is an item in either.
    let mainland = has_start(of, &["中华人民共和国", "中華人民共和國"]);
    let item_first = traditional && !mainland || of.ends_with('项');
    let mut chain = Chain {
        input,
        found: Vec::new(),
        members: Vec::new(),
        last: Place::default(),
        item_first,
        traditional,
        articles,
    };
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
        self.members.clear();
        let (mut rest, first) = self.group(input, inside, joint)?;
        let article = first == Level::Article;
        match self.articles {
            Some(true) if self.found.is_empty() && !article => return None,
            Some(false) if article => return None,
            _ => {}
        }
        // A comma joins articles that count on.
        let counts_on = || article && Some(self.members[0].number) > self.last.article;
        if joint == Joint::Comma && !counts_on() {
            return None;
        }
        while let Some(inside) = fold(rest).strip_prefix('第') {
            let read = self.members.len();
            let group = self.group(rest, gap(inside), Joint::And);
            // A level comes once, and an article first.
            let fits =
                |level| level != Level::Article && self.members[..read].iter().all(|m| m.level != level);
            let Some((behind, _)) = group.filter(|(_, level)| fits(*level)) else {
                self.members.truncate(read);
                break;
            };
            rest = behind;
        }
        self.order();
        self.keep_all(self.at(input), joint)?;
        Some(rest)
    }

    /// `group = 第 member (joint? member)* level (之 number)?` — the input behind 第, which stands at the start. Adds its
    /// members.
    fn group(&mut self, start: &'t str, inside: &'t str, joint: Joint) -> Option<(&'t str, Level)> {
        let first = self.members.len();
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
            let (start, end) = (self.at(from), self.at(behind));
            // The measure word stands behind the last one.
            let mut member = Member { start, end, joint: joined, number, sub, level: Level::Article };
            if let Ok((mut after, level)) = level(fold(behind)) {
                if let (Level::Article, None, Ok((behind, n))) = (level, sub, sub_article(after)) {
                    (after, member.sub) = (behind, Some(n));
                }
                member.end = self.at(after);
                self.members.push(member);
                for member in &mut self.members[first..] {
                    member.level = level;
                }
                return Some((after, level));
            }
            self.members.push(member);
            // Brackets may follow one another.
            (rest, joined) = match self::joint(behind) {
                Ok((after, joint @ (Joint::And | Joint::To))) => (after, joint),
                _ if begins(behind, "（(") => (behind, Joint::And),
                _ => return None,
            };
            from = rest;
            if self.members.len() - first == MOST_MEMBERS {
                return None;
            }
        }
    }

    /// Which of 款 and 项 stands above the other, if both do.
    fn order(&mut self) {
        let at = |level| self.members.iter().position(|m| m.level == level);
        if let (Some(paragraph), Some(item)) = (at(Level::Paragraph), at(Level::Item)) {
            self.item_first = item < paragraph;
        }
    }

    /// Adds what the members say: one reference for each with no group below it.
    fn keep_all(&mut self, start: usize, joint: Joint) -> Option<()> {
        let mut place = self.last;
        let (mut start, mut joint) = (start, joint);
        for i in 0..self.members.len() {
            let member = self.members[i];
            if i > 0 && self.members[i - 1].level == member.level {
                (start, joint) = (member.start, member.joint);
            }
            self.set(&mut place, member);
            let goes_on = self.members.get(i + 1).is_some_and(|next| next.level != member.level);
            if !goes_on {
                self.keep(start..member.end, place, joint)?;
            }
        }
        Some(())
    }

    /// Goes to a place at or below another one.
    fn set(&self, place: &mut Place, member: Member) {
        let number = Some(member.number);
        match (member.level, self.item_first) {
            (Level::Article, _) => {
                *place = Place { article: number, sub_article: member.sub, ..Place::default() }
            }
            (Level::Paragraph, false) | (Level::Item, true) => {
                (place.paragraph, place.item, place.sub_item) = (number, None, None);
            }
            (Level::Paragraph | Level::Item, _) => (place.item, place.sub_item) = (number, None),
            (Level::SubItem, _) => place.sub_item = number,
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
    use alloc::string::{String, ToString};

    use super::super::LocatorError;
    use super::*;
    use crate::script::simplified;

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
            ("中華人民共和國刑法》", "第四條第一款", "第四条第一款"),
            ("中華民國刑法》", "第四條第一款", "第四条第（一）项"),
        ] {
            let found = chain(&simplified(text), text, of, None);
            assert_eq!(found[0].1.to_string(), expected, "{of}{text}");
        }
    }
}
