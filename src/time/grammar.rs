//! The grammar of time expressions.
//!
//! A grammar takes the text from where an expression may begin and returns what it matched; what must not stand before
//! it is looked up in the text in front.

use rust_decimal::Decimal;

use super::duration::duration;
use super::numbered::numbered;
use super::value::{CalendarUnit as U, Point, TimeValue};
use super::word::{plan_number, word_at};
use crate::few::few;
use crate::numeral::number;

/// A match: what it says and how long it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Found {
    /// The value; none for a date that the calendar does not have.
    pub value: Option<TimeValue>,
    /// Length in bytes.
    pub len: usize,
}

/// Either a value or the knowledge that there is no such day.
pub(super) type Dated = Result<Point, ()>;

/// The whole of a text as one time expression, for `FromStr`.
pub(super) fn whole(text: &str) -> Option<TimeValue> {
    let text = &*crate::script::simplified(text);
    // Alone, 十四五 can be nothing else.
    if let Some(n) = plan_number(text).filter(|n| *n > 10) {
        return Some(TimeValue::Point(Point::whole(U::Plan(n))));
    }
    let read = number(text).ok();
    let numbered = |before| numbered(before, text, read.as_ref().map(|(rest, n)| (n, *rest)));
    let all = |found: Found| (found.len == text.len()).then_some(found.value).flatten();
    // 两、三年 and 半年多 are read within a sentence alone; 一天 may be any day there.
    let within = || numbered("文").and_then(all).filter(TimeValue::is_length);
    let half = || word_at("", text.strip_suffix('多').filter(|text| text.starts_with('半'))?)?.value;
    let alone = || {
        let (rest, n) = read.as_ref()?;
        let one = n.low == Some(Decimal::ONE) && n.high.is_none() && !n.vague && few!("天秒").begins(rest);
        duration(Decimal::ONE, rest).ok().filter(|(rest, _)| one && rest.is_empty())
    };
    numbered("")
        .or_else(|| word_at("", text))
        .and_then(all)
        .or_else(within)
        .or_else(half)
        .or_else(|| alone().map(|(_, length)| TimeValue::Duration(length)))
}

pub(super) fn found<'a>(input: &'a str, rest: &'a str, value: TimeValue) -> Found {
    Found { value: Some(value), len: input.len() - rest.len() }
}

