//! Laws that hold of any text the grammars react to.

use std::fmt::Write as _;

use gongwen::numeral::{self, Notation};
use gongwen::{
    Bound, CalendarUnit, Duration, Locator, Measure, ParseOptions, Part, Place, Point, Quantity, Ratio,
    TimeBound, TimeValue, Year,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

mod generators;
mod invariants;
mod laws;

use generators::{amount_and_name, config, full_sentence, outline, sentence, soup};

proptest! {
    #![proptest_config(config())]

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
        laws::layers_alone(&text);
    }

    #[test]
    fn names_behind_amounts_say_the_same_alone(text in amount_and_name()) {
        laws::layers_alone(&text);
        invariants::check(&text, &gongwen::parse(&text));
    }

    #[test]
    fn carriage_returns_say_nothing(text in soup()) {
        laws::carriage_returns(&text);
    }

    #[test]
    fn noise_anywhere_says_nothing(text in prop_oneof![soup(), outline()], picks in vec(0usize..24, 1..64)) {
        let mut picks = picks.iter().copied().cycle();
        laws::noise_within(&text, || picks.next().unwrap_or(99));
    }

    /// Clean text is read as it is, other text after it was normalized; both read the same.
    #[test]
    fn noise_behind_everything_says_nothing(text in prop_oneof![soup(), outline()]) {
        laws::noise_behind(&text);
    }

    #[test]
    fn readings_anywhere_say_nothing(text in prop_oneof![soup(), outline()], picks in vec(0usize..30, 1..64)) {
        let mut picks = picks.iter().copied().cycle();
        laws::readings(&text, || picks.next().unwrap_or(99));
    }

    /// One Traditional character in a long Simplified text has it folded, and changes nothing else.
    #[test]
    fn a_traditional_character_behind_changes_nothing(text in outline()) {
        let filler = "各地区各部门要认真贯彻执行。\n".repeat(8);
        let plain = format!("{text}\n\n{filler}个");
        let other = format!("{text}\n\n{filler}個");
        let (plain, other) = (gongwen::parse(&plain), gongwen::parse(&other));
        prop_assert_eq!(plain.entities(), other.entities());
        prop_assert_eq!(plain.lists(), other.lists());
        prop_assert_eq!(plain.targets(), other.targets());
        prop_assert_eq!(plain.diagnostics(), other.diagnostics());
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
    #![proptest_config(config())]

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
        (-9i8..10, 1u8..=3).prop_map(|(month, n)| CalendarUnit::RelativeThird(month, n)),
        (-9i8..10).prop_map(CalendarUnit::RelativeDay),
        (-9i8..10).prop_map(CalendarUnit::RelativeQuarter),
        (100u16..300).prop_map(|n| CalendarUnit::Decade(n * 10)),
        (0u8..10).prop_map(CalendarUnit::DecadeOnly),
        (0u8..100).prop_map(CalendarUnit::Century),
        (-9i8..10).prop_map(CalendarUnit::RelativeCentury),
        (-9i8..10, 0u8..10).prop_map(|(century, n)| CalendarUnit::RelativeDecade(century, n)),
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
        .prop_map(|(article, paragraph, item, sub_item)| {
            let mut place = Place::default();
            place.article = article.map(|(n, _)| n);
            place.sub_article = article.and_then(|(_, sub)| sub);
            (place.paragraph, place.item, place.sub_item) = (paragraph, item, sub_item);
            place
        })
        .prop_filter("a place has a number", |place| *place != Place::default())
}

fn locator() -> impl Strategy<Value = Locator> {
    // What a range ends with says what the start says down to where they part.
    prop_oneof![
        place().prop_map(|start| Locator::new(start, None)),
        (place(), 1u16..100).prop_filter_map("the end is behind the start", |(start, on)| {
            let mut end = start;
            let last = [&mut end.sub_item, &mut end.item, &mut end.paragraph, &mut end.article];
            let last = last.into_iter().find(|n| n.is_some())?.as_mut()?;
            *last = last.checked_add(on).filter(|n| *n < 10_000)?;
            Some(Locator::new(start, Some(end)))
        }),
    ]
}

proptest! {
    #![proptest_config(config())]

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
// Quantities
// ---------------------------------------------------------------------------------------------------------------------

/// What the one quantity of a sentence is in base units.
fn measure(amount: &str) -> Measure {
    let text = format!("完成治理{amount}。");
    let document = gongwen::parse(&text);
    let measures: Vec<_> = document.quantities().filter_map(Quantity::in_base_units).collect();
    assert_eq!(measures.len(), 1, "{text}");
    measures[0]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn base_units_do_not_depend_on_how_a_number_is_written(
        n in 2u64..10_000,
        (unit, traditional) in select(
            &[("亩", "亩"), ("公顷", "公頃"), ("平方公里", "平方公里"), ("吨", "噸"), ("公里", "公里"), ("千瓦时", "千瓦時"), ("立方米", "立方米")][..]
        ),
    ) {
        let plain = measure(&format!("{n}{unit}"));
        for text in [
            format!("{}{unit}", full_width(&n.to_string())),
            format!("{}{unit}", han(n)),
            format!("{n} {unit}"),
            format!("{n}{traditional}"),
        ] {
            prop_assert_eq!(measure(&text), plain, "{}", text);
        }
        let scaled = measure(&format!("{n}万{unit}"));
        let times = |ratio: Ratio| Ratio::new(10_000, 1).and_then(|factor| ratio.checked_mul(factor));
        prop_assert_eq!((Some(scaled.low), scaled.unit), (times(plain.low), plain.unit));
        let range = measure(&format!("{n}—{}{unit}", n + 1));
        prop_assert_eq!((range.low, range.unit), (plain.low, plain.unit));
        prop_assert!(range.low < range.high);
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Sentences
// ---------------------------------------------------------------------------------------------------------------------

proptest! {
    #![proptest_config(config())]

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

    /// Pages break their lines within dates and the names of titles, and before units, and indent what follows.
    #[test]
    fn soft_line_breaks_say_nothing(sentences in vec(full_sentence(), 1..4), picks in vec(0usize..6, 1..32)) {
        let text = sentences.concat();
        let mut picks = picks.iter().cycle();
        let mut broken = String::new();
        let mut titled = false;
        let mut before = ' ';
        for c in text.chars() {
            titled = c != '（' && c != '》' && (titled || before == '《');
            let digit = |c: char| c.is_ascii_digit();
            let date = "年月".contains(before) && digit(c) || digit(before) && "年月日".contains(c);
            if titled || date || digit(before) && "亩吨家项".contains(c) {
                let n = picks.next().copied().unwrap_or(9);
                broken.push_str(["\n", "\n ", "\n\u{3000}"].get(n).unwrap_or(&""));
            }
            broken.push(c);
            before = c;
        }
        prop_assert_eq!(laws::all_said(&text), laws::all_said(&broken), "{:?}", broken);
    }

    #[test]
    fn full_width_documents_say_the_same(text in outline()) {
        let wide = full_width(&text).replace('%', "％").replace('(', "（").replace(')', "）");
        let (plain, wide) = (gongwen::parse(&text), gongwen::parse(&wide));
        let shape = |d: &gongwen::Document<'_>| -> Vec<(usize, u32)> {
            d.items().map(|item| (item.depth(), item.ordinal())).collect()
        };
        let aims = |d: &gongwen::Document<'_>| -> Vec<String> {
            let slice = |span| full_width(d.slice(span)).replace('%', "％");
            d.targets().iter().map(|t| format!("{} {:?} {:?}", slice(t.subject), t.change, t.modality)).collect()
        };
        prop_assert_eq!(laws::all_said(plain.text()), laws::all_said(wide.text()));
        prop_assert_eq!(aims(&plain), aims(&wide));
        prop_assert_eq!(shape(&plain), shape(&wide));
    }

    #[test]
    fn other_marks_say_the_same(text in outline()) {
        laws::other_marks(&text, &laws::HALF_WIDTH);
        laws::other_marks(&text, &laws::CORNERS);
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
        laws::layers_alone(&sentences.concat());
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

/// What ends a line in texts of other programs ends one: a carriage return alone, the line break and separators of others.
#[test]
fn every_end_of_a_line_is_one() {
    let text = "第一章 总则\n第一条 綠地率提高到\n40%。\n第二条 任务\n一、城\n二、乡(xiāng)\n三、村\n";
    let said = |document: &gongwen::Document<'_>| -> Vec<String> {
        let items = document.items().map(|item| format!("{} {}", item.depth(), item.heading()));
        items.chain(document.entities().iter().map(|entity| laws::said(document.text(), entity))).collect()
    };
    let expected = said(&gongwen::parse(text));
    assert_eq!(expected.len(), 7, "{expected:?}");
    for end in ["\r\n", "\r", "\u{b}", "\u{85}", "\u{2028}", "\u{2029}"] {
        let text = text.replace('\n', end);
        let document = gongwen::parse(&text);
        invariants::check(&text, &document);
        assert_eq!(said(&document), expected, "{end:?}");
    }
}
