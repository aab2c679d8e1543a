//! The JSON Schema of the report.

use galleria_scenarios::schema::published;
use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;

use super::FORMAT_VERSION;
use super::document::Document;

/// The JSON Schema (draft 2020-12) of `report.json`, with a line end behind it.
pub fn schema() -> String {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let schema = SchemaGenerator::new(settings).into_root_schema_for::<Document>();
    published("report", FORMAT_VERSION, &schema)
}
