//! How to parse, and the way through.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use jiff::civil::Date;

use crate::decode::{Encoding, decode};
use crate::document::Document;
use crate::error::Error;
use crate::layers::Layers;
use crate::normalize::Normalized;
use crate::{anchor, outline, scan, target};

/// How to parse a text.
///
/// ```
/// use gongwen::ParseOptions;
/// use jiff::civil::date;
/// let document = ParseOptions::new().as_of(date(2021, 4, 1)).parse("今年城镇新增就业1100万人以上。")?;
/// assert_eq!(document.times().next().unwrap().first, Some(date(2021, 1, 1)));
/// # Ok::<(), gongwen::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    pub const fn as_of(mut self, date: Date) -> Self {
        self.as_of = Some(date);
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
    /// use gongwen::{Entity, ParseOptions};
    /// use jiff::civil::date;
    /// let options = ParseOptions::new().infer_years(true);
    /// let document = options.parse("2021年2月启动摸底，请于3月30日前报送。")?;
    /// let due = document.times().nth(1).unwrap();
    /// assert_eq!(due.value.to_string(), "XXXX-03-30");
    /// assert_eq!(due.first, Some(date(2021, 3, 30)));
    /// let Entity::Time(source) = &document.entities()[due.inferred_from.unwrap()] else { unreachable!() };
    /// assert_eq!(document.slice(source.span), "2021年2月");
    /// # Ok::<(), gongwen::Error>(())
    /// ```
    pub const fn infer_years(mut self, infer_years: bool) -> Self {
        self.infer_years = infer_years;
        self
    }

    /// Looks for these only; parsing takes less time for it. The default is [`Layers::ALL`].
    ///
    /// Titles are read always, since what stands inside one is nothing else. Without [`Layers::TARGETS`] the search for
    /// subjects falls away, without [`Layers::LISTS`] the outline, and without [`Layers::TIMES`] and [`Layers::QUANTITIES`]
    /// the grammars of both; one of these two alone costs as much as both.
    pub const fn layers(mut self, layers: Layers) -> Self {
        self.layers = layers;
        self
    }

    /// Makes the first diagnostic an error.
    pub const fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// Refuses inputs of more bytes than this.
    pub const fn max_len(mut self, bytes: usize) -> Self {
        self.max_len = Some(bytes);
        self
    }

    /// Reads bytes in this encoding instead of detecting it. A byte order mark comes first.
    pub const fn encoding(mut self, encoding: Encoding) -> Self {
        self.encoding = Some(encoding);
        self
    }

    /// Parses a text.
    ///
    /// # Errors
    ///
    /// [`Error::TooLong`] and [`Error::Strict`], each only if asked for.
    pub fn parse<'a>(&self, text: &'a str) -> Result<Document<'a>, Error> {
        self.check(text.len())?;
        self.document(Cow::Borrowed(text))
    }

    /// Parses bytes: UTF-8, UTF-16, GB 18030 or Big5, as a byte order mark, [`encoding`](Self::encoding) or detection says.
    /// [`Encoding`] says how well that is detected.
    ///
    /// # Errors
    ///
    /// [`Error::Malformed`] for bytes that the encoding does not have, with the offset of the first; and as for
    /// [`parse`](Self::parse).
    pub fn parse_bytes<'a>(&self, bytes: &'a [u8]) -> Result<Document<'a>, Error> {
        self.check(bytes.len())?;
        let text = decode(bytes, self.encoding).map_err(|malformed| Error::Malformed {
            encoding: malformed.encoding,
            offset: malformed.offset,
        })?;
        self.document(text)
    }

    fn check(&self, len: usize) -> Result<(), Error> {
        match self.max_len {
            Some(max) if len > max => Err(Error::TooLong { len, max }),
            _ => Ok(()),
        }
    }

    /// normalize → scan → anchor → outline → targets
    fn document<'a>(&self, text: Cow<'a, str>) -> Result<Document<'a>, Error> {
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
            outline::lists(&normalized, &scanned.markers, &scanned.breaks, &mut scanned.diagnostics)
        } else {
            Vec::new()
        };
        let mut targets = if self.layers.contains(Layers::QUANTITIES) {
            target::targets(&normalized, &mut scanned, self.layers)
        } else {
            Vec::new()
        };
        target::inherit(&mut targets, &lists, &scanned.entities);
        self.layers.keep(&mut scanned);
        let scan::Scanned { mut entities, mut diagnostics, .. } = scanned;
        diagnostics.sort_by_key(|d| d.span);
        if let (true, Some(first)) = (self.strict, diagnostics.first()) {
            return Err(Error::Strict { span: first.span, kind: first.kind.clone() });
        }
        drop(normalized);
        // Lists grow by doubling; what stays does not keep the room.
        entities.shrink_to_fit();
        targets.shrink_to_fit();
        Ok(Document { text, entities, lists, targets, diagnostics })
    }
}

/// Parses a text with the default options. Any text is a document.
///
/// ```
/// let document = gongwen::parse("会议提出两点要求：一是抓早，二是抓小。");
/// assert_eq!(document.lists()[0].items.len(), 2);
/// ```
pub fn parse(text: &str) -> Document<'_> {
    // OK because only a limit or strictness can refuse a text, and neither is set.
    ParseOptions::new().parse(text).unwrap_or_else(|_| Document {
        text: Cow::Borrowed(text),
        entities: Vec::new(),
        lists: Vec::new(),
        targets: Vec::new(),
        diagnostics: Vec::new(),
    })
}
