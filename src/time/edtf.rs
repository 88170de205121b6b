//! Times as libraries and archives write them.

use alloc::format;
use alloc::string::{String, ToString};

use jiff::civil::Date;

use super::value::{CalendarUnit as U, Point, TimeValue, Year};

impl TimeValue {
    /// The same in the Extended Date/Time Format (EDTF, ISO 8601-2) of level 2, where that says no less and no more.
    ///
    /// Points and ranges are as they are written here, but for quarters and halves of a year: `2021-Q3` is `2021-35`. EDTF has
    /// no lengths of time, nothing relative to a day, no parts (`2025-start`), no thirds of a month and no five-year plans. Its
    /// quarters and halves are of a year that is given, and end no range. No range goes back, nor over the end of a year that
    /// is not written (11月至2月). An approximate time has a `~` behind each date: see
    /// [`TimeExpr::approximate`](crate::TimeExpr::approximate).
    ///
    /// What has no form has days, if any: [`resolve`](Self::resolve) gives the ends of an interval.
    ///
    /// ```
    /// use gongwen::TimeValue;
    ///
    /// let edtf = |text: &str| text.parse::<TimeValue>().ok()?.to_edtf();
    /// assert_eq!(edtf("2021年第三季度").as_deref(), Some("2021-35"));
    /// assert_eq!(edtf("3月19日至20日").as_deref(), Some("XXXX-03-19/XXXX-03-20"));
    /// assert_eq!(edtf("“十四五”末"), None);
    /// ```
    pub fn to_edtf(&self) -> Option<String> {
        match self {
            Self::Point(point) => match (point.unit, point.part) {
                (U::Quarter(Year::Given(year), n), None) => Some(format!("{year:04}-{}", 32 + n)),
                (U::Half(Year::Given(year), n), None) => Some(format!("{year:04}-{}", 39 + n)),
                _ => date(*point),
            },
            Self::Range(first, last) => {
                // Each X is taken for a 0, as what reads EDTF does: 11月至次年2月 has no order. From the year 89 the last hundred
                // years but for ten ahead are 0 to 99.
                let zeros = |point: &Point| match point.year() {
                    Some(Year::Open) => point.with_year(Year::Given(0)),
                    _ => *point,
                };
                Self::Range(zeros(first), zeros(last)).resolve(Date::new(89, 1, 1).ok())?;
                Some(format!("{}/{}", date(*first)?, date(*last)?))
            }
            Self::Duration(_) | Self::Durations(..) => None,
        }
    }
}

/// A date with X for the digits that are not known.
fn date(point: Point) -> Option<String> {
    let written = match point.unit {
        U::Year(year) | U::Month(year, _) | U::Day(year, ..) => !matches!(year, Year::Relative(_)),
        U::DayOfMonth(_) | U::Decade(_) | U::DecadeOnly(_) | U::Century(_) => true,
        _ => false,
    };
    (written && point.part.is_none()).then(|| point.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_edtf_says() {
        for (value, edtf) in [
            ("2021", "2021"),
            ("0987-03", "0987-03"),
            ("2021-03-30", "2021-03-30"),
            ("XXXX", "XXXX"),
            ("XXXX-03-30", "XXXX-03-30"),
            ("XXXX-XX-30", "XXXX-XX-30"),
            ("XX15-03", "XX15-03"),
            ("199X", "199X"),
            ("XX9X", "XX9X"),
            ("20XX", "20XX"),
            ("2021-Q1", "2021-33"),
            ("2021-Q4", "2021-36"),
            ("2021-H1", "2021-40"),
            ("2021-H2", "2021-41"),
            ("2014/2020", "2014/2020"),
            ("2014-06/2015-01-30", "2014-06/2015-01-30"),
            ("198X/199X", "198X/199X"),
            ("XXXX-02-28/XXXX-02-29", "XXXX-02-28/XXXX-02-29"),
            ("XXXX-XX-05/XXXX-XX-10", "XXXX-XX-05/XXXX-XX-10"),
            ("XX15/XX18", "XX15/XX18"),
            ("XX1X/XX2X", "XX1X/XX2X"),
            ("XXXX-11/2022-02", "XXXX-11/2022-02"),
        ] {
            assert_eq!(value.parse::<TimeValue>().unwrap().to_edtf().as_deref(), Some(edtf), "{value}");
        }
    }

    #[test]
    fn what_edtf_does_not_say() {
        for value in [
            "XXXX-Q3", "XX15-H1", "2021-Q1/2021-Q3", "2025-start", "199X-end", "2021-03-T1", "Y-1", "Y+0-03",
            "Y+0/Y+1", "M-1", "D+1", "Q-1", "C+0", "C-1-9X", "FYP14", "2021/FYP14", "P3Y", "P3Y/P5Y",
            "XXXX-11/XXXX-02", "2021-11/XXXX-02", "XX98-12/XX02-03", "2025/2021", "2025-03-02/2025-03-01",
            "199X/198X",
        ] {
            assert_eq!(value.parse::<TimeValue>().unwrap().to_edtf(), None, "{value}");
        }
    }
}
