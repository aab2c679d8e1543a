//! Why the signature of a call of the open APIs does not fit [v2 §7.3].

mod function;
mod headers;
mod key;
mod recipe;
mod request;
mod string;

use self::recipe::Recipe;
use super::catalog::Mistake;
use super::recipe::{Recipe as _, Search, Tables, Written, all as of_tables};
use super::{Cause, Context, Diagnosis, Family};
use crate::sdk_hmac::{Authorization, Call, SdkError, SecretKey, verify};

static TABLES: Tables<Recipe> = &[
    (Family::OpenApiText, request::TABLE),
    (Family::OpenApiText, headers::TABLE),
    (Family::OpenApiText, string::TABLE),
    (Family::OpenApiKey, key::TABLE),
    (Family::Function, function::TABLE),
];

static NOT_SIGNED: Mistake = Mistake {
    slug: "required-header-not-signed",
    explanation: "The signature is right, but host or x-sdk-date is not among the signed headers.",
    fix: "Sign host and x-sdk-date, and list both in SignedHeaders.",
};

/// Why the signature in `authorization` is not that of `call`: it is made again under each likely
/// mistake, then under two at once. A body over 128 KiB is not looked into.
pub fn of_sdk_hmac(
    secret: &SecretKey,
    authorization: &Authorization,
    call: &Call,
    context: &Context<'_>,
) -> Diagnosis {
    let verified = verify(secret, authorization, call);
    if verified.is_ok() {
        return Diagnosis::Right;
    }
    let right = Recipe::new(secret, authorization, call, context);
    let is_right = authorization.signature == hex::encode(right.digest());
    if is_right && matches!(verified, Err(SdkError::NotSigned(_))) {
        return Diagnosis::Named(Cause::one(&NOT_SIGNED));
    }
    let search = Search {
        text: &authorization.signature,
        written: Written::LowerHex,
        size: call.body.len(),
    };
    search.explain(&right, TABLES)
}

pub(super) fn all() -> impl Iterator<Item = (Family, &'static Mistake)> {
    of_tables(TABLES).chain(std::iter::once((Family::OpenApiText, &NOT_SIGNED)))
}
