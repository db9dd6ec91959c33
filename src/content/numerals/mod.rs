//! Number expressions: what digits and number words together say.
//!
//! ```text
//! affix     words of closed tables with their clitics
//! phrases   phrases of a table, of one token or several
//! digits    the value of digits and separators
//! words     the table of number words
//! piece     digits and number words of a sentence, and how they touch
//! cardinal  the grammar of cardinal numbers
//! ordinal   the grammar of ordinal numbers
//! ```
//!
//! All numbers of the text are found here once, those of dates and clocks too; `times` and `quantities` decide what each
//! of them is. A number never leaves its sentence.

pub mod affix;
mod cardinal;
pub mod digits;
mod ordinal;
pub mod phrases;
mod piece;
pub mod words;

use std::ops::Range;

use super::view::View;
use crate::Memory;
use crate::morph::Upos;
use crate::text::ByteSpan;
use cardinal::Reader;
use piece::Piece;
use words::Class;

/// What a number says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NumeralKind {
    /// How many.
    Cardinal,
    /// A place in an order.
    Ordinal,
    /// Not how many exactly: المئات, عشرات الآلاف. The value is that of the word.
    Vague,
    /// A part of one: نصف, ثلاثة أرباع.
    Fraction,
    /// A few: بضعة. There is no value.
    Few,
}

/// A number expression over whole tokens.
#[derive(Debug, Clone, PartialEq)]
pub struct Numeral {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its value.
    pub value: f64,
    /// What it says.
    pub kind: NumeralKind,
    /// Where it stands, without conjunction and preposition.
    pub span: ByteSpan,
    /// Whether it is written in digits alone.
    pub digits: bool,
    /// Whether و or ف joins it to what stands before; that و may be the token before it.
    pub conjunction: bool,
    /// The preposition on it.
    pub preposition: Option<char>,
    /// Whether its first word has the article.
    pub article: bool,
    /// The fraction that the word may be instead (خمس).
    pub fraction: Option<f64>,
    /// Whether it is واحد and nothing more.
    pub one: bool,
    /// Whether it is vague and its last word, not its first, has the article: no noun without one follows («عشرات الآلاف»).
    pub closed: bool,
    /// Its last scale (ألف, مليون), or 1.
    pub scale: f64,
}

impl Numeral {
    /// The value as a whole number within bounds.
    pub fn whole(&self, low: i64, high: i64) -> Option<i64> {
        let whole = self.value.fract() == 0.0 && self.value >= low as f64 && self.value <= high as f64;
        (whole && self.kind != NumeralKind::Few).then_some(self.value as i64)
    }

    /// The same at another place of the text.
    fn moved(&self, span: impl Fn(ByteSpan) -> ByteSpan, token: impl Fn(usize) -> usize) -> Numeral {
        Numeral { tokens: token(self.tokens.start)..token(self.tokens.end), span: span(self.span), ..self.clone() }
    }

    /// Whether it may be a year behind its noun: «سنة 2018».
    pub fn year(&self) -> bool {
        self.digits && self.tokens.len() == 1 && self.whole(1000, 2100).is_some()
    }

    /// A cardinal in digits or words.
    pub fn cardinal(&self) -> bool {
        self.kind == NumeralKind::Cardinal
    }

    /// An ordinal.
    pub fn ordinal(&self) -> bool {
        self.kind == NumeralKind::Ordinal
    }
}

/// The numbers of a range of tokens.
pub fn within(numerals: &[Numeral], tokens: Range<usize>) -> &[Numeral] {
    let from = numerals.partition_point(|n| n.tokens.start < tokens.start);
    let to = numerals.partition_point(|n| n.tokens.start < tokens.end);
    numerals.get(from..to).unwrap_or_default()
}

/// The number that starts at a token.
pub fn starting(numerals: &[Numeral], at: usize) -> Option<&Numeral> {
    let found = numerals.binary_search_by(|n| n.tokens.start.cmp(&at)).ok()?;
    numerals.get(found)
}

/// The number that ends before a token.
pub fn ending(numerals: &[Numeral], at: usize) -> Option<&Numeral> {
    let after = numerals.partition_point(|n| n.tokens.start < at);
    after.checked_sub(1).and_then(|last| numerals.get(last)).filter(|n| n.tokens.end == at)
}

