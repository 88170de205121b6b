//! Whether a unit behind a number is one: not in 七台河, 二次污染, 收支两条线.

use rust_decimal::Decimal;

use super::slogan::is_in_quoted_name;
use crate::charset::CharSet;
use crate::few::few;
use crate::numeral::{Notation, Number, arabic_digit, han_digit, starts_number};
use crate::token::{begins_line, ends, fold, fold_end, has_end, has_start, is_gap, is_han, strip_any_end};
use crate::unit::{Unit, UnitKind};
use crate::words::{Endings, Words, endings, words};

/// The first characters of units that the words around them may refuse behind a number in Arabic digits as well.
static ASKED: CharSet =
    CharSet::of("个大国届级款章条项目点分度次方线双P位类页字所部本首门篇封座起名人家G期步平面节口眼出股");

/// Whether a unit behind a number makes it a quantity.
#[inline]
pub(super) fn fits(before: &str, input: &str, n: &Number, unit: &Unit, kind: UnitKind, behind: &str) -> bool {
    let arabic = matches!(n.notation, Notation::Arabic | Notation::Mixed);
    let always = arabic && !n.bare && !ASKED.begins(unit.as_str());
    always || fits_here(before, input, n, unit, kind, behind)
}

/// The same of those for which the words around are asked.
fn fits_here(before: &str, input: &str, n: &Number, unit: &Unit, kind: UnitKind, behind: &str) -> bool {
    let han = n.notation == Notation::Han;
    let one = han && n.low == Some(Decimal::ONE) && n.high.is_none() && !n.vague && !n.decimal;
    let name = unit.as_str();
    // The character of those that have one; the others fit, but for GB.
    let mut chars = name.chars();
    let character = chars.next().filter(|_| chars.as_str().is_empty()).unwrap_or(' ');
    let plural = || n.low.is_some_and(|v| v >= Decimal::TWO);
    if n.bare && !n.vague {
        // 千万个, 百亿元 are amounts; 千瓦, 万户 and 亿元 by themselves are not.
        let double = n.magnitude
            && n.low.is_some_and(|v| v >= Decimal::from(1_000_000) && v != Decimal::from(100_000_000));
        if !double {
            return false;
        }
    }
    // 零件, 零头
    if han && kind == UnitKind::Count && name != "个" && n.low.is_some_and(|v| v.is_zero()) {
        return false;
    }
    if one {
        let short = matches!(
            character,
            '度' | '平'
                | '克'
                | '两'
                | '担'
                | '元'
                | '瓦'
                | '伏'
                | '赫'
                | '顷'
                | '桶'
                | '圆'
                | '升'
                | '米'
                | '磅'
        );
        // 每一分钱 is any money at all.
        if name.ends_with('钱') {
            return false;
        }
        // 一级 and 一点 are none, 一居里 and 一岁 are amounts.
        let counts = kind == UnitKind::Count || matches!(character, '级' | '点' | '分' | '°');
        // 一米二 is a height.
        let height = character == '米' && behind.starts_with(|c| han_digit(c).is_some());
        if counts || short && !height {
            return false;
        }
    }
    if han && kind == UnitKind::Count && !n.magnitude && is_in_quoted_name(before, behind) {
        return false;
    }
    if before.ends_with('\n') && is_broken_word(before, character) {
        return false;
    }
    // What is refused here by its character is among those asked.
    match character {
        // 12个税种; not 个税起征点.
        // A fraction of a month is no month: 1/2个月.
        '个' if behind.starts_with('月') => few!("饼嫂子台亮球光季").begins(&behind['月'.len_utf8()..]),
        '个' if behind.starts_with('税') => few!("种目号收务源款则率").begins(&behind['税'.len_utf8()..]),
        // 党的十九大 is a congress.
        '大' => {
            plural()
                && starts_han(behind)
                && !(han
                    && (n.low > Some(Decimal::TEN)
                        || n.low > Some(Decimal::from(6)) && few!("以期的路政后精报").begins(behind)))
                && !before.ends_with("党的")
        }
        '国' => plural() && starts_han(behind) && !behind.starts_with("集团"),
        // 2024届毕业生, 2024级新生: those of a year.
        '届' | '级' if is_year(n) => false,
        // 三级 is a grade, 两级 and 省、市、县三级 count.
        '级' => !n.magnitude && (!han || input.starts_with('两') || few!("省市县区乡镇村").ends(before)),
        // 前二项, and 、24条 in a list of articles, refer to something.
        '款' | '对' if han => false,
        // 三包: repair, replacement and refund
        '包' if han => !has_start(behind, &["责任", "服务", "政策", "规定", "凭证", "有效期", "期限"]),
        // 约法三章
        '章' if few!("法").ends(before) => false,
        '条' | '项' | '款' | '章' | '目' => {
            !(in_list(before, name)
                || name == "条" && cites(before)
                || han && few!("前上本").ends(before)
                || coined(before, name, behind))
        }
        // 零点 is midnight.
        '点' if n.low == Some(Decimal::ZERO) => false,
        '点' => {
            let clock = behind.starts_with(|c| arabic_digit(c).is_some()) && !han
                || strip_any_end(
                    before.trim_end_matches(is_gap),
                    &["上午", "下午", "凌晨", "晚", "早", "晨", "中午", "上", "日"],
                )
                .is_some();
            !clock
        }
        '分' => n.notation == Notation::Arabic && !few!("时点").ends(before) && !n.magnitude,
        // 三度 are times, 零下三度 is a temperature.
        '度' => {
            let few = || n.low.is_some_and(|v| (Decimal::ZERO..Decimal::TEN).contains(&v));
            !(few!("年").ends(before) || han && few())
        }
        // 三番五次
        '次' if before.ends_with("三番") => false,
        // 二次污染; a line that begins with 四次会议 goes on from the one before.
        '次' if input.starts_with('二') && SECOND.begins(behind) => false,
        // 三次产业 are three sectors.
        '次' if han && behind.starts_with("产业") => false,
        // 第十一届十次全委会
        '次' if is_of_session(before) => false,
        '次' => !(han && (begins_line(before) || few!("会届大协").ends(before)) && starts_meeting(behind)),
        // 六尺巷, 三毛
        '平' | '伏' | '尺' | '毛' | '角' => !han || n.magnitude,
        // 七万万两以上 has a unit, 三两天 and 三升级 have none.
        '两' | '升' => !han || n.magnitude || !starts_han(behind),
        // 22亿方, 360万线, 8方混凝土
        'P' if before.ends_with("算力") || before.ends_with("超过") => !han,
        '方' | '线' | 'P' => n.magnitude || !han && counts_these(name, behind),
        // 新打机井40眼, 建沼气池300口: what is counted stands before.
        '口' | '眼'
            if !han
                && !n.decimal
                && few!("井池窖塘泉窑灶锅缸钟").ends(fold_end(before).trim_end_matches("工程")) =>
        {
            !few!("人之").begins(behind)
        }
        '双' | '面' | '节' | '口' | '眼' | '出' => {
            character == '双' && n.magnitude || counts_these(name, behind)
        }
        // 五位一体
        '位' if behind.starts_with("一体") => false,
        // 居全国11位 is a rank, 上升5位 is so many of them; one that changes is told as an amount, 由30位上升到11位.
        '位' => behind.starts_with(is_han) || !is_rank(before),
        // 城乡二元结构 has no money in it; two yuan are 两元 or 二元 before other words.
        '元' if input.starts_with('二') && n.low == Some(Decimal::TWO) => {
            !few!("结经体分对制").begins(behind)
        }
        // 2个1类新药: the second number is that of a class.
        '类' if before.ends_with(['个', '种', '款', '项']) => false,
        // 二类1800元: the second class, and what it gets.
        '类' | '档' if han && behind.starts_with(|c| arabic_digit(c).is_some()) => false,
        // 二类 and 二轮 are the second; two of them are 两类.
        '类' | '轮' => !(input.starts_with('二') && n.low == Some(Decimal::TWO)),
        // 详见481页
        '页' => !few!("见卷版集册").ends(before),
        // 金管保三字第…號
        '字' => !fold(behind).starts_with('第'),
        // 4亿股; 两股力量, 八股
        '股' => !han || n.magnitude,
        // 两部制电价
        '部' if behind.starts_with('制') => false,
        // 如图1所示
        '所' if few!("示列述").begins(behind) => false,
        // 人均阅读量为4.79本
        '本' if n.decimal && !n.magnitude => behind.is_empty() || few!("，。；、,;）)").begins(behind),
        '部' | '本' | '首' | '门' | '篇' | '封' | '座' | '所' => !n.decimal || n.magnitude,
        '步' => !han,
        // 二期 and 3期 are phases; 40期 of a training are held. 2019年12期 is the number of an issue.
        '期' => {
            let counted = n.magnitude
                || n.low >= Some(Decimal::TEN)
                || has_end(fold_end(before), &["班", "讲座", "论坛", "沙龙"])
                || counts_these(name, behind);
            !han && counted && !few!("年》〉第").ends(before)
        }
        // 第二十届, and 二十届 for short; two of them are 两届.
        '届' => !han || input.starts_with('两'),
        '起' => !few!("至到").begins(behind),
        // 4家乡镇卫生院, 两家乡村民宿; not 家乡
        '家' if behind.starts_with('乡') => !han || few!("镇村").begins(&behind['乡'.len_utf8()..]),
        // 五名义务兵; not 名义
        '名' if behind.starts_with('义') => behind.starts_with("义务"),
        // 以招收人数1200名为基数; not 二名为…
        '名' if behind.starts_with('为') => behind.starts_with("为基数"),
        // 2人均年满18周岁, 1亿人居住; not 人均收入, 人居环境.
        '人' if behind.starts_with('均') => few!("为已未须具持系属年").begins(&behind['均'.len_utf8()..]),
        '人' if behind.starts_with('居') => few!("住").begins(&behind['居'.len_utf8()..]),
        // 二人转 is a kind of play.
        '人' if behind.starts_with('转') && input.starts_with('二') => false,
        '人' => !(han && n.low == Some(Decimal::ONE)),
        // 9GB/T 51328-2018: a standard behind the number of a note.
        _ => name != "GB" || !few!("/").begins(behind),
    }
}

