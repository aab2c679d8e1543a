//! How long a value may be.

use super::bisect::Search;
use super::probe::{Asker, ProbeTrouble};
use super::report::{Limits, LongestValue};

/// The longest that is tried: addresses of more are refused by servers and gateways in any case.
const LONGEST: u64 = 4096;

pub(super) async fn find(asker: &mut Asker, limits: &mut Limits) -> Result<(), ProbeTrouble> {
    asker.accepted().await?;
    let rows = asker.profile.request("newInstance").iter();
    let fixed = ["activity", "authToken", "timeStamp", "testFlag"];
    let texts: Vec<(String, u64)> = rows
        .filter(|row| asker.params.contains(&row.name) && !fixed.contains(&row.name.as_str()))
        .filter_map(|row| Some((row.name.clone(), u64::try_from(row.max?).ok()?)))
        .filter(|(name, max)| *max >= 32 && is_free_text(asker.params.get(name)))
        .collect();
    for (parameter, table) in texts {
        let edge = if takes(asker, &parameter, table).await? {
            let mut search = Search::new(table, LONGEST.max(table));
            while let Some(length) = search.next() {
                search.note(length, takes(asker, &parameter, length).await?);
            }
            Some(search.edge())
        } else {
            None
        };
        limits.longest.push(LongestValue {
            parameter,
            table,
            edge,
        });
    }
    Ok(())
}

/// Numbers and dates have a form of their own.
fn is_free_text(value: Option<&str>) -> bool {
    value.is_some_and(|text| text.chars().any(char::is_alphabetic))
}

async fn takes(asker: &mut Asker, parameter: &str, length: u64) -> Result<bool, ProbeTrouble> {
    let mut params = asker.params.clone();
    params.set(parameter, "a".repeat(usize::try_from(length).unwrap_or(0)));
    let dating = asker.caller.date();
    asker.takes(&params, dating).await
}
