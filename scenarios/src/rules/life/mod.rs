//! The life of an instance [v1 §5, §6].

mod missing;

super::area! {
    lif001_unknown_instance_accepted::LIF001,
    lif002_unknown_instance_code_wrong::LIF002,
    lif003_unknown_instance_crashes::LIF003,
    lif004_renewal_after_expiry_refused::LIF004,
    lif005_released_instance_revived::LIF005,
    lif006_unknown_activity_accepted::LIF006,
    lif007_activity_ignored::LIF007,
    lif008_missing_parameter_accepted::LIF008,
    lif009_missing_parameter_code_wrong::LIF009,
    lif010_unsubscribe_refused::LIF010,
    lif011_trial_conversion_refused::LIF011,
    lif012_value_refused::LIF012,
    lif013_text_breaks_seller::LIF013,
    lif014_second_order_refused::LIF014,
    lif015_failure_remembered::LIF015,
    lif016_later_call_refused::LIF016,
    lif017_purchase_refused::LIF017,
}
