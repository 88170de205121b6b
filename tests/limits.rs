//! Hostile input: nothing panics, every law holds, and the time stays in proportion to the length.

use std::fmt::Write as _;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use gongwen::{Error, ParseOptions};

mod invariants;

/// What makes some grammar look closer, each of them and the nearest things that end one.
const TRIGGERS: &[&str] = &[
    "一", "〇", "1", "９", "十", "百", "万", "亿", "两", "《", "》", "〈", "<", "（一）", "(1)", "(", "（",
    "）", "第", "第一，", "第一条", "年", "月", "日", "“", "”", "〔", "[", "称", "简称", "以下简称《",
    "首先", "其次", "最后", "——", "●", "是", "、", ".", "．", ",", "，", "。", "；", "：", "-", "—", "至",
    "/", "%", "％", "百分之", "分之", "2021-", "2021年", "一是", "一要", "其一", "一方面", "1.", "1、",
    "1.1", "一、", "①", "甲、", "今年", "去年", "上", "下", "前", "后", "近", "到", "从", "由", "每", "翻",
    "翻一番", "倍", "号", "令第", "国发", "公告", "五年", "“十四五”", "世纪", "个", "元", "提高", "达到",
    "控制在", "分别", "不低于", "左右", "以上", "多", "余", "\n", " ", "\u{3000}", "\r\n", "\r", "\u{2028}",
    "\t", "\u{200b}", "本法", "条例", "第三条", "第一款", "（三）项", "条", "款", "项", "之一", "\u{feff}",
    "\0", "#", "*", "国(guó)", "(guó)", "e", "城", "\u{1f600}", "\u{20bb7}",
];

/// Every character that the scan stops at, as its source has them.
fn starts() -> Vec<String> {
    let source = include_str!("../src/scan.rs");
    let (_, table) = source.split_once("const TRIGGERS: &str = \"").expect("a table of characters");
    let (table, _) = table.split_once("\";\n").expect("its end");
    let starts: Vec<String> =
        table.chars().filter(|c| !c.is_whitespace() && *c != '\\').map(String::from).collect();
    assert!(starts.len() > 100, "{} characters", starts.len());
    starts
}

fn holds(text: &str) {
    let _shown = ShownOnPanic(text);
    invariants::check(text, &gongwen::parse(text));
}

/// Names the text that was being read when a test failed.
struct ShownOnPanic<'t>(&'t str);

impl Drop for ShownOnPanic<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let start: String = self.0.chars().take(200).collect();
            eprintln!("in a text of {} bytes that begins {start:?}", self.0.len());
        }
    }
}

/// As many copies as fit into `bytes`, at least one.
fn filled(piece: &str, bytes: usize) -> String {
    piece.repeat((bytes / piece.len()).max(1))
}

#[test]
fn triggers_repeated() {
    for trigger in TRIGGERS.iter().map(|trigger| (*trigger).to_owned()).chain(starts()) {
        holds(&filled(&trigger, 4096));
        holds(&filled(&format!("{trigger}\n"), 2048));
        holds(&filled(&format!("{trigger}城，"), 2048));
    }
}

#[test]
fn triggers_paired() {
    for a in TRIGGERS {
        for b in TRIGGERS {
            holds(&filled(&format!("{a}{b}"), 160));
            holds(&format!("{}{}", a.repeat(8), b.repeat(8)));
        }
    }
}

#[test]
fn triggers_in_threes() {
    // Every triple would take minutes; a walk with a step that shares no factor with their number meets a spread of them.
    let n = TRIGGERS.len();
    for step in [7, 31, 59] {
        let mut text = String::new();
        for i in 0..n * 3 {
            text.push_str(TRIGGERS[i * step % n]);
            text.push_str(TRIGGERS[(i * step + i) % n]);
        }
        holds(&text);
    }
}

