//! What users rely on beside the results: traits, JSON both ways, and the wording of errors and remarks.

use std::fmt::{Debug, Display};
use std::hash::Hash;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::str::FromStr;

use gongwen::numeral::{Form, Notation, Numeral, NumeralError, Script, Written};
use gongwen::{
    Abbreviation, Amount, AmountError, Announcement, BaseUnit, Bound, CalendarUnit, Change, Count, Currency,
    Date, Decimal, Diagnostic, DiagnosticKind, Document, DocumentKind, DocumentNumber, DocumentNumberError,
    Duration, Encoding, Entity, Error, Item, Items, Layers, Locator, LocatorError, Measure, Modality,
    NameError, NotADayError, ParseOptions, Part, Place, Point, Position, Positions, Provision, Quantity,
    Ratio, Reference, Span, Style, Target, TargetAmount, TaskItem, TaskList, TimeBound, TimeExpr, TimeValue,
    TimeValueError, Title, TitleError, Unit, UnitKind, Year, YearRangeError,
};

/// Compiles only for types that go everywhere.
const fn goes_everywhere<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + Clone + Debug>() {}

const fn is_a_value<T: Eq + Hash>() {}

const fn is_ordered<T: Copy + Ord>() {}

const fn is_an_error<T: std::error::Error + Copy + Eq + Hash + Send + Sync + 'static>() {}

/// Its notation is written by `Display` and read by `FromStr`.
const fn has_a_notation<T: Display + FromStr>() {}

macro_rules! all {
    ($check:ident: $($type:ty)*) => { $($check::<$type>();)* };
}

