//! What a target measures by: a quantity, or a length of time.

use crate::Span;
use crate::quantity::{Bound, Quantity};
use crate::time::TimeExpr;

/// The amount of a target, or what it starts from.
///
/// Most are quantities (`提高到65%`); terms and periods are lengths of time (`由60个工作日压缩至10个工作日`). In JSON a length of
/// time has `"type": "time"`, a quantity has no type.
///
/// ```
/// let document = gongwen::parse("并网时限由15个工作日压缩至7个工作日。");
/// let amount = &document.targets()[0].amount;
/// assert!(amount.as_quantity().is_none());
/// assert_eq!(amount.as_duration().unwrap().value.to_string(), "P7WD");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[cfg_attr(feature = "serde", serde(untagged))]
#[allow(clippy::large_enum_variant)] // both are plain data of some hundred bytes
#[non_exhaustive]
pub enum TargetAmount {
    /// 65%
    Quantity(Quantity),
    /// 10个工作日
    Duration(
        #[cfg_attr(feature = "serde", serde(with = "typed"))]
        #[cfg_attr(feature = "schemars1", schemars(with = "typed::Typed<TimeExpr>"))]
        TimeExpr,
    ),
}

impl TargetAmount {
    /// The amount itself.
    pub const fn span(&self) -> Span {
        match self {
            Self::Quantity(quantity) => quantity.span,
            Self::Duration(time) => time.span,
        }
    }

    /// The amount with the words that bound it.
    pub const fn extent(&self) -> Span {
        match self {
            Self::Quantity(quantity) => quantity.extent,
            Self::Duration(time) => time.extent,
        }
    }

    /// On which side of it what is meant lies: the bound of a quantity, the limit of a length of time.
    ///
    /// ```
    /// use gongwen::Bound;
    ///
    /// let document = gongwen::parse("并网时限压缩至不超过7个工作日，通过率提高到90%以上。");
    /// let bounds = document.targets().iter().map(|target| target.amount.bound());
    /// assert!(bounds.eq([Some(Bound::AtMost), Some(Bound::AtLeast)]));
    /// ```
    pub const fn bound(&self) -> Option<Bound> {
        match self {
            Self::Quantity(quantity) => quantity.bound,
            Self::Duration(time) => time.limit,
        }
    }

    /// The quantity, if it is one.
    pub const fn as_quantity(&self) -> Option<&Quantity> {
        match self {
            Self::Quantity(quantity) => Some(quantity),
            Self::Duration(_) => None,
        }
    }

    /// The length of time, if it is one.
    pub const fn as_duration(&self) -> Option<&TimeExpr> {
        match self {
            Self::Quantity(_) => None,
            Self::Duration(time) => Some(time),
        }
    }
}

#[cfg(feature = "serde")]
mod typed {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::time::TimeExpr;

    #[derive(Serialize, Deserialize)]
    #[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1", inline))]
    pub(super) struct Typed<T> {
        r#type: Type,
        #[serde(flatten)]
        time: T,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1", inline))]
    enum Type {
        Time,
    }

    pub(super) fn serialize<S: Serializer>(time: &TimeExpr, serializer: S) -> Result<S::Ok, S::Error> {
        Typed { r#type: Type::Time, time }.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<TimeExpr, D::Error> {
        Typed::deserialize(deserializer).map(|typed| typed.time)
    }
}
