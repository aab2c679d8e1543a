//! LIF002: an unknown instance refused with another code than 000003.

use galleria_protocol::code;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// A call for an instance id, or a licence code, that was never issued is refused with 000003.
    ///
    /// # Why it matters
    /// 000004 means "being processed" and is asked again; 000005 sends people to look for a crash.
    ///
    /// # A seller that breaks it
    /// Has one code for every error, or calls a licence code malformed that it does not know.
    ///
    /// # How to fix
    /// Answer 000003 where the instance, or the licence code, does not exist.
    ///
    /// # What a lawful seller may do
    /// Word `resultMsg` as it likes.
    LIF002 = {
        name: "unknown-instance-code-wrong",
        force: Should,
        source: "v1 §6, licence §3.1",
        needs: "refused call for an unknown instance",
        lawful: ["chinese-message", "message-with-a-number"],
        scenes: [RefreshInstance],
        faults: [
            "code-unknown-as-invalid",
            "unknown-instance-as-processing",
            "unknown-instance-as-internal-error",
        ],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for pair in play.tampered("unknown-instance") {
        let Some(refused) = pair.second.refusal_code() else {
            continue;
        };
        if refused == code::AUTHENTICATION_FAILED {
            continue;
        }
        look.expect(pair.second, refused == code::UNKNOWN_INSTANCE, || {
            Fault::at("body /resultCode")
                .expected(code::UNKNOWN_INSTANCE)
                .actual(refused)
                .because("The instance does not exist, and the code says something else.")
                .fix("Answer 000003 where the instance does not exist.")
        });
    }
}
