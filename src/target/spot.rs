//! An amount with what stands around it, read once for all that is asked of it.

use core::ops::Range;

use super::clause::Clause;
use super::find::Finder;
use super::share;
use super::traces::Traces;
use crate::few::gaps;
use crate::quantity::{Amount, Quantity};
use crate::token::gap;
use crate::unit::UnitKind;

/// An amount in its clause.
pub(super) struct Spot<'a> {
    /// Which of the entities it is.
    pub(super) i: usize,
    pub(super) quantity: &'a Quantity,
    pub(super) kind: UnitKind,
    /// Its clause up to it.
    pub(super) left: Clause,
    /// The words of that, and the text behind the amount.
    pub(super) before: &'a str,
    pub(super) after: &'a str,
    /// The characters of the words before it.
    pub(super) seen: Traces,
    /// Where it begins, and where it ends with the words that bound it.
    pub(super) start: usize,
    pub(super) end: usize,
    /// What it counts.
    pub(super) noun: Option<Range<usize>>,
}

impl<'a> Spot<'a> {
    pub(super) fn of(
        finder: &Finder<'a>,
        i: usize,
        quantity: &'a Quantity,
        noun: Option<Range<usize>>,
    ) -> Self {
        let left = finder.left(i);
        let before = gaps!("\n").trim_end(&finder.text[left.range()]);
        let end = finder.end_of(i);
        let after = gap(&finder.text[end..]);
        let (kind, start) = (finder.kinds[i], finder.start_of(i));
        Self { i, quantity, kind, left, before, after, seen: Traces::of(before), start, end, noun }
    }

    /// Whether it counts things rather than measuring them.
    pub(super) const fn counts(&self) -> bool {
        matches!(self.kind, UnitKind::Count | UnitKind::None)
    }

    /// Whether it is a part of a whole.
    pub(super) const fn is_part(&self) -> bool {
        matches!(self.kind, UnitKind::Percent) || matches!(self.quantity.amount, Amount::Fraction { .. })
    }

    /// Leaves out the place that a share is of: 试点扩大到全国60%的县.
    pub(super) fn leave_place(&mut self) {
        if self.after.starts_with('的') {
            self.before = share::reaches(self.before).unwrap_or(self.before);
        }
    }
}
