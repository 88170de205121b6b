//! Where the name of a subject begins and ends: what of a verb, an adverb or a preposition is left at its
//! edges.

use super::action::{ACTIONS, begins_name};
use super::change::first_change;
use super::lexicon::{NAME_GOES_ON, SUMS};
use super::topic::{is_bare_measure, names_measure};
use super::traces::{Traces, asked};
use crate::charset::CharSet;
use crate::few::{Few, few, gaps};
use crate::token::{begins, ends, has_chars, has_end, has_start, head, strip_any, strip_any_end};
use crate::words::{MANY, Words, words};

/// Adverbs and modals that no name ends in, with the characters before them that make both another word:
/// 规则, 节约, 人才.
static NEVER_LAST: Words<&str> = Words::of(&[
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
    let front = &words[..few!("在").rfind(setting)?];
    let name = front.strip_suffix('是').or_else(|| Some(front).filter(|name| names_measure(name)))?;
    has_chars(name, 4).then_some(name)
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
    let (verb, len, ()) = GIVES.find_all(near).next()?;
    let given = &behind[verb + len..];
    let each =
        strip_any_end(&near[..verb], &["一次性", "最高", "可", "再", "另", "均"]).unwrap_or(&near[..verb]);
    (EACH.has(each) && has_chars(given, 2) && !few!("标金额资款总的率").begins(given)).then_some(given)
}

/// Of whom or what each is given something, or how often.
static EACH: Words = words![
    "人", "户", "名", "家", "个", "件", "生", "校", "村", "亩", "头", "只", "吨", "月", "年", "天", "日",
    "次", "台", "套", "辆", "所", "座", "间", "位", "例", "公里", "公斤", "斤", "株", "棵", "学期", "学年",
    "平方米", "场", "期", "羽", "床", "项", "处", "口",
];

/// Verbs of giving, all of which name what is given, too, but for the last of them.
static GIVES: Words = words!["补助", "补贴", "奖励", "奖补", "资助", "补偿", "发放", "发给"];

/// What is given in words that end in its verb: 补助 in 每亩补助, 购进10只补助, or 奖励 alone. `ends_in_amount` says whether
/// words that stand before the verb do.
#[inline(never)]
pub(super) fn given(words: &str, ends_in_amount: impl Fn(&str) -> bool) -> Option<&str> {
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
    // 每新增1亿元工业产值奖励
    let each = few!("每").rfind(front).is_some_and(|at| {
        let behind = &front[at + '每'.len_utf8()..];
        EACH.has(behind) || has_start(behind, &["新增", "增加", "引进", "完成", "提高", "降低"])
    });
    let met = front.strip_suffix(['的', '者']).unwrap_or(front);
    (front.is_empty() || each || ends_in_amount(met)).then_some(given)
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
    static PLANNED: Words =
        words![SUMS, "拟", "新", "已", "已经", "将", "还将", "计划", "共", "基本", "仍", "仍然"];
    static GIVERS: Words = words![
        "政府", "国", "家", "银行", "部门", "机构", "公司", "企业", "委", "局", "厅", "部", "各地", "单位",
        "省", "市", "县", "区", "此", "们",
    ];
    let (front, ()) = ACTIONS.strip_end(words)?;
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
        None => return None,
    };
    let name = gaps!().trim_end(name);
    let whole = has_chars(name, 4) && !GIVERS.ends(name);
    (whole || name.ends_with("财政")).then_some(name)
}

/// Words that are no name: a verb with 了 or 好, a setting, the end of a bracket, or only what an amount is compared
/// with: 比八○年.
pub(super) fn is_no_name(words: &str) -> bool {
    static NAMELESS_ENDS: Words = words![
        "了", "期间", "执行中", "过程中", "基础上", "条件下", "情况下", "前提下", "这一年", "此一项", "抓好",
        "做好", "办好", "搞好", "把握好", "基数上", "任期内"
    ];
    let rest_of_bracket = words.ends_with('）') && !few!("（").within(words);
    let compares = |rest: &str| !few!("重例率值特较赛对热分亚").begins(rest) && first_change(rest).is_none();
    NAMELESS_ENDS.ends(words) || rest_of_bracket || words.strip_prefix('比').is_some_and(compares)
}

/// What is changed, behind 把 or 使, or behind 将 where someone has decided it: 军队 in 我们主动把军队.
pub(super) fn behind_causative(words: &str) -> Option<&str> {
    let at = few!("把使将").rfind(words)?;
    let (before, behind) = (&words[..at], &words[at + '把'.len_utf8()..]);
    let word = match words[at..].chars().next()? {
        '把' => few!("握关").begins(behind),
        '使' => few!("用馆命节得者领团").begins(behind) || few!("大天公行促驱役即学假纵指").ends(before),
        _ => !has_end(before, &["决定", "要求", "计划", "同意", "提出"]),
    };
    (!word && !few!("的").begins(behind) && has_chars(behind, 2)).then_some(behind)
}

