//! Words that lead up to a name and are no part of it.

use super::action::{ACTIONS, begins_name};
use super::lexicon::SUMS;
use super::topic::is_bare_measure;
use super::work::{WORK_VERBS, is_no_object, may_be_object};
use crate::charset::CharSet;
use crate::few::{few, gaps};
use crate::token::{begins, gap, has_chars, has_start, head, strip_any};
use crate::words::{MANY, Words, words};

/// Words that lead up to the name of a subject and are no part of it: conjunctions, adverbs, modals. Those of one character, 共 应 须
/// among them, begin names as well and stand below with these.
static LEADING: Words<(), MANY> = words![
    SUMS, "做好", "抓好", "稳妥推进", "其中", "同时", "以及", "并且", "此外", "另外", "目前", "当前", "现在",
    "全年", "当年", "本次", "据初步统计", "据统计", "初步统计", "预计", "预期", "力争", "争取", "确保",
    "努力", "推动", "推进", "促进", "加快", "加大", "继续", "进一步", "不断", "持续", "稳步", "逐步", "全面",
    "基本", "积极", "切实", "着力", "大力", "抓紧", "重点", "平均", "分别", "提出", "要求", "明确", "规定",
    "保持", "使得", "因此", "所以", "每年", "每月", "年均", "实现", "达成", "努力实现", "提出了", "目标是",
    "一年", "期间", "时期", "到期", "使用", "直接推动", "年内", "提请审议", "拟安排", "计划", "计划生产",
    "计划招收", "安排", "国家安排", "中央财政安排", "市级财政安排", "属于", "用于", "按照", "按可比口径",
    "扣除", "实际利用", "利用", "吸引", "原则上", "必须", "需要", "需", "紧紧围绕", "引导", "必须通过",
    "全省共", "共有", "另有", "还有", "现有", "已有", "没有", "就是", "如果", "以上", "以下", "首批", "已经",
    "能够", "其他如", "估计", "预测", "预估", "征收", "对接", "接收", "综合治理", "应当", "只有", "享受",
    "同意", "应该", "因为", "因而", "因地制宜", "仅", "从而", "若", "给予", "主要", "提前", "为此", "大约",
    "至少", "邀请", "一定要", "现已", "落实好", "实施好", "完成好", "解决好", "保障好", "管好", "基本上",
    "缴纳", "多年来", "几年来", "近年来", "历年来", "近些年来", "这些年来", "数年来", "立即", "及时",
    "分两轮", "分三轮", "分两批", "分三批", "分四批", "分五批", "分两次", "分三次", "分两步", "分三步",
    "分批次", "分期分批", "缴存", "缴交", "超额完成", "超额实现", "力拚", "力拼", "力保", "力促", "督促",
    "没收", "主要系", "尽管", "不论", "无论", "不管", "不管是", "无论是", "不论是", "只要", "只是", "即使",
    "即便", "哪怕", "既然", "先后", "届时", "近期将", "再建", "临时救助", "免费", "坚决", "兜底", "紧急",
    "如期", "按期", "圆满", "成功", "顺利", "实际使用", "日均", "月均", "虽然", "分批", "分步", "当年度",
    "当月", "特别是", "尤其是", "这些年", "给与", "尚有", "一共", "围绕", "聚焦", "紧扣", "锚定", "瞄准",
    "紧盯",
];

/// Single characters that lead up to a name and are no part of it, and those behind them that make both a word: 再生水, 在校生.
static LEADING_CHARS: Words<&str> = Words::of(&[
    ("其", "中他余它次金数"),
    ("惟", ""),
    ("则", ""),
    ("当", "年期量地日前事局代班时天场月庭"),
    ("指", "标数导挥定令南示纹"),
    ("置", "信业换办疑备"),
    ("使", "用馆命"),
    ("让", ""),
    ("将", "军来"),
    ("准备", "金率工期阶"),
    ("加上", "级"),
    ("再加上", "级"),
    ("把", "握关"),
    ("要", "素点求件"),
    ("并", "网购"),
    ("且", ""),
    ("已", ""),
    ("均", "衡等"),
    ("也", ""),
    ("又", ""),
    ("再", "生就造融贷担保次"),
    ("共", "建享同有产青"),
    ("约", "束定谈"),
    ("即", "将时期办"),
    ("对", "外口非地美俄日欧台港虾接象策"),
    ("在", "校建园册职岗沪湘京线编途产役售播研贷"),
    ("以", "工旧色"),
    ("与", ""),
    ("和", "平谐美田"),
    ("及", "时格"),
    ("的", ""),
    ("了", ""),
    ("是", "否"),
    ("为", ""),
    ("由", ""),
    ("从", "业事"),
    ("到", "位岸账期户场馆館校院访会岗"),
    ("于", ""),
    ("令", ""),
    ("至", "少"),
    ("但", ""),
    ("而", ""),
    ("如", "皋东期"),
    ("还", "贷款田湖"),
    ("都", "市江"),
    ("就", "业医近诊学地"),
    ("能", "源耗力繁级量效"),
    ("可", "再支用持降行望分"),
    ("应", "急届用收税"),
    ("须", ""),
    ("内", "蒙河燃设部容贸需陆地资科镜政阁务涵勤控存销循江丘黄乡外脏网因能生"),
    ("底", ""),
    ("末", ""),
    ("前", "瞻海沿期十车航项項款条條述两二三四五"),
    ("后", "备续期车航"),
    ("拟", "建中"),
    ("另", ""),
    ("或", "者许"),
    ("获", "得批评奖救"),
    ("拨", "备款"),
    ("设", "备施计立置区市想定"),
]);

