"""Whose title is whose: titles before a name and after it, and capitals that titles explain."""

import re
from collections.abc import Sequence

from reconcile.languages.naming.atoms import Atom, Attached, Role
from reconcile.languages.vi.names import lexicon as lx

_AFFILIATION = frozenset((" ", " của ", " tại ", " thuộc ", " ở ", " ", " - ", " – "))
_CHAIN = re.compile(r" ?(?:,|-|–|;|kiêm|đồng thời là|và)? ?(?:kiêm|là)? ?")
_FORWARD = re.compile(r" ?[,:–-]? ?(?:là |do )?")
_BACKWARD = re.compile(
    r"(?: ?\([^()]{0,40}\))?(?:,| -| –|-|–)? ?\(?"
    r"(?:(?:hiện |đang |từng |vốn |cũng |nay |nguyên )?"
    r"(?:là|làm|giữ chức|giữ chức vụ|được bổ nhiệm làm|được bổ nhiệm giữ chức|được bầu làm"
    r"|đảm nhận chức|với tư cách|với tư cách là|trên cương vị|trong vai trò) )?"
)
_CONFERRED = re.compile(r"(?<!\w)(?:hàm|học hàm|học vị|danh hiệu|chức|chức vụ|chức danh) $")
_TO = re.compile(r" cho (?:các )?")
_APPOSED = re.compile(r"(?: ?\([^()]{0,40}\))?(?:, | - | – )")
_CLOSES = re.compile(r"\s*(?:[,.;:)–-]|$| của | tại | thuộc | ở | người )")
_MOST_TITLES = 6  # before one name
_AGE = re.compile(
    r"(?: ?\(|, )(?:(?:sn|sinh năm|sinh) \d{4}|\d{1,3} tuổi|hạng \d)| \d{1,3} tuổi(?!\w)"
)
_LINKED_TOPIC = re.compile(r" (?:và |- |– |về )?")
_THEO = re.compile(r"theo (?:lời )?$")


def attach(atoms: Sequence[Atom], text: str, folded: str) -> Attached:
    """Give every title to its person, and every run of capitals it explains its kind."""
    return _Attachment(list(atoms), text, folded).run()


