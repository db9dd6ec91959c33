//! Roots as grammars write them, from the groups of the dictionary.
//!
//! The dictionary files lexemes in groups, one to a root, some with a heading. A heading is a string of letters in
//! alphabetical filing: hamza as alef, doubled radicals once, loans under all their letters; what the filing hides is put back. A group
//! without a heading shows its root in its verbs, whose forms have fixed places for the radicals, else in what is left of its nouns when the
//! letters that derive them are taken off. `root-corrections.tsv` has the groups that this gets wrong.

use std::collections::HashMap;

use super::{Form, Lexeme};
use crate::data;
use crate::lexicon::PartOfSpeech;
use crate::lexicon::buckwalter::{self, is_mark};

/// Gives the lexemes of each group their root. `groups` has the group of each lexeme and its heading, empty for none.
pub fn assign(lexemes: &mut [Lexeme], groups: &[(usize, Vec<u8>)]) {
    let corrections: HashMap<Vec<u8>, Vec<u8>> = data::columns::<2>(data::ROOT_CORRECTIONS)
        .map(|[lemma, root]| (lemma.bytes().collect(), if root == "-" { Vec::new() } else { buckwalter::encode(root) }))
        .collect();
    let mut start = 0;
    while let Some((number, heading)) = groups.get(start) {
        let end = groups.iter().skip(start).position(|(n, _)| n != number).map_or(groups.len(), |n| start + n);
        let Some(group) = lexemes.get_mut(start..end) else { break };
        let root = of_group(heading, group);
        for lexeme in group {
            lexeme.root = corrections.get(&lexeme.lemma).cloned().unwrap_or_else(|| root.clone());
        }
        start = end;
    }
}

fn of_group(heading: &[u8], group: &[Lexeme]) -> Vec<u8> {
    let proper = group.iter().all(|l| l.forms.iter().all(|f| f.pos == PartOfSpeech::Proper));
    if let Some(root) = of_heading(heading) {
        if proper && !group.iter().any(|l| contains(&l.lemma, &root)) {
            return Vec::new();
        }
        // Filing writes a weak radical as it likes; the verbs of the group know.
        return of_verbs(group).filter(|verb| alike(verb, &root)).unwrap_or(root);
    }
    if proper {
        return Vec::new();
    }
    of_verbs(group).or_else(|| of_nouns(group)).unwrap_or_default()
}

/// Gives names that are also ordinary words, or nisbas of them, the roots of those.
pub fn of_names(lexemes: &mut [Lexeme]) {
    let known: HashMap<Vec<u8>, Vec<u8>> = lexemes
        .iter()
        .filter(|l| !l.root.is_empty() && l.root.len() <= 4 && l.forms.iter().any(|f| f.pos != PartOfSpeech::Proper))
        .map(|l| (plain(&l.lemma), l.root.clone()))
        .collect();
    for lexeme in lexemes.iter_mut().filter(|l| l.root.is_empty()) {
        let text = plain(&lexeme.lemma);
        let found = known.get(&text).or_else(|| known.get(text.strip_suffix(b"iy~")?));
        if let Some(root) = found {
            lexeme.root.clone_from(root);
        }
    }
}

/// Without sukun.
fn plain(lemma: &[u8]) -> Vec<u8> {
    lemma.iter().copied().filter(|&b| b != b'o').collect()
}

/// The root of the ordinary word that a lemma is, if it is one; final vowels aside.
pub fn of_lemma<'a>(lexemes: &'a [Lexeme], lemma: &[u8]) -> Option<&'a [u8]> {
    let open = |l: &[u8]| {
        let mut l = plain(l);
        while l.last().is_some_and(|b| matches!(b, b'a' | b'u' | b'i' | b'F')) || l.ends_with(b"AF") {
            l.pop();
        }
        l
    };
    let wanted = open(lemma);
    lexemes.iter().find(|l| !l.root.is_empty() && open(&l.lemma) == wanted).map(|l| l.root.as_slice())
}

/// The same but for weak radicals and hamzas.
fn alike(a: &[u8], b: &[u8]) -> bool {
    let weak = |x: u8| if matches!(x, b'w' | b'y' | b'\'') { b'w' } else { x };
    a.len() == b.len() && a.iter().zip(b).all(|(&x, &y)| weak(x) == weak(y))
}

fn of_heading(heading: &[u8]) -> Option<Vec<u8>> {
    if !(2..=4).contains(&heading.len()) || heading.iter().any(|&b| is_mark(b) && b != b'a') {
        return None;
    }
    let mut root: Vec<u8> = heading.iter().map(|&b| hamza(if b == b'A' { b'>' } else { b })).collect();
    if let [first, second] = *root.as_slice() {
        root = vec![first, second, second];
    }
    Some(root)
}

fn hamza(b: u8) -> u8 {
    if matches!(b, b'>' | b'<' | b'|' | b'&' | b'}') { b'\'' } else { b }
}

