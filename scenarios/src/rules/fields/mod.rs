//! The members of an answer's body [v1 §1, §5, §6].

super::area! {
    fld001_body_not_json::FLD001,
    fld002_result_code_missing::FLD002,
    fld003_result_code_malformed::FLD003,
    fld004_result_message_missing::FLD004,
    fld006_instance_id_missing::FLD006,
    fld007_front_end_url_missing::FLD007,
    fld008_field_too_long::FLD008,
}