#[test]
fn brackets_nested() {
    for (open, close) in [
        ("《", "》"),
        ("〈", "〉"),
        ("《〈", "〉》"),
        ("<", ">"),
        ("（", "）"),
        ("(", ")"),
        ("（一）（", "）"),
        ("“", "”"),
        ("〔", "〕"),
        ("[", "]"),
        ("《（", "）》"),
        ("国(", ")"),
        ("一是“", "”"),
    ] {
        for depth in [1, 2, 16, 200, 5_000] {
            let (open, close) = (open.repeat(depth), close.repeat(depth));
            holds(&format!("{open}{close}"));
            holds(&format!("{open}规划（2014—2020年）{close}"));
            holds(&format!("{close}{open}"));
        }
    }
}

#[test]
fn titles_that_never_close() {
    let document_of = |n: usize| "《".repeat(n);
    let text = document_of(100_000);
    let document = gongwen::parse(&text);
    assert_eq!(document.titles().count(), 0);
    holds(&document_of(10_000));
    holds(&format!("《{}》", "城".repeat(10_000)));
    holds(&"《城".repeat(10_000));
}

#[test]
fn levels_nested() {
    // Every style once, each in the one before: as deep as an outline can be.
    let mut text = String::new();
    for marker in [
        "第一编 ", "第一章 ", "第一节 ", "第一条 ", "壹、", "一、", "（一）", "1．", "（1）", "1）", "①",
        "甲、", "——", "● ", "一是", "一要", "其一，", "首先，",
    ] {
        writeln!(text, "{marker}城").expect("OK because a string takes everything");
    }
    holds(&text);
    holds(&filled(&text, 20_000));
    // A decimal marker names its own depth.
    let mut text = String::new();
    let mut number = String::from("1");
    for _ in 0..200 {
        number.push_str(".1");
        writeln!(text, "{number} 城").expect("OK because a string takes everything");
    }
    holds(&text);
    // Series of which nothing says where they end but that another begins.
    holds(&"首先，城。最后，乡。".repeat(100));
    holds(&"原因一是城，二是乡".repeat(200));
    holds(&decimals_side_by_side(100));
}

/// Series of decimals, each behind more of another depth than may be open at a time.
fn decimals_side_by_side(n: usize) -> String {
    let mut text = String::new();
    for k in 1..=n {
        writeln!(text, "{k}.1 城").expect("OK because a string takes everything");
        for i in 2..=8 {
            writeln!(text, "{k}.{i}.1 城").expect("OK because a string takes everything");
        }
    }
    text
}

#[test]
fn series_that_another_ends_stand_side_by_side() {
    let document = gongwen::parse("首先，城。最后，乡。首先，村。最后，镇。");
    let items: Vec<_> = document.items().map(|item| (item.depth(), item.text())).collect();
    assert_eq!(items, [(0, "首先，城。"), (0, "最后，乡。"), (0, "首先，村。"), (0, "最后，镇。")]);
    for text in ["首先，城。最后，乡。".repeat(300), "原因一是城，二是乡".repeat(300)] {
        let document = gongwen::parse(&text);
        let deepest = document.items().map(|item| item.depth()).max();
        assert!(document.items().count() > 590 && deepest < Some(8), "{deepest:?}");
    }
}

