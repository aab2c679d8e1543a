//! The seller centre's debug step and the dial test that replays it [v1 §7].

mod replayed;

super::area! {
    tst001_debug_call_refused::TST001,
    tst002_debug_order_matters::TST002,
    tst003_debug_not_repeatable::TST003,
    tst004_test_flag_misread::TST004,
    tst005_debug_call_does_business::TST005,
    tst006_renewal_variants_refused::TST006,
}
