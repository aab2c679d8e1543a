//! What galleria costs, each figure as a ratio to the barest thing that does the same work in the
//! same run: absolute times of different runs say little on a noisy machine.
//!
//! `cargo bench --package galleria --locked`

#![expect(clippy::print_stdout, reason = "the figures are for people")]
#![expect(
    clippy::disallowed_methods,
    reason = "a bench measures the machine's time"
)]
#![expect(clippy::cast_precision_loss, reason = "calls are counted in thousands")]

mod bare;
mod campaigns;
mod processes;
mod sustained;

use std::process::{Child, Command, Stdio};

/// The key of the seller that is measured against.
const KEY: &str = "obviously-fake-access-key";

fn main() {
    // The bench starts itself as the bare thing that galleria is compared with.
    match std::env::var("GALLERIA_BENCH_AS").as_deref() {
        Ok("hello") => println!("hello, world"),
        Ok("bare-suite") => bare::suite(&std::env::var("GALLERIA_BENCH_URL").unwrap_or_default()),
        _ => measure(),
    }
}

fn measure() {
    let seller = Seller::start();
    println!(
        "{:<46} {:>10} {:>10} {:>7}  goal",
        "", "galleria", "bare", "ratio"
    );
    sustained::exchange(&seller.url);
    processes::suite(&seller.url);
    processes::help();
    processes::first_exchange(&seller.url);
    processes::memory(&seller.url);
    // A fresh seller: the one so far remembers all that it has sold.
    let seller = Seller::start();
    campaigns::generation(&seller.url);
    campaigns::rates(&seller.url);
    campaigns::memory(&seller.url);
}

/// A line of the table.
fn line(what: &str, unit: &str, galleria: f64, bare: f64, goal: &str) {
    let ratio = galleria / bare;
    println!("{what:<46} {galleria:>7.1} {unit} {bare:>7.1} {unit} {ratio:>6.2}x  {goal}");
}

/// The middle of the measured values.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// The binary under measurement.
fn galleria() -> Command {
    Command::new(env!("CARGO_BIN_EXE_galleria"))
}

/// This bench as one of its bare things.
fn bare(role: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("a bench has a path"));
    command.env("GALLERIA_BENCH_AS", role);
    command
}

/// The reference seller in a process of its own.
struct Seller {
    child: Child,
    url: String,
}

impl Seller {
    fn start() -> Self {
        use std::io::{BufRead, BufReader};
        let mut child = galleria()
            .args(["seller", "--port", "0", "--key", KEY])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the binary runs");
        let mut line = String::new();
        let out = child.stdout.take().expect("standard output is piped");
        BufReader::new(out)
            .read_line(&mut line)
            .expect("the seller says where it listens");
        let url = line
            .split_whitespace()
            .last()
            .unwrap_or_default()
            .to_owned();
        Self { child, url }
    }
}

impl Drop for Seller {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
