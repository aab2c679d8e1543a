//! The tables of faults and variations of the login.

use std::fmt;
use std::sync::Arc;

use super::behaviour::{LoginBehaviour, SignOn};
use crate::Behaviour;

/// One fault or variation of the login.
#[derive(Clone, Copy)]
pub struct LoginEntry {
    /// Its name, kebab-case.
    pub name: &'static str,
    /// What such a seller does, one sentence.
    pub about: &'static str,
    pub(super) make: fn() -> Box<dyn LoginBehaviour>,
}

impl LoginEntry {
    /// Makes it anew; some remember what they have seen.
    pub fn behaviour(&self) -> Arc<dyn Behaviour> {
        Arc::new(SignOn((self.make)()))
    }
}

impl fmt::Debug for LoginEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("LoginEntry").field(&self.name).finish()
    }
}

/// Declares sellers that differ from the reference in the methods that are given, and their table.
macro_rules! sellers {
    ($($name:literal, $about:literal, $type:ident $(($field:ty))? { $($methods:tt)* })+) => {
        $(
            #[doc = $about]
            #[derive(Debug, Default)]
            struct $type $(($field))?;

            impl $crate::login::LoginBehaviour for $type { $($methods)* }
        )+

        /// The table of them.
        pub(super) const ENTRIES: &[$crate::login::LoginEntry] = &[$(
            $crate::login::LoginEntry {
                name: $name,
                about: $about,
                make: || Box::new(<$type>::default()),
            },
        )+];
    };
}
pub(super) use sellers;
