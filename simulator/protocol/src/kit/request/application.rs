//! applicationSync.

use super::RequestError;
use super::object::{Object, empty, flag, given, put, put_flag, put_test, test};
use crate::kit::Flag;

/// An application of an enterprise comes, goes, or changes its client [kit §1.5].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApplicationSync {
    /// `instanceId`; empty when the seller makes a credential.
    pub instance_id: String,
    /// `tenantId`.
    pub tenant_id: String,
    /// `appId` of the credential.
    pub app_id: String,
    /// `clientId` of the identity centre.
    pub client_id: String,
    /// `clientSecret`, encrypted: see [`secret`](crate::kit::secret).
    pub client_secret: String,
    /// `flag`.
    pub flag: Flag,
    /// `testFlag`: whether the data are for debugging.
    pub test: bool,
    /// `timeStamp`: see [`kit_time`](crate::time::kit_time).
    pub time_stamp: String,
}

impl ApplicationSync {
    pub(super) fn read(object: &Object) -> Result<ApplicationSync, RequestError> {
        Ok(ApplicationSync {
            instance_id: empty(object, "instanceId")?,
            tenant_id: given(object, "tenantId")?,
            app_id: given(object, "appId")?,
            client_id: given(object, "clientId")?,
            client_secret: given(object, "clientSecret")?,
            flag: flag(object)?,
            test: test(object)?,
            time_stamp: given(object, "timeStamp")?,
        })
    }

    pub(super) fn write(&self, object: &mut Object) {
        put(object, "instanceId", &self.instance_id);
        put(object, "tenantId", &self.tenant_id);
        put(object, "appId", &self.app_id);
        put(object, "clientId", &self.client_id);
        put(object, "clientSecret", &self.client_secret);
        put_flag(object, self.flag);
        put_test(object, self.test);
        put(object, "timeStamp", &self.time_stamp);
    }
}