/// What these words begin with, and those of work below.
pub(super) static WORK_BEGINS: CharSet = MANNERS.first_chars().or(&WORK_VERBS.first_chars());

/// What no object begins with: 区 makes a place of the verb (建成区), and the others say when or go on with the verb.
static ITS_OWN: Few = Few::of("区后前以至、和及与");

/// How something is done.
static MANNERS: Words = words![
    "认真", "高质量", "高标准", "高水平", "高效", "整体", "精准", "优先", "统筹", "有序", "有效", "全力",
    "深入", "扎实", "规范", "严格", "提质", "复制", "铺排", "优化", "谋划", "协同", "接续", "滚动", "分批",
    "依法", "大规模", "核定", "改善", "保护", "整治", "治理",
];

/// What is acted on, behind how it is done: 代表建议 in 认真办理代表建议.
pub(super) fn behind_manner(words: &str) -> Option<&str> {
    static MANNER_VERBS: Words = words!["提升", "公布", "识别", "控制", "处置"];
    let (rest, ()) = MANNERS.strip(words)?;
    let verb = ACTIONS.longest(rest).max(MANNER_VERBS.longest(rest));
    let object = gaps!("了").trim_start(&rest[verb..]);
    let whole = verb > 0
        && !begins_name(&rest[..verb], object)
        && has_chars(object, 2)
        && !NAME_GOES_ON.begins(object)
        && !ITS_OWN.begins(object);
    (whole && !NO_OBJECTS.has(object)).then_some(object)
}

/// Nouns that a verb before them belongs to: 保护区域, 优化项目.
static NO_OBJECTS: Words = words![
    "项目", "工程", "活动", "任务", "行动", "企业", "单位", "机构", "人员", "对象", "基地", "平台", "资金",
    "经费", "面积", "规模", "成本", "能力", "区域", "小区", "用地", "用房", "工作", "服务", "金额", "数量",
];

/// Whether a verb before some words belongs to their name: 人才引进项目.
pub(super) fn is_no_object(words: &str) -> bool {
    NO_OBJECTS.has(words)
}

/// Verbs of work, with the characters behind each that make a name with it: 部署 and 部署会.
static WORK_VERBS: Words<&str, MANY> = Words::of(&[
    ("支付", "宝能系机业方手结工清服总"),
    ("预交", ""),
    ("预缴", ""),
    ("赔偿", "责标限金费款请案基"),
    ("拨出", ""),
    ("下达", ""),
    ("编列", ""),
    ("增列", ""),
    ("栽种", "面"),
    ("养殖", "业面场户水基品产企"),
    ("饲养", "员户场面"),
    ("放养", "面"),
    ("冲刺", ""),
    ("涉及", "面金数领"),
    ("拆除", "面工"),
    ("捐出", ""),
    ("到位", "资金"),
    ("输转", ""),
    ("加计", "扣抵"),
    ("修缮", "面费工公款资"),
    ("翻修", ""),
    ("翻新", ""),
    ("粉刷", ""),
    ("移栽", ""),
    ("播种", "面机期"),
    ("收割", "面机"),
    ("摸排", ""),
    ("抽调", ""),
    ("调拨", "单"),
    ("调运", ""),
    ("运送", ""),
    ("购买", "力服意方"),
    ("购入", ""),
    ("租用", ""),
    ("补缴", ""),
    ("减征", ""),
    ("免除", ""),
    ("退回", ""),
    ("报送", ""),
    ("刊发", ""),
    ("圈养", ""),
    ("扑灭", ""),
    ("抓捕", ""),
    ("抓获", ""),
    ("打掉", ""),
    ("捣毁", ""),
    ("侦破", ""),
    ("逮捕", ""),
    ("判处", ""),
    ("冻结", ""),
    ("扣押", ""),
    ("借出", ""),
    ("征用", "费补"),
    ("垫付", ""),
    ("讨回", ""),
    ("追讨", ""),
    ("清欠", ""),
    ("归集", ""),
    ("认购", ""),
    ("竞得", ""),
    ("收缴", ""),
    ("上缴", "利税"),
    ("修筑", ""),
    ("修通", ""),
    ("铺筑", ""),
    ("敷设", ""),
    ("埋设", ""),
    ("搭建", ""),
    ("承建", "商单方"),
    ("承揽", ""),
    ("主办", "方单人银"),
    ("派发", ""),
    ("分发", ""),
    ("捐献", "者"),
    ("放流", ""),
    ("收到", ""),
    ("收回", ""),
    ("赢得", ""),
    ("挖掘", "机潜"),
    ("复垦", "面区项潜"),
    ("平整", ""),
    ("消化", "道内系科"),
    ("提升", "率幅度空行工值举"),
    ("加装", "费"),
    ("扩充", ""),
    ("营造", "林"),
    ("抚育", "面费"),
    ("部署", "工要会"),
    ("查明", ""),
    ("通报", "单会"),
    ("免征", ""),
    ("停征", ""),
    ("清付", ""),
    ("少用", ""),
    ("花费", ""),
    ("避免", ""),
    ("开办", "费资"),
    ("开挖", "深面"),
    ("承担", "能比责"),
    ("批准", "书文证"),
    ("代发", ""),
    ("招录", "人计名"),
    ("争创", ""),
    ("整改", "情方报措落"),
    ("排查", "整"),
    ("走访", "慰"),
    ("调解", "员组协委成"),
    ("荣获", ""),
    ("斩获", ""),
    ("摘得", ""),
    ("援建", ""),
    ("兴建", ""),
    ("补植", ""),
    ("栽植", "面"),
    ("选聘", ""),
    ("聘请", ""),
    ("建有", ""),
    ("设有", ""),
    ("配有", ""),
    ("追缴", ""),
    ("查封", ""),
    ("签约入驻", "企"),
    ("上线运行", ""),
    ("活化利用", ""),
    ("维修改造", ""),
    ("维护提升", ""),
    ("维护改造", ""),
    ("整理复垦开发补充", ""),
    ("申报并", ""),
    ("新打", "造击响拼"),
]);

