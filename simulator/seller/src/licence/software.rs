//! The software that is sold: a buyer enters a licence code, and it activates the code at the marketplace
//! [licence §3.2].

use std::collections::BTreeSet;

use galleria_protocol::sdk_hmac;
use galleria_protocol::v2::licence_code::{self, CodeAnswer};
use serde_json::Value;

use crate::credentials::Login;
use crate::open_api::{OpenApi, signed};
use crate::seller::Seller;
use crate::store::{Condition, Instance, OrderKey};

/// A code was not activated.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NotActivated(pub String);

impl Seller {
    /// Takes a licence code that a buyer enters: activates it, asks how it stands, and remembers it.
    /// Without a way to the marketplace it is remembered alone.
    pub async fn enter_licence_code(&self, code: &str) -> Result<(), NotActivated> {
        let behaviour = self.behaviour().licences();
        if let Some(open_api) = self.open_api() {
            for (path, body) in behaviour.code_calls(self, code) {
                let answer = self.tell(open_api, path, &body).await?;
                // How it stands today does not change that it was activated.
                let activates = [licence_code::ACTIVATE, licence_code::ACTIVATE_BATCH];
                let refused = activates.contains(&path) && !answer.is_success();
                if refused && !behaviour.takes_refused_code() {
                    return Err(NotActivated(format!(
                        "the marketplace answered {} {}",
                        answer.error_code, answer.error_msg
                    )));
                }
            }
        }
        let mut make = || self.holding(code);
        self.store().purchase(&OrderKey(code.to_owned()), &mut make);
        Ok(())
    }

    fn holding(&self, code: &str) -> Instance {
        Instance {
            id: code.to_owned(),
            order_id: code.to_owned(),
            customer_id: String::new(),
            product_id: None,
            sku_code: None,
            metered: false,
            trial: false,
            expire_time: None,
            login: Login::draw(self.random()),
            condition: Condition::default(),
            applied: BTreeSet::new(),
            pending: 0,
        }
    }

    async fn tell(
        &self,
        open_api: &OpenApi,
        path: &str,
        body: &Value,
    ) -> Result<CodeAnswer, NotActivated> {
        let kind = self.behaviour().licences().code_type();
        let sent = sdk_hmac::Call {
            method: "POST".to_owned(),
            path: path.to_owned(),
            query: String::new(),
            headers: vec![
                ("Host".to_owned(), open_api.host.clone()),
                ("Content-Type".to_owned(), kind.to_owned()),
            ],
            body: body.to_string().into_bytes(),
        };
        let unsigned = || NotActivated("the call cannot be signed".to_owned());
        let sent = signed(self, open_api, sent).ok_or_else(unsigned)?;
        let sent = self.behaviour().licences().finish(sent);
        let answer = open_api.route.carry(sent).await;
        let answer = answer.map_err(|error| NotActivated(error.to_string()))?;
        serde_json::from_slice(&answer.body)
            .map_err(|error| NotActivated(format!("the answer cannot be read: {error}")))
    }
}
