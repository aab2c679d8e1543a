//! The JSON Schema of the report.

use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;

use super::document::Document;

/// The JSON Schema (draft 2020-12) of `report.json`, with a line end behind it.
///
/// # Panics
/// Never: a schema is a JSON value, and its keys are text.
pub fn schema() -> String {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let schema = SchemaGenerator::new(settings).into_root_schema_for::<Document>();
    let text = serde_json::to_string_pretty(&schema);
    text.expect("a schema is a JSON value with text for keys") + "\n"
}
