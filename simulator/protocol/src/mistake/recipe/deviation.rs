//! What a deviation is.

use crate::mistake::Family;
use crate::mistake::catalog::Mistake;

/// How a signature is computed.
pub(in crate::mistake) trait Recipe {
    /// The digest that comes out.
    fn digest(&self) -> Vec<u8>;
}

/// A mistake, and the recipes that it makes of one.
pub(in crate::mistake) struct Deviation<R: 'static> {
    pub(in crate::mistake) mistake: Mistake,
    pub(in crate::mistake) vary: fn(&R) -> Vec<R>,
}

/// The deviations of each family. Two that are made at once stand in two tables, and that of the
/// earlier table is applied first.
pub(in crate::mistake) type Tables<R> = &'static [(Family, &'static [Deviation<R>])];

/// The mistakes of tables.
pub(in crate::mistake) fn all<R>(
    tables: Tables<R>,
) -> impl Iterator<Item = (Family, &'static Mistake)> {
    tables
        .iter()
        .flat_map(|(family, table)| table.iter().map(|entry| (*family, &entry.mistake)))
}
