//! Romanisation by sound: a vowelled word as ISO 233-2, ALA-LC, DIN 31635 or the phonetic alphabet write it.
//!
//! One walk over the letters serves all four. What a sound is written as lies in `data/romanisation.tsv`; in what else the four
//! differ is five answers ([`Rules`]). A short vowel is held back until the next letter has shown whether it is a long one.

use std::sync::LazyLock;

use super::shape::Shape;
use super::units::{Unit, Vowel, irregular};
use super::{Endings, Scheme, Style};
use crate::data;

/// In what the schemes differ beside their signs.
struct Rules {
    /// Column of the table.
    column: usize,
    /// ل of the article becomes the sun letter after it: aš-šams.
    assimilates: bool,
    /// The vowel of hamzat al-wasl goes after another vowel: wa-l-qamar.
    elides: bool,
    /// As the Library of Congress joins and parts: lil-, la-hu, and a prime where two letters are no digraph: adʹham.
    library: bool,
    /// Sounds instead of letters: no hyphens, no capitals, ː for what is doubled, ʔ at the beginning.
    phonetic: bool,
}

const ISO: Rules = Rules { column: 1, assimilates: false, elides: false, library: false, phonetic: false };
const ALA: Rules = Rules { column: 2, library: true, ..ISO };
const DIN: Rules = Rules { column: 3, assimilates: true, elides: true, ..ISO };
const IPA: Rules = Rules { column: 4, phonetic: true, ..DIN };

impl Rules {
    fn of(scheme: Scheme) -> &'static Rules {
        match scheme {
            Scheme::AlaLc => &ALA,
            Scheme::Din31635 => &DIN,
            Scheme::Ipa => &IPA,
            _ => &ISO,
        }
    }
}

/// Rows of the table, ordered by sound.
static SOUNDS: LazyLock<Vec<[&str; 5]>> = LazyLock::new(|| {
    let mut rows: Vec<[&str; 5]> = data::columns(data::ROMANISATION).collect();
    rows.sort_unstable();
    rows
});

/// What stands before a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// Nothing, or a break in speech.
    Pause,
    /// A word that ends in a consonant.
    Consonant,
    /// A word that ends in a vowel.
    Vowel,
}

/// Letters to which the ل of the article becomes equal.
fn is_sun(letter: char) -> bool {
    matches!(letter, 'ت' | 'ث' | 'د' | 'ذ' | 'ر' | 'ز' | 'س' | 'ش' | 'ص' | 'ض' | 'ط' | 'ظ' | 'ل' | 'ن')
}

fn is_hamza(letter: char) -> bool {
    matches!(letter, 'ء' | 'أ' | 'إ' | 'ؤ' | 'ئ')
}

struct Writer<'a> {
    rules: &'static Rules,
    out: &'a mut String,
    before: Before,
    /// A short vowel that may prove long.
    held: Option<char>,
    /// The consonant just written, where nothing followed it.
    last: Option<char>,
}

