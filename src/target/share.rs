//! Shares of counted things: 覆盖80%的乡镇, 61%的污水处理厂完成改造.

use super::find::{Finder, Found};
use super::lexicon::PLACES;
use super::spot::Spot;
use super::{Change, action, noun, phrase, subject, topic};
use crate::few::{few, gaps};
use crate::quantity::Bound;
use crate::token::{ends, has_chars, has_end, is_han, strip_any, strip_any_end, tail};
use crate::words::{Endings, Words, endings, words};

/// How the words before a share of counted things reach it.
enum Reach {
    /// 全省, 其中: they only say where.
    Scope,
    /// 使, 对, 推动: something is done with it.
    Acts,
    /// 覆盖: it is what is reached.
    Covers,
    /// 完成: work on it is done.
    Completes,
}

/// What is said of a share of things that no predicate has.
static SAID: Words = words![
    "建立了", "建起", "划入", "具备", "配备", "设有", "普及", "基本普及", "超过", "达到", "没有达到", "通过",
    "摆脱", "参加", "分别投入",
];

/// Words that say where the things are.
pub(super) static WHERE: Endings = endings![
    PLACES, "本行政区域内", "行政区域内", "区域内", "辖区内", "本地区", "中西部地区", "农村", "城市"
];

impl Reach {
    fn of(before: &str) -> Option<Self> {
        static DOES_WITH: Endings = endings![
            "使", "对", "将", "把", "让", "推动", "确保", "实现", "力争", "争取", "引导", "支持", "帮助",
            "组织", "带动", "鼓励", "促进",
        ];
        static COVERS: Endings = endings!["覆盖", "覆盖了", "覆盖到", "惠及", "惠及了"];
        /// What is done to a part of some things that 的 follows: 淘汰三分之一的产能.
        static DONE_TO: Endings = endings![
            "淘汰", "关停", "改造", "整治", "修复", "恢复", "取消", "下放", "保护", "治理", "清理", "退出",
        ];
        let before = before_all_of(before);
        let place = WHERE.strip_end(before).map_or_else(|| before_places(before), |(front, ())| front);
        if DOES_WITH.ends(place) {
            Some(Self::Acts)
        } else if COVERS.ends(place) || DONE_TO.ends(place.strip_suffix('了').unwrap_or(place)) {
            Some(Self::Covers)
        } else if completes(place) {
            Some(Self::Completes)
        } else {
            phrase::is_scope(before).then_some(Self::Scope)
        }
    }
}

/// Some words without what all of is reached, which a row of shares goes on with: 覆盖 in 覆盖所有街道、.
fn before_all_of(words: &str) -> &str {
    let Some(row) = words.strip_suffix('、') else { return words };
    let near = tail(row, 18);
    let at = ["所有", "全部", "全体"].iter().find_map(|all| near.rfind(all));
    let whole = at.filter(|at| near[*at..].chars().all(is_han));
    whole.map_or(words, |at| &row[..row.len() - near.len() + at])
}

/// Whether some words are 完成 and whose the things are: 完成水泥、焦化行业.
fn completes(words: &str) -> bool {
    let Some(at) = words.rfind("完成") else { return false };
    let whose = &words[at + "完成".len()..];
    let whose = whose.strip_prefix('了').unwrap_or(whose);
    whose.is_empty()
        || !has_chars(whose, 15)
            && has_end(whose, &["行业", "领域", "企业", "地区", "园区", "流域"])
            && whose.chars().all(|c| is_han(c) && c != '的' || c == '、')
}

/// What work is done on, in words that end in the work: 产能 in 产能全流程超低排放改造.
fn worked_on(name: &str) -> Option<&str> {
    static WORKS: Endings = endings![
        "改造", "升级改造", "改造升级", "治理", "整治", "修复", "建设", "更新", "更新改造", "提标改造",
        "改造任务", "升级", "转型", "数字化转型", "评估", "检测", "整改",
    ];
    static HOW: Endings = endings![
        "全流程", "超低排放", "节能", "节能降碳", "节水", "清洁化", "清洁", "绿色化", "智能化", "数字化",
        "技术", "深度", "综合", "标准化", "规范化", "电气化", "灵活性", "环保",
    ];
    let (stem, ()) = WORKS.strip_end(name)?;
    let stem = HOW.before_all(stem);
    has_chars(stem, 2).then_some(stem)
}

