//! What the marketplace does around a delivery that fails: it calls again, for hours, and in the end
//! it gives the money back.
//!
//! | module | what it holds |
//! |---|---|
//! | [`Schedule`] | when a failed call is made again, by the rule book |
//! | [`Happening`] | what happens in a rehearsal beside its calls, each at a moment of the rehearsal |
//! | [`Timeline`] | a rehearsal as a person reads it: a fold over the events |
//! | [`Buyer`] | what the buyer gets to see in the end |
//! | [`outages`](outages()) | the rehearsals of outages that need nothing but the seller |
//! | [`crashes`](crashes()) | the rehearsals in which the seller is killed and started again |
//!
//! The hours pass in no time, and the calls carry the time that it really is: a seller of V2 takes
//! no call that is dated a minute ahead.

mod buyer;
mod crashes;
mod happening;
mod outages;
mod schedule;
mod timeline;

pub use buyer::{Buyer, Login};
pub use crashes::crashes;
pub use happening::{Happened, Happening};
pub use outages::{Script, outages};
pub use schedule::{Schedule, clock_face};
pub use timeline::{Entry, Timeline, TimelineSink, What};
