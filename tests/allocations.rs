//! What parsing allocates: nothing where nothing is found, else in proportion to what is.

use allocation_counter::{AllocationInfo, measure};
use gongwen::Document;

// The texts of the benchmark, and how much is in each.
#[allow(dead_code)]
#[path = "../benches/throughput/texts.rs"]
mod texts;

/// A parsed text, with what was allocated on the way and is kept in the document.
fn parse(text: &str) -> (Document<'_>, AllocationInfo) {
    let mut document = None;
    let info = measure(|| document = Some(gongwen::parse(text)));
    (document.expect("it was parsed"), info)
}

fn found(document: &Document<'_>) -> usize {
    document.entities().len()
        + document.targets().len()
        + document.items().count()
        + document.diagnostics().len()
}

fn count(n: usize) -> u64 {
    n.try_into().expect("counts are small")
}

#[test]
fn nothing_for_a_text_in_which_nothing_is_found() {
    for text in [
        "",
        "\n\n",
        "清风拂过湖面。人们沿着堤岸散步！\n统一思想，进一步提高认识。本次会议十分重要（下同）。\n\n一定要好好学习？",
        "English prose: no numbers, no lists.\nOnly words.",
        &"民生在勤，上下同心，前后呼应。\n".repeat(2000),
    ] {
        let (document, info) = parse(text);
        assert_eq!((found(&document), info.count_total), (0, 0), "{text:.60}");
    }
}

#[test]
fn in_proportion_to_what_is_found() {
    for style in texts::styles() {
        let small = style.text(50_000).0;
        let large = style.text(100_000).0;
        let (document, once) = parse(&small);
        let (_, twice) = parse(&large);
        let name = style.name;
        // Names, units with a slash, the items of a list, and tables that grow: three for each thing, and some for the text.
        assert!(once.count_total <= 3 * count(found(&document)) + 60, "{name}: {once:?}");
        assert!(twice.count_total <= once.count_total * 21 / 10 + 60, "{name}: {once:?}, {twice:?}");
    }
}

#[test]
fn little_beside_the_document_at_any_time() {
    for style in texts::styles() {
        let text = style.text(1_000_000).0;
        let (document, info) = parse(&text);
        let kept = u64::try_from(info.bytes_current).expect("a document takes memory");
        let beside = info.bytes_max - kept;
        println!(
            "{:<20} {:>8} bytes, {:>6} found, document {kept:>8}, beside it {beside:>8}",
            style.name,
            text.len(),
            found(&document),
        );
        // A text with readings is normalized in a copy of its own. Where a list grows, this counter has the old and the new one,
        // and all of a dense text is one list.
        let text = count(text.len());
        let copies = if style.name.contains("readings") { 2 } else { 1 };
        let moved = if style.name == "dense" { kept * 13 / 10 } else { 0 };
        assert!(beside <= copies * text * 12 / 10 + moved, "{}: {beside} and {kept} of {text}", style.name);
    }
}
