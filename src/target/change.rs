//! Verbs of change and copulas, which tie an amount to what stands before them; and comparisons, which do not.

use super::Change;
use super::lexicon::PLACES;
use super::traces::{Traces, asked};
use crate::charset::CharSet;
use crate::few::{few, gaps};
use crate::token::{ends, has_chars, has_end, has_start, strip_any_end, tail};
use crate::words::{BothWays, Endings, MANY, Words, both_ways, endings, words};

/// Verbs directly before an amount, and what they make of it. 为 and 是 make nothing of it, and tie it only with a name before
/// them.
static CHANGES: BothWays<Option<Change>, MANY> = BothWays::of(&[
    ("提高到", Some(Change::UpTo)),
    ("提高至", Some(Change::UpTo)),
    ("提高为", Some(Change::UpTo)),
    ("提升到", Some(Change::UpTo)),
    ("提升至", Some(Change::UpTo)),
    ("提升为", Some(Change::UpTo)),
    ("增加到", Some(Change::UpTo)),
    ("增加至", Some(Change::UpTo)),
    ("增加为", Some(Change::UpTo)),
    ("增长到", Some(Change::UpTo)),
    ("增长至", Some(Change::UpTo)),
    ("增长为", Some(Change::UpTo)),
    ("扩大到", Some(Change::UpTo)),
    ("扩大至", Some(Change::UpTo)),
    ("扩大为", Some(Change::UpTo)),
    ("扩展到", Some(Change::UpTo)),
    ("延长到", Some(Change::UpTo)),
    ("延长至", Some(Change::UpTo)),
    ("放宽到", Some(Change::UpTo)),
    ("放宽至", Some(Change::UpTo)),
    ("上升到", Some(Change::UpTo)),
    ("上升至", Some(Change::UpTo)),
    ("上升为", Some(Change::UpTo)),
    ("攀升至", Some(Change::UpTo)),
    ("攀升到", Some(Change::UpTo)),
    ("跃升至", Some(Change::UpTo)),
    ("跃升到", Some(Change::UpTo)),
    ("跃升为", Some(Change::UpTo)),
    ("上调至", Some(Change::UpTo)),
    ("上调为", Some(Change::UpTo)),
    ("上调到", Some(Change::UpTo)),
    ("发展到", Some(Change::UpTo)),
    ("拓展到", Some(Change::UpTo)),
    ("拓展至", Some(Change::UpTo)),
    ("扩展至", Some(Change::UpTo)),
    ("升至", Some(Change::UpTo)),
    ("升到", Some(Change::UpTo)),
    ("增至", Some(Change::UpTo)),
    ("增到", Some(Change::UpTo)),
    ("增为", Some(Change::UpTo)),
    ("迈上", Some(Change::UpTo)),
    ("跃上", Some(Change::UpTo)),
    ("站上", Some(Change::UpTo)),
    ("跨越", Some(Change::UpTo)),
    ("跨上", Some(Change::UpTo)),
    ("连跨", Some(Change::UpTo)),
    ("回升至", Some(Change::UpTo)),
    ("回升到", Some(Change::UpTo)),
    ("反弹至", Some(Change::UpTo)),
    ("反弹到", Some(Change::UpTo)),
    ("成长至", Some(Change::UpTo)),
    ("成长到", Some(Change::UpTo)),
    ("涨至", Some(Change::UpTo)),
    ("涨到", Some(Change::UpTo)),
    ("上涨至", Some(Change::UpTo)),
    ("上涨到", Some(Change::UpTo)),
    ("飙升至", Some(Change::UpTo)),
    ("飙升到", Some(Change::UpTo)),
    ("升高至", Some(Change::UpTo)),
    ("升高到", Some(Change::UpTo)),
    ("升为", Some(Change::UpTo)),
    ("调高至", Some(Change::UpTo)),
    ("调高到", Some(Change::UpTo)),
    ("调升至", Some(Change::UpTo)),
    ("调升到", Some(Change::UpTo)),
    ("上修至", Some(Change::UpTo)),
    ("上浮至", Some(Change::UpTo)),
    ("上浮到", Some(Change::UpTo)),
    ("推高至", Some(Change::UpTo)),
    ("拉高至", Some(Change::UpTo)),
    ("拉高到", Some(Change::UpTo)),
    ("推高到", Some(Change::UpTo)),
    ("推升至", Some(Change::UpTo)),
    ("推升到", Some(Change::UpTo)),
    ("提至", Some(Change::UpTo)),
    ("扩至", Some(Change::UpTo)),
    ("扩充至", Some(Change::UpTo)),
    ("扩充到", Some(Change::UpTo)),
    ("扩增至", Some(Change::UpTo)),
    ("扩增到", Some(Change::UpTo)),
    ("扩容至", Some(Change::UpTo)),
    ("扩容到", Some(Change::UpTo)),
    ("壮大到", Some(Change::UpTo)),
    ("壮大至", Some(Change::UpTo)),
    ("恢复到", Some(Change::UpTo)),
    ("恢复至", Some(Change::UpTo)),
    ("加快到", Some(Change::UpTo)),
    ("加快至", Some(Change::UpTo)),
    ("攀高至", Some(Change::UpTo)),
    ("爬升至", Some(Change::UpTo)),
    ("爬升到", Some(Change::UpTo)),
    ("放大到", Some(Change::UpTo)),
    ("放大至", Some(Change::UpTo)),
    ("加码至", Some(Change::UpTo)),
    ("加码到", Some(Change::UpTo)),
    ("降低到", Some(Change::DownTo)),
    ("降低至", Some(Change::DownTo)),
    ("降低为", Some(Change::DownTo)),
    ("下降到", Some(Change::DownTo)),
    ("下降至", Some(Change::DownTo)),
    ("下降为", Some(Change::DownTo)),
    ("减少到", Some(Change::DownTo)),
    ("减少至", Some(Change::DownTo)),
    ("减少为", Some(Change::DownTo)),
    ("压缩到", Some(Change::DownTo)),
    ("压缩至", Some(Change::DownTo)),
    ("压缩为", Some(Change::DownTo)),
    ("压减到", Some(Change::DownTo)),
    ("压减至", Some(Change::DownTo)),
    ("缩短到", Some(Change::DownTo)),
    ("缩短至", Some(Change::DownTo)),
    ("缩短为", Some(Change::DownTo)),
    ("缩减到", Some(Change::DownTo)),
    ("缩减至", Some(Change::DownTo)),
    ("缩小到", Some(Change::DownTo)),
    ("缩小至", Some(Change::DownTo)),
    ("收窄到", Some(Change::DownTo)),
    ("收窄至", Some(Change::DownTo)),
    ("压降到", Some(Change::DownTo)),
    ("压降至", Some(Change::DownTo)),
    ("精简到", Some(Change::DownTo)),
    ("精简至", Some(Change::DownTo)),
    ("精简为", Some(Change::DownTo)),
    ("优化为", Some(Change::DownTo)),
    ("整合为", Some(Change::DownTo)),
    ("整合至", Some(Change::DownTo)),
    ("整合到", Some(Change::DownTo)),
    ("下行", Some(Change::DownBy)),
    ("简化为", Some(Change::DownTo)),
    ("简化至", Some(Change::DownTo)),
    ("合并为", Some(Change::DownTo)),
    ("归并为", Some(Change::DownTo)),
    ("下调至", Some(Change::DownTo)),
    ("下调为", Some(Change::DownTo)),
    ("下调到", Some(Change::DownTo)),
    ("回落到", Some(Change::DownTo)),
    ("回落至", Some(Change::DownTo)),
    ("缩减为", Some(Change::DownTo)),
    ("跌至", Some(Change::DownTo)),
    ("跌到", Some(Change::DownTo)),
    ("下跌至", Some(Change::DownTo)),
    ("下跌到", Some(Change::DownTo)),
    ("跌落至", Some(Change::DownTo)),
    ("跌落到", Some(Change::DownTo)),
    ("滑落至", Some(Change::DownTo)),
    ("滑落到", Some(Change::DownTo)),
    ("下滑至", Some(Change::DownTo)),
    ("下滑到", Some(Change::DownTo)),
    ("下探至", Some(Change::DownTo)),
    ("下探到", Some(Change::DownTo)),
    ("下修至", Some(Change::DownTo)),
    ("下浮至", Some(Change::DownTo)),
    ("下浮到", Some(Change::DownTo)),
    ("调低至", Some(Change::DownTo)),
    ("调低到", Some(Change::DownTo)),
    ("调降至", Some(Change::DownTo)),
    ("调降到", Some(Change::DownTo)),
    ("调减至", Some(Change::DownTo)),
    ("调减到", Some(Change::DownTo)),
    ("缩至", Some(Change::DownTo)),
    ("缩到", Some(Change::DownTo)),
    ("萎缩至", Some(Change::DownTo)),
    ("萎缩到", Some(Change::DownTo)),
    ("缩水至", Some(Change::DownTo)),
    ("削减至", Some(Change::DownTo)),
    ("削减到", Some(Change::DownTo)),
    ("削减为", Some(Change::DownTo)),
    ("裁减至", Some(Change::DownTo)),
    ("裁减到", Some(Change::DownTo)),
    ("递减至", Some(Change::DownTo)),
    ("压降为", Some(Change::DownTo)),
    ("压至", Some(Change::DownTo)),
    ("缩小为", Some(Change::DownTo)),
    ("压减为", Some(Change::DownTo)),
    ("减轻到", Some(Change::DownTo)),
    ("减轻至", Some(Change::DownTo)),
    ("放缓到", Some(Change::DownTo)),
    ("放缓至", Some(Change::DownTo)),
    ("收严至", Some(Change::DownTo)),
    ("收严到", Some(Change::DownTo)),
    ("收紧至", Some(Change::DownTo)),
    ("收紧到", Some(Change::DownTo)),
    ("降至", Some(Change::DownTo)),
    ("降到", Some(Change::DownTo)),
    ("降为", Some(Change::DownTo)),
    ("减至", Some(Change::DownTo)),
    ("减到", Some(Change::DownTo)),
    ("减为", Some(Change::DownTo)),
    ("介于", Some(Change::To)),
    ("介乎", Some(Change::To)),
    ("减至介乎", Some(Change::DownTo)),
    ("降至介乎", Some(Change::DownTo)),
    ("增至介乎", Some(Change::UpTo)),
    ("升至介乎", Some(Change::UpTo)),
    ("控制在", Some(Change::Hold)),
    ("调控在", Some(Change::Hold)),
    ("保持在", Some(Change::Hold)),
    ("稳定在", Some(Change::Hold)),
    ("维持在", Some(Change::Hold)),
    ("维持", Some(Change::Hold)),
    ("保证在", Some(Change::Hold)),
    ("确保在", Some(Change::Hold)),
    ("限制在", Some(Change::Hold)),
    ("限定在", Some(Change::Hold)),
    ("保持", Some(Change::Hold)),
    ("稳定", Some(Change::Hold)),
    ("提高", Some(Change::UpBy)),
    ("提升", Some(Change::UpBy)),
    ("增长", Some(Change::UpBy)),
    ("递增", Some(Change::UpBy)),
    ("增加", Some(Change::UpBy)),
    ("上升", Some(Change::UpBy)),
    ("上涨", Some(Change::UpBy)),
    ("延长", Some(Change::UpBy)),
    ("扩大", Some(Change::UpBy)),
    ("增产", Some(Change::UpBy)),
    ("增收", Some(Change::UpBy)),
    ("增支", Some(Change::UpBy)),
    ("加给", Some(Change::UpBy)),
    ("多支", Some(Change::UpBy)),
    ("调涨", Some(Change::UpBy)),
    ("上浮", Some(Change::UpBy)),
    ("增", Some(Change::UpBy)),
    ("多收", Some(Change::UpBy)),
    ("提标", Some(Change::UpBy)),
    ("调增", Some(Change::UpBy)),
    ("追加", Some(Change::UpBy)),
    ("加价", Some(Change::UpBy)),
    ("加收", Some(Change::UpBy)),
    ("上调", Some(Change::UpBy)),
    ("调高", Some(Change::UpBy)),
    ("攀升", Some(Change::UpBy)),
    ("涨价", Some(Change::UpBy)),
    ("提价", Some(Change::UpBy)),
    ("回升", Some(Change::UpBy)),
    ("反弹", Some(Change::UpBy)),
    ("成长", Some(Change::UpBy)),
    ("涨", Some(Change::UpBy)),
    ("飙升", Some(Change::UpBy)),
    ("升高", Some(Change::UpBy)),
    ("上扬", Some(Change::UpBy)),
    ("走高", Some(Change::UpBy)),
    ("收涨", Some(Change::UpBy)),
    ("增多", Some(Change::UpBy)),
    ("多增", Some(Change::UpBy)),
    ("扩增", Some(Change::UpBy)),
    ("调升", Some(Change::UpBy)),
    ("上修", Some(Change::UpBy)),
    ("推高", Some(Change::UpBy)),
    ("爬升", Some(Change::UpBy)),
    ("攀高", Some(Change::UpBy)),
    ("降低", Some(Change::DownBy)),
    ("下降", Some(Change::DownBy)),
    ("减少", Some(Change::DownBy)),
    ("缩短", Some(Change::DownBy)),
    ("下跌", Some(Change::DownBy)),
    ("压减", Some(Change::DownBy)),
    ("压缩", Some(Change::DownBy)),
    ("削减", Some(Change::DownBy)),
    ("回落", Some(Change::DownBy)),
    ("下浮", Some(Change::DownBy)),
    ("收窄", Some(Change::DownBy)),
    ("减负", Some(Change::DownBy)),
    ("减排", Some(Change::DownBy)),
    ("减", Some(Change::DownBy)),
    ("降", Some(Change::DownBy)),
    ("少生", Some(Change::DownBy)),
    ("减收", Some(Change::DownBy)),
    ("减支", Some(Change::DownBy)),
    ("减低", Some(Change::DownBy)),
    ("减低至", Some(Change::DownTo)),
    ("减低到", Some(Change::DownTo)),
    ("少支", Some(Change::DownBy)),
    ("减轻", Some(Change::DownBy)),
    ("减产", Some(Change::DownBy)),
    ("节约", Some(Change::DownBy)),
    ("节省", Some(Change::DownBy)),
    ("精简", Some(Change::DownBy)),
    ("缩减", Some(Change::DownBy)),
    ("裁减", Some(Change::DownBy)),
    ("核减", Some(Change::DownBy)),
    ("调减", Some(Change::DownBy)),
    ("压降", Some(Change::DownBy)),
    ("下调", Some(Change::DownBy)),
    ("调低", Some(Change::DownBy)),
    ("递减", Some(Change::DownBy)),
    ("降价", Some(Change::DownBy)),
    ("缩小", Some(Change::DownBy)),
    ("跌", Some(Change::DownBy)),
    ("下滑", Some(Change::DownBy)),
    ("下挫", Some(Change::DownBy)),
    ("跌落", Some(Change::DownBy)),
    ("滑落", Some(Change::DownBy)),
    ("萎缩", Some(Change::DownBy)),
    ("缩水", Some(Change::DownBy)),
    ("衰退", Some(Change::DownBy)),
    ("负增长", Some(Change::DownBy)),
    ("负成长", Some(Change::DownBy)),
    ("走低", Some(Change::DownBy)),
    ("收跌", Some(Change::DownBy)),
    ("下修", Some(Change::DownBy)),
    ("调降", Some(Change::DownBy)),
    ("收缩", Some(Change::DownBy)),
    ("少增", Some(Change::DownBy)),
    ("少收", Some(Change::DownBy)),
    ("下探", Some(Change::DownBy)),
    ("调整到", Some(Change::To)),
    ("调整至", Some(Change::To)),
    ("调整为", Some(Change::To)),
    ("高达", Some(Change::To)),
    ("录得", Some(Change::To)),
    ("达到", Some(Change::To)),
    ("达", Some(Change::To)),
    ("实现", Some(Change::To)),
    ("完成", Some(Change::To)),
    // Copulas
    ("应该是", None),
    ("应当为", None),
    ("应当是", None),
    ("只是", None),
    ("仅为", None),
    ("只有", None),
    ("分别为", None),
    ("分别是", None),
    ("定为", None),
    ("订为", None),
    ("约为", None),
    ("将为", None),
    ("共为", None),
    ("合计为", None),
    ("预计为", None),
    ("拟定为", None),
    ("核定为", None),
    ("确定为", None),
    ("设定为", None),
    ("总计为", None),
    ("为", None),
    ("是", None),
]);

