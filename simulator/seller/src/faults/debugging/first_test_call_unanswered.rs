//! Never answers its first test call.
//!
//! The handler of tests runs on a function that is started when it is called, and whose start takes
//! longer than the platform waits. The next call finds it running.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::wire::Wire;

/// Is cold until its first test call.
#[derive(Debug, Default)]
pub(crate) struct Behaves {
    warm: AtomicBool,
}

impl Behaviour for Behaves {
    fn wire(&self, call: &Call, _outcome: &Outcome) -> Wire {
        if call.test && !self.warm.swap(true, Ordering::SeqCst) {
            Wire::Silence
        } else {
            Wire::AsIs
        }
    }
}
