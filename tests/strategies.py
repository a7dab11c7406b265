"""The one home of generated data; what users may also need stands in `reconcile.testing`."""

import datetime as dt
import unicodedata
from decimal import Decimal

from hypothesis import strategies as st

from reconcile.values import GRANULARITIES, Clock, Members, Name, Period, Quantity, Saying, Score

# Characters that have broken programs like this one: composition across three scripts, marks with
# and without a base, what is wider than it looks, what cannot be encoded, what nobody sees.
_TRICKY = (
    "\u1100\u1161\u11a8\uac00\u0915\u093c\u0958\u09c7\u09be\u0b47\u0b3e"
    "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323\u0344\u0338\u212b\u2126\u212a\u0958"
    "aàảãáạeèoòơờuùưừyỳiíđĐqQgGnNhHcCtTzZ İıßΣςﬁ"
    "\U0001f600\U00010400\U0001d15e\U0002f800\ud800\udfff\x00"
    "\r\n\t\x0b\x85\u2028\u00a0\u2009\u3000\u200b\u00ad\ufeff\u2011"
    "\"'`“”‘’«»().,;:!?…%$£-–/0123456789"
)
_WORDS = (
    "hoà thuỷ mơí quý Noé ngoẻo hoàn Bộ trưởng Nguyễn Văn An gặp ông Smith said it 's n't U . S . "
    "D.C . `` '' ( ) $ 5 6 . 1 - 70 , 000 12/11/2025 1,5 tỷ ba ngày lần thứ 8 3 người chết 45 tuổi "
    "Mr. TP. Mỹ, Hoa Kỳ: “ ” ... ! ?"
)

characters = st.one_of(st.sampled_from(_TRICKY), st.characters())
words = st.sampled_from(_WORDS.split())


def _in_some_form(text: str, form: str) -> str:
    return unicodedata.normalize(form, text) if form else text


any_text = st.one_of(
    st.text(characters, max_size=60),
    st.builds(
        _in_some_form,
        st.builds(
            "".join,
            st.lists(st.one_of(words, words.map(" {} ".format), characters), max_size=40),
        ),
        st.sampled_from(["", "NFC", "NFD"]),
    ),
)
"""Text of every sort: random code points, words of news with a break anywhere, both forms."""

numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**6), max_value=10**12)
_few_numbers = st.integers(-3, 3).map(Decimal)  # so that bounds meet often


@st.composite
def quantities(draw: st.DrawFn, *, unit: str | None = None) -> Quantity:
    bound = st.one_of(_few_numbers, numbers)
    low, high = sorted((draw(bound), draw(bound)))
    shape = draw(st.sampled_from(["interval", "point", "from", "to", "any"]))
    return Quantity(
        low=None if shape in ("to", "any") else low,
        high={"point": low, "interval": high, "to": high}.get(shape),
        unit=draw(st.sampled_from(["", "người", "VND"])) if unit is None else unit,
        stated=draw(st.none() | st.sampled_from(["hơn 500", "1,2 tỷ"])),
    )


_days = st.one_of(
    st.dates(),
    st.dates(dt.date(2023, 12, 20), dt.date(2024, 3, 5)),
    st.sampled_from(
        [dt.date(2023, 2, 28), dt.date(2024, 2, 29), dt.date(2024, 3, 1), dt.date(1900, 2, 28)]
    ),
)
_days_of_any_year = st.one_of(
    st.dates(dt.date(4, 1, 1), dt.date(4, 12, 31)),
    st.sampled_from([dt.date(4, 2, 28), dt.date(4, 2, 29), dt.date(4, 3, 1), dt.date(4, 12, 31)]),
)
_lengths = st.one_of(st.integers(0, 3), st.integers(0, 120))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    yearless = draw(st.booleans())
    first = draw(_days_of_any_year if yearless else _days)
    latest = dt.date(5, 2, 28) if yearless else dt.date.max
    last = min(first + dt.timedelta(min(draw(_lengths), (dt.date.max - first).days)), latest)
    extent = draw(st.booleans())
    if draw(st.booleans()):
        return Period.of_days(
            first,
            last,
            granularity=draw(st.sampled_from(GRANULARITIES)),
            extent=extent,
            yearless=yearless,
            inferred=draw(st.booleans()),
        )
    hours = sorted((draw(st.times()), draw(st.times())))
    return Period(
        first=dt.datetime.combine(first, hours[0]),
        last=dt.datetime.combine(first, hours[1]),
        granularity="part of day",
        extent=extent,
        yearless=yearless,
    )


clocks = st.tuples(st.integers(0, 1439), st.integers(0, 1439)).map(
    lambda ends: Clock(low=min(ends), high=max(ends))
)
_name_words = st.sampled_from(["An", "Bình", "Văn", "Nguyễn", "Smith"])
names = st.lists(_name_words, min_size=1, max_size=4).map(lambda found: Name.of(" ".join(found)))
members = st.builds(
    lambda found, is_open: Members(
        names=frozenset(n.casefold() for n in found), texts=tuple(found), is_open=is_open
    ),
    st.lists(_name_words, max_size=4),
    st.booleans(),
)
sayings = st.builds(
    Saying,
    words=st.lists(st.sampled_from(["hai", "bên", "ký", "ký kết", ""]), max_size=4).map(tuple),
    text=st.just("hai bên ký"),
    negated=st.booleans(),
    speaker=st.none() | st.just("An"),
)
scores = st.builds(Score, first=st.integers(0, 3), second=st.integers(0, 3))

VALUES = {
    "quantities": quantities(),
    "periods": periods(),
    "clocks": clocks,
    "names": names,
    "members": members,
    "sayings": sayings,
    "scores": scores,
}
values = st.one_of(*VALUES.values())