/// The verb of change or copula that some words end in: the words before it, what it makes of the amount, whether it is a copula.
pub(super) fn change(words: &str) -> Option<(&str, Change, bool)> {
    let (rest, verb) = CHANGES.strip_end(words)?;
    let found = (rest, verb.unwrap_or(Change::To), verb.is_none());
    if found.2
        && let Some((rest, change)) = named_by(words, rest)
    {
        return Some((rest, change, false));
    }
    // 成为, 作为 and 以…为 are other verbs.
    let other = few!("为是").ends(words) && few!("成作认因以行设即").ends(rest)
        // 规划分为, but 得分为
        || few!("为").ends(words) && few!("分").ends(rest) && !ends(&rest[..rest.len() - '分'.len_utf8()], "得总评积满均学扣加减记部成十百")
        // 通达, 直达, 抵达 and 起降 are others again.
        || few!("通直抵起雷马").ends(rest) && matches!(&words[rest.len()..], "达" | "降");
    (!other).then_some((without_degree(rest, &words[rest.len()..]), found.1, found.2))
}

/// Characters that say how much the verb behind them changes something, with those before them that make both another word.
static DEGREES: Endings<&str> = Endings::of(&[
    ("微", "小细显轻"),
    ("略", "战方策谋"),
    ("稍", ""),
    ("小", "中缩大"),
    ("大", "人北扩加重最紧较巨"),
    ("猛", ""),
    ("锐", "精尖"),
    ("骤", "步"),
    ("陡", ""),
    ("激", "刺"),
    ("剧", "加应话京歌喜悲戏短舞川越豫视网粤昆沪晋秦音儿"),
    ("暴", ""),
    ("飙", ""),
    ("劲", ""),
    ("狂", ""),
    ("急", "紧应加"),
]);

