//! `galleria serve`: the console as a process.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

use crate::support::{KEY, SellerProcess, free_port, galleria, run, told};

/// A console in a process of its own; killed when dropped.
pub(crate) struct Serving {
    /// Absent for whoever asks beside the one that started it.
    child: Option<Child>,
    address: String,
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.kill();
    }
}

impl Serving {
    pub(crate) fn start(folder: &Path, arguments: &[&str]) -> Self {
        let mut child = galleria()
            .current_dir(folder)
            .args(["serve", "--listen", "127.0.0.1:0"])
            .args(arguments)
            .env("GALLERIA_TEST_TOKEN", "obviously-fake-token")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        out.read_line(&mut line).unwrap();
        let (_, address) = line.trim().split_once("http://").unwrap();
        Self {
            child: Some(child),
            address: address.to_owned(),
        }
    }

    /// The same console for somebody beside, whom no end of it concerns.
    pub(crate) fn beside(&self) -> Self {
        Self {
            child: None,
            address: self.address.clone(),
        }
    }

    /// Kills it at once, if it is ours.
    pub(crate) fn kill(&mut self) {
        if let Some(child) = &mut self.child {
            let _ = child.kill();
            let _ = child.wait();
        }
    }

    pub(crate) fn get(&self, path: &str, header: &str) -> String {
        self.ask("GET", path, header, "").unwrap()
    }

    /// What the API tells.
    pub(crate) fn told(&self, path: &str) -> Value {
        let answer = self.get(path, "");
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with("HTTP/1.1 200"), "{path}: {answer}");
        serde_json::from_str(body).unwrap()
    }

    /// Sends JSON; the status and the body. None where the console is not there.
    pub(crate) fn post(&self, path: &str, body: &str) -> Option<(u16, String)> {
        let header = format!(
            "Content-Type: application/json\r\nContent-Length: {}\r\n",
            body.len()
        );
        let answer = self.ask("POST", path, &header, body).ok()?;
        let (head, body) = answer.split_once("\r\n\r\n")?;
        let status = head.split(' ').nth(1)?.parse().ok()?;
        Some((status, body.to_owned()))
    }

    fn ask(&self, method: &str, path: &str, header: &str, body: &str) -> io::Result<String> {
        let mut stream = TcpStream::connect(&self.address)?;
        let host = &self.address;
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\n{header}Connection: close\r\n\r\n{body}"
        );
        stream.write_all(request.as_bytes())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }

    /// Ends it as a supervisor does; its exit code.
    #[cfg(unix)]
    fn end(&mut self) -> Option<i32> {
        let child = self.child.as_mut().unwrap();
        let id = child.id().to_string();
        let sent = Command::new("kill").args(["-TERM", &id]).status();
        assert!(sent.unwrap().success());
        child.wait().unwrap().code()
    }
}

#[cfg(unix)]
#[test]
fn the_console_answers_until_it_is_ended() {
    let folder = tempfile::tempdir().unwrap();
    let mut console = Serving::start(folder.path(), &[]);
    let page = console.get("/", "Accept-Language: zh-CN\r\n");
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    assert!(page.contains("您桌面上的商家中心"), "{page}");
    assert_eq!(console.end(), Some(0));
}

#[test]
fn a_console_with_a_token_asks_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let console = Serving::start(folder.path(), &["--token-env", "GALLERIA_TEST_TOKEN"]);
    assert!(console.get("/", "").starts_with("HTTP/1.1 303"));
    let shown = "Authorization: Bearer obviously-fake-token\r\n";
    assert!(console.get("/", shown).starts_with("HTTP/1.1 200"));
}

#[test]
fn what_would_let_everybody_in_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (code, _, err) = told(&run(folder.path(), &["serve", "--listen", "0.0.0.0:0"]));
    assert_eq!(code, 2);
    assert!(
        err.contains("needs a token") && err.contains("--token-env"),
        "{err}"
    );
    let unset = ["serve", "--token-env", "GALLERIA_NOT_SET"];
    let (code, _, err) = told(&run(folder.path(), &unset));
    assert_eq!(code, 2);
    assert!(err.contains("GALLERIA_NOT_SET"), "{err}");
    let short = galleria()
        .args(["serve", "--token-env", "SHORT"])
        .env("SHORT", "abc")
        .output();
    let (code, _, err) = told(&short.unwrap());
    assert_eq!(code, 2);
    assert!(
        err.contains("can be guessed") && !err.contains("abc"),
        "{err}"
    );
}

/// What is bought by hand of a V2 seller that asks for its orders, from a console that serves the open APIs.
fn bought(faults: &[&str]) -> (Value, String) {
    let open_api = format!("127.0.0.1:{}", free_port());
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("sk"), "obviously-fake-sk").unwrap();
    let secret = folder.path().join("sk").display().to_string();
    let at = format!("http://{open_api}");
    let known = ["--ak", "obviously-fake-ak", "--sk-file", &secret];
    let asks = [&["--open-api", &at][..], &known, faults].concat();
    let seller = SellerProcess::start(&asks);
    let serves = [&["--open-api", &open_api][..], &known].concat();
    let console = Serving::start(folder.path(), &serves);
    let address = json!({ "name": "v2", "url": seller.url(), "profile": "cn-v2", "billing": "period", "key": KEY });
    let (status, told) = console
        .post("/api/addresses", &address.to_string())
        .unwrap();
    assert_eq!(status, 201, "{told}");
    let wish = json!({ "scene": "buy" });
    let (status, market) = console
        .post("/api/addresses/1/market", &wish.to_string())
        .unwrap();
    assert_eq!(status, 200, "{market}");
    let page = console.get("/addresses/1/market", "Accept-Language: en\r\n");
    assert!(
        page.contains("The seller finds the open APIs at") && page.contains(&open_api),
        "{page}"
    );
    (serde_json::from_str(&market).unwrap(), page)
}

#[test]
fn a_v2_seller_asks_the_market_by_hand_for_its_orders() {
    let (market, _) = bought(&[]);
    assert!(
        market["purchases"][0]["instance_id"].is_string(),
        "{market}"
    );
    assert_eq!(market["findings"], json!({}), "{market}");
    // How it asks is judged.
    let (market, page) = bought(&["--fault", "queries-signed-without-slash"]);
    assert!(market["findings"]["OPN001"].is_number(), "{market}");
    assert!(page.contains("/rules/OPN001"), "{page}");
}
