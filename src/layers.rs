//! What to look for, and what is left of a scan when only that is wanted.

use alloc::vec::Vec;
use core::fmt;
use core::ops::{BitOr, BitOrAssign};

use crate::document::Entity;
use crate::error::DiagnosticKind;
use crate::scan::Scanned;

/// What to look for in a text: see [`ParseOptions::layers`](crate::ParseOptions::layers).
///
/// | layer | reports |
/// |---|---|
/// | [`TITLES`](Self::TITLES) | titles, document numbers, short names and provisions |
/// | [`TIMES`](Self::TIMES) | times |
/// | [`QUANTITIES`](Self::QUANTITIES) | quantities |
/// | [`LISTS`](Self::LISTS) | lists and outlines |
/// | [`TARGETS`](Self::TARGETS) | targets, and what they are made of: times, quantities and the lists above them |
///
/// A layer is the same alone and beside others: what it reports does not change, nor do the remarks that come with it. An
/// index into the entities ([`Title::refers_to`](crate::Title::refers_to), [`Provision::title`](crate::Provision::title),
/// [`TimeExpr::inferred_from`](crate::TimeExpr::inferred_from)) counts those that are there.
///
/// ```
/// use gongwen::{Layers, ParseOptions};
/// let options = ParseOptions::new().layers(Layers::TITLES | Layers::LISTS);
/// let document = options.parse("《规划》提出：一是到2025年绿地率达到40%；二是建园3个。")?;
/// assert_eq!((document.titles().count(), document.lists().len()), (1, 1));
/// assert_eq!((document.times().count(), document.targets().len()), (0, 0));
/// # Ok::<(), gongwen::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Layers(u8);

impl Layers {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// Titles, document numbers, short names and provisions.
    pub const TITLES: Self = Self(1);
    /// Times.
    pub const TIMES: Self = Self(1 << 1);
    /// Quantities.
    pub const QUANTITIES: Self = Self(1 << 2);
    /// Lists and outlines.
    pub const LISTS: Self = Self(1 << 3);
    /// Targets, with the times, quantities and lists that they need.
    pub const TARGETS: Self = Self(1 << 4 | Self::TIMES.0 | Self::QUANTITIES.0 | Self::LISTS.0);
    /// Everything; the default.
    pub const ALL: Self = Self::TITLES.union(Self::TARGETS);

    /// These layers and those; the same as `|`, in constants too.
    ///
    /// ```
    /// use gongwen::Layers;
    ///
    /// const DATED: Layers = Layers::TIMES.union(Layers::TITLES);
    /// assert_eq!(DATED, Layers::TITLES | Layers::TIMES);
    /// ```
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all of those layers are among these.
    ///
    /// ```
    /// use gongwen::Layers;
    ///
    /// assert!(Layers::TARGETS.contains(Layers::LISTS));
    /// assert!(!Layers::TARGETS.contains(Layers::TITLES));
    /// ```
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether times and quantities have to be read: whatever is looked for, since what stands in one is nothing else. 民法典
    /// is the law in 2020年民法典第三条, and 百分之一是 counts off nothing.
    pub(crate) const fn amounts(self) -> bool {
        self.0 != 0
    }

    /// Whether what bounds them has to be read, too.
    pub(crate) const fn bounds(self) -> bool {
        self.contains(Self::TIMES) || self.contains(Self::QUANTITIES)
    }

    /// Whether an entity is in one of them.
    const fn has(self, entity: &Entity) -> bool {
        self.contains(match entity {
            Entity::Title(_) | Entity::DocumentNumber(_) | Entity::Abbreviation(_) | Entity::Provision(_) => {
                Self::TITLES
            }
            Entity::Time(_) => Self::TIMES,
            Entity::Quantity(_) => Self::QUANTITIES,
        })
    }

    /// Whether a remark comes with one of them.
    const fn remarks(self, kind: &DiagnosticKind) -> bool {
        use DiagnosticKind as K;
        self.contains(match kind {
            K::UnclosedTitle | K::StrayTitleEnd => Self::TITLES,
            K::ImpossibleDate => Self::TIMES,
            K::NumberTooLarge => Self::QUANTITIES,
            K::OrdinalGap { .. }
            | K::OrdinalRepeat { .. }
            | K::OrdinalStepBack { .. }
            | K::CountMismatch { .. } => Self::LISTS,
        })
    }

    /// Takes out what is in none of them: read because others hang on it, and not wanted itself.
    pub(crate) fn keep(self, scanned: &mut Scanned) {
        if self == Self::ALL {
            return;
        }
        scanned.diagnostics.retain(|diagnostic| self.remarks(&diagnostic.kind));
        // Where each entity goes; references lead to entities of the same layer, which stay or go with them.
        let mut kept = 0;
        let places: Vec<usize> = scanned
            .entities
            .iter()
            .map(|entity| {
                kept += usize::from(self.has(entity));
                kept.saturating_sub(1)
            })
            .collect();
        scanned.entities.retain_mut(|entity| {
            let reference = match entity {
                Entity::Title(title) => &mut title.refers_to,
                Entity::Provision(provision) => &mut provision.title,
                Entity::Time(time) => &mut time.inferred_from,
                _ => &mut None,
            };
            *reference = reference.and_then(|earlier| places.get(earlier).copied());
            self.has(entity)
        });
    }
}

impl Default for Layers {
    /// Everything.
    fn default() -> Self {
        Self::ALL
    }
}

impl BitOr for Layers {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.union(other)
    }
}

impl BitOrAssign for Layers {
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

/// Writes the names: `Layers(TITLES | LISTS)`.
impl fmt::Debug for Layers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const NAMES: [(Layers, &str); 5] = [
            (Layers::TITLES, "TITLES"),
            (Layers::TARGETS, "TARGETS"),
            (Layers::TIMES, "TIMES"),
            (Layers::QUANTITIES, "QUANTITIES"),
            (Layers::LISTS, "LISTS"),
        ];
        f.write_str("Layers(")?;
        let mut named = Self::NONE;
        for (layer, name) in NAMES {
            if self.contains(layer) && !named.contains(layer) {
                f.write_str(if named == Self::NONE { "" } else { " | " })?;
                f.write_str(name)?;
                named |= layer;
            }
        }
        f.write_str(if named == Self::NONE { "NONE)" } else { ")" })
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;

    #[test]
    fn sets() {
        assert!(Layers::ALL.contains(Layers::TARGETS) && Layers::TARGETS.contains(Layers::LISTS));
        assert!(!Layers::TARGETS.contains(Layers::TITLES) && !Layers::LISTS.contains(Layers::TARGETS));
        assert_eq!(Layers::NONE | Layers::TITLES | Layers::TARGETS, Layers::default());
        for (layers, text) in [
            (Layers::NONE, "Layers(NONE)"),
            (Layers::LISTS | Layers::TITLES, "Layers(TITLES | LISTS)"),
            (Layers::TIMES | Layers::QUANTITIES | Layers::LISTS, "Layers(TIMES | QUANTITIES | LISTS)"),
            (Layers::TARGETS | Layers::TIMES, "Layers(TARGETS)"),
            (Layers::ALL, "Layers(TITLES | TARGETS)"),
        ] {
            assert_eq!(format!("{layers:?}"), text);
        }
    }
}
