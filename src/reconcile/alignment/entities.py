"""Who and what a group's articles name: one question for each person, body, place or paper.

A short form joins the one longer name that contains it. Two spellings of one name are raised when
no article knows both and the articles say the same things of the bearer.
"""

from collections.abc import Iterable, Sequence

from attrs import frozen

from reconcile.alignment.contexts import Contexts
from reconcile.alignment.misspellings import Bearer, Misspelling, find_misspellings
from reconcile.alignment.questions import Answer, Question
from reconcile.model import Claim
from reconcile.values import Name, Relation, relate

NAME_KINDS = ("person", "organisation", "place", "agreement", "document")
# Documents are told apart by their numbers, so a digit is no slip there.
SPELT_KINDS = frozenset({"person", "organisation", "place"})


@frozen(kw_only=True, eq=False)
class _Entity:
    """All claims of a kind that use one name."""

    name: Name
    claims: tuple[int, ...]
    articles: frozenset[int]


def ask_entities(contexts: Contexts) -> list[Question]:
    """Tie the named entities of a group into questions, each claim in exactly one."""
    questions: list[Question] = []
    for kind in NAME_KINDS:
        entities = _entities(contexts, kind)
        questions.extend(_ask(contexts, kind, entities))
    return questions


def _entities(contexts: Contexts, kind: str) -> list[_Entity]:
    found: dict[Name, list[int]] = {}
    for position, claim in enumerate(contexts.claims):
        if claim.kind == kind and isinstance(claim.value, Name):
            found.setdefault(claim.value, []).append(position)
    return [
        _Entity(
            name=name,
            claims=tuple(positions),
            articles=frozenset(int(contexts.claim_article[p]) for p in positions),
        )
        for name, positions in found.items()
    ]


def _ask(contexts: Contexts, kind: str, entities: Sequence[_Entity]) -> Iterable[Question]:
    heads = longest_forms([entity.name for entity in entities])
    bearers: dict[int, list[int]] = {}
    for position, head in enumerate(heads):
        bearers.setdefault(head, []).append(position)
    spelt = find_misspellings(
        contexts,
        [
            Bearer(
                name=entities[head].name,
                claims=tuple(c for member in members for c in entities[member].claims),
            )
            for head, members in bearers.items()
        ]
        if kind in SPELT_KINDS
        else [],
        kind=kind,
    )
    groups = list(bearers.values())
    joined = {misspelling.right for misspelling in spelt}
    for position, members in enumerate(groups):
        if position in joined:
            continue
        found = [m for m in spelt if m.left == position]
        everyone = [*members, *(e for m in found for e in groups[m.right])]
        yield Question(
            kind=kind,
            answers=tuple(_answer(contexts.claims, entities[e]) for e in everyone),
            attribute="name" if found else None,
            certainty=_certainty(found),
            evidence=tuple(m.evidence for m in found),
        )


def _certainty(found: Sequence[Misspelling]) -> str | None:
    if not found:
        return None
    return "clear" if all(misspelling.is_plain for misspelling in found) else "check"


def _answer(claims: Sequence[Claim], entity: _Entity) -> Answer:
    return Answer(
        claims=tuple(claims[position] for position in entity.claims), text=entity.name.text
    )


def longest_forms(names: Sequence[Name]) -> list[int]:
    """For each name the position of the longest one it is a short form of, or its own.

    A short form that two unrelated longer names contain belongs to neither.

    >>> longest_forms([Name.of("Khôi"), Name.of("Lê Khôi"), Name.of("Nguyễn Hồng Diên")])
    [1, 1, 2]
    """
    having: dict[str, list[int]] = {}
    for position, name in enumerate(names):
        for word in set(name.words):
            having.setdefault(word, []).append(position)
    heads = list(range(len(names)))
    for position, name in enumerate(names):
        rarest = min((having[word] for word in name.words), key=len)
        longer = [other for other in rarest if _is_longer(names[other], name)]
        longest = [a for a in longer if not any(_is_longer(names[b], names[a]) for b in longer)]
        if len(longest) == 1:
            heads[position] = longest[0]
    return heads


def _is_longer(candidate: Name, name: Name) -> bool:
    """Whether one name is the other with more words."""
    return relate(candidate, name) is Relation.REFINES
