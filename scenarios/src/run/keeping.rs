//! Whether a connection is kept for the next call.
//!
//! Where calls come one after the other it is. Side by side it is only where a seller was seen to
//! answer beside as many idle connections, and where it is worth the look: on a stage, which plays
//! thousands of scenarios.

use std::sync::atomic::{AtomicU8, Ordering};

/// What is known of a seller.
#[derive(Debug)]
pub(super) struct Keeping(AtomicU8);

/// What becomes of the connection behind one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keep {
    /// It is kept.
    Yes,
    /// It is closed.
    No,
    /// This call tells whether further ones are kept, beside so many others.
    Try {
        /// The connections that are idle meanwhile.
        others: usize,
    },
}

const UNTRIED: u8 = 0;
const ALONE: u8 = 1;
const BESIDE: u8 = 2;

impl Keeping {
    /// Connections are kept while calls come one after the other alone.
    pub(super) fn alone() -> Self {
        Self(AtomicU8::new(ALONE))
    }

    /// It is to be tried whether they can be kept side by side.
    pub(super) fn untried() -> Self {
        Self(AtomicU8::new(UNTRIED))
    }

    /// What becomes of the connection behind a call; `lanes` are played side by side.
    pub(super) fn for_call(&self, lanes: usize) -> Keep {
        if lanes <= 1 {
            return Keep::Yes;
        }
        // Only one call tries it: those beside it go on over connections of their own.
        let first = self
            .0
            .compare_exchange(UNTRIED, ALONE, Ordering::Relaxed, Ordering::Relaxed);
        match first {
            Ok(_) => Keep::Try { others: lanes - 1 },
            Err(BESIDE) => Keep::Yes,
            Err(_) => Keep::No,
        }
    }

    /// Whether so many calls at the same moment may use and leave behind connections that are kept.
    pub(super) fn beside(&self, lanes: usize, calls: usize) -> bool {
        calls <= lanes && self.0.load(Ordering::Relaxed) == BESIDE
    }

    /// Takes in what came of the try.
    pub(super) fn tried(&self, beside: bool) {
        if beside {
            self.0.store(BESIDE, Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_are_kept_side_by_side_once_that_was_seen_to_work() {
        let keeping = Keeping::untried();
        assert_eq!(keeping.for_call(1), Keep::Yes);
        assert_eq!(keeping.for_call(8), Keep::Try { others: 7 });
        assert_eq!(keeping.for_call(8), Keep::No, "one call tries it");
        assert!(!keeping.beside(8, 8));
        keeping.tried(true);
        assert_eq!(keeping.for_call(8), Keep::Yes);
        assert!(keeping.beside(8, 8) && !keeping.beside(8, 9));
    }

    #[test]
    fn connections_are_closed_where_they_stand_in_the_way() {
        for keeping in [Keeping::alone(), Keeping::untried()] {
            let _ = keeping.for_call(2);
            keeping.tried(false);
            assert_eq!(keeping.for_call(2), Keep::No);
        }
    }
}
