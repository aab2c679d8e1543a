//! What must hold of a login, each rule with the faults that prove it.

use super::judge::{self, Look};
use super::walk::Walked;
use crate::rule::Force;

/// A rule of the login.
#[derive(Debug)]
pub struct LoginRule {
    /// Its id.
    pub id: &'static str,
    /// Its name: the fault, in kebab-case.
    pub name: &'static str,
    /// How much it counts.
    pub force: Force,
    /// Where the pages say it.
    pub source: &'static str,
    /// What it checks.
    pub about: &'static str,
    /// What a lawful seller may do all the same.
    pub freedom: &'static str,
    /// The faults that break it.
    pub faults: &'static [&'static str],
    pub(super) check: fn(&Walked, &mut Look),
}

/// Every rule.
pub const LOGIN_RULES: &[LoginRule] = &[
    LoginRule {
        id: "SSO001",
        name: "login-leads-nowhere",
        force: Force::Must,
        source: "kit §2.1",
        about: "A code that was just issued opens a session: the seller exchanges it, asks who it is, and \
                lets the browser in.",
        freedom: "Any page, any number of redirects on the own host, any status of them, any form of a session.",
        faults: &["login-code-trusted", "login-needs-refresh-token"],
        check: judge::login_leads_nowhere,
    },
    LoginRule {
        id: "SSO002",
        name: "token-request-malformed",
        force: Force::Must,
        source: "kit §2.3",
        about: "The token request is a POST of a form to {domain_name}/api/v1/oauth2/token with grant_type and code.",
        freedom: "Further parameters, a charset behind the type, redirect_uri or none.",
        faults: &[
            "login-token-by-get",
            "login-token-in-json",
            "login-grant-type-missing",
            "login-token-path-of-oauth",
        ],
        check: judge::token_request_malformed,
    },
    LoginRule {
        id: "SSO003",
        name: "client-outside-the-form",
        force: Force::Should,
        source: "kit §2.3",
        about: "client_id, client_secret and code stand in the form, not in an Authorization header or the address.",
        freedom: "An Authorization header beside the form.",
        faults: &["login-client-in-header", "login-client-in-address"],
        check: judge::client_outside_the_form,
    },
    LoginRule {
        id: "SSO004",
        name: "client-of-tenant-wrong",
        force: Force::Must,
        source: "kit §2.1, §2.3, §1.5",
        about: "A tenant's code is exchanged at that tenant's domain, under its client id and its decrypted secret.",
        freedom: "Any place to keep them.",
        faults: &[
            "login-secret-fixed",
            "login-secret-sealed",
            "login-secret-with-line-end",
        ],
        check: judge::client_of_tenant_wrong,
    },
    LoginRule {
        id: "SSO005",
        name: "userinfo-asked-wrongly",
        force: Force::Must,
        source: "kit §2.4",
        about: "Userinfo is a GET with Authorization: Bearer and the token that was just given.",
        freedom: "To ask as often as it likes.",
        faults: &["login-userinfo-token-in-address"],
        check: judge::userinfo_asked_wrongly,
    },
    LoginRule {
        id: "SSO006",
        name: "used-code-logs-in",
        force: Force::Must,
        source: "kit §2.3",
        about: "A code that was used before lets nobody in.",
        freedom: "Any refusal: a page, a status, the way back to the portal.",
        faults: &[
            "login-code-trusted",
            "login-token-error-ignored",
            "login-used-code-accepted",
        ],
        check: judge::used_code_logs_in,
    },
    LoginRule {
        id: "SSO007",
        name: "made-up-code-logs-in",
        force: Force::Must,
        source: "kit §2.3",
        about: "A code that nobody issued lets nobody in.",
        freedom: "Any refusal: a page, a status, the way back to the portal.",
        faults: &["login-code-trusted", "login-token-error-ignored"],
        check: judge::made_up_code_logs_in,
    },
    LoginRule {
        id: "SSO008",
        name: "unknown-tenant-logs-in",
        force: Force::Must,
        source: "kit §2.1",
        about: "A tenant that no tenantSync told of lets nobody in.",
        freedom: "Any refusal: a page, a status, the way back to the portal.",
        faults: &["login-code-trusted", "login-unknown-tenant-accepted"],
        check: judge::unknown_tenant_logs_in,
    },
    LoginRule {
        id: "SSO009",
        name: "tenant-called-as-address",
        force: Force::Must,
        source: "kit §2.1",
        about: "The seller calls the domains that tenantSync told, and no address that a browser names.",
        freedom: "Any refusal of a tenant that it does not know.",
        faults: &["login-calls-tenant"],
        check: judge::tenant_called_as_address,
    },
    LoginRule {
        id: "SSO010",
        name: "code-of-other-tenant-logs-in",
        force: Force::Must,
        source: "kit §2.7",
        about: "The code of one tenant lets nobody in as another tenant.",
        freedom: "Any refusal: a page, a status, the way back to the portal.",
        faults: &[
            "login-code-trusted",
            "login-token-error-ignored",
            "login-other-tenants-tried",
        ],
        check: judge::code_of_other_tenant_logs_in,
    },
    LoginRule {
        id: "SSO011",
        name: "earlier-session-logged-in",
        force: Force::Should,
        source: "kit §7",
        about: "A login makes a new session: whoever knows the id that the browser had before is not inside.",
        freedom: "A session before the login, and cookies that are kept behind it.",
        faults: &["login-session-fixed"],
        check: judge::earlier_session_logged_in,
    },
    LoginRule {
        id: "SSO012",
        name: "login-redirects-anywhere",
        force: Force::Should,
        source: "kit §7",
        about: "No parameter of the login's address sends the browser to a host of somebody else.",
        freedom: "Redirects to hosts of its own, and back to the identity centre.",
        faults: &["login-open-redirect"],
        check: judge::login_redirects_anywhere,
    },
    LoginRule {
        id: "SSO013",
        name: "token-in-an-address",
        force: Force::Should,
        source: "kit §7",
        about: "Neither token nor client secret stands in an address that the browser is sent to.",
        freedom: "A token of its own in an address or a page.",
        faults: &["login-token-in-address"],
        check: judge::token_in_an_address,
    },
    LoginRule {
        id: "SSO014",
        name: "session-cookie-readable",
        force: Force::Observed,
        source: "kit §7",
        about: "The cookie of the session is HttpOnly, so that no script can read it.",
        freedom: "Cookies that scripts are to read; sessions without cookies.",
        faults: &["login-cookie-readable"],
        check: judge::session_cookie_readable,
    },
    LoginRule {
        id: "SSO015",
        name: "role-ignored",
        force: Force::Must,
        source: "kit §1.6, §2.4",
        about: "The page for administrators (--admin-path) opens for the role admin, and not for the role user.",
        freedom: "Any refusal; to have no such page.",
        faults: &["login-role-ignored", "login-admin-refused"],
        check: judge::role_ignored,
    },
    LoginRule {
        id: "SSO016",
        name: "logout-keeps-session",
        force: Force::Must,
        source: "kit §2.5",
        about: "Behind a logout (--logout-path) the session is good for nothing.",
        freedom: "Any page behind it.",
        faults: &["login-logout-keeps-session"],
        check: judge::logout_keeps_session,
    },
    LoginRule {
        id: "SSO017",
        name: "logout-leaves-the-centre",
        force: Force::Should,
        source: "kit §2.5",
        about: "A logout ends the session of the identity centre too: the browser is sent to \
                {domain_name}/api/v1/logout, or the seller calls it.",
        freedom: "redirect_url or none.",
        faults: &["login-logout-leaves-centre"],
        check: judge::logout_leaves_the_centre,
    },
    LoginRule {
        id: "SSO018",
        name: "refresh-request-malformed",
        force: Force::Must,
        source: "kit §2.3",
        about: "A refresh is a POST of a form to {domain_name}/api/v1/oauth2/token with grant_type=refresh_token, \
                the refresh token, and the tenant's own client id and decrypted secret.",
        freedom: "To renew no token; to renew it before it has expired, or when it was refused; further parameters.",
        faults: &[
            "login-refresh-grant-of-code",
            "login-refresh-in-json",
            "login-refresh-at-own-address",
            "login-refresh-secret-sealed",
            "login-refresh-by-other-client",
            "login-refresh-with-access-token",
        ],
        check: judge::refresh_request_malformed,
    },
    LoginRule {
        id: "SSO019",
        name: "expired-token-used",
        force: Force::Should,
        source: "kit §2.3",
        about: "Whoever asks for userinfo when the access token has expired renews it, and asks with the new one.",
        freedom: "A session of its own that asks for nothing any more; to try the old token once, and to renew it \
                  when that is refused.",
        faults: &[
            "login-token-never-renewed",
            "login-renewed-token-unused",
            "login-refresh-token-forgotten",
        ],
        check: judge::expired_token_used,
    },
    LoginRule {
        id: "SSO020",
        name: "new-refresh-token-dropped",
        force: Force::Observed,
        source: "kit §2.3",
        about: "The refresh token of a refresh's answer takes the place of the one before. Whether the old one \
                stays good the pages leave open, and the centre of this test takes it.",
        freedom: "To keep the old one where the answer has none.",
        faults: &["login-first-refresh-token-kept"],
        check: judge::new_refresh_token_dropped,
    },
    LoginRule {
        id: "SSO021",
        name: "session-ends-with-token",
        force: Force::Observed,
        source: "kit §2.3",
        about: "A session does not end with its access token where a refresh token was given: the pages ask a seller \
                to renew the token while the account is active.",
        freedom: "To send the browser to the identity centre again, which knows it; to end it when the centre \
                  refuses a refresh.",
        faults: &["login-session-of-token"],
        check: judge::session_ends_with_token,
    },
];
