//! The seller on a real loopback socket.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::time::Duration;

use galleria_seller::{EFFECTS_PATH, Effects, Seller, Server, faults};
use tokio::net::TcpStream;
use tokio::sync::oneshot;

use crate::market::{Answered, call, exchange, purchase, reference, seller, target};

async fn start(seller: &Seller) -> SocketAddr {
    let server = Server::bind("127.0.0.1:0", seller.clone()).await.unwrap();
    let address = server.local_addr().unwrap();
    tokio::spawn(server.run());
    address
}

async fn get(address: SocketAddr, target: &str) -> Answered {
    let stream = TcpStream::connect(address).await.unwrap();
    Answered {
        raw: exchange(stream, target).await,
    }
}

#[tokio::test]
async fn header_names_keep_their_capitals_on_the_wire() {
    let address = start(&reference()).await;
    let answered = get(address, &target(&purchase("CS1", "b1"))).await;
    assert_eq!(answered.code(), "000000");
    let names: Vec<_> = answered.head().split("\r\n").skip(1).collect();
    assert!(
        names
            .iter()
            .any(|line| line.starts_with("Body-Sign: sign_type=\"HMAC-SHA256\", "))
    );
    assert!(
        names
            .iter()
            .any(|line| line.starts_with("Content-Type: application/json"))
    );
}

#[tokio::test]
async fn socket_and_pipe_answer_alike() {
    let address = start(&reference()).await;
    let target = target(&purchase("CS1", "b1"));
    let piped = crate::market::get(&reference(), &target).await;
    assert_eq!(get(address, &target).await, piped);
}

#[tokio::test]
async fn ordinary_client_is_served() {
    let address = start(&reference()).await;
    let url = format!("http://{address}/shop{}", target(&purchase("CS1", "b1")));
    // reqwest wants to be told its cryptography even where it speaks plain HTTP.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = reqwest::Client::new();
    let answer = client.get(&url).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    assert!(
        answer
            .text()
            .await
            .unwrap()
            .contains("\"resultCode\":\"000000\"")
    );
    assert_eq!(client.put(&url).send().await.unwrap().status(), 405);
    let elsewhere = format!("http://{address}/elsewhere");
    assert_eq!(client.get(elsewhere).send().await.unwrap().status(), 404);
}

#[tokio::test]
async fn seller_that_stops_listening_refuses_connections() {
    let seller = seller((faults::find("stops-listening").unwrap().make)());
    let address = start(&seller).await;
    for n in 1..=20 {
        let answered = get(address, &target(&purchase(&format!("CS{n}"), "b"))).await;
        assert_eq!(answered.code(), "000000", "call {n}");
    }
    let refused = TcpStream::connect(address).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::ConnectionRefused);
}

#[tokio::test]
async fn signal_ends_the_server_after_the_answer() {
    let seller = seller((faults::find("slow-upgrade").unwrap().make)());
    let server = Server::bind("127.0.0.1:0", seller.clone()).await.unwrap();
    let address = server.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let running = tokio::spawn(server.run_until(async {
        let _ = stopped.await;
    }));
    let _idle = TcpStream::connect(address).await.unwrap();
    assert_eq!(
        get(address, &target(&purchase("CS1", "b1"))).await.code(),
        "000000"
    );
    stop.send(()).unwrap();
    tokio::time::timeout(Duration::from_secs(5), running)
        .await
        .unwrap()
        .unwrap();
    assert!(TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn effects_are_told_beside_the_interface() {
    let seller = reference();
    call(&seller, &purchase("CS1", "b1")).await;
    let effects = Effects::bind("127.0.0.1:0", seller).await.unwrap();
    let address = effects.local_addr().unwrap();
    tokio::spawn(effects.run());
    let _ = rustls::crypto::ring::default_provider().install_default();
    let ask = async |query: &str| {
        let url = format!("http://{address}{EFFECTS_PATH}{query}");
        let answer = reqwest::get(url).await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    };
    assert_eq!(ask("?orderId=CS1").await, (200, "1\n".to_owned()));
    assert_eq!(ask("?orderId=CS2").await, (200, "0\n".to_owned()));
    assert_eq!(ask("").await.0, 400);
}
