//! Where the name of a subject begins and ends: what of a verb, an adverb or a preposition is left at its
//! edges.

use super::action::{ACTIONS, NOMINAL, begins_name};
use super::change::first_change;
use super::condition::STEPS;
use super::lexicon::{NAME_GOES_ON, PLACES, RECIPIENTS, SUMS};
use super::subject::ACTORS;
use super::topic::{is_payment, names_measure};
use super::traces::{Traces, asked};
use super::work::{WORK_VERBS, behind_work, may_be_object};
use crate::charset::CharSet;
use crate::few::{few, gaps};
use crate::token::{ends, has_chars, has_end, has_start, head, is_han, strip_any, strip_any_end};
use crate::words::{BothWays, Endings, Words, both_ways, endings, words};

/// Adverbs and modals that no name ends in, with the characters before them that make both another word:
/// 规则, 节约, 人才.
static NEVER_LAST: Endings<&str> = Endings::of(&[
    ("则", "规原准细总法守通附"),
    ("约", "节条公合契特制集简违履签缔大预解毁纽续邀租婚失赴守盟相"),
    ("宜", "适便事机时"),
    ("才", "人英奇口天秀文多专全将"),
    ("竟", "毕究"),
    ("按", ""),
    ("即", "立随"),
    ("计", "统合会共总设估预审累算小"),
    ("现", "实表体呈发出展再涌兑浮显重变"),
    ("更", "变五"),
    ("略", "战方策谋省要简忽侵概"),
    ("稍", ""),
    ("积累", "共体本产部社会力富学识的"),
    ("由", "理事缘自情来案因"),
]);

/// What words end in that are no part of a name, but for [`AT_MOST`] and what stands behind it.
pub(super) static NO_NAME_ENDS: CharSet = NEVER_LAST.last_chars().or(&ACTIONS.last_chars()).with("了");

/// Adverbs of a limit, behind which a verb may stand.
static AT_MOST: Words = words!["最多", "至多", "最少", "至少"];

/// The name before a verb or an adverb that some words still end in; they are no longer than they were.
pub(super) fn without_end(words: &str, seen: Traces) -> Option<&str> {
    if let Some((rest, not_behind)) = NEVER_LAST.strip_end(words)
        && !ends(rest, not_behind)
    {
        return Some(gaps!().trim_end(rest));
    }
    // 每家企业最多申报
    if seen.may_have(asked!("多少"))
        && let Some((at, len, ())) = AT_MOST.find_all(words).last()
        && !has_chars(&words[at + len..], 4)
        && has_chars(&words[..at], 3)
    {
        return Some(gaps!("应可须").trim_end(&words[..at]));
    }
    match words.strip_suffix('了') {
        Some(verb) => before_done(verb),
        None => before_planned(words),
    }
}

/// The name before a setting: 预期目标 in 预期目标是在提高效益的基础上.
pub(super) fn before_setting(words: &str) -> Option<&str> {
    if !few!("均年上下").ends(words) {
        return None;
    }
    let words = strip_any_end(words, &["年均", "平均", "平均每年"]).unwrap_or(words);
    if !few!("上下").ends(words) {
        return None;
    }
    let setting = strip_any_end(words, &["基础上", "基数上", "前提下", "情况下", "条件下"])?;
    // 在水价基础上加价100%
    if let Some(name) = setting.strip_prefix('在').filter(|name| names_measure(name) && has_chars(name, 4)) {
        return Some(name);
    }
    let front = &words[..few!("在").rfind(setting)?];
    let name = front.strip_suffix('是').or_else(|| Some(front).filter(|name| names_measure(name)))?;
    has_chars(name, 4).then_some(name)
}

/// What reaches a part of some total: 参保人数 in 参保人数达到职工总数.
#[inline(never)]
pub(super) fn before_whole(words: &str) -> Option<&str> {
    static WHOLES: Endings = endings![
        "总数", "总人数", "总户数", "职工人数", "员工人数", "在职人数", "总量", "总额", "总面积数", "人员数",
        "教师数", "企业数", "应到人数",
    ];
    if !WHOLES.ends(words) {
        return None;
    }
    let (name, whole) = words.split_once("达到")?;
    (has_chars(name, 2) && has_chars(whole, 3) && !few!("的").within(name)).then_some(name)
}

