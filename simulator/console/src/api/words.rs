//! The members of calls that are one of a few words.

use galleria_scenarios::Billing;
use galleria_scenarios::life_cycle::Scene;
use galleria_scenarios::run::Membership;
use serde_json::{Value, json};
use utoipa::openapi::schema::{Object, ObjectBuilder, SchemaType, Type};

/// How a product is billed.
pub(crate) fn billing() -> Object {
    words(&Billing::ALL.map(Billing::name))
}

/// The same, where it may be left out.
pub(crate) fn billing_or_none() -> Object {
    words_or_none(&Billing::ALL.map(Billing::name))
}

/// What may happen to a purchase.
pub(crate) fn scene() -> Object {
    words(&Scene::ALL.map(Scene::name))
}

/// What a customer may do with the application that was bought.
pub(crate) fn membership() -> Object {
    words(&Membership::ALL.map(Membership::name))
}

/// How it is delivered; may be left out.
pub(crate) fn way_or_none() -> Object {
    words_or_none(&["once", "again", "lost", "at-once"])
}

/// How what fails is made again; may be left out.
pub(crate) fn retries_or_none() -> Object {
    words_or_none(&["never", "compressed", "real-time"])
}

fn words(known: &[&str]) -> Object {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(known.iter().copied()))
        .build()
}

fn words_or_none(known: &[&str]) -> Object {
    let values = known.iter().map(|word| json!(word)).chain([Value::Null]);
    ObjectBuilder::new()
        .schema_type(SchemaType::from_iter([Type::String, Type::Null]))
        .enum_values(Some(values))
        .build()
}

#[cfg(test)]
mod tests {
    use galleria_scenarios::life_cycle::Way;
    use galleria_scenarios::run::Retries;
    use serde::de::DeserializeOwned;

    use super::*;

    fn are_read<T: DeserializeOwned>(schema: &Object) {
        let words = schema.enum_values.as_ref().unwrap();
        for word in words.iter().filter(|word| !word.is_null()) {
            assert!(serde_json::from_value::<T>(word.clone()).is_ok(), "{word}");
        }
    }

    #[test]
    fn the_words_are_those_that_are_read() {
        are_read::<Scene>(&scene());
        are_read::<Membership>(&membership());
        are_read::<Way>(&way_or_none());
        are_read::<Retries>(&retries_or_none());
    }
}
