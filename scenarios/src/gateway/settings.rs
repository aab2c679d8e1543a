//! Where the backend is, how the gateway shows who it is, by what is billed.

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::Delivery;
use galleria_marketplace::mint::Mint;
use galleria_protocol::Key;
use galleria_protocol::gateway::usage::Metered;
use galleria_protocol::gateway::{CUSTOMER_ID, CUSTOMER_NAME, REQUEST_ID};
use galleria_protocol::sdk_hmac::{AccessKey, SecretKey};

/// How a token stands in its header: the pages do not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenForm {
    /// Behind the word `Bearer`.
    Bearer,
    /// Alone.
    Plain,
}

impl TokenForm {
    /// The other one.
    #[must_use]
    pub fn other(self) -> TokenForm {
        match self {
            TokenForm::Bearer => TokenForm::Plain,
            TokenForm::Plain => TokenForm::Bearer,
        }
    }
}

/// How the gateway shows who it is.
#[derive(Clone, Debug)]
pub enum Auth {
    /// By a token under the SK of the seller's AK.
    Token {
        /// The AK.
        access: AccessKey,
        /// The SK.
        secret: SecretKey,
        /// The header.
        header: &'static str,
        /// How it stands there; where nothing is told, as the backend takes it.
        form: Option<TokenForm>,
    },
    /// By headers that never change, and that the gateway keeps.
    Own(Vec<(&'static str, Key)>),
}

/// What not every test of a backend has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Tokens by which the gateway shows who it is.
    Token,
    /// Something in the answer that is billed.
    Billed,
    /// Tokens of a model that are billed.
    Tokens,
    /// A stream.
    Stream,
    /// A stream that is billed.
    BilledStream,
}

/// What a test of a backend needs.
#[derive(Debug)]
pub struct GatewaySettings {
    /// The way to the backend.
    pub backend: Delivery,
    /// The backend's whole address, for reports.
    pub address: String,
    /// The path and query that are called.
    pub target: String,
    /// Whether it is called with POST, and not with GET.
    pub post: bool,
    /// What is sent; empty for GET.
    pub body: Vec<u8>,
    /// How the gateway shows who it is.
    pub auth: Auth,
    /// By what is billed.
    pub metered: Metered,
    /// Whether a stream is answered.
    pub stream: bool,
    /// How many customers call.
    pub customers: usize,
    /// The time.
    pub clock: Clock,
    /// Where ids and names start from.
    pub mint: Mint,
}

/// Why a backend cannot be tried.
#[derive(Debug, thiserror::Error)]
pub enum GatewayTrouble {
    /// It cannot be reached.
    #[error("the backend cannot be reached: {0}")]
    Unreachable(String),
}

/// The name of a header, for as long as the process lasts; `None` where it can be none, or is one that the gateway
/// or HTTP itself sets.
pub fn header_name(text: &str) -> Option<&'static str> {
    let name = http::HeaderName::try_from(text).ok()?;
    let taken = [REQUEST_ID, CUSTOMER_ID, CUSTOMER_NAME]
        .iter()
        .any(|own| own.eq_ignore_ascii_case(text));
    let framing = ["host", "connection", "content-length", "transfer-encoding"];
    if taken || framing.contains(&name.as_str()) {
        return None;
    }
    Some(Box::leak(text.to_owned().into_boxed_str()))
}
