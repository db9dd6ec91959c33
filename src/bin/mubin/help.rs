//! What `--help` and the manual pages say beyond the arguments: what a verb is for, examples, exit status, environment, files.
//!
//! Both are made of the same pages, and every example is a line that the tests run.

use std::fmt::Write;

use clap::builder::Styles;
use clap::{Arg, ArgAction, Command};

/// What is said of a verb; of the program itself where the verb is empty.
pub struct Page {
    /// The verb.
    pub verb: &'static str,
    /// What it is for, at length.
    pub about: &'static str,
    /// Lines to copy, each with what it does.
    pub examples: &'static [(&'static str, &'static str)],
    /// Whether it reads files and writes what it makes of them.
    pub runs: bool,
    /// Whether it looks for language packs.
    pub packs: bool,
}

/// All pages.
pub const PAGES: [Page; 13] = [
    Page {
        verb: "",
        about: "Reads Arabic text: clean text, sentences, words, and everything built on them.\n\n\
            Texts come from files or standard input in UTF-8, as running text, as a whole copied page with its menus and comment forms, as HTML, \
            as tokens, or as a stream of JSON records. Results go to standard output, or into a folder. Nothing is sent anywhere.\n\n\
            `mubin VERB --help` says more of each verb.",
        examples: &[
            ("Everything about a text, as JSON", "mubin analyze article.txt"),
            ("The same text with vowels", "mubin diacritize article.txt"),
            ("Its misspellings, with fix and reason", "mubin correct article.txt"),
            ("Many texts, one a line, on four threads", "mubin analyze --input jsonl --threads 4 records.jsonl"),
        ],
        runs: true,
        packs: true,
    },
    Page {
        verb: "analyze",
        about: "Analyses texts and prints the result.\n\n\
            A result has layers: parts of the page with their roles, sentences, tokens with lemma, root, pattern, part of speech and vowels, names, \
            who said what, times, amounts, keyphrases, summary, corrections, figures. Offsets refer to the text as it was given.\n\n\
            Several texts come out one after the other, or with --out each under its own name. With jsonl input a line comes out for each record that \
            came in, with its id; one that cannot be analysed comes out as `{\"id\": …, \"error\": {\"kind\": …, \"message\": …}}`. Memory stays \
            constant however long the stream is.",
        examples: &[
            ("Offsets as JavaScript counts them, two layers alone", "mubin analyze --offsets utf16 --layers tokens,entities article.txt"),
            ("The text of a web page, and what is in it", "mubin analyze --input html page.html"),
            ("Tokens that are to stay as they are", "mubin analyze --input horizontal --format conllu gold.txt"),
            ("A treebank analysed anew", "mubin analyze --input conllu --format conllu treebank.conllu"),
            ("A stream of records", "mubin analyze --input jsonl --threads 4 < records.jsonl > results.jsonl"),
            ("A table for each layer, in a folder", "mubin analyze --format csv --out tables article.txt"),
            ("One table on standard output", "mubin analyze --format csv --layer mentions article.txt"),
            ("An edition in TEI P5", "mubin analyze --format tei --title 'A title' article.txt > article.xml"),
            ("Notes to lay over a page on the web", "mubin analyze --format webannotation article.txt > notes.jsonld"),
            ("A report to print", "mubin analyze --format report --lang en article.txt > article.html"),
            ("Relative dates, counted from a day", "mubin analyze --date 2024-03-01 --layers times article.txt"),
        ],
        runs: true,
        packs: true,
    },
    Page {
        verb: "diacritize",
        about: "Adds vowels to a text: the same text, the same white space.\n\n\
            A word that is misspelled is vowelled in its right spelling; what is no word stays. Without language packs nothing can be vowelled, which \
            is an error here.",
        examples: &[
            ("A text with vowels", "mubin diacritize article.txt"),
            ("A line at a time", "echo 'قال الوزير إن السفارة مغلقة.' | mubin diacritize"),
            ("Records: a line `{\"id\": …, \"text\": …}` for each", "mubin diacritize --input jsonl records.jsonl"),
        ],
        runs: true,
        packs: true,
    },
    Page {
        verb: "correct",
        about: "Lists misspellings with their fixes, or prints the corrected text.\n\n\
            A line is a JSON object with the fields of a correction and the `text` that it is about: start, end, kind, tier, suggestions (best first, \
            none where nothing is known), confidence, reason, why. With --apply the text comes out with the first suggestion of every correction that \
            would have been listed, and nothing else changed. With jsonl input a line is `{\"id\": …, \"corrections\": […]}`, with --apply \
            `{\"id\": …, \"text\": …}`.\n\n\
            That there are misspellings is no failure.",
        examples: &[
            ("What is misspelled", "mubin correct article.txt"),
            ("What is certain, put in", "mubin correct --apply --tier certain article.txt > corrected.txt"),
            ("Words of one's own that are right", "mubin correct --words mine.txt article.txt"),
        ],
        runs: true,
        packs: true,
    },
    Page {
        verb: "normalize",
        about: "Makes chosen differences of writing equal.\n\n\
            Each fold makes one kind of difference equal and implies no other. They are applied together, in an order of their own; doing it twice \
            changes nothing more.",
        examples: &[
            ("As a search engine would index it", "mubin normalize --preset search article.txt"),
            ("Two differences alone", "mubin normalize --folds tatweel,digits-latin article.txt"),
        ],
        runs: true,
        packs: false,
    },
    Page {
        verb: "transliterate",
        about: "Writes Arabic in Latin letters, or reads it back.\n\n\
            ISO 233-2, ALA-LC, DIN 31635 and the phonetic alphabet write what is read: words get their vowels from the language packs, or, where those \
            are missing, from the text's own marks. Buckwalter, its safe variant and HSB write letter for letter and lead back exactly; text that is not \
            Arabic stands between backslashes there where it could be mistaken.",
        examples: &[
            ("As libraries write it", "mubin transliterate --to ala-lc --capitals article.txt"),
            ("Letter for letter", "mubin transliterate --to buckwalter article.txt > article.bw"),
            ("And back", "mubin transliterate --from buckwalter --to arabic article.bw"),
        ],
        runs: true,
        packs: true,
    },
    Page {
        verb: "words",
        about: "Counts words, lemmas or roots, the most frequent first; or finds the lemmas that are more frequent than in general Arabic, by \
            log-likelihood with the log ratio.",
        examples: &[
            ("The twenty words that stand most often", "mubin words --function-words drop --limit 20 article.txt"),
            ("Roots, as a table for a spreadsheet", "mubin words --by root --format csv article.txt"),
            ("What this text is about, against general Arabic", "mubin words --keyness article.txt"),
        ],
        runs: true,
        packs: true,
    },
    Page {
        verb: "concordance",
        about: "Shows every place of a query with what stands around it.\n\n\
            A query is a row of words. Each may say how it is meant, as in `lemma:قال PREP`.",
        examples: &[
            ("A lemma in all its forms", "mubin concordance --query قال --by lemma article.txt"),
            ("Sorted by what stands after it", "mubin concordance --query الوزير --sort after1,after2 article.txt"),
            ("A noun and its adjective", "mubin concordance --query 'NOUN ADJ' --by tags --format jsonl article.txt"),
        ],
        runs: true,
        packs: true,
    },
    Page {
        verb: "collocations",
        about: "Finds the words that stand near those of a query more often than elsewhere, by logDice; mutual information and the t-score stand beside \
            it.",
        examples: &[("What is said of the minister", "mubin collocations --query الوزير --minimum 1 --limit 20 article.txt")],
        runs: true,
        packs: true,
    },
    Page {
        verb: "ngrams",
        about: "Counts rows of words that return.",
        examples: &[("Rows of three", "mubin ngrams --n 3 article.txt"), ("Rows of two lemmas", "mubin ngrams --by lemma article.txt")],
        runs: true,
        packs: true,
    },
    Page {
        verb: "schema",
        about: "Prints the JSON Schema (2020-12) of a result, mubin/1: what `mubin analyze` writes as json and jsonl.",
        examples: &[("The schema in a file", "mubin schema > mubin-1.schema.json")],
        runs: false,
        packs: false,
    },
    Page {
        verb: "completions",
        about: "Prints the completions of a shell, which then knows verbs, options and their values.",
        examples: &[
            ("bash, in this session", "source <(mubin completions bash)"),
            ("bash, for good", "mubin completions bash > mubin.bash"),
            ("zsh: into a folder of $fpath, under this name", "mubin completions zsh > _mubin"),
            ("fish: into ~/.config/fish/completions", "mubin completions fish > mubin.fish"),
        ],
        runs: false,
        packs: false,
    },
    Page {
        verb: "man",
        about: "Prints a manual page, of the program or of one of its verbs; or writes all of them into a folder.",
        examples: &[("A page to look at", "mubin man analyze > mubin-analyze.1"), ("All pages", "mubin man --out man1")],
        runs: false,
        packs: false,
    },
];

