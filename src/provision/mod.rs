//! References into a document: 第二百六十六条第二款第（三）项.

mod chain;
mod law;

use alloc::string::String;
use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

use rust_decimal::Decimal;

pub(crate) use self::chain::chain;
pub(crate) use self::law::{BEFORE, behind_title, law};
use crate::Span;
use crate::numeral::{Form, Numeral, Script};
use crate::pad::pad;
use crate::script::simplified;

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
///
/// ```
/// let document = gongwen::parse("依照《城市供水条例》第三十五条和本办法第九条处理。");
/// let [first, second] = document.provisions().collect::<Vec<_>>()[..] else { unreachable!() };
/// let title = &document.entities()[first.title.unwrap()];
/// assert_eq!(document.slice(title.span()), "《城市供水条例》");
/// assert_eq!((first.locator.start.article, first.law.as_deref()), (Some(35), None));
/// assert_eq!((second.locator.start.article, second.law.as_deref()), (Some(9), Some("本办法")));
/// assert_eq!(document.slice(second.law_span.unwrap()), "本办法");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[non_exhaustive]
pub struct Provision {
    /// The reference without the words or the title that it stands behind.
    pub span: Span,
    /// The title it belongs to, as an index into the entities; [`Document::law_of`](crate::Document::law_of) is its full one.
    pub title: Option<usize>,
    /// What it belongs to where that is no title, as written: 本法, 该条例, 民事诉讼法, 本条.
    pub law: Option<String>,
    /// Where the words of `law` stand, to mark or link: before the provision, or before the first of a list. Behind
    /// （以下简称本条例） it is the short name in the bracket.
    pub law_span: Option<Span>,
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
/// let place = locator.start;
/// assert_eq!((place.article, place.paragraph, place.item), (Some(266), Some(2), Some(3)));
/// assert_eq!(locator.to_string(), "第二百六十六条第二款第（三）项");
/// # Ok::<(), gongwen::LocatorError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[non_exhaustive]
pub struct Locator {
    /// The place, or the first of a range.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub start: Place,
    /// The last place of a range.
    pub end: Option<Place>,
}

/// One place in a document, from the article down.
///
/// ```
/// use gongwen::Place;
///
/// let mut place = Place::article(21);
/// place.sub_article = Some(2);
/// assert_eq!(place.to_string(), "第二十一条之二");
/// assert!(place < Place::article(22));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[non_exhaustive]
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
#[non_exhaustive]
pub struct LocatorError;

impl Locator {
    /// One place, or a range that ends at another. Nothing is checked: a range that goes back, and a place without a
    /// number, are written and do not read back.
    ///
    /// ```
    /// use gongwen::{Locator, Place};
    ///
    /// let articles = Locator::new(Place::article(3), Some(Place::article(5)));
    /// assert_eq!(articles.to_string(), "第三条至第五条");
    /// assert_eq!("第三条至第五条".parse(), Ok(articles));
    /// ```
    pub const fn new(start: Place, end: Option<Place>) -> Self {
        Self { start, end }
    }

    /// Whether the whole of a place lies in this one, or from the first of a range through the last.
    ///
    /// 第六条之一 is an article of its own, which stands behind 第六条 and not in it. What leaves a level out says nothing of it:
    /// 第八条第（二）项 may be in any paragraph, and 第二款 alone in any article, so that neither lies in 第八条第一款.
    ///
    /// ```
    /// use gongwen::{Locator, Place};
    ///
    /// let cited: Locator = "第三条至第五条".parse()?;
    /// assert!(cited.contains(Place::article(5)) && cited.contains("第四条第二款".parse()?));
    /// assert!(!cited.contains("第六条第一款".parse()?));
    /// assert!(!"第八条第一款".parse::<Locator>()?.contains(Place::article(8)));
    /// # Ok::<(), gongwen::LocatorError>(())
    /// ```
    pub fn contains(&self, place: Place) -> bool {
        match self.end {
            None => place.beside(self.start) == Some(Ordering::Equal),
            Some(end) => {
                matches!(place.beside(self.start), Some(Ordering::Equal | Ordering::Greater))
                    && matches!(place.beside(end), Some(Ordering::Equal | Ordering::Less))
            }
        }
    }

