//! The tables of words by which names are cut out of clauses, and what the words around an amount say.

use core::ops::Range;

use crate::target::{CHANGES, Change, Modality};
use crate::token::{begins, ends, gap, is_gap, strip_any, strip_any_end};

/// A noun phrase, as a passage of the text it was cut from.
pub(crate) type Phrase<'a> = &'a str;

/// Words that lead up to the name of a subject and are no part of it: conjunctions, adverbs, modals.
const LEADING: &[&str] = &[
    "其中",
    "同时",
    "以及",
    "并且",
    "此外",
    "另外",
    "目前",
    "当前",
    "全年",
    "当年",
    "本次",
    "据初步统计",
    "据统计",
    "初步统计",
    "预计",
    "预期",
    "力争",
    "争取",
    "确保",
    "努力",
    "推动",
    "推进",
    "促进",
    "加快",
    "加大",
    "继续",
    "进一步",
    "不断",
    "持续",
    "稳步",
    "逐步",
    "全面",
    "基本",
    "积极",
    "切实",
    "着力",
    "大力",
    "抓紧",
    "重点",
    "累计",
    "合计",
    "共计",
    "总计",
    "平均",
    "分别",
    "提出",
    "要求",
    "明确",
    "规定",
    "保持",
    "使得",
    "使",
    "让",
    "将",
    "把",
    "要",
    "并",
    "且",
    "已",
    "均",
    "也",
    "又",
    "再",
    "共",
    "约",
    "即",
    "对",
    "在",
    "以",
    "与",
    "和",
    "及",
    "的",
    "了",
    "是",
    "为",
    "由",
    "从",
    "到",
    "于",
    "令",
    "至",
    "因此",
    "所以",
    "但",
    "而",
    "如",
    "还",
    "都",
    "就",
    "能",
    "可",
    "应",
    "须",
    "需",
    "每年",
    "每月",
    "年度",
    "年均",
    "实现",
    "實現",
    "達成",
    "努力實現",
    "提出了",
    "其中，",
    "目标是",
    "一年",
    "期间",
    "時期",
    "时期",
    "到期",
    "使用",
    "直接推动",
    "年内",
    "内",
    "底",
    "末",
    "前",
    "后",
];

/// Verbs of action: what they act on is counted or named behind them.
const ACTIONS: &[&str] = &[
    "支持",
    "支援",
    "资助",
    "扶持",
    "鼓励",
    "建设",
    "建成",
    "建立",
    "建立健全",
    "新建",
    "改建",
    "扩建",
    "新改建",
    "改造",
    "新增",
    "增设",
    "培育",
    "培养",
    "培养造就",
    "培训",
    "打造",
    "创建",
    "创办",
    "实施",
    "推进",
    "完成",
    "开展",
    "开工",
    "新开工",
    "开工建设",
    "举办",
    "承办",
    "引进",
    "引育",
    "认定",
    "选取",
    "确定",
    "发布",
    "设立",
    "成立",
    "组建",
    "壮大",
    "恢复",
    "投产",
    "投用",
    "安排",
    "投入",
    "落实",
    "提供",
    "试行",
    "试点",
    "讨论",
    "完善",
    "更新",
    "修复",
    "布局",
    "配备",
    "推出",
    "出台",
    "制定",
    "修订",
    "整治",
    "治理",
    "关停",
    "淘汰",
    "清理",
    "修建",
    "架设",
    "铺设",
    "开通",
    "增开",
    "生产",
    "处理",
    "查处",
    "破获",
    "办理",
    "办结",
    "受理",
    "审理",
    "审结",
    "调剂",
    "发放",
    "拨付",
    "筹集",
    "募集",
    "争取",
    "落户",
    "执行",
    "开发",
    "种植",
    "造林",
    "绿化",
    "救助",
    "慰问",
    "帮助",
    "帮扶",
    "服务",
    "惠及",
    "覆盖",
    "带动",
    "吸纳",
    "安置",
    "转移",
    "招聘",
    "招收",
    "录取",
    "派出",
    "选派",
    "选树",
    "评选",
    "表彰",
    "授予",
    "获得",
    "拥有",
    "保障",
    "保护",
    "守住",
    "确保",
    "实现",
    "達成",
    "形成",
    "签约",
    "签订",
    "签署",
    "达成",
    "取消",
    "下放",
    "精简",
    "压减",
    "兑现",
    "减免",
    "化解",
    "处置",
    "盘活",
    "收储",
    "供应",
    "交付",
    "筹建",
    "续建",
    "加固",
    "疏浚",
    "清淤",
    "购置",
    "采购",
    "发行",
    "搬迁",
    "改扩建",
    "提升改造",
    "升级改造",
    "实现了",
    "扩大",
    "解决",
    "减轻",
    "发现",
    "建造",
    "制造",
    "研制",
    "推广",
    "应用",
    "落地",
    "引入",
    "选育",
    "繁育",
    "出栏",
    "收购",
    "储备",
];

