//! What must hold of any document, whatever the text. Shared by the tests and by `fuzz/`.

use std::collections::{HashMap, HashSet};
use std::fmt::Debug;

use gongwen::numeral::Script;
use gongwen::{
    Amount, Diagnostic, Document, Entity, Item, Locator, Place, Provision, Quantity, Span, Target,
    TargetAmount, TaskList, TimeExpr, Title,
};

/// Panics with the passage and the law if the document breaks one.
pub fn check(text: &str, document: &Document<'_>) {
    assert_eq!(document.text(), text, "the text is kept as it was given");
    let laws = Laws { text };
    laws.entities(document.entities());
    laws.lists(document.lists(), Span::new(0, text.len()), 1);
    laws.targets(document);
    laws.diagnostics(document.diagnostics());
    questions(document);
    owned(document);
    json(document);
}

struct Laws<'t> {
    text: &'t str,
}

impl Laws<'_> {
    /// In bounds and on character boundaries; everything else relies on it.
    fn span(&self, span: Span, what: &str) {
        let Span { start, end } = span;
        assert!(start <= end, "{what}: {span:?} runs backwards");
        assert!(end <= self.text.len(), "{what}: {span:?} ends behind the text of {} bytes", self.text.len());
        assert!(
            self.text.is_char_boundary(start) && self.text.is_char_boundary(end),
            "{what}: {span:?} cuts a character"
        );
    }

    /// A span that must cover something.
    fn passage(&self, span: Span, what: &str) {
        self.span(span, what);
        assert!(!span.is_empty(), "{what}: {span:?} is empty");
    }

    /// A span of words that were read in a sentence: it has no blanks at its edges.
    fn words(&self, span: Span, what: &str) {
        self.span(span, what);
        let words = &self.text[span.range()];
        let blank = |c| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{a0}' | '\u{3000}');
        assert_eq!(words.trim_matches(blank), words, "{what}: {span:?} has blanks at its edges");
    }

    /// The sentence at a span, for messages.
    fn around(&self, span: Span) -> &str {
        let start = self.text[..span.start].rfind(['。', '\n']).map_or(0, |at| at + 1);
        let start = (start..=span.start).find(|at| self.text.is_char_boundary(*at)).unwrap_or(span.start);
        &self.text[start..span.end]
    }

    fn entities(&self, entities: &[Entity]) {
        let mut end = 0;
        for (i, entity) in entities.iter().enumerate() {
            self.extent(i, entities);
            let span = entity.span();
            self.passage(span, "entity");
            assert!(end <= span.start, "entity {i} at {span:?} overlaps the one that ends at {end}");
            end = span.end;
            match entity {
                Entity::Title(title) => self.title(title, i, entities),
                Entity::Abbreviation(a) => {
                    self.passage(a.full, "full name");
                    assert!(!a.short.is_empty(), "a short name of no characters at {span:?}");
                }
                Entity::Provision(provision) => self.provision(provision, i, entities),
                Entity::Time(time) => {
                    self.time(time);
                    if let Some(earlier) = time.inferred_from {
                        assert!(time.first.is_some(), "time {i} has no days, inferred from {earlier}");
                        assert!(earlier < i, "time {i} is inferred from what follows, {earlier}");
                        assert!(
                            matches!(entities[earlier], Entity::Time(_)),
                            "time {i} is inferred from {earlier}, which is none"
                        );
                    }
                }
                Entity::Quantity(quantity) => self.quantity(quantity),
                Entity::DocumentNumber(number) => {
                    assert!(!number.reference.serial.is_empty(), "a document number without one at {span:?}");
                }
                other => panic!("a kind of entity that no law knows: {other:?}"),
            }
        }
    }

    /// The words that bound an entity belong to no other one.
    fn extent(&self, i: usize, entities: &[Entity]) {
        let extent = match &entities[i] {
            // The number of a title may stand in its brackets as an entity of its own.
            Entity::Title(title) => title.span,
            entity => entity.extent(),
        };
        let before = i.checked_sub(1).map_or(0, |i| entities[i].span().end);
        let behind = entities.get(i + 1).map_or(self.text.len(), |next| next.span().start);
        assert!(
            before <= extent.start && extent.end <= behind,
            "entity {i} has words of another: {}",
            self.around(extent)
        );
    }

    fn title(&self, title: &Title, index: usize, entities: &[Entity]) {
        assert!(!title.name.is_empty(), "a title without a name at {:?}", title.span);
        if let Some(earlier) = title.refers_to {
            assert!(earlier < index, "title {index} refers ahead, to {earlier}");
            assert!(
                matches!(entities[earlier], Entity::Title(_)),
                "title {index} refers to {earlier}, which is no title"
            );
        }
        if let Some(period) = title.period {
            round_trip(&period);
        }
        self.passage(title.extent, "extent of a title");
        assert!(
            title.extent.contains(title.span),
            "extent {:?} of a title at {:?}",
            title.extent,
            title.span
        );
        let mut end = title.span.start;
        for inner in &title.inner {
            self.passage(inner.span, "inner title");
            assert!(
                title.span.contains(inner.span) && inner.span != title.span,
                "{:?} is not inside {:?}",
                inner.span,
                title.span
            );
            assert!(end <= inner.span.start, "inner title {:?} begins before {end}", inner.span);
            end = inner.span.end;
            self.title(inner, index, entities);
        }
    }

    fn provision(&self, provision: &Provision, index: usize, entities: &[Entity]) {
        let Locator { start, end, .. } = provision.locator;
        let somewhere = |place: Place| place.article.or(place.paragraph).or(place.item).or(place.sub_item);
        assert!(somewhere(start).is_some(), "a provision without a number at {:?}", provision.span);
        assert!(start.sub_article.is_none() || start.article.is_some(), "a sub-article of no article");
        assert!(end.is_none_or(|end| start < end), "{} runs backwards", provision.locator);
        assert_ne!(
            provision.title.is_some(),
            provision.law.is_some(),
            "of both or of neither: {}",
            self.around(provision.span)
        );
        assert_eq!(provision.law.is_some(), provision.law_span.is_some(), "{provision:?}");
        if let Some(law) = provision.law_span {
            self.passage(law, "law");
            self.words(law, "law");
            assert!(law.end <= provision.span.start, "{law:?} runs into {:?}", provision.span);
            let among = entities.partition_point(|entity| entity.span().end <= law.start);
            let other = &entities[among];
            assert!(
                law.end <= other.span().start || matches!(other, Entity::Abbreviation(_)),
                "the law of provision {index} is in another entity: {}",
                self.around(provision.span)
            );
        }
        if let Some(title) = provision.title {
            assert!(title < index, "provision {index} is of a later title {title}");
            assert!(matches!(entities[title], Entity::Title(_)), "provision {index} is of no title");
        }
        round_trip(&provision.locator);
        // An item alone is written as a paragraph is on the mainland.
        if start.item.is_none() || start.article.or(start.paragraph).is_some() {
            let written = provision.locator.written(Script::Traditional).to_string();
            assert_eq!(written.parse(), Ok(provision.locator), "{written:?} does not read back");
        }
    }

    fn time(&self, time: &TimeExpr) {
        self.passage(time.span, "time");
        self.span(time.extent, "extent of a time");
        assert!(time.extent.contains(time.span), "extent {:?} of a time at {:?}", time.extent, time.span);
        assert_eq!(time.first.is_some(), time.last.is_some(), "half a resolution at {:?}", time.span);
        if let (Some(first), Some(last)) = (time.first, time.last) {
            assert!(first <= last, "{first} to {last} at {:?}", time.span);
        }
        round_trip(&time.value);
    }

    fn quantity(&self, quantity: &Quantity) {
        self.passage(quantity.span, "quantity");
        self.span(quantity.extent, "extent of a quantity");
        assert!(
            quantity.extent.contains(quantity.span),
            "extent {:?} of a quantity at {:?}",
            quantity.extent,
            quantity.span
        );
        if let Some(measure) = quantity.in_base_units() {
            let ordered = measure.low <= measure.high;
            assert!(ordered, "{} of a quantity at {:?} runs back", measure, quantity.span);
        }
        if let Some(noun) = quantity.noun {
            self.passage(noun, "noun");
            self.words(noun, "noun");
            let name = &self.text[noun.range()];
            assert!(!name.contains('。'), "a noun of two sentences: {name:?}");
            assert!(
                quantity.span.end <= noun.start,
                "noun {noun:?} begins in its quantity {:?}",
                quantity.span
            );
        }
        if let Amount::Range { low, high } = quantity.amount {
            assert!(low <= high, "{low} to {high} at {:?}", quantity.span);
        }
        round_trip(&quantity.amount);
    }

    fn lists(&self, lists: &[TaskList], within: Span, depth: usize) {
        assert!(lists.is_empty() || depth <= TaskList::MAX_DEPTH, "lists {depth} deep in {within:?}");
        let mut from = within.start;
        for list in lists {
            self.passage(list.span, "list");
            assert!(within.contains(list.span), "list {:?} is not within {within:?}", list.span);
            assert!(from <= list.span.start, "list {:?} stands before {from}", list.span);
            from = list.span.start;
            if let Some(lead) = list.lead {
                self.passage(lead, "lead");
                assert!(lead.end <= list.span.start, "lead {lead:?} runs into its list {:?}", list.span);
            }
            if let Some(announcement) = &list.announcement {
                let lead = list.lead.unwrap_or_else(|| panic!("{announcement:?} without a lead"));
                assert!(
                    announcement.verb.is_some() || announcement.count.is_some(),
                    "nothing in {announcement:?}"
                );
                assert!(
                    announcement.verb.is_some() || announcement.speaker.is_none(),
                    "{announcement:?} says nothing"
                );
                for span in [announcement.verb, announcement.speaker].into_iter().flatten() {
                    self.passage(span, "announcement");
                    assert!(lead.contains(span), "{span:?} is not in its lead {lead:?}");
                }
            }
            let inside = list.items.iter().flat_map(|item| &item.lists);
            assert!(
                !list.contents || inside.clone().all(|l| l.contents),
                "text in the contents {:?}",
                list.span
            );
            assert!(!list.items.is_empty(), "list {:?} has no items", list.span);
            let mut end = list.span.start;
            for item in &list.items {
                self.passage(item.span, "item");
                self.passage(item.marker, "marker");
                self.words(item.heading, "heading");
                assert!(list.span.contains(item.span), "item {:?} is not in {:?}", item.span, list.span);
                assert!(end <= item.span.start, "item {:?} begins before {end}", item.span);
                end = item.span.end;
                assert!(item.ordinal >= 1, "item {:?} has ordinal 0", item.span);
                assert_eq!(item.marker.start, item.span.start, "marker of {:?}", item.span);
                assert!(item.span.contains(item.marker), "marker {:?} of {:?}", item.marker, item.span);
                assert!(item.span.contains(item.heading), "heading {:?} of {:?}", item.heading, item.span);
                assert!(item.marker.end <= item.heading.start, "heading {:?} in its marker", item.heading);
                self.span(item.body(), "body");
                self.lists(&item.lists, Span::new(item.marker.end, item.span.end), depth + 1);
            }
            let (first, last) = (&list.items[0], &list.items[list.items.len() - 1]);
            assert_eq!(
                list.span,
                Span::new(first.span.start, last.span.end),
                "a list runs from its first marker to the end of its last item"
            );
        }
    }

    fn measure(&self, measure: &TargetAmount) {
        match measure {
            TargetAmount::Quantity(quantity) => self.quantity(quantity),
            TargetAmount::Duration(time) => self.time(time),
            other => panic!("{other:?} is unknown here"),
        }
    }

    fn targets(&self, document: &Document<'_>) {
        let entities: HashMap<Span, &Entity> = document.entities().iter().map(|e| (e.span(), e)).collect();
        let is_entity = |measure: &TargetAmount| {
            let entity = match measure.clone() {
                TargetAmount::Quantity(quantity) => Entity::Quantity(quantity),
                TargetAmount::Duration(time) => Entity::Time(time),
                other => panic!("{other:?} is unknown here"),
            };
            entities.get(&measure.span()) == Some(&&entity)
        };
        let mut amounts = HashSet::new();
        let mut from = 0;
        for target in document.targets() {
            self.passage(target.span, "target");
            self.passage(target.subject, "subject");
            self.words(target.subject, "subject");
            self.measure(&target.amount);
            assert!(from <= target.amount.span().start, "target {:?} is out of order", target.span);
            from = target.amount.span().start;
            assert!(
                amounts.insert(target.amount.span()),
                "two targets of one amount {:?}",
                target.amount.span()
            );
            assert!(
                target.span.contains(target.amount.span()),
                "target {:?} without its amount {:?}",
                target.span,
                target.amount.span()
            );
            assert!(
                is_entity(&target.amount),
                "{:?} is no entity: {}",
                target.amount,
                self.around(target.span)
            );
            if let Some(baseline) = &target.baseline {
                self.measure(baseline);
                assert!(
                    is_entity(baseline),
                    "baseline {baseline:?} is no entity: {}",
                    self.around(target.span)
                );
            }
            if let Some(cue) = target.cue {
                self.passage(cue, "cue");
                self.words(cue, "cue");
            }
            assert!(target.due.is_none() || target.inherited_due.is_none(), "a time of its own and another");
            if let Some(due) = target.due.as_ref().or(target.inherited_due.as_ref()) {
                self.time(due);
                assert!(
                    entities.get(&due.span) == Some(&&Entity::Time(*due)),
                    "due {due:?} is no entity: {}",
                    self.around(target.span)
                );
            }
        }
    }

    fn diagnostics(&self, diagnostics: &[Diagnostic]) {
        for diagnostic in diagnostics {
            self.span(diagnostic.span, "diagnostic");
            assert!(!diagnostic.to_string().is_empty());
        }
        assert!(diagnostics.is_sorted_by_key(|d| d.span), "diagnostics are out of order");
    }
}

