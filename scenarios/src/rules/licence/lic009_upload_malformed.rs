//! LIC009: an upload has not the form of one.

use galleria_marketplace::open_api::Flaw;

use super::applied::check_uploads;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// An upload is multipart/form-data with a part `isvUpdateFileReq`, JSON whose type is CHARACTERS, with characters of at most
    /// 1024, or FILE, with sha256 and a part `file`.
    ///
    /// # Why it matters
    /// The marketplace refuses what it cannot read, and the buyer gets no licence.
    ///
    /// # A seller that breaks it
    /// Posts the JSON alone, names the part otherwise, sends a long licence as characters, or leaves the checksum of a file out.
    ///
    /// # How to fix
    /// Write the two parts as the page's example has them, by a library for multipart; send as a file what is longer than 1024
    /// characters.
    ///
    /// # What a lawful seller may do
    /// Send the parts in any order, under any boundary, with further parts and members; leave file_name out, which the page's own
    /// example lacks.
    LIC009 = {
        name: "upload-malformed",
        force: Must,
        source: "licence §2.7",
        needs: "upload of a licence",
        lawful: ["online-licence-as-file"],
        unseen: "the seller never uploaded a licence",
        family: [OnlineLicence],
        scenes: [GetLicenseAsync],
        open_api: true,
        faults: ["online-request-part-misnamed", "online-upload-as-json", "online-characters-too-long"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    check_uploads(play, look, "body", TOLD, |flaw| match flaw {
        Flaw::Upload { error } => Some((
            error.clone(),
            "multipart/form-data with isvUpdateFileReq".to_owned(),
        )),
        _ => None,
    });
}

const TOLD: [&str; 2] = [
    "The upload cannot be read as one.",
    "Write the parts as the page's example has them, by a library for multipart.",
];
