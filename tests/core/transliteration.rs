//! Transliteration: worked words by every scheme, whole sentences, and the way back.
//!
//! `golden/transliteration` is written by hand from the rules of each standard, never from what the program prints.

use mubin::Options;
use mubin::writing::transliteration::{Scheme, Shape, Style, to_arabic, transliterate, transliterate_word};

const SOUNDS: &str = include_str!("../golden/transliteration/sounds.tsv");
const LETTERS: &str = include_str!("../golden/transliteration/letters.tsv");

fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

/// The word without the signs of its make, and the make.
fn word(parted: &str, make: &str) -> (String, Option<Shape>) {
    let letters = |part: &str| part.chars().filter(|c| ('\u{621}'..='\u{64A}').contains(c)).collect::<String>();
    let parts: Vec<&str> = parted.split('+').collect();
    let mut shape = Shape { verb: make == "verb", proper: make == "name", ..Shape::default() };
    shape.case = matches!(make, "noun" | "construct" | "name" | "defective" | "adverb");
    shape.construct = make == "construct";
    shape.tanwin = matches!(make, "defective" | "adverb");
    let article = parts.iter().position(|part| *part == "∅" || letters(part) == "ال" || letters(part) == "ل" && shape.case && *part != "لِ");
    shape.article = article.map(|at| letters(parts[at]).chars().count() as u8);
    shape.proclitics = match article {
        Some(at) => at as u8,
        None => parts.iter().take(parts.len() - 1).take_while(|part| letters(part).chars().count() == 1).count() as u8,
    };
    let before_pronoun = usize::from(shape.proclitics) + usize::from(article.is_some()) + 1;
    shape.pronoun = parts.len() > before_pronoun || make == "particle" && parts.len() == 2;
    shape.case &= !(shape.pronoun || make == "adverb" && article.is_some());
    (parts.concat().replace('∅', ""), (make != "-").then_some(shape))
}

#[test]
fn worked_words_by_sound() {
    let mut wrong = Vec::new();
    for row in rows(SOUNDS) {
        let (vowelled, shape) = word(row[0], row[1]);
        for (scheme, expected) in [Scheme::Iso233, Scheme::AlaLc, Scheme::Din31635, Scheme::Ipa].into_iter().zip(&row[2..]) {
            let got = transliterate_word(&vowelled, shape.as_ref(), scheme, Style { capitals: true, ..Style::default() });
            if got != *expected {
                wrong.push(format!("{} {}: {got} for {expected}", row[0], scheme.name()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(rows(SOUNDS).count() >= 60);
}

#[test]
fn worked_texts_by_letter() {
    assert!(rows(LETTERS).count() >= 60);
    for row in rows(LETTERS) {
        for (scheme, expected) in [Scheme::Buckwalter, Scheme::SafeBuckwalter, Scheme::Hsb].into_iter().zip(&row[1..]) {
            assert_eq!(transliterate_word(row[0], None, scheme, Style::default()), *expected, "{}", scheme.name());
            assert_eq!(to_arabic(expected, scheme).unwrap(), row[0], "{}", scheme.name());
        }
    }
    assert_eq!(to_arabic("kitāb", Scheme::AlaLc), None);
}

/// What a sentence becomes by its analysis: clitics, names, endings, and what words leave to each other.
#[test]
fn sentences_by_sound() {
    let Some(packs) = crate::packs::packs() else { return };
    let write = |text: &str, scheme, capitals| {
        let analysis = mubin::analyze_with(packs, text, &Options::default()).unwrap();
        transliterate(text, &analysis, scheme, Style { endings: None, capitals })
    };
    let text = "قال الرئيس الأمريكي باراك أوباما إن الشمس والقمر في مدرسة المعلمين، وللأولاد كتابهم؛ عام ٢٠١٥ (FBI).";
    assert_eq!(
        write(text, Scheme::AlaLc, true),
        "qāla al-raʼīs al-amrīkī Bārāk Ūbāmā inna al-shams wa-al-qamar fī madrasat al-muʻallimīn, wa-lil-awlād kitābuhum; ʻām 2015 (FBI)."
    );
    assert_eq!(
        write(text, Scheme::Din31635, false),
        "qāla r-raʾīs al-amrīkī bārāk ūbāmā inna š-šams wa-l-qamar fī madrasat al-muʿallimīn, wa-li-l-awlād kitābuhum; ʿām 2015 (FBI)."
    );
    assert_eq!(write("ذهبت إلى المدينة الكبيرة.", Scheme::Ipa, false), "ðahabat ʔila lmadiːnati lkabiːrati.");
    assert_eq!(write("التقى الوزير قاضيا من بغداد", Scheme::AlaLc, true), "iltaqá al-wazīr qāḍī min Baghdād");
    assert_eq!(write("وصل 12 كتابا و860 مخطوطا", Scheme::AlaLc, false), "waṣala 12 kitāb wa-860 makhṭūṭ");
    assert_eq!(write("زار عبد الله بن عمرو القاهرة", Scheme::AlaLc, true), "zāra ʻAbd Allāh ibn ʻAmr al-Qāhirah");
}
