//! The name of what is counted, behind its amount.

use core::ops::Range;

use super::action::{ACTIONS, NOMINAL};
use super::change::first_change;
use super::leading::leading;
use super::lexicon::SAID_OF;
use crate::charset::CharSet;
use crate::few::{few, gaps};
use crate::numeral::arabic_digit;
use crate::token::{begins, ends, gap, has_chars, is_han, strip_any};
use crate::words::{Endings, MANY, Words, endings, words};

/// Words that no noun begins with, but for names of undertakings.
static NO_NOUNS: Words = words![
    "者", "用于", "关于", "优化", "转为", "由", "将", "政府", "开工", "以上", "以下", "增加", "提高", "扩大",
    "得以", "并已", "增至", "增为", "降至", "获评", "经过", "报废", "签署", "年产", "候选", "必选", "认列",
    "分两", "采取", "印发", "提出", "入手", "召开", "给予", "拒不", "尚未", "跃升", "变为", "减为", "拓展到",
    "拓展至", "扩充为", "亲临", "莅临", "核计", "分送", "以内", "减少", "降低", "下降", "压缩", "整合",
    "上升", "增长", "提升",
];

/// Characters that begin none but a few names.
const NO_FIRST_CHARS: &str = "的和及与或等以之中内外是为在到至，、比同共而且但即";

/// Whether no name begins with the first word of a text.
#[inline(never)]
fn begins_no_name(text: &str) -> bool {
    begins(text, NO_FIRST_CHARS) && !PREPOSITIONAL.begins(text)
        || NO_NOUNS.strip(text).is_some_and(|(rest, ())| !UNDERTAKINGS.begins(rest))
        || NO_NOUN_VERBS.strip(text).is_some_and(|(rest, but)| !begins(rest, but) && !OF_A_KIND.begins(rest))
}

/// The name of what an amount counts, behind it: to the first word at which it ends.
pub(super) fn noun_after(text: &str, from: usize, limit: usize) -> Option<Range<usize>> {
    static REFUSED: CharSet =
        CharSet::of(NO_FIRST_CHARS).or(&NO_NOUNS.first_chars()).or(&NO_NOUN_VERBS.first_chars());
    let start = from + (text[from..].len() - gap(&text[from..]).len());
    if start >= limit {
        return None;
    }
    let first = text[start..].chars().next()?;
    if !(is_han(first) || first == '“' || first.is_ascii_alphabetic() || begins_in_grade(&text[start..]))
        || REFUSED.begins(&text[start..]) && begins_no_name(&text[start..])
        // 突破5万亿大关
        || text[start..].starts_with("大关")
    {
        return None;
    }
    let end = name_end(text, start, limit)?;
    // What was cut off may have stood behind a blank: 农田 建设.
    let name =
        gaps!("\n").trim_end(without_particle(text, start, without_work(without_link(&text[start..end]))));
    // 不足3套时, 四家者
    let word = matches!(name, "时" | "者" | "里" | "中" | "内" | "起" | "后" | "前");
    (name.chars().any(is_han) && !word).then(|| start..start + name.len())
}

/// Where a name ends that begins at a place: at the first mark or word at which one does. A long one is none.
fn name_end(text: &str, start: usize, limit: usize) -> Option<usize> {
    let first = text[start..].chars().next()?;
    // Where the quotation mark or bracket stands that is not closed yet.
    let (mut quoted, mut bracket) = (None, start);
    let (mut end, mut depth) = (start, 0usize);
    for (count, (at, c)) in text[start..limit].char_indices().enumerate() {
        let here = start + at;
        match c {
            '。' => break,
            '“' => quoted = quoted.or(Some(here)),
            '”' if quoted.is_none() => break,
            // 两个阶段——试点和推广
            '—' if text[here..].starts_with("——") => break,
            '”' => quoted = None,
            '（' | '(' if count > 0 => {
                // 7个税目（见附件二）
                if depth == 0 && few!("见详其").begins(&text[here + c.len_utf8()..]) {
                    break;
                }
                if depth == 0 {
                    bracket = here;
                }
                depth += 1;
            }
            '）' | ')' if depth > 0 => depth -= 1,
            '，' | '；' | '：' | '！' | '？' | '、' | ')' | '）' | '\n' | '《' | ',' | ':' | ';' | '―'
                if quoted.is_none() && depth == 0 =>
            {
                break;
            }
            _ => {}
        }
        if count >= 28 {
            return None;
        }
        // 20个省已实行, 3个县启动建设
        let named = count >= 2
            || count == 1
                && SINGLE_PLACES.has(first)
                && (few!("已曾仅未").begins(&text[here..]) || STOPS.longest(&text[here..]) >= 6);
        if named
            && quoted.is_none()
            && depth == 0
            && stops(&text[..here], &text[here..])
            && !is_planned(&text[start..here], &text[here..])
        {
            break;
        }
        end = here + c.len_utf8();
    }
    // 三个重要路段": what it closes was opened before the amount.
    if text[start..end].matches('"').count() == 1 {
        end = start + text[start..end].find('"').unwrap_or(0);
    }
    // A bracket that holds more than a name is no part of it: 35个班（约1750个学位）. Nor is a quotation that goes on: 3家“专精特新.
    let opened = [quoted, (depth > 0).then_some(bracket)].into_iter().flatten().min();
    Some(opened.unwrap_or_else(|| coordinated(text, start, end, limit)))
}

