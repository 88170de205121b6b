//! Whether a text speaks of what is aimed at, what has come about, or what is ruled.
//!
//! Sentences rarely say so each for itself: a heading does for its section (一、2025年工作回顾, 二、主要目标), an opening for its
//! paragraph, and a text in articles for the whole. A sentence's own words come first where they are sure.

use alloc::vec::Vec;
use core::cell::{Cell, RefCell};
use core::ops::Range;

use super::Modality;
use super::clause::last_clause;
use super::cue::{Cue, Cues, Passage};
use super::leaning::{Leaning, Leanings};
use super::opening::{Mood, Opening, behind_greeting, heading, is_article, opening, past_year, says, term};
use crate::charset::CharSet;
use crate::few::few;
use crate::scan::make_room;
use crate::token::{behind_margin, boundary_before, boundary_behind, has_end, head, line};
use crate::words::{Words, words};

/// What the parts of a text speak of.
pub(super) struct Moods<'t> {
    text: &'t str,
    /// From each place on: what its section speaks of, and the words that say so.
    parts: Vec<(usize, Mood, Range<usize>)>,
    /// The year of the text, if it says so.
    year: Option<i16>,
    /// Where the articles of a law or regulation begin, if there are enough of them.
    articles: Vec<usize>,
    /// The paragraph that was last looked at, and what its opening says.
    paragraph: Cell<(Range<usize>, Opening)>,
    /// The paragraph of which it was last asked which way it leans, and the answer.
    leaning: Cell<(Range<usize>, Around)>,
    /// The rest of the clause that was last looked at, up to the mark that ends it.
    rest: Cell<Range<usize>>,
    /// The cues around the place that was last looked at.
    passage: RefCell<Passage>,
    leanings: Cell<Leanings>,
}

/// Which way a paragraph leans, with what stands around it.
#[derive(Clone, Copy, Default)]
struct Around {
    words: i32,
    amounts: i32,
    /// The words are those of a rule.
    ruled: bool,
}

/// What ends the words behind an amount that may say what it is.
static CLAUSE_ENDS: CharSet = CharSet::of("。\n；");

/// How many bytes before an amount a verb may stand that is done.
const DONE_WITHIN: usize = 42;

/// How far around a paragraph is looked where it leans neither way.
const AROUND: usize = 1500;

/// A text with so many articles has a law in it.
const ARTICLES: usize = 3;

/// How many bytes an article takes at most, with all its items: what stands further behind the last one is no law any more.
const ARTICLE: usize = 6000;

/// A text is one of rules where a word of rules stands in so many bytes of it.
const DENSE: usize = 250;

/// But a paragraph without such a word that leans so much reports what has come about.
const REPORT: i32 = 4;

/// What an amount is, and the words that decided it: a cue in its sentence, the heading of its section, the opening of its
/// paragraph; none where the words around it did on the whole, or a term.
pub(super) type Verdict = (Modality, Option<Range<usize>>);

impl<'t> Moods<'t> {
    /// Reads the headings of a text up to the last place of interest, and the openings where there are none.
    pub fn of(text: &'t str, until: usize, year: Option<i16>) -> Self {
        let mut parts: Vec<(usize, Mood, Range<usize>)> = Vec::new();
        // A text without headings keeps the mood of its last opening.
        let (mut section, mut drift, mut articles, mut at) = (false, Mood::None, Vec::new(), 0);
        // Behind the last place it is only asked whether there are articles enough.
        while at < text.len() && (at <= until || articles.len() < ARTICLES) {
            // Paragraphs are set apart by empty lines.
            if text.as_bytes()[at] == b'\n' {
                at += 1;
                continue;
            }
            let line = line(&text[at..]);
            let words = behind_greeting(behind_margin(line));
            let (from, start) = (at, at + line.len() - words.len());
            at += line.len() + 1;
            if is_article(words) {
                make_room(&mut articles);
                articles.push(from);
            }
            let mut cue = start..start;
            // In articles nothing else counts, nor behind the last place.
            let within =
                articles.len() >= ARTICLES && articles.last().is_some_and(|last| from - last < ARTICLE);
            let told = from <= until && !within;
            if told && let Some(mood) = heading(words) {
                section = true;
                drift = mood;
                cue.end += words.trim_end().len();
            } else if told
                && !section
                // Where the text looks back already, comparisons change nothing.
                && let Some((mood, words)) = says(words, drift != Mood::Fact)
            {
                drift = mood;
                cue = start + words.start..start + words.end;
            }
            if parts.last().is_none_or(|(_, mood, _)| *mood != drift) {
                parts.push((from, drift, cue));
            }
        }
        Self {
            text,
            year,
            parts,
            articles: if articles.len() < ARTICLES { Vec::new() } else { articles },
            paragraph: Cell::new((0..0, None)),
            leaning: Cell::default(),
            rest: Cell::default(),
            passage: RefCell::default(),
            leanings: Cell::default(),
        }
    }

