//! KIT008: kit accounts refused.

use super::seen::{must_accept_forms, twins};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A call with 500 accounts is accepted, and one whose account is an administrator.
    ///
    /// # Why it matters
    /// A large enterprise cannot be given its accounts, or nobody can administer the application.
    ///
    /// # A seller that breaks it
    /// Limits the list below the 500 of the pages, or knows the role `user` alone.
    ///
    /// # How to fix
    /// Take up to 500 accounts in a call, and the roles `user` and `admin`.
    ///
    /// # What a lawful seller may do
    /// Work on the accounts behind its answer.
    KIT008 = {
        name: "kit-accounts-refused",
        force: Must,
        source: "kit §1.6",
        needs: "authSync of an administrator, or of 500 accounts",
        lawful: ["kit-further-members"],
        faults: ["kit-users-limited-to-100", "kit-admin-refused"],
        check: check,
    }
}

const FORMS: &[&str] = &["kit-five-hundred-accounts", "kit-administrator"];

fn check(play: &Play, look: &mut Look) {
    must_accept_forms(
        look,
        twins(play, FORMS),
        "A list of accounts was refused that differs from an accepted one in size or role",
        "Take up to 500 accounts in a call, and the roles user and admin.",
    );
}
