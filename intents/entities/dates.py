"""Dates: "12. novembra", "v ponedeljek", "у п'ятницю", "через 3 дня", "next friday", "12.11.2026". Value: ISO day.

Our own tables come first: measured, dateparser misses many Slovenian and Ukrainian forms. It is asked only when the text
looks like a date the tables do not know ("twenty days ago", "last week"), because its import takes most of a second.

A day and month without a year is the nearest such day; a weekday without "last" is the next one to come.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from intents.entities.calendar_words import (
    AMBIGUOUS_WEEKDAYS,
    LAST,
    MONTH_PATTERN,
    MONTH_STEMS,
    NEXT,
    ON,
    RELATIVE_DAYS,
    THIS,
    UNIT_PATTERN,
    WEEKDAY_PATTERN,
    WEEKDAY_STEMS,
)
from intents.entities.found import NUMBERS, has_digits, word_set
from intents.understanding import Entity

_APOSTROPHE: Final = str.maketrans({"’": "'", "ʼ": "'", "`": "'"})
_YEAR: Final = r"(?:(?:\s*,)?\s*(?P<year>(?:20)?\d\d)(?![\d:])(?!\s*(?:€|eur|x|pcs|шт|kos)))?"
_DAY: Final = r"(?P<day>[0-3]?\d)"

_ISO: Final = re.compile(r"(?<![\d-])(?P<year>20\d\d)-(?P<month>[01]?\d)-(?P<day>[0-3]?\d)(?![\d-])")
_NUMERIC: Final = re.compile(
    rf"(?<![\d.,/-]){_DAY}(?P<mark>[./-])\s?(?P<month>[01]?\d)(?:(?P=mark)\s?(?P<year>20\d\d|\d\d)|(?P<dot>\.))(?![\d/-])"
)
_CUED: Final = re.compile(rf"\b{ON}\s+(?:the\s+)?{_DAY}[./](?P<month>[01]\d)(?![\d.,/])(?!\s*(?:€|eur|евро|євро|evr|%))", re.IGNORECASE)
_DAY_MONTH: Final = re.compile(
    rf"(?<![\d.,]){_DAY}(?:\s*\.|st|nd|rd|th|-?(?:го|ое|е|ого|oga|ega))?\s*(?:of\s+)?(?P<name>{MONTH_PATTERN})\b\.?{_YEAR}",
    re.IGNORECASE,
)
_MONTH_DAY: Final = re.compile(rf"\b(?P<name>{MONTH_PATTERN})\.?\s+(?:the\s+)?{_DAY}(?:st|nd|rd|th)?(?![\d:.,]\d|\d){_YEAR}", re.IGNORECASE)
_WEEKDAY: Final = re.compile(
    rf"(?:\b(?P<next>{NEXT})\s+|\b(?P<last>{LAST})\s+|\b(?P<this>{THIS})\s+|\b(?P<on>{ON})\s+)?\b(?P<name>{WEEKDAY_PATTERN})\b",
    re.IGNORECASE,
)
_RELATIVE: Final = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, RELATIVE_DAYS), key=len, reverse=True)) + r")\b", re.IGNORECASE)
_COUNT: Final = r"(?:\b(?P<count>\d{1,3}|[^\W\d_]{1,12}(?:'\w{1,6})?)\s+)?"
_AHEAD: Final = re.compile(rf"\b(?:in|within|через|за|čez|cez|cherez)\s+{_COUNT}{UNIT_PATTERN}\b", re.IGNORECASE)
_AGO: Final = re.compile(rf"{_COUNT}{UNIT_PATTERN}\s+(?:ago|назад|тому(?:\s+назад)?|nazaj|tomu)\b", re.IGNORECASE)
_PRED: Final = re.compile(rf"\bpred\s+{_COUNT}{UNIT_PATTERN}\b", re.IGNORECASE)
_SHORTEST_PARSED: Final = 5
_WITH_ARTICLE: Final = frozenset({"a", "an", "en", "eno", "enim"})
_DUAL: Final = frozenset({"dneva", "tedna", "meseca", "dnevoma", "tednoma", "mesecema"})  # Slovenian: two of it
_LENGTHS: Final = {"day": 1, "week": 7, "month": 30}
_WORTH_PARSING: Final = re.compile(
    rf"\d\s*{MONTH_PATTERN}\b|\b(?:ago|назад|тому|nazaj|fortnight)\b|\b(?:{LAST}|{NEXT})\s+(?:week|month)\b",
    re.IGNORECASE,
)
# The first three letters of every word a date can hold: a text with none of them and no digit holds no date.
_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|')+")
_BEGINNINGS: Final = frozenset(
    word[:3]
    for word in {part for phrase in RELATIVE_DAYS for part in phrase.split()}
    | WEEKDAY_STEMS.keys()
    | word_set(
        "понеділ вівтор серед четвер п'ятниц субот неділ torek tork day days week weeks wk wks month months fortnight "
        "дней дня дні днів день недел тиж месяц місяц dni dnev dneh dan dnem teden tedn mesec"
    )
)


def dates(text: str, now: date) -> list[Entity]:
    """Days spoken of, in order of place. Offsets cover the words that make the date."""
    plain = text if text.isascii() else text.translate(_APOSTROPHE)
    found: list[Entity] = []
    low = plain.lower()
    if not has_digits(plain) and _BEGINNINGS.isdisjoint(word[:3] for word in _WORD.findall(low)):
        return found
    for day, start, end, score in _candidates(plain, now):
        if not any(e.start < end and start < e.end for e in found):
            found.append(Entity("date", day.isoformat(), start, end, score))
    return sorted(found, key=lambda entity: entity.start)


def _candidates(text: str, now: date) -> Iterator[tuple[date, int, int, float]]:
    for pattern in (_ISO, _NUMERIC, _CUED, _DAY_MONTH, _MONTH_DAY) if has_digits(text) else ():
        for match in pattern.finditer(text):
            parts = match.groupdict()
            name = parts.get("name")
            month = _month(name) if name else int(parts["month"])
            day = _day(now, parts.get("year"), month, int(parts["day"]))
            if day:
                start = match.start("day") if pattern is _CUED else match.start()
                yield day, start, match.end(), 1.0 if parts.get("year") else 0.9
    for match in _RELATIVE.finditer(text):
        yield now + timedelta(days=RELATIVE_DAYS[match[0].lower()]), match.start(), match.end(), 1.0
    for match in _AHEAD.finditer(text):
        if days := _span(match):
            yield _shift(now, days), match.start(), match.end(), 0.9
    for pattern in (_AGO, _PRED):
        for match in pattern.finditer(text):
            if days := _span(match):
                yield _shift(now, -days), match.start(), match.end(), 0.9
    for match in _WEEKDAY.finditer(text):
        name = match["name"].lower()
        if name in AMBIGUOUS_WEEKDAYS and not (match["next"] or match["last"] or match["on"]):
            continue
        yield _weekday(now, name, last=bool(match["last"])), match.start("name"), match.end(), 0.8


def _month(name: str) -> int:
    low = name.lower()
    return next(number for stem, number in MONTH_STEMS.items() if low.startswith(stem))


def _day(now: date, year: str | None, month: int, day: int) -> date | None:
    """The day meant, or None when there is no such day. Without a year: the nearest one."""
    try:
        if year:
            return date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
        years = range(max(now.year - 1, 1), min(now.year + 1, 9999) + 1)
        near = [made for each in years if (made := _try(each, month, day))]
    except ValueError:
        return None
    return min(near, key=lambda made: abs((made - now).days), default=None)


def _try(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _span(match: re.Match[str]) -> int:
    """Days of "3 weeks", "a week", "čez dva tedna", "через неделю"; 0 when the word before the unit is no number."""
    unit = next(name for name in _LENGTHS if match[name])
    said = (match["count"] or "").lower()
    if not said:
        count = 2 if match[unit].lower() in _DUAL else 1
    elif said.isdecimal():
        count = int(said)
    elif said in _WITH_ARTICLE:
        count = 1
    else:
        count = NUMBERS.get(said, 0)
    return count * _LENGTHS[unit]


def _shift(now: date, days: int) -> date:
    try:
        return now + timedelta(days=days)
    except OverflowError:
        return now


def _weekday(now: date, name: str, *, last: bool) -> date:
    target = max((stem for stem in WEEKDAY_STEMS if name.startswith(stem)), key=len)
    ahead = (WEEKDAY_STEMS[target] - now.weekday()) % 7 or 7
    return now + timedelta(days=ahead - 7 if last and ahead != 7 else -7 if last else ahead)


def parsed_elsewhere(text: str, now: date, language: str) -> list[Entity]:
    """What dateparser makes of a text in which the tables found no date, if a month or a word like "ago" is in it."""
    if not _WORTH_PARSING.search(text):
        return []
    search = importlib.import_module("dateparser.search")  # late: 0.5 s and 40 MB, and hardly ever needed
    settings = {"RELATIVE_BASE": datetime.combine(now, time()), "PREFER_DATES_FROM": "past"}
    hits = search.search_dates(text, languages=[language], settings=settings) or []
    found: list[Entity] = []
    for words, moment in hits:
        start = text.find(words)
        if start >= 0 and any(c.isalpha() for c in words) and len(words) > _SHORTEST_PARSED:
            found.append(Entity("date", moment.date().isoformat(), start, start + len(words), 0.6))
    return found
