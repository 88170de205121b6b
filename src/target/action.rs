//! Verbs of action: what they act on is counted behind them, and what is said of it follows.

use super::lexicon::{MUST, NAME_GOES_ON, PLACES, SAID_OF, SUMS};
use super::work::WORK_VERBS;
use crate::charset::CharSet;
use crate::few::{few, gaps};
use crate::token::{begins, has_chars, head, is_han, strip_any_end, tail};
use crate::words::{BothWays, Endings, MANY, Words, both_ways, endings, words};

/// Verbs of action: what they act on is counted or named behind them.
pub(super) static ACTIONS: BothWays<(), MANY> = both_ways![
    "新（改）建", "新(改)建", "新改扩建", "新（改、扩）建", "改（扩）建", "新（扩）建", "识别", "增补",
    "填报", "攻克", "转化", "引导设立", "突破", "改善", "释放", "立项", "新立项", "追回", "摇出", "抽取",
    "抽出", "支持", "支援", "资助", "扶持", "鼓励", "建设", "建成", "建立", "建立健全", "新建", "改建",
    "扩建", "新改建", "改造", "新增", "增设", "新开工建设", "培育", "培养", "培养造就", "培训", "打造",
    "创建", "创办", "实施", "推进", "完成", "开展", "开工", "新开工", "开工建设", "举办", "承办", "引进",
    "引育", "认定", "选取", "确定", "发布", "设立", "成立", "组建", "壮大", "恢复", "投产", "投用", "安排",
    "投入", "落实", "提供", "试行", "试点", "讨论", "完善", "更新", "修复", "布局", "配备", "推出", "出台",
    "制定", "修订", "整治", "治理", "关停", "淘汰", "清理", "修建", "架设", "铺设", "开通", "增开", "生产",
    "处理", "查处", "立案查处", "立案侦办", "立案侦查", "建成投运", "柔性引进", "新修", "存栏", "办成",
    "做实", "育成", "补足", "机收", "全职引进", "破获", "办理", "办结", "受理", "审理", "审结", "调剂",
    "发放", "拨付", "筹集", "募集", "争取", "落户", "执行", "开发", "种植", "造林", "绿化", "救助", "慰问",
    "帮助", "帮扶", "服务", "惠及", "覆盖", "带动", "吸纳", "安置", "转移", "优化", "替代", "免收", "引领",
    "招聘", "公开招聘", "公开招录", "公开招考", "招考", "招收", "录取", "派出", "选派", "选树", "评选",
    "表彰", "授予", "获得", "拥有", "保障", "保护", "守住", "确保", "实现", "形成", "签约", "签订", "签署",
    "达成", "取消", "下放", "精简", "压减", "兑现", "减免", "化解", "处置", "盘活", "收储", "供应", "交付",
    "筹建", "续建", "加固", "疏浚", "购置", "采购", "发行", "搬迁", "改扩建", "提升改造", "升级改造",
    "实现了", "扩大", "解决", "减轻", "发现", "建造", "制造", "研制", "推广", "应用", "落地", "引入", "选育",
    "繁育", "出栏", "收购", "储备", "接待", "提请", "新设", "新培育", "净增", "新开", "新登记", "新认定",
    "新引进", "新签约", "新打造", "新建设", "新开辟", "开辟", "取得", "获批", "入选", "开行", "遴选", "承接",
    "启动建设", "启动", "优化调整", "打通", "拓宽", "拓浚", "迁建", "综合整治", "修改", "废止", "创造",
    "招生", "出版", "退耕", "开垦", "退出", "节约", "补充", "撬动", "拉动", "筹措", "维修养护", "登记",
    "召开", "扩招", "记录到", "改造提升", "提质升级", "重组", "竣工", "完工", "复工", "交付使用", "抓好",
    "办好", "用好", "设置", "选择", "组织", "做强", "筛选", "转运", "消除", "动员", "投放", "奖励", "增发",
    "建好", "编制", "颁发", "强化", "安装", "发给", "配发", "颁授", "输送", "招引", "采认", "直接采认",
    "直接扶持", "救治", "保供", "外送", "挂牌", "挂牌建设", "挂牌成立", "重组形成", "认证", "康复救助",
    "建强", "做优", "动用", "偿还", "透支", "留用", "招募留用", "关闭", "停建", "缓建", "颁布", "吸收",
    "出让", "出产", "派遣", "摄制", "译制", "扫除", "新造", "续签", "兑付", "检具", "填具", "检同", "检附",
    "缮具", "备具", "附具", "宣布失效", "严守", "捐建", "建起", "扩种", "补种", "销毁", "清退", "腾退",
    "抢修", "抽查", "抽检", "签发", "换发", "补发", "核发", "营救", "疏散", "收治", "治愈", "诊治", "下派",
    "派驻", "聘用", "录用", "督办", "约谈", "曝光", "查出", "纠正", "清除", "清运", "取缔", "接听", "采纳",
    "疏通", "接通", "捐助", "捐赠", "购进", "撤并", "注销", "吊销", "展出", "放映", "签下", "筛查", "接种",
    "排查", "走访", "消纳", "查获", "缴获", "编写", "孵化", "硬化", "亮化", "获评", "新获评", "建立起",
    "办起",
];

