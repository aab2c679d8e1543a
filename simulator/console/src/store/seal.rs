//! Encryption of what must not stand in the console's file: AES-256-GCM under a key in a file beside it,
//! so that a copy of the database alone tells nothing.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

use aes_gcm::aead::{Aead as _, KeyInit as _, Payload};
use aes_gcm::{Aes256Gcm, Key, Nonce};

use super::StoreError;
use crate::random;

const KEY_LEN: usize = 32;
const NONCE_LEN: usize = 12;

/// A text that only the key beside the file opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sealed(pub(super) Vec<u8>);

/// Seals and opens.
pub(crate) struct Seal(Aes256Gcm);

impl std::fmt::Debug for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seal")
    }
}

impl Seal {
    /// The seal whose key is beside a file; a new one where there is none.
    pub(super) fn beside(file: &Path) -> Result<Self, StoreError> {
        let path = file.with_extension("key");
        let key = key(&path).map_err(|reason| StoreError::Key { path, reason })?;
        Ok(Self(Aes256Gcm::new(&Key::<Aes256Gcm>::from(key))))
    }

    /// Seals a text; `about` must be the same when it is opened, so that it cannot be put elsewhere.
    pub(crate) fn seal(&self, text: &str, about: &str) -> Result<Sealed, StoreError> {
        let nonce: [u8; NONCE_LEN] = random::bytes().map_err(|_| StoreError::Unsealable)?;
        let payload = Payload {
            msg: text.as_bytes(),
            aad: about.as_bytes(),
        };
        let sealed = self.0.encrypt(&Nonce::from(nonce), payload);
        let sealed = sealed.map_err(|_| StoreError::Unsealable)?;
        Ok(Sealed([&nonce[..], &sealed].concat()))
    }

    /// Opens what was sealed.
    pub(crate) fn open(&self, sealed: &Sealed, about: &str) -> Result<String, StoreError> {
        let (nonce, text) = sealed
            .0
            .split_first_chunk::<NONCE_LEN>()
            .ok_or(StoreError::Unsealable)?;
        let payload = Payload {
            msg: text,
            aad: about.as_bytes(),
        };
        let opened = self.0.decrypt(&Nonce::from(*nonce), payload);
        let opened = opened.map_err(|_| StoreError::Unsealable)?;
        String::from_utf8(opened).map_err(|_| StoreError::Unsealable)
    }
}

fn key(path: &PathBuf) -> Result<[u8; KEY_LEN], String> {
    let made: [u8; KEY_LEN] = random::bytes().map_err(|error| error.to_string())?;
    match only_for_its_owner(path) {
        Ok(mut file) => {
            let written = file
                .write_all(hex::encode(made).as_bytes())
                .and_then(|()| file.sync_all());
            written.map_err(|error| format!("cannot be written: {error}"))?;
            Ok(made)
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => read(path),
        Err(error) => Err(format!("cannot be written: {error}")),
    }
}

fn only_for_its_owner(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn read(path: &PathBuf) -> Result<[u8; KEY_LEN], String> {
    let mut text = String::new();
    let read = File::open(path).and_then(|file| file.take(1024).read_to_string(&mut text));
    read.map_err(|error| format!("cannot be read: {error}"))?;
    let bytes = hex::decode(text.trim())
        .ok()
        .and_then(|bytes| bytes.try_into().ok());
    bytes.ok_or_else(|| {
        "is no key of the console: name another --file, or move this file away (the access keys must then be entered again)".to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_is_opened_by_the_same_key_for_the_same_thing_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("one.db");
        let seal = Seal::beside(&file).unwrap();
        let sealed = seal.seal("obviously-fake-key", "mine").unwrap();
        assert!(!sealed.0.windows(5).any(|bytes| bytes == b"fake-"));
        assert_ne!(sealed, seal.seal("obviously-fake-key", "mine").unwrap());
        let again = Seal::beside(&file).unwrap();
        assert_eq!(again.open(&sealed, "mine").unwrap(), "obviously-fake-key");
        assert!(again.open(&sealed, "another").is_err());
        let other = Seal::beside(&folder.path().join("other.db")).unwrap();
        assert!(other.open(&sealed, "mine").is_err());
        assert!(seal.open(&Sealed(vec![1, 2]), "mine").is_err());
    }

    #[cfg(unix)]
    #[test]
    fn the_key_is_for_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        Seal::beside(&folder.path().join("one.db")).unwrap();
        let mode = folder
            .path()
            .join("one.key")
            .metadata()
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o077, 0);
    }

    #[test]
    fn a_file_that_is_no_key_is_told_and_kept() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("one.key"), "something else").unwrap();
        let told = Seal::beside(&folder.path().join("one.db"))
            .unwrap_err()
            .to_string();
        assert!(told.contains("is no key of the console"), "{told}");
        assert_eq!(
            std::fs::read_to_string(folder.path().join("one.key")).unwrap(),
            "something else"
        );
    }
}
