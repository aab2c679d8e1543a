//! What the seller asked the centre.

use galleria_marketplace::identity::{Asked, Flaw, Wish};

use super::{Look, Told};
use crate::login::stage::Pass;
use crate::login::walk::{Login, Walked};

/// The calls of a login, with their places.
fn calls(walked: &Walked) -> impl Iterator<Item = (String, &Asked)> {
    walked.logins.iter().flat_map(|login| {
        let place =
            |asked: &Asked| format!("login of {}: {} {}", login.who, asked.method, asked.target);
        login.asked.iter().map(move |asked| (place(asked), asked))
    })
}

/// The calls that count: where a login got what it wanted in the end, what was refused before is how its
/// client finds out what the centre takes.
fn told(wish: Wish, walked: &Walked) -> impl Iterator<Item = (String, &Asked)> {
    calls(walked).filter(move |(_, asked)| {
        asked.wish == wish
            && !asked.refreshes
            && (asked.is_granted() || !was_granted(wish, walked, asked))
    })
}

/// Whether the login of a call was granted such a wish.
fn was_granted(wish: Wish, walked: &Walked, call: &Asked) -> bool {
    let is_of = |login: &&Login| login.asked.iter().any(|asked| asked.number == call.number);
    let mut logins = walked.logins.iter().filter(is_of);
    let granted = |asked: &Asked| asked.wish == wish && !asked.refreshes && asked.is_granted();
    logins.any(|login| login.asked.iter().any(granted))
}

/// Looks at calls for the flaws of a table.
fn flaws(look: &mut Look, place: &str, asked: &Asked, table: &[(Flaw, Told)]) {
    look.at();
    for (flaw, told) in table {
        if asked.has(*flaw) {
            look.find(place, *told);
        }
    }
}

pub(in crate::login) fn login_leads_nowhere(walked: &Walked, look: &mut Look) {
    for login in &walked.logins {
        // What is wrong with the calls themselves is for other rules.
        let refused =
            |asked: &Asked| !asked.is_granted() && !was_granted(asked.wish, walked, asked);
        if login.asked.iter().any(refused) {
            continue;
        }
        look.at();
        let granted = |wish| login.asked.iter().any(|asked| asked.wish == wish);
        let place = format!("login of {}", login.who);
        let is_ticket = walked.pass == Pass::Ticket;
        let first = if is_ticket { Wish::Ticket } else { Wish::Token };
        if !granted(first) {
            look.find(
                place,
                match login.visit.last().status {
                    NOT_FOUND => NOWHERE,
                    _ if is_ticket => UNCHECKED,
                    _ => UNASKED,
                },
            );
        } else if !is_ticket && !granted(Wish::UserInfo) {
            look.find(place, UNNAMED);
        } else if !is_let_in(login) {
            look.find(place, if is_ticket { MISREAD } else { SHUT });
        }
    }
    look.reason = Some("the centre refused what the seller asked it: see the other rules");
}

pub(super) fn is_let_in(login: &Login) -> bool {
    login.inside.unwrap_or(login.visit.is_answered())
}

const NOT_FOUND: u16 = 404;
const NOWHERE: Told = (
    "The login's address leads to a page that is not there (404), and nobody asked for a token.",
    "Name the registered address with --login-url, to which the portal sends a browser.",
);
const UNASKED: Told = (
    "The seller never asked for a token: it does not know whose code that is.",
    "Exchange the code at {domain_name}/api/v1/oauth2/token of the tenant that the address names.",
);
const UNCHECKED: Told = (
    "The seller never asked whose ticket that is.",
    "Ask {domain_name}/api/v1/cas/p3/serviceValidate of the tenant that the address names.",
);
const MISREAD: Told = (
    "The centre told whose ticket it is, and the browser is not let in all the same.",
    "Read the answer in the form that was asked for: JSON, or XML with format=XML; the account is user of \
     authenticationSuccess.",
);
const UNNAMED: Told = (
    "The seller had a token and never asked whose it is.",
    "Ask {domain_name}/api/v1/oauth2/userinfo with the token, and open a session for that userName.",
);
const SHUT: Told = (
    "The centre gave token and userinfo, and the browser is not let in all the same.",
    "Look into what the seller does behind userinfo: the account was told by authSync before.",
);

pub(in crate::login) fn token_request_malformed(walked: &Walked, look: &mut Look) {
    for (place, asked) in told(Wish::Token, walked) {
        flaws(look, &place, asked, &FORM);
    }
    for (place, asked) in told(Wish::Nothing, walked) {
        // A library may look for a description of the centre, which has none.
        let described = asked.target.contains("well-known");
        if described || was_granted(Wish::UserInfo, walked, asked) {
            continue;
        }
        if asked.target.contains("token") || asked.target.contains("oauth") {
            look.at();
            look.find(place, ELSEWHERE);
        }
    }
}

pub(super) const FORM: [(Flaw, Told); 5] = [
    (
        Flaw::Method,
        (
            "The token is not asked for with POST.",
            "POST a form; the address carries no parameter.",
        ),
    ),
    (
        Flaw::Json,
        (
            "The token request is JSON.",
            "Send the parameters as application/x-www-form-urlencoded.",
        ),
    ),
    (
        Flaw::NotForm,
        (
            "The token request has another type than application/x-www-form-urlencoded.",
            "Send the parameters as application/x-www-form-urlencoded.",
        ),
    ),
    (
        Flaw::GrantMissing,
        (
            "The token request has no grant_type.",
            "Send grant_type=authorization_code.",
        ),
    ),
    (
        Flaw::GrantUnknown,
        (
            "The grant_type is none that the centre knows.",
            "Send grant_type=authorization_code.",
        ),
    ),
];
pub(super) const ELSEWHERE: Told = (
    "The centre has no such address.",
    "Append /api/v1/oauth2/token and /api/v1/oauth2/userinfo to domainName as tenantSync told it.",
);

