//! How far a call may be dated off.

use chrono::TimeDelta;

use super::bisect::{Edge, Search};
use super::probe::{Asker, ProbeTrouble};
use super::report::{Limits, Skew};

/// The farthest that is tried, in seconds: thirty days.
const FARTHEST: u64 = 30 * 24 * 3600;

pub(super) async fn find(asker: &mut Asker, limits: &mut Limits) -> Result<(), ProbeTrouble> {
    asker.accepted().await?;
    let past_s = edge(asker, -1).await?;
    let future_s = edge(asker, 1).await?;
    limits.skew = Some(Skew { past_s, future_s });
    Ok(())
}

async fn edge(asker: &mut Asker, direction: i64) -> Result<Edge, ProbeTrouble> {
    let params = asker.params.clone();
    let mut search = Search::new(0, FARTHEST);
    while let Some(seconds) = search.next() {
        let mut dating = asker.caller.date();
        let off = i64::try_from(seconds).unwrap_or(i64::MAX);
        dating.time += TimeDelta::seconds(direction * off);
        search.note(seconds, asker.takes(&params, dating).await?);
    }
    Ok(search.edge())
}
