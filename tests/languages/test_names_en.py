"""English names: what is one, of what kind, and who is meant."""

import pytest

from languages.namings import kinds_in, names_in, read, roles_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Actress Lindsay Dohan left on Monday.", {"Lindsay Dohan": "person"}),
        ("Mr. Okafor spoke in March.", {"Okafor": "person"}),
        ("They met in New York City.", {"New York City": "place"}),
        ("The quake struck Qeshm island.", {"Qeshm island": "place"}),
        ("It fell on the tourist Island of Qeshm.", {"Island of Qeshm": "place"}),
        ("A shop burned down in Millham.", {"Millham": "place"}),
        ("The bank stands at Woodburg, Oregon.", {"Woodburg": "place", "Oregon": "place"}),
        ("Actress Esther Willis Dies at 91", {"Esther Willis": "person"}),
        ("Three Wounded in Shooting at a Mall", {}),
        ("The Ministry of Finance agreed.", {"Ministry of Finance": "organisation"}),
        ("Harvest Diamond Corp. lost money.", {"Harvest Diamond Corp": "organisation"}),
        ("Harry Winfield's boutique was raided.", {"Harry Winfield": "organisation"}),
        ("The Lisbon Treaty was signed.", {"Lisbon Treaty": "agreement"}),
        ("They cited Resolution 1701 again.", {"Resolution 1701": "document"}),
        ("Thieves in drag struck again.", {}),
        ("France Telefon said so.", {}),
        ("W. Mark Tellon died.", {"W. Mark Tellon": "person"}),
        ("HP Snaps Up Data Center Consulting Firm", {"HP": "organisation"}),
        ("Shares of Apple fell.", {"Apple": "organisation"}),
        ("The World Trade Centre burned.", {"World Trade Centre": "organisation"}),
        ("She went to Elm Lake Medical Center.", {"Elm Lake Medical Center": "organisation"}),
        ("The Denver Broncos lost.", {"Denver Broncos": "organisation"}),
        ("Amy Bishop, a professor, was charged.", {"Amy Bishop": "person"}),
        ("The plant in Aldham, S.C., closed.", {"Aldham": "place", "S.C.": "place"}),
        ("It fell 50 km south of Veldara.", {"Veldara": "place"}),
        ("They reached the town of Olmera.", {"Olmera": "place"}),
        ("The ship lay off Somalia near Orvel.", {"Somalia": "place", "Orvel": "place"}),
        ("Police said nothing on Friday.", {}),
        ("STOCKS FALL AS TRADERS FLEE", {}),
    ],
)
def test_names_are_found_with_their_kind(text, expected):
    assert kinds_in(text, language="en") == expected


def test_a_surname_alone_means_the_full_name_of_the_article():
    text = "Mark Teller signed on Monday. Teller smiled."
    assert names_in(text, language="en", kind="person") == ["Mark Teller", "Mark Teller"]


def test_titles_stand_before_a_name_and_after_it():
    text = "President Ana Diaz met Red Sox owner John Henry and Ali Khan, a spokesman for Iran."
    assert roles_in(text, language="en") == {
        "Ana Diaz": ["President"],
        "John Henry": ["Red Sox owner"],
        "Ali Khan": ["spokesman for Iran"],
    }


@pytest.mark.parametrize(("one", "other"), [("U.S. troops left.", "United States troops left.")])
def test_two_spellings_of_one_place_have_one_key(one, other):
    (left,), (right,) = (read(text, language="en")[1] for text in (one, other))
    assert left.key == right.key


def test_members_of_a_panel_are_a_set():
    text = (
        "The panel includes France, Germany and Spain. A panel consisting of Italy and Malta met."
    )
    _, _, (_, found), _ = read(text, language="en")
    assert (found.body, found.members, found.is_open) == ("Panel", ("Italy", "Malta"), False)