pub(super) fn dated<'a>(input: &'a str, rest: &'a str, point: Dated) -> Found {
    Found { value: point.ok().map(TimeValue::Point), len: input.len() - rest.len() }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;
    use crate::numeral::starts_number;

    fn read(text: &str) -> (String, &str) {
        let (found, text) = match text.split_once('|') {
            // Grammars read Simplified characters, at the same offsets.
            Some((before, text)) => (at(before, &crate::script::simplified(text)), text),
            None => (at("", &crate::script::simplified(text)), text),
        };
        match found {
            None => ("-".into(), ""),
            Some(Found { value: None, len }) => ("impossible".into(), &text[..len]),
            Some(Found { value: Some(v), len }) => (v.to_string(), &text[..len]),
        }
    }

    fn at(before: &str, text: &str) -> Option<Found> {
        let n = number(text).ok();
        let digits = if starts_number(text.chars().next()?) {
            numbered(before, text, n.as_ref().map(|(rest, n)| (n, *rest)))
        } else {
            None
        };
        digits.or_else(|| word_at(before, text))
    }

    #[test]
    fn points() {
        for (text, value, span) in [
            ("2021年", "2021", "2021年"),
            ("２０２１年度", "2021", "２０２１年度"),
            ("二○二一年四月", "2021-04", "二○二一年四月"),
            ("2021 年 3 月 30 日发", "2021-03-30", "2021 年 3 月 30 日"),
            ("2021-03-30 09", "2021-03-30", "2021-03-30"),
            ("2021.03.30", "2021-03-30", "2021.03.30"),
            ("2021/3/30）", "2021-03-30", "2021/3/30"),
            ("3月30日", "XXXX-03-30", "3月30日"),
            ("十一月十日", "XXXX-11-10", "十一月十日"),
            ("3月份的", "XXXX-03", "3月份"),
            ("30日在", "XXXX-XX-30", "30日"),
            ("2021年上半年", "2021-H1", "2021年上半年"),
            ("下半年", "XXXX-H2", "下半年"),
            ("2021年第三季度", "2021-Q3", "2021年第三季度"),
            ("一季度", "XXXX-Q1", "一季度"),
            ("1季度中国", "XXXX-Q1", "1季度"),
            ("第四季度", "XXXX-Q4", "第四季度"),
            ("3月上旬", "XXXX-03-T1", "3月上旬"),
            ("2025年初", "2025-start", "2025年初"),
            ("2025年初步", "2025", "2025年"),
            ("2025年中，", "2025-mid", "2025年中"),
            ("2027年年中评估", "2027-mid", "2027年年中"),
            ("应于|25日前", "XXXX-XX-25", "25日"),
            ("不少于|15日前", "P15D", "15日"),
            ("25日前报送", "XXXX-XX-25", "25日"),
            ("材料须|25日以前报送", "XXXX-XX-25", "25日"),
            ("会议召开的|5日前", "P5D", "5日"),
            ("在|30日前书面通知", "P30D", "30日"),
            ("三日前通知", "P3D", "三日"),
            ("行政院昨|今（20）日上午", "D+0", "今（20）日"),
            ("昨(19)日", "D-1", "昨(19)日"),
            ("首季", "XXXX-Q1", "首季"),
            ("2024年首季度", "2024-Q1", "2024年首季度"),
            ("首季稻", "-", ""),
            ("2021财政年度", "2021", "2021财政年度"),
            ("2025 年中心城", "2025", "2025 年"),
            ("2025年底前", "2025-end", "2025年底"),
            ("3月底", "XXXX-03-end", "3月底"),
            ("年底", "XXXX-end", "年底"),
            ("年终", "XXXX-end", "年终"),
            ("年终奖", "-", ""),
            ("民國110年", "2021", "民國110年"),
            ("中華民國八十五年十二月九日", "1996-12-09", "中華民國八十五年十二月九日"),
            ("15年3月2日", "XX15-03-02", "15年3月2日"),
            ("零七年八月", "XX07-08", "零七年八月"),
            ("2月30日", "impossible", "2月30日"),
            ("2021年13月45日", "impossible", "2021年13月45日"),
            ("12月32日", "impossible", "12月32日"),
            ("17号线", "-", ""),
            ("移动", "-", ""),
            ("4/5G", "-", ""),
        ] {
            assert_eq!(read(text), (value.into(), span), "{text}");
        }
    }

    #[test]
    fn relative_and_periods() {
        for (text, value, span) in [
            ("今年一季度", "Y+0-Q1", "今年一季度"),
            ("去年10月初", "Y-1-10-start", "去年10月初"),
            ("去年前三季度", "Y-1-Q1/Y-1-Q3", "去年前三季度"),
            ("今年底", "Y+0-end", "今年底"),
            ("今年年底", "Y+0-end", "今年年底"),
            ("本月9日", "M+0-09", "本月9日"),
            ("上个月", "M-1", "上个月"),
            ("今天", "D+0", "今天"),
            ("上年度", "Y-1", "上年度"),
            ("60岁以|上年轻人", "-", ""),
            ("说|明年度", "-", ""),
            ("目|前年均", "-", ""),
            ("过|去年代", "-", ""),
            ("“十四五”时期", "FYP14", "“十四五”"),
            ("“十五”", "FYP10", "“十五”"),
            ("“九五”期间", "FYP9", "“九五”"),
            ("“十四五”末", "FYP14-end", "“十四五”末"),
            ("“八七”扶贫", "-", ""),
            ("十四五规划", "FYP14", "十四五"),
            ("十四五个", "-", ""),
            ("第十四个五年规划", "FYP14", "第十四个五年规划"),
            ("20世纪90年代", "199X", "20世纪90年代"),
            ("九十年代初", "XX9X-start", "九十年代初"),
            ("21世纪", "20XX", "21世纪"),
            ("本世纪中叶", "C+0-mid", "本世纪中叶"),
            ("下世纪初", "C+1-start", "下世纪初"),
            ("前三季度", "XXXX-Q1/XXXX-Q3", "前三季度"),
            ("前10个月", "XXXX-01/XXXX-10", "前10个月"),
            ("提|前2个月", "-", ""),
            ("消化|前8个月的欠账", "XXXX-01/XXXX-08", "前8个月"),
            ("回顾|前三季度", "XXXX-Q1/XXXX-Q3", "前三季度"),
            ("到期|前三个月", "-", ""),
            ("首三季", "XXXX-Q1/XXXX-Q3", "首三季"),
            ("首八个月", "XXXX-01/XXXX-08", "首八个月"),
        ] {
            assert_eq!(read(text), (value.into(), span), "{text}");
        }
    }

    #[test]
    fn ranges() {
        for (text, value, span) in [
            ("2014-2020年", "2014/2020", "2014-2020年"),
            ("2014年至2020年", "2014/2020", "2014年至2020年"),
            ("2012-13年度", "2012/2013", "2012-13年度"),
            ("2022-23至2031-32年度", "2022/2032", "2022-23至2031-32年度"),
            ("1—9月", "XXXX-01/XXXX-09", "1—9月"),
            ("2019年1-5月", "2019-01/2019-05", "2019年1-5月"),
            ("2018年2——4月", "2018-02/2018-04", "2018年2——4月"),
            ("2017年8月至11月", "2017-08/2017-11", "2017年8月至11月"),
            ("2017年8月至2018年3月", "2017-08/2018-03", "2017年8月至2018年3月"),
            ("3月19日至20日", "XXXX-03-19/XXXX-03-20", "3月19日至20日"),
            ("6月11-13日", "XXXX-06-11/XXXX-06-13", "6月11-13日"),
            ("2021年2月14日至16日", "2021-02-14/2021-02-16", "2021年2月14日至16日"),
            ("2020-05-26至2020-05-29", "2020-05-26/2020-05-29", "2020-05-26至2020-05-29"),
            ("2021年到北京", "2021", "2021年"),
            ("2020-2014年", "-", ""),
            ("2021年11月至2月", "2021-11/2022-02", "2021年11月至2月"),
            ("2021年12月下旬至1月上旬", "2021-12-T3/2022-01-T1", "2021年12月下旬至1月上旬"),
            ("去年12月至1月", "Y-1-12/Y+0-01", "去年12月至1月"),
            ("2021年12月30日至1月2日", "2021-12-30/2022-01-02", "2021年12月30日至1月2日"),
            ("2021年11-2月", "2021-11/2022-02", "2021年11-2月"),
            ("11月至2月", "XXXX-11/XXXX-02", "11月至2月"),
            ("2021年11月至2021年2月", "2021-11", "2021年11月"),
            ("1995—05年", "1995/2005", "1995—05年"),
            ("1999-00年", "1999/2000", "1999-00年"),
            ("2020-14年", "-", ""),
            ("2020-|14年", "-", ""),
            ("2012—2014年上半年", "2012/2014-H1", "2012—2014年上半年"),
            ("2018—2020年三年行动", "2018/2020", "2018—2020年"),
            ("2019/20年度", "2019/2020", "2019/20年度"),
            ("2019/20至2023/24年度", "2019/2024", "2019/20至2023/24年度"),
            ("2013-14财政年度", "2013/2014", "2013-14财政年度"),
        ] {
            assert_eq!(read(text), (value.into(), span), "{text}");
        }
    }

    #[test]
    fn durations() {
        for (text, value, span) in [
            ("三年内", "P3Y", "三年"),
            ("6个月", "P6M", "6个月"),
            ("半年", "P6M", "半年"),
            ("半个月", "P0.5M", "半个月"),
            ("15个工作日", "P15WD", "15个工作日"),
            ("24小时", "PT24H", "24小时"),
            ("4小时22分39秒", "PT4H22M39S", "4小时22分39秒"),
            ("1.12小时", "PT1.12H", "1.12小时"),
            ("三·○七天", "P3.07D", "三·○七天"),
            ("3至5年", "P3Y/P5Y", "3至5年"),
            ("3年以上7年以下", "P3Y/P7Y", "3年以上7年以下"),
            ("30日内", "P30D", "30日"),
            ("90日", "P90D", "90日"),
            ("公示|5日", "P5D", "5日"),
            ("30~90日", "P30D/P90D", "30~90日"),
            ("一年半", "P1Y6M", "一年半"),
            ("两个半月", "P2.5M", "两个半月"),
            ("1年2个月", "P1Y2M", "1年2个月"),
            ("两年零三个月", "P2Y3M", "两年零三个月"),
            ("30多年来", "P30Y", "30多年"),
            ("17个多月", "P17M", "17个多月"),
            ("一两年", "P1Y/P2Y", "一两年"),
            ("五年计划", "-", ""),
            ("三年级", "-", ""),
            ("100年一遇", "-", ""),
            ("40周年", "-", ""),
            ("的|一年", "-", ""),
            ("过去的|一年", "P1Y", "一年"),
            ("千年", "-", ""),
            ("1/|2年", "-", ""),
            ("1/|2个月", "-", ""),
            ("98-|02年", "-", ""),
            ("第3-|5天", "P5D", "5天"),
            ("0年", "-", ""),
            ("零年", "-", ""),
            ("0—3年", "P0D/P3Y", "0—3年"),
            ("规划的最后|一年", "-", ""),
        ] {
            assert_eq!(read(text), (value.into(), span), "{text}");
        }
    }
}
