"""Reading a text with a pack's names and speech, for the tests of every language."""

from reconcile.languages.mentions import MembershipMention, NameMention, QuotationMention
from reconcile.model import Article
from reconcile.text import view_article


def read(
    text: str, *, language: str
) -> tuple[str, list[NameMention], list[MembershipMention], list[QuotationMention]]:
    """The settled text with its names, lists of members and quotations."""
    view = view_article(Article(id="a", text=text, language=language))
    sentences = [(s.start, s.end) for s in view.body_sentences]
    pack = view.pack
    names = pack.names.find_names(view.text, view.folded, sentences=sentences)
    lists = pack.names.find_memberships(view.text, view.folded, names=names)
    quotations = pack.speech.find_quotations(view.text, view.folded, names=names)
    return view.text, list(names), list(lists), list(quotations)


def names_in(text: str, *, language: str, kind: str | None = None) -> list[str]:
    """The canonical names in a text, in order; of one kind when it is given."""
    _, names, _, _ = read(text, language=language)
    return [n.name for n in names if kind is None or n.kind == kind]


def kinds_in(text: str, *, language: str) -> dict[str, str]:
    """The words of each name in a text with the name's kind."""
    settled, names, _, _ = read(text, language=language)
    return {settled[n.start : n.end]: n.kind for n in names}


def roles_in(text: str, *, language: str) -> dict[str, list[str]]:
    """The roles of each person in a text."""
    _, names, _, _ = read(text, language=language)
    found: dict[str, list[str]] = {}
    for name in names:
        if name.roles:
            found.setdefault(name.name, []).extend(role.name for role in name.roles)
    return found


def quotations_in(text: str, *, language: str) -> list[tuple[str, str | None]]:
    """Each direct quotation in a text with its speaker."""
    settled, _, _, quotations = read(text, language=language)
    return [(settled[q.start : q.end], q.speaker) for q in quotations if q.direct]


def reported_in(text: str, *, language: str) -> list[tuple[str, str | None]]:
    """Each reported saying in a text with its speaker."""
    settled, _, _, quotations = read(text, language=language)
    return [(settled[q.start : q.end], q.speaker) for q in quotations if not q.direct]
