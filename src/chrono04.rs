//! Days as [`NaiveDate`] of chrono 0.4.

use chrono04::{Datelike, NaiveDate};
use jiff::civil::Date;

use crate::ParseOptions;
use crate::time::{NotADayError, TimeExpr, TimeValue, YearRangeError};

/// The same day; jiff's calendar lies within chrono's, so it is there.
fn to_chrono(date: Date) -> Option<NaiveDate> {
    let number = |n: i8| u32::try_from(n).ok();
    NaiveDate::from_ymd_opt(date.year().into(), number(date.month())?, number(date.day())?)
}

/// The same day, in the years from -9999 to 9999.
fn from_chrono(date: NaiveDate) -> Option<Date> {
    let number = |n: u32| i8::try_from(n).ok();
    Date::new(date.year().try_into().ok()?, number(date.month())?, number(date.day())?).ok()
}

impl TimeExpr {
    /// The first and the last day meant, if they are known.
    ///
    /// ```
    /// use chrono04::NaiveDate;
    /// let document = gongwen::parse("2024年2月底前报送。");
    /// let (first, last) = document.times().next().unwrap().days_chrono04().unwrap();
    /// assert_eq!(first, NaiveDate::from_ymd_opt(2024, 2, 21).unwrap());
    /// assert_eq!(last, NaiveDate::from_ymd_opt(2024, 2, 29).unwrap());
    /// ```
    pub fn days_chrono04(&self) -> Option<(NaiveDate, NaiveDate)> {
        Some((to_chrono(self.first?)?, to_chrono(self.last?)?))
    }
}

impl ParseOptions {
    /// [`as_of`](Self::as_of) a date of chrono.
    ///
    /// # Errors
    ///
    /// For a date beyond the years from -9999 to 9999.
    pub fn as_of_chrono04(self, date: NaiveDate) -> Result<Self, YearRangeError> {
        from_chrono(date).map(|date| self.as_of(date)).ok_or(YearRangeError)
    }
}

impl TryFrom<TimeValue> for NaiveDate {
    type Error = NotADayError;

    fn try_from(value: TimeValue) -> Result<Self, Self::Error> {
        value.day().and_then(to_chrono).ok_or(NotADayError)
    }
}

impl TryFrom<NaiveDate> for TimeValue {
    type Error = YearRangeError;

    fn try_from(date: NaiveDate) -> Result<Self, Self::Error> {
        from_chrono(date).ok_or(YearRangeError)?.try_into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn values() {
        for (text, date) in [
            ("2021-03-30", Some(day(2021, 3, 30))),
            ("民國113年2月29日", Some(day(2024, 2, 29))),
            ("3月30日", None),
            ("2021年3月", None),
            ("三年", None),
        ] {
            let value: TimeValue = text.parse().unwrap();
            assert_eq!(NaiveDate::try_from(value), date.ok_or(NotADayError), "{text}");
            if let Some(date) = date {
                assert_eq!(TimeValue::try_from(date), Ok(value));
            }
        }
        assert_eq!(TimeValue::try_from(day(10_000, 1, 1)), Err(YearRangeError));
        assert_eq!(TimeValue::try_from(NaiveDate::MIN), Err(YearRangeError));
    }

    #[test]
    fn every_day_goes_there_and_back() {
        for date in
            [Date::MIN, Date::MAX, Date::ZERO, Date::constant(1582, 10, 10), Date::constant(2000, 2, 29)]
        {
            assert_eq!(to_chrono(date).and_then(from_chrono), Some(date));
        }
        assert_eq!(from_chrono(NaiveDate::MAX), None);
    }

    #[test]
    fn dates_of_a_text() {
        let options = ParseOptions::new().as_of_chrono04(day(2021, 6, 14)).unwrap();
        let document = options.parse("今年底前完成，三年内见效，“十四五”期间稳定。").unwrap();
        let days: Vec<_> = document.times().map(TimeExpr::days_chrono04).collect();
        assert_eq!(
            days,
            [
                Some((day(2021, 12, 1), day(2021, 12, 31))),
                Some((day(2021, 6, 14), day(2024, 6, 14))),
                Some((day(2021, 1, 1), day(2025, 12, 31))),
            ]
        );
        assert_eq!(ParseOptions::new().as_of_chrono04(NaiveDate::MAX), Err(YearRangeError));
    }
}
