//! Lengths of time: 三年, 4小时22分, 3至5年, 三年半.

use rust_decimal::Decimal;

use super::grammar::{Found, found};
use super::range::{CONNECTS, connector};
use super::value::{Count, Duration, TimeValue};
use crate::charset::CharSet;
use crate::few::few;
use crate::numeral::{self, Notation, Number, arabic_digit, number, starts_number};
use crate::token::{
    Match, NO, entry, fold, fold_end, gap, has_end, has_start, is_gap, is_han, is_thin_gap, strip_any,
};
use crate::words::Words;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum DurationUnit {
    Year,
    Quarter,
    Month,
    Week,
    Day,
    WorkingDay,
    Hour,
    Minute,
    Second,
}

impl DurationUnit {
    /// So many of it.
    pub(super) fn of(self, n: Decimal) -> Option<Duration> {
        let mut d = Duration::default();
        *self.field(&mut d) = Count::new(if self == Self::Quarter { n.checked_mul(3.into())? } else { n })?;
        Some(d)
    }

    /// Half of it: 半年 is six months, 半天 twelve hours, 半个月 half a month.
    pub(super) fn half(self) -> Option<Duration> {
        match self {
            Self::Year => Self::Month.of(6.into()),
            Self::Day => Self::Hour.of(12.into()),
            Self::Hour => Self::Minute.of(30.into()),
            Self::Minute => Self::Second.of(30.into()),
            unit => unit.of(Decimal::new(5, 1)),
        }
    }

    fn field(self, d: &mut Duration) -> &mut Count {
        match self {
            Self::Year => &mut d.years,
            Self::Quarter | Self::Month => &mut d.months,
            Self::Week => &mut d.weeks,
            Self::Day => &mut d.days,
            Self::WorkingDay => &mut d.working_days,
            Self::Hour => &mut d.hours,
            Self::Minute => &mut d.minutes,
            Self::Second => &mut d.seconds,
        }
    }

    /// The largest unit that a duration is counted in.
    fn largest(d: &Duration) -> Option<Self> {
        const ALL: [DurationUnit; 8] = [
            DurationUnit::Year,
            DurationUnit::Month,
            DurationUnit::Week,
            DurationUnit::Day,
            DurationUnit::WorkingDay,
            DurationUnit::Hour,
            DurationUnit::Minute,
            DurationUnit::Second,
        ];
        let mut d = *d;
        ALL.into_iter().find(|unit| !unit.field(&mut d).is_zero())
    }
}

static DURATION_UNITS: Words<DurationUnit> = Words::of(&[
    ("工作日", DurationUnit::WorkingDay),
    ("营业日", DurationUnit::WorkingDay),
    ("交易日", DurationUnit::WorkingDay),
    ("工作天", DurationUnit::WorkingDay),
    ("小时", DurationUnit::Hour),
    ("钟头", DurationUnit::Hour),
    ("分钟", DurationUnit::Minute),
    ("秒钟", DurationUnit::Second),
    ("秒", DurationUnit::Second),
    ("星期", DurationUnit::Week),
    ("礼拜", DurationUnit::Week),
    ("周", DurationUnit::Week),
    ("季度", DurationUnit::Quarter),
    ("自然日", DurationUnit::Day),
    ("日历日", DurationUnit::Day),
    ("日历天", DurationUnit::Day),
    ("天", DurationUnit::Day),
    ("日", DurationUnit::Day),
    ("月", DurationUnit::Month),
    // A line may break within them.
    ("分\n钟", DurationUnit::Minute),
    ("小\n时", DurationUnit::Hour),
    ("工作\n日", DurationUnit::WorkingDay),
    ("\n月", DurationUnit::Month),
]);