    /// The same as it is written in a script: in Traditional as in Taiwan, where an article has paragraphs 項 with items 款.
    ///
    /// Either reads back, but for an item that stands alone: no character of 第二款 says that it is not a paragraph.
    ///
    /// ```
    /// use gongwen::Locator;
    /// use gongwen::numeral::Script;
    ///
    /// let locator: Locator = "第六条之一第二款第（三）项".parse()?;
    /// assert_eq!(locator.written(Script::Traditional).to_string(), "第六條之一第二項第三款");
    /// assert_eq!("第六條之一第二項第三款".parse(), Ok(locator));
    /// # Ok::<(), gongwen::LocatorError>(())
    /// ```
    pub fn written(self, script: Script) -> impl fmt::Display {
        Written(self, script)
    }

    fn write(self, f: &mut fmt::Formatter<'_>, script: Script) -> fmt::Result {
        self.start.write(f, 0, script)?;
        if let Some(end) = self.end {
            // What both have in common is said once, but something is left to say.
            let same = self.start.levels().iter().zip(end.levels()).take_while(|(a, b)| **a == *b).count();
            let last = end.levels().iter().rposition(Option::is_some).unwrap_or(0);
            f.write_str("至")?;
            end.write(f, same.min(last), script)?;
        }
        Ok(())
    }
}

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

/// One place and no range.
impl From<Place> for Locator {
    fn from(place: Place) -> Self {
        Self::new(place, None)
    }
}

/// Reads what a [`Locator`] of one place is written as: 第二十一条之二.
impl FromStr for Place {
    type Err = LocatorError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let Locator { start, end } = s.parse()?;
        if end.is_none() { Ok(start) } else { Err(LocatorError) }
    }
}

impl fmt::Display for Locator {
    /// As mainland documents write it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(padded) = pad(self, f) {
            return padded;
        }
        self.write(f, Script::Simplified)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(padded) = pad(self, f) {
            return padded;
        }
        self.write(f, 0, Script::Simplified)
    }
}

/// A locator or a place in a script; its `Display` writes it.
struct Written<T>(T, Script);

impl fmt::Display for Written<Locator> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(padded) = pad(self, f) {
            return padded;
        }
        self.0.write(f, self.1)
    }
}

impl fmt::Display for Written<Place> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(padded) = pad(self, f) {
            return padded;
        }
        self.0.write(f, 0, self.1)
    }
}

impl Place {
    /// An article, the whole of it; the other fields make it more exact.
    pub const fn article(number: u16) -> Self {
        Self { article: Some(number), sub_article: None, paragraph: None, item: None, sub_item: None }
    }

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

    /// Whether it stands before, in or behind another place; none where that cannot be told, or where it takes in more.
    fn beside(self, other: Self) -> Option<Ordering> {
        let (own, others) = (self.levels(), other.levels());
        let stated = others.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
        for (own, other) in own.iter().zip(&others[..stated]) {
            match (own, other) {
                (None, None) => {}
                (Some(own), Some(other)) if own == other => {}
                (Some(own), Some(other)) => return Some(own.cmp(other)),
                _ => return None,
            }
        }
        Some(Ordering::Equal)
    }

    /// The same as it is written in a script: see [`Locator::written`].
    ///
    /// ```
    /// use gongwen::Place;
    /// use gongwen::numeral::Script;
    ///
    /// assert_eq!(Place::article(21).written(Script::Traditional).to_string(), "第二十一條");
    /// ```
    pub fn written(self, script: Script) -> impl fmt::Display {
        Written(self, script)
    }

