"""Large collections with known copies, recombined from the sentences of a few articles.

Every article is about as long as a news article (450 words). Three in ten are copies of an earlier
one with words changed here and there and perhaps the first or last sentences cut; one in fifty
holds an earlier one whole in the middle of new text. The same seed gives the same collection.
"""

import json
import random
import re
from dataclasses import dataclass
from pathlib import Path

SENTENCES = 12_000  # distinct sentences when they are invented
WORDS = 450
EDITED, PASTED = 0.3, 0.02
ONSETS = "b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x"
RIMES = "a à ả ang anh ạo âm ất ăn ề ế iên iểu inh ị o ỏ ông ốc ơi ợp u úng ưa ường ửi"


@dataclass
class Collection:
    texts: list[str]
    edited: list[tuple[int, int]]  # positions of an article and of its edited copy
    pasted: list[tuple[int, int]]  # positions of an article and of the longer one that holds it


def read_sentences(path: Path) -> list[str]:
    """The sentences of articles in a file of JSON lines with a field `text`."""
    with path.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    sentences = [s.strip() for text in texts for s in re.split(r"(?<=[.!?])\s+|\n+", text)]
    return [sentence for sentence in sentences if 8 <= len(sentence.split()) <= 60]


def invent_sentences(chance: random.Random) -> list[str]:
    """Sentences of syllables that look Vietnamese, as frequent as Zipf says."""
    words = [onset + rime for onset in ONSETS.split() for rime in RIMES.split()]
    chance.shuffle(words)
    weights = [1 / (rank + 3) for rank in range(len(words))]
    sentences = []
    for _ in range(SENTENCES):
        chosen = chance.choices(words, weights, k=chance.randint(12, 34))
        sentences.append(" ".join(chosen).capitalize() + ".")
    return sentences


def recombine(sentences: list[str], *, articles: int, seed: int = 1) -> Collection:
    chance = random.Random(seed)
    vocabulary = sorted({word for sentence in sentences[:2000] for word in sentence.split()})
    parts: list[list[str]] = []
    collection = Collection([], [], [])
    for position in range(articles):
        kind = chance.random() if position else 1.0
        source = chance.randrange(position) if position else 0
        if kind < EDITED:
            part = _edited(parts[source], vocabulary, chance)
            collection.edited.append((source, position))
        else:
            part = _fresh(sentences, chance)
            if kind < EDITED + PASTED:
                at = chance.randrange(len(part))
                part = part[:at] + parts[source] + part[at:] + _fresh(sentences, chance)
                collection.pasted.append((source, position))
        parts.append(part if len(part) < 80 else part[:40])
        collection.texts.append(" ".join(part))
    return collection


def _fresh(sentences: list[str], chance: random.Random) -> list[str]:
    part, words = [], 0
    while words < WORDS - 10:
        part.append(chance.choice(sentences))
        words += part[-1].count(" ") + 1
    return part


def _edited(part: list[str], vocabulary: list[str], chance: random.Random) -> list[str]:
    share = chance.uniform(0.005, 0.08)
    cut = chance.randrange(3)
    kept = part[cut:] if chance.random() < 0.5 else part[: len(part) - cut]
    edited = []
    for sentence in kept:
        words = sentence.split(" ")
        for place in range(len(words)):
            if chance.random() < share:
                words[place] = chance.choice(vocabulary)
        edited.append(" ".join(words))
    return edited
