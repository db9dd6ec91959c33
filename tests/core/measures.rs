//! The measures of a text: its variety and the level of its words on texts written for this, the figures of a text counted by hand, and what
//! holds where the packs are missing.

use std::fs;
use std::path::Path;

use mubin::report::document;
use mubin::report::model::Document;
use mubin::text::offsets::Unit;
use mubin::{Options, Packs, analyze_with};

use crate::packs::packs;

fn read(packs: &Packs, text: &str) -> Document {
    let analysis = analyze_with(packs, text, &Options::default()).unwrap();
    document(packs, text, &analysis, Unit::Utf8)
}

/// The texts of a file: what stands behind `##`, and the text under it.
fn texts(name: &str) -> Vec<(String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/measures").join(name);
    let source = fs::read_to_string(path).unwrap();
    let parts = source.split("\n## ").skip(1).filter_map(|part| part.split_once('\n'));
    parts.map(|(head, text)| (head.trim().to_string(), text.trim().to_string())).collect()
}

/// How many texts of a file are of the variety it says, with and without the lexicon, and what is wrong.
fn varieties(name: &str) -> (usize, usize, Vec<String>) {
    let (mut all, mut right, mut wrong) = (0, 0, Vec::new());
    for (expected, text) in texts(name) {
        let language = read(&Packs::new(), &text).language;
        all += 1;
        if language.variety == Some(expected.as_str()) {
            right += 1;
        } else {
            let signs: Vec<&str> = language.signs.iter().map(|s| &text[s.start as usize..s.end as usize]).collect();
            wrong.push(format!("{expected} read as {:?}: {signs:?} in {}", language.variety, text.chars().take(50).collect::<String>()));
        }
    }
    (all, right, wrong)
}

#[test]
fn varieties_are_told() {
    let (all, right, wrong) = varieties("varieties.txt");
    assert!(right * 100 >= all * 95, "{right} of {all}:\n{}", wrong.join("\n"));
}

#[test]
fn varieties_of_texts_the_table_was_not_made_for_are_told() {
    let (all, right, wrong) = varieties("varieties-unseen.txt");
    eprintln!("unseen varieties: {right} of {all}\n{}", wrong.join("\n"));
    assert!(right * 100 >= all * 90, "{right} of {all}:\n{}", wrong.join("\n"));
    let standard = wrong.iter().filter(|w| w.starts_with("msa")).count();
    assert_eq!(standard, 0, "the standard language is no dialect:\n{}", wrong.join("\n"));
}

#[test]
fn quoted_dialect_is_listed_and_does_not_count() {
    let text = "قال الشاهد إن الحريق بدأ ليلا: «ما كنت عارف شو بدي اعمل». وأضاف أن الجيران هم الذين أخمدوه قبل أن تصل فرق الإطفاء.";
    let language = read(&Packs::new(), text).language;
    assert_eq!(language.variety, Some("msa"));
    let sign = &language.signs[0];
    assert_eq!((&text[sign.start as usize..sign.end as usize], sign.variety, sign.quoted), ("شو بدي", "levantine", true));
}

#[test]
fn signs_have_their_meaning_and_variety() {
    let text = "عايز أروح البيت دلوقتي عشان تعبان";
    let language = read(&Packs::new(), text).language;
    assert_eq!(language.variety, Some("egyptian"));
    let said: Vec<_> = language.signs.iter().map(|s| (&text[s.start as usize..s.end as usize], s.variety, s.means)).collect();
    assert_eq!(said[0], ("عايز", "egyptian", Some("يريد")));
    assert_eq!(said[1], ("دلوقتي", "egyptian", Some("الآن")));
}

#[test]
fn what_is_no_arabic_has_no_variety() {
    for text in ["The council met on Monday to vote.", "این کتاب را پیش از این خوانده بودم و چند گفتگو دیگر هم با پژوهشگران گرفتیم", "بيت"]
    {
        assert_eq!(read(&Packs::new(), text).language.variety, None, "{text}");
    }
}