/// Some words before a verb without the adverb of one character that says how much it is: 略 in 略增, 骤 in 骤降至.
fn without_degree<'t>(words: &'t str, verb: &str) -> &'t str {
    if !few!("增降减升涨跌").begins(verb) {
        return words;
    }
    match DEGREES.strip_end(words) {
        Some((rest, not_behind)) if !ends(rest, not_behind) => gaps!().trim_end(rest),
        _ => words,
    }
}

/// The verb that says of a rate how fast it changes, which ties percentage points alone: 加快0.3个百分点.
#[cold]
pub(super) fn pace(words: &str) -> Option<(&str, Change, bool)> {
    static PACES: Endings<Change> = Endings::of(&[
        ("加快", Change::UpBy),
        ("加速", Change::UpBy),
        ("提速", Change::UpBy),
        ("放缓", Change::DownBy),
        ("减缓", Change::DownBy),
        ("趋缓", Change::DownBy),
        ("放慢", Change::DownBy),
        ("减慢", Change::DownBy),
        ("减速", Change::DownBy),
    ]);
    PACES.strip_end(words).map(|(rest, change)| (rest, change, false))
}

/// The verb of change that a copula with an adverb makes a noun: 产值、利润增长均为12% is by so much.
fn named_by<'t>(words: &'t str, rest: &'t str) -> Option<(&'t str, Change)> {
    static NOUNS: Endings<Change> = Endings::of(&[
        ("增长", Change::UpBy),
        ("递增", Change::UpBy),
        ("下降", Change::DownBy),
        ("降低", Change::DownBy),
    ]);
    let adverb = few!("别约将").within(&words[rest.len()..]);
    let noun = gaps!().trim_end(rest);
    let stem = strip_any_end(noun, &["均", "都", "各", "分别", "大约"]);
    NOUNS.strip_end(stem.or(adverb.then_some(noun))?)
}