#[test]
fn numbers_without_end() {
    for text in [
        format!("{}元", "9".repeat(400)),
        format!("{}.{}元", "9".repeat(400), "9".repeat(400)),
        format!("0.{}1元", "0".repeat(400)),
        format!("{}元", "９".repeat(400)),
        format!("{}元", "1,000".repeat(400)),
        format!("{}元", "1 ".repeat(400)),
        format!("一{}元", "亿".repeat(9_999)),
        format!("1{}元", "万亿".repeat(9_999)),
        format!("{}元", "一".repeat(40_000)),
        format!("{}个", "五六".repeat(9_999)),
        format!("{}分之一", "三".repeat(9_999)),
        format!("百分之{}", "九".repeat(9_999)),
        format!("{}年", "〇".repeat(9_999)),
        format!("{}年{}月{}日", "2".repeat(999), "1".repeat(999), "3".repeat(999)),
        format!("第{}条 城", "9".repeat(999)),
        "第4294967294条 城\n第4294967294条 城\n".into(),
        "第4294967294条 城\n第4294967295条 城\n第1条 城\n".into(),
        "第9999条 城\n第9999条 城\n第10000条 城\n".into(),
        format!("第{}号", "9".repeat(999)),
        format!("国发〔2021〕{}号", "9".repeat(999)),
        format!("{}. 城\n{}. 城\n", "9".repeat(12), "9".repeat(12)),
        format!("4294967295. 城\n4294967296. 城\n{}. 城\n", u64::MAX),
        format!("{}1. 城\n{}2. 城\n", "0".repeat(99), "0".repeat(99)),
        format!("{}1 城\n", "4294967295.".repeat(20)),
        format!("{}12万元", " ".repeat(2_400)),
        format!("到{}12日", "\u{3000}".repeat(2_400)),
        format!("12{}万元", " ".repeat(2_400)),
        "2021-".repeat(600) + "2021年",
        "2021-2021-".repeat(300),
        "2021年1月1日至".repeat(600),
        "2021/1/".repeat(600),
        "1.1.".repeat(600),
        "近".repeat(2_000) + "五年",
        "不低于".repeat(900) + "五个",
        "五年".to_owned() + &"以上".repeat(900),
        "四十二亿九千四百九十六万七千二百九十五、六天".into(),
        "79228162514264337593543950335元".into(),
        "79228162514264337593543950336元".into(),
        "79228162514264337593543950335万元".into(),
        "增长79228162514264337593543950335%至79228162514264337593543950335%".into(),
        "翻79228162514264337593543950335番，翻一百番，翻六十四番，翻九十五番，翻九十六番，翻127番，翻128番"
            .into(),
        "79228162514264337593543950335成，9999999999999999999999999999年，9999999999999999999999999999个季度"
            .into(),
        "0年，0000年，0月0日，0个月，0%，0元，零元，0分之0，零分之零，“〇五”，第〇个五年规划".into(),
        "9999年99月99日，前99个月，99—99月，第99季度，第255个五年规划，第256个五年规划，99世纪990年代".into(),
    ] {
        holds(&text);
    }
}

/// The largest numbers that are counted with stand on both sides of each joint, before each unit of time.
#[test]
fn numbers_at_their_limit() {
    let numbers = [
        "4294967295",
        "4294967294",
        "４２９４９６７２９０",
        "四十二亿九千四百九十六万七千二百九十五",
        "四十二亿九千四百九十六万七千二百九十四",
        "六",
        "6",
        "十",
    ];
    let joints = ["、", "—", "-", "至", "到", "和", "～", ".", "/", "，", ""];
    let units = [
        "天", "日", "号", "年", "月", "季度", "年代", "世纪", "周", "个月", "小时", "分钟", "秒", "个", "%",
        "元", "条", "届",
    ];
    for joint in joints {
        let mut text = String::new();
        for (first, second) in numbers.iter().flat_map(|a| numbers.iter().map(move |b| (a, b))) {
            for unit in units {
                text.extend(["近", first, joint, second, unit, "。第", first, joint, second, unit, "\n"]);
            }
        }
        holds(&text);
    }
}

#[test]
fn every_character_behind_every_trigger() {
    let before = [
        "一", "1", "９", "十", "1.", "《", "》", "（一）", "(", "第", "第一", "年", "2021年", "“", "〔",
        "称", "首先", "——", "一是", "百分之", "今年", "翻", "国", "达到5",
    ];
    let astral = [
        '\u{10000}', '\u{1f600}', '\u{20000}', '\u{20bb7}', '\u{2ebe0}', '\u{e0001}', '\u{e01ef}',
        '\u{10ffff}',
    ];
    let characters: Vec<char> = (0..=0xffff).filter_map(char::from_u32).chain(astral).collect();
    for trigger in before {
        // Several on lines of their own in one text: a text each would spend its time on building documents.
        for some in characters.chunks(512) {
            let mut text = String::with_capacity(some.len() * (trigger.len() + 8));
            for c in some {
                text.push_str(trigger);
                text.push(*c);
                text.push('。');
                text.push('\n');
            }
            holds(&text);
        }
    }
}

