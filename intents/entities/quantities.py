"""How many ("2 kettles", "x3", "dve", "три штуки") and which one ("the second one", "последний").

Values: "2"; for ordinals "1", "2", ... and "-1" for the last. Kinds: quantity, ordinal.
"""

from __future__ import annotations

import re
from typing import Final

from intents.entities.found import NOT_A_MEASURE, NUMBERS, digits, word_set
from intents.understanding import Entity

_PIECES: Final = r"(?:pcs?\.?|pieces?|items?|units?|шт\.?|штук\w*|kos\w*|kom\.?|komad\w*|x|х|×)"
_TIMES: Final = re.compile(rf"(?<![\w.,])(?:[x×х]\s*(\d{{1,3}})|(\d{{1,3}})\s*{_PIECES})(?!\w)", re.IGNORECASE)
_DIGITS: Final = re.compile(rf"(?<![\w.,:/#№+-])(\d{{1,2}})(?![\w:/-])(?![.,]\d)(?!\.\s*\w){NOT_A_MEASURE}", re.IGNORECASE)
_CLOCK_BEFORE: Final = re.compile(r"\b(?:at|after|before|around|ob|po|do|о|об|після|после|после|в|до|к)\s+$", re.IGNORECASE)
_WORD: Final = re.compile(r"\w+(?:['’ʼ]\w+)?")
# "one" and its like are more often a pronoun or a question than a count.
_PRONOUN_BEFORE: Final = word_set(
    "this that the which first second third last next wrong new any no another other every each right same old big small cheaper "
    "no-one some it's ещё еще этот эта ни цей ця жоден ne še ta tista v na od z"
)
_NOT_MEASURED: Final = re.compile(NOT_A_MEASURE, re.IGNORECASE)

_ORDINALS: Final = {
    word: number
    for number, words in {
        1: "first 1st первый первая первое первую первого перший перша перше першу першого prvi prva prvo prvega",
        2: "second 2nd второй вторая второе вторую второго другий друга друге другу другого drugi druga drugo drugega",
        3: "third 3rd третий третья третье третью третьего третій третя третє третю третього tretji tretja tretjo tretjega",
        4: "fourth 4th четвертый четвёртый четвертая четвертую четвертий четверта четверту četrti četrta četrto cetrti cetrta",
        5: "fifth 5th пятый пятая пятую п'ятий п'ята п'яту peti peta peto",
        -1: "last последний последняя последнее последнюю последнего останній остання останнє останню zadnji zadnja zadnjo zadnjega",
    }.items()
    for word in words.split()
}
_NUMBER_WORDS: Final = frozenset(NUMBERS) | frozenset(_ORDINALS)
# "last week", "первый раз", "prvič": what makes an ordinal speak of time, not of a choice. "другой" is no ordinal in Russian.
_OF_TIME: Final = re.compile(
    r"\s+(?:week|month|year|night|time|friday|monday|order|day|раз\w*|недел\w*|месяц\w*|год\w*|тижд\w*|тижн\w*|"
    r"місяц\w*|рік|"
    r"рок\w*|teden|tednu|mesec\w*|let\w*|čas\w*|cas\w*|dan|dni|krat)\b",
    re.IGNORECASE,
)


def has_number_words(text: str) -> bool:
    """Whether it is worth looking at a text without digits."""
    return any(word.lower().replace("’", "'") in _NUMBER_WORDS or word.lower() in NUMBERS for word in _WORD.findall(text))


def quantities(text: str) -> list[Entity]:
    """Counts from 1 to 999, in order of place."""
    found: list[Entity] = []
    for match in _TIMES.finditer(text):
        _add(found, digits(match[1] or match[2]), match.start(), match.end(), 1.0)
    for match in _DIGITS.finditer(text):
        if not _CLOCK_BEFORE.search(text, max(0, match.start() - 8), match.start()):
            _add(found, digits(match[1]), match.start(1), match.end(1), 0.8)
    before = ""
    for match in _WORD.finditer(text):
        word = match[0].lower()
        number = NUMBERS.get(word)
        if number and _NOT_MEASURED.match(text, match.end()):
            alone = text.strip(" .!?") == match[0]
            if number > 1 or alone or (before not in _PRONOUN_BEFORE and _noun_follows(text, match.end())):
                _add(found, str(number), match.start(), match.end(), 0.8 if number > 1 else 0.6)
        before = word
    return sorted(found, key=lambda entity: entity.start)


def _noun_follows(text: str, at: int) -> bool:
    following = _WORD.match(text, at + 1)
    return following is not None and len(following[0]) > 3


def _add(found: list[Entity], value: str, start: int, end: int, score: float) -> None:
    if int(value or 0) > 0 and not any(e.start < end and start < e.end for e in found):
        found.append(Entity("quantity", str(int(value)), start, end, score))


def ordinals(text: str) -> list[Entity]:
    """Which of several is meant. Slovenian "drugi" and Ukrainian "другий" also mean "other": these score lower."""
    return [
        Entity("ordinal", str(number), match.start(), match.end(), 0.6 if match[0].lower()[:4] in {"drug", "друг"} else 0.9)
        for match in _WORD.finditer(text)
        if (number := _ORDINALS.get(match[0].lower().replace("’", "'"))) and not _OF_TIME.match(text, match.end())
    ]
