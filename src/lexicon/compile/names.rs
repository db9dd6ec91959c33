//! The project's own table of names.

use super::nominal::{self, Plural};
use super::supplement::{add_variants, vocalised};
use super::{CompileError, Form, Lexeme};
use crate::data;
use crate::lexicon::PartOfSpeech;

/// The lexemes of `names.tsv`, and the nisbas of its places.
pub fn lexemes() -> Result<Vec<Lexeme>, CompileError> {
    let mut out = Vec::new();
    for [name, kind, gender, article, nisba, variants, gloss] in data::columns::<7>(data::NAMES) {
        let text = vocalised(name);
        let feminine = gender == "f";
        let category = if article == "-" { "Nprop" } else { "N0" };
        let mut forms = match text.strip_suffix(b"ap") {
            Some(stem) => vec![Form::new(stem, "Nap")],
            None => vec![Form::new(text.clone(), category)],
        };
        // Arabic men's names decline: سعيدا, محمدا.
        if kind == "given" && !feminine && triptote(&text) {
            forms.push(Form::new(text.clone(), "N0F"));
        }
        for form in &mut forms {
            form.pos = PartOfSpeech::Proper;
            form.feminine = feminine;
        }
        add_variants(&mut forms, variants, &text);
        out.push(Lexeme { root: Vec::new(), lemma: text, gloss: gloss.to_string(), forms });
        if nisba != "-" {
            let lemma = vocalised(nisba);
            let forms = nominal::stems(&lemma, &[Plural::Masculine], true);
            out.push(Lexeme { root: Vec::new(), lemma, gloss: format!("of {gloss}"), forms });
        }
    }
    Ok(out)
}

/// Whether a man's name takes tanwin: it ends in a consonant, and not in ان.
fn triptote(text: &[u8]) -> bool {
    !text.ends_with(b"An") && !text.last().is_none_or(|b| matches!(b, b'A' | b'Y' | b'w' | b'y' | b'\'' | b'a' | b'u' | b'i'))
}
