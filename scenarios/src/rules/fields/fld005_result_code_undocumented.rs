//! FLD005: a result code that no page lists for the scene.

use galleria_marketplace::transcript::Exchange;

use crate::profile::{self, Profile};
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// A refusal has a code that the profile's table lists, and lists for this scene.
    ///
    /// # Why it matters
    /// The code decides what the platform's staff, and its retries, make of the refusal. One that
    /// nobody knows says nothing.
    ///
    /// # A seller that breaks it
    /// Makes codes of its own, often from HTTP's, answers a renewal with a purchase's code, or takes
    /// another site's table: 000101 to 000107 are in the mainland's alone.
    ///
    /// # How to fix
    /// Use 000001 to 000005, for purchases also 000100 (on the mainland to 000107), and say the
    /// details in resultMsg.
    ///
    /// # What a lawful seller may do
    /// Choose among the codes that are listed, also where a page lists 000003 for some of the scenes
    /// alone: it is taken in all that name an instance. What a forged call is answered is AUT015's business.
    FLD005 = {
        name: "result-code-undocumented",
        force: Should,
        source: "v1 §6, v2 §5",
        needs: "refusal",
        lawful: [
            "accounts-by-mobile-number",
            "expiry-of-released-refused",
            "missing-instance-unknown",
            "sells-once-to-a-customer",
        ],
        faults: [
            "undocumented-result-code",
            "sells-once-to-a-customer",
            "accounts-by-mobile-number",
        ],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    // What an id that was never issued is answered is LIF002's business.
    let of_interest =
        |exchange: &&Exchange| exchange.intent.tampering() != Some("unknown-instance");
    for exchange in play.owed().filter(of_interest) {
        let Some(refused) = exchange.refusal_code() else {
            continue;
        };
        let (book, scene) = (&play.profile, exchange.intent.activity.as_str());
        look.expect(exchange, is_listed(book, refused, scene), || {
            Fault::at("body /resultCode")
                .expected(format!("one of {}", listed(book, scene)))
                .actual(refused)
                .because(why(book, refused, scene))
                .fix("Answer the code that comes nearest, such as 000005, and say the rest in resultMsg.")
        });
    }
}

/// Whether the book lists a code for a scene. A scene that does not exist has no list of its own.
fn is_listed(book: &Profile, code: &str, scene: &str) -> bool {
    book.code(code)
        .is_some_and(|known| !book.scenes.contains_key(scene) || known.is_for(scene))
}

/// The codes of refusal that the book lists for a scene.
fn listed(book: &Profile, scene: &str) -> String {
    let codes = book.codes.iter().map(|known| known.code.as_str());
    let codes = codes.filter(|code| is_listed(book, code, scene) && *code != "000000");
    codes.collect::<Vec<_>>().join(", ")
}

/// What is wrong with a code: not for this scene, of another site, or of nobody's.
fn why(book: &Profile, code: &str, scene: &str) -> String {
    if book.code(code).is_some() {
        return format!("The pages list {code}, but not for {scene}.");
    }
    let elsewhere: Vec<String> = profile::all()
        .filter(|other| other.api == book.api && other.family == book.family)
        .filter(|other| other.code(code).is_some())
        .map(|other| format!("{} ({})", other.site, other.id))
        .collect();
    if elsewhere.is_empty() {
        return format!("No page lists the code {code}.");
    }
    let (site, id, sites) = (&book.site, &book.id, elsewhere.join(", "));
    format!("The code {code} is not in the {site} site's table ({id}); it is in that of: {sites}.")
}