/// The name before the verb by which it reaches a mark: 财政收入 in 财政收入迈过千亿大关.
#[cold]
pub(super) fn before_mark(words: &str) -> Option<&str> {
    static REACHED: Words = words![
        "突破", "冲破", "迈过", "跨过", "越过", "登上", "迈上", "站上", "跃上", "踏上", "冲上", "攀上",
        "跨上", "再上", "连上", "迈入", "跨入", "跨越", "跨进", "闯过", "超过", "站稳", "迈进",
    ];
    if !has_end(words, &["大关", "关口", "台阶", "门槛"]) {
        return None;
    }
    let (at, ..) = REACHED.find_all(words).next()?;
    Some(gaps!().trim_end(&words[..at])).filter(|name| has_chars(name, 2))
}

/// What is given for each person or thing, behind the verb: 生活费 in 每人每月补助生活费.
#[inline(never)]
pub(super) fn behind_each(words: &str) -> Option<&str> {
    let at = few!("每").rfind(words)?;
    let behind = &words[at + '每'.len_utf8()..];
    let near = head(behind, 8);
    let (verb, len, ()) = GIVES.find_all(near).next().or_else(|| HAS.find_all(near).next())?;
    let given = &behind[verb + len..];
    let each =
        strip_any_end(&near[..verb], &["一次性", "最高", "可", "再", "另", "均"]).unwrap_or(&near[..verb]);
    (EACH.has(each) && has_chars(given, 2) && !few!("标金额资款总的率支水").begins(given)).then_some(given)
}

/// Of whom or what each is given something, or how often.
static EACH: Words = words![
    "人", "户", "名", "家", "个", "件", "生", "校", "村", "亩", "头", "只", "吨", "月", "年", "天", "日",
    "次", "台", "套", "辆", "所", "座", "间", "位", "例", "公里", "公斤", "斤", "株", "棵", "学期", "学年",
    "平方米", "场", "期", "羽", "床", "项", "处", "口", "架次", "列", "航次", "班次", "趟", "人次", "批次",
    "艘次", "股", "10股", "十股",
];

/// What is said of so many each.
static HAS: Words = words!["占有", "拥有", "分得", "占用", "消费", "负担", "派发", "派送", "分派", "派现"];

/// Verbs of giving, all of which name what is given, too, but for the last of them.
static GIVES: BothWays = both_ways!["补助", "补贴", "奖励", "奖补", "资助", "补偿", "发放", "发给"];

/// Those to whom something is given, and for what.
static GIVEN_TO: Endings =
    endings![RECIPIENTS, "项目", "产品", "园区", "基地", "合作社", "雇主", "业主", "职工", "居民"];

/// Verbs of giving that name what is given where a limit is set.
static CAPPED: Endings = endings!["扶持", "支持", "奖励", "补助", "补贴", "资助", "奖补", "补偿", "救助"];

/// What is given in words that end in its verb: 补助 in 每亩补助, 购进10只补助, or 奖励 alone. `ends_in_amount` says whether
/// words that stand before the verb do.
#[inline(never)]
pub(super) fn given(words: &str, ends_in_amount: impl Fn(&str) -> bool) -> Option<&str> {
    // 单个项目最高扶持: with a limit a verb that stands for a name names what is given.
    if let Some((front, ())) = CAPPED.strip_end(words)
        && few!("高多").ends(front)
        && few!("最").ends(&front[..front.len() - '高'.len_utf8()])
        && !few!("的").within(front)
    {
        return Some(&words[front.len()..]);
    }
    // 最高奖励企业50万元: to whom stands between.
    let words = GIVEN_TO
        .strip_end(words)
        .map(|(verb, ())| verb)
        .filter(|verb| {
            GIVES.strip_end(verb).is_some_and(|(front, ())| front.is_empty() || !few!("的").ends(front))
        })
        .unwrap_or(words);
    let (front, ()) =
        GIVES.strip_end(words).filter(|(front, ())| !has_start(&words[front.len()..], &["发"]))?;
    // 一次性奖励 is a name.
    let front = front.strip_suffix("一次性").unwrap_or(front);
    let given = &words[front.len()..];
    let mut front = gaps!("\n，、").trim(front);
    while let Some(rest) = strip_any_end(front, &["给予", "最高", "再", "另", "各", "均", "分别", "则", "按"])
    {
        front = gaps!().trim_end(rest);
    }
    // 每新增1家企业奖励10万元, 每新增1亿元工业产值奖励: what each is given for may have an amount of its own.
    let each = few!("每").rfind(front).is_some_and(|at| {
        let behind = &front[at + '每'.len_utf8()..];
        // 每家企业资助5万元
        let which = || {
            EACH.strip(behind).is_some_and(|(of, ())| {
                !has_chars(of, 5)
                    && of.chars().all(is_han)
                    && !few!("最可每再另均一按各").begins(of)
                    && !few!("的").within(of)
            })
        };
        EACH.has(behind) || ACTIONS.begins(behind) || STEPS.begins(behind) || which()
    });
    let met = front.strip_suffix(['的', '者']).unwrap_or(front);
    // 对获得金奖的单位一次性奖励50万元
    let once = || given.starts_with("一次性") && few!("的").within(front);
    // 重新认定的企业奖励5万元, 对认定为示范企业的奖励10万元
    let to_whom = || {
        GIVEN_TO.strip_end(front).is_some_and(|(which, ())| few!("的").within(which))
            || few!("对").begins(front) && few!("的").ends(front)
    };
    (front.is_empty() || each || once() || ends_in_amount(met) || to_whom()).then_some(given)
}

