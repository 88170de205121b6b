//! Where the name of what is counted ends by its sense: a classifier says of what kind it is.
//!
//! 名 counts people, 家 organisations, 户 households: a name behind one that ends in something else goes on into what is said
//! of them, and ends with the first word for one of the kind: 专家 in 5名专家齐聚北京. Other classifiers count all sorts of
//! things; behind them a name is cut where 的 follows a place or a body (城市的电话), or where it ends in what nobody counts by
//! the piece (城市平均工资, 企业搬迁工作).

use core::ops::Range;

use super::leading::leading;
use super::noun::SINGLE_PLACES;
use super::topic::names_measure;
use crate::charset::CharSet;
use crate::few::few;
use crate::quantity::{Bound, Quantity};
use crate::token::{begins, has_chars, has_start};
use crate::words::{BothWays, Endings, MANY, Words, both_ways, endings, words};

/// Kinds of what is counted, as bits.
type Kinds = u8;
const PERSON: Kinds = 1;
const HOME: Kinds = 2;
const BODY: Kinds = 4;
const PLACE: Kinds = 8;
const MATTER: Kinds = 16;
/// What mostly says of whom or what something is (国家实验室), so that a name goes on behind it unless 的 follows.
const OWNER: Kinds = 32;

/// What a classifier counts.
struct Counted {
    kinds: Kinds,
    /// The characters in which names of these kinds end, if it counts nothing else.
    ends: Option<&'static CharSet>,
}

impl Counted {
    /// What a unit counts; none for one that counts what has no words here: 次, 亩.
    fn by(unit: &str) -> Option<Self> {
        static PERSONS: CharSet = CharSet::of(
            "者员人师生长手家工民士兵官警众童女男妇友眷属亲侨胞夫匠星将客模护干位额编物宾雄范儿子患象贤队",
        );
        /// Those of them that end nothing else.
        static PEOPLE: CharSet = CharSet::of("者员人师生手民士兵官警童妇友侨胞匠");
        static HOMES: CharSet = CharSet::of("户民庭众者商人主店体象司厂团");
        static BODIES: CharSet = CharSet::of(
            "司院校店厂所站馆室园行社会部局心构台地团商织库场点学盟体处堂吧城网铺坊家庄户区端牌者圈企宿\
             乐市间厅庭头军兽人纸刊关队矿港",
        );
        let (kinds, ends) = match unit {
            "名" | "位" | "人" | "人次" => (PERSON, Some(&PERSONS)),
            "户" | "戶" => (HOME | PERSON | BODY, Some(&HOMES)),
            "家" | "所" => (BODY, Some(&BODIES)),
            "个" | "個" | "箇" => (PERSON | HOME | BODY | PLACE | MATTER | OWNER, None),
            "大" | "座" | "处" | "處" | "支" => (BODY | PLACE | MATTER, None),
            "项" | "項" | "件" | "条" | "條" | "种" | "種" | "类" | "類" => (MATTER, None),
            "" => (PERSON | HOME | BODY, Some(&PEOPLE)),
            _ => return None,
        };
        Some(Self { kinds, ends })
    }
}

