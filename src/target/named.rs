//! A name before an amount without a verb: 城镇新增就业1200万人, 补贴标准：8000元.

use super::clause::Clause;
use super::find::{Finder, Found};
use super::lexicon::SUMS_UP;
use super::spot::Spot;
use super::{Change, action, change, edges, leading, phrase, ruled, subject, topic};
use crate::few::{few, gaps};
use crate::quantity::{Bound, Quantity};
use crate::token::{gap, has_chars, has_end, has_start, head, is_han, strip_any};
use crate::unit::UnitKind;
use crate::words::{Endings, Words, endings, words};

/// Whether a text begins with a dot that a full stop was read as: 造林2万亩· 1995年，…; no digits of the amount follow.
fn is_read_dot(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('·') else { return false };
    matches!(gap(rest).bytes().take_while(u8::is_ascii_digit).count(), 0 | 4)
}

/// What stands behind the second unit in brackets of an amount: 住房15万套（间）.
fn behind_unit(after: &str) -> &str {
    let unit = after.strip_prefix('（').map_or("", |rest| head(rest, 4));
    unit.find('）').map_or(after, |at| &after['（'.len_utf8() + at + '）'.len_utf8()..])
}

/// What may stand behind a sum that its noun precedes: for what it is, 筹集资金3亿元全部用于改造, or that the clause goes on,
/// 奖励2万元且不超过.
static BEHIND_SUM: Words = words!["且", "用于", "全部用于", "专项用于", "主要用于", "重点用于"];

/// What money is spent on, behind the sum: 安排资金2亿元支持企业改造.
static SPENT_ON: Words = words![
    "支持", "重点支持", "扶持", "用以", "用来", "实施", "建设", "新建", "推进", "推动", "改造", "开展",
];

/// Whether some words say what was done and nothing of what: 修复 in 增加客车1437辆，修复145辆; 基本建成.
fn is_deed_alone(words: &str) -> bool {
    static BEFORE_DEED: [&str; 13] = [
        "先行", "率先", "基本", "全部", "实际", "争取", "力争", "计划", "预计", "全年", "年内", "当年", "再",
    ];
    let done = strip_any(words, &BEFORE_DEED).unwrap_or(words);
    // 完成改造
    let done = done.strip_prefix("完成").filter(|work| !work.is_empty()).unwrap_or(done);
    action::is_action(done)
        || matches!(done, "建成" | "竣工" | "完工" | "建成投产" | "建成投用" | "建成通车" | "投产")
}

/// What is done with cases, which an earlier clause names.
static RECEIVED: Words = words!["接报", "受理", "审结", "办结"];

/// Whether some words name what is aimed at behind the verb of reaching it: 超额完成城镇新增就业, 实现高职院校扩招.
#[cold]
fn achieves(before: &str) -> bool {
    let object = subject::behind_verb(before);
    (object.len() < before.len() || before.contains("新增"))
        && has_chars(object, 3)
        && !action::is_action(object)
        && !few!("的").ends(object)
}

