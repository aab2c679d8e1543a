//! The formats held against made-up runs, which have all that a run can have.

mod folding;
mod html;
mod json;
mod junit;
mod rule_book;
mod runs;
mod story;
mod terminal;
