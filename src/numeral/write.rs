//! Numbers written, so that they read as the same value again.

use core::fmt::{self, Write as _};

use rust_decimal::Decimal;

use super::{Notation, Numeral, are_neighbours};

/// A way to write a number; [`Numeral::written`] does it.
///
/// | form | 350000000 | 1630.5 | 2021 |
/// |---|---|---|---|
/// | [`Arabic`](Form::Arabic) | `350000000` | `1630.5` | `2021` |
/// | [`Grouped`](Form::Grouped) | `350,000,000` | `1,630.5` | `2,021` |
/// | [`Mixed`](Form::Mixed) | `3.5亿` | `1630.5` | `2021` |
/// | [`Han`](Form::Han) | `三亿五千万` | `一千六百三十点五` | `二千零二十一` |
/// | [`Financial`](Form::Financial) | `叁亿伍仟万` | `壹仟陆佰叁拾点伍` | `贰仟零贰拾壹` |
/// | [`Digits`](Form::Digits) | `三五〇〇〇〇〇〇〇` | `一六三〇·五` | `二〇二一` |
///
/// Every number can be written in every form, and each reads as the same value. The magnitudes are 万 and 亿 alone, repeated
/// where a number needs it (`一万亿`, `一亿亿`): 兆 is a million million in one place and a million in another. 零 is written
/// for magnitudes left out inside a number, 〇 for the digit, as GB/T 15835 has it.
///
/// ```
/// use gongwen::numeral::{Form, Numeral, Script};
///
/// let n = Numeral::from(gongwen::Decimal::from(10_800));
/// assert_eq!(n.written(Form::Han, Script::Simplified).to_string(), "一万零八百");
/// assert_eq!(n.written(Form::Mixed, Script::Traditional).to_string(), "1.08萬");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Form {
    /// Digits 0–9.
    Arabic,
    /// Digits 0–9 with commas between groups of three.
    Grouped,
    /// Digits 0–9 with the largest of 万, 亿 and 万亿 that the number reaches; digits alone where it has more than 24.
    Mixed,
    /// Han characters with 十 百 千 万 亿.
    Han,
    /// The same in the capitals that bills and contracts are written in.
    Financial,
    /// Han characters one for each digit. Two digits that would read as a range (五六) are written with 十 (五十六).
    Digits,
}

/// The script of Han characters: 万 or 萬.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Script {
    /// 三亿五千万, 叁亿伍仟万
    #[default]
    Simplified,
    /// 三億五千萬, 參億伍仟萬
    Traditional,
}

/// A number in some form; its `Display` writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Written {
    value: Decimal,
    form: Form,
    script: Script,
}

impl Numeral {
    /// The number written in some form and script.
    ///
    /// ```
    /// use gongwen::numeral::{Form, Numeral, Script};
    /// let n: Numeral = "3.5亿".parse()?;
    /// assert_eq!(n.written(Form::Han, Script::Simplified).to_string(), "三亿五千万");
    /// assert_eq!(n.written(Form::Financial, Script::Traditional).to_string(), "參億伍仟萬");
    /// # Ok::<(), gongwen::numeral::NumeralError>(())
    /// ```
    pub const fn written(self, form: Form, script: Script) -> Written {
        Written { value: self.value, form, script }
    }
}

/// A number in digits.
impl From<Decimal> for Numeral {
    fn from(value: Decimal) -> Self {
        Self { value: value.normalize(), notation: Notation::Arabic }
    }
}

/// The characters that a number is written with.
struct Characters {
    /// 〇 to 九, or 0 to 9
    digits: [char; 10],
    /// What stands for a magnitude left out.
    zero: char,
    /// 十 百 千
    small: [char; 3],
    ten_thousand: char,
    hundred_million: char,
    point: char,
    minus: char,
}

impl Characters {
    const fn of(form: Form, script: Script) -> Self {
        let traditional = matches!(script, Script::Traditional);
        let (digits, small) = match form {
            Form::Arabic | Form::Grouped | Form::Mixed => {
                (['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'], ['十', '百', '千'])
            }
            Form::Han => (['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'], ['十', '百', '千']),
            Form::Digits => {
                (['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'], ['十', '百', '千'])
            }
            Form::Financial if traditional => {
                (['零', '壹', '貳', '參', '肆', '伍', '陸', '柒', '捌', '玖'], ['拾', '佰', '仟'])
            }
            Form::Financial => {
                (['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'], ['拾', '佰', '仟'])
            }
        };
        let (ten_thousand, hundred_million) = if traditional { ('萬', '億') } else { ('万', '亿') };
        let (point, minus) = match form {
            Form::Arabic | Form::Grouped | Form::Mixed => ('.', '-'),
            // 点 would part 五六点七 into a range and a rest.
            Form::Digits => ('·', if traditional { '負' } else { '负' }),
            Form::Han | Form::Financial if traditional => ('點', '負'),
            Form::Han | Form::Financial => ('点', '负'),
        };
        Self { digits, zero: '零', small, ten_thousand, hundred_million, point, minus }
    }
}

