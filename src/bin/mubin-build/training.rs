//! Fitting: the verbs that turn corpora into weights, each with its arguments beside it.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use mubin::Packs;
use mubin::content::names::train as naming;
use mubin::layout::gold::GoldPage;
use mubin::layout::train::{Plan, cross_validate, train};
use mubin::lexicon::compile;
use mubin::lexicon::gazetteer::Gazetteer;
use mubin::lexicon::{Kind, LemmaCounts, Lexicon};
use mubin::tagger::{Model, Tagger, train as tagging};
use mubin::writing::corrections::gold::Gold;
use mubin::writing::corrections::train as correcting;

use crate::packs::{NAMES_NOTICE, open};

/// Fit the weights of the block roles to annotated pages and print the table.
#[derive(Args)]
pub struct Layout {
    /// Folder of annotated pages.
    pages: PathBuf,
    /// Leave out pages whose names begin with one of these, separated by commas.
    #[arg(long, value_delimiter = ',')]
    hold_out: Vec<String>,
    /// Instead of the table, print how it does on pages left out in so many turns.
    #[arg(long, value_name = "FOLDS")]
    cross_validate: Option<usize>,
    /// Passes over all pages.
    #[arg(long, default_value_t = Plan::default().rounds)]
    rounds: usize,
    /// Pull towards the priors.
    #[arg(long, default_value_t = Plan::default().pull)]
    pull: f32,
}

fn pages(folder: &Path, hold_out: &[String]) -> Result<Vec<GoldPage>, String> {
    let listing = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut files: Vec<PathBuf> = listing.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|f| {
        let name = f.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(".txt") && !hold_out.iter().any(|h| name.starts_with(h.as_str()))
    });
    files.sort();
    let read = |file: &PathBuf| {
        let source = fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
        GoldPage::parse(&source).map_err(|e| format!("{}: {e}", file.display()))
    };
    files.iter().map(read).collect()
}

/// Fits the weights of the block roles, or says how they do on pages left out.
pub fn layout(args: &Layout) -> Result<(), Box<dyn Error>> {
    let pages = pages(&args.pages, &args.hold_out)?;
    let plan = Plan { rounds: args.rounds, pull: args.pull, ..Plan::default() };
    match args.cross_validate {
        None => print!("{}", train(&pages, plan)),
        Some(folds) => {
            let (roles, body) = cross_validate(&pages, plan, folds);
            println!("left-out pages: block roles {roles:.4}, body F1 {body:.4}");
        }
    }
    Ok(())
}

/// Fit the weights of corrections to texts with marked misspellings.
#[derive(Args)]
pub struct Corrections {
    /// Folder of packs.
    #[arg(long)]
    packs: PathBuf,
    /// Texts with misspellings in brackets.
    #[arg(long, num_args = 1..)]
    gold: Vec<PathBuf>,
    /// Steps of the descent.
    #[arg(long, default_value_t = 1500)]
    rounds: usize,
    /// Table that the weights are written to.
    #[arg(long)]
    out: PathBuf,
}

/// Fits the weights of corrections.
pub fn corrections(args: &Corrections) -> Result<(), Box<dyn Error>> {
    let packs = open(&args.packs)?;
    let mut texts = Vec::new();
    for file in &args.gold {
        let gold = Gold::parse(&fs::read_to_string(file)?).ok_or_else(|| format!("{}: a bracket is not closed", file.display()))?;
        texts.push(gold);
    }
    Ok(fs::write(&args.out, correcting::table(&correcting::fit(&packs, &texts, args.rounds)?))?)
}

/// Fit the recogniser of names to its corpora.
#[derive(Args)]
pub struct Names {
    /// Folder of packs.
    #[arg(long)]
    packs: PathBuf,
    /// Corpora of a token and its label a line.
    #[arg(long, num_args = 1..)]
    bio: Vec<PathBuf>,
    /// Texts with names in brackets.
    #[arg(long, num_args = 1..)]
    bracketed: Vec<PathBuf>,
    /// Passes over the documents.
    #[arg(long, default_value_t = naming::Plan::default().rounds)]
    rounds: usize,
    /// First step.
    #[arg(long, default_value_t = naming::Plan::default().rate)]
    rate: f32,
    /// Pull towards zero.
    #[arg(long, default_value_t = naming::Plan::default().decay)]
    decay: f32,
    /// Share of the tokens of which the features that know the very word are hidden.
    #[arg(long, default_value_t = naming::Plan::default().hide)]
    hide: f32,
    /// Features that occur less often are left out.
    #[arg(long, default_value_t = naming::Plan::default().support)]
    support: u32,
    /// Weights smaller than this share of the largest are dropped.
    #[arg(long, default_value_t = naming::Plan::default().prune)]
    prune: f32,
    /// Divisor of the scores before they become probabilities.
    #[arg(long, default_value_t = naming::Plan::default().temperature)]
    temperature: f32,
    /// Added to the score of no name.
    #[arg(long, allow_negative_numbers = true, default_value_t = naming::Plan::default().outside)]
    outside: f32,
    /// How much the texts with brackets count.
    #[arg(long, default_value_t = 1.0)]
    weight: f32,
    /// File that the weights are written to.
    #[arg(long)]
    out: PathBuf,
}

