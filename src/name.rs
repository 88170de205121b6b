//! The names of things that are one of a few: the words that JSON has for them.

use core::fmt;
use core::str::FromStr;

use crate::currency::Currency;
use crate::document_kind::DocumentKind;
use crate::marker::Style;
use crate::numeral::{Form, Notation, Script};
use crate::quantity::Bound;
use crate::target::{Change, Modality};
use crate::time::{Part, TimeBound};
use crate::unit::UnitKind;

/// The text is not the name of any of these.
///
/// ```
/// use gongwen::{Change, NameError};
///
/// assert_eq!("up_to".parse(), Ok(Change::UpTo));
/// let refused: Result<Change, NameError> = "提高到".parse();
/// assert!(refused.is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("not a name of this kind")]
#[non_exhaustive]
pub struct NameError;

macro_rules! names {
    ($type:ty { $($variant:ident $name:literal)* }) => {
        impl $type {
            /// Its name, as in JSON. `Display` writes it, `FromStr` reads it.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            #[cfg(test)]
            const ALL: &[Self] = &[$(Self::$variant,)*];
        }

        /// Writes [`as_str`](Self::as_str).
        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        /// Reads [`as_str`](Self::as_str), with white space around it or without.
        impl FromStr for $type {
            type Err = NameError;

            fn from_str(s: &str) -> Result<Self, Self::Err> {
                match s.trim() {
                    $($name => Ok(Self::$variant),)*
                    _ => Err(NameError),
                }
            }
        }
    };
}

names!(Bound { About "about" AtLeast "at_least" AtMost "at_most" Over "over" Under "under" });

names!(TimeBound { By "by" Since "since" After "after" Within "within" Last "last" Next "next" });

names!(Part { Start "start" Mid "mid" End "end" });

names!(Change {
    To "to" UpTo "up_to" UpBy "up_by" DownTo "down_to" DownBy "down_by" Hold "hold" Count "count"
});

names!(Modality { Goal "goal" Fact "fact" Rule "rule" Unknown "unknown" });

names!(Style {
    Shi "shi" Yao "yao" Di "di" Qi "qi" Shouxian "shouxian" Yifangmian "yifangmian" Ze "ze" Lai "lai"
    Part "part" Chapter "chapter" Section "section" Article "article"
    Han "han" HanParen "han_paren" Arabic "arabic" ArabicParen "arabic_paren"
    ArabicHalfParen "arabic_half_paren" Circled "circled" Decimal "decimal"
    Heavenly "heavenly" Financial "financial" Dash "dash" Bullet "bullet"
});

names!(DocumentKind {
    Law "law" Regulation "regulation" Provisions "provisions" Measures "measures" Rules "rules"
    Interpretation "interpretation" Amendment "amendment" Draft "draft" Plan "plan" Outline "outline"
    Programme "programme" EmergencyPlan "emergency_plan" KeyPoints "key_points" Resolution "resolution"
    Decision "decision" Order "order" Communique "communique" Announcement "announcement"
    PublicNotice "public_notice" Opinion "opinion" Notice "notice" Circular "circular" Report "report"
    Request "request" Reply "reply" Motion "motion" Letter "letter" Minutes "minutes" Proposal "proposal"
    Declaration "declaration" Standard "standard" Guideline "guideline" Catalogue "catalogue"
    Agreement "agreement" Treaty "treaty" Charter "charter" System "system" Certificate "certificate"
    Form "form" WhitePaper "white_paper" Yearbook "yearbook" Speech "speech" Other "other"
});

names!(Currency {
    Cny "CNY" Twd "TWD" Hkd "HKD" Mop "MOP" Usd "USD" Eur "EUR" Jpy "JPY" Gbp "GBP" Krw "KRW" Aud "AUD"
    Cad "CAD" Sgd "SGD" Chf "CHF" Rub "RUB" Inr "INR" Thb "THB" Myr "MYR" Ngn "NGN" Vnd "VND" Sek "SEK" Dkk "DKK"
    Nok "NOK" Try "TRY" Zar "ZAR" Kzt "KZT" Aed "AED" Huf "HUF" Pln "PLN"
});

names!(Form {
    Arabic "arabic" Grouped "grouped" Mixed "mixed" Han "han" Financial "financial" Digits "digits"
});

names!(Script { Simplified "simplified" Traditional "traditional" });

names!(Notation { Arabic "arabic" Han "han" Digits "digits" Mixed "mixed" });

names!(UnitKind {
    None "none" Percent "percent" PercentagePoint "percentage_point" Multiple "multiple" Currency "currency"
    Length "length" Area "area" Volume "volume" Mass "mass" Energy "energy" Power "power"
    Rate "rate" Count "count" Other "other"
});

#[cfg(test)]
mod tests {
    use super::*;

    /// Asks the same of every kind of names.
    macro_rules! of_all {
        ($check:ident) => {
            $check(Bound::ALL);
            $check(TimeBound::ALL);
            $check(Part::ALL);
            $check(Change::ALL);
            $check(Modality::ALL);
            $check(Style::ALL);
            $check(UnitKind::ALL);
            $check(DocumentKind::ALL);
            $check(Notation::ALL);
            $check(Currency::ALL);
        };
    }

    #[test]
    fn names_read_back() {
        fn check<T: fmt::Display + fmt::Debug + FromStr<Err = NameError> + Copy + PartialEq>(all: &[T]) {
            for one in all {
                assert_eq!(std::format!(" {one}\n").parse(), Ok(*one));
            }
            assert!("No_Name".parse::<T>().is_err() && "".parse::<T>().is_err());
        }
        of_all!(check);
        check(Form::ALL);
        check(Script::ALL);
    }

    #[test]
    #[cfg(feature = "serde")]
    fn names_are_those_of_json() {
        fn check<T: serde::Serialize + fmt::Display>(all: &[T]) {
            for one in all {
                let name = std::format!("{one}");
                assert_eq!(serde_json::to_value(one).unwrap(), serde_json::Value::from(name));
            }
        }
        of_all!(check);
    }
}
