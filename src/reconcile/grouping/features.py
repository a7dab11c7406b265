"""What an article offers as evidence: its words, word pairs, names, numbers and its lead.

Everything is arrays over all articles at once; no step loops over tokens.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from reconcile.grouping.background import Hashes, Shares, load_background
from reconcile.languages import LanguagePack
from reconcile.model import Article
from reconcile.text import normalise
from reconcile.text.scanning import mix
from reconcile.text.tokens import HAS_DIGIT, STARTS_UPPER, TokenBatch, tokenise, word_hashes

# The kinds of evidence, in the order of every array that has one entry for each.
KINDS = ("words", "pairs", "names", "lead", "numbers")
WORDS, PAIRS, NAMES, LEAD, NUMBERS = range(len(KINDS))

# Words of the text, counted from its beginning, that are its lead beside the title.
LEAD_WORDS = 50

# Numbers of one or two digits and years stand in every third article, longer ones are rare.
_COMMON_NUMBER_SHARE, _OTHER_NUMBER_SHARE = 0.3, 0.005
_YEARS = [str(year) for year in range(1900, 2100)]
# Two words side by side are likelier than chance, chiefly those that make one word of the
# language ("chính phủ"): fitted on the development half, see docs/explanation/events.md.
_PAIR_EXPONENT, _PAIR_LEAST = 0.75, 3e-4


@frozen(kw_only=True, eq=False)
class Occurrences:
    """Every feature of every article where it stands, one entry for each.

    Args:
        rows: The article's number, int64, ascending within each kind, shape (f,).
        kinds: Number of the kind in `KINDS`, uint8, shape (f,).
        hashes: Hash of the feature, uint64, shape (f,).
        shares: Share of all articles that have it, from the background, shape (f,).
        tokens: The token where it begins, in `Tokens`, int64, shape (f,).
        lengths: How many tokens it is, uint8, shape (f,).
        articles: How many articles there are.
    """

    rows: NDArray[np.int64]
    kinds: NDArray[np.uint8]
    hashes: Hashes
    shares: Shares
    tokens: NDArray[np.int64]
    lengths: NDArray[np.uint8]
    articles: int


@frozen(kw_only=True, eq=False)
class Tokens:
    """The words of titles and texts that count, article by article, the title first.

    Args:
        rows: The article's number, int64, shape (t,).
        places: Position among the words of its title or text, int64, shape (t,).
        in_title: Whether it stands in the title, bool, shape (t,).
        starts, ends: Code points of the title or of the view's text.
        words: Hash of the case-folded word, uint64, shape (t,).
        flags: As in `TokenBatch`, uint8, shape (t,).
    """

    rows: NDArray[np.int64]
    places: NDArray[np.int64]
    in_title: NDArray[np.bool_]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    words: Hashes
    flags: NDArray[np.uint8]


def settled_title(article: Article) -> str:
    """An article's title in the form that views have, empty when it has none."""
    return normalise(article.title).text if article.title else ""


def gather_tokens(titles: TokenBatch, texts: TokenBatch) -> Tokens:
    """Put the words of each article's title before those of its text."""
    rows = np.concatenate([titles.owners, texts.owners]).astype(np.int64)
    in_title = np.arange(rows.size) < titles.words.size
    places = np.concatenate([_places(titles), _places(texts)])
    order = np.argsort(rows * 2 + ~in_title, kind="stable")
    return Tokens(
        rows=rows[order],
        places=places[order],
        in_title=in_title[order],
        starts=np.concatenate([titles.starts, texts.starts]).astype(np.int64)[order],
        ends=np.concatenate([titles.ends, texts.ends]).astype(np.int64)[order],
        words=np.concatenate([titles.words, texts.words])[order],
        flags=np.concatenate([titles.flags, texts.flags])[order],
    )


def _places(batch: TokenBatch) -> NDArray[np.int64]:
    """For each word its position among the words of its own text."""
    return np.arange(batch.words.size) - batch.offsets[:-1][batch.owners]


