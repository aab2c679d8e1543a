//! From what was walked to findings and verdicts.

mod calls;
mod pages;
mod renewals;
mod ways;

use galleria_marketplace::identity::{Asked, Flaw, Wish};

use super::rules::LOGIN_RULES;
use super::stage::Pass;
use super::walk::Walked;
use crate::trial::{self, Look, Told, TrialReport, TrialStep, Tried};

impl Tried for Walked {
    type Part = Pass;

    fn lacks(&self, part: Pass) -> Option<&'static str> {
        (part != self.pass).then_some(match self.pass {
            Pass::Code => "the login comes with a code, and not with a ticket (--cas)",
            Pass::Ticket => "the login comes with a ticket, and no token is given (--cas)",
        })
    }
}

/// Looks, where there was a login; what is found counts in any case.
fn at_login(look: &mut Look, walked: &Walked) {
    look.at_one(walked.has_login(), "no login asked the identity centre");
}

const UNTOLD: &str = "no page tells whether somebody is logged in: name one with --page-path";

pub(super) use calls::{
    client_of_tenant_wrong, client_outside_the_form, login_leads_nowhere, ticket_asked_wrongly,
    token_request_malformed, userinfo_asked_wrongly,
};
pub(super) use pages::{
    logout_keeps_session, logout_leaves_the_centre, role_ignored, session_cookie_readable,
    token_in_an_address,
};
pub(super) use renewals::{
    expired_token_used, new_refresh_token_dropped, refresh_request_malformed,
    session_ends_with_token,
};
pub(super) use ways::{
    code_of_other_tenant_logs_in, earlier_session_logged_in, login_redirects_anywhere,
    made_up_code_logs_in, tenant_called_as_address, unknown_tenant_logs_in, used_code_logs_in,
};

/// What the tables of the rules say of a single call.
pub(super) fn of_call(asked: &Asked) -> Vec<Told> {
    let tables: &[&[(Flaw, Told)]] = match asked.wish {
        Wish::Token if asked.refreshes => &[&renewals::REFRESH, &calls::CLIENT],
        Wish::Token => &[&calls::FORM, &calls::OUTSIDE, &calls::CLIENT],
        Wish::Ticket => &[&calls::TICKET],
        Wish::UserInfo => &[&calls::BEARER],
        _ => &[],
    };
    let all = tables.iter().flat_map(|table| table.iter());
    all.filter(|(flaw, _)| asked.has(*flaw))
        .map(|(_, told)| *told)
        .collect()
}

/// Judges by every rule.
pub fn judge(walked: &Walked) -> TrialReport {
    let step = TrialStep {
        verb: "log in",
        note: "Logs in, renews, logs out, and tries what ought to be refused.",
    };
    trial::judge(LOGIN_RULES, walked, vec![step])
}
