//! Gold pages: `page.txt` as a user would paste it, `gold.tsv` with what is in it. A place is given by its text and which occurrence of that text it
//! is; offsets here are bytes.

use std::fs;
use std::path::Path;

use mubin::text::ByteSpan;

/// A statement: form, cue with lemma and stance, speaker with basis and entity, content.
pub struct Statement {
    pub form: String,
    pub cue: ByteSpan,
    pub stance: String,
    pub speaker: Option<ByteSpan>,
    pub basis: String,
    pub entity: String,
    pub content: ByteSpan,
}

/// A time or a quantity with its value as written.
pub struct Value {
    pub span: ByteSpan,
    pub kind: String,
    pub value: String,
    pub currency: String,
}

pub struct Page {
    pub name: String,
    pub text: String,
    pub date: Option<String>,
    /// Type and entity.
    pub mentions: Vec<(ByteSpan, String, String)>,
    pub statements: Vec<Statement>,
    pub times: Vec<Value>,
    pub quantities: Vec<Value>,
}

impl Page {
    /// Whether a place lies on a line that the gold annotates; elsewhere it is silent.
    pub fn annotates(&self, span: ByteSpan) -> bool {
        let line = |at: u32| self.text[..at as usize].matches('\n').count();
        let here = line(span.start);
        let spans = self.mentions.iter().map(|m| m.0).chain(self.statements.iter().flat_map(|s| [s.cue, s.content]));
        let mut spans = spans.chain(self.times.iter().chain(&self.quantities).map(|v| v.span));
        spans.any(|s| line(s.start) == here)
    }
}

fn place(text: &str, surface: &str, nth: &str) -> ByteSpan {
    let nth: usize = nth.parse().unwrap();
    let mut at = None;
    for _ in 0..nth {
        let from = at.map_or(0, |a: usize| a + text[a..].chars().next().unwrap().len_utf8());
        at = Some(from + text[from..].find(surface).unwrap_or_else(|| panic!("{surface} does not occur {nth} times")));
    }
    let start = at.unwrap();
    ByteSpan::new(start, start + surface.len())
}

pub fn pages() -> Vec<Page> {
    let mut folders: Vec<_> =
        fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/content")).unwrap().map(|e| e.unwrap().path()).collect();
    folders.sort();
    folders.iter().map(|folder| read(folder)).collect()
}

fn read(folder: &Path) -> Page {
    let text = fs::read_to_string(folder.join("page.txt")).unwrap();
    let source = fs::read_to_string(folder.join("gold.tsv")).unwrap();
    let name = folder.file_name().unwrap().to_string_lossy().into_owned();
    let mut page = Page { name, text, date: None, mentions: Vec::new(), statements: Vec::new(), times: Vec::new(), quantities: Vec::new() };
    let mut kinds = std::collections::HashMap::new();
    for line in source.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let text = &page.text;
        match cells.as_slice() {
            ["date", date] => page.date = (*date != "-").then(|| date.to_string()),
            ["entity", id, kind, _name] => {
                kinds.insert(id.to_string(), kind.to_string());
            }
            ["mention", id, surface, nth] => page.mentions.push((place(text, surface, nth), kinds[*id].clone(), id.to_string())),
            ["statement", form, cue, cue_nth, _lemma, stance, speaker, speaker_nth, basis, entity, content, content_nth] => {
                let statement = Statement {
                    form: form.to_string(),
                    cue: place(text, cue, cue_nth),
                    stance: stance.to_string(),
                    speaker: (*speaker != "-").then(|| place(text, speaker, speaker_nth)),
                    basis: basis.to_string(),
                    entity: entity.to_string(),
                    content: place(text, content, content_nth),
                };
                page.statements.push(statement);
            }
            ["time", surface, nth, kind, value] => {
                let span = place(text, surface, nth);
                page.times.push(Value { span, kind: kind.to_string(), value: value.to_string(), currency: "-".into() });
            }
            ["quantity", surface, nth, kind, value, _unit, currency, _approximate] => {
                let span = place(text, surface, nth);
                page.quantities.push(Value { span, kind: kind.to_string(), value: value.to_string(), currency: currency.to_string() });
            }
            other => panic!("{}: {other:?}", page.name),
        }
    }
    page
}
