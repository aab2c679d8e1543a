//! The terms of a site: what its rule book says of how calls are written.
//!
//! Scenes and parameters are names here: which of them there are is the book's business.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use galleria_protocol::family::INSTANCE_ID;
use galleria_protocol::{Activity, Family, Params};

/// The text that stands for JSON's null among the members of a call: no member has it.
pub const NULL: &str = "\0";

/// The unit in which V2's calls tell Unix time [v2 §2].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TimeUnit {
    /// As the examples have it.
    #[default]
    Milliseconds,
    /// As some pages say.
    Seconds,
}

impl TimeUnit {
    /// A moment in that unit.
    pub(super) fn write(self, moment: DateTime<Utc>) -> String {
        match self {
            Self::Milliseconds => moment.timestamp_millis().to_string(),
            Self::Seconds => moment.timestamp().to_string(),
        }
    }
}

/// The parameter that tells a test from a real call [v1 §5].
const TEST_FLAG: &str = "testFlag";

/// How the calls of a site are written. Empty terms leave every call as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// What is sold: it has names of its own for the scenes.
    pub family: Family,
    /// The scenes that the site has, by name.
    pub scenes: BTreeMap<String, SceneTerms>,
    /// The unit of the time that calls tell; V1 has none.
    pub unit: TimeUnit,
}

/// How the calls of one scene are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SceneTerms {
    /// The parameters that the site knows, each with its longest value in characters where a page
    /// tells it.
    pub parameters: BTreeMap<String, Option<usize>>,
    /// The `testFlag` of a real call, where it carries one.
    pub real_flag: Option<String>,
}

impl Terms {
    /// Whether the site has that parameter in that scene.
    pub fn knows(&self, scene: &str, parameter: &str) -> bool {
        let scene = self.scenes.get(scene);
        scene.is_none_or(|scene| scene.parameters.contains_key(parameter))
    }

    /// The longest value of a parameter, in characters; for an integer, its digits. `None` where no
    /// page tells it.
    pub fn longest(&self, scene: &str, parameter: &str) -> Option<usize> {
        *self.scenes.get(scene)?.parameters.get(parameter)?
    }

    /// The name by which the family calls a scene.
    fn called<'a>(&self, scene: &'a str) -> &'a str {
        let own = Activity::from_name(scene).filter(|_| !self.family.is_saas());
        own.zip(self.family.api())
            .and_then(|(activity, api)| self.family.name_of(api, activity))
            .unwrap_or(scene)
    }

    /// Writes a call as the site does: under the family's name of its scene, without parameters that
    /// the site does not have, and with the flag of its real calls.
    pub(super) fn write(&self, scene: &str, test: bool, params: &Params) -> Params {
        let scene = self.called(scene);
        let subject = self.family.subject_member();
        let known = params
            .iter()
            .map(|(name, value)| (if name == INSTANCE_ID { subject } else { name }, value))
            .filter(|(name, _)| self.knows(scene, name))
            .map(|(name, value)| (name.to_owned(), value.to_owned()));
        let mut written: Params = known.collect();
        if !self.family.is_saas() {
            written.set("activity", scene);
        }
        let flag = self.scenes.get(scene).and_then(|s| s.real_flag.as_ref());
        if let Some(flag) = flag.filter(|_| !test) {
            written.set(TEST_FLAG, flag);
        }
        written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms() -> Terms {
        let parameters = [("orderId", Some(64)), (TEST_FLAG, Some(2))];
        let parameters = parameters.map(|(name, max)| (name.to_owned(), max));
        let scene = SceneTerms {
            parameters: parameters.into_iter().collect(),
            real_flag: Some("0".to_owned()),
        };
        Terms {
            scenes: [("upgrade".to_owned(), scene)].into(),
            ..Terms::default()
        }
    }

    fn call() -> Params {
        let pairs = [("orderId", "o"), ("provisionType", "1")];
        let own = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        pairs.into_iter().map(own).collect()
    }

    #[test]
    fn a_call_carries_what_the_site_has_and_its_flag() {
        let written = terms().write("upgrade", false, &call());
        assert_eq!(written.to_query(), "orderId=o&testFlag=0");
    }

    #[test]
    fn a_test_keeps_its_own_flag() {
        let mut test = call();
        test.push(TEST_FLAG, "1");
        let written = terms().write("upgrade", true, &test);
        assert_eq!(written.to_query(), "orderId=o&testFlag=1");
    }

    #[test]
    fn a_scene_without_terms_is_left_as_it_is() {
        assert_eq!(terms().write("newInstance", false, &call()), call());
        assert_eq!(Terms::default().write("upgrade", false, &call()), call());
    }

    #[test]
    fn lengths_are_told_where_there_are_some() {
        assert_eq!(terms().longest("upgrade", "orderId"), Some(64));
        assert_eq!(terms().longest("upgrade", "amount"), None);
    }
}
