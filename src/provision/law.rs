//! What a reference to a provision belongs to: a title, or words such as 本法, 前款 and 民事诉讼法.

use core::ops::Range;

use crate::breaks::is_full;
use crate::charset::CharSet;
use crate::document_kind::{DocumentKind, HEADS};
use crate::few::few;
use crate::token::{ends, fold, is_gap, is_han};
use crate::words::{Endings, MANY, Words, endings};

/// What a reference belongs to that is no title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Law {
    /// Where its words stand.
    pub words: Range<usize>,
    /// Whether it is a document, which has articles, and no part of one (本条, 前款).
    pub document: bool,
}

/// What stands before a reference: the last character of such words, of a title, or of what may stand between.
pub(crate) static BEFORE: CharSet =
    CharSet::of("条款项》）)的中").or(&HEADS.last_chars()).or(&SAME.last_chars()).or(&NAMES.last_chars());

/// The words that a text ends with and a reference may stand behind: 本法, 前款, 民事诉讼法.
///
/// The text is in Simplified characters and begins behind the last entity.
pub(crate) fn law(before: &str) -> Option<Law> {
    // （以下簡稱本條例）第三條
    let end = before.trim_end_matches(|c| is_gap(c) || matches!(c, '\n' | '）' | ')')).len();
    let text = &before[..end];
    let (start, document) = own(text).or_else(|| {
        let bare = !before[end..].contains(['）', ')']);
        unmarked(text).filter(|_| bare).map(|start| (start, true))
    })?;
    Some(Law { words: start..end, document })
}

/// Words that point at a document, and at a part of one.
static POINTING: Endings = endings!["本", "该", "上述", "前述"];
static POINTING_AT_PARTS: Endings = endings!["本", "该", "同", "前"];

/// 同意见 is no document; 同法 is.
static SAME: Endings = endings!["同法", "同条例", "同办法", "同规定", "同规则", "同细则"];

/// Words between 本 and the kind of document: 本实施细则.
static MODIFIERS: Endings = endings!["实施", "施行", "暂行", "试行", "管理", "司法"];

/// Where 本法, 本实施细则, 该条例, 前款 begins that a text ends with, and whether it is a document.
fn own(text: &str) -> Option<(usize, bool)> {
    let part = || {
        let stem = text.strip_suffix(['条', '款', '项'])?;
        Some((POINTING_AT_PARTS.strip_end(stem)?.0, false))
    };
    let same = || Some((SAME.strip_end(text)?.0, true));
    let document = || {
        let (stem, _) = DocumentKind::at_end(text)?;
        let stem = MODIFIERS.strip_end(stem).map_or(stem, |(stem, ())| stem);
        Some((POINTING.strip_end(stem)?.0, true))
    };
    let (stem, document) = part().or_else(same).or_else(document)?;
    // 基本法, 日本法 and 合同法 are names.
    let within = match text[stem.len()..].chars().next() {
        Some('本') => ends(stem, "基根日成样资版文"),
        Some('同') => ends(stem, "合共相"),
        Some('前') => ends(stem, "目以之"),
        _ => false,
    };
    (!within).then_some((stem.len(), document))
}

/// What the name of a law that stands without marks ends in.
static NAMES: Endings = endings!["法", "法典", "条例", "办法", "规则", "细则", "通则", "准则"];

/// Words that end like one.
static NO_NAMES: Endings = endings![
    "依法", "方法", "做法", "立法", "司法", "执法", "违法", "合法", "非法", "守法", "犯法", "枉法", "普法"
];

/// What a word before or in the name of a law is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lead {
    /// Leads up to a name wherever it stands.
    Anywhere,
    /// Leads up to a name from the start of a clause alone.
    Start,
    /// Part of a name, though a leading word is in it.
    Name,
}

