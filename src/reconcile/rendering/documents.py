"""The report as the JSON document of ``report.schema.json``, the same bytes for the same report."""

import json
import re
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from reconcile import __version__
from reconcile.model import Article, Claim, GroupReport, Report
from reconcile.rendering.styles import Style

SCHEMA = "reconcile/report/1"

# json.dumps leaves these as they are; a terminal obeys C1 controls, and no UTF-8 has surrogates.
_UNWRITABLE = re.compile("[\x7f-\x9f\ud800-\udfff]")


def render(report: Report, *, style: Style) -> str:  # noqa: ARG001 - one signature for all formats
    """The report document, one line for each article, claim and fact, easily compared."""
    return _members(report_document(report)) + "\n"


def report_document(report: Report) -> dict[str, Any]:
    """The report as plain lists and dicts, valid against ``report.schema.json``.

    What has no order of its own is sorted, so the order in which articles were read is not seen.

    >>> report_document(Report())["schema"]
    'reconcile/report/1'
    """
    groups = sorted(report.groups, key=lambda g: (-len(g.group.articles), g.group.id))
    return {
        "schema": SCHEMA,
        "generator": {"name": "reconcile", "version": __version__},
        "articles": [article_document(a) for a in sorted(report.articles, key=lambda a: a.id)],
        "groups": [_group_document(group) for group in groups],
        "across": [fact.as_document() for fact in report.across],
        "problems": [
            {"source": source, "message": message}
            for source, message in sorted((p.source, p.message) for p in report.problems)
        ],
    }


def article_document(article: Article) -> dict[str, Any]:
    """The article's metadata as it stands in the report; its text stays where it was read."""
    published = article.published
    return {
        "id": article.id,
        "source": article.source,
        "title": article.title,
        "publisher": article.publisher,
        "url": article.url,
        "published": None if published is None else published.isoformat(),
        "language": article.language,
        "sha256": article.sha256,
        "characters": len(article.text),
        "boilerplate": [
            {"start": b.span.start, "end": b.span.end, "reason": b.reason}
            for b in sorted(article.boilerplate, key=lambda b: b.span)
        ],
    }


def schema_text() -> str:
    """The JSON Schema that every report document follows, as it is shipped."""
    return files("reconcile").joinpath("report.schema.json").read_text(encoding="utf-8")


def json_line(document: object) -> str:
    """A document as one line of JSON that any terminal and any encoding can take.

    >>> json_line({"quote": "sáng 12/11"})
    '{"quote": "sáng 12/11"}'
    """
    return _UNWRITABLE.sub(_escape, json.dumps(document, ensure_ascii=False))


def _group_document(entry: GroupReport) -> dict[str, Any]:
    group = entry.group
    place = {article: index for index, article in enumerate(group.articles)}

    def order(claim: Claim) -> tuple[int, int, int, str, str]:
        span = claim.span
        return (place[claim.article], span.start, span.end, claim.kind, claim.extractor)

    origins = [sorted(origin, key=place.__getitem__) for origin in group.origins]
    return {
        "id": group.id,
        "articles": list(group.articles),
        "copies": [
            {
                "articles": [edge.left, edge.right],
                "jaccard": edge.jaccard,
                "containment": edge.containment,
            }
            for edge in sorted(group.copies)
        ],
        "origins": sorted(origins, key=lambda origin: place[origin[0]]),
        "claims": [claim.as_document() for claim in sorted(entry.claims, key=order)],
        "facts": [fact.as_document() for fact in entry.facts],
    }


def _members(document: Mapping[str, Any]) -> str:
    """An object with one line for each item of its lists: each line then takes the C encoder."""
    lines = (
        f"{json_line(name)}: {_items(value) if isinstance(value, list) else json_line(value)}"
        for name, value in document.items()
    )
    return "{\n" + ",\n".join(lines) + "\n}"


def _items(items: Sequence[Any]) -> str:
    if not any(isinstance(item, dict) for item in items):
        return json_line(items)
    # A group has lists of its own, long enough to be compared line by line.
    lines = (_members(item) if "origins" in item else json_line(item) for item in items)
    return "[\n" + ",\n".join(lines) + "\n]"


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