/// Names that begin as words do which lead up to one: 与会代表, 可吸入颗粒物.
static NAMES_BEGUN: Words<(), MANY> = words![
    "与会", "和政", "和顺", "和县", "和林格尔", "和硕", "和静", "和龙", "和布克", "和州", "和睦", "和解",
    "可吸入", "可循环", "可回收", "可溶", "可燃", "可移动", "可调节", "可采储量", "可采资源", "可开采储量",
    "可供", "可利用资源", "可利用土地", "可利用面积", "可用", "可转债", "可转换", "可售", "可穿戴", "可视化",
    "可视", "可信", "可靠", "可耕", "可灌", "可贷", "可比", "可控", "可种植面积", "可养水面", "可食用",
    "可供水量", "可供量", "可流转", "可交易", "可预约", "可追溯", "可替代", "可逆", "可编程", "可重复",
    "从化", "从江", "从属", "从军", "到达", "到任", "到港", "到货", "对撞机", "对流", "对冲", "对虾", "对手",
    "对话", "对讲", "将乐", "已婚", "已知", "应城", "应县", "应激", "应聘", "应届", "应纳税", "应付", "应收",
    "应缴", "应税", "再制造", "再教育", "再保险", "再贴现", "再利用", "再就业", "共青", "共和", "共性",
    "共同", "共识", "要地", "要闻", "要道", "要案", "能见度", "能人", "就餐", "就读", "就职", "就任", "就座",
    "还原", "并联", "并轨", "并购", "并网", "均价", "均值", "约谈", "前列腺", "前置", "前端", "前线", "后勤",
    "后台", "后进", "后端", "底薪", "底价", "底层", "底栖", "底泥", "末端", "末位", "拟态", "指挥", "当归",
    "当阳", "当涂", "当雄", "当铺", "令牌", "使节", "让利", "让渡", "至尊", "都匀", "都昌", "都安", "都兰",
    "于都", "于田", "于洪", "是非", "以太", "内科", "及第", "如厕", "在运机", "在运核", "在运风", "在运光",
    "在运装", "在运在", "在运火", "在运煤", "在运电", "在运项", "在营企", "在营门", "在营店", "在营项",
    "在营公", "在营里程", "在网用", "在网客", "在网手", "在库项", "在库企", "在库文", "在库贷", "在管项",
    "在管面", "在管资", "在管物", "在施项", "在施面", "在施工程", "在研项", "在研产", "在研品", "在研管",
    "在研课", "在研药", "在读研", "在读学", "在读硕", "在读博", "在保人", "在保对", "在保户", "在保企",
    "在保余", "在押人", "在押罪", "在籍学", "在谈项", "在审项", "在孵企", "在孵项", "在轨卫", "在售项",
    "在售房", "在逃人", "在飞", "在教学生", "在学人数", "在学学生", "在训运", "在训学"
];

/// Names that begin with a verb of action which says of what kind they are: 安置房屋, 搬迁对象.
static KINDS: Words<(), MANY> = words![
    "造林绿化", "安置房", "安置住房", "安置点", "安置用房", "安置区", "安置对象", "安置补助", "保障房",
    "保障住房", "保障对象", "保障用房", "保障人口", "搬迁对象", "搬迁入住", "搬迁安置房", "搬迁安置住房",
    "搬迁安置点", "搬迁安置区", "搬迁安置小区", "搬迁户", "搬迁任务", "救助对象", "帮扶对象", "帮扶干部",
    "帮扶责任人", "培训对象", "扶持对象", "补助对象", "资助对象", "奖励对象", "服务对象", "保护对象",
    "改造对象", "续建项目", "续建工程", "培训学员", "培训教师", "储备粮", "储备土地", "储备项目", "采购经理",
    "种植户", "发行网点", "服务网点", "安置小区", "登记失业", "生产企业", "转移支付"
];

