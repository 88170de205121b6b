//! Laws that hold of any text the grammars react to.

use std::fmt::Write as _;

use gongwen::numeral::{self, Notation};
use gongwen::{
    Bound, CalendarUnit, Duration, Locator, ParseOptions, Part, Place, Point, TimeBound, TimeValue, Year,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

mod invariants;
mod laws;

/// Pieces of every kind that some grammar looks at.
const PIECES: &[&str] = &[
    // numerals and magnitudes
    "0",
    "1",
    "5",
    "12",
    "60",
    "2021",
    "1,130",
    "3.5",
    "９",
    "１２",
    "一",
    "二",
    "三",
    "五",
    "十",
    "十五",
    "二十",
    "百",
    "两",
    "〇",
    "零",
    "万",
    "亿",
    "千",
    "几",
    "数",
    "多",
    "余",
    "半",
    "双",
    "廿",
    "壹",
    "五六十",
    "三亿五千万",
    "二〇二一",
    "1.2万亿",
    // units, classifiers, percentages
    "%",
    "％",
    "元",
    "万元",
    "亿元",
    "个",
    "人",
    "户",
    "公里",
    "平方米",
    "千瓦时",
    "元/人",
    "个百分点",
    "百分之",
    "分之",
    "成",
    "倍",
    "翻",
    "番",
    "家",
    "项",
    "大",
    "级",
    "度",
    "月",
    "年",
    "日",
    "天",
    "号",
    "季度",
    "小时",
    "个月",
    "工作日",
    "世纪",
    "年代",
    "年度",
    // words that bound
    "约",
    "近",
    "不低于",
    "超过",
    "至少",
    "到",
    "至",
    "自",
    "从",
    "由",
    "截至",
    "左右",
    "以上",
    "以下",
    "以内",
    "以来",
    "起",
    "前",
    "后",
    "内",
    "底",
    "末",
    "初",
    "上半年",
    "下旬",
    "期间",
    "时期",
    "达到",
    "提高",
    "提高到",
    "增长",
    "降低",
    "下降到",
    "控制在",
    "分别",
    "力争",
    "应当",
    "同比",
    "了",
    // times in one piece
    "今年",
    "去年",
    "明年",
    "本月",
    "今天",
    "3月30日",
    "2月30日",
    "2021-03-30",
    "2021/3/30",
    "2014—2020年",
    "“十四五”",
    "第十四个五年规划",
    "21世纪",
    "三年内",
    "15个工作日",
    "民國110年",
    // markers
    "一是",
    "二是",
    "三是",
    "一要",
    "二要",
    "第一，",
    "第二，",
    "第一条 ",
    "本法",
    "所得税法",
    "第三条",
    "第一款",
    "（三）项",
    "之一",
    "条",
    "项",
    "第二章 ",
    "其一",
    "其二",
    "首先，",
    "其次，",
    "最后，",
    "一方面",
    "另一方面",
    "一、",
    "二、",
    "（一）",
    "（二）",
    "1.",
    "2.",
    "1.1 ",
    "（1）",
    "2）",
    "①",
    "②",
    "甲、",
    "壹、",
    "——",
    "● ",
    "三点希望：",
    "4条",
    // titles, numbers of documents, short names
    "《",
    "》",
    "〈",
    "〉",
    "《规划》",
    "《城市规划（2014—2020年）》",
    "（试行）",
    "（以下简称《规划》）",
    "（以下简称“会议”）",
    "简称",
    "国发〔2014〕4号",
    "国办函",
    "〔2020〕",
    "令第623号",
    "GB/T 51328-2018",
    // marks
    "，",
    "。",
    "；",
    "：",
    "、",
    "！",
    "？",
    "“",
    "”",
    "（",
    "）",
    "(",
    ")",
    "[",
    "]",
    "-",
    "—",
    "–",
    "~",
    "～",
    "/",
    ".",
    "·",
    "…",
    ",",
    ":",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "  ",
    "\u{3000}",
    "\t",
    "\u{200b}",
    "\u{feff}",
    "#",
    "**",
    "<p>",
    // words, readings, Traditional script, others
    "城镇化率",
    "常住人口",
    "试验区",
    "会议",
    "的",
    "和",
    "在",
    "国(guó)",
    "家(jiā)",
    "(GDP)",
    "國務院",
    "萬",
    "億",
    "個",
    "兩",
    "a",
    "GDP",
    "é",
    "😀",
    "𠮷",
];

fn piece() -> impl Strategy<Value = &'static str> {
    select(PIECES)
}

