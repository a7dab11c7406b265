"""Text that was decoded wrongly before it came here: said, never mended."""

import re
from itertools import islice

# UTF-8 read as windows-1252: the first bytes of Vietnamese letters and of curly quotation marks,
# as they look then.
_UTF_8 = re.compile("á[º»][^\\W\\d_a-zA-Z]?|Ä‘|Æ°|Ã[¡-¿ ©¨ª]|â€[œ\u009d™˜“”]")
# VNI writes a letter and its marks one after the other: "người" is "ngöôøi".
_VNI = re.compile("[öÖ][ôÔ]|[aeioôöuyAEIOÔÖUY][øØ]|[aeoAEO][âÂ][ùøûõïÙØÛÕÏ]?|[aA][êÊ][ùøûõï]?")
# TCVN3 puts Vietnamese letters where others have signs: "đường" is "®­êng", "và" is "vµ".
_TCVN3 = re.compile("(?<=[a-zA-Z])[µ¶·¸¹¨©ª«¬®]|[®«¬©ª](?=[a-z\xad])")
_CONVERTER = "convert it with UniKey's converter or the like"
# Each with what no such text is without, which is found much sooner.
_KINDS = (
    (
        ("áº", "á»", "Ä‘", "Æ°", "Ã", "â€"),
        _UTF_8,
        "UTF-8 that was read as windows-1252",
        "fetch it again, or mend it with ftfy",
    ),
    (("ø", "Ø"), _VNI, "VNI that was read as another encoding", _CONVERTER),
    (("®", "µ"), _TCVN3, "TCVN3 that was read as another encoding", _CONVERTER),
)
# As many traces, and as many different ones, as no real text has by chance.
_LEAST = 4
_LEAST_SORTS = 2
_LOOKED_AT = 100  # traces


def find_mojibake(text: str) -> str | None:
    """What is to be said about a text that was decoded wrongly; None of a good one.

    >>> find_mojibake("Hai ngöôøi bò thöông treân caàu, coâng an cho bieát")
    "the text looks like VNI that was read as another encoding ('öô' …); it is kept as it is, and
    little of it will be understood; convert it with UniKey's converter or the like"
    """
    for signs, pattern, what, cure in _KINDS:
        if not any(sign in text for sign in signs):
            continue
        traces = [match.group() for match in islice(pattern.finditer(text), _LOOKED_AT)]
        if len(traces) >= _LEAST and len(set(traces)) >= _LEAST_SORTS:
            return (
                f"the text looks like {what} ({traces[0]!r} …); it is kept as it is, and little "
                f"of it will be understood; {cure}"
            )
    return None
