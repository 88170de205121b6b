//! Amounts that only describe, compare or announce, and are no one's target.

use super::change;
use super::find::Finder;
use crate::few::few;
use crate::quantity::{Bound, Quantity};
use crate::script::simplified;
use crate::unit::UnitKind;
use crate::words::{Words, words};

/// Whether some words divide what they name: 查验分自行查验及临时查验 before 两种.
fn divides(words: &str) -> bool {
    let Some(at) = few!("分").rfind(words) else { return false };
    let behind = &words[at + '分'.len_utf8()..];
    few!("及和、").within(behind)
        && !few!("百部充积十成区水养股身得盐组学万千几").ends(&words[..at])
        && !few!("别之类布级析散享配工公支解行批店院校钟子数").begins(behind)
}

/// Words before an amount that only describes.
static DESCRIBES: Words = words![
    "占", "第", "每", "按", "按照", "总长", "全长", "历时", "长", "宽", "达标", "一个", "缓冲", "不含",
    "不包括",
];

impl Finder<'_> {
    /// Amounts that are no one's target: attributes, ages, grades, comparisons, shares.
    pub(super) fn refused(&self, i: usize, quantity: &Quantity, before: &str, after: &str) -> bool {
        if matches!(self.kinds[i], UnitKind::Count | UnitKind::Energy | UnitKind::Other) {
            let unit = &*simplified(quantity.unit.as_str());
            // Ages are attributes, but for how long people live.
            let age = || matches!(unit, "岁" | "周岁") && !before.contains("寿命");
            if matches!(unit, "级" | "大" | "大类" | "国" | "度" | "℃" | "步") || age() {
                return true;
            }
        }
        // 处方总数×100%, and conditions of laws: …十万元以上的；
        let formula = few!("×*÷=＝").ends(before) || few!("×*＊").begins(after);
        let condition =
            after.strip_prefix('的').is_some_and(|r| few!("，；。,;").begins(r)) || after.starts_with("者，");
        let compares = change::compares(before) || formula || condition;
        // 40%的议题, 超过5年的: the amount qualifies what follows, unless a verb ties it.
        let qualifies = after.starts_with('的') && !change::ends_in_change(before);
        // 5级以上地震, 规模以上工业: also with a bound.
        let class = quantity.bound == Some(Bound::AtLeast) && few!("级").begins(after);
        compares
            || qualifies
            || class
            || DESCRIBES.strip_end(before).is_some() && !change::ends_in_change(before)
    }

    /// Whether a count only says into how many parts something falls: 证书分为甲、乙两种。, 字符共8位，依次为….
    pub(super) fn announces(&self, i: usize, quantity: &Quantity, before: &str, after: &str) -> bool {
        static PARTS: Words = words!["分为", "分成", "分设", "区分为", "划分", "包括", "包含"];
        static FOLLOW: Words =
            words!["，依次", "，各组", "，一是", "，一种是", "：一是", "：一种是", "，其中一种", "，一种为"];
        if !self.counts(i) {
            return false;
        }
        if few!("，：").begins(after) && FOLLOW.longest(after) > 0 {
            return true;
        }
        let kinds = || matches!(&*simplified(quantity.unit.as_str()), "种" | "类" | "组");
        let ends = after.is_empty() || few!("，。；：\n").begins(after);
        ends && kinds() && (PARTS.within(before) || divides(before))
    }
}
