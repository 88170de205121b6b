//! Numbers with their units, as the scan meets them: 1.2万亿元, 三分之一, 5%—6%, 翻一番, ￥300.

use nom::Parser;
use nom::character::complete::char;
use nom::combinator::{map_opt, opt, verify};
use nom::sequence::delimited;
use rust_decimal::Decimal;

use super::Amount;
use super::fit::fits;
use super::parts::{in_parts, lettered};
use super::range::{listed, range};
use super::spoken::{POWERS, more, spoken, under};
use crate::charset::CharSet;
use crate::few::few;
use crate::numeral::{self, Notation, Number, number};
use crate::token::{
    CONNECTORS, begins_line, entry, fold, gap, has_end, has_start, head, is_alphanumeric, is_gap, is_han,
};
use crate::unit::{self, Unit, UnitKind, unit_at};

/// A match: what it says and where.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    /// The amount; none if the number is too large.
    pub amount: Option<Amount>,
    pub unit: Unit,
    pub kind: UnitKind,
    /// 多 or 余 is part of the number.
    pub vague: bool,
    /// Length in bytes.
    pub len: usize,
}

/// What the signs and words between the two ends of a range begin with.
pub(super) static CONNECTS: CharSet = CONNECTORS.first_chars();

/// What stands before a number that may be the rest of another amount.
static CUTS: CharSet = CharSet::of("含").or(&CONNECTS);

/// What a range goes on with behind its first end: one of them, spaces before it, or 以上.
static GOES_ON: CharSet = CharSet::of("以 \u{a0}\u{3000}\t").and_all('\u{2002}', '\u{200a}').or(&CONNECTS);

/// What the number of a quantity is followed by: a unit, the sign of a range, a fraction.
pub(crate) static FOLLOWS: CharSet = CharSet::of("Ｋｋ").or(&FOLLOWS_ANY).or(&unit::STARTS);

/// The same behind 一, of which there are no 个 and 批.
pub(crate) static FOLLOWS_ONE: CharSet = FOLLOWS_ANY.or(&unit::STARTS_OF_MEASURES);

/// The same behind 百 千 万 alone, which measure nothing.
pub(crate) static FOLLOWS_BARE: CharSet = FOLLOWS_ANY;

/// 万 and 亿 follow on the next line.
const FOLLOWS_ANY: CharSet = CharSet::of("分又以^/／成折万亿").or(&CONNECTORS.first_chars());

/// Whether a number may be that of a quantity, as the next character behind white space says.
#[inline]
pub(crate) fn may_measure(n: &Number, behind: &str) -> bool {
    FOLLOWS.begins(behind)
        || n.counts_alone()
        || few!("、和与").begins(behind) && (shares_unit(n, behind) || may_list(n))
}

/// Whether a number may share the unit of one behind it: 一、二个, 30、40人, 分别为47和55微克/立方米.
fn may_list(n: &Number) -> bool {
    let short = match n.notation {
        Notation::Han => n.digits == 1,
        Notation::Arabic => n.digits <= 4,
        _ => false,
    };
    short && n.high.is_none()
}

/// Whether the unit of a number may stand behind the next one: 3.1、2.4个百分点, 5、12个百分点.
fn shares_unit(n: &Number, rest: &str) -> bool {
    n.notation == Notation::Arabic && n.digits <= 2 && ends_in_points(rest)
}

