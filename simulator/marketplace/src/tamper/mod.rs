//! What can be done to a call so that a seller ought to refuse it.
//!
//! One tampering a file; each changes one thing, so that the seller's refusal has one reason. A
//! tampered call always goes out beside its control, the same call unchanged.

use galleria_protocol::{Key, Params};

use crate::mint::Mint;

/// One way to tamper.
#[derive(Debug)]
pub struct Tampering {
    /// Its name in scenarios and records.
    pub name: &'static str,
    /// What it does, for people.
    pub about: &'static str,
    /// What it leaves untouched and what it changes.
    pub change: Change,
}

/// When and what a tampering changes.
#[derive(Clone, Copy, Debug)]
pub enum Change {
    /// The call's content, before it is signed: the seller gets a rightly signed call.
    BeforeSigning(fn(&mut Params, &mut Mint)),
    /// What was signed: the seller gets a call whose signature is not right.
    AfterSigning(fn(&mut Params, &Key)),
}

impl Tampering {
    /// The tampering of that name.
    pub fn find(name: &str) -> Option<&'static Self> {
        ALL.iter().copied().find(|tampering| tampering.name == name)
    }

    /// Whether it makes the call a forgery, which ought to be refused as such.
    pub fn forges(&self) -> bool {
        matches!(self.change, Change::AfterSigning(_))
    }
}

/// Declares the modules and the table of tamperings in one line each.
macro_rules! tamperings {
    ($($module:ident),+ $(,)?) => {
        $(mod $module;)+
        /// Every tampering.
        pub const ALL: &[&Tampering] = &[$(&$module::TAMPERING),+];
    };
}

tamperings![forged_token, missing_token, unknown_activity, unknown_instance];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tampering_is_found_by_its_name() {
        for tampering in ALL {
            assert_eq!(Tampering::find(tampering.name).map(|t| t.name), Some(tampering.name));
        }
    }
}
