"""The reason two articles are one event or two is told with the evidence and its weight."""

import attrs
import pytest

from grouping.stories import BANK, QUAKE, QUAKE_AGAIN, STORIES, grouped
from reconcile.errors import ReconcileError
from reconcile.grouping import explain_pair, groups_from_events, parse_overrides
from reconcile.model import Article, Boilerplate, Span


def test_two_articles_of_one_event_share_weighty_things():
    explanation = explain_pair("quake-1", "quake-2", grouped(STORIES))
    assert explanation.together
    assert explanation.weights.score >= explanation.threshold
    assert explanation.groups[0] == explanation.groups[1]
    assert [(s.left, s.right) for s in explanation.bridge] == [("quake-1", "quake-2")]
    words = {one.words for one in explanation.weights.shared}
    assert words & {"Kon Plông", "Plông", "Đăk Tăng", "Kon"}


def test_what_is_shared_is_quoted_from_the_first_article():
    for left, right in (("quake-1", "quake-2"), ("bank-2", "bank-1")):
        article = {a.id: a for a in STORIES}[left]
        for one in explain_pair(left, right, grouped(STORIES)).weights.shared:
            assert one.words in article.text or one.words in article.title


def test_the_pieces_of_a_score_add_up():
    weights = explain_pair("quake-1", "bank-1", grouped(STORIES)).weights
    taken = sum(one.points for one in weights.objections)
    odds = weights.base + sum(weights.kinds) - taken
    assert weights.score == pytest.approx(1 / (1 + 2.718281828459045**-odds), rel=1e-6)


def test_the_score_is_the_one_that_grouped():
    grouping = grouped(STORIES)
    for edge in grouping.edges:
        told = explain_pair(edge.left, edge.right, grouping).weights.score
        assert told == pytest.approx(edge.score, abs=1e-5)


def test_two_events_are_told_apart_by_their_score():
    explanation = explain_pair("quake-1", "bank-1", grouped(STORIES))
    assert not explanation.together
    assert "is below the threshold 0.50" in explanation.reason
    assert explanation.bridge == ()


def test_days_that_differ_are_an_objection():
    said = "Hội chợ Dừa khai mạc tại Bến Tre {} với 200 gian hàng của các hợp tác xã"
    one = Article(id="1", text=said.format("từ 3–5/4/2024"), language="vi")
    other = Article(id="2", text=said.format("từ 9–11/10/2024"), language="vi")
    explanation = explain_pair("1", "2", grouped([one, other]))
    told = "\n".join(objection.words for objection in explanation.weights.objections)
    assert "2024-04-03 to 2024-04-05" in told
    assert "the nearest days they state are" in told
    assert any("1 has no date of publication" in note for note in explanation.notes)


def test_a_bridge_leads_over_the_articles_between():
    grouping = grouped(STORIES, overrides=parse_overrides("must_link quake-2 bank-1 aid"))
    explanation = explain_pair("quake-1", "bank-2", grouping)
    assert [(s.left, s.right) for s in explanation.bridge] == [
        ("quake-1", "quake-2"),
        ("quake-2", "bank-1"),
        ("bank-1", "bank-2"),
    ]
    assert "the override file leads from one to the other" in explanation.reason


def test_an_override_is_told_with_its_line_and_reason():
    grouping = grouped(STORIES, overrides=parse_overrides("cannot_link quake-1 quake-2 two quakes"))
    explanation = explain_pair("quake-2", "quake-1", grouping)
    said = "The override file says so, line 1: cannot_link quake-1 quake-2 (two quakes)."
    assert explanation.reason == said


def test_the_same_text_needs_no_score():
    copy = attrs.evolve(QUAKE, id="quake-copy")
    explanation = explain_pair("quake-copy", "quake-1", grouped([QUAKE, copy]))
    assert explanation.reason == "Both have the same text, or nearly."
    assert explanation.weights is None


def test_the_window_is_a_reason():
    far = attrs.evolve(QUAKE_AGAIN, published=QUAKE.published.replace(year=2023))
    explanation = explain_pair("quake-1", "quake-2", grouped([QUAKE, far]))
    assert explanation.reason == "They were published 366 days apart; the window is 30 days."


def test_a_ready_grouping_explains_itself():
    ready = groups_from_events([QUAKE, BANK], {"quake-1": "e", "bank-1": "e"})
    explanation = explain_pair("quake-1", "bank-1", ready)
    assert str(explanation) == (
        "quake-1 and bank-1: one event\nA ready grouping says so: both in one event."
    )


@pytest.mark.parametrize("pair", [("quake-1", "nobody"), ("quake-1", "quake-1")])
def test_only_two_known_articles_can_be_explained(pair):
    with pytest.raises(ReconcileError):
        explain_pair(*pair, grouped(STORIES))


def test_the_text_shows_threshold_evidence_and_bridge():
    told = str(explain_pair("quake-1", "quake-2", grouped(STORIES)))
    for piece in ("threshold 0.50", "shared names", "bridge:", "the heaviest first"):
        assert piece in told


def test_what_one_article_repeats_of_another_is_said_with_its_consequence():
    text = (
        "Hội chợ Dừa khai mạc tại Bến Tre với 200 gian hàng của các hợp tác xã trong vùng, kéo dài "
        "năm ngày và có nhiều buổi trình diễn nấu ăn cho khách tới xem vào mỗi buổi chiều"
    )
    credit = (Boilerplate(span=Span(len(text) + 2, len(text) + 12), reason="credit"),)
    articles = [
        Article(id=name, text=f"{text}. (Theo AFP)", boilerplate=credit, language="vi")
        for name in "12"
    ]
    notes = explain_pair("1", "2", grouped(articles)).notes
    assert notes[0] == (
        "One repeats the other (100% of the shorter text, 100% of the longer): "
        "they count as one witness."
    )
    assert notes[1].startswith("Both name the source AFP")
