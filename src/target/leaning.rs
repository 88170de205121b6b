//! Words that speak for what has come about or for what is meant to, weighed over a passage.

use core::ops::Range;

use super::window::Window;
use crate::few::few;
use crate::words::{MANY, Words};

/// Words that speak for what has come about (above 0) or for what is meant to (below), wherever they stand in a paragraph.
///
/// Words with 0 only keep their characters from being read as others: 重要 is no 要.
pub(super) static LEANINGS: Words<i8, MANY> = Words::of(&[
    ("了", 3),
    ("已", 2),
    ("同比", 2),
    ("去年", 2),
    ("上年", 2),
    ("年来", 2),
    ("以来", 2),
    ("取得", 1),
    ("突破", 2),
    ("居全国", 2),
    ("居全省", 2),
    ("居第", 2),
    ("死亡", 2),
    ("受伤", 2),
    ("遇难", 2),
    ("失踪", 2),
    ("死亡率", 0),
    ("死亡人数", 0),
    ("位居", 2),
    ("稳居", 2),
    ("居世界", 2),
    ("荣获", 2),
    ("获批", 2),
    ("获评", 2),
    ("获得", 2),
    ("入选", 2),
    ("圆满", 2),
    ("历史", 1),
    ("首个", 1),
    ("首次", 2),
    ("首条", 1),
    ("全国首", 1),
    ("成功", 2),
    ("明显", 1),
    ("超额", 2),
    ("提前完成", 2),
    ("成效", 1),
    ("跃升", 1),
    ("投产", 1),
    ("建成", 1),
    ("完成", 1),
    ("累计", 2),
    ("顺利", 1),
    ("显著", 1),
    ("增至", 2),
    ("升至", 2),
    ("降至", 1),
    ("惠及", 2),
    ("落地", 1),
    ("全覆盖", 1),
    ("成为", 1),
    ("连续", 2),
    ("出台", 2),
    ("启动", 1),
    ("开工", 1),
    ("保持", 1),
    ("受益", 2),
    ("提请", 2),
    ("基本建成", 2),
    ("决战决胜", 1),
    ("下降", 1),
    ("表示", 1),
    ("发布", 1),
    ("恢复", 1),
    ("参加", 1),
    ("目前", 2),
    ("至此", 2),
    ("只是", 1),
    ("超过", 1),
    ("迈上", 2),
    ("介绍", 1),
    ("出席", 2),
    ("会见", 2),
    ("发生", 1),
    ("造成", 2),
    ("据统计", 2),
    ("公报", 2),
    ("应该", -2),
    ("守住", -1),
    ("提出", -1),
    ("以内", -1),
    ("必须", -2),
    ("要", -2),
    ("将", -2),
    ("拟", -2),
    ("力争", -3),
    ("争取", -1),
    ("确保", -3),
    ("计划", -2),
    ("下一步", -3),
    ("今年", -2),
    ("今年以来", 2),
    ("又有", 2),
    ("明年", -2),
    ("今后", -3),
    ("未来", -2),
    ("目标", -1),
    ("任务", -1),
    ("左右", -1),
    ("加快", VERB),
    ("抓好", -2),
    ("做好", -2),
    ("办好", -2),
    ("力度", -1),
    ("推动", VERB),
    ("推进", VERB),
    ("完善", VERB),
    ("健全", VERB),
    ("强化", VERB),
    ("坚持", -1),
    ("拓展", VERB),
    ("培育", VERB),
    ("打造", VERB),
    ("鼓励", -2),
    ("探索", VERB),
    ("布局", VERB),
    ("着力", -2),
    ("大力", -1),
    ("全力", -1),
    ("平均每年", -2),
    ("五年内", -4),
    ("逐步", -1),
    ("五”期间", -3),
    ("建设规模", -3),
    ("总规模", -2),
    ("续建", -2),
    ("重要", 0),
    ("主要", 0),
    ("需要", 0),
    ("必要", 0),
    ("要求", 0),
    ("要素", 0),
    ("要点", 0),
    ("要件", 0),
    ("纲要", 0),
    ("将军", 0),
    ("将近", 0),
    ("模拟", 0),
    ("虚拟", 0),
    ("为了", 0),
    ("了解", 0),
    ("而已", 0),
    ("申请人", NORM),
    ("申请者", NORM),
    ("当事人", NORM),
    ("视为", NORM),
    ("符合", NORM),
    ("规定", NORM),
    ("须", NORM),
    ("可以", NORM),
    ("予以", NORM),
    ("依法", NORM),
    ("依照", NORM),
    ("按照", NORM),
    ("应当", NORM),
    ("不得", NORM),
    ("逾期", NORM),
    ("原则上", NORM),
    ("提交", NORM),
    ("填报", NORM),
    ("报送", NORM),
    ("审核", NORM),
    ("办理", NORM),
    ("备案", NORM),
    ("参保", NORM),
    ("缴费", NORM),
    ("缴纳", NORM),
    ("享受", NORM),
    ("待遇", NORM),
    ("担任", NORM),
    ("主持", NORM),
    ("召开", NORM),
    ("资格", NORM),
    ("条件", NORM),
    ("适用", NORM),
    ("五年计划", 0),
    ("建设厅", 0),
    ("建设部", 0),
]);

/// The mark of verbs that lean to what is meant to with an object behind them (-1: 推进改革), and to what has come about at the end
/// of a clause (1: 改革扎实推进).
const VERB: i8 = i8::MIN;

/// The mark of words that rules are written with, which lean neither way.
const NORM: i8 = i8::MAX;

/// Which way the words of a part of a text lean, and how many of them are of rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Leaning {
    /// Above 0: what has come about; below: what is meant to.
    pub sum: i32,
    pub norms: i32,
}

/// Which way the words of a text lean, read as far as was asked and kept as running sums.
#[derive(Default)]
pub(super) struct Leanings {
    /// Words that lean, and the sums with them.
    words: Window<Leaning>,
}

impl Leanings {
    /// Which way the words of a part of a text lean on the whole.
    pub(super) fn of(&mut self, text: &str, part: Range<usize>) -> Leaning {
        // A word within another one says nothing.
        self.words.read(
            text,
            &part,
            &LEANINGS,
            |_| true,
            |sums, word, weight| {
                let mut sums = sums.copied().unwrap_or_default();
                match weight {
                    NORM => sums.norms += 1,
                    VERB if few!("，。；,").begins(&text[word.end..]) => sums.sum += 1,
                    VERB => sums.sum -= 1,
                    weight => sums.sum += i32::from(weight),
                }
                Some(sums)
            },
        );
        let words = self.words.words();
        let first = words.partition_point(|(word, _)| word.start < part.start);
        let last = words.partition_point(|(word, _)| word.end <= part.end);
        let until = |n: usize| n.checked_sub(1).map_or(Leaning::default(), |n| words[n].1);
        let (from, to) = (until(first), until(last.max(first)));
        Leaning { sum: to.sum - from.sum, norms: to.norms - from.norms }
    }
}
