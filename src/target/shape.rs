//! The shapes in which an amount is tied to what it measures: a verb of change, a verb of action, a name, what is said of it.

use core::ops::Range;

use super::clause::Clause;
use super::find::{Finder, Found, Nth};
use super::lexicon::{LIMITS, LONG, PLACES, SUMS_UP};
use super::spot::Spot;
use super::traces::asked;
use super::{Change, action, change, edges, leading, noun, subject, topic, wrapped};
use crate::document::Entity;
use crate::few::{few, gaps};
use crate::quantity::{Amount, Bound};
use crate::time::TimeBound;
use crate::token::{gap, has_chars, has_end, head, is_han, strip_any, strip_any_end, tail};
use crate::unit::UnitKind;
use crate::words::{Words, words};

/// Nouns behind an amount and 的 that only say what the amount is: 达到8%的目标, 突破百亿的大关.
static HEADS: Words = words![
    "目标", "要求", "水平", "速度", "情况", "高", "任务", "规模", "政策", "计划", "成绩", "历史", "台阶",
    "关口", "基础", "同时", "前提", "标准", "区间", "范围", "成果", "佳绩", "大关", "指标", "规定", "限度",
    "程度", "增", "幅度", "多", "较高", "新", "间隔", "比例", "比重", "好", "战绩", "成效", "纪录", "记录",
    "最高", "时候", "地步", "门槛", "底线", "红线",
];

/// Whether the words that bound an amount set a limit to it: 不得少于.
fn is_limit(extent: &str) -> bool {
    static SETS_LIMIT: Words = words![LIMITS, "不得", "不宜", "不应"];
    SETS_LIMIT.begins(extent)
}

/// Whether a text begins with a dot that a full stop was read as: 造林2万亩· 1995年，…; no digits of the amount follow.
fn is_read_dot(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('·') else { return false };
    matches!(gap(rest).bytes().take_while(u8::is_ascii_digit).count(), 0 | 4)
}

