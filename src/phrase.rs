//! The tables of words by which names are cut out of clauses, and what the words around an amount say.

use core::ops::Range;

use crate::target::Change;
use crate::token::{begins, ends, gap, is_gap, is_han, strip_any, strip_any_end, tail};
use crate::words::{Words, words};

/// A noun phrase, as a passage of the text it was cut from.
pub(crate) type Phrase<'a> = &'a str;

/// Words that lead up to the name of a subject and are no part of it: conjunctions, adverbs, modals.
static LEADING: Words = words![
    "做好", "抓好", "稳妥推进", "其中", "同时", "以及", "并且", "此外", "另外", "目前", "当前", "全年",
    "当年", "本次", "据初步统计", "据统计", "初步统计", "预计", "预期", "力争", "争取", "确保", "努力",
    "推动", "推进", "促进", "加快", "加大", "继续", "进一步", "不断", "持续", "稳步", "逐步", "全面", "基本",
    "积极", "切实", "着力", "大力", "抓紧", "重点", "累计", "合计", "共计", "总计", "平均", "分别", "提出",
    "要求", "明确", "规定", "保持", "使得", "因此", "所以", "每年", "每月", "年度", "年均", "实现", "达成",
    "努力实现", "提出了", "目标是", "一年", "期间", "时期", "到期", "使用", "直接推动", "年内", "提请审议",
    "拟安排", "计划", "计划生产", "计划招收", "安排", "国家安排", "中央财政安排", "市级财政安排", "属于",
    "用于", "按照", "按可比口径", "扣除", "实际利用", "利用", "吸引", "原则上", "必须", "需要", "需",
    "紧紧围绕", "引导", "必须通过", "全省共", "共有", "另有", "还有", "现有", "已有", "没有", "就是", "如果",
    "以上", "以下", "其他", "首批",
];

/// Single characters that do the same, and those behind them that make both a word: 再生水, 在校生.
static LEADING_CHARS: Words<&str> = Words::of(&[
    ("使", "用馆命"),
    ("让", ""),
    ("将", "军来"),
    ("把", "握关"),
    ("要", "素点求件"),
    ("并", "网购"),
    ("且", ""),
    ("已", ""),
    ("均", "衡等"),
    ("也", ""),
    ("又", ""),
    ("再", "生就造融贷担保"),
    ("共", "建享同有产青"),
    ("约", "束定谈"),
    ("即", "将时期"),
    ("对", "外口非地美俄日欧台港虾接象策"),
    ("在", "校建园册职岗沪湘京线编途产役"),
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
    ("到", "位岸账期户场"),
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
    ("可", "再支用持降行望"),
    ("应", "急届用收税"),
    ("须", ""),
    ("内", "蒙河燃设部容贸需陆地资科"),
    ("底", ""),
    ("末", ""),
    ("前", "瞻海沿期十"),
    ("后", "备续期"),
    ("拟", "建"),
    ("另", ""),
    ("或", "者许"),
    ("获", "得批评奖救"),
    ("拨", "备款"),
    ("设", "备施计立置区市想定"),
]);

/// Verbs of action: what they act on is counted or named behind them.
static ACTIONS: Words = words![
    "新（改）建", "新(改)建", "新（改、扩）建", "改（扩）建", "新（扩）建", "识别", "增补", "填报", "攻克",
    "转化", "引导设立", "突破", "改善", "释放", "立项", "新立项", "追回", "摇出", "抽取", "抽出", "支持",
    "支援", "资助", "扶持", "鼓励", "建设", "建成", "建立", "建立健全", "新建", "改建", "扩建", "新改建",
    "改造", "新增", "增设", "培育", "培养", "培养造就", "培训", "打造", "创建", "创办", "实施", "推进",
    "完成", "开展", "开工", "新开工", "开工建设", "举办", "承办", "引进", "引育", "认定", "选取", "确定",
    "发布", "设立", "成立", "组建", "壮大", "恢复", "投产", "投用", "安排", "投入", "落实", "提供", "试行",
    "试点", "讨论", "完善", "更新", "修复", "布局", "配备", "推出", "出台", "制定", "修订", "整治", "治理",
    "关停", "淘汰", "清理", "修建", "架设", "铺设", "开通", "增开", "生产", "处理", "查处", "破获", "办理",
    "办结", "受理", "审理", "审结", "调剂", "发放", "拨付", "筹集", "募集", "争取", "落户", "执行", "开发",
    "种植", "造林", "绿化", "救助", "慰问", "帮助", "帮扶", "服务", "惠及", "覆盖", "带动", "吸纳", "安置",
    "转移", "招聘", "招收", "录取", "派出", "选派", "选树", "评选", "表彰", "授予", "获得", "拥有", "保障",
    "保护", "守住", "确保", "实现", "形成", "签约", "签订", "签署", "达成", "取消", "下放", "精简", "压减",
    "兑现", "减免", "化解", "处置", "盘活", "收储", "供应", "交付", "筹建", "续建", "加固", "疏浚", "清淤",
    "购置", "采购", "发行", "搬迁", "改扩建", "提升改造", "升级改造", "实现了", "扩大", "解决", "减轻",
    "发现", "建造", "制造", "研制", "推广", "应用", "落地", "引入", "选育", "繁育", "出栏", "收购", "储备",
    "接待", "提请", "新设", "新培育", "净增", "新开", "新登记", "新认定", "新引进", "新签约", "新打造",
    "新建设", "新开辟", "开辟", "取得", "获批", "入选", "开行", "遴选", "承接", "启动建设", "启动",
    "优化调整", "打通", "拓宽", "拓浚", "迁建", "综合整治", "修改", "废止", "创造", "挽回", "招生", "出版",
    "退耕", "开垦", "退出", "节约", "补充", "撬动", "拉动", "筹措", "维修养护", "登记", "召开", "扩招",
    "记录到", "改造提升", "提质升级", "重组", "竣工", "完工", "复工", "交付使用", "抓好", "办好", "用好",
    "设置", "选择", "组织", "做强", "筛选", "转运", "消除", "动员", "促成", "投放", "奖励", "增发", "建好",
    "编制", "印发", "颁发",
];

