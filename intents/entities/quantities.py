"""How many ("2 kettles", "x3", "dve", "a dozen", "обидві") and which one ("the second one", "последний", "2-й", "option 2").

Values: "2"; for ordinals "1", "2", ... and "-1" for the last. Kinds: quantity, ordinal. A Slovenian noun in the dual without its
number ("lončka") is no quantity, because the same form is also a case of the singular; "oba lončka" is two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from intents.entities.found import digits, word_set
from intents.entities.reading import Reading, read
from intents.entities.spans import NOTHING_MEASURED, Span, best_spans
from intents.understanding import Entity

_PIECES: Final = r"(?:pcs?\.?|pieces?|items?|units?|шт\.?|штук\w*|кос|kos\w{0,2}|kom\.?|komad\w*|x|х|×|✕)"
_TIMES: Final = re.compile(
    rf"(?<![\w.,])(?:(?<!\d )[x×х✕]\s*(\d{{1,3}})(?!\s*[x×х]\s*\d){NOTHING_MEASURED}|(?<!\d[x×х] )(\d{{1,3}})\s*{_PIECES}(?!\s*\d))(?!\w)"
)
_DIGITS: Final = re.compile(rf"(?<![\w.,:/#№+-])(\d{{1,2}})(?:-(?:х|ох|ух|ех|ma))?(?![\w:/-])(?![.,]\d)(?!\.\s*\w){NOTHING_MEASURED}")
_CLOCK_BEFORE: Final = re.compile(r"\b(?:at|after|before|around|ob|po|do|о|об|після|после|в|до|к)\s+$")
_BY: Final = re.compile(r"\d\s*[x×х]\s*$")
_STREET: Final = re.compile(
    r"\b(?:ulic\w|cest\w|trg\w?|ul|naselje|pot|street|st|road|rd|avenue|ave|lane|house|flat|apt|apartment|room|page|level|floor|"
    r"ул|улиц\w|дом\w?|кв|квартир\w|просп\w*|пр|корп\w*|этаж\w*|вул|вулиц\w|буд\w*|поверх\w*|отделени\w|відділенн\w|пошт\w+|"
    r"sizes?|размер\w*|розмір\w*|velikost\w*|stevilk\w*|st|model\w?|модел\w*|iphone|galaxy|version)\W+(?:\w+\W+)?$"
)
_SET: Final = re.compile(r"[dn][iv][dn]")  # "2 in 1"
# "one" and its like are more often a pronoun or a question than a count.
_PRONOUN_BEFORE: Final = word_set(
    "this that the which first second third last next wrong new any no another other every each right same old big small cheaper "
    "no-one some it's еще этот эта ни цей ця жоден ne se ta tista v na od z red blue black white green"
)
_NOT_MEASURED: Final = re.compile(NOTHING_MEASURED)
# Animals at home, and what follows the English word in a shop.
_PET: Final = word_set("food foods shop store bed beds carrier friendly toy toys owner hair door supplies")
_OF_TIME_OR_MONEY: Final = frozenset("JKlYHTCmM")

# "last week", "первый раз", "prvič": what makes an ordinal speak of time, not of a choice. "другой" is no ordinal in Russian.
_OF_TIME: Final = re.compile(
    r"\s+(?:week|month|year|night|time|friday|monday|order|day|name|hand|of all|minute|thing|floor|"
    r"place|класс\w*|этаж\w*|поверх\w*|nadstropj\w|"
    r"ден\w*|дня|половин\w*|очеред\w*|черг\w*|врем\w*|раз\w*|"
    r"недел\w*|месяц\w*|год\w*|тижд\w*|тижн\w*|місяц\w*|рік|рок\w*|teden|tednu|mesec\w*|let\w*|cas\w*|час\w*|dan|dni|krat|hip\w*|vrst\w*)\b"
)
_NO_CHOICE_BEFORE: Final = word_set("at a just one wait nekaj kaj nic kdo koga kakega kaksnega se для мого твого его від от in")
_ALSO_OTHER: Final = ("drug", "друг")  # "the other": scores lower
_SUFFIXED: Final = re.compile(r"(?<![\w.,])(\d{1,2})(?:st|nd|rd|th|-?(?:й|ый|ий|я|ая|е|ое|го|ого|му|ю|ую|ша|га|тя|та|ту|гу|шу))(?!\w)")
_NUMBERED: Final = re.compile(
    r"(?:(?<![\w&])[#№]\s?|\b(?:option|variant|вариант\w?|варіант\w?|пункт\w?|moznost|varianta|stevilka|number|номер|no\.?)\s+(?:no\.?\s+)?)"
    r"(\d)(?![\w.,:/-]\d|\w)"
)
_TOP: Final = re.compile(r"\b(?:(?P<top>top|upper)|bottom|lower) one\b|\bone (?:on|at) (?:the )?(?:(?P<top2>top)|bottom)\b")
_COUNTED: Final = frozenset("nD")
_CHOOSING: Final = frozenset("oL")


def quantities(text: str) -> list[Entity]:
    """Counts from 1 to 999, in order of place."""
    reading = read(text)
    return [reading.place(entity) for entity in counts(reading)]


def counts(reading: Reading) -> list[Entity]:
    """The same of what has been read."""
    if not reading.numbered and not reading.has(_COUNTED):
        return []
    return best_spans("quantity", (span for span in _counts(reading) if int(span.value) > 0))


def _counts(reading: Reading) -> Iterator[Span]:
    text = reading.text
    sets = [(reading.items[m.start()].start, reading.items[m.end() - 1].end) for m in _SET.finditer(reading.code)]
    if reading.numbered:
        for match in _TIMES.finditer(text):
            yield Span(_plain(match[1] or match[2]), *match.span(), 1.0)
        for match in _DIGITS.finditer(text):
            if _BY.search(text, max(0, match.start() - 6), match.start()):
                continue  # "200 x 90"
            if _STREET.search(text, max(0, match.start() - 40), match.start()):
                continue
            if _CLOCK_BEFORE.search(text, max(0, match.start() - 8), match.start()) or any(a <= match.start() < b for a, b in sets):
                continue
            yield Span(_plain(match[1]), *match.span(1), 0.8)
    yield from _in_words(reading, sets)


def _plain(said: str) -> str:
    return str(int(digits(said) or 0))


def _in_words(reading: Reading, sets: list[tuple[int, int]]) -> Iterator[Span]:
    items, code, text = reading.items, reading.code, reading.text
    alone = len(code.strip(".!? ")) == 1 and " " not in code
    for at, item in enumerate(items):
        if code[at] == "D":
            first = at - 1 if at and code[at - 1] in "na" else at
            half = at >= 2 and code[at - 2] == "F" and code[at - 1] == "a"
            after = at + 1 + (code[at + 1 : at + 2] == "j")
            if code[after : after + 1] in _OF_TIME_OR_MONEY:
                continue  # "a couple of days"
            value = int(item.value) * (int(items[first].value) if code[first] == "n" and item.value == 12 else 1)
            yield Span(str(value // 2 if half else value), items[first].start, item.end, 0.8)
        elif (
            code[at] == "n"
            and code[at + 1 : at + 2] != "D"
            and 0 < (number := int(item.value)) <= 999
            and _NOT_MEASURED.match(text, item.end)
        ):
            if code[at + 1 : at + 2] in ("t", "-", "b", "&") and code[at + 3 : at + 4] and code[at + 3] in _OF_TIME_OR_MONEY:
                continue  # "two to three days"
            if any(a <= item.start < b for a, b in sets) or (code[at + 1 : at + 2] and code[at + 1] in _OF_TIME_OR_MONEY):
                continue
            if code[at + 1 : at + 2] == "z" or (item.word == "pet" and _is_pet(reading, at)):
                if item.word == "pet" and _is_pet(reading, at):
                    continue
                yield Span(str(number), item.start, items[at + 1].end, 0.9)
                continue
            before = items[at - 1].word if at else ""
            if number > 1 or alone or (before not in _PRONOUN_BEFORE and _noun_follows(reading, at)):
                yield Span(str(number), item.start, item.end, 0.8 if number > 1 else 0.6)


def _is_pet(reading: Reading, at: int) -> bool:
    around = {item.word for item in (*reading.items[max(0, at - 1) : at], *reading.items[at + 1 : at + 2])}
    return not around.isdisjoint(_PET) or not around.isdisjoint({"a", "my", "the", "your", "our"})


def _noun_follows(reading: Reading, at: int) -> bool:
    following = reading.items[at + 1] if at + 1 < len(reading.items) else None
    return following is not None and following.kind in "_c" and len(following.word) > 3


def ordinals(reading: Reading) -> list[Entity]:
    """Which of several is meant. Slovenian "drugi" and Ukrainian "другий" also mean "other": these score lower."""
    if not reading.numbered and not reading.has(_CHOOSING) and "one" not in reading.text:
        return []
    return best_spans("ordinal", _ordinals(reading))


def _ordinals(reading: Reading) -> Iterator[Span]:
    text = reading.text
    if reading.numbered:
        for match in _SUFFIXED.finditer(text):
            if not _OF_TIME.match(text, match.end()) and int(match[1]):
                yield Span(_plain(match[1]), *match.span(), 0.9)
        for match in _NUMBERED.finditer(text):
            if not _ORDER_BEFORE.search(text, max(0, match.start() - 16), match.start()) and int(match[1]):
                yield Span(_plain(match[1]), *match.span(), 0.9)
    for match in _TOP.finditer(text):
        yield Span("1" if match["top"] or match["top2"] else "-1", *match.span(), 0.9)
    for at, item in enumerate(reading.items):
        if reading.code[at] not in "oL" or not item.value or _OF_TIME.match(text, item.end):
            continue
        before = reading.items[at - 1] if at else None
        if before is not None and (before.word in _NO_CHOICE_BEFORE or before.kind in "dn") and (item.value == 2 or before.word == "at"):
            continue
        yield Span(str(item.value), item.start, item.end, 0.6 if item.word.startswith(_ALSO_OTHER) else 0.9)


_ORDER_BEFORE: Final = re.compile(r"(?:order|заказ\w*|замовлен\w*|naroci?l\w*|house|дом\w*|phone|телефон\w*)\W*$")
