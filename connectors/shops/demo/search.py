"""Finding products by what customers call them: four languages, both scripts, typos, cases, whole sentences.

How a score (0 to 100) comes about, for each product:

1. An article number anywhere in the text settles it: only those products, 100.
2. Words are compared folded (`intents.folding`), by likeness or by a shared stem ("чайниками", "kuhalnika"). Words
   of the text that no product knows ("do you have", "in stock") count for nothing.
3. The best covered name or alias gives the base: all of its words must be said for the full score, so that "kettle"
   is not a kettle filter. What the text says beyond it ("travel kettle") must be met by the product's other words or
   costs up to 40 %. What is said after "for" only ("battery for a drill") gives 60 % where something before it was
   understood.
4. Products of one kind (drawn with one shape) share the names that stand for the kind, so that "kettle" finds the
   travel kettle. A word that runs through a product's names and those of no other kind ("chair" of "high chair",
   "svetilka") names it too, at 80 %.
5. A number that a product of the same kind has in its name and this one has not ("1.7", "18 V") costs 30 %.
6. A brand alone ("Aurora") finds all of it, at 80.
7. A little of the score (6 %) is the likeness to the full name; it parts "Polar headlamp" from "Polar headlamp Pro".

Pure and synchronous. Neighbour: `catalogue.py` has the names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from connectors.shops.demo.catalogue import Catalogue, read_catalogue
from intents.folding import clean, fold

NEAR: Final = 62.0  # of 100: below, nothing that was said names the product
_LONGEST: Final = 500  # characters of a query that are looked at
_MOST_WORDS: Final = 40

# Words that join or fill in names and would meet any sentence.
_FILLERS: Final = frozenset(
    fold(
        "a an the for and or of in on with without to at by old set pair piece pieces my your "
        "для на от из со с без в и или к до за набор "
        "від із зі та й і або у набір "
        "in ali za iz s z brez na v od do komplet kos kosov"
    ).split()
)
# What shop talk has in the neighbourhood of product words ("store" and "stove", "mail" and "мыло").
_OTHERS: Final = frozenset(
    fold(
        "store stores charge charged charges mail mate math block blocked place "
        "ссылка ссылку ссылки столик столица пришла посылка посылки посилка naslov mesto"
    ).split()
)
_UNITS: Final = frozenset(fold("ml mm cm kg mah ah wh шт мл мм см кг вт ач год").split())
_IGNORED: Final = _FILLERS | _OTHERS | _UNITS
_GREETING: Final = re.compile(r"\bdobr\w* utro\b|\bdobr\w+ utra\b")  # and not the coffee machine Jutro
_USB: Final = re.compile(r"\b(usb|type|tip|taip)[\s-]?[cs]\b")  # one word: else "USB-C hub" and "USB hub" are the same
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)?")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_FOR: Final = re.compile(r"\b(?:for|для|за|za|dla|dlya)\b")
_AFTER_FOR: Final = 0.6
_RUNNING: Final = 0.8
_OTHER_MODEL: Final = 0.7
_BRAND: Final = 80.0
_BEGINNING: Final = 5  # letters that forms of one word share


@dataclass(frozen=True, slots=True)
class _Goods:
    sku: str
    kind: str
    phrases: Mapping[tuple[str, ...], float]  # names and aliases as words, with what each is worth
    names: tuple[str, ...]  # full names, folded
    words: frozenset[str]
    numbers: frozenset[str]
    brands: frozenset[str]


class Search:
    """An index over the catalogue; a query takes about a millisecond."""

    def __init__(self, catalogue: Catalogue) -> None:
        own = {sku: [_words(name) for name in names] for sku, names in catalogue.names.items()}
        kinds: dict[str, list[str]] = {}
        for sku, record in catalogue.records.items():
            kinds.setdefault(record.shape, []).append(sku)
        running = _running(catalogue)
        self._goods = tuple(
            _goods(catalogue, sku, own[sku], _shared([own[s] for s in kinds[record.shape]]), running[sku])
            for sku, record in catalogue.records.items()
        )
        self._vocabulary = tuple(sorted({word for goods in self._goods for word in goods.words}))
        self._near = lru_cache(maxsize=4096)(self._neighbours)
        self._skus = {re.sub(r"\W", "", sku).lower(): sku for sku in catalogue.records}
        self._sku = re.compile(
            r"(?<![^\W_])(" + "|".join(rf"{sku[:3]}[\s\-–_]?{sku[4:]}" for sku in catalogue.records) + r")(?![^\W_])",
            re.IGNORECASE,
        )

    def find(self, query: str) -> list[tuple[str, float]]:
        """(SKU, score) of what was meant, best first; nothing below `NEAR`. Equal scores keep the catalogue's order."""
        text = clean(query[:_LONGEST])
        named = dict.fromkeys(self._skus[re.sub(r"[\W_]", "", m[0]).lower()] for m in self._sku.finditer(text))
        if named:
            return [(sku, 100.0) for sku in named]
        said = self._known(text)
        if not said:
            return []
        first, _, rest = _parted(text)
        head = self._known(first) if rest else said
        numbers = _numbers(text)
        scores = [(goods, self._score(goods, said, head or said)) for goods in self._goods]
        asked: dict[str, set[str]] = {}  # numbers that tell products of a kind apart, by kind
        for goods, score in scores:
            if score >= NEAR:
                asked.setdefault(goods.kind, set()).update(numbers & goods.numbers)
        found = []
        for goods, score in scores:
            missed = asked.get(goods.kind, set()) - goods.numbers
            final = round(score * (_OTHER_MODEL if missed else 1.0), 1)
            if final >= NEAR:
                found.append((goods.sku, final))
        return sorted(found, key=lambda pair: -pair[1])

    def _known(self, text: str) -> dict[str, Mapping[str, float]]:
        """The words of a text that any product knows, with the catalogue's words they may be."""
        said = {word: self._near(word) for word in _words(text)[:_MOST_WORDS]}
        return {word: near for word, near in said.items() if near}

    def _score(self, goods: _Goods, said: Mapping[str, Mapping[str, float]], head: Collection[str]) -> float:
        """`head` are the words before "for": what is wanted, and not what it is wanted for."""
        met = [max((near.get(word, 0.0) for word in goods.words), default=0.0) for near in said.values()]
        if not any(met):
            return 0.0
        if all(any(near.get(brand) for brand in goods.brands) for near in said.values()):
            return _BRAND * sum(met) / len(met)
        covered = sum(met) / len(met)
        heard: dict[str, float] = {}
        wanted: set[str] = set()
        for spoken_word, near in said.items():
            for word, likeness in near.items():
                heard[word] = max(heard.get(word, 0.0), likeness)
                if spoken_word in head:
                    wanted.add(word)
        base = max(
            weight * sum(heard.get(word, 0.0) for word in phrase) / len(phrase) * (1.0 if wanted.intersection(phrase) else _AFTER_FOR)
            for phrase, weight in goods.phrases.items()
        )
        if base < 0.5:
            return 0.0
        spoken = " ".join(said)
        likeness = max(fuzz.token_sort_ratio(spoken, name) for name in goods.names)
        return 94.0 * base * (0.6 + 0.4 * covered) + 0.06 * likeness

    def _neighbours(self, word: str) -> Mapping[str, float]:
        """Words of the catalogue that this one may be, with their likeness from 0 to 1."""
        if len(word) <= 3:
            return {word: 1.0} if word in self._vocabulary else {}
        known = word in self._vocabulary
        near = {}
        # A word that is known is no slip of another ("tent" is not "test"), but may be a form of it.
        for other, slips, _ in process.extract(word, self._vocabulary, scorer=OSA.distance, score_cutoff=2, limit=None):
            if not known and _slipped(word, other, int(slips)):
                near[other] = 0.88 if slips == 1 else 0.8
        for other in self._vocabulary:
            if other not in near and _one_stem(word, other):
                near[other] = 0.88
        if known:
            near[word] = 1.0
        return near


