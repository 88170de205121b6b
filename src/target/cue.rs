//! Words of a sentence that say for sure what its amount is.

use core::ops::Range;

use super::action::{ACTIONS, begins_name};
use super::change::behind_change;
use super::topic::names_measure;
use super::window::Window;
use super::work::behind_work;
use crate::few::few;
use crate::token::head;
use crate::words::{MANY, Words, words};

/// What a word of a sentence says for what its amount is; the weak ones only where no other word does.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    Fact,
    Goal,
    /// It is foreseen: aimed at, but where a text looks back.
    Foreseen,
    Rule,
    /// More came about than was aimed at: it says so of what stands before it.
    Exceeded,
    /// A rule whatever stands around it.
    Norm,
    WeakRule,
    /// 了: the verb before it is done.
    Done,
    /// 将 or 准备: a goal where it stands before a verb.
    Future,
    /// How much there is for each: it says so of the whole sentence, too.
    Standard,
    /// It only keeps its characters from being read as others: 预期寿命 is expected of nobody.
    Other,
}

static CUES: Words<Cue, MANY> = Words::of(&[
    ("了", Cue::Done),
    ("同比", Cue::Fact),
    ("去年", Cue::Fact),
    ("上年", Cue::Fact),
    ("已", Cue::Fact),
    ("共发生", Cue::Fact),
    ("造成", Cue::Fact),
    ("截至", Cue::Fact),
    ("几年来", Cue::Fact),
    ("先后", Cue::Fact),
    ("将先后", Cue::Other),
    ("不分先后", Cue::Other),
    ("先后顺序", Cue::Other),
    ("先后次序", Cue::Other),
    ("近年来", Cue::Fact),
    ("顺利实现", Cue::Fact),
    ("目标顺利", Cue::Fact),
    ("完成了", Cue::Fact),
    ("实现了", Cue::Fact),
    ("达到了", Cue::Fact),
    ("收官之年", Cue::Fact),
    ("昨天", Cue::Fact),
    ("昨日", Cue::Fact),
    ("超额完成", Cue::Exceeded),
    ("为年度计划", Cue::Exceeded),
    ("为年度任务", Cue::Exceeded),
    ("为计划任务", Cue::Exceeded),
    ("为全年目标", Cue::Exceeded),
    ("为年度目标", Cue::Exceeded),
    ("创历史", Cue::Exceeded),
    ("创新高", Cue::Exceeded),
    ("再创新高", Cue::Exceeded),
    ("创下新高", Cue::Exceeded),
    ("去年同期", Cue::Fact),
    ("上年同期", Cue::Fact),
    ("仍高达", Cue::Fact),
    ("仍然高达", Cue::Fact),
    ("力争", Cue::Goal),
    ("确保", Cue::Goal),
    ("确保”", Cue::Other),
    ("目标是", Cue::Goal),
    ("目标为", Cue::Goal),
    ("目标：", Cue::Goal),
    ("目标定为", Cue::Goal),
    ("目标，定为", Cue::Goal),
    ("预期目标", Cue::Goal),
    ("预期目标完成", Cue::Other),
    ("纲要要求", Cue::Goal),
    ("纲要规定", Cue::Goal),
    ("计划要求", Cue::Goal),
    ("计划规定", Cue::Goal),
    ("规划要求", Cue::Goal),
    ("规划规定", Cue::Goal),
    ("预期", Cue::Goal),
    ("预期寿命", Cue::Other),
    ("超过预期目标", Cue::Other),
    ("完成预期目标", Cue::Other),
    ("实现预期目标", Cue::Other),
    ("好于预期", Cue::Other),
    ("超预期", Cue::Other),
    ("超出预期", Cue::Other),
    ("超过预期", Cue::Other),
    ("高于预期", Cue::Other),
    ("符合预期", Cue::Other),
    ("预计", Cue::Foreseen),
    ("预测", Cue::Foreseen),
    ("预计全年", Cue::Other),
    ("预计前三季度", Cue::Other),
    ("预计上半年", Cue::Other),
    ("全年预计", Cue::Other),
    ("预估", Cue::Foreseen),
    ("估计", Cue::Foreseen),
    ("预计数", Cue::Other),
    ("预计的", Cue::Other),
    ("预测值", Cue::Other),
    ("估计数", Cue::Other),
    ("努力", Cue::Goal),
    ("拟安排", Cue::Goal),
    ("今年要", Cue::Goal),
    ("力求", Cue::Goal),
    ("要", Cue::Goal),
    ("重要", Cue::Other),
    ("主要", Cue::Other),
    ("需要", Cue::Other),
    ("必要", Cue::Other),
    ("要求", Cue::Other),
    ("要素", Cue::Other),
    ("要点", Cue::Other),
    ("要件", Cue::Other),
    ("要道", Cue::Other),
    ("纲要", Cue::Other),
    ("摘要", Cue::Other),
    ("概要", Cue::Other),
    ("简要", Cue::Other),
    ("扼要", Cue::Other),
    ("首要", Cue::Other),
    ("只要", Cue::Other),
    ("要是", Cue::Other),
    ("要么", Cue::Other),
    ("要闻", Cue::Other),
    ("要害", Cue::Other),
    ("要塞", Cue::Other),
    ("要紧", Cue::Other),
    ("要领", Cue::Other),
    ("要职", Cue::Other),
    ("要地", Cue::Other),
    ("要案", Cue::Other),
    ("要务", Cue::Other),
    ("要价", Cue::Other),
    ("险要", Cue::Other),
    ("紧要", Cue::Other),
    ("机要", Cue::Other),
    ("要旨", Cue::Other),
    ("提要", Cue::Other),
    ("纪要", Cue::Other),
    ("不要", Cue::Other),
    ("索要", Cue::Other),
    ("想要", Cue::Other),
    ("须要", Cue::Other),
    ("若要", Cue::Other),
    ("可望", Cue::Goal),
    ("有望", Cue::Goal),
    ("提出，", Cue::Goal),
    ("》提出", Cue::Goal),
    ("》，提出", Cue::Goal),
    ("》,提出", Cue::Goal),
    ("规划提出", Cue::Goal),
    ("纲要提出", Cue::Goal),
    ("方案提出", Cue::Goal),
    ("意见提出", Cue::Goal),
    ("拟", Cue::Goal),
    ("将", Cue::Future),
    ("准备", Cue::Future),
    ("将近", Cue::Other),
    ("将军", Cue::Other),
    ("将士", Cue::Other),
    ("将领", Cue::Other),
    ("麻将", Cue::Other),
    ("上将", Cue::Other),
    ("大将", Cue::Other),
    ("中将", Cue::Other),
    ("少将", Cue::Other),
    ("计划新建", Cue::Goal),
    ("计划改造", Cue::Goal),
    ("计划新增", Cue::Goal),
    ("计划投入", Cue::Goal),
    ("计划投资", Cue::Goal),
    ("计划培育", Cue::Goal),
    ("计划引进", Cue::Goal),
    ("计划开工", Cue::Goal),
    ("计划招收", Cue::Goal),
    ("我们将", Cue::Goal),
    ("计划新开工项目", Cue::Other),
    ("计划开工项目", Cue::Other),
    ("计划新建项目", Cue::Other),
    ("计划投资项目", Cue::Other),
    ("还将", Cue::Goal),
    ("即将", Cue::Goal),
    ("计划新开工", Cue::Goal),
    ("招生计划", Cue::Goal),
    ("招生计划不", Cue::Other),
    ("入学计划", Cue::Goal),
    ("处以", Cue::Rule),
    ("并处", Cue::Rule),
    ("罚款", Cue::Rule),
    ("罚锾", Cue::Rule),
    ("罚金", Cue::Rule),
    ("应当", Cue::Rule),
    ("不得", Cue::Rule),
    ("不宜", Cue::Norm),
    ("不应", Cue::Norm),
    ("应不少于", Cue::Norm),
    ("应不低于", Cue::Norm),
    ("应不小于", Cue::Norm),
    ("应不超过", Cue::Norm),
    ("应不高于", Cue::Norm),
    ("应不大于", Cue::Norm),
    ("应至少", Cue::Norm),
    ("应有", Cue::Norm),
    ("应有的", Cue::Other),
    ("供应", Cue::Other),
    ("效应", Cue::Other),
    ("反应", Cue::Other),
    ("相应", Cue::Other),
    ("应有尽有", Cue::Other),
    ("应达", Cue::Norm),
    ("应达到", Cue::Norm),
    ("宜控制", Cue::Norm),
    ("设召集人", Cue::Norm),
    ("设副召集人", Cue::Norm),
    ("设组长", Cue::Norm),
    ("设副组长", Cue::Norm),
    ("予以", Cue::WeakRule),
    ("限额", Cue::WeakRule),
    ("限额以上", Cue::Other),
    ("限额以下", Cue::Other),
    ("标准为", Cue::Standard),
    ("补贴标准：", Cue::Standard),
    ("起付线", Cue::Standard),
    ("起付标准", Cue::Standard),
    ("封顶线", Cue::Standard),
    ("首付比例", Cue::Standard),
    ("首付款比例", Cue::Standard),
    ("最高贷款额度", Cue::Standard),
    ("贷款最高额度", Cue::Standard),
    ("最高可贷额度", Cue::Standard),
    ("放宽到", Cue::WeakRule),
    ("为限", Cue::WeakRule),
    ("上限", Cue::WeakRule),
    ("上限由", Cue::Other),
    ("上限从", Cue::Other),
    ("上限提高", Cue::Other),
    ("给予", Cue::WeakRule),
    ("予以表扬", Cue::Other),
    ("予以表彰", Cue::Other),
    ("予以通报", Cue::Other),
    ("予以肯定", Cue::Other),
    ("给予表扬", Cue::Other),
    ("给予表彰", Cue::Other),
    ("给予肯定", Cue::Other),
    ("每人每月", Cue::Standard),
    ("从每人每月", Cue::Other),
    ("由每人每月", Cue::Other),
    ("按每人", Cue::WeakRule),
    ("不超过", Cue::WeakRule),
    ("率不超过", Cue::Other),
    ("最多", Cue::WeakRule),
    ("全国最多", Cue::Other),
    ("全省最多", Cue::Other),
    ("最多跑", Cue::Other),
    ("最多采", Cue::Other),
    ("最高可", Cue::WeakRule),
    ("最高补助", Cue::WeakRule),
    ("最高补贴", Cue::WeakRule),
    ("最高奖励", Cue::WeakRule),
    ("最高资助", Cue::WeakRule),
    ("最高给予", Cue::WeakRule),
    ("最高支持", Cue::WeakRule),
    ("最高贴息", Cue::WeakRule),
    ("金额最高", Cue::WeakRule),
    ("额度最高", Cue::WeakRule),
    ("最高不超过", Cue::WeakRule),
    ("每人最高", Cue::WeakRule),
    ("每年最高", Cue::WeakRule),
    ("每人最高额", Cue::Other),
    ("每年最高额", Cue::Other),
    ("最少", Cue::WeakRule),
    ("至多", Cue::WeakRule),
    ("原则上", Cue::WeakRule),
]);