#[test]
#[ignore = "fifty million characters: half a minute, and only in a release build"]
fn every_scalar_value_behind_every_trigger() {
    // Planes 4 to 13 hold nothing; of the private ones at the end a few will do.
    let planes = [0..=0x3_FFFF, 0xE_0000..=0xE_0FFF, 0xF_0000..=0xF_00FF, 0x10_FF00..=0x10_FFFF];
    let characters: Vec<char> = planes.into_iter().flatten().filter_map(char::from_u32).collect();
    for trigger in TRIGGERS {
        for some in characters.chunks(1 << 16) {
            let mut text = String::with_capacity(some.len() * (trigger.len() + 8));
            for c in some {
                text.push_str(trigger);
                text.push(*c);
                text.push_str("5。\n");
            }
            let _shown = ShownOnPanic(&text);
            std::hint::black_box(gongwen::parse(&text));
        }
    }
}

/// What a thread may need for its stack, whatever it reads: debug builds put every temporary there.
const STACK: usize = if cfg!(debug_assertions) { 512 * 1024 } else { 128 * 1024 };

/// Texts that a reader would go deep into, if any could take it there.
fn deep(n: usize) -> Vec<String> {
    let styles = [
        "第一编 ", "第一章 ", "第一节 ", "第一条 ", "壹、", "一、", "（一）", "1．", "（1）", "1）", "①",
        "甲、", "——", "● ",
    ];
    let mut levels = String::new();
    for i in 0..n {
        writeln!(levels, "{}城", styles[i % styles.len()]).expect("OK because a string takes everything");
    }
    let mut decimals = String::new();
    for depth in 1..200.min(n) {
        writeln!(decimals, "1{} 城", ".1".repeat(depth)).expect("OK because a string takes everything");
    }
    vec![
        levels,
        decimals,
        format!("{} 城\n{} 城\n", "1.".repeat(n), "1.".repeat(n)),
        format!("{}城{}", "《".repeat(n), "》".repeat(n)),
        format!("{}城{}", "〈".repeat(n), "〉".repeat(n)),
        format!("《{}城{}》", "〈".repeat(120.min(n)), "〉".repeat(120.min(n))),
        format!("{}城{}", "（".repeat(n), "）".repeat(n)),
        format!("{}城{}", "“".repeat(n), "”".repeat(n)),
        "一是甲，二是乙，".repeat(n),
        "一是".repeat(n),
        "（一）".repeat(n),
        "《城》（以下简称《".repeat(n),
        "到2025年，".repeat(n) + "绿地率提高到40%。",
        "由5%提高到".repeat(n) + "6%。",
        "国(guó)".repeat(n),
        "首先，城。最后，乡。".repeat(n),
        "原因一是城，二是乡".repeat(n),
        decimals_side_by_side(n / 8),
        "奖励5元".to_owned() + &"主要".repeat(n),
        "奖励5元".to_owned() + &"提前主要".repeat(n),
    ]
}

/// The stack that a parse uses does not depend on the text.
#[test]
fn a_small_stack_is_enough() {
    for n in [10, 1_000, if cfg!(debug_assertions) { 10_000 } else { 100_000 }] {
        for text in deep(n) {
            let read = std::thread::Builder::new()
                .stack_size(STACK)
                .spawn(move || {
                    let options = ParseOptions::new().infer_years(true);
                    drop(std::hint::black_box(options.parse(&text)));
                    drop(std::hint::black_box(options.parse_bytes(text.as_bytes())));
                })
                .expect("a thread");
            read.join().expect("no panic");
        }
    }
}

/// One line of 64 MB, of each kind.
#[test]
#[ignore = "a gigabyte of text: a minute, and only in a release build"]
fn long_lines() {
    for piece in [
        "到2025年，城镇化率达到60%，",
        "各地区要认真贯彻执行，",
        "一",
        "1",
        "9,",
        "十",
        "《",
        "》",
        "（一）",
        "一是",
        "城",
        " ",
        "國(guó)",
        "\u{200b}",
        "2021年",
        "第",
        "“",
        "1.",
        "a",
    ] {
        let text = filled(piece, 64 << 20);
        let started = Instant::now();
        let document = gongwen::parse(&text);
        let taken = started.elapsed();
        println!(
            "{piece}: {} entities, {} items in {taken:?}",
            document.entities().len(),
            document.items().count()
        );
        assert!(document.entities().iter().all(|e| e.span().end <= text.len()));
        // At a megabyte a second; the slowest reads ten.
        assert!(taken < Duration::from_secs(64), "{piece}: {taken:?}");
    }
}

