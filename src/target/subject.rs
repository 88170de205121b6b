//! The name of what is measured, before its verb or amount.

use super::action::{ACTIONS, NOMINAL, begins_name};
use super::change::{change, is_change_noun, leading_change};
use super::leading::{self, leading};
use super::lexicon::{MUST, NAME_GOES_ON, PLACES, SUMS, SUMS_UP};
use super::payment::REWARDS;
use super::phrase::{is_adverbial, is_balanced, is_timely};
use super::topic::{is_bare_measure, names_measure};
use super::traces::{Asked, Traces, asked};
use super::{edges, work};
use crate::breaks::is_lowered;
use crate::charset::CharSet;
use crate::few::{few, gaps};
use crate::token::{has_chars, has_end, has_start, is_han, marks_back, strip_any, strip_any_end};
use crate::words::{BothWays, Endings, MANY, MORE, Words, both_ways, endings, words};

/// The name of a subject in the words before its verb or amount, or nothing.
pub(super) fn subject_before(words: &str) -> Option<&str> {
    let rest = gaps!("\n，、—：”").trim_start(words);
    if !has_chars(rest, 2) {
        return None;
    }
    let rest = if rest.starts_with(|c: char| c.is_ascii_digit()) { behind_year(rest) } else { rest };
    let rest = if few!("、").ends(rest) { before_report(rest) } else { rest };
    let rest = gaps!("\n，、—：“").trim_end(rest);
    let rest = if few!("关阶口槛").ends(rest) { edges::before_mark(rest).unwrap_or(rest) } else { rest };
    let rest = if few!("数量额").ends(rest) { edges::before_whole(rest).unwrap_or(rest) } else { rest };
    let seen = Traces::of(rest);
    let mut rest = edges::before_setting(rest).unwrap_or_else(|| between_edges(rest, seen));
    if seen.may_have_marks() {
        rest = behind_breaks(rest);
    }
    rest = without_trailing(rest, seen);
    rest = behind_circumstances(rest, seen);
    if seen.may_have(ACTING) || seen.may_have_marks() {
        rest = behind_actor(rest).map_or(rest, |behind| behind_actor(behind).unwrap_or(behind));
    }
    rest = without_leading(rest);
    let rest = gaps!("\n").trim(gaps!("\n）").trim_start(gaps!("、，").trim_end(rest)));
    // 全力新增5家
    let stem = rest.strip_suffix('新').unwrap_or(rest);
    (has_chars(rest, 2) && (rest.chars().any(is_han) || names_measure(rest)) && !NEVER_NAMES.has(stem))
        .then_some(rest)
        .filter(|name| !edges::is_no_name(name))
}

/// Some words without the verb of change that a 、 parts from the one they stand before: 收入恢复性增长、比上年增加.
#[cold]
fn before_report(words: &str) -> &str {
    let Some(report) = words.strip_suffix('、') else { return words };
    match change(report) {
        Some((name, .., false)) if has_chars(name, 2) => name,
        _ => words,
    }
}

/// Some words without what stands at their end behind a name.
fn without_trailing(mut rest: &str, seen: Traces) -> &str {
    let compares = seen.may_have(asked!("比较"));
    let ends = |rest| TRAILING_ENDS.ends(rest) || compares || seen.may_have(asked!("多少"));
    while ends(rest)
        && let Some(shorter) = TRAILING
            .strip_end(rest)
            .filter(|(front, ())| !ends_name(front, &rest[front.len()..]))
            .map(|(r, ())| gaps!("\n").trim_end(r))
            .or_else(|| if compares { without_comparison(rest) } else { None })
            .or_else(|| without_reckoning(rest))
            .or_else(|| edges::without_end(rest, seen))
    {
        rest = shorter;
    }
    if few!("按扣剔考等").begins(rest) || few!("）〕").ends(rest) {
        without_asides(rest)
    } else {
        rest
    }
}

/// Whether a word that stands behind names is the end of one: 粮食供应, 专利许可, 招聘会.
fn ends_name(front: &str, word: &str) -> bool {
    match word {
        "应" => few!("供效反响感").ends(front),
        "预期" => has_end(front, &["增长", "增速", "通胀", "盈利", "涨幅"]),
        "可" => few!("许认宁").ends(front),
        "会" => few!("谈聘议社大协委展博年运讨介洽签商工学监证庭峰茶集庙晚酒乐党理论").ends(front),
        _ => false,
    }
}

/// What leads up to a fine: 最高可处罚款.
static FINED: Words = words!["处", "并处", "可处", "可并处", "处以", "最高", "最高可处", "最高处", "单处"];

/// What stands behind the words that say when, how or by whom something is done; most have no trace of such words.
fn behind_circumstances(mut rest: &str, seen: Traces) -> &str {
    if seen.may_have(asked!("了")) {
        rest = behind_done(rest);
    }
    if seen.may_have(asked!("上下时")) {
        rest = behind_setting(rest);
    }
    if seen.may_have(asked!("后")) {
        rest = behind_event(rest);
    }
    if seen.may_have(asked!("向给")) {
        rest = behind_giver(rest).unwrap_or(rest);
    }
    if seen.may_have(asked!("每")) {
        rest = edges::behind_each(rest).unwrap_or(rest);
    }
    // 我们要力争使增长率
    rest = rest.strip_prefix("我们").filter(|behind| leading(behind) > 0).unwrap_or(rest);
    if seen.may_have(asked!("把使将")) {
        rest = edges::behind_causative(rest).unwrap_or(rest);
    }
    // 按1980年不变价格计算的总产值, behind the year
    rest = rest.strip_prefix("价格计算的").unwrap_or(rest);
    if seen.may_have(asked!("增")) {
        rest = behind_addition(rest);
    }
    if seen.may_have(asked!("别")) {
        rest = behind_each_of(rest);
    }
    if few!("度额").ends(rest) {
        rest = limit_alone(rest);
    }
    // 被主管部门罚款
    // 最高可处罚款
    if let Some(front) =
        rest.strip_suffix("罚款").filter(|front| few!("被").begins(front) || FINED.has(front))
    {
        rest = &rest[front.len()..];
    }
    let given = if seen.may_have(asked!("财")) { edges::behind_treasury(rest) } else { None };
    let done =
        || if seen.may_have(asked!("已拟将共新还应现")) { edges::behind_deed(rest) } else { None };
    let row = || if seen.may_have(asked!("等")) { edges::behind_row(rest) } else { None };
    given.or_else(done).or_else(row).unwrap_or(rest)
}

