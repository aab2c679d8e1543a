//! LIC007: the same application gets another licence.

use std::collections::BTreeMap;

use galleria_marketplace::open_api::CallBack;

use super::applied::{is_strange, uploads};
use crate::rule;
use crate::rule::{Fault, Look, Play};
use crate::rules::open_api::seen::place;

rule! {
    /// # What it checks
    /// All uploads for one event hold the same licence.
    ///
    /// # Why it matters
    /// An application that comes again is the same request, by the page. A second licence for it is one that nobody paid for, and
    /// the first one may not work any more.
    ///
    /// # A seller that breaks it
    /// Generates the licence in the handler and stores none.
    ///
    /// # How to fix
    /// Store the licence with its eventId and device, and upload what is stored.
    ///
    /// # What a lawful seller may do
    /// Upload it once.
    LIC007 = {
        name: "retry-uploads-another-licence",
        force: Must,
        source: "licence §2.6",
        needs: "event whose licence was uploaded more than once",
        lawful: ["online-licence-of-the-device"],
        unseen: "the seller uploaded each licence once",
        family: [OnlineLicence],
        scenes: [GetLicenseAsync],
        open_api: true,
        faults: ["online-licence-drawn-each-call"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    // An event that nobody told is LIC011's business.
    let known = |came: &CallBack| !came.flaws.iter().any(is_strange);
    for (exchange, came) in uploads(play).filter(|(_, came)| known(came)) {
        let Some(licence) = &came.licence else {
            continue;
        };
        let Some(known) = first.get(licence.event.as_str()) else {
            first.insert(&licence.event, &licence.digest);
            continue;
        };
        look.expect(exchange, *known == licence.digest, || {
            Fault::at(place(came, "licence"))
                .expected(format!("the licence with SHA-256 {known}"))
                .actual(format!("one with SHA-256 {}", licence.digest))
                .because("The same event got another licence than before.")
                .fix("Store the licence with its eventId and device, and upload what is stored.")
        });
    }
}
