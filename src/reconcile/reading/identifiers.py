"""Ids: an article's own, made unique from its content when two share one."""

import hashlib

from attrs import field, frozen


@frozen
class Identifiers:
    """The ids given so far; the only thing that grows while articles are read."""

    _places: dict[str, str] = field(factory=dict)
    _numbers: dict[str, int] = field(factory=dict)  # the last one behind an id with a suffix

    def give(self, wanted: str, *, text: str, place: str) -> str:
        """An id that no article has, `wanted` itself if it is free.

        Args:
            wanted: The id that the record or the file's name asks for.
            text: The article's text, from which a suffix is made.
            place: Where the article stands, for `holder`.
        """
        given = wanted
        if given in self._places:
            digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
            suffixed = given = f"{wanted}-{digest[:8]}"
            while given in self._places:
                number = self._numbers[suffixed] = self._numbers.get(suffixed, 1) + 1
                given = f"{suffixed}-{number}"
        self._places[given] = place
        return given

    def holder(self, identifier: str) -> str:
        """Where the article with an id stands."""
        return self._places[identifier]