#[test]
fn traits() {
    const {
        all!(goes_everywhere: Item<'static> Items<'static> Positions<'static>);
        all!(goes_everywhere: Abbreviation Amount Announcement BaseUnit Bound CalendarUnit Change Count Currency Date Decimal
            Diagnostic DiagnosticKind Document<'static> DocumentKind DocumentNumber Duration Encoding Entity Error Form
            Layers Locator Measure Modality Notation Numeral ParseOptions Part Place Point Position Provision Quantity
            Ratio Reference Script Span Style Target TargetAmount TaskItem TaskList TimeBound TimeExpr TimeValue Title
            Unit UnitKind Written Year);
        all!(is_a_value: Abbreviation Amount Announcement BaseUnit Bound CalendarUnit Change Count Currency Date Decimal
            Diagnostic DiagnosticKind Document<'static> DocumentKind DocumentNumber Duration Encoding Entity Error Form
            Layers Locator Measure Modality Notation Numeral ParseOptions Part Place Point Position Provision Quantity
            Ratio Reference Script Span Style Target TargetAmount TaskItem TaskList TimeBound TimeExpr TimeValue Title
            Unit UnitKind Written Year);
        all!(is_ordered: BaseUnit Bound Change Currency Date Decimal DocumentKind Encoding Form Locator Modality Notation Part
            Place Ratio Script Span Style TimeBound UnitKind);
        all!(is_an_error: AmountError DocumentNumberError LocatorError NameError NotADayError NumeralError
            TimeValueError TitleError YearRangeError);
        all!(has_a_notation: Amount Bound Change Currency DocumentKind DocumentNumber Duration Encoding Locator Modality
            Notation Numeral Part Place Point Reference Style
            TimeBound TimeValue UnitKind);
    }
    let error: Box<dyn std::error::Error + Send + Sync> = Box::new(Error::TooLong { len: 2, max: 1 });
    assert!(error.source().is_none());
}

/// What is found can be walked from both ends, and kept while it is walked.
#[test]
fn iterators() {
    let document = gongwen::parse("2024年拨款3亿元，2025年拨款5亿元。一是建桥；二是铺路。");
    assert_eq!(document.times().next_back().map(|t| document.slice(t.span)), Some("2025年"));
    let amounts = document.quantities();
    assert_eq!((amounts.clone().count(), amounts.rev().count()), (2, 2));
    let mut items = document.items();
    assert_eq!(items.by_ref().count(), 2);
    assert!(items.next().is_none() && items.next().is_none());
}

/// What one sees of a view is what it views, not the document behind it.
#[test]
fn debug_output_of_views_is_short() {
    let document = gongwen::parse("一、交通\n（一）修路。新建40公里。\n（二）架桥。\n");
    let items = document.items();
    let shown = [
        r#"Item { path: ["一、"], heading: "交通", .. }"#,
        r#"Item { path: ["一、", "（一）"], heading: "修路", .. }"#,
        r#"Item { path: ["一、", "（二）"], heading: "架桥", .. }"#,
    ];
    assert_eq!(format!("{items:?}"), format!("[{}]", shown.join(", ")));
}

/// A span that one made upside down is empty; nothing overflows.
#[test]
fn spans_upside_down_are_empty() {
    let span = Span::new(9, 3);
    assert_eq!((span.is_empty(), span.len()), (true, 0));
    assert!(gongwen::parse("2024年拨款3亿元").entities_in(span).is_empty());
}

/// A point is the same whether it is made or read: neither way makes one that there is not.
#[test]
fn points_are_those_of_the_notation() {
    for text in [
        "2021", "0000-02-29", "9999-12-31", "2025-03-end", "FYP14-mid", "099X", "20XX-start", "XX15-03",
        "Y-1-Q3", "M+0-09",
    ] {
        let point: Point = text.parse().unwrap_or_else(|_| panic!("{text}"));
        assert_eq!(Point::new(point.unit(), point.part()), Some(point), "{text}");
        assert_eq!(point.to_string(), text);
    }
    for text in
        ["2021-02-29", "2021-03-30-end", "2021-03-T1-mid", "D+1-end", "FYP0", "FYP100", "2021/2022", "P3Y"]
    {
        assert!(text.parse::<Point>().is_err(), "{text}");
    }
    for text in ["P3Y", "PT4H22M", "P1.5D", "P0D"] {
        assert_eq!(text.parse::<Duration>().map(|d| d.to_string()), Ok(text.to_owned()));
    }
    for text in ["P", "P3", "PT", "P3Y/P5Y", "-P1D", "P3Y2Y", "2021"] {
        assert!(text.parse::<Duration>().is_err(), "{text}");
    }
}

/// Every type that is written as JSON is read back as it was; those that no document has in it too.
#[test]
fn json_round_trips() {
    fn check<T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + Debug>(value: &T) {
        let json = serde_json::to_string(value).expect("OK because there are no maps");
        assert_eq!(serde_json::from_str::<T>(&json).ok().as_ref(), Some(value), "{json}");
    }
    let text = include_str!("../examples/notice.txt");
    let draft = include_str!("../examples/draft.txt");
    let options = ParseOptions::new().as_of("2024-03-18".parse().expect("a date")).infer_years(true);
    let (mut entities, mut remarks) = (0, 0);
    for text in [text, draft, "本法第三条、《供水条例》第九条第二款至第四款，翻一番，3至5年，三分之一"]
    {
        let document = options.parse(text).expect("no limit is set");
        for entity in document.entities() {
            check(entity);
            check(&entity.span());
            check(&document.position(entity.span().start));
            match entity {
                Entity::Title(title) => {
                    check(title);
                    check(&title.kind());
                    title.number.iter().for_each(check);
                }
                Entity::DocumentNumber(number) => check(number),
                Entity::Abbreviation(short) => check(short),
                Entity::Provision(provision) => {
                    check(provision);
                    check(&provision.locator);
                    check(&provision.locator.start);
                }
                Entity::Time(time) => {
                    check(time);
                    check(&time.value);
                    check(&time.bound);
                }
                Entity::Quantity(quantity) => {
                    check(quantity);
                    check(&quantity.amount);
                    check(&quantity.unit);
                    check(&quantity.unit.kind());
                    check(&quantity.currency);
                    check(&quantity.bound);
                }
                _ => unreachable!("a new kind belongs here"),
            }
        }
        document.lists().iter().for_each(check);
        for item in document.items() {
            check(item.item());
            check(&item.style());
            check(&item.list().announcement);
        }
        for target in document.targets() {
            check(target);
            check(&target.amount);
            check(&target.change);
            check(&target.modality);
        }
        for remark in document.diagnostics() {
            check(remark);
            check(&remark.kind);
        }
        entities += document.entities().len();
        remarks += document.diagnostics().len();
    }
    assert!(entities > 90 && remarks > 3, "{entities} entities, {remarks} remarks");
    for encoding in [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Gb18030, Encoding::Big5]
    {
        check(&encoding);
        assert_eq!(serde_json::to_value(encoding).ok(), Some(encoding.as_str().into()));
        for name in [encoding.as_str().to_owned(), encoding.to_string(), encoding.to_string().to_lowercase()]
        {
            assert_eq!(name.parse(), Ok(encoding), "{name}");
        }
    }
    [Notation::Arabic, Notation::Han, Notation::Digits, Notation::Mixed].iter().for_each(check);
}

#[test]
fn options_are_constant() {
    const STRICT: ParseOptions =
        ParseOptions::new().strict(true).max_len(1 << 20).encoding(Encoding::Gb18030);
    assert!(STRICT.parse("城镇化率达到60%。").is_ok());
    assert_eq!(ParseOptions::new(), ParseOptions::default());
}

/// What docs/speed.md says that a document takes.
#[test]
#[cfg(target_pointer_width = "64")]
fn sizes_are_those_told() {
    assert_eq!(size_of::<TaskItem>(), 80);
    assert_eq!(size_of::<Entity>(), 136);
    assert_eq!(size_of::<Title>(), 272);
    assert_eq!(size_of::<Target>(), 608);
}

#[test]
fn wording_of_errors() {
    let strict = ParseOptions::new().strict(true).parse("通知\n见《");
    assert_eq!(strict.map_err(|e| e.to_string()), Err("《 is not closed at line 2, column 2".into()));
    for (error, words) in [
        (Error::TooLong { len: 12, max: 9 }, "the input has 12 bytes, more than the 9 allowed"),
        (Error::Malformed { encoding: Encoding::Utf8, offset: 7 }, "malformed UTF-8 at byte 7"),
        (Error::Malformed { encoding: Encoding::Utf16Le, offset: 0 }, "malformed UTF-16LE at byte 0"),
        (Error::Malformed { encoding: Encoding::Utf16Be, offset: 0 }, "malformed UTF-16BE at byte 0"),
        (Error::Malformed { encoding: Encoding::Gb18030, offset: 3 }, "malformed GB 18030 at byte 3"),
        (Error::Malformed { encoding: Encoding::Big5, offset: 3 }, "malformed Big5 at byte 3"),
        (
            Error::Unsupported { encoding: Encoding::Gb18030 },
            "GB 18030 is read with the feature `encoding` only",
        ),
    ] {
        assert_eq!(error.to_string(), words);
    }
    assert_eq!("三月".parse::<Amount>().map_err(|e| e.to_string()), Err("not an amount".into()));
    assert_eq!("三人".parse::<TimeValue>().map_err(|e| e.to_string()), Err("not a time value".into()));
    assert_eq!("三人".parse::<Title>().map_err(|e| e.to_string()), Err("not a title".into()));
    let number = "三人".parse::<DocumentNumber>().map_err(|e| e.to_string());
    assert_eq!(number, Err("not a document number".into()));
    let year: TimeValue = "2024".parse().expect("a year");
    assert_eq!(Date::try_from(year).map_err(|e| e.to_string()), Err("not a day with year and month".into()));
    let day: Date = "-000044-03-15".parse().expect("a day");
    assert_eq!(TimeValue::try_from(day).map_err(|e| e.to_string()), Err("the year is out of range".into()));
    assert_eq!("三人".parse::<Locator>().map_err(|e| e.to_string()), Err("not a provision".into()));
    assert_eq!("三人".parse::<Numeral>().map_err(|e| e.to_string()), Err("not a numeral".into()));
    assert_eq!("三人".parse::<Change>().map_err(|e| e.to_string()), Err("not a name of this kind".into()));
    let long = "9".repeat(40).parse::<Numeral>().map_err(|e| e.to_string());
    assert_eq!(long, Err("the number has more than 28 digits".into()));
}

#[test]
fn wording_of_diagnostics() {
    use DiagnosticKind as K;
    for (kind, words) in [
        (K::UnclosedTitle, "《 is not closed"),
        (K::StrayTitleEnd, "》 closes nothing"),
        (K::ImpossibleDate, "no such date"),
        (K::NumberTooLarge, "the number is too large"),
        (K::OrdinalGap { expected: 2, found: 3 }, "item 2 is missing before item 3"),
        (K::OrdinalRepeat { found: 2 }, "item 2 comes twice"),
        (K::OrdinalStepBack { expected: 3, found: 1 }, "item 1 stands where item 3 is expected"),
        (K::CountMismatch { announced: 3, found: 2 }, "3 announced, 2 found"),
    ] {
        assert_eq!(kind.to_string(), words);
        let mut diagnostic = gongwen::parse("》").diagnostics()[0].clone();
        (diagnostic.span, diagnostic.kind) = (Span::new(9, 12), kind);
        assert_eq!(diagnostic.to_string(), format!("{words} at byte 9"));
    }
}

/// A chain of short names is followed to its end; a title that is full leads nowhere.
#[test]
fn short_names_lead_to_the_full_title() {
    let text = "《关于加强渡口安全的实施意见》（以下简称《实施意见》）印发。《实施意见》（以下简称《意见》）已作解读。\
                《意见》公布。《渡口意见》（下称《意见》）废止《意见》。";
    let document = gongwen::parse(text);
    let titles: Vec<&Title> = document.titles().collect();
    let resolved: Vec<Option<&str>> =
        titles.iter().map(|t| document.fuller_title(t).map(|full| full.name.as_str())).collect();
    let full = Some("关于加强渡口安全的实施意见");
    assert_eq!(resolved, [None, full, full, full, full, None, Some("渡口意见"), Some("渡口意见")]);
    // 《意见》 leads to 《实施意见》, which leads to the full one.
    let step = titles[4].refers_to.map(|i| document.slice(document.entities()[i].span()));
    assert_eq!(step, Some("《实施意见》"));
}

/// Each remark comes from some text, at the place one would look at.
#[test]
fn texts_that_are_remarked_upon() {
    for (text, place, words) in [
        ("根据《规划。", "《", "《 is not closed"),
        ("根据规划》。", "》", "》 closes nothing"),
        ("2月30日前报送。", "2月30日", "no such date"),
        ("一是抓早。二是抓小。四是抓实。", "四是", "item 3 is missing before item 4"),
        ("（一）抓早\n（二）抓小\n（二）抓实\n", "（二）", "item 2 comes twice"),
        ("一是抓早，二是抓小，三是抓实，二是抓细。", "二是", "item 2 stands where item 4 is expected"),
        ("会议提出三点要求：一是抓早，二是抓小。", "会议提出三点要求：", "3 announced, 2 found"),
        ("一、总则\n二、任务\n（一）修路\n（三）架桥\n", "（三）", "item 2 is missing before item 3"),
    ] {
        let document = gongwen::parse(text);
        let found: Vec<(&str, String)> =
            document.diagnostics().iter().map(|d| (document.slice(d.span), d.kind.to_string())).collect();
        assert_eq!(found, [(place, words.to_owned())], "{text}");
        let place = document.position(document.diagnostics()[0].span.start);
        let refused = ParseOptions::new().strict(true).parse(text);
        assert_eq!(
            refused.map_err(|e| e.to_string()),
            Err(format!("{words} at line {}, column {}", place.line, place.column))
        );
    }
    let text = format!("投资{}元。", "9".repeat(400));
    let kinds: Vec<String> = gongwen::parse(&text).diagnostics().iter().map(|d| d.kind.to_string()).collect();
    assert_eq!(kinds, ["the number is too large"]);
}

/// How far a citation reaches.
#[test]
fn extents_of_titles() {
    for (text, extents) in [
        ("按《排水条例》办理。", &["《排水条例》"][..]),
        ("《排水规定（试行）》（见附件）", &["《排水规定（试行）》"]),
        ("《排水规定》（试行）。", &["《排水规定》（试行）"]),
        ("《排水规定》 (试行) (滨政发〔2021〕7号)等。", &["《排水规定》 (试行) (滨政发〔2021〕7号)"]),
        ("《排水规定》（滨政发〔2021〕7号、9号）", &["《排水规定》（滨政发〔2021〕7号、9号）"]),
        ("《排水规定》（滨政发〔2021〕7号，已废止）", &["《排水规定》（滨政发〔2021〕7号，已废止）"]),
        ("《排水规定》（滨政发〔2021〕7号", &["《排水规定》（滨政发〔2021〕7号"]),
        ("滨政发〔2021〕7号《排水规定》要求", &["滨政发〔2021〕7号《排水规定》"]),
        (
            "《排水规定》（滨政发〔2021〕7号，以下简称《规定》）明确",
            &["《排水规定》（滨政发〔2021〕7号，以下简称《规定》）", "《规定》"],
        ),
        ("《排水规定》（以下简称“规定”）明确", &["《排水规定》（以下简称“规定”）"]),
        ("《排水规定》，以下简称《规定》，明确", &["《排水规定》，以下简称《规定》", "《规定》"]),
        (
            "《排\u{200b}水规定》（試\u{200b}行\u{200b}）\u{200b}",
            &["《排\u{200b}水规定》（試\u{200b}行\u{200b}）"],
        ),
    ] {
        let document = gongwen::parse(text);
        let found: Vec<&str> = document.titles().map(|title| document.slice(title.extent)).collect();
        assert_eq!(found, extents, "{text}");
    }
}

/// The sentence around a passage, wherever it begins and ends.
#[test]
fn sentences_around_a_passage() {
    let text = "　去年持平。今年产值增长5%，明年持平！\n  产量40吨\n亩产3吨？是。";
    let document = gongwen::parse(text);
    for (words, sentence) in [
        ("去年", "去年持平。"),
        ("持平。", "去年持平。"),
        ("今年", "今年产值增长5%，明年持平！"),
        ("5%", "今年产值增长5%，明年持平！"),
        ("40吨", "产量40吨"),
        ("40吨\n亩", "产量40吨\n亩产3吨？"),
        ("3吨", "亩产3吨？"),
        ("是", "是。"),
        ("。今年", "去年持平。今年产值增长5%，明年持平！"),
    ] {
        let start = text.find(words).expect("words of the text");
        let found = document.sentence(Span::new(start, start + words.len()));
        assert_eq!(document.slice(found), sentence, "{words}");
    }
}

/// A sentence goes on where a page broke its lines, whatever says nothing there, and over the marks of a title.
#[test]
fn sentences_at_a_caret() {
    let document = gongwen::parse("甲。乙丙！");
    let sentences = [0, 3, 6, 9, 12].map(|at| document.slice(document.sentence(Span::new(at, at))));
    assert_eq!(sentences, ["甲。", "甲。", "乙丙！", "乙丙！", "乙丙！"]);
}

#[test]
fn sentences_over_lines() {
    let sentence = "到2030年底，全市建成区的绿地率和湿地保护率分别达到40%、60%。";
    let first = "到2030年底，全市建成区的绿地率和湿地保";
    for lines in ["\n", "\r\n", "\u{200b}\n", "\n\u{feff}", "\r", "\u{2028}"] {
        let text =
            ["一、目标", lines, first, lines, &sentence[first.len()..], lines, "二、任务", lines].concat();
        let document = gongwen::parse(&text);
        let found = document.targets().iter().map(|target| document.slice(document.sentence(target.span)));
        let blank = ['\r', '\n', '\u{200b}', '\u{feff}', '\u{2028}'];
        let found: Vec<String> = found.map(|s| s.replace(blank, "")).collect();
        assert_eq!(found, [sentence, sentence], "{lines:?}");
    }
    let text = "会上放映《水往哪里去？》12场。散会。";
    let document = gongwen::parse(text);
    let title = document.titles().next().expect("a title");
    assert_eq!(document.slice(document.sentence(title.span)), "会上放映《水往哪里去？》12场。");
}

/// A text without stops is not one sentence.
#[test]
fn sentences_with_a_line_end_in_a_reading() {
    let text = "會議要求：國(guó\r)家機關節能，綠地達到５０萬畝。";
    let document = gongwen::parse(text);
    for target in document.targets() {
        assert_eq!(document.slice(document.sentence(target.span)), text);
    }
    assert_eq!(document.targets().len(), 1);
}

#[test]
fn sentences_go_on_over_few_lines() {
    let line = "各地区各部门各单位要认真贯彻执行好这一件事情\n";
    let text = [&line.repeat(1000), "安排资金5万元和一批必要的物资给各地区各单位", "\n", &line.repeat(1000)]
        .concat();
    let document = gongwen::parse(&text);
    let sum = document.quantities().next().expect("an amount");
    let sentence = document.slice(document.sentence(sum.span));
    assert_eq!(sentence.lines().count(), 65, "{sentence}");
}

/// Values that nothing checks are written as they are, and make nothing panic.
#[test]
fn values_put_together_amiss() {
    let (none, one, two) = (Decimal::ZERO, Decimal::ONE, Decimal::TWO);
    let mut quantity = gongwen::parse("修路5公里。").quantities().next().expect("a length").clone();
    for (amount, written) in [
        (Amount::Fraction { numerator: one, denominator: none }, "1/0"),
        (Amount::Fraction { numerator: none, denominator: none }, "0/0"),
        (Amount::Range { low: two, high: one }, "2..1"),
        (
            Amount::Range { low: Decimal::MAX, high: Decimal::MIN },
            "79228162514264337593543950335..-79228162514264337593543950335",
        ),
    ] {
        assert_eq!(amount.to_string(), written);
        assert!(written.parse::<Amount>().is_err(), "{written}");
        quantity.amount = amount;
        let (_, _, _) = (amount.to_f64(), amount.ends(), quantity.in_base_units());
    }
    let year = |n| Point::new(CalendarUnit::Year(Year::Given(n)), None).expect("a year");
    let back = TimeValue::Range(year(2025), year(2021));
    assert_eq!(back.to_string(), "2025/2021");
    assert_eq!("2025/2021".parse(), Ok(back));
    assert_eq!((back.resolve(None), back.to_edtf()), (None, None));
    let locator = Locator::new(Place::article(5), Some(Place::article(3)));
    assert_eq!(locator.to_string(), "第五条至第三条");
    assert!("第五条至第三条".parse::<Locator>().is_err());
    for place in [Place::default(), Place::article(0), Place::article(10_000)] {
        assert!(place.to_string().parse::<Place>().is_err(), "{place}");
    }
}

/// What stands at each byte of a text is what has it in its span.
#[test]
fn what_stands_at_a_place() {
    let text = "支持2个试验区，绿地率和湿地率分别达到40%以上、60%以上，治理河道长度18公里和疏浚湖泊30个。\
                《办法》第三条：2025年底前完成";
    let document = gongwen::parse(text);
    assert_eq!(document.targets().len(), 5);
    for offset in (0..text.len() + 2).chain([usize::MAX]) {
        let here = |span: Span| span.start <= offset && offset < span.end;
        let entity = document.entities().iter().find(|entity| here(entity.span()));
        assert_eq!(document.entity_at(offset), entity, "{offset}");
        let targets = document.targets().iter().filter(|target| here(target.span));
        assert_eq!(document.target_at(offset), targets.min_by_key(|target| target.span.len()), "{offset}");
    }
    let at = |words: &str| document.target_at(text.find(words)?).map(|t| document.slice(t.amount.extent()));
    assert_eq!(
        [at("湿地"), at("以上、"), at("以上，"), at("河道"), at("湖泊"), at("完成")],
        [Some("40%以上"), Some("40%以上"), Some("60%以上"), Some("18公里"), Some("30个"), None]
    );
}

/// What quantities and targets answer beside their fields.
#[test]
fn questions_that_quantities_answer() {
    let text = "投资新台币200元，占三分之一，增长3%—5%，办理时限由60天压缩至10天，安排5万美元，共40户。";
    let document = gongwen::parse(text);
    let answers: Vec<(String, Option<&str>)> = document
        .quantities()
        .map(|q| (format!("{:.3}", q.amount.to_f64()), q.currency.map(Currency::as_str)))
        .collect();
    let expected = [
        ("200.000", Some("TWD")),
        ("0.333", None),
        ("4.000", None),
        ("50000.000", Some("USD")),
        ("40.000", None),
    ];
    assert_eq!(answers, expected.map(|(n, code)| (n.to_owned(), code)));
    for target in document.targets() {
        let amount = &target.amount;
        assert_ne!(amount.as_quantity().is_some(), amount.as_duration().is_some());
        let span = amount.as_quantity().map(|q| q.span).or(amount.as_duration().map(|t| t.span));
        assert_eq!(span, Some(amount.span()));
    }
    assert!(document.targets().iter().any(|t| t.amount.as_duration().is_some()));
    assert!(document.targets().iter().any(|t| t.amount.as_quantity().is_some()));
}

/// The kind of a document and the word that says so.
#[test]
fn kinds_of_titles() {
    for (title, kind, word) in
        [("《城市规划》", DocumentKind::Plan, Some("规划")), ("《城市》", DocumentKind::Other, None)]
    {
        let title: Title = title.parse().expect("a title");
        assert_eq!((title.kind(), title.kind_word()), (kind, word));
    }
}

/// Every unit that the page of its kind lists is read as that kind.
#[test]
fn units_are_those_of_their_page() {
    let source = include_str!("../src/unit.rs");
    let (_, variants) = source.split_once("pub enum UnitKind {").expect("the kinds are there");
    let (variants, _) = variants.split_once("\n}").expect("they end");
    let (mut listed, mut lines, mut misread) = (0, Vec::new(), Vec::new());
    for line in variants.lines().map(str::trim) {
        if let Some(words) = line.strip_prefix("/// ") {
            lines.push(words);
            continue;
        }
        // The first line says what the others are.
        for unit in lines.drain(..).skip(1).flat_map(str::split_whitespace) {
            listed += 1;
            // 方 before a noun is a side, and 8百分点 may be 800 of something.
            let counted = match unit {
                "面" => "锦旗",
                "节" => "车厢",
                "口" | "眼" => "井",
                "出" => "戏",
                _ => "试点",
            };
            let read: Vec<String> = [format!("共8{unit}{counted}。"), format!("共3.5万{unit}。")]
                .iter()
                .flat_map(|text| gongwen::parse(text).quantities().map(|q| q.unit.kind()).collect::<Vec<_>>())
                .map(|kind| format!("{kind:?},"))
                .collect();
            if !read.iter().any(|kind| kind == line) {
                misread.push(format!("{unit} is {read:?}, not {line}"));
            }
        }
    }
    assert!(listed > 300, "{listed} units");
    assert!(misread.is_empty(), "{misread:#?}");
}
