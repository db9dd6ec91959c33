//! What a character is, as far as Arabic text needs to know.
//!
//! ASCII and the Arabic block, which are nearly all of a text, are answered by a table; everything else by value, and what is left
//! asks the Unicode character database. One answer per character, so that the stages above never test ranges of their own.

use unicode_properties::{EmojiStatus, GeneralCategory, GeneralCategoryGroup, UnicodeEmoji, UnicodeGeneralCategory};

/// The class of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// White space inside a line.
    Space,
    /// Ends a line.
    Newline,
    /// A letter of the Arabic script, presentation forms and tatweel included.
    Arabic,
    /// A combining mark: vowels, shadda, Quranic signs, variation selectors, any other mark.
    Mark,
    /// A decimal digit of any family.
    Digit,
    /// A Latin letter.
    Latin,
    /// A letter of another script.
    OtherLetter,
    /// Neither seen nor white space: zero-width characters, bidirectional controls, BOM, soft hyphen, C0 and C1.
    Invisible,
    /// An Arabic sign that encloses the digits that follow it (end of ayah, number and year signs).
    Enclosing,
    /// Punctuation.
    Punctuation,
    /// Everything else that can be seen.
    Symbol,
    /// A character shown as a picture.
    Emoji,
}

/// The tatweel, which stretches a word and means nothing.
pub const TATWEEL: char = '\u{0640}';

/// The classes of ASCII and of the Arabic block.
static COMMON: [[Class; 256]; 2] = [block(0x0000), block(0x0600)];

/// The classes of 256 code points; those of which only the database knows are none of ASCII's or of the Arabic block's.
#[allow(clippy::indexing_slicing)] // worked out by the compiler, which would refuse a place beyond the end
const fn block(first: u32) -> [Class; 256] {
    let mut out = [Class::Symbol; 256];
    let mut low = 0;
    while low < 256 {
        if let Some(class) = by_value(first + low as u32) {
            out[low] = class;
        }
        low += 1;
    }
    out
}

/// The class of `c`.
#[inline]
pub fn class(c: char) -> Class {
    let code = c as u32;
    let [ascii, arabic] = &COMMON;
    let table = match code {
        0..=0x7F => ascii,
        0x0600..=0x06FF => arabic,
        _ => return uncommon(c),
    };
    table.get(code as usize & 0xFF).copied().unwrap_or(Class::Symbol)
}

fn uncommon(c: char) -> Class {
    by_value(c as u32).unwrap_or_else(|| from_database(c))
}

const fn by_value(code: u32) -> Option<Class> {
    Some(match code {
        0x0620..=0x064A | 0x066E | 0x066F | 0x0671..=0x06D3 | 0x06D5 | 0x06EE | 0x06EF | 0x06FA..=0x06FC | 0x06FF => Class::Arabic,
        0x20 | 0x09 | 0xA0 => Class::Space,
        0x0A..=0x0D | 0x85 | 0x2028 | 0x2029 => Class::Newline,
        0x30..=0x39 | 0x0660..=0x0669 | 0x06F0..=0x06F9 => Class::Digit,
        0x41..=0x5A | 0x61..=0x7A => Class::Latin,
        0x064B..=0x065F | 0x0670 | 0x0610..=0x061A => Class::Mark,
        0x25 | 0x066A | 0x24 | 0x2B | 0x3C..=0x3E | 0x5E | 0x60 | 0x7C | 0x7E => Class::Symbol,
        0x21..=0x7E => Class::Punctuation,
        0x0606..=0x0608 | 0x060B | 0x060E | 0x060F | 0x06DE | 0x06E9 | 0x06FD | 0x06FE => Class::Symbol,
        0x0609 | 0x060A | 0x060C | 0x060D | 0x061B | 0x061D..=0x061F | 0x066B..=0x066D | 0x06D4 => Class::Punctuation,
        0x06D6..=0x06DC | 0x06DF..=0x06E4 | 0x06E7 | 0x06E8 | 0x06EA..=0x06ED => Class::Mark,
        0x06E5 | 0x06E6 => Class::OtherLetter,
        0x00..=0x1F | 0x7F..=0x9F => Class::Invisible,
        0x0600..=0x0605 | 0x06DD | 0x0890 | 0x0891 | 0x08E2 => Class::Enclosing,
        0x0750..=0x077F | 0x0870..=0x0887 | 0x0889..=0x088E | 0x08A0..=0x08C9 => Class::Arabic,
        0xFB50..=0xFBB1 | 0xFBD3..=0xFD3D | 0xFD50..=0xFDC7 | 0xFDF0..=0xFDFB | 0xFE70..=0xFEFC => Class::Arabic,
        0xAD | 0x061C | 0x180E | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0xFEFF => Class::Invisible,
        0xFFF9..=0xFFFB | 0xE0000..=0xE007F => Class::Invisible,
        0xFE00..=0xFE0F | 0xE0100..=0xE01EF => Class::Mark,
        _ => return None,
    })
}

fn from_database(c: char) -> Class {
    match c.general_category() {
        GeneralCategory::DecimalNumber => return Class::Digit,
        GeneralCategory::Format | GeneralCategory::Control => return Class::Invisible,
        GeneralCategory::LineSeparator | GeneralCategory::ParagraphSeparator => return Class::Newline,
        _ => {}
    }
    match c.general_category_group() {
        GeneralCategoryGroup::Separator => Class::Space,
        GeneralCategoryGroup::Mark => Class::Mark,
        GeneralCategoryGroup::Letter => {
            if is_latin(c) {
                Class::Latin
            } else {
                Class::OtherLetter
            }
        }
        GeneralCategoryGroup::Punctuation => Class::Punctuation,
        _ if is_emoji(c) => Class::Emoji,
        _ => Class::Symbol,
    }
}

