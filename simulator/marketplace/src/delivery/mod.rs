//! One call over HTTP/1.1 and everything that was seen of it.
//!
//! A comfortable client hides what the platform looks at: the exact bytes of a header's name, when
//! each byte came, how a connection ended. So a call is made on hyper's bare HTTP/1 connection over
//! a stream that is tapped. Redirects are not followed, nothing is decompressed, sizes are
//! bounded.
//!
//! Both arms share this code. They differ in the [`Dial`] alone: [`network`] reaches a seller on the
//! network, [`MemoryDial`] one that lives in this process, under real or virtual time; [`TlsDial`]
//! puts TLS above either.

mod at_once;
mod connection;
mod cut;
mod death;
mod delivered;
mod dial;
pub mod head;
mod memory;
mod outage;
mod outgoing;
mod tap;
mod target;
mod tcp;
mod tls;
mod together;
mod trace;

pub(crate) use connection::USER_AGENT;
pub use connection::{Delivery, Limits};
pub use cut::Cut;
pub use death::{Death, Moment};
pub use delivered::{Delivered, Ended, ReceivedAnswer, Timings};
pub use dial::{Dial, DialError, DialFault, Dialled, Stream};
pub use head::Header;
pub use memory::MemoryDial;
pub use outage::{Outage, while_away};
pub use outgoing::Outgoing;
pub use target::{Reach, Target, TargetError};
pub use tcp::network;
pub use tls::{
    CertificateFault, CertificateFlaw, TlsDial, TlsError, TlsFacts, TlsSettings, TlsTrouble,
};
