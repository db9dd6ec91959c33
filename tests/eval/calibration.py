"""Expected calibration error of the scores: how far a score is from the share of words that are right at that score.

usage: calibration.py GOLD.tsv RESULT.json

GOLD has a token, its lemma and part of speech a line; RESULT is `mubin analyze --input horizontal` of its tokens. A word counts as right when its lemma is,
without vowels, with alef forms and ى/ي folded, and its part of speech is of the same class: noun and name, adjective, verb, other (the conventions of the
gold for pronouns and demonstratives are followed). Fifteen bins of equal
width (Guo et al. 2017).
"""
import json
import sys
import unicodedata

FOLD = str.maketrans("أإآٱى", "ااااي")
SAME = {"هي": "هو", "هم": "هو", "انا": "هو", "نحن": "هو", "هما": "هو", "انت": "هو", "هن": "هو"}
CLASS = {"NOUN": "N", "PROPN": "N", "NUM": "N", "ADV": "N", "DET": "N", "ADJ": "A", "VERB": "V", "AUX": "V"}


def folded(text):
    letters = "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Mn" and c not in "`ـ").translate(FOLD)
    return SAME.get(letters, letters)


gold = [line.rstrip("\n").split("\t") for line in open(sys.argv[1], encoding="utf-8") if line.strip() and not line.startswith("#word")]
tokens = json.load(open(sys.argv[2], encoding="utf-8"))["tokens"]
assert len(gold) == len(tokens), (len(gold), len(tokens))
bins = [[0, 0.0, 0] for _ in range(15)]
for (_, lemma, upos, *_), token in zip(gold, tokens):
    if token["analysis"] and lemma != "_":
        score = token["analysis"]["score"]
        bin_ = bins[min(14, int(score * 15))]
        bin_[0] += 1
        bin_[1] += score
        same_class = CLASS.get(upos, "F") == CLASS.get(token["analysis"]["upos"], "F")
        bin_[2] += same_class and folded(lemma) == folded(token["analysis"]["lemma"])
total = sum(n for n, _, _ in bins)
print(f"calibration error {sum(abs(s - r) for _, s, r in bins) / total:.4f} ({total})")
if len(sys.argv) > 3:
    for n, s, r in bins:
        if n:
            print(f"  {n:5d} score {s / n:.3f} right {r / n:.3f}")
