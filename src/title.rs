//! Titles in 《…》, and short names defined in brackets.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use crate::Span;
use crate::document_number::Reference;
use crate::numeral::{arabic_digit, number};
use crate::time::{CalendarUnit, Point, TimeValue, Year};
use crate::token::{begins, fold, gap, is_gap, is_han, strip_any, strip_any_end};
use crate::words::{Words, words};

/// A document title 《…》 in a text.
///
/// One title is the outermost pair of marks. White space, line breaks and readings are not part of its name.
///
/// | written | field |
/// |---|---|
/// | 《国家新型城镇化规划（2014—2020年）》 | name 国家新型城镇化规划, period 2014/2020 |
/// | 《工作规则（修订版）》 · 《编制指南》（试行） | edition 修订版 · 试行 |
/// | 《关于修改〈立法法〉的决定》 | inner 〈立法法〉 |
/// | 《实施意见》（国办发〔2020〕24号） | number |
/// | 《关于…的意见》（以下简称《意见》） | alias 意见; the second title refers to the first |
/// | 《滨湖市社区工作条例》…《条例》 | the second refers to the first, if no other name before it ends so |
///
/// A short name that is defined again means the title before it that defined it last. A title with a number of its own
/// refers to none, nor does the repetition of a full name.
///
/// No titles: a 《 with no 》 within 256 characters, and a 》 with no 《, which are diagnostics; 「…」.
///
/// ```
/// let text = "《防洪规划（2023—2035年）》（水规〔2023〕6号）（以下简称《规划》）";
/// let document = gongwen::parse(text);
/// let title = document.titles().next().unwrap();
/// assert_eq!(title.name, "防洪规划");
/// assert_eq!(title.period.unwrap().to_string(), "2023/2035");
/// assert_eq!(title.number.as_ref().unwrap().issuer.as_deref(), Some("水规"));
/// assert_eq!(title.alias.as_deref(), Some("规划"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[non_exhaustive]
pub struct Title {
    /// The title with its marks.
    pub span: Span,
    /// What stands between the marks, less a trailing edition or period.
    pub name: String,
    /// 修订版, 试行, 草案, 征求意见稿 …, without its brackets, inside or directly behind the marks.
    pub edition: Option<String>,
    /// The years in a bracket at the end: `2014/2020`, `2025`.
    pub period: Option<TimeValue>,
    /// The document number directly at the title.
    pub number: Option<Reference>,
    /// The short name defined at the title.
    pub alias: Option<String>,
    /// The fuller title that a short one means, as an index into the entities.
    pub refers_to: Option<usize>,
    /// Titles within the name.
    pub inner: Vec<Title>,
}

/// A short name for something that is no title.
///
/// | written | short | full |
/// |---|---|---|
/// | 成立领导小组（以下简称“领导小组”） | 领导小组 | 领导小组 |
/// | 市生态环境局、市财政局（以下统称“牵头部门”） | 牵头部门 | 市生态环境局、市财政局 |
/// | 国家发展改革委员会（简称发改委） | 发改委 | 国家发展改革委员会 |
/// | 某公司（下称公司） | 公司 | 某公司 |
///
/// The words before 称 are 简, 统, 合 with 以下 or 下 before them, in either script; the quotes may be missing. The short name
/// of a title (《…》（以下简称《意见》）) is its [`alias`](Title::alias). None: a bracket without 称 (（WHO）, （即…）), and 称 as
/// a verb (所称房屋).
///
/// ```
/// let document = gongwen::parse("市水务局、市气象局（以下统称“预警单位”）应当会商。");
/// let short = document.abbreviations().next().unwrap();
/// assert_eq!(short.short, "预警单位");
/// assert_eq!(document.slice(short.full), "市水务局、市气象局");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[non_exhaustive]
pub struct Abbreviation {
    /// From 以下 or 简称 to the end of the short name with its closing mark, brackets left out.
    pub span: Span,
    /// The short name.
    pub short: String,
    /// The words it stands for.
    pub full: Span,
}

/// A title as the grammar sees it; ranges count from the start of its input.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    pub name: String,
    pub edition: Option<String>,
    pub period: Option<TimeValue>,
    pub inner: Vec<(Range<usize>, Found)>,
    pub len: usize,
}

/// The farthest that 》 may stand from 《, in characters.
const BOUND: usize = 256;

