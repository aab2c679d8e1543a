//! LIC: licence products, where they differ from an instance that lives as they do.

mod applied;
mod coded;
mod told;

super::area! {
    lic001_licence_missing::LIC001,
    lic002_retry_gets_new_licence::LIC002,
    lic003_licence_shared::LIC003,
    lic004_licence_on_refusal::LIC004,
    lic005_application_refused::LIC005,
    lic006_application_retry_refused::LIC006,
    lic007_retry_uploads_another_licence::LIC007,
    lic008_licence_never_uploaded::LIC008,
    lic009_upload_malformed::LIC009,
    lic010_upload_checksum_wrong::LIC010,
    lic011_upload_for_unknown_event::LIC011,
    lic012_upload_part_untyped::LIC012,
    lic013_licence_of_others::LIC013,
    lic014_code_call_unreadable::LIC014,
    lic015_code_parameter_wrong::LIC015,
    lic016_code_holds_before_order::LIC016,
    lic017_code_altered::LIC017,
    lic018_code_activated_twice::LIC018,
    lic019_code_queried_before_activation::LIC019,
    lic020_code_never_activated::LIC020,
    lic021_code_holds_from_local_time::LIC021,
}