/// Verbs of action that begin names as well, with the characters behind them that make one: 生产总值, 处理能力, 试点地区.
pub(super) static NOMINAL: Words<&str, MANY> = Words::of(&[
    ("生产", "率量额值业力性区总规体强能费价度数链者商站资许安经"),
    ("服务", "率量额值业力性区总规体强能费价度数链者商站贸消行"),
    ("培训", NAME_CHARS),
    ("帮扶", NAME_CHARS),
    ("招聘", NAME_CHARS),
    ("治理", NAME_CHARS),
    ("造林", NAME_CHARS),
    ("绿化", NAME_CHARS),
    ("覆盖", NAME_CHARS),
    ("保护", NAME_CHARS),
    ("处理", NAME_CHARS),
    ("供应", NAME_CHARS),
    ("储备", NAME_CHARS),
    ("投入", NAME_CHARS),
    ("出栏", NAME_CHARS),
    ("存栏", NAME_CHARS),
    ("疏散", "门通楼出口距宽路指标走"),
    ("接待", NAME_CHARS),
    ("登记", NAME_CHARS),
    ("应用", NAME_CHARS),
    ("利用", NAME_CHARS),
    ("收购", NAME_CHARS),
    ("采购", "率量额值业力性区总规体强能费价度数链者商站预金需"),
    ("执行", "率量额值业力性区总规体强能费价度数链者商站到案"),
    ("研制", NAME_CHARS),
    ("布局", NAME_CHARS),
    ("发行", NAME_CHARS),
    ("安置", NAME_CHARS),
    ("转移", "率量额值业力性区总规体强能费价度数链者商站就支"),
    ("保障", NAME_CHARS),
    ("救助", NAME_CHARS),
    ("开发", NAME_CHARS),
    ("种植", NAME_CHARS),
    ("处置", NAME_CHARS),
    ("带动", NAME_CHARS),
    ("节约", NAME_CHARS),
    ("使用", NAME_CHARS),
    ("安排", NAME_CHARS),
    ("抽检", NAME_CHARS),
    ("抽查", NAME_CHARS),
    ("排查", NAME_CHARS),
    ("签发", NAME_CHARS),
    ("收治", NAME_CHARS),
    ("治愈", NAME_CHARS),
    ("诊治", NAME_CHARS),
    ("招录", NAME_CHARS),
    ("录用", NAME_CHARS),
    ("清运", NAME_CHARS),
    ("采纳", NAME_CHARS),
    ("接通", NAME_CHARS),
    ("放映", NAME_CHARS),
    ("筛查", NAME_CHARS),
    ("接种", NAME_CHARS),
    ("消纳", NAME_CHARS),
    ("调解", NAME_CHARS),
    ("孵化", NAME_CHARS),
    ("硬化", NAME_CHARS),
    ("亮化", NAME_CHARS),
    ("捐赠", NAME_CHARS),
    ("聘用", NAME_CHARS),
    ("竣工", "率量额值业力性区总规体强能费价度数链者商站面"),
    ("完工", "率量额值业力性区总规体强能费价度数链者商站率"),
    ("试点", "地单项城省县工范的"),
    ("制造", "业装能"),
    ("突破", "口性"),
    ("建设", "率量额值业力性区总规体强能费价度数链者商站用"),
    ("转化", "率平效"),
    ("征收", "率标管额范部机对比的"),
    ("对接", "会活平机点率度服"),
    ("扣除", "标额比率限项凭数"),
    ("接收", "率单机站人能者"),
    ("综合治理", "率项工行区能体"),
    ("建成", "区"),
    ("退耕", "还"),
    ("认证", "机证企产标体书"),
    ("保供", "企能"),
    ("外送", "电量通能"),
    ("办理", "时期周窗流环事量率"),
    ("受理", "时期周窗量率"),
    ("招生", "数人计规总名对工"),
    ("发布", "会"),
    ("签约", "服率"),
    ("机收", "水率面"),
]);

