"""Measure what is found of contradictions, agreements and omissions, and what it costs.

    python bench/facts.py gold FOLDER [--side near|far|all] [--dial DIAL] [--misses] [--flags]
    python bench/facts.py dials FOLDER [--side near|far|all]
    python bench/facts.py unread FOLDER
    python bench/facts.py mutations FOLDER [--articles 60] [--seed 1] [--misses]
    python bench/facts.py cost FOLDER [--profile]

FOLDER holds `articles.jsonl`, `events.tsv` and `gold/cluster_*.json`. `gold` scores a report
against clusters that were read by hand, with the events as they are given; `dials` prints the
same scores for each setting of `alignment.strictness`, for docs/reference/strictness.md. `unread`
prints every conflict raised on events without such a reading, to be judged by eye.
`mutations` copies an article, changes one date, number, amount, age or name in it, and asks
whether the two are shown to differ there. The far side of the clusters was set aside for
measuring (docs/explanation/what-we-miss.md says what of it was read since); `mutations` leaves its
articles out. `cost` counts processor time, so that it does not depend on what else runs.
"""

import argparse
import cProfile
import pstats
import random
import time
from collections import Counter
from pathlib import Path

import attrs
from changes import CHANGES, change
from scoring import FLAGGED, SIDES, is_far, read_gold, score_facts

from reconcile import extract_claims, read_articles, reconcile_articles
from reconcile.settings import STRICTNESS, AlignmentSettings, ReadingSettings, Settings

GROUP, GROUP_CLAIMS = 200, 10_000  # the large group of `cost`: articles, and claims about
WARM = 20  # articles that use most patterns of their language once
MEASURES = (
    "conflicts clear found",
    "conflicts arguable found",
    "updates found",
    "tied but not flagged",
    "flags backed",
    "clear flags backed",
    "agreements tied",
    "agreements found",
    "agreements not raised",
    "omissions found",
)
DIAL_COLUMNS = (
    "conflicts clear found",
    "conflicts arguable found",
    "flags backed",
    "clear flags backed",
    "agreements tied",
    "agreements not raised",
)


def load(folder, *, language=None):
    """The articles of a folder and the event of each by its id."""
    settings = ReadingSettings(language=language)
    articles = read_articles([folder / "articles.jsonl"], settings=settings).articles
    lines = (folder / "events.tsv").read_text("utf-8").splitlines()
    return articles, dict(line.split("\t") for line in lines if line.strip())


def reconcile_events(articles, events, *, dial="balanced"):
    settings = Settings(alignment=AlignmentSettings(strictness=dial))
    return reconcile_articles(articles, events=events, settings=settings)


def flags_of(report):
    return [fact for fact in report.facts() if fact.verdict in FLAGGED]


def measure_mutations(articles, events, *, count, seed):
    """Flagged changes by (kind, whether flagged), with a line for each miss.

    The entry "unchanged copies quiet" says of how many articles a copy without any change is not
    set against the article. What the article contradicts within itself, both do.
    """
    chance = random.Random(seed)
    near = [article for article in articles if not is_far(events[article.id])]
    tally, misses = Counter(), []
    for article in chance.sample(near, min(count, len(near))):
        apart = _set_apart(_reconcile_copy(article, article.text))
        tally["unchanged copies quiet", not apart] += 1
        misses.extend(("unchanged", article.id, fact.explanation) for fact in apart)
        for kind, claim in _one_of_each(article, chance):
            new = change(claim.quote, kind=kind, chance=chance)
            if new is None:
                continue
            start, end = claim.span.start, claim.span.end
            text = article.text[:start] + new + article.text[end:]
            found = _is_flagged(_reconcile_copy(article, text), article.id, start, end, len(new))
            tally[kind, found] += 1
            if not found:
                around = article.text[max(0, start - 60) : end + 40].replace("\n", " ")
                misses.append((kind, article.id, claim.quote, new, around))
    return tally, misses


def _reconcile_copy(article, text):
    copy = attrs.evolve(article, id=f"{article.id}~", text=text)
    return reconcile_articles([article, copy], events={article.id: "e", copy.id: "e"})


def _set_apart(report):
    """The flags that set one article against another: some value is not stated in all of them."""
    claims = report.claims()
    found = []
    for fact in flags_of(report):
        sides = {frozenset(claims[name].article for name in value.claims) for value in fact.values}
        if len(sides) > 1 and len(frozenset.union(*sides)) > 1:
            found.append(fact)
    return found


def _one_of_each(article, chance):
    """A claim of each kind, from a sentence that stands only once in the article."""
    claims = extract_claims(article)
    for kind, kinds in CHANGES.items():
        fitting = [
            claim
            for claim in claims
            if claim.kind in kinds
            and article.text.count(article.text[claim.sentence.start : claim.sentence.end]) == 1
        ]
        if fitting:
            yield kind, chance.choice(fitting)


def _is_flagged(report, article, start, end, length):
    claims = report.claims()
    for fact in flags_of(report):
        places = [(claims[name].article, claims[name].span) for name in fact.claims]
        before = any(a == article and s.start < end and start < s.end for a, s in places)
        after = any(a != article and s.start < start + length and start < s.end for a, s in places)
        if before and after:
            return True
    return False


