//! What the seller does behind the end of an access token.

use galleria_marketplace::identity::{Asked, Flaw, Wish};

use super::{Look, Told, calls};
use crate::login::walk::{Round, Walked};

const OWN: &str = "the seller asks for no page who it is: its session is its own";

/// The places of the rounds.
const PLACES: [&str; 3] = [
    "the page behind the first end of a token",
    "the page behind the second end of a token",
    "the page behind the third end of a token",
];

/// The rounds behind the ends of tokens, with their places.
fn rounds(walked: &Walked) -> impl Iterator<Item = (&'static str, &Round)> {
    let renewal = walked.renewal.iter();
    let rounds = renewal.flat_map(|renewal| renewal.rounds.iter());
    PLACES.into_iter().zip(rounds)
}

fn refreshes(round: &Round) -> impl Iterator<Item = &Asked> {
    round.asked.iter().filter(|asked| asked.refreshes)
}

/// Whether a call looks like one for a token, at an address that the centre does not have.
fn is_astray(asked: &Asked) -> bool {
    let lower = asked.target.to_ascii_lowercase();
    let words = ["token", "oauth", "refresh"];
    asked.wish == Wish::Nothing
        && !lower.contains("well-known")
        && words.iter().any(|word| lower.contains(word))
}

pub(in crate::login) fn refresh_request_malformed(walked: &Walked, look: &mut Look) {
    look.reason = Some(OWN);
    for (place, round) in rounds(walked) {
        let is_renewed = refreshes(round).any(Asked::is_granted);
        for asked in &round.asked {
            let astray = is_astray(asked);
            // What was refused before another was granted is how a client finds out what the centre takes.
            if !(asked.refreshes || astray) || (is_renewed && !asked.is_granted()) {
                continue;
            }
            look.at();
            let place = format!("{place}: {} {}", asked.method, asked.target);
            if astray {
                look.find(&*place, calls::ELSEWHERE);
            }
            for (flaw, told) in REFRESH.iter().chain(&calls::CLIENT) {
                if asked.has(*flaw) {
                    look.find(&*place, *told);
                }
            }
        }
    }
}

const FORM: &str = "POST the parameters as application/x-www-form-urlencoded.";
const GRANT: &str = "Send grant_type=refresh_token, and the refresh token beside it.";
pub(super) const REFRESH: [(Flaw, Told); 9] = [
    (
        Flaw::Method,
        ("The refresh is not asked for with POST.", FORM),
    ),
    (Flaw::Json, ("The refresh request is JSON.", FORM)),
    (
        Flaw::NotForm,
        (
            "The refresh request has another type than application/x-www-form-urlencoded.",
            FORM,
        ),
    ),
    (
        Flaw::ClientInHeader,
        (
            "client_id and client_secret stand in an Authorization header alone.",
            "Put both into the form: the page calls them mandatory parameters of it.",
        ),
    ),
    (
        Flaw::GrantMissing,
        ("The refresh request has no grant_type.", GRANT),
    ),
    (
        Flaw::GrantUnknown,
        ("The grant_type is none that the centre knows.", GRANT),
    ),
    (
        Flaw::CodeMissing,
        (
            "The refresh request has the grant_type of a code and no code.",
            GRANT,
        ),
    ),
    (
        Flaw::RefreshMissing,
        ("The refresh request has no refresh_token.", GRANT),
    ),
    (
        Flaw::RefreshIsAccess,
        (
            "The access token stands as refresh_token.",
            "Keep refresh_token of the token's answer beside access_token, and send that.",
        ),
    ),
];

pub(in crate::login) fn expired_token_used(walked: &Walked, look: &mut Look) {
    look.reason = Some(OWN);
    for (place, round) in rounds(walked) {
        // A refresh that was refused is for another rule.
        if refreshes(round).any(|asked| !asked.is_granted()) || round.asked.iter().any(is_astray) {
            look.reason = Some("the centre refused what the seller asked it: see the other rules");
            continue;
        }
        let renewed = refreshes(round).next().is_some();
        let mut named = round
            .asked
            .iter()
            .filter(|asked| asked.wish == Wish::UserInfo);
        let Some(last) = named.next_back() else {
            // Renewed, and nobody asked for.
            if renewed {
                look.at();
            }
            continue;
        };
        look.at();
        // To try the old one and to renew it where it is refused is lawful: what counts is the last.
        if last.has(Flaw::BearerExpired) {
            look.find(place, if renewed { UNUSED } else { UNRENEWED });
        }
    }
}

const UNRENEWED: Told = (
    "Userinfo is asked for with an access token that has expired, and no refresh is asked for.",
    "Ask for another token with grant_type=refresh_token when expires_in has passed or userinfo answers 401; \
     where the answer has no refresh_token, the one before is still good.",
);
const UNUSED: Told = (
    "The token was renewed, and userinfo is asked for with the one that has expired.",
    "Keep access_token of the refresh's answer in place of the one before.",
);

pub(in crate::login) fn new_refresh_token_dropped(walked: &Walked, look: &mut Look) {
    look.reason = Some("no second refresh was seen");
    for (place, round) in rounds(walked).skip(1) {
        let is_old = |asked: &Asked| asked.has(Flaw::RefreshSuperseded);
        let mut granted = refreshes(round)
            .filter(|asked| asked.is_granted())
            .peekable();
        if granted.peek().is_none() {
            continue;
        }
        look.at();
        if granted.all(is_old) {
            look.find(
                place,
                (
                    "The refresh token that the last refresh gave is dropped: the one before it is sent again.",
                    "Keep refresh_token of every answer that has one: each holds for 30 days from then.",
                ),
            );
        }
    }
}

pub(in crate::login) fn session_ends_with_token(walked: &Walked, look: &mut Look) {
    look.reason = Some("nothing tells whether the session goes on, or the centre was asked");
    for (place, round) in rounds(walked) {
        // Where the centre was asked, its answer decides; where the browser is sent to it, it knows it again.
        let decided = !round.asked.is_empty() || round.visit.left.is_some();
        if round.inside.is_none() || (round.inside == Some(false) && decided) {
            continue;
        }
        look.at();
        if round.inside == Some(false) {
            look.find(
                place,
                (
                    "The session ends with its access token, though a refresh token was given.",
                    "Renew the token while the account is active, or let your own session go on.",
                ),
            );
        }
    }
}