/// The root that most verbs of a group show.
fn of_verbs(group: &[Lexeme]) -> Option<Vec<u8>> {
    let mut votes: HashMap<Vec<u8>, usize> = HashMap::new();
    for lexeme in group {
        let verb = lexeme.forms.iter().any(|f| f.category.starts_with("PV") && !f.category.contains("Pass"));
        if let Some(root) = verb.then(|| of_perfect(&lexeme.lemma, &lexeme.forms)).flatten() {
            // The first form shows weak radicals best.
            *votes.entry(root.0).or_default() += if root.1 { 3 } else { 1 };
        }
    }
    votes.into_iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0))).map(|(root, _)| root)
}

/// Radicals of a perfect, and whether it is of the first form.
fn of_perfect(lemma: &[u8], forms: &[Form]) -> Option<(Vec<u8>, bool)> {
    // Letters with their doubling; alef as `A`, hamzas as they stand.
    let mut letters: Vec<(u8, bool)> = Vec::new();
    for &b in lemma {
        if b == b'~' {
            letters.last_mut()?.1 = true;
        } else if b == b'|' {
            letters.extend([(b'>', false), (b'A', false)]);
        } else if !is_mark(b) {
            letters.push((b, false));
        }
    }
    let at = |i: usize| letters.get(i).copied().unwrap_or((0, false));
    let long = |i: usize| at(i).0 == b'A';
    let count = letters.len();
    let tenth = lemma.starts_with(b"{iso") && at(2).0 == b't' && count >= 5;
    let seventh = lemma.starts_with(b"{in") && count >= 5;
    let fifth = lemma.starts_with(b"ta") && count >= 4 && (count >= 5 || letters.iter().any(|l| l.1) || long(2));
    let fourth = lemma.starts_with(b">a") && count >= 3 && (lemma.get(3) == Some(&b'o') || long(2) || count == 3 && at(2).1);
    let derived = if tenth {
        3
    } else if seventh {
        2
    } else if lemma.starts_with(b"{") {
        return eighth(&letters, forms).map(|root| (root, false));
    } else {
        usize::from(fifth || fourth)
    };
    let first = derived == 0 && (count == 2 || count == 3 && letters.iter().all(|l| !l.1));
    Some((radicals(letters.get(derived..)?, forms)?, first))
}

/// {iCtaCaC: the second letter after the alef is the infix, unless it merged with the first radical.
fn eighth(letters: &[(u8, bool)], forms: &[Form]) -> Option<Vec<u8>> {
    let body = letters.get(1..)?;
    match *body {
        [(b't', true), ref rest @ ..] if rest.len() == 2 => {
            let mut root = vec![b'w'];
            root.extend(rest.iter().map(|l| l.0));
            Some(finish(root, forms))
        }
        [(first, false), (b't' | b'T' | b'd', false), ref rest @ ..] if (1..=2).contains(&rest.len()) => {
            let mut body = vec![(first, false)];
            body.extend_from_slice(rest);
            radicals(&body, forms)
        }
        [(first, true), ref rest @ ..] if rest.len() == 2 => {
            let mut root = vec![first];
            root.extend(rest.iter().map(|l| l.0));
            Some(finish(root, forms))
        }
        [(a, false), (b, false), (c, true)] => Some(finish(vec![a, b, c], forms)),
        _ => None,
    }
}

/// Radicals of letters without derivational prefixes.
fn radicals(body: &[(u8, bool)], forms: &[Form]) -> Option<Vec<u8>> {
    let root = match *body {
        [(a, _), (b, true)] => vec![a, b, b],
        [(a, _), (b'A', _), (c, true)] => vec![a, c, c],
        [(a, _), (b'A', _), (b, _), (c, _)] => vec![a, b, c],
        [(a, _), (b, _), (c, false)] => vec![a, b, c],
        [(a, _), (b, false), (c, false), (d, false)] => vec![a, b, c, d],
        [(a, false), (b, false), (c, false), (d, true)] => vec![a, b, c, d],
        _ => return None,
    };
    Some(finish(root, forms))
}

/// Puts the weak radicals in: the imperfect of the verb shows them.
fn finish(root: Vec<u8>, forms: &[Form]) -> Vec<u8> {
    let imperfect = |category: &str| forms.iter().find(|f| f.category.starts_with(category)).map(|f| f.text.as_slice());
    let has = |text: Option<&[u8]>, what: &[u8]| text.is_some_and(|t| t.windows(what.len()).any(|w| w == what));
    let middle = || if has(imperfect("IV_V"), b"iy") && !has(imperfect("IV_V_yu"), b"iy") { b'y' } else { b'w' };
    let last = || {
        let shown = imperfect("PV_Atn").and_then(|t| t.last().copied());
        let open = imperfect("IV_0");
        match shown {
            Some(b'w') => b'w',
            _ if open.is_some_and(|t| t.ends_with(b"uw")) => b'w',
            _ => b'y',
        }
    };
    let count = root.len();
    root.into_iter()
        .enumerate()
        .map(|(at, b)| match b {
            b'A' if at == 1 => middle(),
            b'A' | b'Y' if at + 1 == count => last(),
            other => hamza(other),
        })
        .collect()
}