/// A quantity that begins with a numeral, which was read already.
pub(crate) fn quantity_at(before: &str, input: &str, n: &Number, rest: &str) -> Option<Found> {
    /// What stands behind the numbers of fractions and powers.
    static PARTS: CharSet = CharSet::of("^又分/／");
    let rest = &input[input.len() - rest.len()..];
    // Cells of a table run together: no amount has so many digits without a comma. Of more than are read a remark is made.
    let cells = n.notation == Notation::Arabic && !n.grouped && n.digits >= 13 && n.low.is_some();
    if n.disordered || cells && !rest.starts_with('^') {
        return None;
    }
    if CUTS.ends(before) && is_cut_off(before, input, n) {
        return None;
    }
    if (PARTS.begins(rest) || rest.starts_with(" /"))
        && let Some(found) = in_parts(before, input, n, rest)
    {
        return found;
    }
    if rest.starts_with('、')
        && may_list(n)
        && let Some(found) = listed(before, input, n, rest)
    {
        return Some(found);
    }
    if few!("KkＫｋMＭGＧTＴ").begins(rest)
        && let Some(found) = lettered(before, input, n, rest)
    {
        return Some(found);
    }
    let joined = if gap(rest).starts_with('\n') {
        over_line(before, input, n, rest)
    } else if few!("个").begins(gap(rest)) {
        spoken(n, rest)
    } else {
        None
    };
    let (n, rest) = joined.as_ref().map_or((n, rest), |(n, rest)| (n, *rest));
    let (unit, kind, behind) = measured(before, input, n, rest)?;
    let amount = match (n.low, n.high) {
        (Some(low), None) => Some(Amount::Exact(low)),
        (Some(low), Some(high)) => Some(Amount::Range { low, high }),
        _ => None,
    };
    // 5个多百分点
    let inside = kind == UnitKind::PercentagePoint && rest[..rest.len() - behind.len()].contains('多');
    // 1倍多: 多 stands inside the span.
    let more = match behind.strip_prefix(['多', '余']) {
        Some(rest) if n.high.is_none() => more(before, kind, behind, rest),
        _ => None,
    };
    let behind = more.unwrap_or(behind);
    let vague = n.vague || inside || more.is_some();
    let mut found = Found { amount, unit, kind, vague, len: input.len() - behind.len() };
    if kind == UnitKind::Percent && found.unit.as_str() == "成" {
        found.tenths();
        found.and_half_tenth(behind, input);
    }
    if (kind == UnitKind::Currency || found.unit.as_str() == "块") && numeral::BEGINS.begins(behind) {
        found.and_small_change(behind, input);
    }
    if kind == UnitKind::Length && few!("后初先").ends(before) && is_last_stretch(before, n) {
        return None;
    }
    if kind == UnitKind::Length
        && numeral::BEGINS.begins(behind)
        && !found.and_centimetres(before, behind, input)
    {
        return None;
    }
    let behind = &input[found.len..];
    // Most quantities are no range.
    if GOES_ON.begins(behind)
        && let Some(range) = range(before, input, n, &found, behind)
    {
        return Some(range);
    }
    if kind == UnitKind::None
        && few!("、和与及").begins(behind)
        && let Some((unit, kind)) = shared(before, n, behind)
    {
        (found.unit, found.kind) = (unit, kind);
        return Some(found);
    }
    if shares_points(&found, n, behind) {
        (found.unit, found.kind) = (Unit::known("百分点"), UnitKind::PercentagePoint);
        return Some(found);
    }
    if kind == UnitKind::None && !n.counts_alone() {
        return None;
    }
    if let Some(rest) = behind.strip_prefix('半') {
        // 3万半 is no 3万.
        if kind == UnitKind::None && !rest.starts_with(is_alphanumeric) {
            return None;
        }
        found.half(behind, input);
    }
    Some(found)
}

/// Whether a number is the rest of what was not read: the last of a range that falls, 10—5%, or an amount that is repeated in a
/// bracket, 5万元（含5万元）以上.
#[inline(never)] // as few numbers stand behind such a sign
fn is_cut_off(before: &str, input: &str, n: &Number) -> bool {
    /// How long a repeated amount may be, in Han characters.
    const LONG: usize = 8;
    if let Some(front) = before.strip_suffix('含') {
        let front = front.strip_suffix('不').unwrap_or(front);
        let Some((again, behind)) = head(input, LONG).split_once(['）', ')']) else { return false };
        let amount = front.strip_suffix(['（', '(']);
        return few!("以之及或").begins(behind) && amount.is_some_and(|amount| amount.ends_with(again));
    }
    let Some((front, sign)) = last_connector(before) else { return false };
    let (front, signs) = match last_connector(front) {
        Some((front, other)) => (front, Some(other)),
        None => (front, None),
    };
    let number = front.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let digits = &front[number.len()..];
    // 从15到10% is a change, 表3-2米 and A10-5% are labels.
    let apart = !number.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '从' | '由'));
    let falls = || {
        let first = Decimal::from_str_exact(digits).ok();
        first.zip(n.low).is_some_and(|(first, last)| first >= last)
    };
    // 3—-5℃
    let signed = signs.is_some_and(|other| other != sign);
    (1..=12).contains(&digits.len()) && apart && (signed || falls())
}

