//! The scenes that have a debug step.

use galleria_protocol::Activity;
use galleria_scenarios::profile::Profile;

/// The scenes by the book's names; none where it has no test calls.
pub(crate) fn scenes(book: &Profile) -> Vec<&'static str> {
    if !book.has_tests() {
        return Vec::new();
    }
    activities(book)
        .map(|activity| book.called(activity))
        .collect()
}

/// The activity that the book calls so.
pub(super) fn activity(book: &Profile, scene: &str) -> Option<Activity> {
    activities(book).find(|activity| book.called(*activity) == scene)
}

fn activities(book: &Profile) -> impl Iterator<Item = Activity> + use<'_> {
    let all = book.activities();
    all.filter(|activity| activity.played_in(book.api) == *activity)
}