/// A section of a page: its heading, and paragraphs, or terms with what they mean.
pub struct Section {
    /// The heading.
    pub heading: &'static str,
    /// What stands before the terms.
    pub text: &'static str,
    /// Terms and their meaning.
    pub terms: Vec<(&'static str, &'static str)>,
}

impl Page {
    /// The page of a verb.
    pub fn of(verb: &str) -> Option<&'static Page> {
        PAGES.iter().find(|page| page.verb == verb)
    }

    /// The sections that follow the arguments, examples left out.
    pub fn sections(&self) -> Vec<Section> {
        let mut status = vec![("0", "All went well; also where the reader of the output stops early, as head does.")];
        status.push(("1", "The output could not be written: a full disk, a folder that cannot be made."));
        status.push(match self.runs {
            true => ("2", "The command line is wrong, or some input could not be read or analysed; what could be is in the output."),
            false => ("2", "The command line is wrong."),
        });
        let mut out = vec![Section { heading: "EXIT STATUS", text: "", terms: status }];
        let mut environment = Vec::new();
        if self.packs {
            environment.push(("MUBIN_PACKS", "Folder of language packs."));
        }
        environment.push(("NO_COLOR", "Set to anything: no colours."));
        environment.push(("CLICOLOR_FORCE", "Set to anything but 0: colours even where no terminal reads."));
        out.push(Section { heading: "ENVIRONMENT", text: "", terms: environment });
        if self.packs {
            out.push(Section {
                heading: "FILES",
                text: "Language packs (lexicon.pack, glosses.pack, frequency.pack, names.pack, places.pack, models.pack) are looked for in the \
                    folder of --packs; where that is left out in these places, of which the first that has any is taken. Without packs words \
                    are not explained, and what is built on that stays empty, which is said.",
                terms: vec![
                    ("$MUBIN_PACKS", "The folder that the environment names."),
                    ("packs, ../packs", "Beside the program."),
                    ("../share/mubin", "Where a program in bin keeps its data."),
                    ("target/packs", "In the tree that the program was built in."),
                ],
            });
        }
        out
    }
}

