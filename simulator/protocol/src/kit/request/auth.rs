//! authSync.

use super::object::{Object, empty, flag, given, list, put, put_flag, put_list, put_test, test};
use super::{RequestError, User};
use crate::Api;
use crate::kit::Flag;

/// Accounts get, change or lose their right to an application [kit §1.6].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthSync {
    /// `instanceId`; empty for the seller's test account.
    pub instance_id: String,
    /// `tenantId`.
    pub tenant_id: String,
    /// `appId`.
    pub app_id: String,
    /// `userList`.
    pub users: Vec<User>,
    /// `flag`.
    pub flag: Flag,
    /// `testFlag`: whether the data are for debugging.
    pub test: bool,
    /// `currentSyncTime`, which stands where others have `timeStamp`: see
    /// [`kit_time`](crate::time::kit_time).
    pub current_sync_time: String,
}

impl AuthSync {
    /// The most accounts in one call [kit §1.6].
    pub const MOST_USERS: usize = 500;

    pub(super) fn read(object: &Object) -> Result<AuthSync, RequestError> {
        let users = list(object, "userList")?;
        Ok(AuthSync {
            instance_id: empty(object, "instanceId")?,
            tenant_id: given(object, "tenantId")?,
            app_id: given(object, "appId")?,
            users: users.iter().map(User::read).collect::<Result<_, _>>()?,
            flag: flag(object)?,
            test: test(object)?,
            current_sync_time: given(object, "currentSyncTime")?,
        })
    }

    pub(super) fn write(&self, object: &mut Object, api: Api) {
        let users = self.users.iter().map(|user| user.write(api)).collect();
        put(object, "instanceId", &self.instance_id);
        put(object, "tenantId", &self.tenant_id);
        put(object, "appId", &self.app_id);
        put_list(object, api, "userList", users);
        put(object, "currentSyncTime", &self.current_sync_time);
        put_flag(object, self.flag);
        put_test(object, self.test);
    }
}