/// Appends the word to `out`; what it leaves for the next word.
pub(super) fn speak(units: &[Unit], shape: &Shape, scheme: Scheme, style: Style, before: Before, out: &mut String) -> Before {
    let rules = Rules::of(scheme);
    let mut w = Writer { rules, out, before, held: None, last: None };
    let clitics = usize::from(shape.proclitics).min(units.len());
    let (front, rest) = units.split_at(clitics);
    let (article, stem) = rest.split_at(usize::from(shape.article.unwrap_or(0)).min(rest.len()));
    let pronoun_only = shape.pronoun && stem.len() <= 3 && shape.article.is_none() && stem.first().is_some_and(|u| u.letter != 'ا');
    for (at, unit) in front.iter().enumerate() {
        let last = at + 1 == front.len();
        w.proclitic(
            unit,
            !(last && pronoun_only && !rules.library || last && unit.letter == 'ل' && shape.article.is_some() && rules.library),
        );
    }
    let mut stem = irregular(stem).unwrap_or_else(|| stem.to_vec());
    let dropped = style.endings.unwrap_or(scheme.endings()) == Endings::Drop && shape.case && drop_ending(&mut stem, shape);
    if shape.article.is_some()
        && let Some(first) = stem.first_mut()
    {
        w.article(first, front.last().is_some_and(|u| u.letter == 'ل'));
        // The vowel of the article's ل is that of hamzat al-wasl: الِاسم.
        if let Some(lam) = article.last()
            && first.letter == 'ا'
            && first.vowel == Vowel::Unknown
        {
            first.vowel = lam.vowel;
        }
    }
    let from = w.out.len();
    w.stem(&stem, shape);
    let vowel = w.held.is_some() || w.last.is_none() && w.out.len() > from;
    w.flush();
    if style.capitals && shape.proper && !rules.phonetic {
        capitalise(out, from);
    }
    if vowel && !dropped { Before::Vowel } else { Before::Consonant }
}

/// Leaves the ending of case out; whether there was one.
fn drop_ending(stem: &mut Vec<Unit>, shape: &Shape) -> bool {
    if let Some(at) = stem.iter().rposition(|unit| unit.tanwin) {
        if shape.tanwin || stem.get(at + 1).is_some_and(|unit| unit.letter == 'ى') {
            return false;
        }
        stem.truncate(at + 1);
    }
    let long = stem.len() > 1;
    let Some(end) = stem.last_mut() else { return false };
    if end.vowel.letter().is_some() && long {
        (end.vowel, end.tanwin) = (Vowel::Unknown, false);
        return true;
    }
    // Already written as in pause.
    end.letter == 'ة' || end.double
}

/// Gives the first letter from there on its capital, past the signs of hamza and ʿayn.
fn capitalise(out: &mut String, from: usize) {
    let tail = out.split_off(from);
    let at = tail.find(|c: char| c.is_lowercase()).unwrap_or(0);
    let (signs, letters) = tail.split_at(at);
    out.push_str(signs);
    let mut rest = letters.chars();
    out.extend(rest.next().into_iter().flat_map(char::to_uppercase));
    out.push_str(rest.as_str());
}

