//! Property-based campaigns against sellers in this process.

mod campaigns;
mod flaky;
mod history;
mod lawful;
mod long;