pub(in crate::login) fn client_outside_the_form(walked: &Walked, look: &mut Look) {
    for (place, asked) in told(Wish::Token, walked) {
        if !asked.has(Flaw::Method) && !asked.has(Flaw::Json) {
            flaws(look, &place, asked, &OUTSIDE);
        }
    }
}

pub(super) const OUTSIDE: [(Flaw, Told); 2] = [
    (
        Flaw::ClientInHeader,
        (
            "client_id and client_secret stand in an Authorization header alone.",
            "Put both into the form: the page calls them mandatory parameters of it.",
        ),
    ),
    (
        Flaw::InAddress,
        (
            "The parameters of the token request stand in its address, where every log writes them down.",
            "Put them into the body as a form.",
        ),
    ),
];

pub(in crate::login) fn client_of_tenant_wrong(walked: &Walked, look: &mut Look) {
    for (place, asked) in told(Wish::Token, walked) {
        if !asked.has(Flaw::Method) && !asked.has(Flaw::Json) {
            flaws(look, &place, asked, &CLIENT);
        }
    }
}

const KEEP: &str =
    "Look up client id and secret by the tenant of the address, as applicationSync told them.";
pub(super) const CLIENT: [(Flaw, Told); 9] = [
    (
        Flaw::ClientMissing,
        ("The token request has no client_id.", KEEP),
    ),
    (
        Flaw::ClientOfOther,
        ("The client_id is that of another tenant.", KEEP),
    ),
    (
        Flaw::ClientUnknown,
        ("The client_id is none that was told.", KEEP),
    ),
    (
        Flaw::SecretMissing,
        ("The token request has no client_secret.", KEEP),
    ),
    (
        Flaw::SecretSealed,
        (
            "The client_secret is still encrypted.",
            "Decrypt clientSecret with your private key (RSA, OAEP) when applicationSync comes, and send what comes out.",
        ),
    ),
    (
        Flaw::SecretOfOther,
        ("The client_secret is that of another tenant.", KEEP),
    ),
    (
        Flaw::SecretPadded,
        (
            "The client_secret has blanks or line ends around it.",
            "Send what decrypting gives, without anything around it.",
        ),
    ),
    (Flaw::SecretWrong, ("The client_secret is wrong.", KEEP)),
    (
        Flaw::CodeOfOther,
        (
            "The code is exchanged at the domain of another tenant.",
            "Look up the domain by the tenant of the address, as tenantSync told it.",
        ),
    ),
];

pub(in crate::login) fn ticket_asked_wrongly(walked: &Walked, look: &mut Look) {
    for (place, asked) in told(Wish::Ticket, walked) {
        flaws(look, &place, asked, &TICKET);
    }
    for (place, asked) in told(Wish::Nothing, walked) {
        let lower = asked.target.to_ascii_lowercase();
        if was_granted(Wish::Ticket, walked, asked) || !lower.contains("ticket=") {
            continue;
        }
        look.at();
        look.find(
            place,
            (
                "The centre has no such address.",
                "Append /api/v1/cas/p3/serviceValidate to domainName as tenantSync told it.",
            ),
        );
    }
}

const SERVICE: &str =
    "Name the registered login address as service, encoded; the tenant may stand behind it.";
pub(super) const TICKET: [(Flaw, Told); 6] = [
    (
        Flaw::Method,
        ("The ticket is not asked about with GET.", "Ask with GET."),
    ),
    (
        Flaw::ServiceMissing,
        ("serviceValidate is asked without a service.", SERVICE),
    ),
    (
        Flaw::ServiceOther,
        ("The service is not the registered login address.", SERVICE),
    ),
    (
        Flaw::TicketMissing,
        (
            "serviceValidate is asked without a ticket.",
            "Send the parameter ticket as it came.",
        ),
    ),
    (
        Flaw::TicketUnknown,
        (
            "The ticket is none that the centre gave.",
            "Send the parameter ticket as it came.",
        ),
    ),
    (
        Flaw::TicketOfOther,
        (
            "The ticket is asked about at the domain of another tenant.",
            "Look up the domain by the tenant of the address, as tenantSync told it.",
        ),
    ),
];

pub(in crate::login) fn userinfo_asked_wrongly(walked: &Walked, look: &mut Look) {
    for (place, asked) in told(Wish::UserInfo, walked) {
        flaws(look, &place, asked, &BEARER);
    }
}

const HEADER: &str = "Send the header Authorization: Bearer and the access_token as it came.";
pub(super) const BEARER: [(Flaw, Told); 4] = [
    (
        Flaw::BearerMissing,
        ("Userinfo is asked for without a bearer token.", HEADER),
    ),
    (
        Flaw::BearerInAddress,
        ("The token stands in the address of userinfo.", HEADER),
    ),
    (
        Flaw::BearerUnknown,
        (
            "The bearer token is none that this tenant's centre gave.",
            HEADER,
        ),
    ),
    (
        Flaw::Method,
        ("Userinfo is not asked for with GET.", "Ask with GET."),
    ),
];
