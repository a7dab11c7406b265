"""Contradictions raised on top of the group's questions: each shown once, and only as such."""

import pytest

from alignment.stories import conflicts, facts_of

TABLE = (
    "Danh sách đề cử Quả bóng vàng năm nay do liên đoàn công bố có {} cầu thủ của 14 câu lạc bộ."
)


@pytest.mark.parametrize("copies", [1, 2, 3])
def test_twins_of_copies_are_one_contradiction(copies: int) -> None:
    """However many copies stand on one side, one place of two sentences differs."""
    ours = TABLE.format("72 danh") + " Lễ trao giải diễn ra tại Nhà hát Thành phố."
    theirs = TABLE.format("27 danh") + " Khán giả có thể bầu chọn trực tuyến đến hết tháng."
    facts = facts_of(*[ours] * copies, theirs)
    assert len([fact for fact in facts if fact.verdict == "conflict"]) == 1


@pytest.mark.parametrize("copies", [1, 2, 3])
def test_a_denial_of_copies_is_one_contradiction_and_leaves_no_second_question(copies: int) -> None:
    """The articles answer the question of polarity; who is silent on it is still named."""
    done = "Tàu cá Bình Định đã được lai dắt vào cảng Quy Nhơn an toàn trong đêm."
    facts = facts_of(
        *[f"{done} Thuyền viên khỏe mạnh."] * copies,
        done.replace("đã", "chưa"),
        "Sóng to gió lớn ngoài khơi. Mọi liên lạc bị mất từ chiều.",
    )
    (raised,) = [fact for fact in facts if fact.verdict == "conflict"]
    silent = "abcdefgh"[copies + 1]
    assert raised.missing_from == (silent,)
    stated = [f for f in facts if f.kind == "statement" and "lai dắt" in f.values[0].text]
    assert stated == [raised]


def test_with_only_what_is_certain_a_doubt_on_top_leaves_nothing_behind() -> None:
    """Its claims stand in questions of their own; neither is a fact of one article alone."""
    texts = (
        "Tàu cá Bình Định đã được lai dắt vào cảng Quy Nhơn an toàn trong đêm.",
        "Tàu cá Bình Định chưa được lai dắt vào cảng Quy Nhơn an toàn trong đêm.",
    )
    facts = facts_of(*texts, strictness="certain")
    assert conflicts(facts) == []
    told = [claim for f in facts if f.kind == "statement" for v in f.values for claim in v.claims]
    assert len(told) == len(set(told)) == 2
