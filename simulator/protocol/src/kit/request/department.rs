//! singleOrgSync and allOrgSync.

use super::RequestError;
use super::object::{
    Object, empty, flag, given, list, put, put_flag, put_list, put_some, put_test, test,
};
use crate::Api;
use crate::kit::Flag;
use crate::request::Source;

/// A department of an enterprise [kit §1.7, §1.8].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Department {
    /// `orgCode`, unique in the enterprise.
    pub code: String,
    /// `orgName` (in V1's list `name`), unique within its level; may change.
    pub name: String,
    /// `parentCode`; none for a top department; may change.
    pub parent: Option<String>,
}

impl Department {
    fn read(object: &Object) -> Result<Department, RequestError> {
        let name = object.text("orgName")?.or(object.text("name")?);
        Ok(Department {
            code: given(object, "orgCode")?,
            name: name.ok_or(RequestError::Missing("orgName"))?,
            parent: object.text("parentCode")?,
        })
    }

    fn write(&self, object: &mut Object, name: &str) {
        put(object, "orgCode", &self.code);
        put(object, name, &self.name);
        put_some(object, "parentCode", self.parent.as_deref());
    }
}

/// A department comes, goes, or is renamed or moved [kit §1.7].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SingleOrgSync {
    /// `instanceId`.
    pub instance_id: String,
    /// `tenantId`.
    pub tenant_id: String,
    /// `orgCode`, `orgName` and `parentCode`.
    pub department: Department,
    /// `flag`.
    pub flag: Flag,
    /// `testFlag`: whether the data are for debugging.
    pub test: bool,
    /// `timeStamp`: see [`kit_time`](crate::time::kit_time).
    pub time_stamp: String,
}

impl SingleOrgSync {
    pub(super) fn read(object: &Object) -> Result<SingleOrgSync, RequestError> {
        Ok(SingleOrgSync {
            instance_id: empty(object, "instanceId")?,
            tenant_id: given(object, "tenantId")?,
            department: Department::read(object)?,
            flag: flag(object)?,
            test: test(object)?,
            time_stamp: given(object, "timeStamp")?,
        })
    }

    pub(super) fn write(&self, object: &mut Object) {
        put(object, "instanceId", &self.instance_id);
        put(object, "tenantId", &self.tenant_id);
        self.department.write(object, "orgName");
        put_flag(object, self.flag);
        put_test(object, self.test);
        put(object, "timeStamp", &self.time_stamp);
    }
}

/// Every department of an enterprise, flat [kit §1.8].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllOrgSync {
    /// `instanceId`; empty when the seller makes a credential.
    pub instance_id: String,
    /// `tenantId`.
    pub tenant_id: String,
    /// `orgInfoList`, in V1 `orgInfo`.
    pub departments: Vec<Department>,
    /// `testFlag`: whether the data are for debugging.
    pub test: bool,
    /// `timeStamp`: see [`kit_time`](crate::time::kit_time).
    pub time_stamp: String,
}

impl AllOrgSync {
    pub(super) fn read(object: &Object, api: Api) -> Result<AllOrgSync, RequestError> {
        let departments = list(object, members(api).0)?;
        Ok(AllOrgSync {
            instance_id: empty(object, "instanceId")?,
            tenant_id: given(object, "tenantId")?,
            departments: departments
                .iter()
                .map(Department::read)
                .collect::<Result<_, _>>()?,
            test: test(object)?,
            time_stamp: given(object, "timeStamp")?,
        })
    }

    pub(super) fn write(&self, object: &mut Object, api: Api) {
        let (list, name) = members(api);
        let departments = self.departments.iter().map(|department| {
            let mut object = Object::new();
            department.write(&mut object, name);
            object
        });
        put(object, "instanceId", &self.instance_id);
        put(object, "tenantId", &self.tenant_id);
        put_list(object, api, list, departments.collect());
        put_test(object, self.test);
        put(object, "timeStamp", &self.time_stamp);
    }
}

/// The names of the list and of a department's name in it.
fn members(api: Api) -> (&'static str, &'static str) {
    match api {
        Api::V1 => ("orgInfo", "name"),
        Api::V2 => ("orgInfoList", "orgName"),
    }
}
