//! The production addresses.

use galleria_scenarios::Billing;
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::{Sealed, Store, StoreError};

/// A production address with its rule book and where its key is.
#[derive(Clone, Debug)]
pub(crate) struct Address {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) url: String,
    pub(crate) profile: String,
    pub(crate) billing: Billing,
    pub(crate) key: KeyAt,
}

/// An address that is not kept yet.
#[derive(Clone, Debug)]
pub(crate) struct NewAddress {
    pub(crate) name: String,
    pub(crate) url: String,
    pub(crate) profile: String,
    pub(crate) billing: Billing,
    pub(crate) key: KeyAt,
    /// When it was entered, as RFC 3339 has it.
    pub(crate) created: String,
}

/// Where an access key is.
#[derive(Clone, Debug)]
pub(crate) enum KeyAt {
    /// In the environment of the console.
    Variable(String),
    /// In its file, encrypted.
    Sealed(Sealed),
}

const COLUMNS: &str = "id, name, url, profile, billing, key_variable, key_sealed";

impl Store {
    /// Every address, by name.
    pub(crate) async fn addresses(&self) -> Result<Vec<Address>, StoreError> {
        self.with(|connection| {
            let mut query = connection
                .prepare_cached(&format!("SELECT {COLUMNS} FROM addresses ORDER BY name"))?;
            let found = query.query_map([], read)?.collect::<Result<_, _>>()?;
            Ok(found)
        })
        .await
    }

    /// The address of that number.
    pub(crate) async fn address(&self, id: i64) -> Result<Option<Address>, StoreError> {
        self.with(move |connection| {
            let mut query = connection
                .prepare_cached(&format!("SELECT {COLUMNS} FROM addresses WHERE id = ?1"))?;
            Ok(query.query_row([id], read).optional()?)
        })
        .await
    }

    /// Keeps a new address; its number.
    pub(crate) async fn add_address(&self, new: NewAddress) -> Result<i64, StoreError> {
        self.with(move |connection| {
            let (variable, sealed) = columns(&new.key);
            let added = connection.execute(
                "INSERT INTO addresses (name, url, profile, billing, key_variable, key_sealed, created) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![new.name, new.url, new.profile, new.billing.name(), variable, sealed, new.created],
            );
            named(added, &new.name)?;
            Ok(connection.last_insert_rowid())
        })
        .await
    }

    /// Keeps an address as it is now; whether there still is one of its number.
    pub(crate) async fn change_address(&self, changed: Address) -> Result<bool, StoreError> {
        self.with(move |connection: &mut Connection| {
            let (variable, sealed) = columns(&changed.key);
            let done = connection.execute(
                "UPDATE addresses SET name = ?2, url = ?3, profile = ?4, billing = ?5, key_variable = ?6, \
                 key_sealed = ?7 WHERE id = ?1",
                params![
                    changed.id, changed.name, changed.url, changed.profile, changed.billing.name(), variable, sealed
                ],
            );
            Ok(named(done, &changed.name)? > 0)
        })
        .await
    }

    /// Removes an address; whether there was one.
    pub(crate) async fn remove_address(&self, id: i64) -> Result<bool, StoreError> {
        self.with(move |connection| {
            Ok(connection.execute("DELETE FROM addresses WHERE id = ?1", [id])? > 0)
        })
        .await
    }
}

fn columns(key: &KeyAt) -> (Option<&str>, Option<&[u8]>) {
    match key {
        KeyAt::Variable(name) => (Some(name), None),
        KeyAt::Sealed(Sealed(bytes)) => (None, Some(bytes)),
    }
}

/// Tells a name that is taken from everything else that may be wrong.
fn named<T>(done: rusqlite::Result<T>, name: &str) -> Result<T, StoreError> {
    done.map_err(|error| match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::ConstraintViolation) => StoreError::Taken(name.to_owned()),
        _ => StoreError::Sqlite(error),
    })
}

fn read(row: &Row<'_>) -> rusqlite::Result<Address> {
    let (variable, sealed): (Option<String>, Option<Vec<u8>>) = (row.get(5)?, row.get(6)?);
    let billing: String = row.get(4)?;
    Ok(Address {
        id: row.get(0)?,
        name: row.get(1)?,
        url: row.get(2)?,
        profile: row.get(3)?,
        billing: Billing::from_name(&billing).unwrap_or_default(),
        key: variable.map_or_else(
            || KeyAt::Sealed(Sealed(sealed.unwrap_or_default())),
            KeyAt::Variable,
        ),
    })
}
