"""Scores against articles whose events and contradictions were read by hand.

A hand-read item names claims by article and place. A fact meets it when the fact's claims overlap
the item's in two articles (both places, where the item lies within one article).
"""

import hashlib
import json
from collections import Counter
from math import comb

FLAGGED = {"conflict", "updated"}
AGREED = {"agreed", "refined", "single"}  # single ties two articles where they are copies
# The English clusters are few, so their split was drawn by hand to hold items of both sorts.
ENGLISH = {
    "near": ("4ecb", "10ecbplus", "20ecbplus", "24ecb"),
    "far": ("28ecb", "30ecb", "38ecbplus", "40ecb"),
}
SIDES = ("near", "far", "all")


def is_far(cluster):
    """Whether a hand-read cluster is measured only and never looked at."""
    if cluster in ENGLISH["near"] or cluster in ENGLISH["far"]:
        return cluster in ENGLISH["far"]
    return int(hashlib.sha256(f"gold-{cluster}".encode()).hexdigest(), 16) % 3 == 0


def read_gold(folder, *, side):
    """The hand-read clusters of one side."""
    paths = sorted((folder / "gold").glob("cluster_*.json"))
    clusters = (json.loads(path.read_text("utf-8")) for path in paths)
    return [
        gold for gold in clusters if side == "all" or is_far(gold["cluster"]) == (side == "far")
    ]


def score_groups(groups, events):
    """B-cubed and pairwise measures of a grouping.

    Args:
        groups: Tuples of article ids.
        events: The event of each article by its id.
    """
    group_of = {article: number for number, group in enumerate(groups) for article in group}
    both = Counter((event, group_of.get(article, article)) for article, event in events.items())
    gold, found = Counter(), Counter()
    for (event, group), count in both.items():
        gold[event] += count
        found[group] += count
    pairs = sum(comb(count, 2) for count in both.values())
    found_pairs = sum(comb(count, 2) for count in found.values())
    gold_pairs = sum(comb(count, 2) for count in gold.values())
    return {
        "bcubed_precision": sum(c * c / found[g] for (_, g), c in both.items()) / len(events),
        "bcubed_recall": sum(c * c / gold[e] for (e, _), c in both.items()) / len(events),
        "pair_precision": pairs / found_pairs if found_pairs else 1.0,
        "pair_recall": pairs / gold_pairs if gold_pairs else 1.0,
    }


def score_facts(report, clusters):
    """What a report finds of what was read by hand, and how many of its flags are backed.

    Args:
        report: Made with the events of the clusters as its groups.
        clusters: From `read_gold`.

    Returns:
        Counts by (measure, whether it holds); and a line for each miss and for each flag, as
        (sort, cluster, words), to be shown.
    """
    tally, notes = Counter(), []
    facts = list(_facts_with_places(report))
    for gold in clusters:
        near = [(f, places) for f, places in facts if places.keys() & set(gold["articles"])]
        _score_cluster(gold, near, tally, notes)
    return tally, notes


def shares(tally):
    """Each measure's share and how many items it is a share of, by its name."""
    names = {name: None for name, _ in tally}
    totals = {name: tally[name, True] + tally[name, False] for name in names}
    return {name: (tally[name, True] / total, total) for name, total in totals.items()}


def _score_cluster(gold, facts, tally, notes):
    cluster = gold["cluster"]
    real = [item for item in gold["conflicts"] if item.get("relation") != "less_precise"]
    for item in real:
        sort = "updates" if item.get("relation") == "update" else f"conflicts {item['sure']}"
        verdicts = {f.verdict for f, places in facts if _ties(item, places)}
        found = bool(verdicts & FLAGGED)
        tally[f"{sort} found", found] += 1
        if not found:
            tally["tied but not flagged", bool(verdicts)] += 1
            notes.append((f"{sort} missed{', tied' * bool(verdicts)}", cluster, _describe(item)))
    for item in gold["agreements"]:
        verdicts = {f.verdict for f, places in facts if _ties(item, places)}
        tally["agreements tied", bool(verdicts)] += 1
        tally["agreements found", bool(verdicts & AGREED)] += 1
        tally["agreements not raised", not verdicts or not verdicts <= FLAGGED] += 1
        if not verdicts & AGREED:
            notes.append(
                (f"agreement missed{', raised' * bool(verdicts)}", cluster, _describe(item))
            )
    for item in gold["omissions"]:
        silent = set(item["absent_from"])
        found = any(_touched(item, places) and silent & set(f.missing_from) for f, places in facts)
        tally["omissions found", found] += 1
        if not found:
            notes.append(("omission missed", cluster, _describe(item)))
    for fact, places in facts:
        if fact.verdict == "conflict":
            backed = any(len(_touched(item, places)) >= 2 for item in real)
            tally["flags backed", backed] += 1
            if fact.certainty == "clear":
                tally["clear flags backed", backed] += 1
            words = " | ".join(value.text for value in fact.values)
            sort = f"flag {fact.certainty} {'backed' if backed else 'unbacked'}"
            notes.append((sort, cluster, f"{fact.id} {fact.kind}: {words}"))


def _facts_with_places(report):
    for group in report.groups:
        claims = {claim.id: claim for claim in group.claims}
        for fact in group.facts:
            places = {}
            for claim in map(claims.__getitem__, fact.claims):
                places.setdefault(claim.article, []).append((claim.span.start, claim.span.end))
            yield fact, places


def _touched(item, places):
    return [
        claim
        for claim in item["claims"]
        if any(s < claim["end"] and claim["start"] < e for s, e in places.get(claim["article"], ()))
    ]


def _ties(item, places):
    hit = _touched(item, places)
    if item.get("relation") == "within_article":
        return len(hit) >= 2 and len({p for c in hit for p in places[c["article"]]}) >= 2
    return len({claim["article"] for claim in hit}) >= 2


def _describe(item):
    places = (f"{c['article']}[{c['start']}:{c['end']}]={c['value']}" for c in item["claims"])
    return f"{item['question']} {'; '.join(places)}"