/// Where the verb stands in the words for some things that says what they have: 自然保护区 in 自然保护区有健全的机构, 县 in
/// 县建立了服务中心.
#[cold]
fn has_in(name: &str) -> Option<usize> {
    if let Some(at) = name.find("建立了").filter(|at| noun::SINGLE_PLACES.ends(&name[..*at])) {
        return Some(at);
    }
    let at = few!("有").rfind(name).filter(|at| *at >= 2 * '有'.len_utf8())?;
    let (who, what) = (&name[..at], &name[at + '有'.len_utf8()..]);
    let other = ends(who, "没具所享只还持拥设占含富附配备如若无凡未仅特稀保公私国另建唯惟原罕不")
        || few!("限效关机色害序偿毒线轨权的").begins(what);
    (!other && (what.is_empty() || has_chars(what, 2))).then_some(at)
}

/// Some words without the places that they end with: 确保 in 确保城东区、城西区.
fn before_places(words: &str) -> &str {
    static VERBS: Words =
        words!["使", "对", "将", "把", "让", "推动", "确保", "实现", "力争", "争取", "覆盖", "惠及"];
    if !few!("省市县区州旗镇乡").ends(words) {
        return words;
    }
    let near = tail(words, 24);
    let Some((at, len, ())) = VERBS.find_all(near).last() else { return words };
    let places = near[at + len..].split(['、', '和']).all(phrase::is_place);
    if places { &words[..words.len() - near.len() + at + len] } else { words }
}

/// The words before a share without the place behind 到 that it is of: 扩大到 in 试点扩大到全国60%的县.
pub(super) fn before_place(words: &str) -> &str {
    WHERE.strip_end(words).map(|(front, ())| front).filter(|front| few!("到至").ends(front)).unwrap_or(words)
}

