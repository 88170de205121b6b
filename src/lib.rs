//! **gongwen** (公文, “official document”) reads Chinese policy, government and news text and returns what it says as data, with
//! the exact place each thing came from: task lists and outlines, quoted titles and document numbers, dates and periods,
//! quantities, and the targets these form.
//!
//! ```text
//! bytes ─decode─▶ source ─normalize─▶ text ┬─scan────▶ entities ┬─target─▶ targets ┐
//!                   │                      └─outline─▶ lists ───┘                  ├▶ Document
//!                   └──────── every Span points here ◀─ Normalized::span ──────────┘
//! ```
//!
//! # Tour
//!
//! Any text is a document; [`parse`] never fails and never panics.
//!
//! ```
//! use gongwen::{Bound, Change, Entity};
//!
//! let text = "根据《节能规划（2021—2025年）》（滨政发〔2021〕7号），到2025年，\
//!             单位产值能耗降低13.5%以上。会议提出两点要求：一是压实责任，二是支持3个试点园区。";
//! let document = gongwen::parse(text);
//!
//! let title = document.titles().next().unwrap();
//! assert_eq!(title.name, "节能规划");
//! assert_eq!(title.period.unwrap().to_string(), "2021/2025");
//! assert_eq!(title.number.as_ref().unwrap().serial, "7");
//!
//! let target = &document.targets()[0];
//! assert_eq!(document.slice(target.subject), "单位产值能耗");
//! assert_eq!(target.change, Change::DownBy);
//! let quantity = target.amount.as_quantity().unwrap();
//! assert_eq!(quantity.amount.to_string(), "13.5");
//! assert_eq!(quantity.bound, Some(Bound::AtLeast));
//! assert_eq!(target.due.unwrap().value.to_string(), "2025");
//!
//! let list = &document.lists()[0];
//! assert_eq!(document.slice(list.lead.unwrap()), "会议提出两点要求：");
//! assert_eq!(document.slice(list.items[1].heading), "支持3个试点园区");
//!
//! // Everything found, in text order; entities never overlap, and join with lists by place.
//! assert!(matches!(document.entities()[0], Entity::Title(_)));
//! assert_eq!(document.targets_in(list.items[1].span).len(), 1);
//! ```
//!
//! # What is read
//!
//! | kind | forms | type |
//! |---|---|---|
//! | lists and outlines | 一是…二是…; 第一，; 其一; 首先; 一、（一）1.（1）①; 第一章 第三条; 1.1; —— | [`TaskList`], [`Item`], [`Style`] |
//! | who announces a list | 会议强调，要做好三件事： | [`Announcement`] |
//! | titles | 《…（2021—2025年）》（试行）（以下简称《规划》） | [`Title`], [`DocumentKind`] |
//! | document numbers | 国发〔2014〕4号; 国务院令第623号; GB/T 51328-2018 | [`DocumentNumber`] |
//! | short names | （以下统称“三项制度”） | [`Abbreviation`] |
//! | provisions | 《…》第六条第二款; 本法第三条至第五条; 民事诉讼法第二百零七条 | [`Provision`], [`Locator`] |
//! | times | 2014—2020年; “十四五”时期; 2025年底前; 今年一季度; 三年内 | [`TimeExpr`], [`TimeValue`] |
//! | quantities | 60%左右; 1.2万亿元; 三分之一以上; 5—6个百分点 | [`Quantity`], [`Amount`], [`Unit`], [`Currency`], [`Measure`] |
//! | targets | 城镇化率提高到65%; 建成高标准农田1亿亩 | [`Target`] |
//! | remarks | an item left out, 《 not closed, 2月30日 | [`Diagnostic`] |
//!
//! In these pages a *span* is a passage of the text, an *extent* one with the words or brackets around it that belong to
//! it. What is found in the text, a time or a title, is an *entity*; an *amount* is the number of a quantity, and in a
//! target whatever is reached, a length of time as well; its *bound* says on which side of it (以上, 前). A list has *items*,
//! each behind its *marker*, and words that *lead* up to it. A *remark* is a diagnostic: something looks wrong, and nothing
//! is lost by it.
//!
//! Simplified and Traditional script are read alike, and full-width and half-width characters. White space that PDFs and web
//! pages leave inside an expression, and readings in brackets behind a character, are inside spans and out of values.
//!
//! The [`cookbook`] has ten tasks as programs: citations, tables, chunks for retrieval, highlights, positions for an editor, a
//! folder on all cores, a database.
//!
//! # Bytes, dates, limits
//!
//! [`ParseOptions`] reads bytes in UTF-8, UTF-16, GB 18030 and Big5, resolves 今年 and 三年内 from a date, and 3月30日 from the
//! year that the text speaks of, refuses inputs that are too long, makes the first remark an error, and looks for less in less
//! time. Parsing never reads a clock, a locale or a file.
//!
//! # JSON
//!
//! With the feature `serde` a document is written as `{"entities": […], "lists": […], "targets": […], "diagnostics": […]}`, and
//! each part reads back as it was. Field names are those of the types, but for an amount, which is the `value` of a quantity and
//! the `quantity` of a target; the parts of a [`Reference`] and of a [`Locator`] stand beside their span. Values are strings in
//! the notation of their types, spans bytes of UTF-8, and what is not said is null. The text is not in it, so that a
//! document does not read back: keep the text, and parse it again with the same options for the same document.
//! `schema/document.json` is its JSON Schema, which the feature `schemars1` gives as `schemars::schema_for!(Document)`. Fields may
//! be added; those that are there stay.
//!
//! # What may change
//!
//! Results ([`Title`], [`TimeExpr`], [`Target`] …) and most enums are `#[non_exhaustive]`: read their fields, match with `..` and
//! `_`. Values that one makes oneself ([`Span`], [`Point`], [`Duration`]) and a [`Measure`] are complete as they are; a
//! [`Place`] and a [`Locator`] have constructors, and may get levels above the article. Two types of other crates are in the
//! fields and are here by name, [`Date`] of jiff 1 and [`Decimal`] of `rust_decimal` 1; a new major version of one is a new major
//! version of this crate. What is recognised grows with every version and is told in the changelog; a notation once written is
//! always read back.
//!
//! # Values that one makes
//!
//! `FromStr` reads only what there is. A [`Point`], a [`Count`] and a [`Ratio`] cannot be made otherwise, and what a
//! document holds is right. Put together by hand, these can be wrong, as nothing checks it: an [`Amount`] whose range falls
//! or whose denominator is 0, and a [`Locator`] that ends before it starts, has no number or one beyond 1 to 9999, are
//! written as they are and do not read back; a [`TimeValue`] whose range goes back (2025/2021) reads back and has no days; a
//! [`Measure`] can have its ends turned round, a [`Span`] can run backwards or lie in no text. Nothing panics for it but the
//! slicing of a text.
//!
//! What holds whatever is read — panics, time, memory, spans, order, versions — is on a page of its own, [`promises`].
//!
//! # Features
//!
//! The crate needs `alloc` and no `std`, with any of these but `schemars1`.
//!
//! - `encoding` (default): the encodings beside UTF-8.
//! - `serde`: `Serialize` for [`Document`]; `Serialize` and `Deserialize` for everything in it, and for [`Point`] and [`Duration`].
//! - `schemars1`: `JsonSchema` of schemars 1 for the same, with `serde`.
//! - `chrono04`, `time03`: days as dates of chrono 0.4 and of time 0.3, and back.

