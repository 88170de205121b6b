//! The words around a quantity that bound it, name its currency or make it a rate.

use super::Bound;
use crate::charset::CharSet;
use crate::currency::Currency;
use crate::few::few;
use crate::numeral::starts_number;
use crate::token::{begins_line, ends, fold, fold_end, has_chars, head, is_alphanumeric, is_han};
use crate::unit::UnitKind;
use crate::words::{BothWays, Endings, Words, endings};

/// What the words around a quantity make of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Context {
    pub bound: Option<Bound>,
    /// The currency named before it.
    pub currency: Option<Currency>,
    /// Bytes before the quantity that belong to its extent.
    pub back: usize,
    /// Bytes behind it that do.
    pub ahead: usize,
}

impl Context {
    /// Reads the words on both sides of a quantity, which was read from some text.
    pub fn around(before: &str, read: &str, after: &str, kind: UnitKind, vague: bool) -> Self {
        let mut context = Self::default();
        if BEHIND.begins(after) {
            context.read_after(after, read, kind);
        }
        let trimmed = fold_end(before);
        if ENDS.ends(trimmed) {
            context.read_before(before, trimmed, read, after, kind);
        } else if context.bound.is_none() {
            context.bound = bound_apart(trimmed, kind);
        }
        // 十多 is over what it says, 十来 about.
        if vague {
            let inside = if read.contains('来') { Bound::About } else { Bound::Over };
            context.bound = context.bound.filter(|b| *b != Bound::About).or(Some(inside));
        }
        context
    }

    /// What a length of time is a limit of, by the words on both sides of it: 不超过30天, 三年以下.
    pub fn limit(before: &str, after: &str) -> Option<Self> {
        let mut context = Self::default();
        if BEHIND.begins(after) {
            context.read_after(after, "", UnitKind::None);
        }
        let trimmed = fold_end(before);
        if context.bound.is_none() && LIMITS_END.ends(trimmed) {
            // 再过三年 passes them.
            let (bound, len) =
                bound_before(trimmed).filter(|(_, len)| trimmed[trimmed.len() - len..] != *"过")?;
            context.bound = Some(bound);
            context.back = before.len() - trimmed.len() + len;
        }
        (!matches!(context.bound, None | Some(Bound::About))).then_some(context)
    }

    fn read_after(&mut self, after: &str, read: &str, kind: UnitKind) {
        // A hard-wrapped line may end between the two.
        let behind = fold(after);
        let (behind, excluded) =
            if few!("（(").begins(behind) { said_of_end(behind) } else { (behind, false) };
        if let Some((rest, bound)) = AFTER.strip(behind) {
            // 以下简称 defines a short name, and 为限制 is another verb.
            let word = behind[..behind.len() - rest.len()].ends_with("为限") && rest.starts_with('制');
            if !word && !few!("简称统").begins(rest) && !rest.starts_with("合计") {
                self.bound = Some(match bound {
                    Bound::AtLeast if excluded => Bound::Over,
                    Bound::AtMost if excluded => Bound::Under,
                    bound => bound,
                });
                self.ahead = after.len() - rest.len();
            }
        } else if few!("强弱").begins(behind) && (kind == UnitKind::Percent || read.contains("分之")) {
            // 五分之三强, but not 三成强化.
            let rest = &behind['强'.len_utf8()..];
            if !rest.starts_with(is_alphanumeric) || rest.starts_with('的') {
                self.bound = Some(if behind.starts_with('强') { Bound::Over } else { Bound::Under });
                self.ahead = after.len() - rest.len();
            }
        }
    }

    #[cold] // as few words bound anything
    fn read_before(&mut self, before: &str, trimmed: &str, read: &str, after: &str, kind: UnitKind) {
        // 人民币300万 is as much money as 300万元.
        let sum =
            kind == UnitKind::Currency || kind == UnitKind::None && read.ends_with(['万', '亿', '萬', '億']);
        let money = CURRENCY_WORDS.strip_end(trimmed).filter(|_| sum);
        let money = money.or_else(|| FOREIGN.strip_end(trimmed).filter(|_| sum && kind == UnitKind::None));
        let amount = money.map_or(trimmed, |(front, _)| front);
        self.currency = money.map(|(_, currency)| currency);
        // 低于每立方米19微克: the bound stands before the rate. Without one, 建筑面积 in 建筑面积每平方米37元 goes with the measure.
        let rated = MEASURES.strip_end(amount).map_or(amount, |(front, ())| front);
        let before_rates = before_rate(rated);
        let mut front = if rated.len() < amount.len() { before_rate(amount) } else { before_rates };
        let bounded = [before_rates, amount];
        let bounded = if before_rates.len() < amount.len() { &bounded[..] } else { &bounded[1..] };
        if let Some((words, (bound, len))) =
            bounded.iter().find_map(|words| Some((words, bound_before(words)?)))
        {
            // 近3个纳税年度 are the last three.
            let last = bound == Bound::About
                && words.ends_with('近')
                && kind == UnitKind::Count
                && read.ends_with('个')
                && ["年度", "学年", "学期", "财年"].iter().any(|word| head(fold(after), 6).contains(word));
            self.bound = self.bound.or(Some(bound).filter(|_| !last));
            front = before_rate(&words[..words.len() - len]);
        } else if self.bound.is_none() {
            self.bound = bound_apart(trimmed, kind);
        }
        if front.len() < trimmed.len() {
            self.back = before.len() - front.len();
        }
    }
}

