//! Targets: an amount tied to what it measures.
//!
//! There is no parser of syntax here: a clause is cut at its marks, the word before the amount says what changes, and tables of
//! words say where the name of the thing begins and ends. Where that is not clear, there is no target.

use alloc::vec::Vec;
use core::cell::OnceCell;
use core::ops::Range;

use crate::Span;
use crate::document::Entity;
use crate::layers::Layers;
use crate::mood::{Moods, Verdict};
use crate::normalize::Normalized;
use crate::outline::{Breaks, TaskList};
use crate::phrase::{self, Phrase};
use crate::quantity::{Amount, Bound, Quantity};
use crate::scan::Scanned;
use crate::script::simplified;
use crate::target_amount::TargetAmount;
use crate::time::{CalendarUnit, Point, TimeBound, TimeExpr, TimeValue, Year};
use crate::token::{begins, ends, gap, head, is_gap, strip_any_end, tail};
use crate::unit::UnitKind;
use crate::words::{Words, words};

/// An amount tied to what it measures.
///
/// | written | subject | change | amount |
/// |---|---|---|---|
/// | 常住人口城镇化率达到60%左右 | 常住人口城镇化率 | `to` | 60% |
/// | 森林覆盖率提高到24.1% | 森林覆盖率 | `up_to` | 24.1% |
/// | 单位GDP能耗降低13.5% | 单位GDP能耗 | `down_by` | 13.5% |
/// | 国内生产总值增长5%左右 | 国内生产总值 | `up_by` | 5% |
/// | 城镇调查失业率控制在5.5%以内 | 城镇调查失业率 | `hold` | 5.5% |
/// | 占比从34.6%提升到49% | 占比 | `up_to`, baseline 34.6% | 49% |
/// | 建成高标准农田1亿亩 | 高标准农田 | `to` | 1亿亩 |
/// | 支持11个融合发展试验区 | 融合发展试验区 | `count` | 11个 |
/// | 办理时限由60个工作日压缩至10个工作日 | 办理时限 | `down_to`, baseline 60个工作日 | 10个工作日 |
///
/// None: descriptions (全长36公里), announced counts (四点建议), comparisons (比全省高2点), bare shares (占22%).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[non_exhaustive]
pub struct Target {
    /// From the subject to the amount with the words that bound it; only the amount where the subject is carried over.
    pub span: Span,
    /// What is measured or counted: the noun phrase itself.
    pub subject: Span,
    /// The subject stands in an earlier clause and is left out here.
    pub carried: bool,
    /// Which way it changes.
    pub change: Change,
    /// The amount; it also stands among the entities.
    pub quantity: TargetAmount,
    /// The amount it starts from: 34.6% in 从34.6%提升到49%.
    pub baseline: Option<TargetAmount>,
    /// The time that governs it in its sentence; it also stands among the entities.
    pub due: Option<TimeExpr>,
    /// Where the sentence has none: the time in the lead of the list it stands in (2025年要抓好：一是…), or in the heading above.
    pub inherited_due: Option<TimeExpr>,
    /// Whether it is aimed at, has come about, or is ruled.
    pub modality: Modality,
    /// The words that decided the modality: 力争, 同比, 应当, the heading 2025年工作回顾; none where no single one did.
    pub cue: Option<Span>,
}

impl Target {
    /// The place of the amount.
    pub const fn amount(&self) -> Span {
        self.quantity.span()
    }
}

/// Which way a target changes what it measures.
///
/// The verb directly before the amount says so; the longest counts. 为 and 是 and what ends in them need a name before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Change {
    /// A noun before its amount (建成高标准农田1亿亩), or one of
    /// 高达 达到 达 实现 完成 应该是 应当为 应当是 只是 仅为 只有 分别为 分别是 定为 约为 将为 共为 合计为
    /// 预计为 拟定为 核定为 确定为 总计为 为 是
    To,
    /// Up to the amount:
    /// 提高到 提高至 提高为 提升到 提升至 提升为 增加到 增加至 增加为 增长到 增长至 增长为 扩大到 扩大至
    /// 扩大为 扩展到 延长到 延长至 放宽到 放宽至 上升到 上升至 上升为 攀升至 攀升到 跃升至 跃升到 跃升为
    /// 上调至 上调到 发展到 拓展到 升至 升到 增至 增到 增为 迈上 跃上 站上 跨越
    UpTo,
    /// Up by the amount:
    /// 提高 提升 增长 递增 增加 上升 上涨 延长 扩大 增产 增收 上浮 增 多收 提标
    UpBy,
    /// Down to the amount:
    /// 降低到 降低至 降低为 下降到 下降至 下降为 减少到 减少至 减少为 压缩到 压缩至 压缩为 压减到 压减至
    /// 缩短到 缩短至 缩短为 缩减到 缩减至 精简到 精简至 精简为 优化为 整合为 下调至 下调到 回落到 回落至
    /// 降至 降到 降为 减至 减到 减为
    DownTo,
    /// Down by the amount:
    /// 降低 下降 减少 缩短 下跌 压减 压缩 削减 回落 下浮 收窄 减负 减排 减 降 少生 减轻
    DownBy,
    /// Held at the amount:
    /// 控制在 保持在 稳定在 维持在 保持 稳定
    Hold,
    /// An amount before its noun, behind a verb of action (支持11个试验区) or before what is said of it (11个试验区获批)
    Count,
}

