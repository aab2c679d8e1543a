//! What is to become of a trial's outcome.

use galleria_scenarios::rule::Force;

use crate::args::TrialArgs;

/// The weakest force whose failure fails the trial.
pub(super) fn fail_on(args: &TrialArgs) -> Force {
    match args.fail_on.as_str() {
        "must" => Force::Must,
        _ => Force::Should,
    }
}
