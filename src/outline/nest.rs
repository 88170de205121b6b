//! Which series stands in which item.

use alloc::vec::Vec;

use super::link::Series;

/// Which series stand in which item; series are named by their index.
pub(super) struct Tree {
    pub(super) roots: Vec<usize>,
    /// For each series and item, the series inside it.
    pub(super) inside: Vec<Vec<Vec<usize>>>,
}

/// Puts each series, in the order of their starts, into the innermost item that contains it.
pub(super) fn nest(series: &mut [Series]) -> Tree {
    let mut tree = Tree {
        roots: Vec::new(),
        inside: series.iter().map(|s| s.items.iter().map(|_| Vec::new()).collect()).collect(),
    };
    let mut stack: Vec<usize> = Vec::new();
    for i in 0..series.len() {
        let start = series[i].items[0].at;
        while stack.last().is_some_and(|top| series[*top].end() <= start) {
            stack.pop();
        }
        let last = series[i].items.last().map_or(start, |item| item.at + item.marker);
        let parent = stack.iter().rev().find_map(|candidate| {
            let items = &series[*candidate].items;
            let n = items.partition_point(|item| item.at <= start).checked_sub(1)?;
            (start >= items[n].at + items[n].marker && last <= items[n].end)
                .then_some((*candidate, n, items[n].end))
        });
        match parent {
            Some((candidate, n, end)) => {
                if let Some(item) = series[i].items.last_mut() {
                    item.end = item.end.min(end);
                }
                tree.inside[candidate][n].push(i);
            }
            None => tree.roots.push(i),
        }
        stack.push(i);
        // The innermost end first, so that popping from the top is enough.
        let mut at = stack.len() - 1;
        while at > 0 && series[stack[at - 1]].end() < series[stack[at]].end() {
            stack.swap(at - 1, at);
            at -= 1;
        }
    }
    tree
}
