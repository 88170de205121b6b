//! Bytes per second of [`gongwen::parse`], between a lower and an upper neighbour.
//!
//! `cargo bench` prints a table: for every input how fast `std::str::from_utf8` reads it, which only looks at every byte;
//! [`gongwen::parse`]; and a set of regular expressions for the same entities, which find less and give no values. Each is the
//! best of several runs. What `gongwen` finds is asserted for every input, so that no speed is gained by finding less.
//!
//! Without `--bench`, as under `cargo test --benches`, everything runs once on small inputs.

use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use gongwen::Document;
use regex::Regex;

/// What a document holds: titles, document numbers, abbreviations, times, quantities, targets, items, diagnostics.
type Counts = [usize; 8];

/// A passage that is repeated, each time with other numbers in it.
struct Style {
    name: &'static str,
    /// `{n}` is a number of one to three digits, `{y}` a year, `{i}` how often the passage has come.
    passage: &'static str,
    /// What is found in one passage.
    counts: Counts,
    /// What is done to the text at the end.
    dress: fn(&str) -> String,
}

const NOTICE: &str = "关于印发《滨湖市节水行动方案（{y}—2030年）》的通知\n\
    各区人民政府：\n\
    《滨湖市节水行动方案》（滨政发〔{y}〕{n}号）已经市政府同意，现印发给你们，请认真贯彻执行，并于{y}年6月30日前报送落实情况。\n\
    会议提出三点要求：一是压实工作责任，二是用好财政资金，三是加强宣传引导。\n\
    到{y}年底，建成节水型社区{n}个，管网漏损率降低{n}%以上。\n\n";

const REPORT: &str = "去年，全市上下迎难而上，经济运行稳中有进，民生保障扎实有力，各项事业取得新的进步。\n\
    地区生产总值增长{n}%，新增就业{n}万人，居民收入与经济增长基本同步。改造老旧小区{n}个，惠及{n}万户家庭。\n\
    “十四五”时期，我们要坚持稳字当头，着力扩大内需，持续优化环境，不断增强发展的内生动力。\n\
    力争到{y}年，清洁能源占比提高到{n}%左右，单位产值能耗下降{n}%。\n\n";

const LAW: &str = "第{i}条　经营者应当依照本条例的规定，建立健全安全管理制度，明确岗位职责，保障从业人员的合法权益。\n\
    主管部门应当自受理申请之日起{n}日内作出决定；情况复杂的，经本部门负责人批准可以延长，并书面告知申请人。\n\
    违反前款规定的，由主管部门责令改正，拒不改正的，予以通报批评并记入信用记录。\n\n";

const NEWS: &str = "清晨的江面上薄雾未散，渡口边已经排起了长队。老船工说，从前过江全看天气，如今大桥通车，出行方便多了。\n\
    {y}年3月，新桥开工建设；{n}个月后，主塔顺利封顶。大桥全长{n}公里，总投资{n}亿元，每天有{n}万人次通过。\n\
    夜色降临，灯光沿着桥面一路铺开，岸边的孩子们追逐着笑闹，卖糖水的小摊冒着热气，城市慢慢安静下来。\n\n";

const DENSE: &str = "《用水规划（{y}—2030年）》（滨发改〔{y}〕{n}号）。{y}年。{n}亿元。{n}%。3月底前。{n}个百分点。“十四五”末。{n}万户。\
    《供水条例》。{n}万吨。三分之一。近三年。今年一季度。{n}家。\n";

const PLAIN: &str = "清风拂过湖面，柳枝轻轻摇曳，渔船缓缓归来，炊烟从村庄里升起。人们沿着堤岸散步，谈论着庄稼和天气，\
    孩子们在晒谷场上奔跑，老人坐在树荫下歇凉，日子过得平静而踏实。\n";