/// Some words without those that lead up to a name: verbs, prepositions, how something is done.
fn without_leading(mut rest: &str) -> &str {
    // Whether a verb of action was taken off.
    let mut acted = false;
    for _ in 0..8 {
        // Most names begin with none of these.
        if !LEADS_UP.begins(rest) {
            break;
        }
        // A preposition, or the mean of a measure
        if few!("用在由年平日月对为给面向通经围依聚立优").begins(rest) {
            if is_modified(rest) {
                break;
            }
            if let Some(behind) = behind_served(rest).or_else(|| edges::behind_means(rest)) {
                rest = behind;
                continue;
            }
        }
        if let Some(behind) = work::behind_manner(rest) {
            return behind;
        }
        if let Some(behind) = work::behind_work(rest) {
            rest = behind;
            continue;
        }
        // 增开和优化旅客列车
        if few!("和及与并、").begins(rest.get(6..).unwrap_or(""))
            && let Some(object) = leading::behind_pair(rest)
        {
            return object;
        }
        let word = leading(rest);
        let behind = gaps!("了，、").trim_start(&rest[word..]);
        if word == 0 && behind.len() == rest.len() || !has_chars(behind, 2) || keeps_verb(rest, behind) {
            break;
        }
        if acted && leading::is_kind_of(&rest[..word], behind) {
            break;
        }
        acted = ACTIONS.has(&rest[..word]);
        rest = behind;
    }
    rest
}

/// Whether the verb before some words is a part of the name: 减税, 投资, 种植面积; 帮扶项目, 培训活动, where a verb that begins names
/// as well has a bare noun.
fn keeps_verb(words: &str, behind: &str) -> bool {
    static NEW: Words = words!["新建", "改建", "扩建", "新登记", "新注册", "新出让", "新改扩建"];
    static RATIOS: Endings = endings!["率", "比例", "占比", "比重", "标准", "车速"];
    let verb =
        || ACTIONS.begins(words) || has_start(words, &["使用", "涉及", "享受", "缴存", "缴纳", "征收"]);
    (is_bare_measure(behind) || is_mean(behind) || is_timely(behind) && !has_chars(behind, 4)) && verb()
        || few!("的").within(behind) && is_done_by(words)
        // 新建住宅绿地率: nobody builds a rate.
        || NEW.begins(words) && RATIOS.ends(behind)
        || (BARE.has(behind) || REWARDS.has(behind))
            && NOMINAL.longest(words) + behind.len() == words.len()
            && !BARE_OBJECT_OF.within(words)
}

/// Whether some words are the mean of a measure, of which the verb before them says what it is of: 查处平均天数.
fn is_mean(words: &str) -> bool {
    let mean = strip_any(words, &["平均", "最长", "最短"]);
    mean.is_some_and(|name| is_timely(name) || is_bare_measure(name))
}

/// Whether a verb belongs to the attribute of those who did it, or of their number: 通过认证的产品数量, 获得补贴的农户.
#[cold]
fn is_done_by(words: &str) -> bool {
    static DID: Words = words![
        "完成", "获得", "通过", "取得", "实现", "参加", "享受", "接受", "达到", "领取", "拥有", "开展",
        "纳入",
    ];
    static DOERS: Endings = endings![
        "数量", "比例", "占比", "比重", "人数", "户数", "家数", "农户", "人员", "企业", "群众", "学生",
        "家庭", "居民", "职工", "单位", "人口", "教师", "学校", "机构", "医院", "学员", "农民", "村民",
        "市民",
    ];
    let Some((behind, ())) = DID.strip(words) else { return false };
    let Some((which, head)) = behind.rsplit_once('的') else { return false };
    has_chars(which, 2) && DOERS.ends(head) && !has_chars(head, 7)
}

/// What is added somewhere: 研发机构 in 全市新增研发机构, but 城镇新增就业 is a name.
#[cold]
fn behind_addition(words: &str) -> &str {
    static ADDED_TO: Endings =
        endings!["省", "市", "县", "区", "州", "企业", "学校", "医院", "教育", "城市", "新区"];
    let Some((place, added)) = words.split_once("新增") else { return words };
    let name = has_chars(added, 2)
        && !names_measure(added)
        && !has_start(added, &["就业", "人口", "劳动力", "产能", "能力"])
        && !few!("的加量额").begins(added);
    if name && ADDED_TO.ends(place) { added } else { words }
}

/// What each of some has, makes or does: 落后产能 in 煤炭、钢铁分别淘汰落后产能.
#[cold]
fn behind_each_of(words: &str) -> &str {
    let behind = words.rsplit_once("分别").map(|(_, behind)| gaps!().trim_start(behind));
    behind.filter(|name| has_chars(name, 2) && !few!("的").begins(name)).unwrap_or(words)
}

/// A limit without who asks for it and what was changed before: 贷款最高额度 in 多子女家庭购房申请贷款最高额度, 可贷额度 in
/// 调整后的可贷额度.
#[inline(never)]
fn limit_alone(words: &str) -> &str {
    if !has_end(words, &["额度", "限额"]) {
        return words;
    }
    let asked = words
        .rsplit_once("申请")
        .map(|(_, limit)| limit)
        .filter(|limit| has_chars(limit, 6) && !few!("的").within(limit));
    let words = asked.unwrap_or(words);
    let changed =
        words.rsplit_once("后的").filter(|(front, _)| has_end(front, &["调整", "提高", "上浮", "下调"]));
    changed.map(|(_, limit)| limit).filter(|limit| has_chars(limit, 4)).unwrap_or(words)
}

/// What words begin with that lead up to a name.
static LEADS_UP: CharSet = CharSet::of("用在由年平日月对为给面向通经围依聚立优了，、 \t\u{a0}\u{3000}")
    .and_all('\u{2002}', '\u{200a}')
    .or(&leading::LEADING_BEGINS)
    .or(&work::WORK_BEGINS);

/// What words end in that stand behind a name: how it was reckoned, too.
static TRAILING_ENDS: CharSet = TRAILING.last_chars().or(&edges::NO_NAME_ENDS).with("素算");

/// Some words without how they are reckoned or what they take in.
#[cold]
fn without_asides(mut rest: &str) -> &str {
    // “生产日期”等内容的包装盒, behind the quotation
    if let Some((_, behind)) = rest.strip_prefix('等').and_then(|r| r.split_once('的'))
        && has_chars(behind, 2)
    {
        return behind;
    }
    // 按总产值计算的劳动生产率; 按国民生产总值年均增长8%把握
    if let Some(reckoned) = rest.strip_prefix('按') {
        match reckoned.find('的') {
            Some(at) => rest = &reckoned[at + '的'.len_utf8()..],
            None if names_measure(reckoned)
                && has_chars(reckoned, 3)
                && !few!("日月年次户人件时季期").begins(reckoned) =>
            {
                rest = reckoned;
            }
            None => {}
        }
    }
    // 扣除自然因素影响后空气优良天数比率
    if let Some(at) = strip_any(rest, &["扣除", "剔除", "考虑"])
        .and_then(|r| r.find('后').map(|at| rest.len() - r.len() + at))
        && has_chars(&rest[at + '后'.len_utf8()..], 2)
    {
        rest = rest[at + '后'.len_utf8()..].trim_start_matches('之');
    }
    // 使用额〔注〕
    if let Some(at) = rest.strip_suffix('〕').and_then(|r| r.rfind('〔')) {
        return &rest[..at];
    }
    // 工资总额（包括奖金在内）
    match rest.strip_suffix('）').and_then(|r| r.rfind('（')) {
        Some(at) if ASIDES.begins(&rest[at + '（'.len_utf8()..]) => &rest[..at],
        _ => rest,
    }
}

