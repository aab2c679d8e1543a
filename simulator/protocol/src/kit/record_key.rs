//! What makes two records the same, so that a repeated call makes no second one.

/// What a record is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// An enterprise.
    Tenant,
    /// An application.
    Application,
    /// An account that may use an application.
    Account,
    /// A department.
    Department,
}

/// The idempotency key of a record: its kind, and the members that the pages name, in their order
/// [kit §1.4-1.8].
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordKey {
    /// What the record is of.
    pub kind: Kind,
    /// The values: instance and tenant, then application, account or department as the kind asks.
    pub parts: Vec<String>,
}

impl RecordKey {
    pub(super) fn new(kind: Kind, parts: &[&str]) -> RecordKey {
        let parts = parts.iter().map(|part| (*part).to_owned()).collect();
        RecordKey { kind, parts }
    }
}
