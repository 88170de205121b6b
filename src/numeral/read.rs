//! Numerals of every kind, where `short` cannot read them.

use super::groups::{Groups, decimal};
use super::run::{Run, arabic_run, count, first, han_run, listed, neighbours, year_with_arabic_zeros};
use super::short::{line_goes_on, near, plain};
use super::{Notation, Number, arabic_digit, big_unit, han_digit, is_vague, small_unit, starts_number};
use crate::few::few;
use crate::token::{Match, NO, begins, gap, is_gap};

/// Reads a numeral of any kind.
pub(super) fn long(input: &str) -> Match<'_, Number> {
    let (negative, unsigned) = match first(input) {
        Some(('-' | '－' | '−' | '负' | '負', width)) => {
            let rest = &input[width..];
            // 负 1200, 负的百分之五
            let spoken = rest
                .strip_prefix('的')
                .filter(|r| ["百分之", "千分之"].iter().any(|word| r.starts_with(word)));
            (true, spoken.or_else(|| rest.strip_prefix(is_gap)).unwrap_or(rest))
        }
        Some(('零', width)) => match below_zero(&input[width..]) {
            Some(degrees) => (true, degrees),
            None => (false, input),
        },
        _ => (false, input),
    };
    if let Some((rest, year)) = year_with_arabic_zeros(unsigned) {
        return Ok((rest, Number { digits: 4, ..plain(year.into(), Notation::Digits) }));
    }
    let mut r = Reader::new(unsigned);
    r.read();
    if r.at == 0 || r.is_cut() {
        return Err(NO);
    }
    let rest = r.rest();
    let magnitude = r.pending.is_none() && r.below >= 4 && r.below != NONE_YET;
    let closed = r.below != NONE_YET;
    r.settle();
    let mut low = decimal(r.low.total(), r.scale, negative);
    let mut high = r.high.and_then(|h| decimal(h.total(), r.scale, negative));
    if negative && high.is_some() {
        core::mem::swap(&mut low, &mut high);
    }
    let number = Number {
        low,
        high,
        notation: match (r.arabic, r.han) {
            (true, false) => Notation::Arabic,
            (true, true) => Notation::Mixed,
            _ if r.positional && !closed => Notation::Digits,
            _ => Notation::Han,
        },
        digits: r.digits,
        decimal: r.scale > 0,
        magnitude,
        vague: r.vague,
        bare: r.bare,
        grouped: r.grouped,
        disordered: r.low.disordered,
    };
    Ok((rest, number))
}

/// How far a numeral was read that a second point refuses: 1.2 of 1.2.3.
pub(crate) fn until_refused(input: &str) -> usize {
    let mut r = Reader::new(input);
    r.read();
    if r.is_cut() { r.at } else { 0 }
}

/// The number behind 下 where degrees are counted below zero: 零下5℃, 零下三四十度.
pub(super) fn below_zero(behind_zero: &str) -> Option<&str> {
    behind_zero.strip_prefix('下').filter(|degrees| degrees.starts_with(starts_number))
}

/// Digits that no magnitude has closed yet; two values where they are neighbours.
#[derive(Clone, Copy)]
struct Pending {
    low: u128,
    high: u128,
    digits: usize,
}

/// Reads a numeral from left to right, a run of digits or a magnitude at a time.
#[allow(clippy::struct_excessive_bools)] // independent observations, not states
struct Reader<'a> {
    input: &'a str,
    at: usize,
    low: Groups,
    high: Option<Groups>,
    pending: Option<Pending>,
    /// Power of ten of the last magnitude; the next must stay below it.
    below: u32,
    /// A 零 stands behind the last magnitude.
    zero: bool,
    scale: u32,
    digits: usize,
    arabic: bool,
    han: bool,
    positional: bool,
    vague: bool,
    bare: bool,
    grouped: bool,
}

/// No magnitude was read yet.
pub(super) const NONE_YET: u32 = u32::MAX;

impl<'a> Reader<'a> {
    fn new(input: &'a str) -> Self {
        Self {
            input,
            at: 0,
            low: Groups::default(),
            high: None,
            pending: None,
            below: NONE_YET,
            zero: false,
            scale: 0,
            digits: 0,
            arabic: false,
            han: false,
            positional: false,
            vague: false,
            bare: false,
            grouped: false,
        }
    }

    /// Reads as far as it goes.
    fn read(&mut self) {
        while self.arabic()
            || self.han()
            || self.small()
            || self.big()
            || self.point()
            || self.vague()
            || self.gap()
            || self.line()
        {}
    }

