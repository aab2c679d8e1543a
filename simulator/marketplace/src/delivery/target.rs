//! The production address under test, taken apart once.

use std::net::IpAddr;

use url::{Host, Url};

/// The seller's production address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    url: Url,
    host: String,
    port: u16,
}

/// Why an address cannot be called.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum TargetError {
    /// The text is no URL at all.
    #[error("`{address}` is not an address: {reason}; write it as http://host:port/path")]
    NotAUrl {
        /// What was given.
        address: String,
        /// What the parser said.
        reason: String,
    },
    /// Another scheme than http and https.
    #[error("`{0}` is neither http:// nor https://; write it as http://host:port/path")]
    Scheme(String),
    /// No host.
    #[error("`{0}` names no host; write it as http://host:port/path")]
    NoHost(String),
    /// A query, fragment or credentials, which the marketplace's own parameters would collide with.
    #[error(
        "`{address}` has {what}; the marketplace adds its own query, so give the address alone"
    )]
    TooMuch {
        /// What was given.
        address: String,
        /// The part that does not belong.
        what: &'static str,
    },
}

impl Target {
    /// Takes an address such as `http://127.0.0.1:18080/produceAPI` apart.
    pub fn parse(address: &str) -> Result<Self, TargetError> {
        let given = || address.to_owned();
        // The URL standard reads the first part of the path as the host here; a person forgot it.
        if address.contains(":///") {
            return Err(TargetError::NoHost(given()));
        }
        let url = Url::parse(address).map_err(|reason| match reason {
            url::ParseError::EmptyHost => TargetError::NoHost(given()),
            other => TargetError::NotAUrl {
                address: given(),
                reason: other.to_string(),
            },
        })?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(TargetError::Scheme(given()));
        }
        let too_much = |what| TargetError::TooMuch {
            address: given(),
            what,
        };
        if url.query().is_some() {
            return Err(too_much("a query"));
        }
        if url.fragment().is_some() {
            return Err(too_much("a fragment"));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(too_much("credentials"));
        }
        let host = match url.host() {
            Some(Host::Ipv6(ip)) => ip.to_string(),
            Some(other) => other.to_string(),
            None => return Err(TargetError::NoHost(given())),
        };
        let port = url
            .port_or_known_default()
            .ok_or_else(|| TargetError::Scheme(given()))?;
        Ok(Self { url, host, port })
    }

    /// The address as text, normalised.
    pub fn address(&self) -> &str {
        self.url.as_str()
    }

    /// The path, at least `/`.
    pub fn path(&self) -> &str {
        self.url.path()
    }

    /// The host's name or IP address, without brackets.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The TCP port.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The value of the `Host` header.
    pub fn authority(&self) -> String {
        let host = self.url.host_str().unwrap_or(&self.host);
        self.url
            .port()
            .map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
    }

    /// Whether the scheme is https.
    pub fn is_https(&self) -> bool {
        self.url.scheme() == "https"
    }

    /// Whether the host is this machine, where calls that do business or forge are free.
    pub fn is_loopback(&self) -> bool {
        self.host == "localhost"
            || self.host.ends_with(".localhost")
            || self.host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_keeps_host_port_and_path() {
        let target = Target::parse("http://127.0.0.1:18080/produceAPI").unwrap();
        assert_eq!((target.host(), target.port()), ("127.0.0.1", 18080));
        assert_eq!(target.authority(), "127.0.0.1:18080");
        assert!(target.is_loopback() && !target.is_https());
    }

    #[test]
    fn an_ipv6_address_keeps_its_brackets_in_the_header_only() {
        let target = Target::parse("https://[::1]/x").unwrap();
        assert_eq!((target.host(), target.port()), ("::1", 443));
        assert_eq!(target.authority(), "[::1]");
        assert!(target.is_loopback());
    }

    #[test]
    fn what_is_no_address_is_told_apart() {
        assert!(matches!(
            Target::parse("produceAPI"),
            Err(TargetError::NotAUrl { .. })
        ));
        assert!(matches!(
            Target::parse("http://"),
            Err(TargetError::NoHost(_))
        ));
        assert!(matches!(
            Target::parse("http:///produceAPI"),
            Err(TargetError::NoHost(_))
        ));
        assert!(matches!(
            Target::parse("ftp://host/"),
            Err(TargetError::Scheme(_))
        ));
        for odd in ["http://h/?a=b", "http://h/#x", "http://u:p@h/"] {
            assert!(
                matches!(Target::parse(odd), Err(TargetError::TooMuch { .. })),
                "{odd}"
            );
        }
    }
}
