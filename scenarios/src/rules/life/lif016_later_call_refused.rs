//! LIF016: an ordinary call for a purchase that was delivered is refused.

use galleria_marketplace::market::State;
use galleria_marketplace::transcript::{Exchange, Role};
use galleria_protocol::{Activity, code};

use super::lif010_unsubscribe_refused::is_cancellation;
use crate::rule;
use crate::rule::{Look, Play, sent};
use crate::rules::kept::KEEP;

rule! {
    /// # What it checks
    /// The renewal and the expiry of a purchase that is in use, the release of one that has expired,
    /// and the freeze and the query of one that is billed by use, succeed.
    ///
    /// # Why it matters
    /// These calls are the life of every purchase; a refusal is retried for an hour and then leaves
    /// the platform and the seller at odds about what the customer has.
    ///
    /// # A seller that breaks it
    /// Has written the purchase and left the other scenes for later.
    ///
    /// # How to fix
    /// Find the instance by instanceId and do what the scene asks for.
    ///
    /// # What a lawful seller may do
    /// Lack scenes that its products need not have; one that freezes lifts the freeze too. Refuse a purchase for a reason of its own: only
    /// calls behind an accepted one are looked at. Renewals after the expiry (LIF004), releases
    /// before it and renewals that are taken back (LIF010), and trials (LIF011) have rules of their own.
    LIF016 = {
        name: "later-call-refused",
        force: Must,
        source: "v1 §5.2, §5.3, §5.4, §5.6, §5.7, v2 §4.2, §4.3, §4.4, §4.5, licence §1.3, licence §1.5",
        needs: "ordinary call for a purchase that was delivered",
        lawful: [
            "changes-not-allowed",
            "no-change-checks",
            "no-trials",
            "no-upgrades",
            "stock-runs-out",
        ],
        faults: ["code-release-needs-order", "licence-expiry-deletes",
            "licence-renewed-by-order",
            "expiry-refused",
            "frozen-instance-not-told",
            "zero-flag-refused-later",
            "renewal-with-change-refused",
            "end-without-milliseconds-refused",
            "frozen-in-place-of-freeze",
            "normal-in-place-of-unfreeze",
            "unfreeze-in-place-of-normal",
            "release-without-order-refused",
            "scenes-by-their-old-names",
            "several-ids-taken-for-one",
        ],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for exchange in play.ordinary().filter(|exchange| is_due(play, exchange)) {
        look.must_succeed(exchange, |fault| {
            let (call, fix) = refusal(play, exchange);
            let flag = match sent(exchange, "testFlag") {
                Some(flag) => format!(" It carries testFlag={flag}, as this site's real calls do."),
                None => String::new(),
            };
            let fault = fault
                .because(format!(
                    "The purchase was delivered, and its {call} is refused.{flag}"
                ))
                .fix(fix);
            play.explained(exchange, fault)
        });
    }
}

/// The members whose values decide what a call asks for.
const DECIDE: [&str; 3] = ["scene", "status", "instanceStatus"];

/// What was refused, with the value that decides what it asks for, and what to do about it.
fn refusal(play: &Play, exchange: &Exchange) -> (String, &'static str) {
    let activity = &exchange.intent.activity;
    let value = |name: &&str| sent(exchange, name).map(|value| format!("{name}={value}"));
    let decides = DECIDE.iter().find_map(value);
    let call = match &decides {
        Some(value) => format!("{activity} with {value}"),
        None => activity.clone(),
    };
    let ids = sent(exchange, "instanceId").unwrap_or_default();
    let invalid = exchange.refusal_code() == Some(code::INVALID_PARAMETER);
    let unknown = exchange.refusal_code() == Some(code::UNKNOWN_INSTANCE);
    let fix = if ids.contains(',') {
        "Split instanceId at commas and look for each id."
    } else if !unknown && (invalid || decides.is_some()) {
        "Take the scene by the name that this version has for it, and every value that its table lists."
    } else if unknown && is_frozen(play, exchange) {
        KEEP
    } else {
        "Find the instance by instanceId and do what the scene asks for."
    };
    (call, fix)
}

/// Whether the purchase of a call was frozen, or expired, before it.
fn is_frozen(play: &Play, later: &Exchange) -> bool {
    let froze = [Activity::ExpireInstance, Activity::InstanceStatus]
        .map(|scene| play.profile.called(scene));
    play.accepted().any(|(exchange, _)| {
        exchange.id < later.id
            && exchange.intent.purchase == later.intent.purchase
            && froze.contains(&exchange.intent.activity.as_str())
    })
}

/// Whether a call is the next thing in the life of an ordinary purchase.
fn is_due(play: &Play, exchange: &Exchange) -> bool {
    let Some(activity) = Activity::from_name(&exchange.intent.activity) else {
        return false;
    };
    let state = exchange.intent.state;
    let due = match activity {
        Activity::RefreshInstance => {
            let elsewhere = is_conversion(exchange) || is_cancellation(exchange);
            state == Some(State::Active) && !elsewhere
        }
        Activity::ExpireInstance | Activity::InstanceStatus | Activity::QueryInstance => {
            state == Some(State::Active)
        }
        Activity::ReleaseInstance => state == Some(State::Expired),
        Activity::NewInstance
        | Activity::Upgrade
        | Activity::ChangeInstanceCheck
        | Activity::OrderNotify
        | Activity::GetLicenseAsync => false,
    };
    let first = matches!(exchange.intent.role, Role::Call | Role::Control);
    due && first && is_ordinary_purchase(play, exchange)
}

/// Whether the purchase was bought by an ordinary call, and nothing that could have changed it has
/// gone without a clear answer or been a test.
fn is_ordinary_purchase(play: &Play, later: &Exchange) -> bool {
    let of_it = || {
        play.exchanges.iter().filter(|exchange| {
            exchange.id < later.id && exchange.intent.purchase == later.intent.purchase
        })
    };
    let name = play.profile.called(Activity::NewInstance);
    let bought = of_it().any(|exchange| {
        exchange.intent.activity == name
            && exchange.is_taken()
            && matches!(exchange.intent.role, Role::Call | Role::Control)
    });
    let clear = |exchange: &Exchange| exchange.is_taken() || exchange.refusal_code().is_some();
    let made_here = play.profile.family.is_made_by_the_marketplace();
    (bought || made_here) && of_it().all(|exchange| clear(exchange) && !exchange.intent.test)
}

/// Whether a renewal makes a trial formal, which LIF011 is about.
fn is_conversion(exchange: &Exchange) -> bool {
    let scene = sent(exchange, "scene");
    sent(exchange, "trialToFormal").is_some() || scene.as_deref() == Some("TRIAL_TO_FORMAL")
}
