//! The enterprises of a scenario, and the calls that they cause [kit §1.9].

use std::collections::BTreeMap;
use std::sync::Arc;

use galleria_protocol::kit::request::{
    AllOrgSync, ApplicationSync, AuthSync, Department, Request, Role, SingleOrgSync, TenantSync,
    User,
};
use galleria_protocol::kit::secret::SEED_LEN;
use galleria_protocol::kit::{Call, Flag};
use galleria_protocol::{Api, Key};
use serde_json::{Map, Value};

use super::settings::KitSettings;
use crate::identity::{Client, Person};
use crate::mint::Mint;

/// The members of a body.
pub type Members = Map<String, Value>;

/// What a scenario wants told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// The call.
    pub call: Call,
    /// What is to be done; of no meaning to a call without a flag.
    pub flag: Flag,
    /// The enterprise, by its name in the scenario.
    pub tenant: String,
    /// The instance, empty when the seller makes a credential.
    pub instance_id: String,
    /// The order, empty like the instance.
    pub order_id: String,
    /// Whether it is a call of the debug step.
    pub test: bool,
}

/// One enterprise with its application, its first account and its first departments.
#[derive(Clone, Debug)]
struct Tenant {
    id: String,
    code: String,
    app_id: String,
    client_id: String,
    secret: String,
    account: String,
    top: String,
    below: String,
    further: String,
    home: Option<Home>,
}

/// What an enterprise has beside that where its accounts can log in.
#[derive(Clone, Debug)]
struct Home {
    /// The domain of its identity centre.
    domain: String,
    /// The secret as every applicationSync carries it.
    sealed: String,
    /// The account of its administrator.
    admin: String,
}

/// Writes the kit calls of a scenario.
#[derive(Debug)]
pub struct Bureau {
    api: Api,
    settings: Arc<KitSettings>,
    mint: Mint,
    tenants: BTreeMap<String, Tenant>,
}

impl Bureau {
    /// A bureau that knows no enterprise yet.
    pub fn new(api: Api, settings: Arc<KitSettings>, mint: Mint) -> Bureau {
        Bureau {
            api,
            settings,
            mint,
            tenants: BTreeMap::new(),
        }
    }

    /// The keys.
    pub fn settings(&self) -> &KitSettings {
        &self.settings
    }

    /// The source of further ids.
    pub fn mint(&mut self) -> &mut Mint {
        &mut self.mint
    }

    /// The version of the interface.
    pub fn api(&self) -> Api {
        self.api
    }

    /// The members of a call, without its time.
    pub fn members(&mut self, ask: &Ask) -> Members {
        let tenant = self.tenant(&ask.tenant);
        let request = match ask.call {
            Call::Tenant => Request::Tenant(tenant_sync(ask, &tenant)),
            Call::Application => {
                let told = tenant.home.as_ref().map(|home| home.sealed.clone());
                let secret = told.unwrap_or_else(|| self.sealed(&tenant.secret));
                Request::Application(application_sync(ask, &tenant, secret))
            }
            Call::Auth => Request::Auth(auth_sync(ask, &tenant)),
            Call::SingleOrg => Request::SingleOrg(single_org_sync(ask, &tenant)),
            Call::AllOrg => Request::AllOrg(all_org_sync(ask, &tenant)),
        };
        let mut members = request.to_json(self.api);
        // The time is that of the sending.
        members.remove("timeStamp");
        members.remove("currentSyncTime");
        members
    }

    /// Gives an enterprise an identity centre at that domain and an administrator beside its account. The
    /// centre learns of it by what comes back, whose accounts are yet to be admitted.
    pub fn settle(&mut self, name: &str, domain: &str, redirect_uri: &str) -> Client {
        let mut tenant = self.tenant(name);
        let sealed = self.sealed(&tenant.secret);
        tenant.home = Some(Home {
            domain: domain.to_owned(),
            sealed: sealed.clone(),
            admin: format!("admin-{}", self.mint.hex(8)),
        });
        self.tenants.insert(name.to_owned(), tenant.clone());
        Client {
            tenant_name: enterprise(&tenant),
            tenant_id: tenant.id,
            app_id: tenant.app_id,
            client_id: tenant.client_id,
            secret: Key::new(tenant.secret),
            sealed,
            redirect_uri: redirect_uri.to_owned(),
            people: Vec::new(),
        }
    }

    /// The accounts of an enterprise as authSync tells them.
    pub fn people(&mut self, name: &str) -> Vec<Person> {
        let users = users(&self.tenant(name));
        let person = |user: User| Person {
            user_name: user.user_name,
            name: user.name,
            org_code: user.org_code,
            role: match user.role {
                Role::User => "user",
                Role::Admin => "admin",
            },
        };
        users.into_iter().map(person).collect()
    }

