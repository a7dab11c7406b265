"""Numbers in a text of no known language."""

from reconcile.languages.neutral.numerals import find_numbers, topic_of


def test_only_numbers_with_a_unit_that_every_language_has_are_found():
    text = "Ceny wzrosły o 6,4%, do 120 km i 500 EUR, 12 osób, $1.5M."
    mentions = find_numbers(text, text.lower(), taken=())
    assert [(m.kind, text[m.start : m.end]) for m in mentions] == [
        ("percent", "6,4%"),
        ("measure", "120 km"),
        ("money", "500 EUR"),
        ("money", "$1.5M"),
    ]
    assert {topic_of(text.lower(), m, clause=(0, len(text))) for m in mentions} == {None}


def test_a_blank_between_groups_leaves_the_number_unsaid():
    text = "Budżet: 15 000 EUR."
    assert find_numbers(text, text.lower(), taken=()) == ()
