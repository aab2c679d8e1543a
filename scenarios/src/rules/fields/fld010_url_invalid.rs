//! FLD010: an address that leads nowhere.

use serde_json::{Map, Value};

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// `frontEndUrl`, `adminUrl` and `dashboardUrl` are absolute addresses: http or https and a host.
    ///
    /// # Why it matters
    /// The buyer follows the link from the platform's site, where `/app` leads nowhere.
    ///
    /// # A seller that breaks it
    /// Sends a path, a host without scheme, or an address with a placeholder that nobody filled.
    ///
    /// # How to fix
    /// Send the whole address, such as `https://app.example.com/login`.
    ///
    /// # What a lawful seller may do
    /// Use http, a port, a query, a fragment, and a host in any script; leave the optional ones out,
    /// null or empty.
    FLD010 = {
        name: "url-invalid",
        force: Should,
        source: "v1 §5.1, §5.7",
        needs: "answer with an address",
        lawful: [
            "address-in-any-form",
            "credentials-empty",
            "credentials-null",
            "front-end-url-only",
        ],
        family: [Saas],
        faults: ["front-end-url-relative"],
        check: check,
    }
}

const NAMES: [&str; 3] = ["frontEndUrl", "adminUrl", "dashboardUrl"];

fn check(play: &Play, look: &mut Look) {
    for (exchange, object) in play.accepted() {
        let mut found = Vec::new();
        addresses(object, "", &mut found);
        for (place, url) in found {
            look.expect(exchange, is_absolute(url), || {
                Fault::at(format!("body {place}"))
                    .expected("an absolute http or https address")
                    .actual(url)
                    .because("The buyer follows this link from the platform's site.")
                    .fix("Send the whole address with its scheme and host.")
            });
        }
    }
}

/// Every address in the answer that is not empty, with its place.
fn addresses<'a>(object: &'a Map<String, Value>, at: &str, found: &mut Vec<(String, &'a str)>) {
    for (name, value) in object {
        let place = format!("{at}/{name}");
        match value {
            Value::String(url) if NAMES.contains(&name.as_str()) && !url.is_empty() => {
                found.push((place, url));
            }
            Value::Object(inner) => addresses(inner, &place, found),
            Value::Array(items) => {
                for (number, item) in items.iter().enumerate() {
                    if let Value::Object(inner) = item {
                        addresses(inner, &format!("{place}/{number}"), found);
                    }
                }
            }
            _ => {}
        }
    }
}

fn is_absolute(url: &str) -> bool {
    let Some((scheme, rest)) = url.split_once("://") else {
        return false;
    };
    let http = ["http", "https"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known));
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    http && !host.is_empty() && !host.contains(['{', '}', '<', '>', ' '])
}

#[cfg(test)]
mod tests {
    use super::is_absolute;

    #[test]
    fn whole_addresses_are_told_from_parts() {
        for url in [
            "https://a.example",
            "HTTP://a:8080/x?y#z",
            "https://例子.example/#/app",
        ] {
            assert!(is_absolute(url), "{url}");
        }
        for url in [
            "/app",
            "a.example/app",
            "https:///app",
            "ftp://a",
            "https://{host}/app",
        ] {
            assert!(!is_absolute(url), "{url}");
        }
    }
}
