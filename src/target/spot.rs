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
    /// The words of that without the place that a share is of: 试点扩大到 in 试点扩大到全国60%的县.
    pub(super) before: &'a str,
    /// With it.
    pub(super) with_place: &'a str,
    /// The text behind the amount.
    pub(super) after: &'a str,
    /// The characters of all words before it.
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
        let with_place = gaps!("\n").trim_end(&finder.text[left.range()]);
        let end = finder.end_of(i);
        let after = gap(&finder.text[end..]);
        let before = if after.starts_with('的') { share::before_place(with_place) } else { with_place };
        let (kind, start) = (finder.kinds[i], finder.start_of(i));
        let seen = Traces::of(with_place);
        Self { i, quantity, kind, left, before, with_place, after, seen, start, end, noun }
    }

    /// Whether it counts things rather than measuring them.
    pub(super) const fn counts(&self) -> bool {
        matches!(self.kind, UnitKind::Count | UnitKind::None)
    }

    /// Whether it is so many percentage points.
    pub(super) const fn is_points(&self) -> bool {
        matches!(self.kind, UnitKind::PercentagePoint)
    }

    /// Whether it is a part of a whole.
    pub(super) const fn is_part(&self) -> bool {
        matches!(self.kind, UnitKind::Percent) || matches!(self.quantity.amount, Amount::Fraction { .. })
    }
}
