//! The messages of a run.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use galleria_marketplace::delivery::Ended;
use galleria_marketplace::transcript::{Exchange, Role};

use super::folder::MessageFolder;
use super::message::Message;
use crate::event::Event;
use crate::record::{Sink, SinkError};

/// Writes a message for each order whose delivery fails, and into it every further call of the order.
#[derive(Debug)]
pub struct MessageSink {
    folder: MessageFolder,
    profile: String,
    started: DateTime<Utc>,
    open: BTreeMap<String, Message>,
}

impl MessageSink {
    /// Messages go to that folder.
    pub fn new(folder: MessageFolder) -> Self {
        Self {
            folder,
            profile: String::new(),
            started: DateTime::UNIX_EPOCH,
            open: BTreeMap::new(),
        }
    }

    fn take_call(&mut self, call: &Exchange) -> Result<(), SinkError> {
        let Some(mut message) = Message::of(call, &self.profile, self.started) else {
            return Ok(());
        };
        let id = MessageFolder::id(&message);
        if let Some(open) = self.open.get_mut(&id) {
            open.note(call, self.started);
            message = open.clone();
        } else if has_failed(call) {
            self.open.insert(id.clone(), message.clone());
        } else {
            return Ok(());
        }
        let written = self.folder.write(&id, &message);
        written.map_err(|error| SinkError {
            sink: "messages".to_owned(),
            reason: error.to_string(),
        })
    }
}

impl Sink for MessageSink {
    fn take(&mut self, event: &Event) -> Result<(), SinkError> {
        match event {
            Event::RunStarted(run) => {
                self.profile.clone_from(&run.profile);
                self.started = run.started;
                Ok(())
            }
            Event::Exchanged(call) if is_delivery(call) => self.take_call(call),
            _ => Ok(()),
        }
    }
}

/// Whether a call is one that the marketplace delivers: real, and neither changed nor a question.
fn is_delivery(call: &Exchange) -> bool {
    let delivers = matches!(
        call.intent.role,
        Role::Call | Role::Control | Role::Repeat { .. } | Role::Awaited { .. }
    );
    let query = call.intent.activity == "queryInstance";
    delivers && !query && !call.intent.test && call.ended != Ended::Interrupted
}

/// Whether a delivery failed. A scene that the seller need not have may be refused.
fn has_failed(call: &Exchange) -> bool {
    let declined = call.intent.optional && call.refusal_code().is_some();
    !call.is_accepted() && !call.is_pending() && !declined
}
