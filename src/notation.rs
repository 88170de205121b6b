//! JSON of what has a notation: a string of it.

use alloc::borrow::Cow;
use alloc::string::ToString;

use crate::quantity::Amount;
use crate::time::{Duration, Point, TimeValue};

macro_rules! strings {
    ($($type:ty)*) => {$(
        /// The notation that `Display` writes.
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.to_string())
            }
        }

        /// Reads what `FromStr` reads.
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <Cow<'_, str> as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

strings!(Amount TimeValue Point Duration);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notations_are_strings() {
        fn check<T>(notation: &str)
        where
            T: serde::Serialize
                + serde::de::DeserializeOwned
                + core::str::FromStr
                + PartialEq
                + core::fmt::Debug,
        {
            let value: T = notation.parse().ok().unwrap();
            let json = serde_json::to_string(&value).unwrap();
            assert_eq!(json, std::format!("\"{notation}\""));
            assert_eq!(serde_json::from_str::<T>(&json).unwrap(), value);
            assert!(serde_json::from_str::<T>("\"甲\"").is_err() && serde_json::from_str::<T>("3").is_err());
        }
        check::<Amount>("5..6");
        check::<TimeValue>("2014/2020");
        check::<Point>("2025-03-end");
        check::<Duration>("P3Y");
    }
}
