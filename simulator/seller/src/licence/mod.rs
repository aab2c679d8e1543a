//! Licences that are opened online: a user applies for one, and the seller uploads it [licence §2].
//!
//! | module | what it holds |
//! |---|---|
//! | `behaviour` | every decision about it, one method each |
//! | `application` | what an application is answered |
//! | `text` | the licence itself |
//! | `form` | an upload as it is written |
//! | `issue` | the upload, in or behind the answer |

mod application;
mod behaviour;
mod form;
mod issue;
mod text;

pub(crate) use application::apply;
pub use behaviour::{LicenceBehaviour, LicenceReference, Timing};
pub use form::Form;
pub(crate) use issue::issue;
pub use text::text;