static LEADING: Words<Lead, MANY> = {
    use Lead::{Anywhere, Name, Start};
    Words::of(&[
        ("依照", Anywhere),
        ("依据", Anywhere),
        ("依", Anywhere),
        ("按照", Anywhere),
        ("按", Anywhere),
        ("根据", Anywhere),
        ("违反", Anywhere),
        ("适用", Anywhere),
        ("符合", Anywhere),
        ("认定", Anywhere),
        ("准用", Anywhere),
        ("比照", Anywhere),
        ("参照", Anywhere),
        ("参酌", Anywhere),
        ("援引", Anywhere),
        ("视同", Anywhere),
        ("审查", Anywhere),
        ("审理", Anywhere),
        ("从事", Anywhere),
        ("具备", Anywhere),
        ("考虑", Anywhere),
        ("注意", Anywhere),
        ("承担", Anywhere),
        ("超过", Anywhere),
        ("超出", Anywhere),
        ("修正前", Anywhere),
        ("修正后", Anywhere),
        ("修改前", Anywhere),
        ("修改后", Anywhere),
        ("修订前", Anywhere),
        ("修订后", Anywhere),
        ("现行", Anywhere),
        ("构成", Anywhere),
        ("具有", Anywhere),
        ("执行", Anywhere),
        ("应当", Anywhere),
        ("遵守", Anywhere),
        ("公布", Anywhere),
        ("涉及", Anywhere),
        ("分别", Anywhere),
        ("我国", Anywhere),
        ("或者", Anywhere),
        ("或", Anywhere),
        ("以及", Anywhere),
        ("的", Anywhere),
        ("之", Anywhere),
        ("了", Anywhere),
        ("以", Anywhere),
        ("将", Anywhere),
        ("但", Anywhere),
        ("是", Anywhere),
        ("犯", Anywhere),
        ("犯罪", Name),
        ("侵犯", Name),
        ("有", Anywhere),
        ("国有", Name),
        ("公有", Name),
        ("私有", Name),
        ("所有", Name),
        ("有限", Name),
        ("有线", Name),
        ("有机", Name),
        ("有毒", Name),
        ("为", Anywhere),
        ("行为", Name),
        ("于", Anywhere),
        ("在", Anywhere),
        ("并", Anywhere),
        ("合并", Name),
        ("其", Anywhere),
        ("其他", Name),
        ("除", Anywhere),
        ("消除", Name),
        ("解除", Name),
        ("因", Anywhere),
        ("基因", Name),
        ("对", Anywhere),
        ("对外", Name),
        ("应对", Name),
        ("指", Anywhere),
        ("指定", Name),
        ("指导", Name),
        ("指挥", Name),
        ("受", Anywhere),
        ("受害", Name),
        ("受理", Name),
        ("受刑", Name),
        ("受益", Name),
        ("受贿", Name),
        ("属", Anywhere),
        ("所属", Name),
        ("附属", Name),
        ("金属", Name),
        ("家属", Name),
        ("原", Start),
        ("原住", Name),
        ("原子", Name),
        ("原产", Name),
        ("经", Start),
        ("经济", Name),
        ("经营", Name),
        ("经销", Name),
        ("规定", Start),
        ("关于", Start),
        ("和", Start),
        ("及", Start),
        ("与", Start),
    ])
};

/// How long, in characters, the name of a law may be.
const MOST_OF_NAME: usize = 32;

/// Where the name of a law begins that stands without marks and that a text ends with: 民事诉讼法 in 依照民事诉讼法.
fn unmarked(text: &str) -> Option<usize> {
    let start = in_line(text)?;
    if text[..start].ends_with('\n') { over_line(text, start) } else { Some(start) }
}

/// Where a name begins of which a page has the end, or all, in the next line: 民事⏎诉讼法.
#[cold] // as few stand there
fn over_line(text: &str, start: usize) -> Option<usize> {
    let above = text[..start].trim_end();
    // The text begins behind the last entity, in the middle of a line maybe.
    if !above.ends_with(is_han) || !is_full(above) && few!("\n").within(above) {
        return Some(start);
    }
    let run: usize =
        above.chars().rev().take(MOST_OF_NAME).take_while(|c| is_han(*c)).map(char::len_utf8).sum();
    let joined = [&above[above.len() - run..], &text[start..]].concat();
    let found = in_line(&joined)?;
    // In 依⏎照刑法 it begins later.
    Some(if found < run { above.len() - run + found } else { start + found - run })
}

