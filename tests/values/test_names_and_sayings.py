"""Names as patterns of words, lists as sets, sayings by their words."""

import pytest

from reconcile.values import Members, Name, Relation, Saying, relate


def _members(*names, is_open=False):
    return Members(names=frozenset(names), texts=names, is_open=is_open)


def _saying(text, *, negated=False):
    return Saying(words=tuple(text.split()), text=text, negated=negated)


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("Greer", "Jamieson Greer", Relation.REFINED_BY),
        ("Nguyễn Tân", "Nguyễn Sinh Nhật Tân", Relation.REFINED_BY),
        ("Tân Nguyễn", "Nguyễn Sinh Nhật Tân", Relation.CONFLICTING),
        ("GREER", "greer", Relation.EQUAL),
        ("Khôi", "Khội", Relation.CONFLICTING),
    ],
)
def test_a_name_is_refined_by_a_longer_one_with_its_words_in_order(left, right, relation):
    assert relate(Name.of(left), Name.of(right)) is relation


def test_an_alias_compares_by_its_key():
    us = Name.of("Mỹ", key="Hoa Kỳ")
    assert relate(us, Name.of("Hoa Kỳ")) is Relation.EQUAL
    assert str(us) == "Mỹ"


@pytest.mark.parametrize("words", [(), ("",), ("a", "")])
def test_a_name_has_words(words):
    with pytest.raises(ValueError, match="at least one word"):
        Name(words=words, text="")


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (_members("a", "b"), _members("b", "a"), Relation.EQUAL),
        (_members("a"), _members("a", "b"), Relation.CONFLICTING),
        (_members("a", is_open=True), _members("a", "b"), Relation.REFINED_BY),
        (_members("a", "b"), _members("a", is_open=True), Relation.REFINES),
        (_members("a", "c", is_open=True), _members("a", "b"), Relation.CONFLICTING),
        (_members("a", is_open=True), _members("b", is_open=True), Relation.COMPATIBLE),
        (_members("a", "b", is_open=True), _members("b", is_open=True), Relation.REFINES),
    ],
)
def test_lists_compare_by_what_they_leave_open(left, right, relation):
    assert relate(left, right) is relation


def test_an_open_list_reads_as_one():
    assert str(_members("a", "b", is_open=True)) == "a, b, …"


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (_saying("hai bên ký"), _saying("hai bên ký"), Relation.EQUAL),
        (_saying("hai bên ký"), _saying("hai bên ký", negated=True), Relation.CONFLICTING),
        (_saying("bên ký"), _saying("hai bên ký hôm qua"), Relation.REFINED_BY),
        (_saying("hai ký"), _saying("hai bên ký"), Relation.COMPATIBLE),
        (_saying("ký hôm qua"), _saying("ký", negated=True), Relation.CONFLICTING),
        (_saying("ký"), _saying("ký hôm qua", negated=True), Relation.COMPATIBLE),
        (
            _saying("ký", negated=True),
            _saying("ký hôm qua", negated=True),
            Relation.REFINES,
        ),
    ],
)
def test_sayings_compare_by_their_words_and_what_they_deny(left, right, relation):
    assert relate(left, right) is relation
    assert relate(right, left) is relation.mirrored
