//! From what was walked to findings and verdicts.

mod calls;
mod pages;
mod renewals;
mod ways;

use galleria_marketplace::identity::{Asked, Flaw, Wish};

use super::report::{LoginFinding, LoginReport, LoginRuleReport};
use super::rules::{LOGIN_RULES, LoginRule};
use super::stage::Pass;
use super::walk::Walked;
use crate::verdict::Verdict;

/// What a rule has seen.
#[derive(Debug, Default)]
pub(super) struct Look {
    looked_at: usize,
    reason: Option<&'static str>,
    absent: bool,
    findings: Vec<LoginFinding>,
}

/// What is wrong, and what to do about it.
pub(super) type Told = (&'static str, &'static str);

impl Look {
    fn at(&mut self) {
        self.looked_at += 1;
    }

    /// Looks, where there was a login; what is found counts in any case.
    fn at_login(&mut self, walked: &Walked) {
        self.looked_at += usize::from(walked.has_login());
        self.reason = Some("no login asked the identity centre");
    }

    fn find(&mut self, place: impl Into<String>, (explanation, fix): Told) {
        self.findings.push(LoginFinding {
            place: place.into(),
            explanation,
            fix,
        });
    }
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
pub fn judge(walked: &Walked) -> LoginReport {
    let rules = LOGIN_RULES
        .iter()
        .map(|rule| judged(rule, walked))
        .collect();
    LoginReport { rules }
}

fn judged(rule: &LoginRule, walked: &Walked) -> LoginRuleReport {
    let mut look = Look::default();
    if rule.pass.is_none_or(|pass| pass == walked.pass) {
        (rule.check)(walked, &mut look);
    } else {
        look.absent = true;
        look.reason = Some(match walked.pass {
            Pass::Code => "the login comes with a code, and not with a ticket (--cas)",
            Pass::Ticket => "the login comes with a ticket, and no token is given (--cas)",
        });
    }
    let verdict = match look.looked_at {
        _ if look.absent => Verdict::NotApplicable,
        _ if !look.findings.is_empty() => Verdict::Fail,
        0 => Verdict::Unobserved,
        _ => Verdict::Pass,
    };
    let judged = matches!(verdict, Verdict::Pass | Verdict::Fail);
    LoginRuleReport {
        id: rule.id,
        name: rule.name,
        force: rule.force.name(),
        verdict,
        looked_at: look.looked_at,
        reason: if judged {
            None
        } else {
            look.reason.or(Some("nothing showed it"))
        },
        findings: look.findings,
    }
}
