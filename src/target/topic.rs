//! Topics: a clause that only names what the next one speaks of (全员劳动生产率，平均每年提高2%; 棉花：达到300万担).

use core::ops::Range;

use super::Change;
use super::change::{behind_change, first_change, is_change_noun};
use super::clause::Clause;
use super::find::{Finder, Found};
use super::leading::{begins_in_action, leading};
use super::lexicon::NAME_GOES_ON;
use super::phrase::{is_dimension, is_measurable};
use super::subject::subject_before;
use super::wrapped::is_unwrapped;
use crate::document::Entity;
use crate::few::{few, gaps};
use crate::token::{has_chars, has_start, head, strip_any, strip_any_end, tail};
use crate::unit::{UnitKind, unit_at};
use crate::words::{BothWays, Endings, MORE, Words, both_ways, endings, words};

/// Nouns that name a measure, last in the names of what is measured.
static MEASURES: Endings<(), MORE> = endings![
    "率", "量", "额", "值", "金", "总数", "人数", "户数", "次数", "人次", "件数", "家数", "指数", "系数",
    "天数", "面积", "里程", "收入", "支出", "水平", "人口", "比重", "比例", "百分比", "占比", "投资", "消费",
    "成本", "能力", "价格", "产能", "规模", "强度", "密度", "存款", "贷款", "利润", "税收", "工资", "能耗",
    "排放", "储备", "进口", "出口", "赤字", "债务", "补助", "补贴", "标准", "寿命", "时间", "速度", "距离",
    "差距", "费用", "开支", "拨款", "营收", "收益", "净利", "盈利", "亏损", "库存", "GDP", "CPI", "PPI",
];

/// What a measure is of, where the verb before the noun is part of the name: 种植面积, 处理成本, but not 种植粮食.
static BARE_MEASURES: Words = words![
    "面积", "长度", "成本", "规模", "金额", "数量", "总量", "总数", "总额", "里程", "周期", "时间", "能力",
    "费用", "比例", "进度", "批次", "频次", "标准", "期限", "时限", "额度", "力度", "人口", "半径",
];

/// Whether some words end in the noun of a measure.
pub(super) fn names_measure(words: &str) -> bool {
    MEASURES.ends(words)
}

/// Whether some words name what is paid, taken or set by a rate.
pub(super) fn is_payment(words: &str) -> bool {
    names_measure(words) || few!("费税款租息贴薪").ends(words)
}

/// Whether some words are such a noun and no more.
pub(super) fn is_bare_measure(words: &str) -> bool {
    BARE_MEASURES.has(words)
}

/// Nouns that say of two amounts how large one is beside the other.
static SHARES: Endings = endings!["比例", "比重", "百分比", "比率"];

/// Words that open an adverbial or a clause that acts, so that it names nothing.
static OPENS_ADVERBIAL: Words = words![
    "占", "按", "扣除", "加上", "经过", "通过", "随着", "由于", "根据", "依据", "受到", "围绕", "符合",
    "违反", "具有", "属于", "一是", "二是", "三是", "不仅", "不断", "只要", "只有", "如果", "因为", "为了",
    "除了", "关于", "对于", "至于",
];

/// Words that open an adverbial between a topic and its verb, and whether any name may stand before it or the name of a measure
/// alone: 亩产量，在三种地区，; 粮食产量，不包括大豆，.
static ADVERBIALS: Words<bool> = Words::of(&[
    ("在", true),
    ("按", true),
    ("扣除", true),
    ("根据", true),
    ("考虑", false),
    ("剔除", false),
    ("据", false),
    ("依据", false),
    ("依照", false),
    ("通过", false),
    ("包括", false),
    ("包含", false),
    ("不包括", false),
    ("不计", false),
    ("不含", false),
    ("除", false),
    ("加上", false),
    ("连同", false),
    ("主要是", false),
    ("特别是", false),
    ("尽管", false),
    ("虽然", false),
    ("由于", false),
]);

/// What is said of a name behind an adverb or 有: 不断完善, 有较快的发展. What is counted grows by no verb here.
static STATES: Endings = endings![
    "发展", "完善", "改善", "健全", "好转", "壮大", "优化", "活跃", "繁荣", "推进", "进步", "进展", "变化",
    "深化", "拓展", "巩固", "丰富", "成熟", "向好", "发展壮大", "健全完善",
];

/// How it is so.
static HOW: Endings = endings![
    "不断", "持续", "逐步", "进一步", "日益", "日趋", "稳步", "快速", "迅速", "明显", "显著", "更加", "继续",
    "较快", "有序", "深入", "全面", "蓬勃", "健康", "平稳", "逐渐", "得到", "加快", "扎实", "大力",
];