/// Whether a name goes on behind the verb that a text begins with, as what is so planned is counted: 项目 in 92个计划新开工项目.
#[cold]
fn is_planned(name: &str, here: &str) -> bool {
    static PLANNED: Words = words!["项目", "工程", "企业", "标段", "小区", "线路", "机组", "学校", "医院"];
    let plan = matches!(name, "计划" | "计划新" | "拟新" | "新" | "续建和新" | "拟");
    let (object, ()) = if plan { ACTIONS.strip(here) } else { None }.unwrap_or_default();
    PLANNED.begins(object.strip_prefix('的').unwrap_or(object))
}

/// A name without the action at its end, which is not what is counted: 46万亩高标准农田建设.
fn without_work(name: &str) -> &str {
    static WORK: Endings =
        endings!["改造提升", "升级改造", "现代化改造", "建设", "划定", "整治", "扶持", "创建"];
    let name = if name == "标的" { name } else { gaps!("的和及与（(").trim_end(name) };
    // 区域发展基础建设 is one thing.
    let apart = |stem: &&str| has_chars(stem, 4) && !stem.ends_with("基础");
    let Some((stem, ())) = WORK.strip_end(name).filter(|(stem, ())| apart(stem)) else { return name };
    // 光纤宽带建设和升级改造: two works on it
    let first = stem.strip_suffix(['和', '及', '与', '、']).and_then(|first| WORK.strip_end(first));
    first.map(|(stem, ())| stem).filter(apart).unwrap_or(stem)
}

/// A name without what leads on behind it to the next amount or word: 或者 in 两名代表或者三分之一, 有 in 五个乡有三个.
fn without_link(name: &str) -> &str {
    static LINKS: Endings<&str> = Endings::of(&[
        ("或者", ""),
        ("以及", ""),
        ("及其", ""),
        ("有", "国私公所拥持享稀特自专原含保共具没"),
        ("以", ""),
        ("后", "前最以之落今售产幕背"),
        ("间", "时空房车期夜民乡晚区人中"),
        ("里", "公邻乡海"),
        ("应", "供相适响反效感对"),
        ("并", "合兼"),
        ("比", "占对同环评性正反可配"),
    ]);
    match LINKS.strip_end(name) {
        Some((stem, not_behind)) if has_chars(stem, 2) && !ends(stem, not_behind) => stem,
        _ => name,
    }
}

/// A name that begins at a place, without the particle at its end that a comma follows: 两个受托人时，, 除3个自治州外，.
fn without_particle<'t>(text: &str, start: usize, name: &'t str) -> &'t str {
    let bare = CLAUSE_PARTICLES.iter().find_map(|(particle, words)| {
        let stem = name.strip_suffix(*particle)?;
        (few!("，").begins(&text[start + name.len()..]) && !ends(stem, words)).then_some(stem)
    });
    bare.unwrap_or(name)
}

/// Particles that end a clause behind what is counted, and the characters that make another word with each.
const CLAUSE_PARTICLES: [(char, &str); 3] = [
    ('中', "高初集完职其空之当适折居手附华院水人正市"),
    ('时', "实小届及临平同暂即准工课学战定按"),
    ('外', "以国海省境户室校野内中编域对场郊城课"),
];

/// Whether a name begins with a grade: 5A级景区, 5G基站, 1类新药.
fn begins_in_grade(name: &str) -> bool {
    let behind = name.trim_start_matches(|c| arabic_digit(c).is_some());
    let grade = |c| matches!(c, 'A'..='Z' | 'Ａ'..='Ｚ' | '类');
    (1..=2).contains(&name[..name.len() - behind.len()].chars().count()) && behind.starts_with(grade)
}

