"""Dates: "12. novembra", "v ponedeljek", "у п'ятницю", "через 3 дня", "next friday", "12/11", "end of the month". Value: ISO day.

Rules where people mean different things:

- A day and month without a year is the nearest such day; "12/11" is day first unless that is impossible.
- A weekday is the next one to come, today's name a week ahead; "last" makes it the one before today, and so does a verb of the past
  before it in the same clause ("I ordered on Friday"). "Friday next week" is that of next week.
- "12-14 May" is two days with the roles "from" and "to".
- "next week" and "next month" are their first day, "last week" and "last month" the same day then, "the weekend" its Saturday, "the
  end" of a week or month its last day; these score low, because a flow should ask again before it rests on them.
- Lengths are no dates ("within 14 days"), nor are shopping days ("Black Friday").

Our own tables come first: measured, dateparser misses many Slovenian and Ukrainian forms. It is asked only when the text
looks like a date the tables do not know ("a fortnight ago"), because its import takes most of a second.
"""

from __future__ import annotations

import importlib
import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from intents.entities.calendar_words import MONTH_PATTERN, ON
from intents.entities.reading import Item, Reading, read
from intents.entities.spans import Span, best_spans
from intents.understanding import Entity

_ISO: Final = re.compile(r"(?<![\w-])(?P<year>20\d\d)-(?P<month>[01]?\d)-(?P<day>[0-3]?\d)(?![\w-])")
_NUMERIC: Final = re.compile(
    r"(?<![\w.,/-])(?:(?P<from>[0-3]?\d)\.?\s?-\s?)?(?P<day>[0-3]?\d)(?P<mark>[./-])\s?(?P<month>[0-3]?\d)"
    r"(?:(?P=mark)\s?(?P<year>20\d\d|\d\d)|(?P<dot>\.)(?!\d))(?![\w/-])(?!\s?(?:€|eur|евро|євро|evr))"
)
_CUED: Final = re.compile(
    rf"(?:\b{ON}\s+(?:the\s+)?|^\W*(?=\d\d|\d./\d\d|\d/\d\d))(?P<day>[0-3]?\d)(?P<mark>[./])(?P<month>[0-3]?\d)"
    r"(?![\w/]|[.,]\d)(?!\s*(?:€|eur|евро|євро|evr|%|l\b|л\b|v\b|cm|mm|kg|кг))"
)
_COUNT: Final = r"(?:a?Dj?|[dn]|a)"
_UNIT: Final = "[JKlY]"
_DAY_MONTH: Final = re.compile(r"(?P<day>[dor])[.x-]{0,2}j?(?P<month>M)(?:[.,]{0,2}(?P<year>d))?")
_DAYS_MONTH: Final = re.compile(r"(?P<from>[dor])[.x]{0,2}[tb&i-](?P<day>[dor])[.x-]{0,2}j?(?P<month>M)(?:[.,]{0,2}(?P<year>d))?")
_MONTH_DAY: Final = re.compile(r"(?P<month>M)\.?9?(?:(?P<from>d)x?-)?(?P<day>[do])x?(?:,?(?P<year>d))?")
_DAY_ALONE: Final = re.compile(r"(?:[vbfA]9|(?P<after>9?))(?P<day>[do])(?:-?x)?")
_OF_THE_MONTH: Final = re.compile(r"\s*(?:числа|of (?:the|this) month|v mesecu|tega meseca)\b")
_WEEKDAY: Final = re.compile(r"(?:(?P<mark>[NLS])9?|(?P<on>[vbftAZi]))?9?(?P<name>[Ww])(?:[jvit,]?9?(?P<week>[NL])K)?")
_WEEK_FIRST: Final = re.compile(r"(?P<week>[NL])K[vi]?(?P<name>W)")
_RELATIVE: Final = re.compile(r"(?:J(?P<beyond>[Ab]))?(?P<day>R)")
_AHEAD: Final = re.compile(rf"(?:i|(?P<through>I)|(?P<za>Z))(?:(?P<least>[dn])-)?(?P<count>{_COUNT})?(?P<unit>{_UNIT})(?!g)")
_AGO: Final = re.compile(rf"(?:(?P<least>[dn])-)?(?P<count>{_COUNT})?(?P<unit>{_UNIT})g+|p(?P<count2>{_COUNT})?(?P<unit2>{_UNIT})")
_END: Final = re.compile(r"E(?:j|9|S|x)*(?:(?P<next>N)?(?P<unit>[KlY])|(?P<month>M))")
_NEXT: Final = re.compile(r"(?P<mark>[NL])(?P<unit>[KlY])|[NSv9]*(?P<weekend>k)")

