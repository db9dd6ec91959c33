//! Whatever was read before, or is read in between, a text says what it says when it is read alone and at once.

use mubin::layout::{Lexer, TokenKind};
use mubin::{Job, Memory, Options};
use proptest::prelude::*;

use crate::properties::{cases, words};

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn explaining_in_steps_changes_nothing(text in words(), step in 1usize..400) {
        let Some(packs) = crate::packs::packs() else { return Ok(()) };
        let Ok(whole) = mubin::analyze_with(packs, &text, &Options::default()) else { return Ok(()) };
        let mut job = Job::new(&text, Options::default()).unwrap();
        let mut memory = Memory::new();
        while job.step(packs, &mut memory, &text, step) < 1.0 {}
        prop_assert_eq!(job.finish(packs, &mut memory, &text), whole);
    }

    #[test]
    fn what_is_remembered_of_a_text_changes_no_reading_of_the_edited_one(
        text in words(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0usize..12, words(), any::<bool>()), 1..6),
    ) {
        let Some(packs) = crate::packs::packs() else { return Ok(()) };
        let mut memory = Memory::of_edits();
        let mut text = text;
        for (place, length, insert, pinned) in edits {
            let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let from = place.index(bounds.len());
            let to = (from + length).min(bounds.len() - 1);
            text.replace_range(bounds[from]..bounds[to], &insert);
            let mut options = Options::default();
            if let (true, Some(word)) = (pinned, Lexer::new(&text).find(|token| token.kind == TokenKind::Word)) {
                options.pins = vec![(word.span, 1)];
            }
            let (Ok(fresh), Ok(after)) = (
                mubin::analyze_with(packs, &text, &options),
                mubin::analyze_remembering(packs, &mut memory, &text, &options),
            ) else { continue };
            prop_assert_eq!(&after.morphology, &fresh.morphology);
            prop_assert_eq!(&after.content, &fresh.content);
            prop_assert!(after == fresh);
        }
    }

    #[test]
    fn jobs_that_take_turns_over_one_memory_read_as_if_they_were_alone(other in words(), word in 0usize..6, reading in 0u16..4, step in 1usize..40) {
        let Some(packs) = crate::packs::packs() else { return Ok(()) };
        let text = "وصل سعيد كريم إلى القاهرة قبل يومين، وقال حسن إن العام الماضي كان صعبا.";
        let span = Lexer::new(text).filter(|token| token.kind == TokenKind::Word).nth(word).unwrap().span;
        let mut memory = Memory::of_edits();
        mubin::analyze_remembering(packs, &mut memory, text, &Options::default()).unwrap();
        // A reader's decision about one text, while another is read of which nothing was decided.
        let decided = Options { pins: vec![(span, reading)], ..Options::default() };
        let mut open = vec![(text, Job::new(text, decided.clone()).unwrap(), decided)];
        if let Ok(job) = Job::new(&other, Options::default()) {
            open.push((&other, job, Options::default()));
        }
        let mut working = true;
        while working {
            working = false;
            for (text, job, _) in &mut open {
                working |= job.step(packs, &mut memory, text, step) < 1.0;
            }
        }
        for (text, job, options) in open {
            prop_assert!(job.finish(packs, &mut memory, text) == mubin::analyze_with(packs, text, &options).unwrap());
        }
    }
}
