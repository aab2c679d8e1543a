//! The members of an answer's body [v1 §1, §5, §6].

mod figures;
mod near;
mod table;

super::area! {
    fld001_body_not_json::FLD001,
    fld002_result_code_missing::FLD002,
    fld003_result_code_malformed::FLD003,
    fld004_result_message_missing::FLD004,
    fld005_result_code_undocumented::FLD005,
    fld006_instance_id_missing::FLD006,
    fld007_front_end_url_missing::FLD007,
    fld008_field_too_long::FLD008,
    fld009_field_type_wrong::FLD009,
    fld010_url_invalid::FLD010,
    fld011_usage_value_malformed::FLD011,
    fld012_usage_time_malformed::FLD012,
    fld013_instance_left_out::FLD013,
    fld014_instance_on_failure::FLD014,
    fld015_memo_not_escaped::FLD015,
    fld016_usage_info_missing::FLD016,
    fld017_usage_total_falls::FLD017,
}
