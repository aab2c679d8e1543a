//! What the seller calls of the marketplace's open APIs [v2 §7].

pub(in crate::rules) mod seen;

super::area! {
    opn001_call_back_signature_wrong::OPN001,
    opn002_call_back_date_stale::OPN002,
    opn003_order_asked_for_wrongly::OPN003,
    opn004_usage_push_signature_wrong::OPN004,
    opn005_usage_record_malformed::OPN005,
    opn006_usage_too_many_or_old::OPN006,
    opn007_metering_serial_reused::OPN007,
    opn008_usage_of_unknown_instance::OPN008,
    opn009_usage_after_release::OPN009,
    opn010_usage_not_metered::OPN010,
    opn011_usage_told_again::OPN011,
    opn012_usage_of_time_to_come::OPN012,
}
