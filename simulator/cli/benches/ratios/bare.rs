//! The bare loop: the same calls over hyper's bare HTTP/1 connection, nothing checked.

use std::io::Write;

use bytes::Bytes;
use http_body_util::{BodyExt, Empty};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use crate::KEY;

/// The calls that a suite makes.
pub(crate) const SUITE: usize = 60;

/// A suite as a process of its own: sixty signed calls and a line of record for each.
pub(crate) fn suite(url: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime starts").block_on(async {
        let mut calls = Calls::connect(url).await;
        let mut record = tempfile::tempfile().expect("a file can be made");
        for _ in 0..SUITE {
            let answer = calls.call().await;
            record
                .write_all(&answer)
                .and_then(|()| record.write_all(b"\n"))
                .expect("it is written");
        }
    });
}

/// One connection and the call that is made over it again and again.
pub(crate) struct Calls {
    sender: SendRequest<Empty<Bytes>>,
    authority: String,
    target: String,
}

impl Calls {
    pub(crate) async fn connect(url: &str) -> Self {
        let rest = url.strip_prefix("http://").unwrap_or(url);
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        let stream = TcpStream::connect(authority)
            .await
            .expect("the seller listens");
        stream.set_nodelay(true).expect("a socket option");
        let (sender, connection) = handshake(TokioIo::new(stream))
            .await
            .expect("HTTP/1 needs no handshake");
        tokio::spawn(connection);
        let target = format!("/{path}?{}", query());
        Self {
            sender,
            authority: authority.to_owned(),
            target,
        }
    }

    pub(crate) async fn call(&mut self) -> Bytes {
        let request = http::Request::get(&self.target)
            .header("host", &self.authority)
            .body(Empty::new())
            .expect("the request is well formed");
        self.sender.ready().await.expect("the connection lives");
        let response = self
            .sender
            .send_request(request)
            .await
            .expect("the seller answers");
        response
            .into_body()
            .collect()
            .await
            .expect("the body comes")
            .to_bytes()
    }
}

/// A debug call's query, signed once.
fn query() -> String {
    let mut params = galleria_protocol::Params::new();
    params.push("activity", "newInstance");
    params.push("businessId", "61e834ba-7b97-4418-b8f7-e5345137278c");
    params.push("customerId", "68cbc86abc2018ab880d92f36422fa0e");
    params.push("orderId", "CS1906666666ABCDE");
    params.push("productId", "00301-666666-0--0");
    params.push("testFlag", "1");
    params.push("timeStamp", "20200727073711903");
    let token = galleria_protocol::token::sign(&galleria_protocol::Key::new(KEY), &params);
    params.push("authToken", token);
    params.to_query()
}
