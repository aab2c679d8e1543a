//! TLS towards the seller: whom it trusts, what the handshake agreed on, and why it failed.
//!
//! | module | what it holds |
//! |---|---|
//! | `settings` | whom to trust, as the user says it |
//! | `client` | one handshake and its facts |
//! | `verifier` | looks at every certificate, also where any will do |
//! | `certificate` | what can be wrong with a certificate, by its name |
//! | `trouble` | why there was no handshake, by its name |
//! | `dial` | TLS above any other dial |

mod certificate;
mod client;
mod dial;
mod settings;
mod trouble;
mod verifier;

pub use certificate::{CertificateFault, CertificateFlaw};
pub use client::TlsFacts;
pub use dial::TlsDial;
pub use settings::{TlsError, TlsSettings};
pub use trouble::TlsTrouble;
