//! Licences that are opened online: a user applies for one, and the seller uploads it [licence §2].
//!
//! | module | what it holds |
//! |---|---|
//! | `behaviour` | every decision about it, one method each |
//! | `application` | what an application is answered |
//! | `text` | the licence itself |
//! | `form` | an upload as it is written |
//! | `issue` | the upload, in or behind the answer |
//! | `software` | the software into which buyers enter licence codes |

mod application;
mod behaviour;
mod form;
mod issue;
mod software;
mod text;

pub(crate) use application::apply;
pub use behaviour::{CodeCall, LicenceBehaviour, LicenceReference, Timing};
pub use form::Form;
pub(crate) use issue::issue;
pub use software::NotActivated;
pub use text::text;