/// `unit = 年 | 个? 季度 | 个月 | 周 | 天 | 日 | 个? 工作日 | 个? 小时 | 分钟 | 秒`
pub(super) fn duration_unit(input: &str) -> Match<'_, DurationUnit> {
    use DurationUnit as D;
    let input = fold(input);
    // Most lengths are years.
    if let Some(rest) = input.strip_prefix('年') {
        return if year_word(rest) { Err(NO) } else { Ok((rest, D::Year)) };
    }
    let counted = input.strip_prefix('个');
    let counts = counted.is_some();
    let rest = counted.map_or(input, |rest| rest.trim_start_matches(['多', '余', ' ']));
    let (rest, unit) = DURATION_UNITS.strip(rest).ok_or(NO)?;
    let of_calendar = || counted.is_some_and(|unit| has_start(unit, &["自然日", "日历"]));
    let fits = match unit {
        D::Month | D::Quarter => counts,
        // 30个自然日
        D::Day => !counts || of_calendar(),
        D::Second | D::Minute => !counts,
        D::Week => !few!("年岁边期刊界末密全到围").begins(rest),
        D::WorkingDay | D::Hour => true,
        // Read above: 三个年 is none.
        D::Year => false,
    };
    let word = match unit {
        D::Day => few!("元圆币本常均产报河然津水山空线鹅次").begins(rest),
        D::Second => few!("杀差").begins(rest),
        _ => false,
    };
    if fits && !word { Ok((rest, unit)) } else { Err(NO) }
}

/// Words that begin with 年 behind a number: 三年级, 90年代, 十年一遇, 五年计划; 三年困难时期 is none.
pub(super) fn year_word(rest: &str) -> bool {
    static BEGINS: CharSet = CharSet::of("级代龄版薪鉴画货糕产华度");
    BEGINS.begins(rest)
        // 三年会期, but 未来十年会供应
        || rest.strip_prefix('会').is_some_and(|rest| rest.is_empty() || few!("议员费展计期晤见址长刊，。").begins(rest))
        || few!("一计规").begins(rest) && has_start(rest, &["一遇", "一度", "一贯", "计划", "规划"])
}

/// `duration = n unit 半? (零? n unit)*` — the units get smaller; `value` is the first number, already read.
pub(super) fn duration(number_read: Decimal, input: &str) -> Match<'_, Duration> {
    /// What one goes on with behind its first unit.
    static GOES_ON: CharSet =
        CharSet::of("半零又 \u{a0}").and_all('\u{2002}', '\u{200a}').or(&numeral::BEGINS);
    let (rest, unit) = match half_unit(number_read, input) {
        Ok((rest, d)) => return Ok((rest, d)),
        Err(_) => match duration_unit(input) {
            Ok(found) => found,
            Err(_) if has_seconds(fold(input)) => (&fold(input)['分'.len_utf8()..], DurationUnit::Minute),
            Err(_) => return quarters_of_hour(number_read, input),
        },
    };
    let total = unit.of(number_read).ok_or(NO)?;
    if GOES_ON.begins(rest) { longer(number_read, unit, total, rest) } else { Ok((rest, total)) }
}

/// Whether a text begins with 分 and a number of seconds: 3分20秒.
pub(super) fn has_seconds(text: &str) -> bool {
    let seconds = text.strip_prefix('分').filter(|seconds| seconds.starts_with(starts_number));
    seconds.is_some_and(|seconds| number(seconds).is_ok_and(|(rest, _)| rest.starts_with('秒')))
}

/// `n 刻钟`
fn quarters_of_hour(n: Decimal, input: &str) -> Match<'_, Duration> {
    let rest = fold(input).strip_prefix("刻钟").ok_or(NO)?;
    let minutes = n.checked_mul(15.into()).and_then(|n| DurationUnit::Minute.of(n));
    Ok((rest, minutes.ok_or(NO)?))
}

