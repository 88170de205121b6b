//! What people take part in or get, how many make something up, and how many one may have at most.

use core::ops::Range;

use super::find::{Finder, Found};
use super::lexicon::{MUST, SUMS};
use super::spot::Spot;
use super::traces::asked;
use super::{Change, noun, phrase, subject, topic};
use crate::few::{few, gaps};
use crate::quantity::Bound;
use crate::script::simplified;
use crate::token::{has_chars, has_end, head, is_han, tail};
use crate::words::{Endings, Words, endings, words};

impl Finder<'_> {
    /// What people are said to take part in or to get: 3万人受益, 约200万人领取养老金; 书展计5万人次参与.
    pub(super) fn taking_part(&self, spot: &Spot<'_>) -> Option<Found> {
        /// Whether what is got or taken part in has to follow.
        static DEEDS: Words<bool> = Words::of(&[
            ("受益", false),
            ("参保", false),
            ("脱贫", false),
            ("参与", false),
            ("参加", false),
            ("投案自首", false),
            ("领取", true),
            ("享受", true),
            ("获得", true),
            ("接受", true),
        ]);
        let (rest, got) = DEEDS.strip(spot.after)?;
        self.taken_part(spot, rest, got)
    }

    #[inline(never)]
    fn taken_part(&self, spot: &Spot<'_>, rest: &str, got: bool) -> Option<Found> {
        static COUNTED: Endings = endings![SUMS, "计"];
        let &Spot { i, quantity, ref left, before, after, .. } = spot;
        let persons = matches!(&*simplified(quantity.unit.as_str()), "人" | "人次" | "名" | "户" | "户次");
        // 三人以上参与 are a class.
        let class = quantity.bound == Some(Bound::AtLeast) && quantity.extent.end > quantity.span.end;
        if !persons || class {
            return None;
        }
        // 参保率, …参与的，: no more than that may be said.
        let near = head(rest, 16);
        let len = near.find(|c: char| !is_han(c)).unwrap_or(near.len());
        let object = &rest[..len];
        let whole = rest.len() == len || few!("，。；、！（(,; \n").begins(&rest[len..]);
        let bare = object.is_empty() || !got && has_chars(object, 2) && after.starts_with("参");
        if !whole || few!("的者率").within(object) || has_chars(object, 15) || !(bare || has_chars(object, 2))
        {
            return None;
        }
        if got && object.is_empty() || after.starts_with("参保") && !object.is_empty() {
            return None;
        }
        let start = self.text.len() - after.len();
        let end = self.text.len() - rest.len() + len;
        let words = gaps!("\n，、").trim(self.behind_time(left, before));
        let introduced = before.ends_with('、') || phrase::is_scope(words) || has_end(words, &["有", "吸引"]);
        if introduced {
            return Some(Found::new(i, start..end, Change::Count));
        }
        let name = COUNTED.strip_end(words).map(|(name, ())| name).filter(|name| has_chars(name, 2))?;
        // …2万人次参与、花展: what another amount counts is no part of it.
        let last = few!("、").rfind(name).filter(|_| self.is_cut(i, name));
        let name = last.map_or(name, |at| &name[at + '、'.len_utf8()..]);
        let name = subject::subject_before(name).filter(|name| phrase::is_measurable(name))?;
        let dated = name.ends_with(|c: char| c.is_ascii_digit());
        (!dated).then(|| Found::new(i, self.place(name), Change::To))
    }

    /// How many something is made up of by rule: 名称应当由三个以上汉字组成, 合议庭由五人组成.
    #[inline(never)]
    pub(super) fn composed(&self, spot: &Spot<'_>) -> Option<Found> {
        static MODALS: Endings = endings![MUST, "可以"];
        let &Spot { i, ref left, before, after, .. } = spot;
        let front = before.strip_suffix('由').filter(|_| spot.counts())?;
        let near = head(after, 16);
        let at = near.find("组成")?;
        let rest = &after[at + "组成".len()..];
        let words = &near[..at];
        let whole = rest.is_empty() || few!("，。；,;\n").begins(rest);
        if !whole || !words.chars().all(is_han) {
            return None;
        }
        let must = MODALS.strip_end(front).map(|(name, ())| name);
        let body = few!("会庭").ends(front);
        if must.is_none() && !body {
            return None;
        }
        if words.is_empty() {
            let name = must.unwrap_or(front);
            let subject = self.subject(left, name)?;
            // 会 ends a name here.
            let end = if name.ends_with("会") { left.start + name.len() } else { subject.end };
            let subject = subject.start..end;
            return Some(Found::new(i, subject, Change::To));
        }
        let start = self.text.len() - after.len();
        has_chars(words, 2).then(|| Found::new(i, start..start + at, Change::Count))
    }

    /// How many of some roles make something up: 由主任和委员共五至九人组成.
    pub(super) fn composed_of(&self, spot: &Spot<'_>) -> Option<Found> {
        if !spot.after.starts_with("组成") || !matches!(spot.quantity.unit.as_str(), "人" | "名") {
            return None;
        }
        let rest = &spot.after["组成".len()..];
        let near = tail(spot.before, 24);
        let at = few!("由").rfind(near)?;
        let roles = &near[at + '由'.len_utf8()..];
        let roles = roles.strip_suffix('共').unwrap_or(roles);
        // 由主管机关聘请学者专家五人组成: what is done is no role.
        let named = has_chars(roles, 2)
            && !has_chars(roles, 15)
            && few!("员任长表家人师官者").ends(roles)
            && !few!("的之各派聘").within(roles)
            && roles.chars().all(|c| is_han(c) || c == '、');
        let whole = rest.is_empty() || few!("，。；,;\n").begins(rest);
        (named && whole).then(|| Found::new(spot.i, self.place(roles), Change::To))
    }

    /// What has to be so large a part of something: 女性委员应当占总数的三分之一以上. A bare share is no target.
    pub(super) fn partaking(&self, spot: &Spot<'_>) -> Option<Found> {
        if spot.is_part() && spot.seen.may_have(asked!("占")) { self.takes_part(spot) } else { None }
    }

    #[inline(never)]
    fn takes_part(&self, spot: &Spot<'_>) -> Option<Found> {
        static RULES: Endings = endings![MUST, "不得"];
        let &Spot { i, ref left, before, .. } = spot;
        let near = tail(before, 14);
        let at = few!("占").rfind(near)?;
        let head = &before[..before.len() - near.len() + at];
        let (head, ()) = RULES.strip_end(head)?;
        // 于主管机关应占…: where it is so, what stands in the clause before.
        if few!("于在").begins(gaps!("\n").trim_start(head)) {
            let subject = self.last()?.subject.clone();
            return Some(Found::carried(i, subject, Change::To));
        }
        let subject = self.subject(left, head)?;
        // 专家人数比例于学校应占…
        let name = &self.text[subject.clone()];
        let whole = few!("于").rfind(name).filter(|at| topic::names_measure(&name[..*at]));
        let end = whole.map_or(subject.end, |at| subject.start + at);
        Some(Found::new(i, subject.start..end, Change::To))
    }

    /// How often one has to do something at the least: 每年至少应当到社区参加三次志愿服务.
    #[cold]
    fn at_least(spot: &Spot<'_>, noun: Range<usize>) -> Option<Found> {
        static AT_LEAST: Words = words!["至少应当", "至少要", "应当至少", "应至少", "至少应"];
        let near = tail(spot.before, 30);
        let (at, len, ()) = AT_LEAST.find_all(near).last()?;
        let verb = &near[at + len..];
        let times = spot.quantity.unit.as_str() == "次" && has_chars(verb, 2) && verb.chars().all(is_han);
        times.then(|| Found::new(spot.i, noun, Change::Count))
    }

    /// How many one may have at most: 每户只能购买1套住房, 最多选择其中2个项目.
    pub(super) fn permitted(&self, spot: &Spot<'_>) -> Option<Found> {
        // All but few say nothing of the kind.
        if spot.seen.may_have(asked!("能可限多以够少")) { self.limited_to(spot) } else { None }
    }

    #[inline(never)]
    fn limited_to(&self, spot: &Spot<'_>) -> Option<Found> {
        static ONLY: Words = words![
            "只能", "只可", "只可以", "仅能", "仅可", "只限", "仅限", "最多", "至多", "最多可", "最多可以",
            "最多只能", "只能够",
        ];
        let noun = spot.noun.clone().filter(|n| spot.counts() && !noun::is_fixed(&self.text[n.clone()]))?;
        let near = tail(spot.before, 12);
        let Some((at, len, ())) = ONLY.find_all(near).last() else { return Self::at_least(spot, noun) };
        let verb = near[at + len..].strip_suffix("其中").unwrap_or(&near[at + len..]);
        let acts = has_chars(verb, 2)
            && verb.chars().all(is_han)
            && !few!("为是在到由按与和的把将对从有达").within(verb);
        acts.then(|| Found::new(spot.i, noun, Change::Count))
    }
}
