//! Why the signature of a V2 call, or of a usage push, does not fit [v2 §2, §7.2].

mod body;
mod class;
mod digest;
mod function;
mod key;
mod parts;
mod recipe;
mod text;
mod usage;

pub(super) use function::TEXT_SHA256;
pub(super) use recipe::{Function, keyed};

use self::recipe::{BodyPart, Part, Recipe};
use super::catalog::Mistake;
use super::mistaken::{Mistaken, distinct};
use super::recipe::{Recipe as _, Search, Tables, Written, all as of_tables};
use super::{Context, Diagnosis, Family, hex_writing};
use crate::signed_call::Claim;
use crate::{Key, kit_signature, query_signature, usage_signature};

static QUERY: Tables<Recipe> = &[
    (Family::CallBody, body::TABLE),
    (Family::CallBody, digest::QUERY),
    (Family::CallKey, key::TABLE),
    (Family::CallText, parts::TABLE),
    (Family::CallText, text::TABLE),
    (Family::Function, function::TABLE),
];

static KIT: Tables<Recipe> = &[
    (Family::CallBody, body::TABLE),
    (Family::CallBody, digest::KIT),
    (Family::CallKey, key::TABLE),
    (Family::CallText, parts::TABLE),
    (Family::CallText, text::TABLE),
    (Family::Function, function::TABLE),
];

static USAGE: Tables<Recipe> = &[
    (Family::CallBody, body::TABLE),
    (Family::CallBody, digest::USAGE),
    (Family::CallKey, key::TABLE),
    (Family::CallText, usage::PARTS),
    (Family::CallText, usage::TABLE),
    (Family::Function, function::TABLE),
];

/// The order in which a call's text holds its parts.
const ORDER: [Part; 4] = [Part::Key, Part::Nonce, Part::Timestamp, Part::Body];

/// Why a claim's signature is not that of a call of the base interfaces: it is made again under each
/// likely mistake, then under two at once. A body over 128 KiB is not looked into.
pub fn of_query_signature(
    key: &Key,
    claim: &Claim,
    body: &[u8],
    context: &Context<'_>,
) -> Diagnosis {
    if query_signature::fitting_form(key, claim, body).is_some() {
        return Diagnosis::Right;
    }
    let right = Recipe {
        body_part: BodyPart::Hmac,
        ..Recipe::new(key, claim, body, context)
    };
    search(claim, body, Written::Hex).explain(&right, QUERY)
}

/// The signatures of a call of the base interfaces as somebody who makes one mistake computes them, the
/// likelier first within a family. The signature in the claim does not matter.
pub fn mistaken_signatures(key: &Key, claim: &Claim, body: &[u8]) -> Vec<Mistaken> {
    let right = Recipe {
        body_part: BodyPart::Hmac,
        ..Recipe::new(key, claim, body, &Context::default())
    };
    let digest = right.digest();
    let writings = hex_writing::wrong_writings(&digest).into_iter();
    let writings = writings.map(|(mistake, text)| Mistaken::new(mistake, text));
    let deviations = QUERY.iter().flat_map(|(_, table)| table.iter());
    let deviations = deviations.flat_map(|entry| {
        let recipes = (entry.vary)(&right).into_iter();
        recipes.map(|recipe| Mistaken::new(&entry.mistake, hex::encode(recipe.digest())))
    });
    distinct(&hex::encode(&digest), writings.chain(deviations))
}

/// Why a claim's signature is not that of a call of the kit interfaces; as
/// [`of_query_signature`].
pub fn of_kit_signature(key: &Key, claim: &Claim, body: &[u8], context: &Context<'_>) -> Diagnosis {
    if kit_signature::fitting_form(key, claim, body).is_some() {
        return Diagnosis::Right;
    }
    let right = Recipe::new(key, claim, body, context);
    search(claim, body, Written::Hex).explain(&right, KIT)
}

/// Why a claim's signature is not that of a usage push; as [`of_query_signature`].
pub fn of_usage_signature(
    key: &Key,
    claim: &Claim,
    body: &[u8],
    context: &Context<'_>,
) -> Diagnosis {
    if usage_signature::fitting_form(key, claim, body).is_some() {
        return Diagnosis::Right;
    }
    let right = Recipe {
        order: vec![Part::Timestamp, Part::Nonce, Part::Body],
        mark: "&",
        named: true,
        ..Recipe::new(key, claim, body, context)
    };
    search(claim, body, Written::Base64).explain(&right, USAGE)
}

fn search<'a>(claim: &'a Claim, body: &[u8], written: Written) -> Search<'a> {
    Search {
        text: &claim.signature,
        written,
        size: body.len(),
    }
}

pub(super) fn all() -> impl Iterator<Item = (Family, &'static Mistake)> {
    of_tables(QUERY)
        .chain(of_tables(KIT))
        .chain(of_tables(USAGE))
}