@lru_cache(maxsize=1)
def read_search() -> Search:
    """The index over the demo shop's own catalogue: about 60 ms of CPU, once a process, so not on the event loop."""
    return Search(read_catalogue())


def _goods(catalogue: Catalogue, sku: str, own: list[tuple[str, ...]], shared: list[tuple[str, ...]], running: Collection[str]) -> _Goods:
    record = catalogue.records[sku]
    names = [_words(name) for name in record.name.values()]
    phrases: dict[tuple[str, ...], float] = {(word,): _RUNNING for word in running}
    phrases.update({phrase: 1.0 for phrase in (*own, *shared) if phrase})
    return _Goods(
        sku=sku,
        kind=record.shape,
        phrases=phrases,
        names=tuple(" ".join(name) for name in names),
        words=frozenset(word for phrase in phrases for word in phrase),
        numbers=frozenset(number for name in catalogue.names[sku] for number in _numbers(clean(name))),
        # What stays the same in four languages is the brand.
        brands=frozenset(set.intersection(*(set(name) for name in names))) - _GENERIC,
    )


def _running(catalogue: Catalogue) -> Mapping[str, set[str]]:
    """Words that run through half the names of a product in a language, and through no other kind's; by SKU."""
    kinds: dict[str, set[str]] = {}  # beginnings of words that say what a product is, and the kinds they are met in
    heads_of: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for sku, record in catalogue.records.items():
        for language, aliases in record.aliases.items():
            heads = [_head(name, language) for name in (record.name.get(language, ""), *aliases)]
            heads_of[sku, language] = heads
            for word in {word for head in heads for word in head}:
                kinds.setdefault(word[:_BEGINNING], set()).add(record.shape)
    found: dict[str, set[str]] = {sku: set() for sku in catalogue.records}
    for (sku, _language), heads in heads_of.items():
        met = Counter(beginning for head in heads for beginning in {word[:_BEGINNING] for word in head})
        running = {b for b, times in met.items() if times >= 2 and times * 2 >= len(heads) and len(kinds[b]) == 1}
        found[sku] |= {word for head in heads for word in head if len(word) > 3 and word[:_BEGINNING] in running}
    return found


