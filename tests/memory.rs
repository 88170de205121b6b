//! Memory stays in proportion to the text. One test, so that nothing else runs in its process.

use std::fs;

use gongwen::ParseOptions;

/// The most memory this process has had since the last reset, in KiB, where the system tells.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// What parsing a text of a megabyte takes at its peak, in bytes for each byte of the text.
fn taken(piece: &str) -> Option<u64> {
    let text = piece.repeat((1 << 20) / piece.len());
    // 5 resets the peak.
    fs::write("/proc/self/clear_refs", "5").ok()?;
    let before = peak()?;
    let document = ParseOptions::new().infer_years(true).parse(&text);
    let after = peak()?;
    drop(document);
    Some((after - before) * 1024 / text.len() as u64)
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
        // Noise side by side is one note.
        ("\0", 2),
        ("\u{200b}", 2),
        ("国\0", 16),
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
        let taken = taken(piece);
        println!("{piece:?}: {taken:?} bytes a byte");
        assert!(taken.is_some_and(|n| n <= most), "{piece:?} takes {taken:?} bytes for each of its own");
    }
}
