//! The steps of the kit.

use galleria_marketplace::kit::KitChange;
use galleria_protocol::kit::{Call, Flag};

/// What a step of the kit does.
#[derive(Clone, Debug)]
pub enum KitStep {
    /// Makes a kit call.
    Call(KitCall),
    /// Makes the kit call of an earlier step again.
    Again {
        /// The earlier step, from 1.
        step: u32,
        /// What is done to it; nothing where it is a repeat.
        how: Option<&'static KitChange>,
    },
}

/// A kit call.
#[derive(Clone, Debug)]
pub struct KitCall {
    /// Which of the five.
    pub call: Call,
    /// What is to be done.
    pub flag: Flag,
    /// The enterprise, by its name in the scenario.
    pub tenant: String,
    /// The purchase that it is bound to; none when the seller makes a credential.
    pub purchase: Option<String>,
    /// Whether it is a call of the debug step.
    pub test: bool,
}

/// The flags by their names in files.
pub(super) const FLAGS: [(&str, Flag); 4] = [
    ("delete", Flag::Delete),
    ("add", Flag::Add),
    ("modify", Flag::Modify),
    ("cancel", Flag::Cancel),
];

/// The name of a flag in files.
pub(super) fn flag_name(flag: Flag) -> &'static str {
    let named = FLAGS.iter().find(|(_, known)| *known == flag);
    named.map_or("add", |(name, _)| *name)
}

impl KitStep {
    /// What it does, in words.
    pub(super) fn about(&self) -> String {
        match self {
            Self::Call(kit) if kit.call == Call::AllOrg => kit.call.to_string(),
            Self::Call(kit) => match kit.flag {
                Flag::Delete => format!("{}: what was told is deleted", kit.call),
                Flag::Add => format!("{}: something new is told", kit.call),
                Flag::Modify => format!("{}: what was told changes", kit.call),
                Flag::Cancel => format!("{}: accounts lose their right", kit.call),
            },
            Self::Again { step, how: None } => format!("step {step} again"),
            Self::Again {
                step,
                how: Some(how),
            } => {
                format!("a twin of step {step}: {}", how.about)
            }
        }
    }
}
