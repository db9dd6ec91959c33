//! Characters a reader cannot see or cannot tell from others, each with its place and what it is.
//!
//! Nothing is removed here: a hidden character may be wanted (a joiner inside an emoji is), so the layer reports and the
//! page explains. Bidirectional controls are matched a paragraph at a time, as the bidirectional algorithm resets there
//! (UAX #9, P1); one that is left open or closes nothing can show text in another order than it is stored, and is marked
//! `unbalanced`.

use super::chars::{self, Class, TATWEEL};
use super::fold::{is_presentation_form, lookalike};
use super::span::ByteSpan;

/// What is noteworthy about a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A character without width: space, joiner, non-joiner, word joiner.
    ZeroWidth,
    /// Changes the order in which text is shown.
    BidiControl,
    /// A byte order mark inside the text.
    Bom,
    /// A place where a line may break with a hyphen.
    SoftHyphen,
    /// Any other control character.
    Control,
    /// Tatweel, or a run of it.
    Tatweel,
    /// The shape of a letter instead of the letter.
    PresentationForm,
    /// A letter of another alphabet for an Arabic one.
    Lookalike,
    /// U+FFFD, where something could not be decoded.
    Replacement,
}

impl Kind {
    /// The stable name in results.
    pub fn name(self) -> &'static str {
        match self {
            Kind::ZeroWidth => "zero-width",
            Kind::BidiControl => "bidi-control",
            Kind::Bom => "bom",
            Kind::SoftHyphen => "soft-hyphen",
            Kind::Control => "control",
            Kind::Tatweel => "tatweel",
            Kind::PresentationForm => "presentation-form",
            Kind::Lookalike => "lookalike",
            Kind::Replacement => "replacement",
        }
    }
}

/// One noteworthy character, or a run of the same kind for tatweel, presentation forms and replacements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Note {
    /// Where it stands.
    pub span: ByteSpan,
    /// What it is.
    pub kind: Kind,
    /// The (first) character.
    pub character: char,
    /// A bidirectional control without its partner.
    pub unbalanced: bool,
}

fn kind_of(c: char) -> Option<Kind> {
    Some(match c as u32 {
        0x00..=0x7E | 0xA0..=0xAC | 0x0620..=0x063F | 0x0641..=0x065F => return control(c),
        0x0640 => Kind::Tatweel,
        0xAD => Kind::SoftHyphen,
        0x180E | 0x200B..=0x200D | 0x2060..=0x2064 => Kind::ZeroWidth,
        0x061C | 0x200E | 0x200F | 0x202A..=0x202E | 0x2066..=0x2069 => Kind::BidiControl,
        0xFEFF => Kind::Bom,
        0xFFFD => Kind::Replacement,
        _ if is_presentation_form(c) => Kind::PresentationForm,
        _ if lookalike(c).is_some() => Kind::Lookalike,
        _ => return control(c),
    })
}

fn control(c: char) -> Option<Kind> {
    (chars::class(c) == Class::Invisible).then_some(Kind::Control)
}

/// The noteworthy characters of `text`, ascending.
pub fn scan(text: &str) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    let mut paragraph = 0;
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        // Nearly all of a text.
        if matches!(c, ' '..='~' | '\u{0620}'..='\u{063F}' | '\u{0641}'..='\u{065F}') {
            previous = c;
            continue;
        }
        if chars::class(c) == Class::Newline {
            match_controls(notes.get_mut(paragraph..).unwrap_or_default());
            paragraph = notes.len();
        } else if let Some(kind) = kind_of(c) {
            let joins_emoji = c == '\u{200D}' && (chars::may_be_emoji(previous) || chars::class(previous) == Class::Mark);
            let span = ByteSpan::new(at, at + c.len_utf8());
            let runs = matches!(kind, Kind::Tatweel | Kind::PresentationForm | Kind::Replacement);
            match notes.last_mut() {
                _ if joins_emoji => {}
                Some(last) if runs && last.kind == kind && last.span.end == span.start => last.span.end = span.end,
                _ => notes.push(Note { span, kind, character: c, unbalanced: false }),
            }
        }
        previous = c;
    }
    match_controls(notes.get_mut(paragraph..).unwrap_or_default());
    if notes.iter().any(|note| note.kind == Kind::Lookalike) && is_neighbour_language(text) {
        notes.retain(|note| note.kind != Kind::Lookalike);
    }
    // A leading or doubled tatweel aside, بـ and هـ are how single letters are written.
    notes.retain(|note| note.kind != Kind::Tatweel || !is_letter_name(text, note));
    notes
}