    /// Whether a place is in an article of a law.
    fn in_law(&self, place: usize) -> bool {
        let begun = self.articles.partition_point(|at| *at <= place);
        begun.checked_sub(1).is_some_and(|last| place - self.articles[last] < ARTICLE)
    }

    /// What the section and paragraph around a place speak of, and the words that say so.
    #[inline]
    fn at(&self, place: usize) -> (Mood, Option<Range<usize>>) {
        let n = self.parts.partition_point(|(from, ..)| *from <= place);
        let section = n.checked_sub(1).map(|i| &self.parts[i]);
        let mood = section.map_or(Mood::None, |(_, mood, _)| *mood);
        match self.opening_at(place) {
            // 五年来，… looks back among aims, too.
            Some((Mood::Past, cue)) => (Mood::Fact, Some(cue)),
            // A section that looks back may count from year to year: 到2020年，…
            Some((Mood::Term, cue)) if mood != Mood::Fact => (Mood::Goal, Some(cue)),
            Some((opening, cue)) if opening != Mood::Term && (opening, mood) != (Mood::Fact, Mood::Goal) => {
                (opening, Some(cue))
            }
            _ => (mood, section.map(|(.., cue)| cue.clone()).filter(|cue| !cue.is_empty())),
        }
    }

    /// Which way the paragraph around a place leans, and what stands around it.
    fn leaning_at(&self, place: usize, figures: impl Fn(&Range<usize>) -> i32) -> Around {
        let (line, mut known) = self.leaning.take();
        let line = if line.contains(&place) {
            line
        } else {
            let line = self.line(place);
            let start = boundary_behind(self.text, line.start.saturating_sub(AROUND));
            let end = boundary_before(self.text, line.end + AROUND);
            let around = self.leaning(start..end);
            let own = self.leaning(line.clone());
            // The paragraph itself counts once more.
            let (words, amounts) = (around.sum + 2 * own.sum, figures(&line));
            let dense = usize::try_from(around.norms).is_ok_and(|norms| norms * DENSE > end - start);
            let ruled = dense && (own.norms > 0 || words + 2 * amounts < REPORT);
            known = Around { words, amounts, ruled };
            line.start..line.end + 1
        };
        self.leaning.set((line, known));
        known
    }

    /// Which way a part of the text leans.
    fn leaning(&self, part: Range<usize>) -> Leaning {
        let mut leanings = self.leanings.take();
        let sum = leanings.of(self.text, part);
        self.leanings.set(leanings);
        sum
    }

    /// The line around a place.
    fn line(&self, place: usize) -> Range<usize> {
        let start = self.text[..place].rfind('\n').map_or(0, |at| at + 1);
        start..place + line(&self.text[place..]).len()
    }

    /// What the opening of the paragraph around a place says of it, and where.
    fn opening_at(&self, place: usize) -> Opening {
        let (mut line, mut found) = self.paragraph.take();
        if !line.contains(&place) {
            let Range { start, end } = self.line(place);
            line = start..end + 1;
            let words = behind_greeting(behind_margin(&self.text[start..end]));
            let from = end - words.len();
            found = opening(words)
                .or_else(|| term(words, self.year))
                .or_else(|| past_year(words, self.year))
                .map(|(mood, words)| (mood, from + words.start..from + words.end));
        }
        self.paragraph.set((line, found.clone()));
        found
    }

