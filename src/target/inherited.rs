//! The time of a target that has none in its sentence, from the lead of its list or the heading above it.

use alloc::vec::Vec;

use super::Target;
use crate::Span;
use crate::document::Entity;
use crate::outline::{TaskList, around};
use crate::time::{TimeBound, TimeExpr};

/// Gives targets without a time of their own the one that the lead of their list or the heading above them states.
pub(crate) fn inherit(targets: &mut [Target], lists: &[TaskList], entities: &[Entity]) {
    let mut above = Above { entities, known: Vec::new() };
    for target in targets.iter_mut().filter(|target| target.due.is_none()) {
        target.inherited_due = above.stated(target.amount.span(), lists).copied();
    }
}

/// Leads and headings that were read for the last target: most of the next one's are the same.
struct Above<'e> {
    entities: &'e [Entity],
    /// By depth, the passage, the last time in it, and whether it has several.
    known: Vec<(Span, Option<&'e TimeExpr>, bool)>,
}

impl<'e> Above<'e> {
    /// The innermost time stated above a place.
    fn stated(&mut self, place: Span, mut lists: &[TaskList]) -> Option<&'e TimeExpr> {
        let (mut found, mut depth) = (None, 0);
        while let Some((list, item)) = around(lists, place) {
            if let Some(lead) = list.lead {
                found = self.times(depth, lead).0.or(found);
            }
            let Some(item) = item else { break };
            // 一、2025年工作和“十四五”成就 speaks of two times: neither is that of all below.
            if !item.heading.contains(place) {
                found = match self.times(depth + 1, item.heading) {
                    (Some(_), true) => None,
                    (time, _) => time.or(found),
                };
            }
            lists = &item.lists;
            depth += 2;
        }
        found
    }

    /// The last time in a passage that may be due, and whether there are several.
    fn times(&mut self, depth: usize, part: Span) -> (Option<&'e TimeExpr>, bool) {
        if let Some((known, time, several)) = self.known.get(depth)
            && *known == part
        {
            return (*time, *several);
        }
        let from = self.entities.partition_point(|e| e.span().start < part.start);
        let (mut last, mut count) = (None, 0);
        for entity in self.entities[from..].iter().take_while(|e| e.span().end <= part.end) {
            // A length of time is no date, and what is past or reported about is not what is due.
            if let Entity::Time(time) = entity
                && !time.value.is_length()
            {
                count += 1;
                if time.bound != Some(TimeBound::Since) {
                    last = Some(time);
                }
            }
        }
        self.known.truncate(depth);
        self.known.resize(depth, (Span::new(0, 0), None, false));
        self.known.push((part, last, count > 1));
        (last, count > 1)
    }
}
