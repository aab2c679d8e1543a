//! The seller: what it knows, and what all its connections share.

use std::fmt;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, Utc};
use galleria_protocol::Key;

use crate::agents::AgentConfig;
use crate::behaviour::{Behaviour, Reference};
use crate::door::Tls;
use crate::kit::{KitConfig, Records};
use crate::login::Logins;
use crate::nonces::Nonces;
use crate::notices::{NoticeConfig, Notices};
use crate::open_api::{Meters, OpenApi};
use crate::random::Random;
use crate::serving::{Gate, GateError, Listening};
use crate::store::{Journal, JournalError, MemoryStore, Store};

/// Tells the time; only usage figures carry it.
pub type Now = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// What a seller is set up with.
#[derive(Clone)]
pub struct SellerConfig {
    /// The access key that seller and marketplace share.
    pub key: Key,
    /// Where initialisation vectors and passwords start from.
    pub seed: u64,
    /// The path that the marketplace calls, `/produceAPI` by default. What may stand before it is
    /// free.
    pub path: String,
    /// The customer's site; the answer to a purchase points there.
    pub site: String,
    /// The time of usage figures. The default stands still at the start of 2026.
    pub now: Now,
    /// The marketplace's open APIs (V2). Without them the seller knows of an order what its calls tell.
    pub open_api: Option<OpenApi>,
    /// The keys of the kit.
    pub kit: KitConfig,
    /// Where notices of orders come (V2), and how they are signed.
    pub notices: NoticeConfig,
    /// How the gateway of agents shows who it is.
    pub agents: AgentConfig,
    /// How the seller decides. The default decides rightly.
    pub behaviour: Arc<dyn Behaviour>,
}

impl SellerConfig {
    /// The reference seller with this key, seed 0.
    pub fn new(key: Key) -> SellerConfig {
        SellerConfig {
            kit: KitConfig::new(key.clone()),
            notices: NoticeConfig::default(),
            agents: AgentConfig::default(),
            key,
            seed: 0,
            path: "/produceAPI".to_owned(),
            site: "https://app.seller.example".to_owned(),
            now: Arc::new(|| DateTime::from_timestamp(1_767_225_600, 0).unwrap_or_default()),
            open_api: None,
            behaviour: Arc::new(Reference),
        }
    }
}

impl fmt::Debug for SellerConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SellerConfig")
            .field("seed", &self.seed)
            .field("path", &self.path)
            .field("behaviour", &self.behaviour)
            .finish_non_exhaustive()
    }
}

/// A seller. Cloning gives another handle to the same one.
#[derive(Clone, Debug)]
pub struct Seller(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    config: SellerConfig,
    store: Box<dyn Store>,
    random: Random,
    nonces: Nonces,
    records: Records,
    notices: Notices,
    logins: Logins,
    meters: Meters,
    calls: AtomicU64,
    connections: AtomicU64,
    listening: Listening,
    gate: OnceLock<Result<Gate, GateError>>,
}

impl Seller {
    /// A seller with an empty memory.
    pub fn new(config: SellerConfig) -> Seller {
        Self::with(config, Box::new(MemoryStore::default()), 0)
    }

    /// A seller that remembers what is in the file at `state`, and writes down what it does there. The
    /// file is made where there is none.
    pub fn open(config: SellerConfig, state: &Path) -> Result<Seller, JournalError> {
        let journal = Journal::open(state, config.behaviour.durability())?;
        // Each start draws other passwords and vectors than the ones before it.
        let starts = journal.starts();
        Ok(Self::with(config, Box::new(journal), starts))
    }

    fn with(config: SellerConfig, store: Box<dyn Store>, starts: u64) -> Seller {
        Seller(Arc::new(Inner {
            store,
            random: Random::new(config.seed ^ starts.wrapping_mul(0x9e37_79b9_7f4a_7c15)),
            nonces: Nonces::default(),
            records: Records::default(),
            notices: Notices::default(),
            logins: Logins::default(),
            meters: Meters::default(),
            calls: AtomicU64::new(0),
            connections: AtomicU64::new(0),
            listening: Listening::default(),
            gate: OnceLock::new(),
            config,
        }))
    }

    /// The access key.
    pub fn key(&self) -> &Key {
        &self.0.config.key
    }

    /// The path that answers, with its leading slash.
    pub fn path(&self) -> &str {
        &self.0.config.path
    }

    /// The customer's site, without a trailing slash.
    pub fn site(&self) -> &str {
        &self.0.config.site
    }

    /// The marketplace's open APIs, where it can call them.
    pub fn open_api(&self) -> Option<&OpenApi> {
        self.0.config.open_api.as_ref()
    }

    /// How this seller decides.
    pub fn behaviour(&self) -> &dyn Behaviour {
        &*self.0.config.behaviour
    }

    /// What this seller remembers. Also the probe of its effects: one instance an order.
    pub fn store(&self) -> &dyn Store {
        &*self.0.store
    }

    /// The nonces of the last V2 requests.
    pub fn nonces(&self) -> &Nonces {
        &self.0.nonces
    }

    /// The keys of the kit.
    pub fn kit(&self) -> &KitConfig {
        &self.0.config.kit
    }

    /// What the kit has told; it is kept in memory alone.
    pub fn records(&self) -> &Records {
        &self.0.records
    }

    /// Where notices of orders come, and how they are signed.
    pub fn notice_config(&self) -> &NoticeConfig {
        &self.0.config.notices
    }

    /// How the gateway of agents shows who it is.
    pub fn agents(&self) -> &AgentConfig {
        &self.0.config.agents
    }

    /// The orders of which there was notice.
    pub fn notices(&self) -> &Notices {
        &self.0.notices
    }

    /// The sessions of accounts that are logged in; they are kept in memory alone.
    pub fn logins(&self) -> &Logins {
        &self.0.logins
    }

    /// The meters of the instances that are paid by use (V2).
    pub fn meters(&self) -> &Meters {
        &self.0.meters
    }

    /// The source of initialisation vectors and passwords.
    pub fn random(&self) -> &Random {
        &self.0.random
    }

    /// The time now.
    pub fn now(&self) -> DateTime<Utc> {
        (self.0.config.now)()
    }

    /// Whether connections are still taken. A caller without sockets asks before it connects: a
    /// seller that has stopped refuses the connection.
    pub fn is_listening(&self) -> bool {
        !self.0.listening.has_stopped()
    }

    pub(crate) fn listening(&self) -> &Listening {
        &self.0.listening
    }

    /// The TLS side of the seller, where it has one.
    pub(crate) fn gate(&self) -> Option<Result<&Gate, &GateError>> {
        let Tls::Present(handshake) = self.behaviour().door().tls else {
            return None;
        };
        let gate = self.0.gate.get_or_init(|| Gate::new(self, handshake));
        Some(gate.as_ref())
    }

    /// Counts a connection: the first is 1.
    pub(crate) fn next_connection(&self) -> u64 {
        self.0.connections.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// Counts a call: the first is 1.
    pub(crate) fn next_number(&self) -> u64 {
        self.0.calls.fetch_add(1, Ordering::Relaxed) + 1
    }
}