/// Where the first verb of change stands in a clause; 增加值 is none.
pub(super) fn first_change(clause: &str) -> Option<usize> {
    let mut verbs = CHANGES.find_all(clause).filter(|(.., change)| change.is_some());
    // 止跌回升, 热情高涨
    let other = |at: usize| few!("跌涨").begins(&clause[at..]) && few!("止看高补抗不").ends(&clause[..at]);
    verbs.find(|(at, len, _)| !few!("值").begins(&clause[at + len..]) && !other(*at)).map(|(at, ..)| at)
}

/// The last verb of change in some words that acts on what stands behind it, and does not begin a name with it: 下调 in
/// 下调企业缴费比例, 上调增速.
#[cold]
pub(super) fn transitive(words: &str) -> Option<(&str, Change)> {
    let acts = |(at, len, change): (usize, usize, Option<Change>)| {
        let object = &words[at + len..];
        // 调高增长预测: nobody changes a forecast by growing.
        let name = few!("值率量额的幅速").begins(object) || FORECASTS.has(object);
        (!name).then_some((object, change?))
    };
    CHANGES.find_all(words).filter_map(acts).last()
}

/// What is thought of a change before it comes about.
pub(super) static FORECASTS: BothWays =
    both_ways!["预测", "预测值", "预期", "预期值", "预估", "预估值", "目标", "预期目标"];

