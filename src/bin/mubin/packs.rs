//! Where the language packs lie.

use std::path::{Path, PathBuf};

use mubin::Packs;

use crate::run::note;
use crate::shared::{Running, Where};

/// What is said when there are none.
pub const MISSING: &str =
    "no language packs found, so words are not explained; `./build.sh build` makes them, --packs or MUBIN_PACKS says where they are";

impl Where {
    /// Opens the packs of the folder, or of the first place that has any.
    ///
    /// # Errors
    /// The message of the pack that is damaged or of another version; of a folder that has none.
    pub fn open(&self) -> Result<Packs, String> {
        let places = self.packs.as_ref().map_or_else(places, |folder| vec![folder.clone()]);
        for place in &places {
            let packs = Packs::open(place).map_err(|(path, error)| format!("{}: {error}", path.display()))?;
            if packs.explains() {
                return Ok(packs);
            }
        }
        match &self.packs {
            Some(folder) => Err(format!("{}: no language packs in this folder", folder.display())),
            None => Ok(Packs::new()),
        }
    }

    /// The same, with a note where there are none.
    ///
    /// # Errors
    /// As [`Where::open`].
    pub fn open_or_note(&self, running: &Running) -> Result<Packs, String> {
        let packs = self.open()?;
        if !packs.explains() {
            note(running, MISSING);
        }
        Ok(packs)
    }
}

/// `MUBIN_PACKS`, `packs` beside the program, `share/mubin` beside its folder, the build folder of the tree that it was built in.
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
