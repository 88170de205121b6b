//! What is refused, and what is remarked upon.

use crate::Span;
use crate::decode::Encoding;

/// Why an input is refused. A text that is merely odd is not: see [`Diagnostic`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The input is longer than [`ParseOptions::max_len`](crate::ParseOptions::max_len) allows.
    #[error("the input has {len} bytes, more than the {max} allowed")]
    TooLong {
        /// Its length in bytes.
        len: usize,
        /// The length allowed.
        max: usize,
    },
    /// Bytes that the encoding does not have.
    #[error("malformed {encoding} at byte {offset}")]
    Malformed {
        /// The encoding that was declared or detected.
        encoding: Encoding,
        /// Offset of the first malformed byte.
        offset: usize,
    },
    /// The first diagnostic, under [`ParseOptions::strict`](crate::ParseOptions::strict).
    #[error("{kind} at byte {}", span.start)]
    Strict {
        /// Where.
        span: Span,
        /// What.
        kind: DiagnosticKind,
    },
}

/// A remark on a text: something looks wrong, and nothing is lost by it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[non_exhaustive]
pub struct Diagnostic {
    /// Where.
    pub span: Span,
    /// What.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub kind: DiagnosticKind,
}

/// What a remark is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[non_exhaustive]
pub enum DiagnosticKind {
    /// A 《 with no 》 within 256 characters.
    #[error("《 is not closed")]
    UnclosedTitle,
    /// A 》 with no 《.
    #[error("》 closes nothing")]
    StrayTitleEnd,
    /// A date that the calendar does not have: 2月30日.
    #[error("no such date")]
    ImpossibleDate,
    /// A number with more than 28 digits.
    #[error("the number is too large")]
    NumberTooLarge,
    /// A series leaves out an ordinal: 一是…三是….
    #[error("item {expected} is missing before item {found}")]
    OrdinalGap {
        /// The ordinal that should stand here.
        expected: u32,
        /// The one that does.
        found: u32,
    },
    /// A series has an ordinal twice.
    #[error("item {found} comes twice")]
    OrdinalRepeat {
        /// The ordinal.
        found: u32,
    },
    /// A series goes back.
    #[error("item {found} comes behind item {expected}")]
    OrdinalStepBack {
        /// The ordinal that should stand here.
        expected: u32,
        /// The one that does.
        found: u32,
    },
    /// An announced number of items (三点建议) that differs from those found.
    #[error("{announced} announced, {found} found")]
    CountMismatch {
        /// As announced.
        announced: u32,
        /// As found.
        found: u32,
    },
}

impl core::fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} at byte {}", self.kind, self.span.start)
    }
}
