//! Corpus linguistics over one text: search, concordance, n-grams, collocations, dispersion, keyness.

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::time::Instant;

use mubin::text::fold::{Folding, fold};
use mubin::writing::words::concordance::{self, Sort};
use mubin::writing::words::keyness::{self, Side};
use mubin::writing::words::search::{self, Hits};
use mubin::writing::words::{Corpus, Index, Joined, Mode, Query, collate, collocations, dispersion, ngrams, vocabulary};
use mubin::{Analysis, Input, Options, Packs, analyze_with};
use proptest::prelude::*;

use crate::packs::packs;

/// An analysed text with its index.
struct Study {
    text: String,
    analysis: Analysis,
    index: Index,
}

impl Study {
    fn new(packs: &Packs, text: &str, input: Input) -> Study {
        let analysis = analyze_with(packs, text, &Options { input, ..Options::default() }).unwrap();
        let index = Index::new(text, &analysis.tokens, &analysis.layout, analysis.morphology.as_ref());
        Study { text: text.to_string(), analysis, index }
    }

    /// Lines as sentences, without packs.
    fn plain(text: &str) -> Study {
        Study::new(&Packs::new(), text, Input::Horizontal)
    }

    fn corpus(&self) -> Corpus<'_> {
        Corpus::new(&self.text, &self.analysis, &self.index)
    }

    fn find(&self, query: &str, mode: Mode, clitics: bool) -> Hits {
        search::find(self.corpus(), &Query::parse(query, mode, clitics))
    }

    fn found(&self, query: &str, mode: Mode, clitics: bool) -> Vec<&str> {
        let hits = self.find(query, mode, clitics);
        hits.positions.iter().map(|&at| self.corpus().span(at, hits.len).of(&self.text)).collect()
    }
}

#[test]
fn a_word_is_found_however_it_is_spelled() {
    let study = Study::plain("إدارة الشركة و الادارة\nاداره وإدارةُ مستشفى ومستشفي إدارة\nالإدارة ، الحديثة");
    assert_eq!(study.found("ادارة", Mode::Folded, false), ["إدارة", "اداره", "إدارة"]);
    assert_eq!(study.found("إدارة", Mode::Exact, false), ["إدارة", "إدارة"]);
    assert_eq!(study.found("الإدارة الحديثة", Mode::Folded, false), ["الإدارة ، الحديثة"], "signs are passed over");
    assert_eq!(study.found("«الإدارة»، الحديثة.", Mode::Folded, false).len(), 1, "in queries too");
    assert!(study.found("الادارة اداره", Mode::Folded, false).is_empty(), "not across the end of a sentence");
    assert_eq!(study.found("*دار*", Mode::Wildcard, false).len(), 6);
    assert_eq!(study.found("مستشف؟", Mode::Wildcard, false), ["مستشفى"]);
    assert_eq!(study.found("وادارة * ومستشف?", Mode::Wildcard, false), ["وإدارةُ مستشفى ومستشفي"]);
    assert_eq!(study.found("exact:الادارة", Mode::Folded, false), ["الادارة"], "an element may say its own mode");
    assert!(study.found("", Mode::Folded, false).is_empty());
    assert!(study.found("،", Mode::Folded, false).is_empty());
    assert_eq!(Query::parse("NOUN WORDY", Mode::Tags, false).unclear, ["WORDY"]);
    assert!(study.found(&"ا ".repeat(1000), Mode::Folded, false).is_empty());
}

const STORY: &str = "كتب الطالب كتابا جديدا ووضع الكتاب على الطاولة. ثم قال المعلم إن كتابه أفضل، وقالت المعلمة: «والكتب كثيرة».\n\
    ذهب الولد إلى المكتبة وقرأ جائزته. وسيقول الكاتب للطلاب إن القراءة مفيدة.";

