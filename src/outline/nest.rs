//! Which series stands in which item.

use alloc::vec::Vec;

use super::TaskList;
use super::link::{Items, Series};

/// Puts each series, in the order of their starts, into the innermost item that contains it. The first one stands in none, and
/// leads to the others that do. None stands deeper than [`TaskList::MAX_DEPTH`]: what would stands beside the deepest.
pub(super) fn nest(series: &mut [Series], items: &mut Items) {
    // For each series the item that it stands in.
    let mut parents: Vec<Option<usize>> = Vec::with_capacity(series.len());
    // With the item that was reached in each, and how deep the lists in it stand.
    let mut stack: Vec<(usize, usize, usize)> = Vec::new();
    for i in 0..series.len() {
        let s = &series[i];
        let (first, last) = (items[s.first].at, items[s.last].at + items[s.last].marker);
        while stack.last().is_some_and(|(top, ..)| items[series[*top].last].end <= first) {
            stack.pop();
        }
        let parent = stack.iter_mut().rev().find_map(|(_, reached, depth)| {
            while items[*reached].next > 0 && items[items[*reached].next].at <= first {
                *reached = items[*reached].next;
            }
            let item = &items[*reached];
            (first >= item.at + item.marker && last <= item.end).then_some((*reached, *depth))
        });
        if let Some((parent, _)) = parent {
            items[s.last].end = items[s.last].end.min(items[parent].end);
        }
        parents.push(parent.map(|(parent, _)| parent));
        let depth = parent.map_or(0, |(_, depth)| depth) + 1;
        if depth == TaskList::MAX_DEPTH {
            continue;
        }
        stack.push((i, s.first, depth));
        // The innermost end first, so that popping from the top is enough.
        let mut at = stack.len() - 1;
        while at > 0 && items[series[stack[at - 1].0].last].end < items[series[stack[at].0].last].end {
            stack.swap(at - 1, at);
            at -= 1;
        }
    }
    // From the last one on, each leads to the one behind it.
    let mut outermost = 0;
    for (i, parent) in parents.iter().enumerate().rev() {
        let head = parent.map_or(&mut outermost, |parent| &mut items[parent].inside);
        series[i].next = core::mem::replace(head, i);
    }
}