def _head(name: str, language: str) -> tuple[str, ...]:
    """The words of a name that may say what it is: those before "for"; in English the last of them."""
    words = _words(_parted(clean(name))[0])
    return words[-1:] if language == "en" else words


def _parted(text: str) -> tuple[str, str, str]:
    """A text before "for", that word, and after it."""
    found = _FOR.search(text)
    return (text[: found.start()], found[0], text[found.end() :]) if found else (text, "", "")


_GENERIC: Final = frozenset({"usbc", "usb", "led", "pro"})


def _shared(kind: Iterable[list[tuple[str, ...]]]) -> list[tuple[str, ...]]:
    """The names that stand for a kind: single words, and longer ones that several of its products have."""
    times: dict[tuple[str, ...], int] = {}
    for phrases in kind:
        for phrase in set(phrases):
            times[phrase] = times.get(phrase, 0) + 1
    return [phrase for phrase, count in times.items() if count > 1 or len(phrase) == 1]


def _words(text: str) -> tuple[str, ...]:
    """Folded words of a name or a query, without numbers, units and fillers."""
    folded = _GREETING.sub(" ", _USB.sub(r" \1c ", fold(text)))
    words = (word for word in _WORD.findall(folded) if word not in _IGNORED)
    return tuple(dict.fromkeys(words))


def _numbers(text: str) -> frozenset[str]:
    return frozenset(number.replace(",", ".") for number in _NUMBER.findall(text))


def _slipped(typed: str, meant: str, slips: int) -> bool:
    """Few enough slips of the finger for the length. The first letter of a short word is seldom the wrong one."""
    shorter = min(len(typed), len(meant))
    if shorter <= 4:  # "tnet", "tentt", but not "test" for "tent"
        return slips == 1 and typed[0] == meant[0] and (len(typed) != len(meant) or sorted(typed) == sorted(meant))
    return slips <= (1 if shorter < 8 else 2) and (shorter > 5 or typed[0] == meant[0])


def _one_stem(one: str, other: str) -> bool:
    """Forms of one word: the beginnings agree, only endings of up to three letters differ."""
    shorter = min(len(one), len(other))
    same = next((i for i in range(shorter) if one[i] != other[i]), shorter)
    near = same >= max(4, shorter - 2) and len(one) - same <= 3 and len(other) - same <= 3
    return near and fuzz.ratio(one, other) >= 70  # "chair" and "chainik" share four letters and nothing else