/// The text behind a bracket that says whether the end is included, and whether it is excluded: 60%（含）以上, 5万元（含5万元）以上,
/// 5%（不含）以下.
#[inline(never)] // as few amounts have one
fn said_of_end(behind: &str) -> (&str, bool) {
    /// How long it may be, in Han characters.
    const LONG: usize = 12;
    let inside = behind.strip_prefix(['（', '(']);
    let said = inside.and_then(|inside| Some(&inside[..head(inside, LONG).find(['）', ')'])?]));
    let Some((inside, said)) = inside.zip(said) else { return (behind, false) };
    let mark = if inside[said.len()..].starts_with('）') { '）'.len_utf8() } else { 1 };
    let rest = &inside[said.len() + mark..];
    match said.strip_prefix("不含") {
        // 5万元（不含税）以上 includes its end.
        Some(what) if what.is_empty() || what == "本数" || what.starts_with(starts_number) => (rest, true),
        None if !said.starts_with('含') => (behind, false),
        _ => (rest, false),
    }
}

/// Words behind a quantity.
static AFTER: Words<Bound> = Words::of(&[
    ("及以上", Bound::AtLeast),
    ("或以上", Bound::AtLeast),
    ("以上", Bound::AtLeast),
    ("及以下", Bound::AtMost),
    ("或以下", Bound::AtMost),
    ("以下", Bound::AtMost),
    ("以内", Bound::AtMost),
    ("之内", Bound::AtMost),
    // 据实扣除，在9000元限额内
    ("限额内", Bound::AtMost),
    ("限额以内", Bound::AtMost),
    ("额度内", Bound::AtMost),
    ("额度以内", Bound::AtMost),
    // 以三万元为限, but not 为限制
    ("为限", Bound::AtMost),
    ("左右", Bound::About),
    ("上下", Bound::About),
    // A page may break the line within them.
    ("以\n上", Bound::AtLeast),
    ("以\n下", Bound::AtMost),
    ("以\n内", Bound::AtMost),
    ("左\n右", Bound::About),
    ("未满", Bound::Under),
]);

/// What they begin with, and what may stand before them.
static BEHIND: CharSet =
    CharSet::of("（(强弱 \u{a0}\u{3000}\t\n").and_all('\u{2002}', '\u{200a}').or(&AFTER.first_chars());

