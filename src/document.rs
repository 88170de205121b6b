//! What was found in a text, and the questions one asks of it.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::abbreviation::{self, Abbreviation};
use crate::breaks;
use crate::document_number::DocumentNumber;
use crate::error::Diagnostic;
use crate::item::{self, Item, Items};
use crate::outline::TaskList;
use crate::positions::Positions;
use crate::provision::Provision;
use crate::quantity::Quantity;
use crate::span::{Position, Span};
use crate::target::Target;
use crate::time::TimeExpr;
use crate::title::Title;

/// One thing found in a text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[cfg_attr(feature = "serde", serde(tag = "type", rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Entity {
    /// 《国家新型城镇化规划（2014—2020年）》
    Title(Box<Title>),
    /// 国发〔2014〕4号
    DocumentNumber(DocumentNumber),
    /// （以下简称“会议”）
    Abbreviation(Abbreviation),
    /// 本法第三条第二款
    Provision(Provision),
    /// 2025年底前
    Time(TimeExpr),
    /// 60%左右
    Quantity(Quantity),
}

impl Entity {
    /// Where it stands.
    ///
    /// ```
    /// let document = gongwen::parse("城发〔2024〕9号：2026年前建站30座。");
    /// let entities = document.entities().iter();
    /// let spans: Vec<&str> = entities.map(|entity| document.slice(entity.span())).collect();
    /// assert_eq!(spans, ["城发〔2024〕9号", "2026年", "30座"]);
    /// ```
    pub const fn span(&self) -> Span {
        match self {
            Self::Title(e) => e.span,
            Self::DocumentNumber(e) => e.span,
            Self::Abbreviation(e) => e.span,
            Self::Provision(e) => e.span,
            Self::Time(e) => e.span,
            Self::Quantity(e) => e.span,
        }
    }

    /// Where it stands with the words or brackets around it that belong to it, as a time, a quantity and a title have them;
    /// of others the same as [`span`](Self::span).
    ///
    /// ```
    /// let document = gongwen::parse("按《供热办法》（试行），于2026年底前改造不少于30座。");
    /// let extents = document.entities().iter().map(|entity| document.slice(entity.extent()));
    /// assert_eq!(extents.collect::<Vec<_>>(), ["《供热办法》（试行）", "2026年底前", "不少于30座"]);
    /// ```
    pub const fn extent(&self) -> Span {
        match self {
            Self::Title(e) => e.extent,
            Self::Time(e) => e.extent,
            Self::Quantity(e) => e.extent,
            Self::DocumentNumber(_) | Self::Abbreviation(_) | Self::Provision(_) => self.span(),
        }
    }
}

/// How many amounts of other targets may stand within a target on either side of a place; in real texts it is four at most.
const NEAR: usize = 32;

