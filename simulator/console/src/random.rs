//! Randomness of the system, for what nobody may guess.

#[expect(
    clippy::disallowed_methods,
    reason = "sessions and keys must not be guessed, so no seed may lead to them"
)]
pub(crate) fn bytes<const COUNT: usize>() -> Result<[u8; COUNT], getrandom::Error> {
    let mut bytes = [0; COUNT];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}
