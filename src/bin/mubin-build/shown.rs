//! What the engine makes of words, printed for whoever tunes it.

use std::error::Error;
use std::fs;
use std::path::Path;

use mubin::lexicon::Lexicon;
use mubin::morph::{Analyzer, Case, Ending, Mood, Slot, Written, expand};
use mubin::writing::corrections::train as correcting;

use crate::packs::open;

/// What the spellings of each word are weighed at.
pub fn spellings(packs: &Path, file: &Path) -> Result<(), Box<dyn Error>> {
    print!("{}", correcting::explain(&open(packs)?, &fs::read_to_string(file)?)?);
    Ok(())
}

/// Every reading of words.
pub fn readings(packs: &Path, words: &[String]) -> Result<(), Box<dyn Error>> {
    let lexicon = Lexicon::read(fs::read(packs.join("lexicon.pack"))?)?;
    let analyzer = Analyzer::new(&lexicon);
    for word in words {
        let written = Written::new(word);
        println!("{word}");
        for reading in analyzer.readings(&written) {
            let ending = match reading.tag.slot {
                Slot::Case => Ending::Case { case: Case::Nominative, tanwin: true },
                Slot::Mood => Ending::Mood(Mood::Indicative),
                _ => Ending::None,
            };
            let full = expand(&lexicon, &written, &reading, ending);
            let seg: Vec<&str> = full.pieces.iter().map(|p| p.text.as_str()).collect();
            let tags: Vec<&str> = full.pieces.iter().map(|p| p.tag).collect();
            println!(
                "  {} {} {} {} {} root {} pattern {} {:?} spelling {:#b} {:?}",
                full.upos.name(),
                full.lemma,
                full.diacritized,
                seg.join("+"),
                tags.join("+"),
                full.root.as_deref().unwrap_or("-"),
                full.pattern.as_deref().unwrap_or("-"),
                full.features,
                reading.spelling,
                reading.source,
            );
        }
    }
    Ok(())
}