/// Some words behind a year of the Republic without its name, which is no time of ours: 103年度參觀人次.
#[cold]
fn behind_year(words: &str) -> &str {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    if !matches!(words[..digits].parse(), Ok(80..200u16)) {
        return words;
    }
    let second =
        gaps!("至到-~").trim_start(&words[digits..]).trim_start_matches(|c: char| c.is_ascii_digit());
    let behind = gaps!().trim_start(second).strip_prefix('年');
    behind.map_or(words, |rest| gaps!().trim_start(rest.strip_prefix('度').unwrap_or(rest)))
}

/// What stands behind a verb with 了: 历年结余 in 动用了历年结余, whoever did it.
#[inline(never)]
fn behind_done(words: &str) -> &str {
    let Some(at) = few!("了").rfind(words) else { return words };
    let behind = &words[at + '了'.len_utf8()..];
    // 为了, 了解 are other words, and 有了很大发展 says how much.
    let verb = has_chars(&words[..at], 2) && !few!("为除极得不").ends(&words[..at]);
    let name = has_chars(behind, 2) && !few!("解然结却很较更一百的").begins(behind);
    if verb && name && !behind.starts_with(|c: char| c.is_ascii_digit()) { behind } else { words }
}

/// What is given, behind whom it is given to or how: 贷款 in 向小微企业发放贷款, 特困老人 in 通过社区养老安置特困老人.
#[inline(never)]
fn behind_served(words: &str) -> Option<&str> {
    static SERVES_WITH: Words<(), MANY> = words![
        "提供", "开展", "推介", "发放", "减免", "配备", "报告", "兑付", "节约", "节省", "输送", "解决",
        "落实", "办理", "安排", "安置", "去化", "吸纳", "筹集", "募集", "争取", "投放", "拨付", "捐赠",
        "配发", "派发", "赠送", "选派", "新增", "减少", "增加", "适配", "支付", "赔偿", "输转", "下达",
        "下拨", "划拨", "拨出", "返还", "退还", "偿还", "归还", "缴纳", "交纳", "捐出", "捐资", "移交",
        "交付", "收取", "征收", "派出", "派驻", "补助", "颁发", "销售", "出售", "给予", "接种", "讨回",
        "追回", "挽回", "招募", "招聘", "招收", "招录", "选聘", "发出", "调拨", "调运", "推送", "发送",
        "移送",
    ];
    let to = strip_any(words, &["为", "给", "向", "面向", "通过"])?;
    let mut verbs = SERVES_WITH.find_all(to).map(|(at, len, ())| (&to[..at], &to[at + len..]));
    let gives = |(whom, given): &(&str, &str)| {
        has_chars(whom, 2) && has_chars(given, 2) && !NAME_GOES_ON.begins(given)
    };
    let object = verbs.find(gives).map(|(_, given)| gaps!("了").trim_start(given));
    // 为企业和群众减税降费: what is done for them has the verb in it.
    object.or_else(|| {
        static RELIEFS: Endings = endings!["减税降费", "减税", "减负", "降费", "让利", "降本", "节支"];
        let (whom, ()) = RELIEFS.strip_end(to).filter(|(whom, ())| has_chars(whom, 2))?;
        Some(&to[whom.len()..])
    })
}

/// What is given, behind who gives it and to whom: 评审费 in 公司应向银行支付评审费; 方向, 流向 are other words.
#[inline(never)]
fn behind_giver(words: &str) -> Option<&str> {
    // 国家对企业给予补助
    if let Some((whom, given)) = words.split_once("给予") {
        let given = gaps!("了").trim_start(given);
        let name = has_chars(given, 2) && !NAME_GOES_ON.begins(given);
        // 每项产品给予一次性奖励
        return Some(given).filter(|_| name && (few!("对向为").within(whom) || few!("每").begins(whom)));
    }
    let at = few!("向").rfind(words).filter(|at| *at > 0)?;
    let other = few!("方导面意趋转投流走动定双单横纵倾内外去志朝反正风航取同逆指偏").ends(&words[..at]);
    if other { None } else { behind_served(&words[at..]) }
}

/// What stands behind the event that a clause follows on: 产值 in 项目投产后产值.
#[inline(never)]
fn behind_event(words: &str) -> &str {
    static EVENTS: Words = words![
        "建成后", "建成投产后", "建成投用后", "投产后", "达产后", "投用后", "投运后", "完工后", "竣工后",
        "落成后", "实施后", "完成后", "运营后", "改造后", "通车后", "投入使用后",
    ];
    let event = EVENTS.find_all(words).last().map(|(at, len, ())| &words[at + len..]);
    event
        .filter(|behind| has_chars(behind, 2) && !few!("续期").begins(behind) && !few!("的").within(behind))
        .unwrap_or(words)
}

/// What stands behind the setting of a clause: 在投资放缓的情况下新设企业.
#[inline(never)]
fn behind_setting(words: &str) -> &str {
    static SETTING_ENDS: Words =
        words!["基础上", "基数上", "条件下", "情况下", "背景下", "形势下", "前提下", "同时"];
    // 同时作业人数 is a name.
    let ends = |(at, len, ()): &(usize, usize, ())| {
        &words[*at..at + len] != "同时" || few!("的").ends(&words[..*at])
    };
    match SETTING_ENDS.find_all(words).filter(ends).last() {
        Some((at, len, ())) if at > 0 && has_chars(&words[at + len..], 2) => {
            gaps!("，、").trim_start(&words[at + len..])
        }
        // 产量在高基数上
        Some((at, len, ())) if at + len == words.len() && words.ends_with('上') => {
            let name = few!("在").rfind(&words[..at]).map(|at| gaps!("，、").trim_end(&words[..at]));
            name.filter(|name| has_chars(name, 2)).unwrap_or(words)
        }
        _ => words,
    }
}

