//! The README's commands work as printed.

use std::fs;
use std::path::Path;
use std::process::{Child, Stdio};

use crate::support::{free_port, galleria, told};

/// The lines behind `$ ` in the README's console blocks.
fn commands() -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    let text = fs::read_to_string(path).unwrap();
    text.lines()
        .filter_map(|line| line.strip_prefix("$ "))
        .map(ToOwned::to_owned)
        .collect()
}

struct Background(Child);

impl Drop for Background {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts a seller and waits until it says that it listens.
fn start(arguments: &[&str]) -> Background {
    use std::io::{BufRead, BufReader};
    let mut child = galleria()
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    assert!(line.contains("listens on"), "{line}");
    Background(child)
}

#[test]
fn every_command_of_the_readme_does_what_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let (faulty_port, own_port) = (free_port(), free_port());
    let own_key = "your-access-key";
    let _own = start(&["seller", "--port", &own_port, "--key", own_key]);
    let mut background = Vec::new();
    let mut played = 0;
    let crash_port = free_port();
    for command in commands() {
        let started = format!("{} seller", env!("CARGO_BIN_EXE_galleria"));
        let command = command
            .replace("\"galleria seller", &format!("\"{started}"))
            .replace("18081", &crash_port)
            .replace("18080", &faulty_port)
            .replace("8080", &own_port);
        let words = shlex::split(&command).unwrap();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let expected = match words[..] {
            ["cargo", "run", "--release", "--locked", "--", ..] => 0,
            ["cargo", ..] | ["export", "GALLERIA_KEY=your-access-key"] => continue,
            ["galleria", "seller", ..] => {
                background.push(start(&words[1..]));
                continue;
            }
            ["galleria", "check", ..] if command.contains(&faulty_port) => 1,
            ["galleria", "verify", ..] if command.contains("--computed") => 1,
            ["galleria", ..] => 0,
            _ => panic!("nobody plays this command of the README: {command}"),
        };
        let skip = if words[0] == "cargo" { 5 } else { 1 };
        let output = galleria()
            .current_dir(folder.path())
            .env("GALLERIA_KEY", own_key)
            .args(&words[skip..])
            .output()
            .unwrap();
        let (code, out, err) = told(&output);
        assert_eq!(code, expected, "{command}\n{out}{err}");
        played += 1;
    }
    assert!(played >= 10 && background.len() == 1, "played {played}");
}
