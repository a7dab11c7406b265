"""The JSON report: valid, stable, and safe to print."""

import json
import random

import attrs
import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Article, Problem, Report
from reconcile.rendering import render
from reconcile.rendering.documents import json_line, report_document, schema_text
from rendering.samples import sample_report


def test_the_document_follows_the_shipped_schema(report):
    jsonschema.validate(report_document(report), json.loads(schema_text()))


def _closed(schema):
    """The schema with every object closed, so that a member it does not name is refused."""
    if isinstance(schema, list):
        return [_closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {name: _closed(part) for name, part in schema.items()}
    return closed | {"additionalProperties": False} if schema.get("type") == "object" else closed


def test_the_schema_names_every_member(report):
    document = report_document(report)
    facts = [*document["across"], *(fact for g in document["groups"] for fact in g["facts"])]
    assert any(article["boilerplate"] for article in document["articles"])
    assert document["across"]
    assert any(fact["evidence"] for fact in facts)
    jsonschema.validate(document, _closed(json.loads(schema_text())))


def test_what_is_printed_is_the_document(report):
    assert json.loads(render(report, format="json")) == report_document(report)


def test_an_empty_report_is_valid_too():
    jsonschema.validate(report_document(Report()), json.loads(schema_text()))


@given(st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_show(rng: random.Random):
    report = sample_report()

    def shuffled(items):
        items = list(items)
        rng.shuffle(items)
        return tuple(items)

    groups = tuple(
        attrs.evolve(
            entry,
            claims=shuffled(entry.claims),
            group=attrs.evolve(
                entry.group,
                origins=shuffled(shuffled(origin) for origin in entry.group.origins),
            ),
        )
        for entry in shuffled(report.groups)
    )
    other = attrs.evolve(
        report,
        articles=shuffled(report.articles),
        groups=groups,
        problems=shuffled(report.problems),
    )
    assert render(other, format="json") == render(report, format="json")


@given(st.text(), st.text())
def test_any_text_can_be_written_as_utf_8_and_read_back(title, message):
    report = Report(
        articles=(Article(id="a", text="", title=title),),
        problems=(Problem(source="a.txt", message=message),),
    )
    written = render(report, format="json")
    assert json.loads(written.encode("utf-8").decode("utf-8")) == report_document(report)


def test_lone_surrogates_and_terminal_controls_are_written_as_escapes():
    line = json_line("a\udc80b\x9b31mc\x1bd")
    assert line == '"a\\udc80b\\u009b31mc\\u001bd"'


def test_each_claim_and_fact_has_a_line_of_its_own(report):
    lines = render(report, format="json").splitlines()
    for entry in report.groups:
        for claim in entry.claims:
            assert sum(json_line(claim.id) in line and '"quote"' in line for line in lines) == 1