/// Words behind a subject and before its verb that are no part of it.
const TRAILING: &[&str] = &[
    "分别",
    "累计",
    "合计",
    "总计",
    "共计",
    "预计",
    "预期",
    "力争",
    "确保",
    "实际",
    "同比",
    "环比",
    "同比实际",
    "年均",
    "平均",
    "平均每年",
    "每年",
    "总体",
    "基本",
    "逐步",
    "进一步",
    "不断",
    "持续",
    "稳步",
    "稳定",
    "应当",
    "应该",
    "应",
    "可以",
    "必须",
    "不得",
    "将",
    "要",
    "也",
    "已",
    "已经",
    "均",
    "都",
    "仅",
    "只",
    "再",
    "又",
    "就",
    "共",
    "比上年",
    "较上年",
    "比去年",
    "较去年",
    "比上年同期",
    "名义",
    "大幅",
    "首次",
    "合共",
    "均应",
    "分別",
    "預期",
    "平均每人",
    "总共",
    "历史性",
    "由此",
    "力争年均",
    "年平均",
    "连续",
    "一度",
    "全面",
    "可",
];

/// Words at which the name of what is counted ends.
const STOPS: &[&str] = &[
    "作为",
    "恢复",
    "建成",
    "投产",
    "投入",
    "投用",
    "发布",
    "开工",
    "竣工",
    "完工",
    "通车",
    "运营",
    "上线",
    "落地",
    "实现",
    "达到",
    "参加",
    "改革探索",
    "开展",
    "获得",
    "获评",
    "入选",
    "纳入",
    "完成",
    "转为",
    "要求",
    "决不",
    "全部",
    "顺利",
    "进行",
    "给出",
    "加快",
    "探索",
    "改革试点",
    "开始",
    "有序",
    "可以",
    "能够",
    "涉及",
    "构成",
    "包括",
    "和一",
    "和“",
    "以上",
    "以下",
    "左右",
    "的比例",
    "出席",
    "签署",
    "得到",
    "受到",
    "取得",
    "共同",
    "分别",
    "陆续",
    "集中",
    "成功",
    "正式",
    "率先",
    "先后",
    "全面",
    "达产",
    "达效",
    "改革探",
    "参与",
    "与会",
    "联合",
    "排名",
];

/// Particles at which the name of what is counted ends, and the characters that make them part of a word: 重要, 高等.
const PARTICLES: [(char, &str); 26] = [
    ('在', "存内外潜所实现"),
    ('为', "行作成认人"),
    ('由', "自理"),
    ('将', "大小即"),
    ('被', ""),
    ('从', ""),
    ('向', "方面去定"),
    ('并', "合兼"),
    ('已', ""),
    ('正', "公修改真端"),
    ('要', "重主首必需紧纲概次"),
    ('都', "首成国"),
    ('均', "人平年月日户亩"),
    ('等', "高平中初优同均劣"),
    ('即', "立随"),
    ('是', "实国"),
    ('也', ""),
    ('还', ""),
    ('又', ""),
    ('给', "供补"),
    ('到', ""),
    ('至', ""),
    ('使', "大天公"),
    ('让', "转"),
    ('就', "成"),
    ('把', ""),
];

