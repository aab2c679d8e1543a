//! Makes the folders of the catalog, the messages and the profiles their own index, so that a new file is all
//! that a new scenario, message or profile takes.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    for folder in ["catalog", "messages", "profiles"] {
        println!("cargo::rerun-if-changed={folder}");
        fs::write(out.join(format!("{folder}.rs")), index(&root.join(folder))?)?;
    }
    Ok(())
}

/// A slice of (file name without its ending, text), sorted by name.
fn index(folder: &Path) -> io::Result<String> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|e| e.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    let rows = files.iter().map(|path| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        format!(
            "    ({name:?}, include_str!({:?})),\n",
            path.display().to_string()
        )
    });
    Ok(format!("&[\n{}]\n", rows.collect::<Vec<_>>().concat()))
}