/// The same in its last line.
fn in_line(text: &str) -> Option<usize> {
    let (stem, ()) = NAMES.strip_end(text)?;
    if NO_NAMES.ends(text) && !text.ends_with("公司法") {
        return None;
    }
    let run: usize =
        text.chars().rev().take(MOST_OF_NAME).take_while(|c| is_han(*c)).map(char::len_utf8).sum();
    let from = text.len() - run;
    let mut start = from;
    // A run that goes on before has no known start.
    let mut known = !text[..from].ends_with(is_han);
    let mut read = from;
    for (at, len, lead) in LEADING.find_all(&text[from..stem.len()]) {
        let (at, end) = (from + at, from + at + len);
        if at < read {
            continue;
        }
        read = end;
        // In 安全审查条例 the word belongs to the name.
        let leads = match lead {
            Lead::Anywhere => end < stem.len() || at == start && known,
            Lead::Start => at == start && known,
            Lead::Name => false,
        };
        if leads {
            (start, known) = (end, true);
        }
    }
    // 本条例及所得税法, 第七条及所得税法: what is cited before 及 is another law; 投资信托及顾问法 is a name.
    let from = start;
    for (at, c) in text[from..stem.len()].char_indices() {
        let at = from + at;
        let cited = || NAMES.ends(&text[..at]) || text[..at].ends_with(['条', '款', '项', '目']);
        if matches!(c, '和' | '及' | '与') && cited() {
            (start, known) = (at + c.len_utf8(), true);
        }
    }
    let least = if matches!(&text[stem.len()..], "法" | "法典") { 2 } else { 4 };
    (known && text[start..].chars().count() >= least).then_some(start)
}

/// How many bytes the brackets between a title and a reference may take.
const MOST_BETWEEN: usize = 192;

/// Whether a reference may stand behind a title with this in between: brackets at the title, or the end of the bracket it is in.
pub(crate) fn behind_title(between: &str) -> bool {
    if between.len() > MOST_BETWEEN {
        return false;
    }
    let mut rest = between;
    loop {
        rest = fold(rest);
        if let Some(inside) = rest.strip_prefix(['（', '(']) {
            let Some((at, _)) = inside.char_indices().find(|(_, c)| matches!(c, '）' | ')')) else {
                return false;
            };
            rest = &inside[at..];
        } else if let Some(behind) = rest.strip_prefix(['）', ')']) {
            rest = behind;
        } else {
            return rest.is_empty() || matches!(rest, "的" | "中");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn laws() {
        for (before, expected) in [
            ("依照本法", "本法"),
            ("违反本实施细则", "本实施细则"),
            ("（以下简称本条例）", "本条例"),
            ("有前款", "前款"),
            ("依照刑法", "刑法"),
            ("依中华人民共和国对外贸易法", "中华人民共和国对外贸易法"),
            ("违反本条例及所得税法", "所得税法"),
            ("，未成年人保护法", "未成年人保护法"),
            ("依证券投资信托及顾问法", "证券投资信托及顾问法"),
            ("按照基本法", "基本法"),
            ("依照劳动合同法", "劳动合同法"),
            ("依同法", "同法"),
            ("依照同条", "同条"),
            ("成本项", ""),
            ("被申请人没有民法典", "民法典"),
            ("，国有财产法", "国有财产法"),
            ("依照第七条及渔业法", "渔业法"),
            ("按照网络安全审查条例", "网络安全审查条例"),
            ("依原渡口管理条例", "渡口管理条例"),
            ("依公务人员任用法", "公务人员任用法"),
            ("或保安处分执行法", "保安处分执行法"),
            ("及本施行细则", "本施行细则"),
            ("及同法施行细则", "同法施行细则"),
            ("依证券交易法及投资信托及顾问法", "投资信托及顾问法"),
            ("按照办法", ""),
            ("依法", ""),
            ("这种做法", ""),
            ("规定", ""),
            ("", ""),
        ] {
            let found = law(before).map_or("", |l| &before[l.words]);
            assert_eq!(found, expected, "{before}");
        }
    }

    #[test]
    fn between_a_title_and_a_reference() {
        for (between, expected) in
            [("", true), ("（试行）", true), ("）", true), ("的", true), ("（试行", false), ("规定的", false)]
        {
            assert_eq!(behind_title(between), expected, "{between}");
        }
    }
}
