//! Calls that lack what is mandatory, beside their controls.

use crate::rule::{Pair, Play};

/// The tamperings that leave out a parameter which every page calls mandatory.
pub(super) const MISSING_INSTANCE: &str = "missing-instance";
const MISSING_ORDER: &str = "missing-order";

/// Every such call with its control.
pub(super) fn all(play: &Play) -> impl Iterator<Item = Pair<'_>> {
    play.tampered(MISSING_INSTANCE)
        .chain(play.tampered(MISSING_ORDER))
}
