//! Manual pages and shell completions, made of the same command that is parsed.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Command};
use clap_complete::Shell;
use clap_mangen::Man as Manual;
use clap_mangen::roff::{Roff, bold, roman};

use crate::help::{PAGES, Page};
use crate::run::{UNWRITABLE, complain, print};
use crate::shared::Names;

#[derive(Args)]
pub struct Completions {
    /// The shell.
    #[arg(value_enum)]
    shell: Shell,
}

#[derive(Args)]
pub struct Man {
    /// The verb; the program when left out.
    #[arg(value_parser = verbs(), hide_possible_values = true, conflicts_with = "out")]
    verb: Option<String>,
    /// Folder to write all pages into.
    #[arg(long, value_name = "FOLDER", value_hint = clap::ValueHint::DirPath)]
    out: Option<PathBuf>,
}

fn verbs() -> Names {
    Names(PAGES.iter().map(|page| (page.verb, "")).filter(|(verb, _)| !verb.is_empty()).collect())
}

/// Prints the completions of a shell.
pub fn completions(args: &Completions, mut command: Command) -> ExitCode {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "mubin", &mut script);
    print(&script)
}

/// Prints a manual page, or writes all of them.
pub fn man(args: &Man, mut command: Command) -> ExitCode {
    command.build();
    let Some(folder) = &args.out else {
        let verb = args.verb.as_deref().unwrap_or_default();
        return match page(&command, verb) {
            Some((_, page)) => print(&page),
            None => crate::run::refuse(&format!("there is no verb '{verb}'")),
        };
    };
    let write = || {
        std::fs::create_dir_all(folder)?;
        PAGES.iter().filter_map(|told| page(&command, told.verb)).try_for_each(|(name, page)| std::fs::write(folder.join(name), page))
    };
    match write() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("{}: {error}", folder.display()));
            ExitCode::from(UNWRITABLE)
        }
    }
}

/// The page of a verb, or of the program, and what its file is called.
fn page(command: &Command, verb: &str) -> Option<(String, Vec<u8>)> {
    let told = Page::of(verb)?;
    let shown = if verb.is_empty() { command } else { command.find_subcommand(verb)? };
    let name = if verb.is_empty() { "mubin".to_string() } else { format!("mubin-{verb}") };
    let version = format!("mubin {}", mubin::VERSION);
    let manual = Manual::new(shown.clone().display_name(name.clone())).title(name.to_uppercase()).source(version).manual("Mubin");
    let mut out = Vec::new();
    manual.render_title(&mut out).ok()?;
    manual.render_name_section(&mut out).ok()?;
    manual.render_synopsis_section(&mut out).ok()?;
    manual.render_description_section(&mut out).ok()?;
    if verb.is_empty() {
        manual.render_subcommands_section(&mut out).ok()?;
    }
    manual.render_options_section(&mut out).ok()?;
    rest(told, verb.is_empty()).to_writer(&mut out).ok()?;
    Some((format!("{name}.1"), out))
}

/// What stands below the options.
fn rest(told: &Page, program: bool) -> Roff {
    let mut roff = Roff::new();
    for section in told.sections() {
        roff.control("SH", [section.heading]);
        if !section.text.is_empty() {
            roff.text([roman(section.text)]);
        }
        for (term, meaning) in section.terms {
            roff.control("TP", []).text([bold(term)]).text([roman(meaning)]);
        }
    }
    roff.control("SH", ["EXAMPLES"]);
    for (what, line) in told.examples {
        roff.control("TP", []).text([roman(format!("{what}:"))]).text([bold(*line)]);
    }
    roff.control("SH", ["SEE ALSO"]);
    let others = PAGES.iter().filter(|page| page.verb.is_empty() != program).map(|page| match page.verb {
        "" => "mubin(1)".to_string(),
        verb => format!("mubin-{verb}(1)"),
    });
    roff.text([roman(others.collect::<Vec<_>>().join(", "))]);
    roff
}
