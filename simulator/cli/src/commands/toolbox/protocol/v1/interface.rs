//! Which function answers for which computation.

use galleria_protocol::cipher::{EncryptType, IV_LEN};
use galleria_protocol::params::Reading;
use galleria_protocol::{Api, Key, Params, token};

use super::{answer, credential, request, sign};
use crate::commands::toolbox::protocol::api::{Answers, Logins};
use crate::commands::toolbox::protocol::{Draft, Known, Protocol};
use crate::commands::toolbox::working::Working;
use crate::error::CliError;
use crate::pasted::{Answer, Request};

/// Calls are signed by `authToken` in the query, answers by the header `Body-Sign`.
pub(in crate::commands::toolbox::protocol) struct V1;

impl Protocol for V1 {
    fn name(&self) -> &'static str {
        Api::V1.name()
    }

    fn is_signed(&self, request: &Request) -> bool {
        Params::parse(&request.query, Reading::Form).contains(token::PARAMETER)
    }

    fn sign_request(&self, key: &Key, draft: &Draft) -> Result<Working, CliError> {
        sign::request(key, draft)
    }

    fn verify_request(
        &self,
        key: &Key,
        request: &Request,
        known: &Known<'_>,
    ) -> Result<Working, CliError> {
        request::verify(key, request, known)
    }

    fn answers(&self) -> Option<&dyn Answers> {
        Some(self)
    }

    fn logins(&self) -> Option<&dyn Logins> {
        Some(self)
    }
}

impl Answers for V1 {
    fn sign_answer(&self, key: &Key, body: &[u8]) -> Working {
        sign::answer(key, body)
    }

    fn verify_answer(&self, key: &Key, answer: &Answer, known: &Known<'_>) -> Working {
        answer::verify(key, answer, known)
    }
}

impl Logins for V1 {
    fn encrypt(&self, key: &Key, kind: EncryptType, iv: &[u8; IV_LEN], text: &str) -> Working {
        credential::encrypt(key, kind, iv, text)
    }

    fn decrypt(&self, key: &Key, kind: EncryptType, value: &str, known: &Known<'_>) -> Working {
        credential::decrypt(key, kind, value, known)
    }

    fn decrypt_answer(
        &self,
        key: &Key,
        kind: Option<EncryptType>,
        body: &[u8],
        known: &Known<'_>,
    ) -> Result<Vec<Working>, CliError> {
        credential::decrypt_answer(key, kind, body, known)
    }
}
