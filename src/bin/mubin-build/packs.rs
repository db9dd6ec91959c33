//! The packs, made from their sources.

use std::error::Error;
use std::fs;
use std::path::Path;

use mubin::Packs;
use mubin::content::names::NameModel;
use mubin::lexicon::compile::{self, Dictionaries};
use mubin::lexicon::{Kind, Lexicon};

/// Opens a folder of packs.
pub fn open(packs: &Path) -> Result<Packs, String> {
    Packs::open(packs).map_err(|(path, error)| format!("{}: {error}", path.display()))
}

/// All packs but the model, into a folder.
pub fn all(dictionaries: &Path, words: &Path, places: [&Path; 2], names: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let made = compile::lexicon(&Dictionaries::open(dictionaries)?)?;
    let lexicon = Lexicon::read(made.lexicon.clone())?;
    let words = compile::words(&fs::read(words)?)?;
    let frequency = compile::frequency(&lexicon, &words)?;
    let [cities, territories] = places;
    let places = compile::places(&fs::read(cities)?, &fs::read(territories)?)?;
    let names = self::names(names)?;
    fs::create_dir_all(out)?;
    for (kind, bytes) in [
        (Kind::Lexicon, made.lexicon),
        (Kind::Glosses, made.glosses),
        (Kind::Frequency, frequency),
        (Kind::Places, places),
        (Kind::Names, names),
    ] {
        fs::write(out.join(format!("{}.pack", kind.name())), bytes)?;
    }
    Ok(())
}

/// What the names pack says of itself.
pub const NAMES_NOTICE: &str = "Section 2, weights of mubin's recogniser of names, trained by `mubin-build train-names` on the training part of ANERcorp (Y. Benajiba;\n\
    the CAMeL Lab release; CC BY-SA 4.0) and on the texts in src/data/annotated (the project's own). Licence of the weights: Creative Commons\n\
    Attribution-ShareAlike 4.0. Section 3, known names: the project's own tables, MIT or Apache-2.0.\n";

/// The names pack, of its weights and the tables of names.
pub fn names(weights: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    Ok(NameModel::read(fs::read(weights)?)?.write(NAMES_NOTICE, &compile::known_names()))
}
