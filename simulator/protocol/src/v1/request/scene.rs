//! A request of any scene.

use super::{
    ExpireInstance, InstanceStatus, NewInstance, QueryInstance, RefreshInstance, ReleaseInstance,
    RequestError, Upgrade,
};
use crate::Params;
use crate::v1::Activity;

/// A request of any scene.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::large_enum_variant,
    reason = "one a call, and the largest is the most frequent"
)]
pub enum Request {
    /// A purchase.
    NewInstance(NewInstance),
    /// A renewal.
    RefreshInstance(RefreshInstance),
    /// An expiry.
    ExpireInstance(ExpireInstance),
    /// A release.
    ReleaseInstance(ReleaseInstance),
    /// An upgrade.
    Upgrade(Upgrade),
    /// A freeze or its end.
    InstanceStatus(InstanceStatus),
    /// A query.
    QueryInstance(QueryInstance),
}

impl Request {
    /// Reads decoded parameters. The token is not looked at.
    pub fn from_params(params: &Params) -> Result<Request, RequestError> {
        let name = params.get("activity").filter(|name| !name.is_empty());
        let name = name.ok_or(RequestError::Missing("activity"))?;
        let activity = Activity::from_name(name)
            .ok_or_else(|| RequestError::UnknownActivity(name.to_owned()))?;
        Ok(match activity {
            Activity::NewInstance => Request::NewInstance(NewInstance::read(params)?),
            Activity::RefreshInstance => Request::RefreshInstance(RefreshInstance::read(params)?),
            Activity::ExpireInstance => Request::ExpireInstance(ExpireInstance::read(params)?),
            Activity::ReleaseInstance => Request::ReleaseInstance(ReleaseInstance::read(params)?),
            Activity::Upgrade => Request::Upgrade(Upgrade::read(params)?),
            Activity::InstanceStatus => Request::InstanceStatus(InstanceStatus::read(params)?),
            Activity::QueryInstance => Request::QueryInstance(QueryInstance::read(params)?),
        })
    }

    /// The parameters, `activity` first, without `timeStamp` and `authToken`.
    pub fn to_params(&self) -> Params {
        let mut params = Params::new();
        params.push("activity", self.activity().name());
        match self {
            Request::NewInstance(request) => request.write(&mut params),
            Request::RefreshInstance(request) => request.write(&mut params),
            Request::ExpireInstance(request) => request.write(&mut params),
            Request::ReleaseInstance(request) => request.write(&mut params),
            Request::Upgrade(request) => request.write(&mut params),
            Request::InstanceStatus(request) => request.write(&mut params),
            Request::QueryInstance(request) => request.write(&mut params),
        }
        params
    }

    /// The scene.
    pub fn activity(&self) -> Activity {
        match self {
            Request::NewInstance(_) => Activity::NewInstance,
            Request::RefreshInstance(_) => Activity::RefreshInstance,
            Request::ExpireInstance(_) => Activity::ExpireInstance,
            Request::ReleaseInstance(_) => Activity::ReleaseInstance,
            Request::Upgrade(_) => Activity::Upgrade,
            Request::InstanceStatus(_) => Activity::InstanceStatus,
            Request::QueryInstance(_) => Activity::QueryInstance,
        }
    }

    /// Whether the debug step or the dial test calls, so that no business may be done.
    pub fn is_test(&self) -> bool {
        match self {
            Request::NewInstance(request) => request.test,
            Request::RefreshInstance(request) => request.test,
            Request::ExpireInstance(request) => request.test,
            Request::ReleaseInstance(request) => request.test,
            Request::Upgrade(request) => request.test,
            Request::InstanceStatus(request) => request.test,
            Request::QueryInstance(request) => request.test,
        }
    }
}
