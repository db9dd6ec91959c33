//! Keyphrases, summary and the line on texts written for these tests.

use mubin::content::{Content, Keyphrase};
use mubin::{Analysis, Options, analyze_with};

use crate::packs::packs;

const DAM: &str = "سد جديد يوقف فيضانات وادي الزيتون

بدأت وزارة المياه أمس بناء سد وادي الزيتون بعد فيضانات أغرقت ثلاث قرى في الشتاء الماضي. ويرتفع السد أربعين مترا، ويتسع خزانه لعشرة ملايين متر مكعب من المياه.
وقالت المهندسة سلمى الحداد إن سد وادي الزيتون سيحمي القرى من الفيضانات ويسقي البساتين في الصيف. وأضافت أن العمال سيكملون الجدار قبل الخريف. لكنها حذرت من تأخر المعدات.
وطالب المزارعون بتعويضات عن البساتين التي ستغمرها المياه. فهل تدفع الوزارة؟
يذكر أن الوادي يفيض كل عشر سنوات تقريبا. وزرع أهل القرى أشجار الزيتون على ضفتيه منذ قرون.
";

fn content(text: &str) -> Option<(Analysis, Content)> {
    let analysis = analyze_with(packs()?, text, &Options::default()).unwrap();
    let content = analysis.content.clone().unwrap();
    Some((analysis, content))
}

fn keyphrase<'c>(content: &'c Content, text: &str) -> &'c Keyphrase {
    let found = content.keyphrases.iter().find(|k| k.text == text);
    found.unwrap_or_else(|| panic!("{text} is not among {:?}", content.keyphrases.iter().map(|k| &k.text).collect::<Vec<_>>()))
}

#[test]
fn keyphrases_are_phrases_that_can_stand_alone() {
    let Some((_, content)) = content(DAM) else { return };
    let dam = keyphrase(&content, "وادي الزيتون");
    assert_eq!(dam.occurrences.len(), 3);
    assert!(dam.occurrences.iter().all(|s| s.of(DAM).ends_with("الزيتون")));
    assert!(dam.occurrences.windows(2).all(|w| w[0].end <= w[1].start));
    assert!(content.keyphrases.len() <= 15);
    for phrase in &content.keyphrases {
        assert!((0.0..=1.0).contains(&phrase.score), "{phrase:?}");
        assert!(!["وادي", "الزيتون", "سد وادي", "أمس", "عشر", "سنوات"].contains(&phrase.text.as_str()), "{phrase:?}");
    }
}

#[test]
fn one_phrase_whatever_its_clitics_and_number() {
    let text =
        "زار الوفد المدينة القديمة. ورحب سكان المدينة القديمة بالوفد. وفي المدينة القديمة مسجد كبير. ولمدينة الزوار هذه مدن قديمة تشبهها.";
    let Some((_, content)) = content(text) else { return };
    let city = keyphrase(&content, "المدينة القديمة");
    assert_eq!(city.occurrences.len(), 4, "{city:?}");
    assert_eq!(city.lemma, "مَدِينَة قَدِيم");
}

#[test]
fn the_article_of_an_assimilated_lam_comes_back() {
    let text = "هذا دواء للسرطان النادر. وذاك دواء آخر للسرطان النادر.";
    let Some((_, content)) = content(text) else { return };
    let cancer = keyphrase(&content, "السرطان النادر");
    assert!(cancer.occurrences.iter().all(|s| s.of(text) == "لسرطان النادر"), "{cancer:?}");
}