/// The name of a subject in the words before its verb or amount, or nothing.
pub(crate) fn subject_before(words: &str) -> Option<Phrase<'_>> {
    let mut rest =
        words.trim_matches(|c: char| is_gap(c) || c == '\n' || matches!(c, '，' | '、' | '“' | '—' | '：'));
    // What follows the last copula or particle names the subject: 基准为家庭年人均收入, 定了每年减税.
    for cut in ["每年", "基准为", "共发生", "发生", "目标为", "目标是"] {
        if let Some(at) = rest.rfind(cut) {
            let behind = &rest[at + cut.len()..];
            if behind.chars().count() >= 2 {
                rest = behind;
            }
        }
    }
    loop {
        let trimmed = strip_any_end(rest, TRAILING).map(|r| r.trim_end_matches(is_gap));
        match trimmed.or_else(|| without_comparison(rest)) {
            Some(shorter) if shorter.len() < rest.len() => rest = shorter,
            _ => break,
        }
    }
    // 按总产值计算的劳动生产率
    if let Some(at) = rest.strip_prefix('按').and_then(|r| r.find('的')) {
        rest = &rest['按'.len_utf8() + at + '的'.len_utf8()..];
    }
    for _ in 0..8 {
        if rest.starts_with("平均每") {
            break;
        }
        let stripped = longest(rest, ACTIONS).max(longest(rest, LEADING));
        let behind =
            rest[stripped..].trim_start_matches(|c: char| is_gap(c) || matches!(c, '了' | '，' | '、'));
        // A verb that is the whole name, or begins one (减税, 投资), stays.
        if stripped == 0 || behind.chars().count() < 2 {
            break;
        }
        rest = behind;
    }
    let rest = rest.trim_matches(|c: char| is_gap(c) || c == '\n');
    (rest.chars().count() >= 2 && rest.chars().any(is_han)).then_some(rest)
}

const fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// The length of the longest of some words that a text begins with.
fn longest(text: &str, words: &[&str]) -> usize {
    words.iter().filter(|w| text.starts_with(**w)).map(|w| w.len()).max().unwrap_or(0)
}

/// 比上年同期, 较全国 at the end of some words, taken off.
fn without_comparison(words: &str) -> Option<&str> {
    let at = words.rfind(['比', '较', '較'])?;
    let word = words[at..].chars().next()?.len_utf8();
    let behind = &words[at + word..];
    let with = strip_any(behind, &["上", "去", "前", "全", "同", "年", "本", "往", "过", "预", "计", "规"])
        .is_some()
        || behind.is_empty() && words.ends_with('较');
    let part_of_name = begins(behind, "重例率值较");
    (with && !part_of_name && behind.chars().count() <= 14).then(|| &words[..at])
}

/// Whether some words end in a verb of change that ties an amount.
pub(crate) fn ends_in_change(words: &str) -> bool {
    let words = words.strip_suffix('了').unwrap_or(words);
    let words = strip_any_end(words, &["平均", "年均"]).unwrap_or(words);
    let words = words.strip_suffix('了').unwrap_or(words);
    strip_any_end(
        words,
        &[
            "到",
            "至",
            "在",
            "达",
            "達",
            "增长",
            "增長",
            "下降",
            "提高",
            "保持",
            "控制在",
            "增加",
            "减少",
            "降低",
            "实现",
            "为",
        ],
    )
    .is_some()
}

/// The verb of change that some words end in, and the words before it.
pub(crate) fn change(words: &str) -> Option<(&str, Change)> {
    CHANGES.iter().find_map(|(verb, change)| Some((words.strip_suffix(verb)?, *change)))
}

/// 提高到全国平均水平的 without the standard that the amount is a share of.
pub(crate) fn without_standard(words: &str) -> &str {
    let Some(stem) = words.strip_suffix('的') else { return words };
    let floor: usize = stem.len() - stem.chars().rev().take(10).map(char::len_utf8).sum::<usize>();
    match stem[floor..].rfind(['到', '至', '为']) {
        Some(at) => &stem[..floor + at + '到'.len_utf8()],
        None => words,
    }
}

