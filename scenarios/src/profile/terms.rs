//! What a book means for the calls that the marketplace makes.

use galleria_marketplace::market::{SceneTerms, Terms};

use super::book::Profile;
use super::scene::Scene;

impl Profile {
    /// The terms on which the marketplace's calls are written.
    pub fn terms(&self) -> Terms {
        let scenes = self.scenes.iter();
        let scenes = scenes.map(|(name, scene)| (name.clone(), self.scene_terms(name, scene)));
        Terms {
            family: self.family,
            scenes: scenes.collect(),
            unit: self.timestamp.form.unit(),
        }
    }

    fn scene_terms(&self, name: &str, scene: &Scene) -> SceneTerms {
        let lengths = scene.request.iter().map(|row| (row.name.clone(), row.max));
        let zero = self.test_flag.zero_in.iter().any(|other| other == name);
        SceneTerms {
            parameters: lengths.collect(),
            real_flag: zero.then(|| "0".to_owned()),
        }
    }
}
