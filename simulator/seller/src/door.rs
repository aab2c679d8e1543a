//! How a seller is reached: the address that the marketplace is told, and the TLS in front of it.

/// The way to a seller.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Door {
    /// Scheme, host and port that the marketplace calls, such as `https://isv.example`; where the
    /// seller listens, if none.
    pub origin: Option<&'static str>,
    /// What is in front of HTTP.
    pub tls: Tls,
}

/// What a connection meets before HTTP.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tls {
    /// Nothing: plain HTTP.
    #[default]
    Absent,
    /// A handshake.
    Present(Handshake),
    /// These bytes in answer to whatever comes, then the end: a server that cannot agree.
    Refused(&'static [u8]),
}

/// What a handshake offers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Handshake {
    /// The certificate.
    pub certificate: Certificate,
    /// Whether TLS 1.3 is left out.
    pub only_tls_1_2: bool,
    /// The versions of HTTP that it agrees to, the one that it likes best first.
    pub http: Http,
}

/// The versions of HTTP that a server agrees to in the handshake.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Http {
    /// It says nothing of it.
    #[default]
    Unsaid,
    /// HTTP/1.1.
    One,
    /// HTTP/2, and HTTP/1.1 for those who lack it.
    TwoOrOne,
    /// HTTP/2 alone.
    Two,
}

/// Who vouches for a server, and for what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Certificate {
    /// The authority that the marketplace trusts, for the address's host.
    #[default]
    Trusted,
    /// That authority, for every host beside it: `*.example`.
    Wildcard,
    /// That authority through another one, whose certificate is sent along.
    ThroughIntermediate,
    /// The same, but the other one's certificate is not sent.
    WithoutIntermediate,
    /// The server itself.
    SelfSigned,
    /// An authority that nobody knows.
    UnknownAuthority,
    /// The authority, until yesterday.
    Expired,
    /// The authority, from tomorrow on.
    NotYetValid,
    /// The authority, for another host.
    OtherHost,
}

impl Door {
    /// A door at `origin` with that handshake.
    #[must_use]
    pub const fn secured(origin: &'static str, handshake: Handshake) -> Door {
        Door {
            origin: Some(origin),
            tls: Tls::Present(handshake),
        }
    }

    /// The host of the origin, without port and brackets; this machine's name where there is none.
    pub fn host(&self) -> &'static str {
        let origin = self.origin.unwrap_or("http://localhost");
        let authority = origin.split_once("://").map_or(origin, |(_, rest)| rest);
        match authority.strip_prefix('[') {
            Some(v6) => v6.split(']').next().unwrap_or(v6),
            None => authority.split(':').next().unwrap_or(authority),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_door_knows_its_host() {
        let host = |origin| {
            Door {
                origin,
                ..Door::default()
            }
            .host()
        };
        assert_eq!(host(None), "localhost");
        assert_eq!(host(Some("https://isv.example")), "isv.example");
        assert_eq!(host(Some("https://isv.example:8443")), "isv.example");
        assert_eq!(host(Some("https://[2001:db8::1]:1")), "2001:db8::1");
    }
}