/// Classifiers that are more often other words, and what they count: 3面锦旗, 12节车厢, 6口井, 5双鞋.
const COUNTED: [(&str, &[&str]); 8] = [
    (
        "面",
        &[
            "锦旗", "红旗", "彩旗", "国旗", "党旗", "团旗", "队旗", "军旗", "战旗", "会旗", "校旗", "旗帜",
            "旗子", "小旗", "大旗", "流动红旗", "镜子", "文化墙", "墙体",
        ],
    ),
    (
        "节",
        &[
            "车厢", "车皮", "电池", "会议", "特别会议", "公开会议", "论坛", "公开课", "微课", "网课", "党课",
            "思政课", "体育课", "直播课", "示范课", "精品课", "课，", "课。", "课、", "课；", "课（", "课的",
            "课以",
        ],
    ),
    (
        "口",
        &[
            "井", "水井", "机井", "深井", "浅井", "油井", "气井", "新井", "老井", "枯井", "古井", "土井",
            "大口井", "塘", "山塘", "鱼塘", "水塘", "池塘", "当家塘", "水窖", "窖", "锅", "大锅", "沼气池",
            "棺", "大钟", "钟",
        ],
    ),
    ("眼", &["井", "水井", "机井", "机电井", "深井", "大口井", "灌溉井", "泉", "窑洞"]),
    ("出", &["戏", "剧", "大戏", "好戏", "折子戏", "话剧", "京剧", "舞剧", "歌剧", "地方戏"]),
    (
        "双",
        &[
            "鞋", "棉鞋", "布鞋", "皮鞋", "胶鞋", "球鞋", "拖鞋", "雨鞋", "运动鞋", "劳保鞋", "靴", "雨靴",
            "袜", "棉袜", "手套", "筷", "眼睛",
        ],
    ),
    (
        "方",
        &[
            "混凝土", "商品混凝土", "渣土", "土石", "土，", "石料", "砂石", "沙石", "河砂", "木材", "木料",
            "原木", "天然气", "沼气",
        ],
    ),
    ("期", &["培训", "学习班", "研修班", "讲习班", "轮训", "讲座", "论坛", "夜校"]),
];

