//! The body of an answer.

use serde_json::{Map, Value};

use super::member::{Member, put, take};
use super::{AppInfo, InstanceInfo};
use crate::code;

/// The body of an answer to any scene [v1 §5, v2 §4].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// Six digits: see [`code`]. Empty where an answer that was read tells none.
    pub result_code: String,
    /// Text for people. Optional by the tables, but the debug step looks for it.
    pub result_msg: Option<String>,
    /// V1 alone: how credentials are encrypted, see [`EncryptType`](crate::cipher::EncryptType).
    pub encrypt_type: Option<String>,
    /// The instance that was made: newInstance alone.
    pub instance_id: Option<String>,
    /// Licences alone: the text of what was bought, with getLicense [licence §1.2].
    pub license: Option<String>,
    /// V1 alone: where the instance is and how to log in, with newInstance.
    pub app_info: Option<AppInfo>,
    /// The instances asked for: queryInstance alone.
    pub info: Option<Vec<InstanceInfo>>,
    /// Members that the tables do not know, or that have another type than there.
    pub other: Map<String, Value>,
}

impl Answer {
    /// `000000` with a message, for the caller to add to.
    pub fn success() -> Answer {
        Answer::refusal(code::SUCCESS, "success.")
    }

    /// A code with its message.
    pub fn refusal(code: impl Into<String>, message: impl Into<String>) -> Answer {
        Answer {
            result_code: code.into(),
            result_msg: Some(message.into()),
            ..Answer::default()
        }
    }

    /// Whether the code is `000000`.
    pub fn is_success(&self) -> bool {
        self.result_code == code::SUCCESS
    }

    /// Reads an answer.
    pub fn from_json(mut object: Map<String, Value>) -> Answer {
        Answer {
            result_code: take(&mut object, "resultCode").unwrap_or_default(),
            result_msg: take(&mut object, "resultMsg"),
            encrypt_type: take(&mut object, "encryptType"),
            instance_id: take(&mut object, "instanceId"),
            license: take(&mut object, "license"),
            app_info: take(&mut object, "appInfo"),
            info: take(&mut object, "info"),
            other: object,
        }
    }

    /// The answer as an object, in the order of the tables, [`other`](Self::other) behind it. An
    /// empty code is left out.
    pub fn to_json(&self) -> Map<String, Value> {
        let mut object = Map::new();
        if !self.result_code.is_empty() {
            object.insert("resultCode".to_owned(), self.result_code.write());
        }
        put(&mut object, "resultMsg", self.result_msg.as_ref());
        put(&mut object, "encryptType", self.encrypt_type.as_ref());
        put(&mut object, "instanceId", self.instance_id.as_ref());
        put(&mut object, "license", self.license.as_ref());
        put(&mut object, "appInfo", self.app_info.as_ref());
        put(&mut object, "info", self.info.as_ref());
        object.extend(self.other.clone());
        object
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(value: Value) -> Answer {
        let Value::Object(object) = value else {
            panic!("an answer is an object")
        };
        Answer::from_json(object)
    }

    #[test]
    fn answer_to_a_purchase_is_read_and_written_in_order() {
        let json = json!({
            "resultCode": "000000",
            "resultMsg": "success.",
            "encryptType": "1",
            "instanceId": "i",
            "appInfo": {
                "frontEndUrl": "https://www.isvserver.com",
                "adminUrl": "https://www.isvserver.com/admin",
                "userName": "u",
                "password": "p",
                "memo": "中文",
                "region": "further",
            },
            "further": [1, 2.5],
        });
        let answer = read(json.clone());
        let app = answer.app_info.as_ref().unwrap();
        assert_eq!(
            app.admin_url.as_deref(),
            Some("https://www.isvserver.com/admin")
        );
        assert_eq!(app.other["region"], "further");
        assert_eq!(
            Value::Object(answer.to_json()).to_string(),
            json.to_string()
        );
    }

    #[test]
    fn answer_to_a_query_is_read_and_written_in_order() {
        let json = json!({
            "resultCode": "000000",
            "info": [{
                "instanceId": "i",
                "appInfo": { "frontEndUrl": "https://a" },
                "usageInfo": [{
                    "relatedInstanceId": "r",
                    "usageValue": 12.5,
                    "statisticalTime": "20200727073711903",
                    "dashboardUrl": "https://b",
                }],
            }],
        });
        let answer = read(json.clone());
        let usage = &answer.info.as_ref().unwrap()[0]
            .usage_info
            .as_ref()
            .unwrap()[0];
        assert_eq!(usage.usage_value, Some(12.5));
        assert_eq!(
            Value::Object(answer.to_json()).to_string(),
            json.to_string()
        );
    }

    #[test]
    fn members_of_another_type_are_kept_as_they_are() {
        let json = json!({
            "resultCode": 0,
            "instanceId": null,
            "appInfo": "text",
            "info": [{ "usageInfo": {} }, 1],
        });
        let answer = read(json.clone());
        assert_eq!(answer.result_code, "");
        assert_eq!(
            (&answer.instance_id, &answer.app_info, &answer.info),
            (&None, &None, &None)
        );
        assert_eq!(Value::Object(answer.to_json()), json);
    }

    #[test]
    fn success_and_refusal_carry_code_and_message() {
        let success = Value::Object(Answer::success().to_json()).to_string();
        assert_eq!(success, r#"{"resultCode":"000000","resultMsg":"success."}"#);
        let refusal = Answer::refusal(code::UNKNOWN_INSTANCE, "no such instance");
        assert!(Answer::success().is_success() && !refusal.is_success());
        assert_eq!(refusal.result_msg.as_deref(), Some("no such instance"));
    }
}