    /// Whether a second point stands behind what was read.
    fn is_cut(&self) -> bool {
        let behind =
            |points: &str| points.trim_start_matches(['.', '．']).starts_with(|c| arabic_digit(c).is_some());
        self.arabic && self.scale > 0 && self.rest().starts_with(['.', '．']) && behind(self.rest())
    }

    fn rest(&self) -> &'a str {
        &self.input[self.at..]
    }

    /// Runs of digits follow a magnitude or nothing, never each other.
    fn takes_digits(&self) -> bool {
        self.pending.is_none() && !self.vague && self.scale == 0
    }

    fn take(&mut self, run: &Run) {
        if self.at == 0 {
            self.digits = run.digits;
        }
        self.grouped |= run.grouped;
        self.scale += run.scale;
        self.low.overflow |= run.overflow;
        self.at += run.len;
    }

    /// `60` `1,130` `4.75`, and `6325` in 1亿6325万
    fn arabic(&mut self) -> bool {
        let Some(run) = self.takes_digits().then(|| arabic_run(self.rest())).flatten() else { return false };
        if self.at > 0 {
            let next = first(gap(&self.rest()[run.len..])).map(|(c, _)| c);
            let magnitude = next.is_some_and(|c| small_unit(c).is_some() || big_unit(c).is_some());
            let fits = u32::try_from(run.digits).is_ok_and(|digits| digits <= self.below);
            // 3万5 may be anything; 9萬8,396, 2万7户 and 3千2百1十6 are one number.
            let unclear = run.digits == 1
                && !self.zero
                && !magnitude
                && self.below != 1
                && !counts_one(&self.rest()[run.len..]);
            // 390万65岁以上老年人: 390万 of them.
            let aged = run.digits < 3 && few!("岁歲周").begins(&self.rest()[run.len..]);
            if run.scale > 0 || !fits || unclear || aged {
                return false;
            }
        }
        self.arabic = true;
        self.pending = Some(Pending { low: run.mantissa, high: run.mantissa, digits: run.digits });
        self.take(&run);
        true
    }

    /// `三` `二〇二一` `五六`
    fn han(&mut self) -> bool {
        let rest = self.rest();
        let Some((c, width)) = first(rest).filter(|(c, _)| han_digit(*c).is_some()) else { return false };
        if !self.takes_digits() {
            return false;
        }
        if self.at > 0 && matches!(c, '零' | '〇' | '○') {
            self.zero = true;
            self.at += width;
            return true;
        }
        let Some(run) = han_run(rest) else { return false };
        if self.at > 0 {
            // 两 behind a number is the unit of weight unless a magnitude follows.
            let next = first(&rest[width..]).map(|(c, _)| c);
            let magnitude = next.is_some_and(|c| small_unit(c).is_some() || big_unit(c).is_some());
            if matches!(c, '两' | '兩') && !magnitude || run.scale > 0 || run.grouped {
                return false;
            }
        }
        let mut run = run;
        let (mut pair, mut pair_len) = (None, 0);
        if run.scale == 0 && !run.grouped {
            // A third digit is enough to know that it is no pair.
            pair_len = rest.chars().take(3).take_while(|c| han_digit(*c).is_some()).map(char::len_utf8).sum();
            pair = neighbours(&rest[..pair_len]);
            // 二、三百亿度
            if pair.is_none() && run.digits == 1 {
                pair = listed(rest);
                pair_len = 3 * '、'.len_utf8();
            }
        }
        if let Some((low, high)) = pair {
            self.pending = Some(Pending { low: low.into(), high: high.into(), digits: 1 });
            self.high.get_or_insert(self.low);
            run.len = pair_len;
        } else if self.at > 0 && run.digits > 1 && !self.fills(&run) {
            return false;
        } else {
            self.positional |= run.digits > 1;
            self.pending = Some(Pending { low: run.mantissa, high: run.mantissa, digits: run.digits });
        }
        self.han = true;
        self.take(&run);
        true
    }

    /// Whether digits one by one are all that 万 leaves open: 四万七三一九; not those of a year.
    fn fills(&self, run: &Run) -> bool {
        self.below == 4 && run.digits == 4 && !self.zero && !few!("年、").begins(&self.rest()[run.len..])
    }

    /// 十 百 千, 廿 卅
    fn small(&mut self) -> bool {
        let Some((c, width)) = first(self.rest()) else { return false };
        // 12千米, 330千伏: 千 belongs to the unit; not in 三万五千伏, whose 万 is followed by 千.
        let inside = self.below == 4 && !self.zero && self.pending.is_some_and(|p| p.digits == 1);
        let behind = &self.rest()[width..];
        if c == '千' && !inside && begins_kilo(behind)
            || c == '百' && self.arabic && few!("帕").begins(behind)
        {
            return false;
        }
        let (exponent, value) = match (small_unit(c), c) {
            (Some(exponent), _) => (exponent, 1),
            (None, '廿') if self.at == 0 => (1, 2),
            (None, '卅') if self.at == 0 => (1, 3),
            _ => return false,
        };
        if exponent >= self.below || self.vague && self.pending.is_some() {
            return false;
        }
        let pending = match self.pending.take() {
            Some(pending) => pending,
            // 千瓦, 百姓: a bare magnitude is a number only behind a digit, or as 十.
            None if self.at == 0 || self.zero || exponent == 1 => {
                self.bare |= self.at == 0 && exponent > 1;
                Pending { low: value, high: value, digits: 1 }
            }
            None => return false,
        };
        self.add(pending, exponent);
        self.han = true;
        self.zero = false;
        self.below = exponent;
        self.at += width;
        true
    }

    /// 万 亿 兆
    fn big(&mut self) -> bool {
        let rest = self.rest();
        let Some((exponent, width)) = first(rest).and_then(|(c, width)| Some((big_unit(c)?, width))) else {
            return false;
        };
        if is_megaunit(exponent, &rest[width..]) {
            return false;
        }
        if let Some(pending) = self.pending.take() {
            self.add(pending, 0);
        } else if self.at == 0 {
            self.bare = true;
            self.add(Pending { low: 1, high: 1, digits: 1 }, 0);
        }
        self.low.close(exponent);
        if let Some(high) = &mut self.high {
            high.close(exponent);
        }
        self.han = true;
        self.zero = false;
        self.below = exponent;
        self.at += width;
        true
    }

    /// `点五` in 三点五, `点123` in 一百点123; not 三点一刻, 八点二十
    fn point(&mut self) -> bool {
        let rest = self.rest();
        let Some((_, width)) = first(rest).filter(|(c, _)| matches!(c, '点' | '點')) else { return false };
        if self.scale > 0 || self.vague {
            return false;
        }
        let behind = &rest[width..];
        let (decimals, len) = match count(behind, han_digit) {
            (0, _) => count(behind, arabic_digit),
            han => han,
        };
        let clock = behind[len..].starts_with(['十', '刻', '分']);
        // 1点5 is a number as spoken; 3点一 is a point and an item.
        let mixed = !self.han && first(behind).is_some_and(|(c, _)| arabic_digit(c).is_none());
        if decimals == 0 || clock || mixed {
            return false;
        }
        self.settle();
        let mut run = Run::default();
        let total = self.low.total();
        run.overflow = total.is_none();
        run.mantissa = total.unwrap_or(0);
        run.push(&behind[..len], |c| han_digit(c).or_else(|| arabic_digit(c)));
        self.scale = u32::try_from(decimals).unwrap_or(u32::MAX);
        self.low = Groups { section: run.mantissa, overflow: run.overflow, ..Groups::default() };
        self.high = None;
        self.below = NONE_YET;
        self.at += width + len;
        // 1.5 written 一点五 may still be followed by 万 and 亿.
        while self.big() {}
        true
    }

    /// 多 余 几 来 behind tens and above
    fn vague(&mut self) -> bool {
        let rest = self.rest();
        let apart = near(rest).filter(|_| self.arabic && self.pending.is_some()).unwrap_or(rest);
        let Some((c, width)) = first(apart).filter(|(c, _)| is_vague(*c)) else { return false };
        let round = match self.pending {
            Some(p) => p.low > 0 && p.low % 10 == 0 && self.scale == 0,
            None => self.below != NONE_YET,
        };
        if self.at == 0 || self.vague || !round || begins_word(c, &apart[width..]) {
            return false;
        }
        self.vague = true;
        self.at += rest.len() - apart.len() + width;
        true
    }

    /// A space before a magnitude: 1.2 万亿, 7万 5千
    fn gap(&mut self) -> bool {
        let rest = self.rest();
        let behind = gap(rest);
        let skipped = rest.len() - behind.len();
        if skipped == 0 || skipped > 6 || !self.arabic {
            return false;
        }
        let unit = |s: &str| first(s).and_then(|(c, _)| small_unit(c).or_else(|| big_unit(c)));
        let joined = if self.pending.is_some() || self.scale > 0 {
            unit(behind).is_some() && !begins_measure(behind)
        } else {
            // 7万 5千, 9 萬 8,396
            arabic_run(behind).is_some_and(|run| {
                let magnitude = unit(gap(&behind[run.len..])).filter(|exponent| *exponent < self.below);
                let fits = u32::try_from(run.digits).is_ok_and(|digits| digits <= self.below && digits <= 4);
                // 6 萬 377 人: so are fewer digits of what is counted.
                let counted = || run.digits > 1 && self.below == 4 && counts(gap(&behind[run.len..]));
                run.scale == 0 && fits && (run.digits == 4 || magnitude.is_some() || counted())
            })
        };
        if joined {
            self.at += skipped;
        }
        joined
    }

    /// A line break within a Han numeral: 二⏎萬公升, 七十⏎五年. With a digit on both sides a point was lost there: 五⏎五万吨.
    fn line(&mut self) -> bool {
        let Some(behind) = line_goes_on(self.rest()).filter(|_| self.han && !self.vague && self.scale == 0)
        else {
            return false;
        };
        let magnitude = first(behind).and_then(|(c, _)| small_unit(c).or_else(|| big_unit(c)));
        let joined = match (self.pending, magnitude) {
            (Some(pending), Some(exponent)) => pending.digits == 1 && exponent < self.below,
            (Some(_), None) => false,
            (None, magnitude) => magnitude.is_none_or(|exponent| exponent < self.below),
        };
        if joined {
            self.at += self.rest().len() - behind.len();
        }
        joined
    }

    fn add(&mut self, pending: Pending, exponent: u32) {
        self.low.add(pending.low, exponent);
        if let Some(high) = &mut self.high {
            high.add(pending.high, exponent);
        }
    }

    /// Adds digits that no magnitude followed: 一万三 is 13000, 一万零三 and 120 are as they stand.
    fn settle(&mut self) {
        if let Some(pending) = self.pending.take() {
            let tens = pending.digits == 1 && !self.zero && self.below != NONE_YET && self.below >= 2;
            self.add(pending, if tens { self.below - 1 } else { 0 });
        }
    }
}