/// A noun without the verb of action behind it: 高层建筑 in 高层建筑安装设备.
pub(super) fn before_action(text: &str, noun: Range<usize>) -> Range<usize> {
    let name = &text[noun.clone()];
    let verb = ACTIONS.find_all(name).find(|(at, len, ())| {
        *at >= 2 * '人'.len_utf8()
            // 为2万名群众提供就业服务: the noun was cut at 就.
            && (name.len() > at + len || &name[*at..] == "提供")
            && NOMINAL.strip(&name[*at..]).is_none_or(|(behind, names)| !begins(behind, names))
            // 社区服务中心
            && !SITES.begins(&name[at + len..])
    });
    verb.map_or(noun.clone(), |(at, ..)| noun.start..noun.start + gaps!("\n").trim_end(&name[..at]).len())
}

/// What a verb before it only says the kind of.
static SITES: Words = words!["中心", "站", "点", "网点", "机构", "设施", "平台", "体系", "人员", "组织"];

/// A noun without the verb behind it that something was done by: 城市 in 城市建立了低保制度; 开通了英文版 has none.
pub(super) fn before_deed(text: &str, noun: Range<usize>) -> Option<Range<usize>> {
    let name = &text[noun.clone()];
    if !few!("了").within(name) {
        return Some(noun);
    }
    if ACTIONS.strip(name).is_some_and(|(rest, ())| few!("了").begins(rest)) {
        return None;
    }
    let verb = ACTIONS.find_all(name).find(|(at, len, ())| {
        // 20个县设立了服务站
        let named = *at >= 2 * '人'.len_utf8() || SINGLE_PLACES.ends(&name[..*at]);
        named && name[at + len..].starts_with('了')
    });
    let Some((at, ..)) = verb else { return Some(noun) };
    let name = gaps!("\n").trim_end(name[..at].strip_suffix("初步").unwrap_or(&name[..at]));
    Some(noun.start..noun.start + name.len())
}

/// What is undertaken: 提升行动 is a name, though 提升 is none.
static UNDERTAKINGS: Words = words!["行动", "工程", "举措", "项目", "计划", "任务"];

/// Names that begin as words do that none begins with.
static PREPOSITIONAL: Words = words![
    "在校", "在册", "在职", "在岗", "在编", "在建", "在园", "在役", "中小", "中央", "中心", "中药", "中医",
    "中成药", "中试", "中型", "中外", "中学", "中职", "中欧", "内河", "内陆", "内资", "外资", "外商", "外国",
    "外贸", "外籍", "外来", "外企", "中国", "中华", "中西", "中东", "中部", "中等", "中级", "中层", "中专",
    "中文", "中介", "和美", "和谐", "比例", "比赛", "共生", "共建", "即时", "即食", "即墨", "为民", "同志",
    "同学", "同胞", "共享", "共性", "同类", "等级",
];

/// What is counted by a single character: 20个县深化….
pub(super) static SINGLE_PLACES: CharSet = CharSet::of("县市省区镇乡村厂部校国州");

/// Verbs and adverbs that no noun begins with, but for those that go on with one of some characters: 死亡 and 死亡事故.
static NO_NOUN_VERBS: Words<&str> = Words::of(&[
    ("组成", "人部成单"),
    ("合议", "庭"),
    ("死亡", "事人者率案"),
    ("受伤", "人者职"),
    ("遇难", "者同人"),
    ("失踪", "人者"),
    ("都", "市江会城"),
    ("要", "素点求件闻塞道地害领"),
    ("就", "业诊医读学餐近"),
    ("时", "代期间段尚装长空政事"),
    ("居住", "区地点条环证权"),
    ("均", "衡线值"),
    ("也", ""),
    ("又", ""),
    ("出国", ""),
    ("参加", "者人国单"),
    ("参与", "者人国单方度率"),
    ("排在", ""),
    ("排名", "榜赛"),
    ("报到", ""),
    ("出席", "代人"),
    ("还", "款建田"),
    ("被", "告保子褥服申执动害调"),
    ("并", "购网联"),
    ("得", "分奖票主"),
    ("应", "用急届收付税届"),
    ("仍", ""),
    ("未", "成来婚就"),
    ("进行", "曲"),
    ("作为", ""),
    ("使", "馆节命用者"),
    ("制", "造药度种氢冷剂片品糖衣"),
    ("怎么", ""),
    ("怎样", ""),
    ("加入", ""),
    ("申报", "人者项单材企主书"),
    ("签订", ""),
    ("对", "象应接口外策话标手照立虾联冲账讲称抗比偶赌流撞点"),
    ("联合", "企公国会社体实声工制收"),
    ("要求", "，。、；：的之"),
    ("计算", "公机方器力中基"),
    ("向", "日导阳"),
    ("提前", "批"),
    ("获", "奖证批"),
    ("按", "摩钮键揭"),
    ("致", "贺辞敬富灾病癌残盲"),
    ("不", "同良等锈动足合确可利孕明饱规定孤相夜"),
    ("强", "县市省国镇村手校企队军者项化基链震台对降制势引筋戒"),
    ("弱", "势项点国校县村者电"),
]);

