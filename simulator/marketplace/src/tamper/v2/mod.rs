//! What is done to V2 calls alone: their date, their nonce, the bytes of their body [v2 §2].

pub(super) mod dating;
pub(super) mod signature;
pub(super) mod writing;
