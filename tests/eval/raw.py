"""The raw words of corpora, a sentence a line, tokens apart: what the tagger is trained on without annotation.

usage: raw.py FILE.bio… FILE.jsonl…
"""
import json
import re
import sys


def columns(lines):
    """Sentences of a file with one token a line and blank lines between sentences."""
    sentence = []
    for line in lines:
        if line.strip() and not line.startswith("# "):
            sentence.append(line.split()[0])
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def records(lines):
    """Sentences of the texts of a file of JSON records."""
    for line in lines:
        for sentence in re.split(r"(?<=[.؟!])\s+|\n", json.loads(line)["text"]):
            yield re.sub(r"([^\w\s\u064b-\u0652])", r" \1 ", sentence).split()


for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as lines:
        for sentence in records(lines) if name.endswith("l") else columns(lines):
            if 3 < len(sentence) < 120:
                print(" ".join(sentence))
