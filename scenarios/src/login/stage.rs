//! The identity centre of two enterprises on this machine, and the kit calls that tell of them.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::{Delivery, Outgoing};
use galleria_marketplace::identity::{Centre, Client, Person, TenantNumber, Wish};
use galleria_marketplace::kit::{KitSealed, KitSettings};
use galleria_marketplace::market::Dating;
use galleria_marketplace::mint::Mint;
use galleria_protocol::Key;
use galleria_protocol::kit::request::{ApplicationSync, AuthSync, Request, Role, TenantSync, User};
use galleria_protocol::kit::secret::SEED_LEN;
use galleria_protocol::kit::{Call, Flag};
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use url::Url;

use super::browser::Browser;
use crate::profile::Profile;

/// What a browser comes to the login's address with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pass {
    /// A code of OAuth, which the seller exchanges for a token [kit §2.1].
    #[default]
    Code,
    /// A ticket of CAS, which the seller asks about [kit §2.6].
    Ticket,
}

impl Pass {
    /// The call by which a seller learns who it is.
    pub(super) fn naming(self) -> Wish {
        match self {
            Pass::Code => Wish::UserInfo,
            Pass::Ticket => Wish::Ticket,
        }
    }
}

/// What a test of a login needs.
#[derive(Debug)]
pub struct LoginSettings {
    /// The rule book.
    pub profile: Arc<Profile>,
    /// The keys of the kit.
    pub kit: Arc<KitSettings>,
    /// The way to the production interface.
    pub production: Delivery,
    /// The path of the production interface.
    pub production_path: String,
    /// The browser, at the host of the login.
    pub browser: Browser,
    /// The registered login address.
    pub login: Url,
    /// What a browser comes there with.
    pub pass: Pass,
    /// The page behind the login; where it is not told, the page at which a login ends.
    pub page: Option<String>,
    /// The address that ends a session.
    pub logout: Option<String>,
    /// A page for administrators alone.
    pub admin: Option<String>,
    /// The time.
    pub clock: Clock,
    /// Whether the seller's time is that clock too: then what has to pass is skipped, and not waited for.
    pub shares_clock: bool,
    /// Where ids, codes and secrets start from.
    pub mint: Mint,
}

/// Why a login cannot be tried.
#[derive(Debug, thiserror::Error)]
pub enum LoginTrouble {
    /// The seller's production interface cannot be reached.
    #[error("the production interface cannot be reached: {0}")]
    Unreachable(String),
    /// The login's address gives no answer.
    #[error(
        "the login's address {0} gives no answer: start the application, or name another --login-url"
    )]
    NoLogin(String),
    /// The seller did not take what a login needs.
    #[error(
        "{call} was not accepted ({answer}): without it nobody can log in; see `check --with kit`"
    )]
    NotAccepted {
        /// The call.
        call: &'static str,
        /// What the seller answered.
        answer: String,
    },
    /// No port could be had, or a secret not encrypted.
    #[error("the identity centre cannot be opened: {0}")]
    Centre(String),
}

/// One enterprise with its two accounts.
#[derive(Clone, Debug)]
pub(super) struct Enterprise {
    pub(super) number: TenantNumber,
    pub(super) tenant_id: String,
    pub(super) domain: String,
    pub(super) user: Person,
    pub(super) admin: Person,
}

/// The centre while it is open, and a socket that no seller has a reason to call.
#[derive(Debug)]
pub(super) struct Stage {
    pub(super) centre: Centre,
    pub(super) enterprises: [Enterprise; 2],
    pub(super) trap: String,
    trapped: Arc<AtomicUsize>,
    tasks: Vec<JoinHandle<()>>,
}

impl Drop for Stage {
    fn drop(&mut self) {
        for task in &self.tasks {
            task.abort();
        }
    }
}

impl Stage {
    /// How often the trap was called.
    pub(super) fn trapped(&self) -> usize {
        self.trapped.load(Ordering::Relaxed)
    }

    /// Every name that a page may greet somebody by.
    pub(super) fn names(&self) -> Vec<String> {
        let people = self
            .enterprises
            .iter()
            .flat_map(|one| [&one.user, &one.admin]);
        people
            .flat_map(|person| [person.user_name.clone(), person.name.clone()])
            .collect()
    }

    /// Opens the centre, and tells the seller of both enterprises.
    pub(super) async fn open(settings: &mut LoginSettings) -> Result<Stage, LoginTrouble> {
        let centre = Centre::new(
            settings.clock.clone(),
            Mint::new(0, 0, &settings.mint.hex(32)),
        );
        let mut tasks = Vec::new();
        let trapped = Arc::new(AtomicUsize::new(0));
        let (listener, trap) = listener().await?;
        tasks.push(tokio::spawn(count(listener, trapped.clone())));
        let app_id = settings.mint.hex(20);
        let first = enroll(settings, &centre, &app_id, &mut tasks).await?;
        let second = enroll(settings, &centre, &app_id, &mut tasks).await?;
        Ok(Stage {
            centre,
            enterprises: [first, second],
            trap,
            trapped,
            tasks,
        })
    }
}