/// Whether a target is aimed at, has come about, or is ruled.
///
/// Asked in this order: whether the text is a law in articles; whether the time of the target lies before the date of the text
/// or is a term; the heading of the section (回顾, 成就; 目标, 任务, 安排) and the opening of the paragraph (过去五年; 今年, 下一步);
/// the sure words below in the sentence; and last which way the words of the sentence, counted twice, and of its paragraph lean
/// on the whole, with 1,500 bytes around it where the paragraph leans neither way. What leans to what has come about, and to
/// what is meant to:
///
/// 了(2) 已(2) 同比(2) 去年(2) 上年(2) 年来(2) 以来(2) 取得(2) 突破(2) 居全国(2) 居全省(2) 居第(2)
/// 位居(2) 稳居(2) 居世界(2) 荣获(2) 获批(2) 获评(2) 获得(2) 入选(2) 圆满(2) 历史(1) 首个(1)
/// 首次(2) 首条(1) 全国首(1) 成功(2) 明显(1) 超额(2) 提前完成(2) 成效(1) 跃升(1) 投产(1) 建成(1)
/// 完成(1) 达到(1) 累计(1) 顺利(1) 显著(1) 增至(2) 升至(2) 降至(1) 惠及(1) 落地(1) 全覆盖(1)
/// 成为(1) 连续(1) 基本建成(2) 决战决胜(1) 下降(1) 增长(1) 表示(1) 发布(1) 恢复(1) 参加(1) 目前(2)
/// 至此(2) 只是(1) 超过(1) 迈上(2) 介绍(1) 出席(2) 会见(2) 发生(1) 造成(2) 据统计(2) 公报(2)
/// 今年以来(2)
///
/// 应该(-2) 守住(-1) 提出(-1) 以内(-1) 必须(-2) 要(-2) 将(-2) 拟(-2) 力争(-3) 争取(-1) 确保(-3)
/// 计划(-1) 下一步(-3) 今年(-2) 明年(-2) 今后(-3) 未来(-2) 目标(-1) 任务(-1) 左右(-1) 加快(-1)
/// 加大(-1) 加强(-1) 抓好(-2) 做好(-2) 办好(-2) 力度(-1) 推动(-1) 推进(-1) 完善(-1) 健全(-1)
/// 强化(-1) 坚持(-1) 拓展(-1) 培育(-1) 打造(-1) 支持(-1) 鼓励(-2) 引导(-1) 探索(-1) 布局(-1)
/// 规划(-1) 着力(-2) 大力(-2) 积极(-1) 全力(-1) 继续(-2)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Modality {
    /// Aimed at; for sure with a term (到2025年) or one of
    /// 力争 确保 目标是 目标为 目标： 预期目标 预期 努力 拟安排 今年要 力求 拟
    Goal,
    /// Come about; for sure with 了 before the amount or one of
    /// 同比 去年 上年 已 共发生 造成 截至 几年来 近年来 顺利实现 目标顺利 完成了 实现了 达到了 收官之年
    Fact,
    /// Ruled; for sure with one of
    /// 处以 并处 罚款 应当 不得
    /// and where nothing else is said with one of
    /// 予以 准入 限额 标准为 补贴标准 放宽到 为限 最低标准 上限 给予 一次性 每人每月
    Rule,
    /// No cue says.
    Unknown,
}

