//! The production addresses.

use galleria_protocol::kit::secret::OaepHash;
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
    pub(crate) further: Further,
}

/// What else an address has.
#[derive(Clone, Debug, Default)]
pub(crate) struct Further {
    pub(crate) kit: Option<Kit>,
    /// Certificates of authorities that TLS trusts there, in PEM.
    pub(crate) authorities: Option<String>,
    /// The registered login address, to which the portal sends a browser.
    pub(crate) login: Option<String>,
}

/// The keys of the kit of joint-operation products.
#[derive(Clone, Debug)]
pub(crate) struct Kit {
    /// That of the address where absent, which V1's kit shares.
    pub(crate) key: Option<KeyAt>,
    /// The seller's public key, with which `clientSecret` is encrypted.
    pub(crate) public_key: String,
    /// The hash of its OAEP.
    pub(crate) hash: OaepHash,
}

/// An address that is not kept yet.
#[derive(Clone, Debug)]
pub(crate) struct NewAddress {
    pub(crate) name: String,
    pub(crate) url: String,
    pub(crate) profile: String,
    pub(crate) billing: Billing,
    pub(crate) key: KeyAt,
    pub(crate) further: Further,
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

impl KeyAt {
    /// The variable that holds it; absent where it is kept in the file.
    pub(crate) fn variable(&self) -> Option<&str> {
        match self {
            Self::Variable(name) => Some(name),
            Self::Sealed(_) => None,
        }
    }
}

const COLUMNS: &str = "id, name, url, profile, billing, key_variable, key_sealed, \
     kit_variable, kit_sealed, kit_public_key, kit_hash, authorities, login_url";

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
            let further = FurtherColumns::of(&new.further);
            let added = connection.execute(
                "INSERT INTO addresses (name, url, profile, billing, key_variable, key_sealed, created, \
                 kit_variable, kit_sealed, kit_public_key, kit_hash, authorities, login_url) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
                params![
                    new.name, new.url, new.profile, new.billing.name(), variable, sealed, new.created,
                    further.variable, further.sealed, further.public_key, further.hash, further.authorities,
                    further.login
                ],
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
            let further = FurtherColumns::of(&changed.further);
            let done = connection.execute(
                "UPDATE addresses SET name = ?2, url = ?3, profile = ?4, billing = ?5, key_variable = ?6, \
                 key_sealed = ?7, kit_variable = ?8, kit_sealed = ?9, kit_public_key = ?10, kit_hash = ?11, \
                 authorities = ?12, login_url = ?13 WHERE id = ?1",
                params![
                    changed.id, changed.name, changed.url, changed.profile, changed.billing.name(), variable, sealed,
                    further.variable, further.sealed, further.public_key, further.hash, further.authorities,
                    further.login
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

/// What else an address has, column by column.
struct FurtherColumns<'a> {
    variable: Option<&'a str>,
    sealed: Option<&'a [u8]>,
    public_key: Option<&'a str>,
    hash: Option<&'static str>,
    authorities: Option<&'a str>,
    login: Option<&'a str>,
}

impl<'a> FurtherColumns<'a> {
    fn of(further: &'a Further) -> Self {
        let kit = further.kit.as_ref();
        let key = kit.and_then(|kit| kit.key.as_ref());
        let (variable, sealed) = key.map_or((None, None), columns);
        Self {
            variable,
            sealed,
            public_key: kit.map(|kit| kit.public_key.as_str()),
            hash: kit.map(|kit| kit.hash.name()),
            authorities: further.authorities.as_deref(),
            login: further.login.as_deref(),
        }
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
        key: place(variable, sealed).unwrap_or_else(|| KeyAt::Sealed(Sealed(Vec::new()))),
        further: further(row)?,
    })
}

fn place(variable: Option<String>, sealed: Option<Vec<u8>>) -> Option<KeyAt> {
    let sealed = sealed.map(|bytes| KeyAt::Sealed(Sealed(bytes)));
    variable.map(KeyAt::Variable).or(sealed)
}

fn further(row: &Row<'_>) -> rusqlite::Result<Further> {
    let (public_key, hash): (Option<String>, Option<String>) = (row.get(9)?, row.get(10)?);
    let key = place(row.get(7)?, row.get(8)?);
    let hash = hash.and_then(|name| OaepHash::from_name(&name));
    Ok(Further {
        kit: public_key.map(|public_key| Kit {
            key,
            public_key,
            hash: hash.unwrap_or_default(),
        }),
        authorities: row.get(11)?,
        login: row.get(12)?,
    })
}