impl Finder<'_> {
    /// What goes on to more than an amount in a clause that names nothing: 年均增长6%，到2030年突破5万亿元.
    #[cold]
    fn breached(&self, spot: &Spot<'_>) -> Option<Found> {
        let bound = self.text.get(spot.left.end..spot.start)?;
        let verb = has_start(bound, &["突破", "超过", "跨过"]);
        let own = phrase::is_adverbial(self.behind_time(&spot.left, spot.before));
        let last = self.last().filter(|last| verb && own && last.entity + 3 > spot.i)?;
        let whole = self.ends_clause(spot, behind_unit(spot.after));
        let alike = topic::names_measure(&self.text[last.subject.clone()]) && whole;
        alike.then(|| Found::carried(spot.i, last.subject.clone(), Change::To))
    }

    /// A noun directly before the amount: 城镇新增就业1200万人.
    pub(super) fn named(&self, spot: &Spot<'_>) -> Option<Found> {
        let &Spot { i, ref left, before, .. } = spot;
        let after = behind_unit(spot.after);
        if few!("突超跨").begins(&self.text[left.end..])
            && let Some(found) = self.breached(spot)
        {
            return Some(found);
        }
        // 专利方面5项：… announces.
        if few!("：:").begins(after) && spot.counts() {
            return None;
        }
        if before.is_empty() || few!("：").ends(&self.text[..left.start]) && phrase::is_adverbial(before) {
            return if few!("：").ends(&self.text[..left.start]) { self.stated(spot, after) } else { None };
        }
        if !self.ends_clause(spot, after) {
            return None;
        }
        // A verb of change that has no subject makes none itself: 一般可增产.
        let stem = before.strip_suffix('了').unwrap_or(before);
        let pace = || if spot.is_points() { change::pace(stem) } else { None };
        let verb = change::change(stem).or_else(pace);
        if verb.is_some_and(|(head, _, copula)| !copula || subject::subject_before(head).is_none()) {
            // 今年完成3000座
            let done = stem.ends_with("完成") && is_deed_alone(self.behind_time(left, stem));
            return if done { self.done_to_announced(spot) } else { None };
        }
        let words = self.behind_time(left, before);
        let (words, change) = change::leading_change(subject::behind_verb(words));
        // 全市降低采购成本5亿元
        let scoped = phrase::behind_scope(words);
        let (words, change) = match change {
            None if scoped.len() < words.len() => match change::leading_change(scoped) {
                (rest, own @ Some(_)) if has_chars(rest, 2) && !few!("的").begins(rest) => (rest, own),
                _ => (words, None),
            },
            _ => (words, change),
        };
        // 每亩补助300元, 购进羊10只补助600元
        let pays =
            spot.kind == UnitKind::Currency && change.is_none() && few!("助贴励补偿持业主户人位").ends(words);
        if pays && let Some(found) = self.given(spot, words) {
            return Some(found);
        }
        let name = subject::subject_before(words);
        let deed = is_deed_alone(words);
        // 借款共10亿元，已经偿还了8亿元
        if deed && let Some(found) = self.done_to_announced(spot) {
            return Some(found);
        }
        if deed || name.map_or(words.ends_with('了'), action::is_action) {
            if let Some(found) = self.done_to_last(spot) {
                return Some(found);
            }
            // 全年共造林, 累计扩招: what was done may stand alone where more is said of it.
            if deed {
                return None;
            }
        }
        // 楼梯净宽，一边临空时不应小于0.75米
        if edges::is_when(words) {
            let subject = self.limited_before(left).or_else(|| self.carry(left))?;
            return Some(Found::carried(i, subject, Change::To));
        }
        // 盗抢类警情持续下降，上半年共接报305起
        if spot.counts() && few!("报理结").ends(words) && RECEIVED.has(scoped) {
            return self.carry(left).map(|subject| Found::carried(i, subject, Change::To));
        }
        // 不良记录，每次扣5分
        if few!("每").begins(words) && phrase::is_each(words) {
            return self.topic(left).map(|topic| Found::carried(i, topic, Change::To));
        }
        if self.is_of_named(spot, words) {
            let limited = || self.limited_before(left).filter(|_| few!("，,").ends(&self.text[..left.start]));
            let subject = limited().or_else(|| self.carry(left))?;
            return Some(Found::carried(i, subject, Change::To));
        }
        if let Some(found) = self.exceeded(spot, words) {
            return Some(found);
        }
        let name = name.or_else(|| self.named_before_time(left, before, words))?;
        // 两年共增产粮食: what grows stands behind the verb.
        let (name, change) = match change::leading_change(name) {
            (rest, grows) if change.is_none() && !few!("的").begins(rest) => (rest, grows),
            _ => (name, change),
        };
        let name = if spot.kind == UnitKind::Currency { phrase::payer(name) } else { name };
        let persons = matches!(spot.quantity.unit.as_str(), "人" | "名");
        let name = if persons { subject::appointed(name) } else { name };
        // 巷道的净宽，其宽度不得小于4米: a limit makes a target of what else describes.
        let limited = || {
            phrase::is_dimension(name)
                && (ruled::is_limit(&self.text[left.end..]) || ruled::binds(before, spot.quantity.bound))
        };
        let name = if self.is_cut(i, name) { self.second(i, name) } else { name };
        if self.ends_in_amount(i, name) || !(phrase::is_measurable(name) || limited()) {
            return if few!("包含").begins(name) { self.told_apart(spot, name) } else { None };
        }
        let change = match change {
            Some(true) => Change::UpBy,
            Some(false) => Change::DownBy,
            None => self.change_of_row(spot, name).unwrap_or(Change::To),
        };
        Some(Found::new(i, self.place(name), change))
    }

    /// The name of a second amount that 及 joins to the first: 候补委员 in 委员九人及候补委员三人.
    #[cold]
    fn second<'t>(&self, i: usize, name: &'t str) -> &'t str {
        let alike = i.checked_sub(1).filter(|p| {
            self.quantity(*p).is_some_and(|first| self.quantity(i).is_some_and(|q| q.unit == first.unit))
        });
        let behind = alike.and_then(|p| name.get(self.end_of(p).checked_sub(self.place(name).start)?..));
        let second = behind.and_then(|rest| strip_any(gap(rest), &["以及", "及", "和", "与", "并"]));
        second.filter(|second| has_chars(second, 2)).unwrap_or(name)
    }

    /// The first of some things that are told apart with an amount each: 包括土建5亿元、设备3亿元.
    #[cold]
    fn told_apart(&self, spot: &Spot<'_>, name: &str) -> Option<Found> {
        let first = strip_any(name, &["包括", "包含", "含"]).filter(|first| has_chars(first, 2))?;
        let (next, end) = (spot.i + 1, self.end_of(spot.i));
        let alike = self.quantity(next).is_some() && self.kinds[next] == spot.kind;
        let between = self.text.get(end..self.begin_of(next)).filter(|_| alike)?;
        let second = strip_any(between, &["、", "，", "；", "和", "及", "以及"])?;
        let whole = has_chars(second, 2) && !has_chars(second, 16) && second.chars().all(is_han);
        (whole && phrase::is_measurable(first)).then(|| Found::new(spot.i, self.place(first), Change::To))
    }

    /// The change of the target before, whose verb acts on a name that a comma alone parts from it:
    /// 减少税负30亿元、收费20亿元; 增加客车20台，货车30台.
    #[inline(never)]
    fn change_of_row(&self, spot: &Spot<'_>, name: &str) -> Option<Change> {
        let whole =
            few!("、，,").ends(&self.text[..spot.left.start]) && self.place(name).start == spot.left.start;
        let last = self.last().filter(|last| whole && last.entity + 1 == spot.i)?;
        if !matches!(last.change, Change::UpBy | Change::DownBy) || last.carried {
            return None;
        }
        // 税负减少30亿元、…: the verb stands behind its name.
        let adjoins = gaps!().trim(self.text.get(last.subject.end..self.begin_of(last.entity))?).is_empty();
        let row = few!("、").ends(&self.text[..spot.left.start]);
        let unit = self.quantity(last.entity).is_some_and(|other| other.unit == spot.quantity.unit);
        let goes_on = adjoins && (row || unit && spot.kind != UnitKind::Percent && !name.starts_with("加上"));
        goes_on.then_some(last.change)
    }

    /// What is given for each of some people or things, or where a condition is met, and has no other name.
    #[cold]
    fn given(&self, spot: &Spot<'_>, words: &str) -> Option<Found> {
        let ends_in_amount = |front: &str| {
            let end = self.place(front).end;
            // 两项补贴 are counted.
            spot.i.checked_sub(1).is_some_and(|p| {
                let kinds = |quantity: &Quantity| few!("项項種种类類笔筆份").begins(quantity.unit.as_str());
                self.end_of(p) == end && self.quantity(p).is_some_and(|quantity| !kinds(quantity))
            })
        };
        let given = edges::given(words, ends_in_amount)?;
        // 误工补贴，每人补助300元: the clause before names it.
        let each = few!("每").begins(words) && phrase::is_each(words);
        let topic = if each { self.topic(&spot.left) } else { None };
        let carried = topic.is_some();
        Some(Found { carried, ..Found::new(spot.i, topic.unwrap_or_else(|| self.place(given)), Change::To) })
    }

    /// Whether the clause of an amount ends with it, or goes on as one does that has its name before the amount.
    fn ends_clause(&self, spot: &Spot<'_>, after: &str) -> bool {
        after.is_empty()
            || few!("，。；、！？,;)）\n：:”（(〔［[").begins(after)
            || spot.kind == UnitKind::Currency
                && (BEHIND_SUM.begins(after) || SPENT_ON.begins(after) && few!("金费款券").ends(spot.before))
            || ruled::limits_again(after)
            // 以达成率95%为目标
            || few!("为").begins(after) && has_start(after, &["为目标", "为底线", "为上限"]) && few!("以").within(spot.before)
            || is_read_dot(&self.text[spot.end..])
            // 填具申请表三份送教育局
            || few!("送报寄呈").begins(after)
                && spot.quantity.unit.as_str() == "份"
                && few!("”》表书册单证件").ends(spot.before)
            || action::goes_on_after_amount(after)
            || self.ends_at_blank(spot.i, spot.before)
            || self.ends_row(spot, after)
            || self.sum_follows(spot)
            || self.same_thing_follows(spot)
            || self.aims(spot, after)
            || few!("或").begins(after) && self.has_alternative(spot)
    }

    /// Whether another limit stands behind one: 不低于上年收入的8%或者上年支出的7%.
    #[cold]
    fn has_alternative(&self, spot: &Spot<'_>) -> bool {
        let limits = || ruled::is_limit(&self.text[spot.left.end..]) || ruled::within(spot.before);
        // 或者前三年收入的70%
        let next = spot.i + 1 + usize::from(self.quantity(spot.i + 1).is_none());
        self.quantity(next).is_some()
            && self.text.get(spot.end..self.begin_of(next)).is_some_and(ruled::is_or)
            && limits()
    }

    /// What an amount is of that was done to what the clause before announces: 推进棚户区改造，今年开工580万套.
    #[cold]
    fn done_to_announced(&self, spot: &Spot<'_>) -> Option<Found> {
        use UnitKind::{Area, Count, Length, None as Bare, Power, Volume};
        /// How such works end: what is begun or built is named with it or without it.
        static WORKS: Endings<bool> = Endings::of(&[
            ("建设", true),
            ("工程建设", true),
            ("项目建设", true),
            ("计划", true),
            ("攻坚计划", true),
            ("行动计划", true),
            ("行动", true),
            ("攻坚行动", true),
            ("攻坚", true),
            ("工程", false),
            ("提升行动", true),
            ("提升工程", true),
            ("提升计划", true),
            ("改造", false),
            ("更新", false),
            ("改造提升", false),
            ("除险加固", false),
            ("加固", false),
            ("开发", false),
            ("治理", false),
            ("整治", false),
            ("招生", false),
            ("搬迁", false),
            ("修复", false),
            ("绿化", false),
            ("造林", false),
            ("退耕还林", false),
        ]);
        if !matches!(spot.kind, Area | Count | Length | Bare | Power | Volume) {
            return None;
        }
        let clause = self.clause_before(&spot.left);
        let words = gaps!().trim(&self.text[clause.range()]);
        let last = self.ended(spot.i, clause.end);
        let amounts =
            last.checked_sub(1).is_some_and(|n| self.end_of(n) > clause.start && self.quantity(n).is_some());
        let (stem, ends) = WORKS.strip_end(words)?;
        if amounts || !few!("，,").ends(gaps!().trim_end(&self.text[..spot.left.start])) {
            return None;
        }
        let announces = leading::leading(words) > 0
            || leading::begins_in_action(words)
            || has_start(words, &["加强", "深化", "扎实", "统筹", "优化", "强化"]);
        let name = self.behind_time(&clause, if ends { stem } else { words });
        let name = subject::subject_before(name).filter(|_| announces)?;
        let name = strip_any(name, &["加强", "深化"]).unwrap_or(name);
        let name = strip_any(name, &["新一轮", "新的一轮"]).unwrap_or(name);
        let whole = has_chars(name, 2) && phrase::is_measurable(name) && !few!("的").ends(name);
        whole.then(|| Found::carried(spot.i, self.place(name), Change::To))
    }

    /// The target before one whose clause says only what was done to it: 新开工3万套，基本建成2万套.
    fn done_to_last(&self, spot: &Spot<'_>) -> Option<Found> {
        // 开工8万平方米900套，竣工3万平方米350套: two amounts of each
        let twofold = |last: &Found| {
            self.last_but(1).is_some_and(|first| {
                first.entity + 1 == last.entity
                    && first.subject == last.subject
                    && self.kinds[first.entity] == spot.kind
            })
        };
        let last = self.last().filter(|last| self.kinds[last.entity] == spot.kind || twofold(last))?;
        // 开工120个项目，争取建成50个
        let counted = last.change == Change::Count && spot.counts();
        let change = if counted { Change::Count } else { Change::To };
        Some(Found::carried(spot.i, last.subject.clone(), change))
    }

    /// Whether the words before an amount only set a limit or sum up, so that an earlier clause names what is measured.
    fn is_of_named(&self, spot: &Spot<'_>, words: &str) -> bool {
        let dated = words.len() < spot.before.len();
        // 收入增加到40亿元，五年共计150亿元: all of it is summed up.
        let summed = || SUMS_UP.has(words) && self.subject(&spot.left, spot.before).is_none();
        // 管理费用，每年不得超过总支出的10%
        dated && subject::is_standard(words) || subject::is_standard(spot.before) || dated && summed()
    }

    /// The measure that an earlier clause names of what is only said to exceed so much: 粮食总产量实现“八连增”，连续5年超万亿斤.
    fn exceeded(&self, spot: &Spot<'_>, words: &str) -> Option<Found> {
        let exceeds = spot.quantity.bound == Some(Bound::Over)
            && spot.quantity.extent.start < spot.quantity.span.start
            && has_chars(words, 2)
            && phrase::is_adverbial(words)
            && self.subject(&spot.left, spot.before).is_none();
        let subject = if exceeds { self.carry(&spot.left) } else { None }?;
        let measure = topic::names_measure(&self.text[subject.clone()]);
        measure.then(|| Found::carried(spot.i, subject, Change::To))
    }

    /// The name before the time of a clause, where no more than the base of a change, a sum or a verb of exceeding stands behind
    /// it: 总产值在2020年的基础上翻一番, 用于教育的支出五年累计, 业务量今年已突破1000亿件.
    fn named_before_time(&self, left: &Clause, before: &str, words: &str) -> Option<&str> {
        let exceeds = || few!("突超跨").begins(&self.text[left.end..]) && phrase::is_adverbial(words);
        let based = has_end(words, &["基础上", "基数上"]) || SUMS_UP.has(words) || exceeds();
        if based { self.subject(left, before).map(|name| &self.text[name]) } else { None }
    }

    /// Whether the amount before another one reaches to the end of the name between them, and counts it: 跨越3个千亿元台阶.
    fn ends_in_amount(&self, i: usize, name: &str) -> bool {
        let end = self.place(name).end;
        i.checked_sub(1).is_some_and(|p| {
            self.quantity(p).is_some() && self.places.range(p).start < end && self.places.range(p).end >= end
        })
    }

    /// What a line names and then gives alone: 补贴标准：8000元。
    #[inline(never)]
    fn stated(&self, spot: &Spot<'_>, after: &str) -> Option<Found> {
        static LIMIT_NAMES: Endings = endings![
            "标准", "额度", "限额", "上限", "金额", "名额", "罚款", "罚金", "违法所得", "滞纳金", "供应",
            "需求",
        ];
        /// Labels of goods say so: 净含量：150克.
        static ATTRIBUTES: Endings = endings!["含量", "重量", "质量", "容量", "剂量", "水平"];
        let behind = spot.noun.as_ref().map_or(after, |noun| &self.text[noun.end..]);
        let alone = behind.is_empty() || few!("。；\n").begins(behind);
        let named = gaps!("：").trim_end(&self.text[..spot.left.start]);
        let measures = || topic::names_measure(named) || LIMIT_NAMES.ends(named);
        if !alone || spot.counts() && !measures() {
            return None;
        }
        let clause = self.clause_before(&spot.left);
        let opens = few!("。；\n：").close(gaps!().trim_end(&self.text[..clause.start]));
        // 没收违法所得：500元
        let named = || self.topic(&spot.left).or_else(|| self.subject(&clause, &self.text[clause.range()]));
        let subject = if opens { named() } else { None }?;
        let name = &self.text[subject.clone()];
        let measure = topic::names_measure(name) && !ATTRIBUTES.ends(name);
        (measure || LIMIT_NAMES.ends(name)).then_some(())?;
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
            && (doubles
                || topic::names_measure(spot.before)
                || spot.noun.is_none() && achieves(spot.before)
                || change::leading_change(subject::behind_verb(spot.before)).1.is_some())
    }
}
