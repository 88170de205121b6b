//! Days as [`time03::Date`] of time 0.3.

use jiff::civil::Date;

use crate::ParseOptions;
use crate::time::{NotADayError, TimeExpr, TimeValue, YearRangeError};

/// The same day.
fn to_time(date: Date) -> Option<time03::Date> {
    let month = time03::Month::try_from(u8::try_from(date.month()).ok()?).ok()?;
    time03::Date::from_calendar_date(date.year().into(), month, date.day().try_into().ok()?).ok()
}

/// The same day, in the years from -9999 to 9999; `time` has more with its feature `large-dates`.
fn from_time(date: time03::Date) -> Option<Date> {
    let (year, month, day) = date.to_calendar_date();
    Date::new(year.try_into().ok()?, u8::from(month).try_into().ok()?, day.try_into().ok()?).ok()
}

impl TimeExpr {
    /// The first and the last day meant, if they are known.
    ///
    /// ```
    /// use time03::{Date, Month};
    /// let document = gongwen::parse("2024年2月底前报送。");
    /// let (first, last) = document.times().next().unwrap().days_time03().unwrap();
    /// assert_eq!(first, Date::from_calendar_date(2024, Month::February, 21).unwrap());
    /// assert_eq!(last, Date::from_calendar_date(2024, Month::February, 29).unwrap());
    /// ```
    pub fn days_time03(&self) -> Option<(time03::Date, time03::Date)> {
        Some((to_time(self.first?)?, to_time(self.last?)?))
    }
}

impl ParseOptions {
    /// [`as_of`](Self::as_of) a date of time.
    ///
    /// # Errors
    ///
    /// For a date beyond the years from -9999 to 9999.
    pub fn as_of_time03(self, date: time03::Date) -> Result<Self, YearRangeError> {
        from_time(date).map(|date| self.as_of(date)).ok_or(YearRangeError)
    }
}

impl TryFrom<TimeValue> for time03::Date {
    type Error = NotADayError;

    fn try_from(value: TimeValue) -> Result<Self, Self::Error> {
        value.day().and_then(to_time).ok_or(NotADayError)
    }
}

impl TryFrom<time03::Date> for TimeValue {
    type Error = YearRangeError;

    fn try_from(date: time03::Date) -> Result<Self, Self::Error> {
        from_time(date).ok_or(YearRangeError)?.try_into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u8, d: u8) -> time03::Date {
        time03::Date::from_calendar_date(y, m.try_into().unwrap(), d).unwrap()
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
            assert_eq!(time03::Date::try_from(value), date.ok_or(NotADayError), "{text}");
            if let Some(date) = date {
                assert_eq!(TimeValue::try_from(date), Ok(value));
            }
        }
        assert_eq!(TimeValue::try_from(day(-1, 1, 1)), Err(YearRangeError));
    }

    #[test]
    fn every_day_goes_there_and_back() {
        for date in
            [Date::MIN, Date::MAX, Date::ZERO, Date::constant(1582, 10, 10), Date::constant(2000, 2, 29)]
        {
            assert_eq!(to_time(date).and_then(from_time), Some(date));
        }
    }

    #[test]
    fn dates_of_a_text() {
        let options = ParseOptions::new().as_of_time03(day(2021, 6, 14)).unwrap();
        let document = options.parse("今年底前完成，三年内见效，“十四五”期间稳定。").unwrap();
        let days: Vec<_> = document.times().map(TimeExpr::days_time03).collect();
        assert_eq!(
            days,
            [
                Some((day(2021, 12, 1), day(2021, 12, 31))),
                Some((day(2021, 6, 14), day(2024, 6, 14))),
                Some((day(2021, 1, 1), day(2025, 12, 31))),
            ]
        );
    }
}
