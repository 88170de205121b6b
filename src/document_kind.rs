//! What a document is, by the head noun of its name.

use crate::script::simplified;
use crate::title::Title;
use crate::words::{Endings, MANY};

/// What a document is, as the last word of its name says.
///
/// | a name ends in | kind |
/// |---|---|
/// | 法 · 法典 · 宪法 | [`Law`](Self::Law) |
/// | 条例 | [`Regulation`](Self::Regulation) |
/// | 规定 | [`Provisions`](Self::Provisions) |
/// | 办法 · 措施 | [`Measures`](Self::Measures) |
/// | 规则 · 细则 · 通则 · 准则 · 守则 · 总则 | [`Rules`](Self::Rules) |
/// | 规划 · 计划 | [`Plan`](Self::Plan) |
/// | 纲要 · 大纲 | [`Outline`](Self::Outline) |
/// | 方案 | [`Programme`](Self::Programme) |
/// | 决议 · 决定 · 命令 · 公报 · 公告 · 通告 · 意见 · 通知 · 通报 · 报告 · 请示 · 批复 · 议案 · 函 · 纪要 | one kind each |
///
/// The row of fifteen is the kinds of official documents in the order of the regulations on handling them. What other words make
/// which kind, the kinds below say. Brackets and years
/// behind the name (（试行）, 2035年) are passed over. 《关于印发〈管理办法〉的通知》 is a notice, not measures. Traditional
/// characters read as Simplified ones do. A name with no such word at its end — a book, a newspaper, 书法 — is `Other`.
///
/// ```
/// use gongwen::DocumentKind;
///
/// let document = gongwen::parse("《滨湖市供水管理办法（试行）》");
/// let title = document.titles().next().unwrap();
/// assert_eq!(title.kind(), DocumentKind::Measures);
/// assert_eq!(title.kind_word(), Some("办法"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum DocumentKind {
    /// 法, 法典, 宪法.
    Law,
    /// 条例.
    Regulation,
    /// 规定.
    Provisions,
    /// 办法, 措施.
    Measures,
    /// 规则, 细则, 通则, 准则, 守则, 总则.
    Rules,
    /// 解释.
    Interpretation,
    /// 修正案.
    Amendment,
    /// 草案, 征求意见稿, 送审稿 that are part of the name.
    Draft,
    /// 规划, 计划, 计画.
    Plan,
    /// 纲要, 大纲.
    Outline,
    /// 方案.
    Programme,
    /// 预案.
    EmergencyPlan,
    /// 要点.
    KeyPoints,
    /// 决议.
    Resolution,
    /// 决定.
    Decision,
    /// 命令, 令.
    Order,
    /// 公报.
    Communique,
    /// 公告.
    Announcement,
    /// 通告.
    PublicNotice,
    /// 意见, 意见书.
    Opinion,
    /// 通知.
    Notice,
    /// 通报.
    Circular,
    /// 报告, 报告书.
    Report,
    /// 请示.
    Request,
    /// 批复, 答复, 复函.
    Reply,
    /// 议案, 提案.
    Motion,
    /// 函.
    Letter,
    /// 纪要.
    Minutes,
    /// 建议, 建议书.
    Proposal,
    /// 宣言, 声明, 倡议, 倡议书.
    Declaration,
    /// 标准, 规范, 规程.
    Standard,
    /// 指南, 指引, 导则, 手册.
    Guideline,
    /// 目录, 名录, 清单, 名单, 名册.
    Catalogue,
    /// 协议, 协议书, 协定, 合同, 合同书, 备忘录.
    Agreement,
    /// 公约, 条约, 议定书.
    Treaty,
    /// 章程.
    Charter,
    /// 制度.
    System,
    /// 证, 证书, 执照, 证明, 证明书.
    Certificate,
    /// 表, 申请书, 通知书, 承诺书, 告知书, 决定书, 登记册.
    Form,
    /// 白皮书.
    WhitePaper,
    /// 年鉴.
    Yearbook,
    /// 讲话, 发言, 致辞.
    Speech,
    /// Anything else.
    Other,
}

use DocumentKind as K;

