//! KIT: the calls of the kit, about enterprises, applications, accounts and departments.

mod seen;

super::area! {
    kit001_kit_call_refused::KIT001,
    kit002_kit_answer_unreadable::KIT002,
    kit003_kit_answer_unsigned::KIT003,
    kit004_kit_answer_signature_wrong::KIT004,
    kit005_kit_repeat_refused::KIT005,
    kit006_kit_deletion_refused::KIT006,
    kit007_kit_modification_refused::KIT007,
    kit008_kit_accounts_refused::KIT008,
    kit009_kit_chinese_name_refused::KIT009,
    kit010_kit_department_refused::KIT010,
    kit011_kit_second_enterprise_refused::KIT011,
    kit012_kit_further_member_refused::KIT012,
    kit013_kit_list_as_text_refused::KIT013,
    kit020_kit_forged_call_accepted::KIT020,
    kit021_kit_unsigned_call_accepted::KIT021,
    kit022_kit_altered_call_accepted::KIT022,
    kit023_kit_stale_call_accepted::KIT023,
    kit024_kit_nonce_missing_accepted::KIT024,
    kit025_kit_caught_call_accepted::KIT025,
    kit026_kit_refusal_code_wrong::KIT026,
    kit027_kit_undecryptable_secret_accepted::KIT027,
}