/// Whether a name keeps the preposition it begins with, as what it governs ends in 的: 用于教育的支出, 在外就读的学生; and whether
/// it begins with the mean of a measure: 年均产量, 平均日薪.
#[inline(never)]
fn is_modified(words: &str) -> bool {
    if let Some(governed) = strip_any(words, &["用于", "在", "由"]) {
        let Some((which, head)) = governed.rsplit_once('的') else { return false };
        // 在全国范围内建设的站点 says where it is done.
        let done = words.starts_with('在') && few!("内上下中间里面将").within(which);
        return !done
            && has_chars(head, 2)
            && !has_chars(head, 9)
            && !few!("上下").ends(head)
            && leading(head) == 0;
    }
    // 对经济增长贡献率 keeps its preposition.
    if words.starts_with("平均每") || words.starts_with('对') && has_end(words, &["贡献率", "依存度"])
    {
        return true;
    }
    // 日均客流量 is one however long it is.
    if let Some(name) = strip_any(words, &["日均", "月均"]) {
        return names_measure(name) || is_timely(name);
    }
    let mean = strip_any(words, &["年均", "平均"]);
    mean.is_some_and(|name| {
        (names_measure(name) || is_timely(name) || few!("幅速").ends(name) || name == "住院日")
            && has_chars(name, 2)
            && !has_chars(name, 6)
    })
}

/// Some words behind the last break in them.
#[inline(never)]
fn behind_breaks(mut rest: &str) -> &str {
    // A line that was not wrapped ends what stands before it.
    if let Some(at) = last_break(rest)
        && (!(rest[at + 1..].starts_with(is_han) && rest[..at].ends_with(|c| is_han(c) || c == '）'))
            || is_line(&rest[..at], &rest[at + 1..]))
    {
        rest = gaps!().trim_start(&rest[at + 1..]);
    }
    // 用电量增长、增长面为84%: what a verb of change ends stands before the name; so does another one with an article of its own:
    // 主任一人、副主任二人.
    if let Some((clause, name)) = rest.rsplit_once('、')
        && has_chars(name, 2)
        && (change(clause).is_some_and(|(.., copula)| !copula) || has_end(clause, &["一人", "一名", "一位"]))
    {
        rest = name;
    }
    // So do the spaces that set a paragraph or a cell of a table off.
    if let Some(at) = wide_gap(rest) {
        rest = gaps!().trim_start(&rest[at..]);
    }
    rest
}

/// Where the last line ends, but for one that is no more than a digit set lower: M⏎2⏎.
fn last_break(words: &str) -> Option<usize> {
    let mut front = words;
    for _ in 0..3 {
        let at = few!("\n").rfind(front)?;
        if !is_lowered(&words[..at], &words[at + 1..]) {
            return Some(at);
        }
        front = &words[..at];
    }
    None
}

/// Whether a line is a clause of its own in a plan without marks: it begins with a verb, or names a measure
/// where the line before it reports a state.
#[cold]
fn is_line(before: &str, line: &str) -> bool {
    static LINE_VERBS: Words = words!["新增", "加强", "推动", "推进", "保证", "扩大"];
    static TOLD_STATES: Endings = endings![
        "完善", "较快发展", "很大发展", "平稳运行", "增强", "改善", "稳定", "考核", "文盲", "持续增加",
        "上升", "规范", "总规模",
    ];
    // 提高…贷款的比重⏎政府贷款60%以上
    let changes = || {
        let whole = before.rsplit('\n').next().unwrap_or("");
        names_measure(line) && names_measure(whole) && leading_change(whole).1.is_some()
    };
    changes()
        || LINE_VERBS.begins(line)
        || TOLD_STATES.ends(before) && (names_measure(line) || line.ends_with("用地")) && has_chars(line, 4)
}

/// Where the last two spaces stand side by side.
fn wide_gap(words: &str) -> Option<usize> {
    let mut behind = None;
    marks_back(words).find_map(|(at, c)| {
        let wide = matches!(c, ' ' | '\u{3000}') && behind == Some((at + c.len_utf8(), c));
        behind = Some((at, c));
        wide.then_some(at)
    })
}

/// What a word says of where a name begins or ends.
#[derive(Clone, Copy, PartialEq)]
enum Edge {
    /// It begins behind the word: 基准为家庭年人均收入, 定了每年减税.
    Begins,
    /// It begins behind the word unless 有 begins a name: 全市有幼儿园, 全国有线电视入户率.
    Has,
    /// It begins behind the word unless that begins a name: 应支付违约金, 应支付金额.
    Pays,
    /// It ends before the rank: 通车里程全国第四、突破1万公里.
    Rank,
    /// It ends before what the amount is a share of: 其容量应为最大储槽容量之.
    Standard,
}

