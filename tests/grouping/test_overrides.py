"""An editor's word holds, and where two of them contradict each other it says which lines."""

from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from grouping.stories import STORIES, collections, grouped
from reconcile.errors import InvalidOverrides
from reconcile.grouping import Override, Overrides, group_views, parse_overrides, read_overrides
from reconcile.grouping.overrides import check_overrides
from reconcile.text.tokens import tokenise

LINES = """\
# decided by the desk
must_link quake-1 bank-1 one aid fund

cannot_link\tquake-1\tquake-2\ttwo quakes
"""


def test_lines_have_a_rule_two_ids_and_perhaps_a_reason():
    overrides = parse_overrides(LINES, source="desk.txt")
    assert [str(line) for line in overrides.lines] == [
        "line 2: must_link quake-1 bank-1",
        "line 4: cannot_link quake-1 quake-2",
    ]
    assert [line.reason for line in overrides.lines] == ["one aid fund", "two quakes"]


def test_ids_with_blanks_stand_between_tabs():
    [line] = parse_overrides("must_link\tnew york 1\tnew york 2").lines
    assert (line.left, line.right) == ("new york 1", "new york 2")


def test_overrides_are_read_from_a_file(tmp_path):
    path = tmp_path / "desk.txt"
    path.write_text("\ufeffmust_link a b\r\n", "utf-8")
    assert read_overrides(path).lines == (Override(rule="must_link", left="a", right="b", line=1),)


@pytest.mark.parametrize("line", ["must_link a", "join a b", "cannot_link\ta"])
def test_a_line_that_is_no_rule_is_refused_with_its_place(line):
    with pytest.raises(InvalidOverrides, match=r"desk\.txt#1: a line must be must_link or"):
        parse_overrides(line, source="desk.txt")


def test_a_contradiction_names_every_line_it_rests_on():
    text = "must_link a b\nmust_link x y\nmust_link c b\ncannot_link a c"
    with pytest.raises(InvalidOverrides) as refused:
        parse_overrides(text, source="desk.txt")
    said = str(refused.value)
    assert "line 1: must_link a b; line 3: must_link c b; line 4: cannot_link a c" in said
    assert "line 2" not in said


def test_an_article_is_never_apart_from_itself():
    with pytest.raises(InvalidOverrides):
        parse_overrides("cannot_link a a")


def test_what_the_editor_says_holds_against_the_words():
    grouping = grouped(STORIES, overrides=parse_overrides(LINES))
    of = grouping.group_of
    assert of["quake-1"] == of["bank-1"]
    assert of["quake-1"] != of["quake-2"]


def test_copies_can_be_told_apart():
    same = [STORIES[0], STORIES[1]]
    grouping = grouped(same, overrides=parse_overrides("cannot_link quake-1 quake-2"))
    assert len(grouping.groups) == 2


def test_a_line_on_an_unknown_article_is_a_problem_and_left_out():
    grouping = grouped(STORIES, overrides=parse_overrides("must_link quake-1 z", source="desk.txt"))
    [problem] = grouping.problems
    assert str(problem) == "desk.txt#1: no article 'z' was read; the line is left out."
    assert not problem.fatal


@given(collections(), st.data())
def test_pairs_are_together_and_apart_as_the_lines_say(articles, data):
    pairs = list(combinations([article.id for article in articles], 2))
    assume(pairs)
    lines = data.draw(
        st.lists(
            st.builds(
                lambda pair, rule: Override(rule=rule, left=pair[0], right=pair[1]),
                st.sampled_from(pairs),
                st.sampled_from(["must_link", "cannot_link"]),
            ),
            max_size=6,
        )
    )
    overrides = Overrides(lines=tuple(lines))
    try:
        check_overrides(overrides)
    except InvalidOverrides:
        with pytest.raises(InvalidOverrides):
            group_views([], tokenise([]), overrides=overrides)
        return
    of = grouped(articles, overrides=overrides).group_of
    for line in lines:
        assert (of[line.left] == of[line.right]) == (line.rule == "must_link")
