"""How many dates and times that an editor marked are claimed, with the right value.

    python bench/extraction_dates.py DATA [--side near|far|all] [--misses]

DATA holds ``articles.jsonl`` and ``gold/cluster_*.json``. A marked value counts as found when a
claim of kind date (or time) overlaps its quote and agrees: the same period, or one inside it, or
a range that begins or ends with it. Values without a date in them ("a few days before") are
counted apart.
"""

import argparse
import datetime as dt
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

from scoring import SIDES, read_gold

from reconcile import extract_claims
from reconcile.model import Article, Claim
from reconcile.values import Clock, Name, Period

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"\d{4}-\d\d(?!\d|-\d)")
_YEAR = re.compile(r"(?<![\d-])\d{4}(?![\d-])")
_TIME = re.compile(r"(?<!\d)(\d\d):(\d\d)")
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_STRETCHES = {"early": (1, 6), "late": (7, 12), "end of": (7, 12), "summer": (4, 9)}


Wanted: TypeAlias = list[Period] | list[Clock] | list[Name]


def main(arguments: list[str]) -> int:
    """Print what was found of each kind."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--side", choices=SIDES, default="near")
    parser.add_argument("--misses", action="store_true", help="print each value not found")
    options = parser.parse_args(arguments)
    found = _outcomes(options.data, side=options.side, misses=options.misses)
    for kind in ("date", "time"):
        scored = sum(n for (k, outcome), n in found.items() if k == kind and outcome != "unscored")
        hits = found[kind, "found"]
        share = hits / scored if scored else 1.0
        counts = {outcome: n for (k, outcome), n in sorted(found.items()) if k == kind}
        print(f"{kind}: {hits} of {scored} found ({share:.1%}) {counts}")
    return 0


def tally(data: Path, *, side: str) -> Counter[tuple[str, bool]]:
    """How many dates and times are found, by (kind, whether found)."""
    counts: Counter[tuple[str, bool]] = Counter()
    for (kind, outcome), count in _outcomes(data, side=side, misses=False).items():
        if outcome != "unscored":
            counts[kind, outcome == "found"] += count
    return counts


def _outcomes(data: Path, *, side: str, misses: bool) -> Counter[tuple[str, str]]:
    articles = _articles(data)
    found: Counter[tuple[str, str]] = Counter()
    for cluster, kind, marked in _marked(data, side):
        article = articles[marked["article"]]
        wanted = _read(kind, marked["value"])
        claims = _claims_at(article, marked)
        outcome = "unscored" if not wanted else _outcome(kind, claims, wanted)
        found[kind, outcome] += 1
        if misses and outcome not in ("found", "unscored"):
            got = "; ".join(f"{c.kind} {c.quote!r} = {c.value}" for c in claims)
            print(f"{cluster} {outcome}: {marked['value']} in {marked['quote']!r}: {got or '-'}")
    return found


def _articles(data: Path) -> dict[str, Article]:
    articles = {}
    for line in (data / "articles.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        published = record.get("published")
        articles[record["id"]] = Article(
            id=record["id"],
            text=record["text"],
            published=dt.datetime.fromisoformat(published) if published else None,
            language="vi" if published else "en",
        )
    return articles


def _marked(data: Path, side: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for gold in read_gold(data, side=side):
        for section in ("conflicts", "agreements", "omissions"):
            for fact in gold.get(section, ()):
                if fact.get("kind") in ("date", "time"):
                    for marked in fact["claims"]:
                        yield gold["cluster"], fact["kind"], marked


def _read(kind: str, value: str) -> Wanted:
    """The periods or times that an editor's value names; both ends of a range."""
    weekday = _WEEKDAY.search(value)
    if kind == "date" and weekday and not re.search(r"\d{4}", value):
        return [Name.of(weekday.group())]
    if kind == "time" or not (_DAY.search(value) or _MONTH.search(value) or _YEAR.search(value)):
        times = [int(hour) * 60 + int(minute) for hour, minute in _TIME.findall(value)]
        return [Clock(low=time, high=time) for time in times]
    days = [Period.of_day(dt.date.fromisoformat(day)) for day in _DAY.findall(value)]
    if days:
        return days[:2] if "/" in value else days[:1]
    months = [Period.of_month(*map(int, month.split("-"))) for month in _MONTH.findall(value)]
    if months:
        return months
    year = int(_YEAR.findall(value)[0])
    for word, (first, last) in _STRETCHES.items():
        if word in value:
            end = Period.of_month(year, last).last.date()
            return [Period.of_days(dt.date(year, first, 1), end, granularity="season")]
    return [Period.of_year(year)]


def _claims_at(article: Article, marked: dict[str, Any]) -> list[Claim]:
    return [
        claim
        for claim in extract_claims(article)
        if claim.kind in ("date", "time")
        and claim.span.start < marked["end"]
        and marked["start"] < claim.span.end
    ]


def _outcome(kind: str, claims: list[Claim], wanted: Wanted) -> str:
    if any(_agrees(claim, wanted) for claim in claims):
        return "found"
    return "wrong" if any(claim.kind == kind for claim in claims) else "missed"


def _agrees(claim: Claim, wanted: Wanted) -> bool:
    value, first, last = claim.value, wanted[0], wanted[-1]
    if isinstance(first, Name):
        return first.text == _weekday(claim)
    if isinstance(value, Clock) and isinstance(first, Clock) and isinstance(last, Clock):
        return value.low <= first.low and last.high <= value.high
    if not (isinstance(value, Period) and isinstance(first, Period) and isinstance(last, Period)):
        return False
    if value.yearless:
        return False
    begins, ends = first.first <= value.first <= first.last, last.first <= value.last <= last.last
    if value.granularity == "part of day":
        return begins
    return (begins and ends) or (value.extent and (begins or ends))


def _weekday(claim: Claim) -> str | None:
    if isinstance(claim.value, Period) and not claim.value.yearless:
        return f"{claim.value.first:%A}"
    named = _WEEKDAY.search(claim.quote)
    return named and named.group()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
