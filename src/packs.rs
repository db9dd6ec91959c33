//! The language packs an analysis may use.
//!
//! Each is optional: without the lexicon there is no morphology, without the others it is poorer, and the result says which
//! layers are missing. Packs are given as bytes, so that the caller decides where they come from.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::content::names::NameModel;
use crate::lexicon::{Glosses, Kind, LemmaCounts, Lexicon, PackError, Places};
use crate::tagger::Model;

/// Loaded packs.
#[derive(Debug, Default)]
pub struct Packs {
    /// Stems, affixes, function words.
    pub lexicon: Option<Lexicon>,
    /// English glosses.
    pub glosses: Option<Glosses>,
    /// Frequencies of lemmas.
    pub frequency: Option<LemmaCounts>,
    /// Weights.
    pub models: Option<Model>,
    /// Weights of the recogniser of names, and known names.
    pub names: Option<NameModel>,
    /// Places of the world.
    pub places: Option<Places>,
    edition: u64,
}

/// Sets of packs are numbered as they come into being, so that what was worked out with one is never taken for another's.
static EDITIONS: AtomicU64 = AtomicU64::new(1);

impl Packs {
    /// No packs.
    pub fn new() -> Packs {
        Packs::default()
    }

    /// Adds a pack, replacing one of its kind. Packs that count the lexicon's lemmas come after the lexicon; a new lexicon drops those
    /// of another one.
    ///
    /// # Errors
    /// [`PackError`]; what was loaded before stays.
    pub fn add(&mut self, kind: Kind, bytes: Vec<u8>) -> Result<(), PackError> {
        match kind {
            Kind::Lexicon => {
                self.lexicon = Some(Lexicon::read(bytes)?);
                (self.glosses, self.frequency) = (None, None);
            }
            Kind::Glosses => self.glosses = Some(Glosses::read(bytes, self.lexicon.as_ref().ok_or(PackError::OtherLexicon)?)?),
            Kind::Frequency => self.frequency = Some(LemmaCounts::read(bytes, self.lexicon.as_ref().ok_or(PackError::OtherLexicon)?)?),
            Kind::Models => self.models = Some(Model::read(bytes)?),
            Kind::Names => self.names = Some(NameModel::read(bytes)?),
            Kind::Places => self.places = Some(Places::read(bytes)?),
        }
        self.edition = EDITIONS.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    /// Reads the packs of a folder, `lexicon.pack` and so on; those that are not there are left out.
    ///
    /// # Errors
    /// The path of the first file that is there and is no pack of this version, and what is wrong with it.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn open(folder: &std::path::Path) -> Result<Packs, (std::path::PathBuf, PackError)> {
        let mut packs = Packs::new();
        for kind in Kind::ALL {
            let path = folder.join(format!("{}.pack", kind.name()));
            if let Ok(bytes) = std::fs::read(&path) {
                packs.add(kind, bytes).map_err(|error| (path, error))?;
            }
        }
        Ok(packs)
    }

    /// A number that no other set of packs has; that of none is 0.
    pub(crate) fn edition(&self) -> u64 {
        self.edition
    }

    /// Whether words can be explained.
    pub fn explains(&self) -> bool {
        self.lexicon.is_some() && self.models.is_some()
    }
}
