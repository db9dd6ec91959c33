//! The date of the document: given, else written where pages write it.
//!
//! Dateline, byline and headline blocks are asked in the order of the text; where they say nothing, a full date that
//! opens the text does. A date elsewhere in the body is never taken, because it may be that of anything.

use super::scene::Scene;
use super::{Date, DocumentDate};
use crate::content::numerals::Numeral;
use crate::content::view::View;
use crate::layout::Role;
use crate::text::ByteSpan;

/// How many tokens of the body may come before its opening date.
const OPENING: usize = 14;

/// The date relative expressions count from: the given one, else one that the page itself states.
pub fn document_date(view: &View<'_>, numerals: &[Numeral], given: Option<Date>) -> Option<DocumentDate> {
    if let Some(date) = given {
        return Some(DocumentDate { date, span: None });
    }
    let full = |sentence: usize, limit: usize| {
        let tokens = view.sentence(sentence);
        let scene = Scene { view, numerals, today: None, tokens: tokens.clone(), sport: false };
        let mut at = tokens.start;
        while at < tokens.end.min(tokens.start + limit) {
            let found = scene.weekday_date(at).or_else(|| scene.explicit_day(at, None));
            if let Some(found) = found {
                // A life's dates stand in brackets or as an interval.
                let sign = |at: usize, marks: &[&str]| scene.sign(at, marks);
                let life = sign(found.end, &["-", "\u{2013}", "\u{2014}"]) && scene.explicit_day(found.end + 1, None).is_some()
                    || at > tokens.start && sign(at - 1, &["(", "-", "\u{2013}"]) && sign(found.end, &[")"]);
                if let Some(date) = found.point.day().filter(|_| !life) {
                    return Some(DocumentDate { date, span: Some(ByteSpan::new(scene.start(at) as usize, scene.end(found.end) as usize)) });
                }
                at = found.end.max(at + 1);
                continue;
            }
            at += 1;
        }
        None
    };
    let of = |wanted: &[Role], limit: usize| view.read_sentences().filter(|s| wanted.contains(&view.role(*s))).find_map(|s| full(s, limit));
    let opening = || view.read_sentences().filter(|s| view.role(*s) == Role::Body).take(2).find_map(|s| full(s, OPENING));
    of(&[Role::Dateline, Role::Byline], 60).or_else(|| of(&[Role::Headline], 60)).or_else(opening)
}
