//! What is odd about a single call to the identity centre, in words: for a log beside which somebody stands.
//!
//! The rules of the login look at whole logins, where a call that was refused may be a client that finds out
//! what the centre takes. Here nothing is judged.

use galleria_marketplace::identity::{Asked, Flaw, Wish};

use super::judge::of_call;
use crate::trial::Told;

/// What is odd about a call, and what to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Oddity {
    /// What.
    pub explanation: &'static str,
    /// What to do.
    pub fix: &'static str,
}

/// Everything that is odd about a call.
pub fn oddities(asked: &Asked) -> Vec<Oddity> {
    let of_rules = of_call(asked);
    let further = FURTHER.iter().filter(|(flaw, _)| asked.has(*flaw));
    let further = further.map(|(_, told)| *told);
    let astray = (asked.wish == Wish::Nothing).then_some(ASTRAY);
    let all = of_rules.into_iter().chain(further).chain(astray);
    all.map(|(explanation, fix)| Oddity { explanation, fix })
        .collect()
}

const ASTRAY: Told = (
    "The centre has no such address.",
    "Append /api/v1/oauth2/token and /api/v1/oauth2/userinfo to domainName as tenantSync told it.",
);
const ONCE: &str =
    "A code or ticket is good once and for a few minutes: ask with it as soon as it comes.";
const OPEN: &str = "Nothing is wrong with the call: show that the account may not log in.";
const FURTHER: [(Flaw, Told); 9] = [
    (
        Flaw::NotAdmitted,
        (
            "The account may not log in any more: its purchase is not in use, or the application was withdrawn.",
            OPEN,
        ),
    ),
    (
        Flaw::CodeMissing,
        (
            "The token request has no code.",
            "Send the parameter code as it came.",
        ),
    ),
    (
        Flaw::CodeUnknown,
        (
            "The code is none that the centre gave.",
            "Send the parameter code as it came.",
        ),
    ),
    (
        Flaw::CodeUsed,
        ("The code was used before, or is too old.", ONCE),
    ),
    (
        Flaw::TicketUsed,
        ("The ticket was used before, or is too old.", ONCE),
    ),
    (
        Flaw::Redirect,
        (
            "The redirect_uri is not the registered login address.",
            "Name the login address as it is entered with the address, or leave redirect_uri out.",
        ),
    ),
    (
        Flaw::RefreshUnknown,
        (
            "The refresh token is none that the centre gave.",
            "Send refresh_token of the latest token's answer.",
        ),
    ),
    (
        Flaw::RefreshSuperseded,
        (
            "The refresh token was followed by another.",
            "Keep the refresh token that comes with a new access token; no page tells whether the old one is good.",
        ),
    ),
    (
        Flaw::BearerExpired,
        (
            "The bearer token has expired.",
            "Ask for another one with the refresh token, and with that.",
        ),
    ),
];