_NEEDED: Final = frozenset("WwMRJKlYk")
_UK_UNIT: Final = re.compile(r"[іїєґ]|тиж")  # "за три дні" is in three days; the Russian "за 3 дня" is a length
_DUAL: Final = frozenset({"dneva", "tedna", "meseca", "dnevoma", "tednoma", "mesecema", "leti", "letoma"})  # Slovenian: two of it
_LENGTHS: Final = {"J": 1, "K": 7}
_PAST: Final = re.compile(
    r"\b(?:(?:order|purchas|receiv|arriv|deliver|shipp|call|promis|return)ed|paid|sent|came|got|bought|was|were|wrote|"
    r"заказ(?:ал|ыва)\w*|купил\w*|получил\w*|приш\w+|прие[зх]\w+|оплатил\w*|отправил\w*|был[аои]?|обещал\w*|доставили|звонил\w*|писал\w*|"
    r"привезли|замови[влт]\w*|замовля\w+|купи[влт]\w*|отрима[влт]\w*|прийш\w+|приїх\w+|оплати[влт]\w*|відправи[влт]\w*|бу[влт]\w*|"
    r"обіцяли|привезли|дзвони\w+|писа[влт]\w*|"
    r"naroci?l[aoi]?|narocal\w*|kupil[aoi]?|dobil[aoi]?|prejel[aoi]?|prispel[aoi]?|prisl[aoi]|prisel|placal[aoi]?|poslal[aoi]?|bil[aoi]?|"
    r"obljubil[aoi]?|klical[aoi]?|pisal[aoi]?|dostavili)\b"
)
_FUTURE: Final = re.compile(
    r"\b(?:will|'ll|shall|should|can|could|would|going|want|need|please|deliver\b(?!ed)|буд\w+|можно|можна|хочу|хотел\w*|нужн\w+|треба|"
    r"привезите|доставьте|bo|bom|bomo|boste|bodo|lahko|zelim|rad[ai]?|bi|naj|prosim|if)\b|[.;!?\n]"
)
_SHORTEST_PARSED: Final = 5
_WORTH_PARSING: Final = re.compile(rf"\d\s*{MONTH_PATTERN}\b|\b(?:ago|назад|тому|nazaj|fortnight)\b", re.IGNORECASE)
# "Back" in three languages says "ago" only beside a length: "поверните назад" would cost milliseconds and find nothing.
_LENGTH_SAID: Final = re.compile(r"\d\s*[^\W\d_]|\b(?:fortnight|полчаса|півгодини|полгода|півроку)\b")
_LENGTHS_OF_TIME: Final = frozenset("JKlYHT")


def dates(text: str, now: date) -> list[Entity]:
    """Days spoken of, in order of place. Offsets cover the words that make the date."""
    reading = read(text)
    return [reading.place(entity) for entity in days(reading, now)]


def days(reading: Reading, now: date) -> list[Entity]:
    """The same of what has been read."""
    if not reading.numbered and not reading.has(_NEEDED):
        return []
    return best_spans("date", _candidates(reading, now))


def _candidates(reading: Reading, now: date) -> Iterator[Span]:
    if reading.numbered:
        yield from _in_digits(reading.text, now)
        yield from _of_the_month(reading, now)
    if not reading.has(_NEEDED):
        return
    if "M" in reading.code:
        yield from _with_month(reading, now)
    yield from _relative(reading, now)
    if "W" in reading.code or "w" in reading.code:
        yield from _weekdays(reading, now)
    yield from _stretches(reading, now)


def _in_digits(text: str, now: date) -> Iterator[Span]:
    for pattern in (_ISO, _NUMERIC, _CUED):
        for match in pattern.finditer(text):
            parts = match.groupdict()
            day, month, year = int(match["day"]), int(match["month"]), parts.get("year")
            if month > 12 >= day and parts.get("mark") == "/":
                day, month = month, day  # 11/23 has no other reading
            if pattern is _NUMERIC and parts["mark"] == "-" and not (year and len(year) == 4):
                continue  # "10-02-3" may be anything
            found = _day(now, year, month, day)
            if found is None:
                continue
            first = _day(now, year, month, int(parts["from"])) if parts.get("from") else None
            if first is not None and first <= found:
                yield Span(first.isoformat(), match.start("from"), match.end("from"), 0.9, "from")
                yield Span(found.isoformat(), match.start("day"), match.end(), 0.9, "to")
            else:
                yield Span(
                    found.isoformat(), match.start("day") if pattern is not _ISO else match.start(), match.end(), 1.0 if year else 0.9
                )


