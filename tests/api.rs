//! What users rely on beside the results: auto traits, and the wording of errors and remarks.

use gongwen::numeral::{Numeral, NumeralError};
use gongwen::{
    Amount, AmountError, Diagnostic, DiagnosticKind, Document, DocumentKind, DocumentNumber,
    DocumentNumberError, Encoding, Entity, Error, Locator, LocatorError, ParseOptions, Span, Target,
    TaskList, TimeValue, TimeValueError, Title, TitleError,
};

/// Compiles only for types that go everywhere.
const fn goes_everywhere<T: Send + Sync + Unpin + std::panic::UnwindSafe + std::panic::RefUnwindSafe>() {}

const fn is_an_error<T: std::error::Error + Send + Sync + 'static>() {}

const fn is_a_value<T: Clone + std::fmt::Debug + PartialEq + Eq>() {}

#[test]
fn auto_traits() {
    const {
        goes_everywhere::<Document<'static>>();
        goes_everywhere::<ParseOptions>();
        goes_everywhere::<Error>();
        goes_everywhere::<Diagnostic>();
        goes_everywhere::<Entity>();
        goes_everywhere::<DocumentKind>();
        goes_everywhere::<Locator>();
        goes_everywhere::<TaskList>();
        goes_everywhere::<Target>();
        is_an_error::<Error>();
        is_an_error::<TimeValueError>();
        is_an_error::<AmountError>();
        is_an_error::<NumeralError>();
        is_an_error::<TitleError>();
        is_an_error::<DocumentNumberError>();
        is_an_error::<LocatorError>();
        is_a_value::<Document<'static>>();
        is_a_value::<ParseOptions>();
        is_a_value::<Error>();
        is_a_value::<Entity>();
    }
}

#[test]
fn options_are_constant() {
    const STRICT: ParseOptions =
        ParseOptions::new().strict(true).max_len(1 << 20).encoding(Encoding::Gb18030);
    assert!(STRICT.parse("城镇化率达到60%。").is_ok());
    assert_eq!(ParseOptions::new(), ParseOptions::default());
}

#[test]
fn wording_of_errors() {
    let span = Span::new(6, 9);
    for (error, words) in [
        (Error::TooLong { len: 12, max: 9 }, "the input has 12 bytes, more than the 9 allowed"),
        (Error::Malformed { encoding: Encoding::Utf8, offset: 7 }, "malformed UTF-8 at byte 7"),
        (Error::Malformed { encoding: Encoding::Utf16Le, offset: 0 }, "malformed UTF-16LE at byte 0"),
        (Error::Malformed { encoding: Encoding::Utf16Be, offset: 0 }, "malformed UTF-16BE at byte 0"),
        (Error::Malformed { encoding: Encoding::Gb18030, offset: 3 }, "malformed GB 18030 at byte 3"),
        (Error::Malformed { encoding: Encoding::Big5, offset: 3 }, "malformed Big5 at byte 3"),
        (Error::Strict { span, kind: DiagnosticKind::UnclosedTitle }, "《 is not closed at byte 6"),
    ] {
        assert_eq!(error.to_string(), words);
    }
    assert_eq!("三月".parse::<Amount>().map_err(|e| e.to_string()), Err("not an amount".into()));
    assert_eq!("三人".parse::<TimeValue>().map_err(|e| e.to_string()), Err("not a time value".into()));
    assert_eq!("三人".parse::<Title>().map_err(|e| e.to_string()), Err("not a title".into()));
    let number = "三人".parse::<DocumentNumber>().map_err(|e| e.to_string());
    assert_eq!(number, Err("not a document number".into()));
    assert_eq!("三人".parse::<Locator>().map_err(|e| e.to_string()), Err("not a provision".into()));
    assert_eq!("三人".parse::<Numeral>().map_err(|e| e.to_string()), Err("not a numeral".into()));
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
        (K::OrdinalStepBack { expected: 3, found: 1 }, "item 1 comes behind item 3"),
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
        titles.iter().map(|t| document.resolve(t).map(|full| full.name.as_str())).collect();
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
        ("一是抓早，二是抓小，三是抓实，二是抓细。", "二是", "item 2 comes behind item 4"),
        ("会议提出三点要求：一是抓早，二是抓小。", "会议提出三点要求：", "3 announced, 2 found"),
        ("一、总则\n二、任务\n（一）修路\n（三）架桥\n", "（三）", "item 2 is missing before item 3"),
    ] {
        let document = gongwen::parse(text);
        let found: Vec<(&str, String)> =
            document.diagnostics().iter().map(|d| (document.slice(d.span), d.kind.to_string())).collect();
        assert_eq!(found, [(place, words.to_owned())], "{text}");
        let refused = ParseOptions::new().strict(true).parse(text);
        assert_eq!(
            refused.map_err(|e| e.to_string()),
            Err(format!("{words} at byte {}", document.diagnostics()[0].span.start))
        );
    }
    let text = format!("投资{}元。", "9".repeat(400));
    let kinds: Vec<String> = gongwen::parse(&text).diagnostics().iter().map(|d| d.kind.to_string()).collect();
    assert_eq!(kinds, ["the number is too large"]);
}