/// Words at which the name of what is counted ends.
static STOPS: Words<(), MANY> = words![
    SAID_OF, "出庭", "加以", "划转", "提前", "实行", "基本完成", "基本建成", "基本实现", "基本形成", "作为",
    "恢复", "建成", "投产", "投入", "投用", "发布", "开工", "竣工", "完工", "通车", "运营", "上线", "落地",
    "实现", "达到", "参加", "改革探索", "开展", "获得", "获评", "获批", "入选", "入围", "跻身", "纳入",
    "完成", "转为", "要求", "决不", "全部", "顺利", "进行", "给出", "加快", "探索", "改革试点", "开始",
    "有序", "下放", "深化", "可以", "能够", "涉及", "构成", "包括", "和一", "和“", "左右", "的比例", "出席",
    "签署", "得到", "受到", "取得", "共同", "分别", "陆续", "集中", "成功", "正式", "率先", "先后", "全面",
    "达产", "达效", "参与", "与会", "联合", "排名", "挂牌", "揭牌", "升格", "报到", "上岗", "落户", "脱贫",
    "参保", "领取", "受益", "受惠", "渡过", "整体提升", "新增纳入", "直接受益", "间接受益", "从中受益",
    "从中获益", "升级为", "升级成", "分两", "分三", "进入", "获国家", "获全国", "被认定", "被评", "被命名",
    "对外开放", "增加到", "提高到", "扩大到", "稳定消除", "稳定实现", "消除", "来访", "来华", "参赛", "接受",
    "享受", "融入", "加入", "列入", "投运", "贯通", "开通", "开业", "复工", "摘帽", "受伤", "死亡", "遇难",
    "返乡", "化解", "告别", "用上", "喝上", "走上", "住上", "立起", "晋级", "位列", "位居", "居全国",
    "居全省", "遍布", "惠及", "涵盖", "相继", "稳步", "持续", "广泛", "首次", "纷纷", "同步", "如期", "按期",
    "稳定", "追回", "就业增收", "整县", "整村", "通过国家", "择一", "通过验收", "通过省", "通过上市", "荣获",
    "撬动", "被", "签约落地", "就近", "办结", "整改完成", "网上可办", "建设进度", "快速", "在城镇", "给予",
    "予以", "各", "但", "曾经", "免费", "密切", "扎实", "累计", "连续", "一定", "随着", "评选出", "积极应",
    "积极发", "积极参", "积极推", "发放", "发行", "出台", "施行", "出资", "突破", "增至", "增为", "世世代代",
    "吸取", "制定", "带动", "带来", "明显", "大幅", "已经", "正在", "均已", "报废", "的基础上", "的过程中",
    "的情况下", "的同时", "的前提下", "新获", "新入选", "亮相", "圆满", "成型", "提档升级", "提能升级",
    "提质升级", "参照", "共享三", "共享服", "开设", "重组入", "复制推广", "全国复制", "交付使", "确权到",
    "迈入", "跨入", "梯次", "布局拓展", "异地办理", "跨省通办", "实施改造", "实施技术", "实施数字",
    "提质增效", "聚力", "转入", "国家技术发明奖", "国家自然科学奖", "国家科学技术进步奖", "国家科技进步奖",
    "进社区", "进校园", "进乡村", "上榜", "免征", "受命名", "建设开局", "开局起步", "装车应用", "实战化",
    "先行探索", "先行先试", "并网发电", "提请", "入住新", "延伸产", "延伸上", "中华人民共和国", "周边环境",
    "周边道路", "周边交通", "饮水安全", "的饮水安全", "成为", "发展成为", "主板上市", "科创板上市",
    "成功上市", "首发上市", "常态化运行", "应当", "应该", "启动试点", "启动建设", "启动城", "总长", "全长",
    "特别是", "尤其是", "依次", "平均", "目前", "至今", "仍然", "依然", "始终", "一直", "从未", "怎么",
    "如何", "如下", "落实通知", "之基础上", "编列", "退还", "签约", "开诊", "聚焦", "角逐", "推行", "参会",
    "参展", "因灾", "因公", "因病", "通水", "通电", "入户走访", "整改问题", "解决", "齐聚", "汇聚一", "奔赴",
    "赶赴", "前往", "走进", "搬入", "搬进", "结业", "毕业于", "踊跃", "自愿参", "主动参", "依法", "逐一",
    "分批", "只用", "通路", "下沉基", "下沉一", "下沉到", "聚集", "年评价", "无法", "不能", "不得", "必须",
    "没有", "庄严", "合力", "携手", "分赴", "驰援", "投身", "扎根", "看，", "赞成", "反对", "弃权", "提出建",
    "提出意", "提出要", "见附", "详见", "申报", "通硬化路", "通水泥路", "通沥青", "通油路", "通邮",
    "通动力电", "通班车", "实施", "签订", "的准入", "连片新建", "深入实施", "推进实施", "组织实施",
    "全面实施", "统一实施", "分步实施", "同步实施", "按规定",
];

