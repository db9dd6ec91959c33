//! Every word explained: accuracy on the project's own ten annotated texts, and what holds for every word.
//!
//! `tests/golden/words`: a text a file, a token a line: word, segmentation, coarse tags, lemma, root, part of speech, vocalised form. Nothing was
//! trained on them. `MUBIN_ERRORS=1` prints what is wrong.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use mubin::morph::Upos;
use mubin::report::words::{segmentation, tags};
use mubin::{Input, Options, analyze_with};
use unicode_normalization::UnicodeNormalization;

use crate::packs::packs;

struct Row {
    word: String,
    cells: Vec<String>,
}

fn sentences(source: &str) -> Vec<Vec<Row>> {
    let mut out = vec![Vec::new()];
    for line in source.lines().filter(|line| !line.starts_with('#') || line.starts_with("#\t")) {
        if line.is_empty() {
            out.push(Vec::new());
        } else {
            let mut cells: Vec<String> = line.split('\t').map(String::from).collect();
            assert_eq!(cells.len(), 7, "{line}");
            out.last_mut().unwrap().push(Row { word: cells.remove(0), cells });
        }
    }
    out.retain(|sentence| !sentence.is_empty());
    out
}

fn is_mark(c: char) -> bool {
    ('\u{064B}'..='\u{0652}').contains(&c) || c == '\u{0670}'
}

fn bare(word: &str) -> String {
    word.chars().filter(|c| !is_mark(*c)).map(|c| if c == 'ٱ' { 'ا' } else { c }).collect()
}

fn folded(word: &str) -> String {
    bare(word)
        .chars()
        .map(|c| {
            if "أإآ".contains(c) {
                'ا'
            } else if c == 'ى' {
                'ي'
            } else {
                c
            }
        })
        .collect()
}

/// Weak radicals and hamza are one class.
fn root(word: &str) -> String {
    word.chars().map(|c| if "ءأإؤئوياى".contains(c) { 'ا' } else { c }).collect()
}

/// Letters and the marks that carry information; without the marks of the last letter where `case` is false.
fn vowels(word: &str, case: bool) -> Vec<(char, String)> {
    let mut letters: Vec<(char, String)> = Vec::new();
    for c in word.chars() {
        if is_mark(c) {
            if let Some(last) = letters.last_mut() {
                match c {
                    '\u{0652}' => {}
                    '\u{0670}' => last.1.push('\u{064E}'),
                    _ => last.1.push(c),
                }
            }
        } else {
            letters.push((if c == 'ٱ' { 'ا' } else { c }, String::new()));
        }
    }
    for at in 0..letters.len() {
        let next = letters.get(at + 1).cloned().unwrap_or((' ', String::new()));
        let mut marks: Vec<char> = letters[at].1.chars().collect();
        marks.sort_unstable();
        marks.dedup();
        marks.retain(|&m| match m {
            '\u{064E}' => !matches!(next.0, 'ا' | 'ى'),
            '\u{0650}' => !(next.0 == 'ي' && next.1.is_empty()) && letters[at].0 != 'إ',
            '\u{064F}' => !(next.0 == 'و' && next.1.is_empty()),
            _ => true,
        });
        if letters[at].0 == 'ا' && at == 0 {
            marks.clear();
        }
        letters[at].1 = marks.into_iter().collect();
    }
    if !case {
        letters.pop();
    }
    letters
}

