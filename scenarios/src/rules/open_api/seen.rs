//! Calls of the open APIs, each beside the exchange within or behind which it came.

use galleria_marketplace::open_api::CallBack;
use galleria_marketplace::transcript::Exchange;

use crate::rule::{Play, is_forged};

/// What the seller called, but for what it called for a forged call: the ids in it are not the
/// marketplace's.
pub(super) fn call_backs(play: &Play) -> impl Iterator<Item = (&Exchange, &CallBack)> {
    let came = play.call_backs.iter();
    let beside = came.filter_map(|came| Some((play.exchange(came.exchange)?, &came.call_back)));
    beside.filter(|(exchange, _)| !is_forged(exchange))
}

/// Where a finding lies in a call.
pub(super) fn place(call_back: &CallBack, part: &str) -> String {
    let path = call_back.target.split('?').next().unwrap_or_default();
    format!("call-back {} {path}, {part}", call_back.method)
}
