//! What the seller calls of the marketplace's open APIs [v2 §7].

mod seen;

super::area! {
    opn001_call_back_signature_wrong::OPN001,
    opn002_call_back_date_stale::OPN002,
    opn003_order_asked_for_wrongly::OPN003,
}
