//! Every rule proved both ways, on the in-process arm under virtual time.
//!
//! | peer | what must be |
//! |---|---|
//! | the reference seller | every rule passes, none unobserved |
//! | a lawful variation | no rule fails |
//! | a fault | exactly the rules that name it fail |
//! | a fault abroad | none fails by the mainland's book, exactly those by another |
//!
//! The same peers sell licences too, with what licences alone have beside them (`licence`). The kit is played
//! with what differs in it, and the login and the gateway of agents have tests and sellers of their own (`login`,
//! `gateway`). `case` lists every proof.
//!
//! The same table is a test of this workspace and what `galleria self-check` prints.

mod all;
mod arm;
mod case;
mod gateway;
mod licence;
mod login;
mod matrix;
mod open_api;
mod peer;
mod plan;
mod software;
mod store_probe;

pub use all::{prove_all, prove_cases};
pub use arm::{KEY, Memory, embedded_target, play_in_memory};
pub use case::{Case, Shown, cases};
pub use gateway::{
    GatewayMode, gateway_in_memory, gateway_modes, gateway_of_faults, gateway_over_sockets, mode_of,
};
pub use licence::{LICENCE_CODES, OLD_LICENCES, ONLINE_LICENCES, licence_trouble};
pub use login::{login_report, pass_of, rules_of, unseen_of};
pub use matrix::{Played, Proof, prove, prove_over};
pub use peer::{Peer, PeerKind, licence_peers, peers};
pub use plan::{books, whole_catalog};
