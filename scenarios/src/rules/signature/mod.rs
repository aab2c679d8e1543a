//! The answer's Body-Sign [v1 §3].

mod seen;

super::area! {
    sig001_response_unsigned::SIG001,
    sig002_header_name_misspelt::SIG002,
    sig003_header_malformed::SIG003,
    sig004_signature_wrong::SIG004,
    sig005_refusal_unsigned::SIG005,
}