/// Characters with which most of them begin a name.
const NAME_CHARS: &str = "率量额值业力性区总规体强能费价度数链者商站";

/// Whether some words are a verb of action and no more.
pub(super) fn is_action(words: &str) -> bool {
    let words = gaps!("，、\n").trim(words);
    // 造林600万公顷 names what it did.
    ACTIONS.has(words) && !NOMINAL.has(words)
}

/// Whether a verb of action begins a name with what stands behind it: 生产 before 总值, 处理 before 能力.
pub(super) fn begins_name(verb: &str, behind: &str) -> bool {
    /// What begins as the rest of such a name does, and is what the verb acts on: 建设体育公园, 生产数字电视机.
    static ACTED_ON: Words = words![
        "商品", "数字", "数据", "体彩", "体育", "能源", "总部", "规模化", "规模以上", "区域性", "区域医",
        "区域中心", "区级", "强镇", "强村", "强县", "度假",
    ];
    NOMINAL.strip(verb).is_some_and(|(rest, names)| rest.is_empty() && begins(behind, names))
        && !ACTED_ON.begins(behind)
}

/// Whether some words end in a verb of action, or in 为 对 给 with an action behind the noun.
pub(super) fn ends_in_action(words: &str) -> bool {
    static BEFORE_COUNT: Endings = endings![SUMS, "新一批", "首批", "一批", "共", "至少", "再", "新", "出"];
    static ACTION_ENDS: CharSet = CharSet::of("了把国球界外")
        .or(&BEFORE_COUNT.last_chars())
        .or(&SECOND.last_chars())
        .or(&ACTIONS.last_chars())
        .or(&RESULTS.last_chars())
        .or(&WORK_VERBS.last_chars());
    if !ACTION_ENDS.ends(words) {
        return false;
    }
    // 售出 is a verb itself.
    let resultative = few!("出").ends(words) && (ACTIONS.ends(words) || ends_in_result(words));
    let words = BEFORE_COUNT.strip_end(words).map_or(words, |(rest, ())| rest);
    let words = without_second(words.strip_suffix('了').unwrap_or(words));
    resultative || ACTIONS.ends(words) || few!("把").ends(words) || ends_in_result(words)
}

/// Verbs that stand second, behind 和.
static SECOND: Endings = endings!["升级", "在建", "扩建", "续建", "扩容", "提升", "改造", "更新", "修订"];

