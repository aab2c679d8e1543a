//! "Did you mean": the name that comes nearest to one that does not exist.

/// The candidate nearest to `given`, if one is near enough to have been meant.
pub fn nearest<'a>(given: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let given = given.to_lowercase();
    let near = candidates.into_iter().map(|candidate| {
        (
            strsim::damerau_levenshtein(&given, &candidate.to_lowercase()),
            candidate,
        )
    });
    let (distance, candidate) = near.min_by_key(|(distance, _)| *distance)?;
    let bound = (given.chars().count() / 2).clamp(1, 4);
    (distance <= bound).then_some(candidate)
}

/// "; did you mean `x`?" or nothing, to end an error with.
pub fn hint<'a>(given: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    nearest(given, candidates).map_or_else(String::new, |near| format!("; did you mean `{near}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_understood() {
        assert_eq!(
            nearest("refreshInstnace", ["newInstance", "refreshInstance"]),
            Some("refreshInstance")
        );
        assert_eq!(nearest("SIG04", ["SIG004", "AUT001"]), Some("SIG004"));
    }

    #[test]
    fn what_is_far_from_everything_gets_no_suggestion() {
        assert_eq!(nearest("banana", ["SIG004", "AUT001"]), None);
        assert_eq!(hint("banana", ["SIG004"]), "");
    }
}
