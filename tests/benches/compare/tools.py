"""One tool of the Python package index on one text: a line of JSON with the least time of several runs.

    python tools.py TOOL FILE

A run is what a caller of the package does who wants every word of a text explained; loading is told apart. What a tool keeps
for itself between runs it may keep, so that the first run is the one in which it meets every word anew. What counts is the time of
the processor: a run takes seconds, and in seconds a busy machine always does something else too.
"""

import contextlib
import io
import json
import sys
import time
from importlib.metadata import version

RUNS = 4
SECONDS = 8.0


def pyaramorph():
    import pyaramorph

    analyzer = pyaramorph.Analyzer()

    def run(text):
        found = analyzer.analyze_text(text)
        words = sum(1 for word in pyaramorph._tokenize(text.strip()) if word)
        return words, len(found), sum(len(readings) - 1 for readings in found)

    return run


def farahidi_words():
    import farahidi

    analyzer = farahidi.Analyzer()

    def run(text):
        found = [analyzer.analyze(word) for sentence in farahidi.tokenize(text) for word in sentence]
        return len(found), sum(1 for readings in found if readings), sum(map(len, found))

    return run


def farahidi_context():
    import farahidi

    disambiguator = farahidi.Disambiguator(analyzer=farahidi.Analyzer())

    def run(text):
        found = disambiguator.analyze_text(text)
        known = sum(1 for word in found if word.analyzed)
        return len(found), known, known

    return run


def qalsadi_words():
    import qalsadi.analex

    analyzer = qalsadi.analex.Analex()

    def run(text):
        words = [word for word in analyzer.check_text(text) if not all(is_type(reading, "pounct") for reading in word)]
        known = [word for word in words if not all(is_type(reading, "unknown") for reading in word)]
        return len(words), len(known), sum(map(len, known))

    def is_type(reading, name):
        return name in str(reading.get("type", "")).lower()

    return run


def qalsadi_lemmas():
    import qalsadi.lemmatizer

    lemmatizer = qalsadi.lemmatizer.Lemmatizer()

    def run(text):
        found = [lemma for lemma in lemmatizer.lemmatize_text(text, return_pos=True) if not isinstance(lemma, str)]
        return len(found), None, len(found)  # what it does not know it gives back as it is

    return run


TOOLS = {
    "pyaramorph": ("pyaramorph", pyaramorph),
    "farahidi, words": ("farahidi", farahidi_words),
    "farahidi, in context": ("farahidi", farahidi_context),
    "qalsadi, words": ("qalsadi", qalsadi_words),
    "qalsadi, lemmas": ("qalsadi", qalsadi_lemmas),
}


def main():
    name, file = sys.argv[1:]
    package, make = TOOLS[name]
    with open(file, encoding="utf-8") as opened:
        text = opened.read()
    with contextlib.redirect_stdout(io.StringIO()):
        begun = time.perf_counter()
        run = make()
        run("نص آخر")
        loading = time.perf_counter() - begun
        times = []
        while len(times) < 2 or (len(times) < RUNS and sum(times) < SECONDS):
            begun = time.process_time()
            words, known, readings = run(text)
            times.append(time.process_time() - begun)
    print(json.dumps({
        "tool": name, "version": version(package), "loading": loading * 1000, "first": times[0] * 1000, "least": min(times) * 1000,
        "words": words, "known": known, "readings": readings,
    }))


if __name__ == "__main__":
    main()