/// Some words without the second of two verbs of action, which may be none by itself: 续签和升级 is 续签.
fn without_second(words: &str) -> &str {
    let first = SECOND.strip_end(words).and_then(|(front, ())| front.strip_suffix(['和', '及', '与', '并']));
    first.unwrap_or(words)
}

/// Whether some words end in a verb that says what was done to what is counted: 应对, 检查, 远销全球.
fn ends_in_result(words: &str) -> bool {
    /// Those of work that say what something is about, or that end names: 涉及12个税目, 矿山整顿两个攻坚战.
    static DESCRIBING: Endings =
        endings!["涉及", "部署", "提升", "冲刺", "加计", "整顿", "划分", "少用", "发展"];
    let words = strip_any_end(words, &["全国", "全球", "世界", "海外"]).unwrap_or(words);
    RESULTS.ends(words) || WORK_VERBS.ends(words) && !DESCRIBING.ends(words)
}

/// Whether some words are a verb of action or work and no more, be it one that begins names as well.
pub(super) fn is_whole_verb(words: &str) -> bool {
    ACTIONS.has(words) || WORK_VERBS.has(words) || RESULTS.has(words)
}

/// Modals with a verb of having.
static MUST_HAVE: BothWays = both_ways![
    "应有", "应当有", "应设", "应当设", "应设置", "应当设置", "应设有", "应当设有", "应设立", "应当设立",
    "应配备", "应当配备", "应配有", "应当配有", "应备有", "应当备有", "须有", "须设", "须设置", "须配备",
    "必须设立", "可以设", "可设", "得设", "可以设立", "应指派", "应当指派", "应具备", "应当具备", "应具有",
    "应当具有", "应安排", "应当安排", "可以委托", "应委托", "应当委托",
];

/// Verbs of having that other words part from the modal.
static PROVIDE: BothWays = both_ways!["设", "设置", "设立", "配备", "指派", "委托", "安排"];

/// Whether some words end in a modal and a verb of having, or in the kinds of what is to be had:
/// 应当设, 须有, 应设置厨余、其他. `lists` says whether 、 may stand in them.
pub(super) fn is_required(words: &str, lists: bool) -> bool {
    static REQUIRED_ENDS: CharSet = CharSet::of("").or(&MUST_HAVE.last_chars()).or(&PROVIDE.last_chars());
    (lists || REQUIRED_ENDS.ends(words)) && requires(words, lists)
}

/// What [`is_required`] asks, of words that end as these do.
#[inline(never)]
fn requires(words: &str, lists: bool) -> bool {
    let near = tail(words, 24);
    let front = match MUST_HAVE.strip_end(near) {
        Some((front, ())) => Some(front),
        None if lists => {
            let kinds = MUST_HAVE.find_all(near).last().filter(|(at, len, ())| {
                let kinds = &near[at + len..];
                kinds.contains('、') && kinds.chars().all(|c| is_han(c) && c != '的' || c == '、')
            });
            kinds.map(|(at, ..)| &near[..at]).or_else(|| provides_at(words))
        }
        None => provides_if(near),
    };
    front.is_some_and(|front| !few!("供反对相响适效感").ends(front))
}

/// What stands before a modal that a place parts from its verb, where kinds of what is to be had follow:
/// 应当在门口设置厨余垃圾、其他垃圾.
fn provides_at(words: &str) -> Option<&str> {
    let near = tail(words, 64);
    let (verb, len, ()) = PROVIDE.find_all(near).last()?;
    let kinds = &near[verb + len..];
    let row = kinds.contains('、') && kinds.chars().all(|c| is_han(c) && c != '的' || c == '、');
    let modal = ["应当在", "应在", "必须在", "须在"].iter().find_map(|modal| near[..verb].rfind(modal));
    modal.filter(|_| row).map(|at| &near[..at])
}

