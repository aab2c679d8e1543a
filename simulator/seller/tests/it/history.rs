//! A history of calls that touches every decision of a seller.

use std::time::Duration;

use galleria_protocol::Params;
use galleria_seller::Seller;
use tokio::time::{Instant, timeout};

use crate::market::{as_test, ending, get, params, purchase, renewal, target, upgrade};

/// What a marketplace saw of one call.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    /// The target that was called.
    pub(crate) target: String,
    /// Every byte that came back; `None` if nothing had come after the platform's 20 seconds.
    pub(crate) raw: Option<Vec<u8>>,
    /// How long it took, on the paused clock.
    pub(crate) elapsed: Duration,
}

/// Plays the history on `seller`.
pub(crate) async fn play(seller: &Seller) -> Vec<Seen> {
    let mut seen = Vec::new();
    for target in targets() {
        #[expect(clippy::disallowed_methods, reason = "the clock is paused")]
        let start = Instant::now();
        let answered = timeout(Duration::from_secs(20), get(seller, &target)).await;
        let raw = answered.ok().map(|answered| answered.raw);
        seen.push(Seen {
            target,
            raw,
            elapsed: start.elapsed(),
        });
    }
    seen
}

/// All calls, in order, each once.
fn targets() -> Vec<String> {
    let mut targets: Vec<_> = rightful().iter().map(target).collect();
    targets.extend(forged());
    targets
}

/// Calls of the marketplace. Instances are named by the business id of their first call.
pub(crate) fn rightful() -> Vec<Params> {
    [tests(), lives(), unusual(), refused()].concat()
}

fn with(mut params: Params, pairs: &[(&str, &str)]) -> Params {
    for (name, value) in pairs {
        params.set(*name, *value);
    }
    params
}

fn status(instance: &str, to: &str) -> Params {
    params(
        "instanceStatus",
        &[("instanceId", instance), ("instanceStatus", to)],
    )
}

fn query(instances: &str) -> Params {
    params("queryInstance", &[("instanceId", instances)])
}

fn tests() -> Vec<Params> {
    let id = "huaiweitest123456";
    let cases = vec![
        purchase("CS100", "t1"),
        purchase("CS100", "t2"),
        with(purchase("CS103", "t3"), &[("orderAmount", "100")]),
        ending("releaseInstance", id, "CS100"),
        renewal(id, "CS101"),
        with(renewal(id, "CS101"), &[("productId", "")]),
        upgrade(id, "CS102"),
        status(id, "FREEZE"),
        query(id),
        ending("expireInstance", id, "CS100"),
    ];
    cases.into_iter().map(as_test).collect()
}

fn lives() -> Vec<Params> {
    vec![
        purchase("CS1", "b1"),
        purchase("CS1", "b1-again"),
        with(
            purchase("CS2", "b2"),
            &[("chargingMode", "0"), ("productId", "p1")],
        ),
        with(
            purchase("CS2", "b3"),
            &[("chargingMode", "0"), ("productId", "p2")],
        ),
        as_test(ending("releaseInstance", "b1", "CS1")),
        renewal("b1", "CS3"),
        renewal("b1", "CS3"),
        upgrade("b1", "CS4"),
        upgrade("b1", "CS4"),
        with(ending("expireInstance", "b1", "CS1"), &[("testFlag", "0")]),
        ending("expireInstance", "b1", "CS1"),
        renewal("b1", "CS5"),
        status("b2", "FREEZE"),
        status("b2", "FREEZE"),
        status("b2", "NORMAL"),
        query("b2,b3"),
        ending("releaseInstance", "b1", "CS1"),
        ending("releaseInstance", "b1", "CS1"),
        renewal("b1", "CS6"),
        upgrade("b1", "CS7"),
        ending("expireInstance", "b1", "CS1"),
    ]
}

