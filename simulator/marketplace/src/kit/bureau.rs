//! The enterprises of a scenario, and the calls that they cause [kit §1.9].

use std::collections::BTreeMap;
use std::sync::Arc;

use galleria_protocol::Api;
use galleria_protocol::kit::request::{
    AllOrgSync, ApplicationSync, AuthSync, Department, Request, SingleOrgSync, TenantSync, User,
};
use galleria_protocol::kit::secret::SEED_LEN;
use galleria_protocol::kit::{Call, Flag};
use serde_json::{Map, Value};

use super::settings::KitSettings;
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
                let secret = self.sealed(&tenant.secret);
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
        };
        self.tenants.insert(name.to_owned(), tenant.clone());
        tenant
    }
}

fn tenant_sync(ask: &Ask, tenant: &Tenant) -> TenantSync {
    TenantSync {
        instance_id: ask.instance_id.clone(),
        order_id: ask.order_id.clone(),
        tenant_id: tenant.id.clone(),
        tenant_code: tenant.code.clone(),
        name: format!("Made-up Enterprise {}", tenant.code),
        domain_name: format!("https://{}.orgid.example", tenant.code),
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
        users: vec![account(&tenant.account, &tenant.below)],
        flag: ask.flag,
        test: ask.test,
        current_sync_time: String::new(),
    }
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
