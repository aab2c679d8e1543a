//! Which function answers for which computation.

use galleria_protocol::Key;

use super::signing::Signing;
use super::{request, sign};
use crate::commands::toolbox::protocol::{Draft, Known, Protocol};
use crate::commands::toolbox::working::Working;
use crate::error::CliError;
use crate::pasted::Request;

/// Calls are signed, answers and logins go as they are.
pub(in crate::commands::toolbox::protocol) struct Signed(Signing);

/// The base interfaces.
pub(in crate::commands::toolbox::protocol) static BASE: Signed = Signed(Signing::Base);

/// The kit of joint operation.
pub(in crate::commands::toolbox::protocol) static KIT: Signed = Signed(Signing::Kit);

/// The usage pushes that a seller makes.
pub(in crate::commands::toolbox::protocol) static USAGE: Signed = Signed(Signing::Usage);

impl Protocol for Signed {
    fn name(&self) -> &'static str {
        self.0.name()
    }

    fn is_signed(&self, request: &Request) -> bool {
        self.0.part(request, self.0.names().signature).is_some()
    }

    fn sign_request(&self, key: &Key, draft: &Draft) -> Result<Working, CliError> {
        sign::request(self.0, key, draft)
    }

    fn verify_request(
        &self,
        key: &Key,
        request: &Request,
        known: &Known<'_>,
    ) -> Result<Working, CliError> {
        request::verify(self.0, key, request, known)
    }
}
