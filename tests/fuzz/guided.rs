//! What every guided target shares: the functions that are run, and the language packs.

#![allow(dead_code)] // each target has a part of it

#[path = "targets/mod.rs"]
pub mod targets;

use std::path::Path;
use std::sync::LazyLock;

/// Where the build lays the packs.
pub fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/packs"))
}

/// The packs; none of them where they were not built.
pub static PACKS: LazyLock<mubin::Packs> = LazyLock::new(|| mubin::Packs::open(folder()).unwrap_or_default());
