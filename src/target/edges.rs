//! Where the name of a subject begins and ends: what of a verb, an adverb or a preposition is left at its
//! edges.

use super::action::{ACTIONS, NOMINAL, begins_name};
use super::change::first_change;
use super::lexicon::{NAME_GOES_ON, PLACES, SUMS};
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
    let front = &words[..few!("在").rfind(setting)?];
    let name = front.strip_suffix('是').or_else(|| Some(front).filter(|name| names_measure(name)))?;
    has_chars(name, 4).then_some(name)
}

/// What reaches a part of some total: 参保人数 in 参保人数达到职工总数.
#[inline(never)]
pub(super) fn before_whole(words: &str) -> Option<&str> {
    static WHOLES: Words = words![
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
    "平方米", "场", "期", "羽", "床", "项", "处", "口",
];

/// What is said of so many each.
static HAS: Words = words!["占有", "拥有", "分得", "占用", "消费", "负担"];

/// By what it may have to grow, each time.
static STEPS: Words = words!["增加", "减少", "提高", "降低", "引进", "完成"];

/// Verbs of giving, all of which name what is given, too, but for the last of them.
static GIVES: Words = words!["补助", "补贴", "奖励", "奖补", "资助", "补偿", "发放", "发给"];

/// Verbs of giving that name what is given where a limit is set.
static CAPPED: Words = words!["扶持", "支持", "奖励", "补助", "补贴", "资助", "奖补", "补偿", "救助"];

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
        EACH.has(behind) || ACTIONS.begins(behind) || STEPS.begins(behind)
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

/// Whole places.
static WHOLE_PLACES: Words = words![PLACES];

/// Words that are no name: a verb with 了 or 好, a setting, the end of a bracket, or only what an amount is compared
/// with: 比八○年.
pub(super) fn is_no_name(words: &str) -> bool {
    static NAMELESS_ENDS: Words = words![
        "了", "期间", "执行中", "过程中", "基础上", "条件下", "情况下", "前提下", "这一年", "此一项", "抓好",
        "做好", "办好", "搞好", "把握好", "基数上", "任期内"
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
}

/// What is changed, behind 把 or 使, or behind 将 where someone has decided it: 军队 in 我们主动把军队.
pub(super) fn behind_causative(words: &str) -> Option<&str> {
    let at = few!("把使将").rfind(words)?;
    let (before, behind) = (&words[..at], &words[at + '把'.len_utf8()..]);
    let word = match words[at..].chars().next()? {
        '把' => few!("握关").begins(behind),
        '使' => few!("用馆命节得者领团").begins(behind) || few!("大天公行促驱役即学假纵指").ends(before),
        // 用两年时间将筹资标准
        _ => !has_end(before, &["决定", "要求", "计划", "同意", "提出", "包括", "时间"]),
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
pub(super) static WORK_VERBS: Words<&str, MANY> = Words::of(&[
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
    ("记录", "片本单员仪簿册表者"),
    ("采集", "点站器员量面系装设卡"),
    ("收集", "点站量器系员箱池率"),
    ("征集", "点令活系者办"),
    ("考察", "团队组报期对项活"),
    ("查验", "员点站"),
    ("检测", "站点机中设能费线仪室量方员技人系网指平装"),
    ("检验", "检所机员室中报科批测费结人合"),
    ("核查", "员组机"),
    ("复查", "组率"),
    ("复核", "员期委"),
    ("评审", "专会委费机组"),
    ("发送", "量机箱端"),
    ("发表", "会权量"),
    ("发出", "量"),
    ("填写", "说率"),
    ("提交", "率日期"),
    ("递交", "率"),
    ("上报", "率"),
    ("移送", "率"),
    ("移交", "率"),
    ("转办", "单"),
    ("印制", "费厂"),
    ("编印", ""),
    ("编纂", "委办"),
    ("撰写", "人"),
    ("刊登", "费"),
    ("刊载", ""),
    ("配送", "中站点车量费体率服企机人货网"),
    ("接诊", "量"),
    ("接访", "室日"),
    ("收取", "标率"),
    ("收养", "人登"),
    ("收容", "所站教"),
    ("收录", ""),
    ("收藏", "家品价馆室量"),
    ("征求", ""),
    ("征缴", "率额"),
    ("罚没", "款收财物金"),
    ("处分", "决期条权"),
    ("惩处", "率"),
    ("起诉", "书状率人"),
    ("批捕", "率"),
    ("摧毁", ""),
    ("歼灭", "战"),
    ("击毙", ""),
    ("击落", ""),
    ("击沉", ""),
    ("俘获", ""),
    ("销售", "额量收面点网价渠企公商人总利部市队均成费毛净目合代"),
    ("售出", "率"),
    ("出售", "率价公面"),
    ("卖出", ""),
    ("订购", "单量"),
    ("承保", "面额机公率利"),
    ("赔付", "率额支比"),
    ("补偿", "金费款标额资机政方比协性"),
    ("补助", "金费资标对额款政范比水项类力性"),
    ("补贴", "金费资标对额款政范比水项收类力性"),
    ("奖补", "资项政标对金办"),
    ("供养", "标率机服对"),
    ("托养", "机中服费"),
    ("捕捞", "量许渔能强业区"),
    ("捕获", "量"),
    ("采摘", "园节体基期"),
    ("采收", "期率"),
    ("载运", "量率"),
    ("发运", "量站"),
    ("承运", "商企量"),
    ("调入", "量"),
    ("调配", "中能"),
    ("储存", "量能库罐条期费"),
    ("产生", "量单源率办"),
    ("容纳", "量"),
    ("提拔", ""),
    ("任命", "权"),
    ("聘任", "制合期"),
    ("辞退", "率"),
    ("遣返", ""),
    ("遣送", ""),
    ("驱逐", "舰"),
    ("劝返", "率点"),
    ("劝退", ""),
    ("疏解", "整"),
    ("引种", "率"),
    ("领办", ""),
    ("包联", ""),
    ("维修", "费基资企师工站养率改"),
    ("检修", "期率"),
    ("解救", ""),
    ("救出", ""),
    ("搜集", ""),
    ("找回", ""),
    ("找到", ""),
    ("发掘", ""),
    ("发起", "方"),
    ("召集", ""),
    ("召回", "率"),
    ("招揽", ""),
    ("拍摄", "地基"),
    ("录制", ""),
    ("制作", "费周单方中公机成商"),
    ("张贴", "率"),
    ("悬挂", "率"),
    ("安放", ""),
    ("摆放", ""),
    ("推荐", "性目信函书者"),
    ("推选", ""),
    ("推送", "量率"),
    ("推举", ""),
    ("选出", ""),
    ("选举", "权委单法产办工区日"),
    ("选拔", "赛考机"),
    ("选配", ""),
    ("选调", ""),
    ("评出", ""),
    ("命名", "权规"),
    ("批复", "文函"),
    ("核准", "制文率"),
    ("审定", "稿意会"),
    ("核定", "征税价额"),
    ("核销", "率"),
    ("播放", "量器率"),
    ("展示", "区中厅馆窗度率"),
    ("排演", ""),
    ("上演", ""),
    ("协办", ""),
    ("合办", ""),
    ("出席", "率会人"),
    ("列席", "会"),
    ("参观", "率券门"),
    ("拜访", ""),
    ("会见", ""),
    ("接见", ""),
    ("出具", ""),
    ("借阅", "量证册率"),
    ("借调", ""),
    ("归还", "率期"),
    ("归并", ""),
    ("划转", "率"),
    ("划拨", ""),
    ("划定", "成工"),
    ("划设", ""),
    ("赠送", ""),
    ("赠予", ""),
    ("转赠", ""),
    ("增持", ""),
    ("减持", ""),
    ("占用", "率费补"),
    ("领取", "人率标条方"),
    ("申领", "人率条"),
    ("认领", "率"),
    ("认养", ""),
    ("申请", "书表者材量数权条期日流受家方执再破仲救率人单"),
    ("申报", "书表期材数单量制条时年率"),
    ("答复", "率意时期函"),
    ("回复", "率"),
    ("回访", "率"),
    ("回收", "率量站网价业箱利体"),
    ("回购", "价率协"),
    ("返还", "率比"),
    ("退还", "率"),
    ("送检", "率样量"),
    ("诊疗", "费科规方指项设量服"),
    ("医治", ""),
    ("查扣", ""),
    ("查清", ""),
    ("查证", ""),
    ("扣留", ""),
    ("销号", "率"),
    ("废除", ""),
    ("撤回", ""),
    ("撤离", ""),
    ("迁入", "地户"),
    ("迁出", "地户"),
    ("搬离", ""),
    ("搬出", ""),
    ("腾空", "率"),
    ("腾出", ""),
    ("拆迁", "户补房款安办量费"),
    ("拆毁", ""),
    ("拆解", "厂企量"),
    ("更换", "率周频费"),
    ("兑换", "率券点比"),
    ("交办", ""),
    ("送达", "回地率"),
    ("赶制", ""),
    ("开设", "率"),
    ("开建", "率"),
    ("开除", "学党公"),
    ("开具", "率"),
    ("开立", "率"),
    ("新纳入", ""),
    ("新开放", ""),
    ("新开设", ""),
    ("新开办", ""),
    ("新加入", ""),
    ("新入驻", ""),
    ("新入库", ""),
    ("新报名", ""),
    ("新入统", ""),
    ("新接入", ""),
    ("新吸引", ""),
    ("参与", "人者群率度方式单家农师商国机党职教员户居村市青代主权意组性竞"),
    ("参加", "人者单会国职代工团革"),
    ("创作", "者基团室周"),
    ("创设", ""),
    ("创立", ""),
    ("塑造", ""),
    ("树立", ""),
    ("解除", ""),
    ("终止", "率"),
    ("清查", "组"),
    ("清剿", ""),
    ("整修", ""),
    ("修葺", ""),
    ("修补", ""),
    ("整顿", "期"),
    ("翻建", ""),
    ("重建", "率项区家委"),
    ("抵御", ""),
    ("抗击", ""),
    ("夺取", ""),
    ("夺回", ""),
    ("揽获", ""),
    ("囊括", ""),
    ("收获", "季期率量面机节"),
    ("挽救", ""),
    ("提名", "奖委"),
    ("问责", "率制"),
    ("侦办", ""),
    ("缉捕", ""),
    ("缉获", ""),
    ("查缉", ""),
    ("封存", ""),
    ("看望", ""),
    ("探望", ""),
    ("探访", ""),
    ("探明", "储地资率程可"),
    ("公示", "期栏牌率事"),
    ("公布", ""),
    ("披露", "率"),
    ("下发", ""),
    ("下拨", "率"),
    ("挑选", ""),
    ("甄选", ""),
    ("抽选", ""),
    ("选用", "率"),
    ("录入", "率"),
    ("兴办", ""),
    ("兴修", ""),
    ("偿付", "能率"),
    ("保留", "地率区意"),
    ("调整", "率期幅系方指额价数后机税池目内型优工情任初基"),
    ("整合", "率度"),
    ("合并", "报财会收利"),
    ("检查", "站组点费率井科结检人"),
    ("开放", "型度性式办日平经时区水程创合基大实共景课获窗县市区"),
    ("联系", "点方户电制群"),
    ("划分", "标依单方"),
    ("辅导", "员班老教书机"),
    ("媒合", "率平会"),
    ("进用", ""),
    ("汰换", "率"),
    ("布建", ""),
    ("建置", "率费成"),
    ("接获", ""),
    ("检控", "率"),
    ("拘捕", ""),
    ("检取", ""),
    ("批出", ""),
    ("推售", ""),
    ("预留", ""),
    ("发还", ""),
    ("录得", ""),
    ("增聘", ""),
    ("移除", "率"),
    ("订定", ""),
    ("研订", ""),
    ("查核", "实人员机报比表项要期会点单计"),
    ("抽验", ""),
    ("稽查", "员队支总人"),
    ("访视", "员率"),
    ("转介", "率个"),
    ("开罚", ""),
    ("裁罚", "基"),
    ("释出", ""),
    ("增拨", ""),
    ("续聘", ""),
    ("增购", ""),
    ("加开", ""),
    ("增派", ""),
    ("加派", ""),
    ("增配", ""),
    ("增办", ""),
    ("创成", ""),
    ("授牌", ""),
    ("验收", "组率合标"),
    ("撮合", ""),
    ("赋权", ""),
    ("义诊", "活服队"),
    ("飞播", ""),
    ("补播", ""),
    ("列管", ""),
    ("盘点", ""),
    ("清疏", ""),
    ("复育", ""),
    ("编发", ""),
    ("洽谈", "会"),
    ("增招", ""),
    ("拜会", ""),
    ("巡查", "员队组点制"),
    ("检获", ""),
    ("查缴", ""),
    ("新打", "造击响拼"),
    ("填发", ""),
    ("汇填", ""),
    ("编造", ""),
    ("造具", ""),
    ("编报", ""),
    ("汇总编报", ""),
    ("携带", "者率证"),
    ("接入", "率量点网价费系服互平"),
    ("印发", ""),
    ("换填", ""),
    ("租赁", "住房企公市期价合费率收业面用型行户人店屋物设厂机汽"),
    ("支出", "超由为达主额率预总占比结规增责项执强进户型票科分凭标压水方范政缺安绩重情和"),
]);

/// What counts those who do something, so that the verb before it is a part of the name: 参加养老保险人数.
static COUNTS: Words = words!["人数", "户数", "次数", "时数", "件数", "家数", "人次", "户次", "场次"];

/// What is worked on, behind a verb of work that is no other's object: 高中学位 in 扩充高中学位.
pub(super) fn behind_work(words: &str) -> Option<&str> {
    let (object, names) = WORK_VERBS.strip(words)?;
    let object = gaps!("了").trim_start(object);
    // 承担科研任务的单位 are such units, but two verbs act: 维护提升群众身边的设施.
    let which = few!("的").within(object) && !has_chars(&words[..words.len() - object.len()], 4);
    let whole = has_chars(object, 2)
        && !which
        && !is_bare_measure(object)
        && !COUNTS.ends(object)
        // 巡查人员进行检验
        && !object.starts_with("人员")
        && !begins(object, names)
        && !NAME_GOES_ON.begins(object)
        && !ITS_OWN.begins(object)
        && !object.starts_with(|c: char| c.is_ascii_digit());
    // 检查企业, but 检查项目
    let inspected =
        || has_start(words, &["检查", "核查", "走访", "联系"]) && matches!(object, "企业" | "单位" | "机构");
    (whole && (!NO_OBJECTS.has(object) || inspected())).then_some(object)
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
    if !few!("已拟将共新还应").within(words) {
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
            && !few!("公中").ends(name)
            && has_chars(object, 2)
            && !begins_name(&words[at..at + len], object)
            && !few!("的").within(object)
            && !object.starts_with(|c: char| c.is_ascii_digit())
            && !NAME_GOES_ON.begins(object)
            && !ITS_OWN.begins(object))
        .then_some(object)
    });
    // 申请人应提交材料, 机构已盘点案源: verbs of work
    acted.or_else(|| {
        let at = few!("应已拟将").rfind(words).filter(|at| *at >= 2 * '应'.len_utf8())?;
        let verb = words[at..].strip_prefix("应当").unwrap_or(&words[at + '应'.len_utf8()..]);
        let other = few!("供反对相响适效感得早业").ends(&words[..at]);
        if other { None } else { behind_work(verb) }
    })
}

/// What is acted on behind a row that 等 ends: 停车场 in 老厂房、旧仓库等改建停车场, but 养老等服务设施 is a name.
#[inline(never)]
pub(super) fn behind_row(words: &str) -> Option<&str> {
    let at = few!("等").rfind(words).filter(|at| *at >= 2 * '等'.len_utf8())?;
    let rest = &words[at + '等'.len_utf8()..];
    let object = &rest[ACTIONS.longest(rest)..];
    (object.len() < rest.len()
        && has_chars(object, 2)
        && NOMINAL.longest(rest) == 0
        && !few!("高平中初优同均劣").ends(&words[..at])
        && !few!("的").within(object)
        && !object.starts_with(|c: char| c.is_ascii_digit())
        && !NAME_GOES_ON.begins(object)
        && !ITS_OWN.begins(object))
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
