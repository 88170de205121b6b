//! Amounts of things of which something is said: 两条公交线路恢复运营, 365人死亡.

use core::ops::Range;

use super::find::{Finder, Found};
use super::lexicon::NAME_GOES_ON;
use super::spot::Spot;
use super::{Change, action, change, noun, phrase, share, topic};
use crate::few::few;
use crate::quantity::Bound;
use crate::token::{gap, has_end, is_han, strip_any};
use crate::unit::UnitKind;
use crate::words::{Words, words};

impl Finder<'_> {
    /// An amount and noun of which something is said: 两条公交线路恢复运营, 365人死亡.
    pub(super) fn happened(&self, spot: &Spot<'_>) -> Option<Found> {
        let &Spot { i, before, end: from, .. } = spot;
        let after = &self.text[from..];
        if let Some(harm) = action::harm(after) {
            return Some(Found::new(i, from..from + harm, Change::Count));
        }
        // 12个项目获奖，其中1项获一等奖: of what was counted before.
        if before.ends_with("其中") && spot.counts() {
            let after = gap(after);
            let of = |last: &&Found| {
                last.change == Change::Count && (action::is_predicate(after) || after.starts_with("为全国"))
            };
            if let Some(last) = self.last().filter(of) {
                let subject = last.subject.clone();
                return Some(Found::carried(i, subject, Change::Count));
            }
        }
        match &spot.noun {
            Some(noun) => self.predicated(spot, noun.clone()),
            None if few!("将把").ends(before) => self.taken_in(spot),
            None => None,
        }
    }

    /// Money that is put where it belongs: 将2亿元专项资金纳入预算.
    #[cold]
    fn taken_in(&self, spot: &Spot<'_>) -> Option<Found> {
        let &Spot { i, kind, end, quantity, .. } = spot;
        if kind != UnitKind::Currency || quantity.bound == Some(Bound::AtMost) {
            return None;
        }
        let noun = noun::noun_after(self.text, end, self.start_of(i + 1))?;
        let put = strip_any(&self.text[noun.end..], &["纳入", "列入", "转为", "划转", "用于", "投入"]);
        put.map(|_| Found::new(i, noun, Change::Count))
    }

    /// Whether a measure stands behind what is counted of which something is said without an amount: 空气质量 in
    /// 14个市州空气质量全面达标.
    fn measure_does_well(&self, i: usize, from: usize) -> bool {
        let Some(measure) = noun::noun_after(self.text, from, self.start_of(i + 1)) else { return false };
        let behind = &self.text[measure.end..];
        let amount = || {
            let next = self.start_of(i + 1);
            self.text
                .get(measure.end..next)
                .is_some_and(|words| next < self.text.len() && !few!("，。；、\n").within(words))
        };
        measure.start == from
            && topic::names_measure(&self.text[measure.clone()])
            && action::is_predicate(behind)
            && !amount()
    }

    /// What an amount counts, if something is said of it: the amount and its noun are what a predicate has before it.
    #[inline(never)]
    fn predicated(&self, spot: &Spot<'_>, noun: Range<usize>) -> Option<Found> {
        let &Spot { i, quantity, ref left, before, .. } = spot;
        // 十种矿石产量达到90万吨: the count is a part of what the verb is said of.
        let name = &self.text[noun.clone()];
        if NAME_GOES_ON.ends(name) && change::behind_change(&self.text[noun.end..]).is_some() {
            return None;
        }
        // 造成30名旅客遇难
        let harmed = || has_end(before, &["造成", "致", "致使"]) || phrase::is_scope(before);
        if action::harm(&self.text[noun.end..]).is_some() && harmed() {
            return Some(Found::new(i, noun, Change::Count));
        }
        // 20户以上自然村 are a class of villages.
        let class = quantity.bound == Some(Bound::AtLeast) && quantity.extent.end > quantity.span.end;
        let served = (action::serves(before)
            || !class && action::begins_serving(self.behind_time(left, before)))
            && action::begins_service(&self.text[noun.end..])
            && !noun::is_fixed(&self.text[noun.clone()]);
        if class && !served {
            return None;
        }
        let rest = &self.text[self.last_of_row(i, noun.end)..];
        let rest = rest.strip_prefix("建设").unwrap_or(rest);
        // 滨河公园和35个口袋公园等建成开放
        let row = rest.strip_prefix('等').filter(|_| few!("和及、").ends(before));
        let rest = row.unwrap_or(rest);
        // 3名责任人张某、李某和王某被判刑
        let persons = matches!(quantity.unit.as_str(), "名" | "位" | "人");
        let rest = if persons { action::behind_names(rest).unwrap_or(rest) } else { rest };
        // 从供给两个方面进行努力
        let fixed = || few!("进").begins(rest) && noun::is_fixed(&self.text[noun.clone()]);
        let predicate =
            action::is_predicate(rest) && !fixed() || row.is_none() && self.measure_does_well(i, noun.end);
        // 空气质量六项指标全部达标, but 东部三个县均有山地 is about something else.
        let owned = || {
            (!few!("在均都已被").begins(rest) || rest.starts_with("在全"))
                && !noun::is_fixed(&self.text[noun.clone()])
                && (phrase::is_owner(self.behind_time(left, before))
                    || before.ends_with('的') && action::is_accomplished(rest))
        };
        let introduced = || {
            row.is_some()
                || phrase::is_scope(before)
                || phrase::is_scope(self.behind_time(left, before))
                || few!("有等批把为对向将给让由使、").ends(before)
                || few!("成国省市区县州").ends(before) && acts_on_place(before)
                || self.amount_ends(i, spot.start)
                || owned()
                || phrase::is_place(before)
                || self.counted_before(i)
                || has_end(before, &["预计", "预计将有"])
        };
        // 全市计有120处古迹、30处遗址
        let inventory = || {
            has_end(before, &["计有", "共有", "现有"])
                && self.last_of_row(i, noun.end) > noun.end
                && phrase::is_scope(self.behind_time(left, before))
        };
        // 已有40个城市建立了制度, but in 在9个社区发放了问卷 they are only where.
        let done = || {
            action::is_deed(rest)
                && (few!("有等、对把将").ends(before) || phrase::is_scope(self.behind_time(left, before)))
        };
        // 已有16个省份上调养老金: whatever they did or do.
        let told = || {
            few!("有").ends(before)
                && GROUPS.has(name)
                && rest.starts_with(|c| is_han(c) || c == '“')
                && !few!("的和及与或等之为是在中里内以均都").begins(rest)
                && phrase::is_scope(self.behind_time(left, before))
        };
        let holds = served || predicate && introduced() || inventory() || done() || told();
        holds.then(|| Found::new(i, noun, Change::Count))
    }
}

/// Places and bodies of which it is told how many do something.
static GROUPS: Words = words![
    "城市", "省份", "省", "市", "县", "区", "州", "国家", "地区", "村", "乡镇", "镇", "乡", "街道", "县市",
    "县区", "市县", "省市", "企业", "单位", "学校", "部门", "机构", "家庭", "项目", "行业", "贫困县",
    "贫困村", "行政村",
];

/// Whether some words up to a place that the things are of say that something is done with them or befell them: 将全国, 造成全市.
#[cold]
fn acts_on_place(words: &str) -> bool {
    let front = share::WHERE.strip_end(words).map_or(words, |(front, ())| front);
    few!("将把对使让").ends(front) || front.ends_with("造成")
}
