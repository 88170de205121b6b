//! Currencies of amounts of money.

use rust_decimal::Decimal;

use crate::quantity::{Amount, Quantity};
use crate::script::simplified;
use crate::unit::Unit;

/// A currency, by its code of ISO 4217.
///
/// ```
/// use gongwen::Currency;
///
/// let document = gongwen::parse("罚款新台币200元，补贴港币3万元，奖励500元，进口￥300、€20。");
/// let codes: Vec<&str> = document.quantities().flat_map(|q| q.currency).map(Currency::as_str).collect();
/// assert_eq!(codes, ["TWD", "HKD", "CNY", "CNY", "EUR"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[cfg_attr(feature = "serde", serde(rename_all = "UPPERCASE"))]
#[non_exhaustive]
pub enum Currency {
    /// 元, 人民币
    Cny,
    /// 新台币, 台币
    Twd,
    /// 港元, 港币
    Hkd,
    /// 澳门元, 澳门币
    Mop,
    /// 美元, 美金
    Usd,
    /// 欧元
    Eur,
    /// 日元, 日币
    Jpy,
    /// 英镑
    Gbp,
    /// 韩元, 韩币
    Krw,
    /// 澳元, 澳大利亚元
    Aud,
    /// 加元, 加拿大元
    Cad,
    /// 新加坡元, 新元
    Sgd,
    /// 瑞士法郎, 法郎
    Chf,
    /// 卢布
    Rub,
    /// 卢比
    Inr,
    /// 泰铢
    Thb,
    /// 林吉特, 令吉
    Myr,
    /// 奈拉
    Ngn,
    /// 越南盾
    Vnd,
    /// 瑞典克朗
    Sek,
    /// 丹麦克朗
    Dkk,
    /// 挪威克朗
    Nok,
    /// 里拉
    Try,
    /// 兰特
    Zar,
    /// 坚戈
    Kzt,
    /// 迪拉姆
    Aed,
    /// 福林
    Huf,
    /// 兹罗提
    Pln,
}

impl Unit {
    /// The currency that the unit alone says; 元 is [`Cny`](Currency::Cny).
    ///
    /// [`Quantity::currency`](crate::Quantity::currency) heeds what is named before the amount as well.
    ///
    /// ```
    /// use gongwen::Currency;
    ///
    /// let document = gongwen::parse("进口3亿美元");
    /// assert_eq!(document.quantities().next().unwrap().unit.currency(), Some(Currency::Usd));
    /// ```
    pub fn currency(&self) -> Option<Currency> {
        let unit = simplified(self.as_str());
        UNITS.iter().find(|(name, _)| *name == unit).map(|(_, currency)| *currency)
    }
}

/// Units that are money of one currency, whose amount is one in that currency: 5毛 is half a yuan, and has no code here.
const UNITS: [(&str, Currency); 49] = [
    ("元", Currency::Cny),
    ("元钱", Currency::Cny),
    ("元人民币", Currency::Cny),
    ("人民币", Currency::Cny),
    ("圆", Currency::Cny),
    ("块钱", Currency::Cny),
    ("美元", Currency::Usd),
    ("美圆", Currency::Usd),
    ("美金", Currency::Usd),
    ("欧元", Currency::Eur),
    ("港元", Currency::Hkd),
    ("港币", Currency::Hkd),
    ("日元", Currency::Jpy),
    ("日圆", Currency::Jpy),
    ("英镑", Currency::Gbp),
    ("韩元", Currency::Krw),
    ("新台币", Currency::Twd),
    ("台币", Currency::Twd),
    ("澳元", Currency::Aud),
    ("澳门元", Currency::Mop),
    ("加元", Currency::Cad),
    ("新加坡元", Currency::Sgd),
    ("瑞士法郎", Currency::Chf),
    ("卢布", Currency::Rub),
    ("卢比", Currency::Inr),
    ("印度卢比", Currency::Inr),
    ("印度卢布", Currency::Inr),
    ("泰铢", Currency::Thb),
    ("林吉特", Currency::Myr),
    ("马来西亚令吉", Currency::Myr),
    ("奈拉", Currency::Ngn),
    ("越南盾", Currency::Vnd),
    ("新元", Currency::Sgd),
    ("加拿大元", Currency::Cad),
    ("澳大利亚元", Currency::Aud),
    ("澳门币", Currency::Mop),
    ("韩币", Currency::Krw),
    ("韩圆", Currency::Krw),
    ("法郎", Currency::Chf),
    ("令吉", Currency::Myr),
    ("瑞典克朗", Currency::Sek),
    ("丹麦克朗", Currency::Dkk),
    ("挪威克朗", Currency::Nok),
    ("里拉", Currency::Try),
    ("兰特", Currency::Zar),
    ("坚戈", Currency::Kzt),
    ("迪拉姆", Currency::Aed),
    ("福林", Currency::Huf),
    ("兹罗提", Currency::Pln),
];

/// Parts of the unit of a currency, and how many decimals of it one is.
const COINS: [(&str, Currency, u32); 8] = [
    ("角", Currency::Cny, 1),
    ("毛", Currency::Cny, 1),
    ("毛钱", Currency::Cny, 1),
    ("角钱", Currency::Cny, 1),
    ("分钱", Currency::Cny, 2),
    ("美分", Currency::Usd, 2),
    ("便士", Currency::Gbp, 2),
    ("港仙", Currency::Hkd, 2),
];

fn coin(unit: &Unit) -> Option<(Currency, u32)> {
    let unit = simplified(unit.as_str());
    COINS.iter().find(|(name, ..)| *name == unit).map(|(_, currency, decimals)| (*currency, *decimals))
}