/// Fits the recogniser of names.
pub fn names(args: &Names) -> Result<(), Box<dyn Error>> {
    let &Names { rounds, rate, decay, hide, support, prune, temperature, outside, .. } = args;
    let plan = naming::Plan { rounds, rate, decay, hide, support, prune, temperature, outside };
    let mut found = Packs::new();
    for kind in Kind::ALL.into_iter().filter(|&kind| kind != Kind::Names) {
        if let Ok(bytes) = fs::read(args.packs.join(format!("{}.pack", kind.name()))) {
            found.add(kind, bytes)?;
        }
    }
    let packs = found;
    let names = Gazetteer::read(&compile::known_names())?;
    let mut documents = Vec::new();
    for file in &args.bio {
        documents.extend(naming::read_bio(&packs, &fs::read_to_string(file)?, 1.0));
    }
    for file in &args.bracketed {
        documents.extend(naming::read_bracketed(&packs, &fs::read_to_string(file)?, args.weight));
    }
    let tokens: usize = documents.iter().map(|d| d.labels.len()).sum();
    eprintln!("{} documents, {tokens} tokens, {} known names", documents.len(), names.len());
    let model = naming::fit(&packs, &names, &documents, plan, &mut |round, loss| eprintln!("round {round}: loss {loss:.4}"));
    fs::write(&args.out, model.write(NAMES_NOTICE, ""))?;
    Ok(())
}

/// Fit the tagger to its corpora.
#[derive(Args)]
pub struct Tagging {
    /// Folder of packs.
    #[arg(long)]
    packs: PathBuf,
    /// Treebanks (CoNLL-U).
    #[arg(long, num_args = 1..)]
    treebank: Vec<PathBuf>,
    /// Vocalised texts.
    #[arg(long, num_args = 1..)]
    vocalised: Vec<PathBuf>,
    /// Sentences without annotation: tokens separated by spaces, a sentence a line.
    #[arg(long, num_args = 1..)]
    raw: Vec<PathBuf>,
    /// Passes over the examples.
    #[arg(long, default_value_t = tagging::Plan::default().rounds)]
    rounds: usize,
    /// First step.
    #[arg(long, default_value_t = tagging::Plan::default().rate)]
    rate: f32,
    /// Pull towards zero.
    #[arg(long, default_value_t = tagging::Plan::default().decay)]
    decay: f32,
    /// Share of the words of which the features that know the very word are hidden.
    #[arg(long, default_value_t = tagging::Plan::default().hide)]
    hide: f32,
    /// How much sentences without annotation count.
    #[arg(long, default_value_t = 0.3)]
    raw_weight: f32,
    /// Divisors of the scores: tagger, endings.
    #[arg(long, value_delimiter = ',', default_values_t = [1.0, 1.0])]
    temperature: Vec<f32>,
    /// File that the model pack is written to.
    #[arg(long)]
    out: PathBuf,
}

/// What the model pack says of itself.
const MODEL_NOTICE: &str = "Weights of mubin's tagger, trained by `mubin-build train` on the treebank UD_Arabic-PUD, sentences 1-700 (Google and the\n\
    contributors of Universal Dependencies; CC BY-SA 3.0), on the raw words of ANERcorp, AQMAR and EASC (CC BY-SA), and on the\n\
    vocalised texts in src/data/vocalised (the project's own). Licence of the weights: Creative Commons Attribution-ShareAlike 4.0.\n";

/// Fits the tagger.
pub fn tagger(args: &Tagging) -> Result<(), Box<dyn Error>> {
    let plan = tagging::Plan { rounds: args.rounds, rate: args.rate, decay: args.decay, hide: args.hide };
    let lexicon = Lexicon::read(fs::read(args.packs.join("lexicon.pack"))?)?;
    let counts = LemmaCounts::read(fs::read(args.packs.join("frequency.pack"))?, &lexicon)?;
    let mut model = Model::empty();
    let mut examples = Vec::new();
    {
        let tagger = Tagger::new(&lexicon, Some(&counts), &model);
        for file in &args.treebank {
            let text = fs::read_to_string(file)?;
            examples.extend(tagging::read_treebank(&tagger, &text, false, 1.0));
            examples.extend(tagging::read_treebank(&tagger, &text, true, 1.0));
        }
        for file in &args.vocalised {
            let text = fs::read_to_string(file)?;
            examples.extend(tagging::read_vocalised(&tagger, &text, tagging::Hand::Careful, 1.0));
            examples.extend(tagging::read_vocalised(&tagger, &text, tagging::Hand::Sloppy, 1.0));
        }
    }
    let mut report =
        |round: usize, readings: f64, endings: f64| eprintln!("round {round}: loss of readings {readings:.4}, endings {endings:.4}");
    eprintln!("{} sentences", examples.len());
    tagging::fit(&mut model, &examples, plan, &mut report);
    if !args.raw.is_empty() {
        let tagger = Tagger::new(&lexicon, Some(&counts), &model);
        let mut more = Vec::new();
        for file in &args.raw {
            more.extend(tagging::read_raw(&tagger, &fs::read_to_string(file)?, args.raw_weight));
        }
        eprintln!("{} sentences without annotation", more.len());
        examples.extend(more);
        model = Model::empty();
        tagging::fit(&mut model, &examples, plan, &mut report);
    }
    if let [a, b] = *args.temperature {
        model.temperature = [a, b];
    }
    fs::write(&args.out, model.write(MODEL_NOTICE))?;
    Ok(())
}
