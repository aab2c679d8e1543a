//! What the kit has told: each record once, by the key that the pages name.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use galleria_protocol::Key;
use galleria_protocol::kit::RecordKey;
use galleria_protocol::kit::request::{ApplicationSync, Department, TenantSync, User};

/// One thing that was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// An enterprise.
    Tenant(TenantSync),
    /// An application, with its secret in clear.
    Application(ApplicationSync, Key),
    /// An account that may use an application.
    Account(User),
    /// A department.
    Department(Department),
}

/// What came of writing a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// It was there.
    There,
    /// It was there once, and was deleted.
    Deleted,
    /// It never was there.
    Never,
}

/// Every record that was ever told; one that was deleted leaves its key.
#[derive(Debug, Default)]
pub struct Records(Mutex<BTreeMap<RecordKey, Option<Record>>>);

impl Records {
    /// Writes a record down, or deletes it, in one step; tells what was there before.
    pub(super) fn put(&self, key: RecordKey, record: Option<Record>) -> Before {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let before = match all.get(&key) {
            Some(Some(_)) => Before::There,
            Some(None) => Before::Deleted,
            None => Before::Never,
        };
        // The deletion of what never was leaves nothing.
        if record.is_some() || before != Before::Never {
            all.insert(key, record);
        }
        before
    }

    /// The record of that key, where it is there.
    pub fn find(&self, key: &RecordKey) -> Option<Record> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(key).cloned().flatten()
    }

    /// The enterprises that are bound to an instance, by their ids.
    pub fn tenants_of(&self, instance: &str) -> Vec<String> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let told = all.values().flatten().filter_map(|record| match record {
            Record::Tenant(tenant) if tenant.instance_id == instance => Some(&tenant.tenant_id),
            _ => None,
        });
        told.cloned().collect()
    }

    /// Every record that is there.
    pub fn all(&self) -> Vec<Record> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.values().flatten().cloned().collect()
    }

    /// How many records are there.
    pub fn count(&self) -> usize {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.values().flatten().count()
    }
}
