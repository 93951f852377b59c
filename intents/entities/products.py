"""Which product of the catalogue a text speaks of: any of its names in four languages, with typos, in any word order.

How it works. Names and text become folded words; numbers stand for themselves ("1,7" is "1.7", "18v" is "18" and "v"). A word
of the text meets a word of the catalogue when it is the same, shares its stem, or is within rapidfuzz's reach; candidates
come from shared three-letter pieces, so thousands of names cost little. A product's score is the idf-weighted share of
the text's product words that are its own: "kettle" gives all kettles nearly the same score, "aurora 1.7" sets one apart.

No stock, price or card here: a SKU and a score is all. Neighbours: `engine.py` asks for each message, flows for an answer.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from rapidfuzz.distance import OSA

from intents.entities.product_words import NOT_PRODUCTS
from intents.folding import fold_word

MEANT: Final = 60.0  # from this score on a product was meant
CLEAR: Final = 8.0  # a lead of this much over the next product settles which one

_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*")
_SKU_LIKE: Final = re.compile(r"(?<![\w-])[A-Za-z]\w[\w-]{0,30}(?![\w-])")
_MOST_TOKENS: Final = 60
_SHORTEST_FUZZY: Final = 5  # letters; shorter words must be the same or share their stem
_SIMILAR: Final = 0.75
_SAME_STEM: Final = 0.95
_OWN_SHARE: Final = 90.0  # of the score for naming nothing foreign; the rest is for how much of the name was said


@dataclass(frozen=True, slots=True)
class Match:
    """A product with the stretch of text that named it; `score` is 0 to 100."""

    sku: str
    score: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int

    @property
    def number(self) -> bool:
        return self.word[0].isdigit()


def _tokens(text: str, most: int | None = None) -> list[_Token]:
    found: list[_Token] = []
    for match in _TOKEN.finditer(text):
        raw = match[0].lower().replace("’", "'")
        word = raw.replace(",", ".") if raw[0].isdigit() else fold_word(raw)
        if word:
            found.append(_Token(word, match.start(), match.end()))
        if most and len(found) >= most:
            break
    return found


def _pieces(word: str) -> set[str]:
    padded = f"^{word}$"
    return {padded[i : i + 3] for i in range(len(padded) - 2)}


class ProductIndex:
    """Built once per catalogue (about 30 ms for 1,000 products); immutable in use, safe to share."""

    def __init__(self, names: Mapping[str, Sequence[str]]) -> None:
        """`names`: SKU to all its names, in any languages; the SKU itself is a name too."""
        self._names: dict[str, list[frozenset[str]]] = {}
        self._skus: dict[str, str] = {}
        bearers: dict[str, set[str]] = defaultdict(set)
        for sku, each in names.items():
            kept = [frozenset(token.word for token in _tokens(name)) - NOT_PRODUCTS for name in each]
            self._names[sku] = [words for words in kept if words]
            self._skus[_plain(sku)] = sku
            for words in kept:
                for word in words:
                    bearers[word].add(sku)
        self._bearers = {word: frozenset(skus) for word, skus in bearers.items()}
        self._weight = {word: log(1 + len(names) / len(skus)) for word, skus in bearers.items()}
        self._pieces: dict[str, list[str]] = defaultdict(list)
        for word in self._bearers:
            for piece in _pieces(word):
                self._pieces[piece].append(word)
        self._met: dict[str, dict[str, float]] = {}

    def __len__(self) -> int:
        return len(self._names)

    def find(self, text: str, limit: int = 5) -> list[tuple[str, float]]:
        """SKUs with their scores, best first; below `MEANT` nobody meant the product."""
        return [(match.sku, match.score) for match in self.match(text, limit)]

    def match(self, text: str, limit: int = 5) -> list[Match]:
        """As `find`, with the stretch of text. Empty when no word of the catalogue is named."""
        tokens = _tokens(text, _MOST_TOKENS)
        exact = self._by_sku(text)
        said = {token: met for token in tokens if (met := self._meets(token.word))}
        named = {sku for token, met in said.items() if not token.number for word in met for sku in self._bearers[word]}
        if named:
            # A number counts only beside a product word it can belong to: "2 kettles", "under 50" name no model.
            said = {t: met for t, met in said.items() if not t.number or any(self._bearers[w] & named for w in met)}
        else:
            said = {t: met for t, met in said.items() if "." in t.word or (t.number and self._unit_follows(t, tokens))}
            named = {sku for met in said.values() for word in met for sku in self._bearers[word]}
        found = [match for sku in named if (match := self._score(sku, said))]
        found = [exact] + [each for each in found if each.sku != exact.sku] if exact else found
        return sorted(found, key=lambda each: (-each.score, each.sku))[:limit]

    def _score(self, sku: str, said: Mapping[_Token, Mapping[str, float]]) -> Match | None:
        best: Match | None = None
        for words in self._names[sku]:
            own = foreign = 0.0
            covered: set[str] = set()
            start, end = -1, 0
            for token, met in said.items():
                word = max((w for w in met if w in words), key=met.__getitem__, default=None)
                if word is None:
                    foreign += max(self._weight[w] * similar for w, similar in met.items())
                    continue
                if word not in covered:
                    own += self._weight[word] * met[word]
                    covered.add(word)
                start, end = token.start if start < 0 else start, token.end
            if not covered:
                continue
            weight = sum(self._weight[word] for word in covered)
            whole = sum(self._weight[word] for word in words)
            share = own / (weight + foreign)
            score = _OWN_SHARE * share + (100 - _OWN_SHARE) * min(1.0, own / whole)
            if best is None or score > best.score:
                best = Match(sku, round(score, 1), start, end)
        return best

    def _meets(self, word: str) -> Mapping[str, float]:
        """Words of the catalogue a word of the text may be, with their similarity. Remembered, up to a bound."""
        known = self._met.get(word)
        if known is None:
            if len(self._met) > 20_000:
                self._met.clear()
            known = self._met[word] = self._look(word)
        return known

    def _look(self, word: str) -> dict[str, float]:
        if word in NOT_PRODUCTS:
            return {}
        if word[0].isdigit() or len(word) < 3:
            return {word: 1.0} if word in self._bearers else {}
        met = {word: 1.0} if word in self._bearers else {}
        shared: dict[str, int] = defaultdict(int)
        for piece in _pieces(word):
            for candidate in self._pieces.get(piece, ()):
                shared[candidate] += 1
        for candidate, count in shared.items():
            if count >= 2 and candidate != word and (similar := _similarity(word, candidate)):
                met[candidate] = similar
        best = max(met.values(), default=0.0)
        return {candidate: similar for candidate, similar in met.items() if similar >= best - 0.06}

    def _by_sku(self, text: str) -> Match | None:
        """A SKU typed as such ("KET-17", "ket17")."""
        for match in _SKU_LIKE.finditer(text):
            sku = self._skus.get(_plain(match[0]))
            if sku and any(c.isdecimal() for c in match[0]):
                return Match(sku, 100.0, match.start(), match.end())
        return None

    def _unit_follows(self, token: _Token, tokens: list[_Token]) -> bool:
        return any(0 <= other.start - token.end <= 1 and other.word in {"v", "l", "w", "mm", "cm"} for other in tokens)


def _plain(sku: str) -> str:
    return re.sub(r"[\W_]", "", sku).lower()


def _similarity(word: str, other: str) -> float:
    """1 is the same; 0 is too different. Inflected forms share most of the longer word's beginning."""
    common = 0
    for a, b in zip(word, other, strict=False):
        if a != b:
            break
        common += 1
    longest = max(len(word), len(other))
    if common >= 3 and common / longest >= 0.7 and longest - common <= 3:
        return _SAME_STEM
    if min(len(word), len(other)) < _SHORTEST_FUZZY or (common == 0 and word[1:2] != other[:1]):
        return 0.0
    similar = OSA.normalized_similarity(word, other, score_cutoff=_SIMILAR)
    return float(similar) * 0.95
