"""Accuracy may not fall: floors, how far below one a figure may lie, and how they are updated."""

import hashlib
import math
import tomllib
from pathlib import Path

FLOORS = Path(__file__).parent / "floors.toml"
MEASURE = "python tests/quality/measure.py"
_HEAD = """\
# What is measured on the development data may not fall below these shares.
# Written by `python tests/quality/measure.py DATA --update`: floors go up freely, and down only
# with --allow-lower and a line in CHANGELOG.md. A figure may lie below its floor by `items` of
# the `of` items that it is a share of; [tolerances] says why, and within it a floor stays.
# A corpus is told by its digest.
"""


def digest(corpus):
    """What tells one state of a corpus from another."""
    files = [corpus / "articles.jsonl", corpus / "events.tsv", *sorted(corpus.glob("gold/*.json"))]
    contents = (hashlib.sha256(path.read_bytes()).hexdigest() for path in files)
    return hashlib.sha256("".join(contents).encode()).hexdigest()[:16]


def read_floors(path=FLOORS):
    """The tables of the file: digests, tolerances, and the floors by language and measure."""
    return tomllib.loads(path.read_text("utf-8"))


def changed_corpora(digests, floors):
    """A line for each corpus that is not the one on which the floors were measured."""
    return [
        f"{name} is not the corpus that the floors were measured on: run `{MEASURE} DATA --update`"
        for name, old in sorted(floors["digests"].items())
        if digests.get(name) != old
    ]


def failures(measured, floors):
    """A line for each figure that lies below its floor or is not measured any more.

    Args:
        measured: Shares and what they are shares of, as (share, of), by (language, measure).
        floors: As read.
    """
    lines = []
    for (language, name), floor in _flat(floors).items():
        if (language, name) not in measured:
            lines.append(f"{language} {name}: not measured, its floor is {floor['floor']:.3f}")
            continue
        share, of = measured[language, name]
        allowed = _allowed(name, floor["floor"], of, floors)
        if share < allowed:
            lines.append(
                f"{language} {name}: {share:.4f} of {of}, its floor is {floor['floor']:.4f} and "
                f"{allowed:.4f} with its tolerance; run `{MEASURE} DATA` to see every figure"
            )
    return lines


def updated(measured, floors, *, allow_lower):
    """The floors raised to what is measured; lowered or left out only when that is allowed.

    A floor that is missed by no more than its tolerance stays, so that none sinks step by step.

    Returns:
        The new tables, and a line for each floor that was not lowered although it is not reached.
    """
    old = _flat(floors)
    kept = [] if allow_lower else [key for key in old if key not in measured]
    new = {key: old[key] for key in kept}
    refused = [f"{language} {name}: not measured" for language, name in kept]
    for key, (share, of) in measured.items():
        new[key] = {"floor": math.floor(share * 10_000) / 10_000, "of": of}
        floor = old.get(key, new[key])["floor"]
        if share >= floor:
            continue
        is_broken = share < _allowed(key[1], floor, of, floors)
        if is_broken and not allow_lower:
            refused.append(f"{' '.join(key)}: {share:.4f} is below {floor:.4f}")
        if not (is_broken and allow_lower):
            new[key] = old[key]
    tables = {name: floors[name] for name in ("digests", "tolerances")}
    for language, name in sorted(new):
        tables.setdefault(language, {})[name] = new[language, name]
    return tables, refused


def write_floors(tables, path=FLOORS):
    """Write all tables; the floors in them are never edited by hand."""
    lines = [_HEAD, "[digests]"]
    lines += [f'{name} = "{value}"' for name, value in sorted(tables["digests"].items())]
    for family, tolerance in tables["tolerances"].items():
        lines += ["", f"[tolerances.{family}]", f"items = {tolerance['items']}"]
        lines += [f'reason = "{tolerance["reason"]}"']
    for language in tables.keys() - {"digests", "tolerances"}:
        lines += ["", f"[{language}]"]
        lines += [
            f'"{name}" = {{ floor = {floor["floor"]}, of = {floor["of"]} }}'
            for name, floor in sorted(tables[language].items())
        ]
    path.write_text("\n".join([*lines, ""]), "utf-8")


def _flat(floors):
    return {
        (language, name): floor
        for language in sorted(floors.keys() - {"digests", "tolerances"})
        for name, floor in sorted(floors[language].items())
    }


def _allowed(name, floor, of, floors):
    """How low a figure may be."""
    family, _, _ = name.partition(" ")
    return floor - floors["tolerances"][family]["items"] / of