/// Words for those who and what is counted, their kinds, and the characters behind them that make other words.
static HEADS: BothWays<(Kinds, &str), MANY> = BothWays::of(&[
    ("代表", (PERSON, "性作团队处人大机会的")),
    ("群众", (PERSON, "性演体组团安身路文")),
    ("专家", (PERSON, "库组学团工")),
    ("学者", (PERSON, "")),
    ("学员", (PERSON, "队")),
    ("志愿者", (PERSON, "协服队组站")),
    ("党员", (PERSON, "干教之")),
    ("干部", (PERSON, "职学人")),
    ("教师", (PERSON, "资队节发培岗")),
    ("教员", (PERSON, "")),
    ("学生", (PERSON, "会家社公宿")),
    ("大学生", (PERSON, "村志")),
    ("毕业生", (PERSON, "")),
    ("研究生", (PERSON, "院")),
    ("医生", (PERSON, "团")),
    ("医师", (PERSON, "")),
    ("护士", (PERSON, "长")),
    ("职工", (PERSON, "代之医")),
    ("员工", (PERSON, "")),
    ("工人", (PERSON, "先文队")),
    ("农民", (PERSON, "工专合协增")),
    ("农民工", (PERSON, "")),
    ("牧民", (PERSON | HOME, "")),
    ("居民", (PERSON | HOME, "委小楼区点家")),
    ("村民", (PERSON, "委小代")),
    ("市民", (PERSON, "中广服")),
    ("纳税人", (PERSON, "")),
    ("责任人", (PERSON, "")),
    ("负责人", (PERSON, "")),
    ("消费者", (PERSON, "协")),
    ("劳动者", (PERSON, "")),
    ("游客", (PERSON, "中")),
    ("旅客", (PERSON, "列")),
    ("人员", (PERSON, "密名")),
    ("官兵", (PERSON, "")),
    ("民警", (PERSON, "")),
    ("运动员", (PERSON, "")),
    ("消防员", (PERSON, "")),
    ("委员", (PERSON, "会长")),
    ("院士", (PERSON, "工")),
    ("记者", (PERSON, "站协")),
    ("老人", (PERSON, "")),
    ("老年人", (PERSON, "")),
    ("残疾人", (PERSON, "联之康就服体")),
    ("儿童", (PERSON, "医福友之主督")),
    ("青年", (PERSON, "志人干教科学企党团")),
    ("妇女", (PERSON, "联儿之")),
    ("患者", (PERSON, "")),
    ("考生", (PERSON, "")),
    ("嘉宾", (PERSON, "")),
    ("工匠", (PERSON, "学")),
    ("员", (PERSON, "工会队组额制")),
    ("者", (PERSON, "")),
    ("同志", (PERSON, "")),
    ("村医", (PERSON, "生")),
    ("警察", (PERSON, "")),
    ("军人", (PERSON, "")),
    ("乘客", (PERSON, "")),
    ("客商", (PERSON, "")),
    ("新生", (PERSON, "")),
    ("同学", (PERSON, "会")),
    ("老师", (PERSON, "")),
    ("科学家", (PERSON, "")),
    ("企业家", (PERSON, "协")),
    ("艺术家", (PERSON, "")),
    ("候选人", (PERSON, "")),
    ("被告人", (PERSON, "")),
    ("嫌疑人", (PERSON, "")),
    ("申请人", (PERSON, "")),
    ("受害人", (PERSON, "")),
    ("投资人", (PERSON, "")),
    ("带头人", (PERSON, "")),
    ("股东", (PERSON, "")),
    ("业主", (PERSON, "")),
    ("家长", (PERSON, "会学")),
    ("驾驶人", (PERSON, "")),
    ("外国人", (PERSON, "")),
    ("孕产妇", (PERSON, "")),
    ("孤儿", (PERSON, "")),
    ("婴幼儿", (PERSON, "")),
    ("博士", (PERSON, "后")),
    ("硕士", (PERSON, "")),
    ("劳模", (PERSON, "")),
    ("选手", (PERSON, "")),
    ("外宾", (PERSON, "")),
    ("长者", (PERSON, "")),
    ("师生", (PERSON, "")),
    ("士兵", (PERSON, "")),
    ("队员", (PERSON, "")),
    ("中国人", (PERSON, "民")),
    ("人民", (PERSON, "政法检币团调防警医内共银")),
    ("人口", (PERSON, "普大小密规")),
    ("劳动力", (PERSON, "资")),
    ("主任", (PERSON, "")),
    ("书记", (PERSON, "")),
    ("经理", (PERSON, "")),
    ("董事", (PERSON, "会长")),
    ("监事", (PERSON, "会")),
    ("理事", (PERSON, "会长单")),
    ("领事", (PERSON, "馆")),
    ("大使", (PERSON, "馆")),
    ("总理", (PERSON, "")),
    ("顾问", (PERSON, "团")),
    ("裁判", (PERSON, "员")),
    ("教练", (PERSON, "员")),
    ("教授", (PERSON, "")),
    ("首脑", (PERSON, "")),
    ("元首", (PERSON, "")),
    ("政要", (PERSON, "")),
    ("高管", (PERSON, "")),
    ("人才", (PERSON, "培市公楼政")),
    ("冠军", (PERSON, "")),
    ("农户", (PERSON | HOME, "")),
    ("贫困户", (HOME, "")),
    ("脱贫户", (HOME, "")),
    ("商户", (HOME, "")),
    ("用户", (HOME, "")),
    ("家庭", (HOME, "农医病教服成")),
    ("企业", (BODY | HOME, "家")),
    ("公司", (BODY | HOME, "制")),
    ("集团", (BODY | HOME, "")),
    ("厂商", (BODY | HOME, "")),
    ("商家", (BODY | HOME, "")),
    ("门店", (BODY, "")),
    ("合作社", (BODY, "")),
    ("院所", (BODY, "")),
    ("工商业", (HOME, "")),
    ("单位", (BODY | HOME, "")),
    ("机构", (BODY, "")),
    ("医院", (BODY, "")),
    ("学校", (BODY, "")),
    ("高校", (BODY, "")),
    ("中学", (BODY, "生")),
    ("小学", (BODY, "生")),
    ("中小学", (BODY, "生")),
    ("中小学校", (BODY, "")),
    ("院校", (BODY, "")),
    ("大学", (BODY, "生")),
    ("幼儿园", (BODY, "")),
    ("银行", (BODY, "业")),
    ("工厂", (BODY, "")),
    ("专班", (BODY, "")),
    ("部门", (BODY, "")),
    ("电站", (BODY, "")),
    ("城市", (PLACE, "群圈公")),
    ("城区", (PLACE, "")),
    ("省份", (PLACE, "")),
    ("国家", (OWNER, "")),
    ("地区", (PLACE, "")),
    ("社区", (PLACE, "")),
    ("小区", (PLACE, "")),
    ("街区", (PLACE, "")),
    ("园区", (PLACE, "")),
    ("县域", (PLACE, "")),
    ("乡镇", (PLACE, "")),
    ("街道", (PLACE, "")),
    ("自治区", (PLACE, "")),
    ("自治州", (PLACE, "")),
    ("贫困村", (PLACE, "")),
    ("行政村", (PLACE, "")),
    ("建制村", (PLACE, "")),
    ("自然村", (PLACE, "")),
    ("示范村", (PLACE, "")),
    ("示范县", (PLACE, "")),
    ("试点县", (PLACE, "")),
    ("贫困县", (PLACE, "")),
    ("自然屯", (PLACE, "")),
    ("断面", (PLACE | MATTER, "")),
    ("流域", (PLACE, "")),
    ("水系", (PLACE, "")),
    ("项目", (MATTER, "部库")),
    ("指标", (MATTER, "体")),
    ("事项", (MATTER, "")),
    ("条目", (MATTER, "")),
    ("税目", (MATTER, "")),
    ("领域", (MATTER, "")),
    ("行业", (MATTER, "")),
    ("产业", (MATTER, "集园链化带")),
    ("产业链", (MATTER, "")),
    ("产业集群", (MATTER, "")),
    ("方面", (MATTER, "")),
    ("层次", (MATTER, "")),
    ("阶段", (MATTER, "")),
    ("年度", (MATTER, "")),
    ("行动", (MATTER, "")),
    ("成果", (MATTER, "")),
    ("道路", (MATTER, "")),
    ("河流", (MATTER, "")),
    ("河湖", (MATTER, "")),
    ("支流", (MATTER, "")),
    ("水库", (MATTER, "")),
    ("生产线", (MATTER, "")),
    ("实事", (MATTER, "")),
    ("基本原则", (MATTER, "")),
    ("原则", (MATTER, "性")),
    ("标准", (MATTER, "化")),
    ("方针", (MATTER, "")),
    ("路线", (MATTER, "图")),
    ("战线", (MATTER, "")),
    ("运动", (MATTER, "员会场")),
    ("矛盾", (MATTER, "")),
    ("手段", (MATTER, "")),
    ("制度", (MATTER, "")),
    ("方法", (MATTER, "")),
    ("措施", (MATTER, "")),
    ("系统", (MATTER, "")),
    ("条件", (MATTER, "")),
    ("阶级", (MATTER, "")),
    ("大国", (MATTER, "")),
    ("文明", (MATTER, "")),
    ("攻坚战", (MATTER, "")),
    ("公报", (MATTER, "")),
    ("障碍", (MATTER, "")),
    ("资源", (MATTER, "量")),
    ("市场", (MATTER, "主")),
    ("作物", (MATTER, "")),
    ("物资", (MATTER, "")),
    ("产品", (MATTER, "")),
    ("价格", (MATTER, "")),
    ("口岸", (MATTER, "")),
    ("泵站", (MATTER, "")),
    ("设备", (MATTER, "")),
    ("装置", (MATTER, "")),
    ("工艺", (MATTER, "")),
    ("问题", (MATTER, "")),
    ("因素", (MATTER, "")),
    ("基数", (MATTER, "")),
    ("情形", (MATTER, "")),
    ("平台", (MATTER, "")),
    ("渠道", (MATTER, "")),
    ("补贴", (MATTER, "")),
    ("计划", (MATTER, "")),
    ("世界", (MATTER, "级")),
    ("工程", (MATTER, "")),
    ("部委", (BODY, "")),
    ("部类", (MATTER, "")),
    ("规定", (MATTER, "动")),
]);

