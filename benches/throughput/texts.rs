//! Texts in the style of real ones, made of passages of our own with other numbers in each.

use std::fmt::Write as _;

/// What a document holds: titles, document numbers, abbreviations, times, quantities, targets, items, diagnostics.
pub type Counts = [usize; 8];

/// A passage that is repeated, each time with other numbers in it.
pub struct Style {
    pub name: &'static str,
    /// `{n}` is a number of one to three digits, `{y}` a year, `{i}` how often the passage has come.
    passage: &'static str,
    /// What is found in one passage.
    pub counts: Counts,
    /// What the regular expressions find in one passage.
    pub values: usize,
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

pub fn styles() -> Vec<Style> {
    let style = |name, passage, counts, values, dress| Style { name, passage, counts, values, dress };
    vec![
        style("notice", NOTICE, [2, 1, 0, 2, 3, 2, 3, 0], 7, clean),
        style("report", REPORT, [0, 0, 0, 3, 6, 6, 0, 0], 9, clean),
        style("law", LAW, [0, 0, 0, 1, 0, 0, 1, 0], 2, clean),
        style("news", NEWS, [0, 0, 0, 2, 3, 1, 0, 0], 5, clean),
        style("notice, readings", NOTICE, [2, 1, 0, 2, 3, 2, 3, 0], 7, with_readings),
        style("report, full width", REPORT, [0, 0, 0, 3, 6, 6, 0, 0], 9, full_width),
        style("report, Traditional", REPORT, [0, 0, 0, 3, 6, 6, 0, 0], 9, traditional),
        style("dense", DENSE, [2, 1, 0, 5, 7, 0, 0, 0], 15, clean),
        style("no entities", PLAIN, [0; 8], 0, clean),
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
    pub fn text(&self, len: usize) -> (String, usize) {
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
