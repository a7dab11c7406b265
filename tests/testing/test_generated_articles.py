"""What reconcile.testing generates is what it says."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.testing import LANGUAGES, articles, copies, mutations, paraphrases
from reconcile.testing.planting import table_of
from reconcile.values import Relation, relate

_planted = articles()


def _quotes(planted):
    return [planted.article.text[c.span.start : c.span.end] for c in planted.claims]


@given(_planted)
def test_every_planted_claim_has_its_words(planted):
    quotes = _quotes(planted)
    assert all(quotes)
    assert quotes == [q.strip() for q in quotes]
    assert all(str(c.value) == q for c, q in zip(planted.claims, quotes, strict=True)
               if c.kind in ("person", "place"))  # fmt: skip


@given(_planted)
def test_planted_claims_stand_in_order_and_apart(planted):
    ends = [0, *(c.span.end for c in planted.claims)]
    assert all(end <= c.span.start for end, c in zip(ends, planted.claims, strict=False))


@given(st.data())
def test_a_paraphrase_says_the_same(data):
    planted = data.draw(_planted)
    other = data.draw(paraphrases(planted))
    assert [(c.kind, c.value) for c in other.claims] == [(c.kind, c.value) for c in planted.claims]
    assert [q for q in _quotes(other) if not q.strip()] == []
    plain = unicodedata.normalize("NFC", other.article.text).replace("\u00a0", " ")
    for claim, quote in zip(other.claims, _quotes(other), strict=True):
        if claim.kind == "place":
            assert unicodedata.normalize("NFC", quote).replace("\u00a0", " ") in plain


@pytest.mark.parametrize("kind", ["date", "count", "money", "age", "person", "place"])
@given(data=st.data())
def test_a_mutation_changes_one_fact_and_nothing_else(kind, data):
    planted = data.draw(_planted.filter(lambda p: any(c.kind == kind for c in p.claims)))
    mutation = data.draw(mutations(planted, kind=kind))
    before, after = mutation.before, mutation.after
    assert before.kind == after.kind == kind
    assert relate(before.value, after.value) is Relation.CONFLICTING
    old, new = mutation.original.article.text, mutation.changed.article.text
    assert old[: before.span.start] == new[: after.span.start]
    assert old[before.span.end :] == new[after.span.end :]
    assert old != new


@given(st.data())
def test_a_copy_keeps_most_of_the_text(data):
    planted = data.draw(_planted)
    copy = data.draw(copies(planted))
    words = set(unicodedata.normalize("NFC", copy.text).split())
    first = unicodedata.normalize("NFC", planted.article.text).split(". ")[0].split()
    assert copy.id != planted.article.id
    assert copy.language == planted.article.language
    assert len(words.intersection(first)) >= len(set(first)) // 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_a_table_can_be_filled(language):
    kinds = {"date", "count", "money", "age", "person", "place"}
    for sentence in table_of(language)["sentences"]:
        filled = sentence.format(**dict.fromkeys(kinds, "x"))
        assert "{" not in filled
