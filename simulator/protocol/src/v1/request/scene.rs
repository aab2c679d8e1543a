//! A request of any scene.

use super::{
    ExpireInstance, InstanceStatus, NewInstance, QueryInstance, RefreshInstance, ReleaseInstance,
    RequestError, Upgrade,
};
use crate::Params;
use crate::{Activity, Api};

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
        let activity = Activity::from_name_in(Api::V1, name)
            .ok_or_else(|| RequestError::UnknownActivity(name.to_owned()))?;
        Ok(match activity {
            Activity::NewInstance => Request::NewInstance(NewInstance::read(params)?),
            Activity::RefreshInstance => Request::RefreshInstance(RefreshInstance::read(params)?),
            Activity::ExpireInstance => Request::ExpireInstance(ExpireInstance::read(params)?),
            Activity::ReleaseInstance => Request::ReleaseInstance(ReleaseInstance::read(params)?),
            Activity::Upgrade => Request::Upgrade(Upgrade::read(params)?),
            Activity::InstanceStatus => Request::InstanceStatus(InstanceStatus::read(params)?),
            Activity::QueryInstance => Request::QueryInstance(QueryInstance::read(params)?),
            Activity::ChangeInstanceCheck | Activity::OrderNotify | Activity::GetLicenseAsync => {
                return Err(RequestError::UnknownActivity(name.to_owned()));
            }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::params::Reading;
    use crate::v1::request::Status;

    fn read(query: &str) -> Result<Request, RequestError> {
        Request::from_params(&Params::parse(query, Reading::Form))
    }

    #[test]
    fn documented_debugging_call_is_read() {
        let request = read(
            "activity=newInstance&businessId=b&customerId=c&expireTime=20200727153156&orderId=o\
             &productId=p&testFlag=1&timeStamp=20200727073711903&authToken=t&brandNew=x&brandNew=y",
        );
        let Ok(Request::NewInstance(purchase)) = request else {
            panic!("{request:?}")
        };
        assert_eq!(purchase.business_id, "b");
        assert_eq!(purchase.product_id.as_deref(), Some("p"));
        assert_eq!(purchase.customer_name, None);
        assert!(purchase.test);
        assert_eq!(purchase.other.to_query(), "brandNew=x&brandNew=y");
    }

    #[test]
    fn parameters_are_written_without_time_stamp_and_token() {
        let query = "activity=instanceStatus&instanceId=i&instanceStatus=FREEZE&testFlag=1&new=x";
        let request = read(&format!("timeStamp=1&{query}&authToken=t")).unwrap();
        assert_eq!(request.to_params().to_query(), query);
    }

    #[test]
    fn only_test_flag_one_is_a_test() {
        for (flag, test) in [
            ("&testFlag=1", true),
            ("&testFlag=0", false),
            ("&testFlag=", false),
            ("", false),
        ] {
            let request = read(&format!("activity=queryInstance&instanceId=i{flag}")).unwrap();
            assert_eq!(request.is_test(), test, "{flag}");
        }
    }

    #[test]
    fn absent_or_empty_mandatory_parameter_is_missing() {
        for query in [
            "activity=releaseInstance&orderId=o",
            "activity=releaseInstance&orderId=o&instanceId=",
        ] {
            assert_eq!(
                read(query),
                Err(RequestError::Missing("instanceId")),
                "{query}"
            );
        }
        for query in ["", "activity=", "orderId=o"] {
            assert_eq!(
                read(query),
                Err(RequestError::Missing("activity")),
                "{query}"
            );
        }
    }

    #[test]
    fn empty_optional_parameter_is_absent_but_can_be_written() {
        let query = "activity=refreshInstance&instanceId=i&orderId=o&productId=&expireTime=e";
        let Ok(Request::RefreshInstance(mut renewal)) = read(query) else {
            panic!("{query}")
        };
        assert_eq!(renewal.product_id, None);
        renewal.product_id = Some(String::new());
        assert_eq!(
            Request::RefreshInstance(renewal).to_params().to_query(),
            query
        );
    }

    #[test]
    fn unknown_activity_is_told() {
        let unknown = RequestError::UnknownActivity("upgradeInstance".to_owned());
        assert_eq!(read("activity=upgradeInstance"), Err(unknown));
    }

    #[test]
    fn status_is_freeze_or_normal() {
        let status = |value: &str| read(&format!("activity=instanceStatus&instanceId=i&{value}"));
        let Ok(Request::InstanceStatus(normal)) = status("instanceStatus=NORMAL") else {
            panic!("NORMAL is a status");
        };
        assert_eq!(normal.instance_status, Status::Normal);
        let malformed = status("instanceStatus=freeze").unwrap_err();
        assert_eq!(
            malformed.to_string(),
            "the parameter instanceStatus has the unknown value `freeze`"
        );
    }

    #[test]
    fn queried_ids_are_divided_by_commas() {
        let query = read("activity=queryInstance&instanceId=a%2Cb%2C%2C+c");
        let Ok(Request::QueryInstance(query)) = query else {
            panic!("{query:?}")
        };
        assert!(query.ids().eq(["a", "b", "c"]));
    }
}
