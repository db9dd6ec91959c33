//! Language packs of any bytes: refused with a kind, or read and used without a fault.
//!
//! The checksum would keep a fuzzer from everything behind it, so it is made right again after bytes are altered: what is tried is a file that
//! somebody made wrong, not one that was damaged on the way.

use std::path::Path;

use mubin::lexicon::{Kind, Pack};
use mubin::report::formats::{Format, Source, Wishes, write};
use mubin::text::offsets::Unit;
use mubin::{Options, Packs, analyze_with, report};

/// What is read with an altered pack.
const TEXT: &str = "قال وزير الخارجية محمد حسن إن الوفد وصل إلى بغداد يوم 15 نوفمبر 2015، وأضاف: «سنكتب ٣٫٥ ملايين رسالة». والمدرسه كبيره.";

/// The packs as files, in the order in which they are added.
pub fn files(folder: &Path) -> Option<Vec<(Kind, Vec<u8>)>> {
    Kind::ALL.into_iter().map(|kind| Some((kind, std::fs::read(folder.join(format!("{}.pack", kind.name()))).ok()?))).collect()
}

/// Bytes that are no pack, or nearly one.
pub fn arbitrary(bytes: &[u8]) {
    for kind in Kind::ALL {
        let _ = Packs::new().add(kind, bytes.to_vec());
        if let Ok(pack) = Pack::open(bytes.to_vec(), kind) {
            let _ = pack.notice();
        }
    }
}

/// A real pack with bytes altered as `plan` says: the kind, whether what is read is used, then place (three bytes) and value of each alteration.
/// Places near the beginning are tried more often, as what counts and where things lie stands there.
pub fn altered(files: &[(Kind, Vec<u8>)], plan: &[u8]) {
    let [which, rest @ ..] = plan else { return };
    let Some((kind, sound)) = files.get(usize::from(*which) % files.len().max(1)) else { return };
    let mut bytes = sound.clone();
    for change in rest.chunks_exact(4).take(16) {
        let &[high, middle, low, value] = change else { continue };
        let place = usize::from(high) << 16 | usize::from(middle) << 8 | usize::from(low);
        let end = if high & 1 == 0 { bytes.len() } else { bytes.len().min(4096) };
        if let Some(byte) = bytes.get_mut(12 + place % end.saturating_sub(12).max(1)) {
            *byte = value;
        }
    }
    let checksum = crc32fast::hash(bytes.get(12..).unwrap_or_default()).to_le_bytes();
    if let Some(place) = bytes.get_mut(8..12) {
        place.copy_from_slice(&checksum);
    }
    let mut packs = Packs::new();
    for (other, file) in files {
        if other != kind {
            // Packs that count the lemmas of another lexicon are refused: so an altered lexicon stands without them.
            let _ = packs.add(*other, file.clone());
        } else if packs.add(*kind, bytes.clone()).is_err() {
            return;
        }
    }
    if let Ok(analysis) = analyze_with(&packs, TEXT, &Options::default()) {
        let at = report::Converter::new(TEXT, Unit::Utf16);
        for format in Format::ALL {
            let _ = write(format, Source { analysis: &analysis, packs: &packs, at: &at }, &Wishes::default());
        }
    }
}
