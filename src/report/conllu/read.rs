//! CoNLL-U read back: the surface tokens and sentences of a treebank, and the text that it was made of.
//!
//! Annotation is passed over: what is wanted of a treebank is its tokenisation, to be analysed anew, and its text. White space is taken from
//! `SpacesBefore` and `SpacesAfter` where they stand, else from `SpaceAfter` and the paragraphs, as Universal Dependencies mean them.

use std::fmt;

/// The tokens of a treebank.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Treebank {
    /// Its sentences.
    pub sentences: Vec<Sentence>,
}

/// A sentence of a treebank.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sentence {
    /// Whether a paragraph or document begins with it.
    pub opens: bool,
    /// Its surface tokens: those of range lines in place of their words.
    pub tokens: Vec<Token>,
}

/// A surface token of a treebank.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Token {
    /// As it is written.
    pub form: String,
    /// What stands before the first token of all.
    pub before: String,
    /// What stands after it; none where the treebank leaves it to custom.
    pub after: Option<String>,
}

/// A line that is no CoNLL-U.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadLine {
    /// Its number, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub why: &'static str,
}

impl fmt::Display for BadLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.why)
    }
}

impl std::error::Error for BadLine {}

/// Reads a treebank.
///
/// # Errors
/// The first line that is no CoNLL-U.
pub fn read(source: &str) -> Result<Treebank, BadLine> {
    let mut out = Treebank::default();
    let mut sentence = Sentence::default();
    // The last word that stands under a range line.
    let mut under = 0;
    let mut last = 0;
    for (number, line) in source.strip_prefix('\u{FEFF}').unwrap_or(source).lines().enumerate() {
        let bad = |why| BadLine { line: number + 1, why };
        if line.trim().is_empty() {
            (under, last) = (0, 0);
            out.take(&mut sentence);
            continue;
        }
        if let Some(comment) = line.strip_prefix('#') {
            let comment = comment.trim_start();
            sentence.opens |= comment.starts_with("newpar") || comment.starts_with("newdoc");
            continue;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let &[id, form, .., misc] = columns.as_slice() else { return Err(bad("a line has ten columns, separated by tabs")) };
        if columns.len() != 10 {
            return Err(bad("a line has ten columns, separated by tabs"));
        }
        if form.trim().is_empty() {
            return Err(bad("a token is without form"));
        }
        let place = |id: &str| id.parse::<u32>().map_err(|_| bad("the first column is no number, range or empty node"));
        if let Some((from, to)) = id.split_once('-') {
            let (from, to) = (place(from)?, place(to)?);
            if from != last + 1 || to < from {
                return Err(bad("a range begins with the next word and ends behind its beginning"));
            }
            under = to;
        } else if let Some((before, _)) = id.split_once('.') {
            place(before)?;
            continue;
        } else {
            let id = place(id)?;
            if id != last + 1 {
                return Err(bad("words are numbered from 1, one after the other"));
            }
            last = id;
            if id <= under {
                continue;
            }
        }
        sentence.tokens.push(token(form, misc));
    }
    out.take(&mut sentence);
    Ok(out)
}

fn token(form: &str, misc: &str) -> Token {
    let field = |name: &str| misc.split('|').find_map(|field| field.strip_prefix(name)?.strip_prefix('='));
    let after = field("SpacesAfter").map(unescaped).or_else(|| field("SpaceAfter").filter(|after| *after == "No").map(|_| String::new()));
    Token { form: form.to_string(), before: field("SpacesBefore").map(unescaped).unwrap_or_default(), after }
}

/// White space as UDPipe escapes it.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        out.push(match (c, if c == '\\' { chars.next() } else { None }) {
            (_, Some('s')) => ' ',
            (_, Some('t')) => '\t',
            (_, Some('n')) => '\n',
            (_, Some('r')) => '\r',
            (_, Some('p')) => '|',
            (_, Some(other)) => other,
            (c, None) => c,
        });
    }
    out
}

impl Treebank {
    fn take(&mut self, sentence: &mut Sentence) {
        if !sentence.tokens.is_empty() {
            self.sentences.push(std::mem::take(sentence));
        }
    }

    /// One sentence a line, tokens separated by a space; white space inside a token is left out, as it would make two of it.
    pub fn horizontal(&self) -> String {
        let mut out = String::new();
        for sentence in &self.sentences {
            for (i, token) in sentence.tokens.iter().enumerate() {
                out.push_str(if i > 0 { " " } else { "" });
                out.extend(token.form.split_whitespace());
            }
            out.push('\n');
        }
        out
    }

    /// The text that the treebank was made of: of one that [`super::write`] wrote exactly that, of others as near as they tell.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for (i, sentence) in self.sentences.iter().enumerate() {
            let next_opens = self.sentences.get(i + 1).is_some_and(|next| next.opens);
            for (j, token) in sentence.tokens.iter().enumerate() {
                out.push_str(&token.before);
                out.push_str(&token.form);
                let custom = if j + 1 == sentence.tokens.len() && next_opens { "\n\n" } else { " " };
                out.push_str(token.after.as_deref().unwrap_or(custom));
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = "\t_\t_\t_\t_\t_\t_\t_\t";

    #[test]
    fn surface_tokens_are_taken() {
        let source = format!(
            "# newdoc\n1-2\tوقال{LINE}_\n1\tو{LINE}_\n2\tقال{LINE}_\n2.1\tهو{LINE}_\n3\tن عم{LINE}SpaceAfter=No\n4\t.{LINE}_\n\n# newpar\n1\ta{LINE}SpacesAfter=\\n\\p\n"
        );
        let treebank = read(&source).unwrap();
        assert_eq!(treebank.horizontal(), "وقال نعم .\na\n");
        assert_eq!(treebank.text(), "وقال ن عم.\n\na\n|");
    }

    #[test]
    fn what_is_no_treebank_is_refused_with_its_line() {
        for (source, line) in [
            ("# x\n1\tword\n".to_string(), 2),
            (format!("1\t {LINE}_\n"), 1),
            (format!("1\ta{LINE}_\n3\tb{LINE}_\n"), 2),
            (format!("1\ta{LINE}_\nx\tb{LINE}_\n"), 2),
            (format!("3-2\ta{LINE}_\n"), 1),
        ] {
            assert_eq!(read(&source).unwrap_err().line, line, "{source}");
        }
        assert_eq!(read("").unwrap(), Treebank::default());
    }
}