/// A value's notation reads back as the value.
fn round_trip<T: ToString + std::str::FromStr + PartialEq + Debug>(value: &T) {
    let written = value.to_string();
    assert_eq!(written.parse::<T>().ok().as_ref(), Some(value), "{written:?} does not read back");
}

/// Whether an item and those around it have the place at which it begins: of lists that overlap the one that begins last has it,
/// of the eight before it.
fn has_its_place(document: &Document<'_>, item: &Item<'_>) -> bool {
    let start = item.span().start;
    item.path().all(|item| {
        let beside = item.parent().map_or(document.lists(), Item::lists);
        let begun = beside.partition_point(|list| list.span.start <= start);
        let mut before = beside[..begun].iter().rev().take(8);
        before.find(|list| start < list.span.end).is_some_and(|list| std::ptr::eq(list, item.list()))
    })
}

/// The own words of all items and what stands in no list are the whole text, but for margins and page numbers between items.
fn every_character_is_in_a_chunk(document: &Document<'_>) {
    let text = document.text();
    let mut seen = vec![false; text.len()];
    let mut from = 0;
    for list in document.lists() {
        seen[from.min(list.span.start)..list.span.start].fill(true);
        from = from.max(list.span.end);
    }
    seen[from..].fill(true);
    for item in document.items() {
        for span in item.own_spans() {
            assert!(item.span().contains(span) && !span.is_empty(), "{span:?} of {:?}", item.span());
            seen[span.range()].fill(true);
        }
    }
    let says = |c: char| {
        c.is_alphanumeric() || matches!(c, '，' | '。' | '；' | '、' | '：' | '%' | '％' | '“' | '”')
    };
    // The number of a page stands before a marker, with nothing between that says anything: 15三、.
    let starts: HashSet<usize> = document.items().map(|item| item.span().start).collect();
    let of_page = |at: usize| {
        let between = |c: &char| c.is_ascii_digit() || !says(*c);
        let number: usize = text[at..].chars().take_while(between).map(char::len_utf8).sum();
        text[at..].starts_with(|c: char| c.is_ascii_digit())
            && (at + 1..=at + number).any(|at| starts.contains(&at))
    };
    for (at, c) in text.char_indices().filter(|(at, c)| !seen[*at] && says(*c)) {
        assert!(of_page(at), "{c} at {at} is in no chunk");
    }
}

