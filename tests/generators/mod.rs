//! Texts for the laws, made of what the grammars react to.

// OK because no user of this module needs all of it.
#![allow(dead_code)]

use std::fmt::Write as _;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// A thousand cases for each law, or as many as `PROPTEST_CASES` says.
pub fn config() -> ProptestConfig {
    let default = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_CASES").is_some() {
        default
    } else {
        ProptestConfig { cases: 1_000, ..default }
    }
}

/// Pieces of every kind that some grammar looks at.
const PIECES: &[&str] = &[
    // numerals and magnitudes
    "0",
    "1",
    "5",
    "12",
    "60",
    "2021",
    "1,130",
    "3.5",
    "９",
    "１２",
    "一",
    "二",
    "三",
    "五",
    "十",
    "十五",
    "二十",
    "百",
    "两",
    "〇",
    "零",
    "万",
    "亿",
    "千",
    "几",
    "数",
    "多",
    "余",
    "半",
    "双",
    "廿",
    "壹",
    "五六十",
    "三亿五千万",
    "二〇二一",
    "1.2万亿",
    // units, classifiers, percentages
    "%",
    "％",
    "元",
    "万元",
    "亿元",
    "个",
    "人",
    "户",
    "公里",
    "平方米",
    "千瓦时",
    "元/人",
    "个百分点",
    "百分之",
    "分之",
    "成",
    "倍",
    "翻",
    "番",
    "家",
    "项",
    "本法",
    "所得税法",
    "第三条",
    "第一款",
    "（三）项",
    "之一",
    "条",
    "大",
    "级",
    "度",
    "月",
    "年",
    "日",
    "天",
    "号",
    "季度",
    "小时",
    "个月",
    "工作日",
    "世纪",
    "年代",
    "年度",
    // words that bound
    "约",
    "近",
    "不低于",
    "超过",
    "至少",
    "到",
    "至",
    "自",
    "从",
    "由",
    "截至",
    "左右",
    "以上",
    "以下",
    "以内",
    "以来",
    "起",
    "前",
    "后",
    "内",
    "底",
    "末",
    "初",
    "上半年",
    "下旬",
    "期间",
    "时期",
    "达到",
    "提高",
    "提高到",
    "增长",
    "降低",
    "下降到",
    "控制在",
    "分别",
    "力争",
    "应当",
    "同比",
    "了",
    // times in one piece
    "今年",
    "去年",
    "明年",
    "本月",
    "今天",
    "3月30日",
    "2月30日",
    "2021-03-30",
    "2021/3/30",
    "2014—2020年",
    "“十四五”",
    "第十四个五年规划",
    "21世纪",
    "三年内",
    "15个工作日",
    "民國110年",
    // markers
    "一是",
    "二是",
    "三是",
    "一要",
    "二要",
    "第一，",
    "第二，",
    "第一条 ",
    "第二章 ",
    "其一",
    "其二",
    "首先，",
    "其次，",
    "最后，",
    "一方面",
    "另一方面",
    "一、",
    "二、",
    "（一）",
    "（二）",
    "1.",
    "2.",
    "1.1 ",
    "（1）",
    "2）",
    "①",
    "②",
    "甲、",
    "壹、",
    "——",
    "● ",
    "三点希望：",
    "4条",
    // titles, numbers of documents, short names
    "《",
    "》",
    "〈",
    "〉",
    "《规划》",
    "《城市规划（2014—2020年）》",
    "（试行）",
    "（以下简称《规划》）",
    "（以下简称“会议”）",
    "简称",
    "国发〔2014〕4号",
    "国办函",
    "〔2020〕",
    "令第623号",
    "GB/T 51328-2018",
    // marks
    "，",
    "。",
    "；",
    "：",
    "、",
    "！",
    "？",
    "“",
    "”",
    "（",
    "）",
    "(",
    ")",
    "[",
    "]",
    "-",
    "—",
    "–",
    "~",
    "～",
    "/",
    ".",
    "·",
    "…",
    ",",
    ":",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "  ",
    "\u{3000}",
    "\t",
    "\u{200b}",
    "\u{feff}",
    "#",
    "**",
    "<p>",
    // words, readings, Traditional script, others
    "城镇化率",
    "常住人口",
    "试验区",
    "会议",
    "的",
    "和",
    "在",
    "国(guó)",
    "家(jiā)",
    "(GDP)",
    "國務院",
    "萬",
    "億",
    "個",
    "兩",
    "a",
    "GDP",
    "é",
    "😀",
    "𠮷",
];

fn piece() -> impl Strategy<Value = &'static str> {
    select(PIECES)
}

/// Any concatenation: mostly nonsense, which is the point.
pub fn soup() -> impl Strategy<Value = String> {
    vec(piece(), 0..40).prop_map(|pieces| pieces.concat())
}

