//! Makes a real instance for a test purchase.
//!
//! The flag is kept with the order, for the bill; what is made is made all the same.

use std::collections::BTreeSet;

use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::{self, test_call};
use crate::outcome::Handled;
use crate::store::{Condition, Instance};

/// Does the business of a test purchase.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn test_call(&self, call: &Call, request: &Request) -> Handled {
        if let Request::NewInstance(purchase) = request {
            let key = handling::order_key(call, purchase);
            call.seller.store().purchase(&key, &mut || Instance {
                id: format!("test-{}", purchase.business_id),
                order_id: purchase.order_id.clone(),
                customer_id: purchase.customer_id.clone(),
                product_id: purchase.product_id.clone(),
                sku_code: purchase.sku_code.clone(),
                metered: false,
                trial: false,
                expire_time: purchase.expire_time.clone(),
                login: self.login(call, purchase),
                condition: Condition::default(),
                applied: BTreeSet::new(),
                pending: 0,
            });
        }
        test_call::answer(call, request)
    }
}
