//! No secret leaves a run, whatever a seller does with it: it comes in every place of an answer and
//! in every form, and is looked for in every byte that the run writes.

mod leaking;

use std::fs;
use std::io::Read;
use std::path::Path;

use galleria_protocol::Key;
use galleria_protocol::cipher::{EncryptType, encrypt};
use serde_json::json;

use self::leaking::{KEY, MAIL, PASSWORD, every_form, listen};
use crate::support::{run, told};

/// An answer that is wrong in everything and tells all it knows.
fn answer(number: usize) -> String {
    let sealed = |plain: &str| {
        encrypt(
            &Key::new(KEY),
            EncryptType::Aes256,
            b"0123456789abcdef",
            plain,
        )
    };
    let told = every_form().join(" ");
    let mut body = json!({
        "resultCode": "000000",
        "resultMsg": told,
        "instanceId": format!("{told} {number}"),
        "encryptType": "1",
    });
    // The others repeat what an answer before them handed over.
    if number.is_multiple_of(2) {
        body["appInfo"] = json!({
            "frontEndUrl": format!("not an address {told}"),
            "adminUrl": told,
            "userName": sealed(MAIL),
            "password": sealed(PASSWORD),
            "memo": told,
        });
    }
    let in_header: Vec<String> = every_form()
        .into_iter()
        .filter(|form| form.is_ascii())
        .collect();
    let in_header = in_header.join(" ");
    let body = body.to_string();
    format!(
        "HTTP/1.1 200 {in_header}\r\nContent-Type: text/html; {in_header}\r\nX-Told: {in_header}\r\n\
         Body-Sign: sign_type=\"{in_header}\", signature=\"{in_header}\"\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
}

/// Every secret in every form is looked for in these bytes.
fn holds_none(name: &str, bytes: &[u8]) {
    // Bytes that are no text are replaced, which no form holds.
    let text = String::from_utf8_lossy(bytes);
    for form in every_form() {
        if let Some((before, behind)) = text.split_once(&form) {
            let start: String = before.chars().rev().take(60).collect();
            let start: String = start.chars().rev().collect();
            let end: String = behind.chars().take(60).collect();
            panic!("{name} tells `{form}`: ...{start}<HERE>{end}...");
        }
    }
}

fn every_file(folder: &Path, look: &mut dyn FnMut(&Path)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            every_file(&path, look);
        } else {
            look(&path);
        }
    }
}

/// Every format.
const FORMATS: [&str; 12] = [
    "jsonl", "json", "junit", "html", "markdown", "sarif", "tap", "github", "csv", "badge", "har",
    "bundle",
];

/// Arguments that ask for every format.
fn reports(folder: &str) -> Vec<String> {
    let one = |format: &&str| format!("--report={format}={folder}/{format}");
    FORMATS.iter().map(one).collect()
}

/// The bytes of a file, and those of its parts where it is a zip file.
fn of_file(path: &Path) {
    let name = path.display().to_string();
    let bytes = fs::read(path).unwrap();
    holds_none(&name, &bytes);
    if !bytes.starts_with(b"PK") {
        return;
    }
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    assert_eq!(archive.len(), 7);
    for at in 0..archive.len() {
        let mut part = Vec::new();
        archive
            .by_index(at)
            .unwrap()
            .read_to_end(&mut part)
            .unwrap();
        holds_none(&format!("part {at} of {name}"), &part);
    }
}

#[test]
fn no_secret_is_in_any_byte_of_any_output() {
    let folder = tempfile::tempdir().unwrap();
    let key = tempfile::tempdir().unwrap();
    let key_file = key.path().join("key");
    fs::write(&key_file, KEY).unwrap();
    let url = listen(answer);
    let mut arguments = vec![
        "-vv".to_owned(),
        "check".to_owned(),
        "--url".to_owned(),
        url,
        "--key-file".to_owned(),
        key_file.display().to_string(),
        "--known-failures".to_owned(),
        "known.toml".to_owned(),
        "--update-known-failures".to_owned(),
    ];
    arguments.extend(reports("out"));
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let output = run(folder.path(), &arguments);
    let (code, out, err) = told(&output);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("[redacted]") && out.contains("FAIL"), "{out}");
    holds_none("standard output", &output.stdout);
    holds_none("standard error", &output.stderr);
    let mut files = 0;
    every_file(folder.path(), &mut |path| {
        of_file(path);
        files += 1;
    });
    assert_eq!(files, 17);
    for lang in ["en", "zh"] {
        let mut arguments = vec!["report".to_owned(), "out/jsonl".to_owned()];
        arguments.extend(
            reports(lang)
                .into_iter()
                .filter(|one| !one.starts_with("--report=jsonl")),
        );
        arguments.extend(["--lang".to_owned(), lang.to_owned()]);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let (code, _, err) = told(&run(folder.path(), &arguments));
        assert_eq!(code, 0, "{err}");
        let mut files = 0;
        every_file(&folder.path().join(lang), &mut |path| {
            of_file(path);
            files += 1;
        });
        assert_eq!(files, FORMATS.len() - 1);
        let printed = run(
            folder.path(),
            &["report", "out/jsonl", "-vv", "--lang", lang],
        );
        holds_none("the report from the record", &printed.stdout);
        let verified = run(
            folder.path(),
            &["verify", &format!("{lang}/bundle"), "--lang", lang],
        );
        assert_eq!(told(&verified).0, 0);
        holds_none("what is told of evidence", &verified.stdout);
    }
}