def large_group(articles):
    """The `GROUP` articles, neighbours by number of claims, with about `GROUP_CLAIMS` together."""
    counted = sorted((len(extract_claims(article)), article.id) for article in articles)
    sizes = [size for size, _ in counted]
    starts = range(max(1, len(counted) - GROUP + 1))
    best = min(starts, key=lambda s: abs(sum(sizes[s : s + GROUP]) - GROUP_CLAIMS))
    chosen = {name for _, name in counted[best : best + GROUP]}
    return [article for article in articles if article.id in chosen]


def _timed(action, *, profile):
    profiler = cProfile.Profile() if profile else None
    began = time.process_time()
    result = profiler.runcall(action) if profiler else action()
    took = time.process_time() - began
    if profiler:
        pstats.Stats(profiler).sort_stats("tottime").print_stats(25)
    return result, took


def show_gold(options):
    articles, events = load(options.folder, language=options.language)
    report = reconcile_events(articles, events, dial=options.dial)
    tally, notes = score_facts(report, read_gold(options.folder, side=options.side))
    for sort, cluster, words in notes:
        if options.flags if sort.startswith("flag") else options.misses:
            print(f"{sort}: cluster {cluster} {words}")
    _show(tally, MEASURES)


def show_dials(options):
    articles, events = load(options.folder, language=options.language)
    clusters = read_gold(options.folder, side=options.side)
    print("| strictness |", " | ".join(DIAL_COLUMNS), "|")
    print("|---" * (len(DIAL_COLUMNS) + 1) + "|")
    for dial in STRICTNESS:
        tally, _ = score_facts(reconcile_events(articles, events, dial=dial), clusters)
        cells = (
            f"{tally[name, True]} of {tally[name, True] + tally[name, False]}"
            for name in DIAL_COLUMNS
        )
        print(f"| `{dial}` |", " | ".join(cells), "|")


def show_unread(options):
    articles, events = load(options.folder, language=options.language)
    read = {a for gold in read_gold(options.folder, side="all") for a in gold["articles"]}
    report = reconcile_events(articles, events)
    texts = {article.id: article.text for article in articles}
    claims = {claim.id: claim for group in report.groups for claim in group.claims}
    groups = [g for g in report.groups if read.isdisjoint(g.group.articles)]
    number = 0
    for fact in (f for group in groups for f in group.facts if f.verdict == "conflict"):
        number += 1
        print(f"{number}. {fact.certainty} {fact.kind} {fact.subject or ''} {fact.attribute or ''}")
        for value in fact.values:
            claim = claims[value.claims[0]]
            sentence = texts[claim.article][claim.sentence.start : claim.sentence.end]
            print(f"   {value.text} | {claim.article}: {' '.join(sentence.split())}")
    print(f"{number} conflicts on {len(groups)} events that no reader marked")


def show_mutations(options):
    articles, events = load(options.folder, language=options.language)
    tally, misses = measure_mutations(articles, events, count=options.articles, seed=options.seed)
    if options.misses:
        print(*misses, sep="\n")
    changes = Counter()
    for (kind, flagged), count in tally.items():
        changes["all changes", flagged] += count * (kind in CHANGES)
    _show(tally | changes, [*CHANGES, "all changes", "unchanged copies quiet"])


def show_cost(options):
    began = time.process_time()
    articles, events = load(options.folder, language=options.language)
    print(f"reading {len(articles)} articles: {time.process_time() - began:.2f} s of processor")
    megabytes = sum(len(article.text.encode()) for article in articles) / 1e6
    for article in articles[:WARM]:
        extract_claims(article)  # tables and patterns are made once
    found, took = _timed(lambda: [extract_claims(a) for a in articles], profile=options.profile)
    print(f"claims alone: {sum(map(len, found))} in {took:.2f} s, {megabytes / took:.2f} MB/s")
    _, took = _timed(lambda: reconcile_events(articles, events), profile=options.profile)
    print(f"reconciling the events, with claims: {took:.2f} s")
    group = large_group(articles)
    ready = {article.id: "one" for article in group}
    report, took = _timed(lambda: reconcile_events(group, ready), profile=options.profile)
    print(
        f"one group of {len(group)} articles with {len(report.claims())} claims and "
        f"{len(list(report.facts()))} facts: {took:.2f} s"
    )


def _show(tally, measures):
    for name in measures:
        good, count = tally[name, True], tally[name, True] + tally[name, False]
        if count:
            print(f"{name:26} {good:4} of {count:4}  {good / count:.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    gold = commands.add_parser("gold")
    gold.add_argument("--side", choices=SIDES, default="near")
    dials = commands.add_parser("dials")
    dials.add_argument("--side", choices=SIDES, default="near")
    gold.add_argument("--dial", choices=STRICTNESS, default="balanced")
    gold.add_argument("--flags", action="store_true", help="list every conflict raised")
    mutations = commands.add_parser("mutations")
    mutations.add_argument("--articles", type=int, default=60)
    mutations.add_argument("--seed", type=int, default=1)
    cost = commands.add_parser("cost")
    cost.add_argument("--profile", action="store_true", help="show the functions that take longest")
    for command in (gold, mutations):
        command.add_argument("--misses", action="store_true", help="list what was not found")
    runs = {
        gold: show_gold,
        dials: show_dials,
        commands.add_parser("unread"): show_unread,
        mutations: show_mutations,
        cost: show_cost,
    }
    for command, run in runs.items():
        command.add_argument("folder", type=Path)
        command.add_argument("--language", help="of every article, if it is not to be told")
        command.set_defaults(run=run)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