/// What begins a clause that says of which place or body something is, so that 的 behind it ends no name: 面向农村的, 来自企业的.
static CLAUSES: Words<(), MANY> = words![
    "面向", "来自", "位于", "地处", "联系", "关系", "涉及", "影响", "针对", "适合", "适应", "方便", "辐射",
    "连接", "沟通", "贯穿", "横跨", "环绕", "靠近", "毗邻", "临近", "远离", "有", "无", "具有", "没有",
    "符合", "属于", "隶属", "经", "由", "为", "对", "向", "在", "从", "被", "与", "跨", "过", "超过", "超百",
    "超千", "超亿", "达到", "侵害", "损害", "危害", "代表", "离开", "进入", "走进", "深入", "驻", "返", "入",
    "已", "具备", "满足", "承担", "担负", "生产", "使用", "采用", "提供", "经营", "存在", "解决", "完成",
    "实施", "执行", "落实", "遵守", "利用", "参加", "参与", "纳入", "列入", "违反", "不", "未", "受", "可",
    "能", "应", "需", "尚", "具", "以", "依托", "围绕", "聚焦", "反映", "体现", "掌握", "坚持", "破坏",
    "妨碍", "推动", "促进", "支持", "服务", "保障", "发生",
];

/// Places at which no name ends for being one of several.
static WHOLE: BothWays =
    both_ways!["农村", "乡村", "城乡", "城区", "市区", "全国", "全省", "全市", "全县", "全区"];

