//! tenantSync.

use super::RequestError;
use super::object::{Object, empty, flag, given, put, put_flag, put_test, test};
use crate::kit::Flag;

/// An enterprise comes, goes, or changes its name and domain [kit §1.4].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TenantSync {
    /// `instanceId`; empty when the seller makes a credential or debugs.
    pub instance_id: String,
    /// `orderId`; empty with the instance.
    pub order_id: String,
    /// `tenantId`.
    pub tenant_id: String,
    /// `tenantCode`: routes a login to the enterprise's domain.
    pub tenant_code: String,
    /// `name` of the enterprise.
    pub name: String,
    /// `domainName` of the identity centre, with `https://`.
    pub domain_name: String,
    /// `flag`.
    pub flag: Flag,
    /// `testFlag`: whether the data are for debugging.
    pub test: bool,
    /// `timeStamp`: see [`kit_time`](crate::time::kit_time).
    pub time_stamp: String,
}

impl TenantSync {
    pub(super) fn read(object: &Object) -> Result<TenantSync, RequestError> {
        Ok(TenantSync {
            instance_id: empty(object, "instanceId")?,
            order_id: empty(object, "orderId")?,
            tenant_id: given(object, "tenantId")?,
            tenant_code: given(object, "tenantCode")?,
            name: given(object, "name")?,
            domain_name: given(object, "domainName")?,
            flag: flag(object)?,
            test: test(object)?,
            time_stamp: given(object, "timeStamp")?,
        })
    }

    pub(super) fn write(&self, object: &mut Object) {
        put(object, "instanceId", &self.instance_id);
        put(object, "orderId", &self.order_id);
        put(object, "tenantId", &self.tenant_id);
        put(object, "tenantCode", &self.tenant_code);
        put(object, "name", &self.name);
        put(object, "domainName", &self.domain_name);
        put_flag(object, self.flag);
        put_test(object, self.test);
        put(object, "timeStamp", &self.time_stamp);
    }
}