/// The mark that closes a title mark.
const fn closing(open: char) -> Option<char> {
    match open {
        '《' => Some('》'),
        '〈' => Some('〉'),
        '‹' => Some('›'),
        '<' => Some('>'),
        _ => None,
    }
}

/// `title = 《 (text | title)* 》` — the input begins with 《.
pub(crate) fn title(input: &str) -> Option<Found> {
    let end = end_of(input)?;
    Some(parts(input, end))
}

/// Where the title that a text begins with ends, behind its closing mark.
fn end_of(input: &str) -> Option<usize> {
    let open = input.chars().next()?;
    let close = closing(open)?;
    let mut depth = 0usize;
    for (at, c) in input.char_indices().take(BOUND + 2) {
        if c == open {
            depth += 1;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                return Some(at + c.len_utf8());
            }
        }
    }
    None
}

/// Name, edition and period of a title that takes `len` bytes, and the titles inside it.
fn parts(input: &str, len: usize) -> Found {
    let open = input.chars().next().map_or(0, char::len_utf8);
    let close = input[..len].chars().next_back().map_or(0, char::len_utf8);
    let text = &input[open..len - close];
    let mut name = trim(text);
    let (mut edition, mut period) = (None, None);
    while let Some((head, inside)) = trailing_bracket(name) {
        if period.is_none()
            && let Some(found) = period_in(inside)
        {
            period = Some(found);
        } else if edition.is_none() && is_edition(inside) {
            edition = Some(squeeze(inside));
        } else {
            break;
        }
        name = trim(head);
    }
    // Titles within: a Latin <…> must hold Han characters, or it is a comparison.
    let mut inner = Vec::new();
    let mut at = 0;
    while let Some((i, c)) = text[at..].char_indices().find(|(_, c)| closing(*c).is_some()) {
        let from = at + i;
        at = from + c.len_utf8();
        if let Some(len) = end_of(&text[from..]) {
            let found = parts(&text[from..], len);
            if c != '<' || found.name.chars().any(|c| c > '\u{2e7f}') {
                inner.push((open + from..open + from + len, found));
                at = from + len;
            }
        }
    }
    Found { name: squeeze(name), edition, period, inner, len }
}

fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace())
}

/// A text without white space.
pub(crate) fn squeeze(text: &str) -> String {
    if text.contains(char::is_whitespace) {
        text.chars().filter(|c| !c.is_whitespace()).collect()
    } else {
        text.into()
    }
}

/// What stands before a bracket at the end of a text, and what stands in it.
fn trailing_bracket(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_suffix(['）', ')', '〕'])?;
    let at = inside.rfind(['（', '(', '〔'])?;
    let open = inside[at..].chars().next()?.len_utf8();
    (!inside[at + open..].contains(['）', ')']) && at > 0).then(|| (&inside[..at], &inside[at + open..]))
}

/// The years of 2014—2020年, 2020-2022, 2025.
pub(crate) fn period_in(text: &str) -> Option<TimeValue> {
    let text = trim(text);
    let year = |n: i16| Point::whole(CalendarUnit::Year(Year::Given(n)));
    let digits = |s: &str| -> Option<(i16, usize)> {
        let (rest, n) = number(s).ok()?;
        let value = n.whole().filter(|v| n.digits == 4 && (1000..3000).contains(v))?;
        Some((i16::try_from(value).ok()?, s.len() - rest.len()))
    };
    let (first, len) = digits(text)?;
    let rest =
        gap(text[len..].trim_start_matches(is_gap).trim_start_matches('年').trim_start_matches(['度']));
    if rest.is_empty() {
        return Some(TimeValue::Point(year(first)));
    }
    let rest =
        trim(strip_any(trim(rest), &["——", "—", "–", "-", "－", "─", "~", "～", "〜", "至", "到", "−"])?);
    let (last, len) = digits(rest)?;
    let rest = trim(&rest[len..]).trim_start_matches(['年', '度']);
    (rest.is_empty() && first < last).then(|| TimeValue::Range(year(first), year(last)))
}

/// Words that editions end with: 试行, 草案, 征求意见稿, 2021年修正 …
const EDITIONS: [&str; 26] = [
    "试行", "試行", "暂行", "暫行", "草案", "稿", "版", "修正", "修订", "修訂", "修订本", "修訂本", "修正本",
    "节选", "節選", "摘要", "摘编", "修正案", "试点", "合订本", "增订本", "征求意见", "单行本",
    "公开征求意见稿", "全文", "节录",
];