/// What stands behind the verb of change that a text begins with.
pub(super) fn behind_change(text: &str) -> Option<&str> {
    let (behind, change) = CHANGES.strip(text)?;
    change.map(|_| gaps!().trim_start(behind))
}

/// Whether some words end in a verb of change that ties an amount.
pub(super) fn ends_in_change(words: &str) -> bool {
    static TIES: Endings = endings![
        "到", "至", "在", "达", "增长", "下降", "提高", "保持", "增加", "减少", "降低", "实现", "为", "提升",
        "上升", "成长", "延长",
    ];
    let words = words.strip_suffix('了').unwrap_or(words);
    let words = strip_any_end(words, &["平均", "年均"]).unwrap_or(words);
    let words = words.strip_suffix('了').unwrap_or(words);
    TIES.ends(words)
}

/// Whether some words begin with the noun of a verb of change before it: 削减比例, 提高幅度.
pub(super) fn is_change_noun(words: &str) -> bool {
    has_start(words, &["比例", "幅度", "速度", "指标"])
}

/// A verb of increase (`true`) or decrease at the start of some words, taken off: 增加大型机车.
pub(super) fn leading_change(words: &str) -> (&str, Option<bool>) {
    static INCREASES: Words<bool> = Words::of(&[
        ("增加", true),
        ("新增加", true),
        ("延长", true),
        ("增发", true),
        ("增产", true),
        ("扩大", true),
        ("减少", false),
        ("缩短", false),
        ("压减", false),
        ("削减", false),
        ("少生", false),
        ("下调", false),
        ("上调", true),
        ("上浮", true),
        ("下浮", false),
        ("少用", false),
        ("降低", false),
        ("提高", true),
        ("减轻", false),
        ("节约", false),
        ("节省", false),
        ("裁减", false),
    ]);
    let trimmed = gaps!("\n").trim_start(words);
    let trimmed = trimmed.strip_prefix(['再', '可']).unwrap_or(trimmed);
    match INCREASES.strip(trimmed) {
        // 削减比例, 增加量, 新增加的能力 are names; 新增 加工能力.
        Some((rest, up))
            if has_chars(rest, 2)
                && !few!("值率额量到至").begins(rest)
                && !is_change_noun(rest)
                && (!trimmed.starts_with('新') || !few!("的工").begins(rest)) =>
        {
            // 降低 现状5人
            (gaps!("\n").trim_start(rest), Some(up))
        }
        _ => (words, None),
    }
}

