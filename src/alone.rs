//! A title and a document number read from a text that holds nothing else.

use core::str::FromStr;

use crate::document::{Document, Entity};
use crate::document_number::{DocumentNumber, Reference};
use crate::layers::Layers;
use crate::options::ParseOptions;
use crate::span::Span;
use crate::title::Title;

/// The text is no title 《…》 alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("not a title")]
#[non_exhaustive]
pub struct TitleError;

/// The text is no document number alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("not a document number")]
#[non_exhaustive]
pub struct DocumentNumberError;

impl FromStr for Title {
    type Err = TitleError;

    /// Reads a title with all that its [`extent`](Title::extent) takes in, the number before it and the brackets behind it:
    /// 《…办法》（试行）（滨政发〔2021〕7号）（以下简称《办法》）.
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
        let document = titles(s);
        let title = document.titles().next().filter(|title| document.slice(title.extent) == s.trim());
        title.cloned().ok_or(TitleError)
    }
}

impl FromStr for DocumentNumber {
    type Err = DocumentNumberError;

    /// Reads a document number, with 文件 behind it or without: 国发〔2014〕4号, 国务院令第623号, GB/T 51328-2018.
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
        let number = s.trim();
        let number = number.strip_suffix("文件").unwrap_or(number);
        let start = s.len() - s.trim_start().len();
        let whole = Span::new(start, start + number.len());
        // What a number is of may have to stand behind it: 国务院一九八〇年223号文件.
        let text = [&s[..whole.end], "文件"].concat();
        match titles(&text).entities.into_iter().next() {
            Some(Entity::DocumentNumber(number)) if number.span == whole => Ok(number),
            _ => Err(DocumentNumberError),
        }
    }
}

impl FromStr for Reference {
    type Err = DocumentNumberError;

    /// Reads what a [`DocumentNumber`] says.
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        s.parse().map(|number: DocumentNumber| number.reference)
    }
}

/// The titles and numbers of a text.
fn titles(text: &str) -> Document<'_> {
    ParseOptions::new().layers(Layers::TITLES).document(text.into())
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
            ("《供水管理办法》（以下简称“供水办法”）", "供水管理办法", "", "供水办法"),
            ("《關於修改〈供水管理辦法〉的決定》", "關於修改〈供水管理辦法〉的決定", "", ""),
            ("《供水办法》（2016 年修正）", "供水办法", "", ""),
            ("《供水办法》（试\n行）", "供水办法", "", ""),
            ("《供水办法》（以下简称《办法》，见附件）", "供水办法", "", "办法"),
            ("滨湖市人民政府令第7号《供水办法》", "供水办法", "7", ""),
        ] {
            let title: Title = text.parse().unwrap();
            assert_eq!(title.name, name);
            assert_eq!(title.number.map_or(String::new(), |n| n.serial), number, "{text}");
            assert_eq!(title.alias.unwrap_or_default(), alias, "{text}");
        }
        for text in [
            "",
            "供水管理办法",
            "《供水管理办法",
            "依照《办法》",
            "《办法》规定",
            "《办法》《规定》",
            "《办法》（试行",
            "《办法》（共3条）",
            "《办法》（试行）（另行公布）",
            "《办法》（国发〔2021〕7号）（国发〔2020〕3号）",
            "《供水办法》（以下简称《办法》）（不适用本办法）",
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
        for (text, cited) in [
            ("国办发 [2011] 35 号", "国办发〔2011〕35号"),
            ("國發(2014)4號", "國發〔2014〕4號"),
            ("国务院令第 641 号", "国务院令第641号"),
            ("主席令（第二号）", "主席令第2号"),
            ("商务部2024年第18号公告", "商务部公告2024年第18号"),
            ("〔1996〕武司字第82号", "武司字〔1996〕82号"),
            ("国务院一九八〇年223号", "国务院〔1980〕223号"),
            ("〔2021〕第3号", "〔2021〕3号"),
            ("金管保財字第10302511151號", "金管保財字第10302511151號"),
            ("GB/T50378—2019", "GB/T 50378-2019"),
            ("GB 3838", "GB 3838"),
            ("(2023)京0108民初88号", "（2023）京0108民初88号"),
            ("财政部 税务总局公告2024年第3号", "财政部税务总局公告2024年第3号"),
        ] {
            let number: DocumentNumber = text.parse().unwrap();
            assert_eq!((number.to_string().as_str(), cited.parse()), (cited, Ok(number.reference)), "{text}");
            let paper = alloc::format!("{text}文件");
            assert_eq!(paper.parse(), text.parse::<DocumentNumber>(), "{paper}");
        }
        for text in ["", "4号", "第4号", "依照国发〔2014〕4号", "国发〔2014〕4号文", "17号线", "2021年3月5号"]
        {
            assert_eq!(text.parse::<DocumentNumber>(), Err(DocumentNumberError), "{text}");
        }
        assert_eq!(DocumentNumberError.to_string(), "not a document number");
    }
}