/// Words that begin as those do, and go on with the name: 乡村运营人才, 医疗共同体.
static NO_STOPS: Words<(), MANY> = words![
    "就业岗位", "就业服务", "就业机制", "就业制度", "都市", "要素", "使用权", "使用制度", "集中区",
    "就业补贴", "就业补助", "就业困难", "就业见习", "就业驿站", "就业基地", "就业帮扶车间", "就业扶贫车间",
    "就业援助", "就业培训基地", "就业技能", "就业社区", "就业示范", "就业园", "就业训练", "就业指导站",
    "就业指导员", "就业指导中心", "就业创业基地", "就业创业园", "就业创业示范", "就业创业服务", "就业人员",
    "就业人口", "就业大学生", "就业毕业生", "就业重点", "就业工厂", "就业工坊", "就业车间", "就业载体",
    "就业信息", "就业政策", "就业资金", "就业奖", "就业群体", "就业项目", "就业规模", "就餐点", "就餐服务",
    "就医点", "就学补", "就学资助", "就诊点", "运营人才", "运营中心", "运营商", "运营企业", "运营主体",
    "运营机构", "联合体", "联合会", "联合社", "联合实验", "联合工会", "集中供", "集中式", "集中安置",
    "集中居住", "共同体", "共同富裕", "成功案例", "成功经验", "投入品", "参赛选手", "参赛队", "参赛者",
    "参赛作品", "与会代表", "与会人员", "来华留学", "发布会", "发布平台", "返乡农民工", "返乡创业", "脱贫户",
    "脱贫人口", "脱贫县", "脱贫村", "脱贫家庭", "脱贫群众", "脱贫劳动", "参保人", "参保职工", "参保居民",
    "参保单位", "受益人", "建成区", "获得感", "正式党员", "正式代表", "正式员工", "上岗证", "上岗人员",
    "报到证", "平均数", "平均值", "平均水平", "签约项目", "签约服务", "签约率", "签约仪式", "签约活动",
    "签约企业", "签约居民", "签约家庭", "上市公司", "上市企业", "上市后备", "上市许可", "上市药", "上市品种",
    "上市辅导", "上市培育", "上市梯队", "依法行政", "依法治", "依法登记", "依法设立", "聚集区", "聚集地",
    "聚集点", "没有的", "对象", "对应", "对接", "对口", "对外", "对策", "对话", "对标", "对抗", "对比",
    "对手", "对照", "对立", "对讲", "对称", "对虾", "对联", "入驻企业", "入驻商户", "入驻机构", "入驻项目",
    "入驻率", "拥有量", "拥有率", "拥有者", "下线仪式", "通过率", "通过量", "通过能力", "通过的", "通过式",
    "对冲", "对账", "解决方案", "解决机制", "解决中心", "聚集场", "结业证", "参展商", "参展企业", "参展国",
    "参展单位", "参会代表", "参会人员", "参会嘉宾", "参会企业", "参会国", "对赌", "对偶", "实施的", "申报的",
    "申报项目", "申报单位", "申报人", "申报企业", "申报主体", "申报材料", "申报点", "通公路率", "通硬化路率",
    "通客车率", "通邮率", "通班车率", "通公路工程", "通硬化路工程", "通客车工程", "通邮工程", "通自来水率",
    "实施项目", "实施主体", "实施单位", "实施方案", "实施细则", "实施意见", "实施办法", "实施计划", "实施区",
    "实施县", "实施地", "实施机构", "实施工程", "实施条例", "实施村", "实施点", "实施规则", "实施乡",
    "实施范围", "未来", "未成年", "未央", "未婚", "未就业", "未出租", "占地", "占用", "占道", "达标", "达人",
    "设立的", "提出的", "负责人", "负责同", "负责的", "执业医", "执业助", "补短板工", "补短板项", "补短板行",
    "组成部", "组成人", "组成单", "组成员", "组成要", "初步方", "初步设", "初步成", "评议员", "评议会",
    "评议团", "达峰", "执业律", "执业药", "执业人", "执业机", "执业护", "执业兽", "执业资", "执业许",
    "执业证", "受理点", "受理窗", "受理中", "选择性", "选择题", "改善型", "改善类", "改善项", "改善工",
    "改善行", "改善计", "担任的", "提交的", "需要的", "吸引力", "继续教", "因素", "因子", "之家", "之乡",
    "之都", "之城", "之星", "之友", "之窗", "之路", "之旅", "之声", "之光", "之冠", "之最", "之夜", "之江",
    "之春", "之谷", "之眼", "之门", "之心", "之源", "之翼", "之魂", "之歌", "超标断", "超标点", "超标问",
    "超标排", "超标河", "超标企", "超标项", "全覆盖工", "全覆盖项", "全覆盖试", "试行方", "试行办", "试行区",
    "下放事", "深化提升",
];

