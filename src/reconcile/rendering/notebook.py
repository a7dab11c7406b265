"""A report in a notebook: the page in a frame of its own, so that neither styles the other."""

from html import escape

from reconcile.model import GroupReport, Report
from reconcile.rendering import render
from reconcile.rendering.escapes import visible
from reconcile.rendering.labels import topic, value_words, verdict_words

_HEIGHT = 640  # pixels


def report_frame(report: Report) -> str:
    """The report's page as an HTML fragment, for ``_repr_html_``."""
    page = escape(visible(render(report, format="html")))
    return (
        f'<iframe title="reconcile report" srcdoc="{page}" sandbox="allow-scripts" '
        f'style="width:100%;height:{_HEIGHT}px;border:1px solid #999"></iframe>'
    )


def group_table(entry: GroupReport) -> str:
    """A group's facts as an HTML table, for ``_repr_html_``: what a group knows without texts."""
    claims = {claim.id: claim for claim in entry.claims}
    names = ", ".join(entry.group.articles)
    head = "".join(f"<th>{name}</th>" for name in ("verdict", "fact", "values", "silent"))
    rows = []
    for fact in entry.facts:
        values = " / ".join(
            f"{value_words(fact, value, claims)} ({claims[value.claims[0]].article})"
            for value in fact.values
        )
        verdict = verdict_words(fact)
        cells = (verdict, topic(fact, claims), values, ", ".join(fact.missing_from))
        rows.append("<tr>" + "".join(f"<td>{escape(visible(c))}</td>" for c in cells) + "</tr>")
    title = escape(visible(f"{entry.group.id}: {names}"))
    return f"<table><caption>{title}</caption><tr>{head}</tr>{''.join(rows)}</table>"