/// Any concatenation: mostly nonsense, which is the point.
fn soup() -> impl Strategy<Value = String> {
    vec(piece(), 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_soup_holds_the_invariants(text in soup()) {
        invariants::check(&text, &gongwen::parse(&text));
    }

    #[test]
    fn any_characters_hold_the_invariants(text in "\\PC{0,60}") {
        invariants::check(&text, &gongwen::parse(&text));
    }

    #[test]
    fn inferred_years_change_days_alone(text in soup()) {
        let document = ParseOptions::new().infer_years(true).parse(&text).expect("any text is a document");
        invariants::check(&text, &document);
        let plain = gongwen::parse(&text);
        prop_assert_eq!(document.entities().len(), plain.entities().len());
        for (inferred, plain) in document.times().zip(plain.times()) {
            let mut days = *inferred;
            (days.first, days.last, days.inferred_from) = (plain.first, plain.last, plain.inferred_from);
            prop_assert_eq!(&days, plain);
            // What the text says itself stays.
            prop_assert!(plain.first.is_none() || inferred == plain, "{:?} became {:?}", plain, inferred);
        }
    }

    #[test]
    fn a_neutral_paragraph_before_shifts_the_spans(text in soup()) {
        laws::paragraph_before(&text);
    }

    #[test]
    fn layers_say_the_same_alone(text in soup()) {
        laws::layers_alone(&text, &laws::WITH_AMOUNTS);
    }

    #[test]
    fn carriage_returns_say_nothing(text in soup()) {
        laws::carriage_returns(&text);
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Numerals
// ---------------------------------------------------------------------------------------------------------------------

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// A number below ten thousand in Han characters; `inner` where digits stand before it.
fn han_section(n: u64, inner: bool, out: &mut String) {
    let mut started = inner;
    let mut zero = false;
    for (power, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        // OK because a digit is below ten.
        let digit = usize::try_from(n / power % 10).expect("a digit");
        if digit == 0 {
            zero |= started;
            continue;
        }
        if zero {
            out.push('零');
        }
        zero = false;
        // 十五 and not 一十五 at the beginning.
        if !(power == 10 && digit == 1 && !started) {
            out.push(DIGITS[digit]);
        }
        out.push_str(unit);
        started = true;
    }
}

/// A number as it is written in Han characters.
fn han(n: u64) -> String {
    if n == 0 {
        return "零".into();
    }
    let mut out = String::new();
    for (power, unit) in [(1_0000_0000_0000, "万亿"), (1_0000_0000, "亿"), (1_0000, "万"), (1, "")] {
        let section = n / power % 10_000;
        if section == 0 {
            continue;
        }
        let inner = !out.is_empty();
        // A zero stands for the sections or thousands left out. 万亿 is closed by the 亿 of the next section, if there is one.
        if inner && (section < 1_000 || (n / power / 10_000).is_multiple_of(10_000)) {
            out.push('零');
        }
        let mut part = String::new();
        han_section(section, false, &mut part);
        if inner && (10..20).contains(&section) {
            part.insert(0, '一');
        }
        out.push_str(&part);
        if unit == "万亿" && !(n / 1_0000_0000).is_multiple_of(10_000) {
            out.push('万');
        } else {
            out.push_str(unit);
        }
    }
    out
}

fn grouped(n: u64, separator: &str) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push_str(separator);
        }
        out.push(c);
    }
    out
}

fn full_width(text: &str) -> String {
    text.chars()
        .map(|c| match c.to_digit(10) {
            Some(d) => char::from_u32('０' as u32 + d).expect("OK because there are ten of them"),
            None => c,
        })
        .collect()
}

