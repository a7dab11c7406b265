"""The conformance suites pass what conforms and catch what does not."""

import re
from types import SimpleNamespace

import attrs
import pytest

from reconcile.extraction import extractors, make_claim
from reconcile.languages import available_languages, language_pack
from reconcile.model import Claim, Span
from reconcile.testing import check_extractor, check_language_pack
from reconcile.values import Period

_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")


class _Years:
    """A toy: every year is a claim; faults are added by the tests."""

    def extract(self, view, mentions):
        for match in _YEAR.finditer(view.text):
            claim = make_claim(view, *match.span(), kind="date", rule="years",
                               value=Period.of_year(int(match.group())))  # fmt: skip
            if claim is not None:
                yield self.spoilt(claim)

    def spoilt(self, claim: Claim) -> Claim:
        return claim


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_sound_extractor_passes(language):
    check_extractor(_Years(), language=language, examples=30, shrink=False)


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda c: attrs.evolve(c, quote=c.quote + "!"), "quotes"),
        (lambda c: attrs.evolve(c, article="another"), "names article 'another'"),
        (
            lambda c: attrs.evolve(c, sentence=Span(c.span.start + 1, c.span.end)),
            "leaves its sentence",
        ),
    ],
)
def test_wrong_provenance_is_caught(spoil, message):
    extractor = _Years()
    extractor.spoilt = spoil
    with pytest.raises(AssertionError, match=message):
        check_extractor(extractor, examples=100, shrink=False)


def test_a_claim_in_boilerplate_is_caught():
    class OfTheWholeText:
        def extract(self, view, mentions):
            words = view.article.text
            if words:
                yield Claim(article=view.article.id, kind="date", value=Period.of_year(2000),
                            span=Span(0, len(words)), quote=words,
                            sentence=Span(0, len(words)), extractor="toy.whole")  # fmt: skip

    with pytest.raises(AssertionError, match="lies in boilerplate"):
        check_extractor(OfTheWholeText(), examples=60, shrink=False)


def test_a_memory_from_one_call_to_the_next_is_caught():
    class OnlyOnce(_Years):
        last = None

        def extract(self, view, mentions):
            again, self.last = view is self.last, view
            return () if again else super().extract(view, mentions)

    with pytest.raises(AssertionError, match="differ the second time"):
        check_extractor(OnlyOnce(), examples=50, shrink=False)


def test_reading_the_text_as_read_is_caught():
    class ByLength(_Years):
        def extract(self, view, mentions):
            return super().extract(view, mentions) if len(view.article.text) % 2 else ()

    with pytest.raises(AssertionError, match="between composed and decomposed"):
        check_extractor(ByLength(), examples=100, shrink=False)


def test_a_missed_claim_is_caught():
    with pytest.raises(AssertionError, match=r"the place '.*' at .* was not found"):
        check_extractor(_Years(), finds={"place"}, examples=30, shrink=False)


def test_unknown_names_are_refused():
    with pytest.raises(ValueError, match="language must be of en, vi, got fr"):
        check_extractor(_Years(), language="fr")
    with pytest.raises(ValueError, match=r"finds must be of .*, got colour"):
        check_extractor(_Years(), finds={"colour"})


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_extractors_of_reconcile_conform(language):
    def extract(view, mentions):
        for extractor in extractors():
            yield from extractor.extract(view, mentions)

    check_extractor(SimpleNamespace(extract=extract), language=language, examples=40, shrink=False)


@pytest.mark.parametrize("code", [*available_languages(), "und"])
def test_the_language_packs_of_reconcile_conform(code):
    check_language_pack(language_pack(code), examples=40, shrink=False)


def _spoilt_pack(**changes):
    return attrs.evolve(language_pack("vi"), **changes)


def _grammar(**functions):
    return SimpleNamespace(**{"find_dates": lambda *a, **k: (), "find_times": lambda *a: (),
                              "stated_years": lambda *a: (), **functions})  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"abbreviations": frozenset({"GS"})}, "'GS' is not case-folded"),
        ({"abbreviations": frozenset({"gs."})}, "written with its last stop"),
        ({"stop_words": frozenset({"Và"})}, "'Và' is not case-folded"),
        ({"code": ""}, "needs a BCP 47 code"),
        (
            {
                "calendar": _grammar(
                    find_times=lambda text, folded: [SimpleNamespace(start=0, end=len(text) + 1)]
                )
            },
            "one of the times leaves the text",
        ),
        (
            {
                "calendar": _grammar(
                    find_times=lambda text, folded: (
                        [SimpleNamespace(start=0, end=len(text))] * 2 if text else []
                    )
                )
            },
            "the times at 0 and 0 overlap",
        ),
    ],
)
def test_a_pack_that_breaks_the_contract_is_caught(changes, message):
    with pytest.raises(AssertionError, match=message):
        check_language_pack(_spoilt_pack(**changes), examples=30, shrink=False)
