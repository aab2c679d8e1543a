//! Deliveries over TLS: whom the marketplace trusts.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::{
    Delivered, Delivery, Ended, Limits, Outgoing, Target, TcpDial, TlsError, TlsSettings,
};
use rustls::ServerConfig;
use rustls_pki_types::PrivateKeyDer;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

const ANSWER: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";

/// A server for one connection with a certificate that it signed itself; its port and certificate.
async fn serve(folder: &Path) -> (u16, PathBuf) {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let Ok(mut stream) = TlsAcceptor::from(Arc::new(config)).accept(stream).await else {
            return;
        };
        let _ = stream.read(&mut [0; 4096]).await;
        let _ = stream.write_all(ANSWER).await;
        let _ = stream.shutdown().await;
    });
    let path = folder.join("authority.pem");
    std::fs::write(&path, made.cert.pem()).unwrap();
    (port, path)
}

async fn deliver(port: u16, settings: &TlsSettings) -> Delivered {
    let clock = Clock::system();
    let target = Target::parse(&format!("https://localhost:{port}/x")).unwrap();
    let address = ([127, 0, 0, 1], port).into();
    let dial = TcpDial::new(target.clone(), settings, clock.clone())
        .unwrap()
        .resolved_to(address);
    let delivery = Delivery::new(Arc::new(dial), target.authority(), clock, Limits::default());
    delivery
        .deliver(&Outgoing::get(target.path(), "a=b"), true)
        .await
}

#[tokio::test]
async fn an_authority_that_is_named_is_trusted() {
    let folder = tempfile::tempdir().unwrap();
    let (port, ca) = serve(folder.path()).await;
    let delivered = deliver(
        port,
        &TlsSettings {
            ca_files: vec![ca],
            insecure: false,
        },
    )
    .await;
    assert_eq!(delivered.ended, Ended::Answered, "{delivered:?}");
    assert_eq!(delivered.answer.unwrap().body, b"{}");
    assert_eq!(delivered.tls.unwrap().version, "TLSv1_3");
}

#[tokio::test]
async fn a_certificate_that_nobody_vouches_for_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (port, _) = serve(folder.path()).await;
    let delivered = deliver(port, &TlsSettings::default()).await;
    assert_eq!(delivered.ended, Ended::TlsFailed, "{delivered:?}");
}

#[tokio::test]
async fn any_certificate_will_do_where_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let (port, _) = serve(folder.path()).await;
    let delivered = deliver(
        port,
        &TlsSettings {
            ca_files: Vec::new(),
            insecure: true,
        },
    )
    .await;
    assert_eq!(delivered.ended, Ended::Answered, "{delivered:?}");
}

#[tokio::test]
async fn a_file_of_authorities_that_cannot_be_used_is_told_before_any_call() {
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().join("empty.pem");
    std::fs::write(&empty, "").unwrap();
    let target = Target::parse("https://localhost/").unwrap();
    for path in [empty, folder.path().join("absent.pem")] {
        let settings = TlsSettings {
            ca_files: vec![path],
            insecure: false,
        };
        let dial = TcpDial::new(target.clone(), &settings, Clock::system());
        assert!(matches!(dial, Err(TlsError::CaFile { .. })), "{dial:?}");
    }
}
