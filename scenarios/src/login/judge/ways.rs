//! The ways that ought to be closed.

use super::{Look, Told, UNTOLD, at_login};
use crate::login::stage::Pass;
use crate::login::walk::{Intrusion, Walked, Way};

/// What is told of a code and of a ticket.
fn by_pass(walked: &Walked, code: Told, ticket: &'static str) -> Told {
    const CHECK: &str = "Ask serviceValidate about every ticket, and let nobody in unless the answer has \
                         authenticationSuccess: a refusal has status 200 too.";
    match walked.pass {
        Pass::Code => code,
        Pass::Ticket => (ticket, CHECK),
    }
}

/// Whether a wrong way led inside.
fn closed(walked: &Walked, look: &mut Look, way: Way, told: Told) {
    look.reason = Some(UNTOLD);
    for Intrusion { inside, visit, .. } in walked.intrusions.iter().filter(|one| one.way == way) {
        let Some(inside) = inside else { continue };
        look.at();
        if *inside {
            look.find(
                format!("the login's address, answered with {}", visit.last().status),
                told,
            );
        }
    }
}

pub(in crate::login) fn used_code_logs_in(walked: &Walked, look: &mut Look) {
    closed(
        walked,
        look,
        Way::UsedCode,
        by_pass(
            walked,
            (
                "A code that was used before lets the browser in again.",
                "Exchange every code at the centre, and let nobody in where that is refused.",
            ),
            "A ticket that was used before lets the browser in again.",
        ),
    );
}

pub(in crate::login) fn made_up_code_logs_in(walked: &Walked, look: &mut Look) {
    closed(
        walked,
        look,
        Way::MadeUpCode,
        by_pass(
            walked,
            (
                "A code that nobody issued lets the browser in.",
                "Exchange every code at the centre, and let nobody in where that is refused.",
            ),
            "A ticket that nobody issued lets the browser in.",
        ),
    );
}

pub(in crate::login) fn unknown_tenant_logs_in(walked: &Walked, look: &mut Look) {
    closed(
        walked,
        look,
        Way::UnknownTenant,
        (
            "A tenant that no tenantSync told of lets the browser in.",
            "Refuse a tenant that you have no record of.",
        ),
    );
}

pub(in crate::login) fn code_of_other_tenant_logs_in(walked: &Walked, look: &mut Look) {
    closed(
        walked,
        look,
        Way::OtherTenant,
        by_pass(
            walked,
            (
                "The code of one tenant lets the browser in under the address of another.",
                "Exchange a code at the domain of the tenant that the address names, and nowhere else.",
            ),
            "The ticket of one tenant lets the browser in under the address of another.",
        ),
    );
}

pub(in crate::login) fn earlier_session_logged_in(walked: &Walked, look: &mut Look) {
    closed(
        walked,
        look,
        Way::EarlierSession,
        (
            "The session id that the browser had before the login is logged in behind it.",
            "Give the session a new id when somebody logs in, and never take one from the browser.",
        ),
    );
    if walked
        .intrusions
        .iter()
        .all(|one| one.way != Way::EarlierSession)
    {
        look.reason = Some("the login sets no cookie");
    }
}

pub(in crate::login) fn tenant_called_as_address(walked: &Walked, look: &mut Look) {
    for one in walked
        .intrusions
        .iter()
        .filter(|one| one.way == Way::TenantAddress)
    {
        at_login(look, walked);
        if one.trapped > 0 {
            look.find(
                "parameter tenant",
                (
                    "The seller called the address that the browser gave as its tenant.",
                    "Call the domains that tenantSync told, and no other.",
                ),
            );
        }
    }
}

pub(in crate::login) fn login_redirects_anywhere(walked: &Walked, look: &mut Look) {
    at_login(look, walked);
    let elsewhere = |host: &str, port: Option<u16>| {
        port.is_some_and(|port| format!("{host}:{port}") == walked.elsewhere)
    };
    for to in walked.sent_on.locations() {
        if elsewhere(to.host_str().unwrap_or_default(), to.port()) {
            look.find(
                "header Location",
                (
                    "A parameter of the login's address sends the browser to somebody else's host.",
                    "Redirect to paths of your own, or to hosts from a list.",
                ),
            );
        }
    }
}
