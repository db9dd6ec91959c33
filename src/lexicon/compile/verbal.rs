//! The stems of a verb from its perfect and imperfect, in the categories of the dictionary.

use super::Form;
use super::voice::passive_imperfect;

/// All stems of a verb, from its perfect (`gar~ad`) and imperfect (`yugar~id`); none where the imperfect has no prefix.
pub fn stems(perfect: &[u8], imperfect: &[u8]) -> Option<Vec<Form>> {
    let (prefix, body) = imperfect.split_at_checked(2)?;
    let yu = match prefix {
        b"yu" => "_yu",
        b"ya" => "",
        _ => return None,
    };
    let body = if body.first() == Some(&b'>') && yu == "_yu" { [b"&", body.get(1..)?].concat() } else { body.to_vec() };
    let mut out = Vec::new();
    let mut add = |text: &[u8], category: String| out.push(Form::new(text, &category));
    if let Some(strong) = perfect.strip_suffix(b"aY") {
        add(perfect, "PV_0".into());
        add(&[strong, b"aA"].concat(), "PV_h".into());
        add(strong, "PV_ttAw".into());
        add(&[strong, b"ay"].concat(), "PV_Atn".into());
    } else if let Some(hollow) = hollow(perfect) {
        add(perfect, "PV_V".into());
        add(&hollow, "PV_C".into());
    } else if perfect.ends_with(b"~") {
        let open = opened(perfect, b'a')?;
        add(perfect, "PV_V".into());
        add(&open, "PV_C".into());
    } else {
        let category = match perfect.last() {
            Some(b'n') => "PV-n",
            Some(b't') => "PV-t",
            _ => "PV",
        };
        add(perfect, category.into());
    }
    if let Some(strong) = body.strip_suffix(b"iy") {
        add(&body, format!("IV_0hAnn{yu}"));
        add(strong, format!("IV_0hwnyn{yu}"));
    } else if let Some(strong) = body.strip_suffix(b"aY") {
        add(&body, format!("IV_0{yu}"));
        add(&[strong, b"A"].concat(), format!("IV_h{yu}"));
        add(&[strong, b"ay"].concat(), format!("IV_Ann{yu}"));
        add(strong, format!("IV_0hwnyn{yu}"));
    } else if let Some(short) = shortened(&body) {
        add(&body, format!("IV_V{yu}"));
        add(&short, format!("IV_C{yu}"));
    } else if body.ends_with(b"~") {
        add(&body, format!("IV_V{yu}"));
        add(&opened(&body, b'i')?, format!("IV_C{yu}"));
    } else {
        add(&body, format!("{}{yu}", if body.ends_with(b"n") { "IV-n" } else { "IV" }));
        if let Some(passive) = passive_imperfect(&body) {
            add(&passive, "IV_Pass_yu".into());
        }
    }
    Some(out)
}

/// `>aEAd` → `>aEad`, `qAl` → `qul`: the short stem of a hollow perfect.
fn hollow(perfect: &[u8]) -> Option<Vec<u8>> {
    let [head @ .., b'A', last] = perfect else { return None };
    let vowel = if head.len() == 1 { b'u' } else { b'a' };
    Some([head, &[vowel, *last]].concat())
}

/// `Eiyd` → `Eid`, `quwl` → `qul`, `nAm` → `nam`.
fn shortened(body: &[u8]) -> Option<Vec<u8>> {
    match body {
        [head @ .., b'i', b'y', last] => Some([head, &[b'i', *last]].concat()),
        [head @ .., b'u', b'w', last] => Some([head, &[b'u', *last]].concat()),
        [head @ .., b'A', last] if !super::super::buckwalter::is_mark(*last) => Some([head, &[b'a', *last]].concat()),
        _ => None,
    }
}

/// `mad~` → `madad`, `Eid~` → `Eodid`: the doubled radical apart.
fn opened(stem: &[u8], vowel: u8) -> Option<Vec<u8>> {
    let [head @ .., radical, b'~'] = stem else { return None };
    let vowel = if vowel == b'i' { *head.last().filter(|b| matches!(b, b'a' | b'i' | b'u'))? } else { vowel };
    Some([head, &[*radical, vowel, *radical]].concat())
}