/// Whether some words are a verb of action and no more.
pub(crate) fn is_action(words: &str) -> bool {
    let words = words.trim_matches(|c: char| is_gap(c) || matches!(c, '，' | '、' | '\n'));
    ACTIONS.contains(&words)
}

/// Whether some words begin with a verb of action, behind adverbs: 新增荆州、孝感 before 3个.
pub(crate) fn begins_in_action(words: &str) -> bool {
    let mut rest = words.trim_start_matches(|c: char| is_gap(c) || matches!(c, '，' | '\n'));
    // 建设涵盖两级108个部门的平台, 确定在16个省扩大: the amount is not what is acted on.
    if ["涵盖", "包括", "包含", "分为", "涉及", "在", "的"].iter().any(|word| rest.contains(word))
    {
        return false;
    }
    for _ in 0..4 {
        if longest(rest, ACTIONS) > 0 {
            return true;
        }
        let stripped = longest(rest, LEADING);
        if stripped == 0 {
            break;
        }
        rest = &rest[stripped..];
    }
    // 国家药监局今年确定了…等20个品种
    words.ends_with('等')
        && ["确定了", "新增", "引进了", "建成了", "建成", "成立了", "发布了", "建立健全"]
            .iter()
            .any(|verb| rest.contains(verb))
}

/// What stands behind a verb of completion: 全市实现工业增加值 is 工业增加值.
pub(crate) fn behind_verb(words: &str) -> &str {
    let cut = ["实现", "完成", "建成", "实施"]
        .iter()
        .filter_map(|verb| words.rfind(verb).map(|at| at + verb.len()))
        .max();
    match cut {
        Some(at) if words[at..].chars().count() >= 2 && !words[at..].contains('的') => &words[at..],
        _ => words,
    }
}

/// Whether some words end in a verb of action.
pub(crate) fn ends_in_action(words: &str) -> bool {
    let words = strip_any_end(words, &["新一批", "首批", "一批", "累计", "共", "至少", "再", "新", "出"])
        .unwrap_or(words);
    let words = words.strip_suffix('了').unwrap_or(words);
    strip_any_end(words, ACTIONS).is_some() || ends(words, "把")
}

/// Whether the amount behind some words compares with something else: 比全省高, 高于全国.
pub(crate) fn compares(before: &str) -> bool {
    let compared =
        strip_any_end(before, &["高出", "高于全国", "低于全国", "高", "低", "多", "少", "快", "快于"])
            .is_some()
            && before.contains(['比', '较', '於', '于']);
    compared
        || before.starts_with("高于")
        || before.starts_with("低于")
        || before.starts_with("快于")
        || before.starts_with("高出")
}

/// Whether a time behind some words is one that is compared with: 较1955年, 比2020年.
pub(crate) fn compares_with(front: &str) -> bool {
    ends(front.trim_end_matches(is_gap), "比较較与與同由从從")
}

/// Whether some words report what follows, so that a time before them is not the one that governs it.
pub(crate) fn reports(between: &str) -> bool {
    ["提出", "指出", "强调", "強調", "要求", "规定", "規定", "印发", "印發", "明确", "透露", "显示", "顯示"]
        .iter()
        .any(|w| between.contains(w))
}

/// 每平方米 before an amount, with what is measured by it, taken off: 标准为建筑面积每平方米 is 标准为.
pub(crate) fn without_rate(words: &str) -> &str {
    let Some(at) = words.rfind('每') else { return words };
    if words[at..].chars().count() > 6 {
        return words;
    }
    let front = &words[..at];
    match front.rfind(['为', '為', '是']) {
        Some(copula) if front[copula..].chars().count() <= 8 => &front[..copula + '为'.len_utf8()],
        _ => front,
    }
}

/// A verb of increase (`true`) or decrease at the start of some words, taken off: 增加大型机车.
pub(crate) fn leading_change(words: &str) -> (&str, Option<bool>) {
    let trimmed = words.trim_start_matches(|c: char| is_gap(c) || c == '\n');
    for (verb, up) in [
        ("增加", true),
        ("延长", true),
        ("增發", true),
        ("扩大", true),
        ("减少", false),
        ("減少", false),
        ("缩短", false),
        ("压减", false),
        ("削减", false),
    ] {
        if let Some(rest) =
            trimmed.strip_prefix(verb).filter(|r| r.chars().count() >= 2 && !begins(r, "值率额"))
        {
            return (rest, Some(up));
        }
    }
    (words, None)
}

