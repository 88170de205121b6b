//! Amounts that only describe, compare or announce, and are no one's target.

use core::ops::Range;

use super::change;
use super::find::Finder;
use super::lexicon::{LIMITS, MUST};
use super::spot::Spot;
use crate::charset::CharSet;
use crate::few::{few, gaps};
use crate::quantity::{Amount, Bound, Quantity};
use crate::script::simplified;
use crate::token::{begins, has_chars, has_end, has_start, head, is_han, strip_any, strip_any_end, tail};
use crate::unit::UnitKind;
use crate::words::{Endings, Words, endings, words};

/// Whether some words divide what they name: 查验分自行查验及临时查验 before 两种.
fn divides(words: &str) -> bool {
    let Some(at) = few!("分").rfind(words) else { return false };
    let behind = &words[at + '分'.len_utf8()..];
    few!("及和、").within(behind)
        && !few!("百部充积十成区水养股身得盐组学万千几").ends(&words[..at])
        && !few!("别之类布级析散享配工公支解行批店院校钟子数").begins(behind)
}

/// Whether some words before a count of times only say how often: 每月召开, but not 每年至少召开 nor 每周应当.
fn is_rhythm(before: &str, quantity: &Quantity) -> bool {
    static RULED_OFTEN: Words = words![MUST, LIMITS, "至少", "不得", "原则上", "最多", "次数"];
    let near = tail(before, 14);
    few!("每").rfind(near).is_some_and(|at| !few!("次").begins(&near[at + '每'.len_utf8()..]))
        && quantity.bound.is_none()
        && !RULED_OFTEN.within(tail(before, 24))
}

/// Whether the sentence that some words begin with leads up to a list: 方式可供选择：一种是….
fn leads_to_list(words: &str) -> bool {
    let sentence = words.split('。').next().unwrap_or("");
    sentence.find('：').is_some_and(|at| {
        has_start(&sentence[at..], &["：一是", "：一种是"]) || sentence[..at].ends_with("，包括")
    })
}

/// Words before an amount that only describes.
static DESCRIBES: Endings = endings![
    "占", "第", "每", "按", "按照", "指", "历时", "长", "宽", "达标", "一个", "缓冲", "不含", "满分",
    "不包括",
];

/// Amounts that are no one's target: attributes, ages, grades, comparisons, shares.
pub(super) fn describes(spot: &Spot<'_>) -> bool {
    /// Most amounts stand behind none of these characters, and before none of those that are asked for next.
    static DESCRIBING_ENDS: CharSet = CharSet::of("×*＊÷=＝+＋的及和、有盖养活")
        .or(&DESCRIBES.last_chars())
        .or(&change::LEVELS.last_chars())
        .or(&change::WHOLE_ENDS);
    let &Spot { quantity, before, after, .. } = spot;
    if matches!(spot.kind, UnitKind::Count | UnitKind::Energy | UnitKind::Other) && is_class(spot) {
        return true;
    }
    // 每三年修订一次
    let rhythm = || quantity.unit.as_str() == "次" && is_rhythm(before, quantity);
    change::compares(before, spot.seen)
        || spot.is_points() && change::is_beside_another(before)
        || DESCRIBING_ENDS.ends(before)
            && (change::ends_in_level(before)
                || is_described(before)
                || says_how_many(before, after)
                || change::WHOLE_ENDS.ends(before) && change::ends_beside_place(before))
        || few!("×*＊的者级").begins(after) && qualifies(spot)
        || spot.kind == UnitKind::Length && (reaches(after) || is_distance(spot))
        || spot.kind == UnitKind::Multiple && is_figure(before)
        || spot.counts() && few!("件项項").begins(quantity.unit.as_str()) && announces_deeds(before, after)
        || spot.kind == UnitKind::Percent && OF_PLAN.ends(before)
        || spot.counts() && few!("千百万亿").begins(after) && head(after, 8).contains("台阶")
        || rhythm()
}

/// Whether what is counted are good deeds to come, which a list names: 办好10件民生实事. Those that were done count.
#[cold] // as few things are 件
fn announces_deeds(before: &str, after: &str) -> bool {
    let name = head(after, 18);
    has_end(before, &["办好", "兴办"])
        && name
            .find("实事")
            .is_some_and(|at| name[..at].chars().all(is_han) && !few!("的").within(&name[..at]))
}

/// What is said of how much of a plan was done: 完成任务数120%.
static OF_PLAN: Endings = endings![
    "完成任务数", "完成任务", "完成计划", "完成年度任务", "完成全年任务", "完成年度计划", "完成全年计划",
    "占年度计划", "占全年计划", "占计划", "占任务",
];

/// Whether an adjective before a multiple makes it a figure of speech: 困难大十倍, but not 扩大十倍.
fn is_figure(before: &str) -> bool {
    few!("大强好快难猛坏").ends(before) && !has_end(before, &["扩大", "增大", "加大", "壮大", "增强", "加快"])
}