/// Those of the shared places stand here each with the word that makes it an edge.
static EDGES: Words<Edge, MANY> = Words::of(&[
    ("每年", Edge::Begins),
    ("基准为", Edge::Begins),
    ("共发生", Edge::Begins),
    ("发生", Edge::Begins),
    ("是指", Edge::Begins),
    ("指的是", Edge::Begins),
    ("目标为", Edge::Begins),
    ("目标是", Edge::Begins),
    ("任务是", Edge::Begins),
    ("重点是", Edge::Begins),
    ("关键是", Edge::Begins),
    ("要求是", Edge::Begins),
    ("”是", Edge::Begins),
    ("原定为", Edge::Begins),
    ("拟定为", Edge::Begins),
    ("人认为", Edge::Begins),
    ("规模为", Edge::Begins),
    ("能力为", Edge::Begins),
    ("能力有", Edge::Begins),
    ("其中", Edge::Begins),
    ("国内只有", Edge::Begins),
    ("应当保证", Edge::Begins),
    ("必须保证", Edge::Begins),
    ("须保证", Edge::Begins),
    ("应当确保", Edge::Begins),
    ("必须确保", Edge::Begins),
    ("地方可对", Edge::Begins),
    ("地区可对", Edge::Begins),
    ("单位可对", Edge::Begins),
    ("政府可对", Edge::Begins),
    ("为市域", Edge::Rank),
    ("为全市域", Edge::Rank),
    ("为县域", Edge::Rank),
    ("为全县域", Edge::Rank),
    ("为全域", Edge::Rank),
    ("全国现有", Edge::Begins),
    ("全省现有", Edge::Begins),
    ("全市现有", Edge::Begins),
    ("全县现有", Edge::Begins),
    ("全区现有", Edge::Begins),
    ("我国现有", Edge::Begins),
    ("我省现有", Edge::Begins),
    ("我市现有", Edge::Begins),
    ("学校有", Edge::Has),
    ("应支付", Edge::Pays),
    ("应当支付", Edge::Pays),
    ("须支付", Edge::Pays),
    ("应赔偿", Edge::Pays),
    ("应当赔偿", Edge::Pays),
    ("应退还", Edge::Pays),
    ("应返还", Edge::Pays),
    ("应提交", Edge::Pays),
    ("应当提交", Edge::Pays),
    ("须提交", Edge::Pays),
    ("应提供", Edge::Pays),
    ("应当提供", Edge::Pays),
    ("须提供", Edge::Pays),
    ("应填写", Edge::Pays),
    ("应当填写", Edge::Pays),
    ("须填写", Edge::Pays),
    ("应填报", Edge::Pays),
    ("应当填报", Edge::Pays),
    ("须填报", Edge::Pays),
    ("应填具", Edge::Pays),
    ("应当填具", Edge::Pays),
    ("须填具", Edge::Pays),
    ("应报送", Edge::Pays),
    ("应当报送", Edge::Pays),
    ("须报送", Edge::Pays),
    ("应携带", Edge::Pays),
    ("应当携带", Edge::Pays),
    ("须携带", Edge::Pays),
    ("应出具", Edge::Pays),
    ("应当出具", Edge::Pays),
    ("须出具", Edge::Pays),
    ("应递交", Edge::Pays),
    ("应当递交", Edge::Pays),
    ("须递交", Edge::Pays),
    ("应缴交", Edge::Pays),
    ("应当缴交", Edge::Pays),
    ("须缴交", Edge::Pays),
    ("应检附", Edge::Pays),
    ("应当检附", Edge::Pays),
    ("须检附", Edge::Pays),
    ("应备齐", Edge::Pays),
    ("应当备齐", Edge::Pays),
    ("须备齐", Edge::Pays),
    ("应交纳", Edge::Pays),
    ("应当交纳", Edge::Pays),
    ("我们有", Edge::Has),
    ("我区有", Edge::Has),
    ("我州有", Edge::Has),
    ("我校有", Edge::Has),
    ("全镇有", Edge::Has),
    ("全乡有", Edge::Has),
    ("全国有", Edge::Has),
    ("全省有", Edge::Has),
    ("全市有", Edge::Has),
    ("全县有", Edge::Has),
    ("全区有", Edge::Has),
    ("全州有", Edge::Has),
    ("市区有", Edge::Has),
    ("县有", Edge::Has),
    ("我省有", Edge::Has),
    ("我市有", Edge::Has),
    ("大约损失", Edge::Begins),
    ("应包括", Edge::Begins),
    ("应当包括", Edge::Begins),
    ("应包含", Edge::Begins),
    ("应缴纳", Edge::Begins),
    ("须缴纳", Edge::Begins),
    ("应当缴纳", Edge::Begins),
    ("全国第", Edge::Rank),
    ("居全国", Edge::Rank),
    ("位居", Edge::Rank),
    ("居全省", Edge::Rank),
    ("全省第", Edge::Rank),
    ("排全国", Edge::Rank),
    ("世界第", Edge::Rank),
    ("应为", Edge::Standard),
    ("应在", Edge::Standard),
    ("应分别", Edge::Standard),
    ("应距", Edge::Standard),
    ("应达", Edge::Standard),
    ("应当达", Edge::Standard),
    ("须达", Edge::Standard),
    ("应当为", Edge::Standard),
    ("应当在", Edge::Standard),
    ("应当分别", Edge::Standard),
    ("应多于", Edge::Standard),
    ("应小于", Edge::Standard),
    ("应大于", Edge::Standard),
    ("应当小于", Edge::Standard),
    ("应当大于", Edge::Standard),
    ("应高于", Edge::Standard),
    ("应低于", Edge::Standard),
    ("应当多于", Edge::Standard),
    ("应当高于", Edge::Standard),
    ("应当低于", Edge::Standard),
    ("不应超过", Edge::Standard),
    ("不应低于", Edge::Standard),
    ("不应少于", Edge::Standard),
    ("不应高于", Edge::Standard),
    ("不应小于", Edge::Standard),
    ("不应大于", Edge::Standard),
    ("不宜小于", Edge::Standard),
    ("不宜大于", Edge::Standard),
    ("不宜超过", Edge::Standard),
    ("不宜低于", Edge::Standard),
    ("不宜少于", Edge::Standard),
    ("不宜高于", Edge::Standard),
    ("不得逾", Edge::Standard),
    ("不得超过", Edge::Standard),
    ("不得低于", Edge::Standard),
    ("不得少于", Edge::Standard),
    ("不得高于", Edge::Standard),
    ("不得多于", Edge::Standard),
    ("不得小于", Edge::Standard),
    ("不得大于", Edge::Standard),
    ("不超过", Edge::Standard),
    ("不低于", Edge::Standard),
    ("不少于", Edge::Standard),
    ("不高于", Edge::Standard),
    ("不多于", Edge::Standard),
    ("不小于", Edge::Standard),
    ("不大于", Edge::Standard),
]);

/// Each of the words has one of these characters.
const EDGED: Asked = Asked::of("每为生是有其损缴第居排应不须可");

/// The words behind the last word at which a name begins, up to the first at which it ends.
fn between_edges(words: &str, seen: Traces) -> &str {
    if !seen.may_have(EDGED) {
        return gaps!("，、").trim_end(words);
    }
    let (mut start, mut end) = (0, words.len());
    for (at, len, edge) in EDGES.find_all(words) {
        let here = match edge {
            // 贷款每人每年最高额度: the rate is a part of the name.
            Edge::Begins if &words[at..at + len] == "每年" => {
                let name = strip_any_end(&words[..at], &["每人", "每户", "每生", "每家", "每校"]);
                // 住房的每年平均落成量, 每人每年碳排放量
                let mean = |name: &str| has_chars(name, 2) || few!("量").ends(words);
                // 养老金每年缴费上限
                let limit = has_chars(&words[..at], 2) && has_end(words, &["上限", "下限", "限额"]);
                // 奖励额度每年最高
                has_chars(&words[at + len..], 2)
                    && !name.is_some_and(mean)
                    && !few!("的").ends(&words[..at])
                    && !limit
                    && !is_adverbial(&words[at + len..])
                    && !TRAILING.has(&words[at + len..])
            }
            // 病虫害发生面积
            Edge::Begins => {
                let behind = &words[at + len..];
                has_chars(behind, 2) && !(&words[at..at + len] == "发生" && is_bare_measure(behind))
            }
            Edge::Pays => {
                let behind = &words[at + len..];
                has_chars(behind, 2) && !few!("金款总的率额数").begins(behind)
            }
            Edge::Has => !few!("线关效机色限偿害毒轨无").begins(&words[at + len..]),
            Edge::Rank => at > start,
            Edge::Standard => !few!("供反对相响适效感").ends(&words[..at]),
        };
        if here && matches!(edge, Edge::Begins | Edge::Has | Edge::Pays) {
            (start, end) = (at + len, words.len());
        } else if here {
            end = end.min(at);
        }
    }
    gaps!("，、").trim_end(&words[start..end.max(start)])
}

