//! The words around a time that bound it: 到…, 自…起, …底前, 近…, …以来.

use alloc::string::String;

use super::TimeBound;
use super::value::{CalendarUnit as U, Point, TimeValue};
use crate::charset::CharSet;
use crate::few::{few, gaps};
use crate::numeral::{self, number, starts_number};
use crate::token::{begins, ends, fold_end, gap, has_chars, has_end, has_start, head, strip_any};
use crate::words::{Endings, Words};

/// What the words around a time make of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Context {
    pub bound: Option<TimeBound>,
    pub approximate: bool,
    /// Bytes before the time that belong to its extent.
    pub back: usize,
    /// Bytes behind it that do.
    pub ahead: usize,
}

/// Words before a time, with the characters that make them part of another word.
static BEFORE: Endings<(Option<TimeBound>, &str)> = Endings::of(&[
    ("截止到", (Some(TimeBound::By), "")),
    ("截至到", (Some(TimeBound::By), "")),
    ("截至北京时间", (Some(TimeBound::By), "")),
    ("截止北京时间", (Some(TimeBound::By), "")),
    ("截至当地时间", (Some(TimeBound::By), "")),
    ("截至", (Some(TimeBound::By), "")),
    ("截止", (Some(TimeBound::By), "")),
    ("直到", (Some(TimeBound::By), "")),
    // 达到, 增加到2002年的18914亿元: the time is not what they reach.
    ("到", (Some(TimeBound::By), "达得感加高低少升降减缩长展迟化转增延扩移退遇复")),
    ("至", (Some(TimeBound::By), "甚乃以夏冬加高低少升降减缩长展迟增延扩复")),
    ("自从", (Some(TimeBound::Since), "")),
    ("自", (Some(TimeBound::Since), "各来亲独")),
    ("从", (Some(TimeBound::Since), "服顺听")),
    ("过去的", (Some(TimeBound::Last), "")),
    ("过去", (Some(TimeBound::Last), "")),
    ("以往", (Some(TimeBound::Last), "")),
    ("最近", (Some(TimeBound::Last), "")),
    // 压缩近90分钟 is nearly so much, and says not which.
    ("近", (Some(TimeBound::Last), "附接临邻靠缩短减少省达")),
    ("最近的", (Some(TimeBound::Last), "")),
    ("未来", (Some(TimeBound::Next), "")),
    ("未来的", (Some(TimeBound::Next), "")),
    ("今后", (Some(TimeBound::Next), "")),
    ("今后的", (Some(TimeBound::Next), "")),
    ("下一个", (Some(TimeBound::Next), "")),
    ("接下来", (Some(TimeBound::Next), "")),
    ("接下来的", (Some(TimeBound::Next), "")),
    ("上", (Some(TimeBound::Last), "")),
    ("前", (Some(TimeBound::Last), "")),
    ("下", (Some(TimeBound::Next), "")),
    ("后", (Some(TimeBound::Next), "")),
    ("最迟", (Some(TimeBound::By), "")),
    ("最迟于", (Some(TimeBound::By), "")),
    ("至迟", (Some(TimeBound::By), "")),
    ("至迟于", (Some(TimeBound::By), "")),
    ("至迟以", (Some(TimeBound::By), "")),
    ("至迟在", (Some(TimeBound::By), "")),
    ("最迟在", (Some(TimeBound::By), "")),
    ("最晚在", (Some(TimeBound::By), "")),
    ("最晚", (Some(TimeBound::By), "")),
    ("最晚于", (Some(TimeBound::By), "")),
    ("不晚于", (Some(TimeBound::By), "")),
    ("不迟于", (Some(TimeBound::By), "")),
    ("后面", (Some(TimeBound::Next), "")),
    ("后面的", (Some(TimeBound::Next), "")),
    ("之后", (Some(TimeBound::Next), "")),
    ("之后的", (Some(TimeBound::Next), "")),
    ("此后", (Some(TimeBound::Next), "")),
    ("此后的", (Some(TimeBound::Next), "")),
    ("大约", (None, "")),
    ("大约在", (None, "")),
    ("大概", (None, "")),
    ("大概在", (None, "")),
    ("差不多", (None, "")),
    // 将近三年 is nearly three, and says not which.
    ("将近", (None, "")),
    ("约莫", (None, "")),
    ("约", (None, "制节公条合契签履特预违大")),
]);

