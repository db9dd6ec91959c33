//! The invariants of the result model, over texts nobody would write.

use mubin::layout::{Lexer, Token, TokenKind};
use mubin::text::chars::{Class, class};
use mubin::text::fold::{Folded, Folding, fold};
use mubin::text::normalize::{Folds, Normalized, normalize};
use mubin::text::offsets::{OffsetMap, Unit};
use mubin::writing::transliteration::{Endings, Scheme, Style, to_arabic, transliterate, transliterate_words};
use mubin::{Analysis, Error, Job, Memory, Options, Packs};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

/// Texts made of what breaks readers of Arabic: marks, joiners, bidi controls, presentation forms, flags, all line ends,
/// quotes that do not match, addresses, digits of all families, furniture phrases; and any other character.
pub fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(vec![
            "قال", "الوزير", "إن", "وأضاف", "في", "المدرسة", "ﻻ", "آم\u{200B}ن", "شرکة", "كِتَابٌ", "ـــ", "بـ",
        ]),
        6 => prop::sample::select(vec![" ", "  ", "\n", "\n\n", "\r\n", "\t", "\u{2028}", "\u{A0}", "\r"]),
        4 => prop::sample::select(vec![
            ".", "..", "...", "…", "؟", "!", "،", "؛", ":", "«", "»", "“", "”", "\"", "(", ")", "[", "]", "|", "/", "-", "*", "©", "٪", "#", "@",
        ]),
        3 => prop::sample::select(vec!["3.5", "١٬٢٠٤", "۹٫۹", "14:20", "د.", "ق.م.", "U.S.", "COVID-19", "a.b@c.org", "https://x.example/ص", "#وسم_1", "@user.name"]),
        3 => prop::sample::select(vec!["\u{64E}", "\u{651}", "\u{200C}", "\u{200D}", "\u{200F}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{FE0F}", "\u{20E3}", "\u{6DD}", "\u{1F1EE}", "\u{1F468}", "\u{1F3FD}", "\u{E0067}", "\u{D4E}", "\u{1100}", "\u{1161}", "\u{915}\u{94D}"]),
        2 => prop::sample::select(vec!["اقرأ أيضا", "التعليقات", "الرئيسية", "جميع الحقوق محفوظة", "بقلم", "شارك"]),
        1 => any::<char>().prop_map(|c| -> &'static str { Box::leak(c.to_string().into_boxed_str()) }),
    ];
    prop::collection::vec(piece, 1..60).prop_map(|pieces| pieces.concat())
}

/// Texts of words: real ones with clitics, marks, tatweel and slips of spelling, letters put together at random, and what breaks readers.
pub fn words() -> impl Strategy<Value = String> {
    let letters =
        prop::collection::vec(prop::sample::select("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچگڤکیھہۀٹ".chars().collect::<Vec<_>>()), 1..12);
    let piece = prop_oneof![
        6 => prop::sample::select(vec![
            "وللسفارة", "فسيكتبونها", "أنلزمكموها", "مما", "للذي", "لأنه", "بالله", "شيء", "قالوا", "اجراءات", "المدرسه", "علي", "ذهبــــت", "جمييييل", "كَتَبَ", "ﷲ", "ﻻ", "آآآآ",
            "سوريا", "لأوباما", "ــ", "ّّّ", "وَوَوَو",
        ]).prop_map(str::to_string),
        4 => letters.prop_map(|l| l.into_iter().collect::<String>()),
        2 => text(),
    ];
    prop::collection::vec((piece, prop::sample::select(vec![" ", " ", " ", "\n", "، ", ". ", "", "\u{200F}", "  "])), 1..25)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(word, gap)| [word, gap.to_string()]).collect())
}

/// Texts a property is tried on; `PROPTEST_CASES` asks for more.
pub fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(600)
}

