//! An amount with what stands around it, read once for all that is asked of it.

use core::ops::Range;

use super::clause::Clause;
use super::find::Finder;
use super::share;
use crate::few::gaps;
use crate::quantity::Quantity;
use crate::token::gap;

/// An amount in its clause.
#[derive(Clone)]
pub(super) struct Spot<'a> {
    /// Which of the entities it is.
    pub(super) i: usize,
    pub(super) quantity: &'a Quantity,
    /// Its clause up to it.
    pub(super) left: Clause,
    /// The words of that, and the text behind the amount.
    pub(super) before: &'a str,
    pub(super) after: &'a str,
    /// Where it ends, with the words that bound it.
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
        Self { i, quantity, left, before, after: gap(&finder.text[end..]), end, noun }
    }

    /// The same without the place that a share is of: 试点扩大到全国60%的县.
    pub(super) fn without_place(mut self) -> Self {
        if self.after.starts_with('的') {
            self.before = share::reaches(self.before).unwrap_or(self.before);
        }
        self
    }
}
