"""What is fuzzed: each target takes any bytes and raises only when the program is wrong."""

import gzip
import io
import json
import random
import tempfile
import zlib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pyarrow as pa
import zstandard
from attrs import frozen
from pyarrow import parquet

from reading.samples import ATOM, BODY, ENGLISH, PAGE, RSS, archived
from reconcile import (
    Article,
    extract_claims,
    iter_articles,
    read_articles,
    reconcile_articles,
    render,
)
from reconcile.model import Problem
from reconcile.reading import find_boilerplate
from reconcile.reading.moments import NoMoment, parse_moment
from reconcile.rendering import FORMATS
from reconcile.text import normalise, view_article

_ROOT = Path(__file__).parents[2]
_FEW = 40  # articles that one input may be split into
_MARK = "\n\n\n"  # between two articles of one input

Mutate = Callable[[bytes, int, int], bytes]


@frozen
class Target:
    """Something that must stand any bytes.

    Args:
        run: Tries it; raises when the program is wrong.
        seeds: Good input to begin with.
        unpack, pack: How the bytes that are worth changing lie inside the input.
    """

    run: Callable[[bytes], None]
    seeds: Callable[[], list[bytes]]
    unpack: Callable[[bytes], bytes] = bytes
    pack: Callable[[bytes], bytes] = bytes

    def mutated(self, data: bytes, most: int, seed: int, *, mutate: Mutate) -> bytes:
        """The input with something inside it changed by `mutate`."""
        try:
            inner = self.unpack(data)
        except (OSError, EOFError, MemoryError, zlib.error, zstandard.ZstdError):
            inner = None
        chance = random.Random(seed)
        if inner is None or (self.pack is not bytes and chance.random() < 0.2):
            return mutate(data, most, seed)
        if inner and chance.random() < 0.1:  # what grows faster than its input shows up here
            start = chance.randrange(len(inner))
            piece = inner[start : start + chance.randint(1, 60)]
            inner = (inner[:start] + piece * (most // len(piece)))[:most]
        else:
            inner = mutate(inner, most, seed)
        return self.pack(inner)[:most]


def check_articles(items: Sequence[Article | Problem]) -> None:
    """What holds of whatever was read."""
    for item in items:
        if isinstance(item, Problem):
            assert item.message
            assert not set(str(item)) & set("\n\r\x1b"), str(item)
            continue
        assert item.id
        assert item.text.strip()
        assert all(b.span.end <= len(item.text) for b in item.boilerplate)
        if item.published is not None:
            item.published.isoformat()


def _reader(ending: str) -> Callable[[bytes], None]:
    """Reads the bytes as a file whose name ends so."""

    def run(data: bytes) -> None:
        path = _folder() / f"a{ending}"
        path.write_bytes(data)
        items = list(iter_articles([path]))
        assert items, "neither an article nor a problem"
        check_articles(items)

    return run


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="reconcile-fuzz-"))


def _stdin(data: bytes) -> None:
    result = read_articles(["-"], stdin=io.BytesIO(data))
    assert result.articles or result.problems
    check_articles([*result.articles, *result.problems])


