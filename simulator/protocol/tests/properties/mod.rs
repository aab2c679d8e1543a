//! What holds for every key, parameter and body: the crate agrees with a second implementation,
//! takes back what it wrote, notices what was changed, and survives any input.

mod agreement;
mod any;
mod calls;
mod change;
mod round_trip;
mod survival;
mod survival_v2;
