//! Amounts that differ by the grade between their verb and each of them: 标准提高到一级200元、二级150元.

use super::find::{Finder, Found, Nth};
use super::spot::Spot;
use super::{Change, change};
use crate::few::few;
use crate::token::{has_chars, is_han, tail};
use crate::unit::UnitKind;

/// How many characters a grade has at most.
const GRADE: usize = 6;

impl Finder<'_> {
    /// One of a row of amounts, each behind its grade, of which the first stands behind the verb.
    pub(super) fn graded(&self, spot: &Spot<'_>) -> Option<Found> {
        let kind = matches!(spot.kind, UnitKind::Currency | UnitKind::Percent | UnitKind::Rate);
        // Most amounts stand behind other characters.
        let grade = kind && few!("级類类档等市镇村区县乡层型线村农户人民别种").ends(spot.before);
        if grade { self.of_grade(spot) } else { None }
    }

    #[inline(never)]
    fn of_grade(&self, spot: &Spot<'_>) -> Option<Found> {
        let &Spot { i, ref left, before, .. } = spot;
        // 二级150元 behind the first
        if self.text[..left.start].ends_with('、')
            && is_grade(before)
            && let Some(last) =
                self.last().filter(|last| last.entity + 1 == i && self.kinds[last.entity] == spot.kind)
            && matches!(last.change, Change::UpTo | Change::DownTo)
            && change::change(&self.text[..self.begin_of(last.entity)]).is_none()
        {
            return Some(Found { entity: i, carried: true, ..last.clone() });
        }
        let near = tail(before, GRADE + 1);
        let at = few!("到至为").rfind(near)? + '到'.len_utf8();
        let (verb, grade) = (&before[..before.len() - near.len() + at], &near[at..]);
        let (head, change, _) =
            change::change(verb).filter(|(_, change, _)| matches!(change, Change::UpTo | Change::DownTo))?;
        if !(is_grade(grade) && self.another_grade(i)) {
            return None;
        }
        let (head, base) = self.baseline(i, left, head);
        let subject = self.subject(left, head)?;
        Some(Found { baseline: base.map(Nth::of), ..Found::new(i, subject, change) })
    }

    /// Whether the amount of another grade follows: 、二级150元.
    fn another_grade(&self, i: usize) -> bool {
        self.quantity(i + 1).is_some()
            && self.kinds[i] == self.kinds[i + 1]
            && self
                .text
                .get(self.end_of(i)..self.begin_of(i + 1))
                .and_then(|words| words.strip_prefix(['、', '，']))
                .is_some_and(is_grade)
    }
}

/// Whether some words may be a grade: 一级, 农村, 三四级.
fn is_grade(words: &str) -> bool {
    has_chars(words, 2)
        && !has_chars(words, GRADE + 1)
        && words.chars().all(is_han)
        && !few!("的").within(words)
}