/// What stands before a modal that an adverbial parts from its verb: 可以根据需要设, 应当按照规定配备.
fn provides_if(words: &str) -> Option<&str> {
    static MODALS: Words = words![MUST, "可以", "可"];
    static ACCORDING_TO: Words = words!["根据", "按照", "按", "依照", "依", "视", "结合"];
    let (rest, ()) = PROVIDE.strip_end(words)?;
    let rest = strip_any_end(rest, &["需要", "规定", "情况", "要求", "实际"])?;
    let (at, len, ()) = MODALS.find_all(rest).last()?;
    ACCORDING_TO.begins(&rest[at + len..]).then(|| &rest[..at])
}

/// More verbs before what is counted, which also begin names or stand in them, so that they stay in the name
/// of a subject.
static RESULTS: BothWays<(), MANY> = both_ways![
    "进行", "访问", "协助", "应对", "议定", "上线", "谋划", "发射", "选定", "委托", "指派", "新签", "发生",
    "爆发", "贯通", "制订", "拟定", "起草", "远销", "通达", "直达", "辐射", "再建", "评定", "输出", "救护",
    "审议", "预警", "训练", "串联", "通报表扬", "通报批评", "邀请", "听取", "听取了", "稳妥运行", "对外开放",
    "批准开放", "督查", "暗访", "暗查", "吸引", "引导", "加入", "重修", "审核", "表决通过", "审查通过",
    "翻译", "转交", "接管", "接纳", "判决", "告破", "俘虏", "攻占", "取保", "扶助", "存放", "诞生", "涌现",
    "涌现出", "出现", "聚集", "可容纳", "任免", "分流", "结对", "结对帮扶", "驻守", "发动", "选举产生",
    "主持", "出访", "治疗", "报废", "交割", "研发", "列入", "共建", "创编", "解散", "停办", "植下", "战胜",
    "减缓", "精选", "管护", "托管", "架通", "盖起", "竖起", "建档立卡", "结成", "缔造", "树起", "完成对",
    "开展对", "选区选", "各选", "可选", "应选", "分别选", "村选", "单位选", "大力发展", "加快发展",
    "稳步发展", "积极发展", "重点发展", "将发展", "共发展", "累计发展", "新发展",
];

/// Whether some words end in a verb that takes away from a whole: 关停5000万千瓦小火电机组.
pub(super) fn closes(words: &str) -> bool {
    static CLOSE: Endings = endings!["关停", "淘汰", "压减", "退出", "减少", "化解", "关闭", "削减", "替代"];
    CLOSE.ends(words)
}

/// Whether some words end in a preposition of those for whom or with whom something is done:
/// 为200名, 与12个, not 参与12个.
pub(super) fn serves(words: &str) -> bool {
    if !few!("为给与同向上球外").ends(words) {
        return false;
    }
    // 同世界上30个国家
    let words = strip_any_end(words, &["世界上", "全球", "国内外", "海外"]).unwrap_or(words);
    match words.strip_suffix(['为', '给', '与', '同', '向']) {
        Some(front) if words.ends_with('向') => {
            !few!("方导面意趋转投流走动定双单横纵倾内外去志朝反正风航").ends(front)
        }
        Some(front) if words.ends_with(['与', '同']) => !few!("参给授赋付会共如合不相陪").ends(front),
        Some(front) => !few!("分作成称定列转改变较更视认供补配自").ends(front),
        None => false,
    }
}

/// Whether a clause begins with those for whom something is done, and an amount of them stands behind its words:
/// 为西部地区300万名, 对孤儿、残疾人等20万名.
pub(super) fn begins_serving(clause: &str) -> bool {
    static FIRST: Words = words![SUMS, "还", "并", "已", "已经", "再", "继续", "共", "今年"];
    static SERVED_ENDS: Endings = endings![PLACES, "地区", "农村", "等", "符合条件的"];
    let clause = gaps!("\n").trim(clause);
    let clause = FIRST.strip(clause).map_or(clause, |(rest, ())| rest);
    let Some(whom) = clause.strip_prefix(['为', '给', '对', '向']) else { return false };
    SERVED_ENDS.ends(whom) && !few!("于此了着期何").begins(whom)
}

