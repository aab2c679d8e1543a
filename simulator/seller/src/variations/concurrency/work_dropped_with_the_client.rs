//! Drops a purchase whose client went away before it was made.
//!
//! Everything is done at the end of a long call, in one transaction. Nobody waits for the answer any
//! more, so nothing is done; the retry makes the instance.

use std::any::Any;
use std::time::Duration;

use galleria_protocol::v1::Activity;

use crate::Behaviour;
use crate::behaviour::Turn;
use crate::call::Call;
use crate::waiting;

/// Takes its time, then does all of it at once.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn turn<'a>(&'a self, call: &'a Call) -> Option<Turn<'a>> {
        call.is_real(Activity::NewInstance).then(|| {
            Box::pin(async {
                waiting::pause(Duration::from_millis(500)).await;
                Box::new(()) as Box<dyn Any + Send>
            }) as Turn<'a>
        })
    }
}
