//! The known answers in `vectors/v1.json`, every one of them: values from the vendor's documents,
//! from OpenJDK, and from an independent program.

mod body_sign;
mod cipher;
mod extend_params;
pub(crate) mod file;
mod token;
