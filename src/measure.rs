//! Quantities in base units: exact, so that 亩, 公顷 and km² can be compared and added.

use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::pad::pad;
use crate::quantity::{Amount, Quantity};
use crate::script::simplified;
use crate::unit::Unit;

/// What a quantity is in base units: 1.2万亩 is 8000000 m².
///
/// Written `8000000 m²`, `2000/3 m²`, `2000..3000 kg`.
///
/// ```
/// let document = gongwen::parse("甲村退耕3000亩，乙村退耕1.5平方公里。");
/// let areas: Vec<_> = document.quantities().filter_map(|q| q.in_base_units()).collect();
/// assert_eq!(areas[0].to_string(), "2000000 m²");
/// assert!(areas[0].low > areas[1].high);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Measure {
    /// The amount, or the lower end of a range.
    pub low: Ratio,
    /// The same, or the upper end of a range.
    pub high: Ratio,
    /// Of what.
    pub unit: BaseUnit,
}

/// A unit of the SI without prefix, but for kg; the one that its kind is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum BaseUnit {
    /// 1, of % and ‰
    One,
    /// m
    Metre,
    /// m²
    SquareMetre,
    /// m³
    CubicMetre,
    /// kg
    Kilogram,
    /// J
    Joule,
    /// W
    Watt,
    /// V
    Volt,
    /// Hz
    Hertz,
}

impl BaseUnit {
    /// The symbol of GB 3100: `m²`; nothing for 1.
    ///
    /// ```
    /// use gongwen::BaseUnit;
    ///
    /// assert_eq!((BaseUnit::CubicMetre.symbol(), BaseUnit::One.symbol()), ("m³", ""));
    /// ```
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::One => "",
            Self::Metre => "m",
            Self::SquareMetre => "m²",
            Self::CubicMetre => "m³",
            Self::Kilogram => "kg",
            Self::Joule => "J",
            Self::Watt => "W",
            Self::Volt => "V",
            Self::Hertz => "Hz",
        }
    }
}

/// The text is no [`Measure`], [`Ratio`] or [`BaseUnit`] as these are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("not a measure")]
#[non_exhaustive]
pub struct MeasureError;

/// Reads the symbol.
impl FromStr for BaseUnit {
    type Err = MeasureError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        const ALL: [BaseUnit; 9] = [One, Metre, SquareMetre, CubicMetre, Kilogram, Joule, Watt, Volt, Hertz];
        ALL.into_iter().find(|unit| unit.symbol() == s.trim()).ok_or(MeasureError)
    }
}

/// Reads what `Display` writes.
///
/// ```
/// use gongwen::{BaseUnit, Measure, Ratio};
///
/// let area: Measure = "2000/3..800.5 m²".parse()?;
/// assert_eq!((Some(area.low), area.unit), (Ratio::new(2000, 3), BaseUnit::SquareMetre));
/// assert_eq!(area.to_string(), "2000/3..800.5 m²");
/// # Ok::<(), gongwen::MeasureError>(())
/// ```
impl FromStr for Measure {
    type Err = MeasureError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let (amount, unit) = s.trim().split_once(' ').unwrap_or((s.trim(), ""));
        let (low, high) = amount.split_once("..").unwrap_or((amount, amount));
        Ok(Self { low: low.parse()?, high: high.parse()?, unit: unit.parse()? })
    }
}

/// Reads a fraction and a decimal.
impl FromStr for Ratio {
    type Err = MeasureError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let found = match s.trim().split_once('/') {
            Some((numerator, denominator)) => numerator
                .parse()
                .ok()
                .zip(denominator.parse().ok())
                .and_then(|(numerator, denominator)| Self::new(numerator, denominator)),
            None => Decimal::from_str_exact(s.trim()).ok().and_then(|decimal| decimal.try_into().ok()),
        };
        found.ok_or(MeasureError)
    }
}

impl fmt::Display for BaseUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.symbol())
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(padded) = pad(self, f) {
            return padded;
        }
        let space = if self.unit == One { "" } else { " " };
        if self.low == self.high {
            write!(f, "{}{space}{}", self.low, self.unit)
        } else {
            write!(f, "{}..{}{space}{}", self.low, self.high, self.unit)
        }
    }
}

