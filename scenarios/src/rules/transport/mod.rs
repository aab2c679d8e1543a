//! Whether the address is fit to be called, and whether an answer comes, in time, whole, and as HTTP
//! wants it.

super::area! {
    trn001_seller_unreachable::TRN001,
    trn002_status_not_200::TRN002,
    trn003_content_type_not_json::TRN003,
    trn004_answer_timed_out::TRN004,
    trn005_answer_slow::TRN005,
    trn006_connection_dropped::TRN006,
    trn007_body_cut_short::TRN007,
    trn008_answer_compressed::TRN008,
    trn009_body_not_utf8::TRN009,
    trn010_answer_too_large::TRN010,
    trn011_https_missing::TRN011,
    trn012_tls_too_old::TRN012,
    trn013_certificate_untrusted::TRN013,
    trn014_header_case_at_risk::TRN014,
}