    /// The rest of the clause behind a place.
    fn rest(&self, place: usize) -> Range<usize> {
        let known = self.rest.take();
        let rest = if known.contains(&place) {
            known
        } else {
            let near = head(&self.text[place..], 60);
            let len = CLAUSE_ENDS.find(near.as_bytes(), 0);
            // Where no mark ends it, that of the next place reaches further.
            if len == near.len() {
                return place..place + len;
            }
            place..place + len
        };
        self.rest.set(rest.clone());
        place..rest.end
    }

    /// What an amount is. `before` is its sentence up to and with it, and `figures` says which way the amounts of a part of the
    /// text lean.
    pub fn modality(
        &self,
        before: &Range<usize>,
        given: Given,
        figures: impl Fn(&Range<usize>) -> i32,
    ) -> Verdict {
        let words = &self.text[before.clone()];
        let law = self.in_law(before.end);
        if !law && given.when == When::Ahead && !few!("了已").within(words) {
            return (Modality::Goal, None);
        }
        let after = self.rest(before.end);
        let mut passage = self.passage.borrow_mut();
        passage.read(self.text, &(before.start..after.end));
        let said = self.said(&passage, before, &after, given.at);
        if law {
            return said.in_law();
        }
        if given.kind == Kind::Granted && self.grants(before, &said) {
            return (Modality::Rule, said.clause.first(Cue::WeakRule));
        }
        // Where a text has several documents in it, the date above may be that of another: 到2010年，处理率不低于70%.
        if given.when == When::Past && !(given.term && given.bounded && said.fact.is_none()) {
            return (Modality::Fact, said.fact);
        }
        // A norm is one under any heading: 間距不宜小於50公尺.
        if let Some(norm) = said.clause.first(Cue::Norm) {
            return (Modality::Rule, Some(norm));
        }
        if let Some(verdict) = self.by_section(&said, before.end) {
            return verdict;
        }
        let verdict =
            said.by_cues(given).or_else(|| self.by_weak_cue(&passage, &said, before, &after, given));
        // Fees are set where nothing is said of them.
        let charged = (given.kind == Kind::Charged).then_some((Modality::Rule, None));
        verdict.or(charged).unwrap_or_else(|| self.by_leaning(before, after, given, figures))
    }

    /// Whether a sentence up to an amount grants it to whoever meets a condition, in a text that does not look back or ahead:
    /// 对新认定的企业，奖励5万元; not 对5万户发放了补贴.
    #[cold]
    fn grants(&self, before: &Range<usize>, said: &Said<'_>) -> bool {
        static CONDITIONS: Words =
            words!["凡", "对", "每", "的，", "的,", "者，", "一次性", "最高", "给予", "可", "等奖", "按"];
        static SPENT: Words = words![
            "累计", "共", "全年", "兑现", "拨付", "下达", "发放", "落实", "争取", "筹措", "安排", "投入",
            "了", "已", "同比", "增长", "为全", "向全",
        ];
        let words = &self.text[before.clone()];
        let clause = last_clause(words);
        let above = |(mood, cue): (Mood, Option<Range<usize>>)| {
            mood != Mood::None && cue.is_none_or(|cue| cue.end <= before.start)
        };
        // 上年度获评的企业，: what is past is a part of the condition.
        let past = |cue: Range<usize>| !few!("的者").within(&self.text[cue.end..before.end]);
        if said.clause.first(Cue::Fact).is_some_and(past) {
            return false;
        }
        CONDITIONS.within(words) && !SPENT.within(clause) && !above(self.at(before.end))
    }

    /// What says that something is done by now, behind all that says what was planned.
    fn done_by_now(&self, sentence: &Cues<'_>) -> Option<Range<usize>> {
        let (planned, done) = (sentence.last(Cue::Goal)?, sentence.last(Cue::Fact)?);
        let now =
            has_end(&self.text[..done.start], &["现", "目前"]) && self.text[done.start..].starts_with('已');
        (now && planned.end < done.start).then_some(done)
    }

