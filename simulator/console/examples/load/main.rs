//! Puts a running console under load: writes and reads at a steady rate while checks run one after another,
//! and looks at the end whether everything that was confirmed is there.
//!
//! ```text
//! galleria seller --port 8080 --key-env GALLERIA_KEY &
//! galleria serve --listen 127.0.0.1:4710 &
//! cargo run -p galleria-console --example load -- --console http://127.0.0.1:4710 \
//!     --seller http://127.0.0.1:8080/produceAPI --rate 200 --seconds 60
//! ```
//!
//! The access key of the seller is in GALLERIA_KEY. The console is left with the addresses and checks of the load.

mod client;

use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use client::{Load, put};

#[derive(Parser)]
struct Args {
    /// Where the console listens, such as http://127.0.0.1:4710
    #[arg(long)]
    console: String,
    /// The seller that is checked meanwhile
    #[arg(long)]
    seller: String,
    /// The seller's access key
    #[arg(long, env = "GALLERIA_KEY", hide_env_values = true)]
    key: String,
    /// Requests per second
    #[arg(long, default_value_t = 200)]
    rate: u32,
    /// For how long
    #[arg(long, default_value_t = 60)]
    seconds: u32,
}

#[expect(clippy::print_stdout, reason = "it tells what came of it")]
#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let args = Args::parse();
    // The client wants one, though nothing is encrypted here.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let told = put(&Load {
        console: args.console,
        seller: args.seller,
        key: args.key,
        requests: args.rate * args.seconds,
        apart: Duration::from_secs(1) / args.rate.max(1),
    })
    .await;
    println!("{told}");
    if told.is_good() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
