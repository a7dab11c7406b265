"""Other articles made from one: the same facts, one fact changed, nearly the same text."""

import re
import unicodedata
from collections.abc import Callable

from attrs import evolve, frozen
from hypothesis import strategies as st

from reconcile.model import Article, Span
from reconcile.testing.planting import Planted, PlantedArticle, Story, meanings, table_of, tell
from reconcile.values import Relation, relate


@frozen(kw_only=True)
class Mutation:
    """An article, and the same article with one fact changed.

    Args:
        original: The article before.
        changed: The article after; it says everything else in the same words.
        before: The claim that was changed, in `original`.
        after: The same claim in `changed`; its value excludes the one before.
    """

    original: PlantedArticle
    changed: PlantedArticle
    before: Planted
    after: Planted


@st.composite
def paraphrases(draw: st.DrawFn, planted: PlantedArticle) -> PlantedArticle:
    """Generate articles that state the same facts in other words.

    Dates, numbers and sums are written in other ways (``23/10/2013``, ``ngày 23 tháng 10 năm
    2013``; ``1.000``, ``một nghìn``), the text in another Unicode form, tone marks in the old or
    the new place, blanks as blanks that do not break. Every value stays the same.
    """
    ways = tuple(draw(st.integers(0, 7)) for _ in planted.story.ways)
    return _spelt(
        _retold(planted, evolve(planted.story, ways=ways)), draw(st.sampled_from(_SPELLINGS))
    )


@st.composite
def mutations(draw: st.DrawFn, planted: PlantedArticle, *, kind: str | None = None) -> Mutation:
    """Generate articles with one fact changed, and nothing else.

    Args:
        planted: The article.
        kind: The kind of the changed claim; any kind of the article's when None.
    """
    story = planted.story
    places = [i for i, m in enumerate(story.meanings) if kind is None or m.kind == kind]
    index = draw(st.sampled_from(places)) if places else draw(st.nothing())
    old = story.meanings[index]
    new = draw(
        meanings(old.kind, language=story.language).filter(
            lambda meaning: relate(meaning.value, old.value) is Relation.CONFLICTING
        )
    )
    changed = (*story.meanings[:index], evolve(new, title=old.title), *story.meanings[index + 1 :])
    after = _retold(planted, evolve(story, meanings=changed))
    return Mutation(
        original=planted,
        changed=after,
        before=planted.claims[index],
        after=after.claims[index],
    )


@st.composite
def copies(draw: st.DrawFn, planted: PlantedArticle) -> Article:
    """Generate republications: the same text with what a second newsroom does to it.

    It may lose its last sentence, gain a line that names the source, change its blanks and line
    ends or its Unicode form. The id is another one.
    """
    text = planted.article.text
    if draw(st.booleans()):
        text = text[: max(text.rfind(". ") + 1, text.rfind(".\n") + 1)] or text
    if draw(st.booleans()):
        text += "\n" + draw(st.sampled_from(table_of(planted.story.language)["credits"]))
    change = draw(st.sampled_from((_with_double_line_ends, *_SPELLINGS)))
    return evolve(
        planted.article, id=f"{planted.article.id}-copy", source="copied", text=change(text)
    )


def _retold(planted: PlantedArticle, story: Story) -> PlantedArticle:
    """The article written from another story; the id stays."""
    again = tell(story)
    return evolve(again, article=evolve(again.article, id=planted.article.id))


def _with_double_line_ends(text: str) -> str:
    return text.replace("\n", "\r\n\r\n")


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _with_unbroken_blanks(text: str) -> str:
    return re.sub(r"(?<=\d) ", "\u00a0", text)


_PLACES = {"òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ"} | {
    "ùy": "uỳ",
    "úy": "uý",
    "ủy": "uỷ",
    "ũy": "uỹ",
    "ụy": "uỵ",
}
_OLD_PLACE = re.compile("(?<![qQ])(?:" + "|".join(_PLACES) + r")(?!\w)")


def _with_new_tone_places(text: str) -> str:
    return _OLD_PLACE.sub(lambda match: _PLACES[match.group()], text)


def _unchanged(text: str) -> str:
    return text


_SPELLINGS: tuple[Callable[[str], str], ...] = (
    _unchanged,
    _decomposed,
    _with_unbroken_blanks,
    _with_new_tone_places,
)


def _spelt(planted: PlantedArticle, spell: Callable[[str], str]) -> PlantedArticle:
    """The article with its text spelt otherwise and the spans of its claims moved along."""
    text = planted.article.text
    claims = tuple(
        evolve(
            claim,
            span=Span(len(spell(text[: claim.span.start])), len(spell(text[: claim.span.end]))),
        )
        for claim in planted.claims
    )
    return evolve(planted, article=evolve(planted.article, text=spell(text)), claims=claims)