#[test]
fn words_are_found_by_what_they_are() {
    let Some(packs) = packs() else { return };
    let study = Study::new(packs, STORY, Input::Text);
    assert_eq!(study.found("كتاب", Mode::Folded, false), [""; 0]);
    assert_eq!(study.found("كتاب", Mode::Folded, true), ["الكتاب", "كتابه"], "كتابا has an ending of its own");
    assert_eq!(study.found("جائزة", Mode::Folded, true), ["جائزته"], "ة is ت before a pronoun");
    assert_eq!(study.found("كتاب*", Mode::Wildcard, true), ["كتابا", "الكتاب", "كتابه"]);
    assert_eq!(study.found("كتاب", Mode::Exact, true), ["الكتاب", "كتابه"]);
    assert_eq!(study.found("كتاب", Mode::Lemma, false), ["كتابا", "الكتاب", "كتابه", "والكتب"]);
    assert_eq!(study.found("كِتاب", Mode::Lemma, false).len(), 4);
    assert_eq!(study.found("الكتب", Mode::Lemma, false), [""; 0], "nothing is made up");
    assert_eq!(study.found("سيقول", Mode::Lemma, false), [""; 0]);
    assert_eq!(study.found("وسيقول", Mode::Lemma, false), ["قال", "وقالت", "وسيقول"], "a word of the text stands for its lemma");
    for root in ["كتب", "ك ت ب", "ك-ت-ب", "ك.ت.ب"] {
        assert_eq!(study.found(root, Mode::Root, false).len(), 7, "{root}");
    }
    assert_eq!(study.found("قرأ", Mode::Root, false), ["وقرأ", "القراءة"], "hamza on any seat");
    assert_eq!(study.found("NOUN ADJ", Mode::Tags, false), ["كتابا جديدا", "كتابه أفضل", "والكتب كثيرة", "القراءة مفيدة"]);
    assert_eq!(study.found("lemma:قال noun", Mode::Tags, false), ["قال المعلم", "وقالت المعلمة", "وسيقول الكاتب"]);
    assert_eq!(study.found("prep tag:NOUN", Mode::Tags, false), ["على الطاولة", "إلى المكتبة"]);
    assert_eq!(study.found("lemma:قال * PART", Mode::Tags, false), ["قال المعلم إن"]);
}

#[test]
fn a_page_of_a_concordance_is_sorted_by_the_alphabet() {
    let study = Study::plain("ثم جاء أحمد هنا\nثم جاء وليد الآن\nوقد جاء إبراهيم معه\nجاء باسم\nثم ذهب سعيد . وقد جاء");
    let lines = |sort: &[Sort], reversed: bool| -> Vec<(&str, &str)> {
        let wanted = concordance::Wanted { sort: sort.to_vec(), reversed, ..Default::default() };
        let lines = concordance::lines(study.corpus(), &study.find("جاء", Mode::Folded, false), &wanted);
        lines.iter().map(|line| (line.before.of(&study.text), line.after.of(&study.text))).collect()
    };
    let by_text = [("ثم", "أحمد هنا"), ("ثم", "وليد الآن"), ("وقد", "إبراهيم معه"), ("", "باسم"), ("ثم ذهب سعيد . وقد", "")];
    assert_eq!(lines(&[], false), by_text);
    let [a, b, c, d, e] = by_text;
    assert_eq!(lines(&[Sort::After(1)], false), [e, c, a, d, b]);
    assert_eq!(lines(&[Sort::Before(1)], false), [d, a, b, c, e]);
    assert_eq!(lines(&[Sort::Before(1), Sort::After(1)], false), [d, a, b, e, c]);
    assert_eq!(lines(&[Sort::Position], true), [e, d, c, b, a]);
    let wanted = concordance::Wanted { offset: 1, limit: 2, window: 1, ..Default::default() };
    let page = concordance::lines(study.corpus(), &study.find("جاء", Mode::Folded, false), &wanted);
    assert_eq!(page.iter().map(|l| l.after.of(&study.text)).collect::<Vec<_>>(), ["وليد", "إبراهيم"]);
    assert_eq!(page[0].before.of(&study.text), "ثم");
    assert_eq!((page[1].first, page[1].last, page[1].sentence, page[1].block), (9, 9, 2, 2));
}

#[test]
fn rows_of_words_are_counted_by_hand() {
    let study = Study::plain("رئيس مجلس الوزراء هنا\nرئيس مجلس الوزراء هناك\nرئيس مجلس النواب\nمجلس ، الوزراء\nرئيس\nمجلس");
    let count = |n, minimum| {
        let (total, rows) = ngrams::count(study.corpus(), &ngrams::Wanted { n, minimum, ..Default::default() });
        assert_eq!(total, rows.len());
        rows.into_iter().map(|row| (row.text, row.count)).collect::<Vec<_>>()
    };
    assert_eq!(count(2, 2), [("رئيس مجلس".to_string(), 3), ("مجلس الوزراء".to_string(), 3)]);
    assert_eq!(count(3, 2), [("رئيس مجلس الوزراء".to_string(), 2)]);
    assert_eq!(count(4, 2), []);
    assert_eq!(count(2, 4), []);
    let (total, rows) = ngrams::count(study.corpus(), &ngrams::Wanted { offset: 1, limit: 1, ..Default::default() });
    assert_eq!((total, rows[0].first.of(&study.text)), (2, "مجلس الوزراء"));
}