/// Words behind a subject and before its verb that are no part of it.
pub(super) static TRAILING: BothWays<(), MANY> = both_ways![
    SUMS, MUST, "建成通车", "通车", "贯通", "全线贯通", "投产", "率先", "在全国率先", "同口径", "开工",
    "竣工", "开行", "继续", "分别", "预计", "预期", "力争", "确保", "实际", "同比", "环比", "同比实际",
    "年均", "平均", "平均每年", "每年", "每年均", "总体", "基本", "逐步", "进一步", "不断", "持续", "稳步",
    "稳定", "应该", "可以", "不得", "不应", "不应当", "不能", "将", "要", "也", "已", "已经", "均", "都",
    "仅", "只", "再", "又", "就", "共", "比上年", "比现在", "比目前", "较上年", "比去年", "较去年",
    "比上年同期", "名义", "大幅", "首次", "合共", "平均每人", "总共", "历史性", "由此", "力争年均", "年平均",
    "连续", "一度", "全面", "可", "新台币", "人民币", "美金", "每人每月", "每月", "每天", "每人", "每户",
    "每人每次", "每人每年", "每户每月", "每次", "共约", "大约", "给予", "不宜", "原则上", "至少", "年内",
    "未", "还", "净", "仍", "可望", "会", "估计", "最低", "最高", "最高不", "最低不", "全年", "现在",
    "平均每月", "未达", "超", "之", "预计将", "有望", "需", "拟", "约为", "总体上", "稳中有升", "逐年",
    "快速", "较快", "年内至少", "一般", "虽", "分设", "分别从", "当年", "下", "后", "各", "可补贴", "可补助",
    "可申请", "可享受", "可领取", "可获得", "超每千人", "每千人", "每万人", "每千瓦时", "交付", "交付使用",
    "投入运营", "投入使用", "新建通车", "建成投产", "可能", "仍然", "不过", "迅速", "却", "大幅度",
    "每平方公里", "没有", "不但没有", "力求", "要求", "双双", "虽然", "通常", "一律", "逆势", "争取",
    "必须争取", "就能", "才能", "能够", "大体上", "相应地", "不仅", "不仅没有", "安排为", "最多", "最少",
    "至多", "预定", "每斤", "每公斤", "每吨", "每亩", "每日", "每周", "每季度", "每立方米", "每平方米",
    "每千克", "每桶", "每股", "每生", "每生每年", "每生每月", "每生每天", "每人每天", "每人每日", "每户每年",
    "每学期", "每学年", "严格", "加快", "要加快", "人均", "户均", "接连", "连年", "一直", "始终", "同步",
    "连续多年", "阶段性", "全部", "继续执行", "每升", "每张", "建成投用", "按年", "按月", "按季", "按年实质",
    "实质", "最长", "最短", "止跌", "统一", "雖", "更是", "一举", "呈现", "呈", "相对", "大概", "当时",
    "可比", "可比口径", "只剩", "仅剩", "还剩", "仅余", "只余", "上看", "小幅", "微幅", "略微", "稍微",
    "略有", "稍有", "有所", "明显", "显著", "急剧", "成倍", "成倍地", "稳中", "稳中略", "温和", "逐季",
    "逐月", "达到或者", "达到或", "缓慢", "若干年", "再连续", "骤然", "猛然", "大致", "差不多", "大为",
    "竟然", "早已", "现已", "恢复性", "编列", "每年平均", "当月", "当季", "当日", "由负转正", "由降转增",
    "由降转升", "由降转涨", "由跌转涨", "由亏转盈", "由亏为盈", "扭亏为盈", "由正转负", "由增转降",
    "由升转降", "由涨转跌", "由盈转亏", "翻倍", "翻番", "倍增", "实现翻番", "实现翻倍", "实现倍增", "通客车",
    "通班车", "通邮", "通动力电", "通自来水", "通宽带", "通光纤",
];

/// Verbs and adverbs that are no name by themselves: the clause has left its subject out.
static NEVER_NAMES: Words<(), MANY> = words![
    SUMS, PLACES, "全社会", "同口径", "安排", "投入", "支持", "建设", "建成", "新建", "完成", "实施", "推进",
    "拨付", "发放", "每年安排", "各类", "增加", "增加了", "增产", "上升", "上升为", "递增", "折合", "减为",
    "拟定为", "将为", "共为", "合计为", "拟安排", "达到了", "上行", "下行", "开始", "不宜", "按期", "如期",
    "必要时", "必要时得", "特殊情况", "安排了", "投入了", "完成了", "五年", "十年", "三年", "每人", "每个",
    "每户", "每年", "年均净", "平均", "同比", "环比", "其中", "另外", "比去年", "比上年", "全年", "目前",
    "以及", "一年", "此外", "新增", "竣工", "开工", "净增", "分别", "高达", "多达", "下降", "提高", "提前",
    "提取", "转为", "计算", "派出", "会出现", "拿出", "而且", "即使", "都是", "就是", "也是", "只是", "每家",
    "抓好", "核准", "整体", "全区域", "全球", "国内", "省内", "市内", "国家", "后来", "计划", "力争", "确保",
    "全力", "努力", "着力", "促进", "实际完成", "实际达到", "我们", "他们", "你们", "她们", "它们", "人们",
    "大家", "同期", "同期为", "同期是", "尤其是", "特别是", "当季", "当月", "当年", "当期", "经批准",
    "经同意", "经审核", "经审查", "经协商", "大型", "中型", "小型", "微型", "大中型", "中小型", "接报",
    "拨出", "投出",
];

/// Nouns that say little alone.
static BARE: Words =
    words!["项目", "活动", "工程", "任务", "行动", "基地", "机构", "人员", "对象", "设施", "平台"];

/// Verbs of which such a noun is the object.
static BARE_OBJECT_OF: Words =
    words!["建设", "安排", "投入", "使用", "开发", "完工", "竣工", "制造", "突破", "转化", "建成",];

/// Words that open a bracket which says what a name takes in.
static ASIDES: Words = words!["包括", "不包括", "含", "不含", "其中", "按", "现价", "可比价", "下同"];

/// Whether some words only say what an amount is compared with: 每年不得超过总支出的.
pub(super) fn is_standard(words: &str) -> bool {
    static OPENS: Words =
        words![SUMS, "但", "且", "也", "亦", "又", "每年", "每人每月", "每月", "一般", "均", "原则上"];
    static STANDARD_BEGINS: CharSet = OPENS.first_chars().or(&EDGES.first_chars());
    let words = gaps!("\n，、").trim_start(words);
    if !STANDARD_BEGINS.begins(words) {
        return false;
    }
    let words = OPENS.strip(words).map_or(words, |(rest, ())| rest);
    EDGES.strip(words).is_some_and(|(_, edge)| edge == Edge::Standard)
}