/// The targets of a text, if they are wanted, in the order of their amounts; fills in what classifiers count on the way.
pub(crate) fn targets(normalized: &Normalized<'_>, scanned: &mut Scanned, layers: Layers) -> Vec<Target> {
    let wanted = layers.contains(Layers::TARGETS);
    let text = normalized.folded();
    let mut finder = Finder {
        text,
        normalized,
        entities: &scanned.entities,
        ranges: &scanned.ranges,
        extents: &scanned.extents,
        kinds: &scanned.kinds,
        markers: scanned.markers.iter().map(|m| m.at + m.found.len).collect(),
        breaks: &scanned.breaks,
        sentence: 0,
        passed: (0, 0),
        last: None,
        lengths: Vec::new(),
        nouns: Vec::new(),
        moods: OnceCell::new(),
        year: date_of(&scanned.entities, &scanned.ranges),
    };
    let mut targets = Vec::new();
    for i in 0..finder.entities.len() {
        let found = match &finder.entities[i] {
            Entity::Quantity(quantity) => {
                finder.advance(finder.ranges[i].start);
                let noun = finder.noun(i);
                if let Some(noun) = noun.clone() {
                    finder.nouns.push((i, normalized.span(noun)));
                }
                if wanted { finder.target(i, quantity, noun) } else { None }
            }
            Entity::Time(time) if wanted && time.value.is_length() => {
                finder.advance(finder.ranges[i].start);
                finder.lasting(i)
            }
            _ => None,
        };
        if let Some(found) = found {
            if finder.time(i).is_some() {
                finder.lengths = [Some(i), found.baseline].into_iter().flatten().collect();
            }
            targets.extend(finder.build(&found));
            finder.last = Some(found);
        }
    }
    for (i, noun) in finder.nouns {
        if let Entity::Quantity(quantity) = &mut scanned.entities[i] {
            quantity.noun = Some(noun);
        }
    }
    targets
}

/// The year in which a text was written, if it says so.
fn date_of(entities: &[Entity], ranges: &[Range<usize>]) -> Option<i16> {
    let mut head = entities.iter().zip(ranges).take_while(|(_, range)| range.start < HEAD);
    head.find_map(|(entity, _)| match entity {
        Entity::Time(time)
            if matches!(time.value, TimeValue::Point(Point { unit: CalendarUnit::Day(..), .. })) =>
        {
            stated_year(time)
        }
        _ => None,
    })
}

/// A target before its places are led back to the source.
#[derive(Clone, Debug)]
struct Found {
    /// The entity that is its amount.
    entity: usize,
    subject: Range<usize>,
    change: Change,
    baseline: Option<usize>,
    due: Option<usize>,
    modality: Modality,
    cue: Option<Range<usize>>,
    /// The subject stands in an earlier clause.
    carried: bool,
}

impl Found {
    /// A target that has its own subject, before its baseline, time and modality are known.
    const fn new(entity: usize, subject: Range<usize>, change: Change) -> Self {
        Self {
            entity,
            subject,
            change,
            baseline: None,
            due: None,
            modality: Modality::Unknown,
            cue: None,
            carried: false,
        }
    }
}

struct Finder<'a> {
    text: &'a str,
    normalized: &'a Normalized<'a>,
    entities: &'a [Entity],
    ranges: &'a [Range<usize>],
    extents: &'a [Range<usize>],
    /// What the units of quantities measure.
    kinds: &'a [UnitKind],
    /// Where markers end.
    markers: Vec<usize>,
    breaks: &'a Breaks,
    /// Where the sentence began.
    sentence: usize,
    /// How many ends of sentences and paragraphs stand before it.
    passed: (usize, usize),
    /// The last target of the sentence.
    last: Option<Found>,
    /// The lengths of time that are the amounts of the last target that has them.
    lengths: Vec<usize>,
    /// What classifiers count, by entity.
    nouns: Vec<(usize, Span)>,
    /// What the text speaks of where; read when the first target is found.
    moods: OnceCell<Moods<'a>>,
    /// The year of the first full date near the start: that of the text.
    year: Option<i16>,
}

/// Whether some words are in brackets, as a second unit is: 住房7.4万套（间）.
fn in_brackets(words: &str) -> bool {
    words.starts_with('（') && words.ends_with('）')
}

/// How far from the start the date of a text may stand.
const HEAD: usize = 4_500;

/// The year that a time names.
const fn stated_year(time: &TimeExpr) -> Option<i16> {
    match time.value.year() {
        Some(Year::Given(year)) => Some(year),
        _ => None,
    }
}

/// Words before an amount that only describes.
static DESCRIBES: Words =
    words!["占", "第", "每", "按", "按照", "共计", "总长", "全长", "历时", "长", "宽", "达标"];