/// The command with what its pages say.
pub fn dressed(command: Command) -> Command {
    let Some(page) = Page::of("") else { return command };
    let mut command = dress(command, page);
    for page in PAGES.iter().filter(|page| !page.verb.is_empty()) {
        command = command.mut_subcommand(page.verb, |verb| dress(verb, page));
    }
    command
}

fn dress(command: Command, page: &'static Page) -> Command {
    let command = command.long_about(page.about).after_long_help(after(page));
    if !page.runs || page.verb.is_empty() {
        return command;
    }
    // Beside the other arguments of a run, not alone before them.
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help_heading("Running");
    command.disable_help_flag(true).arg(help.help("Print help; --help says more than -h"))
}

/// What stands below the arguments.
fn after(page: &Page) -> String {
    let styles = Styles::styled();
    let (heading, literal) = (styles.get_header(), styles.get_literal());
    let mut out = format!("{heading}Examples:{heading:#}\n");
    for (what, line) in page.examples {
        let _ = writeln!(out, "  {what}:\n    $ {literal}{line}{literal:#}");
    }
    for section in page.sections() {
        let title = section.heading.chars().take(1).chain(section.heading.to_lowercase().chars().skip(1)).collect::<String>();
        let _ = writeln!(out, "\n{heading}{title}:{heading:#}");
        if !section.text.is_empty() {
            let _ = writeln!(out, "  {}\n", section.text);
        }
        let width = section.terms.iter().map(|(term, _)| term.len()).max().unwrap_or(0);
        for (term, meaning) in section.terms {
            let _ = writeln!(out, "  {literal}{term}{literal:#}{}  {meaning}", " ".repeat(width - term.len()));
        }
    }
    out.truncate(out.trim_end().len());
    out
}
