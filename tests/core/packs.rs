//! The language packs of the tests: those that `./build.sh` made. Without them, tests that need them say so and pass, unless `MUBIN_REQUIRE_PACKS`
//! is set, as `./build.sh test` does.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use mubin::Packs;
use mubin::lexicon::{Kind, Lexicon, PackError};

pub fn folder() -> PathBuf {
    std::env::var_os("MUBIN_PACKS").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target/packs"), PathBuf::from)
}

static PACKS: LazyLock<Packs> = LazyLock::new(|| Packs::open(&folder()).unwrap());

/// The packs, or nothing and a line on standard error.
pub fn packs() -> Option<&'static Packs> {
    if PACKS.explains() {
        return Some(&PACKS);
    }
    assert!(std::env::var_os("MUBIN_REQUIRE_PACKS").is_none(), "no language packs in {}", folder().display());
    eprintln!("SKIPPED: no language packs in {}; ./build.sh build makes them", folder().display());
    None
}

#[test]
fn a_pack_that_was_cut_or_altered_is_refused_everywhere() {
    if packs().is_none() {
        return;
    }
    for kind in Kind::ALL {
        let bytes = std::fs::read(folder().join(format!("{}.pack", kind.name()))).unwrap();
        let lexicon = || std::fs::read(folder().join("lexicon.pack")).unwrap();
        let open = |bytes: Vec<u8>| {
            let mut packs = Packs::new();
            if matches!(kind, Kind::Glosses | Kind::Frequency) {
                packs.add(Kind::Lexicon, lexicon()).unwrap();
            }
            packs.add(kind, bytes)
        };
        open(bytes.clone()).unwrap();
        for cut in [0, 1, 7, 15, 40, bytes.len() / 2, bytes.len() - 1] {
            assert!(open(bytes[..cut].to_vec()).is_err(), "{} cut at {cut}", kind.name());
        }
        for at in [0, 4, 5, 6, 9, 13, 17, 60, bytes.len() / 3, bytes.len() - 1] {
            let mut altered = bytes.clone();
            altered[at] ^= 0x55;
            assert!(open(altered).is_err(), "{} altered at {at}", kind.name());
        }
        assert_eq!(open(b"not a pack".to_vec()).unwrap_err(), PackError::NotThisPack);
    }
    let mut other = Packs::new();
    assert_eq!(other.add(Kind::Frequency, std::fs::read(folder().join("frequency.pack")).unwrap()).unwrap_err(), PackError::OtherLexicon);
}

#[test]
fn contradictions_inside_a_sound_file_are_refused() {
    use mubin::lexicon::pack::write;
    let sections = |stems: &'static [u8], codes: &'static [u8]| -> Vec<u8> {
        write(Kind::Lexicon, 0, &[b"", b"N\n", b"0\n", b"0\t-\t\t-\t\n", &[1], &[1], &[1], stems, codes, codes, b""])
    };
    Lexicon::read(sections(b"#ktb\n\tkitAb\n", &[0])).unwrap();
    for (what, bytes) in [
        ("a stem too many", sections(b"#ktb\n\tkitAb\tkutub\n", &[0])),
        ("a code too many", sections(b"#ktb\n\tkitAb\n", &[0, 0])),
        ("a category that is not there", sections(b"#ktb\n\tkitAb\n", &[7])),
        ("a lemma that is none", sections(b"#ktb\n?\tkitAb\n", &[0])),
        ("bytes beyond ASCII", sections(b"#ktb\n\tkit\xFFb\n", &[0])),
        ("a prefix without category", write(Kind::Lexicon, 0, &[b"", b"N\n", b"x\n", b"", b"", b"", b"", b"", b"", b"", b""])),
        ("tables of another size", write(Kind::Lexicon, 0, &[b"", b"N\n", b"0\n", b"", &[1, 1], b"", b"", b"", b"", b"", b""])),
        (
            "a function word cut short",
            write(Kind::Lexicon, 0, &[b"", b"N\n", b"0\n", b"0\t-\t\t-\t\n", &[1], &[1], &[1], b"", b"", b"", b"x\ty\n"]),
        ),
    ] {
        assert_eq!(Lexicon::read(bytes).unwrap_err(), PackError::Damaged, "{what}");
    }
}
