//! The tables of faults and variations of the login.

/// Declares sellers that differ from the reference in the methods that are given, and their table.
macro_rules! sellers {
    ($($sellers:tt)+) => {
        $crate::table::part_sellers! {
            "login", $crate::login::LoginBehaviour, $crate::login::SignOn;
            $($sellers)+
        }
    };
}
pub(super) use sellers;
