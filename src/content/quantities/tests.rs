//! Quantities in running text, without packs: what goes by spelling and by tables.

use super::*;
use crate::Memory;
use crate::morphology::Morphology;
use crate::{Options, analyze};

fn quantities(text: &str) -> Vec<Quantity> {
    let analysis = analyze(text, &Options::default()).unwrap();
    let morphology = Morphology::default();
    let view = View::new(text, &analysis.tokens, &analysis.layout, &morphology);
    let numerals = crate::content::numerals::find(&mut Memory::new(), &view);
    let times = crate::content::times::find(&mut Memory::new(), &view, &numerals, None);
    find(&mut Memory::new(), &view, &numerals, &times)
}

fn only(text: &str, span: &str) -> Quantity {
    let found = quantities(text);
    let one = found.iter().find(|q| q.span.of(text) == span);
    one.cloned().unwrap_or_else(|| panic!("{text}: {:?}", found.iter().map(|q| q.span.of(text)).collect::<Vec<_>>()))
}

#[test]
fn percent_in_its_writings() {
    for (text, span) in
        [("زاد ٧٫٥٪ عن", "٧٫٥٪"), ("نسبة 40 بالمائة من", "40 بالمائة"), ("اثنان وعشرون في المئة من", "اثنان وعشرون في المئة")]
    {
        assert_eq!(only(text, span).kind, QuantityKind::Percent, "{text}");
    }
}

#[test]
fn money_and_whose_it_is() {
    assert_eq!(only("دفع 42 دينارا كويتيا نقدا", "42 دينارا كويتيا").currency, Some("KWD"));
    assert_eq!(only("في بغداد بيع بنحو 900 ألف دينار", "900 ألف دينار").currency, Some("IQD"));
    let none = only("ثمنه ثلاثة دنانير", "ثلاثة دنانير");
    assert_eq!((none.currency, none.unit.as_deref()), (None, Some("دينار")));
    assert_eq!(only("20 دولارا و43 سنتا", "20 دولارا و43 سنتا").value, 20.43);
    assert_eq!(only("سعره 189.00 ر.س فقط", "189.00 ر.س").currency, Some("SAR"));
    assert_eq!(only("دفع 1234567890123 دولارا", "1234567890123 دولارا").value, 1_234_567_890_123.0);
    assert_eq!(only("بلغت 8.2 ملايين دولار", "8.2 ملايين دولار").value, 8_200_000.0);
    let text = "سعره في السعودية 90 ريالا، وفي قطر 85 ريالا";
    assert_eq!((only(text, "90 ريالا").currency, only(text, "85 ريالا").currency), (Some("SAR"), Some("QAR")));
}

#[test]
fn measures() {
    let cold = only("بلغت 6 درجات مئوية تحت الصفر", "6 درجات مئوية تحت الصفر");
    assert_eq!((cold.value, cold.unit.as_deref()), (-6.0, Some("درجة مئوية")));
    assert_eq!(only("على 640 مترا مربعا من", "640 مترا مربعا").unit.as_deref(), Some("متر مربع"));
    assert_eq!(only("بسرعة 55 كم/س شمالا", "55 كم/س").unit.as_deref(), Some("كم/س"));
    assert_eq!(only("لتران", "لتران").value, 2.0);
}

#[test]
fn ranges() {
    let range = only("تتراوح بين ٢٫٤ و٢٫٧ في المئة", "٢٫٤ و٢٫٧ في المئة");
    assert_eq!((range.value, range.upper, range.unit.as_deref()), (2.4, Some(2.7), Some("%")));
    let range = only("بين 100 و400 مليون دولار", "100 و400 مليون دولار");
    assert_eq!((range.value, range.upper, range.currency), (1e8, Some(4e8), Some("USD")));
    assert_eq!(only("انتهت المباراة (3-1) أمام الجمهور الكبير في الملعب", "3").kind, QuantityKind::Cardinal);
}

#[test]
fn hedges_make_a_number_approximate_and_stay_outside() {
    for text in ["ما لا يقل عن 30%", "نحو 30%", "بأكثر من 30%", "30% على الأقل"] {
        assert!(only(text, "30%").approximate, "{text}");
    }
    assert!(!only("بلغت 30%", "30%").approximate);
    assert!(only("تظاهر المئات", "المئات").approximate);
}

#[test]
fn marks_are_no_numbers() {
    for text in
        ["كما في المصدر [12]", "هاتف 0791234567", "كوفيد-19 ينتشر", "اللاعب رقم 12 في الفريق", "عند 10:30 صباحا", "الحرب العالمية الثانية"]
    {
        assert!(quantities(text).is_empty(), "{text}: {:?}", quantities(text));
    }
}
