//! A market that somebody runs by hand: one order and one change of it after the other, as they ask.
//!
//! | module | what it holds |
//! |---|---|
//! | `deed` | what is asked for, and by whom it is waited for |
//! | `sight` | what is to be seen of the market |
//! | `due` | the deliveries that are to be made again, and when |
//! | `keeper` | who does the deeds |
//! | `portal` | where accounts of those who buy log in |
//! | `telling` | the deeds that the kit tells the seller |

mod deed;
mod due;
mod keeper;
mod portal;
mod sight;
mod telling;

pub use deed::{Asked, Deed, Errand, KitDeed, Retries};
pub use keeper::run_by_hand;
pub use portal::{IdentitySettings, Membership};
pub use sight::{Account, Again, Bought, Enterprise, Sight};
