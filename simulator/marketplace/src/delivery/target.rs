//! The production address under test, taken apart once.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

/// The seller's production address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    url: Url,
    host: String,
    port: u16,
}

/// From where an address can be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// From this machine.
    Loopback,
    /// From a private network: an address or a name that means nothing outside it.
    Private,
    /// From anywhere.
    Public,
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
        self.reach() == Reach::Loopback
    }

    /// From where the address can be called, as far as it tells.
    pub fn reach(&self) -> Reach {
        match self.ip() {
            Some(IpAddr::V4(ip)) => reach_v4(ip),
            Some(IpAddr::V6(ip)) => ip.to_ipv4_mapped().map_or_else(|| reach_v6(ip), reach_v4),
            None => reach_of_name(self.host.trim_end_matches('.')),
        }
    }

    /// The host as an IP address, where it is no name.
    pub fn ip(&self) -> Option<IpAddr> {
        self.host.parse().ok()
    }

    /// Whether the port is the one that the scheme stands for.
    pub fn is_usual_port(&self) -> bool {
        self.url.port().is_none()
    }
}

fn reach_v4(ip: Ipv4Addr) -> Reach {
    // 100.64.0.0/10 is shared address space behind a carrier's translation (RFC 6598).
    let shared = ip.octets()[0] == 100 && ip.octets()[1] & 0xc0 == 64;
    if ip.is_loopback() || ip.is_unspecified() {
        Reach::Loopback
    } else if ip.is_private() || ip.is_link_local() || shared {
        Reach::Private
    } else {
        Reach::Public
    }
}

fn reach_v6(ip: Ipv6Addr) -> Reach {
    if ip.is_loopback() || ip.is_unspecified() {
        Reach::Loopback
    } else if ip.is_unique_local() || ip.is_unicast_link_local() {
        Reach::Private
    } else {
        Reach::Public
    }
}

/// Endings of names that no public resolver knows (RFC 2606, 6762, 8375, and custom).
const PRIVATE_ENDINGS: [&str; 9] = [
    ".test",
    ".local",
    ".lan",
    ".home",
    ".home.arpa",
    ".internal",
    ".intranet",
    ".corp",
    ".private",
];

fn reach_of_name(name: &str) -> Reach {
    if name == "localhost" || name.ends_with(".localhost") {
        Reach::Loopback
    } else if !name.contains('.') || PRIVATE_ENDINGS.iter().any(|end| name.ends_with(end)) {
        Reach::Private
    } else {
        Reach::Public
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
    fn an_address_tells_from_where_it_can_be_called() {
        let reach = |address: &str| Target::parse(address).unwrap().reach();
        for own in [
            "http://127.1.2.3/",
            "http://localhost:1/",
            "http://a.localhost./",
            "http://[::1]/",
            "http://[::ffff:127.0.0.1]/",
        ] {
            assert_eq!(reach(own), Reach::Loopback, "{own}");
        }
        for private in [
            "http://10.0.0.1/",
            "http://172.31.0.1/",
            "http://192.168.1.1/",
            "http://100.64.0.1/",
            "http://[fd00::1]/",
            "http://seller:8080/",
            "http://host.docker.internal/",
            "http://isv.test/",
        ] {
            assert_eq!(reach(private), Reach::Private, "{private}");
        }
        for public in [
            "http://isv.example/",
            "http://203.0.113.7/",
            "http://172.32.0.1/",
            "http://100.128.0.1/",
            "http://[2001:db8::1]/",
        ] {
            assert_eq!(reach(public), Reach::Public, "{public}");
        }
    }

    #[test]
    fn a_port_is_usual_where_the_scheme_stands_for_it() {
        let usual = |address: &str| Target::parse(address).unwrap().is_usual_port();
        assert!(usual("https://isv.example/") && usual("https://isv.example:443/"));
        assert!(!usual("https://isv.example:8443/"));
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
