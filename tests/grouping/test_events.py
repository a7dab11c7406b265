"""Articles of one event come together, others stay apart, whatever the input looks like."""

import datetime as dt
import unicodedata
from itertools import combinations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grouping.stories import BANK, QUAKE, QUAKE_AGAIN, STORIES, collections, grouped, together
from reconcile.errors import InvalidSettings, ReconcileError
from reconcile.grouping import candidates, events, group_articles
from reconcile.model import Article, Boilerplate, Span
from reconcile.settings import GroupingSettings, Settings


def test_two_retellings_of_one_event_are_one_group():
    assert together(grouped(STORIES)) == {
        frozenset({"quake-1", "quake-2"}),
        frozenset({"bank-1", "bank-2"}),
    }


@pytest.mark.parametrize("size", range(5))
def test_every_part_of_a_collection_keeps_the_same_pairs_together(size):
    for some in combinations(STORIES, size):
        for group in group_articles(some):
            assert len({name.partition("-")[0] for name in group.articles}) == 1


def test_articles_without_date_and_title_are_grouped_by_their_words():
    plain = [attrs.evolve(article, title=None, published=None) for article in STORIES]
    assert together(grouped(plain)) == together(grouped(STORIES))


def test_the_same_story_told_again_after_the_window_is_another_event():
    later = attrs.evolve(QUAKE_AGAIN, published=dt.date(2024, 9, 28))
    settings = Settings(grouping=GroupingSettings(window=30))
    assert len(group_articles([QUAKE, later], settings=settings)) == 2


def test_the_next_round_of_a_meeting_is_another_event():
    said = (
        "Hội nghị cấp cao Hiệp hội Dệt may khai mạc tại Huế {} với 300 đại biểu từ 12 nước tham dự"
    )
    first = Article(id="1", text=said.format("từ 3–5/4/2024"), language="vi")
    second = Article(id="2", text=said.format("từ 9–11/10/2024"), language="vi")
    again = Article(id="3", text="Sáng nay, " + said.format("từ 9-11/10"), language="vi")
    assert together(grouped([first, second, again])) == {
        frozenset({"1"}),
        frozenset({"2", "3"}),
    }


def test_what_stands_in_boilerplate_brings_nothing_together():
    tail = " Xem thêm: giá bitcoin lập đỉnh, sân bay Long Thành đón chuyến bay đầu tiên của Vietjet"
    one, other = (
        attrs.evolve(
            article,
            text=article.text + tail,
            boilerplate=(
                Boilerplate(span=Span(len(article.text), len(article.text + tail)), reason="links"),
            ),
        )
        for article in (QUAKE, BANK)
    )
    bare = grouped([QUAKE, BANK]).edges
    assert [e.score for e in grouped([one, other]).edges] == [e.score for e in bare]


def test_composed_and_decomposed_titles_are_the_same_evidence():
    decomposed = attrs.evolve(QUAKE_AGAIN, title=unicodedata.normalize("NFD", QUAKE_AGAIN.title))
    assert grouped([QUAKE, decomposed]).edges == grouped([QUAKE, QUAKE_AGAIN]).edges


@given(collections())
def test_groups_are_a_partition(articles):
    groups = group_articles(articles)
    named = [name for group in groups for name in group.articles]
    assert sorted(named) == sorted(article.id for article in articles)
    assert len({group.id for group in groups}) == len(groups)
    for group in groups:
        assert sorted(name for origin in group.origins for name in origin) == sorted(group.articles)
        assert {edge.left for edge in group.copies} <= set(group.articles)


@given(collections(), st.randoms())
def test_neither_order_nor_jobs_change_anything(articles, chance):
    shuffled = chance.sample(articles, len(articles))
    one, other = grouped(articles), grouped(shuffled, jobs=2)
    assert one.groups == other.groups
    assert one.edges == other.edges


@given(collections())
def test_articles_stand_earliest_first_and_undated_ones_last(articles):
    published = {article.id: article.published for article in articles}
    for group in group_articles(articles):
        days = [(published[name] or dt.date.max, name) for name in group.articles]
        assert days == sorted(days)


@given(collections(most=6))
def test_a_group_keeps_its_id_when_unrelated_articles_come(articles):
    before = {group.id for group in group_articles([QUAKE, QUAKE_AGAIN]) if len(group.articles) > 1}
    after = {group.id for group in group_articles([*articles, QUAKE, QUAKE_AGAIN])}
    assert len(before) == 1
    assert before <= after


def test_a_later_article_leaves_the_id_of_its_group():
    late = attrs.evolve(QUAKE_AGAIN, published=dt.date(2024, 7, 30))
    assert group_articles([QUAKE])[0].id == group_articles([late, QUAKE])[0].id


def test_copies_are_one_origin_of_their_group():
    copy = attrs.evolve(QUAKE, id="quake-copy", publisher="another")
    [group] = group_articles([QUAKE, copy, QUAKE_AGAIN])
    assert group.origins == (("quake-1", "quake-copy"), ("quake-2",))
    assert [(edge.left, edge.right) for edge in group.copies] == [("quake-1", "quake-copy")]


def test_empty_articles_are_each_alone():
    empty = [Article(id=str(number), text="" if number % 2 else " \n") for number in range(6)]
    groups = group_articles(empty)
    assert len(groups) == len({group.id for group in groups}) == 6


def test_two_articles_with_one_id_are_refused():
    with pytest.raises(ReconcileError, match=r"'quake-1'.*give each its own"):
        group_articles([QUAKE, QUAKE])


def test_jobs_below_zero_are_refused():
    with pytest.raises(InvalidSettings):
        group_articles([QUAKE], jobs=-1)


def test_progress_is_told_to_the_end():
    told = []
    group_articles(STORIES, progress=lambda *state: told.append(state))
    assert told[-1][1] == told[-1][2]


def test_many_articles_are_grouped_as_few_are(monkeypatch):
    few = grouped(STORIES)
    monkeypatch.setattr(candidates, "ALL_PAIRS", 0)
    monkeypatch.setattr(events, "ALL_PAIRS", 0)
    many = grouped(STORIES)
    assert many.groups == few.groups


@pytest.mark.parametrize("text", ["", "Bão số 3 đổ bộ Quảng Ninh sáng 7/9, gió giật cấp 14."])
def test_a_crowd_of_the_same_text_is_quick(text):
    crowd = [Article(id=f"{number:05d}", text=text, language="vi") for number in range(3000)]
    groups = group_articles(crowd)
    assert len(groups) == (1 if text else 3000)


def test_a_crowd_that_differs_in_a_word_is_quick():
    said = "Bão số {} đổ bộ Quảng Ninh sáng 7/9, gió giật cấp 14, hàng nghìn cây xanh gãy đổ."
    crowd = [
        Article(id=f"{number:05d}", text=said.format(f"x{number}"), language="vi")
        for number in range(700)
    ]
    groups = group_articles(crowd)
    assert sum(len(group.articles) for group in groups) == 700
