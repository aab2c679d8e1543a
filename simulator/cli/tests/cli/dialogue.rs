//! `galleria init` at a terminal: it asks, tells what is wrong with an answer, and asks again.
#![cfg(unix)]

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::os::fd::OwnedFd;
use std::path::Path;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

use crate::support::galleria;

/// Holds the dialogue with these keys; the exit code and what stood on the terminal.
fn dialogue(folder: &Path, lang: &str, typed: &str) -> (i32, String) {
    let master: OwnedFd = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&master).unwrap();
    unlockpt(&master).unwrap();
    let name = ptsname(&master, Vec::new()).unwrap();
    let mut command = galleria();
    {
        let path = name.to_str().unwrap();
        let terminal = File::options().read(true).write(true).open(path).unwrap();
        command
            .current_dir(folder)
            .args(["--lang", lang, "init"])
            .stdin(terminal.try_clone().unwrap())
            .stdout(terminal.try_clone().unwrap())
            .stderr(terminal);
    }
    let mut child = command.spawn().unwrap();
    // What holds the terminal open here.
    drop(command);
    let mut master = File::from(master);
    master.write_all(typed.as_bytes()).unwrap();
    let mut shown = Vec::new();
    let mut part = [0; 1024];
    // Where nobody has the terminal open any more, Linux says so by an error.
    while let Ok(read @ 1..) = master.read(&mut part) {
        shown.extend(&part[..read]);
    }
    let code = child.wait().unwrap().code().unwrap();
    (code, String::from_utf8(shown).unwrap())
}

#[test]
fn a_wrong_answer_is_told_and_asked_for_again() {
    for (lang, wrong, written) in [
        ("en", "did you mean `cn-v1`?", "galleria.toml is written"),
        ("zh", "是否指 `cn-v1`？", "galleria.toml 已写出"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let typed = "isv.example/api\nhttps://isv.example/api\ncn-v3\ncn-v2\nperiodic\none-time\nq8+/=\nMY_KEY\n";
        let (code, shown) = dialogue(folder.path(), lang, typed);
        assert_eq!(code, 0, "{shown}");
        assert!(shown.contains(wrong) && shown.contains(written), "{shown}");
        // It may have been the key.
        assert_eq!(shown.matches("q8+/=").count(), 1, "{shown}");
        let text = fs::read_to_string(folder.path().join("galleria.toml")).unwrap();
        for line in [
            "url = \"https://isv.example/api\"",
            "profile = \"cn-v2\"",
            "billing = \"one-time\"",
            "key-env = \"MY_KEY\"",
            "allow-target = [\"isv.example\"]",
        ] {
            assert!(text.contains(line), "{line} in {text}");
        }
    }
}

#[test]
fn an_empty_line_takes_what_stands_in_brackets() {
    let folder = tempfile::tempdir().unwrap();
    let (code, shown) = dialogue(folder.path(), "en", "\n\n\n\n");
    assert_eq!(code, 0, "{shown}");
    let text = fs::read_to_string(folder.path().join("galleria.toml")).unwrap();
    assert!(text.contains("profile = \"cn-v1\"") && text.contains("key-env = \"GALLERIA_KEY\""));
}

#[test]
fn the_end_of_the_input_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (code, shown) = dialogue(folder.path(), "en", "https://isv.example/api\n\u{4}");
    assert_eq!(code, 2, "{shown}");
    assert!(shown.contains("galleria.toml is not written"), "{shown}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}