/// The cues of a passage, which the targets in it share.
#[derive(Default)]
pub(super) struct Passage {
    cues: Window<Cue>,
}

impl Passage {
    /// Reads a part of a text, behind what was read of it already.
    pub(super) fn read(&mut self, text: &str, part: &Range<usize>) {
        // 超过预期目标 has no 预期目标 in it.
        let guards = |cue| cue == Cue::Other;
        self.cues.read(text, part, &CUES, guards, |_, word, cue| {
            // 比去年 only compares, 从去年的5% is where something starts, and 按上年 what something is set by.
            let compared = cue == Cue::Fact
                && word.len() == "去年".len()
                && few!("去上").begins(&text[word.start..])
                && few!("比较从由按照").ends(&text[..word.start]);
            match cue {
                Cue::Other => None,
                Cue::Future => foretells(head(&text[word.end..], 24)).then_some(Cue::Goal),
                _ => (!compared).then_some(cue),
            }
        });
    }
}

/// Whether a verb stands behind 将 or 准备, which says of it that it is to come, and no name, which is changed: 将新建120个,
/// not 将生产能力提高.
#[cold]
fn foretells(behind: &str) -> bool {
    /// How it will be done.
    static HOW: Words = words![
        "再", "继续", "全面", "逐步", "进一步", "陆续", "累计", "新", "重点", "着力", "大力", "积极", "努力",
        "加快", "分批", "分别", "首次", "率先", "同步", "统一", "优先", "持续", "深入", "共", "一次性",
        "直接", "大幅", "大幅度", "稳步", "至少", "力争", "每年", "年均", "平均",
    ];
    /// Verbs that no table of deeds has.
    static OTHERS: Words = words![
        "达", "使", "让", "受益", "减排", "追加", "迎来", "成为", "有望", "高达", "超", "超过", "突破",
        "控制在", "升至", "增至", "降至", "改为"
    ];
    static TO_COME: Words = words!["今后", "未来", "明年", "后年", "年内", "今年内", "本世纪", "下世纪"];
    let words = HOW.behind_all(behind);
    // 将增值税税率 names what is changed.
    let changes = |object: &str| !names_measure(object) && !few!("值").begins(object);
    if OTHERS.begins(words) || behind_change(words).is_some_and(changes) {
        return true;
    }
    // 将在今后三年内再裁减
    if words.strip_prefix(['在', '于']).is_some_and(|when| TO_COME.begins(when)) {
        return true;
    }
    let acts = |(rest, ()): (&str, ())| !begins_name(&words[..words.len() - rest.len()], rest);
    ACTIONS.strip(words).is_some_and(acts) || behind_work(words).is_some()
}