/// Head nouns, in Simplified characters. Words that only look like one end in `Other`.
pub(crate) static HEADS: Endings<DocumentKind, MANY> = Endings::of(&[
    ("法", K::Law),
    ("法典", K::Law),
    ("方法", K::Other),
    ("做法", K::Other),
    ("看法", K::Other),
    ("想法", K::Other),
    ("说法", K::Other),
    ("书法", K::Other),
    ("语法", K::Other),
    ("兵法", K::Other),
    ("用法", K::Other),
    ("算法", K::Other),
    ("立法", K::Other),
    ("执法", K::Other),
    ("普法", K::Other),
    ("守法", K::Other),
    ("违法", K::Other),
    ("合法", K::Other),
    ("非法", K::Other),
    ("依法", K::Other),
    ("犯法", K::Other),
    ("枉法", K::Other),
    ("司法", K::Other),
    ("魔法", K::Other),
    ("手法", K::Other),
    ("句法", K::Other),
    ("笔法", K::Other),
    ("条例", K::Regulation),
    ("规定", K::Provisions),
    ("办法", K::Measures),
    ("措施", K::Measures),
    ("规则", K::Rules),
    ("细则", K::Rules),
    ("通则", K::Rules),
    ("准则", K::Rules),
    ("守则", K::Rules),
    ("总则", K::Rules),
    ("解释", K::Interpretation),
    ("修正案", K::Amendment),
    ("草案", K::Draft),
    ("征求意见稿", K::Draft),
    ("送审稿", K::Draft),
    ("规划", K::Plan),
    ("计划", K::Plan),
    ("计画", K::Plan),
    ("纲要", K::Outline),
    ("大纲", K::Outline),
    ("方案", K::Programme),
    ("预案", K::EmergencyPlan),
    ("要点", K::KeyPoints),
    ("决议", K::Resolution),
    ("决定", K::Decision),
    ("命令", K::Order),
    ("令", K::Order),
    ("公报", K::Communique),
    ("公告", K::Announcement),
    ("通告", K::PublicNotice),
    ("意见", K::Opinion),
    ("意见书", K::Opinion),
    ("通知", K::Notice),
    ("通报", K::Circular),
    ("报告", K::Report),
    ("报告书", K::Report),
    ("请示", K::Request),
    ("批复", K::Reply),
    ("答复", K::Reply),
    ("复函", K::Reply),
    ("议案", K::Motion),
    ("提案", K::Motion),
    ("函", K::Letter),
    ("纪要", K::Minutes),
    ("建议", K::Proposal),
    ("建议书", K::Proposal),
    ("宣言", K::Declaration),
    ("声明", K::Declaration),
    ("倡议", K::Declaration),
    ("倡议书", K::Declaration),
    ("标准", K::Standard),
    ("规范", K::Standard),
    ("规程", K::Standard),
    ("指南", K::Guideline),
    ("指引", K::Guideline),
    ("导则", K::Guideline),
    ("手册", K::Guideline),
    ("目录", K::Catalogue),
    ("名录", K::Catalogue),
    ("清单", K::Catalogue),
    ("名单", K::Catalogue),
    ("名册", K::Catalogue),
    ("协议", K::Agreement),
    ("协议书", K::Agreement),
    ("协定", K::Agreement),
    ("合同", K::Agreement),
    ("合同书", K::Agreement),
    ("备忘录", K::Agreement),
    ("公约", K::Treaty),
    ("条约", K::Treaty),
    ("议定书", K::Treaty),
    ("章程", K::Charter),
    ("制度", K::System),
    ("证", K::Certificate),
    ("证书", K::Certificate),
    ("执照", K::Certificate),
    ("证明", K::Certificate),
    ("证明书", K::Certificate),
    ("保证", K::Other),
    ("论证", K::Other),
    ("认证", K::Other),
    ("公证", K::Other),
    ("查证", K::Other),
    ("考证", K::Other),
    ("见证", K::Other),
    ("印证", K::Other),
    ("佐证", K::Other),
    ("求证", K::Other),
    ("辩证", K::Other),
    ("表", K::Form),
    ("代表", K::Other),
    ("发表", K::Other),
    ("图表", K::Other),
    ("手表", K::Other),
    ("钟表", K::Other),
    ("仪表", K::Other),
    ("申请书", K::Form),
    ("通知书", K::Form),
    ("承诺书", K::Form),
    ("告知书", K::Form),
    ("决定书", K::Form),
    ("登记册", K::Form),
    ("白皮书", K::WhitePaper),
    ("年鉴", K::Yearbook),
    ("讲话", K::Speech),
    ("发言", K::Speech),
    ("致辞", K::Speech),
]);

