//! The hand-written tables: facts about Arabic and about web pages, kept as tab-separated text that anyone can edit.
//!
//! The code beside them knows columns, never words. A table is compiled into the program and split when it is first
//! used; a line that starts with `#` explains, the first such line names the columns. The browser's program has the rows alone.

#[cfg(any(target_arch = "wasm32", test))]
mod bare;

/// A table of this folder.
macro_rules! table {
    ($file:literal) => {{
        const WHOLE: &str = include_str!($file);
        #[cfg(target_arch = "wasm32")]
        {
            const BARE: [u8; bare::length(WHOLE)] = bare::bytes(WHOLE);
            match std::str::from_utf8(&BARE) {
                Ok(rows) => rows,
                Err(_) => WHOLE,
            }
        }
        #[cfg(not(target_arch = "wasm32"))]
        WHOLE
    }};
}

/// Letters of neighbouring alphabets that stand for an Arabic letter: `look`, `letter`, `note`.
pub const LOOKALIKES: &str = table!("lookalikes.tsv");
/// Abbreviations written with a stop: `form`, `class`, `note`.
pub const ABBREVIATIONS: &str = table!("abbreviations.tsv");
/// Words that carry a sentence on after an ellipsis: `word`.
pub const CONNECTIVES: &str = table!("connectives.tsv");
/// Phrases of page furniture: `role`, `where`, `weight`, `phrase`.
pub const FURNITURE: &str = table!("furniture.tsv");
/// Words of dates, bylines, captions and the like: `class`, `word`.
pub const SIGNALS: &str = table!("signals.tsv");
/// Signs of menus, lists and labels: `class`, `mark`.
pub const MARKS: &str = table!("marks.tsv");
/// Function words: `word`, `kind`.
pub const CLOSED_CLASS: &str = table!("closed-class.tsv");
/// Weights of the block roles: `feature`, `role`, `weight`.
pub const ROLE_WEIGHTS: &str = table!("role-weights.tsv");
/// What the weights are expected to be, where training starts: `feature`, `role`, `weight`.
#[cfg(not(target_arch = "wasm32"))]
pub const ROLE_PRIORS: &str = include_str!("role-priors.tsv");
/// Top-level domains recognised without a scheme: `domain`.
pub const DOMAINS: &str = table!("domains.tsv");

/// Verbs of saying: `lemma`, `stance`, `perfect`, `imperfect`, `participle`, `governs`.
pub const CUES: &str = table!("cues.tsv");
/// Phrases that name a source: `phrase`, `lemma`, `then`.
pub const SOURCE_PHRASES: &str = table!("source-phrases.tsv");
/// Nouns that can speak: `noun`, `class`.
pub const SPEAKER_NOUNS: &str = table!("speaker-nouns.tsv");
/// Words that tell the clauses of reported speech apart: `class`, `word`.
pub const SPEECH_WORDS: &str = table!("speech-words.tsv");
/// What makes no keyphrase: `lemma`, `where`.
pub const GIST_STOPS: &str = table!("gist-stops.tsv");
/// How sentences open that lean on the one before: `phrase`, `kind`.
pub const GIST_OPENERS: &str = table!("gist-openers.tsv");
/// Phrases that weigh in the choice of sentences: `phrase`, `kind`.
pub const GIST_CUES: &str = table!("gist-cues.tsv");
/// Weights of a sentence's score: `feature`, `weight`, `note`.
pub const GIST_WEIGHTS: &str = table!("gist-weights.tsv");

/// Patterns of derived words: `pattern`, `kind`.
pub const PATTERNS: &str = table!("patterns.tsv");
/// Function words with all their forms: `surface`, `pieces`, `tags`, `upos`, `lemma`, `main`, `features`, `proclitics`,
/// `ending`, `gloss`. Compiled into the lexicon pack.
#[cfg(not(target_arch = "wasm32"))]
pub const FUNCTION_WORDS: &str = include_str!("function-words.tsv");
/// Words that the dictionary lacks: `lemma`, `class`, `forms`, `root`, `variants`, `gloss`.
#[cfg(not(target_arch = "wasm32"))]
pub const SUPPLEMENT: &str = include_str!("supplement.tsv");
/// Words that announce a name: `word`, `class`.
pub const NAME_TRIGGERS: &str = table!("name-triggers.tsv");
/// What names are made of beside the names themselves: `class`, `word`.
pub const NAME_PARTS: &str = table!("name-parts.tsv");
/// Well-known organisations, events, prizes, works: `name`, `type`, `other names`, `acronyms`, `country`.
#[cfg(not(target_arch = "wasm32"))]
pub const KNOWN_ORGANISATIONS: &str = include_str!("known-names-organisations.tsv");
/// Other names of countries: `country`, `names`.
#[cfg(not(target_arch = "wasm32"))]
pub const COUNTRY_NAMES: &str = include_str!("country-names.tsv");
/// Well-known people, and places that are no cities: the same columns.
#[cfg(not(target_arch = "wasm32"))]
pub const KNOWN_PEOPLE_AND_PLACES: &str = include_str!("known-names-people-places.tsv");
/// Names: `name`, `kind`, `gender`, `article`, `nisba`, `variants`, `gloss`.
#[cfg(not(target_arch = "wasm32"))]
pub const NAMES: &str = include_str!("names.tsv");
/// Nouns that are feminine without ending in ة: `word`.
#[cfg(not(target_arch = "wasm32"))]
pub const FEMININE_NOUNS: &str = include_str!("feminine-nouns.tsv");
/// Lemmas of the dictionary that are forms of another: `lemma`, `correct`, `stems`.
#[cfg(not(target_arch = "wasm32"))]
pub const LEMMA_CORRECTIONS: &str = include_str!("lemma-corrections.tsv");
/// Lemmas of cardinal numbers: `lemma`.
#[cfg(not(target_arch = "wasm32"))]
pub const NUMBER_WORDS: &str = include_str!("number-words.tsv");
/// Lemmas of the dictionary whose root is another than their group shows: `lemma`, `root`.
#[cfg(not(target_arch = "wasm32"))]
pub const ROOT_CORRECTIONS: &str = include_str!("root-corrections.tsv");

