//! draft
#![allow(missing_docs)]
extern crate alloc;

mod charset;
mod decode;
mod document;
mod document_number;
mod error;
mod marker;
mod normalize;
pub mod numeral;
mod options;
mod outline;
mod phrase;
mod quantity;
mod scan;
mod script;
mod span;
mod target;
mod time;
mod title;
mod token;
mod unit;

pub use decode::Encoding;
pub use document::{Document, Entity, Items};
pub use document_number::{DocumentNumber, Reference};
pub use error::{Diagnostic, DiagnosticKind, Error};
pub use marker::Style;
pub use options::{ParseOptions, parse};
pub use outline::{TaskItem, TaskList};
pub use quantity::{Amount, AmountError, Bound, Quantity};
pub use span::{Position, Span};
pub use target::{Change, Modality, Target};
pub use time::{
    CalendarUnit, Duration, Part, Point, TimeBound, TimeExpr, TimeValue, TimeValueError, Year,
};
pub use title::{Abbreviation, Title};
pub use unit::{Unit, UnitKind};