/// Whether one of them stands before what it counts.
#[inline(never)] // as few classifiers are one
fn counts_these(name: &str, behind: &str) -> bool {
    let of = COUNTED.iter().find(|(classifier, _)| *classifier == name);
    of.is_some_and(|(_, counted)| has_start(fold(behind), counted))
}

/// Whether a law stands before an article of it: 《刑法》266条, 267条 in 《刑法》266条、267条; but 《若干措施》25条 counts.
fn cites(before: &str) -> bool {
    let Some(title) = before_row(before, &['、', '和'], '条').strip_suffix('》') else { return false };
    few!("法典例定则释").ends(title.strip_suffix(['）', ')']).unwrap_or(title))
}

/// Whether some words end in the number of a term of office, or in a list of its meetings: 第十一届十次全委会, 十二届九次、十次全会.
fn is_of_session(before: &str) -> bool {
    before_row(before, &['、'], '次').ends_with('届')
}

/// What stands before a row of numbers with one classifier that goes on with another: 《刑法》 before 266条、.
fn before_row<'t>(before: &'t str, joints: &[char], classifier: char) -> &'t str {
    /// How many are looked at before the last.
    const LISTED: usize = 4;
    let mut front = before;
    for _ in 0..LISTED {
        let Some(row) = front.strip_suffix(joints).and_then(|row| row.strip_suffix(classifier)) else {
            break;
        };
        front = row.trim_end_matches(starts_number);
    }
    front
}

