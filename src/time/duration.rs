//! Lengths of time: 三年, 4小时22分, 3至5年, 三年半.

use nom::Parser;
use nom::character::complete::{char, one_of};
use nom::combinator::opt;
use rust_decimal::Decimal;

use super::grammar::{Found, connector, found};
use super::value::{Count, Duration, TimeValue};
use crate::numeral::{Notation, Number, number};
use crate::token::{Match, NO, begins, entry, fold, gap, has_end, is_gap};

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

pub(super) const DURATION_UNITS: [(&str, DurationUnit); 20] = [
    ("工作日", DurationUnit::WorkingDay),
    ("交易日", DurationUnit::WorkingDay),
    ("小时", DurationUnit::Hour),
    ("小時", DurationUnit::Hour),
    ("钟头", DurationUnit::Hour),
    ("鐘頭", DurationUnit::Hour),
    ("分钟", DurationUnit::Minute),
    ("分鐘", DurationUnit::Minute),
    ("秒钟", DurationUnit::Second),
    ("秒鐘", DurationUnit::Second),
    ("秒", DurationUnit::Second),
    ("星期", DurationUnit::Week),
    ("礼拜", DurationUnit::Week),
    ("周", DurationUnit::Week),
    ("週", DurationUnit::Week),
    ("季度", DurationUnit::Quarter),
    ("年", DurationUnit::Year),
    ("天", DurationUnit::Day),
    ("日", DurationUnit::Day),
    ("月", DurationUnit::Month),
];

/// `unit = 年 | 个? 季度 | 个月 | 周 | 天 | 日 | 个? 工作日 | 个? 小时 | 分钟 | 秒`
pub(super) fn duration_unit(input: &str) -> Match<'_, DurationUnit> {
    use DurationUnit as D;
    let input = fold(input);
    let (rest, counted) = opt(one_of("个個")).parse(input)?;
    let rest = if counted.is_some() { rest.trim_start_matches(['多', '余', ' ']) } else { rest };
    let (rest, unit) = entry(rest, &DURATION_UNITS)?;
    let counts = counted.is_some();
    let fits = match unit {
        D::Month | D::Quarter => counts,
        D::Year | D::Day | D::Second | D::Minute => !counts,
        D::Week => !begins(rest, "年岁歲边邊期刊界末密全到围"),
        D::WorkingDay | D::Hour => true,
    };
    let word = match unit {
        D::Year => year_word(rest),
        D::Day => begins(rest, "元本常均产報报河然津水山空线線鹅"),
        D::Second => begins(rest, "杀殺差"),
        _ => false,
    };
    if fits && !word { Ok((rest, unit)) } else { Err(NO) }
}

/// Words that begin with 年 behind a number: 三年级, 90年代, 十年一遇, 五年计划, 三年困难时期 stays.
pub(super) fn year_word(rest: &str) -> bool {
    begins(rest, "级級代龄齡版薪鉴鑑画货糕会均产华年")
        || ["一遇", "一度", "计划", "計劃", "规划", "規劃", "级"].iter().any(|w| rest.starts_with(w))
}

