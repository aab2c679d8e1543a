//! The five calls and their paths.

use std::fmt;

use super::Flag;
use crate::Api;

/// A call of the kit. None has a member `activity`: the path tells them apart [kit §1.1].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Call {
    /// An enterprise [kit §1.4].
    Tenant,
    /// An application of an enterprise, with its client and secret [kit §1.5].
    Application,
    /// Accounts that may use an application [kit §1.6].
    Auth,
    /// One department [kit §1.7].
    SingleOrg,
    /// Every department of an enterprise [kit §1.8].
    AllOrg,
}

impl Call {
    /// Every call.
    pub const ALL: [Call; 5] = [
        Call::Tenant,
        Call::Application,
        Call::Auth,
        Call::SingleOrg,
        Call::AllOrg,
    ];

    /// Its name: the last segment of its path.
    pub fn name(self) -> &'static str {
        match self {
            Call::Tenant => "tenantSync",
            Call::Application => "applicationSync",
            Call::Auth => "authSync",
            Call::SingleOrg => "singleOrgSync",
            Call::AllOrg => "allOrgSync",
        }
    }

    /// The path that the marketplace appends to the seller's address [kit §1.1].
    pub fn path(self, api: Api) -> String {
        format!("{}{}", folder(api), self.name())
    }

    /// The version and call of a path. The seller's address may have a path of its own, so only
    /// the end is looked at.
    pub fn from_path(path: &str) -> Option<(Api, Call)> {
        let (folders, name) = path.rsplit_once('/')?;
        let call = Call::ALL.into_iter().find(|call| call.name() == name)?;
        let api = if folders.ends_with("/produceAPI/v2") {
            Api::V2
        } else if folders.ends_with("/produceAPI") {
            Api::V1
        } else {
            return None;
        };
        Some((api, call))
    }

    /// The flags that its table knows in that version; none where it has no member `flag`
    /// [kit §1.4-1.8].
    pub fn flags(self, api: Api) -> &'static [Flag] {
        const TWO: &[Flag] = &[Flag::Delete, Flag::Add];
        const THREE: &[Flag] = &[Flag::Delete, Flag::Add, Flag::Modify];
        match (self, api) {
            (Call::Tenant | Call::Application, Api::V1) => TWO,
            (Call::Tenant | Call::Application, Api::V2)
            | (Call::Auth, Api::V1)
            | (Call::SingleOrg, _) => THREE,
            (Call::Auth, Api::V2) => &Flag::ALL,
            (Call::AllOrg, _) => &[],
        }
    }
}

impl fmt::Display for Call {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.name())
    }
}

fn folder(api: Api) -> &'static str {
    match api {
        Api::V1 => "/produceAPI/",
        Api::V2 => "/produceAPI/v2/",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_is_read_back_behind_any_address() {
        for api in Api::ALL {
            for call in Call::ALL {
                let path = call.path(api);
                assert_eq!(Call::from_path(&path), Some((api, call)));
                let below = format!("/isv/produce{path}");
                assert_eq!(Call::from_path(&below), Some((api, call)));
            }
        }
        assert_eq!(Call::Auth.path(Api::V1), "/produceAPI/authSync");
        assert_eq!(Call::Auth.path(Api::V2), "/produceAPI/v2/authSync");
    }

    #[test]
    fn other_paths_are_no_calls() {
        for path in [
            "",
            "/",
            "tenantSync",
            "/tenantSync",
            "/produceAPI/tenantsync",
            "/produceAPI/v3/tenantSync",
            "/produceAPI/tenantSync/",
        ] {
            assert_eq!(Call::from_path(path), None, "{path}");
        }
    }

    #[test]
    fn flags_are_those_of_the_tables() {
        let has = |call: Call, api, flag| call.flags(api).contains(&flag);
        assert!(!has(Call::Tenant, Api::V1, Flag::Modify));
        assert!(has(Call::Tenant, Api::V2, Flag::Modify));
        assert!(!has(Call::Auth, Api::V1, Flag::Cancel));
        assert!(has(Call::Auth, Api::V2, Flag::Cancel));
        assert!(has(Call::SingleOrg, Api::V1, Flag::Modify));
        assert!(Call::AllOrg.flags(Api::V2).is_empty());
    }
}