/// As many digits as a [`Decimal`] can have.
const MOST: usize = 29;

/// As many digits as a number before 万亿 has at most.
const LEGIBLE: usize = 24;

/// The digits of a number, the last one first, and how many of them are decimals.
struct Places {
    digits: [u8; MOST],
    len: usize,
    scale: usize,
}

impl Places {
    fn of(value: Decimal, shift: u32) -> Self {
        let mut rest = value.mantissa().unsigned_abs();
        let mut scale = (value.scale() + shift) as usize;
        while scale > 0 && rest.is_multiple_of(10) {
            rest /= 10;
            scale -= 1;
        }
        let (mut digits, mut len) = ([0; MOST], 0);
        while rest > 0 || len <= scale {
            #[allow(clippy::cast_possible_truncation)] // OK because a remainder of 10 is a digit
            if let Some(digit) = digits.get_mut(len) {
                *digit = (rest % 10) as u8;
            }
            rest /= 10;
            len += 1;
        }
        Self { digits, len: len.min(MOST), scale }
    }

    fn whole(&self) -> &[u8] {
        &self.digits[self.scale.min(self.len)..self.len]
    }

    fn decimals(&self) -> &[u8] {
        &self.digits[..self.scale.min(self.len)]
    }
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let characters = Characters::of(self.form, self.script);
        let plain = Places::of(self.value, 0);
        if self.value.is_sign_negative() && !self.value.is_zero() {
            f.write_char(characters.minus)?;
        }
        match self.form {
            Form::Arabic => characters.positional(f, &plain, false),
            Form::Grouped => characters.positional(f, &plain, true),
            Form::Mixed => {
                // 12 stands for 万亿, 8 for 亿, 4 for 万; longer numbers than anybody reads are written out.
                let exponents = if plain.len > LEGIBLE { &[][..] } else { &[12u32, 8, 4] };
                let exponent = exponents.iter().copied().find(|e| plain.whole().len() > *e as usize);
                characters.positional(f, &Places::of(self.value, exponent.unwrap_or(0)), false)?;
                if let Some(4 | 12) = exponent {
                    f.write_char(characters.ten_thousand)?;
                }
                if let Some(8 | 12) = exponent {
                    f.write_char(characters.hundred_million)?;
                }
                Ok(())
            }
            Form::Digits => match plain.whole() {
                [low, high] if plain.scale == 0 && are_neighbours(*high, *low) => {
                    characters.multiplicative(f, plain.whole(), true)
                }
                _ => characters.positional(f, &plain, false),
            },
            Form::Han | Form::Financial => {
                characters.multiplicative(f, plain.whole(), self.form == Form::Han)?;
                characters.decimals(f, plain.decimals())
            }
        }
    }
}

impl Characters {
    /// `1630.5` `1,630.5` `一六三〇·五`
    fn positional(&self, f: &mut fmt::Formatter<'_>, places: &Places, grouped: bool) -> fmt::Result {
        for (place, digit) in places.whole().iter().enumerate().rev() {
            f.write_char(self.digits[usize::from(*digit)])?;
            if grouped && place > 0 && place % 3 == 0 {
                f.write_char(',')?;
            }
        }
        self.decimals(f, places.decimals())
    }

    fn decimals(&self, f: &mut fmt::Formatter<'_>, decimals: &[u8]) -> fmt::Result {
        if !decimals.is_empty() {
            f.write_char(self.point)?;
        }
        decimals.iter().rev().try_for_each(|digit| f.write_char(self.digits[usize::from(*digit)]))
    }

