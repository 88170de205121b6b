//! Targets: an amount tied to what it measures.

use crate::Span;
use crate::time::TimeExpr;

mod acted;
mod action;
mod amount;
mod baseline;
mod carry;
mod change;
mod changed;
mod clause;
mod condition;
mod counted;
mod cue;
mod deed;
mod due;
mod edges;
mod find;
mod graded;
mod grant;
mod heads;
mod inherited;
mod leading;
mod leaning;
mod lexicon;
mod mood;
mod named;
mod noun;
mod opening;
mod payment;
mod phrase;
mod precision;
mod predicate;
mod refusal;
mod row;
mod ruled;
mod share;
mod spot;
mod subject;
mod summed;
mod topic;
mod traces;
mod verdict;
mod window;
mod work;
mod wrapped;

pub use amount::TargetAmount;
pub(crate) use find::targets;
pub(crate) use inherited::inherit;

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
/// | 台账保存期限不得少于两年 | 台账保存期限 | `to` | 两年 |
///
/// None: descriptions (全长36公里), announced counts (四点建议), comparisons (比全省高2点), bare shares (占22%), conditions
/// (延误3次以上的), steps (产值每增加1亿元), definitions (大户，是指存栏超过500头的养殖户), attributes (藏书达8万册的图书馆).
///
/// ```
/// use gongwen::Modality;
///
/// let document = gongwen::parse("力争到2027年底，供热管网漏损率从12%降至8%以内。");
/// let target = &document.targets()[0];
/// assert_eq!(document.slice(target.subject), "供热管网漏损率");
/// assert_eq!(document.slice(target.amount.extent()), "8%以内");
/// assert_eq!(document.slice(target.baseline.as_ref().unwrap().span()), "12%");
/// assert_eq!(target.due.unwrap().value.to_string(), "2027-end");
/// assert_eq!(target.modality, Modality::Goal);
/// ```
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
    /// The amount, `quantity` in JSON; it also stands among the entities.
    #[cfg_attr(feature = "serde", serde(rename = "quantity"))]
    pub amount: TargetAmount,
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