/// Those who act, and whether the word is an adverb: 学院累计输送人才, what stands before it has done it.
pub(super) static ACTORS: BothWays<bool, MORE> = BothWays::of(&[
    ("教育局", false),
    ("水务局", false),
    ("水利局", false),
    ("公安局", false),
    ("税务局", false),
    ("卫健局", false),
    ("民政局", false),
    ("人社局", false),
    ("住建局", false),
    ("农业农村局", false),
    ("林业局", false),
    ("交通局", false),
    ("运输局", false),
    ("财政局", false),
    ("科技局", false),
    ("商务局", false),
    ("环境局", false),
    ("监管局", false),
    ("管理局", false),
    ("监督局", false),
    ("统计局", false),
    ("资源局", false),
    ("应急局", false),
    ("发改局", false),
    ("办事处", false),
    ("管理处", false),
    ("管委会", false),
    ("协会", false),
    ("联合会", false),
    ("基金会", false),
    ("支队", false),
    ("大队", false),
    ("救援队", false),
    ("派出所", false),
    ("研究所", false),
    ("合作社", false),
    ("机构", false),
    ("公司", false),
    ("部门", false),
    ("政府", false),
    ("自治区", false),
    ("各地", false),
    ("各级", false),
    ("常委会", false),
    ("委员会", false),
    ("国务院", false),
    ("企业", false),
    ("单位", false),
    ("公安机关", false),
    ("检察机关", false),
    ("税务机关", false),
    ("审判机关", false),
    ("法院", false),
    ("检察院", false),
    ("热线", false),
    ("当地", false),
    ("现场", false),
    ("集团", false),
    ("学校", false),
    ("医院", false),
    ("干部", false),
    ("党组", false),
    ("党委", false),
    ("我委", false),
    ("我局", false),
    ("我厅", false),
    ("我部", false),
    ("我院", false),
    ("我校", false),
    ("我行", false),
    ("我们", false),
    ("累计", true),
    ("内政部", false),
    ("经济部", false),
    ("交通部", false),
    ("教育部", false),
    ("财政部", false),
    ("农业部", false),
    ("农业农村部", false),
    ("农村部", false),
    ("商务部", false),
    ("科技部", false),
    ("工信部", false),
    ("水利部", false),
    ("民政部", false),
    ("国防部", false),
    ("劳动部", false),
    ("环境部", false),
    ("文化部", false),
    ("卫生部", false),
    ("卫福部", false),
    ("法务部", false),
    ("外交部", false),
    ("住建部", false),
    ("发展部", false),
]);

/// Each of them has one of these characters; and so has 全国 or 我省 before a verb; a number has none.
const ACTING: Asked = Asked::of("构司门府治各委院企位累全我部关线校组地团现局处会队所社");

/// What stands behind someone who acts and the verb: 公共图书馆 in 全市拥有公共图书馆. A verb that begins names is none here.
#[inline(never)]
fn behind_actor(words: &str) -> Option<&str> {
    // 175家企业发行债券: those who act are counted, and a verb that begins names as well acts.
    let counted = words.starts_with(|c: char| c.is_ascii_digit());
    let everywhere = few!("全各我").begins(words);
    if !(counted || everywhere || ACTORS.within(words)) {
        return None;
    }
    let mut verbs = ACTIONS.find_all(words);
    let verb = verbs.find(|(at, len, ())| {
        let (before, behind) = (&words[..*at], &words[at + len..]);
        // 各级政府拟投入, 全市共新增
        let mut who = before;
        while let Some((rest, ())) = HOW_ACTED.strip_end(who).filter(|_| !ACTORS.ends(who)) {
            who = rest;
        }
        let acts = who.len() < before.len();
        let scope = everywhere && few!("省市县区州国").ends(who) && !has_chars(who, 4);
        let actor =
            ACTORS.strip_end(who).is_some_and(|(_, adverb)| !(adverb && few!("新净").begins(&words[*at..])));
        let receives = || actor && receives(who, &words[*at..at + len], behind);
        (counted || (scope || actor) && (acts || receives() || !NOMINAL.begins(&words[*at..])))
            && has_chars(behind, 2)
            && !NAME_GOES_ON.begins(behind)
            && !is_mean(behind)
            // 各部门取消和调整的项目总数
            && !(few!("区").begins(behind) || few!("和与及并、").begins(behind) && few!("的").within(behind))
            && (leading(&words[*at..]) > 0 || few!("新").begins(&words[*at..]))
    });
    // 全国新增城镇就业: the verb is a part of the name.
    verb.map(|(at, len, ())| if leading(&words[at..]) > 0 { &words[at + len..] } else { &words[at..] })
        .or_else(|| if everywhere { behind_place(words) } else { None })
        .or_else(|| {
            // 公司支付评审费, 机构按月分别编造报表
            let mut actors = ACTORS.find_all(words);
            actors.find_map(|(at, len, _)| work::behind_work(HOW_ACTED.behind_all(&words[at + len..])))
        })
}

/// Whether someone does something to the object, although the verb begins names as well: 法院受理案件, 部门投入农机具; not
/// 政府采购项目.
fn receives(who: &str, verb: &str, object: &str) -> bool {
    !begins_name(verb, object)
        && !who.ends_with("政府")
        && !names_measure(object)
        && !few!("的").within(object)
}

/// When and how someone acts.
static HOW_ACTED: BothWays = both_ways![
    MUST, SUMS, "按月", "按季", "按年", "分别", "定期", "统一", "共", "已", "已经", "将", "拟", "要", "计划",
    "预计", "只", "还", "再", "均", "都", "又", "可", "主管", "依法", "全年", "提前", "抓紧", "联合", "免费",
    "主动", "牵头", "会同", "督促", "累计已", "紧急",
];

