//! What an amount counts, behind it: 试验区 in 11个试验区.

use core::ops::Range;

use super::find::Finder;
use super::{action, heads, noun, wrapped};
use crate::document::Entity;
use crate::few::{few, gaps};
use crate::quantity::Quantity;
use crate::script::simplified;
use crate::token::{gap, has_chars, head};
use crate::unit::UnitKind;

/// The length of a second unit in brackets: （个）, （盒、支）.
fn second_unit(behind: &str) -> usize {
    let close = behind.strip_prefix('（').and_then(|rest| head(rest, 4).find('）'));
    close.map_or(0, |at| '（'.len_utf8() + at + '）'.len_utf8())
}

/// Whether an amount says of what age or class things are.
fn is_attribute(quantity: &Quantity) -> bool {
    matches!(&*simplified(quantity.unit.as_str()), "岁" | "周岁" | "类" | "级")
}

impl Finder<'_> {
    /// What a classifier counts.
    pub(super) fn noun(&self, i: usize) -> Option<Range<usize>> {
        if !matches!(self.kinds[i], UnitKind::Count | UnitKind::None | UnitKind::Area) {
            return None;
        }
        let outer = self.end_of(i);
        // 100条（个）河湖: a second unit stands between.
        let from = outer + second_unit(&self.text[outer..]);
        // 28个项目和近200家企业: what bounds the next amount is no part of it.
        let next = self.begin_or_end(i + 1);
        let mut limit = self.behind_quotes(from).unwrap_or(next).max(from);
        // 3个过千亿元城市: the amount behind it is part of the name.
        if limit.saturating_sub(from) <= '过'.len_utf8() && few!("过超").begins(&self.text[from..]) {
            limit = self.start_of(i + 2);
        }
        // 30万名80岁以上老年人, 2个1类新药: what says which is part of the name.
        let attribute = limit == from && self.quantity(i + 1).is_some_and(is_attribute);
        let beside = limit.saturating_sub(from) <= '　'.len_utf8();
        let noun = if let Some(noun) = beside.then(|| self.sized(i, from, limit)).flatten() {
            noun
        } else if attribute {
            let behind = noun::noun_after(self.text, self.end_of(i + 1), self.start_of(i + 2))?;
            from..behind.end
        } else {
            noun::noun_after(self.text, from, limit)?
        };
        // 新增20个口袋公⏎园
        let broken = matches!(self.text.as_bytes()[noun.end..], [b'\n', 0xE4..=0xE9, ..]);
        let noun = if broken { wrapped::broken_noun(self.text, noun, next) } else { noun };
        let noun = self.own_noun(i, noun::before_deed(self.text, noun)?);
        // 为6000栋高层建筑安装设备: what is done for them is no part of them.
        let served = action::serves(&self.text[..self.begin_of(i)]);
        let noun = if served { self.served(noun, next) } else { noun };
        match &self.entities[i] {
            Entity::Quantity(quantity) => heads::of_kind(self.text, quantity, noun),
            _ => Some(noun),
        }
    }

    /// For whom something is done, with the row of attributes before the last of them: 低保、特困老年人 in
    /// 为1万名低保、特困老年人提供助餐.
    fn served(&self, noun: Range<usize>, limit: usize) -> Range<usize> {
        let mut last = noun.clone();
        for _ in 0..5 {
            let rest = &self.text[last.end..];
            let Some(behind) = rest.strip_prefix(['、', '等']) else { break };
            let from = last.end + (rest.len() - behind.len());
            let next = noun::noun_after(self.text, from, limit).filter(|next| next.start == from);
            let Some(next) = next else { return noun::before_action(self.text, noun) };
            last = next;
        }
        let last = noun::before_action(self.text, last);
        let row = last.end > noun.end && action::begins_service(&self.text[last.end..]);
        if row { noun.start..last.end } else { noun::before_action(self.text, noun) }
    }

    /// Where the next entity behind a quotation begins, if one stands in it: 30个“10分钟便民圈”.
    fn behind_quotes(&self, from: usize) -> Option<usize> {
        let quoted = gap(&self.text[from..]).strip_prefix('“')?;
        let close = head(quoted, 24).find('”')?;
        let end = self.text.len() - quoted.len() + close + '”'.len_utf8();
        Some(self.begin_or_end(self.places.begun(end)).max(end))
    }

    /// The noun of an amount with the size of each before it: 20万千瓦机组 in 3台20万千瓦机组, 5000吨级泊位.
    #[inline(never)]
    fn sized(&self, i: usize, from: usize, limit: usize) -> Option<Range<usize>> {
        use UnitKind::{Area, Count, Currency, Length, Mass, Other, Power, Volume};
        let adjoins = gaps!().trim(self.text.get(from..limit)?).is_empty();
        let near = self.kinds.get(i + 1).filter(|_| adjoins && self.kinds[i] == Count)?;
        let size = |n: usize| {
            let class = few!("级").begins(&self.text[self.end_of(n)..]);
            matches!(self.kinds[n], Power | Currency | Other)
                || class && matches!(self.kinds[n], Length | Area | Mass | Volume)
        };
        if !size(i + 1) {
            return None;
        }
        // 500千伏和220千伏变电站
        let mut last = i + 1;
        let between = self.text.get(self.end_of(last)..self.start_of(last + 1));
        if matches!(between, Some("和" | "、" | "及")) && self.kinds.get(last + 1) == Some(near) {
            last += 1;
        }
        let noun = noun::noun_after(self.text, self.behind_particle(last), self.start_of(last + 1))?;
        let name = self.text[noun.clone()].split('、').next().unwrap_or("");
        let name = name.strip_suffix("建设").filter(|stem| has_chars(stem, 2)).unwrap_or(name);
        has_chars(name, 2).then(|| limit..noun.start + name.len())
    }

    /// The noun of an amount without what the next amount measures: 5个重点县 in 5个重点县和南部平原20万亩.
    fn own_noun(&self, i: usize, noun: Range<usize>) -> Range<usize> {
        if self.quantity(i + 1).is_none() || self.begin_of(i + 1) != noun.end {
            return noun;
        }
        let name = &self.text[noun.clone()];
        let Some(at) = few!("和及与").rfind(name) else { return noun };
        let (front, behind) = (&name[..at], &name[at + '和'.len_utf8()..]);
        // 80个国家和国际组织120名代表: both are counted.
        let apart = has_chars(front, 4) && has_chars(behind, 4) && !few!("级类型性省市等的").ends(front);
        if apart { noun.start..noun.start + at } else { noun }
    }
}