#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(not(test), no_std)]

extern crate alloc;

mod abbreviation;
mod alone;
mod anchor;
mod announcement;
mod bounds;
mod breaks;
mod charset;
#[cfg(feature = "chrono04")]
mod chrono04;
#[cfg(any(doc, doctest))]
pub mod cookbook;
mod currency;
mod decode;
mod document;
mod document_kind;
mod document_number;
#[cfg(test)]
mod documented;
mod error;
mod few;
mod item;
mod layers;
mod marker;
mod measure;
mod name;
mod normalize;
#[cfg(feature = "serde")]
mod notation;
pub mod numeral;
mod options;
mod outline;
mod pad;
mod places;
mod positions;
mod provision;
mod quantity;
mod refer;
mod scan;
#[cfg(feature = "schemars1")]
mod schema;
mod script;
mod span;
mod target;
mod time;
#[cfg(feature = "time03")]
mod time03;
mod title;
mod token;
mod unit;
mod width;
mod words;

/// What is promised, and what is not.
///
#[cfg(doc)]
#[doc = include_str!("../docs/promises.md")]
pub mod promises {}

/// A day of the calendar, from [jiff](jiff::civil): what [`ParseOptions::as_of`] takes and [`TimeExpr::first`] is.
#[doc(no_inline)]
pub use jiff::civil::Date;
/// An exact decimal number, from [`rust_decimal`]: what amounts and numerals are.
#[doc(no_inline)]
pub use rust_decimal::Decimal;

pub use abbreviation::Abbreviation;
pub use alone::{DocumentNumberError, TitleError};
pub use announcement::Announcement;
pub use currency::Currency;
pub use decode::Encoding;
pub use document::{Document, Entity};
pub use document_kind::DocumentKind;
pub use document_number::{DocumentNumber, Reference};
pub use error::{Diagnostic, DiagnosticKind, Error};
pub use item::{Item, Items};
pub use layers::Layers;
pub use marker::Style;
pub use measure::{BaseUnit, Measure, MeasureError, Ratio};
pub use name::NameError;
pub use options::{ParseOptions, parse};
pub use outline::{TaskItem, TaskList};
pub use positions::Positions;
pub use provision::{Locator, LocatorError, Place, Provision};
pub use quantity::{Amount, AmountError, Bound, Quantity};
pub use span::{Position, Span};
pub use target::{Change, Modality, Target, TargetAmount};
pub use time::{
    CalendarUnit, Count, Duration, NotADayError, Part, Point, TimeBound, TimeExpr, TimeValue, TimeValueError,
    Year, YearRangeError,
};
pub use title::Title;
pub use unit::{Unit, UnitKind};