/// Whose verb with 了 stands at the end: 水利小组 in 水利小组已集合, 投资 in 投资多.
fn before_done(words: &str) -> Option<&str> {
    if let Some(at) = few!("已只仅即").rfind(words) {
        let name = gaps!().trim_end(few!("即已").trim_end(&words[..at]));
        return has_chars(name, 2).then_some(name);
    }
    words.strip_suffix(['多', '少']).filter(|name| has_chars(name, 4))
}

/// What a verb of action at the end is planned for or was done to: 安居工程 in 安居工程新安排, 赤字 in 赤字安排,
/// but the treasury of 中央财政拟安排 only gives.
fn before_planned(words: &str) -> Option<&str> {
    static PLANNED: Endings =
        endings![SUMS, "拟", "新", "已", "已经", "将", "还将", "计划", "共", "基本", "仍", "仍然"];
    static GIVERS: Endings = endings![
        "政府", "国", "家", "银行", "部门", "机构", "公司", "企业", "委", "局", "厅", "部", "各地", "单位",
        "省", "市", "县", "区", "此", "们",
    ];
    // 盗窃类警情共接报
    let front = ACTIONS.strip_end(words).map(|(front, ())| front).or_else(|| work_at_end(words))?;
    let verb = &words[front.len()..];
    let name = match PLANNED.strip_end(front) {
        Some((name, ())) => {
            // 创新投入, 更新改造 and 公共服务 are names.
            let word = &front[name.len()..];
            let other = match word {
                "新" => few!("创更翻高革维全").ends(name),
                "共" => few!("公中").ends(name),
                "基本" => !matches!(verb, "建成" | "形成" | "完成"),
                _ => false,
            };
            if other {
                return None;
            }
            name
        }
        None if verb == "安排" && (names_measure(front) || front.ends_with("投入")) => front,
        None if verb == "建成" && has_chars(front, 5) && !few!("部已").ends(front) => front,
        // 购置补贴兑付3亿元
        None if matches!(verb, "发放" | "兑付" | "兑现" | "拨付")
            && has_end(front, &["补贴", "补助", "津贴"]) =>
        {
            front
        }
        None => return None,
    };
    let name = gaps!().trim_end(name);
    let whole = has_chars(name, 4) && !GIVERS.ends(name);
    (whole || name.ends_with("财政")).then_some(name)
}

/// The words before a verb of work at the end of some; 支出 is a name as well.
fn work_at_end(words: &str) -> Option<&str> {
    let (front, _) = WORK_VERBS.strip_end(words)?;
    let verb = &words[front.len()..];
    (!names_measure(verb) && verb != "销售").then_some(front)
}

/// Whole places.
static WHOLE_PLACES: Words = words![PLACES];