/// Words before a quantity, what a negation makes of them, and the characters before them that make them another word.
static BEFORE: Endings<(Bound, Option<Bound>, &str)> = Endings::of(&[
    ("大于等于", (Bound::AtLeast, None, "")),
    ("小于等于", (Bound::AtMost, None, "")),
    ("超过", (Bound::Over, Some(Bound::AtMost), "")),
    ("超过了", (Bound::Over, Some(Bound::AtMost), "")),
    ("突破了", (Bound::Over, Some(Bound::AtMost), "")),
    ("跨过了", (Bound::Over, None, "")),
    ("多于", (Bound::Over, Some(Bound::AtMost), "")),
    ("高于", (Bound::Over, Some(Bound::AtMost), "")),
    ("大于", (Bound::Over, Some(Bound::AtMost), "")),
    ("突破", (Bound::Over, Some(Bound::AtMost), "")),
    ("跨过", (Bound::Over, None, "")),
    ("迈过", (Bound::Over, None, "")),
    ("冲破", (Bound::Over, None, "")),
    ("逾", (Bound::Over, Some(Bound::AtMost), "")),
    ("低于", (Bound::Under, Some(Bound::AtLeast), "")),
    ("少于", (Bound::Under, Some(Bound::AtLeast), "")),
    ("小于", (Bound::Under, Some(Bound::AtLeast), "")),
    ("不足", (Bound::Under, None, "")),
    ("不到", (Bound::Under, None, "达")),
    ("不满", (Bound::Under, None, "")),
    ("未满", (Bound::Under, None, "")),
    ("未达", (Bound::Under, None, "")),
    ("至少", (Bound::AtLeast, None, "")),
    ("最少", (Bound::AtLeast, None, "")),
    ("至多", (Bound::AtMost, None, "")),
    ("最多", (Bound::AtMost, None, "")),
    // 历史最高 tells of a record.
    ("最高", (Bound::AtMost, None, "史界创球国省")),
    ("最低", (Bound::AtLeast, None, "史界创球国省")),
    ("将近", (Bound::About, None, "")),
    ("接近", (Bound::About, None, "")),
    ("逼近", (Bound::About, None, "")),
    ("大约", (Bound::About, None, "")),
    ("超", (Bound::Over, Some(Bound::AtMost), "")),
    ("过", (Bound::Over, None, "经通不度审渡路越跳走读看听说做错难改转闪作受见上下")),
    ("约", (Bound::About, None, "节公条合契制签履特预违")),
    ("近", (Bound::About, None, "附最邻靠临")),
    ("满", (Bound::AtLeast, None, "年充圆美饱不未")),
    ("≥", (Bound::AtLeast, None, "")),
    ("≤", (Bound::AtMost, None, "")),
    ("＞", (Bound::Over, None, "")),
    ("＜", (Bound::Under, None, "")),
    ("＞＝", (Bound::AtLeast, None, "")),
    ("＜＝", (Bound::AtMost, None, "")),
    (">=", (Bound::AtLeast, None, NO_SIGN)),
    ("<=", (Bound::AtMost, None, NO_SIGN)),
    (">", (Bound::Over, None, NO_SIGN)),
    ("<", (Bound::Under, None, NO_SIGN)),
]);

/// What stands before < and > where they are no comparison: a tag <td>, an arrow.
const NO_SIGN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ/\"'-=<>—";

/// What negates a comparison before it: 不得低于, 未逾.
static NEGATIONS: Endings = endings!["不得", "不应", "不宜", "不能", "不可", "不会", "不", "未"];

/// Words for a currency before a number: 新台币 in 新台币200元.
static CURRENCY_WORDS: Endings<Currency> = Endings::of(&[
    ("等值人民币", Currency::Cny),
    ("等值新台币", Currency::Twd),
    ("等值美元", Currency::Usd),
    ("人民币", Currency::Cny),
    ("新台币", Currency::Twd),
    ("台币", Currency::Twd),
    ("美金", Currency::Usd),
    ("港币", Currency::Hkd),
    ("澳门币", Currency::Mop),
    ("日币", Currency::Jpy),
]);

/// The same before a sum without a unit: 美元500万; 1美元 before 7元 is a price.
static FOREIGN: Endings<Currency> = Endings::of(&[
    ("美元", Currency::Usd),
    ("欧元", Currency::Eur),
    ("港元", Currency::Hkd),
    ("日元", Currency::Jpy),
]);

/// Persons and times that a quantity is one for, before it: 每人每月 in 每人每月500元, 每小时 in 每小时60公里.
static RATES: Endings = endings![
    "每人", "每人次", "每户", "每名", "每位", "每个", "每件", "每辆", "每台", "每套", "每班", "每生", "每次",
    "每处", "每年", "每月", "每周", "每日", "每天", "每小时", "每时", "每分钟", "每秒", "每学年", "每学期",
];

/// Measures that it is one for: 每亩 in 每亩300元.
static MEASURES: Endings = endings![
    "每亩", "每公顷", "每平方米", "每平方公里", "每立方米", "每吨", "每公斤", "每千克", "每斤", "每公里",
    "每千瓦", "每千瓦时", "每度",
];

/// The characters that the bounds before a quantity end in.
static LIMITS_END: CharSet = BEFORE.last_chars();

/// The characters that words before a quantity end in.
static ENDS: CharSet = CURRENCY_WORDS
    .last_chars()
    .or(&LIMITS_END)
    .or(&FOREIGN.last_chars())
    .or(&RATES.last_chars())
    .or(&MEASURES.last_chars());

/// The words without those at their end that make a rate of what follows.
fn before_rate(mut words: &str) -> &str {
    // 每生每学年 is as long as they get.
    for _ in 0..3 {
        let Some((front, ())) = RATES.strip_end(words) else { break };
        words = front;
    }
    words
}