/// Whether a length is a figure of speech for what is still to be done: 打通“最后一公里”, 最后100米.
#[cold]
fn is_last_stretch(before: &str, n: &Number) -> bool {
    has_end(before, &["最后", "最初", "最先"])
        && n.low.is_some_and(|long| long == Decimal::ONE || long == Decimal::ONE_HUNDRED)
}

/// The sign of a range that a text ends in, and the text before it.
fn last_connector(text: &str) -> Option<(&str, char)> {
    let sign = text.chars().next_back().filter(|c| CONNECTS.has(*c))?;
    Some((&text[..text.len() - sign.len_utf8()], sign))
}

/// The unit of the last of some numbers, which goes for all: 3亿和5亿元, 分别为47、55和55微克/立方米.
#[inline(never)] // as few numbers are followed by another
fn shared(before: &str, n: &Number, behind: &str) -> Option<(Unit, UnitKind)> {
    /// How many bytes the numbers of a row take.
    const LONG: usize = 48;
    const TOLD: [&str; 7] = ["分别", "分别为", "分别是", "分别达", "分别达到", "分别有", "依次为"];
    // Those before it are of the row.
    let mut front = before;
    while let Some(row) = front.strip_suffix('、').filter(|_| before.len() - front.len() < LONG) {
        front = row.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    }
    if !n.magnitude && !has_end(front, &TOLD) {
        return None;
    }
    let mut rest = behind;
    // More than half a dozen are a table.
    for _ in 0..6 {
        let last = rest.starts_with(['和', '与', '及']);
        let next = rest.strip_prefix(['、', '和', '与', '及'])?;
        let (unit, m) = number(next).ok().filter(|(_, m)| m.high.is_none() && m.magnitude == n.magnitude)?;
        if last {
            let (unit, kind, _) = measured("-", next, &m, unit)?;
            return (!matches!(kind, UnitKind::None | UnitKind::Count)).then_some((unit, kind));
        }
        rest = unit;
    }
    None
}

/// A number whose magnitude stands on the next line with a unit, or on the one behind an empty one, and the text behind it:
/// 投资60⏎亿元, 总额2800万⏎亿元. A number that is alone on its line is the cell of a table.
#[cold] // as few lines break there
fn over_line<'a>(before: &str, input: &str, n: &Number, rest: &'a str) -> Option<(Number, &'a str)> {
    let next = fold(fold(rest));
    let (behind, power) = entry(next, &POWERS).ok()?;
    let myriads = input[..input.len() - rest.len()].ends_with('万') && next.starts_with('亿');
    let goes_on = myriads || n.notation == Notation::Arabic && !n.magnitude;
    if !goes_on || begins_line(before) || unit_at(gap(behind)).is_none() {
        return None;
    }
    Some((under(n, power), behind))
}

/// Whether a number and those behind it have the unit of the last one: 分别提高 6 个和 2 个百分点, 3.1、2.4个百分点.
fn shares_points(found: &Found, n: &Number, behind: &str) -> bool {
    let bare = found.kind == UnitKind::None && !n.magnitude || found.unit.as_str() == "个";
    bare && few!("、和与及").begins(fold(behind)) && ends_in_points(behind)
}

/// Whether more numbers follow, joined by 、 or 和, the last one in 百分点.
#[cold] // as few quantities are followed by any
fn ends_in_points(behind: &str) -> bool {
    let mut rest = fold(behind);
    // More than half a dozen are a table.
    for _ in 0..6 {
        let Some(next) = rest.strip_prefix(['、', '和', '与', '及']) else { return false };
        let Ok((unit, _)) = number(fold(next)) else { return false };
        let unit = fold(unit);
        let counted = unit.strip_prefix('个').map_or(unit, fold);
        if counted.starts_with("百分点") {
            return true;
        }
        rest = counted;
    }
    false
}

/// `doubling = 翻 了? number 番`: 翻一番, 翻两番; the input begins with 翻.
pub(crate) fn doubling(input: &str) -> Option<Found> {
    let times = verify(map_opt(number, |n: Number| n.whole()), |times| (1..=20).contains(times));
    let (rest, times) = delimited((char('翻'), opt(char('了'))), times, char('番')).parse(input).ok()?;
    Some(Found {
        amount: Some(Amount::Exact(Decimal::from(1u64 << times))),
        unit: Unit::known("倍"),
        kind: UnitKind::Multiple,
        vague: false,
        len: input.len() - rest.len(),
    })
}