def _with_month(reading: Reading, now: date) -> Iterator[Span]:
    items = reading.items
    for pattern in (_DAYS_MONTH, _MONTH_DAY, _DAY_MONTH):
        for match in pattern.finditer(reading.code):
            month, at, last = items[match.start("month")], match.start("day"), match.end() - 1
            year = _year(items, match)
            if match["year"] and year is None:
                last = match.start("year") - 1
                while reading.code[last] in ".,":
                    last -= 1
            found = _day(now, year, int(month.value), int(items[at].value))
            if found is None:
                continue
            score = 1.0 if year else 0.9
            first = _from(now, year, items, match)
            if first is not None and first <= found:
                begin = match.start("from")
                yield _span(items, first, match.start(), begin, score, "from")
                yield _span(items, found, at, last, score, "to")
            elif pattern is not _DAYS_MONTH:
                yield _span(items, found, match.start(), last, score)


def _from(now: date, year: str | None, items: tuple[Item, ...], match: re.Match[str]) -> date | None:
    if not match.re.groupindex.get("from") or match["from"] is None:
        return None
    return _day(now, year, int(items[match.start("month")].value), int(items[match.start("from")].value))


def _year(items: tuple[Item, ...], match: re.Match[str]) -> str | None:
    """Four digits, or two with an apostrophe's worth of trust: "12 May 26" but not "12 May 2 pcs"."""
    if match["year"] is None:
        return None
    said = items[match.start("year")].word
    after = match.start("year") + 1
    kind = items[after].kind if after < len(items) else ""
    return said if (len(said) == 4 and said.startswith("20")) or (len(said) == 2 and kind not in {"C", "z", "X", ":", "_", "H"}) else None


def _of_the_month(reading: Reading, now: date) -> Iterator[Span]:
    """ "by the 15th", "15-го числа": the next such day from today on."""
    items = reading.items
    for match in _DAY_ALONE.finditer(reading.code):
        at, last = match.start("day"), match.end() - 1
        day = int(items[at].value)
        english = match["after"] is None and items[last].word in ("th", "st", "nd", "rd")
        if not 1 <= day <= 31 or not (english or _OF_THE_MONTH.match(reading.text, items[last].end)):
            continue
        months = (_shift(now.replace(day=1), "l", more) for more in range(3))
        coming = (found for month in months if (found := _try(month.year, month.month, day)) and found >= now)
        if (found := next(coming, None)) is not None:
            yield _span(items, found, at, last, 0.7)


def _relative(reading: Reading, now: date) -> Iterator[Span]:
    items = reading.items
    for match in _RELATIVE.finditer(reading.code):
        value = int(items[match.start("day")].value)
        beyond = match["beyond"]
        if beyond and not ((beyond == "A" and value == 1) or (beyond == "b" and value == -1)):
            yield _span(items, now + timedelta(days=value), match.start("day"), match.end() - 1, 1.0)
            continue
        yield _span(items, _shift(now, "J", value * 2 if beyond else value), match.start(), match.end() - 1, 1.0)
    for match in _AHEAD.finditer(reading.code):
        unit = items[match.start("unit")]
        count = _count(items, match, "count", "unit")
        if match["za"] and (not match["count"] or not _UK_UNIT.search(unit.word)):
            continue
        if count and (match["count"] or match["through"]):
            yield _span(items, _shift(now, unit.kind, count), match.start(), match.end() - 1, 0.6 if match["least"] or match["za"] else 0.9)
    for match in _AGO.finditer(reading.code):
        names = ("count", "unit") if match["unit"] else ("count2", "unit2")
        count = _count(items, match, *names)
        if count:
            yield _span(items, _shift(now, match[names[1]], -count), match.start(), match.end() - 1, 0.9)


def _count(items: tuple[Item, ...], match: re.Match[str], count: str, unit: str) -> int:
    """Units of "3 weeks", "a couple of days", "čez dva tedna", "через неделю", "čez tedna" (dual); 0 when there are none."""
    if match[count] is None:
        return 2 if items[match.start(unit)].word in _DUAL else 1
    counted = [int(item.value) for item in items[match.start(count) : match.end(count)] if item.kind in "dnaD"]
    return counted[-1] if counted and 0 <= counted[-1] <= 999 else 0