/// Marks the embeddings, overrides and isolates of one paragraph that have no partner. An isolate's end also closes
/// what was opened inside it (UAX #9, X6a).
fn match_controls(notes: &mut [Note]) {
    let mut open: Vec<usize> = Vec::new();
    let mut alone: Vec<usize> = Vec::new();
    let isolate = |c: char| matches!(c, '\u{2066}'..='\u{2068}');
    // The characters are copied out so that the notes can be marked while the stack refers to them.
    let controls: Vec<char> = notes.iter().map(|note| note.character).collect();
    let opened = |i: usize| controls.get(i).copied().unwrap_or(' ');
    // Counted so that an end without a beginning is known at once instead of by searching the stack.
    let mut isolates = 0usize;
    for (i, &c) in controls.iter().enumerate() {
        match c {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => open.push(i),
            '\u{2066}'..='\u{2068}' => {
                isolates += 1;
                open.push(i);
            }
            '\u{202C}' => match open.last() {
                Some(&last) if !isolate(opened(last)) => {
                    open.pop();
                }
                _ => alone.push(i),
            },
            '\u{2069}' if isolates == 0 => alone.push(i),
            '\u{2069}' => {
                isolates -= 1;
                while let Some(last) = open.pop().filter(|&j| !isolate(opened(j))) {
                    alone.push(last);
                }
            }
            _ => {}
        }
    }
    for i in alone.into_iter().chain(open) {
        if let Some(note) = notes.get_mut(i) {
            note.unbalanced = true;
        }
    }
}

/// Whether the text is in Persian, Urdu or another language whose letters the look-alikes are: letters that Arabic does
/// not have are a constant part of it, while Arabic shows them in a foreign name at most.
pub fn is_neighbour_language(text: &str) -> bool {
    let own = text.chars().filter(|c| matches!(c, 'پ' | 'چ' | 'ژ' | 'گ' | 'ٹ' | 'ڈ' | 'ڑ' | 'ں' | 'ڵ' | 'ێ')).count();
    let letters = || text.chars().filter(|&c| chars::class(c) == Class::Arabic).count();
    // Most texts have none of them.
    own > 0 && (20..=own * 50).contains(&letters())
}

/// A single tatweel at a word's end after one or two letters (بـ، هـ، لـ، بالـ): the usual way to write a clitic alone.
fn is_letter_name(text: &str, note: &Note) -> bool {
    let before = text.get(..note.span.start as usize).unwrap_or("");
    let after = text.get(note.span.end as usize..).unwrap_or("");
    let letters = before.chars().rev().take(5).take_while(|&c| chars::class(c) == Class::Arabic).count();
    note.span.len() == TATWEEL.len_utf8()
        && (1..=4).contains(&letters)
        && !after.starts_with(|c| matches!(chars::class(c), Class::Arabic | Class::Mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(Kind, bool)> {
        scan(text).iter().map(|n| (n.kind, n.unbalanced)).collect()
    }

    #[test]
    fn hidden_characters_are_named() {
        assert_eq!(found("آم\u{200B}ن"), [(Kind::ZeroWidth, false)]);
        assert_eq!(found("\u{FEFF}نص"), [(Kind::Bom, false)]);
        assert_eq!(found("الاصط\u{AD}ناعي"), [(Kind::SoftHyphen, false)]);
        assert_eq!(found("الإصـــدار"), [(Kind::Tatweel, false)]);
        assert_eq!(found("\u{FED3}\u{FEF2} شرکة"), [(Kind::PresentationForm, false), (Kind::Lookalike, false)]);
        assert_eq!(found("نص\u{0}"), [(Kind::Control, false)]);
    }

    #[test]
    fn wanted_ones_are_left_alone() {
        assert_eq!(found("بـ 20 دولارا و1445 هـ"), []);
        assert_eq!(found("\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}"), []);
        assert_eq!(found("\u{2764}\u{FE0F}\u{200D}\u{1F525}"), []);
        assert_eq!(found("صلى الله عليه وسلم \u{FDFA}"), []);
    }

    #[test]
    fn persian_letters_are_right_in_persian() {
        assert_eq!(found("پایتخت ایران تهران است و بیشترین جمعیت این کشور در آن زندگی می کنند. گفتگو"), []);
        assert_eq!(found("اطلقت شرکة ناشئة مساعدا رقميا يعمل بالذكاء الاصطناعي").len(), 1);
    }

    #[test]
    fn controls_are_matched_by_paragraph() {
        assert_eq!(found("\u{2066}a\u{2069}"), [(Kind::BidiControl, false), (Kind::BidiControl, false)]);
        assert_eq!(found("\u{202E}abc"), [(Kind::BidiControl, true)]);
        assert_eq!(found("\u{202E}abc\n\u{202C}"), [(Kind::BidiControl, true), (Kind::BidiControl, true)]);
        assert_eq!(found("\u{2067}\u{202E}x\u{2069}"), [(Kind::BidiControl, false), (Kind::BidiControl, true), (Kind::BidiControl, false)],);
    }

    #[test]
    fn ten_thousand_open_controls_are_linear() {
        for (open, close) in [('\u{2067}', '\u{202C}'), ('\u{202A}', '\u{2069}'), ('\u{2066}', '\u{2069}')] {
            let text = open.to_string().repeat(10_000) + &close.to_string().repeat(10_000);
            assert_eq!(scan(&text).len(), 20_000);
        }
    }
}