/// Whether a phrase can have an amount of its own; 全长 and 约 cannot.
pub(crate) fn is_measurable(subject: &str) -> bool {
    let share = subject.contains('占') && !ends(subject, "比率重");
    let list = ends(subject, "等、的和与及或在到至从由向以对把被将有第每按下");
    let description = strip_any_end(
        subject,
        &[
            "全长", "总长", "长", "宽", "高", "相距", "历时", "全文", "分为", "包括", "涵盖", "其中", "提出",
            "年满",
        ],
    )
    .is_some();
    let compares = begins(subject, "比较較")
        || subject.starts_with("高于")
        || subject.starts_with("低于")
        || matches!(subject, "金额" | "数量");
    !(share || list || description || compares)
}

/// Whether a clause may go on behind an amount that its noun precedes: …代表约150人参加.
pub(crate) fn goes_on_after_amount(after: &str) -> bool {
    strip_any(after, &["参加", "出席", "，", "和", "及", "以及", "供给", "到位"]).is_some()
}

/// 死亡, 受伤 …: the length of a word for harm that a text begins with.
pub(crate) fn harm(after: &str) -> Option<usize> {
    let at = gap(after);
    let rest = strip_any(
        at,
        &["死亡", "受伤", "受傷", "重伤", "重傷", "轻伤", "遇难", "遇難", "失踪", "失联", "获救"],
    )?;
    (at.len() == after.len()).then(|| after.len() - rest.len())
}

/// Whether something is said of the noun that a text follows.
pub(crate) fn is_predicate(after: &str) -> bool {
    strip_any(
        after,
        &[
            "恢复", "建成", "投产", "投入", "投用", "发布", "开工", "竣工", "完工", "通车", "运营", "上线",
            "落地", "入选", "获评", "在城", "达产", "在",
        ],
    )
    .is_some()
}

/// The name of what an amount counts, behind it: to the first word at which it ends.
pub(crate) fn noun_after(text: &str, from: usize, limit: usize) -> Option<Range<usize>> {
    let start = from + (text[from..].len() - gap(&text[from..]).len());
    if start >= limit {
        return None;
    }
    let first = text[start..].chars().next()?;
    if !(is_han(first) || first == '“' || first.is_ascii_alphabetic())
        || begins(&text[start..], "的和及与或等以之中内外是为在到至，、比同共")
    {
        return None;
    }
    if strip_any(&text[start..], &["要求", "转为", "由", "将", "政府", "开工", "以上", "以下"]).is_some()
    {
        return None;
    }
    let mut end = start;
    let mut quoted = false;
    for (count, (at, c)) in text[start..limit].char_indices().enumerate() {
        let here = start + at;
        match c {
            '“' => quoted = true,
            '”' => quoted = false,
            '，' | '。' | '；' | '：' | '！' | '？' | '、' | '（' | '(' | ')' | '）' | '\n' | '《' | ','
            | ':' | ';'
                if !quoted =>
            {
                break;
            }
            _ => {}
        }
        if count >= 28 {
            return None;
        }
        if count >= 2 && !quoted && stops(&text[..here], &text[here..]) {
            break;
        }
        end = here + c.len_utf8();
    }
    let name =
        text[start..end].trim_end_matches(|c: char| is_gap(c) || matches!(c, '的' | '和' | '及' | '与'));
    (name.chars().count() >= 1 && name.chars().any(is_han)).then(|| start..start + name.len())
}

/// Whether a noun ends before a place: one of the stop words stands there, and no other word ends in its first character.
fn stops(before: &str, here: &str) -> bool {
    if STOPS.iter().any(|stop| here.starts_with(stop)) {
        return true;
    }
    PARTICLES.iter().any(|(particle, not_behind)| here.starts_with(*particle) && !ends(before, not_behind))
}

