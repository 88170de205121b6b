//! Verbs of change and copulas, which tie an amount to what stands before them; and comparisons, which do not.

use super::Change;
use crate::few::{few, gaps};
use crate::token::{strip_any_end, tail};
use crate::words::{Words, words};

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
    ("跨上", Change::UpTo),
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
    ("减收", Change::DownBy),
    ("减轻", Change::DownBy),
    ("调整到", Change::To),
    ("调整至", Change::To),
    ("调整为", Change::To),
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
pub(super) fn change(words: &str) -> Option<(&str, Change, bool)> {
    let verb = CHANGES.strip_end(words).map(|(rest, change)| (rest, change, false));
    let copula = COPULAS.strip_end(words).map(|(rest, ())| (rest, Change::To, true));
    // The longest verb counts: 减少到 before 到.
    let found = verb.into_iter().chain(copula).min_by_key(|(rest, ..)| rest.len());
    found.filter(|(rest, ..)| {
        // 成为, 作为 and 以…为 are other verbs.
        !(few!("为是").ends(words) && few!("成作认因以行设即").ends(rest))
    })
}

/// Where the first verb of change stands in a clause.
pub(super) fn first_change(clause: &str) -> Option<usize> {
    CHANGES.find(clause)
}

/// What stands behind the verb of change that a text begins with.
pub(super) fn behind_change(text: &str) -> Option<&str> {
    CHANGES.strip(text).map(|(behind, _)| gaps!().trim_start(behind))
}

/// Whether some words end in a verb of change that ties an amount.
pub(super) fn ends_in_change(words: &str) -> bool {
    static VERBS: Words = words![
        "到", "至", "在", "达", "增长", "下降", "提高", "保持", "增加", "减少", "降低", "实现", "为", "提升",
        "上升",
    ];
    let words = words.strip_suffix('了').unwrap_or(words);
    let words = strip_any_end(words, &["平均", "年均"]).unwrap_or(words);
    let words = words.strip_suffix('了').unwrap_or(words);
    VERBS.strip_end(words).is_some()
}

/// A verb of increase (`true`) or decrease at the start of some words, taken off: 增加大型机车.
pub(super) fn leading_change(words: &str) -> (&str, Option<bool>) {
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
    let trimmed = gaps!("\n").trim_start(words);
    let trimmed = trimmed.strip_prefix(['再', '可']).unwrap_or(trimmed);
    for (verb, up) in VERBS {
        if let Some(rest) =
            trimmed.strip_prefix(verb).filter(|r| r.chars().count() >= 2 && !few!("值率额").begins(r))
        {
            return (rest, Some(up));
        }
    }
    (words, None)
}

/// Whether a verb of change is one of lengths of time: 压缩至, 缩短, 延长.
pub(super) fn shortens(verb: &str) -> bool {
    static VERBS: Words = words!["压缩", "压减", "缩短", "缩减", "延长", "精简"];
    VERBS.within(verb)
}

/// 提高到全国平均水平的 without the standard that the amount is a share of.
pub(super) fn without_standard(words: &str) -> &str {
    let Some(stem) = words.strip_suffix('的') else { return words };
    let floor = stem.len() - tail(stem, 10).len();
    match stem[floor..].rfind(['到', '至', '为']) {
        Some(at) => &stem[..floor + at + '到'.len_utf8()],
        None => words,
    }
}

/// 每平方米 before an amount, with what is measured by it, taken off: 标准为建筑面积每平方米 is 标准为.
pub(super) fn without_rate(words: &str) -> Option<&str> {
    // Six characters of four bytes at most
    let near = tail(words, 8);
    let at = near.rfind('每').filter(|at| near[*at..].chars().count() <= 6)?;
    let front = &words[..words.len() - near.len() + at];
    Some(match front.rfind(['为', '是']) {
        Some(copula) if front[copula..].chars().count() <= 8 => &front[..copula + '为'.len_utf8()],
        _ => front,
    })
}

/// Whether the amount behind some words compares with something else: 比全省高, 高于全国, 超年度计划.
pub(super) fn compares(before: &str) -> bool {
    static LEVELS: Words = words!["高出", "高于全国", "低于全国", "高", "低", "多", "少", "快", "快于"];
    static STARTS: Words = words![
        "高于", "低于", "快于", "优于", "多于", "高出", "超年度计划", "超计划", "超额", "等于", "相当于"
    ];
    // 比2020年降低 changes, 比全省低 compares.
    let compared =
        LEVELS.strip_end(before).is_some() && before.contains(['比', '较', '于']) && change(before).is_none();
    let words = gaps!("、").trim_start(before);
    compared || STARTS.longest(words) > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn docs_name_every_verb() {
        let docs = include_str!("mod.rs");
        for verb in CHANGES.all().chain(COPULAS.all()) {
            assert!(docs.contains(verb), "{verb}");
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
