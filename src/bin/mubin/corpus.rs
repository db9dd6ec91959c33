//! The verbs of corpus linguistics: words, concordance, collocations, n-grams.

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use mubin::report::Converter;
use mubin::text::fold::{Folding, fold};
use mubin::writing::frequency::is_closed;
use mubin::writing::words::{Corpus, Index, Joined, Mode, Query, collocations, concordance, keyness, ngrams, search, vocabulary};
use mubin::{Analysis, Layers, Options, Packs};
use serde_json::{Value, json};

use crate::run::{Outcome, over_files, read, refuse};
use crate::shared::{InputFormat, Offsets, Running, Where};
use crate::table::{Format, Printer};

/// What is read, and how the answer is printed.
#[derive(Args)]
struct Asked {
    /// What the input is.
    #[arg(long, value_enum, value_name = "KIND", default_value_t = From::Text, help_heading = "Input")]
    input: From,
    /// Files to read, each a text of its own; standard input when left out or `-`.
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    files: Vec<String>,
    /// What to print.
    #[arg(long, value_enum, default_value_t = Format::Table, help_heading = "Output")]
    format: Format,
    /// Rows at most.
    #[arg(long, value_name = "N", help_heading = "Output")]
    limit: Option<usize>,
    #[command(flatten)]
    packs: Where,
    #[command(flatten)]
    running: Running,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum From {
    /// Running text or a copied page, UTF-8.
    Text,
    /// HTML, UTF-8.
    Html,
    /// One sentence a line, tokens separated by white space.
    Horizontal,
    /// CoNLL-U, whose sentences and surface tokens are taken.
    Conllu,
}

impl From {
    fn format(self) -> InputFormat {
        match self {
            From::Text => InputFormat::Text,
            From::Html => InputFormat::Html,
            From::Horizontal => InputFormat::Horizontal,
            From::Conllu => InputFormat::Conllu,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FunctionWords {
    /// They stay.
    Keep,
    /// They are left out.
    Drop,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum By {
    /// Folded spelling, shown as it is written most.
    Form,
    /// Dictionary form.
    Lemma,
    /// Radicals.
    Root,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Join {
    /// Folded spelling, shown as it is written most.
    Form,
    /// Dictionary form.
    Lemma,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum QueryBy {
    /// Words, however they are spelled.
    Form,
    /// Words as they are written.
    Exact,
    /// Dictionary forms; with vowels exactly that one.
    Lemma,
    /// Radicals.
    Root,
    /// Folded letters, `*` for any number of them and `?` for one.
    Wildcard,
    /// Parts of speech: `ADJ`, `NOUN ADJ`, `lemma:قال PREP`.
    Tags,
}

/// What is sought.
#[derive(Args)]
#[command(next_help_heading = "Query")]
struct Sought {
    /// Words in a row; each may say how it is meant, as in `lemma:قال PREP`.
    #[arg(long, value_name = "QUERY")]
    query: String,
    /// How the query is meant.
    #[arg(long, value_enum, default_value_t = QueryBy::Form)]
    by: QueryBy,
    /// Also words that have the one sought in them, without proclitics, article and attached pronoun.
    #[arg(long)]
    clitics: bool,
}

impl Sought {
    fn query(&self) -> Query {
        let mode = match self.by {
            QueryBy::Form => Mode::Folded,
            QueryBy::Exact => Mode::Exact,
            QueryBy::Lemma => Mode::Lemma,
            QueryBy::Root => Mode::Root,
            QueryBy::Wildcard => Mode::Wildcard,
            QueryBy::Tags => Mode::Tags,
        };
        Query::parse(&self.query, mode, self.clitics)
    }
}

#[derive(Args)]
#[command(next_help_heading = "Counting")]
pub struct Words {
    /// What is counted.
    #[arg(long, value_enum, default_value_t = By::Form, conflicts_with = "keyness")]
    by: By,
    /// Lemmas by log-likelihood against general Arabic, with the log ratio.
    #[arg(long)]
    keyness: bool,
    /// Function words; when left out, dropped from key words and kept elsewhere.
    #[arg(long, value_enum)]
    function_words: Option<FunctionWords>,
    /// Least number of occurrences; 1, for key words 2.
    #[arg(long, value_name = "N")]
    minimum: Option<u32>,
    #[command(flatten)]
    asked: Asked,
}

#[derive(Args)]
#[command(next_help_heading = "Lines")]
pub struct Concordance {
    #[command(flatten)]
    sought: Sought,
    /// By what lines are sorted: position, node, before1 to before3, after1 to after3; of several the first decides.
    #[arg(long, value_name = "KEY,…", value_delimiter = ',', value_parser = sort_key)]
    sort: Vec<concordance::Sort>,
    /// Words of context on each side.
    #[arg(long, value_name = "N", default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=50))]
    window: u32,
    /// What offsets count.
    #[arg(long, value_enum, default_value_t = Offsets::Codepoint)]
    offsets: Offsets,
    #[command(flatten)]
    asked: Asked,
}

#[derive(Args)]
#[command(next_help_heading = "Neighbours")]
pub struct Collocations {
    #[command(flatten)]
    sought: Sought,
    /// How the neighbours are joined.
    #[arg(long, value_enum, default_value_t = Join::Lemma)]
    join: Join,
    /// Words of the window before.
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u8).range(0..=10))]
    before: u8,
    /// Words of the window after.
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u8).range(0..=10))]
    after: u8,
    /// Least number of times together.
    #[arg(long, value_name = "N", default_value_t = 2)]
    minimum: u32,
    /// Function words.
    #[arg(long, value_enum, default_value_t = FunctionWords::Drop)]
    function_words: FunctionWords,
    #[command(flatten)]
    asked: Asked,
}

#[derive(Args)]
#[command(next_help_heading = "Rows")]
pub struct Ngrams {
    /// Words in a row.
    #[arg(long, value_name = "2…5", default_value_t = 2, value_parser = clap::value_parser!(u8).range(2..=5))]
    n: u8,
    /// How words are joined.
    #[arg(long, value_enum, default_value_t = Join::Form)]
    by: Join,
    /// Least number of occurrences, 2 at the least.
    #[arg(long, value_name = "N", default_value_t = 2)]
    minimum: u32,
    /// Rows that begin or end with a function word.
    #[arg(long, value_enum, default_value_t = FunctionWords::Keep)]
    function_words: FunctionWords,
    #[command(flatten)]
    asked: Asked,
}

fn sort_key(name: &str) -> Result<concordance::Sort, String> {
    let place = concordance::Sort::NAMES.iter().position(|known| *known == name);
    let sort = place.and_then(|place| concordance::Sort::ALL.get(place)).copied();
    sort.ok_or_else(|| format!("there is no sort key called '{name}'; there are {}", concordance::Sort::NAMES.join(", ")))
}

fn join(join: Join) -> Joined {
    if join == Join::Lemma { Joined::Lemma } else { Joined::Form }
}

/// Analyses each file and prints what `ask` answers.
fn over_texts(asked: &Asked, ask: impl Fn(&Printer, &str, Corpus<'_>, &Analysis, &Packs) -> Outcome) -> ExitCode {
    let packs = match asked.packs.open_or_note(&asked.running) {
        Ok(packs) => packs,
        Err(error) => return refuse(&error),
    };
    let printer = Printer::new(asked.format, asked.files.len());
    let input = asked.input.format();
    over_files(&asked.files, &asked.running, |file, _| {
        let text = input.text(read(file)?)?;
        let layers = Layers::from_names(["tokens", "words", "morphology"])?;
        let options = Options { input: input.engine(), layers, ..Options::default() };
        let analysis = mubin::analyze_with(&packs, &text, &options)?;
        let index = Index::new(&text, &analysis.tokens, &analysis.layout, analysis.morphology.as_ref());
        ask(&printer, file, Corpus::new(&text, &analysis, &index), &analysis, &packs)
    })
}

/// Three places behind the point are more than such figures bear.
fn figure(x: f64) -> Value {
    json!((x * 1000.0).round() / 1000.0)
}

/// Prints the word table or the key words of files.
pub fn words(args: &Words) -> ExitCode {
    let closed = args.function_words.map_or(!args.keyness, |words| words == FunctionWords::Keep);
    let limit = args.asked.limit.unwrap_or(usize::MAX);
    if args.keyness {
        let wanted = keyness::Wanted { closed, minimum: args.minimum.unwrap_or(2), limit, side: keyness::Side::Over };
        return over_texts(&args.asked, |printer, file, corpus, _, packs| {
            let found = keyness::of(corpus, packs, &wanted);
            let row = |row: &keyness::Key| {
                let per_million = [row.here, row.general].map(figure);
                let [here, general] = per_million;
                [json!(corpus.lemma(row.lemma)), json!(row.upos.name()), json!(row.count), here, general, figure(row.g2), figure(row.ratio)]
            };
            let names = ["lemma", "upos", "count", "per_million", "general", "g2", "log_ratio"];
            printer.print(file, names, found.rows.iter().map(row).collect())
        });
    }
    let minimum = args.minimum.unwrap_or(1);
    over_texts(&args.asked, |printer, file, corpus, analysis, _| {
        let rows: Vec<vocabulary::Row> = if args.by == By::Form {
            let table = &analysis.words;
            let rows = table.forms.iter().zip(&table.counts);
            rows.map(|(form, &count)| vocabulary::Row { closed: is_closed(&fold(form, Folding::Full)), text: form.clone(), count })
                .collect()
        } else {
            vocabulary::count(corpus, args.by == By::Root)
        };
        let shown = rows.into_iter().filter(|row| row.count >= minimum && (closed || !row.closed)).take(limit);
        let name = match args.by {
            By::Form => "form",
            By::Lemma => "lemma",
            By::Root => "root",
        };
        printer.print(file, [name, "count"], shown.map(|row| [json!(row.text), json!(row.count)]).collect())
    })
}

/// Prints the lines of files.
pub fn lines(args: &Concordance) -> ExitCode {
    let query = args.sought.query();
    if let Some(element) = query.unclear.first() {
        return refuse(&format!("'{element}' means nothing in this query"));
    }
    let limit = args.asked.limit.unwrap_or(usize::MAX);
    let wanted = concordance::Wanted { sort: args.sort.clone(), window: args.window, limit, ..Default::default() };
    over_texts(&args.asked, |printer, file, corpus, _, _| {
        let at = Converter::new(corpus.text, args.offsets.unit());
        let row = |line: &concordance::Line| {
            let (start, end) = at.span(line.node);
            let [before, node, after] = [line.before, line.node, line.after].map(|span| json!(span.of(corpus.text)));
            [json!(start), json!(end), json!(line.sentence), before, node, after]
        };
        let lines = concordance::lines(corpus, &search::find(corpus, &query), &wanted);
        printer.print(file, ["start", "end", "sentence", "before", "node", "after"], lines.iter().map(row).collect())
    })
}

/// Prints the collocates of files.
pub fn collocates(args: &Collocations) -> ExitCode {
    let query = args.sought.query();
    if let Some(element) = query.unclear.first() {
        return refuse(&format!("'{element}' means nothing in this query"));
    }
    let wanted = collocations::Wanted {
        by: join(args.join),
        before: usize::from(args.before),
        after: usize::from(args.after),
        minimum: args.minimum,
        closed: args.function_words == FunctionWords::Keep,
        limit: args.asked.limit.unwrap_or(usize::MAX),
        sort: collocations::Sort::LogDice,
    };
    over_texts(&args.asked, |printer, file, corpus, _, _| {
        let (_, rows) = collocations::of(corpus, &search::find(corpus, &query), &wanted);
        let row = |row: &collocations::Collocate<'_>| {
            let counts = [row.before + row.after, row.before, row.after, row.frequency].map(|count| json!(count));
            let [count, before, after, frequency] = counts;
            [json!(row.text), count, before, after, frequency, figure(row.log_dice), figure(row.mi), figure(row.t)]
        };
        let names = ["word", "count", "before", "after", "frequency", "log_dice", "mi", "t"];
        printer.print(file, names, rows.iter().map(row).collect())
    })
}

/// Prints the n-grams of files.
pub fn rows(args: &Ngrams) -> ExitCode {
    let wanted = ngrams::Wanted {
        n: usize::from(args.n),
        by: join(args.by),
        minimum: args.minimum,
        closed: args.function_words == FunctionWords::Keep,
        offset: 0,
        limit: args.asked.limit.unwrap_or(usize::MAX),
    };
    over_texts(&args.asked, |printer, file, corpus, _, _| {
        let (_, rows) = ngrams::count(corpus, &wanted);
        printer.print(file, ["words", "count"], rows.iter().map(|row| [json!(row.text), json!(row.count)]).collect())
    })
}
