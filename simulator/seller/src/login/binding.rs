//! What the kit told of a tenant that its accounts need to log in.

use galleria_protocol::kit::request::{ApplicationSync, TenantSync};

use crate::kit::Record;
use crate::seller::Seller;

/// A tenant's domain, and the client that the application is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The tenant.
    pub tenant_id: String,
    /// The domain of its identity centre, as it was told, without a slash at its end.
    pub domain: String,
    /// The client id.
    pub client_id: String,
    /// The secret, decrypted.
    pub secret: String,
    /// The secret as it came.
    pub sealed: String,
}

impl Binding {
    /// Those of all tenants that have an application.
    pub fn all(seller: &Seller) -> Vec<Binding> {
        let records = seller.records().all();
        let tenants = records.iter().filter_map(|record| match record {
            Record::Tenant(tenant) => Some(tenant),
            _ => None,
        });
        let application = |tenant: &TenantSync| {
            records.iter().find_map(|record| match record {
                Record::Application(application, secret)
                    if application.tenant_id == tenant.tenant_id =>
                {
                    Some(bind(tenant, application, secret.expose()))
                }
                _ => None,
            })
        };
        tenants.filter_map(application).collect()
    }
}

fn bind(tenant: &TenantSync, application: &ApplicationSync, secret: &str) -> Binding {
    Binding {
        tenant_id: tenant.tenant_id.clone(),
        domain: tenant.domain_name.trim_end_matches('/').to_owned(),
        client_id: application.client_id.clone(),
        secret: secret.to_owned(),
        sealed: application.client_secret.clone(),
    }
}
