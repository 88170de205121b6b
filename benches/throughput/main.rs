//! Bytes per second of [`gongwen::parse`], between what bounds it from above and what one would use instead.
//!
//! `cargo bench` prints a table. For every text:
//!
//! - `from_utf8`: `std::str::from_utf8`, which looks at every byte and no more.
//! - `words`: an Aho-Corasick automaton that only finds the words with which anything begins, and reads nothing.
//! - `gongwen`: [`gongwen::parse`].
//! - `regexes`: expressions for the same entities, searched for all at once and turned into values ([`regexes`]).
//!
//! A second table has the same texts in GB 18030. Each figure is the best of several runs. What each of them finds is asserted
//! for every text, so that no speed is gained by finding less.
//!
//! Without `--bench`, as under `cargo test --benches`, everything runs once on small texts.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use encoding_rs::GB18030;
use gongwen::{Document, Encoding, ParseOptions};

use regexes::Expressions;
use texts::{Counts, styles};

mod regexes;
mod texts;

/// What times, quantities, titles, numbers, lists and their remarks begin with, in both scripts.
const WORDS: &str = "0 1 2 3 4 5 6 7 8 9 ０ １ ２ ３ ４ ５ ６ ７ ８ ９ 一 二 三 四 五 六 七 八 九 十 百 千 两 兩 零 〇 ○ 廿 卅 万 萬 \
    壹 贰 貳 叁 參 肆 伍 陆 陸 柒 捌 玖 拾 佰 仟 《 》 （ ( 〔 [ ［ ﹝ ① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ㈠ ㈡ ㈢ ㈣ ㈤ ⑴ ⑵ ⑶ ⑷ ⑸ ⒈ ⒉ ⒊ ⒋ ⒌ \
    — ● • · ◆ ■ ★ ▲ 甲、 乙、 丙、 丁、 戊、 己、 第 首先 其一 其二 其三 其次 再次 然后 然後 最后 最後 另一 一方面 翻 ￥ ¥ $ £ € “ 「 \
    今年 去年 明年 前年 后年 後年 本年 上年 下年 今天 明天 昨天 今日 昨日 明日 本月 上月 下月 上个月 下个月 上個月 下個月 本季度 上季度 \
    上半年 下半年 前半年 后半年 上世纪 上世紀 本世纪 本世紀 年底 年末 年初 年中 年终 半年 半个月 半个 半天 半小时 民国 民國 中华民国 \
    简称 簡稱 统称 統稱 称 稱 前一 前二 前三 前四 前五 前六";

fn counts(document: &Document<'_>) -> Counts {
    [
        document.titles().count(),
        document.document_numbers().count(),
        document.abbreviations().count(),
        document.times().count(),
        document.quantities().count(),
        document.targets().len(),
        document.items().count(),
        document.diagnostics().len(),
    ]
}

/// The best time of several runs, all of which must give the same answer.
fn best<T: PartialEq + std::fmt::Debug>(
    runs: u32,
    expected: &T,
    work: impl Fn() -> (Duration, T),
) -> Duration {
    let once = || {
        let (time, answer) = work();
        assert_eq!(answer, *expected);
        time
    };
    (0..runs).map(|_| once()).min().unwrap_or_default()
}

/// How long some work takes; what is made of its result is not counted.
fn timed<T, A>(work: impl FnOnce() -> T, answer: impl FnOnce(&T) -> A) -> (Duration, A) {
    let start = Instant::now();
    let result = black_box(work());
    let time = start.elapsed();
    (time, answer(&result))
}

/// How many of the words stand in a text, none inside another, found the plain way.
fn count_words(words: &[&str], text: &str) -> usize {
    let (mut at, mut count) = (0, 0);
    while let Some(c) = text[at..].chars().next() {
        let longest = words.iter().filter(|word| text[at..].starts_with(**word)).map(|word| word.len()).max();
        count += usize::from(longest.is_some());
        at += longest.unwrap_or(c.len_utf8());
    }
    count
}

/// Those that are measured, ready to run.
struct Bench {
    words: AhoCorasick,
    expressions: Expressions,
    runs: u32,
}

/// The times of one text, or of several added up.
#[derive(Clone, Copy, Default)]
struct Times {
    bytes: usize,
    utf8: Duration,
    words: Duration,
    parse: Duration,
    regexes: Duration,
}

impl Bench {
    fn new(runs: u32) -> Self {
        let words: Vec<&str> = WORDS.split_whitespace().collect();
        let words = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::DFA))
            .match_kind(MatchKind::LeftmostLongest)
            .build(words)
            .expect("words that are some");
        Self { words, expressions: Expressions::new(), runs }
    }

    /// Runs all on one text, in which so much is to be found.
    fn measure(&self, text: &str, found: &Counts, words: usize, values: usize) -> Times {
        // The slower ones find their best time sooner.
        let (runs, few) = (self.runs, self.runs.div_ceil(4));
        Times {
            bytes: text.len(),
            utf8: best(runs, &true, || {
                timed(|| std::str::from_utf8(black_box(text.as_bytes())), Result::is_ok)
            }),
            words: best(few, &words, || timed(|| self.words.find_iter(black_box(text)).count(), |n| *n)),
            parse: best(runs, found, || timed(|| gongwen::parse(black_box(text)), counts)),
            regexes: best(few, &values, || timed(|| self.expressions.read(black_box(text)), Vec::len)),
        }
    }
}

