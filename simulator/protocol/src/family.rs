//! The families of products, which call the same scenes by names of their own.

use serde::{Deserialize, Serialize};

use crate::activity::Activity;
use crate::api::Api;

/// What is sold: it decides by which names the scenes are called, and what answers them.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// A SaaS product: the scenes have the names of the access guides [v1 §5, v2 §4].
    #[default]
    Saas,
    /// A licence of the older guide: the life of an instance, written as V1's, whose purchase is
    /// answered with the text of a licence [licence §1].
    OldLicence,
}

impl Family {
    /// Every family.
    pub const ALL: [Family; 2] = [Family::Saas, Family::OldLicence];

    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Family::Saas => "saas",
            Family::OldLicence => "old-licence",
        }
    }

    /// Whether it is the family that a derived default stands for; such a value is not written.
    pub fn is_saas(&self) -> bool {
        *self == Family::Saas
    }

    /// The value of `activity` for a scene of this family in that version; `None` where there is no
    /// such scene.
    pub fn name_of(self, api: Api, activity: Activity) -> Option<&'static str> {
        match (self, activity) {
            (Family::Saas, _) => activity.name_in(api),
            (Family::OldLicence, Activity::NewInstance) => Some("getLicense"),
            (Family::OldLicence, Activity::RefreshInstance) => Some("refreshLicense"),
            (Family::OldLicence, Activity::ExpireInstance) => Some("expireLicense"),
            (Family::OldLicence, Activity::ReleaseInstance) => Some("releaseLicense"),
            (Family::OldLicence, _) => None,
        }
    }

    /// The scene of that name in this family and version; case counts.
    pub fn scene(self, api: Api, name: &str) -> Option<Activity> {
        let mut scenes = self.scenes(api);
        scenes.find(|known| self.name_of(api, *known) == Some(name))
    }

    /// The scenes of this family in that version.
    pub fn scenes(self, api: Api) -> impl Iterator<Item = Activity> {
        let known = move |activity: &Activity| self.name_of(api, *activity).is_some();
        Activity::ALL.into_iter().filter(known)
    }

    /// The family and the scene that a call of that version is of, by its `activity`.
    pub fn called(api: Api, name: &str) -> Option<(Family, Activity)> {
        let mut families = Family::ALL.into_iter();
        families.find_map(|family| Some((family, family.scene(api, name)?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_every_family_lead_back_to_family_and_scene() {
        for family in Family::ALL {
            for scene in family.scenes(Api::V1) {
                let name = family.name_of(Api::V1, scene).unwrap();
                assert_eq!(Family::called(Api::V1, name), Some((family, scene)));
                assert_eq!(Activity::from_name(name), Some(scene));
            }
        }
    }

    #[test]
    fn a_licence_has_the_scenes_of_its_life_and_no_others() {
        let names: Vec<_> = Family::OldLicence
            .scenes(Api::V1)
            .filter_map(|scene| Family::OldLicence.name_of(Api::V1, scene))
            .collect();
        let life = [
            "getLicense",
            "refreshLicense",
            "expireLicense",
            "releaseLicense",
        ];
        assert_eq!(names, life);
        assert_eq!(Family::called(Api::V1, "GetLicense"), None);
    }
}
