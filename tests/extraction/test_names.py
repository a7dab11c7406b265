"""Claims about names, roles and members: their values, subjects and words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.extraction import extract_claims
from reconcile.model import Article, Claim
from reconcile.values import Relation, relate

SEEDS = Path(__file__).parents[2] / "seeds"


def claims(text: str, *, kind: str, language: str = "vi") -> list[Claim]:
    found = extract_claims(Article(id="a", text=text, language=language))
    return [claim for claim in found if claim.kind == kind]


def test_a_role_is_claimed_of_the_full_name_with_its_own_words():
    [role] = claims("Thứ trưởng Bộ Công Thương Lê Minh Tâm phát biểu.", kind="role")
    assert (role.subject, role.attribute) == ("Lê Minh Tâm", "role")
    assert role.quote == "Thứ trưởng Bộ Công Thương"


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("Thứ trưởng Bộ Công Thương", "Thứ trưởng Công Thương", Relation.EQUAL),
        ("Thứ trưởng", "Thứ trưởng Công Thương", Relation.REFINED_BY),
        ("Thượng tướng", "Đại tướng", Relation.CONFLICTING),
        ("Phó Chủ tịch", "Chủ tịch", Relation.CONFLICTING),
        ("quyền Hiệu trưởng", "Hiệu trưởng", Relation.REFINES),
    ],
)
def test_roles_compare_by_title_and_by_what_it_is_of(one, other, relation):
    (left,), (right,) = (
        claims(f"Hôm qua {title} Lê Minh Tâm phát biểu.", kind="role") for title in (one, other)
    )
    assert relate(left.value, right.value) is relation


def test_a_place_is_where_something_is_when_a_word_says_so():
    found = {c.quote: c.attribute for c in claims("Lễ ký tại Paris, đoàn Pháp về.", kind="place")}
    assert found == {"Paris": "where", "Pháp": None}


def test_the_two_delegations_of_the_seeds_share_six_members():
    lists = []
    for name in ("001", "003"):
        [path] = SEEDS.glob(f"{name}*")
        lists += claims(path.read_text(encoding="utf-8"), kind="membership")
    first, second = lists
    assert first.subject == second.subject == "Đoàn đàm phán"
    assert first.attribute == second.attribute == "members"
    both = first.value.names & second.value.names
    assert len(both) == 6
    assert first.value.names - both == {"bộ công an", "bộ xây dựng", "bộ tư pháp"}
    assert len(second.value.names - both) == 1
    assert relate(first.value, second.value) is Relation.CONFLICTING


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("Tổ công tác gồm: Bộ Y tế, Bộ Công an và Bộ Tài chính.", False),
        ("Tổ công tác gồm: Bộ Y tế, Bộ Công an, Bộ Tài chính...", True),
        ("Tổ công tác có nhiều bộ, trong đó có Bộ Y tế và Bộ Công an.", True),
    ],
)
def test_a_list_says_whether_it_is_complete(text, is_open):
    [found] = claims(text, kind="membership")
    assert found.value.is_open is is_open
    assert {"bộ y tế", "bộ công an"} <= found.value.names


def test_nothing_is_claimed_in_a_language_without_names():
    text = "Ông Lê Minh Tâm nói: “Không có gì cả đâu”."
    assert claims(text, kind="person", language="xx") == []


@given(
    st.lists(
        st.sampled_from(
            ["Nguyễn", "Bộ", "Công an", "ông", "Hà Nội", "Greer", "(USTR)", "“", "”", ", ", "gồm"]
        )
        | st.text(max_size=6),
        max_size=30,
    )
)
def test_every_claim_quotes_the_text_at_its_place(pieces):
    text = " ".join(pieces)
    for language in ("vi", "en"):
        for claim in extract_claims(Article(id="a", text=text, language=language)):
            assert text[claim.span.start : claim.span.end] == claim.quote


def test_names_in_a_row_are_a_list_and_an_address_is_none():
    row = "Đoàn thăm Brazil, Pháp và Đức. Ông ở đường Chu Văn An, quận Hoàn Kiếm, Hà Nội."
    [found] = claims(row, kind="membership")
    assert (found.quote, found.subject) == ("Brazil, Pháp và Đức", None)
    assert found.value.is_open
