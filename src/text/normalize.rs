//! Normalisation: a text with chosen differences of writing made equal, and the way back to what was written.
//!
//! Each [`Folds`] names one kind of difference; none implies another, and the order in which they are named does not matter: they are
//! always applied in the order of [`Folds::NAMES`], character by character. Normalising twice changes nothing more. Unlike
//! [`super::fold`], which compares words, the outcome is a text to be kept, indexed or shown.

mod folds;
mod writer;

use super::fold::{Origins, origin};
use super::span::ByteSpan;
pub use folds::Folds;
use writer::Writer;

/// A normalised text with the way back.
#[derive(Debug, Clone)]
pub struct Normalized {
    /// The text.
    pub text: String,
    origins: Origins,
}

impl Normalized {
    /// Normalises `text` and remembers where each character came from.
    pub fn new(text: &str, folds: Folds) -> Self {
        let (text, origins) = Writer::remembering(text, folds).run(text);
        Normalized { text, origins }
    }

    /// The original span behind the normalised bytes `[start, end)`, what was left out between them included; `None` when nothing
    /// is covered.
    pub fn origin(&self, start: usize, end: usize) -> Option<ByteSpan> {
        origin(&self.origins, start, end)
    }
}

/// The normalised text alone.
pub fn normalize(text: &str, folds: Folds) -> String {
    Writer::new(text, folds).run(text).0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by(names: &[&str]) -> Folds {
        names.iter().map(|name| Folds::from_name(name).unwrap()).fold(Folds::NONE, Folds::and)
    }

    #[test]
    fn each_fold_does_its_own() {
        for (name, text, expected) in [
            ("presentation", "\u{FEFB} \u{FDFA}", "لا \u{FDFA}"),
            ("lookalikes", "شرکة", "شركة"),
            ("hidden", "آم\u{200B}ن \u{1F468}\u{200D}\u{1F469}", "آمن \u{1F468}\u{200D}\u{1F469}"),
            ("marks", "كِتَابٌ é", "كتاب é"),
            ("tatweel", "مـــرحبا", "مرحبا"),
            ("alef-hamza", "أإآٱ ؤ ئ ء", "اااا ؤ ئ ء"),
            ("hamza-seats", "مسؤول ئ أ", "مسوول ي أ"),
            ("alef-maqsura", "على", "علي"),
            ("ta-marbuta", "مدرسة", "مدرسه"),
            ("digits-latin", "١٢۳4", "1234"),
            ("digits-arabic", "١٢۳4", "١٢٣٤"),
            ("punctuation-arabic", "نعم, لا; كم? a, b 3,5 كذا,x", "نعم، لا؛ كم؟ a, b 3,5 كذا,x"),
            ("punctuation-latin", "نعم، لا؛ كم؟ ٣٫٥٪", "نعم, لا; كم? ٣.٥%"),
            ("quotes", "«نص» “a” ‘b’", "\"نص\" \"a\" 'b'"),
            ("case", "iPhone ÀB", "iphone àb"),
            ("space", " نص \t نص \r\n\r\n\r\nنص\u{A0}", "نص نص\n\nنص"),
            ("repeats", "جمييييل لله اااه www", "جميل لله اه www"),
        ] {
            assert_eq!(normalize(text, by(&[name])), expected, "{name}");
        }
        let text = "\u{0627}\u{0654} a\r\n";
        assert_eq!(normalize(text, Folds::NONE), text);
        assert_eq!(normalize(text, Folds::CASE), "أ a\r\n");
    }

    #[test]
    fn search_reaches_what_full_folding_does() {
        let text = "الإِدَارَةُ والمستشفى ١٢ iPhone شرکة";
        assert_eq!(normalize(text, Folds::SEARCH), crate::text::fold::fold(text, crate::text::fold::Folding::Full));
    }

    #[test]
    fn the_way_back() {
        let text = "قال  «نَعَــمْ» ١٢";
        let normal = Normalized::new(text, Folds::SEARCH);
        assert_eq!(normal.text, "قال \"نعم\" 12");
        let of = |part: &str| {
            let at = normal.text.find(part).unwrap();
            normal.origin(at, at + part.len()).unwrap().of(text)
        };
        assert_eq!([of("نعم"), of(" "), of("12")], ["نَعَــمْ", "  ", "١٢"]);
        assert_eq!(normal.origin(2, 2), None);
        assert_eq!(normal.text, normalize(text, Folds::SEARCH));
    }

    #[test]
    fn contradictions_are_named() {
        assert_eq!(by(&["digits-latin", "digits-arabic"]).contradiction(), Some(("digits-latin", "digits-arabic")));
        assert_eq!(by(&["search", "punctuation-arabic"]).contradiction(), Some(("punctuation-arabic", "punctuation-latin")));
        assert_eq!(Folds::SEARCH.contradiction().or(Folds::DISPLAY.contradiction()), None);
        assert_eq!(Folds::from_name("x"), None);
    }
}