#[test]
fn collocates_are_counted_by_hand() {
    let study = Study::plain("حقوق الإنسان العربي\nحقوق الإنسان\nحقوق المرأة\nالإنسان العربي\nفي حقوق الإنسان حقوق");
    let hits = study.find("حقوق", Mode::Folded, false);
    assert_eq!(hits.positions.len(), 5);
    let wanted = collocations::Wanted { by: Joined::Form, before: 1, after: 1, minimum: 1, ..Default::default() };
    let (total, rows) = collocations::of(study.corpus(), &hits, &wanted);
    assert_eq!(rows.iter().map(|row| row.text).collect::<Vec<_>>(), ["الإنسان", "المرأة"], "في is a function word");
    assert_eq!(total, 2);
    let human = &rows[0];
    // Three nodes have it after them; the one that ends the last line comes too late for an occurrence that is taken.
    assert_eq!((human.before, human.after, human.frequency), (0, 3, 4));
    assert!((human.log_dice - (14.0 + (6.0f64 / 9.0).log2())).abs() < 1e-9);
    // 5 · 4 · 2 / 13 by chance.
    let chance = 40.0 / 13.0;
    assert!((human.mi - (3.0f64 / chance).log2()).abs() < 1e-9 && (human.t - (3.0 - chance) / 3.0f64.sqrt()).abs() < 1e-9);
    let closed = collocations::Wanted { closed: true, before: 1, after: 0, ..wanted };
    let (_, rows) = collocations::of(study.corpus(), &hits, &closed);
    assert_eq!(rows.iter().map(|row| (row.text, row.before)).collect::<Vec<_>>(), [("في", 1), ("الإنسان", 1)]);
}

#[test]
fn spread_is_counted_by_hand() {
    let study = Study::plain(&"نعم لا ".repeat(20));
    let spread = |query| dispersion::of(study.corpus(), &study.find(query, Mode::Folded, false));
    assert_eq!(spread("نعم").counts, [2; 10]);
    assert_eq!(spread("نعم").dp, Some(0.0));
    assert_eq!(spread("كلا").dp, None);
    let study = Study::plain("سلام لا لا لا");
    let spread = dispersion::of(study.corpus(), &study.find("سلام", Mode::Folded, false));
    assert_eq!((spread.counts, spread.dp), (vec![1, 0, 0, 0], Some(1.0)));
}

#[test]
fn a_text_is_compared_with_general_arabic() {
    let Some(packs) = packs() else { return };
    let text = "أعلن البنك المركزي رفع سعر الفائدة. وقال محافظ البنك إن التضخم سيتراجع بعد رفع الفائدة، وإن التضخم الحالي مرتفع. \
        وأضاف أن البنك سيراقب التضخم في لندن. وقال إن سكانا من لندن يعرفون ذلك وإن كلبشوطا سيأتي إلى لندن.";
    let study = Study::new(packs, text, Input::Text);
    let found = keyness::of(study.corpus(), packs, &keyness::Wanted::default());
    assert!(found.compared);
    assert_eq!((found.words, found.names), (38, 3));
    let lemmas: Vec<String> = found.rows.iter().map(|row| fold(study.corpus().lemma(row.lemma), Folding::Light)).collect();
    assert_eq!(lemmas[0], "تضخم", "{lemmas:?}");
    assert!(["بنك", "فائدة"].iter().all(|word| lemmas[1..4].iter().any(|lemma| lemma == word)), "{lemmas:?}");
    let best = &found.rows[0];
    assert_eq!(best.count, 3);
    assert!((best.here - 3e6 / 38.0).abs() < 1e-6 && best.general < 100.0 && best.ratio > 5.0 && best.g2 > 15.13);
    assert!(found.rows.iter().all(|row| row.g2 > 0.0 && !study.index.lemmas[row.lemma as usize].closed));
    let closed = keyness::of(study.corpus(), packs, &keyness::Wanted { closed: true, minimum: 1, side: Side::Under, ..Default::default() });
    assert!(closed.rows.iter().all(|row| row.g2 < 0.0 && row.general > row.here));
    let within = closed.rows.iter().find(|row| study.corpus().lemma(row.lemma) == "فِي").expect("فِي is rarer here");
    assert!(within.general > 30_000.0, "{within:?}");
    let rows = vocabulary::count(study.corpus(), true);
    assert_eq!(rows.iter().find(|row| row.text == "قول").map(|row| row.count), Some(2), "{rows:?}");
}

fn sample() -> String {
    let mut pages: Vec<_> =
        fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/pages")).unwrap().map(|e| e.unwrap().path()).collect();
    pages.sort();
    pages.iter().map(|page| fs::read_to_string(page).unwrap()).collect()
}

