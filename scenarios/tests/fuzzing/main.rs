//! Property-based campaigns against sellers in this process.

mod campaigns;
mod history;
mod lawful;
