//! What the browser was shown, and how it got out again.

use super::{Look, UNTOLD, at_login, calls};
use crate::login::browser::named;
use crate::login::walk::{Login, Logout, Walked};

pub(in crate::login) fn token_in_an_address(walked: &Walked, look: &mut Look) {
    for login in &walked.logins {
        at_login(look, walked);
        let shown = |text: &str| walked.hidden.iter().any(|hidden| text.contains(hidden));
        if login.visit.locations().any(|to| shown(to.as_str())) {
            look.find(format!("login of {}: header Location", login.who), (
                "A token or secret of the centre stands in an address.",
                "Keep the centre's tokens at the server, and give the browser a session of its own.",
            ));
        }
    }
}

pub(in crate::login) fn session_cookie_readable(walked: &Walked, look: &mut Look) {
    look.reason = Some("the login sets no cookie");
    for login in walked
        .logins
        .iter()
        .filter(|login| login.inside == Some(true))
    {
        let mut set = login
            .visit
            .hops
            .iter()
            .flat_map(|hop| &hop.cookies)
            .peekable();
        if set.peek().is_none() {
            continue;
        }
        look.at();
        // Which cookie is the session's nobody says: one that no script can read is enough.
        let is_hidden = |cookie: &String| cookie.to_ascii_lowercase().contains("httponly");
        let names: Vec<&str> = set.clone().filter_map(|set| Some(named(set)?.0)).collect();
        if !set.any(is_hidden) {
            look.find(format!("login of {}: Set-Cookie {}", login.who, names.join(", ")), (
                "No cookie of the login is HttpOnly: a script in any page can take the session.",
                "Set the session's cookie with HttpOnly, and with Secure where you answer over https.",
            ));
        }
    }
}

pub(in crate::login) fn role_ignored(walked: &Walked, look: &mut Look) {
    let Some((user, admin, stranger)) = &walked.admin else {
        look.absent("no page for administrators was named (--admin-path)");
        return;
    };
    let is_known = |login: &Login| {
        let mut told = login.asked.iter();
        let told = told.any(|asked| asked.wish == walked.pass.naming() && asked.is_granted());
        told && calls::is_let_in(login)
    };
    if user.status == 0 || admin.status == 0 || !walked.logins.iter().all(is_known) {
        return;
    }
    let is_open = |status: u16| (200..300).contains(&status);
    if is_open(stranger.status) {
        look.reason =
            Some("the page for administrators opens for anybody: name one that the server guards");
        return;
    }
    look.at();
    if is_open(user.status) && is_open(admin.status) && user.body == admin.body {
        look.find(
            "the page for administrators",
            (
                "An account with the role user sees the page for administrators.",
                "Read role of userinfo (or of authSync), and open that page for admin alone.",
            ),
        );
    }
    if !is_open(admin.status) {
        look.find("the page for administrators", (
            "An account with the role admin does not see the page for administrators.",
            "Read role of userinfo (or of authSync), and grant admin what an administrator may do.",
        ));
    }
}

pub(in crate::login) fn logout_keeps_session(walked: &Walked, look: &mut Look) {
    let Some(logout) = &walked.logout else {
        return without_logout(look);
    };
    look.reason = Some(UNTOLD);
    if !has_worked(logout) {
        look.reason = Some(NO_GET);
    }
    if let Some(inside) = logout.inside.filter(|_| has_worked(logout)) {
        look.at();
        if inside {
            look.find(
                "the page behind a logout",
                (
                    "The session is good behind the logout.",
                    "End your own session at the server; to delete the cookie is not enough.",
                ),
            );
        }
    }
}

pub(in crate::login) fn logout_leaves_the_centre(walked: &Walked, look: &mut Look) {
    let Some(logout) = &walked.logout else {
        return without_logout(look);
    };
    look.reason = Some(NO_GET);
    if logout.entered && has_worked(logout) {
        look.at();
        if !logout.centre {
            look.find("the logout", (
                "The identity centre is not told of the logout: the next visit logs in again without a question.",
                "Send the browser to {domain_name}/api/v1/logout behind the end of your own session.",
            ));
        }
    }
}

const NO_GET: &str = "nobody was logged in, or the logout takes no GET";

/// Whether a logout takes a GET: others answer with a form that asks once more, or refuse.
fn has_worked(logout: &Logout) -> bool {
    let first = &logout.visit.hops[0];
    (200..400).contains(&first.status) && !first.body.contains("<form")
}

fn without_logout(look: &mut Look) {
    look.absent("no address of a logout was named (--logout-path)");
}
