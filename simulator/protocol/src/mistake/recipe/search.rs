//! The search itself.

use super::deviation::{Deviation, Recipe, Tables};
use super::written::Written;
use crate::mistake::catalog::Mistake;
use crate::mistake::{Cause, Diagnosis, Family, LeftOut, Tried};

/// The largest body that is looked into, in bytes; a larger one would cost too much time.
const LARGEST: usize = 128 * 1024;

/// The largest body for which two mistakes at once are tried, in bytes.
const LARGEST_FOR_TWO: usize = 8 * 1024;

/// A wrong signature and what is known of it.
pub(in crate::mistake) struct Search<'a> {
    /// The signature.
    pub(in crate::mistake) text: &'a str,
    /// How it ought to be written.
    pub(in crate::mistake) written: Written,
    /// How much is signed, in bytes.
    pub(in crate::mistake) size: usize,
}

impl Search<'_> {
    /// What explains the signature: a wrong writing before one deviation, that before two at once.
    /// One of the two may be the writing.
    pub(in crate::mistake) fn explain<R: Recipe>(&self, right: &R, tables: Tables<R>) -> Diagnosis {
        if self.text.is_empty() {
            return Diagnosis::Unknown(Tried::nothing(LeftOut::NoValue));
        }
        if self.size > LARGEST {
            return Diagnosis::Unknown(Tried::nothing(LeftOut::TooLarge));
        }
        if let Some(mistake) = self.written.mistake(self.text, &right.digest()) {
            return Diagnosis::Named(Cause::one(mistake));
        }
        let mut tried = Tried::default();
        let found = self.alone(right, tables, &mut tried).or_else(|| {
            if self.size > LARGEST_FOR_TWO {
                tried.leave_out(LeftOut::TwoAtOnce);
                return None;
            }
            self.at_once(right, tables, &mut tried)
        });
        found.map_or(Diagnosis::Unknown(tried), Diagnosis::Named)
    }

    /// One deviation, and perhaps a wrong writing besides.
    fn alone<R: Recipe>(&self, right: &R, tables: Tables<R>, tried: &mut Tried) -> Option<Cause> {
        let mut with_writing = None;
        for (family, entry) in entries(tables) {
            for recipe in (entry.vary)(right) {
                tried.add(family, 1);
                let digest = recipe.digest();
                if self.written.is(self.text, &digest) {
                    return Some(Cause::one(&entry.mistake));
                }
                if with_writing.is_none() {
                    let writing = self.written.mistake(self.text, &digest);
                    with_writing = writing.map(|writing| Cause::two(&entry.mistake, writing));
                }
            }
        }
        with_writing
    }

    /// Two deviations, which stand in two tables.
    fn at_once<R: Recipe>(&self, right: &R, tables: Tables<R>, tried: &mut Tried) -> Option<Cause> {
        for (number, (_, table)) in tables.iter().enumerate() {
            let later = &tables[number + 1..];
            for first in *table {
                for recipe in (first.vary)(right) {
                    if let Some(second) = self.deviates(&recipe, later, tried) {
                        return Some(Cause::two(&first.mistake, second));
                    }
                }
            }
        }
        None
    }

    /// The mistake by which the signature deviates from a recipe that deviates already.
    fn deviates<R: Recipe>(
        &self,
        from: &R,
        tables: Tables<R>,
        tried: &mut Tried,
    ) -> Option<&'static Mistake> {
        for (_, entry) in entries(tables) {
            for recipe in (entry.vary)(from) {
                tried.add_at_once(1);
                if self.written.is(self.text, &recipe.digest()) {
                    return Some(&entry.mistake);
                }
            }
        }
        None
    }
}

fn entries<R>(tables: Tables<R>) -> impl Iterator<Item = (Family, &'static Deviation<R>)> {
    tables
        .iter()
        .flat_map(|(family, table)| table.iter().map(|entry| (*family, entry)))
}
