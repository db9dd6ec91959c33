//! Numbers in running text, without packs: the grammar goes by spelling.

use super::*;
use crate::Memory;
use crate::morphology::Morphology;
use crate::{Options, analyze};

fn numbers(text: &str) -> Vec<(String, f64)> {
    let analysis = analyze(text, &Options::default()).unwrap();
    let morphology = Morphology::default();
    let view = View::new(text, &analysis.tokens, &analysis.layout, &morphology);
    find(&mut Memory::new(), &view).iter().map(|n| (n.span.of(text).to_owned(), n.value)).collect()
}

fn value(text: &str) -> f64 {
    let found = numbers(text);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found[0].1
}

#[test]
fn cardinals_in_words() {
    for (text, expected) in [
        ("خمسة وعشرون", 25.0),
        ("اثنتا عشره", 12.0),
        ("ثلاث مئة وخمسة عشر", 315.0),
        ("ثمانمائة وتسعة وتسعون", 899.0),
        ("مئتي ألف", 200_000.0),
        ("ألفان وأربعة وعشرون", 2024.0),
        ("ألف وتسعمئة وثمانية وأربعون", 1948.0),
        ("مئة وثلاثة آلاف", 103_000.0),
        ("نصف مليون", 500_000.0),
        ("مليون ونصف", 1_500_000.0),
        ("مليون ونصف مليون", 1_500_000.0),
        ("ثلاثة ملايين ومئتا ألف", 3_200_000.0),
        ("2 مليون و400 الف", 2_400_000.0),
        ("ثلاثة أرباع", 0.75),
        ("مئة ألف مليون", 1e11),
        ("سالب سبعة", -7.0),
        ("ثلاثة فاصلة خمسة", 3.5),
        ("متين تلاتة وستين", 263.0),
    ] {
        assert!((value(text) - expected).abs() < 1e-6, "{text}: {}", value(text));
    }
}

#[test]
fn fractions_of_one_character() {
    for (text, expected) in [("½ ملعقة", 0.5), ("1½ كوب", 1.5), ("٢ ¾ كيلو", 2.75), ("و¼ لتر", 0.25)] {
        assert!((value(text) - expected).abs() < 1e-6, "{text}: {}", value(text));
    }
    assert_eq!(numbers("من ½ إلى 3 ½ كوب").into_iter().map(|(_, value)| value).collect::<Vec<_>>(), [0.5, 3.5]);
}

#[test]
fn ordinals() {
    for (text, expected) in
        [("الثالث عشر", 13.0), ("الحادية والعشرين", 21.0), ("الأولى", 1.0), ("المئة والخامسة والعشرون", 125.0), ("ثامنة", 8.0)]
    {
        assert_eq!(value(text), expected, "{text}");
    }
}

#[test]
fn numbers_that_do_not_join_stay_apart() {
    let values = |text: &str| numbers(text).into_iter().map(|(_, value)| value).collect::<Vec<_>>();
    assert_eq!(values("خمسة وسبعة"), [5.0, 7.0]);
    assert_eq!(values("مليون ومليونان"), [1e6, 2e6]);
    assert_eq!(values("عشرة وعشرون"), [10.0, 20.0]);
    assert_eq!(values("5 و7"), [5.0, 7.0]);
}

#[test]
fn spans_leave_clitics_out() {
    assert_eq!(numbers("وبثلاثين بيتا")[0].0, "ثلاثين");
    assert_eq!(numbers("لاثنتي عشرة قرية")[0].0, "اثنتي عشرة");
    assert_eq!(numbers("هبطت إلى -4 ليلا"), [("-4".to_owned(), -4.0)]);
}

#[test]
fn words_with_the_letters_of_a_number() {
    assert!(numbers("لست أدري كم الكمية").is_empty());
    assert!(numbers("الإصدار 2.1.4").is_empty());
}
