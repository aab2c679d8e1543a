//! A small marketplace: signs calls, sends them over an in-memory pipe, keeps raw answers.

use std::sync::Arc;

use galleria_protocol::body_sign::{self, BodySign};
use galleria_protocol::{Key, Params, token};
use galleria_seller::{Behaviour, Reference, Seller, SellerConfig};
use serde_json::{Map, Value};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, duplex};

/// The access key of all tests.
pub(crate) fn key() -> Key {
    Key::new("3f2b8c1e-5d47-4a90-9d0e-1c7f6b2a8e35")
}

/// The reference seller.
pub(crate) fn reference() -> Seller {
    seller(Arc::new(Reference))
}

/// A seller that behaves so.
pub(crate) fn seller(behaviour: Arc<dyn Behaviour>) -> Seller {
    Seller::new(SellerConfig {
        behaviour,
        ..SellerConfig::new(key())
    })
}

/// The parameters of a call, without time and token.
pub(crate) fn params(activity: &str, pairs: &[(&str, &str)]) -> Params {
    let mut params = Params::new();
    params.push("activity", activity);
    for (name, value) in pairs {
        params.push(*name, *value);
    }
    params
}

/// A purchase with all that is mandatory, of order `order`, in a call named `business`.
pub(crate) fn purchase(order: &str, business: &str) -> Params {
    params(
        "newInstance",
        &[
            ("customerId", "customer-1"),
            ("customerName", "华为 & Söhne + 1"),
            ("businessId", business),
            ("orderId", order),
            ("productId", "00301-666666-0--0"),
            ("chargingMode", "1"),
        ],
    )
}

/// A renewal of `instance` by order `order`.
pub(crate) fn renewal(instance: &str, order: &str) -> Params {
    let pairs = [
        ("orderId", order),
        ("instanceId", instance),
        ("expireTime", "20270101000000"),
    ];
    params("refreshInstance", &pairs)
}

/// An expiry or a release of `instance`, bought by `order`.
pub(crate) fn ending(activity: &str, instance: &str, order: &str) -> Params {
    params(activity, &[("orderId", order), ("instanceId", instance)])
}

/// An upgrade of `instance` by order `order`.
pub(crate) fn upgrade(instance: &str, order: &str) -> Params {
    let pairs = [
        ("instanceId", instance),
        ("orderId", order),
        ("skuCode", "large"),
        ("productId", "00301-666688-0--0"),
    ];
    params("upgrade", &pairs)
}

/// `params` with a flag that marks a test call.
pub(crate) fn as_test(mut params: Params) -> Params {
    params.set("testFlag", "1");
    params
}

/// The signed target of a call.
pub(crate) fn target(params: &Params) -> String {
    let mut params = params.clone();
    params.set("timeStamp", "20260101080000000");
    params.set(token::PARAMETER, token::sign(&key(), &params));
    format!("/produceAPI?{}", params.to_query())
}

/// Calls `seller` with `params`, rightly signed, on a connection of its own.
pub(crate) async fn call(seller: &Seller, params: &Params) -> Answered {
    get(seller, &target(params)).await
}

/// GETs `target` on a connection of its own.
pub(crate) async fn get(seller: &Seller, target: &str) -> Answered {
    let (mine, theirs) = duplex(64 * 1024);
    let seller = seller.clone();
    tokio::spawn(async move { seller.serve_connection(theirs).await });
    Answered {
        raw: exchange(mine, target).await,
    }
}

/// Sends one GET and reads until the other side closes, or has sent three mebibytes.
pub(crate) async fn exchange(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    target: &str,
) -> Vec<u8> {
    let request = format!("GET {target} HTTP/1.1\r\nHost: seller\r\nConnection: close\r\n\r\n");
    // A seller that hangs up may do so before it has been asked.
    let _ = stream.write_all(request.as_bytes()).await;
    let mut raw = Vec::new();
    stream
        .take(3 * 1024 * 1024)
        .read_to_end(&mut raw)
        .await
        .unwrap();
    raw
}

/// An answer as it came.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Answered {
    /// All bytes of the connection.
    pub(crate) raw: Vec<u8>,
}

impl Answered {
    fn split(&self) -> (&str, &[u8]) {
        let mut rest = self.raw.as_slice();
        loop {
            let end = rest.windows(4).position(|four| four == b"\r\n\r\n");
            let (head, behind) = rest.split_at(end.expect("a head"));
            rest = &behind[4..];
            // What comes before the answer itself is interim.
            if !head.starts_with(b"HTTP/1.1 1") {
                return (std::str::from_utf8(head).unwrap(), rest);
            }
        }
    }

    /// The status line and the header lines.
    pub(crate) fn head(&self) -> &str {
        self.split().0
    }

    /// The status code.
    pub(crate) fn status(&self) -> u16 {
        self.head().split(' ').nth(1).unwrap().parse().unwrap()
    }

    /// The body; chunks are put together.
    pub(crate) fn body(&self) -> Vec<u8> {
        let (_, mut rest) = self.split();
        if self.header("Transfer-Encoding").is_none() {
            return rest.to_vec();
        }
        let mut body = Vec::new();
        while let Some(end) = rest.windows(2).position(|two| two == b"\r\n") {
            let size = std::str::from_utf8(&rest[..end]).unwrap();
            let size = usize::from_str_radix(size, 16).unwrap();
            body.extend_from_slice(&rest[end + 2..end + 2 + size]);
            rest = &rest[end + 2 + size + 2..];
        }
        body
    }

    /// The value of a header; Body-Sign alone must be spelt just so.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head().split("\r\n").skip(1);
        lines.find_map(|line| {
            let (spelt, value) = line.split_once(": ")?;
            let any_case = name != body_sign::HEADER && spelt.eq_ignore_ascii_case(name);
            (spelt == name || any_case).then_some(value)
        })
    }

    /// What `Body-Sign` says.
    pub(crate) fn body_sign(&self) -> BodySign {
        body_sign::parse(self.header(body_sign::HEADER).expect("a Body-Sign header"))
    }

    /// Whether the answer is what every answer has to be: 200, JSON, rightly signed.
    pub(crate) fn is_proper(&self) -> bool {
        let sign = self.body_sign();
        let json = self.header("Content-Type").unwrap().to_lowercase();
        self.status() == 200
            && json.starts_with("application/json")
            && sign.is_well_formed()
            && sign.fits(&key(), &self.body())
    }

    /// The members of the body.
    pub(crate) fn json(&self) -> Map<String, Value> {
        galleria_protocol::json::object(&self.body()).expect("one JSON object")
    }

    /// A text member.
    pub(crate) fn text(&self, name: &str) -> String {
        self.json()[name].as_str().unwrap().to_owned()
    }

    /// The result code of a proper answer.
    #[track_caller]
    pub(crate) fn code(&self) -> String {
        assert!(self.is_proper(), "{}", String::from_utf8_lossy(&self.raw));
        self.text("resultCode")
    }
}