/// The same with what goes on behind its first unit.
#[cold] // as little does
fn longer(
    number_read: Decimal,
    unit: DurationUnit,
    mut total: Duration,
    mut rest: &str,
) -> Match<'_, Duration> {
    let mut last = unit;
    // 三年半, 三天半
    if let Some(behind) = rest.strip_prefix('半').filter(|r| !few!("导径数价壁岛").begins(r)) {
        if unit == DurationUnit::Year {
            total.months = unit.half().ok_or(NO)?.months;
        } else {
            total = unit.of(number_read + Decimal::new(5, 1)).ok_or(NO)?;
        }
        return Ok((behind, total));
    }
    loop {
        // 3 年 6 个月, with one space
        let close = rest.strip_prefix(is_thin_gap).unwrap_or(rest);
        let next = close.strip_prefix(['零', '又']).unwrap_or(close);
        let next = next.strip_prefix(is_thin_gap).filter(|_| next.len() < close.len()).unwrap_or(next);
        // 两天又一个月 need not get smaller.
        let any_order = close.starts_with('又');
        let Ok((behind, n)) = number(next) else { break };
        let (Some(value), None, false) = (n.low, n.high, n.vague) else { break };
        if n.digits == 4 && n.notation == Notation::Arabic {
            break;
        }
        // 4小时22分: 分 stands for 分钟 behind hours.
        let minutes = last == DurationUnit::Hour && fold(behind).starts_with('分');
        let (behind, unit) = match duration_unit(behind) {
            Ok(found) => found,
            Err(_) if minutes => (&fold(behind)['分'.len_utf8()..], DurationUnit::Minute),
            Err(_) => break,
        };
        // What stands apart and is not the next smaller unit may be the next cell of a table: 3年 20个工作日.
        if unit <= last && !any_order || close.len() < rest.len() && !is_next(last, unit) {
            break;
        }
        // Each unit has a field of its own, but for a quarter and its months.
        let mut part = unit.of(value).ok_or(NO)?;
        let count = *unit.field(&mut part);
        let field = unit.field(&mut total);
        if !field.is_zero() {
            break;
        }
        *field = count;
        last = unit;
        rest = behind;
    }
    Ok((rest, total))
}

/// Whether one unit is counted in the other: years and months, hours and minutes.
const fn is_next(unit: DurationUnit, smaller: DurationUnit) -> bool {
    use DurationUnit as D;
    matches!(
        (unit, smaller),
        (D::Year, D::Month)
            | (D::Month | D::Week, D::Day)
            | (D::Day, D::Hour)
            | (D::Hour, D::Minute)
            | (D::Minute, D::Second)
    )
}

/// Whether a number of years in Traditional text names one of the Republic: 103 年, 98至101年; not 103年以上, 長達103年.
pub(crate) fn is_year_of_republic(before: &str, words: &str, after: &str) -> bool {
    static BEHIND: &[&str] = &[
        "以上", "以下", "以内", "内", "来", "间", "之久", "历史", "的历史", "前", "后", "期", "左右", "未",
        "有效",
    ];
    static FRONT: &[&str] = &[
        "近", "约", "逾", "超过", "达", "满", "长", "历经", "经过", "为期", "过去", "未来", "今后", "每",
        "龄", "有", "的", "了", "共",
    ];
    let Some(numbers) = words.strip_suffix('年') else { return false };
    let mut years =
        numbers.split(['至', '到', '-', '－', '—', '–', '~', '～', '年']).filter(|n| !gap(n).is_empty());
    let read =
        |n| number(n).ok().filter(|(rest, n)| rest.is_empty() && n.notation == Notation::Arabic)?.1.whole();
    years.all(|n| matches!(read(n.trim_matches(is_gap)), Some(80..200)))
        && !has_start(gap(after), BEHIND)
        && !has_end(before.trim_end_matches(is_gap), FRONT)
}

/// `n 个半 (月 | 小时)`: two and a half.
pub(super) fn half_unit(n: Decimal, input: &str) -> Match<'_, Duration> {
    let rest = fold(input).strip_prefix("个半").ok_or(NO)?;
    let units = [("月", DurationUnit::Month), ("小时", DurationUnit::Hour)];
    let (rest, unit) = entry(rest, &units)?;
    let n = n.checked_add(Decimal::new(5, 1)).ok_or(NO)?;
    Ok((rest, unit.of(n).ok_or(NO)?))
}

