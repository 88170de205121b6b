//! Verbs of action before an amount, and what they act on: 支持11个试验区, 整治河道总长9公里.

use core::ops::Range;

use super::clause::Clause;
use super::find::{Finder, Found};
use super::lexicon::{LONG, PLACES};
use super::spot::Spot;
use super::{Change, action, change, leading, noun, subject, topic, wrapped};
use crate::document::Entity;
use crate::few::{few, gaps};
use crate::token::{gap, has_chars, strip_any};
use crate::unit::UnitKind;
use crate::words::{BothWays, Endings, Words, both_ways, endings, words};

impl Finder<'_> {
    /// A verb of action before the amount and a noun behind it: 支持11个试验区.
    pub(super) fn acted(&self, spot: &Spot<'_>) -> Option<Found> {
        let &Spot { i, ref left, before, .. } = spot;
        let ahead = || if few!("、和并及").begins(spot.after) { self.worked_on(spot) } else { None };
        let noun = spot.noun.clone().or_else(|| self.measured(spot)).or_else(ahead).filter(|n| {
            let name = &self.text[n.clone()];
            // 抓好两件事：… announces what follows.
            let announces = !has_chars(name, 3) && few!("：:").begins(&self.text[n.end..]);
            // 通达80个国家的200个港口: the first amount says which ports.
            let attribute = self.text[n.end..].starts_with('的')
                && self.quantity(i + 1).is_some()
                && self.begin_of(i + 1) <= n.end + '的'.len_utf8();
            // 守住耕地不少于3万亩这条红线 has its name before it.
            // 同时申请二所以上学校立案者，: a condition.
            let class = few!("者").ends(name) && spot.quantity.extent.end > spot.quantity.span.end;
            !noun::is_fixed(name) && !announces && !attribute && !class && !few!("这").begins(name)
        })?;
        let stem = before.strip_suffix('了').unwrap_or(before);
        // 发布4批次共100个场景: the verb stands before the first of two amounts.
        let stem = match i.checked_sub(1) {
            Some(p)
                if matches!(self.entities[p], Entity::Quantity(_))
                    && gaps!().trim(&self.text[self.places.range(p).end..left.end]) == "共" =>
            {
                gaps!().trim_end(&self.text[self.left(p).range()])
            }
            _ => stem,
        };
        // 建设总长约9公里的12条河道: their length stands between.
        let stem = self.without_length(i, left, stem).unwrap_or(stem);
        let hastened = || self.hastened(stem, noun.clone());
        let acts = action::ends_in_action(stem)
            || leading::begins_in_action(self.behind_time(left, stem))
            || few!("\n").within(stem) && wrapped::ends_in_broken_action(stem);
        if !acts {
            return hastened().map(|noun| Found::new(i, noun, Change::Count));
        }
        let name = &self.text[noun.clone()];
        let change =
            if name.ends_with("红线") || name.ends_with("底线") { Change::Hold } else { Change::Count };
        Some(Found::new(i, noun, change))
    }

    /// What an amount counts that another verb and amount part from it: 新建3座、改造5座垃圾中转站.
    #[cold]
    fn worked_on(&self, spot: &Spot<'_>) -> Option<Range<usize>> {
        let next = spot.i + 1;
        let alike = self.quantity(next)?.unit == spot.quantity.unit
            && spot.counts()
            && action::ends_in_action(spot.before);
        let between = self.text.get(spot.end..self.begin_of(next)).filter(|_| alike)?;
        let verb = gaps!("、和并及").trim(between);
        action::is_action(verb).then(|| self.noun(next)).flatten()
    }

    /// What an amount of a weight or measure is of, behind a verb of action: 新增千万吨产能.
    pub(super) fn measured(&self, spot: &Spot<'_>) -> Option<Range<usize>> {
        use UnitKind::{Energy, Length, Mass, Power, Rate, Volume};
        let other = matches!(spot.kind, Length | Volume | Mass | Energy | Power | Rate);
        let acts = other && (action::ends_in_action(spot.before) || change::ends_in_change(spot.before));
        let limit = || self.start_of(spot.i + 1);
        let noun = acts.then(|| noun::noun_after(self.text, spot.end, limit())).flatten()?;
        // 30万千瓦机组, 5微米工艺: how large each is, not how much there is.
        let name = &self.text[noun.clone()];
        let sized = matches!(spot.kind, Power | Rate) && !topic::names_measure(name) || noun::is_size(name);
        (!sized || action::closes(spot.before) && !name.starts_with('级')).then_some(noun)
    }

    /// The words before the length of what an amount counts: 建设 in 建设总长约9公里的12条.
    fn without_length(&self, i: usize, left: &Clause, stem: &str) -> Option<&str> {
        let length =
            i.checked_sub(1).filter(|p| self.kinds[*p] == UnitKind::Length && stem.ends_with('的'))?;
        let whole = self.text.get(self.end_of(length)..left.end).is_some_and(|words| gap(words) == "的");
        let front = self.text.get(left.start..self.begin_of(length)).filter(|_| whole)?;
        LONG.strip_end(front).map(|(verb, ())| verb)
    }

    /// How long what is worked on is: 整治河道总长9公里.
    #[inline(never)]
    pub(super) fn stretched(&self, spot: &Spot<'_>) -> Option<Found> {
        static STRETCH_WORKS: Words = words![
            "整治", "综合整治", "治理", "拓浚", "拓疏", "疏浚", "清淤", "新建", "改建", "扩建", "改造",
            "建设", "建成", "修建", "开挖", "加固", "铺设", "架设", "修复",
        ];
        let &Spot { i, ref left, before, after, .. } = spot;
        if spot.kind != UnitKind::Length {
            return None;
        }
        let (front, ()) = LONG.strip_end(before)?;
        let whole = after.is_empty() || few!("，。；、（(,;\n").begins(after);
        let verb = STRETCH_WORKS.find_all(front).last().map(|(at, len, ())| match &front[at + len..] {
            // 排水管道建设长600米
            "" => subject::subject_before(&front[..at]).unwrap_or(""),
            name => name,
        });
        // 新建截洪沟长900米、隧洞长300米
        let row = || {
            let last =
                self.last().filter(|last| last.entity + 1 == i && few!("、").ends(&self.text[..left.start]));
            last.filter(|last| self.kinds[last.entity] == UnitKind::Length).map(|_| front)
        };
        let name =
            verb.or_else(row).filter(|name| whole && has_chars(name, 2) && !few!("的").within(name))?;
        // 三条河道总长60公里: what is counted is described.
        (!self.is_cut(i, name)).then(|| Found::new(i, self.place(name), Change::To))
    }

    /// What is counted where work on it is sped up: 加快6个潮汐电站建设，.
    #[inline(never)]
    fn hastened(&self, before: &str, noun: Range<usize>) -> Option<Range<usize>> {
        static WORK: BothWays = both_ways![
            "建设", "改造", "创建", "扩建", "升级", "提质升级", "提档升级", "提能升级", "转型升级",
            "改造升级", "技术改造", "数字化转型", "建设运营", "应用", "推广应用",
        ];
        /// How far a use is spread: 全省规模化应用.
        static SPREAD: Endings = endings![PLACES, "标准化", "规模化", "常态化", "跨区域"];
        let front = before.strip_suffix('等').unwrap_or(before);
        let verb = strip_any(front, &["加快推动", "加快", "推动", "深化", "促进"])
            .filter(|list| list.is_empty() || front.len() < before.len() && !few!("的在从由对").within(list));
        verb?;
        let name = &self.text[noun.clone()];
        // 企业技术改造和数字化转型
        let work = |name: &str| WORK.strip_end(name).map(|(stem, ())| stem.len()).filter(|len| *len >= 6);
        let own = work(name).map(|len| match name[..len].strip_suffix(['和', '及', '、']).and_then(work) {
            Some(first) => &name[..first],
            None => &name[..len],
        });
        let (mut name, behind) = match own {
            Some(stem) => (stem, "建设"),
            None => (name, &self.text[noun.end..]),
        };
        while let Some((stem, ())) = SPREAD.strip_end(name).filter(|(stem, ())| has_chars(stem, 2)) {
            name = stem;
        }
        let end = noun.start + name.len();
        WORK.strip(behind)?;
        let rest = if own.is_some() {
            &self.text[noun.end..]
        } else {
            // 推动1万家企业技术改造和数字化转型
            let rest = &behind[WORK.longest(behind)..];
            let second = rest.strip_prefix(['和', '及', '、']).and_then(|second| WORK.strip(second));
            second.map_or(rest, |(rest, ())| rest)
        };
        (rest.is_empty() || few!("，。；、\n").begins(rest)).then_some(noun.start..end)
    }
}
