//! What is kept of a call: the evidence that rules judge and reports show.
//!
//! `capture` is the one place where a delivery becomes an [`Exchange`]. The key is at hand there
//! and nowhere behind it: what only the key can tell (does the signature fit, does the password
//! decrypt) is written down as a [`Reading`], and the secrets are taken out of the text.

mod answer;
mod capture;
mod credential;
mod echo;
mod exchange;
mod forms;
mod intent;
mod learned;
mod reading;
mod redact;
mod scrubbed;
pub mod signature;
mod told;

pub use answer::{Answer, Body, KEPT_BODY};
pub use capture::{Capture, Place};
pub use credential::{CredentialReading, CredentialState};
pub use echo::{Echoed, TokenEcho};
pub use exchange::{Exchange, ExchangeId, SentRequest};
pub use intent::{Intent, Role};
pub use reading::{Charset, Outcome, Reading, Unreadable};
pub use redact::{REDACTED, Redactor};
pub use signature::{NameOnWire, SignatureReading, SignatureValue};
pub use told::Told;
