//! Every mistake that the crate can name is made here, as a seller would make it, and must be named
//! by exactly its slug. The signed texts stand here as they came out of the libraries.

mod at_once;
mod body_sign_algorithm;
mod body_sign_bytes;
mod body_sign_json;
mod body_sign_key;
mod calls;
mod calls_body;
mod calls_text;
mod coverage;
mod credential_form;
mod credential_key;
mod credential_mode;
mod encoding;
mod sdk_hmac;
mod signing;
mod token;
