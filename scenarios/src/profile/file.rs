//! A rule book as it is written.
//!
//! The doc lines here are what `galleria schema profile` tells of each key.

use std::collections::BTreeMap;

use galleria_marketplace::market::Billing;
use galleria_protocol::{Api, Family};
use indexmap::IndexMap;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde::Deserialize;
use toml::Spanned;

use super::signing::{KeyForm, TimeForm};
use super::table_file::{CodesFile, CommonFile, ObjectFile, SceneFile};
use crate::rule::Force;
use crate::schema::published;

/// The version of the form of rule books; see the book for when it goes up.
const FORMAT_VERSION: u32 = 1;

/// A text of which errors tell the place.
pub(super) type Placed = Spanned<String>;

/// A rule book of galleria: what one site of the marketplace asks for and answers.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "galleria profile")]
pub(super) struct ProfileFile {
    /// What it is, for people.
    pub(super) title: String,
    /// The protocol: v1 or v2.
    #[schemars(with = "String", extend("enum" = ["v1", "v2"]))]
    pub(super) api: Api,
    /// What is sold: saas, old-licence for the licences that are called with getLicense,
    /// online-licence for those that are called with getLicenseAsync, or licence-code for those
    /// whose codes the marketplace makes.
    #[serde(default)]
    #[schemars(with = "String", extend("enum" = Family::ALL.map(Family::name)))]
    pub(super) family: Family,
    /// The vendor's site, such as mainland.
    pub(super) site: String,
    /// The date of the newest page that it follows, yyyy-mm-dd.
    #[schemars(with = "String")]
    pub(super) pages: Placed,
    /// For whom it counts.
    pub(super) about: String,
    /// The rules that weigh otherwise here than elsewhere, by id.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, ForceFile>")]
    pub(super) forces: IndexMap<Placed, ForceFile>,
    /// Times.
    pub(super) limits: LimitsFile,
    /// The scenes that a product needs, by billing mode: period, one-time, on-demand, package.
    #[schemars(with = "BTreeMap<String, ScenesFile>")]
    pub(super) billing: BTreeMap<Billing, ScenesFile>,
    /// How a call says whether it is a test.
    pub(super) test_flag: TestFlagFile,
    /// The key that calls and answers are signed with.
    pub(super) key: KeyFile,
    /// When a call was made.
    pub(super) timestamp: TimestampFile,
    /// Whether answers are signed.
    pub(super) answers: AnswersFile,
    /// What orderAmount says; left out where calls have none.
    pub(super) amounts: Option<AmountsFile>,
    /// The rows of every scene that has none of that name.
    pub(super) common: CommonFile,
    /// The scenes, by the value of `activity`.
    #[schemars(with = "BTreeMap<String, SceneFile>")]
    pub(super) scene: IndexMap<Placed, SceneFile>,
    /// The objects that types of the answers' rows name.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, ObjectFile>")]
    pub(super) object: IndexMap<String, ObjectFile>,
    /// The result codes.
    pub(super) codes: CodesFile,
    /// Where the pages disagree, and what is taken.
    #[serde(default)]
    pub(super) contradiction: Vec<ContradictionFile>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ForceFile {
    /// How much the rule's fault costs here: must, should or observed.
    #[schemars(with = "String")]
    pub(super) force: Force,
    /// Why it is not what it is elsewhere.
    pub(super) why: String,
    /// The paragraph of the digest.
    pub(super) source: String,
    /// The date of the page, yyyy-mm-dd, or `undated`.
    #[schemars(with = "String")]
    pub(super) page: Placed,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LimitsFile {
    /// The longest that a call may take.
    pub(super) answer: LimitFile,
    /// From when on an answer is called slow.
    pub(super) slow: LimitFile,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LimitFile {
    /// A time such as 20s or 500ms.
    #[schemars(with = "String")]
    pub(super) time: Placed,
    /// The paragraph of the digest.
    pub(super) source: String,
    /// The date of the page, yyyy-mm-dd, or `undated`.
    #[schemars(with = "String")]
    pub(super) page: Placed,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ScenesFile {
    /// The scenes that a product must have.
    #[schemars(with = "Vec<String>")]
    pub(super) required: Vec<Placed>,
    /// The scenes that it may have.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub(super) optional: Vec<Placed>,
    /// The paragraph of the digest.
    pub(super) source: String,
    /// The date of the page, yyyy-mm-dd, or `undated`.
    #[schemars(with = "String")]
    pub(super) page: Placed,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct TestFlagFile {
    /// The value in calls of the debug step and the dial test.
    pub(super) debug: String,
    /// The forms of a real call: a value, or `absent`.
    pub(super) real: Vec<String>,
    /// The scenes whose real calls are played with a zero.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub(super) zero_in: Vec<Placed>,
    /// What else is to be known.
    pub(super) note: Option<String>,
    /// The paragraph of the digest.
    pub(super) source: String,
    /// The date of the page, yyyy-mm-dd, or `undated`.
    #[schemars(with = "String")]
    pub(super) page: Placed,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct KeyFile {
    /// How the console shows it: plain, or base64 where it has to be decoded before it is used.
    pub(super) shown: KeyForm,
    /// What else is to be known.
    pub(super) note: Option<String>,
    /// The paragraph of the digest.
    pub(super) source: String,
    /// The date of the page, yyyy-mm-dd, or `undated`.
    #[schemars(with = "String")]
    pub(super) page: Placed,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TimestampFile {
    /// How it is written: digits (yyyyMMddHHmmssSSS, V1), or as Unix time in ms or s (V2).
    #[schemars(with = "TimeForm")]
    pub(super) form: Spanned<TimeForm>,
    /// How far it may be from now, such as 60s; left out where no page says.
    #[schemars(with = "Option<String>")]
    pub(super) fresh: Option<Placed>,
    /// What else is to be known.
    pub(super) note: Option<String>,
    /// The paragraph of the digest.
    pub(super) source: String,
    /// The date of the page, yyyy-mm-dd, or `undated`.
    #[schemars(with = "String")]
    pub(super) page: Placed,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AnswersFile {
    /// Whether they must be signed.
    pub(super) signed: bool,
    /// What else is to be known.
    pub(super) note: Option<String>,
    /// The paragraph of the digest.
    pub(super) source: String,
    /// The date of the page, yyyy-mm-dd, or `undated`.
    #[schemars(with = "String")]
    pub(super) page: Placed,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AmountsFile {
    /// The currency, as ISO 4217 writes it.
    pub(super) currency: String,
    /// How many decimals there are at most.
    pub(super) decimals: u8,
    /// The scenes in which the amount may be negative.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub(super) negative: Vec<Placed>,
    /// The paragraph of the digest.
    pub(super) source: String,
    /// The date of the page, yyyy-mm-dd, or `undated`.
    #[schemars(with = "String")]
    pub(super) page: Placed,
}

/// A point on which the pages disagree.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ContradictionFile {
    /// Its name in kebab case.
    pub(super) id: String,
    /// What it is about.
    pub(super) point: String,
    /// What the pages say.
    pub(super) versions: Vec<String>,
    /// What this book takes.
    pub(super) taken: String,
    /// Why.
    pub(super) why: String,
    /// The rules that judge by what is taken; where there are none, no seller fails for it.
    #[serde(default)]
    pub(super) rules: Vec<String>,
    /// The paragraph of the digest.
    pub(super) source: String,
}

/// The JSON Schema (draft 2020-12) of a rule book, with a line end behind it.
pub fn schema() -> String {
    let settings = SchemaSettings::draft2020_12().for_deserialize();
    let schema = SchemaGenerator::new(settings).into_root_schema_for::<ProfileFile>();
    published("profile", FORMAT_VERSION, &schema)
}