/// Whether a bracket names an edition.
pub(crate) fn is_edition(text: &str) -> bool {
    let text = trim(text);
    let short = text.chars().count() <= 14;
    short
        && strip_any_end(text, &EDITIONS).is_some_and(|stem| {
            stem.is_empty()
                || !stem.contains(['，', '《', '、', '。'])
                    && !stem.starts_with(|c: char| arabic_digit(c).is_some() && text.ends_with('稿'))
        })
}

/// The edition in a bracket directly behind a title: what it is and how long it is.
pub(crate) fn edition_behind(text: &str) -> Option<(String, usize)> {
    let behind = fold(text);
    let inside = behind.strip_prefix(['（', '('])?;
    let end = inside.char_indices().take(16).find(|(_, c)| matches!(c, '）' | ')'))?.0;
    let open = behind.len() - inside.len();
    let close = inside[end..].chars().next()?.len_utf8();
    is_edition(&inside[..end])
        .then(|| (squeeze(&inside[..end]), text.len() - behind.len() + open + end + close))
}

// ---------------------------------------------------------------------------------------------------------------------
// Short names
// ---------------------------------------------------------------------------------------------------------------------

/// The definition of a short name: ranges count from 称.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ShortName {
    pub short: String,
    /// Bytes before 称 that belong to the definition.
    pub back: usize,
    /// Bytes from 称 to behind the short name.
    pub len: usize,
    /// The short name stands in title marks and will be read as a title.
    pub marked: bool,
}

/// What stands before 称 in a definition.
static DEFINING: Words = words![
    "以下分别简", "以下分別簡", "以下统一简", "以下统", "以下統", "以下简", "以下簡", "以下合", "以下均",
    "以下并", "以下", "下简", "下簡", "下统", "下", "简", "簡", "统", "統",
];

/// `（以下)?(简|统|合)?称 为? short` — the input begins with 称.
pub(crate) fn short_name(before: &str, input: &str) -> Option<ShortName> {
    let (front, ()) = DEFINING.strip_end(before)?;
    let bracket = front.trim_end_matches(is_gap).ends_with(['（', '(', '，', ',', '、', '；', '［']);
    let below = before[front.len()..].contains('下');
    let width = input.chars().next()?.len_utf8();
    let rest = gap(&input[width..]);
    // 作 is part of an unmarked name: 作业基金.
    let named = strip_any(rest, &["为", "為", "：", ":"])
        .or_else(|| rest.strip_prefix('作').filter(|r| r.starts_with(['《', '“', '「', '"'])));
    let rest = gap(named.unwrap_or(rest));
    let (open, close) = match rest.chars().next()? {
        '《' => ('《', '》'),
        '〈' => ('〈', '〉'),
        '“' => ('“', '”'),
        '「' => ('「', '」'),
        '『' => ('『', '』'),
        '‘' => ('‘', '’'),
        '"' => ('"', '"'),
        _ => ('\0', '\0'),
    };
    let (text, end) = if open == '\0' {
        // Without marks only in a bracket, to its end or a comma.
        let end =
            rest.char_indices().take(24).find(|(_, c)| matches!(c, '）' | ')' | '，' | ',' | '；' | '］'))?.0;
        (&rest[..end], end)
    } else {
        let inside = &rest[open.len_utf8()..];
        let end = inside.char_indices().take(32).find(|(_, c)| *c == close)?.0;
        (&inside[..end], open.len_utf8() + end + close.len_utf8())
    };
    let short = squeeze(text);
    let clear = bracket || below && open != '\0';
    let collective = before.ends_with(['统', '統']) && !below && open == '\0';
    if !clear || !short.contains(char::is_alphanumeric) || collective {
        return None;
    }
    Some(ShortName {
        short,
        back: before.len() - front.len(),
        len: input.len() - rest.len() + end,
        marked: open == '《',
    })
}

/// Whether the place behind `between` is in a bracket that stands directly at a title; `between` begins behind the title.
pub(crate) fn directly_behind(between: &str) -> bool {
    let mut rest = gap(between);
    while let Some(inside) = rest.strip_prefix(['（', '(']) {
        match inside.find(['）', ')']) {
            Some(close) => {
                rest = gap(&inside[close..][inside[close..].chars().next().map_or(0, char::len_utf8)..]);
            }
            None => return true,
        }
    }
    rest.is_empty() || matches!(rest, "，" | ",")
}

