//! A text that is edited: what is remembered of it never changes what is found.

use mubin::{Memory, Options, Packs, analyze_remembering, analyze_with};

/// More edits than this add nothing but time.
const MOST: usize = 12;

/// The first line is the text; each further line is an edit: two numbers of one byte, where and how much is taken away, then what is put in.
pub fn same_as_fresh(packs: &Packs, bytes: &[u8]) {
    let mut pieces = bytes.split(|&byte| byte == 0);
    let mut text = String::from_utf8_lossy(pieces.next().unwrap_or_default()).into_owned();
    let mut memory = Memory::of_edits();
    let edits = pieces.take(MOST).map(Some);
    for edit in [None].into_iter().chain(edits) {
        if let Some([place, length, insert @ ..]) = edit {
            let from = boundary(&text, text.len() * usize::from(*place) / 255);
            let to = boundary(&text, from + usize::from(*length));
            text.replace_range(from..to, &String::from_utf8_lossy(insert));
        }
        let options = Options::default();
        let fresh = analyze_with(packs, &text, &options);
        let after = analyze_remembering(packs, &mut memory, &text, &options);
        assert!(fresh == after, "what is remembered changed what is found in {text:?}");
    }
}

/// The first place between two characters from here on.
fn boundary(text: &str, at: usize) -> usize {
    (at.min(text.len())..=text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}