/// Words that begin with 多 余 来: the number before them ends there.
pub(super) fn begins_word(c: char, behind: &str) -> bool {
    match c {
        '多' => {
            behind.starts_with("元化") || behind.starts_with(['样', '樣', '边', '邊', '功', '方', '式', '民'])
        }
        '余' | '餘' => behind.starts_with(['额', '額', '热', '熱', '量', '下', '地', '款']),
        // 十来个 is a number; 来 elsewhere is mostly the verb.
        '来' | '來' => !behind.starts_with([
            '个', '個', '名', '家', '条', '條', '项', '項', '万', '萬', '岁', '歲', '年', '天',
        ]),
        _ => false,
    }
}

/// Measures and words that begin with a magnitude character: 28 千瓦, 3 百分点; 10 亿米 and 28 万字 are amounts.
pub(super) fn begins_measure(s: &str) -> bool {
    let word = |starts: &str| first(s).is_some_and(|(_, width)| begins(&s[width..], starts));
    match first(s) {
        Some(('千', _)) => word("瓦克米伏卡帕赫分别一字"),
        Some(('百', _)) => word("帕姓分别一字"),
        Some(('十' | '万', _)) => word("分别一"),
        _ => false,
    }
}

/// Whether some words begin with what people, households or visits are counted in.
fn counts(behind: &str) -> bool {
    few!("人名位户戶家件份元冊册").begins(behind)
}

/// The same for a last digit that is spoken: 2万7户, 2万7个; not 2万5个月.
fn counts_one(behind: &str) -> bool {
    match behind.strip_prefix('个') {
        Some(behind) => !few!("月百小半").begins(behind),
        None => few!("人名户家件").begins(behind),
    }
}

/// 千 before 瓦 or 克 is kilo-.
pub(super) fn begins_kilo(behind: &str) -> bool {
    few!("瓦克米伏卡帕赫焦升").begins(behind)
}

/// 兆 before 瓦 or 赫 is mega-.
fn is_megaunit(exponent: u32, behind: &str) -> bool {
    exponent == 12 && behind.starts_with(['瓦', '赫', '帕', '字', '比', '焦', '欧', '伏', '位'])
}
