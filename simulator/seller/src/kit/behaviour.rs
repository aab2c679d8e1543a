//! Every decision of the kit, one method each.

use std::fmt;

use chrono::{DateTime, Utc};
use galleria_protocol::kit::request::{ApplicationSync, RequestError};
use galleria_protocol::kit::{Request, token};
use galleria_protocol::signed_call::Claim;
use galleria_protocol::v1::answer::Answer;
use galleria_protocol::{Api, Key, body_sign, code, kit_signature};

use super::arrived::{Arrived, Object};
use super::signature;
use crate::Behaviour;
use crate::outcome::Refusal;
use crate::reading::{Unauthentic, WINDOW};
use crate::seller::Seller;

/// How a seller decides about kit calls. The default methods are the right ones.
pub trait KitBehaviour: fmt::Debug + Send + Sync {
    /// Whether the seller has the kit's addresses: it does.
    fn is_served(&self) -> bool {
        true
    }

    /// The access key of a version's kit calls [kit §1.1].
    fn key<'a>(&self, seller: &'a Seller, api: Api) -> &'a Key {
        seller.kit().key(api)
    }

    /// What is looked at before the signature: nothing.
    fn glance(&self, _seller: &Seller, _arrived: &Arrived) -> Result<(), Refusal> {
        Ok(())
    }

    /// Whether a call comes from the marketplace [kit §1.2, §1.3].
    fn authenticate(&self, seller: &Seller, arrived: &Arrived) -> Result<(), Unauthentic> {
        let behaviour = seller.behaviour().kit();
        signature::check(behaviour, seller, arrived)
    }

    /// Whether a V1 body fits its token.
    fn is_token_right(&self, key: &Key, body: &Object, header: Option<&str>) -> bool {
        token::verify(key, body, header).is_ok()
    }

    /// What the headers of a V2 call say of it: time, nonce and signature, all of them there.
    fn claim(&self, arrived: &Arrived) -> Result<Claim, Unauthentic> {
        signature::claim(arrived)
    }

    /// Whether a V2 call of that age, in milliseconds, is taken: a minute to either side.
    fn is_fresh(&self, age: i64) -> bool {
        age.abs() <= WINDOW
    }

    /// Whether a V2 body fits its signature.
    fn is_signed(&self, key: &Key, claim: &Claim, body: &[u8]) -> bool {
        kit_signature::fitting_form(key, claim, body).is_some()
    }

    /// Whether the nonce of a rightly signed V2 call was never used before.
    fn is_first_use(&self, seller: &Seller, nonce: &str, at: DateTime<Utc>) -> bool {
        seller.nonces().is_first_use(nonce, at)
    }

    /// Reads the body.
    fn read(&self, arrived: &Arrived, body: &Object) -> Result<Request, RequestError> {
        Request::from_json(arrived.api, arrived.call, body)
    }

    /// A further reason to refuse a call that is in order: there is none.
    fn objection(
        &self,
        _seller: &Seller,
        _arrived: &Arrived,
        _request: &Request,
    ) -> Option<Refusal> {
        None
    }

    /// The secret of an application, decrypted. One that does not decrypt leaves nobody able to log
    /// in, so the call is refused; 000101 is what the vendor's sample answers [kit §1.5].
    fn secret(&self, seller: &Seller, application: &ApplicationSync) -> Result<Key, Refusal> {
        let kit = seller.kit();
        let secret = kit
            .private_key
            .decrypt(kit.hash, &application.client_secret);
        secret.map(Key::new).map_err(|_| Refusal::Declined {
            code: code::MOBILE_PHONE_UNUSABLE,
            message: "the clientSecret does not decrypt",
        })
    }

    /// What answers an addition of what is there already: success [kit §1.4-1.8].
    fn repeated_addition(&self) -> Result<(), Refusal> {
        Ok(())
    }

    /// What answers the deletion of what was deleted before: success [kit §1.4].
    fn repeated_deletion(&self) -> Result<(), Refusal> {
        Ok(())
    }

    /// What answers the deletion of what was never there: success [kit §1.4].
    fn unknown_deletion(&self) -> Result<(), Refusal> {
        Ok(())
    }

    /// The members of the answer.
    fn document(&self, _arrived: &Arrived, answer: &Answer) -> Object {
        answer.to_json()
    }

    /// The value of `Body-Sign` over these bytes: V1 signs, V2's examples do not [kit §1.1].
    fn body_sign(&self, key: &Key, arrived: &Arrived, body: &[u8]) -> Option<String> {
        (arrived.api == Api::V1).then(|| body_sign::header_value(key, body))
    }
}

/// A seller that decides about the kit in its own way is in all else the reference seller.
impl<T: KitBehaviour> Behaviour for T {
    fn kit(&self) -> &dyn KitBehaviour {
        self
    }
}

/// The seller that does everything as the pages ask.
#[derive(Clone, Copy, Debug, Default)]
pub struct KitReference;

impl KitBehaviour for KitReference {}
