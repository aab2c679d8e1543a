//! The cancellation of a renewal: a renewal whose end lies before the one that was paid [v1 §5.2].

use galleria_protocol::{Key, Params};

use super::{Change, Tampering, Twin};
use crate::mint::Mint;

pub(super) const EARLIER_END: Tampering = Tampering {
    name: "earlier-end",
    about: "the renewal is cancelled: the end goes back a year, and nothing is paid back",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(go_back),
};

pub(super) const NEGATIVE_AMOUNT: Tampering = Tampering {
    name: "negative-amount",
    about: "the renewal is cancelled: the end goes back a year, and the amount is negative",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(pay_back),
};

fn go_back(params: &mut Params, _mint: &mut Mint, _key: &Key) {
    if let Some(end) = params.get("expireTime").and_then(a_year_before) {
        params.set("expireTime", end);
    }
    params.set("orderAmount", "0");
}

fn pay_back(params: &mut Params, mint: &mut Mint, key: &Key) {
    go_back(params, mint, key);
    params.set("orderAmount", "-100");
}

/// `yyyyMMddHHmmss` with the year before; the last of February becomes the day before it.
fn a_year_before(end: &str) -> Option<String> {
    let year: u32 = end.get(..4)?.parse().ok()?;
    let rest = end.get(4..)?;
    Some(format!(
        "{}{}",
        year.checked_sub(1)?,
        rest.replacen("0229", "0228", 1)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_goes_back_a_year() {
        assert_eq!(
            a_year_before("20270101080000").as_deref(),
            Some("20260101080000")
        );
        assert_eq!(
            a_year_before("20280229080000").as_deref(),
            Some("20270228080000")
        );
        assert_eq!(a_year_before("soon"), None);
    }
}
