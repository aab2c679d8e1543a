//! Every rule proved both ways, on the in-process arm under virtual time.
//!
//! | peer | what must be |
//! |---|---|
//! | the reference seller | every rule passes, none unobserved |
//! | a lawful variation | no rule fails |
//! | a fault | exactly the rules that name it fail |
//!
//! The same table is a test of this workspace and what `galleria self-check` prints.

mod arm;
mod matrix;

pub use arm::{KEY, Memory, play_in_memory};
pub use matrix::{Peer, PeerKind, Proof, peers, prove, whole_catalog};
