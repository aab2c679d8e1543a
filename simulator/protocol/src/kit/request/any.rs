//! A call of any kind.

use super::object::Object;
use super::{AllOrgSync, ApplicationSync, AuthSync, RequestError, SingleOrgSync, TenantSync};
use crate::Api;
use crate::kit::{Call, Flag, Kind, RecordKey};

/// A call of any kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// An enterprise.
    Tenant(TenantSync),
    /// An application.
    Application(ApplicationSync),
    /// Accounts.
    Auth(AuthSync),
    /// One department.
    SingleOrg(SingleOrgSync),
    /// Every department.
    AllOrg(AllOrgSync),
}

impl Request {
    /// Reads the object in the body of `call`. The signature is not looked at, and no secret is
    /// decrypted. A flag that the call's table does not know is malformed.
    pub fn from_json(api: Api, call: Call, object: &Object) -> Result<Request, RequestError> {
        let request = match call {
            Call::Tenant => Request::Tenant(TenantSync::read(object)?),
            Call::Application => Request::Application(ApplicationSync::read(object)?),
            Call::Auth => Request::Auth(AuthSync::read(object)?),
            Call::SingleOrg => Request::SingleOrg(SingleOrgSync::read(object)?),
            Call::AllOrg => Request::AllOrg(AllOrgSync::read(object, api)?),
        };
        match request.flag() {
            Some(flag) if !call.flags(api).contains(&flag) => Err(RequestError::Malformed {
                parameter: "flag",
                value: flag.number().to_string(),
            }),
            _ => Ok(request),
        }
    }

    /// The object of the body, in the order of the tables. V2 signs its sorted form: see
    /// [`sorted`](crate::signed_call::sorted).
    pub fn to_json(&self, api: Api) -> Object {
        let mut object = Object::new();
        match self {
            Request::Tenant(tenant) => tenant.write(&mut object),
            Request::Application(application) => application.write(&mut object),
            Request::Auth(auth) => auth.write(&mut object, api),
            Request::SingleOrg(single) => single.write(&mut object),
            Request::AllOrg(all) => all.write(&mut object, api),
        }
        object
    }

    /// Which call it is.
    pub fn call(&self) -> Call {
        match self {
            Request::Tenant(_) => Call::Tenant,
            Request::Application(_) => Call::Application,
            Request::Auth(_) => Call::Auth,
            Request::SingleOrg(_) => Call::SingleOrg,
            Request::AllOrg(_) => Call::AllOrg,
        }
    }

    /// What is to be done; none where the call has no flag.
    pub fn flag(&self) -> Option<Flag> {
        match self {
            Request::Tenant(tenant) => Some(tenant.flag),
            Request::Application(application) => Some(application.flag),
            Request::Auth(auth) => Some(auth.flag),
            Request::SingleOrg(single) => Some(single.flag),
            Request::AllOrg(_) => None,
        }
    }

    /// The keys of the records that it is about, in their order: one, or one for each account or
    /// department. A department has the same key in both of its calls.
    pub fn record_keys(&self) -> Vec<RecordKey> {
        match self {
            Request::Tenant(TenantSync {
                instance_id,
                tenant_id,
                ..
            }) => vec![RecordKey::new(Kind::Tenant, &[instance_id, tenant_id])],
            Request::Application(ApplicationSync {
                instance_id,
                tenant_id,
                app_id,
                ..
            }) => {
                let parts: [&str; 3] = [instance_id, tenant_id, app_id];
                vec![RecordKey::new(Kind::Application, &parts)]
            }
            Request::Auth(auth) => auth
                .users
                .iter()
                .map(|user| account(auth, &user.user_name))
                .collect(),
            Request::SingleOrg(single) => {
                let code = &single.department.code;
                vec![department(&single.instance_id, &single.tenant_id, code)]
            }
            Request::AllOrg(all) => {
                let departments = all.departments.iter();
                departments
                    .map(|known| department(&all.instance_id, &all.tenant_id, &known.code))
                    .collect()
            }
        }
    }
}

fn account(auth: &AuthSync, user: &str) -> RecordKey {
    let parts = [&auth.instance_id, &auth.tenant_id, &auth.app_id, user];
    RecordKey::new(Kind::Account, &parts)
}

fn department(instance: &str, tenant: &str, code: &str) -> RecordKey {
    RecordKey::new(Kind::Department, &[instance, tenant, code])
}
