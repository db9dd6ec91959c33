//! What the text is: title, counts, summary, keyphrases.

use super::Page;
use crate::options::Layer;
use crate::text::ByteSpan;

const KEYPHRASES: usize = 12;

impl Page<'_> {
    pub(super) fn facts(&mut self, title: &str) {
        self.out.open("header", &[]);
        self.quoted("h1", title);
        self.out.close("header");
        self.out.line();
        self.counts();
        self.summary();
        self.keyphrases();
    }

    fn counts(&mut self) {
        if !self.source.analysis.layers.has(Layer::Statistics) {
            return;
        }
        let shown = super::super::measures::statistics(&self.source.analysis.statistics);
        let minutes = |seconds: u32| Some(format!("{:.1}", f64::from(seconds) / 60.0));
        let variety = self.source.analysis.variety.name.map(|name| self.word("variety", name).to_string());
        let date = self.content.date.as_ref().map(|date| date.date.to_string());
        self.section("counts", |page| {
            page.out.open("dl", &[]);
            page.out.line();
            for (key, value) in [
                ("language", variety),
                ("date", date),
                ("words", Some(shown.words.to_string())),
                ("types", Some(shown.types.to_string())),
                ("lemmas", shown.lemmas.map(|n| n.to_string())),
                ("roots", shown.roots.map(|n| n.to_string())),
                ("sentences", Some(shown.sentences.to_string())),
                ("paragraphs", Some(shown.paragraphs.to_string())),
                ("characters", Some(shown.characters.to_string())),
                ("reading", minutes(shown.reading_seconds)),
                ("speaking", minutes(shown.speaking_seconds)),
                ("osman", shown.osman.map(|n| n.to_string())),
                ("level", shown.level.as_ref().map(|level| level.step.to_string())),
            ] {
                let Some(value) = value else { continue };
                page.out.open("div", &[]);
                page.out.leaf("dt", &[], page.word("count", key));
                page.out.open("dd", &[]);
                page.out.leaf("bdi", &[], &value);
                page.out.close("dd");
                page.out.close("div");
                page.out.line();
            }
            page.out.close("dl");
            page.out.line();
        });
    }

    fn summary(&mut self) {
        let sentences = &self.source.analysis.layout.sentences;
        let spans: Vec<ByteSpan> =
            self.content.summary.iter().filter_map(|chosen| sentences.get(chosen.sentence)).map(|sentence| sentence.span).collect();
        self.list("summary", "ol", spans.iter().map(|span| span.of(self.source.text()).to_string()).collect());
    }

    fn keyphrases(&mut self) {
        let phrases = self.content.keyphrases.iter().take(KEYPHRASES).map(|phrase| phrase.text.clone()).collect();
        self.list("keyphrases", "ul", phrases);
    }

    fn list(&mut self, key: &str, element: &str, items: Vec<String>) {
        if items.is_empty() {
            return;
        }
        self.section(key, |page| {
            page.out.open(element, &[]);
            page.out.line();
            for item in &items {
                page.quoted("li", item);
                page.out.line();
            }
            page.out.close(element);
            page.out.line();
        });
    }
}