/// The bound that some words end in, and how many bytes of them it takes.
fn bound_before(words: &str) -> Option<(Bound, usize)> {
    let (front, (bound, negated, not_behind)) = BEFORE.strip_end(words)?;
    // At the start of a line > is the mark of a quotation in Markdown.
    let quotes = words.ends_with(['<', '>', '=']) && begins_line(front);
    if quotes || ends(front, not_behind) {
        return None;
    }
    // 不⏎低于: a page may break the line between the two.
    let denied = NEGATIONS.strip_end(front.strip_suffix('\n').unwrap_or(front));
    match (negated, denied) {
        (Some(negated), Some((front, ()))) => Some((negated, words.len() - front.len())),
        _ => Some((bound, words.len() - front.len())),
    }
}

/// Whether 约 between some words and a number is the adverb: 约有70%, 大约增加了3倍, not 公约 and 约定的.
fn roughly(front: &str, between: &str) -> bool {
    let few = between.chars().count() <= if front.ends_with('大') { 5 } else { 3 };
    let word =
        few!("节公条合契制签履特预违邀相立失集").ends(front) || few!("定谈束见请法会稿旦").begins(between);
    few && !word && between.chars().all(|c| is_han(c) && c != '的' && !starts_number(c))
}

/// The end of a text from its last comma or line break on, as long as so many characters at most; none if it has no character of a
/// set. A line that a page wrapped goes on in the next one: 不少于规划⏎用地的80%.
fn clause<'t>(text: &'t str, characters: usize, set: &CharSet) -> Option<&'t str> {
    static BEGINS: CharSet = CharSet::of("，。、；：\n");
    let (mut at, mut has) = (text.len(), false);
    for (i, c) in text.char_indices().rev().take(characters) {
        if BEGINS.has(c) && !(c == '\n' && is_wrapped(text, i)) {
            break;
        }
        has |= set.has(c);
        at = i;
    }
    has.then(|| &text[at..])
}

/// Whether Han characters stand on both sides of the end of a line.
fn is_wrapped(text: &str, at: usize) -> bool {
    text[..at].ends_with(is_han) && text[at + '\n'.len_utf8()..].starts_with(is_han)
}

/// The bound of an adverb or comparison that other words part from the number.
fn bound_apart(before: &str, kind: UnitKind) -> Option<Bound> {
    /// Adverbs with their bounds, and comparisons that are bounds behind a negation.
    static APART: BothWays<(Bound, bool)> = BothWays::of(&[
        ("至少", (Bound::AtLeast, false)),
        ("最少", (Bound::AtLeast, false)),
        ("至多", (Bound::AtMost, false)),
        ("最多", (Bound::AtMost, false)),
        ("低于", (Bound::AtLeast, true)),
        ("少于", (Bound::AtLeast, true)),
        ("超过", (Bound::AtMost, true)),
        ("高于", (Bound::AtMost, true)),
        ("大于", (Bound::AtMost, true)),
        ("小于", (Bound::AtLeast, true)),
        ("逾", (Bound::AtMost, true)),
        ("约", (Bound::About, false)),
    ]);
    static ENDS: CharSet = APART.last_chars();
    // Most clauses have no character that one of them ends in.
    let tail = clause(before, 24, &ENDS)?;
    let (mut adverb, mut comparison) = (None, None);
    for (at, len, (bound, compares)) in APART.find_all(tail) {
        let last = if compares { &mut comparison } else { &mut adverb };
        // 公约 says nothing of an amount.
        if bound != Bound::About || roughly(&tail[..at], &tail[at + len..]) {
            *last = Some((at, len, bound));
        }
    }
    // 至少讨论了104项, 至少应当参加两次
    if let Some((at, len, bound)) = adverb {
        let between = &tail[at + len..];
        let near = || between.chars().count() <= if ruled(between) { 16 } else { 4 };
        return (bound == Bound::About || near()).then_some(bound);
    }
    // 不得少于已投选票总数的三分之一
    let (at, len, bound) = comparison.filter(|_| is_part(kind))?;
    let between = &tail[at + len..];
    (names_whole(between) && NEGATIONS.ends(&tail[..at]) && !has_number(between)).then_some(bound)
}

/// Whether an amount may be a part of a whole.
pub(crate) const fn is_part(kind: UnitKind) -> bool {
    matches!(kind, UnitKind::Percent | UnitKind::Multiple | UnitKind::None)
}

/// Whether some words name what an amount is a part of, such as a wage or standard.
fn names_whole(words: &str) -> bool {
    few!("的之额数量资价费率值入积准和金本产酬薪份").ends(words)
}