/// The cues in a part of a passage.
pub(super) struct Cues<'p> {
    cues: &'p [(Range<usize>, Cue)],
    end: usize,
}

impl<'p> Cues<'p> {
    pub(super) fn of(passage: &'p Passage, part: &Range<usize>) -> Self {
        let cues = passage.cues.words();
        let from = cues.partition_point(|(range, _)| range.start < part.start);
        let until = cues.partition_point(|(range, _)| range.start < part.end);
        Self { cues: &cues[from..until.max(from)], end: part.end }
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.cues.is_empty()
    }

    fn all(&self, cue: Cue) -> impl DoubleEndedIterator<Item = Range<usize>> {
        let cues = self.cues.iter().filter(move |(range, kind)| *kind == cue && range.end <= self.end);
        cues.map(|(range, _)| range.clone())
    }

    /// The first of a kind.
    pub(super) fn first(&self, cue: Cue) -> Option<Range<usize>> {
        self.all(cue).next()
    }

    /// The last one.
    pub(super) fn last(&self, cue: Cue) -> Option<Range<usize>> {
        self.all(cue).next_back()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::target::documented;
    use crate::token::is_han;

    #[test]
    fn words_are_whole_wherever_reading_begins_and_ends() {
        let text = "产值达到5%，超过预期目标，利润达到6%。";
        for (at, _) in text.char_indices() {
            let mut passage = Passage::default();
            passage.read(text, &(at..text.len()));
            assert!(Cues::of(&passage, &(at..text.len())).is_empty(), "from {at}");
            let mut passage = Passage::default();
            passage.read(text, &(0..at));
            passage.read(text, &(0..text.len()));
            assert!(Cues::of(&passage, &(0..text.len())).is_empty(), "up to {at}");
        }
    }

    #[test]
    fn docs_name_every_cue() {
        let [fact, goal, rule] = ["Fact", "Goal", "Rule"].map(|variant| documented("Modality", variant));
        for word in CUES.all() {
            let (_, cue) = CUES.strip(word).expect("a word of the table");
            let said =
                |docs: &str| docs.split_whitespace().any(|named| named.trim_end_matches([',', ';']) == word);
            let listed = match cue {
                Cue::Fact | Cue::Done | Cue::Exceeded => said(&fact),
                Cue::Goal | Cue::Foreseen | Cue::Future => said(&goal),
                Cue::Rule | Cue::Norm | Cue::WeakRule | Cue::Standard => said(&rule),
                Cue::Other => said(&fact) || said(&goal) || said(&rule),
            };
            assert!(listed, "{word}");
        }
        // And there is no other word that they name.
        let named = |word: &&str| word.chars().all(|c| is_han(c) || "》”，：,;".contains(c));
        for word in [fact, goal, rule].iter().flat_map(|docs| docs.split_whitespace()).filter(named) {
            assert!(CUES.has(word.trim_end_matches([',', ';'])), "{word}");
        }
    }
}