#[test]
fn words_are_explained_as_annotated() {
    let Some(packs) = packs() else { return };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/words");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let errors = std::env::var_os("MUBIN_ERRORS").is_some();
    for file in &files {
        let gold = sentences(&fs::read_to_string(file).unwrap());
        let text: String = gold.iter().map(|s| s.iter().map(|r| r.word.as_str()).collect::<Vec<_>>().join(" ") + "\n").collect();
        let analysis = analyze_with(packs, &text, &Options { input: Input::Horizontal, ..Options::default() }).unwrap();
        let found = analysis.morphology.as_ref().unwrap();
        let rows: Vec<&Row> = gold.iter().flatten().collect();
        assert_eq!(rows.len(), analysis.tokens.len(), "{}", file.display());
        for (number, (row, token)) in rows.iter().zip(&analysis.tokens).enumerate() {
            let Some(explained) = found.of(number) else { continue };
            if !row.word.chars().any(|c| ('\u{0621}'..='\u{064A}').contains(&c)) {
                continue;
            }
            let word = &explained.word;
            let [seg, tag, lemma, gold_root, upos, vocalised] = row.cells.as_slice() else { panic!() };
            let own_seg = segmentation(&text, token, explained, found);
            let mut check = |name: &'static str, right: bool, own: String, gold: &str| {
                let count = counts.entry(name).or_default();
                count.1 += 1;
                count.0 += usize::from(right);
                if !right && errors {
                    println!("{name}\t{}\t{own}\t{gold}", row.word);
                }
            };
            check("segmentation", folded(&own_seg) == folded(seg), own_seg.clone(), seg);
            let own_tags = tags(explained);
            check("tags", own_tags == *tag, own_tags.clone(), tag);
            if lemma != "_" {
                check("lemma folded", folded(&word.lemma) == folded(lemma), word.lemma.clone(), lemma);
                check("lemma", bare(&word.lemma) == bare(lemma), word.lemma.clone(), lemma);
                check("part of speech", word.upos.name() == upos, word.upos.name().into(), upos);
            }
            if gold_root.chars().count() > 2 {
                let own = word.root.clone().unwrap_or_default();
                check("root", root(&own) == root(gold_root), own.clone(), gold_root);
            }
            if vocalised != "_" {
                check("vowels", vowels(&word.diacritized, false) == vowels(vocalised, false), word.diacritized.clone(), vocalised);
                check(
                    "vowels and endings",
                    vowels(&word.diacritized, true) == vowels(vocalised, true),
                    word.diacritized.clone(),
                    vocalised,
                );
            }
        }
    }
    let total = counts["segmentation"].1;
    println!("tests/golden/words: {} texts, {total} words", files.len());
    for (name, (right, all)) in &counts {
        println!("{name} {:.4} ({all})", *right as f64 / *all as f64);
    }
    assert!(files.len() >= 10 && total >= 600);
    for (name, floor) in FLOORS {
        let (right, all) = counts[name];
        assert!(right as f64 >= floor * all as f64, "{name}: {right} of {all} is below {floor}");
    }
}

/// What the committed weights reach, less a little.
const FLOORS: [(&str, f64); 8] = [
    ("segmentation", 0.985),
    ("tags", 0.965),
    ("lemma folded", 0.97),
    ("lemma", 0.967),
    ("part of speech", 0.95),
    ("root", 0.985),
    ("vowels", 0.915),
    ("vowels and endings", 0.855),
];

#[test]
fn the_marks_of_the_writer_hold() {
    let Some(packs) = packs() else { return };
    let text = "دخلتُ المدينةَ ووجدتُه فارغا، فحدّثنا شيخٌ منها وردّه إليّ. وقالتِ المرأة إن الكتابُ في بَغدادِ.";
    let analysis = analyze_with(packs, text, &Options::default()).unwrap();
    let vowelled = mubin::report::vowelled(text, &analysis);
    // The kasra before an alef of connection, the nominative after إن though grammar asks for another: as written.
    let right = "دَخَلْتُ الْمَدِينَةَ وَوَجَدْتُهُ فارِغًا، فَحَدَّثْنَا شَيْخٌ مِنْهَا وَرَدَّهُ إِلَيَّ. وَقَالَتِ الْمَرْأَةُ إِنَّ الْكِتَابُ فِي بَغْدَادِ.";
    assert_eq!(vowelled.nfc().collect::<String>(), right.nfc().collect::<String>());
    let text = "ٱلصَّـٰلِحَـٰتِ";
    let vowelled = mubin::report::vowelled(text, &analyze_with(packs, text, &Options::default()).unwrap());
    assert_eq!(vowelled.nfc().collect::<String>(), "الصّٰلِحٰتِ".nfc().collect::<String>());
}