/// Particles and other words at which it ends, and the characters before them that make both a word: 重要, 高等.
static PARTICLES: Words<&str, MANY> = Words::of(&[
    ("在", "存内外潜所实现"),
    ("为", "行作成认人"),
    ("由", "自理"),
    ("将", "大小即"),
    // 受灾群众 are counted.
    ("受灾，", ""),
    ("受灾。", ""),
    ("受灾、", ""),
    ("被", ""),
    ("从", ""),
    ("向", "方面去定东西南北双纵横导流投走趋"),
    ("并", "合兼"),
    ("已", ""),
    ("正", "公修改真端"),
    ("要", "重主首必需紧纲概次"),
    ("都", "首成"),
    ("均", "人平年月日户亩"),
    ("等", "高平中初优同均劣"),
    ("即", "立随"),
    ("是", "实国"),
    ("也", ""),
    ("还", ""),
    ("又", ""),
    ("给", "供补"),
    ("到", ""),
    ("至", ""),
    ("使", "大天公"),
    ("让", "转"),
    ("就", "成"),
    ("把", ""),
    ("获", "收捕查缴抓荣喜斩"),
    ("上市", "以"),
    ("对", "针相绝面应反校派配核结不接比成"),
    ("曾", "未不"),
    ("仅", "不"),
    ("可在", "许认"),
    ("可享受", "许认"),
    ("可按", "许认"),
    ("可通过", "许认方"),
    ("可直接", "许认"),
    ("可申请", "许认"),
    ("可网上", "许认"),
    ("可全程", "许认"),
    ("可就近", "许认"),
    ("可跨", "许认"),
    ("可异地", "许认"),
    ("可自主", "许认"),
    ("通过", "议核收审查检考认论批获表证验试以能可"),
    ("设有", "建开铺架附摆"),
    ("通了", "开打贯接疏沟联连畅流"),
    ("未", "方尚从而"),
    // Where they are, or which of them.
    ("中的", "集其高初"),
    ("中有", "集其高初"),
    ("中选", "集高初"),
    ("中任", "高初"),
    ("中属", "高初"),
    ("中出", "集高初"),
    ("里面", ""),
    ("当中", ""),
    ("以外", ""),
    ("以上", "级额模元瓦吨米顷里户度年岁线星等亿万人家个张头只床栋台套座条科专历士师处层倍及"),
    ("以下", "级额模元瓦吨米顷里户度年岁线星等亿万人家个张头只床栋台套座条科专历士师处层倍及"),
    ("之", "总反置"),
    ("所需", ""),
    ("所作", ""),
    // How much of something.
    ("占", "侵抢攻强独霸"),
    ("达", "到发表直抵传雷送通转艾下马波卡沙利莱碳哈格万恒宏安信腾润"),
    ("合计", ""),
    ("共计", ""),
    // Another clause.
    ("而", "从反进因然"),
    ("若", "般"),
    ("因", "基病成原诱起动内外死"),
    ("虽然", ""),
    ("和第", ""),
    ("及第", ""),
    ("和部分", ""),
    ("和每", ""),
    ("和这", ""),
    ("和全部", ""),
    // What they do, or how.
    ("逐步", ""),
    ("逐渐", ""),
    ("不断", ""),
    ("继续", ""),
    ("互相", ""),
    ("相互", ""),
    ("一道", ""),
    ("一齐", ""),
    ("一起", ""),
    ("不及", ""),
    ("不会", ""),
    ("不是", ""),
    ("不允", ""),
    ("不再", ""),
    ("不应", ""),
    ("不动摇", ""),
    ("不够", ""),
    ("有了", "拥享具"),
    ("有所", ""),
    ("有着", "拥享具"),
    ("具有", "且并和、"),
    ("存在着", ""),
    ("需要", ""),
    ("经过", ""),
    ("经审", "已"),
    ("经大", ""),
    ("着眼", ""),
    ("着手", ""),
    ("著手", ""),
    ("初步", ""),
    ("开庭", ""),
    ("评议", "主民"),
    ("投资设立", ""),
    ("作出", ""),
    ("做出", ""),
    ("作如", ""),
    ("作些", ""),
    ("履行", ""),
    ("争夺", ""),
    ("加紧", ""),
    ("展开", ""),
    ("得以", ""),
    ("申领", ""),
    ("提起", ""),
    ("提交", ""),
    ("提议", ""),
    ("担任", ""),
    ("执业", ""),
    ("设立", "新法"),
    ("同意", "共"),
    ("签字", ""),
    ("吸引", ""),
    ("改善", ""),
    ("选择", ""),
    ("统一于", ""),
    ("统一起", ""),
    ("结合起", ""),
    ("负责", ""),
    ("受理", ""),
    ("和睦", ""),
    ("出现", ""),
    ("超标", ""),
    ("试行", ""),
    ("属于", "归"),
    ("归属于", ""),
    ("确立", ""),
    ("可供", "许认"),
    ("远离", ""),
    ("整合为", ""),
    ("整合优", ""),
    ("简化为", ""),
    ("成效显", ""),
    ("全覆盖", ""),
    ("发挥", ""),
    ("提出", "权"),
    ("那样", ""),
    ("充满", ""),
    ("本身", ""),
    ("无论", ""),
    ("按照", ""),
    ("加上", ""),
    ("很快", ""),
    ("认真", ""),
    ("入手", ""),
    ("细化提", ""),
    ("高效运", ""),
    ("扩容提", ""),
    ("扩面提", ""),
    ("提质强", ""),
    ("补短板", ""),
    ("强链补", ""),
    ("保持", "土"),
    ("组成", ""),
]);

