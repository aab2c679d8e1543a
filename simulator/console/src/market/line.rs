//! A call as the page shows it.

use galleria_reports::came_of;
use galleria_scenarios::transcript::Exchange;

use crate::debugging::{Answered, Sent, answered};

/// A call with its answer.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) number: u64,
    pub(crate) purchase: String,
    pub(crate) activity: String,
    /// What came of it, in a few words.
    pub(crate) came: String,
    pub(crate) good: bool,
    pub(crate) request: Sent,
    pub(crate) answer: Option<Answered>,
}

impl Line {
    pub(crate) fn of(call: &Exchange) -> Self {
        Self {
            number: call.id.0,
            purchase: call.intent.purchase.clone().unwrap_or_default(),
            activity: call.intent.activity.clone(),
            came: came_of(call),
            good: call.is_accepted() || call.is_pending(),
            request: Sent::of(&call.request),
            answer: answered(call),
        }
    }
}