/// What is worked on, behind a verb of work that is no other's object: 高中学位 in 扩充高中学位.
pub(super) fn behind_work(words: &str) -> Option<&str> {
    let (object, names) = WORK_VERBS.strip(words)?;
    let object = gaps!("了").trim_start(object);
    // 承担科研任务的单位 are such units, but two verbs act: 维护提升群众身边的设施.
    let which = few!("的").within(object) && !has_chars(&words[..words.len() - object.len()], 4);
    let whole = has_chars(object, 2)
        && !which
        && !is_bare_measure(object)
        && !begins(object, names)
        && !NAME_GOES_ON.begins(object)
        && !ITS_OWN.begins(object)
        && !object.starts_with(|c: char| c.is_ascii_digit());
    (whole && !NO_OBJECTS.has(object)).then_some(object)
}

/// What is given, behind the treasury that gives it: 保障资金 in 中央财政拟投入保障资金.
#[inline(never)]
pub(super) fn behind_treasury(words: &str) -> Option<&str> {
    static WHEN: Words =
        words![SUMS, "拟", "将", "已", "还将", "再", "共", "计划", "每年", "全年", "预算", "为此"];
    static TREASURY_GIVES: Words = words!["安排", "投入", "下达", "下拨", "拨付", "筹措", "新增安排", "新增"];
    let at = head(words, 8).find("财政")?;
    let behind = &words[at + "财政".len()..];
    let (given, ()) = TREASURY_GIVES.strip(WHEN.strip(behind).map_or(behind, |(rest, ())| rest))?;
    (has_chars(given, 2) && !NAME_GOES_ON.begins(given) && !few!("规总力增强资").begins(given))
        .then_some(given)
}

/// What was or will be acted on, behind who does it and the adverb of the verb: 农村劳动力 in 乡镇企业已吸纳农村劳动力.
#[inline(never)]
pub(super) fn behind_deed(words: &str) -> Option<&str> {
    static HAS_ALSO: Words = words!["共有", "还有"];
    if !few!("已拟将共新还").within(words) {
        return None;
    }
    // 全州还有民族医院, but not 职工共有产权房.
    let mut held = HAS_ALSO.find_all(words).map(|(at, len, ())| (&words[..at], &words[at + len..]));
    let had = held.find(|(who, what)| {
        has_chars(who, 2) && !few!("公中").ends(who) && has_chars(what, 2) && !few!("的产权制").begins(what)
    });
    if let Some((_, what)) = had {
        return Some(what);
    }
    let mut verbs = ACTIONS.find_all(words).filter(|(at, ..)| *at > 0);
    verbs.find_map(|(at, len, ())| {
        let (before, object) = (&words[..at], &words[at + len..]);
        let name = strip_any_end(before, &["还将", "已经", "已", "拟", "将", "共"]);
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
            && !few!("公中").ends(name)
            && has_chars(object, 2)
            && !begins_name(&words[at..at + len], object)
            && !few!("的").within(object)
            && !object.starts_with(|c: char| c.is_ascii_digit())
            && !NAME_GOES_ON.begins(object)
            && !ITS_OWN.begins(object))
        .then_some(object)
    })
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
    (has_chars(&rest[..at], 2)
        && has_chars(object, 2)
        && !NAME_GOES_ON.begins(object)
        && !ITS_OWN.begins(object))
    .then_some(object)
}

/// Whether some words before 提升 are work on what is counted behind it: 改造提升50个服务区, 整体提升20所学校.
pub(super) fn ends_in_work(words: &str) -> bool {
    ACTIONS.ends(words) || has_end(words, &["整体", "全面", "有序", "规范", "整合", "改善"])
}
