"""What every extractor and every language pack must do, whoever wrote it."""

import unicodedata
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise
from typing import Any, Literal, Protocol

from attrs import evolve
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from reconcile.errors import InvalidClaim
from reconcile.extraction import Extractor, find_mentions
from reconcile.languages import LanguagePack
from reconcile.languages.mentions import Anchor
from reconcile.model import Article, Boilerplate, Claim, Span, check_claim
from reconcile.testing.planting import LANGUAGES, PLANTED_KINDS, Planted, PlantedArticle, articles
from reconcile.text import View, fold, normalise, view_article
from reconcile.values import relate

_Form = Literal["NFC", "NFD"]
_FORMS: tuple[_Form, ...] = ("NFC", "NFD")
_UNKNOWN = "und"
_PHASES = (Phase.explicit, Phase.generate)
# Marks and letters that change length or place when a text is settled.
_ODD = (
    "\u0300\u0301\u0323\u031b\u1100\u1161\u11a8\u00a0\u200b\r\n\t \ud800\U0001f600İſ"
    "\"“”'’.,;:%$-–/()"
)


class _Mention(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def check_extractor(
    extractor: Extractor,
    *,
    language: str = "vi",
    finds: Collection[str] = (),
    examples: int = 100,
    shrink: bool = True,
) -> None:
    """Try an extractor on generated articles and on arbitrary text.

    It must never raise; must give claims of the article, each with its exact words, inside one
    sentence and outside boilerplate; must give the same claims each time, and the same for
    composed and decomposed text; and must find the planted claims of the kinds that it is for.

    Args:
        extractor: Any object with the method of `reconcile.extraction.Extractor`.
        language: The language of the articles: ``en`` or ``vi``.
        finds: Kinds of claims, of `PLANTED_KINDS`, that it must find wherever one is planted.
        examples: How many articles of each sort are tried.
        shrink: Whether to look for the smallest article that fails, which may take a minute.

    Raises:
        AssertionError: It does not; with the smallest article found on which it fails.
        ValueError: `language` or `finds` names something that is not generated.
    """
    _refuse_unknown("language", [language], LANGUAGES)
    _refuse_unknown("finds", finds, PLANTED_KINDS)

    def check_provenance(article: Article) -> None:
        view = view_article(article)
        claims = _extract(extractor, view)
        for claim in claims:
            try:
                check_claim(claim, article=article)
            except InvalidClaim as error:
                raise AssertionError(str(error)) from error
        _require(claims == _extract(extractor, view), "the claims differ the second time")

    def check_forms(article: Article) -> None:
        composed, decomposed = (
            _as_seen(extractor, view_article(_in_form(article, form))) for form in _FORMS
        )
        _require(composed == decomposed, "the claims differ between composed and decomposed text")

    def check_finds(article: Article, claims: Sequence[Planted]) -> None:
        found = _extract(extractor, view_article(article))
        for planted in claims:
            words = article.text[planted.span.start : planted.span.end]
            _require(
                planted.kind not in finds or any(_meets(c, planted) for c in found),
                f"the {planted.kind} {words!r} at {planted.span.start} was not found",
            )

    def check(article: Article) -> None:
        check_provenance(article)
        check_forms(article)

    def check_planted(planted: PlantedArticle) -> None:
        check(planted.article)
        check_finds(planted.article, planted.claims)

    _on_each(articles(language=language), examples=examples, shrink=shrink)(check_planted)
    _on_each(_hostile_articles(language), examples=examples, shrink=shrink)(check)


def check_language_pack(pack: LanguagePack, *, examples: int = 100, shrink: bool = True) -> None:
    """Try a language pack's grammar on generated articles and on arbitrary text.

    It must never raise; what it finds must be sorted, disjoint and inside the text, numbers
    outside what is taken, names inside one sentence; and it must find the same each time. Its
    tables must be as the contract says: case-folded, abbreviations without their last stop.

    Args:
        pack: The pack.
        examples: How many articles of each sort are tried.
        shrink: Whether to look for the smallest text that fails, which may take a minute.

    Raises:
        AssertionError: It does not; with the smallest text found on which it fails.
    """
    _require(bool(pack.code), "a pack needs a BCP 47 code")
    _require(bool(pack.name), "a pack needs an English name")
    for word in pack.abbreviations:
        _require(word == word.casefold(), f"the abbreviation {word!r} is not case-folded")
        _require(not word.endswith("."), f"the abbreviation {word!r} is written with its last stop")
    for word in pack.stop_words:
        _require(word == word.casefold(), f"the stop word {word!r} is not case-folded")

    def check(article: Article) -> None:
        _check_grammar(pack, article.text)

    written = articles().map(lambda planted: planted.article)
    _on_each(written, examples=examples, shrink=shrink)(check)
    _on_each(_hostile_articles(_UNKNOWN), examples=examples, shrink=shrink)(check)


def _check_grammar(pack: LanguagePack, written: str) -> None:
    text = normalise(written).text
    folded = fold(text)
    view = view_article(Article(id="a", text=text, language=pack.code))
    sentences = [(s.start, s.end) for s in view.sentences]
    anchor = Anchor(years=tuple(pack.calendar.stated_years(text, folded)))
    finders: dict[str, Callable[[], Sequence[Any]]] = {
        "dates": lambda: pack.calendar.find_dates(text, folded, anchor=anchor),
        "times": lambda: pack.calendar.find_times(text, folded),
        "names": lambda: pack.names.find_names(text, folded, sentences=sentences),
    }
    found = {name: find() for name, find in finders.items()}
    taken = sorted((m.start, m.end) for name in ("dates", "times") for m in found[name])
    finders["numbers"] = lambda: pack.numerals.find_numbers(text, folded, taken=taken)
    found["numbers"] = finders["numbers"]()
    for name, mentions in found.items():
        _check_places(name, mentions, length=len(text))
        _require(list(mentions) == list(finders[name]()), f"the {name} differ the second time")
    for number in found["numbers"]:
        overlap = [t for t in taken if number.start < t[1] and t[0] < number.end]
        _require(not overlap, f"the number at {number.start} lies in a date or time")
        topic = pack.numerals.topic_of(folded, number, clause=(0, len(text)))
        _require(topic is None or bool(topic), f"the number at {number.start} is of an empty topic")
    for name in found["names"]:
        inside = any(low <= name.start and name.end <= high for low, high in sentences)
        _require(inside, f"the name at {name.start} crosses the end of a sentence")
    for quotation in pack.speech.find_quotations(text, folded, names=found["names"]):
        _require(0 <= quotation.start < quotation.end <= len(text), "a quotation leaves the text")
    for start, end in sentences:
        negated = pack.speech.is_negated(folded[start:end])
        _require(isinstance(negated, bool), f"is_negated must say True or False, said {negated!r}")


def _check_places(name: str, mentions: Sequence[_Mention], *, length: int) -> None:
    for mention in mentions:
        _require(0 <= mention.start < mention.end <= length, f"one of the {name} leaves the text")
    for left, right in pairwise(mentions):
        _require(left.end <= right.start, f"the {name} at {left.start} and {right.start} overlap")


def _require(holds: bool, otherwise: str) -> None:  # noqa: FBT001 (reads like the statement)
    """Like ``assert``, and not left out of an optimised run."""
    if not holds:
        raise AssertionError(otherwise)


def _refuse_unknown(what: str, given_: Collection[str], known: Collection[str]) -> None:
    unknown = set(given_).difference(known)
    if unknown:
        raise ValueError(f"{what} must be of {', '.join(known)}, got {', '.join(sorted(unknown))}.")


def _extract(extractor: Extractor, view: View) -> list[Claim]:
    return sorted(
        extractor.extract(view, find_mentions(view)), key=lambda c: (c.span, c.kind, c.id)
    )


def _as_seen(extractor: Extractor, view: View) -> list[tuple[object, ...]]:
    """The claims apart from their places in the text as read."""
    return [
        (c.kind, c.value, c.subject, c.attribute, view.view_span(c.span))
        for c in _extract(extractor, view)
    ]


def _meets(claim: Claim, planted: Planted) -> bool:
    """Whether a claim is the planted one; it may read a round number as a rounded one."""
    agrees = relate(claim.value, planted.value).can_both_be_true
    return claim.kind == planted.kind and claim.span.overlaps(planted.span) and agrees


def _in_form(article: Article, form: _Form) -> Article:
    """The article in another form; its boilerplate is left out, for its places would move."""
    return evolve(article, text=unicodedata.normalize(form, article.text), boilerplate=())


@st.composite
def _hostile_articles(draw: st.DrawFn, language: str) -> Article:
    """Arbitrary text with pieces of real prose in it, and stretches declared boilerplate."""
    prose = draw(articles(language=language if language in LANGUAGES else None)).article.text
    noise = st.text(st.one_of(st.sampled_from(_ODD), st.characters()), max_size=8)
    cuts = sorted(draw(st.lists(st.integers(0, len(prose)), max_size=8)))
    pieces = [prose[low:high] for low, high in pairwise([0, *cuts, len(prose)])]
    text = "".join(piece + draw(noise) for piece in pieces)
    place = st.integers(0, len(text))
    blocks = tuple(
        Boilerplate(span=Span(*sorted((draw(place), draw(place)))), reason="caption")
        for _ in range(draw(st.integers(0, 2)))
    )
    return Article(id="hostile", text=text, language=language, boilerplate=blocks)


def _on_each(
    strategy: st.SearchStrategy[Any], *, examples: int, shrink: bool
) -> Callable[[Callable[[Any], object]], None]:
    """Run a check on examples of a strategy, the same ones each time."""

    def run(check: Callable[[Any], object]) -> None:
        @settings(
            max_examples=examples,
            deadline=None,
            derandomize=True,
            database=None,
            report_multiple_bugs=False,
            phases=_PHASES + ((Phase.shrink,) if shrink else ()),
            suppress_health_check=list(HealthCheck),
        )
        @given(strategy)
        def on_each(example: Any) -> None:
            article = getattr(example, "article", example)
            note(f"article text: {article.text!r}")
            check(example)

        on_each()

    return run