/// The end of a row of kinds of places behind the first of them: 省、自治区、直辖市, 乡、镇、街道.
#[cold]
fn kinds_of_places(text: &str, end: usize, limit: usize) -> usize {
    static KINDS: Words = words![
        "自治区", "直辖市", "自治州", "自治县", "自治旗", "街道", "市", "县", "区", "旗", "镇", "乡", "村"
    ];
    let mut last = end;
    for _ in 0..6 {
        let rest = &text[last..limit];
        let row = rest.strip_prefix(['、', '和', '及']).and_then(|kind| KINDS.strip(kind));
        let Some((behind, ())) = row else { break };
        last += rest.len() - behind.len();
    }
    // 省、市（地）级机构
    if few!("级（").begins(&text[last..]) { end } else { last }
}

/// The end of further nouns behind one that ends in 、: 智能车间、智能工厂. They go on to the end of the clause and name no action.
fn coordinated(text: &str, start: usize, end: usize, limit: usize) -> usize {
    let mut last = end;
    if text[end..limit].starts_with('、') && matches!(&text[start..end], "省" | "市" | "县" | "乡" | "镇")
    {
        return kinds_of_places(text, end, limit);
    }
    for _ in 0..4 {
        let Some(rest) = text[last..limit].strip_prefix('、') else { break };
        let len = rest.find(|c: char| !is_han(c)).unwrap_or(rest.len());
        let word = &rest[..len];
        let count = len / '、'.len_utf8();
        let ends = rest.len() > len && few!("，。；、\n").begins(&rest[len..]);
        let clause = word.char_indices().skip(1).any(|(at, _)| stops(&text[start..last], &word[at..]));
        if !ends || !(2..=12).contains(&count) || leading(word) > 0 || first_change(word).is_some() || clause
        {
            break;
        }
        last += '、'.len_utf8() + len;
    }
    // A list that breaks off in another clause was none.
    if text[last..].starts_with('、') { end } else { last }
}

