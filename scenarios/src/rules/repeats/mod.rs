//! The same order again [v1 §5]: it succeeds, and nothing happens twice.

mod again;
mod order;

super::area! {
    idm001_retry_gets_new_instance::IDM001,
    idm002_retry_refused::IDM002,
    idm003_retry_changes_answer::IDM003,
    idm004_orders_share_instance::IDM004,
    idm005_order_lines_share_instance::IDM005,
    idm006_metered_items_share_instance::IDM006,
    idm007_concurrent_retries_diverge::IDM007,
    idm008_lost_answer_retry_diverges::IDM008,
    idm009_renewal_retry_refused::IDM009,
    idm010_expiry_retry_refused::IDM010,
    idm011_release_retry_refused::IDM011,
    idm012_upgrade_retry_refused::IDM012,
    idm013_status_retry_refused::IDM013,
    idm014_repeat_has_second_effect::IDM014,
}
