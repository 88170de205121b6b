//! Values that are one day of the calendar, as a date and back.

use jiff::civil::Date;

use super::value::{CalendarUnit, Point, TimeValue, Year};

/// The value is no day written out in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("not a day with year and month")]
#[non_exhaustive]
pub struct NotADayError;

/// The year of a date is beyond what is read: 0 to 9999 for a value, -9999 to 9999 for a day to resolve from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("the year is out of range")]
#[non_exhaustive]
pub struct YearRangeError;

impl TimeValue {
    /// The day, if it is one with year and month: 2021年3月30日. 3月30日, 今天 and 2021年3月 are none; they
    /// [`resolve`](Self::resolve).
    ///
    /// ```
    /// use gongwen::TimeValue;
    ///
    /// assert_eq!("2021年3月30日".parse::<TimeValue>()?.day(), Some("2021-03-30".parse()?));
    /// assert_eq!("今天".parse::<TimeValue>()?.day(), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn day(&self) -> Option<Date> {
        match self {
            Self::Point(Point { unit: CalendarUnit::Day(Year::Given(_), ..), part: None }) => {
                self.resolve(None).map(|(first, _)| first)
            }
            _ => None,
        }
    }
}

impl TimeValue {
    /// Whether it names a single day, with its year and month or without.
    pub(crate) const fn names_day(&self) -> bool {
        use CalendarUnit as U;
        matches!(
            self,
            Self::Point(Point {
                unit: U::Day(..) | U::DayOfMonth(_) | U::RelativeDay(_) | U::RelativeMonthDay(..),
                ..
            })
        )
    }
}

impl TryFrom<TimeValue> for Date {
    type Error = NotADayError;

    fn try_from(value: TimeValue) -> Result<Self, Self::Error> {
        value.day().ok_or(NotADayError)
    }
}

impl TryFrom<Date> for TimeValue {
    type Error = YearRangeError;

    fn try_from(date: Date) -> Result<Self, Self::Error> {
        let number = |n: i8| u8::try_from(n).map_err(|_| YearRangeError);
        if date.year() < 0 {
            return Err(YearRangeError);
        }
        let day = CalendarUnit::Day(Year::Given(date.year()), number(date.month())?, number(date.day())?);
        Ok(Self::Point(Point::whole(day)))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days() {
        for (value, day) in [
            ("2021-03-30", Some(date(2021, 3, 30))),
            ("二〇二四年二月二十九日", Some(date(2024, 2, 29))),
            ("XXXX-03-30", None),
            ("XX21-03-30", None),
            ("2021-03", None),
            ("2021-03-30/2021-03-31", None),
            ("D+0", None),
            ("P1D", None),
        ] {
            let value: TimeValue = value.parse().unwrap();
            assert_eq!(Date::try_from(value), day.ok_or(NotADayError), "{value}");
            if let Some(day) = day {
                assert_eq!(TimeValue::try_from(day), Ok(value));
            }
        }
        assert_eq!(TimeValue::try_from(date(0, 1, 1)).map(|v| v.day()), Ok(Some(date(0, 1, 1))));
        assert_eq!(TimeValue::try_from(date(-1, 1, 1)), Err(YearRangeError));
    }
}
