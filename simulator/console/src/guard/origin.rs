//! Where a request that changes something may come from.
//!
//! Browsers say it themselves, in `Origin` and `Sec-Fetch-Site`. Programs that are no browser say neither,
//! and no stranger's page can make one of them call.

use axum::http::{HeaderMap, Method};
use url::Url;

/// Whether a request may do what it asks for.
pub(super) fn may(method: &Method, headers: &HeaderMap, host: &str) -> bool {
    if method.is_safe() {
        return true;
    }
    let text = |name| {
        headers
            .get(name)
            .map(|value| value.to_str().unwrap_or("null"))
    };
    let same_site =
        text("sec-fetch-site").is_none_or(|site| matches!(site, "same-origin" | "none"));
    let same_origin = text("origin").is_none_or(|origin| is_of(origin, host));
    same_site && same_origin
}

/// Whether an origin is that of the host that was called.
fn is_of(origin: &str, host: &str) -> bool {
    let called = Url::parse(&format!("http://{host}"));
    let (Ok(origin), Ok(called)) = (Url::parse(origin), called) else {
        return false;
    };
    let default = called.port().or_else(|| origin.port_or_known_default());
    origin.host() == called.host() && origin.port_or_known_default() == default
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(headers: &[(&'static str, &'static str)]) -> bool {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.insert(*name, value.parse().unwrap());
        }
        may(&Method::POST, &map, "localhost:4710")
    }

    #[test]
    fn forms_of_the_console_itself_are_taken() {
        assert!(asked(&[]));
        assert!(asked(&[
            ("origin", "http://localhost:4710"),
            ("sec-fetch-site", "same-origin")
        ]));
        assert!(may(&Method::GET, &HeaderMap::new(), "localhost:4710"));
    }

    #[test]
    fn forms_of_other_sites_are_refused() {
        for origin in [
            "null",
            "http://evil.example",
            "http://localhost:4711",
            "http://localhost",
            "x",
        ] {
            assert!(!asked(&[("origin", origin)]), "{origin}");
        }
        assert!(!asked(&[("sec-fetch-site", "cross-site")]));
        assert!(!asked(&[
            ("origin", "http://localhost:4710"),
            ("sec-fetch-site", "same-site")
        ]));
    }

    #[test]
    fn a_console_behind_tls_is_known_by_its_default_port() {
        let mut map = HeaderMap::new();
        map.insert("origin", "https://console.example".parse().unwrap());
        assert!(may(&Method::POST, &map, "console.example"));
    }
}
