//! The names by which the console may be called.
//!
//! A page of a stranger can let its own name point to this machine (DNS rebinding) and would then be of
//! the console's origin. It cannot do so with an address, nor with `localhost`.

use std::net::IpAddr;

/// Whether a Host header names the console: `localhost`, an address, or one of `known`.
pub(super) fn is_ours(host: &str, known: &[String]) -> bool {
    let name = without_port(host);
    let bare = name.trim_start_matches('[').trim_end_matches(']');
    bare.parse::<IpAddr>().is_ok()
        || name.eq_ignore_ascii_case("localhost")
        || known.iter().any(|known| known.eq_ignore_ascii_case(name))
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_can_be_rebound_is_not_ours() {
        let known = ["console.example".to_owned()];
        for host in [
            "localhost",
            "LOCALHOST:4710",
            "127.0.0.1:4710",
            "[::1]:4710",
            "[::1]",
            "10.1.2.3",
            "Console.example:80",
        ] {
            assert!(is_ours(host, &known), "{host}");
        }
        for host in [
            "",
            "evil.example",
            "localhost.evil.example",
            "127.0.0.1.evil.example:4710",
            ":4710",
        ] {
            assert!(!is_ours(host, &known), "{host}");
        }
    }
}
