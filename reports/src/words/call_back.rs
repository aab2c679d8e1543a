//! Calls of the open APIs.

use galleria_scenarios::event::CalledBack;

use crate::lang::say;

/// A call of an open API and what became of it, in one line.
pub(crate) fn called_back(came: &CalledBack) -> String {
    let call = &came.call_back;
    let line = format!(
        "call-back {}: {}, answered {}",
        call.number,
        say(call.wish.name()),
        call.answered.status
    );
    let mut line = say(&line).into_owned();
    for flaw in &call.flaws {
        line.push_str("; ");
        line.push_str(&say(&flaw.to_string()));
    }
    line
}
