//! draft
use alloc::vec::Vec;
use crate::{Span, normalize::Normalized, scan::Scanned};
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Target { pub span: Span }
impl Target { pub const fn amount(&self) -> Span { self.span } }
pub(crate) fn targets(_: &Normalized<'_>, _: &mut Scanned) -> Vec<Target> { Vec::new() }
