"""Laws of reports: order, copies, silence, other words for one fact, another fact."""

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile import Article, Verdict, reconcile_articles, render
from reconcile.testing import articles, copies, mutations, paraphrases

_few = settings(max_examples=15)
_planted = articles(language="vi")


def _told_twice(data):
    """Two articles of two newsrooms with the same facts."""
    planted = data.draw(_planted)
    other = data.draw(paraphrases(planted))
    return planted, evolve(other, article=evolve(other.article, id="told-again"))


def _report(*found):
    """One event of all the articles, however little they share."""
    return reconcile_articles(found, events=dict.fromkeys((a.id for a in found), "e"))


def _places(report, fact):
    claims = report.claims()
    return frozenset((claims[c].article, claims[c].span) for c in fact.claims)


def _conflicts(report, *, among=None):
    claims = report.claims()
    found = set()
    for fact in report.conflicts():
        values = frozenset(str(claims[c].value) for c in fact.claims)
        if among is None or {claims[c].article for c in fact.claims} <= among:
            found.add((fact.kind, values))
    return found


@_few
@given(st.data())
def test_the_order_of_articles_does_not_matter(data):
    first, second = _told_twice(data)
    third = data.draw(mutations(first)).changed
    found = [first.article, second.article, evolve(third.article, id="third")]
    shuffled = data.draw(st.permutations(found))
    assert render(reconcile_articles(found), format="json") == render(
        reconcile_articles(shuffled), format="json"
    )


@_few
@given(st.data())
def test_other_words_for_the_same_facts_raise_no_clear_conflict(data):
    first, second = _told_twice(data)
    report = _report(first.article, second.article)
    assert [fact.explanation for fact in report.conflicts(certainty="clear")] == []


@_few
@given(st.data())
def test_a_copy_adds_no_origin_and_makes_and_unmakes_no_conflict(data):
    planted = data.draw(_planted)
    other = data.draw(mutations(planted)).changed
    pair = planted.article, evolve(other.article, id="other")
    copy = evolve(planted.article, id="zz-copy")
    before, after = _report(*pair), _report(*pair, copy)
    assert _conflicts(before) == _conflicts(after)
    most = max((v.origins for f in after.facts() for v in f.values), default=0)
    assert most <= max((len(g.group.origins) for g in before.groups), default=0)


@_few
@given(st.data())
def test_a_republished_article_is_one_witness(data):
    planted = data.draw(_planted)
    copy = data.draw(copies(planted))
    report = _report(planted.article, copy)
    if any(group.group.copies for group in report.groups):
        assert all(value.origins == 1 for fact in report.facts() for value in fact.values)


@_few
@given(st.data())
def test_a_silent_article_changes_only_who_is_silent(data):
    first, second = _told_twice(data)
    silent = Article(id="zz-silent", text="Trời hôm ấy nhiều mây.", language="vi")
    before = _report(first.article, second.article)
    after = _report(first.article, second.article, silent)

    def told(report):
        return {
            (_places(report, fact), fact.verdict, fact.certainty)
            for fact in report.facts()
            if not any(article == silent.id for article, _ in _places(report, fact))
        }

    assert told(before) == told(after)
    assert all(
        silent.id in fact.missing_from
        for group in after.groups
        for fact in group.facts
        if not any(article == silent.id for article, _ in _places(after, fact))
    )


def _dated(day, way):
    text = f"Vụ cháy chợ Gạo xảy ra {way.format(*day)} làm 12 người bị thương."
    return Article(id=f"{way}{day}", text=text, language="vi")


_days = st.tuples(st.integers(1, 28), st.integers(1, 12), st.integers(2001, 2029))
_ways = st.sampled_from(["ngày {0}/{1}/{2}", "ngày {0} tháng {1} năm {2}", "{0}/{1}/{2}"])


@_few
@given(_days, _ways, _ways)
def test_a_date_in_other_words_agrees(day, one, other):
    pair = evolve(_dated(day, one), id="a"), evolve(_dated(day, other), id="b")
    dates = [fact for fact in _report(*pair).facts() if fact.kind == "date"]
    if one == other:
        return  # copies of one another: a single origin
    assert {fact.verdict for fact in dates} <= {Verdict.AGREED, Verdict.REFINED, Verdict.SINGLE}
    assert not _report(*pair).conflicts()


@_few
@given(_days, _ways, _ways, st.integers(1, 27))
def test_another_day_conflicts(day, one, other, shift):
    changed = ((day[0] + shift - 1) % 28 + 1, *day[1:])
    first = evolve(_dated(day, one), id="a")
    second = evolve(_dated(changed, other), id="b")
    verdicts = {fact.verdict for fact in _report(first, second).facts() if fact.kind == "date"}
    assert Verdict.CONFLICT in verdicts
