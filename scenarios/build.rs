//! Makes the folders of the catalog, the messages, the profiles and the snippets their own index, so
//! that a new file is all that a new scenario, message, profile or snippet takes.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    for folder in ["catalog", "messages", "profiles"] {
        println!("cargo::rerun-if-changed={folder}");
        fs::write(out.join(format!("{folder}.rs")), index(&root.join(folder))?)?;
    }
    println!("cargo::rerun-if-changed=snippets");
    fs::write(out.join("snippets.rs"), topics(&root.join("snippets"))?)?;
    Ok(())
}

/// A slice of (folder name, slice of (file name, text)), sorted by name.
fn topics(folder: &Path) -> io::Result<String> {
    let rows = entries(folder)?.into_iter().map(|topic| {
        let files = entries(&topic)?
            .into_iter()
            .map(|file| row(&file, file.file_name()));
        let files = files.collect::<String>();
        let name = topic.file_name().unwrap_or_default().to_string_lossy();
        Ok(format!("    ({name:?}, &[\n{files}]),\n"))
    });
    Ok(format!("&[\n{}]\n", rows.collect::<io::Result<String>>()?))
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|e| e.path()))
        .collect::<Result<_, _>>()?;
    entries.sort();
    Ok(entries)
}

fn row(path: &Path, name: Option<&OsStr>) -> String {
    let name = name.unwrap_or_default().to_string_lossy();
    let path = path.display().to_string();
    format!("    ({name:?}, include_str!({path:?})),\n")
}

/// A slice of (file name without its ending, text), sorted by name.
fn index(folder: &Path) -> io::Result<String> {
    let mut files = entries(folder)?;
    files.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    let rows = files.iter().map(|path| row(path, path.file_stem()));
    Ok(format!("&[\n{}]\n", rows.collect::<String>()))
}