/// The bound that a comparison sets which a time parts from the amount, as 上年 does 不得低于 from 收入的70%: from the words before
/// the time and those behind it.
#[cold]
pub(crate) fn bound_by_time(front: &str, behind: &str) -> Option<Bound> {
    static COMPARISONS: BothWays<Bound> = BothWays::of(&[
        ("低于", Bound::AtLeast),
        ("少于", Bound::AtLeast),
        ("小于", Bound::AtLeast),
        ("超过", Bound::AtMost),
        ("高于", Bound::AtMost),
        ("大于", Bound::AtMost),
        ("逾", Bound::AtMost),
    ]);
    let behind = fold_end(behind);
    // Behind most times stands another word, or more than a name.
    if !names_whole(behind)
        || has_chars(behind, 21)
        || few!("，。、；：\n").within(behind)
        || has_number(behind)
    {
        return None;
    }
    let near = clause(fold_end(front), 12, &COMPARISONS.last_chars())?;
    let (at, len, bound) = COMPARISONS.find_all(near).last()?;
    (NEGATIONS.ends(&near[..at]) && !has_number(&near[at + len..])).then_some(bound)
}

/// Whether some words go on behind an adverb as a rule does: 应当参加, 要组织.
fn ruled(between: &str) -> bool {
    few!("应须要").begins(between) && !few!("的").within(between) && !has_number(between)
}

/// Whether a number stands in some words that is more than a part of a word: 上一年, 前三年 and 第一 are words.
fn has_number(words: &str) -> bool {
    words.char_indices().any(|(at, c)| {
        starts_number(c)
            && !few!("上前第统同单任唯近").ends(&words[..at])
            && !few!("般律定体切").begins(&words[at + c.len_utf8()..])
    })
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    #[test]
    fn docs_name_every_bound() {
        for (variant, bound) in [
            ("About", Bound::About),
            ("AtLeast", Bound::AtLeast),
            ("AtMost", Bound::AtMost),
            ("Over", Bound::Over),
            ("Under", Bound::Under),
        ] {
            let docs = crate::documented::variant(include_str!("mod.rs"), "Bound", variant);
            let named: Vec<&str> = docs.split([',', ';', ' ', '\n']).collect();
            let behind =
                |word: &&str| AFTER.strip(word).is_some_and(|(rest, b)| rest.is_empty() && b == bound);
            // At the start of a line > is no comparison.
            let before = |word: &&str| bound_before(&["值", *word].concat()) == Some((bound, word.len()));
            for word in AFTER.all().filter(behind).chain(BEFORE.all().filter(before)) {
                assert!(word.contains('\n') || named.contains(&word), "{word} is not said of {variant}");
            }
            let words = named.iter().filter(|word| word.chars().any(|c| !c.is_ascii_alphanumeric()));
            for word in words.filter(|word| !matches!(**word, "多" | "余" | "来" | "强" | "弱")) {
                assert!(behind(word) || before(word), "{word} is said of {variant}");
            }
        }
    }

    #[test]
    fn bounds() {
        for (before, after, bound) in [
            ("", "左右", Some(Bound::About)),
            ("不低于", "", Some(Bound::AtLeast)),
            ("不得超过", "", Some(Bound::AtMost)),
            ("超过", "", Some(Bound::Over)),
            ("经过", "", None),
            ("近", "", Some(Bound::About)),
            ("附近", "", None),
            ("控制在", "以内", Some(Bound::AtMost)),
            ("年满", "", None),
            ("满", "", Some(Bound::AtLeast)),
            ("公约", "", None),
            ("不低于每人每月", "", Some(Bound::AtLeast)),
            ("每人每月不低于", "", Some(Bound::AtLeast)),
            ("", "\n左右", Some(Bound::About)),
            ("不到", "", Some(Bound::Under)),
            ("大约增加了", "", Some(Bound::About)),
            ("约清淤", "", Some(Bound::About)),
            ("约定的", "", None),
            ("公约组织", "", None),
            ("约占全国的", "", None),
            ("", "以上", Some(Bound::AtLeast)),
            ("", "（含3个）以上", Some(Bound::AtLeast)),
            ("", "(含本数)以下", Some(Bound::AtMost)),
            ("", "（不含）以上", Some(Bound::Over)),
            ("", "（不含3个）以下", Some(Bound::Under)),
            ("", "（不含税）以上", Some(Bound::AtLeast)),
            ("", "（其中）以上", None),
            ("超过了", "", Some(Bound::Over)),
            ("浓度>", "", Some(Bound::Over)),
            ("浓度 <= ", "", Some(Bound::AtMost)),
            ("<td>", "", None),
            ("浓度->", "", None),
            ("\n> ", "", None),
        ] {
            let context = Context::around(before, "3个", after, UnitKind::Count, false);
            assert_eq!(context.bound, bound, "{before}…{after}");
        }
    }
}
