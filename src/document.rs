//! What was found in a text, and the questions one asks of it.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::document_number::DocumentNumber;
use crate::error::Diagnostic;
use crate::item::{self, Item, Items};
use crate::outline::TaskList;
use crate::provision::Provision;
use crate::quantity::Quantity;
use crate::span::{Position, Span};
use crate::target::Target;
use crate::time::TimeExpr;
use crate::title::{Abbreviation, Title};

/// One thing found in a text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[cfg_attr(feature = "serde", serde(tag = "type", rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Entity {
    /// 《国家新型城镇化规划（2014—2020年）》
    Title(Title),
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
}

/// A parsed text: what it says, with the place each thing came from.
///
/// Entities are flat, in text order, and never overlap; lists nest. They are joined by place: see
/// [`entities_in`](Self::entities_in).
#[derive(Clone, Debug, PartialEq, Eq)]
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
    pub fn text(&self) -> &str {
        &self.text
    }

    /// A passage of the text.
    ///
    /// # Panics
    ///
    /// If the span is not from this document and does not fit its text.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// Everything found, in text order.
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// The titles 《…》, in text order.
    pub fn titles(&self) -> impl Iterator<Item = &Title> {
        self.entities.iter().filter_map(|e| if let Entity::Title(t) = e { Some(t) } else { None })
    }

    /// The document numbers, in text order.
    pub fn document_numbers(&self) -> impl Iterator<Item = &DocumentNumber> {
        self.entities.iter().filter_map(|e| if let Entity::DocumentNumber(n) = e { Some(n) } else { None })
    }

    /// The short names of things that are no titles, in text order.
    pub fn abbreviations(&self) -> impl Iterator<Item = &Abbreviation> {
        self.entities.iter().filter_map(|e| if let Entity::Abbreviation(a) = e { Some(a) } else { None })
    }

    /// The references to provisions of documents, in text order.
    pub fn provisions(&self) -> impl Iterator<Item = &Provision> {
        self.entities.iter().filter_map(|e| if let Entity::Provision(p) = e { Some(p) } else { None })
    }

    /// The times, in text order.
    pub fn times(&self) -> impl Iterator<Item = &TimeExpr> {
        self.entities.iter().filter_map(|e| if let Entity::Time(t) = e { Some(t) } else { None })
    }

    /// The quantities, in text order.
    pub fn quantities(&self) -> impl Iterator<Item = &Quantity> {
        self.entities.iter().filter_map(|e| if let Entity::Quantity(q) = e { Some(q) } else { None })
    }

    /// The targets, in text order.
    pub fn targets(&self) -> &[Target] {
        &self.targets
    }

    /// The outermost lists and outlines, in text order.
    pub fn lists(&self) -> &[TaskList] {
        &self.lists
    }

    /// What looks wrong, in text order.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The entities that lie within a passage.
    pub fn entities_in(&self, span: Span) -> &[Entity] {
        let from = self.entities.partition_point(|e| e.span().start < span.start);
        let len = self.entities[from..].partition_point(|e| e.span().end <= span.end);
        &self.entities[from..from + len]
    }

    /// The targets whose amount lies within a passage.
    pub fn targets_in(&self, span: Span) -> &[Target] {
        let from = self.targets.partition_point(|t| t.amount().start < span.start);
        let len = self.targets[from..].partition_point(|t| t.amount().end <= span.end);
        &self.targets[from..from + len]
    }

    /// The sentence that a passage begins in, to the end of the passage at least: between 。！？ or line breaks.
    ///
    /// ```
    /// let document = gongwen::parse("去年持平。今年产值增长5%，明年持平。");
    /// let target = &document.targets()[0];
    /// assert_eq!(document.slice(document.sentence(target.span)), "今年产值增长5%，明年持平。");
    /// ```
    ///
    /// # Panics
    ///
    /// If the span is not from this document and does not fit its text.
    pub fn sentence(&self, span: Span) -> Span {
        let ends = ['。', '！', '？', '\n'];
        let before = &self.text[..span.start];
        let start =
            before.rfind(ends).map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
        let start = start + before[start..].len() - before[start..].trim_start().len();
        let behind = &self.text[span.end..];
        let closed = self.text[..span.end].ends_with(ends);
        let end = behind.find(ends).map_or(behind.len(), |at| {
            // A line break is no part of it.
            at + behind[at..].chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8)
        });
        Span::new(start.min(span.start), if closed { span.end } else { span.end + end })
    }

    /// Every item of every list, depth first: each before those in it, with its words, its path and what lies in it.
    pub fn items(&self) -> Items<'_> {
        Items::of(self)
    }

    /// The innermost item at a byte offset, such as the start of a target.
    pub fn item_at(&self, offset: usize) -> Option<Item<'_>> {
        item::at(self, offset)
    }

    /// The fuller title that a short one means, followed to its end.
    pub fn resolve(&self, title: &Title) -> Option<&Title> {
        let mut target = None;
        let mut next = title.refers_to;
        // A reference leads back to an earlier title, so the way is finite.
        while let Some(Entity::Title(title)) = next.and_then(|i| self.entities.get(i)) {
            target = Some(title);
            next = title.refers_to.filter(|earlier| Some(*earlier) < next);
        }
        target
    }

    /// Where an offset is as a line and columns.
    pub fn position(&self, offset: usize) -> Position {
        Position::of(&self.text, offset)
    }

    /// The same document with a text of its own.
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
