//! Randomness of the system, for what nobody may guess.

/// A seed for ids that need to differ from those of every other run.
pub(crate) fn seed() -> Result<u64, String> {
    let bytes = bytes().map_err(|error| error.to_string())?;
    Ok(u64::from_le_bytes(bytes))
}

/// A seed of six digits, as `check` draws one.
pub(crate) fn short_seed() -> Result<u64, String> {
    Ok(seed()? % 1_000_000)
}

#[expect(
    clippy::disallowed_methods,
    reason = "sessions and keys must not be guessed, so no seed may lead to them"
)]
pub(crate) fn bytes<const COUNT: usize>() -> Result<[u8; COUNT], getrandom::Error> {
    let mut bytes = [0; COUNT];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}