fn numeral(view: &View<'_>, pieces: &[Piece], range: Range<usize>, value: f64, kind: NumeralKind) -> Option<Numeral> {
    let all = pieces.get(range.clone())?;
    let (first, last) = (all.first()?, all.last()?);
    let tokens = first.tokens.start..last.tokens.end;
    let end = view.span(tokens.clone()).end;
    Some(Numeral {
        tokens,
        value: tidy(value),
        kind,
        span: ByteSpan::new(first.start as usize, end as usize),
        digits: all.iter().all(|p| p.word.is_none()),
        conjunction: first.front.conjunction,
        preposition: first.front.preposition,
        article: first.front.article,
        fraction: first.word.and_then(|w| w.fraction).filter(|_| all.len() == 1),
        one: all.len() == 1 && first.is(Class::One),
        closed: kind == NumeralKind::Vague && all.len() > 1 && last.front.article,
        scale: if matches!(last.class(), Some(Class::Scale | Class::ScaleMany)) { last.value } else { 1.0 },
    })
}

/// A value without what multiplying its parts left behind the twelfth digit (8.2 ملايين); whole numbers are as they are.
fn tidy(value: f64) -> f64 {
    if value.fract() == 0.0 || !value.is_finite() {
        return value;
    }
    let scale = 10f64.powi(11 - value.abs().log10().floor() as i32);
    let tidied = (value * scale).round() / scale;
    if tidied.is_finite() { tidied } else { value }
}

/// Whether ألفا, مليونا is a dual before its noun («ألفا طفل») and no accusative («420 ألفا»).
fn is_construct_dual(view: &View<'_>, piece: &Piece, end: usize) -> bool {
    let word = view.word(piece.tokens.start).filter(|w| piece.is(Class::Scale) && w.facts.folded.ends_with('ا'));
    let noun = word.and_then(|w| view.word(w.at + 1).filter(|next| next.at < end)).filter(|w| w.is_word() && w.facts.upos == Upos::Noun);
    noun.is_some_and(|w| !w.facts.article() && w.facts.conjunction().is_none() && w.facts.preposition().is_none())
}

/// All number expressions of the text itself, ascending.
pub fn find(memory: &mut Memory, view: &View<'_>) -> Vec<Numeral> {
    let mut out = Vec::new();
    for sentence in view.read_sentences() {
        let (first, start) = (view.sentence(sentence).start, view.start(sentence));
        let said = memory.said(view, sentence);
        if let Some(numerals) = said.as_ref().and_then(|said| said.numerals.as_ref()) {
            out.extend(numerals.iter().map(|n| n.moved(|span| span.at(start), |token| token + first)));
            continue;
        }
        let from = out.len();
        read(view, view.sentence(sentence), &mut out);
        if let Some(said) = said {
            let found = out.get(from..).unwrap_or_default();
            said.numerals = Some(found.iter().map(|n| n.moved(|span| span.from(start), |token| token - first)).collect());
        }
    }
    out
}

/// The number expressions of a sentence.
fn read(view: &View<'_>, sentence: Range<usize>, out: &mut Vec<Numeral>) {
    let end_of_sentence = sentence.end;
    let pieces = piece::pieces(view, sentence);
    let reader = Reader { pieces: &pieces };
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        let read = if let Some((end, value)) = ordinal::read(&pieces, at) {
            Some((end, value, NumeralKind::Ordinal))
        } else if piece.is(Class::Few) {
            Some((at + 1, 0.0, NumeralKind::Few))
        } else {
            reader.number(at).map(|r| {
                let fraction = r.end == at + 1 && piece.is(Class::Fraction) || r.value < 1.0 && r.value > 0.0 && piece.word.is_some();
                let kind = match (r.vague, fraction) {
                    (true, _) => NumeralKind::Vague,
                    (_, true) => NumeralKind::Fraction,
                    _ => NumeralKind::Cardinal,
                };
                (r.end, r.value, kind)
            })
        };
        match read {
            Some((end, value, kind)) => {
                let two = end == at + 1 && kind == NumeralKind::Cardinal && is_construct_dual(view, piece, end_of_sentence);
                let value = if two { value * 2.0 } else { value };
                out.extend(numeral(view, &pieces, at..end, value, kind));
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
}

#[cfg(test)]
mod tests;
