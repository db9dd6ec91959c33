#!/usr/bin/env bash
# Accuracy: on the project's own annotated pages always, on the development data in ../shared where that exists.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

echo "== tests/golden: pages (the weights were fitted to these), unseen (they were not)"
cargo test --quiet --test core pages -- --nocapture --test-threads=1 | grep -E '^(all of|[a-z][0-9]+-)'
echo "== the fitted pages, each tenth left out of the fitting in turn"
target/release/mubin-build train-layout tests/golden/pages --cross-validate 10

score=../shared/eval/score.py
if [ ! -e "$score" ]; then
  echo "SKIPPED: there is no $score; the development data is not part of this repository" >&2
  exit 0
fi
echo "== $(dirname "$score")/pages"
python3 "$score" pages --gold "$(dirname "$score")/pages" --tool "$PWD/target/release/mubin" --errors "${ERRORS:-0}" |
  grep -E '^(blocks|sentences|error [0-9]+ (block|sentence))'
