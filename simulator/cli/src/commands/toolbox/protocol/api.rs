//! The computations that each interface has in its own way.

use chrono::{DateTime, Utc};
use galleria_protocol::Key;
use galleria_protocol::cipher::{EncryptType, IV_LEN};

use super::{v1, v2};
use crate::args::ApiName;
use crate::commands::toolbox::working::Working;
use crate::error::CliError;
use crate::pasted::{Answer, Request};

/// The computations of an interface, each told step by step.
pub(in crate::commands::toolbox) trait Protocol {
    /// Its name, as `--api` has it.
    fn name(&self) -> &'static str;

    /// Whether a call carries a signature of this interface.
    fn is_signed(&self, request: &Request) -> bool;

    /// Signs a call.
    fn sign_request(&self, key: &Key, draft: &Draft) -> Result<Working, CliError>;

    /// Checks the signature of a call.
    fn verify_request(
        &self,
        key: &Key,
        request: &Request,
        known: &Known<'_>,
    ) -> Result<Working, CliError>;

    /// What it does with answers, where it signs them; elsewhere the calls have bodies.
    fn answers(&self) -> Option<&dyn Answers> {
        None
    }

    /// What it does with logins, where it encrypts them.
    fn logins(&self) -> Option<&dyn Logins> {
        None
    }
}

/// The computations of an interface that signs answers.
pub(in crate::commands::toolbox) trait Answers {
    /// Signs the body of an answer.
    fn sign_answer(&self, key: &Key, body: &[u8]) -> Working;

    /// Checks the signature of an answer.
    fn verify_answer(&self, key: &Key, answer: &Answer, known: &Known<'_>) -> Working;
}

/// The computations of an interface that encrypts logins.
pub(in crate::commands::toolbox) trait Logins {
    /// Encrypts a text.
    fn encrypt(&self, key: &Key, kind: EncryptType, iv: &[u8; IV_LEN], text: &str) -> Working;

    /// Decrypts a value.
    fn decrypt(&self, key: &Key, kind: EncryptType, value: &str, known: &Known<'_>) -> Working;

    /// Decrypts every credential of an answer's body, under that encryption or the one that it
    /// tells.
    fn decrypt_answer(
        &self,
        key: &Key,
        kind: Option<EncryptType>,
        body: &[u8],
        known: &Known<'_>,
    ) -> Result<Vec<Working>, CliError>;
}

/// How the access key is told: by its name, never by its text.
pub(super) const KEY_RECIPE: &str = "<access key>";

/// The logins of an interface, or why there is nothing to do.
pub(in crate::commands::toolbox) fn logins(name: ApiName) -> Result<&'static dyn Logins, CliError> {
    of(name).logins().ok_or_else(|| {
        CliError::usage(format!(
            "{} has no encryption: userName and password are answered as they are. --api v1 is the \
             interface that encrypts them",
            of(name).name()
        ))
    })
}

/// A call that is to be signed.
pub(in crate::commands::toolbox) struct Draft {
    /// Where it goes, and what it holds already.
    pub(in crate::commands::toolbox) request: Request,
    /// Parameters of the query, or members of the body, that are added or changed, decoded.
    pub(in crate::commands::toolbox) parameters: Vec<(String, String)>,
    /// The moment that it must carry.
    pub(in crate::commands::toolbox) at: Option<DateTime<Utc>>,
    /// The nonce that it must carry.
    pub(in crate::commands::toolbox) nonce: Option<String>,
    /// The moment that it carries where it has none.
    pub(in crate::commands::toolbox) now: DateTime<Utc>,
}

/// What is known beside what is looked at.
#[derive(Default)]
pub(in crate::commands::toolbox) struct Known<'a> {
    /// The token or signature that the seller computed for a call.
    pub(in crate::commands::toolbox) computed: Option<&'a str>,
    /// Further keys that may have been mixed up with the right one.
    pub(in crate::commands::toolbox) other_keys: &'a [Key],
    /// The call that was answered.
    pub(in crate::commands::toolbox) request: Option<&'a Request>,
    /// The moment of looking.
    pub(in crate::commands::toolbox) now: DateTime<Utc>,
    /// Whether a call that is too old does not fit.
    pub(in crate::commands::toolbox) fresh: bool,
    /// The body of the answer before this one.
    pub(in crate::commands::toolbox) previous_body: Option<&'a [u8]>,
}

/// The interface of that name.
pub(in crate::commands::toolbox) fn of(name: ApiName) -> &'static dyn Protocol {
    match name {
        ApiName::V1 => &v1::V1,
        ApiName::V2 => &v2::BASE,
        ApiName::Kit => &v2::KIT,
        ApiName::Usage => &v2::USAGE,
    }
}