/// Words that numbers are made of: `class`, `value`, `word`.
pub const NUMERALS: &str = table!("numerals.tsv");
/// Words of the calendar and the clock: `class`, `value`, `word`.
pub const TIMES: &str = table!("times.tsv");

/// Words beside an expression of time that say how it is meant: `class`, `word`.
pub const TIME_CUES: &str = table!("time-cues.tsv");
/// Feasts with a day of their own: `calendar`, `month`, `day`, `name`.
pub const FEASTS: &str = table!("feasts.tsv");
/// Physical units: `unit`, `word`.
pub const UNITS: &str = table!("units.tsv");
/// Currencies by their nouns: `code`, `factor`, `unit`, `word`.
pub const CURRENCIES: &str = table!("currencies.tsv");
/// Countries, adjectives and cities that tell which of a family of currencies is meant: `family`, `code`, `word`.
pub const MONEY_COUNTRIES: &str = table!("money-countries.tsv");
/// Words that tell a number and what stands beside it apart: `class`, `word`.
pub const QUANTITY_WORDS: &str = table!("quantity-words.tsv");
/// Phrases that make a number approximate: `side`, `phrase`.
pub const HEDGES: &str = table!("hedges.tsv");

/// Rules of correction: `rule`, `kind`, `reason`.
pub const CORRECTION_RULES: &str = table!("correction-rules.tsv");
/// Words that the rules of correction ask for: `class`, `word`, `other`.
pub const CORRECTION_WORDS: &str = table!("correction-words.tsv");
/// Misspellings that lookup does not see through: `written`, `right`, `before`.
pub const MISSPELLINGS: &str = table!("misspellings.tsv");
/// Weights of the spellings of a word: `feature`, `weight`.
pub const CORRECTION_WEIGHTS: &str = table!("correction-weights.tsv");
/// Words that are written against the next one by mistake: `word`, `before`.
pub const JOINABLE: &str = table!("joinable.tsv");
/// Spellings that are all right: `preferred`, `other`.
pub const VARIANTS: &str = table!("variants.tsv");
/// Letters that are written for one another: `letters`, `why`.
pub const LETTER_CONFUSIONS: &str = table!("letter-confusions.tsv");
/// Words that may stand twice in a row: `word`.
pub const REPEATABLE: &str = table!("repeatable.tsv");
/// Signs of the letter maps: `letter`, `buckwalter`, `safe`, `hsb`.
pub const LETTER_MAPS: &str = table!("letter-maps.tsv");
/// What sounds are written as: `sound`, `iso`, `ala`, `din`, `ipa`.
pub const ROMANISATION: &str = table!("romanisation.tsv");
/// Expressions that are read in one way: `expression`, `before`.
pub const FIXED_EXPRESSIONS: &str = table!("fixed-expressions.tsv");
/// Words that are not read as they are spelled: `written`, `read`.
pub const IRREGULAR_READINGS: &str = table!("irregular-readings.tsv");

/// What writers say in words of their own: `key`, `arabic`, `english`.
pub const REPORT_PHRASES: &str = table!("report-phrases.tsv");

/// Words that tell a dialect: `words`, `varieties` with their weights, `meaning`.
pub const DIALECT_SIGNS: &str = table!("dialect-signs.tsv");

/// The rows of a table, each split into its columns.
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    tried(table)
        .lines()
        .map(|line| line.trim_end_matches('\r'))
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
}

