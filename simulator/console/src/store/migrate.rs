//! From an empty file, or one of an earlier version, to the tables of today.

use rusqlite::{Connection, TransactionBehavior};

/// How many steps there are.
const KNOWN: u32 = 7;
/// The steps; one that was released is never changed.
const STEPS: [&str; KNOWN as usize] = [
    include_str!("migrations/001-addresses.sql"),
    include_str!("migrations/002-checks.sql"),
    include_str!("migrations/003-campaigns.sql"),
    include_str!("migrations/004-counts.sql"),
    include_str!("migrations/005-classes.sql"),
    include_str!("migrations/006-logins.sql"),
    include_str!("migrations/007-dial-tests.sql"),
];

/// Where a file stands.
pub(super) enum At {
    /// It has the tables of today.
    Latest,
    /// A later version went further.
    Later { found: u32, known: u32 },
}

/// Takes the steps that are left, each whole or not at all.
pub(super) fn to_latest(connection: &mut Connection) -> rusqlite::Result<At> {
    // Of two processes that open a new file at once, one takes the steps.
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found: u32 = transaction.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let known = KNOWN;
    if found > known {
        return Ok(At::Later { found, known });
    }
    for step in STEPS.iter().skip(found as usize) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "user_version", known)?;
    transaction.commit()?;
    Ok(At::Latest)
}
