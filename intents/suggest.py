"""Clusters of messages that nobody taught the bot: what is asked for again and again, each with a name out of its telling words.

Theory. A word tells as much as it stands here more often than in the project's own examples (the ratio, its logarithm); what everybody
says in a shop tells nothing. A message is the unit vector of its telling words: folded stems, and the concepts of the lexicon, by which
the four languages meet. Clusters are joined by average linkage: the mean similarity of all pairs of two clusters is the product of their
mean vectors, so whole clusters stand in one small matrix. Before that, messages that say the same are one, and those with too few
neighbours are set aside, as density clustering does; what is left of a flood is gathered round its densest messages (`_gather`), so the
matrix stays below `MOST_JOINED` on a side however many messages come. No chance is in it: the same messages give the same clusters.

Pure: texts in, values out. Personal data are masked before (`bot/desk/masking.py`). Neighbour: `features.py` has the words.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from intents.concepts import known_stem
from intents.features import PREFIX, tokens
from intents.folding import fold_word

Floats = NDArray[np.float32]

MOST_JOINED: Final = 2500  # a matrix of 25 MB
ALIKE: Final = 0.1  # mean similarity down to which clusters are joined
NEAR: Final = 0.2  # from here on two messages are neighbours
CLOSE: Final = 0.55  # from here on a message of a flood is gathered into another
CONCEPT: Final = 1.2  # what a concept weighs beside a word
ONCE: Final = 1.3  # what a word weighs that stands in one message alone: what is said of it sets the message apart
TELLING: Final = 1.5  # what a word weighs at least that a cluster is named by
_COMMON: Final = 0.15  # a word of more than this share of many messages makes no neighbours
_MANY: Final = 2000
_WORDS: Final = 40  # of a message


@dataclass(frozen=True, slots=True)
class Said:
    """A message nobody understood. `ref` is the caller's own."""

    text: str
    language: str
    at: datetime
    ref: int = 0


@dataclass(frozen=True, slots=True)
class Cluster:
    """Messages of one matter, the most typical first. `words` name it."""

    words: tuple[str, ...]
    members: tuple[Said, ...]

    @property
    def languages(self) -> dict[str, int]:
        """How many messages in each language, most first."""
        return dict(Counter(said.language for said in self.members).most_common())

    def typical(self, count: int = 3) -> tuple[Said, ...]:
        """Different wordings, of as many languages as there are."""
        different: dict[str, Said] = {}
        for said in self.members:
            different.setdefault(said.text.casefold(), said)
        first = {said.language: said for said in reversed(different.values())}
        chosen = sorted(first.values(), key=list(different.values()).index)[:count]
        return tuple(chosen + [said for said in different.values() if said not in chosen][: count - len(chosen)])

    def trend(self, middle: datetime) -> tuple[int, int]:
        """(before, since) a moment."""
        since = sum(said.at >= middle for said in self.members)
        return len(self.members) - since, since


def features(text: str) -> dict[str, str]:
    """Telling things of a text -> the word they stand in. Concepts begin with "=", stems do not."""
    found: dict[str, str] = {}
    for word in tokens(text)[:_WORDS]:
        for feature in _features_of(word):
            found.setdefault(feature, word)
    return found


@lru_cache(maxsize=32768)
def _features_of(word: str) -> tuple[str, ...]:
    folded = fold_word(word)
    if len(folded) < 2 or not folded[0].isalpha():
        return ()
    known = known_stem(folded)  # without its guesses at typing mistakes: of a new matter's words they make old ones
    return (folded[:PREFIX], f"={known[1]}") if known else (folded[:PREFIX],)


