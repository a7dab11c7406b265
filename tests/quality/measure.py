"""Measure accuracy on the development data and hold it against the floors.

    python tests/quality/measure.py DATA                   measure and compare
    python tests/quality/measure.py DATA --update          raise the floors to what is measured
    python tests/quality/measure.py DATA --update --allow-lower    lower them too; say why in
                                                           CHANGELOG.md

DATA holds the folders news-dev and ecb-dev, each with `articles.jsonl`, `events.tsv` and `gold/`;
without it the environment's RECONCILE_DATA is used. The measuring is that of the scripts in
`bench/`, whose docs say what each figure is. In Vietnamese, groups and draws are those of the half
of the events that nothing was fitted to; `bare` articles have no titles and no dates.
"""

import argparse
import os
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import gate

sys.path.append(str(Path(__file__).parents[2] / "bench"))

import extraction_dates
import extraction_names
import facts
import scoring

import extraction
import grouping

CORPORA = {"vi": "news-dev", "en": "ecb-dev"}
MUTATED = 25  # articles; enough for some seventy changes
FACTS = tuple(name for name in facts.MEASURES if name != "tied but not flagged")


def measure_groups(data):
    """Grouping of the held-out half, and of English whole."""
    articles, events = grouping.load(data / CORPORA["vi"], "vi")
    part = grouping.half(articles, events, development=False)
    snippets, snippet_events = grouping.load(data / CORPORA["en"], "en")
    yield from _groups("vi", "groups whole", part, events)
    yield from _groups("vi", "groups bare", grouping.bare(part), events)
    yield from _groups("en", "groups whole", snippets, snippet_events)


def measure_draws(data):
    """Pairs of small collections, of two to eight articles, drawn from the held-out half."""
    articles, events = grouping.load(data / CORPORA["vi"], "vi")
    part = grouping.half(articles, events, development=False)
    for name, change in (("draws whole", list), ("draws bare", grouping.bare)):
        counts = grouping.small_draws(part, events, change=change)
        precision, recall, _ = grouping.f1(counts)
        _, found, gold = counts.tolist()
        yield ("vi", f"{name}: pair precision"), (precision, found)
        yield ("vi", f"{name}: pair recall"), (recall, gold)


def measure_facts(data):
    """Contradictions, agreements and omissions of both sides of the clusters read by hand."""
    for language, corpus in CORPORA.items():
        articles, events = facts.load(data / corpus)
        report = facts.reconcile_events(articles, events)
        for side in ("near", "far"):
            tally, _ = scoring.score_facts(report, scoring.read_gold(data / corpus, side=side))
            for name, figure in scoring.shares(tally).items():
                if name in FACTS:
                    family = "flags" if name.endswith("backed") else "facts"
                    yield (language, f"{family} {side}: {name}"), figure


def measure_mutations(data):
    """Single changes that are flagged, and copies without a change that stay quiet."""
    for language, corpus in CORPORA.items():
        articles, events = facts.load(data / corpus)
        tally, _ = facts.measure_mutations(articles, events, count=MUTATED, seed=1)
        sums = Counter()
        for (kind, flagged), count in tally.items():
            sums["changes flagged" if kind in facts.CHANGES else kind, flagged] += count
        for name, figure in scoring.shares(sums).items():
            yield (language, f"mutations whole: {name}"), figure


def measure_claims(data):
    """How many values that were read by hand are claimed."""
    for language, corpus in CORPORA.items():
        for side in ("near", "far"):
            tallies = (
                extraction.tally(data / corpus, side=side, language=language),
                extraction_dates.tally(data / corpus, side=side),
                extraction_names.tally(data / corpus, side=side, language=language),
            )
            for name, figure in scoring.shares(sum(tallies, Counter())).items():
                yield (language, f"claims {side}: {name}"), figure


# The longest first, so that two processes end at about the same time.
MEASURES = (measure_draws, measure_facts, measure_mutations, measure_groups, measure_claims)


def measure(data):
    """Every figure: (share, of how many) by (language, measure)."""
    with ProcessPoolExecutor(max_workers=min(len(MEASURES), os.cpu_count() or 1)) as pool:
        parts = pool.map(_run, range(len(MEASURES)), [data] * len(MEASURES))
        return dict(sorted(figure for part in parts for figure in part))


def _run(number, data):
    return list(MEASURES[number](data))


def _groups(language, name, articles, events):
    found = grouping.labels(articles)
    gold = [events[article.id] for article in articles]
    precision, recall, _ = grouping.b_cubed(gold, [found[article.id] for article in articles])
    yield (language, f"{name}: B-cubed precision"), (precision, len(articles))
    yield (language, f"{name}: B-cubed recall"), (recall, len(articles))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, nargs="?", default=os.environ.get("RECONCILE_DATA"))
    parser.add_argument("--update", action="store_true", help="raise the floors")
    parser.add_argument("--allow-lower", action="store_true", help="lower them too")
    options = parser.parse_args()
    if options.data is None:
        parser.error("name the folder of the corpora, or set RECONCILE_DATA")
    data = Path(options.data)
    missing = [name for name in CORPORA.values() if not (data / name / "articles.jsonl").is_file()]
    if missing:
        parser.error(f"{data} holds no {' and no '.join(missing)}")
    floors = gate.read_floors()
    digests = {name: gate.digest(data / name) for name in CORPORA.values()}
    measured = measure(data)
    for (language, name), (share, of) in measured.items():
        floor = floors.get(language, {}).get(name, {}).get("floor")
        print(f"{language} {name:52} {share:.4f} of {of:5}, floor {floor}")
    if options.update:
        tables, problems = gate.updated(measured, floors, allow_lower=options.allow_lower)
        gate.write_floors(tables | {"digests": digests})
    else:
        problems = gate.changed_corpora(digests, floors) + gate.failures(measured, floors)
    print(*problems, sep="\n", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