impl DocumentKind {
    /// The kind of the document that has this name.
    ///
    /// ```
    /// use gongwen::DocumentKind;
    ///
    /// assert_eq!(DocumentKind::of("綠色建築規劃"), DocumentKind::Plan);
    /// assert_eq!(DocumentKind::of("西湖书法"), DocumentKind::Other);
    /// ```
    pub fn of(name: &str) -> Self {
        named(name).map_or(Self::Other, |(kind, _)| kind)
    }

    /// The head noun of this name that says what kind of document it is, as the name writes it.
    ///
    /// ```
    /// use gongwen::DocumentKind;
    ///
    /// assert_eq!(DocumentKind::word_of("綠色建築規劃（試行）"), Some("規劃"));
    /// assert_eq!(DocumentKind::word_of("西湖书法"), None);
    /// ```
    pub fn word_of(name: &str) -> Option<&str> {
        named(name).map(|(_, word)| word)
    }

    /// The kind of the document whose name a text ends with, and the text before the word that says so.
    ///
    /// The text is in Simplified characters.
    pub(crate) fn at_end(text: &str) -> Option<(&str, Self)> {
        // 公司法 is of companies, and ends in no 司法.
        if let Some(stem) = text.strip_suffix('法').filter(|stem| stem.ends_with("公司")) {
            return Some((stem, Self::Law));
        }
        HEADS.strip_end(text).filter(|(_, kind)| *kind != Self::Other)
    }
}

impl Title {
    /// What the document is, by the head noun of its name.
    ///
    /// ```
    /// use gongwen::DocumentKind;
    ///
    /// let document = gongwen::parse("《关于印发〈考评办法〉的通知》");
    /// assert_eq!(document.titles().next().unwrap().kind(), DocumentKind::Notice);
    /// ```
    pub fn kind(&self) -> DocumentKind {
        DocumentKind::of(&self.name)
    }

    /// The head noun that says what the document is, as written: 意见, 規劃.
    ///
    /// ```
    /// let document = gongwen::parse("《防沙治沙法》《治沙三日》");
    /// let words: Vec<Option<&str>> = document.titles().map(|title| title.kind_word()).collect();
    /// assert_eq!(words, [Some("法"), None]);
    /// ```
    pub fn kind_word(&self) -> Option<&str> {
        DocumentKind::word_of(&self.name)
    }
}

/// The kind of the document that has a name, and the word that says so.
fn named(name: &str) -> Option<(DocumentKind, &str)> {
    // A word is five characters at most.
    let tail = crate::token::tail(without_brackets(name), 5);
    let (before, kind) =
        DocumentKind::at_end(&simplified(tail)).map(|(before, kind)| (before.len(), kind))?;
    Some((kind, &tail[before..]))
}

