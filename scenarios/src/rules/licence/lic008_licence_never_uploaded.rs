//! LIC008: a licence is never uploaded.

use super::applied::{applications, is_met};
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// Behind a `getLicenseAsync` that was taken the licence is uploaded for its event, within the time that the run allows
    /// (`--ready-within`, 2 minutes).
    ///
    /// # Why it matters
    /// The answer holds no licence: what is not uploaded the buyer never gets.
    ///
    /// # A seller that breaks it
    /// Puts the application into a queue without a worker; or takes the answer for the delivery.
    ///
    /// # How to fix
    /// Call the upload of the open APIs with the eventId in its path, and again where it fails.
    ///
    /// # What a lawful seller may do
    /// Upload before the answer or behind it, and take its time: the pages give no limit. Where two minutes are too short, allow
    /// more with `--ready-within`.
    LIC008 = {
        name: "licence-never-uploaded",
        force: Must,
        source: "licence §2.6, §2.7",
        needs: "application that was taken",
        lawful: ["online-licence-after-a-minute", "online-licence-at-once"],
        family: [OnlineLicence],
        scenes: [GetLicenseAsync],
        open_api: true,
        faults: ["online-never-uploads"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for exchange in applications(play).filter(|exchange| exchange.is_taken()) {
        let met = is_met(play, exchange);
        if !met && play.waiting_cut_short {
            look.inconclusive(format!(
                "the run was stopped while the licence of call {} was waited for",
                exchange.id
            ));
            continue;
        }
        look.expect(exchange, met, || {
            Fault::at("open API market-event/{event_id}/file")
                .expected("an upload for the event of the application")
                .actual("none")
                .because("The application was taken, and its licence was not uploaded.")
                .fix("Upload the licence with the eventId in the path, and again where it fails.")
        });
    }
}