class _Attachment:
    def __init__(self, atoms: list[Atom], text: str, folded: str) -> None:
        self.atoms = atoms
        self.text = text
        self.folded = folded
        self.roles: dict[int, list[Role]] = {}
        self.addressed: set[int] = set()
        self.pending: list[Role] = []
        self.pending_end = -1
        self.honoured = False
        self.person = -1
        self.person_end = -1

    def run(self) -> Attached:
        index = 0
        while index < len(self.atoms):
            atom = self.atoms[index]
            if atom.kind in ("person", "unknown"):
                self._name(index, atom)
                index += 1
            elif atom.kind == "title":
                index = self._title(index, atom)
            elif atom.kind == "honorific":
                near = self._gap_is(_FORWARD, self.pending_end, atom.start) or self._is_given(atom)
                self.pending = self.pending if near else []
                self.pending_end, self.honoured = atom.end, True
                index += 1
            else:
                self.pending, self.honoured = [], False
                index += 1
        return Attached(self.atoms, self.roles, self.addressed)

    def _gap_is(self, pattern: re.Pattern[str], start: int, end: int) -> bool:
        return (
            0 <= start <= end <= start + 80
            and pattern.fullmatch(self.folded, start, end) is not None
        )

    def _is_given(self, atom: Atom) -> bool:
        """Whether the title just read is what somebody here receives: "phong hàm … cho ông"."""
        if not self.pending or not self._gap_is(_TO, self.pending_end, atom.start):
            return False
        start = self.pending[0].start
        return _CONFERRED.search(self.folded, max(start - 12, 0), start) is not None

    def _name(self, index: int, atom: Atom) -> None:
        after = self.text[self.pending_end : atom.start] if self.pending_end >= 0 else None
        direct = after == " " and (self.honoured or bool(self.pending))
        near = direct or (
            bool(self.pending) and self._gap_is(_FORWARD, self.pending_end, atom.start)
        )
        if atom.kind == "unknown":
            if (direct and self._explains(atom)) or self._acts(atom):
                atom = self.atoms[index] = atom._replace(kind="person", sure=True)
            elif not (near and atom.head == "person"):
                self.pending, self.honoured, self.person = [], False, -1
                return
            else:
                atom = self.atoms[index] = atom._replace(kind="person", sure=True)
        if near and self.pending:
            self.roles.setdefault(index, []).extend(self.pending)
        if direct:
            self.addressed.add(index)
        self.pending, self.honoured = [], False
        self.person, self.person_end = index, atom.end

    def _explains(self, atom: Atom) -> bool:
        """Whether the title just read makes these capitals a person."""
        words = self.text[atom.start : atom.end]
        is_address = self.text[atom.end : atom.end + 1] == "." and (
            self.text[atom.end + 1 : atom.end + 2].islower()
        )
        if words.lower() in lx.OPENERS or is_address or lx.EVENT.search(words.lower()):
            return False
        if self.honoured:
            return True
        if words.isupper() and " " not in words:
            return False
        role = self.pending[-1]
        title = self.folded[role.start : role.title_end]
        if title in lx.OF_ORGANISATIONS and role.end == role.title_end:
            return " " in words and atom.head == "person"
        return True

    def _acts(self, atom: Atom) -> bool:
        """Whether what follows these capitals is what only persons do or are."""
        if _AGE.match(self.folded, atom.end):
            return True
        if atom.head != "person":
            return False
        return lx.ACTS.match(self.folded, atom.end) is not None

    def _title(self, index: int, atom: Atom) -> int:
        """Read one title with what it is of; returns the index of the next atom to read."""
        role, following = self._role(index, atom)
        chained = bool(self.pending) and self._gap_is(_CHAIN, self.pending_end, role.start)
        leads = self._leads_to_name(role, following) and not self._goes_on(role, following)
        if not leads and role.family != "degree":
            self._explained_by(index, role)
        if not leads and self._follows_person(role):
            self.roles.setdefault(self.person, []).append(role)
            self.person_end = role.end
            self.pending, self.honoured = [], False
            return following
        self.pending = [*self.pending[-_MOST_TITLES:], role] if chained else [role]
        self.pending_end, self.honoured = role.end, False
        return following

    def _explained_by(self, index: int, role: Role) -> None:
        """Take the capitals right before a title set off by a comma for its bearer's name."""
        before = index - 1
        if before < 0 or self.atoms[before].kind != "unknown":
            return
        atom = self.atoms[before]
        words = self.text[atom.start : atom.end]
        title = self.folded[role.start : role.title_end]
        if " " not in words or words.isupper():
            return
        if title in lx.OF_ORGANISATIONS and role.end == role.title_end:
            return
        if self._gap_is(_APPOSED, atom.end, role.start):
            self.atoms[before] = atom._replace(kind="person", sure=True)
            self.person, self.person_end = before, atom.end

    def _role(self, index: int, atom: Atom) -> tuple[Role, int]:
        end = atom.end
        following = index + 1
        limit = self.atoms[following].start if following < len(self.atoms) else len(self.text)
        for _ in range(4):
            link = _LINKED_TOPIC.match(self.folded, end)
            topic = link and lx.BODY_TOPIC.match(self.folded, link.end())
            if not topic or (
                topic.end() > limit and not self._inside_unknown(following, topic.end())
            ):
                break
            end = topic.end()
        while following < len(self.atoms) and self.atoms[following].start < end:
            following += 1
        next_atom = self.atoms[following] if following < len(self.atoms) else None
        if next_atom is None or next_atom.kind == "unknown" or next_atom.start > end + 1:
            end = self._office_end(end)
        while following < len(self.atoms) and self.atoms[following].start < end:
            following += 1
        while following < len(self.atoms):
            other = self.atoms[following]
            if other.kind not in ("organisation", "place"):
                break
            if self.text[end : other.start] not in _AFFILIATION:
                break
            end = other.end
            following += 1
        return Role(atom.start, atom.end, end, atom.head), following

    def _office_end(self, end: int) -> int:
        """The end of an office without a name after a title: "Phó Chủ tịch UBND tỉnh"."""
        office = lx.NAMELESS_OFFICE.match(self.folded, end)
        return office.end() if office else end

    def _inside_unknown(self, index: int, end: int) -> bool:
        """Whether a topic swallows the capitals at `index` whole: "Thứ trưởng Công Thương"."""
        return (
            index < len(self.atoms)
            and self.atoms[index].kind == "unknown"
            and (self.atoms[index].end <= end)
        )

    def _leads_to_name(self, role: Role, following: int) -> bool:
        if following >= len(self.atoms):
            return False
        other = self.atoms[following]
        gap = self.text[role.end : other.start]
        if other.kind == "honorific":
            return _FORWARD.fullmatch(gap.lower()) is not None
        if other.kind not in ("person", "unknown") or gap != " ":
            return False
        return other.kind == "person" or not self.text[other.start : other.end].isupper()

    def _goes_on(self, role: Role, following: int) -> bool:
        """Whether a title set off from the next name by a comma goes on a row after a name."""
        gap = self.text[role.end : self.atoms[following].start]
        return "," in gap and self._is_chained(role)

    def _is_chained(self, role: Role) -> bool:
        """Whether a title stands right after another one of the person named before."""
        held = self.roles.get(self.person, [])
        return (
            bool(held)
            and held[-1].end == self.person_end
            and self._gap_is(_CHAIN, self.person_end, role.start)
        )

    def _follows_person(self, role: Role) -> bool:
        title = self.folded[role.start : role.title_end]
        if title in lx.OF_ORGANISATIONS and self._is_chained(role):
            return False  # "…, lãnh đạo Tỉnh đoàn, đại diện nhà tài trợ" are others
        if self.person < 0 or role.start - self.person_end > 80:
            return False
        if not _BACKWARD.fullmatch(self.folded, self.person_end, role.start):
            return False
        gap = self.text[self.person_end : role.start]
        if gap == " ":
            return False
        person = self.atoms[self.person]
        if _THEO.search(self.folded, max(person.start - 24, 0), person.start) and gap == ", ":
            return False
        return (
            role.family in ("office", "rank", "degree")
            or role.end > role.title_end
            or (_CLOSES.match(self.folded, role.end) is not None)
        )
