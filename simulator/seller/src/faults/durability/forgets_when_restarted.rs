//! Keeps its orders in memory alone, so that a restart forgets them.
//!
//! A cache in place of a table, a data base in memory that was meant for tests, or a container whose
//! disk goes with it. The answer is right and nothing of it is left when the process ends.

use crate::Behaviour;
use crate::store::Durability;

/// Writes nothing down.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn durability(&self) -> Durability {
        Durability::Never
    }
}