/// Words before a count of days or months.
const COUNTING: &[&str] = &[
    "满", "逾", "超过", "少于", "至少", "提前", "延长", "每", "最长", "为期", "期限为", "公示", "近", "连续",
    "持续", "累计", "不足", "最多", "共", "达", "长达", "假", "假期", "假期为", "处", "为", "期限", "限期",
    "时间", "压缩至", "压缩到", "缩短至", "缩短到", "缩短为", "延长至", "延长到", "压减至", "压减到", "减至",
    "减少到", "减少至", "延期", "顺延", "宽限", "经过",
];

/// Whether a number with 日 or 月 counts instead of naming a day or month: 30日内, 公示5日, 处六月以下有期徒刑.
pub(super) fn is_counted(before: &str, after: &str) -> bool {
    let (before, after) = (before.trim_end_matches(is_gap), gap(after));
    let bounded =
        ["内", "之内", "以内", "以上", "以下", "左右", "以前", "之久", "压缩", "缩短", "压减", "延长"]
            .iter()
            .any(|w| after.starts_with(w));
    bounded
        || has_end(before, COUNTING)
        || few!("于").ends(before) && !says_when(before)
        || hangs_on_event(before, after)
}

/// Whether a number of days counts from an event beside it: 自公布之日起30日, 开标前3日, 公告30日后, 30日的上诉期.
#[cold] // as few numbers are those of days
fn hangs_on_event(before: &str, after: &str) -> bool {
    const TERM: usize = 4;
    // 目前5日, 随后15日 and 先后3日 name a day.
    let from = || match before.chars().next_back() {
        Some('起') => !before.ends_with("一起"),
        Some('前') => !has_end(before, &["目前", "日前", "当前"]),
        Some('后') => !has_end(before, &["随后", "先后"]),
        _ => false,
    };
    // 于15日后 and 在15日后 may be said of a day.
    let then = || before.ends_with(is_han) && !few!("月在于自从").ends(before) && is_behind(after);
    let term = || {
        has_start(after, &["期满", "期限", "届满"])
            || after.strip_prefix('的').is_some_and(|of| {
                let mut words = of.chars().take(TERM).take_while(|c| is_han(*c)).skip(1);
                words.any(|c| c == '期')
            })
    };
    (from() || then() || term()) && !is_named(before, after)
}

/// Whether what stands behind a number of days comes so long after something: 30日后, 30日以后; not 15日后半夜.
fn is_behind(after: &str) -> bool {
    let word = strip_any(after, &["以后", "之后"]).map(|_| false);
    let word = word.or_else(|| Some(few!("续期备勤者面台端方半疫天").begins(after.strip_prefix('后')?)));
    word == Some(false)
}

/// Whether 于 before the number of a day says when something is, 于12日闭幕, and does not compare: 不少于12日.
pub(super) fn says_when(before: &str) -> bool {
    before.strip_suffix('于').is_some_and(|front| !few!("少多低高早晚迟短长大小等属限优").ends(front))
}

/// Whether a day stands in its month, or is named in the news: 每月十日前, 10日电.
pub(super) fn is_named(before: &str, after: &str) -> bool {
    let month = before.trim_end_matches(is_gap).ends_with('月');
    let told = [
        "上午", "下午", "晚", "电", "讯", "在", "称", "表示", "说", "凌晨", "中午", "召开", "举行", "报道",
        "晨", "发布",
    ];
    month || told.iter().any(|word| after.starts_with(word))
}

/// A duration of another number in the largest unit of `like`.
pub(super) fn scaled(value: Decimal, like: Duration) -> Option<Duration> {
    DurationUnit::largest(&like)?.of(value)
}

