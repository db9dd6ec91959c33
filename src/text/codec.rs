//! Bytes to characters by the WHATWG standard.
//!
//! Browsers carry the tables of every encoding themselves, and so the browser's build asks `TextDecoder` for them; programs outside use
//! encoding_rs, which is what Firefox uses. Both follow one standard, so what a file says does not depend on where it is opened.

/// An encoding, by its name in the standard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Codec {
    name: String,
}

impl Codec {
    /// UTF-8.
    pub fn utf8() -> Codec {
        Codec { name: "UTF-8".to_string() }
    }

    /// The encoding of a label, any of the names a web page may give it; none for one that does not exist.
    pub fn for_label(label: &str) -> Option<Codec> {
        platform::name(label.trim()).map(|name| Codec { name })
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Decodes bytes; U+FFFD stands for what cannot be. A byte order mark is left out.
    pub fn decode(&self, bytes: &[u8]) -> String {
        platform::decode(&self.name, bytes)
    }

    /// The bytes that decode to `text` in an encoding of one byte a character; none where it has no byte for one of them.
    pub fn encode_single_byte(&self, text: &str) -> Option<Vec<u8>> {
        let all: Vec<u8> = (0..=255).collect();
        let letters: Vec<char> = self.decode(&all).chars().collect();
        if letters.len() != 256 {
            return None;
        }
        let mut bytes: std::collections::HashMap<char, u8> = letters.into_iter().zip(all).collect();
        bytes.remove(&'\u{FFFD}');
        text.chars().map(|c| bytes.get(&c).copied()).collect()
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod platform {
    use encoding_rs::Encoding;

    pub fn name(label: &str) -> Option<String> {
        Encoding::for_label(label.as_bytes()).map(|e| e.name().to_string())
    }

    pub fn decode(name: &str, bytes: &[u8]) -> String {
        let encoding = Encoding::for_label(name.as_bytes()).unwrap_or(encoding_rs::UTF_8);
        encoding.decode_with_bom_removal(bytes).0.into_owned()
    }
}

#[cfg(target_arch = "wasm32")]
mod platform {
    use web_sys::TextDecoder;

    /// Names as the standard spells them; `TextDecoder` gives them in small letters.
    const SPELLED: [(&str, &str); 6] = [
        ("big5", "Big5"),
        ("gbk", "GBK"),
        ("shift_jis", "Shift_JIS"),
        ("gb18030", "gb18030"),
        ("macintosh", "macintosh"),
        ("ibm866", "IBM866"),
    ];

    pub fn name(label: &str) -> Option<String> {
        let small = TextDecoder::new_with_label(label).ok()?.encoding();
        let spelled = SPELLED.iter().find(|(known, _)| *known == small).map(|(_, name)| (*name).to_string());
        let own_case = small.starts_with("windows-") || small.starts_with("x-");
        Some(spelled.unwrap_or_else(|| if own_case { small } else { small.to_uppercase() }))
    }

    /// What windows-1252 has at 0x80 to 0x9F. Some versions of Node read Latin-1 in its place, whose characters there are controls.
    const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";

    pub fn decode(name: &str, bytes: &[u8]) -> String {
        if name == "windows-1252" {
            let high: Vec<char> = HIGH.chars().collect();
            let character = |b: u8| b.checked_sub(0x80).and_then(|at| high.get(at as usize).copied()).unwrap_or(char::from(b));
            return bytes.iter().map(|&b| character(b)).collect();
        }
        // The names come from `name`, and without `fatal` nothing fails.
        let decoder = TextDecoder::new_with_label(name).or_else(|_| TextDecoder::new());
        decoder.and_then(|decoder| decoder.decode_with_u8_array(bytes)).unwrap_or_default()
    }
}