    /// A secret, encrypted for the seller.
    fn sealed(&mut self, secret: &str) -> String {
        let mut seed = [0; SEED_LEN];
        let text = self.mint.hex(SEED_LEN);
        seed.copy_from_slice(text.as_bytes());
        let KitSettings {
            public_key, hash, ..
        } = &*self.settings;
        // A secret of 32 letters fits every key of the kit.
        public_key.encrypt(*hash, &seed, secret).unwrap_or_default()
    }

    fn tenant(&mut self, name: &str) -> Tenant {
        if let Some(tenant) = self.tenants.get(name) {
            return tenant.clone();
        }
        let mint = &mut self.mint;
        let code = mint.hex(8);
        let tenant = Tenant {
            id: mint.hex(32),
            app_id: mint.hex(20),
            client_id: mint.hex(32),
            secret: mint.hex(32),
            account: format!("user-{}", mint.hex(8)),
            top: format!("org-{}", mint.hex(8)),
            below: format!("org-{}", mint.hex(8)),
            further: format!("org-{}", mint.hex(8)),
            code,
            home: None,
        };
        self.tenants.insert(name.to_owned(), tenant.clone());
        tenant
    }
}

/// What an enterprise calls itself.
fn enterprise(tenant: &Tenant) -> String {
    format!("Made-up Enterprise {}", tenant.code)
}

fn tenant_sync(ask: &Ask, tenant: &Tenant) -> TenantSync {
    TenantSync {
        instance_id: ask.instance_id.clone(),
        order_id: ask.order_id.clone(),
        tenant_id: tenant.id.clone(),
        tenant_code: tenant.code.clone(),
        name: enterprise(tenant),
        domain_name: match &tenant.home {
            Some(home) => home.domain.clone(),
            None => format!("https://{}.orgid.example", tenant.code),
        },
        flag: ask.flag,
        test: ask.test,
        time_stamp: String::new(),
    }
}

fn application_sync(ask: &Ask, tenant: &Tenant, client_secret: String) -> ApplicationSync {
    ApplicationSync {
        instance_id: ask.instance_id.clone(),
        tenant_id: tenant.id.clone(),
        app_id: tenant.app_id.clone(),
        client_id: tenant.client_id.clone(),
        client_secret,
        flag: ask.flag,
        test: ask.test,
        time_stamp: String::new(),
    }
}

fn auth_sync(ask: &Ask, tenant: &Tenant) -> AuthSync {
    AuthSync {
        instance_id: ask.instance_id.clone(),
        tenant_id: tenant.id.clone(),
        app_id: tenant.app_id.clone(),
        users: users(tenant),
        flag: ask.flag,
        test: ask.test,
        current_sync_time: String::new(),
    }
}

fn users(tenant: &Tenant) -> Vec<User> {
    let admin = tenant.home.as_ref().map(|home| User {
        role: Role::Admin,
        ..account(&home.admin, &tenant.below)
    });
    let user = account(&tenant.account, &tenant.below);
    [user].into_iter().chain(admin).collect()
}

/// An account with what is mandatory: phone and mail come only with the buyer's consent.
pub(super) fn account(name: &str, department: &str) -> User {
    User {
        user_name: name.to_owned(),
        name: format!("Person {name}"),
        org_code: department.to_owned(),
        enable: true,
        employee_type: Some(1),
        ..User::default()
    }
}

fn single_org_sync(ask: &Ask, tenant: &Tenant) -> SingleOrgSync {
    SingleOrgSync {
        instance_id: ask.instance_id.clone(),
        tenant_id: tenant.id.clone(),
        department: Department {
            code: tenant.further.clone(),
            name: "Quality".to_owned(),
            parent: Some(tenant.below.clone()),
        },
        flag: ask.flag,
        test: ask.test,
        time_stamp: String::new(),
    }
}

fn all_org_sync(ask: &Ask, tenant: &Tenant) -> AllOrgSync {
    let department = |code: &str, name: &str, parent: &str| Department {
        code: code.to_owned(),
        name: name.to_owned(),
        parent: (!parent.is_empty()).then(|| parent.to_owned()),
    };
    AllOrgSync {
        instance_id: ask.instance_id.clone(),
        tenant_id: tenant.id.clone(),
        departments: vec![
            department(&tenant.top, "Head Office", ""),
            department(&tenant.below, "Sales", &tenant.top),
        ],
        test: ask.test,
        time_stamp: String::new(),
    }
}
