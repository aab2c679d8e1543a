//! LIC010: the checksum of a file is not its own.

use galleria_marketplace::open_api::Flaw;

use super::applied::check_uploads;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// The sha256 of a licence that is uploaded as a file is the SHA-256 of the bytes of the part `file`, in hex.
    ///
    /// # Why it matters
    /// A file that does not fit its checksum counts as damaged.
    ///
    /// # A seller that breaks it
    /// Tells the checksum in Base64, that of the name or of the text before it was encoded, or MD5.
    ///
    /// # How to fix
    /// Compute SHA-256 over the bytes that are sent, and write it in hex.
    ///
    /// # What a lawful seller may do
    /// Write the hex in either case, and upload a text, which has no checksum.
    LIC010 = {
        name: "upload-checksum-wrong",
        force: Must,
        source: "licence §2.7",
        needs: "upload of a licence",
        lawful: ["online-licence-as-file"],
        unseen: "the seller never uploaded a licence",
        family: [OnlineLicence],
        scenes: [GetLicenseAsync],
        open_api: true,
        faults: ["online-checksum-in-base64", "online-checksum-of-name"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    check_uploads(
        play,
        look,
        "isvUpdateFileReq sha256",
        TOLD,
        |flaw| match flaw {
            Flaw::Checksum { told, right } => Some((told.clone(), right.clone())),
            _ => None,
        },
    );
}

const TOLD: [&str; 2] = [
    "The checksum is not that of the file.",
    "Compute SHA-256 over the bytes that are sent, and write it in hex.",
];