/// Everyday words of the spoken varieties are themselves, and not the rare words of the standard language that have their letters.
#[test]
fn everyday_words_of_the_spoken_varieties_are_known() {
    let Some(packs) = packs() else { return };
    for (text, word, lemma, upos) in [
        ("سهرنا عشان الماتش الأخير.", "عشان", "عشان", Upos::Adp),
        ("هي مش فاهمة الموضوع.", "مش", "مش", Upos::Part),
        ("الرجل اللي سكن هنا سافر.", "اللي", "اللي", Upos::Pron),
        ("لازم نمشي دلوقتي.", "دلوقتي", "دلوقتي", Upos::Adv),
        ("شو رأيك بالفيلم؟", "شو", "شو", Upos::Pron),
        ("هيك الدنيا يا صديقي.", "هيك", "هيك", Upos::Adv),
        ("ليش تأخر القطار؟", "ليش", "ليش", Upos::Adv),
        ("وين رايح يا خالد؟", "وين", "وين", Upos::Adv),
        ("احنا كلنا هنا.", "احنا", "إحنا", Upos::Pron),
        ("واش كاين شي خبر؟", "واش", "واش", Upos::Part),
        ("ماكو كهرباء في البيت.", "ماكو", "ماكو", Upos::Part),
        // And where the standard language has the same letters, its word is still there.
        ("عزف على الكمان في الحفل.", "الكمان", "كمان", Upos::Noun),
        ("هو عازف كمان مشهور.", "كمان", "كمان", Upos::Noun),
    ] {
        let analysis = analyze_with(packs, text, &Options::default()).unwrap();
        let at = analysis.tokens.iter().position(|token| token.span.of(text) == word).unwrap();
        let found = &analysis.morphology.as_ref().unwrap().of(at).unwrap().word;
        assert_eq!((bare(&found.lemma).as_str(), found.upos), (lemma, upos), "{text}");
        let corrected = analysis.corrections.iter().any(|c| c.span == analysis.tokens[at].span);
        assert!(!corrected, "{text}: {word} is no misspelling");
    }
}

/// What the table says of expressions is what is read: each of them alone, and some in sentences.
#[test]
fn set_phrases_are_read_in_one_way() {
    let Some(packs) = packs() else { return };
    let vowelled = |text: &str| mubin::report::vowelled(text, &analyze_with(packs, text, &Options::default()).unwrap());
    let table: Vec<[&str; 2]> = mubin::data::columns(mubin::data::FIXED_EXPRESSIONS).collect();
    assert!(table.len() > 300);
    for [expression, _] in table {
        let text = format!("قيل: {}", bare(expression).replace('0', "19"));
        let shown = vowelled(&text);
        let words: Vec<&str> = shown.split(' ').skip(1).collect();
        for (wanted, word) in expression.split(' ').zip(words) {
            let (wanted, word) = (vowels(wanted, true), vowels(word, true));
            let agrees = wanted.iter().zip(&word).all(|(w, f)| w.1.chars().all(|mark| f.1.contains(mark)));
            assert!(agrees || wanted[0].0 == '0', "{expression}: {shown}");
        }
    }
    for (text, right) in [
        ("الموقف صعب جدا الآن.", "الْمَوْقِفُ صَعْبٌ جِدًّا الْآنَ."),
        ("وصل عمر بن الخطاب رضي الله عنه.", "وَصَلَ عُمَرُ بْنُ الْخَطَّابِ رَضِيَ اللّٰهُ عَنْهُ."),
        ("الحمد لله رب العالمين.", "الْحَمْدُ لِلّٰهِ رَبِّ الْعَالَمِينَ."),
        ("هذا مصر على رأيه.", "هٰذَا مُصِرٌّ عَلَى رَأْيِهِ."),
    ] {
        assert_eq!(vowelled(text).nfc().collect::<String>(), right.nfc().collect::<String>());
    }
}

/// Quotation marks do not stand between a word and what governs it.
#[test]
fn grammar_does_not_see_quotation_marks() {
    let Some(packs) = packs() else { return };
    for text in ["قال إن الاجتماع تأجل.", "قال إن «الاجتماع» تأجل.", "قال إن \"الاجتماع\" تأجل.", "قال إن «الاجتماع تأجل»."]
    {
        let analysis = analyze_with(packs, text, &Options::default()).unwrap();
        let vowelled: String = mubin::report::vowelled(text, &analysis).nfc().collect();
        assert!(["إِنَّ", "الِاجْتِمَاعَ"].iter().all(|word| vowelled.contains(&word.nfc().collect::<String>())), "{vowelled}");
    }
}

/// What the writer marked is never unsaid: a kasra that only an alef of connection would explain, tanwin on an alef, the end of a name.
#[test]
fn marks_rule_out_what_they_contradict() {
    let Some(packs) = packs() else { return };
    for (text, right) in [
        ("فكرتِ في الأمر.", "فَكَّرْتِ فِي الْأَمْرِ."),
        ("إذاً نبدأ.", "إِذًا نَبْدَأُ."),
        ("زار يوسفَ أخوه.", "زَارَ يُوسُفَ أَخُوهُ."),
        ("لم يبق شيء ولا تنس ذلك.", "لَمْ يَبْقَ شَيْءٌ وَلَا تَنْسَ ذٰلِكَ."),
    ] {
        let vowelled = mubin::report::vowelled(text, &analyze_with(packs, text, &Options::default()).unwrap());
        assert_eq!(vowelled.nfc().collect::<String>(), right.nfc().collect::<String>());
    }
}