/// Whether a verb of change is one of lengths of time: 压缩至, 缩短, 延长.
pub(super) fn shortens(verb: &str) -> bool {
    static SHORTENS: Words = words!["压缩", "压减", "缩短", "缩减", "延长", "精简"];
    SHORTENS.within(verb)
}

/// 提高到全国平均水平的 without the standard that the amount is a share of, and 提高到2020年 without the year.
pub(super) fn without_standard(words: &str) -> &str {
    if let Some(year) = words.strip_suffix('年') {
        let front = year.trim_end_matches(|c: char| c.is_ascii_digit());
        return if front.len() < year.len() && few!("到至为").ends(front) { front } else { words };
    }
    let Some(stem) = words.strip_suffix('的') else { return words };
    let floor = stem.len() - tail(stem, 10).len();
    match few!("到至为").rfind(&stem[floor..]) {
        Some(at) => &stem[..floor + at + '到'.len_utf8()],
        None => held_to(stem).unwrap_or(words),
    }
}

/// What stands up to a verb that holds something to a part of what may take more words: 控制在规划确定的建设用地规模的1.2倍.
fn held_to(words: &str) -> Option<&str> {
    static HOLDS: Words =
        words!["控制在", "稳定在", "保持在", "维持在", "提高到", "提升到", "降低到", "下降到", "减少到"];
    let near = tail(words, 24);
    let (at, len, ()) = HOLDS.find_all(near).last()?;
    (!few!("，；").within(&near[at..])).then(|| &words[..words.len() - near.len() + at + len])
}

/// 每平方米 before an amount, with what is measured by it, taken off: 标准为建筑面积每平方米 is 标准为.
pub(super) fn without_rate(words: &str) -> Option<&str> {
    // Six characters of four bytes at most
    let near = tail(words, 8);
    let at = few!("每").rfind(near).filter(|at| !has_chars(&near[*at..], 7))?;
    let front = &words[..words.len() - near.len() + at];
    Some(match few!("为是").rfind(front) {
        Some(copula) if !has_chars(&front[copula..], 9) => &front[..copula + '为'.len_utf8()],
        _ => front,
    })
}