async fn listener() -> Result<(TcpListener, String), LoginTrouble> {
    let broken = |error: std::io::Error| LoginTrouble::Centre(error.to_string());
    let listener = TcpListener::bind("127.0.0.1:0").await.map_err(broken)?;
    let address = listener.local_addr().map_err(broken)?;
    Ok((listener, address.to_string()))
}

/// Takes connections, counts them, answers nothing.
async fn count(listener: TcpListener, calls: Arc<AtomicUsize>) {
    while listener.accept().await.is_ok() {
        calls.fetch_add(1, Ordering::Relaxed);
    }
}

/// Makes up an enterprise, opens its centre, and tells the seller of it.
async fn enroll(
    settings: &mut LoginSettings,
    centre: &Centre,
    app_id: &str,
    tasks: &mut Vec<JoinHandle<()>>,
) -> Result<Enterprise, LoginTrouble> {
    let (listener, address) = listener().await?;
    let mint = &mut settings.mint;
    let (tenant_id, code, secret) = (mint.hex(32), mint.hex(8), mint.hex(32));
    let mut seed = [0; SEED_LEN];
    seed.copy_from_slice(mint.hex(SEED_LEN).as_bytes());
    let person = |role, mint: &mut Mint| Person {
        user_name: format!("{role}-{}", mint.hex(8)),
        name: format!("Person {}", mint.hex(8)),
        org_code: format!("org-{code}"),
        role,
    };
    let (user, admin) = (person("user", mint), person("admin", mint));
    let kit = &settings.kit;
    let sealed = kit.public_key.encrypt(kit.hash, &seed, &secret);
    let sealed = sealed.map_err(|error| LoginTrouble::Centre(error.to_string()))?;
    let client = Client {
        tenant_id: tenant_id.clone(),
        tenant_name: format!("Made-up Enterprise {code}"),
        app_id: app_id.to_owned(),
        client_id: settings.mint.hex(32),
        secret: Key::new(secret),
        sealed,
        redirect_uri: settings.login.to_string(),
        people: vec![user.clone(), admin.clone()],
    };
    let number = centre.enroll(client.clone());
    tasks.push(tokio::spawn(centre.clone().serve(number, listener)));
    let domain = format!("http://{address}");
    for request in requests(&client, &domain, &code) {
        tell(settings, &request).await?;
    }
    Ok(Enterprise {
        number,
        tenant_id,
        domain,
        user,
        admin,
    })
}

/// The calls that a seller's application for a credential causes [kit §1.9].
fn requests(client: &Client, domain: &str, code: &str) -> [Request; 3] {
    let tenant = TenantSync {
        instance_id: String::new(),
        order_id: String::new(),
        tenant_id: client.tenant_id.clone(),
        tenant_code: code.to_owned(),
        name: client.tenant_name.clone(),
        domain_name: domain.to_owned(),
        flag: Flag::Add,
        test: false,
        time_stamp: String::new(),
    };
    let application = ApplicationSync {
        instance_id: String::new(),
        tenant_id: client.tenant_id.clone(),
        app_id: client.app_id.clone(),
        client_id: client.client_id.clone(),
        client_secret: client.sealed.clone(),
        flag: Flag::Add,
        test: false,
        time_stamp: String::new(),
    };
    let user = |person: &Person| User {
        user_name: person.user_name.clone(),
        name: person.name.clone(),
        org_code: person.org_code.clone(),
        role: if person.role == "admin" {
            Role::Admin
        } else {
            Role::User
        },
        enable: true,
        ..User::default()
    };
    let accounts = AuthSync {
        instance_id: String::new(),
        tenant_id: client.tenant_id.clone(),
        app_id: client.app_id.clone(),
        users: client.people.iter().map(user).collect(),
        flag: Flag::Add,
        test: false,
        current_sync_time: String::new(),
    };
    [
        Request::Tenant(tenant),
        Request::Application(application),
        Request::Auth(accounts),
    ]
}

async fn tell(settings: &mut LoginSettings, request: &Request) -> Result<(), LoginTrouble> {
    let call = match request {
        Request::Tenant(_) => Call::Tenant,
        Request::Application(_) => Call::Application,
        _ => Call::Auth,
    };
    let api = settings.profile.api;
    let mut members = request.to_json(api);
    members.remove("timeStamp");
    members.remove("currentSyncTime");
    let dating = Dating {
        time: settings.clock.now(),
        nonce: settings.mint.nonce(),
        unit: settings.profile.terms().unit,
    };
    let sealed = KitSealed::new(api, call, settings.kit.key(api), &members, &dating);
    let outgoing: Outgoing = sealed.into_outgoing(&settings.production_path);
    let delivered = settings.production.deliver(&outgoing, false).await;
    let Some(answer) = delivered.answer else {
        let detail = delivered.detail.unwrap_or_else(|| "no answer".to_owned());
        return Err(LoginTrouble::Unreachable(detail));
    };
    let body: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
    match body["resultCode"].as_str() {
        Some("000000") => Ok(()),
        code => Err(LoginTrouble::NotAccepted {
            call: call.name(),
            answer: code.map_or_else(|| format!("HTTP {}", answer.status), ToOwned::to_owned),
        }),
    }
}
