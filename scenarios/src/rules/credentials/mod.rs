//! The login that a seller hands over [v1 §4].

super::area! {
    enc001_credential_in_clear::ENC001,
    enc002_credential_undecryptable::ENC002,
}