/// A name without the state that is reported of it: 合作医疗制度 in 合作医疗制度不断完善, 数量 in 数量有比较快的发展.
fn without_state(words: &str) -> &str {
    let Some((front, ())) = STATES.strip_end(words) else { return words };
    let mut name = HOW.before_all(front);
    if name.len() == front.len() {
        let near = tail(front, 8);
        let had = few!("有")
            .rfind(near)
            .filter(|at| few!("了很较比所大明长新显更一极").begins(&near[at + '有'.len_utf8()..]));
        let Some(at) = had else { return words };
        name = &front[..front.len() - near.len() + at];
    }
    let name = gaps!().trim_end(name);
    if has_chars(name, 3) { name } else { words }
}

/// Words that open what names nothing, unless it is the name of a measure.
static NO_WEAK_NAMES: Words = words![
    "创新", "深化", "强化", "优化", "加强", "刺激", "坚持", "有", "不", "无", "未", "没", "因", "若", "当",
    "此", "这", "那", "其", "他", "她", "它", "我", "你", "您", "各位",
];

/// Nouns, particles and ordinals that end what is no topic, unless it is the name of a measure.
static NO_TOPICS: Endings = endings![
    "目标", "任务", "要求", "指标", "情况", "方面", "计划", "结果", "下列", "时期", "同志", "代表", "原因",
    "看", "说", "来", "下", "上", "后", "前", "时", "中", "间", "里", "内", "外", "地", "着", "了", "第一",
    "第二", "第三", "第四", "第五", "首先", "其次", "公式", "附件", "附表", "单位", "这样", "如此", "的",
];

