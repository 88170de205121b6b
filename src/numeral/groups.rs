//! Whole numbers under construction, from magnitudes.

use rust_decimal::Decimal;

/// A whole number under construction, in groups of ten thousand and of a hundred million.
#[derive(Clone, Copy, Default)]
pub(super) struct Groups {
    /// Closed by 亿 or 兆.
    pub(super) upper: u128,
    /// What the last 亿 or 兆 closed: the next one behind it multiplies that alone.
    pub(super) last: u128,
    /// The power of ten of the last 亿 (12 of 万亿, 16 of 亿亿): what follows is smaller.
    pub(super) below: Option<u32>,
    /// 1亿1亿, 3万2万: magnitudes that do not fall.
    pub(super) disordered: bool,
    /// Closed by 万.
    pub(super) middle: u128,
    /// Not closed yet.
    pub(super) section: u128,
    pub(super) overflow: bool,
}

impl Groups {
    fn checked(&mut self, value: Option<u128>) -> u128 {
        self.overflow |= value.is_none();
        value.unwrap_or(0)
    }

    fn times(&mut self, value: u128, exponent: u32) -> u128 {
        let product = 10u128.checked_pow(exponent).and_then(|p| value.checked_mul(p));
        self.checked(product)
    }

    /// Adds digits that stand before a magnitude below 万, or before none.
    pub(super) fn add(&mut self, value: u128, exponent: u32) {
        let value = self.times(value, exponent);
        let sum = self.section.checked_add(value);
        self.section = self.checked(sum);
    }

    /// Closes what is open by 万 (4), 亿 (8) or 兆 (12); where nothing is, multiplies what the last one closed.
    pub(super) fn close(&mut self, exponent: u32) {
        if exponent == 4 && self.section > 0 {
            self.disordered |= self.middle > 0;
            let closed = self.times(self.section, 4);
            let sum = self.middle.checked_add(closed);
            self.middle = self.checked(sum);
        } else if let Some(open) = self.middle.checked_add(self.section).filter(|open| *open > 0) {
            self.last = self.times(open, exponent);
            let least = |below| 10u128.checked_pow(below).is_some_and(|unit| self.last >= unit);
            self.disordered |= self.below.is_some_and(least);
            // 一万亿 goes on with 二亿, 一万五千亿 does not.
            let whole = if self.section == 0 { 4 } else { 0 };
            self.below = Some(exponent + whole);
            let sum = self.upper.checked_add(self.last);
            self.upper = self.checked(sum);
            self.middle = 0;
        } else {
            // 七亿亿三亿: the second 亿 belongs to 七亿.
            let closed = self.times(self.last, exponent);
            let sum = (self.upper - self.last.min(self.upper)).checked_add(closed);
            self.upper = self.checked(sum);
            self.last = closed;
            self.below = self.below.and_then(|below| below.checked_add(exponent));
        }
        self.section = 0;
    }

    pub(super) fn total(&self) -> Option<u128> {
        if self.overflow {
            return None;
        }
        self.upper.checked_add(self.middle)?.checked_add(self.section)
    }
}

pub(super) fn decimal(mantissa: Option<u128>, mut scale: u32, negative: bool) -> Option<Decimal> {
    let mut mantissa = i128::try_from(mantissa?).ok()?;
    // 1.2345万亿 fits only without the zeros behind it.
    while scale > 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        scale -= 1;
    }
    Decimal::try_from_i128_with_scale(if negative { -mantissa } else { mantissa }, scale).ok()
}