/// Whether the amount behind some words, with such characters in them, compares with something else: 比全省高, 高于全国,
/// 超年度计划.
pub(super) fn compares(before: &str, seen: Traces) -> bool {
    static STARTS: Words = words![
        "高于", "低于", "快于", "优于", "多于", "超年度计划", "超计划", "超额", "等于", "相当于", "超过",
        "慢于", "好于", "超时序", "超序时", "超进度", "超目标", "超预期", "超预定", "超原定", "超出年度",
        "超出目标", "超出预期", "超出计划", "超出原定", "超全国", "超全省", "超全市", "超全县", "超全区",
        "超平均", "超同期",
    ];
    // 高出全省平均水平4个百分点
    let exceeds = seen.may_have(asked!("出")) && before.contains("高出");
    let words = gaps!("、").trim_start(before);
    // 超额完成能耗下降3%的任务 has what was done behind it.
    let done = || {
        words.starts_with("超额完成")
            && change(words).is_some_and(|(rest, ..)| rest.len() > "超额完成".len() && !few!("新").ends(rest))
    };
    exceeds || STARTS.begins(words) && !done()
}

/// Whether some words say that one rate is above or below another one: 增速高于居民收入增速 before 2个百分点.
pub(super) fn is_beside_another(before: &str) -> bool {
    static THAN: Words = words!["高于", "低于", "快于", "慢于", "优于", "好于"];
    let mut than = THAN.find_all(before).filter(|(at, ..)| !few!("不").ends(&before[..*at]));
    than.next().is_some_and(|(at, len, ())| has_chars(&before[at + len..], 2) && change(before).is_none())
}

/// What a comparison ends with.
pub(super) static LEVELS: Endings =
    endings!["高于全国", "低于全国", "快于全国", "高", "低", "多", "少", "快", "快于"];

/// Whether some words end in a comparison: 比2020年降低 changes, 比全省低 compares.
pub(super) fn ends_in_level(before: &str) -> bool {
    // 比全省快4.6和3.1个百分点: the first of two has no unit.
    let words = before
        .strip_suffix(['和', '、'])
        .map_or(before, |front| front.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.'));
    // 增速比上月加快0.6个百分点 changes.
    let changes = || words.ends_with("加快") || change(words).is_some();
    let most = || has_end(words, &["最高", "最低", "最多", "最少"]);
    LEVELS.ends(words) && few!("比较于").within(words) && !most() && !changes()
}

/// What a comparison with a whole place ends in.
pub(super) static WHOLE_ENDS: CharSet = CharSet::of("国省市县区州界球均平");

/// Whether some words end in a comparison with a whole place: 增速快于全省, 高于全国平均水平.
#[cold]
pub(super) fn ends_beside_place(before: &str) -> bool {
    static WHOLES: Endings = endings![PLACES, "世界", "全球", "同期"];
    static LEVELS_OF: Endings = endings!["平均水平", "平均", "水平", "平均值"];
    static THAN: Endings = endings!["高于", "低于", "快于", "慢于", "优于", "好于", "多于", "少于"];
    let place = LEVELS_OF.strip_end(before).map_or(before, |(rest, ())| rest);
    WHOLES.strip_end(place).is_some_and(|(rest, ())| THAN.ends(rest))
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;
    use crate::target::documented;
    use crate::token::is_han;

    #[test]
    fn docs_name_every_verb() {
        let of =
            |verb: &str| CHANGES.strip(verb).filter(|(rest, _)| rest.is_empty()).map(|(_, change)| change);
        for (variant, change) in [
            ("To", Change::To),
            ("UpTo", Change::UpTo),
            ("UpBy", Change::UpBy),
            ("DownTo", Change::DownTo),
            ("DownBy", Change::DownBy),
            ("Hold", Change::Hold),
        ] {
            let docs = documented("Change", variant);
            let named: Vec<&str> = docs.split_whitespace().filter(|word| word.chars().all(is_han)).collect();
            for verb in &named {
                assert_eq!(of(verb).map(|found| found.unwrap_or(Change::To)), Some(change), "{verb}");
            }
            for verb in CHANGES.all().filter(|verb| of(verb).flatten().unwrap_or(Change::To) == change) {
                assert!(named.contains(&verb), "{verb} is not said of {variant}");
            }
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