/// What a name ends in that is not counted by the piece, besides measures.
static UNCOUNTED: Endings = endings![
    "工作", "情况", "建设", "治理", "整治", "改造", "改制", "搬迁", "转型", "升级", "提升", "条件", "质量",
    "环境", "水质", "运行", "需求", "保障", "供应", "供给", "空白", "质效", "关停", "退出", "整合", "合作",
    "达标", "上市", "结业", "毕业", "下降", "上涨", "增长", "上升", "减少", "增加", "提高", "改善", "好转",
    "变好", "开诊", "中标", "转正", "翻番", "分解", "任务分解", "浓度", "工资", "GDP", "优良", "覆盖",
    "称号",
];

/// Measures that are counted by the piece as well: 三个标准, 五个投资.
static PIECES: Endings = endings!["标准", "投资", "储备", "规模", "人口", "补助", "补贴", "基金", "奖金"];

/// Verbs and adverbs that a name begins with only where it ends in what they describe: 成功案例, 已上市企业.
static SAID: Words = words![
    "实现", "成功", "正在", "已", "纳入", "列入", "签约", "享受", "参与", "行贿", "受贿", "获得", "取得",
    "通过",
];

/// In what names end that begin with those.
static DESCRIBED: Endings = endings![
    "项目", "企业", "案例", "经验", "单位", "人员", "人士", "者", "路径", "形式", "机制", "方", "公司",
    "渠道", "设施", "村", "县", "城市", "机构", "产品", "方式", "作品", "成果", "服务", "团队",
];

/// A noun behind an amount, up to where it stops naming what the classifier counts; none where it only says something of it.
#[inline(never)]
pub(super) fn of_kind(text: &str, quantity: &Quantity, noun: Range<usize>) -> Option<Range<usize>> {
    let name = &text[noun.clone()];
    if SAID.begins(name) && !few!("的").within(name) && !DESCRIBED.ends(name) {
        return None;
    }
    let unit = quantity.unit.as_str();
    // 羊10只补助600元
    if matches!(name, "补助" | "补贴" | "奖励")
        && !matches!(unit, "项" | "項" | "种" | "種" | "类" | "類" | "笔" | "筆")
        && quantity.currency.is_none()
    {
        return None;
    }
    // 填具申请表三份送教育局: what is done with them
    if matches!(unit, "份") && is_sent(name) {
        return None;
    }
    match unit {
        // 两国元首, 八部门联合印发: they are what is counted.
        "国" | "國" | "部门" | "部委" => return None,
        // 把14亿多中国人的饭碗端牢 counts nobody.
        "" if name.starts_with("中国") => return None,
        "人" | "人次" if DONE.begins(name) => return None,
        "次" => return event(name).map(|end| noun.start..noun.start + end),
        _ => {}
    }
    let Some(counted) = Counted::by(unit) else { return Some(noun) };
    if counted.kinds & MATTER != 0
        && let Some((rest, on)) = INNER.strip(name)
        && !begins(rest, on)
        // 五个现代化建设项目 are none of those four.
        && (!name.starts_with("现代化") || text[..noun.start].ends_with("四个"))
    {
        return Some(noun.start..noun.end - rest.len());
    }
    if matches!(unit, "人")
        && (!is_of_people(quantity, name, &counted)
            // 参保5921万人 基本养老保险基金: a blank ends the clause.
            || text[..noun.start].ends_with([' ', '\u{3000}'])
                && !counted.is_whole(name)
                && counted.first(name).is_none())
    {
        return None;
    }
    Some(noun.start..noun.start + counted.end(name))
}