/// Numbers of every length, not only long ones.
fn number() -> impl Strategy<Value = u64> {
    (0u32..=16, any::<u64>()).prop_map(|(digits, n)| n % 10u64.pow(digits))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn numerals_round_trip(n in number()) {
        let value = Some(Decimal::from(n));
        let read = |text: &str| numeral::parse(text).map(numeral::Numeral::value);
        for text in [n.to_string(), full_width(&n.to_string()), han(n)] {
            prop_assert_eq!(read(&text), value, "{}", text);
            let again = numeral::parse(&text).map(|numeral| numeral.to_string());
            prop_assert_eq!(again, Some(n.to_string()), "{}", text);
        }
        for separator in [",", "，", " "] {
            let text = grouped(n, separator);
            prop_assert_eq!(read(&text), value, "{}", text);
        }
    }

    #[test]
    fn decimals_round_trip(n in 0u32..1_000_000, scale in 1u32..6) {
        let value = Decimal::new(n.into(), scale);
        for text in [value.to_string(), full_width(&value.to_string()), value.to_string().replace('.', "．")] {
            prop_assert_eq!(numeral::parse(&text).map(numeral::Numeral::value), Some(value), "{}", text);
        }
    }

    #[test]
    fn magnitudes_multiply(n in 1u32..10_000, which in 0usize..4) {
        let (unit, factor) =
            [("万", 1_0000u64), ("亿", 1_0000_0000), ("万亿", 1_0000_0000_0000), ("千", 1_000)][which];
        let read = numeral::parse(&format!("{n}{unit}"));
        prop_assert_eq!(read.map(numeral::Numeral::value), Some(Decimal::from(n) * Decimal::from(factor)));
        prop_assert_eq!(read.map(numeral::Numeral::notation), Some(Notation::Mixed));
    }

    #[test]
    fn numerals_in_a_sentence_are_taken_whole(n in 2u64..10_000_000_000_000_000) {
        let mut texts = vec![han(n), grouped(n, ",")];
        // Longer runs of digits without a comma are cells of a table run together, or the number of an account.
        if n < 1_000_000_000_000 {
            texts.push(n.to_string());
        }
        for text in texts {
            let sentence = format!("投资{text}元。");
            let document = gongwen::parse(&sentence);
            let found: Vec<&str> = document.quantities().map(|q| document.slice(q.span)).collect();
            prop_assert_eq!(found, [format!("{text}元")]);
            let amounts: Vec<String> = document.quantities().map(|q| q.amount.to_string()).collect();
            prop_assert_eq!(amounts, [n.to_string()]);
        }
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Values of times
// ---------------------------------------------------------------------------------------------------------------------

fn year() -> impl Strategy<Value = Year> {
    prop_oneof![
        Just(Year::Open),
        (1000i16..3000).prop_map(Year::Given),
        (0u8..100).prop_map(Year::Short),
        (-9i8..10).prop_map(Year::Relative),
    ]
}

fn part() -> impl Strategy<Value = Option<Part>> {
    select(&[None, Some(Part::Start), Some(Part::Mid), Some(Part::End)][..])
}

fn point() -> impl Strategy<Value = Point> {
    let unit = prop_oneof![
        year().prop_map(CalendarUnit::Year),
        (year(), 1u8..=2).prop_map(|(y, n)| CalendarUnit::Half(y, n)),
        (year(), 1u8..=4).prop_map(|(y, n)| CalendarUnit::Quarter(y, n)),
        (year(), 1u8..=12).prop_map(|(y, m)| CalendarUnit::Month(y, m)),
        (year(), 1u8..=12, 1u8..=3).prop_map(|(y, m, n)| CalendarUnit::Third(y, m, n)),
        // Days that every month of every year has.
        (year(), 1u8..=12, 1u8..=28).prop_map(|(y, m, d)| CalendarUnit::Day(y, m, d)),
        (1u8..=31).prop_map(CalendarUnit::DayOfMonth),
        (-9i8..10).prop_map(CalendarUnit::RelativeMonth),
        (-9i8..10, 1u8..=31).prop_map(|(n, d)| CalendarUnit::RelativeMonthDay(n, d)),
        (-9i8..10).prop_map(CalendarUnit::RelativeDay),
        (-9i8..10).prop_map(CalendarUnit::RelativeQuarter),
        (100u16..300).prop_map(|n| CalendarUnit::Decade(n * 10)),
        (0u8..10).prop_map(CalendarUnit::DecadeOnly),
        (0u8..100).prop_map(CalendarUnit::Century),
        (-9i8..10).prop_map(CalendarUnit::RelativeCentury),
        (1u8..=99).prop_map(CalendarUnit::Plan),
    ];
    (unit, part()).prop_map(|(unit, part)| {
        // A day has no beginning, middle and end.
        Point::new(unit, part)
            .or_else(|| Point::new(unit, None))
            .expect("OK because the unit is one that there is")
    })
}

/// Lengths of time by their notation, each field written or left out.
fn duration() -> impl Strategy<Value = Duration> {
    let field = prop_oneof![3 => Just(Decimal::ZERO), 1 => (1i64..10_000, 0u32..3).prop_map(|(n, s)| Decimal::new(n, s))];
    proptest::array::uniform8(field).prop_map(|fields| {
        let mut written = String::from("P");
        for (i, (value, letters)) in fields.iter().zip(["Y", "M", "W", "D", "WD", "H", "M", "S"]).enumerate()
        {
            if i == 5 && fields[5..].iter().any(|value| !value.is_zero()) {
                written.push('T');
            }
            if !value.is_zero() {
                write!(written, "{}{letters}", value.normalize())
                    .expect("OK because a string takes everything");
            }
        }
        if written == "P" {
            written.push_str("0D");
        }
        match written.parse() {
            Ok(TimeValue::Duration(duration)) => duration,
            other => panic!("{written} is {other:?}"),
        }
    })
}

fn value() -> impl Strategy<Value = TimeValue> {
    prop_oneof![
        4 => point().prop_map(TimeValue::Point),
        1 => (point(), point()).prop_map(|(a, b)| TimeValue::Range(a, b)),
        1 => duration().prop_map(TimeValue::Duration),
        1 => (duration(), duration()).prop_map(|(a, b)| TimeValue::Durations(a, b)),
    ]
}

/// A place: what is left out is left out from above or from below.
fn place() -> impl Strategy<Value = Place> {
    let number = || 1u16..10_000;
    (
        option::of((number(), option::of(number()))),
        option::of(number()),
        option::of(number()),
        option::of(number()),
    )
        .prop_map(|(article, paragraph, item, sub_item)| Place {
            article: article.map(|(n, _)| n),
            sub_article: article.and_then(|(_, sub)| sub),
            paragraph,
            item,
            sub_item,
        })
        .prop_filter("a place has a number", |place| *place != Place::default())
}

fn locator() -> impl Strategy<Value = Locator> {
    // What a range ends with says what the start says down to where they part.
    prop_oneof![
        place().prop_map(|start| Locator { start, end: None }),
        (place(), 1u16..100).prop_filter_map("the end is behind the start", |(start, on)| {
            let mut end = start;
            let last = [&mut end.sub_item, &mut end.item, &mut end.paragraph, &mut end.article];
            let last = last.into_iter().find(|n| n.is_some())?.as_mut()?;
            *last = last.checked_add(on).filter(|n| *n < 10_000)?;
            Some(Locator { start, end: Some(end) })
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn locators_round_trip(locator in locator()) {
        let written = locator.to_string();
        prop_assert_eq!(written.parse::<Locator>(), Ok(locator), "{}", written);
        let json = serde_json::to_string(&locator).expect("plain data");
        prop_assert_eq!(serde_json::from_str::<Locator>(&json).ok(), Some(locator), "{}", json);
    }

    #[test]
    fn values_of_times_round_trip(value in value()) {
        let written = value.to_string();
        prop_assert_eq!(written.parse::<TimeValue>(), Ok(value), "{}", written);
        let json = serde_json::to_string(&value).expect("a string");
        prop_assert_eq!(serde_json::from_str::<TimeValue>(&json).ok(), Some(value), "{}", json);
    }

    #[test]
    fn what_resolves_runs_forward(value in value(), year in 1949i16..2100, month in 1i8..=12, day in 1i8..=28) {
        let today = jiff::civil::date(year, month, day);
        if let Some((first, last)) = value.resolve(today) {
            // Only a range can be written backwards: 2020—2014年.
            prop_assert!(first <= last || matches!(value, TimeValue::Range(..)), "{} is {} to {}", value, first, last);
        }
    }

    #[test]
    fn dates_read_alike_however_they_are_written(year in 1000i16..3000, month in 1u8..=12, day in 1u8..=28) {
        let point = Point::new(CalendarUnit::Day(Year::Given(year), month, day), None);
        let expected = Ok(TimeValue::Point(point.expect("OK because every month has 28 days")));
        let digits: String =
            year.to_string().bytes().map(|b| if b == b'0' { '〇' } else { DIGITS[usize::from(b - b'0')] }).collect();
        for text in [
            format!("{year}年{month}月{day}日"),
            full_width(&format!("{year}年{month}月{day}日")),
            format!("{year} 年 {month} 月 {day} 日"),
            format!("{digits}年{}月{}日", han(month.into()), han(day.into())),
            format!("{year}-{month:02}-{day:02}"),
            format!("{year}.{month:02}.{day:02}"),
            format!("{year}/{month}/{day}"),
            format!("{year}年{month}月{day}号"),
        ] {
            prop_assert_eq!(text.parse::<TimeValue>(), expected, "{}", text);
        }
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Sentences
// ---------------------------------------------------------------------------------------------------------------------

/// A clean sentence as documents have them, without its full stop.
fn sentence() -> impl Strategy<Value = String> {
    let noun = || select(&["城镇化率", "森林覆盖率", "粮食产量", "居民收入", "单位能耗"][..]);
    let change = || select(&["达到", "提高到", "提高", "降低", "降至", "控制在"][..]);
    let bound = || select(&["", "左右", "以上", "以内"][..]);
    prop_oneof![
        (2001u32..2060, noun(), change(), 2u32..99, bound())
            .prop_map(|(y, noun, change, n, bound)| format!("到{y}年，{noun}{change}{n}%{bound}")),
        (2u32..900, select(&["个", "家", "项"][..]), select(&["试点城市", "示范企业", "重点工程"][..]))
            .prop_map(|(n, unit, noun)| format!("支持{n}{unit}{noun}")),
        (2001u32..2060, 1u32..13, 1u32..29).prop_map(|(y, m, d)| format!("会议于{y}年{m}月{d}日召开")),
        (1u32..9_999, 1u32..9).prop_map(|(n, d)| format!("安排补助资金{n}.{d}亿元")),
        (1u32..13, 1u32..29).prop_map(|(m, d)| format!("请于{m}月{d}日前报送")),
        (2u32..60).prop_map(|n| format!("自受理之日起{n}个工作日内办结")),
        (2u32..40, 41u32..90, noun()).prop_map(|(a, b, noun)| format!("{noun}从{a}.5%提高到{b}.5%")),
        (2001u32..2030, 2u32..20).prop_map(|(y, n)| format!("预计{y}—{}年完工", y + n)),
        (2u32..50, 1u32..9).prop_map(|(n, d)| format!("新建道路{n}至{}公里，改造{d}万平方米", n + 7)),
        Just("各地区要认真落实".to_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn full_width_digits_say_the_same(sentences in vec(sentence(), 1..6)) {
        let text = sentences.iter().fold(String::new(), |mut text, s| {
            write!(text, "{s}。").expect("OK because a string takes everything");
            text
        });
        let wide = full_width(&text);
        prop_assert_eq!(laws::all_said(&text), laws::all_said(&wide));
        let wider = wide.replace('%', "％").replace('.', "．");
        prop_assert_eq!(laws::all_said(&text), laws::all_said(&wider));
    }

    #[test]
    fn paragraphs_say_together_what_each_says_alone(sentences in vec(sentence(), 1..6)) {
        let mut together = String::new();
        let mut alone = Vec::new();
        for sentence in &sentences {
            let paragraph = format!("{sentence}。\n");
            alone.extend(laws::all_said(&paragraph));
            together.push_str(&paragraph);
        }
        prop_assert_eq!(laws::all_said(&together), alone);
        invariants::check(&together, &gongwen::parse(&together));
    }

    #[test]
    fn layers_of_sentences_say_the_same_alone(sentences in vec(sentence(), 1..6)) {
        laws::layers_alone(&sentences.concat(), &laws::WITHOUT_AMOUNTS);
    }

    #[test]
    fn sentences_are_understood(sentence in sentence()) {
        let text = format!("{sentence}。");
        let document = gongwen::parse(&text);
        prop_assert!(!document.entities().is_empty() || sentence.starts_with("各地区"), "{}", text);
        prop_assert!(document.diagnostics().is_empty(), "{:?}", document.diagnostics());
    }

    #[test]
    fn items_alone_have_their_own_entities(sentences in vec(sentence(), 2..6)) {
        let mut text = String::from("要做好以下工作：");
        for (sentence, marker) in sentences.iter().zip(["一是", "二是", "三是", "四是", "五是"]) {
            write!(text, "{marker}{sentence}；").expect("OK because a string takes everything");
        }
        let document = gongwen::parse(&text);
        prop_assert_eq!(document.items().count(), sentences.len(), "{}", text);
        for (item, sentence) in document.items().zip(&sentences) {
            let within: Vec<String> = item.entities().iter().map(|e| laws::said(&text, e)).collect();
            prop_assert_eq!(within, laws::all_said(&format!("{sentence}；")));
        }
    }
}

#[test]
fn bounds_survive_every_width() {
    // One of each, so that the laws above are known to compare something.
    let text = "到2025年，产量不低于60%；三年内，支持5个城市左右。";
    let document = gongwen::parse(text);
    let times: Vec<Option<TimeBound>> = document.times().map(|t| t.bound).collect();
    assert_eq!(times, [Some(TimeBound::By), Some(TimeBound::Within)]);
    assert_eq!(document.quantities().next().and_then(|q| q.bound), Some(Bound::AtLeast));
}

/// One Traditional character in a short text makes the script Traditional; beside a Simplified paragraph it does not.
#[test]
fn a_paragraph_in_the_script_of_the_text_keeps_its_years() {
    laws::paragraph_before("自21年3月1日起纔可受理，15個工作日内答覆");
    laws::paragraph_before("自21年3月1日起纔可受理，十五个工作日内答复，由主管部门负责解释并组织实施");
}
