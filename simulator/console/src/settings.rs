//! What the console is told when it starts.

use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::TlsSettings;
use galleria_marketplace::open_api::Credentials;
use subtle::ConstantTimeEq as _;

/// The shortest token that is taken, in bytes: what is shorter can be guessed.
const SHORTEST_TOKEN: usize = 16;

/// The settings of a console.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Who asks for a page must show this; needed where others than this machine reach the console.
    pub token: Option<Token>,
    /// The names by which the console may be called, beside `localhost` and plain addresses.
    pub hosts: Vec<String>,
    /// The hosts that may be called beside this machine; with a token this machine too must be named.
    pub allowed: Vec<String>,
    /// Whom TLS trusts.
    pub tls: TlsSettings,
    /// The SQLite file of what the console keeps; its key is beside it.
    pub file: PathBuf,
    /// The folder of the saved cases, which the commands `debug`, `cases` and `dialtest` share.
    pub cases: PathBuf,
    /// The folder of the failed deliveries, which the command `messages` shares.
    pub messages: PathBuf,
    /// Where the open APIs are served while a market of a V2 seller is open, and the AK and SK there.
    pub open_api: Option<(SocketAddr, Credentials)>,
    /// Where the identity centre of the first enterprise of a market is; each further one has the next port
    /// that is free. With port 0 the system chooses each.
    pub identity: SocketAddr,
    /// The time.
    pub clock: Clock,
}

/// What lets somebody in. It is shown nowhere.
#[derive(Clone)]
pub struct Token(String);

/// Why a text is no token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// It can be guessed.
    #[error(
        "the token has fewer than {SHORTEST_TOKEN} characters, so that it can be guessed; `openssl rand -hex 32` makes a good one"
    )]
    Short,
}

impl Token {
    /// A token; white space around it is left out.
    ///
    /// # Errors
    /// Where it is too short.
    pub fn new(text: &str) -> Result<Self, TokenError> {
        let text = text.trim();
        if text.len() < SHORTEST_TOKEN {
            return Err(TokenError::Short);
        }
        Ok(Self(text.to_owned()))
    }

    /// Whether somebody shows this token. Takes as long for every text of its length.
    pub(crate) fn is(&self, shown: &str) -> bool {
        self.0.as_bytes().ct_eq(shown.trim().as_bytes()).into()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_not_shown_and_must_be_long() {
        assert_eq!(Token::new("short").unwrap_err(), TokenError::Short);
        let token = Token::new(" obviously-fake-token\n").unwrap();
        assert!(token.is("obviously-fake-token"));
        assert!(!token.is("obviously-fake-tokem") && !token.is(""));
        assert_eq!(format!("{token:?}"), "Token");
    }
}
