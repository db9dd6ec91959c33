//! Where the language packs lie.

use std::path::{Path, PathBuf};

use mubin::Packs;

/// What is said when there are none.
pub const MISSING: &str =
    "no language packs found, so words are not explained; `./build.sh build` makes them, --packs or MUBIN_PACKS says where they are";

/// Opens the packs of `folder`, or of the first place that has any: `MUBIN_PACKS`, `packs` beside the program, `share/mubin` beside its folder,
/// the build folder of the tree that it was built in.
pub fn open(folder: Option<&Path>) -> Result<Packs, String> {
    let places: Vec<PathBuf> = match folder {
        Some(folder) => vec![folder.to_path_buf()],
        None => places(),
    };
    for place in &places {
        let packs = Packs::open(place).map_err(|(path, error)| format!("{}: {error}", path.display()))?;
        if packs.explains() {
            return Ok(packs);
        }
    }
    match folder {
        Some(folder) => Err(format!("{}: no language packs in this folder", folder.display())),
        None => Ok(Packs::new()),
    }
}

fn places() -> Vec<PathBuf> {
    let mut out: Vec<PathBuf> = std::env::var_os("MUBIN_PACKS").map(PathBuf::from).into_iter().collect();
    let program = std::env::current_exe().and_then(|path| path.canonicalize()).ok();
    if let Some(folder) = program.as_deref().and_then(Path::parent) {
        out.push(folder.join("packs"));
        out.push(folder.join("../packs"));
        out.push(folder.join("../share/mubin"));
    }
    out.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("target/packs"));
    out
}
