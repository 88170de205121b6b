//! Memory stays in proportion to the text. One test, so that nothing else runs in its process.

use std::fs;

use gongwen::ParseOptions;

// The texts of the benchmark.
#[allow(dead_code)]
#[path = "../benches/throughput/texts.rs"]
mod texts;

/// What the system tells of the memory of this process, in bytes, if it does.
fn status(field: &str) -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(field))?;
    let kibibytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kibibytes * 1024)
}

/// What parsing took.
struct Taken {
    /// At the peak.
    peak: u64,
    /// At the peak, beyond what the document keeps.
    beside: u64,
}

/// What parsing a text takes; nothing where the system does not tell.
fn taken(text: &str) -> Option<Taken> {
    // 5 resets the peak.
    fs::write("/proc/self/clear_refs", "5").ok()?;
    let before = status("VmHWM:")?;
    let document = ParseOptions::new().infer_years(true).parse(text);
    let (peak, after) = (status("VmHWM:")?, status("VmRSS:")?);
    drop(document);
    Some(Taken { peak: peak - before, beside: peak.saturating_sub(after) })
}

/// So many MiB of a piece of text, again and again.
fn repeated(piece: &str, megabytes: usize) -> String {
    piece.repeat((megabytes << 20) / piece.len())
}

#[test]
fn memory_grows_in_proportion() {
    if taken("城").is_none() {
        println!("skipped: this system does not tell");
        return;
    }
    for (piece, most) in [
        // Clean text is read where it stands.
        ("各地区要认真贯彻执行。\n", 1),
        ("城", 1),
        // What is normalized is copied, and folded.
        ("國家發展與改革委員會\n", 8),
        ("国(guó)", 12),
        ("\u{200b}", 24),
        // What is found is kept, the densest kinds at some hundred bytes for each.
        ("《", 64),
        ("2021年", 128),
        ("到2025年，城镇化率达到60%，", 128),
        ("《城》", 128),
        ("一是甲，二是乙。", 128),
        ("（一）甲\n", 128),
        ("5个", 256),
        ("一", 8),
        ("1", 8),
    ] {
        let text = repeated(piece, 4);
        let bytes = taken(&text).expect("it told before").peak / text.len() as u64;
        println!("{piece:?}: {bytes} bytes a byte");
        assert!(bytes <= most, "{piece:?} takes {bytes} bytes for each of its own");
    }
    for style in texts::styles() {
        let text = style.text(8_000_000).0;
        let Taken { peak, beside } = taken(&text).expect("it told before");
        let len = text.len() as u64;
        println!(
            "{:<20} {:>5}% of the text, {:>4}% beside the document",
            style.name,
            peak * 100 / len,
            beside * 100 / len
        );
        // A text with readings or in Traditional script is normalized in copies of its own.
        let copies = if style.name.contains("readings") { 2 } else { 1 };
        assert!(
            beside * 10 <= copies * len * 12,
            "{}: {beside} bytes beside the document of {len}",
            style.name
        );
    }
}