/// Words that are no name: a verb with 了 or 好, a setting, the end of a bracket, or only what an amount is compared
/// with: 比八○年.
pub(super) fn is_no_name(words: &str) -> bool {
    static NAMELESS_ENDS: Endings = endings![
        "了", "期间", "执行中", "过程中", "基础上", "条件下", "情况下", "前提下", "这一年", "此一项", "抓好",
        "做好", "办好", "搞好", "把握好", "基数上", "任期内", "价计算", "价格计算", "口径计算"
    ];
    let rest_of_bracket = words.ends_with('）') && !few!("（").within(words);
    let compares = |rest: &str| !few!("重例率值特较赛对热分亚").begins(rest) && first_change(rest).is_none();
    // 稳定在全国1/10: of what, an earlier clause says.
    let holds = || {
        let rest = strip_any(words, &["稳定在", "保持在", "维持在", "控制在"]);
        rest.is_some_and(|rest| WHOLE_PLACES.has(rest))
    };
    // 我国只生产80万千瓦
    let acts = || {
        let rest = WHOLE_PLACES.strip(words).map_or("", |(rest, ())| rest);
        let verb = rest.trim_start_matches(['只', '仅', '就', '还', '已', '共', '也', '才']);
        verb.len() < rest.len() && ACTIONS.has(verb)
    };
    few!("稳保维控").begins(words) && holds()
        || few!("我全").begins(words) && acts()
        || NAMELESS_ENDS.ends(words)
        || rest_of_bracket
        || words.strip_prefix('比').is_some_and(compares)
        // 一边临空时
        || is_when(words)
        // 较上任时
        || few!("较").begins(words) && has_end(words, &["时", "同期", "年前", "年底", "年末", "年初"])
}

/// Whether some words only say in which case something is so: 一边临空时, 两边为墙面时.
pub(super) fn is_when(words: &str) -> bool {
    few!("时").ends(words)
        && has_chars(words, 5)
        && !has_chars(words, 9)
        && few!("一两单双无有").begins(words)
        && !few!("小课学工").within(words)
}

/// What is changed, behind 把 or 使, or behind 将 where someone has decided it: 军队 in 我们主动把军队.
pub(super) fn behind_causative(words: &str) -> Option<&str> {
    let at = few!("把使将").rfind(words)?;
    let (before, behind) = (&words[..at], &words[at + '把'.len_utf8()..]);
    let word = match words[at..].chars().next()? {
        '把' => few!("握关").begins(behind),
        '使' => few!("用馆命节得者领团").begins(behind) || few!("大天公行促驱役即学假纵指").ends(before),
        // 用两年时间将筹资标准; 我省已将补助标准提高: someone does it.
        _ => {
            let who = before.trim_end_matches(['要', '已', '应', '须', '拟', '还', '也', '并']);
            let acts = is_payment(behind) && ends_in_actor(who);
            !(acts || has_end(before, &["决定", "要求", "计划", "同意", "提出", "包括", "时间"]))
        }
    };
    (!word && !few!("的").begins(behind) && has_chars(behind, 2)).then_some(behind)
}

/// Whether some words end in those who may act: 我省, 各级政府.
fn ends_in_actor(words: &str) -> bool {
    static WHOLE: Words = words![PLACES, "各省", "各市", "各县", "各区", "各地区"];
    WHOLE.has(words) || ACTORS.strip_end(words).is_some_and(|(_, adverb)| !adverb)
}

/// What is given, behind the treasury that gives it: 保障资金 in 中央财政拟投入保障资金.
#[inline(never)]
pub(super) fn behind_treasury(words: &str) -> Option<&str> {
    static WHEN: Words = words![
        SUMS, "拟", "将", "已", "还将", "再", "共", "计划", "每年", "全年", "预算", "为此", "统筹", "统一",
        "将统筹", "专门", "另外",
    ];
    static TREASURY_GIVES: Words =
        words!["安排", "投入", "下达", "下拨", "拨付", "筹措", "新增安排", "新增", "给予", "争取"];
    let at = head(words, 8).find("财政")?;
    let behind = &words[at + "财政".len()..];
    let (given, ()) = TREASURY_GIVES.strip(WHEN.strip(behind).map_or(behind, |(rest, ())| rest))?;
    (has_chars(given, 2) && !NAME_GOES_ON.begins(given) && !few!("规总力增强资").begins(given))
        .then_some(given)
}

