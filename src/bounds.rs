//! What the words around times and quantities make of them, read when all of them are found: the code for it and that of the
//! scan do not fit into the cache of a core together.

use core::ops::Range;

use jiff::civil::Date;

use crate::currency;
use crate::document::Entity;
use crate::normalize::Normalized;
use crate::quantity::{self, Bound, Quantity};
use crate::scan::Scanned;
use crate::time;
use crate::unit::UnitKind;

/// Reads the words around what was found, from the end of the entity before.
pub(crate) fn read(out: &mut Scanned, normalized: &Normalized<'_>, as_of: Option<Date>) {
    let text = normalized.folded();
    // Where the entity before stands, alone and with the words that bound it.
    let (mut last, mut last_extent) = (0..0, 0..0);
    for i in 0..out.entities.len() {
        let range = out.places().range(i);
        let (before, after) = (&text[last.end..range.start], &text[range.end..]);
        let (front, rest) = out.entities.split_at_mut(i);
        let mut extent = range.clone();
        match &mut rest[0] {
            Entity::Quantity(quantity) => {
                // The scan knows no other bound yet.
                let vague = quantity.bound == Some(Bound::Over);
                let read = &text[range.clone()];
                let context = quantity::Context::around(before, read, after, out.kinds[i], vague);
                extent = range.start - context.back..range.end + context.ahead;
                quantity.extent = normalized.span(extent.clone());
                if out.kinds[i] == UnitKind::Currency {
                    quantity.currency = match context.currency {
                        Some(currency) => Some(currency).filter(|_| !currency::is_coin(&quantity.unit)),
                        None => quantity.unit.currency(),
                    };
                }
                quantity.bound =
                    context.bound.or_else(|| of_row(before, front.last(), text, &last, &last_extent));
            }
            Entity::Time(time) => {
                // Behind a day there is nothing of it to count off: 5月1日后三天.
                let behind_time = matches!(front.last(), Some(Entity::Time(time)) if !time.value.names_day());
                let earlier = behind_time.then(|| &text[..last.start]);
                let context = time::Context::around(before, after, &time.value, earlier);
                extent = range.start - context.back..range.end + context.ahead;
                time.extent = normalized.span(extent.clone());
                (time.bound, time.approximate) = (context.bound, context.approximate);
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
