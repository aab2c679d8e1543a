//! Deliveries over TLS: whom the marketplace trusts, and what it says where it does not.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::{
    CertificateFault, Delivered, Delivery, Ended, Limits, Outgoing, Target, TlsError, TlsSettings,
    TlsTrouble, network,
};
use rustls::ServerConfig;
use rustls_pki_types::PrivateKeyDer;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

const ANSWER: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";

/// A server with a certificate that it signed itself, which agrees to `protocols`; its port and
/// the file with its certificate.
async fn serve(folder: &Path, protocols: &[&str]) -> (u16, PathBuf) {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    config.alpn_protocols = protocols
        .iter()
        .map(|name| name.as_bytes().to_vec())
        .collect();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let Ok(mut stream) = acceptor.accept(stream).await else {
                continue;
            };
            if let Ok(1..) = stream.read(&mut [0; 4096]).await {
                let _ = stream.write_all(ANSWER).await;
            }
            let _ = stream.shutdown().await;
        }
    });
    let path = folder.join("authority.pem");
    std::fs::write(&path, made.cert.pem()).unwrap();
    (port, path)
}

/// A server that answers every connection with these bytes; its port.
async fn say(bytes: &'static [u8]) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            let _ = stream.read(&mut [0; 4096]).await;
            let _ = stream.write_all(bytes).await;
        }
    });
    port
}

fn delivery(port: u16, settings: &TlsSettings) -> Delivery {
    let clock = Clock::system();
    let target = Target::parse(&format!("https://localhost:{port}/x")).unwrap();
    let address = ([127, 0, 0, 1], port).into();
    let dial = network(&target, Some(address), settings, &clock).unwrap();
    Delivery::new(dial, target.authority(), clock, Limits::default())
}

async fn deliver(port: u16, settings: &TlsSettings) -> Delivered {
    let delivery = delivery(port, settings);
    delivery
        .deliver(&Outgoing::get("/x?a=b".to_owned()), true)
        .await
}

fn trusting(ca: PathBuf) -> TlsSettings {
    TlsSettings {
        ca_files: vec![ca],
        ..TlsSettings::default()
    }
}

#[tokio::test]
async fn an_authority_that_is_named_is_trusted() {
    let folder = tempfile::tempdir().unwrap();
    let (port, ca) = serve(folder.path(), &[]).await;
    let delivered = deliver(port, &trusting(ca)).await;
    assert_eq!(delivered.ended, Ended::Answered, "{delivered:?}");
    assert_eq!(delivered.answer.unwrap().body, b"{}");
    let facts = delivered.tls.unwrap();
    assert_eq!(
        (facts.version.as_str(), facts.certificate),
        ("TLSv1_3", None)
    );
}

#[tokio::test]
async fn a_certificate_that_nobody_vouches_for_is_refused_and_named() {
    let folder = tempfile::tempdir().unwrap();
    let (port, _) = serve(folder.path(), &[]).await;
    let delivered = deliver(port, &TlsSettings::default()).await;
    assert_eq!(delivered.ended, Ended::TlsFailed, "{delivered:?}");
    let Some(TlsTrouble::Certificate(flaw)) = delivered.tls_trouble else {
        panic!("{:?}", delivered.tls_trouble);
    };
    assert_eq!(flaw.fault, CertificateFault::SelfSigned);
}

#[tokio::test]
async fn any_certificate_will_do_where_that_is_asked_for_and_is_looked_at_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let (port, _) = serve(folder.path(), &[]).await;
    let settings = TlsSettings {
        insecure: true,
        ..TlsSettings::default()
    };
    let delivered = deliver(port, &settings).await;
    assert_eq!(delivered.ended, Ended::Answered, "{delivered:?}");
    let flaw = delivered.tls.unwrap().certificate.unwrap();
    assert_eq!(flaw.fault, CertificateFault::SelfSigned);
}

#[tokio::test]
async fn what_a_server_prefers_is_told_once() {
    let folder = tempfile::tempdir().unwrap();
    let protocols: [(&[&str], &str); 3] = [
        (&["h2", "http/1.1"], "h2"),
        (&["http/1.1", "h2"], "http/1.1"),
        (&[], ""),
    ];
    for (protocols, expected) in protocols {
        let (port, ca) = serve(folder.path(), protocols).await;
        let delivery = delivery(port, &trusting(ca));
        let mut told = Vec::new();
        for _ in 0..2 {
            let delivered = delivery
                .deliver(&Outgoing::get("/x?a=b".to_owned()), true)
                .await;
            assert_eq!(delivered.ended, Ended::Answered, "{delivered:?}");
            assert!(delivered.timings.tls_us.is_some(), "a new connection");
            told.push(delivered.tls.unwrap().prefers);
        }
        assert_eq!(told, [Some(expected.to_owned()), None]);
    }
}

#[tokio::test]
async fn a_server_without_http_1_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let (port, ca) = serve(folder.path(), &["h2"]).await;
    let delivered = deliver(port, &trusting(ca)).await;
    assert_eq!(delivered.tls_trouble, Some(TlsTrouble::Http2Only));
}

#[tokio::test]
async fn what_is_no_tls_of_today_is_named() {
    let hello_of_1999 = b"\x16\x03\x01\x00\x2a\x02\x00\x00\x26\x03\x01\
        0123456789abcdef0123456789abcdef\x00\x00\x2f\x00";
    let said: [(&[u8], TlsTrouble); 5] = [
        (hello_of_1999, TlsTrouble::TooOld),
        (b"\x15\x03\x01\x00\x02\x02\x46", TlsTrouble::TooOld),
        (b"\x15\x03\x03\x00\x02\x02\x28", TlsTrouble::NoCommonSuite),
        (b"HTTP/1.1 400 Bad Request\r\n\r\n", TlsTrouble::NotTls),
        (b"", TlsTrouble::Other),
    ];
    for (bytes, expected) in said {
        let port = say(bytes).await;
        let delivered = deliver(port, &TlsSettings::default()).await;
        assert_eq!(delivered.ended, Ended::TlsFailed, "{delivered:?}");
        assert_eq!(delivered.tls_trouble, Some(expected), "{delivered:?}");
    }
}

#[tokio::test]
async fn a_file_of_authorities_that_cannot_be_used_is_told_before_any_call() {
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().join("empty.pem");
    std::fs::write(&empty, "").unwrap();
    let target = Target::parse("https://localhost/").unwrap();
    for path in [empty, folder.path().join("absent.pem")] {
        let dial = network(&target, None, &trusting(path), &Clock::system());
        assert!(matches!(dial, Err(TlsError::CaFile { .. })), "{dial:?}");
    }
}