    /// `三亿五千万`; a first 十 has no 一 before it where `short` is set.
    fn multiplicative(&self, f: &mut fmt::Formatter<'_>, whole: &[u8], short: bool) -> fmt::Result {
        if whole == [0] {
            return f.write_char(self.zero);
        }
        let is_zero = |from: usize, len: usize| whole[from..].iter().take(len).all(|digit| *digit == 0);
        let mut left_out = false;
        for (place, digit) in whole.iter().enumerate().rev() {
            if *digit == 0 {
                left_out = true;
            } else {
                if left_out {
                    f.write_char(self.zero)?;
                }
                left_out = false;
                let first = place + 1 == whole.len();
                if !(short && first && *digit == 1 && place % 4 == 1) {
                    f.write_char(self.digits[usize::from(*digit)])?;
                }
                if let Some(small) = (place % 4).checked_sub(1) {
                    f.write_char(self.small[small])?;
                }
            }
            if place % 4 == 0 && !is_zero(place, 4) {
                // 十万二千: the end of a group needs no 零.
                left_out = false;
            }
            if place % 8 == 4 && !is_zero(place, 4) {
                f.write_char(self.ten_thousand)?;
            }
            if place % 8 == 0 && !is_zero(place, 8) {
                (0..place / 8).try_for_each(|_| f.write_char(self.hundred_million))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};

    use super::*;

    fn written(value: &str, form: Form, script: Script) -> String {
        let value: Decimal = value.parse().unwrap();
        Numeral::from(value).written(form, script).to_string()
    }

    #[test]
    fn forms() {
        for (value, form, simplified, traditional) in [
            ("350000000", Form::Arabic, "350000000", "350000000"),
            ("1630.50", Form::Arabic, "1630.5", "1630.5"),
            ("0", Form::Arabic, "0", "0"),
            ("-0.05", Form::Arabic, "-0.05", "-0.05"),
            ("100", Form::Grouped, "100", "100"),
            ("1130", Form::Grouped, "1,130", "1,130"),
            ("350000000.25", Form::Grouped, "350,000,000.25", "350,000,000.25"),
            ("9999", Form::Mixed, "9999", "9999"),
            ("12000", Form::Mixed, "1.2万", "1.2萬"),
            ("350000000", Form::Mixed, "3.5亿", "3.5億"),
            ("1200000000000", Form::Mixed, "1.2万亿", "1.2萬億"),
            ("100000000000000000000000", Form::Mixed, "100000000000万亿", "100000000000萬億"),
            ("0", Form::Han, "零", "零"),
            ("10", Form::Han, "十", "十"),
            ("15", Form::Han, "十五", "十五"),
            ("110", Form::Han, "一百一十", "一百一十"),
            ("103", Form::Han, "一百零三", "一百零三"),
            ("2021", Form::Han, "二千零二十一", "二千零二十一"),
            ("10015", Form::Han, "一万零一十五", "一萬零一十五"),
            ("100000", Form::Han, "十万", "十萬"),
            ("102000", Form::Han, "十万二千", "十萬二千"),
            ("100200", Form::Han, "十万零二百", "十萬零二百"),
            ("350000000", Form::Han, "三亿五千万", "三億五千萬"),
            ("100002000", Form::Han, "一亿零二千", "一億零二千"),
            ("1200000000000", Form::Han, "一万二千亿", "一萬二千億"),
            ("1000000000000", Form::Han, "一万亿", "一萬億"),
            ("10000000000000000", Form::Han, "一亿亿", "一億億"),
            ("-3.05", Form::Han, "负三点零五", "負三點零五"),
            ("350000000", Form::Financial, "叁亿伍仟万", "參億伍仟萬"),
            ("15", Form::Financial, "壹拾伍", "壹拾伍"),
            ("2021", Form::Digits, "二〇二一", "二〇二一"),
            ("56", Form::Digits, "五十六", "五十六"),
            ("12", Form::Digits, "十二", "十二"),
            ("35", Form::Digits, "三十五", "三十五"),
            ("56.7", Form::Digits, "五六·七", "五六·七"),
            ("-55", Form::Digits, "负五五", "負五五"),
        ] {
            assert_eq!(written(value, form, Script::Simplified), simplified, "{value}");
            assert_eq!(written(value, form, Script::Traditional), traditional, "{value}");
            for text in [simplified, traditional] {
                let read: Numeral = text.parse().unwrap();
                assert_eq!(read.value(), value.parse::<Decimal>().unwrap(), "{text}");
            }
        }
    }

    #[test]
    fn the_largest() {
        let forms = [Form::Arabic, Form::Grouped, Form::Mixed, Form::Han, Form::Financial, Form::Digits];
        for value in [Decimal::MAX, Decimal::MIN, Decimal::new(1, 28), Decimal::MAX / Decimal::from(1_000)] {
            for form in forms {
                let text = Numeral::from(value).written(form, Script::Simplified).to_string();
                assert_eq!(text.parse::<Numeral>().map(Numeral::value), Ok(value), "{text}");
            }
        }
    }
}
