"""A ready grouping is followed, and what it leaves out is said."""

from grouping.stories import STORIES, together
from reconcile.grouping import groups_from_events
from reconcile.similarity import find_copies


def test_a_ready_grouping_is_followed():
    events = {"quake-1": "x", "bank-2": "x", "quake-2": "y", "bank-1": "z"}
    ready = groups_from_events(STORIES, events, copies=find_copies(STORIES))
    assert together(ready) == {
        frozenset({"quake-1", "bank-2"}),
        frozenset({"quake-2"}),
        frozenset({"bank-1"}),
    }
    assert ready.problems == ()


def test_what_is_not_named_is_alone_and_said():
    ready = groups_from_events(STORIES, {"quake-1": "x", "gone": "x"}, source="events.tsv")
    assert len(ready.groups) == 4
    assert [str(problem) for problem in ready.problems] == [
        "events.tsv: article 'bank-1' is not named; it is a group of its own.",
        "events.tsv: article 'bank-2' is not named; it is a group of its own.",
        "events.tsv: article 'quake-2' is not named; it is a group of its own.",
        "events.tsv: no article 'gone' was read; the line is left out.",
    ]
    assert not any(problem.fatal for problem in ready.problems)


def test_a_list_for_many_more_articles_is_said_in_few_lines():
    events = {f"gone-{number:04}": "x" for number in range(1_300)}
    ready = groups_from_events(STORIES, {**events, "quake-1": "x"}, source="events.tsv")
    said = [problem.message for problem in ready.problems]
    assert len(said) == 9
    assert said[-2:] == [
        "no article 'gone-0004' was read; the line is left out.",
        "1,295 more lines name articles that were not read; they are left out.",
    ]
