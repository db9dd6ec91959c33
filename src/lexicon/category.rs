//! What the name of a stem category says.
//!
//! The categories are those of Buckwalter's dictionaries, where they decide which affixes a stem takes; the tables of
//! the pack hold that. Here only the part is read that says what kind of word the stem is.

/// What kind of word a stem makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StemKind {
    /// Nouns, adjectives, names.
    Nominal,
    /// Perfect verbs.
    Perfect,
    /// Imperfect verbs.
    Imperfect,
    /// Imperatives.
    Imperative,
}

/// A stem category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Category {
    /// What kind of word it makes.
    pub kind: StemKind,
    /// A passive verb.
    pub passive: bool,
    /// A verb without object.
    pub intransitive: bool,
    /// A proper noun that takes no ending of any kind.
    pub proper: bool,
    /// A diptote: no tanwin, genitive in fatha.
    pub diptote: bool,
    /// Never carries a case ending (ends in a long vowel, or in one that the category hides).
    pub invariable: bool,
    /// A noun whose stem is the form before ة.
    pub feminine: bool,
    /// A defective noun in its form with tanwin (قاضٍ).
    pub defective: bool,
    /// An accusative used as adverb.
    pub adverbial: bool,
    /// Takes the endings of adjectives: ة, and often the sound plurals.
    pub adjectival: bool,
    /// Before a suffix only.
    pub bound: bool,
}

impl Category {
    /// Reads a name such as `IV_C_Pass_yu`.
    pub fn parse(name: &str) -> Category {
        let kind = match name.get(..2) {
            Some("PV") => StemKind::Perfect,
            Some("IV") => StemKind::Imperfect,
            Some("CV") => StemKind::Imperative,
            _ => StemKind::Nominal,
        };
        let base = name.trim_end_matches("_L");
        let nominal = kind == StemKind::Nominal;
        Category {
            kind,
            passive: name.contains("Pass"),
            intransitive: name.contains("_intr"),
            proper: base == "Nprop",
            diptote: matches!(base, "Ndip" | "Nel"),
            invariable: nominal && matches!(base, "Nprop" | "N0" | "N0_Nh" | "N0_Nhy" | "N0F" | "N0F_Nh"),
            feminine: matches!(base, "Nap" | "NapAt" | "Napdu"),
            defective: base == "NK",
            adverbial: base == "NF",
            adjectival: matches!(base, "Nall" | "N-ap" | "N/ap" | "Nel"),
            bound: matches!(base, "Nh" | "Nhy" | "NAn_Nayn" | "Nayn" | "NAt" | "Nuwn_Niyn" | "Nh_Nuwn" | "Nh_Niyn" | "N-|" | "N-|t"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_a_stem_is() {
        let c = Category::parse("IV_C_intr_yu");
        assert_eq!((c.kind, c.passive, c.intransitive), (StemKind::Imperfect, false, true));
        assert!(Category::parse("IV_0_Pass_yu").passive && Category::parse("Ndip_L").diptote && Category::parse("NapAt").feminine);
        assert_eq!(Category::parse("N").kind, StemKind::Nominal);
    }
}
