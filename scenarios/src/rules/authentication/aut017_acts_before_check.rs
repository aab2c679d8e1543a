//! AUT017: a forged call is refused, and done all the same.

use galleria_marketplace::transcript::{Exchange, Role};
use galleria_protocol::{Activity, code};

use crate::rule;
use crate::rule::{Fault, Look, MADE_A_RELEASE, Pair, Play, sent};

rule! {
    /// # What it checks
    /// A signed query (V1: renewal) that was made a release on its way, and was refused, has released
    /// nothing: the marketplace's next call of that kind still finds the instance.
    ///
    /// # Why it matters
    /// Whoever knows the address deletes what customers have paid for. The refusal hides it.
    ///
    /// # A seller that breaks it
    /// Does the work first and checks the signature on the way out, or in a filter that runs behind
    /// the handler.
    ///
    /// # How to fix
    /// Check the token, or timestamp, nonce and signature, before anything else is read, and return
    /// where one is wrong.
    ///
    /// # What a lawful seller may do
    /// Refuse the forgery in any way: its code is AUT015's business. One that is accepted is the
    /// business of AUT010, AUT012 and AUT020. Refuse the next renewal for any reason but an instance
    /// that is not there.
    AUT017 = {
        name: "acts-before-check",
        force: Must,
        source: "v1 §2, v2 §2",
        needs: "query or renewal behind a refused call that was made a release",
        lawful: ["signature-checked-first", "refused-with-one-code"],
        scenes: [QueryInstance, RefreshInstance],
        faults: ["acts-before-signature-check"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for pair in play.tampered(MADE_A_RELEASE) {
        if pair.second.is_taken() {
            look.inconclusive("the seller accepts the call that was made a release");
            continue;
        }
        // Of an instance that is being made no query tells.
        if !pair.first.is_accepted() {
            continue;
        }
        let Some(later) = next_alike(play, pair) else {
            continue;
        };
        let Some(there) = is_there(play, pair, later) else {
            continue;
        };
        look.expect(later, there, || fault(play, pair.second, later));
    }
}

fn fault(play: &Play, forged: &Exchange, later: &Exchange) -> Fault {
    let id = sent(later, "instanceId").unwrap_or_default();
    let told = if is_query(play, later) {
        Fault::at("body /info").expected(format!("an entry for {id}"))
    } else {
        Fault::at("body /resultCode").expected(code::SUCCESS)
    };
    told.actual(later.refusal_code().unwrap_or("no entry"))
        .because(format!(
            "A forged release (call {}) was refused, and the instance is gone all the same.",
            forged.id
        ))
        .fix("Check the signature before anything is done, and return where it is wrong.")
}

fn is_query(play: &Play, exchange: &Exchange) -> bool {
    exchange.intent.activity == play.profile.called(Activity::QueryInstance)
}

/// The marketplace's next call of the scene that was caught, for the same purchase.
fn next_alike<'a>(play: &'a Play, pair: Pair<'_>) -> Option<&'a Exchange> {
    play.exchanges.iter().find(|exchange| {
        exchange.id > pair.second.id
            && exchange.intent.activity == pair.first.intent.activity
            && exchange.intent.purchase == pair.second.intent.purchase
            && exchange.intent.role == Role::Call
    })
}

/// Whether the instance is there, by the answer to a later call like the first one; `None` where that
/// answer tells nothing of it.
fn is_there(play: &Play, pair: Pair<'_>, later: &Exchange) -> Option<bool> {
    let listed = |exchange: &Exchange| exchange.listed_instances().next().is_some();
    if later.is_accepted() {
        return Some(listed(later) || !listed(pair.first));
    }
    let told = later.refusal_code()?;
    let tells = if is_query(play, later) {
        // A signature that was called wrong, or an instance that is being made, tells nothing.
        ![code::AUTHENTICATION_FAILED, code::PROCESSING].contains(&told)
    } else {
        [code::UNKNOWN_INSTANCE, code::INVALID_PARAMETER].contains(&told)
    };
    tells.then_some(false)
}
