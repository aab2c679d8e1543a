//! An address of the user's own.

use std::time::Duration;

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::{Delivery, Limits, Target, TlsError, TlsSettings, network};

/// What calls an address, and waits so long for its answers. Must be called inside a runtime.
pub(crate) fn delivery(
    target: &Target,
    limit: Duration,
    tls: &TlsSettings,
    clock: &Clock,
) -> Result<Delivery, TlsError> {
    let dial = network(target, None, tls, clock)?;
    let limits = Limits {
        answer: limit,
        ..Limits::default()
    };
    Ok(Delivery::new(
        dial,
        target.authority(),
        clock.clone(),
        limits,
    ))
}

/// Scheme and authority, and the path and query behind them; a path is at least `/`.
pub(crate) fn split(template: &str) -> (&str, String) {
    let begin = template.find("://").map_or(0, |at| at + 3);
    let end = template[begin..].find(['/', '?']);
    let (origin, behind) = template.split_at(end.map_or(template.len(), |at| begin + at));
    let slash = if behind.starts_with('/') { "" } else { "/" };
    (origin, format!("{slash}{behind}"))
}
