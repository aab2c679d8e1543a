//! Whether the seller tells the marketplace from a stranger [v1 §2].

mod forged;

super::area! {
    aut001_valid_request_refused::AUT001,
    aut010_forged_token_accepted::AUT010,
    aut011_missing_token_accepted::AUT011,
    aut015_refusal_code_wrong::AUT015,
    aut016_refusal_crashes::AUT016,
}
