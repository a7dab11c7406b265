"""Scores of a report against articles whose events and contradictions were read by hand.

A hand-read item names claims by article and place. A fact meets it when the fact's claims overlap
the item's in two articles (both places, where the item lies within one article).
"""

import json
from collections import Counter
from math import comb

FLAGGED = {"conflict", "updated"}
AGREED = {"agreed", "refined", "single"}


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
    share = {
        "bcubed_precision": sum(c * c / found[g] for (_, g), c in both.items()) / len(events),
        "bcubed_recall": sum(c * c / gold[e] for (e, _), c in both.items()) / len(events),
        "pair_precision": pairs / found_pairs if found_pairs else 1.0,
        "pair_recall": pairs / gold_pairs if gold_pairs else 1.0,
    }
    return {f"groups_{name}": value for name, value in share.items()}


def score_facts(report, folder):
    """Recall of contradictions, agreements and omissions, and how many alarms are backed."""
    hits, totals = Counter(), Counter()

    def count(name, found):
        totals[name] += 1
        hits[name] += bool(found)

    facts = list(_facts_with_places(report))
    for path in sorted(folder.glob("cluster_*.json")):
        gold = json.loads(path.read_text("utf-8"))
        near = [(f, places) for f, places in facts if places.keys() & set(gold["articles"])]
        real = [item for item in gold["conflicts"] if item.get("relation") != "less_precise"]
        for item in real:
            sort = "updates" if item.get("relation") == "update" else item["sure"]
            verdicts = {f.verdict for f, places in near if _ties(item, places)}
            count(f"conflicts_{sort}_recall", verdicts & FLAGGED)
        for item in gold["agreements"]:
            verdicts = {f.verdict for f, places in near if _ties(item, places)}
            count("agreements_recall", verdicts & AGREED)
            count("agreements_spared", not verdicts or verdicts & AGREED)
        for item in gold["omissions"]:
            silent = set(item["absent_from"])
            found = (_touched(item, places) and silent & set(f.missing_from) for f, places in near)
            count("omissions_recall", any(found))
        for fact, places in near:
            if fact.verdict == "conflict":
                backed = any(len(_touched(item, places)) >= 2 for item in real)
                count("conflicts_backed", backed)
                if fact.certainty == "clear":
                    count("conflicts_clear_backed", backed)
    return {name: hits[name] / total for name, total in sorted(totals.items())}


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
