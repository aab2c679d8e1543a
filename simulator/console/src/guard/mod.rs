//! Who may ask for a page.
//!
//! | module | what it holds |
//! |---|---|
//! | `host` | the names by which the console may be called, against DNS rebinding |
//! | `origin` | where a form may come from, against forged requests of other sites |
//! | `login` | showing the token, and the sessions of those who did |
//! | `session` | the sessions |
//! | `attempts` | how often somebody may guess |
//! | `headers` | what every answer says to the browser |
//! | `watch` | all of them, in front of every page |

mod attempts;
mod headers;
mod host;
mod login;
mod origin;
mod session;
mod watch;

pub(crate) use attempts::Attempts;
pub(crate) use headers::SANDBOX;
pub(crate) use login::{cookie, has_session, routes};
pub(crate) use session::Sessions;
pub(crate) use watch::watch;
