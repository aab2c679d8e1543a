//! A console that is killed with `kill -9` while it writes: whatever it confirmed is there when it is started
//! again, its file is sound, and a check that was under way is told as cut off.

use std::net::TcpListener;
use std::path::Path;
use std::thread;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use serde_json::{Value, json};

use crate::serve::Serving;
use crate::support::{KEY, SellerProcess};

/// What a console confirmed.
#[derive(Default)]
struct Confirmed {
    addresses: Vec<(i64, String)>,
    cases: Vec<String>,
    checks: Vec<i64>,
}

/// A number drawn of a seed (splitmix64).
fn drawn(seed: u64) -> u64 {
    let mixed = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed ^ (mixed >> 27)
}

fn address(name: &str, url: &str) -> Value {
    json!({ "name": name, "url": url, "profile": "cn-v1", "billing": "period", "key": KEY })
}

/// Asks for something; what was told where it was confirmed with that status.
fn confirmed(console: &Serving, path: &str, body: &Value, status: u16) -> Option<Value> {
    let (found, text) = console.post(path, &body.to_string())?;
    // A part of an answer confirms nothing.
    let told = serde_json::from_str(&text).ok()?;
    (found == status).then_some(told)
}

fn number(told: &Value) -> i64 {
    told["id"].as_i64().unwrap()
}

/// Adds an address, which must be confirmed.
fn added(console: &Serving, name: &str, url: &str) -> i64 {
    number(&confirmed(console, "/api/addresses", &address(name, url), 201).unwrap())
}

/// Writes without an end: until the console is dead.
fn write(console: &Serving, round: u64, right: i64, seller: &str) -> Confirmed {
    let mut all = Confirmed::default();
    for turn in 0.. {
        let name = format!("added-{round}-{turn}");
        let new = address(&name, seller);
        let Some(told) = confirmed(console, "/api/addresses", &new, 201) else {
            break;
        };
        all.addresses.push((number(&told), name));
        let name = format!("case-{round}-{turn}");
        let debug = format!("/api/addresses/{right}/debug/newInstance");
        if let Some(told) = confirmed(console, &debug, &json!({ "save": name }), 200) {
            assert_eq!(told["saved"], name, "{told}");
            all.cases.push(name);
        }
        // Where too many are under way it is refused.
        let checks = format!("/api/addresses/{right}/checks");
        let safe = json!({ "scenarios": ["debug-calls"] });
        if let Some(told) = confirmed(console, &checks, &safe, 202) {
            all.checks.push(number(&told));
        }
    }
    all
}

fn is_sound(file: &Path) {
    let file = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap();
    let sound: String = file
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(sound, "ok");
    let strays: i64 = file
        .query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| {
            row.get(0)
        })
        .unwrap();
    assert_eq!(strays, 0);
}

fn is_there(console: &Serving, all: &Confirmed) {
    for (id, name) in &all.addresses {
        let told = console.told(&format!("/api/addresses/{id}"));
        assert_eq!(told["name"], *name, "{told}");
    }
    for name in &all.cases {
        let told = console.told(&format!("/api/cases/{name}"));
        assert_eq!(told["scene"], "newInstance", "{told}");
    }
    for id in &all.checks {
        let told = console.told(&format!("/api/checks/{id}"));
        let standing = told["standing"].as_str().unwrap();
        assert!(["pass", "cut off"].contains(&standing), "{told}");
    }
}

#[test]
fn what_was_confirmed_outlives_a_kill_at_any_moment() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&[]);
    // Connections are taken by the system alone, so that no call is ever answered.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let silent = format!("http://{}/produceAPI", silent.local_addr().unwrap());
    let mut all = Vec::new();
    for round in 0..4 {
        let mut console = Serving::start(folder.path(), &[]);
        let right = added(&console, &format!("right-{round}"), seller.url());
        let waiting = added(&console, &format!("silent-{round}"), &silent);
        let checks = format!("/api/addresses/{waiting}/checks");
        let begun = number(&confirmed(&console, &checks, &json!({}), 202).unwrap());

        let (beside, url) = (console.beside(), seller.url().to_owned());
        let writes = thread::spawn(move || write(&beside, round, right, &url));
        thread::sleep(Duration::from_millis(30 + drawn(round) % 600));
        // SIGKILL.
        console.kill();
        let confirmed = writes.join().unwrap();
        assert!(!confirmed.addresses.is_empty(), "nothing was written");
        all.push(confirmed);

        let console = Serving::start(folder.path(), &[]);
        is_sound(&folder.path().join("galleria.db"));
        for confirmed in &all {
            is_there(&console, confirmed);
        }
        let told = console.told(&format!("/api/checks/{begun}"));
        assert_eq!(told["standing"], "cut off", "{told}");
        let page = console.get(&format!("/checks/{begun}"), "Accept-Language: en\r\n");
        assert!(
            page.contains("the console ended before it was over"),
            "{page}"
        );
        let report = console.get(&format!("/checks/{begun}/files/report.json"), "");
        assert!(report.starts_with("HTTP/1.1 200"), "{report}");
    }
}