/// An exact quotient in lowest terms: a 亩 is 2000/3 m², which no decimal is.
///
/// Written as a decimal where it is one of at most 28 digits (`0.5`), and as a fraction otherwise (`2000/3`).
///
/// ```
/// use gongwen::Ratio;
///
/// let mu = Ratio::new(2000, 3).unwrap();
/// assert_eq!(mu.to_string(), "2000/3");
/// // 15 亩 are a hectare.
/// assert_eq!(mu.checked_mul(Ratio::new(15, 1).unwrap()), Ratio::new(10_000, 1));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    numerator: i128,
    denominator: u128,
}

const fn common_divisor(mut a: u128, mut b: u128) -> u128 {
    while b > 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl Ratio {
    /// A quotient; none of a denominator of 0, or of one beyond 127 bits.
    ///
    /// ```
    /// use gongwen::Ratio;
    ///
    /// let half = Ratio::new(-4, 8).unwrap();
    /// assert_eq!((half.numerator(), half.denominator()), (-1, 2));
    /// assert_eq!(Ratio::new(1, 0), None);
    /// ```
    pub fn new(numerator: i128, denominator: u128) -> Option<Self> {
        if denominator == 0 || i128::try_from(denominator).is_err() {
            return None;
        }
        let divisor = common_divisor(numerator.unsigned_abs(), denominator);
        let magnitude = i128::try_from(numerator.unsigned_abs() / divisor).ok()?;
        let numerator = if numerator < 0 { -magnitude } else { magnitude };
        Some(Self { numerator, denominator: denominator / divisor })
    }

    /// What stands above the line, with the sign.
    pub const fn numerator(self) -> i128 {
        self.numerator
    }

    /// What stands below the line, above 0.
    pub const fn denominator(self) -> u128 {
        self.denominator
    }

    /// The sum; none if it is too large.
    ///
    /// ```
    /// use gongwen::Ratio;
    ///
    /// let document = gongwen::parse("退耕3000亩，造林1.5平方公里，补植20公顷。");
    /// let areas = document.quantities().filter_map(|quantity| quantity.in_base_units());
    /// let sum = areas.flat_map(|area| [area.low]).try_fold(Ratio::new(0, 1).unwrap(), Ratio::checked_add);
    /// assert_eq!(sum, Ratio::new(3_700_000, 1));
    /// ```
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let common = common_divisor(self.denominator, other.denominator);
        let (own, others) = (other.denominator / common, self.denominator / common);
        let times = |n: i128, by: u128| n.checked_mul(i128::try_from(by).ok()?);
        let sum = times(self.numerator, own)?.checked_add(times(other.numerator, others)?)?;
        Self::new(sum, self.denominator.checked_mul(own)?)
    }

    /// The product; none if it is too large.
    #[must_use]
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        // Dividing first keeps the products small, and in lowest terms.
        let a = common_divisor(self.numerator.unsigned_abs(), other.denominator);
        let b = common_divisor(other.numerator.unsigned_abs(), self.denominator);
        let part = |n: i128, by: u128| Some(n / i128::try_from(by).ok()?);
        Some(Self {
            numerator: part(self.numerator, a)?.checked_mul(part(other.numerator, b)?)?,
            denominator: (self.denominator / b)
                .checked_mul(other.denominator / a)
                .filter(|d| i128::try_from(*d).is_ok())?,
        })
    }

    /// The quotient of two; none of 0 or if it is too large.
    ///
    /// ```
    /// use gongwen::Ratio;
    ///
    /// let [half, third] = [2, 3].map(|n| Ratio::new(1, n).unwrap());
    /// assert_eq!(half.checked_div(third), Ratio::new(3, 2));
    /// assert_eq!(half.checked_div(Ratio::new(0, 1).unwrap()), None);
    /// ```
    #[must_use]
    pub fn checked_div(self, other: Self) -> Option<Self> {
        let below = i128::try_from(other.denominator).ok()?;
        let inverse =
            Self::new(if other.numerator < 0 { -below } else { below }, other.numerator.unsigned_abs())?;
        self.checked_mul(inverse)
    }

    /// The same as a decimal; none where it is not exactly one of at most 28 digits.
    ///
    /// ```
    /// use gongwen::Ratio;
    ///
    /// assert_eq!(Ratio::new(1, 8).unwrap().to_decimal(), Some(gongwen::Decimal::new(125, 3)));
    /// assert_eq!(Ratio::new(1, 3).unwrap().to_decimal(), None);
    /// ```
    pub fn to_decimal(self) -> Option<Decimal> {
        let (mut numerator, mut denominator, mut scale) = (self.numerator, self.denominator, 0);
        while denominator > 1 {
            // Whatever 10 has in common with it goes away; a 3 stays.
            let divisor = common_divisor(denominator, 10);
            if divisor == 1 {
                return None;
            }
            denominator /= divisor;
            numerator = numerator.checked_mul(i128::try_from(10 / divisor).ok()?)?;
            scale += 1;
        }
        Decimal::try_from_i128_with_scale(numerator, scale).ok()
    }

    /// The nearest floating-point number.
    #[allow(clippy::cast_precision_loss)] // OK because it is what is asked for
    pub fn to_f64(self) -> f64 {
        let decimal = self.to_decimal().and_then(|d| d.to_f64());
        decimal.unwrap_or(self.numerator as f64 / self.denominator as f64)
    }
}

