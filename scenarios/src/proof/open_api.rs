//! The open APIs for a seller in this process.

use futures_util::FutureExt;
use futures_util::future::{BoxFuture, ready};
use galleria_marketplace::clock::Clock;
use galleria_marketplace::open_api::{Credentials, Desk};
use galleria_protocol::Key;
use galleria_protocol::sdk_hmac::{AccessKey, Call, SecretKey};
use galleria_seller::open_api::{Answer, OpenApi, Route, Unreachable};

/// The AK of embedded sellers: obviously none of a real seller.
const ACCESS: &str = "galleria-embedded-test-ak";

/// Their SK.
const SECRET: &str = "galleria-embedded-test-sk";

/// What the header `Host` says: nobody is called by it.
const HOST: &str = "open-api.localhost";

/// The desk without a socket before it.
#[derive(Debug)]
struct InMemory(Desk);

impl Route for InMemory {
    fn carry(&self, call: Call) -> BoxFuture<'_, Result<Answer, Unreachable>> {
        let answered = self.0.answer(&call);
        let answer = Answer {
            status: answered.status,
            body: answered.body.into_bytes(),
        };
        ready(Ok(answer)).boxed()
    }
}

/// A desk, and the way to it for a seller with that access key.
pub(super) fn open_api(key: &Key, clock: &Clock) -> (Desk, OpenApi) {
    let credentials = Credentials {
        access: AccessKey::new(ACCESS),
        secret: SecretKey::new(SECRET),
    };
    let desk = Desk::new(credentials.clone(), key, clock.clone());
    let open_api = OpenApi {
        route: std::sync::Arc::new(InMemory(desk.clone())),
        host: HOST.to_owned(),
        access: credentials.access,
        secret: credentials.secret,
    };
    (desk, open_api)
}