#[allow(clippy::cast_precision_loss)] // rates are read to three digits
fn rate(bytes: usize, time: Duration) -> f64 {
    bytes as f64 / time.as_secs_f64().max(1e-9) / 1e9
}

#[allow(clippy::cast_precision_loss)] // sizes are read to three digits
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

fn header() {
    println!(
        "{:<20} {:>6} {:>10} {:>8} {:>8} {:>8} {:>14} {:>13} {:>13}",
        "GB/s",
        "MB",
        "from_utf8",
        "words",
        "gongwen",
        "regexes",
        "gongwen/utf8",
        "gongwen/words",
        "gongwen/regex"
    );
}

/// One line of the table, as [`header`] names its columns.
type Row = [f64; 7];

impl Times {
    fn row(&self) -> Row {
        let [utf8, words, parse, regexes] =
            [self.utf8, self.words, self.parse, self.regexes].map(|time| rate(self.bytes, time));
        [utf8, words, parse, regexes, parse / utf8, parse / words, parse / regexes]
    }

    fn add(&mut self, other: &Self) {
        self.bytes += other.bytes;
        self.utf8 += other.utf8;
        self.words += other.words;
        self.parse += other.parse;
        self.regexes += other.regexes;
    }
}

fn print(name: &str, bytes: usize, row: Row) {
    let [utf8, words, parse, regexes, of_utf8, of_words, of_regexes] = row;
    println!(
        "{name:<20} {:>6.2} {utf8:>10.2} {words:>8.3} {parse:>8.3} {regexes:>8.3} {of_utf8:>14.3} {of_words:>13.2} \
         {of_regexes:>13.1}",
        megabytes(bytes),
    );
}

/// The median of each column.
fn median(rows: &[Row]) -> Row {
    std::array::from_fn(|column| {
        let mut values: Vec<f64> = rows.iter().map(|row| row[column]).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    })
}

/// The same text in GB 18030: decoding it, and all of [`ParseOptions::parse_bytes`].
fn measure_bytes(name: &str, text: &str, parse: Duration, runs: u32) {
    let (bytes, ..) = GB18030.encode(text);
    let decode = best(runs, &text.len(), || {
        timed(|| GB18030.decode_without_bom_handling(black_box(&bytes)).0, |text| text.len())
    });
    let options = ParseOptions::new().encoding(Encoding::Gb18030);
    let found = counts(&gongwen::parse(text));
    let all = best(runs, &found, || {
        timed(
            || options.parse_bytes(black_box(&bytes)),
            |document| document.as_ref().map(counts).expect("bytes that were encoded"),
        )
    });
    println!(
        "{name:<20} {:>6.2} {:>10.2} {:>8.3} {:>11.3} {:>24.2}",
        megabytes(bytes.len()),
        rate(bytes.len(), decode),
        rate(bytes.len(), parse),
        rate(bytes.len(), all),
        all.as_secs_f64() / (decode + parse).as_secs_f64().max(1e-9),
    );
}

/// The real files beside the project; those in other encodings are left out.
fn corpus(folder: &Path, texts: &mut Vec<String>) {
    let mut paths: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            corpus(&path, texts);
        } else if path.extension().is_some_and(|e| e == "txt") {
            texts.extend(fs::read_to_string(&path));
        }
    }
}

fn main() {
    let bench = std::env::args().any(|argument| argument == "--bench");
    let (len, runs) = if bench { (1_000_000, 20) } else { (20_000, 1) };
    let harness = Bench::new(runs);
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut parsed = Vec::new();
    header();
    for style in styles() {
        let (text, passages) = style.text(len);
        let found = style.counts.map(|count| count * passages);
        let times = harness.measure(&text, &found, count_words(&words, &text), style.values * passages);
        print(style.name, text.len(), times.row());
        parsed.push((style.name, text, times.parse));
    }
    // Real files, parsed one by one.
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let mut files = Vec::new();
    if bench {
        corpus(&folder, &mut files);
    }
    if !files.is_empty() {
        let harness = Bench { runs: 4, ..harness };
        let (mut sum, mut rows) = (Times::default(), Vec::new());
        for text in &files {
            // What is in them is said elsewhere; here every run must find the same.
            let found = counts(&gongwen::parse(text));
            let values = harness.expressions.read(text).len();
            let times = harness.measure(text, &found, count_words(&words, text), values);
            sum.add(&times);
            rows.push(times.row());
        }
        print("real files", sum.bytes, sum.row());
        // A few long files on which the expressions are fifty times slower make up half of that sum.
        print("a real file (median)", sum.bytes / files.len(), median(&rows));
    }
    println!(
        "\n{:<20} {:>6} {:>10} {:>8} {:>11} {:>24}",
        "GB/s of GB 18030", "MB", "decode", "parse", "parse_bytes", "bytes/(decode + parse)"
    );
    for (name, text, parse) in &parsed {
        measure_bytes(name, text, *parse, runs);
    }
}
