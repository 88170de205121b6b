//! How to parse, and the way through.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use jiff::civil::Date;

use crate::decode::{Encoding, Malformed, decode};
use crate::document::Document;
use crate::error::Error;
use crate::layers::Layers;
use crate::normalize::Normalized;
use crate::{anchor, outline, scan, target};

/// How to parse a text.
///
/// ```
/// use gongwen::ParseOptions;
///
/// let options = ParseOptions::new().as_of("2021-04-01".parse()?).strict(true);
/// let document = options.parse("今年城镇新增就业1100万人以上。")?;
/// assert_eq!(document.times().next().unwrap().first, Some("2021-01-01".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[must_use]
pub struct ParseOptions {
    as_of: Option<Date>,
    infer_years: bool,
    layers: Layers,
    strict: bool,
    max_len: Option<usize>,
    encoding: Option<Encoding>,
}

impl ParseOptions {
    /// The defaults: no date, everything looked for, not strict, any length, any encoding.
    pub const fn new() -> Self {
        Self {
            as_of: None,
            infer_years: false,
            layers: Layers::ALL,
            strict: false,
            max_len: None,
            encoding: None,
        }
    }

    /// The day that 今年, 3月30日 and 三年内 are resolved from. Without it they stay open.
    ///
    /// ```
    /// use gongwen::{Date, ParseOptions};
    ///
    /// let published: Date = "2025-11-20".parse()?;
    /// let document = ParseOptions::new().as_of(published).parse("明年6月验收。")?;
    /// assert_eq!(document.times().next().unwrap().last, Some("2026-06-30".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn as_of(mut self, date: Date) -> Self {
        self.as_of = Some(date);
        self
    }

    /// The same where there may be no such day, as from an argument that was left out.
    ///
    /// ```
    /// use gongwen::{Date, ParseOptions};
    ///
    /// let published: Option<Date> = None;
    /// assert_eq!(ParseOptions::new().maybe_as_of(published), ParseOptions::new());
    /// ```
    pub const fn maybe_as_of(mut self, date: Option<Date>) -> Self {
        self.as_of = date;
        self
    }

    /// Takes a year that is not written from the nearest one stated before it in the text: in a text about 2021, 3月30日 is the
    /// 30th of March 2021. 30日 takes the month with it.
    ///
    /// [`TimeExpr::inferred_from`](crate::TimeExpr::inferred_from) says which time stated the year. What is written does not
    /// change, only the days that it means. [`as_of`](Self::as_of) is asked where no year was stated before, and first for
    /// 今年 and 去年.
    ///
    /// ```
    /// use gongwen::ParseOptions;
    ///
    /// let options = ParseOptions::new().infer_years(true);
    /// let document = options.parse("2021年2月启动摸底，请于3月30日前报送。")?;
    /// let due = document.times().nth(1).unwrap();
    /// assert_eq!(due.value.to_string(), "XXXX-03-30");
    /// assert_eq!(due.first, Some("2021-03-30".parse()?));
    /// let source = &document.entities()[due.inferred_from.unwrap()];
    /// assert_eq!(document.slice(source.span()), "2021年2月");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn infer_years(mut self, infer_years: bool) -> Self {
        self.infer_years = infer_years;
        self
    }

    /// Looks for these only; parsing takes less time for it. The default is [`Layers::ALL`].
    ///
    /// Titles, times and quantities are read always, since what stands inside one is nothing else. Without [`Layers::TARGETS`]
    /// the search for subjects falls away, without [`Layers::LISTS`] the outline, and without [`Layers::TIMES`] and
    /// [`Layers::QUANTITIES`] the words that bound both; one of these two alone costs as much as both.
    ///
    /// ```
    /// use gongwen::{Layers, ParseOptions};
    ///
    /// let options = ParseOptions::new().layers(Layers::TIMES);
    /// let document = options.parse("2024年《水法》宣传周发放手册5万册。")?;
    /// assert_eq!(document.entities().len(), 1);
    /// # Ok::<(), gongwen::Error>(())
    /// ```
    pub const fn layers(mut self, layers: Layers) -> Self {
        self.layers = layers;
        self
    }

    /// Makes the first diagnostic an error: [`Error::Strict`], which says in which line and column it is.
    ///
    /// ```
    /// use gongwen::ParseOptions;
    ///
    /// let options = ParseOptions::new().strict(true);
    /// assert!(options.parse("一是摸底，二是整改。").is_ok());
    /// assert!(options.parse("一是摸底，三是整改。").is_err());
    /// ```
    pub const fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// Refuses inputs of more bytes than this. Those of [`parse_bytes`](Self::parse_bytes) are counted as they are given,
    /// before they are decoded: in GB 18030, Big5 and UTF-16 a text has two bytes for a Han character, decoded it has
    /// three.
    ///
    /// ```
    /// use gongwen::{Error, ParseOptions};
    ///
    /// let refused = ParseOptions::new().max_len(10).parse("本办法由市水务局解释。");
    /// assert_eq!(refused, Err(Error::TooLong { len: 33, max: 10 }));
    /// ```
    pub const fn max_len(mut self, bytes: usize) -> Self {
        self.max_len = Some(bytes);
        self
    }

    /// Reads bytes in this encoding instead of detecting it. A byte order mark comes first.
    ///
    /// ```
    /// # #[cfg(feature = "encoding")] {
    /// use gongwen::{Encoding, ParseOptions};
    ///
    /// // 市 alone could be GB 18030 as well.
    /// let document = ParseOptions::new().encoding(Encoding::Big5).parse_bytes(b"\xa5\xab")?;
    /// assert_eq!(document.text(), "市");
    /// # }
    /// # Ok::<(), gongwen::Error>(())
    /// ```
    pub const fn encoding(mut self, encoding: Encoding) -> Self {
        self.encoding = Some(encoding);
        self
    }

    /// Parses a text.
    ///
    /// ```
    /// let document = gongwen::ParseOptions::new().infer_years(true).parse("2026年立项，5月开标。")?;
    /// assert_eq!(document.times().count(), 2);
    /// # Ok::<(), gongwen::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::TooLong`] and [`Error::Strict`], each only if asked for.
    pub fn parse<'a>(&self, text: &'a str) -> Result<Document<'a>, Error> {
        self.check(text.len())?;
        self.judge(self.document(Cow::Borrowed(text)))
    }

    /// Parses bytes: UTF-8, UTF-16, GB 18030 or Big5, as a byte order mark, [`encoding`](Self::encoding) or detection says.
    /// [`Encoding`] says how well that is detected.
    ///
    /// ```
    /// use gongwen::{Encoding, Error, ParseOptions};
    ///
    /// let document = ParseOptions::new().parse_bytes("\u{feff}三年内".as_bytes())?;
    /// assert_eq!(document.text(), "三年内");
    /// // Cut within the last character.
    /// let cut = &"三年内".as_bytes()[..8];
    /// let malformed = Error::Malformed { encoding: Encoding::Utf8, offset: 6 };
    /// assert_eq!(ParseOptions::new().parse_bytes(cut), Err(malformed));
    /// # Ok::<(), gongwen::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Malformed`] for bytes that the encoding does not have, with the offset of the first; [`Error::Unsupported`] for
    /// any encoding but UTF-8 without the feature `encoding`; and as for [`parse`](Self::parse).
    pub fn parse_bytes<'a>(&self, bytes: &'a [u8]) -> Result<Document<'a>, Error> {
        self.check(bytes.len())?;
        let text = decode(bytes, self.encoding).map_err(|Malformed { encoding, offset }| {
            if encoding.is_supported() {
                Error::Malformed { encoding, offset }
            } else {
                Error::Unsupported { encoding }
            }
        })?;
        self.judge(self.document(text))
    }

    fn check(&self, len: usize) -> Result<(), Error> {
        match self.max_len {
            Some(max) if len > max => Err(Error::TooLong { len, max }),
            _ => Ok(()),
        }
    }

    /// The document, or its first remark where none is wanted.
    fn judge<'a>(&self, document: Document<'a>) -> Result<Document<'a>, Error> {
        match document.diagnostics.first() {
            Some(first) if self.strict => Err(Error::Strict {
                diagnostic: first.clone(),
                position: document.position(first.span.start),
            }),
            _ => Ok(document),
        }
    }

    /// normalize → scan → anchor → outline → targets
    pub(crate) fn document<'a>(&self, text: Cow<'a, str>) -> Document<'a> {
        let (normalized, mut scanned) =
            if let Some(scanned) = scan::scan_clean(&text, self.as_of, self.layers) {
                (Normalized::clean(&text), scanned)
            } else {
                let normalized = Normalized::new(&text);
                let scanned = scan::scan(&normalized, self.as_of, self.layers);
                (normalized, scanned)
            };
        if self.layers.contains(Layers::TIMES) {
            anchor::settle(&normalized, &mut scanned, self.as_of, self.infer_years);
        }
        let lists = if self.layers.contains(Layers::LISTS) {
            outline::lists(&normalized, &mut scanned)
        } else {
            Vec::new()
        };
        let mut targets = if self.layers.contains(Layers::QUANTITIES) {
            target::targets(normalized, &mut scanned, &lists, self.layers, self.as_of)
        } else {
            drop(normalized);
            Vec::new()
        };
        target::inherit(&mut targets, &lists, &scanned.entities);
        self.layers.keep(&mut scanned);
        let scan::Scanned { mut entities, mut diagnostics, .. } = scanned;
        diagnostics.sort_by_key(|d| d.span);
        // Less where layers were left out.
        entities.shrink_to_fit();
        targets.shrink_to_fit();
        Document { text, entities, lists, targets, diagnostics }
    }
}

/// Parses a text with the default options. Any text is a document.
///
/// ```
/// let document = gongwen::parse("会议提出两点要求：一是抓早，二是抓小。");
/// assert_eq!(document.lists()[0].items.len(), 2);
/// ```
#[must_use]
pub fn parse(text: &str) -> Document<'_> {
    ParseOptions::new().document(Cow::Borrowed(text))
}
