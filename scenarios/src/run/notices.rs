//! Notices of orders: a generic interface beside the base interfaces, with an address and a key that may
//! be its own [kit §5].

use galleria_marketplace::transcript::Capture;
use galleria_protocol::{Activity, Key};

use super::course::{Class, Course};

/// Where a seller is notified of orders, and how the marketplace signs that.
#[derive(Clone, Debug)]
pub struct NoticeSettings {
    /// The path of the address.
    pub path: String,
    /// The key that is bound to generic interfaces.
    pub key: Key,
}

/// What a course has for notices.
#[derive(Debug)]
pub(super) struct NoticeCourse {
    pub(super) settings: NoticeSettings,
    /// Reads answers with the key of notices.
    pub(super) capture: Capture,
}

impl Course<'_> {
    /// What a call of a scene goes by, where it does not go by what the base interfaces have.
    fn own(&self, activity: Activity) -> Option<&NoticeSettings> {
        let notices = self.notices.as_ref()?;
        (activity == Activity::OrderNotify).then_some(&notices.settings)
    }

    /// The key that signs the calls of a scene.
    pub(super) fn key_of(&self, activity: Activity) -> &Key {
        self.own(activity).map_or(&self.key, |own| &own.key)
    }

    /// The path at which a scene is called.
    pub(super) fn path_of(&self, activity: Activity) -> &str {
        self.own(activity).map_or(&self.path, |own| &own.path)
    }

    /// The class of interfaces that a scene belongs to.
    pub(super) fn class_of(&self, activity: Activity) -> Class {
        self.own(activity).map_or(Class::Base, |_| Class::Generic)
    }
}
