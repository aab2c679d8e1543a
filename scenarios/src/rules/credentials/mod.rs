//! The login that a seller hands over, and the contact that it is given [v1 §4].

mod sealed;

super::area! {
    enc001_credential_in_clear::ENC001,
    enc002_credential_undecryptable::ENC002,
    enc003_encrypt_type_unknown::ENC003,
    enc004_initialisation_vector_reused::ENC004,
    enc005_credential_too_long::ENC005,
    enc006_encrypted_contact_refused::ENC006,
    enc007_credential_shared::ENC007,
    enc008_credential_encrypted::ENC008,
}