/// Whether the unit of an amount says of what age or grade something is.
fn is_class(spot: &Spot<'_>) -> bool {
    let unit = spot.quantity.unit.as_str();
    if !few!("岁歲周级級大类類国國度℃步部章编編").begins(unit) {
        return false;
    }
    let unit = &*simplified(unit);
    // Ages are attributes, but for how long people live.
    let age = || matches!(unit, "岁" | "周岁") && !spot.before.contains("寿命") && !limits_age(spot);
    matches!(unit, "级" | "大" | "大类" | "国" | "步" | "部分" | "章" | "编")
        || unit == "℃" && !limits_heat(spot)
        || unit == "度" && !is_electricity(spot)
        || age()
}

/// Whether degrees are kilowatt-hours: 用电200度, 三十亿度; not 坡度25度.
#[cold]
fn is_electricity(spot: &Spot<'_>) -> bool {
    /// What is hotter or steeper than that is none.
    const MOST_DEGREES: f64 = 1e5;
    static POWER: Words = words![
        "用电", "发电", "供电", "节电", "售电", "购电", "输电", "送电", "耗电", "电量", "电力", "电耗",
        "省电", "受电", "水电", "火电", "风电", "核电", "太阳能",
    ];
    static HEAT: Words = words!["温", "热", "角", "坡"];
    let near = tail(spot.before, 16);
    (spot.quantity.amount.to_f64() >= MOST_DEGREES || POWER.within(near)) && !HEAT.within(near)
}

/// Whether a clause or a part of a row ends with an amount.
fn ends_clause(spot: &Spot<'_>) -> bool {
    spot.after.is_empty() || few!("，。；、,;\n").begins(spot.after)
}

/// Whether a temperature is what a rule says of how warm something may be: 室内温度不低于18℃, 温度波动控制在1℃以内.
#[cold]
fn limits_heat(spot: &Spot<'_>) -> bool {
    few!("温").within(tail(spot.before, 10))
        && matches!(spot.quantity.bound, Some(Bound::AtLeast | Bound::AtMost))
        && ends_clause(spot)
}

/// Whether an age is what a rule says of the age of some people: 负责人年龄一般不超过70周岁, not 年龄不满6周岁的儿童.
#[cold]
fn limits_age(spot: &Spot<'_>) -> bool {
    let words = spot.before.trim_end_matches("一般").trim_end_matches(['应', '当', '须', '需', '在', '为']);
    words.ends_with("年龄")
        && (spot.quantity.bound.is_some() || matches!(spot.quantity.amount, Amount::Range { .. }))
        && ends_clause(spot)
}

/// Whether some words make the amount behind them one that describes.
fn is_described(before: &str) -> bool {
    // 处方总数×100%, LPR+50BP
    let formula = few!("×*＊÷=＝+＋").ends(before);
    // 能耗约为全国平均的70%
    let beside = strip_any_end(before, &["平均的", "平均水平的"])
        .is_some_and(|stem| few!("为是").within(tail(stem, 6)) && !few!("到至").within(tail(stem, 6)));
    let described = DESCRIBES.ends(before) && !before.ends_with("拓宽");
    formula || beside || described && !change::ends_in_change(before)
}

/// Whether an amount qualifies what stands behind it.
fn qualifies(spot: &Spot<'_>) -> bool {
    let &Spot { quantity, before, after, .. } = spot;
    // 100%×处方总数, and conditions of laws: …十万元以上的；
    let formula = few!("×*＊").begins(after);
    let condition =
        after.strip_prefix('的').is_some_and(|r| few!("，；。,;").begins(r)) || after.starts_with("者，");
    // 40%的议题, 超过5年的: the amount qualifies what follows, unless a verb ties it.
    let attribute = after.starts_with('的') && !change::ends_in_change(before);
    // 5级以上地震, 规模以上工业: also with a bound.
    let class = quantity.bound == Some(Bound::AtLeast) && few!("级").begins(after);
    formula || condition || attribute || class
}

/// Whether a length is how far one place is from another: 震中距县城10公里, but not 与民居的间距 or 距民居不小于500米.
fn is_distance(spot: &Spot<'_>) -> bool {
    let near = tail(spot.before, 12);
    few!("距").rfind(near).is_some_and(|at| {
        let place = &near[at + '距'.len_utf8()..];
        spot.quantity.bound.is_none()
            && has_chars(place, 2)
            && !begins(place, "离应为")
            && place.chars().all(is_han)
    })
}

