//! The words around a time that bound it: 到…, 自…起, …底前, 近…, …以来.

use super::TimeBound;
use super::value::TimeValue;
use crate::token::{begins, gap, is_gap};

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

/// Words before a time.
const BEFORE: [(&str, Option<TimeBound>); 30] = [
    ("截止到", Some(TimeBound::By)),
    ("截至到", Some(TimeBound::By)),
    ("截至", Some(TimeBound::By)),
    ("截止", Some(TimeBound::By)),
    ("直到", Some(TimeBound::By)),
    ("力争到", Some(TimeBound::By)),
    ("到", Some(TimeBound::By)),
    ("至", Some(TimeBound::By)),
    ("自从", Some(TimeBound::Since)),
    ("自", Some(TimeBound::Since)),
    ("从", Some(TimeBound::Since)),
    ("從", Some(TimeBound::Since)),
    ("过去的", Some(TimeBound::Last)),
    ("过去", Some(TimeBound::Last)),
    ("過去", Some(TimeBound::Last)),
    ("最近", Some(TimeBound::Last)),
    ("近", Some(TimeBound::Last)),
    ("未来", Some(TimeBound::Next)),
    ("未來", Some(TimeBound::Next)),
    ("今后", Some(TimeBound::Next)),
    ("今後", Some(TimeBound::Next)),
    ("下一个", Some(TimeBound::Next)),
    ("接下来", Some(TimeBound::Next)),
    ("上", Some(TimeBound::Last)),
    ("前", Some(TimeBound::Last)),
    ("下", Some(TimeBound::Next)),
    ("后", Some(TimeBound::Next)),
    ("大约", None),
    ("约", None),
    ("約", None),
];

/// Words behind a time, the bound they give a point, and the one they give a length of time.
const AFTER: [(&str, Option<TimeBound>, Option<TimeBound>); 29] = [
    ("及以前", Some(TimeBound::By), Some(TimeBound::By)),
    ("或之前", Some(TimeBound::By), Some(TimeBound::By)),
    ("及之前", Some(TimeBound::By), Some(TimeBound::By)),
    ("或之后", Some(TimeBound::After), Some(TimeBound::After)),
    ("及之后", Some(TimeBound::After), Some(TimeBound::After)),
    ("及以后", Some(TimeBound::After), Some(TimeBound::After)),
    ("以来", Some(TimeBound::Since), Some(TimeBound::Last)),
    ("以來", Some(TimeBound::Since), Some(TimeBound::Last)),
    ("之前", Some(TimeBound::By), Some(TimeBound::By)),
    ("以前", Some(TimeBound::By), Some(TimeBound::By)),
    ("之后", Some(TimeBound::After), Some(TimeBound::After)),
    ("以后", Some(TimeBound::After), Some(TimeBound::After)),
    ("之後", Some(TimeBound::After), Some(TimeBound::After)),
    ("以後", Some(TimeBound::After), Some(TimeBound::After)),
    ("之内", None, Some(TimeBound::Within)),
    ("之內", None, Some(TimeBound::Within)),
    ("以内", None, Some(TimeBound::Within)),
    ("以內", None, Some(TimeBound::Within)),
    ("开始", Some(TimeBound::Since), None),
    ("前后", None, None),
    ("前後", None, None),
    ("左右", None, None),
    ("内", None, Some(TimeBound::Within)),
    ("內", None, Some(TimeBound::Within)),
    ("来", None, Some(TimeBound::Last)),
    ("來", None, Some(TimeBound::Last)),
    ("后", Some(TimeBound::After), Some(TimeBound::After)),
    ("後", Some(TimeBound::After), Some(TimeBound::After)),
    ("起", Some(TimeBound::Since), None),
];

impl Context {
    /// Reads the words on both sides of a time.
    pub fn around(before: &str, after: &str, value: &TimeValue) -> Self {
        let length = matches!(value, TimeValue::Duration(_) | TimeValue::Durations(..));
        let mut context = Self::default();
        context.read_after(after, length);
        context.read_before(before, length);
        context
    }

