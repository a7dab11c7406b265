"""The report as rows: for spreadsheets as CSV, for pandas and polars as flat dicts."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from reconcile.model import Article, Claim, Fact, Report
from reconcile.rendering.escapes import visible
from reconcile.rendering.labels import published
from reconcile.rendering.outlines import outline_report
from reconcile.rendering.styles import Style

COLUMNS = (
    *("event", "fact", "kind", "subject", "attribute", "verdict", "certainty", "value"),
    *("value_origins", "fact_origins", "article", "publisher", "published", "quote", "start"),
    *("end", "sentence", "extractor", "claim", "missing_from", "explanation"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(report: Report, *, style: Style) -> str:  # noqa: ARG001 - one signature for all formats
    """One line for each claim of each value of each fact, with the claims of no fact at the end.

    A cell that a spreadsheet would compute begins with an apostrophe.
    """
    written = io.StringIO()
    writer = csv.DictWriter(written, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for row in _joined(report):
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return written.getvalue()


def fact_rows(report: Report) -> list[dict[str, Any]]:
    """The facts as flat dicts, one for each, for ``pandas.DataFrame`` or ``polars.DataFrame``.

    >>> fact_rows(Report())
    []
    """
    index = outline_report(report).index
    return [
        {
            **_fact_cells(event, fact),
            "values": " | ".join(value.text for value in fact.values),
            "origins": index.support(fact),
            "articles": " ".join(index.stated_in(fact)),
            "missing_from": " ".join(fact.missing_from),
            "explanation": fact.explanation,
        }
        for event, fact in _facts(report)
    ]


def claim_rows(report: Report) -> list[dict[str, Any]]:
    """The claims as flat dicts, one for each, for ``pandas.DataFrame`` or ``polars.DataFrame``.

    >>> claim_rows(Report())
    []
    """
    articles = {article.id: article for article in report.articles}
    return [
        {
            "event": entry.group.id,
            "kind": claim.kind,
            "subject": claim.subject,
            "attribute": claim.attribute,
            "value": str(claim.value),
            **_claim_cells(claim, articles[claim.article]),
        }
        for entry in report.groups
        for claim in entry.claims
    ]


def _joined(report: Report) -> Iterator[dict[str, Any]]:
    index = outline_report(report).index
    told: set[str] = set()
    for event, fact in _facts(report):
        support = index.support(fact)
        for value in fact.values:
            for name in value.claims:
                claim = index.claims[name]
                told.add(name)
                yield {
                    **_fact_cells(event, fact),
                    "value": value.text,
                    "value_origins": value.origins,
                    "fact_origins": support,
                    **_claim_cells(claim, index.articles[claim.article]),
                    "missing_from": " ".join(fact.missing_from),
                    "explanation": fact.explanation,
                }
    yield from (row for row in claim_rows(report) if row["claim"] not in told)


def _facts(report: Report) -> Iterator[tuple[str, Fact]]:
    for entry in report.groups:
        for fact in entry.facts:
            yield entry.group.id, fact
    for fact in report.across:
        yield "across", fact


def _fact_cells(event: str, fact: Fact) -> dict[str, Any]:
    return {
        "event": event,
        "fact": fact.id,
        "kind": fact.kind,
        "subject": fact.subject,
        "attribute": fact.attribute,
        "verdict": str(fact.verdict),
        "certainty": fact.certainty,
    }


def _claim_cells(claim: Claim, article: Article) -> dict[str, Any]:
    return {
        "article": claim.article,
        "publisher": article.publisher,
        "published": published(article),
        "quote": claim.quote,
        "start": claim.span.start,
        "end": claim.span.end,
        "sentence": article.text[claim.sentence.start : claim.sentence.end],
        "extractor": claim.extractor,
        "claim": claim.id,
    }


def _cell(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = visible(value)
    # Spreadsheets skip blanks before a formula's sign.
    return f"'{text}" if text.lstrip(" \n\xa0").startswith(_FORMULA) else text
