//! Notices of orders: the generic interface that sellers of every kind of product may have
//! [kit §5, v2 §4.8].
//!
//! A notice says that there is an order, and nothing of it: the seller asks for the order, and delivers.
//! It is signed as the calls of the base interfaces are, under a key that may be another, and may come
//! at an address of its own.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use galleria_protocol::Key;
use galleria_protocol::v2::request::OrderNotify;

use crate::call::Call;
use crate::outcome::Handled;

/// The key of notices of a seller that is told no other: obviously none of a real seller.
pub const NOTICE_KEY: &str = "galleria-embedded-notice-key";

/// The path at which notices come where nothing else is said.
pub const NOTICE_PATH: &str = "/orderNotify";

/// Where notices come, and how they are signed.
#[derive(Clone, Debug)]
pub struct NoticeConfig {
    /// The path of their own address. What may stand before it is free.
    pub path: String,
    /// The key that is bound to generic interfaces.
    pub key: Key,
}

impl Default for NoticeConfig {
    fn default() -> NoticeConfig {
        NoticeConfig {
            path: NOTICE_PATH.to_owned(),
            key: Key::new(NOTICE_KEY),
        }
    }
}

/// The orders, each with its line, of which there was notice; they are kept in memory alone.
#[derive(Debug, Default)]
pub struct Notices(Mutex<BTreeSet<(String, String)>>);

impl Notices {
    /// Writes an order down; whether it was there before.
    fn note(&self, notice: &OrderNotify) -> bool {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        !all.insert((notice.order_id.clone(), notice.order_line_id.clone()))
    }
}

/// Takes a notice that is the marketplace's. One of the debug step is of no order.
pub(crate) fn take(call: &Call, notice: &OrderNotify) -> Handled {
    let known = !call.test && call.seller.notices().note(notice);
    call.behaviour().notice(call, notice, known)
}
