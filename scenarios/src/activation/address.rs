//! An activator that is an address: a GET of it makes the software activate the code.

use futures_util::future::BoxFuture;
use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::{
    Delivery, Ended, Outgoing, Target, TargetError, TlsError, TlsSettings,
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::activator::{ACTIVATION_LIMIT, ActivationError, Activator};
use crate::own::{delivery, split};

/// The place of the code.
const PLACE: &str = "{license}";

/// Why a template cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ActivationAddressError {
    /// It is no address.
    #[error(transparent)]
    Target(#[from] TargetError),
    /// It has no place for the code.
    #[error(
        "the address that activates licence codes has no place for one: write {{license}} where it belongs, such as http://127.0.0.1:8080/activate?license={{license}}"
    )]
    NoPlace,
}

/// An address with a place for the code, such as `http://127.0.0.1:8080/activate?license={license}`.
#[derive(Debug)]
pub struct ActivationTemplate {
    target: Target,
    /// Path and query with the place.
    path: String,
}

/// Asks an address.
#[derive(Debug)]
pub struct ActivationAddress {
    path: String,
    delivery: Delivery,
}

impl ActivationTemplate {
    /// Reads a template.
    pub fn parse(template: &str) -> Result<Self, ActivationAddressError> {
        let (origin, path) = split(template);
        if !path.contains(PLACE) {
            return Err(ActivationAddressError::NoPlace);
        }
        Ok(Self {
            target: Target::parse(origin)?,
            path,
        })
    }

    /// Whom it calls.
    pub fn target(&self) -> &Target {
        &self.target
    }

    /// The activator that calls there. Must be called inside a runtime.
    pub fn activator(
        self,
        tls: &TlsSettings,
        clock: &Clock,
    ) -> Result<ActivationAddress, TlsError> {
        Ok(ActivationAddress {
            delivery: delivery(&self.target, ACTIVATION_LIMIT, tls, clock)?,
            path: self.path,
        })
    }
}

impl ActivationAddress {
    async fn call(&self, code: &str) -> Result<(), ActivationError> {
        let code = utf8_percent_encode(code, NON_ALPHANUMERIC).to_string();
        let outgoing = Outgoing::get(self.path.replace(PLACE, &code));
        let delivered = self.delivery.deliver(&outgoing, false).await;
        match delivered.answer {
            Some(answer) if delivered.ended == Ended::Answered => match answer.status {
                200..300 => Ok(()),
                _ => Err(ActivationError::Status(answer.status_line)),
            },
            _ => Err(ActivationError::NoAnswer(
                delivered.detail.unwrap_or_default(),
            )),
        }
    }
}

impl Activator for ActivationAddress {
    fn activate<'a>(&'a self, code: &'a str) -> BoxFuture<'a, Result<(), ActivationError>> {
        Box::pin(self.call(code))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_without_a_place_for_the_code_is_told() {
        let error = ActivationTemplate::parse("http://127.0.0.1:1/activate").unwrap_err();
        assert!(error.to_string().contains("no place"), "{error}");
        let template = ActivationTemplate::parse("http://127.0.0.1:1/a/{license}").unwrap();
        assert_eq!(template.path, "/a/{license}");
    }
}