def _weekdays(reading: Reading, now: date) -> Iterator[Span]:
    items = reading.items
    for match in _WEEK_FIRST.finditer(reading.code):
        monday = now - timedelta(days=now.weekday()) + timedelta(days=7 if match["week"] == "N" else -7)
        yield _span(items, monday + timedelta(days=int(items[match.start("name")].value)), match.start(), match.end() - 1, 0.85)
    for match in _WEEKDAY.finditer(reading.code):
        at = match.start("name")
        name, before = int(items[at].value), items[at - 1] if at else None
        if match["name"] == "w" and not (match["mark"] or match["on"]):
            continue
        if before is not None and (before.kind, before.value) == ("c", "black"):
            continue
        if match["week"]:
            monday = now - timedelta(days=now.weekday()) + timedelta(days=7 if match["week"] == "N" else -7)
            yield _span(items, monday + timedelta(days=name), at, match.end() - 1, 0.85)
            continue
        past = match["mark"] == "L" or (match["mark"] is None and match["on"] not in {"b", "Z"} and _was(reading.text[: items[at].start]))
        ahead = (name - now.weekday()) % 7 or 7
        days = ahead if not past else (ahead - 7 or -7) if ahead != 7 else -7
        yield _span(items, now + timedelta(days=days), at, at, 0.8)


def _was(before: str) -> bool:
    """Whether the clause so far tells of something past."""
    past = max(_PAST.finditer(before), key=re.Match.start, default=None)
    return (
        past is not None and not _FUTURE.search(before, past.end()) and not re.search(r"\b(?:will|'ll)\s+\w*\W*$", before[: past.start()])
    )


def _stretches(reading: Reading, now: date) -> Iterator[Span]:
    items = reading.items
    for match in _END.finditer(reading.code):
        if match["month"]:
            month = int(items[match.start("month")].value)
            found = _day(now, None, month, monthrange(now.year, month)[1])
        elif match["unit"] == "K":
            found = now + timedelta(days=6 - now.weekday() + (7 if match["next"] else 0))
        elif match["unit"] == "Y":
            found = date(now.year, 12, 31)
        else:
            base = _shift(now.replace(day=1), "l", 1) if match["next"] else now
            found = base.replace(day=monthrange(base.year, base.month)[1])
        if found is not None:
            yield _span(items, found, match.start(), match.end() - 1, 0.6)
    for match in _NEXT.finditer(reading.code):
        if match["weekend"]:
            found = now + timedelta(days=(5 - now.weekday()) % 7)
        elif match["mark"] == "L":
            found = _shift(now, match["unit"], -1)
        elif match["unit"] == "K":
            found = now + timedelta(days=7 - now.weekday())
        else:
            found = _shift(now.replace(day=1), match["unit"], 1)
        yield _span(items, found, match.start(), match.end() - 1, 0.5)


def _span(items: tuple[Item, ...], day: date, first: int, last: int, score: float, role: str = "") -> Span:
    return Span(day.isoformat(), items[first].start, items[last].end, score, role)


def _day(now: date, year: str | None, month: int, day: int) -> date | None:
    """The day meant, or None when there is no such day. Without a year: the nearest one."""
    if year:
        return _try(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    years = range(max(now.year - 1, 1), min(now.year + 1, 9999) + 1)
    near = [made for each in years if (made := _try(each, month, day))]
    return min(near, key=lambda made: abs((made - now).days), default=None)


def _try(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _shift(now: date, unit: str, count: int) -> date:
    """So many days, weeks, months or years on; the same day when the calendar ends before."""
    try:
        if unit in _LENGTHS:
            return now + timedelta(days=count * _LENGTHS[unit])
        months = now.year * 12 + now.month - 1 + count * (12 if unit == "Y" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(now.day, monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return now


def worth_parsing(reading: Reading) -> bool:
    """Whether a text may hold a date that the tables lack. Asking dateparser costs milliseconds, the first time most of a second."""
    return _WORTH_PARSING.search(reading.text) is not None and (
        reading.has(_LENGTHS_OF_TIME) or _LENGTH_SAID.search(reading.text) is not None
    )


def parsed_elsewhere(reading: Reading, now: date, language: str) -> list[Entity]:
    """What dateparser makes of a text in which the tables found no date, if a month or a length and a word like "ago" are in it."""
    if not worth_parsing(reading):
        return []
    text = reading.text
    search = importlib.import_module("dateparser.search")  # late: 0.5 s and 40 MB, and hardly ever needed
    settings = {"RELATIVE_BASE": datetime.combine(now, time()), "PREFER_DATES_FROM": "past"}
    hits = search.search_dates(text, languages=[language], settings=settings) or []
    found: list[Entity] = []
    for words, moment in hits:
        start = text.find(words)
        if start >= 0 and any(c.isalpha() for c in words) and len(words) > _SHORTEST_PARSED:
            found.append(Entity("date", moment.date().isoformat(), start, start + len(words), 0.6))
    return found
