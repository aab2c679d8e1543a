//! Whether the seller tells the marketplace from a stranger [v1 §2].

mod echoed;
mod forged;
mod stumbled;
mod tried;

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
    aut017_acts_before_check::AUT017,
    aut018_secret_told::AUT018,
    aut020_body_not_covered::AUT020,
    aut021_nonce_or_timestamp_not_covered::AUT021,
    aut022_stale_request_accepted::AUT022,
    aut023_future_request_accepted::AUT023,
    aut024_replayed_nonce_accepted::AUT024,
    aut025_hex_case_refused::AUT025,
    aut026_seconds_expected::AUT026,
    aut027_body_form_refused::AUT027,
    aut028_fresh_request_refused::AUT028,
    aut029_nonce_form_refused::AUT029,
    aut030_clock_of_another_zone::AUT030,
}