/// Names that make one with their number, so that nothing behind them is counted, and the characters with which they go on:
/// 规定 in 八项规定精神.
static INNER: Words<&str> = Words::of(&[
    ("规定", "动标时范"),
    ("基本原则", ""),
    ("原则", "性建"),
    ("联合公报", ""),
    ("积极性", ""),
    ("现代化", "大农产企市园高"),
    ("攻坚战", ""),
    ("革命运动", ""),
    ("政治标准", ""),
]);

/// What people do or get, right behind their number.
static DONE: Words =
    words!["受益", "参保", "参会", "领取", "拥有", "重伤", "轻伤", "投案", "接受", "就餐", "报名", "到场"];

/// What happens so and so many times: behind other words 次 counts what is done, as in 两次下调利率.
static EVENTS: Words<(), MANY> = words![
    "会", "会议", "谈话", "讲话", "对话", "飞跃", "变化", "报告", "发射", "演练", "演习", "检测", "转变",
    "转折", "胜利", "失败", "斗争", "表演", "演出", "假", "处罚", "活动", "补助", "震级", "地震", "机会",
    "机遇", "考试", "考核", "检查", "培训", "体检", "危机", "革命", "战争", "战役", "事故", "事件", "调查",
    "任务", "行动", "服务", "手术", "访问", "评估", "审议", "督导", "督查", "讨论", "表决", "研讨", "磋商",
    "会谈", "会见", "会晤", "调整", "改革", "洪水", "台风", "降雨", "过程", "比赛", "决赛", "选举", "讲座",
    "论坛", "展览", "直播", "义诊", "筛查", "课", "记录", "尝试", "浪潮", "高潮", "航班", "巡查", "巡检",
    "抽查", "抽检", "招标", "拍卖", "采购", "投诉", "违法", "警告", "通报", "座谈", "测试", "试验", "实验",
    "监测", "普查", "路演", "推介", "宣讲", "走访", "回访", "救援", "山洪", "滑坡", "险情", "暴雨", "风暴",
    "气旋", "高温", "寒潮", "火灾", "灾害", "故障", "泥石流", "疫情", "竞赛", "联赛", "大赛", "赛事", "飞行",
    "合作", "交流", "交易", "检修", "维修", "保养", "清洗", "消毒", "接种", "注射", "诊疗", "随访", "门诊",
    "治疗", "复查", "复核", "审计", "巡视", "执法", "整治", "排查", "会商", "约谈", "提醒", "回信", "批示",
    "指示", "检测结果", "公示", "公告", "招聘", "宣传", "课程", "教学", "授课", "实践", "实习", "考察",
    "参观", "调研", "慰问", "捐赠", "献血", "签约", "起义", "犯罪", "旅行", "培训班", "现场会", "跨越",
    "突破", "处置",
];

/// Where a name for what happens ends, at the end of a text or before what is said of it: 会议 in 会议的精神.
fn event(name: &str) -> Option<usize> {
    let ends = EVENTS.find_all(name).map(|(at, len, ())| at + len);
    ends.filter(|end| *end == name.len() || few!("的中上期").begins(&name[*end..])).last()
}

/// Whether some words say to whom copies are sent: 送区教育局, 报主管部门.
#[cold]
fn is_sent(words: &str) -> bool {
    static SENDS: Words = words!["送", "报送", "报", "寄", "呈", "呈报", "送交", "报请", "报经", "送请"];
    static TO_WHOM: CharSet = CharSet::of("局部门委厅处科办会院所关位府司校构人室署团");
    SENDS.begins(words) && TO_WHOM.ends(words) && !has_start(words, &["报告", "报表", "报纸", "报刊"])
}

