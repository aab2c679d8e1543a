//! The marketplace's requests: one struct an activity, read from the JSON object in the body.
//!
//! Values are texts and stay so, and lengths are not looked at, so that nothing lawful is refused.
//! A member that is null or empty counts as absent; a number or a boolean counts as its text.

mod activities;
mod any;
mod field;
mod product_info;

pub use activities::{
    ChangeInstanceCheck, GetLicenseAsync, NewInstance, OrderNotify, QueryInstance, RefreshInstance,
    ReleaseInstance, Scene, Status, UpdateInstanceStatus, UpgradeInstance,
};
pub use any::Request;
pub use product_info::ProductInfo;

pub use crate::request::RequestError;