/// What says that the end is included; a bound follows.
const INCLUDED: [&str; 6] = ["（含）", "(含)", "（含当日）", "(含当日)", "（含当天）", "（含本日）"];

/// The bound that a word gives a point, and the one it gives a length of time.
type Bounds = (Option<TimeBound>, Option<TimeBound>);

/// Words behind a time, the bound they give a point, and the one they give a length of time.
static AFTER: Words<Bounds> = Words::of(&[
    ("或以前", (Some(TimeBound::By), Some(TimeBound::By))),
    ("及以前", (Some(TimeBound::By), Some(TimeBound::By))),
    ("或之前", (Some(TimeBound::By), Some(TimeBound::By))),
    ("及之前", (Some(TimeBound::By), Some(TimeBound::By))),
    ("或之后", (Some(TimeBound::After), Some(TimeBound::After))),
    ("及之后", (Some(TimeBound::After), Some(TimeBound::After))),
    ("或以后", (Some(TimeBound::After), Some(TimeBound::After))),
    ("及以后", (Some(TimeBound::After), Some(TimeBound::After))),
    ("以来", (Some(TimeBound::Since), Some(TimeBound::Last))),
    ("有效期内", (None, Some(TimeBound::Within))),
    ("期限内", (None, Some(TimeBound::Within))),
    ("之前", (Some(TimeBound::By), Some(TimeBound::By))),
    ("以前", (Some(TimeBound::By), Some(TimeBound::By))),
    ("之后", (Some(TimeBound::After), Some(TimeBound::After))),
    ("以后", (Some(TimeBound::After), Some(TimeBound::After))),
    ("之内", (None, Some(TimeBound::Within))),
    ("以内", (None, Some(TimeBound::Within))),
    ("开始", (Some(TimeBound::Since), None)),
    ("前后", (None, None)),
    ("左右", (None, None)),
    ("上下", (None, None)),
    ("内", (None, Some(TimeBound::Within))),
    ("来", (None, Some(TimeBound::Last))),
    ("后", (Some(TimeBound::After), Some(TimeBound::After))),
    ("起", (Some(TimeBound::Since), None)),
]);

/// What any of it begins with, and spaces.
static BEHIND: CharSet = CharSet::of("\n时期年间底（(前至到迄止上下中晚早凌 \u{a0}\u{3000}\t")
    .and_all('\u{2002}', '\u{200a}')
    .or(&numeral::BEGINS)
    .or(&AFTER.first_chars());

impl Context {
    /// Whether the words say nothing.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// Reads the words on both sides of a time. `earlier` is the text before the entity that `before` follows, if that is a time.
    pub fn around(before: &str, after: &str, value: &TimeValue, earlier: Option<&str>) -> Self {
        let length = matches!(value, TimeValue::Duration(_) | TimeValue::Durations(..));
        let range = matches!(value, TimeValue::Range(..));
        let before_trimmed = fold_end(before);
        let mut context = Self::default();
        if BEHIND.begins(after) {
            context.read_after(before_trimmed, after, length, has_inside(value));
        }
        context.read_before(before, before_trimmed, length, range, |first| {
            is_counted_off(before_trimmed, after, earlier, first)
        });
        context
    }