/// Letters before $ and ￥, the characters of the sign, and whose currency they make it.
const LETTERS: [(&str, &str, &str); 12] = [
    ("HK", "$＄", "港元"),
    ("NT", "$＄", "新台币"),
    ("US", "$＄", "美元"),
    ("AU", "$＄", "澳元"),
    ("A", "$＄", "澳元"),
    ("CA", "$＄", "加元"),
    ("C", "$＄", "加元"),
    ("S", "$＄", "新加坡元"),
    ("RMB", "￥¥", "元"),
    ("CNY", "￥¥", "元"),
    ("CN", "￥¥", "元"),
    ("JP", "￥¥", "日元"),
];

/// A number in Arabic digits behind the sign of a currency, ￥300, and how many bytes before the sign belong to it: HK$300. Other
/// letters before $ make it a currency that is not known.
pub(crate) fn signed_currency(before: &str, input: &str) -> Option<(usize, Found)> {
    let sign = input.chars().next()?;
    let usual = match sign {
        '$' | '＄' => "美元",
        '￥' | '¥' => "元",
        '£' => "英镑",
        '€' => "欧元",
        _ => return None,
    };
    let letters = before.bytes().rev().take(4).take_while(u8::is_ascii_alphabetic).count();
    let letters = &before[before.len() - letters..];
    let named = LETTERS.iter().find(|(name, signs, _)| *name == letters && signs.contains(sign));
    let (unit, back) = match named {
        Some((.., unit)) => (*unit, letters.len()),
        None if usual == "美元" && !letters.is_empty() => return None,
        None => (usual, 0),
    };
    let behind = &input[sign.len_utf8()..];
    let behind = behind.strip_prefix(is_gap).unwrap_or(behind);
    let (rest, n) = number(behind).ok()?;
    // $20，300美元: two amounts, since one has not two currencies.
    let read = &input[..input.len() - rest.len()];
    let (rest, n) = match read.find('，').filter(|_| n.grouped) {
        Some(comma) if unit_at(rest).is_some_and(|(_, kind, _)| kind == UnitKind::Currency) => {
            let (_, n) = number(&input[input.len() - behind.len()..comma]).ok()?;
            (&input[comma..], n)
        }
        _ => (rest, n),
    };
    let digits = matches!(n.notation, Notation::Arabic | Notation::Mixed) && n.high.is_none();
    let found = Found {
        amount: n.low.map(Amount::Exact),
        unit: Unit::known(unit),
        kind: UnitKind::Currency,
        vague: n.vague,
        len: input.len() - rest.len(),
    };
    digits.then_some((back, found))
}

/// The unit behind a number, and the text behind the unit; an empty unit where only a magnitude stands or a range may follow.
pub(super) fn measured<'a>(
    before: &str,
    input: &str,
    n: &Number,
    rest: &'a str,
) -> Option<(Unit, UnitKind, &'a str)> {
    let at = gap(rest);
    // A line break is folded but behind the cell of a table.
    let at = if at.starts_with('\n') && !begins_line(before) { fold(at) } else { at };
    if n.disordered {
        return None;
    }
    // 1个多百分点, 6 个 百分点
    let points = at.strip_prefix('个').map(|r| fold(r.strip_prefix('多').unwrap_or(r)));
    let at = points.filter(|r| begins_with_points(r)).unwrap_or(at);
    if let Some(behind) = tenths(before, at, n) {
        return Some((Unit::known("成"), UnitKind::Percent, behind));
    }
    if let Some(behind) = at.strip_prefix('折')
        && let Some(unit) = discount(before, n, behind)
    {
        return Some((Unit::known(unit), UnitKind::Percent, behind));
    }
    if let Some((unit, kind, len)) = unit_at(at) {
        let behind = &at[len..];
        if unit.as_str() == "个" && points_follow(behind) {
            return Some((Unit::known("百分点"), UnitKind::PercentagePoint, behind));
        }
        if fits(before, input, n, &unit, kind, behind) {
            return Some((unit, kind, behind));
        }
        if !n.magnitude {
            return None;
        }
    } else if n.magnitude && unit::is_cut(at) {
        // 100亿千瓦·米 are no 100亿 either.
        return None;
    }
    let level = few!("级").begins(gap(rest));
    // 5亿kvar: a unit that is not known; 50万app用户 are counted.
    if n.magnitude && rest.starts_with(|c: char| c.is_ascii_lowercase()) {
        let behind = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
        if !behind.starts_with(is_han) || few!("以左上的").begins(behind) {
            return None;
        }
    }
    // A bare 万 or 千亿 counts nothing without a unit; 2万亿级 is a class.
    let counts = n.magnitude && !level && (n.vague || !n.bare) && n.notation != Notation::Digits;
    // Without a magnitude, a range may still follow whose last end has the unit.
    (counts || !n.magnitude).then_some((Unit::default(), UnitKind::None, rest))
}

