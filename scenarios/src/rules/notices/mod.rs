//! Rules about notices of orders. How they are signed, and what their answers look like, is what the
//! rules about every call look at.

super::area! {
    ntf001_order_notice_refused::NTF001,
    ntf002_order_notice_retry_refused::NTF002,
}
