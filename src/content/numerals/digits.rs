//! Numbers in digits of any family.
//!
//! A separator is read by what stands around it: groups of three behind ٬ or , are thousands, several stops in a row are
//! groups too, everything else is a decimal point. What is no single number, as a version 2.1.4 or a clock time, is none.

use crate::text::chars;

/// The value of a number in digits; none where the text is no single number.
pub fn value(text: &str) -> Option<f64> {
    let plain = |c: char| chars::digit_value(c).map(|d| char::from(b'0' + d));
    let mut parts: Vec<String> = vec![String::new()];
    let mut separators: Vec<char> = Vec::new();
    for c in text.chars() {
        match (plain(c), c) {
            (Some(digit), _) => parts.last_mut()?.push(digit),
            (None, '.' | ',' | '،' | '\u{066B}' | '\u{066C}') => {
                separators.push(c);
                parts.push(String::new());
            }
            _ => return None,
        }
    }
    let (first, rest) = parts.split_first()?;
    if first.is_empty() || rest.iter().any(String::is_empty) {
        return None;
    }
    let whole = |groups: &[String]| groups.concat();
    let grouped = |groups: &[String]| groups.iter().all(|g| g.len() == 3) && (1..=3).contains(&first.len()) && !first.starts_with('0');
    let last = separators.last().copied();
    let same = separators.iter().all(|s| Some(*s) == last);
    let number = match (last, rest.len()) {
        (None, _) => whole(&parts),
        (Some('\u{066B}'), 1) => format!("{first}.{}", whole(rest)),
        (Some('.'), 1) => format!("{first}.{}", whole(rest)),
        (Some('\u{066C}' | ',' | '،'), 1) if grouped(rest) => whole(&parts),
        (Some(_), 1) => format!("{first}.{}", whole(rest)),
        (Some(_), _) if same && grouped(rest) => whole(&parts),
        (Some(_), _) => {
            let (decimals, groups) = rest.split_last()?;
            let (_, grouping) = separators.split_last()?;
            let one_sign = grouping.windows(2).all(|pair| pair.first() == pair.last()) && grouping.first() != last.as_ref();
            if !one_sign || !grouped(groups) {
                return None;
            }
            format!("{first}{}.{decimals}", whole(groups))
        }
    };
    number.parse().ok()
}

/// The digits alone, where there is nothing else: what years and days are read from.
pub fn plain(text: &str) -> Option<u32> {
    let digits: Option<String> = text.chars().map(|c| chars::digit_value(c).map(|d| char::from(b'0' + d))).collect();
    digits.filter(|d| (1..=9).contains(&d.len()))?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_are_read_by_their_place() {
        for (text, expected) in [
            ("١٬٢٠٤", Some(1204.0)),
            ("۹٫۹۹", Some(9.99)),
            ("14,500", Some(14500.0)),
            ("25799,52", Some(25799.52)),
            ("0,234", Some(0.234)),
            ("1.234.567", Some(1_234_567.0)),
            ("1,234.5", Some(1234.5)),
            ("١٬٠٠٠٬٠٠٠٫٠٠", Some(1e6)),
            ("2.142", Some(2.142)),
            ("2.1.4", None),
            ("192.168.1.2", None),
            ("10:30", None),
            ("007", Some(7.0)),
        ] {
            assert_eq!(value(text), expected, "{text}");
        }
        assert_eq!(plain("٢٠٢٤"), Some(2024));
        assert_eq!(plain("2,024"), None);
    }
}
