//! Calls with `testFlag=1`: the debug step, and the dial test that repeats it daily [v1 §7].
//!
//! The marketplace plays saved cases in any order and as often as it likes, about instances that
//! never existed. Every one must succeed and none may touch what customers bought. So this file
//! never opens the store: each answer is made from the call alone.

use std::collections::BTreeSet;

use galleria_protocol::v1::answer::Answer;
use galleria_protocol::v1::request::{NewInstance, Request};
use sha2::{Digest, Sha256};

use super::{app, query};
use crate::call::Call;
use crate::credentials::Login;
use crate::outcome::Handled;
use crate::store::{Condition, Instance};

/// Answers a test call: success, with the members that the debug step looks for.
pub fn answer(call: &Call, request: &Request) -> Handled {
    Ok(match request {
        Request::NewInstance(purchase) => app::purchased(call, &stand_in(id(call, purchase))),
        Request::QueryInstance(asked) => {
            let known: Vec<_> = asked.ids().map(|id| stand_in(id.to_owned())).collect();
            query::found(call, &known)
        }
        _ => Answer::success(),
    })
}

/// The id that a test purchase is told: the same for the same order, and never a real one.
fn id(call: &Call, purchase: &NewInstance) -> String {
    let order = call.behaviour().order_key(call, purchase).0;
    format!("test-{}", &hex::encode(Sha256::digest(order))[..32])
}

/// An instance that does not exist.
fn stand_in(id: String) -> Instance {
    let login = Login {
        user_name: format!("{}@seller.example", &id[id.len().saturating_sub(12)..]),
        password: "not-a-real-password".to_owned(),
    };
    Instance {
        order_id: String::new(),
        customer_id: String::new(),
        product_id: None,
        sku_code: None,
        metered: true,
        trial: false,
        expire_time: None,
        login,
        condition: Condition::default(),
        applied: BTreeSet::new(),
        id,
    }
}
