//! LIC011: an upload is for no application.

use galleria_marketplace::open_api::Flaw;

use super::applied::check_uploads;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// The event_id in the path of an upload is the eventId of an application.
    ///
    /// # Why it matters
    /// The marketplace knows the application by it and nothing else: the licence finds no buyer.
    ///
    /// # A seller that breaks it
    /// Fills the path with the instance or the order.
    ///
    /// # How to fix
    /// Keep the eventId of getLicenseAsync with the application, and put it into the path.
    ///
    /// # What a lawful seller may do
    /// Upload for one event as often as it likes.
    LIC011 = {
        name: "upload-for-unknown-event",
        force: Must,
        source: "licence §2.7",
        needs: "upload of a licence",
        lawful: ["reference"],
        unseen: "the seller never uploaded a licence",
        family: [OnlineLicence],
        scenes: [GetLicenseAsync],
        open_api: true,
        faults: ["online-upload-by-instance"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    check_uploads(play, look, "path", TOLD, |flaw| match flaw {
        Flaw::UnknownEvent { id } => Some((id.clone(), "the eventId of an application".to_owned())),
        _ => None,
    });
}

const TOLD: [&str; 2] = [
    "Nobody applied for a licence by the event in the path.",
    "Put the eventId of getLicenseAsync into the path.",
];