/// Whether a length is how far something is in reach: 医院3公里服务半径, 车站5公里（骑行20分钟）服务半径.
fn reaches(after: &str) -> bool {
    let bracket = after
        .strip_prefix(['（', '('])
        .and_then(|rest| head(rest, 24).find(['）', ')']).map(|at| &rest[at..]));
    let behind = bracket.map_or(after, |close| close.trim_start_matches(['）', ')']));
    few!("服半").begins(behind) && has_start(behind, &["服务半径", "半径"])
}

/// Whether a length says which places lie in reach: 上游1000米、下游100米范围内.
#[inline(never)]
fn lies_within(after: &str) -> bool {
    static REACH: Words =
        words!["范围内", "范围以内", "半径", "缓冲区", "区域内", "地带内", "以内区域", "保护范围"];
    let near = head(after, 24);
    let clause = &near[..near.find(['，', '。', '；', '：', ',', ';']).unwrap_or(near.len())];
    REACH.find(clause).is_some_and(|at| {
        let between = &clause[..at];
        // 提高到500米，并在…: what stands between are other lengths and places.
        between.is_empty() || few!("、及和至或").begins(between)
    })
}

/// Whether people are counted only to say how large what follows is: 惠及十几亿人口的小康社会, 拥有9000万名党员的大党.
fn says_how_many(before: &str, after: &str) -> bool {
    static PEOPLE: Words = words![
        "人口", "人民", "党员", "群众", "农民", "居民", "市民", "职工", "学生", "会员", "成员", "同胞"
    ];
    if !few!("及有盖养活").ends(before) {
        return false;
    }
    let verb = has_end(before, &["惠及", "拥有", "覆盖", "供养", "养活", "有"]);
    let people = PEOPLE.longest(after);
    let behind = &after[people..];
    let behind = strip_any(behind, &["以上", "以下"]).unwrap_or(behind);
    verb && people > 0 && behind.strip_prefix('的').is_some_and(|rest| !few!("，。；目任").begins(rest))
}

impl Finder<'_> {
    /// Whether a count only says into how many parts something falls: 证书分为甲、乙两种。, 字符共8位，依次为….
    pub(super) fn announces(&self, spot: &Spot<'_>) -> bool {
        static POINTS: Endings = endings!["措施", "举措", "意见", "建议", "政策"];
        static PARTS: Words = words!["分为", "分成", "分设", "区分为", "划分", "包括", "包含"];
        static ON_NEXT_LINE: Words = words!["维度", "方面", "层面", "环节", "领域", "层次", "阶段", "角度"];
        static FOLLOW: Words =
            words!["，依次", "，各组", "，一是", "，一种是", "：一是", "：一种是", "，其中一种", "，一种为"];
        let &Spot { quantity, before, after, .. } = spot;
        if spot.kind == UnitKind::Length {
            return lies_within(after);
        }
        if !spot.counts() {
            return false;
        }
        // 共享六个⏎维度
        if few!("\n").begins(after) && ON_NEXT_LINE.begins(gaps!("\n").trim_start(after)) {
            return true;
        }
        // 对实现三个发展目标的企业: what they have met.
        let which = |noun: &Range<usize>| few!("的").within(&self.text[noun.clone()]);
        if spot.noun.as_ref().is_some_and(which) && self.is_met(spot) {
            return true;
        }
        if few!("，：").begins(after) && FOLLOW.begins(after) {
            return true;
        }
        // 办好十方面实事
        let unit = quantity.unit.as_str();
        if unit == "方面" {
            return true;
        }
        // 出台30条措施, but 30项措施 are counted.
        if few!("条條点點").begins(unit)
            && matches!(&*simplified(unit), "条" | "点")
            && spot.noun.as_ref().is_some_and(|noun| POINTS.ends(&self.text[noun.clone()]))
        {
            return true;
        }
        // 有两种办法可供选择：一种是…
        let near = head(after, 24);
        if near.contains('：') && leads_to_list(near) {
            return true;
        }
        let kinds = || few!("种種类類组組").begins(unit) && matches!(&*simplified(unit), "种" | "类" | "组");
        let ends = after.is_empty() || few!("，。；：\n").begins(after);
        ends && kinds() && (PARTS.within(before) || divides(before))
    }

    /// Whether what is counted says who they are for whom something is done: 对达到两项标准的企业给予奖励.
    #[inline(never)]
    fn is_met(&self, spot: &Spot<'_>) -> bool {
        static MEET: Words = words!["实现", "达到", "完成", "符合", "满足", "具备"];
        let Some(noun) = spot.noun.clone() else { return false };
        let name = &self.text[noun];
        let Some((aim, who)) = name.split_once('的') else { return false };
        let aims = has_end(aim, &["目标", "条件", "标准", "指标", "要求", "任务"]);
        let clause = tail(spot.before, 40);
        let for_whom = few!("对给为向").rfind(clause).map(|at| &clause[at + '对'.len_utf8()..]);
        aims && !who.is_empty() && for_whom.is_some_and(|words| MEET.begins(words))
    }
}
