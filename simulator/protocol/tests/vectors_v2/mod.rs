//! The known answers in `vectors/v2.json`, every one of them: what the vendor's pages print, what
//! others published, and what an independent program computed.

mod calls;
mod file;
mod official;
mod sdk_hmac;
