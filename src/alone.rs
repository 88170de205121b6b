//! A title and a document number read from a text that holds nothing else.

use core::str::FromStr;

use crate::document::Entity;
use crate::document_number::DocumentNumber;
use crate::options::parse;
use crate::span::Span;
use crate::title::Title;

/// The text is no title 《…》 alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("not a title")]
pub struct TitleError;

/// The text is no document number alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("not a document number")]
pub struct DocumentNumberError;

impl FromStr for Title {
    type Err = TitleError;

    /// Reads a title with the brackets that belong to it: 《…办法》（试行）（滨政发〔2021〕7号）（以下简称《办法》）.
    ///
    /// Its span counts in the text.
    ///
    /// ```
    /// use gongwen::Title;
    ///
    /// let title: Title = "《供水管理办法》（试行）（滨政发〔2021〕7号）".parse()?;
    /// assert_eq!((title.name.as_str(), title.edition.as_deref()), ("供水管理办法", Some("试行")));
    /// assert_eq!(title.number.map(|n| n.serial).as_deref(), Some("7"));
    /// # Ok::<(), gongwen::TitleError>(())
    /// ```
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        match parse(s).entities.into_iter().next() {
            Some(Entity::Title(title))
                if s[..title.span.start].trim().is_empty() && only_brackets(&s[title.span.end..]) =>
            {
                Ok(*title)
            }
            _ => Err(TitleError),
        }
    }
}

impl FromStr for DocumentNumber {
    type Err = DocumentNumberError;

    /// Reads a document number: 国发〔2014〕4号, 国务院令第623号, GB/T 51328-2018.
    ///
    /// ```
    /// use gongwen::DocumentNumber;
    ///
    /// let number: DocumentNumber = "国发〔2014〕4号".parse()?;
    /// let reference = number.reference;
    /// assert_eq!((reference.issuer.as_deref(), reference.year), (Some("国发"), Some(2014)));
    /// # Ok::<(), gongwen::DocumentNumberError>(())
    /// ```
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let start = s.len() - s.trim_start().len();
        let whole = Span::new(start, start + s.trim().len());
        match parse(s).entities.into_iter().next() {
            Some(Entity::DocumentNumber(number)) if number.span == whole => Ok(number),
            _ => Err(DocumentNumberError),
        }
    }
}

/// Whether a text is nothing but brackets, one behind the other, and what is in them.
fn only_brackets(text: &str) -> bool {
    let mut depth = 0usize;
    text.chars().all(|c| {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => match depth.checked_sub(1) {
                Some(outer) => depth = outer,
                None => return false,
            },
            _ => return depth > 0 || c.is_whitespace(),
        }
        true
    }) && depth == 0
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};

    use super::*;

    #[test]
    fn titles() {
        for (text, name, number, alias) in [
            ("《供水管理办法》", "供水管理办法", "", ""),
            (" 《供水\n管理办法》\n", "供水管理办法", "", ""),
            ("《供水管理办法（试行）》（滨政发(2021)7号）", "供水管理办法", "7", ""),
            ("《供水管理办法》（滨政令第7号）（以下简称《办法》）", "供水管理办法", "7", "办法"),
            ("《關於修改〈供水管理辦法〉的決定》", "關於修改〈供水管理辦法〉的決定", "", ""),
        ] {
            let title: Title = text.parse().unwrap();
            assert_eq!(title.name, name);
            assert_eq!(title.number.map_or(String::new(), |n| n.serial), number, "{text}");
            assert_eq!(title.alias.unwrap_or_default(), alias, "{text}");
        }
        for text in [
            "", "供水管理办法", "《供水管理办法", "依照《办法》", "《办法》规定", "《办法》《规定》",
            "《办法》（试行",
        ] {
            assert_eq!(text.parse::<Title>(), Err(TitleError), "{text}");
        }
        assert_eq!(TitleError.to_string(), "not a title");
    }

    #[test]
    fn document_numbers() {
        for (text, serial) in [
            ("国发〔2014〕4号", "4"),
            (" 国办发 〔2011〕 35 号", "35"),
            ("國發〔2014〕4號", "4"),
            ("国务院令第623号", "623"),
            ("主席令（第二号）", "2"),
            ("商务部公告2026年第18号", "18"),
            ("金管保財字第10302511151號", "10302511151"),
            ("GB/T 51328-2018", "51328"),
        ] {
            let number: DocumentNumber = text.parse().unwrap();
            assert_eq!(number.reference.serial, serial);
        }
        for text in ["", "4号", "第4号", "依照国发〔2014〕4号", "国发〔2014〕4号文", "17号线", "2021年3月5号"]
        {
            assert_eq!(text.parse::<DocumentNumber>(), Err(DocumentNumberError), "{text}");
        }
        assert_eq!(DocumentNumberError.to_string(), "not a document number");
    }
}