impl TryFrom<Decimal> for Ratio {
    type Error = core::num::TryFromIntError;

    fn try_from(value: Decimal) -> Result<Self, Self::Error> {
        let value = value.normalize();
        let denominator = 10u128.saturating_pow(value.scale());
        let divisor = common_divisor(value.mantissa().unsigned_abs(), denominator).max(1);
        let numerator = value.mantissa() / i128::try_from(divisor)?;
        Ok(Self { numerator, denominator: denominator / divisor })
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        // Cross products may be too large: the whole parts are compared, then the reciprocals of what is left, as of continued
        // fractions.
        let whole = |r: &Self| {
            let below = i128::try_from(r.denominator).unwrap_or(i128::MAX);
            (r.numerator.div_euclid(below), r.numerator.rem_euclid(below).unsigned_abs(), r.denominator)
        };
        let ((a, mut n1, mut d1), (b, mut n2, mut d2)) = (whole(self), whole(other));
        let mut order = a.cmp(&b);
        let mut upside_down = false;
        while order == Ordering::Equal && n1 > 0 && n2 > 0 {
            upside_down = !upside_down;
            order = (d1 / n1).cmp(&(d2 / n2));
            if upside_down {
                order = order.reverse();
            }
            (n1, d1, n2, d2) = (d1 % n1, n1, d2 % n2, n2);
        }
        let rest = n1.min(1).cmp(&n2.min(1));
        order.then(if upside_down { rest.reverse() } else { rest })
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(padded) = pad(self, f) {
            return padded;
        }
        match self.to_decimal() {
            Some(decimal) => write!(f, "{decimal}"),
            None => write!(f, "{}/{}", self.numerator, self.denominator),
        }
    }
}

use BaseUnit::{CubicMetre, Hertz, Joule, Kilogram, Metre, One, SquareMetre, Volt, Watt};

