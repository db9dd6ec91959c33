//! Passives and imperatives that the dictionary leaves to its user, derived from the active stems.
//!
//! The perfect passive replaces the last vowel of the stem by i and those before it by u (Wright, *Grammar of the Arabic
//! Language*, I §42, §74); the imperative takes the prefix off the imperfect and helps a cluster with a vowel (I §58-60).

use super::{Form, Lexeme};

/// Adds what is derived from the stems of a verb.
pub fn derive(lexeme: &mut Lexeme) {
    let mut derived = Vec::new();
    let intransitive = lexeme.forms.iter().any(|form| form.category.contains("_intr"));
    let has_passive = |name: &str| lexeme.forms.iter().any(|form| form.category.starts_with(name) && form.category.contains("Pass"));
    for form in &lexeme.forms {
        let category = form.category.trim_end_matches("_intr");
        if !intransitive || category.starts_with("PV_V") {
            let target = match category {
                "PV" | "PV-n" | "PV-t" | "PV->" => Some("PV_Pass"),
                "PV_V" => Some("PV_V_Pass"),
                "PV_0" | "PV_0h" => Some("PV_Pass-aAat"),
                _ => None,
            };
            if let Some((target, text)) = target.zip(passive_perfect(&form.text)) {
                derived.push(Form::new(text, target));
            }
            if !has_passive("IV") {
                let target = match category.trim_end_matches("_yu") {
                    "IV" | "IV-n" => Some("IV_Pass_yu"),
                    _ => None,
                };
                if let Some((target, text)) = target.zip(passive_imperfect(&form.text)) {
                    derived.push(Form::new(text, target));
                }
            }
        }
        let causative = category.ends_with("_yu");
        let target = match category.trim_end_matches("_yu").trim_end_matches("_intr") {
            "IV" | "IV-n" | "IV_0hwnyn" => Some("CV"),
            "IV_C" => Some("CV_C"),
            "IV_V" => Some("CV_V"),
            _ => None,
        };
        if let Some((target, text)) = target.zip(imperative(&form.text, causative)) {
            derived.push(Form::new(text, target));
        }
    }
    for form in derived {
        if !lexeme.forms.iter().any(|known| known.text == form.text && known.category == form.category) {
            lexeme.forms.push(form);
        }
    }
}

/// `katab` → `kutib`, `{isotaxodam` → `{usotuxodim`, `qAl` → `qiyl`, `ramaY` → `rumiy`, `qAtal` → `quwtil`.
pub fn passive_perfect(stem: &[u8]) -> Option<Vec<u8>> {
    // A defective verb ends in iy.
    let (stem, tail): (&[u8], &[u8]) = match stem {
        [rest @ .., b'a', b'Y'] => (rest, b"iy"),
        [rest @ .., b'A'] if rest.len() > 1 => (rest, b"iy"),
        _ => (stem, b""),
    };
    let mut out = Vec::with_capacity(stem.len() + 3);
    let last = if tail.is_empty() { last_vowel(stem)? } else { stem.len() };
    let doubled = stem.ends_with(b"~");
    let eighth = stem.first() == Some(&b'{') && stem.iter().filter(|b| !super::super::buckwalter::is_mark(**b)).nth(2) == Some(&b't');
    for (at, &b) in stem.iter().enumerate() {
        match b {
            b'a' | b'i' | b'u' if at < last => out.push(b'u'),
            b'a' | b'i' | b'u' if doubled && (eighth || at == 1) => out.push(b'u'),
            b'a' | b'i' | b'u' => out.push(b'i'),
            b'A' if at == last => {
                // The hollow verb has one long i for both of its vowels.
                if out.last() == Some(&b'u') && out.len() == 2 {
                    out.pop();
                }
                out.extend_from_slice(b"iy");
            }
            b'A' if at < last => out.extend_from_slice(b"uw"),
            b'|' if at == 0 => out.extend_from_slice(b">uw"),
            _ => out.push(b),
        }
    }
    out.extend_from_slice(tail);
    if out.get(1) == Some(&b'i') && out.len() > 3 && out.get(2) != Some(&b'y') {
        return None;
    }
    respell(&mut out);
    Some(out)
}

/// `kotub` → `kotab`, `sotaxodim` → `sotaxodam`.
pub fn passive_imperfect(stem: &[u8]) -> Option<Vec<u8>> {
    let last = last_vowel(stem)?;
    let mut out = stem.to_vec();
    if matches!(out.get(last), Some(b'A')) {
        return None;
    }
    *out.get_mut(last)? = b'a';
    Some(out)
}

/// `kotub` → `{ukotub`, `sotaxodim` → `{isotaxodim`, `rosil` of a causative → `>arosil`, `qad~im` as it is.
pub fn imperative(stem: &[u8], causative: bool) -> Option<Vec<u8>> {
    let vowel = last_vowel(stem).and_then(|at| stem.get(at));
    let mut out = Vec::with_capacity(stem.len() + 2);
    if stem.get(1) == Some(&b'o') {
        match (causative, vowel) {
            (true, _) => out.extend_from_slice(b">a"),
            (false, Some(b'u')) => out.extend_from_slice(b"{u"),
            _ => out.extend_from_slice(b"{i"),
        }
    } else if stem.len() < 3 || stem.first() == Some(&b'&') {
        return None;
    }
    out.extend_from_slice(stem);
    Some(out)
}

/// Position of the last short vowel, or of the long a that stands for it.
fn last_vowel(stem: &[u8]) -> Option<usize> {
    stem.iter().rposition(|b| matches!(b, b'a' | b'i' | b'u')).max(stem.iter().rposition(|&b| b == b'A').filter(|&at| at > 0))
}

/// Hamza inside a word before i sits on ي.
fn respell(stem: &mut [u8]) {
    for at in 1..stem.len() {
        if stem.get(at + 1) == Some(&b'i')
            && let Some(b) = stem.get_mut(at)
            && matches!(*b, b'>' | b'&')
        {
            *b = b'}';
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passives_of_every_kind() {
        for (active, passive) in [
            ("katab", "kutib"),
            ("{isotaxodam", "{usotuxodim"),
            ("qAl", "qiyl"),
            ("ramaY", "rumiy"),
            ("qAtal", "quwtil"),
            (">aEolan", ">uEolin"),
            ("mad~", "mud~"),
            (">aEad~", ">uEid~"),
            ("{iHotal~", "{uHotul~"),
            ("sa>al", "su}il"),
            ("{isotafAd", "{usotufiyd"),
            ("{isotadoEaY", "{usotudoEiy"),
        ] {
            assert_eq!(passive_perfect(active.as_bytes()).map(|p| String::from_utf8(p).unwrap()).as_deref(), Some(passive), "{active}");
        }
    }

    #[test]
    fn imperatives() {
        assert_eq!(imperative(b"kotub", false).unwrap(), b"{ukotub");
        assert_eq!(imperative(b"sotaxodim", false).unwrap(), b"{isotaxodim");
        assert_eq!(imperative(b"rosil", true).unwrap(), b">arosil");
        assert_eq!(imperative(b"qad~im", true).unwrap(), b"qad~im");
    }
}
