//! LIC020: the software takes a licence code that it never activated.

use galleria_marketplace::market::State;
use galleria_marketplace::open_api::Wish;
use galleria_marketplace::transcript::Exchange;

use super::coded::code_calls;
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// Software that says that it has activated a licence code has called the activation of the open APIs.
    ///
    /// # Why it matters
    /// For the marketplace the code is unused: its time does not begin, it may be given back, and whoever
    /// guesses the form of a code uses the software for nothing.
    ///
    /// # A seller that breaks it
    /// Checks the form of the code alone, or takes the query for the activation.
    ///
    /// # How to fix
    /// POST the code to license/activate when the buyer enters it, and take it after 92020000 alone.
    ///
    /// # What a lawful seller may do
    /// Activate by the second version of the interface. Codes that nobody entered (no `--activate`) are not
    /// looked at.
    LIC020 = {
        name: "code-never-activated",
        force: Must,
        source: "licence §3.2",
        needs: "licence code that the software says to have activated",
        lawful: ["code-in-batch"],
        unseen: "no licence code was entered into the software: name a way with --activate",
        family: [LicenceCode],
        open_api: true,
        faults: ["code-never-activated", "code-only-queried"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    // Whatever was called, however wrong, is the business of the other rules.
    let strange = play.call_backs.iter().any(|came| {
        let activates = [Wish::CodeActivation, Wish::CodeBatch].contains(&came.call_back.wish);
        activates && (came.call_back.code.is_none() || !came.call_back.flaws.is_empty())
    });
    for exchange in play
        .exchanges
        .iter()
        .filter(|exchange| is_first(play, exchange))
    {
        let code = exchange.intent.instance_id.as_ref();
        let activated = code_calls(play).any(|(_, came)| {
            let activates = [Wish::CodeActivation, Wish::CodeBatch].contains(&came.wish);
            activates && came.code.as_ref() == code
        });
        look.expect(exchange, activated || strange, || {
            Fault::at("call-back POST license/activate")
                .expected("an activation of the licence code")
                .actual("none came")
                .because("The software says that the code is activated, and the marketplace knows nothing of it.")
                .fix("POST the code to license/activate when the buyer enters it.")
        });
    }
}

/// Whether a call is the first about a code that the software says to have activated.
fn is_first(play: &Play, exchange: &Exchange) -> bool {
    let mut before = play.exchanges.iter();
    let same = |other: &Exchange| other.intent.purchase == exchange.intent.purchase;
    exchange.intent.state == Some(State::Active)
        && before.find(|other| same(other)).map(|other| other.id) == Some(exchange.id)
}
