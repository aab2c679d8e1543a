//! The seller centre's debug step [v1 §7].

super::area! {
    tst001_debug_call_refused::TST001,
}
