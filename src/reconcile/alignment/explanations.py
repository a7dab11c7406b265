"""One sentence on why a fact has its verdict, from the data alone; never on who is right."""

from collections.abc import Sequence

from reconcile.alignment.questions import Question, origins_behind, ranked
from reconcile.model import Claim, Group, Verdict

_NUMBER_WORDS = {1: "One", 2: "Two", 3: "Three", 4: "Four", 5: "Five"}


def explain(question: Question, group: Group, *, verdict: Verdict) -> str:
    """Say in one sentence why the verdict is what it is."""
    answers = ranked(question.answers, group)
    claims = [claim for answer in answers for claim in answer.claims]
    count = origins_behind(claims, group)
    about = _about(question)
    if verdict is Verdict.SINGLE:
        return _single(claims, group, about)
    if verdict is Verdict.AGREED:
        return f"{_origins(count)} give{_s(count)} the same value{about}."
    texts = " / ".join(answer.text for answer in answers)
    if verdict is Verdict.REFINED:
        if question.kind == "statement":
            return f"{_origins(count)} say this in words that share most of their content."
        give = f"give{_s(count)} compatible values"
        return f"{_origins(count)} {give}{about}, not equally exact: {texts}."
    if verdict is Verdict.UPDATED:
        return f"Articles published later give another figure{about}: {texts}."
    where = "One article gives" if len({c.article for c in claims}) == 1 else "Articles give"
    tail = (
        "the same question is plainly meant"
        if question.certainty == "clear"
        else "whether the same question is meant needs a look"
    )
    return f"{where} values{about} that cannot all be true: {texts}; {tail}."


def _single(claims: Sequence[Claim], group: Group, about: str) -> str:
    articles = {claim.article for claim in claims}
    if len(group.articles) == 1:
        return f"The only article on this event gives the value{about}."
    if len(articles) > 1:
        return f"Only copies of one text give the value{about}, so it has one origin."
    return f"Only {next(iter(articles))} gives the value{about}."


def _about(question: Question) -> str:
    parts = [part for part in (question.attribute, question.subject) if part]
    return f" for {' of '.join(parts)}" if parts else ""


def _origins(count: int) -> str:
    return f"{_NUMBER_WORDS.get(count, str(count))} independent origin{'s' if count != 1 else ''}"


def _s(count: int) -> str:
    return "s" if count == 1 else ""