/// Verbs of action that begin names as well, with the characters behind them that make one: 生产总值, 处理能力, 试点地区.
static NOMINAL: Words<&str> = Words::of(&[
    ("生产", NAMES),
    ("服务", "率量额值业力性区总规体强能费价度数链者商站贸消行"),
    ("培训", NAMES),
    ("治理", NAMES),
    ("造林", NAMES),
    ("绿化", NAMES),
    ("覆盖", NAMES),
    ("保护", NAMES),
    ("处理", NAMES),
    ("供应", NAMES),
    ("储备", NAMES),
    ("投入", NAMES),
    ("出栏", NAMES),
    ("接待", NAMES),
    ("登记", NAMES),
    ("应用", NAMES),
    ("利用", NAMES),
    ("收购", NAMES),
    ("采购", NAMES),
    ("执行", NAMES),
    ("研制", NAMES),
    ("布局", NAMES),
    ("发行", NAMES),
    ("安置", NAMES),
    ("转移", "率量额值业力性区总规体强能费价度数链者商站就支"),
    ("保障", NAMES),
    ("救助", NAMES),
    ("开发", NAMES),
    ("种植", NAMES),
    ("处置", NAMES),
    ("带动", NAMES),
    ("节约", NAMES),
    ("使用", NAMES),
    ("安排", NAMES),
    ("竣工", "率量额值业力性区总规体强能费价度数链者商站面"),
    ("完工", "率量额值业力性区总规体强能费价度数链者商站率"),
    ("试点", "地单项城省县工"),
    ("制造", "业装能"),
    ("突破", "口性"),
    ("建设", "率量额值业力性区总规体强能费价度数链者商站用"),
    ("转化", "率平效"),
    ("建成", "区"),
    ("退耕", "还"),
    ("办理", "时期周窗流环事量率"),
    ("受理", "时期周窗量率"),
]);

/// Characters with which most of them begin a name.
const NAMES: &str = "率量额值业力性区总规体强能费价度数链者商站";

/// Words behind a subject and before its verb that are no part of it.
static TRAILING: Words = words![
    "建成通车", "通车", "投产", "率先", "在全国率先", "同口径", "开工", "竣工", "开行", "继续", "分别",
    "累计", "合计", "总计", "共计", "预计", "预期", "力争", "确保", "实际", "同比", "环比", "同比实际",
    "年均", "平均", "平均每年", "每年", "总体", "基本", "逐步", "进一步", "不断", "持续", "稳步", "稳定",
    "应当", "应该", "应", "可以", "必须", "不得", "将", "要", "也", "已", "已经", "均", "都", "仅", "只",
    "再", "又", "就", "共", "比上年", "较上年", "比去年", "较去年", "比上年同期", "名义", "大幅", "首次",
    "合共", "平均每人", "总共", "历史性", "由此", "力争年均", "年平均", "连续", "一度", "全面", "可",
    "新台币", "人民币", "美金", "每人每月", "每月", "每天", "每人", "每户", "每人每次", "每人每年",
    "每户每月", "每次", "共约", "大约", "给予", "不宜", "原则上", "至少", "年内", "未", "还", "净", "仍",
    "可望", "会", "估计", "最低", "最高", "最高不", "最低不", "全年", "现在", "平均每月", "未达", "超", "之",
    "预计将", "有望", "需", "须", "拟", "约为", "总体上", "稳中有升", "逐年", "快速", "较快", "年内至少",
    "分别从", "当年", "下", "后", "各",
];

/// Verbs and adverbs that are no name by themselves: the clause has left its subject out.
static NO_NAMES: Words = words![
    "全国", "全省", "全市", "全区", "全县", "全社会", "同口径", "安排", "投入", "支持", "建设", "建成",
    "新建", "完成", "实施", "推进", "拨付", "发放", "每年安排", "各类", "增加", "增加了", "增产", "上升",
    "上升为", "递增", "折合", "减为", "拟定为", "将为", "共为", "合计为", "合计", "拟安排", "达到了", "上行",
    "下行", "不宜", "五年", "十年", "三年", "每人", "每个", "每户", "每年", "年均净", "平均", "同比", "环比",
    "其中", "另外", "累计", "比去年", "比上年", "总计", "共计", "全年", "目前", "以及", "一年", "此外",
    "新增", "竣工", "开工", "净增", "分别", "高达", "多达", "下降", "提高",
];

