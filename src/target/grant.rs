//! Money and other things that are given or taken, and what they are reckoned by: fines, allowances, rates.

use core::ops::Range;

use super::clause::Clause;
use super::find::{Finder, Found};
use super::lexicon::LIMITS;
use super::spot::Spot;
use super::{Change, change, noun, payment, phrase, topic};
use crate::charset::CharSet;
use crate::few::{few, gaps};
use crate::quantity::Bound;
use crate::token::{gap, has_chars, head, is_han, strip_any, strip_any_end, tail};
use crate::unit::UnitKind;
use crate::words::{BothWays, Words, both_ways, words};

/// Whether some words end in 按 and what an amount is a share of.
fn ends_in_base(before: &str) -> bool {
    let near = tail(before, 60);
    few!("按").rfind(near).is_some_and(|at| few!("的").ends(near) && !few!("，：；。").within(&near[at..]))
}

/// Which way something changes at a rate: 的速度增长.
#[cold]
fn paced(after: &str) -> Option<Change> {
    static PACES: Words<Change> = Words::of(&[
        ("增长", Change::UpBy),
        ("递增", Change::UpBy),
        ("增加", Change::UpBy),
        ("提高", Change::UpBy),
        ("上升", Change::UpBy),
        ("发展", Change::UpBy),
        ("下降", Change::DownBy),
        ("递减", Change::DownBy),
        ("减少", Change::DownBy),
    ]);
    let speed = strip_any(after, &["的速度", "的年均速度", "的增速"])?;
    let (rest, change) = PACES.strip(gap(speed))?;
    (rest.is_empty() || few!("，。；、,;)）\n").begins(rest)).then_some(change)
}

