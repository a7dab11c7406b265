"""One small change of the words of a claim, such that the new words can be true."""

import re

# Which kinds of claims a change is made to.
CHANGES = {
    "date": ("date",),
    "number": ("count", "percent", "measure", "duration"),
    "amount": ("money",),
    "age": ("age",),
    "name": ("person",),
    "spelling": ("person",),
}
GIVEN = (
    "Hùng",
    "Dũng",
    "Nam",
    "Sơn",
    "Hà",
    "Linh",
    "Thảo",
    "Tuấn",
    "Long",
    "Phúc",
    "Khánh",
    "Trang",
)
FAMILY = ("Miller", "Carter", "Bennett", "Hughes", "Palmer", "Fletcher", "Morris", "Sanders")
LONGEST_SYLLABLE = 6  # of Vietnamese: nghiêng has seven letters and is in no name
LAST_DAY = 28  # that every month has
RANGE = re.compile(r"\d\s*(?:[-–—]|đến|to|and)\s*(?:ngày\s*)?\d")
WEEKDAY = re.compile(r"\bthứ|chủ nhật|day\b", re.IGNORECASE)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
SMALL = re.compile(r"(?<![\d:.,])\d{1,2}(?![\d:h])")


def change(quote, *, kind, chance):
    """The words with one thing changed, or None when no change is sure to be a valid one."""
    changers = {"date": _other_day, "name": _other_name, "spelling": _other_spelling}
    new = changers.get(kind, _other_digit)(quote, chance)
    return None if new == quote else new


def _other_day(quote, chance):
    if WEEKDAY.search(quote):
        return None
    found = SMALL.search(quote)
    if found is None:
        found = YEAR.search(quote)
        if found is None:
            return None
        new = int(found.group()) + chance.choice((-3, -2, -1, 1, 2, 3))
        return quote[: found.start()] + str(new) + quote[found.end() :]
    old = int(found.group())
    is_month = bool(re.search(r"tháng\s*$", quote[: found.start()]))
    last = 12 if is_month else LAST_DAY
    if RANGE.search(quote):
        last = old - 1  # a range begins before it ends
    others = [number for number in range(1, last + 1) if number != old]
    if not others:
        return None
    return quote[: found.start()] + str(chance.choice(others)) + quote[found.end() :]


def _other_digit(quote, chance):
    if RANGE.search(quote) or re.search(r"\d/\d", quote):
        return None
    places = [found.start() for found in re.finditer(r"[0-9]", quote)]
    if not places:
        return None
    place = chance.choice(places)
    digit = chance.choice([digit for digit in "123456789" if digit != quote[place]])
    return quote[:place] + digit + quote[place + 1 :]


def _is_vietnamese(name):
    return any(ord(letter) > 127 for letter in name)


def _other_name(quote, chance):
    *rest, last = quote.split(" ")
    names = GIVEN if _is_vietnamese(quote) else FAMILY
    return " ".join([*rest, chance.choice([name for name in names if name != last])])


def _other_spelling(quote, chance):
    """One vowel of a foreign name, for in a Vietnamese one it makes another name."""
    words = quote.split(" ")
    long = [number for number, word in enumerate(words) if len(word) > LONGEST_SYLLABLE]
    if _is_vietnamese(quote) or not long:
        return None
    word = words[chance.choice(long)]
    places = [found.start() for found in re.finditer("[aeiou]", word)]
    if not places:
        return None
    place = chance.choice(places)
    vowel = chance.choice([vowel for vowel in "aeiou" if vowel != word[place]])
    return quote.replace(word, word[:place] + vowel + word[place + 1 :], 1)