/// Units, and how many of the base unit one of them is, as numerator and denominator.
const UNITS: &[(&str, BaseUnit, u64, u64)] = &[
    ("%", One, 1, 100),
    ("‰", One, 1, 1_000),
    ("米", Metre, 1, 1),
    ("公尺", Metre, 1, 1),
    ("延米", Metre, 1, 1),
    ("m", Metre, 1, 1),
    ("千米", Metre, 1_000, 1),
    ("公里", Metre, 1_000, 1),
    ("km", Metre, 1_000, 1),
    ("KM", Metre, 1_000, 1),
    ("分米", Metre, 1, 10),
    ("dm", Metre, 1, 10),
    ("厘米", Metre, 1, 100),
    ("公分", Metre, 1, 100),
    ("cm", Metre, 1, 100),
    ("CM", Metre, 1, 100),
    ("毫米", Metre, 1, 1_000),
    ("公厘", Metre, 1, 1_000),
    ("mm", Metre, 1, 1_000),
    ("MM", Metre, 1, 1_000),
    ("微米", Metre, 1, 1_000_000),
    ("µm", Metre, 1, 1_000_000),
    ("μm", Metre, 1, 1_000_000),
    ("纳米", Metre, 1, 1_000_000_000),
    ("nm", Metre, 1, 1_000_000_000),
    ("海里", Metre, 1_852, 1),
    ("华里", Metre, 500, 1),
    ("英里", Metre, 1_609_344, 1_000),
    ("英尺", Metre, 3_048, 10_000),
    ("呎", Metre, 3_048, 10_000),
    ("英寸", Metre, 254, 10_000),
    ("吋", Metre, 254, 10_000),
    ("平方米", SquareMetre, 1, 1),
    ("平方公尺", SquareMetre, 1, 1),
    ("平米", SquareMetre, 1, 1),
    ("平方", SquareMetre, 1, 1),
    ("平", SquareMetre, 1, 1),
    ("㎡", SquareMetre, 1, 1),
    ("m²", SquareMetre, 1, 1),
    ("m2", SquareMetre, 1, 1),
    ("平方分米", SquareMetre, 1, 100),
    ("平方厘米", SquareMetre, 1, 10_000),
    ("平方毫米", SquareMetre, 1, 1_000_000),
    ("平方微米", SquareMetre, 1, 1_000_000_000_000),
    ("平方公里", SquareMetre, 1_000_000, 1),
    ("平方千米", SquareMetre, 1_000_000, 1),
    ("km²", SquareMetre, 1_000_000, 1),
    ("km2", SquareMetre, 1_000_000, 1),
    ("KM²", SquareMetre, 1_000_000, 1),
    ("KM2", SquareMetre, 1_000_000, 1),
    ("hm²", SquareMetre, 10_000, 1),
    ("hm2", SquareMetre, 10_000, 1),
    ("dm²", SquareMetre, 1, 100),
    ("dm2", SquareMetre, 1, 100),
    ("cm²", SquareMetre, 1, 10_000),
    ("cm2", SquareMetre, 1, 10_000),
    ("mm²", SquareMetre, 1, 1_000_000),
    ("mm2", SquareMetre, 1, 1_000_000),
    ("公顷", SquareMetre, 10_000, 1),
    ("亩", SquareMetre, 2_000, 3),
    ("市亩", SquareMetre, 2_000, 3),
    ("顷", SquareMetre, 200_000, 3),
    ("平方英尺", SquareMetre, 9_290_304, 100_000_000),
    ("平方英寸", SquareMetre, 64_516, 100_000_000),
    ("平方英里", SquareMetre, 2_589_988_110_336, 1_000_000),
    ("平方呎", SquareMetre, 9_290_304, 100_000_000),
    ("坪", SquareMetre, 400, 121),
    ("立方米", CubicMetre, 1, 1),
    ("立方公尺", CubicMetre, 1, 1),
    ("立方", CubicMetre, 1, 1),
    ("方", CubicMetre, 1, 1),
    ("m³", CubicMetre, 1, 1),
    ("m3", CubicMetre, 1, 1),
    ("dm³", CubicMetre, 1, 1_000),
    ("dm3", CubicMetre, 1, 1_000),
    ("cm³", CubicMetre, 1, 1_000_000),
    ("cm3", CubicMetre, 1, 1_000_000),
    ("mm³", CubicMetre, 1, 1_000_000_000),
    ("mm3", CubicMetre, 1, 1_000_000_000),
    ("立方公里", CubicMetre, 1_000_000_000, 1),
    ("立方千米", CubicMetre, 1_000_000_000, 1),
    ("立方分米", CubicMetre, 1, 1_000),
    ("立方厘米", CubicMetre, 1, 1_000_000),
    ("立方毫米", CubicMetre, 1, 1_000_000_000),
    ("立方英尺", CubicMetre, 28_316_846_592, 1_000_000_000_000),
    ("立方英寸", CubicMetre, 16_387_064, 1_000_000_000_000),
    ("千升", CubicMetre, 1, 1),
    ("公秉", CubicMetre, 1, 1),
    ("升", CubicMetre, 1, 1_000),
    ("公升", CubicMetre, 1, 1_000),
    ("L", CubicMetre, 1, 1_000),
    ("毫升", CubicMetre, 1, 1_000_000),
    ("ml", CubicMetre, 1, 1_000_000),
    ("mL", CubicMetre, 1, 1_000_000),
    ("吨", Kilogram, 1_000, 1),
    ("公吨", Kilogram, 1_000, 1),
    ("t", Kilogram, 1_000, 1),
    ("公斤", Kilogram, 1, 1),
    ("千克", Kilogram, 1, 1),
    ("kg", Kilogram, 1, 1),
    ("KG", Kilogram, 1, 1),
    ("克", Kilogram, 1, 1_000),
    ("公克", Kilogram, 1, 1_000),
    ("g", Kilogram, 1, 1_000),
    ("毫克", Kilogram, 1, 1_000_000),
    ("mg", Kilogram, 1, 1_000_000),
    ("微克", Kilogram, 1, 1_000_000_000),
    ("斤", Kilogram, 1, 2),
    ("市斤", Kilogram, 1, 2),
    ("两", Kilogram, 1, 20),
    ("担", Kilogram, 50, 1),
    ("千焦", Joule, 1_000, 1),
    ("瓦时", Joule, 3_600, 1),
    ("千瓦时", Joule, 3_600_000, 1),
    ("千瓦小时", Joule, 3_600_000, 1),
    ("度电", Joule, 3_600_000, 1),
    ("kWh", Joule, 3_600_000, 1),
    ("兆瓦时", Joule, 3_600_000_000, 1),
    ("MWh", Joule, 3_600_000_000, 1),
    ("吉瓦时", Joule, 3_600_000_000_000, 1),
    ("GWh", Joule, 3_600_000_000_000, 1),
    ("TWh", Joule, 3_600_000_000_000_000, 1),
    ("瓦", Watt, 1, 1),
    ("千瓦", Watt, 1_000, 1),
    ("瓩", Watt, 1_000, 1),
    ("kW", Watt, 1_000, 1),
    ("兆瓦", Watt, 1_000_000, 1),
    ("kWp", Watt, 1_000, 1),
    ("MWp", Watt, 1_000_000, 1),
    ("GWp", Watt, 1_000_000_000, 1),
    ("MW", Watt, 1_000_000, 1),
    ("吉瓦", Watt, 1_000_000_000, 1),
    ("GW", Watt, 1_000_000_000, 1),
    ("马力", Watt, 73_549_875, 100_000),
    ("伏", Volt, 1, 1),
    ("伏特", Volt, 1, 1),
    ("千伏", Volt, 1_000, 1),
    ("千伏特", Volt, 1_000, 1),
    ("kV", Volt, 1_000, 1),
    ("赫", Hertz, 1, 1),
    ("赫兹", Hertz, 1, 1),
    ("Hz", Hertz, 1, 1),
    ("kHz", Hertz, 1_000, 1),
    ("兆赫", Hertz, 1_000_000, 1),
    ("MHz", Hertz, 1_000_000, 1),
    ("GHz", Hertz, 1_000_000_000, 1),
];