/// Whether a unit is a part of that of a currency: 人民币5毛 is no five yuan.
#[cold] // as few amounts are named a currency before
pub(crate) fn is_coin(unit: &Unit) -> bool {
    coin(unit).is_some()
}

impl Quantity {
    /// How much money it is, in the unit of its currency: 5毛 is half a yuan, 20美分 a fifth of a dollar. None of what is no
    /// money, or money of no one country (5克朗).
    ///
    /// 毛, 角 and 分钱 are those of the yuan, whatever is named before them.
    ///
    /// ```
    /// use gongwen::Currency;
    ///
    /// let document = gongwen::parse("每度加价2分钱，每户补助港币3万元，共40户。");
    /// let money: Vec<_> = document.quantities().filter_map(|q| q.in_currency()).collect();
    /// assert_eq!(money, [("0.02".parse()?, Currency::Cny), ("30000".parse()?, Currency::Hkd)]);
    /// # Ok::<(), gongwen::AmountError>(())
    /// ```
    pub fn in_currency(&self) -> Option<(Amount, Currency)> {
        if let Some(currency) = self.currency {
            return Some((self.amount, currency));
        }
        let (currency, decimals) = coin(&self.unit)?;
        // Moves the point, so that nothing is rounded.
        let shifted = |value: Decimal| {
            let mut value = value.normalize();
            value.set_scale(value.scale() + decimals).ok().map(|()| value.normalize())
        };
        let amount = match self.amount {
            Amount::Exact(value) => Amount::Exact(shifted(value)?),
            Amount::Range { low, high } => Amount::Range { low: shifted(low)?, high: shifted(high)? },
            Amount::Fraction { numerator, denominator } => {
                Amount::Fraction { numerator: shifted(numerator)?, denominator }
            }
        };
        Some((amount, currency))
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;
    use crate::unit::UnitKind;

    #[test]
    fn units_that_are_currencies() {
        assert_eq!(Unit::known("美元").currency(), Some(Currency::Usd));
        assert_eq!(Unit::known("歐元").currency(), Some(Currency::Eur));
        for unit in ["吨", "元/人", "比特币", ""] {
            assert_eq!(Unit::known(unit).currency(), None, "{unit}");
        }
        for (name, _) in UNITS {
            assert_eq!(Unit::known(name).kind(), UnitKind::Currency, "{name}");
        }
    }

    /// Units of money that no code can be told of, and why; nor of [`COINS`], which are parts of the currency.
    const NO_CODE: [(&str, &[&str]); 3] = [
        ("money of several countries", &["克朗", "比索", "先令"]),
        ("money that is gone", &["马克", "新卢布"]),
        ("no money of a country", &["比特币"]),
    ];

    #[test]
    fn units_of_money_have_a_code_or_a_reason() {
        for unit in crate::unit::names(UnitKind::Currency) {
            let none = is_coin(&Unit::known(unit)) || NO_CODE.iter().any(|(_, units)| units.contains(&unit));
            assert_eq!(Unit::known(unit).currency().is_none(), none, "{unit}");
        }
        let coins = COINS.iter().map(|(unit, ..)| unit);
        for unit in NO_CODE.iter().flat_map(|(_, units)| *units).chain(coins) {
            assert_eq!(Unit::known(unit).kind(), UnitKind::Currency, "{unit}");
        }
    }

    #[test]
    fn money_in_the_unit_of_its_currency() {
        for (text, expected) in [
            ("每张5毛", "0.5 CNY"),
            ("每张5毛錢", "0.5 CNY"),
            ("涨价三至五角钱", "0.3..0.5 CNY"),
            ("每度2分钱", "0.02 CNY"),
            ("每磅150美分", "1.5 USD"),
            ("三分之一美分", "0.01/3 USD"),
            ("每份80便士", "0.8 GBP"),
            ("处新台币二万元", "20000 TWD"),
            ("3元5角", "3.5 CNY"),
            ("每张5角", "0.5 CNY"),
            ("门票三块八", "3.8 CNY"),
            ("三块八毛钱", "3.8 CNY"),
            ("三块地", "-"),
            ("每票5克朗", "-"),
            ("40户", "-"),
            // The point has no place to go.
            ("0.0000000000000000000000000001分钱", "-"),
        ] {
            let document = crate::parse(text);
            let money = document.quantities().next().and_then(Quantity::in_currency);
            let written = money.map(|(amount, currency)| format!("{amount} {currency}"));
            assert_eq!(written.as_deref().unwrap_or("-"), expected, "{text}");
        }
    }

    #[test]
    fn what_is_named_before_an_amount_comes_first() {
        for (text, currency) in [
            ("罚款新台币200元", Some(Currency::Twd)),
            ("處新臺幣二萬元以上十萬元以下罰鍰", Some(Currency::Twd)),
            ("不超过人民币\n500万元", Some(Currency::Cny)),
            ("等值美元3万元", Some(Currency::Usd)),
            ("$20", Some(Currency::Usd)),
            ("安排5万美元", Some(Currency::Usd)),
            ("每张50元钱", Some(Currency::Cny)),
            ("每张5毛", None),
            ("人民币5角钱", None),
            ("每户800元", Some(Currency::Cny)),
            // What stands before a number that is no money names nothing.
            ("发行港币40张", None),
            ("每吨37元/人", None),
            ("40户", None),
        ] {
            let document = crate::parse(text);
            assert_eq!(document.quantities().next().and_then(|q| q.currency), currency, "{text}");
        }
    }
}