    /// What the cues say before an amount, in its clause and behind it.
    fn said<'p>(
        &self,
        passage: &'p Passage,
        before: &Range<usize>,
        after: &Range<usize>,
        at: usize,
    ) -> Said<'p> {
        // 5,367亿元: marks in the amount end no clause.
        let words = &self.text[before.start..at.clamp(before.start, before.end)];
        let place = before.end;
        let (sentence, behind) = (Cues::of(passage, before), Cues::of(passage, after));
        // The clause of the amount itself, if anything is said before it
        let mark = |words| if sentence.is_empty() { None } else { few!("，；。：\n,;").rfind(words) };
        let own = mark(words).unwrap_or(0);
        let start = before.start + own;
        let clause = Cues::of(passage, &(start..place));
        // 预计产值10亿元，利润2亿元: what is foreseen goes one clause on.
        let earlier = before.start + mark(&words[..own]).unwrap_or(0);
        let foreseen = Cues::of(passage, &(earlier..place)).first(Cue::Foreseen);
        // 确定了20个: the verb directly before the amount is done.
        let near = before.start.max(place.saturating_sub(DONE_WITHIN))..place;
        let done = Cues::of(passage, &near).last(Cue::Done);
        // What its own clause says outranks what was said before: 去年取得了成效，今年要扩大到500户. A plan compares with 了, too.
        let own_fact = clause.first(Cue::Fact).or_else(|| {
            done.clone()
                .filter(|done| done.start >= start && !few!("比较").within(&self.text[start..done.start]))
        });
        // 达到90万吨，超额完成…目标
        let exceeded = behind.first(Cue::Exceeded).filter(|_| clause.first(Cue::Goal).is_none());
        let own_fact = own_fact.or(exceeded);
        let done_itself = own_fact.is_some();
        let goal = clause.first(Cue::Goal).or_else(|| clause.first(Cue::Foreseen));
        // 计划新增7条线路，现已新增20条，其中市区17条: what is done by now outdoes the plan before it.
        let by_now = || if goal.is_none() { self.done_by_now(&sentence) } else { None };
        let own_fact = own_fact.or_else(by_now);
        let (goal, fact) = match (goal, own_fact) {
            (Some(goal), None) => (Some(goal), None),
            (None, Some(fact)) => (None, Some(fact)),
            _ => {
                let fact = sentence.first(Cue::Fact).or_else(|| behind.first(Cue::Fact)).or(done);
                (sentence.first(Cue::Goal).or(foreseen.filter(|_| fact.is_none())), fact)
            }
        };
        Said { sentence, clause, behind, start, goal, fact, done_itself }
    }

    /// What an amount is by the section and paragraph around it, where these say so.
    fn by_section(&self, said: &Said<'_>, place: usize) -> Option<Verdict> {
        let (mood, cue) = self.at(place);
        // A plan that closes with penalties aims at none of them.
        if mood == Mood::Goal
            && let Some(rule) = said.clause.first(Cue::Rule).or_else(|| said.behind.first(Cue::Rule))
            && matches!(&self.text[rule.clone()], "罚款" | "罚锾" | "罚金" | "处以" | "并处")
        {
            return Some((Modality::Rule, Some(rule)));
        }
        // What must not be is a rule under a heading of aims, too: 占比不得低于50%.
        if mood == Mood::Goal
            && said.goal.is_none()
            && let Some(rule) = said.clause.first(Cue::Rule)
            && matches!(&self.text[rule.clone()], "不得" | "应当")
        {
            return Some((Modality::Rule, Some(rule)));
        }
        // A review has efforts in it, too: 经过努力，产值增长5%.
        let aims = |goal: &Range<usize>| match &self.text[goal.clone()] {
            "预计" | "预测" | "预估" | "估计" => false,
            "努力" | "预期" | "确保" => goal.start >= said.start,
            _ => true,
        };
        let (goal, fact) = (&said.goal, &said.fact);
        match mood {
            Mood::Note => Some((Modality::Unknown, cue)),
            Mood::Fact if fact.is_none() && goal.as_ref().is_some_and(aims) => {
                Some((Modality::Goal, goal.clone()))
            }
            Mood::Fact => Some((Modality::Fact, cue)),
            Mood::Goal if fact.is_some() && goal.is_none() => Some((Modality::Fact, fact.clone())),
            Mood::Goal => Some((Modality::Goal, cue)),
            Mood::None | Mood::Term | Mood::Past => None,
        }
    }

    /// What an amount is by a word that says something of its own clause only, which may go over lines: 给予表彰，新增企业300家; or
    /// by a standard.
    fn by_weak_cue(
        &self,
        passage: &Passage,
        said: &Said<'_>,
        before: &Range<usize>,
        after: &Range<usize>,
        given: Given,
    ) -> Option<Verdict> {
        const MARKS: [char; 6] = ['，', '；', '。', '：', ',', ';'];
        // A standard that is raised is no rule yet: 补贴从每人每月80元提高到90元.
        let standard = said.sentence.first(Cue::Standard).or_else(|| said.behind.first(Cue::Standard));
        let weak = || {
            let from = self.text[before.clone()].rfind(MARKS).map_or(before.start, |at| before.start + at);
            let until = self.text[after.clone()].find(MARKS).map_or(after.end, |at| after.start + at);
            Cues::of(passage, &(from..until)).first(Cue::WeakRule)
        };
        let rule = standard.filter(|_| given.kind != Kind::Raised).or_else(weak)?;
        Some((Modality::Rule, Some(rule)))
    }

    /// What an amount is by the words around it on the whole. A plan sets limits, a report has counted. The sentence itself counts
    /// most.
    fn by_leaning(
        &self,
        before: &Range<usize>,
        after: Range<usize>,
        given: Given,
        figures: impl Fn(&Range<usize>) -> i32,
    ) -> Verdict {
        let Around { words, amounts, ruled } = self.leaning_at(before.end, figures);
        if ruled && given.kind != Kind::Raised {
            return (Modality::Rule, None);
        }
        let sentence = self.leaning(before.clone()).sum + self.leaning(after).sum;
        (plainly(words + 2 * sentence - 10 * i32::from(given.bounded), amounts), None)
    }
}