fn unusual() -> Vec<Params> {
    let extension = "W3t9XQ==".repeat(64);
    let mut nameless = purchase("CS19", "b19");
    nameless.remove("customerName");
    vec![
        with(
            purchase("CS10", "b10"),
            &[("periodType", "month"), ("testFlag", "0")],
        ),
        with(purchase("CS11", "b11"), &[("customerName", "Zoë 🦀")]),
        with(purchase("CS12", "b12"), &[("saasExtendParams", &extension)]),
        with(
            purchase("CS13", "b13"),
            &[("mobilePhone", "AbCdEfGh12345678kq1+x/0=")],
        ),
        with(
            purchase("CS14", "b14"),
            &[("trialFlag", "1"), ("email", "")],
        ),
        with(renewal("b14", "CS15"), &[("trialToFormal", "1")]),
        with(renewal("b10", "CS16"), &[("orderAmount", "-12.5")]),
        ending("releaseInstance", "b10", "CS10"),
        purchase("CS1906666666ABCDE", "b25"),
        purchase("CS1906666666ABCDF", "b26"),
        with(purchase("CS17", "b17"), &[("someNewThing", "1")]),
        with(purchase("CS18", "b18"), &[("chargingMode", "3")]),
        nameless,
        with(
            purchase("CS22", "b22"),
            &[("skuCode", "s"), ("userId", "u"), ("orderAmount", "99.905")],
        ),
        with(purchase("CS23", "b23"), &[("amount", "1200")]),
        with(
            purchase("CS24", "b24"),
            &[("customerName", &"n".repeat(64))],
        ),
        with(renewal("b24", "CS25"), &[("periodType", "month")]),
        with(
            ending("releaseInstance", "b24", "CS24"),
            &[("orderAmount", "1")],
        ),
        status("b3", "FREEZE"),
        query("b3"),
        query(&format!("b3,{}", "never-issued,".repeat(40))),
        ending("releaseInstance", "b3", "CS2"),
        status("b3", "NORMAL"),
    ]
}

fn refused() -> Vec<Params> {
    let mut lacking = purchase("CS20", "b20");
    lacking.remove("customerId");
    vec![
        lacking,
        purchase("CS20", "b21"),
        renewal("none", "CS21"),
        ending("expireInstance", "none", "CS1"),
        ending("releaseInstance", "none", "CS1"),
        params("expireInstance", &[]),
        params("updateInstanceStatus", &[("instanceId", "b2")]),
    ]
}

/// Calls that are not the marketplace's, each beside the rightful one it was made from.
fn forged() -> Vec<String> {
    let good = target(&purchase("CS30", "b30"));
    let (unsigned, token) = good.split_once("&authToken=").unwrap();
    let token = token
        .replace("%3D", "=")
        .replace("%2B", "+")
        .replace("%2F", "/");
    let signed = |token: &str| {
        let token = token
            .replace('+', "%2B")
            .replace('/', "%2F")
            .replace('=', "%3D");
        format!("{unsigned}&authToken={token}")
    };
    let expiry = target(&ending("expireInstance", "b2", "CS2"));
    vec![
        unsigned.to_owned(),
        signed(&token.to_lowercase()),
        signed(&token[..20]),
        signed(&format!("{token}%20")),
        signed("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
        signed("wrong"),
        expiry.split("&authToken=").next().unwrap().to_owned(),
        good.replace("CS30", "CS31"),
        good.clone(),
        good.replace("b30", "b32"),
        format!("{good}&addedLater=1"),
        format!("{unsigned}&testFlag=1"),
        with_raw_plus(),
    ]
}

/// A call as older traffic was written: the plus signs of the token are raw.
fn with_raw_plus() -> String {
    let targets = (40..).map(|number| target(&purchase(&format!("CS{number}"), "b40")));
    let mut tokens = targets.filter_map(|target| {
        let (unsigned, token) = target.split_once("&authToken=")?;
        let raw = token.replace("%2B", "+");
        (raw != token).then(|| format!("{unsigned}&authToken={raw}"))
    });
    tokens.next().expect("one token of many has a plus sign")
}
