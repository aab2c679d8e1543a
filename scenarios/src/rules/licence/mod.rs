//! LIC: licence products, where they differ from an instance that lives as they do.

mod told;

super::area! {
    lic001_licence_missing::LIC001,
    lic002_retry_gets_new_licence::LIC002,
    lic003_licence_shared::LIC003,
    lic004_licence_on_refusal::LIC004,
}