impl Finder<'_> {
    /// What a rule says there has to be: 应当有3名以上合伙人, 应设置厨余、其他两类收集容器.
    pub(super) fn provided(&self, spot: &Spot<'_>) -> Option<Found> {
        let kind = matches!(spot.kind, UnitKind::Count | UnitKind::Currency);
        let whole = !matches!(spot.quantity.amount, Amount::Fraction { .. });
        // A modal stands in all of these.
        let modal = spot.seen.may_have(asked!("应须可得"));
        if kind && whole && modal && action::is_required(spot.before, spot.left.lists) {
            self.required(spot.i)
        } else {
            None
        }
    }

    #[cold]
    fn required(&self, i: usize) -> Option<Found> {
        let from = self.behind_particle(i);
        // 应当有三人以上为发起人, 可以委托一至二人作为代理人
        let role = strip_any(&self.text[from..], &["作为", "担任", "为"]);
        let from = role.map_or(from, |rest| self.text.len() - rest.len());
        let noun = noun::noun_after(self.text, from, self.start_of(i + 1))?;
        let noun = noun::before_action(self.text, noun);
        // 应当有两名见证人的，: a condition
        let behind = self.text[noun.end..].strip_prefix('的').unwrap_or("");
        let condition = few!("，；。,;").begins(behind);
        (!condition && !noun::is_fixed(&self.text[noun.clone()])).then(|| Found::new(i, noun, Change::Count))
    }

    /// A verb of change directly before the amount.
    pub(super) fn changed(&self, spot: &Spot<'_>) -> Option<Found> {
        let &Spot { i, ref left, before, after, ref noun, .. } = spot;
        let mean = if few!("均").ends(before) {
            strip_any_end(before, &["平均", "年均", "人均", "户均"])
        } else {
            None
        };
        let stem = mean.filter(|stem| change::ends_in_change(stem)).unwrap_or(before);
        let stem = stem.strip_suffix('了').unwrap_or(stem);
        // 提高到全国平均水平的90%
        let stem = change::without_standard(stem);
        let (head, change, copula) = match change::change(stem) {
            // 翻两番 has its verb in it.
            None if self.doubles(spot) => Some((stem, Change::To, false)),
            None if spot.seen.may_have(asked!("\n")) && few!("\n").within(stem) => {
                wrapped::broken_change(stem)
            }
            found @ Some((.., false)) => found,
            found if !spot.seen.may_have(asked!("每")) => found,
            found => change::without_rate(stem).map_or(found, change::change),
        }?;
        // 注册资本达5亿元的企业: the amount says which ones.
        let which = after.strip_prefix('的').or_else(|| after.strip_prefix('之'));
        // What new works can make is meant to be: 建设产能达到5万吨的生产线.
        if change == Change::To
            && which.is_some_and(|named| !HEADS.begins(gap(named)))
            && !has_end(head, &["生产能力", "产能"])
        {
            return None;
        }
        // 改革、创新、提升三方面: what looks like a verb is the last of a list.
        let aspects = || {
            noun.as_ref().is_some_and(|n| noun::is_fixed(&self.text[n.clone()]))
                || spot.quantity.unit.as_str() == "方面"
        };
        if change == Change::UpBy && aspects() {
            return None;
        }
        // 补贴标准为每平方米37元: a copula needs a name before it.
        // In 为30万群众提供 it is none.
        let serves = copula && noun.is_some() && spot.counts();
        // 总产值，拟定为600亿元: the clause before may be that name.
        // 租金按成本价的六成确定，为每平方米9元: both are of the same.
        let set = || {
            let last = self.last().filter(|last| last.entity + 1 == i);
            let behind = last.and_then(|last| self.text.get(self.end_of(last.entity)..left.start));
            matches!(behind, Some("确定，" | "计算，" | "核定，" | "计发，"))
        };
        let named = || subject::subject_before(head).is_some() || self.topic(left).is_some() || set();
        if serves || copula && !named() {
            return None;
        }
        // 实现1亿人落户, 完成3项任务: the verb acts, the noun follows.
        let acts =
            noun.is_some() && matches!(&stem[head.len()..], "实现" | "完成") && !after.starts_with('的');
        if acts {
            return None;
        }
        // 新增 acts where a noun follows it.
        let measured = || noun.clone().or_else(|| self.measured(spot));
        if head.ends_with('新') && measured().is_some() {
            return None;
        }
        if stem[head.len()..] == *"提升"
            && let Some(found) = self.improved(spot, head)
        {
            return Some(found);
        }
        let head = head.strip_suffix('新').unwrap_or(head);
        if matches!(change, Change::DownTo | Change::UpTo)
            && let Some((noun, base)) = self.merged(i, left, head)
        {
            return Some(Found { baseline: Some(Nth::of(base)), ..Found::new(i, noun, change) });
        }
        let (head, baseline) = self.baseline(i, left, head);
        if matches!(change, Change::UpTo | Change::DownTo)
            && head.is_empty()
            && let Some((subject, base)) = self.baseline_apart(i, left)
        {
            let carried = subject.end <= self.left(base).start;
            return Some(Found { baseline: Some(Nth::of(base)), carried, ..Found::new(i, subject, change) });
        }
        // A hold may name its subject behind the amount: 保持10%的高增速.
        let behind = after
            .strip_prefix('的')
            .filter(|_| change == Change::Hold)
            .and_then(|rest| noun::held(self.text, self.text.len() - rest.len()));
        let goes_on = !few!("，。、；").begins(after);
        // 广东增加15个品种: what there are more of is counted.
        let added = change == Change::UpBy && goes_on && stem[head.len()..] == *"增加";
        let more =
            noun.clone().filter(|_| added && self.counts(i)).or_else(|| self.sum(spot).filter(|_| added));
        let more = more.filter(|noun| {
            let name = &self.text[noun.clone()];
            has_chars(name, 2) && leading::leading(name) == 0
        });
        let (subject, carried) = if let Some(noun) = behind {
            (noun::unqualified(self.text, noun), false)
        } else if let Some(more) = more {
            (more, false)
        } else if let Some(own) = self.subject(left, head) {
            (own, false)
        } else if change == Change::UpBy
            && goes_on
            && let Some(noun) = measured()
        {
            (noun, false)
        } else {
            let respective = few!("分").within(before).then(|| self.respective(i)).flatten();
            (respective.or_else(|| self.carry(left))?, true)
        };
        let change = match (change, baseline) {
            (Change::To, Some(base)) => self.direction(base, i),
            (change, _) => change,
        };
        Some(Found { baseline: baseline.map(Nth::of), carried, ..Found::new(i, subject, change) })
    }

    /// What is worked on where 提升 is a work and no rise: 改造提升24个服务区, 完成林分优化提升200万亩.
    #[inline(never)]
    fn improved(&self, spot: &Spot<'_>, head: &str) -> Option<Found> {
        let sized = matches!(spot.kind, UnitKind::Area | UnitKind::Length);
        let works = (spot.counts() || sized) && edges::ends_in_work(gaps!().trim_end(head));
        if let Some(noun) = spot.noun.clone().or_else(|| self.measured(spot)).filter(|_| works) {
            return Some(Found::new(spot.i, noun, Change::Count));
        }
        let whole = spot.after.is_empty() || few!("，。；、（(,;\n").begins(spot.after);
        let sized = sized || matches!(spot.quantity.unit.as_str(), "户" | "套" | "座" | "处" | "间");
        let subject = self.subject(&spot.left, head).filter(|_| whole && sized)?;
        let measure = topic::names_measure(&self.text[subject.clone()]);
        let end = spot.left.start + head.len() + "提升".len();
        (!measure).then(|| Found::new(spot.i, subject.start..end, Change::To))
    }

    /// What a sum of money is that the clause ends with: 运营经费 in 增加60万元运营经费.
    fn sum(&self, spot: &Spot<'_>) -> Option<Range<usize>> {
        if spot.kind != UnitKind::Currency || few!("，。；、\n").begins(spot.after) {
            return None;
        }
        let noun = noun::noun_after(self.text, spot.end, self.start_of(spot.i + 1))?;
        let ends = few!("，。；、\n").begins(&self.text[noun.end..]);
        (ends && noun.start == spot.end).then_some(noun)
    }

    /// Where a measure has to lie: 距离应在十公尺以上.
    pub(super) fn lies(&self, spot: &Spot<'_>) -> Option<Found> {
        let change = match spot.quantity.bound? {
            Bound::AtMost => Change::Hold,
            Bound::AtLeast => Change::To,
            _ => return None,
        };
        // 每月金额以三万元为限
        let within = few!("以").ends(spot.before) && self.text[..spot.end].ends_with("为限");
        if within || few!("在").ends(spot.before) { self.lies_in(spot, change) } else { None }
    }

    #[cold]
    fn lies_in(&self, spot: &Spot<'_>, change: Change) -> Option<Found> {
        let &Spot { i, ref left, before, after, .. } = spot;
        let head = before.strip_suffix(['在', '以'])?;
        let subject =
            self.subject(left, head).filter(|_| after.is_empty() || few!("，。；,;\n").begins(after))?;
        let name = &self.text[subject.clone()];
        // 违法所得数额在五万元以上，且…: without a modal it may be a condition.
        let condition = few!("额").ends(name) && !few!("应须需").ends(head) && !few!("以").ends(before);
        (topic::names_measure(name) && !condition).then(|| Found::new(i, subject, change))
    }

    /// A limit behind the clause that names what it is set to: 补助的总额，原则上不超过60万元.
    pub(super) fn limited(&self, spot: &Spot<'_>) -> Option<Found> {
        if is_limit(&self.text[spot.left.end..]) { self.limit(spot) } else { None }
    }

    #[cold]
    fn limit(&self, spot: &Spot<'_>) -> Option<Found> {
        let &Spot { i, ref left, before, after, .. } = spot;
        let whole = after.is_empty() || few!("，。；,;\n").begins(after);
        if !(whole && few!("，,").ends(&self.text[..left.start]) && subject::is_adverbial(before)) {
            return None;
        }
        // 执法人员进行检查，不得少于二人: who does it.
        let topic = self.topic(left).or_else(|| self.limited_before(left))?;
        let name = &self.text[topic.clone()];
        let doer = name.find("进行").filter(|at| *at >= 2 * '人'.len_utf8()).unwrap_or(name.len());
        let subject = topic.start..topic.start + doer;
        Some(Found::carried(i, subject, Change::To))
    }

    /// Up or down, from the two amounts.
    pub(super) fn direction(&self, base: usize, i: usize) -> Change {
        match (&self.entities[base], &self.entities[i]) {
            (Entity::Quantity(a), Entity::Quantity(b)) if a.amount.to_f64() > b.amount.to_f64() => {
                Change::DownTo
            }
            _ => Change::UpTo,
        }
    }

    /// 从34.6% before 提升到: the amount that a change starts from, and the words before it.
    pub(super) fn baseline<'t>(&self, i: usize, left: &Clause, head: &'t str) -> (&'t str, Option<usize>) {
        // 增加到2002年的18914亿元: a time may stand between the verb and the amount.
        let verb = left.start + head.len();
        let dated = i.checked_sub(1).is_some_and(|p| {
            matches!(self.entities[p], Entity::Time(_)) && self.places.range(p).start >= verb
        });
        // 由8亿元到1957年将增加为9亿元: one may stand before it, too.
        let by = i.checked_sub(1).map(|p| self.places.extent(p)).filter(|by| {
            !dated
                && matches!(&self.entities[i - 1], Entity::Time(time) if time.bound == Some(TimeBound::By))
                && by.start >= left.start
                && matches!(self.text.get(by.end..verb), Some("" | "将" | "预计"))
        });
        let between = usize::from(dated || by.is_some());
        let Some(previous) = i.checked_sub(1 + between) else { return (head, None) };
        let range = self.places.range(previous);
        let adjacent = by.map_or(left.start + gaps!().trim_end(head).len(), |by| by.start);
        let alike = match (&self.entities[previous], &self.entities[i]) {
            (Entity::Quantity(_), Entity::Quantity(_)) => true,
            (Entity::Time(a), Entity::Time(b)) => a.value.is_length() && b.value.is_length(),
            _ => false,
        };
        let of = self.text.get(self.end_of(previous)..adjacent).unwrap_or("");
        let adjoins = !has_chars(of, 4) && self.text[self.end_of(i)..].starts_with(of);
        if range.start < left.start || !alike || !adjoins || range.end > verb {
            return (head, None);
        }
        let front = &head[..range.start - left.start];
        match few!("从由").rfind(front) {
            // 分别从20%、30%提高到25%、35%
            Some(at) => (&head[..at], Some(self.row_start(previous))),
            None => (head, None),
        }
    }

    /// The same where a comma parts the amount from the verb, and what has changed: 占比由上年的30%左右，提高到50%.
    #[inline(never)]
    fn baseline_apart(&self, i: usize, left: &Clause) -> Option<(Range<usize>, usize)> {
        // 提高到2020年的50%
        let dated = i.checked_sub(1).filter(|p| matches!(self.entities[*p], Entity::Time(_)));
        let from = dated.filter(|p| self.begin_of(*p) >= left.start).unwrap_or(i).checked_sub(1)?;
        let between = self.text.get(self.places.extent(from).end..left.start)?;
        // 由2.5吨煤，降低到2.3吨煤: what is measured may stand behind both.
        let of = between.strip_suffix(['，', ','])?;
        let alike = self.kinds[from] == self.kinds[i] && self.quantity(from).is_some();
        if !alike || has_chars(of, 4) || !self.text[self.end_of(i)..].starts_with(of) {
            return None;
        }
        let clause = self.left(from);
        let before = self.text[clause.range()].trim_end_matches('的');
        let time = from
            .checked_sub(1)
            .map(|p| self.places.range(p))
            .filter(|time| time.start >= clause.start && time.end == clause.start + before.len());
        let front = time.map_or(&self.text[clause.range()], |time| &self.text[clause.start..time.start]);
        let head = gaps!().trim_end(front).strip_suffix(['从', '由'])?;
        let subject = self.subject(&clause, head).or_else(|| self.carry(&clause))?;
        Some((subject, from))
    }

    /// The subject of the clause before, for one that has none of its own.
    pub(super) fn carry(&self, left: &Clause) -> Option<Range<usize>> {
        /// 国家决定集中力量抓好 names nothing.
        static NAMELESS_VERBS: Words =
            words!["抓好", "办好", "做好", "用好", "提取", "核准", "节约", "派出", "会出现", "了", "取得",];
        let clause = self.clause_before(left);
        if let Some(topic) = self.topic_of(clause) {
            return Some(topic);
        }
        let names = |subject: &Range<usize>| !NAMELESS_VERBS.ends(&self.text[subject.clone()]);
        if let Some(last) = self.last() {
            if let Some(own) = self.goes_on(&clause) {
                return Some(own);
            }
            return Some(self.outside(last).subject.clone()).filter(names);
        }
        // The verb that the clause has, with its subject.
        let at = change::first_change(&self.text[clause.range()])?;
        let head = &self.text[clause.start..clause.start + at];
        // 提高企业退休人员基本养老金，人均每年增长10%: without a subject, what the verb acts on.
        let subject = self.subject(&clause, head).or_else(|| {
            let object = change::behind_change(&self.text[clause.start + at..clause.end]);
            let object = object.filter(|name| topic::names_measure(name) && subject::is_measurable(name))?;
            Some(self.place(object))
        });
        subject.filter(names)
    }

    /// The measure of a clause before that tells of its change and of no amount: 港口吞吐量稳步增长，达到6亿吨.
    #[cold]
    fn goes_on(&self, clause: &Clause) -> Option<Range<usize>> {
        let text = &self.text[clause.range()];
        let at = change::first_change(text)?;
        let amounts = self.start_of(clause.entities) < clause.end
            || clause
                .entities
                .checked_sub(1)
                .is_some_and(|n| self.end_of(n) > clause.start && self.quantity(n).is_some());
        let ends = change::behind_change(&text[at..]).is_some_and(str::is_empty);
        let subject = self.subject(clause, &text[..at]).filter(|_| ends && !amounts)?;
        topic::names_measure(&self.text[subject.clone()]).then_some(subject)
    }

    /// The target before one that stands in a bracket behind it: 产量5万吨（其中春茶2万吨），增长6%.
    fn outside<'f>(&'f self, last: &'f Found) -> &'f Found {
        let end = self.end_of(last.entity);
        if !few!("）)").begins(gap(head(&self.text[end..], 16))) {
            return last;
        }
        let front = &self.text[..last.subject.start.min(self.begin_of(last.entity))];
        let near = tail(front, 16);
        let Some(open) = few!("（(").rfind(near).map(|at| front.len() - near.len() + at) else {
            return last;
        };
        let before = (1..4).filter_map(|n| self.last_but(n)).find(|found| self.end_of(found.entity) <= open);
        let adjoins = |found: &&Found| {
            let between = &self.text[self.end_of(found.entity)..open];
            between.len() <= 48 && gap(between).is_empty()
        };
        before.filter(adjoins).unwrap_or(last)
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

    /// A verb of action before the amount and a noun behind it: 支持11个试验区.
    pub(super) fn acted(&self, spot: &Spot<'_>) -> Option<Found> {
        let &Spot { i, ref left, before, .. } = spot;
        let noun = spot.noun.clone().or_else(|| self.measured(spot)).filter(|n| {
            let name = &self.text[n.clone()];
            // 抓好两件事：… announces what follows.
            let announces = !has_chars(name, 3) && few!("：:").begins(&self.text[n.end..]);
            // 通达80个国家的200个港口: the first amount says which ports.
            let attribute = self.text[n.end..].starts_with('的')
                && self.quantity(i + 1).is_some()
                && self.begin_of(i + 1) <= n.end + '的'.len_utf8();
            // 守住耕地不少于3万亩这条红线 has its name before it.
            !noun::is_fixed(name) && !announces && !attribute && !few!("这").begins(name)
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

    /// What is brought down to fewer, and how many there were: 手续 in 将原有的五道手续简化为两道.
    #[inline(never)]
    fn merged(&self, i: usize, left: &Clause, head: &str) -> Option<(Range<usize>, usize)> {
        /// 20个园区整合优化为8个
        static TOGETHER: Words =
            words!["整合", "优化", "整合优化", "调整", "撤并", "合并", "归并", "精简", "精简优化", "压减"];
        let previous = i.checked_sub(1).filter(|p| self.counts(*p) && self.counts(i))?;
        let start = self.begin_of(previous);
        let front = self.text.get(left.start..start)?;
        let front = strip_any_end(front, &["过去的", "原有的", "原来的", "现有的", "原有", "原来", "现有"]);
        let front = front.unwrap_or(&self.text[left.start..start]);
        let name = gap(self.text.get(self.end_of(previous)..left.start + head.len())?);
        let done = TOGETHER.strip_end(name).map(|(stem, ())| stem);
        // 将上年实施的20项措施调整为30项
        let which = few!("的").ends(front) && few!("将把").within(tail(front, 14));
        let taken = few!("将把").ends(front) || which || done.is_some() && subject::is_scope(front);
        let name = done.unwrap_or(name);
        let taken = taken && has_chars(name, 2) && !few!("的从由，、").within(name);
        taken.then(|| (self.place(name), previous))
    }

    /// What is counted where work on it is sped up: 加快6个潮汐电站建设，.
    #[inline(never)]
    fn hastened(&self, before: &str, noun: Range<usize>) -> Option<Range<usize>> {
        static WORK: Words = words![
            "建设", "改造", "创建", "扩建", "升级", "提质升级", "提档升级", "提能升级", "转型升级",
            "改造升级", "技术改造", "数字化转型", "建设运营", "应用", "推广应用",
        ];
        /// How far a use is spread: 全省规模化应用.
        static SPREAD: Words = words![PLACES, "标准化", "规模化", "常态化", "跨区域"];
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
        let rest = match own {
            Some(_) => &self.text[noun.end..],
            None => &behind[WORK.longest(behind)..],
        };
        (rest.is_empty() || few!("，。；、\n").begins(rest)).then_some(noun.start..end)
    }

    /// A noun directly before the amount: 城镇新增就业1200万人.
    pub(super) fn named(&self, spot: &Spot<'_>) -> Option<Found> {
        let &Spot { i, ref left, before, after, .. } = spot;
        // 住房15万套（间）
        let unit = after.strip_prefix('（').map_or("", |rest| head(rest, 4));
        let after = unit.find('）').map_or(after, |at| &after['（'.len_utf8() + at + '）'.len_utf8()..]);
        // 专利方面5项：… announces.
        if few!("：:").begins(after) && spot.counts() {
            return None;
        }
        let ends_clause = after.is_empty()
            || few!("，。；、！？,;)）\n：:”（(").begins(after)
            || is_read_dot(&self.text[spot.end..])
            || action::goes_on_after_amount(after)
            || self.ends_at_blank(i, before)
            || self.ends_row(spot, after)
            || self.same_thing_follows(spot)
            || self.aims(spot, after);
        if before.is_empty() && few!("：").ends(&self.text[..left.start]) {
            return self.stated(spot, after);
        }
        if !ends_clause || before.is_empty() {
            return None;
        }
        // A verb of change that has no subject makes none itself: 一般可增产.
        let verb = change::change(before.strip_suffix('了').unwrap_or(before));
        if verb.is_some_and(|(head, _, copula)| !copula || subject::subject_before(head).is_none()) {
            return None;
        }
        let words = self.behind_time(left, before);
        let (words, change) = change::leading_change(subject::behind_verb(words));
        // 增加客车1437辆，修复145辆; 新开工3万套，基本建成2万套; 借款共10亿元，已经偿还了8亿元
        let done =
            strip_any(words, &["基本", "全部", "实际", "争取", "力争", "计划", "预计"]).unwrap_or(words);
        let deed = action::is_action(done) || matches!(done, "建成" | "竣工" | "完工");
        let subject = subject::subject_before(words);
        if deed || subject.map_or(words.ends_with('了'), action::is_action) {
            let last = self.last().filter(|last| self.kinds[last.entity] == spot.kind);
            if let Some(last) = last {
                let subject = last.subject.clone();
                // 开工120个项目，争取建成50个
                let counted = last.change == Change::Count && spot.counts();
                let change = if counted { Change::Count } else { Change::To };
                return Some(Found::carried(i, subject, change));
            }
            // 全年共造林, 累计扩招: what was done may stand alone where more is said of it.
            if deed {
                return None;
            }
        }
        // 管理费用，每年不得超过总支出的10%: the clause before names it.
        let own = words.len() < before.len() && subject::is_standard(words);
        // 收入增加到40亿元，五年共计150亿元: nor has that of which all is summed up.
        let summed = || SUMS_UP.has(words) && self.subject(left, before).is_none();
        if own || subject::is_standard(before) || words.len() < before.len() && summed() {
            let limited = || self.limited_before(left).filter(|_| few!("，,").ends(&self.text[..left.start]));
            let subject = limited().or_else(|| self.carry(left))?;
            return Some(Found::carried(i, subject, Change::To));
        }
        // 总产值在2020年的基础上翻一番: the name stands before the time.
        let subject = subject.or_else(|| {
            // 用于教育的支出五年累计
            let name = self
                .subject(left, before)
                .filter(|_| words.ends_with("基础上") || words.ends_with("基数上") || SUMS_UP.has(words))?;
            self.text.get(name)
        });
        // 两年共增产粮食: what grows stands behind the verb.
        let subject = subject?;
        let (subject, change) = match change::leading_change(subject) {
            (rest, grows) if change.is_none() && !few!("的").begins(rest) => (rest, grows),
            _ => (subject, change),
        };
        let persons = matches!(spot.quantity.unit.as_str(), "人" | "名");
        let subject = if persons { subject::appointed(subject) } else { subject };
        let end = self.place(subject).end;
        // 跨越3个千亿元台阶: the amount before it counts it, and is no name.
        let counted = i.checked_sub(1).is_some_and(|p| {
            self.quantity(p).is_some() && self.places.range(p).start < end && self.places.range(p).end >= end
        });
        // 巷道的净宽，其宽度不得小于4米: a limit makes a target of what else describes.
        let limited = || subject::is_dimension(subject) && is_limit(&self.text[left.end..]);
        if counted || !(subject::is_measurable(subject) || limited()) {
            return None;
        }
        let change = match change {
            Some(true) => Change::UpBy,
            Some(false) => Change::DownBy,
            None => Change::To,
        };
        Some(Found::new(i, self.place(subject), change))
    }

    /// What a line names and then gives alone: 补贴标准：8000元。
    #[inline(never)]
    fn stated(&self, spot: &Spot<'_>, after: &str) -> Option<Found> {
        static LIMIT_NAMES: Words = words!["标准", "额度", "限额", "上限", "金额", "名额"];
        let alone = after.is_empty() || few!("。；\n").begins(after);
        if !alone || spot.counts() {
            return None;
        }
        let clause = self.clause_before(&spot.left);
        let opens = few!("。\n：").close(gaps!().trim_end(&self.text[..clause.start]));
        let subject = self.topic(&spot.left).filter(|_| opens)?;
        LIMIT_NAMES.strip_end(&self.text[subject.clone()])?;
        Some(Found::carried(spot.i, subject, Change::To))
    }

    /// Whether a blank stands for the end of a clause, as it does in headlines: 税收收入增幅3.5% 失业率4.2%.
    fn ends_at_blank(&self, i: usize, before: &str) -> bool {
        self.behind_blank(i).is_some_and(|behind| behind.starts_with(|c| is_han(c) || c == '《'))
            && topic::names_measure(before)
    }

    /// Whether a task or goal is named by what it changes: 实现总产值翻两番的目标, 完成裁减员额20万的任务.
    pub(super) fn aims(&self, spot: &Spot<'_>, after: &str) -> bool {
        static AIMED_AT: Words = words!["目标", "任务", "宏伟目标", "战略目标", "奋斗目标", "预定目标"];
        // 比2000年翻一番奠定基础
        static LAYS_BASE: Words = words!["奠定", "打下", "打好", "要求", "基础"];
        let doubles = self.doubles(spot);
        let behind = after.strip_prefix('的').unwrap_or(after);
        (AIMED_AT.begins(behind) || doubles && LAYS_BASE.begins(behind))
            && (doubles || change::leading_change(subject::behind_verb(spot.before)).1.is_some())
    }

    /// Whether an amount has its verb in it: 翻一番.
    fn doubles(&self, spot: &Spot<'_>) -> bool {
        self.text[spot.start..].starts_with('翻')
    }
}
