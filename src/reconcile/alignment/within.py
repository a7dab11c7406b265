"""Contradictions inside one article: an article that disagrees with itself.

The rules are those between articles, only stricter, for a writer rarely gives two values for one
thing on purpose. Such facts come on top of those between articles.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reconcile.alignment.contests import likeness_of_values
from reconcile.alignment.contexts import Contexts
from reconcile.alignment.likeness import describe, gather_evidence
from reconcile.alignment.questions import Answer, Question, answers_by_value
from reconcile.alignment.typed import sort_of
from reconcile.model import Claim
from reconcile.values import Period, Quantity, Score

# Kinds of which an article can give one thing two figures; dates and times it gives by the dozen.
_FIGURES = frozenset({"count", "money", "percent", "measure", "age"})
_NEAR = 0.4  # cosine of the words around two figures that makes them figures of one thing
_DIGITS = 3  # a figure this long is rarely one digit away from another by chance
_OPENING = 2  # words before a length that still opens its sentence
_LONGEST = 31  # days of an extent that a story may well give as a number of days
_ONE_DAY = Quantity.exactly(1, unit="day")


def ask_within(contexts: Contexts) -> list[Question]:
    """Find where each article of a group contradicts itself."""
    by_article: dict[int, list[int]] = {}
    for position, article in enumerate(contexts.claim_article):
        by_article.setdefault(int(article), []).append(position)
    questions: list[Question] = []
    for _, members in sorted(by_article.items()):
        questions.extend(_lengths(contexts, members))
        questions.extend(_figures(contexts, members))
    return questions


def _in_days(length: object) -> str:
    return f"{length}" if length == _ONE_DAY else f"{length}s"


def _lengths(contexts: Contexts, members: Sequence[int]) -> Iterator[Question]:
    """One extent of days and a number of days that is not its length: 19–22/5 and "three days"."""
    extents: dict[Period, list[Claim]] = {}
    lasted: dict[Quantity, list[Claim]] = {}
    for member in members:
        claim = contexts.claims[member]
        value = claim.value
        if claim.kind == "date" and isinstance(value, Period) and _is_extent_of_days(value):
            extents.setdefault(value, []).append(claim)
        elif (
            isinstance(value, Quantity)
            and value.unit == "day"
            and _frames_its_sentence(contexts, member)
        ):
            lasted.setdefault(value, []).append(claim)
    if len(extents) != 1 or not lasted:
        return
    ((period, spanned),) = extents.items()
    days = Decimal((period.last.date() - period.first.date()).days + 1)
    length = Quantity.exactly(days, unit="day")
    others = [c for value, same in lasted.items() if not _allows(value, length) for c in same]
    if others:
        yield Question(
            kind="duration",
            attribute="length",
            subject=spanned[0].subject,
            answers=(
                Answer(claims=tuple(spanned), text=f"{period} ({_in_days(length)})"),
                Answer(claims=tuple(others), text=_in_days(others[0].value)),
            ),
            certainty="check",
            extra=True,
            evidence=("the article's only range of days, and its length given in days",),
        )


def _frames_its_sentence(contexts: Contexts, member: int) -> bool:
    """Whether a length opens its sentence ("Trong ba ngày làm việc, …"), so the story's own."""
    claim = contexts.claims[member]
    opening = contexts.sentence_tokens[0][contexts.claim_sentence[member]]
    return (
        claim.kind == "duration"
        and claim.attribute == "length"
        and bool(contexts.claim_tokens[0][member] - opening <= _OPENING)
    )


def _is_extent_of_days(period: Period) -> bool:
    return (
        period.extent
        and period.granularity == "day"
        and 1 <= (period.last.date() - period.first.date()).days < _LONGEST
    )


def _allows(value: Quantity, length: Quantity) -> bool:
    return value.relate(length).can_both_be_true


def _figures(contexts: Contexts, members: Sequence[int]) -> Iterator[Question]:
    """An article's only two figures of a sort, which differ as a slip of the pen would."""
    sorts: dict[tuple[str, str, str | None], list[int]] = {}
    for member in members:
        claim = contexts.claims[member]
        if claim.kind in _FIGURES:
            what = claim.attribute if claim.kind == "count" else None
            sorts.setdefault((*sort_of(claim), what), []).append(member)
    for _, same in sorted(sorts.items(), key=str):
        claims = [contexts.claims[member] for member in same]
        if len(claims) != 2 or not _is_slip(*claims):
            continue
        evidence = gather_evidence(contexts, same)
        sentences = contexts.claim_sentence[same]
        if sentences[0] != sentences[1] and evidence.near[0, 1] >= _NEAR:
            yield Question(
                kind=claims[0].kind,
                subject=claims[0].subject,
                attribute=claims[0].attribute,
                answers=answers_by_value(claims),
                certainty="check",
                extra=True,
                evidence=(describe(evidence, 0, 1, claims),),
            )


def _is_slip(left: Claim, right: Claim) -> bool:
    """Whether two figures of three digits or more differ in one of them.

    Scores do in every second set: an article may tell of two.
    """
    if isinstance(left.value, Score):
        return False
    for claim in (left, right):
        figures = "".join(c for c in claim.quote if c.isdigit())
        told = figures.rstrip("0") if claim.kind == "count" else figures
        if len(told) < _DIGITS:
            return False
    return likeness_of_values(left, right)[0]