/// Words that lead up to what a short name stands for and are no part of it.
const LEADING: &[&str] = &[
    "根据", "按照", "依照", "依据", "关于", "对于", "本办法所称", "本条例所称", "本规定所称", "本法所称",
    "所称", "为了", "通过", "经由", "全面推行", "推行", "推进", "开展", "实施", "制定", "成立", "设立",
    "建立", "印发", "召开", "出台", "发布", "公布", "应当", "应", "得", "均", "并", "但", "须", "凡", "各",
    "将", "对", "由", "向", "与", "和", "及", "、", "或", "报", "指", "针对", "在", "是", "经", "以", "为",
    "依", "本细则依", "本办法依", "本规则依", "本标准依", "本条例依",
];

/// Verbs behind 为 that say what is done, and what joins them.
const PURPOSES: &[&str] = &[
    "进一步", "切实", "加强", "规范", "保障", "促进", "做好", "完善", "健全", "维护", "保护", "防治", "防止",
    "预防", "控制", "减轻", "提高", "推动", "发挥", "落实", "统筹", "加快", "强化", "优化", "改善", "鼓励",
    "支持", "引导", "深化", "扩大", "保证", "确保", "严格", "充分", "合理", "有效",
];

/// Characters of these that begin words as well: 应急 is no word for what ought to be, and 经济部 and 各级 are no verbs.
const BEGINNINGS: &[(&str, &str)] = &[
    ("应", "急用届变"),
    ("经", "济营费销理贸纪验"),
    ("各", "级类种界项"),
    ("在", "建职校册线岗编"),
    ("对", "外口"),
    ("以", "色往"),
    ("为", "民"),
    ("和", "平谐"),
    ("与", "会"),
    ("向", "阳"),
    ("报", "告社名刊纸业馆警"),
    ("或", "许"),
    ("指", "挥导定标数"),
];

/// Verbs whose object a short name stands for, wherever they stand in the clause.
static VERBS: Words = words![
    "申办", "同意", "原则同意", "批准", "适用于", "组织编制", "组成", "组建", "设立", "参加", "委托", "委任",
    "报请", "会同", "充分发挥", "启动", "当将", "须将", "应将", "应设",
];

/// What stands before the bracket that a definition is in: （ and commas off, and a foreign name in the same bracket too.
pub(crate) fn before_bracket(before: &str) -> &str {
    let trimmed = before
        .trim_end_matches(|c| is_gap(c) || matches!(c, '（' | '(' | '，' | ',' | '、' | '；' | ';' | '［'));
    if trimmed.len() < before.len() && before[trimmed.len()..].contains(['（', '(', '［']) {
        return trimmed;
    }
    // （Session Management Function，简称SMF）
    let mut depth = 0;
    for (at, c) in trimmed.char_indices().rev().take(80) {
        match c {
            '）' | ')' => depth += 1,
            '（' | '(' if depth == 0 => return trimmed[..at].trim_end(),
            '（' | '(' => depth -= 1,
            '。' | '\n' => break,
            _ => {}
        }
    }
    trimmed
}

/// The words before a bracket that a short name in it stands for: back to the start of the clause, less what leads up to them.
///
/// The text is in Simplified characters.
pub(crate) fn full_name(before: &str) -> Range<usize> {
    let end = before.trim_end_matches(is_gap).len();
    let mut start = clause_start(&before[..end]);
    start += before[start..end].len() - before[start..end].trim_start().len();
    let verb = VERBS.find_all(&before[start..end]).map(|(at, len, ())| start + at + len).max();
    // 依法设立的开发区: the particle goes with the verb.
    let object = verb.map(|at| end - before[at..end].trim_start_matches('的').len());
    if let Some(at) = object.filter(|at| before[*at..end].chars().count() >= 2) {
        start = at;
    }
    // 为加强和规范渡口（以下简称渡口）管理: what is done for a purpose is no part of the name.
    let mut purpose = false;
    for _ in 0..8 {
        let words = &before[start..end];
        match strip_any(words, LEADING).or_else(|| strip_any(words, PURPOSES).filter(|_| purpose)) {
            // 对事故负有责任的公司: the preposition opens a modifier.
            Some(rest)
                if rest.chars().count() >= 2
                    && !(begins(words, "对以为") && rest.contains('的'))
                    && !BEGINNINGS.iter().any(|(c, more)| begins(words, c) && begins(rest, more)) =>
            {
                purpose |= words.starts_with('为');
                start = end - rest.len();
            }
            _ => break,
        }
    }
    start..end
}