    fn read_after(&mut self, after: &str, length: bool) {
        let mut rest = after;
        for word in ["时期", "時期", "期间", "期間", "年间", "间", "間", "底"] {
            if let Some(behind) = rest.strip_prefix(word) {
                rest = behind;
                break;
            }
        }
        let trimmed = gap(rest);
        if let Some((word, point, duration)) = AFTER.iter().find(|(word, ..)| trimmed.starts_with(word)) {
            let behind = &trimmed[word.len()..];
            if !goes_on(word, behind) {
                self.bound = if length { *duration } else { *point };
                self.approximate = matches!(*word, "左右" | "前后" | "前後");
                if self.bound.is_some() || self.approximate {
                    rest = behind;
                }
            }
        } else if let Some(behind) = trimmed.strip_prefix('前')
            && !begins(behind, "三期半沿列身景述提往来进瞻夕几十五")
        {
            self.bound = Some(TimeBound::By);
            rest = behind;
        }
        if let Some(behind) = rest.strip_prefix("至今").or_else(|| rest.strip_prefix('止')) {
            rest = behind;
        }
        self.ahead = after.len() - rest.len();
    }

    fn read_before(&mut self, before: &str, length: bool) {
        let trimmed = before.trim_end_matches(|c| is_gap(c) || c == '\n');
        let Some((word, bound)) = BEFORE.iter().find(|(word, _)| trimmed.ends_with(word)) else { return };
        let in_front = trimmed[..trimmed.len() - word.len()].chars().next_back();
        let fits = match bound {
            // 上两个月, 下三年: only where no other word can end in the character.
            Some(TimeBound::Last | TimeBound::Next) if word.chars().count() == 1 && *word != "近" => {
                length && in_front.is_none_or(|c| !c.is_alphanumeric())
            }
            Some(TimeBound::Last | TimeBound::Next) => {
                length && (*word != "近" || !in_front.is_some_and(|c| "附接临最邻靠".contains(c)))
            }
            Some(TimeBound::By) if length => false,
            // 达到, 提高到: the time behind is not what they reach.
            Some(TimeBound::By) => {
                !(matches!(*word, "到" | "至")
                    && in_front.is_some_and(|c| "达達得感甚乃直以夏冬".contains(c) && c != '直'))
            }
            // 从 bounds only together with 起 or 以来.
            Some(TimeBound::Since) if matches!(*word, "从" | "從") => self.bound == Some(TimeBound::Since),
            Some(TimeBound::Since) => !length && !in_front.is_some_and(|c| "各来來亲独服顺听".contains(c)),
            _ => true,
        };
        if !fits {
            return;
        }
        self.back = before.len() - trimmed.len() + word.len();
        match bound {
            Some(TimeBound::Last | TimeBound::Next) => self.bound = *bound,
            Some(_) => self.bound = self.bound.or(*bound),
            None => self.approximate = true,
        }
    }
}

/// Words that begin with the word of a bound: 2013年起草, 2021年后续.
fn goes_on(word: &str, behind: &str) -> bool {
    match word {
        "起" => begins(behind, "草点步义诉火重码到飞伏跑降来源算"),
        "后" | "後" => begins(behind, "续續期备勤者面台端方半疫天"),
        "内" | "內" => begins(behind, "部容外地蒙陆需在涵政阁控贸河"),
        "来" | "來" => begins(behind, "源自到说看访华的信电临年") && !behind.starts_with("的"),
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
            ("", "2030年", "前列", None, false),
            ("自", "2021年1月1日", "起施行", Some(B::Since), false),
            ("", "2013年", "起草", None, false),
            ("", "2013年", "以来", Some(B::Since), false),
            ("", "1978年", "以后", Some(B::After), false),
            ("", "2021年", "后续", None, false),
            ("", "三年", "内", Some(B::Within), false),
            ("近", "三年", "", Some(B::Last), false),
            ("", "五年", "来", Some(B::Last), false),
            ("未来", "五年", "内", Some(B::Next), false),
            ("", "三年", "后", Some(B::After), false),
            ("", "2020年", "左右", None, true),
            ("约", "三年", "", None, true),
            ("", "2020年", "前后", None, true),
        ] {
            let value = super::super::grammar::whole(text).unwrap();
            let context = Context::around(before, after, &value);
            assert_eq!((context.bound, context.approximate), (bound, approximate), "{before}{text}{after}");
        }
    }
}