/// Words at which the name of what is counted ends.
static STOPS: Words = words![
    "划转", "提前", "实行", "基本完成", "基本建成", "基本实现", "基本形成", "作为", "恢复", "建成", "投产",
    "投入", "投用", "发布", "开工", "竣工", "完工", "通车", "运营", "上线", "落地", "实现", "达到", "参加",
    "改革探索", "开展", "获得", "获评", "获批", "入选", "入围", "跻身", "纳入", "完成", "转为", "要求",
    "决不", "全部", "顺利", "进行", "给出", "加快", "探索", "改革试点", "开始", "有序", "可以", "能够",
    "涉及", "构成", "包括", "和一", "和“", "左右", "的比例", "出席", "签署", "得到", "受到", "取得", "共同",
    "分别", "陆续", "集中", "成功", "正式", "率先", "先后", "全面", "达产", "达效", "参与", "与会", "联合",
    "排名", "挂牌", "揭牌", "升格", "落户", "脱贫", "参保", "领取", "受益", "分两", "分三", "进入", "获国家",
    "获全国", "被认定", "被评", "被命名", "对外开放", "增加到", "提高到", "扩大到", "稳定消除", "稳定实现",
    "消除", "来访", "来华", "参赛", "接受", "享受", "融入", "加入", "列入", "投运", "贯通", "开通", "开业",
    "复工", "摘帽", "受伤", "死亡", "遇难", "返乡", "化解", "告别", "用上", "喝上", "走上", "住上", "立起",
    "晋级", "位列", "位居", "居全国", "居全省", "遍布", "惠及", "涵盖", "相继", "稳步", "持续", "广泛",
    "首次", "纷纷", "同步", "如期", "按期", "稳定", "追回", "就业增收", "整县", "整村", "通过国家",
    "通过验收", "通过省", "被", "签约落地", "就近", "办结", "整改完成", "网上可办", "建设进度", "快速",
    "在城镇", "给予", "予以", "各", "但", "曾经", "免费", "密切"
];

/// Particles at which it ends, and the characters before them that make both a word: 重要, 高等.
static PARTICLES: Words<&str> = Words::of(&[
    ("在", "存内外潜所实现"),
    ("为", "行作成认人"),
    ("由", "自理"),
    ("将", "大小即"),
    ("被", ""),
    ("从", ""),
    ("向", "方面去定"),
    ("并", "合兼"),
    ("已", ""),
    ("正", "公修改真端"),
    ("要", "重主首必需紧纲概次"),
    ("都", "首成国"),
    ("均", "人平年月日户亩"),
    ("等", "高平中初优同均劣"),
    ("即", "立随"),
    ("是", "实国"),
    ("也", ""),
    ("还", ""),
    ("又", ""),
    ("给", "供补"),
    ("到", ""),
    ("至", ""),
    ("使", "大天公"),
    ("让", "转"),
    ("就", "成"),
    ("把", ""),
]);

/// Names of counts that stand for a slogan or a grade and measure nothing.
static FIXED: Words = words![
    "现代化", "意识", "自信", "全面", "确立", "维护", "基本原则", "原则", "方针", "世界", "阶段", "方面",
    "层次", "环节", "市场", "大局", "问题", "同", "结合", "确保", "统筹", "基点", "关键", "转变", "坚持",
];

/// How long a verb at the start of a text is.
fn leading_verb(text: &str) -> usize {
    ACTIONS.longest(text).max(LEADING.longest(text))
}

/// How long a word at the start of a text is that leads up to a name.
fn leading(text: &str) -> usize {
    // 新开发, 新创建
    let new = text.strip_prefix('新').map_or(0, |rest| ACTIONS.longest(rest));
    let word = match leading_verb(text) {
        0 if new > 0 => new + '新'.len_utf8(),
        word => word,
    };
    // 重点推进, but 重点企业
    if &text[..word] == "重点" && leading_verb(&text[word..]) == 0 {
        return 0;
    }
    if word > 0 {
        // 生产总值, 处理能力: the verb begins a name.
        let name = NOMINAL
            .strip(&text[..word])
            .is_some_and(|(rest, names)| rest.is_empty() && begins(&text[word..], names));
        return if name { 0 } else { word };
    }
    match LEADING_CHARS.strip(text) {
        Some((behind, not_before)) if !begins(behind, not_before) => text.len() - behind.len(),
        _ => 0,
    }
}

/// What stands behind someone who acts and the verb: 全市拥有公共图书馆 is 公共图书馆. A verb that begins names is none here.
fn behind_actor(words: &str) -> &str {
    static ACTORS: Words =
        words!["机构", "公司", "部门", "政府", "自治区", "各地", "各级", "常委会", "委员会", "国务院"];
    let found = ACTIONS.find_all(words).find(|(at, len, ())| {
        let (before, behind) = (&words[..*at], &words[at + len..]);
        let scope = begins(before, "全各我") && ends(before, "省市县区州国") && before.chars().count() <= 3;
        (scope || ACTORS.strip_end(before).is_some())
            && NOMINAL.strip(&words[*at..]).is_none()
            && behind.chars().count() >= 2
            && !begins(behind, "区率额值量的")
    });
    found.map_or(words, |(at, len, ())| &words[at + len..])
}

/// Words that rank what stands before them.
static RANKS: Words = words!["全国第", "居全国", "位居", "居全省", "全省第", "排全国", "世界第"];

/// Words behind which the name of a subject begins, wherever they stand.
static CUTS: Words = words!["每年", "基准为", "共发生", "发生", "目标为", "目标是"];

