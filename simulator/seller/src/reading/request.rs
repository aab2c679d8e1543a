//! What a call asks for. The scenes of both versions are the same work, so a V2 call is read into
//! the requests of V1; what V2 leaves out the seller knows from the order, which it asks for.

use galleria_protocol::v1::request::{
    InstanceStatus, QueryInstance, RefreshInstance, ReleaseInstance, Request, RequestError, Status,
};
use galleria_protocol::v2::order::OrderInfo;
use galleria_protocol::{Api, v2};

use super::body::object;
use super::order;
use crate::call::Call;

/// What a call asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::large_enum_variant,
    reason = "one a call, and the largest is the most frequent"
)]
pub enum Asked {
    /// Something that both versions have.
    Common(Request),
    /// Whether that instance may be changed at its renewal [v2 §4.7].
    Change(String),
    /// A licence [licence §2.6].
    Licence(v2::request::GetLicenseAsync),
    /// Notice to be taken of an order [kit §5].
    Notice(v2::request::OrderNotify),
}

/// Reads what `call` asks for.
pub fn asked(call: &Call) -> Result<Asked, RequestError> {
    match call.api {
        Api::V1 => Request::from_params(&call.params).map(Asked::Common),
        Api::V2 => v2::request::Request::from_json(&object(&call.body))
            .and_then(|request| in_terms_of_v1(request, call.order.as_ref())),
    }
}

fn in_terms_of_v1(
    request: v2::request::Request,
    told: Option<&OrderInfo>,
) -> Result<Asked, RequestError> {
    use v2::request::Request as Sent;
    Ok(Asked::Common(match request {
        Sent::NewInstance(sent) => Request::NewInstance(order::purchase(sent, told)),
        Sent::QueryInstance(sent) => Request::QueryInstance(QueryInstance {
            instance_id: sent.instance_id,
            ..QueryInstance::default()
        }),
        Sent::RefreshInstance(sent) => Request::RefreshInstance(renewal(sent)),
        Sent::UpdateInstanceStatus(sent) => Request::InstanceStatus(InstanceStatus {
            instance_id: sent.instance_id,
            instance_status: match sent.status {
                v2::request::Status::Freeze => Status::Freeze,
                v2::request::Status::Unfreeze => Status::Normal,
            },
            ..InstanceStatus::default()
        }),
        Sent::ReleaseInstance(sent) => Request::ReleaseInstance(ReleaseInstance {
            instance_id: sent.instance_id,
            order_id: sent.order_id.unwrap_or_default(),
            ..ReleaseInstance::default()
        }),
        Sent::UpgradeInstance(sent) => Request::Upgrade(order::upgrade(sent, told)),
        Sent::ChangeInstanceCheck(sent) => return Ok(Asked::Change(sent.instance_id)),
        Sent::GetLicenseAsync(sent) => return Ok(Asked::Licence(sent)),
        Sent::OrderNotify(sent) => return Ok(Asked::Notice(sent)),
    }))
}

fn renewal(sent: v2::request::RefreshInstance) -> RefreshInstance {
    let converts = sent.scene == v2::request::Scene::TrialToFormal;
    RefreshInstance {
        order_id: sent.order_id,
        instance_id: sent.instance_id,
        product_id: sent.product_id,
        expire_time: sent.expire_time,
        trial_to_formal: converts.then(|| "1".to_owned()),
        ..RefreshInstance::default()
    }
}
