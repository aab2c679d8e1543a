//! The same JSON in another text: other blanks, other escapes, other order.

mod layout;
mod order;
mod parameters;
mod spelling;

pub(super) use layout::{
    COMPACT, LAYOUTS, Layout, PRETTY_2, PRETTY_4, PRETTY_JACKSON, SPACED, relaid,
};
pub(super) use order::{hash_ordered, permutations, sorted};
pub(super) use parameters::as_parameters;
pub(super) use spelling::{
    markup_escaped, markup_raw, non_ascii_escaped, non_ascii_lost, non_ascii_raw, php_escaped,
    slashes_escaped, slashes_raw,
};