#[test]
fn what_is_found_by_lemma_or_row_is_found_again() {
    let Some(packs) = packs() else { return };
    let study = Study::new(packs, &sample(), Input::Text);
    for by in [Joined::Form, Joined::Lemma] {
        let mode = if by == Joined::Form { Mode::Folded } else { Mode::Lemma };
        let (_, rows) = ngrams::count(study.corpus(), &ngrams::Wanted { n: 2, by, limit: 300, ..Default::default() });
        assert!(rows.len() > 100);
        for row in rows {
            let hits = study.find(&row.text, mode, false);
            // A lemma without vowels stands for all lemmas of its letters.
            assert!(hits.positions.len() >= row.count as usize, "{} {} {}", row.text, row.count, hits.positions.len());
            assert!(study.corpus().span(hits.positions[0], hits.len).start <= row.first.start);
        }
        let node = study.find("قال", Mode::Lemma, false);
        let (_, rows) = collocations::of(study.corpus(), &node, &collocations::Wanted { by, closed: true, ..Default::default() });
        for row in rows {
            assert!(row.before + row.after <= row.frequency.min(node.positions.len() as u32) && row.log_dice <= 14.0);
            assert!(study.find(row.text, mode, false).positions.len() >= row.frequency as usize, "{}", row.text);
        }
    }
}

/// How long questions take over some hundred thousand words: `cargo test --test core -- --ignored --nocapture questions_are_quick`.
#[test]
#[ignore = "prints figures"]
fn questions_are_quick() {
    let Some(packs) = packs() else { return };
    let page = sample();
    let mut texts = vec![page.clone()];
    texts.push(page.repeat(10));
    for text in texts {
        let study = Study::new(packs, &text, Input::Text);
        let corpus = study.corpus();
        println!("{} running words, {} distinct, {} lemmas", study.index.len(), study.index.words.len(), study.index.lemmas.len());
        let time = |name: &str, work: &mut dyn FnMut() -> usize| {
            let mut best = f64::MAX;
            let mut found = 0;
            for _ in 0..5 {
                let began = Instant::now();
                found = work();
                best = best.min(began.elapsed().as_secs_f64() * 1e3);
            }
            println!("  {name:<34} {best:8.2} ms  {found}");
        };
        time("index", &mut || Index::new(&text, &study.analysis.tokens, &study.analysis.layout, study.analysis.morphology.as_ref()).len());
        for (mode, query) in [
            (Mode::Folded, "قال"),
            (Mode::Folded, "رئيس مجلس"),
            (Mode::Exact, "في"),
            (Mode::Lemma, "قال"),
            (Mode::Root, "كتب"),
            (Mode::Wildcard, "*"),
            (Mode::Wildcard, "*ا*ت*"),
            (Mode::Tags, "NOUN ADJ"),
        ] {
            time(&format!("search {mode:?} {query}"), &mut || study.find(query, mode, true).positions.len());
        }
        let hits = study.find("في", Mode::Folded, false);
        let wanted = concordance::Wanted { sort: vec![Sort::After(1), Sort::After(2)], ..Default::default() };
        time("concordance sorted", &mut || concordance::lines(corpus, &hits, &wanted).len());
        time("collocations", &mut || collocations::of(corpus, &hits, &collocations::Wanted::default()).0);
        for n in [2, 5] {
            time(&format!("{n}-grams"), &mut || ngrams::count(corpus, &ngrams::Wanted { n, ..Default::default() }).0);
        }
        time("keyness", &mut || keyness::of(corpus, packs, &keyness::Wanted { closed: true, ..Default::default() }).total);
        time("dispersion", &mut || dispersion::of(corpus, &hits).counts.len());
    }
}

