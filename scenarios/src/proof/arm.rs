//! A run against a seller in this process.

use std::sync::Arc;

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::{MemoryDial, Target};
use galleria_protocol::Key;
use galleria_seller::{Behaviour, Seller, SellerConfig};

use crate::record::Recorder;
use crate::run::{Outcome, Plan, Seat, Stop, run};

/// The access key of embedded sellers: obviously none of a real seller.
pub const KEY: &str = "galleria-embedded-test-key";

/// The address of embedded sellers, as reports show it.
const ADDRESS: &str = "http://embedded.localhost/produceAPI";

/// A seller in this process and the way to it.
#[derive(Debug)]
pub struct Memory {
    /// The run's seat.
    pub seat: Seat,
}

impl Memory {
    /// A seller of that behaviour. Must be called inside a runtime.
    ///
    /// # Panics
    /// Where the address of embedded sellers cannot be read, which every proof rules out.
    pub fn new(behaviour: Arc<dyn Behaviour>, called: &str, clock: Clock) -> Self {
        let key = Key::new(KEY);
        let wall = clock.clone();
        let config = SellerConfig {
            behaviour,
            now: Arc::new(move || wall.now()),
            ..SellerConfig::new(key.clone())
        };
        let seller = Seller::new(config);
        let dial = MemoryDial::new(move |io| {
            if !seller.is_listening() {
                return false;
            }
            let seller = seller.clone();
            tokio::spawn(async move { seller.serve_connection(io).await });
            true
        });
        let target = Target::parse(ADDRESS).expect("a constant that a test parses");
        let called = called.to_owned();
        Self {
            seat: Seat {
                dial: Arc::new(dial),
                target,
                called,
                key,
                clock,
            },
        }
    }
}

/// Plays a plan under virtual time: the same plan gives the same events, byte for byte.
pub fn play_in_memory(
    plan: &Plan,
    behaviour: Arc<dyn Behaviour>,
    called: &str,
    recorder: Recorder,
) -> std::io::Result<Outcome> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()?;
    Ok(runtime.block_on(async {
        // The moment at which every virtual run begins.
        let start = chrono::DateTime::from_timestamp(1_767_225_600, 0).unwrap_or_default();
        let memory = Memory::new(behaviour, called, Clock::starting_at(start));
        run(plan, memory.seat, recorder, Stop::default()).await
    }))
}
