//! What an amount counts, behind it: 试验区 in 11个试验区.

use core::ops::Range;

use super::find::Finder;
use super::{action, heads, noun, wrapped};
use crate::document::Entity;
use crate::few::{few, gaps};
use crate::quantity::{Bound, Quantity};
use crate::script::simplified;
use crate::token::{gap, has_chars, head};
use crate::unit::UnitKind;
use crate::words::{MORE, Words, words};

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
        // 两个以上的单位
        let from = from + self.least_particle(i, from);
        // 28个项目和近200家企业: what bounds the next amount is no part of it.
        let next = self.begin_of(i + 1);
        let mut limit = self.behind_quotes(from).unwrap_or(next).max(from);
        // 3个过千亿元城市: the amount behind it is part of the name.
        if limit.saturating_sub(from) <= '过'.len_utf8() && few!("过超").begins(&self.text[from..]) {
            limit = self.start_of(i + 2);
        }
        // 30万名80岁以上老年人, 2个1类新药: what says which is part of the name.
        let attribute = limit == from && self.quantity(i + 1).is_some_and(is_attribute);
        let beside = limit.saturating_sub(from) <= '　'.len_utf8();
        // 23个投资额百亿元以上项目: so is what measures them.
        let measured = !beside && self.is_measured(i, from, limit);
        // 21个《条例》条目
        let titled = limit == from && matches!(self.entities.get(i + 1), Some(Entity::Title(_)));
        let noun = if measured {
            let behind = noun::noun_after(self.text, self.behind_particle(i + 1), self.start_of(i + 2))?;
            from..behind.end
        } else if let Some(noun) = beside.then(|| self.sized(i, from, limit)).flatten() {
            noun
        } else if attribute || titled {
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

    /// The length of 的 between the bound behind an amount and those that it counts.
    fn least_particle(&self, i: usize, from: usize) -> usize {
        let counts = |quantity: &Quantity| {
            quantity.extent.end > quantity.span.end
                && matches!(&*simplified(quantity.unit.as_str()), "个" | "名" | "位" | "家" | "所" | "户")
        };
        let bounded = self.text[from..].starts_with('的') && self.quantity(i).is_some_and(counts);
        if bounded { '的'.len_utf8() } else { 0 }
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
        Some(self.begin_of(self.places.begun(end)).max(end))
    }

    /// Whether nothing but the name of a measure stands between an amount and the next one, so that the two say how large what
    /// is counted is: 营收 in 3家营收超百亿元企业.
    fn is_measured(&self, i: usize, from: usize, limit: usize) -> bool {
        static WHICH: Words = words![
            "年", "日", "总", "单体", "单个", "单机", "单户", "计划", "固定资产", "主营业务", "工业", "合同",
            "签约", "城区", "常住", "户籍", "亩均", "人均", "村集体", "村级集体", "集体经济", "经营性",
            "年度", "建筑", "占地", "营业", "经营", "种植", "流域", "集水", "货物", "资产", "资金", "基金",
            "管理", "研发", "协议", "实际", "预计", "累计",
        ];
        static MEASURE: Words<(), MORE> = words![
            "投资", "投资额", "投资规模", "金额", "交易额", "成交额", "销售额", "销售收入", "营收",
            "营业收入", "业务收入", "收入", "产值", "纳税", "纳税额", "税收", "税收贡献", "利润", "市值",
            "估值", "资产", "规模", "注册资本", "注册资金", "装机", "装机容量", "容量", "库容", "面积",
            "人口", "产能", "产量", "产", "处理能力", "吞吐量", "床位", "床位数", "长度", "跨度", "功率",
            "带宽", "存栏", "存栏量", "出栏", "出栏量", "投入", "藏书", "藏书量", "职工", "从业人员",
            "合同额", "签约额", "出口额", "进出口额", "销售", "创汇", "补助", "单价", "总价", "价值",
            "接待游客", "接待", "游客", "游客量", "客流量", "处理量", "供水量", "发电量", "用水量", "用电量",
            "能耗", "综合能耗", "带动就业", "服务人口", "受益人口", "供水人口", "年产量",
        ];
        let next = self.kinds.get(i + 1);
        let measured =
            next.is_some_and(|kind| !matches!(kind, UnitKind::None)) && self.quantity(i + 1).is_some();
        let words = self.text.get(from..limit).filter(|words| measured && words.len() <= 36);
        let Some(mut words) = words else { return false };
        while let Some((rest, ())) = WHICH.strip(words).filter(|(rest, ())| !rest.is_empty()) {
            words = rest;
        }
        MEASURE.has(words)
    }

    /// Whether an amount stands in the name of what the one before it counts: 百亿元 in 23个投资额百亿元以上项目.
    pub(super) fn is_in_name(&self, i: usize, last: Option<&(usize, Range<usize>)>) -> bool {
        let place = self.places.range(i);
        last.is_some_and(|(of, noun)| *of < i && noun.start <= place.start && place.end < noun.end)
    }

    /// The noun of an amount with the size of each before it: 20万千瓦机组 in 3台20万千瓦机组, 5000吨级泊位.
    #[inline(never)]
    fn sized(&self, i: usize, from: usize, limit: usize) -> Option<Range<usize>> {
        use UnitKind::{Area, Count, Currency, Length, Mass, Other, Power, Volume};
        let adjoins = gaps!().trim(self.text.get(from..limit)?).is_empty();
        let near = self.kinds.get(i + 1).filter(|_| adjoins && self.kinds[i] == Count)?;
        let size = |n: usize| {
            let class = few!("级").begins(&self.text[self.end_of(n)..]);
            // 12条10公里以上河道
            let least = || {
                self.quantity(n).is_some_and(|q| q.bound == Some(Bound::AtLeast) && q.extent.end > q.span.end)
            };
            matches!(self.kinds[n], Power | Currency | Other)
                || matches!(self.kinds[n], Length | Area | Mass | Volume) && (class || least())
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