/// The name of a subject in the words before its verb or amount, or nothing.
pub(crate) fn subject_before(words: &str) -> Option<Phrase<'_>> {
    let mut rest = words
        .trim_start_matches(|c: char| is_gap(c) || matches!(c, '\n' | '，' | '、' | '—' | '：' | '”'))
        .trim_end_matches(|c: char| is_gap(c) || matches!(c, '\n' | '，' | '、' | '—' | '：' | '“'));
    // What follows the last copula or particle names the subject: 基准为家庭年人均收入, 定了每年减税.
    if CUTS.within(rest) {
        for cut in CUTS.all() {
            if let Some(at) = rest.rfind(cut) {
                let behind = &rest[at + cut.len()..];
                if behind.chars().count() >= 2 {
                    rest = behind;
                }
            }
        }
    }
    // 通车里程全国第四、突破1万公里
    if let Some(at) = RANKS.find(rest).filter(|at| *at > 0) {
        rest = rest[..at].trim_end_matches(|c: char| is_gap(c) || matches!(c, '，' | '、'));
    }
    // A line that was not wrapped ends what stands before it.
    if let Some(at) = rest.rfind('\n')
        && !(rest[at + 1..].starts_with(is_han) && rest[..at].ends_with(|c| is_han(c) || c == '）'))
    {
        rest = rest[at + 1..].trim_start_matches(is_gap);
    }
    while let Some(shorter) = TRAILING
        .strip_end(rest)
        .map(|(r, ())| r.trim_end_matches(is_gap))
        .or_else(|| without_comparison(rest))
    {
        rest = shorter;
    }
    // 按总产值计算的劳动生产率
    if let Some(at) = rest.strip_prefix('按').and_then(|r| r.find('的')) {
        rest = &rest['按'.len_utf8() + at + '的'.len_utf8()..];
    }
    rest = behind_actor(behind_actor(rest));
    for _ in 0..8 {
        if rest.starts_with("平均每") {
            break;
        }
        let behind =
            rest[leading(rest)..].trim_start_matches(|c: char| is_gap(c) || matches!(c, '了' | '，' | '、'));
        // A verb that is the whole name, or begins one (减税, 投资), stays.
        if behind.len() == rest.len() || behind.chars().count() < 2 {
            break;
        }
        rest = behind;
    }
    let rest = rest.trim_matches(|c: char| is_gap(c) || c == '\n');
    (rest.chars().count() >= 2 && rest.chars().any(is_han) && !NO_NAMES.has(rest)).then_some(rest)
}

/// 比上年同期, 较全国 at the end of some words, taken off.
fn without_comparison(words: &str) -> Option<&str> {
    let at = words.rfind(['比', '较'])?;
    let behind = &words[at + '比'.len_utf8()..];
    let with = begins(behind, "上去前全同年本往过预计规") || behind.is_empty() && words.ends_with('较');
    let part_of_name = begins(behind, "重例率值较");
    (with && !part_of_name && behind.chars().count() <= 14).then(|| &words[..at])
}

/// Whether some words end in a verb of change that ties an amount.
pub(crate) fn ends_in_change(words: &str) -> bool {
    static VERBS: Words = words![
        "到", "至", "在", "达", "增长", "下降", "提高", "保持", "增加", "减少", "降低", "实现", "为", "提升",
        "上升",
    ];
    let words = words.strip_suffix('了').unwrap_or(words);
    let words = strip_any_end(words, &["平均", "年均"]).unwrap_or(words);
    let words = words.strip_suffix('了').unwrap_or(words);
    VERBS.strip_end(words).is_some()
}

/// Verbs directly before an amount, and what they make of it.
static CHANGES: Words<Change> = Words::of(&[
    ("提高到", Change::UpTo),
    ("提高至", Change::UpTo),
    ("提高为", Change::UpTo),
    ("提升到", Change::UpTo),
    ("提升至", Change::UpTo),
    ("提升为", Change::UpTo),
    ("增加到", Change::UpTo),
    ("增加至", Change::UpTo),
    ("增加为", Change::UpTo),
    ("增长到", Change::UpTo),
    ("增长至", Change::UpTo),
    ("增长为", Change::UpTo),
    ("扩大到", Change::UpTo),
    ("扩大至", Change::UpTo),
    ("扩大为", Change::UpTo),
    ("扩展到", Change::UpTo),
    ("延长到", Change::UpTo),
    ("延长至", Change::UpTo),
    ("放宽到", Change::UpTo),
    ("放宽至", Change::UpTo),
    ("上升到", Change::UpTo),
    ("上升至", Change::UpTo),
    ("上升为", Change::UpTo),
    ("攀升至", Change::UpTo),
    ("攀升到", Change::UpTo),
    ("跃升至", Change::UpTo),
    ("跃升到", Change::UpTo),
    ("跃升为", Change::UpTo),
    ("上调至", Change::UpTo),
    ("上调到", Change::UpTo),
    ("发展到", Change::UpTo),
    ("拓展到", Change::UpTo),
    ("升至", Change::UpTo),
    ("升到", Change::UpTo),
    ("增至", Change::UpTo),
    ("增到", Change::UpTo),
    ("增为", Change::UpTo),
    ("迈上", Change::UpTo),
    ("跃上", Change::UpTo),
    ("站上", Change::UpTo),
    ("跨越", Change::UpTo),
    ("降低到", Change::DownTo),
    ("降低至", Change::DownTo),
    ("降低为", Change::DownTo),
    ("下降到", Change::DownTo),
    ("下降至", Change::DownTo),
    ("下降为", Change::DownTo),
    ("减少到", Change::DownTo),
    ("减少至", Change::DownTo),
    ("减少为", Change::DownTo),
    ("压缩到", Change::DownTo),
    ("压缩至", Change::DownTo),
    ("压缩为", Change::DownTo),
    ("压减到", Change::DownTo),
    ("压减至", Change::DownTo),
    ("缩短到", Change::DownTo),
    ("缩短至", Change::DownTo),
    ("缩短为", Change::DownTo),
    ("缩减到", Change::DownTo),
    ("缩减至", Change::DownTo),
    ("精简到", Change::DownTo),
    ("精简至", Change::DownTo),
    ("精简为", Change::DownTo),
    ("优化为", Change::DownTo),
    ("整合为", Change::DownTo),
    ("下调至", Change::DownTo),
    ("下调到", Change::DownTo),
    ("回落到", Change::DownTo),
    ("回落至", Change::DownTo),
    ("降至", Change::DownTo),
    ("降到", Change::DownTo),
    ("降为", Change::DownTo),
    ("减至", Change::DownTo),
    ("减到", Change::DownTo),
    ("减为", Change::DownTo),
    ("控制在", Change::Hold),
    ("保持在", Change::Hold),
    ("稳定在", Change::Hold),
    ("维持在", Change::Hold),
    ("保持", Change::Hold),
    ("稳定", Change::Hold),
    ("提高", Change::UpBy),
    ("提升", Change::UpBy),
    ("增长", Change::UpBy),
    ("递增", Change::UpBy),
    ("增加", Change::UpBy),
    ("上升", Change::UpBy),
    ("上涨", Change::UpBy),
    ("延长", Change::UpBy),
    ("扩大", Change::UpBy),
    ("增产", Change::UpBy),
    ("增收", Change::UpBy),
    ("上浮", Change::UpBy),
    ("增", Change::UpBy),
    ("多收", Change::UpBy),
    ("提标", Change::UpBy),
    ("降低", Change::DownBy),
    ("下降", Change::DownBy),
    ("减少", Change::DownBy),
    ("缩短", Change::DownBy),
    ("下跌", Change::DownBy),
    ("压减", Change::DownBy),
    ("压缩", Change::DownBy),
    ("削减", Change::DownBy),
    ("回落", Change::DownBy),
    ("下浮", Change::DownBy),
    ("收窄", Change::DownBy),
    ("减负", Change::DownBy),
    ("减排", Change::DownBy),
    ("减", Change::DownBy),
    ("降", Change::DownBy),
    ("少生", Change::DownBy),
    ("减轻", Change::DownBy),
    ("高达", Change::To),
    ("达到", Change::To),
    ("达", Change::To),
    ("实现", Change::To),
    ("完成", Change::To),
]);

