//! The software of a seller in this process.

use futures_util::future::BoxFuture;
use galleria_seller::Seller;

use crate::activation::{ActivationError, Activator};

/// Enters licence codes into an embedded seller's software.
#[derive(Debug)]
pub(super) struct Software(pub(super) Seller);

impl Activator for Software {
    fn activate<'a>(&'a self, code: &'a str) -> BoxFuture<'a, Result<(), ActivationError>> {
        Box::pin(async move {
            let entered = self.0.enter_licence_code(code).await;
            entered.map_err(|error| ActivationError::Refused(error.to_string()))
        })
    }
}
