//! A run against a seller in this process.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::{Dial, MemoryDial, Target, TlsDial, TlsSettings};
use galleria_marketplace::kit::KitSettings;
use galleria_protocol::Key;
use galleria_protocol::kit::secret::{OaepHash, PublicKey};
use galleria_seller::kit::{KIT_KEY, TEST_PUBLIC_KEY};
use galleria_seller::notices::NoticeConfig;
use galleria_seller::{Behaviour, Seller, SellerConfig};

use super::open_api::open_api;
use super::software::Software;
use super::store_probe::StoreProbe;
use crate::record::Recorder;
use crate::run::{NoticeSettings, Outcome, Plan, Seat, Stop, run};
use crate::scenario::Scenario;

/// The access key of embedded sellers: obviously none of a real seller.
pub const KEY: &str = "galleria-embedded-test-key";

/// The address of embedded sellers that tell no other, as reports show it.
const ORIGIN: &str = "http://embedded.localhost";
const PATH: &str = "/produceAPI";

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
    /// Where the TLS of an embedded seller cannot be set up, which every proof rules out.
    pub fn new(behaviour: Arc<dyn Behaviour>, called: &str, clock: Clock) -> Self {
        let key = Key::new(KEY);
        let (desk, open_api) = open_api(&key, &clock);
        let wall = clock.clone();
        let config = SellerConfig {
            behaviour,
            now: Arc::new(move || wall.now()),
            path: PATH.to_owned(),
            open_api: Some(open_api),
            notices: NoticeConfig::default(),
            ..SellerConfig::new(key.clone())
        };
        let seller = Seller::new(config);
        let target = embedded_target(seller.behaviour());
        let dial = way_to(&seller, &target, &clock);
        let called = called.to_owned();
        Self {
            seat: Seat {
                dial,
                target,
                called,
                key,
                desk: Some(desk),
                kit: Some(Arc::new(kit())),
                notices: Some(notices()),
                clock,
                probe: Some(Arc::new(StoreProbe(seller.clone()))),
                activator: Some(Arc::new(Software(seller))),
                stage: None,
            },
        }
    }
}

/// The keys of an embedded seller's kit.
///
/// # Panics
/// Where the test key cannot be read, which every proof rules out.
fn kit() -> KitSettings {
    KitSettings {
        v1: Key::new(KEY),
        v2: Key::new(KIT_KEY),
        base_key: Key::new(KEY),
        public_key: PublicKey::from_text(TEST_PUBLIC_KEY).expect("a key of this workspace"),
        hash: OaepHash::default(),
    }
}

/// Where an embedded seller is notified of orders.
fn notices() -> NoticeSettings {
    let NoticeConfig { path, key } = NoticeConfig::default();
    NoticeSettings { path, key }
}

/// The address under which a seller of that behaviour is embedded.
///
/// # Panics
/// Where the behaviour tells an address that cannot be read, which every proof rules out.
pub fn embedded_target(behaviour: &dyn Behaviour) -> Target {
    let origin = behaviour.door().origin.unwrap_or(ORIGIN);
    Target::parse(&format!("{origin}{PATH}")).expect("an address of this workspace")
}

/// A stream in memory, with TLS above it where the address is https; the seller's own authority is
/// trusted like a public one.
pub(super) fn way_to(seller: &Seller, target: &Target, clock: &Clock) -> Arc<dyn Dial> {
    let served = seller.clone();
    let memory = Arc::new(MemoryDial::new(move |io| {
        if !served.is_listening() {
            return false;
        }
        let seller = served.clone();
        tokio::spawn(async move { seller.welcome(io).await });
        true
    }));
    if !target.is_https() {
        return memory;
    }
    let authority = seller.authority().expect("certificates can be made");
    let settings = TlsSettings {
        authorities: authority.into_iter().collect(),
        ..TlsSettings::default()
    };
    let tls = TlsDial::new(memory, target, &settings, clock.clone());
    Arc::new(tls.expect("the authority was made just now"))
}

/// The moment at which every virtual run begins.
pub(super) fn start() -> DateTime<Utc> {
    DateTime::from_timestamp(1_767_225_600, 0).unwrap_or_default()
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
        let mut seat = Memory::new(behaviour, called, Clock::starting_at(start())).seat;
        seat.kit = seat
            .kit
            .filter(|_| plan.scenarios.iter().any(Scenario::has_kit));
        seat.notices = seat
            .notices
            .filter(|_| plan.scenarios.iter().any(Scenario::has_notices));
        run(plan, seat, recorder, Stop::default()).await
    }))
}