/// A time or an amount with the name of an issuer or a law directly behind it.
pub fn amount_and_name() -> impl Strategy<Value = String> {
    let word = |words: &'static [&'static str]| select(words);
    (
        word(&["", "自", "依照", "占地", "罚款", "超过", "百分之 "]),
        word(&["2020年", "2024年1月1日", "三年", "30亩", "5万元", "15个工作日", "一", "今年", "上一个季度"]),
        word(&["", "起", "前", "后", "内", "以来", "以前", "以上", "左右", "底前"]),
        word(&[
            "国发〔2014〕4号", "国务院令第623号", "民法典第三条", "土地管理法第三条", "本法第三条",
            "是城。二是乡",
        ]),
    )
        .prop_map(|(before, amount, bound, name)| format!("{before}{amount}{bound}{name}。"))
}

/// A clean sentence as documents have them, without its full stop.
pub fn sentence() -> impl Strategy<Value = String> {
    let noun = || select(&["城镇化率", "森林覆盖率", "粮食产量", "居民收入", "单位能耗"][..]);
    let change = || select(&["达到", "提高到", "提高", "降低", "降至", "控制在"][..]);
    let bound = || select(&["", "左右", "以上", "以内"][..]);
    prop_oneof![
        (2001u32..2060, noun(), change(), 2u32..99, bound())
            .prop_map(|(y, noun, change, n, bound)| format!("到{y}年，{noun}{change}{n}%{bound}")),
        (2u32..900, select(&["个", "家", "项"][..]), select(&["试点城市", "示范企业", "重点工程"][..]))
            .prop_map(|(n, unit, noun)| format!("支持{n}{unit}{noun}")),
        (2001u32..2060, 1u32..13, 1u32..29).prop_map(|(y, m, d)| format!("会议于{y}年{m}月{d}日召开")),
        (1u32..9_999, 1u32..9).prop_map(|(n, d)| format!("安排补助资金{n}.{d}亿元")),
        (1u32..13, 1u32..29).prop_map(|(m, d)| format!("请于{m}月{d}日前报送")),
        (2u32..60).prop_map(|n| format!("自受理之日起{n}个工作日内办结")),
        (2u32..40, 41u32..90, noun()).prop_map(|(a, b, noun)| format!("{noun}从{a}.5%提高到{b}.5%")),
        (2001u32..2030, 2u32..20).prop_map(|(y, n)| format!("预计{y}—{}年完工", y + n)),
        (2u32..50, 1u32..9).prop_map(|(n, d)| format!("新建道路{n}至{}公里，改造{d}万平方米", n + 7)),
        (15u32..90, 2u32..15, select(&["个工作日", "天", "个月"][..]))
            .prop_map(|(a, b, unit)| format!("办理时限由{a}{unit}压缩至{b}{unit}")),
        (2001u32..2030, 1u32..13, 2u32..9).prop_map(|(y, m, n)| format!("自{y}年{m}月1日起{n}年内完成改造")),
        (1u32..900, select(&["亩", "公顷", "平方公里", "吨", "千瓦", "公里"][..]))
            .prop_map(|(n, unit)| format!("完成治理{n}万{unit}")),
        (14u32..20, 1u32..99).prop_map(|(n, m)| {
            format!("《城市规划（20{n}—2035年）》（城发〔20{n}〕{m}号，以下简称《规划》）印发")
        }),
        (2u32..9, 1u32..9).prop_map(|(n, d)| format!("“十四五”时期，对{n}成企业补助{d}.5万元/户")),
        Just("各地区要认真落实".to_owned()),
    ]
}

/// The same with its full stop.
pub fn full_sentence() -> impl Strategy<Value = String> {
    sentence().prop_map(|sentence| sentence + "。")
}

/// A clean document: headings of some levels with sentences below them, and lists in them.
pub fn outline() -> impl Strategy<Value = String> {
    const HAN: [&str; 5] = ["一", "二", "三", "四", "五"];
    let section = || (vec(sentence(), 1..4), any::<bool>(), 0usize..3);
    vec(section(), 1..5).prop_map(|sections| {
        let mut text = String::from("关于做好有关工作的通知\n各区人民政府：\n");
        let mut line = |line: std::fmt::Arguments<'_>| {
            writeln!(text, "{line}").expect("OK because a string takes everything");
        };
        for ((sentences, inline, level), n) in sections.iter().zip(HAN) {
            line(format_args!("{n}、总体安排"));
            for (i, sentence) in sentences.iter().enumerate() {
                match level {
                    0 => line(format_args!("（{}）分项工作。{sentence}。", HAN[i])),
                    1 => line(format_args!("{}. {sentence}。", i + 1)),
                    _ => line(format_args!("{sentence}。")),
                }
            }
            if *inline {
                line(format_args!(
                    "要抓好两点：一是{}；二是{}。",
                    sentences[0],
                    sentences[sentences.len() - 1]
                ));
            }
        }
        text
    })
}
