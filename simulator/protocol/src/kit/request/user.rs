//! The accounts of authSync.

use std::fmt;

use serde_json::Value;

use super::RequestError;
use super::object::{Object, given, put, put_some};
use crate::Api;
use crate::request::{Source, words};

words! {
    /// `role`: the right that an account gets [kit §1.6].
    Role {
        /// Uses the application.
        #[default]
        User = "user",
        /// Administers it.
        Admin = "admin",
    }
}

/// An account [kit §1.6]. `Debug` shows its name and rights alone: the rest is personal.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct User {
    /// `userName`: the kit account.
    pub user_name: String,
    /// `name` of the person.
    pub name: String,
    /// `orgCode` of the department.
    pub org_code: String,
    /// `role`.
    pub role: Role,
    /// `enable`: whether the account may log in.
    pub enable: bool,
    /// `position`.
    pub position: Option<String>,
    /// `employeeCode`.
    pub employee_code: Option<String>,
    /// `employeeType`: 1 regular, 2 intern, 3 dispatched, 4 outsourced. A number in V2, a text
    /// inside `extension` in V1.
    pub employee_type: Option<u8>,
    /// `mobile`, only with the buyer's consent.
    pub mobile: Option<String>,
    /// `email`, only with the buyer's consent.
    pub email: Option<String>,
    /// `workPlace`; inside `extension` in V1.
    pub work_place: Option<String>,
    /// `entryDate`; inside `extension` in V1.
    pub entry_date: Option<String>,
}

impl User {
    pub(super) fn read(object: &Object) -> Result<User, RequestError> {
        let extension = match object.get("extension") {
            Some(Value::Object(extension)) => extension,
            _ => object,
        };
        let role = given(object, "role")?;
        Ok(User {
            user_name: given(object, "userName")?,
            name: given(object, "name")?,
            org_code: given(object, "orgCode")?,
            role: Role::from_text(&role).ok_or(RequestError::Malformed {
                parameter: "role",
                value: role,
            })?,
            enable: enabled(object)?,
            position: object.text("position")?,
            employee_code: object.text("employeeCode")?,
            employee_type: employee_type(extension)?,
            mobile: object.text("mobile")?,
            email: object.text("email")?,
            work_place: extension.text("workPlace")?,
            entry_date: extension.text("entryDate")?,
        })
    }

    pub(super) fn write(&self, api: Api) -> Object {
        let mut object = Object::new();
        put(&mut object, "userName", &self.user_name);
        put(&mut object, "name", &self.name);
        put(&mut object, "orgCode", &self.org_code);
        put(&mut object, "role", self.role.as_str());
        let enable = if self.enable { "true" } else { "false" };
        put(&mut object, "enable", enable);
        put_some(&mut object, "position", self.position.as_deref());
        put_some(&mut object, "employeeCode", self.employee_code.as_deref());
        put_some(&mut object, "mobile", self.mobile.as_deref());
        put_some(&mut object, "email", self.email.as_deref());
        let further = self.further(api);
        match api {
            Api::V1 if further.is_empty() => {}
            Api::V1 => {
                object.insert("extension".to_owned(), Value::Object(further));
            }
            Api::V2 => Source::extend(&mut object, &further),
        }
        object
    }

    /// What V1 keeps in `extension`.
    fn further(&self, api: Api) -> Object {
        let mut object = Object::new();
        if let Some(number) = self.employee_type {
            let value = match api {
                Api::V1 => Value::from(number.to_string()),
                Api::V2 => Value::from(number),
            };
            object.insert("employeeType".to_owned(), value);
        }
        put_some(&mut object, "workPlace", self.work_place.as_deref());
        put_some(&mut object, "entryDate", self.entry_date.as_deref());
        object
    }
}

impl fmt::Debug for User {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("User")
            .field("user_name", &self.user_name)
            .field("role", &self.role)
            .field("enable", &self.enable)
            .finish_non_exhaustive()
    }
}

fn enabled(object: &Object) -> Result<bool, RequestError> {
    let value = given(object, "enable")?;
    value.parse().map_err(|_| RequestError::Malformed {
        parameter: "enable",
        value,
    })
}

fn employee_type(object: &Object) -> Result<Option<u8>, RequestError> {
    let number = |value: String| {
        value.parse().map_err(|_| RequestError::Malformed {
            parameter: "employeeType",
            value,
        })
    };
    object.text("employeeType")?.map(number).transpose()
}
