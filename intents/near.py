"""Examples that say nearly the same: within an intent they teach nothing new, across intents they teach a contradiction.

Texts are compared as sets of folded words, numbers made one. `near_pairs` finds every pair of two intents in one language that has the
same words but for courtesies, or shares 85 % of all words; 32,000 examples take about two seconds. Reads no file. Neighbours:
`faults.py` reports what is found here, `cross_report.py` says how many examples stand in such groups.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from intents.folding import clean, fold_word
from intents.names import SMALL_TALK
from intents.rasa_values import Example

ALIKE: Final = 0.85  # of two sets of words: shared ones by all; six of seven are enough, five of six are not
_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_NUMBER: Final = re.compile(r"\d+")

# Folded. What may be added to a message, or left out of it, without its wish becoming another. No word of denial and no question word.
_COURTESIES: Final = """
a an the my our i me please pls plz hi hello hey thanks thank you kindly just so well dear sir madam good morning afternoon evening
здравствуйте привет добрый день вечер утро пожалуйста пжл спасибо подскажите скажите прошу
мой моя моё мое мои моего моей мою мне я бы же ли вот ну а
вітаю привіт добрий доброго дня вечора ранку будь ласка дякую підкажіть скажіть мій моя моє мої мого моєї мою мені я би ж от ну
pozdravljeni živjo zdravo dober dan večer jutro prosim hvala lepo moj moja moje mojega moji jaz mi bi pa no torej spoštovani
"""
_EMPTY: Final = frozenset(map(fold_word, _COURTESIES.split()))


@dataclass(frozen=True, slots=True)
class NearPair:
    """Two examples of one language under two intents. `same`: letter for letter but for case, punctuation and numbers."""

    example: Example
    other: Example
    same: bool


def wording(text: str) -> str:
    """Small letters, every number 0, no punctuation: what two lines have in common that differ in nothing else."""
    return " ".join(_WORD.findall(_NUMBER.sub("0", clean(text)))) or clean(text)


def grouping(text: str) -> str:
    """`wording`, folded: "где мой заказ 1002" and "gde moi zakaz 7?" are one."""
    return " ".join(filter(None, map(fold_word, wording(text).split()))) or clean(text)


def groups_of(examples: Sequence[Example]) -> list[list[int]]:
    """Indexes of examples with one `grouping`, in groups of two or more."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, example in enumerate(examples):
        found[grouping(example.text)].append(index)
    return [members for members in found.values() if len(members) > 1]


def near_pairs(examples: Sequence[Example]) -> list[NearPair]:
    """Every example beside at most one of another intent that says nearly the same, the later beside the earlier."""
    folded: dict[str, str] = {}  # every word once: the folding's own memory is made for one conversation
    by_language: dict[str | None, list[tuple[Example, frozenset[str], str]]] = defaultdict(list)
    for example in examples:
        said = wording(example.text)
        words = []
        for word in said.split():
            if word not in folded:
                folded[word] = fold_word(word)
            words.append(folded[word])
        by_language[example.language].append((example, frozenset(filter(None, words)), said))
    pairs: list[NearPair] = []
    for each in by_language.values():
        pairs += _equal(each)
        paired = {id(pair.example) for pair in pairs}
        pairs += (pair for pair in _overlapping(each) if id(pair.example) not in paired)
    return pairs


def _equal(rows: Sequence[tuple[Example, frozenset[str], str]]) -> Iterator[NearPair]:
    seen: dict[frozenset[str], list[tuple[Example, str]]] = defaultdict(list)
    for example, words, said in rows:
        if not words:
            continue
        before = seen[_decisive(words, example.intent)]
        others = [(other, text) for other, text in before if other.intent != example.intent and (len(words) > 1 or text == said)]
        if others:
            other = next((other for other, text in others if text == said), others[0][0])
            yield NearPair(example, other, any(text == said for _, text in others))
        before.append((example, said))


def _decisive(words: frozenset[str], intent: str) -> frozenset[str]:
    """Without courtesies, where enough is left: in small talk the courtesy may be the whole message, or what tells two apart."""
    rest = words - _EMPTY
    return rest if len(rest) >= (3 if intent in SMALL_TALK else 2) else words


def _overlapping(rows: Sequence[tuple[Example, frozenset[str], str]]) -> Iterator[NearPair]:
    """Two sets that are alike share one of the rarest words of each (the prefix filter of set joins), so few pairs are looked at."""
    counts = Counter(word for _, words, _ in rows for word in words)
    holders: dict[str, list[tuple[Example, frozenset[str]]]] = defaultdict(list)
    for example, words, _ in sorted(rows, key=lambda row: len(row[1])):
        size = len(words)
        if size * ALIKE > size - 1 and size < 1 / (1 - ALIKE) - 1:
            continue  # too few words for one of them to differ
        rare = sorted(words, key=lambda word: (counts[word], word))[: size - math.ceil(ALIKE * size) + 1]
        tried: set[int] = set()
        found = None
        for word in rare:
            for other, others in holders[word]:
                if found or other.intent == example.intent or len(others) < ALIKE * size or id(other) in tried:
                    continue
                tried.add(id(other))
                shared = len(words & others)
                if shared >= ALIKE * (size + len(others) - shared):
                    found = other
        for word in rare:
            holders[word].append((example, words))
        if found:
            yield NearPair(example, found, same=False)
