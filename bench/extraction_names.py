"""How many of the names that careful readers marked are found, and how fast.

    python bench/extraction_names.py DATA [--side near|far|all] [--misses]

DATA is a folder with `articles.jsonl` and `gold/cluster_*.json`. A gold claim of kind name, role
or place counts as covered when a claim of a fitting kind overlaps its span and the words of the
claim's value (or of its quote) stand in the gold quote, or the other way round.
"""

import argparse
import collections
import json
import time
from pathlib import Path

from scoring import SIDES, read_gold

from reconcile.extraction import find_mentions
from reconcile.extraction.extractors import extract_from_view
from reconcile.model import Article
from reconcile.text import view_article

FITTING = {
    "name": {"person", "organisation", "place", "agreement", "document"},
    "role": {"role", "person", "organisation"},
    "place": {"place", "organisation"},
}


def read_articles(data: Path, language: str) -> dict[str, Article]:
    records = [json.loads(line) for line in (data / "articles.jsonl").open(encoding="utf-8")]
    return {
        r["id"]: Article(id=r["id"], text=r["text"], title=r.get("title"), language=language)
        for r in records
    }


def gold_claims(data: Path, side: str):
    for gold in read_gold(data, side=side):
        for section in ("conflicts", "agreements"):
            for fact in gold[section]:
                for claim in fact["claims"]:
                    if fact["kind"] in FITTING:
                        yield gold["cluster"], fact, claim


def words(text: str) -> str:
    return " " + " ".join("".join(c if c.isalnum() else " " for c in text.lower()).split()) + " "


def covers(claim, gold, kind: str) -> bool:
    if claim.kind not in FITTING[kind]:
        return False
    if claim.span.end <= gold["start"] or gold["end"] <= claim.span.start:
        return False
    said, quoted = words(claim.quote), words(gold["quote"])
    return said in quoted or quoted in said


def tally(data: Path, *, side: str, language: str, misses: bool = False):
    """How many names, roles and places are covered, by (kind, whether covered)."""
    articles = read_articles(data, language)
    found: dict[str, tuple] = {}
    counts: collections.Counter[tuple[str, bool]] = collections.Counter()
    for cluster, fact, claim in gold_claims(data, side):
        article = articles[claim["article"]]
        if article.id not in found:
            found[article.id] = extract_from_view(view_article(article))
        kind = fact["kind"]
        covered = any(covers(c, claim, kind) for c in found[article.id])
        counts[kind, covered] += 1
        if misses and not covered:
            print(cluster, claim["article"], kind, "|", claim["value"], "|", claim["quote"])
    return counts


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("--language", default="vi")
    parser.add_argument("--side", choices=SIDES, default="near")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    counts = tally(
        options.data, side=options.side, language=options.language, misses=options.misses
    )
    for kind in sorted({kind for kind, _ in counts}):
        hits, total = counts[kind, True], counts[kind, True] + counts[kind, False]
        print(f"{kind:8} {hits:4} of {total:4}  {hits / total:.0%}")
    articles = read_articles(options.data, options.language)
    views = [view_article(article) for article in articles.values()]
    size = sum(len(view.text.encode()) for view in views)
    for view in views[:5]:
        find_mentions(view)
    began = time.perf_counter()
    for view in views:
        sentences = [(s.start, s.end) for s in view.body_sentences]
        names = view.pack.names.find_names(view.text, view.folded, sentences=sentences)
        view.pack.names.find_memberships(view.text, view.folded, names=names)
        view.pack.speech.find_quotations(view.text, view.folded, names=names)
    took = time.perf_counter() - began
    print(f"names and speech: {took:.2f} s for {size / 1e6:.2f} MB, {size / 1e6 / took:.1f} MB/s")


if __name__ == "__main__":
    main()