impl Finder<'_> {
    /// Whether an amount counts things rather than measuring them.
    fn counts(&self, i: usize) -> bool {
        self.quantity(i).is_some() && matches!(self.kinds[i], UnitKind::Count | UnitKind::None)
    }

    /// Moves on to a place: notes where its sentence began.
    fn advance(&mut self, to: usize) {
        let sentence = self.breaks.sentence(to, &mut self.passed);
        if sentence != self.sentence {
            self.sentence = sentence;
            self.last = None;
        }
    }

    /// How far back from a place its sentence is read: some bytes at most, so that long sentences take linear time.
    fn reach(&self, end: usize, bytes: usize) -> usize {
        let floor = self.sentence.max(end.saturating_sub(bytes));
        (floor..end).find(|at| self.text.is_char_boundary(*at)).unwrap_or(end)
    }

    /// The part of a quantity's clause before it, without the words that bound it.
    fn left(&self, i: usize) -> Range<usize> {
        let range = &self.ranges[i];
        let end = self.outer(i).start;
        let floor = self.reach(end, 360);
        let marker =
            self.markers.partition_point(|m| *m <= range.start).checked_sub(1).map_or(0, |m| self.markers[m]);
        let floor = floor.max(marker);
        let mut depth = 0;
        let mut start = floor;
        for (at, c) in self.text[floor..end].char_indices().rev() {
            match c {
                '）' | ')' => depth += 1,
                '（' | '(' if depth > 0 => depth -= 1,
                '，' | ',' | '；' | ';' | '：' | ':' | '。' | '！' | '？' | '（' | '(' if depth == 0 =>
                {
                    start = floor + at + c.len_utf8();
                    break;
                }
                // A comma in a list is the end of a clause where an amount stands before it.
                '、' if depth == 0 && self.amount_ends(floor + at) => {
                    start = floor + at + c.len_utf8();
                    break;
                }
                _ => {}
            }
        }
        start..end
    }

    /// Where a quantity begins and ends with the words that bound it; behind the entity before it.
    fn outer(&self, i: usize) -> Range<usize> {
        let extent = &self.extents[i];
        let floor = i.checked_sub(1).map_or(0, |p| self.ranges[p].end);
        extent.start.max(floor)..extent.end
    }

    /// Whether an amount, or the word that bounds it, ends at a place.
    fn amount_ends(&self, at: usize) -> bool {
        let i = self.ranges.partition_point(|r| r.end <= at);
        i.checked_sub(1).is_some_and(|i| {
            matches!(self.entities[i], Entity::Quantity(_))
                && at - self.ranges[i].end <= 21
                && !self.text[self.ranges[i].end..at].contains('、')
                && (self.outer(i).end >= at || in_brackets(&self.text[self.outer(i).end..at]))
        })
    }

    /// What a classifier counts.
    fn noun(&self, i: usize) -> Option<Range<usize>> {
        let counted = matches!(self.kinds[i], UnitKind::Count | UnitKind::None | UnitKind::Area);
        let from = self.outer(i).end;
        let mut limit = self.ranges.get(i + 1).map_or(self.text.len(), |next| next.start);
        // 3个过千亿元城市: the amount behind it is part of the name.
        if limit.saturating_sub(from) <= '过'.len_utf8() && begins(&self.text[from..], "过超") {
            limit = self.ranges.get(i + 2).map_or(self.text.len(), |next| next.start);
        }
        counted.then(|| phrase::noun_after(self.text, from, limit)).flatten()
    }

    fn target(&self, i: usize, quantity: &Quantity, noun: Option<Range<usize>>) -> Option<Found> {
        let left = self.left(i);
        let outer = self.outer(i);
        let before = self.text[left.clone()].trim_end_matches(|c: char| is_gap(c) || c == '\n');
        let after = gap(&self.text[outer.end..]);
        if let Some(found) = self.paid(i, before).or_else(|| self.portion(i, quantity, before, after)) {
            return Some(self.judged(i, found));
        }
        if Self::refused(quantity, before, after) {
            return None;
        }
        let found = self
            .shared(i, noun.as_ref())
            .or_else(|| self.changed(i, &left, before, after, noun.clone()))
            .or_else(|| self.acted(i, &left, before, noun.clone()))
            .or_else(|| self.named(i, &left, before, after))
            .or_else(|| self.happened(i, &left, before, noun))?;
        Some(self.judged(i, found))
    }

    /// The same with its time and modality.
    fn judged(&self, i: usize, mut found: Found) -> Found {
        found.due = self.due(i, &found);
        (found.modality, found.cue) = self.modality(i, &found);
        found
    }

    /// A length of time that a term or period has or gets: 办理时限压缩至10个工作日.
    fn lasting(&self, i: usize) -> Option<Found> {
        let left = self.left(i);
        let before = self.text[left.clone()].trim_end_matches(|c: char| is_gap(c) || c == '\n');
        let stem = before.strip_suffix('了').unwrap_or(before);
        let (head, change, _) = phrase::change(stem)?;
        let (head, baseline) = self.baseline(i, &left, head);
        let subject = phrase::subject_before(self.behind_time(&left, head))?;
        // Other things grow for a time: 连续增长三年.
        let timely = phrase::is_timely(subject) || phrase::shortens(&stem[head.len()..]);
        timely.then(|| self.judged(i, Found { baseline, ..Found::new(i, self.place(subject), change) }))
    }

    /// Money that is given or taken: 处5万元以下的罚款.
    fn paid(&self, i: usize, before: &str) -> Option<Found> {
        let money = self.kinds[i] == UnitKind::Currency;
        let noun = money.then(|| phrase::paid(self.text, before, self.outer(i).end)).flatten()?;
        Some(Found::new(i, noun, Change::Count))
    }

    /// A share of counted things of which something is said: 61%的污水处理厂完成改造.
    fn portion(&self, i: usize, quantity: &Quantity, before: &str, after: &str) -> Option<Found> {
        let share = self.kinds[i] == UnitKind::Percent || matches!(quantity.amount, Amount::Fraction { .. });
        let rest = after
            .strip_prefix('的')
            .filter(|_| share && (phrase::is_scope(before) || ends(before, "对将把使")))?;
        let from = self.text.len() - rest.len();
        let limit = self.ranges.get(i + 1).map_or(self.text.len(), |next| next.start);
        let noun = phrase::noun_after(self.text, from, limit)?;
        phrase::is_predicate(&self.text[noun.end..]).then(|| Found::new(i, noun, Change::Count))
    }

    /// Amounts that are no one's target: attributes, ages, grades, comparisons, shares.
    fn refused(quantity: &Quantity, before: &str, after: &str) -> bool {
        let unit = &*simplified(quantity.unit.as_str());
        if matches!(unit, "级" | "大" | "国" | "度" | "℃" | "步") {
            return true;
        }
        // Ages are attributes, but for how long people live.
        if matches!(unit, "岁" | "周岁") && !before.contains("寿命") {
            return true;
        }
        // 处方总数×100%, and conditions of laws: …十万元以上的；
        let formula = ends(before, "×*÷=＝");
        let condition =
            after.strip_prefix('的').is_some_and(|r| begins(r, "，；。,;")) || after.starts_with("者，");
        let compares = phrase::compares(before) || formula || condition;
        // 40%的议题, 超过5年的: the amount qualifies what follows, unless a verb ties it.
        let qualifies = after.starts_with('的') && !phrase::ends_in_change(before);
        // 5级以上地震, 规模以上工业: also with a bound.
        let class = quantity.bound == Some(Bound::AtLeast) && begins(after, "级");
        compares
            || qualifies
            || class
            || DESCRIBES.strip_end(before).is_some() && !phrase::ends_in_change(before)
    }

    /// The second of 分别增长6%和7.4%: an amount that shares subject and verb with the one before.
    fn shared(&self, i: usize, noun: Option<&Range<usize>>) -> Option<Found> {
        let last = self.last.as_ref()?;
        let (Entity::Quantity(previous), Entity::Quantity(quantity)) =
            (&self.entities[last.entity], &self.entities[i])
        else {
            return None;
        };
        let between = self.text.get(self.outer(last.entity).end..self.outer(i).start)?.trim_matches(is_gap);
        let joined = match between {
            "、" | "和" | "及" | "与" => true,
            "，" | "," => noun.is_none(),
            _ => false,
        };
        let alike = previous.unit == quantity.unit || self.kinds[last.entity] == self.kinds[i];
        (joined && alike && last.change != Change::Count).then(|| Found {
            entity: i,
            carried: true,
            baseline: None,
            ..last.clone()
        })
    }

    /// A verb of change directly before the amount.
    fn changed(
        &self,
        i: usize,
        left: &Range<usize>,
        before: &str,
        after: &str,
        noun: Option<Range<usize>>,
    ) -> Option<Found> {
        let stem =
            strip_any_end(before, &["平均", "年均"]).filter(|s| phrase::ends_in_change(s)).unwrap_or(before);
        let stem = stem.strip_suffix('了').unwrap_or(stem);
        // 提高到全国平均水平的90%
        let stem = phrase::without_standard(stem);
        let (head, change, copula) = phrase::change(stem)
            .filter(|found| !found.2)
            .or_else(|| phrase::change(phrase::without_rate(stem)))?;
        // 补贴标准为每平方米37元: a copula needs a name before it.
        // In 为30万群众提供 it is none.
        let serves = copula && noun.is_some() && self.counts(i);
        if serves || copula && phrase::subject_before(head).is_none() {
            return None;
        }
        // 实现1亿人落户, 完成3项任务: the verb acts, the noun follows.
        let acts = matches!(stem.strip_prefix(head), Some("实现" | "完成"))
            && noun.is_some()
            && !after.starts_with('的');
        if acts {
            return None;
        }
        // 新增 acts where a noun follows it.
        if head.ends_with('新') && noun.is_some() {
            return None;
        }
        let head = head.strip_suffix('新').unwrap_or(head);
        let (head, baseline) = self.baseline(i, left, head);
        // A hold may name its subject behind the amount: 保持10%的高增速.
        let behind = after
            .strip_prefix('的')
            .filter(|_| change == Change::Hold)
            .and_then(|rest| phrase::held(self.text, self.text.len() - rest.len()));
        let goes_on = !begins(after, "，。、；");
        let (subject, carried) = if let Some(noun) = behind {
            (phrase::unqualified(self.text, noun), false)
        } else if let Some(own) = phrase::subject_before(self.behind_time(left, head)) {
            (self.place(own), false)
        } else if let Some(noun) = noun.filter(|_| change == Change::UpBy && goes_on) {
            (noun, false)
        } else {
            (self.carry(left)?, true)
        };
        let change = match (change, baseline) {
            (Change::To, Some(base)) => self.direction(base, i),
            (change, _) => change,
        };
        Some(Found { baseline, carried, ..Found::new(i, subject, change) })
    }

    /// Up or down, from the two amounts.
    fn direction(&self, base: usize, i: usize) -> Change {
        match (&self.entities[base], &self.entities[i]) {
            (Entity::Quantity(a), Entity::Quantity(b)) if a.amount.to_f64() > b.amount.to_f64() => {
                Change::DownTo
            }
            _ => Change::UpTo,
        }
    }

    /// 从34.6% before 提升到: the amount that a change starts from, and the words before it.
    fn baseline<'t>(&self, i: usize, left: &Range<usize>, head: &'t str) -> (&'t str, Option<usize>) {
        // 增加到2002年的18914亿元: a time may stand between the verb and the amount.
        let verb = left.start + head.len();
        let dated = i
            .checked_sub(1)
            .is_some_and(|p| matches!(self.entities[p], Entity::Time(_)) && self.ranges[p].start >= verb);
        let Some(previous) = i.checked_sub(1 + usize::from(dated)) else { return (head, None) };
        let range = &self.ranges[previous];
        let adjacent = left.start + head.trim_end_matches(is_gap).len();
        let alike = match (&self.entities[previous], &self.entities[i]) {
            (Entity::Quantity(_), Entity::Quantity(_)) => true,
            (Entity::Time(a), Entity::Time(b)) => a.value.is_length() && b.value.is_length(),
            _ => false,
        };
        if range.start < left.start || !alike || self.outer(previous).end < adjacent || range.end > verb {
            return (head, None);
        }
        let front = &head[..range.start - left.start];
        match front.rfind(['从', '由']) {
            Some(at) => (&head[..at], Some(previous)),
            None => (head, None),
        }
    }

    /// What stands behind the last time in the words before a verb, if that time is an adverbial.
    fn behind_time<'t>(&self, left: &Range<usize>, head: &'t str) -> &'t str {
        let end = left.start + head.len();
        let mut start = left.start;
        let mut cut = head.len();
        let mut i = self.ranges.partition_point(|r| r.end <= end);
        for _ in 0..4 {
            let Some(previous) = i.checked_sub(1) else { break };
            let range = &self.ranges[previous];
            if range.start < left.start {
                break;
            }
            if matches!(self.entities[previous], Entity::Time(_)) {
                let front = &self.text[left.start..range.start];
                // “15分钟生活圈” is a name.
                if front.matches('“').count() > front.matches('”').count() {
                    i = previous;
                    continue;
                }
                if phrase::compares_with(front) {
                    // 较1955年增长: the comparison is no part of the subject, nor is what stands behind it.
                    let word = front.trim_end_matches(is_gap).chars().next_back().map_or(0, char::len_utf8);
                    cut = cut.min(front.trim_end_matches(is_gap).len() - word);
                } else {
                    start = self.extents[previous].end.min(end);
                    break;
                }
            }
            i = previous;
        }
        let words = head.get(start - left.start..cut).unwrap_or("");
        // 城镇化率五年提高3个百分点: a length of time before the verb has the subject before it.
        let own = words.trim_matches(is_gap).is_empty();
        match i.checked_sub(1).filter(|_| own && start > left.start) {
            Some(n) if self.time(n).is_some_and(|time| time.value.is_length() && time.bound.is_none()) => {
                head.get(..self.ranges[n].start - left.start).unwrap_or("")
            }
            _ => words,
        }
    }

    fn place(&self, phrase: Phrase<'_>) -> Range<usize> {
        let start = phrase.as_ptr() as usize - self.text.as_ptr() as usize;
        start..start + phrase.len()
    }

    /// The subject of the clause before, for one that has none of its own.
    fn carry(&self, left: &Range<usize>) -> Option<Range<usize>> {
        if let Some(last) = &self.last {
            return Some(last.subject.clone());
        }
        let floor = self.reach(left.start, 240);
        let clause = self.text[floor..left.start].trim_end_matches(['，', ',', '；', ' ']);
        let clause = &clause[clause
            .rfind(['，', ',', '；', '。', '：'])
            .map_or(0, |at| at + clause[at..].chars().next().map_or(1, char::len_utf8))..];
        // The verb that the clause has, with its subject.
        let at = phrase::first_change(clause)?;
        let head = &clause[..at];
        let head = self.behind_time(&self.place(head), head);
        phrase::subject_before(head).map(|p| self.place(p))
    }

    /// A verb of action before the amount and a noun behind it: 支持11个试验区.
    fn acted(
        &self,
        i: usize,
        left: &Range<usize>,
        before: &str,
        noun: Option<Range<usize>>,
    ) -> Option<Found> {
        let noun = noun.filter(|n| {
            let name = &self.text[n.clone()];
            // 抓好两件事：… announces what follows.
            let announces = name.chars().count() <= 2 && self.text[n.end..].starts_with(['：', ':']);
            !phrase::is_fixed(name) && !announces
        })?;
        let stem = before.strip_suffix('了').unwrap_or(before);
        // 发布4批次共100个场景: the verb stands before the first of two amounts.
        let stem = match i.checked_sub(1) {
            Some(p)
                if matches!(self.entities[p], Entity::Quantity(_))
                    && self.text[self.ranges[p].end..self.outer(i).start].trim_matches(is_gap) == "共" =>
            {
                self.text[self.left(p)].trim_end_matches(is_gap)
            }
            _ => stem,
        };
        if !phrase::ends_in_action(stem) && !phrase::begins_in_action(self.behind_time(left, stem)) {
            return None;
        }
        let name = &self.text[noun.clone()];
        let change =
            if name.ends_with("红线") || name.ends_with("底线") { Change::Hold } else { Change::Count };
        Some(Found::new(i, noun, change))
    }

    /// A noun directly before the amount: 城镇新增就业1200万人.
    fn named(&self, i: usize, left: &Range<usize>, before: &str, after: &str) -> Option<Found> {
        // 住房15万套（间）
        let unit = after.strip_prefix('（').map_or("", |rest| head(rest, 4));
        let after = unit.find('）').map_or(after, |at| &after['（'.len_utf8() + at + '）'.len_utf8()..]);
        // 专利方面5项：… announces.
        if after.starts_with(['：', ':']) && self.counts(i) {
            return None;
        }
        let ends_clause = after.is_empty()
            || begins(after, "，。；、！？,;)）\n：:”")
            || phrase::goes_on_after_amount(after);
        if !ends_clause || before.is_empty() {
            return None;
        }
        let words = self.behind_time(left, before);
        let (words, change) = phrase::leading_change(phrase::behind_verb(words));
        // 增加客车1437辆，修复145辆
        if phrase::is_action(words) {
            let subject = self.last.as_ref()?.subject.clone();
            return Some(Found { carried: true, ..Found::new(i, subject, Change::To) });
        }
        let subject = phrase::subject_before(words)?;
        if !phrase::is_measurable(subject) {
            return None;
        }
        let change = match change {
            Some(true) => Change::UpBy,
            Some(false) => Change::DownBy,
            None => Change::To,
        };
        Some(Found::new(i, self.place(subject), change))
    }

    /// An amount and noun of which something is said: 两条公交线路恢复运营, 365人死亡.
    fn happened(
        &self,
        i: usize,
        left: &Range<usize>,
        before: &str,
        noun: Option<Range<usize>>,
    ) -> Option<Found> {
        let from = self.outer(i).end;
        if let Some(harm) = phrase::harm(&self.text[from..]) {
            return Some(Found::new(i, from..from + harm, Change::Count));
        }
        let noun = noun?;
        // 20户以上自然村 are a class of villages.
        let class =
            self.quantity(i).is_some_and(|q| q.bound == Some(Bound::AtLeast) && q.extent.end > q.span.end);
        if class {
            return None;
        }
        let predicate = phrase::is_predicate(&self.text[noun.end..]);
        let introduced = phrase::is_scope(before)
            || phrase::is_scope(self.behind_time(left, before))
            || ends(before, "有等批把为对向将给让由、")
            || self.amount_ends(self.ranges[i].start);
        (predicate && introduced).then(|| Found::new(i, noun, Change::Count))
    }

    /// The time that governs an amount: the last one before it in its sentence that is neither compared with nor reported.
    fn due(&self, i: usize, found: &Found) -> Option<usize> {
        for n in (0..i).rev().take(48) {
            let range = &self.ranges[n];
            if range.start < self.sentence {
                return None;
            }
            let Entity::Time(time) = &self.entities[n] else { continue };
            // A length of time that was an amount is no term.
            if self.lengths.contains(&n) {
                continue;
            }
            let front = &self.text[self.sentence..range.start];
            let between = &self.text[range.end..self.ranges[i].start];
            if phrase::compares_with(front)
                || ends(front.trim_end_matches(is_gap), "由从") && found.baseline.is_some()
            {
                continue;
            }
            if phrase::reports(between) {
                return None;
            }
            let length = matches!(time.value, TimeValue::Duration(_) | TimeValue::Durations(..));
            if length
                && time.bound.is_none()
                && (!begins(between, "，,") || phrase::ends_in_change(front) || ends(front, "是为"))
            {
                continue;
            }
            return Some(n);
        }
        None
    }

    /// Whether an amount is aimed at, has come about, or is ruled, and the words that say so.
    fn modality(&self, i: usize, found: &Found) -> Verdict {
        let at = self.ranges[i].start;
        let end = self.outer(i).end;
        let floor = self.reach(at, 600);
        let rest = &self.text[end..];
        let stop =
            rest.char_indices().enumerate().find(|(n, (_, c))| *n >= 60 || matches!(c, '。' | '\n' | '；'));
        let after = end..end + stop.map_or(rest.len(), |(_, (at, _))| at);
        let due = found.due.and_then(|n| self.time(n));
        let past = due.and_then(stated_year).zip(self.year).map(|(due, now)| due < now);
        // 截至 looks back.
        let until = found.due.is_some_and(|n| {
            let front = &self.text[self.sentence..self.ranges[n].start];
            front.ends_with(['至', '止']) && tail(front, 40).contains('截')
        });
        let by = due.is_some_and(|t| t.bound == Some(TimeBound::By)) && !until;
        let bounded =
            self.quantity(i).is_some_and(|q| matches!(q.bound, Some(Bound::AtLeast | Bound::AtMost)));
        let moods = self.moods.get_or_init(|| Moods::of(self.text));
        let (modality, cue) = moods.modality(&(floor..end), &after, past, by, bounded);
        // Where the term decided, it is the cue.
        let term =
            found.due.filter(|_| cue.is_none() && (by && modality == Modality::Goal || past == Some(true)));
        (modality, cue.or_else(|| term.map(|n| self.extents[n].clone())))
    }

    fn time(&self, n: usize) -> Option<&TimeExpr> {
        if let Entity::Time(time) = &self.entities[n] { Some(time) } else { None }
    }

    fn quantity(&self, n: usize) -> Option<&Quantity> {
        if let Entity::Quantity(quantity) = &self.entities[n] { Some(quantity) } else { None }
    }

    /// The amount that an entity is, a quantity with what it counts.
    fn measure(&self, entity: usize) -> Option<TargetAmount> {
        match &self.entities[entity] {
            Entity::Quantity(quantity) => {
                let noun = self.nouns.binary_search_by_key(&entity, |(i, _)| *i);
                let noun = noun.ok().map(|n| self.nouns[n].1);
                Some(TargetAmount::Quantity(Quantity { noun, ..quantity.clone() }))
            }
            Entity::Time(time) => Some(TargetAmount::Duration(*time)),
            _ => None,
        }
    }

    fn build(&self, found: &Found) -> Option<Target> {
        let quantity = self.measure(found.entity)?;
        let subject = self.normalized.span(found.subject.clone());
        let mut span = quantity.extent();
        if !found.carried {
            span = Span::new(span.start.min(subject.start), span.end.max(subject.end));
        }
        Some(Target {
            span,
            subject,
            carried: found.carried,
            change: found.change,
            quantity,
            baseline: found.baseline.and_then(|n| self.measure(n)),
            due: found.due.and_then(|n| self.time(n)).copied(),
            inherited_due: None,
            modality: found.modality,
            cue: found.cue.clone().map(|cue| self.normalized.span(cue)),
        })
    }
}

