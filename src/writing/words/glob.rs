//! Words with gaps: `*` for any letters, `?` for one.
//!
//! Two pointers and one place to return to, the last `*`: what stood before it never has to be tried again, since an earlier star that
//! matched less would only have left more for the later one. So a word costs at most its length times the pattern's, however many stars.

/// Whether the whole of `text` fits `pattern`.
pub fn fits(pattern: &[char], text: &str) -> bool {
    let mut rest = text.chars();
    let mut at = 0;
    // After the last star: the pattern, and the text it is tried on.
    let mut star: Option<(usize, std::str::Chars<'_>)> = None;
    loop {
        let mut next = rest.clone();
        match (pattern.get(at), next.next()) {
            (Some('*'), _) => {
                at += 1;
                star = Some((at, rest.clone()));
            }
            (None, None) => return true,
            (Some(&wanted), Some(c)) if wanted == '?' || wanted == c => {
                at += 1;
                rest = next;
            }
            // The text is at its end and the pattern is not: a star that takes more leaves less.
            (Some(_), None) => return false,
            _ => {
                let Some((after, from)) = &mut star else { return false };
                from.next();
                (at, rest) = (*after, from.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_and_single_letters() {
        let fits = |pattern: &str, text: &str| fits(&pattern.chars().collect::<Vec<_>>(), text);
        for (pattern, text, expected) in [
            ("م*ون", "معلمون", true),
            ("م*ون", "معلمين", false),
            ("*", "", true),
            ("?", "", false),
            ("م?رس", "مدرس", true),
            ("م?رس", "مدارس", false),
            ("**كتاب**", "والكتابين", true),
            ("*ا*ا*", "كتاب", false),
            ("*اب", "ابابا", false),
            ("كتاب", "كتاب", true),
            ("كتاب", "كتابه", false),
            ("", "", true),
        ] {
            assert_eq!(fits(pattern, text), expected, "{pattern} {text}");
        }
    }

    #[test]
    fn many_stars_cost_no_more_than_letters() {
        let pattern: Vec<char> = "*ا".repeat(50).chars().chain(['ب']).collect();
        // Trying every way of sharing the letters out would not end before the sun does.
        assert!(!fits(&pattern, &"ا".repeat(10_000)));
    }
}