/// A length of time that begins with a numeral, alone or as a range: 三年, 3年至5年, 3年以上7年以下.
pub(super) fn length(before: &str, input: &str, n: &Number, rest: &str) -> Option<Found> {
    /// What it goes on with: 多, the signs of a range and spaces before them, 以上.
    static GOES_ON: CharSet =
        CharSet::of("多以 \u{a0}\u{3000}\t").and_all('\u{2002}', '\u{200a}').or(&CONNECTS);
    let low = n.low.filter(Decimal::is_sign_positive)?;
    // 1/2年 and 2/3个月 are no years and months, nor is 1995—05年 five years.
    if few!("/／-－—–~～至到").ends(before) && is_rest(before, n) {
        return None;
    }
    // 几十年, 数百年: a vague number is never cut.
    // The day of a month that was none, 零七月三十日, counts no days either.
    let day_of_month = fold(rest).starts_with('日') && before.trim_end().ends_with('月');
    let vague = few!("几数").ends(before) && few!("十百千万").begins(input);
    // 公元前221年 has no notation.
    let of_era = || fold(rest).starts_with('年') && has_end(fold_end(before), &ERAS);
    if vague || day_of_month || before.ends_with("公元前") || is_of_clock(before, rest) || of_era() {
        return None;
    }
    let years = fold(rest).strip_prefix('年');
    if n.bare && !n.vague || years.is_some_and(|behind| !counts_years(before, n, low, behind)) {
        return None;
    }
    let (behind, d) = match months(before, rest) {
        Some(behind) => (behind, DurationUnit::Month.of(low)?),
        None => duration(low, rest).ok()?,
    };
    // 一日 alone is the first of a month, 一日至五日 a length.
    let counts = || n.notation != Notation::Han || low != Decimal::ONE || one_counts(before, rest, behind);
    // 0年 is no length.
    let counts = || !low.is_zero() && counts();
    if n.high.is_none() && !GOES_ON.begins(behind) {
        return counts().then(|| found(input, behind, TimeValue::Duration(d)));
    }
    // 三年多, 一个多月
    let behind = behind.strip_prefix('多').filter(|_| n.high.is_none()).unwrap_or(behind);
    if let Some(high) = n.high {
        let high = scaled(high, d)?;
        return Some(found(input, behind, TimeValue::Durations(d, high)));
    }
    let second = |from: &str| -> Option<(usize, Duration)> {
        let (rest, n) = number(from).ok()?;
        let (rest, high) = match duration(n.low?, rest) {
            Ok(found) => found,
            Err(_) => (months("", rest)?, DurationUnit::Month.of(n.low?)?),
        };
        (n.high.is_none() && n.low > Some(low) || scaled(low, high) != scaled(low, d))
            .then_some((rest.len(), high))
    };
    if let Ok((next, ())) = connector(behind)
        && let Some((left, high)) = second(next)
    {
        return Some(found(input, &input[input.len() - left..], TimeValue::Durations(d, high)));
    }
    if let Some(next) = behind.strip_prefix("以上") {
        let next = next.strip_prefix(['、', '，']).unwrap_or(next);
        if let Some((left, high)) = second(next) {
            let rest = &input[input.len() - left..];
            if let Some(rest) = rest.strip_prefix("以下") {
                return Some(found(input, rest, TimeValue::Durations(d, high)));
            }
        }
    }
    counts().then(|| found(input, behind, TimeValue::Duration(d)))
}

/// Whether a number is the rest of a fraction or of a range that was not read: 2 in 1/2年, 05 in 2020-05年, 02 in 98-02年.
#[inline(never)] // as few numbers stand behind such a sign
fn is_rest(before: &str, n: &Number) -> bool {
    let Some(sign) = before.chars().next_back() else { return false };
    let front = before[..before.len() - sign.len_utf8()].trim_end_matches(is_gap);
    let (mut first, mut digits) = (0, 0);
    for digit in front.chars().rev().take(5).map_while(arabic_digit) {
        first += u32::from(digit) * 10u32.pow(digits);
        digits += 1;
    }
    let falls = || n.whole().is_some_and(|last| first >= last);
    match sign {
        '/' | '／' => digits > 0,
        _ => {
            n.notation == Notation::Arabic
                && n.digits <= 2
                && (digits == 4 || (1..=2).contains(&digits) && falls())
        }
    }
}

/// Whose years are numbered from one: 光绪二十四年 is no length.
const ERAS: [&str; 17] = [
    "康熙", "雍正", "乾隆", "嘉庆", "道光", "咸丰", "同治", "光绪", "宣统", "洪武", "万历", "崇祯", "贞观",
    "明治", "昭和", "平成", "令和",
];

