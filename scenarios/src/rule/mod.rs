//! What a rule is: one fault it looks for, what it says of it, and how it is proved.

mod finding;
mod isolation;
mod judge;
mod look;
mod play;

use galleria_marketplace::delivery::{Reach, Target};
use galleria_marketplace::market::Billing;
use galleria_protocol::{Activity, Api, Family};
use serde::{Deserialize, Serialize};

pub use finding::{Fault, Finding};
pub use isolation::{Isolation, TELLS_GOODS, names, noun, place};
pub use judge::{Judged, judge};
pub use look::Look;
pub use play::{
    LeftOut, MADE_A_RELEASE, Pair, Play, SIGNED_AS, SIGNED_RIGHTLY, is_at_once, is_declined,
    is_forged, is_isolated, is_tampered, refused, sent, tried_signatures, whole,
};

/// The version of the rule set, told in every report. Raised when a rule is added or changed.
pub const RULE_SET: &str = "2026.1";

/// How much a rule's fault costs; fixed by its source, so that two sellers' reports compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Force {
    /// Worth showing; never changes the exit code.
    Observed,
    /// The pages ask for it, or money and data are at risk on an ordinary fault.
    Should,
    /// An order, the debug step or the dial test fails, or a stranger gets in.
    Must,
}

impl Force {
    /// Its name in files and reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Observed => "observed",
            Self::Should => "should",
            Self::Must => "must",
        }
    }
}

impl std::fmt::Display for Force {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// Area and three digits, such as `SIG004`; never reused.
    pub id: &'static str,
    /// The fault it looks for, in kebab case.
    pub name: &'static str,
    /// How much that fault costs.
    pub force: Force,
    /// The paragraphs of the project's digest that it comes from, such as `v1 §3`.
    pub source: &'static str,
    /// What a run must hold for the rule to judge: said when it was not observed.
    pub needs: &'static str,
    /// The sellers that do what its documentation says a lawful seller may do, and do not make it
    /// fail: lawful variations, `reference`, or faults of the folder `abroad`, which are lawful on
    /// the mainland.
    pub lawful: &'static [&'static str],
    /// What a seller does that gives it nothing to look at, where that is the seller's own choice:
    /// then the rule does not apply to it.
    pub unseen: Option<&'static str>,
    /// The versions of the interface about which it has something to say; empty for all.
    pub api: &'static [Api],
    /// The families of products about which it has something to say; empty for all.
    pub family: &'static [Family],
    /// The scenes without which it has nothing to say; empty where any will do.
    pub scenes: &'static [Activity],
    /// The billing modes without which it has nothing to say; empty where any will do.
    pub billing: &'static [Billing],
    /// The addresses about which it has something to say.
    pub address: Address,
    /// Whether it judges by what the effect probe counts, and by nothing else.
    pub probed: bool,
    /// Whether it looks at calls of the open APIs, which not every seller can make.
    pub open_api: bool,
    /// The faults of the reference seller that make it fail, each and alone (with those other
    /// rules that name the same fault).
    pub faults: &'static [&'static str],
    /// Its documentation in Markdown, under fixed headings.
    pub docs: &'static str,
    /// Looks at one play of a scenario.
    pub check: fn(&Play, &mut Look),
}

impl Rule {
    /// The area: the letters of the id.
    pub fn area(&self) -> &'static str {
        self.id
            .trim_end_matches(|letter: char| letter.is_ascii_digit())
    }

    /// Whether it is about the kit, which is played where it is asked for alone.
    pub fn is_of_kit(&self) -> bool {
        self.area() == "KIT"
    }

    /// Whether it is about notices of orders, which are played where they are asked for alone.
    pub fn is_of_notices(&self) -> bool {
        self.area() == "NTF"
    }

    /// Whether it has something to say of that version of the interface.
    pub fn is_for(&self, api: Api) -> bool {
        self.api.is_empty() || self.api.contains(&api)
    }

    /// The first sentence of its documentation's section "What it checks".
    pub fn summary(&self) -> &'static str {
        let body = self
            .docs
            .split("# What it checks\n")
            .nth(1)
            .unwrap_or(self.docs)
            .trim_start();
        body.split("\n\n").next().unwrap_or(body).trim_end()
    }
}

/// The addresses about which a rule has something to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    /// Any.
    Any,
    /// Those that the platform could call: no test address on this machine or in a private network.
    Public,
    /// Those that begin with https.
    Https,
}

impl Address {
    /// Why a rule about such addresses has nothing to say of `target`, if it has not.
    pub fn excludes(self, target: &Target) -> Option<String> {
        let host = target.host();
        match (self, target.reach()) {
            (Self::Public, Reach::Loopback) => {
                Some(format!("{host} is this machine, where sellers are tested"))
            }
            (Self::Public, Reach::Private) => Some(format!(
                "{host} is in a private network, where sellers are tested"
            )),
            (Self::Https, _) if !target.is_https() => {
                Some("the address has no TLS: it begins with http".to_owned())
            }
            _ => None,
        }
    }
}

/// Declares a rule. The doc lines are its documentation for users; without them it does not compile.
#[macro_export]
macro_rules! rule {
    (
        $(#[doc = $line:literal])+
        $id:ident = {
            name: $name:literal,
            force: $force:ident,
            source: $source:literal,
            needs: $needs:literal,
            $(lawful: [$($lawful:literal),+ $(,)?],)?
            $(unseen: $unseen:literal,)?
            $(api: [$($api:ident),* $(,)?],)?
            $(family: [$($family:ident),* $(,)?],)?
            $(scenes: [$($scene:ident),* $(,)?],)?
            $(billing: [$($billing:ident),* $(,)?],)?
            $(address: $address:ident,)?
            $(probed: $probed:literal,)?
            $(open_api: $open_api:literal,)?
            faults: [$($fault:literal),+ $(,)?],
            check: $check:expr $(,)?
        }
    ) => {
        $(#[doc = $line])+
        pub(crate) const $id: $crate::rule::Rule = $crate::rule::Rule {
            id: stringify!($id),
            name: $name,
            force: $crate::rule::Force::$force,
            source: $source,
            needs: $needs,
            lawful: &[$($($lawful),+)?],
            unseen: $crate::rule_unseen!($($unseen)?),
            api: &[$($(galleria_protocol::Api::$api),*)?],
            family: &[$($(galleria_protocol::Family::$family),*)?],
            scenes: &[$($(galleria_protocol::Activity::$scene),*)?],
            billing: &[$($(galleria_marketplace::market::Billing::$billing),*)?],
            address: $crate::rule_address!($($address)?),
            probed: false $(|| $probed)?,
            open_api: false $(|| $open_api)?,
            faults: &[$($fault),+],
            docs: concat!($($line, "\n"),+),
            check: $check,
        };
    };
}

/// What a seller does that gives a rule nothing to look at.
#[doc(hidden)]
#[macro_export]
macro_rules! rule_unseen {
    () => {
        None
    };
    ($unseen:literal) => {
        Some($unseen)
    };
}

/// The addresses that a rule names, or any.
#[doc(hidden)]
#[macro_export]
macro_rules! rule_address {
    () => {
        $crate::rule::Address::Any
    };
    ($address:ident) => {
        $crate::rule::Address::$address
    };
}