    fn read_after(&mut self, before: &str, after: &str, length: bool, has_inside: bool) {
        let rest = strip_any(after, &["时期", "期间", "年间", "之间", "间", "底"]).unwrap_or(after);
        let mut end = rest;
        // 9月30日（星期五）18:00前
        let trimmed = weekday(gap(rest)).unwrap_or_else(|| gap(rest));
        let trimmed = clock(trimmed).unwrap_or(trimmed);
        // 6月30日（含）前
        let trimmed = strip_any(trimmed, &INCLUDED).unwrap_or(trimmed);
        let broken;
        let word = if let Some((behind, bounds)) = AFTER.strip(trimmed) {
            Some((&trimmed[..trimmed.len() - behind.len()], behind, bounds))
        } else {
            broken = over_line(trimmed, length);
            broken.as_ref().map(|(word, behind, bounds)| (&**word, *behind, *bounds))
        };
        if let Some((word, behind, (point, duration))) = word {
            // 在2007年开始建设 says when, 从2007年开始 since when.
            let began = word == "开始" && !(few!("从自由").ends(before) || few!("，,").begins(behind));
            if !goes_on(word, behind, length) && !began {
                let within = duration.filter(|bound| has_inside && *bound == TimeBound::Within);
                // 今年来，
                let since = word == "来" && has_inside && few!("，,").begins(behind);
                let point = if since { Some(TimeBound::Since) } else { point.or(within) };
                self.bound = if length { duration } else { point };
                self.approximate = matches!(word, "左右" | "前后" | "上下");
                if self.bound.is_some() || self.approximate {
                    end = behind;
                }
            }
        } else if let Some(behind) = trimmed.strip_prefix('前') {
            let word =
                if length { "后" } else { "期半沿列身景述往来进瞻夕几三十五四六后移" };
            // 前提, but for 前提交
            let premise =
                !length && behind.starts_with('提') && !few!("交出供请报").begins(&behind['提'.len_utf8()..]);
            // 比五年前增长: the past, and no term.
            // 是十年前的3倍 compares, too.
            let past = length && (few!("比较").ends(before) || behind.starts_with('的'));
            // “十五”前两年 are years of the plan.
            if !begins(behind, word) && !premise && !past && (length || !counts_off(behind)) {
                self.bound = Some(TimeBound::By);
                end = behind;
            }
        }
        if let Some(behind) = strip_any(end, &["至今", "迄今", "到现在"]) {
            // 2008年至今
            if !length && self.bound.is_none() {
                self.bound = Some(TimeBound::Since);
            }
            end = behind;
        } else if let Some(behind) = end.strip_prefix('止') {
            end = behind;
        }
        self.ahead = after.len() - end.len();
    }

    fn read_before(
        &mut self,
        before: &str,
        trimmed: &str,
        length: bool,
        range: bool,
        counted_off: impl Fn(bool) -> bool,
    ) {
        let Some((front, (bound, not_behind))) = BEFORE.strip_end(trimmed) else { return };
        let word = &trimmed[front.len()..];
        let fits = !ends(front, not_behind)
            && match bound {
                // 上两个月, 下三年: only where no other word can end in the character.
                Some(TimeBound::Last | TimeBound::Next) if matches!(word, "上" | "前" | "下" | "后") => {
                    length
                        && front.chars().next_back().is_none_or(|c| !c.is_alphanumeric())
                        && !(matches!(word, "前" | "后") && counted_off(word == "前"))
                }
                // 收到之后十日内 has its bound.
                Some(TimeBound::Next) if is_afterwards(word) => length && self.bound.is_none(),
                // 历时近五年 lasts nearly so long.
                Some(TimeBound::Last) if word == "近" => {
                    length && !has_end(front, &["历时", "耗时", "用时", "时隔"])
                }
                Some(TimeBound::Last | TimeBound::Next) => length,
                // A range has both its ends.
                Some(TimeBound::By) => !length && !range,
                // 自 begins a range and says no more than that; 从 bounds only together with 起 or 以来.
                Some(TimeBound::Since) => range || !length && (word != "从" || self.bound == bound),
                _ => true,
            };
        if !fits {
            return;
        }
        self.back = before.len() - trimmed.len() + word.len();
        match bound {
            Some(TimeBound::Last | TimeBound::Next) => self.bound = bound,
            Some(TimeBound::Since) if range => {}
            Some(_) => self.bound = self.bound.or(bound),
            None => self.approximate = true,
        }
    }
}

