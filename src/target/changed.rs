//! Verbs of change before an amount: 城镇化率提高到65%, 增加60万元经费.

use core::ops::Range;

use super::clause::Clause;
use super::find::{Finder, Found, Nth};
use super::spot::Spot;
use super::traces::asked;
use super::{Change, change, edges, leading, noun, phrase, subject, topic, wrapped};
use crate::few::{few, gaps};
use crate::script::simplified;
use crate::time::TimeBound;
use crate::token::{gap, has_chars, has_end, has_start, head, is_han, strip_any_end, tail};
use crate::unit::UnitKind;
use crate::words::{BothWays, Endings, Words, both_ways, endings, words};

/// Nouns behind an amount and 的 that only say what the amount is: 达到8%的目标, 突破百亿的大关.
static HEADS: Words = words![
    "目标", "要求", "水平", "速度", "情况", "高", "任务", "规模", "政策", "计划", "成绩", "历史", "台阶",
    "关口", "基础", "同时", "前提", "标准", "区间", "范围", "成果", "佳绩", "大关", "指标", "规定", "限度",
    "程度", "增", "幅度", "多", "较高", "新", "间隔", "比例", "比重", "好", "战绩", "成效", "纪录", "记录",
    "最高", "时候", "地步", "门槛", "底线", "红线",
];

/// Names of what is itself so many per cent.
static RATES: Endings =
    endings!["率", "比重", "占比", "比例", "百分比", "份额", "速", "速度", "幅", "幅度", "覆盖面"];

/// How a change goes over into another.
static TURNS: BothWays = both_ways!["转为", "转变为", "变为", "转"];

/// How many characters before the verb of the first 由 stands.
const TURNED_FROM: usize = 8;

/// The verb of change or copula before an amount.
struct Verb<'t> {
    /// The words up to it, and those before it.
    stem: &'t str,
    head: &'t str,
    change: Change,
    /// 为 and 是 tie the amount only with a name before them.
    copula: bool,
}

impl Verb<'_> {
    fn word(&self) -> &str {
        &self.stem[self.head.len()..]
    }
}

/// Names of aims that say nothing of what is aimed at.
static GOALS: Words = words!["目标", "预期目标", "年度目标", "全年目标", "计划目标", "目标值", "底目标"];

/// Places and people by which a measure is told apart.
static PARTS: Words = words![
    "城市", "农村", "城镇", "乡村", "男性", "女性", "市区", "郊区", "县城", "全国", "全省", "全市", "全县",
    "全区", "东部", "中部", "西部", "东部地区", "中部地区", "西部地区", "城市居民", "农村居民", "城镇居民",
    "平原", "山区",
];

