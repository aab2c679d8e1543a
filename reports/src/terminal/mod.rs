//! What a person reads at the end of a run: what failed and how to mend it, then one line that
//! says what the run came to.
//!
//! Nothing is said by colour alone, and nothing that a seller sent can steer the terminal.

mod findings;
mod heading;
mod render;
mod rules;
mod scenarios;
mod screen;
mod steps;
mod style;
mod summary;

pub use render::render;
pub(crate) use screen::Screen;
pub use screen::padded;
pub(crate) use style::Ink;
pub use style::TerminalStyle;