/// Which way a target changes what it measures.
///
/// The verb directly before the amount says so; the longest counts. 为 and 是 and what ends in them need a name before them.
///
/// ```
/// use gongwen::Change;
///
/// let document = gongwen::parse("粮食产量增加2万吨，达到90万吨；化肥用量降低3%。");
/// let changes: Vec<Change> = document.targets().iter().map(|target| target.change).collect();
/// assert_eq!(changes, [Change::UpBy, Change::To, Change::DownBy]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Change {
    /// A noun before its amount (建成高标准农田1亿亩), or one of
    /// 高达 录得 达到 调整到 调整至 调整为 达 实现 完成 应该是 应当为 应当是 只是 仅为 只有 分别为 分别是 定为 订为 约为 将为 共为 合计为
    /// 预计为 拟定为 核定为 确定为 设定为 总计为 介于 介乎 为 是
    To,
    /// Up to the amount, as some (翻一番) say of themselves:
    /// 提高到 提高至 提高为 提升到 提升至 提升为 增加到 增加至 增加为 增长到 增长至 增长为 扩大到 扩大至
    /// 扩大为 扩展到 扩展至 延长到 延长至 放宽到 放宽至 上升到 上升至 上升为 攀升至 攀升到 跃升至 跃升到 跃升为
    /// 上调至 上调到 上调为 发展到 拓展到 拓展至 升至 升到 增至 增到 增为 迈上 跃上 站上 跨越 跨上 连跨
    /// 回升至 回升到 反弹至 反弹到 成长至 成长到 涨至 涨到 上涨至 上涨到 飙升至 飙升到 升高至 升高到 升为 调高至 调高到
    /// 调升至 调升到 上修至 上浮至 上浮到 推高至 推高到 拉高至 拉高到 推升至 推升到 提至 扩至 扩充至 扩充到 扩增至 扩增到 扩容至 扩容到
    /// 壮大到 壮大至 恢复到 恢复至 攀高至 爬升至 爬升到 放大到 放大至 加码至 加码到 加快到 加快至 增至介乎 升至介乎
    UpTo,
    /// Up by the amount:
    /// 提高 提升 增长 递增 增加 上升 上涨 延长 扩大 增产 增收 增支 加给 上浮 增 多收 多支 提标 调增 追加 加价 加收 上调 调高 调涨 攀升 涨价 提价
    /// 回升 反弹 成长 涨 飙升 升高 上扬 走高 收涨 增多 多增 扩增 调升 上修 推高 爬升 攀高
    /// (and so much more than in an earlier year: 比去年多, 高, 快)
    UpBy,
    /// Down to the amount:
    /// 降低到 降低至 降低为 下降到 下降至 下降为 减少到 减少至 减少为 压缩到 压缩至 压缩为 压减到 压减至
    /// 缩短到 缩短至 缩短为 缩减到 缩减至 缩减为 精简到 精简至 精简为 优化为 整合为 整合至 整合到 简化为 简化至 合并为
    /// 归并为 下调至 下调到 下调为 回落到 回落至 降至 降到 降为 减至 减到 减为 缩小到 缩小至 收窄到 收窄至 压降到 压降至
    /// 跌至 跌到 下跌至 下跌到 跌落至 跌落到 滑落至 滑落到 下滑至 下滑到 下探至 下探到 下修至 下浮至 下浮到 调低至 调低到
    /// 调降至 调降到 调减至 调减到 缩至 缩到 萎缩至 萎缩到 缩水至 削减至 削减到 削减为 裁减至 裁减到 递减至 压降为 压至
    /// 缩小为 压减为 减轻到 减轻至 放缓到 放缓至 收严至 收严到 收紧至 收紧到 减低至 减低到 减至介乎 降至介乎
    DownTo,
    /// Down by the amount:
    /// 降低 下降 减少 缩短 下跌 压减 压缩 削减 回落 下浮 收窄 减负 减排 减 降 少生 减收 减支 减低 减轻
    /// 减产 节约 节省 精简 缩减 裁减 核减 调减 压降 下调 调低 递减 降价 下行
    /// 缩小 跌 下滑 下挫 跌落 滑落 萎缩 缩水 衰退 负增长 负成长 走低 收跌 下修 调降 收缩 少增 少收 少支 下探
    /// (and so much less than in an earlier year: 比去年少, 低, 慢)
    DownBy,
    /// Held at the amount:
    /// 控制在 调控在 保持在 稳定在 维持在 保证在 确保在 限制在 限定在 保持 维持 稳定
    Hold,
    /// An amount before its noun, behind a verb of action (支持11个试验区) or before what is said of it (11个试验区获批)
    Count,
}

