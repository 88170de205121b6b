//! Items of a document with where they stand in it.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use crate::document::{Document, Entity};
use crate::marker::Style;
use crate::outline::{self, TaskItem, TaskList};
use crate::span::Span;
use crate::target::Target;

/// An item of a document and where it stands: its words, its list, the items around it, and what lies in it.
///
/// ```
/// let text = "一、任务\n（一）治水。重点抓三件事：一是截污，二是清淤30公里，三是补水。\n";
/// let document = gongwen::parse(text);
/// let item = document.items().find(|item| item.heading().starts_with("清淤")).unwrap();
/// assert_eq!((item.ordinal(), item.marker(), item.depth()), (2, "二是", 2));
/// assert_eq!(item.text(), "二是清淤30公里，");
/// let path: Vec<&str> = item.path().map(|item| item.marker()).collect();
/// assert_eq!(path, ["一、", "（一）", "二是"]);
/// assert_eq!(item.entities().len(), 1);
/// ```
#[derive(Clone)]
pub struct Item<'d> {
    document: &'d Document<'d>,
    list: &'d TaskList,
    this: &'d TaskItem,
    depth: usize,
    parent: Option<Arc<Item<'d>>>,
}

impl<'d> Item<'d> {
    /// Its number.
    pub const fn ordinal(&self) -> u32 {
        self.this.ordinal
    }

    /// How it and its siblings are marked.
    pub const fn style(&self) -> Style {
        self.list.style
    }

    /// 一是, （一）, 第三条
    pub fn marker(&self) -> &'d str {
        self.document.slice(self.this.marker)
    }

    /// The words that name it, if any: see [`TaskItem::heading`].
    pub fn heading(&self) -> &'d str {
        self.document.slice(self.this.heading)
    }

    /// What stands behind marker and heading, with the lists in it, but for the mark between and white space around.
    ///
    /// ```
    /// let document = gongwen::parse("（一）保供。备煤20万吨。\n（二）稳价。\n");
    /// let bodies: Vec<&str> = document.items().map(|item| item.body()).collect();
    /// assert_eq!(bodies, ["备煤20万吨。", ""]);
    /// ```
    pub fn body(&self) -> &'d str {
        let ends = |c: char| c.is_whitespace() || "。！？，；：…!?,;:.、".contains(c);
        self.document.slice(self.this.body()).trim_start_matches(ends).trim_end()
    }

    /// The whole of it: marker, heading and body.
    pub fn text(&self) -> &'d str {
        self.document.slice(self.this.span)
    }

    /// What of it stands in none of the lists in it: the words before the first, between two and behind the last one.
    ///
    /// ```
    /// let text = "（一）防汛。做到：一是巡堤，二是清障。\n此外，备沙袋。\n（二）抗旱。\n";
    /// let document = gongwen::parse(text);
    /// let item = document.items().next().unwrap();
    /// let own: Vec<&str> = item.own_spans().map(|span| document.slice(span).trim()).collect();
    /// assert_eq!(own, ["（一）防汛。做到：", "此外，备沙袋。"]);
    /// ```
    pub fn own_spans(&self) -> impl Iterator<Item = Span> + use<'d> {
        let Span { start, end } = self.this.span;
        let mut from = start;
        let ends = self.this.lists.iter().map(|list| list.span).chain([Span::new(end, end)]);
        ends.filter_map(move |list| {
            let own = Span::new(from, list.start);
            from = from.max(list.end);
            (!own.is_empty()).then_some(own)
        })
    }

    /// Where it stands, marker and all.
    ///
    /// ```
    /// let document = gongwen::parse("会议强调：一是修路，二是架桥。");
    /// let item = document.items().next().unwrap();
    /// assert_eq!(document.slice(item.span()), item.text());
    /// ```
    pub const fn span(&self) -> Span {
        self.this.span
    }

    /// The item itself, with the places of all these.
    pub const fn item(&self) -> &'d TaskItem {
        self.this
    }

    /// The list that it is an item of.
    pub const fn list(&self) -> &'d TaskList {
        self.list
    }

    /// The lists in it.
    pub fn lists(&self) -> &'d [TaskList] {
        &self.this.lists
    }

    /// The entities in it, those of the lists in it as well.
    pub fn entities(&self) -> &'d [Entity] {
        self.document.entities_in(self.this.span)
    }

    /// The targets in it, those of the lists in it as well.
    pub fn targets(&self) -> &'d [Target] {
        self.document.targets_in(self.this.span)
    }

    /// How many items it stands in.
    pub const fn depth(&self) -> usize {
        self.depth
    }

    /// The item that its list stands in.
    ///
    /// ```
    /// let document = gongwen::parse("一、林业\n（一）造林。\n（二）护林。\n");
    /// let item = document.items().nth(2).unwrap();
    /// assert_eq!(item.parent().unwrap().heading(), "林业");
    /// assert!(item.parent().unwrap().parent().is_none());
    /// ```
    pub fn parent(&self) -> Option<&Self> {
        self.parent.as_deref()
    }

    /// The items that lead to it, from the outermost to itself: 三、 → （二） → 一是.
    ///
    /// ```
    /// let document = gongwen::parse("三、监管\n（二）执法。做到：一是亮证，二是录像。\n");
    /// let last = document.items().last().unwrap();
    /// let path: Vec<&str> = last.path().map(|item| item.marker()).collect();
    /// assert_eq!(path.join(" → "), "三、 → （二） → 二是");
    /// ```
    pub fn path(&self) -> impl DoubleEndedIterator<Item = &Self> + ExactSizeIterator {
        let mut path: Vec<&Self> = core::iter::successors(Some(self), |item| item.parent()).collect();
        path.reverse();
        path.into_iter()
    }
}

