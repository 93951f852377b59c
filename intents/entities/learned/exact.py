"""Values known beforehand: lookups (lists of words) and regexes, found exactly. No learning here.

Lookups are compared folded, so case, diacritics and transliteration do not matter, and only at the borders of words; the longest
one wins. Regexes ignore case, as Rasa's RegexEntityExtractor does. Neighbours: `tagger.py` asks, `words.py` cuts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from intents.entities.learned.words import Words, cut

_SPACES: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Match:
    """Something found under `name`; `start` and `end` are characters, end exclusive."""

    name: str
    start: int
    end: int


class Exact:
    """Lookups (name, values) and regexes (name, pattern). Raises re.error for a pattern that does not compile."""

    def __init__(self, lookups: Mapping[str, Sequence[str]], regexes: Iterable[tuple[str, str]]) -> None:
        self.lookups = {name: tuple(dict.fromkeys(values)) for name, values in lookups.items()}
        self.regexes = tuple((name, pattern) for name, pattern in regexes)
        self._patterns = [(name, re.compile(pattern, re.IGNORECASE)) for name, pattern in self.regexes]
        # by first word: further words and name, longest first
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, values in self.lookups.items():
            for value in values:
                words = cut(value).folded
                if words:
                    self._phrases.setdefault(words[0], []).append((words, name))
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))

    def looked_up(self, words: Words) -> list[Match]:
        """For each name the longest value that begins at each place; those of one name never overlap."""
        if not self._phrases:
            return []
        found: list[Match] = []
        free: dict[str, int] = {}  # by name: the first word not yet taken
        for at, first in enumerate(words.folded):
            for phrase, name in self._phrases.get(first, ()):
                end = at + len(phrase)
                if at >= free.get(name, 0) and words.folded[at:end] == phrase:
                    found.append(Match(name, words.starts[at], words.ends[end - 1]))
                    free[name] = end
        return found

    def matched(self, text: str) -> list[Match]:
        """Every match of every pattern that is not empty, in the order of the patterns."""
        return [
            Match(name, match.start(), match.end())
            for name, pattern in self._patterns
            for match in pattern.finditer(text)
            if match.end() > match.start()
        ]


def flags(words: Words, looked_up: Iterable[Match], matched: Iterable[Match]) -> dict[int, list[str]]:
    """By word: the features that say it stands inside a lookup's value (first, last, both, neither) or a regex's match."""
    found: dict[int, list[str]] = {}
    for match in looked_up:
        for at in within(words, match.start, match.end):
            first, last = words.starts[at] == match.start, words.ends[at] == match.end
            found.setdefault(at, []).append(f"lookup {'U' if first and last else 'B' if first else 'L' if last else 'I'} {match.name}")
    for match in matched:
        for at in within(words, match.start, match.end):
            found.setdefault(at, []).append(f"regex {match.name}")
    return found


def within(words: Words, start: int, end: int) -> list[int]:
    """The words that a stretch of characters touches."""
    return [at for at in range(len(words.said)) if words.starts[at] < end and words.ends[at] > start]


def synonym_key(value: str) -> str:
    """How values are compared with synonyms: whole, without regard to case, blanks made one."""
    return _SPACES.sub(" ", value.strip()).lower()