/// Whether a number with 分 or 秒 is of a time of day, whose hour or minute stands before it: 14时28分4秒.
fn is_of_clock(before: &str, rest: &str) -> bool {
    let behind = |sign| fold(rest).strip_prefix(sign).is_some_and(|behind| !behind.starts_with('钟'));
    let stands = |signs: &[char]| {
        fold_end(before).strip_suffix(signs).is_some_and(|front| fold_end(front).ends_with(starts_number))
    };
    behind('分') && stands(&['时', '点']) || behind('秒') && stands(&['分'])
}

/// Whether a number with 年 counts years. 一百零七年七月 and 103年底 are years of the Republic without its name.
fn counts_years(before: &str, n: &Number, low: Decimal, behind: &str) -> bool {
    let month = |rest| fold(rest).starts_with('月') && !fold(rest).starts_with("月底");
    let dated = number(fold(behind)).is_ok_and(|(rest, _)| month(rest));
    if low < Decimal::from(80) {
        return !dated;
    }
    let of_republic = low < Decimal::from(200)
        && (has_end(before.trim_end_matches(is_gap), &["于", "自", "至", "预计", "：", "因应"])
            || few!("底初").begins(behind)
            // 114-117年
            || low >= Decimal::ONE_HUNDRED && n.notation == Notation::Arabic && few!("-—–~～至").ends(before));
    // 五千多年 is the age of a culture, and so are 两千年的交往 and 有1500年历史; 到二千年 is a year.
    // 二千零二十三年 is one as well.
    let round = (low % Decimal::ONE_HUNDRED).is_zero();
    let year = || n.notation != Notation::Han || !round || few!("到至在元于").ends(before);
    let absurd =
        low > Decimal::from(300) && n.notation == Notation::Arabic || low >= Decimal::from(1000) && year();
    let absurd = absurd && !n.vague && !is_of_history(behind);
    !(dated || of_republic || absurd)
}

/// Whether what stands behind a number of years says that something is so old: 1500年历史, 两千年的历史.
pub(super) fn is_of_history(behind: &str) -> bool {
    behind.strip_prefix('的').unwrap_or(behind).starts_with("历史")
}

/// `月` behind a number that counts months: 六月以下有期徒刑.
fn months<'a>(before: &str, rest: &'a str) -> Option<&'a str> {
    // 主计处十一月份 names a month.
    let behind = fold(rest).strip_prefix('月').filter(|behind| !behind.starts_with('份'))?;
    counts_months(before, behind).then_some(behind)
}

/// Whether a number with 月 counts months instead of naming one: 未满二月, 六月以上.
pub(super) fn counts_months(before: &str, after: &str) -> bool {
    let counted =
        has_end(before.trim_end_matches(is_gap), &["满", "逾", "不足", "处", "为期", "持续", "超过"]);
    // 未满一月者，按一月计算
    let reckoned = || few!("按以").ends(before) && few!("计").begins(fold(after));
    counted && !fold(after).starts_with(starts_number)
        || reckoned()
        || ["以上", "以下", "以内", "之内"].iter().any(|w| after.starts_with(w))
        // 施行后六月内; 五月内 names one.
        || few!("后起").ends(before) && after.starts_with('内')
}

/// 一年 is a length of time unless a word around it makes it one among many: 的一年, 这一年, 一年比一年, 最后一日.
fn one_counts(before: &str, rest: &str, behind: &str) -> bool {
    let before = before.trim_end_matches(is_gap);
    let past = has_end(before, &["过去的", "今后的", "未来的"]);
    let among = few!("的这那每同某新又当另哪任第有头唯上下比").ends(before)
        || few!("比一").begins(behind)
        // 承上启下的关键一年, 规划的最后一年, but within 最后一个月 something lies.
        || has_end(before, &["关键", "重要", "不平凡"])
        || has_end(before, &["最后", "最初", "开局", "收官", "首"]) && !fold(rest).starts_with("个月");
    let vague = fold(rest).starts_with(['日', '天', '秒'])
        && (!behind.starts_with(['内', '以', '之']) || few!("前后").ends(before));
    (past || !among) && !vague
}
