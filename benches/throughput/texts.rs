//! Texts in the style of real ones, made of passages of our own with other numbers in each.
//!
//! Notices, reports, laws and news are about as dense as real ones are. Those of the corpus that this was measured on hold, in
//! 1000 bytes, so many entities and items: notices 4.5–8, reports 5.4 and 3.3 targets besides, laws 6.2, news 3.3 and 0.9; ours
//! 6.3, 6.1 and 4.1, 4.8, 4.9 and 1.0. `dense` has 61.

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
    各区人民政府，市政府各委办局、各直属机构：\n\
    《滨湖市节水行动方案》（滨政发〔{y}〕{n}号）业经市政府审定，现予印发，请各单位照此落实，并于{y}年6月30日前报送落实情况。\n\
    水是生命之源、生产之要、生态之基。近些年来，各地坚持节水优先，用水效率稳步提高，公众的节水意识不断增强，但是水资源短缺、水生态受损的矛盾依然突出，\
    老旧管网改造滞后，农业灌溉方式粗放，再生水的利用还有很大空间。各区要充分认识节水工作的紧迫性，把节水摆在更加突出的位置，统筹好发展与保护，\
    不折不扣地落实好国家关于水资源管理的各项要求。\n\
    会议提出三点要求：一是压实工作责任，主要负责同志要亲自部署、亲自过问，层层传导压力；二是用好财政资金，优先保障管网改造和计量设施建设，\
    严禁截留挪用；三是加强宣传引导，推动节水进机关、进学校、进社区，营造人人惜水的良好氛围。\n\
    到{y}年底，建成节水型社区{n}个，计量设施基本齐备，用水定额管理制度更加健全，超定额累进加价机制全面推行。市水务部门要会同有关单位加强督促检查，\
    对工作不力、进展迟缓的地方予以通报；重大情况及时向市政府报告。各区要根据本方案抓紧制定细则，明确路线图和时间表，确保各项举措落到实处、见到成效。\n\n";

const REPORT: &str = "去年，全市上下迎难而上，经济运行稳中有进，民生保障扎实有力，各项事业取得新的进步。\n\
    地区生产总值增长{n}%，新增就业{n}万人，居民收入与经济增长基本同步。改造老旧小区{n}个，惠及{n}万户家庭。产业结构持续优化，先进制造业加快集聚，\
    专业市场转型升级，港口与铁路的联运更加顺畅。营商环境不断改善，企业办事少跑腿、不求人，创新创业的活力竞相迸发。城乡面貌焕然一新，\
    背街小巷干净整洁，群众家门口的公园和菜场越来越多，文化惠民活动丰富多彩。\n\
    成绩之外，我们也看到，前进路上还有不少难题：内需还不够旺，一些工厂订单偏少，研发投入有待增强，\
    教育、医疗、养老等方面离群众的期待还有差距，政府自身建设仍需加强。对此，我们要直面问题，采取有力措施加以解决。\n\
    “十四五”时期，我们要坚持稳字当头，着力扩大内需，持续优化环境，不断增强发展的内生动力。要把实体经济作为根基，推动传统产业改造提升，\
    培育壮大新兴产业，让更多科研成果走出实验室、走上生产线。要守牢安全底线，稳妥化解重点领域风险。\n\
    力争到{y}年，清洁能源占比提高到{n}%左右，单位产值能耗下降{n}%，让天更蓝、山更绿、水更清。\n\n";

const LAW: &str = "第{i}条　经营者应当依照本条例的规定，建立健全安全管理制度，明确岗位职责，保障从业人员的合法权益。\n\
    主管部门应当自受理申请之日起{n}日内作出决定；情况复杂的，经本部门负责人批准可以延长，并书面告知申请人。\n\
    违反前款规定的，由主管部门责令改正，拒不改正的，予以通报批评并记入信用记录。\n\n";

const NEWS: &str = "清晨的江面上薄雾未散，渡口边已经排起了长队。老船工说，从前过江全看天气，如今大桥通车，出行方便多了。\n\
    {y}年3月，新桥开工建设；{n}个月后，主塔顺利封顶。大桥全长{n}公里，总投资{n}亿元，每天有{n}万人次通过。建设者告诉记者，这里水深流急，\
    覆盖层厚，施工窗口期短，工友们与洪水赛跑，把汗水洒在江上。为了保护江豚，施工船避开了它们洄游的水域，打桩时还专门装上了气泡幕。\n\
    桥通了，路宽了，两岸的往来更加密切。对岸的果农把刚摘下的枇杷装上货车，当天下午就能摆上城里的货架；城里的游客也愿意过江走走，\
    在古镇上住下来，听听评弹，尝尝河鲜。镇上的民宿主人笑着说，客人比往常多了不少，忙得脚不沾地，心里却是甜的。\n\
    夜色降临，灯光沿着桥面一路铺开，岸边的孩子们追逐着笑闹，卖糖水的小摊冒着热气，城市慢慢安静下来。\n\n";

const DENSE: &str = "《用水规划（{y}—2030年）》（滨发改〔{y}〕{n}号）。{y}年。{n}亿元。{n}%。3月底前。{n}个百分点。“十四五”末。{n}万户。\
    《供水条例》。{n}万吨。三分之一。近三年。今年一季度。{n}家。\n";

const PLAIN: &str = "清风拂过湖面，柳枝轻轻摇曳，渔船缓缓归来，炊烟从村庄里升起。人们沿着堤岸散步，谈论着庄稼和天气，\
    孩子们在晒谷场上奔跑，老人坐在树荫下歇凉，日子过得平静而踏实。\n";

pub fn styles() -> Vec<Style> {
    let style = |name, passage, counts, values, dress| Style { name, passage, counts, values, dress };
    vec![
        style("notice", NOTICE, [2, 1, 0, 2, 2, 1, 3, 0], 6, clean),
        style("report", REPORT, [0, 0, 0, 3, 6, 6, 0, 0], 9, clean),
        style("law", LAW, [0, 0, 0, 1, 0, 0, 1, 0], 2, clean),
        style("news", NEWS, [0, 0, 0, 2, 3, 1, 0, 0], 5, clean),
        style("notice, readings", NOTICE, [2, 1, 0, 2, 2, 1, 3, 0], 6, with_readings),
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
    const SIMPLIFIED: &str = "难经济运稳进实项业区产总长万与旧个户结构续优专场转级铁联顺畅营环断办创竞发乡焕干净洁众门园来动丰\
        绩们还题内够厂订单强医疗养离设对问采决时坚当头扩体为传统壮兴让验线点领风险争蓝绿";
    const TRADITIONAL: &str = "難經濟運穩進實項業區產總長萬與舊個戶結構續優專場轉級鐵聯順暢營環斷辦創競發鄉煥乾淨潔眾門園來動豐\
        績們還題內夠廠訂單強醫療養離設對問採決時堅當頭擴體為傳統壯興讓驗線點領風險爭藍綠";
    let form = |c| SIMPLIFIED.chars().zip(TRADITIONAL.chars()).find(|(from, _)| *from == c);
    text.chars().map(|c| form(c).map_or(c, |(_, to)| to)).collect()
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
