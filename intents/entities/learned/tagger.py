"""Finds the entities a shop's own data taught: the tagger, lookups, regexes, and synonyms over all of them. numpy only.

Every word gets a score for each label: outside (O), or begin, inside, last, only (B, I, L, U) of each kind. The best sequence that
is allowed (B I* L, or U) wins. Scores come from the word and two to each side; what a word gives to its surroundings depends on the
word alone and is remembered, so a known message costs a few additions. Neighbours: `training.py` makes it, `intents/model.py` stores
it, `intents/engine.py` asks it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from intents.entities.learned.decoding import best_runs
from intents.entities.learned.exact import Exact, Match, flags, synonym_key
from intents.entities.learned.words import OUTSIDE, REACH, Words, around, cut, features, folded
from intents.understanding import Entity

Floats = NDArray[np.float32]

LEARNED: Final = "EntityTagger"  # the extractor of what the tagger found
EXACT: Final = "RegexEntityExtractor"  # of lookups and regexes, as the component of Rasa that works alike is called
SURE: Final = 0.5
LEAST: Final = 0.3  # a tagged entity less likely than this is left out
_MEMORY: Final = 4096  # words
_OFFSETS: Final = {str(offset): offset + REACH for offset in range(-REACH, REACH + 1)}
_ARRAYS: Final = ("tagger_words", "tagger_weights")


@dataclass(frozen=True, slots=True)
class Kind:
    """What a label says: entity, role and group."""

    entity: str
    role: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A run of words, `last` included, with its kind and how likely it is."""

    kind: Kind
    first: int
    last: int
    score: float