impl Finder<'_> {
    /// A verb of change directly before the amount.
    pub(super) fn changed(&self, spot: &Spot<'_>) -> Option<Found> {
        let &Spot { i, ref left, .. } = spot;
        if few!("至到达").ends(spot.before)
            && let Some(found) = self.onward(spot)
        {
            return Some(found);
        }
        let Some(verb) = self.verb(spot) else {
            return if few!("至到").ends(spot.before) { self.moved_to(spot) } else { None };
        };
        if self.ties_nothing(spot, &verb) {
            return None;
        }
        if verb.word() == "提升"
            && let Some(found) = self.improved(spot, verb.head)
        {
            return Some(found);
        }
        if few!("为转").ends(verb.head)
            && let Some(base) = self.turned_from(spot, &verb)
        {
            return self.turned(spot, &verb, base);
        }
        let change = verb.change;
        let moves = matches!(change, Change::UpTo | Change::DownTo);
        let head = verb.head.strip_suffix('新').unwrap_or(verb.head);
        if moves && let Some((noun, base)) = self.merged(i, left, head) {
            return Some(Found { baseline: Some(Nth::of(base)), ..Found::new(i, noun, change) });
        }
        let (head, baseline) = self.baseline(i, left, head);
        // 占比由上年的30%，大幅提高到50%
        if moves
            && phrase::is_adverbial(head)
            && let Some((subject, base)) = self.baseline_apart(i, left)
        {
            let carried = subject.end <= self.left(base).start;
            return Some(Found { baseline: Some(Nth::of(base)), carried, ..Found::new(i, subject, change) });
        }
        if let Some(own) = self.of_itself(spot, &verb) {
            return Some(Found::new(i, own, Change::To));
        }
        let (subject, carried) = self.what_changes(spot, &verb, head)?;
        let change = match (change, baseline) {
            (Change::To, Some(base)) => self.direction(base, i),
            // 达到预算的95% is no rate of growth.
            (Change::To, None)
                if carried && spot.kind == UnitKind::Percent && !few!("的").ends(spot.before) =>
            {
                self.by_as_much(i, &subject).unwrap_or(change)
            }
            (change, _) => change,
        };
        Some(Found { baseline: baseline.map(Nth::of), carried, ..Found::new(i, subject, change) })
    }

    /// What there is more or less of than in an earlier year: 就业预期目标比去年多100万人; 比全省多 compares with others.
    #[cold]
    pub(super) fn than_before(&self, spot: &Spot<'_>) -> Option<Found> {
        if !spot.seen.may_have(asked!("比较")) {
            return None;
        }
        let stem = spot.before.trim_end_matches(['了', '出']);
        let change = match stem.chars().next_back()? {
            '多' | '高' | '快' => Change::UpBy,
            '少' | '低' | '慢' => Change::DownBy,
            _ => return None,
        };
        let than = stem[..stem.len() - '多'.len_utf8()].trim_end_matches(['略', '稍', '还', '要', '又']);
        let end = spot.left.start + than.len();
        let time = self.ended(spot.left.entities, end).checked_sub(1).filter(|n| self.time(*n).is_some())?;
        let time = self.places.extent(time);
        let of = self.text.get(time.end..end).filter(|_| time.start >= spot.left.start)?;
        if !matches!(gaps!().trim(of), "" | "同期" | "同月" | "同季" | "末" | "底") {
            return None;
        }
        let head = gaps!().trim_end(&self.text[spot.left.start..time.start]).strip_suffix(['比', '较'])?;
        let own = self.subject(&spot.left, head).map(|subject| (subject, false));
        let (subject, carried) = own.or_else(|| Some((self.carry(&spot.left)?, true)))?;
        Some(Found { carried, ..Found::new(spot.i, subject, change) })
    }

    /// Whether a change goes over into another: 由下降5% before 转为增长3%.
    #[cold]
    fn turns(&self, spot: &Spot<'_>, verb: &Verb<'_>) -> bool {
        let behind = TURNS.strip(&self.text[self.end_of(self.row_end(spot.i))..]);
        behind.is_some_and(|(behind, ())| change::behind_change(behind).is_some())
            && few!("由从").within(tail(verb.head, TURNED_FROM))
    }

    /// The last amount of the change that another one goes over from.
    #[cold]
    fn turned_from(&self, spot: &Spot<'_>, verb: &Verb<'_>) -> Option<usize> {
        let (front, ()) = TURNS.strip_end(verb.head)?;
        let last = spot.i.checked_sub(1).filter(|last| self.quantity(*last).is_some())?;
        (self.end_of(last) == spot.left.start + front.len()).then_some(last)
    }

    /// The change that another one goes over into, of what that one is said of: 由下降5%转为增长3%.
    #[cold]
    fn turned(&self, spot: &Spot<'_>, verb: &Verb<'_>, last: usize) -> Option<Found> {
        let head = self.text.get(spot.left.start..self.begin_of(self.row_start(last)))?;
        let (head, ..) = change::change(gaps!().trim_end(head)).filter(|(.., copula)| !copula)?;
        // 从上年的下降5%
        let near = tail(head, TURNED_FROM);
        let head = &head[..head.len() - near.len() + few!("由从").rfind(near)?];
        let (subject, carried) = match self.subject(&spot.left, head) {
            Some(own) => (own, false),
            None => (self.carry(&spot.left)?, true),
        };
        Some(Found { carried, ..Found::new(spot.i, subject, verb.change) })
    }

    /// The verb where it has in it what it changes, with those whose that is; but for whom it is done is no part of it:
    /// 农民增收 in 农民增收500元, 减负 in 为企业减负1亿元.
    fn of_itself(&self, spot: &Spot<'_>, verb: &Verb<'_>) -> Option<Range<usize>> {
        if few!("负收排").ends(verb.stem) { self.with_verb(spot, verb) } else { None }
    }

    #[cold]
    fn with_verb(&self, spot: &Spot<'_>, verb: &Verb<'_>) -> Option<Range<usize>> {
        /// 二氧化碳减排5万吨: that is what there is less of.
        static EMITTERS: Endings =
            endings!["企业", "单位", "行业", "园区", "项目", "地区", "部门", "领域", "工业", "交通", "建筑"];
        let word = verb.word();
        let head = gaps!().trim_end(verb.head);
        let end = spot.left.start + verb.stem.len();
        if word == "减排" && matches!(head, "碳" | "硫" | "氮") {
            return Some(spot.left.start..end);
        }
        let subject = self.subject(&spot.left, head)?;
        let name = &self.text[subject.clone()];
        let own = match word {
            "减负" | "增收" => !topic::names_measure(name),
            "减排" => EMITTERS.ends(name),
            _ => false,
        };
        // 农民人均增收1200元
        let mean = self.text.get(subject.end..spot.left.start + head.len())?;
        if !(own && matches!(gaps!().trim(mean), "" | "人均" | "户均" | "年均" | "平均")) {
            return None;
        }
        let front = &self.text[spot.left.start..subject.start];
        let served = few!("为给让使助").ends(front) || has_end(front, &["帮助", "带动", "促进"]);
        Some(if served { subject.end..end } else { subject.start..end })
    }

    /// The verb of change or copula before an amount, behind which a mean, a standard or a rate may stand.
    fn verb<'t>(&self, spot: &Spot<'t>) -> Option<Verb<'t>> {
        let before = spot.before;
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
            None if spot.is_points() => change::pace(stem),
            // 补贴每人每月最高为200元
            found @ Some((head, ..)) if has_end(head, &["最高", "最低", "最多", "最少"]) => found,
            found if !spot.seen.may_have(asked!("每")) => found,
            // 补贴标准为每平方米37元
            found => change::without_rate(stem).map_or(found, change::change),
        }?;
        Some(Verb { stem, head, change, copula })
    }

    /// What a change by the amount before comes to: 失业率下降0.2个百分点至5%, 利润增长12%达到30亿元.
    fn onward(&self, spot: &Spot<'_>) -> Option<Found> {
        let last = self.last().filter(|last| last.entity + 1 == spot.i)?;
        let to = match last.change {
            Change::UpBy => Change::UpTo,
            Change::DownBy => Change::DownTo,
            _ => return None,
        };
        let between = gaps!("\n、").trim(self.text.get(self.end_of(last.entity)..spot.left.end)?);
        let change = match between {
            "至" | "到" => to,
            // 增长5%、达到…, and 降低5%降至…
            _ => change::change(between).filter(|(rest, _, copula)| rest.is_empty() && !copula)?.1,
        };
        Some(Found::carried(spot.i, last.subject.clone(), change))
    }

    /// A measure between its verb of change and the amount it comes to: 提高持卡率至95%, 下调缴费比例至16%.
    #[cold]
    fn moved_to(&self, spot: &Spot<'_>) -> Option<Found> {
        let words = spot.before.strip_suffix(['至', '到'])?;
        let (measure, change) = change::transitive(words)?;
        let change = match change {
            Change::UpBy => Change::UpTo,
            Change::DownBy => Change::DownTo,
            _ => return None,
        };
        let measure = gaps!("了").trim(measure);
        // 上调增速至6%, 调高增长预测至3.7%
        let names =
            topic::names_measure(measure) || few!("速幅价").ends(measure) || change::FORECASTS.ends(measure);
        let measured = names && phrase::is_measurable(measure) && has_chars(measure, 2);
        measured.then(|| Found::new(spot.i, self.place(measure), change))
    }

    /// Whether what looks like a verb of change is none, or ties the amount to nothing.
    fn ties_nothing(&self, spot: &Spot<'_>, verb: &Verb<'_>) -> bool {
        says_which(spot, verb)
            || verb.change == Change::UpBy && self.counts_aspects(spot)
            || verb.copula && self.has_no_name(spot, verb.head)
            || verb.copula && spot.kind == UnitKind::Multiple && self.is_times_another(spot, verb)
            || spot.seen.may_have(asked!("由从")) && self.turns(spot, verb)
            || acts(spot, verb)
            // 新增 acts where a noun follows it.
            || verb.head.ends_with('新') && self.counted_or_measured(spot).is_some()
    }

    /// Whether an amount counts the aspects that words before it list, of which the last looks like a verb: 改革、创新、提升三方面.
    fn counts_aspects(&self, spot: &Spot<'_>) -> bool {
        spot.noun.as_ref().is_some_and(|noun| noun::is_fixed(&self.text[noun.clone()]))
            || spot.quantity.unit.as_str() == "方面"
    }

    /// Whether so many times something are only compared with it: 产值为全国的3倍, but not 产值将为2010年的3倍, which is aimed at.
    #[cold]
    fn is_times_another(&self, spot: &Spot<'_>, verb: &Verb<'_>) -> bool {
        let aimed = || {
            let first = self.ended(spot.i, self.sentence);
            let by = |n: usize| self.time(n).is_some_and(|time| time.bound == Some(TimeBound::By));
            // 补偿标准为月工资的2倍 sets it.
            few!("将应须要可准金费款度限").ends(verb.head) || (first..spot.i).rev().take(8).any(by)
        };
        few!("的").ends(spot.before) && !aimed()
    }

    /// Whether a copula has no name before it, or is none: 为30万群众提供.
    fn has_no_name(&self, spot: &Spot<'_>, head: &str) -> bool {
        // 总量约为10万个单位: an adverb makes it a copula.
        let adverb = &spot.before[head.len()..];
        let sure = matches!(adverb, "约为" | "仅为" | "合计为" | "总计为" | "核定为" | "定为" | "拟定为");
        let serves = spot.noun.is_some() && spot.counts() && !(sure || topic::names_measure(head));
        // 租金按成本价的六成确定，为每平方米9元: both are of the same.
        let set = || {
            let last = self.last().filter(|last| last.entity + 1 == spot.i);
            let behind = last.and_then(|last| self.text.get(self.end_of(last.entity)..spot.left.start));
            matches!(behind, Some("确定，" | "计算，" | "核定，" | "计发，"))
        };
        // 总产值，拟定为600亿元: the clause before may be that name.
        serves || !(subject::subject_before(head).is_some() || self.topic(&spot.left).is_some() || set())
    }

    /// What an amount counts, or measures behind a verb of action.
    fn counted_or_measured(&self, spot: &Spot<'_>) -> Option<Range<usize>> {
        spot.noun.clone().or_else(|| self.measured(spot))
    }

    /// What a verb of change is said of, with such words before the verb and its baseline, and whether an earlier clause names it.
    fn what_changes(&self, spot: &Spot<'_>, verb: &Verb<'_>, head: &str) -> Option<(Range<usize>, bool)> {
        let &Spot { i, ref left, before, after, .. } = spot;
        // A hold may name its subject behind the amount: 保持10%的高增速.
        if verb.change == Change::Hold
            && let Some(rest) = after.strip_prefix('的')
            && !is_frame(gap(rest))
            && let Some(noun) = noun::held(self.text, self.text.len() - rest.len())
        {
            return Some((noun::unqualified(self.text, noun), false));
        }
        let grows = verb.change == Change::UpBy && !few!("，。、；").begins(after);
        // 广东增加15个品种: what there are more of is counted.
        if grows
            && verb.stem[head.len()..] == *"增加"
            && let Some(more) = self.added(spot)
        {
            return Some((more, false));
        }
        let priced = matches!(spot.kind, UnitKind::Currency | UnitKind::Percent | UnitKind::Rate);
        if verb.copula
            && priced
            && few!("对").within(head)
            && let Some(found) = self.for_whom(left, head)
        {
            return Some(found);
        }
        // 不良记录，每宗减10分: the clause before names it.
        if let Some(own) = self.subject(left, head) {
            if let Some(named) = self.named_before(left, verb, &self.text[own.clone()]) {
                return Some((named, true));
            }
            return if phrase::is_each(&self.text[own.clone()]) {
                self.topic(left).map(|topic| (topic, true))
            } else {
                Some((own, false))
            };
        }
        if grows && let Some(noun) = self.counted_or_measured(spot) {
            return Some((noun, false));
        }
        // 达到500亿元的产业规模
        if let Some(named) = after.strip_prefix('的')
            && let Some(name) = capacity(gap(named))
        {
            return Some((self.place(name), false));
        }
        // 惠及居民43万户，整合为243个项目: these are what comes of it.
        if verb.change == Change::DownTo
            && matches!(verb.word(), "整合为" | "合并为" | "归并为")
            && let Some(noun) = &spot.noun
        {
            return Some((noun.clone(), false));
        }
        let respective = few!("分").within(before).then(|| self.respective(i)).flatten();
        let subject = respective.or_else(|| self.carry(left))?;
        (!self.is_of_growth(spot, verb, &subject) && !self.is_of_share(spot)).then_some((subject, true))
    }

    /// What was named before, where the words before a verb of change are no name of it.
    fn named_before(&self, left: &Clause, verb: &Verb<'_>, own: &str) -> Option<Range<usize>> {
        // 建屋量，包括简约公屋，将达18万个
        let taken_in = has_start(own, &["包括", "包含", "连同"]);
        if taken_in
            && let Some(topic) =
                self.topic(left).filter(|topic| topic::names_measure(&self.text[topic.clone()]))
        {
            return Some(topic);
        }
        // 并网量约15GW、年底目标为18GW
        if GOALS.has(own)
            && let Some(last) = self.last()
        {
            return Some(last.subject.clone());
        }
        // 人均居住面积，城市达到6平方米，农村达到18平方米
        if verb.change == Change::To && PARTS.has(own) { self.of_part(left) } else { None }
    }

    /// The measure that is told apart by places or people, in the clause before or before the last target of the sentence.
    #[cold]
    fn of_part(&self, left: &Clause) -> Option<Range<usize>> {
        let measure = |name: &Range<usize>| topic::names_measure(&self.text[name.clone()]);
        self.topic(left).filter(measure).or_else(|| {
            let last = self.last().filter(|last| last.carried && last.change == Change::To)?;
            let between = self.text.get(self.end_of(last.entity)..left.start)?;
            matches!(gaps!().trim(between), "，" | "、" | "," | "；")
                .then(|| last.subject.clone())
                .filter(measure)
        })
    }

    /// Whether percentage points are those of the growth that the clause before reports, which has no name: 产值增长5%，
    /// 比上季度回落2个百分点. But 就业率增长5%，提高2个百分点 is of a rate.
    fn is_of_growth(&self, spot: &Spot<'_>, verb: &Verb<'_>, subject: &Range<usize>) -> bool {
        let by = |change| matches!(change, Change::UpBy | Change::DownBy);
        spot.is_points()
            && by(verb.change)
            && self.last().is_some_and(|last| by(last.change))
            && !RATES.ends(&self.text[subject.clone()])
    }

    /// Whether percentage points are those of a share that the clause before reports, which has no name: 占全部单位的74.7%，
    /// 比2008年提高5.7个百分点. But 所占比重为7%，提高2个百分点 is of the 比重.
    #[cold]
    fn is_of_share(&self, spot: &Spot<'_>) -> bool {
        let near = || (spot.i.saturating_sub(2)..spot.i).rev().find(|n| self.quantity(*n).is_some());
        let share = if spot.is_points() { near() } else { None };
        let Some(share) = share.filter(|n| self.kinds[*n] == UnitKind::Percent) else { return false };
        let clause = self.left(share);
        let words = &self.text[clause.range()];
        self.clause_before(&spot.left).start == clause.start
            && few!("占").within(words)
            && !few!("比份").within(words)
    }

    /// How what is no rate changes, where it is said to reach a rate behind another one: 产值增长6%，争取达到7%.
    #[cold]
    fn by_as_much(&self, i: usize, subject: &Range<usize>) -> Option<Change> {
        let last = self.last().filter(|last| last.entity + 1 == i && last.subject == *subject)?;
        let by = matches!(last.change, Change::UpBy | Change::DownBy);
        let rates = self.kinds[last.entity] == UnitKind::Percent;
        (by && rates && !RATES.ends(&self.text[subject.clone()])).then_some(last.change)
    }

    /// The measure that an amount is of, where the words before a copula only say for whom: 罚款数额，对单位为5万元，对个人为500元.
    #[cold]
    fn for_whom(&self, left: &Clause, head: &str) -> Option<(Range<usize>, bool)> {
        let at = few!("对").rfind(head)?;
        let (name, whom) = (gaps!().trim_end(&head[..at]), &head[at + '对'.len_utf8()..]);
        let persons = has_chars(whom, 2)
            && !has_chars(whom, 13)
            && !few!("应针相面绝核反校").ends(name)
            && few!("位人民业生员工庭户者司构织童象区县市省村校师").ends(whom)
            && whom.chars().all(is_han)
            && !few!("的").within(whom);
        if !persons {
            return None;
        }
        if phrase::is_adverbial(name) {
            return self.carry(left).map(|subject| (subject, true));
        }
        let own = self.subject(left, name)?;
        topic::names_measure(&self.text[own.clone()]).then_some((own, false))
    }

    /// What there is more of, behind its amount.
    fn added(&self, spot: &Spot<'_>) -> Option<Range<usize>> {
        let more = spot.noun.clone().filter(|_| spot.counts()).or_else(|| self.sum(spot))?;
        let name = &self.text[more.clone()];
        (has_chars(name, 2) && leading::leading(name) == 0).then_some(more)
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
        let sized =
            sized || matches!(&*simplified(spot.quantity.unit.as_str()), "户" | "套" | "座" | "处" | "间");
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

    /// Whether an amount has its verb in it: 翻一番.
    pub(super) fn doubles(&self, spot: &Spot<'_>) -> bool {
        self.text[spot.start..].starts_with('翻')
    }
}

