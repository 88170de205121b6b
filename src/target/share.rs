//! Shares of counted things: 覆盖80%的乡镇, 61%的污水处理厂完成改造.

use super::find::{Finder, Found};
use super::lexicon::PLACES;
use super::spot::Spot;
use super::{Change, action, noun, phrase, subject, topic};
use crate::few::{few, gaps};
use crate::quantity::Bound;
use crate::token::{ends, has_chars, is_han, strip_any_end, tail};
use crate::words::{Words, words};

/// How the words before a share of counted things reach it.
enum Reach {
    /// 全省, 其中: they only say where.
    Scope,
    /// 使, 对, 推动: something is done with it.
    Acts,
    /// 覆盖: it is what is reached.
    Covers,
}

/// Words that say where the things are.
static WHERE: Words =
    words![PLACES, "本行政区域内", "行政区域内", "区域内", "辖区内", "本地区", "中西部地区", "农村", "城市"];

impl Reach {
    fn of(before: &str) -> Option<Self> {
        static DOES_WITH: Words =
            words!["使", "对", "将", "把", "让", "推动", "确保", "实现", "力争", "争取"];
        static COVERS: Words = words!["覆盖", "覆盖了", "覆盖到", "惠及", "惠及了"];
        let place = WHERE.strip_end(before).map_or_else(|| before_places(before), |(front, ())| front);
        if DOES_WITH.ends(place) {
            Some(Self::Acts)
        } else if COVERS.ends(place) {
            Some(Self::Covers)
        } else {
            phrase::is_scope(before).then_some(Self::Scope)
        }
    }
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
    pub(super) fn existing(&self, spot: &Spot<'_>) -> Option<Found> {
        if few!("有").ends(spot.before) { self.there_are(spot) } else { None }
    }

    #[cold]
    fn there_are(&self, spot: &Spot<'_>) -> Option<Found> {
        // 特点有三个 announces.
        static ANNOUNCED: Words = words![
            "特点", "原因", "办法", "任务", "问题", "措施", "意见", "建议", "理由", "好处", "条件", "途径",
            "方式", "方法", "内容", "含义", "标志", "选择", "目的", "要求", "形式", "来源", "表现", "因素",
            "变化", "工作", "经验", "教训", "体会", "亮点", "优势", "阶段", "步骤", "情况", "重点", "规定",
        ];
        let whole = spot.after.is_empty() || few!("，。；、（(,;\n").begins(spot.after);
        let words = spot.before.strip_suffix('有').filter(|_| whole)?;
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
        let reach = Reach::of(before).or_else(|| Reach::of(self.behind_time(left, before)))?;
        let from = self.text.len() - rest.len();
        let limit = self.start_of(i + 1);
        let noun = noun::noun_after(self.text, from, limit)?;
        let name = &self.text[noun.clone()];
        // 将16%的税率降至13%: a rate is no share.
        if topic::names_measure(name) || few!("速").ends(name) {
            return None;
        }
        // 使80%的农户用上清洁能源, 90%以上的机构要配备: what is said of them, which may run on in the noun.
        let said =
            action::is_predicate(&self.text[noun.end..]) || few!("要应须").begins(&self.text[noun.end..]);
        if bare && !matches!(reach, Reach::Covers) {
            let said = said && matches!(reach, Reach::Scope) && !few!("可按已均都能应须").begins(name);
            return said.then(|| Found::new(i, noun, Change::Count));
        }
        let verb = action::acts_in(name).map(|at| noun.start..noun.start + at);
        match reach {
            Reach::Covers => Some(Found::new(i, noun, Change::Count)),
            Reach::Acts if !said => verb.map(|noun| Found::new(i, noun, Change::Count)),
            _ if said => Some(Found::new(i, noun, Change::Count)),
            _ => verb.map(|noun| Found::new(i, noun, Change::Count)),
        }
    }
}