/// Whether a noun ends before a place: a stop word stands there, and no other word ends in its first character.
fn stops(before: &str, here: &str) -> bool {
    static STOP_BEGINS: CharSet = STOPS.first_chars().or(&PARTICLES.first_chars());
    STOP_BEGINS.begins(here) && stops_at(before, here)
}

/// What a verb before it only says the kind of: 享受方式, 领取渠道.
static OF_A_KIND: Words = words!["方式", "渠道", "形式", "途径", "流程", "环节", "手续"];

/// Whether a noun ends before a place at which a word begins as a stop word or a particle does.
#[inline(never)]
fn stops_at(before: &str, here: &str) -> bool {
    let stop = STOPS.strip(here).map(|(rest, ())| rest).or_else(|| {
        let (rest, not_behind) = PARTICLES.strip(here)?;
        (!ends(before, not_behind)).then_some(rest)
    });
    stop.is_some_and(|rest| !OF_A_KIND.begins(rest)) && !NO_STOPS.begins(here)
}

/// Names of counts that stand for a slogan or a grade and measure nothing.
static FIXED: Words = words![
    "现代化", "意识", "自信", "全面", "确立", "维护", "基本原则", "原则", "方针", "世界", "阶段", "方面",
    "层次", "领域", "环节", "市场", "大局", "问题", "同", "结合", "确保", "统筹", "基点", "关键", "转变",
    "坚持", "步骤", "维度", "层面", "方式", "类型", "情形", "要求",
];

/// Whether an amount with this noun is a slogan or a grade: 四个现代化, 两个维护.
pub(super) fn is_fixed(noun: &str) -> bool {
    // 现代化大农业样板县 is none.
    matches!(noun, "大事" | "关系" | "矛盾" | "不同性质的矛盾")
        || FIXED.strip(noun).is_some_and(|(rest, ())| {
            // 世界冠军, 市场主体, 关键技术 are none either, but 关键环节 is.
            let other = matches!(&noun[..noun.len() - rest.len()], "世界" | "市场" | "关键")
                && has_chars(rest, 2)
                && !FIXED.begins(rest)
                && !few!("的").begins(rest);
            !(other || noun.starts_with("现代化") && begins(rest, "大农产企市园高都"))
        })
}

/// Whether a measure before a noun says how large each is: 百万吨级装置, 零点三微米技术.
pub(super) fn is_size(noun: &str) -> bool {
    static SIZED: Endings = endings!["技术", "工艺", "设备", "机组", "装置", "产品", "生产线"];
    // 水产品 is a thing, not made in a size.
    let goods = noun.strip_suffix("产品").is_some_and(|of| few!("农水海畜林乳矿").ends(of));
    noun.starts_with('级') || SIZED.ends(noun) && !goods
}

/// What is held, behind the amount: 保持10%的高增速 holds 增速, but 稳定在1亿吨的水平 names only how.
pub(super) fn held(text: &str, from: usize) -> Option<Range<usize>> {
    static FRAMES: Words = words!["水平", "范围", "区间", "规模", "幅度", "程度", "高位", "目标"];
    noun_after(text, from, text.len()).filter(|noun| !FRAMES.begins(&text[noun.clone()]))
}

/// A noun without the adjective of degree before it: 高增速 is 增速, 快速增长势头 is 增长势头.
pub(super) fn unqualified(text: &str, noun: Range<usize>) -> Range<usize> {
    let name = &text[noun.clone()];
    let degree = strip_any(name, &["快速", "高速", "较快", "较高"]);
    let rest = degree.or_else(|| name.strip_prefix(['高', '低', '快', '慢']));
    match rest.filter(|rest| has_chars(rest, 2)) {
        Some(rest) => noun.end - rest.len()..noun.end,
        None => noun,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns() {
        for (text, noun) in [
            ("国家城乡融合发展试验区改革探索。", "国家城乡融合发展试验区"),
            ("建设任务。", "建设任务"),
            ("高标准农田建设，", "高标准农田"),
            ("县（市、区）开展循环经济试点", "县（市、区）"),
            ("公交线路恢复运营", "公交线路"),
            ("涉及民生的重要议题", "涉及民生的重要议题"),
            ("农业转移人口和其他常住人口在城镇", "农业转移人口和其他常住人口"),
            ("，其中", ""),
            ("的人", ""),
        ] {
            assert_eq!(noun_after(text, 0, text.len()).map_or("", |r| &text[r]), noun, "{text}");
        }
    }
}
