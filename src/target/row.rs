//! Amounts that stand in a row and share what is said of them: 分别增长6%和7.4%, 改造100个中心和300个站.

use core::ops::Range;

use super::find::{Finder, Found, Nth};
use super::spot::Spot;
use super::{Change, leading, noun, ruled};
use crate::few::{few, gaps};
use crate::token::{has_chars, is_han, tail};
use crate::unit::UnitKind;
use crate::words::{Words, words};

/// How many bytes may stand between two amounts in a row, with the blanks of a table.
const MOST_BETWEEN: usize = 48;

/// Whether units of a kind count things or say how large they are, so that two amounts of the same things may adjoin.
const fn counts_or_sizes(kind: UnitKind) -> bool {
    matches!(kind, UnitKind::Count | UnitKind::Area)
}

impl Finder<'_> {
    /// The second of 分别增长6%和7.4%: an amount that shares subject and verb with the one before.
    pub(super) fn shared(&self, spot: &Spot<'_>) -> Option<Found> {
        let &Spot { i, quantity, kind, ref noun, .. } = spot;
        let last = self.last()?;
        let previous = self.quantity(last.entity)?;
        let between = self.text.get(self.end_of(last.entity)..spot.left.end)?;
        // The last target may be far before, and be asked for all that stand behind it.
        if between.len() > MOST_BETWEEN {
            return None;
        }
        let between = gaps!().trim(between);
        let twofold = counts_or_sizes(self.kinds[last.entity]) && counts_or_sizes(kind);
        let joined = match between {
            "、" | "和" | "及" | "与" => true,
            // 识别监测对象20.9万户69.3万人, 开工住房8万平方米900套
            "" => noun.is_none() && twofold,
            // 合作社80家，2万户3万人加入: something else is said of these.
            "，" | "," => noun.is_none() && !(spot.counts() && self.says_more(i)),
            // 不低于上年收入的8%或者上年支出的7%
            _ => few!("或").begins(between) && noun.is_none() && ruled::is_or(between),
        };
        // 减少2万、3万平方公里: the unit stands once, at the end.
        let once = previous.unit.as_str().is_empty() && matches!(between, "、" | "和");
        // 分别增长3.8倍、80.2%
        let grown = |kind| matches!(kind, UnitKind::Multiple | UnitKind::Percent);
        let mixed = grown(kind) && grown(self.kinds[last.entity]) && matches!(between, "、" | "和");
        let alike = previous.unit == quantity.unit
            || self.kinds[last.entity] == kind
            || once
            || mixed
            || between.is_empty();
        // 从每月300元、200元提高到360元、250元: so do those they start from.
        let base = last.baseline.map(|base| base.get() + 1);
        let baseline = base.filter(|base| last.entity > *base && self.goes_with_next(base - 1)).map(Nth::of);
        (joined && alike && last.change != Change::Count).then(|| {
            let subject = if last.carried { self.respective(i) } else { None };
            let subject = subject.unwrap_or_else(|| last.subject.clone());
            Found { entity: i, subject, carried: true, baseline, ..last.clone() }
        })
    }

    /// Whether people or things that are counted, or counted twice, have joined what was spoken of before.
    fn says_more(&self, i: usize) -> bool {
        static JOINED: Words = words!["加入", "入社", "参加", "参与", "入股", "受益", "报名", "参保"];
        let next = i + 1;
        let twice = self.quantity(next).is_some() && self.begin_of(next) == self.end_of(i);
        let end = self.end_of(if twice { next } else { i });
        JOINED.begins(&self.text[end..])
    }

    /// Whether an amount and the next one stand in one row: 6.5%、7%.
    pub(super) fn goes_with_next(&self, n: usize) -> bool {
        let between = || self.text.get(self.end_of(n)..self.begin_of(n + 1)).map(|words| gaps!().trim(words));
        self.quantity(n).is_some()
            && self.quantity(n + 1).is_some()
            && self.kinds[n] == self.kinds[n + 1]
            && matches!(between(), Some("、" | "和" | "及" | "与"))
    }

    /// The last of the row that an amount begins, of which some are read at most.
    pub(super) fn row_end(&self, first: usize) -> usize {
        (first..first + 8).find(|n| !self.goes_with_next(*n)).unwrap_or(first + 8)
    }

    /// The first of the row in which an amount stands.
    pub(super) fn row_start(&self, i: usize) -> usize {
        let mut first = i;
        while first > 0 && i - first < 8 && self.goes_with_next(first - 1) {
            first -= 1;
        }
        first
    }

    /// The subject of an amount in a row behind 分别, where each goes on with a target of its own:
    /// 产值500亿元，利润80亿元，分别增长6%和7%.
    #[inline(never)]
    pub(super) fn respective(&self, i: usize) -> Option<Range<usize>> {
        let first = self.row_start(i);
        let front = tail(&self.text[..self.begin_of(first)], 16);
        if !front[few!("，；。").rfind(front).unwrap_or(0)..].contains("分别") {
            return None;
        }
        let (before, row) = (i - first, self.row_end(first) - first + 1);
        // 城镇和农村收入分别达到6万元、2万元: the amounts before share one.
        let own = |n: usize| self.last_but(before + n).filter(|found| !found.carried);
        let apart = |n: usize| {
            n == 0 || own(n).zip(own(n - 1)).is_some_and(|(a, b)| a.subject.end <= b.subject.start)
        };
        // 网点10个、人员30名、设备5台，分别增长…: no amount stands between that is of none of them.
        let from = own(row - 1)?.entity;
        if first - from > 16 {
            return None;
        }
        let amounts = (from..first).filter(|n| self.quantity(*n).is_some()).count();
        let whole = amounts == row
            && (0..before).all(|n| self.last_but(n).is_some_and(|found| found.carried))
            && (0..row).all(|n| own(n).is_some() && apart(n));
        whole.then(|| own(row - 1 - before).map(|found| found.subject.clone())).flatten()
    }

    /// The second of 改造100个服务中心和300个幸福院: an amount that shares the verb of action with the one before.
    pub(super) fn coordinated(&self, spot: &Spot<'_>) -> Option<Found> {
        // 建成3个产值5亿元以上的园区和2个基地: the amounts between are part of the name.
        let within = |last: &&Found| {
            (last.entity + 1..spot.i).all(|n| {
                let place = self.places.range(n);
                last.subject.start <= place.start && place.end <= last.subject.end
            })
        };
        let last = self.last().filter(|last| last.entity < spot.i).filter(within)?;
        // 增加3个公园和2个广场: what there are more of is counted, too.
        let more = || {
            matches!(last.change, Change::UpBy | Change::DownBy)
                && last.subject.start >= self.end_of(last.entity)
        };
        if last.change != Change::Count && !more() {
            return None;
        }
        self.coordinated_with(last, spot, spot.noun.as_ref()?)
    }

    #[inline(never)]
    fn coordinated_with(&self, last: &Found, spot: &Spot<'_>, noun: &Range<usize>) -> Option<Found> {
        if noun::is_fixed(&self.text[noun.clone()]) {
            return None;
        }
        let between = gaps!("\n").trim(self.text.get(last.subject.end..spot.left.end)?);
        // 新增28个班（约1260个学位）
        let bracket = matches!(between, "（" | "（含") && self.text[noun.end..].starts_with('）');
        let comma = || matches!(between, "，" | ",") && self.goes_on_counting(last, spot, noun);
        // 解决6398万农村人口的饮水困难和60万无电地区人口的用电问题
        let needs = || {
            let owned = between.strip_prefix('的').and_then(|own| own.strip_suffix(['和', '及', '与', '、']));
            owned.is_some_and(|own| has_chars(own, 2) && !has_chars(own, 10) && own.chars().all(is_han))
                && few!("的").begins(&self.text[noun.end..])
        };
        (bracket || matches!(between, "、" | "和" | "及" | "以及") || needs() || comma())
            .then(|| Found::new(spot.i, noun.clone(), last.change))
    }

    /// Whether a clause is one more thing that is counted alike, and no more: 包括20个水利工程，30个公路工程;
    /// but not 82项获认可 and not 49个机关、单位对外开放.
    #[cold]
    fn goes_on_counting(&self, last: &Found, spot: &Spot<'_>, noun: &Range<usize>) -> bool {
        let name = &self.text[noun.clone()];
        let ends = noun.end == self.text.len() || few!("，。；,;\n").begins(&self.text[noun.end..]);
        ends && last.change == Change::Count
            && self.quantity(last.entity).is_some_and(|other| other.unit == spot.quantity.unit)
            && !few!("获得向可已被使让把为由在对").within(name)
            && leading::leading(name) == 0
    }

    /// The first of some things that are told apart behind their sum: 项目共有50个，其中包括20个水利工程.
    #[cold]
    pub(super) fn included(&self, spot: &Spot<'_>) -> Option<Found> {
        let noun = spot.noun.as_ref().filter(|_| spot.counts())?;
        let last = self.last().filter(|last| last.entity + 1 == spot.i && self.counts(last.entity))?;
        // 建设100个项目，其中包括…
        let from = self.end_of(last.entity);
        let from = if last.change == Change::Count { from.max(last.subject.end) } else { from };
        let between = self.text.get(from..spot.left.end)?;
        let ends = few!("，、和及。；,;\n").begins(&self.text[noun.end..]) || noun.end == self.text.len();
        (ends && matches!(between, "，其中包括" | "，包括" | "，其中，包括" | "。其中包括" | "。其中，包括"))
            .then(|| Found::new(spot.i, noun.clone(), Change::Count))
    }

    /// Whether another count of the same thing follows directly: 监测对象20.9万户69.3万人.
    pub(super) fn same_thing_follows(&self, spot: &Spot<'_>) -> bool {
        let i = spot.i;
        self.quantity(i + 1).is_some()
            && self.places.extent(i + 1).start == spot.end
            && counts_or_sizes(spot.kind)
            && counts_or_sizes(self.kinds[i + 1])
            && self.noun(i + 1).is_none()
    }

    /// Whether 等 ends a row of things with their amounts: 淘汰炼铁80万吨、焦炭100万吨等落后产能; or ends a clause.
    pub(super) fn ends_row(&self, spot: &Spot<'_>, after: &str) -> bool {
        if let Some(rest) = after.strip_prefix('等')
            && (rest.is_empty() || few!("，。；、\n").begins(rest))
        {
            return true;
        }
        let behind = |last: &Found| last.entity + 1 == spot.i && last.change == Change::To;
        few!("等").begins(after)
            && few!("、").ends(&self.text[..spot.left.start])
            && self.last().is_some_and(behind)
    }

    /// Where the last noun of a row of counted things ends: 2个修复项目、3个保护成果入选.
    pub(super) fn last_of_row(&self, i: usize, end: usize) -> usize {
        let mut last = end;
        for next in (i + 1..self.entities.len()).take(4) {
            let between = self.text.get(last..self.begin_of(next)).map(|words| gaps!().trim(words));
            // 15所院校21个专业群入选
            let noun = matches!(between, Some("、" | "和" | "及" | "")).then(|| self.noun(next)).flatten();
            let Some(noun) = noun else { break };
            last = noun.end;
        }
        last
    }

    /// Whether the words before an amount are another amount and what it counts: 116个国家和地区近4000名运动员.
    pub(super) fn counted_before(&self, i: usize) -> bool {
        let start = self.begin_of(i);
        let near = i
            .checked_sub(1)
            .filter(|p| start - self.places.range(*p).end <= 36 && self.quantity(*p).is_some());
        // 来自20个国家的900名代表
        let behind = |end: usize| end >= start || self.text.get(end..start) == Some("的");
        near.and_then(|p| self.noun(p)).is_some_and(|noun| behind(noun.end))
    }
}
