//! Who said what: sentences of this file, and what must hold of any text.

use mubin::content::Statement;
use mubin::{Options, analyze_with};

use crate::packs::packs;

fn shown(text: &str, s: &Statement) -> String {
    let speaker = s.speaker.as_ref().map_or("-".to_string(), |v| format!("{} ({})", v.span.of(text), v.basis.name()));
    format!("{} {} | {speaker} | {} | {}", s.cue.lemma, s.cue.stance, s.content.of(text), s.form.name())
}

/// A text and its statements: lemma and stance, speaker and basis, words, form.
const TEXTS: &[(&str, &[&str])] = &[
    (
        "وقالت رئيسة البلدية نوال الحاج، في مؤتمر صحفي، إن الجسر سيغلق شهرا، مضيفة أن البديل جاهز. وأكدت أن «السلامة أولا».",
        &[
            "قَال report | رئيسة البلدية نوال الحاج (explicit) | الجسر سيغلق شهرا | indirect",
            "أَضَاف report | رئيسة البلدية نوال الحاج (carried) | البديل جاهز | indirect",
            "أَكَّد assert | رئيسة البلدية نوال الحاج (carried) | السلامة أولا | direct",
        ],
    ),
    ("«لن نترك أرضنا»، قال المزارع سعيد المنصوري.", &["قَال report | المزارع سعيد المنصوري (explicit) | لن نترك أرضنا | direct"]),
    (
        "لكن مصدرا في الوزارة نفى وجود أي خلاف، وفقا لصحيفة «الأيام».",
        &[
            "نَفَى deny | مصدرا في الوزارة (explicit) | وجود أي خلاف | indirect",
            "وَفْقًا لِ source | صحيفة «الأيام» (explicit) | وجود أي خلاف | indirect",
        ],
    ),
    (
        "واتهمت المعارضة الحكومة بالتقصير، وطالبت بفتح تحقيق.",
        &["اِتَّهَم accuse | المعارضة (explicit) | الحكومة بالتقصير | indirect", "طَالَب ask | المعارضة (carried) | بفتح تحقيق | indirect"],
    ),
    ("ونقلت وكالة الأنباء عن شاهد عيان قوله إن الحريق بدأ ليلا.", &["نَقَل source | شاهد عيان (explicit) | الحريق بدأ ليلا | indirect"]),
    ("وأُعلن أن المدارس ستفتح أبوابها غدا.", &["أَعْلَن report | - | المدارس ستفتح أبوابها غدا | indirect"]),
    (
        "وزعمت الشركة أن المنتج آمن، وهو ما نفته وزارة الصحة.",
        &["زَعَم claim | الشركة (explicit) | المنتج آمن | indirect", "نَفَى deny | وزارة الصحة (explicit) | المنتج آمن | indirect"],
    ),
    (
        "وسألت الصحيفة الوزير عما إذا كان سيستقيل، فأجاب: «هذا سؤال سابق لأوانه».",
        &["سَأَل ask | الصحيفة (explicit) | كان سيستقيل | indirect", "أَجَاب report | الوزير (carried) | هذا سؤال سابق لأوانه | direct"],
    ),
    (
        "وبحسب وزارة الزراعة، ارتفع إنتاج القمح هذا العام.",
        &["بِحَسَبِ source | وزارة الزراعة (explicit) | ارتفع إنتاج القمح هذا العام | indirect"],
    ),
    // What the writer sets against an announcement; after أن the speaker may.
    ("وأعلن وزير النقل توسعة الميناء، غير أن خبيرا شكك في كلفتها.", &["أَعْلَن report | وزير النقل (explicit) | توسعة الميناء | indirect"]),
    ("ونفت الشركة وجود خلاف، لكن العمال أضربوا.", &["نَفَى deny | الشركة (explicit) | وجود خلاف | indirect"]),
    (
        "وقال المدير إن المشروع ناجح، غير أنه يحتاج إلى تمويل.",
        &["قَال report | المدير (explicit) | المشروع ناجح، غير أنه يحتاج إلى تمويل | indirect"],
    ),
    // Messages of a copied conversation.
    (
        "[12/03/2024, 10:15:23 م] ليلى: الموعد لم يتغير\n[12/03/2024, 10:16:02 م] أم خالد: وعليكم السلام",
        &[": report | ليلى (explicit) | الموعد لم يتغير | indirect", ": report | أم خالد (explicit) | وعليكم السلام | indirect"],
    ),
    ("12/3/24, 10:16 PM - Sara K: الموعد لم يتغير", &[": report | Sara K (explicit) | الموعد لم يتغير | indirect"]),
    // Whom an adjective heads.
    (
        "وكان أول الداخلين اليوم معلما في الثمانين من عمره، قال إنه جاء ليعيد كتابا.",
        &["قَال report | أول الداخلين (carried) | جاء ليعيد كتابا | indirect"],
    ),
    // Labels that speak for nobody.
    ("أولا: قبول الاستئناف شكلا والحكم بصحته.", &[]),
    ("الشركة المصنعة: دار الدواء للتنمية والاستثمار، عمان - الأردن", &[]),
    // Nothing was said.
    ("لم يقل الوزير إن الأسعار سترتفع، ولن يعلن عن أي قرار.", &[]),
    ("قد يعلن الوزير أن الأسعار سترتفع.", &[]),
    ("وأضاف اللاعب الهدف الثاني في الدقيقة الأخيرة.", &[]),
    ("يذكر أن الشركة تأسست عام 1990.", &[]),
    ("ورفع المحتجون لافتة كتب عليها «أرضنا ليست للبيع».", &[]),
    ("ويعتبر الجسر من أقدم جسور المدينة.", &[]),
    ("ويطبق القرار حسب الحاجة ووفقا للقانون.", &[]),
];

#[test]
fn sentences_say_what_they_say() {
    let Some(packs) = packs() else { return };
    for (text, expected) in TEXTS {
        let found = analyze_with(packs, text, &Options::default()).unwrap();
        let found: Vec<String> = found.content.as_ref().unwrap().statements.iter().map(|s| shown(text, s)).collect();
        assert_eq!(found, *expected, "{text}");
    }
}

#[test]
fn marks_that_do_not_match_still_quote() {
    let Some(packs) = packs() else { return };
    for text in [
        "وقال المدير : “ لا نخشى المنافسة أبدا ” .",
        "وقال المدير: ”لا نخشى المنافسة أبدا“.",
        "وقال المدير إن \" لا نخشى المنافسة أبدا\" .",
        "وقال المدير: \"لا نخشى المنافسة أبدا",
    ] {
        let found = analyze_with(packs, text, &Options::default()).unwrap();
        let statements = &found.content.as_ref().unwrap().statements;
        let [one] = statements.as_slice() else { panic!("{text}: {statements:?}") };
        assert_eq!((one.content.of(text), one.form.name()), ("لا نخشى المنافسة أبدا", "direct"), "{text}");
    }
}

#[test]
fn statements_lie_inside_the_text_whatever_it_is() {
    let Some(packs) = packs() else { return };
    for piece in ["« “ ", "قال ", "قال: «", "، وقال إن ", "وفقا ل ", "الذي قال إن ", "مشيرا إلى أن ( ", "على حد قوله "]
    {
        let text = piece.repeat(2_000);
        let found = analyze_with(packs, &text, &Options::default()).unwrap();
        for s in &found.content.as_ref().unwrap().statements {
            assert!(s.span.contains(s.cue.span) && s.span.contains(s.content), "{piece}");
            assert!(!s.content.of(&text).is_empty(), "{piece}");
        }
    }
}