/// 为 and 是 tie an amount only with a name before them.
static COPULAS: Words = words![
    "应该是", "应当为", "应当是", "只是", "仅为", "只有", "分别为", "分别是", "定为", "约为", "将为", "共为",
    "合计为", "预计为", "拟定为", "核定为", "确定为", "总计为", "为", "是"
];

/// The verb of change or copula that some words end in: the words before it, what it makes of the amount, whether it is a copula.
pub(crate) fn change(words: &str) -> Option<(&str, Change, bool)> {
    let verb = CHANGES.strip_end(words).map(|(rest, change)| (rest, change, false));
    let copula = COPULAS.strip_end(words).map(|(rest, ())| (rest, Change::To, true));
    // The longest verb counts: 减少到 before 到.
    let found = verb.into_iter().chain(copula).min_by_key(|(rest, ..)| rest.len());
    found.filter(|(rest, ..)| {
        // 成为, 作为 and 以…为 are other verbs.
        !(words.ends_with(['为', '是']) && ends(rest, "成作认因以行设即"))
    })
}

/// Where the first verb of change stands in a clause.
pub(crate) fn first_change(clause: &str) -> Option<usize> {
    CHANGES.find(clause)
}

/// 提高到全国平均水平的 without the standard that the amount is a share of.
pub(crate) fn without_standard(words: &str) -> &str {
    let Some(stem) = words.strip_suffix('的') else { return words };
    let floor = stem.len() - tail(stem, 10).len();
    match stem[floor..].rfind(['到', '至', '为']) {
        Some(at) => &stem[..floor + at + '到'.len_utf8()],
        None => words,
    }
}

/// Whether some words are a verb of action and no more.
pub(crate) fn is_action(words: &str) -> bool {
    let words = words.trim_matches(|c: char| is_gap(c) || matches!(c, '，' | '、' | '\n'));
    // 造林600万公顷 names what it did.
    ACTIONS.has(words) && !NOMINAL.has(words)
}

/// Whether some words begin with a verb of action, behind adverbs: 新增荆州、孝感 before 3个.
pub(crate) fn begins_in_action(words: &str) -> bool {
    static VERBS: Words =
        words!["确定了", "新增", "引进了", "建成了", "建成", "成立了", "发布了", "建立健全"];
    static PLACES: Words = words!["涵盖", "包括", "包含", "分为", "涉及", "在", "的"];
    // 建设涵盖两级108个部门的平台, 确定在16个省扩大: the amount is not what is acted on.
    if PLACES.within(words) {
        return false;
    }
    let mut rest = words.trim_start_matches(|c: char| is_gap(c) || matches!(c, '，' | '\n'));
    for _ in 0..4 {
        if ACTIONS.longest(rest) > 0 {
            return true;
        }
        let stripped = leading(rest);
        if stripped == 0 {
            break;
        }
        rest = &rest[stripped..];
    }
    // 国家药监局今年确定了…等20个品种
    words.ends_with('等') && VERBS.within(rest)
}

/// What stands behind the last verb in some words that acts on it: 全市实现工业增加值 is 工业增加值. A verb of change stays
/// with it: 通过技术改造削减排放量 is 削减排放量.
pub(crate) fn behind_verb(words: &str) -> &str {
    static VERBS: Words<bool> = Words::of(&[
        ("实现", false),
        ("完成", false),
        ("建成", false),
        ("实施", false),
        ("追回", false),
        ("挽回", false),
        ("形成", false),
        ("释放", false),
        ("改善", false),
        ("办好", false),
        ("审议", false),
        ("削减", true),
        ("压减", true),
        ("减少", true),
    ]);
    let Some((at, len, stays)) = VERBS.find_all(words).last() else { return words };
    let behind = &words[at + len..];
    // 建成区绿化覆盖率 is a name, and what is 建成通车 stands before it.
    if behind.chars().count() < 2
        || TRAILING.has(behind)
        || behind.contains('的')
        || begins(behind, "区率额值")
    {
        return words;
    }
    if stays { &words[at..] } else { behind }
}

