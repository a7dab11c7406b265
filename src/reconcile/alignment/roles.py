"""What each person is: the roles that articles give to one bearer."""

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import frozen

from reconcile.alignment.components import connected
from reconcile.alignment.contexts import Contexts
from reconcile.alignment.entities import longest_forms
from reconcile.alignment.questions import Answer, Question
from reconcile.model import Claim
from reconcile.values import Name, Relation, relate

_FEWEST = 4  # syllables of two titles together; shorter ones are no titles of their own


@frozen(kw_only=True, eq=False)
class _Role:
    """One role of one bearer, with all claims that give it."""

    name: Name
    claims: tuple[Claim, ...]


def ask_roles(contexts: Contexts, *, grades: Sequence[frozenset[str]]) -> list[Question]:
    """Tie the roles of a group into questions, each claim in exactly one.

    A person holds many roles at once, so two roles exclude each other only when they are the
    same title in two grades, as "Thượng tướng" and "Đại tướng" are.

    Args:
        contexts: The group's claims.
        grades: Scales of words that open a title, of which a person has one at a time; a scale
            with the empty word says that a title without any of them is another grade.
    """
    by_bearer: dict[str, list[Claim]] = {}
    for claim in contexts.claims:
        if claim.kind == "role":
            bearer = (claim.subject or "").casefold() or claim.id
            by_bearer.setdefault(bearer, []).append(claim)
    questions: list[Question] = []
    for _, claims in sorted(_joined(by_bearer).items()):
        questions.extend(_ask_bearer(claims, grades))
    return questions


def _joined(by_bearer: dict[str, list[Claim]]) -> dict[str, list[Claim]]:
    """Bearers under their longest name: "khôi" joins the one name that contains it."""
    bearers = list(by_bearer)
    joined: dict[str, list[Claim]] = {}
    for head, claims in zip(
        longest_forms([Name.of(bearer) for bearer in bearers]), by_bearer.values(), strict=True
    ):
        joined.setdefault(bearers[head], []).extend(claims)
    return joined


def _ask_bearer(claims: Sequence[Claim], grades: Sequence[frozenset[str]]) -> list[Question]:
    by_name: dict[Name, list[Claim]] = {}
    for claim in claims:
        if isinstance(claim.value, Name):
            by_name.setdefault(claim.value, []).append(claim)
    roles = [_Role(name=name, claims=tuple(same)) for name, same in by_name.items()]
    tied: list[tuple[int, int]] = []
    opposed: set[int] = set()
    for i, j in itertools.combinations(range(len(roles)), 2):
        left, right = roles[i].name, roles[j].name
        excludes = _excludes(left, right, grades)
        if excludes:
            opposed.update((i, j))
        if excludes or relate(left, right) is not Relation.CONFLICTING:
            tied.append((i, j))
    questions: list[Question] = []
    for members in connected(len(roles), tied):
        speaks = [claim for p in members for claim in roles[p].claims]
        questions.append(
            Question(
                kind="role",
                subject=_bearer(claim.subject for claim in speaks if claim.subject),
                attribute="role",
                answers=tuple(
                    Answer(claims=roles[p].claims, text=roles[p].name.text) for p in members
                ),
                certainty="check" if opposed.intersection(members) else None,
            )
        )
    return questions


def _bearer(subjects: Iterable[str]) -> str | None:
    """The longest name that stands more than once; a name read too far rarely does."""
    counts = Counter(subjects)
    often = [name for name, count in counts.items() if count > 1]
    return max(often or counts, key=len, default=None)


def _excludes(left: Name, right: Name, grades: Sequence[frozenset[str]]) -> bool:
    """Whether two roles are one title in two grades.

    Either their first words are two grades of one scale, or one role has a grade before it that
    the other lacks ("quyền hiệu trưởng" and "hiệu trưởng").
    """
    a, b = _syllables(left), _syllables(right)
    for scale in grades:
        if len(a) == len(b) >= 2 and a[0] != b[0] and {a[0], b[0]} <= scale and a[1:] == b[1:]:
            return True
        if "" in scale and ((a[0] in scale and a[1:] == b) or (b[0] in scale and b[1:] == a)):
            return len(a) + len(b) > _FEWEST
    return False


def _syllables(role: Name) -> tuple[str, ...]:
    """The role's words, the title's own syllables apart."""
    return tuple(part for word in role.words for part in word.split("_") if part)
