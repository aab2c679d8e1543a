//! One call of the marketplace, as it came.

use bytes::Bytes;
use galleria_protocol::family::{INSTANCE_ID, LICENSE};
use galleria_protocol::params::{Params, Reading};
use galleria_protocol::v2::order::OrderInfo;
use galleria_protocol::{Activity, Api, Family};

use crate::behaviour::Behaviour;
use crate::reading::{Received, Unauthentic, members};
use crate::seller::Seller;

/// What is known of a call, and the seller that answers it.
#[derive(Clone, Debug)]
pub struct Call {
    /// The seller that was called.
    pub seller: Seller,
    /// The call's number, 1 for the first that the seller received.
    pub number: u64,
    /// The version of the interface.
    pub api: Api,
    /// The number of the connection that it came over, 1 for the first; 0 without one.
    pub connection: u64,
    /// The query as it came, undecoded.
    pub query: String,
    /// The body's bytes as they came; empty for V1.
    pub body: Bytes,
    /// What the header `Content-Type` says; empty without one.
    pub content_type: String,
    /// What the call says: V1's query by the reading under which the token fits, else as a form;
    /// V2's body.
    pub params: Params,
    /// What was sold, by the name of the scene.
    pub family: Family,
    /// The scene that is called, if it is one of the protocol's.
    pub activity: Option<Activity>,
    /// Whether the debug step or the dial test calls, so that no business may be done.
    pub test: bool,
    /// Whether the marketplace sent it.
    pub authentic: Result<(), Unauthentic>,
    /// The order that it is about, where the seller asked for it (V2).
    pub order: Option<OrderInfo>,
}

impl Call {
    /// Reads what came, over that connection.
    pub fn new(seller: &Seller, connection: u64, received: Received) -> Call {
        let behaviour = seller.behaviour();
        let (authentic, mut params) = match received.api {
            Api::V1 => {
                let authentic = behaviour.authenticate(seller.key(), &received.query);
                let reading = authentic.as_ref().map_or(Reading::Form, |reading| *reading);
                let params = Params::parse(&received.query, reading);
                (authentic.map(drop).map_err(Unauthentic::Token), params)
            }
            Api::V2 => {
                let authentic = behaviour.authenticate_v2(seller, &received);
                (authentic, members(&received.body))
            }
        };
        let named = params.get("activity");
        let called = named.and_then(|name| Family::called(received.api, name));
        let family = called.map_or(Family::Saas, |(family, _)| family);
        // A licence lives as an instance does, so that from here on its scenes have the same names.
        if let Some((_, activity)) = called.filter(|_| !family.is_saas()) {
            params.set("activity", activity.name());
            if let Some(code) = params.remove(LICENSE) {
                params.set(family.subject_member(), code.as_str());
                params.set(INSTANCE_ID, code);
            }
        }
        Call {
            number: seller.next_number(),
            connection,
            api: received.api,
            family,
            activity: called.map(|(_, activity)| activity),
            test: behaviour.is_test(&params),
            seller: seller.clone(),
            authentic,
            order: None,
            params,
            query: received.query,
            body: received.body,
            content_type: received.content_type,
        }
    }

    /// How the seller decides.
    pub fn behaviour(&self) -> &dyn Behaviour {
        self.seller.behaviour()
    }

    /// Whether this is a real call, not a test, of `activity`.
    pub fn is_real(&self, activity: Activity) -> bool {
        self.activity == Some(activity) && !self.test
    }
}
