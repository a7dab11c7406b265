"""The report on a terminal: what stands where, at every width, whatever the articles contain."""

import re

import attrs
import pytest
from rich.cells import cell_len

from reconcile.model import Report, Verdict
from reconcile.rendering import Style, render

_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("width", [40, 80, 100, 140])
def test_no_line_is_wider_than_the_terminal(report, width):
    text = render(report, style=Style(width=width))
    assert max(map(cell_len, text.splitlines())) <= width


def test_the_first_line_counts_events_articles_conflicts_and_silences(report):
    assert render(report, style=Style(width=100)).splitlines()[0] == (
        "2 events, 4 articles · 2 clear conflicts, 2 to check · 9 omissions · 2 problems"
    )


def test_a_conflict_shows_both_quotes_with_article_and_position(report):
    text = render(report)
    assert "“Vụ cháy chợ Đông Hà xảy ra >tối 12/11/2025<.”" in text
    assert "bao-a [27–41]" in text
    assert "“>Rạng sáng 13/11/2025<, chợ Đông Hà bốc cháy.”" in text
    assert "bao-b [0–20]" in text


def test_sections_stand_in_the_order_in_which_they_are_read(report):
    text = render(report)
    titles = (
        "Event 1",
        "CONTRADICTIONS ",
        "CONTRADICTIONS INSIDE",
        "FIGURES THAT A LATER",
        "AGREED",
        "LEFT OUT",
        "Across events",
        "told by one article",
        "━━ 2 problems",
        "kho/rỗng.txt",
    )
    places = [text.find(title) for title in titles]
    assert -1 not in places
    assert places == sorted(places)


def test_nothing_that_an_article_says_reaches_the_terminal_as_a_control(report):
    for style in (Style(), Style(unfolded=True, width=120)):
        assert not _CONTROLS.search(render(report, style=style))


def test_without_colour_there_is_no_escape_sequence_and_with_it_no_bracket(report):
    assert "\x1b" not in render(report)
    colored = render(report, style=Style(color=True))
    assert "\x1b[" in colored
    assert ">tối" not in colored


def test_only_web_addresses_become_links(report):
    text = render(report, style=Style(color=True, links=True))
    assert "https://bao-a.example/chay-cho?id=1&x=2" in text
    assert "javascript:" not in text


def test_long_lists_are_folded_and_can_be_opened(report):
    fire = report.groups[0]
    many = tuple(
        attrs.evolve(fire.facts[4], id=f"fact-9{number:02}", attribute="witness")
        for number in range(30)
    )
    long = Report(
        articles=report.articles, groups=(attrs.evolve(fire, facts=many), report.groups[1])
    )
    assert "… and 16 facts more; --all shows them" in render(long)
    assert "--all shows" not in render(long, style=Style(unfolded=True))


def test_an_empty_report_is_one_line():
    assert render(Report()).count("\n") == 1


def test_sentences_in_other_words_are_not_called_agreed(report):
    fire = report.groups[0]
    told = attrs.evolve(fire.facts[1], verdict=Verdict.REFINED, certainty=None)
    text = render(Report(articles=report.articles, groups=(attrs.evolve(fire, facts=(told,)),)))
    assert "ON THE SAME SUBJECT, EACH IN ITS OWN WORDS" in text
    assert "AGREED" not in text


def test_sentences_that_a_conflict_shows_are_not_listed_again(report):
    fire = report.groups[0]
    told = attrs.evolve(fire.facts[1], id="told", verdict=Verdict.REFINED, certainty=None)
    both = attrs.evolve(fire, facts=(fire.facts[1], told))
    for format_ in ("text", "markdown"):
        text = render(Report(articles=report.articles, groups=(both,)), format=format_)
        assert "on the same subject" not in text.casefold()


def test_what_is_listed_as_left_out_adds_up_to_its_heading(report):
    lines = render(report, style=Style(width=120)).splitlines()
    heading = next(int(line.split()[-1]) for line in lines if line.startswith(" LEFT OUT"))
    listed = sum(line.startswith("   – ") for line in lines)
    folded = sum(int(n) for n in re.findall(r"… and (\d+) sentences? more", "\n".join(lines)))
    assert heading == listed + folded
    assert f" {heading} omissions" in lines[0]


def test_a_sentence_told_beside_another_is_not_left_out_by_the_other(report):
    fire = report.groups[0]
    told = attrs.evolve(fire.facts[1], verdict=Verdict.REFINED, certainty=None, missing_from=())
    clause = attrs.evolve(
        told, id="clause", verdict=Verdict.SINGLE, values=told.values[:1], missing_from=("bao-b",)
    )
    text = render(
        Report(articles=report.articles, groups=(attrs.evolve(fire, facts=(told, clause)),))
    )
    assert "LEFT OUT" not in text