/// The word of a bound that a page broke in two, or began a line with, and the text behind it: 2008年以⏎后, 三年⏎内.
#[cold]
fn over_line(after: &str, length: bool) -> Option<(String, &str, Bounds)> {
    let at = head(after, 3).find('\n')?;
    let front = gaps!().trim_end(&after[..at]);
    let behind = gap(&after[at + 1..]);
    // 前⏎后续 is no 前后.
    if front == "前" {
        return None;
    }
    let joined = [front, head(behind, 4)].concat();
    let (rest, bounds) = AFTER.strip(&joined)?;
    let word = &joined[..joined.len() - rest.len()];
    let more = word.len().checked_sub(front.len()).filter(|more| *more > 0)?;
    let behind = &behind[more..];
    // A line may begin with another word: 内部, 起草, 后勤.
    let whole =
        !front.is_empty() || has_chars(word, 2) || length && word == "内" && !few!("部外").begins(behind);
    whole.then(|| (word.into(), behind, bounds))
}

/// Whether something may lie inside of a point as within a length: 今年内, 5月内; what is behind 15日内 is none.
fn has_inside(value: &TimeValue) -> bool {
    matches!(
        value,
        TimeValue::Point(Point {
            unit: U::Year(_)
                | U::Half(..)
                | U::Quarter(..)
                | U::Month(..)
                | U::RelativeMonth(_)
                | U::RelativeQuarter(_),
            part: None
        })
    )
}

/// Whether a length of time behind 前 or 后 is a part of a whole and reaches to no day of ours: the whole stands before it
/// (“十五”后两年, 下世纪前十年), or its other part beside it (前十年打基础，后十年求发展).
#[cold] // as few lengths are
fn is_counted_off(before: &str, after: &str, earlier: Option<&str>, first: bool) -> bool {
    /// How far away the other part may stand.
    const NEAR: usize = 60;
    let whole = before.len() == '前'.len_utf8() && earlier.is_some();
    // 前三年，后三年 alone are items of a row.
    let other = if first {
        let mut clauses = head(after, NEAR).split('。').next().unwrap_or_default().split(['，', '；']);
        clauses.next().is_some_and(|own| !own.is_empty())
            && clauses.any(|clause| clause.strip_prefix('后').is_some_and(counts_off))
    } else {
        has_chars(before, 3)
            && !has_chars(before, NEAR)
            && !before.contains('。')
            && earlier.is_some_and(|b| fold_end(b).ends_with('前'))
    };
    whole || other
}

/// Whether a text begins with a number of years, months, days or the like.
fn counts_off(text: &str) -> bool {
    number(gap(text))
        .is_ok_and(|(rest, _)| few!("年月天日周季").begins(gap(rest).strip_prefix('个').unwrap_or(rest)))
}

/// The text behind the day of the week in brackets: （星期五）, (周五).
fn weekday(text: &str) -> Option<&str> {
    let inside = text.strip_prefix(['（', '('])?;
    let day = strip_any(inside, &["星期", "周", "礼拜"])?;
    let behind = day.strip_prefix(['一', '二', '三', '四', '五', '六', '日', '天'])?;
    behind.strip_prefix(['）', ')']).map(gap)
}

/// The text behind the time of a day: 18:00, 下午3时, 24时, 零时.
fn clock(text: &str) -> Option<&str> {
    let text = gap(strip_any(text, &["上午", "下午", "中午", "晚上", "晚", "早上", "凌晨"]).unwrap_or(text));
    let (rest, hour) = number(text).ok()?;
    hour.whole().filter(|hour| *hour <= 24)?;
    match rest.strip_prefix([':', '：', '时', '点']) {
        Some(rest) => match number(rest) {
            Ok((behind, minute)) if minute.whole().is_some_and(|minute| minute < 60) => {
                Some(behind.strip_prefix('分').unwrap_or(behind))
            }
            _ => Some(strip_any(rest, &["正", "整"]).unwrap_or(rest)),
        },
        None => None,
    }
}

