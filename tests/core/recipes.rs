//! The recipes of CONTRIBUTING.md, carried out as they stand there: the row is put into a copy of its table, and what it is said to do must
//! come about, and must not have come about before.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The recipe of a section: a row for a table, commands, and what is seen when all of them have run.
struct Recipe {
    name: String,
    table: PathBuf,
    row: String,
    commands: Vec<String>,
    seen: String,
}

/// The blocks of a kind in a section.
fn blocks<'a>(section: &'a str, kind: &str) -> Vec<&'a str> {
    section.split(&format!("```{kind}\n")).skip(1).map(|rest| rest.split("\n```").next().unwrap()).collect()
}

fn recipes() -> Vec<Recipe> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join("CONTRIBUTING.md")).unwrap();
    let with_rows = text.split("\n## ").skip(1).filter(|section| section.contains("```tsv\n"));
    let recipe = |section: &str| {
        let table = section.split("`src/data/").nth(1).unwrap().split('`').next().unwrap();
        Recipe {
            name: section.lines().next().unwrap().to_string(),
            table: root.join("src/data").join(table),
            row: blocks(section, "tsv").concat(),
            commands: blocks(section, "sh").into_iter().map(str::to_string).collect(),
            seen: blocks(section, "text").concat(),
        }
    };
    with_rows.map(recipe).collect()
}

/// What the last command of a recipe prints, with the tables of a folder and packs of its own.
fn outcome(recipe: &Recipe, folder: &Path, tables: Option<&Path>) -> String {
    let packs = folder.join("packs");
    std::fs::create_dir_all(&packs).unwrap();
    for pack in std::fs::read_dir(crate::packs::folder()).unwrap() {
        let pack = pack.unwrap();
        std::fs::copy(pack.path(), packs.join(pack.file_name())).unwrap();
    }
    let mut last = String::new();
    for command in &recipe.commands {
        let line = command
            .replace("target/debug/mubin-build ", &format!("{} ", env!("CARGO_BIN_EXE_mubin-build")))
            .replace("target/debug/mubin ", &format!("{} ", env!("CARGO_BIN_EXE_mubin")))
            .replace("target/packs", packs.to_str().unwrap());
        let mut shell = Command::new("bash");
        shell.args(["-o", "pipefail", "-ec", &line]).current_dir(env!("CARGO_MANIFEST_DIR")).env("MUBIN_PACKS", &packs);
        let output = shell.env_remove("MUBIN_TABLES").envs(tables.map(|file| ("MUBIN_TABLES", file))).output().unwrap();
        assert!(output.status.success(), "{}: {line}: {}", recipe.name, String::from_utf8_lossy(&output.stderr));
        last = String::from_utf8(output.stdout).unwrap();
    }
    last
}

#[test]
fn every_recipe_does_what_it_says() {
    // Tables are tried in place of those in the program only where it is built for debugging.
    if crate::packs::packs().is_none() || !cfg!(debug_assertions) {
        return;
    }
    let recipes = recipes();
    assert_eq!(recipes.len(), 4, "{:?}", recipes.iter().map(|recipe| &recipe.name).collect::<Vec<_>>());
    for recipe in recipes {
        let folder = std::env::temp_dir().join(format!("mubin-recipe-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let mut table = std::fs::read_to_string(&recipe.table).unwrap();
        assert!(!table.contains(&recipe.row), "{}: the row stands in the table already", recipe.name);
        let columns = table.lines().nth(1).unwrap().split('\t').count();
        assert_eq!(recipe.row.split('\t').count(), columns, "{}: the columns of the table", recipe.name);
        table.push_str(&format!("{}\n", recipe.row));
        let file = folder.join(recipe.table.file_name().unwrap());
        std::fs::write(&file, table).unwrap();
        let before = outcome(&recipe, &folder, None);
        assert!(!before.contains(&recipe.seen), "{}: it is so without the row: {before}", recipe.name);
        let after = outcome(&recipe, &folder, Some(&file));
        assert!(after.contains(&recipe.seen), "{}: {after}", recipe.name);
        std::fs::remove_dir_all(folder).unwrap();
    }
}
