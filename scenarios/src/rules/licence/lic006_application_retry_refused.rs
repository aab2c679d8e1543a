//! LIC006: an application that comes again is refused.

use galleria_protocol::Activity;

use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// `getLicenseAsync` with the eventId of an application that was taken succeeds.
    ///
    /// # Why it matters
    /// The platform calls again when an answer was late or an upload got lost: the event is there to tell that. A refusal leaves
    /// the buyer without a licence.
    ///
    /// # A seller that breaks it
    /// Stores the eventId under a unique index and answers an error where it is there already.
    ///
    /// # How to fix
    /// Look for the event first; where it is known, answer as the first time and upload the licence that was made.
    ///
    /// # What a lawful seller may do
    /// Leave the licence as it is and upload it once, or upload it again.
    LIC006 = {
        name: "application-retry-refused",
        force: Must,
        source: "licence §2.6",
        needs: "application that was taken and comes again",
        lawful: ["reference"],
        family: [OnlineLicence],
        scenes: [GetLicenseAsync],
        faults: ["online-retry-refused"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for pair in play.repeats(Activity::GetLicenseAsync) {
        look.must_succeed(pair.second, |fault| {
            fault
                .because(format!(
                    "The application of call {} was taken, and is refused when it comes again.",
                    pair.first.id
                ))
                .fix("Look for the event first; where it is known, answer as the first time.")
        });
    }
}