impl Finder<'_> {
    /// Money that is given or taken: 处5万元以下的罚款, also where more amounts of it follow: 分别给予3万元、2万元奖励.
    pub(super) fn paid(&self, spot: &Spot<'_>) -> Option<Found> {
        let &Spot { i, before, end, .. } = spot;
        if spot.kind == UnitKind::Currency {
            return self.money(spot).or_else(|| self.capped(spot));
        }
        // 分别给予50万、10万的奖励: no unit is written.
        if spot.kind == UnitKind::None
            && few!("、和的奖補补资資").begins(spot.after)
            && few!("予家人").ends(before)
            && let Some(found) =
                self.money(spot).filter(|found| payment::is_reward(&self.text[found.subject.clone()]))
        {
            return Some(found);
        }
        if matches!(spot.kind, UnitKind::Rate | UnitKind::Percent)
            && few!("的补奖扶资").begins(&self.text[end..])
            && let Some(reward) = self.reward(spot)
        {
            return Some(reward);
        }
        // 发放住房租赁补贴的50%
        if spot.kind == UnitKind::Percent
            && few!("的").ends(before)
            && (spot.after.is_empty() || few!("，。；、\n").begins(spot.after))
            && let Some(name) = payment::in_part(before)
        {
            return Some(Found::new(i, self.place(name), Change::To));
        }
        if self.text[end..].starts_with("基数") && few!("发与").ends(before) {
            return self.based(i, before);
        }
        if spot.kind == UnitKind::Percent
            && let Some(last) = self.named_behind(spot)
            && let Some(second) = self.second_rate(spot, last)
        {
            return Some(second);
        }
        self.fine(i, end).map(|noun| Found::new(i, noun, Change::Count))
    }

    /// The target before, if its noun stands behind this amount as well.
    fn named_behind(&self, spot: &Spot<'_>) -> Option<&Found> {
        self.last().filter(|last| {
            last.entity + 1 == spot.i && last.change == Change::Count && last.subject.start >= spot.end
        })
    }

    /// The second of a row of rates at which something is given: 30% in 40%、30%给予奖励.
    #[cold]
    fn second_rate(&self, spot: &Spot<'_>, last: &Found) -> Option<Found> {
        let given = &self.text[last.subject.clone()];
        (self.goes_with_next(last.entity) && (payment::is_reward(given) || topic::is_payment(given)))
            .then(|| Found::new(spot.i, last.subject.clone(), last.change))
    }

    /// A reward of so much for each, or of such a share: 给予20元/平方米的房租补助, 给予10%的分类补助.
    #[cold]
    fn reward(&self, spot: &Spot<'_>) -> Option<Found> {
        let paid = || payment::paid(self.text, spot.before, spot.end);
        let noun = if self.text[spot.end..].starts_with('的') { paid() } else { None };
        let based = || payment::paid(self.text, payment::before_base(spot.before)?, spot.end);
        let noun = noun.or_else(based)?;
        payment::is_reward(&self.text[noun.clone()]).then(|| Found::new(spot.i, noun, Change::Count))
    }

    /// What a sum is that is given or taken: it is named behind the sum, or behind the last of a row of them.
    #[inline(never)]
    fn money(&self, spot: &Spot<'_>) -> Option<Found> {
        let &Spot { i, before, end, .. } = spot;
        // The second of them
        if let Some(last) = self.named_behind(spot).filter(|last| self.kinds[last.entity] == spot.kind) {
            return Some(Found::new(i, last.subject.clone(), last.change));
        }
        let last = self.last().filter(|last| last.entity + 1 == i);
        // 安排3亿元专款和2亿元基金: each is given.
        if let Some(last) = last
            && last.change == Change::Count
            && matches!(self.text.get(last.subject.end..spot.left.end), Some("和" | "及" | "以及" | "、"))
            && let Some(noun) = noun::noun_after(self.text, end, self.start_of(i + 1))
        {
            return Some(Found::new(i, noun, Change::Count));
        }
        let given = || payment::paid(self.text, before, self.last_sum(i)).map(|noun| self.own_sum(i, noun));
        // A length of time or a share stands before it.
        let insertion = || {
            let rate = || i > 0 && matches!(self.kinds[i - 1], UnitKind::Percent);
            let near = few!("年月").ends(before) || rate();
            if near { self.given_for(spot) } else { None }
        };
        let noun = self.fine(i, end).or_else(given).or_else(insertion)?;
        Some(Found::new(i, noun, Change::Count))
    }

    /// The most that may be given of what the clause before gives: 按30%给予补助，单个项目最高不超过50万元.
    fn capped(&self, spot: &Spot<'_>) -> Option<Found> {
        if spot.quantity.bound == Some(Bound::AtMost) { self.cap_on_last(spot) } else { None }
    }

    #[cold]
    fn cap_on_last(&self, spot: &Spot<'_>) -> Option<Found> {
        let last = self.last()?;
        let given = &self.text[last.subject.clone()];
        if !payment::is_reward(given) && payment::fine(given) != Some(given.len()) {
            return None;
        }
        let from = last.subject.end.max(self.end_of(last.entity));
        let words = strip_any(gap(self.text.get(from..spot.left.end)?), &["，", ",", "；", ";"])?;
        let words = strip_any(gap(words), &["但", "且", "并且", "并"]).unwrap_or(words);
        payment::is_cap(gaps!().trim(words)).then(|| Found::carried(spot.i, last.subject.clone(), Change::To))
    }

    /// What is given, where it is said before the sum for how long or at what rate: 给予三年不超过3000万元奖励,
    /// 给予10%、最高50万元的补助.
    #[cold]
    fn given_for(&self, spot: &Spot<'_>) -> Option<Range<usize>> {
        let p = spot.i.checked_sub(1)?;
        let between = self.text.get(self.end_of(p)..self.begin_of(spot.i))?;
        let between = between.strip_suffix("最高").unwrap_or(between);
        let rate = matches!(self.kinds[p], UnitKind::Percent) && self.quantity(p).is_some();
        let term = self.time(p).is_some_and(|time| time.value.is_length());
        if !(matches!(between, "" | " ") && (rate || term)
            || rate && matches!(between, "、" | "，" | "，且" | "且"))
        {
            return None;
        }
        let left = self.left(p);
        let front = gaps!("\n").trim_end(&self.text[left.range()]);
        let front = strip_any_end(front, &["最长", "为期", "连续", "最多", "期限"]).unwrap_or(front);
        let front = payment::before_base(front).unwrap_or(front);
        // Whatever else is paid at a rate is not given.
        front.ends_with("给予").then_some(())?;
        payment::paid(self.text, front, self.last_sum(spot.i)).map(|noun| self.own_sum(spot.i, noun))
    }

    /// A sum that is counted in the bases of a pension: 加发五个基数之一次退休金.
    #[cold]
    fn based(&self, i: usize, before: &str) -> Option<Found> {
        let from = self.end_of(i) + "基数".len();
        let behind = &self.text[from..];
        if !few!("之的").begins(behind) || before.contains("所称") {
            return None;
        }
        let noun = noun::noun_after(self.text, from + '之'.len_utf8(), self.start_of(i + 1))?;
        let change = if before.ends_with("加发") { Change::UpBy } else { Change::Count };
        Some(Found::new(i, noun, change))
    }

    /// What a sum of money is, without what the next sum is: 专款 in 3亿元专款和2亿元基金.
    fn own_sum(&self, i: usize, noun: Range<usize>) -> Range<usize> {
        let next = self.begin_of(i + 1);
        if !noun.contains(&next) {
            return noun;
        }
        let name = &self.text[noun.start..next];
        // 投入80亿元建设油路1万公里: the other amount is its own.
        if self.end_of(i + 1) == noun.end && has_chars(name, 2) && !few!("和及、").ends(name) {
            return noun.start..next;
        }
        let own = name.strip_suffix(['和', '及', '、']).filter(|own| has_chars(own, 2));
        own.map_or(noun.clone(), |own| noun.start..noun.start + own.len())
    }

    /// Where the last of a row of sums of money ends: 40万元、30万元和20万元.
    fn last_sum(&self, i: usize) -> usize {
        let mut end = self.end_of(i);
        for next in (i + 1..self.entities.len()).take(5) {
            let between = self.text.get(end..self.begin_of(next));
            if self.kinds[next] != self.kinds[i] || !matches!(between, Some("、" | "和" | "或")) {
                break;
            }
            end = self.end_of(next);
        }
        end
    }

    /// The fine behind an amount: 违法所得一倍以上五倍以下的罚款, also where another amount of it stands between.
    fn fine(&self, i: usize, end: usize) -> Option<Range<usize>> {
        let mut from = end;
        // Nothing but another amount stands between.
        if !few!("的罚罰滞").begins(&self.text[end..]) {
            self.quantity(i + 1)?;
            let next = self.places.extent(i + 1);
            from = Some(next.end).filter(|_| next.start == end)?;
        }
        let behind = &self.text[from..];
        let behind = behind.strip_prefix('的').unwrap_or(behind);
        let start = self.text.len() - behind.len();
        payment::fine(behind).map(|len| start..start + len)
    }

    /// An amount by which something is set, paid or taken: 赤字率按3%安排, 抚恤金按月工资的二倍计发, 按每人500元给予补贴.
    pub(super) fn rated(&self, spot: &Spot<'_>) -> Option<Found> {
        static SET_BEHIND: CharSet = CharSet::of(
            "安计确核发给支承分负缴交预代返退加增递上下减发提征扣收拨认列补予定按每来逐一赔把掌向对压削",
        );
        static RATE_LINKS: Words = words![
            "的比例", "的标准", "的幅度", "的速度", "的年均速度", "的增速", "比例", "标准", "的税率", "税率",
            "的"
        ];
        // Nearly no amount has one of these behind it.
        let linked = few!("的比标幅税").begins(spot.after);
        let behind = &spot.after[if linked { RATE_LINKS.longest(spot.after) } else { 0 }..];
        if SET_BEHIND.begins(behind) {
            return self.rate(spot, behind);
        }
        if few!("、和及与").begins(spot.after) && spot.kind == UnitKind::Percent {
            self.rates(spot)
        } else {
            None
        }
    }

    /// The first of a row of such amounts: 按缴纳税额的40%、30%、20%给予奖励.
    #[cold]
    fn rates(&self, spot: &Spot<'_>) -> Option<Found> {
        let behind = gap(&self.text[self.end_of(self.row_end(spot.i))..]);
        ends_in_base(spot.before).then(|| self.granted(spot.i, behind)).flatten()
    }

    #[cold]
    fn rate(&self, spot: &Spot<'_>, behind: &str) -> Option<Found> {
        static LIMITED: Words = words![LIMITS];
        static RATE_VERBS: Words = words![
            "安排", "计发", "确定", "核定", "发放", "给付", "支付", "承担", "分担", "负担", "缴纳", "缴付",
            "缴存", "征收", "计征", "计收", "计付", "交纳", "提取", "赔付", "扣除", "收取", "核拨", "拨付",
            "认列", "列支", "补助", "补贴", "赔偿", "补偿", "把握", "掌握", "计算",
        ];
        let given = behind;
        let behind = strip_any(behind, &["予以", "定额", "按月", "按年", "每月", "逐月", "一次性", "来"])
            .unwrap_or(behind);
        let &Spot { i, ref left, before, .. } = spot;
        // 按 stands some words before the amount at most: 按上年度月平均工资的
        let near = tail(before, 40);
        let at = few!("按").rfind(near).or_else(|| near.strip_suffix('以').map(str::len))?;
        let standard = near[at + '按'.len_utf8()..].trim_start_matches('照');
        let standard_only = standard.is_empty()
            || few!("的").ends(standard)
            || few!("每").begins(standard)
            || few!("励助贴").ends(standard) && payment::is_reward(standard)
            || LIMITED.begins(standard);
        if !standard_only || few!("，：；。").within(standard) {
            return None;
        }
        let head = &before[..before.len() - near.len() + at];
        let head = head.strip_suffix("分别").unwrap_or(head);
        // 生产总值以年均8%的速度增长
        let pace = gaps!().trim_end(strip_any_end(head, &["年均", "平均每年"]).unwrap_or(head));
        if let Some(change) = paced(spot.after) {
            let own = self.subject(left, pace).map(|own| (own, false));
            let (subject, carried) = own.or_else(|| Some((self.carry(left)?, true)))?;
            return Some(Found { carried, ..Found::new(i, subject, change) });
        }
        // 按不低于4%的幅度压减会议经费
        if let (rest, Some(up)) = change::leading_change(behind) {
            let noun = noun::noun_after(self.text, self.text.len() - rest.len(), self.start_of(i + 1))?;
            let change = if up { Change::UpBy } else { Change::DownBy };
            return Some(Found::new(i, noun, change));
        }
        let len = RATE_VERBS.longest(behind);
        let rest = &behind[len..];
        let whole = len > 0 && (rest.is_empty() || few!("，。、；）,;)\n").begins(rest));
        if !whole {
            return self.granted(i, behind);
        }
        let head = head.strip_suffix(['拟', '可', '应', '均', '各']).unwrap_or(head);
        // 复评费用由申请人按: who pays is no part of the name.
        let by = few!("由").rfind(head).filter(|by| !few!("自理").ends(&head[..*by]));
        let head = by.map_or(head, |by| &head[..by]);
        let own = self.subject(left, head).filter(|name| topic::is_payment(&self.text[name.clone()]));
        let (subject, carried) = match own {
            Some(own) => (own, false),
            None if phrase::is_adverbial(head) || few!("在").begins(head) => {
                match self.topic(left).or_else(|| self.short_of(i, left)) {
                    Some(topic) => (topic, true),
                    // 按每亩60元予以补助
                    None => return self.granted(i, given),
                }
            }
            None => return None,
        };
        let paid = topic::is_payment(&self.text[subject.clone()]);
        paid.then(|| Found { carried, ..Found::new(i, subject, Change::To) })
    }

    /// What falls short, in the clause before: 租金补贴不足150元的，按照150元予以发放.
    fn short_of(&self, i: usize, left: &Clause) -> Option<Range<usize>> {
        let short = i.checked_sub(1).filter(|p| self.quantity(*p).is_some())?;
        let between = self.text.get(self.end_of(short)..left.start)?;
        let before = self.left(short);
        let name = self.subject(&before, &self.text[before.range()]).filter(|_| between == "的，")?;
        // 计算每户每月租金补贴: the measure is the noun.
        let words = &self.text[name.clone()];
        let behind = words.rfind("每月").map_or(0, |at| at + "每月".len());
        has_chars(&words[behind..], 2).then(|| name.start + behind..name.end)
    }

    /// What is granted behind an amount that says how much: 按每人500元的标准给予交通补贴.
    fn granted(&self, i: usize, behind: &str) -> Option<Found> {
        static GRANTS: Words = words![
            "给予", "予以", "发给", "发放", "支付", "核拨", "拨付", "收取", "征收", "计算", "计付", "交纳",
            "缴纳", "缴存", "缴付", "缴交", "计提", "提取", "预留", "扣缴", "加收", "代扣", "退还", "返还",
        ];
        static GRANTED: BothWays = both_ways![
            "补贴", "补助", "奖励", "资助", "津贴", "贴息", "奖金", "补偿", "金", "费", "费用", "零用钱",
            "罚款", "税", "税款",
        ];
        static PERSONS: Words = words![
            "士兵", "军人", "人员", "职工", "员工", "学生", "家庭", "对象", "居民", "农民", "教师", "老人",
            "遗属", "家属", "本人", "者",
        ];
        // 向培训机构支付培训补贴
        let to = strip_any(behind, &["向", "对"]).and_then(|whom| {
            let at = GRANTS.find(head(whom, 14)).filter(|at| whom[..*at].chars().all(is_han))?;
            Some(&whom[at..])
        });
        let (rest, ()) = GRANTS.strip(to.unwrap_or(behind))?;
        let to_whom = to.unwrap_or(behind).starts_with("发给");
        let rest = strip_any(rest, &["用人单位", "一次性"]).unwrap_or(rest);
        let from = self.text.len() - rest.len();
        // 给予补贴: a verb that stands alone is the name.
        let verb = GRANTED.longest(rest);
        let noun = if verb > 0 && few!("，。、；（）\n").begins(&rest[verb..]) {
            from..from + verb
        } else {
            let noun = noun::noun_after(self.text, from, self.start_of(i + 1))?;
            // 发给退役士兵生活费
            let name = &self.text[noun.clone()];
            let given = PERSONS.find_all(name).last().map(|(at, len, ())| at + len).filter(|_| to_whom);
            let given = given.filter(|at| has_chars(&name[*at..], 2));
            noun.start + given.unwrap_or(0)..noun.end
        };
        // …支付补偿金的，: a condition.
        let whole = !self.text[noun.end..].starts_with('的');
        (whole && GRANTED.ends(&self.text[noun.clone()])).then(|| Found::new(i, noun, Change::Count))
    }
}
