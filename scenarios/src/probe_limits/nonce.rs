//! Whether nonces are remembered [v2 §2].

use std::time::Duration;

use galleria_protocol::Api;

use super::probe::{Asker, ProbeTrouble};
use super::report::{Limits, NonceMemory};

/// So many other nonces come between.
const OTHERS: u32 = 32;

pub(super) async fn find(
    asker: &mut Asker,
    wait: Duration,
    limits: &mut Limits,
) -> Result<(), ProbeTrouble> {
    if asker.profile.api != Api::V2 {
        return Ok(());
    }
    asker.accepted().await?;
    let params = asker.params.clone();
    let first = asker.caller.date();
    asker.takes(&params, first.clone()).await?;
    let replay_refused = !asker.takes(&params, first.clone()).await?;
    let reuse_refused = refuses(asker, &first.nonce).await?;
    for _ in 0..OTHERS {
        asker.accepted().await?;
    }
    let refused_behind_others = refuses(asker, &first.nonce).await?;
    let other = asker.caller.date();
    asker.takes(&params, other.clone()).await?;
    let clock = asker.caller.clock().clone();
    clock.sleep(wait).await;
    limits.nonce = Some(NonceMemory {
        replay_refused,
        reuse_refused,
        others: OTHERS,
        refused_behind_others,
        waited_s: wait.as_secs(),
        refused_behind_wait: refuses(asker, &other.nonce).await?,
    });
    Ok(())
}

/// Whether a call of now with that nonce is refused.
async fn refuses(asker: &mut Asker, nonce: &str) -> Result<bool, ProbeTrouble> {
    let params = asker.params.clone();
    let mut dating = asker.caller.date();
    nonce.clone_into(&mut dating.nonce);
    Ok(!asker.takes(&params, dating).await?)
}
