//! ENC007: two customers get the same login.

use std::collections::BTreeMap;

use galleria_marketplace::transcript::Exchange;
use galleria_protocol::v1::Activity;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// Orders of different customers do not get the same user name with the same password.
    ///
    /// # Why it matters
    /// Each of them can read and change the other's data.
    ///
    /// # A seller that breaks it
    /// Hands out the demonstration account that was made for the debug step.
    ///
    /// # How to fix
    /// Make a login for each order, or for each customer.
    ///
    /// # What a lawful seller may do
    /// Give all orders of one customer one login, and all logins one first password or one user
    /// name. The pages say nothing of it, so this rule only observes.
    ENC007 = {
        name: "credential-shared",
        force: Observed,
        source: "v1 §5.1",
        needs: "accepted orders of two customers, each with a login",
        lawful: ["first-password-for-all", "one-login-a-customer"],
        family: [Saas],
        scenes: [NewInstance],
        faults: ["login-shared", "order-ids-cut"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let name = play.profile.called(Activity::NewInstance);
    let mut seen: BTreeMap<Vec<&str>, &Exchange> = BTreeMap::new();
    for (exchange, _) in play.accepted().filter(|(e, _)| e.intent.activity == name) {
        let Some(login) = login(exchange).filter(|_| !exchange.intent.test) else {
            continue;
        };
        let customer = |exchange: &Exchange| exchange.intent.customer.clone();
        let others = seen
            .values()
            .any(|other| customer(other) != customer(exchange));
        let first = *seen.entry(login).or_insert(exchange);
        if !others {
            continue;
        }
        look.expect(exchange, customer(first) == customer(exchange), || {
            Fault::at("body /appInfo")
                .expected("a login of this customer's own")
                .actual("the login of another customer")
                .because(format!(
                    "Another customer got this login in call {}.",
                    first.id
                ))
                .fix("Make a login for each order, or for each customer.")
        });
    }
}

/// The fingerprints of user name and password, where both are there.
fn login(exchange: &Exchange) -> Option<Vec<&str>> {
    let of = |field: &str| {
        let mut same = exchange
            .reading
            .credentials
            .iter()
            .filter(|c| c.field == field);
        same.next()?.fingerprint.as_deref()
    };
    Some(vec![of("/appInfo/userName")?, of("/appInfo/password")?])
}