/// Words that hang a length of time on what was told before: 之后十天.
pub(crate) fn is_afterwards(word: &str) -> bool {
    matches!(word, "之后" | "之后的" | "此后" | "此后的")
}

/// Words that begin with the word of a bound: 2013年起草, 2021年后续. Behind a length of time they are rarer: 三十日内在报纸上公告.
fn goes_on(word: &str, behind: &str, length: bool) -> bool {
    match word {
        "上下" => !behind.is_empty() && !begins(behind, "，。；：、,）)的才，就可\n"),
        "起" => few!("草点步义诉火重码到飞伏跑降来源算").begins(behind),
        "后" => {
            few!("续期备勤者面台端方半疫天").begins(behind) || behind.starts_with(starts_number) && !length
        }
        "内" if length => few!("乱容涵").begins(behind) || has_start(behind, &["蒙古", "生动力"]),
        "内" => {
            few!("部容外地蒙陆需在涵政阁控贸河销用").begins(behind) || has_start(behind, &["生动力", "生性"])
        }
        "来" if length => few!("自源到访").begins(behind),
        "来" => few!("源自到说看访华信电临年").begins(behind),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds() {
        use TimeBound as B;
        for (before, text, after, bound, approximate) in [
            ("到", "2025年", "，", Some(B::By), false),
            ("", "2025年底", "前", Some(B::By), false),
            ("截至", "2020年底", "", Some(B::By), false),
            ("", "2030年", "以前", Some(B::By), false),
            ("最迟", "2026年底", "", Some(B::By), false),
            ("", "9月30日", "18:00前报送", Some(B::By), false),
            ("", "9月30日", "（星期五）前报送", Some(B::By), false),
            ("", "9月30日", "(周五)下午3时前", Some(B::By), false),
            ("", "9月30日", "（星期五）报送", None, false),
            ("", "12月31日", "24时前", Some(B::By), false),
            ("", "2025年1月1日", "零时起", Some(B::Since), false),
            ("", "9月30日", "下午3时30分之前", Some(B::By), false),
            ("", "9月30日", "3家企业", None, false),
            ("", "2030年", "前列", None, false),
            ("", "9月30日", "前提交", Some(B::By), false),
            ("", "9月30日", "（含当日）前提出申请", Some(B::By), false),
            ("", "2030年", "前提条件", None, false),
            ("", "2030年", "前五年", None, false),
            ("前", "三年", "增长，第四年下降", Some(B::Last), false),
            ("前", "三年", "打基础，后两年见成效", None, false),
            ("自", "2021年1月1日", "起施行", Some(B::Since), false),
            ("", "2013年", "起草", None, false),
            ("", "2013年", "以来", Some(B::Since), false),
            ("", "1978年", "以后", Some(B::After), false),
            ("", "2021年", "后续", None, false),
            ("", "三年", "内", Some(B::Within), false),
            ("", "今年", "内完成", Some(B::Within), false),
            ("", "今年", "内需", None, false),
            ("", "三年", "内生动力", None, false),
            ("", "今年初", "内", None, false),
            ("近", "三年", "", Some(B::Last), false),
            ("", "五年", "来", Some(B::Last), false),
            ("未来", "五年", "内", Some(B::Next), false),
            ("", "三年", "后", Some(B::After), false),
            ("", "2008年", "至今", Some(B::Since), false),
            ("", "2015年", "或以后", Some(B::After), false),
            ("今后的", "五年", "", Some(B::Next), false),
            ("", "2020年", "左右", None, true),
            ("约", "三年", "", None, true),
            ("将近", "十年", "", None, true),
            ("大概在", "2030年", "", None, true),
            ("", "五年", "上下", None, true),
            ("", "五年", "上下功夫", None, false),
            ("", "2020年", "前后", None, true),
        ] {
            let value = super::super::grammar::whole(text).unwrap();
            let context = Context::around(before, after, &value, None);
            assert_eq!((context.bound, context.approximate), (bound, approximate), "{before}{text}{after}");
        }
    }
}