/// Whether what is behind a hold only says that its amount is low or in order: 控制在2%左右的合理区间.
fn is_frame(behind: &str) -> bool {
    static ORDERLY: Words = words![
        "较低", "较高", "很低", "很高", "合理", "适度", "适当", "正常", "良好", "平稳", "低", "高", "高位",
        "低位", "历史低", "历史较低", "历史高", "安全", "可控", "温和", "中高", "中低", "较为合理",
        "相对较低", "相对较高", "相对稳定", "稳定", "先进", "领先", "国际先进", "国内领先",
    ];
    ORDERLY
        .strip(behind)
        .is_some_and(|(frame, ())| has_start(frame, &["的水平", "水平", "区间", "范围", "的区间", "的范围"]))
}

/// The name of a size that a text begins with, up to the end of its clause: 产业规模, 年生产能力.
fn capacity(text: &str) -> Option<&str> {
    static SIZES: Endings = endings!["规模", "能力", "产能", "水平"];
    let clause = head(text, 12);
    let name = &clause[..clause.find(|c| !is_han(c)).unwrap_or(clause.len())];
    let whole = few!("，。；、（,;\n").begins(&text[name.len()..]) || name.len() == text.len();
    (whole && SIZES.ends(name) && has_chars(name, 4) && leading::leading(name) == 0).then_some(name)
}

/// Whether the amount behind a verb says which ones something is said of: 注册资本达5亿元的企业.
fn says_which(spot: &Spot<'_>, verb: &Verb<'_>) -> bool {
    let which = spot.after.strip_prefix(['的', '之']);
    // What new works can make is meant to be: 建设产能达到5万吨的生产线.
    verb.change == Change::To
        // 介于4%至5%之间
        && !spot.after.starts_with("之间")
        && which.is_some_and(|named| !HEADS.begins(gap(named)) && capacity(gap(named)).is_none())
        && !has_end(verb.head, &["生产能力", "产能"])
}

/// Whether a verb acts, and the noun follows: 实现1亿人落户, 完成3项任务.
fn acts(spot: &Spot<'_>, verb: &Verb<'_>) -> bool {
    spot.noun.is_some() && matches!(verb.word(), "实现" | "完成") && !spot.after.starts_with('的')
}
