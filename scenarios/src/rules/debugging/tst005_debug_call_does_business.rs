//! TST005: a test call that changes a real instance.

use galleria_marketplace::transcript::Exchange;
use galleria_protocol::v1::Activity;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// A real instance that was renewed can be renewed again after a release with `testFlag=1` named
    /// it; and a purchase with `testFlag=1` makes no instance, where an effect probe counts them.
    ///
    /// # Why it matters
    /// The debug step's form can be filled with any id; a test must not delete what a customer uses.
    ///
    /// # A seller that breaks it
    /// Honours the flag in the purchase and forgets it in the other scenes.
    ///
    /// # How to fix
    /// Look at `testFlag` in one place, before any scene does its work.
    ///
    /// # What a lawful seller may do
    /// Accept or refuse the test call: what counts is that nothing has changed. Keep records of
    /// test calls, which a probe does not count.
    TST005 = {
        name: "debug-call-does-business",
        force: Should,
        source: "v1 §7",
        needs: "renewal of an instance that a test call named",
        lawful: ["reference", "test-call-of-real-instance-refused"],
        family: [Saas, OnlineLicence, LicenceCode],
        scenes: [RefreshInstance],
        billing: [Period],
        faults: [
            "test-release-deletes",
            "test-purchase-makes-instance",
            "test-flag-looked-for-in-the-address",
            "test-flag-ignored",
        ],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    renewed(play, look);
    counted(play, look);
}

/// Purchases of the debug step make nothing.
fn counted(play: &Play, look: &mut Look) {
    let name = play.profile.called(Activity::NewInstance);
    for probed in &play.probed {
        let order = &probed.question.order_id;
        let mut calls = play.exchanges.iter().filter(|call| {
            call.intent.activity == name && call.intent.order_id.as_ref() == Some(order)
        });
        let Some(last) = play
            .exchange(probed.exchange)
            .filter(|call| call.intent.test)
        else {
            continue;
        };
        if calls.any(|call| !call.intent.test) {
            continue;
        }
        look.expect(last, probed.count == 0, || {
            Fault::at("effect probe")
                .expected("0")
                .actual(probed.count.to_string())
                .because(
                    "A purchase of the debug step, which does no business, has made an instance.",
                )
                .fix("Look at testFlag in one place, before any scene does its work.")
        });
    }
}

/// What a test call names can be renewed as before.
fn renewed(play: &Play, look: &mut Look) {
    let of_real = play
        .exchanges
        .iter()
        .filter(|e| e.intent.test && e.intent.purchase.is_some());
    for test in of_real {
        if !renewals(play, test).any(|renewal| renewal.id < test.id && renewal.is_accepted()) {
            look.inconclusive("the instance could not be renewed before the test call either");
            continue;
        }
        let Some(renewal) = renewals(play, test).find(|renewal| renewal.id > test.id) else {
            continue;
        };
        look.must_succeed(renewal, |fault| {
            fault
                .because(format!(
                    "The instance could be renewed until exchange {}, a test call, named it.",
                    test.id
                ))
                .fix("Look at testFlag in one place, before any scene does its work.")
        });
    }
}

/// The real renewals of the purchase that a test call names.
fn renewals<'a>(play: &'a Play, test: &Exchange) -> impl Iterator<Item = &'a Exchange> {
    let purchase = test.intent.purchase.clone();
    play.ordinary().filter(move |exchange| {
        exchange.intent.is(Activity::RefreshInstance) && exchange.intent.purchase == purchase
    })
}
