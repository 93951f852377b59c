"""Which product of the catalogue a text speaks of: any of its names in four languages, with typos, in any word order.

How a score (0 to 100) comes about:

1. A SKU typed as such is 100. Else words of the text meet words of the catalogue (`spelling.py`). Ordinary words of shop
   talk ("store", "charged") meet nothing but the very word, and even then name a product only as a name by themselves.
2. A product is named by its best word or by a whole name (`product_names.py`): "kettle" is every kettle, a "kettle filter" is
   not one, and neither is what stands after "for" or before another product's word ("drill battery", "filter for kettles").
3. Product words and numbers of the text that are not its own cost by their rarity: up to 75 % those right beside its words
   ("travel kettle", "kettle 1.7" for the others), up to 40 % those elsewhere ("a kettle and a toaster").
4. Six points are for how much of a full name was said: they part "Polar headlamp" from "Polar headlamp Pro".

No stock, price or card here: a SKU and a score is all. Neighbours: `engine.py` asks for each message, flows for an answer.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import log
from typing import Final

from intents.entities.product_names import ALONE, BRAND, Goods, Token, brands_of, goods_of, tokens
from intents.entities.product_words import LITTLE, PURPOSE, UNITS, known_word, spelling
from intents.entities.spelling import SAME, WORD, Spellings

MEANT: Final = 60.0  # from this score on a product was meant
CLEAR: Final = 8.0  # a lead of this much over the next product settles which one

_SKU_LIKE: Final = re.compile(r"(?<![\w-])[A-Za-z]\w[\w-]{0,30}(?![\w-])")
_SKU_SPACED: Final = re.compile(r"(?<![\w-])[A-Za-z]{2,8}[ ./]\d{2,8}(?![\w-])")  # "KET 17" as it is read from a label
_UNIT_AFTER: Final = re.compile(rf"\s?(?:{'|'.join(sorted(UNITS, key=len, reverse=True))})\b", re.IGNORECASE)
_MOST_TOKENS: Final = 60
_SHORTEST_NEAR: Final = 2
_MOST_SCORED: Final = 24
_COMMON: Final = 300  # products that share a word
_REMEMBERED: Final = 8192
_BESIDE: Final = 0.75  # the most that words of other products cost which stand right beside its own: "TRAVEL kettle", "kettle 1.7"
_APART: Final = 0.4  # the same, of words elsewhere in the text
_FULL: Final = 6.0
_NUMBER: Final = 0.95  # "1.5 l" as an answer
_TELLING: Final = 0.7  # from this strength on a word says by itself what is meant
_ORDINARY: Final = 0.4
_MODEL: Final = 2.0  # a number beside a name tells models apart better than any word
_BEFORE_ANOTHER: Final = 0.6


@dataclass(frozen=True, slots=True)
class Match:
    """A product with the stretch of text that named it; `score` is 0 to 100."""

    sku: str
    score: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Said:
    """A token that meets words of the catalogue, with their likeness. `purpose`: it stands after "for"."""

    token: Token
    met: Mapping[str, float]
    ordinary: bool
    purpose: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    """What a typed word is to the catalogue; remembered. `telling`: it names something by itself."""

    typed: str
    word: str
    met: Mapping[str, float]
    ordinary: bool
    telling: bool


_NOTHING: Final = _Word("", "", {}, True, False)
_PURPOSE: Final = _Word("for", "for", {}, True, False)


class ProductIndex:
    """Built once per catalogue (about 60 ms for 1,000 products); safe to share. `attend` is for whoever owns it."""

    def __init__(self, names: Mapping[str, Sequence[str]]) -> None:
        """`names`: SKU to all its names, in any languages; the SKU itself is a name too."""
        read = {name: tokens(name) for each in names.values() for name in each}
        brands = brands_of(read)
        self._goods: dict[str, Goods] = {sku: goods_of({name: read[name] for name in each}, brands) for sku, each in names.items()}
        self._skus = {_plain(sku): sku for sku in names}
        bearers: dict[str, set[str]] = defaultdict(set)
        self._surest: dict[str, float] = {}  # what a word is at best
        for sku, goods in self._goods.items():
            for word, strength in goods.strength.items():
                bearers[word].add(sku)
                self._surest[word] = max(self._surest.get(word, 0.0), strength)
        self._bearers = {word: dict.fromkeys(sorted(skus)) for word, skus in bearers.items()}
        self._weight = {word: log(1 + len(names) / len(skus)) for word, skus in bearers.items()}
        self._wholes = {sku: [self._weighed(name.words) for name in goods.names] for sku, goods in self._goods.items()}
        typed = {token.typed: token.word for every in read.values() for token in every if token.word in bearers}
        self._spellings = Spellings(item for item in typed.items() if item[0] not in LITTLE)
        # Acronyms and words of a model too short to name anything: "Pro", "C".
        self._every_brand = brands
        self._brands = frozenset(word for word in brands if len(word) > 2 and word != "pro")
        self._talk: Collection[str] = frozenset()
        self._met: dict[str, _Word] = {}  # by the word as typed

    def __len__(self) -> int:
        return len(self._goods)

    def attend(self, talk: Collection[str]) -> None:
        """Tells it which words are ordinary talk (`Model.talk`); the engine does."""
        if talk is not self._talk:
            self._talk, self._met = talk, {}

    def find(self, text: str, limit: int = 5) -> list[tuple[str, float]]:
        """SKUs with their scores, best first; below `MEANT` nobody meant the product."""
        return [(match.sku, match.score) for match in self.match(text, limit)]

    def match(self, text: str, limit: int = 5) -> list[Match]:
        """As `find`, with the stretch of text. Empty when no word of the catalogue is named."""
        said = self._said(text)
        exact = self._by_sku(text)
        if not said:
            return [exact] if exact else []
        named = self._named(said) if any(not each.token.number for each in said) else {}
        if named:
            # A number counts only beside a product word it can belong to: "2 kettles", "under 50" name no model.
            said = [s for s in said if not s.token.number or any(sku in self._bearers[w] for w in s.met for sku in named)]
        else:
            said = [s for s in said if s.token.number and ("." in s.token.word or _UNIT_AFTER.match(text, s.token.end))]
            named = {sku: _NUMBER for each in said for word in each.met for sku in self._bearers[word]}
        found = [self._score(sku, much, said) for sku, much in named.items()]
        found = [exact, *(each for each in found if each.sku != exact.sku)] if exact else found
        return sorted(found, key=lambda each: (-each.score, each.sku))[:limit]

    def _said(self, text: str) -> list[_Said]:
        """The words that meet the catalogue, with what stands around them."""
        said: list[_Said] = []
        purpose = telling = False
        for match in islice(WORD.finditer(text), _MOST_TOKENS):
            raw = match[0]
            known = self._met.get(raw)
            if known is None:
                known = self._remember(raw)
            if known is _PURPOSE:
                purpose = purpose or telling
            elif known.met:
                start, end = match.span()
                said.append(_Said(Token(known.typed, known.word, start, end), known.met, known.ordinary, purpose))
                telling = telling or known.telling
        return said

    def _named(self, said: Sequence[_Said]) -> dict[str, float]:
        """The products something in the text names, with how surely, 0 to 1."""
        asked = [each for each in said if not each.token.number and not each.purpose]
        met = {word: like for each in asked for word, like in each.met.items()}
        numbers = [word for each in said if each.token.number and not each.purpose for word in each.met]
        # Rare words first: what thousands of products share only adds to those, unless there is nothing else.
        rare = sorted(met, key=lambda word: len(self._bearers[word]))
        likely: dict[str, float] = {}
        if rare and len(self._bearers[rare[0]]) > _COMMON:
            likely = dict.fromkeys(self._shared(rare, numbers), 0.0)
        for word in rare:
            bearers, much = self._bearers[word], met[word] * self._weight[word]
            common = len(bearers) > _COMMON
            for sku in likely if common else bearers:
                if not common or sku in bearers:
                    likely[sku] = likely.get(sku, 0.0) + much * self._goods[sku].strength[word]
        for word in numbers:  # "kettle 1.7" of hundreds of kettles
            bearers, much = self._bearers[word], self._weight[word] * _ORDINARY
            for sku in likely.keys() & bearers.keys():
                likely[sku] += much
        best = sorted(likely, key=lambda sku: (-likely[sku], sku))[:_MOST_SCORED]
        named = {sku: self._names(self._goods[sku], asked) for sku in best}
        if max(named.values(), default=0.0) < _TELLING:  # nothing but a brand
            for sku in best:
                for each in asked:
                    brand = _own(self._goods[sku].brands & self._brands, each)
                    if brand and not each.ordinary:
                        named[sku] = max(named[sku], BRAND * each.met[brand])
        return {sku: much for sku, much in named.items() if much > 0}

    def _shared(self, words: Sequence[str], numbers: Sequence[str]) -> list[str]:
        """Where every word is borne by hundreds: the products that bear as many of them as there are, and the first of the rest."""
        best = set(self._bearers[words[0]])
        for word in (*words[1:], *numbers):
            best = best & self._bearers[word].keys() or best
        return sorted(best)[:_COMMON] if len(best) < len(self._bearers[words[0]]) else list(islice(self._bearers[words[0]], _COMMON))

    def _names(self, goods: Goods, asked: Sequence[_Said]) -> float:
        heard: dict[str, float] = {}
        surely: set[str] = set()
        best = 0.0
        for at, each in enumerate(asked):
            another = at + 1 < len(asked) and self._another(goods, each, asked[at + 1])
            for word, like in each.met.items():
                strength = goods.strength.get(word)
                if strength is None:
                    continue
                heard[word] = max(heard.get(word, 0.0), like)
                if not each.ordinary:
                    surely.add(word)
                elif strength < ALONE or like < SAME:
                    strength = _ORDINARY
                best = max(best, strength * like * (_BEFORE_ANOTHER if another else 1.0))
        if len(heard) > 1:
            for name in goods.names:
                if len(name.needed) > 1 and name.needed <= heard.keys() and not surely.isdisjoint(name.needed):
                    best = max(best, sum(heard[word] for word in name.needed) / len(name.needed))
        return best

    def _another(self, goods: Goods, each: _Said, following: _Said) -> bool:
        """Whether the word right after this one is a word of other goods: in "drill battery" nobody wants a drill."""
        return (
            _touch(each, following)
            and not following.ordinary
            and _own(goods.strength, following) is None
            and not any(word in self._every_brand for word in following.met)
        )

    def _score(self, sku: str, much: float, said: Sequence[_Said]) -> Match:
        goods = self._goods[sku]
        own = beside = apart = 0.0
        heard: dict[str, float] = {}
        words = [_own(goods.strength, each) for each in said]
        start, end = -1, 0
        for at, (each, word) in enumerate(zip(said, words, strict=True)):
            if word is None:
                weight, like = max((self._weight[w] * like, like) for w, like in each.met.items())
                if each.ordinary and like < SAME:
                    continue
                if any(words[n] and _touch(said[min(n, at)], said[max(n, at)]) for n in (at - 1, at + 1) if 0 <= n < len(said)):
                    beside += weight * (_ORDINARY if each.ordinary else _MODEL if each.token.number else 1.0)
                else:
                    apart += weight * (_ORDINARY if each.ordinary or each.purpose else 1.0)
                continue
            if word not in heard:
                own += self._weight[word]
            heard[word] = max(heard.get(word, 0.0), each.met[word])
            start, end = each.token.start if start < 0 else start, each.token.end
        full = 0.0
        for name, whole in zip(goods.names, self._wholes[sku], strict=True):
            if not name.words.isdisjoint(heard):
                common = sum([self._weight[word] * heard[word] for word in name.words & heard.keys()])
                full = max(full, 2 * common / (whole + own))
        foreign = (_BESIDE * beside + _APART * apart) / (own + beside + apart)
        return Match(sku, round((100 - _FULL) * much * (1 - foreign) + _FULL * full, 1), start, end)

    def _weighed(self, words: Iterable[str]) -> float:
        return sum(self._weight[word] for word in words)

    def _remember(self, raw: str) -> _Word:
        if len(self._met) > _REMEMBERED:
            self._met.clear()
        found = self._met[raw] = self._look(raw)
        return found

    def _look(self, raw: str) -> _Word:
        """What a word as typed is to the catalogue."""
        token = next(iter(tokens(raw)), None)
        if token is None or (token.typed in LITTLE and not token.number):
            return _PURPOSE if token and token.typed in PURPOSE else _NOTHING
        if token.number:
            return _Word(token.typed, token.word, {token.word: SAME} if token.word in self._bearers else {}, False, False)
        ordinary = spelling(token.typed) in self._talk or known_word(token.word)
        if ordinary or len(token.typed) <= _SHORTEST_NEAR:
            met = self._spellings.same(token.typed, token.word)
            telling = any(like == SAME and self._surest[word] == ALONE for word, like in met.items())
        else:
            met = self._spellings.near(token.typed, token.word)
            telling = any(self._surest[word] >= _TELLING for word in met)
        return _Word(token.typed, token.word, met, ordinary, telling)

    def _by_sku(self, text: str) -> Match | None:
        """A SKU typed as such ("KET-17", "ket17")."""
        if not any(c.isdecimal() for c in text):
            return None
        for match in _SKU_LIKE.finditer(text):
            sku = self._skus.get(_plain(match[0]))
            if sku and any(c.isdecimal() for c in match[0]):
                return Match(sku, 100.0, match.start(), match.end())
        for match in _SKU_SPACED.finditer(text):
            sku = self._skus.get(_plain(match[0]))
            if sku:
                return Match(sku, 100.0, match.start(), match.end())
        return None


def _touch(one: _Said, next_one: _Said) -> bool:
    return next_one.token.start - one.token.end <= 1  # a blank; what else parts words in one character is rare


def _own(words: Collection[str], said: _Said) -> str | None:
    """The word of these a token is most like."""
    return max((word for word in said.met if word in words), key=said.met.__getitem__, default=None)


def _plain(sku: str) -> str:
    return re.sub(r"[\W_]", "", sku).lower()