@dataclass(frozen=True, eq=False)
class EntityTagger:
    """Immutable but for its memory of words, and safe to share between threads.

    `weights` is features x (1 + 4 kinds): O, then B, I, L, U of each kind. `synonyms` maps `synonym_key(variant)` to a value.
    `named` are the names of lookups and regexes whose matches are entities; the others only help the tagger.
    """

    kinds: tuple[Kind, ...]
    features: dict[str, int]
    weights: Floats
    exact: Exact
    synonyms: Mapping[str, str]
    named: frozenset[str]
    _memory: dict[str, Floats] = field(default_factory=dict, init=False, repr=False)
    _at: tuple[dict[str, int], ...] = field(init=False, repr=False)  # by offset: features of one word, without the offset in the name

    def __post_init__(self) -> None:
        at: tuple[dict[str, int], ...] = tuple({} for _ in range(2 * REACH + 1))
        for name, row in self.features.items():
            offset, colon, plain = name.partition(":")
            if colon and offset in _OFFSETS:
                at[_OFFSETS[offset]][plain] = row
        object.__setattr__(self, "_at", at)

    def find(self, text: str) -> tuple[Entity, ...]:
        """Entities in order of place, never overlapping. `value` is the text itself or what a synonym makes of it."""
        words = cut(text)
        if not words.said:
            return ()
        looked_up, matched = self.exact.looked_up(words), self.exact.matched(text)
        found: list[tuple[int, int, Entity]] = []
        if self.kinds:
            tags = self.tag(words, flags(words, looked_up, matched))
            found += [self._learned(text, words, tag) for tag in tags if tag.score >= LEAST]
        found += [self._exact(text, match, 2) for match in matched if match.name in self.named]
        found += [self._exact(text, match, 1) for match in looked_up if match.name in self.named]
        return _joined(found) if found else ()

    def tag(self, words: Words, flagged: Mapping[int, list[str]]) -> list[Tagged]:
        """The best allowed sequence of labels, as runs of words."""
        runs = best_runs(self.scores(words, flagged))
        return [Tagged(self.kinds[run.kind], run.first, run.last, run.score) for run in runs]

    def scores(self, words: Words, flagged: Mapping[int, list[str]]) -> Floats:
        """words x labels."""
        count = len(words.said)
        edge = self._given(OUTSIDE)
        given = np.stack([edge, edge, *[self._given(word) for word in words.said], edge, edge])
        total: Floats = given[0:count, 0] + given[1 : count + 1, 1] + given[2 : count + 2, 2]
        total += given[3 : count + 3, 3]
        total += given[4 : count + 4, 4]
        known = self.features
        for at in range(count):
            for name in around(words.folded, at):
                row = known.get(name)
                if row is not None:
                    total[at] += self.weights[row]
        for at, names in flagged.items():
            for name in names:
                for place, offset in ((at, 0), (at + 1, -1), (at - 1, 1)):
                    row = known.get(f"{offset}:{name}")
                    if row is not None and 0 <= place < count:
                        total[place] += self.weights[row]
        return total

    def _given(self, word: str) -> Floats:
        """What a word adds to the scores of the word two places after it, one after, itself, one before, two before."""
        given = self._memory.get(word)
        if given is None:
            given = np.zeros((2 * REACH + 1, self.weights.shape[1]), dtype=np.float32)
            seen = features(word, known=f"f={folded(word)}" in self._at[REACH])
            ids: list[int] = []
            places, starts = [], []
            for place, rows in enumerate(self._at):
                found = [rows[name] for name in seen[abs(place - REACH)] if name in rows]
                if found:
                    places.append(place)
                    starts.append(len(ids))
                    ids += found
            if ids:
                given[places] = np.add.reduceat(self.weights.take(ids, axis=0), starts, axis=0)
            if len(self._memory) >= _MEMORY:
                self._memory.clear()
            self._memory[word] = given
        return given

    def _learned(self, text: str, words: Words, tag: Tagged) -> tuple[int, int, Entity]:
        start, end = words.starts[tag.first], words.ends[tag.last]
        kind = tag.kind
        value = self._value(text[start:end])
        length = end - start if tag.score >= SURE else 0  # an unsure one gives way to whatever is known exactly
        return length, 0, Entity(kind.entity, value, start, end, tag.score, LEARNED, kind.role, kind.group)

    def _exact(self, text: str, match: Match, order: int) -> tuple[int, int, Entity]:
        value = self._value(text[match.start : match.end])
        return match.end - match.start, order, Entity(match.name, value, match.start, match.end, 1.0, EXACT)

    def _value(self, said: str) -> str:
        return self.synonyms.get(synonym_key(said), said) if self.synonyms else said

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """For `np.savez`; names begin with `tagger_`."""
        words = {
            "kinds": [[kind.entity, kind.role, kind.group] for kind in self.kinds],
            "features": list(self.features),
            "lookups": self.exact.lookups,
            "regexes": self.exact.regexes,
            "synonyms": dict(self.synonyms),
            "named": sorted(self.named),
        }
        told = np.frombuffer(json.dumps(words, ensure_ascii=False).encode("utf-8", "surrogatepass"), dtype=np.uint8)
        return dict(zip(_ARRAYS, (told, self.weights.astype(np.float16)), strict=True))

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> EntityTagger | None:
        """None when there is no tagger in `arrays`. Raises ValueError, KeyError or TypeError when what is there is broken."""
        if _ARRAYS[0] not in arrays:
            return None
        words = json.loads(arrays[_ARRAYS[0]].tobytes().decode("utf-8", "surrogatepass"))
        return cls(
            kinds=tuple(Kind(*kind) for kind in words["kinds"]),
            features={name: row for row, name in enumerate(words["features"])},
            weights=arrays[_ARRAYS[1]].astype(np.float32),
            exact=Exact(words["lookups"], [(name, pattern) for name, pattern in words["regexes"]]),
            synonyms=words["synonyms"],
            named=frozenset(words["named"]),
        )


def _joined(found: Iterable[tuple[int, int, Entity]]) -> tuple[Entity, ...]:
    """The longest of those that overlap; of equally long ones a regex's, a lookup's, the tagger's. A role learned for the same kind in
    the same place is kept."""
    kept: list[Entity] = []
    dropped: list[Entity] = []
    for _, _, entity in sorted(found, key=lambda each: (-each[0], -each[1], each[2].start)):
        free = all(entity.end <= other.start or entity.start >= other.end for other in kept)
        (kept if free else dropped).append(entity)
    for lost in dropped:
        if lost.role or lost.group:
            for at, other in enumerate(kept):
                if other.kind == lost.kind and other.start <= lost.start < other.end and not (other.role or other.group):
                    kept[at] = Entity(other.kind, other.value, other.start, other.end, other.score, other.extractor, lost.role, lost.group)
    return tuple(sorted(kept, key=lambda entity: entity.start))
