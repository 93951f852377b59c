"""How a customer sounds: calm, upset, angry or abusive. Word lists, shouting and exclamation marks; microseconds.

A swear word about a thing ("where is my damn parcel") is anger; only an insult at a person is abuse. Neighbours:
`tone_words.py` holds the lists, `bot/policy.py` decides what follows from a tone.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from intents.folding import clean
from intents.tone_words import ANGRY, DIRECTED, INSULTS, SWEARING, UPSET, YOU
from intents.understanding import Tone

_WORD: Final = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_MANY_MARKS: Final = re.compile(r"!\s*!\s*!|[!?]*(?:!\?|\?!)[!?]*|\?{4,}")
_ANGRY_SIGNS: Final = re.compile("[🤬😡😠👿🖕]")
_SAD_SIGNS: Final = re.compile("[😢😭😞😔🙁☹😟😩😤😣]|(?<!\\w):['’]?-?\\(+")
_LEAST_SHOUTED: Final = 9  # capital letters; below that it is an abbreviation or a single word
_NEAR: Final = 4  # words between an insult and the "you" it is thrown at


def tone_of(text: str) -> Tone:
    """The strongest tone of a message."""
    low = clean(text)
    words = _WORD.findall(low)
    if _abusive(low, words):
        return Tone.ABUSIVE
    shouted = _shouts(text)
    marks = len(_MANY_MARKS.findall(low))
    angry = _ANGRY_SIGNS.search(text) is not None or any(map(_swears, words)) or bool(ANGRY.search(low))
    upset = bool(UPSET.search(low)) or _SAD_SIGNS.search(text) is not None
    if angry or shouted or (upset and marks):
        return Tone.ANGRY
    return Tone.UPSET if upset or marks else Tone.CALM


@lru_cache(maxsize=4096)
def _swears(word: str) -> bool:
    return SWEARING.fullmatch(word) is not None


@lru_cache(maxsize=4096)
def _insults(word: str) -> bool:
    return INSULTS.fullmatch(word) is not None


def _shouts(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    loud = [word for word in words if word.isupper()]
    return sum(map(len, loud)) >= _LEAST_SHOUTED and len(loud) * 2 >= len(words)


def _abusive(low: str, words: list[str]) -> bool:
    """An insult thrown at somebody: a set phrase, or an insulting noun beside "you", or an insult that is all there is."""
    if DIRECTED.search(low):
        return True
    thrown = [index for index, word in enumerate(words) if _insults(word)]
    if not thrown:
        return False
    if len(words) <= 3:
        return True
    yous = [index for index, word in enumerate(words) if word in YOU]
    return any(abs(index - you) <= _NEAR for index in thrown for you in yous)
