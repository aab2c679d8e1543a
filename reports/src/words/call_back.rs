//! Calls of the open APIs.

use galleria_scenarios::event::CalledBack;

/// A call of an open API and what became of it, in one line.
pub(crate) fn called_back(came: &CalledBack) -> String {
    let call = &came.call_back;
    let mut line = format!(
        "call-back {}: {}, answered {}",
        call.number,
        call.wish.name(),
        call.answered.status
    );
    for flaw in &call.flaws {
        line.push_str("; ");
        line.push_str(&flaw.to_string());
    }
    line
}