/// The questions a document answers agree with its parts.
fn questions(document: &Document<'_>) {
    fn count(lists: &[TaskList]) -> usize {
        lists.iter().flat_map(|l| &l.items).map(|item| 1 + count(&item.lists)).sum()
    }
    let text = document.text();
    assert_eq!(document.items().count(), count(document.lists()), "items() visits every item once");
    let start = Span::new(0, text.len());
    assert_eq!(document.entities_in(start), document.entities());
    assert_eq!(document.targets_in(start).len(), document.targets().len());
    for entity in document.entities() {
        let Span { start, end } = entity.span();
        assert_eq!(document.entity_at(start), Some(entity));
        assert_ne!(document.entity_at(end), Some(entity));
    }
    for target in document.targets() {
        let there = document.target_at(target.amount.span().start);
        assert!(
            there.is_some_and(|t| t.span.len() <= target.span.len()),
            "{there:?} is at {:?}",
            target.amount
        );
    }
    let mut from = 0;
    for (span, short) in document.abbreviation_uses() {
        assert_eq!(document.slice(span), short.short);
        assert!(from.max(short.span.end) <= span.start, "{short:?} is used at {span:?}, before {from}");
        from = span.end;
    }
    for item in document.items() {
        let span = item.item().span;
        assert!(item.entities().iter().all(|e| span.contains(e.span())));
        assert!(
            [item.marker(), item.heading(), item.body()].map(str::len).iter().sum::<usize>() <= span.len()
        );
        assert_eq!(item.path().len(), item.depth() + 1);
        if let Some(outer) = item.parent() {
            assert!(
                outer.item().span.contains(span),
                "{span:?} is not in its parent {:?}",
                outer.item().span
            );
            assert!(outer.lists().contains(item.list()), "a parent has the list of {span:?}");
        }
        let there = document.item_at(span.start);
        let itself = there.as_ref().is_some_and(|there| std::ptr::eq(there.item(), item.item()));
        assert_eq!(itself, has_its_place(document, &item), "{there:?} is at {span:?}");
    }
    // A sentence takes time in proportion to itself, so only some are asked for.
    for entity in document.entities().iter().take(16) {
        let sentence = document.sentence(entity.span());
        Laws { text }.passage(sentence, "sentence");
        assert!(sentence.contains(entity.span()), "{sentence:?} is the sentence of {:?}", entity.span());
    }
    every_character_is_in_a_chunk(document);
    for provision in document.provisions() {
        assert_eq!(document.law_of(provision).is_some(), provision.title.is_some(), "{provision:?}");
    }
    for time in document.times() {
        assert_eq!(document.inferred_from(time).is_some(), time.inferred_from.is_some(), "{time:?}");
    }
    let kinds = [
        document.titles().count(),
        document.document_numbers().count(),
        document.abbreviations().count(),
        document.provisions().count(),
        document.times().count(),
        document.quantities().count(),
    ];
    assert_eq!(kinds.iter().sum::<usize>(), document.entities().len());
    for title in document.titles().filter(|t| t.refers_to.is_some()) {
        let fuller = document.fuller_title(title);
        assert!(fuller.is_some_and(|f| f.span.end <= title.span.start), "{title:?} resolves to {fuller:?}");
    }
    // A position takes time in proportion to its offset, so only the ends are asked for.
    let last = document.position(text.len());
    assert_eq!(document.positions().position(text.len()), last);
    // A line ends with \r\n, \n or \r.
    assert_eq!(last.line, text.matches(['\n', '\r']).count() - text.matches("\r\n").count() + 1);
    assert_eq!((document.position(0).line, document.position(0).column), (1, 1));
}