/// Whether a text begins with 百分点, over whose characters a line may break.
fn begins_with_points(text: &str) -> bool {
    let written = |c: &char| !is_gap(*c) && *c != '\n';
    text.starts_with('百') && text.chars().take(9).filter(written).take(3).eq("百分点".chars())
}

/// Whether percentage points follow that say what 个 stands for: 分别提高2个和5个百分点.
fn points_follow(behind: &str) -> bool {
    static JOINS: CharSet = CharSet::of("和、至到").and_all('\u{2010}', '\u{2015}');
    let Some(next) = gap(behind).strip_prefix(|c| JOINS.has(c)) else { return false };
    number(gap(next)).is_ok_and(|(rest, _)| gap(rest).starts_with("个百分点"))
}

/// `成` as tenths, not as in 成立 and 成为.
fn tenths<'a>(before: &str, at: &'a str, n: &Number) -> Option<&'a str> {
    let behind = at.strip_prefix('成')?;
    let small = n.low.is_some_and(|v| v > Decimal::ZERO && v <= Decimal::TEN) && !n.vague;
    let word = few!("立果都为功员本长熟效就渝绩品型交形千了人因份像材套群").begins(behind);
    // 超过九成为女性, 其中六成为…; not 神舟九成为…
    let share = || {
        behind.starts_with('为')
            && n.low > Some(Decimal::ONE)
            && (before.is_empty() || few!("，。；、：\n约近逾过中有超").ends(before))
    };
    // 七成都是
    let all = || has_start(behind, &["都是", "都在", "都为", "都有"]);
    (small && (!word || share() || all())).then_some(behind)
}