def _text_of(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _texts(data: bytes) -> None:
    text = _text_of(data)
    settled = normalise(text)
    assert normalise(settled.text).text == settled.text
    assert settled.to_source(0, len(settled.text))[1] <= len(text)
    view = view_article(Article(id="a", text=text, language="vi"))
    assert all(s.start < s.end <= len(view.text) for s in view.sentences)
    for language in ("vi", "en", None):
        find_boilerplate(text, language)


def _claims(language: str) -> Callable[[bytes], None]:
    """Extracts from the bytes as a text, by every extractor; each claim's provenance is checked."""

    def run(data: bytes) -> None:
        text = _text_of(data)
        blocks = find_boilerplate(text, language)
        extract_claims(Article(id="a", text=text, language=language, boilerplate=blocks))

    return run


def _moments(data: bytes) -> None:
    for day_first in (True, False, None):
        try:
            moment = parse_moment(_text_of(data), day_first=day_first)
        except NoMoment:
            continue
        moment.isoformat()


def _reports(data: bytes) -> None:
    """The whole way, from texts to every format."""
    texts = [text for text in _text_of(data).split(_MARK)[:_FEW] if text.strip()]
    articles = [
        Article(id=f"a{n}", text=text, title=text[:50], publisher=text[-20:], language="vi")
        for n, text in enumerate(texts)
    ]
    report = reconcile_articles(articles)
    for format_ in FORMATS:
        shown = render(report, format=format_)
        if format_ != "prov":
            assert "\x1b" not in shown, format_


def _news() -> list[bytes]:
    """Articles of the project's own."""
    files = sorted(_ROOT.glob("docs/examples/*/*.txt")) + sorted(_ROOT.glob("seeds/*.txt"))
    return [*(path.read_bytes()[:1500] for path in files), BODY.encode(), ENGLISH.encode()]


def _records() -> list[dict[str, str]]:
    return [
        {"id": "a", "text": BODY, "date": "12/11/2025", "url": "https://mau.example/1"},
        {"id": "b", "maintext": ENGLISH, "date_publish": "2025-11-12T03:00:00Z", "title": "Buses"},
    ]


def _json() -> list[bytes]:
    records = _records()
    by_id = {record["id"]: {"text": BODY} for record in records}
    nested = {"meta": {"count": 2}, "data": {"articles": records}}
    return [json.dumps(v, ensure_ascii=False).encode() for v in (records, by_id, nested)]


def _lines() -> list[bytes]:
    return ["\n".join(json.dumps(r, ensure_ascii=False) for r in _records()).encode()]


def _tables() -> list[bytes]:
    return [
        f'id;text;date\na;"{BODY}\n";12/11/2025\nb;{ENGLISH};\n'.encode(),
        f'"id","text"\n"a","hai ""bên"" {BODY}"\n'.encode(),
    ]


def _parquet() -> list[bytes]:
    raw = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(_records()), raw)
    return [raw.getvalue()]


def _warc() -> list[bytes]:
    return [archived(1, PAGE) + archived(2, PAGE)]


def _plain() -> list[bytes]:
    words = f"date 2025-11-12 {BODY}\nẢnh: CTV\nBình luận\n3 giờ trước\n{ENGLISH}"
    encodings = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1258")
    return [words.encode(encoding, "ignore") for encoding in encodings]


def _moment_seeds() -> list[bytes]:
    written = (
        "2025-11-14", "20251114", "2025-11-14T10:30:00+07:00", "2025-W46-5T10:30Z",
        "Fri, 14 Nov 2025 10:30:00 +0700", "Thứ sáu, 14/11/2025, 10:30 (GMT+7)",
        "Ngày 14 tháng 11 năm 2025", "November 14, 2025", "14 Nov 2025 10:30 PM UTC", "1763091000",
    )  # fmt: skip
    return [text.encode() for text in written]


def _pairs() -> list[bytes]:
    news = _news()
    return [(_MARK.encode()).join(news[:2]), (_MARK.encode()).join((news[0], *news[-2:]))]


def _mixed() -> list[bytes]:
    readers = [target for name, target in TARGETS.items() if name.startswith(".")]
    return [target.seeds()[0] for target in readers]


def _packed(pack: Callable[[bytes], bytes]) -> Callable[[], list[bytes]]:
    return lambda: [pack(_lines()[0])]


def _zip(data: bytes) -> bytes:
    return gzip.compress(data, compresslevel=1, mtime=0)


def _unzip_zstd(data: bytes) -> bytes:
    return zstandard.ZstdDecompressor().decompress(data, max_output_size=1 << 20)


TARGETS: dict[str, Target] = {
    ".txt": Target(_reader(".txt"), _plain),
    ".json": Target(_reader(".json"), _json),
    ".jsonl": Target(_reader(".jsonl"), _lines),
    ".csv": Target(_reader(".csv"), _tables),
    ".html": Target(_reader(".html"), lambda: [PAGE.encode()]),
    ".rss": Target(_reader(".rss"), lambda: [RSS.encode(), ATOM.encode()]),
    ".warc": Target(_reader(".warc"), _warc),
    ".parquet": Target(_reader(".parquet"), _parquet),
    ".jsonl.gz": Target(_reader(".jsonl.gz"), _packed(_zip), gzip.decompress, _zip),
    ".jsonl.zst": Target(
        _reader(".jsonl.zst"), _packed(zstandard.compress), _unzip_zstd, zstandard.compress
    ),
    "no-ending": Target(_reader(""), _mixed),
    "stdin": Target(_stdin, _lines),
    "moments": Target(_moments, _moment_seeds),
    "texts": Target(_texts, _news),
    "claims-vi": Target(_claims("vi"), _news),
    "claims-en": Target(_claims("en"), _news),
    "reports": Target(_reports, _pairs),
}