#[test]
fn scripts_share_letters_and_digits() {
    let scripts = read(&Packs::new(), "باب ABC 12 да").language.scripts;
    assert_eq!((scripts.arabic, scripts.latin, scripts.digits, scripts.other), (0.3, 0.3, 0.2, 0.2));
    let empty = read(&Packs::new(), "!!!").language.scripts;
    assert_eq!((empty.arabic, empty.latin, empty.digits, empty.other), (0.0, 0.0, 0.0, 0.0));
}

#[test]
fn figures_of_a_small_text_by_hand() {
    let figures = read(&Packs::new(), "ذهب الولد إلى البيت. ذهب الرجل إلى السوق في المساء.").statistics.unwrap();
    assert_eq!((figures.words, figures.types, figures.sentences), (10, 8, 2));
    // Ten words in two sentences; letters 3+5+3+5 + 3+5+3+5+2+6.
    assert_eq!((figures.sentence_length, figures.word_length), (Some(5.0), Some(4.0)));
    // ذهب and إلى come twice; إلى, إلى, في are function words.
    assert_eq!((figures.hapax_share, figures.function_share), (Some(0.75), Some(0.3)));
    // Ten words at 180 and at 138 a minute.
    assert_eq!((figures.reading_seconds, figures.speaking_seconds), (4, 5));
    // Shorter than a window. Forwards the ratio falls to 5/7 at the second إلى, which is one factor of ten words; backwards 8/10 is left at the
    // end, 0.2 of the 0.28 of a factor: 14 words.
    assert_eq!((figures.mattr, figures.mtld), (None, Some(12.0)));
    assert_eq!((figures.lemmas, figures.lemma_mtld, figures.osman, figures.level), (None, None, None, None), "nothing is made up");
}

#[test]
fn osman_is_the_formula_of_its_counts() {
    let Some(packs) = packs() else { return };
    for (_, text) in texts("levels.txt") {
        let figures = read(packs, &text).statistics.unwrap();
        let counts = figures.osman_counts.as_ref().unwrap();
        let words = f64::from(counts.words);
        let load = f64::from(counts.hard + counts.syllables + counts.complex + counts.faseeh) / words;
        let score = 200.791 - 1.015 * words / f64::from(counts.sentences) - 24.181 * load;
        assert!((score - figures.osman.unwrap()).abs() < 0.06, "{score} {figures:?}");
        assert!(counts.faseeh <= counts.complex && counts.complex <= counts.words && counts.hard <= counts.words);
    }
}

#[test]
fn readability_and_level_follow_the_genre() {
    let Some(packs) = packs() else { return };
    let read: Vec<(u8, u8, f64)> = texts("levels.txt")
        .iter()
        .map(|(head, text)| {
            let figures = read(packs, text).statistics.unwrap();
            (head[..1].parse().unwrap(), figures.level.unwrap().step, figures.osman.unwrap())
        })
        .collect();
    assert!(read.iter().all(|(expected, step, _)| expected.abs_diff(*step) <= 1), "{read:?}");
    let exact = read.iter().filter(|(expected, step, _)| expected == step).count();
    assert!(exact * 4 >= read.len() * 3, "{exact} of {}: {read:?}", read.len());
    // Sentences and words for beginners are easier than those of news, and these than those of the laboratory.
    assert!(read[0].2 > read[4].2 && read[4].2 > read[8].2, "{read:?}");
}

#[test]
fn measures_are_those_of_the_content() {
    let Some(packs) = packs() else { return };
    let article = texts("varieties.txt").iter().find(|t| t.0 == "msa").map(|t| t.1.clone()).unwrap();
    let alone = read(packs, &article).statistics.unwrap();
    let page = format!("الرئيسية\nتسجيل الدخول\nاتصل بنا\n{article}\nجميع الحقوق محفوظة\n");
    let within = read(packs, &page).statistics.unwrap();
    assert_eq!((alone.osman_counts, alone.level, alone.mattr), (within.osman_counts, within.level, within.mattr));
}
