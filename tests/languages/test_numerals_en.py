"""Numbers in English sentences."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.languages.en.numerals import find_numbers, topic_of
from reconcile.values import Quantity, Score

UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = [
    "",
    "",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
]


def found(text, *, taken=()):
    """Every number as (kind, words)."""
    return [(m.kind, text[m.start : m.end]) for m in find_numbers(text, text.lower(), taken=taken)]


def only(text):
    (mention,) = find_numbers(text, text.lower(), taken=())
    return mention


def below_thousand(number, *, joint):
    hundreds, rest = divmod(number, 100)
    words = [f"{UNITS[hundreds]} hundred"] if hundreds else []
    if rest:
        small = UNITS[rest] if rest < 20 else TENS[rest // 10]
        if rest >= 20 and rest % 10:
            small += f"-{UNITS[rest % 10]}"
        words.append(small)
    return joint.join(words)


def in_words(number, *, joint):
    """A number below a million million in English words."""
    parts = []
    for scale, word in ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (1, "")):
        group, number = divmod(number, scale)
        if group:
            parts.append(f"{below_thousand(group, joint=joint)} {word}".strip())
    return " ".join(parts)


@given(
    st.integers(min_value=2, max_value=10**12 - 1).filter(lambda n: n % 1000),
    st.sampled_from([" ", " and "]),
)
def test_numbers_in_words_read_back(number, joint):
    assert only(f"There were {in_words(number, joint=joint)} people.").value == Quantity.exactly(
        number
    )


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("three people", 3, 3),
        ("at least 10 people", 10, None),
        ("70,000 people", 70_000, 70_000),
        ("nearly 200 people", 180, 200),
        ("up to 50 people", None, 50),
        ("three or four robbers", 3, 4),
        ("12 to 15 soldiers", 12, 15),
        ("four armed robbers", 4, 4),
        ("three earthquakes", 3, 3),
        ("half a million people", 500_000, 500_000),
        ("a quarter of a million people", 250_000, 250_000),
        ("a hundred and fifty people", 150, 150),
        ("a hundred thousand people", 99_500, 100_499),
        ("two and a half million people", 2_375_000, 2_625_000),
        ("a dozen people", 12, 12),
        ("two dozen people", 24, 24),
        ("two dozen five-star hotels", 24, 24),
        ("several dozen people", 24, 108),
        ("a few hundred people", 200, 900),
        ("tens of thousands of people", 10_000, 100_000),
    ],
)
def test_a_count_is_an_interval_and_quotes_hedge_number_and_noun(phrase, low, high):
    mention = only(f"We saw {phrase} there.")
    assert (mention.start, mention.end) == (7, 7 + len(phrase))
    bounds = [None if bound is None else Decimal(bound) for bound in (low, high)]
    assert [mention.value.low, mention.value.high] == bounds


@pytest.mark.parametrize(
    ("phrase", "kind", "number", "unit"),
    [
        ("6.1-magnitude", "measure", "6.1", "richter"),
        ("a 6.1 earthquake", "measure", "6.1", "richter"),
        ("12 miles", "measure", "12", "mile"),
        ("10 percent", "percent", "10", "%"),
        ("$22", "money", "22", "USD"),
        ("85 euros", "money", "85", "EUR"),
        ("$5 a share", "money", "5", "USD/share"),
        ("85-year-old", "age", "85", "year"),
        ("eight-year", "duration", "8", "year"),
        ("two and a half years", "duration", "2.5", "year"),
        ("10 hours", "duration", "10", "hour"),
    ],
)
def test_a_number_with_its_unit(phrase, kind, number, unit):
    mention = only(f"It was {phrase}.")
    assert (mention.kind, mention.value) == (kind, Quantity.exactly(Decimal(number), unit=unit))


@pytest.mark.parametrize(
    ("phrase", "number"),
    [("$1.5 million", 1_500_000), ("$184M", 184_000_000), ("85 million euros", 85_000_000)],
)
def test_a_scale_makes_the_number_a_rounded_one(phrase, number):
    value = only(f"It cost {phrase}.").value
    assert value.low < number < value.high


@pytest.mark.parametrize(
    "phrase", ["aged 85", "at the age of 85", "at age 85", "Ann Lee, 85, said", "85 years old"]
)
def test_an_age(phrase):
    mention = only(f"She died {phrase}.")
    assert (mention.kind, mention.value) == ("age", Quantity.exactly(85, unit="year"))


def test_places_in_an_order_and_scores():
    assert found("They won 3-0 in the third round and finished fifth.") == [
        ("count", "3-0"),
        ("ordinal", "third round"),
        ("ordinal", "fifth"),
    ]
    assert only("They won 3-0.").value == Score(first=3, second=0)


def test_shares_are_per_cent():
    assert found("Two-thirds of voters and a third of them; half of all.") == [
        ("percent", "Two-thirds"),
        ("percent", "a third"),
        ("percent", "half"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The iPhone 5 sold well.",
        "He runs Windows 8 on it.",
        "See chapter 3 for more.",
        "Take flight 370 from gate 12.",
        "She is one of the best.",
        "The rule A7 applies to SU-30 jets.",
        "Call 555-123-4567 now.",
        "In 2013 prices rose.",
        "He saw a year of change.",
    ],
)
def test_what_is_no_number_of_anything_is_left_alone(sentence):
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The quake killed at least 10 people.", "dead"),
        ("Ten people were killed.", "dead"),
        ("At least 50 injured.", "injured"),
        ("The death toll rose to 10.", "dead"),
        ("Police arrested 12 suspects.", "arrested"),
        ("A gang of four thieves.", "robbers"),
        ("He got 10 years in prison.", "sentence"),
    ],
)
def test_a_number_is_of_what_the_clause_says(sentence, expected):
    mention = only(sentence)
    assert topic_of(sentence.lower(), mention, clause=(0, len(sentence))) == expected


@given(st.text(max_size=200))
def test_any_text_is_read_without_failing(text):
    folded = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    for mention in find_numbers(text, folded, taken=()):
        assert text[mention.start : mention.end].strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He took the first set 6-4 and lost the second set 3-6.", [1, 2]),
        ("She won set three 25-19 after she led 20-12.", [3, None]),
        ("She dropped the opening set. She won the match 11-9.", [None]),
    ],
)
def test_a_score_is_the_result_of_a_set_only_where_the_text_says_so(text, expected):
    folded = text.lower()
    scores = [m for m in find_numbers(text, folded, taken=()) if isinstance(m.value, Score)]
    assert [topic_of(folded, m, clause=(0, len(text))) for m in scores] == [
        "score" if number is None else f"result of set {number}" for number in expected
    ]