/// Whether some words end in a verb of action, or in 为 对 给 with an action behind the noun.
pub(crate) fn ends_in_action(words: &str) -> bool {
    let words = strip_any_end(words, &["新一批", "首批", "一批", "累计", "共", "至少", "再", "新", "出"])
        .unwrap_or(words);
    let words = words.strip_suffix('了').unwrap_or(words);
    ACTIONS.strip_end(words).is_some() || ends(words, "把")
}

/// Whether the amount behind some words compares with something else: 比全省高, 高于全国, 超年度计划.
pub(crate) fn compares(before: &str) -> bool {
    static LEVELS: Words = words!["高出", "高于全国", "低于全国", "高", "低", "多", "少", "快", "快于"];
    // 比2020年降低 changes, 比全省低 compares.
    let compared =
        LEVELS.strip_end(before).is_some() && before.contains(['比', '较', '于']) && change(before).is_none();
    let words = before.trim_start_matches(|c: char| is_gap(c) || c == '、');
    let starts =
        ["高于", "低于", "快于", "优于", "多于", "高出", "超年度计划", "超计划", "超额", "等于", "相当于"];
    compared || starts.iter().any(|word| words.starts_with(word))
}

/// Whether a time behind some words is one that is compared with: 较1955年, 比2020年.
pub(crate) fn compares_with(front: &str) -> bool {
    ends(front.trim_end_matches(is_gap), "比较与同由从")
}

/// Whether some words report what follows, so that a time before them is not the one that governs it.
pub(crate) fn reports(between: &str) -> bool {
    static VERBS: Words = words!["提出", "指出", "强调", "要求", "规定", "印发", "明确", "透露", "显示"];
    VERBS.within(between)
}

/// 每平方米 before an amount, with what is measured by it, taken off: 标准为建筑面积每平方米 is 标准为.
pub(crate) fn without_rate(words: &str) -> &str {
    let Some(at) = words.rfind('每') else { return words };
    if words[at..].chars().count() > 6 {
        return words;
    }
    let front = &words[..at];
    match front.rfind(['为', '是']) {
        Some(copula) if front[copula..].chars().count() <= 8 => &front[..copula + '为'.len_utf8()],
        _ => front,
    }
}

/// A verb of increase (`true`) or decrease at the start of some words, taken off: 增加大型机车.
pub(crate) fn leading_change(words: &str) -> (&str, Option<bool>) {
    const VERBS: [(&str, bool); 9] = [
        ("增加", true),
        ("延长", true),
        ("增发", true),
        ("扩大", true),
        ("减少", false),
        ("缩短", false),
        ("压减", false),
        ("削减", false),
        ("少生", false),
    ];
    let trimmed = words.trim_start_matches(|c: char| is_gap(c) || c == '\n');
    let trimmed = trimmed.strip_prefix(['再', '可']).unwrap_or(trimmed);
    for (verb, up) in VERBS {
        if let Some(rest) =
            trimmed.strip_prefix(verb).filter(|r| r.chars().count() >= 2 && !begins(r, "值率额"))
        {
            return (rest, Some(up));
        }
    }
    (words, None)
}

/// Whether a phrase can have an amount of its own; 全长 and 约 cannot.
pub(crate) fn is_measurable(subject: &str) -> bool {
    static DESCRIPTIONS: Words = words![
        "全长", "总长", "长", "宽", "相距", "历时", "全文", "分为", "包括", "涵盖", "其中", "提出", "年满",
        "一式", "半径", "直径", "宽度", "高度", "规格", "间隔", "距离", "距", "号牌", "每副", "区分为",
        "下列", "以下为", "两种", "三种", "以下", "附件", "方面",
    ];
    let share = subject.contains('占') && !ends(subject, "比率重");
    // 东距县城18公里
    let distance = begins(subject, "距") || subject.chars().nth(1) == Some('距');
    let list = ends(subject, "等、的和与及或在到至从由向以对把被将有第每按下");
    // 包含西药406个 tells what something is made of.
    let parts = strip_any(subject, &["包含", "包括", "分为", "含"]).is_some();
    let compares = begins(subject, "比较") || subject.starts_with("高于") || subject.starts_with("低于");
    let balanced = subject.matches('“').count() == subject.matches('”').count();
    !(share
        || distance
        || parts
        || list
        || compares
        || DESCRIPTIONS.strip_end(subject).is_some()
        || matches!(subject, "金额" | "数量"))
        && balanced
}

/// Whether a phrase names something that is measured in time: 办理时限, 平均受教育年限.
pub(crate) fn is_timely(subject: &str) -> bool {
    static NAMES: Words = words![
        "期", "限", "时限", "期限", "时间", "周期", "天数", "年限", "寿命", "时长", "间隔", "用时", "时数",
        "工期", "学制", "日数", "学时", "工时",
    ];
    NAMES.strip_end(subject).is_some()
}

/// Whether a verb of change is one of lengths of time: 压缩至, 缩短, 延长.
pub(crate) fn shortens(verb: &str) -> bool {
    static VERBS: Words = words!["压缩", "压减", "缩短", "缩减", "延长", "精简"];
    VERBS.within(verb)
}

/// Whether an amount with this noun is a slogan or a grade: 四个现代化, 两个维护.
pub(crate) fn is_fixed(noun: &str) -> bool {
    FIXED.longest(noun) > 0
}

/// Whether a clause may go on behind an amount that its noun precedes: …代表约150人参加.
pub(crate) fn goes_on_after_amount(after: &str) -> bool {
    strip_any(after, &["参加", "出席", "和", "及", "以及", "供给", "到位"]).is_some()
}

