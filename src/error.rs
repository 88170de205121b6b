//! What is refused, and what is remarked upon.

use crate::decode::Encoding;
use crate::span::{Position, Span};

/// Why an input is refused. A text that is merely odd is not: see [`Diagnostic`].
///
/// ```
/// use gongwen::{DiagnosticKind, Error, ParseOptions};
///
/// let refused = ParseOptions::new().strict(true).parse("通知\n9月31日截止。").unwrap_err();
/// assert_eq!(refused.to_string(), "no such date at line 2, column 1");
/// let Error::Strict { diagnostic, position } = refused else { unreachable!() };
/// assert_eq!(diagnostic.kind, DiagnosticKind::ImpossibleDate);
/// assert_eq!((diagnostic.span.start, position.line), (7, 2));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
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
    /// An encoding that is read only with the feature `encoding`, which is off.
    #[error("{encoding} is read with the feature `encoding` only")]
    Unsupported {
        /// The encoding that was declared, or named by a byte order mark.
        encoding: Encoding,
    },
    /// The first diagnostic, under [`ParseOptions::strict`](crate::ParseOptions::strict). To see them all, parse without it and
    /// ask for [`Document::diagnostics`](crate::Document::diagnostics).
    #[error("{} at line {}, column {}", diagnostic.kind, position.line, position.column)]
    Strict {
        /// What, and where in the text: as given, or as decoded.
        diagnostic: Diagnostic,
        /// Where that begins, so that it can be told without the decoded text.
        position: Position,
    },
}

/// A remark on a text: something looks wrong, and nothing is lost by it.
///
/// ```
/// let document = gongwen::parse("一是开渠，二是筑坝，四是植树。");
/// let remark = &document.diagnostics()[0];
/// assert_eq!(document.slice(remark.span), "四是");
/// assert_eq!(remark.to_string(), "item 3 is missing before item 4 at byte 30");
/// ```
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
///
/// ```
/// use gongwen::DiagnosticKind;
///
/// let document = gongwen::parse("提出四条措施：一是限产，二是错峰。");
/// let kind = &document.diagnostics()[0].kind;
/// assert_eq!(*kind, DiagnosticKind::CountMismatch { announced: 4, found: 2 });
/// ```
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
    #[error("item {found} stands where item {expected} is expected")]
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

impl DiagnosticKind {
    /// Its name, as in JSON: `unclosed_title`, `stray_title_end`, `impossible_date`, `number_too_large`, `ordinal_gap`,
    /// `ordinal_repeat`, `ordinal_step_back`, `count_mismatch`. `Display` writes a sentence for people, and no name reads
    /// back, since numbers belong to some.
    ///
    /// ```
    /// let text = "提出三点要求：一是摸底；二是整改。按《节水条例办理。";
    /// let document = gongwen::parse(text);
    /// // A gate that lets wrong counts through.
    /// let refused = document.diagnostics().iter().filter(|remark| remark.kind.as_str() != "count_mismatch");
    /// assert_eq!(refused.map(|remark| remark.kind.as_str()).collect::<Vec<_>>(), ["unclosed_title"]);
    /// ```
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::UnclosedTitle => "unclosed_title",
            Self::StrayTitleEnd => "stray_title_end",
            Self::ImpossibleDate => "impossible_date",
            Self::NumberTooLarge => "number_too_large",
            Self::OrdinalGap { .. } => "ordinal_gap",
            Self::OrdinalRepeat { .. } => "ordinal_repeat",
            Self::OrdinalStepBack { .. } => "ordinal_step_back",
            Self::CountMismatch { .. } => "count_mismatch",
        }
    }
}

impl core::fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} at byte {}", self.kind, self.span.start)
    }
}

#[cfg(all(test, feature = "serde"))]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_json() {
        let (expected, found) = (1, 2);
        for kind in [
            DiagnosticKind::UnclosedTitle,
            DiagnosticKind::StrayTitleEnd,
            DiagnosticKind::ImpossibleDate,
            DiagnosticKind::NumberTooLarge,
            DiagnosticKind::OrdinalGap { expected, found },
            DiagnosticKind::OrdinalRepeat { found },
            DiagnosticKind::OrdinalStepBack { expected, found },
            DiagnosticKind::CountMismatch { announced: 3, found },
        ] {
            assert_eq!(serde_json::to_value(&kind).unwrap()["kind"], kind.as_str());
        }
    }
}