/// Units of the market system, which in Traditional script may be those of Taiwan or Hong Kong.
const MARKET: [&str; 8] = ["亩", "市亩", "顷", "斤", "市斤", "两", "担", "华里"];

impl Unit {
    /// How many of which base unit one of these is.
    ///
    /// | kind | units and what one of them is |
    /// |---|---|
    /// | % and ‰ | 1/100 · 1/1000 |
    /// | length | 米 公里 厘米 毫米 … as in the SI; 海里 1852 m; 华里 500 m; 英里 1609.344 m, 英尺 0.3048 m, 英寸 0.0254 m |
    /// | area | 平方米 平方公里 …; 公顷 10000 m²; 亩 2000/3 m², 顷 100 亩; 坪 400/121 m² |
    /// | volume | 立方米 …; 升 0.001 m³; 千升 and 公秉 1 m³ |
    /// | mass | 克 公斤 …; 吨 1000 kg; 斤 0.5 kg, 两 0.05 kg, 担 50 kg |
    /// | energy | 千焦; 千瓦时 and 度电 3600000 J |
    /// | power | 瓦 千瓦 兆瓦 吉瓦; 马力 735.49875 W |
    /// | others | 伏 千伏; 赫 兆赫 |
    ///
    /// SI units, 海里, 吨, 升 and 公顷 are as in GB 3100; 亩, 斤, 两, 担 and 华里 those of the market system as ordered in 1959
    /// (10 两 to a 斤, 15 亩 to a 公顷); 英尺 and 英寸 those agreed on in 1959; 坪 that of Taiwan.
    ///
    /// Left out is what has no one meaning (度 of heat or of power, 桶, 盎司, 卡), what is not of the kind that it looks like
    /// (吨标准煤, 总吨, 千伏安, 百分点), temperatures, which have another zero, units per something (微克/立方米), classifiers and
    /// currencies. 兩, 擔 and 畝 in Traditional script are left out too: they may be those of Taiwan or Hong Kong.
    ///
    /// ```
    /// use gongwen::BaseUnit;
    ///
    /// let document = gongwen::parse("增容5万千瓦，限重49吨，发证80本。");
    /// let units = document.quantities().filter_map(|q| q.unit.in_base_units());
    /// let units: Vec<BaseUnit> = units.map(|(_, unit)| unit).collect();
    /// assert_eq!(units, [BaseUnit::Watt, BaseUnit::Kilogram]);
    /// ```
    pub fn in_base_units(&self) -> Option<(Ratio, BaseUnit)> {
        let name = simplified(self.as_str());
        if name != self.as_str() && MARKET.contains(&&*name) {
            return None;
        }
        let (_, unit, numerator, denominator) = UNITS.iter().find(|(unit, ..)| *unit == name)?;
        Some((Ratio::new((*numerator).into(), (*denominator).into())?, *unit))
    }
}