#[test]
fn lengths_have_a_limit_where_one_is_set() {
    let options = ParseOptions::new().max_len(9);
    assert!(options.parse("城镇化").is_ok());
    assert_eq!(options.parse("城镇化率"), Err(Error::TooLong { len: 12, max: 9 }));
    assert_eq!(options.parse_bytes("城镇化率".as_bytes()), Err(Error::TooLong { len: 12, max: 9 }));
    // The limit counts the bytes given, before anything is decoded or looked at.
    assert_eq!(options.parse_bytes(&[0xff; 10]), Err(Error::TooLong { len: 10, max: 9 }));
    assert!(ParseOptions::new().max_len(0).parse("").is_ok());
}

/// How long this thread has had a processor, where the system tells: what other programs do does not count.
fn processor_time() -> Option<Duration> {
    let nanoseconds = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    nanoseconds.split(' ').next()?.parse().map(Duration::from_nanos).ok()
}

/// The time of one parse.
fn time(text: &str) -> Duration {
    taken(|| {
        std::hint::black_box(gongwen::parse(std::hint::black_box(text)));
    })
}

fn taken(work: impl FnOnce()) -> Duration {
    let (start, used) = (Instant::now(), processor_time());
    work();
    processor_time().zip(used).map_or_else(|| start.elapsed(), |(now, used)| now.saturating_sub(used))
}

/// How much longer twice the text takes. Machines change their speed from one moment to the next, by as much as twice: both
/// lengths are timed one directly behind the other, until two such pairs look flat, and the second flattest counts.
fn growth(text: impl Fn(usize) -> String, bytes: usize) -> f64 {
    // One measurement at a time: tests run side by side.
    static ALONE: Mutex<()> = Mutex::new(());
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let (once, twice) = (text(bytes), text(2 * bytes));
    // Covers what a parse costs whatever its length, and the steps in which an allocator asks for memory.
    let floor = Duration::from_millis(4);
    let mut ratios = Vec::new();
    while ratios.len() < 9 && ratios.iter().filter(|ratio| **ratio < 2.6).count() < 2 {
        let (short, long) = (time(&once), time(&twice));
        ratios.push((long + floor).as_secs_f64() / (short + floor).as_secs_f64());
        // What takes seconds is far from noise.
        if long > Duration::from_secs(1) && ratios.len() > 1 {
            break;
        }
    }
    ratios.sort_by(f64::total_cmp);
    ratios[1]
}

/// Twice the text may take this much longer. The truth is 2, and four times for a quadratic reader.
const LIMIT: f64 = 3.0;

/// Debug builds read some twenty times slower; the shape of the growth is the same.
const BYTES: usize = if cfg!(debug_assertions) { 96 * 1024 } else { 192 * 1024 };

/// Fails with the names of the texts that take too long; each is made as long as it is asked for.
fn all_grow_in_proportion<T: Fn(usize) -> String>(texts: impl Iterator<Item = (String, T)>, bytes: usize) {
    let mut steep = String::new();
    for (name, text) in texts {
        let ratio = growth(text, bytes);
        if ratio >= LIMIT {
            writeln!(steep, "{name}: {ratio:.2} times for twice the length")
                .expect("OK because a string takes everything");
        }
    }
    assert!(steep.is_empty(), "\n{steep}");
}

fn grows_in_proportion(pieces: impl Iterator<Item = String>, bytes: usize) {
    let text = |piece: String| (format!("{piece:?} repeated"), move |bytes| filled(&piece, bytes));
    all_grow_in_proportion(pieces.map(text), bytes);
}

