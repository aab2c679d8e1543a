//! What a call asks for. The scenes of both versions are the same work, so a V2 call is read into
//! the requests of V1; what V2 leaves out the seller knows from the order, which it asks for.

use galleria_protocol::v1::request::{
    InstanceStatus, NewInstance, QueryInstance, RefreshInstance, ReleaseInstance, Request,
    RequestError, Status, Upgrade,
};
use galleria_protocol::v2::order::{ChargingMode, OrderInfo, OrderLine, OrderType, ProductInfo};
use galleria_protocol::{Activity, Api, Params};

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
}

/// Reads what `call` asks for.
pub fn asked(call: &Call) -> Result<Asked, RequestError> {
    match call.api {
        Api::V1 => Request::from_params(&call.params).map(Asked::Common),
        Api::V2 => v2(call),
    }
}

fn v2(call: &Call) -> Result<Asked, RequestError> {
    let params = &call.params;
    let name = mandatory(params, "activity")?;
    let activity = Activity::from_name_in(Api::V2, &name);
    let instance_id = || mandatory(params, "instanceId");
    let request = match activity.ok_or(RequestError::UnknownActivity(name))? {
        Activity::NewInstance => Request::NewInstance(purchase(call)?),
        Activity::RefreshInstance => Request::RefreshInstance(renewal(params)?),
        Activity::ReleaseInstance => Request::ReleaseInstance(ReleaseInstance {
            instance_id: instance_id()?,
            order_id: optional(params, "orderId").unwrap_or_default(),
            ..ReleaseInstance::default()
        }),
        Activity::Upgrade => Request::Upgrade(upgrade(call)?),
        Activity::InstanceStatus | Activity::ExpireInstance => {
            Request::InstanceStatus(InstanceStatus {
                instance_id: instance_id()?,
                instance_status: status(params)?,
                ..InstanceStatus::default()
            })
        }
        Activity::QueryInstance => Request::QueryInstance(QueryInstance {
            instance_id: instance_id()?,
            ..QueryInstance::default()
        }),
        Activity::ChangeInstanceCheck => {
            mandatory(params, "productInfo")?;
            return Ok(Asked::Change(instance_id()?));
        }
    };
    Ok(Asked::Common(request))
}

/// A purchase names ids alone; what was bought stands in the order [v2 §4.1].
fn purchase(call: &Call) -> Result<NewInstance, RequestError> {
    let params = &call.params;
    let line = mandatory(params, "orderLineId")?;
    let order_id = mandatory(params, "orderId")?;
    let order = call.order.as_ref();
    let buyer = order.and_then(|order| order.buyer_info.as_ref()?.customer_id.clone());
    let bought = order.and_then(|order| line_of(order, &line));
    let product = bought.and_then(|line| line.product_info.first());
    let trial = order.is_some_and(|order| order.order_type == OrderType::Trial);
    Ok(NewInstance {
        // Who bought stands in the order alone: without it each order is a customer's only one.
        customer_id: buyer.unwrap_or_else(|| order_id.clone()),
        order_id,
        business_id: mandatory(params, "businessId")?,
        product_id: product.and_then(|product| product.product_id.clone()),
        sku_code: product.and_then(|product| product.sku_code.clone()),
        charging_mode: bought.map(|line| charged(line.charging_mode).to_owned()),
        trial_flag: trial.then(|| "1".to_owned()),
        expire_time: bought.and_then(|line| line.expire_time.clone()),
        ..NewInstance::default()
    })
}

fn line_of<'a>(order: &'a OrderInfo, line: &str) -> Option<&'a OrderLine> {
    let mut lines = order.order_line.iter();
    lines.find(|held| held.order_line_id == line)
}

/// The charging mode as V1's purchases tell it [v1 §5.1].
fn charged(mode: ChargingMode) -> &'static str {
    match mode {
        ChargingMode::OnDemand => "0",
        ChargingMode::Period => "1",
        ChargingMode::OneTime => "3",
        ChargingMode::OnDemandPkg => "5",
    }
}

fn renewal(params: &Params) -> Result<RefreshInstance, RequestError> {
    let scene = mandatory(params, "scene")?;
    if !SCENES.contains(&scene.as_str()) {
        let parameter = "scene";
        return Err(RequestError::Malformed {
            parameter,
            value: scene,
        });
    }
    mandatory(params, "orderLineId")?;
    Ok(RefreshInstance {
        order_id: mandatory(params, "orderId")?,
        instance_id: mandatory(params, "instanceId")?,
        product_id: optional(params, "productId"),
        expire_time: mandatory(params, "expireTime")?,
        trial_to_formal: (scene == SCENES[0]).then(|| "1".to_owned()),
        ..RefreshInstance::default()
    })
}

/// What a renewal can be about [v2 §4.3]; the conversion of a trial first.
const SCENES: [&str; 4] = [
    "TRIAL_TO_FORMAL",
    "RENEWAL",
    "UNSUBSCRIBE_RENEWAL_PERIOD",
    "RENEWAL_CHANGE",
];

fn upgrade(call: &Call) -> Result<Upgrade, RequestError> {
    let params = &call.params;
    let line = mandatory(params, "orderLineId")?;
    let order = call.order.as_ref();
    let bought = order.and_then(|order| line_of(order, &line));
    let product: Option<&ProductInfo> = bought.and_then(|line| line.product_info.first());
    let told =
        |id: fn(&ProductInfo) -> Option<&String>| product.and_then(id).cloned().unwrap_or_default();
    Ok(Upgrade {
        instance_id: mandatory(params, "instanceId")?,
        order_id: mandatory(params, "orderId")?,
        product_id: told(|product| product.product_id.as_ref()),
        sku_code: told(|product| product.sku_code.as_ref()),
        ..Upgrade::default()
    })
}

fn status(params: &Params) -> Result<Status, RequestError> {
    let value = mandatory(params, "status")?;
    match value.as_str() {
        "FREEZE" => Ok(Status::Freeze),
        "UNFREEZE" => Ok(Status::Normal),
        _ => Err(RequestError::Malformed {
            parameter: "status",
            value,
        }),
    }
}

fn mandatory(params: &Params, name: &'static str) -> Result<String, RequestError> {
    optional(params, name).ok_or(RequestError::Missing(name))
}

fn optional(params: &Params, name: &str) -> Option<String> {
    let value = params.get(name).filter(|value| !value.is_empty());
    value.map(ToOwned::to_owned)
}