    fn write(&self, f: &mut fmt::Formatter<'_>, from: usize, script: Script) -> fmt::Result {
        let levels = match script {
            Script::Simplified => [("第", "条"), ("第", "款"), ("第（", "）项"), ("第", "目")],
            Script::Traditional => [("第", "條"), ("第", "項"), ("第", "款"), ("第", "目")],
        };
        let han = |n: u16| Numeral::from(Decimal::from(n)).written(Form::Han, script);
        for (number, (open, close)) in self.levels().iter().zip(levels).skip(from) {
            let Some((n, sub)) = *number else { continue };
            write!(f, "{open}{}{close}", han(n))?;
            if let Some(sub) = sub {
                write!(f, "之{}", han(sub))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn an_end_like_the_start_is_said() {
        let start = Place::article(3);
        assert_eq!(Locator::new(start, Some(start)).to_string(), "第三条至第三条");
    }

    #[test]
    fn places_are_locators_without_an_end() {
        let place: Place = "第三条第二款".parse().expect("a place");
        assert_eq!((place.article, place.paragraph), (Some(3), Some(2)));
        assert_eq!(Ok(Locator::from(place)), "第三条第二款".parse());
        assert_eq!("第三条至第五条".parse::<Place>(), Err(LocatorError));
    }

    #[test]
    fn both_scripts_say_the_same() {
        for (simplified, traditional) in [
            ("第一千二百六十六条", "第一千二百六十六條"),
            ("第十七条之一", "第十七條之一"),
            ("第三条第一款第（二）项第三目", "第三條第一項第二款第三目"),
            ("第三条第（四）项", "第三條第四款"),
            ("第二款第（一）项", "第二項第一款"),
            ("第八条第一款至第三款", "第八條第一項至第三項"),
            ("第八条第（一）项至第（三）项", "第八條第一款至第三款"),
            ("第三条第二款至第五条", "第三條第二項至第五條"),
        ] {
            let locator: Locator = simplified.parse().expect(simplified);
            assert_eq!(locator.written(Script::Simplified).to_string(), simplified);
            assert_eq!(locator.written(Script::Traditional).to_string(), traditional);
            assert_eq!(traditional.parse(), Ok(locator), "{traditional}");
        }
        let item: Locator = "第（二）项".parse().expect("an item");
        assert_eq!(alloc::format!("{:>4}|", item.written(Script::Traditional)), " 第二款|");
    }

    #[test]
    fn what_lies_in_what() {
        for (whole, part, lies) in [
            ("第八条", "第八条", true),
            ("第八条", "第八条第二款第（三）项", true),
            ("第八条", "第九条", false),
            ("第六条", "第六条之一", false),
            ("第六条之一", "第六条之一第二款", true),
            ("第八条第二款", "第八条", false),
            ("第八条第二款", "第八条第二款第（三）项", true),
            ("第八条第二款", "第八条第（三）项", false),
            ("第八条第（三）项", "第八条第二款第（三）项", false),
            ("第八条第（三）项", "第八条第（三）项", true),
            ("第八条第二款", "第二款", false),
            ("第二款", "第八条第二款", false),
            ("第三条至第五条", "第三条", true),
            ("第三条至第五条", "第四条之二第一款", true),
            ("第三条至第五条", "第五条第九款", true),
            ("第三条至第五条", "第五条之一", false),
            ("第三条至第五条", "第二条", false),
            ("第八条第二款至第四款", "第八条第三款", true),
            ("第八条第二款至第四款", "第八条第四款第（一）项", true),
            ("第八条第二款至第四款", "第八条", false),
            ("第八条第二款至第四款", "第八条第五款", false),
            ("第八条第二款至第十条", "第九条", true),
            ("第八条第二款至第十条", "第八条第一款", false),
        ] {
            let [whole, part]: [Locator; 2] = [whole, part].map(|text| text.parse().expect(text));
            assert_eq!(whole.contains(part.start), lies, "{part} in {whole}");
        }
    }
}
