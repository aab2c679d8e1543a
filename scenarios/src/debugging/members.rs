//! The members without which the debug step says "the response does not contain ..." [v1 §8].

use galleria_protocol::Activity;
use serde_json::{Map, Value};

use crate::profile::{Profile, Row};

/// The first member that an answer to a scene lacks, by its name; a text that is empty lacks too.
pub(super) fn missing(
    profile: &Profile,
    scene: &str,
    answer: &Map<String, Value>,
) -> Option<&'static str> {
    if scene == profile.called(Activity::NewInstance) {
        of_purchase(profile, scene, answer)
    } else if scene == profile.called(Activity::QueryInstance) {
        list(answer.get("info")).iter().find_map(of_instance)
    } else {
        None
    }
}

fn of_purchase(
    profile: &Profile,
    scene: &str,
    answer: &Map<String, Value>,
) -> Option<&'static str> {
    let demanded = |name| profile.member(scene, name).is_some_and(Row::is_demanded);
    if demanded("instanceId") && is_absent(answer.get("instanceId")) {
        return Some("instanceId");
    }
    let app = answer.get("appInfo");
    let address = app.and_then(|app| app.get("frontEndUrl"));
    (demanded("appInfo") && is_absent(address)).then_some("frontEndUrl")
}

fn of_instance(instance: &Value) -> Option<&'static str> {
    if is_absent(instance.get("instanceId")) {
        return Some("instanceId");
    }
    let figures = list(instance.get("usageInfo")).iter();
    figures
        .flat_map(|figure| ["usageValue", "statisticalTime"].map(|name| (name, figure.get(name))))
        .find_map(|(name, value)| is_absent(value).then_some(name))
}

fn is_absent(value: Option<&Value>) -> bool {
    value.is_none_or(|value| value.is_null() || value.as_str() == Some(""))
}

fn list(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile;
    use serde_json::json;

    fn lacks(scene: &str, answer: &Value) -> Option<&'static str> {
        let book = profile::find("cn-v1").unwrap();
        missing(&book, scene, answer.as_object().unwrap())
    }

    #[test]
    fn a_purchase_needs_its_id_and_its_address() {
        let whole = json!({"instanceId": "i", "appInfo": {"frontEndUrl": "https://a.example"}});
        assert_eq!(lacks("newInstance", &whole), None);
        assert_eq!(
            lacks("newInstance", &json!({"instanceId": ""})),
            Some("instanceId")
        );
        assert_eq!(
            lacks("newInstance", &json!({"instanceId": "i"})),
            Some("frontEndUrl")
        );
    }

    #[test]
    fn a_figure_needs_its_value_and_its_time() {
        let usage = |figure: Value| json!({"info": [{"instanceId": "i", "usageInfo": [figure]}]});
        let whole = json!({"usageValue": 0, "statisticalTime": "20200727073711903"});
        assert_eq!(lacks("queryInstance", &usage(whole)), None);
        let untimed = json!({"usageValue": 0});
        assert_eq!(
            lacks("queryInstance", &usage(untimed)),
            Some("statisticalTime")
        );
        assert_eq!(lacks("queryInstance", &json!({"info": []})), None);
    }

    #[test]
    fn other_scenes_need_nothing_more() {
        assert_eq!(lacks("releaseInstance", &json!({})), None);
    }
}