/// Short names of every length, each defined once and used twenty times behind all definitions.
#[test]
fn uses_of_short_names_grow_in_proportion() {
    let time = |names: usize| {
        let short = |i: usize| format!("{}{i}办", "乙丙丁".repeat(1 + i % 7));
        let defined = (0..names).map(|i| format!("甲局（以下简称“{}”）。\n", short(i)));
        let used = (0..20 * names).map(|i| format!("{}，产值增长5%。\n", short(i % names)));
        let text = defined.chain(used).collect::<Vec<_>>().concat();
        let document = gongwen::parse(&text);
        taken(|| assert_eq!(document.abbreviation_uses().count(), 20 * names))
    };
    let floor = Duration::from_millis(4);
    let ratio = |_| (time(1000) + floor).as_secs_f64() / (time(500) + floor).as_secs_f64();
    let flattest = (0..3).map(ratio).fold(f64::MAX, f64::min);
    assert!(flattest < LIMIT, "{flattest:.2} times for twice the length");
}

#[test]
fn repeated_triggers_grow_in_proportion() {
    grows_in_proportion(TRIGGERS.iter().map(|t| (*t).to_owned()), BYTES);
    // Those with which something else can begin, and what they begin.
    let pieces = ["￥1,234.00\n", "$5，", "五人受益", "5人参加", "昨日", "半年", "民国", "㈠城", "◆城\n"];
    let pieces = pieces.map(String::from).into_iter().chain(starts());
    grows_in_proportion(pieces.filter(|piece| !TRIGGERS.contains(&&**piece)), BYTES / 2);
}

#[test]
fn lines_and_clauses_grow_in_proportion() {
    let pieces = [
        "一、城\n",
        "（一）城\n",
        "1. 城\n",
        "1.1 城\n",
        "第一条 城\n",
        "——城\n",
        "● 城\n",
        "一是城，",
        "一是城；",
        "一是城。二是乡。\n",
        "首先，城。",
        "首先，城。最后，产值增长5%。",
        "原因一是城，二是乡产值增长5%",
        "一、甲\n（一）乙\n1. 丙\n",
        "一、甲\n二、乙\n",
        "一、甲....1\n（一）乙....2\n",
        "第一章 甲 第一条 乙\n",
        "会议强调，要做好三件事：一是甲，二是乙。",
        "一是甲，三是乙，二是丙，",
        "15三、甲\n",
        "一是甲。一要乙。其一丙。首先丁。",
        "《城》",
        "《城规划》",
        "《城条例》第三条",
        "国\n【2021】1号，",
        "民\n诉讼法第一条",
        "国\r城\u{2028}",
        "城 \n",
        "《城条例》（第三条）",
        "本法第三条第一、二款，",
        "第三条、",
        "（一）、",
        "依城法第三条和",
        "GB3838",
        "A1",
        "（以下简称《城》）",
        "《城》（以下简称《乡》）",
        "（以下简称“城”）",
        "2021年",
        "2021年，",
        "到2025年，城镇化率达到60%，",
        "城镇化率提高5%，",
        "城镇化率由5%提高到6%；",
        "5个城，",
        "近5个",
        "国发〔2021〕1号",
        "国(guó)",
        "3月2日至4月5日",
        "“十四五”",
        "“三农”",
        "2月30日，",
        "城",
        "城\n",
        "a b ",
        "三年内，",
        "自2021年1月1日起三年内",
        "自受理之日起30日内",
    ];
    grows_in_proportion(pieces.iter().map(|p| (*p).to_owned()), BYTES);
}

#[test]
fn long_runs_before_something_grow_in_proportion() {
    let texts = [
        (" ", "12万元"),
        ("\u{3000}", "一是城。二是乡。"),
        ("\n", "一、城\n二、乡\n"),
        ("# ", "一、城"),
        ("9", "元"),
        ("一", "元"),
        ("2021-", "2021年"),
        ("城", "达到60%"),
        ("城", "（以下简称“乡”）"),
        ("城", "法第三条"),
        ("（第", "）第三条"),
        ("《城》（）（）", "第三条"),
        ("本法第三条、", "第四条"),
        ("《", "》"),
        ("(", ")"),
        ("\u{200b}", "国发〔2021〕1号"),
        ("1 ", "1.5.5"),
        ("100，", "000.5.5"),
        ("1万", "1.5.5"),
    ];
    let text = |(run, behind)| {
        (format!("{run:?} repeated before {behind:?}"), move |bytes| filled(run, bytes) + behind)
    };
    all_grow_in_proportion(texts.into_iter().map(text), BYTES);
}

