//! Single calls outside a run: signed, delivered and recorded as those of a run are.

use std::sync::Arc;

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::{Delivery, Dial, Limits, Target};
use galleria_marketplace::market::{Dating, Sealed, Terms};
use galleria_marketplace::mint::Mint;
use galleria_marketplace::transcript::{Capture, Exchange, ExchangeId, Intent, Place, Role};
use galleria_protocol::{Api, Key, Params};

use crate::profile::Profile;

/// Makes calls to one seller.
#[derive(Debug)]
pub struct Caller {
    api: Api,
    key: Key,
    path: String,
    clock: Clock,
    terms: Arc<Terms>,
    mint: Mint,
    delivery: Delivery,
    capture: Capture,
    calls: u64,
}

impl Caller {
    /// Calls to `target` over connections of `dial`, by the rule book. Ids are made from `seed` and the
    /// moment.
    pub fn new(
        profile: &Profile,
        target: &Target,
        dial: Arc<dyn Dial>,
        key: Key,
        clock: Clock,
        limits: Limits,
        seed: u64,
    ) -> Self {
        let salt = clock.started().timestamp_micros().unsigned_abs();
        Self {
            api: profile.api,
            path: target.path().to_owned(),
            terms: Arc::new(profile.terms()),
            mint: Mint::new(seed, salt, "caller"),
            delivery: Delivery::new(dial, target.authority(), clock.clone(), limits),
            capture: Capture::new(profile.api, key.clone(), target),
            key,
            clock,
            calls: 0,
        }
    }

    /// The source of ids.
    pub fn mint(&mut self) -> &mut Mint {
        &mut self.mint
    }

    /// The clock.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// How the site has calls written.
    pub fn terms(&self) -> &Arc<Terms> {
        &self.terms
    }

    /// How many calls were made.
    pub fn calls(&self) -> u64 {
        self.calls
    }

    /// The date of a call that is made now.
    pub fn date(&mut self) -> Dating {
        Dating {
            time: self.clock.now(),
            nonce: self.mint.nonce(),
            unit: self.terms.unit,
        }
    }

    /// Makes a call with these parameters or members, over a connection of its own.
    pub async fn call(&mut self, params: &Params, dating: Dating) -> Exchange {
        let text = |name: &str| params.get(name).map(ToOwned::to_owned);
        let intent = Intent {
            activity: text("activity").unwrap_or_default(),
            role: Role::Call,
            purchase: None,
            customer: None,
            order_id: text("orderId"),
            product_id: text("productId"),
            instance_id: text("instanceId"),
            test: params.get("testFlag") == Some("1"),
            optional: false,
            state: None,
        };
        let sealed = Sealed::new(self.api, &self.key, params, &dating);
        let outgoing = sealed.into_outgoing(&self.path);
        let delivered = self.delivery.deliver(&outgoing, false).await;
        self.calls += 1;
        let place = Place {
            scenario: String::new(),
            step: 0,
            attempt: 1,
        };
        let id = ExchangeId(self.calls);
        self.capture
            .exchange(id, place, intent, &outgoing, dating.time, delivered)
    }
}
