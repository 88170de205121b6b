//! JSON Schema of what is written as a string with a notation of its own: times, amounts, days.

use alloc::borrow::Cow;

use schemars1::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::quantity::Amount;
use crate::time::TimeValue;

/// A day as ISO 8601 writes it.
pub(crate) struct Day;

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "format": "date"})
    }
}

impl JsonSchema for Amount {
    fn schema_name() -> Cow<'static, str> {
        "Amount".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "An exact number, a range of two, or a fraction: `60`, `5..6`, `1/3`.",
            "type": "string",
            "pattern": r"^-?\d+(\.\d+)?((\.\.-?|/)\d+(\.\d+)?)?$",
        })
    }
}

impl JsonSchema for TimeValue {
    fn schema_name() -> Cow<'static, str> {
        "TimeValue".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        const LENGTH: &str = r"P((\d+(\.\d+)?(Y|M|WD|W|D))+(T(\d+(\.\d+)?[HMS])+)?|T(\d+(\.\d+)?[HMS])+)";
        const UNIT: &str =
            r"(([\dX]{4}|[YMDQC][+-]\d+)(-(\d\d|H[12]|Q[1-4]|XX|\dX))?(-(\d\d|T[123]))?|FYP\d+)";
        const POINT: &str = "(-(start|mid|end))?";
        json_schema!({
            "description": "A point, a range of two, or a length of time: `2021-03-30`, `2014/2020`, `FYP14-end`, `Y+0`, `P3Y`.",
            "type": "string",
            "pattern": alloc::format!("^({LENGTH}(/{LENGTH})?|{UNIT}{POINT}(/{UNIT}{POINT})?)$"),
        })
    }
}