impl Quantity {
    /// The quantity in base units, exactly: 1.2万亩 is 8000000 m², 一亩 is 2000/3 m². What has none is listed
    /// [there](Unit::in_base_units).
    ///
    /// ```
    /// let document = gongwen::parse("造林1.2万亩，占60%，每亩投资300元。");
    /// let measures: Vec<String> =
    ///     document.quantities().flat_map(|q| q.in_base_units()).map(|m| m.to_string()).collect();
    /// // 300元 is in no base unit.
    /// assert_eq!(measures, ["8000000 m²", "0.6"]);
    /// ```
    pub fn in_base_units(&self) -> Option<Measure> {
        let (factor, unit) = self.unit.in_base_units()?;
        let scaled = |value: Decimal| Ratio::try_from(value).ok()?.checked_mul(factor);
        let (low, high) = match self.amount {
            Amount::Exact(value) => (scaled(value)?, scaled(value)?),
            Amount::Range { low, high } => (scaled(low)?, scaled(high)?),
            Amount::Fraction { numerator, denominator } => {
                let quotient = scaled(numerator)?.checked_div(Ratio::try_from(denominator).ok()?)?;
                (quotient, quotient)
            }
        };
        Some(Measure { low, high, unit })
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};

    use super::*;
    use crate::unit::UnitKind;

    fn base(text: &str) -> String {
        let document = crate::parse(text);
        let measure = document.quantities().next().and_then(Quantity::in_base_units);
        measure.map_or("-".into(), |m| m.to_string())
    }

