//! One call of the marketplace, as it came.

use galleria_protocol::params::{Params, Reading};
use galleria_protocol::token::TokenError;
use galleria_protocol::v1::Activity;

use crate::behaviour::Behaviour;
use crate::seller::Seller;

/// What is known of a call, and the seller that answers it.
#[derive(Clone, Debug)]
pub struct Call {
    /// The seller that was called.
    pub seller: Seller,
    /// The call's number, 1 for the first that the seller received.
    pub number: u64,
    /// The number of the connection that it came over, 1 for the first; 0 without one.
    pub connection: u64,
    /// The query as it came, undecoded.
    pub query: String,
    /// The query's parameters: by the reading under which the token fits, else as a form.
    pub params: Params,
    /// The scene that is called, if it is one of the protocol's.
    pub activity: Option<Activity>,
    /// Whether the debug step or the dial test calls, so that no business may be done.
    pub test: bool,
    /// Whether the marketplace sent it.
    pub authentic: Result<Reading, TokenError>,
}

impl Call {
    /// Reads `query`, which came over that connection.
    pub fn new(seller: &Seller, connection: u64, query: String) -> Call {
        let behaviour = seller.behaviour();
        let authentic = behaviour.authenticate(seller.key(), &query);
        let reading = authentic.as_ref().map_or(Reading::Form, |reading| *reading);
        let params = Params::parse(&query, reading);
        Call {
            number: seller.next_number(),
            connection,
            activity: params.get("activity").and_then(Activity::from_name),
            test: behaviour.is_test(&params),
            seller: seller.clone(),
            authentic,
            params,
            query,
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
