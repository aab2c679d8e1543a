//! Pushes every usage record twice, in two pushes.
//!
//! A push that is made again under the same `metering_sn` tells the same record, which is what the
//! number is for [v2 §7.2].

use futures_util::FutureExt;
use futures_util::future::BoxFuture;

use crate::Behaviour;
use crate::call::Call;
use crate::open_api::{Answer, Route, Unreachable};

/// Does not wait for the first to be lost.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn send_usage<'a>(
        &'a self,
        _call: &'a Call,
        route: &'a dyn Route,
        push: galleria_protocol::sdk_hmac::Call,
    ) -> BoxFuture<'a, Result<Answer, Unreachable>> {
        let again = push.clone();
        async move {
            route.carry(push).await?;
            route.carry(again).await
        }
        .boxed()
    }
}