/// Words with spelling that varies, in lines.
fn lines() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "قال",
        "إدارة",
        "اداره",
        "الإدارة",
        "كِتَابٌ",
        "كتاب",
        "مستشفى",
        "أب",
        "آب",
        "في",
        "على",
        "2015",
        "Apple",
        "،",
        "...",
        "ـــ",
        "\u{200F}",
        "ﻻ",
        "😀",
    ]);
    prop::collection::vec((word, prop::sample::select(vec![" ", " ", " ", "\n", ". "])), 1..80)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hits_hold_what_was_sought(text in lines(), query in prop::sample::select(vec!["كتاب", "ادارة", "قال", "اب", "قال كتاب", "مستشفي", "2015", "apple"])) {
        let Ok(analysis) = mubin::analyze(&text, &Options::default()) else { return Ok(()) };
        let index = Index::new(&text, &analysis.tokens, &analysis.layout, None);
        let corpus = Corpus::new(&text, &analysis, &index);
        let hits = search::find(corpus, &Query::parse(query, Mode::Folded, true));
        let wanted = concordance::Wanted { limit: usize::MAX, window: 3, ..Default::default() };
        let lines = concordance::lines(corpus, &hits, &wanted);
        prop_assert_eq!(lines.len(), hits.positions.len());
        let words: Vec<String> = query.split(' ').map(|word| fold(word, Folding::Full)).collect();
        for line in &lines {
            let found = fold(line.node.of(&text), Folding::Full);
            prop_assert!(words.iter().all(|word| found.contains(word.as_str())), "{} in {}", query, found);
            let block = analysis.layout.blocks[line.block as usize].span;
            for span in [line.before, line.after] {
                prop_assert!(block.contains(span) || span.is_empty());
                prop_assert_eq!(span.of(&text).trim(), span.of(&text));
            }
            prop_assert!(line.before.end <= line.node.start && line.node.end <= line.after.start || line.after.is_empty());
            prop_assert_eq!(analysis.tokens[line.first as usize].span.start, line.node.start);
            prop_assert_eq!(analysis.tokens[line.last as usize].span.end, line.node.end);
        }
        // Every running word that folds alike is found.
        if let [word] = words.as_slice() {
            let all = index.token.iter().filter(|&&t| fold(analysis.tokens[t as usize].span.of(&text), Folding::Full) == *word).count();
            prop_assert_eq!(all, lines.len());
        }
    }

    #[test]
    fn sorting_keeps_every_line_and_is_in_order(text in lines(), at in 0usize..8, reversed: bool) {
        let Ok(analysis) = mubin::analyze(&text, &Options::default()) else { return Ok(()) };
        let index = Index::new(&text, &analysis.tokens, &analysis.layout, None);
        let corpus = Corpus::new(&text, &analysis, &index);
        let hits = search::find(corpus, &Query::parse("*", Mode::Wildcard, false));
        prop_assert_eq!(hits.positions.len(), index.len());
        let sort = Sort::ALL[at];
        let lines = |offset, limit| {
            concordance::lines(corpus, &hits, &concordance::Wanted { sort: vec![sort], reversed, offset, limit, window: 1 })
        };
        let mut whole = lines(0, usize::MAX);
        prop_assert_eq!(whole.iter().map(|line| line.first).collect::<HashSet<_>>().len(), index.len());
        let pages: Vec<_> = (0..index.len()).step_by(7).flat_map(|from| lines(from, 7)).collect();
        prop_assert_eq!(&pages, &whole, "pages make up the whole");
        if reversed {
            whole.reverse();
        }
        for pair in whole.windows(2) {
            let of = |line: &concordance::Line| {
                let span = match sort { Sort::Node => line.node, Sort::After(1) => line.after, Sort::Before(1) => line.before, _ => return None };
                // One word of context, with the signs beside it.
                let words = corpus.index.token.iter().filter_map(|&t| analysis.tokens.get(t as usize)).filter(|t| span.contains(t.span));
                let word = words.map(|t| fold(t.span.of(&text), Folding::Full)).collect::<Vec<_>>().join(" ");
                Some((word, line.first))
            };
            if let (Some((a, first)), Some((b, second))) = (of(&pair[0]), of(&pair[1])) {
                // A tatweel alone folds to nothing, and yet is more than no word.
                prop_assert!(a.is_empty() || collate::compare(&a, &b).then(first.cmp(&second)).is_lt(), "{} before {}", a, b);
            }
        }
    }

    #[test]
    fn no_query_breaks_anything(text in lines(), query in "[*?ابت:a-z .\u{64B}\u{61F}«»]{0,40}", at in 0usize..6, clitics: bool) {
        let Ok(analysis) = mubin::analyze(&text, &Options::default()) else { return Ok(()) };
        let index = Index::new(&text, &analysis.tokens, &analysis.layout, None);
        let corpus = Corpus::new(&text, &analysis, &index);
        let hits = search::find(corpus, &Query::parse(&query, Mode::ALL[at], clitics));
        let spread = dispersion::of(corpus, &hits);
        prop_assert_eq!(spread.counts.iter().sum::<u32>() as usize, hits.positions.len());
        prop_assert!(spread.dp.is_none_or(|dp| (0.0..=1.0 + 1e-9).contains(&dp)));
        let (_, rows) = collocations::of(corpus, &hits, &collocations::Wanted { closed: true, by: Joined::Form, ..Default::default() });
        prop_assert!(rows.iter().all(|row| row.log_dice <= 14.0));
        prop_assert!(concordance::lines(corpus, &hits, &Default::default()).len() <= 50);
    }
}
