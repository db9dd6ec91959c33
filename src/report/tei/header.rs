//! The header: title, what made the file, the terms that the body points to.

use super::super::formats::{Source, Wishes, one_line};
use super::super::markup::Markup;
use super::super::phrases::phrase;

/// Writes the header.
pub fn write(out: &mut Markup, source: Source<'_>, wishes: &Wishes) {
    let say = |key: &str| phrase(key, wishes.lang);
    let lang = [("xml:lang", wishes.lang.code())];
    let title = wishes.title.as_deref().map(one_line).or_else(|| source.headline());
    out.open("teiHeader", &[]);
    out.line();
    out.open("fileDesc", &[]);
    out.line();
    out.open("titleStmt", &[]);
    match title.filter(|title| !title.is_empty()) {
        Some(title) => out.leaf("title", &[], &title),
        None => out.leaf("title", &lang, say("untitled")),
    }
    out.close("titleStmt");
    out.line();
    for (element, key) in [("publicationStmt", "tei.publication"), ("sourceDesc", "tei.source")] {
        out.open(element, &[]);
        out.leaf("p", &lang, say(key));
        out.close(element);
        out.line();
    }
    out.close("fileDesc");
    out.line();
    encoding(out, source, wishes);
    profile(out, source, wishes);
    out.close("teiHeader");
    out.line();
}

fn encoding(out: &mut Markup, source: Source<'_>, wishes: &Wishes) {
    let lang = [("xml:lang", wishes.lang.code())];
    out.open("encodingDesc", &[]);
    out.line();
    out.open("editorialDecl", &[]);
    out.leaf("p", &lang, phrase("tei.encoding", wishes.lang));
    out.close("editorialDecl");
    out.line();
    let mut stances: Vec<&str> = Vec::new();
    for statement in source.analysis.content.iter().flat_map(|content| &content.statements) {
        if !stances.contains(&statement.cue.stance) {
            stances.push(statement.cue.stance);
        }
    }
    if !stances.is_empty() {
        out.open("classDecl", &[]);
        out.open("taxonomy", &[("xml:id", "stance")]);
        for stance in stances {
            out.open("category", &[("xml:id", &format!("stance-{stance}"))]);
            out.leaf("catDesc", &lang, phrase(&format!("stance.{stance}"), wishes.lang));
            out.close("category");
        }
        out.close("taxonomy");
        out.close("classDecl");
        out.line();
    }
    out.open("appInfo", &[]);
    out.open("application", &[("ident", "mubin"), ("version", crate::VERSION)]);
    out.leaf("label", &[], "Mubin");
    out.close("application");
    out.close("appInfo");
    out.line();
    out.close("encodingDesc");
    out.line();
}

fn profile(out: &mut Markup, source: Source<'_>, wishes: &Wishes) {
    let content = source.analysis.content.as_ref();
    out.open("profileDesc", &[]);
    if let Some(date) = content.and_then(|content| content.date.as_ref()) {
        let day = date.date.to_string();
        out.open("creation", &[]);
        out.leaf("date", &[("when", &day)], &day);
        out.close("creation");
    }
    let usage = format!("{:.0}", source.analysis.statistics.arabic_share * 100.0);
    out.open("langUsage", &[]);
    out.leaf("language", &[("ident", "ar"), ("usage", &usage)], phrase("tei.language", wishes.lang));
    out.close("langUsage");
    if content.is_some_and(|content| content.times.iter().any(|time| time.hijri)) {
        out.open("calendarDesc", &[]);
        out.open("calendar", &[("xml:id", "hijri")]);
        out.leaf("p", &[("xml:lang", wishes.lang.code())], phrase("hijri", wishes.lang));
        out.close("calendar");
        out.close("calendarDesc");
    }
    out.close("profileDesc");
    out.line();
}