/// Whether a target is aimed at, has come about, or is ruled.
///
/// The first of these that says so decides:
///
/// 1. a text in articles, which rules but for what has come about;
/// 2. the time of the target: before the date of the text it has come about, a term (到2030年) is aimed at;
/// 3. what rules under any heading: 不宜, 应至少 in the clause of the amount, and fines among aims; and what is granted to whoever
///    meets a condition (对新认定的企业，奖励5万元), where no heading looks back or ahead;
/// 4. the heading of the section (回顾, 成就; 目标, 任务, 安排), then the opening of the paragraph (过去五年; 今年, 下一步); but 五年来，
///    looks back among aims, too, and so do 高达 and 只有 before the amount, and a time like 近三年; 今年, 明年 look ahead in a review;
/// 5. the words listed with each of them below, those in the clause of the amount before others of the sentence;
/// 6. the words around on the whole: those of what was done (累计, 突破, 位居), of what is to be done (加快, 着力, 抓好) and of
///    rules (申请人, 依法, 符合), weighed over the paragraph and its neighbours, and the amounts of the paragraph: 1186万人 were
///    counted, 1100万人 are aimed at, and what is a limit is aimed at.
///
/// The last is a judgement, whose weights may change with any version; how well it goes is measured in `docs/accuracy.md`.
///
/// ```
/// use gongwen::{Modality, parse};
///
/// let modality = |text: &str| parse(text).targets()[0].modality;
/// assert_eq!(modality("去年用电量增长4%。"), Modality::Fact);
/// assert_eq!(modality("确保绿电占比达到35%。"), Modality::Goal);
/// assert_eq!(modality("每户用量不得超过30吨。"), Modality::Rule);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Modality {
    /// Aimed at; for sure with a term (到2025年) or one of
    /// 力争 确保 目标是 目标为 目标： 目标定为 目标，定为 预期目标 纲要要求 纲要规定 计划要求 计划规定 规划要求 规划规定
    /// 预期 努力 拟安排 今年要 要 力求 拟
    /// 计划新建 计划改造 计划新增 计划投入 计划投资 计划培育 计划引进 计划开工 计划招收 我们将 还将 即将 计划新开工
    /// 可望 有望 招生计划 入学计划; with 将 or 准备 before a verb (将新建120个, 准备扶持30家, but not 将产量提高到5万吨); or with
    /// 》提出 》，提出 》,提出 提出， 规划提出 纲要提出 方案提出 意见提出; nothing say 预期寿命 预期目标完成
    /// 将近 将军 将士 将领 麻将 上将 大将 中将 少将 超过预期目标 完成预期目标 实现预期目标 好于预期 超预期 超出预期 超过预期 高于预期 符合预期 招生计划不 确保”
    /// 重要 主要 需要 必要 要求 要素 要点 要件 要道 纲要 摘要 概要 简要 扼要 首要 只要 要是 要么 要闻 要害
    /// 要塞 要紧 要领 要职 要地 要案 要务 要价 险要 紧要 机要 要旨 提要 纪要 不要 索要 想要 须要 若要
    /// 计划新开工项目 计划开工项目 计划新建项目 计划投资项目
    ///
    /// or, but under a heading that looks back, one of
    /// 预计 预测 预估 估计; nothing say 预计数 预计的 预测值 估计数, nor 预计全年 全年预计 预计前三季度 预计上半年 of a year that ends
    ///
    /// Under a heading that looks back 努力 预期 确保 say so of their own clause only: 经过努力，产值增长5%.
    Goal,
    /// Come about; for sure with 了 before the amount, 超额完成 创历史 创新高 再创新高 创下新高 为年度计划 为年度任务 为计划任务 为全年目标 为年度目标 behind it, or one of
    /// 同比 去年 上年 去年同期 上年同期 已 共发生 造成 截至 先后 几年来 近年来 顺利实现 目标顺利 完成了 实现了 达到了 收官之年 昨天 昨日
    /// 仍高达 仍然高达; nothing say 将先后 不分先后 先后顺序 先后次序;
    /// and 前10个月, which are over when they are reported
    Fact,
    /// Ruled; for sure with one of
    /// 处以 并处 罚款 罚锾 罚金 应当 不得
    /// or, under any heading, in the clause of the amount
    /// 不宜 宜控制 不应 应有 应达 应达到 应不少于 应不低于 应不小于 应不超过 应不高于 应不大于 应至少 设召集人 设副召集人 设组长 设副组长
    /// but not in 应有的 应有尽有 供应 效应 反应 相应; and where nothing else is said with one of
    /// 标准为 补贴标准： 每人每月 起付线 起付标准 封顶线 首付比例 首付款比例 最高贷款额度 贷款最高额度 最高可贷额度
    /// or, in the clause of the amount, with one of
    /// 予以 限额 放宽到 为限 上限 给予 最多 最少 至多 原则上 不超过 最高可 最高不超过 每人最高 每年最高 按每人
    /// 最高补助 最高补贴 最高奖励 最高资助 最高给予 最高支持 最高贴息 金额最高 额度最高
    /// but not 限额以上 限额以下 上限由 上限从 上限提高 每人最高额 每年最高额 率不超过 从每人每月 由每人每月 全国最多
    /// 全省最多 最多跑 最多采 予以表扬 予以表彰 予以通报 予以肯定 给予表扬 给予表彰 给予肯定, and none where it is said what a standard was before (补贴从每人每月80元提高到90元);
    /// and, where nothing else is said, of a fee or a price that is set (水费为3.04元) and of a sum that one may get (生活补贴2万元)
    Rule,
    /// Neither a cue says, nor the time, nor the words around.
    Unknown,
}

/// What the documentation of a variant says.
#[cfg(test)]
fn documented(name: &str, variant: &str) -> String {
    crate::documented::variant(include_str!("mod.rs"), name, variant)
}