/// A noun without the adjective of degree before it: 高增速 is 增速.
pub(crate) fn unqualified(text: &str, noun: Range<usize>) -> Range<usize> {
    let name = &text[noun.clone()];
    match name.strip_prefix(['高', '低', '快', '慢']).filter(|rest| rest.chars().count() >= 2) {
        Some(rest) => noun.end - rest.len()..noun.end,
        None => noun,
    }
}

/// Cues of what is ruled, aimed at, and has come about; the sure ones, and those that other words may outweigh.
const RULE: &[&str] = &["应当", "不得", "处以", "并处", "罚款", "最高", "予以", "准入", "补贴标准"];
const GOAL: &[&str] = &["力争", "争取", "确保", "目标", "预期", "努力", "拟", "计划", "力求"];
const FACT: &[&str] =
    &["同比", "比上年", "较上年", "上年", "去年", "已", "共发生", "造成", "累计", "顺利实现", "目标顺利"];
const WEAK_GOAL: &[&str] =
    &["将", "要", "推动", "支持", "加快", "提出", "滚动实施", "应该", "守住", "推进", "建成适宜", "以内"];
const WEAK_FACT: &[&str] = &[
    "了", "完成", "迈上", "突破", "发生", "增至", "升至", "恢复", "超过", "较", "只是", "位居", "参加",
    "建成", "投产", "发布", "达",
];
/// Words that say of a whole paragraph that it looks back or ahead.
const REVIEW: &[&str] =
    &["同比", "回顾", "不平凡", "比上年", "上年同期", "过去一年", "全年完成", "一年来", "五年来"];
const OUTLOOK: &[&str] = &[
    "主要目标是",
    "主要目标：",
    "预期目标",
    "今年要",
    "下一步",
    "重点任务",
    "工作安排",
    "发展目标",
    "重点做好",
];

/// What the words around an amount say. `context` is what stands before its sentence, `by` whether its time is a term.
pub(crate) fn modality(context: &str, before: &str, after: &str, by: bool) -> Modality {
    let has = |text: &str, cues: &[&str]| cues.iter().any(|cue| text.contains(cue));
    let last = |cues: &[&str]| cues.iter().filter_map(|cue| context.rfind(cue)).max();
    if has(before, RULE) || has(after, &["予以", "的罚款"]) {
        Modality::Rule
    } else if has(before, FACT) || has(after, &["目标顺利", "同比", "上年"]) {
        Modality::Fact
    } else if by || has(before, GOAL) {
        Modality::Goal
    } else if let (Some(review), outlook) = (last(REVIEW), last(OUTLOOK)) {
        if outlook > Some(review) { Modality::Goal } else { Modality::Fact }
    } else if last(OUTLOOK).is_some() || has(before, WEAK_GOAL) {
        Modality::Goal
    } else if has(before, WEAK_FACT) || has(after, &["恢复", "建成", "投产", "发布", "了"]) {
        Modality::Fact
    } else {
        Modality::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subjects() {
        for (words, subject) in [
            ("提出常住人口城镇化率", "常住人口城镇化率"),
            ("累计新开工亿元以上项目", "亿元以上项目"),
            ("使现役机组投入运行的装机容量", "现役机组投入运行的装机容量"),
            ("城乡居民收入分别", "城乡居民收入"),
            ("限额基准为家庭年人均收入", "家庭年人均收入"),
            ("抓紧调剂白菜等农作物种子", "白菜等农作物种子"),
            ("产值同比", "产值"),
            ("同比", ""),
            ("", ""),
        ] {
            assert_eq!(subject_before(words).unwrap_or(""), subject, "{words}");
        }
    }

    #[test]
    fn nouns() {
        for (text, noun) in [
            ("国家城乡融合发展试验区改革探索。", "国家城乡融合发展试验区"),
            ("建设任务。", "建设任务"),
            ("公交线路恢复运营", "公交线路"),
            ("农业转移人口和其他常住人口在城镇", "农业转移人口和其他常住人口"),
            ("，其中", ""),
            ("的人", ""),
        ] {
            assert_eq!(noun_after(text, 0, text.len()).map_or("", |r| &text[r]), noun, "{text}");
        }
    }
}