/// What most nouns of a group keep when derivational letters are taken off.
fn of_nouns(group: &[Lexeme]) -> Option<Vec<u8>> {
    let mut votes: HashMap<Vec<u8>, usize> = HashMap::new();
    for lexeme in group.iter().filter(|l| l.forms.iter().any(|f| f.pos != PartOfSpeech::Proper)) {
        if let Some(root) = of_noun(&lexeme.lemma) {
            *votes.entry(root).or_default() += 1;
        }
    }
    votes.into_iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.len().cmp(&a.0.len())).then_with(|| b.0.cmp(&a.0))).map(|(root, _)| root)
}

/// What a noun keeps when derivational letters are taken off, if that is three or four consonants.
pub fn of_noun(lemma: &[u8]) -> Option<Vec<u8>> {
    let mut text = lemma;
    for suffix in [&b"AF"[..], b"iy~ap", b"iy~", b"ap", b"An", b"At", b"A'", b"aY"] {
        if let Some(rest) = text.strip_suffix(suffix)
            && count(rest) >= 3
        {
            text = rest;
            break;
        }
    }
    for prefix in [&b"{isoti"[..], b"{ino", b"ma", b"mi", b"mu", b"ta", b">a", b"{i"] {
        if let Some(rest) = text.strip_prefix(prefix)
            && count(rest) >= 3
            && !(prefix == b"ta" && count(text) == 3)
        {
            text = rest;
            break;
        }
    }
    let mut root = consonants(text);
    if let [first, second] = *root.as_slice()
        && text.ends_with(b"~")
    {
        root = vec![first, second, second];
    }
    (3..=4).contains(&root.len()).then_some(root)
}

/// Consonants of a vocalised word: no alef, no letter that only lengthens the vowel before it.
fn consonants(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for (at, &b) in text.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|i| text.get(i)).copied().unwrap_or(0);
        let next = text.get(at + 1).copied().unwrap_or(0);
        let lengthens = b == b'w' && before == b'u' || b == b'y' && before == b'i';
        let vowelled = matches!(next, b'a' | b'u' | b'i' | b'~' | b'A');
        match b {
            b'A' | b'{' | b'Y' => {}
            _ if is_mark(b) => {}
            b'|' => out.push(b'\''),
            _ if lengthens && !vowelled => {}
            _ => out.push(hamza(b)),
        }
    }
    out
}

fn count(text: &[u8]) -> usize {
    consonants(text).len()
}

/// Whether the consonants of a lemma hold the radicals in order.
fn contains(lemma: &[u8], root: &[u8]) -> bool {
    let mut rest = root.iter().peekable();
    for letter in buckwalter::letters(lemma).map(hamza) {
        if rest.peek() == Some(&&letter) {
            rest.next();
        }
    }
    rest.peek().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verb(lemma: &str, forms: &[(&str, &str)]) -> String {
        let forms: Vec<Form> = forms.iter().map(|(t, c)| Form::new(*t, c)).collect();
        String::from_utf8(of_perfect(lemma.as_bytes(), &forms).map(|r| r.0).unwrap_or_default()).unwrap()
    }

    #[test]
    fn verbs_show_their_roots() {
        assert_eq!(verb("baSur", &[("baSur", "PV")]), "bSr");
        assert_eq!(verb("qAl", &[("qAl", "PV_V"), ("quwl", "IV_V")]), "qwl");
        assert_eq!(verb("bAE", &[("bAE", "PV_V"), ("biyE", "IV_V")]), "byE");
        assert_eq!(verb("daEA", &[("daEA", "PV_0h"), ("daEaw", "PV_Atn")]), "dEw");
        assert_eq!(verb("{isotaxodam", &[("{isotaxodam", "PV")]), "xdm");
        assert_eq!(verb("{it~aHad", &[("{it~aHad", "PV")]), "wHd");
        assert_eq!(verb("{iHotaram", &[("{iHotaram", "PV")]), "Hrm");
        assert_eq!(verb(">aEolan", &[(">aEolan", "PV")]), "Eln");
        assert_eq!(verb("mad~", &[("mad~", "PV_V")]), "mdd");
        assert_eq!(verb("taHad~av", &[("taHad~av", "PV")]), "Hdv");
        assert_eq!(verb(">ak~ad", &[(">ak~ad", "PV")]), "'kd");
    }

    #[test]
    fn nouns_keep_their_roots() {
        for (lemma, root) in [("makotabap", "ktb"), ("{isotiqobAl", "qbl"), ("safiyr", "sfr"), ("Haq~", "Hqq")] {
            assert_eq!(of_noun(lemma.as_bytes()).map(|r| String::from_utf8(r).unwrap()).as_deref(), Some(root), "{lemma}");
        }
    }
}