fn owned(document: &Document<'_>) {
    let owned: Document<'static> = document.clone().into_owned();
    assert_eq!(owned.text(), document.text());
    assert_eq!(owned.entities(), document.entities());
    assert_eq!(owned.lists(), document.lists());
    assert_eq!(owned.targets(), document.targets());
    assert_eq!(owned.diagnostics(), document.diagnostics());
}

fn json(document: &Document<'_>) {
    // By way of a string, as users go: what reads it refuses 128 levels.
    let written = serde_json::to_string(document).expect("a document is plain data");
    let mut value: serde_json::Value = serde_json::from_str(&written).expect("what was written is JSON");
    for key in ["entities", "lists", "targets", "diagnostics"] {
        assert!(value[key].is_array(), "{key} is missing");
    }
    // A macro, because a generic function would have to name serde, which the tests do not depend on.
    macro_rules! reads_back {
        ($key:literal, $part:ty, $parts:expr) => {
            match serde_json::from_value::<Vec<$part>>(value[$key].take()) {
                Ok(read) => assert_eq!(read, $parts, "{} read back otherwise", $key),
                Err(e) => panic!("{} do not read back: {e}", $key),
            }
        };
    }
    reads_back!("entities", Entity, document.entities());
    reads_back!("lists", TaskList, document.lists());
    // What reads a type refuses levels of its own accord.
    let lists = serde_json::to_string(document.lists()).expect("lists are plain data");
    assert_eq!(serde_json::from_str::<Vec<TaskList>>(&lists).expect("lists read back"), document.lists());
    reads_back!("targets", Target, document.targets());
    reads_back!("diagnostics", Diagnostic, document.diagnostics());
}