/// The table, or the file that is tried in its place. A program built for debugging takes from the files that `MUBIN_TABLES` names the one
/// with the same first line, so that whoever changes a table sees what it does without building.
#[cfg(all(debug_assertions, not(target_arch = "wasm32")))]
fn tried(table: &'static str) -> &'static str {
    static FILES: std::sync::LazyLock<Vec<String>> = std::sync::LazyLock::new(|| {
        let names = std::env::var_os("MUBIN_TABLES").unwrap_or_default();
        let read = |file: std::path::PathBuf| match std::fs::read_to_string(&file) {
            Ok(text) => Some(text),
            Err(error) => {
                eprintln!("MUBIN_TABLES: {}: {error}", file.display());
                None
            }
        };
        std::env::split_paths(&names).filter(|file| !file.as_os_str().is_empty()).filter_map(read).collect()
    });
    FILES.iter().find(|file| file.lines().next() == table.lines().next()).map_or(table, String::as_str)
}

#[cfg(not(all(debug_assertions, not(target_arch = "wasm32"))))]
fn tried(table: &'static str) -> &'static str {
    table
}

/// The first `N` columns of every row that has them; shorter rows are a mistake that `tests/core` catches.
pub fn columns<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    rows(table).filter_map(|row| row.get(..N).and_then(|cells| cells.try_into().ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_its_columns() {
        for (name, table, width) in [
            ("lookalikes", LOOKALIKES, 3),
            ("abbreviations", ABBREVIATIONS, 3),
            ("connectives", CONNECTIVES, 1),
            ("furniture", FURNITURE, 4),
            ("signals", SIGNALS, 2),
            ("marks", MARKS, 2),
            ("closed-class", CLOSED_CLASS, 2),
            ("role-weights", ROLE_WEIGHTS, 3),
            ("role-priors", ROLE_PRIORS, 3),
            ("domains", DOMAINS, 1),
            ("function-words", FUNCTION_WORDS, 10),
            ("supplement", SUPPLEMENT, 6),
            ("names", NAMES, 7),
            ("cues", CUES, 6),
            ("source-phrases", SOURCE_PHRASES, 3),
            ("speaker-nouns", SPEAKER_NOUNS, 2),
            ("speech-words", SPEECH_WORDS, 2),
            ("name-triggers", NAME_TRIGGERS, 2),
            ("name-parts", NAME_PARTS, 2),
            ("country-names", COUNTRY_NAMES, 2),
            ("known-names-organisations", KNOWN_ORGANISATIONS, 5),
            ("known-names-people-places", KNOWN_PEOPLE_AND_PLACES, 5),
            ("patterns", PATTERNS, 2),
            ("feminine-nouns", FEMININE_NOUNS, 1),
            ("lemma-corrections", LEMMA_CORRECTIONS, 3),
            ("number-words", NUMBER_WORDS, 1),
            ("root-corrections", ROOT_CORRECTIONS, 2),
            ("numerals", NUMERALS, 3),
            ("times", TIMES, 3),
            ("time-cues", TIME_CUES, 2),
            ("feasts", FEASTS, 4),
            ("units", UNITS, 2),
            ("currencies", CURRENCIES, 4),
            ("money-countries", MONEY_COUNTRIES, 3),
            ("quantity-words", QUANTITY_WORDS, 2),
            ("hedges", HEDGES, 2),
            ("dialect-signs", DIALECT_SIGNS, 3),
            ("letter-maps", LETTER_MAPS, 4),
            ("romanisation", ROMANISATION, 5),
            ("fixed-expressions", FIXED_EXPRESSIONS, 2),
            ("irregular-readings", IRREGULAR_READINGS, 2),
            ("gist-stops", GIST_STOPS, 2),
            ("gist-openers", GIST_OPENERS, 2),
            ("gist-cues", GIST_CUES, 2),
            ("gist-weights", GIST_WEIGHTS, 3),
            ("correction-rules", CORRECTION_RULES, 3),
            ("correction-words", CORRECTION_WORDS, 3),
            ("misspellings", MISSPELLINGS, 3),
            ("repeatable", REPEATABLE, 1),
            ("joinable", JOINABLE, 2),
            ("variants", VARIANTS, 2),
            ("letter-confusions", LETTER_CONFUSIONS, 2),
            ("correction-weights", CORRECTION_WEIGHTS, 2),
            ("report-phrases", REPORT_PHRASES, 3),
        ] {
            for row in rows(table) {
                assert_eq!(row.len(), width, "{name}: {row:?}");
                assert!(row.iter().all(|cell| !cell.is_empty() && cell.trim() == *cell), "{name}: {row:?}");
            }
            if name == "signals" {
                assert!(rows(table).all(|row| !row[1].contains(' ')), "signals are single words");
            }
            let mut seen = std::collections::HashSet::new();
            assert!(rows(table).all(|row| seen.insert(row)), "{name}: a row stands twice");
        }
    }
}