/// When the time of an amount is, seen from the date of its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum When {
    Past,
    /// A year that has not come, or a term that is not over.
    Ahead,
    /// One of both is not known, or it is that of the text.
    #[default]
    Open,
}

/// What is known of an amount beside the words around it.
#[derive(Clone, Copy, Default)]
pub(super) struct Given {
    /// Where it begins.
    pub at: usize,
    pub when: When,
    /// Its time is a term: 到2030年.
    pub term: bool,
    /// It is a limit: 至少5%.
    pub bounded: bool,
    pub kind: Kind,
}

/// What is known of an amount by its own words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// The text says what it was before: 从80元提高到90元.
    Raised,
    /// It is a reward or allowance.
    Granted,
    /// It is a fee or a price that is set.
    Charged,
    #[default]
    Other,
}

/// What the cues around an amount say of it.
struct Said<'p> {
    /// Those of its sentence up to it, of its clause up to it, and of what stands behind it.
    sentence: Cues<'p>,
    clause: Cues<'p>,
    behind: Cues<'p>,
    /// Where its clause begins.
    start: usize,
    /// The words by which it is aimed at and has come about, if any are.
    goal: Option<Range<usize>>,
    fact: Option<Range<usize>>,
    /// Its own clause says that it has come about.
    done_itself: bool,
}

