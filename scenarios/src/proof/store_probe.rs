//! The effects of calls at a seller in this process: its own store tells them.

use futures_util::future::BoxFuture;
use galleria_seller::Seller;

use crate::effect::{EffectProbe, ProbeError, Question};

/// Counts in the store of an embedded seller.
#[derive(Debug)]
pub(super) struct StoreProbe(pub(super) Seller);

impl EffectProbe for StoreProbe {
    fn count<'a>(&'a self, question: &'a Question) -> BoxFuture<'a, Result<u64, ProbeError>> {
        let count = self.0.instances_of(&question.order_id) as u64;
        Box::pin(std::future::ready(Ok(count)))
    }
}
