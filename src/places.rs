//! Where entities stand in the normalized text.
//!
//! That is where they stand in the source, unless something was cut out of it: only then are places kept beside the entities.

use alloc::vec::Vec;
use core::ops::Range;

use crate::document::Entity;

/// Where an entity stands, alone and with the words that bound it.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub range: Range<usize>,
    pub extent: Range<usize>,
}

/// The places of some entities.
#[derive(Clone, Copy)]
pub(crate) struct Places<'e> {
    entities: &'e [Entity],
    /// Those of a text that something was cut out of.
    apart: Option<&'e [Place]>,
}

impl<'e> Places<'e> {
    pub fn new(entities: &'e [Entity], apart: Option<&'e Vec<Place>>) -> Self {
        Self { entities, apart: apart.map(Vec::as_slice) }
    }

    /// Where an entity stands.
    pub fn range(self, i: usize) -> Range<usize> {
        match self.apart {
            Some(places) => places[i].range.clone(),
            None => self.entities[i].span().range(),
        }
    }

    /// The same with the words that bound it.
    pub fn extent(self, i: usize) -> Range<usize> {
        match (self.apart, &self.entities[i]) {
            (Some(places), _) => places[i].extent.clone(),
            (None, Entity::Time(time)) => time.extent.range(),
            (None, Entity::Quantity(quantity)) => quantity.extent.range(),
            (None, entity) => entity.span().range(),
        }
    }

    /// How many entities begin before an offset.
    pub fn begun(self, at: usize) -> usize {
        self.partition_point(|range| range.start < at)
    }

    /// How many of them end there or before.
    pub fn ended(self, at: usize) -> usize {
        self.partition_point(|range| range.end <= at)
    }

    fn partition_point(self, before: impl Fn(Range<usize>) -> bool) -> usize {
        match self.apart {
            Some(places) => places.partition_point(|place| before(place.range.clone())),
            None => self.entities.partition_point(|entity| before(entity.span().range())),
        }
    }
}