/// Whether some words end in those before a rank: 居全国11位, 在全省排20位.
fn is_rank(before: &str) -> bool {
    /// How many characters of a place are stepped over.
    const PLACE: usize = 3;
    static RANKED: Endings = endings!["居", "列", "排", "排名", "排在", "名次"];
    let place: usize = before
        .chars()
        .rev()
        .take(PLACE)
        .take_while(|c| {
            matches!(c, '全' | '国' | '省' | '市' | '县' | '区' | '州' | '世' | '界' | '球' | '内')
        })
        .map(char::len_utf8)
        .sum();
    RANKED.ends(&before[..before.len() - place])
}

/// Whether the number of a page stands in a word that the page broke: 进一⏎120步推进, 水⏎88平.
#[cold] // as few lines begin with a number
fn is_broken_word(before: &str, end: char) -> bool {
    let begun = match end {
        '步' => "一进同逐初",
        '本' => "基根成资",
        '平' => "水公",
        '部' => "西东中干内",
        '级' => "升",
        '位' => "单",
        '门' => "部",
        _ => return false,
    };
    ends(fold_end(before), begun)
}

/// Whether a number is that of a year of our time.
fn is_year(n: &Number) -> bool {
    n.notation == Notation::Arabic && n.whole().is_some_and(|n| (1950..2100).contains(&n))
}

/// Whether an article or item goes on a list of such: 24條 in 2、43、24條.
pub(super) fn in_list(before: &str, unit: &str) -> bool {
    matches!(unit, "条" | "项" | "款" | "章" | "目")
        && before
            .trim_end()
            .strip_suffix(['、', '～', '~', '至', '-'])
            .is_some_and(|b| b.trim_end().ends_with(starts_number))
}

/// Whether what a number counts is a set phrase: 收支两条线.
fn coined(before: &str, unit: &str, behind: &str) -> bool {
    unit == "条" && behind.starts_with('线') && has_end(before.trim_end_matches('“'), &["收支"])
}

/// What 二次 makes a second one of, where two times are 两次: 二次污染.
static SECOND: Words = words![
    "污染", "供水", "创业", "原料", "利用", "开发", "加工", "分配", "能源", "装修", "搬迁", "转移", "电池",
    "元件", "灾害", "伤害", "感染", "回路", "设备", "系统", "公开", "招标", "出让", "精选", "育苗", "抽样",
    "验收", "元", "函数", "曲线",
];

fn starts_meeting(text: &str) -> bool {
    has_start(text, &["会议", "全会", "全体", "代表"])
}

fn starts_han(text: &str) -> bool {
    text.starts_with(is_han)
}