/// What a price after a discount is counted in: 七折 and 6.5折 in tenths as 成, 八五折 in per cent; 三折叠 and 一波三折 are none.
#[cold] // as few numbers are one
fn discount(before: &str, n: &Number, behind: &str) -> Option<&'static str> {
    let word = few!("叠线扣回射损页旧合磨腾服衷算价断抵子戏返转").begins(behind) || few!("波曲").ends(before);
    let value = n.low.filter(|v| !word && *v > Decimal::ONE && !n.vague && !n.magnitude && !n.bare)?;
    match value {
        _ if value < Decimal::TEN => Some("成"),
        _ if value < Decimal::ONE_HUNDRED && n.digits == 2 && !n.decimal => Some("%"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};

    use super::*;

    fn read(text: &str) -> (String, String, &str) {
        let (before, text) = text.split_once('|').unwrap_or(("", text));
        let found = match number(text) {
            Ok((rest, n)) => quantity_at(before, text, &n, rest),
            Err(_) => doubling(text).or_else(|| Some(signed_currency(before, text)?.1)),
        };
        match found {
            None => ("-".into(), String::new(), ""),
            Some(f) => {
                (f.amount.map_or("too large".into(), |a| a.to_string()), f.unit.to_string(), &text[..f.len])
            }
        }
    }

    #[test]
    fn quantities() {
        for (text, amount, unit, span) in [
            ("60%左右", "60", "%", "60%"),
            ("1.2万亿元", "1200000000000", "元", "1.2万亿元"),
            ("1.2 万亿 元", "1200000000000", "元", "1.2 万亿 元"),
            ("1亿左右", "100000000", "", "1亿"),
            ("1386万，", "13860000", "", "1386万"),
            ("5个百分点", "5", "百分点", "5个百分点"),
            ("百分之六十", "60", "%", "百分之六十"),
            ("百分之一六·六", "16.6", "%", "百分之一六·六"),
            ("百分之百", "100", "%", "百分之百"),
            ("百分之十到二十", "10..20", "%", "百分之十到二十"),
            ("千分之五", "5", "‰", "千分之五"),
            ("三分之一以上", "1/3", "", "三分之一"),
            ("一又二分之一", "3/2", "", "一又二分之一"),
            ("负百分之五", "-5", "%", "负百分之五"),
            ("负三分之一", "-1/3", "", "负三分之一"),
            ("负一又二分之一", "-3/2", "", "负一又二分之一"),
            ("10^4元", "10000", "元", "10^4元"),
            ("3个亿，", "300000000", "", "3个亿"),
            ("2个多亿元投资", "200000000", "元", "2个多亿元"),
            ("1.5个亿左右", "150000000", "", "1.5个亿"),
            ("两个亿的", "200000000", "", "两个亿"),
            ("3到5个亿", "300000000..500000000", "", "3到5个亿"),
            ("3个万亿元台阶", "3", "个", "3个"),
            ("5个亿元村", "5", "个", "5个"),
            ("五个万寿菊基地", "5", "个", "五个"),
            ("3个亿联项目", "3", "个", "3个"),
            ("3个亿资金", "300000000", "", "3个亿"),
            ("50万app用户", "500000", "", "50万"),
            ("三.五％", "3.5", "%", "三.五％"),
            ("一二.八万吨", "128000", "吨", "一二.八万吨"),
            ("零下5～10℃", "-10..-5", "℃", "零下5～10℃"),
            ("零下3至5度", "-5..-3", "度", "零下3至5度"),
            ("零下3到零上5度", "-3..5", "度", "零下3到零上5度"),
            ("-3～-5℃", "-5..-3", "℃", "-3～-5℃"),
            ("-3至5℃", "-3..5", "℃", "-3至5℃"),
            ("零下5℃至10℃", "-5..10", "℃", "零下5℃至10℃"),
            ("六成多，", "60", "%", "六成多"),
            ("60%多的", "60", "%", "60%多"),
            ("100亿千瓦·时", "10000000000", "千瓦时", "100亿千瓦·时"),
            ("4平方毫米", "4", "平方毫米", "4平方毫米"),
            ("￥\u{a0}60", "60", "元", "￥\u{a0}60"),
            ("10^30元", "too large", "元", "10^30元"),
            ("五千以上一万元以下", "5000..10000", "元", "五千以上一万元以下"),
            ("三轮", "3", "轮", "三轮"),
            ("两处以上", "2", "处", "两处"),
            ("22亿方，", "2200000000", "方", "22亿方"),
            ("1/3以上", "1/3", "", "1/3"),
            ("1 / 3左右", "1/3", "", "1 / 3"),
            ("六成", "60", "%", "六成"),
            ("七折", "70", "%", "七折"),
            ("6.5折", "65", "%", "6.5折"),
            ("八五折", "85", "%", "八五折"),
            ("七至八折", "70..80", "%", "七至八折"),
            ("三折叠", "-", "", ""),
            ("一波|三折", "-", "", ""),
            ("12K个", "12000", "个", "12K个"),
            ("2.5Ｍ个", "2500000", "个", "2.5Ｍ个"),
            ("百分之12Ｋ", "12000", "%", "百分之12Ｋ"),
            ("2又3/4个", "11/4", "个", "2又3/4个"),
            ("四分之一个", "1/4", "个", "四分之一个"),
            ("四分之一个世纪", "1/4", "", "四分之一"),
            ("三成半", "35", "%", "三成半"),
            ("三成五以上", "35", "%", "三成五"),
            ("三成五年级学生", "30", "%", "三成"),
            ("128元5角。", "128.5", "元", "128元5角"),
            ("五十六元七角八分", "56.78", "元", "五十六元七角八分"),
            ("3元5美元", "3", "元", "3元"),
            ("5亿元三角债", "500000000", "元", "5亿元"),
            ("3元5角至8元", "3.5..8", "元", "3元5角至8元"),
            ("三成五至四成", "35..40", "%", "三成五至四成"),
            ("5 万元以上 50 万元以下", "50000..500000", "元", "5 万元以上 50 万元以下"),
            ("一万元以上\n十万元以下", "10000..100000", "元", "一万元以上\n十万元以下"),
            ("三成立", "-", "", ""),
            ("翻一番", "2", "倍", "翻一番"),
            ("翻两番", "4", "倍", "翻两番"),
            ("5%—6%", "5..6", "%", "5%—6%"),
            ("5—6%", "5..6", "%", "5—6%"),
            ("30到50个", "30..50", "个", "30到50个"),
            ("3—5万人", "30000..50000", "人", "3—5万人"),
            ("700万到800万吨", "7000000..8000000", "吨", "700万到800万吨"),
            ("五六十个", "50..60", "个", "五六十个"),
            ("2倍以上3倍以下", "2..3", "倍", "2倍以上3倍以下"),
            ("百分之五以上百分之十以下", "5..10", "%", "百分之五以上百分之十以下"),
            ("40万路端；", "400000", "路端", "40万路端"),
            ("6，169万双", "61690000", "双", "6，169万双"),
            ("七万万两以上", "700000000", "两", "七万万两"),
            ("1000百帕", "1000", "百帕", "1000百帕"),
            ("由|5个到10个", "5", "个", "5个"),
            ("37元／月", "37", "元/月", "37元／月"),
            ("330 000个", "330000", "个", "330 000个"),
            ("620多万套", "6200000", "套", "620多万套"),
            ("￥300", "300", "元", "￥300"),
            ("￥1，300，", "1300", "元", "￥1，300"),
            ("$20，300美元", "20", "美元", "$20"),
            ("三斤半", "3.5", "斤", "三斤半"),
            ("两级", "2", "级", "两级"),
            ("四点建议", "4", "点", "四点"),
            ("1米7。", "1.7", "米", "1米7"),
            ("深|2米5以上", "2.5", "米", "2米5"),
            ("身高|1米2的", "1.2", "米", "1米2"),
            ("长约|1公里5，", "1.5", "公里", "1公里5"),
            ("投资|3、4个", "3..4", "个", "3、4个"),
            ("每班|30、40人", "30..40", "人", "30、40人"),
            ("约|三、五家", "3..5", "家", "三、五家"),
            ("分别为|47、55和55微克", "47", "微克", "47"),
            ("分别为47、|55和55微克", "55", "微克", "55"),
            ("占地|120米2，", "120", "平方米", "120米2"),
            ("储量|300米3以上", "300", "立方米", "300米3"),
            ("426亿及100亿元", "42600000000", "元", "426亿"),
            ("超过|九成为", "90", "%", "九成"),
            ("七成都是", "70", "%", "七成"),
            ("七成都市", "-", "", ""),
            ("三块八，", "3.8", "元", "三块八"),
            ("3面锦旗", "3", "面", "3面"),
            ("12节车厢", "12", "节", "12节"),
            ("六口井", "6", "口", "六口"),
            ("8方混凝土", "8", "方", "8方"),
            ("3期培训班", "3", "期", "3期"),
            ("排名上升|5位，", "5", "位", "5位"),
            ("到会|20位，", "20", "位", "20位"),
            ("由30位上升到|11位，", "11", "位", "11位"),
            ("6部委", "6", "部委", "6部委"),
            ("六6方面", "-", "", ""),
        ] {
            assert_eq!(read(text), (amount.into(), unit.into(), span), "{text}");
        }
    }

    #[test]
    fn not_quantities() {
        for text in [
            "一个",
            "一批",
            "17号线",
            "二期",
            "三亚",
            "四川",
            "千瓦",
            "百姓",
            "亿元以上",
            "千亿级",
            "三级医院",
            "2024成都",
            "100",
            "六四",
            "三农",
            "9点30分",
            "下午|3点",
            "一国两制",
            "一度",
            "二十国集团",
            "9人民",
            "二轮延包",
            "二类水质",
            "十字路口",
            "零点",
            "10^x元",
            "3^2元",
            "1亿1亿元",
            "四方",
            "见|48页",
            "管保|三字\n第9号",
            "两对",
            "二次污染",
            "四次会议",
            "收支|两条线",
            "2、43、|55～57条",
            "5亿立方光年",
            "100亿千瓦·米",
            "5亿kvar",
            "3万克/oz",
            "2024届毕业生",
            "2023级学生",
            "10—5%",
            "宽|5—3米",
            "增长10—|5%",
            "3—|-5℃",
            "100—50人",
            "3万半，",
            "1/2个月",
            "1/|2个月",
            "5米2。",
            "神舟|九成为",
            "5cm⁴",
            "5m/s²",
            "3面墙壁上",
            "四面八方",
            "二口恶英",
            "3口之家",
            "5万元（含|5万元）以上",
            "居全国|11位，",
            "1234567890123元",
            "39999999999999999999999999999元",
        ] {
            assert_eq!(read(text).0, "-", "{text}");
        }
    }

    #[test]
    fn too_large() {
        assert_eq!(read(&alloc::format!("{}元", "9".repeat(400))).0, "too large");
    }
}
