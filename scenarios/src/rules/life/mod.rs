//! The life of an instance [v1 §5, §6].

super::area! {
    lif001_unknown_instance_accepted::LIF001,
    lif002_unknown_instance_code_wrong::LIF002,
    lif003_unknown_instance_crashes::LIF003,
    lif004_renewal_after_expiry_refused::LIF004,
    lif006_unknown_activity_accepted::LIF006,
}