def find_features(tokens: Tokens, packs: Sequence[LanguagePack]) -> Occurrences:
    """Every feature of every article.

    Words and word pairs leave out what carries no content (the language's stop words); names are
    capitalised words side by side and single ones inside a sentence; the lead is the words and
    word pairs of the title and of the first `LEAD_WORDS` words.

    Args:
        tokens: Of the articles, see `gather_tokens`.
        packs: The language pack of each article.
    """
    stops, shares = _word_knowledge(tokens, packs)
    capital = (tokens.flags & STARTS_UPPER) != 0
    number = (tokens.flags & HAS_DIGIT) != 0
    lead = tokens.in_title | (tokens.places < LEAD_WORDS)
    beside = np.zeros(tokens.rows.size, bool)  # the next token is one blank or mark away
    beside[:-1] = (
        (tokens.rows[:-1] == tokens.rows[1:])
        & (tokens.in_title[:-1] == tokens.in_title[1:])
        & (tokens.starts[1:] - tokens.ends[:-1] == 1)
    )
    follows = np.r_[False, beside[:-1]]
    following = np.r_[tokens.words[1:], tokens.words[:1]]
    pair_keys = mix(tokens.words * np.uint64(3) + mix(following))
    next_shares = np.r_[shares[1:], shares[:1]]
    pair_shares = np.maximum((shares * next_shares) ** _PAIR_EXPONENT, _PAIR_LEAST)

    next_capital = np.r_[capital[1:], False] & beside
    is_pair = beside & ~(stops & np.r_[stops[1:], False])
    is_name_pair = is_pair & capital & next_capital
    is_name = capital & ~number & ~stops & ~next_capital & follows & ~tokens.in_title
    content = ~stops
    chosen = [
        (WORDS, content & ~number, False),
        (PAIRS, is_pair, True),
        (NAMES, is_name, False),
        (NAMES, is_name_pair, True),
        (LEAD, content & lead, False),
        (LEAD, is_pair & lead, True),
        (NUMBERS, content & number, False),
    ]
    at = [np.flatnonzero(mask) for _, mask, _ in chosen]
    kinds = np.repeat([kind for kind, _, _ in chosen], [len(part) for part in at])
    paired = np.repeat([pair for _, _, pair in chosen], [len(part) for part in at])
    where = np.concatenate(at)
    hashes = np.where(paired, pair_keys[where], tokens.words[where])
    return Occurrences(
        rows=tokens.rows[where],
        kinds=kinds.astype(np.uint8),
        hashes=mix(hashes),
        shares=np.where(paired, pair_shares[where], shares[where]),
        tokens=where,
        lengths=np.where(paired, 2, 1).astype(np.uint8),
        articles=len(packs),
    )


def _word_knowledge(
    tokens: Tokens, packs: Sequence[LanguagePack]
) -> tuple[NDArray[np.bool_], Shares]:
    """For each token whether it carries no content, and the share of articles that have it."""
    by_code = {pack.code: pack for pack in packs}
    codes = sorted(by_code)
    code_of_article = np.array([codes.index(pack.code) for pack in packs], np.int64)
    code_of_token = code_of_article[tokens.rows] if packs else tokens.rows
    stops = np.zeros(tokens.rows.size, bool)
    shares = np.empty(tokens.rows.size)
    for number, code in enumerate(codes):
        mine = np.flatnonzero(code_of_token == number)
        stops[mine] = np.isin(tokens.words[mine], _stop_words(by_code[code]))
        shares[mine] = load_background(code).share_of(tokens.words[mine])
    number_at = (tokens.flags & HAS_DIGIT) != 0
    common = (tokens.ends - tokens.starts <= 2) | np.isin(tokens.words, word_hashes(_YEARS))
    shares[number_at] = np.where(common[number_at], _COMMON_NUMBER_SHARE, _OTHER_NUMBER_SHARE)
    return stops, shares


@cache
def _stop_words(pack: LanguagePack) -> Hashes:
    """The hashes of a language's stop words; what is not one word is no token either."""
    batch = tokenise(sorted(pack.stop_words))
    words: Hashes = batch.words[np.repeat(batch.counts == 1, batch.counts)]
    return words