impl Said<'_> {
    /// The first words of a rule.
    fn rule(&self) -> Option<Range<usize>> {
        self.sentence.first(Cue::Rule).or_else(|| self.behind.first(Cue::Rule))
    }

    /// What an amount of a law is.
    fn in_law(self) -> Verdict {
        // 已转移财产的，处十万元罚款: what is done already is a part of the case.
        let rule = self.sentence.first(Cue::Rule).or_else(|| self.clause.first(Cue::Norm));
        match (rule.or_else(|| self.behind.first(Cue::Rule)), self.fact) {
            (None, Some(fact)) => (Modality::Fact, Some(fact)),
            (rule, _) => (Modality::Rule, rule),
        }
    }

    /// What an amount is by the cues that say so for sure.
    fn by_cues(&self, given: Given) -> Option<Verdict> {
        if let Some(rule) = self.rule() {
            return Some((Modality::Rule, Some(rule)));
        }
        if self.goal.is_some() || given.term && !self.done_itself {
            return Some((Modality::Goal, self.goal.clone()));
        }
        self.fact.clone().map(|fact| (Modality::Fact, Some(fact)))
    }
}

/// What words and amounts that lean so much plainly mean, where a sentence has no sure word. Where no word leans, one amount alone
/// does not say.
const fn plainly(words: i32, amounts: i32) -> Modality {
    // Four amounts weigh as much as seven words.
    let sum = words.saturating_mul(4).saturating_add(7 * amounts);
    match sum.signum() {
        _ if words == 0 && amounts.abs() < ALONE => Modality::Unknown,
        1 => Modality::Fact,
        -1 => Modality::Goal,
        _ => Modality::Unknown,
    }
}

/// What amounts have to lean to say something by themselves.
const ALONE: i32 = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_rule_what_stands_in_them() {
        let articles = "第一条 甲。\n第二条 乙。\n第三条 费率为5%";
        for (between, expected) in [("", Modality::Rule), ("\n字", Modality::Rule), ("\n", Modality::Goal)] {
            let apart = between.repeat(if expected == Modality::Goal { ARTICLE } else { 1 });
            let aim = "力争达到6%";
            for text in [[articles, &apart, aim].concat(), [aim, &apart, "\n", articles].concat()] {
                let (end, first) = (text.find("6%").unwrap() + 2, text.starts_with(aim));
                let moods = Moods::of(&text, text.len(), None);
                let verdict = moods.modality(&(end - aim.len()..end), Given::default(), |_| 0);
                assert_eq!(verdict.0, if first { Modality::Goal } else { expected }, "{text}");
            }
        }
    }

    #[test]
    fn sections_and_sentences() {
        let text = "一、2024年工作回顾\n新建道路5公里。\n二、2025年主要任务\n新建道路6公里。比去年多一成。去年建成7公里。\n";
        let moods = Moods::of(text, text.len(), None);
        for (word, before, expected) in [
            ("5公里", "新建道路5公里", Modality::Fact),
            ("6公里", "新建道路6公里", Modality::Goal),
            ("一成", "比去年多一成", Modality::Goal),
            ("7公里", "去年建成7公里", Modality::Fact),
        ] {
            let end = text.find(word).unwrap() + word.len();
            let (found, _) = moods.modality(&(end - before.len()..end), Given::default(), |_| 0);
            assert_eq!(found, expected, "{word}");
        }
    }

    #[test]
    fn laws_rule() {
        let text = "第一条 为了。\n第二条 适用。\n第三条 处三万元以上罚款。\n";
        let place = text.find("以上").unwrap();
        let verdict = Moods::of(text, text.len(), None).modality(&(0..place), Given::default(), |_| 0);
        assert_eq!(verdict.0, Modality::Rule);
    }

    #[test]
    fn sentences_alone() {
        for (before, by, expected) in [
            ("力争达到5%", false, Modality::Goal),
            ("同比增长5%", false, Modality::Fact),
            ("率达到5%", true, Modality::Goal),
            ("处以5万元罚款", false, Modality::Rule),
            ("增至5%", false, Modality::Fact),
            ("增长5%", false, Modality::Unknown),
            ("鼓励20家企业", false, Modality::Goal),
            ("支持20家企业", false, Modality::Unknown),
            ("铺路5公里", false, Modality::Unknown),
        ] {
            let end = before.len();
            let verdict = Moods::of(before, end, None).modality(
                &(0..end),
                Given { term: by, ..Given::default() },
                |_| 0,
            );
            assert_eq!(verdict.0, expected, "{before}");
        }
    }
}
