"""What a message names only to deny it: "no, I meant 1002", "не 1001, а 1002", "1001, sorry, 1003", "not the red one, the blue".

Decision: a denied value is no entity, so that whoever takes the first entity of a kind takes the one that is meant. Three ways to
deny:

- "not X", "не X", "ni X": X is denied, whether or not another value follows;
- "no X", "ne X", "instead of X": the same words also begin a correction ("ne 1002"), so X is denied only when another value of its
  kind follows;
- "X, sorry, Y", "X, вернее Y", "X oziroma Y": the later one is meant.

Between the denial and the value only small words may stand ("not order number 1001", but not "did not get 1001"). Neighbours:
`__init__.py` calls this last; `bot/decide.py` decides what a correction corrects.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from intents.entities.reading import Reading, plain_text
from intents.understanding import Entity

_SMALL: Final = (
    r"(?:(?:the|a|an|of|on|in|at|for|by|to|order|orders|number|no|nr|size|colour|color|"
    r"заказ\w{0,2}|номер\w{0,2}|на|в|во|за|у|о|об|с|до|после|размер\w{0,2}|цвет\w{0,2}|"
    r"замовлення|після|розмір\w{0,2}|колір|кольору|narocil\w|stevilk\w|st|v|na|ob|za|po|do|velikost\w?|barv\w)\b[\s.:#№-]*)"
)
_DENIED: Final = re.compile(rf"(?:\b(?:not|isn't|wasn't|aren't|ain't|не|ni|nisem mislila?|nikakor)\b)[\s:]*(?:[#№(\"«]|{_SMALL}){{0,5}}$")
# "did not order 1002" tells of an order.
_TELLS: Final = re.compile(r"\b(?:did|do|does|have|has|had|can|could|will|would|am|yet|still|why|почему|чому|zakaj|ще|еще|se)\W*$")
_DENIED_FOR: Final = re.compile(
    rf"\b(?:no|нет|ні|ne|net|instead of|rather than|вместо|замість|namesto)\b[\s:]*(?:[#№(\"«]|{_SMALL}){{0,5}}$"
)
_RATHER: Final = re.compile(
    r"[\s.,;:!?)(-]*(?:\b(?:no|nope|sorry|oops|i mean|i meant|i mean it's|wait|actually|rather|or rather|correction|make that|make it|"
    r"ой|нет|не|вернее|точнее|то есть|извините|простите|упс|стоп|лучше|"
    r"ні|точніше|тобто|вибачте|перепрошую|краще|"
    r"oziroma|mislim|pardon|oprostite|se pravi|ups|ne|raje|pravzaprav|napaka)\b[\s.,;:!?-]*){1,3}"
    rf"(?:(?:it's|it is|это|це|je|i meant|i mean|sem misli\w+|имел[аи]? в виду|мав на увазі|мала на увазі|a)\b\s*)?(?:[#№]|{_SMALL}){{0,5}}"
)
# "not the kettle, the drill", "не чайник, а дрель": which words name what is not wanted.
_DENIED_WORDS: Final = re.compile(
    r"(?:\b(?:not|не|instead of|rather than|вместо|замість|namesto|nisem misli\w+)\s+|(?<=^)(?:ne|ni)\s+)"
    r"(?P<denied>[^,.;!?\n]{2,40}?)\s*(?:[,;-]\s*|\s)(?:but|а|але|ampak|temvec|marvec|pac pa|но|rather|i (?:meant|mean|want))\s+(?=\w{2})"
    r"|\bnot (?P<the>the [^,.;!?\n]{2,40}?), (?=the\b)"
)
_ANY: Final = re.compile(
    r"\b(?:not|n't|не|ni|no|нет|ні|ne|net|nisem|nikakor|instead|rather|вместо|замість|namesto|sorry|oops|mean|meant|wait|actually|correction|make|"
    r"ой|вернее|точнее|то есть|извините|простите|упс|стоп|лучше|точніше|тобто|вибачте|перепрошую|краще|oziroma|mislim|pardon|oprostite|"
    r"se pravi|ups|raje|pravzaprav|napaka)\b|n't\b"
)


def without_denied(reading: Reading, found: Sequence[Entity]) -> list[Entity]:
    """The entities, in order of place, that the message does not take back."""
    if not found or not _ANY.search(reading.text):
        return list(found)
    return [entity for entity in found if not _denied(reading.text, entity, found)]


def _denied(text: str, entity: Entity, found: Sequence[Entity]) -> bool:
    before = text[: entity.start][-60:]
    later = next((other for other in found if other.kind == entity.kind and other.start >= entity.end), None)
    denial = _DENIED.search(before)
    if denial is not None and not _TELLS.search(before[: denial.start()]):
        return True
    if later is None:
        return False
    if later.value != entity.value and _RATHER.fullmatch(text, entity.end, later.start):
        return True
    return _DENIED_FOR.search(before) is not None


def affirmed(typed: str) -> str:
    """The text with the words for a denied thing made blank ("not the kettle, the drill"): for the search of products. Same length."""
    text, starts, ends = plain_text(typed)
    if not _ANY.search(text):
        return typed
    for match in _DENIED_WORDS.finditer(text):
        start, end = match.span("denied" if match["denied"] else "the")
        if starts is not None and ends is not None:
            start, end = starts[start], ends[end - 1]
        typed = typed[:start] + " " * (end - start) + typed[end:]
    return typed
