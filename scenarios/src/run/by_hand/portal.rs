//! Where the accounts of those who buy log in: an identity centre that answers from the market's orders.
//!
//! A customer has one enterprise. Its application is bound to each purchase, and its accounts are granted
//! for each; whoever is granted for a purchase in use may log in [kit §1.9, §2.1].

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};

use galleria_marketplace::identity::{Centre, Person, TenantNumber};
use galleria_marketplace::kit::Bureau;
use galleria_protocol::Api;
use galleria_protocol::kit::{Call, Flag};
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use url::form_urlencoded::Serializer;

use super::deed::KitDeed;
use super::sight::{Account, Enterprise};
use crate::life_cycle::Standing;

/// So many ports are tried behind the first one.
const PORTS: u16 = 64;

/// The identity centre of a market.
#[derive(Clone, Debug)]
pub struct IdentitySettings {
    /// The centre, which the market fills.
    pub centre: Centre,
    /// Where the first enterprise has its address; each further one has the next port that is free. With
    /// port 0 the system chooses.
    pub at: SocketAddr,
    /// The registered login address; where it is not told, nobody can log in.
    pub login: Option<String>,
}

/// What a buyer does with a purchase, and the kit tells [kit §1.9].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Membership {
    /// Binds the application to the enterprise.
    Bind,
    /// Grants it to the accounts.
    Grant,
    /// Withdraws it from them.
    Withdraw,
    /// Ends the binding.
    Unbind,
}

impl Membership {
    /// Each of them.
    pub const ALL: [Self; 4] = [Self::Bind, Self::Grant, Self::Withdraw, Self::Unbind];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bind => "bind",
            Self::Grant => "grant",
            Self::Withdraw => "withdraw",
            Self::Unbind => "unbind",
        }
    }

    /// The calls that tell it.
    pub(super) fn calls(self, api: Api) -> &'static [(Call, Flag)] {
        match (self, api) {
            (Self::Bind, _) => &[
                (Call::Tenant, Flag::Add),
                (Call::Application, Flag::Add),
                (Call::AllOrg, Flag::Add),
            ],
            (Self::Grant, _) => &[(Call::Auth, Flag::Add)],
            // Only V2 has a flag of its own for it.
            (Self::Withdraw, Api::V1) => &[(Call::Auth, Flag::Delete)],
            (Self::Withdraw, Api::V2) => &[(Call::Auth, Flag::Cancel)],
            (Self::Unbind, _) => &[
                (Call::Application, Flag::Delete),
                (Call::Tenant, Flag::Delete),
            ],
        }
    }
}

/// How far a purchase is bound.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Bond {
    #[default]
    None,
    Bound,
    Granted,
}

impl Bond {
    /// What may come next; who is granted something that is not in use any more may still lose it.
    fn next(self, standing: Standing) -> &'static [Membership] {
        let in_use = standing == Standing::Active;
        match self {
            Self::None if in_use => &[Membership::Bind],
            Self::None => &[],
            Self::Bound if in_use => &[Membership::Grant, Membership::Unbind],
            Self::Bound => &[Membership::Unbind],
            Self::Granted => &[Membership::Withdraw, Membership::Unbind],
        }
    }

    fn behind(membership: Membership) -> Bond {
        match membership {
            Membership::Bind | Membership::Withdraw => Self::Bound,
            Membership::Grant => Self::Granted,
            Membership::Unbind => Self::None,
        }
    }
}

/// The enterprise of a customer.
#[derive(Debug)]
struct Home {
    number: TenantNumber,
    tenant_id: String,
    app_id: String,
    domain: String,
    people: Vec<Person>,
    served: JoinHandle<()>,
}

impl Drop for Home {
    fn drop(&mut self) {
        self.served.abort();
    }
}

/// The enterprises of a market's customers, and what they bound.
#[derive(Debug)]
pub(super) struct Portal {
    settings: IdentitySettings,
    homes: BTreeMap<String, Home>,
    bonds: BTreeMap<String, Bond>,
}

impl Portal {
    pub(super) fn new(settings: IdentitySettings) -> Self {
        Self {
            settings,
            homes: BTreeMap::new(),
            bonds: BTreeMap::new(),
        }
    }

    /// Gives a customer an enterprise with a centre of its own, unless it has one.
    pub(super) async fn house(
        &mut self,
        customer: &str,
        bureau: &mut Bureau,
    ) -> Result<(), String> {
        if self.homes.contains_key(customer) {
            return Ok(());
        }
        let (listener, address) = listener(self.settings.at).await?;
        let domain = format!("http://{address}");
        let login = self.settings.login.clone().unwrap_or_default();
        let client = bureau.settle(customer, &domain, &login);
        let centre = self.settings.centre.clone();
        let (tenant_id, app_id) = (client.tenant_id.clone(), client.app_id.clone());
        let number = centre.enroll(client);
        let home = Home {
            number,
            tenant_id,
            app_id,
            domain,
            people: bureau.people(customer),
            served: tokio::spawn(centre.serve(number, listener)),
        };
        self.homes.insert(customer.to_owned(), home);
        Ok(())
    }