impl Finder<'_> {
    /// How many of some things something is true of: 省级网站中有10个开通了英文版.
    pub(super) fn among(&self, spot: &Spot<'_>) -> Option<Found> {
        if spot.counts() && spot.noun.is_none() && few!("有").ends(spot.before) {
            self.among_named(spot)
        } else {
            None
        }
    }

    #[cold]
    fn among_named(&self, spot: &Spot<'_>) -> Option<Found> {
        let things = strip_any_end(spot.before, &["中有", "中，有", "中已有", "中就有"])?;
        // 其中有两次, 五年中有
        let name = subject::subject_before(self.behind_time(&spot.left, things))
            .filter(|name| has_chars(name, 3) && !few!("其当年月过之").ends(name))?;
        Some(Found::new(spot.i, self.place(name), Change::To))
    }

    /// How many of some things there are: 电站有一百个, 建设项目共有三百个; not 学校有三个, which says of what they are.
    #[cold]
    pub(super) fn existing(&self, spot: &Spot<'_>) -> Option<Found> {
        // 特点有三个 announces.
        static ANNOUNCED: Endings = endings![
            "特点", "原因", "办法", "任务", "问题", "措施", "意见", "建议", "理由", "好处", "条件", "途径",
            "方式", "方法", "内容", "含义", "标志", "选择", "目的", "要求", "形式", "来源", "表现", "因素",
            "变化", "工作", "经验", "教训", "体会", "亮点", "优势", "阶段", "步骤", "情况", "重点", "规定",
        ];
        let whole = spot.after.is_empty() || few!("，。；、（(,;\n").begins(spot.after);
        let words = spot.before.strip_suffix('有').filter(|_| whole)?;
        // 其中依法判刑的有26人
        if few!("的").ends(words.trim_end_matches(['还', '就']))
            && matches!(spot.quantity.unit.as_str(), "人" | "名" | "户" | "戶" | "家")
        {
            return self.those(spot, words.trim_end_matches(['还', '就']));
        }
        // 拥有, 国有 are other words.
        if ends(words, "没具所享只还持拥设占含富附配备如若无凡未仅特稀保公私国另建唯惟原罕不")
        {
            return None;
        }
        let of = if gaps!().trim(self.behind_time(&spot.left, words)).is_empty() {
            // 学生，1952年有20万人，去年有30万人
            let again = || {
                let last = self.last().filter(|_| words.len() > self.behind_time(&spot.left, words).len())?;
                let same = self.quantity(last.entity).is_some_and(|other| other.unit == spot.quantity.unit);
                same.then(|| last.subject.clone())
            };
            let topic = self.topic(&spot.left).or_else(again);
            topic.map(|topic| Found::carried(spot.i, topic, Change::To))
        } else {
            self.subject(&spot.left, words).map(|name| Found::new(spot.i, name, Change::To))
        }?;
        let name = &self.text[of.subject.clone()];
        let few_of = spot.quantity.amount.to_f64() < 12.5 && ANNOUNCED.ends(name);
        let things = spot.counts() || topic::names_measure(name);
        let other = few!("省市县区州国盟旗镇乡部委局厅上下里内外中时前后面期年月其者都是们").ends(name)
            || phrase::is_scope(name);
        (things && !few_of && !other && phrase::is_measurable(name)).then_some(of)
    }

    /// Those whom no more than what they are or did names: 依法判刑的 in 其中依法判刑的有26人.
    #[cold]
    fn those(&self, spot: &Spot<'_>, words: &str) -> Option<Found> {
        let words = gaps!("，、").trim_start(self.behind_time(&spot.left, words));
        let words = strip_any(words, &["其中，", "其中"]).unwrap_or(words);
        let words = phrase::behind_scope(words);
        let whole = has_chars(words, 4)
            && !has_chars(words, 16)
            && !few!("，、：；这那些").within(words)
            && !self.is_cut(spot.i, words);
        whole.then(|| Found::new(spot.i, self.place(words), Change::To))
    }

    /// A share of counted things of which something is said: 61%的污水处理厂完成改造.
    pub(super) fn portion(&self, spot: &Spot<'_>) -> Option<Found> {
        if spot.is_part() { self.portion_before(spot) } else { None }
    }

    #[inline(never)]
    fn portion_before(&self, spot: &Spot<'_>) -> Option<Found> {
        let &Spot { quantity, with_place: before, after, .. } = spot;
        // 覆盖90%以上行政村; 全市，60%乡镇建成书屋
        let opens = || phrase::is_scope(before) && quantity.bound.is_none() && after.starts_with(is_han);
        let bare = !after.starts_with('的') && (quantity.bound == Some(Bound::AtLeast) || opens());
        let rest = after.strip_prefix('的').or(bare.then_some(after))?;
        self.portion_of(spot, rest, bare)
    }

    /// A share of the things that a text begins with, which stands behind 的 or, if it is bare, behind the amount.
    #[cold]
    fn portion_of(&self, spot: &Spot<'_>, rest: &str, bare: bool) -> Option<Found> {
        let &Spot { i, ref left, with_place: before, .. } = spot;
        let reach = Reach::of(before)
            .or_else(|| Reach::of(self.behind_time(left, before)))
            .or_else(|| self.row_reach(spot))?;
        let from = self.text.len() - rest.len();
        let limit = self.start_of(i + 1);
        let noun = noun::noun_after(self.text, from, limit)?;
        let name = &self.text[noun.clone()];
        if matches!(reach, Reach::Completes) {
            return worked_on(name).map(|name| Found::new(i, self.place(name), Change::Count));
        }
        let behind = self.behind_shares(i, noun.end);
        // 将16%的税率降至13%: a rate is no share, but capacity can be renewed in part.
        let capacity = name.ends_with("产能") && few!("完实进").begins(&self.text[behind..]);
        let capacity = capacity || name.ends_with("产能") && matches!(reach, Reach::Covers);
        if !capacity && topic::names_measure(name) || few!("速").ends(name) {
            return None;
        }
        // 使80%的农户用上清洁能源, 90%以上的机构要配备: what is said of them, which may run on in the noun.
        let said = action::is_predicate(&self.text[behind..])
            || few!("要应须有").begins(&self.text[behind..])
            || SAID.begins(&self.text[behind..]);
        // 90%以上自然保护区有健全的机构: the verb may stand in the noun.
        let verb = || action::acts_in(name).or_else(|| has_in(name)).map(|at| noun.start..noun.start + at);
        if bare && !matches!(reach, Reach::Covers) {
            // 力争80%以上产能完成改造
            let urged = || has_end(before, &["力争", "争取", "确保"]);
            let said =
                said && (matches!(reach, Reach::Scope) || urged()) && !few!("可按已均都能应须").begins(name);
            if !said && matches!(reach, Reach::Scope) && !few!("可按已均都能应须").begins(name) {
                return has_in(name).map(|at| Found::new(i, noun.start..noun.start + at, Change::Count));
            }
            return said.then(|| Found::new(i, noun, Change::Count));
        }
        match reach {
            Reach::Covers => Some(Found::new(i, noun, Change::Count)),
            Reach::Acts if !said => verb().map(|noun| Found::new(i, noun, Change::Count)),
            _ if said => Some(Found::new(i, noun, Change::Count)),
            _ => verb().map(|noun| Found::new(i, noun, Change::Count)),
        }
    }

    /// How the words before a row of shares reach the one that follows others in it: 50% in 覆盖90%的乡镇和50%的村, 5% in
    /// 对30%的市和5%的县开展稽查.
    fn row_reach(&self, spot: &Spot<'_>) -> Option<Reach> {
        let mut next = spot.i;
        let row = (0..4).map_while(|n| {
            let share = self.last_but(n)?;
            let follows = share.entity + 1 == next
                && share.change == Change::Count
                && self.kinds[share.entity] == spot.kind
                && share.subject.start >= self.end_of(share.entity);
            let between = self.text.get(share.subject.end..self.begin_of(next)).filter(|_| follows);
            next = share.entity;
            matches!(between, Some("和" | "、" | "及" | "与" | "以及")).then_some(share.entity)
        });
        row.last().map(|first| {
            let before = gaps!("\n").trim_end(&self.text[self.left(first).range()]);
            match Reach::of(before) {
                Some(Reach::Covers) => Reach::Covers,
                _ => Reach::Acts,
            }
        })
    }

    /// Where the row of shares ends that begins with one whose noun ends at a place: behind 县 in 30%的市和5%的县.
    fn behind_shares(&self, i: usize, end: usize) -> usize {
        let mut last = end;
        for next in i + 1..i + 5 {
            let part = self.quantity(next).is_some() && self.kinds[next] == self.kinds[i];
            let between = if part { self.text.get(last..self.begin_of(next)) } else { None };
            let noun = matches!(between, Some("和" | "、" | "及" | "与" | "以及"))
                .then(|| noun::noun_after(self.text, self.behind_particle(next), self.start_of(next + 1)))
                .flatten();
            let Some(noun) = noun else { break };
            last = noun.end;
        }
        last
    }

    /// What some people need or get who are no more than counted: 饮水安全问题 in 解决300万人的饮水安全问题, 补贴 in
    /// 为500万人发放补贴.
    pub(super) fn needed(&self, spot: &Spot<'_>) -> Option<Found> {
        if matches!(spot.quantity.unit.as_str(), "人" | "人次") { self.needed_by(spot) } else { None }
    }

    #[inline(never)]
    fn needed_by(&self, spot: &Spot<'_>) -> Option<Found> {
        static MEETS: Endings = endings!["解决", "保障", "满足", "改善", "缓解"];
        static GIVES: Words =
            words!["提供", "免费提供", "发放", "办理", "减免", "落实", "开展", "安排", "兑现", "补发"];
        let &Spot { i, before, after, .. } = spot;
        let rest = match after.strip_prefix('的') {
            Some(rest) => MEETS.ends(before.strip_suffix('了').unwrap_or(before)).then_some(rest),
            None if action::serves(before) => GIVES.strip(after).map(|(rest, ())| rest),
            None => None,
        }?;
        let rest = rest.strip_prefix('了').unwrap_or(rest);
        let noun = noun::noun_after(self.text, self.text.len() - rest.len(), self.start_of(i + 1))?;
        has_chars(&self.text[noun.clone()], 2).then(|| Found::new(i, noun, Change::Count))
    }
}