/// Shows its own words, not the document that it is a view of: `Item { path: ["一、", "（一）"], heading: "治水", .. }`.
impl fmt::Debug for Item<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path: Vec<&str> = self.path().map(Item::marker).collect();
        f.debug_struct("Item").field("path", &path).field("heading", &self.heading()).finish_non_exhaustive()
    }
}

/// The items of a document, depth first: see [`Document::items`].
#[derive(Clone)]
#[must_use]
pub struct Items<'d> {
    document: &'d Document<'d>,
    /// What is still to come, the next last.
    stack: Vec<Level<'d>>,
}

/// The lists in one item, from the next of their items on.
#[derive(Clone)]
struct Level<'d> {
    list: &'d TaskList,
    items: &'d [TaskItem],
    lists: &'d [TaskList],
    parent: Option<Arc<Item<'d>>>,
}

/// The innermost item at a place.
pub(crate) fn at<'d>(document: &'d Document<'d>, offset: usize) -> Option<Item<'d>> {
    let mut found: Option<Item<'d>> = None;
    let mut lists = document.lists();
    let place = Span::new(offset, offset.saturating_add(1));
    loop {
        let Some((list, Some(item))) = outline::around(lists, place) else { return found };
        let parent = found.map(Arc::new);
        let depth = parent.as_ref().map_or(0, |parent| parent.depth + 1);
        lists = &item.lists;
        found = Some(Item { document, list, this: item, depth, parent });
    }
}

impl<'d> Items<'d> {
    pub(crate) fn of(document: &'d Document<'d>) -> Self {
        let mut items = Self { document, stack: Vec::new() };
        items.enter(document.lists(), None);
        items
    }

    fn enter(&mut self, lists: &'d [TaskList], parent: Option<Arc<Item<'d>>>) {
        if let Some((list, lists)) = lists.split_first() {
            self.stack.push(Level { list, items: &list.items, lists, parent });
        }
    }
}

impl<'d> Iterator for Items<'d> {
    type Item = Item<'d>;