/// 死亡, 受伤 …: the length of a word for harm that a text begins with.
pub(crate) fn harm(after: &str) -> Option<usize> {
    let rest = strip_any(after, &["死亡", "受伤", "重伤", "轻伤", "遇难", "失踪", "失联", "获救"])?;
    Some(after.len() - rest.len())
}

/// Whether something is said of the noun that a text follows.
pub(crate) fn is_predicate(after: &str) -> bool {
    static VERBS: Words = words![
        "恢复", "建成", "投产", "投入", "投用", "发布", "开工", "竣工", "完工", "通车", "运营", "上线",
        "落地", "入选", "获", "获评", "获批", "达产", "在城", "入围", "跻身", "进入", "纳入", "挂牌", "揭牌",
        "升格", "落户", "完成", "全面完成", "实现", "取得", "达到", "全部", "顺利", "对外开放", "启动",
        "加快", "全覆盖", "被认定", "被命名", "脱贫", "参保", "受益", "在", "稳定", "消除", "来访", "来华",
        "参赛", "参加", "参与", "接受", "享受", "融入", "加入", "列入", "投运", "贯通", "开通", "上市",
        "入驻", "入住", "开业", "复工", "摘帽", "受灾", "返乡", "化解", "告别", "用上", "喝上", "走上",
        "住上", "拥有", "立起", "成为", "转为", "晋级", "位列", "位居", "居全国", "居全省", "基本", "相继",
        "稳步", "持续", "深入", "广泛", "首次", "率先", "先后", "陆续", "正式", "成功", "纷纷", "加速",
        "同步", "如期", "提前", "按期", "有序", "集中", "追回", "开展", "实施", "得到", "获得", "荣获",
        "超过", "突破", "通过", "均", "都", "已", "被", "整县", "办结", "落实", "签约", "排名"
    ];
    VERBS.longest(after) > 0
}

/// Whether some words before an amount only say where or how it was counted: 全省, 其中, 目前共有.
pub(crate) fn is_scope(words: &str) -> bool {
    static SCOPES: Words = words![
        "全省", "全市", "全区", "全县", "全国", "全州", "全系统", "全年", "全行业", "我省", "我市", "我区",
        "我国", "省内", "其中", "累计", "共有", "共", "有", "已有", "另有", "还有", "目前", "当前", "年内",
        "当年", "现有", "至少", "同时", "此外", "组织", "引导", "推动", "促进", "带动", "帮助", "支持", "使",
        "让", "其他", "另外",
    ];
    let mut rest = words.trim_matches(|c: char| is_gap(c) || matches!(c, '\n' | '，' | '、'));
    while let Some((behind, ())) = SCOPES.strip(rest) {
        rest = behind.trim_start_matches(is_gap);
    }
    rest.is_empty()
}

/// The name of what an amount counts, behind it: to the first word at which it ends.
pub(crate) fn noun_after(text: &str, from: usize, limit: usize) -> Option<Range<usize>> {
    static NO_NOUNS: Words = words![
        "用于", "关于", "联合", "优化", "要求", "转为", "由", "将", "政府", "开工", "以上", "以下", "增加",
        "提高", "扩大", "分两", "以内", "减少", "降低", "下降", "压缩", "整合", "上升", "增长", "提升",
    ];
    let start = from + (text[from..].len() - gap(&text[from..]).len());
    if start >= limit {
        return None;
    }
    let first = text[start..].chars().next()?;
    if !(is_han(first) || first == '“' || first.is_ascii_alphabetic())
        || begins(&text[start..], "的和及与或等以之中内外是为在到至，、比同共")
        || NO_NOUNS.longest(&text[start..]) > 0
    {
        return None;
    }
    let (mut end, mut quoted, mut depth) = (start, false, 0usize);
    let mut bracket = start;
    for (count, (at, c)) in text[start..limit].char_indices().enumerate() {
        let here = start + at;
        match c {
            '“' => quoted = true,
            '”' if !quoted => break,
            '”' => quoted = false,
            '（' | '(' if count > 0 => {
                if depth == 0 {
                    bracket = here;
                }
                depth += 1;
            }
            '）' | ')' if depth > 0 => depth -= 1,
            '，' | '。' | '；' | '：' | '！' | '？' | '、' | ')' | '）' | '\n' | '《' | ',' | ':' | ';'
                if !quoted && depth == 0 =>
            {
                break;
            }
            _ => {}
        }
        if count >= 28 {
            return None;
        }
        if count >= 2 && !quoted && depth == 0 && stops(&text[..here], &text[here..]) {
            break;
        }
        end = here + c.len_utf8();
    }
    // A bracket that holds more than a name is no part of it: 35个班（约1750个学位）.
    end = if depth > 0 { bracket } else { coordinated(text, start, end, limit) };
    let name = text[start..end]
        .trim_end_matches(|c: char| is_gap(c) || matches!(c, '的' | '和' | '及' | '与' | '（' | '('));
    // An action at the end is not what is counted: 46万亩高标准农田建设.
    let name = match strip_any_end(name, &["改造提升", "升级改造", "建设", "划定", "整治"]) {
        Some(stem) if stem.chars().count() >= 4 => stem,
        _ => name,
    };
    (name.chars().any(is_han)).then(|| start..start + name.len())
}

