//! Another value that the pages allow where sellers tend to know one only [v1 §5].

use galleria_protocol::v1::extend_params::{self, ExtendParam};
use galleria_protocol::{Key, Params};

use super::{Change, Tampering, Twin};
use crate::market::MOST_IDS;
use crate::mint::Mint;

pub(super) const MONTHLY_PERIOD: Tampering = Tampering {
    name: "monthly-period",
    about: "the period is a month",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(|params, _, _| params.set("periodType", "month")),
};

pub(super) const END_IN_MILLISECONDS: Tampering = Tampering {
    name: "end-in-milliseconds",
    about: "expireTime has 17 digits, as V2's own example",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(add_milliseconds),
};

/// Adds the milliseconds to an end that has none.
fn add_milliseconds(params: &mut Params, _mint: &mut Mint, _key: &Key) {
    const SECONDS: usize = "yyyyMMddHHmmss".len();
    let end = params.get("expireTime").filter(|end| end.len() == SECONDS);
    if let Some(end) = end.map(|end| format!("{end}256")) {
        params.set("expireTime", end);
    }
}

pub(super) const LONG_ORDER_ID: Tampering = Tampering {
    name: "long-order-id",
    about: "the order's id has 64 characters",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(|params, mint, _| params.set("orderId", mint.hex(64))),
};

pub(super) const LONG_EXTENSION: Tampering = Tampering {
    name: "long-extension",
    about: "the extension parameters take 2048 characters",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(extend),
};

pub(super) const AMOUNT_WITH_DECIMALS: Tampering = Tampering {
    name: "amount-with-decimals",
    about: "orderAmount has three decimals",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(|params, _, _| params.set("orderAmount", "99.905")),
};

pub(super) const LINEAR_ATTRIBUTES: Tampering = Tampering {
    name: "linear-attributes",
    about: "the quantity, the disk size and the bandwidth are told, with four digits",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(|params, _, _| {
        params.set("amount", "1200");
        params.set("diskSize", "2048");
        params.set("bandWidth", "1000");
    }),
};

pub(super) const HUNDRED_INSTANCES: Tampering = Tampering {
    name: "hundred-instances",
    about: "the query is for a hundred instances, most of them unknown",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(ask_for_a_hundred),
};

pub(super) const TEST_FLAG_ZERO: Tampering = Tampering {
    name: "test-flag-zero",
    about: "testFlag is 0: a real call",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(|params, _, _| params.set("testFlag", "0")),
};

pub(super) const TRIAL_CONVERSION: Tampering = Tampering {
    name: "trial-conversion",
    about: "trialToFormal is 1: a trial becomes a purchase",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(|params, _, _| params.set("trialToFormal", "1")),
};

fn ask_for_a_hundred(params: &mut Params, mint: &mut Mint, _key: &Key) {
    let known = params.get("instanceId").unwrap_or_default().to_owned();
    let more = MOST_IDS - known.split(',').count().min(MOST_IDS);
    let ids = std::iter::once(known).chain((0..more).map(|_| mint.never_issued()));
    params.set("instanceId", ids.collect::<Vec<_>>().join(","));
}

/// The bytes of JSON that take 2048 characters in Base64.
const JSON_BYTES: usize = 1536;

fn extend(params: &mut Params, mint: &mut Mint, _key: &Key) {
    let pair = |value: String| {
        [ExtendParam {
            name: "galleriaExtension".to_owned(),
            value,
        }]
    };
    let frame = r#"[{"name":"galleriaExtension","value":""}]"#.len();
    params.set(
        "saasExtendParams",
        extend_params::encode(&pair(mint.hex(JSON_BYTES - frame))),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_gets_its_milliseconds_once() {
        let mut params = Params::new();
        params.push("expireTime", "20271124023618");
        for _ in 0..2 {
            add_milliseconds(
                &mut params,
                &mut Mint::new(1, 1, "end"),
                &Key::new("obviously-fake-key"),
            );
            assert_eq!(params.get("expireTime"), Some("20271124023618256"));
        }
    }

    #[test]
    fn a_hundred_instances_are_asked_for_the_known_ones_first() {
        let mut params = Params::new();
        params.set("instanceId", "a,b");
        let key = Key::new("obviously-fake-key");
        ask_for_a_hundred(&mut params, &mut Mint::new(1, 1, "query"), &key);
        let ids: Vec<_> = params.get("instanceId").unwrap().split(',').collect();
        assert_eq!((ids.len(), &ids[..2]), (100, &["a", "b"][..]));
    }

    #[test]
    fn the_extension_takes_all_of_its_room() {
        let mut params = Params::new();
        extend(
            &mut params,
            &mut Mint::new(1, 1, "extension"),
            &Key::new("obviously-fake-key"),
        );
        let value = params.get("saasExtendParams").unwrap();
        assert_eq!(value.len(), 2048);
        assert_eq!(extend_params::decode(value).unwrap().len(), 1);
    }
}