#[test]
fn what_an_opening_waits_for_grows_in_proportion() {
    let texts = [
        ("《城》（", "第三条"),
        ("《城》（", "（）第三条"),
        ("《", "城"),
        ("（以下简称", "城"),
        ("城法", "第三条、"),
        ("一是城，", "二是"),
        ("到2025年", "，5%"),
        ("城镇化率", "，达到5%"),
        ("城镇化率由5%", "提高到"),
        ("自2021年1月1日", "起三年"),
        ("目录\n", "一、城\n"),
        ("公积金提取达到5万元", "，分别增长6%"),
        ("一、城", "。（以下简称甲）"),
        ("“", "十四五"),
        ("国(guo)", "\0"),
        ("国(guo)城", "\u{200b}("),
    ];
    let text = |(opening, run): (&'static str, &'static str)| {
        (format!("{run:?} repeated behind {opening:?}"), move |bytes| {
            opening.to_owned() + &filled(run, bytes)
        })
    };
    all_grow_in_proportion(texts.into_iter().map(text), BYTES);
}

/// What stands behind a run looks back over it to what opened: each time, if nothing says how far.
#[test]
fn many_behind_an_opening_and_a_run_grow_in_proportion() {
    let texts = [
        ("利润增长5%", " ", "而3公里远"),
        ("水资源节约达到5%", " ", "，达到6%"),
        ("产量5万吨", " ", "（其中春茶2万吨），增长6%"),
        ("《城》", "（甲）", "，：以下简称“乙”，"),
        ("《城》", "（甲）", "，国发〔2021〕1号"),
        ("《城》", "（甲）", "第三条，"),
        ("《城》国发〔2021〕1号", "（甲）", "，：以下简称“乙”，"),
        ("区州国", "\u{200b}", "五个"),
        ("区州国", "(guó)\u{200b}", "五个"),
        ("一、城\n二、主要任务", "\0", "\n建设道路5公里。"),
        ("到2025年", "城", "产值增长5%，"),
        ("到2025年", "（甲）", "产值增长5%，"),
        ("一是城，", "乡，", "产值达到5%，"),
        ("一、城", "　", "\n产值达到5%。"),
        ("今年，", "\n", "产值达到5%，"),
        ("自2021年1月1日起", " ", "三年内，"),
        ("（", "城", "以下简称“乙”，"),
        ("“", "城", "“十四五”，"),
        ("城法", "（甲）", "第三条、"),
        ("首先，城。", "乡", "其次，"),
    ];
    let text = |(opening, run, many): (&'static str, &'static str, &'static str)| {
        (format!("{many:?} repeated behind {opening:?} and a run of {run:?}"), move |bytes| {
            opening.to_owned() + &filled(run, bytes / 2) + &filled(many, bytes / 2)
        })
    };
    all_grow_in_proportion(texts.into_iter().map(text), BYTES / 2);
}

/// Lines that all differ are taken for no table of contents, and none of them ends a search for its like.
#[test]
fn lines_that_differ_grow_in_proportion() {
    let lines = [
        "一、城@\n二、乡\n",
        "一、城@\n",
        "（一）城@。二是乡@。\n",
        "第@条 城@\n",
        "@. 城@\n",
        "《城@》，",
        "（以下简称“城@”），",
        "城@率提高到5%，",
        "到20@年，",
    ];
    let numbered = |line: &str, bytes: usize| {
        let (mut text, mut n) = (String::new(), 0);
        while text.len() < bytes {
            text.push_str(&line.replace('@', &n.to_string()));
            n += 1;
        }
        text
    };
    let text = |line| (format!("{line:?} with other numbers"), move |bytes| numbered(line, bytes));
    all_grow_in_proportion(lines.into_iter().map(text), BYTES);
}

#[test]
#[ignore = "ten thousand pairs: a minute or two, and only in a release build"]
fn pairs_grow_in_proportion() {
    grows_in_proportion(
        TRIGGERS.iter().flat_map(|a| TRIGGERS.iter().map(move |b| format!("{a}{b}"))),
        32 * 1024,
    );
}