/// Whether some words begin with what is done for others or with them: 免费提供体检, 进行评估.
pub(super) fn begins_service(words: &str) -> bool {
    static HOW: Words = words![SUMS, "免费", "分别", "共同", "上门", "优先", "已", "已经", "又", "先后"];
    static DONE: Words = words![
        "进行", "建交", "结好", "缔结", "补助", "减免", "减轻", "发给", "体检", "筛查", "返还", "退还"
    ];
    let words = HOW.strip(words).map_or(words, |(rest, ())| rest);
    ACTIONS.begins(words) || DONE.begins(words)
}

/// Whether a clause may go on behind an amount that its noun precedes: …代表约150人参加.
pub(super) fn goes_on_after_amount(after: &str) -> bool {
    static WORDS: Words = words![
        "参加", "参与", "出席", "受益", "参保", "和", "及", "以及", "要用于", "应当用于", "必须用于", "供给",
        "全线贯通", "全部建成", "建成通车", "并有序", "并逐步", "并纳入", "并连", "并实现", "并持续",
        "这条红线", "到位", "大关", "关口", "台阶", "历史性节点", "历史性关口", "历史性台阶", "整数关口",
        "创历史", "创下历", "创历年", "创同期", "创近", "创新高", "创有记录", "创有史", "再创", "居全",
        "居世界", "居首位", "居各", "居中部", "居西部", "居东部", "居同类", "位居", "位列", "列全", "名列",
        "稳居", "跃居", "排名全", "排名第",
    ];
    WORDS.begins(after)
}

/// Where a verb stands in the words for some people or things that says what they do: 农户 in 农户采用清洁炉灶.
pub(super) fn acts_in(words: &str) -> Option<usize> {
    static THEY_DO: Words = words![
        "普及", "采用", "配备", "用于", "建成", "达标", "达到", "得到", "使用", "三级达标", "能够", "都能",
        "建立", "建有", "设有", "享有", "实施", "开展", "进行", "划入", "配有", "具备",
    ];
    THEY_DO.find_all(words).map(|(at, ..)| at).find(|at| *at >= 2 * '人'.len_utf8())
}

/// 死亡, 受伤 …: the length of a word for harm that a text begins with.
pub(super) fn harm(after: &str) -> Option<usize> {
    static HARMS: Words = words!["死亡", "受伤", "重伤", "轻伤", "遇难", "失踪", "失联", "获救"];
    Some(HARMS.longest(after)).filter(|len| *len > 0)
}