fn analyse(text: &str) -> Option<Analysis> {
    match mubin::analyze(text, &Options::default()) {
        Ok(analysis) => Some(analysis),
        Err(error) => {
            assert_eq!(error, Error::EmptyText);
            None
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn measures_are_within_their_scales(text in text(), dialect in prop::collection::vec(prop::sample::select(vec!["شو", "بدي", "«", "»", "وش", "اللي", "ما", "ماعرفش", "\n", "لم", "عم", "بحكي"]), 0..30)) {
        let text = format!("{text} {}", dialect.join(" "));
        let Some(analysis) = analyse(&text) else { return Ok(()) };
        let of = &analysis.statistics;
        for share in [of.mattr, of.lemma_mattr, of.hapax_share, of.function_share, Some(of.arabic_share)].into_iter().flatten() {
            prop_assert!((0.0..=1.0).contains(&share), "{of:?}");
        }
        let scripts = of.scripts.arabic + of.scripts.latin + of.scripts.other + of.scripts.digits;
        prop_assert!(scripts == 0.0 || (scripts - 1.0).abs() < 1e-9, "{scripts}");
        prop_assert!(of.mtld.is_none_or(|m| m >= 1.0 && m.is_finite()), "{of:?}");
        let mut end = 0;
        for sign in &analysis.variety.signs {
            prop_assert!(sign.span.start >= end && !sign.span.of(&text).is_empty(), "signs ascend and hold something");
            prop_assert!(analysis.layout.sentences.iter().any(|s| s.span.contains(sign.span)), "a sign lies in one sentence");
            end = sign.span.end;
        }
    }

    #[test]
    fn tokens_cover_all_that_is_seen_and_cut_no_cluster(text in text()) {
        let boundaries: std::collections::HashSet<usize> =
            text.grapheme_indices(true).map(|(i, _)| i).chain([text.len()]).collect();
        let mut end = 0usize;
        for token in Lexer::new(&text) {
            let (from, to) = (token.span.start as usize, token.span.end as usize);
            prop_assert!(from >= end && to > from, "tokens ascend and hold something");
            prop_assert!(boundaries.contains(&from) && boundaries.contains(&to), "{:?} cuts a cluster", &text[from..to]);
            let hidden = |c: char| {
                matches!(class(c), Class::Space | Class::Newline | Class::Invisible) || matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
            };
            prop_assert!(text[end..from].chars().all(hidden), "{:?} stands outside tokens", &text[end..from]);
            end = to;
        }
    }

    #[test]
    fn layers_nest(text in text()) {
        let Some(analysis) = analyse(&text) else { return Ok(()) };
        let layout = &analysis.layout;
        let mut next = 0;
        for (i, sentence) in layout.sentences.iter().enumerate() {
            prop_assert_eq!(sentence.tokens.start, next, "sentences share the tokens without gaps");
            prop_assert!(sentence.tokens.end > next);
            next = sentence.tokens.end;
            prop_assert!(layout.blocks[sentence.block].span.contains(sentence.span));
            prop_assert!(i == 0 || layout.sentences[i - 1].span.end <= sentence.span.start);
            for token in &analysis.tokens[sentence.tokens.clone()] {
                prop_assert!(sentence.span.contains(token.span));
            }
        }
        prop_assert_eq!(next, analysis.tokens.len());
        for (a, b) in layout.blocks.iter().zip(layout.blocks.iter().skip(1)) {
            prop_assert!(a.span.end <= b.span.start);
        }
        for block in &layout.blocks {
            prop_assert!((0.0..=1.0001).contains(&block.score));
        }
    }

    #[test]
    fn every_unit_slices_the_same_surfaces(text in text()) {
        let Some(analysis) = analyse(&text) else { return Ok(()) };
        let utf16: Vec<u16> = text.encode_utf16().collect();
        let points: Vec<char> = text.chars().collect();
        let by_unit = |unit| mubin::report::document(&Packs::new(), &text, &analysis, unit).tokens;
        for ((a, b), token) in by_unit(Unit::Utf16).iter().zip(by_unit(Unit::CodePoint)).zip(&analysis.tokens) {
            let surface = token.span.of(&text);
            prop_assert_eq!(&String::from_utf16(&utf16[a.start as usize..a.end as usize]).unwrap(), surface);
            prop_assert_eq!(&points[b.start as usize..b.end as usize].iter().collect::<String>(), surface);
        }
    }

    #[test]
    fn offsets_go_there_and_back(text in text()) {
        let map = OffsetMap::new(&text);
        for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
            for unit in [Unit::Utf8, Unit::Utf16, Unit::CodePoint] {
                prop_assert_eq!(map.to_byte(&text, map.from_byte(&text, byte, unit), unit), byte);
            }
        }
    }

    #[test]
    fn working_in_steps_changes_nothing(text in text(), step in 1usize..40) {
        let Some(whole) = analyse(&text) else { return Ok(()) };
        let packs = Packs::new();
        let mut job = Job::new(&text, Options::default()).unwrap();
        let mut progress = 0.0;
        while progress < 1.0 {
            let now = job.step(&packs, &mut Memory::new(), &text, step);
            prop_assert!(now >= progress, "progress never goes back");
            progress = now;
        }
        prop_assert_eq!(job.finish(&packs, &mut Memory::new(), &text), whole);
    }

    #[test]
    fn every_word_is_explained_within_its_bounds(text in words()) {
        let Some(packs) = crate::packs::packs() else { return Ok(()) };
        let Ok(analysis) = mubin::analyze_with(packs, &text, &Options::default()) else { return Ok(()) };
        let found = analysis.morphology.as_ref().unwrap();
        prop_assert_eq!(found.answers.len(), analysis.tokens.len());
        for (number, token) in analysis.tokens.iter().enumerate() {
            prop_assert!((0.0..=1.0).contains(&found.scores[number]));
            let Some(explained) = found.of(number) else {
                prop_assert!(token.kind != TokenKind::Word);
                continue;
            };
            let mut end = token.span.start;
            for piece in &explained.word.pieces {
                if let Some(span) = found.piece_span(token, explained, piece.from, piece.to) {
                    prop_assert!(span.start >= end && token.span.contains(span), "pieces ascend inside their token");
                    prop_assert!(text.is_char_boundary(span.start as usize) && text.is_char_boundary(span.end as usize));
                    end = span.end;
                }
            }
        }
        // Vowels are added, nothing else: bare letters and everything between words stay. A misspelled word may be mended.
        let vowelled = mubin::report::vowelled(&text, &analysis);
        let spaces = |t: &str| t.chars().filter(|c| c.is_whitespace()).collect::<String>();
        prop_assert_eq!(spaces(&vowelled), spaces(&text));
        // The treebank format holds every token once and gives the input back.
        let at = mubin::report::Converter::new(&text, Unit::Utf8);
        let lines = mubin::report::conllu::write(&text, &analysis, packs, &at);
        let mut seen = 0;
        for line in lines.lines().filter(|l| !l.is_empty() && !l.starts_with("# ")) {
            let cells: Vec<&str> = line.split('\t').collect();
            prop_assert_eq!(cells.len(), 10, "{}", line);
            prop_assert!(cells.iter().all(|cell| !cell.is_empty()), "{}", line);
            if cells[9].contains("Start=") {
                let span = analysis.tokens[seen].span;
                prop_assert!(cells[9].starts_with(&format!("Start={}|End={}", span.start, span.end)), "{}", line);
                seen += 1;
            }
        }
        prop_assert_eq!(seen, analysis.tokens.len());
    }

    #[test]
    fn folding_is_idempotent_and_leads_back(text in text()) {
        for folding in [Folding::Light, Folding::Full] {
            let once = fold(&text, folding);
            prop_assert_eq!(&fold(&once, folding), &once);
            let mapped = Folded::new(&text, folding);
            prop_assert_eq!(&mapped.text, &once);
            if let Some(span) = mapped.origin(0, once.len()) {
                prop_assert_eq!(fold(span.of(&text), folding), once);
            }
        }
    }

    #[test]
    fn letter_maps_lead_back_exactly(text in prop_oneof![words(), "[ -~ا-يً-ْ\\\\θšǍĂ~_{}\n]{0,40}", any::<String>()]) {
        for scheme in Scheme::ALL {
            let written = transliterate_words(&text, [], scheme, Style::default());
            if scheme.of_letters() {
                prop_assert_eq!(to_arabic(&written, scheme).unwrap(), text.as_str(), "{}: {}", scheme.name(), written);
            } else {
                prop_assert!(!written.chars().any(|c| matches!(c, 'ا'..='غ' | 'ف'..='ي')), "{}: {}", scheme.name(), written);
            }
        }
    }

    #[test]
    fn every_word_is_written_in_latin(text in words()) {
        let Some(packs) = crate::packs::packs() else { return Ok(()) };
        let Ok(analysis) = mubin::analyze_with(packs, &text, &Options::default()) else { return Ok(()) };
        for scheme in [Scheme::Iso233, Scheme::AlaLc, Scheme::Din31635, Scheme::Ipa] {
            for endings in [Endings::Keep, Endings::Drop] {
                let written = transliterate(&text, &analysis, scheme, Style { endings: Some(endings), capitals: true });
                prop_assert!(!written.chars().any(|c| matches!(c, 'ا'..='غ' | 'ف'..='ي')), "{}", written);
            }
        }
    }

    #[test]
    fn normalising_is_idempotent_and_leads_back(text in prop_oneof![text(), words(), any::<String>()], folds in 0u32..1 << Folds::NAMES.len()) {
        let folds = Folds::NAMES.iter().enumerate().filter(|(i, _)| folds >> i & 1 == 1).fold(Folds::NONE, |all, (_, &(fold, _))| all.and(fold));
        let once = normalize(&text, folds);
        prop_assert_eq!(&normalize(&once, folds), &once);
        let mapped = Normalized::new(&text, folds);
        prop_assert_eq!(&mapped.text, &once);
        let mut end = 0;
        for (at, c) in once.char_indices() {
            let origin = mapped.origin(at, at + c.len_utf8()).unwrap();
            prop_assert!(text.get(origin.start as usize..origin.end as usize).is_some(), "a place in the text");
            prop_assert!(origin.start >= end, "places ascend");
            end = origin.start;
        }
    }

    #[test]
    fn every_word_is_counted_once(text in text()) {
        let Some(analysis) = analyse(&text) else { return Ok(()) };
        let table = &analysis.words;
        let mut seen: Vec<u32> = table.tokens.clone();
        seen.sort_unstable();
        seen.dedup();
        prop_assert_eq!(seen.len(), table.tokens.len());
        prop_assert_eq!(table.counts.iter().sum::<u32>() as usize, table.tokens.len());
        for (i, form) in table.forms.iter().enumerate() {
            let key = fold(form, Folding::Full);
            for &t in table.occurrences(i) {
                prop_assert_eq!(&fold(analysis.tokens[t as usize].span.of(&text), Folding::Full), &key);
            }
        }
    }

    #[test]
    fn horizontal_input_keeps_its_tokens(lines in prop::collection::vec(prop::collection::vec("[^\\s]{1,6}", 1..6), 1..6)) {
        let text = lines.iter().map(|l| l.join(" ")).collect::<Vec<_>>().join("\n");
        let options = Options { input: mubin::Input::Horizontal, ..Options::default() };
        let analysis = match mubin::analyze(&text, &options) {
            Ok(analysis) => analysis,
            Err(error) => return { prop_assert_eq!(error, Error::EmptyText); Ok(()) },
        };
        let expected: Vec<&str> = text.split_whitespace().collect();
        let got: Vec<&str> = analysis.tokens.iter().map(|t| t.span.of(&text)).collect();
        prop_assert_eq!(got, expected);
    }

    #[test]
    fn decoding_never_fails_but_for_binary(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Err(error) = mubin::text::encoding::decode(&bytes, None) {
            prop_assert_eq!(error, Error::NotText);
        }
    }

    #[test]
    fn html_of_any_kind_becomes_text(html in "(<[a-z/!\"= ]{0,8}>|[a-zا-ي&;# ]|<script>|<table>|<svg>){0,60}") {
        let _ = mubin::html::to_text(&html);
    }
}

/// Bytes of work per byte of text must not grow with the text: a stage that looks back or ahead without bound shows as
/// tokens, sentences or time that explode. The texts are large enough that a quadratic stage would not end.
#[test]
fn pathological_texts_end() {
    let n = 200_000;
    let cases = [
        "a.".repeat(n),
        "a.a@".repeat(n),
        "١.".repeat(n),
        "((((".repeat(n),
        "«".repeat(n),
        "\"".repeat(n),
        "\" ".repeat(n),
        "...؟!".repeat(n),
        "\n".repeat(n) + "x",
        "ا\n".repeat(n),
        "ا\u{200B}".repeat(n),
        format!("ا{}", "\u{64E}".repeat(n)),
        "\u{1F1EE}".repeat(n),
        "\u{202E}".repeat(n),
        format!("https://a.example/{}", ")".repeat(n)),
        "ق.".repeat(n),
        "www.".repeat(n),
        "12:".repeat(n),
        "#".repeat(n),
        "@".repeat(n),
        "قال: ".repeat(n),
        "[".repeat(n),
        "a-".repeat(n),
        "\u{6DD}".repeat(n),
        " \u{64E}".repeat(n),
        "اقرأ أيضا\n".repeat(n / 10),
        "😀 ".repeat(n),
        format!("{}،", "؟»😀".repeat(n)),
        format!("كلمة كلمة كلمة كلمة {}", "…»😀".repeat(n)),
        "«؟» كلمة ".repeat(n),
    ];
    for text in cases {
        if let Some(analysis) = analyse(&text) {
            assert!(analysis.tokens.len() <= text.len());
        }
    }
}

#[test]
fn one_letter_with_ten_thousand_marks_is_one_token() {
    let text = format!("ب{} ت", "\u{64E}".repeat(10_000));
    let tokens: Vec<Token> = Lexer::new(&text).collect();
    assert_eq!(tokens.len(), 2);
}
