//! Several instances in one parameter.

/// The ids in a list that is divided by commas, without blanks around them.
pub(crate) fn ids(list: &str) -> impl Iterator<Item = &str> {
    list.split(',').map(str::trim).filter(|id| !id.is_empty())
}
