//! Statements, speaker by speaker: those who say most first, the unknown last.

use super::{Page, largest_first, one_line};
use crate::content::Statement;

impl Page<'_> {
    pub(super) fn statements(&mut self) {
        let mut speakers: Vec<(Option<String>, Vec<&Statement>)> = Vec::new();
        for statement in &self.content.statements {
            let name = self.speaker(statement);
            match speakers.iter_mut().find(|(speaker, _)| *speaker == name) {
                Some((_, list)) => list.push(statement),
                None => speakers.push((name, vec![statement])),
            }
        }
        if speakers.is_empty() {
            return;
        }
        let order = largest_first(speakers.iter().map(|(name, list)| if name.is_some() { list.len() } else { 0 }));
        self.section("statements", |page| {
            for (name, list) in order.into_iter().filter_map(|place| speakers.get(place)) {
                match name {
                    Some(name) => page.quoted("h3", name),
                    None => page.out.leaf("h3", &[], page.say("unknown")),
                }
                page.out.line();
                page.out.open("ul", &[]);
                page.out.line();
                for statement in list {
                    page.statement(statement);
                }
                page.out.close("ul");
                page.out.line();
            }
        });
    }

    fn statement(&mut self, statement: &Statement) {
        let kind = format!("{} · {}", self.word("stance", statement.cue.stance), self.word("form", statement.form.name()));
        self.out.open("li", &[]);
        self.out.leaf("p", &[("class", "kind")], &kind);
        self.quoted("blockquote", statement.content.of(self.source.text()));
        self.out.close("li");
        self.out.line();
    }

    fn speaker(&self, statement: &Statement) -> Option<String> {
        let speaker = statement.speaker.as_ref()?;
        let entity = speaker.entity.and_then(|number| self.content.entities.get(number as usize));
        Some(entity.map_or_else(|| one_line(speaker.span.of(self.source.text())), |entity| entity.name.clone()))
    }
}