fn styles() -> Vec<Style> {
    let style = |name, passage, counts, dress| Style { name, passage, counts, dress };
    vec![
        style("notice", NOTICE, [2, 1, 0, 2, 3, 2, 3, 0], clean),
        style("report", REPORT, [0, 0, 0, 3, 6, 6, 0, 0], clean),
        style("law", LAW, [0, 0, 0, 1, 0, 0, 1, 0], clean),
        style("news", NEWS, [0, 0, 0, 2, 3, 1, 0, 0], clean),
        style("notice, readings", NOTICE, [2, 1, 0, 2, 3, 2, 3, 0], with_readings),
        style("report, full width", REPORT, [0, 0, 0, 3, 6, 6, 0, 0], full_width),
        style("report, Traditional", REPORT, [0, 0, 0, 3, 6, 6, 0, 0], traditional),
        style("dense", DENSE, [2, 1, 0, 5, 7, 0, 0, 0], clean),
        style("no entities", PLAIN, [0; 8], clean),
    ]
}

fn clean(text: &str) -> String {
    text.to_owned()
}

/// Readings in brackets behind some characters, as converted web pages have them.
fn with_readings(text: &str) -> String {
    const READINGS: &[(char, &str)] =
        &[('会', "huì"), ('区', "qū"), ('财', "cái"), ('导', "dǎo"), ('级', "jí"), ('实', "shí")];
    text.chars().fold(String::new(), |mut out, c| {
        out.push(c);
        if let Some((_, reading)) = READINGS.iter().find(|(han, _)| *han == c) {
            out += "(";
            out += reading;
            out += ")";
        }
        out
    })
}

/// ASCII in its full-width forms.
fn full_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '!'..='~' => char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c),
            c => c,
        })
        .collect()
}

/// The characters of the report in Traditional script.
fn traditional(text: &str) -> String {
    const PAIRS: &[(char, char)] = &[
        ('难', '難'),
        ('经', '經'),
        ('济', '濟'),
        ('运', '運'),
        ('稳', '穩'),
        ('进', '進'),
        ('实', '實'),
        ('项', '項'),
        ('业', '業'),
        ('总', '總'),
        ('长', '長'),
        ('万', '萬'),
        ('与', '與'),
        ('区', '區'),
        ('个', '個'),
        ('户', '戶'),
        ('时', '時'),
        ('们', '們'),
        ('坚', '堅'),
        ('头', '頭'),
        ('扩', '擴'),
        ('内', '內'),
        ('续', '續'),
        ('优', '優'),
        ('环', '環'),
        ('断', '斷'),
        ('强', '強'),
        ('发', '發'),
        ('动', '動'),
        ('产', '產'),
        ('国', '國'),
        ('争', '爭'),
        ('洁', '潔'),
        ('单', '單'),
        ('旧', '舊'),
        ('东', '東'),
        ('扎', '紮'),
    ];
    text.chars().map(|c| PAIRS.iter().find(|(from, _)| *from == c).map_or(c, |(_, to)| *to)).collect()
}

impl Style {
    /// Passages until the text is about so many bytes long, and how many there are.
    fn text(&self, len: usize) -> (String, usize) {
        let (mut text, mut passages) = (String::new(), 0);
        while text.len() < len {
            passages += 1;
            let mut rest = self.passage;
            let mut nth = passages;
            while let Some((before, after)) = rest.split_once('{') {
                let (kind, after) = after.split_once('}').expect("every { of a passage has its }");
                text += before;
                nth += 1;
                let number = match kind {
                    "y" => 2021 + nth % 9,
                    "i" => passages,
                    _ => 2 + nth * 7 % 97,
                };
                write!(text, "{number}").expect("a string takes all");
                rest = after;
            }
            text += rest;
        }
        ((self.dress)(&text), passages)
    }
}

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

