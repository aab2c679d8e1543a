//! Whole processes, from start to exit.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::bare::SUITE;
use crate::{KEY, bare, galleria, line, median};

/// How often each process is started.
const SAMPLES: usize = 15;

/// A suite of calls with all checks, the record and every report, start to exit. The bare suite
/// makes [`SUITE`] calls; galleria's time is scaled to as many.
pub(crate) fn suite(url: &str) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let check = || {
        let mut command = galleria();
        command
            .args(["check", "--url", url, "--key", KEY])
            .current_dir(folder.path());
        command
    };
    let plain = || {
        let mut command = bare("bare-suite");
        command.env("GALLERIA_BENCH_URL", url);
        command
    };
    let (ours, floor) = (times(check), times(plain));
    let report = std::fs::read(folder.path().join("galleria-report/report.json"));
    let report: serde_json::Value =
        serde_json::from_slice(&report.expect("a report")).expect("the report is JSON");
    let calls = report["exchanges"].as_array().map_or(SUITE, Vec::len);
    let scaled = ours * SUITE as f64 / calls as f64;
    let what = format!("{SUITE} calls with all reports, start to exit");
    line(&what, "ms", scaled, floor, "1.5x");
}

/// `--help`: nothing of the run is set up for it.
pub(crate) fn help() {
    let help = || {
        let mut command = galleria();
        command.arg("--help");
        command
    };
    line(
        "--help, start to exit",
        "ms",
        times(help),
        times(|| bare("hello")),
        "2x",
    );
}

/// From the start of a check to the first line of its record that tells of a call, which is written
/// once the answer is read; beside it the whole of a process that prints a line.
pub(crate) fn first_exchange(url: &str) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let record = folder.path().join("galleria-report/record.jsonl");
    let time = |_| {
        let _ = std::fs::remove_file(&record);
        let mut check = galleria();
        check
            .args(["check", "--url", url, "--key", KEY])
            .current_dir(folder.path());
        let begun = Instant::now();
        let mut child = check
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the process runs");
        while !std::fs::read_to_string(&record)
            .unwrap_or_default()
            .contains("\"exchanged\"")
        {
            std::thread::sleep(Duration::from_micros(50));
        }
        let took = begun.elapsed().as_secs_f64() * 1000.0;
        child.wait().expect("the process ends");
        took
    };
    let ours = median((0..SAMPLES).map(time).collect());
    line(
        "first exchange, from the start",
        "ms",
        ours,
        times(|| bare("hello")),
        "6 ms",
    );
}

/// The most memory that a check has.
pub(crate) fn memory(url: &str) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let mut check = galleria();
    check
        .args(["check", "--url", url, "--key", KEY])
        .current_dir(folder.path());
    let mut plain = bare("bare-suite");
    plain.env("GALLERIA_BENCH_URL", url);
    line(
        "memory of a check (peak)",
        "MB",
        peak(&mut check),
        peak(&mut plain),
        "12 MB",
    );
}

/// The median of the milliseconds from start to exit.
fn times(command: impl Fn() -> Command) -> f64 {
    let time = |_| {
        let mut command = command();
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let begun = Instant::now();
        command.status().expect("the process runs");
        begun.elapsed().as_secs_f64() * 1000.0
    };
    median((0..SAMPLES).map(time).collect())
}

/// The peak of a process's memory in MB, read while it runs.
pub(crate) fn peak(command: &mut Command) -> f64 {
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the process runs");
    let path = format!("/proc/{}/status", child.id());
    let mut most: f64 = 0.0;
    while matches!(child.try_wait(), Ok(None)) {
        let status = std::fs::read_to_string(&path).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
        most = most.max(kilobytes.unwrap_or(0.0) / 1024.0);
        std::thread::sleep(Duration::from_micros(200));
    }
    most
}