/// Whether a name behind 人 says who they are: not 户 in 3人户, nor what they did in 三人以上行贿.
fn is_of_people(quantity: &Quantity, name: &str, counted: &Counted) -> bool {
    let least = matches!(quantity.bound, Some(Bound::AtLeast | Bound::AtMost));
    let people = || counted.ends.is_some_and(|ends| ends.ends(name));
    // 新增就业1200万人目标 names no people.
    !begins(name, "户每均")
        && !has_start(name, &["目标", "任务"])
        && (!least || quantity.extent.end == quantity.span.end || people())
}

impl Counted {
    /// Where a name ends.
    fn end(&self, name: &str) -> usize {
        // 31个省、自治区、直辖市和现役军人的人口
        if name.starts_with("省、自治区、直辖市") {
            return "省、自治区、直辖市".len();
        }
        if let Some(at) = self.owner(name) {
            return at;
        }
        if self.is_whole(name) {
            return name.len();
        }
        self.first(name).map_or(name.len(), |end| end + bracket(&name[end..]))
    }

    /// Whether a name ends in what is counted, so far as its end says that.
    fn is_whole(&self, name: &str) -> bool {
        // 38个大类行业中32个
        let within = || few!("中里内").ends(name);
        // 180个国家和地区投资, but 五个投资
        let invests = || name.strip_suffix("投资").is_some_and(|who| self.ends_in_head(who));
        let uncounted =
            || UNCOUNTED.ends(name) || names_measure(name) && !PIECES.ends(name) || within() || invests();
        match self.ends {
            Some(ends) => {
                (ends.ends(name) || few!("”）").ends(name) || self.ends_in_head(name)) && !uncounted()
            }
            None => !uncounted(),
        }
    }

    fn ends_in_head(&self, name: &str) -> bool {
        HEADS.strip_end(name).is_some_and(|(_, (kinds, _))| kinds & self.kinds != 0)
    }

    /// Where 的 stands behind the first word for what is counted: 教师 in 教师的教学能力.
    fn owner(&self, name: &str) -> Option<usize> {
        let at = name.find('的')?;
        let (owner, thing) = name.split_at(at);
        let head = self.ends_in_head(owner)
            || self.kinds & PLACE != 0 && SINGLE_PLACES.ends(owner) && !WHOLE.ends(owner);
        // 3名企业家的助手 counts the latter.
        let same = || self.ends.is_some() && self.is_whole(thing);
        // 面向农村的, 县（包括相当于县的旗）
        // 无电地区人口 are counted whatever they are without.
        let clause = || {
            CLAUSES.begins(owner) && !few!("无").begins(owner)
                || leading(owner) > 0
                || few!("于（").within(owner)
        };
        (head && !has_chars(owner, 13) && !same() && !clause()).then_some(at)
    }

    /// Where the first word for what is counted ends, with those that stand directly behind it or behind 和: 干部职工, 士兵和消防员.
    fn first(&self, name: &str) -> Option<usize> {
        if self.kinds & PLACE != 0
            && !WHOLE.begins(name)
            && let Some(place) = single_place(name)
        {
            return Some(place);
        }
        let mut end = None;
        for (at, len, (kinds, other)) in HEADS.find_all(name) {
            // 学生 stands in 大学生.
            let between = end.map_or(Some(""), |end| name.get(end..at));
            let Some(between) = between else { continue };
            let near = between.is_empty() || begins(between, "和及、") && !has_chars(between, 5);
            if !near {
                break;
            }
            if kinds & self.kinds & !OWNER != 0 && !begins(&name[at + len..], other) {
                end = Some(at + len);
            }
        }
        end
    }
}

/// How long a place of one character is that a name begins with, or two such places: 县 in 县GDP, 市州 in 市州空气质量.
fn single_place(name: &str) -> Option<usize> {
    let behind = name.trim_start_matches(['县', '市', '区', '州', '省', '镇', '乡', '村']);
    let len = name.len() - behind.len();
    (1..=2)
        .contains(&(len / '县'.len_utf8()))
        .then_some(len)
        .filter(|_| !begins(behind, "级域场民份部委庄组"))
}

/// How long a bracket is that a text begins with: 县（市）, 街区（厂区）.
fn bracket(text: &str) -> usize {
    let close = text.strip_prefix('（').and_then(|inner| inner.find('）'));
    close.map_or(0, |at| '（'.len_utf8() + at + '）'.len_utf8())
}
