//! The protocol a second time, straight from the access guide and as plainly as can be. It shares
//! no code with the crate: of libraries it uses only the primitives SHA-1, SHA-256 and the AES
//! block. Slow, and meant to be.

pub(crate) mod base64;
pub(crate) mod call;
pub(crate) mod cipher;
pub(crate) mod form;
pub(crate) mod hmac;
pub(crate) mod sdk;
pub(crate) mod token;
