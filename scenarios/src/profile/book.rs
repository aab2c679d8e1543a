//! One rule book as rules and runs read it.

use std::collections::BTreeMap;

use galleria_marketplace::market::Billing;
use galleria_protocol::{Activity, Api, Family};
use indexmap::IndexMap;
use serde::Serialize;

use super::code::Code;
use super::contradiction::Contradiction;
use super::scene::{Need, Object, Scene, Scenes};
use super::signing::{ShownKey, SignedAnswers, Timestamp};
use super::table::Row;
use super::usage::{Amounts, ForceHere, TestFlag, TimeLimits};
use crate::rule::{Force, Rule};

/// The parameter that says whether a call is a test.
const TEST_FLAG: &str = "testFlag";

/// One rule book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Profile {
    /// Its name in flags, such as `cn-v1`; the name of its file.
    pub id: String,
    /// What it is, for people.
    pub title: String,
    /// The file as it is written, where it is one of the user's own.
    #[serde(skip)]
    pub own: Option<String>,
    /// The protocol.
    pub api: Api,
    /// What is sold by it.
    #[serde(skip_serializing_if = "Family::is_saas")]
    pub family: Family,
    /// The vendor's site.
    pub site: String,
    /// The date of the newest of the vendor's pages that it follows.
    pub pages: String,
    /// For whom it counts.
    pub about: String,
    /// The rules that cost more or less under this rule book than elsewhere, by id.
    pub forces: IndexMap<String, ForceHere>,
    /// Times.
    pub limits: TimeLimits,
    /// The scenes by billing mode; a mode that is absent is not sold under this rule book.
    pub billing: BTreeMap<Billing, Scenes>,
    /// How calls say whether they are tests.
    pub test_flag: TestFlag,
    /// The key that calls and answers are signed with.
    pub key: ShownKey,
    /// When a call was made.
    pub timestamp: Timestamp,
    /// Whether answers are signed.
    pub answers: SignedAnswers,
    /// What `orderAmount` says; absent where calls have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amounts: Option<Amounts>,
    /// The parameters of every scene that has no row of its own for them.
    pub common_request: Vec<Row>,
    /// The members of every answer, whatever the scene.
    pub common_answer: Vec<Row>,
    /// The scenes by name.
    pub scenes: IndexMap<String, Scene>,
    /// The objects of the answers by name.
    pub objects: IndexMap<String, Object>,
    /// The result codes.
    pub codes: Vec<Code>,
    /// Where the pages disagree.
    pub contradictions: Vec<Contradiction>,
}

impl Profile {
    /// Whether a product of that billing mode must have the scene, may have it, or never gets it.
    pub fn need(&self, billing: Billing, activity: Activity) -> Need {
        let called = self.called(activity);
        let among = |names: &[String]| names.iter().any(|name| name == called);
        match self.billing.get(&billing) {
            Some(scenes) if among(&scenes.required) => Need::Required,
            Some(scenes) if among(&scenes.optional) => Need::Optional,
            _ => Need::Never,
        }
    }

    /// The value of `activity` by which this book calls a scene: that of the scene which stands for
    /// it, where the version has none.
    pub fn called(&self, activity: Activity) -> &'static str {
        let played = self.family.name_of(self.api, activity.played_in(self.api));
        played.unwrap_or(activity.name())
    }

    /// The scenes that what is sold by this book has.
    pub fn activities(&self) -> impl Iterator<Item = Activity> + use<> {
        self.family.scenes(self.api)
    }

    /// Whether calls can say that they are tests: the pages know the flag. One scene's table may lack it.
    pub fn has_tests(&self) -> bool {
        let mut rows = self.scenes.values().flat_map(|scene| &scene.request);
        rows.any(|row| row.name == TEST_FLAG)
    }

    /// How much a rule's fault costs under this rule book.
    pub fn force_of(&self, rule: &Rule) -> Force {
        let here = self.forces.get(rule.id);
        here.map_or(rule.force, |here| here.force)
    }

    /// The members of an answer to a scene; those of every answer where there is no such scene.
    pub fn answer(&self, scene: &str) -> &[Row] {
        let scene = self.scenes.get(scene);
        scene.map_or(&self.common_answer, |scene| &scene.answer)
    }

    /// The parameters of a scene.
    pub fn request(&self, scene: &str) -> &[Row] {
        self.scenes.get(scene).map_or(&[], |scene| &scene.request)
    }

    /// The members of an object of the answers.
    pub fn members(&self, object: &str) -> &[Row] {
        let object = self.objects.get(object);
        object.map_or(&[], |object| &object.members)
    }

    /// The row of a member of an answer.
    pub fn member(&self, scene: &str, name: &str) -> Option<&Row> {
        self.answer(scene).iter().find(|row| row.name == name)
    }

    /// A result code of this book.
    pub fn code(&self, code: &str) -> Option<&Code> {
        self.codes.iter().find(|known| known.code == code)
    }
}
