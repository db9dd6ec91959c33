#!/usr/bin/env bash
# Accuracy: on the project's own annotated pages always, on the development data in ../shared where that exists.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

echo "== tests/golden: pages (the weights were fitted to these), unseen (they were not)"
cargo test --quiet --test core pages -- --nocapture --test-threads=1 | grep -E '^(all of|[a-z][0-9]+-)'
echo "== the fitted pages, each tenth left out of the fitting in turn"
target/release/mubin-build train-layout tests/golden/pages --cross-validate 10

echo "== tests/golden/content (nothing was trained on these)"
MUBIN_REQUIRE_PACKS=1 cargo test --quiet --test core what_the_pages_say -- --nocapture | grep -E '^[a-zB, -]+: [01]\.[0-9]+'

echo "== tests/golden/words (nothing was trained on these)"
MUBIN_REQUIRE_PACKS=1 cargo test --quiet --test core words_are_explained -- --nocapture | grep -E '^[a-z/ ]+: |^[a-z ]+ [01]\.[0-9]+ \('

score=../shared/eval/score.py
if [ ! -e "$score" ]; then
  echo "SKIPPED: there is no $score; the development data is not part of this repository" >&2
  exit 0
fi
echo "== $(dirname "$score")/pages"
python3 "$score" pages --gold "$(dirname "$score")/pages" --tool "$PWD/target/release/mubin" --errors "${ERRORS:-0}" |
  grep -E '^(blocks|sentences|mentions\.typed\.f1|entities\.b3\.f1|statements\.(found|right)\.f1|(times|quantities)\.(span|span_value)\.f1|corrections\.(p|r|f0_5|false_per_100_words|recall\.certain|recall\.contextual) |error)'

data=../shared/data
out="$(mktemp -d)"
trap 'rm -rf "$out"' EXIT
mubin="$PWD/target/release/mubin"
errors="${ERRORS:-0}"
# show NAME PATTERN COMMAND…: the lines of a score that match, errors always.
show() {
  local pattern="$1"
  shift
  python3 "$score" "$@" --errors "$errors" 2>/dev/null | grep -E "$pattern|^error" || true
}
horizontal() { python3 "$score" horizontal "$1" | "$mubin" analyze --input horizontal --format conllu - >"$2"; }

echo "== wikinews-dev: lemma, segmentation, tags"
"$mubin" analyze --input horizontal --format conllu "$data/wikinews-dev/wikinews-dev.horizontal.txt" >"$out/wn.conllu"
show '^lemma\.(exact|folded|diac) ' lemma --gold "$data/wikinews-dev/wikinews-dev.tsv" --conllu "$out/wn.conllu"
show '^seg' seg --gold "$data/wikinews-dev/wikinews-dev.tsv" --conllu "$out/wn.conllu"
echo "== PUD dev (its other part was trained on), from raw text"
python3 "$score" text "$data/pud/dev.conllu" >"$out/pud.txt"
"$mubin" analyze --format conllu "$out/pud.txt" >"$out/pud.conllu"
show '^(words|upos|lemma_bare|lemma_folded)\.f1' ud --gold "$data/pud/dev.conllu" --system "$out/pud.conllu"
horizontal "$data/pud/dev.lemma.tsv" "$out/pud-gold.conllu"
show '^seg' seg --clitics-only --gold "$data/pud/dev.clitics.tsv" --conllu "$out/pud-gold.conllu"
python3 "$score" horizontal "$data/pud/dev.lemma.tsv" | "$mubin" analyze --input horizontal - >"$out/pud.json"
python3 tests/eval/calibration.py "$data/pud/dev.lemma.tsv" "$out/pud.json"
echo "== PADT dev, from raw text"
python3 "$score" text "$data/padt-dev/dev.conllu" >"$out/padt.txt"
"$mubin" analyze --format conllu "$out/padt.txt" >"$out/padt.conllu"
show '^(words|upos|lemma_bare|lemma_folded)\.f1' ud --gold "$data/padt-dev/dev.conllu" --system "$out/padt.conllu" --skip-x --same NOUN,PROPN
for set in roots/adh-0450.tsv roots/nafis.tsv padt-dev/dev.roots.tsv; do
  echo "== roots: $set"
  horizontal "$data/$set" "$out/roots.conllu"
  show '^root\.(folded|no_root)' roots --gold "$data/$set" --conllu "$out/roots.conllu"
done
for set in padt-dev/dev.diac.txt diacritics/fadel-val.txt; do
  echo "== vowels: $set"
  python3 "$score" bare "$data/$set" >"$out/bare.txt"
  "$mubin" diacritize "$out/bare.txt" >"$out/vowelled.txt"
  show '^wer\.lenient' diac --gold "$data/$set" --system "$out/vowelled.txt"
done
for set in anercorp/dev aqmar/aqmar; do
  echo "== names: $set"
  horizontal "$data/$set.bio" "$out/names.conllu"
  show '^ner\.micro3?\.f1' ner --gold "$data/$set.bio" --conllu "$out/names.conllu"
done
for set in duckling recognizers; do
  echo "== values of numbers and times: $set"
  show '^(found|value)' values --cases "$data/numbers-times/$set.jsonl" --tool "$mubin"
done
for set in fasih-v5 fasih-core; do
  echo "== spelling: $set"
  "$mubin" analyze --input jsonl --format jsonl --layers corrections "$data/spelling/$set-dev.jsonl" >"$out/spelling.jsonl"
  show '^(spell|false_per_100)' spell --cases "$data/spelling/$set-dev.jsonl" --system "$out/spelling.jsonl"
done
echo "== summaries: EASC"
show '(summary|lead)\.overlap_f1' summary --cases "$data/summaries/easc.jsonl" --tool "$mubin"
