//! A request of any activity.

use serde_json::{Map, Value};

use super::{
    ChangeInstanceCheck, GetLicenseAsync, NewInstance, OrderNotify, QueryInstance, RefreshInstance,
    ReleaseInstance, RequestError, UpdateInstanceStatus, UpgradeInstance,
};
use crate::family::INSTANCE_ID;
use crate::request::Source;
use crate::{Activity, Api, Family};

/// Makes the enum of all requests; each variant is named as its struct, and stands for an activity.
macro_rules! requests {
    ($($(#[$doc:meta])+ $request:ident = $activity:ident,)+) => {
        /// A request of any activity.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Request {
            $($(#[$doc])+ $request($request),)+
        }

        impl Request {
            /// Reads the object in a body. The signature is not looked at.
            pub fn from_json(object: &Map<String, Value>) -> Result<Request, RequestError> {
                let name = object.text("activity")?;
                let name = name.ok_or(RequestError::Missing("activity"))?;
                let (family, activity) = Family::called(Api::V2, &name).unzip();
                let subject = family.unwrap_or_default().subject_member();
                let renamed = renamed(object, subject);
                let object = renamed.as_ref().unwrap_or(object);
                let read = match activity {
                    $(Some(Activity::$activity) => {
                        $request::read(object).map(Request::$request)
                    })+
                    Some(Activity::ExpireInstance) | None => {
                        Err(RequestError::UnknownActivity(name))
                    }
                };
                read.map_err(|error| error.about(subject))
            }

            /// The object, `activity` first; who signs it sorts it:
            /// see [`sorted`](crate::signed_call::sorted).
            pub fn to_json(&self) -> Map<String, Value> {
                let mut object = Map::new();
                let name = self.activity().name_in(Api::V2);
                object.put("activity", name.unwrap_or(self.activity().name()));
                match self {
                    $(Request::$request(request) => request.write(&mut object),)+
                }
                object
            }

            /// The activity.
            pub fn activity(&self) -> Activity {
                match self {
                    $(Request::$request(_) => Activity::$activity,)+
                }
            }

            /// Whether the debug step or the dial test calls, so that no business may be done.
            pub fn is_test(&self) -> bool {
                match self {
                    $(Request::$request(request) => request.test,)+
                }
            }
        }
    };
}

requests! {
    /// A purchase.
    NewInstance = NewInstance,
    /// A query.
    QueryInstance = QueryInstance,
    /// A new end.
    RefreshInstance = RefreshInstance,
    /// A freeze or its end.
    UpdateInstanceStatus = InstanceStatus,
    /// A release.
    ReleaseInstance = ReleaseInstance,
    /// An upgrade.
    UpgradeInstance = Upgrade,
    /// A question whether a change is possible.
    ChangeInstanceCheck = ChangeInstanceCheck,
    /// A notification of an order.
    OrderNotify = OrderNotify,
    /// An application for a licence.
    GetLicenseAsync = GetLicenseAsync,
}

/// The members with the one that `subject` names as `instanceId`; `None` where that is its name.
fn renamed(object: &Map<String, Value>, subject: &str) -> Option<Map<String, Value>> {
    if subject == INSTANCE_ID {
        return None;
    }
    // What other families name is nothing here.
    let members = object.iter().filter(|(name, _)| *name != INSTANCE_ID);
    let called = |name: &String| {
        let told = if name == subject { INSTANCE_ID } else { name };
        told.to_owned()
    };
    Some(
        members
            .map(|(name, value)| (called(name), value.clone()))
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::{ProductInfo, Scene, Status};
    use super::*;

    fn read(value: &Value) -> Result<Request, RequestError> {
        Request::from_json(value.as_object().unwrap())
    }

    #[test]
    fn members_are_read_and_written_back() {
        let body = json!({
            "activity": "refreshInstance", "scene": "RENEWAL_CHANGE", "orderId": "o",
            "orderLineId": "o-1", "instanceId": "i", "productId": "p",
            "expireTime": "20221124023618256", "testFlag": "1", "brandNew": [1],
        });
        let request = read(&body).unwrap();
        let Request::RefreshInstance(renewal) = &request else {
            panic!("{request:?}")
        };
        assert_eq!(renewal.scene, Scene::RenewalChange);
        assert_eq!(renewal.product_id.as_deref(), Some("p"));
        assert_eq!(renewal.other["brandNew"], json!([1]));
        assert!(request.is_test());
        assert_eq!(
            Value::Object(request.to_json()).to_string(),
            body.to_string()
        );
    }

    #[test]
    fn null_and_empty_members_are_absent() {
        for nothing in [json!(null), json!("")] {
            let body = json!({
                "activity": "releaseInstance", "instanceId": "i", "orderId": nothing,
                "testFlag": nothing,
            });
            let Ok(Request::ReleaseInstance(release)) = read(&body) else {
                panic!("{body}")
            };
            assert_eq!((release.order_id, release.test), (None, false));
            let body = json!({"activity": "releaseInstance", "instanceId": nothing});
            assert_eq!(read(&body), Err(RequestError::Missing("instanceId")));
        }
        assert_eq!(read(&json!({})), Err(RequestError::Missing("activity")));
    }

    #[test]
    fn numbers_count_as_their_text_and_objects_do_not() {
        let body = json!({
            "activity": "orderNotify", "orderId": 12, "orderLineId": true, "testFlag": 1,
        });
        let Ok(Request::OrderNotify(order)) = read(&body) else {
            panic!("{body}")
        };
        assert_eq!(
            (order.order_id.as_str(), order.order_line_id.as_str()),
            ("12", "true")
        );
        assert!(order.test);
        let body = json!({"activity": "queryInstance", "instanceId": ["a"]});
        let error = read(&body).unwrap_err().to_string();
        assert_eq!(
            error,
            "the parameter instanceId has the unknown value `[\"a\"]`"
        );
    }

    #[test]
    fn product_is_an_object_or_a_text_that_holds_one() {
        let product = json!({"skuCode": "s", "productId": "p", "linearValue": 20, "new": 1});
        for sent in [product.clone(), json!(product.to_string())] {
            let body =
                json!({"activity": "changeInstanceCheck", "instanceId": "i", "productInfo": sent});
            let Ok(Request::ChangeInstanceCheck(check)) = read(&body) else {
                panic!("{body}")
            };
            let ProductInfo {
                sku_code,
                linear_value,
                other,
                ..
            } = &check.product_info;
            assert_eq!(sku_code.as_deref(), Some("s"));
            assert_eq!(linear_value, &Some(20.into()));
            assert_eq!(other["new"], 1);
            let written = Request::ChangeInstanceCheck(check).to_json();
            assert_eq!(written["productInfo"], product);
        }
        for (sent, missing) in [
            (json!(null), true),
            (json!(""), true),
            (json!("p"), false),
            (json!([]), false),
        ] {
            let body =
                json!({"activity": "changeInstanceCheck", "instanceId": "i", "productInfo": sent});
            let error = read(&body).unwrap_err();
            assert_eq!(
                error == RequestError::Missing("productInfo"),
                missing,
                "{error}"
            );
        }
    }

    #[test]
    fn words_and_activities_of_the_first_version_are_unknown() {
        let status = |status: &str| {
            read(&json!({
                "activity": "updateInstanceStatus", "instanceId": "i", "status": status,
            }))
        };
        let Ok(Request::UpdateInstanceStatus(unfreeze)) = status("UNFREEZE") else {
            panic!("UNFREEZE is a status")
        };
        assert_eq!(unfreeze.status, Status::Unfreeze);
        for other in ["NORMAL", "freeze", "FROZEN"] {
            assert!(matches!(status(other), Err(RequestError::Malformed { .. })));
        }
        let unknown = RequestError::UnknownActivity("upgrade".to_owned());
        assert_eq!(read(&json!({"activity": "upgrade"})), Err(unknown));
    }

    #[test]
    fn queried_ids_are_divided_by_commas() {
        let Ok(Request::QueryInstance(query)) =
            read(&json!({"activity": "queryInstance", "instanceId": "a,b,, c"}))
        else {
            panic!("the query is whole")
        };
        assert!(query.ids().eq(["a", "b", "c"]));
    }

    #[test]
    fn calls_about_licence_codes_are_read_by_their_license() {
        let body =
            json!({"activity": "updateLicenseCodeStatus", "license": "L", "status": "FREEZE"});
        let Ok(Request::UpdateInstanceStatus(freeze)) = read(&body) else {
            panic!("{body}")
        };
        assert_eq!(freeze.instance_id, "L");
        let body = json!({"activity": "releaseLicenseCode", "instanceId": "L"});
        assert_eq!(read(&body), Err(RequestError::Missing("license")));
    }
}
