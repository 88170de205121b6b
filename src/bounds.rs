//! What the words around times and quantities make of them, read when all of them are found: the code for it and that of the
//! scan do not fit into the cache of a core together.

use core::ops::Range;

use jiff::civil::Date;

use crate::currency;
use crate::document::Entity;
use crate::normalize::Normalized;
use crate::quantity::{self, Bound, Quantity};
use crate::scan::Scanned;
use crate::time::{self, CalendarUnit, Point, TimeBound, TimeExpr, TimeValue, Year};
use crate::unit::UnitKind;

/// Reads the words around what was found, from the end of the entity before.
pub(crate) fn read(out: &mut Scanned, normalized: &Normalized<'_>, as_of: Option<Date>) {
    let text = normalized.folded();
    // Where the entity before stands, alone and with the words that bound it.
    let (mut last, mut last_extent) = (0..0, 0..0);
    let place = |out: &Scanned, i| {
        if i < out.entities.len() { out.places().range(i) } else { text.len()..text.len() }
    };
    let mut next = place(out, 0);
    for i in 0..out.entities.len() {
        let range = core::mem::replace(&mut next, place(out, i + 1));
        let (before, after) = (&text[last.end..range.start], &text[range.end..]);
        let room = next.start - range.end;
        let (front, rest) = out.entities.split_at_mut(i);
        let mut extent = range.clone();
        match &mut rest[0] {
            Entity::Quantity(quantity) => {
                // The scan knows no other bound yet.
                let vague = quantity.bound == Some(Bound::Over);
                let read = &text[range.clone()];
                let around = |after| quantity::Context::around(before, read, after, out.kinds[i], vague);
                let mut context = around(after);
                if context.ahead > room {
                    context = around(&after[..room]);
                }
                extent = range.start - context.back..range.end + context.ahead;
                quantity.extent = normalized.span(extent.clone());
                if out.kinds[i] == UnitKind::Currency || context.currency.is_some() {
                    quantity.currency = match context.currency {
                        Some(currency) => Some(currency).filter(|_| !currency::is_coin(&quantity.unit)),
                        None => quantity.unit.currency(),
                    };
                }
                quantity.bound = context.bound.or_else(|| match front.last() {
                    Some(Entity::Time(_)) if quantity::is_part(out.kinds[i]) => {
                        quantity::bound_by_time(&text[..last_extent.start], before)
                    }
                    first => of_row(before, first, text, &last, &last_extent),
                });
            }
            Entity::Time(time) => {
                let earlier = counted_off(front.last()).then(|| &text[..last.start]);
                let around = |after| time::Context::around(before, after, &time.value, earlier);
                let mut context = around(after);
                // 今年前天: what begins the next entity bounds none.
                if context.ahead > room {
                    context = around(&after[..room]);
                }
                extent = range.start - context.back..range.end + context.ahead;
                if matches!(time.value, TimeValue::Duration(_))
                    && context.is_none()
                    && let Some(limit) = quantity::Context::limit(before, &after[..room])
                {
                    extent = range.start - limit.back..range.end + limit.ahead;
                    time.limit = limit.bound;
                }
                time.extent = normalized.span(extent.clone());
                let loosely = time.value.is_length() && text[range.clone()].contains('来');
                let bound =
                    context.bound.or_else(|| of_years(before, front.last(), time, text, &last, &last_extent));
                (time.bound, time.approximate) = (bound, context.approximate || loosely);
                if let Some((first, last)) = time.resolve(as_of) {
                    (time.first, time.last) = (Some(first), Some(last));
                }
            }
            _ => {}
        }
        out.extend(i, &extent);
        (last, last_extent) = (range, extent);
    }
}

/// Whether what stands behind an entity may be counted off it. Behind a day there is nothing of it: 5月1日后三天.
fn counted_off(entity: Option<&Entity>) -> bool {
    matches!(entity, Some(Entity::Time(time)) if !time.value.names_day())
}

/// Where the last entity ends with the words that bound it, as will be read.
#[cold] // as few names stand directly behind
pub(crate) fn end_of_last(out: &Scanned, text: &str) -> usize {
    let Some(i) = out.entities.len().checked_sub(1) else { return 0 };
    let range = out.places().range(i);
    let front = i.checked_sub(1);
    let last = front.map_or(0..0, |n| out.places().range(n));
    let (before, after) = (&text[last.end..range.start], &text[range.end..]);
    let ahead = match &out.entities[i] {
        Entity::Quantity(quantity) => {
            let vague = quantity.bound == Some(Bound::Over);
            quantity::Context::around(before, &text[range.clone()], after, out.kinds[i], vague).ahead
        }
        Entity::Time(time) => {
            let earlier = counted_off(front.map(|n| &out.entities[n])).then(|| &text[..last.start]);
            time::Context::around(before, after, &time.value, earlier).ahead
        }
        _ => 0,
    };
    range.end + ahead
}

/// The bound before the first of two amounts, which goes for both: 分别超过8万元、5万元.
#[inline]
fn of_row(
    between: &str,
    first: Option<&Entity>,
    text: &str,
    range: &Range<usize>,
    extent: &Range<usize>,
) -> Option<Bound> {
    if !matches!(between, "、" | "和") {
        return None;
    }
    let Some(Entity::Quantity(Quantity { bound: Some(bound), .. })) = first else { return None };
    let before = extent.start < range.start && extent.end == range.end;
    (before && text[..extent.start].ends_with("分别")).then_some(*bound)
}

/// The word before the first of two years, which goes for both: 到2025年和2030年.
#[inline]
fn of_years(
    between: &str,
    first: Option<&Entity>,
    time: &TimeExpr,
    text: &str,
    range: &Range<usize>,
    extent: &Range<usize>,
) -> Option<TimeBound> {
    if !matches!(between, "、" | "和") || !names_year(time) {
        return None;
    }
    let Some(Entity::Time(first)) = first else { return None };
    let until = matches!(text.get(extent.start..range.start), Some("到" | "至")) && extent.end == range.end;
    first.bound.filter(|_| until && names_year(first))
}

/// Whether a time is a year by its number.
fn names_year(time: &TimeExpr) -> bool {
    matches!(time.value, TimeValue::Point(Point { unit: CalendarUnit::Year(Year::Given(_)), part: None }))
}
