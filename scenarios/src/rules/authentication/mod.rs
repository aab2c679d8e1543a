//! Whether the seller tells the marketplace from a stranger [v1 §2].

mod echoed;
mod forged;
mod stumbled;

super::area! {
    aut001_valid_request_refused::AUT001,
    aut002_encoded_character_refused::AUT002,
    aut003_non_ascii_refused::AUT003,
    aut004_unknown_parameter_refused::AUT004,
    aut005_empty_value_refused::AUT005,
    aut006_optional_parameter_required::AUT006,
    aut010_forged_token_accepted::AUT010,
    aut011_missing_token_accepted::AUT011,
    aut012_changed_request_accepted::AUT012,
    aut013_added_parameter_accepted::AUT013,
    aut014_token_compared_loosely::AUT014,
    aut015_refusal_code_wrong::AUT015,
    aut016_refusal_crashes::AUT016,
}