/// Gives targets without a time of their own the one that the lead of their list or the heading above them states.
pub(crate) fn inherit(targets: &mut [Target], lists: &[TaskList], entities: &[Entity]) {
    for target in targets.iter_mut().filter(|target| target.due.is_none()) {
        target.inherited_due = inherited(target.amount(), lists, entities).copied();
    }
}

/// The innermost time stated above a place.
fn inherited<'e>(place: Span, mut lists: &[TaskList], entities: &'e [Entity]) -> Option<&'e TimeExpr> {
    let stated = |part: Span| -> Option<&TimeExpr> {
        let from = entities.partition_point(|e| e.span().start < part.start);
        let within = entities[from..].iter().take_while(|e| e.span().end <= part.end);
        // A length of time is no date, and what is past or reported about is not what is due.
        within
            .filter_map(|e| if let Entity::Time(time) = e { Some(time) } else { None })
            .filter(|time| !time.value.is_length() && time.bound != Some(TimeBound::Since))
            .last()
    };
    let mut found = None;
    loop {
        let n = lists.partition_point(|list| list.span.start <= place.start);
        let Some(list) = n.checked_sub(1).map(|n| &lists[n]).filter(|list| list.span.contains(place)) else {
            return found;
        };
        found = list.lead.and_then(stated).or(found);
        let n = list.items.partition_point(|item| item.span.start <= place.start);
        let Some(item) = n.checked_sub(1).map(|n| &list.items[n]).filter(|item| item.span.contains(place))
        else {
            return found;
        };
        if !item.heading.contains(place) {
            found = stated(item.heading).or(found);
        }
        lists = &item.lists;
    }
}
