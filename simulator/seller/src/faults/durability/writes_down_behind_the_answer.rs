//! Writes an order down when the answer is out already.
//!
//! A queue, a job that runs behind the request, a transaction that is committed when the response was
//! sent. Who dies in between has answered an order that he does not know.

use std::time::Duration;

use crate::Behaviour;
use crate::store::Durability;

/// How long the queue takes.
const QUEUE: Duration = Duration::from_millis(400);

/// Answers first and writes later.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn durability(&self) -> Durability {
        Durability::BehindTheAnswer(QUEUE)
    }
}