/// Whether something is said of the noun that a text follows.
pub(super) fn is_predicate(after: &str) -> bool {
    static PREDICATES: Words<(), MANY> = words![
        SAID_OF, "开始", "向社会公开", "进行", "实行", "推行", "设有", "通了", "免费", "加以保护",
        "加以改造", "加以治理", "加以整治", "加以扶持", "加以支持", "予以保护", "予以支持", "予以扶持",
        "予以改造", "予以补助", "予以奖励", "予以救助", "予以资助", "予以补贴", "予以减免", "再就业", "退出",
        "通水", "通电", "通路", "通气", "搬入", "搬进", "恢复", "建成", "投产", "投入", "投用", "发布",
        "开工", "全面", "见效", "新获", "新入选", "竣工", "完工", "通车", "运营", "上线", "落地", "入选",
        "获", "获评", "获批", "达产", "在城", "入围", "跻身", "进入", "纳入", "挂牌", "揭牌", "升格", "落户",
        "完成", "全面完成", "实现", "取得", "达到", "全部", "将受益", "将从中受益", "将从中获益",
        "将直接受益", "将因此受益", "升级为", "升级成", "划入", "从中受益", "从中获益", "直接受益",
        "间接受益", "顺利", "对外开放", "启动", "加快", "全覆盖", "被认定", "被命名", "脱贫", "参保", "受益",
        "在", "稳定", "消除", "来访", "来华", "受惠", "参赛", "参展", "参会", "参加", "参与", "接受", "享受",
        "融入", "加入", "列入", "投运", "贯通", "开通", "上市", "入住", "开业", "复工", "摘帽", "受灾",
        "返乡", "化解", "告别", "用上", "喝上", "走上", "住上", "立起", "成为", "转为", "晋级", "位列",
        "位居", "居全国", "居全省", "基本", "相继", "稳步", "持续", "深入", "广泛", "首次", "率先", "先后",
        "陆续", "正式", "成功", "纷纷", "加速", "同步", "如期", "提前", "按期", "有序", "集中", "追回",
        "开展", "实施", "得到", "获得", "荣获", "超过", "突破", "通过", "均", "都", "已", "被", "整县",
        "办结", "落实", "签约", "排名", "上榜", "兑现", "达标", "整体提升", "渡过", "扎实", "大幅", "亮相",
        "参照", "共享", "开设", "重组入", "复制推广", "全国复制", "交付", "确权", "迈入", "跨入", "梯次",
        "布局拓展", "异地办理", "跨省通办", "有力", "有效", "提质", "评选出", "网上", "一次办", "通高",
        "聚力", "对外", "转入", "圆满", "成型", "受到", "也受到", "分别受到", "也分别受到", "予以通报",
        "予以表扬", "予以表彰", "给予通报", "给予表彰", "发行各", "发行了", "免征", "受命名", "开局",
        "装车应用", "实战化", "先行探索", "先行先试", "并网发电", "主板上市", "科创板上市", "成功上市",
        "首发上市", "常态化运行", "试运行", "就读", "饮水安全问题得到", "提请审议", "提请人大", "提请省人大",
        "提请市人大", "出台施行", "出台实施", "开诊", "可在", "可享受", "可按", "可通过", "可直接", "可申请",
        "将于", "可网上", "可全程", "可就近", "可跨", "可异地", "可自主",
    ];
    // 参保率 is a name.
    let verb = PREDICATES.longest(after);
    verb > 0 && !NAME_GOES_ON.begins(&after[verb..])
}

/// What stands behind the names of those who are counted: 被判刑 in 3名责任人张某、李某和王某被判刑.
#[cold]
pub(super) fn behind_names(after: &str) -> Option<&str> {
    let near = head(after, 40);
    let at = near.find('被')?;
    let mut names = near[..at].trim_end_matches('均').split(['、', '和', '及', '与']);
    names
        .all(|name| has_chars(name, 2) && !has_chars(name, 5) && name.chars().all(is_han))
        .then(|| &after[at..])
}

/// Whether all of it was done: 全部兑现.
pub(super) fn is_accomplished(after: &str) -> bool {
    static WHOLE: Words = words!["全部", "圆满", "如期", "按期", "顺利", "全面完成", "全面建成", "全面落"];
    WHOLE.begins(after)
}

/// Whether it has done something: 解决了饮水问题.
pub(super) fn is_deed(after: &str) -> bool {
    let after = after.strip_prefix("初步").unwrap_or(after);
    let done = |rest: &str| rest.starts_with('了');
    ACTIONS.strip(after).is_some_and(|(rest, ())| done(rest))
        || WORK_VERBS.strip(after).is_some_and(|(rest, _)| done(rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::target::traces::{Traces, asked};

    #[test]
    fn a_verb_stands_in_one_table() {
        let twice = |verb: &&str| ACTIONS.has(verb) && (WORK_VERBS.has(verb) || RESULTS.has(verb));
        assert_eq!(ACTIONS.all().find(twice), None);
        assert_eq!(WORK_VERBS.all().find(|verb| RESULTS.has(verb)), None);
    }

    #[test]
    fn what_is_required_has_a_modal() {
        assert!(MUST_HAVE.all().all(|word| Traces::of(word).may_have(asked!("应须可得"))));
    }
}
