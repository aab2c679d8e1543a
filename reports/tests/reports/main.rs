//! The formats held against made-up runs, which have all that a run can have.

#![expect(
    clippy::unwrap_used,
    reason = "a made-up run that cannot be made is a failed test"
)]

mod browser;
mod chinese;
mod diff;
mod evidence;
mod excuses;
mod folding;
mod further;
mod html;
mod json;
mod judged_anew;
mod junit;
mod record_and_bundle;
mod rule_book;
mod runs;
mod schemas;
mod story;
mod terminal;