/// What any of them begins with.
pub(super) static LEADING_BEGINS: CharSet =
    ACTIONS.first_chars().or(&LEADING.first_chars()).or(&LEADING_CHARS.first_chars()).with("新");

/// How long a verb at the start of a text is.
fn leading_verb(text: &str) -> usize {
    ACTIONS.longest(text).max(LEADING.longest(text))
}

/// How long a word at the start of a text is that leads up to a name.
pub(super) fn leading(text: &str) -> usize {
    if !LEADING_BEGINS.begins(text) {
        return 0;
    }
    // Nearly all are what they are.
    let verb = leading_verb(text);
    if verb > 0 && is_kind(text, verb) {
        return 0;
    }
    if verb > 0 && !few!("新基重主提利实紧坚兜圆顺免按如成累").begins(text) {
        return if begins_name(&text[..verb], &text[verb..]) { 0 } else { verb };
    }
    // 新开发, 新创建; but 新开发区 is a name
    let new = text.strip_prefix('新').map(gap).map_or(0, |rest| match ACTIONS.longest(rest) {
        // 新发展会员
        0 if rest.starts_with("发展") => text.len() - rest.len() + "发展".len(),
        verb if verb == 0 || begins_name(&rest[..verb], &rest[verb..]) => 0,
        verb => text.len() - rest.len() + verb,
    });
    // 新增发电装机
    let word = match verb {
        word if &text[..word] == "新增" => word,
        word => word.max(new),
    };
    if let Some(len) = as_read(&text[..word], &text[word..]) {
        return len;
    }
    if word > 0 {
        // 生产总值, 处理能力: the verb begins a name.
        return if begins_name(&text[..word], &text[word..]) { 0 } else { word };
    }
    match LEADING_CHARS.strip(text) {
        Some((behind, not_before))
            if !begins(behind, not_before) && !is_located(text) && !NAMES_BEGUN.begins(text) =>
        {
            text.len() - behind.len()
        }
        _ => 0,
    }
}

/// Whether the verb of such a length that a text begins with says of what kind something is: 建设资金.
fn is_kind(text: &str, verb: usize) -> bool {
    KINDS.begins(text) || is_funded(&text[..verb], &text[verb..])
}

/// Works that money is given for, or things and people are named by.
static WORKS: Words = words![
    "安置", "保障", "搬迁", "开发", "建设", "治理", "改造", "改造提升", "整治", "综合整治", "修复", "救助",
    "帮扶", "扶持", "保护", "培训", "补助", "奖励", "资助", "生产", "推广", "试点", "应用", "续建", "造林",
    "绿化", "采购", "更新", "储备", "收储", "收购", "搬迁安置", "养殖", "种植",
];

/// Whether some words are money for a work: 治理资金.
fn is_funded(verb: &str, behind: &str) -> bool {
    few!("资经").begins(behind) && has_start(behind, &["资金", "经费"]) && WORKS.has(verb)
}

/// What two verbs act on that 和 or a mark joins: 旅客列车 in 增开和优化旅客列车, 校舍 in 维修、改造校舍.
#[cold]
pub(super) fn behind_pair(words: &str) -> Option<&str> {
    static ALSO: Words = words![
        "优化", "维护", "养护", "管护", "升级", "提升", "扩容", "完善", "保养", "延伸", "延长", "加密",
        "保护", "管理", "改善", "调整", "续建", "修复", "修缮", "修订", "整修",
    ];
    let (first, second) = (words.get(..6)?, words.get(9..)?);
    let verb = |words: &str| ACTIONS.longest(words).max(ALSO.longest(words)).max(WORK_VERBS.longest(words));
    let len = verb(second);
    let object = gaps!("了").trim_start(&second[len..]);
    (verb(first) == first.len()
        && len > 0
        && may_be_object(object)
        && !begins_name(&second[..len], object)
        && !few!("的").within(object)
        && !few!("并").begins(object)
        && !is_no_object(object)
        && !is_bare_measure(object))
    .then_some(object)
}

/// Whether a verb behind another one says of what kind the noun is that stands behind both: 改造提升项目 in 新建改造提升项目.
pub(super) fn is_kind_of(verb: &str, noun: &str) -> bool {
    static SORTED: Words = words![
        "资金", "经费", "项目", "工程", "任务", "房屋", "住房", "用房", "群众", "居民", "农户", "家庭",
        "人口", "对象", "人员", "小区", "用地", "土地", "面积", "资源", "基地", "设备", "设施", "学员",
    ];
    WORKS.has(verb) && SORTED.has(noun)
}

