//! Amounts that sum up the one before them, or spread it: 河道17条共40公里; 建成住宅3亿平方米，平均每年6000万平方米.

use super::Change;
use super::find::{Finder, Found};
use super::spot::Spot;
use crate::few::{few, gaps};
use crate::words::{Words, words};

/// Words between an amount and one that sums it up.
static TOTALS: Words = words!["共", "共计", "总计", "合计"];

impl Finder<'_> {
    /// Whether another amount of the same thing sums it up: 河道17条共40公里.
    pub(super) fn sum_follows(&self, spot: &Spot<'_>) -> bool {
        let i = spot.i + 1;
        few!("共总合").begins(spot.after)
            && self.quantity(i).is_some()
            && self.kinds[i] != spot.kind
            && self.text.get(spot.end..self.begin_of(i)).is_some_and(|between| TOTALS.has(between))
    }

    /// An amount of what the target before it is of.
    pub(super) fn summed(&self, spot: &Spot<'_>) -> Option<Found> {
        // Nearly all stand behind other words.
        if few!("共计均即").ends(spot.before) { self.of_last(spot) } else { None }
    }

    #[cold]
    fn of_last(&self, spot: &Spot<'_>) -> Option<Found> {
        // 每年 belongs to the amount.
        static MEANS: Words = words!["，平均", "，年均"];
        // 增长15%，即600亿元: the same change once more.
        if spot.before == "即" {
            let last = self.last().filter(|last| last.entity + 1 == spot.i)?;
            let other =
                matches!(last.change, Change::UpBy | Change::DownBy) && self.kinds[last.entity] != spot.kind;
            let adjoins =
                matches!(self.text.get(self.end_of(last.entity)..spot.left.end), Some("，即" | ",即"));
            return (other && adjoins).then(|| Found::carried(spot.i, last.subject.clone(), last.change));
        }
        let whole = spot.after.is_empty() || few!("，。；、）,;)\n").begins(spot.after);
        let last =
            self.last().filter(|last| whole && last.entity + 1 == spot.i && last.change == Change::To)?;
        let between = gaps!("\n").trim(self.text.get(self.end_of(last.entity)..spot.left.end)?);
        let (kind, other) = (self.kinds[last.entity], spot.kind);
        let goes_on = kind != other && TOTALS.has(between) || kind == other && MEANS.has(between);
        goes_on.then(|| Found::carried(spot.i, last.subject.clone(), Change::To))
    }
}
