//! LIC013: two instances get the same licence.

use super::applied::{applications, uploads};
use crate::rule;
use crate::rule::{Fault, Look, Play, sent};
use crate::rules::open_api::seen::place;

rule! {
    /// # What it checks
    /// The licences of different instances differ.
    ///
    /// # Why it matters
    /// When one of the instances is released, the other's buyer loses a licence that is paid for, or the first one's goes on
    /// working.
    ///
    /// # A seller that breaks it
    /// Uploads a licence that is written into its configuration.
    ///
    /// # How to fix
    /// Make the licence from the instance and the device.
    ///
    /// # What a lawful seller may do
    /// The pages do not ask for it in words, so this rule only informs. Applications for one instance may get the same licence.
    LIC013 = {
        name: "licence-of-others",
        force: Observed,
        source: "licence §2.6",
        needs: "uploads for two instances",
        lawful: ["online-licence-of-the-device"],
        unseen: "the seller never uploaded a licence",
        family: [OnlineLicence],
        scenes: [GetLicenseAsync],
        open_api: true,
        faults: ["online-licence-fixed"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let instance = |event: &str| {
        let mut all = applications(play);
        let found = all.find(|call| sent(call, "eventId").as_deref() == Some(event))?;
        sent(found, "instanceId")
    };
    let mut seen: Vec<(String, &str)> = Vec::new();
    for (exchange, came) in uploads(play) {
        let Some(licence) = &came.licence else {
            continue;
        };
        let Some(own) = instance(&licence.event) else {
            continue;
        };
        let mut others = seen.iter().filter(|(other, _)| *other != own).peekable();
        if others.peek().is_some() {
            let shared = others.any(|(_, digest)| *digest == licence.digest);
            look.expect(exchange, !shared, || {
                Fault::at(place(came, "licence"))
                    .expected("a licence that no other instance has")
                    .actual("that of another instance")
                    .because("Two instances got the same licence.")
                    .fix("Make the licence from the instance and the device.")
            });
        }
        seen.push((own, &licence.digest));
    }
}
