//! The cases that are replayed, and the rule book that they share.

use std::sync::Arc;

use galleria_scenarios::cases::{Saved, Store, unknown};
use galleria_scenarios::profile::{self, Profile};

use crate::args::DialtestArgs;
use crate::error::CliError;
use crate::output::{note, warn};
use crate::settings::Patterns;

pub(super) fn selected(args: &DialtestArgs) -> Result<(Vec<Saved>, Arc<Profile>), CliError> {
    let store = Store::new(&args.folder.cases);
    let all = store.all()?;
    if all.is_empty() {
        let folder = store.folder().display();
        return Err(CliError::usage(format!(
            "there are no cases in {folder}: save some with `galleria debug ACTIVITY --url ... --save`, or \
             import the seller centre's with `galleria cases import`"
        )));
    }
    let patterns = Patterns::new("--case", &args.case)?;
    let names: Vec<&str> = all.iter().map(|saved| saved.name.as_str()).collect();
    patterns.must_fit(&names)?;
    let fitting = all
        .into_iter()
        .filter(|saved| patterns.fit(&[&saved.name]))
        .collect();
    of_one_book(args, fitting)
}

/// A dial test is of one product, which has one rule book.
fn of_one_book(
    args: &DialtestArgs,
    cases: Vec<Saved>,
) -> Result<(Vec<Saved>, Arc<Profile>), CliError> {
    let mut books: Vec<&str> = cases
        .iter()
        .map(|saved| saved.case.profile.as_str())
        .collect();
    books.sort_unstable();
    books.dedup();
    let named = match (&args.profile, &books[..]) {
        (Some(named), _) => named.clone(),
        (None, [one]) => (*one).to_owned(),
        (None, several) => {
            let several = several.join(", ");
            return Err(CliError::usage(format!(
                "the cases are of several profiles ({several}); choose one with --profile, or cases with --case"
            )));
        }
    };
    let profile = Arc::new(profile::open(&named)?);
    let (kept, left): (Vec<Saved>, Vec<Saved>) = cases
        .into_iter()
        .partition(|saved| saved.case.profile == named);
    if kept.is_empty() {
        return Err(CliError::usage(format!(
            "no case was saved by profile {named}"
        )));
    }
    for saved in &left {
        note(&format!(
            "left out: {}, a case of profile {}",
            saved.name, saved.case.profile
        ));
    }
    for saved in &kept {
        let scene = profile.called(saved.case.activity);
        for name in saved.case.parameters.keys() {
            if let Some(word) = unknown(&profile, scene, name) {
                warn(&format!("{}: {word}", saved.name));
            }
        }
    }
    Ok((kept, profile))
}