    /// Why a deed cannot be done, if it cannot.
    pub(super) fn excludes(&self, deed: &KitDeed, standing: Standing) -> Option<String> {
        let bond = self.bonds.get(&deed.purchase).copied().unwrap_or_default();
        let may = bond.next(standing).contains(&deed.membership);
        let (name, purchase) = (deed.membership.name(), &deed.purchase);
        let standing = standing.name();
        (!may).then(|| format!("{name} makes no sense for `{purchase}` as it stands ({standing})"))
    }

    /// Notes that the seller took a deed.
    pub(super) fn note(&mut self, deed: &KitDeed) {
        let bond = Bond::behind(deed.membership);
        self.bonds.insert(deed.purchase.clone(), bond);
    }

    /// Whether somebody granted a purchase may log in as it stands.
    fn admits(&self, purchase: &str, standing: Standing) -> bool {
        self.bonds.get(purchase) == Some(&Bond::Granted) && standing == Standing::Active
    }

    /// Tells the centre who may log in now, by purchases, their customers and how they stand.
    pub(super) fn admit(&self, all: &[(&str, &str, Standing)]) {
        for (customer, home) in &self.homes {
            let open = all
                .iter()
                .any(|(purchase, of, standing)| of == customer && self.admits(purchase, *standing));
            let people = if open {
                home.people.clone()
            } else {
                Vec::new()
            };
            self.settings.centre.admit(home.number, people);
        }
    }

    /// What is to be seen of a purchase's enterprise.
    pub(super) fn seen(&self, purchase: &str, customer: &str, standing: Standing) -> Enterprise {
        let bond = self.bonds.get(purchase).copied().unwrap_or_default();
        let next = bond.next(standing).to_vec();
        let home = self.homes.get(customer).filter(|_| bond != Bond::None);
        let Some(home) = home else {
            return Enterprise {
                next,
                ..Enterprise::default()
            };
        };
        let may = self.admits(purchase, standing) && self.settings.login.is_some();
        let account = |person: &Person| Account {
            user_name: person.user_name.clone(),
            role: person.role,
            entry: may.then(|| home.entry(&person.user_name)),
        };
        Enterprise {
            next,
            number: Some(home.number),
            tenant_id: Some(home.tenant_id.clone()),
            domain: Some(home.domain.clone()),
            accounts: match bond {
                Bond::Granted => home.people.iter().map(account).collect(),
                _ => Vec::new(),
            },
        }
    }
}

impl Home {
    /// Where the portal logs an account in.
    fn entry(&self, user: &str) -> String {
        let query = Serializer::new(String::new())
            .extend_pairs([("ind", "UNOP"), ("appId", &self.app_id), ("user", user)])
            .finish();
        format!("{}/unified-login?{query}", self.domain)
    }
}

async fn listener(at: SocketAddr) -> Result<(TcpListener, SocketAddr), String> {
    let (ip, first): (IpAddr, u16) = (at.ip(), at.port());
    let last = match first {
        0 => 0,
        first => first.saturating_add(PORTS),
    };
    let mut why = String::new();
    for port in first..=last {
        match TcpListener::bind((ip, port)).await {
            Ok(listener) => {
                let address = listener.local_addr().map_err(|error| error.to_string())?;
                return Ok((listener, address));
            }
            Err(error) => why = error.to_string(),
        }
    }
    Err(format!("the identity centre cannot listen at {at}: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_in_use_can_be_left_and_not_entered() {
        for standing in Standing::ALL {
            let in_use = standing == Standing::Active;
            let may = |bond: Bond, one| bond.next(standing).contains(&one);
            assert_eq!(may(Bond::None, Membership::Bind), in_use);
            assert_eq!(may(Bond::Bound, Membership::Grant), in_use);
            assert!(may(Bond::Bound, Membership::Unbind));
            assert!(may(Bond::Granted, Membership::Withdraw));
            assert!(!may(Bond::Granted, Membership::Bind));
        }
    }

    #[test]
    fn every_call_has_its_flag_in_either_version() {
        for api in [Api::V1, Api::V2] {
            for membership in Membership::ALL {
                for (call, flag) in membership.calls(api) {
                    let flags = call.flags(api);
                    assert!(flags.is_empty() || flags.contains(flag), "{call} {api}");
                }
            }
        }
    }
}
