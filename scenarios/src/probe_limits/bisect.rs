//! Where something stops being accepted.

use serde::Serialize;

/// The edge between what is accepted and what is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Edge {
    /// The most that was accepted.
    pub accepted: u64,
    /// The least that was refused; absent where everything that was tried was accepted.
    pub refused: Option<u64>,
}

/// A search for the edge: what is tried next depends on what came of the last.
#[derive(Clone, Copy, Debug)]
pub(super) struct Search {
    edge: Edge,
    most: u64,
}

impl Search {
    /// A search between `least`, which is accepted, and `most`.
    pub(super) fn new(least: u64, most: u64) -> Self {
        let edge = Edge {
            accepted: least,
            refused: None,
        };
        Self { edge, most }
    }

    /// What is to be tried next; nothing where the edge is known to a hundredth.
    pub(super) fn next(&self) -> Option<u64> {
        let low = self.edge.accepted;
        let Some(high) = self.edge.refused else {
            return (low < self.most).then_some(self.most);
        };
        let gap = high - low;
        if gap <= 1 || gap * 100 <= low {
            return None;
        }
        // Far above, the middle of the orders of magnitude is nearer than that of the numbers.
        let middle = if high / low.max(1) > 8 {
            (low.max(1) * high).isqrt()
        } else {
            low + gap / 2
        };
        Some(middle.clamp(low + 1, high - 1))
    }

    /// Takes in what came of a try.
    pub(super) fn note(&mut self, tried: u64, accepted: bool) {
        if accepted {
            self.edge.accepted = tried;
        } else {
            self.edge.refused = Some(tried);
        }
    }

    /// The edge as far as it is known.
    pub(super) fn edge(&self) -> Edge {
        self.edge
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(edge: u64, least: u64, most: u64) -> (Edge, u32) {
        let (mut search, mut tries) = (Search::new(least, most), 0);
        while let Some(next) = search.next() {
            search.note(next, next <= edge);
            tries += 1;
        }
        (search.edge(), tries)
    }

    #[test]
    fn what_is_all_accepted_takes_one_try() {
        let edge = Edge {
            accepted: 8192,
            refused: None,
        };
        assert_eq!(found(u64::MAX, 64, 8192), (edge, 1));
    }

    proptest! {
        #[test]
        fn the_edge_is_found_to_a_hundredth(edge in 0_u64..2_592_000) {
            let (found, tries) = found(edge, 0, 2_592_000);
            let refused = found.refused.unwrap();
            prop_assert!(found.accepted <= edge && edge < refused);
            prop_assert!(refused - found.accepted <= 1.max(found.accepted / 100));
            prop_assert!(tries <= 26, "{}", tries);
        }
    }
}
