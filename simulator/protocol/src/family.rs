//! The families of products, which call the same scenes by names of their own.

use serde::{Deserialize, Serialize};

use crate::activity::Activity;
use crate::api::Api;

/// The member that names an instance.
pub const INSTANCE_ID: &str = "instanceId";
/// The member that names a licence code.
pub const LICENSE: &str = "license";

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
    /// A licence that is opened online: V2's life of an instance without queries, whose users apply
    /// for licences that the seller uploads [licence §2].
    OnlineLicence,
    /// A licence with an authorisation code: the marketplace makes the code, so that no purchase is
    /// called, and V2's other calls are about it [licence §3].
    LicenceCode,
}

impl Family {
    /// Every family.
    pub const ALL: [Family; 4] = [
        Family::Saas,
        Family::OldLicence,
        Family::OnlineLicence,
        Family::LicenceCode,
    ];

    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Family::Saas => "saas",
            Family::OldLicence => "old-licence",
            Family::OnlineLicence => "online-licence",
            Family::LicenceCode => "licence-code",
        }
    }

    /// The family of that name; case counts.
    pub fn from_name(name: &str) -> Option<Family> {
        Family::ALL.into_iter().find(|known| known.name() == name)
    }

    /// Whether it is the family that a derived default stands for; such a value is not written.
    pub fn is_saas(&self) -> bool {
        *self == Family::Saas
    }

    /// The one version that it is written in; SaaS products have several.
    pub fn api(self) -> Option<Api> {
        match self {
            Family::Saas => None,
            Family::OldLicence => Some(Api::V1),
            Family::OnlineLicence | Family::LicenceCode => Some(Api::V2),
        }
    }

    /// The value of `activity` for a scene of this family in that version; `None` where there is no
    /// such scene.
    pub fn name_of(self, api: Api, activity: Activity) -> Option<&'static str> {
        if self.api().is_some_and(|own| own != api) {
            return None;
        }
        match (self, activity) {
            (Family::OldLicence, Activity::NewInstance) => Some("getLicense"),
            (Family::OldLicence, Activity::RefreshInstance) => Some("refreshLicense"),
            (Family::OldLicence, Activity::ExpireInstance) => Some("expireLicense"),
            (Family::OldLicence, Activity::ReleaseInstance) => Some("releaseLicense"),
            (Family::Saas, _)
            | (
                Family::OnlineLicence,
                Activity::NewInstance
                | Activity::RefreshInstance
                | Activity::InstanceStatus
                | Activity::ReleaseInstance,
            ) => activity.name_in(api),
            (Family::OnlineLicence, Activity::GetLicenseAsync) => Some(activity.name()),
            (Family::LicenceCode, Activity::RefreshInstance) => Some("refreshLicenseCode"),
            (Family::LicenceCode, Activity::InstanceStatus) => Some("updateLicenseCodeStatus"),
            (Family::LicenceCode, Activity::ReleaseInstance) => Some("releaseLicenseCode"),
            (Family::OldLicence | Family::OnlineLicence | Family::LicenceCode, _) => None,
        }
    }

    /// The member by which calls name what they are about: the instance, or the licence code.
    pub fn subject_member(self) -> &'static str {
        match self {
            Family::LicenceCode => LICENSE,
            Family::Saas | Family::OldLicence | Family::OnlineLicence => INSTANCE_ID,
        }
    }

    /// Whether the marketplace makes what is bought itself, so that no purchase is called.
    pub fn is_made_by_the_marketplace(self) -> bool {
        self == Family::LicenceCode
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

    /// The family and the scene that a call of that version is of, by its `activity`: SaaS, where
    /// others have the name too.
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
        for (family, api) in Family::ALL
            .into_iter()
            .flat_map(|family| Api::ALL.map(|api| (family, api)))
        {
            for scene in family.scenes(api) {
                let name = family.name_of(api, scene).unwrap();
                let shared = Family::Saas.name_of(api, scene) == Some(name);
                let first = if shared { Family::Saas } else { family };
                assert_eq!(Family::called(api, name), Some((first, scene)));
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

    #[test]
    fn a_licence_opened_online_is_applied_for_and_never_asked_about() {
        let names: Vec<_> = Family::OnlineLicence
            .scenes(Api::V2)
            .filter_map(|scene| Family::OnlineLicence.name_of(Api::V2, scene))
            .collect();
        let life = [
            "newInstance",
            "refreshInstance",
            "releaseInstance",
            "updateInstanceStatus",
            "getLicenseAsync",
        ];
        assert_eq!(names, life);
        assert_eq!(Family::OnlineLicence.scenes(Api::V1).count(), 0);
    }

    #[test]
    fn a_licence_code_is_never_bought_of_the_seller() {
        let names: Vec<_> = Family::LicenceCode
            .scenes(Api::V2)
            .filter_map(|scene| Family::LicenceCode.name_of(Api::V2, scene))
            .collect();
        let life = [
            "refreshLicenseCode",
            "releaseLicenseCode",
            "updateLicenseCodeStatus",
        ];
        assert_eq!(names, life);
        assert_eq!(Family::LicenceCode.subject_member(), "license");
    }
}
