//! The parts of a probe, and the calls that they make.

use std::sync::Arc;
use std::time::Duration;

use galleria_marketplace::delivery::Ended;
use galleria_marketplace::market::{Billing, Dating, Goods, Market, MarketError, Subject};
use galleria_marketplace::mint::Mint;
use galleria_marketplace::transcript::Exchange;
use galleria_protocol::{Activity, Params};

use super::report::{Limits, Times};
use super::{longest, nonce, skew};
use crate::caller::Caller;
use crate::profile::Profile;

/// One part of a probe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// How long answers take.
    Times,
    /// How far calls may be dated off.
    Skew,
    /// Whether nonces are remembered.
    Nonce,
    /// How long values may be.
    Longest,
}

impl Part {
    /// Every part, in the order in which they are done: the first call is the cold one.
    pub const ALL: [Self; 4] = [Self::Times, Self::Skew, Self::Nonce, Self::Longest];

    /// Its name in flags.
    pub fn name(self) -> &'static str {
        match self {
            Self::Times => "times",
            Self::Skew => "skew",
            Self::Nonce => "nonce",
            Self::Longest => "longest",
        }
    }
}

/// Why nothing can be found out.
#[derive(Debug, thiserror::Error)]
pub enum ProbeTrouble {
    /// Nobody is there.
    #[error("the seller could not be reached: {0}")]
    Unreachable(String),
    /// An ordinary debug call is not accepted, so that a refusal says nothing.
    #[error(
        "the seller does not accept an ordinary debug call of newInstance ({0}): check it first with galleria check"
    )]
    NotAccepted(String),
    /// The call cannot be written.
    #[error(transparent)]
    Market(#[from] MarketError),
}

/// So many warm calls are timed.
const WARM: usize = 10;

/// Asks one seller.
#[derive(Debug)]
pub struct Asker {
    pub(super) caller: Caller,
    pub(super) profile: Arc<Profile>,
    /// An ordinary debug call.
    pub(super) params: Params,
}

impl Asker {
    /// Asks with debug calls of `newInstance` for a product that is billed so.
    pub fn new(
        mut caller: Caller,
        profile: Arc<Profile>,
        billing: Billing,
    ) -> Result<Self, ProbeTrouble> {
        let seed = caller.mint().hex(8);
        let mint = Mint::new(0, 0, &seed);
        let mut market = Market::new(
            profile.api,
            billing,
            Goods::default(),
            Arc::clone(caller.terms()),
            caller.clock().clone(),
            mint,
        );
        let subject = Subject {
            activity: Activity::NewInstance,
            purchase: "probe".to_owned(),
            customer: "probe".to_owned(),
            test: true,
            order_of: None,
        };
        let params = market.draft(subject)?.params;
        Ok(Self {
            caller,
            profile,
            params,
        })
    }

    /// Finds out one part and adds it to what is known.
    pub async fn find(
        &mut self,
        part: Part,
        wait: Duration,
        limits: &mut Limits,
    ) -> Result<(), ProbeTrouble> {
        let found = match part {
            Part::Times => self.times(limits).await,
            Part::Skew => skew::find(self, limits).await,
            Part::Nonce => nonce::find(self, wait, limits).await,
            Part::Longest => longest::find(self, limits).await,
        };
        limits.calls = self.caller.calls();
        found
    }

    async fn times(&mut self, limits: &mut Limits) -> Result<(), ProbeTrouble> {
        let cold = self.accepted().await?;
        let mut warm = Vec::with_capacity(WARM);
        for _ in 0..WARM {
            warm.push(self.accepted().await?.timings.last_byte_us);
        }
        warm.sort_unstable();
        let micros = |time: Duration| u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
        limits.times = Some(Times {
            cold_us: cold.timings.last_byte_us,
            warm_us: warm[WARM / 2],
            slowest_us: warm[WARM - 1],
            slow_us: micros(self.profile.limits.slow),
            limit_us: micros(self.profile.limits.answer),
        });
        Ok(())
    }

    /// An ordinary call, which must be accepted.
    pub(super) async fn accepted(&mut self) -> Result<Exchange, ProbeTrouble> {
        let dating = self.caller.date();
        let call = self.ask(&self.params.clone(), dating).await?;
        if is_taken(&call) {
            return Ok(call);
        }
        let code = call.refusal_code().map(|code| format!("resultCode {code}"));
        let how = code
            .or(call.detail)
            .unwrap_or_else(|| "no readable answer".to_owned());
        Err(ProbeTrouble::NotAccepted(how))
    }

    /// Whether a call with these parameters, dated so, is accepted.
    pub(super) async fn takes(
        &mut self,
        params: &Params,
        dating: Dating,
    ) -> Result<bool, ProbeTrouble> {
        Ok(is_taken(&self.ask(params, dating).await?))
    }

    async fn ask(&mut self, params: &Params, dating: Dating) -> Result<Exchange, ProbeTrouble> {
        let call = self.caller.call(params, dating).await;
        if call.ended.is_unreachable() && call.ended != Ended::Outage {
            let how = call.detail.unwrap_or_default();
            return Err(ProbeTrouble::Unreachable(how));
        }
        Ok(call)
    }
}

fn is_taken(call: &Exchange) -> bool {
    call.is_accepted() || call.is_pending()
}
