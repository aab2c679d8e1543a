//! What a seller tolerates, in numbers: how far its clock may be off, how long it remembers a nonce, how
//! long a value may be, how long it takes. It judges nothing.
//!
//! Every call is one of the debug step (`testFlag=1`), which does no business, and their number is
//! bounded.

mod bisect;
mod longest;
mod nonce;
mod probe;
mod report;
mod skew;

pub use bisect::Edge;
pub use probe::{Asker, Part, ProbeTrouble};
pub use report::{Limits, LongestValue, NonceMemory, Skew, Times};
