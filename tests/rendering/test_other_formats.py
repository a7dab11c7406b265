"""Markdown, CSV, PROV and rows: each says the same, none becomes code."""

import csv
import io
import json
import re
import sys

import pytest
from prov.model import ProvDocument

from reconcile.errors import MissingExtra
from reconcile.model import Article, Claim, Group, GroupReport, Problem, Report, Span
from reconcile.rendering import FORMATS, render
from reconcile.rendering.provenance import prov_document, selectors
from reconcile.rendering.tables import COLUMNS, claim_rows, fact_rows
from reconcile.values import Name


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_writes_utf_8_that_ends_with_a_line_break(report, format_):
    written = render(report, format=format_)
    assert written.encode("utf-8").endswith(b"\n")


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_writes_any_text(format_):
    text = "".join(map(chr, (*range(0x250), 0x2028, 0x202E, 0xD800, 0xFFFF, 0x1F600)))
    article = Article(id="a", text=text, title=text, publisher=text, url=f"https://{text}")
    report = Report(
        articles=(article,),
        groups=(GroupReport(group=Group(id="g", articles=("a",), origins=(("a",),))),),
        problems=(Problem(source=text, message=text),),
    )
    assert render(report, format=format_).encode("utf-8")


def test_an_unknown_format_is_refused_with_the_known_ones(report):
    with pytest.raises(ValueError, match=r"one of text, json, .*, got 'pdf'"):
        render(report, format="pdf")


def test_markdown_shows_conflicts_with_their_words_and_no_markup_of_the_articles(report):
    written = render(report, format="markdown")
    assert "“Vụ cháy chợ Đông Hà xảy ra **tối 12/11/2025**.”" in written
    assert "<script" not in written.replace("\\<script", "")
    assert "(javascript:" not in written


def test_markdown_calls_nobody_and_names_no_issue():
    report = Report(problems=(Problem(source="@someone", message="see #12 and https://x.example"),))
    written = render(report, format="markdown")
    assert not re.search(r"@\w|(?<!&)#\d|(?<!\\):/(?=/)", written)


def test_csv_has_a_line_for_each_claim_of_each_fact(report):
    rows = list(csv.DictReader(io.StringIO(render(report, format="csv"))))
    claims = sum(len(fact.claims) for fact in report.facts())
    assert len(rows) == claims
    assert tuple(rows[0]) == COLUMNS
    assert rows[0]["quote"] == "tối 12/11/2025"


@pytest.mark.parametrize("danger", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "\n=1"])
def test_no_cell_is_a_formula(danger):
    article = Article(id="a", text=f"{danger}x", publisher=danger)
    name = Claim(
        article="a",
        kind="person",
        value=Name.of("x"),
        span=Span(0, len(article.text)),
        quote=article.text,
        sentence=Span(0, len(article.text)),
        extractor="vi.names",
    )
    group = Group(id="g", articles=("a",), origins=(("a",),))
    report = Report(articles=(article,), groups=(GroupReport(group=group, claims=(name,)),))
    rows = list(csv.reader(io.StringIO(render(report, format="csv"))))
    assert f"'{danger}" in {cell for row in rows for cell in row}


def test_rows_are_flat(report):
    for rows in (fact_rows(report), claim_rows(report)):
        assert rows
        assert len({tuple(row) for row in rows}) == 1
        assert all(isinstance(cell, str | int | None) for row in rows for cell in row.values())


def test_prov_is_read_back_by_another_reader(report):
    written = render(report, format="prov")
    read = ProvDocument.deserialize(content=written, format="json")
    assert read == prov_document(report)
    derived = json.loads(written)["wasDerivedFrom"].values()
    assert any(edge.get("oa:exact") == "tối 12/11/2025" for edge in derived)


def test_selectors_find_the_words_again(report):
    articles = {article.id: article for article in report.articles}
    for claim in report.claims().values():
        text = articles[claim.article].text
        position, quotation = selectors(claim, articles[claim.article])
        assert text[position["start"] : position["end"]] == quotation["exact"]
        assert quotation["prefix"] + quotation["exact"] + quotation["suffix"] in text


def test_prov_without_its_package_says_how_to_install_it(report, monkeypatch):
    monkeypatch.setitem(sys.modules, "prov.model", None)
    monkeypatch.delitem(sys.modules, "reconcile.rendering.provenance")
    with pytest.raises(MissingExtra, match=r"pip install 'reconcile\[prov\]'"):
        render(report, format="prov")


def test_a_notebook_shows_a_report_and_a_group(report):
    frame = report._repr_html_()
    assert frame.startswith("<iframe")
    assert "<script" not in frame
    table = report.groups[0]._repr_html_()
    assert "tối 12/11/2025" in table
