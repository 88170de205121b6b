//! Words for one thing that several tables need. What a table adds to them, or does without, it says itself.

use crate::few::Few;
use crate::words::{BothWays, Endings, both_ways, endings};

/// Words that sum up and do nothing else. 共 begins and ends names (共享, 公共): a table in which that does no harm adds it.
pub(super) const SUMS: [&str; 4] = ["累计", "共计", "合计", "总计"];

/// Words that sum up, 共 among them.
pub(super) static SUMS_UP: BothWays = both_ways![SUMS, "共"];

/// A country, province, city, district, county or prefecture as a whole, or the one whose text it is.
pub(super) const PLACES: [&str; 17] = [
    "全国", "全省", "全市", "全区", "全县", "全州", "我国", "我省", "我市", "我区", "我县", "我州", "本省",
    "本市", "本区", "本县", "本州",
];

/// Modals of a rule. Where 不得 stands for one, too, the table adds it.
pub(super) const MUST: [&str; 4] = ["应", "应当", "须", "必须"];

/// Words of a limit before an amount; what is none without a modal (多于, 超过) is not among them.
pub(super) const LIMITS: [&str; 7] = ["不低于", "不少于", "不小于", "不高于", "不多于", "不大于", "不超过"];

/// Those to whom something is given. What is no more than a part of a word (者, 人) the table adds.
pub(super) const RECIPIENTS: [&str; 14] = [
    "企业", "单位", "机构", "个人", "人员", "团队", "平台", "公司", "家庭", "学生", "学校", "医院", "组织",
    "农户",
];

/// Characters with which a name goes on behind a verb, which then is a part of it: 参保率, 处理量, 建设的.
pub(super) static NAME_GOES_ON: Few = Few::of("的率量额值度数");

/// What is said of those who are counted before it, and begins no name: 搬出 in 3万名群众搬出大山.
pub(super) const SAID_OF: [&str; 59] = [
    "通高铁", "通高速", "通铁路", "通公路", "通动车", "通客车", "通光纤", "通宽带", "通自来水", "通天然气",
    "通燃气", "入驻", "拥有", "建有", "配有", "住进", "迁入", "搬出", "搬离", "搬迁到", "摆脱", "摘掉",
    "走出", "吃上", "坐上", "过上", "装上", "拿到", "领到", "收到", "找到", "考上", "考入", "升入", "免交",
    "免缴", "遭受", "遭遇", "受损", "倒塌", "损毁", "出列", "建起", "办起", "种上", "升规", "入规", "入统",
    "抵达", "落成", "下线", "封顶", "合龙", "首航", "复航", "启用", "停用", "清零", "获奖",
];

/// Words that say how long something is.
pub(super) static LONG: Endings = endings!["长", "总长", "全长", "总计长", "总长度"];