/// `duration = n unit 半? (零? n unit)*` — the units get smaller; `value` is the first number, already read.
pub(super) fn duration<'a>(number_read: Decimal, input: &'a str, before: &str) -> Match<'a, Duration> {
    let (rest, unit) = match half_unit(number_read, input) {
        Ok((rest, d)) => return Ok((rest, d)),
        Err(_) => duration_unit(input)?,
    };
    let _ = before;
    let mut total = unit.of(number_read).ok_or(NO)?;
    let mut last = unit;
    let mut rest = rest;
    // 三年半, 三天半
    if let Some(behind) = rest.strip_prefix('半').filter(|r| !begins(r, "导徑径数數价壁岛")) {
        if unit == DurationUnit::Year {
            total.months = unit.half().ok_or(NO)?.months;
        } else {
            total = unit.of(number_read + Decimal::new(5, 1)).ok_or(NO)?;
        }
        return Ok((behind, total));
    }
    loop {
        let next = rest.strip_prefix(['零', '又']).unwrap_or(rest);
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
        if unit <= last {
            break;
        }
        // The units get smaller, so each has a field of its own, but for a quarter and its months.
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

/// `n 个半 (月 | 小时)`: two and a half.
pub(super) fn half_unit(n: Decimal, input: &str) -> Match<'_, Duration> {
    let (rest, _) = one_of("个個")(fold(input))?;
    let (rest, _) = char('半')(rest)?;
    let units = [("月", DurationUnit::Month), ("小时", DurationUnit::Hour), ("小時", DurationUnit::Hour)];
    let (rest, unit) = entry(rest, &units)?;
    let n = n.checked_add(Decimal::new(5, 1)).ok_or(NO)?;
    Ok((rest, unit.of(n).ok_or(NO)?))
}

/// Days that are counted, not named: 30日内, 公示5日, 90日.
pub(super) fn is_length_of_days(before: &str, after: &str) -> bool {
    let after = gap(after);
    ["内", "內", "之内", "之內", "以内", "以內", "以上", "以下", "左右"].iter().any(|w| after.starts_with(w))
        || has_end(
            before.trim_end_matches(is_gap),
            &[
                "满",
                "滿",
                "逾",
                "超过",
                "超過",
                "少于",
                "少於",
                "至少",
                "提前",
                "延长",
                "延長",
                "每",
                "最长",
                "为期",
                "為期",
                "期限为",
                "公示",
                "近",
                "连续",
                "連續",
                "持续",
                "累计",
                "不足",
                "最多",
                "共",
                "达",
                "於",
                "长达",
                "休假",
                "假",
            ],
        ) && !before.ends_with("截至")
}

/// A duration of another number in the largest unit of `like`.
pub(super) fn scaled(value: Decimal, like: Duration) -> Option<Duration> {
    DurationUnit::largest(&like)?.of(value)
}

/// A length of time that begins with a numeral, alone or as a range: 三年, 3年至5年, 3年以上7年以下.
pub(super) fn length(before: &str, input: &str, n: &Number, rest: &str) -> Option<Found> {
    let low = n.low.filter(Decimal::is_sign_positive)?;
    if n.bare && !n.vague || low >= Decimal::from(1000) && fold(rest).starts_with('年') {
        return None;
    }
    let (behind, d) = duration(low, rest, before).ok()?;
    if low == Decimal::ONE && n.notation == Notation::Han && !one_counts(before, rest, behind) {
        return None;
    }
    // 三年多, 一个多月
    let behind = behind.strip_prefix('多').filter(|_| n.high.is_none()).unwrap_or(behind);
    if let Some(high) = n.high {
        let high = scaled(high, d)?;
        return Some(found(input, behind, TimeValue::Durations(d, high)));
    }
    let second = |from: &str| -> Option<(usize, Duration)> {
        let (rest, n) = number(from).ok()?;
        let (rest, high) = duration(n.low?, rest, "").ok()?;
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
    Some(found(input, behind, TimeValue::Duration(d)))
}

/// 一年 is a length of time unless a word before it makes it one among many: 的一年, 这一年, 每一天.
pub(super) fn one_counts(before: &str, rest: &str, behind: &str) -> bool {
    let before = before.trim_end_matches(is_gap);
    let past = has_end(before, &["过去的", "過去的", "今后的", "未来的"]);
    let among = has_end(
        before,
        &[
            "的", "这", "這", "那", "每", "同", "某", "新", "又", "当", "另", "哪", "任", "第", "有", "头",
            "唯", "上", "下",
        ],
    );
    let unit = fold(rest);
    let vague = unit.starts_with(['日', '天', '秒']) && !behind.starts_with(['内', '以', '之']);
    (past || !among) && !vague
}
