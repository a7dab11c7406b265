"""Events too long to be held against themselves whole."""

import tracemalloc
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from reconcile.alignment.limits import even_shares
from reconcile.alignment.relations import relate_claims
from reconcile.alignment.silence import Givers
from reconcile.model import Article, Boilerplate, Claim, Span
from reconcile.pipeline import reconcile_articles
from reconcile.settings import AlignmentSettings, Settings
from reconcile.text import view_article
from reconcile.values import Quantity, Relation, relate

BOUNDS = st.one_of(st.none(), st.integers(0, 6).map(Decimal))
QUANTITIES = st.builds(
    lambda a, b: Quantity(
        low=a if b is None or a is None else min(a, b),
        high=b if a is None or b is None else max(a, b),
        unit="m",
    ),
    BOUNDS,
    BOUNDS,
).filter(lambda q: q.low is not None or q.high is not None)


@given(st.lists(st.integers(0, 40), min_size=1, max_size=8), st.integers(0, 120))
def test_shares_are_even_and_take_all_that_may_be_taken(lengths, most):
    """Nobody gives more than it has, and nobody is cut while another one gives more."""
    shares = even_shares(lengths, most=most)
    assert sum(shares) <= most
    assert all(share <= length for share, length in zip(shares, lengths, strict=True))
    cut = [share for share, length in zip(shares, lengths, strict=True) if share < length]
    assert not cut or max(shares) - min(cut) <= 1
    assert sum(shares) == sum(lengths) or most - sum(shares) < len(lengths)


def _claim(position: int, value: Quantity) -> Claim:
    span = Span(position, position + 1)
    return Claim(
        article=f"a{position}",
        kind="measure",
        value=value,
        span=span,
        quote="5",
        sentence=span,
        extractor="test",
    )


@given(st.lists(QUANTITIES, min_size=1, max_size=8))
def test_quantities_relate_in_a_table_as_they_do_one_by_one(values):
    """Ranks of bounds decide what the bounds decide."""
    relations = relate_claims([_claim(n, value) for n, value in enumerate(values)])
    for i, left in enumerate(values):
        for j, right in enumerate(values):
            relation = relate(left, right)
            assert relations.equal[i, j] == (relation is Relation.EQUAL)
            assert relations.conflicting[i, j] == (relation is Relation.CONFLICTING)
            assert relations.compatible[i, j] == (
                relation.can_both_be_true and relation is not Relation.EQUAL
            )


@given(st.lists(QUANTITIES, min_size=1, max_size=8))
def test_who_gives_a_quantity_is_who_gives_it_or_one_inside_it(values):
    """However few are looked at."""
    givers = Givers(_claim(n, value) for n, value in enumerate(values))
    for value in values:
        expected = {
            f"a{n}"
            for n, given in enumerate(values)
            if relate(given, value) in (Relation.EQUAL, Relation.REFINES)
        }
        assert givers.of("measure", value) == expected


def test_of_a_long_event_each_article_gives_its_first_sentences_and_the_report_says_so():
    """The contradiction at the top is found; what comes too late is left, and named."""
    filler = " ".join(f"Chuyến tàu số {n} rời ga đúng giờ." for n in range(60))
    articles = [
        Article(id=name, language="vi", text=f"Vụ cháy làm {n} người bị thương ở chợ Gạo. {filler}")
        for name, n in (("a", 12), ("b", 13))
    ]
    settings = Settings(alignment=AlignmentSettings(sentences=40))
    events = {"a": "fire", "b": "fire"}
    report = reconcile_articles(articles, events=events, settings=settings)
    assert [v.text for fact in report.conflicts() for v in fact.values] == ["12", "13"]
    (problem,) = report.problems
    assert "122 sentences are more than alignment.sentences, 40" in str(problem)
    assert reconcile_articles(articles, events=events).problems == ()
    tied = {claim for fact in report.facts() for value in fact.values for claim in value.claims}
    assert 0 < len(tied) < len(report.groups[0].claims)


def test_a_list_that_is_one_long_sentence_takes_memory_in_its_length():
    """Each name of a prize list stood beside every word of it: 63 kB took six gigabytes."""
    prizes = "; ".join(f"ông Nguyễn Văn An {n} tuổi, {n * 10} triệu đồng" for n in range(20, 320))
    article = Article(id="a", language="vi", text=f"Danh sách trao giải: {prizes}")
    tracemalloc.start()
    reconcile_articles([article])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 150e6


def test_what_stands_before_an_article_takes_nothing_of_its_share():
    """Sentences are counted in the article itself, without captions and bylines."""
    article = Article(
        id="a",
        language="vi",
        text="Ảnh: An. Một câu ở đây. Hai câu ở đây. Ba câu.",
        boilerplate=(Boilerplate(span=Span(0, 8), reason="caption"),),
    )
    view = view_article(article)
    opening = view.opening(2)
    assert [view.text[s.start : s.end] for s in opening.body_sentences] == [
        "Một câu ở đây.",
        "Hai câu ở đây.",
    ]
    assert view.opening(9) is view