    #[test]
    fn quantities_in_base_units() {
        for (text, expected) in [
            ("造林1.2万亩", "8000000 m²"),
            ("造林1亩", "2000/3 m²"),
            ("造林5—10亩", "10000/3..20000/3 m²"),
            ("三分之一亩", "2000/9 m²"),
            ("15亩", "10000 m²"),
            ("1公顷", "10000 m²"),
            ("1.5平方公里", "1500000 m²"),
            ("36.5公里", "36500 m"),
            ("3海里", "5556 m"),
            ("粮食1.4万亿斤", "700000000000 kg"),
            ("7.5两", "0.375 kg"),
            ("3500万吨", "35000000000 kg"),
            ("1.5千克", "1.5 kg"),
            ("用电2.5亿千瓦时", "900000000000000 J"),
            ("9.85万亿千瓦时", "35460000000000000000 J"),
            ("装机1.2亿千瓦", "120000000000 W"),
            ("100坪", "40000/121 m²"),
            ("60%", "0.6"),
            ("5%—6%", "0.05..0.06"),
            ("3‰", "0.003"),
            ("36微克/立方米", "-"),
            ("5个百分点", "-"),
            ("300元", "-"),
            ("20个", "-"),
            ("100度", "-"),
            ("黃金三兩", "-"),
            ("造林三公頃", "30000 m²"),
            ("截面4平方毫米", "0.000004 m²"),
            ("100立方分米", "0.1 m³"),
            ("1平方英里", "2589988.110336 m²"),
            ("1立方英寸", "0.000016387064 m³"),
            ("发电100亿千瓦·时", "36000000000000000 J"),
            ("2MW.h", "7200000000 J"),
            ("5亿吨·公里", "-"),
            ("300克标准煤/千瓦时", "-"),
        ] {
            assert_eq!(base(text), expected, "{text}");
        }
    }

    #[test]
    fn units_are_of_the_kind_of_their_base() {
        for (name, base, numerator, denominator) in UNITS {
            let kind = match base {
                One => UnitKind::Percent,
                Metre => UnitKind::Length,
                SquareMetre => UnitKind::Area,
                CubicMetre => UnitKind::Volume,
                Kilogram => UnitKind::Mass,
                Joule => UnitKind::Energy,
                Watt => UnitKind::Power,
                Volt | Hertz => UnitKind::Other,
            };
            assert_eq!(Unit::known(name).kind(), kind, "{name}");
            assert!(*numerator > 0 && *denominator > 0, "{name}");
        }
        for name in MARKET {
            assert!(UNITS.iter().any(|(unit, ..)| *unit == name), "{name}");
        }
    }

    #[test]
    fn ratios_are_ordered_and_exact() {
        let ratio = |n, d| Ratio::new(n, d).unwrap();
        assert_eq!(ratio(4, 6), ratio(2, 3));
        assert_eq!(ratio(0, 5), ratio(0, 1));
        assert_eq!(Ratio::new(1, 0), None);
        assert_eq!(ratio(i128::MAX, 1).checked_mul(ratio(2, 1)), None);
        assert_eq!(ratio(-2, 3).checked_div(ratio(-4, 9)), Some(ratio(3, 2)));
        assert_eq!(ratio(1, 3).checked_div(ratio(0, 1)), None);
        assert_eq!(ratio(1, 6).checked_add(ratio(3, 10)), Some(ratio(7, 15)));
        assert_eq!(ratio(2, 3).checked_add(ratio(-2, 3)), Some(ratio(0, 1)));
        assert_eq!(ratio(i128::MAX, 1).checked_add(ratio(1, 1)), None);
        assert_eq!(ratio(-i128::MAX, 1).checked_add(ratio(-1, 1)), None);
        let denominator = i128::MAX.unsigned_abs();
        assert_eq!(ratio(1, denominator).checked_add(ratio(1, denominator - 1)), None);
        let rising = [
            ratio(i128::MIN + 1, 1),
            ratio(-3, 2),
            ratio(-4, 3),
            ratio(0, 1),
            ratio(1, i128::MAX.unsigned_abs()),
            ratio(333_333_333, 1_000_000_000),
            ratio(1, 3),
            ratio(333_333_334, 1_000_000_000),
            ratio(2, 3),
            ratio(1, 1),
            ratio(i128::MAX - 1, 1),
            ratio(i128::MAX, 1),
        ];
        for (i, a) in rising.iter().enumerate() {
            for (j, b) in rising.iter().enumerate() {
                assert_eq!(a.cmp(b), i.cmp(&j), "{a} {b}");
            }
        }
        for (n, d, expected) in [(1, 8, "0.125"), (-7, 5, "-1.4"), (2000, 3, "2000/3"), (12, 1, "12")] {
            assert_eq!(ratio(n, d).to_string(), expected);
        }
        assert!((ratio(2000, 3).to_f64() - 666.666_666).abs() < 1e-3);
    }
}
