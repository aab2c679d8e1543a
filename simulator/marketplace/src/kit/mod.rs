//! The kit: what the marketplace tells a seller of enterprises, applications, accounts and
//! departments [kit §1].
//!
//! | module | what it holds |
//! |---|---|
//! | `bureau` | the enterprises of a scenario, and the calls that they cause |
//! | `change` | what is done to a call: other lawful forms, and forgeries |
//! | `sealed` | a call that is dated and signed |
//! | `settings` | the keys, and how secrets are encrypted |

mod bureau;
mod change;
mod sealed;
mod settings;

pub use bureau::{Ask, Bureau, Members};
pub use change::{Change, KitChange};
pub use sealed::KitSealed;
pub use settings::KitSettings;
