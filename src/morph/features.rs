//! The features of Universal Dependencies that a reading and its ending say.

use std::collections::BTreeMap;

use super::ending::{Case, Ending, Mood};
use super::tag::{Slot, Tag, Upos};

/// What a tag and an ending say.
pub fn features(tag: &Tag, ending: Ending) -> BTreeMap<&'static str, &'static str> {
    let mut out = BTreeMap::new();
    let mut set = |name, value: Option<&'static str>| {
        if let Some(value) = value {
            out.insert(name, value);
        }
    };
    set("Gender", [(b'M', "Masc"), (b'F', "Fem")].iter().find(|(b, _)| *b == tag.gender).map(|(_, v)| *v));
    set("Number", [(b'S', "Sing"), (b'D', "Dual"), (b'P', "Plur")].iter().find(|(b, _)| *b == tag.number).map(|(_, v)| *v));
    set("Person", ["1", "2", "3"].get((tag.person as usize).wrapping_sub(1)).copied());
    if tag.verbal() {
        set("Aspect", ["Perf", "Imp"].get(usize::from(tag.aspect) - 1).copied());
        set("Voice", Some(if tag.passive { "Pass" } else { "Act" }));
        set("VerbForm", Some("Fin"));
        let mood = match (tag.aspect, tag.slot, ending) {
            (3, ..) => Some("Imp"),
            (2, _, Ending::Mood(Mood::Jussive)) => Some("Jus"),
            (2, _, Ending::Mood(Mood::Subjunctive)) => Some("Sub"),
            (1..=2, ..) => Some("Ind"),
            _ => None,
        };
        set("Mood", mood);
    }
    if let Ending::Case { case, tanwin } = ending {
        set(
            "Case",
            Some(match case {
                Case::Nominative => "Nom",
                Case::Accusative => "Acc",
                Case::Genitive => "Gen",
            }),
        );
        if tag.nominal() {
            let bound = tag.pronoun != 0 || tag.construct || !tanwin;
            set(
                "Definite",
                Some(if tag.definite() {
                    "Def"
                } else if bound && tag.upos != Upos::Propn {
                    "Cons"
                } else {
                    "Ind"
                }),
            );
        }
    } else if tag.nominal() && tag.slot != Slot::Fixed {
        set("Definite", Some(if tag.definite() { "Def" } else { "Ind" }));
    }
    out
}

/// Features of the table of function words, as static strings.
pub fn known_feature(name: &str, value: &str) -> Option<(&'static str, &'static str)> {
    const KNOWN: &[(&str, &[&str])] = &[
        ("AdpType", &["Prep"]),
        ("Aspect", &["Perf", "Imp"]),
        ("Case", &["Nom", "Acc", "Gen"]),
        ("Definite", &["Def", "Ind", "Cons"]),
        ("Gender", &["Masc", "Fem"]),
        ("Mood", &["Ind", "Sub", "Jus", "Imp"]),
        ("Number", &["Sing", "Dual", "Plur"]),
        ("Person", &["1", "2", "3"]),
        ("Polarity", &["Neg"]),
        ("PronType", &["Dem", "Rel", "Int", "Prs", "Ind", "Neg", "Tot"]),
        ("VerbForm", &["Fin"]),
        ("Voice", &["Act", "Pass"]),
    ];
    let (name, values) = KNOWN.iter().find(|(known, _)| *known == name)?;
    values.iter().find(|known| **known == value).map(|value| (*name, *value))
}
