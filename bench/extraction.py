"""How many gold numbers are covered by a claim of the right kind with the right value.

usage: python bench/extraction.py NEWS_FOLDER [--side near|far|all] [--misses] [--language vi]

NEWS_FOLDER holds ``articles.jsonl`` and ``gold/cluster_*.json`` (each gold claim with article,
start, end and value). A gold claim is covered when a claim that overlaps its span has a kind that
fits and allows the gold value: for an exact claim the very number, for a hedged one a number
inside its interval. Gold values without a number ("several", "free") are left out and counted.
The clusters are split by a digest of their name, so that rules can be written against one side
and measured on the other.
"""

import argparse
import json
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

from scoring import SIDES, read_gold

from reconcile import Article
from reconcile.extraction import extract_claims
from reconcile.values import Quantity, Score

FITTING = {
    "number": {"count", "measure", "percent", "ordinal", "money", "duration"},
    "order": {"ordinal", "count"},
    "money": {"money"},
    "duration": {"duration"},
    "age": {"age"},
    "percent": {"percent"},
}
NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?:/\d+)?")
SECTIONS = ("conflicts", "agreements", "omissions")
WORDS = {"billion": Decimal(10**9), "million": Decimal(10**6)}


def gold_numbers(value):
    """The numbers a gold value names, those outside brackets first; None when it names none.

    A screen of 1920x1080 has so many pixels; an age with its year of birth is either of the two.
    """
    ordinal = re.match(r"(\d+)(?:st|nd|rd|th)\b", value)
    if ordinal:
        return [Decimal(ordinal.group(1))]
    sides = re.match(r"(\d+)x(\d+)$", value)
    if sides:
        return [Decimal(sides.group(1)) * Decimal(sides.group(2))]
    born = re.fullmatch(r"(\d+) \(born (\d{4})\)", value)
    if born:
        return [Decimal(number) for number in born.groups()]
    main = "" if value.startswith("born") else value.split("(")[0]
    found = NUMBER.findall(main) or NUMBER.findall(value)
    scale = next((WORDS[w] for w in WORDS if w in value), Decimal(1))
    numbers = []
    for text in found:
        top, _, bottom = text.partition("/")
        numbers.append(Decimal(top) / Decimal(bottom) if bottom else Decimal(top) * scale)
    return numbers or None


def allows(value, number):
    if isinstance(value, Score):
        return number in (value.first, value.second)
    if not isinstance(value, Quantity):
        return False
    if number < 1 and value.unit == "%" and number != int(number):
        low, high = (None if v is None else v / 100 for v in (value.low, value.high))
        if (low is None or low <= number) and (high is None or number <= high):
            return True
    slack = abs(number) * Decimal("0.001")
    return (value.low is None or value.low <= number + slack) and (
        value.high is None or number - slack <= value.high
    )


def is_covered(gold, kind, claims):
    numbers = gold_numbers(gold["value"])
    fitting = [
        c
        for c in claims
        if c.kind in FITTING[kind] and c.span.start < gold["end"] and gold["start"] < c.span.end
    ]
    return any(allows(c.value, n) for c in fitting for n in numbers[:2])


def gold_claims(folder, side):
    """Every different gold claim with a number, as (kind, claim); how many have none."""
    seen, found, left_out = set(), [], 0
    for gold in read_gold(folder, side=side):
        items = [item for section in SECTIONS for item in gold[section] if item["kind"] in FITTING]
        for item in items:
            for claim in item.get("claims", [item]):
                key = (claim["article"], claim["start"], claim["end"], claim["value"])
                if key in seen:
                    continue
                seen.add(key)
                if gold_numbers(claim["value"]) is None:
                    left_out += 1
                else:
                    found.append((item["kind"], claim))
    return found, left_out


def describe(kind, gold, text, claims):
    near = [
        f"{c.kind} {c.value} '{c.quote}'"
        for c in claims
        if c.span.start < gold["end"] and gold["start"] < c.span.end and c.kind != "statement"
    ]
    return f"{kind} | {gold['value']} | {text[gold['start'] : gold['end']]!r} | {near}"


def tally(folder, *, side, language, misses=False):
    """How many are covered, by (kind, whether covered)."""
    records = map(json.loads, (folder / "articles.jsonl").open(encoding="utf-8"))
    articles = {r["id"]: Article(id=r["id"], text=r["text"], language=language) for r in records}
    found, left_out = gold_claims(folder, side)
    claims = {name: extract_claims(articles[name]) for name in {g["article"] for _, g in found}}
    counts = Counter()
    for kind, gold in found:
        covered = is_covered(gold, kind, claims[gold["article"]])
        counts[kind, covered] += 1
        if not covered and misses:
            text = articles[gold["article"]].text
            print(describe(kind, gold, text, claims[gold["article"]]))
    if misses:
        print(f"left out, for the gold value has no number: {left_out}")
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--side", choices=SIDES, default="near")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--language", default="vi")
    options = parser.parse_args()
    counts = tally(
        options.folder, side=options.side, language=options.language, misses=options.misses
    )
    for kind in [*FITTING, "all"]:
        good = sum(n for (k, covered), n in counts.items() if covered and kind in (k, "all"))
        count = sum(n for (k, _), n in counts.items() if kind in (k, "all"))
        if count:
            print(f"{kind:10} {good:5} of {count:5}  {good / count:.3f}")


if __name__ == "__main__":
    main()