class Ordinary:
    """How often each feature stands in texts that are understood."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = 0
        self.counts: Counter[str] = Counter()
        for text in texts:
            self.texts += 1
            self.counts.update(features(text).keys())


def clusters(said: Sequence[Said], ordinary: Ordinary, *, least: int = 3) -> list[Cluster]:
    """Groups of at least `least` messages, the largest first. 20,000 messages take some seconds."""
    groups = _same(said)
    if not groups:
        return []
    space = _Space([features(group[0].text) for group in groups], [len(group) for group in groups], ordinary)
    found: list[Cluster] = []
    for members in _join(space, _gather(space, least), least):
        centre = space.mean(members)
        ranked = sorted(members, key=lambda each: (-float(space.similarity(each, centre)), each))
        whole = tuple(one for each in ranked for one in groups[each])
        found.append(Cluster(space.name(members), whole))
    return sorted(found, key=lambda cluster: (-len(cluster.members), cluster.words))


def _same(said: Sequence[Said]) -> list[list[Said]]:
    """Messages of the same features together; without any they are left out."""
    groups: dict[frozenset[str], list[Said]] = defaultdict(list)
    for one in said:
        if telling := frozenset(features(one.text)):
            groups[telling].append(one)
    return list(groups.values())


class _Space:
    """The messages as sparse unit vectors: rows of (feature, weight), and for each feature the messages it stands in."""

    def __init__(self, texts: Sequence[dict[str, str]], sizes: Sequence[int], ordinary: Ordinary) -> None:
        self.sizes = np.array(sizes, dtype=np.float32)
        self.texts = texts
        count: Counter[str] = Counter()
        for text, size in zip(texts, sizes, strict=True):
            count.update(dict.fromkeys(text, size))
        self.number = {feature: at for at, feature in enumerate(sorted(count))}
        whole = float(self.sizes.sum())
        self.weight = {feature: _telling(feature, seen, whole, ordinary) for feature, seen in count.items()}
        weights = np.array([self.weight[feature] for feature in sorted(count)], dtype=np.float32)
        self.rows: list[tuple[NDArray[np.intp], Floats]] = []
        for text in texts:
            ids = np.array(sorted(self.number[feature] for feature in text), dtype=np.intp)
            values: Floats = weights[ids]
            self.rows.append((ids, values / max(math.sqrt(float(values @ values)), 1e-9)))
        owners = np.repeat(np.arange(len(texts)), [len(ids) for ids, _ in self.rows])
        every = np.concatenate([ids for ids, _ in self.rows])
        order = np.argsort(every, kind="stable")
        edges = np.searchsorted(every[order], np.arange(1, len(self.number)))
        # By feature: which messages it stands in, and how much it weighs in each.
        self.stands = np.split(owners[order], edges)
        self.values = np.split(np.concatenate([values for _, values in self.rows])[order], edges)
        self.most = max(200, int(_COMMON * len(texts))) if len(texts) > _MANY else len(texts)

    def neighbours(self, at: int) -> tuple[NDArray[np.intp], Floats]:
        """Messages that are near one, itself among them, with their similarity."""
        alike: Floats = np.zeros(len(self.rows), dtype=np.float32)
        alike[at] = 1.0
        for feature, value in zip(*(part.tolist() for part in self.rows[at]), strict=True):
            places = self.stands[feature]
            if len(places) <= self.most:
                alike[places] += self.values[feature] * value  # no message stands twice among them
        near = np.flatnonzero(alike >= NEAR)
        return near, alike[near]

    def mean(self, members: Sequence[int]) -> Floats:
        """The mean vector, each message as often as it was said."""
        total: Floats = np.zeros(len(self.number), dtype=np.float32)
        for at in members:
            ids, values = self.rows[at]
            total[ids] += values * self.sizes[at]
        total /= self.sizes[list(members)].sum()
        return total

    def similarity(self, at: int, vector: Floats) -> float:
        ids, values = self.rows[at]
        return float(values @ vector[ids])

    def name(self, members: Sequence[int], most: int = 4) -> tuple[str, ...]:
        """The words that tell the cluster from everything else, as they are mostly spelled there."""
        here: Counter[str] = Counter()
        spelled: dict[str, Counter[str]] = defaultdict(Counter)
        for at in members:
            for feature, word in self.texts[at].items():
                if not feature.startswith("=") and not any(c.isdigit() for c in word):
                    here[feature] += int(self.sizes[at])
                    spelled[feature][word] += int(self.sizes[at])
        telling = sorted(here, key=lambda f: (-self.weight[f] * here[f], f))
        enough = max(TELLING, self.weight[telling[0]] / 2) if telling else TELLING
        telling = [f for at, f in enumerate(telling) if at < 1 or (self.weight[f] >= enough and here[f] > 1)]
        return tuple(min(spelled[f], key=lambda w: (-spelled[f][w], w)) for f in telling[:most])


def _telling(feature: str, seen: int, whole: float, ordinary: Ordinary) -> float:
    usual = (ordinary.counts[feature] + 0.5) / (ordinary.texts + 1)
    weight = max(0.1, math.log1p(seen / whole / usual))
    return weight * (ONCE if seen == 1 else 1.0) * (CONCEPT if feature.startswith("=") else 1.0)


def _gather(space: _Space, least: int) -> list[list[int]]:
    """The messages that have neighbours enough, each alone, or where there are too many, the densest with what is close to them."""
    near: dict[int, tuple[NDArray[np.intp], Floats]] = {}
    dense: dict[int, float] = {}
    for at in range(len(space.rows)):
        found, alike = space.neighbours(at)
        said = float(space.sizes[found].sum())
        if said >= min(least, 2):
            dense[at] = said
            close = alike >= CLOSE
            near[at] = (found[close], alike[close])
    order = sorted(dense, key=lambda at: (-dense[at], at))
    if len(order) <= MOST_JOINED:
        return [[at] for at in sorted(order)]
    groups: list[list[int]] = []
    taken: set[int] = set()
    for at in order:
        if at not in taken:
            group = [at, *(each for each in near[at][0].tolist() if each != at and each in dense and each not in taken)]
            taken.update(group)
            groups.append(group)
    groups.sort(key=lambda group: (-float(space.sizes[group].sum()), group[0]))
    return groups[:MOST_JOINED]


def _join(space: _Space, groups: list[list[int]], least: int) -> list[list[int]]:
    """Average linkage down to ALIKE; clusters of at least `least` messages."""
    if not groups:
        return []
    used = sorted({int(f) for group in groups for at in group for f in space.rows[at][0]})
    place = {f: n for n, f in enumerate(used)}
    size = np.array([space.sizes[group].sum() for group in groups], dtype=np.float32)
    alike = _products(space, groups, size, place)
    np.fill_diagonal(alike, -1.0)
    best = alike.argmax(axis=1)
    value = alike[np.arange(len(groups)), best]
    while True:
        one = int(value.argmax())
        if value[one] < ALIKE:
            break
        other = int(best[one])
        merged = (alike[one] * size[one] + alike[other] * size[other]) / (size[one] + size[other])
        merged[[one, other]] = -1.0
        alike[one], alike[:, one] = merged, merged
        alike[other], alike[:, other] = -1.0, -1.0
        size[one] += size[other]
        groups[one], groups[other] = groups[one] + groups[other], []
        value[other] = -1.0
        best[one], value[one] = int(merged.argmax()), float(merged.max())
        # Whose nearest was one of the two looks anew; to all others the merged one can only have come nearer than it was.
        for each in np.flatnonzero(((best == one) | (best == other)) & (value >= ALIKE)).tolist():
            if each not in (one, other):
                best[each] = int(alike[each].argmax())
                value[each] = float(alike[each, best[each]])
        nearer = np.flatnonzero(merged > value)
        best[nearer], value[nearer] = one, merged[nearer]
    return [sorted(group) for group in groups if group and space.sizes[group].sum() >= least]


def _products(space: _Space, groups: list[list[int]], size: Floats, place: dict[int, int]) -> Floats:
    """Of every two groups the product of their mean vectors, a block of features at a time, so that memory stays bounded."""
    alike: Floats = np.zeros((len(groups), len(groups)), dtype=np.float32)
    block = 2048
    owner = {at: row for row, group in enumerate(groups) for at in group}
    told = sorted(owner)
    columns = np.concatenate([[place[f] for f in space.rows[at][0].tolist()] for at in told]).astype(np.intp)
    rows = np.repeat([owner[at] for at in told], [len(space.rows[at][0]) for at in told])
    values = np.concatenate([space.rows[at][1] * (space.sizes[at] / size[owner[at]]) for at in told])
    order = np.argsort(columns, kind="stable")
    columns, rows, values = columns[order], rows[order], values[order]
    for start in range(0, len(place), block):
        first, last = np.searchsorted(columns, (start, start + block))
        dense: Floats = np.zeros((len(groups), min(block, len(place) - start)), dtype=np.float32)
        np.add.at(dense, (rows[first:last], columns[first:last] - start), values[first:last])
        alike += dense @ dense.T
    return alike