/// A parsed text: what it says, with the place each thing came from.
///
/// Entities are flat, in text order, and never overlap; lists nest. They are joined by place: see
/// [`entities_in`](Self::entities_in).
///
/// ```
/// let text = "《海绵城市条例》自2025年1月1日起施行。\
///             要求两条：一是雨水管网达到80公里；二是严查偷排。";
/// let document = gongwen::parse(text);
/// assert_eq!(document.titles().next().unwrap().name, "海绵城市条例");
/// assert_eq!(document.times().next().unwrap().value.to_string(), "2025-01-01");
/// assert_eq!(document.lists()[0].items.len(), 2);
/// // What the first item is to reach.
/// let first = &document.lists()[0].items[0];
/// let target = &document.targets_in(first.span)[0];
/// assert_eq!(document.slice(target.subject), "雨水管网");
/// assert_eq!(document.slice(target.amount.span()), "80公里");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
pub struct Document<'a> {
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(crate) text: Cow<'a, str>,
    pub(crate) entities: Vec<Entity>,
    pub(crate) lists: Vec<TaskList>,
    pub(crate) targets: Vec<Target>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl Document<'_> {
    /// The text that every span counts in: as given, or as decoded.
    ///
    /// ```
    /// # #[cfg(feature = "encoding")] {
    /// // 国办 in GBK
    /// let document = gongwen::ParseOptions::new().parse_bytes(b"\xb9\xfa\xb0\xec")?;
    /// assert_eq!(document.text(), "国办");
    /// # }
    /// # Ok::<(), gongwen::Error>(())
    /// ```
    pub fn text(&self) -> &str {
        &self.text
    }

    /// A passage of the text.
    ///
    /// ```
    /// let document = gongwen::parse("全程１２０公里。");
    /// let length = document.quantities().next().unwrap();
    /// // Spans point into the text as it was given.
    /// assert_eq!(document.slice(length.span), "１２０公里");
    /// ```
    ///
    /// # Panics
    ///
    /// If the span is not from this document and does not fit its text.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// Everything found, in text order.
    ///
    /// ```
    /// use gongwen::Entity;
    ///
    /// let document = gongwen::parse("去年《预算法》宣讲12场。");
    /// let kinds: Vec<&str> = document.entities().iter().map(|entity| match entity {
    ///     Entity::Time(_) => "when",
    ///     Entity::Title(_) => "which",
    ///     Entity::Quantity(_) => "how much",
    ///     _ => "else",
    /// }).collect();
    /// assert_eq!(kinds, ["when", "which", "how much"]);
    /// ```
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// The titles 《…》, in text order.
    ///
    /// ```
    /// let document = gongwen::parse("废止《集市管理办法》《摊贩登记规定（试行）》。");
    /// let last = document.titles().next_back().unwrap();
    /// assert_eq!((last.name.as_str(), last.edition.as_deref()), ("摊贩登记规定", Some("试行")));
    /// ```
    pub fn titles(&self) -> impl DoubleEndedIterator<Item = &Title> + Clone {
        self.entities.iter().filter_map(|e| if let Entity::Title(t) = e { Some(&**t) } else { None })
    }

    /// The document numbers, in text order.
    ///
    /// One that stands at a title is in the title: [`Title::number`].
    ///
    /// ```
    /// let document = gongwen::parse("教发〔2023〕2号、教发〔2024〕11号同时废止。");
    /// let serials = document.document_numbers().map(|number| number.reference.serial.as_str());
    /// assert_eq!(serials.collect::<Vec<_>>(), ["2", "11"]);
    /// ```
    pub fn document_numbers(&self) -> impl DoubleEndedIterator<Item = &DocumentNumber> + Clone {
        self.entities.iter().filter_map(|e| if let Entity::DocumentNumber(n) = e { Some(n) } else { None })
    }

    /// The short names of things that are no titles, in text order.
    ///
    /// ```
    /// let document = gongwen::parse("市防汛抗旱指挥部（以下简称市防指）负责调度。");
    /// let short = document.abbreviations().next().unwrap();
    /// assert_eq!(short.short, "市防指");
    /// assert_eq!(document.slice(short.full), "市防汛抗旱指挥部");
    /// ```
    pub fn abbreviations(&self) -> impl DoubleEndedIterator<Item = &Abbreviation> + Clone {
        self.entities.iter().filter_map(|e| if let Entity::Abbreviation(a) = e { Some(a) } else { None })
    }

    /// Where the short names stand behind the places that define them, each with the definition it goes by: the last one
    /// before. In text order, in one pass for all of them.
    ///
    /// Whether the words mean it there is not asked: 公司 stands in 母公司 as well. Of short names that begin at one place the
    /// longest counts; what stands in a title or in another definition is no use, nor are words broken by a line or noise.
    ///
    /// ```
    /// let text = "市水务局、市气象局（以下统称“预警单位”）应当会商。预警单位每日通报，各区报预警单位。";
    /// let document = gongwen::parse(text);
    /// let uses: Vec<_> = document.abbreviation_uses().collect();
    /// assert_eq!(uses.len(), 2);
    /// let (place, short) = uses[0];
    /// assert_eq!(document.slice(place), "预警单位");
    /// assert_eq!(document.slice(short.full), "市水务局、市气象局");
    /// ```
    pub fn abbreviation_uses(&self) -> impl Iterator<Item = (Span, &Abbreviation)> + Clone {
        abbreviation::Uses::of(&self.text, &self.entities)
    }

    /// The references to provisions of documents, in text order.
    ///
    /// ```
    /// let document = gongwen::parse("违反本条例第十二条第二款的，责令改正。");
    /// let place = document.provisions().next().unwrap().locator.start;
    /// assert_eq!((place.article, place.paragraph), (Some(12), Some(2)));
    /// ```
    pub fn provisions(&self) -> impl DoubleEndedIterator<Item = &Provision> + Clone {
        self.entities.iter().filter_map(|e| if let Entity::Provision(p) = e { Some(p) } else { None })
    }

    /// The times, in text order.
    ///
    /// ```
    /// let document = gongwen::parse("2023年开工，2026年三季度通车。");
    /// let values: Vec<String> = document.times().map(|time| time.value.to_string()).collect();
    /// assert_eq!(values, ["2023", "2026-Q3"]);
    /// ```
    pub fn times(&self) -> impl DoubleEndedIterator<Item = &TimeExpr> + Clone {
        self.entities.iter().filter_map(|e| if let Entity::Time(t) = e { Some(t) } else { None })
    }

    /// The quantities, in text order.
    ///
    /// ```
    /// use gongwen::{Amount, Decimal, UnitKind};
    ///
    /// let document = gongwen::parse("市级补助1.5亿元，县级配套3000万元，惠及12个镇。");
    /// let money = document.quantities().filter(|q| q.unit.kind() == UnitKind::Currency);
    /// let yuan = money.map(|q| match q.amount {
    ///     Amount::Exact(yuan) => yuan,
    ///     _ => Decimal::ZERO,
    /// });
    /// assert_eq!(yuan.sum::<Decimal>(), Decimal::from(180_000_000));
    /// ```
    pub fn quantities(&self) -> impl DoubleEndedIterator<Item = &Quantity> + Clone {
        self.entities.iter().filter_map(|e| if let Entity::Quantity(q) = e { Some(q) } else { None })
    }

    /// The targets, in text order.
    ///
    /// ```
    /// let document = gongwen::parse("到2027年，地铁里程达到300公里，换乘时间缩短2分钟。");
    /// let [length, time] = document.targets() else { unreachable!() };
    /// assert_eq!(document.slice(length.subject), "地铁里程");
    /// assert_eq!(time.change, gongwen::Change::DownBy);
    /// ```
    pub fn targets(&self) -> &[Target] {
        &self.targets
    }

    /// The outermost lists and outlines, in text order.
    ///
    /// ```
    /// let document = gongwen::parse("一、治堵\n（一）修路。\n（二）限行。\n二、治霾\n");
    /// let outline = &document.lists()[0];
    /// assert_eq!(outline.items.len(), 2);
    /// assert_eq!(outline.items[0].lists[0].items.len(), 2);
    /// ```
    pub fn lists(&self) -> &[TaskList] {
        &self.lists
    }

    /// What looks wrong, in text order.
    ///
    /// ```
    /// let document = gongwen::parse("拟于6月31日前办结，见《承诺书。");
    /// let [date, title] = document.diagnostics() else { unreachable!() };
    /// assert_eq!(date.kind.to_string(), "no such date");
    /// assert_eq!(title.kind.to_string(), "《 is not closed");
    /// ```
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The entities that lie within a passage.
    ///
    /// ```
    /// let document = gongwen::parse("2024年招生。一要扩班40个，二要减负三成。");
    /// let first = document.lists()[0].items[0].span;
    /// assert_eq!(document.entities_in(first).len(), 1);
    /// ```
    pub fn entities_in(&self, span: Span) -> &[Entity] {
        let from = self.entities.partition_point(|e| e.span().start < span.start);
        let len = self.entities[from..].partition_point(|e| e.span().end <= span.end);
        &self.entities[from..from + len]
    }

    /// The targets whose amount lies within a passage.
    ///
    /// ```
    /// let document = gongwen::parse("一、供水。漏损率降至8%。\n二、供气。入户率达到95%。\n");
    /// let gas = document.items().nth(1).unwrap().span();
    /// assert_eq!(document.slice(document.targets_in(gas)[0].subject), "入户率");
    /// ```
    pub fn targets_in(&self, span: Span) -> &[Target] {
        let from = self.targets.partition_point(|t| t.amount.span().start < span.start);
        let len = self.targets[from..].partition_point(|t| t.amount.span().end <= span.end);
        &self.targets[from..from + len]
    }

    /// The entity that a byte offset lies in: from its first character up to its end.
    ///
    /// ```
    /// let document = gongwen::parse("依据《城市供水条例》，2027年达标。");
    /// let title = document.entity_at("依据《城".len()).unwrap();
    /// assert_eq!(document.slice(title.span()), "《城市供水条例》");
    /// assert!(document.entity_at(0).is_none());
    /// ```
    pub fn entity_at(&self, offset: usize) -> Option<&Entity> {
        let behind = self.entities.partition_point(|entity| entity.span().end <= offset);
        self.entities.get(behind).filter(|entity| entity.span().start <= offset)
    }

    /// The target that a byte offset lies in, from its subject to its amount. Of targets that overlap, it is the shortest.
    ///
    /// ```
    /// let document = gongwen::parse("漏损率降至8%，入户率达到95%。");
    /// let target = document.target_at("漏损率降至8%，入户率".len()).unwrap();
    /// assert_eq!(document.slice(target.subject), "入户率");
    /// ```
    pub fn target_at(&self, offset: usize) -> Option<&Target> {
        let behind = self.targets.partition_point(|target| target.amount.extent().end <= offset);
        let near = behind.saturating_sub(NEAR)..self.targets.len().min(behind + NEAR);
        let here = |target: &&Target| target.span.start <= offset && offset < target.span.end;
        self.targets[near].iter().filter(here).min_by_key(|target| target.span.len())
    }

    /// The sentence that a passage begins in, to the end of the passage at least: between 。！？ or ends of paragraphs.
    ///
    /// A line that a page broke goes on: its sentence is that of the lines around it, of 32 lines before the passage and 32
    /// behind it at most. A mark within an entity, such as a title, ends nothing. Takes time in proportion to the sentence.
    ///
    /// ```
    /// let document = gongwen::parse("去年持平。今年产值增长5%，明年持平。");
    /// let target = &document.targets()[0];
    /// assert_eq!(document.slice(document.sentence(target.span)), "今年产值增长5%，明年持平。");
    ///
    /// // As a page of 20 characters a line has it.
    /// let document = gongwen::parse("一、目标\n到2030年底，全市建成区的绿地率和湿地保\n护率分别达到40%、60%。\n");
    /// let sentence = document.slice(document.sentence(document.targets()[1].span));
    /// assert_eq!(sentence, "到2030年底，全市建成区的绿地率和湿地保\n护率分别达到40%、60%。");
    /// ```
    ///
    /// # Panics
    ///
    /// If the span is not from this document and does not fit its text.
    pub fn sentence(&self, span: Span) -> Span {
        let within = |at: usize| {
            let begun = self.entities.partition_point(|entity| entity.span().start <= at);
            begun.checked_sub(1).is_some_and(|last| self.entities[last].span().end > at)
        };
        breaks::sentence(&self.text, span.range(), within).into()
    }

    /// Every item of every list, depth first: each before those in it, with its words, its path and what lies in it.
    ///
    /// ```
    /// let document = gongwen::parse("一、减税\n重点是：一是退税，二是缓缴。\n二、降费\n");
    /// let headings: Vec<&str> = document.items().map(|item| item.heading()).collect();
    /// assert_eq!(headings, ["减税", "退税", "缓缴", "降费"]);
    /// ```
    pub fn items(&self) -> Items<'_> {
        Items::of(self)
    }

    /// The innermost item at a byte offset, such as the start of a target. Of lists that overlap, the one that begins last has
    /// the place. Takes time in proportion to the depth of the item.
    ///
    /// ```
    /// let document = gongwen::parse("一、种粮。\n二、养殖。生猪存栏达到6万头。\n");
    /// let target = &document.targets()[0];
    /// assert_eq!(document.item_at(target.span.start).unwrap().heading(), "养殖");
    /// ```
    pub fn item_at(&self, offset: usize) -> Option<Item<'_>> {
        item::at(self, offset)
    }

    /// The fuller title that a short one means, followed to its end, by a step for each short name on the way.
    ///
    /// ```
    /// let document = gongwen::parse("按照《江北区消防规划》（以下简称《规划》），落实《规划》任务。");
    /// let short = document.titles().next_back().unwrap();
    /// assert_eq!(document.fuller_title(short).unwrap().name, "江北区消防规划");
    /// ```
    pub fn fuller_title(&self, title: &Title) -> Option<&Title> {
        let mut target = None;
        let mut next = title.refers_to;
        // A reference leads back to an earlier title, so the way is finite.
        while let Some(Entity::Title(title)) = next.and_then(|i| self.entities.get(i)) {
            target = Some(&**title);
            next = title.refers_to.filter(|earlier| Some(*earlier) < next);
        }
        target
    }

    /// The title that a provision is of: the full one, where a short one stands before it. None for 本法 and other words.
    ///
    /// ```
    /// let text = "依照《船员条例》（以下简称《条例》），违反《条例》第九条、第十条的，罚款。";
    /// let document = gongwen::parse(text);
    /// let laws = document.provisions().filter_map(|provision| document.law_of(provision));
    /// assert_eq!(laws.map(|law| law.name.as_str()).collect::<Vec<_>>(), ["船员条例", "船员条例"]);
    /// ```
    pub fn law_of(&self, provision: &Provision) -> Option<&Title> {
        match self.entities.get(provision.title?)? {
            Entity::Title(title) => Some(self.fuller_title(title).unwrap_or(title)),
            _ => None,
        }
    }

    /// The time that another one takes its days from: see [`TimeExpr::inferred_from`].
    ///
    /// ```
    /// let document = gongwen::parse("自2021年1月1日起三年内评估。");
    /// let term = document.times().last().unwrap();
    /// assert_eq!(document.inferred_from(term).unwrap().value.to_string(), "2021-01-01");
    /// ```
    pub fn inferred_from(&self, time: &TimeExpr) -> Option<&TimeExpr> {
        match self.entities.get(time.inferred_from?)? {
            Entity::Time(earlier) => Some(earlier),
            _ => None,
        }
    }

    /// The line and the columns of an offset. Takes time in proportion to the offset: see [`positions`](Self::positions) for
    /// many of them.
    ///
    /// ```
    /// let document = gongwen::parse("通知\n2月31日报到。\n");
    /// let start = document.position(document.diagnostics()[0].span.start);
    /// assert_eq!((start.line, start.column), (2, 1));
    /// ```
    pub fn position(&self, offset: usize) -> Position {
        Position::of(&self.text, offset)
    }

    /// Offsets in characters, in UTF-16 and as lines and columns: made once, for any number of places.
    ///
    /// ```
    /// let document = gongwen::parse("拟建𠮷林桥2座。");
    /// let positions = document.positions();
    /// let bridges = document.quantities().next().unwrap().span;
    /// assert_eq!((bridges.start, positions.chars(bridges.start), positions.utf16(bridges.start)), (16, 5, 6));
    /// ```
    pub fn positions(&self) -> Positions<'_> {
        Positions::of(&self.text)
    }

    /// The same document with a text of its own.
    ///
    /// ```
    /// let document = {
    ///     let text = String::from("本市辖9区。");
    ///     gongwen::parse(&text).into_owned()
    /// };
    /// assert_eq!(document.text(), "本市辖9区。");
    /// ```
    pub fn into_owned(self) -> Document<'static> {
        Document {
            text: Cow::Owned(self.text.into_owned()),
            entities: self.entities,
            lists: self.lists,
            targets: self.targets,
            diagnostics: self.diagnostics,
        }
    }
}