/// The end of further nouns behind one that ends in 、: 智能车间、智能工厂. They go on to the end of the clause and name no action.
fn coordinated(text: &str, start: usize, end: usize, limit: usize) -> usize {
    let mut last = end;
    for _ in 0..4 {
        let Some(rest) = text[last..limit].strip_prefix('、') else { break };
        let len = rest.find(|c: char| !is_han(c)).unwrap_or(rest.len());
        let word = &rest[..len];
        let count = len / '、'.len_utf8();
        let ends = rest.len() > len && begins(&rest[len..], "，。；、\n");
        let clause = word.char_indices().skip(1).any(|(at, _)| stops(&text[start..last], &word[at..]));
        if !ends || !(2..=12).contains(&count) || leading(word) > 0 || first_change(word).is_some() || clause
        {
            break;
        }
        last += '、'.len_utf8() + len;
    }
    // A list that breaks off in another clause was none.
    if text[last..].starts_with('、') { end } else { last }
}

/// Whether a noun ends before a place: a stop word stands there, and no other word ends in its first character.
fn stops(before: &str, here: &str) -> bool {
    STOPS.longest(here) > 0 || PARTICLES.strip(here).is_some_and(|(_, not_behind)| !ends(before, not_behind))
}

/// Verbs that give, take or raise money.
static PAYMENTS: Words = words![
    "筹措", "处", "处以", "并处", "可处", "可以处", "可并处", "可以并处", "单处", "给予", "奖励", "补助",
    "补贴", "发放", "增发", "发行", "安排", "投入", "下达", "拨付", "筹集", "募集", "争取", "减免", "收取",
    "缴纳", "征收", "追加", "新增", "设立", "落实",
];

/// What an amount of money is, behind it: 处5万元以下的罚款, 增发1000亿元国债.
pub(crate) fn paid(text: &str, before: &str, from: usize) -> Option<Range<usize>> {
    PAYMENTS.strip_end(before.trim_end_matches('了'))?;
    let behind = text[from..].strip_prefix('的').map_or(from, |_| from + '的'.len_utf8());
    let noun = noun_after(text, behind, text.len()).filter(|noun| noun.start == behind)?;
    let name = &text[noun.clone()];
    // 筹措8亿元实施社保工程: what it is for stands for it.
    let verb = leading(name);
    if verb > 0 {
        let counts = name[verb..].chars().count() >= 2;
        return counts.then(|| noun.start + verb..noun.end);
    }
    // 增发1万亿元国债支持灾后重建: what it is for is no part of it.
    let end = PURPOSES.find(name).unwrap_or(name.len());
    (end >= 2 * '元'.len_utf8()).then(|| noun.start..noun.start + end)
}

/// Words that say what money is for.
static PURPOSES: Words = words!["支持", "用于", "帮助", "办好", "解决", "重点", "对", "给", "专项用于"];

/// What is held, behind the amount: 保持10%的高增速 holds 增速, but 稳定在1亿吨的水平 names only how.
pub(crate) fn held(text: &str, from: usize) -> Option<Range<usize>> {
    static FRAMES: Words = words!["水平", "范围", "区间", "规模", "幅度", "程度", "高位", "目标"];
    noun_after(text, from, text.len()).filter(|noun| FRAMES.longest(&text[noun.clone()]) == 0)
}

/// A noun without the adjective of degree before it: 高增速 is 增速.
pub(crate) fn unqualified(text: &str, noun: Range<usize>) -> Range<usize> {
    let name = &text[noun.clone()];
    match name.strip_prefix(['高', '低', '快', '慢']).filter(|rest| rest.chars().count() >= 2) {
        Some(rest) => noun.end - rest.len()..noun.end,
        None => noun,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn docs_name_every_verb() {
        let docs = include_str!("target.rs");
        for verb in CHANGES.all().chain(COPULAS.all()) {
            assert!(docs.contains(verb), "{verb}");
        }
    }

    #[test]
    fn subjects() {
        for (words, subject) in [
            ("提出常住人口城镇化率", "常住人口城镇化率"),
            ("累计新开工亿元以上项目", "亿元以上项目"),
            ("使现役机组投入运行的装机容量", "现役机组投入运行的装机容量"),
            ("城乡居民收入分别", "城乡居民收入"),
            ("限额基准为家庭年人均收入", "家庭年人均收入"),
            ("抓紧调剂白菜等农作物种子", "白菜等农作物种子"),
            ("再生水利用率", "再生水利用率"),
            ("生产总值", "生产总值"),
            ("在校学生", "在校学生"),
            ("产值同比", "产值"),
            ("同比", ""),
            ("增加了", ""),
            ("", ""),
        ] {
            assert_eq!(subject_before(words).unwrap_or(""), subject, "{words}");
        }
    }

    #[test]
    fn nouns() {
        for (text, noun) in [
            ("国家城乡融合发展试验区改革探索。", "国家城乡融合发展试验区"),
            ("建设任务。", "建设任务"),
            ("高标准农田建设，", "高标准农田"),
            ("县（市、区）开展循环经济试点", "县（市、区）"),
            ("公交线路恢复运营", "公交线路"),
            ("涉及民生的重要议题", "涉及民生的重要议题"),
            ("农业转移人口和其他常住人口在城镇", "农业转移人口和其他常住人口"),
            ("，其中", ""),
            ("的人", ""),
        ] {
            assert_eq!(noun_after(text, 0, text.len()).map_or("", |r| &text[r]), noun, "{text}");
        }
    }

    #[test]
    fn verbs() {
        for (words, rest, expected) in [
            ("失业率控制在", "失业率", Some(Change::Hold)),
            ("收入增加到", "收入", Some(Change::UpTo)),
            ("比重下降为", "比重", Some(Change::DownTo)),
            ("产值达", "产值", Some(Change::To)),
            ("标准为", "标准", Some(Change::To)),
            ("成为", "", None),
        ] {
            let found = change(words);
            assert_eq!(found.map(|(_, change, _)| change), expected, "{words}");
            assert_eq!(found.map_or("", |(rest, ..)| rest), rest, "{words}");
        }
    }
}
