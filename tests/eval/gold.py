"""Turns the project's own gold pages (page.txt, gold.tsv) into the form that score.py reads (page.txt, gold.json), in another folder.

Only lines of the text itself are annotated there, so a block is every line that holds a span or lies between two that do.

usage: gold.py tests/golden/content OUT
"""
import json
import sys
from pathlib import Path


def place(text, surface, nth):
    at = -1
    for _ in range(int(nth)):
        at = text.index(surface, at + 1)
    return {"start": at, "end": at + len(surface)}


def convert(text, rows):
    out = {"date": None, "blocks": [], "sentences": [], "entities": [], "mentions": [], "statements": [], "times": [], "quantities": [], "corrections": []}
    ids = {}
    for row in rows:
        kind, *cells = row
        if kind == "date":
            out["date"] = None if cells[0] == "-" else cells[0]
        elif kind == "entity":
            ids[cells[0]] = len(ids)
            out["entities"].append({"id": ids[cells[0]], "type": cells[1], "name": cells[2]})
        elif kind == "mention":
            entity = ids[cells[0]]
            out["mentions"].append(place(text, cells[1], cells[2]) | {"type": out["entities"][entity]["type"], "entity": entity})
        elif kind == "statement":
            form, cue, cue_n, lemma, stance, speaker, speaker_n, basis, entity, content, content_n = cells
            who = None if speaker == "-" else place(text, speaker, speaker_n) | {"entity": ids.get(entity), "basis": basis}
            what, word = place(text, content, content_n), place(text, cue, cue_n)
            hull = [what, word] + ([who] if who and basis != "carried" else [])
            out["statements"].append({"start": min(s["start"] for s in hull), "end": max(s["end"] for s in hull), "form": form, "speaker": who,
                                      "cue": word | {"lemma": lemma, "stance": stance}, "content": what})
        elif kind == "time":
            out["times"].append(place(text, cells[0], cells[1]) | {"type": cells[2], "value": cells[3]})
        elif kind == "quantity":
            surface, nth, type_, value, unit, currency, about = cells
            item = place(text, surface, nth) | {"type": type_, "value": json.loads(value), "approximate": about == "yes"}
            out["quantities"].append(item | ({"unit": unit} if unit != "-" else {}) | ({"currency": currency} if currency != "-" else {}))
    spans = [s for layer in ("mentions", "statements", "times", "quantities") for s in out[layer]]
    touched = sorted({text.count("\n", 0, s["start"]) for s in spans})
    start = 0
    for number, line in enumerate(text.split("\n")):
        if number in touched and line.strip():
            out["blocks"].append({"start": start, "end": start + len(line), "role": "body"})
        start += len(line) + 1
    return out


def main(source, target):
    for folder in sorted(Path(source).iterdir()):
        if not (folder / "gold.tsv").exists():
            continue
        text = (folder / "page.txt").read_text(encoding="utf-8")
        lines = (folder / "gold.tsv").read_text(encoding="utf-8").splitlines()
        rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
        out = Path(target) / folder.name
        out.mkdir(parents=True, exist_ok=True)
        (out / "page.txt").write_text(text, encoding="utf-8")
        (out / "gold.json").write_text(json.dumps(convert(text, rows), ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