/// Latin letters outside ASCII: Latin-1 to Latin Extended-B, Extended Additional, Extended-C to -E, full width.
fn is_latin(c: char) -> bool {
    matches!(c as u32, 0xAA | 0xBA | 0xC0..=0x24F | 0x1E00..=0x1EFF | 0x2C60..=0x2C7F | 0xA720..=0xA7FF | 0xAB30..=0xAB6F
        | 0xFF21..=0xFF3A | 0xFF41..=0xFF5A)
}

fn is_emoji(c: char) -> bool {
    matches!(
        c.emoji_status(),
        EmojiStatus::EmojiPresentation
            | EmojiStatus::EmojiPresentationAndModifierBase
            | EmojiStatus::EmojiPresentationAndModifierAndEmojiComponent
            | EmojiStatus::EmojiPresentationAndEmojiComponent
    )
}

/// Whether `c` may be drawn as an emoji when a variation selector asks for it.
pub fn may_be_emoji(c: char) -> bool {
    !matches!(c.emoji_status(), EmojiStatus::NonEmoji | EmojiStatus::NonEmojiButEmojiComponent) && !c.is_ascii()
}

/// The value of a decimal digit of the three families Arabic text uses.
pub fn digit_value(c: char) -> Option<u8> {
    let base = match c as u32 {
        0x30..=0x39 => 0x30,
        0x0660..=0x0669 => 0x0660,
        0x06F0..=0x06F9 => 0x06F0,
        _ => return None,
    };
    u8::try_from(c as u32 - base).ok()
}

/// The value of a fraction that is one character (½), as Unicode gives it.
pub fn fraction_value(c: char) -> Option<f64> {
    let (above, below) = match c {
        '½' => (1.0, 2.0),
        '⅓' => (1.0, 3.0),
        '⅔' => (2.0, 3.0),
        '¼' => (1.0, 4.0),
        '¾' => (3.0, 4.0),
        '⅕' => (1.0, 5.0),
        '⅖' => (2.0, 5.0),
        '⅗' => (3.0, 5.0),
        '⅘' => (4.0, 5.0),
        '⅙' => (1.0, 6.0),
        '⅚' => (5.0, 6.0),
        '⅐' => (1.0, 7.0),
        '⅛' => (1.0, 8.0),
        '⅜' => (3.0, 8.0),
        '⅝' => (5.0, 8.0),
        '⅞' => (7.0, 8.0),
        '⅑' => (1.0, 9.0),
        '⅒' => (1.0, 10.0),
        _ => return None,
    };
    Some(above / below)
}

/// Marks that end a sentence.
pub fn is_terminal(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '\u{061F}' | '\u{06D4}' | '\u{2026}' | '\u{203C}' | '\u{203D}' | '\u{2047}'..='\u{2049}' | '\u{3002}')
}

/// Quotation marks that only close. Straight and English marks go both ways in Arabic text and are not among them.
pub fn is_closer(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '\u{00BB}' | '\u{203A}' | '\u{FD3E}')
}

/// Quotation marks and brackets that only open.
pub fn is_opener(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '\u{00AB}' | '\u{2039}' | '\u{FD3F}')
}

/// Quotation marks of any kind.
pub fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '\u{00AB}' | '\u{00BB}' | '\u{2018}'..='\u{201F}' | '\u{2039}' | '\u{203A}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes() {
        for (c, expected) in [
            ('ا', Class::Arabic),
            ('ـ', Class::Arabic),
            ('\u{064E}', Class::Mark),
            ('٣', Class::Digit),
            ('۴', Class::Digit),
            ('7', Class::Digit),
            ('،', Class::Punctuation),
            ('؟', Class::Punctuation),
            ('«', Class::Punctuation),
            ('%', Class::Symbol),
            ('٪', Class::Symbol),
            ('|', Class::Symbol),
            ('é', Class::Latin),
            ('Ж', Class::OtherLetter),
            ('\u{200F}', Class::Invisible),
            ('\u{FEFF}', Class::Invisible),
            ('\u{00A0}', Class::Space),
            ('\u{2028}', Class::Newline),
            ('\u{06DD}', Class::Enclosing),
            ('\u{1F600}', Class::Emoji),
            ('\u{2764}', Class::Symbol),
            ('\u{FEFB}', Class::Arabic),
            ('\u{3000}', Class::Space),
            ('\u{202F}', Class::Space),
        ] {
            assert_eq!(class(c), expected, "{:04X}", c as u32);
        }
    }

    #[test]
    fn the_table_says_what_the_database_says() {
        // What the engine sees differently is said by value: letters of the script, signs that enclose digits, controls that are lines' ends.
        let same = |c: char| class(c) == from_database(c);
        for c in (0x21..=0x7Eu32).chain(0x0600..=0x06FF).filter_map(char::from_u32) {
            let own = matches!(class(c), Class::Arabic | Class::Enclosing | Class::Space | Class::Newline)
                || matches!(c, '%' | '\u{66A}' | 'A'..='Z' | 'a'..='z');
            assert!(own || same(c), "{:04X}", c as u32);
        }
    }

    #[test]
    fn digits_of_three_families() {
        assert_eq!(['4', '٤', '۴'].map(digit_value), [Some(4); 3]);
        assert_eq!(digit_value('x'), None);
    }
}
