//! Releases a real instance for a test call.
//!
//! The flag is honoured where it matters for money, in the purchase; nobody thought of the
//! release.

use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::test_call;
use crate::outcome::Handled;

/// Does the business of a test release.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn test_call(&self, call: &Call, request: &Request) -> Handled {
        if let Request::ReleaseInstance(release) = request {
            let store = call.seller.store();
            store.with_instance(&release.instance_id, |instance| {
                instance.condition.released = true;
            });
        }
        test_call::answer(call, request)
    }
}
