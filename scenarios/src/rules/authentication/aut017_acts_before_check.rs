//! AUT017: a forged call is refused, and done all the same.

use galleria_marketplace::transcript::{Exchange, Role};
use galleria_protocol::{Activity, code};

use crate::rule;
use crate::rule::{Fault, Look, MADE_A_RELEASE, Pair, Play, sent};

rule! {
    /// # What it checks
    /// A signed query that was made a release on its way, and was refused, has released nothing: the
    /// marketplace's next query still finds the instance.
    ///
    /// # Why it matters
    /// Whoever knows the address deletes what customers have paid for. The refusal hides it.
    ///
    /// # A seller that breaks it
    /// Does the work first and checks the signature on the way out, or in a filter that runs behind
    /// the handler.
    ///
    /// # How to fix
    /// Check timestamp, nonce and signature before the body is acted on, and return where one is wrong.
    ///
    /// # What a lawful seller may do
    /// Refuse the forgery in any way: its code is AUT015's business. One that is accepted is the
    /// business of AUT010 and AUT020.
    AUT017 = {
        name: "acts-before-check",
        force: Must,
        source: "v2 §2",
        needs: "query behind a refused call that was made a release",
        lawful: ["signature-checked-first", "refused-with-one-code"],
        api: [V2],
        scenes: [QueryInstance],
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
        let Some(later) = next_query(play, pair) else {
            continue;
        };
        // A signature that was called wrong, or an instance that is being made, tells nothing.
        let silent = [code::AUTHENTICATION_FAILED, code::PROCESSING];
        let refused = later.refusal_code();
        if !later.is_accepted() && refused.is_none_or(|told| silent.contains(&told)) {
            continue;
        }
        look.expect(later, is_there(pair, later), || {
            let id = sent(later, "instanceId").unwrap_or_default();
            Fault::at("body /info")
                .expected(format!("an entry for {id}"))
                .actual(refused.unwrap_or("no entry"))
                .because(format!(
                    "A forged release (call {}) was refused, and the instance is gone all the same.",
                    pair.second.id
                ))
                .fix("Check timestamp, nonce and signature before anything is done, and return where one is wrong.")
        });
    }
}

/// The marketplace's next query for the same purchase.
fn next_query<'a>(play: &'a Play, pair: Pair<'_>) -> Option<&'a Exchange> {
    let name = play.profile.called(Activity::QueryInstance);
    play.exchanges.iter().find(|exchange| {
        exchange.id > pair.second.id
            && exchange.intent.activity == name
            && exchange.intent.purchase == pair.second.intent.purchase
            && exchange.intent.role == Role::Call
    })
}

/// Whether the later query tells of an instance as the first one did.
fn is_there(pair: Pair<'_>, later: &Exchange) -> bool {
    let told = |exchange: &Exchange| exchange.listed_instances().next().is_some();
    later.is_accepted() && (told(later) || !told(pair.first))
}
