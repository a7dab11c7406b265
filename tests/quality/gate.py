"""Accuracy may not fall: measure the development data and hold it against the floors.

    python tests/quality/gate.py DATA              measure and compare
    python tests/quality/gate.py DATA --update     raise the floors to what is measured
    python tests/quality/gate.py DATA --update --lower    lower them too (say why in CHANGELOG.md)

DATA holds a folder for each corpus, with `articles.jsonl`, `events.tsv` and `gold/`.
"""

import hashlib
import sys
import tomllib
from pathlib import Path

import scoring

from reconcile import group_articles, read_articles, reconcile_articles

FLOORS = Path(__file__).parent / "floors.toml"
# Figures are shares of some hundred hand-read items: one item more or less is noise.
TOLERANCE = 0.005


def corpora(data):
    """The folders of the corpora in a data folder."""
    return sorted(path.parent for path in Path(data).glob("*/articles.jsonl"))


def digest(corpus):
    """What tells one state of a corpus from another."""
    files = [corpus / "articles.jsonl", corpus / "events.tsv", *sorted(corpus.glob("gold/*.json"))]
    contents = (hashlib.sha256(path.read_bytes()).hexdigest() for path in files)
    return hashlib.sha256("".join(contents).encode()).hexdigest()[:16]


def measure(corpus):
    """Every figure of a corpus by its name; all are shares, and higher is better."""
    articles = read_articles([corpus / "articles.jsonl"]).articles
    lines = (corpus / "events.tsv").read_text("utf-8").splitlines()
    events = dict(line.split("\t") for line in lines if line.strip())
    groups = [group.articles for group in group_articles(articles)]
    report = reconcile_articles(articles, events=events)
    figures = scoring.score_groups(groups, events) | scoring.score_facts(report, corpus / "gold")
    return {name: round(value, 4) for name, value in figures.items()}


def failures(measured, floors):
    """A line for each figure that lies below its floor or is not measured any more."""
    return [
        f"{name} is {measured.get(name, 'not measured')}, its floor is {floor}"
        for name, floor in sorted(floors.items())
        if measured.get(name, -1) < floor - TOLERANCE
    ]


def updated(measured, floors, *, lower):
    """The floors after an update: raised to what is measured, lowered only when told to."""
    return {
        name: value if lower else max(value, floors.get(name, value))
        for name, value in sorted(measured.items())
    } | ({} if lower else {n: f for n, f in floors.items() if n not in measured})


def read_floors():
    """The floors of each corpus with the digest they were measured on."""
    return tomllib.loads(FLOORS.read_text("utf-8"))


def write_floors(tables):
    """Write all floors; the file is never edited by hand."""
    lines = ["# Written by gate.py --update; floors go up freely, down only with --lower.", ""]
    for corpus, table in sorted(tables.items()):
        lines += [f"[{corpus}]", f'digest = "{table["digest"]}"', "", f"[{corpus}.floors]"]
        lines += [f"{name} = {value}" for name, value in sorted(table["floors"].items())]
        lines.append("")
    FLOORS.write_text("\n".join(lines), "utf-8")


def main(arguments):
    """Run from the command line; 0 when every floor holds."""
    options = {argument for argument in arguments if argument.startswith("--")}
    folders = [argument for argument in arguments if not argument.startswith("--")]
    if len(folders) != 1 or options - {"--update", "--lower"} or not corpora(folders[0]):
        print(__doc__)
        return 2
    tables, below = read_floors(), []
    for corpus in corpora(folders[0]):
        measured = measure(corpus)
        table = tables.setdefault(corpus.name, {"digest": digest(corpus), "floors": {}})
        for name, value in measured.items():
            print(f"{corpus.name} {name} {value:.4f} floor {table['floors'].get(name, '-')}")
        below += [f"{corpus.name}: {line}" for line in failures(measured, table["floors"])]
        table["floors"] = updated(measured, table["floors"], lower="--lower" in options)
        table["digest"] = digest(corpus)
    if "--update" in options:
        write_floors(tables)
    print(*below, sep="\n")
    return 1 if below and "--lower" not in options else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
