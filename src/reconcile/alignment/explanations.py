"""One sentence on why a fact has its verdict, from the data alone; never on who is right."""

from collections.abc import Sequence

from reconcile.alignment.questions import Answer, Question
from reconcile.alignment.witnesses import Witnesses
from reconcile.model import Claim, Verdict

_MOST_SHOWN = 80  # code points of a value in an explanation
_NUMBER_WORDS = {1: "One", 2: "Two", 3: "Three", 4: "Four", 5: "Five"}


def explain(question: Question, witnesses: Witnesses, *, verdict: Verdict) -> str:
    """Say in one sentence why the verdict is what it is; the answers come ranked."""
    answers = question.answers
    claims = [claim for answer in answers for claim in answer.claims]
    count = witnesses.origins_behind(claims)
    about = _about(question)
    if verdict is Verdict.SINGLE:
        return _single(claims, witnesses, about)
    if verdict is Verdict.AGREED:
        return f"{_origins(count)} give{_s(count)} the same value{about}."
    texts = " / ".join(_short(answer.text) for answer in answers)
    if verdict is Verdict.REFINED:
        if question.kind == "statement":
            return f"{_origins(count)} tell{_s(count)} of this, each in words of its own."
        give = f"give{_s(count)} values that go together{about}, some more exact than others"
        return f"{_origins(count)} {give}: {texts}."
    if verdict is Verdict.UPDATED:
        return f"Articles that came out later have it otherwise{about}: {texts}."
    return _conflict(question, about)


def _conflict(question: Question, about: str) -> str:
    answers = question.answers
    told = " and ".join(f"{_short(answer.text)} ({_articles(answer)})" for answer in answers)
    is_clear = question.certainty == "clear"
    if question.attribute == "name":
        if is_clear:
            return f"{told} are spellings of one name; they cannot all be right."
        return f"{told} may be spellings of one name; look whether they are."
    sure = (
        "it is plain that they answer one question"
        if is_clear
        else "look whether they answer one question"
    )
    return f"{told} cannot all be true{about}; {sure}."


def _articles(answer: Answer) -> str:
    """The articles that give an answer, the first two by name."""
    names = list(dict.fromkeys(claim.article for claim in answer.claims))
    more = f" and {len(names) - 2} more" if len(names) > 2 else ""
    return ", ".join(names[:2]) + more


def _short(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1].rstrip() + "…"


def _single(claims: Sequence[Claim], witnesses: Witnesses, about: str) -> str:
    articles = {claim.article for claim in claims}
    if len(witnesses.articles) == 1:
        return f"The only article on this event states it{about}."
    if len(articles) > 1:
        return f"Only copies of one text state it{about}, so it has one origin."
    return f"Only {next(iter(articles))} states it{about}."


def _about(question: Question) -> str:
    """What is asked, when the claims tell: the subject in the article's words, the attribute."""
    parts = [f"“{part}”" for part in (question.subject, question.attribute) if part]
    return f" for {', '.join(parts)}" if parts else ""


def _origins(count: int) -> str:
    return f"{_NUMBER_WORDS.get(count, str(count))} independent origin{'s' if count != 1 else ''}"


def _s(count: int) -> str:
    return "s" if count == 1 else ""