impl Writer<'_> {
    fn sound(&self, sound: &str) -> Option<&'static str> {
        let at = SOUNDS.partition_point(|[key, ..]| *key < sound);
        let row = SOUNDS.get(at).filter(|[key, ..]| *key == sound)?;
        row.get(self.rules.column).map(|cell| cell.trim_matches('∅'))
    }

    /// Writes the short vowel that was held back.
    #[inline(never)]
    fn flush(&mut self) {
        if let Some(vowel) = self.held.take() {
            self.out.push(vowel);
            self.last = None;
        }
    }

    /// Writes a combination; the vowel that was held back is part of it.
    // Not drawn into each of its callers: in the browser, size counts here and not speed.
    #[inline(never)]
    fn combination(&mut self, sound: &str) {
        self.held = None;
        self.last = None;
        self.out.push_str(self.sound(sound).unwrap_or_default());
    }

    /// Writes a consonant.
    fn consonant(&mut self, letter: char, double: bool) {
        self.flush();
        let mut utf8 = [0; 4];
        let letter = if is_hamza(letter) { 'ء' } else { letter };
        let plain: &str = letter.encode_utf8(&mut utf8);
        let sign = self.sound(plain).unwrap_or(plain);
        if self.rules.library && letter == 'ه' && matches!(self.last, Some('ت' | 'د' | 'س' | 'ك')) {
            self.out.push('ʹ');
        }
        self.out.push_str(sign);
        if double {
            self.out.push_str(if self.rules.phonetic { "ː" } else { sign });
        }
        self.last = Some(letter);
        self.before = Before::Consonant;
    }

    /// Writes a clitic in front with its vowel.
    fn proclitic(&mut self, unit: &Unit, hyphen: bool) {
        self.initial(unit);
        let vowel = unit.vowel.letter().unwrap_or(if matches!(unit.letter, 'ب' | 'ل') { 'i' } else { 'a' });
        self.out.push(vowel);
        (self.last, self.before) = (None, Before::Vowel);
        if hyphen && !self.rules.phonetic {
            self.out.push('-');
        }
    }

    /// Writes a letter at the beginning of a word, where only phonetics writes hamza.
    fn initial(&mut self, unit: &Unit) {
        if !is_hamza(unit.letter) || self.rules.phonetic {
            self.consonant(unit.letter, unit.double);
        }
    }

    /// The vowel with which a word begins that is written with a bare alef; it goes after another vowel.
    fn wasl(&mut self, vowel: char) {
        if self.rules.elides && self.before == Before::Vowel {
            // A long vowel is shortened before the two consonants: fil bayt.
            if self.rules.phonetic && self.out.trim_end().ends_with('ː') {
                let gap = self.out.len() - self.out.trim_end().len();
                let at = self.out.len() - gap - 'ː'.len_utf8();
                self.out.remove(at);
            }
            return;
        }
        if self.rules.phonetic && self.before == Before::Pause {
            self.out.push('ʔ');
        }
        self.held = Some(vowel);
    }

    /// The article before a stem that begins with `first`; `joined` to a ل before it.
    fn article(&mut self, first: &mut Unit, joined: bool) {
        if !(joined && (self.rules.library || self.rules.elides)) {
            // Without elision the article keeps its vowel after everything but ل.
            if joined { self.held = None } else { self.wasl('a') }
        }
        let sun = is_sun(first.letter);
        if self.rules.phonetic {
            first.double |= sun;
            self.flush();
            if !sun {
                self.consonant('ل', false);
            }
            return;
        }
        self.consonant(if sun && self.rules.assimilates { first.letter } else { 'ل' }, false);
        if sun {
            first.double = false;
        }
        self.out.push('-');
        (self.last, self.before) = (None, Before::Consonant);
    }

    fn stem(&mut self, stem: &[Unit], shape: &Shape) {
        let end = stem.len().saturating_sub(1);
        for (at, unit) in stem.iter().enumerate() {
            let previous = at.checked_sub(1).and_then(|at| stem.get(at));
            let next = stem.get(at + 1);
            match unit.letter {
                'ا' if at == 0 => self.wasl(wasl_vowel(stem, shape)),
                'ا' | 'ى' => self.alef(unit, previous, at == end),
                'آ' => {
                    if at > 0 || self.rules.phonetic {
                        self.consonant('ء', unit.double);
                    }
                    self.combination("ā");
                }
                'ة' if at == end => self.feminine(unit, previous, shape),
                // The ل of الذي and اللواتي is written once where it is doubled.
                'ل' if at == 1
                    && unit.bare()
                    && next.is_some_and(|n| n.letter == 'ل' && n.double)
                    && stem.first().is_some_and(|u| u.letter == 'ا') => {}
                'و' | 'ي' => self.glide(unit, stem, at),
                _ => {
                    if at == 0 {
                        self.initial(unit)
                    } else {
                        self.consonant(unit.letter, unit.double)
                    }
                    self.after(unit, at == 0);
                }
            }
        }
    }

    /// What follows a consonant.
    fn after(&mut self, unit: &Unit, first: bool) {
        self.held = match (unit.vowel.letter(), unit.letter) {
            (None, 'إ') if first && unit.vowel == Vowel::Unknown => Some('i'),
            (None, 'أ') if first && unit.vowel == Vowel::Unknown => Some('a'),
            (vowel, _) => vowel,
        };
        if unit.dagger {
            self.combination("ā");
        } else if unit.tanwin {
            self.consonant('ن', false);
        }
    }

    /// ا and ى inside a word and at its end.
    fn alef(&mut self, unit: &Unit, previous: Option<&Unit>, end: bool) {
        let before = previous.copied().unwrap_or_default();
        match (self.held, unit.letter) {
            _ if before.tanwin => {}
            (Some('i'), 'ى') => self.combination("ī"),
            // مائة, and hamzat al-wasl inside a word.
            (Some('i' | 'u'), _) => {}
            (Some(_), 'ى') if end => self.combination("á"),
            (Some(_), _) => self.combination("ā"),
            // Silent after the و of a plural, after a long vowel, after a sukun.
            (None, _) if before.vowel == Vowel::None || before.dagger => {}
            (None, 'ا') if before.letter == 'و' && self.last.is_none() => {}
            (None, 'ى') if end => self.combination("á"),
            (None, _) => self.combination("ā"),
        }
    }

    /// و and ي: a consonant, the second half of a diphthong, or the length of the vowel before.
    fn glide(&mut self, unit: &Unit, stem: &[Unit], at: usize) {
        let (vowel, long, double, last) = if unit.letter == 'و' { ('u', "ū", "uww", "uww.") } else { ('i', "ī", "iyy", "iyy.") };
        let end = at + 1 == stem.len();
        let mute = !unit.double && matches!(unit.vowel, Vowel::Unknown | Vowel::None);
        if unit.dagger {
            self.combination("ā");
        } else if mute && self.held == Some(vowel) {
            self.combination(long);
        } else if unit.double && self.held == Some(vowel) {
            let pause = end && unit.vowel.letter().is_none();
            self.combination(if pause { last } else { double });
            self.last = (!pause).then_some(unit.letter);
            self.after(unit, false);
        } else if self.unmarked_long(unit, stem, at) {
            self.combination(long);
        } else {
            self.consonant(unit.letter, unit.double);
            self.after(unit, false);
        }
    }

    /// Whether nothing is marked, and the letter stands where it is mostly a long vowel: after a consonant and before none but the
    /// silent alef of a plural.
    fn unmarked_long(&self, unit: &Unit, stem: &[Unit], at: usize) -> bool {
        let previous = at.checked_sub(1).and_then(|at| stem.get(at));
        let opens = stem.get(at + 1).is_some_and(|next| next.letter == 'ا') && !(unit.letter == 'و' && at + 2 == stem.len());
        let consonant = |u: &Unit| u.bare() && !matches!(u.letter, 'ا' | 'و' | 'ي' | 'ى' | 'آ');
        unit.bare() && self.held.is_none() && !opens && previous.is_some_and(consonant)
    }

    /// ة at the end.
    fn feminine(&mut self, unit: &Unit, previous: Option<&Unit>, shape: &Shape) {
        let long = previous.is_some_and(|u| u.letter == 'ا' || u.dagger);
        if !long && self.held.is_none() && self.last.is_some() {
            self.held = Some('a');
        }
        self.flush();
        let bound = unit.vowel.letter().is_some() || shape.construct || shape.pronoun;
        let sign = self
            .sound(if bound {
                "ة+"
            } else if long {
                "āة"
            } else {
                "ة"
            })
            .unwrap_or_default();
        self.out.push_str(sign);
        // Nothing is elided after it, as it stands for a consonant.
        self.last = Some('ة');
        self.after(unit, false);
    }
}

/// The vowel of hamzat al-wasl.
fn wasl_vowel(stem: &[Unit], shape: &Shape) -> char {
    let unit = |at: usize| stem.get(at).copied().unwrap_or_default();
    if let Some(vowel) = unit(0).vowel.letter() {
        return vowel;
    }
    if unit(1).letter == 'ل' && (unit(1).double || unit(2).letter == 'ل' && unit(2).double) {
        return 'a';
    }
    if shape.verb && unit(2).vowel == Vowel::U {
        return 'u';
    }
    if unit(1).vowel == Vowel::None || shape.article.is_some() { 'i' } else { 'a' }
}
