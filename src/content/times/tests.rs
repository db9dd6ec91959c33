//! Times in running text, without packs.

use super::*;
use crate::Memory;
use crate::morphology::Morphology;
use crate::{Options, analyze};

fn times(text: &str, today: &str) -> Vec<(String, String)> {
    let analysis = analyze(text, &Options::default()).unwrap();
    let morphology = Morphology::default();
    let view = View::new(text, &analysis.tokens, &analysis.layout, &morphology);
    let numerals = crate::content::numerals::find(&mut Memory::new(), &view);
    let date = document_date(&view, &numerals, Date::parse(today));
    find(&mut Memory::new(), &view, &numerals, date.as_ref()).into_iter().map(|t| (t.span.of(text).to_owned(), t.value)).collect()
}

fn is(text: &str, span: &str, value: &str) {
    let found = times(text, "2024-05-08");
    assert!(found.iter().any(|(s, v)| s == span && v == value), "{text}: {found:?}");
}

#[test]
fn dates_with_day_month_and_year() {
    is("افتتح في 7 آذار/مارس 2021 وأغلق", "7 آذار/مارس 2021", "2021-03-07");
    is("يوم الثلاثاء الموافق ١٢ غشت ٢٠٢٥", "يوم الثلاثاء الموافق ١٢ غشت ٢٠٢٥", "2025-08-12");
    is("صدر بتاريخ 09/11/2019 عن الوزارة", "09/11/2019", "2019-11-09");
    is("في الحادي والعشرين من كانون الأول 1999", "الحادي والعشرين من كانون الأول 1999", "1999-12-21");
    is("وقع يوم 3 جوان 2010", "يوم 3 جوان 2010", "2010-06-03");
}

#[test]
fn the_hijri_calendar() {
    is("توفي في 12 رمضان 1444هـ ودفن", "12 رمضان 1444هـ", "2023-04-03");
    is("شيد عام 1437هـ", "عام 1437هـ", "2015-10-14/2016-10-01");
    is("بين شوال 1442 ورجب 1443", "شوال 1442 ورجب 1443", "2021-05-13/2022-03-03");
}

#[test]
fn years_in_words() {
    is("ولد سنة ثلاث وعشرين للهجرة ومات", "سنة ثلاث وعشرين للهجرة", "0643-11-22/0644-11-09");
    is("في سنة تسع من الهجرة", "سنة تسع من الهجرة", "0630-04-23/0631-04-11");
    is("سنة ست وخمسين وستمائة سقطت بغداد", "سنة ست وخمسين وستمائة", "1258-01-15/1259-01-04");
    is("سنة أربع وستين ومائتين وألف", "سنة أربع وستين ومائتين وألف", "1847-12-09/1848-11-26");
    is("عام ألف وتسعمئة وثمانية وأربعين", "عام ألف وتسعمئة وثمانية وأربعين", "1948");
    is("عام مئتين قبل الميلاد", "عام مئتين قبل الميلاد", "BC0200");
    assert!(times("غاب في سنة ثلاث مرات", "2024-05-08").iter().all(|(_, value)| value.starts_with('P')));
}

#[test]
fn dates_from_the_documents() {
    is("أمس الثلاثاء", "أمس الثلاثاء", "2024-05-07");
    is("أول من أمس", "أول من أمس", "2024-05-06");
    is("الأسبوع المقبل", "الأسبوع المقبل", "2024-W20");
    is("مطلع الشهر الجاري", "مطلع الشهر الجاري", "2024-05");
    is("الاثنين الماضي", "الاثنين الماضي", "2024-05-06");
    is("الربع الأول من العام الماضي", "الربع الأول من العام الماضي", "2023-Q1");
    is("قبل ثلاثة أيام", "قبل ثلاثة أيام", "2024-05-05");
    is("آخر جمعة من رمضان 1445", "آخر جمعة من رمضان 1445", "2024-04-05");
}

#[test]
fn without_a_document_date_values_stay_open() {
    assert_eq!(times("التقوا الخميس", ""), [("الخميس".to_owned(), "XXXX-WXX-4".to_owned())]);
    assert_eq!(times("في 26 نيسان", ""), [("26 نيسان".to_owned(), "XXXX-04-26".to_owned())]);
}

#[test]
fn clocks_and_parts_of_the_day() {
    is("عند الساعة الثالثة والنصف عصرا", "الساعة الثالثة والنصف عصرا", "2024-05-08T15:30");
    is("العاشرة إلا ربعا صباحا", "العاشرة إلا ربعا صباحا", "2024-05-08T09:45");
    is("مساء أمس الثلاثاء", "مساء أمس الثلاثاء", "2024-05-07TEV");
    is("الساعة الثامنة من مساء الأحد المقبل", "الساعة الثامنة من مساء الأحد المقبل", "2024-05-12T20:00");
    is("عند 18:40 بتوقيت غرينتش", "18:40 بتوقيت غرينتش", "2024-05-08T18:40Z");
}

#[test]
fn lengths_and_sets() {
    is("ثلاث سنوات وستة أشهر", "ثلاث سنوات وستة أشهر", "P3Y6M");
    is("ساعتين ونصف الساعة", "ساعتين ونصف الساعة", "PT2H30M");
    is("خلال الأسابيع الستة الماضية", "الأسابيع الستة الماضية", "P6W");
    is("كل عامين", "كل عامين", "P2Y");
    is("يجتمعون شهريا", "شهريا", "P1M");
    is("من أسبوعين إلى ثلاثة أسابيع", "أسبوعين إلى ثلاثة أسابيع", "P2W/P3W");
}

#[test]
fn other_things_are_no_times() {
    for text in ["صحيفة «الغد» الأردنية", "مارس ضغوطا كبيرة", "ساعة ذهبية", "نسخة 10.12.1", "المحكمة الأولى في المغرب", "آب الأسرة"]
    {
        assert_eq!(times(text, "2024-05-08"), [], "{text}");
    }
}

#[test]
fn the_date_of_the_document() {
    let date = |text: &str| {
        let analysis = analyze(text, &Options::default()).unwrap();
        let morphology = Morphology::default();
        let view = View::new(text, &analysis.tokens, &analysis.layout, &morphology);
        document_date(&view, &crate::content::numerals::find(&mut Memory::new(), &view), None).map(|d| d.date.to_string())
    };
    assert_eq!(date("الخميس 2 ماي 2024\n\nاجتمع المجلس في 3 آذار 2020.").as_deref(), Some("2024-05-02"));
    assert_eq!(date("سليم نادر (4 يونيو 1930 - 9 مايو 2001) شاعر."), None);
}