/// A name without the brackets and the year that stand behind its head noun.
fn without_brackets(name: &str) -> &str {
    /// Where the bracket opens that a name ends in: before 草案 in 规划（草案（一）).
    fn opens(name: &str) -> Option<usize> {
        let mut depth = 0u32;
        for (at, c) in name.char_indices().rev() {
            match c {
                '）' | ')' | '〕' => depth += 1,
                '（' | '(' | '〔' => depth = depth.checked_sub(1)?,
                _ => {}
            }
            if depth == 0 {
                return Some(at).filter(|_| matches!(c, '（' | '(' | '〔'));
            }
        }
        None
    }
    let mut name = name.trim_end();
    while let Some(at) = opens(name) {
        name = name[..at].trim_end();
    }
    name.trim_end_matches(|c: char| c.is_numeric() || "—–-－~～至年".contains(c))
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;
    use crate::token::is_han;

    #[test]
    fn docs_name_every_word() {
        for (variant, kind) in [
            ("Law", K::Law),
            ("Regulation", K::Regulation),
            ("Provisions", K::Provisions),
            ("Measures", K::Measures),
            ("Rules", K::Rules),
            ("Interpretation", K::Interpretation),
            ("Amendment", K::Amendment),
            ("Draft", K::Draft),
            ("Plan", K::Plan),
            ("Outline", K::Outline),
            ("Programme", K::Programme),
            ("EmergencyPlan", K::EmergencyPlan),
            ("KeyPoints", K::KeyPoints),
            ("Resolution", K::Resolution),
            ("Decision", K::Decision),
            ("Order", K::Order),
            ("Communique", K::Communique),
            ("Announcement", K::Announcement),
            ("PublicNotice", K::PublicNotice),
            ("Opinion", K::Opinion),
            ("Notice", K::Notice),
            ("Circular", K::Circular),
            ("Report", K::Report),
            ("Request", K::Request),
            ("Reply", K::Reply),
            ("Motion", K::Motion),
            ("Letter", K::Letter),
            ("Minutes", K::Minutes),
            ("Proposal", K::Proposal),
            ("Declaration", K::Declaration),
            ("Standard", K::Standard),
            ("Guideline", K::Guideline),
            ("Catalogue", K::Catalogue),
            ("Agreement", K::Agreement),
            ("Treaty", K::Treaty),
            ("Charter", K::Charter),
            ("System", K::System),
            ("Certificate", K::Certificate),
            ("Form", K::Form),
            ("WhitePaper", K::WhitePaper),
            ("Yearbook", K::Yearbook),
            ("Speech", K::Speech),
        ] {
            let docs = crate::documented::variant(include_str!("document_kind.rs"), "DocumentKind", variant);
            let named: Vec<&str> = docs.split(|c| !is_han(c)).filter(|word| !word.is_empty()).collect();
            for word in &named {
                assert_eq!(DocumentKind::of(word), kind, "{word}");
            }
            let of =
                |word: &str| HEADS.strip_end(word).filter(|(rest, _)| rest.is_empty()).map(|(_, kind)| kind);
            for word in HEADS.all().filter(|word| of(word) == Some(kind)) {
                assert!(named.contains(&word), "{word} is not said of {variant}");
            }
        }
    }

    #[test]
    fn kinds() {
        for (name, kind, word) in [
            ("中华人民共和国民法典", K::Law, "法典"),
            ("中華人民共和國憲法", K::Law, "法"),
            ("公司法", K::Law, "法"),
            ("滨湖市社区工作条例", K::Regulation, "条例"),
            ("勞工請假規則", K::Rules, "規則"),
            ("关于促进夜间消费的若干意见", K::Opinion, "意见"),
            ("關於加強湖泊治理的意見", K::Opinion, "意見"),
            ("慢行系统实施方案", K::Programme, "方案"),
            ("供水管理办法（试行）", K::Measures, "办法"),
            ("渡口管理辦法", K::Measures, "辦法"),
            ("关于稳岗的若干政策措施", K::Measures, "措施"),
            ("关于印发《供水管理办法》的通知", K::Notice, "通知"),
            ("全市规划（一）（二）", K::Plan, "规划"),
            ("全市规划（草案（一））", K::Plan, "规划"),
            ("全市规划(草案（一）)（二） ", K::Plan, "规划"),
            ("规划）", K::Other, ""),
            ("规划二）", K::Other, ""),
            ("滨湖市总体规划2021—2035年", K::Plan, "规划"),
            ("滨湖市总体规划2021至2035年", K::Plan, "规划"),
            ("國土計畫", K::Plan, "計畫"),
            ("刑法修正案（十一）", K::Amendment, "修正案"),
            ("行政处罚决定书", K::Form, "决定书"),
            ("考察报告", K::Report, "报告"),
            ("安全生产许可证", K::Certificate, "证"),
            ("双边投资协定", K::Agreement, "协定"),
            ("防洪标准", K::Standard, "标准"),
            ("学习方法", K::Other, ""),
            ("何谓违法", K::Other, ""),
            ("合法与非法", K::Other, ""),
            ("守法", K::Other, ""),
            ("走近司法", K::Other, ""),
            ("中国手表", K::Other, ""),
            ("气温图表", K::Other, ""),
            ("地名考证", K::Other, ""),
            ("孙子兵法", K::Other, ""),
            ("人民代表", K::Other, ""),
            ("山河", K::Other, ""),
            ("（试行）", K::Other, ""),
            ("2035", K::Other, ""),
            ("", K::Other, ""),
        ] {
            assert_eq!(DocumentKind::of(name), kind, "{name}");
            assert_eq!(DocumentKind::word_of(name).unwrap_or_default(), word, "{name}");
        }
    }
}