    fn next(&mut self) -> Option<Item<'d>> {
        loop {
            let level = self.stack.last_mut()?;
            let Some((item, items)) = level.items.split_first() else {
                let level = self.stack.pop()?;
                self.enter(level.lists, level.parent);
                continue;
            };
            level.items = items;
            let (document, list, parent) = (self.document, level.list, level.parent.clone());
            let depth = parent.as_ref().map_or(0, |parent| parent.depth + 1);
            let found = Item { document, list, this: item, depth, parent };
            if !item.lists.is_empty() {
                self.enter(&item.lists, Some(Arc::new(found.clone())));
            }
            return Some(found);
        }
    }
}

impl core::iter::FusedIterator for Items<'_> {}

/// Shows the items that are still to come.
impl fmt::Debug for Items<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;

    const TEXT: &str = "一、目标\n到2030年，绿地率达到40%。\n二、任务\n（一）修路。新建公路20公里。重点是：\
                        一是抓设计，二是抓2026年施工。\n（二）架桥。\n三、保障\n";

    #[test]
    fn paths() {
        let document = crate::parse(TEXT);
        let paths: Vec<String> = document
            .items()
            .map(|item| {
                assert_eq!(item.path().len(), item.depth() + 1);
                item.path().map(Item::marker).collect::<Vec<_>>().join(" ")
            })
            .collect();
        assert_eq!(
            paths,
            ["一、", "二、", "二、 （一）", "二、 （一） 一是", "二、 （一） 二是", "二、 （二）", "三、"]
        );
    }

    #[test]
    fn items_at_places() {
        let document = crate::parse(TEXT);
        let at = |words: &str| {
            let item = document.item_at(TEXT.find(words)?)?;
            Some(item.path().map(Item::marker).collect::<String>())
        };
        assert_eq!(at("新建").as_deref(), Some("二、（一）"));
        assert_eq!(at("2026年").as_deref(), Some("二、（一）二是"));
        assert_eq!(at("架桥").as_deref(), Some("二、（二）"));
        assert_eq!(at("一、").as_deref(), Some("一、"));
        assert!(document.item_at(TEXT.len()).is_none());
        assert!(crate::parse("一、修路").item_at("一、修路".len()).is_none());
        assert!(document.item_at(usize::MAX).is_none());
    }

    /// Of many lists side by side each place is in its own.
    #[test]
    fn items_of_lists_side_by_side() {
        let text = "一是修路。二是架桥。\n此外。\n".repeat(50);
        let document = crate::parse(&text);
        assert_eq!(document.lists().len(), 50);
        for (at, _) in text.match_indices("架桥") {
            let item = document.item_at(at).unwrap();
            assert!(item.marker() == "二是" && item.span().contains(Span::new(at, at + 6)), "{at}");
        }
        for (at, _) in text.match_indices("此外") {
            assert!(document.item_at(at).is_none(), "{at}");
        }
    }

    #[test]
    fn words_of_its_own() {
        let document = crate::parse(TEXT);
        let own: Vec<String> = document
            .items()
            .map(|item| {
                item.own_spans().map(|span| document.slice(span).trim()).collect::<Vec<_>>().join("|")
            })
            .collect();
        assert_eq!(
            own,
            [
                "一、目标\n到2030年，绿地率达到40%。",
                "二、任务",
                "（一）修路。新建公路20公里。重点是：",
                "一是抓设计，",
                "二是抓2026年施工。",
                "（二）架桥。",
                "三、保障"
            ]
        );
    }

    #[test]
    fn what_an_item_says() {
        let document = crate::parse(TEXT);
        let items: Vec<_> = document.items().collect();
        let road = &items[2];
        assert_eq!((road.marker(), road.heading(), road.ordinal()), ("（一）", "修路", 1));
        assert_eq!(road.parent().map(Item::heading), Some("任务"));
        assert!(road.body().starts_with("新建公路20公里。"));
        assert_eq!([road.marker(), road.heading(), "。", road.body()].concat(), road.text().trim_end());
        assert_eq!((road.entities().len(), road.targets().len(), road.lists().len()), (2, 1, 1));
        assert_eq!(items[0].targets().len(), 1);
        assert_eq!(items[4].entities().len(), 1);
        assert!(items[6].entities().is_empty() && items[6].parent().is_none());
    }
}
