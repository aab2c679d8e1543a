//! The toolbox: `galleria sign`, `verify`, `encrypt` and `decrypt`.
//!
//! A command reads what it is given, lets the interface's [`Protocol`](protocol::Protocol) work it
//! out, and prints the [`Working`](working::Working)s. A new interface is its file in `protocol`.

mod decrypt;
mod encrypt;
mod evidence;
mod json;
mod print;
mod protocol;
mod sign;
pub(super) mod source;
mod text;
mod verify;
mod working;

pub(super) use decrypt::decrypt;
pub(super) use encrypt::encrypt;
pub(super) use sign::sign;
pub(super) use verify::verify;
