//! The writer's habits: how often each slip is made where it could be.
//!
//! A writer who drops the hamza of اجراءات drops that of ان too. The words that can only be misspelled, and those that are spelled
//! right, say how likely a slip is where both spellings are words.

use super::Source;
use super::weigh::slips;
use crate::layout::TokenKind;
use crate::memory::Words;
use crate::morph::Written;

/// Slips of one sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Slip {
    /// A hamza dropped.
    Hamza,
    /// ه for ة.
    Taa,
    /// ي for ى.
    Maqsura,
    /// ى for ي.
    Yaa,
    /// A hamza where there is none.
    WrongHamza,
    /// ة for ه.
    Haa,
    /// A letter of like sound.
    Sound,
    /// و or ي for a hamza that they carry, or another hamza.
    Seat,
    /// Any other.
    Other,
}

/// How often each slip was and was not made.
#[derive(Debug, Clone, Default)]
pub struct Habits {
    made: [u32; 9],
    avoided: [u32; 9],
}

impl Habits {
    /// The habits of a text's writer; what words give occasion for is remembered.
    pub(crate) fn read(source: &Source<'_>, words: &mut Words) -> Habits {
        let mut out = Habits::default();
        let Some(morphology) = source.morphology else { return out };
        for found in &morphology.misspellings {
            let Some(first) = found.meant.first().filter(|m| !found.sound && m.probability > 0.5) else { continue };
            let Some(token) = source.tokens.get(found.token as usize) else { continue };
            for slip in slips(token.span.of(source.text), &found.written, &first.letters).take(2) {
                bump(&mut out.made, slip);
            }
        }
        // Of the words that are spelled right, each distinct one is looked at once.
        let mut counts = vec![0u32; morphology.table.len()];
        for (at, &answer) in morphology.answers.iter().enumerate() {
            let word = source.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word);
            if let Some(count) = counts.get_mut(answer as usize).filter(|_| word) {
                *count += 1;
            }
        }
        for (explained, count) in morphology.table.iter().zip(counts) {
            if explained.source != "guess" {
                out.avoid(*words.occasions.of(explained, || occasions(&explained.written)), count);
            }
        }
        out
    }

    fn avoid(&mut self, occasions: u16, count: u32) {
        for (slip, slot) in self.avoided.iter_mut().enumerate() {
            *slot += if occasions & 1 << slip == 0 { 0 } else { count };
        }
    }

    /// Logarithm of the odds that this slip is made where it can be.
    pub fn odds(&self, slip: Slip) -> f32 {
        let count = |counts: &[u32; 9], slip: Slip| counts.get(slip as usize).copied().unwrap_or(0) as f32;
        // Who confuses ى and ي one way does so the other way as well.
        let other = match slip {
            Slip::Maqsura => count(&self.made, Slip::Yaa),
            Slip::Yaa => count(&self.made, Slip::Maqsura),
            _ => 0.0,
        };
        let (made, avoided) = (count(&self.made, slip) + 0.5 * other, count(&self.avoided, slip));
        ((made + 0.05) / (avoided + 2.0)).ln()
    }
}

/// The slips that a word, spelled right, gives occasion for: a bit each.
fn occasions(word: &Written) -> u16 {
    let letters = || word.letters.iter().map(|l| l.byte);
    let any = |of: &[u8]| letters().any(|b| of.contains(&b));
    let mut out = 0;
    let mut add = |slip: Slip| out |= 1 << slip as u8;
    if any(b"><|") {
        add(Slip::Hamza);
        add(Slip::WrongHamza);
    }
    if any(b"}&") {
        add(Slip::Seat);
    }
    if any(b"DZ*v") {
        add(Slip::Sound);
    }
    match letters().next_back() {
        Some(b'p') => add(Slip::Taa),
        Some(b'Y') => add(Slip::Maqsura),
        Some(b'y') => add(Slip::Yaa),
        Some(b'h') => add(Slip::Haa),
        _ => {}
    }
    out
}

fn bump(counts: &mut [u32; 9], slip: Slip) {
    if let Some(count) = counts.get_mut(slip as usize) {
        *count += 1;
    }
}
