//! Sellers that do not even speak the protocol: always a finding, never a crash, never without end.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

use crate::support::{KEY, json, rules_with, run, told};
use serde_json::Value;

/// Serves every connection with `serve` on a thread of its own; the address.
fn listen(serve: fn(TcpStream)) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || serve(stream));
        }
    });
    format!("http://{address}/produceAPI")
}

/// Reads the head of a request; false where the connection ended.
fn read_request(stream: &mut TcpStream) -> bool {
    let mut seen = Vec::new();
    let mut byte = [0];
    while !seen.ends_with(b"\r\n\r\n") {
        match stream.read(&mut byte) {
            Ok(1) => seen.push(byte[0]),
            _ => return false,
        }
    }
    true
}

/// Checks such a seller; the exit code and the JSON report.
fn check(serve: fn(TcpStream)) -> (i32, Value) {
    let folder = tempfile::tempdir().unwrap();
    let url = listen(serve);
    let arguments = [
        "check",
        "--url",
        &url,
        "--key",
        KEY,
        "--timeout",
        "500ms",
        "--report",
        "json=out.json",
    ];
    let output = run(folder.path(), &arguments);
    let report = json(&folder.path().join("out.json"));
    (output.status.code().unwrap_or(-1), report)
}

#[test]
fn a_seller_that_never_answers_is_given_up_after_three_calls() {
    let (code, report) = check(|mut stream| while read_request(&mut stream) {});
    assert_eq!(code, 1);
    assert_eq!(rules_with(&report, "fail"), ["TRN004"]);
    assert_eq!(report["exchanges"].as_array().unwrap().len(), 3);
    let reasons: Vec<&Value> = report["rules"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| &r["reason"])
        .collect();
    assert!(
        reasons
            .iter()
            .any(|r| r.as_str().is_some_and(|r| r.contains("3 calls in a row")))
    );
}

#[test]
fn a_seller_that_closes_every_connection_is_a_finding() {
    let (code, report) = check(|mut stream| {
        read_request(&mut stream);
    });
    assert_eq!(code, 1);
    assert_eq!(rules_with(&report, "fail"), ["TRN006"]);
}

#[test]
fn garbage_in_place_of_http_is_a_finding() {
    let (code, report) = check(|mut stream| {
        read_request(&mut stream);
        let _ = stream.write_all(b"\x00\x01 what? \xff\xfe no http here\r\n\r\n");
    });
    assert_eq!(code, 1);
    assert_eq!(rules_with(&report, "fail"), ["TRN006"]);
    assert_eq!(report["exchanges"][0]["ended"], "not-http");
}

#[test]
fn a_head_without_end_is_a_finding() {
    let (code, report) = check(|mut stream| {
        read_request(&mut stream);
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n");
        while stream
            .write_all(b"X-Padding: more and more and more and more\r\n")
            .is_ok()
        {}
    });
    assert_eq!(code, 1);
    assert_eq!(rules_with(&report, "fail"), ["TRN006"]);
}

#[test]
fn a_hundred_megabytes_are_a_finding_and_are_not_read() {
    let (code, report) = check(|mut stream| {
        let block = vec![b' '; 1024 * 1024];
        while read_request(&mut stream) {
            let head = format!(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
                100 * block.len()
            );
            let _ = stream.write_all(head.as_bytes());
            for _ in 0..100 {
                if stream.write_all(&block).is_err() {
                    return;
                }
            }
        }
    });
    assert_eq!(code, 1);
    assert_eq!(rules_with(&report, "fail"), ["TRN010"]);
    let body = &report["exchanges"][0]["response"]["body"];
    assert!(body["bytes"].as_u64().unwrap() <= 1024 * 1024, "{body}");
    assert!(body["text"].as_str().unwrap().len() <= 64 * 1024);
}

#[test]
fn a_page_in_place_of_the_interface_is_a_finding() {
    let (code, report) = check(|mut stream| {
        while read_request(&mut stream) {
            let page = "<html><script>alert(1)</script>";
            let _ = write!(
                stream,
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {}\r\n\r\n{page}",
                page.len()
            );
        }
    });
    assert_eq!(code, 1);
    assert_eq!(rules_with(&report, "fail"), ["TRN003", "SIG001", "FLD001"]);
}

#[test]
fn a_port_that_nobody_listens_on_is_unreachable() {
    let folder = tempfile::tempdir().unwrap();
    let port = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let url = format!("http://127.0.0.1:{port}/");
    let output = run(folder.path(), &["check", "--url", &url, "--key", KEY]);
    assert_eq!(output.status.code(), Some(3));
    let report = json(&folder.path().join("galleria-report/report.json"));
    assert_eq!(report["run"]["verdict"], "unreachable");
    // A screen full of rules that had nothing to look at tells nobody anything.
    let (_, out, _) = told(&output);
    assert!(out.contains("rules; -v names them"), "{out}");
    assert!(!out.contains("IDM001"), "{out}");
    let (_, out, _) = told(&run(
        folder.path(),
        &["-v", "check", "--url", &url, "--key", KEY],
    ));
    assert!(out.contains("IDM001 retry-gets-new-instance"), "{out}");
}

#[test]
fn the_key_is_in_no_report_even_where_the_seller_tells_it() {
    let folder = tempfile::tempdir().unwrap();
    let url = listen(|mut stream| {
        while read_request(&mut stream) {
            let body = format!("{{\"resultCode\":\"000005\",\"resultMsg\":\"key is {KEY}\"}}");
            let _ = write!(
                stream,
                "HTTP/1.1 200 OK\r\nX-Key: {KEY}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
                body.len()
            );
        }
    });
    let output = run(folder.path(), &["check", "--url", &url, "--key", KEY]);
    assert!(!String::from_utf8_lossy(&output.stdout).contains(KEY));
    for file in std::fs::read_dir(folder.path().join("galleria-report"))
        .unwrap()
        .flatten()
    {
        let text = String::from_utf8_lossy(&std::fs::read(file.path()).unwrap()).into_owned();
        assert!(!text.contains(KEY), "{}", file.path().display());
        // The JUnit file quotes no answer.
        let quotes = file
            .path()
            .extension()
            .is_some_and(|ending| ending != "xml");
        assert_eq!(
            text.contains("[redacted]"),
            quotes,
            "{}",
            file.path().display()
        );
    }
}