/// How long a word is that leads up to a name, where that depends on what stands behind it.
fn as_read(word: &str, behind: &str) -> Option<usize> {
    match word {
        // 基本完成, but 基本建设投资, 基本养老金
        // 按期办结率 and 累计收益率 are what is measured.
        "按期" | "如期" | "累计" if behind.ends_with('率') => Some(0),
        "基本" if has_start(behind, &["消费", "通胀", "每股"]) => Some(0),
        // 基本水价
        "基本" if few!("价费").ends(behind) => Some(0),
        "基本" if few!("建养医公民农生包药口草工电盘面功").begins(behind) && !behind.starts_with("建成") => {
            Some(0)
        }
        // 重点推进, but 重点企业; 紧急转移, but 紧急避难场所
        "紧急"
            if !has_chars(behind, 5)
                && (behind.ends_with("安置")
                    || !has_start(behind, &["转移", "疏散", "撤离", "抢修", "调运", "调拨"])) =>
        {
            Some(0)
        }
        "重点" | "紧急" | "坚决" | "兜底" | "圆满" | "顺利" | "免费" | "成功"
            if leading_verb(behind) == 0 && WORK_VERBS.longest(behind) == 0 =>
        {
            Some(0)
        }
        // 主要生产粮食, 提前转移群众, but 主要河流, 提前期. What stands behind a second one of them is not asked.
        "主要" | "提前" => {
            let twice = has_start(behind, &["主要", "提前"]);
            (leading_verb(behind) == 0 || !twice && leading(behind) == 0).then_some(0)
        }
        "新增" => match behind.strip_prefix('加') {
            // 新增加机车 adds them, but 新增加工能力 is a name; 新增加的产能 stays whole.
            Some(rest) if !few!("工油气氢密装快强速").begins(rest) => {
                Some(if rest.starts_with('的') { 0 } else { word.len() + '加'.len_utf8() })
            }
            // 新增城镇就业 is a name.
            _ => strip_any(behind, &["城镇就业", "就业", "劳动力平均"])
                .is_some_and(|rest| !few!("岗见形群困").begins(rest))
                .then_some(0),
        },
        // 实际利用外资 is measured as such.
        "利用" | "实际利用" | "实际使用"
            if has_start(behind, &["外资", "内外资", "外商", "台资", "港资", "侨资"]) =>
        {
            Some(0)
        }
        _ => None,
    }
}

/// Whether a name begins with the short name of a province where something is: 在粤高校, 在鲁就业大学生.
fn is_located(text: &str) -> bool {
    static WHAT: Words = words![
        "就业", "两院", "院士", "投资", "务工", "创业", "工作", "注册", "高校", "央企", "项目", "外籍",
        "落户", "学习", "就读", "企业", "过夜",
    ];
    let place = text
        .strip_prefix('在')
        .filter(|place| few!("浙粤琼鲁豫皖赣闽滇黔陕甘桂冀晋渝川鄂苏湘京沪津宁").begins(place));
    place.is_some_and(|place| WHAT.begins(&place['浙'.len_utf8()..]))
}

/// Whether some words begin with a verb of action, behind adverbs: 新增荆州、孝感 before 3个.
pub(super) fn begins_in_action(words: &str) -> bool {
    static DECISIONS: Words =
        words!["确定了", "新增", "引进了", "建成", "成立了", "发布了", "建立健全", "应对", "颁布", "审议"];
    static OTHER_VERBS: Words = words!["涵盖", "包括", "包含", "分为", "涉及", "在", "的"];
    // 建设涵盖两级108个部门的平台, 确定在16个省扩大: the amount is not what is acted on.
    static GOVERN: Words =
        words!["抓好", "办好", "做好", "用好", "完成", "推进", "实施", "落实", "开展", "解决", "打好"];
    // 抓好省委确定的14项改革: what stands before 的 says which.
    let words = match words.strip_suffix('的') {
        Some(which) if GOVERN.within(head(which, 6)) => which,
        _ => words,
    };
    // 授予“深空探测的关键技术”等3项成果: what is quoted says nothing of the verb.
    let front = words.strip_suffix("”等").and_then(|list| list.rfind('“').map(|at| &list[..at]));
    if OTHER_VERBS.within(front.unwrap_or(words)) {
        return false;
    }
    let mut rest = gaps!("，\n").trim_start(words);
    for _ in 0..4 {
        // 检测大米、面粉等12类食品
        let tests = || words.ends_with('等') && WORK_VERBS.begins(rest);
        if ACTIONS.begins(rest) || has_start(rest, &["成功应对", "应对"]) || tests() {
            return true;
        }
        let stripped = leading(rest);
        if stripped == 0 {
            break;
        }
        rest = &rest[stripped..];
    }
    // 国家药监局今年确定了…等20个品种
    words.ends_with('等') && DECISIONS.within(rest)
}