/// What was or will be acted on, behind who does it and the adverb of the verb: 农村劳动力 in 乡镇企业已吸纳农村劳动力.
#[inline(never)]
pub(super) fn behind_deed(words: &str) -> Option<&str> {
    static HAS_ALSO: Words = words!["共有", "还有", "现有"];
    if !few!("已拟将共新还应现").within(words) {
        return None;
    }
    // 全州还有民族医院, but not 职工共有产权房.
    let mut held = HAS_ALSO.find_all(words).map(|(at, len, ())| (&words[..at], &words[at + len..]));
    let had = held.find(|(who, what)| {
        has_chars(who, 2)
            && !few!("公中于对把向给为与和及的").ends(who)
            && has_chars(what, 2)
            && !few!("的产权制").begins(what)
    });
    if let Some((_, what)) = had {
        return Some(what);
    }
    let mut verbs = ACTIONS.find_all(words).filter(|(at, ..)| *at > 0);
    let acted = verbs.find_map(|(at, len, ())| {
        let (before, object) = (&words[..at], &words[at + len..]);
        let name =
            strip_any_end(before, &["还将", "已经", "已", "拟", "将", "共"]).or_else(|| obliged(before));
        // 已在国债中安排该项目
        let name = name.or_else(|| {
            let place = few!("在").rfind(few!("中上内里").ends(before).then_some(before)?)?;
            strip_any_end(&before[..place], &["已", "拟", "将"])
        });
        // 新发现文物点, but 创新发现.
        let name = name.or_else(|| {
            let found = words[at..].starts_with("发现") || words[at..].starts_with("推出");
            before.strip_suffix('新').filter(|name| found && !few!("创更翻").ends(name))
        })?;
        (has_chars(name, 2)
            && (is_among(name) || !few!("公中").ends(name))
            && may_be_object(object)
            && !begins_name(&words[at..at + len], object)
            && !few!("的").within(object)
            && !object.starts_with(|c: char| c.is_ascii_digit()))
        .then_some(object)
    });
    // 申请人应提交材料, 机构已盘点案源, 行动中共捣毁窝点: verbs of work
    acted.or_else(|| {
        let at = few!("应已拟将共").rfind(words).filter(|at| *at >= 2 * '应'.len_utf8())?;
        let verb = words[at..].strip_prefix("应当").unwrap_or(&words[at + '应'.len_utf8()..]);
        let other = match words[at..].chars().next() {
            Some('共') => few!("公中").ends(&words[..at]) && !is_among(&words[..at]),
            _ => few!("供反对相响适效感得早业").ends(&words[..at]),
        };
        if other { None } else { behind_work(verb) }
    })
}

/// Whether some words say in what something was done: 专项行动中.
fn is_among(words: &str) -> bool {
    has_end(words, &["行动中", "工作中", "过程中", "整治中", "斗争中"])
}

/// What is acted on behind a row that 等 ends: 停车场 in 老厂房、旧仓库等改建停车场, but 养老等服务设施 is a name.
#[inline(never)]
pub(super) fn behind_row(words: &str) -> Option<&str> {
    let at = few!("等").rfind(words).filter(|at| *at >= 2 * '等'.len_utf8())?;
    let rest = &words[at + '等'.len_utf8()..];
    let object = &rest[ACTIONS.longest(rest)..];
    (object.len() < rest.len()
        && may_be_object(object)
        && NOMINAL.longest(rest) == 0
        && !few!("高平中初优同均劣").ends(&words[..at])
        && !few!("的").within(object)
        && !object.starts_with(|c: char| c.is_ascii_digit()))
    .then_some(object)
}

/// Who has to do what stands behind some words: 申请人 in 申请人应当立即.
fn obliged(words: &str) -> Option<&str> {
    let must = strip_any_end(words, &["立即", "及时", "一次性", "同时", "按规定"]).unwrap_or(words);
    strip_any_end(must, &["应当", "应"]).filter(|who| !few!("供反对相响适效感").ends(who))
}

/// What is acted on, behind that with which or for which it is done: 绿道 in 依托河湖水系等新建绿道.
pub(super) fn behind_means(words: &str) -> Option<&str> {
    static MEANS_VERBS: Words =
        words!["开展", "新建", "建设", "建成", "打造", "举办", "培育", "实施", "处理", "实现"];
    let rest = match words.strip_prefix('经') {
        Some(rest) => Some(rest).filter(|rest| !few!("济营常费贸办纬销历典过开合纪理").begins(rest)),
        None => strip_any(words, &["围绕", "依托", "聚焦", "立足", "优先在", "通过公共"]),
    }?;
    let (at, len, ()) = MEANS_VERBS.find_all(rest).find(|(at, ..)| *at > 0)?;
    let object = &rest[at + len..];
    (has_chars(&rest[..at], 2) && may_be_object(object)).then_some(object)
}

/// Whether some words before 提升 are work on what is counted behind it: 改造提升50个服务区, 整体提升20所学校.
pub(super) fn ends_in_work(words: &str) -> bool {
    ACTIONS.ends(words) || has_end(words, &["整体", "全面", "有序", "规范", "整合", "改善"])
}
