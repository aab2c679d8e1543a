//! How the gateway shows who it is.

use galleria_protocol::Key;
use galleria_protocol::sdk_hmac::{AccessKey, SecretKey};

/// What the seller and the gateway share.
#[derive(Clone, Debug)]
pub struct AgentConfig {
    /// The AK that tokens tell.
    pub access: AccessKey,
    /// The SK that belongs to it.
    pub secret: SecretKey,
    /// The header of the backend that has an authentication of its own.
    pub own_header: &'static str,
    /// What the gateway keeps for it.
    pub own_value: Key,
}

impl Default for AgentConfig {
    /// Obviously none of a real seller.
    fn default() -> AgentConfig {
        AgentConfig {
            access: AccessKey::new("galleria-test-ak"),
            secret: SecretKey::new("galleria-test-sk"),
            own_header: "X-Agent-Key",
            own_value: Key::new("galleria-test-agent-key"),
        }
    }
}

impl AgentConfig {
    /// The SK of an AK, as a seller looks it up.
    pub fn secret_of(&self, api_key: &str) -> Option<SecretKey> {
        (api_key == self.access.expose()).then(|| self.secret.clone())
    }
}
