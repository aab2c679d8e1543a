//! The tables of faults and variations of agents.

/// Declares sellers that differ from the reference in the methods that are given, and their table.
macro_rules! sellers {
    ($($sellers:tt)+) => {
        $crate::table::part_sellers! {
            "agents", $crate::agents::AgentBehaviour, $crate::agents::Backend;
            $($sellers)+
        }
    };
}
pub(super) use sellers;
