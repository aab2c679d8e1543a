//! What the templates do with a text.
#![expect(
    unreachable_pub,
    clippy::inline_always,
    clippy::unused_self,
    clippy::unnecessary_wraps,
    reason = "askama's macro writes it so"
)]

use std::fmt::Display;

use galleria_reports::lang;

/// The text in the language that is spoken.
#[askama::filter_fn]
pub(crate) fn say(text: impl Display, _: &dyn askama::Values) -> askama::Result<String> {
    Ok(lang::say(&text.to_string()).into_owned())
}
