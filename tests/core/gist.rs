//! Keyphrases, summary and the line on texts written for these tests.

use mubin::content::{Content, Keyphrase};
use mubin::text::ByteSpan;
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

fn sentences<'t>(text: &'t str, analysis: &Analysis, content: &Content) -> Vec<&'t str> {
    let span = |s: usize| {
        let tokens = &analysis.tokens[analysis.layout.sentences[s].tokens.clone()];
        ByteSpan::new(tokens[0].span.start as usize, tokens[tokens.len() - 1].span.end as usize)
    };
    content.summary.iter().map(|s| span(s.sentence).of(text)).collect()
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

#[test]
fn a_summary_can_be_read_alone() {
    let Some((analysis, content)) = content(DAM) else { return };
    let chosen = sentences(DAM, &analysis, &content);
    assert!(chosen[0].starts_with("بدأت وزارة المياه"), "{chosen:?}");
    assert!(chosen.len() >= 2 && chosen.len() < 9, "{chosen:?}");
    for (i, sentence) in chosen.iter().enumerate() {
        assert!(!sentence.starts_with("فهل"), "{chosen:?}");
        if sentence.starts_with("لكنها") || sentence.starts_with("وأضافت") {
            assert!(i > 0 && content.summary[i].sentence == content.summary[i - 1].sentence + 1, "{chosen:?}");
            assert!(content.summary[i].score < content.summary[i - 1].score, "{chosen:?}");
        }
    }
    assert!(content.summary.windows(2).all(|w| w[0].sentence < w[1].sentence));
}

#[test]
fn short_texts_verse_and_lists_have_no_summary() {
    for text in [
        "افتتح الوزير المعرض أمس. وحضر الافتتاح عدد من السفراء.",
        "مرحبا بالجميع",
        "على ضفة النهر جلست\nأسائل الموج عن رحلته\nوكان النخيل يهز الظلال\nويحكي لنا عن أحبته\n",
    ] {
        let Some((_, content)) = content(text) else { return };
        assert!(content.summary.is_empty(), "{text}");
    }
}

#[test]
fn what_happened_is_a_piece_that_can_be_read_alone() {
    for (text, what) in [
        (DAM, "سد جديد يوقف فيضانات وادي الزيتون"),
        (
            "الرباط - وكالات: أرجأ مجلس المدينة، أمس الثلاثاء، التصويت على خطة النقل إلى الشهر المقبل، بعدما اختلف الأعضاء على كلفتها. وقال رئيس المجلس إن الخطة ستعدل.",
            "أرجأ مجلس المدينة، أمس الثلاثاء، التصويت على خطة النقل إلى الشهر المقبل",
        ),
        (
            "في خطوة غير متوقعة، أعلنت الشركة إغلاق مصنعها القديم في الشمال. وسينتقل العمال إلى مصنع آخر.",
            "أعلنت الشركة إغلاق مصنعها القديم في الشمال",
        ),
    ] {
        let Some((_, content)) = content(text) else { return };
        assert_eq!(content.gist.and_then(|g| g.what).map(|s| s.of(text)), Some(what));
    }
}

#[test]
fn a_long_text_costs_no_more_than_its_length() {
    if packs().is_none() {
        return;
    }
    let text = DAM.repeat(400);
    let Some((_, content)) = content(&text) else { return };
    assert!(!content.summary.is_empty() && content.summary.len() <= 15);
    assert!(content.keyphrases.len() <= 15);
}