impl Finder<'_> {
    /// The clause that ends directly before another one, without the mark that ends it.
    pub(super) fn clause_before(&self, next: &Clause) -> Clause {
        let end = next.start;
        let floor = self.reach(end, 240).max(self.marker_before(end));
        let clause = gaps!("\n（(，,；;：:。").trim_end(&self.text[floor..end]);
        // Marks in a bracket at its end are not its own: 总产值（不变价，下同）.
        let outside = clause.strip_suffix('）').and_then(|words| words.rfind('（')).unwrap_or(clause.len());
        let start = self.last_mark(floor, &clause[..outside]);
        let start = start.map_or(0, |at| at + clause[at..].chars().next().map_or(1, char::len_utf8));
        let (start, end) = (floor + start, floor + clause.len());
        // A line that was not wrapped ends a clause, too.
        let line = few!("\n").rfind(&self.text[start..end]).map(|at| start + at);
        let start = line.filter(|at| is_unwrapped(self.text, *at)).map_or(start, |at| at + 1);
        Clause { start, end, entities: self.ended(next.entities, end), lists: false }
    }

    /// Where the last mark stands in some words at a place; the comma of 1，234 is none.
    fn last_mark(&self, place: usize, words: &str) -> Option<usize> {
        let mut front = words;
        loop {
            let at = few!("，,；;：:。").rfind(front)?;
            let mark = words[at..].chars().next()?;
            if !(matches!(mark, '，' | ',') && self.within_numeral(place + at, mark)) {
                return Some(at);
            }
            front = &front[..at];
        }
    }

    /// What the clause before another one names, if it does no more than that.
    ///
    /// Behind another target of the sentence only the name of a measure is taken: 坚持稳中求进，增长5% goes on with what was
    /// spoken of.
    pub(super) fn topic(&self, next: &Clause) -> Option<Range<usize>> {
        let clause = self.clause_before(next);
        self.topic_of(clause).or_else(|| self.in_part(&clause))
    }

    /// The measure of which a clause says no more than what share it is: 经常开支 in 经常开支占总开支超过八成，为4千亿元.
    pub(super) fn in_part(&self, clause: &Clause) -> Option<Range<usize>> {
        let words = &self.text[clause.range()];
        let amount = clause.entities.checked_sub(1).filter(|n| self.quantity(*n).is_some())?;
        if self.kinds[amount] != UnitKind::Percent || self.end_of(amount) < clause.end {
            return None;
        }
        let name = subject_before(&words[..few!("占").rfind(words)?])?;
        names_measure(name).then(|| self.place(name))
    }

    /// What a clause before another one names.
    pub(super) fn topic_of(&self, mut clause: Clause) -> Option<Range<usize>> {
        // 亩产量，在三种地区，分别达到400斤: an adverbial may stand between.
        let mut measured = false;
        if let Some(any) = self.is_aside(&clause) {
            measured = !any;
            clause = self.clause_before(&clause);
        }
        let mut whole = gaps!().trim(&self.text[clause.range()]);
        // 回用的水量，占用水总量的比例，: what is a part of another stands before.
        let share = SHARES.ends(whole);
        if share && whole.starts_with('占') && few!("，").ends(&self.text[..clause.start]) {
            clause.start = self.clause_before(&clause).start;
            whole = gaps!().trim(&self.text[clause.range()]);
        }
        let most = if share { 65 } else { 33 };
        let next = gaps!("，").trim_start(&self.text[clause.end..]);
        // What a bracket adds is no part of the name: 总产值（不变价，下同）.
        if let Some(at) = whole.strip_suffix('）').and_then(|words| words.rfind('（')) {
            clause.end = self.place(whole).start + at;
            clause.entities = self.ended(clause.entities, clause.end);
            whole = &whole[..at];
        }
        if whole.is_empty() || has_chars(whole, most) {
            return None;
        }
        let cut = usize::from(self.start_of(clause.entities) < clause.end);
        let inside = self.ended(clause.entities, clause.start)..clause.entities + cut;
        let inside = self.entities.get(inside).unwrap_or_default();
        // 总产值的增长速度，计划为4%: the noun of a change is a name.
        let changes = |at| !behind_change(&whole[at..]).is_some_and(is_change_noun);
        // 总产值增速的预期目标，定为6%
        let set = whole.ends_with("目标") && has_start(next, &["定为", "拟定为"]);
        if inside.iter().any(|entity| !matches!(entity, Entity::Time(_)))
            || !set && first_change(whole).is_some_and(changes)
        {
            return None;
        }
        let (front, behind) = self.around_time(&clause, &self.text[clause.range()]);
        let words = if gaps!("内").trim(behind).is_empty() { front } else { behind };
        let words = gaps!("在").trim_end(words);
        // 1958年的总产值
        let words = gaps!("的").trim_start(words);
        let words =
            strip_any(words, &["其中", "同时", "而", "但", "不论", "无论", "不管", "全年"]).unwrap_or(words);
        // 明年计划出口的比重，由…: behind a time.
        let planned =
            strip_any(words, &["计划", "预计", "力争", "争取"]).filter(|_| words.len() < whole.len());
        let words = planned.unwrap_or(words);
        // 用于教育的支出，五年共计500亿元: what is spent is named by what it is for.
        let spent = words.starts_with("用于") && few!("的").within(words) && names_measure(words);
        if OPENS_ADVERBIAL.begins(words) || !spent && leading(words) > 0 || begins_in_action(words) {
            return None;
        }
        let name = subject_before(without_state(words)).filter(|name| is_measurable(name))?;
        let first = self.last().is_none() || few!("；。\n").close(&self.text[..clause.start]);
        let weak = first
            && !few!("是").within(name)
            && !has_chars(name, 25)
            && (!NO_TOPICS.ends(name) || set)
            && !NO_WEAK_NAMES.begins(words);
        (weak && !measured || names_measure(name)).then(|| self.place(name))
    }

    /// Whether a clause is an adverbial between a name and its verb, and any name may stand before that: 在三种地区; 不含大豆 and
    /// 到年底 have the name of a measure before them.
    pub(super) fn is_aside(&self, clause: &Clause) -> Option<bool> {
        let words = gaps!().trim_start(&self.text[clause.range()]);
        if let Some((rest, any)) = ADVERBIALS.strip(words)
            && !NAME_GOES_ON.begins(rest)
        {
            // Behind another target of the sentence the name has to be a measure anyway.
            return Some(any && self.last().is_none());
        }
        self.is_time(clause).then_some(false)
    }

    /// Whether a clause is a time and no more: 到年底.
    pub(super) fn is_time(&self, clause: &Clause) -> bool {
        clause.entities.checked_sub(1).filter(|n| self.time(*n).is_some()).is_some_and(|time| {
            let extent = self.places.extent(time);
            let front = &self.text[clause.start.min(extent.start)..extent.start];
            gaps!().trim(front).is_empty() && extent.end >= clause.end
        })
    }

    /// The indicator that some words at the start of a line define, where the line before names it with its unit:
    /// 中水利用率（%）⏎中水用量占用水总量的百分比，不小于25%.
    pub(super) fn indicator(&self, definition: &Range<usize>) -> Option<Range<usize>> {
        let line = gaps!().trim_end(&self.text[..definition.start]);
        if few!("\n").ends(line) { self.named_above(gaps!("\n").trim_end(line)) } else { None }
    }

    /// The price or rate that an amount is of, where its own words only say of which.
    #[inline(never)]
    pub(super) fn standard_of(&self, found: &Found) -> Option<Range<usize>> {
        use UnitKind::{Currency, Percent, Rate};
        let name = &self.text[found.subject.clone()];
        let paid = matches!(self.kinds[found.entity], Currency | Rate | Percent)
            && found.change == Change::To
            && !found.carried;
        if !paid || is_payment(name) {
            return None;
        }
        self.priced(found).or_else(|| self.classed(found))
    }

    /// What a table of prices in a sentence is of, where the words before an amount only say of which: 供热价格 in
    /// 供热价格：居民每平方米22元，商户每平方米30元.
    #[cold]
    fn priced(&self, found: &Found) -> Option<Range<usize>> {
        /// What such a table is called.
        static PRICES: Endings = endings![
            "收费标准", "学费标准", "补贴标准", "补助标准", "资助标准", "奖励标准", "价格", "收费",
            "保障标准", "支付比例", "报销比例",
        ];
        let front = self.text.get(self.sentence..found.subject.start)?;
        let front = head(front, 60);
        let colon = few!("：:").rfind(front)?;
        let topic = gaps!().trim_end(&front[..colon]);
        let topic = strip_any_end(topic, &["如下", "是", "为"]).unwrap_or(topic);
        let line = topic.rsplit(['\n', '，', '；', '。']).next()?;
        let name = subject_before(line).filter(|name| PRICES.ends(name) && has_chars(name, 4))?;
        (!few!("价").ends(&self.text[found.subject.clone()])).then(|| self.place(name))
    }

    /// The rate or standard of which a class is named: 支付比例 in 支付比例一级医院70%、二级60%.
    #[cold]
    fn classed(&self, found: &Found) -> Option<Range<usize>> {
        static RATES: BothWays = both_ways![
            "支付比例", "报销比例", "起付标准", "起付线", "补助标准", "补贴标准", "缴费标准", "缴费比例",
            "收费标准", "支付限额",
        ];
        static CLASSES: Words = words![
            "一级", "二级", "三级", "一类", "二类", "三类", "四类", "一档", "二档", "三档", "在职", "退休",
            "职工", "居民", "城镇", "农村", "个人", "单位", "小学", "初中", "高中",
        ];
        let name = &self.text[found.subject.clone()];
        if let Some((at, len, ())) = RATES.find_all(name).next()
            && CLASSES.begins(&name[at + len..])
        {
            return Some(found.subject.start..found.subject.start + at + len);
        }
        let last = self.last().filter(|last| last.entity + 1 == found.entity)?;
        let alike = self.kinds[last.entity] == self.kinds[found.entity]
            && CLASSES.begins(name)
            && !has_chars(name, 7);
        (alike && RATES.ends(&self.text[last.subject.clone()])).then(|| last.subject.clone())
    }

    #[inline(never)]
    fn named_above(&self, above: &str) -> Option<Range<usize>> {
        let above = above.strip_suffix(['）', ')'])?;
        let near = tail(above, 36);
        let line = &near[few!("\n").rfind(near).map_or(0, |at| at + 1)..];
        let (name, unit) = line.rsplit_once(['（', '('])?;
        let name = gaps!().trim(name);
        let whole = unit_at(unit).is_some_and(|(.., len)| len == unit.len());
        let named = names_measure(name) && !has_chars(name, 26) && !few!("，。；：、").within(name);
        let begins = line.len() < near.len() || near.len() == above.len();
        (whole && named && begins).then(|| self.place(name))
    }

    /// What the clause before a limit names where an amount in it says of which: 客运索道的距离，不得小于30米;
    /// 单户贷款100万元以下的担保收费，原则上不高于担保额的1%.
    #[cold]
    pub(super) fn limited_before(&self, next: &Clause) -> Option<Range<usize>> {
        let clause = self.clause_before(next);
        let whole = gaps!().trim(&self.text[clause.range()]);
        let which = clause.entities.checked_sub(1).filter(|n| self.places.range(*n).start >= clause.start);
        let Some(which) = which else {
            return subject_before(whole).filter(|name| is_dimension(name)).map(|name| self.place(name));
        };
        self.quantity(which)?;
        let head = self.text.get(self.end_of(which)..clause.end)?.strip_prefix('的')?;
        let opens = !OPENS_ADVERBIAL.begins(whole) && leading(whole) == 0 && !begins_in_action(whole);
        (opens && is_payment(head) && has_chars(head, 2)).then(|| self.place(whole))
    }
}
