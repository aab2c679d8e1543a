//! What the seller remembers: instances, and the orders that made or changed them.
//!
//! The marketplace repeats a call whenever it saw no good answer, at times twice at once. So the
//! question "have I seen this order?" and the act of writing it down must be one step of the
//! store, never two steps of the caller: a look-up followed by an insert creates two instances
//! when two deliveries run side by side. With SQL that step is a unique index on the order id
//! and an `INSERT ... ON CONFLICT DO NOTHING`.

mod instance;
mod journal;
mod memory;

pub use instance::{Condition, Instance};
pub(crate) use journal::Journal;
pub use journal::JournalError;
pub use memory::MemoryStore;

use std::fmt;
use std::time::Duration;

/// What counts as one order for idempotency [v1 §5.1].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OrderKey(pub String);

/// When what happened is written to the state file, where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// Before anybody is told of it: how it must be.
    BeforeTheAnswer,
    /// So long behind it.
    BehindTheAnswer(Duration),
    /// Never.
    Never,
}

/// What came of a purchase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purchased {
    /// The order was new: this instance was made for it just now.
    First(Instance),
    /// The order was known: this is the instance it made before.
    Repeat(Instance),
}

/// A memory of instances that keeps one order from having two effects.
pub trait Store: fmt::Debug + Send + Sync {
    /// The instance of `order`, made by `make` if the order was never seen.
    ///
    /// Look-up and insertion are one atomic step: of any number of calls for one order, at any
    /// time, exactly one answers [`Purchased::First`].
    fn purchase(&self, order: &OrderKey, make: &mut dyn FnMut() -> Instance) -> Purchased;

    /// Runs `change` on the instance `id` while nobody else can touch it. `false` if there is no
    /// such instance. `change` must not call the store again.
    fn change(&self, id: &str, change: &mut dyn FnMut(&mut Instance)) -> bool;

    /// A copy of every instance ever made, released ones included, in the order of their ids.
    fn instances(&self) -> Vec<Instance>;

    /// How many instances the order of that id has made, released ones included.
    fn instances_of(&self, order: &str) -> usize;

    /// Whether something could not be written down: nothing may be promised from then on.
    fn has_failed(&self) -> bool {
        false
    }
}

impl dyn Store + '_ {
    /// [`Store::change`] with an answer: what `work` gave back, or `None` for an unknown id.
    pub fn with_instance<T>(&self, id: &str, work: impl FnOnce(&mut Instance) -> T) -> Option<T> {
        let mut work = Some(work);
        let mut given = None;
        self.change(id, &mut |instance| {
            given = work.take().map(|work| work(instance));
        });
        given
    }

    /// A copy of the instance `id`.
    pub fn find(&self, id: &str) -> Option<Instance> {
        self.with_instance(id, |instance| instance.clone())
    }
}
