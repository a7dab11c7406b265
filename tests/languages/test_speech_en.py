"""English speech: which words are somebody's own, whose, and what is denied."""

import pytest

from languages.namings import quotations_in, reported_in
from reconcile.languages.en.speech import is_negated

SAID = "We will finish this work by the end of the year"


@pytest.mark.parametrize(
    "text",
    [
        f'"{SAID}," said Maria Lopez.',
        f"“{SAID},” Maria Lopez said.",
        f'Maria Lopez said: "{SAID}."',
        f'Maria Lopez arrived late. "{SAID}," she said.',
    ],
)
def test_a_speaker_stands_before_the_words_or_after_them(text):
    [(words, speaker)] = quotations_in(text, language="en")
    assert words.rstrip(",.") == SAID
    assert speaker == "Maria Lopez"


def test_titles_of_works_are_no_quotation():
    assert (
        quotations_in('She starred in the film "The Long Way Home at Last".', language="en") == []
    )


def test_whoever_is_spoken_to_is_no_part_of_the_words():
    found = reported_in("Maria Lopez told the court that prices would fall soon.", language="en")
    assert found == [("prices would fall soon", "Maria Lopez")]


def test_where_something_is_said_is_no_part_of_the_words():
    found = reported_in("Maria Lopez said in a speech that prices would fall soon.", language="en")
    assert found == [("prices would fall soon", "Maria Lopez")]


def test_who_is_named_after_a_preposition_says_nothing():
    text = "The sister of Maria Lopez said that prices would fall soon."
    assert reported_in(text, language="en") == []


def test_reported_words_have_their_speaker():
    found = reported_in("Maria Lopez said that prices would fall soon.", language="en")
    assert found == [("prices would fall soon", "Maria Lopez")]


@pytest.mark.parametrize(
    ("sentence", "negated"),
    [
        ("the company denied the report", True),
        ("they did not sign", True),
        ("they signed", False),
        ("it is not only cheap but good", False),
    ],
)
def test_what_denies_is_told_from_what_only_looks_so(sentence, negated):
    assert is_negated(sentence) is negated