/// Where the last clause of a text begins; brackets in it are stepped over, and line breaks within a word.
fn clause_start(text: &str) -> usize {
    let mut depth = 0;
    let mut last = text.len();
    let mut chars = text.char_indices().rev().take(96).peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '）' | ')' => depth += 1,
            '（' | '(' if depth > 0 => depth -= 1,
            '，' | ',' | '；' | ';' | '：' | ':' | '！' | '？' | '（' | '(' | '》' if depth == 0 => {
                return last;
            }
            '。' => return last,
            // A paragraph ends whatever bracket is open in it.
            '\n' => {
                let wrapped = text[last..].starts_with(is_han)
                    && chars.peek().is_some_and(|(_, before)| is_han(*before));
                if !wrapped {
                    return last;
                }
            }
            _ => {}
        }
        last = at;
    }
    last
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn titles() {
        for (text, name, edition, period, inner) in [
            ("《关于改进作风的意见》。", "关于改进作风的意见", "", "", 0),
            ("《国家规划（2014-2020年）》", "国家规划", "", "2014/2020", 0),
            ("《报告（2025）》", "报告", "", "2025", 0),
            ("《工作规则(修订版)》", "工作规则", "修订版", "", 0),
            ("《行动计划（2020—2022）（试行）》", "行动计划", "试行", "2020/2022", 0),
            ("《\n工作\n方案 》", "工作方案", "", "", 0),
            ("《关于修改〈立法法〉的决定》", "关于修改〈立法法〉的决定", "", "", 1),
            ("《〈《公约》议定书〉修正案》", "〈《公约》议定书〉修正案", "", "", 1),
            ("《规范（一）》", "规范（一）", "", "", 0),
            ("《实施<防洪法>办法》", "实施<防洪法>办法", "", "", 1),
        ] {
            let found = title(text).unwrap();
            assert_eq!(found.name, name);
            assert_eq!(found.edition.as_deref().unwrap_or(""), edition, "{text}");
            assert_eq!(found.period.map(|p| p.to_string()).unwrap_or_default(), period, "{text}");
            assert_eq!(found.inner.len(), inner, "{text}");
        }
        assert_eq!(title("《没有结尾"), None);
        assert_eq!(title(&alloc::format!("《{}》", "长".repeat(256))).map(|t| t.len), Some(258 * 3));
        assert_eq!(title(&alloc::format!("《{}》", "长".repeat(257))), None);
    }

    #[test]
    fn short_names() {
        for (text, short, back) in [
            ("《通知》（以下简|称《意见》）", "意见", 9),
            ("会议(以下简|称“会议”)", "会议", 9),
            ("制度（以下统|称“三项制度”）", "三项制度", 9),
            ("征收管理法(以下简|称税收征管法)的", "税收征管法", 9),
            ("目录（下|称目录）", "目录", 3),
            ("纲要（简|称《纲要》）", "纲要", 3),
            ("俄国防部|称，", "", 0),
            ("他以下的人|称“大家”", "", 0),
        ] {
            let (before, input) = text.split_once('|').unwrap();
            let found = short_name(before, input);
            assert_eq!(found.as_ref().map_or("", |f| &f.short), short, "{text}");
            assert_eq!(found.map_or(0, |f| f.back), back, "{text}");
        }
    }

    #[test]
    fn what_a_short_name_stands_for() {
        for (before, full) in [
            ("规定，对全面推行公示制度、审核制度", "公示制度、审核制度"),
            ("部门应当将取得资格的旅行社", "取得资格的旅行社"),
            ("。将取得资格的旅行社", "取得资格的旅行社"),
            ("应急（含演练）预案", "应急（含演练）预案"),
            ("凡应登记企业", "登记企业"),
        ] {
            assert_eq!(&before[full_name(before)], full);
        }
    }

    #[test]
    fn brackets_at_titles() {
        for (between, expected) in [
            ("（", true),
            ("（国发〔2014〕4号，", true),
            ("（试行）（", true),
            ("等文件（", false),
            ("", true),
        ] {
            assert_eq!(directly_behind(between), expected, "{between}");
        }
    }
}
