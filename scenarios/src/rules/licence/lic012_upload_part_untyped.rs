//! LIC012: the part that says what is uploaded is not typed as JSON.

use galleria_marketplace::open_api::Flaw;

use super::applied::check_uploads;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// The part `isvUpdateFileReq` of an upload says `Content-Type: application/json`.
    ///
    /// # Why it matters
    /// Frameworks choose by that type how a part is read, and refuse a part without one where they expect an object.
    ///
    /// # A seller that breaks it
    /// Adds the JSON as a plain field, as most libraries do where no type is given.
    ///
    /// # How to fix
    /// Add the part as a blob or a file-like part with the type application/json; with curl, `;type=application/json`.
    ///
    /// # What a lawful seller may do
    /// Give the type a charset. The page shows the type in its example and asks for it nowhere, so that the rule is no must.
    LIC012 = {
        name: "upload-part-untyped",
        force: Should,
        source: "licence §2.7",
        needs: "upload of a licence",
        lawful: ["online-licence-as-file"],
        unseen: "the seller never uploaded a licence",
        family: [OnlineLicence],
        scenes: [GetLicenseAsync],
        open_api: true,
        faults: ["online-part-untyped"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    check_uploads(
        play,
        look,
        "isvUpdateFileReq Content-Type",
        TOLD,
        |flaw| match flaw {
            Flaw::Untyped { told } => Some((told.clone(), "application/json".to_owned())),
            _ => None,
        },
    );
}

const TOLD: [&str; 2] = [
    "The part isvUpdateFileReq is not typed as JSON.",
    "Give the part the type application/json.",
];