/// What one would write without a parser: an expression for each kind of entity and list.
fn expressions() -> Vec<Regex> {
    const NUMBER: &str = "[0-9０-９一二两兩三四五六七八九十百千万萬亿億〇○零.．,]+";
    [
        r"《[^《》]{1,256}》".to_owned(),
        r"\p{Han}{1,12}[〔\[（(［][0-9０-９]{4}[〕\]）)］]第?[0-9０-９]+[号號]".to_owned(),
        r"\p{Han}{1,12}[令字]第[0-9０-９一二三四五六七八九十百]+[号號]".to_owned(),
        r"[（(]以下[简簡]?[称稱统統合][^）)]{1,24}[）)]".to_owned(),
        r"[0-9０-９〇○零一二三四五六七八九]{4}年(?:[0-9０-９一二三四五六七八九十]{1,3}月(?:[0-9０-９一二三四五六七八九十]{1,3}[日号號])?)?".to_owned(),
        r"[0-9０-９]{4}年?[-—－至到][0-9０-９]{4}年".to_owned(),
        r"(?:今|去|明|前|本|上)年|“[一二三四五六七八九十]{2,3}五”(?:末|[时時]期|期[间間])?".to_owned(),
        r"(?:[近过過]|未[来來]|今后|今後)?[0-9０-９一二两兩三四五六七八九十]+(?:年|[个個]月|日|[个個]工作日|小[时時])(?:[内內]|[来來]|[后後])?".to_owned(),
        format!(r"{NUMBER}(?:%|％|‰|[个個]百分[点點]|成|倍)"),
        format!(r"(?:不低于|不低於|不少于|超[过過]|[约約]|近)?{NUMBER}[多余餘]?(?:元|家|[个個]|[户戶]|人次|人|吨|噸|公里|公[顷頃]|[亩畝]|[项項]|千瓦[时時])(?:以上|以下|以[内內]|左右)?"),
        r"[一二三四五六七八九十]+分之[一二三四五六七八九十]+".to_owned(),
        r"(?m)^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|第[0-9０-９一二三四五六七八九十百]+[条條章节節])|[，。；：][一二三四五六七八九十]+[是要]".to_owned(),
    ]
    .iter()
    .map(|expression| Regex::new(expression).expect("an expression that is one"))
    .collect()
}

/// The best time of several runs.
fn best<T>(runs: u32, work: impl Fn() -> T) -> Duration {
    let once = || {
        let start = Instant::now();
        black_box(work());
        start.elapsed()
    };
    (0..runs).map(|_| once()).min().unwrap_or_default()
}

/// The three of them on one text, as a row of the table.
#[allow(clippy::cast_precision_loss)] // rates are read to three digits
fn measure(name: &str, text: &str, expressions: &[Regex], runs: u32) {
    let utf8 = best(runs, || std::str::from_utf8(black_box(text.as_bytes())).is_ok());
    let parse = best(runs, || gongwen::parse(black_box(text)));
    // The expressions are slow, and their best time is found soon.
    let regexes = best(runs.div_ceil(4), || {
        expressions.iter().map(|e| e.find_iter(black_box(text)).count()).sum::<usize>()
    });
    let rate = |time: Duration| text.len() as f64 / time.as_secs_f64().max(1e-9) / 1e9;
    println!(
        "{name:<20} {:>8.2} {:>10.3} {:>10.3} {:>10.3} {:>14.1} {:>14.1}",
        text.len() as f64 / 1e6,
        rate(utf8),
        rate(parse),
        rate(regexes),
        rate(utf8) / rate(parse),
        rate(parse) / rate(regexes),
    );
}

/// The real files beside the project, one behind another.
fn corpus(folder: &Path, text: &mut String) {
    let mut paths: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            corpus(&path, text);
        } else if path.extension().is_some_and(|e| e == "txt") {
            // Files in other encodings are left out.
            text.push_str(&fs::read_to_string(&path).unwrap_or_default());
            text.push('\n');
        }
    }
}

fn main() {
    let bench = std::env::args().any(|argument| argument == "--bench");
    let (len, runs) = if bench { (1_000_000, 20) } else { (20_000, 1) };
    let expressions = expressions();
    println!(
        "{:<20} {:>8} {:>10} {:>10} {:>10} {:>14} {:>14}",
        "GB/s", "MB", "from_utf8", "gongwen", "regexes", "utf8/gongwen", "gongwen/regex"
    );
    for style in styles() {
        let (text, passages) = style.text(len);
        let found = counts(&gongwen::parse(&text));
        let expected = style.counts.map(|count| count * passages);
        assert_eq!(found, expected, "{}: {passages} passages of {:?} each", style.name, style.counts);
        measure(style.name, &text, &expressions, runs);
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    if bench && folder.is_dir() {
        let mut text = String::new();
        corpus(&folder, &mut text);
        measure("real files", &text, &expressions, 3);
    }
}