/// What stands behind a whole place and the verb of what was done in it, which may begin names as well: 油菜 in 全县种植油菜,
/// 脱贫 in 全县预计脱贫.
#[cold]
fn behind_place(words: &str) -> Option<&str> {
    static WHOLE: Words = words![
        PLACES, "全镇", "全乡", "全村", "全校", "全系统", "全集团", "全公司", "全社会", "我镇", "我乡"
    ];
    static HOW: Words = words![SUMS, "共", "已", "已经", "计划", "拟", "将", "已累计", "年均"];
    let (rest, ()) = WHOLE.strip(words)?;
    let planned = strip_any(rest, &["预计将", "预计", "估计", "力争", "有望", "可望"]);
    let stem = planned.unwrap_or(rest);
    let rest = HOW.strip(stem).map_or(stem, |(rest, ())| rest);
    let how = &stem[..stem.len() - rest.len()];
    if let Some(object) = work::behind_work(rest) {
        return Some(object);
    }
    let verb = ACTIONS.longest(rest);
    let object = &rest[verb..];
    let acts = verb > 0
        && leading(rest) == verb
        && has_chars(object, 2)
        && !NAME_GOES_ON.begins(object)
        && !few!("区").begins(object)
        && !few!("的").within(object)
        && !keeps_verb(rest, object)
        && (rest.starts_with("投入资金")
            || (!names_measure(object) || object.ends_with("力量")) && !work::is_no_object(object));
    if acts {
        return Some(object);
    }
    // 全市累计减税降费
    if SUMS_UP.has(how) && has_chars(rest, 2) && !names_measure(rest) && verb == 0 {
        return Some(rest);
    }
    planned.filter(|rest| has_chars(rest, 2) && !TRAILING.has(rest))
}

/// 比上年同期, 较全国 at the end of some words, taken off.
#[inline(never)]
fn without_comparison(words: &str) -> Option<&str> {
    let at = few!("比较").rfind(words)?;
    let behind = &words[at + '比'.len_utf8()..];
    let with = few!("上去前全同年本往过预计规现目原别其基").begins(behind)
        || behind.is_empty() && words.ends_with('较');
    let part_of_name = few!("重例率值较").begins(behind);
    (with && !part_of_name && !has_chars(behind, 15)).then(|| &words[..at])
}

/// How it was reckoned at the end of some words, taken off: 零售总额扣除价格因素, 按可比价格计算.
fn without_reckoning(words: &str) -> Option<&str> {
    static RECKONS: Words = words!["扣除", "剔除", "考虑", "按照", "按", "以"];
    if !has_end(words, &["因素", "计算"]) {
        return None;
    }
    let (at, ..) = RECKONS.find_all(words).last()?;
    (!has_chars(&words[at..], 16)).then(|| gaps!("，").trim_end(&words[..at]))
}

/// Who is appointed, where some words say where: 联席会议设召集人, 每班置导师.
pub(super) fn appointed(words: &str) -> &str {
    let verb =
        few!("设置").rfind(words).filter(|at| !few!("建常开附摆架敷铺装配布位处陈安设").ends(&words[..*at]));
    let Some(behind) = verb.map(|at| &words[at + '设'.len_utf8()..]) else { return words };
    let behind = behind.strip_prefix('有').unwrap_or(behind);
    // 设备, 设计人员 are names.
    if !has_chars(behind, 2) || few!("备施计立置想定区市业信换办疑").begins(behind) {
        words
    } else {
        behind
    }
}

/// Verbs before what they act on, and whether each stays with it, as it says which way that changes.
static OBJECT_VERBS: Words<bool> = Words::of(&[
    ("实现", false),
    ("完成", false),
    ("建成", false),
    ("实施", false),
    ("追回", false),
    ("挽回", false),
    ("形成", false),
    ("释放", false),
    ("改善", false),
    ("办好", false),
    ("审议", false),
    ("审议通过", false),
    ("造成", false),
    ("开展", false),
    ("惠及", false),
    ("开行", false),
    ("取得", false),
    ("拉动", false),
    ("撬动", false),
    ("推出", false),
    ("招引", false),
    ("兑现", false),
    ("兑付", false),
    ("增设", false),
    ("增补", false),
    ("引导设立", false),
    ("举办", false),
    ("带动", false),
    ("解决", false),
    ("预约", false),
    ("接待", false),
    ("发放", false),
    ("吸引", false),
    ("组建", false),
    ("创建", false),
    ("吸纳", false),
    ("输送", false),
    ("提供", false),
    ("设立", false),
    ("开设", false),
    ("布设", false),
    ("设置", false),
    ("拥有", false),
    ("削减", true),
    ("压减", true),
    ("减少", true),
    ("节约", true),
    ("节省", true),
    ("裁减", true),
    ("精减", false),
]);

/// What stands behind the last verb in some words that acts on it: 全市实现工业增加值 is 工业增加值. A verb of change stays
/// with it: 通过技术改造削减排放量 is 削减排放量.
pub(super) fn behind_verb(words: &str) -> &str {
    // 形成削减能力: the verb of a name is none.
    let acts = |(at, len, _): &(usize, usize, bool)| {
        let behind = &words[at + len..];
        // 每百户拥有家用汽车 is a measure, 康复救助 in 提供康复救助 a deed.
        let own = match &words[*at..at + len] {
            "拥有" => !few!("每").within(&words[..*at]),
            "提供" => !ACTIONS.has(behind),
            "设立" | "设置" => !is_bare_measure(behind),
            _ => true,
        };
        own && !is_change_noun(behind)
            && !behind.starts_with("能力")
            && !work::is_no_object(behind)
            && !behind.starts_with('之')
            && is_balanced(behind)
    };
    let Some((at, len, stays)) = OBJECT_VERBS.find_all(words).filter(acts).last() else { return words };
    let behind = &words[at + len..];
    // 建成区绿化覆盖率 is a name, and what is 建成通车 stands before it.
    if !has_chars(behind, 2)
        || TRAILING.has(behind)
        || few!("的").within(behind)
        || NAME_GOES_ON.begins(behind)
        || few!("区").begins(behind)
        || behind.starts_with(|c: char| c.is_ascii_digit())
    {
        return words;
    }
    if stays { &words[at..] } else { behind }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_leave_traces() {
        assert!(EDGES.all().all(|word| Traces::of(word).may_have(EDGED)));
        assert!(ACTORS.all().all(|word| Traces::of(word).may_have(ACTING)));
    }

    #[test]
    fn subjects() {
        for (words, subject) in [
            ("提出常住人口城镇化率", "常住人口城镇化率"),
            ("累计新开工亿元以上项目", "亿元以上项目"),
            ("使现役机组投入运行的装机容量", "现役机组投入运行的装机容量"),
            ("城乡居民收入分别", "城乡居民收入"),
            ("限额基准为家庭年人均收入", "家庭年人均收入"),
            ("抓紧调剂白菜等农作物种子", "白菜等农作物种子"),
            ("再生水利用率", "再生水利用率"),
            ("生产总值", "生产总值"),
            ("在校学生", "在校学生"),
            ("产值同比", "产值"),
            ("等内容的空包装盒", "空包装盒"),
            ("同比", ""),
            ("增加了", ""),
            ("", ""),
        ] {
            assert_eq!(subject_before(words).unwrap_or(""), subject, "{words}");
        }
    }
}
